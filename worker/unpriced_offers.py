"""
Content, calls and customs that are promised or hinted at, and prices said in a roundabout way.

Part of the rule `invented_offer`; what may be named is for worker/invented_offers.py, which puts
`offertitle` in the place of a known title. Patterns meet worker/plain_text.py's form.
"""

from __future__ import annotations

from worker import cues, prices

_WORDS = {
    "content": r"(?:(?:vids?|videos?|clips?|pics?|pix|pictures?|photos?|photosets?|photo sets?"
    r"|sets?"
    r"|customs?|nudes?|tapes?|bundles?|ppvs?|audios?|voice notes?|footage|collections?|drops?"
    r"|(?:\w+ )?version|previews?|samples?|teasers?|uncensored\w*|fotos?|videos?|videito|fotitos?"
    r"|videozinho|fotinhas?|paquete|pacote|contenido|conteudo|bild(?:er|chen)?|filmchen|aufnahmen?"
    r"|vorschau|extrait|apercu|anteprima|contenu|contenut[oi]|pacchetto|nu|galerie|galeria)\b"
    r"(?! (?:games?|of (?:my|the|a) (?:dog|cat|sunset|view|lunch|dinner|beach|food|cake"
    r"|garden))))",
    "all": r"(?:everything|it all|the (?:rest|full|whole|naked|good|uncut|spicy)\b|(?:you )?more\b"
    r"|all of it|it off|todo|tudo|mas\b|mais\b|algo|alles|mehr|tout|plus\b|tutto|di piu)",
    "when": r"(?:tonight|today|tomorrow|later|soon|right now|now|this (?:evening|afternoon|week"
    r"|weekend"
    r"|friday)|first thing|in the morning|(?:by|on|before|until) (?:monday|tuesday|wednesday"
    r"|thursday"
    r"|friday|saturday|sunday|tomorrow|tonight|noon|midnight|morning|the weekend)|next week|in a"
    r" (?:minute|sec|bit|few)|in an hour|esta (?:noche|tarde)|hoy|manana|luego|ahora|hoje|amanha"
    r"|agora|mais tarde|logo|heute|morgen|gleich|spater|nachher|jetzt|ce soir|demain|maintenant"
    r"|tout a l'heure|bientot|stasera|domani|oggi|adesso|dopo|presto)\b",
    "price": prices.BARE,
    "kind": r"(?:yours|prices?|menu|sexting|panties|rating|rates?|naughty|spicy|naked|access)\b",
    "you": r"(?:you|u|ya)\b",
}

# Content that will come: who sends, what, to whom or when.
_COMING = (
    r"\b(?:i'?ll|i will|i'?m|imma|gonna|going to|i can|i could|let me|lemme|about to)\b.{0,12}"
    r"\b(?:send|sending|drop|dropping|gift|gifting|film|filming|record|post|upload|slip|show|shoot"
    r"|have|add|attach|include|get you|put|make|making|share|sharing|leave)\b(?: \w+'?\w*){0,5}? "
    r"{content}(?=.*\b(?:{you}|your|{when}))",
    r"\b(?:i'?ll|i will|imma|i'?m gonna|gonna) (?:add|attach|include|film|record|gift|throw)"
    r" .{0,30}"
    r"(?:{content}|offertitle)",
    r"\b(?:i'?ll|i will|gonna) (?:film|record|shoot) (?:it|that|this|one)\b",
    r"{content}.{0,25}\b(?:will be|is coming|are coming|coming|lands?|arrives?|is on its way|on"
    r" the way"
    r"|headed|is waiting|are waiting|waiting|goes out|drops?|will hit|is in|are in)\b.{0,25}"
    r"(?:{when}|your (?:way|inbox|dms?|messages)|for {you}|in here)",
    r"\b(?:you'?ll|you will|you can|you could|you'?re gonna|you get to|you'?re going to) (?:\w+"
    r" ){0,2}?"
    r"(?:get|have|receive|unlock|open|be the first to (?:see|get)|find) (?:\w+ ){0,4}?(?:{content}"
    r"|{all}|it (?:tonight|tomorrow|later|for|now))",
    r"\b(?:te|os) (?:lo )?(?:mando|envio|paso|grabo|regalo|enviare|mandare|subo|hago|voy a"
    r" (?:mandar"
    r"|enviar|grabar)|puedo (?:mandar|hacer|grabar|enviar))\b.{0,25}{content}",
    r"\b(?:te|vou te|vou) (?:mando|envio|mandar|enviar|gravo|gravar|passo|dou|faco|fazer)\b.{0,25}"
    r"{content}|\b(?:mando|envio|posso fazer|posso gravar|faco)\b.{0,20}{content}.{0,30}\b(?:voce"
    r"|vc|ti"
    r"|seu|{when})",
    r"\b(?:schick\w*|send\w*|mach\w*|dreh\w*|film\w*|nehm\w*|bekommst|kriegst|kannst|zeig\w*)"
    r" .{0,8}"
    r"\b(?:dir|du|dich|haben|freischalten)\b.{0,30}{content}|\b(?:ich kann|ich werde|ich konnte)"
    r" dir\b"
    r".{0,25}{content}|\b(?:bekommst|kriegst) du\b.{0,25}(?:{content}|{all})",
    r"\bje (?:t'|te |vais t'?e? ?|peux te |pourrais te )(?:envo\w+|envoyer|fais|faire|prepare"
    r"|filme"
    r"|filmer|montre|donne|tourne|tourner)\b.{0,25}{content}",
    r"\bti (?:mando|invio|faccio|posso (?:fare|mandare|girare)|giro|registro|regalo|mandero"
    r"|inviero)\b"
    r".{0,25}{content}",
)

