"""
What a demo looked like, as one HTML page that needs nothing from outside of itself.

The words and the looks are in demo_report.html; here is what is on it, and where. Every text that
somebody wrote is escaped by the template.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from devstack.feed import Moment
from devstack.tally import Summary

WIDTH, LANE, LEFT, RIGHT = 1000, 26, 56, 12
# What a lane shows, in the order in which it is drawn over each other.
MARKS = ("due", "writes", "typing", "sent", "stage", "pays", "person")


@dataclass(frozen=True)
class Mark:
    """One thing on a lane: `x` and `y` in the picture's own units."""

    x: float
    y: float
    kind: str
    tip: str


@dataclass(frozen=True)
class Lane:
    """One fan from the left to the right, and what was said."""

    fan: str
    y: float
    marks: tuple[Mark, ...]
    waits: tuple[tuple[float, float], ...]
    """From a burst's first message to its answer's first bubble: the time that the fan waited."""
    said: tuple[Moment, ...]


def lanes(moments: Sequence[Moment], start: datetime) -> list[Lane]:
    """Lay the moments out, a lane for each fan in the order in which they first wrote."""
    fans = list(dict.fromkeys(moment.fan for moment in moments if moment.fan))
    length = max((seconds(moment, start) for moment in moments), default=1.0) or 1.0

    def x(moment: Moment) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * seconds(moment, start) / length, 1)

    found = []
    for place, fan in enumerate(fans):
        own = [moment for moment in moments if moment.fan == fan]
        y = LANE * (place + 0.5)
        marks = tuple(
            Mark(x(moment), y, moment.kind, f"{seconds(moment, start):.1f} s: {moment.text}")
            for kind in MARKS
            for moment in own
            if moment.kind == kind
        )
        waits, since = [], None
        for moment in own:
            if moment.kind == "writes" and since is None:
                since = x(moment)
            elif moment.kind == "sent" and since is not None:
                waits.append((since, x(moment)))
                since = None
        said = tuple(
            moment for moment in own if moment.kind in ("writes", "sent", "pays", "person")
        )
        found.append(Lane(fan, y, marks, tuple(waits), said))
    return found


def seconds(moment: Moment, start: datetime) -> float:
    return (moment.at - start).total_seconds()


def ticks(moments: Sequence[Moment], start: datetime) -> list[tuple[float, str]]:
    """Where the picture's time axis is marked, every ten or thirty seconds."""
    length = max((seconds(moment, start) for moment in moments), default=1.0) or 1.0
    step = 10 if length < 150 else 30
    return [
        (round(LEFT + (WIDTH - LEFT - RIGHT) * at / length, 1), f"{at} s")
        for at in range(0, int(length) + 1, step)
    ]


def page(summary: Summary, moments: Sequence[Moment], start: datetime, model: str) -> str:
    """Return the whole page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    drawn = lanes(moments, start)
    return environment.get_template("demo_report.html").render(
        summary=summary,
        lanes=drawn,
        ticks=ticks(moments, start),
        notes=[moment for moment in moments if moment.kind == "note"],
        stages=[moment for moment in moments if moment.kind == "stage"],
        model=model,
        start=start,
        seconds=seconds,
        width=WIDTH,
        height=LANE * (len(drawn) + 1),
        left=LEFT,
        right=WIDTH - RIGHT,
    )
