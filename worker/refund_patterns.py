"""
Refunds, disputes, police, lawyers, data protection, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
Asking how refunds work counts: a person answers that. Payment trouble that asks for no money back is
worker/urgent_patterns.py's. `NO_REFUND` is blanked out first.
"""

from __future__ import annotations

NO_REFUND: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:tax|flight|airline|amazon|ticket|hotel|landlord|deposit|vacation|uber|steam|shipping) refunds?\b|\brefund"
        r" (?:of|for|from|on) (?:my|the|a) (?:\w+ )?(?:flight|ticket|trip|hotel|tax(?:es)?|shoes|phone|order|jacket|amazon"
        r"|deposit|rent|airbnb|concert)\b|\b(?:got )?(?:a|my) refund from (?!you|u\b)|\brefund came through\b",
        r"\b(?:i am|im|as|am|be|became|being|studying to be|work as|works? (?:at|for|with)|my (?:\w+ )?(?:friend|brother|sister"
        r"|dad|mom|uncle|wife|ex|neighbou?r|cousin|buddy) (?:is|was|works|becoming)) (?:\w+ ){0,3}(?:lawyer|attorney|cop|police\w*"
        r"|paralegal|judge|solicitor|detective|law|fraud)\b|\b(?:lawyer|attorney|police|cop) (?:friend|show|series|movie|drama|jokes?"
        r"|uniform|costume|outfit|roleplay|car|academy|station is|scanner|officer costume|makes|told me a joke)\b|\b(?:lawyer|attorney)s? (?:got|is|was|just) (?:married|divorced|funny|engaged)\b|\b(?:sexy|hot|naughty|play"
        r"|fashion|grammar) (?:cop|police|lawyer|judge)\b|\blaw (?:and order|school|of attraction|student|firm party)\b|\b(?:better call saul"
        r"|judge judy|suits)\b",
        r"\b(?:tennis|basketball|food|supreme|squash) court\b|\bsue (?:anyone|me|you) (?:for|if|who) (?:stealing|being|loving|my heart|that|steals?)"
        r"\b|\bsue (?:anyone|everyone) who\b|\b(?:so sue me|arrest me|call the (?:cops|police)[^.!?;]{0,12}(?:hot|sexy|stole|illegal|criminal))\b"
        r"|\b(?:illegal|criminal|crime) (?:to be|how|that|levels?)\b|\breport (?:card|cards|to work|due|for work|back)\b|\bdispute (?:with"
        r" (?:my|the) (?:neighbou?r|landlord|ex|boss|wife)|over who)\b|\b(?:dog|cat) is a scam\w*\b|\bpolice (?:closed|blocked|stopped me"
        r"|pulled me)\b|\bthe police (?:band|reunion|song|concert)\b",
    ),
    "es": (
        r"\b(?:soy|mi (?:amig[oa]|herman[oa]|ex|padre|prim[oa]|ti[oa]) (?:es|era)|trabajo (?:de|como)|estudio para) (?:un |una )?(?:abogad[oa]|policia|juez"
        r"|derecho|fiscal)\b|\b(?:peli\w*|serie|novela|disfraz|uniforme|despacho) de (?:\w+ )?(?:abogad\w+|policia\w*|juici\w+)\b|\b(?:denuncio|demandar|demando"
        r"|denunciar|policia|carcel|delito|ilegal)\b[^.!?;]{0,15}\b(?:por (?:ser|robar|guapa|hermosa|bella|tan)|robar(?:me)? el corazon|ser tan)\b"
        r"|\b(?:reembolso|devolucion) (?:de|del) (?:mi |el |la |los )?(?:vuelo|viaje|hotel|hacienda|impuestos|renta|zapatos|billete)\b|\bpolicia (?:cort|cerr|par)\w+|\bpolicia (?:local|nacional)? ?a por\b",
        r"\babogad[oa]s? (?:favorit\w|se (?:caso|separo)|es (?:mi|un amigo|simpatic\w|majo))\b|\bdevolv\w+ (?:el |un |ese |los )?(?:beso|favor|abrazo|golpe|llamada|saludo|la sonrisa|la llamada)s?\b|\bte devuelvo el (?:beso|favor)\b",
    ),
    "pt": (
        r"\b(?:sou|meu (?:amigo|irmao|pai|primo|tio|ex) e|minha (?:amiga|irma|mae|prima) e|trabalho como|estudo) (?:um |uma )?(?:advogad[oa]|policial|juiz\w*|direito"
        r"|delegad[oa])\b|\b(?:filme|serie|novela|fantasia|uniforme) de (?:advogad\w+|polici\w+|tribunal)\b|\b(?:processo|processar|denuncio|denunciar|policia|cadeia|crime"
        r"|ilegal|prender)\b[^.!?;]{0,18}\b(?:por (?:roubar|ser|tanta|excesso)|roubar meu coracao|ser tao|tao linda)\b|\b(?:reembolso|estorno) d[oae] (?:meu |minha |minhas"
        r" )?(?:voo|passagem|viagem|hotel|imposto|ingresso)\b|\bpolicia (?:fechou|parou|bloqueou)\b|\badvogad[oa] (?:e (?:gente|legal|engracad\w|casad\w|meu)|casou|torce|favorit\w)\b|\bprocesso (?:seletivo|criativo|de mudanca)\b|\bdevolver (?:esse |o |teu |seu"
        r" )?(?:beijo|favor|abraco)\b",
    ),
    "de": (
        r"\b(?:bin|arbeite als|werde|mein (?:bruder|freund|vater|kumpel|onkel) ist|meine (?:schwester|freundin|mutter|ex) ist) (?:\w+ )?(?:anwalt|anwaltin|polizist\w*|richter\w*"
        r"|jurist\w*|bei der polizei|staatsanwalt\w*)\b|\b(?:anwalts?|polizei|gerichts?)(?:serie|film|show|uniform|kostum|ruf 110)\b|\bpolizei (?:hat|sperrt|stand|war)\b(?! (?:dich"
        r"|euch|sie))|\b(?:anzeig\w*|verklag\w*|verhaft\w*|polizei|verboten)\b[^.!?;]{0,25}\b(?:herz|schon|hubsch|suss|heiss|sexy)\b|\b(?:herz|zu schon)[^.!?;]{0,20}\b(?:anzeig\w*"
        r"|verklag\w*)\b|\b(?:gericht|gerichte) (?:kochen|schmeckt|aus|des tages|mit)\b|\bleckeres gericht\b|\banwalt (?:hat geheiratet|ist (?:nett|lustig|verheiratet)|feiert)\b|\b(?:steuer|flug|bahn|ticket|kautions?)(?:ruck)?erstattung\b"
        r"|\bgeld zuruck (?:von (?:der|dem) (?:steuer|bahn|finanzamt))\b",
    ),
    "fr": (
        r"\b(?:suis|je bosse comme|mon (?:frere|pote|pere|ami|oncle|ex) est|ma (?:soeur|mere|copine|amie) est|etudie) (?:\w+ )?(?:avocate?|flic|policiere?|juge|gendarme|le droit|juriste"
        r"|commissaire)\b|\b(?:film|serie|uniforme|costume|deguisement) d ?e? ?(?:\w+ )?(?:avocate?s?|flics?|police|policier\w*|policiere)\b|\bserie davocats?\b|\bavocats? (?:prefere|mur"
        r"|crevettes|toast|est|pas mur)\b|\btoast a lavocat\b|\b(?:plainte|police|arrete\w*|prison|illegal|interdit|proces)\b[^.!?;]{0,30}\b(?:trop (?:belle|bonne|sexy|canon)|si belle|vole"
        r" mon coeur)\b|\bpolice (?:a (?:bloque|ferme|arrete la)|decriture|dassurance|de caracteres)\b|\bse plaind\w+\b|\b(?:rembours\w+|remboursement) (?:de |d |du |par )(?:mon |la |le"
        r" |les )?(?:billet|vol|train|impots|secu|mutuelle|voyage|hotel)\b|\brend(?:s|re|rai) (?:\w+ )?(?:bisou|sourire|visite|fou)\b",
    ),
    "it": (
        r"\b(?:sono|faccio|mio (?:fratello|amico|padre|zio|ex) e|mia (?:sorella|amica|madre) e|studio da) (?:un |una |l)?(?:avvocat\w+|poliziott\w+|giudice|carabiniere|legge|giurisprudenza"
        r"|magistrato|lavvocato)\b|\b(?:film|serie|divisa|costume|libro) (?:di|da|sugli|sui) (?:avvocat\w+|polizi\w+|carabinieri|poliziott\w+)\b|\bavvocato (?:tifa|e simpatico|e sposato|si e"
        r" sposato|divorzista in tv)\b|\b(?:denunci\w+|polizia|arrest\w+|illegale|reato|carcere)\b[^.!?;]{0,25}\b(?:cuore|troppo bell\w|cosi bell\w|bellezza|sexy)\b|\bpolizia (?:ha (?:chiuso"
        r"|bloccato|fermato)|stradale mi)\b|\brimborso (?:del|della|delle|dal|dei) (?:volo|treno|tasse|730|viaggio|biglietto|hotel|irpef|benzina)\b|\bi soldi della benzina\b",
    ),
}

