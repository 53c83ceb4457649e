"""
Claim due jobs and work on them, so many at a time, until told to stop.

A nudge is only a hint. The loop claims at the start, on every wake-up (a nudge, a new
subscription, a finished job), when its own clock reaches the next due time, and on a slow poll;
so a job starts milliseconds after run_at, and with every nudge lost it still starts.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

import structlog

from worker.database import Database
from worker.errors import SchemaMismatch, WorkerError
from worker.rows import Claim, Job

log = structlog.get_logger()

# Seconds. A claim that arrives a moment early finds nothing and has to be made again.
_MARGIN = 0.003
# Jobs in one claim: each comes with all that its reply needs, and the first should not wait for
# the thousandth.
_BATCH = 100


class Loop:
    """
    One worker's loop.

    `work` handles one job and never raises for a known error. `on_claim` sees every claim:
    the listener learns from it which jobs no nudge announced. It sees None where a claim failed.
    """

    def __init__(
        self,
        database: Database,
        work: Callable[[Job], Awaitable[None]],
        *,
        worker_id: str,
        concurrency: int,
        lease: int,
        poll: float,
        grace: float,
        rng: random.Random,
        clock: Callable[[], float] = time.monotonic,
        on_claim: Callable[[Claim | None, str], None] = lambda claim, reason: None,
    ) -> None:
        self._database = database
        self._work = work
        self._worker_id = worker_id
        self._concurrency = concurrency
        self._lease = lease
        self._poll = poll
        self._grace = grace
        self._rng = rng
        self._clock = clock
        self._on_claim = on_claim
        self._woken = asyncio.Event()
        self._reason = "start"
        self._stopping = False
        self._working: set[asyncio.Task[None]] = set()
        self._failures = 0
        self.turned_at = clock()  # when it last went round
        self.claimed_at: float | None = None  # when the database last answered a claim
        self.mismatch: str | None = None  # why nothing can be claimed from this database

    def wake(self, reason: str) -> None:
        """Claim again soon. May be called at any time from the loop's thread."""
        self._reason = reason
        self._woken.set()

    def stop(self) -> None:
        """Claim nothing more; `run` returns when the work in hand is done or handed back."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Claim and work until `stop`; then finish what can be finished within the grace."""
        while not self._stopping:
            wait, reason = await self._claim_and_start()
            if self._stopping:
                break
            try:
                await asyncio.wait_for(self._woken.wait(), timeout=wait)
            except TimeoutError:
                self._reason = reason
        await self._finish()

    async def _claim_and_start(self) -> tuple[float, str]:
        """
        Claim what there is room for.

        Returns how long to wait if nothing wakes us, in seconds, and what the claim after that
        is for: "clock" when a job is known to be due then, else "poll".
        """
        self.turned_at = self._clock()
        free = self._concurrency - len(self._working)
        places = min(free, _BATCH)
        # Cleared before the claim: what wakes us from here on is not covered by it.
        self._woken.clear()
        if places == 0:
            return self._poll, "poll"
        asked_at = self._clock()
        try:
            claim = await self._database.claim_jobs(self._worker_id, places, self._lease)
        except WorkerError as error:
            self._failures += 1
            self.mismatch = str(error) if isinstance(error, SchemaMismatch) else None
            self._on_claim(None, self._reason)
            wait = self._back_off()
            log.warning("claim failed", reason=str(error), again_in=round(wait, 2))
            return wait, "retry"
        self._failures = 0
        self.mismatch = None
        self.claimed_at = self._clock()
        self._on_claim(claim, self._reason)
        for job in claim.jobs:
            task = asyncio.create_task(self._work_on(job))
            self._working.add(task)
            task.add_done_callback(self._one_less)
        if len(claim.jobs) == places:
            # There may be more: for the places that are left, or else a finished job will wake us.
            return (0.0, "more") if free > places else (self._poll, "poll")
        if claim.next_in is None or claim.next_in > self._poll:
            return self._poll, "poll"
        # Counted from when we asked, not from the answer: the next question takes as long to
        # reach the database as this one did, and so arrives when the job is due.
        due = asked_at + claim.next_in + _MARGIN
        return max(0.0, due - self._clock()), "clock"

    async def _work_on(self, job: Job) -> None:
        with structlog.contextvars.bound_contextvars(
            job_id=job.id, job_type=job.job_type, fan_id=(job.context.get("fan") or {}).get("id")
        ):
            try:
                await self._work(job)
            except Exception:
                # A fault of ours. The lease runs out, the attempt counts, others go on.
                log.exception("job crashed")

    def _one_less(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        # The fan's next job may have waited for this one, and there is a place again.
        self.wake("finished")

    def _back_off(self) -> float:
        ceiling = min(self._poll, 0.5 * 2 ** min(self._failures, 10))
        return self._rng.uniform(ceiling / 2, ceiling)

    async def _finish(self) -> None:
        if not self._working:
            return
        log.info("stopping", in_hand=len(self._working), grace=self._grace)
        _, late = await asyncio.wait(self._working, timeout=self._grace)
        for task in late:
            task.cancel()  # the handler hands its job back
        if late:
            await asyncio.wait(late, timeout=5)
