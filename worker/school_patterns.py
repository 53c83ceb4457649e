"""
School, and parents who have a say: what tells a minor without an age, in six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_SCHOOL` is blanked out first: other people's school, those who teach there, and times long past.
"""

from __future__ import annotations

from worker.minor_patterns import WORDS as AGE_WORDS
from worker.school_patterns_de_fr_it import NO_SCHOOL_DE_FR_IT, SCHOOL_DE_FR_IT

WORDS = {
    "of_them": AGE_WORDS["of_them"],
    "kin": AGE_WORDS["kin"],
    "grade": (
        r"(?:[5-9]th|1[0-2]th|[5-9] ?th|fifth|sixth|seventh|eighth|nineth|ninth|tenth|eleventh"
        r"|twelfth|[5-9]|1[0-2])"
    ),
    "subject": (
        r"(?:maths?|english|history|chem(?:istry)?|bio(?:logy)?|physics|spanish|french|gym|pe"
        r"|geography|science|algebra|geometry|calc|homeroom|art|band|home ?room|social studies"
        r"|latin)"
    ),
    "parents_en": (
        r"(?:my |the )?(?:mom|mum|dad|parents|mama|mommy|daddy|folks|mother|father|mam|ma|rents"
        r"|stepmom|stepdad)s?"
    ),
    "phone_en": (
        r"(?:phone|fone|cell|ipad|tablet|laptop|computer|xbox|ps5|playstation|wifi|screen time"
        r"|switch|internet|pc)"
    ),
    "ord_de": (
        r"(?:[5-9]|1[0-3]|funfte\w?|fuenfte\w?|sechste\w?|siebte\w?|achte\w?|neunte\w?"
        r"|zehnte\w?|elfte\w?|zwolfte\w?)"
    ),
    "year_es": (
        r"(?:[1-6] ?(?:[oº]|ro|do|ero|er|to|a)?|primero|primer|segundo|tercero|tercer|cuarto"
        r"|quinto|sexto)"
    ),
    "year_pt": (
        r"(?:[1-9] ?[oºa]?|1[0-2] ?[oº]?|primeiro|segundo|terceiro|sexto|setimo|oitavo|nono"
        r"|decimo|decimo primeiro|decimo segundo|quinto)"
    ),
    "year_it": (
        r"(?:prima|seconda|terza|quarta|quinta|1 ?a|2 ?a|3 ?a|4 ?a|5 ?a|primo|secondo|terzo"
        r"|quarto|quinto|[1-5])"
    ),
    "year_fr": (
        r"(?:sixieme|6 ?e(?:me)?|cinquieme|5 ?e(?:me)?|quatrieme|4 ?e(?:me)?|troisieme"
        r"|3 ?e(?:me)?|seconde|2 ?n?de|premiere|1 ?ere|terminale|term)"
    ),
}

