"""
Refunds, disputes, police, lawyers, data protection, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
Asking how refunds work counts: a person answers that. Payment trouble that asks for no money back
is worker/urgent_patterns.py's. `NO_REFUND` is blanked out first.
"""

from __future__ import annotations

from worker.refund_patterns_de_fr_it import NO_REFUND_DE_FR_IT, REFUND_LEGAL_DE_FR_IT

NO_REFUND: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:tax|flight|airline|amazon|ticket|hotel|landlord|deposit|vacation|uber|steam"
        r"|shipping) refunds?\b|\brefund (?:of|for|from|on) (?:my|the|a) (?:\w+ )?(?:flight"
        r"|ticket|trip|hotel|tax(?:es)?|shoes|phone|order|jacket|amazon|deposit|rent|airbnb"
        r"|concert)\b|\b(?:got )?(?:a|my) refund from (?!you|u\b)|\brefund came through\b",
        r"\b(?:i am|im|as|am|be|became|being|studying to be|work as|works? (?:at|for|with)"
        r"|my (?:\w+ )?(?:friend|brother|sister|dad|mom|uncle|wife|ex|neighbou?r|cousin"
        r"|buddy) (?:is|was|works|becoming)) (?:\w+ ){0,3}(?:lawyer|attorney|cop|police\w*"
        r"|paralegal|judge|solicitor|detective|law|fraud)\b|\b(?:lawyer|attorney|police"
        r"|cop) (?:friend|show|series|movie|drama|jokes?|uniform|costume|outfit|roleplay|car"
        r"|academy|station is|scanner|officer costume|makes|told me a joke)\b|\b(?:lawyer"
        r"|attorney)s? (?:got|is|was|just) (?:married|divorced|funny|engaged)\b|\b(?:sexy|hot"
        r"|naughty|play|fashion|grammar) (?:cop|police|lawyer|judge)\b|\blaw (?:and order"
        r"|school|of attraction|student|firm party)\b|\b(?:better call saul|judge judy|suits)\b",
        r"\b(?:tennis|basketball|food|supreme|squash) court\b|\bsue (?:anyone|me|you) (?:for|if"
        r"|who) (?:stealing|being|loving|my heart|that|steals?)\b|\bsue (?:anyone"
        r"|everyone) who\b|\b(?:so sue me|arrest me|call the (?:cops|police)[^.!?;]{0,12}(?:hot"
        r"|sexy|stole|illegal|criminal))\b|\b(?:illegal|criminal|crime) (?:to be|how|that"
        r"|levels?)\b|\breport (?:card|cards|to work|due|for work|back)\b"
        r"|\bdispute (?:with (?:my|the) (?:neighbou?r|landlord|ex|boss|wife)|over who)\b"
        r"|\b(?:dog|cat) is a scam\w*\b|\bpolice (?:closed|blocked|stopped me|pulled me)\b"
        r"|\bthe police (?:band|reunion|song|concert)\b",
    ),
    "es": (
        r"\b(?:soy|mi (?:amig[oa]|herman[oa]|ex|padre|prim[oa]|ti[oa]) (?:es|era)|trabajo (?:de"
        r"|como)|estudio para) (?:un |una )?(?:abogad[oa]|policia|juez|derecho|fiscal)\b"
        r"|\b(?:peli\w*|serie|novela|disfraz|uniforme|despacho) de (?:\w+ )?(?:abogad\w+"
        r"|policia\w*|juici\w+)\b|\b(?:denuncio|demandar|demando|denunciar|policia|carcel"
        r"|delito|ilegal)\b[^.!?;]{0,15}\b(?:por (?:ser|robar|guapa|hermosa|bella|tan)"
        r"|robar(?:me)? el corazon|ser tan)\b|\b(?:reembolso|devolucion) (?:de|del) (?:mi |el "
        r"|la |los )?(?:vuelo|viaje|hotel|hacienda|impuestos|renta|zapatos|billete)\b"
        r"|\bpolicia (?:cort|cerr|par)\w+|\bpolicia (?:local|nacional)? ?a por\b",
        r"\babogad[oa]s? (?:favorit\w|se (?:caso|separo)|es (?:mi|un amigo|simpatic\w|majo))\b"
        r"|\bdevolv\w+ (?:el |un |ese |los )?(?:beso|favor|abrazo|golpe|llamada|saludo"
        r"|la sonrisa|la llamada)s?\b|\bte devuelvo el (?:beso|favor)\b",
    ),
    "pt": (
        r"\b(?:sou|meu (?:amigo|irmao|pai|primo|tio|ex) e|minha (?:amiga|irma|mae|prima) e"
        r"|trabalho como|estudo) (?:um |uma )?(?:advogad[oa]|policial|juiz\w*|direito"
        r"|delegad[oa])\b|\b(?:filme|serie|novela|fantasia|uniforme) de (?:advogad\w+|polici\w+"
        r"|tribunal)\b|\b(?:processo|processar|denuncio|denunciar|policia|cadeia|crime|ilegal"
        r"|prender)\b[^.!?;]{0,18}\b(?:por (?:roubar|ser|tanta|excesso)|roubar meu coracao"
        r"|ser tao|tao linda)\b|\b(?:reembolso|estorno) d[oae] (?:meu |minha |minhas )?(?:voo"
        r"|passagem|viagem|hotel|imposto|ingresso)\b|\bpolicia (?:fechou|parou|bloqueou)\b"
        r"|\badvogad[oa] (?:e (?:gente|legal|engracad\w|casad\w|meu)|casou|torce|favorit\w)\b"
        r"|\bprocesso (?:seletivo|criativo|de mudanca)\b|\bdevolver (?:esse |o |teu "
        r"|seu )?(?:beijo|favor|abraco)\b",
    ),
    **NO_REFUND_DE_FR_IT,
}

