"""
Asking for content, and opting out, as data: patterns for each of the six languages.

They meet worker/plain_text.py's form: lower case, no accents, straight apostrophes, single spaces.
How they are asked is worker/signals.py's.
The sincere question is in worker/sincere_questions.py.
"""

from __future__ import annotations

_MEDIA_EN = (
    r"(?:pics?|pictures?|photos?|videos?|vids?|clips?|nudes?|selfies?|content|snaps?|customs?)"
)
_MEDIA_ES = r"(?:fotos?|fotitos?|videos?|pics?|contenido|nudes?|packs?|imagen(?:es)?|audios?)"
_MEDIA_PT = r"(?:fotos?|fotinhas?|videos?|conteudos?|nudes?|packs?|imagens?|audios?)"
_MEDIA_DE = r"(?:bild(?:er|chen)?|fotos?|videos?|pics?|nudes?|content|clips?|selfies?)"
_MEDIA_FR = r"(?:photos?|videos?|nudes?|contenus?|images?|pics?|selfies?)"
_MEDIA_IT = r"(?:foto|video|nudes?|contenut[oi]|immagin[ei]|pics?|selfie)"

ASKS_FOR_CONTENT: dict[str, tuple[str, ...]] = {
    "en": (
        rf"(?<!don't )(?<!dont )(?<!do not )(?<!did not )(?<!didn't )(?<!never )"
        r"(?<!did you )\b(?:send|show|give|gimme|sell|make) (?!you |u |my |him |her |them )"
        rf"(?:\w+ ){{0,4}}{_MEDIA_EN}\b",
        r"\b(?:send|show|give) me something (?:spicy|sexy|hot|naughty|special|more)\b",
        r"\b(?:got|have|is there) anything (?:new|spicy|hot|special|more)\b",
        r"^let me see (?:you|u|more)(?! (?:tomorrow|soon|again|tonight|at|in))",
        rf"\b(?:can|could|may) i (?:please |pls )?(?:see|get|have|buy|unlock) (?:\w+ ){{0,4}}"
        rf"(?:{_MEDIA_EN}|more of (?:you|u|that))\b",
        rf"\b(?:got|have|do you (?:have|sell|make|do)|u have|any)(?: (?:any|some|new|more|spicy|hot"
        rf"|sexy|exclusive|other|a))* {_MEDIA_EN}(?: \w+){{0,5}} ?\?",
        rf"\bdo (?:you|u) (?:sell|make|do) (?:any )?{_MEDIA_EN}\b",
        rf"\b(?:have|got|sell) (?:any|some|more|new) \w+ {_MEDIA_EN}\b(?: \w+){{0,5}} ?\?",
        rf"\b{_MEDIA_EN} (?:that )?(?:i|we) (?:can|could|may) (?:buy|get|see|order|unlock)\b",
        rf"\bwhat do (?:\w+ ){{0,3}}{_MEDIA_EN} cost\b",
        rf"\bhow much (?:is|are|for|do you (?:charge|want|take) for) (?:\w+ ){{0,3}}{_MEDIA_EN}\b",
        rf"(?<!don't )(?<!dont )(?<!not )\b(?:i )?(?:want|wanna|would like|would love|i'd love"
        rf"|need|'d like) (?:(?:to )?(?:see|buy|get|order|unlock) (?:\w+ )?)?"
        r"(?:(?:your|some|more|an?|another|that|the|new|hot|sexy) ){0,3}"
        rf"(?:{_MEDIA_EN}|more of (?:you|u))\b",
        r"\bwhat(?:'s| is) (?:on )?your (?:menu|price list|ppv)\b|\b(?:any|new|got) ppvs?\b",
        r"^show me (?:more|everything|what you(?:'re| are) wearing)\b",
        rf"^(?:(?:more|new) )?{_MEDIA_EN}(?: (?:please|pls|plz) ?\?*| ?\?+)$",
    ),
    "es": (
        rf"(?<!no me )\b(?:manda(?:me|s)?|envia(?:me|s)?|pasa(?:me|s)?"
        rf"|ensena(?:me|s)?|mandar(?:me)?|enviar(?:me)?|vende(?:s|me)?|muestra(?:me)?)"
        rf" (?:\w+ ){{0,3}}{_MEDIA_ES}\b",
        rf"\b(?:tienes|tenes|hay|vendes|haces) (?:\w+ ){{0,2}}{_MEDIA_ES}(?: \w+){{0,3}} ?\?",
        rf"(?<!no )\bquiero (?:(?:un|una|unas|tus?|mas|otr[ao]|nuev[ao]s?) )+{_MEDIA_ES}\b",
        rf"\b(?:cuanto (?:cuesta|vale|cobras|por)|precio de)(?: \w+){{0,3}} {_MEDIA_ES}\b",
        rf"(?<!no )\b(?:quiero|quisiera|me gustaria|puedo) (?:ver|comprar|pedir|tener) "
        rf"(?:\w+ ){{0,3}}(?:{_MEDIA_ES}|mas de ti)\b",
    ),
    "pt": (
        rf"(?<!nao me )(?<!nao )\b(?:manda|mande|envia|envie|mandar|enviar|mostra|mostrar|vende"
        rf"|vendes)(?:-me)? (?:\w+ ){{0,3}}{_MEDIA_PT}\b",
        rf"\b(?:tem|tens|vende|faz|voce tem) (?:\w+ ){{0,2}}{_MEDIA_PT}(?: \w+){{0,3}} ?\?",
        rf"(?<!nao )\bquero (?:(?:uma?|umas|teus?|tuas?|seus?|suas?|mais|outr[ao]) )+{_MEDIA_PT}\b",
        rf"\bquanto (?:custa|e|cobra|fica)(?: \w+){{0,3}} {_MEDIA_PT}\b",
        rf"(?<!nao )\b(?:quero|queria|gostaria de|posso) (?:ver|comprar|pedir|ter) (?:\w+ ){{0,3}}"
        rf"(?:{_MEDIA_PT}|mais de (?:voce|ti))\b",
    ),
    "de": (
        rf"\b(?:schick|schickst|zeig|zeigst|sende|sendest|verkaufst|schicken|zeigen)e? "
        rf"(?!dir |ihm |ihr |.{{0,20}}\b(?:kein|nicht))(?:\w+ ){{0,4}}{_MEDIA_DE}\b",
        rf"\bich (?:will|mochte|hatte gern) (?:ein|mehr|neue|dein|deine) {_MEDIA_DE}\b",
        rf"\bhast du (?!.{{0,40}}\b(?:gesehen|bekommen|gemacht|erhalten)\b)(?:\w+ ){{0,3}}"
        rf"{_MEDIA_DE}(?: \w+){{0,3}} ?\?",
        rf"\bwas (?:kostet|kosten|nimmst du fur)(?: \w+){{0,3}} {_MEDIA_DE}\b",
        rf"\b(?:will|mochte|wurde gern|kann ich|darf ich) (?:\w+ ){{0,3}}"
        rf"(?:{_MEDIA_DE}|mehr von dir)(?: von dir)? (?:sehen|kaufen|haben|bekommen)\b",
    ),
    "fr": (
        rf"\bje (?:veux|voudrais) (?:(?:une?|des|tes|plus de|d'autres) )+{_MEDIA_FR}\b",
        rf"(?<!ne m')(?<!\bt')(?<!\bte )\b(?:envoie|envoies|envoyer|montre|montres|vends|fais)"
        rf"(?:[- ]moi)? (?!pas\b)(?:\w+['-]?\w* ){{0,3}}{_MEDIA_FR}\b",
        rf"\b(?:tu as|t'as|as[- ]tu|tu vends) (?!vu|recu|fait|regarde)(?:\w+ ){{0,3}}"
        rf"{_MEDIA_FR}(?: \w+){{0,3}} ?\?",
        rf"\b(?:combien (?:pour|coute(?:nt)?)|c'est combien)(?: \w+){{0,3}} {_MEDIA_FR}\b",
        rf"\b(?:je veux|je voudrais|j'aimerais|je peux|puis[- ]je) (?:voir|acheter|avoir) "
        rf"(?:\w+ ){{0,3}}(?:{_MEDIA_FR}|plus de toi)\b",
    ),
    "it": (
        rf"(?<!non )(?<!non mi )\b(?:manda(?:mi)?|mandi|mandarmi|invia(?:mi)?|mostra(?:mi)?|mandami"
        rf"|vendi|mostrarmi) (?:\w+ ){{0,3}}{_MEDIA_IT}\b",
        rf"(?<!non )\b(?:voglio|vorrei) (?:(?:un|una|delle|dei|altr[ei]|tuo|tua|tuoi|tue) )+"
        rf"{_MEDIA_IT}\b",
        rf"\bhai (?!visto|ricevuto|fatto|guardato)(?:\w+ ){{0,3}}{_MEDIA_IT}(?: \w+){{0,3}} ?\?",
        rf"\bquanto (?:costa|costano|vuoi per|chiedi per)(?: \w+){{0,3}} {_MEDIA_IT}\b",
        rf"(?<!non )\b(?:voglio|vorrei|posso) (?:vedere|comprare|avere) (?:\w+ ){{0,3}}"
        rf"(?:{_MEDIA_IT}|(?:di )?piu di te)\b",
    ),
}

