"""
Contact, payment and meetings outside the platform, as data: the rule `off_platform`.

Patterns meet worker/plain_text.py's form, clause by clause (worker/cues.py). Naming an app in a
story is harmless; asking for it, offering it and moving there is not.
"""

from __future__ import annotations

import re

from worker import cues, leading_elsewhere, plain_text

_WORDS = {
    "strong_app": r"(?:whats ?app|wh?ats app|wpp|zap(?:zap)?|telegram|kik|discord|skype|face ?time"
    r"|viber|we ?chat|only ?fans|fansly|many ?vids|signal app)",
    "app": r"(?:{strong_app}|snap ?chat|snap|insta(?:gram)?|ig|twitter|tik ?tok|facebook|fb"
    r"|messenger|signal|tg|reddit|tumblr|tinder|bumble|google chat|imessage)",
    "reach": r"(?:add|find|follow|join|dm|message|msg|text|write|hit|hmu|reach|contact|ping|chat"
    r"|talk|call|look|catch|meet|move|switch|continue|take|go|swap|subscribe|see"
    r"|agrega\w*|anad\w+|busca\w*|sigue\w*|escrib\w+|habl\w+|pas\w+|llam\w+|mand\w+|contacta\w*"
    r"|chama\w*|segue\w*|adiciona\w*|fala\w*|procura\w*|manda\w*"
    r"|schreib\w*|fug\w*|folg\w*|meld\w*|such\w*|adde?"
    r"|ajoute\w*|ecri\w+|suis|rejoins|contacte\w*|parl\w+|retrouve\w*|viens|passe"
    r"|aggiungi\w*|scrivi\w*|segui\w*|cerca\w*|contatta\w*|sentiamoci|trovami|passiamo)",
    "money": r"(?:cash ?app|venmo|zelle|pay ?pal|revolut|bizum|western union|money ?gram|bitcoins?"
    r"|btc|crypto|usdt|ethereum|apple pay|google pay|gift ?cards?|geschenkkarte|wish ?list"
    r"|bank transfer|wire transfer|iban|mb ?way|paysafe\w*|lydia|satispay|postepay)",
    "number": r"(?:phone |cell |mobile |whatsapp )?(?:number|numero|nummer|numer|num|nr|handy"
    r"nummer|telefono|telefone|digits)",
    "week": r"(?:tonight|tomorrow|today|this|next|soon|sometime|some ?day|one day|on \w+day|at \d"
    r"|when you|whenever|after work|later)",
    "drink": r"(?:(?:a |some |a quick )?(?:coffee|drinks?|dinner|lunch|brunch|beer|wine|bite))",
    "invite": r"(?:let'?s|lets|let us|we (?:should|could|can|must|gotta|need to|have to|will)|we'll"
    r"|shall we|wanna|want to|(?:you|would) (?:like|love) to|when (?:can|will|do|are) we|(?:can|"
    r"could|should) (?:we|i|you)|i(?:'d| would)? ?(?:want to|wanna|love to|like to)|how about we"
    r"|why don'?t (?:we|you)|i'?ll|i will|(?:i'?m )?gonna|going to|i could|i can|down to|ready to"
    r"|you should|you could|you can|i hope (?:we|to|i)|if you want)",
}

_NAMED = r"|\bmy (?:mom|mum|dad|sister|brother|friend|boss|cousin|ex|aunt|uncle|grandma)\b"
_NEWS = (
    r"\b(?:saw|seen|scroll\w*|watched|watching|posted|was (?:so )?(?:slow|down)|drama|went viral"
    r"|used to|story|stories|historias?|storys?|filters?|who do you follow|discord between|kik back"
    r"|memor\w+|algorithm|memes?|esta insuport\w+|ho visto|he visto|vi un)\b"
)

