"""The worker's loop: when it claims, how much, and how it ends. No database, no waiting."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.errors import DatabaseUnavailable, SchemaMismatch
from worker.loop import Loop
from worker.rows import Claim, Job

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def job(number: int) -> Job:
    return Job(number, "reply", f"token-{number}", 1, 5, NOW, {}, {"fan": {"id": number}})


def claim(*numbers: int, next_in: float | None = None) -> Claim:
    return Claim(tuple(job(number) for number in numbers), next_in, NOW, False)


class Queue:
    """Answers claim_jobs from a list, and keeps what was asked."""

    def __init__(self, *answers: Claim | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[int] = []
        self.changed = asyncio.Event()

    async def claim_jobs(self, worker_id: str, max_jobs: int, lease_seconds: int) -> Claim:
        self.asked.append(max_jobs)
        self.changed.set()
        answer = self.answers.pop(0) if self.answers else claim()
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def asked_times(self, times: int) -> None:
        async with asyncio.timeout(5):
            while len(self.asked) < times:
                self.changed.clear()
                await self.changed.wait()


def make_loop(
    queue: Queue, work: Callable[[Job], Awaitable[None]], reasons: list[str], **more: Any
) -> Loop:
    options = {"concurrency": 4, "lease": 60, "poll": 3600.0, "grace": 5.0, **more}
    return Loop(
        queue,  # type: ignore[arg-type]
        work,
        worker_id="w",
        rng=random.Random(1),
        on_claim=lambda claim, reason: reasons.append(reason),
        **options,
    )


async def done(_: Job) -> None:
    return None


async def test_it_claims_at_the_start_after_a_finished_job_and_on_a_nudge() -> None:
    queue, reasons = Queue(claim(1)), []
    loop = make_loop(queue, done, reasons)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(2)
    loop.wake("nudge")
    await queue.asked_times(3)
    loop.stop()
    await running
    assert reasons == ["start", "finished", "nudge"]


async def test_its_own_clock_wakes_it_when_the_next_job_is_due() -> None:
    queue, reasons = Queue(claim(next_in=0.02)), []
    loop = make_loop(queue, done, reasons)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(2)
    loop.stop()
    await running
    assert reasons == ["start", "clock"]


async def test_with_nothing_known_it_polls() -> None:
    queue, reasons = Queue(), []
    loop = make_loop(queue, done, reasons, poll=0.02)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(2)
    loop.stop()
    await running
    assert reasons[:2] == ["start", "poll"]


async def test_a_full_claim_is_followed_by_the_next_at_once_while_there_is_room() -> None:
    release = asyncio.Event()

    async def work(_: Job) -> None:
        await release.wait()

    queue, reasons = Queue(claim(*range(100)), claim(*range(100, 200)), claim(*range(200, 250))), []
    loop = make_loop(queue, work, reasons, concurrency=250)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(3)
    release.set()
    loop.stop()
    await running
    assert (queue.asked[:3], reasons[:3]) == ([100, 100, 50], ["start", "more", "more"])


async def test_it_never_works_on_more_jobs_than_it_has_places() -> None:
    release = asyncio.Event()
    at_once = most = 0

    async def work(_: Job) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await release.wait()
        at_once -= 1

    queue, reasons = Queue(claim(1, 2), claim(3), claim(4)), []
    loop = make_loop(queue, work, reasons, concurrency=3)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(1)
    loop.wake("nudge")
    await queue.asked_times(2)
    loop.wake("nudge")
    await asyncio.sleep(0)
    release.set()
    await queue.asked_times(3)
    loop.stop()
    await running
    assert queue.asked[:2] == [3, 1], "asked for more than it has room for"
    assert most == 3


async def test_a_claim_that_fails_is_made_again() -> None:
    queue, reasons = Queue(DatabaseUnavailable("down"), claim(1)), []
    worked: list[int] = []

    async def work(job: Job) -> None:
        worked.append(job.id)

    loop = make_loop(queue, work, reasons, poll=0.05)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(3)
    loop.stop()
    await running
    assert worked == [1]
    assert reasons[:2] == ["start", "retry"], "whoever looks on hears of the failure, too"


async def test_a_database_that_does_not_fit_is_asked_again_until_it_does() -> None:
    queue = Queue(SchemaMismatch("run `supabase db push`"), claim(1))
    loop = make_loop(queue, done, [], poll=0.05)
    running = asyncio.create_task(loop.run())
    await queue.asked_times(1)
    assert loop.mismatch == "run `supabase db push`"
    await queue.asked_times(2)
    await asyncio.sleep(0)
    assert loop.mismatch is None
    loop.stop()
    await running


async def test_a_crash_in_one_job_does_not_stop_the_others() -> None:
    worked: list[int] = []

    async def work(job: Job) -> None:
        if job.id == 1:
            raise RuntimeError("a fault of ours")
        worked.append(job.id)

    queue = Queue(claim(1, 2), claim(3))
    loop = make_loop(queue, work, [])
    running = asyncio.create_task(loop.run())
    await queue.asked_times(3)
    loop.stop()
    await running
    assert worked == [2, 3]


async def test_on_stop_it_finishes_what_is_in_hand() -> None:
    started, finished = asyncio.Event(), asyncio.Event()

    async def work(_: Job) -> None:
        started.set()
        await asyncio.sleep(0.05)
        finished.set()

    loop = make_loop(Queue(claim(1)), work, [])
    running = asyncio.create_task(loop.run())
    await started.wait()
    loop.stop()
    await running
    assert finished.is_set()


async def test_what_does_not_end_within_the_grace_is_cancelled() -> None:
    started = asyncio.Event()
    handed_back: list[int] = []

    async def work(job: Job) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            handed_back.append(job.id)
            raise

    loop = make_loop(Queue(claim(1)), work, [], grace=0.01)
    running = asyncio.create_task(loop.run())
    await started.wait()
    loop.stop()
    async with asyncio.timeout(5):
        await running
    assert handed_back == [1]


def test_the_next_due_time_is_taken_by_the_database_s_clock() -> None:
    answer = {
        "server_time": NOW.isoformat(),
        "next_run_at": (NOW + timedelta(seconds=7.5)).isoformat(),
        "stopped": False,
        "jobs": [],
    }
    assert Claim.from_json(answer).next_in == pytest.approx(7.5)
