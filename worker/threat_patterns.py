"""
Threats to anybody, blackmail and coercion, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_THREAT` is blanked out first: games, kisses, food, and the heat that kills everybody.
"""

from __future__ import annotations

from worker.threat_patterns_de_fr_it import NO_THREAT_DE_FR_IT, THREAT_DE_FR_IT
from worker.threat_patterns_es_pt import NO_THREAT_ES_PT, THREAT_ES_PT

WORDS = {
    "will": (
        r"(?:ill|i will|i ?m gonna|im going to|i am going to|i am gonna|gonna|imma|ima|i wanna"
        r"|i want to|going to|i swear ill|i could|i should|id|i would|ima gonna"
        r"|swear to god ill|i promise ill|finna|we will|we ll|id love to)"
    ),
    "you": r"(?:you|u|ya|ur ass|your ass|you all|yall)",
    "harm": (
        r"(?:kill|murder|shoot|stab|strangle|beat|beat up|bash|punch|hurt|gut|slaughter|behead"
        r"|bury|butcher|rape|burn|cut|fuck up|mess up|smash|break|execute|cripple|torture|slap"
        r"|hit|harm|attack|end|slit|unalive|k1ll|drown|destroy|ruin|acid)"
    ),
    "private_en": (
        r"(?:nudes?|pics?|pictures?|photos?|videos?|vids?|address|screenshots?|chats?|messages"
        r"|everything|all|secrets?|identity|real name|sex ?tape|dms?|it|stuff|face)"
    ),
    "play": (
        r"(?:with (?:kindness|kisses|cuddles|love|tickles|hugs|pleasure)|(?:at|in|on) (?:mario"
        r"|fifa|chess|cod|fortnite|uno|smash|poker|tennis|pool|golf|madden|2k|monopoly|darts"
        r"|cards|the game|scrabble|bowling|halo|minecraft|tekken|call of|ping|any game|bed"
        r"|the bedroom|the (?:gym|court|race))|and (?:kiss|hug|cuddle|spoil|love|marry|worship"
        r"|feed|give you|make you (?:mine|smile|happy|cum|moan))|a (?:beer|drink|break|deal"
        r"|coffee|pizza|kiss|question)|(?:so |really )?(?:hard|deep|good|sweetly|gently)\b"
        r"|laughing|softly|some slack)"
    ),
    "all_es": (
        r"(?:todo(?:s)?|tu(?:s)? (?:\w+ )?(?:fotos?|videos?|nudes|packs?|familia|padres|marido"
        r"|novio|jefe|datos|secretos?|direccion|cara|trabajo|amigos|conversacion\w*))"
    ),
    "all_pt": (
        r"(?:tudo|todo mundo|todos|(?:teus?|tuas?|seus?|suas?|os|as) (?:\w+ )?(?:fotos?|videos?"
        r"|nudes|packs?|familia|pais|marido|namorado|chefe|dados|segredos?|endereco|trabalho"
        r"|amigos|prints))"
    ),
    "all_de": (
        r"(?:alles|alle|allen|dein\w* (?:\w+ )?(?:bilder\w*|fotos?|videos?|nacktbilder\w*|nudes"
        r"|familie|eltern|mann|freund\w*|chef\w*|adresse|daten|geheimnis\w*)|die (?:bilder"
        r"|videos|fotos|nudes|chats))"
    ),
    "all_fr": (
        r"(?:tout(?: le monde)?|tous|(?:tes|ta|ton|les|tes) (?:\w+ )?(?:photos?|videos?|nudes?"
        r"|famille|parents|mec|mari|patron|adresse|donnees|secrets?|potes|proches|messages"
        r"|snaps?))"
    ),
    "all_it": (
        r"(?:tutto|tutti|(?:i |le |la |il )?(?:tuoi?|tue|tua) (?:\w+ )?(?:foto|video|nudi"
        r"|famiglia|genitori|marito|ragazzo|capo|indirizzo|dati|segret\w|amici|chat)|(?:le"
        r"|i) (?:foto|video|chat|nudi|screenshot))"
    ),
}

