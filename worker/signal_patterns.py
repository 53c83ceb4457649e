"""
Opting out and back in, as data: whole messages and sentences in each of the six languages.

They meet worker/plain_text.py's form: lower case, no accents, no apostrophes, single spaces.
How they are asked is worker/opting.py's. What a fan asks for is in worker/trigger_patterns.py, the
sincere question in worker/sincere_questions.py.
"""

from __future__ import annotations

# Whole messages, after punctuation is taken off.
OPT_OUT: dict[str, frozenset[str]] = {
    "en": frozenset({
        "stop", "end", "quit", "cancel", "unsub", "stop it", "remove", "stop please",
        "please stop", "stop all", "stopall", "unsubscribe", "opt out",
        "optout", "unsubscribe me", "stop messaging me", "stop texting me", "stop writing me",
        "stop writing to me", "stop contacting me", "stop sending me messages", "stop messages",
        "please stop messaging me", "please stop texting me", "dont message me", "leave me alone",
        "dont message me again", "dont message me anymore", "dont text me again",
        "do not message me", "do not contact me", "do not message me again", "no more messages",
        "dont contact me", "dont write to me anymore", "please leave me alone",
    }),
    "es": frozenset({
        "alto", "para", "basta", "basta ya", "ya basta", "cancelar", "detente", "parar", "stop",
        "baja", "dame de baja", "darme de baja", "quiero darme de baja",
        "no me escribas", "no me escribas mas", "deja de escribirme", "deja de mandarme mensajes",
        "no quiero mas mensajes", "no mas mensajes", "dejame en paz", "no me contactes mas",
    }),
    "pt": frozenset({
        "pare", "parar", "sair", "chega", "para", "stop", "cancelar", "descadastrar",
        "nao me escreva mais",
        "nao me mande mais mensagens", "nao me mandes mais mensagens", "para de me escrever",
        "pare de me escrever", "para de me mandar mensagens", "pare de me mandar mensagens",
        "chega de mensagens", "nao quero mais mensagens", "me deixa em paz", "deixa me em paz",
    }),
    "de": frozenset({
        "stopp", "aufhoren", "aufhoeren", "schluss", "abmelden", "abbestellen", "bitte stopp",
        "bitte stop", "hor auf mir zu schreiben",
        "hor auf zu schreiben", "schreib mir nicht mehr", "bitte schreib mir nicht mehr",
        "keine nachrichten mehr", "lass mich in ruhe", "kontaktiere mich nicht mehr",
    }),
    "fr": frozenset({
        "arret", "arretez", "arrete", "desinscription", "desabonnement", "stop", "desabonner",
        "desinscrire", "stop svp", "arrete de m'ecrire",
        "arrete de mecrire", "ne mecris plus", "plus de messages",
        "ne me contacte plus", "ne menvoie plus de messages",
        "laisse moi tranquille", "arrete de menvoyer des messages",
    }),
    "it": frozenset({
        "basta", "basta cosi", "ferma", "fermati", "smettila", "cancella", "stop", "cancellami",
        "disiscrivimi", "annulla iscrizione", "non scrivermi",
        "non scrivermi piu", "smetti di scrivermi", "smettila di scrivermi", "lasciami in pace",
        "non voglio piu messaggi", "basta messaggi", "niente piu messaggi",
    }),
}  # fmt: skip

