"""
What cannot wait for rhythm or morning, as data: billing and support, in six languages.

They meet worker/plain_text.py's form. Whoever is recognised by mistake is answered sooner, and
whoever is missed waits: so doubt counts as urgent, and only plain banter stays out. Who wants money
back is worker/refund_patterns.py's; what stops selling is worker/stop_signs.py's.
"""

from __future__ import annotations

BILLING: dict[str, tuple[str, ...]] = {
    "en": (
        r"\bbilling\b|\binvoices?\b",
        r"\b(?:double|over|wrongly)[- ]?(?:charged|billed)\b"
        r"|\b(?:charged|billed|debited) (?:me )?(?:twice|double|again|two times|three times"
        r"|too much)\b",
        r"\b(?:i|my (?:card|bank|account)) (?:was|got|were|have been|has been|am being"
        r"|keep getting) "
        r"(?:\w+ )?(?:charged|billed|debited)\b(?! (?:up|at))|\bwhy (?:was|am|did"
        r"|were) .{0,15}\bcharged?\b"
        r"(?! (?:up|my phone))",
        r"\b(?:cancel|stop|end|pause) (?:my|the|this) (?:\w+ )?(?:subscription|sub|membership"
        r"|renewal)\b"
        r"|\bauto[- ]?renew\w*",
        r"\b(?:payment|card|transaction|purchase)s? (?:\w+ ){0,2}?(?:failed|fails|declined"
        r"|rejected|bounced"
        r"|pending|didn't|did not|won't|doesn't|isn't|not|error|problem|issue)\b",
        r"\bi(?:'ve| have)?(?: already| just)? (?:paid|payed|bought|purchased|unlocked"
        r"|tipped)\b.{0,40}"
        r"\b(?:nothing (?:came|happened|arrived)|(?:didn't|haven't|never|not) (?:get|got|gotten"
        r"|receive"
        r"|received|arrive|arrived|unlock|see)|still locked|can't (?:see|open|find|access|view))",
    ),
    "es": (
        r"\bfactura\b(?! de la luz)",
        r"\bme (?:han |habeis |has |hais )?cobr(?:aron|ado|aste|o|an)\b|\bcobr\w+ (?:dos veces"
        r"|de mas|doble)\b",
        r"\b(?:cancelar|anular) (?:mi|la) (?:suscripcion|membresia)\b|\brenovacion automatica\b",
        r"\b(?:pago|tarjeta|transaccion) (?:\w+ ){0,2}?(?:fallo|fallido|fallida|rechazad[oa]|no)\b"
        r"|\b(?:problema|error) con (?:el|mi) (?:pago|tarjeta)\b",
        r"\b(?:ya )?(?:pague|compre|he pagado|he comprado)\b.{0,40}\bno (?:me )?(?:llego|llega"
        r"|aparece"
        r"|he recibido|recibi|puedo)\b",
    ),
    "pt": (
        r"\bfatura\b",
        r"\b(?:me cobr(?:aram|ou|aste)|fui cobrad[oa]|cobrad[oa] duas vezes|cobranca (?:errada"
        r"|duplicada|indevida))\b",
        r"\bcancelar (?:a |minha |a minha )?(?:assinatura|subscricao)\b|\brenovacao automatica\b",
        r"\b(?:pagamento|cartao|transacao) (?:\w+ ){0,2}?(?:falhou|recusad[oa]|nao|rejeitad[oa])\b"
        r"|\bproblema com o (?:pagamento|cartao)\b",
        r"\b(?:ja )?(?:paguei|comprei)\b.{0,40}\bnao (?:recebi|chegou|aparece|consigo|veio)\b",
    ),
    "de": (
        r"\brechnung (?:bekommen|erhalten|falsch)\b",
        r"\b(?:doppelt|zweimal|zu viel|falsch) (?:abgebucht|berechnet|bezahlt|belastet)\b"
        r"|\babgebucht\b"
        r"|\bkreditkarte (?:\w+ ){0,3}belastet\b",
        r"\b(?:abo|abonnement|mitgliedschaft) (?:\w+ ){0,2}?(?:kundigen|beenden|stornieren)\b"
        r"|\bkundige (?:mein|das) abo\b|\bautomatische verlangerung\b",
        r"\b(?:zahlung|karte|uberweisung) (?:\w+ ){0,3}?(?:fehlgeschlagen|abgelehnt|nicht"
        r"|geht nicht)\b"
        r"|\bproblem mit (?:der|meiner) (?:zahlung|karte)\b",
        r"\b(?:bezahlt|gekauft)\b.{0,40}\b(?:nichts|nicht|nie) (?:\w+ )?(?:bekommen|erhalten"
        r"|angekommen|sehen|freigeschaltet)\b",
    ),
    "fr": (
        r"\bfactur(?:e|ation)\b(?! d'electricite)",
        r"\b(?:debite|facture|preleve)e?s?\b.{0,25}\b(?:deux fois|trop|par erreur|a tort"
        r"|en double)\b"
        r"|\b(?:j'ai ete|m'a|m'avez|m'ont) (?:\w+ )?(?:debite|preleve|facture)\w*",
        r"\b(?:annuler|resilier|arreter) (?:mon|l') ?abonnement\b|\brenouvellement automatique\b",
        r"\b(?:paiement|carte|transaction) (?:\w+ ){0,2}?(?:refusee?|echoue|ne (?:passe|marche)"
        r"|bloquee?|n'est pas)\b"
        r"|\bprobleme (?:de|avec (?:le|mon)) paiement\b",
        r"\bj'ai (?:deja )?(?:paye|achete)\b.{0,40}\b(?:rien (?:recu|eu)|pas (?:recu|eu|acces)"
        r"|toujours bloque)",
    ),
    "it": (
        r"\baddebit\w+|\bfattura\b",
        r"\b(?:pagato|addebitato|preso i soldi) (?:due volte|il doppio)\b|\bmi (?:avete|hai"
        r"|hanno) addebitato\b",
        r"\b(?:annullare|disdire|cancellare) (?:il mio |l')?abbonamento\b|\brinnovo automatico\b",
        r"\b(?:pagamento|carta|transazione) (?:\w+ ){0,2}?(?:fallit[oa]|rifiutat[oa]|non"
        r"|respint[oa])\b"
        r"|\bproblema con (?:il|la) (?:mia )?(?:pagamento|carta)\b",
        r"\bho (?:gia )?(?:pagato|comprato)\b.{0,40}\bnon (?:ho ricevuto|e arrivat[oa]|vedo"
        r"|riesco|mi e arrivat[oa])",
    ),
}  # fmt: skip

