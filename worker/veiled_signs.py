"""
Stop signs that are said without their words, as data for six languages.

Nobody says "suicide" who says "you won't have to deal with me after tomorrow". Each structure stands
once for each language; patterns meet worker/stop_signs.py's form: lower case, no accents, no
apostrophes, no hyphens.
"""

# A pattern that is cut at 100 characters is harder to read than a long one.
# ruff: noqa: E501

from __future__ import annotations

# Being a burden; not being there any more; joining somebody dead; a farewell that is none for
# today; a height, a road or a train that one looks at; a letter; signs on the skin.
SELF_HARM: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:clean|free) (?:from|of) (?:cutting|self ?harm\w*|sh)\b",
        r"\b(?:got|have|picked|set|chose|chosen) (?:a|the|my) (?:date|day)\b(?: \w+){0,3} (?:picked|set|chosen)?\b.{0,60}\b(?:before then|goodbye|wanted to say|over|the end|thank)",
        r"\b(?:tried|attempted) (?:it |to )?(?:once|before|last (?:year|month|week)|twice|end)\b.{0,40}\b(?:again|still think|thinking)\b",
        r"\b(?:every(?:one|body)|they|people|my (?:family|kids|wife|parents)|the world) (?:would"
        r"|will|d|might)(?: all)? (?:be (?:fine|better|happier|relieved|ok)|breathe easier|sleep"
        r" better|not (?:even )?(?:notice|miss))\b.{0,25}\b(?:without me|if i|when im gone)\b",
        r"\b(?:no ?(?:body|one)) (?:would|will|d) (?:even )?(?:miss|notice|care|cry|find)\b.{0,20}"
        r"\b(?:me (?:if|when)|if i (?:was|were|am|jump|die|disappear|left|wasnt|stopped)|im gone)",
        r"\b(?:think|thought|thinking|wonder|imagin\w*|what if)\b.{0,20}\b(?:not turning the wheel"
        r"|(?:drove|driving|drive) (?:\w+ )?(?:into|off) (?:the|a) (?:lake|river|tree|wall|bridge"
        r"|cliff|traffic|truck)|jumping|stepping in front|letting go)",
        r"\b(?:wrote|written|writing|left|finished) (?:the|my|a|all the) (?:goodbye |last |final |suicide )?"
        r"(?:letters?|note)\b.{0,40}\b(?:tonight|goodbye|already|its time|everyone)\b",
        r"\b(?:you|u|they) (?:wont|will not|dont|will never) have to (?:deal|put up|bother|worry)\b"
        r".{0,25}\b(?:after (?:tonight|tomorrow|today)|any ?more|much longer)\b(?!.{0,20}sub)",
        r"\bif (?:i(?:m| am) not (?:here|around|alive)|(?:you|u) dont hear from me)\b.{0,25}"
        r"\b(?:not (?:your|ur) fault|tomorrow|goodbye|remember me)\b",
        r"\bdont see (?:a|any|the) (?:reason|point) (?:to|in) (?:wak\w+|go\w* on|liv\w+|get\w* up)",
    ),
    "es": (
        r"\b(?:un dia de estos|hoy|manana|pronto) (?:me )?(?:desaparezco|me apago|me borro|me voy para siempre)\b|\bdesaparecer para siempre\b",
        r"\b(?:me pase|me tome|tome|trague) (?:con )?(?:\w+ ){0,3}(?:pastillas|pildoras|medicamentos)\b(?! (?:para|del))",
        r"\b(?:ya )?(?:lo )?intente (?:una vez|antes|el ano pasado)\b.{0,40}\b(?:otra vez|de nuevo|pensando)\b",
        r"\bquitarme (?:de(?:l)? (?:en )?medio|de encima)\b|\bnadie (?:me va a|va a|me) (?:extranar"
        r"|echar de menos|notar|extrane)\b|\b(?:todos|el mundo) (?:estari\w+|viviri\w+) mejor sin mi\b",
        r"\b(?:miro|veo|paso por) (?:el|la) (?:balcon|puente|ventana|via|tren|azotea)\b.{0,30}\b"
        r"(?:pienso|seria facil|ganas|saltar|tirarme)",
        r"\b(?:pienso en |quiero |quisiera )?irme con (?:ella|el|mi (?:esposa|mujer|hijo|madre|padre"
        r"|hermano|abuela))\b.{0,40}\b(?:no aguanto|ya|cielo|murio)|\bmurio\b.{0,50}\birme con (?:ella|el)\b",
        r"\b(?:deje|escribi|tengo) (?:ya )?(?:la|una) carta (?:de despedida|escrita|para todos)\b",
        r"\bsi manana no (?:estoy|amanezco|despierto|contesto)\b",
    ),
    "pt": (
        r"\b(?:ja )?tentei (?:uma vez|antes|ano passado|isso)\b.{0,40}\b(?:de novo|outra vez|pensando)\b",
        r"\b(?:sumir|desaparecer|me apagar|dormir) (?:de vez|pra sempre|para sempre|e nao acordar)\b",
        r"\bninguem (?:ia|vai|iria) (?:sentir (?:a )?(?:minha )?falta|notar|perceber)\b"
        r"|\b(?:todo mundo|eles) (?:ia|iam|vai|vao|estaria\w*) (?:ficar |viver )?melhor sem mim\b",
        r"\bnao (?:quero|aguento|consigo) (?:mais )?(?:ficar|estar|viver|continuar) (?:mais )?n?(?:esse|este|est?e|desse) mundo\b"
        r"|\b(?:quero|vou) (?:ir )?(?:embora )?(?:desse|deste) mundo\b",
        r"\b(?:olho|passo) (?:pra|para|pela|pelo|a|o|n[ao]) (?:ponte|janela|sacada|trilho|trem|viaduto)\b"
        r".{0,30}\b(?:penso|pular|me jogar|facil)",
        r"\bse (?:amanha )?eu nao (?:estiver|acordar|responder)\b.{0,25}\b(?:culpa|amanha|aqui|adeus)\b",
        r"\b(?:escrevi|deixei) (?:a|uma) carta (?:de despedida|pra todo mundo|para todos)\b",
    ),
    "de": (
        r"\b(?:am|aufm|auf dem|vorm?) (?:bahnsteig|gleis|brucke|dach|balkon)\b.{0,30}\b(?:ein schritt|springen|ruhe|vorbei)\b",
        r"\bschluss mit allem\b|\b(?:fur immer|endgultig) (?:weg|schluss|ruhe|einschlafen)\b|\beinschlafen und nicht (?:mehr )?aufwachen\b",
        r"\b(?:schon mal|einmal) versucht\b.{0,40}\b(?:wieder|nochmal|denk)\b",
        r"\bgeritzt\b(?! (?:in holz|ins holz|in den tisch))|\bneue (?:schnitte|narben)\b",
        r"\b(?:niemand|keiner) (?:wurde|wird) (?:es |mich )?(?:merken|vermissen|bemerken)\b"
        r"|\b(?:alle|denen|ihr|die welt) (?:ware\w*|waren) ohne mich besser\b|\bohne mich (?:ware\w*|besser dran)\b",
        r"\b(?:vor (?:den|einen|n) (?:zug|lkw|s bahn)|von (?:der|ner|einer) (?:brucke|klippe))\b.{0,15}"
        r"\b(?:geh\w*|spring\w*|lauf\w*|werf\w*|schmeiss\w*)\b|\b(?:denk\w*|stell\w* mir vor|schau\w*)\b"
        r".{0,25}\b(?:brucke|balkon|zug|gleise)\b.{0,25}\b(?:spring\w*|geh\w*|einfach|leicht)\b",
        r"\bbring(?:e)? ich mich um\b|\bich bring(?:e)? mich um\b(?! vor)|\bmach ich (?:heute )?schluss mit allem\b",
        r"\bwenn ich (?:morgen|bald) nicht mehr (?:da|hier|aufwach\w*)\b|\babschiedsbrief\w*\b"
        r"|\b(?:zu|bei) (?:ihr|ihm|meiner (?:frau|mutter|tochter)|meinem (?:mann|sohn|vater)) (?:gehen|sein) (?:im himmel|da oben)\b",
    ),
    "fr": (
        r"\b(?:j|je )?me (?:re)?scarifi\w*|\bjme scarifi\w*|\bmutil\w+ (?:les bras|encore)\b",
        r"\b(?:que )?(?:ca|tout) (?:s ?)?arrete (?:definitivement|pour de bon|pour toujours)\b|\bmarre d ?e?tre la\b|\b(?:m ?)?endormir et (?:ne )?(?:plus|pas) me reveiller\b",
        r"\b(?:cachets|medocs|comprimes|medicaments)\b.{0,40}\b(?:de cote|au cas ou|le courage|garde|stock)\b",
        r"\bme suis (?:encore |re)?scarifi\w*|\bnouvelles? (?:coupures?|entailles?)\b",
        r"\b(?:personne|nul) (?:ne )?(?:remarquerait|verrait|sen rendrait compte|me regretterait"
        r"|va me regretter)\b|\btout le monde (?:serait|ira\w*) mieux sans moi\b",
        r"\b(?:je )?(?:veux|voudrais|vais) (?:juste )?(?:la|le|les) rejoindre\b.{0,25}|\btire ma reverence\b"
        r"|\b(?:plus rien|rien) ne me retient\b|\bje (?:men vais|pars) pour (?:de bon|toujours)\b",
        r"\b(?:je )?(?:regarde|passe devant) (?:le|la|les) (?:pont|balcon|fenetre|rails|train)\b.{0,30}"
        r"\b(?:pense|sauter|facile|envie)\b|\bsi je sautais\b",
        r"\bsi demain je (?:ne )?(?:suis plus|reponds plus|me reveille pas)\b|\blettre dadieu\b",
    ),
    "it": (
        r"\b(?:vorrei|voglio|penso di) (?:spegnermi|sparire|dormire) (?:e basta|per sempre|e non svegliarmi)\b",
        r"\b(?:mondo|tutti|famiglia) (?:starebb\w+|sarebb\w+) meglio senza (?:di me|uno come me|una come me|me)\b",
        r"\b(?:ci ho gia )?provato (?:una volta|l ?anno scorso)\b.{0,40}\b(?:di nuovo|ancora|ci penso)\b",
        r"\b(?:nessuno (?:si accorgerebbe|sentirebbe la mia mancanza|se ne accorgerebbe|mi cercherebbe))\b"
        r"|\bstarebbero (?:tutti )?meglio senza di me\b",
        r"\b(?:guardo|passo (?:sul|davanti al|dal)) (?:il |la |i )?(?:ponte|balcone|finestra|binari|treno)\b"
        r".{0,40}\b(?:ci penso|penso|saltare|buttarmi|facile)\b",
        r"\bse domani (?:non|nn) (?:mi (?:senti|vedi|trovi)|ci sono|rispondo|mi sveglio)\b"
        r"|\blettera d ?addio\b|\b(?:voglio )?(?:andare|raggiungerl[ao]|stare) (?:da|con) (?:lei|lui) in cielo\b",
        r"\bmi (?:sono|so) tagliat[oa] (?:di nuovo|ancora|le braccia|i polsi)\b",
    ),
}  # fmt: skip

