"""
The Spanish and Portuguese part of worker/self_harm_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_SELF_HARM_ES_PT: dict[str, tuple[str, ...]] = {
    "es": (
        r"\bescuadron suicida\b|\b(?:mision|carrera|salto) suicida\b"
        r"|\b{kin}\b[^.!?;]{0,30}\bsuicid\w+",
        r"\b(?:matarme|matandome|me mato|morirme|morir|muero|me muero|moriria|muerto) (?:de|del"
        r"|por|a (?:besos|trabajar|pajas|cosquillas)|en tus|trabajando|entrenando|contigo"
        r"|encima|entre tus|en el (?:gym|gimnasio)|si no te|feliz|aqui de|con (?:tu|esa|tus))",
        r"\bno (?:me )?quiero morir\b|\bno (?:me )?quiero (?:vivir|despertar) (?:sin|aqui|en"
        r"|con|contigo|solo|sola|temprano|manana temprano|lejos)",
        r"\b(?:me corte|cortarme|cortandome|me corto) (?:el pelo|las unas|la barba|el cabello"
        r"|un poco|afeit\w*|cocin\w*|con (?:el papel|una lata|un cuchillo)|pelando|al afeit\w*)",
    ),
    "pt": (
        r"\besquadrao suicida\b|\bmissao suicida\b|\b{kin}\b[^.!?;]{0,30}\b(?:se )?suicid\w+"
        r"|\b{kin}\b[^.!?;]{0,20}\bse (?:matou|enforcou)\b",
        r"\b(?:me matar|matar|me mato|morrer|morro|morrendo|morri|morreria) (?:de|do|por|pra"
        r"|na academia|no treino|trabalhando|treinando|malhando|contigo|nos teus|nos seus"
        r"|em cima|feliz|estudando)",
        r"\bnao (?:me )?quero morrer\b|\bnao quero (?:mais )?(?:viver|acordar) (?:sem|aqui|em"
        r"|com|contigo|sozinh\w|cedo|longe)",
        r"\b(?:me cortei|me cortar|me corto) (?:o cabelo|fazendo a barba|a unha|cozinhando"
        r"|descascando|com (?:a faca|papel|uma lata|o papel)|a barba|na cozinha|sem querer)",
    ),
}

SELF_HARM_ES_PT: dict[str, tuple[str, ...]] = {
    "es": (
        r"\bsuicid(?:arme|o|io|as?|ando\w*|arse|arte|e|ar|arnos)\b|\bsuisid\w+|\bautolesi\w+"
        r"|\bautole\w+",
        r"\bme (?:voy a|quiero|kiero|quisiera|pienso|vy a|tengo que|deberia|podria|intente"
        r"|he intentado|trate de) (?:\w+ )?(?:matar|suicidar|morir|ahorcar|colgar|cortar"
        r"|lastimar|envenenar|quitar la vida)\b(?! (?:de|el pelo|las unas|por|a (?:besos"
        r"|trabajar)))|\b(?:me hago|hacerme|haciendome|me he hecho|me hice) (?:\w+ )?(?:cortes"
        r"|heridas|dano)\b|\b(?:matarme|me mato|me mataria|quitarme (?:la vida|del medio)"
        r"|me quito la vida|hacerme dano|me hago dano|me hice dano|lastimarme|me lastimo"
        r"|cortarme(?: las (?:venas|munecas))?|me corto|me corte (?:otra vez|de nuevo|los|las)"
        r"|me (?:estoy|ando|sigo|vuelvo a|volvi a|he vuelto a|vengo) (?:cort\w+|autolesion\w+"
        r"|haciendo dano)|cort\w+ (?:\w+ ){0,2}?los brazos|ahorcarme|colgarme|me ahorco"
        r"|pegarme un tiro|me pego un tiro|tirarme (?:de|del|por|al|a las"
        r"|a la) (?:\w+ )?(?:puente|balcon|ventana|tren|vias|edificio|metro|azotea|tejado)"
        r"|me tiro (?:por|del|de|al) (?:\w+ )?(?:puente|balcon|ventana|tren|metro|edificio"
        r"|azotea))\b",
        r"\b(?:me )?(?:kiero|quiero|quisiera|qiero|gustaria|ganas de|prefiero|preferiria|deseo"
        r"|merezco|estar mejor) (?:\w+ )?(?:morir(?:me|m)?|morime|estar muert[oa]|muert[oa]"
        r"|desaparecer (?:para siempre|del mundo)|dejar de (?:existir|vivir|respirar)"
        r"|no existir|no despertar\w*|matarme|irme de este mundo|dormir y no despertar)\b",
        r"\b(?:acabar|terminar|acabo|termino|acabare|poner fin) (?:con "
        r"|a )?(?:mi (?:propia )?vida|todo de una vez|todo esto hoy|mi existencia"
        r"|mi sufrimiento|todo(?: esta noche| hoy| ya)?$)",
        r"\b(?:no|ya no|ni) (?:me )?(?:quiero|kiero|aguanto|tengo ganas de|merezco|deseo|puedo"
        r"|soporto) (?:ya )?(?:mas )?(?:seguir )?(?:vivir|viviendo|vivo|viva|estar vivo"
        r"|estar viva|existir|seguir (?:aqui|en este mundo)|despertar\w*|esta vida)\b(?! (?:sin"
        r"|en|con|contigo|sol[ao]))",
        r"\bno (?:vale la pena|tiene sentido|hay razon(?:es)? para|hay motivos? para"
        r"|le veo sentido a|encuentro (?:razones|motivos|sentido)(?: para"
        r"| a)?) (?:seguir )?(?:vivi\w+|la vida|esta vida|seguir|mi vida|estar aqui)\b"
        r"|\b(?:cansad[oa]|hart[oa]) de (?:vivir|la vida|estar viv[oa]|existir)\b|\b(?:vivir"
        r"|mi vida|la vida) (?:ya )?no (?:tiene sentido|vale)\b",
        r"\b(?:estarian|estaria|estara|estaran|estais|vivirian) "
        r"(?:\w+ ){0,2}?mejor (?:\w+ )?sin mi\b|\b(?:nadie|quien) (?:me )?(?:extran\w+"
        r"|echar\w+ de menos|notar\w+|llorar\w+|enterar\w+) (?:\w+ ){0,2}?(?:si"
        r"|cuando) (?:me )?(?:muero|muriera|desapar\w+|no est\w+|mato)\b|\bmejor muert[oa]\b"
        r"|\bojala (?:\w+ )?(?:no (?:me )?(?:despert\w+|hubiera nacido|existier\w+|exist\w+)"
        r"|me (?:muera|muriera)|estuviera muert\w|morirme)\b|\bno deberia (?:haber nacido"
        r"|existir|estar viv\w)\b",
        r"\b(?:tome|tomado|tomar|trague|tragado|tomarmelas|tomarme|tengo|me tomo"
        r"|tomando) (?:\w+ ){0,4}?(?:pastillas|pildoras|somniferos|ansioliticos|lejia|veneno"
        r"|calmantes)\b(?! (?:para\b|del\b|anti|recet))|\bsobredosis\b",
        r"\b(?:carta|nota) de (?:despedida|suicidio)\b|\b(?:es mi|mi) (?:ultimo mensaje"
        r"|ultima noche|despedida|ultimo dia)\b(?! (?:de|en|aqui))|\badios (?:mundo"
        r"|para siempre|a todos)\b|\b(?:soga|cuerda) (?:\w+ )?(?:al cuello|en el cuello|lista"
        r"|preparada|atada)\b|\b(?:pistola|cuchillo|navaja) (?:\w+ )?(?:en la (?:sien|cabeza"
        r"|boca)|en las venas)\b|\bmanana (?:ya )?no (?:voy a )?(?:estar|estare) (?:viv[oa]"
        r"|aqui|en este mundo)\b",
        r"\bdespedirme\b(?=.*\b(?:preparado|esta noche|para siempre|no aguanto|colgar|acabar"
        r"|vida|perdon|todo)\b)|\b(?:me voy a|voy a|me quiero|quiero|pienso en"
        r"|ganas de) (?:colgar(?:me)?|ahorcar(?:me)?|tirar(?:me)?|saltar|cortar(?:me)?"
        r"|lanzar(?:me)?)(?= ?(?:$|[,.!]|esta noche|hoy|del?|por|al?|desde|los|las"
        r"|otra vez))(?! por el tobogan)(?! (?:al? (?:agua|piscina|sofa|cama)))(?! (?:el"
        r"|las? unas|los? pelos?))|\b(?:estoy|subido|subida|parad[oa]|sentad[oa]"
        r"|de pie) (?:\w+ )?(?:en|al|sobre|a) (?:el |la |un |una )?(?:puente|borde|azotea"
        r"|cornisa|balcon|vias)\b(?=.*\b(?:saltar|tirar\w*|salto|tiro|adios|borde|acab\w+"
        r"|no puedo|lanzar\w*)\b)|\btodo (?:listo|preparado)\b(?=.*\b(?:esta noche|adios"
        r"|despe\w+|colgar|irme|gracias)\b)",
        r"\b(?:pienso|penso|pensando|pensado|pensamientos|ideas|fantaseo|sueno"
        r"|idea) (?:\w+ )?(?:en|de|con) (?:la muerte|mi muerte|morir\w*|matarme|quitarme"
        r"|suicid\w+|dejar de vivir|desaparecer)\b",
    ),
    "pt": (
        r"\bsuicid(?:ar|io|a|ando|ei|e|arei|o)\b|\bsuiss?id\w+|\bautomutila\w*|\bauto ?lesao\b"
        r"|\bse matar\b(?=.*\b(?:eu|penso|quero|vou)\b)",
        r"\b(?:me matar|matar me|me mato|mimatar|me mata agora eu"
        r"|tirar (?:a )?(?:minha )?(?:propria )?vida|tirar a vida|me machucar|me machuco"
        r"|me machucando|me cortar|me cortando|me cortei|me corto|me enforcar|me enforco"
        r"|cortar (?:os |meus )+(?:pulsos|bracos)|me ferir|me furar|me jogar (?:da|do|de"
        r"|na frente|embaixo|no)|me jogo (?:da|do|na frente)|pular (?:da|do) (?:\w+ )?(?:ponte"
        r"|predio|janela|sacada|viaduto|terraco)|dar um tiro na (?:minha )?(?:cabeca"
        r"|boca))\b(?! (?:o cabelo|de rir|pra jogo|teus bracos|seus bracos|piscina|sofa|cama))",
        r"\b(?:quero|queria|qro|kero|vontade de|prefiro|preferia|desejo|mereco|devia|deveria"
        r"|gostaria de|so quero|melhor) (?:\w+ )?(?:morrer|morre|estar mort[oa]"
        r"|sumir (?:do mundo|desse mundo|pra sempre|de vez)|desaparecer (?:pra|para) sempre"
        r"|deixar de existir|nao existir|nao acordar|ter morrido|nunca ter nascido)\b",
        r"\b(?:acabar|terminar|dar fim|por fim|acabo|fim) (?:com |a |na "
        r"|em )*(?:a )?(?:minha (?:propria )?vida|tudo (?:hoje|logo|de vez|de uma vez)|tudo$"
        r"|meu sofrimento|minha existencia)",
        r"\b(?:nao|n|num|ñ) (?:quero|aguento|tenho (?:mais )?vontade de|mereco|consigo"
        r"|vejo sentido em|vejo motivo pra|suporto) (?:mais )?(?:viver|acordar|existir"
        r"|estar viv[oa]|continuar viv\w+|essa vida|a vida|seguir vivendo"
        r"|continuar vivendo)\b(?! (?:sem|em|com|la|sozinh\w))|\bnao quero viver\b(?! (?:sem|em"
        r"|com|la|aqui|sozinh\w))",
        r"\bnao (?:vale (?:mais )?a pena|tem (?:mais )?sentido|faz (?:mais )?sentido"
        r"|tenho (?:mais )?(?:motivo|razao)s? (?:pra|para)|ha (?:motivo|razao) (?:pra|para)"
        r"|vejo (?:mais )?(?:motivo|sentido|razao)(?: pra| para| em"
        r"| na)*) (?:continuar )?(?:viv\w+|a vida|vida|minha vida|existir|essa vida|seguir)\b"
        r"|\b(?:cansad[oa]|cansei|fart[oa]) (?:de|da) (?:viver|vida|minha vida|existir"
        r"|estar viv\w)\b|\bdesisti (?:da vida|de viver)\b",
        r"\b(?:ficaria|ficariam|estaria|estariam|ficava|viveriam|vao ficar"
        r"|vai ficar) (?:\w+ ){0,2}?melhor(?:es)? (?:\w+ )?(?:sem mim|se eu)\b"
        r"|\bninguem (?:\w+ ){0,2}?(?:falta|sentir\w*|notar\w*|ligar\w*|chorar\w*|perceb\w+"
        r"|import\w+) (?:\w+ ){0,3}?se eu (?:morr\w+|sum\w+|desaparec\w+|nao)\b|\b(?:queria"
        r"|tomara|espero|oxala|quem dera) (?:\w+ ){0,3}?(?:nao|nunca mais) (?:\w+ )?acord\w+"
        r"|\b(?:dormir|dormisse) e (?:nao|nunca|nunca mais) (?:\w+ )?acord\w+"
        r"|\bnao devia (?:ter nascido|existir|estar viv\w)\b",
        r"\b(?:tomei|tomar|tomo|engoli|engolir|to com|tenho|vou tomar"
        r"|tomando) (?:\w+ ){0,5}?(?:remedios?|comprimidos|pilulas|calmantes|veneno"
        r"|agua sanitaria|chumbinho|cartela\w*|rivotril)\b(?! (?:pra|para|da|de pressao|do"
        r"|que o))|\boverdose\b",
        r"\b(?:carta|bilhete) de (?:despedida|adeus|suicidio)\b|\b(?:minha"
        r"|e a minha) (?:ultima (?:noite|mensagem)|despedida)\b(?! (?:de solteir|em|no|na))"
        r"|\badeus (?:mundo|a todos|pra sempre)\b|\bcorda (?:\w+ )?(?:no pescoco|pronta"
        r"|amarrada)\b|\b(?:arma|faca|gilete) (?:\w+ )?(?:na (?:minha )?(?:cabeca|boca)"
        r"|no (?:meu )?pulso)\b|\bamanha (?:eu )?nao (?:vou )?(?:est\w+) (?:mais )?(?:aqui"
        r"|viv\w)\b",
        r"\b(?:lamina|gilete|faca|corda|arma|estilete) (?:\w+ )?(?:na"
        r"|em) (?:minha )?mao\b(?=.*(?:cort|morr|acab|pens|vida|adeus|fim))|\b(?:to|estou|subi"
        r"|sentad[oa]|em pe) (?:\w+ )?(?:na|no|em|numa) (?:\w+ )?(?:ponte|beirada|terraco"
        r"|sacada|viaduto|parapeito|trilho\w*)\b(?=.*(?:pular|jogar|adeus|acab|cair|fim|salt))"
        r"|\b(?:quero|vou|vontade de|penso em|pensando em) (?:pular|saltar|me jogar)(?= ?(?:$"
        r"|[,.!]|da|do|de|daqui))(?! (?:de (?:paraqueda|bungee|alegria)|do sofa|na|fora))"
        r"|\b(?:tudo pronto|ja (?:esta|ta) tudo pronto|preparei tudo)\b(?=.*(?:noite|adeus"
        r"|obrigad|fim|hoje))|\bme despedir\b(?=.*(?:vida|hoje|noite|sempre|aguento|perdao"
        r"|todos))",
        r"\b(?:penso|pensei|pensando|pensamentos?|ideias?|vontade) (?:\w+ )?(?:em|de|na|no"
        r"|sobre) (?:morte|minha morte|morrer|me matar|suic\w+|tirar minha|sumir pra|me cortar"
        r"|acabar com)\b",
    ),
}
