"""
Guilt, false scarcity, urgency and loneliness played for a sale, as data: `guilt_scarcity`.

Patterns meet worker/plain_text.py's form, clause by clause (worker/cues.py). A feeling is harmless;
a feeling that the fan has to pay or to stay for is not.
"""

from __future__ import annotations

from worker import cues, plain_text

_WORDS = {
    "act": r"(?:buy|bought|buying|unlock\w*|open\w*|tip\w*|subscrib\w*|resub\w*|renew\w*|spoil\w*"
    r"|pay\w*|purchas\w*|get it|grab|order|spend|say (?:no|yes)|reply\w*|answer\w*|write back"
    r"|stay|leave|left|go|come back|support\w*|treat\w*|help me|want it|take it|do it|don't|prove"
    r"|ignor\w*|text(?:ed|ing)? (?:me )?back|send)",
    "hurt": r"(?:(?:so |really |very |super |pretty |just )*(?:sad|hurt|heart ?broken|crushed|upset"
    r"|devastated|disappointed|lonely|lost|mad|depressed|miserable|jealous|unloved|unwanted"
    r"|worthless|cry|crying|in tears|ignored|used|forgotten|invisible))",
    "deed": r"(?:compr\w+|abr\w+|desbloque\w+|pag\w+|suscrib\w+|contest\w+|respond\w+|assin\w+"
    r"|kauf\w*|offn\w*|antwort\w*|freischalt\w*|bezahl\w*|abonnier\w*"
    r"|achet\w+|ouvr\w+|debloqu\w+|pay\w+|repond\w+|abonn\w+"
    r"|acquist\w+|apri\w*|sblocc\w+|rispond\w+|prend\w+|dejas|deixar?|verlasst|vas|laisses|lasci)",
}

# Whatever runs out for somebody else: a bus, a game, a shop, a show.
_OTHERS = (
    r"\b(?:last|today|tonight|only|final)\b.{0,25}\b(?:day|week|year|night|episode|season|exam"
    r"|class|slice|cookies?|shift|bus|train|test|game|movie|holiday|vacation|school|college|work)\b"
    r"|\b(?:bus|train|exam|concert|movie|store|supermarket|milk|bread|eggs|flight|christmas"
    r"|birthday|game|episode|season|office|meeting|job|visa|passport|library|cookies?|pizza"
    r"|jar|fridge|box|sneakers|shoes|summer|sun|rain|snow|dishes)\b"
    r"|\b(?:he|she|they|his|her|their) (?:blew|missed|had|lost|got|was|were)\b"
    r"|\bleft until (?:your|my|our|christmas|the)\b|\bto guess\b"
    r"|\b(?:kettle|oven|dinner|tea|laundry|zara|ikea|amazon|netflix|shop|mall|data)\b|^(?:did|was"
    r"|were) "
)
_KIND = (
    r"\b(?:no (?:pressure|rush|hurry|stress)|don'?t (?:worry|feel bad)|it'?s (?:ok|okay|fine"
    r"|totally"
    r" fine)|sin prisa|sem pressa|kein stress|pas de pression|senza fretta)\b"
)

