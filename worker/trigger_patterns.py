"""
Triggers as data: what a fan asks for, in each of the six languages.

`ASKS_FOR_CONTENT` is pictures, videos and more of the creator; `ASKS_PRICE` what something costs;
`ASKS_CUSTOM` work made to order. Patterns meet worker/plain_text.py's form, clause by clause; how
they are asked is worker/signals.py's. What a creator adds is worker/own_triggers.py's.
"""

from __future__ import annotations

WORDS = {
    "media_en": r"(?:pics?|pictures?|photos?|videos?|vids?|clips?|nudes?|selfies?|content|snaps?"
    r"|customs?|photosets?|sets?|tapes?|ppvs?)",
    "media_es": r"(?:fotos?|fotitos?|videos?|videitos?|pics?|contenidos?|nudes?|packs?"
    "|imagen(?:es)?"
    r"|audios?|sets?)",
    "media_pt": r"(?:fotos?|fotinhas?|videos?|conteudos?|nudes?|packs?|imagens?|audios?|pacotes?)",
    "media_de": r"(?:bild(?:er|chen)?|fotos?|videos?|pics?|nudes?|content|clips?|selfies?"
    "|inhalte?n?"
    r"|sets?)",
    "media_fr": r"(?:photos?|videos?|nudes?|contenus?|images?|pics?|selfies?|packs?|sets?)",
    "media_it": r"(?:foto|video|nudes?|contenut[oi]|immagin[ei]|pics?|selfie|clip|set|pacchetto)",
    "body": r"(?:body|boobs?|tits?|titties|ass|butt|booty|feet|legs|pussy|naked|nude|topless"
    "|panties"
    r"|lingerie|bikini|underwear|cleavage|thighs?|toes|curves)",
    "not": r"(?<!don't )(?<!dont )(?<!do not )(?<!did not )(?<!didn't )(?<!never )(?<!did you )"
    r"(?<!stop )(?<!to )",
    "you": r"(?:you|u|ya)",
    "adj": r"(?:(?:any|some|new|more|other|hot|sexy|spicy|naughty|exclusive|good|dirty|special"
    "|fresh"
    r"|the|a|an|those|your|ur|of|these|full|one|nice|private) )*",
}

