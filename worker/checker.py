"""
Say which rules a text breaks that is about to be sent to a fan.

Every text is checked just before it is posted, a person's edits too. What happens to a text that
breaks a rule is the caller's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from worker import bubbles, claims, plain_text

# Fits into the bubbles of one reply, with room for what worker/imperfections.py adds.
LONGEST = bubbles.MOST * bubbles.LONGEST - 100

LEAKS = (
    r"\bsystem ?(?:prompt|message|instructions?)\b",
    r"\b(?:hidden|initial|original) (?:prompt|instructions)\b",
    r"\b(?:prompt|instrucciones|instrucoes|istruzioni) (?:de|do|di|del) sistema\b",
    r"\b(?:prompt|message|instructions?) systeme?\b|\bsystem ?(?:anweisung|nachricht)",
    r"\bas an? (?:ai |large )?language model\b|\bas an ai,? i (?:can'?t|cannot|am not able)",
    r"\bcomo (?:un |um )?modelo de (?:lenguaje|linguagem)\b",
    r"\b(?:als|bin ein) (?:ki[- ])?sprachmodell",
    r"\ben tant que modele de langage\b|\b(?:come|in quanto) modello linguistico\b",
    r"\b(?:i was|i am|i'?m|i have been|i'?ve been) (?:instructed|programmed|prompted) "
    r"(?:not |never )?to\b",
    r"\b(?:i was|i'?ve been) told (?:not |never )?to (?:reply|respond|answer|write)\b",
    r"\bmy (?:instructions|guidelines|prompt) (?:say|tell|are|is|don'?t|do not|forbid|require)",
    r"\b(?:according to|based on|per) my (?:instructions|guidelines|prompt)\b",
    r"^(?:assistant|system|user|fan|reply|response|stage|tier|vibe|persona) ?:",
    r"^(?:sure[,!. ]+)?here(?:'s| is) (?:a|the|your|my) (?:reply|response|draft)\b",
)

# Square brackets as in worker/conversation.py, template marks, a chat model's own tokens.
PLACEHOLDERS = re.compile(
    r"\[sent (?:a|something)\b|\{\{|\{%|<\||\[/?(?:inst|name|your name|fan|creator)\]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Rule:
    """One thing that a text must not do; `broken` says of a text whether it does."""

    name: str
    broken: Callable[[str], bool]


def _with_words(pattern: str) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: claims.WORDS[match[1]], pattern)


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_with_words(pattern)) for pattern in patterns)


_CLAIMS = _compiled(pattern for patterns in claims.CLAIMS.values() for pattern in patterns)
_SQUEEZED = _compiled(claims.SQUEEZED_CLAIMS)
_LEAKS = _compiled(LEAKS)


def _claims_human(text: str) -> bool:
    # All languages are asked of every text: a claim does not become true in a borrowed language.
    forms = plain_text.readings(text)
    if any(pattern.search(form) for form in forms for pattern in _CLAIMS):
        return True
    letters = plain_text.squeezed(text)
    return any(pattern.search(letters) for pattern in _SQUEEZED)


def _is_empty(text: str) -> bool:
    """Say whether there is nothing to see: spaces and invisible characters alone."""
    return not any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _leaks_instructions(text: str) -> bool:
    return any(pattern.search(plain_text.plain(text)) for pattern in _LEAKS)


RULES = (
    Rule("empty", _is_empty),
    Rule("too_long", lambda text: len(text) > LONGEST),
    Rule("claims_human", _claims_human),
    Rule("leaked_instructions", _leaks_instructions),
    Rule("placeholder", lambda text: PLACEHOLDERS.search(text) is not None),
)


def check(text: str) -> tuple[str, ...]:
    """Return the names of the rules that `text` breaks, in the order of RULES."""
    return tuple(rule.name for rule in RULES if rule.broken(text))