# Parents who decide about phone and bedtime; a class, a report, an exam of school; a stolen card; an
# age that is nearly there, or was not true.
MINOR: dict[str, tuple[str, ...]] = {
    "en": (
        r"\bphones? (?:are |is )?(?:locked|taken|collected|banned)\b.{0,20}\b(?:class|school|lesson)\b|\bparental controls?\b(?! (?:for|on) my)",
        r"\bmy (?:dad|mom|mum|parents?)s?\b.{0,50}\b(?:card|charges)\b.{0,60}\b(?:grounded|kill me|in trouble|wasnt supposed)\b|\b(?:im|so|gonna be|got|get) (?:so )?grounded\b",
        r"\b(?:my )?(?:mom|mum|dad|parents?|stepdad|grandma) (?:says?|said|makes?|wont let|dont let|doesnt let|only lets?|took|take|takes|checks?|grounded)\b"
        r".{0,30}\b(?:phone|wifi|screen ?time|school night|bed ?time|off by|ipad|grounded|curfew)\b",
        r"\b(?:(?:like )?a (?:bit|lil|little|tiny bit)|slightly|kinda|way) younger than (?:the|this|your|ur) (?:site|app|rules|age|page)\b"
        r"|\bnot (?:really|actually|quite|technically) (?:18|eighteen)\b|\b(?:lied|fibbed) about my age\b",
        r"\b(?:been|turned|am|im) (?:1[0-7]|sixteen|seventeen|fifteen|fourteen) (?:for|since|last|two|a) (?:\w+ )?(?:days?|weeks?|months?|week|month)\b(?! (?:sober|clean|into|on|at|here))",
        r"\byear (?:7|8|9|10|11)\b.{0,30}\b(?:me|gcse\w*|mocks?|teachers?|exams?)\b|\b(?:my|got) gcses?\b|\bgcses? (?:in|are|next|start)\b",
    ),
    "es": (
        r"\b(?:entre|use|puse) (?:con |el |los )?(?:dni|carnet|ine|documento|datos) de mi (?:hermano|hermana|padre|madre|primo|papa|mama)\b|\bcontrol parental\b(?! (?:de|para|a) mi)",
        r"\b(?:mi (?:mama|madre|papa|padre)|mis (?:papas|padres)) (?:no )?(?:me|m) (?:deja\w*|quit\w+|castig\w+|revis\w+)\b.{0,30}\b(?:cel\w*|movil|telefono|wifi|ordenador|tablet|compu)\b",
        r"\b(?:soy|estoy|voy) (?:de|en|a) (?:primero|segundo|tercero|cuarto|1|2|3|4)o? (?:de )?(?:la )?(?:eso|secundaria|prepa|bachillerato|bachi|medio|liceo)\b"
        r"|\bmenti (?:en|sobre|con) (?:mi|la) edad\b|\baun no tengo (?:los )?(?:18|dieciocho)\b",
    ),
    "pt": (
        r"\b(?:entrei|usei|coloquei) (?:com )?(?:o |a )?(?:rg|cpf|documento|identidade|data) d[oa] (?:meu|minha) (?:irmao|irma|pai|mae|primo)\b|\bcontrole parental\b(?! (?:d[oa]|para|no) (?:meu|minha))",
        r"\b(?:minha mae|meu pai|meus pais) (?:so |nao |n )?(?:me )?(?:deix\w+|tir\w+|tom\w+|proib\w+|confisc\w+)\b.{0,30}\b(?:cel\w*|tablet|wifi|internet|telefone|pc|computador)\b",
        r"\b(?:peguei|usei) (?:o )?cartao d[oa] (?:meu pai|minha mae|minha vo|meu avo)\b",
        r"\bten?ho (?:1[0-7]|treze|quatorze|catorze|quinze|dezesseis|dezessete)\b(?! (?:anos? de|filh|gat|cachorr|dias|meses|horas|reais|minutos|km|conto|tatu|primos?|sobrinh|fotos?|mil|pares|figurinh|minutinh|itens|vidas))"
        r"|\bmenti (?:a|sobre a|na) (?:minha )?idade\b|\bfaco (?:18|dezoito) (?:so )?(?:em|no|daqui|mes|ano)\b",
    ),
    "de": (
        r"\b(?:geburtsjahr|geburtsdatum|alter)\b.{0,30}\b(?:geschummelt|gelogen|gefaked|falsch)\b|\b(?:geschummelt|gelogen)\b.{0,30}\b(?:geburtsjahr|geburtsdatum|alter)\b|\bnoch nich\w* (?:ganz )?so alt\b",
        r"\b(?:nachste|erste|zweite|dritte) stunde\b.{0,40}\b(?:lehrer\w*|sport|mathe|klasse|englisch)\b|\b(?:unsere?|meine?|die) lehrerin? (?:tickt|schimpft|hat mich|nimmt)\b",
        r"\b(?:meine? (?:eltern|mama|mutter|vater|papa)) (?:hat|haben|lasst|lassen|erlaub\w+|nimmt|nehmen)\b.{0,30}\b(?:handy\w*|wlan|internet|tablet|bildschirmzeit|hausarrest|zocken)\b",
        r"\bschulerausweis\b|\b(?:mathe|deutsch|englisch|latein|bio) ?(?:schulaufgabe|klausur|arbeit|hausaufgaben?)\b"
        r"|\b(?:in der|geh in die|bin in der) (?:[5-9]|10)(?: klasse)?$|\bnoch kein(?:en)? perso\b|\bperso hab ich noch (?:nich|kein)\w*",
    ),
    "fr": (
        r"\bbientot (?:1[0-7]|quinze|seize|dix sept) (?:ans|piges)\b|\b(?:1[0-7]) piges\b(?! (?:de|d|que))|\bcontrole parental\b(?! (?:de|du|a|pour) m)",
        r"\b(?:ma mere|mon pere|mes (?:parents|darons)|ma daronne) (?:ma |m |me |mont )?(?:laisse\w*|prive\w*|confisque\w*|pris|prend|interdi\w+|puni\w*)\b.{0,30}\b(?:tel\w*|portable|wifi|ordi|ecrans?|console)\b",
        r"\bprof principal\b|\bprive\w* de (?:tel|portable|sortie|console)\b|\bj ?(?:ai|e) perm\b.{0,20}\b(?:\d|apres|jusqu)"
        r"|\bj?ai (?:controle|interro|cours|eval) (?:de|d|en) (?:maths?|anglais|histoire|svt|francais)\b",
        r"\b(?:g|j ?ai) (?:dit|mis|menti)\b.{0,15}\b(?:1[89]|2\d|mon age)\b.{0,25}\b(?:pas (?:tout a fait|vraiment|vrai)|mens|menti)\b",
    ),
    "it": (
        r"\b(?:papa|mamma|mia madre|mio padre|i miei) (?:mi )?(?:ritira|toglie|stacca|sequestra|spegne) (?:il |la )?(?:telefono|cell\w*|wifi|pc)\b|\bparental control\b(?! (?:di|per|a) mi)|\bpaghetta\b",
        r"\b(?:mia (?:madre|mamma)|mio (?:padre|papa)|i miei) (?:mi )?(?:ha\w*|lascia\w*|permett\w+|sequestr\w+|tog\w+|vieta\w*|non vuo\w+)\b.{0,30}\b(?:telefono|cell\w*|wifi|tablet|pc|play)\b",
        r"\b(?:ho|domani ho) (?:il )?(?:compito|verifica|interrogazione) (?:di|in) (?:mate\w*|latino|storia|inglese|italiano|scienze)\b"
        r"|\b(?:ho )?mentito sull ?(?:a mia )?eta\b|\bnon ho ancora (?:18|diciotto)\b",
    ),
}  # fmt: skip

