"""
Read words that matter though a letter is wrong, missing, doubled or swapped.

Only words that look like no other word are in the list: a correction that is one too many would
find a sign where there is none. What the words are signs of is for the patterns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from worker.plain_text import words

_WORDS = words(
    # What somebody is, and where they are all day.
    "underage homework freshman sophomore teacher parents fifteen fourteen sixteen seventeen"
    " thirteen birthday highschool"
    " instituto secundaria bachillerato dieciseis diecisiete catorce deberes cumpleanos"
    " dezesseis dezessete castigo licao"
    " minderjahrig volljahrig gymnasium realschule hausaufgaben sechzehn siebzehn funfzehn vierzehn"
    " mineure lycee college lyceen devoirs collegien"
    " minorenne maggiorenne superiore superiori quindici sedici diciassette quattordici"
    # Harm.
    " suicide suicidal suicidio suicidarme suicidar selbstmord umbringen suicider uccidermi"
    " ammazzarmi matarme overdose pastillas tabletten pastiglie selfharm"
    " funeral hopeless depressed anxiety depression depresion depressao depressione"
    " verzweifelt gestorben murio fallecio faleceu mourir morire sterben"
    # Threats, money, law.
    " blackmail chargeback lawyer attorney refund police dispute solicitor lawsuit scammed"
    " reembolso abogado policia denuncia denunciar estafa devolucion"
    " advogado estorno golpista processar"
    " anwalt polizei anzeige ruckerstattung betrug erstattung"
    " remboursement rembourser avocat arnaque remboursez"
    " rimborso avvocato polizia truffa denuncio carabinieri"
    " afford unemployed expensive bankrupt overdraft"
)
_LONG_ENOUGH = 6
_WORD = re.compile(r"[a-z]{5,}")


def corrected(form: str) -> str:
    """Return the plain text `form` with words of the list put right."""
    return _WORD.sub(lambda match: _right(match[0]), form)


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _by_shortened() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in _WORDS:
        if len(word) < _LONG_ENOUGH:
            continue
        for shorter in {word, *_without_one(word)}:
            found.setdefault(shorter, set()).add(word)
    return found


_SHORTENED = _by_shortened()


@lru_cache(maxsize=4096)
def _right(word: str) -> str:
    if word in _WORDS or word in _ARE_WORDS:
        return word
    near = {
        right
        for shorter in (word, *_without_one(word))
        for right in _SHORTENED.get(shorter, ())
        # The first letter is seldom wrong, and most other words differ there.
        if right[0] == word[0] and _one_slip(word, right)
    }
    return near.pop() if len(near) == 1 else word


def _one_slip(word: str, right: str) -> bool:
    """Whether one letter was left out, put in or changed, or two were swapped."""
    if abs(len(word) - len(right)) == 1:
        return min(word, right, key=len) in _without_one(max(word, right, key=len))
    if len(word) != len(right):
        return False
    wrong = [at for at in range(len(word)) if word[at] != right[at]]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and (word[wrong[0]] == right[wrong[1]] and word[wrong[1]] == right[wrong[0]])
    )


# Words of their own, one slip away from one of the list.
_ARE_WORDS = words(
    "refunds refunded suicidio suicida suicide suicidal parent teachers teached anxieties lawyers"
    " attorneys disputed disputes denuncie denuncia denunciar policies polices policed sterbend"
    " gestorbene colleges collage colleague castiga castigo castigar avocats avocado avocados"
    " devoir birthdays superior superiore superiori depressed depress expansive affords"
    " freshmen instituto institute processa processar processo proceso sixteenth"
    " seventeenth thirteenth murio muri funerals morirei moriremo mourire matarse matarte"
    " uccidersi ammazzarsi golpistas police policia policial"
)
