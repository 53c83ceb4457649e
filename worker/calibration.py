"""
Fit the fitted model's numbers to replies that a person wrote.

Level and spread are read off the sample's quantiles, so that a few replies that somebody forgot
about move nothing. How the model draws is SQL's (private.draw_fitted_wait); here its length effect
and its bend towards the cap are only taken back. Where replies come from is the caller's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log
from statistics import NormalDist, fmean, median
from typing import TypeVar

# The fitted preset's own; a test compares them with private.default_pacing_config().
LENGTH_EXPONENT, LENGTH_OFFSET = 0.9, 50.0
PERSISTENCE_HALF_LIFE = 3600.0

WITHIN = 900.0  # people's figures are of replies within 15 minutes
FEWEST, ENOUGH = 30, 200
ENOUGH_PAIRS = 100
_NORMAL = NormalDist()
Number = TypeVar("Number", int, float)
Config = dict[str, str | float]


@dataclass(frozen=True, slots=True)
class Reply:
    """A person's reply; times are seconds since the epoch, `chars` is None where it has no text."""

    asked_at: float
    answered_at: float
    chars: int | None
    conversation: str = ""

    @property
    def seconds(self) -> float:
        return self.answered_at - self.asked_at


@dataclass(frozen=True, slots=True)
class Sample:
    """Replies to fit to, and how many were left out for which reason."""

    replies: tuple[Reply, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """
    What was found. `level_range` is where the median lies with 95 % certainty.

    `persistence` is None where too few replies follow one another to tell.
    """

    count: int
    base_delay: float
    level_range: tuple[float, float]
    sigma: float
    cap_ratio: float
    typical_chars: int
    persistence: float | None
    pairs: int

    def config(self) -> Config:
        """Return the pacing_config to paste; what it leaves out is the fitted preset's."""
        found: Config = {
            "preset": "fitted",
            "base_delay": round(self.base_delay, 1),
            "sigma": round(self.sigma, 2),
            "cap_ratio": round(self.cap_ratio, 1),
            "typical_chars": self.typical_chars,
        }
        if self.persistence is not None:
            found["persistence"] = round(self.persistence, 2)
        return found


class TooFew(ValueError):
    """There are not enough replies to fit anything to."""


def sample(replies: Iterable[Reply], within: float = WITHIN) -> Sample:
    """Keep what a wait can be read off, in order; say what was left out and why."""
    kept: list[Reply] = []
    left_out: Counter[str] = Counter()
    for reply in replies:
        if reply.seconds < 0:
            left_out["answered before it was asked"] += 1
        elif reply.seconds < 0.5:
            left_out["answered within the same second: nobody reads so fast"] += 1
        elif reply.seconds > within:
            left_out[f"answered after more than {within / 60:g} minutes"] += 1
        elif not reply.chars:
            left_out["without text, so of no known length"] += 1
        else:
            kept.append(reply)
    kept.sort(key=lambda reply: (reply.conversation, reply.asked_at, reply.answered_at))
    return Sample(tuple(kept), dict(left_out))


def fit(replies: Sequence[Reply], within: float = WITHIN) -> Fit:
    """Fit level, spread and persistence. Raises TooFew below thirty replies."""
    if len(replies) < FEWEST:
        raise TooFew(f"{len(replies)} replies are too few to fit to: {FEWEST} are needed")
    # The length at which the effects of all lengths add up to nothing.
    middle_length = fmean(log(_chars(each) + LENGTH_OFFSET) for each in replies)
    typical = _clamp(round(exp(middle_length) - LENGTH_OFFSET), 1, 5000)
    lengths = [length_effect(_chars(each), typical) for each in replies]
    seconds = [each.seconds for each in replies]

    # The larger the level, the smaller every residual: halve until their median is 0.
    low, high = log(min(seconds)) - 3, log(max(seconds)) + 3
    while high - low > 1e-5:
        middle = (low + high) / 2
        if median(_residuals(seconds, lengths, middle, within)) > 0:
            low = middle
        else:
            high = middle
    level = (low + high) / 2
    residuals = _residuals(seconds, lengths, level, within)
    sigma = _clamp(_spread(residuals), 0.05, 3)
    # The median of a normal sample is uncertain by 1.25 sigma over the root of its size.
    doubt = 1.96 * 1.253 * sigma / len(replies) ** 0.5
    persistence, pairs = _persistence(replies, [each / sigma for each in residuals])
    return Fit(
        count=len(replies),
        base_delay=_clamp(exp(level), 0.1, 86400),
        level_range=(exp(level - doubt), exp(level + doubt)),
        sigma=sigma,
        cap_ratio=_clamp(within / exp(level), 1.5, 1000),
        typical_chars=typical,
        persistence=persistence,
        pairs=pairs,
    )


def length_effect(chars: float, typical: float) -> float:
    """Return what a reply's length adds to the logarithm of its wait."""
    return LENGTH_EXPONENT * log((chars + LENGTH_OFFSET) / (typical + LENGTH_OFFSET))


def unbend(above: float, farthest: float) -> float:
    """Take back the bend towards the cap: from what was waited to what was drawn."""
    if above <= 0:
        return above
    rest = 1 - (above / farthest) ** 4
    return float(above / rest**0.25) if rest > 0 else inf


def distance_between(one: Iterable[float], other: Iterable[float]) -> float:
    """Return the largest difference between two samples' distributions, 0 to 1 (Kolmogorov)."""
    left, right = sorted(one), sorted(other)
    if not left or not right:
        raise ValueError("no distance: one of the two samples is empty")
    return max(
        abs(bisect_right(left, at) / len(left) - bisect_right(right, at) / len(right))
        for at in (*left, *right)
    )


def _residuals(
    seconds: Sequence[float], lengths: Sequence[float], level: float, within: float
) -> list[float]:
    """Return sigma · z of each wait, should exp(level) be the median."""
    farthest = max(log(within) - level, log(1.5))
    return [
        unbend(log(each) - level, farthest) - length
        for each, length in zip(seconds, lengths, strict=True)
    ]


def _spread(residuals: Sequence[float]) -> float:
    """Return the slope of the residuals over normal quantiles, from the 10th to the 90th."""
    ordered = sorted(residuals)
    points = [
        (_NORMAL.inv_cdf((rank + 0.5) / len(ordered)), each)
        for rank, each in enumerate(ordered)
        if 0.1 <= (rank + 0.5) / len(ordered) <= 0.9 and each < inf
    ]
    # Short of ties at the cap there are eight tenths of the sample here.
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def _persistence(replies: Sequence[Reply], z: Sequence[float]) -> tuple[float | None, int]:
    """Return how much of one draw is in the next, its age aside, and in how many pairs."""
    earlier: list[float] = []
    later: list[float] = []
    for (last, last_z), (reply, this_z) in zip(
        zip(replies, z, strict=True), list(zip(replies, z, strict=True))[1:], strict=False
    ):
        age = reply.asked_at - last.asked_at
        if reply.conversation != last.conversation or not reply.conversation:
            continue
        if age <= 2 * PERSISTENCE_HALF_LIFE:
            earlier.append(_clamp(last_z, -2.5, 2.5) * 0.5 ** (age / PERSISTENCE_HALF_LIFE))
            later.append(_clamp(this_z, -2.5, 2.5))
    if len(later) < ENOUGH_PAIRS:
        return None, len(later)
    slope = sum(a * b for a, b in zip(earlier, later, strict=True)) / sum(a * a for a in earlier)
    return _clamp(slope, 0.0, 0.95), len(later)


def _chars(reply: Reply) -> int:
    return reply.chars or 0


def _clamp(value: Number, low: Number, high: Number) -> Number:
    return min(max(value, low), high)