# Where somebody is to be found, what would be made public, what would be done to a rival.
THREAT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:found|figured out|looked up|traced|saw) (?:out )?(?:your|ur|where (?:you|u)(?:r)?) (?:\w+ )?(?:street|address|house|flat|building|workplace|live|work)\b",
        r"\b(?:better|should) (?:watch|cover) (?:his|her|their|your|ur) back\b|\b(?:would|d) be a shame if\b.{0,50}\b(?:got|saw|found|knew|heard|leak\w*|pics?|photos?|happened)\b",
        r"\bknow (?:which|what|where) (?:train|bus|gym|street|car|school|house|flat|door)\b.{0,25}\b(?:you|u|ur|your)\b",
    ),
    "es": (
        r"\b(?:tengo|guarde|hice) (?:capturas|fotos|pantallazos|screenshots|grabaciones) de todo\b.{0,60}|\bo (?:me )?(?:mandas|envias|das|pagas)\b.{0,40}\bo (?:lo|la|todo|se)\b.{0,30}\b(?:ve|sabe|entera|enterara|publico|vera)\w*",
        r"\b(?:publico|subo|difundo|paso) (?:tu|tus|su) (?:direccion|fotos|videos|datos|numero|nudes)\b|\b(?:te|le) (?:voy a )?(?:rompo|parto|reviento|quemo|romper|partir|reventar|quemar) (?:la|el|las) (?:cara|piernas|coche|carro|casa)\b",
        r"\bse (?:que|donde|a que hora) (?:coges|tomas|sales|vives|trabajas|aparcas)\b.{0,30}",
    ),
    "pt": (
        r"\b(?:eu )?(?:acabo|vou acabar) (?:contigo|com (?:voce|vc|tua vida|sua vida|ele|ela))\b|\b(?:passo|jogo) o carro (?:por cima|em cima)\b"
        r"|\b(?:jogo|posto|espalho|solto|vazo) (?:teu|seu|tua|sua|teus|seus|tuas|suas) (?:cpf|endereco|fotos?|nudes?|videos?|numero|dados)\b",
    ),
    "de": (
        r"\bentweder (?:du )?\w+.{0,40}\boder (?:dein\w*|ich|alle)\b.{0,40}\b(?:post|bilder|fotos|erfahr\w*|kriegt|bekommt|weiss|sieht|zeig\w*|schick\w*)\b",
        r"\b(?:dem|der|dir|denen|ihm|ihr) (?:brech\w*|hau\w*|schlag\w*|polier\w*) ich\b|\bmach(?:e)? (?:ich )?(?:dich|ihn|den|sie|euch) fertig\b|\b(?:mach|mache) ich fertig\b",
        r"\bweiss (?:wo|welchen|wann) (?:du|dein\w*)\b.{0,30}\b(?:wohn\w*|arbeit\w*|park\w*|nimmst|bus|zug)\b|\bdeine schuld\b.{0,20}\bzeitung\w*|\bzeitungen?\b.{0,15}\bdeine schuld\b",
    ),
    "fr": (
        r"\bfais (?:gaffe|attention)\b.{0,30}\b(?:en rentrant|chez toi|le soir|dans la rue)\b|\b(?:jvais |je vais |jvas )?(?:lui|te|leur) (?:casser|peter|defoncer|refaire) (?:la|le|les|sa|ta|son) (?:gueule|jambes|portrait|tete|nez)\b|\bca va mal finir\b|\bviens? (?:le |la |te )?chercher\b.{0,30}\bchez toi\b",
        r"\b(?:je )?(?:vais )?(?:lui |te |leur )?(?:casse|peter?|defonce|cramer?|brule) (?:la |les |sa |ta )?(?:gueule|jambes|voiture|caisse|tete)\b",
        r"\bje sais (?:ou|quel|a quelle heure) (?:tu|t)\b.{0,25}\b(?:habite\w*|bosse\w*|prends|gare\w*|train|bus|sors)\b",
    ),
    "it": (
        r"\bso (?:che prendi|dove (?:abiti|lavori|parcheggi|vivi|vai)|a che ora (?:esci|torni))\b.{0,40}\b(?:attent\w*|occhio|guardati|treno|passo|vengo)?",
        r"\b(?:gli|ti|le) (?:brucio|spacco|rompo|sfascio) (?:la|le|il|tutto)\b",
    ),
}  # fmt: skip

