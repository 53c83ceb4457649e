"""
A line that was said before in this chat: the rule `repeated_line`.

Whole lines are compared, after case, punctuation, stretched letters and fillers are taken off.
Pleasantries are short, and everybody repeats them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from worker import plain_text

# Of two lines this alike, one is the other with a letter or a word changed.
ALIKE = 0.9
FEWEST_WORDS = 5
# In lines this long one other word makes no other line.
LONG = 10
SAME_WORD = 0.6

_FILLERS = plain_text.words(
    "haha hahaha hahah lol lmao ok okay hmm hm mmm mm aww aw omg oh ah well so hey hi babe baby "
    "hun "
    "honey jaja jajaja jeje kkk kkkk rs rsrs mdr ptdr haja hihi hehe then too now"
)
_SHORT_FORMS = {
    "u": "you", "ur": "your", "r": "are", "im": "i'm", "whats": "what's", "dont": "don't",
    "cant": "can't", "&": "and", "n": "and",
}  # fmt: skip


def repeats(text: str, said: Iterable[str]) -> bool:
    """Say whether a line of `text`, or all of it, is among the earlier lines `said`."""
    now = _lines([text])
    before = _lines(said)
    return any(_alike(one, other) for one in now for other in before)


def _lines(texts: Iterable[str]) -> set[str]:
    lines = (line for text in texts for line in (text, *text.splitlines()))
    return {line for each in lines if len((line := _bare(each)).split()) >= FEWEST_WORDS}


def _bare(line: str) -> str:
    form = re.sub(r"([a-z])\1{2,}", r"\1", plain_text.plain(line)).replace("&", " and ")
    spoken = (_SHORT_FORMS.get(word, word) for word in re.findall(r"[\w']+", form))
    whole = " ".join(spoken).replace("what is", "what's").replace("'", "")
    return " ".join(word for word in whole.split() if word not in _FILLERS)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return False
    return matcher.ratio() >= ALIKE and not _asks_something_else(one.split(), other.split())


def _asks_something_else(one: list[str], other: list[str]) -> bool:
    """Say whether short lines differ in a whole word: your favourite movie, your favourite song."""
    if len(one) != len(other) or len(one) >= LONG:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return any(SequenceMatcher(None, a, b).ratio() < SAME_WORD for a, b in pairs)
