"""
The German, French and Italian part of worker/school_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_SCHOOL_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:bin|war|arbeite|als|unterrichte?|lehre|werde) (?:\w+ ){0,4}?(?:lehrer\w*"
        r"|lehrkraft|direktor\w*|schulleiter\w*|hausmeister|referendar\w*"
        r"|erzieher\w*)\b[^.!?;]{0,40}",
        r"\b(?:unterrichte?|korrigiere?|betreue) [^.!?;]{0,40}",
        r"\b(?:in der|auf dem|aufm|damals|fruher|als ich|wahrend|nach dem|nach der|vor dem"
        r"|mein) [^.!?;]{0,35}\b(?:war|hatte|hab ich|ging|mochte|gespielt|gemacht|kennengelernt"
        r"|fand|gehabt|gewesen)\b",
        r"\b(?:war|hatte|hab|habe|ging|gemacht) [^.!?;]{0,30}\b(?:19\d\d|200\d|201\d|damals"
        r"|fruher|vor \w+ jahren|lang her|gesessen)\b[^.!?;]{0,20}|\babi(?:tur)?zeit\b"
        r"|\babitreffen\b|\bklassentreffen\b|\b(?:erste|zweite|1|2) klasse (?:ticket|fahren"
        r"|im zug|bahn)\b",
    ),
    "fr": (
        r"\b(?:suis|etais|etait|bosse|travaille|enseigne|donne|donnais|comme"
        r"|metier) (?:\w+ ){0,4}?(?:prof\w*|cours|enseignant\w*|cpe|surveillant\w*|pion(?:ne)?"
        r"|directeur|directrice|instit\w*)\b[^.!?;]{0,40}|\benseigne\b[^.!?;]{0,40}",
        r"\b(?:au|en|quand|a lepoque du|depuis le|apres le) [^.!?;]{0,25}\b(?:j ?etais|j ?avais"
        r"|je faisais|on etait|jai connu|jai rencontre|je jouais|j ?ai eu)\b[^.!?;]{0,30}",
        r"\b(?:j ?etais|j ?avais|je faisais|jai fini|jai quitte|jai rate|j ?ai eu|amis? du"
        r"|pote du) [^.!?;]{0,30}\b(?:lycee|college|seconde|premiere|terminale|bac|ecole)\b",
        r"\ben (?:premiere|seconde) (?:classe|ligne|main|page|partie|position|place|mi temps)\b"
        r"|\b(?:une|la|deux|quelques|chaque|par|en une|trente) secondes?\b|\bbac a\b|\b(?:la|ma"
        r"|une) (?:premiere|troisieme|terminale) (?:fois|chose|etape|nuit)\b|\bbac ?[+] ?\d",
    ),
    "it": (
        r"\b(?:sono|ero|faccio|lavoro|insegno|insegnavo|come) (?:\w+ ){0,4}?(?:prof\w*"
        r"|insegnant\w|maestr\w|bidell\w|preside|docente)\b[^.!?;]{0,40}|\binsegn(?:o|avo"
        r"|iamo)\b[^.!?;]{0,40}",
        r"\b(?:al|alle|ai tempi del|quando|alla) [^.!?;]{0,25}\b(?:ero|avevo|facevo|giocavo"
        r"|andavo|ho conosciuto|ho avuto|eravamo)\b[^.!?;]{0,30}",
        r"\b(?:ero|avevo|facevo|giocavo|andavo|ho finito|ho fatto|ho lasciato"
        r"|compagn\w+) [^.!?;]{0,25}\b(?:liceo|superiori|medie|scuola)\b",
        r"\b(?:prima|seconda) (?:classe|volta|fila|guerra|parte)\b|\b(?:prima|seconda"
        r"|terza) (?:di|che|o poi)\b",
    ),
}

SCHOOL_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:in|bin) (?:der |die )?(?:[5-9]|1[0-3]) ?(?:te|ten|er|e)\b(?= ?(?:$|[,.!]|und|bin"
        r"|realschule|gymnasium))|\b(?:in|in die|in der|ich|bin|geh\w*|komm\w*|besuch\w*"
        r"|aktuell|erst|wiederhol\w*) (?:\w+ ){0,2}?(?:die |der )?{ord_de} ?(?:te|ten"
        r"|e)?[. ]{0,2}(?:klasse|kl|klassler\w*|jahrgangsstufe|schuljahr)\b(?! (?:unterr|war))",
        r"^{ord_de} ?(?:te|e)?[. ]{0,2}klasse\b|\b{ord_de}[. ]{0,2}klassler\w*\b",
        r"\b(?:geh\w*|bin|besuch\w*|noch|muss|aufs|auf die|auf der|auf dem"
        r"|ins) (?:\w+ ){0,3}?(?:auf (?:die|der|dem|ner|ne)|aufs|ins|in die|in der|zur|am"
        r"|an der)? ?(?:gymnasium|gym|realschule|hauptschule|gesamtschule|oberstufe|mittelstufe"
        r"|schule|berufsschule|sekundarschule|mittelschule)\b(?! (?:abholen|bringen|fahren))",
        r"\babi(?:tur)? (?:\w+ ){0,2}?(?:in (?:\w+ )?jahr\w*|nachste\w*|erst|steht|kommt|noch"
        r"|dann)\b|\b(?:in \w+ jahr\w*|nachste\w* jahr|bald|dann|dieses jahr|vorm|furs?"
        r"|noch) (?:\w+ ){0,3}?(?:mein )?abi(?:tur)?\b(?! (?:korr|treff))|\b(?:mach\w*"
        r"|schreib\w*|lern\w*) (?:\w+ ){0,4}?(?:abi(?:tur)?|mittlere reife|realschulabschluss"
        r"|hauptschulabschluss|msa|quali)\b",
        r"\b(?:mein\w*|der|die|unser\w*) (?:(?:mathe|deutsch|englisch|sport|klassen|geschichts"
        r"|bio|chemie|physik)?lehrer(?:in)?) (?:guckt|schaut|sieht|kommt|hat|nimmt|ist|merkt"
        r"|schimpft|nervt|will|sagt|hasst)\b|\b(?:mathe|deutsch|englisch|bio|chemie|physik"
        r"|sport)(?:unterricht|arbeit|klausur|stunde)\b|\bmuss (?:\w+ )?in mathe\b"
        r"|\bnach der schule\b|\bhab(?:e)? (?:\w+ ){0,2}schule\b|\bmorgen (?:\w+ )?schule\b"
        r"|\bin der (?:grossen )?pause\b(?=.*(?:lehrer|schul|klasse))|\bschulhof\b"
        r"|\bnachsitzen\b|\bschulfrei\b",
        r"\b(?:(?:mein\w*|die|der) )?(?:mama|mutti|mutter|mum|mom|papa|vater|eltern"
        r"|paps) (?:\w+ ){0,4}?(?:handy|iphone|pc|laptop|wlan|konsole|tablet"
        r"|internet) (?:\w+ ){0,5}?(?:weg\w*|abgenommen|kontrolliert|eingezogen|gesperrt"
        r"|genommen|einkassiert)\b|\bhandyverbot\b|\b(?:darf|durfte) (?:\w+ ){0,4}?(?:handy"
        r"|internet|pc|laptop|nachts raus|so lange aufbleiben|nicht mehr raus)\b"
        r"|\beltern (?:schlafen|pennen|sind (?:da|nebenan|im nebenzimmer)|horen)\b",
        r"\b(?:mama|mutti|mutter|papa|vater|eltern) (?:\w+ )?(?:darf|durfen|erlaub\w*"
        r"|verbiet\w*|lassen mich nicht|lasst mich nicht|bringen mich um|bringt mich um"
        r"|killen mich|wissen nicht|weiss nicht|schimpf\w*|rasten aus"
        r"|toten mich)\b(?! (?:\w+ )?(?:scherz|lieb))|\bhausarrest\b"
        r"|\b(?:mein )?taschengeld\b(?! fur mein)",
        r"\b(?:haus(?:aufgaben|is|i)|hausis|hausubungen)\b(?! (?:kontroll|korrig))|\b(?:meine"
        r"|hab|habe|nachste\w* (?:woche|jahr|monat)?|bald)(?: \w+){0,2} (?:konfirmation|konfi"
        r"|firmung|jugendweihe)\b|\bbin (?:\w+ )?(?:schuler(?:in)?|konfirmand\w*|gymnasiast\w*"
        r"|realschuler\w*)\b",
    ),
    "fr": (
        r"\b(?:suis|chui|chuis|jsuis|je passe|passe|rentre|entre|redouble|encore|actuellement"
        r"|vais) (?:\w+ ){0,2}?en (?:classe de )?{year_fr}\b(?! (?:annee (?:de|a)|classe|ligne"
        r"|position))|^(?:en |eleve de )?(?:classe de )?{year_fr} (?:au|a) (?:lycee|college)\b",
        r"\b(?:suis|chui|chuis|jsuis|encore|toujours) (?:\w+ ){0,2}?(?:lyceen(?:ne)?"
        r"|collegien(?:ne)?)\b",
        r"\b(?:suis|chui|jsuis|encore|vais|rentre|sors|je suis|au|eleve) (?:\w+ ){0,3}?(?:au "
        r"|du |a la |de l ?|en )?(?:lycee|college|bahut|collegienne?|lyceenne?|primaire"
        r"|internat)\b(?! (?:de france|royal|ou je (?:bosse|travaille)))",
        r"\b(?:passe|passer|ai|prepare|revise|reviser|avoir|apres|avant) (?:\w+ ){0,3}?(?:le "
        r"|mon |du )(?:bac|brevet|bac blanc|bac de francais|bts blanc)(?! (?:de|a) (?:sable"
        r"|glace|fleurs|legumes))\b|\bbac (?:\w+ )?(?:lan prochain|l an prochain"
        r"|lannee prochaine|dans \w+ ans?|blanc|en juin|de francais|dans)\b|\bparcoursup\b",
        r"\b(?:mon|ma|la|le|les) prof\w*(?: de | d)?(?:maths?|francais|anglais|histoire|svt"
        r"|physique|sport|eps|espagnol|techno)?(?: \w+)? (?:va|me|ma|mon|me voit|regarde|arrive"
        r"|est la|matte|nous|a confisque|ma)\b|\b(?:en cours de|controle de|devoirs? de|ds de"
        r"|interro de|heure de) (?:maths?|francais|anglais|histoire|svt|physique|sport|eps"
        r"|techno|latin)\b|\bla recre\b|\ben perm\b|\bheures? de colle\b|\ben colle\b",
        r"\b(?:ma |mes |mon |la |les )?(?:mere|daronne?|darons?|pere|parents|maman|papa|vieux"
        r"|reum)s? (?:\w+ ){0,3}?(?:confisque\w*|pris|prend|prennent|enleve\w*|fouill\w*"
        r"|control\w+|coupe\w*|surveill\w+|prive\w*) (?:\w+ ){0,3}?(?:tel\w*|portable|phone"
        r"|ordi|wifi|console|iphone|tablette|ecran|internet)\b",
        r"\b(?:mere|daronne?|darons?|pere|parents|maman|papa|vieux)(?: arrive| rentre| dort"
        r"| dorment| est la)?,? (?:\w+ )?(?:mont puni|ma puni|ont puni|m ?a puni"
        r"|(?:ne )?veulent pas|(?:ne )?veut pas|elle veut pas|il veut pas|interdit|interdisent"
        r"|minterdi\w+|m interdi\w+|savent pas|sait pas que|vont me tuer|va me tuer|me tuent"
        r"|me tue|doivent pas|doit pas|me laissent pas|me laisse pas|peuvent pas savoir)\b"
        r"|\b(?:suis|chui|jsuis|etre) (?:\w+ )?punie?\b|\bargent de poche\b",
        r"\b(?:mes|faire|finir|des|les|des) (?:mes |les )?devoirs\b(?! (?:envers|conjuga"
        r"|de citoyen|de mon fils|de ma fille))|\bpas cours demain\b|\bj ?ai cours (?:demain"
        r"|a 8h)\b|\bbulletin de notes\b|\bcarnet de correspondance\b",
    ),
    "it": (
        r"\b(?:sono|faccio|vado|frequento|inizio|ripeto|in|passo|passato) (?:\w+ ){0,2}?(?:in "
        r"|la |alla )?{year_it} (?:anno (?:di |del )?)?(?:liceo|superiore|superiori|media|medie"
        r"|elementare|itis|ragioneria|scientifico|classico|linguistico|alberghiero|artistico)\b",
        r"^{year_it} (?:liceo|superiore|media)\b|\b(?:sono|vado|frequento|faccio|ancora"
        r"|studio) (?:\w+ ){0,2}?(?:al|alle|il|le|a) (?:liceo|superiori|medie|scuola(?! (?:di"
        r"|guida)))\b|\bliceale\b|\bsono (?:una |uno )?studente del liceo\b"
        r"|\bl?esame di terza media\b",
        r"\b(?:maturita|esame di stato) (?:\w+ )?(?:lanno prossimo|l anno prossimo|tra|fra"
        r"|questanno|nel 20\d\d|prossimo)\b|\b(?:ho|faccio|fare"
        r"|avro) (?:\w+ ){0,2}?la maturita\b|\blanno prossimo (?:\w+ ){0,2}maturita\b",
        r"\b(?:verifica|compito in classe|interrogazione|interrogat\w) (?:di |in )?(?:mate\w*"
        r"|italiano|storia|inglese|latino|greco|fisica|chimica|scienze|domani"
        r"|geografia)?\b(?=.*(?:domani|mate|italiano|storia|latino|greco|scienze|fisica|chimica"
        r"|scuola|prof|palle|oggi|classe))",
        r"\b(?:la|il|mia|mio) (?:prof\w*|maestra) (?:di (?:mate\w*|italiano|storia|inglese"
        r"|latino|greco|fisica|scienze|ginnastica|arte)|mi (?:\w+ )?(?:guarda|vede|becca\w*"
        r"|sgama|sequestra\w*|ha|sta|interroga)|sta guardando|ci)\b|\b(?:ora"
        r"|lezione) di (?:mate\w*|italiano|storia|latino|greco|scienze|ginnastica|religione)\b"
        r"|\b(?:domani|oggi|dopo|finita|esco da|marinato|sono a|da) scuola\b(?! (?:guida|di))"
        r"|\bnota sul registro\b",
        r"\b(?:mia |i miei |mio |miei |la |il )?(?:madre|mamma|mami|padre|papa|babbo|genitori"
        r"|miei|vecchi) (?:\w+ ){0,3}?(?:sequestra\w*|tolto|tolgono|toglie|preso|requisi\w*"
        r"|control\w+|nascost\w|ritirat\w|staccat\w) (?:\w+ ){0,2}?(?:telefono|tel|cell\w*|ipad"
        r"|pc|play\w*|wifi|iphone|tablet|computer)\b",
        r"\b(?:madre|mamma|padre|papa|genitori|miei),? (?:\w+ ){0,2}?(?:messo in punizione"
        r"|(?:che )?non (?:mi)? ?(?:lascia\w*|vuole che|vogliono che|permett\w+|sanno|sa che"
        r"|devono|vogliono|fanno|fa uscire)|mi (?:ammazza\w*|uccid\w+) (?:se|quando))\b|\b(?:in"
        r"|sono in) punizione\b|\bpaghetta\b",
        r"\b(?:i|fare|faccio|finire|dei|tanti|per i|troppi|finito i) compiti\b(?! (?:di mio"
        r"|di mia|a casa di))|\bpagella\b|\bprimo superiore\b",
    ),
}
