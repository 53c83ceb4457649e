"""
The manner of one reply: how long, how daring, and what it may get wrong.

Vibes are files of prompts/vibes; worker/prompt_files.py reads them, worker/style.py does what they
allow. Which one a reply gets, and how the fan's own manner bends it, is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import median

from worker import emoji
from worker.imperfections import CHANCES

# One spelling everywhere: the database's enum, the prompt files, their golden files.
STAGES = ("new", "warmup", "flirty", "sales", "post_purchase")

# How many emoji a reply may have where its vibe does not say.
MOST_EMOJI = 2

# The chance that the manner changes within a sitting: after one reply in it, after two, …
CHANGE_STEP = 0.12
CHANGE_MOST = 0.6

# So many of the fan's latest messages tell how the fan writes; fewer than the least tell nothing.
FAN_MESSAGES = 6
FEWEST_MESSAGES = 3
# What part of the vibe's range is left around the fan's own length.
MIRRORED_SHARE = 0.6


@dataclass(frozen=True)
class Vibe:
    """
    One manner of writing, from the front matter of prompts/vibes/<name>.md.

    `words` is the least and the most that a reply should have; `temperature` and `max_tokens` are
    for the model, system.md's where the file has none; `weights` says for each stage how
    often the vibe is drawn; `imperfections` gives functions of worker/imperfections.py their
    chances; `emoji` is the most that a reply may have.
    """

    name: str
    words: tuple[int, int]
    temperature: float
    max_tokens: int
    weights: Mapping[str, float]
    imperfections: Mapping[str, float]
    emoji: int = MOST_EMOJI


@dataclass(frozen=True)
class Sitting:
    """The conversation since the last pause: the vibe of its last reply, and how many it had."""

    vibe: str | None = None
    replies: int = 0


NO_SITTING = Sitting()


def chances(imperfections: Sequence[str] | Mapping[str, float]) -> dict[str, float]:
    """Return how often each happens, from a vibe's list of names or its names with chances."""
    if isinstance(imperfections, Mapping):
        return {name: float(chance) for name, chance in imperfections.items()}
    return {name: CHANCES[name] for name in imperfections}


def pick(vibes: Sequence[Vibe], stage: str, sitting: Sitting, rng: Random) -> Vibe:
    """
    Return the vibe of the next reply: within a sitting mostly that of the last one.

    The chance of another rises with every reply of the sitting. A new one is drawn by the stage's
    weights; a vibe without a weight in this stage is left at once.
    """
    drawn = rng.random()
    current = next((vibe for vibe in vibes if vibe.name == sitting.vibe), None)
    if current is None or not current.weights[stage]:
        return _drawn(vibes, stage, rng)
    if drawn >= min(CHANGE_STEP * sitting.replies, CHANGE_MOST):
        return current
    others = [vibe for vibe in vibes if vibe is not current and vibe.weights[stage]]
    return _drawn(others, stage, rng) if others else current


def _drawn(vibes: Sequence[Vibe], stage: str, rng: Random) -> Vibe:
    return rng.choices(vibes, [vibe.weights[stage] for vibe in vibes])[0]


def mirrored(vibe: Vibe, fan_texts: Sequence[str]) -> Vibe:
    """
    Return `vibe` bent towards how the fan writes, within the vibe's own bounds.

    `fan_texts` are what the fan wrote, oldest first; the latest six count, and fewer than three
    change nothing. A fan of few words gets the lower part of the range of length, one of many the
    upper part; a fan without emoji a third of the emoji, one with few of them half.
    """
    texts = [text for text in fan_texts if text.strip()][-FAN_MESSAGES:]
    if len(texts) < FEWEST_MESSAGES:
        return vibe
    words = median(len(re.findall(r"\w+", text)) for text in texts)
    rate = sum(emoji.count(text) for text in texts) / len(texts)
    return replace(vibe, words=_around(vibe.words, words), emoji=_allowed(vibe.emoji, rate))


def _around(bounds: tuple[int, int], words: float) -> tuple[int, int]:
    least, most = bounds
    width = round((most - least) * MIRRORED_SHARE)
    # A quarter of what is left lies below the fan's own length.
    start = round(words - width / 4)
    start = min(max(start, least), most - width)
    return start, start + width


def _allowed(most: int, rate: float) -> int:
    if rate == 0:
        return most // 3
    return most if rate >= 0.5 else -(-most // 2)
