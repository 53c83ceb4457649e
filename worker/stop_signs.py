"""
Recognise that a fan may be a minor, is in danger, or must not be sold to.

What such a sign says is in the modules named after the signs; what follows from one is decided in
SQL. Whoever is recognised by mistake talks to a person, and whoever is missed talks to a machine:
so doubt counts as a sign, and only what is plainly something else stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from worker import cues, misspellings, plain_text, veiled_signs
from worker.distress_patterns import DISTRESS, NO_DISTRESS
from worker.distress_patterns import WORDS as DISTRESS_WORDS
from worker.minor_patterns import AGE, NO_AGE
from worker.minor_patterns import WORDS as AGE_WORDS
from worker.poverty_patterns import CANNOT_AFFORD, NO_POVERTY
from worker.refund_patterns import NO_REFUND, REFUND_LEGAL
from worker.school_patterns import NO_SCHOOL, SCHOOL
from worker.school_patterns import WORDS as SCHOOL_WORDS
from worker.self_harm_patterns import NO_SELF_HARM, SELF_HARM
from worker.self_harm_patterns import WORDS as SELF_HARM_WORDS
from worker.threat_patterns import NO_THREAT, THREAT
from worker.threat_patterns import WORDS as THREAT_WORDS

NAMES = ("minor", "self_harm", "distress", "threat", "refund_legal", "cannot_afford")

# What some write instead of a word that is looked for.
_PICTURES = str.maketrans(
    {
        "🔪": " cut ",
        "💀": " kill ",
        "☠": " kill ",
        "🔫": " shoot ",
        "💊": " pills ",
        "🏫": " school ",
    }
)
# "$uicide": worker/plain_text.py knows the sign only inside a word.
_DOLLAR = re.compile(r"\$(?=[a-z]{3})")
# "10. Klasse" ends no sentence.
_ORDINALS = re.compile(r"(?<=\d)\.(?= ?(?:kl|jahrg|stufe|geburtstag|schul))")
# "L'avvocato": one word to some patterns, two to others.
_ELISIONS = re.compile(r"\b(l|d|un|dell|all|nell|sull|dall|quest|qu|s|n|m|t|j|c)'(?=[a-z]{2})")
_APOSTROPHES = re.compile(r"(?<=\w)'(?=\w)|'")
_BETWEEN_WORDS = re.compile(r"[-/_]+|(?<=[a-z])\.(?=[a-z])")
_BORN = re.compile(
    r"\b(?:i was born|im born|born|b|naci|nacido|nacida|soy del|nasci|sou de|nascid[oa]|geboren"
    r"|bin jahrgang|jahrgang|jg|bin jg|baujahr|ne|nee|je suis de|sono del|nato|nata)"
    r" (?:back )?(?:in |en |em |im jahr |im |nel |de |del |nell )?(20[0-3]\d)\b"
)


@dataclass(frozen=True)
class _Sign:
    """What shows one sign, and what sounds like it and is blanked out first."""

    says: tuple[re.Pattern[str], ...]
    harmless: tuple[re.Pattern[str], ...]

    def found_in(self, form: str) -> bool:
        left = self.without_harmless(form)
        return any(pattern.search(left) for pattern in self.says)

    def without_harmless(self, form: str) -> str:
        for pattern in self.harmless:
            form = pattern.sub(" _ ", form)
        return form


def _sign(
    says: Mapping[str, tuple[str, ...]],
    harmless: Mapping[str, tuple[str, ...]],
    words: Mapping[str, str],
) -> _Sign:
    return _Sign(_compiled(says, words), _compiled(harmless, words))


def _compiled(
    data: Mapping[str, tuple[str, ...]], words: Mapping[str, str]
) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(cues.filled(pattern, words))
        for patterns in data.values()
        for pattern in patterns
    )


# The plainest in a text that spaces its letters out, where words have no borders.
_SQUEEZED = {
    "minor": re.compile(
        r"\bi?m(?:only)?(?:thir|four|fif|six|seven)teen|underage|minderjahrig|minorenne"
    ),
    "self_harm": re.compile(
        r"killmyself|suicid|matarme|mematar|selbstmord|michumbringen|metuer|uccidermi|wanttodie"
    ),
}
_SIGNS: dict[str, tuple[_Sign, ...]] = {
    "minor": (
        _sign(AGE, NO_AGE, AGE_WORDS),
        _sign(SCHOOL, NO_SCHOOL, SCHOOL_WORDS),
        _sign(veiled_signs.MINOR, NO_AGE, AGE_WORDS),
    ),
    "self_harm": (
        _sign(SELF_HARM, NO_SELF_HARM, SELF_HARM_WORDS),
        _sign(veiled_signs.SELF_HARM, NO_SELF_HARM, SELF_HARM_WORDS),
    ),
    "distress": (
        _sign(DISTRESS, NO_DISTRESS, DISTRESS_WORDS),
        _sign(veiled_signs.DISTRESS, NO_DISTRESS, DISTRESS_WORDS),
    ),
    "threat": (
        _sign(THREAT, NO_THREAT, THREAT_WORDS),
        _sign(veiled_signs.THREAT, NO_THREAT, THREAT_WORDS),
    ),
    "refund_legal": (
        _sign(REFUND_LEGAL, NO_REFUND, {}),
        _sign(veiled_signs.REFUND_LEGAL, NO_REFUND, {}),
    ),
    "cannot_afford": (
        _sign(CANNOT_AFFORD, NO_POVERTY, {}),
        _sign(veiled_signs.CANNOT_AFFORD, NO_POVERTY, {}),
    ),
}
_HARMLESS = {
    name: _compiled({"": patterns}, {}) for name, patterns in veiled_signs.HARMLESS.items()
}


def stop_signs_in(text: str, *, today: date | None = None) -> tuple[str, ...]:
    """Return which of NAMES the message `text` shows, in that order."""
    forms = _forms(text)
    year = (today or datetime.now(UTC).date()).year
    found = {
        name
        for name, signs in _SIGNS.items()
        if any(sign.found_in(_without(form, name)) for sign in signs for form in forms)
    }
    letters = plain_text.squeezed(text)
    found |= {name for name, said in _SQUEEZED.items() if said.search(letters)}
    # Distress is what falls short of it.
    if "self_harm" in found:
        found.discard("distress")
    if any(_born_too_late(form, year) for form in forms):
        found.add("minor")
    return tuple(name for name in NAMES if name in found)


def _without(form: str, name: str) -> str:
    for pattern in _HARMLESS.get(name, ()):
        form = pattern.sub(" _ ", form)
    return form


def _forms(text: str) -> tuple[str, ...]:
    """Return the readings of `text`, without apostrophes and hyphens and with words spelt right."""
    spoken = text.translate(_PICTURES)
    read = dict.fromkeys(
        form for each in dict.fromkeys((text, spoken)) for form in plain_text.readings(each)
    )
    bare = dict.fromkeys(
        _bare(form) for each in read for form in (each, _ELISIONS.sub(r"\1 ", each))
    )
    return tuple(dict.fromkeys(_with_corrected(bare)))


def _with_corrected(forms: Iterable[str]) -> Iterable[str]:
    for form in forms:
        yield form
        yield misspellings.corrected(form)


def _bare(form: str) -> str:
    joined = _ORDINALS.sub("", _APOSTROPHES.sub("", _DOLLAR.sub("s", form)))
    return " ".join(_BETWEEN_WORDS.sub(" ", joined).split())


def _born_too_late(form: str, year: int) -> bool:
    # Whoever was born eighteen years ago may still be seventeen.
    ages = _SIGNS["minor"][0]
    return any(
        year - 18 <= int(found[1]) <= year - 5
        for found in _BORN.finditer(ages.without_harmless(form))
    )
