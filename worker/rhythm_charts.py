"""
The charts of the rhythm report: which figures go into which drawing.

How a chart is drawn is svg_chart.py's, what the figures are rhythm_figures.py's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil, log, sqrt

from worker import svg_chart as svg
from worker.people import people
from worker.rhythm_figures import Figures, people_shares, people_within, shares
from worker.svg_chart import Frame

TIMES = {
    "1 ms": 0.001, "10 ms": 0.01, "0.1 s": 0.1, "1 s": 1, "10 s": 10, "1 min": 60,
    "10 min": 600, "1 h": 3600, "10 h": 36000, "4 days": 345600,
}  # fmt: skip
CURVE_STEPS = 220
SHORTEST = 0.5  # seconds, where the axis of waits begins
BURST_NAMES = ("1", "2", "3", "4", "5", "6+")


def how_long(seconds: float) -> str:
    """Say a time as people would: 40 ms, 3.2 s, 48 s, 4 min 10 s, 2 h 5 min."""
    if seconds < 0.9995:
        return f"{1000 * seconds:.0f} ms"
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    if seconds < 89.5:
        return f"{seconds:.0f} s"
    if seconds < 3600:
        minutes, rest = divmod(round(seconds), 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, rest = divmod(round(seconds / 60), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def waits_histogram(figures: Figures) -> str:
    """Draw how many replies took how long: kept as bars, asked for and people as lines."""
    frame = Frame(height=300)
    kept = [wait.seconds for wait in figures.kept]
    drawn = [wait.seconds for wait in figures.drawn]
    edges = _edges(SHORTEST, _longest(figures), sqrt(2))
    place = svg.log_share(edges[0], edges[-1])
    places = [place(edge) for edge in edges]
    of_kept, of_drawn = shares(kept, edges), shares(drawn, edges)
    of_people = people_shares(edges, _median(figures))
    top = svg.nice_top(max(*of_kept, *of_drawn, *of_people))
    titles = [
        f"{how_long(low)} to {how_long(high)}: {100 * share:.1f} %"
        for low, high, share in zip(edges, edges[1:], of_kept, strict=False)
    ]
    parts = svg.axes(frame, _ticks(edges[0], edges[-1]), top)
    parts += svg.bars_over_bins(frame, places, of_kept, top, titles)
    parts.append(svg.middles_over_bins(frame, places, of_people, top, "people"))
    if drawn:
        parts.append(svg.steps_over_bins(frame, places, of_drawn, top, "drawn"))
    return svg.drawing(frame, "How many replies took how long, beside people's", parts)


def waits_curve(figures: Figures) -> str:
    """Draw the share answered within a time, and where it is farthest from people's."""
    frame = Frame(height=290)
    kept = sorted(wait.seconds for wait in figures.kept)
    drawn = sorted(wait.seconds for wait in figures.drawn)
    low, high = SHORTEST, _edges(SHORTEST, _longest(figures), sqrt(2))[-1]
    place, level = svg.log_share(low, high), _median(figures)
    times = [low * (high / low) ** (step / CURVE_STEPS) for step in range(CURVE_STEPS + 1)]
    parts = svg.axes(frame, _ticks(low, high), 1.0)
    parts.append(
        svg.line(
            [(frame.x(place(at)), frame.y(people_within(at, level))) for at in times], "people"
        )
    )
    for ordered, kind in ((drawn, "drawn"), (kept, "ours")):
        if ordered:
            points = [(frame.x(place(at)), frame.y(_within(ordered, at))) for at in times]
            parts.append(svg.line(points, kind))
    # At people's own percentiles, as the distance is measured.
    percentiles = [each * level / people().median for each in people().percentiles]
    gap, farthest, share = max(
        (abs(_within(kept, time) - share / 100), time, share / 100)
        for share, time in enumerate(percentiles, start=1)
    )
    x, y = frame.x(place(farthest)), frame.y(share)
    other = frame.y(_within(kept, farthest))
    parts.append(svg.line([(x, y), (x, other)], "gap"))
    # The upper left is free: no curve is high so early.
    said = f"farthest apart: {100 * gap:.1f} points, at {how_long(farthest)}"
    left = frame.x(0) + 16
    parts.append(svg.line([(left, frame.top + 14), (left, frame.top + 28)], "gap"))
    parts.append(svg.text(left + 10, frame.top + 25, said, "note", "start"))
    return svg.drawing(frame, "The share of replies that came within a time", parts)


def lateness_histogram(late: Sequence[float]) -> str:
    """Draw how late jobs were begun past their time."""
    frame = Frame(width=430, height=230)
    edges = _edges(0.001, max(*late, 0.9), 10 ** (1 / 3))
    place = svg.log_share(edges[0], edges[-1])
    found = shares(late, edges)
    titles = [
        f"{how_long(low)} to {how_long(high)}: {100 * share:.1f} %"
        for low, high, share in zip(edges, edges[1:], found, strict=False)
    ]
    top = svg.nice_top(max(found))
    parts = svg.axes(frame, _ticks(edges[0], edges[-1]), top)
    parts += svg.bars_over_bins(frame, [place(edge) for edge in edges], found, top, titles)
    return svg.drawing(frame, "How late replies were begun", parts)


def bursts(figures: Figures) -> str:
    """Draw of how many messages a turn consists."""
    pairs = list(zip(figures.bursts, people().bursts, strict=True))
    frame = Frame(width=430, height=230, left=10, right=10)
    return svg.paired_bars(
        frame, "Messages before an answer, beside people's", BURST_NAMES, pairs,
        lambda share: f"{100 * share:.0f}",
    )  # fmt: skip


def medians_by_length(figures: Figures) -> str:
    """Draw how long replies of a length take, beside people's at the same level."""
    level = _median(figures) / people().median
    ratios = figures.kept_shape.by_chars if figures.kept_shape else ()
    names, pairs = [], []
    for (low, high, seconds), ratio in zip(people().medians_by_chars, ratios, strict=True):
        names.append(f"{low}–{high}")
        expected = seconds * level
        pairs.append((None if ratio is None else ratio * expected, expected))
    frame = Frame(width=430, height=230, left=10, right=10)
    return svg.paired_bars(
        frame, "Median wait by the reply's length, beside people's", names, pairs,
        lambda seconds: f"{seconds:.0f}",
    )  # fmt: skip


def _longest(figures: Figures) -> float:
    """Return where the axis of waits ends: with the longest, ours or of nearly all people."""
    waits = [wait.seconds for wait in (*figures.kept, *figures.drawn)]
    return max(*waits, people().percentiles[-1] * _median(figures) / people().median)


def _median(figures: Figures) -> float:
    return figures.kept_shape.median if figures.kept_shape else people().median


def _within(ordered: Sequence[float], seconds: float) -> float:
    return bisect_right(ordered, seconds) / len(ordered)


def _edges(low: float, highest: float, factor: float) -> list[float]:
    """Return bin edges from `low`, each `factor` times the one before, to above the highest."""
    steps = ceil(log(highest / low) / log(factor) + 1e-9)
    return [low * factor**step for step in range(steps + 1)]


def _ticks(low: float, high: float) -> dict[str, float]:
    place = svg.log_share(low, high)
    return {
        label: place(seconds) for label, seconds in TIMES.items() if low <= seconds <= high * 1.001
    }