_APPS = cues.cues(
    (
        r"\b{reach}\b(?:[ ,-]+[\w']+){0,5}?[ ,-]+(?:on|in|at|via|to|over|through|en|no|na|pelo|por"
        r"|auf|bei|uber|sur|via|su|al|a|by|my|ur|your|mio|mi|meu|mein|mon|the|tu|seu|dein|ton|tuo)"
        r" (?:my |the |your |ur |tu |mi |meu |meine?m? |mon |ma |il |mio |un |o |del )?{app}\b",
        r"\b{reach}\b (?:me|us|it|this|you)? ?(?:on |to )?(?:my |the )?{app}\b",
        r"\b(?:my|mi|meu|mein|meine|mon|ma|il mio|here'?s my|real|private|secret|personal) "
        r"(?:other |private |real |secret |personal )?(?:{app}|sc|of) ?"
        r"(?:is|es|e|ist|c'?est|:|=|-|@|name|handle|user\w*|account|id|acc|page)",
        r"(?:^|[ ,(]){app} ?(?:[:=@>]|is:) ?@?\w{3,}",
        r"\b(?:your|ur|tu|teu|seu|dein|ton|tuo|give me|what'?s|share|trade|swap|exchange|drop)"
        r" (?:\w+ ){0,2}{app}\b",
        r"\b(?:do you|you|u|tienes|tens|voce tem|hast du|tu as|t'as|hai) ?(?:have|got|use|on)? "
        r"?(?:on )?{app}\b",
        r"\b{app} (?:is|are|works?|would be|es|ist|e|est) (?:\w+ ){0,2}?(?:better|easier|best"
        r"|faster"
        r"|fine|too|cheaper|good|safer|private|mejor|melhor|besser|mieux|meglio)\b",
        r"\b(?:i'?m|i am|find me|more|also|always|available|active|estoy|estou|bin|suis|sono) "
        r"(?:\w+ ){0,3}?(?:on|en|no|auf|sur|su) {app}\b",
        r"\b{app} (?:me|instead|us)\b",
        r"\b{strong_app}\b",
        r"\b(?:call|chat|talk|meet|hop|get|go|video|see you|on) (?:\w+ ){0,4}?(?:on|over|via) "
        r"(?:zoom|google "
        r"meet|teams|line|cam4|chaturbate)\b|\b(?:the|that|my|another) other (?:site|app|platform"
        r"|page)\b"
        r"|\b(?:google|look up) (?:me|my name)\b|\bmy (?:web ?)?site\b|\bno (?:whats|zap|insta"
        r"|face)\b|\bwhats"
        r" (?:me|app)\b",
        r"\b(?:bird|blue|yellow|green|ghost|purple|camera|pink|other|different) app\b(?! (?:crash"
        r"|is"
        r" down|i use))|\b(?:my|your|ur|what'?s your) (?:(?:handle|user ?name|socials?)\b|@)"
        r"|\b(?:find|know|am"
        r"|i'?m) .{0,20}everywhere else\b|\b(?:snap(?:chat)?|insta(?:gram)?|ig|whatsapp|telegram"
        r"|kik) ?\?|^{app}$"
        r"|\b(?:on|in) (?:my )?(?:socials|other accounts?)\b|\bfb\b$",
    ),
    unless=rf"{cues.NOT_I}|{_NEWS}{_NAMED}|\b(?:died|deleted|logged out|don'?t use)\b",
    words=_WORDS,
)