REFUND_LEGAL: dict[str, tuple[str, ...]] = {
    "en": (
        r"\brefun+d(?:s|ed|ing|able)?\b|\bre fund\b|\bcharge ?backs?\b|\bcharge it back\b|\b(?:want|need|get|give|send|gimme|where(?:s| is)|demand|have|return|expect)(?: me)?(?: back)? (?:all |every (?:cent|penny|dollar) )?(?:of )?(?:my"
        r"|the) (?:\w+ )?(?:money|cash|dollars|\$ ?\d+|\d+ ?\$?)(?: \w+)? back\b|\b(?:my|the) money back\b|\bmoney ?back\b(?! guarantee of)|\breimburs\w+\b|\b(?:give|send|pay) me back\b",
        r"\b(?:disput(?:e|ed|ing)|contest(?:ed|ing)?|revers(?:e|ed|ing)|block(?:ed|ing)?|stop) (?:\w+ ){0,3}?(?:charges?|payments?|transactions?|purchase|it with my bank)\b|\b(?:call|called|calling|contact|contacting|contacted|tell|told|telling|talking to"
        r"|going to|ring|rang|phoned?) (?:\w+ )?(?:my )?(?:bank|credit card company|card company|visa|mastercard|paypal|amex)\b|\bmy bank (?:will|is|said|says|can|about this)\b(?=.*(?:disput|fraud|charge|reverse|claim))|\bfile (?:a )?(?:dispute|claim|complaint)\b"
        r"|\bfil(?:e|ed|ing) (?:a |an )?(?:dispute|claim|complaint|chargeback|police report|report|lawsuit|suit|case)\b",
        r"\b(?:my|a|our|an|the|her|get|call|calling|hire|hiring|hired|contact|contacting|spoke to|talking to|consult\w*) (?:\w+ )?(?:lawyers?|attorneys?|solicitors?|barristers?|legal team|legal counsel)\b|\blegal (?:action|advice|steps|proceedings|rights|notice|department"
        r"|consequences|matter)\b|\b(?:ill|im|i will|gonna|going to|will|i could|can|to|should|could|be|being|am|were|id) (?:\w+ )?(?:sue|suing)(?: you| u| the| this| fanvue| for|$|[,.!])|\bsuing (?:you|u|the|fanvue|this|for)\b|\bsue (?:you|ur|your) (?:ass|for|all)?\b|\blaw ?suit\b"
        r"|\b(?:see|take|taking) (?:you|u) (?:in|to) court\b|\bsmall claims\b|\bclass action\b|\bcease and desist\b|\bsubpoena\b|\bin court\b(?! (?:today|shoes))|\bpress(?:ing)? charges\b|\bbreach of contract\b|\bfalse advertising\b|\bconsumer (?:protection|rights|affairs)\b",
        r"\b(?:call|calling|called|tell|telling|contact\w*|go|going|went|report\w*|gone|involve|to|via)(?: \w+){0,5}? (?:to )?(?:the |my local )?(?:police|cops|fbi|authorities|ic3|ftc|law enforcement|action fraud|trading standards|bbb|better business bureau|interpol|attorney general)\b"
        r"|\b(?:police|cops|fbi) (?:will|know|are|have been|involved|report)\b(?=.*(?:you|this|report|scam|money))|\breport(?:ed|ing)? (?:you|u|this|your|ur|the) (?:\w+ ){0,3}?(?:for|to|as|account|profile|page|scam|fraud|$)\b(?! (?:me))|\breport(?:ed|ing)? (?:you|u|this)(?= ?(?:$|[,.!]))",
        r"\b(?:this|its|thats|you|ur|youre|u|such|what|a|fucking|total|thats a|is) (?:\w+ ){0,3}?(?:scam+(?:er|ers|ming|med|s)?|fraud(?:ulent|ster)?|rip ?off|con artist|thief|thieves|swindl\w+)\b(?! (?:of the century lol|alert at|awareness))|\b(?:got|been|was|feel|being) (?:\w+ )?(?:scammed|ripped off"
        r"|defrauded|robbed by you|conned|swindled)\b|\bscammed me\b|\bstole my money\b",
        r"\bgdpr\b|\bccpa\b|\bdata (?:protection|subject|request|deletion|privacy request|breach)\b|\bright to (?:be forgotten|erasure|access)\b|\b(?:delete|erase|remove|wipe) (?:all )?(?:of )?my (?:personal |private )?(?:data|information|info|records)\b|\b(?:copy of|what|all|access to) (?:\w+ )?(?:my )?(?:personal )?data"
        r" (?:do )?you (?:have|hold|store|keep)\b|\bprivacy (?:law|laws|violation|rights|complaint)\b|\bunder (?:the )?(?:\w+ )?(?:law|act)\b|\b(?:thats|this is|it is|its) (?:illegal|against the law|unlawful)\b|\bterms of service violation\b|\b(?:unauthori[sz]ed|fraudulent|without my (?:consent|permission)) (?:charges?"
        r"|payments?|transactions?)\b|\bdidnt (?:authori[sz]e|approve|consent to) (?:this|that|the|any)\b",
    ),
    "es": (
        r"\breem?b+ols\w+|\bre ?embolso\b|\breintegr(?:o|ar|en|eme|enme)\b|\b(?:devol(?:ucion|ver\w*|veis|vedme|vuelvan?|viera\w*)|devuelv\w+|regres\w+|retorn\w+)(?: \w+){0,4}? (?:dinero|plata|pasta|pago|cobro|lana|guita|euros|pesos|dolares|importe|compra|feria|lo que pague)\b|\b(?:dinero|plata|pasta|lana|guita) de"
        r" (?:vuelta|regreso)\b|\bdevuelv\w+ (?:el |mi |lo )(?:dinero|mio|que)\b|\bdevuelvanmelo\b|\bpolitica de devolucion\w*\b|\b(?:quiero|pido|exijo|hay|hacen?|solicit\w+) (?:\w+ )?devoluci\w+",
        r"\b(?:disput\w+|reclam\w+|impugn\w+|anul\w+|revert\w+|desconoc\w+|rechaz\w+) (?:\w+ ){0,3}?(?:cargos?|cobros?|pagos?|compra|transaccion|al banco|a mi banco|al consumidor|por estafa|dinero)\b|\bcontracargo\b|\b(?:llam\w+|habl\w+|avis\w+|contact\w+) (?:\w+ )?(?:a |al |con )?(?:mi |el )?banco\b|\bhoja de reclamacion\w*\b|\boficina"
        r" (?:del|de) consumidor\b|\bprofeco\b|\bfacua\b|\bocu\b",
        r"\b(?:mi|un|el|mis|con|hablar\w* con|nuestro|de|contrat\w+) (?:\w+ )?abogad[oa]s?\b|\b(?:demand(?:ar\w*|o|are|arlos|arte|a judicial)|querella|juicio|juzgado|tribunal\w*|acciones? (?:legal\w*|judicial\w*)|via legal|por lo legal|medidas legales|burofax)\b(?! (?:final de mi))|\bllevar\w* a (?:juicio|los tribunales)\b",
        r"\b(?:te|los|la|lo|voy a|os|vamos a|pienso|poner\w*|puse|pondre|esto|una|interpon\w+) (?:\w+ ){0,2}?(?:denunci\w+)\b|\bdenunci(?:are|arte|arlos|aros|ar esto|o esto|ado)\b|\b(?:voy|ire|ir|llam\w+|avis\w+|acudir\w*|acud\w+|hablar|llevar\w*) (?:\w+ ){0,3}?(?:a |con |en )?(?:la |los )?(?:policia|guardia civil|ciberpolicia|fiscalia"
        r"|comisaria|autoridades|mossos)\b|\b(?:voy a|te voy a|los voy a|te|os|los) report(?:ar\w*|o|e)\b",
        r"\b(?:esto es|es|son|eres|que|sois|una|un|puro|pura|vaya|puta) (?:\w+ ){0,2}?(?:estaf\w+|timo|timador\w*|fraude|fraudulent\w+|ladron\w*|robo|tranza)\b|\b(?:me|nos) (?:\w+ )?(?:estaf\w+|robaron|timaron|timado|estafado|robado (?:el|mi)|tim[oa]ste|robaste (?:el dinero|mi plata|dinero))\b",
        r"\b(?:rgpd|lopd\w*|proteccion de datos|derecho al olvido|derechos? arco)\b|\b(?:borr\w+|elimin\w+|suprim\w+) (?:\w+ ){0,3}?mis datos\b|\b(?:segun|por|contra|va contra) (?:la|mi) ley\b|\b(?:esto|es) (?:es )?ilegal\b|\bcargos? (?:no autorizad\w|fraudulent\w|indebid\w)\b|\bno autorice\b|\bmis derechos (?:como|de) consumidor\b",
    ),
    "pt": (
        r"\breembo?ls\w+|\breenbols\w+|\bestorn\w+|\b(?:devolv\w+|devolucao|devolu\w+|restitu\w+)(?: \w+){0,4}? (?:dinheiro|grana|pagamento|valor|reais|euros|compra|que (?:eu )?paguei|pix|guito|massa)\b|\b(?:dinheiro|grana|valor|pix|guito) de volta\b|\b(?:quero|exijo|cade|me da|me de) (?:\w+ )?(?:a )?devolucao\b|\bpolitica de devolucao\b|\bressarc\w+",
        r"\b(?:contest\w+|reclam\w+|disput\w+|revert\w+|cancel\w+) (?:\w+ ){0,3}?(?:cobranca|pagamento|compra|transacao|cartao|banco|procon|fatura|no reclame|valor|pix)\b|\bchargeback\b|\bprocon\b|\breclame ?aqui\b|\b(?:lig\w+|fal\w+|acion\w+|avis\w+) (?:\w+ )?(?:pro|pra|com|o|ao|para o|no) (?:meu )?banco\b|\blivro de reclamac\w+\b|\b(?:direitos?|codigo de defesa) do consumidor\b|\bdeco\b",
        r"\b(?:meu|um|minha|uma|com|o|a|do|falar com|nosso|contrat\w+|pro) (?:\w+ )?advogad[oa]s?\b|\b(?:vou|vo|te|ia|posso|vamos|quero|irei|eu) (?:\w+ )?(?:te |vos |voces )?process(?:ar\w*|o)\b(?! (?:isso tudo|tudo isso|a ideia|essa informacao))|\b(?:processo|acao|medidas?|providencias?|vias?) (?:judicial|legal|legais|judiciais|na justica|cabiveis)\b|\b(?:na|a|pela) justica\b|\btribunal\b|\bpequenas causas\b|\bjuizado\b",
        r"\b(?:vou|te|vo|voces|isso|eu|posso|pra|abrir|fiz|fazer) (?:\w+ ){0,2}?denunci\w+\b|\bdenunci(?:ar|o|ei) (?:\w+ )?(?:voce|vc|isso|a policia|esse|na|pra)\b|\b(?:vou|ir|irei|lig\w+|cham\w+|fui|procur\w+|avis\w+|acion\w+) (?:\w+ ){0,4}?(?:na|a|pra|policia|delegacia|no) ?(?:policia|delegacia|ministerio publico|pj|gnr|psp|policia federal|civil)?\b(?<=policia|elegaci)|\b(?:policia|delegacia) (?:civil|federal|virtual)"
        r"\b|\b(?:na|da|pra|pela|a|com a|chamar a) (?:policia|delegacia)\b(?! (?:fechou|parou))|\bboletim de ocorrencia\b|\bvou (?:te )?reportar\b|\bfazer (?:um )?bo\b|\bqueixa (?:na|a|crime)\b|\bapresentar queixa\b",
        r"\b(?:isso e|isto e|e|que|um|uma|puro|voce e|vc e|sao|so) (?:\w+ ){0,2}?(?:golp(?:e|ista|istas)|fraude|burla|estelionat\w+|ladra(?:o|es)?|roubo|enganacao|vigaric\w+|171)\b(?! (?:de sorte|de mestre|de vista|de estado))|\b(?:fui|me|cai) (?:\w+ )?(?:enganad[oa]|roubad[oa]|burlad[oa]|lesad[oa]|roubou (?:o|meu)|roubaram|num golpe|em golpe|no golpe|passaram a perna|burlaram)\b",
        r"\b(?:lgpd|rgpd|protecao de dados|direito ao esquecimento)\b|\b(?:apag\w+|delet\w+|exclu\w+|elimin\w+) (?:\w+ ){0,3}?meus dados\b|\b(?:isso|isto) e ilegal\b|\bcontra a lei\b|\b(?:segundo|pela|com base n) a? ?lei\b|\bcobranca (?:indevida|nao autorizada|fraudulenta)\b|\bnao autorizei\b|\bmeus direitos\b",
    ),
    "de": (
        r"\b(?:geld|kohle|betrag|euro|zahlung|knete) (?:\w+ ){0,3}?(?:zuruck|wieder ?haben|zuruckhaben|zuruckgeben|zuruckfordern|zuruckzahlen|zuruckholen|wieder zuruck)\b|\b(?:zuruck|wieder) (?:\w+ )?(?:mein )?(?:geld|kohle)\b|\bruck ?erst\w+|\berstatt(?:ung|en|et)\b|\bzuruck(?:erstatt\w*|zahl\w*|buch\w*|fordern|geholt|gebucht|buchen)\b|\bruck(?:buch\w*|zahl\w*|last\w*)\b|\brefund\w*\b|\bchargeback\b|\bwiderruf(?:en|srecht|e)?\b(?! deine)|\bzuruckbuchen\b",
        r"\b(?:zahlung|abbuchung|buchung|lastschrift|kauf) (?:\w+ ){0,2}?(?:anfecht\w*|reklamier\w*|widersprech\w*|stornier\w*|beanstand\w*|sperr\w*|zuruck\w*)\b|\b(?:bank|kreditkartenfirma|paypal) (?:\w+ )?(?:angerufen|anrufen|einschalten|kontaktier\w*|informier\w*|melden|sperren|holt)\b|\b(?:ruf\w*|kontaktier\w*|sprech\w*|meld\w*) (?:\w+ ){0,3}?(?:meine[r]? bank|die bank|der bank|verbraucherschutz\w*|verbraucherzentrale)\b|\bverbraucher(?:schutz|zentrale|rechte)\b",
        r"\b(?:mein|meine|meinem|meinen|ein|einen|zum|den|ner|unser\w*|vom) (?:\w+ )?(?:rechts)?(?:anwalt|anwaltin|anwalte|rechtsschutz\w*)\b|\brechtsanwalt\b|\b(?:verklag\w*|klag\w* (?:ich )?(?:dich|sie|euch)|klage (?:einreichen|erheben|ein)|vor gericht|gerichtlich\w*|rechtliche\w* (?:schritte|konsequenzen|folgen|mittel)|juristisch\w*|mahnung|mahnbescheid|abmahn\w*|strafanzeige|strafbar|rechtswidrig|gesetzwidrig|illegal|rechtsweg)\b",
        r"\b(?:zeig\w*|anzeig\w*|erstatt\w*) (?:ich )?(?:dich|sie|euch|das|den|ihn) (?:\w+ ){0,4}?an(?:zeigen)?\b|\banzeige (?:erstatt\w*|ist raus|geht raus|gegen|bei|wegen|machen)\b|\bich (?:werde |will )?(?:\w+ )?(?:anzeig\w*|erstatte anzeige)\b|\b(?:dich|euch|sie) (?:\w+ )?(?:anzeigen|melden|angezeigt|gemeldet)\b|\b(?:zur|bei der|die|der|polizei) (?:polizei|kripo|staatsanwaltschaft|cyberkriminal\w*)\b|\b(?:geh\w*|ruf\w*|meld\w*) (?:\w+ ){0,4}?polizei\b|\bpolizei (?:rufen|anrufen|einschalten|melden|informier\w*|gehen)\b",
        r"\bbetr(?:ug|ugen|uger\w*|ogen)\b|\babzock\w*|\b(?:wurde|bin|hast|habt|werde) (?:\w+ ){0,3}?(?:betrogen|abgezockt|verarscht worden|uber den tisch|reingelegt|bestohlen)\b|\bscam(?:mer)?\b|\bverarsche\b",
        r"\b(?:dsgvo|datenschutz\w*|recht auf vergessen\w*|datenauskunft|auskunft nach)\b|\b(?:meine )?daten (?:\w+ ){0,3}?(?:losch\w*|entfern\w*|gespeichert)\b|\bloscht? (?:\w+ )?meine daten\b|\b(?:nicht|ohne (?:meine )?(?:zustimmung|erlaubnis|einwilligung)) (?:\w+ )?(?:autorisiert|genehmigt|abgebucht)\b|\bunberechtigt\w* (?:abbuch\w*|abgebucht|zahlung)\b",
    ),
    "fr": (
        r"\brembours\w+|\brenbours\w+|\brambours\w+|\brefund\b|\b(?:recuper\w+|rend\w+|rends|redonn\w+|ravoir|revoir|reprendre|restitu\w+) (?:\w+ ){0,3}?(?:argent|fric|thunes?|pognon|sous|oseille|euros|paiement|ble|achat)\b|\bchargeback\b|\b(?:mon argent|mes sous|ma thune) (?:en retour|de retour|svp|maintenant|tout de suite)\b|\bdroit de retractation\b|\bpolitique de (?:retour|remboursement)\b",
        r"\b(?:contest\w+|annul\w+|disput\w+|bloqu\w+|oppos\w+) (?:\w+ ){0,3}?(?:paiement|prelevement|debit|transaction|achat|carte|charge)\b|\b(?:fait|faire|vais faire|fais) opposition\b|\b(?:appel\w+|contact\w+|prevenir|preven\w+|vu|voir avec|joindre) (?:\w+ )?(?:avec )?ma banque\b|\b(?:ma )?banque (?:va|est prevenue|conteste|annule)\b|\b(?:dgccrf|signal conso|60 millions|ufc que choisir|droits? (?:du|de) consommateur\w*|litige|reclamation)\b",
        r"\b(?:mon|un|une|lavis dun|par|l|d|mes|prendre|notre|ma) ?avocate?s?\b(?! (?:mur|est trop))|\bavocat\b|\b(?:(?:en|au|devant le|saisir le) (?:justice|tribunal|tribunaux)|poursui\w+ (?:en justice|judiciaire\w*|legales?|penal\w*|pour)|proces\b(?! verbal de)|action en justice|mise en demeure|voie legale|recours legal|mesures legales|huissier|tribunal|te poursuivre|vous poursuivre|attaquer en justice)\b",
        r"\b(?:port\w+|depos\w+|vais|plainte) (?:\w+ ){0,2}?plainte\b|\bplainte (?:contre|pour|a la|deposee|est)\b|\b(?:vais|aller|appel\w+|alert\w+|prevenir|contact\w+|vu|suis alle|jirai|irai) (?:\w+ ){0,3}?(?:a |chez |au |aux |voir )?(?:la |les |le )?(?:police|flics|gendarmes?|gendarmerie|commissariat|autorites|keufs)\b|\b(?:a|par|voir) la (?:police|gendarmerie)\b|\b(?:je vais|je|jvais) (?:te|vous|la|le|tout|ca) (?:signal\w+|denonc\w+|dénonc\w+)|\bpharos\b|\bje (?:te|vous) (?:signale|denonce)\b|\bte signaler\b",
        r"\b(?:arnaqu\w+|escroc\w*|escroquerie\w*|fraude\w*|fraudul\w+|voleu(?:r|se)s?|scam(?:meu\w+)?)\b|\b(?:me suis fait|ai ete|fait) (?:\w+ )?(?:avoir de|arnaquer|escroquer|entuber|plumer|voler (?:mon|mes|de))\b",
        r"\b(?:rgpd|cnil|protection des donnees|droit a l ?oubli)\b|\b(?:supprim\w+|effac\w+|suppression de) (?:\w+ ){0,3}?(?:mes )?donnees\b|\b(?:cest|c est) (?:\w+ )?(?:illegal|contre la loi|interdit par la loi|puni par la loi)\b|\b(?:la|selon la|que dit la) loi\b(?! de (?:murphy|la jungle))|\b(?:prelevement|debit|paiement)s? (?:non autorise|frauduleux|abusif)\w*\b|\bpas autorise (?:ce|le|ces) (?:paiement|prelevement|debit)\b|\bmes droits\b",
    ),
    "it": (
        r"\brimbors\w+|\brinbors\w+|\brefund\b|\b(?:rivoglio|rivolgio|ridatemi|ridammi|restituitemi|restituiscimi|ridarmi|restituirmi|ridarmeli|indietro|riavere|riavro|restituzione|rendimi|rendetemi|riprender\w+) (?:\w+ ){0,3}?(?:soldi|denaro|importo|euro|grana|quanto ho (?:pagato|speso)|pagamento)\b|\b(?:soldi|denaro|grana|euro) (?:\w+ )?indietro\b|\bchargeback\b|\bdiritto di recesso\b|\bstorn\w+ (?:\w+ )?(?:pagamento|addebito|importo|transazione|acquisto|carta)\b|\bstorno\b",
        r"\b(?:contest\w+|annull\w+|disconosc\w+|bloccar\w+|revoc\w+|reclam\w+|disput\w+|blocco) (?:\w+ ){0,3}?(?:addebit\w+|pagament\w+|transazion\w+|acquist\w+|spesa|laddebito|l addebito|carta|il movimento)\b|\b(?:chiam\w+|parl\w+|contatt\w+|avvis\w+|sentit\w+) (?:\w+ ){0,2}?(?:la mia |con la |mia |la )?banca\b|\b(?:codacons|altroconsumo|associazione consumatori|diritti de[il] consumator\w+|reclamo|agcm|antitrust)\b",
        r"\b(?:mio|un|il|dal|col|con il|con un|lo dico al|nostro|mia|mi|i miei|dall|dal mio) ?(?:\w+ )?avvocat\w+\b|\bavvocat[oaie]\b(?= (?:ti|vi|scriver|si far|contatt|mander))|\b(?:azion\w+ legal\w+|vie legali|per vie legali|causa (?:legale|civile|contro)|(?:vi|ti|le|fare|faccio|facciamo) (?:\w+ )?causa|tribunale|in giudizio|querel\w+|diffida|denuncia penale|giudice di pace|legalmente|azioni giudiziarie)\b(?! (?:tua|sua|di forza))",
        r"\b(?:ti|vi|lo|la|li|vado a|sporg\w+|far\w*|faccio|fare|pronta|una|parte la) (?:\w+ )?denunci\w+\b|\bdenuncer\w+\b|\b(?:vado|andar\w+|andro|chiam\w+|avvis\w+|segnal\w+|rivolg\w+|parlo|vad\w+) (?:\w+ ){0,3}?(?:alla|la|dai|i|dalla|dalle|con la|ai) (?:polizia|carabinieri|guardia di finanza|questura|postale|autorita|procura|polizia postale)\b|\bpolizia postale\b|\b(?:ti|vi) (?:segnalo|segnaler\w+|faccio segnalare|sto segnalando)\b",
        r"\b(?:truff\w+|frode|imbrogli\w+|ladr[oaie]+|raggir\w+|fregatura|scam|rubato (?:i )?(?:miei )?soldi|fregat[oa] (?:i )?soldi)\b",
        r"\b(?:gdpr|privacy (?:violata|policy violata)|garante(?: della privacy| privacy)?|protezione dei dati|diritto all ?oblio)\b|\b(?:cancell\w+|elimin\w+) (?:\w+ ){0,3}?(?:i )?miei dati\b|\b(?:e|questo e|tutto) (?:\w+ )?illegale\b|\bcontro la legge\b|\b(?:per|secondo la|a norma di) legge\b|\baddebit\w+ (?:non autorizzat\w|fraudolent\w|indebit\w|mai autorizzat\w)\b|\bnon ho (?:mai )?autorizzato\b|\bi miei diritti\b",
    ),
}