ASKS_FOR_CONTENT: dict[str, tuple[str, ...]] = {
    "en": (
        # More, new, a menu, a bundle, how to open it, a voice.
        r"{not}\b(?:got|have|is there) (?:anything|something) (?:\w+ier|more|new|special|exclusive"
        r"|naughty|spicy|hot|private)\b",
        r"\b(?:do (?:you|u) have|got|see|send(?: me)?) (?:a|your|ur|the) (?:menu|price list)\b"
        r"(?! (?:for|at) )",
        r"\b(?:any|is there an?|are there|got)(?: any| some)? (?:\w+ )?(?:bundles?"
        r"|discounts?|promos?"
        r"|packs)\b(?! (?:on|at) (?:shoes|food|amazon))",
        r"\bhow (?:do|can|could) i (?:unlock|open|buy|get|see|watch|order) (?:\w+ ){0,3}?(?:it|them"
        r"|content|more of (?:you|u)|{media_en})(?: ?\?|$)",
        r"{not}\b(?:send|record|make) (?:me |us )?(?:an? |another "
        r"|some )?(?:voice (?:notes?|messages?"
        r"|memos?)|audios?)\b",
        r"\blet me see (?:those|your|ur|it all|everything|some)\b(?! (?:text|link|calendar"
        r"|schedule))",
        r"\b(?:wanna|want to|would love to|'d love to) see (?:everything|it all|all of (?:you|u))\b"
        r"|{not}\bpost (?:something|anything) (?:new|more|spicy|hot|special)\b",
        r"{not}\b(?:send|show|give|gimme|sell|make|snd|drop|post|share|film|record|take|flash)"
        r" (?!you |u |my |him |her |them |it to my)(?:\w+ ){0,4}{media_en}\b(?! (?:of (?:my|his|her"
        r"|the) |to (?:my|him|her|them)))",
        r"{not}\b(?:send|show|give|gimme|drop|post|share) (?:me |us |in |over )?(?:\w+ "
        r")?(?:something"
        r"|smth|sth|anything)(?: \w+){0,2}? ?(?:spicy|sexy|hot|naughty|special|more|dirty|warm|good"
        r"|nice|fun|here)\b",
        r"{not}\b(?:show|flash|lemme see|let me see|can i see|could i see|may i see|wanna see|want "
        r"to"
        r" see|love to see|like to see|need to see|gotta see|see) (?:me )?(?:(?:your|ur|that|those"
        r"|the"
        r"|u|you|more of your|some|dat) )+(?:\w+ )?{body}\b",
        r"^(?:flash|tease) me\b",
        r"\b(?:got|have|is there|u have) (?:\w+ )?(?:anything|something|smth|stuff) (?:\w+ )?(?:new"
        r"|spicy|hot|special|more|sexy|naughty|for (?:me|us|sale)|to (?:show|sell))\b",
        r"\b(?:any|some) (?:new |more |hot )?(?:stuff|content|goodies|surprises?) (?:for me|today"
        r"|tonight|to (?:see|sell))?(?: ?\?|$| for)",
        r"^(?:let|lemme) ?(?:me )?see (?:you|u|more|what'?s|whats|it all|under|that ass|everything)"
        r"(?! (?:tomorrow|soon|again|tonight|at|in|think|mean|got to do))",
        r"\b(?:can|could|may) (?:i|we) (?:please |pls |plz )?(?:see|get|have|buy|unlock|purchase"
        r"|order"
        r"|watch) (?:\w+ ){0,4}(?:{media_en}|more of (?:you|u|that|ur|your)|(?:you|u) (?:naked|nude"
        r"|topless|in \w+))\b(?! call)",
        r"\b(?:got|have|do you (?:have|sell|make|do)|u have|any|you got)(?: (?:any|some|new|more"
        r"|spicy|hot|sexy|exclusive|other|a|good|your))* {media_en}(?: \w+){0,5} ?(?:\?|$)",
        r"\bdo (?:you|u) (?:sell|make|do|post|have) (?:\w+ ){0,2}{media_en}\b(?! (?:games?"
        r"|editing))",
        r"\b(?:have|got|sell) (?:any|some|more|new|a|an) \w+ {media_en}\b(?: \w+){0,5} ?(?:\?|$)",
        r"\b{media_en} (?:that )?(?:i|we) (?:can|could|may) (?:buy|get|see|order|unlock)\b",
        r"\b(?:wanna|want to|let'?s|can we|down to) (?:trade|swap|exchange) (?:some )?{media_en}\b",
        r"{not}(?<!not )\b(?:i )?(?:want|wanna|would like|would love|i'd love|need|'d like|id love)"
        r" (?:(?:to )?(?:see|buy|get|order|unlock|watch|have) )?(?:(?:your|ur|some|more|an?|another"
        r"|that|the|new|hot|sexy|one of|of|full|any) ){0,4}(?:{media_en}|more of (?:you|u|ur|your)"
        r"|(?:you|u) (?:naked|nude|topless|in (?:\w+ ){0,3}(?:{body}|dress|outfit|skirt"
        r"|nothing)))\b",
        r"\b(?:i'?d|i would|i'?ll|i will|willing to|happy to) (?:gladly )?pay (?:\w+ ){0,2}(?:to "
        r"(?:see|watch)(?! (?:that|your) (?:face|smile))|for (?:that|a|some|more|your)|good "
        r"money)\b",
        r"\bwhere (?:can|do|could) i (?:buy|get|find|see|watch|order) (?:your|ur|more|the|some"
        r"|those)"
        r"\b(?! (?:dress|shoes|jacket|shirt|lipstick))|\bwhere (?:are|is|r) (?:the|your|ur) (?:\w+ "
        r")?"
        r"{media_en}\b",
        r"\b(?:wh?at(?:'?s| is| do| are)?|whatcha|whatchu|what) (?:you |u )?(?:got|have|selling"
        r"|sell)"
        r" (?:for sale|to sell|for me to buy)\b|\b(?:what|anything) (?:\w+ ){0,3}for sale\b|\bwhat "
        r"do"
        r" (?:you|u) sell\b",
        r"\bwhat(?:'s| is|s) (?:on )?(?:your|ur|the) (?:menu|price list|ppv)\b(?! (?:for"
        r"|at) )|\b(?:any|new|got) "
        r"ppvs?"
        r"\b|^menu ?\??$",
        r"\bunlock (?:something|that|it|this|one|more|everything|a) ?(?:\w+ )?(?:for me|please"
        r"|pls)\b",
        r"^show me (?:more|everything|what you(?:'re| are|r) wearing|what you got|it all)\b",
        r"^(?:an? |(?:more|new|some|hot|sexy) )*{media_en}(?: (?:please|pls|plz|now|babe|baby) "
        r"?\?*| "
        r"?\?+)$",
        r"\bwhen (?:are|r|will|do|is) (?:you|u|the)? ?(?:gonna |going to )?(?:post|posting|drop"
        r"|dropping"
        r"|release|upload\w*|next|new) (?:\w+ ){0,2}(?:{media_en}|stuff)\b|\b(?:is|are) there "
        r"(?:an? |any"
        r" )?(?:\w+ )?{media_en} of (?:you|that|it|this)\b",
        r"\btake (?:an? |some )?(?:\w+ )?{media_en} (?:for|of) (?:me|you|yourself)\b|\bstrip for "
        r"me\b"
        r"|\bget naked\b",
    ),
    "es": (
        r"(?<!no me )(?<!no )\b(?:manda(?:me|s)?|envia(?:me|s)?|pasa(?:me|s)?|sube|ensena(?:me|s)?"
        r"|mandar(?:me)?|enviar(?:me)?|vende(?:s|me)?|muestra(?:me)?|comparte|regala(?:me)?)(?: "
        r"\w+)"
        r"{0,3}? {media_es}\b(?! (?:de mi|a mi))",
        r"\b(?:tienes|tenes|hay|vendes|haces|subes) (?:\w+ ){0,2}{media_es}(?: \w+){0,3} ?(?:\?|$)",
        r"\bque (?:tipo de )?(?:{media_es}|cosas) (?:tienes|vendes|haces|ofreces|hay)\b",
        r"(?<!no )\bquiero (?:(?:un|una|unas|unos|tus?|mas|otr[ao]|nuev[ao]s?|ver) )+{media_es}\b",
        r"(?<!no )\b(?:quiero|quisiera|me gustaria|puedo|dejame|me encantaria|ganas de) (?:ver"
        r"|comprar"
        r"|pedir|tener|verte) (?:\w+ ){0,3}(?:{media_es}|mas de ti|desnuda|en (?:bikini|lenceria"
        r"|tanga"
        r"|ropa interior|bolas))\b|\bverte (?:\w+ )?(?:desnuda|en bikini|en lenceria|sin ropa)\b",
        r"^(?:ensename|muestrame|muestra|ensena|mandame|dejame ver) (?:mas|todo|algo(?: \w+)?|tus?"
        r" \w+|el culo|las tetas)\b|^{media_es} ?\?+$|^{media_es} (?:porfa|por favor)",
    ),
    "pt": (
        r"(?<!nao me )(?<!nao )(?<!precisa )\b(?:manda|mande|envia|envie|mandar|enviar|mostra"
        r"|mostrar"
        r"|vende|vendes|posta|passa)(?:-me)? (?:\w+ ){0,3}{media_pt}\b(?! (?:da minha|do meu|pra "
        r"minha))",
        r"\b(?:tem|tens|vende|faz|voce tem|vc tem) (?:\w+ ){0,2}{media_pt}(?: \w+){0,3} ?(?:\?|$)",
        r"(?<!nao )\bquero (?:(?:uma?|umas|teus?|tuas?|seus?|suas?|mais|outr[ao]|ver) "
        r")+{media_pt}\b",
        r"(?<!nao )\b(?:quero|queria|gostaria de|posso|adoraria|deixa eu) (?:te )?(?:ver|comprar"
        r"|pedir"
        r"|ter) (?:\w+ ){0,3}(?:{media_pt}|mais de (?:voce|ti|vc)|pelada|nua|de (?:biquini|lingerie"
        r"|calcinha))\b",
        r"^(?:me )?(?:mostra|manda|mostre|deixa eu ver) (?:mais|tudo|algo|seu corpo|o resto|sua|a "
        r"bunda"
        r"|os peitos)\b|^{media_pt} ?\?+$",
    ),
    "de": (
        r"(?<!nicht )\b(?:schick|schickst|zeig|zeigst|sende|sendest|verkaufst|schicken|zeigen"
        r"|postest"
        r"|schickste)e? (?!dir |ihm |ihr |.{0,20}\b(?:kein\w*|nicht))(?:\w+ ){0,4}{media_de}\b"
        r"(?! von mein)",
        r"\bich (?:will|mochte|hatte gern|brauche) (?:ein|mehr|neue|dein|deine|ein paar) "
        r"{media_de}\b",
        r"\bhast du (?!.{0,40}\b(?:gesehen|bekommen|gemacht|erhalten)\b)(?:\w+ ){0,3}"
        r"{media_de}(?: \w+){0,3} ?(?:\?|$)",
        r"\b(?:will|mochte|wurde gern|kann ich|darf ich|wurde dich gern) (?:\w+ "
        r"){0,3}(?:{media_de}|mehr"
        r" von dir|dich (?:\w+ )?(?:nackt|im bikini|in dessous|oben ohne)|nackt|deine[nr]? "
        r"(?:bruste"
        r"|titten|arsch|po|korper|fusse))(?: von dir)? ?(?:sehen|kaufen|haben|bekommen)\b",
        r"^(?:zeig|zeigst du|lass)(?: mir| mich| mal)* (?:mehr|alles|was|deine[nrs]? (?:\w+ "
        r")?(?:bruste"
        r"|titten|arsch|po|hintern|korper|fusse)|dich)\b|^{media_de} ?\?+$|^{media_de} bitte",
    ),
    "fr": (
        r"\bje (?:veux|voudrais) (?:(?:une?|des|tes|plus de|d'autres|ta) )+{media_fr}\b",
        r"(?<!ne m')(?<!\bt')(?<!\bte )(?<!t )\b(?:envoie|envoies|envoyer|montre|montres|vends|fais"
        r"|poste|file)(?:[- ]moi)? (?!pas\b)(?:\w+['-]?\w* ){0,3}{media_fr}\b(?! (?:de ma|de mon))",
        r"\b(?:tu as|t'as|as[- ]tu|tu vends|y a) (?!vu|recu|fait|regarde)(?:\w+ ){0,3}"
        r"{media_fr}(?: \w+){0,4} ?(?:\?|$)",
        r"\b(?:je veux|je voudrais|j'aimerais|je peux|puis[- ]je|j'ai envie de) (?:te )?(?:voir"
        r"|acheter"
        r"|avoir) (?:\w+ ){0,3}(?:{media_fr}|plus de toi|nue|toute nue|en (?:lingerie|bikini)|tes "
        r"(?:"
        r"seins|fesses|pieds|formes))\b",
        r"^(?:montre|montre[- ]moi|fais voir|envoie)(?:[- ]moi)? (?:plus|tout|en plus|tes (?:seins"
        r"|fesses"
        r"|pieds)|ton (?:corps|cul)|quelque chose)\b|^{media_fr} ?\?+$|^{media_fr} (?:stp|svp)",
    ),
    "it": (
        r"(?<!non )(?<!non mi )\b(?:manda(?:mi)?|mandi|mandarmi|invia(?:mi)?|mostra(?:mi)?|mandami"
        r"|vendi|mostrarmi|fammi vedere|condividi) (?:\w+ ){0,3}{media_it}\b(?! (?:del mio|della "
        r"mia))",
        r"(?<!non )\b(?:voglio|vorrei) (?:(?:un|una|delle|dei|altr[ei]|tuo|tua|tuoi|tue|qualche"
        r"|vedere) "
        r")+{media_it}\b",
        r"\bhai (?!visto|ricevuto|fatto|guardato)(?:\w+ ){0,3}{media_it}(?: \w+){0,3} ?(?:\?|$)",
        r"(?<!non )\b(?:voglio|vorrei|posso|mi piacerebbe) (?:vedere|comprare|avere|vederti) "
        r"(?:\w+ )"
        r"{0,3}(?:{media_it}|(?:di )?piu di te|il tuo corpo|nuda|in (?:bikini|lingerie|intimo))\b"
        r"|\bvederti (?:nuda|in bikini|in lingerie|senza)\b",
        r"^(?:fammi vedere|mostrami|mandami) (?:di piu|tutto|qualcosa|il tuo|le tue|il culo|le "
        r"tette)\b"
        r"|^{media_it} ?\?+$|^{media_it} (?:per favore|dai)",
    ),
}

