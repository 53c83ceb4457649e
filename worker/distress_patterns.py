"""
Grief, panic, breakdown: distress short of self-harm, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_DISTRESS` is blanked out first: phones that died, laughter, bands, films.
"""

from __future__ import annotations

from worker.distress_patterns_de_fr_it import DISTRESS_DE_FR_IT, NO_DISTRESS_DE_FR_IT

WORDS = {
    "who_en": (
        r"(?:mom|mum|mother|mama|dad|father|papa|wife|husband|son|daughter|baby|kid|child"
        r"|brother|sister|bro|sis|twin|grand(?:ma|pa|mother|father|dad|mom)|gran|granny|nan"
        r"|nana|aunt|aunty|auntie|uncle|cousin|(?:best |closest )?friend|bestie|fiancee?"
        r"|girlfriend|boyfriend|gf|bf|partner|dog|cat|puppy|pup|kitten|doggo|horse|parents|mate"
        r"|buddy|colleague|roommate|niece|nephew|ex)"
    ),
    "my_en": r"(?:my|our) (?:\w+ ){0,2}?",
    "who_es": (
        r"(?:madre|mama|mami|padre|papa|papi|viejo|vieja|jefa|espos[oa]|marido|mujer|hij[oa]"
        r"|bebe|herman[oa]|abuel[oa]|abuelit[oa]|ti[oa]|prim[oa]|(?:mejor )?amig[oa]|novi[oa]"
        r"|perr[oa]|perrit[oa]|gat[oa]|pareja|companer[oa]|sobrin[oa]|viejita|viejito)"
    ),
    "who_pt": (
        r"(?:mae|pai|espos[oa]|marido|mulher|filh[oa]|bebe|irma|irmao|avo|vo|vovo|vovó|ti[oa]"
        r"|prim[oa]|(?:melhor )?amig[oa]|namorad[oa]|cachorr[oa]|cachorrinh[oa]|cao|gat[oa]"
        r"|companheir[oa]|coroa|noiv[oa]|sobrinh[oa])"
    ),
    "who_de": (
        r"(?:mutter|mama|mutti|vater|papa|frau|mann|ehemann|ehefrau|sohn|tochter|baby|kind"
        r"|bruder|schwester|oma|opa|gro(?:ss)?mutter|grossvater|grossmutter|tante|onkel"
        r"|cousine?|(?:beste\w? )?freund(?:in)?|kumpel|hund|katze|kater|partner(?:in)?"
        r"|verlobte[r]?|pferd|eltern|neffe|nichte)"
    ),
    "who_fr": (
        r"(?:mere|maman|daronne?|pere|papa|femme|mari|fils|fille|bebe|frere|soeur|grand ?mere"
        r"|grand ?pere|mamie|papi|papy|mami|meme|pepe|tante|tonton|oncle|cousine?"
        r"|(?:meilleure? )?amie?|(?:meilleur )?pote|copain|copine|chien(?:ne)?|chat(?:te)?"
        r"|compagn\w+|conjoint\w?|neveu|niece|enfant|parents|epoux|epouse)"
    ),
    "who_it": (
        r"(?:madre|mamma|padre|papa|babbo|moglie|marito|figli[oa]|bambin[oa]|bimb[oa]|fratello"
        r"|sorella|nonn[oa]|zi[oa]|cugin[oa]|(?:miglior[e]? )?amic[oa]|(?:migliore )?ragazz[oa]"
        r"|fidanzat[oa]|can(?:e|uccio|a)|gatt[oa]|compagn[oa]|nipote|genitori)"
    ),
}

