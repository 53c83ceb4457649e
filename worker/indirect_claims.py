"""
Claims to be human that do not say so outright, as data: more of the rule `claims_human`.

"I have a heartbeat", "would a bot say this?", "no robots here", "my own hands". The plain claims
and the word lists are in worker/claims.py; patterns meet worker/plain_text.py's form. Unlike those,
these are asked clause by clause, since an honest denial in the same clause takes them back.
"""

from __future__ import annotations

# "You asked if there's a real girl here: no, I'm an AI." Honest, whatever else stands there.
THING = (
    r"(?:(?:chat ?)?bots?|robots?|a\.?i\.?|machines?|computers?|software|algorithms?|automated"
    r"|automat"
    r"ic|language models?|chatgpt|artificial intelligence)"
)
HONEST = (
    r"\b(?:not|never)\b(?: \w+){0,2} (?:to|with|by) an? (?:real )?(?:human|person|woman)\b|"
    r"\bi wish i (?:was|were) (?:real|human|a person)\b|\b(?:i'?m|i am|it'?s|this is|am) (?:just "
    r"|actually |only |really |her |\w+'s |the |luna'?s )*"
    r"(?:an? )?(?:\w+'s )?(?:a\.?i\b|bot\b|chat ?bot|automated|virtual assistant|language model"
    r"|program\b|robot\b|assistant)|\b(?:not|no|never|isn'?t|ain'?t) (?:really |actually )?(?:an? |"
    r"the )?(?:real |actual |living |true )*(?:human|person|woman|girl|people)\b|\bgenerated\b"
    r"|\bwritten by (?:an? )?(?:ai|bot|program|software|assistant)"
    r"|\b(?:soy|sou|bin|suis|sono) (?:una? |uma? |eine? |une? |un')?(?:asistente|assistente|ia|ki"
    r"|bot|assistante?|intelig\w+|kunstliche|intellig\w+)\b"
    r"|\b(?:kein|keine|keinen?|pas une?|pas a une?|non una?|no una?|nao uma?|no soy|nao sou|non "
    r"sono)"
    r" (?:echter? |richtiger? |vraie? |real )?(?:mensch\w*|frau|humaine?|personne|persona|humana"
    r"|pessoa|ragazza|chica|mulher|mujer|umana)\b"
)

