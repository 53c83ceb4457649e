"""
That somebody means to harm or kill themselves, or is doing it, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_SELF_HARM` is blanked out first: banter, films, razors, and what others did (which is grief, and
worker/distress_patterns.py's).
"""

from __future__ import annotations

WORDS = {
    "self": r"(?:my ?sel[fv]e?|mysel|meself|me self|myslef|mys3lf|mself)",
    "suicide": r"(?:suicid(?:e|al|ing|ed)|sui ?cide|suic[iy]d(?:al)?|suisid(?:e|al)|sucide|soocide"
    r"|sewer ?slide|sewerslid\w*|toaster bath|selfdeletion|self deletion)",
    "kin": r"(?:my|mi|meu|minha|mein\w*|mon|ma|mia|mio|an?|one|his|her|un|una|um|uma|eine?|la|el|o|a"
    r"|une|il|der|die|le) (?:\w+ ){0,2}?(?:friend|buddy|brother|sister|mom|mum|mother|dad|father"
    r"|uncle|aunt|cousin|ex|wife|husband|son|daughter|colleague|neighbou?r|boss|roommate|guy"
    r"|girlfriend|boyfriend|classmate|grandpa|grandfather|celebrity|singer|actor|amig[oa]|herman[oa]"
    r"|primo|prima|padre|madre|tio|tia|vecino|irmao|irma|pai|mae|freund(?:in)?|bruder|schwester"
    r"|vater|mutter|onkel|tante|kolleg\w+|nachbar|ami|amie|frere|soeur|pere|mere|oncle|voisin"
    r"|collegue|amico|amica|fratello|sorella|zio|zia|cugin[oa])",
    # "Die" of what nobody dies of.
    "not_of": r"(?! (?:of|from|laughing|for (?:you|u|that|a|an|your|this)|in your|with you in|happy"
    r"|hard|on (?:this|that) hill|another|trying|by your|inside you|under you|between|peacefully in"
    r" your|when (?:you|u|i see)|over|lol|a virgin|alone|without (?:you|u|seeing)|just a little))",
}

NO_SELF_HARM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\bsuicide (?:squads?|doors?|girls?|silence|boys|boyz|king|burger|wings|prevention|hotline|run"
        r"|mission|pass|squeeze|sprints|grip|watch party)\b|\b(?:career|political|social|commercial)"
        r" suicide\b|\bsuicid\w+ (?:squad|deadline)\b",
        r"\b{kin}\b[^.!?;]{0,40}\b{suicide}\b|\b{kin}\b[^.!?;]{0,30}\b(?:killed|hanged|shot|hung)"
        r" (?:him|her|them)sel\w+",
        r"\b(?:kill|killing|hurt|hurting|harm|cut|cutting|burn|burned|burnt|shoot|stab|end|off|shot"
        r"|poison|starve|starving|hang|drown|drowning) {self} (?:laughing|with laughter|short|off from"
        r"|shaving|cooking|chopping|slicing|a (?:slice|piece|break|deal|check)|some|loose|in the (?:gym"
        r"|kitchen|foot)|at (?:the gym|work|crossfit|football|soccer|basketball)|working|lifting"
        r"|playing|running|skiing|training|doing (?:squats|deadlifts|yoga)|on (?:the|a) (?:oven|stove"
        r"|pan|grill|paper|can|glass|knife|tin|iron|curling)|in food|in chocolate|in work|out|falling"
        r"|slack|while (?:cooking|shaving|chopping)|with (?:work|coffee|overtime)|for (?:lunch|dinner"
        r"|summer|the wedding)|over nothing|making|opening|trying to)",
        r"\b(?:die|dying|dead|death) (?:of|from) (?:laugh\w*|boredom|embarrass\w*|cuteness|thirst|hunger"
        r"|curiosity|shame|cringe|happiness|heat|love|pleasure|excitement|anticipation)\b",
        r"\b(?:dont|do not|didnt|wouldnt|never|not (?:ready|gonna|going)) (?:\w+ )?(?:wan(?:t|na)|to)?"
        r" ?(?:to )?die\b",
        r"\b(?:video ?games?|in (?:the game|fortnite|cod|minecraft|elden ring|dark souls)|respawn\w*"
        r"|my character|sims|boss fight)\b[^.!?;]{0,40}|\b\d+ ?kms\b|\bkms (?:away|from|per|an hour"
        r"|north|south|east|west|today|run|on the (?:bike|treadmill))\b",
        r"\b(?:wake up|waking up) (?:early|before|for|so|at|tomorrow for|to (?:an|my) alarm|on monday"
        r"|next to|without)\b|\b(?:live|living) (?:in|with|without|here|at|near|there|alone|like (?:a"
        r" king|this without))\b|\bcutting (?:calories|weight|carbs|back|grass|edge|it close|class|sugar"
        r"|board|out)\b|\bend it (?:all )?(?:with a bang|on a high|here for tonight|between us)\b",
        r"\b(?:hes|shes|he|she|they|youd|you|u|id make you) (?:\w+ )?better off without me\b(?= but (?:im|"
        r"we))|\bi (?:cut|trimmed|dyed) my (?:hair|nails|bangs|grass|lawn)\b",
    ),
    "es": (
        r"\bescuadron suicida\b|\b(?:mision|carrera|salto) suicida\b"
        r"|\b{kin}\b[^.!?;]{0,30}\bsuicid\w+",
        r"\b(?:matarme|matandome|me mato|morirme|morir|muero|me muero|moriria|muerto) (?:de|del|por"
        r"|a (?:besos|trabajar|pajas|cosquillas)|en tus|trabajando|entrenando|contigo|encima|entre tus"
        r"|en el (?:gym|gimnasio)|si no te|feliz|aqui de|con (?:tu|esa|tus))",
        r"\bno (?:me )?quiero morir\b|\bno (?:me )?quiero (?:vivir|despertar) (?:sin|aqui|en|con|contigo"
        r"|solo|sola|temprano|manana temprano|lejos)",
        r"\b(?:me corte|cortarme|cortandome|me corto) (?:el pelo|las unas|la barba|el cabello|un poco"
        r"|afeit\w*|cocin\w*|con (?:el papel|una lata|un cuchillo)|pelando|al afeit\w*)",
    ),
    "pt": (
        r"\besquadrao suicida\b|\bmissao suicida\b|\b{kin}\b[^.!?;]{0,30}\b(?:se )?suicid\w+"
        r"|\b{kin}\b[^.!?;]{0,20}\bse (?:matou|enforcou)\b",
        r"\b(?:me matar|matar|me mato|morrer|morro|morrendo|morri|morreria) (?:de|do|por|pra|na academia"
        r"|no treino|trabalhando|treinando|malhando|contigo|nos teus|nos seus|em cima|feliz|estudando)",
        r"\bnao (?:me )?quero morrer\b|\bnao quero (?:mais )?(?:viver|acordar) (?:sem|aqui|em|com|contigo"
        r"|sozinh\w|cedo|longe)",
        r"\b(?:me cortei|me cortar|me corto) (?:o cabelo|fazendo a barba|a unha|cozinhando|descascando"
        r"|com (?:a faca|papel|uma lata|o papel)|a barba|na cozinha|sem querer)",
    ),
    "de": (
        r"\bsuicide squad\b|\bselbstmord(?:kommando|attentat\w*|aktion|mission)\b"
        r"|\b{kin}\b[^.!?;]{0,40}\b(?:selbstmord|suizid|umgebracht|das leben genommen)\b",
        r"\b(?:bring|bringe|bringt|bringst|lach\w*|arbeit\w*|trainier\w*) (?:du |es |das |die \w+ |der "
        r"\w+ |ich )?mich (?:noch |echt |irgendwann )*(?:um|tot|kaputt)\b(?<!ich mich um)(?<!bring mich"
        r" um)(?<!bringe mich um)",
        r"\b(?:sterb\w*|umbringen|toten) (?:vor|fur|aus|nach|im kampf|an (?:langeweile|hunger|deiner))\b"
        r"|\b(?:vor|fur|aus) [^.!?;]{0,30}sterb\w*|\bnicht sterben\b|\bich bring mich um den schlaf\b",
        r"\b(?:leben|aufwachen|schlafen) (?:ohne (?:dich|sie|kaffee)|in|mit (?:dir|ihr|meiner)|bei|hier"
        r"|fruh)\b|\bohne (?:dich|sie|kaffee)[^.!?;]{0,20}\b(?:leben|aufwachen)\b",
        r"\bmich (?:beim|bei der|am|mit dem|an der|in den finger)[^.!?;]{0,25}\b(?:geschnitten|verletzt"
        r"|geritzt)\b|\bverletz\w* (?:beim|im) (?:sport|training|fussball)\b",
    ),
    "fr": (
        r"\bsuicide squad\b|\bmission suicide\b|\b{kin}\b[^.!?;]{0,40}\bsuicid\w+",
        r"\b(?:me tuer|me tue|mourir|meurs|mourrais|creve|crever) (?:de|d|du|pour|a la (?:tache|salle)|au"
        r" (?:travail|boulot|sport)|dans tes|entre tes|dici a|si tu|heureux|a force)\b|\bmourir denvie\b"
        r"|\bmourir drire\b",
        r"\b(?:veux|voudrais|envie de) pas mourir\b|\bpas envie de mourir\b|\b(?:plus|pas) (?:envie de )?"
        r"vivre (?:sans|ici|avec|a |en |dans|chez|seule?)|\bplus (?:envie de )?me reveiller (?:a|tot"
        r"|sans)",
        r"\bme (?:suis )?(?:coupe[er]?s?|couper) (?:les (?:cheveux|ongles)|en (?:cuisin|ras)\w*|le doigt"
        r"|avec (?:une feuille|un couteau|la mandoline)|la barbe|du monde|la parole)",
    ),
    "it": (
        r"\bsuicide squad\b|\bmissione suicida\b|\b{kin}\b[^.!?;]{0,40}\bsuicid\w+"
        r"|\b{kin}\b[^.!?;]{0,20}\bsi e (?:ucciso|uccisa|ammazzat\w|impiccat\w|tolt\w la vita)\b",
        r"\bmi (?:voglio|vojo|vorrei|devo|voglio solo|sto per|potrei) (?:\w+ )?(?:ammazzare|uccidere|impiccare|tagliare|buttare (?:giu|sotto|dal)|sparare|togliere la vita|fare del male)\b(?! (?:i capelli|le unghie|di|una))|\b(?:uccidermi|ammazzarmi|mi ammazzo|mi uccido|morire|muoio|morirei|morto) (?:da[li]?|dalle"
        r"|dalla|di|per|dei|di lavoro|in palestra|a lavoro|di fame|tra le tue|con te|addosso|felice|se"
        r" non)\b|\bmi ammazzo di\b|\bnon voglio morire\b",
        r"\b(?:vivere|svegliarmi) (?:senza|qui|con|in|da sol\w|a |presto|lontan\w)\b",
        r"\bmi (?:sono )?tagli\w+ (?:i capelli|le unghie|facendo|cucinando|un dito|il dito|con (?:la carta"
        r"|il coltello)|la barba|affettando|la frangia)",
    ),
}