REFUND_LEGAL: dict[str, tuple[str, ...]] = {
    "en": (
        r"\brefun+d(?:s|ed|ing|able)?\b|\bre fund\b|\bcharge ?backs?\b|\bcharge it back\b"
        r"|\b(?:want|need|get|give|send|gimme|where(?:s| is)|demand|have|return"
        r"|expect)(?: me)?(?: back)? (?:all |every (?:cent|penny|dollar) )?(?:of )?(?:my"
        r"|the) (?:\w+ )?(?:money|cash|dollars|\$ ?\d+|\d+ ?\$?)(?: \w+)? back\b|\b(?:my"
        r"|the) money back\b|\bmoney ?back\b(?! guarantee of)|\breimburs\w+\b|\b(?:give|send"
        r"|pay) me back\b",
        r"\b(?:disput(?:e|ed|ing)|contest(?:ed|ing)?|revers(?:e|ed|ing)|block(?:ed|ing)?"
        r"|stop) (?:\w+ ){0,3}?(?:charges?|payments?|transactions?|purchase|it with my bank)\b"
        r"|\b(?:call|called|calling|contact|contacting|contacted|tell|told|telling|talking to"
        r"|going to|ring|rang|phoned?) (?:\w+ )?(?:my )?(?:bank|credit card company"
        r"|card company|visa|mastercard|paypal|amex)\b|\bmy bank (?:will|is|said|says|can"
        r"|about this)\b(?=.*(?:disput|fraud|charge|reverse|claim))|\bfile (?:a )?(?:dispute"
        r"|claim|complaint)\b|\bfil(?:e|ed|ing) (?:a |an )?(?:dispute|claim|complaint"
        r"|chargeback|police report|report|lawsuit|suit|case)\b",
        r"\b(?:my|a|our|an|the|her|get|call|calling|hire|hiring|hired|contact|contacting"
        r"|spoke to|talking to|consult\w*) (?:\w+ )?(?:lawyers?|attorneys?|solicitors?"
        r"|barristers?|legal team|legal counsel)\b|\blegal (?:action|advice|steps|proceedings"
        r"|rights|notice|department|consequences|matter)\b|\b(?:ill|im|i will|gonna|going to"
        r"|will|i could|can|to|should|could|be|being|am|were|id) (?:\w+ )?(?:sue|suing)(?: you"
        r"| u| the| this| fanvue| for|$|[,.!])|\bsuing (?:you|u|the|fanvue|this|for)\b"
        r"|\bsue (?:you|ur|your) (?:ass|for|all)?\b|\blaw ?suit\b|\b(?:see|take|taking) (?:you"
        r"|u) (?:in|to) court\b|\bsmall claims\b|\bclass action\b|\bcease and desist\b"
        r"|\bsubpoena\b|\bin court\b(?! (?:today|shoes))|\bpress(?:ing)? charges\b"
        r"|\bbreach of contract\b|\bfalse advertising\b|\bconsumer (?:protection|rights"
        r"|affairs)\b",
        r"\b(?:call|calling|called|tell|telling|contact\w*|go|going|went|report\w*|gone|involve"
        r"|to|via)(?: \w+){0,5}? (?:to )?(?:the |my local )?(?:police|cops|fbi|authorities|ic3"
        r"|ftc|law enforcement|action fraud|trading standards|bbb|better business bureau"
        r"|interpol|attorney general)\b|\b(?:police|cops|fbi) (?:will|know|are|have been"
        r"|involved|report)\b(?=.*(?:you|this|report|scam|money))|\breport(?:ed|ing)? (?:you|u"
        r"|this|your|ur|the) (?:\w+ ){0,3}?(?:for|to|as|account|profile|page|scam|fraud"
        r"|$)\b(?! (?:me))|\breport(?:ed|ing)? (?:you|u|this)(?= ?(?:$|[,.!]))",
        r"\b(?:this|its|thats|you|ur|youre|u|such|what|a|fucking|total|thats a"
        r"|is) (?:\w+ ){0,3}?(?:scam+(?:er|ers|ming|med|s)?|fraud(?:ulent|ster)?|rip ?off"
        r"|con artist|thief|thieves|swindl\w+)\b(?! (?:of the century lol|alert at|awareness))"
        r"|\b(?:got|been|was|feel|being) (?:\w+ )?(?:scammed|ripped off|defrauded|robbed by you"
        r"|conned|swindled)\b|\bscammed me\b|\bstole my money\b",
        r"\bgdpr\b|\bccpa\b|\bdata (?:protection|subject|request|deletion|privacy request"
        r"|breach)\b|\bright to (?:be forgotten|erasure|access)\b|\b(?:delete|erase|remove"
        r"|wipe) (?:all )?(?:of )?my (?:personal |private )?(?:data|information|info|records)\b"
        r"|\b(?:copy of|what|all|access to) (?:\w+ )?(?:my )?(?:personal "
        r")?data (?:do )?you (?:have|hold|store|keep)\b|\bprivacy (?:law|laws|violation|rights"
        r"|complaint)\b|\bunder (?:the )?(?:\w+ )?(?:law|act)\b|\b(?:thats|this is|it is"
        r"|its) (?:illegal|against the law|unlawful)\b|\bterms of service violation\b"
        r"|\b(?:unauthori[sz]ed|fraudulent|without my (?:consent|permission)) (?:charges?"
        r"|payments?|transactions?)\b|\bdidnt (?:authori[sz]e|approve|consent to) (?:this|that"
        r"|the|any)\b",
    ),
    "es": (
        r"\breem?b+ols\w+|\bre ?embolso\b|\breintegr(?:o|ar|en|eme|enme)\b|\b(?:devol(?:ucion"
        r"|ver\w*|veis|vedme|vuelvan?|viera\w*)|devuelv\w+|regres\w+"
        r"|retorn\w+)(?: \w+){0,4}? (?:dinero|plata|pasta|pago|cobro|lana|guita|euros|pesos"
        r"|dolares|importe|compra|feria|lo que pague)\b|\b(?:dinero|plata|pasta|lana"
        r"|guita) de (?:vuelta|regreso)\b|\bdevuelv\w+ (?:el |mi |lo )(?:dinero|mio|que)\b"
        r"|\bdevuelvanmelo\b|\bpolitica de devolucion\w*\b|\b(?:quiero|pido|exijo|hay|hacen?"
        r"|solicit\w+) (?:\w+ )?devoluci\w+",
        r"\b(?:disput\w+|reclam\w+|impugn\w+|anul\w+|revert\w+|desconoc\w+"
        r"|rechaz\w+) (?:\w+ ){0,3}?(?:cargos?|cobros?|pagos?|compra|transaccion|al banco"
        r"|a mi banco|al consumidor|por estafa|dinero)\b|\bcontracargo\b|\b(?:llam\w+|habl\w+"
        r"|avis\w+|contact\w+) (?:\w+ )?(?:a |al |con )?(?:mi |el )?banco\b"
        r"|\bhoja de reclamacion\w*\b|\boficina (?:del|de) consumidor\b|\bprofeco\b|\bfacua\b"
        r"|\bocu\b",
        r"\b(?:mi|un|el|mis|con|hablar\w* con|nuestro|de|contrat\w+) (?:\w+ )?abogad[oa]s?\b"
        r"|\b(?:demand(?:ar\w*|o|are|arlos|arte|a judicial)|querella|juicio|juzgado|tribunal\w*"
        r"|acciones? (?:legal\w*|judicial\w*)|via legal|por lo legal|medidas legales"
        r"|burofax)\b(?! (?:final de mi))|\bllevar\w* a (?:juicio|los tribunales)\b",
        r"\b(?:te|los|la|lo|voy a|os|vamos a|pienso|poner\w*|puse|pondre|esto|una"
        r"|interpon\w+) (?:\w+ ){0,2}?(?:denunci\w+)\b|\bdenunci(?:are|arte|arlos|aros|ar esto"
        r"|o esto|ado)\b|\b(?:voy|ire|ir|llam\w+|avis\w+|acudir\w*|acud\w+|hablar"
        r"|llevar\w*) (?:\w+ ){0,3}?(?:a |con |en )?(?:la |los )?(?:policia|guardia civil"
        r"|ciberpolicia|fiscalia|comisaria|autoridades|mossos)\b|\b(?:voy a|te voy a|los voy a"
        r"|te|os|los) report(?:ar\w*|o|e)\b",
        r"\b(?:esto es|es|son|eres|que|sois|una|un|puro|pura|vaya"
        r"|puta) (?:\w+ ){0,2}?(?:estaf\w+|timo|timador\w*|fraude|fraudulent\w+|ladron\w*|robo"
        r"|tranza)\b|\b(?:me|nos) (?:\w+ )?(?:estaf\w+|robaron|timaron|timado|estafado"
        r"|robado (?:el|mi)|tim[oa]ste|robaste (?:el dinero|mi plata|dinero))\b",
        r"\b(?:rgpd|lopd\w*|proteccion de datos|derecho al olvido|derechos? arco)\b"
        r"|\b(?:borr\w+|elimin\w+|suprim\w+) (?:\w+ ){0,3}?mis datos\b|\b(?:segun|por|contra"
        r"|va contra) (?:la|mi) ley\b|\b(?:esto|es) (?:es )?ilegal\b"
        r"|\bcargos? (?:no autorizad\w|fraudulent\w|indebid\w)\b|\bno autorice\b"
        r"|\bmis derechos (?:como|de) consumidor\b",
    ),
    "pt": (
        r"\breembo?ls\w+|\breenbols\w+|\bestorn\w+|\b(?:devolv\w+|devolucao|devolu\w+"
        r"|restitu\w+)(?: \w+){0,4}? (?:dinheiro|grana|pagamento|valor|reais|euros|compra"
        r"|que (?:eu )?paguei|pix|guito|massa)\b|\b(?:dinheiro|grana|valor|pix"
        r"|guito) de volta\b|\b(?:quero|exijo|cade|me da|me de) (?:\w+ )?(?:a )?devolucao\b"
        r"|\bpolitica de devolucao\b|\bressarc\w+",
        r"\b(?:contest\w+|reclam\w+|disput\w+|revert\w+|cancel\w+) (?:\w+ ){0,3}?(?:cobranca"
        r"|pagamento|compra|transacao|cartao|banco|procon|fatura|no reclame|valor|pix)\b"
        r"|\bchargeback\b|\bprocon\b|\breclame ?aqui\b|\b(?:lig\w+|fal\w+|acion\w+"
        r"|avis\w+) (?:\w+ )?(?:pro|pra|com|o|ao|para o|no) (?:meu )?banco\b"
        r"|\blivro de reclamac\w+\b|\b(?:direitos?|codigo de defesa) do consumidor\b|\bdeco\b",
        r"\b(?:meu|um|minha|uma|com|o|a|do|falar com|nosso|contrat\w+"
        r"|pro) (?:\w+ )?advogad[oa]s?\b|\b(?:vou|vo|te|ia|posso|vamos|quero|irei"
        r"|eu) (?:\w+ )?(?:te |vos |voces )?process(?:ar\w*|o)\b(?! (?:isso tudo|tudo isso"
        r"|a ideia|essa informacao))|\b(?:processo|acao|medidas?|providencias?"
        r"|vias?) (?:judicial|legal|legais|judiciais|na justica|cabiveis)\b|\b(?:na|a"
        r"|pela) justica\b|\btribunal\b|\bpequenas causas\b|\bjuizado\b",
        r"\b(?:vou|te|vo|voces|isso|eu|posso|pra|abrir|fiz|fazer) (?:\w+ ){0,2}?denunci\w+\b"
        r"|\bdenunci(?:ar|o|ei) (?:\w+ )?(?:voce|vc|isso|a policia|esse|na|pra)\b|\b(?:vou|ir"
        r"|irei|lig\w+|cham\w+|fui|procur\w+|avis\w+|acion\w+) (?:\w+ ){0,4}?(?:na|a|pra"
        r"|policia|delegacia|no) ?(?:policia|delegacia|ministerio publico|pj|gnr|psp"
        r"|policia federal|civil)?\b(?<=policia|elegaci)|\b(?:policia|delegacia) (?:civil"
        r"|federal|virtual)\b|\b(?:na|da|pra|pela|a|com a|chamar a) (?:policia"
        r"|delegacia)\b(?! (?:fechou|parou))|\bboletim de ocorrencia\b|\bvou (?:te )?reportar\b"
        r"|\bfazer (?:um )?bo\b|\bqueixa (?:na|a|crime)\b|\bapresentar queixa\b",
        r"\b(?:isso e|isto e|e|que|um|uma|puro|voce e|vc e|sao|so) (?:\w+ ){0,2}?(?:golp(?:e"
        r"|ista|istas)|fraude|burla|estelionat\w+|ladra(?:o|es)?|roubo|enganacao|vigaric\w+"
        r"|171)\b(?! (?:de sorte|de mestre|de vista|de estado))|\b(?:fui|me"
        r"|cai) (?:\w+ )?(?:enganad[oa]|roubad[oa]|burlad[oa]|lesad[oa]|roubou (?:o|meu)"
        r"|roubaram|num golpe|em golpe|no golpe|passaram a perna|burlaram)\b",
        r"\b(?:lgpd|rgpd|protecao de dados|direito ao esquecimento)\b|\b(?:apag\w+|delet\w+"
        r"|exclu\w+|elimin\w+) (?:\w+ ){0,3}?meus dados\b|\b(?:isso|isto) e ilegal\b"
        r"|\bcontra a lei\b|\b(?:segundo|pela|com base n) a? ?lei\b|\bcobranca (?:indevida"
        r"|nao autorizada|fraudulenta)\b|\bnao autorizei\b|\bmeus direitos\b",
    ),
    **REFUND_LEGAL_DE_FR_IT,
}