# Whole messages, after punctuation is taken off.
OPT_OUT: dict[str, frozenset[str]] = {
    "en": frozenset({
        "stop", "stop please", "please stop", "stop all", "stopall", "unsubscribe", "opt out",
        "optout", "unsubscribe me", "stop messaging me", "stop texting me", "stop writing me",
        "stop writing to me", "stop contacting me", "stop sending me messages", "stop messages",
        "please stop messaging me", "please stop texting me", "dont message me", "leave me alone",
        "dont message me again", "dont message me anymore", "dont text me again",
        "do not message me", "do not contact me", "do not message me again", "no more messages",
        "dont contact me", "dont write to me anymore", "please leave me alone",
    }),
    "es": frozenset({
        "alto", "para", "basta", "baja", "dame de baja", "darme de baja", "quiero darme de baja",
        "no me escribas", "no me escribas mas", "deja de escribirme", "deja de mandarme mensajes",
        "no quiero mas mensajes", "no mas mensajes", "dejame en paz", "no me contactes mas",
    }),
    "pt": frozenset({
        "pare", "parar", "sair", "cancelar", "descadastrar", "nao me escreva mais",
        "nao me mande mais mensagens", "nao me mandes mais mensagens", "para de me escrever",
        "pare de me escrever", "para de me mandar mensagens", "pare de me mandar mensagens",
        "chega de mensagens", "nao quero mais mensagens", "me deixa em paz", "deixa me em paz",
    }),
    "de": frozenset({
        "stopp", "abmelden", "abbestellen", "bitte stopp", "bitte stop", "hor auf mir zu schreiben",
        "hor auf zu schreiben", "schreib mir nicht mehr", "bitte schreib mir nicht mehr",
        "keine nachrichten mehr", "lass mich in ruhe", "kontaktiere mich nicht mehr",
    }),
    "fr": frozenset({
        "arret", "arretez", "desabonner", "desinscrire", "stop svp", "arrete de m'ecrire",
        "arrete de mecrire", "ne m'ecris plus", "ne mecris plus", "plus de messages",
        "ne me contacte plus", "ne m'envoie plus de messages", "ne menvoie plus de messages",
        "laisse moi tranquille", "arrete de m'envoyer des messages",
    }),
    "it": frozenset({
        "ferma", "fermati", "cancellami", "disiscrivimi", "annulla iscrizione", "non scrivermi",
        "non scrivermi piu", "smetti di scrivermi", "smettila di scrivermi", "lasciami in pace",
        "non voglio piu messaggi", "basta messaggi", "niente piu messaggi",
    }),
}  # fmt: skip
