"""
One measured figure of one system: what every module of the bench returns.

How figures are printed is `table.py`'s, how they are drawn is `plot.py`'s.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Literal

FANPACE = "fanpace"


@dataclass(frozen=True)
class Measured:
    """One metric of one system at one setting, one value for each run."""

    figure: str
    """What was measured: lateness, upsert, drain …"""
    system: str
    """fanpace, `graphile-worker 0.18.0`, `bare insert … on conflict` …"""
    setting: str
    """`default`, `fastest documented: …`, `Realtime down` …"""
    metric: str
    """p99, throughput …"""
    unit: str
    values: tuple[float, ...]
    better: Literal["less", "more"]
    wanted: str = ""
    """What issue 7 asks of it, in words; empty where nothing is asked."""
    note: str = ""

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest of the runs."""
        return min(self.values), max(self.values)

    def as_json(self) -> dict[str, Any]:
        least, most = self.spread
        return {**asdict(self), "median": self.median, "least": least, "most": most}
