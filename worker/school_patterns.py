"""
School, and parents who have a say: what tells a minor without an age, in six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_SCHOOL` is blanked out first: other people's school, those who teach there, and times long past.
"""

from __future__ import annotations

from worker.minor_patterns import WORDS as AGE_WORDS

WORDS = {
    "of_them": AGE_WORDS["of_them"],
    "kin": AGE_WORDS["kin"],
    "grade": r"(?:[5-9]th|1[0-2]th|[5-9] ?th|fifth|sixth|seventh|eighth|nineth|ninth|tenth|eleventh"
    r"|twelfth|[5-9]|1[0-2])",
    "subject": r"(?:maths?|english|history|chem(?:istry)?|bio(?:logy)?|physics|spanish|french|gym|pe"
    r"|geography|science|algebra|geometry|calc|homeroom|art|band|home ?room|social studies|latin)",
    "parents_en": r"(?:my |the )?(?:mom|mum|dad|parents|mama|mommy|daddy|folks|mother|father|mam|ma"
    r"|rents|stepmom|stepdad)s?",
    "phone_en": r"(?:phone|fone|cell|ipad|tablet|laptop|computer|xbox|ps5|playstation|wifi|screen"
    r" time|switch|internet|pc)",
    "ord_de": r"(?:[5-9]|1[0-3]|funfte\w?|fuenfte\w?|sechste\w?|siebte\w?|achte\w?|neunte\w?"
    r"|zehnte\w?|elfte\w?|zwolfte\w?)",
    "year_es": r"(?:[1-6] ?(?:[oº]|ro|do|ero|er|to|a)?|primero|primer|segundo|tercero|tercer|cuarto"
    r"|quinto|sexto)",
    "year_pt": r"(?:[1-9] ?[oºa]?|1[0-2] ?[oº]?|primeiro|segundo|terceiro|sexto|setimo|oitavo|nono"
    r"|decimo|decimo primeiro|decimo segundo|quinto)",
    "year_it": r"(?:prima|seconda|terza|quarta|quinta|1 ?a|2 ?a|3 ?a|4 ?a|5 ?a|primo|secondo|terzo"
    r"|quarto|quinto|[1-5])",
    "year_fr": r"(?:sixieme|6 ?e(?:me)?|cinquieme|5 ?e(?:me)?|quatrieme|4 ?e(?:me)?|troisieme"
    r"|3 ?e(?:me)?|seconde|2 ?n?de|premiere|1 ?ere|terminale|term)",
}