_SCARCITY = cues.cues(
    (
        r"\b(?:only (?:for )?(?:today|tonight)|(?:today|tonight) only|just (?:for )?(?:today"
        r"|tonight))\b(?! (?:got|my|is|was|the|did|i|he|she|they|made|felt|slept|feels|seems)\b)",
        r"\b(?:only|just) (?:for )?(?:the )?(?:next|another) (?:few |\d+ )?(?:minutes|mins?|hours?"
        r"|hrs?|days?)\b|\bfor (?:a )?(?:very )?(?:limited|short) time\b|\blimited (?:time|spots?"
        r"|slots?|offer|number|amount|supply|copies|quantity)\b|\btime'?s? (?:is )?running out\b",
        r"\b(?:last|final|only|one) (?:and only )?(?:chance|opportunity|call|shot|warning)\b"
        r"|\b(?:won'?t|never|not) (?:get|have|see|be|come)?(?: \w+){0,2} (?:another|this|again|a "
        r"second) (?:chance|opportunity|offer|price|deal)",
        r"\b(?:only|just) (?:\d+|one|two|three|four|five|a (?:few|couple)|a handful)(?: more)?"
        r"(?: \w+){0,2} (?:left|remaining|available|to go round)\b|\b(?:only|just) (?:\d+|one|two"
        r"|three|five|a few) (?:spots?|slots?|places?|copies)\b|\b\d+ (?:spots?|slots?|places?"
        r"|copies) (?:left|only|remaining)\b|\balmost (?:gone|sold out)\b",
        r"\b(?:sell|selling|going|goes|sold|went|gone) (?:out )?(?:so |really |super |very )?fast\b"
        r"|\bselling out\b|\bfirst come,? first serve",
        r"(?<!a )(?<!no )(?<!in )\b(?:hurry|be quick|act (?:fast|now|quick)|quick|don'?t wait"
        r"|decide now|grab it now|get "
        r"it"
        r" now|now or never|before it'?s (?:too late|gone|over)|before (?:i|it|they) (?:\w+ ){0,3}?"
        r"(?:delete\w*|change my mind|take it down|remove|goes?|gone|disappear\w*|expires?|sell"
        r"|someone else|pull))\b(?! (?:up )?(?:and|home|back|tell|question|nap|shower|story|update"
        r"|reply|bite|lunch|dinner|coffee))",
        r"\b(?:it'?ll be|it'?s|it will be|they'?re|gets?|will be|be) (?:gone|deleted|taken down"
        r"|removed|over) (?:by|at|in|after|tomorrow|tonight|soon|before|forever)\b|\bthen it'?s "
        r"(?:gone|over)\b|\b(?:won'?t|not) be (?:here|there|available|up|around) (?:tomorrow|long"
        r"|for long|much longer|forever|later|after)\b|\b(?:i'?m|i'?ll|gonna|going to) (?:be )?"
        r"(?:delet\w+|tak\w+ (?:it|this|that) down|remov\w+) (?:it|this|that|tonight|soon"
        r"|tomorrow)?",
        r"\b(?:offer|deal|sale|price|promo|discount|special|this) (?:\w+ )?(?:ends|ending|expires?"
        r"|expiring|is over|stops?|closes?|goes up|go up|doubles?|runs out)\b|\bgoes up (?:in|at"
        r"|tomorrow|after|tonight|soon)\b|\bdeadline (?:is (?:tonight|today|soon|at)|tonight"
        r"|today)\b|\bclock'?s? (?:is )?"
        r"(?:ticking|running)|\btick ?-?tock\b|\bcountdown\b",
        r"\b(?:don'?t|do not|you'?ll|gonna|you're about to) miss (?:out|this|your (?:chance"
        r"|shot))\b"
        r"|\bonce in a lifetime\b|\bnever (?:be )?(?:back|again|offered)\b.{0,12}$|\bnever again at"
        r"|\bwhile (?:it lasts|you can|supplies)\b|\b(?:i )?won'?t (?:offer|do|post|show) (?:it"
        r"|this)"
        r" again\b",
        r"\b(?:you'?ve|you have|you got|u have|only|up|available|here|valid|yours|open|stays?"
        r"|it'?s)"
        r"(?: \w+){0,3} (?:until|till|til) (?:midnight|tonight|tomorrow|noon|\d|\w+day|the end)\b"
        r"|\b(?:won'?t|not gonna|not going to|doesn'?t) last\b|\bspots? (?:\w+ )?(?:filling"
        r"|going)\b"
        r"|\bfilling up\b|\b(?:\d+|many|lots of|other|so many) (?:people|guys|fans|others|men) "
        r"(?:are |"
        r"have )?(?:\w+ )?(?:looking|viewing|watching this|waiting|interested|bought|asking"
        r"|after)\b",
        r"\b(?:disappears?|vanish\w*|expires?|gone|closes?|ends) (?:at|by|after|in|on|tonight"
        r"|tomorrow|soon"
        r"|forever|this) ?(?:midnight|noon|\d+ ?(?:am|pm|h\w*|m\w*)|tonight|the end|an hour|$)"
        r"|\bdon'?t (?:you "
        r"dare )?miss it\b|\b(?:one|two|three|\d+) (?:spots?|slots?|left)\b(?=.{0,15}(?:left|only"
        r"|$))",
        r"\bgoing once\b|\b(?:you'?ll|you will|you'?re gonna) (?:\w+ )?regret\b"
        r"|\b(?:"
        r"i'?m|i'?ll|gonna) (?:be )?(?:pull|clos|lock|hid|archiv|end)\w* (?:it|this|that|the)\b"
        r"|\bthis (?:week"
        r"|weekend|evening|hour) only\b|\bonly this (?:week|weekend|evening|hour|once)\b"
        r"|\b(?:supplies|stock"
        r"|spots|slots|copies|time) (?:is|are|'s)? ?(?:running|getting|almost|nearly) (?:low|out"
        r"|short|gone|full"
        r")\b|\bonce it'?s gone\b|\b(?:few|couple(?: of)?|\d+) (?:hours?|minutes?|mins) (?:left"
        r"|remaining|to "
        r"(?:get|grab|decide|go))\b|\bhurry,? hurry\b|\b(?:midnight|\d ?[ap]m) sharp\b"
        r"|\b(?:everyone|everybody"
        r"|they all|all of them|all) (?:\w+ ){0,3}?but you\b|\bbefore (?:somebody|someone|another"
        r"|the others?"
        r"|everyone)\b",
        r"\bwhile you still can\b|\bone[- ]time (?:thing|only|offer|deal|chance)\b|^(?:the |very "
        r")*last"
        r" (?:one|ones|copy|spot|few)(?: left| babe| baby)?$|\b(?:only )?(?:the )?first (?:\d+|few"
        r"|two"
        r"|three|five|ten|people|fans|guys)\b.{0,12}\b(?:gets?|people|fans|guys|only|buyers|who)\b"
        r"|\bonly a (?:few|handful)(?: \w+)? (?:will|can|get)\b|\b(?:just|only) \d+ (?:people|fans"
        r"|guys)"
        r"\b|\b(?:in|next|within) (?:\d+|an?|one|two|few) (?:hours?|minutes?|mins?|days?) (?:it'?s"
        r"|it'?ll"
        r"|this|i'?ll|i'?m)\b|\bnot for (?:much )?long\b|\bsoon (?:it'?s )?gone\b|\bgone (?:soon"
        r"|forever|in)\b|\btoo late\b.{0,10}$|\bfinal (?:hours?|minutes|days?)\b|\blast (?:few "
        r")?(?:"
        r"hours?|minutes|call)\b|\bends? (?:tonight|soon|today|at midnight|in (?:\d+|an|one|two) "
        r"(?:h|m|d)\w*)\b|\bneed an answer (?:now"
        r"|today|tonight)\b|\bright now or\b|\bdecide (?:fast|quick|quickly|tonight|today)\b",
        r"\b(?:every(?:one|body)(?: else)?|(?:all )?(?:the )?other (?:guys?|fans?|men|subs|boys)"
        r"|all my (?:fans?|guys|other)|most (?:guys|fans)|somebody else|someone else|\d+ (?:guys|"
        r"fans|people|others))(?:'s| is| are|'re)? (?:\w+ ){0,3}?(?:bought|buying|buy|got|has|have"
        r"|unlock\w*|grabb\w*|lining|waiting|asking|subscrib\w*|tipp?\w*|paid|loves? it|want\w*"
        r"|going to (?:get|take)|will (?:get|take))\b|\byou'?re the (?:only|last) one (?:left"
        r"|missing|without|(?:who|that) (?:hasn'?t|didn'?t|haven'?t|isn'?t|still|doesn'?t"
        r"|won'?t))\b"
        r"|\bexcept you\b",
    ),
    unless=f"{_OTHERS}|{_KIND}",
    words=_WORDS,
)