NO_SCHOOL: dict[str, tuple[str, ...]] = {
    "all": (r"{kin}{of_them}",),
    "en": (
        r"\b(?:i|we) (?:teach|taught|coach|coached|tutor|tutored|grade|sub|work|worked"
        r"|used to)\b[^.!?;]{0,40}|\b(?:teaching|coaching|grading|marking|tutoring"
        r"|subbing)\b[^.!?;]{0,40}",
        r"\b(?:as|be|become|became|being|being|im|i am|was) an? (?:\w+ ){0,4}(?:teacher|coach"
        r"|principal|janitor|counsell?or|tutor|professor|custodian|nurse)\b[^.!?;]{0,30}",
        r"\bhigh school (?:teacher|coach|reunion|sweethearts?|friends?|diploma|days|musical"
        r"|years|memories|yearbook|buddy|buddies|ex|romance|drop ?out|bullies|level)\b",
        r"\b(?:back|was|were|been|since|from|after|finish\w*|graduat\w*|left|out of|remember"
        r"|during|like|hated|loved|miss|used to|knew|met"
        r"|feels?)\b[^.!?;,]{0,25}\b(?:high ?school|middle school|{grade} grade|school)\b",
        r"\b(?:my |the )?(?:old|former) (?:high |middle )?school\b[^.!?;]{0,30}",
        r"\bin (?:high|middle) school (?:i|we) (?:was|were|had|used|played|did|never|always"
        r"|loved|hated|got|dated|ran|wrestled)\b|^(?:in )?high school was\b",
        r"\b(?:old|film|art|med(?:ical)?|law|grad(?:uate)?|business|culinary|driving|night"
        r"|trade|dance|nursing|flight|ski|beauty|cooking|pre ?|sunday|boarding|flying) ?school\b",
        r"\b(?:schooled|homework on (?:you|u|him|her|them)|your homework|college homework"
        r"|did (?:my|the) homework before)\b",
        r"\bcollege (?:freshman|sophomore|junior|senior)\b|\b(?:freshman|sophomore|junior"
        r"|senior) (?:year )?(?:in|at|of) (?:college|uni\w*|state|\w+ university)\b"
        r"|\bsenior (?:dev\w*|manager|engineer|citizen|discount|analyst|partner|executive"
        r"|\w+er\b|living|home)",
        r"\b(?:flight|plane|boat|ship|power line|wire|electric\w*|well"
        r"|down to earth)\b.{0,15}\bgrounded\b|\bgrounded (?:person|guy|man|and calm|in)\b"
        r"|\b(?:stay|keeps? me|feel|very|so) grounded\b",
        r"\b(?:drive|driving) (?:\w+ ){0,2}school bus\b|\bschool (?:board|district|run|pick ?up"
        r"|taxes|fees|lunch(?:es)? for|shooting)\b|\bparent teacher\b",
    ),
    "es": (
        r"\b(?:soy|fui|era|trabajo|doy|daba|ensen\w+|imparto|di) (?:\w+ ){0,3}?(?:profe\w*"
        r"|maestr\w+|docente|clases?|director\w*|conserje|orientador\w*)\b[^.!?;]{0,40}",
        r"\b(?:en (?:la|el|mis tiempos de)|de joven|cuando|desde) [^.!?;]{0,30}\b(?:era|estaba"
        r"|iba|tenia|estudiaba|jugaba|fui|me gustaba|conoci)\b[^.!?;]{0,30}",
        r"\b(?:era|estaba|iba|jugaba|conoci|termine|acabe|deje|estudie|hice|fui|reencuentro"
        r"|companer\w+ del?) [^.!?;]{0,30}\b(?:secundaria|instituto|bachillerato|prepa|eso"
        r"|colegio|liceo)\b",
        r"\b(?:eso|esto) (?:es|no|si|me|te|fue|que|era|lo)\b|\bsegundo (?:plato|piso|hijo|dia)\b",
    ),
    "pt": (
        r"\b(?:sou|fui|era|trabalho|dou|dava|ensino(?! medio)|leciono) (?:\w+ ){0,3}?(?:prof\w*"
        r"|aulas?|docente|diretor\w*|inspetor\w*)\b[^.!?;]{0,40}",
        r"\b(?:no|na|quando|desde o|desde a|do|da epoca do) [^.!?;]{0,30}\b(?:eu era|era|estava"
        r"|ia|tinha|estudava|jogava|conheci)\b[^.!?;]{0,30}",
        r"\b(?:saudades?|epoca|tempos?|amig\w+|turma) (?:\w+ )?(?:do|da|de) (?:ensino medio"
        r"|colegial|escola|secundario|liceu|colegio)\b|\b(?:era|terminei|acabei|larguei|parei"
        r"|fiz|estudei|amig\w+ d[oe]|jogava|conheci) [^.!?;]{0,25}\b(?:ensino medio|colegial"
        r"|escola|secundario|liceu)\b",
    ),
    **NO_SCHOOL_DE_FR_IT,
}

