"""
The figures of the rhythm report, from what rhythm_report answered.

Counts and compares; how it looks is rhythm_page.py's, what the database keeps is SQL's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from math import ceil, log
from statistics import median

from worker.people import Shape, Wait, people, shape
from worker.rows import Json

BURSTS = 6  # the last one is "six and more", as people's is
FEWEST = 10
PEOPLE_WITHIN = 900.0  # seconds: who took longer is not among people's replies
Grid = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Lateness:
    """How long after its time a job was begun, in seconds."""

    count: int
    median: float
    p90: float
    p99: float
    worst: float


@dataclass(frozen=True, slots=True)
class Figures:
    """
    All that the page says.

    `drawn` and `kept` are waits of the turns in no lane of their own: as drawn when the fan wrote,
    and from the first message to the first bubble. The shapes are None below ten.
    """

    since: datetime
    until: datetime
    creators: tuple[Json, ...]
    turn_count: int
    is_cut: bool
    fast_count: int
    morning_count: int
    slow_count: int
    slow_median: float | None
    drawn: tuple[Wait, ...]
    kept: tuple[Wait, ...]
    drawn_shape: Shape | None
    kept_shape: Shape | None
    bursts: tuple[float, ...]
    late_replies: tuple[float, ...]
    late_deliveries: tuple[float, ...]
    written: Grid
    sent: Grid
    job_retention_days: float

    @property
    def is_empty(self) -> bool:
        return not self.turn_count and not self.written and not self.late_replies

    def as_json(self) -> Json:
        """Return the numbers, not the single waits."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "creators": list(self.creators),
            "turns": self.turn_count,
            "only_the_newest_turns": self.is_cut,
            "fast_lane": self.fast_count,
            "in_the_morning": self.morning_count,
            "slow_lane": self.slow_count,
            "slow_lane_median": self.slow_median,
            "drawn": asdict(self.drawn_shape) if self.drawn_shape else None,
            "kept": asdict(self.kept_shape) if self.kept_shape else None,
            "bursts": list(self.bursts),
            "late_replies": _lateness_json(self.late_replies),
            "late_deliveries": _lateness_json(self.late_deliveries),
            "written_by_hour": _grid_json(self.written),
            "sent_by_hour": _grid_json(self.sent),
        }


def figures(answer: Json) -> Figures:
    """Compute the report's figures from what the database answered."""
    turns: list[Json] = answer["turns"]
    lanes = Counter(turn["lane"] for turn in turns)
    slow = [turn["kept"] for turn in turns if turn["lane"] == "slow"]
    conversations = _conversations(turns)
    ordinary = [
        (turn, conversation)
        for turn, conversation in zip(turns, conversations, strict=True)
        if turn["lane"] == "ordinary"
    ]
    # Waits from before a project knew how they were drawn, or of a reply made by hand, have none.
    drawn = tuple(
        Wait(turn["drawn"], None, conversation)
        for turn, conversation in ordinary
        if turn["drawn"] is not None
    )
    kept = tuple(Wait(turn["kept"], turn["chars"], conversation) for turn, conversation in ordinary)
    sizes = Counter(min(turn["messages"], BURSTS) for turn in turns if turn["messages"])
    total = sum(sizes.values())
    return Figures(
        since=datetime.fromisoformat(answer["since"]).astimezone(UTC),
        until=datetime.fromisoformat(answer["until"]).astimezone(UTC),
        creators=tuple(answer["creators"]),
        turn_count=len(turns),
        is_cut=len(turns) >= answer["turns_limit"],
        fast_count=lanes["fast"],
        morning_count=lanes["morning"],
        slow_count=lanes["slow"],
        slow_median=median(slow) if slow else None,
        drawn=drawn,
        kept=kept,
        drawn_shape=_shape(drawn),
        kept_shape=_shape(kept),
        bursts=tuple(sizes[size] / total if total else 0.0 for size in range(1, BURSTS + 1)),
        late_replies=tuple(sorted(answer["late_replies"])),
        late_deliveries=tuple(sorted(answer["late_deliveries"])),
        written={(day, hour): count for day, hour, count, _ in answer["hours"] if count},
        sent={(day, hour): count for day, hour, _, count in answer["hours"] if count},
        job_retention_days=answer["job_retention_days"],
    )


def lateness(ordered: Sequence[float]) -> Lateness | None:
    """Describe lateness, smallest first; None where nothing was begun."""
    if not ordered:
        return None
    p50, p90, p99 = (ordered[ceil(share * len(ordered)) - 1] for share in (0.5, 0.9, 0.99))
    return Lateness(len(ordered), p50, p90, p99, ordered[-1])


def shares(values: Iterable[float], edges: Sequence[float]) -> list[float]:
    """Return the share of values in each bin; what lies outside is in the first or the last."""
    counts = [0] * (len(edges) - 1)
    total = 0
    for value in values:
        counts[min(max(bisect_right(edges, value) - 1, 0), len(counts) - 1)] += 1
        total += 1
    return [count / total if total else 0.0 for count in counts]


def people_within(seconds: float, level: float) -> float:
    """
    Return about which share of people's replies came within a time, scaled to the median `level`.

    For drawing: people's percentiles are whole seconds, between which this goes by logarithms.
    """
    at = seconds * people().median / level
    times, within = _people_curve()
    if at <= times[0]:
        return 0.0
    if at >= times[-1]:
        return 1.0
    place = bisect_right(times, at)
    part = log(at / times[place - 1]) / log(times[place] / times[place - 1])
    return within[place - 1] + part * (within[place] - within[place - 1])


@cache
def _people_curve() -> tuple[list[float], list[float]]:
    """Return times, each once, and the share of people's replies that came within them."""
    reached = {seconds: share / 100 for share, seconds in enumerate(people().percentiles, start=1)}
    curve = {0.5: 0.0, **reached, PEOPLE_WITHIN: 1.0}
    return list(curve), list(curve.values())


def people_shares(edges: Sequence[float], level: float) -> list[float]:
    """Return people's share in each bin, scaled to the median `level`."""
    within = [0.0, *(people_within(edge, level) for edge in edges[1:-1]), 1.0]
    return [after - before for before, after in pairwise(within)]


def _conversations(turns: Sequence[Json]) -> list[int]:
    """Number the conversations: a fan's next one begins where one is picked up after hours."""
    numbers: dict[int, int] = {}
    found = []
    for count, turn in enumerate(turns):
        if turn["fan_id"] not in numbers or turn["lane"] in ("slow", "morning"):
            numbers[turn["fan_id"]] = count
        found.append(numbers[turn["fan_id"]])
    return found


def _shape(waits: Sequence[Wait]) -> Shape | None:
    enough = len(waits) >= FEWEST and median(wait.seconds for wait in waits) > 0
    return shape(waits) if enough else None


def _lateness_json(ordered: Sequence[float]) -> Json | None:
    found = lateness(ordered)
    return asdict(found) if found else None


def _grid_json(grid: Grid) -> list[list[int]]:
    return [[grid.get((day, hour), 0) for hour in range(24)] for day in range(1, 8)]
