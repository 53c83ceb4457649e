"""
Prices, discounts, offers and free content that nobody made: the rule `invented_offer`.

What may be named is in the context: the known offers, each with its title and its price. Money in
a story ("I paid $5 for coffee") is no offer. Patterns meet worker/plain_text.py's form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from worker import cues, plain_text, prices, unpriced_offers


@dataclass(frozen=True)
class Offer:
    """What a reply may mention: an offer's title and its price in whole units of its currency."""

    title: str
    price: Decimal | None


# What known titles are replaced by, so that no rule trips over their words.
_TITLE = "offertitle"

_WORDS = {
    "media": r"(?:(?:vids?|videos?|clips?|pics?|pictures?|photos?|photosets?|sets?|customs?"
    r"|content"
    r"|nudes?|tapes?|bundles?|packs?|ppvs?|galler(?:y|ies)|album|archive|audios?|voice (?:notes?"
    r"|messages?)|selfies?|shows?|sextape|ratings?|videocall|video call|movie of me|footage"
    r"|fotos?|videito|fotitos?|contenido|paquete|fotinha|conteudo|pacote|bild(?:er|chen)?|inhalte"
    r"|photo|video|contenu|contenut[oi]|pacchetto|foto|offertitle)\b)",
    "sale": r"(?:unlock\w*|tip me|tips?\b|subscri\w*|\bvip\b|access|menu|sext\w*|\bcalls?\b|yours"
    r"|for (?:you|u|the (?:full|whole))\b|socks|panties|underwear|each\b|a minute|an hour|a month"
    r"|\bppv|show you|you (?:get|can have)|for me to|\bi charge|\bmy (?:price|rate)s?"
    r"|para ti|te (?:lo|la|hago|mando|dejo|vendo)|pra (?:voce|vc)|te (?:mando|faco)|fur dich"
    r"|bekommst du|pour toi|je te|per te|ti (?:mando|faccio|do))",
    "bare": prices.BARE,
    "small": r"(?:\w+ ){0,3}?",
}

_OWN_MONEY = re.compile(
    r"\b(?:paid|spent|cost me|costs me|costing me|found|lost|won|owes?|earned|i (?:got|bought)"
    r"|tipped|split the|i'?d pay|did you know|refund\w*|donated|you (?:bought|paid|spent)|bet you"
    r"|saved|alarm"
    r"|donated|would cost|worth|feels? like|look(?:s|ed)?"
    r" like|a million|charged me|they (?:want|charge)"
    r"|pague|gaste|costo|costava\w*|costaba\w*|costou|me costo|me han? costado|perdi|encontre|me "
    r"debe|gane"
    r"|paguei|comprei|compre|gastei|custou|ganhei|achei"
    r"|bezahlt|ausgegeben|gekostet|verloren|gefunden|gewonnen"
    r"|paye|depense|perdu|trouve|gagne|coute cher"
    r"|speso|pagato|costat[oaie]|perso|trovato|vinto|cene|comi|almorce|jantei|mangiato"
    # No money at all, or somebody else's trade.
    r"|set the table|rate my|(?:show|game|match|film|series) (?:is on|starts|begins)"
    r"|my (?:sister|brother|mom|mum|friend|cousin|neighbou?r|aunt|uncle|grandma) sells)\b"
)
_THINGS = re.compile(
    r"\b(?:cine|cinema|biglietto|billet|entrada|passagem|museum|museo|coffee|pizza|lunch|dinner"
    r"|breakfast|brunch|grocer\w+|rent|bills?|gas|petrol|parking"
    r"|ticket|uber|taxi|cab|shoes|haircut|flights?|mall|store|shop|supermarket|sandwich|burger"
    r"|lottery|scratch|salary|electricity|beer|tacos?|snacks?|sneakers|jeans|dress|jacket|bus"
    r"|train|gym|alarm|movies|popcorn|training|yoga|salad|candles?|plants?|books?|toothpaste|car"
    r"|house|hotel|concert|cinema|movie tickets?"
    r"|tax(?:es)?|vet|doctor|dentist|insurance|phone bill|groceries"
    r"|cafe|alquiler|bocadillo|compra|almoco|aluguel|mercado|miete|einkauf|doner|kaffee|strom"
    r"|loyer|croissant|courses|spesa|affitto|scarpe|cappuccino|bolletta)\b"
)