_GUILT = cues.cues(
    (
        # Set beside others who pay, threatened with leaving, reproached with tears.
        r"\b(?:tipped|bought|spent|spoiled|unlocked|sent me|renewed)\b.{0,40}\b(?:and|what about"
        r"|how about) (?:you|u)$",
        r"\bcried\b.{0,40}\bwhen (?:you|u)\b|\bmaybe i should (?:just )?(?:stop|quit|leave|give up"
        r"|find someone|move on|go)\b.{0,40}\b(?:you|u|someone|else)\b|\b(?:you|u) (?:don'?t|do not"
        r"|never) (?:even |really )?care\b(?! (?:for|if|what|about (?:the|that)))",
        r"\bif (?:you|u) (?:\w+ )?(?:really |truly |actually |even |ever )*(?:like|liked|love|loved"
        r"|care|cared|want|wanted|appreciate\w*|valued?|miss|missed|respect\w*|meant)(?:d)?\b"
        r"(?: (?:about )?(?:me|us|what i do)| even| at all| a (?:little|bit)| enough"
        r"|,? you(?:'d| would|'ll| wouldn)| to keep)",
        r"\b(?:you'?d|you would|you'?ll|u would|you wouldn'?t) (?:\w+ )?{act}(?: \w+){0,4} if "
        r"(?:you"
        r"|u) (?:\w+ )?(?:cared?|loved?|liked?|wanted|meant|missed|respect\w*)",
        r"\b(?:i'?ll|i will|i'?d|i would|i'?m (?:gonna|going to)|gonna|will|would) (?:be |feel "
        r"|get |"
        r"get )?(?:be )?{hurt}(?: \w+){0,4}? (?:if|unless|when) (?:you|u)\b",
        r"\b(?:if|unless|until|when|because|cause|since) (?:you|u) (?:\w+ ){0,4}?{act}?.{0,20},? "
        r"(?:i'?ll|i will|i'?d|i'?m gonna|i'?m going to) (?:be|feel|cry|get)? ?{hurt}",
        r"\b(?:i )?(?:cried|was crying|couldn'?t sleep|was in tears|stayed up|waited|been waiting"
        r"|i wait)\b.{0,30}\b(?:because (?:of )?you|and you (?:didn'?t|don'?t|never|still|just)"
        r"|you "
        r"(?:didn'?t|never|don'?t))\b",
        r"\b(?:i'?m|i am|i feel|i get|i was) (?:so |feeling )?{hurt} (?:in you|by you|because "
        r"(?:of )?"
        r"you|that you|you (?:didn'?t|never|don'?t|haven'?t|won'?t)|when you)\b",
        r"\byou(?:'re| are|'ve been)? (?:\w+ )?(?:make|making|made|leave|leaving|left|let|letting) "
        r"me"
        r" (?:\w+ )?(?:feel )?(?:{hurt}|down|alone|feel bad)\b|\b(?:makes|making) me feel {hurt}",
        r"\b(?:i'?m|i am|i feel) (?:so |really |very |all |completely )*(?:lonely|alone)\b.{0,60}"
        r"(?:\bonly you\b|you'?re (?:the only|all)|\b{act}\b.{0,10}(?:me|please|this|it)|\bneed "
        r"you)",
        r"\b(?:don'?t|do not|please don'?t|you can'?t|how could you|never|would you really|are you "
        r"(?:really )?(?:going to|gonna)) (?:just )?(?:leave|abandon|forget|ignore|disappoint"
        r"|let|ghost|reject|do this to|make) me\b(?: (?:all )?(?:alone|lonely|down|hanging|again"
        r"|sad|cry|beg|like this|tonight|$)|$)",
        r"\bi have (?:nobody|no ?one) (?:else|but you)?|\byou'?re (?:all|the only one) (?:i have"
        r"|i'?ve got|who can|that can|left)|\bi can'?t (?:live|go on|survive) without you\b"
        r"|\bwho (?:will|would|is going to) (?:help|support|look after) me\b",
        r"\b(?:don'?t|do) you (?:even |still |not |really )*(?:love|like|care|want)(?: about)? me\b"
        r"(?:.{0,12}(?:any ?more|at all|then|\?|enough)|$)|\byou (?:don'?t|dont|never|no longer)"
        r" (?:even |really |actually )*(?:care|love me|like me|want me|appreciate)\b(?! about "
        r"(?:the"
        r"|that))|\bi guess (?:you|i'?m|i am|it|we)(?: \w+)? (?:don'?t|just not|not|never|nothing|"
        r"mean nothing|didn'?t|wasn'?t)",
        r"\b(?:thought|believed|hoped) (?:that )?(?:you|u|we|i) (?:\w+ )?(?:were|was|had|meant"
        r"|cared"
        r"|liked|loved|are|would|felt)\b.{0,30}(?:different|special|something|better|care|me|more"
        r"|generous)",
        r"\bafter (?:all|everything|every ?thing) (?:that )?(?:i|we)(?:'ve)? (?:\w+ )?(?:do|did"
        r"|done"
        r"|gave|given|give|been through|sent)|\byou owe (?:me|it to me)\b|\bi deserve (?:it|more|a"
        r" tip|better)\b|\bthis is how you (?:treat|thank|repay)",
        r"\b(?:a )?(?:real|true|good|loyal) (?:man|men|fan|fans|gentleman|boyfriend|friend"
        r"|supporter)"
        r" (?:would|wouldn'?t|will|does|don'?t|buys?|tips?|spoils?|knows?|always|pays?|takes?)\b"
        r"|\bwhat kind of (?:fan|man|guy|friend|boyfriend)\b|\bbe a (?:real )?man and\b",
        r"\b(?:prove|show) (?:to )?(?:me )?(?:that |how (?:much )?|it|your love)? ?(?:you|u|you're|"
        r"ur)? ?(?:really |truly |still |actually |are )*(?:love|like|care|want|serious|mean|"
        r"deserve|are serious|your love)\b",
        r"\b(?:you'?re|you are|ur|your silence is|that|this|it) (?:\w+ )?(?:breaking|breaks|broke)"
        r"(?: my| me)? heart\b|\byou (?:always |just |really )*(?:broke|hurt|disappoint\w*|ignore"
        r"|forget|reject)d? (?:me|my (?:heart|feelings))\b|\bdisappointed in you\b",
        r"\b(?:not|never) (?:worth|good|important|pretty|special) (?:it |enough |anything )*(?:to"
        r"|for)"
        r" you\b|\bi mean nothing to you\b|\bguess i'?m (?:just )?not worth\b",
        r"\b(?:i )?(?:won'?t|will not|can'?t|not going to) (?:talk|speak|write|chat|reply|text|be "
        r"(?:nice|yours)|love)\b.{0,30}\b(?:unless|until|if you (?:don'?t|won'?t))\b"
        r"|\b(?:or|else|otherwise) (?:i'?ll|i will|i'?m) (?:be )?(?:{hurt}|leav\w+|delet\w+"
        r"|block\w*"
        r"|gone|stop)",
        r"\byou (?:never|didn'?t even|don'?t even|haven'?t even|still haven'?t|won'?t even|no "
        r"longer"
        r"|don'?t) (?:\w+ )?(?:buy|bought|tip|tipped|unlock\w*|spoil\w*|support\w*|open\w*|spend"
        r"|pay|paid)\b(?! anything for)|\bwithout (?:even )?(?:buying|tipping|unlocking)\b"
        r"|\b(?:didn'?t|don'?t) even (?:tip|buy|unlock|open)\b",
        r"\b(?:put|poured|spent) (?:so much|all my|my|hours?|a lot of|all this) (?:\w+ )?(?:effort"
        r"|work"
        r"|love|heart|time|energy|soul|hours)\b.{0,40}\b(?:you|nobody|for this|nothing)\b"
        r"|\b(?:don'?t|did"
        r"n'?t|can'?t|won'?t|not) even (?:look|care|say|notice|open|answer|reply|thank|bother|try"
        r"|want)\b",
        r"\b(?:don'?t|do) you (?:wanna|want to|not want to) make me (?:happy|smile|feel)\b|\bmake "
        r"me happy"
        r" (?:and|by|then)\b|\byou'?re (?:just |only )?(?:using|ignoring|avoiding|hurting"
        r"|neglecting|"
        r"playing with) me\b|\bfeel (?:so |really |like (?:you'?re )?)?(?:just )?us(?:ed|ing me)\b"
        r"|\byou "
        r"used to (?:treat|tip|care|love|spoil|buy|be (?:nicer|sweeter|generous|kind)|talk"
        r"|write)\b",
        r"\b(?:so|have|got|always|enough) (?:you )?(?:\w+ )?money for\b(?!.{0,20}rent)|\bmoney "
        r"for\b.{0,30}\bnot (?:for )?me\b|\b(?:rather|instead) spend\b|\bspend (?:it|money|your "
        r"money) on (?:others|her|them|other)\b|^(?:ok |okay |oh )?(?:fine|whatever),? (?:then "
        r")?(?:ignore"
        r"|leave|go|be|don'?t|forget)\b|\b(?:cry|crying|cried) myself to sleep\b|\bguess i'?ll "
        r"(?:just )?"
        r"(?:be|cry|go|sleep|stay|disappear|spend|eat|have to)\b|\bguess i'?m not\b",
        r"\bi (?:get|feel|am|become|'m) (?:so |really |very |always )*(?:down|sad|low|hurt|blue"
        r"|empty|lonely|upset"
        r"|worthless|rejected|unwanted)\b.{0,20}\b(?:when|if|every time|because) you\b|\bgot "
        r"nothing (?:back|in "
        r"return)\b|\bnothing in return\b|\b(?:would|will|could|are|can) you (?:really |gonna "
        r"|going to )*(?:let"
        r"|leave|make|watch|see) me (?:\w+ ){0,4}?(?:sad|alone|lonely|cry|hurt|down|suffer"
        r"|hanging)\b|\bplease"
        r" be the one\b|\bif i (?:mattered|meant|was|were) (?:\w+ ){0,3}?(?:to you|important"
        r"|enough)\b|\bno choice "
        r"but\b|\b(?:spend|pay|give) more (?:\w+ )?(?:on|for|to) .{1,25} than (?:on|for|to)? ?me\b"
        r"|\bnobody ever"
        r" \w+|\byou'd have (?:opened|bought|tipped|unlocked|answered|replied|said)\b|\b(?:not"
        r"|n'?t) important"
        r" to you\b|\bi(?:'m| am) (?:jealous|counting on you)\b|\bdon'?t i (?:deserve|matter"
        r"|mean)\b",
        r"\b(?:i'?ll|i will|i'?m|i'?m gonna|i'd|i would) (?:be |feel |stay |just )*(?:all |so "
        r"|very |left )*(?:alone"
        r"|lonely|sad|cold|hurt|upset|heart ?broken)(?: \w+){0,3} (?:unless|if you don'?t|until "
        r"you)\b|\bunless "
        r"you (?:\w+ )?(?:tip|buy|open|unlock|pay|renew|subscribe|send)\b",
        r"\bmy feelings are hurt\b|\byou (?:really )?hurt my feelings\b|\bif (?:i|you) (?:ever "
        r")?(?:lose|"
        r"leave|left) (?:you|me)\b|\byou promised\b|\bdon'?t be (?:so )?(?:cheap|stingy|mean|cruel"
        r"|selfish"
        r"|greedy|cold|heartless|shy with your (?:wallet|money))\b|\bhow (?:can|could) "
        r"you\b.{0,30}\b(?:"
        r"me|cold|cruel|heartless|mean|ignore|leave|say no)\b|\bi need (?:this|the|your) (?:sale"
        r"|tip|tips"
        r"|money|support|help)\b|\bi(?:'m| am) begging\b|\bdon'?t make me beg\b|\bi don'?t know "
        r"what i'?d"
        r" do without you\b",
        r"\b(?:nobody|no ?one) (?:loves|cares|wants|likes|supports|buys|ever) (?:about )?(?:me"
        r"|anything)"
        r"|\b(?:did you|have you|you) (?:already )?(?:forget|forgot|forgotten|replaced?|given up "
        r"on) (?:"
        r"about )?me\b|\bfound someone (?:else|better|new)\b|\bi g[ai]ve (?:you|it) (?:everything"
        r"|my all"
        r"|so much|all)\b|\bdo anything for you\b.{0,20}\bbut you\b|^(?:so |then |go on )*prove "
        r"it\b|\bsome fan you "
        r"are\b"
        r"|\b(?:mean|means) (?:that )?you don'?t (?:love|like|care|want)\b|\bit'?s (?:all )?your "
        r"fault\b"
        r"|\bthanks for nothing\b|\byou(?:'d| would) (?:do|buy|get|open) (?:it|this) (?:for me "
        r")?if\b",
        r"\bi (?:need|can'?t pay|have to pay|can'?t afford)\b.{0,30}\b(?:rent|bills?|food)\b.{0,30}"
        r"\b(?:unless|if you|so please|help|tip)\b",
    ),
    unless=rf"{_KIND}|\bi (?:love|like|admire|appreciate) (?:that|how) you\b|\bmy (?:cat|dog"
    rf"|boss)\b"
    r"|\bif you like(?:d)? (?:\w+ )?(?:pasta|food|movies|music|dogs|cats|coffee)\b"
    r"|\byou don'?t owe\b|\bthat happened\b|\bdon'?t owe\b",
    words=_WORDS,
)