ASKS_PRICE: dict[str, tuple[str, ...]] = {
    "en": (
        r"\bhow much (?:is|are|for|do (?:you|u) (?:charge|want|take|ask)(?: for)?|would|to|does|r|u"
        r" charge) ?(?:(?:it|that|this|one|the|a|an|your|ur|those|these|some|more|see|unlock|for"
        r"|cost"
        r"|full|custom) ?)*(?:{media_en}|cost|be|more|custom\w*|unlock\w*|see|that|it|this"
        r"|everything"
        r"|all|one|show|session|call|chat|feet|menu|$|\?|for it|personal\w* \w+|bundle)",
        r"^(?:and |so |ok |hey |babe |baby )*how much(?: babe| baby| hun| then| tho| though| please"
        r"| pls| u want| you want| is it)? ?(?:\?|$)|\bhow (?:much|many) (?:\$|dollars|bucks|money|"
        r"euros?)\b",
        r"\b(?:what|wat|whats|what's)(?: is| are|'re|r)? ?(?:do |does |would |will |ur |your |the "
        r")*(?:"
        r"\w+ ){0,3}?(?:charge|prices?|rates?|pricing|fees?|cost|cost me|price range)\b(?! of "
        r"(?:living"
        r"|gas|eggs|rent|milk))(?! (?:you|your|ur)\b)(?! (?:for|of) (?:gas|eggs|rent|milk"
        r"|a (?:house|car"
        r"|beer)))",
        r"^(?:ur |your |the |any )?(?:prices?|rates?|pricing|cost)(?: list| please| pls| plz| "
        r"range| for"
        r" \w+)? ?(?:\?|$)|\b(?:price list|your (?:rates|prices|pricing)|ur (?:rates|prices))\b",
        r"\bprices? (?:for|of|on) (?:\w+ ){0,2}(?:{media_en}|it|that|one)\b",
        r"\b(?:is|are) (?:it|that|this|they|the \w+|your \w+) (?:expensive|pricey|cheap"
        r"|free)\b(?:.{0,20}"
        r"\?|$| or)|\bdo i (?:have to|need to|gotta) pay\b|\bhow expensive\b|\bhow do i pay\b",
    ),
    "es": (
        r"\bcuanto (?:cuesta|vale|cobras|por|sale|seria|pides|es)(?!.{0,25}\b(?:vuelo|coche|casa"
        r"|piso"
        r"|entrada|viaje)\b)\b",
        r"^(?:y )?cuanto ?\?|\b(?:que|cual es (?:el|tu)|cuales son (?:tus|los)|a que|dime (?:el"
        r"|tus))"
        r" precios?\b|^(?:el )?precios? ?(?:\?|$)|\bprecios? (?:de(?:l)?|por|para) (?:\w+ ){0,2}"
        r"{media_es}\b|\btarifas?\b|\bes (?:muy )?(?:caro|gratis)\b",
    ),
    "pt": (
        r"\bquanto (?:custa|e|cobra|fica|sai|voce cobra|vc cobra|ta)\b(?!.{0,25}\b(?:voo|carro|casa"
        r"|aluguel|gasolina|ingresso)\b)|^(?:e )?quanto ?\?",
        r"\b(?:qual|quais) (?:e |sao )?(?:o|os|seu|seus|teu)? ?(?:precos?|valor(?:es)?)\b(?! d[ao] "
        r"(?:cafe"
        r"|gasolina|aluguel))|^(?:o )?(?:precos?|valor(?:es)?) ?(?:\?|$)|\be (?:muito )?(?:caro|de "
        r"graca"
        r") ?\?",
    ),
    "de": (
        r"\b(?:was|wie ?viel) (?:kostet|kosten|nimmst du|verlangst du|willst du|wurde|kost|macht)\b"
        r"(?!.{0,25}\b(?:bier|benzin|miete|auto|flug|haus|bei euch|bei dir|brot)\b)",
        r"^(?:und )?wie ?viel ?\?|\bwie teuer\b(?!.{0,20}\b(?:benzin|miete|auto|flug)\b)|^(?:der "
        r"|die |"
        r"deine )?preise? ?(?:\?|$|bitte)|\b(?:deine|welche|die) preise\b(?! fur (?:benzin|miete))|"
        r"\bwas sind deine preise\b|\bpreisliste\b",
    ),
    "fr": (
        r"\b(?:combien|c'est combien) (?:pour|ca coute|coute(?:nt)?|tu (?:prends|demandes|veux)"
        r"|c'est"
        r"|(?:la|le|les|ta|une) {media_fr}|ca (?:fait|vaut))|^(?:et )?(?:c'est )?combien ?(?:\?|$)",
        r"\b(?:quel|quels|c'est quoi) (?:est |sont )?(?:ton|tes|le|les) (?:prix|tarifs?)\b(?! de l'"
        r"essence)|^(?:tes |ton |les |le )?(?:prix|tarifs?) ?(?:\?|$)|\bt(?:u|es) prends combien\b"
        r"|\bca"
        r" coute combien\b|\bc'est (?:cher|gratuit) ?\?",
    ),
    "it": (
        r"\bquanto (?:costa(?:no)?|viene|vuoi|chiedi|prendi|fai pagare|per|sarebbe"
        r"|e)\b(?!.{0,25}\b(?:volo"
        r"|benzina|macchina|casa|affitto|biglietto|alta)\b)|^(?:e )?quanto ?(?:\?|$)",
        r"\b(?:qual e|quali sono|a che) (?:il |i |tuoi )*prezz[oi]\b(?! della benzina)|^(?:il |i "
        r")?prezz"
        r"[oi] ?(?:\?|$)|\btariff[ae]\b|\be (?:caro|gratis) ?\?",
    ),
}

