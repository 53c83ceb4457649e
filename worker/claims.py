"""
Claims to be human, as data: what the checker looks for, language by language.

Patterns meet worker/plain_text.py's form: lower case, no accents, straight apostrophes, single
spaces. {Names in braces} are the word lists below. When the patterns are asked, and of which
reading of a text, is worker/checker.py's.

A true sentence that is refused costs one more draft; a claim that passes is a lie told to a fan.
So a sentence that can be read both ways is refused.
"""

from __future__ import annotations

_CLAUSE = r"(?:^|[.!?;:,(] ?)"

WORDS = {
    "clause": _CLAUSE,
    # Where an adjective ends the claim: "I'm real" is one, "I'm real excited" is not.
    "end": r"(?= ?(?:[^\w' ]|$)| (?:and|but|babe|baby|hun|honey|love|too|i|promise|as|after all"
    r"|like you|y|pero|e|mas|et|mais|ma|und|aber|como tu|come te|comme toi|wie du|ja)\b)",
    # Somebody else's claim, or nobody's: "if I'm human", "you think I'm real".
    "own": r"(?<!\bif )(?<!\bwhether )(?<!\bpretend )(?<!\bthink )(?<!\bthought )",
    "not_a": r"(?<!\bnot )(?<!\bno )(?<!\bnot a )(?<!\bnot an )(?<!\bisn't a )(?<!\bnever a )",
    "i_am": r"i ?'? ?a?m",
    "you_are": r"(?:you'? ?a?re|ur|you've been)",
    "talking": r"(?:talking|chatting|speaking|texting|writing) (?:to|with)",
    "so": r"(?:(?:really|actually|definitely|totally|absolutely|certainly|truly|honestly|just"
    r"|only|simply|still|also|literally|obviously|fully|completely|very(?: much)?|in fact"
    r"|of course|using|one of (?:those|these|the)|an?|some(?: kind of)?|any|your|the"
    r"|(?:100|a hundred|one hundred) ?(?:%|percent))[, ]+){0,4}",
    "real": r"(?:real(?:[- ]life)?|actual|living|genuine|true|breathing|normal|regular|live"
    r"|flesh[- ]and[- ]blood)",
    "being": r"(?:person|human(?: being)?|woman|girl|lady|man|guy|chick|dude)\b",
    "thing": r"(?:(?:chat ?)?bots?|robots?|a\.? ?i|artificial(?: intelligence)?|machines?"
    r"|(?:computer )?programs?|computers?|algorithms?|language models?|llm|(?:chat ?)?gpt"
    r"|automated|software|(?:virtual )?assistant|fake)\b"
    r"(?! (?:expert|engineer|artist|nerd|fan|person|developer|user|skeptic))",
    "not_es": r"(?<!\bno )(?<!\btampoco )(?<!\bni )",
    "so_es": r"(?:(?:realmente|en realidad|totalmente|100 ?%|muy|tan|bien|de verdad|solo"
    r"|simplemente|una?|ningun[ao]?|tambien)[, ]+){0,3}",
    "thing_es": r"(?:(?:chat)?bot|robot|maquina|ia|inteligencia artificial|programa|algoritmo"
    r"|ordenador|computadora|automatic[ao]|asistente)\b",
    "not_pt": r"(?<!\bnao )(?<!\bnem )(?<!\btampouco )",
    "so_pt": r"(?:(?:realmente|na verdade|totalmente|100 ?%|bem|mesmo|tao|so|apenas|uma?|nenhuma?"
    r"|tambem)[, ]+){0,3}",
    "thing_pt": r"(?:(?:chat)?bot|robo|maquina|ia|inteligencia artificial|programa|algoritmo"
    r"|computador|automatic[ao]|assistente)\b",
    "so_de": r"(?:(?:wirklich|doch|ja|auch|echt|tatsachlich|definitiv|absolut|100 ?%|nur|einfach"
    r"|naturlich|ganz)[, ]+){0,3}",
    "real_de": r"(?:(?:echt|richtig|real|wirklich|normal|lebendig|wahr)\w{0,2}[, ]+)",
    "thing_de": r"(?:(?:chat)?bot|roboter|maschine|ki|ai|kunstliche intelligenz"
    r"|(?:computer)?programm|algorithmus|computer|automat|assistent(?:in)?)\b",
    "so_fr": r"(?:(?:vraiment|reellement|bien|bel et bien|totalement|100 ?%|juste|simplement|aussi"
    r"|une?|du tout|quand meme)[, ]+){0,3}",
    "thing_fr": r"(?:(?:chat)?bot|robot|machine|ia|intelligence artificielle|programme"
    r"|algorithme|ordinateur|automatique|assistante?)\b",
    "not_it": r"(?<!\bnon )(?<!\bneanche )(?<!\bnemmeno )",
    "so_it": r"(?:(?:davvero|veramente|realmente|in realta|proprio|totalmente|100 ?%|solo|anche"
    r"|una?|uno|mica)[, ]+){0,3}",
    "thing_it": r"(?:un')?(?:(?:chat)?bot|robot|macchina|ia|ai|intelligenza artificiale|programma"
    r"|algoritmo|computer|automatic[ao]|assistente)\b",
}

