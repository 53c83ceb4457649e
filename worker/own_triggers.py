"""
A creator's own triggers: phrases, read from `creators.trigger_patterns`.

Phrases and no regular expressions: a creator's slip must not be able to stop the worker, and
Python's `re` has no time-out. "*" stands for up to three words. What cannot be used is a fault
with its place and reason; the phrases beside it work on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from worker import plain_text

TRIGGERS = ("asks_for_content", "asks_price", "asks_custom")
_LONGEST = 200


@dataclass(frozen=True)
class OwnTriggers:
    """What was read: the triggers with their patterns, and what could not be used, in words."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...] = ()
    faults: tuple[str, ...] = ()

    def found_in(self, form: str) -> frozenset[str]:
        """Return the triggers of the phrases in a text of worker/plain_text.py's form."""
        return frozenset(name for name, pattern in self.patterns if pattern.search(form))


NONE = OwnTriggers()


def own_triggers(value: object) -> OwnTriggers:
    """Read `creators.trigger_patterns`: a list of phrases or {"phrase", "trigger"}."""
    if value is None:
        return NONE
    if not isinstance(value, list):
        return OwnTriggers(faults=("trigger_patterns must be a list",))
    return _read(tuple(_pair(entry) for entry in value))


def _pair(entry: object) -> tuple[str | None, str]:
    phrase, trigger = entry, TRIGGERS[0]
    if isinstance(entry, dict):
        phrase, trigger = entry.get("phrase"), str(entry.get("trigger", TRIGGERS[0]))
    return (phrase if isinstance(phrase, str) else None, trigger)


# The same few creators come with every inspect job.
@lru_cache(maxsize=256)
def _read(pairs: tuple[tuple[str | None, str], ...]) -> OwnTriggers:
    patterns, faults = [], []
    for number, (phrase, trigger) in enumerate(pairs, 1):
        fault = _fault_of(phrase, trigger)
        if fault or phrase is None:
            faults.append(f"trigger_patterns, entry {number}: {fault}")
        else:
            patterns.append((trigger, _compiled(phrase)))
    return OwnTriggers(tuple(patterns), tuple(faults))


def _fault_of(phrase: str | None, trigger: str) -> str | None:
    if phrase is None:
        return 'needs a "phrase"'
    if len(phrase) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if all(word == "*" for word in _words(phrase)):
        return f"has no word in it: {phrase!r}"
    if trigger not in TRIGGERS:
        return f"names no trigger: {trigger!r}; known are {', '.join(TRIGGERS)}"
    return None


def _words(phrase: str) -> Sequence[str]:
    """Return the words of a phrase in plain form; "*" where something may stand between."""
    parts = [re.findall(r"[\w'+&#@$€£]+", plain_text.plain(part)) for part in phrase.split("*")]
    return [word for part in parts for word in (*part, "*")][:-1]


def _compiled(phrase: str) -> re.Pattern[str]:
    pattern = ""
    for word in _words(phrase):
        if word == "*":
            pattern += r"(?:[\W_]+[\w']+){0,3}?"
        else:
            pattern += (r"[\W_]+" if pattern else "") + re.escape(word)
    return re.compile(rf"(?<!\w){pattern}(?!\w)")