_COMING_SOON = (
    r"{content}.{0,20}\b(?:comes? out|will arrive|goes live|drops)\b.{0,25}{when}"
    r"|\bexpect\b.{0,20}"
    r"{content}|\bcheck your (?:inbox|dms?|messages)\b.{0,50}{content}",
    r"\bi'?m (?:filming|recording|shooting|making) (?:something|this|it|one|\w+"
    r" {content})\b.{0,25}"
    r"for {you}",
    r"\bi'?ll show (?:you|u) (?:everything|it all|all of it)\b|\b(?:te enseno|te muestro|te mostro"
    r"|zeig\w* (?:ich )?dir|je te montre|ti faccio vedere|ti mostro) (?:todo|tudo|alles|tout"
    r"|tutto)\b",
    r"\bje t'enverrai\b.{0,20}{content}|\b(?:vou|posso) te (?:mandar|enviar)\b.{0,20}{content}",
)

# Locked messages, subscriptions, calls, customs, sessions, worn things, ratings.
_KINDS = (
    r"\b(?:desbloquea\w*|desbloqueia\w*|desbloqueie|schalte? .{0,15}frei|freischalten|debloque\w*"
    r"|sblocca\w*)\b",
    r"\ba tip (?:would|will|gets|could)\b|\bif (?:you|u) tip\b",
    r"\bmy (?:panties|thong|underwear|lingerie|socks)\b.{0,30}\b(?:wanna|want) (?:them|it|to"
    r" have)\b",
    r"\b(?:prices?|rates?|precios|precos|preise|prix|prezzi) (?:start|starts|begin|run|from"
    r"|empiezan|comecam"
    r"|fangen|ab|a partir|partono|da)\b|\bmy menu\b",
    r"\bunlock\w*\b.{0,30}(?:message|video|vid|pic|photo|post|{all}|{when}|\bit\b|\bme\b)",
    r"\b(?:locked|paywall|pay-per-view|pay per view|ppvs?)\b",
    r"\b(?:i|we|want|wanna|can|could|let'?s|how about|book|up for|fancy|down for|private|my)\b"
    r"(?: \w+){0,5}? (?:(?:video|private|voice|cam|facetime|phone|skin) ?(?:calls?|chats?|shows?"
    r"|sessions?)"
    r"|videocalls?|sexting|sext(?:ing)? session|custom(?:s| videos?| clips?| vids?| content|"
    r" requests?)"
    r"|(?:dick|cock) rat\w+|girlfriend experience|gfe)\b",
    r"^(?:yes,? |ok,? )?(?:sexting|dick rat\w+|customs?|video ?calls?|cam show)\b.{0,40}(?:\d"
    r"|available"
    r"|open|{you})",
    r"\b(?:worn|used|sweaty|dirty) (?:\w+ ){0,2}?(?:panties|thongs?|socks|underwear|bras?"
    r"|leggings|lingerie)"
    r"\b(?=.*\b(?:want|you|sell|buy|ship|pair|sale|yours))",
    r"\b(?:renew|resub\w*|rebill|re-sub|subscribe)\b.{0,40}\b(?:send|get|free|surprise|something"
    r"|show|extra"
    r"|bonus|unlock|i'?ll)\b",
    r"\b(?:my )?(?:vip|page|sub|subscription(?! to)|fanvue)\b.{0,25}\b(?:cheaper|only|discount\w*"
    r"|costs?)\b",
    r"\b(?:small|little|tiny) fee\b|\b(?:for|with) (?:a|the right) (?:small |little |nice |good "
    r"|generous )?"
    r"(?:tip|fee|price)\b",
    r"\btip(?: me| a| some| first| big)?\b.{0,25}\b(?:and|then|to)\b.{0,10}\b(?:i'?ll|i|see|you"
    r"|unlock|get"
    r"|watch)\b|\b(?:send|leave|drop)(?: me)? (?:a |some )?(?:\w+ )?tips?\b.{0,20}\b(?:and|then"
    r"|to|for"
    r"|if)\b",
    r"\b(?:si me (?:das|mandas|dejas)|por|con|dame|mandame|dejame)(?: una)?(?: \w+)? propin\w+\b"
    r"|\b(?:gorjet\w|gorjetinha|mimo)\b.{0,20}\b(?:e|que|pra)\b.{0,20}\b(?:te|mostro|mando|faco"
    r"|ver)\b"
    r"|\b(?:trinkgeld|tip)\b.{0,20}\b(?:und|dann|bekommst|zeig)\b|\bpourboire\b.{0,20}\b(?:et|je"
    r"|pour"
    r")\b|\bmancia\b.{0,20}\b(?:e|ti|per)\b",
    r"\b(?:hago|ofrezco|hacemos|te apetece|quieres)\b.{0,15}\b(?:videollamadas?|sexting"
    r"|personalizad\w+)\b"
    r"|\bvideollamadas?\b.{0,15}(?:{price}|privad)",
    r"\b(?:faco|ofereco|fazemos|topa|quer)\b.{0,15}\b(?:chamadas? de video|videochamadas?|sexting"
    r"|personalizad\w+)\b|\b(?:chamada de video|videochamada)\b.{0,15}(?:{price}|privad)",
    r"\b(?:ich mache?|ich biete|willst du|lust auf)\b.{0,25}\b(?:videocalls?|videoanrufe?|sexting"
    r"|customs?"
    r"|dickratings?)\b|\b(?:videocall|videoanruf)\b.{0,20}{price}",
    r"\b(?:je fais|je propose|tu veux|envie d'un)\b.{0,15}\b(?:appels? video|visio|sexting|video"
    r" perso\w*"
    r"|customs?)\b|\b(?:appel video|visio)\b.{0,20}{price}|\b(?:video|photo)s?"
    r" perso(?:nnalisee?s?)?\b"
    r"(?=.*\b(?:te|toi|tu)\b)",
    r"\b(?:faccio|offro|ti va|vuoi)\b.{0,15}\b(?:videochiamat\w+|sexting|video personalizzat\w+)\b"
    r"|\bvideochiamat\w+\b.{0,15}(?:{price}|privat)",
)