NO_THREAT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:kill|beat|destroy|murder|hunt|find|get|smash|hurt|bury|slap|break|burn|crush|end"
        r"|punch|wreck|ruin|cut|shoot|hit|attack|eat) (?:{you}|your (?:ass|back)|you down"
        r"|you up)(?: down| up| out| all)? {play}",
        r"\bkill (?:for|time|two birds|the (?:mood|vibe|lights|engine)|it|this)\b"
        r"|\bkilling (?:it|me|time)\b|\bshoot (?:you|u) (?:a|an|my|some|over)\b|\bhit (?:you"
        r"|u) (?:up|back|with a)\b|\bpunch (?:line|card)\b|\bbeat (?:you|u) (?:to it|there"
        r"|at)\b|\bcut (?:you|u) (?:off|some|a)\b|\bend up\b|\bbreak (?:your|my) (?:bed|back"
        r"|record)\b|\bi (?:dont|wouldnt|would never|never|didnt) (?:want to |wanna "
        r"|mean to )?(?:hurt|harm|kill) (?:you|u|anyone|anybody)\b|\bnot (?:going to|gonna"
        r"|here to|trying to) (?:hurt|harm|kill) (?:you|u|anyone)\b",
        r"\b(?:regret|pay for) (?:not|dinner|it all|lunch|drinks|your|the|everything|you"
        r"|this (?:time|one)|trying|missing|eating|that (?:pizza|drink|dinner))\b"
        r"|\bwatch (?:your|my) (?:back muscles|backside|back (?:out|in that)|step)\b"
        r"|\bnice (?:back|place)\b",
        r"\b(?:he|she|they|it|the (?:movie|show|guy|game|killer)"
        r"|who)\b[^.!?;]{0,25}\b(?:kill\w*|murder\w*|shot|stabbed) (?:him|her|them|people"
        r"|someone|somebody|everyone)\b|\bkilling (?:zombies|monsters|bosses|bugs|spiders)\b"
        r"|\bthreat(?:en)? ?(?:me|you) with a good time\b|\bthreaten\w* to (?:rain|snow)\b"
        r"|\b(?:post|share|send|leak|show) (?:you|u|me)\b(?! (?:online|everywhere))",
    ),
    **NO_THREAT_ES_PT,
    **NO_THREAT_DE_FR_IT,
}

