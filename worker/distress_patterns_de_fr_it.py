"""
The German, French and Italian part of worker/distress_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_DISTRESS_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:handy|akku|auto|laptop|rechner|pflanze|pc|wlan"
        r"|fernseher)\b[^.!?;]{0,15}\b(?:gestorben|tot)\b",
        r"\b(?:vor lachen|vor freude|vor gluck) (?:\w+ )?(?:wein\w*|heul\w*|gewein\w*|geheul\w*"
        r"|tran\w*)\b|\b(?:wein\w*|heul\w*|geweint|geheult|tranen) (?:\w+ )?vor (?:lachen"
        r"|freude|gluck)\b|\b(?:im|in dem|in der|den) (?:film|serie|buch|roman)\b[^.!?;]{0,40}"
        r"|\btote hose\b",
    ),
    "fr": (
        r"\b(?:tel|telephone|portable|batterie|voiture|ordi|plante|wifi"
        r"|pc)\b[^.!?;]{0,15}\b(?:mort|morte|lache)\b",
        r"\bpleur\w+ de (?:rire|joie|bonheur)\b|\b(?:rire|sourire)\b|\b(?:dans|du|le"
        r"|ce) (?:film|livre)\b[^.!?;]{0,40}|\bdans (?:la|une|cette) serie\b[^.!?;]{0,40}"
        r"|\bcrise de (?:rire|fou rire)\b|\bmort de rire\b",
    ),
    "it": (
        r"\b(?:a pezzi|distrutt[oa]|mort[oa]) (?:\w+ )?(?:dopo|dalla|dal|per) (?:la |il "
        r"|l)?(?:palestra|lavoro|allenamento|corsa|partita|viaggio|turno)\b|\b(?:telefono"
        r"|cellulare|batteria|macchina|auto|computer|pianta|wifi|pc)\b[^.!?;]{0,15}\b(?:mort\w"
        r"|morto)\b|\bmi e mort\w (?:il|la) (?:telefono|cellulare|batteria|macchina|auto"
        r"|computer|pianta|pc)\b",
        r"\bpian\w+ (?:dal|dalle|di|per le) (?:ridere|risate|gioia|felicita)\b|\b(?:ridere"
        r"|sorridere)\b|\b(?:nel|del|il) (?:film|libro)\b[^.!?;]{0,40}"
        r"|\bnella serie\b[^.!?;]{0,40}",
    ),
}

DISTRESS_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:mein\w*|unser\w*) (?:\w+ )?{who_de}(?:s)? (?:\w+ ){0,5}?(?:gestorben|verstorben"
        r"|tot|stirbt|von uns gegangen|verloren|beerdigt|umgebracht|krebs|im sterben|beerdigung"
        r"|erhangt|das leben genommen|selbstmord|eingeschlafert|einschlafern|begraben|im koma"
        r"|eingeschlafen fur immer|uberlebt)\b|\b(?:verloren|beerdig\w*|begrab\w*"
        r"|tod) (?:\w+ )?(?:mein\w*) {who_de}\b|\btod mein\w+\b|\bbeerdigung\b(?! (?:im film"
        r"|von deinem))|\bfehlgeburt\b|\b(?:bin|seit \w+) witwe[r]?\b|\b(?:bin"
        r"|in) (?:\w+ )?trauer\b",
        r"\bpanik ?attacke\w*|\bangst ?(?:attacke|zustand|anfall)\w*|\bnervenzusammenbruch\w*"
        r"|\bzusammenbruch\b|\bzusammengebrochen\b|\bbreche? (?:\w+ )?zusammen\b"
        r"|\bkrieg\w* (?:\w+ )?keine luft\b",
        r"\b(?:nicht|nimmer|nur|nur noch|stundenlang|ganze nacht|jede nacht|die ganze zeit"
        r"|seit tagen|dauernd|nicht mehr) (?:\w+ ){0,2}?(?:auf\w* )?(?:am )?(?:zu )?(?:wein\w*"
        r"|heul\w*|geheult|geweint|am heulen|zitter\w*)\b|\b(?:wein\w*"
        r"|heul\w*) (?:\w+ ){0,2}?(?:nur noch|die ganze|jede nacht|seit|den ganzen tag"
        r"|mich in den schlaf)\b|\bbin (?:\w+ )?am (?:heulen|weinen)\b",
        r"\b(?:alles|welt|leben) (?:\w+ ){0,3}?(?:bricht zusammen|zusammen|zerbricht"
        r"|den bach (?:runter|ab)|geht kaputt|vorbei fur mich|verloren|sinnlos|uber den kopf)\b"
        r"|\b(?:hab|habe) alles verloren\b|\b(?:bin|ich bin) (?:\w+ ){0,2}?(?:am ende"
        r"|am boden(?: zerstort)?|verzweifelt|depressiv|fix und fertig mit|total fertig"
        r"|hoffnungslos|am tiefpunkt|zerstort|gebrochen|kaputt innerlich|innerlich (?:tot|leer)"
        r"|traumatisiert|eine last)\b(?! (?:der (?:woche|serie)|mit (?:dem|der|den) (?:haushalt"
        r"|arbeit|training)|vom (?:sport|training)))|\bmit den nerven am ende\b",
        r"\b(?:kann|schaff\w*|halt\w*|ertrag\w*|pack\w*) (?:\w+ "
        r"){0,3}?(?:einfach )?nicht mehr(?: (?:weiter|aus))?(?= ?(?:$|[,.!?]|so weiter|und|ich"
        r"|bin|alles|ohne))(?! ?(?:ohne dich))|\b(?:fuhl\w*) mich (?:\w+ ){0,3}?(?:leer|wertlos"
        r"|hoffnungslos|so allein|total allein|einsam und|elend|wie tot|nutzlos|verzweifelt"
        r"|verloren)\b|\b(?:hab|habe|meine|schwere) (?:\w+ )?depression\w*\b"
        r"|\bhass\w* (?:mich selbst|mich|mein leben)\b|\bniemand\w* (?:liebt|braucht|mag"
        r"|hilft) mich?r?\b|\b(?:er|mann|freund|vater) schlagt mich\b|\b(?:wurde"
        r"|bin) (?:\w+ )?(?:vergewaltigt|missbraucht|misshandelt)\b|\b(?:hab|habe) krebs\b"
        r"|\bdiagnose krebs\b",
    ),
    "fr": (
        r"\b(?:mon|ma|mes|notre|nos) (?:\w+ )?{who_fr} (?:\w+ ){0,3}?(?:est (?:\w+ )?(?:morte?"
        r"|decedee?|partie?(?: (?:hier|trop tot|rejoindre))|dans le coma)|morte?|decedee?"
        r"|nous a quittes?|m ?a quittes? pour toujours|a un cancer|sest (?:suicide|pendu|tue"
        r"|donne la mort)e?|va mourir|se meurt|est en fin de vie|vient de (?:mourir|deceder"
        r"|mourrir))\b|\b(?:perdu|enterre\w*|perdre|deces de|mort de|enterrement de|obseques de"
        r"|deuil de|piquer|euthanasi\w+|suicide de) (?:\w+ )?(?:mon|ma|mes"
        r"|notre) (?:\w+ )?{who_fr}\b|\b(?:suis|chui) en deuil\b|\b(?:a|de|d|un"
        r"|l ?) ?(?:enterrement|obseques)\b(?! de vie)|\bfausse couche\b|\b(?:suis"
        r"|devenu) (?:\w+ )?(?:veuf|veuve)\b",
        r"\b(?:crise|attaque|crises) (?:de |d ?)?(?:panique|angoisse|dangoisse|nerfs|anxiete"
        r"|danxiete|larmes)\b|\bcrise dangoisse\b|\bcrise de nerfs\b|\b(?:arrive|peux) (?:plus"
        r"|pas) (?:a )?respirer\b",
        r"\b(?:arrete|peux|arrive|fais) (?:pas|plus|que) (?:a |de |d )?(?:m ?arreter de "
        r"|marreter de )?(?:pleurer|chialer|trembler)\b|\barrete pas de (?:pleurer|chialer)\b"
        r"|\b(?:pleure|chiale|pleurer|chialer) (?:\w+ )?(?:toutes? les? nuits?|toute la nuit"
        r"|tous les (?:soirs|jours)|tout le temps|sans (?:arret|cesse)|seule?|depuis|en boucle"
        r"|dans mon lit)\b|\ben larmes\b|\bsuis en train de pleurer\b",
        r"\b(?:tout|monde|vie) (?:\w+ )?(?:s ?(?:ecroule|effondre)|seffondre|secroule"
        r"|part en (?:couille|vrille|fumee)|est fichu|est foutue?)\b|\bje (?:\w+ )?(?:craque"
        r"|meffondre|m effondre|sombre|pete un cable et)\b(?! (?:pour (?:toi|tes|ton)|sur"
        r"|devant|complet\w* pour))|\bau fond du trou\b|\btouche le fond\b"
        r"|\bau bout du rouleau\b|\btout perdu\b|\bau plus bas\b|\ba bout\b(?=.*(?:pleur|peux"
        r"|plus|craqu)|$)",
        r"\b(?:suis|chui|chuis|jsuis|me sens|sens) (?:\w+ ){0,2}?(?:aneantie?|desesperee?"
        r"|devastee?|detruite?|deprimee?|en depression|brisee?|vide a linterieur|vide|inutile"
        r"|un fardeau|un poids|au bout|morte? a linterieur|morte? de linterieur|trop seule?"
        r"|tellement seule?|en pleine depression|au fond|traumatisee?"
        r"|en detresse)\b(?! (?:de (?:te|pas te)|d ?envie))|\bn?en peux (?:plus"
        r"|pu)\b(?! (?:de rire|d ?attendre|de t))|\bj ?en peux plus\b(?! (?:de rire|dattendre"
        r"|d attendre|de t|d ?envie))|\bpeux plus (?:continuer|avancer|supporter) (?:comme ca"
        r"|tout ca|cette)\b|\b(?:me|m) ?(?:deteste|hais)\b|\bpersonne (?:ne )?m ?(?:aime|aide"
        r"|e comprend)\b|\bdepression (?:severe|est|revient|me)\b|\bj ?ai (?:un cancer"
        r"|une depression)\b|\b(?:il|mari|mec|copain|pere) me (?:frappe|bat|tape dessus"
        r"|cogne)\b|\b(?:me suis fait|ai ete) (?:violee?r?|violer|abusee?|agresse\w*)\b",
    ),
    "it": (
        r"\b(?:e|ci|mi|se ne|ci ha|mi ha) (?:\w+ )?(?:morto|morta|mancat[oa]"
        r"|venut[oa] a mancare|andat[oa] (?:per sempre|via per sempre)|lasciato per sempre"
        r"|decedut[oa]|scompars[oa]|ne e andat[oa]) (?:\w+ )?(?:il |la )?(?:mi[oa]|miei"
        r"|nostr[oa]) (?:\w+ )?{who_it}\b|\b(?:mi[oa]|miei|nostr[oa]) "
        r"(?:\w+ )?{who_it} (?:\w+ ){0,2}?(?:mort[oai]|mancat[oa]|venut[oa] a mancare"
        r"|decedut[oa]|scompars[oa]|ne e andat[oa]|si e (?:uccis[oa]|ammazzat[oa]|suicidat[oa]"
        r"|tolt[oa] la vita|impiccat[oa])|sta morendo|ha (?:un tumore|il cancro|la leucemia)"
        r"|e in coma|ci ha lasciat[oi])\b|\b(?:perso|seppellit[oo]|perdere|morte d[ie]l?"
        r"|funerale d[ie]l?|lutto per|suicidio di|sopprimere) (?:\w+ )?(?:il |la |l )?(?:mi[oa]"
        r"|nostr[oa]) (?:\w+ )?{who_it}\b|\bin lutto\b|\b(?:al|dal|un|il) funerale\b"
        r"|\baborto spontaneo\b|\b(?:sono|rimast[oa]) (?:\w+ )?vedov[oa]\b",
        r"\b(?:attacco|attacchi|crisi) (?:di|d) ?(?:panico|ansia|nervi|dansia|pianto)\b"
        r"|\besaurimento nervoso\b|\bcrollo nervoso\b|\bnon riesco (?:piu )?a respirare\b",
        r"\bnon (?:riesco|smetto|faccio) (?:\w+ ){0,2}?(?:a smettere di |di |che "
        r"|altro che )?(?:piangere|tremare)\b|\bpiang\w+ (?:\w+ )?(?:tutta la notte"
        r"|ogni (?:notte|sera|giorno)|tutte le notti|tutto il giorno|da (?:ore|giorni|sol\w)"
        r"|sempre|in continuazione|adesso|senza sosta)\b|\bsto (?:piangendo|tremando)\b",
        r"\b(?:tutto|mondo|vita) (?:\w+ ){0,3}?(?:croll\w+|addosso|a pezzi|distrutta"
        r"|andata a rotoli|va a rotoli|va a pezzi|e finita per me|uno schifo totale)\b|\b(?:sto"
        r"|sono) (?:\w+ )?(?:crollando|crollat[oa]|sprofondando|affondando|cadendo a pezzi"
        r"|a pezzi|annegando)\b|\btoccato il fondo\b|\bho perso tutto\b|\bin fondo al baratro\b",
        r"\b(?:sono|mi sento|sto) (?:\w+ ){0,2}?(?:distrutt[oa]|disperat[oa]|devastat[oa]"
        r"|depress[oa]|in depressione|vuot[oa] dentro|mort[oa] dentro|inutile|un peso"
        r"|senza speranza|sol[oa] al mondo|cosi sol[oa]|malissimo|spezzat[oa]|all?o stremo"
        r"|al limite|un fallimento|traumatizzat[oa])\b(?! (?:dalla palestra|dal lavoro"
        r"|dallo? (?:sport|allenamento)|per (?:te|vederti)))|\bnon (?:ce la faccio|ne posso"
        r"|resisto|reggo|ce la posso fare|so piu cosa fare) ?(?:piu"
        r"|ad andare avanti)?\b(?! (?:di (?:ridere|aspettare)|a (?:aspettare|smettere"
        r"|resistere)|dalla voglia|vivere))(?= ?(?:$|[,.!?]|sto|sono|e |con|da|mi|tutto"
        r"|senza))(?<!ce la faccio)(?<!ne posso)(?<!non resisto)(?<!non reggo)|\bmi (?:odio"
        r"|detesto|faccio schifo)\b|\bnessuno mi (?:ama|aiuta|capisce|vuole bene)\b|\b(?:ho la"
        r"|soffro di) depressione\b|\bdepressione (?:mi|e tornata|profonda)\b|\bho (?:un tumore"
        r"|il cancro)\b|\b(?:lui|marito|ragazzo|compagno) mi (?:picchia|mena|alza le mani)\b"
        r"|\bsono stat[oa] (?:violentat|stuprat|abusat|molestat)[oa]\b",
    ),
}
