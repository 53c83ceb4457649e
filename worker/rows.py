"""
What the database's functions return, as frozen values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Job:
    """A claimed job; `context` is all that the work may know (docs/rpc.md)."""

    id: int
    job_type: str
    lease_token: str
    attempt: int
    max_attempts: int
    run_at: datetime
    payload: Json
    context: Json
    lane: str = "turn"

    @property
    def creator(self) -> Json:
        creator: Json = self.context["creator"]
        return creator

    @property
    def fan(self) -> Json:
        fan: Json = self.context["fan"]
        return fan

    @classmethod
    def from_json(cls, row: Json) -> Job:
        return cls(
            id=row["id"],
            job_type=row["job_type"],
            lease_token=row["lease_token"],
            attempt=row["attempt"],
            max_attempts=row["max_attempts"],
            run_at=datetime.fromisoformat(row["run_at"]),
            payload=row["payload"],
            context=row["context"],
            lane=row["lane"],
        )


@dataclass(frozen=True)
class Claim:
    """
    An answer of claim_jobs.

    `next_in` is the time until the next job is due, in seconds by the database's clock; None
    when nothing is queued for later.
    """

    jobs: tuple[Job, ...]
    next_in: float | None
    server_time: datetime
    stopped: bool

    @classmethod
    def from_json(cls, answer: Json) -> Claim:
        server_time = datetime.fromisoformat(answer["server_time"])
        next_run_at = answer["next_run_at"]
        return cls(
            jobs=tuple(Job.from_json(row) for row in answer["jobs"]),
            next_in=(
                (datetime.fromisoformat(next_run_at) - server_time).total_seconds()
                if next_run_at
                else None
            ),
            server_time=server_time,
            stopped=answer["stopped"],
        )
