"""
The desk's queue: what is due when and why, as lines with countdowns.

Keeps the rows of the view desk_queue as they were read last, and counts down from there by its own
clock, so that a countdown moves without asking the database each second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from worker.desk_data import line_of
from worker.errors import WorkerError
from worker.rows import Json

MOST = 200


class Read(Protocol):
    """What of worker/database.py is used."""

    async def read_rows(
        self, table: str, *, order: str, most: int, **equal: Any
    ) -> Sequence[Json]: ...


@dataclass
class Queue:
    """The rows, the chosen one, and what went wrong with reading them."""

    read: Read
    creator_id: int | None
    clock: Callable[[], float]
    rows: Sequence[Json] = ()
    read_at: float = 0.0
    chosen: int | None = None
    said: str = field(default="")

    @property
    def row(self) -> Json | None:
        return next((row for row in self.rows if row["job_id"] == self.chosen), None)

    async def refresh(self) -> None:
        only = {} if self.creator_id is None else {"creator_id": self.creator_id}
        try:
            rows = await self.read.read_rows("desk_queue", order="run_at", most=MOST, **only)
        except WorkerError as error:
            self.said = f"not refreshed: {line_of(error)}"
            return
        place = self.place
        self.rows, self.read_at, self.said = rows, self.clock(), ""
        if self.row is None:
            self.choose(place)

    @property
    def place(self) -> int:
        jobs = [row["job_id"] for row in self.rows]
        return jobs.index(self.chosen) if self.chosen in jobs else 0

    def choose(self, place: int) -> None:
        """Choose by place in the list; the last where there are fewer."""
        place = max(0, min(place, len(self.rows) - 1))
        self.chosen = self.rows[place]["job_id"] if self.rows else None

    def lines(self) -> list[str]:
        passed = self.clock() - self.read_at
        return [line_of_job(row, passed) for row in self.rows]


def line_of_job(row: Json, passed: float = 0.0) -> str:
    """Return a job's line: when, who, what, and why then."""
    free = "waits" if row["status"] == "parked" else "as soon as a worker is free"
    why = (row["why"] or {}).get("says") or free
    failed = f"; last error: {row['last_error']}" if row["last_error"] else ""
    name = row["fan"] or row["creator"] or "?"
    return f"{countdown(row, passed):>9}  {name[:14]:<14} {row['job_type']:<9} {why}{failed}"


def countdown(row: Json, passed: float = 0.0) -> str:
    """Return `in 1:05`, `2:10 late`, or the state of what waits for no moment."""
    if row["status"] == "running":
        return "now"
    if row["status"] == "parked":
        return "parked"
    left = int(row["due_in_seconds"] - passed)
    return f"in {_clock(left)}" if left >= 0 else f"{_clock(-left)} late"


def _clock(seconds: int) -> str:
    if seconds >= 86_400:
        return f"{seconds // 86_400}d {seconds % 86_400 // 3600}h"
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds % 3600 // 60:02}h"
    return f"{seconds // 60}:{seconds % 60:02}"