# One sentence that says it outright, whatever stands beside it.
OPT_OUT_SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:stop|quit|cease|avoid|no) (?:(?:text|messag|msg|writ|contact|dm|pm|spamm?|email"
        r"|mess?sag"
        r"|bother|harass|annoy|talk|repl(?:y|i))\w*ing)(?: (?:to|with))?(?: (?:me|us|my inbox))?",
        r"(?:stop|quit|cease) (?:sending|blowing)(?: (?:me|to me|up my phone))?"
        r"(?: (?:any|all|these|your|the|so many|more|this))*(?: (?:messages?|texts?|msgs?|dms?"
        r"|stuff"
        r"|crap|spam|things|anything|everything))?(?: to me)?",
        r"stop (?:the|all|these|your|my)?(?: ?(?:messages|texts|msgs|dms|spam))",
        r"(?:dont|do not|donot|never|no longer|not) (?:ever )?(?:message|text|msg|write|contact"
        r"|dm|email"
        r"|reply|talk|spam|bother)(?: to)? me",
        r"(?:dont|do not) (?:ever )?(?:message|text|msg|write|contact|dm) (?:again|anymore|any"
        r" more)",
        r"(?:dont|do not|never) (?:ever )?send (?:me |any |more |another |your |me any"
        r" )*(?:messages?"
        r"|texts?|msgs?|dms?|anything)",
        r"(?:i )?(?:dont|do not|no longer|really dont|wouldnt|would not) (?:want|wish|like|care"
        r"|need)"
        r"(?: to)? (?:(?:receive|get|have|be sent|see) )?(?:any |more |your |ur |these |the |any"
        r" more "
        r"|further |anymore )*(?:messages?|texts?|msgs?|dms?)(?: from (?:you|here|this account))?",
        r"i (?:dont|do not|no longer) (?:want|wish|like) (?:to be (?:contacted|messaged|texted)"
        r"|to hear from you|you to (?:text|message|write to|write|contact) me)",
        r"id (?:rather|prefer|like) (?:to )?(?:not |you didnt |you stopped? |stop )(?:to"
        r" )?(?:receive"
        r"|get|receiving|getting|text|message|write|contact|be|hear|messaging|texting|writing)"
        r"(?: (?:contacted|messaged|texted|from you|to me|me|any|more|these|your|messages?"
        r"|texts?))*",
        r"(?:i )?(?:want to|wanna|would like to|like to|wish to|need to|id like to|have to)"
        r" (?:unsubscribe|opt ?out|unsub|be removed|stop receiving (?:these |your |any"
        r" )?(?:messages"
        r"|texts)|cancel (?:these |the |your |my )?messages)(?: from (?:this|you|your list|the list"
        r"|these messages|your messages|here))?",
        r"(?:unsubscribe|opt|unsub)(?: (?:me|out|us))*(?: from (?:this|you|your list|the list|these"
        r"|these messages|your messages|everything|here))?",
        r"(?:get me (?:off|out of) (?:this|your|the) list|(?:take|remove|delete|drop) me(?:"
        r" (?:off|from|out of))?(?: (?:your|the|this|of your))?"
        r"(?: (?:list|mailing list|contacts|chat|messages))?)",
        r"cancel (?:my|the|all|these|your) (?:messages|texts|chat|msgs)",
        r"no more (?:messages?|texts?|msgs?|dms?)(?: from you)?",
        r"(?:just |pls |please )?leave me (?:alone|in peace|be)",
    ),
    "es": (
        r"no (?:me )?(?:vuelvas? a |vuelvan a )?(?:escribas|escrivas|escriba|escriban|escribais"
        r"|mandes"
        r"|manden|envies|envien|contactes|contacten|hables|hablen|molestes|molesten|escribirme"
        r"|contactarme|mandarme|enviarme|hablarme|molestarme)(?: (?:mas|nunca|jamas|otra|vez|ni"
        r"|mensajes?|msjs?|msgs?|nada|por aqui))*",
        r"(?:deja|dejen|dejad|deje|para|parad|paren|puedes dejar|podrias dejar|quiero que dejes"
        r") (?:ya )?de (?:escribirme|mandarme|enviarme|contactarme|molestarme|hablarme"
        r"|escrivirme|acosarme)(?: (?:mas|mensajes?|msjs?|tantos|cosas|ya))*",
        r"(?:ya )?no (?:quiero|deseo|quisiera) (?:recibir |mas |tus |tener |que me )*(?:mensajes?"
        r"|msjs?"
        r"|escribas|contactes|mandes mensajes)(?: (?:tuyos|mas|de ti|vuestros|nunca mas))*",
        r"(?:quiero|quisiera|deseo|necesito|me gustaria|como puedo) (?:darme de baja|cancelar(?:"
        r" los "
        r"mensajes)?|salir(?: de la lista)?)",
        r"(?:dame|denme|darme|deme) de baja",
        r"(?:preferiria|prefiero|te pido|os pido|te agradeceria|le pido) que (?:ya )?no me"
        r" (?:escrib\w+"
        r"|contact\w+|mand\w+(?: mensajes)?|envi\w+(?: mensajes)?)(?: (?:mas|nunca))*",
        r"(?:quitame|sacame|borrame|eliminame|quitenme|borrenme)(?: de (?:la|tu|su|esta) lista)?",
        r"(?:no|ni un) mas mensajes?", r"(?:dejame|dejenme|dejadme) (?:en paz|tranquil[oa])",
    ),
    "pt": (
        r"(?:eu )?(?:nao|n) quero (?:mais )?que (?:voce |vc |tu )?me (?:escrev|mand|cham)\w+"
        r"(?: (?:mais|mensagens|nada|nunca))*",
        r"(?:nao|n|nunca) (?:me )?(?:escreva|escrevas|mande|manda|mandes|envie|envies|envia|chame"
        r"|chama"
        r"|contate|contacte|contactes|procure|fale|fala|fales|ligue|escreve)(?: comigo)?"
        r"(?: (?:mais|nunca|comigo|nenhuma|mensage(?:m|ns)|msgs?|nada))+",
        r"(?:para|pare|parem|pode parar|podem parar|quero que pare|quero que parem) de (?:me )?"
        r"(?:escrever|mandar|enviar|chamar|contactar|contatar|incomodar|perturbar|encher)(?: me)?"
        r"(?: (?:mensage(?:m|ns)|msgs?|mais|tanta|tantas|o saco))*",
        r"(?:eu )?(?:nao|ja nao) (?:quero|desejo|gostaria de) (?:mais )?(?:receber )?(?:mais |as "
        r"|suas "
        r"|tuas |nenhuma )*(?:mensage(?:m|ns)|msgs?)(?: (?:mais|suas|tuas))*",
        r"(?:quero|gostaria de|preciso|como faco para|desejo) (?:cancelar|sair|me descadastrar"
        r"|descadastrar me|parar de receber)(?: (?:as|suas|essas|da|das|mensagens|lista))*",
        r"(?:me )?(?:deixa|deixe|deixem)(?: me)? em paz", r"(?:me )?(?:tira|tire|remova|remove"
        r"|exclua)"
        r"(?: me)? d(?:a|essa|esta|a sua|a tua) lista",
        r"(?:eu )?(?:prefiro|preferia|peco) que (?:voce |vc |tu )?(?:nao me escrev\w+|nao me"
        r" mand\w+"
        r"|pare de me escrever)(?: (?:mais|mensagens))*",
        r"chega de mensagens",
    ),
    "de": (
        r"ich (?:will|mochte) nicht (?:mehr )?dass (?:du|ihr) (?:mir|mich) (?:schreib|nachrichten"
        r" schick|anschreib|kontaktier)\w+",
        r"(?:hor|hore|hoer|hort|horen sie|kannst du|konntest du|konnen sie)(?: \w+)? ?auf(?:horen)?"
        r"(?: (?:damit|mir|uns|mich|bitte))* (?:zu schreiben|anzuschreiben|zu kontaktieren|zu"
        r" texten"
        r"|nachrichten zu (?:schicken|schreiben|senden)|zu nerven|zu belastigen)(?: mir)?",
        r"(?:kannst du|konntest du) (?:bitte )?aufhoren (?:mir|mich) (?:zu schreiben"
        r"|anzuschreiben)",
        r"(?:schreib|schreibe|schreibt|schreiben sie|schick|schicke|schickt|sende|kontaktier"
        r"|kontaktiere|kontaktiert|melde|meld)(?: (?:mir|mich|dich|uns))(?: (?:bitte|einfach|ab"
        r" jetzt"
        r"|jetzt))*(?: (?:nicht|nie|nichts|keine|keine weiteren))(?: (?:mehr|wieder|weiteren"
        r"|nachrichten|bei mir|an))*",
        r"ich (?:will|mochte|wunsche|brauche|moechte|wurde gern) (?:bitte )?(?:keine|keinerlei)"
        r"(?: weiteren?)? (?:nachrichten|msgs|sms|texte)(?: (?:mehr|von|dir|euch|bekommen|erhalten"
        r"|kriegen))*",
        r"ich (?:will|mochte|moechte) (?:bitte )?(?:mich |nicht mehr |das )*(?:abmelden|abbestellen"
        r"|austragen|angeschrieben werden|kontaktiert werden)",
        r"(?:melde?|trag|trage|nimm|losch|losche|streich) mich (?:bitte )?(?:ab|aus|(?:von|aus)"
        r" (?:der"
        r"|deiner|eurer) liste)",
        r"(?:lass|lasst|lassen sie) mich (?:bitte |endlich |einfach )*in (?:ruhe|frieden)",
        r"keine (?:weiteren )?(?:nachrichten|msgs|sms)(?: mehr)",
    ),
    "fr": (
        r"(?:arr?ete[sz]?|arr?etez|cesse[sz]?|tu peux arreter|peux tu arreter|tu pourrais arreter"
        r"|pourrais tu arreter|vous pouvez arreter) de (?:mecrire|menvoyer (?:des|tes|vos)"
        r" (?:messages?"
        r"|msgs?|sms)|me contacter|me parler|membeter|me harceler|me deranger|me spammer)",
        r"(?:ne )?(?:mecris|mecrivez|menvoie|menvoies|menvoyez|me contacte|me contactes|me"
        r" contactez"
        r"|me parle|me parles|me derange)(?: (?:plus|jamais|rien|de|d|messages?|msgs?))+",
        r"(?:merci|priere|veuillez)(?: de)? (?:ne plus|arreter de|ne pas) (?:mecrire|me contacter"
        r"|menvoyer (?:de|des) messages?)",
        r"je (?:ne )?(?:veux|souhaite|desire|voudrais) plus (?:recevoir |avoir |que tu )?(?:de |d"
        r" |tes "
        r"|vos |aucun )*(?:messages?|msgs?|mecrives|me contactes)(?: de (?:toi|ta part))?",
        r"je (?:souhaite|veux|voudrais|aimerais|dois) (?:me )?(?:desinscrire|desabonner|resilier)",
        r"jaimerais (?:me )?(?:desinscrire|desabonner|que tu arretes de mecrire)",
        r"(?:desabonne[sz]?|desabonnez|desinscris|desinscrivez|retire[sz]?|retirez|enleve[sz]?"
        r"|supprime[sz]?) moi(?: de (?:la|ta|votre|cette) liste)?",
        r"(?:laisse[sz]?|laissez) moi (?:tranquille|en paz|en paix)",
        r"(?:fiche|fous|foutez|fichez) moi la paix",
        r"plus (?:jamais |aucun )?(?:de )?messages?",
        r"je (?:ne )?veux (?:plus|pas) que (?:tu|vous) (?:mecri|me contact|menvo)\w+(?: plus)?",
        r"je prefere(?:rais)? (?:que tu ne mecrives plus|ne plus recevoir de messages)",
    ),
    "it": (
        r"non (?:voglio|vorrei) (?:piu )?che (?:tu )?mi (?:scriv|mand|contatt|cerch)\w+"
        r"(?: (?:piu|mai|messaggi))*",
        r"(?:smettila|smetti|smettetela|smettete|finiscila|basta|puoi smettere|potresti smettere"
        r"|vorrei che smettessi)(?: di)? (?:scrivermi|mandarmi (?:dei |altri |tutti questi"
        r" )?messaggi"
        r"|contattarmi|inviarmi (?:altri )?messaggi|disturbarmi|messaggiarmi|tormentarmi)",
        r"(?:non|nn|mai) (?:mi )?(?:piu )?(?:scrivermi|scrivere|scrivete|scrivetemi|contattarmi"
        r"|contattare|mandarmi|inviarmi|mandare|cercarmi|disturbarmi)(?: (?:piu|mai|altri|messaggi"
        r"|niente|nulla))*",
        r"non (?:voglio|desidero|vorrei) (?:piu )?(?:ricevere |avere )?(?:altri |i |tuoi |piu "
        r"|dei )*"
        r"messaggi(?: (?:piu|tuoi|da te))*",
        r"(?:vorrei|voglio|desidero|come faccio a) (?:cancellarmi|disiscrivermi|annullare"
        r" liscrizione"
        r"|disattivare i messaggi)(?: dalla lista)?",
        r"(?:cancellami|toglimi|rimuovimi|eliminami|cancellatemi)(?: dalla (?:tua |vostra"
        r" )?lista)?",
        r"(?:lasciami|lasciatemi) (?:in pace|stare|perdere)",
        r"(?:basta|niente|nessun)(?: piu| altri)? messaggi",
        r"(?:preferirei|preferisco|ti chiedo) (?:che )?(?:tu )?(?:di )?non (?:mi scrivessi|mi"
        r" scriva"
        r"|scrivermi|ricevere)(?: (?:piu|messaggi))*",
    ),
}  # fmt: skip

