"""
The German, French and Italian part of worker/self_harm_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_SELF_HARM_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\bsuicide squad\b|\bselbstmord(?:kommando|attentat\w*|aktion|mission)\b"
        r"|\b{kin}\b[^.!?;]{0,40}\b(?:selbstmord|suizid|umgebracht|das leben genommen)\b",
        r"\b(?:bring|bringe|bringt|bringst|lach\w*|arbeit\w*|trainier\w*) (?:du |es |das "
        r"|die \w+ |der \w+ |ich )?mich (?:noch |echt |irgendwann )*(?:um|tot"
        r"|kaputt)\b(?<!ich mich um)(?<!bring mich um)(?<!bringe mich um)",
        r"\b(?:sterb\w*|umbringen|toten) (?:vor|fur|aus|nach|im kampf|an (?:langeweile|hunger"
        r"|deiner))\b|\b(?:vor|fur|aus) [^.!?;]{0,30}sterb\w*|\bnicht sterben\b"
        r"|\bich bring mich um den schlaf\b",
        r"\b(?:leben|aufwachen|schlafen) (?:ohne (?:dich|sie|kaffee)|in|mit (?:dir|ihr|meiner)"
        r"|bei|hier|fruh)\b|\bohne (?:dich|sie|kaffee)[^.!?;]{0,20}\b(?:leben|aufwachen)\b",
        r"\bmich (?:beim|bei der|am|mit dem|an der|in den finger)[^.!?;]{0,25}\b(?:geschnitten"
        r"|verletzt|geritzt)\b|\bverletz\w* (?:beim|im) (?:sport|training|fussball)\b",
    ),
    "fr": (
        r"\bsuicide squad\b|\bmission suicide\b|\b{kin}\b[^.!?;]{0,40}\bsuicid\w+",
        r"\b(?:me tuer|me tue|mourir|meurs|mourrais|creve|crever) (?:de|d|du|pour|a la (?:tache"
        r"|salle)|au (?:travail|boulot|sport)|dans tes|entre tes|dici a|si tu|heureux"
        r"|a force)\b|\bmourir denvie\b|\bmourir drire\b",
        r"\b(?:veux|voudrais|envie de) pas mourir\b|\bpas envie de mourir\b|\b(?:plus"
        r"|pas) (?:envie de )?vivre (?:sans|ici|avec|a |en |dans|chez|seule?)"
        r"|\bplus (?:envie de )?me reveiller (?:a|tot|sans)",
        r"\bme (?:suis )?(?:coupe[er]?s?|couper) (?:les (?:cheveux|ongles)|en (?:cuisin|ras)\w*"
        r"|le doigt|avec (?:une feuille|un couteau|la mandoline)|la barbe|du monde|la parole)",
    ),
    "it": (
        r"\bsuicide squad\b|\bmissione suicida\b|\b{kin}\b[^.!?;]{0,40}\bsuicid\w+"
        r"|\b{kin}\b[^.!?;]{0,20}\bsi e (?:ucciso|uccisa|ammazzat\w|impiccat\w|tolt\w la vita)\b",
        r"\b(?:uccidermi|ammazzarmi|mi ammazzo|mi uccido|morire|muoio|morirei|morto) (?:da[li]?"
        r"|dalle|dalla|di|per|dei|di lavoro|in palestra|a lavoro|di fame|tra le tue|con te"
        r"|addosso|felice|se non)\b|\bmi ammazzo di\b|\bnon voglio morire\b",
        r"\b(?:vivere|svegliarmi) (?:senza|qui|con|in|da sol\w|a |presto|lontan\w)\b",
        r"\bmi (?:sono )?tagli\w+ (?:i capelli|le unghie|facendo|cucinando|un dito|il dito"
        r"|con (?:la carta|il coltello)|la barba|affettando|la frangia)",
    ),
}

SELF_HARM_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\bsui[zc]id\w*|\bselbstm[oö]rd\w*|\bselbst ?verletz\w*|\bselbst ?tot\w+"
        r"|\blebensmud\w*|\bfreitod\b|\bsvv\b",
        r"\b(?:mich (?:selbst |selber |heute |jetzt |bald |einfach |wieder |noch "
        r"|dann )*(?:um(?:zu)?bring\w*|um zu bringen|tote\w*|zu toten|ritz\w*|geritzt|zu ritzen"
        r"|verletz\w*|erhang\w*|aufhang\w*|erschiess\w*|umleg\w*|aufschneid\w*|schneid\w*"
        r"|vergift\w*|erstech\w*|ausloschen|umgebracht)|(?:bringe?|bring"
        r"|brng) (?:ich )?mich (?:\w+ ){0,2}?um|ritze? (?:ich )?mich|hange? mich auf"
        r"|schneide? mich|knall\w* mich (?:ab|weg)|erschiess\w* mich|verletz\w* mich (?:selbst"
        r"|selber))\b(?! (?:lachen|scherz|den schlaf))",
        r"\bmir (?:\w+ ){0,2}?(?:das leben (?:zu )?nehm\w*|(?:et)?was (?:an(?:zu)?|zu )?tun"
        r"|was an\w*|die pulsadern\w*|ne kugel|eine kugel|die kugel|weh (?:zu )?tun)\b|\btu(?:e"
        r"|h)? (?:ich )?mir (?:\w+ ){0,2}?(?:was|etwas|selbst was) an\b"
        r"|\bnehm\w* (?:ich )?mir das leben\b|\bpulsadern\b",
        r"\b(?:will|wil|mochte|mocht|wurde|wunsch\w*|wollte|darf|am liebsten|konnte|sollte"
        r"|einfach|nur) (?:ich )?(?:\w+ ){0,4}?(?:sterben|tot sein|verrecken|tot umfallen"
        r"|nicht (?:mehr )?(?:existieren|da sein|aufwachen|leben|sein|am leben)"
        r"|nie wieder aufwachen|nie mehr aufwachen|weg sein von)\b(?! (?:vor|fur|aus|ohne|in "
        r"|mit|bei))|\bware? (?:ich )?(?:\w+ ){0,2}?(?:tot|nie geboren|nicht mehr (?:da"
        r"|am leben))\b",
        r"\b(?:nicht mehr|nimmer|kein bock (?:mehr )?(?:zu|auf das|aufs)"
        r"|keine lust (?:mehr )?(?:zu|auf das|aufs)|keine kraft "
        r"(?:mehr )?zu[mr]?) (?:am )?(?:leben(?: sein)?|weiterleben|weiter leben|aufwachen"
        r"|existieren|weiterzuleben)\b(?! (?:ohne|in|mit|bei))|\b(?:kein bock"
        r"|keine lust) (?:mehr )?(?:aufs|auf (?:das|dieses|mein)) leben\b",
        r"\bleben (?:\w+ )?(?:hat|macht|ist|ergibt) (?:\w+ )?(?:keinen sinn|kein sinn"
        r"|nicht mehr lebenswert|sinnlos|nichts mehr wert|nicht lebenswert)\b|\b(?:keinen|kein"
        r"|welchen) (?:sinn|grund) (?:mehr )?(?:zu|im|am|weiter\w*|um) (?:leben|weiter\w*"
        r"|zu leben)\b|\bmude vom leben\b|\b(?:dem|meinem) (?:ganzen "
        r"|leben )?(?:ein ende (?:setz\w*|mach\w*|bereit\w*))\b|\bmach\w* (?:dem"
        r"|jetzt)? ?(?:heute )?schluss\b(?! mit (?:ihr|ihm|meiner|meinem))"
        r"|\bleben (?:zu )?beend\w*",
        r"\b(?:niemand|keiner|wer) (?:\w+ )?(?:wurde|wird) mich (?:\w+ )?vermiss\w*"
        r"|\bohne mich (?:\w+ ){0,4}?(?:besser|glucklicher|leichter)\b|\b(?:besser"
        r"|leichter) (?:\w+ ){0,2}ohne mich\b|\b(?:niemand\w*|keine[rnms]?"
        r"|wer) (?:\w+ ){0,4}?(?:vermiss\w*|merk\w*|fehl\w*|auffall\w*"
        r"|interess\w*)(?: \w+){0,2}? wenn ich (?:\w+ )?(?:weg|tot|nicht mehr|sterb\w*"
        r"|gestorben)\b|\bbesser tot\b|\bwenn ich tot (?:bin|ware)\b",
        r"\b(?:tabletten|pillen|schlaftabletten|schlafmittel|gift) (?:\w+ ){0,3}?(?:genommen"
        r"|geschluckt|nehmen|schlucken|eingeworfen|vor mir|liegen|in der hand"
        r"|bereit)\b(?! (?:gegen|wegen|fur))|\b(?:schluck\w*|nehm\w*) (?:\w+ ){0,2}?(?:alle"
        r"|ganze\w*|die|packung|haufen) (?:\w+ ){0,2}?(?:tabletten|pillen|packung)\b"
        r"|\buberdosis\b",
        r"\babschieds?brief\w*|\b(?:das ist|ist) (?:\w+ )?mein(?:e)? (?:letzte[r]? (?:nachricht"
        r"|nacht|tag|abend)|abschied)\b(?! (?:im|in|auf|vor|hier))|\b(?:strick"
        r"|seil) (?:\w+ )?(?:um|bereit|gekauft|hangt|gekn\w*)\b|\b(?:von der|vor die|vor den"
        r"|vom|vor einen|auf die|aus dem) (?:\w+ )?(?:brucke|bahn|zug|ubahn|hochhaus|dach"
        r"|balkon|gleise|fenster|lkw) (?:zu )?(?:spring\w*|werf\w*|schmeiss\w*|stell\w*"
        r"|sturz\w*)\b|\b(?:spring\w*|werf\w*|schmeiss\w*) (?:ich "
        r")?(?:mich )?(?:\w+ )?(?:von der|vor die|vor den|vom|aus dem) (?:\w+ )?(?:brucke|bahn"
        r"|zug|ubahn|hochhaus|dach|balkon|fenster)\b|\bmorgen (?:\w+ )?(?:nicht mehr da"
        r"|nicht mehr am leben)\b",
        r"\b(?:alles|alle[s]? schon) (?:\w+ )?(?:vorbereitet|bereit|geplant"
        r"|geregelt)\b(?=.*(?:heute|nacht|ende|danke|abschied|tschuss|brief))|\b(?:bring|bringe"
        r"|mach|mache) (?:ich )?(?:es|dem|s) (?:\w+ )?(?:zu ende|ein ende|zu nem ende)\b"
        r"|\b(?:steh\w*|sitz\w*|bin) (?:ich )?(?:\w+ ){0,2}?(?:auf|an|am|oben auf) (?:de[rmn]"
        r"|die|einem|einer|nem|ner)? ?(?:\w+ )?(?:brucke|dach|gleise\w*|bahngleise\w*|klippe"
        r"|gelander|balkon|hochhaus|abgrund|kante)\b(?=.*(?:spring|runter|ende|tschuss|allein"
        r"|vorbei|danke|abschied|fall))|\b(?:will|werd\w*|mochte"
        r"|muss) (?:\w+ ){0,2}?springen\b(?! (?:vor freude|ins wasser"
        r"|in den pool))(?<!vor freude springen)|\b(?:klinge|rasierklinge"
        r"|messer)\b(?=.*(?:schneid|ritz|arm|haut|puls))|\bich "
        r"will (?:mich )?(?:\w+ )?(?:schneiden|ritzen)\b|\b(?:heute"
        r"|diese) nacht (?:\w+ ){0,3}?(?:ist|wird) (?:es |alles )?(?:vorbei|zu ende"
        r"|schluss)\b(?! mit)",
        r"\b(?:denk\w*|gedanken|nachgedacht|nachdenk\w*|fantasier\w*|dran) (?:\w+ ){0,3}?(?:an"
        r"|ans|uber|daran|dran) (?:\w+ ){0,3}?(?:selbstmord|suizid|sterben|tod|umzubringen"
        r"|mich umzu\w*|den tod|schluss zu machen|mir (?:was|das))\b",
    ),
    "fr": (
        r"\bsuicid(?:e|er|aire|aires|es|ee|ais|erai|ant)\b|\bsuissid\w+|\bautomutil\w*|\b(?:me"
        r"|m) ?scarif\w*|\bta\s?des\b$|\bme t s\b",
        r"\bme (?:tuer|tue(?= (?:ce soir|demain|si|bientot|$))|flinguer|flingue|foutre en lair"
        r"|faire du mal|fais du mal|pendre|pends|jeter (?:sous|du|de|par|dans|d)|jette (?:sous"
        r"|du|par|d)|noyer|taillader|taillade|mutiler|mutile|couper les veines|coupe les veines"
        r"|coupe (?:encore|a nouveau|les bras|les cuisses|pour)|bruler la peau|blesser expres"
        r"|faire sauter|tirer une balle|tire une balle|ouvrir les veines|supprimer"
        r"|bute)\b(?! (?:de rire|a la tache|au travail|dans tes bras|a leau))"
        r"|\bmouvrir les veines\b",
        r"\b(?:envie de|veux|jveux|jveu|veu|vx|voudrais|jaimerais|aimerais|prefere(?:rais)?"
        r"|merite|souhaite|devrais|juste) (?:juste |vraiment |trop |seulement |de "
        r"|que )*(?:mourir|mourire|crever|etre morte?|disparaitre (?:pour toujours|a jamais"
        r"|pour de bon)|plus (?:exister|etre la|me reveiller|vivre)|cesser (?:de vivre"
        r"|dexister)|dormir pour toujours|ne plus (?:exister|me reveiller|vivre))\b(?! (?:de|d "
        r"|sans|ici|avec))",
        r"\b(?:mettre fin a|mets fin a|en finir avec|finir avec|abreger) (?:mes jours|ma vie"
        r"|la vie|tout(?: ca)?|mes souffrances|cette vie)\b|\ben finir\b(?= ?(?:$|[.,!]|ce soir"
        r"|cette nuit|une bonne fois|pour de bon|maintenant))",
        r"\b(?:plus|pas|aucune|ni) (?:\w+ )?(?:envie (?:de |d )?|la force de |gout a "
        r"|raison (?:de |d )?|le gout de |de raison de )(?:vivre|la vie|rester en vie|exister"
        r"|continuer a vivre|me lever plus|me reveiller)\b(?! (?:sans|ici|avec|a |en |dans"
        r"|seule?))|\b(?:veux|peux|sais) (?:plus|pas) (?:vivre|etre (?:en vie|vivante?)|exister"
        r"|me reveiller)\b(?! (?:sans|ici|avec|a |en |dans|seule?))",
        r"\b(?:vie|vivre) (?:na|n a|a|vaut|ne vaut|na plus) (?:plus |pas )?(?:aucun |de |le "
        r"|la )?(?:sens|coup|peine)\b|\bmarre de (?:vivre|la vie|cette vie|exister)\b"
        r"|\bfatigue de (?:vivre|la vie)\b|\ba quoi (?:bon|ca sert(?: de)?) (?:vivre|continuer"
        r"|rester en vie)\b|\bperdu le gout de (?:la vie|vivre)\b",
        r"\b(?:serait|seraient|irait|iraient|sera|seront|vivrait"
        r"|serai) (?:\w+ ){0,2}?mieux (?:\w+ )?sans moi\b|\bpersonne (?:\w+ ){0,3}?(?:manqu\w+"
        r"|remarqu\w+|pleur\w+|apercevr\w+|regrett\w+) (?:\w+ ){0,3}?si je (?:meurs|mourais"
        r"|disparais\w*|suis|n?etais)\b|\bmieux morte?\b|\b(?:jamais|pas"
        r"|plus) (?:\w+ )?(?:me )?reveiller\b(?! (?:tot|a |demain matin pour))"
        r"|\baurais (?:jamais|pas) du naitre\b",
        r"\b(?:avale\w*|pris|prendre|pris|gobe\w*|vais prendre|avaler"
        r"|prends) (?:\w+ ){0,3}?(?:cachets|medocs|medicaments|comprimes|somniferes|cachetons"
        r"|boite|javel|pilules|plaquettes?)\b(?! (?:pour|contre|du))|\boverdose\b|\b(?:cachets"
        r"|medocs|medicaments|somniferes) (?:devant moi|dans la main|sont prets)\b",
        r"\blettre dadieux?\b|\bmot dadieu\b|\b(?:cest|c est) (?:mon|ma) (?:dernier (?:message"
        r"|jour|soir)|derniere nuit|adieu)\b(?! (?:de|en|ici|a))|\badieu (?:a tous|le monde"
        r"|tout le monde|monde cruel)\b|\bcorde (?:au cou|autour du cou|est prete)\b"
        r"|\b(?:flingue|arme|couteau|lame|rasoir) (?:\w+ )?(?:sur la tempe|dans la bouche"
        r"|sur les? veines?|sur le poignet|contre la)\b|\bsauter (?:du|dun|de la"
        r"|par) (?:\w+ )?(?:pont|toit|balcon|fenetre|immeuble|etage|falaise)\b|\b(?:sous"
        r"|devant) (?:un|le|les) (?:train|metro|rer|rails)\b|\bplus (?:la|de ce monde"
        r"|en vie) demain\b|\bdemain je (?:\w+ )?(?:serai plus la|suis plus la)\b",
        r"\btout (?:prepare|pret|est pret)\b(?=.*(?:nuit|soir|fini|adieu|merci|fin))"
        r"|\b(?:ce soir|cette nuit|demain) (?:\w+ )?(?:c ?est|tout est|ce sera) (?:fini|la fin"
        r"|termine)(?: pour moi)?\b(?! (?:le|la|les) (?:boulot|taf|semaine|ecole))"
        r"|\bfini pour moi\b|\b(?:suis|chui|debout|assise?|monte\w*) (?:\w+ )?(?:sur|au bord"
        r"|en haut) (?:du |de la |dun |le |la |un |une )?(?:\w+ )?(?:pont|toit|balcon|rebord"
        r"|rails|falaise|parapet|vide|quai)\b(?=.*(?:saut|fini|adieu|vide|jeter|envie|seule?"
        r"|merci))|\benvie de (?:sauter|me jeter|tout arreter|en finir)\b(?! (?:de joie"
        r"|dans (?:tes|la piscine)|sur toi))|\bplus (?:aucune? )?(?:raison|motif)s? (?:de "
        r"|pour )(?:vivre|rester|continuer)\b|\b(?:lame|rasoir|cutter)\b(?=.*(?:coup|bras"
        r"|poignet|peau|veine|recommenc))",
        r"\b(?:pense|penser|pensees|idees|reve|songe) (?:\w+ ){0,2}?(?:a|au|de|noires"
        r"|dans) (?:ma mort|la mort|mourir|me tuer|suicid\w+|en finir|mettre fin|disparaitre)\b"
        r"|\bidees noires\b",
    ),
    "it": (
        r"\bsuicid(?:io|armi|a|arsi|ato|ando|o|i)\b|\bautolesion\w*|\bsucidio\b|\bsuicid\w+rmi\b",
        r"\bmi (?:voglio|vojo|vorrei|devo|voglio solo|sto per|potrei) (?:\w+ )?(?:ammazzare"
        r"|uccidere|impiccare|tagliare|buttare (?:giu|sotto|dal)|sparare|togliere la vita"
        r"|fare del male)\b(?! (?:i capelli|le unghie|di|una))|\b(?:uccidermi|ammazzarmi"
        r"|amazzarmi|mi (?:ammazzo|amazzo|uccido|impicco|sparo|butto (?:giu|sotto|dal|dalla|da"
        r"|nel)|taglio(?: ancora| di nuovo| da| le| i polsi| i bracci| ogni)?|faccio del male"
        r"|levo di mezzo|tolgo la vita|sono (?:ri)?tagliat\w (?:di nuovo|ancora|le|i|un'altra))"
        r"|togliermi (?:la vita|di mezzo)|farmi (?:del |di )?male|tagliarmi(?: le vene| i polsi"
        r"| ancora)?|impiccarmi|spararmi|buttarmi (?:giu|sotto|dal|dalla|da|nel)"
        r"|levarmi di mezzo|ferirmi|bruciarmi la pelle)\b(?! (?:di |dalle risate|dal ridere"
        r"|in palestra|sul (?:divano|letto)|in piscina|una fetta|i capelli|le unghie|la barba"
        r"|nella mischia|nello studio|nel letto|nel lavoro))",
        r"\b(?:voglio|vojo|vorrei|voja di|voglia di|preferirei|preferisco|merito di|desidero"
        r"|dovrei|spero di|potessi|meglio) (?:solo |soltanto |proprio |davvero |di )*(?:morire"
        r"|morì|crepare|essere mort[oa]|sparire (?:per sempre|dal mondo)|scomparire per sempre"
        r"|smettere di (?:vivere|esistere)|non (?:esistere|svegliarmi|esserci)"
        r"|addormentarmi e non|farla finita)\b",
        r"\b(?:farla finita|la faccio finita|mettere fine|mettere un punto|porre fine|finirla"
        r"|chiuderla)(?: (?:a|alla|con) (?:mia vita|tutto|la vita|questa vita|questo dolore)|$"
        r"|[ ,.!](?:stasera|stanotte|oggi|una volta|per sempre|adesso|davvero))?",
        r"\bnon (?:voglio|ho (?:piu )?voglia di|ho (?:piu )?la forza di|riesco|merito di"
        r"|ce la faccio|vorrei|sopporto|ho (?:piu )?motiv\w+ (?:per|di)"
        r"|vale la pena) (?:piu )?(?:a )?(?:vivere|esistere|svegliarmi|esserci|stare al mondo"
        r"|restare in vita|di vivere|questa vita|continuare a vivere)\b|\bnon (?:ha|vedo"
        r"|trovo) (?:piu )?(?:alcun |un |nessun )?senso (?:piu )?(?:vivere|la vita|la mia vita"
        r"|andare avanti|nella vita)\b|\b(?:la|mia) vita (?:non ha"
        r"|e senza) (?:piu )?(?:alcun )?(?:senso)\b|\b(?:stanc[oa]|stuf[oa]) (?:di"
        r"|della) (?:vivere|vita|esistere|questa vita|stare al mondo)\b",
        r"\b(?:starebber\w*|sarebb\w+|starann\w+|stareste|vivrebber\w+|starebbe"
        r"|staranno) (?:\w+ ){0,2}?meglio (?:\w+ )?senza (?:di )?me\b"
        r"|\bnessuno (?:\w+ ){0,3}?(?:mancanza|sentir\w+ la mia mancanza|mancher\w+|accorg\w+"
        r"|piang\w+|noter\w+|importer\w+) (?:\w+ ){0,2}?se (?:muoio|morissi|spariss\w+"
        r"|non ci)\b|\bmeglio mort[oa]\b|\b(?:non|mai) (?:mai )?(?:svegliarmi|risvegliarmi"
        r"|svegliarsi) (?:mai )?piu\b|\bnon (?:mi|dover\w*) (?:svegli\w+|essere nat\w) (?:piu"
        r"|mai)\b|\bnon (?:fossi|dovevo|sarei dovut\w) (?:mai )?(?:nat[oa]|nascere"
        r"|essere nat\w)\b|\bspero di non svegliarmi\b",
        r"\b(?:preso|ingoiat\w|prendere|prendo|ingoiare|buttato giu|mandato giu"
        r"|ho qui) (?:\w+ ){0,4}?(?:pastiglie|pillole|pasticche|sonniferi|compresse|medicine"
        r"|candeggina|boccetta|psicofarmaci)\b(?! (?:per|del|contro))|\boverdose\b",
        r"\b(?:lettera|biglietto|messaggio) (?:di |d)addio\b|\b(?:e la|e il|questa e la"
        r"|questo e il) mi[ao] ultim[ao] (?:notte|messaggio|giorno|sera)\b(?! (?:di|in|qui|a))"
        r"|\baddio (?:mondo|a tutti|per sempre)\b|\b(?:corda|cappio) (?:\w+ )?(?:al collo"
        r"|pront\w)\b|\b(?:pistola|lametta|coltello) (?:\w+ )?(?:alla tempia|in bocca|sui polsi"
        r"|alla gola)\b|\b(?:giu|saltare|lanciarmi|buttarmi) (?:\w+ )?(?:dal|dalla|da un"
        r"|sotto (?:un|il|al)) (?:\w+ )?(?:ponte|balcone|tetto|finestra|treno|metro|piano)\b"
        r"|\bdomani non ci (?:saro|sono) piu\b",
        r"\bpreparato tutto\b(?=.*(?:notte|sera|finita|addio|grazie))|\b(?:sono|sto|seduto"
        r"|seduta|in piedi|salit[oa]) (?:\w+ )?(?:sul|sulla|sui|su un|al bordo"
        r"|sul bordo) (?:\w+ )?(?:ponte|tetto|balcone|cornicione|binari|bordo|terrazzo"
        r"|parapetto)\b(?=.*(?:butt|salt|finit|addio|giu|grazie|vuoto|voglia))|\b(?:voglio"
        r"|vorrei|voglia di|sto per) (?:buttarmi|saltare giu|lanciarmi|gettarmi)\b(?! (?:sul"
        r"|in (?:piscina|acqua)|nella|su di te))|\b(?:non (?:ho|vedo|trovo|ci sono|ce)"
        r"|nessun) (?:piu )?(?:\w+ )?(?:motiv[oi]|ragion[ei]|senso|scopo) (?:per|di|a|nel"
        r"|per cui) (?:vivere|andare avanti|restare|continuare a vivere|alzarmi)\b|\b(?:lametta"
        r"|lama)\b(?=.*(?:tagli|braccia|polsi|pelle))|\bstanotte (?:\w+ )?(?:finisce|e finita"
        r"|sara finita)\b",
        r"\b(?:penso|pensando|pensato|pensieri|idee|idea|penso spesso) (?:\w+ ){0,2}?(?:a|al|di"
        r"|alla|su) (?:suicid\w+|morire|morte|mia morte|uccidermi|ammazzarmi|togliermi"
        r"|farla finita|farmi del male)\b",
    ),
}
