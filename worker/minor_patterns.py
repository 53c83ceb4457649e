"""
An age below eighteen said of oneself, as data for each of the six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_AGE` is blanked out before `AGE` is looked for: other people's ages, the past, other things that
are counted. School and parents are in worker/school_patterns.py.
"""

from __future__ import annotations

from worker.minor_patterns_de_fr_it import AGE_DE_FR_IT, NO_AGE_DE_FR_IT

WORDS = {
    "young": r"(?:1[0-7]|{young_en}|{young_es}|{young_pt}|{young_de}|{young_fr}|{young_it})",
    "child": (
        r"(?:[5-9]|1[0-7]|{young_en}|{young_es}|{young_pt}|{young_de}|{young_fr}|{young_it})"
    ),
    "young_en": r"(?:ten|eleven|twelve|thirteen|fourteen|fif ?teen|fiveteen|sixteen|seventeen)",
    "young_es": r"(?:once|doce|trece|catorce|quince|dieci ?seis|dieci ?siete)",
    "young_pt": r"(?:onze|doze|treze|quatorze|catorze|quinze|dez[ea]sseis|dez[ea]ssete)",
    "young_de": r"(?:elf|zwolf|dreizehn|vierzehn|fu?e?nfzehn|sechzehn|siebzehn)",
    "young_fr": r"(?:onze|douze|treize|quatorze|quinze|seize|dix sept)",
    "young_it": r"(?:undici|dodici|tredici|quattordici|quindici|sedici|diciassette)",
    "grown": r"(?:18|19|2[0-5]|eighteen|nineteen|dieciocho|dezoito|achtzehn|dix huit|diciotto)",
    "adult": r"(?:18|eighteen|dieciocho|dezoito|achtzehn|dix huit|diciotto)",
    "end": (
        r"(?![\w%€$£°])(?! \d)(?! ?(?:[:.,x/*+] ?\d|[%€$£°x]))(?! (?:to|of|out of|in a row"
        r"|in line|from (?:the )?(?:top|end|bottom)|or so \w+s|more|other|different|hundred"
        r"|thousand|million|grand|mil|million\w*|tausend|mille|times|percent|per|feet|foot|inch"
        r"|ft|cm|km|kg|kilo|lb|min|mins|minutes?|minutos?|minuten?|minuti|hours?|horas?"
        r"|stunden?|heures?|ore|hrs?|hr|sec|sek|days?|dias?|tagen?|jours?|giorni|weeks?|wochen?"
        r"|semanas?|semaines?|settimane|months?|meses|monaten?|mois|mesi|miles?|meters?|metres?"
        r"|meter|metros?|metri|km/h|degrees?|grados|graus|grad|degres|gradi|euros?|dollars?"
        r"|dolares|bucks|pounds?|quid|reais|pesos|balles|uhr|am|pm|prozent|por ciento|pour cent"
        r"|per ?cento|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
        r"|octubre|noviembre|diciembre|(?!texas|sp\b|bh\b)mes)|followers|seguidores|photos?"
        r"|fotos?|videos?|vids|messages?|mensajes|mensagens|nachrichten|messaggi|beers?|games"
        r"|cats|dogs|gatos|perros|people|personas|pessoas|leute|personnes|persone|others|drinks"
        r"|shots|episodes?|levels?|pages?|points?|puntos|punkte|reps"
        r"|years? (?:{not_old}))\b)(?! (?!years|yrs|this|pls|plus|guys|sometimes|always|bros"
        r"|girls|boys|teens|ans|anos|annos|aninhos|anitos|nos|das|mais|mas|pues|es|vos|tres|was"
        r"|bis|dis|suis|sans|jus|sus|s\b|is\b|as|us|yes|its|thats|vous|les|tous|des|pas|alles"
        r"|ois|los|las|years|gehts|uns|als|aus|dans)[a-z]{2,}s\b)"
    ),
    "not_old": r"(?!(?:old|young|of age|btw|lol|now|and|but|so)\b)[a-z]+",
    "im": r"\b(?:i ?m|i am|ima|i be|imma|m)\b",
    "just_en": (
        r"(?:[ ,.…]*(?:only|just|actually|still|really|like|literally|about|abt|bout|almost"
        r"|nearly|kinda|basically|technically|barely|honestly|secretly|also|a|an|so|even"
        r"|just turned|turned|turning|going on|gonna be|about to be|about to turn|tbh|lol|uh+"
        r"|um+|well|ok|ummm?|in fact|but|barley|close to|bearly|prob|probably|here"
        r"|super)){0,4} ?,? ?"
    ),
    "yo": r"(?:yo|y ?o|yrs?|years?|yrs? old|years? old|y old|year ?olds?|yr ?olds?)\b",
    "of_them": (
        r"(?:(?!\b(?:i|im|ive|ich|bin|yo|soy|estoy|tengo|eu|sou|tenho|je|jai|chui|io|sono|ho|me"
        r"|but|pero|aber|mais|ma)\b)[^.!?;]){0,45}"
    ),
    "kin": (
        r"\b(?:(?:my|mi|mis|meu|meus|minhas?|mein\w*|unser\w*|mon|ma|mes|mia|mio|mie|miei|our"
        r"|nuestr\w+|nosso|nossa|notre|nostr\w|the|la|el|der|die|le|il|o|a|sein\w*|ihr\w*|your"
        r"|his|her|tu|tua|tuo|deine?|dein|ta|ton) )(?:\w+ ){0,2}?(?:daughters?|sons?|kids?"
        r"|child|children|nephews?|nieces?|brothers?|sisters?|bro|sis|cousins?|students?"
        r"|step\w+|grand\w+|girls?|boys?|babys?|baby|teens?|neighbou?rs?|friends?|dogs?|cats?"
        r"|puppy|car|truck|hij[oa]s?|herman\w+|sobrin\w+|prim[oa]s?|niet[oa]s?|nin[oa]s?"
        r"|alumn\w+|perr[oa]s?|gat[oa]s?|filh[oa]s?|irma\w*|net[oa]s?|alun[oa]s?|cachorr\w+"
        r"|tochter|sohn|sohne|kind|kinder|neffen?|nichten?|bruder|schwester|enkel\w*|schuler\w*"
        r"|hund|katze|auto|kleine[rn]?|grosse[rn]?|filles?|fils|enfants?|neveux?|nieces?"
        r"|freres?|soeurs?|cousine?s?|eleves?|chiens?|chats?|gamine?s?|ado|figli\w*|nipot\w+"
        r"|fratell\w+|sorell\w+|cugin\w+|alliev\w+|student\w+|studentess\w+|cane|gatt\w+"
        r"|bambin\w+)\b"
    ),
}

