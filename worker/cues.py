"""
What the checker's rules are written in: patterns, each with what takes it back, asked by clause.

Patterns meet worker/plain_text.py's form. What they look for is in the modules named after the
rules; which readings of a text are asked is worker/checker.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# "I don't do meet-ups", "no puedo darte mi número": whoever declines promises nothing.
NOT_I = (
    r"\b(?:i|we) (?:really |just |honestly |still )?(?:don'?t|do not|never|can'?t|cannot|can not"
    r"|won'?t|will not|shouldn'?t|couldn'?t|wouldn'?t|am not|do(?:es)?n'?t)\b(?! (?:wait|you))"
    r"|\bi'?m not\b|\bwe'?re not\b|\b(?:i|we) only (?:chat|talk|write|reply)\b"
    r"|\b(?:i|we|let'?s) keep (?:it|this|us|everything|things|all)\b|\bnot allowed\b"
    r"|^(?:sorry,? |so )?no (?!need|worries|problem|more|one|doubt|cap)|\bsorry,? (?:but )?no\b"
    r"|\bno (?:puedo|quedo|uso|doy|quiero|comparto|tengo|hago|me|te puedo|nos podemos)\b|\bnunca\b"
    r"|\bnao (?:posso|passo|encontro|uso|dou|quero|tenho|faco|da pra|me)\b"
    r"|\bich\b.{0,30}\b(?:nicht|nie|keine?[mnrs]?)\b|\bkann (?:dir |dich )?(?:leider )?nicht\b"
    r"|\bje (?:ne |n')|\bje \w+ (?:pas|jamais)\b|\bon ne\b"
    r"|\bnon (?:posso|do|uso|incontro|voglio|ho|faccio|mi)\b|\bmai\b"
)
# Somebody else's, a dream, or long ago.
STORY = (
    r"\b(?:dreams?|dreamt|dreamed|dreaming|imagin\w+|fantas\w+|pretend|virtual\w*|suen[oa]s?|sonho"
    r"|traum\w*|reves?|sogn[oi])\b"
)

_CLAUSES = re.compile(r"(?:[.!?;…]+(?= |$)|\n| (?:but|pero|aber|sondern|porem)(?= ))")


@dataclass(frozen=True)
class Cue:
    """One pattern, and what in the same clause makes it harmless."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def found_in(self, clause: str) -> bool:
        return self.pattern.search(clause) is not None and (
            self.unless is None or self.unless.search(clause) is None
        )


def cues(
    patterns: Iterable[str], *, unless: str | None = None, words: Mapping[str, str] | None = None
) -> tuple[Cue, ...]:
    """Compile `patterns`, with {names} in them replaced from `words`."""
    harmless = re.compile(unless) if unless else None
    return tuple(Cue(re.compile(filled(pattern, words or {})), harmless) for pattern in patterns)


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Return `pattern` with {names} replaced by the word lists of that name, theirs too."""
    while True:
        longer = re.sub(r"\{([a-z_]+)\}", lambda match: words[match[1]], pattern)
        if longer == pattern:
            return pattern
        pattern = longer


def clauses(form: str) -> tuple[str, ...]:
    """Split a plain text where one thing said ends and another begins."""
    return tuple(part for each in _CLAUSES.split(form) if (part := each.strip(" ,:-")))


def any_found(cues_: Iterable[Cue], forms: Iterable[str]) -> bool:
    """Say whether one of `cues_` is found in a clause of one of `forms`."""
    parts = dict.fromkeys(part for form in forms for part in clauses(form))
    return any(cue.found_in(part) for cue in cues_ for part in parts)
