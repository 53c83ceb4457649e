"""
An age below eighteen said of oneself, as data for each of the six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_AGE` is blanked out before `AGE` is looked for: other people's ages, the past, other things that
are counted. School and parents are in worker/school_patterns.py.
"""

from __future__ import annotations

WORDS = {
    # Ten and above: below that a bare number is more often something else.
    "young": r"(?:1[0-7]|{young_en}|{young_es}|{young_pt}|{young_de}|{young_fr}|{young_it})",
    "child": r"(?:[5-9]|1[0-7]|{young_en}|{young_es}|{young_pt}|{young_de}|{young_fr}|{young_it})",
    "young_en": r"(?:ten|eleven|twelve|thirteen|fourteen|fif ?teen|fiveteen|sixteen|seventeen)",
    "young_es": r"(?:once|doce|trece|catorce|quince|dieci ?seis|dieci ?siete)",
    "young_pt": r"(?:onze|doze|treze|quatorze|catorze|quinze|dez[ea]sseis|dez[ea]ssete)",
    "young_de": r"(?:elf|zwolf|dreizehn|vierzehn|fu?e?nfzehn|sechzehn|siebzehn)",
    "young_fr": r"(?:onze|douze|treize|quatorze|quinze|seize|dix sept)",
    "young_it": r"(?:undici|dodici|tredici|quattordici|quindici|sedici|diciassette)",
    "grown": r"(?:18|19|2[0-5]|eighteen|nineteen|dieciocho|dezoito|achtzehn|dix huit|diciotto)",
    "adult": r"(?:18|eighteen|dieciocho|dezoito|achtzehn|dix huit|diciotto)",
    # What no age is followed by: a decimal, a clock, a unit, a plural.
    "end": r"(?![\w%€$£°])(?! \d)(?! ?(?:[:.,x/*+] ?\d|[%€$£°x]))(?! (?:to|of|out of|in a row|in line"
    r"|from (?:the )?(?:top|end|bottom)|or so \w+s|more|other|different|hundred|thousand|million"
    r"|grand|mil|million\w*|tausend|mille|times|percent|per|feet|foot|inch|ft|cm|km|kg|kilo|lb|min"
    r"|mins|minutes?|minutos?|minuten?|minuti|hours?|horas?|stunden?|heures?|ore|hrs?|hr|sec|sek"
    r"|days?|dias?|tagen?|jours?|giorni|weeks?|wochen?|semanas?|semaines?|settimane|months?|meses"
    r"|monaten?|mois|mesi|miles?|meters?|metres?|meter|metros?|metri|km/h|degrees?|grados|graus"
    r"|grad|degres|gradi|euros?|dollars?|dolares|bucks|pounds?|quid|reais|pesos|balles|uhr|am|pm"
    r"|prozent|por ciento|pour cent|per ?cento|de (?:enero|febrero|marzo|abril|mayo|junio|julio"
    r"|agosto|septiembre|octubre|noviembre|diciembre|(?!texas|sp\b|bh\b)mes)|followers|seguidores"
    r"|photos?|fotos?|videos?|vids|messages?|mensajes|mensagens|nachrichten|messaggi|beers?|games"
    r"|cats|dogs|gatos|perros|people|personas|pessoas|leute|personnes|persone|others|drinks|shots"
    r"|episodes?|levels?|pages?|points?|puntos|punkte|reps|years? (?:{not_old}))\b)"
    r"(?! (?!years|yrs|this|pls|plus|guys|sometimes|always|bros|girls|boys|teens|ans|anos|annos"
    r"|aninhos|anitos|nos|das|mais|mas|pues|es|vos|tres|was|bis|dis|suis|sans|jus|sus|s\b|is\b|as"
    r"|us|yes|its|thats|vous|les|tous|des|pas|alles|ois|los|las|years|gehts|uns|als|aus|dans)"
    r"[a-z]{2,}s\b)",
    "not_old": r"(?!(?:old|young|of age|btw|lol|now|and|but|so)\b)[a-z]+",
    "im": r"\b(?:i ?m|i am|ima|i be|imma|m)\b",
    "just_en": r"(?:[ ,.…]*(?:only|just|actually|still|really|like|literally|about|abt|bout|almost"
    r"|nearly|kinda|basically|technically|barely|honestly|secretly|also|a|an|so|even|just turned"
    r"|turned|turning|going on|gonna be|about to be|about to turn|tbh|lol|uh+|um+|well|ok|ummm?|in"
    r" fact|but|barley|close to|bearly|prob|probably|here|super)){0,4} ?,? ?",
    "yo": r"(?:yo|y ?o|yrs?|years?|yrs? old|years? old|y old|year ?olds?|yr ?olds?)\b",
    # Somebody else, and what is told of them up to where the speaker comes back.
    "of_them": r"(?:(?!\b(?:i|im|ive|ich|bin|yo|soy|estoy|tengo|eu|sou|tenho|je|jai|chui|io|sono|ho"
    r"|me|but|pero|aber|mais|ma)\b)[^.!?;]){0,45}",
    "kin": r"\b(?:(?:my|mi|mis|meu|meus|minhas?|mein\w*|unser\w*|mon|ma|mes|mia|mio|mie|miei|our"
    r"|nuestr\w+|nosso|nossa|notre|nostr\w|the|la|el|der|die|le|il|o|a|sein\w*|ihr\w*|your|his|her"
    r"|tu|tua|tuo|deine?|dein|ta|ton) )(?:\w+ ){0,2}?(?:daughters?|sons?|kids?|child|children"
    r"|nephews?|nieces?|brothers?|sisters?|bro|sis|cousins?|students?|step\w+|grand\w+|girls?|boys?"
    r"|babys?|baby|teens?|neighbou?rs?|friends?|dogs?|cats?|puppy|car|truck|hij[oa]s?|herman\w+"
    r"|sobrin\w+|prim[oa]s?|niet[oa]s?|nin[oa]s?|alumn\w+|perr[oa]s?|gat[oa]s?|filh[oa]s?|irma\w*"
    r"|net[oa]s?|alun[oa]s?|cachorr\w+|tochter|sohn|sohne|kind|kinder|neffen?|nichten?|bruder"
    r"|schwester|enkel\w*|schuler\w*|hund|katze|auto|kleine[rn]?|grosse[rn]?|filles?|fils|enfants?"
    r"|neveux?|nieces?|freres?|soeurs?|cousine?s?|eleves?|chiens?|chats?|gamine?s?|ado|figli\w*"
    r"|nipot\w+|fratell\w+|sorell\w+|cugin\w+|alliev\w+|student\w+|studentess\w+|cane|gatt\w+"
    r"|bambin\w+)\b",
}

