"""
Grief, panic, breakdown: distress short of self-harm, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_DISTRESS` is blanked out first: phones that died, laughter, bands, films.
"""

from __future__ import annotations

WORDS = {
    "who_en": r"(?:mom|mum|mother|mama|dad|father|papa|wife|husband|son|daughter|baby|kid|child"
    r"|brother|sister|bro|sis|twin|grand(?:ma|pa|mother|father|dad|mom)|gran|granny|nan|nana|aunt|aunty"
    r"|auntie|uncle|cousin|(?:best |closest )?friend|bestie|fiancee?|girlfriend|boyfriend|gf|bf|partner"
    r"|dog|cat|puppy|pup|kitten|doggo|horse|parents|mate|buddy|colleague|roommate|niece|nephew|ex)",
    "my_en": r"(?:my|our) (?:\w+ ){0,2}?",
    "who_es": r"(?:madre|mama|mami|padre|papa|papi|viejo|vieja|jefa|espos[oa]|marido|mujer|hij[oa]|bebe"
    r"|herman[oa]|abuel[oa]|abuelit[oa]|ti[oa]|prim[oa]|(?:mejor )?amig[oa]|novi[oa]|perr[oa]|perrit[oa]"
    r"|gat[oa]|pareja|companer[oa]|sobrin[oa]|viejita|viejito)",
    "who_pt": r"(?:mae|pai|espos[oa]|marido|mulher|filh[oa]|bebe|irma|irmao|avo|vo|vovo|vovó|ti[oa]|prim[oa]"
    r"|(?:melhor )?amig[oa]|namorad[oa]|cachorr[oa]|cachorrinh[oa]|cao|gat[oa]|companheir[oa]|coroa|noiv[oa]"
    r"|sobrinh[oa])",
    "who_de": r"(?:mutter|mama|mutti|vater|papa|frau|mann|ehemann|ehefrau|sohn|tochter|baby|kind|bruder"
    r"|schwester|oma|opa|gro(?:ss)?mutter|grossvater|grossmutter|tante|onkel|cousine?|(?:beste\w? )?freund(?:in)?"
    r"|kumpel|hund|katze|kater|partner(?:in)?|verlobte[r]?|pferd|eltern|neffe|nichte)",
    "who_fr": r"(?:mere|maman|daronne?|pere|papa|femme|mari|fils|fille|bebe|frere|soeur|grand ?mere|grand ?pere"
    r"|mamie|papi|papy|mami|meme|pepe|tante|tonton|oncle|cousine?|(?:meilleure? )?amie?|(?:meilleur )?pote|copain"
    r"|copine|chien(?:ne)?|chat(?:te)?|compagn\w+|conjoint\w?|neveu|niece|enfant|parents|epoux|epouse)",
    "who_it": r"(?:madre|mamma|padre|papa|babbo|moglie|marito|figli[oa]|bambin[oa]|bimb[oa]|fratello|sorella"
    r"|nonn[oa]|zi[oa]|cugin[oa]|(?:miglior[e]? )?amic[oa]|(?:migliore )?ragazz[oa]|fidanzat[oa]|can(?:e|uccio"
    r"|a)|gatt[oa]|compagn[oa]|nipote|genitori)",
}

