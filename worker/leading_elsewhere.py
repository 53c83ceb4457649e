"""
More ways to lead a fan off the platform, built from cues: the second half of `off_platform`.

Each is a verb, whose it is and a thing, with room in between, in six languages. The first half is
worker/off_platform.py.
"""

from __future__ import annotations

from worker import cues

_WORDS = {
    "app": r"(?:wh?ats?(?: ?app?)?|wa|wasap|wsp|wpp|zap|whats|telegram|tele|tg|snap(?:chat)?|sc"
    r"|insta(?:gram)?|ig|kik|discord|disc|skype|face ?time|signal|tik ?tok|twitter|messenger"
    r"|facebook|fb|viber|only ?fans|of|imessage)",
    "nick": r"(?:(?:little )?(?:blue|green|yellow|white|purple|pink|black|ghost|bird|camera|plane"
    r"|paper ?plane|airplane|gamer|photo|other|different|messaging)(?: \w+){0,2}) "
    r"(?:app|one with the \w+)",
    "nick_abroad": r"(?:app|aplicacion|aplicativo|appli|applicazione|application) (?:\w+ ){0,3}?"
    r"(?:azul|verde|amarill[oa]|amarel[oa]|fantasma|fantasminha|avion\w*|aviao\w*|bleue?|verte?"
    r"|jaune|fantome|blu|giall[oa]|fantasmino|aeroplanino|camara|camera)\b|\b(?:blaue|grune|gelbe"
    r"|geister)n? ?-?app",
    "whose": r"(?:my|your|ur|the|mi|tu|meu|minha|teu|seu|sua|o|meine?[mnr]?|deine?[mnr]?|mon|ma"
    r"|ton|ta|il mio|il tuo|la mia|la tua)",
    "pass": r"(?:give|gimme|send|drop|leave|share|get|have|grab|trade|swap|exchange|want|need|add"
    r"|pasame|paso|dame|doy|dejo|mandame|agregame|passa|passo|manda|mando|da|dou|adiciona|gib"
    r"|geb|schick|sag|bekomm\w*|donne|file|passe|laisse|envoie|dammi|lascio|dai|passami|mandami)",
    "line": r"(?:number|numba|numbr|nmbr|digits|cell|mobile|phone|numero|telefone|telefono|celular"
    r"|movil|nummer|handy\w*|num|tel|portable|cellulare|e-?mail|mail|correo|gmail)",
    "day": r"(?:tonight|tomorrow|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:this|next) (?:week\w*|month)|hoy|manana|esta noche|(?:el |este )?(?:lunes|martes"
    r"|miercoles|jueves|viernes|sabado|domingo)|hoje|amanha|(?:na |no )?(?:sexta|segunda|terca"
    r"|quarta|quinta)|heute(?: abend)?|morgen|(?:am )?(?:freitag|samstag|sonntag|montag|dienstag"
    r"|mittwoch|donnerstag|wochenende)|ce soir|demain|vendredi|samedi|dimanche|lundi|mardi|jeudi"
    r"|ce week-?end|stasera|domani|venerdi|domenica|lunedi|giovedi)",
    "meal": r"(?:dinner|lunch|brunch|breakfast|coffee|drinks?|beers?|wine)",
}

