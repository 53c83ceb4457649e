"""
That somebody has no money to spend, or spends what they cannot spare, as data for six languages.

Patterns meet worker/stop_signs.py's form: lower case, no accents, no apostrophes, no hyphens.
`NO_POVERTY` is blanked out first: what else breaks, dates that are cheap, time that runs out.
"""

from __future__ import annotations

from worker.poverty_patterns_de_fr_it import CANNOT_AFFORD_DE_FR_IT, NO_POVERTY_DE_FR_IT

NO_POVERTY: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:broke (?:up|my|the|his|her|down|out|a|into|off|in|it|and entered|bad|even|free"
        r"|through|records?|both|one|two)|broke ?back|breaking bad)\b|\bheart ?broke\b|\b(?:he"
        r"|she|it|they|car|phone|bed|chair|glass|we|you|who|that|wifi|u) broke\b|\b(?:cant"
        r"|cannot|dont) afford (?:to (?:lose|miss|fall|sleep|be late|wait|get (?:caught"
        r"|distracted)|mess|stop|let)|a (?:mistake|distraction)|another (?:loss|mistake)"
        r"|the time|losing)\b|\bi can (?:totally |easily |definitely )?afford\b"
        r"|\bwhen i was broke\b|\bused to be (?:broke|poor)\b|\bnot (?:broke|poor)\b"
        r"|\bmoney (?:is|s|isnt) (?:not |no )(?:a |an )?(?:issue|problem|object)\b"
        r"|\b(?:poor (?:baby|thing|you|guy|little|girl|boy|old|dog|kid|me)|dirt cheap"
        r"|cheap (?:date|wine|thrills?|beer|flights?|seats))\b|\bcredit where\b"
        r"|\bin your debt\b|\bi owe you\b|\brent (?:is|s) paid\b|\bexpensive (?:taste|car|watch"
        r"|wine|suit|shoes|dinner|city|restaurant|place)\b",
    ),
    "es": (
        r"\bno me alcanza (?:el tiempo|la vida|el dia|el brazo|la mano|la respiracion)\b"
        r"|\bno (?:puedo|me puedo) permitirme? (?:\w+ )?(?:el lujo de )?(?:perder\w*|fallar"
        r"|dormir|dejarte|un error|enamorar\w+|llegar|ponerme)\b|\b(?:pelad[oa]|caro"
        r"|cara) (?:de|mia|amig\w)\b|\b(?:cara|caro) (?:bonita|linda|hermosa|de)\b"
        r"|\bpobre(?:cit[oa]| de (?:ti|mi)| perr\w| gat\w| mujer| chica)\b|\bcuando (?:era"
        r"|estaba) (?:pobre|sin)\b|\b(?:cena|vino|restaurante|coche|reloj|perfume) (?:muy "
        r"|tan )?caro\b|\bte debo (?:una|un)\b|\bsin un (?:beso|abrazo|ti)\b",
    ),
    "pt": (
        r"\bpagar mico\b|\b(?:quebrad|mort|acabad)[oa] (?:da|do|de) (?:academia|treino|trabalho"
        r"|sono|cansaco)\b|\bnao posso (?:me )?(?:permitir|dar ao luxo)(?: \w+){0,3} (?:perder"
        r"|errar|dormir|atrasar|falhar)\b|\b(?:to|estou|ta|fico|fica|fiquei|ficou|pau"
        r"|ficar) (?:\w+ )?duro (?:por|pensando|so|de|aqui|com|quando|vendo|te|pra|agora por)\b"
        r"|\b(?:jogo|treino|dia|duro|osso) duro\b|\bpobrezinh\w\b|\bcoitad\w\b"
        r"|\bquando eu era (?:pobre|duro)\b|\b(?:vinho|jantar|carro|relogio|restaurante"
        r"|perfume) (?:muito |tao )?caro\b|\bcaro (?:amigo|colega)\b|\bte devo (?:uma|um)\b",
    ),
    **NO_POVERTY_DE_FR_IT,
}

