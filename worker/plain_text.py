"""
Bring a text to the plain form that recognising patterns are written for.

Lower case, no accents, no invisible characters, straight apostrophes, single spaces. What a text
means is for worker/signals.py and worker/checker.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "’‘‛ʼ′´`＇"), "'")
# Cyrillic and Greek letters that look like Latin ones: a disguise, never a language of ours.
_LOOKALIKES = str.maketrans(
    "аеорсухіѕјԁһнмвткοαειυνρτωոսհօɑɡıᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aeopcyxisjdhhmbtkoaeiuvptwnuhoagiabcdefghijklmnoprstuvwyz",
)
# Letters in circles and squares count as pictures otherwise.
_FRAMED = {first + n: chr(ord("a") + n) for first in (0x1F150, 0x1F170) for n in range(26)}
_DRAWN: dict[int, str] = _APOSTROPHES | _FRAMED
_DRAWN: dict[int, str] = _DRAWN
_MARKUP = re.compile(r"[*_~\"“”„«»]+")
_DIGITS_IN_WORDS = re.compile(
    r"(?<=[a-z])[013457@$!](?=[a-z])|(?<=[a-z])[01345]|\b[01345](?=[a-z])"
)
_DIGIT_LETTERS = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    "$": "s",
    "!": "i",
}
# "re-al per-son", "hu.man"
_JOINED = re.compile(r"(?<=[a-z])[-._*·|](?=[a-z])")
# "reeeal", "todayyy": three of a letter are one of it.
_STRETCHED = re.compile(r"([a-z])\1{2,}")
# "h u m a n", "b.o.t": single letters with something between them, three at least.
_SPACED_LETTERS = re.compile(r"(?<![\w'])[a-z](?:[ .·/-]{1,3}[a-z](?![\w'])){2,}")


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """Return `text` in the form that patterns are written for; emoji become spaces."""
    return _tidy(_letters(text, pictures=" "))


@lru_cache(maxsize=64)
def readings(text: str) -> tuple[str, ...]:
    """
    Return the ways in which a reader may take `text`, for patterns that must not be dodged.

    Line breaks and emoji as spaces and as full stops, digits as the letters they look like, and
    spaced letters pulled together. The last kind loses its word borders: see `squeezed`.
    """
    lines = " . ".join(text.splitlines())
    forms = [plain(text), plain(lines), _tidy(_letters(lines, pictures=" . "))]
    found = list(forms)
    found += [_DIGITS_IN_WORDS.sub(_as_letter, form) for form in forms]
    found += [_SPACED_LETTERS.sub(_pulled_together, form) for form in forms]
    found += [_JOINED.sub("", form) for form in forms]
    found += [_STRETCHED.sub(r"\1", form) for form in forms]
    return tuple(dict.fromkeys(found))


def squeezed(text: str) -> str:
    """Return only the letters of a text that spaces letters out, and "" for any other text."""
    form = plain(text)
    if not _SPACED_LETTERS.search(form):
        return ""
    return re.sub(r"[^a-z]", "", form)


def one_slip_apart(one: str, other: str) -> bool:
    """Say whether one letter too many, too few, wrong or swapped makes the difference."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    swapped = one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return swapped == other


# Every rule and pattern list asks for the same text again.
@lru_cache(maxsize=64)
def _letters(text: str, *, pictures: str) -> str:
    out: list[str] = []
    # NFKD takes accents off and turns full-width and mathematical letters into plain ones.
    # Apostrophes first: it would turn the acute accent into a space and a combining mark.
    for char in unicodedata.normalize("NFKD", text.translate(_DRAWN)):
        category = unicodedata.category(char)
        if category in ("Mn", "Cf", "Me") or char in "\u115f\u1160\u3164\u034f":
            continue
        out.append(pictures if category in ("So", "Sk", "Co", "Cn") else char)
    return "".join(out).casefold().translate(_LOOKALIKES)


def _tidy(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def _as_letter(match: re.Match[str]) -> str:
    return _DIGIT_LETTERS[match[0]]


def _pulled_together(match: re.Match[str]) -> str:
    return re.sub(r"[^a-z]", "", match[0])
