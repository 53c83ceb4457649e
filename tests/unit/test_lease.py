"""Work under a lease: extended beside the work, and the work dropped when it is in vain."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from worker.errors import DatabaseUnavailable, LeaseLost, ModelUnavailable
from worker.lease import Verdict, work_under_lease
from worker.rows import Job

JOB = Job(1, "reply", "token", 1, 5, datetime(2026, 1, 1, tzinfo=UTC), {}, {})


class Extending:
    """Answers extend_lease from a list; the last answer is repeated."""

    def __init__(self, *answers: str | Exception) -> None:
        self.answers = list(answers)
        self.calls = 0

    async def extend_lease(self, job: Job, lease_seconds: int) -> dict[str, str]:
        self.calls += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return {"outcome": answer}


async def under_lease(database: Extending, work: Any) -> Verdict:
    sleeps: list[float] = []

    async def sleep(seconds: float) -> None:
        sleeps.append(seconds)
        await asyncio.sleep(0)

    async with asyncio.timeout(5):
        verdict = await work_under_lease(database, JOB, work, 30, sleep)  # type: ignore[arg-type]
    assert set(sleeps) <= {10.0}, "not extended at a third of the lease"
    return verdict


async def until_extended(database: Extending, times: int) -> None:
    while database.calls < times:
        await asyncio.sleep(0)


async def test_the_lease_is_extended_for_as_long_as_the_work_goes_on() -> None:
    database = Extending("held")
    assert await under_lease(database, until_extended(database, 5)) is Verdict.DONE
    assert database.calls >= 5


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("superseded", Verdict.SUPERSEDED),
        ("stopped", Verdict.STOPPED),
        (LeaseLost("gone"), Verdict.LOST),
    ],
)
async def test_work_in_vain_is_cancelled(answer: str | Exception, verdict: Verdict) -> None:
    cancelled = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    assert await under_lease(Extending("held", answer), work()) is verdict
    assert cancelled.is_set()


async def test_an_extension_that_fails_by_chance_is_tried_again() -> None:
    database = Extending(DatabaseUnavailable("blip"), "held")
    assert await under_lease(database, until_extended(database, 3)) is Verdict.DONE


async def test_an_error_of_the_work_comes_through() -> None:
    async def work() -> None:
        raise ModelUnavailable("later")

    with pytest.raises(ModelUnavailable):
        await under_lease(Extending("held"), work())
