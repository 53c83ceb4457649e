"""
Measure systems in turn, A B A B, so that what the machine does meanwhile falls on all of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bench.plan import Plan
from bench.result import Measured

Better = Literal["less", "more"]


@dataclass(frozen=True)
class Metric:
    """What a run yields under `name`."""

    name: str
    unit: str
    better: Better
    wanted: str = ""
    """Of fanpace."""


@dataclass(frozen=True)
class Side:
    """One system at one setting. `run` is given the number of the run and yields its metrics."""

    system: str
    setting: str
    run: Callable[[int], Awaitable[Mapping[str, float]]]
    note: str = ""
    runs: int | None = None
    """Fewer than the plan's, for what takes long."""
    wanted: bool = False
    """Whether the metrics' `wanted` is of this side."""


async def in_turn(
    plan: Plan, figure: str, sides: Sequence[Side], metrics: Sequence[Metric]
) -> list[Measured]:
    """Run every side once, then every side again. A side without a metric has no row of it."""
    found: list[list[Mapping[str, float]]] = [[] for _ in sides]
    for number in range(plan.runs):
        for side, values in zip(sides, found, strict=True):
            if number < (plan.runs if side.runs is None else min(side.runs, plan.runs)):
                plan.say(f"{figure}, run {number + 1}: {side.system}, {side.setting}")
                values.append(await side.run(number))
    return [
        Measured(
            figure, side.system, side.setting, metric.name, metric.unit,
            tuple(value[metric.name] for value in values),
            metric.better, metric.wanted if side.wanted else "", side.note,
        )
        for side, values in zip(sides, found, strict=True)
        for metric in metrics
        if values and all(metric.name in value for value in values)
    ]  # fmt: skip