# Nobody is spoken to and nothing is sold: "a banana is 20 cents here".
_TELLING = re.compile(
    r"\b(?:i|we|he|she|they|my|our|someone|people|here|there|ich|wir|je|j'ai|on|ho|yo|eu|mio|mi"
    r"|meu|mein|mon)\b"
)
_TO_YOU = re.compile(
    r"\b(?:you|u|your|ur|te|ti|tu|dich|dir|du|toi|voce|vc|babe|baby|want|take|accept|ask|do|charge"
    r"|price|starts?|deal|only|just|let'?s|for it|it'?s|get|gets|pay|now|today|tonight|special"
    r"|show"
    r"|send|cam|nights?|session|private|everything|all mine)\b"
)

_DISCOUNTS = cues.cues(
    (
        r"\b(?:make|do|cut|give|offer|strike) (?:you |u |ya )?a (?:\w+ )?(?:deal|discount|offer"
        r"|price)\b"
        r"|\b(?:want|need|get) it cheaper\b|\bfor the price of\b|\bprecio especial\b|\bpreco "
        r"especial\b"
        r"|\bsonderpreis\b|\bprix special\b|\bprezzo speciale\b|\bzum preis von\b|\bbuen precio\b"
        r"|\b(?:offertes?|offerts?|geschenkt|regalad[ao]s|in omaggio)\b(?=.{0,25}\b(?:pour|fur"
        r"|para|per|pra)"
        r" (?:toi|dich|ti|te|voce)\b)|\b(?:next|second|third|other|rest)(?: \w+){0,2} (?:will be"
        r"|is|are|comes?"
        r"|for) free\b|\b(?:extra|bonus|little (?:extra|something)|surprise)\b.{0,12}\bfor free\b",
        r"\b(?:negotiable|(?:super|so|really|pretty|very|dirt) cheap|cheaper than|bargain for"
        r"|lowest "
        r"price|reduced|slashed|price (?:is|:) (?:low|down|special))\b|\b(?:my|the|this|new"
        r"|special|set"
        r"|bundle) (?:price|prices|rates?) (?:is|are|today|tonight|this|for)\b|\bget (?:two|three"
        r"|four|\d)"
        r"\b.{0,20}\bpay (?:for )?(?:one|two|three|\d)\b|\b(?:present|gift|surprise|reward|treat) "
        r"from me"
        r"\b|\b(?:if|when) you (?:renew|rebill|resub\w*|subscribe|tip|re-?sub)\b.{0,30}\b(?:get"
        r"|send|show"
        r"|free|bonus)\b|\brebill\b|\b(?:a tenner|a fiver|a twenty)\b.{0,25}\b(?:i'?ll|for|and)\b",
        r"\b\d+ ?(?:%|percent|prozent|por ?ciento|por ?cento|pour ?cent|per ?cento) ?(?:off"
        r"|discount"
        r"|cheaper|less|de (?:descuento|desconto|reduction|remise)|rabatt|gunstiger|di sconto"
        r"|menos|for you|on)\b",
        r"\b(?:discount(?:s|ed)?|descuento|desconto|rabatt|reduction|remise|sconto|promo(?:s|tion"
        r"|code)?|coupon|voucher|gutschein\w*|promocion|promocao|promozione)\b",
        r"\b(?:half|mitad de|metade do|halber|halben|moitie|meta) (?:the )?(?:price|off|precio"
        r"|preco"
        r"|preis|prix|prezzo)\b|\ba meta prezzo\b|\bmoitie prix\b",
        r"\b(?:buy (?:one|two|1|2)\b.{0,20}\bget|bogo|(?:two|2|three|3) for (?:the price of "
        r")?(?:one"
        r"|1|two|2)|2x1|3x2|dos por uno|dois por um|zwei fur eins|deux pour un|due per uno)\b",
        r"\b(?:special|exclusive|secret|crazy|amazing|good|better|sweet|nice|great|best)"
        r" (?:little "
        r")?"
        r"(?:deal|offer|price|rate|bundle)\b|\bspecial(?: just)? for you\b.{0,20}\bprice"
        r"|\b(?:oferta|angebot|offre|offerta) (?:\w+ )?(?:para ti|fur dich|pour toi|per te"
        r"|especial"
        r"|speciale?|pra voce)\b|\bsonderangebot\b",
        r"\b(?:on sale|for sale|a sale|flash sale|price drop|i'?m selling|i sell|selling (?:my"
        r"|some|"
        r"a)|cheaper (?:price|for you)|lower (?:the )?price|wanna buy|want to buy|up for "
        r"grabs|yours for|deal for you|knock .{0,12} off|take .{0,12} off the price|throw(?:ing)? "
        r"in"
        r")\b|\bvendo\b|\bich verkaufe\b|\bje vends\b",
        r"\b(?:this|a|the|my|nice|mega|big|new|whole) (?:\w+ )?bundle\b|\bbundles?\b(?! up)",
    ),
    unless=rf"{cues.NOT_I}|\bno (?:discounts?|deals?|promos?)\b|\b(?:store|mall|shop|shoes|flight"
    r"|haircut|car|candles?|supermarket|jeans|dress|jacket|sneakers|amazon|black friday|groceries"
    r"|coffee|tickets?|pizza|sunscreen|gym|boots|chaussures|zapatos|schuhe|scarpe|sapatos|cinema"
    r"|hotel|clothes|makeup)\b|\bi (?:got|found|bought|saw) (?:"
    r"a|an|some|my|this)\b(?! (?:bundle|discount code|promo|deal for|special))"
    r"|\bof my\b|\bbundle of (?:joy|nerves)",
    words=_WORDS,
)

