"""
Find, count and take out emoji.

How many a reply may have is the vibe's (worker/vibes.py); whether it has any, chance's
(worker/style.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from worker.kept_spans import protected_spans, touches

_PICTURE = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u203c\u2049\u2139\u3030]"
# With what belongs to the one picture: skin, variant, joiners, the second half of a flag.
_JOINED = rf"{_PICTURE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_PICTURE})*"
EMOJI = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|[#*0-9]\ufe0f?\u20e3|{_JOINED}")
# "I ❤️ that": here the picture is the verb.
_IS_A_WORD = re.compile(r"\b(?:i|we)\s*$", re.IGNORECASE)
AT_THE_END = re.compile(rf"(?:\s*(?:{EMOJI.pattern}))+\s*$")


def count(text: str) -> int:
    """Return how many emoji a reader sees."""
    return sum(1 for _ in EMOJI.finditer(text))


def at_most(text: str, most: int, protected: Collection[str] = ()) -> str:
    """
    Return `text` with its first `most` emoji, and no other outside of `protected` texts.

    A text of nothing but emoji keeps its first: something has to be said.
    """
    spans = protected_spans(text, protected)
    free = [
        match
        for match in EMOJI.finditer(text)
        if not touches(spans, *match.span()) and not _IS_A_WORD.search(text[: match.start()])
    ]
    if most == 0 and not re.search(r"\w", text):
        most = 1
    for match in reversed(free[most:]):
        text = _without(text, match.start(), match.end())
    return text


def _without(text: str, start: int, end: int) -> str:
    before, after = text[:start], text[end:]
    if not after.strip():
        return before.rstrip() + after.lstrip(" ")
    following = after.lstrip(" ")
    if before.endswith((" ", "\n")) or not before:
        after = following
    if following.startswith((".", ",", "!", "?", ";", ":")):
        return before.rstrip() + following
    # The picture stood for the end of a sentence: a line's end does too, beside a number as well.
    if re.search(r"\w\s*$", before) and following[:1].isupper():
        return f"{before.rstrip()}\n{following}"
    if not before.endswith((" ", "\n")) and not after.startswith((" ", "\n", *".,!?;:)")):
        return f"{before} {after}" if before else after
    return before + after
