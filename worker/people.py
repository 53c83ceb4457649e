"""
How long people take to reply, and how far waits are from that.

The figures are derived statistics (worker/data, with their source); no message is in them. Waits
are compared after scaling to people's median: the level is the operator's, the shape is people's.
Where waits come from (a draw, a project's messages, a file) is the caller's.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from statistics import correlation, median


@dataclass(frozen=True, slots=True)
class People:
    """
    Reply delays of people: `percentiles` are the 1st to the 99th, in seconds.

    `bursts` are the shares of turns of one message, two, …; the last is six and more.
    """

    source: str
    n: int
    percentiles: tuple[float, ...]
    medians_by_chars: tuple[tuple[int, int, float], ...]
    lag1: float
    p90_over_p50: float
    bursts: tuple[float, ...]

    @property
    def median(self) -> float:
        return self.percentiles[49]


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait: `conversation` is any number that its neighbours share, `chars` the reply's."""

    seconds: float
    chars: int | None = None
    conversation: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """
    What waits look like beside people's.

    `distance` is Kolmogorov and Smirnov's, after scaling to people's median. `by_chars` has, for
    each of people's bands of reply lengths, the band's median over the median of all, divided by
    the same for people: 1.0 is people's own. None where there is too little to tell.
    """

    count: int
    median: float
    distance: float
    p90_over_p50: float
    lag1: float | None
    by_chars: tuple[float | None, ...]


@cache
def people() -> People:
    """Read the figures that come with the package."""
    text = files("worker").joinpath("data/human_reply_delays.json").read_text(encoding="utf-8")
    found = json.loads(text)
    bands = found["median_seconds_by_reply_chars"].items()
    return People(
        source=found["source"],
        n=found["n"],
        percentiles=tuple(found["seconds_percentiles_1_to_99"]),
        medians_by_chars=tuple(
            (int(low), int(high), seconds)
            for band, seconds in bands
            for low, _, high in [band.partition("-")]
        ),
        lag1=found["log_seconds_lag1_correlation"],
        p90_over_p50=found["p90_over_p50"],
        bursts=tuple(found["messages_per_turn"].values()),
    )


def shape(waits: Sequence[Wait]) -> Shape:
    """Describe waits, in the order in which they were drawn or kept within each conversation."""
    seconds = sorted(wait.seconds for wait in waits)
    middle = median(seconds)
    return Shape(
        count=len(seconds),
        median=middle,
        distance=distance(seconds),
        p90_over_p50=seconds[int(0.9 * len(seconds))] / middle,
        lag1=lag1(waits),
        by_chars=tuple(
            _band_beside_people(waits, low, high, of_people / people().median * middle)
            for low, high, of_people in people().medians_by_chars
        ),
    )


def distance(seconds: Iterable[float]) -> float:
    """Return the largest difference between these waits' distribution and people's, 0 to 1."""
    ordered = sorted(seconds)
    if not ordered or median(ordered) <= 0:
        raise ValueError("no distance: waits are needed, with a median above 0 seconds")
    scale = people().median / median(ordered)
    scaled = [each * scale for each in ordered]
    return max(
        abs(bisect_right(scaled, percentile) / len(scaled) - share / 100)
        for share, percentile in enumerate(people().percentiles, start=1)
    )


def lag1(waits: Sequence[Wait]) -> float | None:
    """Return how much of one wait is in the next: the correlation of their logarithms."""
    last: dict[int, float] = {}
    earlier: list[float] = []
    later: list[float] = []
    for wait in waits:
        if wait.seconds <= 0:
            continue
        value = log(wait.seconds)
        if wait.conversation in last:
            earlier.append(last[wait.conversation])
            later.append(value)
        last[wait.conversation] = value
    if len(later) < 30 or len(set(earlier)) == 1 or len(set(later)) == 1:
        return None
    return correlation(earlier, later)


def _band_beside_people(
    waits: Sequence[Wait], low: int, high: int, expected: float
) -> float | None:
    """Return a band's median over the expected one; ten replies of such a length are needed."""
    inside = [wait.seconds for wait in waits if wait.chars is not None and low <= wait.chars < high]
    return median(inside) / expected if len(inside) >= 10 else None