_CONTACTS = cues.cues(
    (
        r"\b(?:here'?s|here is|take|save|have|give (?:me|you)|giving you|send (?:me|you)|share|text"
        r"|call|want|need|what'?s|whats|what is|drop|got|get|leave me|exchange|swap|trade|pass"
        r"|te (?:paso|doy|mando|dejo)|este es|pasame|dame|toma|cual es|me (?:passa|da)|te (?:passo"
        r"|dou)|qual e|esse e|hier ist|gib(?:st)?(?: mir)?|schick(?: mir)?|geb(?:e)? dir|was ist"
        r"|voici|donne(?:-moi)?|te donne|c'est quoi|prends|ti (?:do|lascio|mando)|dammi|ecco|qual)"
        r" (?:\w+ )?(?:my|your|ur|mi|tu|meu|teu|o (?:meu|teu|seu)|meine?|deine?|mon|ton|il (?:mio"
        r"|tuo)) {number}\b(?! (?:one|1)\b)",
        r"\b(?:my|mi|meu|meine?|mon|il mio) {number} (?:is|es|e|ist|c'est|:) ",
        r"\b(?:swap|exchange|trade) (?:numbers|digits|contacts?)\b|\b(?:t|wa|m|ig)\.me/\w"
        r"|\w ?[\[({] ?at ?[\])}] ?\w|\w ?[\[({] ?dot ?[\])}] ?\w",
        r"\b(?:e-?mail|mail) (?:me|us)\b|\bmy (?:private |personal )?e-?mail\b"
        r"|\bmi (?:correo|email)\b|\bmeu email\b|\bmeine (?:e-?)?mail\b|\bmon (?:e-?)?mail\b",
        r"\b[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]+ ?(?:\.|\bdot\b|\(dot\)) ?[a-z]{2,4}\b",
        r"\b\w+ (?:at|arroba|chiocciola|arobase) \w+ (?:dot|punto|ponto|punkt|point) \w{2,4}\b",
        r"(?<![\w.])@[a-z0-9_][\w.-]{2,}",
        r"\bhttps?://(?!(?:www\.)?fanvue\.com)|\bwww\.(?!fanvue\.com)",
        r"\b(?!fanvue\.com\b)[a-z0-9][\w-]+\.(?:com|net|org|xxx|tv|gg|ly|cam|porn|shop|bio|vip|club"
        r"|website)\b",
        r"\b(?!fanvue\.com/)(?<!\.)[a-z0-9][\w-]{2,63}\.[a-z]{2,5}/\w",
        r"\b\w+ dot (?:com|net|org|me|tv|co)\b",
        r"\blink in (?:my |the )?(?:bio|profile)\b|\bmy (?:other|real|own|personal|private|second"
        r"|new) (?:site|website|page|account|link|platform)\b",
        r"\b(?:talk|chat|go|move|meet|continue|take (?:this|it)|text|write|speak|pay\w*|do (?:this"
        r"|it)|find me|switch|take things?|handle it|sort \w+|deal) (?:\w+ ){0,3}?(?:somewhere else"
        r"|elsewhere|off (?:of )?(?:here|this|the (?:app|site|platform))|outside (?:of )?(?:here"
        r"|this|the (?:app|site|platform))|another (?:app|site|platform)|off-?platform)\b",
        r"\b(?:hablamos|seguimos|hablar|vamos|falar|conversar) (?:\w+ )?(?:por|en|em|noutr\w|fuera)"
        r" (?:otr[ao]|outr[ao]|otro lado|otro sitio|de aqui|outro lugar)\b",
        r"\b(?:woanders|ausserhalb|anderswo) (?:\w+ )?(?:schreiben|reden|chatten|weiter)\b"
        r"|\b(?:parler|discuter|continuer) ailleurs\b|\b(?:parlare|sentirci|continuare) (?:\w+ )?"
        r"(?:altrove|fuori)\b",
    ),
    unless=rf"{cues.NOT_I}|\bchanged\b|\b(?:wrong|lucky|favou?rite) number\b",
    words=_WORDS,
)