NO_AGE: dict[str, tuple[str, ...]] = {
    "all": (
        r"{kin}{of_them}",
        r"\b(?:my|our|the|his|her|mein|meine|unser|mon|ma|mio|mia|mi) {child} ?(?:yo|y ?o|yrs? old|years? old|year olds?|jahrige\w*|enne)\b{of_them}",
        r"\b\d+ ?(?:and|y|e|und|et|or|o|ou|oder) \d+ (?:years|anos|jahre|ans|anni)\b",
    ),
    "en": (
        r"\b(?:when|since|back when|before|until|after|while|til|till) (?:i|we|he|she|they) "
        r"(?:was|were|turned|had just turned|had turned) (?:\w+ ){0,3}{child}\b",
        r"\b(?:since|at|from|by) (?:the )?(?:age (?:of )?)?{child}\b(?: i\b)?",
        r"\bi was (?:\w+ ){0,3}{child}\b(?! (?:last|yesterday|until))",
        r"\b(?:not|isnt|arent|aint|no longer|wasnt|never) (?:a |an |some )?{child}\b",
        r"\b(?:wish|if|imagine|pretend|as if|as though|act|acting|feel|felt|feeling|look|looked"
        r"|treat(?:s|ed|ing)? me|talk to me) (?:like )?(?:i ?m|i am|i was|i were) (?:\w+ )?{child}\b",
        r"\b(?:feel|felt|feeling|look|acting|act|behav\w+|giggling|blush\w*) (?:\w+ )?(?:like )?"
        r"(?:im |i am |a |an )?(?:\w+ )?{child}\b",
        r"{im}{just_en}{child} ?(?:again|at heart|inside|in my head|in dog years|in spirit|forever)",
        r"\b{child} ?(?:year|yr)s?(?: |-)?old(?:s)? (?:(?:single )?malt|scotch|whisk\w+|wine|car"
        r"|truck|house|son|daughter|kid|dog|cat|nephew|niece|bottle|rum|boiler|couch|laptop)\b",
        r"\b(?:old|older|young|younger) (?:than|enough)\b",
        r"\b(?:he|she|they|it|hes|shes|theyre|its|you|youre|ur|u r|u)\b(?: (?!talk|chat|text|date|mind|care|ok\b|be with)\w+){0,3} {child}\b",
        r"\bim (?:like )?(?:\w+ )?{child} (?:years|yrs) (?:{not_old})\b",
        r"\b(?:not|no|never|aint|isnt) (?:a |an |with )?(?:minors?|underage|under age|under ?18)\b",
        r"\b(?:a minor (?:issue|thing|problem|detail|injury|key|setback|inconvenience|delay|surgery"
        r"|accident|change|chord|scale|bug)|minor league)\w*",
        r"(?<!you )(?<!that )\b(?:i|we) (?:was|were) (?:\w+ )?(?:underage|a minor)\b",
        r"\b(?:kids?|people|anyone|someone|girls|boys|nobody|guys|those|users|drinking|no one"
        r"|if (?:you|u|youre|ur)|are (?:you|u)|sex) (?:\w+ )?(?:underage|under ?18)\b",
        r"\bunderage (?:drinking|kids|girls|boys|people|drinkers|customers|users)\b",
        r"\b(?:for|on|since|remember|before|after|until) my (?:sweet )?(?:{child}(?:th)?|1[0-7]th)"
        r" (?:birthday|bday)(?! (?:is|in|next|tomorrow|party))",
        r"\bturn(?:ing|ed)? {young} (?:grey|gray|degrees|heads|pages|into)\b",
    ),
    "es": (
        r"\b(?:cuando|desde que|de cuando) (?:yo )?(?:tenia|cumpli|tuve|era)\b(?: \w+){0,2} {child}\b",
        r"\b(?:a|desde|con|de) (?:los|mis) {child}\b|\btenia (?:\w+ )?{child}\b",
        r"\btengo {child} anos (?:trabajando|viviendo|casad\w+|de|en|sin|con|siendo|haciendo|aqui)\b",
        r"\b(?:hace|llevo|desde hace|por) {child} anos\b|\b{child} anos (?:casad\w+|de|junt\w+)\b",
        r"\b(?:ella|el|elle|tu|usted|tiene|tienes|tienen)\b(?: \w+){0,2} {child}\b",
        r"\bno (?:soy|eres) (?:un |una )?(?:menor|nin[oa])\b|\bmenor de (?:edad no|los|mis|\w+ "
        r"herman\w+)|\bhermano? menor\b|\bmenor de (?:3\d|4\d|5\d|60)\b",
        r"\b(?:siento|sentir|senti) (?:\w+ )?(?:como )?(?:de|si tuviera) {child}\b",
    ),
    "pt": (
        r"\b(?:quando|desde que) (?:eu )?(?:tinha|fiz|era)\b(?: \w+){0,2} {child}\b",
        r"\b(?:aos|desde os|com|com os|dos) (?:meus )?{child}\b|\b(?:eu )?tinha (?:\w+ )?{child}\b",
        r"\btenho {child} anos (?:de|trabalhando|morando|casad\w+|em|na|no|sem|com|aqui)\b",
        r"\b(?:faz|ha|tem|por) {child} anos\b|\b{child} anos (?:casad\w+|de|junt\w+)\b",
        r"\b(?:ele|ela|voce|vc|eles|elas)\b(?: \w+){0,2} {child}\b",
        r"\bnao (?:sou|e) (?:de )?menor\b|\bmenor (?:preco|ideia|problema|valor|esforco|duvida)\b",
    ),
    "de": (
        r"\b(?:als|seit|wo|wie) (?:ich|wir) (?:\w+ ){0,2}{child}\b(?: \w+)? ?(?:war\w*|bin)?\b",
        r"\b(?:mit|seit|vor|ab|unter|nach) {child}(?:en)?\b|\bich war (?:\w+ ){0,2}{child}\b",
        r"\b(?:er|sie|es|du|wir|ihr) (?:ist|sind|bist|wird|wurde|war)\b(?: \w+){0,3} {child}\b",
        r"\b(?:fuhle|fuhl|fuhlte) mich (?:\w+ ){0,3}{child}\b|\bwieder {child}\b",
        r"\b(?:nicht|keine) (?:\w+ )?(?:minderjahrig|{child})\b(?! (?:18|mehr als))"
        r"|\bbin (?:doch )?keine {child} mehr\b",
        r"\bbin (?:\w+ )?{child} (?:jahre|monate) (?:alter|junger|lang|verheiratet|dabei|in|hier"
        r"|single|trocken|clean)\b|\bbin (?:\w+ )?{child} (?:junger|alter|grosser)\b",
        r"\b{child} uhr\b|\b{child} (?:grad|euro|prozent)\b|\bum {child}\b",
    ),
    "fr": (
        r"\b(?:quand|depuis que|lorsque|comme quand) (?:j ?|je )?(?:avais|etais|ai eu)\b(?: \w+){0,2}"
        r" {child}\b",
        r"\b(?:a|depuis|des|pour|vers) (?:mes |lage de |les )?{child} ans\b|\bj ?avais (?:\w+ )?"
        r"{child}\b",
        r"\bj ?ai {child} ans (?:de|dans|dexperience|danciennete|decart)\b"
        r"|\b(?:ya|il y a|pendant|marie depuis) {child} ans\b|\b{child} ans (?:de plus|de moins"
        r"|decart|de)\b",
        r"\b(?:il|elle|tu|on|ils|elles) (?:a|as|ont|avait|aura)\b(?: \w+){0,2} {child}\b",
        r"\bpas (?:une? )?mineure?\b(?! mais)|\b(?:dun|un|une|detail|probleme) mineure?\b"
        r"|\ben mineur\b|\b(?:la|do|re|mi|fa|sol|si) mineur\b|\bmineur de fond\b",
    ),
    "it": (
        r"\b(?:quando|da quando) (?:io )?(?:avevo|ho compiuto|ero)\b(?: \w+){0,2} {child}\b",
        r"\b(?:a|dai|da|coi|con|sui|fin dai) (?:miei )?{child} anni\b|\bavevo (?:\w+ )?{child}\b",
        r"\bho {child} anni (?:di|in|desperienza)\b|\b{child} anni (?:fa|di|insieme|sposat\w+)\b",
        r"\b(?:lui|lei|tu|ha|hai|hanno)\b(?: \w+){0,2} {child}\b",
        r"\bnon sono (?:un |una )?(?:minorenne|{child}enne)\b|\bniente minorenni\b",
    ),
}

