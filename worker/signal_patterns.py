"""
Opting out, as data: whole messages in each of the six languages.

They meet worker/plain_text.py's form: lower case, no accents, straight apostrophes, single spaces.
How they are asked is worker/signals.py's. What a fan asks for is in worker/trigger_patterns.py, the
sincere question in worker/sincere_questions.py.
"""

from __future__ import annotations

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
