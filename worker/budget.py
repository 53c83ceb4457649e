"""
Let jobs reach Fanvue, and count every request against the budget that all workers share.

The budget is kept in the database: Fanvue's limit is per creator, not per worker. Jobs get
Fanvue from here only, so none of them can forget to ask.
"""

from __future__ import annotations

import asyncio

import structlog

from worker.database import Database
from worker.errors import BudgetSpent, WorkerError
from worker.fanvue import FanvueClient
from worker.fanvue_limits import RateReading
from worker.metrics import Metrics
from worker.rows import Job

log = structlog.get_logger()

# A 429 that does not say for how long.
_UNTOLD_SECONDS = 5.0
# Fanvue's count and ours drift apart by what is on its way; a report of less is not worth a call.
_NOTABLY = 5
# A report is a hint to others: the job in hand does not wait long for it.
_REPORT_SECONDS = 2.0


class BudgetedFanvue:
    """Fanvue for jobs."""

    def __init__(
        self, database: Database, fanvue: FanvueClient, metrics: Metrics | None = None
    ) -> None:
        self._database = database
        self._fanvue = fanvue
        self._metrics = metrics or Metrics()

    def for_job(self, job: Job, *, courtesy: bool = False) -> FanvueShare:
        """
        Return Fanvue for one job. Background work, and a `courtesy` that may be left out, do not
        touch the last part of the budget.
        """
        lane = "background" if courtesy else job.lane
        return FanvueShare(self._database, self._fanvue, job.creator["id"], lane, self._metrics)


class FanvueShare:
    """
    One job's way to Fanvue: `calls` makes each request only once it is paid for, and raises
    BudgetSpent with the time to wait where it cannot be.
    """

    def __init__(
        self,
        database: Database,
        fanvue: FanvueClient,
        creator_id: int,
        lane: str,
        metrics: Metrics | None = None,
    ) -> None:
        self.calls = fanvue.gated_by(self)
        self._metrics = metrics or Metrics()
        self._database = database
        self._creator_id = creator_id
        self._lane = lane
        self._prepaid = 0
        self._believed: int | None = None

    async def prepay(self) -> None:
        """Pay for the next request now, before something begins that only it can end."""
        await self._take()
        self._prepaid += 1

    async def before_request(self) -> None:
        if self._prepaid:
            self._prepaid -= 1
        else:
            await self._take()

    async def after_request(self, reading: RateReading) -> None:
        """Tell all workers what Fanvue says; not of every answer, but where it matters."""
        if reading.limited:
            self._metrics.requested("limited")
            wait = _UNTOLD_SECONDS if reading.wait_seconds is None else reading.wait_seconds
            await self._report(0, wait)
        elif (
            reading.remaining is not None
            and self._believed is not None
            and reading.remaining + _NOTABLY <= self._believed
        ):
            await self._report(reading.remaining, None)

    async def _take(self) -> None:
        answer = await self._database.take_rate_tokens(self._creator_id, 1, self._lane)
        self._metrics.requested("paid" if answer["granted"] else "waiting")
        if not answer["granted"]:
            raise BudgetSpent("Fanvue's budget is used up", retry_after=answer["wait_seconds"])
        self._believed = answer["remaining"]

    async def _report(self, remaining: int, blocked_seconds: float | None) -> None:
        log.info("Fanvue has less left than we believed", remaining=remaining, wait=blocked_seconds)
        # It must not make a failure out of a request that succeeded: a message may be out.
        try:
            async with asyncio.timeout(_REPORT_SECONDS):
                await self._database.report_rate_limit(self._creator_id, remaining, blocked_seconds)
        except (WorkerError, TimeoutError) as error:
            log.warning("the rate limit was not reported", reason=str(error))
