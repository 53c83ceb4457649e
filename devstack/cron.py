"""
Run the jobs of the stand-in for pg_cron's schema (cron.sql), as pg_cron runs its own.

Every second it looks which jobs are due: `N seconds` counts from the last start, a crontab line
goes by the minute in UTC. Each runs on a connection of its own, one instance at a time, and leaves
a row in cron.job_run_details. What the jobs do is the migrations'.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import psycopg

from devstack.cron_line import matches

log = logging.getLogger(__name__)

_INTERVAL = re.compile(r"\s*(\d+) seconds?\s*")
_MINUTE = timedelta(minutes=1)
# A runner that was held up does not make up for more than pg_cron would.
_CATCH_UP = timedelta(minutes=5)


@dataclass(frozen=True)
class _Job:
    id: int
    schedule: str
    command: str


class Cron:
    """
    A runner for the database of `dsn`, whose role (`postgres`) is also that of the jobs.

    `now` is the clock by which jobs are due. Tests move it and call `tick` themselves.
    """

    def __init__(
        self,
        dsn: str,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tick_seconds: float = 1.0,
    ) -> None:
        self._dsn = dsn
        self._now = now
        self._tick_seconds = tick_seconds
        self._paused = False
        self._connection: psycopg.AsyncConnection | None = None
        self._loop: asyncio.Task[None] | None = None
        self._runs: dict[int, asyncio.Task[None]] = {}
        # For each job, the moment up to which it was looked at: its start, or its last minute.
        self._since: dict[_Job, datetime] = {}

    async def start(self) -> None:
        """Begin to run jobs. An interval's first run comes one interval from now."""
        await self._end_what_was_cut_off()
        self._loop = asyncio.create_task(self._run(), name="cron")

    async def stop(self) -> None:
        """Stop, ending what runs."""
        tasks = [*([self._loop] if self._loop else []), *self._runs.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._loop = None
        await self._disconnect()

    def pause(self) -> None:
        """Start nothing more, as if the scheduler hung; what runs comes to its end."""
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    async def settled(self) -> None:
        """Wait until no job runs."""
        await asyncio.gather(*self._runs.values())

    async def tick(self) -> None:
        """Look once, and start what is due."""
        jobs = await self._jobs()
        now = self._now()
        # A changed schedule is a new one; a removed job is forgotten.
        self._since = {job: self._since.get(job, now) for job in jobs}
        if self._paused:
            return
        for job in jobs:
            # One that still runs is not started again; it stays due, and starts once it has ended.
            if job.id not in self._runs and self._is_due(job, now):
                self._since[job] = now
                task = asyncio.create_task(self._execute(job), name=f"cron job {job.id}")
                self._runs[job.id] = task
                task.add_done_callback(partial(self._forget, job.id))

    def _forget(self, job_id: int, _: asyncio.Task[None]) -> None:
        del self._runs[job_id]

    def _is_due(self, job: _Job, now: datetime) -> bool:
        since = self._since[job]
        if interval := _INTERVAL.fullmatch(job.schedule):
            return now - since >= timedelta(seconds=int(interval[1]))
        minute = max(since, now - _CATCH_UP).replace(second=0, microsecond=0) + _MINUTE
        while minute <= now:
            try:
                if matches(job.schedule, minute):
                    return True
            except ValueError as error:
                # pg_cron refuses such a line when it is scheduled; cron.sql counts its fields.
                log.warning("cron job %s has no schedule: %s", job.id, error)
                return False
            minute += _MINUTE
        return False

    async def _run(self) -> None:
        while True:
            try:
                await self.tick()
            except psycopg.Error as error:
                # The database is away: pg_cron would be too.
                log.warning("cron could not look at its jobs: %s", error)
                await self._disconnect()
            await asyncio.sleep(self._tick_seconds)

    async def _jobs(self) -> list[_Job]:
        if self._connection is None:
            self._connection = await psycopg.AsyncConnection.connect(self._dsn, autocommit=True)
        cursor = await self._connection.execute(
            # Not by database: in a copy of a project its jobs still bear the first one's name.
            "select jobid, schedule, command from cron.job"
            " where active and username = current_user order by jobid"
        )
        return [_Job(*row) for row in await cursor.fetchall()]

    async def _execute(self, job: _Job) -> None:
        """Run a job once and record how it ended."""
        try:
            async with await psycopg.AsyncConnection.connect(self._dsn, autocommit=True) as own:
                cursor = await own.execute(
                    "insert into cron.job_run_details"
                    " (jobid, job_pid, database, username, command, status, start_time)"
                    " values (%s, pg_backend_pid(), current_database(), current_user, %s,"
                    "  'running', clock_timestamp()) returning runid",
                    [job.id, job.command],
                )
                row = await cursor.fetchone()
                assert row is not None
                status, message = await _outcome(own, job.command)
                await own.execute(
                    "update cron.job_run_details set status = %s, return_message = %s,"
                    " end_time = clock_timestamp() where runid = %s",
                    [status, message, row[0]],
                )
        except psycopg.Error as error:
            # The database went away in between; the row is ended at the next start.
            log.warning("cron job %s was cut off: %s", job.id, error)

    async def _end_what_was_cut_off(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._dsn, autocommit=True) as own:
            await own.execute(
                "update cron.job_run_details set status = 'failed',"
                " return_message = 'server restarted' where status = 'running'"
            )

    async def _disconnect(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(psycopg.Error):
                await self._connection.close()
            self._connection = None


async def _outcome(connection: psycopg.AsyncConnection, command: str) -> tuple[str, str]:
    """Run the command and answer its status and message, worded as pg_cron words them."""
    try:
        cursor = await connection.execute(command.encode())
    except psycopg.Error as error:
        if connection.broken:
            raise
        log.warning("cron job failed: %s: %s", command, error)
        return "failed", f"ERROR:  {error.diag.message_primary}"
    if cursor.description is None:
        return "succeeded", cursor.statusmessage or ""
    return "succeeded", f"{cursor.rowcount} row{'' if cursor.rowcount == 1 else 's'}"