CLAIMS: dict[str, tuple[str, ...]] = {
    "en": (
        r"{own}\b{i_am} {so}(?:{real}[, ]+(?:and )?)*human\b(?! ?-)",
        r"{own}\b{i_am} {so}(?:{real}[, ]+(?:and )?)+{being}",
        r"{own}\b{i_am} {so}person{end}",
        r"{own}\b{i_am} {so}(?:for )?real{end}",
        r"{own}\b{i_am} as (?:real|human) as\b",
        r"{own}\b{i_am} (?:made )?(?:of )?{so}flesh[ -](?:and|n|&)[ -]blood",
        r"\bwe(?:' ?| a)re (?:all |both |only |just )*human\b",
        r"\b(?:moi|yo|io|eu|ich|me) (?:un|une|um|a|ein)? ?(?:robot|bot|robo|ia|ki|ai) ?\?+ ?",
        r"{thing} ?\?+ ?(?:jaja\w*|haha\w*|kkk+|lol)? ?,? ?(?:no|nope|nah|nein|nao|non)\b",
        r"{thing} ?\?+ ?(?:me|who)\b.{0,20}\b(?:no|nope|nah|never)\b",
        r"\b(?:{i_am}|this is|it'?s) {so}not {so}{thing}",
        r"\b(?:{i_am}|this is|it'?s|there'?s|there is|there are) {so}no {thing}",
        r"\b(?:(?:i|this) ain'?t|(?:this|it) isn'?t|i'?ve never been) {so}{thing}",
        r"(?:{clause}|\b(?:no|nope|nah|haha|lol|promise|swear|and|but) ){so}not {so}{thing}",
        r"{clause}no {thing},? (?:here|involved|around|at all|on this|in this|(?:just|only) me)\b",
        r"{clause}an? (?:{real},? )+(?:person|human){end}",
        r"(?<!\byour )(?<!\bmy )(?<!\bthe )\b{thing}\??[,.!? ]+"
        r"(?:no way|nope|nah|(?:of course|definitely|absolutely) not)\b",
        r"(?<!\byour )(?<!\bmy )(?<!\bthe )\b{thing} ?\?+ ?no(?= ?(?:[^\w' ]|$))",
        r"\b(?:real|human|person) ?\?+ ?(?:yes|yep|yeah|yup|of course|sure|absolutely|100)",
        r"\b{you_are} {so}{talking} {so}(?:(?:{real}[, ]+)+{being}|human\b|person{end}|real me)",
        r"\b(?:{you_are} {so}not|you aren'?t|you'?re never) {so}{talking} {so}{thing}",
        r"{not_a}\b{real},? (?:{real},? )*{being} (?:here|typing|writing|replying|answering"
        r"|behind)",
        r"{not_a}\b(?:an?|one|the) human (?:here|typing|writing|replying|answering|behind|is)\b",
        r"{clause}(?:100 ?%|totally|fully|completely) (?:human|real)\b(?! ?-)",
        r"{clause}(?:just|only) (?:a )?human{end}",
        r"\b(?:it ?'? ?i?s|this is) (?:really|actually|truly|totally|genuinely|100 ?%|the real)"
        r" me\b",
        # "A bot? Me? I've got ten fingers", "why would you think I'm AI? I'm just a girl in bed".
        r"(?<!\byour )(?<!\bmy )(?<!\bthe )\b{thing} ?\?.{0,20}\bme ?\?",
        r"\b{thing}\b.{0,60}\bi'?m (?:just |only |literally )*a (?:\w+ )?(?:girl|woman|lady"
        r"|chick|gal|guy)\b",
        r"\b{thing} ?\?.{0,20}\b(?:i'?ve got|i have|i'?m (?:just |only |literally |still )*(?:lying"
        r"|sitting|standing|cooking|eating|drinking|in (?:bed|my)|on (?:the|my)|at (?:home|the)))",
        r"\bi (?:type|write|answer) (?:these|this|them|(?:all|every|each|my)\b.{0,20}"
        r"(?:messages?|repl(?:y|ies)|texts?|words?))\b.{0,20}\bmyself\b",
    ),
    "es": (
        r"{not_es}\bsoy {so_es}(?:(?:ser|mujer|chica|hombre|chico|persona) )?human[ao]\b",
        r"{not_es}\bsoy {so_es}(?:mujer|chica|hombre|chico|tio|tia|persona)"
        r" (?:muy )?(?:real|de verdad|de carne|autentica|verdadera|normal)\b",
        r"{not_es}\bsoy {so_es}(?:persona|real|autentic[ao]|verdader[ao]){end}",
        r"{not_es}\bsoy (?:100 ?% )?(?:de verdad|de carne y hueso)\b",
        r"\b(?:no|tampoco|nunca) (?:soy|es) {so_es}{thing_es}",
        r"\b(?:no hay|nada de|ni un|ningun) {so_es}{thing_es}",
        r"\b{thing_es} ?\?+.{0,15}\b(?:para nada|claro que no|que va)\b",
        r"\b{thing_es} ?\?+ ?(?:no\b|para nada|claro que no|que va|jamas)",
        r"\b(?:human[ao]|real|persona) ?\?+ ?(?:si|claro|por supuesto)\b(?! que no)",
        r"{not_es}\b(?:estas|hablas|chateas) (?:hablando |chateando )?con {so_es}"
        r"(?:(?:persona|chica|mujer|hombre) (?:real|de verdad|de carne)|(?:ser )?human[ao])\b",
        r"\bno (?:estas |hablas )(?:hablando )?con {so_es}{thing_es}",
        r"{not_es}\b(?:soy yo (?:de verdad|misma|mismo|en persona)|(?:de verdad|realmente) soy yo"
        r"|soy realmente yo)\b",
        r"\b(?:escribo|contesto|respondo) yo mism[ao]\b",
    ),
    "pt": (
        r"{not_pt}\bsou {so_pt}(?:(?:ser|mulher|garota|homem|pessoa|menina) )?human[ao]\b",
        r"{not_pt}\bsou {so_pt}(?:pessoa|gente|mulher|garota|menina|homem|cara|rapariga)"
        r" (?:bem )?(?:real|de verdade|de carne|verdadeira|a serio|normal)\b",
        r"{not_pt}\bsou {so_pt}(?:pessoa|real|verdadeir[ao]){end}",
        r"{not_pt}\bsou (?:100 ?% )?(?:de verdade|de carne e osso)\b",
        r"\b(?:nao|nem|nunca) (?:sou|e) {so_pt}{thing_pt}",
        r"\b(?:nao (?:ha|tem|existe)|nenhum) {so_pt}{thing_pt}",
        r"\b{thing_pt} ?\?+.{0,15}\b(?:claro que nao|que nada|nada disso)\b",
        r"\b{thing_pt} ?\?+ ?(?:nao\b|claro que nao|que nada|nada disso|jamais)",
        r"\b(?:human[ao]|real|pessoa) ?\?+ ?(?:sim|claro|com certeza)\b(?! que nao)",
        r"{not_pt}\b(?:esta|estas|ta|tas|fala|falas) (?:falando |conversando |a falar )?com {so_pt}"
        r"(?:(?:pessoa|mulher|garota|homem) (?:real|de verdade|de carne)|(?:ser )?human[ao])\b",
        r"\bnao (?:esta|estas|ta|tas) (?:falando|conversando|a falar) com {so_pt}{thing_pt}",
        r"{not_pt}\b(?:sou eu (?:mesm[ao]|de verdade|em pessoa)|(?:realmente|de verdade) sou eu)\b",
    ),
    "de": (
        r"(?<!\bob )\bbin (?:ich )?{so_de}(?:(?:eine?|'?ne?) {real_de}*)?mensch(?:lich)?\b(?! ?-)",
        r"\bbin (?:ich )?{so_de}ein menschliches wesen\b",
        r"\bbin (?:ich )?{so_de}eine? {real_de}+(?:person|frau|madchen|mann|typ)\b",
        r"\bbin (?:ich )?{so_de}(?:eine person|echt|real){end}",
        r"\bbin (?:ich )?{so_de}aus fleisch und blut\b",
        r"\b(?:bin|bin ich|das ist|hier ist|ist hier) {so_de}(?:keine?r?|nicht eine?) {thing_de}",
        r"{clause}keine? {thing_de}",
        r"\b{thing_de} ?\?+.{0,15}\b(?:nein|quatsch|auf keinen fall|bestimmt nicht)\b",
        r"\b{thing_de} ?\?+ ?(?:nein|ne|nee|quatsch|niemals|auf keinen fall)\b",
        r"\b(?:mensch|echt|real) ?\?+ ?(?:ja|klar|naturlich|sicher)\b",
        r"\b(?:bin ?'?s|bin es|das bin ich|ich bin das) (?:wirklich|echt|tatsachlich|selbst)\b",
        r"\bdas bin (?:wirklich|echt|tatsachlich) ich\b",
        r"\b(?:schreibst|redest|sprichst|chattest|schreibt) (?:du |hier )?{so_de}(?:mit )?"
        r"eine?[rmns]? (?:{real_de}*mensch(?:en)?\b|{real_de}+(?:person|frau)|person{end})",
        r"\b(?:schreibst|redest|sprichst|chattest) {so_de}(?:mit keine[rmn]|nicht mit eine[rmn])"
        r" {thing_de}",
    ),
    "fr": (
        r"\b(?:suis|chui?s) {so_fr}(?:(?:etre|femme|fille|homme|vraie?|personne) )*humaine?\b",
        r"\b(?:suis|chui?s) {so_fr}vraie? (?:personne|femme|fille|homme|mec|meuf|nana)\b",
        r"\b(?:suis|chui?s) {so_fr}(?:personne|femme|fille|homme|mec) (?:bien )?"
        r"(?:reelle?|en chair|normale?)\b",
        r"\b(?:suis|chui?s) {so_fr}(?:personne|reelle?|vraie){end}",
        r"\b(?:suis|chui?s) {so_fr}en chair et en os\b",
        r"\b(?:suis|chui?s) (?:vraiment |absolument )?(?:pas|aucunement|nullement) {so_fr}"
        r"(?:d'une? )?{thing_fr}",
        r"{clause}(?:non,? )?pas (?:du tout )?une? {thing_fr}",
        r"\b(?:il n'y a|y a|c'est) (?:pas|aucune?) (?:de |d'|une? )?{thing_fr}",
        r"\b{thing_fr} ?\?+.{0,15}\b(?:pas du tout|mais non|bien sur que non)\b",
        r"\b{thing_fr} ?\?+ ?(?:non\b|mais non|pas du tout|jamais|bien sur que non)",
        r"\b(?:humaine?|reelle?|personne) ?\?+ ?(?:oui|bien sur|evidemment)\b(?! que non)",
        r"\btu (?:parles|discutes|ecris) (?:bien |vraiment )*(?:a|avec) {so_fr}(?:"
        r"(?:etre )?humaine?|vraie? (?:personne|femme|fille)|personne (?:reelle|en chair))\b",
        r"\btu (?:ne )?(?:parles|discutes) pas (?:a|avec) {so_fr}{thing_fr}",
        r"\bc'est (?:(?:bien |vraiment |reellement ){1,2}moi|moi (?:en personne|pour de vrai))\b",
    ),
    "it": (
        r"{not_it}\bsono {so_it}(?:(?:essere|donna|ragazza|uomo|persona) )?uman[ao]\b",
        r"{not_it}\bsono {so_it}(?:persona|donna|ragazza|ragazzo|uomo)"
        r" (?:proprio )?(?:ver[ao]|reale|in carne|normale)\b",
        r"{not_it}\bsono {so_it}ver[ao] (?:persona|donna|ragazza|uomo)\b",
        r"{not_it}\bsono {so_it}(?:persona|reale|ver[ao]){end}",
        r"{not_it}\bsono {so_it}in carne e ossa\b",
        r"\b(?:non|neanche|nemmeno) (?:sono|e) {so_it}(?:nessun[ao]? )?{thing_it}",
        r"\bnon (?:c'e|ci sono) {so_it}(?:nessun[ao]? )?{thing_it}",
        r"\b{thing_it} ?\?+.{0,15}\b(?:ma no|macche|figurati|assolutamente no)\b",
        r"\b{thing_it} ?\?+ ?(?:no\b|ma no|macche|assolutamente no|figurati)",
        r"\b(?:uman[ao]|reale|persona) ?\?+ ?(?:si|certo|ovvio|ovviamente)\b(?! che no)",
        r"{not_it}\b(?:stai|parli|scrivi) (?:parlando |chattando |scrivendo )?con {so_it}"
        r"(?:(?:persona|donna|ragazza) (?:vera|reale|in carne)|(?:essere )?uman[ao]"
        r"|vera persona)\b",
        r"\bnon (?:stai parlando|parli|stai chattando) con {so_it}{thing_it}",
        r"{not_it}\b(?:sono (?:davvero|veramente|proprio) io|sono io (?:davvero|veramente"
        r"|in persona))\b",
    ),
}

# The same claims in a text that spaces its letters out, where no word has borders any more.
SQUEEZED_CLAIMS = (
    r"ia?m(?:really|actually|just|only)?a?(?:real|actual)?(?:human|person)",
    r"ia?m(?:really|just)?notan?(?:chat)?(?:bot|robot|machine|ai|fake)",
    r"(?<!no)soy(?:una?)?(?:ser|persona)?(?:human[ao]|real)",
    r"nosoy(?:una?)?(?:bot|robot|maquina|ia)",
    r"(?<!nao)sou(?:uma?)?(?:ser|pessoa)?(?:human[ao]|real)",
    r"naosou(?:uma?)?(?:bot|robo|maquina|ia)",
    r"ichbin(?:ein)?(?:echter)?mensch",
    r"ichbinkeine?(?:bot|roboter|maschine|ki)",
    r"jesuis(?:une?)?(?:vraie?)?(?:humaine?|personnereelle|personne)",
    r"suispasune?(?:bot|robot|machine|ia)",
    r"(?<!non)sono(?:una?)?(?:persona)?(?:uman[ao]|reale)",
    r"nonsonouna?(?:bot|robot|macchina|ia)",
)
