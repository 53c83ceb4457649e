"""
Draw charts as SVG text: histograms on a logarithmic axis, curves, paired bars, heat maps.

Pure functions. Colours are the page's: every mark has a class (`ours`, `drawn`, `people`, …), so
that one drawing is readable in light and dark and on paper. What is drawn is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import log

Point = tuple[float, float]
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a drawing, and the room around its plot for labels."""

    width: float = 880
    height: float = 300
    left: float = 44
    right: float = 14
    top: float = 14
    bottom: float = 30

    @property
    def floor(self) -> float:
        return self.height - self.bottom

    def x(self, share: float) -> float:
        return self.left + share * (self.width - self.left - self.right)

    def y(self, share: float) -> float:
        return self.floor - share * (self.floor - self.top)


def log_share(low: float, high: float) -> Callable[[float], float]:
    """Return where a value stands between two others, 0 to 1, by its logarithm."""
    span = log(high / low)
    return lambda value: min(max(log(max(value, low) / low) / span, 0), 1)


def nice_top(value: float) -> float:
    """Return a round number, a little above the highest bar, that four steps divide evenly."""
    tops = (0.02, 0.04, 0.06, 0.08, 0.12, 0.16, 0.2, 0.28, 0.4, 0.6, 0.8)
    return next((top for top in tops if value <= top), 1.0)


def drawing(frame: Frame, label: str, parts: Iterable[str]) -> str:
    """Put the parts of a drawing into one SVG element, described for those who do not see it."""
    return (
        f'<svg viewBox="0 0 {frame.width:g} {frame.height:g}" role="img"'
        f' aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def text(x: float, y: float, content: str, kind: str = "tick", anchor: str = "middle") -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">'
        f"{escape(content)}</text>"
    )


def line(points: Sequence[Point], kind: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline class="line {kind}" points="{path}"/>'


def bar(x: float, y: float, width: float, height: float, kind: str, title: str = "") -> str:
    told = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<rect class="bar {kind}" x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}"'
        f' height="{max(height, 0):.1f}" rx="1.5">{told}</rect>'
    )


def axes(frame: Frame, ticks: Mapping[str, float], top: float, lines: int = 4) -> list[str]:
    """Draw level lines with percentages up to `top`; `ticks` are labels and their place, 0 to 1."""
    parts = []
    for step in range(lines + 1):
        y = frame.y(step / lines)
        kind = "axis" if step == 0 else "level"
        parts.append(
            f'<line class="{kind}" x1="{frame.x(0):.1f}" x2="{frame.x(1):.1f}"'
            f' y1="{y:.1f}" y2="{y:.1f}"/>'
        )
        parts.append(text(frame.left - 7, y + 4, f"{100 * top * step / lines:.3g} %", anchor="end"))
    for label, share in ticks.items():
        x = frame.x(share)
        parts.append(
            f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{frame.floor:.1f}"'
            f' y2="{frame.floor + 4:.1f}"/>'
        )
        parts.append(text(x, frame.floor + 18, label))
    return parts


def bars_over_bins(
    frame: Frame,
    places: Sequence[float],
    shares: Sequence[float],
    top: float,
    titles: Sequence[str],
) -> list[str]:
    """Draw one bar for each bin; `places` are the bins' edges, 0 to 1."""
    return [
        bar(
            frame.x(left) + 1, frame.y(share / top), frame.x(right) - frame.x(left) - 2,
            frame.floor - frame.y(share / top), "ours", title,
        )
        for left, right, share, title in zip(places, places[1:], shares, titles, strict=False)
        if share > 0
    ]  # fmt: skip


def steps_over_bins(
    frame: Frame, places: Sequence[float], shares: Sequence[float], top: float, kind: str
) -> str:
    """Draw the outline of a histogram."""
    points = [(frame.x(places[0]), frame.floor)]
    for left, right, share in zip(places, places[1:], shares, strict=False):
        y = frame.y(share / top)
        points += [(frame.x(left), y), (frame.x(right), y)]
    return line([*points, (frame.x(places[-1]), frame.floor)], kind)


def middles_over_bins(
    frame: Frame, places: Sequence[float], shares: Sequence[float], top: float, kind: str
) -> str:
    """Draw a histogram as a line through the middles of its bins."""
    return line(
        [
            (frame.x((left + right) / 2), frame.y(share / top))
            for left, right, share in zip(places, places[1:], shares, strict=False)
        ],
        kind,
    )


def paired_bars(
    frame: Frame,
    label: str,
    names: Sequence[str],
    values: Sequence[tuple[float | None, float | None]],
    say: Callable[[float], str],
) -> str:
    """Draw ours and people's side by side under each name; a missing one is said by a dash."""
    highest = max((each for pair in values for each in pair if each is not None), default=1) or 1
    slot = 1 / len(names)
    parts = [
        f'<line class="axis" x1="{frame.x(0):.1f}" x2="{frame.x(1):.1f}"'
        f' y1="{frame.floor:.1f}" y2="{frame.floor:.1f}"/>'
    ]
    width = min((frame.x(slot) - frame.x(0)) * 0.36, 30)
    for number, (name, pair) in enumerate(zip(names, values, strict=True)):
        middle = frame.x((number + 0.5) * slot)
        parts.append(text(middle, frame.floor + 18, name))
        for value, kind, x in zip(pair, ("ours", "people"), (middle - width, middle), strict=True):
            y = frame.floor if value is None else frame.y(value / highest * 0.92)
            if value is not None:
                parts.append(bar(x + 1, y, width - 2, frame.floor - y, kind))
            said = "–" if value is None else say(value)
            parts.append(text(x + width / 2, y - 5, said, "value"))
    return drawing(frame, label, parts)


def heat_map(label: str, counts: Mapping[tuple[int, int], int], unit: str) -> str:
    """Draw weekday (1 is Monday) by hour; the fullest cell has the full colour."""
    cell, left, top = 17.0, 36.0, 4.0
    frame = Frame(width=left + 24 * cell + 4, height=top + 7 * cell + 24)
    most = max(counts.values(), default=0)
    parts = []
    for weekday, name in enumerate(WEEKDAYS, start=1):
        y = top + (weekday - 1) * cell
        parts.append(text(left - 7, y + 12.5, name, anchor="end"))
        for hour in range(24):
            count = counts.get((weekday, hour), 0)
            strength = (count / most) ** 0.7 if most else 0
            parts.append(
                f'<rect class="cell" x="{left + hour * cell:.1f}" y="{y:.1f}" width="{cell - 2:g}"'
                f' height="{cell - 2:g}" rx="2.5"/>'
            )
            if count:
                parts.append(
                    f'<rect class="heat" x="{left + hour * cell:.1f}" y="{y:.1f}"'
                    f' width="{cell - 2:g}" height="{cell - 2:g}" rx="2.5"'
                    f' fill-opacity="{strength:.2f}"><title>'
                    f"{escape(f'{name} {hour:02}:00 to {(hour + 1) % 24:02}:00: {count} {unit}')}"
                    "</title></rect>"
                )
    for hour in range(0, 24, 3):
        parts.append(text(left + hour * cell + 7.5, top + 7 * cell + 13, f"{hour:02}"))
    return drawing(frame, label, parts)