_FREE = cues.cues(
    (
        r"\bfree (?:\w+ ){0,2}?{media}",
        r"\b(?:send|give|show|get|drop|do|make|gift|it'?s|yours|unlock|this|that|one|film)"
        r"\b.{0,30}\bfor free\b|\b(?:something|anything|one|it|this|sample|preview|trial|access"
        r"|stuff|bonus) (?:is |totally |completely )?free\b|\bfree (?:of charge|trial|sample"
        r"|access"
        r"|preview|gift|bonus|subscription|month|week|stuff|one)\b",
        r"\bfreebies?\b|\bon the house\b|\b(?:first|second|next|third) (?:one|set|video|pic)"
        r"(?: is|'s)? (?:free|on me)\b|\b(?:bonus|extra) {media}|\bno charge\b|\bmy treat\b",
        r"\b(?:gratis|kostenlos\w*|umsonst|gratuit\w*|gratuitement|de graca|geschenkt"
        r"|regalad[oa])\b"
        r".{0,25}{media}|{media}.{0,25}\b(?:gratis|kostenlos\w*|umsonst|gratuit\w*|de graca"
        r"|cadeau|geschenkt|omaggio)\b",
        r"\b(?:te regalo|te doy gratis|te dou|ti regalo|je t'offre|ich schenke? dir|te ofrezco"
        r"|te ofereco|ti offro)\b.{0,20}{media}",
    ),
    unless=rf"{cues.NOT_I}|\bno freebies\b"
    r"|\b(?:waitress|waiter|supermarket|bar|restaurant|cafe)\b"
    r"|\bfree (?:time|day|evening|spirit)|\bfeel free\b|\bof my (?:dog|cat"
    rf"|lunch"
    r"|dinner|coffee)\b",
    words=_WORDS,
)

# Content promised or offered, without a price.
_PROMISES = cues.cues(
    (
        r"\b(?:i'?ll|i will|i can|i could|i'?m gonna|i'?m going to|gonna|let me|want me to|shall i"
        r"|should i|i'?d|i would|if you tip .{0,15}i|i want to|i wanna)\b(?: \w+){0,2}? (?:send"
        r"|make|film|record|shoot|drop|give|sell|do)\b (?:you |u |it )?(?:\w+ ){0,4}?{media}",
        r"\b(?:i'?ll|i will|let me|gonna|i'?m going to) (?:send|give|drop) (?:you|u) (?:a |some )?"
        r"(?:something|little|extra|naughty|special|spicy|sexy|bonus)(?: \w+)?\b(?! (?:kiss|hug"
        r"|vibes|thoughts|energy|love))",
        r"\b(?:i (?:also |just |even )?(?:have|got|made|filmed|recorded)|there'?s) (?:\w+ ){0,3}?"
        r"{media}(?: \w+){0,3} (?:for|to) (?:you|sell|u)\b",
        r"\b(?:want|wanna|would you like|ready) (?:to )?(?:buy|see|get|unlock|have) (?:my|the|this"
        r"|a"
        r") (?:new |latest |full |other )*(?:\w+ )?{media}",
    ),
    unless=rf"{cues.NOT_I}|{_TITLE}|\b(?:of|with) my (?:dog|cat|mom|sister|lunch|dinner|coffee|view"
    r"|garden|breakfast|cake)\b|\bkiss(?:es)?\b|\bmovie\b|\b(?:cat|dog|funny|music|youtube|tiktok|"
    r"cooking) {_media}".replace("{_media}", _WORDS["media"]),
    words=_WORDS,
)

