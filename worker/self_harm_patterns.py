"""
That somebody means to harm or kill themselves, or is doing it, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_SELF_HARM` is blanked out first: banter, films, razors, and what others did (which is grief, and
worker/distress_patterns.py's).
"""

from __future__ import annotations

from worker.self_harm_patterns_de_fr_it import NO_SELF_HARM_DE_FR_IT, SELF_HARM_DE_FR_IT
from worker.self_harm_patterns_es_pt import NO_SELF_HARM_ES_PT, SELF_HARM_ES_PT

WORDS = {
    "self": r"(?:my ?sel[fv]e?|mysel|meself|me self|myslef|mys3lf|mself)",
    "suicide": (
        r"(?:suicid(?:e|al|ing|ed)|sui ?cide|suic[iy]d(?:al)?|suisid(?:e|al)|sucide|soocide"
        r"|sewer ?slide|sewerslid\w*|toaster bath|selfdeletion|self deletion)"
    ),
    "kin": (
        r"(?:my|mi|meu|minha|mein\w*|mon|ma|mia|mio|an?|one|his|her|un|una|um|uma|eine?|la|el|o"
        r"|a|une|il|der|die|le) (?:\w+ ){0,2}?(?:friend|buddy|brother|sister|mom|mum|mother|dad"
        r"|father|uncle|aunt|cousin|ex|wife|husband|son|daughter|colleague|neighbou?r|boss"
        r"|roommate|guy|girlfriend|boyfriend|classmate|grandpa|grandfather|celebrity|singer"
        r"|actor|amig[oa]|herman[oa]|primo|prima|padre|madre|tio|tia|vecino|irmao|irma|pai|mae"
        r"|freund(?:in)?|bruder|schwester|vater|mutter|onkel|tante|kolleg\w+|nachbar|ami|amie"
        r"|frere|soeur|pere|mere|oncle|voisin|collegue|amico|amica|fratello|sorella|zio|zia"
        r"|cugin[oa])"
    ),
    "not_of": (
        r"(?! (?:of|from|laughing|for (?:you|u|that|a|an|your|this)|in your|with you in|happy"
        r"|hard|on (?:this|that) hill|another|trying|by your|inside you|under you|between"
        r"|peacefully in your|when (?:you|u|i see)|over|lol|a virgin|alone|without (?:you|u"
        r"|seeing)|just a little))"
    ),
}

NO_SELF_HARM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:is|was|its|s) (?:my|the|our|your) last (?:day|night|week) (?:of|at|on|in|here)\b"
        r"|\bit wont be here tomorrow\b",
        r"\bsuicide (?:squads?|doors?|girls?|silence|boys|boyz|king|burger|wings|prevention"
        r"|hotline|run|mission|pass|squeeze|sprints|grip|watch party)\b|\b(?:career|political"
        r"|social|commercial) suicide\b|\bsuicid\w+ (?:squad|deadline)\b",
        r"\b{kin}\b[^.!?;]{0,40}\b{suicide}\b|\b{kin}\b[^.!?;]{0,30}\b(?:killed|hanged|shot"
        r"|hung) (?:him|her|them)sel\w+",
        r"\b(?:kill|killing|hurt|hurting|harm|cut|cutting|burn|burned|burnt|shoot|stab|end|off"
        r"|shot|poison|starve|starving|hang|drown|drowning) {self} (?:laughing|with laughter"
        r"|short|off from|shaving|cooking|chopping|slicing|a (?:slice|piece|break|deal|check)"
        r"|some|loose|in the (?:gym|kitchen|foot)|at (?:the gym|work|crossfit|football|soccer"
        r"|basketball)|working|lifting|playing|running|skiing|training|doing (?:squats"
        r"|deadlifts|yoga)|on (?:the|a) (?:oven|stove|pan|grill|paper|can|glass|knife|tin|iron"
        r"|curling)|in food|in chocolate|in work|out|falling|slack|while (?:cooking|shaving"
        r"|chopping)|with (?:work|coffee|overtime)|for (?:lunch|dinner|summer|the wedding)"
        r"|over nothing|making|opening|trying to)",
        r"\b(?:die|dying|dead|death) (?:of|from) (?:laugh\w*|boredom|embarrass\w*|cuteness"
        r"|thirst|hunger|curiosity|shame|cringe|happiness|heat|love|pleasure|excitement"
        r"|anticipation)\b",
        r"\b(?:dont|do not|didnt|wouldnt|never|not (?:ready|gonna|going)) (?:\w+ )?(?:wan(?:t"
        r"|na)|to)? ?(?:to )?die\b",
        r"\b(?:video ?games?|in (?:the game|fortnite|cod|minecraft|elden ring|dark souls)"
        r"|respawn\w*|my character|sims|boss fight)\b[^.!?;]{0,40}|\b\d+ ?kms\b|\bkms (?:away"
        r"|from|per|an hour|north|south|east|west|today|run|on the (?:bike|treadmill))\b",
        r"\b(?:wake up|waking up) (?:early|before|for|so|at|tomorrow for|to (?:an|my) alarm"
        r"|on monday|next to|without)\b|\b(?:live|living) (?:in|with|without|here|at|near|there"
        r"|alone|like (?:a king|this without))\b|\bcutting (?:calories|weight|carbs|back|grass"
        r"|edge|it close|class|sugar|board|out)\b|\bend it (?:all )?(?:with a bang|on a high"
        r"|here for tonight|between us)\b",
        r"\b(?:hes|shes|he|she|they|youd|you|u|id make you) (?:\w+ "
        r")?better off without me\b(?= but (?:im|we))|\bi (?:cut|trimmed|dyed) my (?:hair|nails"
        r"|bangs|grass|lawn)\b",
    ),
    **NO_SELF_HARM_ES_PT,
    **NO_SELF_HARM_DE_FR_IT,
}

