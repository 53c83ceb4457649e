"""
The German, French and Italian part of worker/poverty_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_POVERTY_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\bkann (?:ich )?(?:es )?mir (?:heute |gerade )?(?:nicht"
        r"|keine\w*) (?:\w+ )?leisten (?:zu (?:spat|verlieren|schlafen|verpassen)|dich|den"
        r"|krank)\b|\bkeinen? (?:fehler|ausfall|verspatung) leisten\b|\barme[rs]? (?:maus"
        r"|schatz|hund|katze|socke|kerl|du|tropf|seele)\b|\b(?:teuer\w* (?:auto|uhr|essen|wein"
        r"|restaurant|geschmack)|teuerste)\b|\bfruher war ich (?:arm|pleite)\b|\bschuldest\b"
        r"|\bselber schuld\b|\bschuld(?:e|est)? (?:ich )?dir\b|\bdu bist billig\b",
    ),
    "fr": (
        r"\bpas (?:me )?(?:permettre|le luxe) (?:de |d )?(?:te |me |le )?(?:perdre|rater|dormir"
        r"|arriver|etre en retard|tomber|louper)\b|\b(?<!trop )(?:pas"
        r"|c ?est pas) cher\b(?! assez)|\b(?:mon|ma|tres) (?:cher|chere)\b|\bpauvre (?:chou|toi"
        r"|cherie?|bete|petite?|chat|type|mec|fille|bebe)\b|\b(?:resto|vin|voiture|montre"
        r"|parfum) (?:trop |tres )?cher\b|\bquand j ?etais (?:fauche|pauvre)\b"
        r"|\bje te dois (?:une?|un)\b|\bsans un (?:bisou|mot)\b|\bfauche (?:le|la|les|l) ",
    ),
    "it": (
        r"\b(?:non (?:mi )?(?:posso|puoi)|non posso) permetter\w+ (?:di (?:perder\w*|sbagliare"
        r"|dormire|fare tardi|mancare|innamorar\w+|ammalar\w+)|errori|distrazioni|un errore"
        r"|il lusso di)\b|\bpover(?:in[oa]|o (?:te|cucciolo|tesoro|cane|gatto)|a (?:te|stella"
        r"|piccola|me|cucciola))\b|\b(?:vino|ristorante|auto|orologio|profumo|cena) (?:troppo "
        r"|molto )?car[oa]\b|\bcar[oa] (?:mi[oa]|amic\w|ragazz\w)\b|\bmi[oa] car[oa]\b"
        r"|\bquando ero (?:povero|senza)\b|\b(?:ti )?devo un (?:bacio|favore|caffe)\b"
        r"|\bal verde (?:del|semaforo|brillante)\b|\bsemaforo\b|\bverde (?:acqua|oliva"
        r"|smeraldo)\b",
    ),
}

CANNOT_AFFORD_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:kann|konnt\w*|konnen|kanns|kannst) (?:ich )?(?:es |das |sowas |dich |mir |dir "
        r"|uns )*(?:\w+ ){0,3}?(?:nicht|nix|nichts|nimmer|net|kaum|keine\w*"
        r"|nie) (?:mehr )?(?:\w+ ){0,2}?leisten\b|\b(?:mir|uns) "
        r"(?:\w+ ){0,2}?nicht (?:mehr )?leisten\b|\bkann (?:\w+ "
        r"){0,2}?nicht (?:mehr )?(?:\w+ )?(?:zahlen|bezahlen|ausgeben)\b",
        r"\b(?:bin|ich|sind|grad|gerade|total|voll|komplett|mal wieder|wieder|echt"
        r"|bis \w+) (?:\w+ ){0,3}?(?:pleite|blank|abgebrannt|knapp bei kasse|arbeitslos"
        r"|insolvent|arm(?= ?(?:$|[,.!]|wie|dran))|verschuldet|bankrott|mittellos|hartzer"
        r"|gekundigt worden|klamm|obdachlos)\b|^(?:pleite|blank)\b",
        r"\b(?:kein|keine|null|ohne|nicht genug|zu wenig|kaum|wenig|nicht so viel|nicht viel"
        r"|nix an|brauch) (?:\w+ )?(?:geld|kohle|knete|asche|einkommen|job|arbeit mehr|cash"
        r"|penny|cent|moneten|gehalt|budget|ersparnisse)\b(?! (?:der welt|spielt keine"
        r"|problem))|\bgeld (?:ist|reicht|ist grad|wird|geht|war) (?:\w+ )?(?:knapp|alle|weg"
        r"|nicht|aus|eng)\b|\bgeldsorgen\b|\bgeldprobleme\b|\bgeldnot\b",
        r"\bzu teuer (?:fur mich|fur meinen|$|[,.!])|\b(?:viel zu|bisschen|echt"
        r"|leider) (?:zu )?teuer\b|\bist mir zu teuer\b|\bubersteigt mein\b|\b(?:nur noch|noch"
        r"|hab|nurnoch|grad) (?:\w+ )?\d{1,2} ?(?:euro|€|eur|tacken|cent|franken) (?:auf dem"
        r"|ubrig|bis|in der|im monat|im portemonnaie)\b|\bebbe (?:auf|im|in)\b|\b(?:konto"
        r"|portemonnaie|geldbeutel|kasse) (?:\w+ )?(?:ebbe|leer)\b|\bkonto (?:\w+ )?(?:leer"
        r"|im minus|uberzogen|leergeraumt|auf null|rot)\b|\b(?:im|ins) minus\b|\bim dispo\b"
        r"|\bdispo\b|\b(?:bis|erst|wenn) (?:\w+ ){0,3}?(?:gehalt|lohn|monatsende|zahltag"
        r"|geld kommt|geld kommt rein|bezahlt werd\w*)\b(?=.*(?:geld|pleite|blank|warten|erst"
        r"|kann|wieder|nicht|kauf))",
        r"\b(?:job|arbeit|arbeitsplatz|stelle) (?:\w+ ){0,2}?(?:verloren|los|weg)\b|\b(?:wurde"
        r"|bin|worden) (?:\w+ )?(?:entlassen|gefeuert|gekundigt)\b|\bgekundigt worden\b"
        r"|\b(?:leb\w*|bin|bekomm\w*|krieg\w*|bezieh\w*|auf) (?:\w+ ){0,3}?(?:burgergeld"
        r"|hartz ?(?:4|iv)?|sozialhilfe|grundsicherung|stutze|alg|bafog|kurzarbeit"
        r"|arbeitslosengeld|wohngeld)\b",
        r"\b(?:in|hab|habe|voller|bis zum hals in|meine|tief in|mit|viele|hohe"
        r"|nur) (?:\w+ ){0,2}?schulden\b|\bprivatinsolvenz\b|\b(?:miete|strom|rechnungen|kredit"
        r"|rate) (?:\w+ ){0,4}?(?:nicht (?:mehr )?(?:zahlen|bezahlen|bezahlt)|offen|uberfallig"
        r"|im ruckstand|nicht gezahlt)\b|\b(?:mietgeld|miete|ersparnisse|erspartes"
        r"|haushaltsgeld|essensgeld|sparbuch|urlaubsgeld) (?:\w+ ){0,4}?(?:ausgegeben|fur dich"
        r"|verprasst|draufgegangen|verballert|weg)\b|\b(?:kredit"
        r"|darlehen) (?:\w+ )?(?:aufgenommen|aufnehmen|nehmen)\b|\bgerichtsvollzieher\b"
        r"|\bpfandung\b|\bschufa\b|\bzwangsraumung\b|\btafel essen\b"
        r"|\bmonat (?:noch )?so lang\b|\bkarte (?:\w+ )?(?:am limit|ausgereizt"
        r"|gesperrt wegen)\b|\bfinanziell (?:\w+ )?(?:nicht|eng|schwierig|mies|schlecht|am ende"
        r"|ruiniert)\b",
    ),
    "fr": (
        r"\b(?:j ?ai|n ?ai|g|ai|a|avoir) (?:\w+ )?(?:plus|pas|aucun"
        r"|zero) (?:\w+ ){0,2}?(?:un (?:rond|sou|balle|centime|euro|radis|kopeck)|de (?:thunes?"
        r"|fric|sous|pognon|tune|ble|revenus?|budget|boulot|taf|maille|moyens|quoi payer)"
        r"|d ?argent|dargent|les moyens|le budget|assez|une thune|les sous|la thune|largent"
        r"|moyens|mes moyens|de quoi (?:payer|manger|vivre))\b|\bplus un (?:rond|sou|balle"
        r"|centime|radis)\b|\bsans le sou\b|\b(?:pas|plus) (?:de|d) ?(?:thunes?|fric|argent"
        r"|sous|pognon|oseille|tunes?|moyens|budget)\b(?! (?:magique|facile))"
        r"|\bpas assez (?:d ?argent|de (?:thune|fric|sous))\b|\bau dessus de mes moyens\b"
        r"|\bmes moyens\b",
        r"\b(?:suis|chui|chuis|jsuis|etre|reste|on est) (?:\w+ ){0,2}?(?:fauchee?|ruinee?|a sec"
        r"|a decouvert|au chomage|sans emploi|sans boulot|sans travail|au rsa|raide|endettee?"
        r"|surendettee?|dans le rouge|interdit bancaire|en galere (?:de thune|dargent|d argent"
        r"|financiere)|en galere|pauvre|short|sans revenus?|au smic|sdf|a la rue"
        r"|serree?(?: niveau| en)|licenciee?|juste (?:niveau|en) (?:thune"
        r"|argent))\b(?! (?:de (?:sommeil|batterie)|d ?idees))|\ba decouvert\b"
        r"|\bfins? de mois (?:\w+ )?(?:difficile|dure|compliquee?|hard|serree)s?\b"
        r"|\bdans la (?:dech|misere|merde financier)\w*\b|\bla dech\b|\bla galere financiere\b",
        r"\bc ?est (?:\w+ )?trop cher\b|\b(?:trop|tres|hyper|super|beaucoup trop|un peu"
        r"|vachement) (?:cher|chere|chers|couteux|eleve) (?:pour (?:moi|mon|mes)|la"
        r"|en ce moment|$|[,.!])|\bhors (?:de )?(?:mon )?(?:budget|prix)\b|\b(?:peux|pourrai"
        r"|pourrais|puis|arrive) (?:plus|pas|rien) (?:\w+ ){0,2}?(?:payer|depenser|acheter"
        r"|m ?offrir|moffrir|me le permettre|me permettre|me payer|renouveler|assumer"
        r"|joindre les deux bouts|a payer|suivre financierement)\b(?! (?:attention|le luxe))"
        r"|\bdeux bouts\b",
        r"\b(?:perdu|perdre|vire\w*|licencie\w*) (?:\w+ ){0,2}?(?:mon |de mon |du )?(?:boulot"
        r"|taf|travail|job|emploi|poste)\b|\b(?:suis fait|ai ete|viens de me faire|etre"
        r"|me suis fait) (?:virer|viree?|licencier?|licenciee?)\b|\b(?:jusqu ?a|attend\w*|quand"
        r"|jusquau|jusqua|avant) (?:\w+ ){0,3}?(?:paye|paie|salaire|virement|fin du mois|le 5"
        r"|le 10|rsa|caf|etre paye|serai payee?|touche ma paye)\b(?=.*(?:argent|thune|sec|peux"
        r"|achet|attend|payer|plus|rien|fauche|paye))|\bvis (?:avec le|du|des) (?:rsa|aah"
        r"|alloc\w*|aides|smic)\b|\bmon (?:decouvert|banquier)\b",
        r"\b(?:crible\w* de|plein de|pleine de|des|mes|trop de|noye\w* sous les"
        r"|beaucoup de) dettes\b|\bendette\w*\b|\b(?:loyer|factures?|edf"
        r"|credit) (?:\w+ ){0,3}?(?:en retard|impayee?s?|pas paye\w*|a payer|de retard"
        r"|plus payer|d ?abord)\b|\b(?:payer|paie|retard (?:de|sur)) (?:\w+ )?(?:mon"
        r"|le) loyer\b|\bloyer\b(?=.*(?:depense|plus|retard|payer|cramé|crame|claque))"
        r"|\b(?:depense|crame|claque|dilapide|mis|bouffe) (?:\w+ ){0,4}?(?:loyer|economies"
        r"|courses|salaire|epargne|livret|paye)\b|\b(?:pris|fait|faire"
        r"|prendre) (?:un )?(?:credit|pret|conso)\b(?=.*(?:pour (?:toi|payer|ca)|$))|\b(?:reste"
        r"|plus que|me reste|que) (?:\w+ )?\d{1,2} ?(?:euros?|e|€|balles|eur)\b(?=.*(?:compte"
        r"|fin|mois|semaine|tenir|finir|jusqu|$))|\bcompte (?:\w+ )?(?:a zero|vide"
        r"|dans le rouge|a sec|negatif|a decouvert)\b|\brestos? du coeur\b"
        r"|\bexpuls\w+ de (?:mon|chez)\b|\bcarte (?:\w+ )?(?:plafonnee|au plafond)\b"
        r"|\bfinancierement (?:\w+ )?(?:complique|dur|chaud|mal|serre|pas)\b"
        r"|\bdur financierement\b",
    ),
    "it": (
        r"\bnon (?:me |ce |mi |te )?(?:lo |la |li |ne )?(?:posso|potrei|riesco a"
        r"|possiamo) (?:\w+ )?(?:permett\w+|pagar\w*|spender\w*|comprar\w*|sostener\w*"
        r"|rinnovare|affrontare la spesa)\b(?! (?:attenzione|di (?:dormire|perdere)))"
        r"|\bpermettermelo\b|\bpermettermel[ao]\b|\bnon posso piu (?:pagar\w*|spender\w*"
        r"|permett\w+|comprar\w*)\b",
        r"\b(?:sono|sto|resto|rimast[oa]|siamo|ero|mi trovo) (?:\w+ ){0,2}?(?:al verde"
        r"|in bolletta|senza (?:un (?:soldo|euro|centesimo)|soldi|lavoro|una lira|grana"
        r"|stipendio)|squattrinat[oa]|spiantat[oa]|in rosso|disoccupat[oa]|in bancarotta"
        r"|rovinat[oa]|indebitat[oa]|a secco|pover[oa]|messo male (?:coi|con i) soldi"
        r"|in cassa integrazione|sotto (?:un treno )?(?:coi|con i) (?:soldi|debiti)|fallit[oa]"
        r"|licenziat[oa]|nullatenente|in difficolta economic\w+|corto di soldi"
        r"|conciat[oa] male (?:coi|con i) soldi)\b|\bdisoccupat[oa]\b|\bal verde\b"
        r"|\b(?:mi hanno|sono stat[oa]|appena) licenziat[oa]\b",
        r"\b(?:non ho|niente|senza|zero|pochi|nessun\w*|non ci sono|finit[oi] i|finiti"
        r"|mancano i|poco|manco|neanche|neppure|non mi restano|non mi rimangono|non c e"
        r"|non ho piu) (?:\w+ ){0,3}?(?:soldi|un euro|un soldo|una lira|grana|denaro|budget"
        r"|contanti|stipendio|lavoro|un centesimo|risparmi|disponibilita economica|i soldi"
        r"|quattrini|reddito)\b(?! (?:facili|spicci per))|\bsoldi (?:\w+ ){0,2}?(?:finiti|zero"
        r"|pochi|contati|non ce ne sono|non bastano|stretti)\b|\bpochi soldi\b",
        r"\b(?:costa|costano|costi|e|sei|un po|troppo|prezzo) (?:\w+ )?(?:troppo"
        r"|tropp[oa] car[oa]|troppo cari)(?: \w+)? (?:per (?:me|le mie|il mio)|$|[,.!])"
        r"|\btropp[oa] car[oaie]\b(?= ?(?:$|[,.!]|per))|\bcosta troppo\b|\bfuori (?:dal mio "
        r"|dalla mia |da)?(?:budget|portata)\b|\b(?:ho|restano|rimasti|solo"
        r"|rimangono) (?:\w+ )?\d{1,2} ?(?:euro|€|eur) (?:sul conto|fino|per|in banca"
        r"|e basta)\b|\bconto (?:\w+ )?(?:in rosso|vuoto|a zero|prosciugato|scoperto)\b"
        r"|\bin rosso\b(?= ?(?:$|[,.!]|in banca|sul conto|con))|\bsotto zero in banca\b",
        r"\b(?:ho )?pers[oi] (?:il |anche il )?(?:lavoro|posto|impiego)\b|\b(?:fino|quando"
        r"|aspett\w+|finche non|appena) (?:\w+ ){0,4}?(?:stipendio|prendo lo stipendio"
        r"|mi pagano|fine mese|tredicesima|pagano|busta paga|accredit\w+)\b(?=.*(?:soldi|posso"
        r"|niente|verde|compr|aspett|non|senza|fino))|\b(?:non )?arriv\w+ a fine mese\b"
        r"|\bfine mese (?:\w+ )?(?:difficile|duro|e lontano|lontana)\b|\b(?:vivo|campo|prendo"
        r"|ho) (?:\w+ )?(?:di |con )?(?:il )?(?:reddito di cittadinanza|naspi|sussidi\w*"
        r"|pensione minima|assegno di inclusione|disoccupazione)\b",
        r"\b(?:pien[oa] di|ho|tanti|troppi|sommers[oa] dai|nei|fatto|con i|i miei|molti"
        r"|un sacco di) (?:\w+ )?debiti?\b(?! di (?:gratitudine|sonno))|\b(?:affitto|bollett\w+"
        r"|mutuo|rata|rate|luce) (?:\w+ ){0,3}?(?:da pagare|arretrat\w|in ritardo|scadut\w"
        r"|non pagat\w|indietro)\b|\b(?:indietro|in ritardo) (?:\w+ )?(?:con "
        r"|sull)?(?:l )?(?:affitto|laffitto|bollette|mutuo|rate)\b|\bpagare (?:laffitto"
        r"|l affitto|le bollette|il mutuo)\b(?=.*(?:non|come|prima|soldi|devo))|\b(?:speso"
        r"|spendo|usato|bruciato|buttato) (?:\w+ ){0,4}?(?:affitto|laffitto|risparmi|spesa"
        r"|stipendio|bollette|mutuo)\b|\b(?:chiesto|preso|chiedere|fatto"
        r"|fare) (?:un )?(?:prestito|finanziamento)\b(?! a un amico per)|\bsfratt\w+"
        r"|\bpignora\w+|\bcarta (?:\w+ )?(?:al limite|svuotata|prosciugata|bloccata per)\b"
        r"|\bbanco alimentare\b|\beconomicamente (?:\w+ )?(?:male|difficile|messo male|non"
        r"|a terra|dura|stretto)\b|\bmomento economico\b",
    ),
}