NO_AGE: dict[str, tuple[str, ...]] = {
    "all": (
        r"{kin}{of_them}",
        r"\b(?:my|our|the|his|her|mein|meine|unser|mon|ma|mio|mia|mi) {child} ?(?:yo|y ?o"
        r"|yrs? old|years? old|year olds?|jahrige\w*|enne)\b{of_them}",
        r"\b\d+ ?(?:and|y|e|und|et|or|o|ou|oder) \d+ (?:years|anos|jahre|ans|anni)\b",
    ),
    "en": (
        r"\b(?:when|since|back when|before|until|after|while|til|till) (?:i|we|he|she"
        r"|they) (?:was|were|turned|had just turned|had turned) (?:\w+ ){0,3}{child}\b",
        r"\b(?:since|at|from|by) (?:the )?(?:age (?:of )?)?{child}\b(?: i\b)?",
        r"\bi was (?:\w+ ){0,3}{child}\b(?! (?:last|yesterday|until))",
        r"\b(?:not|isnt|arent|aint|no longer|wasnt|never) (?:a |an |some )?{child}\b",
        r"\b(?:wish|if|imagine|pretend|as if|as though|act|acting|feel|felt|feeling|look|looked"
        r"|treat(?:s|ed|ing)? me|talk to me) (?:like )?(?:i ?m|i am|i was"
        r"|i were) (?:\w+ )?{child}\b",
        r"\b(?:feel|felt|feeling|look|acting|act|behav\w+|giggling"
        r"|blush\w*) (?:\w+ )?(?:like )?(?:im |i am |a |an )?(?:\w+ )?{child}\b",
        r"{im}{just_en}{child} ?(?:again|at heart|inside|in my head|in dog years|in spirit"
        r"|forever)",
        r"\b{child} ?(?:year|yr)s?(?: |-)?old(?:s)? (?:(?:single )?malt|scotch|whisk\w+|wine"
        r"|car|truck|house|son|daughter|kid|dog|cat|nephew|niece|bottle|rum|boiler|couch"
        r"|laptop)\b",
        r"\b(?:old|older|young|younger) (?:than|enough)\b",
        r"\b(?:he|she|they|it|hes|shes|theyre|its|you|youre|ur|u r|u)\b(?: (?!talk|chat|text"
        r"|date|mind|care|ok\b|be with)\w+){0,3} {child}\b",
        r"\bim (?:like )?(?:\w+ )?{child} (?:years|yrs) (?:{not_old})\b",
        r"\b(?:not|no|never|aint|isnt) (?:a |an |with )?(?:minors?|underage|under age"
        r"|under ?18)\b",
        r"\b(?:a minor (?:issue|thing|problem|detail|injury|key|setback|inconvenience|delay"
        r"|surgery|accident|change|chord|scale|bug)|minor league)\w*",
        r"(?<!you )(?<!that )\b(?:i|we) (?:was|were) (?:\w+ )?(?:underage|a minor)\b",
        r"\b(?:kids?|people|anyone|someone|girls|boys|nobody|guys|those|users|drinking|no one"
        r"|if (?:you|u|youre|ur)|are (?:you|u)|sex) (?:\w+ )?(?:underage|under ?18)\b",
        r"\bunderage (?:drinking|kids|girls|boys|people|drinkers|customers|users)\b",
        r"\b(?:for|on|since|remember|before|after|until) my (?:sweet )?(?:{child}(?:th)?"
        r"|1[0-7]th) (?:birthday|bday)(?! (?:is|in|next|tomorrow|party))",
        r"\bturn(?:ing|ed)? {young} (?:grey|gray|degrees|heads|pages|into)\b",
    ),
    "es": (
        r"\b(?:cuando|desde que|de cuando) (?:yo )?(?:tenia|cumpli|tuve"
        r"|era)\b(?: \w+){0,2} {child}\b",
        r"\b(?:a|desde|con|de) (?:los|mis) {child}\b|\btenia (?:\w+ )?{child}\b",
        r"\btengo {child} anos (?:trabajando|viviendo|casad\w+|de|en|sin|con|siendo|haciendo"
        r"|aqui)\b",
        r"\b(?:hace|llevo|desde hace|por) {child} anos\b|\b{child} anos (?:casad\w+|de"
        r"|junt\w+)\b",
        r"\b(?:ella|el|elle|tu|usted|tiene|tienes|tienen)\b(?: \w+){0,2} {child}\b",
        r"\bno (?:soy|eres) (?:un |una )?(?:menor|nin[oa])\b|\bmenor de (?:edad no|los|mis"
        r"|\w+ herman\w+)|\bhermano? menor\b|\bmenor de (?:3\d|4\d|5\d|60)\b",
        r"\b(?:siento|sentir|senti) (?:\w+ )?(?:como )?(?:de|si tuviera) {child}\b",
    ),
    "pt": (
        r"\b(?:quando|desde que) (?:eu )?(?:tinha|fiz|era)\b(?: \w+){0,2} {child}\b",
        r"\b(?:aos|desde os|com|com os|dos) (?:meus )?{child}\b"
        r"|\b(?:eu )?tinha (?:\w+ )?{child}\b",
        r"\btenho {child} anos (?:de|trabalhando|morando|casad\w+|em|na|no|sem|com|aqui)\b",
        r"\b(?:faz|ha|tem|por) {child} anos\b|\b{child} anos (?:casad\w+|de|junt\w+)\b",
        r"\b(?:ele|ela|voce|vc|eles|elas)\b(?: \w+){0,2} {child}\b",
        r"\bnao (?:sou|e) (?:de )?menor\b|\bmenor (?:preco|ideia|problema|valor|esforco"
        r"|duvida)\b",
    ),
    **NO_AGE_DE_FR_IT,
}