NO_DISTRESS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:phone|battery|laptop|car|wifi|computer|plant|fish|controller|tv|pc|ps5|truck"
        r"|bike|vibe|party|conversation|trend|meme|joke)s? (?:just )?(?:died|is dead|passed"
        r"|broke down)\b",
        r"\bpanic! ?at\b|\bpanic at the\b|\bhidden panic\b|\b(?:cried|crying|cry|sobbing|tears"
        r"|dying|cant breathe) (?:\w+ )?(?:of|from|with|at|over|laughing|tears of) (?:laugh\w*"
        r"|joy|happy|happiness|laughter|a (?:movie|film|show|meme|video)|the (?:movie|film|show"
        r"|meme|ending|finale)|this (?:movie|meme|video)|titanic|onions?)\b|\bhappy (?:tears"
        r"|crying)\b|\blaugh\w*[^.!?;]{0,15}(?:cry\w*|breathe)\b",
        r"\b(?:dead|died) (?:to me|tired|lift\w*|serious|inside lol|line)\b|\b(?:in the|this"
        r"|that|the) (?:show|movie|game|book|series|episode|film)\b[^.!?;]{0,40}|\b(?:when|then"
        r"|where) (?:the|his|her|their) (?:dog|mom|dad|wife) dies\b"
        r"|\bcelebrat\w+[^.!?;]{0,20}\blife\b",
        r"\b(?:breaks?|broke|breaking) down (?:the|on the|how|why|in songs|your|a|that)\b"
        r"|\bfalling apart at the seams laughing\b|\bhopeless romantic\b"
        r"|\bhopelessly (?:in love|romantic|devoted)\b|\bdepressed (?:when|that) (?:the weekend"
        r"|it rains|my team)\b|\b(?:wings|team|jeans|shoes|sofa|couch|house|car) (?:is"
        r"|are) falling apart\b|\bnumb (?:fingers|toes|feet|hands|lips|from the cold)\b"
        r"|\blinkin park\b",
        r"\b(?:almost|nearly|about to|gonna|going to|would) (?:have|had|has|got|get|give me"
        r"|gave me)? ?(?:a )?(?:heart attack|panic attack|breakdown)\b(?= (?:lol|haha"
        r"|when i saw|seeing))",
    ),
    "es": (
        r"\b(?:movil|celular|telefono|bateria|pila|coche|carro|ordenador|planta"
        r"|wifi)\b[^.!?;]{0,15}\b(?:murio|muerto|muerta)\b|\bse (?:me )?(?:murio"
        r"|ha muerto) (?:el|la|mi) (?:movil|celular|telefono|bateria|coche|carro|ordenador"
        r"|planta|wifi|pila|pc|tele)\b",
        r"\b(?:llor\w+|lagrimas) de (?:risa|alegria|felicidad|emocion)\b|\b(?:reir|reirme"
        r"|sonreir|mirarte|pensar)\b[^.!?;]{0,15}|\b(?:en la|esa|una|la) (?:peli\w*|serie"
        r"|novela)\b[^.!?;]{0,40}",
    ),
    "pt": (
        r"\b(?:celular|telefone|telemovel|bateria|carro|computador|notebook|planta|wifi"
        r"|pc)\b[^.!?;]{0,15}\bmorr\w+\b",
        r"\bchor\w+ de (?:rir|alegria|felicidade|emocao|tanto rir)\b|\b(?:no|nesse|do"
        r"|o) (?:filme|livro|desenho)\b[^.!?;]{0,40}|\b(?:na|nessa|da|a) (?:serie"
        r"|novela)\b[^.!?;]{0,40}",
    ),
    **NO_DISTRESS_DE_FR_IT,
}