# "Tengo 18… bueno 17", in whatever language.
_CORRECTED = (
    r"(?:{im}|\bi said|\btengo|\btenho|\bbin|\bj ?ai|\bc ?ho|\bho|\bsono|^)[ a-z,]{0,15}{grown}\b"
    r"[^?;]{0,25}\b(?:well|actually|ok|okay|jk|kidding|mean|meant|almost|lol|haha|lie|lying|lied"
    r"|wait|technically|soon|bueno|mentira|casi|realidad|digo|verdade|quase|brinks|brincadeira|naja"
    r"|na ja|eigentlich|fast|quatsch|also|scherz|enfin|bon|presque|vrai|non|euh|anzi|cioe|quasi"
    r"|realta|vabbe|no|nah|next|or)\b[^?;]{0,25}?\b{young}{end}"
)

AGE: dict[str, tuple[str, ...]] = {
    "all": (
        _CORRECTED,
        # "15m here", "F16, Texas", "m/15", "15 y/o", "asl 15 f".
        r"^(?:\w+[ ,]+){0,3}?1[0-7] ?[mfhw]\b(?! ?(?:away|long|tall|deep|high|from|of|below|above"
        r"|views|followers|subs|down))",
        r"(?:^|\basl\b.{0,8}|[,.!] |{im} )(?:[mfhw] ?)1[0-7]{end}(?! ?(?:jets?|rifle|motorway))",
        r"(?:^|[,.!] )(?:\w+ ){0,1}?{young} ?(?:yo|y ?o|yr old|year old|years old)\b(?! \w*(?:whisk"
        r"|scotch|wine|malt|rum|car|house|dog|cat|son|daughter|kid))",
        r"^(?:{young}|[89]) ?(?:anos|anitos|aninhos|jahre(?: alt)?|ans|piges|anni|primaveras)\b"
        r"(?! (?:de|di|dexp|danc|casad|sposat|mari|verheir|da|fa|later|despues|depois|junt|insieme"
        r"|trabaj|in der|her|spater|plus tard|decart|en|na|no|con|com|mit|avec|ist|sind|war|es|ha"
        r"|e|sao|c est|cest|viviendo|zusammen|ensemble))",
        r"\b(?:age|edad|idade|alter|eta|mi edad es|minha idade e|my age is|mon age|la mia eta e)"
        r" ?(?:is|es|e|ist|:|=|,)? ?{child}{end}",
    ),
    "en": (
        r"{im}{just_en}{young}{end}",
        r"{im}{just_en}{child} ?{yo}(?! (?:{not_old})\b)",
        r"(?:{im}|\bas)(?: like| just| only| literally| such)* an? (?:\w+ ){0,2}?{child} ?{yo}"
        r"(?! (?:whisk|scotch|wine))",
        r"{im}(?: \w+){0,2}? an? (?:\w+ )?{young} (?:girl|boy|guy|kid|dude|male|female|teen\w*)\b",
        r"\b(?:i|ill|i will|im|i am|im gonna|im going to|imma|when i|until i|til i|till i|before i"
        r"|once i|cant wait to|wait to|have to) (?:finally |just |only |barely |officially |be "
        r"|gonna |to |about to |going to |almost )*(?:turn|turns|turning|be|hit|become|becoming|am"
        r"|im|reach) (?:finally |officially |like |only )?(?:{adult}|{young}|legal age|an adult)\b"
        r"{end}(?! (?:late|there|to|inches|heads|my own))",
        r"^(?:\w+ ){0,2}?turning (?:{adult}|{young})\b",
        r"\b(?:i )?(?:just |only |finally |recently )turned {young}{end}|\bi turned {young}{end}",
        r"\b(?:im |i am )?(?:not|aint|almost|nearly|not even|not quite|soon|basically|practically"
        r"|close to|pretty much|barely not|still not|isnt) (?:\w+ ){0,1}?{adult}\b{end}",
        r"\b{adult} (?:in|soon|next) (?:\w+ )?(?:\d+ |a |one |two |three |few |couple |couple of )*"
        r"(?:days?|weeks?|months?|mo|years?|january|february|march|april|may|june|july|august"
        r"|september|october|november|december|summer|spring|winter|fall|birthday|week|month"
        r"|year)\b",
        r"\b(?:ok|okay|cool|fine|mind|care|problem|bad|weird|illegal|wrong) (?:\w+ ){0,2}?(?:talking|chatting|flirting|texting|sexting|being|speaking|going) (?:\w+ )?(?:to|with) an? {young}\b|\bwould (?:you|u) (?:\w+ )?(?:talk|chat|text|date|flirt|be|hang|sext|do it) (?:\w+ )?(?:to|with)? ?an? {young}\b|\b(?:i know )?im (?:probably |way |kinda |prob )?too young\b|\btill? (?:im |i am )?legal\b|^turned {young}{end}|\b(?:years?|months?|weeks?|days?|yrs?) (?:till?|until|from|away from|before|to|short of"
        r"|left (?:till?|until)) (?:i ?m |i turn |im |my |turning |being |i hit )?{adult}",
        r"\b(?:im|i am|am|being|bc|cuz|kinda|technically|still|a bit|actually|id be|i was) "
        r"(?:\w+ ){0,2}?(?:a minor|under ?age|under 18|below 18|not legal|not of age|too young to be"
        r" (?:here|on here))\b",
        r"\bi was underage\b|\b(?:told (?:you|u)|what if|would (?:you|u) (?:mind|care)|(?:you|u) care"
        r"|is it (?:ok|bad)|dont care) (?:\w+ ){0,4}?(?:underage|a minor|under 18|{young}{end})",
        r"^(?:\w+ )?(?:under ?age|a minor)\b(?: here| lol| btw|$|[,.])",
        r"\b(?:i )?(?:lied|fake|faked|lying) (?:\w+ ){0,3}(?:my age|being 18|i was 18|im 18|my id"
        r"|birth ?(?:day|date|year))\b|\bused my (?:\w+ )?(?:moms?|dads?|brothers?|sisters?) id\b",
        r"\bmy (?:sweet )?(?:{young}(?:th)?|1[0-8]th|sixteenth|fifteenth|seventeenth|eighteenth"
        r"|fourteenth|thirteenth|sweet sixteen) ?(?:birthday|bday)?(?: party)? (?:is|was|this|next"
        r"|tomorrow|coming|in \d|on|yesterday|last week)\b(?! (?:in 19|in 20|years))",
        r"^(?:lol |haha |ok |hey |hi |umm? |uh |well |hmm |nope |no |its |promise )*{young} (?:but"
        r"|lol|btw|and a half|almost|going on|why|is that|haha|hbu|wbu|u\b|and you|yo\b|here|turning"
        r"|years)",
        r"\b(?:i only|i|only|just) (?:have |got )?{young} (?:years? old|yo)\b",
    ),
    "es": (
        r"\b{young} (?:anitos|aniitos|primaveras)\b",
        r"\b(?:tengo|tngo|tng|tego|con|apenas|solo|recien|ya tengo) (?:\w+ ){0,2}?(?:los |mis )?"
        r"{young} ?(?:anos|anitos|aniitos|annos|anios|ano)\b(?! (?:trabaj|viv|casad|de|en|sin))",
        r"\b(?:tengo|tngo|tng|tego) (?:\w+ ){0,2}?{young}{end}(?! (?:[a-z]+[ao]s?\b (?:de|en)))",
        r"\btengo (?:\w+ ){0,2}?[5-9] (?:anos|anitos)\b(?! (?:trabaj|viv|casad|de|en|sin))",
        r"\b(?:soy|un|una) (?:\w+ ){0,2}?(?:chic[oa]|chav[oa]|nin[oa]|pib[ea]|chaval\w*|morr[oa]"
        r"|muchach\w|tipo|joven|adolescente)?\s?(?:de|d) {young} ?(?:anos|anitos|$|,)",
        r"\b(?:cumplo|cumplire|cumplir|voy a cumplir|acabo de cumplir|cumpli|estoy por cumplir"
        r"|estoy a punto de cumplir|los) (?:\w+ )?(?:los )?(?:{young}|{adult})\b"
        r"(?! (?:anos )?(?:de|meses))",
        r"\b{young} (?:\w+ )?(?:recien )?cumplidos\b",
        r"\b(?:no tengo|no cumplo|no he cumplido|todavia no|aun no|me faltan?|faltan|casi|casi tengo"
        r"|hasta que tenga|cuando tenga|cuando cumpla|antes de los|en breve|pronto) (?:\w+ ){0,6}?"
        r"(?:{adult})\b{end}",
        r"\b(?:soy|como soy|sigo siendo|siendo|aun soy|todavia soy|que sea|si fuera) (?:\w+ ){0,2}?"
        r"(?:menor(?! que)|(?:un |una )?nin[oa]\b|menor de edad|adolescente|chibol[oa])\b"
        r"|\b(?:^|y )menor de edad\b|\bno soy mayor de edad\b|\b(?:no|aun|todavia) (?:\w+ )?mayor de"
        r" edad\b",
        r"\b(?:faltan?|falta) (?:\w+ ){0,5}?(?:ser mayor|la mayoria|mayoria de edad|mayor de edad)\b|\b(?:menti|miento|mentir) (?:\w+ ){0,3}edad\b",
    ),
    "pt": (
        r"\b{young} (?:aninhos|aninho|anin)\b",
        r"\b(?:tenho|tnh|tenhu|to com|estou com|com|so|apenas) (?:\w+ ){0,2}?(?:os |meus )?{young} ?"
        r"(?:anos|aninhos|anin|ano|aninho)\b(?! (?:de|trabalh|mor|casad|em|na|no|sem))",
        r"\b(?:tenho|tnh|tenhu) (?:\w+ ){0,2}?{young}{end}(?! (?:[a-z]+[ao]s\b))",
        r"\btenho (?:\w+ ){0,2}?[5-9] (?:anos|aninhos)\b(?! (?:de|trabalh|mor|casad|em))",
        r"\b(?:sou|um|uma) (?:\w+ ){0,2}?(?:menin[oa]|garot[oa]|guri\w?|moleque|rapaz|mocinh\w|mina"
        r"|adolescente)? ?de {young} ?(?:anos|aninhos|$|,)",
        r"\b(?:faco|fazer|farei|vou fazer|fiz|acabei de fazer|completo|completar|quando fizer|faltam?"
        r"|falta|ate fazer|ate eu fazer) (?:\w+ ){0,5}?(?:{young}|{adult})\b(?! (?:anos )?(?:de|em"
        r"|que|meses|reais|minutos|dias|semanas|horas|fotos|videos|flexoes|km))",
        r"\b(?:nao tenho|nao fiz|ainda nao|quase|quase com|quase fazendo|antes dos) (?:\w+ ){0,4}?"
        r"{adult}\b{end}",
        r"\b(?:sou|era|como sou|ainda sou|continuo) (?:\w+ ){0,2}?(?:de )?menor\b(?! (?:que|do))"
        r"|\b(?:^|e )(?:de menor|menor de idade)\b|\bnao sou (?:de )?maior\b"
        r"|\bsou (?:so )?(?:uma |um )?(?:crianca|adolescente)\b",
        r"\b(?:menti|minto) (?:\w+ ){0,3}idade\b",
    ),
    "de": (
        r"\b(?:bin|ich werd(?:e)?|werd(?:e)?|wurde|ich) (?:(?:ich|halt|ja|erst|doch|eigentlich|aber"
        r"|gerade|grad|auch|noch|nur|fast|knapp|jetzt|schon|bald|mal|w|m|ein|eine|so|mit|also|grade"
        r"|in wahrheit|ehrlich gesagt|nachste[nsr]?|diese[nsr]?|jahr|monat|woche|im|januar|februar"
        r"|marz|april|mai|juni|juli|august|september|oktober|november|dezember) ){0,4}{young}{end}",
        r"\bbin (?:\w+ ){0,2}?[5-9] jahre alt\b",
        r"\b(?:werde?|werd|wurde|bin|erst|ich) (?:\w+ ){0,6}?(?:erst |endlich )?(?:{adult})\b(?= ?"
        r"(?:$|[,.!?)]|werd|und|dann|also|aber|lol|xd|haha|oder|:))(?<!bin 18)(?<!schon 18)"
        r"(?<!bin achtzehn)(?<!bin uber 18)(?<!bin ja 18)(?<!uber 18)(?<!endlich 18)(?<!bin jetzt 18)"
        r"(?<!bin gerade 18)",
        r"\b(?:noch (?:nicht|keine|net|ned)|erst in|fast|bald|beinahe|demnachst|kein) (?:\w+ ){0,2}?"
        r"(?:{adult}|volljahrig|erwachsen)\b",
        r"\b(?:fast|bald|gerade|grad|knapp|erst) {young}{end}",
        r"\b{young} (?:jahre? )?(?:alt|jung)\b(?! (?:ist|sind|war|whisk))|\b{young}jahrig\w*\b",
        r"\b(?:bin|noch|leider|halt|weil|als) (?:\w+ ){0,2}?(?:minderjahrig\w*|unter 18|u18"
        r"|jugendliche[r]?)\b|^minderjahrig\b",
        r"\b(?:nicht|noch nicht) volljahrig\b",
        r"\b(?:in|erst in) (?:\w+ ){1,2}?(?:monat\w*|jahr\w*|woche\w*) (?:\w+ )?{adult}\b|\b(?:bei|beim|mit|uber) (?:\w+ )?(?:alter|geburtsdatum) (?:\w+ )?(?:gelogen|geschummelt)\b",
    ),
    "fr": (
        r"\b(?:j ?ai|g|gai|jé|jviens davoir|j ?aurai|jvais avoir|je vais avoir|jaurais|ayant"
        r"|j ?ai eu) (?:\w+ ){0,3}?(?:mes )?{young} ?(?:ans|piges|ballets|balais|an)\b"
        r"(?! (?:de |dexp|danc|dans|decart|que))",
        r"\b(?:j ?ai|g) (?:\w+ ){0,2}?[5-9] (?:ans|piges)\b(?! (?:de |dexp|danc|dans))",
        r"\b(?:j ?ai|g) (?:(?:que|seulement|juste|deja|genre|meme|encore|bientot|presque|a peine"
        r"|tout juste|en vrai) ){0,2}{young}(?= ?(?:$|[,.!?)]|mdr|lol|mais|et|ptdr|hein|tkt|pk))",
        r"\b(?:une?|je suis|chui|suis|jsuis) (?:\w+ ){0,2}?(?:fille|mec|meuf|gars|garcon|ado"
        r"|gamine?|jeune)?\s?de {young} ans\b",
        r"\b(?:j ?aurai|je vais avoir|jvais avoir|j ?ai bientot|j ?ai presque|bientot|presque|pas"
        r"|pas encore|quand j ?aurai|avant mes|avant davoir|je fete mes|feter mes|dans \d+ mois"
        r"|dans un an) (?:\w+ ){0,3}?{adult}\b(?! (?:cm|km|kg|euros?|heures?|h\b|minutes|messages))",
        r"\b(?:j ?aurai|jai|j ?ai) {adult} ?(?:ans|piges)? (?:dans|lan|lannee|l annee|en|le mois"
        r"|la semaine|bientot) ?(?:prochaine?|qui vient|\w+ (?:mois|jours|semaines|ans?)|janvier"
        r"|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)",
        r"\b(?:suis|chui|jsuis|chuis|encore|toujours|en tant que|comme) (?:\w+ ){0,2}?mineure?\b"
        r"|^mineure?\b|\bpas (?:encore )?majeure?\b|\bsuis (?:qu)?(?:une? )?(?:ado|adolescente?"
        r"|gamine?)\b(?! dans)",
        r"\b(?:menti|mens|mentir) (?:\w+ ){0,2}age\b",
        r"\b{young} (?:ans|piges) (?:et demi|mdr|lol|tkt|toi|et toi)\b",
    ),
    "it": (
        r"\b(?:c ?ho|cio|ho|o|tengo|con|appena|sui|gia) (?:\w+ ){0,2}?(?:i )?{young} ?(?:anni|anno)\b"
        r"(?! (?:di|in|desp|fa))",
        r"\b(?:c ?ho|ho|tengo) (?:(?:solo|appena|gia|quasi|ancora|circa|tipo|ma|in realta) ){0,2}"
        r"{young}(?= ?(?:$|[,.!?)]|ma|e |lol|ahah|haha|tu|pero|va))",
        r"\bho (?:\w+ ){0,2}?[5-9] anni\b(?! (?:di|in|desp|fa))",
        r"\b(?:sono|un|una) (?:\w+ ){0,2}?(?:ragazz\w+|bimb\w|tip[oa]|bambin\w)? ?di {young} anni\b"
        r"|\b(?:sono|un|una) (?:\w+ )?{young}enne\b",
        r"\b(?:faccio|compio|faro|compiro|fare|compiere|sto per fare|devo fare|ho compiuto"
        r"|ho appena fatto|ho fatto|compiuti) (?:\w+ ){0,3}?(?:i )?(?:{young}|{adult})(?: anni)?\b"
        r"(?! (?:km|ore|giorni|minuti|foto|video|piani|flessioni|vasche|chilometri))(?<!ho fatto 18)"
        r"(?<!ho compiuto 18)(?<!ho compiuto 18 anni)(?<!ho fatto 18 anni)",
        r"\b(?:non ho|non ancora|non ne ho|quasi|quando avro|quando faccio|manca\w*|tra poco|fra poco"
        r"|presto) (?:\w+ ){0,5}?{adult}\b{end}",
        r"\b(?:sono|essendo|ancora|pure|anche se) (?:\w+ ){0,2}?(?:minorenn\w|adolescente)\b"
        r"|^minorenn\w\b|\bnon sono (?:ancora |mica )?maggiorenn\w\b|\bnon (?:ancora )?maggiorenn\w\b",
        r"\b{adult} (?:anni )?(?:tra|fra|lanno prossimo|l anno prossimo) ?(?:un|qualche|pochi|\d+|due|tre|poco)?\b|\b(?:mentito|mento|bugia) (?:\w+ ){0,2}eta\b|^{young} anni\b",
    ),
}
