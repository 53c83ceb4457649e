"""
Threats to anybody, blackmail and coercion, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_THREAT` is blanked out first: games, kisses, food, and the heat that kills everybody.
"""

from __future__ import annotations

WORDS = {
    "will": r"(?:ill|i will|i ?m gonna|im going to|i am going to|i am gonna|gonna|imma|ima|i wanna|i want to|going to"
    r"|i swear ill|i could|i should|id|i would|ima gonna|swear to god ill|i promise ill|finna|we will|we ll|id love to)",
    "you": r"(?:you|u|ya|ur ass|your ass|you all|yall)",
    "harm": r"(?:kill|murder|shoot|stab|strangle|beat|beat up|bash|punch|hurt|gut|slaughter|behead|bury|butcher|rape|burn"
    r"|cut|fuck up|mess up|smash|break|execute|cripple|torture|slap|hit|harm|attack|end|slit|unalive|k1ll|drown|destroy"
    r"|ruin|acid)",
    "private_en": r"(?:nudes?|pics?|pictures?|photos?|videos?|vids?|address|screenshots?|chats?|messages|everything|all|secrets?"
    r"|identity|real name|sex ?tape|dms?|it|stuff|face)",
    "play": r"(?:with (?:kindness|kisses|cuddles|love|tickles|hugs|pleasure)|(?:at|in|on) (?:mario|fifa|chess|cod|fortnite|uno"
    r"|smash|poker|tennis|pool|golf|madden|2k|monopoly|darts|cards|the game|scrabble|bowling|halo|minecraft|tekken|call of|ping"
    r"|any game|bed|the bedroom|the (?:gym|court|race))|and (?:kiss|hug|cuddle|spoil|love|marry|worship|feed|give you|make you"
    r" (?:mine|smile|happy|cum|moan))|a (?:beer|drink|break|deal|coffee|pizza|kiss|question)|(?:so |really )?(?:hard|deep"
    r"|good|sweetly|gently)\b|laughing|softly|some slack)",
    # Whom it hurts that something gets out.
    "all_es": r"(?:todo(?:s)?|tu(?:s)? (?:\w+ )?(?:fotos?|videos?|nudes|packs?|familia|padres|marido|novio|jefe|datos|secretos?"
    r"|direccion|cara|trabajo|amigos|conversacion\w*))",
    "all_pt": r"(?:tudo|todo mundo|todos|(?:teus?|tuas?|seus?|suas?|os|as) (?:\w+ )?(?:fotos?|videos?|nudes|packs?|familia|pais"
    r"|marido|namorado|chefe|dados|segredos?|endereco|trabalho|amigos|prints))",
    "all_de": r"(?:alles|alle|allen|dein\w* (?:\w+ )?(?:bilder\w*|fotos?|videos?|nacktbilder\w*|nudes|familie|eltern|mann|freund\w*"
    r"|chef\w*|adresse|daten|geheimnis\w*)|die (?:bilder|videos|fotos|nudes|chats))",
    "all_fr": r"(?:tout(?: le monde)?|tous|(?:tes|ta|ton|les|tes) (?:\w+ )?(?:photos?|videos?|nudes?|famille|parents|mec|mari|patron"
    r"|adresse|donnees|secrets?|potes|proches|messages|snaps?))",
    "all_it": r"(?:tutto|tutti|(?:i |le |la |il )?(?:tuoi?|tue|tua) (?:\w+ )?(?:foto|video|nudi|famiglia|genitori|marito|ragazzo|capo"
    r"|indirizzo|dati|segret\w|amici|chat)|(?:le|i) (?:foto|video|chat|nudi|screenshot))",
}

