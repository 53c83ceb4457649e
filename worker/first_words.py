"""
Words that may lose their capital at the start of a sentence, or get it back.

Only words that are no name anywhere and no noun in German: Will, May, Hope, Ella and Bella are
people. Accents are taken off before a word is looked up.
"""

from __future__ import annotations

from worker.plain_text import words

FIRST_WORDS = words(
    # English
    "i i'm i've i'll i'd you you're you've you'll you'd your yours he he's she she's we we're "
    "we've we'll they they're them their it it's its this that that's these those there there's "
    "here here's what what's whats when where where's who who's why how how's which whose "
    "is isn't are aren't was wasn't were do does did don't didn't doesn't have has had haven't "
    "can can't could couldn't would wouldn't should shouldn't am been being be "
    "a an the and but or so if then than because cause since while though although unless until "
    "not no nope nah yes yeah yea yep yup yess okay ok oh ooh aw aww awww ah ahh haha hahaha hehe "
    "lol omg wow whoa hmm mmm mm ugh oof ouch yay woo phew well hey heyy hi hiya hello "
    "good great nice lovely sweet cute cool fun funny perfect amazing beautiful gorgeous glad "
    "happy sorry sad sure thanks thank please maybe perhaps probably honestly actually literally "
    "seriously really truly obviously clearly apparently basically anyway anyways also btw ps "
    "just only even still yet already always never ever sometimes usually often now today tonight "
    "tomorrow yesterday later soon once again back same some someone something somehow any "
    "anything anyone every everything everyone nothing nobody none all both each either neither "
    "most more less much many few lots plenty another other others such very too quite pretty "
    "my mine me our ours us his her hers "
    "tell let let's lets give take make come go get got keep stay send show look listen wait "
    "hold stop start try think guess bet wish want wanna need gonna gotta feel feels feeling "
    "sounds seems looks love loved loving like liked miss missed know knew say said saying see saw "
    "seen hear heard remember forget imagine picture dream sleep enjoy welcome careful "
    "dying laughing smiling blushing thinking counting waiting curious jealous proud "
    "about after before around at by for from in into of off on out over to under up with without "
    "down through between during against like as "
    "one two three first second next last half "
    "weekend weekends mornings morning night nights evening long short big small little new old "
    "best better worse worst favorite favourite right wrong true false fair deal done "
    "kind kinda sorta sort hard easy early late busy tired cozy cosy quiet slow fast "
    "music coffee tea food pizza work life time people guys babe honey darling "
    # Spanish
    "hola ay ey buenas buenos pues claro y e o u pero porque que quien como cuando donde cual "
    "cuanto yo tu el nosotros ellos mi mis me te se nos lo la los las le les es esa ese eso "
    "esta este esto estas estoy eres soy son fue muy mas menos si no nunca siempre tambien ya "
    "gracias perdon vale bueno bien mejor hoy manana ayer anoche aqui ahi alli todo todos nada "
    "algo alguien otra otro un una unos unas de del en con sin para por a ante jaja jajaja "
    "dime cuentame mira oye espera quiero quieres tengo tienes hay puede puedes quizas ojala "
    # Portuguese
    "oi ola ei bom boa ah ai entao mas voce voces eu ele ela nos meu minha seu sua teu tua isso "
    "isto aquilo esse essa esta este muito mais menos sim nao nunca sempre tambem ja obrigada "
    "obrigado valeu hoje amanha ontem aqui la tudo nada algo alguem outro outra um uma o os as "
    "em com sem pra para por porque que quem quando onde qual quanto kkk kkkk rs "
    "conta olha espera quero quer tenho tem pode talvez ser foi "
    # German: no noun, and no word that is one in another place
    "ich du er sie es wir ihr mich dich mir dir uns euch mein meine meinen dein deine deinen sein "
    "ja jaa nein nee ach oh och aha hallo hey hi na was wer wie wo wann warum wieso welche "
    "welcher welches und aber oder denn weil wenn ob dass das der die den dem des ein eine einen "
    "einem kein keine nicht nichts nur noch schon auch immer nie mal vielleicht bestimmt genau "
    "klar danke bitte gern gerne sehr so zu ganz echt wirklich ehrlich eigentlich heute gestern "
    "jetzt gleich bald hier da dort ist bist bin sind war hast habe hat haben kannst kann willst "
    "will magst mag freut klingt stell erzahl sag lass mach schau warte guten gute gut schon "
    # French
    "je j'ai j'adore j'aime tu t'es t'as il on nous vous ils elles moi toi mon ma mes ton ta "
    "tes son sa ses notre votre oui ouais non nan si coucou salut bonjour bonsoir mais et ou donc "
    "car parce quand comme comment pourquoi combien quel quelle quoi qui que qu'est c'est c'etait "
    "ca ce cette ces cet un une des le la les l'autre de du d'accord en dans avec sans pour par "
    "sur sous chez tres trop plus moins bien bon bonne mieux merci desole pardon peut encore "
    "toujours jamais aussi deja aujourd'hui hier demain ici tout toute tous rien quelque mdr haha "
    "dis raconte regarde attends allez "
    # Italian
    "io lui lei noi voi loro mi ti ci vi lo gli ne mio mia tuo tua suo sua questo questa quello "
    "quella il i la le un uno una e ed o ma pero perche quando come dove chi cosa che quale "
    "quanto si no ciao ehi ei buongiorno buonasera buonanotte grazie prego scusa bello "
    "bene meglio molto piu meno sempre mai anche ancora gia oggi domani ieri qui qua tutto tutti "
    "niente qualcosa qualcuno di a da in con su per tra fra sei sono hai ho ha vuoi voglio puoi "
    "dimmi raccontami guarda aspetta dai allora magari forse ahah ahaha"
) - words("will mia")
