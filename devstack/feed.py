"""
What a viewer of the demo sees happen, as one stream of moments.

Gathers from the Fanvue stand-in (who wrote, who is typed to, what went out) and from the
database (when a reply is due, which stage a fan is in). How it is shown is `timeline.py`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import psycopg
from psycopg.rows import dict_row

from devstack.fanvue_records import PlatformEvent


@dataclass(frozen=True)
class Moment:
    """One thing that happened; `kind` names its row in the timeline's legend."""

    at: datetime
    kind: str
    fan: str
    text: str


@dataclass
class FanState:
    """What is known of one fan right now."""

    stage: str = "new"
    waiting: int = 0
    due: datetime | None = None
    typing_until: datetime | None = None
    last: str = ""


@dataclass
class Feed:
    """All moments so far and the fans' present state; `show` is called for each moment."""

    show: Callable[[Moment], None]
    moments: list[Moment] = field(default_factory=list)
    fans: dict[str, FanState] = field(default_factory=dict)

    def add(self, kind: str, fan: str, text: str, at: datetime | None = None) -> None:
        moment = Moment(at or datetime.now(UTC), kind, fan, text)
        self.moments.append(moment)
        self.show(moment)

    def state(self, fan: str) -> FanState:
        return self.fans.setdefault(fan, FanState())

    def on_platform(self, event: PlatformEvent) -> None:
        """Take note of what the platform shows; a listener of FanvuePlatform."""
        fan = event.fan.handle
        state = self.state(fan)
        text = event.text or ""
        if event.kind == "typing":
            # The platform's indicator fades by itself.
            state.typing_until = event.at + timedelta(seconds=6) if text == "begins" else None
            self.add("typing", fan, "is being typed to", event.at)
            return
        if event.kind == "delivered":
            state.typing_until = None
        state.last = text
        kind = {"fan_wrote": "writes", "fan_paid": "pays", "delivered": "sent"}.get(event.kind)
        self.add(kind or "person", fan, text, event.at)

    async def watch(self, dsn: str, every: float = 0.2) -> None:
        """Follow the database until cancelled."""
        seen_due: dict[int, tuple[datetime, int]] = {}
        seen_transition = 0
        connection = await psycopg.AsyncConnection.connect(
            dsn, autocommit=True, row_factory=dict_row
        )
        async with connection:
            while True:
                jobs = await connection.execute(
                    "select jobs.id, fans.handle, jobs.run_at,"
                    " coalesce((jobs.payload ->> 'message_count')::int, 1) as messages"
                    " from public.jobs_queue as jobs join public.fans on fans.id = jobs.fan_id"
                    " where jobs.job_type = 'reply' and jobs.status = 'queued'"
                )
                waiting: set[str] = set()
                for job in await jobs.fetchall():
                    fan, due = job["handle"], (job["run_at"], job["messages"])
                    waiting.add(fan)
                    self.state(fan).due, self.state(fan).waiting = due
                    if seen_due.get(job["id"]) != due:
                        seen_due[job["id"]] = due
                        seconds = (due[0] - datetime.now(UTC)).total_seconds()
                        lines = "" if due[1] == 1 else f" to {due[1]} messages"
                        self.add("due", fan, f"reply{lines} due in {max(seconds, 0):.1f} s")
                for fan in self.fans.keys() - waiting:
                    self.state(fan).due = None
                seen_transition = await self._stages(connection, seen_transition)
                await asyncio.sleep(every)

    async def _stages(
        self, connection: psycopg.AsyncConnection[dict[str, object]], seen: int
    ) -> int:
        rows = await connection.execute(
            "select moves.id, fans.handle, moves.to_stage, moves.from_stage, moves.reason"
            " from public.stage_transitions as moves join public.fans on fans.id = moves.fan_id"
            " where moves.id > %s order by moves.id",
            (seen,),
        )
        for row in await rows.fetchall():
            seen = int(str(row["id"]))
            fan = str(row["handle"])
            self.state(fan).stage = str(row["to_stage"])
            self.add("stage", fan, f"{row['from_stage']} → {row['to_stage']}: {row['reason']}")
        return seen