_PAYMENTS = cues.cues(
    (
        r"\b(?:pay|paying|tip|send|use|take|accept|have|got|do you|works?|just|prefer|via|through"
        r"|on"
        r"|by|with|my|me|to|from|paga\w*|manda\w*|envia\w*|usa\w*|acepto|aceito|per|mit|par|con|por"
        r"|con|tramite|nehme|uberweis\w*|schick\w*|en|an|a|zahl\w*|in|your|is|an amazon|some|buy)"
        r" (?:\w+ ){0,3}?{money}\b",
        r"\b{money} (?:me|is|works?|too|ok|fine|instead|only|or|link|account|tag|ist|also|it)\b",
        r"(?:^|[ ,]){money} ?[:=@$]",
        r"\b(?:pay|paying|send|wire) (?:me|it|the money) (?:directly|straight|privately|outside)\b"
        r"|\bpay me direct\b",
        r"\b(?:skip|avoid|without|save on) (?:the |their |platform |site )*(?:fees|cut"
        r"|commission)\b",
        r"\b(?:payment|pay|paying|money|tips?) (?:\w+ )?(?:outside|off|elsewhere)\b",
        r"\b(?:faz|faca|manda|mande|fazer|meu|chave|via|por) (?:\w+ ){0,2}pix\b",
        r"\buberweis\w* (?:es |mir |das |mir das )|\b(?:virement|bonifico|transferencia)\b",
        r"(?<![\w$])\$(?!(?:name|fan|user|creator|city|title|price|username)\b)[a-z][a-z0-9_-]{3,}",
    ),
    unless=rf"{cues.NOT_I}|\bi (?:paid|bought|ordered)\b|\b(?:was|were|been|is) down\b|\bat work\b"
    rf"|\b(?:lost|forgot|crash\w*)\b"
    rf"{_NAMED}",
    words=_WORDS,
)