# Whole messages.
OPT_IN: dict[str, frozenset[str]] = {
    "en": frozenset({
        "start", "unstop", "resume", "restart", "subscribe", "resubscribe", "opt in", "optin",
        "start again", "subscribe again", "start messages", "start messaging",
    }),
    "es": frozenset({"empezar", "comenzar", "reanudar", "activar", "alta", "reactivar", "empieza"}),
    "pt": frozenset({"comecar", "iniciar", "retomar", "recomecar", "ativar", "reativar", "voltar"}),
    "de": frozenset({"starten", "fortsetzen", "wieder anfangen", "anmelden", "wieder starten"}),
    "fr": frozenset({"commencer", "reprendre", "recommencer", "redemarrer", "reactiver",
    "demarrer"}),
    "it": frozenset({"inizia", "iniziare", "ricomincia", "riprendi", "avvia", "riattiva"}),
}  # fmt: skip

OPT_IN_SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:you|u|ya) (?:can|may|could) (?:now )?(?:write|text|message|msg|talk|contact|dm)(?:"
        r" to)? me"
        r" (?:again|now)(?: if you (?:want|like))?",
        r"(?:feel free to )(?:write|text|message|msg|talk to|contact|dm)(?: to)? me(?: (?:again|now"
        r"|anytime))?",
        r"(?:write|text|message|msg|contact|dm)(?: to)? me again",
        r"(?:re)?(?:start|resume|begin|continue) (?:messaging|texting|writing|sending|the)(?: to)?"
        r"(?: (?:me|messages|your))*(?: again)?",
        r"i(?:d| would)? ?(?:want|wanna|would like|like|love)(?: to)? (?:hear from you|(?:get"
        r"|receive"
        r"|have) (?:your )?messages(?: from you)?|opt (?:back )?in|be messaged) ?(?:again)?",
        r"(?:re)?subscribe me(?: again)?", r"opt me (?:back )?in", r"sign me up again",
        r"i want (?:you to|to) (?:write|text|message) me again",
    ),
    "es": (
        r"(?:ya )?(?:me )?puedes (?:volver a )?(?:escribir|escribirme|mandarme mensajes|hablarme)"
        r"(?: (?:otra vez|de nuevo|ya))*",
        r"(?:vuelve|vuelvan|empieza|puedes volver) a (?:escribirme|mandarme mensajes|hablarme)",
        r"(?:escribeme|mandame mensajes) (?:otra vez|de nuevo)",
        r"quiero (?:volver a )?(?:recibir )(?:tus |los )?mensajes(?: (?:otra vez|de nuevo))",
        r"quiero volver a recibir (?:tus |los )?mensajes",
        r"quiero (?:que me escribas (?:otra vez|de nuevo)|darme de alta)",
    ),
    "pt": (
        r"(?:ja )?(?:voce |vc )?(?:pode|podes) (?:voltar a |comecar a )?(?:me )?(?:escrever|mandar"
        r" mensage(?:m|ns)|chamar)(?: me)?(?: (?:de novo|novamente|outra vez))",
        r"(?:pode|podes|volta|volte) (?:voltar )?a (?:me )?(?:escrever|mandar mensage(?:m|ns))(?:"
        r" me)?",
        r"(?:me )?(?:escreve|escreva)(?: me)? (?:de novo|novamente|outra vez)",
        r"quero (?:voltar a )?receber (?:suas |tuas |as )?mensagens(?: (?:de novo|novamente|outra"
        r" vez))",
        r"quero voltar a receber (?:suas |tuas |as )?mensagens",
    ),
    "de": (
        r"(?:du )?(?:kannst|darfst|konntest)(?: du)? mir (?:gerne? |ruhig |jetzt )*wieder"
        r" (?:schreiben"
        r"|nachrichten schicken|texten)",
        r"(?:schreib|schreibe) mir (?:gerne? |ruhig |doch )*wieder",
        r"ich (?:mochte|will|moechte) (?:gerne? )?wieder (?:nachrichten|von dir horen)"
        r"(?: (?:von dir|bekommen|erhalten|haben|kriegen))*",
        r"wieder anfangen", r"(?:melde|meld) mich (?:bitte )?wieder an",
    ),
    "fr": (
        r"(?:tu peux|vous pouvez|tu peux a nouveau|tu peux de nouveau) (?:mecrire (?:a nouveau"
        r"|de nouveau|encore)|me reecrire|recommencer a mecrire|reprendre|menvoyer des messages"
        r" (?:a|de) nouveau|a nouveau mecrire|de nouveau mecrire)",
        r"(?:recommence|recommencez|reprends) (?:a )?(?:mecrire|les messages)",
        r"(?:reecris moi|ecris moi (?:a|de) nouveau)",
        r"je (?:veux|voudrais|souhaite) (?:bien |de nouveau |a nouveau )*recevoir (?:a nouveau |de"
        r" nouveau )?(?:tes|des|les|vos) messages(?: (?:a|de) nouveau)?",
    ),
    "it": (
        r"(?:ora )?puoi (?:scrivermi (?:di nuovo|ancora|ora)|ricominciare a scrivermi|tornare a"
        r" scrivermi|riscrivermi|mandarmi di nuovo messaggi)",
        r"(?:scrivimi) (?:di nuovo|ancora)", r"(?:ricomincia|torna|riprendi) a scrivermi",
        r"(?:voglio|vorrei) (?:di nuovo )?(?:ricevere )?(?:di nuovo )?(?:i tuoi |altri |dei"
        r" )?messaggi"
        r"(?: di nuovo)?",
        r"(?:voglio|vorrei) (?:tornare a ricevere|ricevere di nuovo) (?:i tuoi )?messaggi",
    ),
}  # fmt: skip