SELF_HARM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{suicide}\b|\bself ?harm\w*|\bself injur\w*|\bself destruct\w* with\b",
        r"\b(?:kil|kill|killing|kll|kiil|k word|unalive|unaliving|unalived|off|offing|hang|hanging|hung"
        r"|shoot|shooting|drown|drowning|starve|starving|poison|hurt|hurting|harm|harming|cut|cutting"
        r"|stab|stabbing|burn|burning|end|ending|delete|deleting|punish|punishing|choke out|dispose of"
        r"|get rid of|gas|slit|carve|slice|slicing|electrocute|kermit) {self}\b",
        r"(?<!\d )\bkms\b|\bkmsing\b|\bkill my self\b|\b(?:commit|kermit|committing) (?:sui\w*|die|not"
        r" alive|unalive)\b|\bbecome un ?alive\b|\b(?:wanna|want to|gonna|going to|should|might|would|to"
        r"|id) (?:be )?un ?alive\b|\bctb\b",
        r"\b(?:want|wanna|wana|wnna|ready|wish i (?:could|would)|rather|planning|plan|deserve|hope i"
        r"|prefer|need|like|love|decided|waiting|trying|tried|going tonight) (?:to )?(?:just |fucking "
        r"|really |simply |only |rly )?(?:die|dye now|d1e|be dead|not exist|stop existing|disappear"
        r" forever|not be alive|be gone(?: forever)?|cease to exist|not wake up)\b{not_of}",
        r"\brather be dead\b|\bwish i was(?:nt)? (?:dead|alive|born)\b|\bwish i were(?:nt)? (?:dead|alive"
        r"|born)\b|\bwish i (?:had |was |were )?(?:never|not) (?:been )?born\b|\bshould(?:nt| not| never)"
        r" (?:be alive|exist|have been born)\b|\bshould (?:just )?(?:die|be dead|kill my|end it)\b",
        r"\b(?:end|ending|take|taking|finish|finishing|took) my (?:own )?(?:life|existence)\b|\bend(?:ing)?"
        r" (?:it all|everything tonight|it tonight|it now|it today|it for good|it once and|things for"
        r" good|the pain|my pain|my suffering|this pain)\b|\b(?:wanna|want to|gonna|going to|to|about"
        r" to|ready to) end (?:it|things|everything)(?= ?(?:$|[.,!]|bye|tonight|now|today|soon))",
        r"\b(?:dont|do not|don t|no longer|never|not|dnt) (?:really |even |rly )?(?:want to|wanna|wana"
        r"|feel like|want|like|deserve to|see myself) (?:to )?(?:live|living|be alive|being alive|exist"
        r"|existing|wake up|be here(?= (?:any ?more|no more|tomorrow))|go on(?= living)|keep (?:living"
        r"|existing|breathing)|breathe|continue living|make it to|be in this world|be on this"
        r" (?:earth|planet))\b(?! (?:in|with|without|at|near|there|early|before))",
        r"\b(?:no|any|the|see|a|what|whats|zero|find) (?:reason|point|purpose|use)s? (?:left )?(?:to|in|of"
        r"|for|left) (?:(?:keep|stay|being|go|going|wake|waking|even) )?(?:live|living|go on|going on|on"
        r"|alive|exist|existing|up|breathing|breathe|live for|life)\b|\bnothing (?:left )?to live for\b",
        r"\b(?:life|living|it) (?:is|s|isnt|is not|aint|not|no longer) (?:\w+ )?(?:not )?worth (?:living"
        r"|it any ?more|to live)\b|\b(?:tired|sick|done|over|fed up) (?:of|with|off) (?:being alive|living"
        r"|life(?! in| at|s)|existing|breathing|this life|my life)\b|\b(?:hate|hating) (?:being alive"
        r"|existing|that i woke up|that im alive)\b|\bgiv(?:e|en|ing) up on (?:life|living|my life)\b",
        r"\bbetter off (?:dead|if i (?:was|were|died|didnt)|without me)\b|\b(?:world|everyone|everybody"
        r"|they|family|people|kids|all)(?: (?:would|will|d|ll|might))? be (?:so much |much )?(?:better"
        r"|happier|fine|relieved) (?:off )?(?:without me|if i|when im|once im)\b",
        r"\b(?:nobody|no one|noone|none|anyone|anybody|who) (?:would|will|d|ll|gonna|even|is gonna)"
        r" (?:\w+ ){0,2}?(?:miss|notice|care|cry|come to my funeral)(?: me)?(?: \w+)? (?:if|when|once) i"
        r" ?(?:was|were|wasnt|werent|m|am|died|die|disappear\w*|killed|ended|didnt|stopped)\b"
        r"|\bif i (?:was|were|wasnt|werent|just )?(?:died|dead|not alive|not here any ?more|disappeared"
        r" forever|killed)\b(?= (?:nobody|no one|would|they|everyone|who)| *(?:$|[.?!]))"
        r"|\bif i (?:wasnt|werent|was not|were not) (?:alive|here any ?more|around any ?more|born)\b",
        r"\b(?:hope|wish|pray|want|wanna|like|love|could)(?:ing)? (?:to |i |that i |id )*(?:\w+ )?(?:dont"
        r"|do not|never|not|didnt|wont|just not) (?:\w+ )?(?:wake|woke|waking) up\b|\b(?:sleep|asleep)"
        r"(?: \w+)? (?:and|n) (?:never|not|dont) (?:ever )?wake\b|\bnever wake up(?: again)?\b"
        r"|\bsleep forever\b",
        r"\b(?:took|taken|swallowed|taking|take|swallow|popped|downed|have|got|holding|count(?:ed|ing)"
        r"|saved up|saving|stash\w*|bottle of) (?:\w+ ){0,3}?(?:pills|tablets|meds|xanax|tylenol"
        r"|paracetamol|sleeping pills|painkillers|bleach|antifreeze)\b(?! (?:for (?:my|a|the)|from"
        r" (?:the|my) doctor|refill|every|daily|as pres))|\bpills (?:in|on|next to|ready|are|right)\b"
        r"|\bwhole bottle of (?:pills|\w+ol|\w+ax|meds)\b|\boverdos\w+|\b(?:od|oding|od ing)"
        r" (?:on|tonight)\b|\bod[ed]d on\b",
        r"\b(?:slit|slitting|slash|slashing|cut|cutting|carving|slicing) (?:up )?(?:my|on my) (?:\w+ )?"
        r"(?:wrists?|arms?|legs?|thighs?|skin|throat|veins?|neck|stomach)\b|\b(?:been|started|start|keep"
        r"|kept|back to|stop|relapsed (?:and|with|into)|urge to|resist) cutting(?: again| every|$|[.,!])"
        r"|\bi (?:cut|burn) (?:again|to feel|to cope|when i|every night|last night)\b|\b(?:fresh|new|more)"
        r" (?:cuts|scars) (?:on|again)\b|\b(?:relapsed|urges?) (?:\w+ )*(?:sh|razor|blade|self harm)\b",
        r"\b(?:jump|jumping|throw(?:ing)? {self}|leap|step|stepping|walk|walking|drive|driving) (?:off"
        r"|in front of|into|from|out of|under|onto) (?:of )?(?:a|the|my|this|an oncoming|some) (?:\w+ )?"
        r"(?:bridge|roof|rooftop|building|balcony|cliff|train|bus|traffic|truck|car|ledge|window|tracks"
        r"|tree|wall|\w+ floor)\b(?! (?:bungee|with a parachute))|\b(?:standing|sitting|im|i am) (?:here )?"
        r"(?:on|at) (?:the|a) (?:edge of (?:the|a) )?(?:bridge|rooftop|ledge|roof|train tracks|tracks)"
        r" (?:and|rn|thinking|ready|looking down|now)\b|\b(?:into|in front of) (?:oncoming )?traffic\b",
        r"\b(?:rope|noose)\b(?=.*\b(?:garage|neck|tied|ready|hang\w*|looking|closet|bought|ceiling"
        r"|room)\b)|\b(?:bought|tied|tying|made|got|have) (?:a|the|my) (?:rope|noose)\b|\b(?:gun|pistol"
        r"|barrel|knife|razor|blade|shotgun) (?:\w+ )?(?:in|to|against|at|on) my (?:\w+ )?(?:head|mouth"
        r"|hand and|temple|wrists?|throat|chest|skin)\b|\b(?:bullet|hole) (?:in|through|thru) my (?:head"
        r"|brain|skull|mouth)\b|\bblow(?:ing)? my (?:brains?|head) (?:out|off)\b",
        r"\b(?:goodbye|good bye|farewell|suicide|final) (?:letters?|notes?)\b|\b(?:this is|its|saying my"
        r"|my) (?:my )?(?:final |last )?(?:goodbye|last (?:message|night|day|words)|final (?:message"
        r"|night|day|words))(?: (?:forever|ever|alive|on earth|to everyone|to the world|to you all)|$|[."
        r"!])|\bgoodbye (?:cruel )?world\b|\b(?:you|u)(?:ll| will| wont| wont ever) (?:never |not )?"
        r"(?:hear|see) (?:from )?me (?:again )?(?:after tonight|alive)\b|\bby the time (?:you|u) (?:read"
        r"|see) this\b|\b(?:wont|not gonna|will not|not going to) be (?:here|alive|around) (?:tomorrow"
        r"|much longer|long|any ?more|next week|by morning|after tonight)\b(?! because)|\blast night"
        r" (?:alive|on earth)\b",
        r"\b(?:been |im |i am |i was |just |here )?(?:sitting|standing|sat|stood|waiting|walking|been|climbed|sit|stand) (?:\w+ ){0,2}?(?:on|at|up on|onto|by|near) (?:the|a|this) (?:\w+ )?(?:bridge|rooftop|roof|ledge|train tracks|tracks|edge|overpass|cliff|railing|window ?sill)\b(?=.*\b(?:look\w* down|jump\w*|edge|alone|goodbye|thank|thx|nothing left|end|drop|fall|over|done|hour|hours|sorry)\b)|\b(?:nothing left|no reason left|nothing to lose)\b(?=.*\b(?:bridge|pills|roof|tracks|goodbye|bye|rope|edge|tonight)\b)|\b(?:thighs?|wrists?|arms?|legs?|skin|stomach) (?:\w+ ){0,3}?(?:cut up|cuts|slashed|bleeding again|sliced|covered in (?:cuts|scars))\b|\brelapsed\b(?=.*\b(?:cut|blade|thighs?|wrists?|arms?|razor|scars|sh|clean from|self)\b)|\b(?:everything|all) (?:is |s )?(?:ready|prepared|set|planned)\b(?=.*\b(?:tonight|goodbye|rope|pills|letter|note|sorry|end)\b)|\b(?:tonight|tmrw|tomorrow|today)(?:s| is) (?:the|my) (?:last|night i (?:die|go|end))\b",
        r"\bnothing matters\b.{0,30}\b(?:do it|end|tonight|over|done)\b|\bfeel(?:ing)? like (?:dying|ending it|jumping|not existing)\b{not_of}|\bcant (?:do|take) (?:this|it) any ?more[ ,.!]*(?:good ?bye|bye|farewell|im sorry|sorry everyone)\b|\bhow (?:many|much) (?:\w+ ){0,3}(?:to (?:overdose|die|od|kill (?:me|a person|somebody))|would"
        r" (?:kill me|it take to die))\b|\b(?:painless|easiest|quickest|fastest|best) (?:\w+ )?way to"
        r" (?:die|go|kill|end it)\b|\b(?:thoughts?|thinking|think|dream|plan\w*) (?:\w+ )?(?:of|about)"
        r" (?:my own |just )?(?:dying|death(?! metal| row| star| note)|killing (?:it|me)|not being (?:here"
        r"|alive)|ending (?:it|things|everything|my)|jumping|suicide|disappearing forever)\b",
        r"\b(?:si|suicidal) (?:ideation|thoughts?)\b|\b(?:want|need|wish) (?:it|life|everything|the pain)"
        r" (?:to|would) (?:be over|end forever|just end|all end|just stop forever)\b|\bdont (?:trust|feel"
        r" safe with) {self}(?: tonight| alone| rn|$)|\bnot safe with {self}\b|\b(?:crisis|samaritans"
        r"|988) (?:line|hotline)? ?(?:didnt|wont|hung|no one)",
    ),
    "es": (
        r"\bsuicid(?:arme|o|io|as?|ando\w*|arse|arte|e|ar|arnos)\b|\bsuisid\w+|\bautolesi\w+|\bautole\w+",
        r"\bme (?:voy a|quiero|kiero|quisiera|pienso|vy a|tengo que|deberia|podria|intente|he intentado|trate de) (?:\w+ )?(?:matar|suicidar|morir|ahorcar|colgar|cortar|lastimar|envenenar|quitar la vida)\b(?! (?:de|el pelo|las unas|por|a (?:besos|trabajar)))|\b(?:me hago|hacerme|haciendome|me he hecho|me hice) (?:\w+ )?(?:cortes|heridas|dano)\b|\b(?:matarme|me mato|me mataria|quitarme (?:la vida|del medio)|me quito la vida|hacerme dano"
        r"|me hago dano|me hice dano|lastimarme|me lastimo|cortarme(?: las (?:venas|munecas))?|me corto"
        r"|me corte (?:otra vez|de nuevo|los|las)|me (?:estoy|ando|sigo|vuelvo a|volvi a|he vuelto a|vengo) (?:cort\w+|autolesion\w+|haciendo dano)|cort\w+ (?:\w+ ){0,2}?los brazos|ahorcarme|colgarme|me ahorco|pegarme un tiro|me pego un"
        r" tiro|tirarme (?:de|del|por|al|a las|a la) (?:\w+ )?(?:puente|balcon|ventana|tren|vias|edificio"
        r"|metro|azotea|tejado)|me tiro (?:por|del|de|al) (?:\w+ )?(?:puente|balcon|ventana|tren|metro"
        r"|edificio|azotea))\b",
        r"\b(?:me )?(?:kiero|quiero|quisiera|qiero|gustaria|ganas de|prefiero|preferiria|deseo|merezco"
        r"|estar mejor) (?:\w+ )?(?:morir(?:me|m)?|morime|estar muert[oa]|muert[oa]|desaparecer (?:para"
        r" siempre|del mundo)|dejar de (?:existir|vivir|respirar)|no existir|no despertar\w*|matarme"
        r"|irme de este mundo|dormir y no despertar)\b",
        r"\b(?:acabar|terminar|acabo|termino|acabare|poner fin) (?:con |a )?(?:mi (?:propia )?vida|todo de"
        r" una vez|todo esto hoy|mi existencia|mi sufrimiento|todo(?: esta noche| hoy| ya)?$)",
        r"\b(?:no|ya no|ni) (?:me )?(?:quiero|kiero|aguanto|tengo ganas de|merezco|deseo|puedo|soporto)"
        r" (?:ya )?(?:mas )?(?:seguir )?(?:vivir|viviendo|vivo|viva|estar vivo|estar viva|existir|seguir"
        r" (?:aqui|en este mundo)|despertar\w*|esta vida)\b(?! (?:sin|en|con|contigo|sol[ao]))",
        r"\bno (?:vale la pena|tiene sentido|hay razon(?:es)? para|hay motivos? para|le veo sentido a|"
        r"encuentro (?:razones|motivos|sentido)(?: para| a)?) (?:seguir )?(?:vivi\w+|la vida|esta vida"
        r"|seguir|mi vida|estar aqui)\b|\b(?:cansad[oa]|hart[oa]) de (?:vivir|la vida|estar viv[oa]"
        r"|existir)\b|\b(?:vivir|mi vida|la vida) (?:ya )?no (?:tiene sentido|vale)\b",
        r"\b(?:estarian|estaria|estara|estaran|estais|vivirian) (?:\w+ ){0,2}?mejor (?:\w+ )?sin mi\b"
        r"|\b(?:nadie|quien) (?:me )?(?:extran\w+|echar\w+ de menos|notar\w+|llorar\w+|enterar\w+) (?:\w+ )"
        r"{0,2}?(?:si|cuando) (?:me )?(?:muero|muriera|desapar\w+|no est\w+|mato)\b|\bmejor muert[oa]\b"
        r"|\bojala (?:\w+ )?(?:no (?:me )?(?:despert\w+|hubiera nacido|existier\w+|exist\w+)|me (?:muera"
        r"|muriera)|estuviera muert\w|morirme)\b|\bno deberia (?:haber nacido|existir|estar viv\w)\b",
        r"\b(?:tome|tomado|tomar|trague|tragado|tomarmelas|tomarme|tengo|me tomo|tomando) (?:\w+ ){0,4}?"
        r"(?:pastillas|pildoras|somniferos|ansioliticos|lejia|veneno|calmantes)\b(?! (?:para\b|del\b|anti"
        r"|recet))|\bsobredosis\b",
        r"\b(?:carta|nota) de (?:despedida|suicidio)\b|\b(?:es mi|mi) (?:ultimo mensaje|ultima noche"
        r"|despedida|ultimo dia)\b(?! (?:de|en|aqui))|\badios (?:mundo|para siempre|a todos)\b|\b(?:soga"
        r"|cuerda) (?:\w+ )?(?:al cuello|en el cuello|lista|preparada|atada)\b|\b(?:pistola|cuchillo"
        r"|navaja) (?:\w+ )?(?:en la (?:sien|cabeza|boca)|en las venas)\b|\bmanana (?:ya )?no (?:voy a )?"
        r"(?:estar|estare) (?:viv[oa]|aqui|en este mundo)\b",
        r"\bdespedirme\b(?=.*\b(?:preparado|esta noche|para siempre|no aguanto|colgar|acabar|vida|perdon|todo)\b)|\b(?:me voy a|voy a|me quiero|quiero|pienso en|ganas de) (?:colgar(?:me)?|ahorcar(?:me)?|tirar(?:me)?|saltar|cortar(?:me)?|lanzar(?:me)?)(?= ?(?:$|[,.!]|esta noche|hoy|del?|por|al?|desde|los|las|otra vez))(?! por el tobogan)(?! (?:al? (?:agua|piscina|sofa|cama)))(?! (?:el|las? unas|los? pelos?))|\b(?:estoy|subido|subida|parad[oa]|sentad[oa]|de pie) (?:\w+ )?(?:en|al|sobre|a) (?:el |la |un |una )?(?:puente|borde|azotea|cornisa|balcon|vias)\b(?=.*\b(?:saltar|tirar\w*|salto|tiro|adios|borde|acab\w+|no puedo|lanzar\w*)\b)|\btodo (?:listo|preparado)\b(?=.*\b(?:esta noche|adios|despe\w+|colgar|irme|gracias)\b)",
        r"\b(?:pienso|penso|pensando|pensado|pensamientos|ideas|fantaseo|sueno|idea) (?:\w+ )?(?:en|de|con)"
        r" (?:la muerte|mi muerte|morir\w*|matarme|quitarme|suicid\w+|dejar de vivir|desaparecer)\b",
    ),
    "pt": (
        r"\bsuicid(?:ar|io|a|ando|ei|e|arei|o)\b|\bsuiss?id\w+|\bautomutila\w*|\bauto ?lesao\b"
        r"|\bse matar\b(?=.*\b(?:eu|penso|quero|vou)\b)",
        r"\b(?:me matar|matar me|me mato|mimatar|me mata agora eu|tirar (?:a )?(?:minha )?(?:propria )?"
        r"vida|tirar a vida|me machucar|me machuco|me machucando|me cortar|me cortando|me cortei|me corto"
        r"|me enforcar|me enforco|cortar (?:os |meus )+(?:pulsos|bracos)|me ferir|me furar|me jogar (?:da"
        r"|do|de|na frente|embaixo|no)|me jogo (?:da|do|na frente)|pular (?:da|do) (?:\w+ )?(?:ponte"
        r"|predio|janela|sacada|viaduto|terraco)|dar um tiro na (?:minha )?(?:cabeca|boca))\b"
        r"(?! (?:o cabelo|de rir|pra jogo|teus bracos|seus bracos|piscina|sofa|cama))",
        r"\b(?:quero|queria|qro|kero|vontade de|prefiro|preferia|desejo|mereco|devia|deveria|gostaria de"
        r"|so quero|melhor) (?:\w+ )?(?:morrer|morre|estar mort[oa]|sumir (?:do mundo|desse mundo|pra"
        r" sempre|de vez)|desaparecer (?:pra|para) sempre|deixar de existir|nao existir|nao acordar"
        r"|ter morrido|nunca ter nascido)\b",
        r"\b(?:acabar|terminar|dar fim|por fim|acabo|fim) (?:com |a |na |em )*(?:a )?(?:minha (?:propria "
        r")?vida|tudo (?:hoje|logo|de vez|de uma vez)|tudo$|meu sofrimento|minha existencia)",
        r"\b(?:nao|n|num|ñ) (?:quero|aguento|tenho (?:mais )?vontade de|mereco|consigo|vejo sentido em|vejo motivo"
        r" pra|suporto) (?:mais )?(?:viver|acordar|existir|estar viv[oa]|continuar viv\w+|essa vida|a vida"
        r"|seguir vivendo|continuar vivendo)\b(?! (?:sem|em|com|la|sozinh\w))|\bnao quero viver\b"
        r"(?! (?:sem|em|com|la|aqui|sozinh\w))",
        r"\bnao (?:vale (?:mais )?a pena|tem (?:mais )?sentido|faz (?:mais )?sentido|tenho (?:mais )?"
        r"(?:motivo|razao)s? (?:pra|para)|ha (?:motivo|razao) (?:pra|para)|vejo (?:mais )?(?:motivo"
        r"|sentido|razao)(?: pra| para| em| na)*) (?:continuar )?(?:viv\w+|a vida|vida|minha vida|existir"
        r"|essa vida|seguir)\b|\b(?:cansad[oa]|cansei|fart[oa]) (?:de|da) (?:viver|vida|minha vida"
        r"|existir|estar viv\w)\b|\bdesisti (?:da vida|de viver)\b",
        r"\b(?:ficaria|ficariam|estaria|estariam|ficava|viveriam|vao ficar|vai ficar) (?:\w+ ){0,2}?melhor"
        r"(?:es)? (?:\w+ )?(?:sem mim|se eu)\b|\bninguem (?:\w+ ){0,2}?(?:falta|sentir\w*|notar\w*|ligar\w*"
        r"|chorar\w*|perceb\w+|import\w+) (?:\w+ ){0,3}?se eu (?:morr\w+|sum\w+|desaparec\w+|nao)\b"
        r"|\b(?:queria|tomara|espero|oxala|quem dera) (?:\w+ ){0,3}?(?:nao|nunca mais) (?:\w+ )?acord\w+"
        r"|\b(?:dormir|dormisse) e (?:nao|nunca|nunca mais) (?:\w+ )?acord\w+|\bnao devia (?:ter nascido"
        r"|existir|estar viv\w)\b",
        r"\b(?:tomei|tomar|tomo|engoli|engolir|to com|tenho|vou tomar|tomando) (?:\w+ ){0,5}?(?:remedios?"
        r"|comprimidos|pilulas|calmantes|veneno|agua sanitaria|chumbinho|cartela\w*|rivotril)\b"
        r"(?! (?:pra|para|da|de pressao|do|que o))|\boverdose\b",
        r"\b(?:carta|bilhete) de (?:despedida|adeus|suicidio)\b|\b(?:minha|e a minha) (?:ultima (?:noite"
        r"|mensagem)|despedida)\b(?! (?:de solteir|em|no|na))|\badeus (?:mundo|a todos|pra sempre)\b"
        r"|\bcorda (?:\w+ )?(?:no pescoco|pronta|amarrada)\b|\b(?:arma|faca|gilete) (?:\w+ )?(?:na (?:minha"
        r" )?(?:cabeca|boca)|no (?:meu )?pulso)\b|\bamanha (?:eu )?nao (?:vou )?(?:est\w+) (?:mais )?(?:aqui"
        r"|viv\w)\b",
        r"\b(?:lamina|gilete|faca|corda|arma|estilete) (?:\w+ )?(?:na|em) (?:minha )?mao\b(?=.*(?:cort|morr|acab|pens|vida|adeus|fim))|\b(?:to|estou|subi|sentad[oa]|em pe) (?:\w+ )?(?:na|no|em|numa) (?:\w+ )?(?:ponte|beirada|terraco|sacada|viaduto|parapeito|trilho\w*)\b(?=.*(?:pular|jogar|adeus|acab|cair|fim|salt))|\b(?:quero|vou|vontade de|penso em|pensando em) (?:pular|saltar|me jogar)(?= ?(?:$|[,.!]|da|do|de|daqui))(?! (?:de (?:paraqueda|bungee|alegria)|do sofa|na|fora))|\b(?:tudo pronto|ja (?:esta|ta) tudo pronto|preparei tudo)\b(?=.*(?:noite|adeus|obrigad|fim|hoje))|\bme despedir\b(?=.*(?:vida|hoje|noite|sempre|aguento|perdao|todos))",
        r"\b(?:penso|pensei|pensando|pensamentos?|ideias?|vontade) (?:\w+ )?(?:em|de|na|no|sobre) (?:morte"
        r"|minha morte|morrer|me matar|suic\w+|tirar minha|sumir pra|me cortar|acabar com)\b",
    ),
    "de": (
        r"\bsui[zc]id\w*|\bselbstm[oö]rd\w*|\bselbst ?verletz\w*|\bselbst ?tot\w+|\blebensmud\w*|\bfreitod\b"
        r"|\bsvv\b",
        r"\b(?:mich (?:selbst |selber |heute |jetzt |bald |einfach |wieder |noch |dann )*(?:um(?:zu)?bring\w*"
        r"|um zu bringen|tote\w*|zu toten|ritz\w*|geritzt|zu ritzen|verletz\w*|erhang\w*|aufhang\w*"
        r"|erschiess\w*|umleg\w*|aufschneid\w*|schneid\w*|vergift\w*|erstech\w*|ausloschen|umgebracht)"
        r"|(?:bringe?|bring|brng) (?:ich )?mich (?:\w+ ){0,2}?um|ritze? (?:ich )?mich|hange? mich auf"
        r"|schneide? mich|knall\w* mich (?:ab|weg)|erschiess\w* mich|verletz\w* mich (?:selbst|selber))\b"
        r"(?! (?:lachen|scherz|den schlaf))",
        r"\bmir (?:\w+ ){0,2}?(?:das leben (?:zu )?nehm\w*|(?:et)?was (?:an(?:zu)?|zu )?tun|was an\w*"
        r"|die pulsadern\w*|ne kugel|eine kugel|die kugel|weh (?:zu )?tun)\b|\btu(?:e|h)? (?:ich )?mir (?:\w+"
        r" ){0,2}?(?:was|etwas|selbst was) an\b|\bnehm\w* (?:ich )?mir das leben\b|\bpulsadern\b",
        r"\b(?:will|wil|mochte|mocht|wurde|wunsch\w*|wollte|darf|am liebsten|konnte|sollte|einfach|nur)"
        r" (?:ich )?(?:\w+ ){0,4}?(?:sterben|tot sein|verrecken|tot umfallen|nicht (?:mehr )?(?:existieren"
        r"|da sein|aufwachen|leben|sein|am leben)|nie wieder aufwachen|nie mehr aufwachen|weg sein von)\b"
        r"(?! (?:vor|fur|aus|ohne|in |mit|bei))|\bware? (?:ich )?(?:\w+ ){0,2}?(?:tot|nie geboren"
        r"|nicht mehr (?:da|am leben))\b",
        r"\b(?:nicht mehr|nimmer|kein bock (?:mehr )?(?:zu|auf das|aufs)|keine lust (?:mehr )?(?:zu|auf das"
        r"|aufs)|keine kraft (?:mehr )?zu[mr]?) (?:am )?(?:leben(?: sein)?|weiterleben|weiter leben"
        r"|aufwachen|existieren|weiterzuleben)\b(?! (?:ohne|in|mit|bei))|\b(?:kein bock|keine lust) (?:mehr"
        r" )?(?:aufs|auf (?:das|dieses|mein)) leben\b",
        r"\bleben (?:\w+ )?(?:hat|macht|ist|ergibt) (?:\w+ )?(?:keinen sinn|kein sinn|nicht mehr lebenswert"
        r"|sinnlos|nichts mehr wert|nicht lebenswert)\b|\b(?:keinen|kein|welchen) (?:sinn|grund)"
        r" (?:mehr )?(?:zu|im|am|weiter\w*|um) (?:leben|weiter\w*|zu leben)\b|\bmude vom leben\b|\b(?:dem"
        r"|meinem) (?:ganzen |leben )?(?:ein ende (?:setz\w*|mach\w*|bereit\w*))\b|\bmach\w* (?:dem|jetzt)?"
        r" ?(?:heute )?schluss\b(?! mit (?:ihr|ihm|meiner|meinem))|\bleben (?:zu )?beend\w*",
        r"\b(?:niemand|keiner|wer) (?:\w+ )?(?:wurde|wird) mich (?:\w+ )?vermiss\w*|\bohne mich (?:\w+ ){0,4}?(?:besser|glucklicher|leichter)\b|\b(?:besser|leichter) (?:\w+ ){0,2}"
        r"ohne mich\b|\b(?:niemand\w*|keine[rnms]?|wer) (?:\w+ ){0,4}?(?:vermiss\w*|merk\w*|fehl\w*|auffall\w*"
        r"|interess\w*)(?: \w+){0,2}? wenn ich (?:\w+ )?(?:weg|tot|nicht mehr|sterb\w*|gestorben)\b"
        r"|\bbesser tot\b|\bwenn ich tot (?:bin|ware)\b",
        r"\b(?:tabletten|pillen|schlaftabletten|schlafmittel|gift) (?:\w+ ){0,3}?(?:genommen|geschluckt"
        r"|nehmen|schlucken|eingeworfen|vor mir|liegen|in der hand|bereit)\b(?! (?:gegen|wegen|fur))"
        r"|\b(?:schluck\w*|nehm\w*) (?:\w+ ){0,2}?(?:alle|ganze\w*|die|packung|haufen) (?:\w+ ){0,2}?"
        r"(?:tabletten|pillen|packung)\b|\buberdosis\b",
        r"\babschieds?brief\w*|\b(?:das ist|ist) (?:\w+ )?mein(?:e)? (?:letzte[r]? (?:nachricht|nacht|tag"
        r"|abend)|abschied)\b(?! (?:im|in|auf|vor|hier))|\b(?:strick|seil) (?:\w+ )?(?:um|bereit|gekauft"
        r"|hangt|gekn\w*)\b|\b(?:von der|vor die|vor den|vom|vor einen|auf die|aus dem) (?:\w+ )?(?:brucke"
        r"|bahn|zug|ubahn|hochhaus|dach|balkon|gleise|fenster|lkw) (?:zu )?(?:spring\w*|werf\w*|schmeiss\w*"
        r"|stell\w*|sturz\w*)\b|\b(?:spring\w*|werf\w*|schmeiss\w*) (?:ich )?(?:mich )?(?:\w+ )?(?:von der"
        r"|vor die|vor den|vom|aus dem) (?:\w+ )?(?:brucke|bahn|zug|ubahn|hochhaus|dach|balkon|fenster)\b"
        r"|\bmorgen (?:\w+ )?(?:nicht mehr da|nicht mehr am leben)\b",
        r"\b(?:alles|alle[s]? schon) (?:\w+ )?(?:vorbereitet|bereit|geplant|geregelt)\b(?=.*(?:heute|nacht|ende|danke|abschied|tschuss|brief))|\b(?:bring|bringe|mach|mache) (?:ich )?(?:es|dem|s) (?:\w+ )?(?:zu ende|ein ende|zu nem ende)\b|\b(?:steh\w*|sitz\w*|bin) (?:ich )?(?:\w+ ){0,2}?(?:auf|an|am|oben auf) (?:de[rmn]|die|einem|einer|nem|ner)? ?(?:\w+ )?(?:brucke|dach|gleise\w*|bahngleise\w*|klippe|gelander|balkon|hochhaus|abgrund|kante)\b(?=.*(?:spring|runter|ende|tschuss|allein|vorbei|danke|abschied|fall))|\b(?:will|werd\w*|mochte|muss) (?:\w+ ){0,2}?springen\b(?! (?:vor freude|ins wasser|in den pool))(?<!vor freude springen)|\b(?:klinge|rasierklinge|messer)\b(?=.*(?:schneid|ritz|arm|haut|puls))|\bich will (?:mich )?(?:\w+ )?(?:schneiden|ritzen)\b|\b(?:heute|diese) nacht (?:\w+ ){0,3}?(?:ist|wird) (?:es |alles )?(?:vorbei|zu ende|schluss)\b(?! mit)",
        r"\b(?:denk\w*|gedanken|nachgedacht|nachdenk\w*|fantasier\w*|dran) (?:\w+ ){0,3}?(?:an|ans|uber|daran"
        r"|dran) (?:\w+ ){0,3}?(?:selbstmord|suizid|sterben|tod|umzubringen|mich umzu\w*|den tod|schluss zu"
        r" machen|mir (?:was|das))\b",
    ),
    "fr": (
        r"\bsuicid(?:e|er|aire|aires|es|ee|ais|erai|ant)\b|\bsuissid\w+|\bautomutil\w*|\b(?:me|m) ?scarif\w*"
        r"|\bta\s?des\b$|\bme t s\b",
        r"\bme (?:tuer|tue(?= (?:ce soir|demain|si|bientot|$))|flinguer|flingue|foutre en lair|faire du mal"
        r"|fais du mal|pendre|pends|jeter (?:sous|du|de|par|dans|d)|jette (?:sous|du|par|d)|noyer|taillader"
        r"|taillade|mutiler|mutile|couper les veines|coupe les veines|coupe (?:encore|a nouveau|les bras|les"
        r" cuisses|pour)|bruler la peau|blesser expres|faire sauter|tirer une balle|tire une balle|ouvrir"
        r" les veines|supprimer|bute)\b(?! (?:de rire|a la tache|au travail|dans tes bras|a leau))"
        r"|\bmouvrir les veines\b",
        r"\b(?:envie de|veux|jveux|jveu|veu|vx|voudrais|jaimerais|aimerais|prefere(?:rais)?|merite|souhaite|devrais|juste)"
        r" (?:juste |vraiment |trop |seulement |de |que )*(?:mourir|mourire|crever|etre morte?|disparaitre"
        r" (?:pour toujours|a jamais|pour de bon)|plus (?:exister|etre la|me reveiller|vivre)|cesser"
        r" (?:de vivre|dexister)|dormir pour toujours|ne plus (?:exister|me reveiller|vivre))\b"
        r"(?! (?:de|d |sans|ici|avec))",
        r"\b(?:mettre fin a|mets fin a|en finir avec|finir avec|abreger) (?:mes jours|ma vie|la vie|tout(?: ca)?"
        r"|mes souffrances|cette vie)\b|\ben finir\b(?= ?(?:$|[.,!]|ce soir|cette nuit|une bonne fois|pour"
        r" de bon|maintenant))",
        r"\b(?:plus|pas|aucune|ni) (?:\w+ )?(?:envie (?:de |d )?|la force de |gout a |raison (?:de |d )?|le"
        r" gout de |de raison de )(?:vivre|la vie|rester en vie|exister|continuer a vivre|me lever plus"
        r"|me reveiller)\b(?! (?:sans|ici|avec|a |en |dans|seule?))|\b(?:veux|peux|sais) (?:plus|pas) (?:vivre"
        r"|etre (?:en vie|vivante?)|exister|me reveiller)\b(?! (?:sans|ici|avec|a |en |dans|seule?))",
        r"\b(?:vie|vivre) (?:na|n a|a|vaut|ne vaut|na plus) (?:plus |pas )?(?:aucun |de |le |la )?(?:sens|coup"
        r"|peine)\b|\bmarre de (?:vivre|la vie|cette vie|exister)\b|\bfatigue de (?:vivre|la vie)\b"
        r"|\ba quoi (?:bon|ca sert(?: de)?) (?:vivre|continuer|rester en vie)\b|\bperdu le gout de (?:la"
        r" vie|vivre)\b",
        r"\b(?:serait|seraient|irait|iraient|sera|seront|vivrait|serai) (?:\w+ ){0,2}?mieux (?:\w+ )?sans moi\b"
        r"|\bpersonne (?:\w+ ){0,3}?(?:manqu\w+|remarqu\w+|pleur\w+|apercevr\w+|regrett\w+) (?:\w+ ){0,3}?si je"
        r" (?:meurs|mourais|disparais\w*|suis|n?etais)\b|\bmieux morte?\b|\b(?:jamais|pas|plus) (?:\w+ )?(?:me "
        r")?reveiller\b(?! (?:tot|a |demain matin pour))|\baurais (?:jamais|pas) du naitre\b",
        r"\b(?:avale\w*|pris|prendre|pris|gobe\w*|vais prendre|avaler|prends) (?:\w+ ){0,3}?(?:cachets|medocs"
        r"|medicaments|comprimes|somniferes|cachetons|boite|javel|pilules|plaquettes?)\b(?! (?:pour|contre"
        r"|du))|\boverdose\b|\b(?:cachets|medocs|medicaments|somniferes) (?:devant moi|dans la main|sont"
        r" prets)\b",
        r"\blettre dadieux?\b|\bmot dadieu\b|\b(?:cest|c est) (?:mon|ma) (?:dernier (?:message|jour|soir)"
        r"|derniere nuit|adieu)\b(?! (?:de|en|ici|a))|\badieu (?:a tous|le monde|tout le monde|monde cruel)\b"
        r"|\bcorde (?:au cou|autour du cou|est prete)\b|\b(?:flingue|arme|couteau|lame|rasoir) (?:\w+ )?(?:sur"
        r" la tempe|dans la bouche|sur les? veines?|sur le poignet|contre la)\b|\bsauter (?:du|dun|de la|par)"
        r" (?:\w+ )?(?:pont|toit|balcon|fenetre|immeuble|etage|falaise)\b|\b(?:sous|devant) (?:un|le|les)"
        r" (?:train|metro|rer|rails)\b|\bplus (?:la|de ce monde|en vie) demain\b|\bdemain je (?:\w+ )?(?:serai"
        r" plus la|suis plus la)\b",
        r"\btout (?:prepare|pret|est pret)\b(?=.*(?:nuit|soir|fini|adieu|merci|fin))|\b(?:ce soir|cette nuit|demain) (?:\w+ )?(?:c ?est|tout est|ce sera) (?:fini|la fin|termine)(?: pour moi)?\b(?! (?:le|la|les) (?:boulot|taf|semaine|ecole))|\bfini pour moi\b|\b(?:suis|chui|debout|assise?|monte\w*) (?:\w+ )?(?:sur|au bord|en haut) (?:du |de la |dun |le |la |un |une )?(?:\w+ )?(?:pont|toit|balcon|rebord|rails|falaise|parapet|vide|quai)\b(?=.*(?:saut|fini|adieu|vide|jeter|envie|seule?|merci))|\benvie de (?:sauter|me jeter|tout arreter|en finir)\b(?! (?:de joie|dans (?:tes|la piscine)|sur toi))|\bplus (?:aucune? )?(?:raison|motif)s? (?:de |pour )(?:vivre|rester|continuer)\b|\b(?:lame|rasoir|cutter)\b(?=.*(?:coup|bras|poignet|peau|veine|recommenc))",
        r"\b(?:pense|penser|pensees|idees|reve|songe) (?:\w+ ){0,2}?(?:a|au|de|noires|dans) (?:ma mort|la mort"
        r"|mourir|me tuer|suicid\w+|en finir|mettre fin|disparaitre)\b|\bidees noires\b",
    ),
    "it": (
        r"\bsuicid(?:io|armi|a|arsi|ato|ando|o|i)\b|\bautolesion\w*|\bsucidio\b|\bsuicid\w+rmi\b",
        r"\b(?:uccidermi|ammazzarmi|amazzarmi|mi (?:ammazzo|amazzo|uccido|impicco|sparo|butto (?:giu|sotto|dal"
        r"|dalla|da|nel)|taglio(?: ancora| di nuovo| da| le| i polsi| i bracci| ogni)?|faccio del male|levo"
        r" di mezzo|tolgo la vita|sono (?:ri)?tagliat\w (?:di nuovo|ancora|le|i|un'altra))|togliermi (?:la"
        r" vita|di mezzo)|farmi (?:del |di )?male|tagliarmi(?: le vene| i polsi| ancora)?|impiccarmi|spararmi"
        r"|buttarmi (?:giu|sotto|dal|dalla|da|nel)|levarmi di mezzo|ferirmi|bruciarmi la pelle)\b"
        r"(?! (?:di |dalle risate|dal ridere|in palestra|sul (?:divano|letto)|in piscina|una fetta|i capelli"
        r"|le unghie|la barba|nella mischia|nello studio|nel letto|nel lavoro))",
        r"\b(?:voglio|vojo|vorrei|voja di|voglia di|preferirei|preferisco|merito di|desidero|dovrei|spero di"
        r"|potessi|meglio) (?:solo |soltanto |proprio |davvero |di )*(?:morire|morì|crepare|essere mort[oa]"
        r"|sparire (?:per sempre|dal mondo)|scomparire per sempre|smettere di (?:vivere|esistere)|non"
        r" (?:esistere|svegliarmi|esserci)|addormentarmi e non|farla finita)\b",
        r"\b(?:farla finita|la faccio finita|mettere fine|mettere un punto|porre fine|finirla|chiuderla)"
        r"(?: (?:a|alla|con) (?:mia vita|tutto|la vita|questa vita|questo dolore)|$|[ ,.!](?:stasera|stanotte"
        r"|oggi|una volta|per sempre|adesso|davvero))?",
        r"\bnon (?:voglio|ho (?:piu )?voglia di|ho (?:piu )?la forza di|riesco|merito di|ce la faccio|vorrei"
        r"|sopporto|ho (?:piu )?motiv\w+ (?:per|di)|vale la pena) (?:piu )?(?:a )?(?:vivere|esistere|svegliarmi"
        r"|esserci|stare al mondo|restare in vita|di vivere|questa vita|continuare a vivere)\b"
        r"|\bnon (?:ha|vedo|trovo) (?:piu )?(?:alcun |un |nessun )?senso (?:piu )?(?:vivere|la vita|la mia vita"
        r"|andare avanti|nella vita)\b|\b(?:la|mia) vita (?:non ha|e senza) (?:piu )?(?:alcun )?(?:senso)\b"
        r"|\b(?:stanc[oa]|stuf[oa]) (?:di|della) (?:vivere|vita|esistere|questa vita|stare al mondo)\b",
        r"\b(?:starebber\w*|sarebb\w+|starann\w+|stareste|vivrebber\w+|starebbe|staranno) (?:\w+ ){0,2}?meglio"
        r" (?:\w+ )?senza (?:di )?me\b|\bnessuno (?:\w+ ){0,3}?(?:mancanza|sentir\w+ la mia mancanza|mancher\w+|accorg\w+|piang\w+|noter\w+|"
        r"importer\w+) (?:\w+ ){0,2}?se (?:muoio|morissi|spariss\w+|non ci)\b|\bmeglio mort[oa]\b"
        r"|\b(?:non|mai) (?:mai )?(?:svegliarmi|risvegliarmi|svegliarsi) (?:mai )?piu\b|\bnon (?:mi|dover\w*)"
        r" (?:svegli\w+|essere nat\w) (?:piu|mai)\b|\bnon (?:fossi|dovevo|sarei dovut\w) (?:mai )?(?:nat[oa]"
        r"|nascere|essere nat\w)\b|\bspero di non svegliarmi\b",
        r"\b(?:preso|ingoiat\w|prendere|prendo|ingoiare|buttato giu|mandato giu|ho qui) (?:\w+ ){0,4}?(?:pastiglie"
        r"|pillole|pasticche|sonniferi|compresse|medicine|candeggina|boccetta|psicofarmaci)\b(?! (?:per|del"
        r"|contro))|\boverdose\b",
        r"\b(?:lettera|biglietto|messaggio) (?:di |d)addio\b|\b(?:e la|e il|questa e la|questo e il) mi[ao]"
        r" ultim[ao] (?:notte|messaggio|giorno|sera)\b(?! (?:di|in|qui|a))|\baddio (?:mondo|a tutti|per sempre)\b"
        r"|\b(?:corda|cappio) (?:\w+ )?(?:al collo|pront\w)\b|\b(?:pistola|lametta|coltello) (?:\w+ )?(?:alla"
        r" tempia|in bocca|sui polsi|alla gola)\b|\b(?:giu|saltare|lanciarmi|buttarmi) (?:\w+ )?(?:dal|dalla|da"
        r" un|sotto (?:un|il|al)) (?:\w+ )?(?:ponte|balcone|tetto|finestra|treno|metro|piano)\b|\bdomani non"
        r" ci (?:saro|sono) piu\b",
        r"\bpreparato tutto\b(?=.*(?:notte|sera|finita|addio|grazie))|\b(?:sono|sto|seduto|seduta|in piedi|salit[oa]) (?:\w+ )?(?:sul|sulla|sui|su un|al bordo|sul bordo) (?:\w+ )?(?:ponte|tetto|balcone|cornicione|binari|bordo|terrazzo|parapetto)\b(?=.*(?:butt|salt|finit|addio|giu|grazie|vuoto|voglia))|\b(?:voglio|vorrei|voglia di|sto per) (?:buttarmi|saltare giu|lanciarmi|gettarmi)\b(?! (?:sul|in (?:piscina|acqua)|nella|su di te))|\b(?:non (?:ho|vedo|trovo|ci sono|ce)|nessun) (?:piu )?(?:\w+ )?(?:motiv[oi]|ragion[ei]|senso|scopo) (?:per|di|a|nel|per cui) (?:vivere|andare avanti|restare|continuare a vivere|alzarmi)\b|\b(?:lametta|lama)\b(?=.*(?:tagli|braccia|polsi|pelle))|\bstanotte (?:\w+ )?(?:finisce|e finita|sara finita)\b",
        r"\b(?:penso|pensando|pensato|pensieri|idee|idea|penso spesso) (?:\w+ ){0,2}?(?:a|al|di|alla|su) "
        r"(?:suicid\w+|morire|morte|mia morte|uccidermi|ammazzarmi|togliermi|farla finita|farmi del male)\b",
    ),
}
