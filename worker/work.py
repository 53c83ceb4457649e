"""
Do one claimed job: choose the handler, keep the lease, report what went wrong.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping

import structlog

from worker.database import Database
from worker.errors import (
    BudgetSpent,
    FanvueRateLimited,
    LeaseLost,
    NotConnected,
    NotSent,
    SchemaMismatch,
    WorkerError,
)
from worker.failures import describe, retry_after
from worker.lease import Verdict, work_under_lease
from worker.metrics import Metrics
from worker.rows import Job
from worker.stop_switch import StopSwitch

log = structlog.get_logger()

# Until somebody upgrades what is older: the worker, or the database.
_UPGRADE_SECONDS = 60

Handler = Callable[[Job], Awaitable[None]]

# Nothing was tried, and the job has not failed: it waits.
_WAITING = (BudgetSpent, FanvueRateLimited, NotConnected)


class Work:
    """Handles jobs by type; every known error ends in an RPC, never in an exception."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, Handler],
        *,
        lease: int,
        metrics: Metrics | None = None,
        jitter: Callable[[], float] = random.random,
        switch: StopSwitch | None = None,
    ) -> None:
        """`jitter` draws from [0, 1)."""
        self._database = database
        self._handlers = handlers
        self._lease = lease
        self._metrics = metrics or Metrics()
        self._jitter = jitter
        self._switch = switch or StopSwitch()

    async def __call__(self, job: Job) -> None:
        try:
            outcome = await self._attempt(job)
        except asyncio.CancelledError:
            self._metrics.job_finished(job.job_type, "handed_back")
            raise
        except Exception:
            self._metrics.job_finished(job.job_type, "crashed")
            raise
        self._metrics.job_finished(job.job_type, outcome)

    async def _attempt(self, job: Job) -> str:
        """Work on the job and report what went wrong; return what became of it."""
        handler = self._handlers.get(job.job_type)
        if handler is None:
            # From a newer database: a newer worker will know it.
            log.warning("job type unknown to this worker")
            return await self._hand_back(job, _UPGRADE_SECONDS)
        try:
            verdict = await work_under_lease(
                self._database, job, _run(handler, job), self._lease, switch=self._switch
            )
        except asyncio.CancelledError:
            # Being stopped. Shielded: the loop must not take this call away too.
            await asyncio.shield(self._hand_back(job))
            raise
        except LeaseLost:
            log.info("lease lost, work dropped")
            return "lease_lost"
        except _WAITING as error:
            return await self._hand_back(job, self._later(error))
        except SchemaMismatch as error:
            return await self._await_upgrade(job, error, unsent=False)
        except NotSent as error:
            if isinstance(error.cause, _WAITING):
                return await self._hand_back(job, self._later(error.cause), unsent=True)
            if isinstance(error.cause, SchemaMismatch):
                return await self._await_upgrade(job, error.cause, unsent=True)
            return await self._report(job, error.cause, unsent=True)
        except WorkerError as error:
            return await self._report(job, error, unsent=False)
        if verdict is Verdict.STOPPED:
            return await self._hand_back(job)
        if verdict is not Verdict.DONE:
            log.info("work dropped", why=verdict.value)
        return "lease_lost" if verdict is Verdict.LOST else verdict.value

    async def _report(self, job: Job, error: WorkerError, *, unsent: bool) -> str:
        self._metrics.job_failed(job.job_type, error)
        try:
            answer = await self._database.retry_job(
                job, describe(error, unsent=unsent), retry_after(error)
            )
        except WorkerError as unreported:
            # The lease will run out, which counts as the attempt.
            log.warning("failure not reported", reason=str(unreported), failure=str(error))
            return "unreported"
        log.warning(
            "attempt failed",
            failure=str(error),
            kind=type(error).__name__,
            attempt=job.attempt,
            outcome=answer["outcome"],
        )
        return "retried" if answer["outcome"] == "queued" else str(answer["outcome"])

    def _later(self, error: BudgetSpent | FanvueRateLimited | NotConnected) -> float:
        # A little later than told: all that wait for this creator were told much the same.
        return (error.retry_after or 1) + self._jitter()

    async def _await_upgrade(self, job: Job, error: SchemaMismatch, *, unsent: bool) -> str:
        # Not the job's fault: waiting for migrations must not make a dead letter of it.
        log.error("database and worker do not fit", reason=str(error))
        return await self._hand_back(job, _UPGRADE_SECONDS, unsent=unsent)

    async def _hand_back(self, job: Job, delay_seconds: float = 0, *, unsent: bool = False) -> str:
        try:
            await self._database.release_job(job, delay_seconds, unsent)
        except WorkerError as error:
            log.warning("job not handed back", reason=str(error))
            return "unreported"
        log.info("job handed back")
        return "handed_back"


async def _run(handler: Handler, job: Job) -> None:
    await handler(job)
