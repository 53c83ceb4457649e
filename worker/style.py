"""
Everything between the model's text and the bubbles that are planned.

The order of things, and one seed for all of it: the same text, vibe and seed give the same bubbles,
so that a message can be explained later. The steps are in modules of their own; whether a text may
be said at all is worker/checker.py's, asked here so that style never makes a bad text of a good
one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from random import Random

from worker import bubbles, emoji, imperfections
from worker.kept_spans import links, touches
from worker.prose_tells import without_tells
from worker.vibes import Vibe

# Returns the names of the rules that a text breaks.
Check = Callable[[str], Sequence[str]]

# Stored in messages.style_seed, and exact in every program that reads JSON numbers as doubles.
SEED_BITS = 52

# How often the writer of a slip sends the right word after it.
CORRECTION = 0.3

_COMMA_AT_THE_END = re.compile(r"(?<=\w),\Z")


@dataclass(frozen=True)
class Dressed:
    """The bubbles of one reply, and the names of the imperfections in them."""

    bubbles: tuple[str, ...]
    imperfections: tuple[str, ...] = ()


def draw_seed(rng: Random) -> int:
    """Draw the seed of one reply."""
    return rng.getrandbits(SEED_BITS)


def dress(
    text: str,
    vibe: Vibe,
    seed: int,
    protected: Collection[str] = (),
    check: Check = lambda text: (),
) -> Dressed:
    """
    Return `text` as the bubbles of a reply in this vibe.

    Machine prose goes, emoji are cut to the vibe's number, the text is split, and imperfections
    happen by the vibe's chances. Prices, numbers, links, handles, names and the texts in
    `protected` stay as they are. Whatever `check` refuses afterwards is taken back: first the
    imperfections, then everything but the split. Raises ValueError for a text without bubbles.
    """
    rng = Random(seed)
    tidy = without_tells(text, protected) or text.strip()
    has_none = _happens("no_emoji", vibe, rng)
    fewer = emoji.at_most(tidy, 0 if has_none else vibe.emoji, protected)
    is_lower = _happens("lowercase_start", vibe, rng)

    plain = [_said_alone(piece, protected) for piece in bubbles.split(fewer, rng, protected)]
    typed: list[str] = []
    # Three bubbles are the most that a reply has, with the correction.
    may_correct = len(plain) < bubbles.MOST
    done = {"no_emoji"} if has_none and fewer != tidy else set()
    for piece in plain:
        rough, names = _typed(piece, vibe, is_lower, rng, protected)
        if check(rough):
            typed.append(piece)
            continue
        typed.append(rough)
        done |= names
        if "slip" in names and may_correct and rng.random() < CORRECTION:
            typed.append(imperfections.correction(piece, rough))
            may_correct = False

    for candidate, names in ((typed, done), (plain, set[str]())):
        if not check("\n".join(candidate)):
            return Dressed(tuple(candidate), tuple(sorted(names)))
    return Dressed(bubbles.split(text, Random(seed), protected))


def _happens(name: str, vibe: Vibe, rng: Random) -> bool:
    # Drawn for every kind, so that one chance less in a vibe leaves the other draws as they were.
    return rng.random() < vibe.imperfections.get(name, 0)


def _said_alone(piece: str, protected: Collection[str]) -> str:
    """Return one bubble without the comma that led to the next."""
    comma = _COMMA_AT_THE_END.search(piece)
    if comma is None or touches(links(piece, protected), *comma.span()):
        return piece
    return piece[: comma.start()]


def _typed(
    piece: str, vibe: Vibe, is_lower: bool, rng: Random, protected: Collection[str]
) -> tuple[str, set[str]]:
    """Return one bubble as it was typed, and the imperfections that happened."""
    if is_lower:
        text = imperfections.lowercase_start(piece, rng, protected)
    else:
        # A phone writes the capital by itself; who writes without any is drawn above.
        text = imperfections.uppercase_start(piece, protected)
    done = {"lowercase_start"} if is_lower and text != piece else set()
    for name, imperfection in imperfections.ONE_MESSAGE.items():
        # One letter out of place is human, two in one message are an act.
        if not _happens(name, vibe, rng) or (name == "slip" and "stretched_letter" in done):
            continue
        changed = imperfection(text, rng, protected)
        if changed != text:
            text = changed
            done.add(name)
    return text, done