CANNOT_AFFORD: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:rents?|bills|groceries|loan|tuition) (?:is |are )?(?:due|ate|eats|took|takes)\b.{0,25}\b(?:everything|all|acct|account|negative|nothing|this month|broke)\b",
        r"\b(?:acct|account|balance|bank) (?:is |s )?(?:negative|overdrawn|at zero|in the (?:red|minus))\b",
    ),
    "es": (r"\b(?:era|eran) (?:lo de|para|el dinero de) (?:la )?(?:comida|renta|luz|alquiler|los panales)\b.{0,20}",),
    "pt": (r"\bgastei (?:a|toda a|minha) (?:poupanca|grana do aluguel|salario)\b|\b(?:era|eram) (?:o |a )?(?:dinheiro|grana) d[oa] (?:aluguel|comida|mercado)\b",),
    "de": (r"\bkonto (?:is|ist|wurde) (?:\w+ )?(?:gepfandet|gesperrt|leer|uberzogen|im minus)\b",),
    "fr": (r"\b(?:crame|claque|depense|flambe) (?:tout )?(?:mon|ma|mes) (?:rsa|salaire|paie|paye|bourse|apl|chomage|eco\w*)\b",),
    "it": (
        r"\bho speso (?:una follia|troppo|tutt[oa]|lo stipendio|la paghetta)\b.{0,50}\b(?:fermare|basta|piu nulla|piu niente|non posso|qui)\b|\bprestito da pagare\b",
    ),
}  # fmt: skip

