"""
Say which parts of a text style may never touch.

Prices, numbers, links, handles, names, and every text that the caller protects (the fan's and the
creator's name, a disclosure). What is done to the rest is worker/imperfections.py's and
worker/prose_tells.py's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

Spans = tuple[tuple[int, int], ...]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# No dash and no quotation mark belongs to a link: models glue them on.
_LINK_CHAR = r"[^\s—―“”«»]"
_LINKS = (
    re.compile(rf"\w+://{_LINK_CHAR}+|\bwww\.{_LINK_CHAR}+"),
    re.compile(rf"[\w.-]*[\w-]\.[\w-]{{2,}}(?:/{_LINK_CHAR}*)?"),  # example.com/x
    re.compile(r"[\w.+-]+@[\w.-]+"),
    re.compile(r"[@#][\w.-]+"),
)
_AMOUNTS = (
    re.compile(r"[^\s—―]*\d[^\s—―]*(?:[^\S\n]\w+)?|[$€£¥][^\s—―]*"),  # 5 dollars: the unit too
    re.compile(r"\w+[^\S\n](?=\d)"),  # USD 5
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n])[\s\"'“”¿¡(]*$")
# Written with a capital everywhere, and no name.
CAPITAL_ANYWHERE = re.compile(r"i(?:['’](?:m|ve|ll|d))?", re.IGNORECASE)


def untouchable(text: str, protected: Collection[str] = ()) -> Spans:
    """Return the spans of prices, numbers, links, handles, names and `protected` texts."""
    return _untouchable(text, tuple(protected))


# One text is asked about many times while it is dressed.
@lru_cache(maxsize=64)
def _untouchable(text: str, protected: tuple[str, ...]) -> Spans:
    spans = list(links(text, protected))
    spans += [match.span() for pattern in _AMOUNTS for match in pattern.finditer(text)]
    spans += [match.span() for match in WORD.finditer(text) if _is_name(text, match)]
    return tuple(spans)


def links(text: str, protected: Collection[str] = ()) -> Spans:
    """Return the spans of links, handles and `protected` texts: what no mark may be taken from."""
    spans = [match.span() for pattern in _LINKS for match in pattern.finditer(text)]
    return (*spans, *protected_spans(text, protected))


def protected_spans(text: str, protected: Collection[str]) -> Spans:
    """
    Return where texts of `protected` stand, in capitals or not.

    Inside of other words too, since names get endings; but a name of one or two letters is only
    itself, or "Al" would protect half of all words.
    """
    spans: list[tuple[int, int]] = []
    for kept in filter(None, protected):
        spans += [match.span() for match in _pattern_of(kept).finditer(text)]
    return tuple(spans)


@lru_cache(maxsize=256)
def _pattern_of(kept: str) -> re.Pattern[str]:
    pattern = re.escape(kept) if len(kept) > 2 else rf"(?<!\w){re.escape(kept)}(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def touches(spans: Spans, start: int, end: int) -> bool:
    return any(start < span_end and end > span_start for span_start, span_end in spans)


def free_words(text: str, protected: Collection[str]) -> list[re.Match[str]]:
    """Return the words of `text` that may be changed."""
    spans = untouchable(text, protected)
    return [word for word in WORD.finditer(text) if not touches(spans, *word.span())]


def starts_sentence(text: str, at: int) -> bool:
    return _SENTENCE_START.search(text[:at]) is not None


def _is_name(text: str, word: re.Match[str]) -> bool:
    """A capital inside a sentence: a name, or in German a noun."""
    if not word[0][0].isupper() or CAPITAL_ANYWHERE.fullmatch(word[0]):
        return False
    return not starts_sentence(text, word.start())