AGE: dict[str, tuple[str, ...]] = {
    "all": (
        r"(?:{im}|\bi said|\btengo|\btenho|\bbin|\bj ?ai|\bc ?ho|\bho|\bsono"
        r"|^)[ a-z,]{0,15}{grown}\b[^?;]{0,25}\b(?:well|actually|ok|okay|jk|kidding|mean|meant"
        r"|almost|lol|haha|lie|lying|lied|wait|technically|soon|bueno|mentira|casi|realidad"
        r"|digo|verdade|quase|brinks|brincadeira|naja|na ja|eigentlich|fast|quatsch|also|scherz"
        r"|enfin|bon|presque|vrai|non|euh|anzi|cioe|quasi|realta|vabbe|no|nah|next"
        r"|or)\b[^?;]{0,25}?\b{young}{end}",
        r"^(?:\w+[ ,]+){0,3}?1[0-7] ?[mfhw]\b(?! ?(?:away|long|tall|deep|high|from|of|below"
        r"|above|views|followers|subs|down))",
        r"(?:^|\basl\b.{0,8}|[,.!] |{im} )(?:[mfhw] ?)1[0-7]{end}(?! ?(?:jets?|rifle|motorway))",
        r"(?:^|[,.!] )(?:\w+ ){0,1}?{young} ?(?:yo|y ?o|yr old|year old"
        r"|years old)\b(?! \w*(?:whisk|scotch|wine|malt|rum|car|house|dog|cat|son|daughter|kid))",
        r"^(?:{young}|[89]) ?(?:anos|anitos|aninhos|jahre(?: alt)?|ans|piges|anni"
        r"|primaveras)\b(?! (?:de|di|dexp|danc|casad|sposat|mari|verheir|da|fa|later|despues"
        r"|depois|junt|insieme|trabaj|in der|her|spater|plus tard|decart|en|na|no|con|com|mit"
        r"|avec|ist|sind|war|es|ha|e|sao|c est|cest|viviendo|zusammen|ensemble))",
        r"\b(?:age|edad|idade|alter|eta|mi edad es|minha idade e|my age is|mon age"
        r"|la mia eta e) ?(?:is|es|e|ist|:|=|,)? ?{child}{end}",
    ),
    "en": (
        r"{im}{just_en}{young}{end}",
        r"{im}{just_en}{child} ?{yo}(?! (?:{not_old})\b)",
        r"(?:{im}|\bas)(?: like| just| only| literally| such)* "
        r"an? (?:\w+ ){0,2}?{child} ?{yo}(?! (?:whisk|scotch|wine))",
        r"{im}(?: \w+){0,2}? an? (?:\w+ )?{young} (?:girl|boy|guy|kid|dude|male|female"
        r"|teen\w*)\b",
        r"\b(?:i|ill|i will|im|i am|im gonna|im going to|imma|when i|until i|til i|till i"
        r"|before i|once i|cant wait to|wait to|have to) (?:finally |just |only |barely "
        r"|officially |be |gonna |to |about to |going to |almost )*(?:turn|turns|turning|be|hit"
        r"|become|becoming|am|im|reach) (?:finally |officially |like |only )?(?:{adult}|{young}"
        r"|legal age|an adult)\b{end}(?! (?:late|there|to|inches|heads|my own))",
        r"^(?:\w+ ){0,2}?turning (?:{adult}|{young})\b",
        r"\b(?:i )?(?:just |only |finally |recently )turned {young}{end}|\bi turned {young}{end}",
        r"\b(?:im |i am )?(?:not|aint|almost|nearly|not even|not quite|soon|basically"
        r"|practically|close to|pretty much|barely not|still not"
        r"|isnt) (?:\w+ ){0,1}?{adult}\b{end}",
        r"\b{adult} (?:in|soon|next) (?:\w+ )?(?:\d+ |a |one |two |three |few |couple "
        r"|couple of )*(?:days?|weeks?|months?|mo|years?|january|february|march|april|may|june"
        r"|july|august|september|october|november|december|summer|spring|winter|fall|birthday"
        r"|week|month|year)\b",
        r"\b(?:ok|okay|cool|fine|mind|care|problem|bad|weird|illegal"
        r"|wrong) (?:\w+ ){0,2}?(?:talking|chatting|flirting|texting|sexting|being|speaking"
        r"|going) (?:\w+ )?(?:to|with) an? {young}\b|\bwould (?:you|u) (?:\w+ )?(?:talk|chat"
        r"|text|date|flirt|be|hang|sext|do it) (?:\w+ )?(?:to|with)? ?an? {young}\b"
        r"|\b(?:i know )?im (?:probably |way |kinda |prob )?too young\b|\btill? (?:im "
        r"|i am )?legal\b|^turned {young}{end}|\b(?:years?|months?|weeks?|days?|yrs?) (?:till?"
        r"|until|from|away from|before|to|short of|left (?:till?|until)) (?:i ?m |i turn |im "
        r"|my |turning |being |i hit )?{adult}",
        r"\b(?:im|i am|am|being|bc|cuz|kinda|technically|still|a bit|actually|id be"
        r"|i was) (?:\w+ ){0,2}?(?:a minor|under ?age|under 18|below 18|not legal|not of age"
        r"|too young to be (?:here|on here))\b",
        r"\bi was underage\b|\b(?:told (?:you|u)|what if|would (?:you|u) (?:mind|care)|(?:you"
        r"|u) care|is it (?:ok|bad)|dont care) (?:\w+ ){0,4}?(?:underage|a minor|under 18"
        r"|{young}{end})",
        r"^(?:\w+ )?(?:under ?age|a minor)\b(?: here| lol| btw|$|[,.])",
        r"\b(?:i )?(?:lied|fake|faked|lying) (?:\w+ ){0,3}(?:my age|being 18|i was 18|im 18"
        r"|my id|birth ?(?:day|date|year))\b|\bused my (?:\w+ )?(?:moms?|dads?|brothers?"
        r"|sisters?) id\b",
        r"\bmy (?:sweet )?(?:{young}(?:th)?|1[0-8]th|sixteenth|fifteenth|seventeenth|eighteenth"
        r"|fourteenth|thirteenth|sweet sixteen) ?(?:birthday|bday)?(?: party)? (?:is|was|this"
        r"|next|tomorrow|coming|in \d|on|yesterday|last week)\b(?! (?:in 19|in 20|years))",
        r"^(?:lol |haha |ok |hey |hi |umm? |uh |well |hmm |nope |no |its "
        r"|promise )*{young} (?:but|lol|btw|and a half|almost|going on|why|is that|haha|hbu|wbu"
        r"|u\b|and you|yo\b|here|turning|years)",
        r"\b(?:i only|i|only|just) (?:have |got )?{young} (?:years? old|yo)\b",
    ),
    "es": (
        r"\b{young} (?:anitos|aniitos|primaveras)\b",
        r"\b(?:tengo|tngo|tng|tego|con|apenas|solo|recien|ya tengo) (?:\w+ ){0,2}?(?:los "
        r"|mis )?{young} ?(?:anos|anitos|aniitos|annos|anios|ano)\b(?! (?:trabaj|viv|casad|de"
        r"|en|sin))",
        r"\b(?:tengo|tngo|tng|tego) (?:\w+ ){0,2}?{young}{end}(?! (?:[a-z]+[ao]s?\b (?:de|en)))",
        r"\btengo (?:\w+ ){0,2}?[5-9] (?:anos|anitos)\b(?! (?:trabaj|viv|casad|de|en|sin))",
        r"\b(?:soy|un|una) (?:\w+ ){0,2}?(?:chic[oa]|chav[oa]|nin[oa]|pib[ea]|chaval\w*"
        r"|morr[oa]|muchach\w|tipo|joven|adolescente)?\s?(?:de|d) {young} ?(?:anos|anitos|$|,)",
        r"\b(?:cumplo|cumplire|cumplir|voy a cumplir|acabo de cumplir|cumpli|estoy por cumplir"
        r"|estoy a punto de cumplir|los) (?:\w+ )?(?:los )?(?:{young}"
        r"|{adult})\b(?! (?:anos )?(?:de|meses))",
        r"\b{young} (?:\w+ )?(?:recien )?cumplidos\b",
        r"\b(?:no tengo|no cumplo|no he cumplido|todavia no|aun no|me faltan?|faltan|casi"
        r"|casi tengo|hasta que tenga|cuando tenga|cuando cumpla|antes de los|en breve"
        r"|pronto) (?:\w+ ){0,6}?(?:{adult})\b{end}",
        r"\b(?:soy|como soy|sigo siendo|siendo|aun soy|todavia soy|que sea"
        r"|si fuera) (?:\w+ ){0,2}?(?:menor(?! que)|(?:un |una )?nin[oa]\b|menor de edad"
        r"|adolescente|chibol[oa])\b|\b(?:^|y )menor de edad\b|\bno soy mayor de edad\b|\b(?:no"
        r"|aun|todavia) (?:\w+ )?mayor de edad\b",
        r"\b(?:faltan?|falta) (?:\w+ ){0,5}?(?:ser mayor|la mayoria|mayoria de edad"
        r"|mayor de edad)\b|\b(?:menti|miento|mentir) (?:\w+ ){0,3}edad\b",
    ),
    "pt": (
        r"\b{young} (?:aninhos|aninho|anin)\b",
        r"\b(?:tenho|tnh|tenhu|to com|estou com|com|so|apenas) (?:\w+ ){0,2}?(?:os "
        r"|meus )?{young} ?(?:anos|aninhos|anin|ano|aninho)\b(?! (?:de|trabalh|mor|casad|em|na"
        r"|no|sem))",
        r"\b(?:tenho|tnh|tenhu) (?:\w+ ){0,2}?{young}{end}(?! (?:[a-z]+[ao]s\b))",
        r"\btenho (?:\w+ ){0,2}?[5-9] (?:anos|aninhos)\b(?! (?:de|trabalh|mor|casad|em))",
        r"\b(?:sou|um|uma) (?:\w+ ){0,2}?(?:menin[oa]|garot[oa]|guri\w?|moleque|rapaz|mocinh\w"
        r"|mina|adolescente)? ?de {young} ?(?:anos|aninhos|$|,)",
        r"\b(?:faco|fazer|farei|vou fazer|fiz|acabei de fazer|completo|completar|quando fizer"
        r"|faltam?|falta|ate fazer|ate eu fazer) (?:\w+ ){0,5}?(?:{young}"
        r"|{adult})\b(?! (?:anos )?(?:de|em|que|meses|reais|minutos|dias|semanas|horas|fotos"
        r"|videos|flexoes|km))",
        r"\b(?:nao tenho|nao fiz|ainda nao|quase|quase com|quase fazendo"
        r"|antes dos) (?:\w+ ){0,4}?{adult}\b{end}",
        r"\b(?:sou|era|como sou|ainda sou|continuo) (?:\w+ ){0,2}?(?:de )?menor\b(?! (?:que"
        r"|do))|\b(?:^|e )(?:de menor|menor de idade)\b|\bnao sou (?:de )?maior\b"
        r"|\bsou (?:so )?(?:uma |um )?(?:crianca|adolescente)\b",
        r"\b(?:menti|minto) (?:\w+ ){0,3}idade\b",
    ),
    **AGE_DE_FR_IT,
}
