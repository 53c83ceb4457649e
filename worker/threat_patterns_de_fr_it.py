"""
The German, French and Italian part of worker/threat_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_THREAT_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:find\w*|krieg\w*|schlag\w*|mach\w*|bring\w*|zerstor\w*"
        r"|fress\w*) (?:ich )?dich (?:\w+ ){0,3}?(?:suss|toll|super|schon|hubsch|heiss|geil"
        r"|attraktiv|nett|sexy|im (?:schach|fifa|spiel|bett|uno|tennis|mario|kicker)"
        r"|beim (?:schach|fifa|spielen|billard|darts|bowling)|in (?:fifa|mario|cod|fortnite"
        r"|schach)|nach hause|zum (?:lachen|kommen|stohnen)|mit (?:kussen|liebe|kuscheln)"
        r"|ins bett|auf)\b",
        r"\bbring(?:st|t)? mich (?:noch |echt )*um\b|\btot(?:schlagen)? (?:zeit|die zeit)\b"
        r"|\bwirst (?:du )?(?:es )?(?:nicht )?bereuen (?:wenn du nicht|nicht)\b|\b(?:will"
        r"|mochte|werde) dir (?:nicht|nichts) (?:weh|tun|antun)\b|\bdrohen\w* (?:regen"
        r"|gewitter)\b",
    ),
    "fr": (
        r"\b(?:je vais te|j ?vais te|vais te|te|je te|veux te|jvais te) (?:tuer|bouffer|manger"
        r"|retrouver|defoncer|trouver|demonter|exploser|detruire|casser|buter|baiser|eclater"
        r"|crever) (?:de (?:bisous|rire|calins|baisers|plaisir|bonheur)|a (?:fifa|mario|cod|uno"
        r"|smash|la console|cod|coups de bisous)|au (?:lit|foot|tennis|ping|poker|billard"
        r"|echecs|uno)|aux (?:echecs|cartes|flechettes)|toute crue|dans (?:mes|le) (?:reves|lit"
        r"|bras)|sur (?:fifa|mario|fortnite)|et (?:t ?embrass|te faire|temmen|tinvit"
        r"|te serrer)\w*|ce soir au lit)",
        r"\btuer (?:le temps|des zombies|pour (?:une?|du|de))\b"
        r"|\btu vas (?:le )?regretter de pas\b|\b(?:veux|vais) (?:pas"
        r"|jamais) te (?:faire de mal|blesser)\b|\bpaye[rz]? (?:le|la|l) (?:resto|verre"
        r"|addition|diner|note)\b|\bpaies (?:le|la|l )",
    ),
    "it": (
        r"\b(?:voglio |vorrei |devo )?(?:uccidermi|ammazzarmi|picchiarmi|spararmi)\b"
        r"|\bmi (?:voglio|vorrei|devo|sto per) \w+",
        r"\b(?:ti|vengo a|ti voglio|voglio) (?:ammazz\w+|uccid\w+|trov\w+|distrugg\w+|spacc\w+"
        r"|mang\w+|prend\w+|cerc\w+|stendo|rompo) (?:\w+ )?(?:di (?:coccole|baci|risate"
        r"|abbracci|solletico|piacere)|bell\w+|sexy|stupend\w+|simpatic\w+|carin\w+|dolc\w+"
        r"|splendid\w+|interessante|in (?:forma|braccio|giro|mario|fortnite)|a (?:fifa|scacchi"
        r"|carte|letto|tennis|mario|uno|ping|calcetto|cena)|al (?:fantacalcio|gioco|biliardo)"
        r"|e ti (?:bac\w+|abbracci\w+|port\w+|spos\w+|riemp\w+|coccol\w+))",
        r"\bpaghi (?:la|il|tu|da bere|l|con un bacio)\b(?! oppure)|\bammazza(?:re)? (?:il tempo"
        r"|che|zombie|la noia)\b|\bti pentirai di non\b|\bnon (?:ti )?(?:voglio"
        r"|farei) (?:farti |mai )?(?:male|del male)\b|\bti prendo in giro\b",
    ),
}

THREAT_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:ich |werd\w* |will |mochte )?(?:bring\w*|mach\w*|stech\w*|schlag\w*|knall\w*"
        r"|schlitz\w*|prugel\w*|hau\w*|tret\w*) (?:ich )?(?:dich|euch|ihn|sie|sie alle"
        r"|alle) (?:\w+ ){0,3}?(?:um|kalt|ab|tot|zusammen|auf|fertig|krankenhausreif|platt"
        r"|windelweich|nieder)\b(?! (?:im|beim|in|mit) )(?! (?:die|den|das) )|\b(?:dich|euch"
        r"|ihn|sie|jemand\w*|alle|mein\w* (?:ex|chef|frau|mann|nachbar\w*|vater)"
        r"|dein\w* (?:familie|freund|mann|mutter)) (?:\w+ ){0,2}?(?:umbringen|toten|abstechen"
        r"|abknallen|aufschlitzen|totschlagen|erschiessen|erstechen|vergewaltigen"
        r"|zusammenschlagen|fertig machen|fertigmachen|kaputt ?machen|zerstoren|ruinieren"
        r"|verprugeln|erwurgen|vergiften|verbrennen|umlegen|kaltmachen|abfackeln)\b(?! (?:im"
        r"|beim|in) )|\b(?:schlag\w*|brech\w*|schneid\w*|polier\w*"
        r"|zertrummer\w*) (?:ich )?dir (?:\w+ ){0,2}?(?:die (?:fresse|zahne|nase|kehle|finger"
        r"|kniescheiben)|den (?:schadel|hals|kopf|kiefer)|alle knochen|das genick|jeden knochen"
        r"|in die fresse|die beine)\b",
        r"\b(?:ich weiss|weiss (?:genau|ja)?|ich weis|wissen|hab"
        r"|habe) (?:\w+ ){0,2}?(?:wo (?:du|deine (?:familie|kinder|tochter)) (?:wohn\w*"
        r"|arbeit\w*|leb\w*|schlaf\w*|zur schule\w*)|(?:deine|die) "
        r"(?:genaue )?adresse)\b(?! (?:fur|nicht))|\b(?:ich )?(?:find|krieg|finde|kriege"
        r"|erwisch\w*|hol\w*) (?:ich )?dich (?:\w+ )?(?:und dann|dann gnade|noch|schon noch"
        r"|egal wo|uberall|verlass dich)\b(?! (?:zum|ins) )|\bgnade dir gott\b"
        r"|\b(?:pass(?:t)? (?:bloss |gut |besser |lieber )*auf (?:dich auf|wenn du|wem|was du"
        r"|auf deine|sonst|schlampe|du|ab jetzt)|dreh dich (?:lieber|besser)|(?:du|ihr) (?:bist"
        r"|seid|wirst|werdet) (?:\w+ )?(?:tot|dran|fallig|sterben|bluten|leiden|bussen"
        r"|bezahlen dafur|dafur bezahlen|es (?:noch )?bereuen|das (?:noch )?bereuen"
        r"|was erleben)|wirst (?:du )?(?:das |es |dafur )?(?:noch )?(?:bereuen|bezahlen|bussen)"
        r"|das wirst du (?:noch )?bereuen|deine tage sind gezahlt|verreck(?:e)?|stirb"
        r"|bring dich (?:doch )?um|hoffentlich (?:stirbst|verreckst|krepierst) du"
        r"|steh(?:e)? vor dein\w+ (?:haus|tur|wohnung)|komm(?:e)? (?:jetzt |gleich "
        r"|heute )?zu dir nach hause und)\b(?! (?:an|vor))",
        r"\b(?:oder|sonst|wenn du nicht|ansonsten|andernfalls|falls nicht|falls du nicht"
        r"|es sei denn) (?:[^.!?;]{0,45}? )?(?:{all_de} (?:\w+ ){0,4}?(?:ins netz|online"
        r"|ins internet|erfahr\w*|seh\w*|krieg\w*|bekomm\w*|landet|landen|veroffentlich\w*|rum"
        r"|an|schick\w*|zeig\w*|weiter)|(?:stell\w*|poste|veroffentlich\w*|leake?|schick\w*"
        r"|zeig\w*|erzahl\w*|lad\w*|verschick\w*|verbreit\w*) "
        r"(?:ich )?(?:\w+ ){0,2}?{all_de})\b|\b(?:werd\w*|will) "
        r"(?:\w+ )?{all_de} (?:\w+ )?(?:veroffentlich\w*|leaken|verbreiten|posten|hochladen"
        r"|rumschicken|verschicken)\b|\b(?:ich )?(?:stell\w*|leak\w*|veroffentlich\w*"
        r"|verbreit\w*) (?:ich )?(?:\w+ )?{all_de} (?:\w+ )?(?:ins|online|im netz|uberall|an)\b"
        r"|\b(?:zahl\w*|uberweis\w*|gib|schick\w*|her mit) (?:\w+ ){0,4}?(?:oder"
        r"|sonst) (?:\w+ )?(?:dein\w*|alle|ich|alles|die)\b(?=.*(?:video|bild|foto|familie|netz"
        r"|alle|erfahr|online|freund|chef|eltern|mann))|\berpress\w+|\b(?:er|sie|jemand"
        r"|mein \w+|zuhalter) (?:\w+ )?(?:zwingt|bedroht|stalkt|droht) mi[cr]h?\b"
        r"|\bwerde (?:\w+ )?(?:gezwungen|bedroht|erpresst)\b|\bzwingen mich\b|\bamok ?lauf\w*"
        r"|\bbombe (?:\w+ )?(?:legen|hochgehen|bauen)\b|\bfackel\w* (?:\w+ )?(?:haus|bude|auto"
        r"|wohnung) ab\b",
    ),
    "fr": (
        r"\b(?:je vais|j ?vais|jvai|vais|je veux|on va|jveux|je compte"
        r"|je devrais) (?:\w+ )?(?:te |vous |le |la |les )(?:\w+ )?(?:tuer|buter|crever"
        r"|defoncer|planter|egorger|frapper|violer|cogner|tabasser|fracasser|demonter|eclater"
        r"|massacrer|etrangler|bruler|descendre|detruire|pourrir la vie|faire (?:payer|la peau"
        r"|souffrir|du mal|regretter)|casser (?:la gueule|les jambes|les dents|la tete)"
        r"|peter (?:la gueule|les dents|les jambes)|trouver|retrouver|saigner|demolir"
        r"|tirer dessus|balancer)\b(?! (?:de (?:bisous|rire|baisers)|a (?:fifa|mario)|au (?:lit"
        r"|foot)|toute crue|dans (?:mes|tes|le)|un|une|des|sur (?:insta|fifa)))|\bje te (?:tue"
        r"|bute|creve|defonce|plante|demonte|egorge|retrouve|casse la gueule|pete la gueule"
        r"|nique ta)\b(?! (?:de|au|a (?:fifa|mario|la)|dans|ce soir|demain|plus tard|chez|en"
        r"|bientot|pour|toute))|\b(?:je vais|envie de|vais|veux) (?:\w+ )?(?:tuer|buter|frapper"
        r"|planter|cogner|empoisonner|tirer sur) (?:mon (?:ex|patron|voisin|mari|pere|mec|chef)"
        r"|ma (?:femme|mere|voisine|copine)|quelquun|tout le monde|des gens|ce (?:mec|type"
        r"|connard|batard)|cette (?:pute|salope)|ton (?:mec|mari)|ta (?:famille|mere))\b",
        r"\b(?:je sais|jsais|on sait|j ?ai trouve|je connais) (?:tres bien "
        r"|exactement )?(?:ou (?:tu |t ?|ta famille |tes enfants )?(?:habites?|habite|vis|vit"
        r"|bosses|travailles|dors|crech\w+|vont a lecole)|ton adresse|thabites?)\b"
        r"|\bsais ou (?:tu |t)h?abites?\b|\b(?:suis|chui|tattends|t attends) (?:devant"
        r"|en bas de) (?:chez toi|ta (?:porte|maison)|ton (?:immeuble|taf|boulot))\b"
        r"|\b(?:fais (?:gaffe|attention) (?:a toi|a tes|quand|en sortant|salope|ce soir)"
        r"|surveille tes arrieres|tu vas (?:le |me le |la |tout )?(?:payer|regretter|mourir"
        r"|crever|souffrir|saigner|morfler|ramasser|prendre cher)|t ?es (?:une femme )?morte?\b"
        r"|tes jours sont comptes|jespere que tu (?:vas )?(?:creve|crever|meurs|mourir"
        r"|te fais violer|te feras)|creve (?:salope|sale|pute|connasse)|va (?:crever|mourir"
        r"|te pendre|te suicider)|suicide toi|tue toi)\b(?! (?:de (?:rire|pas)|le resto"
        r"|ton verre|l ?addition|la tournee))",
        r"\b(?:sinon|ou|si tu (?:\w+ )?(?:paies|payes|envoies|fais|reponds|veux|me|refuses"
        r"|bloques|dis)\w*(?: pas)?|sans quoi|a moins que|tant que) (?:[^.!?;]{0,45}? )?(?:je "
        r"|jvais |je vais |j ?)?(?:balance\w*|publie\w*|poste\w*|envoie\w*|envoyer|diffuse\w*"
        r"|montre\w*|leak\w*|partage\w*|mets|mettre|raconte\w*|dis|fais tourner"
        r"|affiche\w*) (?:\w+ )?{all_fr}\b|\b(?:sinon|ou) [^.!?;]{0,35}?\b(?:ta famille"
        r"|ton (?:mec|mari|patron)|tes (?:potes|parents|proches|amis)|tout le monde"
        r"|ta mere) (?:\w+ )?(?:saura|verra|recoit|va|vont|voient|sauront|verront|sera|seront"
        r"|apprendra|recevra\w*)|\b(?:je vais|jvais|je) (?:balance\w*|diffuse\w*|leak\w*"
        r"|publie\w*|poster|afficher) (?:\w+ )?{all_fr}(?= (?:sur|a |partout|en ligne|si|sinon"
        r"|au)|$)|\b(?:paye?|paies?|payes|paie|envoie|file|donne|vire"
        r"|raque) (?:\w+ ){0,4}?(?:ou|sinon) (?:\w+ ){0,2}?(?:je|tes|ta|ton|tout|jenvoie"
        r"|jpublie|jbalance)\b(?=.*(?:video|photo|publi|balance|envoie|famille|monde|diffus"
        r"|nude|mec))|\bchantage\b|\bmaitre chanteur\b|\bextor\w+|\b(?:il|elle|ils|mon (?:mec"
        r"|mari|ex|mac)|quelquun|un mec|on) (?:\w+ )?(?:me (?:force|forcent|menace\w*"
        r"|harcele\w*|fait chanter|suit)|m ?oblige\w*)\b|\bon me (?:menace|force"
        r"|fait chanter)\b|\bsuis (?:forcee?|menacee?|obligee? de faire)\b|\b(?:poser"
        r"|mettre) une bombe\b|\bfoutre le feu (?:a|chez)\b",
    ),
    "it": (
        r"\b(?:ti|vi|lo|la|li) (?:ammazz\w+|amazz\w+|uccid\w+|accoltell\w+|spar[oi]\w*|sgozz\w+"
        r"|stupr\w+|violent\w+|massacr\w+|picchi[oa]\w*|rovin[oa]\w*|distrugg[oa]\w*|strozz\w+"
        r"|scann\w+|brucio|faccio (?:fuori|a pezzi|male|pagare|soffrire|vedere io"
        r"|passare la voglia|la pelle)|spacc\w+ (?:la|il|le|tutto|i)|romp\w+ (?:la|il|le|i"
        r"|tutte)|taglio la gola|meno|gonfio|stacco la|cavo gli|vengo a (?:prendere|cercare)"
        r"|verro a (?:prendere|cercare)|trovo e)\b(?! (?:di (?:coccole|baci|solletico)|bell\w"
        r"|a (?:fifa|scacchi|carte)|e ti (?:bacio|abbraccio|coccolo|sposo)))|\b(?:voglio|vorrei"
        r"|giuro che|devo|vengo a|verro a|andro a|vado a) (?:ammazzar\w+|uccider\w+"
        r"|accoltellar\w+|picchiar\w+|massacrar\w+|stuprar\w+|sparar\w+|spaccar\w+"
        r"|farti (?:male|fuori)|ammazzare|uccidere) ?(?:il mio (?:capo|ex|vicino)|mia moglie"
        r"|mio (?:marito|padre)|tutti|qualcuno|quel|quella|la tua famiglia|te)?\b(?! (?:di|dal"
        r"|dalle|il tempo|zombie|in|per (?:una|un)))",
        r"\b(?:so|sappiamo|ho scoperto|ho trovato|conosco) (?:benissimo |esattamente "
        r"|bene )?(?:dove (?:abiti|vivi|lavori|dormi|abita|vanno a scuola i tuoi|stai di casa"
        r"|vive la tua|sta la tua)|il tuo indirizzo|dove abita la tua)\b|\b(?:sono|ti aspetto"
        r"|sto) (?:\w+ )?(?:sotto|davanti|fuori) (?:a )?(?:casa tua|al tuo (?:portone|lavoro)"
        r"|da casa tua)\b|\b(?:guardati le spalle|stai (?:molto )?attenta (?:a te|quando"
        r"|a quello|che|troia|per strada)|occhio (?:quando|alle spalle)|(?:me )?la pagherai"
        r"|(?:me )?la pagherete|te la faccio pagare|te ne pentirai|ti pentirai|sei (?:morta"
        r"|morto|una donna morta|finita)|hai i giorni contati|devi morire"
        r"|spero che (?:tu )?(?:muoia|crepi|ti stuprino|ti ammazzino|muori)|crepa"
        r"|muori (?:troia|male|puttana)|ammazzati|ucciditi|impiccati|fai una brutta fine"
        r"|farai una brutta fine)\b(?! (?:dal|dalle|di (?:ridere|noia|non|fame)|dalla|stanca"
        r"|stanco))",
        r"\b(?:se non|o|oppure|altrimenti|senno|se mi blocchi|a meno che"
        r"|finche non) (?:[^.!?;]{0,45}? )?(?:pubblic\w+|post\w+|mand\w+|invi\w+|diffond\w+"
        r"|mostr\w+|mett\w+|condivid\w+|sputtan\w+|raccont\w+|dico|diro|leako|carico|giro"
        r"|spargo|faccio girare|faccio vedere) (?:\w+ )?{all_it}\b|\b(?:se non|o|oppure"
        r"|altrimenti|senno) [^.!?;]{0,35}?\b(?:la tua famiglia|tutti|tuo (?:marito|padre|capo"
        r"|ragazzo)|tua madre|i tuoi (?:amici|genitori)) (?:\w+ )?(?:sapr\w+|vedr\w+|ricever\w+"
        r"|lo sa\w*|vedono|scoprir\w+|verranno)|\b(?:diffondo|pubblico|leako|sputtano"
        r"|pubblichero|diffondero) (?:\w+ )?(?:{all_it}|online|su)\b|\bti sputtano\b|\b(?:paga"
        r"|paghi|pagami|dammi|mandami|fammi un bonifico|versami) (?:\w+ ){0,4}?(?:o|oppure"
        r"|senno|altrimenti) (?:\w+ )?(?:mando|pubblico|dico|tutti|i tuoi|la tua|diffondo|le|ti"
        r"|finisci)\b|\b(?:o|oppure) paghi\b|\bricatt\w+|\bestors\w+|\b(?:mi (?:obbliga\w*"
        r"|costring\w+|minacci\w+|sta (?:minacciando|ricattando|costringendo|perseguitando)"
        r"|stanno (?:minacciando|ricattando)))\b|\bmettere una bomba\b|\bdare fuoco (?:a|alla)\b",
    ),
}