NO_SCHOOL: dict[str, tuple[str, ...]] = {
    "all": (r"{kin}{of_them}",),
    "en": (
        r"\b(?:i|we) (?:teach|taught|coach|coached|tutor|tutored|grade|sub|work|worked|used to)\b"
        r"[^.!?;]{0,40}|\b(?:teaching|coaching|grading|marking|tutoring|subbing)\b[^.!?;]{0,40}",
        r"\b(?:as|be|become|became|being|being|im|i am|was) an? (?:\w+ ){0,4}(?:teacher|coach"
        r"|principal|janitor|counsell?or|tutor|professor|custodian|nurse)\b[^.!?;]{0,30}",
        r"\bhigh school (?:teacher|coach|reunion|sweethearts?|friends?|diploma|days|musical|years"
        r"|memories|yearbook|buddy|buddies|ex|romance|drop ?out|bullies|level)\b",
        r"\b(?:back|was|were|been|since|from|after|finish\w*|graduat\w*|left|out of|remember|during"
        r"|like|hated|loved|miss|used to|knew|met|feels?)\b[^.!?;,]{0,25}"
        r"\b(?:high ?school|middle school|{grade} grade|school)\b",
        r"\b(?:my |the )?(?:old|former) (?:high |middle )?school\b[^.!?;]{0,30}",
        r"\bin (?:high|middle) school (?:i|we) (?:was|were|had|used|played|did|never|always|loved"
        r"|hated|got|dated|ran|wrestled)\b|^(?:in )?high school was\b",
        r"\b(?:old|film|art|med(?:ical)?|law|grad(?:uate)?|business|culinary|driving|night|trade"
        r"|dance|nursing|flight|ski|beauty|cooking|pre ?|sunday|boarding|flying) ?school\b",
        r"\b(?:schooled|homework on (?:you|u|him|her|them)|your homework|college homework|did (?:my|the)"
        r" homework before)\b",
        r"\bcollege (?:freshman|sophomore|junior|senior)\b|\b(?:freshman|sophomore|junior|senior)"
        r" (?:year )?(?:in|at|of) (?:college|uni\w*|state|\w+ university)\b|\bsenior (?:dev\w*|manager"
        r"|engineer|citizen|discount|analyst|partner|executive|\w+er\b|living|home)",
        r"\b(?:flight|plane|boat|ship|power line|wire|electric\w*|well|down to earth)\b.{0,15}"
        r"\bgrounded\b|\bgrounded (?:person|guy|man|and calm|in)\b|\b(?:stay|keeps? me|feel|very|so)"
        r" grounded\b",
        r"\b(?:drive|driving) (?:\w+ ){0,2}school bus\b|\bschool (?:board|district|run|pick ?up|taxes"
        r"|fees|lunch(?:es)? for|shooting)\b|\bparent teacher\b",
    ),
    "es": (
        r"\b(?:soy|fui|era|trabajo|doy|daba|ensen\w+|imparto|di) (?:\w+ ){0,3}?(?:profe\w*|maestr\w+"
        r"|docente|clases?|director\w*|conserje|orientador\w*)\b[^.!?;]{0,40}",
        r"\b(?:en (?:la|el|mis tiempos de)|de joven|cuando|desde) [^.!?;]{0,30}\b(?:era|estaba|iba"
        r"|tenia|estudiaba|jugaba|fui|me gustaba|conoci)\b[^.!?;]{0,30}",
        r"\b(?:era|estaba|iba|jugaba|conoci|termine|acabe|deje|estudie|hice|fui|reencuentro"
        r"|companer\w+ del?) [^.!?;]{0,30}\b(?:secundaria|instituto|bachillerato|prepa|eso|colegio"
        r"|liceo)\b",
        r"\b(?:eso|esto) (?:es|no|si|me|te|fue|que|era|lo)\b|\bsegundo (?:plato|piso|hijo|dia)\b",
    ),
    "pt": (
        r"\b(?:sou|fui|era|trabalho|dou|dava|ensino(?! medio)|leciono) (?:\w+ ){0,3}?(?:prof\w*"
        r"|aulas?|docente|diretor\w*|inspetor\w*)\b[^.!?;]{0,40}",
        r"\b(?:no|na|quando|desde o|desde a|do|da epoca do) [^.!?;]{0,30}\b(?:eu era|era|estava|ia"
        r"|tinha|estudava|jogava|conheci)\b[^.!?;]{0,30}",
        r"\b(?:saudades?|epoca|tempos?|amig\w+|turma) (?:\w+ )?(?:do|da|de) (?:ensino medio|colegial|escola|secundario|liceu|colegio)\b|\b(?:era|terminei|acabei|larguei|parei|fiz|estudei|amig\w+ d[oe]|jogava|conheci)"
        r" [^.!?;]{0,25}\b(?:ensino medio|colegial|escola|secundario|liceu)\b",
    ),
    "de": (
        r"\b(?:bin|war|arbeite|als|unterrichte?|lehre|werde) (?:\w+ ){0,4}?(?:lehrer\w*|lehrkraft"
        r"|direktor\w*|schulleiter\w*|hausmeister|referendar\w*|erzieher\w*)\b[^.!?;]{0,40}",
        r"\b(?:unterrichte?|korrigiere?|betreue) [^.!?;]{0,40}",
        r"\b(?:in der|auf dem|aufm|damals|fruher|als ich|wahrend|nach dem|nach der|vor dem|mein) "
        r"[^.!?;]{0,35}\b(?:war|hatte|hab ich|ging|mochte|gespielt|gemacht|kennengelernt|fand"
        r"|gehabt|gewesen)\b",
        r"\b(?:war|hatte|hab|habe|ging|gemacht) [^.!?;]{0,30}\b(?:19\d\d|200\d|201\d|damals|fruher"
        r"|vor \w+ jahren|lang her|gesessen)\b[^.!?;]{0,20}|\babi(?:tur)?zeit\b|\babitreffen\b"
        r"|\bklassentreffen\b|\b(?:erste|zweite|1|2) klasse (?:ticket|fahren|im zug|bahn)\b",
    ),
    "fr": (
        r"\b(?:suis|etais|etait|bosse|travaille|enseigne|donne|donnais|comme|metier) (?:\w+ ){0,4}?"
        r"(?:prof\w*|cours|enseignant\w*|cpe|surveillant\w*|pion(?:ne)?|directeur|directrice"
        r"|instit\w*)\b[^.!?;]{0,40}|\benseigne\b[^.!?;]{0,40}",
        r"\b(?:au|en|quand|a lepoque du|depuis le|apres le) [^.!?;]{0,25}\b(?:j ?etais|j ?avais"
        r"|je faisais|on etait|jai connu|jai rencontre|je jouais|j ?ai eu)\b[^.!?;]{0,30}",
        r"\b(?:j ?etais|j ?avais|je faisais|jai fini|jai quitte|jai rate|j ?ai eu|amis? du|pote du)"
        r" [^.!?;]{0,30}\b(?:lycee|college|seconde|premiere|terminale|bac|ecole)\b",
        r"\ben (?:premiere|seconde) (?:classe|ligne|main|page|partie|position|place|mi temps)\b"
        r"|\b(?:une|la|deux|quelques|chaque|par|en une|trente) secondes?\b|\bbac a\b|\b(?:la|ma|une)"
        r" (?:premiere|troisieme|terminale) (?:fois|chose|etape|nuit)\b|\bbac ?[+] ?\d",
    ),
    "it": (
        r"\b(?:sono|ero|faccio|lavoro|insegno|insegnavo|come) (?:\w+ ){0,4}?(?:prof\w*|insegnant\w"
        r"|maestr\w|bidell\w|preside|docente)\b[^.!?;]{0,40}|\binsegn(?:o|avo|iamo)\b[^.!?;]{0,40}",
        r"\b(?:al|alle|ai tempi del|quando|alla) [^.!?;]{0,25}\b(?:ero|avevo|facevo|giocavo|andavo"
        r"|ho conosciuto|ho avuto|eravamo)\b[^.!?;]{0,30}",
        r"\b(?:ero|avevo|facevo|giocavo|andavo|ho finito|ho fatto|ho lasciato|compagn\w+) "
        r"[^.!?;]{0,25}\b(?:liceo|superiori|medie|scuola)\b",
        r"\b(?:prima|seconda) (?:classe|volta|fila|guerra|parte)\b|\b(?:prima|seconda|terza) (?:di"
        r"|che|o poi)\b",
    ),
}

