"""
Keep a job's lease while its work goes on, and stop work that is in vain.

The lease is extended at a third of its length, so that two extensions may fail before it is lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from enum import Enum

import structlog

from worker.database import Database
from worker.errors import LeaseLost, WorkerError
from worker.rows import Job
from worker.stop_switch import StopSwitch

log = structlog.get_logger()


class Verdict(Enum):
    """What became of work under a lease."""

    DONE = "done"  # the work came to its own end
    SUPERSEDED = "superseded"  # a newer message made it void; the database has ended the job
    STOPPED = "stopped"  # the stop switch is on; the job is still ours to hand back
    LOST = "lost"  # the lease is someone else's


async def work_under_lease(
    database: Database,
    job: Job,
    work: Coroutine[None, None, None],
    lease_seconds: int,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    switch: StopSwitch | None = None,
) -> Verdict:
    """
    Run `work` and extend the job's lease beside it; cancel the work when that is refused.

    Once the stop switch is heard the lease is asked for at once. A delivery is not broken off for
    it: begin_send asks for the switch, and what was posted after that is better known to be out.
    Raises what the work raises.
    """
    task = asyncio.create_task(work)
    keeper = asyncio.create_task(_keep(database, job, lease_seconds, sleep, switch or StopSwitch()))
    try:
        await asyncio.wait((task, keeper), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
            return Verdict.DONE
        return keeper.result()
    finally:
        for pending in (task, keeper):
            pending.cancel()
        await asyncio.gather(task, keeper, return_exceptions=True)


async def _keep(
    database: Database,
    job: Job,
    lease_seconds: int,
    sleep: Callable[[float], Awaitable[None]],
    switch: StopSwitch,
) -> Verdict:
    """Extend until refused; return why."""
    while True:
        await _first(sleep(lease_seconds / 3), switch.next_stop())
        try:
            answer = await database.extend_lease(job, lease_seconds)
        except LeaseLost:
            return Verdict.LOST
        except WorkerError as error:
            # Not reached: the lease may still hold, and the next extension may pass.
            log.warning("lease not extended", reason=str(error))
            continue
        if answer["outcome"] == "stopped" and job.job_type == "deliver":
            continue
        if answer["outcome"] != "held":
            return Verdict(answer["outcome"])


async def _first(*waits: Awaitable[None]) -> None:
    """Return when one of them does."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