NO_THREAT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:kill|beat|destroy|murder|hunt|find|get|smash|hurt|bury|slap|break|burn|crush|end|punch|wreck|ruin|cut|shoot|hit|attack"
        r"|eat) (?:{you}|your (?:ass|back)|you down|you up)(?: down| up| out| all)? {play}",
        r"\bkill (?:for|time|two birds|the (?:mood|vibe|lights|engine)|it|this)\b|\bkilling (?:it|me|time)\b|\bshoot (?:you|u) (?:a"
        r"|an|my|some|over)\b|\bhit (?:you|u) (?:up|back|with a)\b|\bpunch (?:line|card)\b|\bbeat (?:you|u) (?:to it|there|at)\b|\bcut"
        r" (?:you|u) (?:off|some|a)\b|\bend up\b|\bbreak (?:your|my) (?:bed|back|record)\b|\bi (?:dont|wouldnt|would never|never|didnt)"
        r" (?:want to |wanna |mean to )?(?:hurt|harm|kill) (?:you|u|anyone|anybody)\b|\bnot (?:going to|gonna|here to|trying to) (?:hurt"
        r"|harm|kill) (?:you|u|anyone)\b",
        r"\b(?:regret|pay for) (?:not|dinner|it all|lunch|drinks|your|the|everything|you|this (?:time|one)|trying|missing|eating|that"
        r" (?:pizza|drink|dinner))\b|\bwatch (?:your|my) (?:back muscles|backside|back (?:out|in that)|step)\b|\bnice (?:back|place)\b",
        r"\b(?:he|she|they|it|the (?:movie|show|guy|game|killer)|who)\b[^.!?;]{0,25}\b(?:kill\w*|murder\w*|shot|stabbed) (?:him|her|them"
        r"|people|someone|somebody|everyone)\b|\bkilling (?:zombies|monsters|bosses|bugs|spiders)\b|\bthreat(?:en)? ?(?:me|you) with a"
        r" good time\b|\bthreaten\w* to (?:rain|snow)\b|\b(?:post|share|send|leak|show) (?:you|u|me)\b(?! (?:online|everywhere))",
    ),
    "es": (
        r"\bme (?:voy a|quiero|kiero|pienso|quisiera) (?:\w+ )?\w+|\b(?:matarme|suicidarme|matarse)\b",
        r"\bte voy a pegar (?:un (?:mordisco|beso|abrazo|repaso)|una (?:mamada|lamida))\b|\b(?:te (?:voy a )?(?:matar|mato|destruir|destrozo|encontrar|encuentro|buscar|busco|hacer dano|romper)|matarte|encontrarte|"
        r"destrozarte|buscarte|partirte|romperte|reventarte) (?:a (?:besos|cosquillas|abrazos|mimos|polvos|lamidas)|de (?:amor|placer|gusto"
        r"|risa|la risa|ternura|envidia)|y (?:te )?(?:voy a )?(?:besar\w*|abraz\w*|com\w*|am\w*|invit\w*|cas\w*|hac\w+ (?:feliz|el amor|mia))"
        r"|en (?:el (?:fifa|ajedrez|juego|parchis|mario)|la cama|mario|fortnite|la play)|al (?:ajedrez|fifa|parchis|uno))\b",
        r"\bpagar (?:la (?:cena|cuenta|luz|copa)|el|yo|con besos|lo que)\b|\bvas a pagar (?:la|tu|el|con besos)\b|\bmatar (?:el tiempo"
        r"|zombis|por)\b|\bte vas a arrepentir de no\b|\bno (?:te )?(?:voy a|quiero) (?:hacer\w* dano|matar\w*)\b",
    ),
    "pt": (
        r"\b(?:vou te|te|vo te|eu te) (?:matar|mato|achar|encontrar|destruir|quebrar|acabar|pegar|arrebentar|comer|detonar) (?:de (?:beijo\w*"
        r"|saudade|prazer|amor|rir|cosquinha|tanto|carinho|jeito|vergonha)|e (?:te )?(?:encher|beij\w*|abrac\w*|dar|am\w+|cas\w+|fazer)|no"
        r" (?:fifa|xadrez|jogo|truco|uno|free fire|cod|mario)|na (?:cama|sinuca|corrida)|todinha|gostoso|com carinho)\b",
        r"\b(?:paga|pagar) (?:a (?:conta|cerveja|janta)|o (?:jantar|almoco|uber|cafe)|com beijo\w*)\b|\bmatar (?:o tempo|a (?:saudade|fome|vontade|curiosidade|sede|aula)"
        r"|zumbi\w*|por)\b|\bvai se arrepender de nao\b|\bnao (?:vou|quero) te (?:machucar|matar)\b",
    ),
    "de": (
        r"\b(?:find\w*|krieg\w*|schlag\w*|mach\w*|bring\w*|zerstor\w*|fress\w*) (?:ich )?dich (?:\w+ ){0,3}?(?:suss|toll|super|schon|hubsch|heiss"
        r"|geil|attraktiv|nett|sexy|im (?:schach|fifa|spiel|bett|uno|tennis|mario|kicker)|beim (?:schach|fifa|spielen|billard|darts|bowling)|in"
        r" (?:fifa|mario|cod|fortnite|schach)|nach hause|zum (?:lachen|kommen|stohnen)|mit (?:kussen|liebe|kuscheln)|ins bett|auf)\b",
        r"\bbring(?:st|t)? mich (?:noch |echt )*um\b|\btot(?:schlagen)? (?:zeit|die zeit)\b|\bwirst (?:du )?(?:es )?(?:nicht )?bereuen (?:wenn du"
        r" nicht|nicht)\b|\b(?:will|mochte|werde) dir (?:nicht|nichts) (?:weh|tun|antun)\b|\bdrohen\w* (?:regen|gewitter)\b",
    ),
    "fr": (
        r"\b(?:je vais te|j ?vais te|vais te|te|je te|veux te|jvais te) (?:tuer|bouffer|manger|retrouver|defoncer|trouver|demonter|exploser"
        r"|detruire|casser|buter|baiser|eclater|crever) (?:de (?:bisous|rire|calins|baisers|plaisir|bonheur)|a (?:fifa|mario|cod|uno|smash|la"
        r" console|cod|coups de bisous)|au (?:lit|foot|tennis|ping|poker|billard|echecs|uno)|aux (?:echecs|cartes|flechettes)|toute crue|dans"
        r" (?:mes|le) (?:reves|lit|bras)|sur (?:fifa|mario|fortnite)|et (?:t ?embrass|te faire|temmen|tinvit|te serrer)\w*|ce soir au lit)",
        r"\btuer (?:le temps|des zombies|pour (?:une?|du|de))\b|\btu vas (?:le )?regretter de pas\b|\b(?:veux|vais) (?:pas|jamais) te (?:faire de mal"
        r"|blesser)\b|\bpaye[rz]? (?:le|la|l) (?:resto|verre|addition|diner|note)\b|\bpaies (?:le|la|l )",
    ),
    "it": (
        r"\b(?:voglio |vorrei |devo )?(?:uccidermi|ammazzarmi|picchiarmi|spararmi)\b|\bmi (?:voglio|vorrei|devo|sto per) \w+",
        r"\b(?:ti|vengo a|ti voglio|voglio) (?:ammazz\w+|uccid\w+|trov\w+|distrugg\w+|spacc\w+|mang\w+|prend\w+|cerc\w+|stendo|rompo) (?:\w+ )?(?:di"
        r" (?:coccole|baci|risate|abbracci|solletico|piacere)|bell\w+|sexy|stupend\w+|simpatic\w+|carin\w+|dolc\w+|splendid\w+|interessante|in"
        r" (?:forma|braccio|giro|mario|fortnite)|a (?:fifa|scacchi|carte|letto|tennis|mario|uno|ping|calcetto|cena)|al (?:fantacalcio|gioco|biliardo)"
        r"|e ti (?:bac\w+|abbracci\w+|port\w+|spos\w+|riemp\w+|coccol\w+))",
        r"\bpaghi (?:la|il|tu|da bere|l|con un bacio)\b(?! oppure)|\bammazza(?:re)? (?:il tempo|che|zombie|la noia)\b|\bti pentirai di non\b|\bnon (?:ti"
        r" )?(?:voglio|farei) (?:farti |mai )?(?:male|del male)\b|\bti prendo in giro\b",
    ),
}