_ELSEWHERE = cues.cues(
    (
        # Set beside others who pay, and reproached.
        r"\b(?:andere|otros|outros|d'autres|les autres|gli altri|altri) (?:fans?|manner|jungs"
        r"|chicos|hombres|homens|caras|hommes|mecs|uomini|ragazzi)\b.{0,25}\b(?:gekauft|kaufen"
        r"|bezahl\w+|zahlen|compr\w+|pag\w+|achet\w+|pai\w+)\b",
        r"\b(?:pense|pensaba|crei|creia|achei|pensei) que (?:yo |eu )?(?:te|lhe) import\w+"
        r"|\bveo que no (?:me )?(?:compr\w+|pag\w+|importo)\b"
        r"|\bvejo que voce nao (?:compra|liga)\b"
        r""
        r"|\bich dachte,? (?:ich bin|ich war|du magst)\b|\bje pensais compter\b"
        r"|\bpensavo di contare\b",
        # Only today, last chance, it runs out.
        r"\b(?:solo|solamente|nada mas) (?:por )?(?:hoy|esta noche|unas horas)\b"
        r"|\b(?:so|apenas|somente) (?:por )?(?:hoje|esta noite|ate)\b(?! (?:dormi|acordei|percebi"
        r"|consegui|vi|comi|descobri))|\bnur (?:noch )?(?:fur )?(?:heute|jetzt|bis|kurze?)\b(?! "
        r"noch)"
        r"(?! (?:couch|bett|sofa|schlafen|chillen|arbeit))|\b(?:seulement|juste|uniquement|que)"
        r" (?:pour )?(?:aujourd'hui|ce soir)\b|\bsolo (?:per )?(?:oggi|stasera|questa notte)\b",
        r"\b(?:ultima|derniere|letzte) (?:oportunidad|chance|occasione|possibilita|opportunite"
        r"|occasion|gelegenheit|vez que)\b|\b(?:ultimas|ultimos|ultimi|dernieres|derniers|letzten?)"
        r" (?:plazas|unidades|vagas|posti|places|platze|exemplare)\b",
        r"\b(?:quedan|solo quedan|restam|so restam|plus que|noch|nur noch|ne reste que|reste"
        r"|rimangono|solo|restano) (?:solo |nur |que )?\d+ (?:plazas?|unidades|vagas?|platze?|stuck"
        r"|places?|posti|da|disponibl\w+|exemplaires?)\b|\b(?:es sind|sind) nur noch \d+\b",
        r"\b(?:manana|amanha|morgen|demain|domani|despues|depois|dann|apres|poi) (?:lo |a |o |ja |"
        r"ist es |es |je |c'est |la |le |l'|lo )*(?:borro|acabou|acaba|apago|weg|geloscht|losche"
        r"|supprime|fini|sparisce|cancello|elimino|desaparece|some|va via|trop tard)\b",
        r"\b(?:date prisa|apurate|corre|corra|aproveita|rapido)\b.{0,12}\b(?:que|antes|se acaba|ta"
        r"|esta|porque)\b|\bantes de que (?:se|lo|la) (?:acabe|borre|agote|quite)\b"
        r"|\bbeeil dich\b(?!.{0,15}\b(?:erzahl|komm|und))|\bdepeche[- ]toi\b(?!.{0,15}raconte)"
        r"|\bsbrigati\b(?!.{0,15}racconta)|\bahora o nunca\b|\bagora ou nunca\b|\bjetzt oder nie\b"
        r"|\bmaintenant ou jamais\b|\bora o mai piu\b",
        r"\b(?:se (?:acaba|agota|esta acabando)|ta acabando|esta acabando|vai acabar|lauft ab|bald"
        r" weg|schnell weg|expire|bientot fini|sta finendo|scade|oferta (?:limitada|termina)|oferta"
        r" por tempo|angebot (?:endet|gilt)|offre limitee|offerta limitata|tiempo limitado|tempo "
        r"limitado|tempo limitato)\b",
        r"\b(?:todos|todo el mundo|los demas|os outros|todo mundo|alle anderen|jeder|tous les "
        r"autres"
        r"|tout le monde|gli altri|tutti) (?:\w+ ){0,3}?(?:compr\w+|gekauft|kaufen|achet\w+|pris"
        r"|pres\w+|ya lo|ja)\b|\bmenos tu$|\bsauf toi\b|\bausser dir\b|\btranne te\b",
        r"\b(?:quedan|restam|restano|ne restano|es gibt nur noch|il n'en reste|n'en reste|ne "
        r"reste) (?:muy |solo "
        r"|so |nur |plus |que |presque )*(?:pocos|pocas|poucos|poucas|pochi|poche|wenige|plus"
        r"|presque plus|peu"
        r"|uno|um|eins)\b|\bultim[ao] hora\b|\bsolo quedan\b|\bso tem mais\b|\b(?:greif|schlag) "
        r"(?:\w+ )?zu\b"
        r"|\bbald (?:ist (?:es|das) )?(?:weg|vorbei)\b|\bno te quedes sin\b|\bnao fique sem\b"
        r"|\bpresque plus\b"
        r"|\bquasi finit[oi]\b|\bcasi agotad[oa]\b|\bschnell\b.{0,12}\b(?:bevor|sein|zugreifen)\b"
        r"|\bavant qu"
        r"(?:e|'il)\b.{0,20}\btrop tard|\bprima che (?:sia tardi|finisca|sparisca)\b",
        r"\b(?:me duele|me entristece|fico (?:tao |muito )?(?:triste|mal)|me pongo triste|ich bin "
        r"(?:so )?(?:allein"
        r"|traurig|enttauscht)|tu me rends (?:si )?triste|mi fai stare male|mi rendi triste|das "
        r"macht mich "
        r"traurig|ca me rend triste|du machst mich traurig|mi rattrista)\b.{0,30}\b(?:que|quando"
        r"|cuando|si|se|"
        r"wenn|quand|weil|kauf\w*|dass)\b|\b(?:ohne dich|sin ti|sem voce|sans toi|senza (?:di "
        r")?te) (?:\w+ )"
        r"{0,3}(?:allein|sola|sozinha|seule|triste|traurig)\b",
        r"\b(?:solo |nada mas )?queda(?:n)? (?:solo )?(?:uno|una|un|dos|\d+)\b(?! (?:semana|dia"
        r"|hora|mes))|\bapurate"
        r"\b|\bte lo pierdes\b|\b(?:so|apenas) (?:resta|sobrou|falta) (?:um|uma|\d+)\b|\bnur noch "
        r"(?:eins?|ein"
        r"|zwei|\d+) (?:ubrig|da|frei|stuck)\b|\bplus qu'?une?\b|\bne rimane (?:solo )?un[oa]?\b",
        r"\b(?:hasta|ate|bis|jusqu'?a|jusque|fino a|solo fino|tienes hasta|nur bis)(?: a| la| le| "
        r"alle)?"
        r" (?:medianoche|meia[- ]noite|mitternacht|minuit|mezzanotte|esta noche|hoje|heute abend"
        r"|ce soir"
        r"|stasera)\b|\b(?:il )?reste (?:plus )?(?:que )?\d+|\baffrettati\b|\bsta per (?:finire"
        r"|sparire"
        r"|scadere)\b|\ben (?:una|1|dos|\d+) horas?\b.{0,15}\b(?:borro|acaba|quito)|\bultim[ao]s "
        r"(?:horas"
        r"|ore|vagas)\b|\bletzte[n]? (?:stunden|minuten)\b|\bdernieres heures\b|\bno te lo "
        r"pierdas\b"
        r"|\bnao perca\b|\bverpass (?:es|das) nicht\b|\bne rate pas\b|\bnon perdertel\w+",
        # If you loved me, I am sad unless.
        r"\bsi (?:tu )?(?:de verdad |realmente |tanto )*(?:me )?(?:quisieras|quieres|amaras|amas"
        r"|gustara|importara|importo)\b.{0,40}\b{deed}|\bsi (?:de verdad |realmente )?(?:te gust"
        r"(?:ara|o|aba)|me quisieras|me quieres|te importo)\b",
        r"\bse (?:voce |tu |vc )?(?:realmente |mesmo |de verdade )*(?:gostasse|gosta|me amasse|me "
        r"ama"
        r"|se importasse|me quisesse)\b(?: (?:mesmo |realmente )*(?:de mim|comigo))?.{0,25}",
        r"\bwenn du (?:mich |dich )?(?:wirklich |echt |so )*(?:magst|mogen|liebst|lieben|lieb "
        r"hattest"
        r"|gern|mich|interessier\w+)\b.{0,40}\b(?:{deed}|wurdest|dann)",
        r"\bsi tu (?:m'|me )(?:\w+ )?(?:aim\w+|appreci\w+|voul\w+)\b.{0,50}|\bsi tu tenais a moi\b",
        r"\bse (?:tu )?(?:davvero |veramente )*mi (?:\w+ )?(?:vol\w+ (?:davvero )?bene|am\w+|vuoi "
        r"bene"
        r"|desider\w+)\b.{0,40}",
        r"\b(?:triste|mal|traurig|enttauscht|verletzt|decue|blessee|delusa|sola|so|allein|seule)\b"
        r"(?: \w+){0,3}? (?:si|se|wenn|dass) (?:\w+ ){0,3}?(?:no|nao|nicht|pas|non|tu|du)?.{0,20}"
        r"\b{deed}",
        r"\b(?:si|se|wenn) (?:no|nao|tu ne|du|non) (?:\w+ ){0,4}?{deed}.{0,25}\b(?:triste|llorar|"
        r"chorar|traurig|weinen|pleurer|piangere|mal)\b",
        r"\bme (?:rompes|partes|haces) (?:el corazon|sentir mal|dano|llorar)\b|\bparte meu "
        r"coracao\b"
        r"|\bme deixa triste\b|\bbrichst mir das herz\b|\bme brises le coeur\b|\bmi spezzi il "
        r"cuore\b"
        r"|\bno me dejes (?:sola|sol)\b|\bnao me deixa sozinha\b|\blass mich nicht (?:allein|im "
        r"stich)\b|\bne me laisse pas (?:seule|tomber)\b|\bnon lasciarmi (?:sola|da sola)\b",
        r"\b(?:pense|creia|crei) que (?:te importaba|me querias|eras)|\b(?:nao|no|ya no) me (?:ama"
        r"|amas"
        r"|quieres|quer)(?: mais| mas)?\b|\benttauschst? mich\b|\bme de[cs]epcion\w+|\bme decois\b"
        r"|\bmi"
        r" deludi\b|\b(?:ti|te|du) (?:importa|importas?|liegt) (?:\w+ )?(?:nulla|nada|nichts) "
        r"(?:de|di|an)"
        r" m[ei]r?\b|\bnon mi ami piu\b|\bliebst du mich nicht\b|\btu m'aimes plus\b|\bme (?:haces"
        r"|fazes"
        r"|faz) (?:llorar|chorar|sofrer|sufrir)\b|\bmi fai piangere\b|\btu me fais (?:pleurer"
        r"|souffrir)"
        r"|\bdu bringst mich zum weinen\b",
        r"\b(?:despues de todo lo que|depois de tudo (?:o )?que|nach allem was|apres tout ce que"
        r"|dopo"
        r" tutto quello che) (?:\w+ )*|\bpense que eras (?:diferente|distinto)|\bpensei que voce "
        r"fosse\b|\bich dachte du (?:bist|warst) anders|\bje te croyais different|\bpensavo fossi "
        r"divers",
        r"\b(?:no te importo|ya no me quieres|voce nao liga (?:pra|para) mim|nao se importa comigo"
        r"|ich bin dir (?:egal|nicht wichtig)|du magst mich nicht|tu t'en fous de moi|tu ne "
        r"m'aimes "
        r"plus|non ti importa di me|non mi vuoi (?:piu )?bene|me debes|voce me deve|du schuldest "
        r"mir"
        r"|tu me dois|me lo devi)\b|\bun (?:hombre|verdadero hombre) de verdad\b|\bein echter mann "
        r"wurde\b|\bun vrai homme\b|\bun vero uomo\b|\bhomem de verdade\b",
        r"\b(?:demuestra|demuestrame|mostra|prova|beweis|zeig mir|prouve|prouve-moi|dimostra|"
        r"dimostrami) (?:me )?(?:que|dass|che|mir) (?:\w+ ){0,3}?(?:quieres|ama\w*|gosta|liebst|"
        r"magst|m'aimes|aimes|ami|vuoi|importo|mich)\b",
    ),
    unless=_KIND
    + r"|\b(?:gatos?|perros?|cachorr\w+|hunde?|katze|chien|chat|cane|gatto|pelicula|pelic?|filme?"
    r"|film|lluvia|chuva|regen|pluie|vacaciones|ferias|urlaub|vacances|ferie|clase|aula)\b"
    r"|\bcuentame\b|\bme conta\b",
    words=_WORDS,
)


def presses(text: str) -> bool:
    """Say whether `text` works with guilt, false scarcity, urgency or loneliness."""
    forms = plain_text.readings(text)
    return any(cues.any_found(group, forms) for group in (_SCARCITY, _GUILT, _ELSEWHERE))
