"""Work under a lease: extended beside the work, and the work dropped when it is in vain."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from worker.errors import DatabaseUnavailable, LeaseLost, ModelUnavailable
from worker.lease import Verdict, work_under_lease
from worker.rows import Job
from worker.stop_switch import StopSwitch

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


async def never() -> None:
    await asyncio.Event().wait()


async def for_ever(seconds: float) -> None:
    await asyncio.Event().wait()


async def test_once_the_stop_switch_is_heard_the_lease_is_asked_for_at_once() -> None:
    """A model call is broken off then, and not at a third of the lease."""
    switch, database = StopSwitch(), Extending("stopped")
    under = asyncio.create_task(
        work_under_lease(database, JOB, never(), 3600, for_ever, switch)  # type: ignore[arg-type]
    )
    for nudge in ({"due": 1}, {"stopped": False}):
        await asyncio.sleep(0)
        switch.hear(nudge)
    await asyncio.sleep(0.01)
    assert database.calls == 0
    switch.hear({"due": 0, "stopped": True})
    async with asyncio.timeout(5):
        assert await under is Verdict.STOPPED


async def test_a_switch_that_is_off_again_breaks_nothing_off() -> None:
    switch, database = StopSwitch(), Extending("held")
    work = until_extended(database, 2)
    under = asyncio.create_task(
        work_under_lease(database, JOB, work, 3600, for_ever, switch)  # type: ignore[arg-type]
    )
    for _ in range(2):
        await asyncio.sleep(0.01)
        switch.hear({"stopped": True})
    async with asyncio.timeout(5):
        assert await under is Verdict.DONE
    assert database.calls == 2


async def test_a_message_on_its_way_is_not_broken_off_by_the_stop_switch() -> None:
    delivery, database = replace(JOB, job_type="deliver"), Extending("stopped")
    async with asyncio.timeout(5):
        verdict = await work_under_lease(
            database,  # type: ignore[arg-type]
            delivery,
            until_extended(database, 3),
            30,
            lambda seconds: asyncio.sleep(0),
        )
    assert verdict is Verdict.DONE


def test_what_a_claim_was_answered_counts_as_heard() -> None:
    switch = StopSwitch()
    switch.see(True)
    assert switch.is_on
    switch.see(False)
    assert not switch.is_on