ASKS_CUSTOM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:do|make|sell|offer|get|order|want|buy|have|for|of|are|open to|are|price|take"
        r"|take)(?: \w+)"
        r"{0,3}? customs?\b(?! (?:paint|plates?|bike|car|pc|keyboard|officer|border|made|at))",
        r"\b(?:custom|customi[sz]ed|personal|personali[sz]ed|tailored|bespoke|made[- ]to[- ]order) "
        r"{media_en}\b|^customs? ?\??$",
        r"\b(?:make|film|record|do|shoot|take|create|send|have|get|want|made|something)\b(?: "
        r"\w+){0,5} "
        r"(?:just|only|personally|especially|specially) (?:made )?(?:for|4) me\b(?<!cake just for "
        r"me)",
        r"\b(?:video|vid|clip|pic|photo|one|content)\b(?: \w+){0,3} (?:just|only)? ?for me "
        r"personally\b",
        r"\b(?:say|moan|write|scream|use|with|saying|moaning) my name (?:in|on|for|while|$)",
        r"\b(?:do|take|accept|fulfil\w*|doing|open for|open to) (?:\w+ )?requests\b|\b(?:i have"
        r"|i'?ve got"
        r"|can i (?:make|request|ask for|put in)|could i (?:make|request)|make) an? (?:special "
        r"|small |"
        r"little )*request (?:for|about)\b|\bcan i request (?:something|a|an)\b",
        r"\b(?:would|could|can|will) (?:you|u) (?:wear|put on|try) (?:\w+ ){1,4}(?:in|for) (?:an? "
        r"|the "
        r"|your |my )?(?:\w+ )?{media_en}\b|\b(?:make|film|do|take) (?:one|a video|a vid|a pic|a "
        r"clip)"
        r" (?:\w+ )?(?:wearing|with|in|where|doing|saying)\b",
        r"\b(?:want|like|love|order|get) (?:\w+ ){0,3}made (?:just |only |specially )*for me\b",
    ),
    "es": (
        r"\b{media_es} (?:\w+ )?(?:personalizad[oa]s?|personal(?:es)?|a medida|custom)\b",
        r"\b(?:haces|grabas|grabar|hacer|harias|puedes|vendes|me haces) (?:\w+ ){0,3}(?:customs?"
        r"|solo "
        r"para mi|(?:\w+ )?para mi|con mi nombre|diciendo mi nombre)\b|\bdiciendo mi nombre\b"
        r"|\b(?:aceptas|haces) (?:pedidos|encargos)\b|\bcon mi nombre\b",
    ),
    "pt": (
        r"\b{media_pt} (?:\w+ )?(?:personalizad[oa]s?|custom|sob medida|por encomenda)\b",
        r"\b(?:faz|grava|gravar|fazer|faria|pode) (?:\w+ ){0,4}(?:customs?|so (?:pra|para) mim|com "
        r"meu "
        r"nome|falando meu nome)\b|\b(?:aceita|faz) (?:pedidos|encomendas)\b|\bfalando meu nome\b",
    ),
    "de": (
        r"\b(?:custom|personliche[sn]?|individuelle[sn]?|personalisierte[sn]?)[ -]?{media_de}\b"
        r"|\bwunsch(?:video|videos|bild|bilder|foto|fotos|clips?|content)\b|\b(?:machst|auch|hast"
        r"|ein|einen) (?:du )?(?:auch )?customs?(?: ?\?|$)",
        r"\b(?:drehen|drehst|machen|machst|aufnehmen|video|foto|bild|was) (?:\w+ ){0,4}?(?:nur"
        r"|extra|"
        r"speziell|ganz allein) fur mich\b|\bnur fur mich (?:\w+ )?(?:drehen|machen|aufnehmen)\b"
        r"|\bmeinen"
        r" namen (?:sagen|sagst|stohnen)\b",
    ),
    "fr": (
        r"\b{media_fr} (?:\w+ )?(?:personnalisee?s?|persos?|sur mesure|custom|a la demande)\b",
        r"\b(?:faire|fais|tourner|filmer|tournes|{media_fr}) (?:\w+ ){0,3}?(?:rien que|juste|que|"
        r"specialement) pour moi\b|\b(?:combien|faire|fais|des|un) (?:\w+ )?customs?(?: ?\?|$)"
        r"|\bdis(?:ant|es)? mon (?:nom|prenom)\b|\bsur mesure pour "
        r"moi\b",
    ),
    "it": (
        r"\b{media_it} (?:\w+ )?(?:personalizzat[oi]|su (?:richiesta|misura)|custom)\b",
        r"\b(?:fare|fai|gira|girare|registri|{media_it}) (?:\w+ ){0,3}?(?:solo|apposta) per me\b"
        r"|\b(?:fai|dei|un|fare) customs?\b|\b(?:dicendo|dici|con) il mio nome\b",
    ),
}