# Nothing to pay, or less than usual.
_CHEAP = (
    r"\bit'?s free\b(?=.{0,20}\b(?:open|for you|just|enjoy|watch|look))|\bno need to pay\b",
    r"\b(?:dos|dois|zwei|deux|due) \w+ (?:por el|pelo|zum|pour le|al) (?:precio|preco|preis|prix"
    r"|prezzo)\b",
    r"\b(?:la|a|die|el|o|le|das|il) (?:primer[ao]|primeir[ao]|erste|premiere?"
    r"|prim[ao])\b.{0,15}\b(?:gratis"
    r"|gratuit\w*|offert\w*|te la regalo|(?:geht )?aufs haus|por minha conta|la offro io"
    r"|kostenlos|invito yo)\b",
    r"\baufs haus\b|\bpor minha conta\b|\binvita la casa\b|\bpor cuenta de la casa\b|\boffre io\b",
    r"\b(?:no charge|zero cost|won'?t cost (?:you|u) (?:a )?(?:thing|anything|cent|penny|dime)"
    r"|nothing to pay"
    r"|(?:you|u) pay nothing|don'?t have to pay|without paying|costs? (?:you|u) nothing|fr[e3]{2}"
    r" (?:pics?"
    r"|vids?|nudes?)|free (?:(?:little|sneak|sexy|tiny|short|quick) )*(?:previews?|peeks?|samples?"
    r"|teasers?|tastes?))\b",
    r"\b(?:te hago|te doy) (?:un )?(?:mejor |buen )?precio\b|\b(?:faco|te faco) (?:um )?(?:bom "
    r"|melhor )?preco"
    r"\b|\bmach(?:e)? (?:ich )?dir (?:'?nen |einen )(?:\w+ )?preis\b|\bje te fais un (?:petit "
    r"|bon )?prix\b"
    r"|\bti faccio un (?:buon |bel )?prezzo\b",
    r"(?:^|[ (])-\d{2} ?%|\b\d+ ?% .{0,12}\b(?:auf alles|sur tout|su tutto|en todo|em tudo)\b",
    r"\b(?:offertitle|both)\b.{0,15}\b(?:for half|half off|half price|cheaper|for less)\b",
    r"\bsin coste\b|\bno te cuesta nada\b|\bnao custa nada\b|\bkostet dich nichts\b|\bca (?:ne"
    r" )?te coute rien"
    r"\b|\bnon ti costa niente\b",
)