SUPPORT: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:customer|tech|technical) (?:support|service)\b|\bhelp ?desk\b",
        r"\b(?:contact|reach|ask|email|call|message|talk to|speak to|speak with) (?:the "
        r"|fanvue )?support\b",
        r"\b(?:app|site|website|page|link|account|log ?in|video|vid|photo|pic|picture|content"
        r"|download"
        r"|stream)s? (?:just |still |really )?(?:isn't|is not|are not|aren't|won't|doesn't"
        r"|does not|don't"
        r"|didn't|keeps?|not) (?:even )?(?:work|load|open|play|show|crash|buffer|freez|let"
        r"|unlock)\w*",
        r"\b(?:can't|cant|cannot|couldn't|unable to) (?:even )?(?:(?:log|sign) ?in\b"
        r"|(?:access|open|load|play|view|unlock|download|watch) (?:my|the|your|that|this"
        r"|any) (?:\w+ )?"
        r"(?:account|app|site|page|videos?|vids?|photos?|pics?|pictures?|content|messages?"
        r"|links?|posts?)\b)",
        r"\blocked out of\b|\bmy account (?:got|was|is|has been|is being) (?:\w+ )?"
        r"(?:suspended|banned|blocked|locked|hacked|deleted|disabled)\b",
        r"\b(?:forgot|reset|change|lost) my (?:password|log ?in)\b|\bgetting (?:an|this) error\b"
        r"|\berror (?:message|code)\b",
        r"\b(?:i )?need (?:some )?(?:help|support) with (?:my|the) (?:account|app|site|log ?in"
        r"|order|profile)\b"
        r"|\breport (?:a|an|this) (?:bug|problem|issue|user|abuse|scam)\b",
    ),
    "es": (
        r"\b(?:soporte|servicio|asistencia) (?:tecnic[oa]|al cliente)\b"
        r"|\bcontactar (?:con )?(?:el )?soporte\b",
        r"\b(?:app|aplicacion|pagina|web|enlace|link|cuenta|video|foto)s? no (?:me |se )?"
        r"(?:funciona|carga|abre|va|reproduce|deja|ve)n?\b",
        r"\bno (?:puedo|consigo|me deja) (?:entrar (?:en|a) (?:la|mi|el) (?:app|cuenta|pagina"
        r"|web)|acceder|iniciar sesion|abrir (?:el|la|los|las|tu|tus|mi)\b)",
        r"\bmi cuenta (?:esta|fue|ha sido) (?:bloqueada|suspendida|hackeada|cerrada)\b"
        r"|\bolvide mi contrasena\b"
        r"|\bme (?:sale|da) (?:un )?error\b",
    ),
    "pt": (
        r"\bsuporte(?: tecnico)?\b(?! (?:para|de) (?:celular|tv))|\batendimento ao cliente\b"
        r"|\bservico ao cliente\b",
        r"\b(?:app|aplicativo|site|pagina|link|conta|video|foto)s? nao (?:esta |estao )?(?:me "
        r"|se )?"
        r"(?:funciona|carrega|abre|abrem|roda|toca|deixa)(?:ndo|m)?\b",
        r"\bnao (?:consigo|posso) (?:entrar na|acessar|fazer login|abrir (?:o|a|os|as)|logar)\b",
        r"\bminha conta (?:foi|esta) (?:bloqueada|suspensa|hackeada|banida)\b"
        r"|\besqueci (?:a )?minha senha\b"
        r"|\b(?:da|aparece|deu) (?:um )?erro\b",
    ),
    "de": (
        r"\b(?:kundendienst|kundenservice|kundensupport)\b|\bsupport (?:kontaktieren|schreiben"
        r"|anschreiben|erreichen)\b"
        r"|\ban den support\b",
        r"\b(?:app|seite|webseite|link|konto|account|video|foto|bild)(?:er|s)? (?:funktioniert"
        r"|funktionieren|ladt"
        r"|laden|lasst sich|offnet(?: sich)?|geht|spielt) (?:\w+ ){0,2}?nicht\b",
        r"\b(?:kann|konnte) mich nicht (?:mehr )?(?:einloggen|anmelden)\b|\bnicht einloggen\b"
        r"|\bkann (?:das|die|dein|deine|mein|meine) (?:video|videos|foto|fotos|bild|bilder"
        r"|nachricht|seite)"
        r" nicht (?:offnen|sehen|ansehen|abspielen|laden)\b",
        r"\b(?:mein )?(?:konto|account) (?:wurde|ist) (?:gesperrt|gehackt|blockiert|geloscht)\b"
        r"|\bpasswort vergessen\b|\bfehlermeldung\b",
    ),
    "fr": (
        r"\b(?:service (?:client|technique)|support technique|assistance technique)\b"
        r"|\bcontacter (?:le |l')(?:support|assistance|service)",
        r"\b(?:appli|application|site|page|lien|compte|video|photo|image)s? ne (?:se )?(?:marche"
        r"|fonctionne"
        r"|charge|ouvre|lit|s'ouvre|s'affiche)(?:nt)? (?:pas|plus)\b",
        r"\b(?:peux|arrive|arrive) pas a? ?(?:me connecter|acceder|ouvrir (?:la|le|les|ta|tes"
        r"|mon)|lire la|voir la video)",
        r"\bmon compte (?:est|a ete) (?:bloque|suspendu|pirate|supprime)\b"
        r"|\b(?:mot de passe) (?:oublie|perdu)\b"
        r"|\boublie mon mot de passe\b|\bmessage d'erreur\b",
    ),
    "it": (
        r"\b(?:assistenza|servizio|supporto) (?:clienti|tecnic[oa])\b"
        r"|\bcontattare (?:il supporto|l'assistenza)\b",
        r"\b(?:app|sito|pagina|link|account|video|foto) non (?:mi |si )?(?:funziona|carica|apre"
        r"|parte|va|vede)(?:no)?\b",
        r"\bnon (?:riesco (?:a|ad)|posso) (?:entrare (?:nel|in)|accedere|fare il login|loggarmi"
        r"|aprire (?:il|la|le|i|l'))",
        r"\b(?:il )?mio account (?:e stato |e )(?:bloccato|sospeso|hackerato|cancellato)\b"
        r"|\bdimenticato la password\b|\bmessaggio di errore\b|\bmi da errore\b",
    ),
}  # fmt: skip