# A number without a currency, where only a price makes sense.
_NOT_COUNTED = (
    r"(?! ?(?:pm|am|min|mins|minutes?|hours?|years?|days?|weeks?|months?|seconds?|pics?|videos?"
    r"|photos?|clips?|sets?|of|%|people|times|percent|more|other|new|sexy|hot|and a half|:|/|am"
    r"|uhr|jahre|minuten|anos|fotos|one)\b)"
)
_BARE_PRICES = tuple(
    re.compile(cues.filled(pattern, _WORDS) + _NOT_COUNTED)
    for pattern in (
        r"{media}(?:'s)?(?: \w+){0,3}? (?:is|are|for|at|cost|costs|starts? (?:at|from)|start (?:at"
        r"|from)|only|just|goes for|=|para|por|a|kostet|kosten|fur|cuesta|custa|fica por|coute"
        r"|pour"
        r"|costa)(?: only| just| like| now| \w+ for)* (?P<price>{bare})",
        r"\bunlock\w*(?: \w+){0,4}? (?:for|at)(?: just| only)? (?P<price>{bare})",
        r"\b(?:i (?:charge|ask|take|can do)|i'?d do it for|my (?:price|rate) is|yours for|do it"
        r" for"
        r"|usually|normally|instead of|grab (?:it|them|both|this) for|get (?:it|them|both|this"
        r"|all "
        r"of"
        r" it) for|have (?:it|them|both) for|only pay|tip(?: me)?) (?:just |only "
        r")?(?P<price>{bare})",
        r"(?:^|, ?|\b(?:just|only|for you|and|then|it'?s|that'?s) )(?P<price>{bare}) (?:to "
        r"(?:unlock|see|watch|open)"
        r"|each\b(?! other)|for (?:the|my|a|this|that|all|both|your|one|everything) "
        r"{small}(?:{media}"
        r"|custom|all|both|everything|archive)|for (?:you|u)\b)",
        r"\b(?:pay|tip|send|give|gimme|manda|paga|envia|zahl|schick|envoie|paie)(?: me| mir)? "
        r"(?P<price>"
        r"{bare}) (?:and|to|for|e|y|und|et|per|fur|pour|para)\b",
        r"(?:^|[,:] ?)(?P<price>{bare}) (?:gets|buys|unlocks|will get|balles|for|is all|and (?:it"
        r"|i|you))\b",
        r"\b(?:version|access|tape|session|cam|show|both|each) (?:\w+ ){0,2}?(?:for"
        r"|is|only) (?:just |only )?(?P<price>{bare})(?= (?:and|babe|baby|if|tonight|today"
        r"|instead)|[ ,.!?]"
        r"*$)",
        r"\b(?:let'?s say|how about|what about|i want|i'?d take|i'?ll take|i'?m asking) "
        r"(?P<price>{bare})"
        r"(?= (?:and|for)|[ ,.!?]*$)",
        r"(?:, ?|\bfor )(?P<price>{bare}) (?:each|apiece|a piece|per)\b",
        r"\b(?:but )?for you(?:,| it'?s| only| just)* (?P<price>{bare})(?=$|[ ,.!?])",
    )
)


_BARE_PRICES += tuple(map(re.compile, unpriced_offers.BARE_PRICES))
_GROUPS = (_DISCOUNTS, _FREE, _PROMISES, unpriced_offers.CUES, unpriced_offers.CHEAP)