_NOT_MONEY = (
    r"(?! ?(?:pm|am|h|mins?|minut\w+|hours?|stunden|jahre\w*|uhr|years?|days?|weeks?|months?"
    r"|second\w*|times"
    r"|pics?|videos?|people|o'?clock|%|percent|kisses|questions|anos|anni|ans|horas?|ore|heures?"
    r"|besos|:)\b)(?!:)(?! ?%)"
)
_THEN = (
    r"(?= *$|[,!?]| (?:and|y|e|et|und|if|but|babe|baby|tonight|today|hoy|hoje|heute|ce|stasera"
    r"|amor|carino"
    r"|schatz|cheri|tesoro)\b)"
)
# A number where only a price fits, with the number as the group `price`.
BARE_PRICES = tuple(
    cues.filled(pattern, _WORDS)
    for pattern in (
        r"\b(?:{content}|offertitle|{all}|{kind}).*?(?:,|\b(?:only|just|for|is|at|en|em|por|a|fur"
        r"|nur|pour|per"
        r"|solo|so|seulement|kostet|is just)) (?P<price>{price})" + _NOT_MONEY + _THEN,
        r"\b(?P<price>{price}),? (?:and|y|e|et|und) (?:\w+'?\w* ){1,3}?(?:yours|tuyo|tuya|seu|sua"
        r"|teu|tuo|tua|dein"
        r"|a (?:toi|ti)|mine)\b",
        r"\b(?:for|since) (?:it'?s )?(?:you|u),? (?:only |just )?(?P<price>{price})"
        + _NOT_MONEY
        + _THEN,
        r"\b(?:let'?s make it|make it|i'?d say|say|normally that'?s|it costs|costs)"
        r" (?P<price>{price})" + _NOT_MONEY + r"(?= *$|,| (?:is|to|because|but|for))",
        r"\b(?:mandame|enviame|dame|me manda|manda|schick mir|gib mir|envoie|envoie-moi|mandami"
        r"|dammi|send me"
        r"|pay me) (?P<price>{price})"
        + _NOT_MONEY
        + r"(?= (?:y|e|et|und|and|i'?ll|por|para|pra)\b)",
        r"\b(?:i'?d|i could|i can|i'?ll|could|can) (?:do|let (?:you|u) have|let it go|give|go"
        r"|make it|take)"
        r"(?: \w+){0,4}? (?:for |at |to )?(?:only |just |a |like )*(?P<price>{price})"
        + _NOT_MONEY
        + r"(?= *$|,| (?:for|just|babe|baby|instead))",
        r"\b(?:usually|normally|price is|price'?s|price:|behind .{0,25} for|opens? (?:for|at)"
        r"|opening costs"
        r"|charging|asking) (?:it'?s |just |only )*(?P<price>{price})" + _NOT_MONEY,
        r"^(?:for|por|fur|pour|con|per|with) (?:just |only |solo |nur |seulement"
        r" )?(?P<price>{price})"
        + _NOT_MONEY
        + r"(?: (?:euros?|balles|babe))?,? (?:i'?ll|i can|you|u|te|ti|je|tu|bekommst|kriegst|hai"
        r"|tienes|voce|"
        r"vc|schick|zeig)\b",
        r"\b(?:lo dejo|la dejo|los dejo|fais ca|fais tout|lo do|la do|do tutto|faco|deixo|geb'?s?"
        r" dir|geb es"
        r" dir|lass es dir|mache? es|hago)\b(?: \w+){0,2}? (?:en|por|a|fur|um|per|pour) "
        r"(?:solo |nur )?(?P<price>{price})" + _NOT_MONEY,
        r"\b(?:son|serian|sao|seriam|sind|waren|sono|sarebbero|c'est|ca fait) (?:solo |so |nur "
        r"|solo )?"
        r"(?P<price>{price})" + _NOT_MONEY + r" (?:por|pelo|pela|pra|para|fur|pour|per)\b",
        r"\b(?:calls?|session|videocall|videollamadas?|videochiamata(?: privata)?|shows?|minutes"
        r"|minuten|minutos"
        r"|minuti)\b,?(?: (?:for|is|a|por|fur|pour|per|at|with|mit|me|mir))*\??,?"
        r" (?P<price>{price})" + _NOT_MONEY + r"(?= *$|,| (?:los|die|fur|for|per|por|os))",
        r"^(?P<price>{price})(?! ?(?:minutes|min)) (?:for|para|pro|fur|pour|per) (?:\w+|\d+)"
        r" (?:minutes|mins?|minuten|minutos|minuti)\b",
        r"\b(?P<price>{price}) (?:for|para|fur|pour|per|los|os|die|por) (?:\w+|\d+) (?:minutes"
        r"|mins?|minuten|minutos|minuti)\b",
    )
)