_ADDRESSES_AND_ACCOUNTS = (
    # An app by a nickname or by what it looks like.
    r"\b(?:on|to|over|via|in|through|use|have|got|add|know|en|no|na|auf|sur|su|la|l')[ ']"
    r"?(?:the |a |that )?{nick}\b",
    r"\b{nick_abroad}",
    r"\b{pass} (?:me |you |us |mir |dir |moi |te |ti |mi |-moi )?(?:on )?{whose} {app}\b(?! story)",
    r"\b(?:donne|file|passe|laisse|envoie)-moi {whose} (?:{app}|{line})\b",
    r"\b(?:add|hmu|hit me up|find me|dm me|message me|text me|msg me) (?:\w+ ){0,3}?"
    r"(?:on|at|via|in|over|@) (?:my )?(?:{app})\b(?! (?:course|the|your))",
    r"\b(?:slide|jump|pop|hop|come|get) (?:in|into|to|onto|on|over to) (?:my |the )?"
    r"(?:insta(?:gram)?|ig|snap|twitter|tik ?tok|x|tele|disc)\b",
    r"\b(?:do (?:you|u)|you|u|(?:you )?got|have) (?:have |got |use |on )(?:any )?"
    r"(?:tele|tg|sc|wa|disc|wats ?app?|socials|signal)\b",
    r"\b(?:wh?at'?s|wats) (?:your|ur|yr) (?:{app}|{line}|socials?|handle|user ?name)\b",
    r"\b(?:link ?tree|beacons|all ?my ?links|onlyfans)\b",
    r"\b(?:check|see|visit|click|tap|go to|find|follow|use|try|open) (?:\w+ ){0,3}?"
    r"(?:my|this|the) (?:\w+ )?(?:links?|website|web ?page|blog)\b",
    # A number, an address to write to.
    r"\b(?:can|could|may|should|let|lemme|shall) (?:i|me|we|you|us) (?:just )?(?:get|have|give"
    r"|grab|send|take|swap|trade|exchange) (?:\w+ )?{whose} (?:\w+ )?(?:{line}|{app})\b",
    r"\b(?:gimme|give me|pass me|drop|shoot me|send me) (?:a |an |your |ur |yr |my )"
    r"(?:{line})\b(?! (?:one|here|between))",
    r"\b(?:me|te|ti|mi|dir|mir) (?:\w+ ){0,2}?{whose} {line}\b(?! (?:fan|uno|eins|un)\b)",
    r"\b(?:text|call|ring|phone|reach|hit|sms) (?:me|us|you) (?:up )?(?:\w+ ){0,2}?"
    r"(?:on|at|to) (?:my|your|the) (?:\w+ )?(?:phone|cell|mobile|number|line)\b",
    r"\b(?:shoot|drop|send|write) (?:me|you) (?:an? |your |the |over an? )?(?:quick )?e-?mail\b",
    r"\b(?:escrib\w+|mand\w+|escrev\w+|schreib\w*|schick\w*|ecris|envoie|scriv\w+) ?(?:-?moi |mir"
    r" |me |mi )?(?:\w+ ){0,2}?(?:correo|e-?mails?|mail)\b",
    r"\b(?:texting|texted|text) (?:each other )?(?:on|by|over) (?:the )?(?:phone|sms|imessage)\b",
    r"\b(?:llam\w+|liga\w*|ruf\w*|appelle\w*|chiama\w*)(?:-moi| me| mir| mi)? (?:\w+ ){0,2}?"
    r"(?:al (?:movil|cel\w*|telefono)|no (?:cel\w*|telefone)|auf dem handy|sur mon (?:portable"
    r"|tel\w*)|al (?:cell\w*|telefono))\b",
    # Another place to talk.
    r"\b(?:talk|chat|go|move|meet|continue|take|text|write|speak|dm|message|msg|find|reach|switch"
    r"|keep|get|connect) (?:[\w']+ ){0,5}?(?:(?:somewhere|some place|someplace|anywhere|a place)"
    r" (?:else|more|less|private|quieter|away|off|outside)|elsewhere|off (?:of )?(?:here|this app"
    r"|this site|the app|fanvue|platform)|outside (?:of )?(?:here|this|fanvue)|another app)\b",
    r"\b(?:habl\w+|seguimos|vamonos|pasamos|escrib\w+|fal\w+|convers\w+|continu\w+) (?:\w+ ){0,3}?"
    r"(?:fuera de|otro (?:lado|sitio|lugar)|otra (?:app|parte)|fora daqui|fora do|outro (?:lugar"
    r"|app|canto)|ailleurs|hors d|altrove|fuori da|un'altra (?:app|parte)|un altro posto)",
    r"\b(?:woanders|ausserhalb|anderswo|andere[nr]? app)\b.{0,30}(?:schreib|red|chat|weiter|quats)"
    r"|\b(?:schreib|red|chat|quats)\w*\b.{0,30}\b(?:woanders|ausserhalb|anderswo|andere[nr]? app)",
    # Money by another way.
    r"\b(?:bizum|pix)\b(?=.{0,25}(?:$|,|y |e |mas|mais|me|te|para))",
    r"\b(?:pay|send|transfer|tip|spoil) (?:\w+ ){0,4}?(?:directly|straight to (?:me|my)|to my bank"
    r"|my bank account|bank account|off (?:of )?(?:here|the app|this app))\b",
    r"\b(?:paga\w*|uberweis\w*|zahl\w*|pay\w*|mand\w+|envoi\w*|pague) (?:\w+ ){0,3}?(?:direct\w*"
    r"|diret\w*|direkt|direttamente|fuera|por fora|ausserhalb|en dehors|fuori)\b",
)