DISTRESS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{my_en}{who_en}(?:s)? (?:\w+ ){0,2}?(?:died|dead|dying|passed(?: away| on|$| last"
        r"| this| yesterday| in| on)|passing|is gone forever|has passed|took (?:his|her"
        r"|their) own life|(?:killed|hanged|shot|hung) (?:him|her|them)sel\w+|committed suicide"
        r"|di+ed|ded|funeral|has (?:stage|terminal|\w+ cancer|cancer)|is in (?:the )?(?:icu"
        r"|hospice|a coma)|overdosed|was killed|got killed|was murdered)\b(?! (?:set|to me"
        r"|tired))",
        r"\b(?:lost|losing|loosing|buried|burying|bury|cremated|mourning"
        r"|grieving(?: for)?) {my_en}{who_en}\b(?! (?:in the (?:store|mall|crowd)"
        r"|at the (?:mall|park|airport)))|\b(?:lost|buried) (?:him|her|the baby|our baby"
        r"|a child)\b(?= (?:last|yesterday|this|in|to cancer|to|two|three|a))",
        r"\b(?:at|after|from|to|back from|planning|for) (?:a |the |my |his |her "
        r"|our )?(?:\w+ )?funeral\b|\bput (?:my|our) (?:\w+ )?(?:dog|cat|horse|pup\w*|pet"
        r"|best friend) (?:down|to sleep)\b|\b(?:had a |a |my )?(?:miscarriage|stillbirth"
        r"|stillborn)\b|\bmiscarried\b|\b(?:im|i am|as|became) (?:a |recently "
        r"|newly )*(?:widow(?:er|ed)?|orphan)\b|\bi(?:m| am) (?:still )?(?:grieving|mourning)\b"
        r"|\b(?:in memory of|rip|rest in peace) (?:my|our|mom|dad)\b|\bsuicide of (?:my|our)\b",
        r"\b(?:panic|anxiety|panick|anixety) ?attacks?\b|\b(?:nervous |mental |full |total "
        r"|complete )break ?down\b|\b(?:having|had|have) (?:a |another )?(?:mental |nervous "
        r"|total |complete )?(?:breakdown|melt ?down)\b|\bi(?:m| am) (?:in (?:a )?crisis"
        r"|breaking down|having a crisis|spiral\w+|panicking|freaking out so bad"
        r"|hyperventilating|shaking and)\b|\bcant (?:breathe|breath)\b(?= (?:and|im|my|i|help"
        r"|from (?:panic|anxiety|crying))|$|[,.!])",
        r"\b(?:cant|cannot|can not|cannt|couldnt|wont|wouldnt) stop (?:crying|sobbing|shaking"
        r"|the tears|weeping|panicking)\b|\b(?:cry|crying|cried|sobbing|weeping|bawling"
        r"|sob) (?:\w+ )?(?:all (?:day|night|week|the time)|every (?:single )?(?:night|day)"
        r"|my(?:self| eyes)|for (?:hours|days)|rn|right now|uncontrollably|alone|in (?:my"
        r"|the) (?:car|bathroom|bed|room|shower)|to sleep|so (?:much|hard)|nonstop)\b"
        r"|\bim (?:\w+ )?(?:sobbing|bawling|in tears)\b(?! (?:lol|haha))",
        r"\b(?:falling|fall|fell|coming) (?:completely |totally )?apart\b|\bfalling to pieces\b"
        r"|\b(?:everything|life|world|marriage) (?:\w+ ){0,2}?(?:collaps\w+|crumbl\w+"
        r"|falling apart|fell apart|crashing down|is over|went to hell|is ruined)\b"
        r"|\blost everything\b|\brock bottom\b|\bat (?:my|the) (?:breaking point|wits end"
        r"|lowest|end of my rope)\b|\bend of my rope\b|\bat my limit\b(?=.*(?:cry|cope|anymore"
        r"|life))",
        r"\b(?:cant|cannot|dont know how to|couldnt|can t|unable to) (?:\w+ )?(?:cope|go on"
        r"|handle (?:this|it|life|anything|my life)|take (?:it|this|life)|do this|keep going"
        r"|deal with (?:life|this|anything)|function|get out of bed)\b(?: any ?more| like this"
        r"| alone| with (?:it|this|life|losing|the pain))?(?! (?:the (?:suspense|wait|heat)"
        r"|teas\w+|your))(?= ?(?:$|[,.!?]|any ?more|like this|alone|with|since|without|and|im|i"
        r"|everything|my))(?<!cant take it)(?<!cant do this)(?<!cant "
        r"handle it)(?<!cant handle this)(?<!cant take this)|\bcant (?:take|do|handle) (?:this"
        r"|it|life) any ?more\b",
        r"\b(?:feel|feeling|felt|im|i am) (?:\w+ ){0,2}?(?:hopeless|worthless|so alone"
        r"|completely alone|all alone in|so lonely i|so depressed|severely depressed|depressed"
        r"|empty inside|dead inside|numb inside|like a (?:burden|failure|waste)|devastated"
        r"|heartbroken|broken inside|suffocating|drowning|so lost|utterly alone|traumati[sz]ed"
        r"|desperate)\b(?! (?:for (?:you|your|a|it)|to (?:see|have|touch|taste|get)))"
        r"|\bnobody (?:cares|loves|would care) (?:about )?me\b|\b(?:hate|loathe) (?:myself"
        r"|my ?life so much|who i am)\b|\bdepression (?:is|has|hits?|got|hitting|took)\b"
        r"|\bi have no ?(?:one|body) left\b|\bim a burden\b",
        r"\b(?:he|she|husband|boyfriend|wife|girlfriend|partner|dad|ex"
        r"|stepdad) (?:\w+ )?(?:hits|beats|hit|beat|abuses|abused|rap(?:es|ed)|chok(?:es"
        r"|ed)) me\b(?! (?:at|in|to) )|\bi was (?:\w+ )?(?:raped|assaulted|molested|abused)\b"
        r"|\b(?:got|just) diagnosed with\b|\bi(?:m| am| might be) dying (?:of|from) (?:cancer"
        r"|\w+ disease)|\b(?:terminal|stage (?:4|four|3|three)) (?:cancer)?\b|\bmy (?:wife"
        r"|husband|fiancee?|girlfriend|boyfriend) (?:\w+ )?(?:left me|walked out|cheated"
        r"|wants a divorce)\b(?=.*\b(?:cry\w*|cant|destroy\w*|broken|devastat\w*|apart"
        r"|know what|help|shatter\w*|lost)\b)",
    ),
    "es": (
        r"\b(?:murio|fallecio|ha muerto|ha fallecido|se murio|se me murio|se nos fue|se me fue"
        r"|perdi|perdimos|perder|enterr\w+|he perdido|velorio de|funeral de|entierro de"
        r"|muerte de|acaba de morir|esta muriendo|se muere|suicidio de|se suicido|mataron"
        r"|dormir|se mato) (?:\w+ )?(?:a )?(?:mi|mis|nuestr[oa]) (?:\w+ )?{who_es}\b",
        r"\b(?:mi|mis|nuestr[oa]) (?:\w+ )?{who_es} (?:\w+ ){0,2}?(?:murio|fallecio|muerto"
        r"|muerta|fallecid[oa]|se (?:mato|suicido|ahorco|muere|nos fue)|tiene cancer"
        r"|esta (?:en coma|muriendo|grave|en la uci)|ya no esta con nosotros)\b|\b(?:estoy"
        r"|sigo) de (?:duelo|luto)\b|\b(?:del|en el|al|un) (?:funeral|entierro|velorio)\b"
        r"|\baborto espontaneo\b|\b(?:soy|quede|enviude|recien) (?:\w+ )?viud[oa]\b|\benviude\b",
        r"\b(?:ataque|crisis|ataques) de (?:panico|ansiedad|nervios|angustia)\b"
        r"|\bcrisis nerviosa\b|\bno puedo (?:ni )?respirar\b(?=.*(?:panico|ansiedad|miedo|ayuda"
        r"|llor)|$)",
        r"\b(?:no (?:puedo|paro|dejo|consigo)|sin) (?:\w+ )?(?:parar |dejar "
        r"|paro )?(?:de )?(?:llorar|temblar|lloro)\b|\b(?:llor\w+) (?:\w+ )?(?:toda la noche"
        r"|todo el dia|todas las noches|cada noche|a mares|sin parar|sol[oa]|desde|horas"
        r"|ahora mismo)\b|\bestoy (?:llorando|temblando)\b",
        r"\b(?:todo|mundo|vida) (?:\w+ ){0,3}?(?:viene (?:todo )?(?:encima|abajo)|derrumb\w+"
        r"|desmoron\w+|hunde|cae (?:encima|a pedazos)|va a la mierda|fue a la mierda"
        r"|acabo para mi)\b|\bme (?:\w+ )?(?:derrumb\w+|hund\w+|estoy (?:hundiendo|derrumbando"
        r"|rompiendo|ahogando)|siento (?:morir|ahogad\w))\b|\bno levanto cabeza\b"
        r"|\btoque fondo\b|\bhe tocado fondo\b|\blo (?:he perdido|perdi) todo\b",
        r"\b(?:estoy|ando|me siento|sigo|me encuentro) (?:\w+ ){0,2}?(?:destrozad[oa]"
        r"|hundid[oa]|desesperad[oa]|devastad[oa]|deprimid[oa]|rot[oa] por dentro"
        r"|vaci[oa] (?:por dentro)?|fatal|en depresion|hech[oa] (?:polvo|mierda)"
        r"|muert[oa] por dentro|una carga|sin esperanza|solisim[oa]"
        r"|muy sol[oa])\b(?! (?:por (?:verte|tocarte|besarte|ti)|de tanto (?:gym|entrenar)))"
        r"|\bno (?:puedo mas|aguanto mas|doy mas|se que hacer con mi vida|puedo seguir asi"
        r"|tengo fuerzas)\b(?! (?:de (?:risa|ganas|calor)|con (?:las ganas|este calor)"
        r"|sin verte))|\bme odio\b|\bnadie me (?:quiere|entiende|ayuda)\b|\bdepresion (?:me"
        r"|severa|profunda|otra|muy)\b|\btengo (?:una )?depresion\b|\bel (?:me )?(?:pega"
        r"|golpea)\b|\bme (?:violaron|viola|pega mi|golpea mi|maltrata)\b|\bme diagnosticaron\b"
        r"|\btengo cancer\b",
    ),
    "pt": (
        r"\b(?:perdi|perdemos|enterrei|enterramos|morreu|faleceu|velorio d[oae]|enterro d[oae]"
        r"|funeral d[oae]|morte d[oae]|luto pel[oa]|se matou|suicidio d[oae]) (?:\w+ )?(?:meu"
        r"|minha|nosso|nossa|meus|o meu|a minha) (?:\w+ )?{who_pt}\b",
        r"\b(?:meu|minha|nosso|nossa|meus) (?:\w+ )?{who_pt} (?:\w+ ){0,2}?(?:morreu|faleceu"
        r"|partiu|se foi|falecid[oa]|mort[oa]|morrendo|se (?:matou|suicidou|enforcou)"
        r"|ta (?:em coma|na uti|com cancer)|esta (?:em coma|na uti|com cancer)|tem cancer"
        r"|nos deixou)\b|\b(?:to|estou) (?:de|em) luto\b|\b(?:do|no|um|de um) (?:funeral"
        r"|velorio|enterro)\b|\baborto espontaneo\b|\bperdi (?:o|meu) bebe\b|\b(?:sou|fiquei"
        r"|virei) viuv[oa]\b",
        r"\b(?:crise|ataque|crises) de (?:panico|ansiedade|choro|nervos)\b|\bcolapso nervoso\b"
        r"|\b(?:to|estou|tive um) surt\w+\b(?= (?:de |total|serio|e chor|nao))"
        r"|\bnao consigo (?:nem )?respirar\b",
        r"\b(?:nao (?:consigo|paro|consegui)|sem) (?:\w+ )?(?:parar |paro )?(?:de )?(?:chorar"
        r"|tremer)\b|\bchor\w+ (?:\w+ )?(?:a noite toda|toda noite|o dia todo|todo dia"
        r"|todas as noites|sozinh\w|sem parar|muito|desde|horas|agora|no banheiro)\b|\b(?:to"
        r"|estou|tou) chorando\b(?! de)",
        r"\b(?:tudo|mundo|vida) (?:\w+ ){0,3}?(?:desab\w+|desmoron\w+|caindo|acabou pra mim"
        r"|ruind\w+|ruiu|foi pro buraco|um inferno|acabando)\b|\bsem chao\b|\bfundo do poco\b"
        r"|\bperdi tudo\b|\bto (?:me )?(?:afundando|desmoronando|quebrad\w por dentro)\b",
        r"\b(?:to|estou|tou|me sinto|sinto me|ando) (?:\w+ ){0,2}?(?:destruid[oa]"
        r"|desesperad[oa]|arrasad[oa]|devastad[oa]|depressiv[oa]|deprimid[oa]"
        r"|vazi[oa] por dentro|acabad[oa] por dentro|em depressao|com depressao|sem esperanca"
        r"|muito sozinh[oa]|mort[oa] por dentro|um fardo|um lixo|sem forcas?|no limite"
        r"|mal demais|muito mal)\b(?! (?:pra te|por voce|de saudade))|\bnao (?:aguento mais"
        r"|to aguentando|suporto mais|sei mais o que fazer|tenho mais forcas?|consigo (?:seguir"
        r"|mais seguir|levantar da cama|continuar))\b(?! (?:de (?:vontade|tesao|saudade|rir"
        r"|calor|esperar)|esse calor|esperar|ficar sem|viver|a vida|essa vida))|\bme odeio\b"
        r"|\bninguem (?:me ama|liga pra mim|se importa comigo|me ajuda)\b|\btenho depressao\b"
        r"|\bdepressao (?:voltou|profunda|ta|me)\b|\b(?:ele|marido|namorado) me (?:bate|agride"
        r"|espanca)\b|\bfui (?:estuprad|abusad|violentad)[oa]\b|\b(?:fui diagnosticad[oa]"
        r"|to com cancer|tenho cancer)\b",
    ),
    **DISTRESS_DE_FR_IT,
}