THREAT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{will} (?:\w+ ){0,2}?{harm} (?:the (?:shit|fuck|hell|crap"
        r"|life) out of )?{you}\b(?! (?:off|up on|some|a|an|to it|with|at|of the|in bed))"
        r"|\b{will} (?:come |go )?(?:hunt|track|gut|find) (?:{you}|where (?:you"
        r"|u) live)(?: down)?\b(?! (?:and (?:kiss|hug|marry|love|take|buy)|on (?:insta|here)"
        r"|another|a |so|very|really|in (?:my )?dreams|soon|later))(?= ?(?:$|[,.!]|and|bitch"
        r"|one day|then|slut|whore|down|because|u|you))|\bcoming (?:for|after|to get|to find"
        r"|over to (?:hurt|kill)) (?:{you}|your (?:family|kids))\b",
        r"\b{will} (?:\w+ )?(?:break|smash|bash|cut|slit|snap|blow|kick|punch|rip|burn|fuck up"
        r"|slash|beat|stab|bust|rearrange|shoot up) (?:in )?(?:your|ur|his|her|their"
        r"|that) (?:\w+ )?(?:neck|legs?|arms?|face|head|skull|throat|brains?|teeth|house|car"
        r"|eyes|fingers|kneecaps|jaw|heart out|tires|jobs?|place|nose|family|ribs)\b"
        r"|\bthrow acid\b|\b(?:knife|bullet|gun) (?:\w+ )?(?:to|at|with|for|in) (?:your"
        r"|ur) (?:\w+ )?(?:throat|head|name|face|neck)\b",
        r"\b(?:i|we|ik|ill find out|i found out|found|got|i have|tracked) (?:know |kno "
        r"|out )?(?:exactly )?(?:where|were) (?:you|u|your (?:kids?|family|mom|daughter|son)"
        r"|ur family) (?:live|lives|work|sleep|park|go to school|are tonight|goes?)s?\b"
        r"|\b(?:have|got|found|tracked) (?:your|ur) (?:home |real |exact |ip )?address\b"
        r"|\b(?:im|i am|ill be|parked|standing|waiting) (?:\w+ )?(?:outside"
        r"|in front of) (?:your|ur) (?:house|home|place|window|door|apartment|work|job)\b"
        r"|\bcoming to (?:your|ur) (?:house|home|place|door|apartment|work) (?:tonight|and|with"
        r"|whether|soon|bitch)\b|\bfollowed (?:you|u) home\b",
        r"\bwatch (?:your|ur) (?:back|mouth or)\b|\b(?:you|u|ur|youre|your|you are|u r) (?:so "
        r"|fucking |as good as |a )?dead(?: meat| to rights| bitch| when| if| slut| soon| man"
        r"| woman)?(?= ?(?:$|[,.!]|bitch|meat|when|if|slut|soon|woman|whore))(?<!are you dead)"
        r"|\byour days are numbered\b|\b(?:sleep with one eye open|count your days"
        r"|better (?:hide|run|pray|watch out)|start running|cant "
        r"hide(?: from me)?)\b(?! (?:your|how|my smile))|\b(?:you|u)(?:ll| will| gonna"
        r"| are gonna| are going to| r gonna|re gonna|re going to)? (?:pay|suffer|regret (?:it"
        r"|this|that|what|messing|ignoring|ever|blocking)|be sorry|bleed|get what(?:s coming"
        r"| you deserve)|end up (?:dead|in a ditch|raped)|wish (?:you|u) (?:were|was) (?:dead"
        r"|never))\b(?! (?:attention|me|for (?:dinner|the|my|that|it with)|more|the|with|less"
        r"|\$|\d|in (?:kisses|bed)))|\bmake (?:you|u|her|him|them|your family) (?:pay|suffer"
        r"|regret|bleed|disappear)\b(?! (?:for (?:dinner|lunch)|in bed|attention))",
        r"\b(?:you|u) (?:deserve|need|should|ought|gotta|better) (?:to |to be |to get "
        r"|get )?(?:die|be (?:killed|raped|shot|beaten|hurt)|(?:a|get a|some)? ?(?:beating"
        r"|raped|beaten|shot|killed|stabbed))\b|\b(?:hope|wish|pray) (?:that )?(?:you|u"
        r"|your (?:family|kids?|mom)) (?:all |both )?(?:die\w*|get (?:raped|cancer|hit|shot"
        r"|killed|stabbed|aids)|rot|burn|choke|suffer)\b|\bkys\b|\bkill (?:your|ur) ?self\b"
        r"|\bgo (?:and )?(?:die|hang yourself|kill yourself)\b(?! of)|\bsome(?:one"
        r"|body) (?:should|needs to|will|is gonna|gonna|ought to) (?:\w+ ){0,2}?(?:{harm}"
        r"|teach you) (?:\w+ ){0,4}?(?:you|u)\b|\b(?:beat|kick|smash|knock) the (?:shit|fuck"
        r"|crap|hell|living \w+) out of (?:you|u|him|her|them)\b",
        r"\b(?:or|unless|if (?:you|u) (?:dont|do not|wont|block|ignore|stop|refuse|leave"
        r"|dont want)|otherwise|if not|else|or else|until|either) [^.!?;]{0,50}?\b(?:leak\w*"
        r"|expos\w+|post\w*|publish\w*|upload\w*|dox+\w*|send\w*|sends|share|sharing|tell|show"
        r"|forward|goes? (?:online|public|viral|to)|everyone|every ?body|the world"
        r"|the (?:whole )?internet|your (?:family|wife|husband|boss|mom|dad|parents|boyfriend"
        r"|friends|job|work|kids)|ur (?:family|mom|boyfriend|friends)|reddit"
        r"|telegram)\b(?! (?:me|us)\b)(?<=[a-z])(?=.{0,60}(?:\b{private_en}\b|sees?|know|find"
        r"|gets|everyone|everywhere|family|online|$))(?<!or send)(?<!or "
        r"post)(?<!if not send)(?<!or share)(?<!or show)(?<!or tell)",
        r"\b{will} (?:\w+ )?(?:leak|expose|dox+|publish|out|release|upload|forward|blackmail"
        r"|swat|ruin|send|post|share|show) (?:{you}|all |every|(?:your"
        r"|ur) (?:\w+ )?{private_en}|these|those|them|(?:your|ur) (?:life|career"
        r"|reputation))\b(?=.*(?:online|everywhere|everyone|everybody|family|unless|if|or"
        r"|internet|reddit|parents|boss|husband|boyfriend|friends|life|career|reputation|public"
        r"|telegram|work|leak|expose|dox|blackmail|swat|school|mom|dad)\b)|\b(?:ill|i will"
        r"|gonna|going to|imma) (?:leak|dox|expose|swat|blackmail) (?:you|u|(?:all )?(?:your"
        r"|ur) (?:\w+ )?{private_en})\b|\b(?:pay|send|give|venmo|cashapp|transfer"
        r"|wire) (?:me )?(?:\w+ )?(?:[$€£]? ?\d[\d.,]*k?|money|up|now|me)(?: \w+){0,3} (?:or"
        r"|unless|otherwise)\b|\bor else\b(?= ?(?:$|[,.!]|ill|i will|bitch|you))",
        r"\b(?:i have|ive got|i got|i saved|i recorded|i screenshotted) "
        r"(?:\w+ ){0,4}?(?:{private_en}) (?:\w+ ){0,6}?(?:pay|unless|or|if you dont"
        r"|imagine if your|what would your (?:family|boss|mom|dad|husband))\b|\b(?:blackmail\w*"
        r"|sextort\w*|extort\w*)\b(?! (?:movie|film|episode|show))|\b(?:he|she|they|someone"
        r"|somebody|boyfriend|husband|pimp|guy|ex|man)\b[^.!?;]{0,20}\b(?:is |are |keeps? "
        r"|was )?(?:forc(?:es|ing|ed|e) me|threaten(?:s|ing|ed)? (?:to|me|my)"
        r"|makes me do (?:this|it)|wont let me leave|stalking me|coerc\w+ me|holding me)\b"
        r"|\bi(?:m| am) (?:being )?(?:forced|blackmailed|threatened|trafficked|held against)\b",
        r"\b{will} (?:\w+ ){0,2}?(?:kill|murder|shoot|stab|hurt|beat|poison|strangle|bomb"
        r"|attack|slaughter|rape|run over|burn down) (?:him|her|them|someone|somebody|everyone"
        r"|everybody|people|all of (?:them|you)|those|these|my (?:\w+ )?(?:wife|husband|ex|boss"
        r"|neighbou?r|dad|mom|brother|sister|kids|family|girlfriend|boyfriend|coworkers?"
        r"|roommate|landlord|stepdad)|that (?:guy|bitch|bastard|asshole|man|woman|prick)"
        r"|your (?:family|kids?|boyfriend|husband|mom|dad|dog|cat|mother|father|sister|brother"
        r"|girlfriend)|the (?:kids|president|cops|judge|guy|whole))\b(?! (?:in|at) (?:the game"
        r"|fifa|chess|cod|mario|fortnite))|\bshoot up (?:the|my|a|your) (?:school|office|place"
        r"|work\w*|mall|church|club)\b|\b(?:blow up|bomb|burn down|set fire to) (?:the|my|your"
        r"|ur|that) (?:\w+ )?(?:school|house|office|place|car|work\w*|building|home|church"
        r"|apartment)\b|\b(?:got|have|bring|bringing|bought|loading) (?:a|my|the) (?:gun|knife"
        r"|rifle|shotgun|glock|machete|bat) (?:and|for|with your|to) (?:\w+ )?(?:you|him|her"
        r"|them|your|ill|im|use|a bullet)\b",
    ),
    **THREAT_ES_PT,
    **THREAT_DE_FR_IT,
}