THREAT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{will} (?:\w+ ){0,2}?{harm} (?:the (?:shit|fuck|hell|crap|life) out of )?{you}\b(?! (?:off|up on|some|a|an|to it|with|at|of the|in"
        r" bed))|\b{will} (?:come |go )?(?:hunt|track|gut|find) (?:{you}|where (?:you|u) live)(?: down)?\b(?! (?:and (?:kiss|hug|marry|love|take|buy)"
        r"|on (?:insta|here)|another|a |so|very|really|in (?:my )?dreams|soon|later))(?= ?(?:$|[,.!]|and|bitch|one day|then|slut|whore|down|because"
        r"|u|you))|\bcoming (?:for|after|to get|to find|over to (?:hurt|kill)) (?:{you}|your (?:family|kids))\b",
        r"\b{will} (?:\w+ )?(?:break|smash|bash|cut|slit|snap|blow|kick|punch|rip|burn|fuck up|slash|beat|stab|bust|rearrange|shoot up) (?:in )?(?:your|ur|his"
        r"|her|their|that) (?:\w+ )?(?:neck|legs?|arms?|face|head|skull|throat|brains?|teeth|house|car|eyes|fingers|kneecaps|jaw|heart out|tires|jobs?|place"
        r"|nose|family|ribs)\b|\bthrow acid\b|\b(?:knife|bullet|gun) (?:\w+ )?(?:to|at|with|for|in) (?:your|ur) (?:\w+ )?(?:throat|head|name|face|neck)\b",
        r"\b(?:i|we|ik|ill find out|i found out|found|got|i have|tracked) (?:know |kno |out )?(?:exactly )?(?:where|were) (?:you|u|your (?:kids?|family|mom|daughter"
        r"|son)|ur family) (?:live|lives|work|sleep|park|go to school|are tonight|goes?)s?\b|\b(?:have|got|found|tracked) (?:your|ur) (?:home |real |exact |ip )?"
        r"address\b|\b(?:im|i am|ill be|parked|standing|waiting) (?:\w+ )?(?:outside|in front of) (?:your|ur) (?:house|home|place|window|door|apartment|work|job)\b"
        r"|\bcoming to (?:your|ur) (?:house|home|place|door|apartment|work) (?:tonight|and|with|whether|soon|bitch)\b|\bfollowed (?:you|u) home\b",
        r"\bwatch (?:your|ur) (?:back|mouth or)\b|\b(?:you|u|ur|youre|your|you are|u r) (?:so |fucking |as good as |a )?dead(?: meat| to rights| bitch| when| if| slut"
        r"| soon| man| woman)?(?= ?(?:$|[,.!]|bitch|meat|when|if|slut|soon|woman|whore))(?<!are you dead)|\byour days are numbered\b|\b(?:sleep with one eye open"
        r"|count your days|better (?:hide|run|pray|watch out)|start running|cant hide(?: from me)?)\b(?! (?:your|how|my smile))|\b(?:you|u)(?:ll| will| gonna| are"
        r" gonna| are going to| r gonna|re gonna|re going to)? (?:pay|suffer|regret (?:it|this|that|what|messing|ignoring|ever|blocking)|be sorry|bleed|get what(?:s"
        r" coming| you deserve)|end up (?:dead|in a ditch|raped)|wish (?:you|u) (?:were|was) (?:dead|never))\b(?! (?:attention|me|for (?:dinner|the|my|that|it with)|more"
        r"|the|with|less|\$|\d|in (?:kisses|bed)))|\bmake (?:you|u|her|him|them|your family) (?:pay|suffer|regret|bleed|disappear)\b(?! (?:for (?:dinner|lunch)|in bed"
        r"|attention))",
        r"\b(?:you|u) (?:deserve|need|should|ought|gotta|better) (?:to |to be |to get |get )?(?:die|be (?:killed|raped|shot|beaten|hurt)|(?:a|get a|some)? ?(?:beating"
        r"|raped|beaten|shot|killed|stabbed))\b|\b(?:hope|wish|pray) (?:that )?(?:you|u|your (?:family|kids?|mom)) (?:all |both )?(?:die\w*|get (?:raped|cancer|hit|shot"
        r"|killed|stabbed|aids)|rot|burn|choke|suffer)\b|\bkys\b|\bkill (?:your|ur) ?self\b|\bgo (?:and )?(?:die|hang yourself|kill yourself)\b(?! of)|\bsome(?:one|body)"
        r" (?:should|needs to|will|is gonna|gonna|ought to) (?:\w+ ){0,2}?(?:{harm}|teach you) (?:\w+ ){0,4}?(?:you|u)\b|\b(?:beat|kick|smash|knock) the (?:shit|fuck|crap"
        r"|hell|living \w+) out of (?:you|u|him|her|them)\b",
        r"\b(?:or|unless|if (?:you|u) (?:dont|do not|wont|block|ignore|stop|refuse|leave|dont want)|otherwise|if not|else|or else|until|either) [^.!?;]{0,50}?\b(?:leak\w*|"
        r"expos\w+|post\w*|publish\w*|upload\w*|dox+\w*|send\w*|sends|share|sharing|tell|show|forward|goes? (?:online|public|viral|to)|everyone|every ?body|the world|the"
        r" (?:whole )?internet|your (?:family|wife|husband|boss|mom|dad|parents|boyfriend|friends|job|work|kids)|ur (?:family|mom|boyfriend|friends)|reddit|telegram)\b"
        r"(?! (?:me|us)\b)(?<=[a-z])(?=.{0,60}(?:\b{private_en}\b|sees?|know|find|gets|everyone|everywhere|family|online|$))(?<!or send)(?<!or post)(?<!if not send)(?<!or"
        r" share)(?<!or show)(?<!or tell)",
        r"\b{will} (?:\w+ )?(?:leak|expose|dox+|publish|out|release|upload|forward|blackmail|swat|ruin|send|post|share|show) (?:{you}|all |every|(?:your|ur) (?:\w+ )?"
        r"{private_en}|these|those|them|(?:your|ur) (?:life|career|reputation))\b(?=.*(?:online|everywhere|everyone|everybody|family|unless|if|or|internet|reddit|parents"
        r"|boss|husband|boyfriend|friends|life|career|reputation|public|telegram|work|leak|expose|dox|blackmail|swat|school|mom|dad)\b)|\b(?:ill|i will|gonna|going to|imma) (?:leak|dox|expose|swat|blackmail) (?:you|u|(?:all )?(?:your|ur) (?:\w+ )?{private_en})\b|\b(?:pay|send|give|venmo|cashapp"
        r"|transfer|wire) (?:me )?(?:\w+ )?(?:[$€£]? ?\d[\d.,]*k?|money|up|now|me)(?: \w+){0,3} (?:or|unless|otherwise)\b|\bor else\b(?= ?(?:$|[,.!]|ill|i will|bitch|you))",
        r"\b(?:i have|ive got|i got|i saved|i recorded|i screenshotted) (?:\w+ ){0,4}?(?:{private_en}) (?:\w+ ){0,6}?(?:pay|unless|or|if you dont|imagine if your|what would your"
        r" (?:family|boss|mom|dad|husband))\b|\b(?:blackmail\w*|sextort\w*|extort\w*)\b(?! (?:movie|film|episode|show))|\b(?:he|she|they|someone|somebody|boyfriend|husband|pimp"
        r"|guy|ex|man)\b[^.!?;]{0,20}\b(?:is |are |keeps? |was )?(?:forc(?:es|ing|ed|e) me|threaten(?:s|ing|ed)? (?:to|me|my)|makes me do (?:this|it)|wont let me leave|stalking me"
        r"|coerc\w+ me|holding me)\b|\bi(?:m| am) (?:being )?(?:forced|blackmailed|threatened|trafficked|held against)\b",
        r"\b{will} (?:\w+ ){0,2}?(?:kill|murder|shoot|stab|hurt|beat|poison|strangle|bomb|attack|slaughter|rape|run over|burn down) (?:him|her|them|someone|somebody|everyone|everybody"
        r"|people|all of (?:them|you)|those|these|my (?:\w+ )?(?:wife|husband|ex|boss|neighbou?r|dad|mom|brother|sister|kids|family|girlfriend|boyfriend|coworkers?|roommate|landlord"
        r"|stepdad)|that (?:guy|bitch|bastard|asshole|man|woman|prick)|your (?:family|kids?|boyfriend|husband|mom|dad|dog|cat|mother|father|sister|brother|girlfriend)|the (?:kids"
        r"|president|cops|judge|guy|whole))\b(?! (?:in|at) (?:the game|fifa|chess|cod|mario|fortnite))|\bshoot up (?:the|my|a|your) (?:school|office|place|work\w*|mall|church|club)\b"
        r"|\b(?:blow up|bomb|burn down|set fire to) (?:the|my|your|ur|that) (?:\w+ )?(?:school|house|office|place|car|work\w*|building|home|church|apartment)\b|\b(?:got|have|bring|bringing"
        r"|bought|loading) (?:a|my|the) (?:gun|knife|rifle|shotgun|glock|machete|bat) (?:and|for|with your|to) (?:\w+ )?(?:you|him|her|them|your|ill|im|use|a bullet)\b",
    ),
    "es": (
        r"\b(?:te|os|lo|la|los|las) (?:voy a|vamos a|juro que te|quiero|pienso|deberia) (?:\w+ )?(?:matar|reventar|partir|romper|pegar|golpear|violar|acuchillar|apunalar|disparar|quemar|hacer"
        r" (?:dano|la vida imposible|pagar|sufrir)|destrozar|destruir|arruinar|joder la vida|cortar (?:el cuello|la cara)|buscar|encontrar|rajar|ahorcar|torturar|hundir)\b|\b(?:te|los|la|lo) (?:mato"
        r"|reviento|rajo|parto (?:la (?:cara|madre)|las piernas)|rompo (?:la cara|las piernas|la madre)|violo|quemo (?:viv[oa]|la casa))\b(?! (?:de|a besos))|\b(?:voy a|quiero|ganas de|voy y) (?:matar"
        r"|golpear|hacer dano|reventar|apunalar|matarl[oa]s?|matarte|pegarl[oa]|quemar) ?(?:a )?(?:mi (?:\w+ )?(?:jefe|ex|mujer|esposa|marido|vecin[oa]|suegr[oa]|padre|madre|herman[oa]|novi[oa])"
        r"|alguien|todos|ese|esa|esos|tu (?:familia|novio|marido|madre|casa)|es[ea] (?:cabron|puta|tip[oa]|hij[oa])|$|[,.!])",
        r"\b(?:se|ya se|sabemos|averigue|tengo|encontre) (?:muy bien |exactamente )?(?:donde|adonde|en donde|tu direccion|a que (?:hora|colegio)) ?(?:vives|trabajas|duermes|estudian? tus|viven? tu|sales|$|[,.!]"
        r"|exacta|y)|\bse donde (?:vive|trabaja|estudia) tu\b|\b(?:cuidate las espaldas|ten(?:te)? cuidado (?:cuando|por donde|al salir|conmigo)|cuidad(?:o|ito) (?:con|cuando|al|que te)|date por muert[oa]|estas"
        r" muert[oa]|eres (?:mujer|hombre|chica) muert[oa]|tus dias estan contados|te vas a (?:acordar de mi|arrepentir|enterar)|(?:lo )?(?:vas|vais) a (?:pagar|lamentar)(?:lo)?|(?:me )?las vas a pagar|me las pagaras"
        r"|te arrepentiras|ojala te (?:mueras|maten|violen|atropellen|pudras)|muerete|matate|suicidate|voy a (?:ir a )?(?:por ti|tu casa)|voy a por ti|estoy (?:afuera|fuera|en la puerta) de tu (?:casa|trabajo))\b(?! (?:la|el"
        r"|de (?:risa|envidia|no)))",
        r"\b(?:si no|o|o si no|sino|a menos que|como no|mientras no|hasta que) (?:[^.!?;]{0,45}? )?(?:(?:lo |las |los |la )?(?:publico|publicare|subo|subire|filtro|filtrare|mando|mandare|envio|enviare|difundo|comparto|cuento"
        r"|contare|ensenare|enseno|expongo|voy a (?:publicar|subir|filtrar|mandar|enviar|contar|difundir))) (?:\w+ )?{all_es}\b|\b(?:si no|o|o si no|como no) [^.!?;]{0,35}?\b(?:tu (?:familia|madre|novio|marido|jefe)|todo el mundo"
        r"|todos|tus (?:amigos|padres)) (?:\w+ )?(?:se (?:va|van) a enterar|se entera\w*|sabra\w*|ver[aá]\w*|va a (?:ver|saber)|van a (?:ver|saber)|recib\w+)|\b(?:voy a|pienso) (?:publicar|filtrar|subir|difundir|exponer|quemar)"
        r" (?:\w+ )?{all_es}\b|\b(?:paga\w*|pagame|dame|mandame|enviame|transfiere\w*|deposita\w*) (?:\w+ ){0,4}?(?:o|o si no) (?:\w+ )?(?:mando|publico|subo|filtro|te|difundo|lo|las|todos|tu)\b|\bchantaj\w+|\bextors\w+|\b(?:me"
        r" (?:obliga|obligan|amenaza\w*|tiene amenazad\w|estan? (?:amenazando|chantajeando|obligando)|fuerzan?))\b|\bpsicopata te va\b|\bponer una bomba\b|\btirotear\b",
    ),
    "pt": (
        r"\b(?:vou|vo|vamos|quero|juro que vou|ainda vou|irei|devia) (?:te |lhe |ir ai te |la te )(?:\w+ )?(?:matar|arrebentar|quebrar|espancar|bater|socar|esfaquear|estuprar|queimar|machucar|destruir|acabar|ferrar|foder a vida|caçar|cacar"
        r"|achar|encontrar|pegar|enforcar|dar um tiro|meter (?:a faca|bala|a porrada)|encher de porrada|furar|estrangular)\b(?! (?:de (?:beij|saud|amor|praz|carinh)|no (?:colo|fifa)|gostos|na cama|com carinho|e te (?:beij|encher de beij)|amor"
        r"|pra (?:jantar|sair)))|\b(?:te mato|te quebro|te arrebento|te pego|te furo|te acho e|acabar com (?:a )?(?:tua|sua) (?:raca|vida)|acabo com (?:a )?(?:tua|sua|voce|vc|ti))\b(?! de)|\b(?:vou|quero|vontade de) (?:matar|bater em|esfaquear"
        r"|espancar|machucar|dar um tiro em|envenenar|atirar em) (?:n?o |n?a )?(?:meu|minha|aquele|aquela|alguem|todo mundo|todos|ele|ela|esse|essa|tua familia|sua familia|seu (?:marido|namorado))\b",
        r"\b(?:sei|ja sei|descobri|sabemos|tenho) (?:muito bem |exatamente )?(?:onde|aonde|(?:o )?(?:teu|seu) endereco) ?(?:voce |vc |tu |ce |sua familia |teus filhos )?(?:mora\w*|trabalha\w*|dorme\w*|estuda\w*|vive\w*|$|[,.!]|e)|\b(?:to|estou) na"
        r" (?:porta|frente) d[ao] (?:sua|tua|seu) (?:casa|predio|trabalho)\b|\b(?:se cuida|abre o olho|toma cuidado|cuidado) (?:quando|ao|comigo|na rua|vagabunda|porque vou|vadia)\b|\b(?:voce|vc|tu|ce) (?:ta|esta|vai ser uma|e uma?|vai) (?:mort[oa]"
        r"|mulher morta|morrer|se arrepender|pagar (?:caro|por isso|por tudo)|sofrer|sangrar|se ferrar comigo|ver so)\b(?! de)|\bvai (?:pagar (?:caro|por isso)|se arrepender(?! de nao)|morrer (?:vadia|sua|vagabunda))\b|\b(?:tomara que (?:voce|vc|tu)"
        r" (?:morra|seja estuprad)|se mata vadia|vai morrer|morre (?:vadia|desgracad|praga)|se mata logo)\b(?! de)|\b(?:teus|seus) dias estao contados\b|\bdevia(?:m)? (?:te )?(?:matar|estuprar|apanhar)\b",
        r"\b(?:ou|senao|se nao|se (?:voce|vc|tu) nao|a nao ser que|enquanto nao|caso contrario) (?:[^.!?;]{0,45}? )?(?:(?:eu |vou |eu vou )?(?:vazo|vazar|posto|postar|publico|publicar|mando|mandar|envio|enviar|exponho|expor|espalho|espalhar|conto"
        r"|contar|divulgo|divulgar|mostro|mostrar|jogo|jogar)) (?:\w+ )?(?:{all_pt}|na internet|pra (?:todo mundo|sua familia|geral))\b|\b(?:ou|senao|se nao) [^.!?;]{0,35}?\b(?:(?:tua|sua) familia|teu marido|seu marido|todo mundo|geral|(?:seu|teu)"
        r" (?:chefe|namorado)|(?:teus|seus) (?:pais|amigos)) (?:\w+ )?(?:vai|vao|fica|sabe|vê|ve|recebe)\b|\b(?:vou|vo) (?:vazar|expor|divulgar|espalhar|publicar) (?:\w+ )?{all_pt}\b|\b(?:paga|pague|me paga|manda|mande|faz um pix|deposita|transfere)"
        r" (?:\w+ ){0,4}?(?:ou|senao|se nao) (?:\w+ )?(?:eu|vazo|mando|posto|conto|vou|sua|tua|exponho|todo)\b|\bchantag\w+|\bextorq\w+|\bextors\w+|\b(?:me (?:obriga|obrigam|forca|forcam|ameac\w+))\b|\b(?:ta|esta|estao|tao) me (?:ameacando|chantageando"
        r"|obrigando|perseguindo|forcando)\b|\bcolocar uma bomba\b",
    ),
    "de": (
        r"\b(?:ich |werd\w* |will |mochte )?(?:bring\w*|mach\w*|stech\w*|schlag\w*|knall\w*|schlitz\w*|prugel\w*|hau\w*|tret\w*) (?:ich )?(?:dich|euch|ihn|sie|sie alle|alle) (?:\w+ ){0,3}?(?:um|kalt|ab|tot|zusammen|auf|fertig|krankenhausreif|platt|windelweich|nieder)\b"
        r"(?! (?:im|beim|in|mit) )(?! (?:die|den|das) )|\b(?:dich|euch|ihn|sie|jemand\w*|alle|mein\w* (?:ex|chef|frau|mann|nachbar\w*|vater)|dein\w* (?:familie|freund|mann|mutter)) (?:\w+ ){0,2}?(?:umbringen|toten|abstechen|abknallen|aufschlitzen|totschlagen|erschiessen|erstechen"
        r"|vergewaltigen|zusammenschlagen|fertig machen|fertigmachen|kaputt ?machen|zerstoren|ruinieren|verprugeln|erwurgen|vergiften|verbrennen|umlegen|kaltmachen|abfackeln)\b(?! (?:im|beim|in) )|\b(?:schlag\w*|brech\w*|schneid\w*|polier\w*|zertrummer\w*) (?:ich )?dir (?:\w+ ){0,2}?"
        r"(?:die (?:fresse|zahne|nase|kehle|finger|kniescheiben)|den (?:schadel|hals|kopf|kiefer)|alle knochen|das genick|jeden knochen|in die fresse|die beine)\b",
        r"\b(?:ich weiss|weiss (?:genau|ja)?|ich weis|wissen|hab|habe) (?:\w+ ){0,2}?(?:wo (?:du|deine (?:familie|kinder|tochter)) (?:wohn\w*|arbeit\w*|leb\w*|schlaf\w*|zur schule\w*)|(?:deine|die) (?:genaue )?adresse)\b(?! (?:fur|nicht))|\b(?:ich )?(?:find|krieg|finde|kriege|erwisch\w*|hol\w*) (?:ich )?dich"
        r" (?:\w+ )?(?:und dann|dann gnade|noch|schon noch|egal wo|uberall|verlass dich)\b(?! (?:zum|ins) )|\bgnade dir gott\b|\b(?:pass(?:t)? (?:bloss |gut |besser |lieber )*auf (?:dich auf|wenn du|wem|was du|auf deine|sonst|schlampe|du|ab jetzt)|dreh dich (?:lieber|besser)|(?:du|ihr)"
        r" (?:bist|seid|wirst|werdet) (?:\w+ )?(?:tot|dran|fallig|sterben|bluten|leiden|bussen|bezahlen dafur|dafur bezahlen|es (?:noch )?bereuen|das (?:noch )?bereuen|was erleben)|wirst (?:du )?(?:das |es |dafur )?(?:noch )?(?:bereuen|bezahlen|bussen)|das wirst du (?:noch )?bereuen|deine tage sind gezahlt"
        r"|verreck(?:e)?|stirb|bring dich (?:doch )?um|hoffentlich (?:stirbst|verreckst|krepierst) du|steh(?:e)? vor dein\w+ (?:haus|tur|wohnung)|komm(?:e)? (?:jetzt |gleich |heute )?zu dir nach hause und)\b(?! (?:an|vor))",
        r"\b(?:oder|sonst|wenn du nicht|ansonsten|andernfalls|falls nicht|falls du nicht|es sei denn) (?:[^.!?;]{0,45}? )?(?:{all_de} (?:\w+ ){0,4}?(?:ins netz|online|ins internet|erfahr\w*|seh\w*|krieg\w*|bekomm\w*|landet|landen|veroffentlich\w*|rum|an|schick\w*|zeig\w*|weiter)|(?:stell\w*|poste|veroffentlich\w*"
        r"|leake?|schick\w*|zeig\w*|erzahl\w*|lad\w*|verschick\w*|verbreit\w*) (?:ich )?(?:\w+ ){0,2}?{all_de})\b|\b(?:werd\w*|will) (?:\w+ )?{all_de} (?:\w+ )?(?:veroffentlich\w*|leaken|verbreiten|posten|hochladen|rumschicken|verschicken)\b|\b(?:ich )?(?:stell\w*|leak\w*|veroffentlich\w*|verbreit\w*) (?:ich )?(?:\w+ )?{all_de} (?:\w+ )?(?:ins|online|im netz|uberall|an)\b|\b(?:zahl\w*|uberweis\w*|gib|schick\w*|her mit)"
        r" (?:\w+ ){0,4}?(?:oder|sonst) (?:\w+ )?(?:dein\w*|alle|ich|alles|die)\b(?=.*(?:video|bild|foto|familie|netz|alle|erfahr|online|freund|chef|eltern|mann))|\berpress\w+|\b(?:er|sie|jemand|mein \w+|zuhalter) (?:\w+ )?(?:zwingt|bedroht|stalkt|droht) mi[cr]h?\b|\bwerde (?:\w+ )?(?:gezwungen|bedroht"
        r"|erpresst)\b|\bzwingen mich\b|\bamok ?lauf\w*|\bbombe (?:\w+ )?(?:legen|hochgehen|bauen)\b|\bfackel\w* (?:\w+ )?(?:haus|bude|auto|wohnung) ab\b",
    ),
    "fr": (
        r"\b(?:je vais|j ?vais|jvai|vais|je veux|on va|jveux|je compte|je devrais) (?:\w+ )?(?:te |vous |le |la |les )(?:\w+ )?(?:tuer|buter|crever|defoncer|planter|egorger|frapper|violer|cogner|tabasser|fracasser|demonter|eclater|massacrer|etrangler|bruler|descendre|detruire|pourrir la vie|faire (?:payer|la"
        r" peau|souffrir|du mal|regretter)|casser (?:la gueule|les jambes|les dents|la tete)|peter (?:la gueule|les dents|les jambes)|trouver|retrouver|saigner|demolir|tirer dessus|balancer)\b(?! (?:de (?:bisous|rire|baisers)|a (?:fifa|mario)|au (?:lit|foot)|toute crue|dans (?:mes|tes|le)|un|une|des|sur (?:insta|fifa))"
        r")|\bje te (?:tue|bute|creve|defonce|plante|demonte|egorge|retrouve|casse la gueule|pete la gueule|nique ta)\b(?! (?:de|au|a (?:fifa|mario|la)|dans|ce soir|demain|plus tard|chez|en|bientot|pour|toute))|\b(?:je vais|envie de|vais|veux) (?:\w+ )?(?:tuer|buter|frapper|planter|cogner|empoisonner|tirer sur) (?:mon (?:ex"
        r"|patron|voisin|mari|pere|mec|chef)|ma (?:femme|mere|voisine|copine)|quelquun|tout le monde|des gens|ce (?:mec|type|connard|batard)|cette (?:pute|salope)|ton (?:mec|mari)|ta (?:famille|mere))\b",
        r"\b(?:je sais|jsais|on sait|j ?ai trouve|je connais) (?:tres bien |exactement )?(?:ou (?:tu |t ?|ta famille |tes enfants )?(?:habites?|habite|vis|vit|bosses|travailles|dors|crech\w+|vont a lecole)|ton adresse|thabites?)\b|\bsais ou (?:tu |t)h?abites?\b|\b(?:suis|chui|tattends|t attends) (?:devant|en bas de) (?:chez toi|ta (?:porte"
        r"|maison)|ton (?:immeuble|taf|boulot))\b|\b(?:fais (?:gaffe|attention) (?:a toi|a tes|quand|en sortant|salope|ce soir)|surveille tes arrieres|tu vas (?:le |me le |la |tout )?(?:payer|regretter|mourir|crever|souffrir|saigner|morfler|ramasser|prendre cher)|t ?es (?:une femme )?morte?\b|tes jours sont comptes|jespere que tu (?:vas "
        r")?(?:creve|crever|meurs|mourir|te fais violer|te feras)|creve (?:salope|sale|pute|connasse)|va (?:crever|mourir|te pendre|te suicider)|suicide toi|tue toi)\b(?! (?:de (?:rire|pas)|le resto|ton verre|l ?addition|la tournee))",
        r"\b(?:sinon|ou|si tu (?:\w+ )?(?:paies|payes|envoies|fais|reponds|veux|me|refuses|bloques|dis)\w*(?: pas)?|sans quoi|a moins que|tant que) (?:[^.!?;]{0,45}? )?(?:je |jvais |je vais |j ?)?(?:balance\w*|publie\w*|poste\w*|envoie\w*|envoyer|diffuse\w*|montre\w*|leak\w*|partage\w*|mets|mettre|raconte\w*|dis|fais tourner|affiche\w*) (?:\w+ )?"
        r"{all_fr}\b|\b(?:sinon|ou) [^.!?;]{0,35}?\b(?:ta famille|ton (?:mec|mari|patron)|tes (?:potes|parents|proches|amis)|tout le monde|ta mere) (?:\w+ )?(?:saura|verra|recoit|va|vont|voient|sauront|verront|sera|seront|apprendra|recevra\w*)|\b(?:je vais|jvais|je) (?:balance\w*|diffuse\w*|leak\w*|publie\w*|poster|afficher) (?:\w+ )?{all_fr}"
        r"(?= (?:sur|a |partout|en ligne|si|sinon|au)|$)|\b(?:paye?|paies?|payes|paie|envoie|file|donne|vire|raque) (?:\w+ ){0,4}?(?:ou|sinon) (?:\w+ ){0,2}?(?:je|tes|ta|ton|tout|jenvoie|jpublie|jbalance)\b(?=.*(?:video|photo|publi|balance|envoie|famille|monde|diffus|nude|mec))|\bchantage\b|\bmaitre chanteur\b|\bextor\w+|\b(?:il|elle|ils|mon (?:mec|mari"
        r"|ex|mac)|quelquun|un mec|on) (?:\w+ )?(?:me (?:force|forcent|menace\w*|harcele\w*|fait chanter|suit)|m ?oblige\w*)\b|\bon me (?:menace|force|fait chanter)\b|\bsuis (?:forcee?|menacee?|obligee? de faire)\b|\b(?:poser|mettre) une bombe\b|\bfoutre le feu (?:a|chez)\b",
    ),
    "it": (
        r"\b(?:ti|vi|lo|la|li) (?:ammazz\w+|amazz\w+|uccid\w+|accoltell\w+|spar[oi]\w*|sgozz\w+|stupr\w+|violent\w+|massacr\w+|picchi[oa]\w*|rovin[oa]\w*|distrugg[oa]\w*|strozz\w+|scann\w+|brucio|faccio (?:fuori|a pezzi|male|pagare|soffrire|vedere io|passare la voglia|la pelle)|spacc\w+ (?:la|il|le|tutto|i)|romp\w+ (?:la|il|le|i|tutte)|taglio la"
        r" gola|meno|gonfio|stacco la|cavo gli|vengo a (?:prendere|cercare)|verro a (?:prendere|cercare)|trovo e)\b(?! (?:di (?:coccole|baci|solletico)|bell\w|a (?:fifa|scacchi|carte)|e ti (?:bacio|abbraccio|coccolo|sposo)))|\b(?:voglio|vorrei|giuro che|devo|vengo a|verro a|andro a|vado a) (?:ammazzar\w+|uccider\w+|accoltellar\w+|picchiar\w+|massacrar\w+"
        r"|stuprar\w+|sparar\w+|spaccar\w+|farti (?:male|fuori)|ammazzare|uccidere) ?(?:il mio (?:capo|ex|vicino)|mia moglie|mio (?:marito|padre)|tutti|qualcuno|quel|quella|la tua famiglia|te)?\b(?! (?:di|dal|dalle|il tempo|zombie|in|per (?:una|un)))",
        r"\b(?:so|sappiamo|ho scoperto|ho trovato|conosco) (?:benissimo |esattamente |bene )?(?:dove (?:abiti|vivi|lavori|dormi|abita|vanno a scuola i tuoi|stai di casa|vive la tua|sta la tua)|il tuo indirizzo|dove abita la tua)\b|\b(?:sono|ti aspetto|sto) (?:\w+ )?(?:sotto|davanti|fuori) (?:a )?(?:casa tua|al tuo (?:portone|lavoro)|da casa tua)\b|\b(?:guardati le spalle"
        r"|stai (?:molto )?attenta (?:a te|quando|a quello|che|troia|per strada)|occhio (?:quando|alle spalle)|(?:me )?la pagherai|(?:me )?la pagherete|te la faccio pagare|te ne pentirai|ti pentirai|sei (?:morta|morto|una donna morta|finita)|hai i giorni contati|devi morire|spero che (?:tu )?(?:muoia|crepi|ti stuprino|ti ammazzino|muori)|crepa|muori (?:troia|male|puttana)|ammazzati"
        r"|ucciditi|impiccati|fai una brutta fine|farai una brutta fine)\b(?! (?:dal|dalle|di (?:ridere|noia|non|fame)|dalla|stanca|stanco))",
        r"\b(?:se non|o|oppure|altrimenti|senno|se mi blocchi|a meno che|finche non) (?:[^.!?;]{0,45}? )?(?:pubblic\w+|post\w+|mand\w+|invi\w+|diffond\w+|mostr\w+|mett\w+|condivid\w+|sputtan\w+|raccont\w+|dico|diro|leako|carico|giro|spargo|faccio girare|faccio vedere) (?:\w+ )?{all_it}\b|\b(?:se non|o|oppure|altrimenti|senno) [^.!?;]{0,35}?\b(?:la tua famiglia|tutti|tuo"
        r" (?:marito|padre|capo|ragazzo)|tua madre|i tuoi (?:amici|genitori)) (?:\w+ )?(?:sapr\w+|vedr\w+|ricever\w+|lo sa\w*|vedono|scoprir\w+|verranno)|\b(?:diffondo|pubblico|leako|sputtano|pubblichero|diffondero) (?:\w+ )?(?:{all_it}|online|su)\b|\bti sputtano\b|\b(?:paga|paghi|pagami|dammi|mandami|fammi un bonifico|versami) (?:\w+ ){0,4}?(?:o|oppure|senno|altrimenti) (?:\w+ )?(?:mando"
        r"|pubblico|dico|tutti|i tuoi|la tua|diffondo|le|ti|finisci)\b|\b(?:o|oppure) paghi\b|\bricatt\w+|\bestors\w+|\b(?:mi (?:obbliga\w*|costring\w+|minacci\w+|sta (?:minacciando|ricattando|costringendo|perseguitando)|stanno (?:minacciando|ricattando)))\b|\bmettere una bomba\b|\bdare fuoco (?:a|alla)\b",
    ),
}