def is_invented(text: str, known: Sequence[Offer]) -> bool:
    """Say whether `text` names a price, a discount or an offer that is not among `known`."""
    form = plain_text.plain(text)
    titles = _Titles(known)
    marked = titles.marked(form)
    lines = titles.marked(plain_text.plain(" . ".join(text.splitlines())))
    forms = (marked, lines)
    if any(cues.any_found(group, forms) for group in _GROUPS):
        return True
    return any(_wrong_price(sentence, titles) for each in forms for sentence in cues.clauses(each))


def _wrong_price(sentence: str, titles: _Titles) -> bool:
    selling = re.search(_WORDS["media"], sentence) or re.search(_WORDS["sale"], sentence)
    told = _OWN_MONEY.search(sentence) or _THINGS.search(sentence)
    for amount in prices.amounts(sentence):
        if told and not (selling and not _OWN_MONEY.search(sentence)):
            continue
        if not selling and _TELLING.search(sentence) and not _TO_YOU.search(sentence):
            continue
        if not titles.allow(amount.value, sentence, amount.start):
            return True
    if told and not (selling and not _OWN_MONEY.search(sentence)):
        return False
    for pattern in _BARE_PRICES:
        for match in pattern.finditer(sentence):
            value = prices.value_of(match["price"])
            if value is not None and not titles.allow(value, sentence, match.start("price")):
                return True
    return False


# Words that say nothing about which content is meant.
_GENERAL = plain_text.words(
    "a an the my your this that new newest latest full whole other one it for of and with you hot "
    "sexy naughty little big long short special private exclusive first second next is are will be "
    "i me just only so all these those second's unlock get have want see here come sell send buy "
    "video videos vid vids pic pics photo photos picture pictures set sets clip clips content pack "
    "bundle ppv foto fotos el la los las un una de del mi tu o os as um uma meu minha das der die "
    "ein eine mein meine le les une des ma mon ta il lo gli mio mia can also babe baby sure yes "
    "grab take hey ok okay like love in on at to mein dein full-length"
)


class _Titles:
    """The titles of the known offers, and what may stand beside each."""

    def __init__(self, known: Sequence[Offer]) -> None:
        self._prices = [offer.price for offer in known]
        titles = [plain_text.plain(offer.title) for offer in known]
        self._words = [frozenset(re.findall(r"\w+", title)) - _GENERAL for title in titles]
        self._patterns: list[tuple[re.Pattern[str], int]] = []
        whole = sorted(range(len(titles)), key=lambda index: -len(titles[index]))
        for index in whole:
            if titles[index]:
                self._patterns.append(
                    (re.compile(rf"(?<!\w){re.escape(titles[index])}(?!\w)"), index)
                )
        # "The red dress one" is the offer "Red dress video".
        for index in whole:
            for word in sorted(self._words[index], key=len, reverse=True):
                alone = sum(word in words for words in self._words) == 1
                if len(word) >= 3 and alone:
                    shortened = rf"(?<!\w){re.escape(word)} (?:one|{_WORDS['media']})(?!\w)"
                    self._patterns.append((re.compile(shortened), index))

    def marked(self, form: str) -> str:
        """Replace every title in `form` by one word that carries its offer's number."""
        for pattern, index in self._patterns:
            form = pattern.sub(f"{_TITLE} n{index}n", form)
        return re.sub(rf"({_TITLE} n(\d+)n)(?: {_TITLE} n\2n)+", r"\1", form)

    def allow(self, value: Decimal, sentence: str, position: int) -> bool:
        """Say whether the amount at `position` is the price of the offer that it stands beside."""
        mentions = [
            (match.start(), int(match[1])) for match in re.finditer(rf"{_TITLE} n(\d+)n", sentence)
        ]
        if mentions:
            before = [index for start, index in mentions if start < position][-1:]
            after = [index for start, index in mentions if start > position][:1]
            return any(self._prices[index] == value for index in before + after)
        return value in self._prices and not self._names_another(sentence)

    def _names_another(self, sentence: str) -> bool:
        """Say whether `sentence` is about a certain thing that no known offer is called."""
        match = re.search(rf"((?:[\w']+ ){{1,3}}){_WORDS['media']}", sentence)
        if match is None:
            return False
        return bool(set(re.findall(r"[^\W\d_]+", match[1])) - _GENERAL - {"s", "m", "ll"})