SCHOOL: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:in|into|start(?:ing|ed)?|entering|repeating|finishing|currently|im a|just) (?:\w+ )?"
        r"(?:the )?{grade} (?:grade|grader)\b|\b(?:im|i am|as) an? {grade} grader\b"
        r"|^(?:\w+ ){0,2}{grade} ?(?:grade|grader)\b",
        r"\bgrade (?:[6-9]|1[0-2])\b(?! (?:steak|beef|concrete|steel))|\b(?:1st|2nd|3rd|[4-8]th|first|second|third|fourth|fifth|sixth|seventh|last|free) period\b(?! (?:in|of|drama))|\bin (?:yr|year) (?:[7-9]|1[0-3])\b|\b(?:in|start\w*) (?:the )?(?:6th|sixth) form\b"
        r"|\b(?:im a|in) (?:yr|year) (?:[7-9]|1[0-3])s?\b",
        r"\b(?:im|i am|still|currently|rn|only|bc|cuz|as im|being) (?:\w+ ){0,3}?in (?:high ?school"
        r"|hs|middle school|junior high|secondary school|school(?! of| for| district|\w* board))\b",
        r"\b(?:i go to|i attend|im at|i hate|start(?:ing)?|at my|my) (?:\w+ ){0,1}(?:high ?school"
        r"|middle school|junior high|hs|secondary school)\b",
        r"\b(?:freshman|freshie|sophomore|junior|senior) (?:year )?(?:in|at|of|from) (?:\w+ )?(?:hs"
        r"|high ?school|school)\b|\b(?:hs|high ?school) (?:student|freshman|sophomore|junior|senior"
        r"|kid|girl|boy|cheerleader|er)\b|\bim (?:just |only )?an? (?:freshman|sophomore|high"
        r" ?schooler|middle ?schooler|school ?girl|school ?boy)\b",
        r"\b(?:friends?|kids|everyone|people|guys|girls|boys|bullies|bullied|popular) (?:at|from|in) (?:my )?school\b|\b(?:a|got|have|big|an|for (?:my|a|the)|failed (?:my|a|the)|studying for) (?:\w+ )?{subject} (?:test|exam|quiz|final|hw|homework|project|presentation|paper)\b",
        r"\b(?:my|the|our|mr|mrs|ms|miss) (?:\w+ )?{subject} (?:teacher|class|test|exam|quiz"
        r"|homework|hw)\b|\bin {subject} (?:class|period)\b|^(?:\w+ ){0,4}in (?:{subject}|math) rn\b",
        r"\b(?:my|our) (?:homeroom |substitute |sub )?teachers? (?:is|are|s|will|just|keeps?|took"
        r"|caught|looking|can|would|said|saw|might|hates|gave|told)\b|\bteacher(?:s)? (?:is|are|s)"
        r" (?:looking|coming|watching|right|staring)",
        r"\b(?:in|have|got|during|sitting in|at) (?:\w+ )?(?:homeroom|study hall|detention|recess"
        r"|assembly|gym class)\b|\bgot (?:detention|suspended from school|sent to the principal)\b",
        r"\b(?:after|at|from|before|skip(?:ping|ped)?|ditch(?:ing)?|off|leave|have|got|out of|finish"
        r"|during|hate|missed|cut) school\b(?! ?(?:teacher|run|pick|of |for (?:my|the) kids?))"
        r"|\bschool (?:tmrw|tomorrow|tmr|in the morning|on monday|starts|dance|night|trip|uniform"
        r"|sucks|ends|is (?:so )?boring|rn|today|bus|bathroom|counsell?or|project|exams?)\b"
        r"|\bback to school (?:tomorrow|on|next)\b",
        r"\b(?:my|have|got|doing|do|finish(?:ing)?|finished|because of|of|more|much|so much|hate|no)"
        r" (?:\w+ )?(?:homework|hw)\b",
        r"\b{parents_en} (?:\w+ ){0,2}?(?:took|takes|taking|take|confiscated|checks?|checking"
        r"|monitors?|looks? through|going through|goes through|has|have|tracks?|locked|banned"
        r"|blocked|limits?|turned off) (?:\w+ ){0,2}?{phone_en}\b",
        r"\b{parents_en} (?:\w+ )?(?:grounded|wont let|doesnt let|dont let|didnt let|doesnt want me (?:on|to)|dont want me (?:on|to)|says i cant|say i cant|wouldnt let|makes me (?:go to bed|turn off|give)|make me (?:go to bed|turn off|give)|doesnt allow"
        r"|dont allow|said im too young|think im asleep|thinks im asleep|(?:doesnt|dont|must not|mustnt|cant) know (?:that )?(?:im|i|about)"
        r"|cant know|cant see this|cant find out|would ground|will ground|gonna ground)\b",
        r"\b{parents_en} (?:\w+ )?(?:would|will|gonna|are gonna|is gonna|d|ll) (?:\w+ )?(?:kill me"
        r"|freak|be so mad|murder me|flip|lose it|get mad) (?:if|when) (?:they|she|he) (?:saw|knew"
        r"|sees?|finds?|found|knows?|catch\w*|caught)\b",
        r"\b(?:im|i am|i got|i was|got|still|been) (?:\w+ )?grounded\b|\b(?:my|a|have|got) curfew\b|\bstrict parents\b|\bparents (?:are|r) (?:\w+ )?strict\b|\bmy allowance\b"
        r"|\bpocket money\b(?! for my)",
        r"\b(?:used|using|stole|borrowed|took) (?:my )?(?:moms?|mums?|dads?|parents?) (?:credit )?"
        r"card\b",
        r"\b(?:my|doing|taking|revising|studying|got|have|prepping|preparing|sitting|failed)"
        r" (?:\w+ ){0,2}?(?:gcses?|sats?|psats?|a ?levels?|report card|permission slip|mocks"
        r"|ap exams?)\b|\bmy (?:junior |senior )?prom\b|\blearners permit\b|\bprom (?:is|dress|date)\b",
    ),
    "es": (
        r"\b(?:estoy|voy|ando|curso|paso|estudio|haciendo|hago|repito|repitiendo|empiezo|sigo|en|a"
        r"|de) (?:\w+ ){0,2}?{year_es} ?(?:curso )?(?:de |d )?(?:la |el )?(?:eso|bachillerato|bachi"
        r"|bach|secundaria|secu|prepa\w*|primaria|medio|la media|liceo)\b",
        r"^{year_es} ?(?:de )?(?:la )?(?:eso|bachillerato|bachi|secundaria|prepa)\b",
        r"\b(?:estoy|voy|ando|sigo|aun|todavia|estudio|soy) (?:\w+ ){0,2}?(?:en|a|de|al) (?:la |el |mi"
        r" )?(?:eso|secundaria|secu|prepa\w*|insti\w*|bachi\w*|colegio|cole|liceo|primaria|escuela"
        r"|clase)\b(?! (?:de (?:yoga|baile|cocina|ingles|salsa|pilates|spinning|zumba)))",
        r"\b(?:en|a|del) (?:el |la )?(?:cole|insti|recreo|insti\w*)\b(?! de)|\bme (?:han )?expuls\w+"
        r" del\b|\bclase de (?:mates|lengua|historia|mate\w*|fisica|quimica|educacion fisica|bio)\b",
        r"\b(?:mi|la|el|los) (?:profe?\w*|maestr[oa]s?|tutor\w?|seno) (?:de (?:mates?\w*|lengua|ingles"
        r"|historia|fisica|quimica|bio\w*|naturales|sociales)|me (?:\w+ )?(?:rega\w+|quit\w+|pill\w+"
        r"|castig\w+|cach\w+|ve|mira|suspend\w+)|esta mirando|nos)\b",
        r"\b(?:mi |mis )?(?:mama|mami|madre|papa|papi|padre|padres|papas|viejos|jefa|vieja|viejo) "
        r"(?:\w+ ){0,2}?(?:quit\w+|requis\w+|confisc\w+|castig\w+|revis\w+|control\w+|apag\w+) "
        r"(?:\w+ ){0,3}?(?:celu\w*|movil|telefono|tele|cel|compu\w*|wifi|play|sin|ordenador|internet"
        r"|tablet)\b",
        r"\b(?:mama|madre|papa|padre|padres|papas|viejos),?(?: que)? (?:\w+ )?(?:me (?:castigaron|castigo|han"
        r" castigado|ha castigado|tienen castigad\w|van a matar|mata\w*|matan|va a matar) (?:si|por"
        r"|sin)?|(?:que )?no (?:me )?(?:deja\w*|quier\w+ que (?:este|use|hable|salga)|saben|pueden (?:saber|enterarse)|sabe que))\b"
        r"|\b(?:estoy|me tienen|toy) castigad[oa]\b",
        r"\b(?:mis|los|tengo|hacer|haciendo|muchos|acabo|termino) (?:\w+ )?(?:deberes|tareas?)\b"
        r"(?! (?:de casa|del hogar|domesticas|pendientes del))|\bla tarea de (?:mate\w*|espanol|ingles"
        r"|historia)\b|\b(?:mi|mis) quince(?:anera|anos| anos)?\b(?! (?:fue|fueron))|\bmi paga\b",
        r"\bexamen de (?:mates?\w*|lengua|historia|naturales|fisica|quimica|sociales|recuperacion)\b"
        r"|\b(?:hago|hacer|tengo|preparo|estudiando) (?:\w+ )?(?:selectividad|selec|evau|ebau)\b|\bmanana (?:\w+ )?(?:cole|clase|instituto|insti|colegio)\b|\btengo (?:cole|insti)\b|\b(?:la selectividad|la evau|la ebau) (?:el|este|del|en) (?:ano|proximo|un)\b"
        r"|\bmalas notas\b(?=.*\b(?:mama|madre|padre|papa|cole|insti|celu|movil))",
    ),
    "pt": (
        r"\b(?:to|estou|tou|tô|faco|curso|fazendo|vou|indo|entrei|passei|comecei|repeti|repetindo|no"
        r"|pro|do) (?:\w+ ){0,2}?{year_pt} (?:ano|serie|colegial)\b(?! (?:da faculdade|de (?:faculdade"
        r"|facul|casad\w*|namoro|direito|medicina|engenharia|trabalho|curso)|seguido|consecutivo"
        r"|da facul|do curso|do mestrado|na empresa))",
        r"\b(?:to|estou|tou|sou|ainda|faco|curso|estudo|vou|no|aluno|aluna|do) (?:\w+ ){0,2}?(?:ensino"
        r" (?:medio|fundamental)|terceirao|colegial|fundamental|secundario|no colegio|na escola"
        r"|pra escola|pro colegio|no liceu|escola secundaria|do basico)\b",
        r"\b(?:na|da|pra|depois da|saindo da|chegar da|indo pra) (?:escola|aula de (?:matematica|mat"
        r"|portugues|historia|quimica|fisica|geografia|biologia))\b(?! (?:dos meus|da minha|de"
        r" (?:danca|samba|idiomas|musica|ingles)))|\bhora do recreio\b|\bno recreio\b",
        r"\b(?:meu|minha|o|a|sor|sora|stor|stora) (?:prof\w*|tia) (?:de (?:mat\w*|portugues|historia"
        r"|quimica|fisica|biologia|geografia|educacao fisica|ingles)|(?:me|ta|quase|pegou|vai|esta)"
        r" (?:\w+ )?(?:pegou|pega\w*|olhando|vendo|tomou|viu|ver|brig\w+|celular))\b",
        r"\b(?:minha |meus |meu |a |os )?(?:mae|pai|pais|velhos|coroa|coroas) (?:\w+ ){0,2}?(?:tom\w+"
        r"|peg\w+|tir\w+|confisc\w+|control\w+|mex\w+|olh\w+|bloque\w+) (?:\w+ ){0,2}?(?:celular|cel"
        r"|telemovel|telefone|wifi|pc|videogame|tablet|computador|internet)\b",
        r"\b(?:mae|pai|pais) (?:\w+ )?(?:me (?:mata\w*|matam|deixou de castigo|deixaram|botou de"
        r" castigo|colocou)|nao (?:me )?(?:deixa\w*|quer\w* que eu (?:fique|use|mexa|converse|saia)|sabem?|podem? (?:saber|ver|descobrir)))\b"
        r"|\b(?:de|no) castigo\b",
        r"\b(?:licao|dever|deveres|trabalho|tpc) d[ea] (?:casa|escola|mat\w*)\b(?! d[oa] (?:meu|minha))"
        r"|\bprova de (?:mat\w*|portugues|historia|quimica|fisica|geografia|biologia|ingles)\b"
        r"|\bboletim\b(?=.*\b(?:mae|pai|pais|nota))|\bminha mesada\b|\bmeus (?:15|quinze) anos\b",
    ),
    "de": (
        r"\b(?:in|bin) (?:der |die )?(?:[5-9]|1[0-3]) ?(?:te|ten|er|e)\b(?= ?(?:$|[,.!]|und|bin|realschule|gymnasium))|\b(?:in|in die|in der|ich|bin|geh\w*|komm\w*|besuch\w*|aktuell|erst|wiederhol\w*) (?:\w+ )"
        r"{0,2}?(?:die |der )?{ord_de} ?(?:te|ten|e)?[. ]{0,2}(?:klasse|kl|klassler\w*|jahrgangsstufe"
        r"|schuljahr)\b(?! (?:unterr|war))",
        r"^{ord_de} ?(?:te|e)?[. ]{0,2}klasse\b|\b{ord_de}[. ]{0,2}klassler\w*\b",
        r"\b(?:geh\w*|bin|besuch\w*|noch|muss|aufs|auf die|auf der|auf dem|ins) (?:\w+ ){0,3}?(?:auf"
        r" (?:die|der|dem|ner|ne)|aufs|ins|in die|in der|zur|am|an der)? ?(?:gymnasium|gym|realschule"
        r"|hauptschule|gesamtschule|oberstufe|mittelstufe|schule|berufsschule|sekundarschule"
        r"|mittelschule)\b(?! (?:abholen|bringen|fahren))",
        r"\babi(?:tur)? (?:\w+ ){0,2}?(?:in (?:\w+ )?jahr\w*|nachste\w*|erst|steht|kommt|noch|dann)\b"
        r"|\b(?:in \w+ jahr\w*|nachste\w* jahr|bald|dann|dieses jahr|vorm|furs?|noch) (?:\w+ ){0,3}?"
        r"(?:mein )?abi(?:tur)?\b(?! (?:korr|treff))|\b(?:mach\w*|schreib\w*|lern\w*) (?:\w+ ){0,4}?"
        r"(?:abi(?:tur)?|mittlere reife|realschulabschluss|hauptschulabschluss|msa|quali)\b",
        r"\b(?:mein\w*|der|die|unser\w*) (?:(?:mathe|deutsch|englisch|sport|klassen|geschichts|bio"
        r"|chemie|physik)?lehrer(?:in)?) (?:guckt|schaut|sieht|kommt|hat|nimmt|ist|merkt|schimpft"
        r"|nervt|will|sagt|hasst)\b|\b(?:mathe|deutsch|englisch|bio|chemie|physik|sport)(?:unterricht"
        r"|arbeit|klausur|stunde)\b|\bmuss (?:\w+ )?in mathe\b|\bnach der schule\b|\bhab(?:e)? (?:\w+ )"
        r"{0,2}schule\b|\bmorgen (?:\w+ )?schule\b|\bin der (?:grossen )?pause\b(?=.*(?:lehrer|schul"
        r"|klasse))|\bschulhof\b|\bnachsitzen\b|\bschulfrei\b",
        r"\b(?:mein\w*|die|der) (?:mama|mutti|mutter|mum|mom|papa|vater|eltern|ma|pa|paps) (?:\w+ )"
        r"{0,4}?(?:handy|iphone|pc|laptop|wlan|konsole|tablet|internet) (?:\w+ ){0,5}?(?:weg\w*"
        r"|abgenommen|kontrolliert|eingezogen|gesperrt|genommen|einkassiert)\b|\bhandyverbot\b|\b(?:darf|durfte) (?:\w+ ){0,4}?(?:handy|internet|pc|laptop|nachts raus|so lange aufbleiben|nicht mehr raus)\b|\beltern (?:schlafen|pennen|sind (?:da|nebenan|im nebenzimmer)|horen)\b",
        r"\b(?:mama|mutti|mutter|papa|vater|eltern) (?:\w+ )?(?:darf|durfen|erlaub\w*|verbiet\w*"
        r"|lassen mich nicht|lasst mich nicht|bringen mich um|bringt mich um|killen mich|wissen nicht"
        r"|weiss nicht|schimpf\w*|rasten aus|toten mich)\b(?! (?:\w+ )?(?:scherz|lieb))"
        r"|\bhausarrest\b|\b(?:mein )?taschengeld\b(?! fur mein)",
        r"\b(?:haus(?:aufgaben|is|i)|hausis|hausubungen)\b(?! (?:kontroll|korrig))"
        r"|\b(?:meine|hab|habe|nachste\w* (?:woche|jahr|monat)?|bald)(?: \w+){0,2} (?:konfirmation"
        r"|konfi|firmung|jugendweihe)\b|\bbin (?:\w+ )?(?:schuler(?:in)?|konfirmand\w*|gymnasiast\w*"
        r"|realschuler\w*)\b",
    ),
    "fr": (
        r"\b(?:suis|chui|chuis|jsuis|je passe|passe|rentre|entre|redouble|encore|actuellement|vais) "
        r"(?:\w+ ){0,2}?en (?:classe de )?{year_fr}\b(?! (?:annee (?:de|a)|classe|ligne|position))"
        r"|^(?:en |eleve de )?(?:classe de )?{year_fr} (?:au|a) (?:lycee|college)\b",
        r"\b(?:suis|chui|chuis|jsuis|encore|toujours) (?:\w+ ){0,2}?(?:lyceen(?:ne)?|collegien(?:ne)?)\b",
        r"\b(?:suis|chui|jsuis|encore|vais|rentre|sors|je suis|au|eleve) (?:\w+ ){0,3}?(?:au |du |a la "
        r"|de l ?|en )?(?:lycee|college|bahut|collegienne?|lyceenne?|primaire|internat)\b"
        r"(?! (?:de france|royal|ou je (?:bosse|travaille)))",
        r"\b(?:passe|passer|ai|prepare|revise|reviser|avoir|apres|avant) (?:\w+ ){0,3}?(?:le |mon |du )"
        r"(?:bac|brevet|bac blanc|bac de francais|bts blanc)(?! (?:de|a) (?:sable|glace|fleurs|legumes))"
        r"\b|\bbac (?:\w+ )?(?:lan prochain|l an prochain|lannee prochaine|dans \w+ ans?|blanc|en juin"
        r"|de francais|dans)\b|\bparcoursup\b",
        r"\b(?:mon|ma|la|le|les) prof\w*(?: de | d)?(?:maths?|francais|anglais|histoire|svt|physique|sport"
        r"|eps|espagnol|techno)?(?: \w+)? (?:va|me|ma|mon|me voit|regarde|arrive|est la|matte|nous|a"
        r" confisque|ma)\b|\b(?:en cours de|controle de|devoirs? de|ds de|interro de|heure de) (?:maths?"
        r"|francais|anglais|histoire|svt|physique|sport|eps|techno|latin)\b|\bla recre\b|\ben perm\b"
        r"|\bheures? de colle\b|\ben colle\b",
        r"\b(?:ma |mes |mon |la |les )?(?:mere|daronne?|darons?|pere|parents|maman|papa|vieux|reum)s? "
        r"(?:\w+ ){0,3}?(?:confisque\w*|pris|prend|prennent|enleve\w*|fouill\w*|control\w+|coupe\w*"
        r"|surveill\w+|prive\w*) (?:\w+ ){0,3}?(?:tel\w*|portable|phone|ordi|wifi|console|iphone"
        r"|tablette|ecran|internet)\b",
        r"\b(?:mere|daronne?|darons?|pere|parents|maman|papa|vieux)(?: arrive| rentre| dort| dorment| est la)?,? (?:\w+ )?(?:mont puni|ma puni|ont"
        r" puni|m ?a puni|(?:ne )?veulent pas|(?:ne )?veut pas|elle veut pas|il veut pas|interdit|interdisent|minterdi\w+|m interdi\w+|savent pas|sait pas que|vont me tuer|va me tuer|me tuent"
        r"|me tue|doivent pas|doit pas|me laissent pas|me laisse pas|peuvent pas savoir)\b"
        r"|\b(?:suis|chui|jsuis|etre) (?:\w+ )?punie?\b|\bargent de poche\b",
        r"\b(?:mes|faire|finir|des|les|des) (?:mes |les )?devoirs\b(?! (?:envers|conjuga|de citoyen"
        r"|de mon fils|de ma fille))|\bpas cours demain\b|\bj ?ai cours (?:demain|a 8h)\b|\bbulletin de"
        r" notes\b|\bcarnet de correspondance\b",
    ),
    "it": (
        r"\b(?:sono|faccio|vado|frequento|inizio|ripeto|in|passo|passato) (?:\w+ ){0,2}?(?:in |la |alla "
        r")?{year_it} (?:anno (?:di |del )?)?(?:liceo|superiore|superiori|media|medie|elementare"
        r"|itis|ragioneria|scientifico|classico|linguistico|alberghiero|artistico)\b",
        r"^{year_it} (?:liceo|superiore|media)\b|\b(?:sono|vado|frequento|faccio|ancora|studio) (?:\w+ )"
        r"{0,2}?(?:al|alle|il|le|a) (?:liceo|superiori|medie|scuola(?! (?:di|guida)))\b"
        r"|\bliceale\b|\bsono (?:una |uno )?studente del liceo\b|\bl?esame di terza media\b",
        r"\b(?:maturita|esame di stato) (?:\w+ )?(?:lanno prossimo|l anno prossimo|tra|fra|questanno"
        r"|nel 20\d\d|prossimo)\b|\b(?:ho|faccio|fare|avro) (?:\w+ ){0,2}?la maturita\b|\blanno prossimo"
        r" (?:\w+ ){0,2}maturita\b",
        r"\b(?:verifica|compito in classe|interrogazione|interrogat\w) (?:di |in )?(?:mate\w*|italiano"
        r"|storia|inglese|latino|greco|fisica|chimica|scienze|domani|geografia)?\b(?=.*(?:domani|mate"
        r"|italiano|storia|latino|greco|scienze|fisica|chimica|scuola|prof|palle|oggi|classe))",
        r"\b(?:la|il|mia|mio) (?:prof\w*|maestra) (?:di (?:mate\w*|italiano|storia|inglese|latino|greco"
        r"|fisica|scienze|ginnastica|arte)|mi (?:\w+ )?(?:guarda|vede|becca\w*|sgama|sequestra\w*|ha|sta"
        r"|interroga)|sta guardando|ci)\b|\b(?:ora|lezione) di (?:mate\w*|italiano|storia|latino|greco"
        r"|scienze|ginnastica|religione)\b|\b(?:domani|oggi|dopo|finita|esco da|marinato|sono a|da)"
        r" scuola\b(?! (?:guida|di))|\bnota sul registro\b",
        r"\b(?:mia |i miei |mio |miei |la |il )?(?:madre|mamma|mami|padre|papa|babbo|genitori|miei|vecchi)"
        r" (?:\w+ ){0,3}?(?:sequestra\w*|tolto|tolgono|toglie|preso|requisi\w*|control\w+|nascost\w"
        r"|ritirat\w|staccat\w) (?:\w+ ){0,2}?(?:telefono|tel|cell\w*|ipad|pc|play\w*|wifi|iphone"
        r"|tablet|computer)\b",
        r"\b(?:madre|mamma|padre|papa|genitori|miei),? (?:\w+ ){0,2}?(?:messo in punizione|(?:che )?non (?:mi)?"
        r" ?(?:lascia\w*|vuole che|vogliono che|permett\w+|sanno|sa che|devono|vogliono|fanno|fa uscire)|mi (?:ammazza\w*|uccid\w+)"
        r" (?:se|quando))\b|\b(?:in|sono in) punizione\b|\bpaghetta\b",
        r"\b(?:i|fare|faccio|finire|dei|tanti|per i|troppi|finito i) compiti\b(?! (?:di mio|di mia"
        r"|a casa di))|\bpagella\b|\bprimo superiore\b",
    ),
}
