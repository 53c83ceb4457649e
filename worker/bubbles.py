"""
Split a reply into the messages that it is sent as.

Where people break a message; how fast the bubbles follow each other is the database's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from random import Random

from worker.emoji import AT_THE_END, EMOJI
from worker.kept_spans import links
from worker.plain_text import words

MOST = 3
# Fanvue takes 5,000 characters (facts: send-message); nobody types a bubble that long.
LONGEST = 1000
# Shares of one, two and three messages among replies that are long enough to split. With those
# that are not it comes near people's 65, 21 and 14 %. Who breaks a line wants more than one.
SHARES = (40, 36, 24)
SHARES_OF_LINES = (15, 65, 20)
# Shorter than this a reply stays whole, unless its writer broke the line.
SHORTEST_TO_SPLIT = 40

_LINE_BREAK = re.compile(r"\n\s*")
# An emoji after the full stop belongs to the sentence before it.
_SENTENCE_END = re.compile(rf"[.!?…]+[\"'”’»)\]]*(?:\s*(?:{EMOJI.pattern}))*(\s+)(?=\S)")
_ABBREVIATIONS = words("mr mrs ms dr st vs etc ca bzw usw sr sra m mme sig")
# Sent by itself before the rest: "haha", "aww".
_INTERJECTION = re.compile(
    r"\A(?:(?:haha\w*|hehe\w*|lol|omg|a+w+|wow|whoa|mmm*|hmm*|yay|(?:ja){2,}\w*|k{3,}|mdr|"
    r"(?:ah){2,}\w*|nossa)[,!.]?|(?:o+h|hey+|hi|hello|hola|oi|hallo|coucou|ciao|good)"
    r"(?: [^\W\d_]+)?[,!])\s+(?=\S)",
    re.IGNORECASE,
)
# What comes to mind when the message is typed.
_AFTERTHOUGHT = re.compile(
    r"(?<=[.!?…,])\s+(?=(?:oh,? and|and hey|and btw|btw|by the way|also|ps|p\.s\.|wait|anyway|"
    r"oh wait|but hey|por cierto|y oye|aliás|a propósito|übrigens|achja|ach ja|au fait|d'ailleurs|"
    r"ah et|comunque|tra l'altro|ah e)\b)",
    re.IGNORECASE,
)
# A line break is the writer's own wish for a new message, a sentence end only a possibility.
_WEIGHT_OF_LINE_BREAK = 40.0
_WEIGHT_OF_AFTERTHOUGHT = 3.0
_WEIGHT_OF_INTERJECTION = 2.0
_WEIGHT_OF_EMOJI = 0.8
# People send a few words before or after the message proper far more often than two halves.
_FEW_WORDS = 5
_WEIGHT_OF_FEW_WORDS = 8.0


def split(text: str, rng: Random, protected: Collection[str] = ()) -> tuple[str, ...]:
    """
    Split `text` into one to three bubbles of at most 1,000 characters, at line breaks, sentence
    ends or before an afterthought where there are any, and never inside of a link or of a text in
    `protected`.

    Nothing but white space at the breaks is lost. Raises ValueError for a text that is empty or
    does not fit: the checker refuses both before.
    """
    text = text.strip()
    if not text:
        raise ValueError("an empty text has no bubbles")
    if len(text) > MOST * LONGEST:
        raise ValueError(f"{len(text)} characters do not fit into {MOST} bubbles")
    kept = links(text, protected)
    breaks = {
        at: weight
        for at, weight in _breaks(text).items()
        if not any(start < at < end for start, end in kept) and not _is_in_amount(text, at)
    }
    bubbles = _at_breaks(text, dict(breaks), _wanted(text, rng), rng)
    if all(len(bubble) <= LONGEST for bubble in bubbles):
        return bubbles
    return _filled(text, sorted(breaks))


def _wanted(text: str, rng: Random) -> int:
    shares = SHARES_OF_LINES if "\n" in text else SHARES
    drawn: int = rng.choices(range(1, MOST + 1), shares)[0]
    if len(text) < SHORTEST_TO_SPLIT and "\n" not in text:
        return 1
    return max(drawn, -(-len(text) // LONGEST))


def _at_breaks(text: str, weights: dict[int, float], wanted: int, rng: Random) -> tuple[str, ...]:
    """Break `text` at up to `wanted` - 1 of its natural breaks."""
    chosen: list[int] = []
    while weights and len(chosen) < wanted - 1:
        chosen += rng.choices(list(weights), list(weights.values()))
        del weights[chosen[-1]]
    return _cut(text, sorted(chosen))


def _breaks(text: str) -> dict[int, float]:
    """Return where a new bubble may start, with the weight of each place."""
    breaks: dict[int, float] = {}
    for match in _SENTENCE_END.finditer(text):
        if match[0].startswith(".") and not _ends_sentence(text[: match.start()]):
            continue
        breaks[match.end()] = 1.0
    for match in _INTERJECTION.finditer(text):
        breaks[match.end()] = _WEIGHT_OF_INTERJECTION
    for match in _AFTERTHOUGHT.finditer(text):
        breaks[match.end()] = _WEIGHT_OF_AFTERTHOUGHT
    for match in _LINE_BREAK.finditer(text):
        breaks[match.end()] = _WEIGHT_OF_LINE_BREAK
    ends = (0, *sorted(breaks), len(text))
    for before, at, after in zip(ends, ends[1:], ends[2:], strict=False):
        if (before == 0 and _is_few(text[:at])) or (after == len(text) and _is_few(text[at:])):
            breaks[at] *= _WEIGHT_OF_FEW_WORDS
    tail = AT_THE_END.search(text)
    if tail and tail.start() > 0:
        at = tail.end() - len(tail[0].lstrip())
        breaks.setdefault(at, _WEIGHT_OF_EMOJI)
    return breaks


def _is_in_amount(text: str, at: int) -> bool:
    """USD 20, 5 dollars: no mark between the number and its neighbour."""
    before, after = text[:at].rstrip()[-1:], text[at:].lstrip()[:1]
    return before.isalnum() and after.isalnum() and (before.isdigit() or after.isdigit())


def _is_few(text: str) -> bool:
    return len(text.split()) <= _FEW_WORDS


def _ends_sentence(before: str) -> bool:
    word = re.search(r"[^\W\d_]+$", before[-20:])
    return word is not None and len(word[0]) > 1 and word[0].casefold() not in _ABBREVIATIONS


def _cut(text: str, starts: list[int]) -> tuple[str, ...]:
    edges = [0, *starts, len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(edges))
    return tuple(piece for piece in pieces if piece)


def _filled(text: str, natural: list[int]) -> tuple[str, ...]:
    """Fill bubbles to the brim: at a natural break or a space where that fits, anywhere if not."""
    starts: list[int] = []
    spaces = [
        match.end() for match in re.finditer(r"\s+", text) if not _is_in_amount(text, match.end())
    ]
    start = 0
    while len(text) - start > LONGEST:
        # The latest break that still leaves no more than the remaining bubbles can hold.
        least = len(text) - (MOST - len(starts) - 1) * LONGEST
        most = start + LONGEST
        start = next(
            (
                max(fitting)
                for places in (natural, spaces)
                if (
                    fitting := [place for place in places if max(least, start + 1) <= place <= most]
                )
            ),
            most,
        )
        starts.append(start)
    return _cut(text, starts)
