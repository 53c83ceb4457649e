"""One job: every known error ends in the right RPC, and none comes out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from worker.errors import (
    BudgetSpent,
    DatabaseUnavailable,
    FanvueRateLimited,
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    LeaseLost,
    ModelUnavailable,
    NotSent,
    RateLimited,
    SchemaMismatch,
)
from worker.rows import Job
from worker.work import Work

JOB = Job(1, "reply", "token", 2, 5, datetime(2026, 1, 1, tzinfo=UTC), {}, {})


class Database:
    """Keeps what was reported; `down` makes every report fail."""

    def __init__(self, *, down: bool = False) -> None:
        self.down = down
        self.calls: list[tuple[str, Any]] = []

    async def retry_job(self, job: Job, error: Any, retry_after: float | None) -> dict[str, str]:
        self._note("retry", error)
        return {"outcome": "queued"}

    async def release_job(
        self, job: Job, delay_seconds: float = 0, unsent: bool = False
    ) -> dict[str, str]:
        self._note("release unsent" if unsent else "release", delay_seconds)
        return {"outcome": "queued"}

    def _note(self, name: str, argument: Any) -> None:
        if self.down:
            raise DatabaseUnavailable("down")
        self.calls.append((name, argument))


async def work(
    database: Database, handler: Callable[[Job], Awaitable[None]], job_type: str = "reply"
) -> None:
    handlers = {job_type: handler}
    await Work(database, handlers, lease=60, jitter=lambda: 0.5)(JOB)  # type: ignore[arg-type]


def raising(error: Exception) -> Callable[[Job], Awaitable[None]]:
    async def handler(_: Job) -> None:
        raise error

    return handler


@pytest.mark.parametrize(
    ("error", "kind", "permanent", "unsent"),
    [
        (ModelUnavailable("slow"), "ModelUnavailable", False, False),
        (FanvueUncertain("time-out"), "FanvueUncertain", False, False),
        (NotSent(FanvueUnavailable("refused")), "FanvueUnavailable", False, True),
        (NotSent(FanvueRejected("no", status=403)), "FanvueRejected", True, True),
    ],
)
async def test_a_failed_attempt_is_reported_with_what_is_to_be_done(
    error: Exception, kind: str, permanent: bool, unsent: bool
) -> None:
    database = Database()
    await work(database, raising(error))
    ((name, told),) = database.calls
    assert name == "retry"
    assert (told["kind"], told["permanent"], told["unsent"]) == (kind, permanent, unsent)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BudgetSpent("used up", retry_after=7), ("release", 7.5)),
        (FanvueRateLimited("slow down", retry_after=7), ("release", 7.5)),
        (FanvueRateLimited("slow down"), ("release", 1.5)),
        (NotSent(FanvueRateLimited("slow down", retry_after=7)), ("release unsent", 7.5)),
        (NotSent(BudgetSpent("used up", retry_after=7)), ("release unsent", 7.5)),
    ],
)
async def test_waiting_for_fanvue_costs_no_attempt(
    error: Exception, told: tuple[str, float]
) -> None:
    database = Database()
    await work(database, raising(error))
    assert database.calls == [told]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SchemaMismatch("run `supabase db push`"), ("release", 60)),
        (NotSent(SchemaMismatch("run `supabase db push`")), ("release unsent", 60)),
    ],
)
async def test_waiting_for_migrations_costs_no_attempt(
    error: Exception, told: tuple[str, float]
) -> None:
    database = Database()
    await work(database, raising(error))
    assert database.calls == [told]


async def test_a_model_s_429_is_a_failed_attempt() -> None:
    database = Database()
    await work(database, raising(RateLimited("the model is busy", retry_after=7)))
    assert [name for name, _ in database.calls] == ["retry"]


async def test_a_lost_lease_writes_nothing() -> None:
    database = Database()
    await work(database, raising(LeaseLost("gone")))
    assert database.calls == []


async def test_a_job_type_from_a_newer_database_is_left_for_a_newer_worker() -> None:
    database = Database()
    await work(database, raising(AssertionError("not to be called")), job_type="other")
    assert database.calls == [("release", 60)]


async def test_a_report_that_fails_is_no_crash_since_the_lease_will_run_out() -> None:
    await work(Database(down=True), raising(ModelUnavailable("slow")))


async def test_a_cancelled_job_is_handed_back() -> None:
    database = Database()
    started = asyncio.Event()

    async def handler(_: Job) -> None:
        started.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(work(database, handler))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert database.calls == [("release", 0)]