_MEETINGS = cues.cues(
    (
        r"\b{invite} (?:[\w']+ ){0,3}?(?:meet(?:ing)?(?: up)?(?! (?:my|your|new|the (?:parents"
        r"|deadline)))|hang(?:ing)? ?out|link up|hook up|see each other|(?:grab|get|have|go for"
        r"|do) {drink} ?(?:together|with|some|this|next|when|tonight|tomorrow|soon|$)|grab {drink}"
        r"|take (?:you|me) (?:out )?(?:to|for) {drink}|go (?:out )?on a (?:real )?(?:date|trip)"
        r"|go out (?:together|with me|this|some|tonight)|spend the (?:night|weekend)|get together"
        r"|come (?:see|visit|find)|visit (?:me|you)|see (?:you|me) in)\b",
        r"\bmeet (?:me|you|up)\b(?: \w+){0,3}? (?:at|in|on|by|for|near|outside|after|tonight"
        r"|tomorrow|this|next|irl)\b|\bmeet (?:up|irl|in person|somewhere|face to face)\b",
        r"\b(?:see|meet|hang|hang out|date|touch|hug|kiss|have|show) (?:you|me|us|with (?:you|me)"
        r"|each other)? ?(?:\w+ )?(?:in person|irl|in real life|face to face)\b",
        r"\b(?:wanna|want to|let'?s) .{0,20}\b(?:in person|irl)\b",
        r"(?:^|[,:] ?|\b(?:you|u|can|could|should|and|to|just|please|then|why don'?t you|wanna"
        r"|babe|baby)) (?:come|swing|stop|drop|pop|drive|walk) (?:over|by|round|around)\b(?! here)"
        r"|^(?:come|swing|stop|drop|pop|drive) (?:over|by|round)\b(?! here)"
        r"|\bi'?ll (?:drop|stop|swing|come)"
        r" (?:by|over)\b|\bpop (?:by|in|over)\b",
        r"\b(?:come|get|drive|uber|find your way|invite you|you) (?:back |up |over )?(?:to|at|visit"
        r" me at) (?:my|mine) ?(?:place|house|apartment|flat|hotel|home|room|door)?\b",
        r"\b(?:your|ur) place or mine\b|\bmy door is open\b|\bmy (?:place|apartment|flat|house) "
        r"(?:tonight|this (?:week|evening)|is (?:close|near|free|empty|open|yours))\b|\bcome find "
        r"me\b",
        r"\b(?:my|your|ur|the) (?:home )?address (?:is|:|so|\?|and|$)|\b(?:what'?s|send (?:me|you)"
        r"|give (?:me|you)|here'?s|here is|text you) (?:my|your|ur|the) address\b",
        r"\b\d{1,5} (?:\w+ ){1,3}(?:street|str|avenue|ave|road|rd|lane|drive|boulevard|blvd)\b"
        r"|\b(?:calle|rua|rue|via|piazza) (?:de |da |du |del )?\w+,? (?:n |no )?\d{1,4}\b"
        r"|\b\w+(?:strasse|straße|str\.) \d{1,4}\b",
        r"\b(?:room|suite|apt|apartment|zimmer|habitacion|chambre|quarto) (?:number |no\.? "
        r")?\d{2,}",
        r"\bi(?:'m| am)? ?(?:live|stay|staying|living) (?:\w+ ){0,3}(?:blocks?|minutes|streets?) "
        r"(?:away|from)|\b(?:staying|hotel|live|living|'m) (?:\w+ ){0,3}(?:near|close to|next to)"
        r" you\b|\bi(?:'m| am) (?:staying )?(?:at|in) the (?:\w+ ){0,2}(?:hotel|hilton|marriott"
        r"|hyatt|sheraton|motel|airbnb)\b",
        r"\b(?:pick|picking) (?:me|you|u) up\b|\bfly (?:out|over|in|down|you|me) (?:to|and|here"
        r"|out)"
        r"|\bfly (?:out )?to (?:see )?you\b|\bbook (?:us )?(?:a|the) (?:room|hotel|flight|table)\b",
        r"\b(?:wanna|want to|can you|can i|you should|please|come|i'?ll) visit (?:me|you)?$"
        r"|\bgo on a (?:real )?date\b|\btake me (?:out|on a date)\b"
        r"|\bi'?m in (?:town|your (?:city|area|town))\b|\bwhere do you live\b.{0,20}\bcome\b",
        r"\b(?:crash|stay|sleep|dinner|drinks|party|movie night) (?:\w+ )?(?:at|over at) (?:mine"
        r"|my place|yours)"
        r"|\b(?:let'?s|lets|we could|wanna|shall we) (?:do|have|get|grab|go for) (?:\w+ )?{drink}"
        r"|\bi know a"
        r" (?:nice |good |great |little )*(?:place|spot|bar|restaurant)\b|\bbe there\b.{0,15}$"
        r"|\b(?:door|gate|"
        r"key|lock) ?code\b|\bmy (?:front )?door\b.{0,20}\b(?:open|unlocked|code|number)|\b(?:send"
        r"|sending|share"
        r"|drop)(?: \w+)? my location\b|\b(?:the|at the|at) (?:park|bar|cafe|hotel|beach|station"
        r"|corner|club)"
        r" (?:near|by|next to|around) (?:your|my|you|me)\b|\bnear your (?:office|house|home|work"
        r"|place)\b",
        r"\byour place ?(?:\?|$|tonight|or)|\bi'?ll be (?:at|in) (?:the |a )?(?:\w+ ){0,3}(?:bar"
        r"|club|cafe"
        r"|beach|park|hotel|restaurant|pub|station|mall|lobby)\b|\bcome (?:say hi|say hello|find "
        r"me|join me"
        r"|get me|and get me)\b|\bwhen (?:can|are|will|could) (?:you|u) (?:come|coming|visit|be "
        r"here)\b"
        r"|\bmy hotel\b|\bhotel\b.{0,30}\broom\b|\b(?:i'?ll )?(?:leave|left) the (?:door|key)\b"
        r"|\b(?:your"
        r"|my) (?:city|town|area|neighbou?rhood) (?:this|next|soon|on|in|for)\b|\b(?:make|have) "
        r"plans (?:for"
        r"|to|this)\b.{0,25}|\b(?:meeting|meet) (?:you|u) (?:for real|one day|soon|someday|offline"
        r"|outside)"
        r"\b|\boffline\b.{0,15}\b(?:meet|date|together)\b|\b(?:our|first|real) "
        r"date\b.{0,25}\b(?:at|on|to"
        r"night|tomorrow|when|where)\b|\bsleep ?over\b|\bstay (?:the night|over) (?:at|with)\b",
        r"\bsee you (?:tonight |tomorrow |there )?at (?:the|my|your|\d)\b(?!.{0,12}\bhere\b)",
    ),
    unless=rf"{cues.NOT_I}|{cues.STORY}|\b(?:nice|glad|happy|pleasure|great|lovely|good|so good"
    rf"|fun)"
    rf" (?:to |meeting)(?:meet|see)?|\b(?:people|friends|family|guests|mom|mum) over\b|\bcoming "
    rf"over "
    rf"(?:all|me)\b|\bi (?:came|met|went|was|had)\b|\bvirtual|\bif only\b|\bof course not\b"
    rf"|\bhalfway\b",
    words=_WORDS,
)

