"""
Suspicions and wishes that name neither, as data for six languages.

"No human types that fast" asks what answers; "take me off this list" is a STOP. Patterns meet
worker/plain_text.py's form: lower case, no accents, straight apostrophes, single spaces.
"""

# A pattern that is cut at 100 characters is harder to read than a long one.
# ruff: noqa: E501

from __future__ import annotations

import re

from worker import plain_text

# Too fast or too much of a pattern for a person; who answers in her place; several at one account;
# a proof that is asked for; "that is not her".
_SUSPECTS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:no|not a|aint a) (?:human|person|one|body|girl|real person) (?:types?|writes?|replies|answers|talks?) (?:that|this|so) (?:fast|quick\w*|much)\b",
        r"\b(?:copy ?(?:and )?-?past\w+|scripted|canned|pre-?written|automat\w+|generated|template\w*)\b.{0,30}\b(?:msgs?|messages?|repl(?:y|ies)|answers?|texts?|software|script|bot)\b|\b(?:msgs?|messages?|repl(?:y|ies)|answers?|texts?)\b.{0,30}\b(?:copy ?(?:and )?-?past\w+|scripted|canned|pre-?written|automat\w+|generated|from (?:some|a) (?:software|script|template))\b",
        r"\b(?:some|a) (?:dude|guy|man|employee|worker|intern|team|agency|stranger)\b.{0,30}\b(?:in an? (?:office|call cent\w+)|behind (?:this|the)|answering|replying|pretending|typing)\b|\b(?:different|diff|several|multiple|other) (?:people|ppl|persons?|guys|girls)\b.{0,25}\b(?:account|profile|chat|replying|answering|writing)\b",
        r"\b(?:pay|hire)s? (?:guys|people|ppl|someone|somebody|dudes|an agency|agencies)\b.{0,40}\b(?:answer|reply|write|chat|dms?|messages?)\b",
        r"\b(?:voice note|selfie|video|pic|photo)\b.{0,40}\bso i know (?:its|it's|it is|ur|you're|you are)\b|\bignore (?:all |your |any )?(?:previous|prior|the) instructions\b|\bwho'?s this\b.{0,5}\?*$",
        r"\b(?:you|u|this) (?:sound|write|type|talk)s? nothing like (?:you|u|her)\b",
    ),
    "es": (
        r"\b(?:aqui|me|esto|lo) (?:contesta|responde|escribe) (?:un programa|una maquina|un empleado|otra persona|una ia)\b|\b(?:me )?(?:huele|suena|parece)\w* a (?:inteligencia artificial|ia|robot|maquina|programa|respuesta automatica)\b",
        r"\bagencias?\b.{0,40}\b(?:responden|contestan|escriben|chatean)\b|\b(?:es|eres) (?:usted|tu|vos)\b.{0,30}\b(?:o|u) un (?:emplead[oa]|asistente|community|programa|trabajador)\b",
        r"\bsi no eres una? (?:maquina|robot|bot|ia)\b|\bcuant[oa]s (?:manejan|llevan|escriben|sois|son|contestan)\b.{0,25}\b(?:perfil|cuenta|chat|aqui)\b|\bme habla una persona (?:distinta|diferente)\b",
    ),
    "pt": (
        r"\b(?:isso (?:ai )?e|e|so pode ser) (?:ia|bot|robo|automatico)(?: com)? certeza\b|\bcara de (?:texto pronto|robo|bot|ia|resposta (?:pronta|automatica))\b|\b(?:ja )?(?:saquei|percebi|notei|to ligado|sei) (?:q|que) (?:e|voce e|vc e) (?:um |uma )?(?:bot|robo|ia|maquina)\b",
        r"\bagencias?\b.{0,40}\b(?:respond\w+|escrev\w+)\b|\brespondid[ao]s? p(?:ela propria|or uma equipe|or outra pessoa|elo time)\b|\bse (?:for|fosse) (?:vc|voce|tu) mesm[ao]\b|\bnao acredito (?:q|que) (?:seja|e) (?:ela|voce|vc)\b",
    ),
    "de": (
        r"\b(?:sitzt|schreibt|antwortet)\b.{0,25}\b(?:irgend ?ein|ein) (?:typ|mitarbeiter|kerl|fremder|computer|programm|praktikant)\b|\bob (?:hier )?(?:eine? )?(?:\w+ )?(?:dame|mensch|frau|person)\b.{0,30}\b(?:antwortet|schreibt|liest|sitzt)\b",
        r"\b(?:automatisch|maschinell) (?:generiert|erstellt|geschrieben|beantwortet)\b|\bgib (?:doch )?zu\b.{0,25}\b(?:nicht|kein|ki|bot)\b|\bgibt?'?s dich (?:uberhaupt|wirklich|echt)\b|\bob'?s? (?:das |es )?(?:ein )?(?:algorithmus|bot|computer|ki|roboter)\b",
    ),
    "fr": (
        r"\bagences?\b.{0,40}\b(?:repond\w*|ecriv\w*|chat\w*)\b|\b(?:ca|ça) repond tout seul\b|\b(?:sur|sure|certain\w*|savoir) (?:que|si) tu existes\b|\bbalader par un (?:robot|bot|programme)\b|\b(?:reponses?|messages?) (?:automatiques?|toutes? faites?|pre ?ecrit\w*|copi\w*)\b",
    ),
    "it": (
        r"\bagenzi[ae]\b.{0,40}\b(?:gestisc\w+|rispond\w+|scriv\w+|chat)\b|\b(?:chat|profil[oi]|messaggi)\b.{0,25}\b(?:gestiscono|scrivono|rispondono)\b.{0,10}\bagenzie\b|\bquanti siete\b.{0,20}\b(?:profilo|account|qui)\b|\b(?:risposte|messaggi) (?:preconfezionat\w|automatic\w+|copiat\w|gia scritt\w)\b",
        r"\b(?:mi )?(?:sa|puzza|sembra) (?:tanto )?(?:di|un'?) ?(?:intelligenza artificiale|ia|robot|bot)\b|\b(?:nn|non) sei lei\b",
    ),
}  # fmt: skip