NO_DISTRESS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:phone|battery|laptop|car|wifi|computer|plant|fish|controller|tv|pc|ps5|truck|bike|vibe|party"
        r"|conversation|trend|meme|joke)s? (?:just )?(?:died|is dead|passed|broke down)\b",
        r"\bpanic! ?at\b|\bpanic at the\b|\bhidden panic\b|\b(?:cried|crying|cry|sobbing|tears|dying|cant breathe)"
        r" (?:\w+ )?(?:of|from|with|at|over|laughing|tears of) (?:laugh\w*|joy|happy|happiness|laughter|a (?:movie"
        r"|film|show|meme|video)|the (?:movie|film|show|meme|ending|finale)|this (?:movie|meme|video)|titanic"
        r"|onions?)\b|\bhappy (?:tears|crying)\b|\blaugh\w*[^.!?;]{0,15}(?:cry\w*|breathe)\b",
        r"\b(?:dead|died) (?:to me|tired|lift\w*|serious|inside lol|line)\b|\b(?:in the|this|that|the) (?:show"
        r"|movie|game|book|series|episode|film)\b[^.!?;]{0,40}|\b(?:when|then|where) (?:the|his|her|their) (?:dog|mom"
        r"|dad|wife) dies\b|\bcelebrat\w+[^.!?;]{0,20}\blife\b",
        r"\b(?:breaks?|broke|breaking) down (?:the|on the|how|why|in songs|your|a|that)\b|\bfalling apart at the seams"
        r" laughing\b|\bhopeless romantic\b|\bhopelessly (?:in love|romantic|devoted)\b|\bdepressed (?:when|that) "
        r"(?:the weekend|it rains|my team)\b|\b(?:wings|team|jeans|shoes|sofa|couch|house|car) (?:is|are)"
        r" falling apart\b|\bnumb (?:fingers|toes|feet|hands|lips|from the cold)\b|\blinkin park\b",
        r"\b(?:almost|nearly|about to|gonna|going to|would) (?:have|had|has|got|get|give me|gave me)? ?(?:a )?(?:heart"
        r" attack|panic attack|breakdown)\b(?= (?:lol|haha|when i saw|seeing))",
    ),
    "es": (
        r"\b(?:movil|celular|telefono|bateria|pila|coche|carro|ordenador|planta|wifi)\b[^.!?;]{0,15}\b(?:murio"
        r"|muerto|muerta)\b|\bse (?:me )?(?:murio|ha muerto) (?:el|la|mi) (?:movil|celular|telefono|bateria|coche"
        r"|carro|ordenador|planta|wifi|pila|pc|tele)\b",
        r"\b(?:llor\w+|lagrimas) de (?:risa|alegria|felicidad|emocion)\b|\b(?:reir|reirme|sonreir|mirarte|pensar)\b"
        r"[^.!?;]{0,15}|\b(?:en la|esa|una|la) (?:peli\w*|serie|novela)\b[^.!?;]{0,40}",
    ),
    "pt": (
        r"\b(?:celular|telefone|telemovel|bateria|carro|computador|notebook|planta|wifi|pc)\b[^.!?;]{0,15}\bmorr\w+\b",
        r"\bchor\w+ de (?:rir|alegria|felicidade|emocao|tanto rir)\b|\b(?:no|nesse|do|o) (?:filme|livro|desenho)\b"
        r"[^.!?;]{0,40}|\b(?:na|nessa|da|a) (?:serie|novela)\b[^.!?;]{0,40}",
    ),
    "de": (
        r"\b(?:handy|akku|auto|laptop|rechner|pflanze|pc|wlan|fernseher)\b[^.!?;]{0,15}\b(?:gestorben|tot)\b",
        r"\b(?:vor lachen|vor freude|vor gluck) (?:\w+ )?(?:wein\w*|heul\w*|gewein\w*|geheul\w*|tran\w*)\b"
        r"|\b(?:wein\w*|heul\w*|geweint|geheult|tranen) (?:\w+ )?vor (?:lachen|freude|gluck)\b|\b(?:im|in dem|in"
        r" der|den) (?:film|serie|buch|roman)\b[^.!?;]{0,40}|\btote hose\b",
    ),
    "fr": (
        r"\b(?:tel|telephone|portable|batterie|voiture|ordi|plante|wifi|pc)\b[^.!?;]{0,15}\b(?:mort|morte|lache)\b",
        r"\bpleur\w+ de (?:rire|joie|bonheur)\b|\b(?:rire|sourire)\b|\b(?:dans|du|le|ce) (?:film|livre)\b[^.!?;]{0,40}"
        r"|\bdans (?:la|une|cette) serie\b[^.!?;]{0,40}|\bcrise de (?:rire|fou rire)\b|\bmort de rire\b",
    ),
    "it": (
        r"\b(?:a pezzi|distrutt[oa]|mort[oa]) (?:\w+ )?(?:dopo|dalla|dal|per) (?:la |il |l)?(?:palestra|lavoro|allenamento|corsa|partita|viaggio|turno)\b|\b(?:telefono|cellulare|batteria|macchina|auto|computer|pianta|wifi|pc)\b[^.!?;]{0,15}\b(?:mort\w|morto)\b"
        r"|\bmi e mort\w (?:il|la) (?:telefono|cellulare|batteria|macchina|auto|computer|pianta|pc)\b",
        r"\bpian\w+ (?:dal|dalle|di|per le) (?:ridere|risate|gioia|felicita)\b|\b(?:ridere|sorridere)\b|\b(?:nel|del"
        r"|il) (?:film|libro)\b[^.!?;]{0,40}|\bnella serie\b[^.!?;]{0,40}",
    ),
}