_MEETINGS_ELSEWHERE = cues.cues(
    (
        r"\b(?:quedamos|quedemos|podemos quedar|quieres quedar|quedar (?:contigo|un dia))\b",
        r"\bnos (?:vemos|encontramos|juntamos) (?:en persona|en el|en la|en mi|manana|este|esta"
        r"|hoy|a las|un dia)|\b(?:vernos|conocernos|verte|conocerte) en persona\b",
        r"\b(?:ven|vente|venite|vienes|pasate) (?:a |por )(?:mi |verme|casa|visitarme)",
        r"\b(?:tomamos|tomar|tomarnos|cenamos|cenar) (?:algo|un cafe|unas? copas?|juntos)\b",
        r"\bmi direccion\b|\bdonde vives\b.{0,25}\bvoy\b|\bte (?:recojo|paso a buscar)\b",
        r"\b(?:vamos|quer|queres|bora|podemos) (?:a )?(?:nos |se )?(?:encontrar|ver|sair|marcar)\b",
        r"\bvem (?:aqui |ca |pra ca |ate )?(?:em|na|pra|a|para|me ver) ?(?:minha |a )?"
        r"(?:casa|ver|cama)?\b|\b(?:te ver|nos ver|encontrar|conhecer) pessoalmente\b",
        r"\bmeu endereco\b|\bte (?:busco|pego) (?:em|as|ai|na)\b|\btomar um (?:cafe|vinho|drink)\b",
        r"\b(?:lass|wollen|sollen|konnen) (?:uns|wir)\b.{0,30}\btreffen\b|\btreffen wir uns\b"
        r"|\b(?:will|mochte|wurde) dich (?:gern )?(?:treffen|personlich)\b|\bpersonlich treffen\b",
        r"\bkomm(?:st)? (?:du )?(?:doch |mal |einfach |heute )*(?:zu mir|vorbei|ruber|mich "
        r"besuchen)"
        r"|\bbesuch(?:st)? (?:du )?mich\b|\bmeine adresse\b|\bhol(?:st)? (?:du )?(?:mich|dich) "
        r"ab\b",
        r"\b(?:sehen|gehen) wir (?:uns )?(?:morgen|heute|am|in echt|aus|was trinken|essen)\b"
        r"|\bauf einen (?:kaffee|drink|wein) (?:treffen|gehen)?",
        r"\b(?:mando|envio|paso|passo|schicke?|envoie) (?:dir |te |mi |minha |meinen? |ma "
        r")*(?:ubicacion"
        r"|localizacao|standort|localisation|posizione)\b|\bte (?:encontro|espero|pego) (?:no|na"
        r"|em|en el|en"
        r" la|as)\b|\bon (?:boit|prend|va boire|mange|dine) (?:un|une|ensemble|quelque|verre)\b"
        r"|\bviens on\b",
        r"\b(?:te espero|estoy|nos vemos|duermes|vente) en mi (?:casa|piso|cama|hotel)\b"
        r"|\b(?:podemos|"
        r"quiero|quieres|podriamos|cuando) (?:vernos|verte en|nos vemos|conocernos|quedar)\b"
        r"|\bvernos (?:el"
        r"|la|en|este|manana|hoy)\b|\b(?:vir|vem|vens|venha|dormir) (?:\w+ ){0,2}(?:na|em|a|pra) "
        r"minha casa"
        r"\b|\b(?:wollen|konnen|wann) (?:wir uns|sehen wir)\b.{0,25}\b(?:sehen|treffen|uns)\b"
        r"|\bbei mir "
        r"(?:zuhause|daheim|vorbei)\b.{0,15}|\b(?:chez moi|chez toi) (?:ce|demain|samedi|un|quand"
        r"|\?|ou)"
        r"|\ba casa (?:mia|tua) (?:stasera|domani|sabato|per|\?)|\bda me (?:stasera|domani"
        r"|sabato)\b"
        r"|\bte dou meu (?:numero|contato|endereco)\b|\bquiero verte (?:en persona|esta noche"
        r"|hoy)\b",
        r"\bon (?:se|peut se|pourrait se|devrait se|va se) (?:voi[rt]|rencontre[r]?|retrouve[r]?|"
        r"capte[r]?)(?: (?:en vrai|ce|cette|demain|quand|ou|au|a|chez|irl)| ?\?|$)",
        r"\bviens (?:\w+ )?(?:chez moi|me voir|a la maison|a mon|dans mon)|\bpasse (?:chez|a la) "
        r"(?:moi|maison)\b|\bmon adresse\b|\brencontrons|\bte voir en vrai\b|\bse voir en vrai\b"
        r"|\b(?:boire|prendre) un (?:verre|cafe) (?:ensemble|avec|ce|demain|un)",
        r"\b(?:ci|vogliamo|possiamo|dobbiamo) (?:vediamo|incontriamo|veder\w+|incontrar\w+)"
        r" ?(?:di persona|domani|stasera|per|al|a|in|da me|quando|sabato|\?|$)"
        r"|\b(?:vediamoci|incontriamoci)\b",
        r"\bvieni (?:da me|a casa|a trovarmi|qui da)|\bil mio indirizzo\b|\bti (?:vengo|passo) a "
        r"prendere\b|\bprend(?:iamo|erci) (?:un caffe|qualcosa)",
    ),
    unless=rf"{cues.NOT_I}|{cues.STORY}",
    words=_WORDS,
)

