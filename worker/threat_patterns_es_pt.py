"""
The Spanish and Portuguese part of worker/threat_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_THREAT_ES_PT: dict[str, tuple[str, ...]] = {
    "es": (
        r"\bme (?:voy a|quiero|kiero|pienso|quisiera) (?:\w+ )?\w+|\b(?:matarme|suicidarme"
        r"|matarse)\b",
        r"\bte voy a pegar (?:un (?:mordisco|beso|abrazo|repaso)|una (?:mamada|lamida))\b"
        r"|\b(?:te (?:voy a )?(?:matar|mato|destruir|destrozo|encontrar|encuentro|buscar|busco"
        r"|hacer dano|romper)|matarte|encontrarte|destrozarte|buscarte|partirte|romperte"
        r"|reventarte) (?:a (?:besos|cosquillas|abrazos|mimos|polvos|lamidas)|de (?:amor|placer"
        r"|gusto|risa|la risa|ternura|envidia)|y (?:te )?(?:voy a )?(?:besar\w*|abraz\w*|com\w*"
        r"|am\w*|invit\w*|cas\w*|hac\w+ (?:feliz|el amor|mia))|en (?:el (?:fifa|ajedrez|juego"
        r"|parchis|mario)|la cama|mario|fortnite|la play)|al (?:ajedrez|fifa|parchis|uno))\b",
        r"\bpagar (?:la (?:cena|cuenta|luz|copa)|el|yo|con besos|lo que)\b|\bvas a pagar (?:la"
        r"|tu|el|con besos)\b|\bmatar (?:el tiempo|zombis|por)\b|\bte vas a arrepentir de no\b"
        r"|\bno (?:te )?(?:voy a|quiero) (?:hacer\w* dano|matar\w*)\b",
    ),
    "pt": (
        r"\b(?:vou te|te|vo te|eu te) (?:matar|mato|achar|encontrar|destruir|quebrar|acabar"
        r"|pegar|arrebentar|comer|detonar) (?:de (?:beijo\w*|saudade|prazer|amor|rir|cosquinha"
        r"|tanto|carinho|jeito|vergonha)|e (?:te )?(?:encher|beij\w*|abrac\w*|dar|am\w+|cas\w+"
        r"|fazer)|no (?:fifa|xadrez|jogo|truco|uno|free fire|cod|mario)|na (?:cama|sinuca"
        r"|corrida)|todinha|gostoso|com carinho)\b",
        r"\b(?:paga|pagar) (?:a (?:conta|cerveja|janta)|o (?:jantar|almoco|uber|cafe)"
        r"|com beijo\w*)\b|\bmatar (?:o tempo|a (?:saudade|fome|vontade|curiosidade|sede|aula)"
        r"|zumbi\w*|por)\b|\bvai se arrepender de nao\b|\bnao (?:vou|quero) te (?:machucar"
        r"|matar)\b",
    ),
}

THREAT_ES_PT: dict[str, tuple[str, ...]] = {
    "es": (
        r"\b(?:te|os|lo|la|los|las) (?:voy a|vamos a|juro que te|quiero|pienso"
        r"|deberia) (?:\w+ )?(?:matar|reventar|partir|romper|pegar|golpear|violar|acuchillar"
        r"|apunalar|disparar|quemar|hacer (?:dano|la vida imposible|pagar|sufrir)|destrozar"
        r"|destruir|arruinar|joder la vida|cortar (?:el cuello|la cara)|buscar|encontrar|rajar"
        r"|ahorcar|torturar|hundir)\b|\b(?:te|los|la|lo) (?:mato|reviento|rajo"
        r"|parto (?:la (?:cara|madre)|las piernas)|rompo (?:la cara|las piernas|la madre)|violo"
        r"|quemo (?:viv[oa]|la casa))\b(?! (?:de|a besos))|\b(?:voy a|quiero|ganas de"
        r"|voy y) (?:matar|golpear|hacer dano|reventar|apunalar|matarl[oa]s?|matarte|pegarl[oa]"
        r"|quemar) ?(?:a )?(?:mi (?:\w+ )?(?:jefe|ex|mujer|esposa|marido|vecin[oa]|suegr[oa]"
        r"|padre|madre|herman[oa]|novi[oa])|alguien|todos|ese|esa|esos|tu (?:familia|novio"
        r"|marido|madre|casa)|es[ea] (?:cabron|puta|tip[oa]|hij[oa])|$|[,.!])",
        r"\b(?:se|ya se|sabemos|averigue|tengo|encontre) (?:muy bien |exactamente )?(?:donde"
        r"|adonde|en donde|tu direccion|a que (?:hora|colegio)) ?(?:vives|trabajas|duermes"
        r"|estudian? tus|viven? tu|sales|$|[,.!]|exacta|y)|\bse donde (?:vive|trabaja"
        r"|estudia) tu\b|\b(?:cuidate las espaldas|ten(?:te)? cuidado (?:cuando|por donde"
        r"|al salir|conmigo)|cuidad(?:o|ito) (?:con|cuando|al|que te)|date por muert[oa]"
        r"|estas muert[oa]|eres (?:mujer|hombre|chica) muert[oa]|tus dias estan contados"
        r"|te vas a (?:acordar de mi|arrepentir|enterar)|(?:lo )?(?:vas|vais) a (?:pagar"
        r"|lamentar)(?:lo)?|(?:me )?las vas a pagar|me las pagaras|te arrepentiras"
        r"|ojala te (?:mueras|maten|violen|atropellen|pudras)|muerete|matate|suicidate"
        r"|voy a (?:ir a )?(?:por ti|tu casa)|voy a por ti|estoy (?:afuera|fuera"
        r"|en la puerta) de tu (?:casa|trabajo))\b(?! (?:la|el|de (?:risa|envidia|no)))",
        r"\b(?:si no|o|o si no|sino|a menos que|como no|mientras no"
        r"|hasta que) (?:[^.!?;]{0,45}? )?(?:(?:lo |las |los |la )?(?:publico|publicare|subo"
        r"|subire|filtro|filtrare|mando|mandare|envio|enviare|difundo|comparto|cuento|contare"
        r"|ensenare|enseno|expongo|voy a (?:publicar|subir|filtrar|mandar|enviar|contar"
        r"|difundir))) (?:\w+ )?{all_es}\b|\b(?:si no|o|o si no"
        r"|como no) [^.!?;]{0,35}?\b(?:tu (?:familia|madre|novio|marido|jefe)|todo el mundo"
        r"|todos|tus (?:amigos|padres)) (?:\w+ )?(?:se (?:va|van) a enterar|se entera\w*"
        r"|sabra\w*|ver[aá]\w*|va a (?:ver|saber)|van a (?:ver|saber)|recib\w+)|\b(?:voy a"
        r"|pienso) (?:publicar|filtrar|subir|difundir|exponer|quemar) (?:\w+ )?{all_es}\b"
        r"|\b(?:paga\w*|pagame|dame|mandame|enviame|transfiere\w*"
        r"|deposita\w*) (?:\w+ ){0,4}?(?:o|o si no) (?:\w+ )?(?:mando|publico|subo|filtro|te"
        r"|difundo|lo|las|todos|tu)\b|\bchantaj\w+|\bextors\w+|\b(?:me (?:obliga|obligan"
        r"|amenaza\w*|tiene amenazad\w|estan? (?:amenazando|chantajeando|obligando)"
        r"|fuerzan?))\b|\bpsicopata te va\b|\bponer una bomba\b|\btirotear\b",
    ),
    "pt": (
        r"\b(?:vou|vo|vamos|quero|juro que vou|ainda vou|irei|devia) (?:te |lhe |ir ai te "
        r"|la te )(?:\w+ )?(?:matar|arrebentar|quebrar|espancar|bater|socar|esfaquear|estuprar"
        r"|queimar|machucar|destruir|acabar|ferrar|foder a vida|caçar|cacar|achar|encontrar"
        r"|pegar|enforcar|dar um tiro|meter (?:a faca|bala|a porrada)|encher de porrada|furar"
        r"|estrangular)\b(?! (?:de (?:beij|saud|amor|praz|carinh)|no (?:colo|fifa)|gostos"
        r"|na cama|com carinho|e te (?:beij|encher de beij)|amor|pra (?:jantar|sair)))"
        r"|\b(?:te mato|te quebro|te arrebento|te pego|te furo|te acho e"
        r"|acabar com (?:a )?(?:tua|sua) (?:raca|vida)|acabo com (?:a )?(?:tua|sua|voce|vc"
        r"|ti))\b(?! de)|\b(?:vou|quero|vontade de) (?:matar|bater em|esfaquear|espancar"
        r"|machucar|dar um tiro em|envenenar|atirar em) (?:n?o |n?a )?(?:meu|minha|aquele"
        r"|aquela|alguem|todo mundo|todos|ele|ela|esse|essa|tua familia|sua familia"
        r"|seu (?:marido|namorado))\b",
        r"\b(?:sei|ja sei|descobri|sabemos|tenho) (?:muito bem |exatamente )?(?:onde|aonde"
        r"|(?:o )?(?:teu|seu) endereco) ?(?:voce |vc |tu |ce |sua familia "
        r"|teus filhos )?(?:mora\w*|trabalha\w*|dorme\w*|estuda\w*|vive\w*|$|[,.!]|e)|\b(?:to"
        r"|estou) na (?:porta|frente) d[ao] (?:sua|tua|seu) (?:casa|predio|trabalho)\b"
        r"|\b(?:se cuida|abre o olho|toma cuidado|cuidado) (?:quando|ao|comigo|na rua|vagabunda"
        r"|porque vou|vadia)\b|\b(?:voce|vc|tu|ce) (?:ta|esta|vai ser uma|e uma?"
        r"|vai) (?:mort[oa]|mulher morta|morrer|se arrepender|pagar (?:caro|por isso|por tudo)"
        r"|sofrer|sangrar|se ferrar comigo|ver so)\b(?! de)|\bvai (?:pagar (?:caro|por isso)"
        r"|se arrepender(?! de nao)|morrer (?:vadia|sua|vagabunda))\b|\b(?:tomara que (?:voce"
        r"|vc|tu) (?:morra|seja estuprad)|se mata vadia|vai morrer|morre (?:vadia|desgracad"
        r"|praga)|se mata logo)\b(?! de)|\b(?:teus|seus) dias estao contados\b"
        r"|\bdevia(?:m)? (?:te )?(?:matar|estuprar|apanhar)\b",
        r"\b(?:ou|senao|se nao|se (?:voce|vc|tu) nao|a nao ser que|enquanto nao"
        r"|caso contrario) (?:[^.!?;]{0,45}? )?(?:(?:eu |vou |eu vou )?(?:vazo|vazar|posto"
        r"|postar|publico|publicar|mando|mandar|envio|enviar|exponho|expor|espalho|espalhar"
        r"|conto|contar|divulgo|divulgar|mostro|mostrar|jogo|jogar)) (?:\w+ )?(?:{all_pt}"
        r"|na internet|pra (?:todo mundo|sua familia|geral))\b|\b(?:ou|senao"
        r"|se nao) [^.!?;]{0,35}?\b(?:(?:tua|sua) familia|teu marido|seu marido|todo mundo"
        r"|geral|(?:seu|teu) (?:chefe|namorado)|(?:teus|seus) (?:pais|amigos)) (?:\w+ )?(?:vai"
        r"|vao|fica|sabe|vê|ve|recebe)\b|\b(?:vou|vo) (?:vazar|expor|divulgar|espalhar"
        r"|publicar) (?:\w+ )?{all_pt}\b|\b(?:paga|pague|me paga|manda|mande|faz um pix"
        r"|deposita|transfere) (?:\w+ ){0,4}?(?:ou|senao|se nao) (?:\w+ )?(?:eu|vazo|mando"
        r"|posto|conto|vou|sua|tua|exponho|todo)\b|\bchantag\w+|\bextorq\w+|\bextors\w+"
        r"|\b(?:me (?:obriga|obrigam|forca|forcam|ameac\w+))\b|\b(?:ta|esta|estao"
        r"|tao) me (?:ameacando|chantageando|obrigando|perseguindo|forcando)\b"
        r"|\bcolocar uma bomba\b",
    ),
}