DISTRESS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b{my_en}{who_en}(?:s)? (?:\w+ ){0,2}?(?:died|dead|dying|passed(?: away| on|$| last| this| yesterday"
        r"| in| on)|passing|is gone forever|has passed|took (?:his|her|their) own life|(?:killed|hanged|shot|hung)"
        r" (?:him|her|them)sel\w+|committed suicide|di+ed|ded|funeral|has (?:stage|terminal|\w+ cancer|cancer)|is in"
        r" (?:the )?(?:icu|hospice|a coma)|overdosed|was killed|got killed|was murdered)\b(?! (?:set|to me|tired))",
        r"\b(?:lost|losing|loosing|buried|burying|bury|cremated|mourning|grieving(?: for)?) {my_en}{who_en}\b"
        r"(?! (?:in the (?:store|mall|crowd)|at the (?:mall|park|airport)))|\b(?:lost|buried) (?:him|her|the baby"
        r"|our baby|a child)\b(?= (?:last|yesterday|this|in|to cancer|to|two|three|a))",
        r"\b(?:at|after|from|to|back from|planning|for) (?:a |the |my |his |her |our )?(?:\w+ )?funeral\b|\bput (?:my"
        r"|our) (?:\w+ )?(?:dog|cat|horse|pup\w*|pet|best friend) (?:down|to sleep)\b|\b(?:had a |a |my )?"
        r"(?:miscarriage|stillbirth|stillborn)\b|\bmiscarried\b|\b(?:im|i am|as|became) (?:a |recently |newly )*"
        r"(?:widow(?:er|ed)?|orphan)\b|\bi(?:m| am) (?:still )?(?:grieving|mourning)\b|\b(?:in memory of|rip|rest in"
        r" peace) (?:my|our|mom|dad)\b|\bsuicide of (?:my|our)\b",
        r"\b(?:panic|anxiety|panick|anixety) ?attacks?\b|\b(?:nervous |mental |full |total |complete )break ?down\b"
        r"|\b(?:having|had|have) (?:a |another )?(?:mental |nervous |total |complete )?(?:breakdown|melt ?down)\b"
        r"|\bi(?:m| am) (?:in (?:a )?crisis|breaking down|having a crisis|spiral\w+|panicking|freaking out so bad"
        r"|hyperventilating|shaking and)\b|\bcant (?:breathe|breath)\b(?= (?:and|im|my|i|help|from (?:panic|anxiety"
        r"|crying))|$|[,.!])",
        r"\b(?:cant|cannot|can not|cannt|couldnt|wont|wouldnt) stop (?:crying|sobbing|shaking|the tears|weeping"
        r"|panicking)\b|\b(?:cry|crying|cried|sobbing|weeping|bawling|sob) (?:\w+ )?(?:all (?:day|night|week|the"
        r" time)|every (?:single )?(?:night|day)|my(?:self| eyes)|for (?:hours|days)|rn|right now|uncontrollably"
        r"|alone|in (?:my|the) (?:car|bathroom|bed|room|shower)|to sleep|so (?:much|hard)|nonstop)\b|\bim (?:\w+ )?"
        r"(?:sobbing|bawling|in tears)\b(?! (?:lol|haha))",
        r"\b(?:falling|fall|fell|coming) (?:completely |totally )?apart\b|\bfalling to pieces\b|\b(?:everything|life"
        r"|world|marriage) (?:\w+ ){0,2}?(?:collaps\w+|crumbl\w+|falling apart|fell apart|crashing down|is over"
        r"|went to hell|is ruined)\b|\blost everything\b|\brock bottom\b|\bat (?:my|the) (?:breaking point|wits end"
        r"|lowest|end of my rope)\b|\bend of my rope\b|\bat my limit\b(?=.*(?:cry|cope|anymore|life))",
        r"\b(?:cant|cannot|dont know how to|couldnt|can t|unable to) (?:\w+ )?(?:cope|go on|handle (?:this|it|life"
        r"|anything|my life)|take (?:it|this|life)|do this|keep going|deal with (?:life|this|anything)|function|get"
        r" out of bed)\b(?: any ?more| like this| alone| with (?:it|this|life|losing|the pain))?(?! (?:the"
        r" (?:suspense|wait|heat)|teas\w+|your))(?= ?(?:$|[,.!?]|any ?more|like this|alone|with|since|without|and|im"
        r"|i|everything|my))(?<!cant take it)(?<!cant do this)(?<!cant handle it)(?<!cant handle this)(?<!cant take"
        r" this)|\bcant (?:take|do|handle) (?:this|it|life) any ?more\b",
        r"\b(?:feel|feeling|felt|im|i am) (?:\w+ ){0,2}?(?:hopeless|worthless|so alone|completely alone|all alone in"
        r"|so lonely i|so depressed|severely depressed|depressed|empty inside|dead inside|numb inside|like a"
        r" (?:burden|failure|waste)|devastated|heartbroken|broken inside|suffocating|drowning|so lost|utterly alone"
        r"|traumati[sz]ed|desperate)\b(?! (?:for (?:you|your|a|it)|to (?:see|have|touch|taste|get)))|\bnobody (?:cares"
        r"|loves|would care) (?:about )?me\b|\b(?:hate|loathe) (?:myself|my ?life so much|who i am)\b|\bdepression"
        r" (?:is|has|hits?|got|hitting|took)\b|\bi have no ?(?:one|body) left\b|\bim a burden\b",
        r"\b(?:he|she|husband|boyfriend|wife|girlfriend|partner|dad|ex|stepdad) (?:\w+ )?(?:hits|beats|hit|beat|abuses"
        r"|abused|rap(?:es|ed)|chok(?:es|ed)) me\b(?! (?:at|in|to) )|\bi was (?:\w+ )?(?:raped|assaulted|molested"
        r"|abused)\b|\b(?:got|just) diagnosed with\b|\bi(?:m| am| might be) dying (?:of|from) (?:cancer|\w+ disease)"
        r"|\b(?:terminal|stage (?:4|four|3|three)) (?:cancer)?\b|\bmy (?:wife|husband|fiancee?|girlfriend|boyfriend)"
        r" (?:\w+ )?(?:left me|walked out|cheated|wants a divorce)\b(?=.*\b(?:cry\w*|cant|destroy\w*|broken|devastat\w*"
        r"|apart|know what|help|shatter\w*|lost)\b)",
    ),
    "es": (
        r"\b(?:murio|fallecio|ha muerto|ha fallecido|se murio|se me murio|se nos fue|se me fue|perdi|perdimos|perder"
        r"|enterr\w+|he perdido|velorio de|funeral de|entierro de|muerte de|acaba de morir|esta muriendo|se muere"
        r"|suicidio de|se suicido|mataron|dormir|se mato) (?:\w+ )?(?:a )?(?:mi|mis|nuestr[oa]) (?:\w+ )?{who_es}\b",
        r"\b(?:mi|mis|nuestr[oa]) (?:\w+ )?{who_es} (?:\w+ ){0,2}?(?:murio|fallecio|muerto|muerta|fallecid[oa]|se"
        r" (?:mato|suicido|ahorco|muere|nos fue)|tiene cancer|esta (?:en coma|muriendo|grave|en la uci)|ya no esta con"
        r" nosotros)\b|\b(?:estoy|sigo) de (?:duelo|luto)\b|\b(?:del|en el|al|un) (?:funeral|entierro|velorio)\b"
        r"|\baborto espontaneo\b|\b(?:soy|quede|enviude|recien) (?:\w+ )?viud[oa]\b|\benviude\b",
        r"\b(?:ataque|crisis|ataques) de (?:panico|ansiedad|nervios|angustia)\b|\bcrisis nerviosa\b"
        r"|\bno puedo (?:ni )?respirar\b(?=.*(?:panico|ansiedad|miedo|ayuda|llor)|$)",
        r"\b(?:no (?:puedo|paro|dejo|consigo)|sin) (?:\w+ )?(?:parar |dejar |paro )?(?:de )?(?:llorar|temblar|lloro)\b"
        r"|\b(?:llor\w+) (?:\w+ )?(?:toda la noche|todo el dia|todas las noches|cada noche|a mares|sin parar|sol[oa]"
        r"|desde|horas|ahora mismo)\b|\bestoy (?:llorando|temblando)\b",
        r"\b(?:todo|mundo|vida) (?:\w+ ){0,3}?(?:viene (?:todo )?(?:encima|abajo)|derrumb\w+|desmoron\w+|hunde|cae"
        r" (?:encima|a pedazos)|va a la mierda|fue a la mierda|acabo para mi)\b|\bme (?:\w+ )?(?:derrumb\w+|hund\w+|estoy"
        r" (?:hundiendo|derrumbando|rompiendo|ahogando)|siento (?:morir|ahogad\w))\b|\bno levanto cabeza\b|\btoque fondo\b"
        r"|\bhe tocado fondo\b|\blo (?:he perdido|perdi) todo\b",
        r"\b(?:estoy|ando|me siento|sigo|me encuentro) (?:\w+ ){0,2}?(?:destrozad[oa]|hundid[oa]|desesperad[oa]|devastad[oa]"
        r"|deprimid[oa]|rot[oa] por dentro|vaci[oa] (?:por dentro)?|fatal|en depresion|hech[oa] (?:polvo|mierda)|muert[oa] por"
        r" dentro|una carga|sin esperanza|solisim[oa]|muy sol[oa])\b(?! (?:por (?:verte|tocarte|besarte|ti)|de tanto"
        r" (?:gym|entrenar)))|\bno (?:puedo mas|aguanto mas|doy mas|se que hacer con mi vida|puedo seguir asi|tengo fuerzas)\b"
        r"(?! (?:de (?:risa|ganas|calor)|con (?:las ganas|este calor)|sin verte))|\bme odio\b|\bnadie me (?:quiere|entiende"
        r"|ayuda)\b|\bdepresion (?:me|severa|profunda|otra|muy)\b|\btengo (?:una )?depresion\b|\bel (?:me )?(?:pega|golpea)\b"
        r"|\bme (?:violaron|viola|pega mi|golpea mi|maltrata)\b|\bme diagnosticaron\b|\btengo cancer\b",
    ),
    "pt": (
        r"\b(?:perdi|perdemos|enterrei|enterramos|morreu|faleceu|velorio d[oae]|enterro d[oae]|funeral d[oae]|morte d[oae]|luto"
        r" pel[oa]|se matou|suicidio d[oae]) (?:\w+ )?(?:meu|minha|nosso|nossa|meus|o meu|a minha) (?:\w+ )?{who_pt}\b",
        r"\b(?:meu|minha|nosso|nossa|meus) (?:\w+ )?{who_pt} (?:\w+ ){0,2}?(?:morreu|faleceu|partiu|se foi|falecid[oa]|mort[oa]"
        r"|morrendo|se (?:matou|suicidou|enforcou)|ta (?:em coma|na uti|com cancer)|esta (?:em coma|na uti|com cancer)"
        r"|tem cancer|nos deixou)\b|\b(?:to|estou) (?:de|em) luto\b|\b(?:do|no|um|de um) (?:funeral|velorio|enterro)\b"
        r"|\baborto espontaneo\b|\bperdi (?:o|meu) bebe\b|\b(?:sou|fiquei|virei) viuv[oa]\b",
        r"\b(?:crise|ataque|crises) de (?:panico|ansiedade|choro|nervos)\b|\bcolapso nervoso\b|\b(?:to|estou|tive um) surt\w+\b"
        r"(?= (?:de |total|serio|e chor|nao))|\bnao consigo (?:nem )?respirar\b",
        r"\b(?:nao (?:consigo|paro|consegui)|sem) (?:\w+ )?(?:parar |paro )?(?:de )?(?:chorar|tremer)\b|\bchor\w+ (?:\w+ )?(?:a noite"
        r" toda|toda noite|o dia todo|todo dia|todas as noites|sozinh\w|sem parar|muito|desde|horas|agora|no banheiro)\b"
        r"|\b(?:to|estou|tou) chorando\b(?! de)",
        r"\b(?:tudo|mundo|vida) (?:\w+ ){0,3}?(?:desab\w+|desmoron\w+|caindo|acabou pra mim|ruind\w+|ruiu|foi pro buraco"
        r"|um inferno|acabando)\b|\bsem chao\b|\bfundo do poco\b|\bperdi tudo\b|\bto (?:me )?(?:afundando|desmoronando|quebrad\w por"
        r" dentro)\b",
        r"\b(?:to|estou|tou|me sinto|sinto me|ando) (?:\w+ ){0,2}?(?:destruid[oa]|desesperad[oa]|arrasad[oa]|devastad[oa]"
        r"|depressiv[oa]|deprimid[oa]|vazi[oa] por dentro|acabad[oa] por dentro|em depressao|com depressao|sem esperanca|muito sozinh[oa]"
        r"|mort[oa] por dentro|um fardo|um lixo|sem forcas?|no limite|mal demais|muito mal)\b(?! (?:pra te|por voce|de saudade))"
        r"|\bnao (?:aguento mais|to aguentando|suporto mais|sei mais o que fazer|tenho mais forcas?|consigo (?:seguir|mais seguir"
        r"|levantar da cama|continuar))\b(?! (?:de (?:vontade|tesao|saudade|rir|calor|esperar)|esse calor|esperar|ficar sem"
        r"|viver|a vida|essa vida))|\bme odeio\b|\bninguem (?:me ama|liga pra mim|se importa comigo|me ajuda)\b|\btenho depressao\b"
        r"|\bdepressao (?:voltou|profunda|ta|me)\b|\b(?:ele|marido|namorado) me (?:bate|agride|espanca)\b|\bfui (?:estuprad|abusad|"
        r"violentad)[oa]\b|\b(?:fui diagnosticad[oa]|to com cancer|tenho cancer)\b",
    ),
    "de": (
        r"\b(?:mein\w*|unser\w*) (?:\w+ )?{who_de}(?:s)? (?:\w+ ){0,5}?(?:gestorben|verstorben|tot|stirbt|von uns gegangen|verloren"
        r"|beerdigt|umgebracht|krebs|im sterben|beerdigung|erhangt|das leben genommen|selbstmord|eingeschlafert|einschlafern|begraben"
        r"|im koma|eingeschlafen fur immer|uberlebt)\b|\b(?:verloren|beerdig\w*|begrab\w*|tod) (?:\w+ )?(?:mein\w*) {who_de}\b|\btod"
        r" mein\w+\b|\bbeerdigung\b(?! (?:im film|von deinem))|\bfehlgeburt\b|\b(?:bin|seit \w+) witwe[r]?\b|\b(?:bin|in) (?:\w+ )?trauer\b",
        r"\bpanik ?attacke\w*|\bangst ?(?:attacke|zustand|anfall)\w*|\bnervenzusammenbruch\w*|\bzusammenbruch\b|\bzusammengebrochen\b"
        r"|\bbreche? (?:\w+ )?zusammen\b|\bkrieg\w* (?:\w+ )?keine luft\b",
        r"\b(?:nicht|nimmer|nur|nur noch|stundenlang|ganze nacht|jede nacht|die ganze zeit|seit tagen|dauernd|nicht mehr) (?:\w+ ){0,2}?"
        r"(?:auf\w* )?(?:am )?(?:zu )?(?:wein\w*|heul\w*|geheult|geweint|am heulen|zitter\w*)\b|\b(?:wein\w*|heul\w*) (?:\w+ ){0,2}?(?:nur"
        r" noch|die ganze|jede nacht|seit|den ganzen tag|mich in den schlaf)\b|\bbin (?:\w+ )?am (?:heulen|weinen)\b",
        r"\b(?:alles|welt|leben) (?:\w+ ){0,3}?(?:bricht zusammen|zusammen|zerbricht|den bach (?:runter|ab)|geht kaputt|vorbei fur"
        r" mich|verloren|sinnlos|uber den kopf)\b|\b(?:hab|habe) alles verloren\b|\b(?:bin|ich bin) (?:\w+ ){0,2}?(?:am ende|am boden(?:"
        r" zerstort)?|verzweifelt|depressiv|fix und fertig mit|total fertig|hoffnungslos|am tiefpunkt|zerstort|gebrochen|kaputt innerlich"
        r"|innerlich (?:tot|leer)|traumatisiert|eine last)\b(?! (?:der (?:woche|serie)|mit (?:dem|der|den) (?:haushalt|arbeit|training)"
        r"|vom (?:sport|training)))|\bmit den nerven am ende\b",
        r"\b(?:kann|schaff\w*|halt\w*|ertrag\w*|pack\w*) (?:\w+ ){0,3}?(?:einfach )?nicht mehr(?: (?:weiter|aus))?(?= ?(?:$|[,.!?]|so"
        r" weiter|und|ich|bin|alles|ohne))(?! ?(?:ohne dich))|\b(?:fuhl\w*) mich (?:\w+ ){0,3}?(?:leer|wertlos|hoffnungslos|so allein"
        r"|total allein|einsam und|elend|wie tot|nutzlos|verzweifelt|verloren)\b|\b(?:hab|habe|meine|schwere) (?:\w+ )?depression\w*\b"
        r"|\bhass\w* (?:mich selbst|mich|mein leben)\b|\bniemand\w* (?:liebt|braucht|mag|hilft) mich?r?\b|\b(?:er|mann|freund|vater)"
        r" schlagt mich\b|\b(?:wurde|bin) (?:\w+ )?(?:vergewaltigt|missbraucht|misshandelt)\b|\b(?:hab|habe) krebs\b|\bdiagnose krebs\b",
    ),
    "fr": (
        r"\b(?:mon|ma|mes|notre|nos) (?:\w+ )?{who_fr} (?:\w+ ){0,3}?(?:est (?:\w+ )?(?:morte?|decedee?|partie?(?: (?:hier|trop tot"
        r"|rejoindre))|dans le coma)|morte?|decedee?|nous a quittes?|m ?a quittes? pour toujours|a un cancer|sest (?:suicide|pendu"
        r"|tue|donne la mort)e?|va mourir|se meurt|est en fin de vie|vient de (?:mourir|deceder|mourrir))\b|\b(?:perdu|enterre\w*|perdre"
        r"|deces de|mort de|enterrement de|obseques de|deuil de|piquer|euthanasi\w+|suicide de) (?:\w+ )?(?:mon|ma|mes|notre) (?:\w+ )?"
        r"{who_fr}\b|\b(?:suis|chui) en deuil\b|\b(?:a|de|d|un|l ?) ?(?:enterrement|obseques)\b(?! de vie)|\bfausse couche\b|\b(?:suis|devenu)"
        r" (?:\w+ )?(?:veuf|veuve)\b",
        r"\b(?:crise|attaque|crises) (?:de |d ?)?(?:panique|angoisse|dangoisse|nerfs|anxiete|danxiete|larmes)\b|\bcrise dangoisse\b|\bcrise de"
        r" nerfs\b|\b(?:arrive|peux) (?:plus|pas) (?:a )?respirer\b",
        r"\b(?:arrete|peux|arrive|fais) (?:pas|plus|que) (?:a |de |d )?(?:m ?arreter de |marreter de )?(?:pleurer|chialer|trembler)\b|\barrete"
        r" pas de (?:pleurer|chialer)\b|\b(?:pleure|chiale|pleurer|chialer) (?:\w+ )?(?:toutes? les? nuits?|toute la nuit|tous les (?:soirs|jours)"
        r"|tout le temps|sans (?:arret|cesse)|seule?|depuis|en boucle|dans mon lit)\b|\ben larmes\b|\bsuis en train de pleurer\b",
        r"\b(?:tout|monde|vie) (?:\w+ )?(?:s ?(?:ecroule|effondre)|seffondre|secroule|part en (?:couille|vrille|fumee)|est fichu|est foutue?)\b"
        r"|\bje (?:\w+ )?(?:craque|meffondre|m effondre|sombre|pete un cable et)\b(?! (?:pour (?:toi|tes|ton)|sur|devant|complet\w* pour))"
        r"|\bau fond du trou\b|\btouche le fond\b|\bau bout du rouleau\b|\btout perdu\b|\bau plus bas\b|\ba bout\b(?=.*(?:pleur|peux|plus|craqu)|$)",
        r"\b(?:suis|chui|chuis|jsuis|me sens|sens) (?:\w+ ){0,2}?(?:aneantie?|desesperee?|devastee?|detruite?|deprimee?|en depression|brisee?|vide"
        r" a linterieur|vide|inutile|un fardeau|un poids|au bout|morte? a linterieur|morte? de linterieur|trop seule?|tellement seule?|en pleine"
        r" depression|au fond|traumatisee?|en detresse)\b(?! (?:de (?:te|pas te)|d ?envie))|\bn?en peux (?:plus|pu)\b(?! (?:de rire|d ?attendre|de"
        r" t))|\bj ?en peux plus\b(?! (?:de rire|dattendre|d attendre|de t|d ?envie))|\bpeux plus (?:continuer|avancer|supporter) (?:comme ca|tout"
        r" ca|cette)\b|\b(?:me|m) ?(?:deteste|hais)\b|\bpersonne (?:ne )?m ?(?:aime|aide|e comprend)\b|\bdepression (?:severe|est|revient|me)\b"
        r"|\bj ?ai (?:un cancer|une depression)\b|\b(?:il|mari|mec|copain|pere) me (?:frappe|bat|tape dessus|cogne)\b|\b(?:me suis fait|ai ete)"
        r" (?:violee?r?|violer|abusee?|agresse\w*)\b",
    ),
    "it": (
        r"\b(?:e|ci|mi|se ne|ci ha|mi ha) (?:\w+ )?(?:morto|morta|mancat[oa]|venut[oa] a mancare|andat[oa] (?:per sempre|via per sempre)|lasciato per"
        r" sempre|decedut[oa]|scompars[oa]|ne e andat[oa]) (?:\w+ )?(?:il |la )?(?:mi[oa]|miei|nostr[oa]) (?:\w+ )?{who_it}\b|\b(?:mi[oa]|miei|nostr[oa])"
        r" (?:\w+ )?{who_it} (?:\w+ ){0,2}?(?:mort[oai]|mancat[oa]|venut[oa] a mancare|decedut[oa]|scompars[oa]|ne e andat[oa]|si e (?:uccis[oa]|ammazzat[oa]"
        r"|suicidat[oa]|tolt[oa] la vita|impiccat[oa])|sta morendo|ha (?:un tumore|il cancro|la leucemia)|e in coma|ci ha lasciat[oi])\b|\b(?:perso|seppellit[oo]"
        r"|perdere|morte d[ie]l?|funerale d[ie]l?|lutto per|suicidio di|sopprimere) (?:\w+ )?(?:il |la |l )?(?:mi[oa]|nostr[oa]) (?:\w+ )?{who_it}\b|\bin lutto\b"
        r"|\b(?:al|dal|un|il) funerale\b|\baborto spontaneo\b|\b(?:sono|rimast[oa]) (?:\w+ )?vedov[oa]\b",
        r"\b(?:attacco|attacchi|crisi) (?:di|d) ?(?:panico|ansia|nervi|dansia|pianto)\b|\besaurimento nervoso\b|\bcrollo nervoso\b|\bnon riesco (?:piu )?a"
        r" respirare\b",
        r"\bnon (?:riesco|smetto|faccio) (?:\w+ ){0,2}?(?:a smettere di |di |che |altro che )?(?:piangere|tremare)\b|\bpiang\w+ (?:\w+ )?(?:tutta la notte|ogni"
        r" (?:notte|sera|giorno)|tutte le notti|tutto il giorno|da (?:ore|giorni|sol\w)|sempre|in continuazione|adesso|senza sosta)\b|\bsto (?:piangendo|tremando)\b",
        r"\b(?:tutto|mondo|vita) (?:\w+ ){0,3}?(?:croll\w+|addosso|a pezzi|distrutta|andata a rotoli|va a rotoli|va a pezzi|e finita per me|uno schifo totale)\b"
        r"|\b(?:sto|sono) (?:\w+ )?(?:crollando|crollat[oa]|sprofondando|affondando|cadendo a pezzi|a pezzi|annegando)\b|\btoccato il fondo\b|\bho perso tutto\b|\bin"
        r" fondo al baratro\b",
        r"\b(?:sono|mi sento|sto) (?:\w+ ){0,2}?(?:distrutt[oa]|disperat[oa]|devastat[oa]|depress[oa]|in depressione|vuot[oa] dentro|mort[oa] dentro|inutile|un peso"
        r"|senza speranza|sol[oa] al mondo|cosi sol[oa]|malissimo|spezzat[oa]|all?o stremo|al limite|un fallimento|traumatizzat[oa])\b(?! (?:dalla palestra|dal lavoro"
        r"|dallo? (?:sport|allenamento)|per (?:te|vederti)))|\bnon (?:ce la faccio|ne posso|resisto|reggo|ce la posso fare|so piu cosa fare) ?(?:piu|ad andare avanti)?"
        r"\b(?! (?:di (?:ridere|aspettare)|a (?:aspettare|smettere|resistere)|dalla voglia|vivere))(?= ?(?:$|[,.!?]|sto|sono|e |con|da|mi|tutto|senza))"
        r"(?<!ce la faccio)(?<!ne posso)(?<!non resisto)(?<!non reggo)|\bmi (?:odio|detesto|faccio schifo)\b|\bnessuno mi (?:ama|aiuta|capisce|vuole bene)\b|\b(?:ho la"
        r"|soffro di) depressione\b|\bdepressione (?:mi|e tornata|profonda)\b|\bho (?:un tumore|il cancro)\b|\b(?:lui|marito|ragazzo|compagno) mi (?:picchia|mena|alza le"
        r" mani)\b|\bsono stat[oa] (?:violentat|stuprat|abusat|molestat)[oa]\b",
    ),
}
