"""
Tell what must not be kept about a fan: health, politics, religion, other people, and the like.

Pure. Asked of everything that a model says it learned, and of the words that it was learned from.
The patterns are in worker/sensitive_patterns.py, what is done about a finding in
worker/learning.py. What passes is special-category data all the same: docs/privacy.md.
"""

from __future__ import annotations

import re

from worker.plain_text import plain
from worker.sensitive_patterns import HARMLESS, PATTERNS

_HARMLESS = re.compile(r"\b(?:" + "|".join(HARMLESS) + r")\b")
_PATTERNS = {
    kind: tuple(re.compile(pattern) for pattern in patterns) for kind, patterns in PATTERNS.items()
}
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")


def kinds_of(text: str) -> tuple[str, ...]:
    """
    Return the names of what `text` holds that is not kept, sorted; none for what may be.

    Tags are read as their words. Contact data is looked for in the text as it stands too, since
    the plain form loses characters that addresses have.
    """
    spoken = plain(text.replace("_", " "))
    rest = _HARMLESS.sub(" ", spoken)
    found = {
        kind for kind, patterns in _PATTERNS.items() if any(each.search(rest) for each in patterns)
    }
    if any(each.search(text.casefold()) for each in _PATTERNS["contact"]):
        found.add("contact")
    return tuple(sorted(found))


def without_sensitive(text: str) -> str:
    """Return `text` without the sentences that hold something that is not kept."""
    sentences = [sentence.strip() for sentence in _SENTENCES.split(text)]
    return " ".join(each for each in sentences if each and not kinds_of(each))