CANNOT_AFFORD: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:cant|cannot|can not|cnt|couldnt|wont be able to|unable to|not able to|barely"
        r"|hardly|never|could never|dont think i can|not sure i can|no way i can|wish i could"
        r"|dont know how i can|can t|can barely|can hardly|not "
        r"gonna be able to) (?:\w+ ){0,3}?affo?rd\b|\bnot affordable\b|\bunaffordable\b"
        r"|\bcan i afford\b|\bif i could afford\b|\bafford (?:it|this|that|u|you) (?:any ?more"
        r"|rn|right now|this month)\b(?<!can afford)",
        r"\b(?:i ?m|i am|im so|we ?re|were|ima|got me|kinda|totally|dead|flat|so|too|super"
        r"|hella|stay|been|being|beyond|currently|always|still|basically|fuckin|fucking"
        r"|student) (?:\w+ )?(?:broke|brokee|broque|skint|penniless|bankrupt|destitute|poor af"
        r"|hard up|strapped for cash|strapped|tapped out|cash strapped|flat broke|brassic"
        r"|out of (?:money|cash|funds)|low on (?:cash|money|funds)|short on (?:cash|money"
        r"|funds)|poor|maxed out)\b(?! (?:and (?:entered)|sport|at))|^broke(?: as| af| rn| till"
        r"| until| this|$)|\bbroke (?:as (?:fuck|hell|shit|a joke)|af|rn|till|til|until"
        r"|this (?:week|month)|student|college|college student|right now|lately|at the moment"
        r"|atm|boi|boy)\b",
        r"\b(?:no|dont have|do not have|aint got|got no|have no|havent got|ran out of"
        r"|run out of|running out of|out of|zero|without|didnt have|dont got|barely have"
        r"|not enough|lack|without any|little to no|no more|low on|short on|not much"
        r"|spent all my|spent all|need|lost all my|wasted all my|blew all my"
        r"|gave you all my) (?:\w+ ){0,3}?(?:money|cash|funds|dough|savings|disposable income"
        r"|spare (?:money|cash)|income|extra (?:money|cash)|pennies)\b(?! (?:on (?:me|my card"
        r"|you)|can buy|issues|problems?|for parking))|\bmoney (?:is|s|been|has been|really"
        r"|got) (?:\w+ )?(?:tight|short|an issue|a problem|low|running out|gone|scarce)\b"
        r"|\btight on money\b|\bfunds are (?:low|tight)\b|\bbudget is (?:tight|gone|zero|blown"
        r"|shot|maxed)\b|\bon a (?:tight|strict|fixed|low|small) (?:budget|income)\b"
        r"|\bover (?:my )?budget\b|\bout of (?:my )?(?:budget|price range|reach)\b",
        r"\b(?:too|so|way too|bit|little|kinda|super|very|really) (?:expensive|pricey|pricy"
        r"|steep|costly|much money|rich) (?:for (?:me|my)|rn|right now|atm|at the moment|babe"
        r"|this month|sorry)\b|\btoo (?:expensive|pricey|steep|costly)(?= ?(?:$|[,.!]))"
        r"|\bmore than i (?:can|could|make|have|earn)\b(?= ?(?:spend|pay|afford|a|in|right|$"
        r"|[,.!]))|\bcosts? too much(?: for me)?\b|\bcant (?:pay|spend|keep (?:paying|spending)"
        r"|buy|justify|tip|swing|cover|drop|subscribe|renew|send "
        r"(?:any )?money)\b(?: \w+){0,5}?(?=.*(?:any ?more|this month|rent|bills|job|broke"
        r"|payday|money|until|till|paycheck|right now|rn|expensive))",
        r"\b(?:until|till|til|wait (?:for|till|until)|before|when i get) (?:\w+ )?(?:payday"
        r"|pay day|next paycheck|my paycheck|i get paid|im paid|i am paid|next check"
        r"|the first of|the 1st|my next check|paycheck|my check|my wages|benefits)\b"
        r"|\bpaycheck to paycheck\b|\bno (?:paycheck|wages|salary)\b|\bdont get paid (?:until"
        r"|till|til)\b|\bends meet\b|\bscraping by\b|\bliving off (?:ramen|noodles|benefits"
        r"|food stamps)\b|\bfood (?:stamps|bank)\b|\bon (?:welfare|benefits|disability"
        r"|unemployment|universal credit|ssi|jobseekers|the dole|minimum wage)\b",
        r"\b(?:lost|losing|loosing|got (?:fired|laid off|let go|sacked|canned)|laid off"
        r"|fired from|been fired|got made redundant|made redundant) ?(?:my )?(?:job|work|income"
        r"|hours)?\b(?=.*(?:job|work|money|afford|cant|broke|laid|fired|sacked|redundant|spend"
        r"|buy|pay|tight|income))(?<!lost )(?<!losing )(?<!loosing )|\bunemployed\b"
        r"|\bout of (?:a job|work)\b|\bi have no (?:job|income)\b|\bbetween jobs\b|\bjobless\b"
        r"|\bhours (?:got |were )?cut at work\b",
        r"\b(?:in|drowning in|buried in|deep in|up to my \w+ in|so much|massive|racking up|have"
        r"|credit card|crippling|gambling|into) (?:\w+ ){0,2}?debts?\b(?! (?:to you"
        r"|of gratitude))|\bmaxed (?:out )?(?:\w+ ){0,3}?(?:card|cards|credit)\b|\bmaxed out\b"
        r"|\boverdra(?:ft|wn)\b|\b(?:cards?|bank) (?:\w+ ){0,2}?(?:maxed|empty|overdrawn"
        r"|at zero|negative)\b|\b(?:behind|late|short) (?:on|with|for) (?:\w+ )?(?:rent|bills"
        r"|mortgage|payments|car payment|electric\w*|child support)\b|\bcant (?:make|pay"
        r"|cover) (?:my |the )?(?:\w+ )?(?:rent|bills|mortgage|car payment|electric\w*)\b"
        r"|\b(?:getting|got|being|about to be|facing|be) evicted\b|\beviction\b|\bbankruptcy\b"
        r"|\b(?:bills|rent) (?:\w+ ){0,2}?(?:killing me|eating|due|overdue|took (?:everything"
        r"|it all)|first|past due)\b|\brepo(?:ed|ssess\w*)\b",
        r"\b(?:spent|spend|spending|used|using|blew|blowing|gave you|wasted"
        r"|dropped) (?:\w+ ){0,4}?(?:rent|grocery|groceries|food|bill|bills|mortgage|savings"
        r"|life savings|college fund|tuition|student loan|loan|paycheck|insulin|medicine|kids"
        r"|electric) ?(?:money|fund|savings)?\b(?=.*(?:on (?:you|u|this|here|your)|now|what"
        r"|again|all|$))|\b(?:took|take|taking|took out|need) (?:out )?(?:a "
        r"|another )?(?:payday )?loan\b|\bpayday loan\b|\b(?:only|just|have|got|ive got|like"
        r"|about|literally) (?:\w+ )?(?:[$€£] ?\d{1,2}(?:\.\d+)?|\d{1,2}(?:\.\d+)? ?(?:\$"
        r"|dollars?|bucks|quid|euros?|pounds?|cents)|a (?:few|couple) (?:bucks"
        r"|dollars)) (?:left|in (?:my|the) (?:bank|account|wallet|checking)|to (?:my name|last"
        r"|live)|till?|until|for the)\b|\b(?:to|2) my name\b|\baccount (?:is|s"
        r"|was) (?:\w+ )?(?:empty|negative|overdrawn|in the (?:red|minus)|at zero|dry)\b"
        r"|\bwallet (?:is |s )?(?:\w+ )?(?:empty|crying|hurts)\b"
        r"|\bselling my (?:\w+ )?(?:to (?:pay|afford)|stuff|things)\b|\bcant (?:eat"
        r"|feed)\b(?=.*(?:money|spent|kids|week|buy))|\bsubscription (?:is )?(?:the last"
        r"|all) i can\b|\bhomeless\b|\bliving in my car\b",
    ),
    "es": (
        r"\bni (?:para|pa) (?:\w+ )?(?:luz|comer|pan|alquiler|renta|gasolina|pipas|comida"
        r"|pagar)\b|\bvoy (?:muy |super |tan )?just(?:it|isim)?[oa]\b"
        r"|\bando (?:muy )?just[oa]\b|\bno (?:me )?(?:alcanza|llega|llego"
        r"|da) (?:\w+ ){0,3}?(?:dinero|plata|para|pa|a fin|ni|lana|el sueldo|el presupuesto"
        r"|$)\b|\bno (?:me )?alcanza\b(?= ?(?:$|[,.!]))|\bno (?:me )?(?:lo |la |te )?(?:puedo"
        r"|podria|puedo ya|voy a poder) (?:\w+ )?(?:permit\w+|pagar\w*|costear\w*|gastar\w*"
        r"|comprar\w*|renovar)\b(?! (?:\w+ )?(?:atencion|perder))"
        r"|\bno (?:te )?puedo (?:seguir )?(?:pagando|gastando|comprando)\b",
        r"\b(?:estoy|ando|toy|sigo|me quede|quede|estamos|me he quedado|voy"
        r"|estare) (?:\w+ ){0,2}?(?:sin (?:un (?:duro|peso|euro|centavo|chavo|cinco|cobre|real"
        r"|mango|peluca)|dinero|plata|pasta|blanca|lana|guita|trabajo|curro|fondos|feria|laburo"
        r"|empleo|pega|chamba)|pelad[oa]|ties[oa]|quebrad[oa]|arruinad[oa]|canin[oa]"
        r"|corto de (?:dinero|pasta|plata)|corta de (?:dinero|pasta)|en (?:la ruina|bancarrota"
        r"|numeros rojos|paro|el paro|la quiebra|cero)|endeudad[oa]|desemplead[oa]|a dos velas"
        r"|bruj[oa]|justo de (?:dinero|pasta)|mal de (?:dinero|plata|pasta)|pobre"
        r"|ahogad[oa] en deudas|seco este|hasta el cuello de deudas|limpio)\b",
        r"\b(?:no (?:tengo|hay|me queda|queda|traigo|ando con)|sin"
        r"|ni tengo) (?:\w+ ){0,2}?(?:dinero|plata|pasta|lana|guita|un (?:duro|peso|euro"
        r"|centavo|mango)|varo|fondos|efectivo|saldo en la cuenta|feria|ingresos|trabajo|sueldo"
        r"|ahorros|para (?:comer|pagar|el alquiler|la renta))\b(?! (?:para"
        r"|pa) (?:tonterias lol)|\w+ falsa)|\b(?:demasiado|muy|super|tan|re|un poco"
        r"|bastante) caro (?:para mi|pa mi|$|[,.!])|\bes (?:muy |demasiado |re "
        r"|super )?car[oa] para mi\b|\bfuera de mi (?:presupuesto|alcance)\b"
        r"|\bme queda(?:n)? (?:\w+ )?\d{1,2} (?:euros?|pesos|dolares|pavos|soles)\b|\b(?:tengo"
        r"|quedan) (?:\w+ )?\d{1,2} (?:euros?|pesos|dolares|pavos) (?:en|para|hasta)\b",
        r"\b(?:perdi|me quede sin|me han echado|me echaron|me despidieron|me corrieron|perdido"
        r"|me han despedido|quede sin|sin|me botaron) ?(?:mi |el |de mi |del )?(?:trabajo|curro"
        r"|empleo|laburo|chamba|pega|jale)?\b(?<!sin )(?=.*(?:trabajo|curro|empleo|laburo"
        r"|chamba|pega|jale|despid|echaron|gast|pag|plata|dinero))|\b(?:hasta|cuando|espero a"
        r"|espera a) (?:\w+ ){0,3}?(?:cobr\w+|la quincena|fin de mes|me paguen|dia de pago"
        r"|que me paguen|pagan)\b|\bno (?:llego|llegamos) a fin de mes\b|\bhe cobrado poco\b"
        r"|\bvivo (?:al dia|del subsidio|de (?:ayudas|la ayuda))\b",
        r"\b(?:tengo|lleno de|llena de|hasta arriba de|muchas|demasiadas|ahogad[oa] (?:en|por)"
        r"|con|debo|por las) (?:\w+ )?deudas\b|\bdebo (?:\w+ )?(?:el alquiler|la renta"
        r"|la hipoteca|dinero|meses|mucho dinero|mucha plata)\b|\b(?:tarjeta"
        r"|tarjetas) (?:\w+ )?(?:al limite|topad\w|al tope|saturad\w|reventad\w)\b"
        r"|\bme (?:van a )?(?:desahuci\w+|embarg\w+|desaloj\w+)\b|\b(?:gaste|gastado|gasto|use"
        r"|me gaste|he gastado) (?:\w+ ){0,3}?(?:alquiler|renta|ahorros|comida|sueldo|hipoteca"
        r"|nomina|luz)\b|\bpedi(?:r)? (?:un )?prestamo\b|\bcuenta (?:esta )?(?:en (?:rojo|cero"
        r"|numeros rojos)|vacia)\b|\bla cosa esta (?:dura|jodida|dificil)\b"
        r"|\beconomicamente (?:\w+ )?(?:mal|jodid\w|fatal|dificil)\b",
    ),
    "pt": (
        r"\bnao (?:tenho|to tendo|ta tendo|tem) (?:\w+ )?(?:condic\w+|como pagar|grana|dinheiro"
        r"|guito|din\b|um (?:real|tostao|centavo|puto)|emprego|trabalho|renda|salario|massa"
        r"|onde tirar|pra pagar|verba|orcamento|limite no)\b|\bnao (?:posso|consigo|da pra|dá"
        r"|vou poder|da mais pra|posso mais|to podendo|tem como) (?:\w+ ){0,2}?(?:pagar\w*"
        r"|gastar\w*|bancar\w*|comprar\w*|arcar|custear|renovar|assinar)\b(?! (?:mico|atencao"
        r"|tempo))|\b(?:sem|zero|nada de|cade|acabou (?:meu|o|a|minha)|falta"
        r"|fiquei sem) (?:\w+ )?(?:grana|dinheiro|din|guito|um (?:tostao|real|puto|centavo)"
        r"|condicoes|verba|emprego|trabalho|renda|salario|saldo|cheta|tostao)\b"
        r"(?! (?:no filme|no mundo que))",
        r"\b(?:to|tou|estou|ando|fiquei|tamo|sigo|ta|fui) (?:\w+ ){0,2}?(?:dur[oa]|lis[oa]"
        r"|quebrad[oa]|falid[oa]|pelad[oa] de grana|zerad[oa]|tes[oa]|na pindaiba|no vermelho"
        r"|apertad[oa](?: de grana| esse mes)?|desempregad[oa]|endividad[oa]|pobre"
        r"|na merda de grana|sem (?:grana|dinheiro|um)|no desemprego|sem nada na conta"
        r"|individado|devendo|na lona|ruim de grana|mal de dinheiro|demitid[oa]|negativad[oa]"
        r"|enforcad[oa] de divida)\b(?! (?:por dentro|de cansaco|aqui embaixo))"
        r"|\bdesempregad[oa]\b|\bfui (?:demitid[oa]|mandad[oa] embora|despedid[oa])\b"
        r"|\bperdi (?:o |meu )?(?:emprego|trabalho|trampo)\b|\bme (?:demitiram"
        r"|mandaram embora)\b",
        r"\b(?:ta|esta|e|muito|caro|mt|mto|bem|ficou) (?:\w+ )?(?:car[oa]"
        r"|salgad[oa]) (?:demais |de mais |assim )?(?:pra mim|para mim|pro meu bolso|pra min"
        r"|pra mi|pra caramba|demais|$|[,.!])|\bfora do meu (?:orcamento|bolso|alcance)\b"
        r"|\b(?:nao )?(?:cabe|cabendo) no (?:meu )?(?:bolso|orcamento)\b(?<!^cabe no bolso)"
        r"|\b(?:ate|so|quando|depois) (?:\w+ ){0,3}?(?:dia (?:5|do pagamento|10|20)"
        r"|cair o salario|receber|sair o pagamento|o pagamento|fim do mes|eu receber"
        r"|salario cair)\b(?=.*(?:grana|dinheiro|compr|pag|consigo|posso|sem|so|duro|liso"
        r"|assin))|\bfim do mes (?:ta |e )?(?:foda|apertado|osso)\b|\bconta (?:ta "
        r"|esta )?(?:zerada|no vermelho|negativa|vazia)\b|\bso tenho (?:\w+ )?\d{1,2} (?:reais"
        r"|conto|euros|pila)\b|\b\d{1,2} (?:reais|conto|euros|pila) (?:na conta|ate"
        r"|pra passar)\b",
        r"\b(?:cheio de|cheia de|atolad[oa] (?:em|de)|com|muita|tenho|afundad[oa] em|devendo"
        r"|pagar|minhas) (?:\w+ )?dividas?\b|\bnome sujo\b|\bserasa\b|\bspc\b"
        r"|\bcartao (?:\w+ )?(?:estourado|no limite|estourou|bloqueado por falta)\b"
        r"|\bcheque especial\b|\baluguel (?:\w+ )?(?:atrasado|vencido|vence)\b|\b(?:atrasad[oa]"
        r"|devendo) (?:\w+ )?(?:o |no |com o |com a )?(?:aluguel|renda|contas?|luz)\b"
        r"|\bcontas? (?:\w+ )?(?:atrasadas?|vencidas?|pra pagar)\b|\b(?:gastei|usei|torrei"
        r"|gastando|queimei) (?:\w+ ){0,3}?(?:aluguel|renda|salario|economias|poupanca|comida"
        r"|mercado|luz|decimo)\b|\b(?:peguei|pegar|fiz|pedi|pedir) (?:um )?(?:emprestimo"
        r"|agiota)\b|\bbolsa familia\b|\bmal da pra (?:comer|pagar)\b|\bordem de despejo\b"
        r"|\bdespejad[oa]\b|\bate receber\b",
    ),
    **CANNOT_AFFORD_DE_FR_IT,
}