_WANTS_NO_MORE: dict[str, tuple[str, ...]] = {
    "en": (
        r"\btake me off (?:\w+ ){0,3}list\b|\bleave my (?:inbox|dms?|messages?|phone) alone\b|\b(?:please|pls) (?:dont|don't|do not) (?:text|message|write|dm|contact)(?: to)? me (?:again|any ?more)\b|\b(?:make|get) (?:these|the|this) (?:msgs?|messages?|texts?) (?:go away|to stop|stop)\b",
    ),
    "es": (r"\b(?:borra|borren|elimina|quita) mi (?:contacto|numero|cuenta de (?:la|tu) lista)\b",),
    "pt": (r"\b(?:me esquece|me esqueca)\b|\bme tir[ae] (?:da|dessa) lista\b|\bnao (?:me )?(?:mand\w+|escrev\w+)(?: mais)? (?:mensage\w+|nada)\b",),
    "de": (r"\b(?:nimm|streich|losch\w*) mich (?:aus|von) (?:dem|der|deiner|eurer|eurem) (?:verteiler|liste|kontakten)\b|\bkeinen (?:weiteren )?kontakt\b.{0,10}(?:mehr|danke|$)|\b(?:einfach|kunftig|zukunft)\b.{0,12}\bin ruhe\b(?! (?:lassen|reden|uberlegen|essen))",),
    "fr": (r"\b(?:ne me|me) re?contact\w* (?:pas|plus)\b|\bme (?:retirer|desinscrire|supprimer) (?:de|svp|merci)?\b|\b(?:veux|souhaite) plus rien recevoir\b",),
    "it": (r"\b(?:toglimi|cancellami|levami) (?:da|dalla) (?:lista|rubrica)\b|\b(?:non|nn) (?:contattarmi|cercarmi) piu\b",),
}  # fmt: skip


def _compiled(data: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for patterns in data.values() for pattern in patterns)


_SUSPICIONS, _STOPS = _compiled(_SUSPECTS), _compiled(_WANTS_NO_MORE)


def suspects(text: str) -> bool:
    """Say whether `text` doubts who writes without asking it."""
    return any(one.search(form) for form in plain_text.readings(text) for one in _SUSPICIONS)


def wants_no_more(text: str) -> bool:
    """Say whether `text` wants no more messages without a word like STOP."""
    return any(one.search(plain_text.plain(text)) for one in _STOPS)