# What may stand around either.
POLITE = (
    "please", "pls", "plz", "plss", "hi", "hey", "hello", "ok", "okay", "sorry", "thanks",
    "thank you",
    "thx", "ty", "now", "just", "can you", "could you", "would you", "will you", "can u", "could u",
    "i want you to", "i need you to", "id like you to", "im asking you to", "kindly", "immediately",
    "right now", "already", "seriously", "again", "anymore", "any more", "any longer", "ever again",
    "ever", "forever", "for good", "from now on", "bro", "dude", "man", "lady", "asap", "i said",
    "im serious", "and", "at all", "thank u", "actually", "yes", "today", "u", "would you mind",
    "me", "so", "but", "i beg you", "here", "i changed my mind",
    "por favor", "porfa", "gracias", "hola", "perdon", "perdona", "ya", "ahora", "disculpa", "oye",
    "en serio", "porfavor", "xfa", "por fa", "te lo pido", "svp", "stp",
    "pfv", "obrigad[oa]", "ola", "oi", "desculpa", "agora", "favor", "pf", "ta", "se faz favor",
    "bitte", "danke", "hallo", "jetzt", "endlich", "sofort", "einfach", "sorry aber", "vielen dank",
    "ab sofort",
    "merci", "bonjour", "salut", "sil te plait", "sil vous plait", "maintenant", "desolee?", "oui",
    "du tout", "jamais", "bonsoir",
    "per favore", "grazie", "ciao", "scusa", "adesso", "ora", "subito", "ti prego", "per piacere",
    "cortesemente", "pf",
)  # fmt: skip