SCHOOL: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:in|into|start(?:ing|ed)?|entering|repeating|finishing|currently|im a"
        r"|just) (?:\w+ )?(?:the )?{grade} (?:grade|grader)\b|\b(?:im|i am"
        r"|as) an? {grade} grader\b|^(?:\w+ ){0,2}{grade} ?(?:grade|grader)\b",
        r"\bgrade (?:[6-9]|1[0-2])\b(?! (?:steak|beef|concrete|steel))|\b(?:1st|2nd|3rd|[4-8]th"
        r"|first|second|third|fourth|fifth|sixth|seventh|last|free) period\b(?! (?:in|of"
        r"|drama))|\bin (?:yr|year) (?:[7-9]|1[0-3])\b|\b(?:in|start\w*) (?:the )?(?:6th"
        r"|sixth) form\b|\b(?:im a|in) (?:yr|year) (?:[7-9]|1[0-3])s?\b",
        r"\b(?:im|i am|still|currently|rn|only|bc|cuz|as im|being) "
        r"(?:\w+ ){0,3}?in (?:high ?school|hs|middle school|junior high|secondary school"
        r"|school(?! of| for| district|\w* board))\b",
        r"\b(?:i go to|i attend|im at|i hate|start(?:ing)?|at my"
        r"|my) (?:\w+ ){0,1}(?:high ?school|middle school|junior high|hs|secondary school)\b",
        r"\b(?:freshman|freshie|sophomore|junior|senior) (?:year )?(?:in|at|of"
        r"|from) (?:\w+ )?(?:hs|high ?school|school)\b|\b(?:hs|high ?school) (?:student"
        r"|freshman|sophomore|junior|senior|kid|girl|boy|cheerleader|er)\b|\bim (?:just "
        r"|only )?an? (?:freshman|sophomore|high ?schooler|middle ?schooler|school ?girl"
        r"|school ?boy)\b",
        r"\b(?:friends?|kids|everyone|people|guys|girls|boys|bullies|bullied|popular) (?:at"
        r"|from|in) (?:my )?school\b|\b(?:a|got|have|big|an|for (?:my|a|the)|failed (?:my|a"
        r"|the)|studying for) (?:\w+ )?{subject} (?:test|exam|quiz|final|hw|homework|project"
        r"|presentation|paper)\b",
        r"\b(?:my|the|our|mr|mrs|ms|miss) (?:\w+ )?{subject} (?:teacher|class|test|exam|quiz"
        r"|homework|hw)\b|\bin {subject} (?:class|period)\b|^(?:\w+ ){0,4}in (?:{subject}"
        r"|math) rn\b",
        r"\b(?:my|our) (?:homeroom |substitute |sub )?teachers? (?:is|are|s|will|just|keeps?"
        r"|took|caught|looking|can|would|said|saw|might|hates|gave|told)\b"
        r"|\bteacher(?:s)? (?:is|are|s) (?:looking|coming|watching|right|staring)",
        r"\b(?:in|have|got|during|sitting in|at) (?:\w+ )?(?:homeroom|study hall|detention"
        r"|recess|assembly|gym class)\b|\bgot (?:detention|suspended from school"
        r"|sent to the principal)\b",
        r"\b(?:after|at|from|before|skip(?:ping|ped)?|ditch(?:ing)?|off|leave|have|got|out of"
        r"|finish|during|hate|missed|cut) school\b(?! ?(?:teacher|run|pick|of |for (?:my"
        r"|the) kids?))|\bschool (?:tmrw|tomorrow|tmr|in the morning|on monday|starts|dance"
        r"|night|trip|uniform|sucks|ends|is (?:so )?boring|rn|today|bus|bathroom|counsell?or"
        r"|project|exams?)\b|\bback to school (?:tomorrow|on|next)\b",
        r"\b(?:my|have|got|doing|do|finish(?:ing)?|finished|because of|of|more|much|so much"
        r"|hate|no) (?:\w+ )?(?:homework|hw)\b",
        r"\b{parents_en} (?:\w+ ){0,2}?(?:took|takes|taking|take|confiscated|checks?|checking"
        r"|monitors?|looks? through|going through|goes through|has|have|tracks?|locked|banned"
        r"|blocked|limits?|turned off) (?:\w+ ){0,2}?{phone_en}\b",
        r"\b{parents_en} (?:\w+ )?(?:grounded|wont let|doesnt let|dont let|didnt let"
        r"|doesnt want me (?:on|to)|dont want me (?:on|to)|says i cant|say i cant|wouldnt let"
        r"|makes me (?:go to bed|turn off|give)|make me (?:go to bed|turn off|give)"
        r"|doesnt allow|dont allow|said im too young|think im asleep|thinks im asleep|(?:doesnt"
        r"|dont|must not|mustnt|cant) know (?:that )?(?:im|i|about)|cant know|cant see this"
        r"|cant find out|would ground|will ground|gonna ground)\b",
        r"\b{parents_en} (?:\w+ )?(?:would|will|gonna|are gonna|is gonna|d"
        r"|ll) (?:\w+ )?(?:kill me|freak|be so mad|murder me|flip|lose it|get mad) (?:if"
        r"|when) (?:they|she|he) (?:saw|knew|sees?|finds?|found|knows?|catch\w*|caught)\b",
        r"\b(?:im|i am|i got|i was|got|still|been) (?:\w+ )?grounded\b|\b(?:my|a|have"
        r"|got) curfew\b|\bstrict parents\b|\bparents (?:are|r) (?:\w+ )?strict\b"
        r"|\bmy allowance\b|\bpocket money\b(?! for my)",
        r"\b(?:used|using|stole|borrowed|took) (?:my )?(?:moms?|mums?|dads?"
        r"|parents?) (?:credit )?card\b",
        r"\b(?:my|doing|taking|revising|studying|got|have|prepping|preparing|sitting"
        r"|failed) (?:\w+ ){0,2}?(?:gcses?|sats?|psats?|a ?levels?|report card|permission slip"
        r"|mocks|ap exams?)\b|\bmy (?:junior |senior )?prom\b|\blearners permit\b|\bprom (?:is"
        r"|dress|date)\b",
    ),
    "es": (
        r"\b(?:estoy|voy|ando|curso|paso|estudio|haciendo|hago|repito|repitiendo|empiezo|sigo"
        r"|en|a|de) (?:\w+ ){0,2}?{year_es} ?(?:curso )?(?:de |d )?(?:la |el )?(?:eso"
        r"|bachillerato|bachi|bach|secundaria|secu|prepa\w*|primaria|medio|la media|liceo)\b",
        r"^{year_es} ?(?:de )?(?:la )?(?:eso|bachillerato|bachi|secundaria|prepa)\b",
        r"\b(?:estoy|voy|ando|sigo|aun|todavia|estudio|soy) (?:\w+ ){0,2}?(?:en|a|de|al) (?:la "
        r"|el |mi )?(?:eso|secundaria|secu|prepa\w*|insti\w*|bachi\w*|colegio|cole|liceo"
        r"|primaria|escuela|clase)\b(?! (?:de (?:yoga|baile|cocina|ingles|salsa|pilates"
        r"|spinning|zumba)))",
        r"\b(?:en|a|del) (?:el |la )?(?:cole|insti|recreo|insti\w*)\b(?! de)"
        r"|\bme (?:han )?expuls\w+ del\b|\bclase de (?:mates|lengua|historia|mate\w*|fisica"
        r"|quimica|educacion fisica|bio)\b",
        r"\b(?:mi|la|el|los) (?:profe?\w*|maestr[oa]s?|tutor\w?|seno) (?:de (?:mates?\w*|lengua"
        r"|ingles|historia|fisica|quimica|bio\w*|naturales|sociales)|me (?:\w+ )?(?:rega\w+"
        r"|quit\w+|pill\w+|castig\w+|cach\w+|ve|mira|suspend\w+)|esta mirando|nos)\b",
        r"\b(?:mi |mis )?(?:mama|mami|madre|papa|papi|padre|padres|papas|viejos|jefa|vieja"
        r"|viejo) (?:\w+ ){0,2}?(?:quit\w+|requis\w+|confisc\w+|castig\w+|revis\w+|control\w+"
        r"|apag\w+) (?:\w+ ){0,3}?(?:celu\w*|movil|telefono|tele|cel|compu\w*|wifi|play|sin"
        r"|ordenador|internet|tablet)\b",
        r"\b(?:mama|madre|papa|padre|padres|papas|viejos),?(?: "
        r"que)? (?:\w+ )?(?:me (?:castigaron|castigo|han castigado|ha castigado"
        r"|tienen castigad\w|van a matar|mata\w*|matan|va a matar) (?:si|por|sin)?"
        r"|(?:que )?no (?:me )?(?:deja\w*|quier\w+ que (?:este|use|hable|salga)|saben"
        r"|pueden (?:saber|enterarse)|sabe que))\b|\b(?:estoy|me tienen|toy) castigad[oa]\b",
        r"\b(?:mis|los|tengo|hacer|haciendo|muchos|acabo|termino) (?:\w+ )?(?:deberes"
        r"|tareas?)\b(?! (?:de casa|del hogar|domesticas|pendientes del))"
        r"|\bla tarea de (?:mate\w*|espanol|ingles|historia)\b|\b(?:mi|mis) quince(?:anera|anos"
        r"| anos)?\b(?! (?:fue|fueron))|\bmi paga\b",
        r"\bexamen de (?:mates?\w*|lengua|historia|naturales|fisica|quimica|sociales"
        r"|recuperacion)\b|\b(?:hago|hacer|tengo|preparo|estudiando) (?:\w+ )?(?:selectividad"
        r"|selec|evau|ebau)\b|\bmanana (?:\w+ )?(?:cole|clase|instituto|insti|colegio)\b"
        r"|\btengo (?:cole|insti)\b|\b(?:la selectividad|la evau|la ebau) (?:el|este|del"
        r"|en) (?:ano|proximo|un)\b|\bmalas notas\b(?=.*\b(?:mama|madre|padre|papa|cole|insti"
        r"|celu|movil))",
    ),
    "pt": (
        r"\b(?:to|estou|tou|tô|faco|curso|fazendo|vou|indo|entrei|passei|comecei|repeti"
        r"|repetindo|no|pro|do) (?:\w+ ){0,2}?{year_pt} (?:ano|serie"
        r"|colegial)\b(?! (?:da faculdade|de (?:faculdade|facul|casad\w*|namoro|direito"
        r"|medicina|engenharia|trabalho|curso)|seguido|consecutivo|da facul|do curso"
        r"|do mestrado|na empresa))",
        r"\b(?:to|estou|tou|sou|ainda|faco|curso|estudo|vou|no|aluno|aluna"
        r"|do) (?:\w+ ){0,2}?(?:ensino (?:medio|fundamental)|terceirao|colegial|fundamental"
        r"|secundario|no colegio|na escola|pra escola|pro colegio|no liceu|escola secundaria"
        r"|do basico)\b",
        r"\b(?:na|da|pra|depois da|saindo da|chegar da|indo pra) (?:escola"
        r"|aula de (?:matematica|mat|portugues|historia|quimica|fisica|geografia"
        r"|biologia))\b(?! (?:dos meus|da minha|de (?:danca|samba|idiomas|musica|ingles)))"
        r"|\bhora do recreio\b|\bno recreio\b",
        r"\b(?:meu|minha|o|a|sor|sora|stor|stora) (?:prof\w*|tia) (?:de (?:mat\w*|portugues"
        r"|historia|quimica|fisica|biologia|geografia|educacao fisica|ingles)|(?:me|ta|quase"
        r"|pegou|vai|esta) (?:\w+ )?(?:pegou|pega\w*|olhando|vendo|tomou|viu|ver|brig\w+"
        r"|celular))\b",
        r"\b(?:minha |meus |meu |a |os )?(?:mae|pai|pais|velhos|coroa"
        r"|coroas) (?:\w+ ){0,2}?(?:tom\w+|peg\w+|tir\w+|confisc\w+|control\w+|mex\w+|olh\w+"
        r"|bloque\w+) (?:\w+ ){0,2}?(?:celular|cel|telemovel|telefone|wifi|pc|videogame|tablet"
        r"|computador|internet)\b",
        r"\b(?:mae|pai|pais) (?:\w+ )?(?:me (?:mata\w*|matam|deixou de castigo|deixaram"
        r"|botou de castigo|colocou)|nao (?:me )?(?:deixa\w*|quer\w* que eu (?:fique|use|mexa"
        r"|converse|saia)|sabem?|podem? (?:saber|ver|descobrir)))\b|\b(?:de|no) castigo\b",
        r"\b(?:licao|dever|deveres|trabalho|tpc) d[ea] (?:casa|escola|mat\w*)\b(?! d[oa] (?:meu"
        r"|minha))|\bprova de (?:mat\w*|portugues|historia|quimica|fisica|geografia|biologia"
        r"|ingles)\b|\bboletim\b(?=.*\b(?:mae|pai|pais|nota))|\bminha mesada\b|\bmeus (?:15"
        r"|quinze) anos\b",
    ),
    **SCHOOL_DE_FR_IT,
}
