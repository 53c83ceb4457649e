"""
Split a reply into the messages that it is sent as.

Where people break a message; how fast the bubbles follow each other is the database's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from worker.plain_text import words

MOST = 3
# Fanvue takes 5,000 characters (facts: send-message); nobody types a bubble that long.
LONGEST = 1000
# Shares of turns of one, two and three messages: measured on public chat.
SHARES = (65, 21, 14)
# Shorter than this a reply stays whole, unless its writer broke the line.
SHORTEST_TO_SPLIT = 40

_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]"
_LINE_BREAK = re.compile(r"\n\s*")
# An emoji after the full stop belongs to the sentence before it.
_SENTENCE_END = re.compile(rf"[.!?…]+[\"'”’»)\]]*(?:\s*{_EMOJI}+)*(\s+)(?=\S)")
_ABBREVIATIONS = words("mr mrs ms dr st vs etc ca bzw usw sr sra m mme sig")
# A line break is the writer's own wish for a new message, a sentence end only a possibility.
_WEIGHT_OF_LINE_BREAK = 4


def split(text: str, rng: Random) -> tuple[str, ...]:
    """
    Split `text` into one to three bubbles of at most 1,000 characters, at line breaks or
    sentence ends where there are any.

    Nothing but white space at the breaks is lost. Raises ValueError for a text that is empty or
    does not fit: the checker refuses both before.
    """
    text = text.strip()
    if not text:
        raise ValueError("an empty text has no bubbles")
    if len(text) > MOST * LONGEST:
        raise ValueError(f"{len(text)} characters do not fit into {MOST} bubbles")
    bubbles = _at_breaks(text, _wanted(text, rng), rng)
    if all(len(bubble) <= LONGEST for bubble in bubbles):
        return bubbles
    return _filled(text)


def _wanted(text: str, rng: Random) -> int:
    drawn: int = rng.choices(range(1, MOST + 1), SHARES)[0]
    if len(text) < SHORTEST_TO_SPLIT and "\n" not in text:
        return 1
    return max(drawn, -(-len(text) // LONGEST))


def _at_breaks(text: str, wanted: int, rng: Random) -> tuple[str, ...]:
    """Break `text` at up to `wanted` - 1 of its natural breaks."""
    weights = _breaks(text)
    chosen: list[int] = []
    while weights and len(chosen) < wanted - 1:
        chosen += rng.choices(list(weights), list(weights.values()))
        del weights[chosen[-1]]
    return _cut(text, sorted(chosen))


def _breaks(text: str) -> dict[int, int]:
    """Return where a new bubble may start, with the weight of each place."""
    breaks = {match.end(): _WEIGHT_OF_LINE_BREAK for match in _LINE_BREAK.finditer(text)}
    for match in _SENTENCE_END.finditer(text):
        if match[0].startswith(".") and not _ends_sentence(text[: match.start()]):
            continue
        breaks.setdefault(match.end(), 1)
    return breaks


def _ends_sentence(before: str) -> bool:
    word = re.search(r"[^\W\d_]+$", before[-20:])
    return word is not None and len(word[0]) > 1 and word[0].casefold() not in _ABBREVIATIONS


def _cut(text: str, starts: list[int]) -> tuple[str, ...]:
    edges = [0, *starts, len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(edges))
    return tuple(piece for piece in pieces if piece)


def _filled(text: str) -> tuple[str, ...]:
    """Fill bubbles to the brim: at a natural break or a space where that fits, anywhere if not."""
    starts: list[int] = []
    natural = sorted(_breaks(text))
    spaces = [match.end() for match in re.finditer(r"\s+", text)]
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
