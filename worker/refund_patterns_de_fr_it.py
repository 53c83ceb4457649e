"""
The German, French and Italian part of worker/refund_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_REFUND_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:bin|arbeite als|werde|mein (?:bruder|freund|vater|kumpel|onkel) ist"
        r"|meine (?:schwester|freundin|mutter|ex) ist) (?:\w+ )?(?:anwalt|anwaltin|polizist\w*"
        r"|richter\w*|jurist\w*|bei der polizei|staatsanwalt\w*)\b|\b(?:anwalts?|polizei"
        r"|gerichts?)(?:serie|film|show|uniform|kostum|ruf 110)\b|\bpolizei (?:hat|sperrt|stand"
        r"|war)\b(?! (?:dich|euch|sie))|\b(?:anzeig\w*|verklag\w*|verhaft\w*|polizei"
        r"|verboten)\b[^.!?;]{0,25}\b(?:herz|schon|hubsch|suss|heiss|sexy)\b|\b(?:herz"
        r"|zu schon)[^.!?;]{0,20}\b(?:anzeig\w*|verklag\w*)\b|\b(?:gericht|gerichte) (?:kochen"
        r"|schmeckt|aus|des tages|mit)\b|\bleckeres gericht\b|\banwalt (?:hat geheiratet"
        r"|ist (?:nett|lustig|verheiratet)|feiert)\b|\b(?:steuer|flug|bahn|ticket"
        r"|kautions?)(?:ruck)?erstattung\b|\bgeld zuruck (?:von (?:der|dem) (?:steuer|bahn"
        r"|finanzamt))\b",
    ),
    "fr": (
        r"\b(?:suis|je bosse comme|mon (?:frere|pote|pere|ami|oncle|ex) est|ma (?:soeur|mere"
        r"|copine|amie) est|etudie) (?:\w+ )?(?:avocate?|flic|policiere?|juge|gendarme|le droit"
        r"|juriste|commissaire)\b|\b(?:film|serie|uniforme|costume"
        r"|deguisement) d ?e? ?(?:\w+ )?(?:avocate?s?|flics?|police|policier\w*|policiere)\b"
        r"|\bserie davocats?\b|\bavocats? (?:prefere|mur|crevettes|toast|est|pas mur)\b"
        r"|\btoast a lavocat\b|\b(?:plainte|police|arrete\w*|prison|illegal|interdit"
        r"|proces)\b[^.!?;]{0,30}\b(?:trop (?:belle|bonne|sexy|canon)|si belle"
        r"|vole mon coeur)\b|\bpolice (?:a (?:bloque|ferme|arrete la)|decriture|dassurance"
        r"|de caracteres)\b|\bse plaind\w+\b|\b(?:rembours\w+|remboursement) (?:de |d |du "
        r"|par )(?:mon |la |le |les )?(?:billet|vol|train|impots|secu|mutuelle|voyage|hotel)\b"
        r"|\brend(?:s|re|rai) (?:\w+ )?(?:bisou|sourire|visite|fou)\b",
    ),
    "it": (
        r"\b(?:sono|faccio|mio (?:fratello|amico|padre|zio|ex) e|mia (?:sorella|amica|madre) e"
        r"|studio da) (?:un |una |l)?(?:avvocat\w+|poliziott\w+|giudice|carabiniere|legge"
        r"|giurisprudenza|magistrato|lavvocato)\b|\b(?:film|serie|divisa|costume|libro) (?:di"
        r"|da|sugli|sui) (?:avvocat\w+|polizi\w+|carabinieri|poliziott\w+)\b|\bavvocato (?:tifa"
        r"|e simpatico|e sposato|si e sposato|divorzista in tv)\b|\b(?:denunci\w+|polizia"
        r"|arrest\w+|illegale|reato|carcere)\b[^.!?;]{0,25}\b(?:cuore|troppo bell\w|cosi bell\w"
        r"|bellezza|sexy)\b|\bpolizia (?:ha (?:chiuso|bloccato|fermato)|stradale mi)\b"
        r"|\brimborso (?:del|della|delle|dal|dei) (?:volo|treno|tasse|730|viaggio|biglietto"
        r"|hotel|irpef|benzina)\b|\bi soldi della benzina\b",
    ),
}

REFUND_LEGAL_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:geld|kohle|betrag|euro|zahlung|knete) (?:\w+ ){0,3}?(?:zuruck|wieder ?haben"
        r"|zuruckhaben|zuruckgeben|zuruckfordern|zuruckzahlen|zuruckholen|wieder zuruck)\b"
        r"|\b(?:zuruck|wieder) (?:\w+ )?(?:mein )?(?:geld|kohle)\b|\bruck ?erst\w+"
        r"|\berstatt(?:ung|en|et)\b|\bzuruck(?:erstatt\w*|zahl\w*|buch\w*|fordern|geholt"
        r"|gebucht|buchen)\b|\bruck(?:buch\w*|zahl\w*|last\w*)\b|\brefund\w*\b|\bchargeback\b"
        r"|\bwiderruf(?:en|srecht|e)?\b(?! deine)|\bzuruckbuchen\b",
        r"\b(?:zahlung|abbuchung|buchung|lastschrift|kauf) (?:\w+ ){0,2}?(?:anfecht\w*"
        r"|reklamier\w*|widersprech\w*|stornier\w*|beanstand\w*|sperr\w*|zuruck\w*)\b|\b(?:bank"
        r"|kreditkartenfirma|paypal) (?:\w+ )?(?:angerufen|anrufen|einschalten|kontaktier\w*"
        r"|informier\w*|melden|sperren|holt)\b|\b(?:ruf\w*|kontaktier\w*|sprech\w*"
        r"|meld\w*) (?:\w+ ){0,3}?(?:meine[r]? bank|die bank|der bank|verbraucherschutz\w*"
        r"|verbraucherzentrale)\b|\bverbraucher(?:schutz|zentrale|rechte)\b",
        r"\b(?:mein|meine|meinem|meinen|ein|einen|zum|den|ner|unser\w*"
        r"|vom) (?:\w+ )?(?:rechts)?(?:anwalt|anwaltin|anwalte|rechtsschutz\w*)\b"
        r"|\brechtsanwalt\b|\b(?:verklag\w*|klag\w* (?:ich )?(?:dich|sie|euch)"
        r"|klage (?:einreichen|erheben|ein)|vor gericht|gerichtlich\w*"
        r"|rechtliche\w* (?:schritte|konsequenzen|folgen|mittel)|juristisch\w*|mahnung"
        r"|mahnbescheid|abmahn\w*|strafanzeige|strafbar|rechtswidrig|gesetzwidrig|illegal"
        r"|rechtsweg)\b",
        r"\b(?:zeig\w*|anzeig\w*|erstatt\w*) (?:ich )?(?:dich|sie|euch|das|den"
        r"|ihn) (?:\w+ ){0,4}?an(?:zeigen)?\b|\banzeige (?:erstatt\w*|ist raus|geht raus|gegen"
        r"|bei|wegen|machen)\b|\bich (?:werde |will )?(?:\w+ )?(?:anzeig\w*|erstatte anzeige)\b"
        r"|\b(?:dich|euch|sie) (?:\w+ )?(?:anzeigen|melden|angezeigt|gemeldet)\b|\b(?:zur"
        r"|bei der|die|der|polizei) (?:polizei|kripo|staatsanwaltschaft|cyberkriminal\w*)\b"
        r"|\b(?:geh\w*|ruf\w*|meld\w*) (?:\w+ ){0,4}?polizei\b|\bpolizei (?:rufen|anrufen"
        r"|einschalten|melden|informier\w*|gehen)\b",
        r"\bbetr(?:ug|ugen|uger\w*|ogen)\b|\babzock\w*|\b(?:wurde|bin|hast|habt"
        r"|werde) (?:\w+ ){0,3}?(?:betrogen|abgezockt|verarscht worden|uber den tisch"
        r"|reingelegt|bestohlen)\b|\bscam(?:mer)?\b|\bverarsche\b",
        r"\b(?:dsgvo|datenschutz\w*|recht auf vergessen\w*|datenauskunft|auskunft nach)\b"
        r"|\b(?:meine )?daten (?:\w+ ){0,3}?(?:losch\w*|entfern\w*|gespeichert)\b"
        r"|\bloscht? (?:\w+ )?meine daten\b|\b(?:nicht|ohne (?:meine )?(?:zustimmung|erlaubnis"
        r"|einwilligung)) (?:\w+ )?(?:autorisiert|genehmigt|abgebucht)\b"
        r"|\bunberechtigt\w* (?:abbuch\w*|abgebucht|zahlung)\b",
    ),
    "fr": (
        r"\brembours\w+|\brenbours\w+|\brambours\w+|\brefund\b|\b(?:recuper\w+|rend\w+|rends"
        r"|redonn\w+|ravoir|revoir|reprendre|restitu\w+) (?:\w+ ){0,3}?(?:argent|fric|thunes?"
        r"|pognon|sous|oseille|euros|paiement|ble|achat)\b|\bchargeback\b|\b(?:mon argent"
        r"|mes sous|ma thune) (?:en retour|de retour|svp|maintenant|tout de suite)\b"
        r"|\bdroit de retractation\b|\bpolitique de (?:retour|remboursement)\b",
        r"\b(?:contest\w+|annul\w+|disput\w+|bloqu\w+|oppos\w+) (?:\w+ ){0,3}?(?:paiement"
        r"|prelevement|debit|transaction|achat|carte|charge)\b|\b(?:fait|faire|vais faire"
        r"|fais) opposition\b|\b(?:appel\w+|contact\w+|prevenir|preven\w+|vu|voir avec"
        r"|joindre) (?:\w+ )?(?:avec )?ma banque\b|\b(?:ma )?banque (?:va|est prevenue|conteste"
        r"|annule)\b|\b(?:dgccrf|signal conso|60 millions|ufc que choisir|droits? (?:du"
        r"|de) consommateur\w*|litige|reclamation)\b",
        r"\b(?:mon|un|une|lavis dun|par|l|d|mes|prendre|notre|ma) ?avocate?s?\b(?! (?:mur"
        r"|est trop))|\bavocat\b|\b(?:(?:en|au|devant le|saisir le) (?:justice|tribunal"
        r"|tribunaux)|poursui\w+ (?:en justice|judiciaire\w*|legales?|penal\w*|pour)"
        r"|proces\b(?! verbal de)|action en justice|mise en demeure|voie legale|recours legal"
        r"|mesures legales|huissier|tribunal|te poursuivre|vous poursuivre"
        r"|attaquer en justice)\b",
        r"\b(?:port\w+|depos\w+|vais|plainte) (?:\w+ ){0,2}?plainte\b|\bplainte (?:contre|pour"
        r"|a la|deposee|est)\b|\b(?:vais|aller|appel\w+|alert\w+|prevenir|contact\w+|vu"
        r"|suis alle|jirai|irai) (?:\w+ ){0,3}?(?:a |chez |au |aux |voir )?(?:la |les "
        r"|le )?(?:police|flics|gendarmes?|gendarmerie|commissariat|autorites|keufs)\b|\b(?:a"
        r"|par|voir) la (?:police|gendarmerie)\b|\b(?:je vais|je|jvais) (?:te|vous|la|le|tout"
        r"|ca) (?:signal\w+|denonc\w+|dénonc\w+)|\bpharos\b|\bje (?:te|vous) (?:signale"
        r"|denonce)\b|\bte signaler\b",
        r"\b(?:arnaqu\w+|escroc\w*|escroquerie\w*|fraude\w*|fraudul\w+|voleu(?:r|se)s?"
        r"|scam(?:meu\w+)?)\b|\b(?:me suis fait|ai ete|fait) (?:\w+ )?(?:avoir de|arnaquer"
        r"|escroquer|entuber|plumer|voler (?:mon|mes|de))\b",
        r"\b(?:rgpd|cnil|protection des donnees|droit a l ?oubli)\b|\b(?:supprim\w+|effac\w+"
        r"|suppression de) (?:\w+ ){0,3}?(?:mes )?donnees\b|\b(?:cest"
        r"|c est) (?:\w+ )?(?:illegal|contre la loi|interdit par la loi|puni par la loi)\b"
        r"|\b(?:la|selon la|que dit la) loi\b(?! de (?:murphy|la jungle))|\b(?:prelevement"
        r"|debit|paiement)s? (?:non autorise|frauduleux|abusif)\w*\b|\bpas autorise (?:ce|le"
        r"|ces) (?:paiement|prelevement|debit)\b|\bmes droits\b",
    ),
    "it": (
        r"\brimbors\w+|\brinbors\w+|\brefund\b|\b(?:rivoglio|rivolgio|ridatemi|ridammi"
        r"|restituitemi|restituiscimi|ridarmi|restituirmi|ridarmeli|indietro|riavere|riavro"
        r"|restituzione|rendimi|rendetemi|riprender\w+) (?:\w+ ){0,3}?(?:soldi|denaro|importo"
        r"|euro|grana|quanto ho (?:pagato|speso)|pagamento)\b|\b(?:soldi|denaro|grana"
        r"|euro) (?:\w+ )?indietro\b|\bchargeback\b|\bdiritto di recesso\b"
        r"|\bstorn\w+ (?:\w+ )?(?:pagamento|addebito|importo|transazione|acquisto|carta)\b"
        r"|\bstorno\b",
        r"\b(?:contest\w+|annull\w+|disconosc\w+|bloccar\w+|revoc\w+|reclam\w+|disput\w+"
        r"|blocco) (?:\w+ ){0,3}?(?:addebit\w+|pagament\w+|transazion\w+|acquist\w+|spesa"
        r"|laddebito|l addebito|carta|il movimento)\b|\b(?:chiam\w+|parl\w+|contatt\w+|avvis\w+"
        r"|sentit\w+) (?:\w+ ){0,2}?(?:la mia |con la |mia |la )?banca\b|\b(?:codacons"
        r"|altroconsumo|associazione consumatori|diritti de[il] consumator\w+|reclamo|agcm"
        r"|antitrust)\b",
        r"\b(?:mio|un|il|dal|col|con il|con un|lo dico al|nostro|mia|mi|i miei|dall"
        r"|dal mio) ?(?:\w+ )?avvocat\w+\b|\bavvocat[oaie]\b(?= (?:ti|vi|scriver|si far|contatt"
        r"|mander))|\b(?:azion\w+ legal\w+|vie legali|per vie legali|causa (?:legale|civile"
        r"|contro)|(?:vi|ti|le|fare|faccio|facciamo) (?:\w+ )?causa|tribunale|in giudizio"
        r"|querel\w+|diffida|denuncia penale|giudice di pace|legalmente"
        r"|azioni giudiziarie)\b(?! (?:tua|sua|di forza))",
        r"\b(?:ti|vi|lo|la|li|vado a|sporg\w+|far\w*|faccio|fare|pronta|una"
        r"|parte la) (?:\w+ )?denunci\w+\b|\bdenuncer\w+\b|\b(?:vado|andar\w+|andro|chiam\w+"
        r"|avvis\w+|segnal\w+|rivolg\w+|parlo|vad\w+) (?:\w+ ){0,3}?(?:alla|la|dai|i|dalla"
        r"|dalle|con la|ai) (?:polizia|carabinieri|guardia di finanza|questura|postale|autorita"
        r"|procura|polizia postale)\b|\bpolizia postale\b|\b(?:ti|vi) (?:segnalo|segnaler\w+"
        r"|faccio segnalare|sto segnalando)\b",
        r"\b(?:truff\w+|frode|imbrogli\w+|ladr[oaie]+|raggir\w+|fregatura|scam"
        r"|rubato (?:i )?(?:miei )?soldi|fregat[oa] (?:i )?soldi)\b",
        r"\b(?:gdpr|privacy (?:violata|policy violata)|garante(?: della privacy| privacy)?"
        r"|protezione dei dati|diritto all ?oblio)\b|\b(?:cancell\w+"
        r"|elimin\w+) (?:\w+ ){0,3}?(?:i )?miei dati\b|\b(?:e|questo e"
        r"|tutto) (?:\w+ )?illegale\b|\bcontro la legge\b|\b(?:per|secondo la"
        r"|a norma di) legge\b|\baddebit\w+ (?:non autorizzat\w|fraudolent\w|indebit\w"
        r"|mai autorizzat\w)\b|\bnon ho (?:mai )?autorizzato\b|\bi miei diritti\b",
    ),
}
