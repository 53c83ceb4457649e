"""
What is never kept about a fan, as data: patterns for each of the six languages.

They meet worker/plain_text.py's form: lower case, no accents, straight apostrophes, single spaces.
How they are asked is worker/sensitive.py's.

A harmless fact that is refused costs nothing; one about health that is kept is a breach. So what
can be read both ways is refused, and HARMLESS holds only what is plainly something else.
"""

from __future__ import annotations

# Taken out before anything is looked for: idioms, titles, and words of other trades.
HARMLESS: tuple[str, ...] = (
    r"works? (?:in|at|for) (?:an? |the )?(?:hospital|clinic|care home|church|prison|government"
    r"|parliament|pharmacy|nursing home)",
    r"no pain no gain|pain(?:s)? in the (?:ass|neck)|trauma bay|lent (?:me|you|him|her|it)",
    r"sick (?:beats?|of|tricks?|moves?|ride|riffs?)",
    r"(?:doctor|dr\.?) (?:who|strange|house|dre|martens|pepper)|spin doctors?",
    r"(?:is|am|i'm|as|works? as|working as|job as|training as) (?:an? )?(?:doctor|nurse|dentist"
    r"|therapist|paramedic|vet|surgeon|medico|arzt|arztin|krankenpfleger|medecin|infirmier|medica)",
    r"allergic to (?:mondays|mornings|drama|bullshit|bs|small ?talk|work|commitment)",
    r"addicted to (?:you|coffee|chocolate|this|that|sugar|gaming|the|my phone|netflix|tea|cheese)",
    r"(?:adicto|addetto|adicta|viciado|suchtig|accro) (?:a|al|em|nach|au) "
    r"(?:cafe|chocolate|ti|dir|kaffee|chocolat)",
    r"depressing (?:movie|film|song|book|weather|news)",
    r"(?:cancer|krebs|cancro) (?:zodiac|sign|season|moon|rising|is my sign|als sternzeichen)",
    r"zodiac(?: sign)?(?: is)? cancer|sternzeichen krebs|segno cancro|signo cancer",
    r"pregnant pause|tropical fever|cabin fever|gold fever|saturday night fever|heart of gold",
    r"operation (?:room of a theatre|flashpoint)|plastic surgeons? drama",
    r"trump cards?|party (?:all night|animal|music|games?|house|hard|girl|people|boat)"
    r"|(?:birthday|house|beach|pool|search|dinner|after) ?part(?:y|ies)",
    r"(?:on|from|at|play(?:s|ing|ed)?|as a?) (?:the |a )?(?:left|right)[- ]wing(?:er)?"
    r"|(?:left|right)[- ]winger",
    r"vote[ds]? for (?:my|your|the|their|that|this|a|which|song|pizza|outfit|dress|photo)\b"
    r"(?! (?:left|right|greens?|party|president|government|democrats?|republicans?|tories))",
    r"labou?r of love|conservative (?:estimate|dresser|guess)|green (?:tea|party dress|thumb)",
    r"(?:oh )?my god|omg|thank god|godfather|god of war|good god|for god'?s sake|greek gods?"
    r"|gott sei dank|oh (?:mein )?gott|dios mio|gracias a dios|meu deus|gracas a deus|mon dieu"
    r"|dio mio|grazie a dio|mein gott",
    r"pray(?:s|ing)? (?:that )?(?:it|for (?:snow|rain|sun|good weather|waves|a goal))\b",
    r"religiously|holy (?:cow|moly|grail|smokes)|mecca of|gym is my (?:church|temple|religion)"
    r"|christian (?:dior|bale|louboutin|slater)|temple run|buddha bowls?|church street",
    r"mother ?(?:tongue|nature|earth|lode|board)|mom jeans|dad (?:jokes?|bod|rock)|sister city"
    r"|son of a (?:gun|bitch)|big brother|brother in arms|father christmas|baby (?:shark|blue)"
    r"|ex(?:-| )machina|lengua materna|lingua madre|lingua materna|langue maternelle"
    r"|muttersprache|madre mia|mamma mia|daddy kink",
    r"straight (?:home|away|ahead|up|to|forward|face|hair|razor|whisky)|trans[- ]?siberian"
    r"|trans[- ]?(?:atlantic|port|fer)|gay paree",
    r"white (?:wine|water|christmas|noise|chocolate)|black (?:coffee|metal|forest|friday|sabbath)",
    r"criminal minds|smooth criminal|true crime|prison break",
    r"pin (?:up|board|ball|point)|password protected|secret word",
)