SELF_HARM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{suicide}\b|\bself ?harm\w*|\bself injur\w*|\bself destruct\w* with\b",
        r"\b(?:kil|kill|killing|kll|kiil|k word|unalive|unaliving|unalived|off|offing|hang"
        r"|hanging|hung|shoot|shooting|drown|drowning|starve|starving|poison|hurt|hurting|harm"
        r"|harming|cut|cutting|stab|stabbing|burn|burning|end|ending|delete|deleting|punish"
        r"|punishing|choke out|dispose of|get rid of|gas|slit|carve|slice|slicing|electrocute"
        r"|kermit) {self}\b",
        r"(?<!\d )\bkms\b|\bkmsing\b|\bkill my self\b|\b(?:commit|kermit|committing) (?:sui\w*"
        r"|die|not alive|unalive)\b|\bbecome un ?alive\b|\b(?:wanna|want to|gonna|going to"
        r"|should|might|would|to|id) (?:be )?un ?alive\b|\bctb\b",
        r"\b(?:want|wanna|wana|wnna|ready|wish i (?:could|would)|rather|planning|plan|deserve"
        r"|hope i|prefer|need|like|love|decided|waiting|trying|tried"
        r"|going tonight) (?:to )?(?:just |fucking |really |simply |only |rly )?(?:die|dye now"
        r"|d1e|be dead|not exist|stop existing|disappear forever|not be alive"
        r"|be gone(?: forever)?|cease to exist|not wake up)\b{not_of}",
        r"\brather be dead\b|\bwish i was(?:nt)? (?:dead|alive|born)\b"
        r"|\bwish i were(?:nt)? (?:dead|alive|born)\b|\bwish i (?:had |was |were )?(?:never"
        r"|not) (?:been )?born\b|\bshould(?:nt| not| never) (?:be alive|exist|have been born)\b"
        r"|\bshould (?:just )?(?:die|be dead|kill my|end it)\b",
        r"\b(?:end|ending|take|taking|finish|finishing|took) my (?:own )?(?:life|existence)\b"
        r"|\bend(?:ing)? (?:it all|everything tonight|it tonight|it now|it today|it for good"
        r"|it once and|things for good|the pain|my pain|my suffering|this pain)\b|\b(?:wanna"
        r"|want to|gonna|going to|to|about to|ready to) end (?:it|things|everything)(?= ?(?:$"
        r"|[.,!]|bye|tonight|now|today|soon))",
        r"\b(?:dont|do not|don t|no longer|never|not|dnt) (?:really |even |rly )?(?:want to"
        r"|wanna|wana|feel like|want|like|deserve to|see myself) (?:to )?(?:live|living"
        r"|be alive|being alive|exist|existing|wake up|be here(?= (?:any ?more|no more"
        r"|tomorrow))|go on(?= living)|keep (?:living|existing|breathing)|breathe"
        r"|continue living|make it to|be in this world|be on this (?:earth|planet))\b(?! (?:in"
        r"|with|without|at|near|there|early|before))",
        r"\b(?:no|any|the|see|a|what|whats|zero|find) (?:reason|point|purpose"
        r"|use)s? (?:left )?(?:to|in|of|for|left) (?:(?:keep|stay|being|go|going|wake|waking"
        r"|even) )?(?:live|living|go on|going on|on|alive|exist|existing|up|breathing|breathe"
        r"|live for|life)\b|\bnothing (?:left )?to live for\b",
        r"\b(?:life|living|it) (?:is|s|isnt|is not|aint|not|no "
        r"longer) (?:\w+ )?(?:not )?worth (?:living|it any ?more|to live)\b|\b(?:tired|sick"
        r"|done|over|fed up) (?:of|with|off) (?:being alive|living|life(?! in| at|s)|existing"
        r"|breathing|this life|my life)\b|\b(?:hate|hating) (?:being alive|existing"
        r"|that i woke up|that im alive)\b|\bgiv(?:e|en|ing) up on (?:life|living|my life)\b",
        r"\bbetter off (?:dead|if i (?:was|were|died|didnt)|without me)\b|\b(?:world|everyone"
        r"|everybody|they|family|people|kids|all)(?: (?:would|will|d|ll|might))? be (?:so much "
        r"|much )?(?:better|happier|fine|relieved) (?:off )?(?:without me|if i|when im"
        r"|once im)\b",
        r"\b(?:nobody|no one|noone|none|anyone|anybody|who) (?:would|will|d|ll|gonna|even"
        r"|is gonna) (?:\w+ ){0,2}?(?:miss|notice|care|cry|come "
        r"to my funeral)(?: me)?(?: \w+)? (?:if|when|once) i ?(?:was|were|wasnt|werent|m|am"
        r"|died|die|disappear\w*|killed|ended|didnt|stopped)\b|\bif i (?:was|were|wasnt|werent"
        r"|just )?(?:died|dead|not alive|not here any ?more|disappeared forever"
        r"|killed)\b(?= (?:nobody|no one|would|they|everyone|who)| *(?:$|[.?!]))"
        r"|\bif i (?:wasnt|werent|was not|were not) (?:alive|here any ?more|around any ?more"
        r"|born)\b",
        r"\b(?:hope|wish|pray|want|wanna|like|love|could)(?:ing)? (?:to |i |that i "
        r"|id )*(?:\w+ )?(?:dont|do not|never|not|didnt|wont|just not) (?:\w+ )?(?:wake|woke"
        r"|waking) up\b|\b(?:sleep|asleep)(?: \w+)? (?:and|n) (?:never|not"
        r"|dont) (?:ever )?wake\b|\bnever wake up(?: again)?\b|\bsleep forever\b",
        r"\b(?:took|taken|swallowed|taking|take|swallow|popped|downed|have|got|holding"
        r"|count(?:ed|ing)|saved up|saving|stash\w*|bottle of) (?:\w+ ){0,3}?(?:pills|tablets"
        r"|meds|xanax|tylenol|paracetamol|sleeping pills|painkillers|bleach"
        r"|antifreeze)\b(?! (?:for (?:my|a|the)|from (?:the|my) doctor|refill|every|daily"
        r"|as pres))|\bpills (?:in|on|next to|ready|are|right)\b|\bwhole bottle of (?:pills"
        r"|\w+ol|\w+ax|meds)\b|\boverdos\w+|\b(?:od|oding|od ing) (?:on|tonight)\b"
        r"|\bod[ed]d on\b",
        r"\b(?:slit|slitting|slash|slashing|cut|cutting|carving|slicing) (?:up )?(?:my"
        r"|on my) (?:\w+ )?(?:wrists?|arms?|legs?|thighs?|skin|throat|veins?|neck|stomach)\b"
        r"|\b(?:been|started|start|keep|kept|back to|stop|relapsed (?:and|with|into)|urge to"
        r"|resist) cutting(?: again| every|$|[.,!])|\bi (?:cut|burn) (?:again|to feel|to cope"
        r"|when i|every night|last night)\b|\b(?:fresh|new|more) (?:cuts|scars) (?:on|again)\b"
        r"|\b(?:relapsed|urges?) (?:\w+ )*(?:sh|razor|blade|self harm)\b",
        r"\b(?:jump|jumping|throw(?:ing)? {self}|leap|step|stepping|walk|walking|drive"
        r"|driving) (?:off|in front of|into|from|out of|under|onto) (?:of )?(?:a|the|my|this"
        r"|an oncoming|some) (?:\w+ )?(?:bridge|roof|rooftop|building|balcony|cliff|train|bus"
        r"|traffic|truck|car|ledge|window|tracks|tree|wall|\w+ floor)\b(?! (?:bungee"
        r"|with a parachute))|\b(?:standing|sitting|im|i am) (?:here )?(?:on|at) (?:the"
        r"|a) (?:edge of (?:the|a) )?(?:bridge|rooftop|ledge|roof|train tracks|tracks) (?:and"
        r"|rn|thinking|ready|looking down|now)\b|\b(?:into|in front of) (?:oncoming )?traffic\b",
        r"\b(?:rope|noose)\b(?=.*\b(?:garage|neck|tied|ready|hang\w*|looking|closet|bought"
        r"|ceiling|room)\b)|\b(?:bought|tied|tying|made|got|have) (?:a|the|my) (?:rope|noose)\b"
        r"|\b(?:gun|pistol|barrel|knife|razor|blade|shotgun) (?:\w+ )?(?:in|to|against|at"
        r"|on) my (?:\w+ )?(?:head|mouth|hand and|temple|wrists?|throat|chest|skin)\b"
        r"|\b(?:bullet|hole) (?:in|through|thru) my (?:head|brain|skull|mouth)\b"
        r"|\bblow(?:ing)? my (?:brains?|head) (?:out|off)\b",
        r"\b(?:goodbye|good bye|farewell|suicide|final) (?:letters?|notes?)\b|\b(?:this is|its"
        r"|saying my|my) (?:my )?(?:final |last )?(?:goodbye|last (?:message|night|day|words)"
        r"|final (?:message|night|day|words))(?: (?:forever|ever|alive|on earth|to everyone"
        r"|to the world|to you all)|$|[.!])|\bgoodbye (?:cruel )?world\b|\b(?:you|u)(?:ll| will"
        r"| wont| wont ever) (?:never |not )?(?:hear|see) (?:from "
        r")?me (?:again )?(?:after tonight|alive)\b|\bby the time (?:you|u) (?:read|see) this\b"
        r"|\b(?:wont|not gonna|will not|not going to) be (?:here|alive|around) (?:tomorrow"
        r"|much longer|long|any ?more|next week|by morning|after tonight)\b(?! because)"
        r"|\blast night (?:alive|on earth)\b",
        r"\b(?:been |im |i am |i was |just |here )?(?:sitting|standing|sat|stood|waiting"
        r"|walking|been|climbed|sit|stand) (?:\w+ ){0,2}?(?:on|at|up on|onto|by|near) (?:the|a"
        r"|this) (?:\w+ )?(?:bridge|rooftop|roof|ledge|train tracks|tracks|edge|overpass|cliff"
        r"|railing|window ?sill)\b(?=.*\b(?:look\w* down|jump\w*|edge|alone|goodbye|thank|thx"
        r"|nothing left|end|drop|fall|over|done|hour|hours|sorry)\b)|\b(?:nothing left"
        r"|no reason left|nothing to lose)\b(?=.*\b(?:bridge|pills|roof|tracks|goodbye|bye|rope"
        r"|edge|tonight)\b)|\b(?:thighs?|wrists?|arms?|legs?|skin"
        r"|stomach) (?:\w+ ){0,3}?(?:cut up|cuts|slashed|bleeding again|sliced"
        r"|covered in (?:cuts|scars))\b|\brelapsed\b(?=.*\b(?:cut|blade|thighs?|wrists?|arms?"
        r"|razor|scars|sh|clean from|self)\b)|\b(?:everything|all) (?:is |s )?(?:ready|prepared"
        r"|set|planned)\b(?=.*\b(?:tonight|goodbye|rope|pills|letter|note|sorry|end)\b)"
        r"|\b(?:tonight|tmrw|tomorrow|today)(?:s| is) (?:the|my) (?:last|night i (?:die|go"
        r"|end))\b",
        r"\bnothing matters\b.{0,30}\b(?:do it|end|tonight|over|done)\b"
        r"|\bfeel(?:ing)? like (?:dying|ending it|jumping|not existing)\b{not_of}|\bcant (?:do"
        r"|take) (?:this|it) any ?more[ ,.!]*(?:good ?bye|bye|farewell|im sorry"
        r"|sorry everyone)\b|\bhow (?:many|much) (?:\w+ ){0,3}(?:to (?:overdose|die|od"
        r"|kill (?:me|a person|somebody))|would (?:kill me|it take to die))\b|\b(?:painless"
        r"|easiest|quickest|fastest|best) (?:\w+ )?way to (?:die|go|kill|end it)\b"
        r"|\b(?:thoughts?|thinking|think|dream|plan\w*) (?:\w+ )?(?:of|about) (?:my own "
        r"|just )?(?:dying|death(?! metal| row| star| note)|killing (?:it|me)|not being (?:here"
        r"|alive)|ending (?:it|things|everything|my)|jumping|suicide|disappearing forever)\b",
        r"\b(?:si|suicidal) (?:ideation|thoughts?)\b|\b(?:want|need|wish) (?:it|life|everything"
        r"|the pain) (?:to|would) (?:be over|end forever|just end|all end|just stop forever)\b"
        r"|\bdont (?:trust|feel safe with) {self}(?: tonight| alone| rn|$)"
        r"|\bnot safe with {self}\b|\b(?:crisis|samaritans|988) (?:line|hotline)? ?(?:didnt"
        r"|wont|hung|no one)",
    ),
    **SELF_HARM_ES_PT,
    **SELF_HARM_DE_FR_IT,
}