_HARMLESS = (
    rf"{cues.NOT_I}|offertitle(?! for half| half)|\b(?:mom|mum|mother|dad|sister|brother|friends?"
    rf"|family|boss|work"
    r"|zoom|mama|mutter|madre|mae|mere|mamma|amiga|freundin|copine|amica)\b|\byour (?:\w+"
    r" )?(?:videos?|pics?"
    r"|photos?|vids?)\b|\b(?:tu|tus|seu|sua|teu|dein\w*|ton|tes|tuo) (?:video|foto|bild"
    r"|photo)\w*\b"
    r"|\b(?:did you|have you|thank\w*|thx|liked?|loved)\b|\bno (?:\w+ )?(?:from me|calls|customs"
    r"|videos)\b|\bnetflix\b"
    r"|\bpas (?:de|d')|\bkeine?n?\b|\bperhaps one day\b|\b(?:waiter|bartender|waitress"
    r"|restaurant)\b"
    r"|\b(?:dog|cat|sunset|lunch|dinner|coffee|recipe|movie|youtube|phone|door|laptop|gym|handy"
    r"|telefono|celular|alarm|tiktok|perro|gato|hund|katze|chien|chat|cane|gatto)\b"
)
CUES = (
    *cues.cues(_COMING, unless=_HARMLESS, words=_WORDS),
    *cues.cues(_COMING_SOON, unless=_HARMLESS, words=_WORDS),
    *cues.cues(_KINDS, unless=_HARMLESS, words=_WORDS),
)
CHEAP = cues.cues(_CHEAP, unless=r"\b(?:waitress|waiter|bar|got us|gave us|coffee)\b", words=_WORDS)