_MEETINGS = (
    r"\b(?:are (?:you|u)|(?:you|u)|if you'?re) free (?:\w+ ){0,2}?{day}\b.{0,12}"
    r"\b(?:drinks?|dinner|my treat|on me|coffee|meet|date|out)\b",
    r"\b(?:are (?:you|u)|(?:you|u)) free .{0,20}\? (?:drinks|dinner|my treat)",
    r"\b(?:drinks|dinner|first round|coffee)(?:'s| is|'re| are)? on me\b",
    r"\b(?:do|go on|have|for|on) (?:a|our|that) (?:real|proper|actual|dinner|coffee|lunch) date\b",
    r"\b(?:come|fly|drive|travel|hop on a \w+)(?: out| over| down| up| here)? (?:and |to )?(?:visit"
    r"|see|join|stay with|find) me (?:in|at|for|here)\b(?! (?:here|my dms|the chat|this chat))",
    # "What's for dinner tonight?" invites nobody.
    r"(?:^|\b(?:let'?s|shall we|how about|we (?:could|should)|wanna|want to|join me"
    r"|you and me|up for)"
    r"\b.{0,25})(?:{meal}|movie) (?:together )?(?:with me |together |at (?:my|your) \w+ )?{day}\b",
    r"\b(?:i'?m|i am|i'?ll be|gonna be|coming|flying|landing) (?:\w+ ){0,4}?(?:in|to|near|around)"
    r" (?:your|ur) (?:city|town|area|neighbou?rhood|country|place)\b",
    r"\b(?:cook|make) (?:you|us) (?:dinner|breakfast) at (?:my|mine|your)\b",
    # Each language's own dates and visits.
    r"\b(?:estar|estare|voy|estarei|vou|chego|llego) (?:\w+ ){0,3}?(?:en|a|em|na|por) (?:tu|sua"
    r"|tua) (?:ciudad|cidade|zona|barrio|casa)\b",
    r"\b(?:cenamos|cenemos|comemos|almorzamos|desayunamos|quedamos|salimos) (?:\w+ ){0,3}?{day}$"
    r"|\b(?:vamos|bora|quer) (?:\w+ ){0,2}?(?:jantar|almocar|sair|beber|cafe)\b(?! virtual)",
    r"\b(?:lass(?:t)? uns|wollen wir|gehen wir|sollen wir|lust auf) (?:\w+ ){0,5}?"
    r"(?:essen|trinken|kaffee|ausgehen|treffen|date|kino)\b",
    r"\b(?:passe|viens|vais) (?:\w+ ){0,3}?(?:te|vous|me) (?:chercher|prendre|voir)\b",
    r"\b(?:ceniamo|pranziamo|usciamo|andiamo a (?:cena|bere|prendere)|beviamo) (?:\w+ ){0,3}?"
    r"(?:insieme|{day}|qualcosa|fuori|da me)\b",
    r"\bci vediamo (?:\w+ )?dal vivo\b|\b(?:vederti|incontrarti|vederci|incontrarci|conoscerti) "
    r"(?:di persona|dal vivo)\b",
    r"\b(?:nachste|naechste)\w* (?:woche|monat) (?:\w+ ){0,3}?(?:deine[rn]? (?:stadt|nahe))\b",
    r"\b(?:dans|a) ta ville\b.{0,30}\b(?:voi\w*|verre|passe|on)\b",
    r"\b(?:on|viens|allons|envie d'aller|tu veux|veux[- ]tu|va|irait"
    r"|pourrait) (?:\w+ ){0,2}?(?:prendre"
    r"|boire|manger|diner|dine|mange) (?:\w+ ){0,3}?(?:ensemble|{day})\b(?! en reve)",
)

_HERE = (
    r"\b(?:right here|on here|in here|only here|here on|this chat|en este chat|aqui mismo"
    r"|por aqui mesmo|ici meme|nur hier|solo qui)\b"
)
_PAST = (
    r"^(?:sorry,? )?can.?t\b|\bfriends\b|\bcooking\b"
    r"|\bi (?:had|was|met|saw|went|got|lost|dropped|broke|paid|deleted)\b|\bi'?ve\b|\bmy (?:mom"
    r"|mum|dad|sister|brother|friend|boss|cousin|grandma|aunt|uncle)\b|\bif (?:we|i|you) (?:met"
    r"|were|lived|could|had|was)\b|\bwould (?:our|be your)\b|\b(?:nice|glad|happy|lovely) to meet"
    r"|\bcon mi (?:hermana|madre|amig\w+)|\bwith my\b|\b(?:story|stories|reels?|filters?)\b"
)

CUES = cues.cues(
    _ADDRESSES_AND_ACCOUNTS + _MEETINGS,
    unless=rf"{cues.NOT_I}|{cues.STORY}|{_HERE}|{_PAST}",
    words=_WORDS,
)