_FAMILY_EN = (
    r"(?:wife|husband|spouse|son|sons|daughter|daughters|kids?|child|children|(?:a|the|our"
    r"|my) baby|toddler|newborn"
    r"|(?:step|grand|god)?(?:mother|father|mom|mum|dad|son|daughter|kids?|children)|mommy|mummy"
    r"|brothers?|sisters?|siblings?|parents?|grandparents?|grandma|grandpa|aunt|uncle|cousins?"
    r"|nephews?|nieces?|girlfriend|boyfriend|fiancee?|in[- ]laws?|family member|twins)"
)
_OTHERS_EN = r"(?:friends?|boss|colleagues?|coworkers?|roommate|flatmate|neighbou?rs?|ex|partner)"

PATTERNS: dict[str, tuple[str, ...]] = {
    "health": (
        r"\b(?:medical\w*|mental(?:ly)? \w+|symptoms?|traumas?|pains?|painful|aching|insomnia"
        r"|(?:sleep|sleeping|eating) (?:disorder|pills?|problems?)|intoleran\w+|gluten|lactose"
        r"|c(?:o)?eliac|dyslexi\w*|stutter\w*|pacemaker|implants?|prosthe\w+|crutches|hearing aid"
        r"|dialysis|transplant\w*|operated|recover(?:ing|ed|y) from|blood (?:sugar|test\w*|clot\w*"
        r"|group|type|donor))\b",
        r"\b(?:back|head|knees?|neck|stomach|chest|shoulder|leg|foot|feet|teeth|tooth) (?:\w+ )?"
        r"(?:hurts?|aches?)\b|\b(?:headaches?|toothache|backache|nausea|vomit\w*|throw(?:s|ing)? up"
        r"|hear(?:s|ing)? voices|vasectom\w+|hysterectom\w+|circumci\w+|cut(?:s|ting)? (?:my|him"
        r"|her)self"
        r"|viagra|steroids|testosterone|hormones?|std test\w*|vaccin\w+|weight loss surgery"
        r"|obes\w+)\b",
        r"\b(?:me duelen?|me doi|doi-me|enxaqueca\w*|jaqueca\w*|migrane|kopfschmerzen"
        r"|ruckenschmerzen"
        r"|j'ai mal (?:a|au|aux)|mal (?:di|de) (?:testa|schiena|tete|dos|gola|stomaco|cabeza"
        r"|espalda)"
        r"|dor de cabeca|fiebre|febre|fieber|fievre|febbre)\b",
        r"\b(?:(?:my|his|her) eyesight|asma|asthme|asthma|terapia|die pille|la pilule|la pildora"
        r"|nerves"
        r"|hormone)\b",
        r"\bbad (?:back|knees?|hips?|heart|eyes?|shoulder|lungs|liver|kidneys?)\b",
        r"\b(?:lost|losing|lose|loss of) (?:my |his |her |the |some )?(?:hearing|sight|eyesight"
        r"|vision|memory|a leg|an arm|a finger|taste)\b",
        r"\b(?:quit|quitting|stop|stopped|gave up|giving up|trying to stop) "
        r"(?:drinking|smoking|weed|drugs|vaping|gambling)\b",
        r"\b(?:operad[oa]s?|opere|operee|operato|operata|operiert|op gehabt|hospitalizad\w+"
        r"|internad[oa]|hospitalise\w*|ricoverat[oa]|dolor(?:es)?|dores?|schmerz\w*|douleurs?"
        r"|dolori?|blutdruck|insomnio|insonia|insomnie|insonnia|schlafstorung\w*)\b",
        r"\b(?:doctors?|physicians?|psychiatrists?|psychologists?|therapy|therapists?|hospitals?"
        r"|clinics?|diagnos\w*|medications?|meds|prescri\w+|pills|antidepress\w+|insulin|surger\w+"
        r"|chemo\w*|rehab|disease|illness\w*|disabilit\w+|disabled|wheelchair|disorder|syndrome)\b",
        r"\b(?:depress\w+|anxiety|panic attacks?|bipolar|adhd|autis\w+|asperger\w*|ptsd|ocd"
        r"|schizo\w+|anorexi\w*|bulimi\w*|dementia|alzheimer\w*|suicid\w*|self[- ]harm\w*"
        r"|burn ?out)\b",
        r"\b(?:cancer|tumou?rs?|diabet\w*|asthma\w*|epilep\w*|hiv|aids|herpes|hepatitis|std|sti"
        r"|stroke"
        r"|heart (?:attack|disease|condition|problems?)|blood pressure|migraines?|arthritis|covid"
        r"|infection|flu|fever|allerg\w+|erectile|impoten\w+|infertil\w+|ivf)\b",
        r"\b(?:pregnan\w*|miscarr\w*|abortion|menopaus\w*|on the pill|contracepti\w+)\b",
        r"\b(?:sick|ill|sober|addict\w*|alcoholi\w*|in recovery|drug abuse|cocaine|heroin|injur\w+"
        r"|broke (?:my|his|her|an?) (?:leg|arm|back|wrist|hip)|chronic|deaf|blind|paraly\w+)\b",
        r"\b(?:medicos?|medica|hospital(?:es)?|diagnostic\w+|medicamentos?|pastillas|enferm\w+"
        r"|depresi\w+|ansiedad|diabetic\w+|embaraz\w+|aborto|alergi\w+|terapia|psicolog\w+"
        r"|operacion|cirugia|discapaci\w+|adict\w+|alcoholic\w+)\b",
        r"\b(?:doente|doenca|remedios?|gravida|gravidez|depressao|deprimid\w+|ansiedade|cirurgia"
        r"|terapeuta|psiquiatra|hospitais|vicio em|viciad\w+|cancro|deficien\w+)\b",
        r"\b(?:arzt\w*|krank\w*|krankenhaus|klinik|diagnose\w*|medikament\w*|tabletten|depressi\w+"
        r"|angststorung\w*|panikattacke\w*|schwanger\w*|abtreibung|allergi\w*|therapie|therapeut\w*"
        r"|krebs|schlaganfall|behinder\w+|suchtig|sucht|operiert|zuckerkrank|impoten\w+)\b",
        r"\b(?:medecin\w*|hopita\w+|malad\w+|medicaments?|enceinte|avortement|depressi\w+"
        r"|deprime\w*"
        r"|angoisses?|anxieux|diabete|diabetique|handicap\w*|psy(?:chologue|chiatre)?|ordonnance"
        r"|alcoolique|accro|cancers?|operee?)\b",
        r"\b(?:medico|dottore|ospedale|malat\w+|farmac\w+|incinta|gravidanza|depress\w+|ansia"
        r"|attacchi di panico|diabete|allergic\w+|psicolog\w+|tumore|disabil\w+|alcolist\w+"
        r"|dipendenza)\b",
    ),
    "politics": (
        r"\b(?:campaign(?:s|ed|ing) for|sanders|cgt|ugt|cgil|i verdi|milit(?:e|ant\w*)|petista"
        r"|steuerpolitik"
        r"|votare|votar\w*|blank vote)\b",
        r"\b(?:governments?|president|prime minister|leftists?|rightists?|(?:left|right)[- ]leaning"
        r"|immigra\w+|refugees?|asylum|putin|zelensky\w*|netanyahu|palestin\w+|gaza|israel\w*"
        r"|ukrain\w+|woke|patriot\w*|monarch\w*|second amendment|abortion rights|climate activis\w*"
        r"|blm|black lives matter|picket\w*|strike vote|taxes are theft)\b",
        r"\b(?:gobierno|governo|gouvernement|regierung\w*|partei|partido|partito|parti (?:de|des"
        r"|socialiste|politique)|presidente|iscritt[oa] al|afiliad[oa] al|filiad[oa] ao"
        r"|parteimitglied"
        r"|migrant\w*|migrantes)\b",
        r"\b(?:ich bin|bin) (?:eher |ziemlich |sehr |politisch )*(?:rechts|links|konservativ"
        r"|liberal"
        r"|grun)\b",
        r"\b(?:politic\w*|vot(?:e|es|ed|er|ers|ing)|elections?|republicans?|democrats?|trump|biden"
        r"|obama|maga|kamala|brexit|tories|tory|labou?r|libertarian|liberals?|conservatives?"
        r"|socialis\w+|communis\w+|marxis\w+|fascis\w+|anarchis\w+|antifa|nazis?|feminist|activist"
        r"|left[- ]wing\w*|right[- ]wing\w*|far[- ](?:left|right)|pro[- ](?:life|choice|gun)"
        r"|gun rights"
        r"|(?:trade|labou?r) union|union member|protest(?:s|ed|ing|er)?|parliament|congress"
        r"|senator)\b",
        r"\b(?:votar|voto|vote por|votado|elecciones|politic[ao]s?|partido (?:popular|politico)"
        r"|psoe|vox"
        r"|izquierda|derecha|sindicato|votei|votou|eleicoes|bolsonaro|bolsonarista|lula|petista"
        r"|esquerda|direita)\b",
        r"\b(?:wahlen?|wahle|gewahlt|wahler|politik\w*|politisch\w*|afd|cdu|csu|spd|fdp"
        r"|die (?:grunen"
        r"|linke)|linksradikal|rechtsradikal|rechts gesinnt|gewerkschaft\w*|sozialis\w+"
        r"|kommunis\w+)\b",
        r"\b(?:voter|votee?s?|vote pour|elections?|politiques?|macron\w*|le pen|melenchon|gauche"
        r"|extreme droite|syndicat|syndique|rassemblement national)\b",
        r"\b(?:votare|votato|elezioni|politic[ahoei]+|meloni|salvini|partito democratico|lega nord"
        r"|di sinistra|di destra|sindacato|comunista|fascista)\b",
    ),
    "religion": (
        r"\b(?:culto|kopftuch|kippa|prega|prie|reza|chador|kippah|pork because)\b",
        r"\b(?:moslem\w*|sunday school|choir practice at|bapti[sz]\w+|christening|shabbat|sabbath"
        r"|hijab"
        r"|monks?|nuns?|nunnery|pope|vatican|scriptures?|sermons?|missionary work|preachers?"
        r"|clergy\w*|deacon|chaplain|theolog\w+|spiritual\w*"
        r"|worship\w*|faithful to god|lent|eid|hanukkah|diwali|bar mitzvah|confirmed in)\b",
        r"\b(?:bautiz\w+|batiza\w+|getauft|taufe|konfirmation|baptise\w*|battezzat[oa]|credo in"
        r"|prego (?:ogni|sempre|tutt\w+|la|per|il)|creo en|creyente|acredito em|crente|je crois en"
        r"|ramadan|careme|cuaresma|quaresima|fastenzeit)\b",
        r"\b(?:religio\w+|church\w*|mosque|synagogue|muslim\w*|islam\w*|christian\w*|catholic\w*"
        r"|protestant|evangelical|mormon\w*|jehovah\w*|jew|jews|jewish|judaism|hindu\w*|buddhis\w+"
        r"|sikh"
        r"|atheis\w+|agnostic|god|jesus|allah|bible|quran|koran|torah|ramadan|halal|kosher"
        r"|baptis\w+"
        r"|pray|prays|prayed|praying|prayers?|faith|priest|pastor|imam|rabbi|go(?:es)? to temple"
        r"|born again|holy)\b",
        r"\b(?:iglesia|misa|catolic\w+|cristian\w+|musulman\w*|judi[ao]s?|rez[ao]\w*|dios|biblia"
        r"|fe en"
        r"|ate[oa]|igreja|missa|evangelic\w+|muculman\w+|deus|rezar|orar|ateu|ateia|religi\w+)\b",
        r"\b(?:kirche\w*|gottesdienst|katholi\w+|evangelisch|muslim\w*|moschee|judisch|jude|judin"
        r"|beten|bete|betet|gebet\w*|gott|bibel|glaubig|glaube an|atheist\w*|religios\w*"
        r"|ramadan)\b",
        r"\b(?:eglise|messe|catholique|chretien\w*|musulman\w*|juifs?|juives?|prier|prie|priere"
        r"|dieu|bible|croyante?|athee|mosquee|religieu\w+)\b",
        r"\b(?:chiesa|messa|cattolic\w+|cristian\w+|mussulman\w+|musulman\w+|ebre[oa]|pregare"
        r"|prego dio"
        r"|preghiera|dio|bibbia|credente|ateo|moschea)\b",
    ),
    "orientation": (
        r"\b(?:men and women|women and men|guys and girls|girls and guys|both (?:sexes|genders)"
        r"|(?:same|opposite)[- ]sex|other (?:men|women|guys)|hombres y mujeres|homens e mulheres"
        r"|manner und frauen|hommes et femmes|uomini e donne)\b",
        r"\b(?:gay|lesbian\w*|bi ?sexual\w*|bi[- ]?curious|homosexual\w*|heterosexual\w*"
        r"|pansexual\w*"
        r"|asexual\w*|queer|trans(?:gender|sexual|woman|man)?|non[- ]?binary|lgbt\w*|closeted"
        r"|(?:is|am|i'm|as) (?:straight|bi)|came out|sexual orientation)\b",
        r"\b(?:homosexuell?\w*|schwul|lesbisch\w*|lesbe|lesbica|lesbica|lesbienne|lesbiana"
        r"|bisessuale"
        r"|omosessuale|homossexual|bissexual|bisexuell|bisexuelle?|gai|maricon)\b",
    ),
    "origin": (
        r"\b(?:ethnic\w*|my race|racial\w*|skin colou?r|(?:is|am|i'm|as an?) (?:black|white|asian"
        r"|latino"
        r"|latina|hispanic|arab|mixed[- ]race|biracial|gypsy|roma|indigenous)|refugee|asylum"
        r"|undocumented|immigrant|immigration status)\b",
        r"\b(?:hautfarbe|fluchtling|refugiad\w+|refugiee?|rifugiat\w+|soy negro|sou negro"
        r"|ich bin schwarz"
        r"|je suis noire?|sono nero)\b",
    ),
    "crime": (
        r"\b(?:prison|jail|convict(?:ed|ion)|felon\w*|criminal|probation|parole|arrested"
        r"|restraining"
        r" order|dui|carcel|prision|cadeia|preso|gefangnis|vorbestraft|verhaftet|condamne|arreste"
        r"|carcere|arrestato|condannato)\b",
    ),
    "other_people": (
        rf"\b{_FAMILY_EN}(?:'s)?\b",
        rf"\b(?:my|his|her|their|the fan's|best|has an?|an?) (?:\w+ )?{_OTHERS_EN}\b",
        rf"\b{_OTHERS_EN} (?:is|was|named|called|works|has|lives)\b",
        r"\b(?:mi|mis|su|sus|tiene (?:un|una|dos|tres)|la|el) (?:ex )?(?:mujer|esposa|esposo|marido"
        r"|hij[oa]s?|herman[oa]s?|madre|padre|mama|papa|novi[oa]|jefe|jefa|amig[oa]s?|suegr[oa]"
        r"|ti[oa]"
        r"|prim[oa]|abuel[oa])\b",
        r"\b(?:meu|minha|meus|minhas|seu|sua|o|a) (?:ex )?(?:mulher|esposa|esposo|marido|filh[oa]s?"
        r"|irma|irmao|irmaos|mae|pai|namorad[oa]|chefe|amig[oa]s?|sogr[oa]|ti[oa]|prim[oa]|avo)\b",
        r"\b(?:mein|meine|meiner|meinem|meinen|sein|seine|hat einen?) (?:ex ?)?(?:frau|mann|sohn"
        r"|tochter|kind|kinder|bruder|schwester|mutter|vater|mama|papa|freundin|freund|chefin|chef"
        r"|kollegin|kollege|nachbarin|nachbar|eltern|oma|opa|onkel|tante|ex)\b",
        r"\b(?:mon|ma|mes|son|sa|ses) (?:ex )?(?:femme|mari|epouse|fils|fille|enfants?|frere|soeur"
        r"|mere"
        r"|pere|maman|papa|copine|copain|patronn?e?|collegue|voisine?|ami|amie|parents|tante|oncle"
        r"|ex)\b",
        r"\b(?:mi[oa]|miei|mie|su[oa]|suoi) (?:ex )?(?:moglie|marito|figli[oae]?|figlie|fratell[oi]"
        r"|sorell[ae]|madre|padre|mamma|papa|ragazz[oa]|fidanzat[oa]|cap[oa]|amic[oa]|zi[oa]"
        r"|nonn[oa]"
        r"|genitori|ex)\b",
    ),
    "contact": (
        r"\bdot (?:com|net|org|de|fr|it|es)\b|\bat (?:gmail|hotmail|yahoo|outlook|proton\w*"
        r"|icloud)\b",
        r"\S+@\S+\.\w+|(?:^|\s)@\w{3,}|\bhttps?:|\bwww\.|\b\w+\.(?:com|net|org|de|fr|it|es|br|me"
        r"|io)\b",
        r"(?:\d[ ().+/-]{0,2}){7,}",
        r"\b(?:phone|mobile|cell|whatsapp|telegram|snap(?:chat)?|insta(?:gram)?|discord|kik|signal"
        r"|skype"
        r"|facebook|tiktok|twitter|e-?mail|address|zip ?code|postcode|telefono|movil|celular"
        r"|telefone"
        r"|correo|direccion|endereco|handynummer|telefonnummer|adresse|postleitzahl|telephone"
        r"|portable"
        r"|indirizzo|cellulare|phone number)\b",
        r"\b\d{1,4} (?:\w+ ){1,2}(?:street|st|road|rd|avenue|ave|lane|drive|blvd|square)\b",
        r"\b\w+(?:strasse|str\.|weg|gasse|platz|allee) ?\d{1,4}\b",
        r"\b(?:calle|avenida|rua|rue|via|viale|piazza|plaza|boulevard) (?:\w+ ){1,4}\d{1,4}\b",
        r"\b\d{1,4},? (?:bis )?rue (?:\w+ ){0,3}\w+",
    ),
    "secret": (
        r"\b(?:passwords?|passwort|kennwort|contrasena|senha|mot de passe|passcode|pin(?: code)?"
        r"|cvv|cvc"
        r"|iban|swift code|bank account|account number|sort code|routing number|credit card"
        r"|debit card"
        r"|card number|social security|ssn|passport|national id|tax id|dni|cpf|kontonummer"
        r"|ausweis\w*"
        r"|kreditkarte\w*|tarjeta|cartao|carte bancaire|carta di credito|codice fiscale"
        r"|numero de conta"
        r"|seed phrase|private key|api key)\b",
        r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,}\b|\b(?:\d[ -]?){13,19}\b",
    ),
}