_GROUPS = (
    _APPS,
    _CONTACTS,
    _PAYMENTS,
    _MEETINGS,
    _MEETINGS_ELSEWHERE,
    leading_elsewhere.CUES,
)

# Nine digits and more are a number to call; fewer only where calling is spoken of.
_PHONE = re.compile(r"(?<![\d$€£.,])\+?\(?\d[\d ()./-]{5,}\d(?![\d%€$£])")
_CALLING = re.compile(
    r"\b(?:call|text|phone|number|cell|ring|llama\w*|numero|liga|nummer|ruf|appelle|chiama\w*|wa"
    r"|sms)\b"
)
_DIGIT_WORDS = re.compile(
    r"(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis"
    r"|siete|ocho|nueve|null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun)\b[ ,.-]*){7,}"
)


def offers_contact_elsewhere(text: str) -> bool:
    """Say whether `text` leads away from the platform: contact, payment or a meeting."""
    forms = plain_text.readings(text)
    return (
        any(cues.any_found(group, forms) for group in _GROUPS)
        or _has_phone_number(forms[0])
        or _is_squeezed_app(text)
    )


def _has_phone_number(form: str) -> bool:
    if _DIGIT_WORDS.search(form):
        return True
    for match in _PHONE.finditer(form):
        digits = sum(char.isdigit() for char in match[0])
        if digits >= 9 or (digits >= 7 and _CALLING.search(form)):
            return True
    return False


def _is_squeezed_app(text: str) -> bool:
    """Whoever spaces the name of an app out hides it."""
    letters = plain_text.squeezed(text)
    return any(name in letters for name in _HIDDEN_NAMES)


_HIDDEN_NAMES = (
    "whatsapp", "telegram", "snapchat", "instagram", "cashapp", "paypal", "onlyfans", "discord",
    "venmo", "snapme", "mysnap",
)  # fmt: skip