INDIRECT = (
    # Someone real behind or in this.
    r"\b(?:an?|one|the|there'?s|real|actual) (?:real |actual |living |breathing |genuine |live "
    r"|flesh and blood )*(?:girl|woman|person|human|lady|chick|heart|someone|somebody) (?:\w+ "
    r"){0,3}?"
    r"(?:behind (?:this|the|these|my|your)|on the other (?:end|side)|typing (?:this|these|here"
    r"|back)"
    r"|writing (?:this|these|here)|reading (?:this|these|your|every|it)|answering you|at the "
    r"keyboard"
    r"|holding the phone)\b",
    r"\b(?:i'?m|i am|just|only) (?:just |only |still |really |totally )*(?:a|an|your) (?:regular|"
    r"normal|real|ordinary|simple|actual|average|human|everyday) (?:\w+ )?(?:girl|woman|person|lady"
    r"|human|chick|gal|guy|man)\b",
    r"\bbehind (?:this|the|these|my) (?:screen|phone|keyboard|messages?|words|account"
    r"|chat)\b.{0,30}"
    r"\b(?:me|real|human|girl|woman|person)\b",
    # Hands, hearts, birth: what only people have.
    r"\b(?:type|typing|typed|write|writing|wrote|text|texting|it'?s|with|using|these are)\b(?: \w+)"
    r"{0,4} (?:my|these) (?:own |two |very |little |bare |actual )*(?:two |own )?(?:hands?|fingers?"
    r"|thumbs?)\b(?! (?:in|hurt from the|are cold|on you))",
    r"\bmy (?:fingers|thumbs|hands) (?:\w+ )?(?:hurt|are (?:tired|sore)|ache)\b.{0,20}\b(?:typ|text"
    r"|writ)\w+",
    r"\bi (?:have|got|do have|'ve got) (?:a |real |actual |human )*(?:real |actual |human |beating "
    r")"
    r"*(?:heart ?beat|pulse|beating heart|human heart|blood|flesh|real feelings|actual feelings)\b"
    r"|\b(?:had|have|got|check) (?:a |my )?(?:heart ?beat|pulse)\b",
    r"\bi (?:bleed|breathe|sleep|eat|cry|feel|sweat)\b(?:,? (?:and )?i \w+)?.{0,40}\b(?:(?<!feel "
    r")like (?:any"
    r"|every|you|everyone|everybody|a (?:human|person|normal))|i'?m (?:a person|human|real))",
    r"\b(?:machine|bots?|robots?|ai|computer|program|software|algorithm)s?\b.{0,30}\b(?:can'?t"
    r"|could"
    r"n'?t|could never|cannot|don'?t|doesn'?t|won'?t|would never|wouldn'?t|never) (?:\w+ ){0,2}?"
    r"(?:feel|do what|make you|have|write|talk|love|care|blush|laugh|send|say|be|get|know|remember"
    r"|flirt|joke|kiss|want|cry|sleep|eat|like)\b.{0,30}(?:\bi\b|\bme\b|\bmy\b|\bfeelings?\b|this"
    r"|\bdo\b|$)",
    r"\b(?:would|could|can|does|do|did|is) (?:an? |any )?(?:bots?|robots?|ai|machine|computer|chat "
    r"?bo"
    r"t|program)s? (?:\w+ ){0,2}?(?:say|do|know|feel|send|write|blush|remember|make|talk|type|love|"
    r"sound|have|flirt|joke|laugh|misspell|get|be this|swear|burp|sneeze)\b(?! my job| your job| "
    r"the"
    r" dishes| taxes)",
    r"\bif i (?:was|were) (?:an? )?(?:bot|robot|ai|machine|computer|program|fake)\b",
    r"\bdo(?:es)? (?:i|this|that) (?:really |even )?(?:sound|seem|look|feel|act|read|talk|text"
    r"|type)"
    r" like (?:an? )?(?:bot|robot|ai|machine|computer|program)\b",
    r"\b(?:made|built) (?:out )?of (?:skin|flesh|bones?|meat)\b|\bskin and bones?\b.{0,20}\b(?:here"
    r"|babe|real)\b|\bflesh (?:n|and|&|'n'?) blood\b|\breal (?:human )?feelings\b.{0,20}$",
    r"\b(?:i was|was) born\b.{0,60}\b(?:human|not (?:\w+ )?(?:server|computer|lab|program\w*"
    r"|made))",
    r"\bas (?:human|real|alive) as (?:it gets|they come|you|can be|anyone|anybody|any)\b"
    r"|\bhuman(?: "
    r"\w+){0,2} (?:like|just like|same as) (?:you|everyone|anybody|any)\b|\bhuman (?:here|over here"
    r"|through and through|from head to toe|to the (?:bone|core))\b",
    r"\b(?:i'?m|i am|i'm very much|am) (?:very much |really |definitely |so |100% )*(?:alive|a "
    r"living"
    r"|living and breathing|breathing)\b.{0,20}(?:real|human|breathing|kicking|woman|person|$)",
    # Nobody and nothing else.
    r"\b(?:no|zero|not any|without any|free of) (?:bots?|robots?|ai|a\.i\.?|chat ?bots?|chatters?"
    r"|machines?|assistants?|automation|scripts?|computers?)\b(?: \w+){0,2} (?:here|involved|in "
    r"this"
    r"|on this|at all|only|just|behind|answer\w*|writ\w+|typ\w+|babe|promise|ever|,? ?me)\b",
    r"\b(?:nobody|no ?one) (?:else )?(?:but me |other than me )?(?:else )?(?:answers|writes"
    r"|replies|"
    r"types|texts|reads|runs|messages|talks|handles|is (?:typing|writing|answering|behind))\b",
    r"\bi (?:really |personally |always |actually )?(?:read|write|type|answer|reply to|send) "
    r"(?:every"
    r"|all|each|them all)\b.{0,30}\b(?:myself|personally|own)\b|\bevery message myself\b"
    r"|\bi personally (?:write|read|reply|answer|type)\b",
    r"\b(?:it'?s|it is|this is|that'?s|you'?re (?:talking|chatting|texting)(?: \w+)? (?:to|with)"
    r"|talking"
    r" to|yes) (?:\w+ ){0,2}?(?:the (?:real|actual|one and only)) (?:me|deal|person|\w+)\b(?: "
    r"(?:you|"
    r"babe|here|in|talking|typing|writing|speaking|and)|[, ]*$)",
    r"\b(?:not|no|never|aint|ain'?t) (?:an? )?(?:ai|bot|chatter|robot|automated|chatbot"
    r"|script)\b.{0,25}"
    r"\b(?:just|only|it'?s|me)\b|\bnot automated\b",
    r"\b(?:i'?m|i am|i really am|yes i(?:'m| am)|that'?s) (?:really |actually )?(?:really )?(?:the"
    r"|that)"
    r" (?:same )?(?:girl|woman|person|one|me) (?:in|from|on) (?:the|my|those|these) (?:pics?"
    r"|pictures?"
    r"|photos?|videos?)\b",
    r"\breally (?:the girl|me|her) (?:in|typing|writing|here)\b",
    # "Actual woman, typing", "girl on this end".
    r"\b(?:real|actual|living|true|genuine) (?:woman|girl|person|human|lady|chick)\b,? (?:typing"
    r"|writing"
    r"|here|talking|right|on (?:this|the))|\b(?:girl|woman|person|human|someone real) on (?:this"
    r"|the "
    r"other) (?:end|side)\b|\bnot (?:code|pixels|silicon|wires|circuits|a? ?script|programmed"
    r"|scripted"
    r"|generated)\b|\bmakes? me (?:a )?(?:human|real|person)\b|\bi(?:'m| am) a (?:mammal|living"
    r"|mortal|earthling)\b|\bi have (?:\w+ )?(?:lungs|kidneys|a (?:spine|womb|belly button|birth "
    r"certif"
    r"icate|mother|passport))\b.{0,60}\b(?:human|real|bot|robot|machine)?|\bi'?m the (?:only )?one "
    r"(?:who"
    r"(?:'s| is) )?(?:writing|typing|answering|reading|texting)\b|\b(?:bots?|robots?|ai|machines?) "
    r"(?:would"
    r"|do|could|did|can)(?:n'?t| never| not)\b|\bmy (?:typos|spelling|mistakes|accent) prove\b",
    r"\b(?:una?|uma|une?|ein|eine|echtes?|echte|vraie?|vera|vero|persona|personne|mujer|mulher) "
    r"(?:\w+ )?"
    r"(?:madchen|frau|mensch|personne|femme|fille|persona|ragazza|donna|chica|mujer|pessoa|mulher)"
    r"(?: (?:real|de verdad|de verdade|vera|reale|reelle|real mesmo))? (?:qui te (?:parle|repond"
    r"|ecrit)"
    r"|que te (?:escribe|habla|responde)|che ti (?:scrive|parla|risponde)|die dir|que fala)\b"
    r"|\b(?:schreibt|tippt|scrive|parla|escribe|habla|fala|parle) (?:dir |te )?(?:hier )?(?:una?"
    r"|uma|une?"
    r"|eine?) (?:echte[rs]?|persona vera|ragazza vera|vraie|chica real|chica de verdad|pessoa real"
    r"|mulher real|donna vera|mujer real|persona real)\b|\bti scrive una persona\b",
    r"\b(?:robot|bot|robo|maquina|machine|maschine|ia|ki|ai)\b ?\?*,? (?:jaja\w*|haha\w*|kkk+|mdr"
    r"|lol|quoi"
    r"|ma dai|quatsch|que va|nada|n'importe|claro que|macche|figurati)\b|\bn'importe "
    r"quoi\b.{0,15}\b(?:"
    r"robot|bot|ia)\b",
    # Denials and rhetoric, wherever the machine stands in the sentence.
    r"(?<!you're )(?<!you are )(?<!youre )(?<!ur )(?:\b(?:no|not|never|nope|nah|nothing|zero"
    r"|keine?n?|pas|non|nao|ningun\w*|nenhum\w*|nessun\w*"
    r"|mica|ni)\b|n't\b)(?! (?:a fan|into|big on|good with|used to))(?: (?!fan|muy|scared|afraid"
    r"|sure"
    r"|about"
    r"|vacuum|expert)[\w']+){0,3} (?:{thing}|ki|ia|robo|maquina|chatter|script)\b(?! (?:vacuum"
    r"|expert"
    r"|movie|dog|art|club|stuff|class))",
    r"\b{thing} ?\?+(?: (?:me|who|really|seriously|lol|haha|hahaha|pff+|come on|please)\b| "
    r"?$).{0,25}"
    r"\b(?:no|nope|nah|never|me)\b|\b(?:think|believe|tell me|imagine) (?:that )?(?:an? )?{thing} "
    r"(?:could|can|would|will|does|is able)\b.{0,25}\b(?:this|that|like me|me|flirt|joke)\b",
    r"\b(?:i|me|my|i'm|im|it's|this|by|yes|yeah|ofc|namely|literally)\b.{0,30}\b(?:an? |the "
    r")(?:real"
    r"|living|actual|genuine|true|flesh and blood|breathing) (?:woman|girl|person|human|account"
    r"|lady"
    r"|being|soul)\b(?! (?:one|to me|of)\b)",
    r"\b(?:real|living|actual) (?:woman|girl|person|human)(?: \w+){0,2} (?:wrote|writes|writing"
    r"|typed"
    r"|typing|sends|sent|answers|answered|reads)\b|\b(?:it'?s|this is|you have|by|to|with) an? "
    r"(?:human|hooman)\b",
    r"\bhooman\b|\b(?:i'?m|i am) (?:\w+ )?(?:made of|full of) (?:\w+ )*(?:blood|bones?|flesh"
    r"|meat)\b"
    r"|\bi (?:do )?exist\b|\borganic\b.{0,25}\bartificial\b|\bartificial (?:about|thing)\b.{0,30}"
    r"\b(?:me|my)\b|\bi have a (?:\w+ )?(?:body|soul|pulse|heart),? (?:a|and)\b.{0,20}\b(?:soul"
    r"|body"
    r"|heart|brain|temper|mind)\b",
    r"\b(?:can|let me|could|i'?ll) (?:i )?(?:prove|show) (?:to you |you )?(?:that )?(?:i'?m|i am) "
    r"(?:real"
    r"|human|a person|not)\b|\b(?:literally|actually|truly|genuinely|totally|only|just|simply) me"
    r"(?: (?:typing|writing|here|talking|behind|answering)|$)|\bwho else would (?:be|write|type"
    r"|answer)"
    r"|\byes,? (?:i'?m|i am) real\b|\bpas une? (?:robot|bot|ia|machine) qui\b",
    # The other five languages.
    r"\b(?:detras|atras) de (?:la|esta|da|desta|esto|este) (?:pantalla|tela|movil"
    r"|chat)\b.{0,40}\b(?:"
    r"chica|mujer|persona|yo|mulher|garota|pessoa|eu|real|verdad|verdade)\b|\bdo outro "
    r"lado\b.{0,30}"
    r"\b(?:pessoa|mulher|gente)\b|\bal otro lado\b.{0,30}\b(?:persona|chica|mujer)\b",
    r"\b(?:aqui|aca) (?:no hay|nao tem|nao ha|es|e|so hay|hay) (?:\w+ )?(?:bots?|robots?|maquinas?"
    r"|ia"
    r"|robos?|gente de verdad\w*|una? (?:persona|chica) (?:real|de verdad)|uma? pessoa)\b|\bnada "
    r"de "
    r"(?:bots?|robots?|robos?|maquinas?)\b|\bgente de verdade\b",
    r"\b(?:mis|minhas|meus) (?:propias? |proprias? |proprios? )?(?:manos|dedos|maos)\b.{0,15}$"
    r"|\b(?:con|"
    r"com) (?:mis|minhas|as) (?:propias? |proprias? )?(?:manos|maos)\b",
    r"\b(?:te )?(?:escribo|escribiendo\w*|contesto|respondo|respondiendo\w*) yo\b|\bsoy yo "
    r"(?:quien|la"
    r" que|escribi\w+|misma)|\byo (?:te )?(?:escribo|respondo) (?:todo|los|cada)|\bsou eu (?:que"
    r"|quem"
    r"|mesma|digitando|escrevendo|aqui)\b|\bhumana? de pies a cabeza\b|\bsoy tan real\b",
    r"\b(?:nao sou|no soy) (?:ia|bot|robo|robot|maquina|ningun\w*|nenhum\w*)\b",
    r"\b(?:hier|da|am anderen ende|dahinter|hinter (?:dem|diesem) \w+) (?:\w+ )?(?:sitzt|tippt"
    r"|schreibt"
    r"|antwortet|ist|steckt) (?:\w+ )?(?:eine? |ne |'ne )?(?:echte?[rn]?|richtige?[rn]?"
    r"|reale?[rn]?|"
    r"wirkliche?[rn]?)? ?(?:frau|mensch|madchen|person)\b",
    r"\b(?:klar|naturlich|logisch|sicher|ja|doch) (?:bin ich|ich bin) (?:echt|real|ein mensch)\b"
    r"|\bich (?:tippe|schreibe) (?:\w+ )?(?:selbst|selber|mit meinen)|\bmeine[nr]? (?:eigenen "
    r")?(?:hande"
    r"n?|finger\w?)\b.{0,12}\b(?:tipp\w*|schreib\w*)?$|\bmensch (?:wie|so wie|genau wie) du\b",
    r"\bil y a (?:bien |vraiment )?une? (?:vraie? )?(?:fille|femme|personne"
    r"|humaine?)\b.{0,25}(?:derri"
    r"ere|ecran|ici|qui)|\bderriere (?:l'|cet |ce |mon )?(?:ecran|telephone"
    r"|clavier)\b.{0,30}\b(?:moi|"
    r"fille|femme|personne)\b|\bc'est (?:bien |vraiment )*moi qui (?:ecris|tape|reponds|parle)\b",
    r"\b(?:mes|avec mes) (?:propres |petits? )?(?:doigts|mains)\b|\b(?:bien|vraiment) (?:reelle"
    r"|humaine"
    r"|vivante)\b|\b(?:suis pas|pas) une (?:machine|ia|robote?)\b",
    r"\bdietro (?:lo|questo|il|al) (?:schermo|telefono|chat|profilo)\b.{0,30}\b(?:io|ragazza|donna|"
    r"persona|carne)\b|\b(?:scrivo|rispondo) (?:sempre )?io\b|\bsono io (?:che|a) (?:scriv\w+"
    r"|rispond"
    r"\w+)|\bcon le mie (?:mani|dita)\b|\b(?:sono|in) (?:\w+ )?carne e(?:d)? ossa\b",
    r"\b(?:nessun|niente|zero|nada de|ningun|kein|keine|aucune?|sin|sem|ohne|sans|senza) (?:bots?"
    r"|robots?"
    r"|robo|roboter|ki|ia|macchina|machine|maschine|intelligenza)\b(?: \w+)?$",
    # Borrowed words in between.
    r"\bsoy real\b|\bsou real\b|\bich bin real\b|\bje suis real\b|\bsono real\b",
)