REFUND_LEGAL: dict[str, tuple[str, ...]] = {
    "en": (r"\b(?:reverse|undo|cancel) (?:the |those |my )?(?:last )?(?:\d+|charges?|payments?|purchases?|order)\b",),
    "es": (r"\bme (?:regres\w+|devuelv\w+|reintegr\w+) (?:lo (?:de|que)|el dinero|la plata)\b",),
}  # fmt: skip

DISTRESS: dict[str, tuple[str, ...]] = {
    "es": (r"\b(?:no como ni duermo|ni como ni duermo|me dejo en el altar)\b|\b(?:toy|estoy) (?:destrozad|hech)[oa]\b(?! (?:del|de la|por el) (?:gym|entreno|trabajo|viaje))",),
    "pt": (
        r"\b(?:cachorr[oa]|gat[oa]|mae|pai|avo|irma[o]?|filh[oa]|amig[oa])\b.{0,25}\bmorreu\b(?!.{0,20}(?:filme|serie|jogo))|\bnao consigo (?:sair|levantar) da cama\b.{0,30}\b(?:chor\w+|dias|semanas|forca)\b",
        r"\b(?:em|entrando em) panico\b(?!.{0,15}(?:jogo|prova))",
    ),
}  # fmt: skip

# What sounds like a sign and is none, by sign.
HARMLESS: dict[str, tuple[str, ...]] = {
    "minor": (r"\bau (?:college|lycee|collège) on m ?appelait\b",),
    "self_harm": (
        r"\bkms (?:this|that|these|the|my) (?:meeting|traffic|class|homework|game|printer|line|queue|email|bus)\b",
        r"\bjump off a (?:cliff|bridge) if (?:the|my team|they)\b|\bme cortei (?:abrindo|cozinhando|fazendo a barba|descascando)\b"
        r"|\b(?:tu vas|vas) me tuer avec\b",
    ),
    "distress": (r"\b(?:movie|film|game|show|ride|season) (?:gave|gives) me (?:a )?panic attack\b",),
    "threat": (r"\bhunt (?:you|u) down for (?:that|the|your|ur)\b|\bowe me (?:a|an) (?:selfie|kiss|hug|date|song|drink)\b.{0,12}\bor else\b",),
    "refund_legal": (
        r"\bmy lawyer (?:friends?|buddy|buddies|brother|sister|cousin|neighbou?r|roommate)\b|\barbeitet (?:bei der polizei|als anwalt\w*|beim anwalt)\b",
        r"\b(?:amazon|zalando|ryanair|sncf|trenitalia|ebay|booking|la palestra|ils)\b.{0,6}\b(?:m ?ont|mi ha\w*|ma|mont|me) (?:\w+ )?(?:rembours\w+|rimborsat\w+|reembols\w+)|\bmon avocat etait (?:pas )?mur\b|\bporte plainte pour vol de coeur\b",
    ),
    "cannot_afford": (r"\bpleite gegangen (?:ist|sind) (?:die|der|das|unser\w*)\b",),
}  # fmt: skip
