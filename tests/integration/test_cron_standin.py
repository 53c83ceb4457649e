"""The stand-in for pg_cron's scheduler: what it runs when, by a clock that the tests move."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from devstack import postgres
from devstack.cron import Cron
from tests.conftest import REAL_CRON
from tests.integration.realtime_support import until
from tests.project import Project

pytestmark = pytest.mark.skipif(REAL_CRON, reason="the real pg_cron is there")
SUNDAY = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = SUNDAY

    def __call__(self) -> datetime:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def cron(project: Project, clock: Clock) -> AsyncIterator[Cron]:
    """A runner that has looked once; the migrations' own schedules are taken away."""
    for row in project.rows("select jobname from cron.job"):
        project.execute("select cron.unschedule(%s)", row["jobname"])
    project.execute("create table public.ran (at timestamptz default clock_timestamp())")
    runner = Cron(project.dsn, now=clock)
    yield runner
    await runner.stop()


def schedule(
    project: Project, line: str, command: str = "insert into public.ran default values"
) -> None:
    project.execute("select cron.schedule('test', %s, %s)", line, command)


def ran(project: Project) -> int:
    return int(project.value("select count(*) from public.ran"))


async def look(cron: Cron) -> None:
    await cron.tick()
    await cron.settled()


async def test_seconds_count_from_the_last_start(
    project: Project, cron: Cron, clock: Clock
) -> None:
    schedule(project, "5 seconds")
    seen = []
    for seconds in (0, 4.9, 0.1, 4.9, 0.1, 60):
        clock.later(seconds)
        await look(cron)
        seen.append(ran(project))
    # Sixty seconds late is one run, not twelve.
    assert seen == [0, 0, 1, 1, 2, 3]


async def test_a_line_runs_once_in_its_minute(project: Project, cron: Cron, clock: Clock) -> None:
    schedule(project, "*/5 * * * *")
    seen = []
    # 12:00:30, 12:04:59, 12:05:00, 12:05:59, 12:10:20
    for seconds in (0, 269, 1, 59, 261):
        clock.later(seconds)
        await look(cron)
        seen.append(ran(project))
    assert seen == [0, 0, 1, 1, 2]


async def test_a_job_that_still_runs_is_not_started_again(
    project: Project, cron: Cron, clock: Clock
) -> None:
    schedule(project, "1 second", "select pg_advisory_lock(7)")
    with psycopg.connect(project.dsn) as other:
        other.execute("select pg_advisory_lock(7)")
        await cron.tick()
        for _ in range(3):
            clock.later(1)
            await cron.tick()
        await until(lambda: len(project.rows("select 1 from cron.job_run_details")) == 1)
    await cron.settled()
    # It became due meanwhile, and starts as soon as it has ended.
    await look(cron)
    assert len(project.rows("select 1 from cron.job_run_details")) == 2


async def test_each_run_is_recorded_with_its_end(
    project: Project, cron: Cron, clock: Clock
) -> None:
    schedule(project, "1 second", "select 1; select 2")
    project.execute("select cron.schedule('bad', '1 second', 'select 1/0')")
    await look(cron)
    clock.later(1)
    await look(cron)
    runs = project.rows("select * from cron.job_run_details order by jobid")
    assert [(run["status"], run["return_message"]) for run in runs] == [
        ("succeeded", "1 row"),
        ("failed", "ERROR:  division by zero"),
    ]
    assert {run["username"] for run in runs} == {"postgres"}
    assert all(run["end_time"] >= run["start_time"] for run in runs)


async def test_a_pause_starts_nothing_and_the_resume_what_is_due(
    project: Project, cron: Cron, clock: Clock
) -> None:
    schedule(project, "1 second")
    await look(cron)
    cron.pause()
    clock.later(10)
    await look(cron)
    assert ran(project) == 0
    cron.resume()
    await look(cron)
    assert ran(project) == 1


async def test_an_inactive_or_foreign_job_is_left_alone(
    project: Project, cron: Cron, clock: Clock, server: postgres.Server
) -> None:
    schedule(project, "1 second")
    with psycopg.connect(server.dsn(project.dsn.rpartition("/")[2])) as admin:
        admin.execute(
            "select cron.schedule('test', '1 second', 'insert into ran values (default)')"
        )
        admin.execute("update cron.job set active = false where username = 'postgres'")
    await look(cron)
    clock.later(1)
    await look(cron)
    assert ran(project) == 0

    with psycopg.connect(server.dsn(project.dsn.rpartition("/")[2])) as admin:
        admin.execute("update cron.job set active = true")
    await look(cron)
    clock.later(1)
    await look(cron)
    assert ran(project) == 1


async def test_a_line_that_is_none_stops_nobody_else(
    project: Project, cron: Cron, clock: Clock
) -> None:
    project.execute("select cron.schedule('bad', 'a b c d e', 'select 1')")
    schedule(project, "* * * * *")
    await look(cron)
    clock.later(60)
    await look(cron)
    assert ran(project) == 1


async def test_what_was_cut_off_counts_as_failed_at_the_next_start(
    project: Project, cron: Cron
) -> None:
    project.execute("insert into cron.job_run_details (status) values ('running'), ('succeeded')")
    await cron.start()
    await cron.stop()
    rows = project.rows("select status, return_message from cron.job_run_details order by runid")
    assert [tuple(row.values()) for row in rows] == [
        ("failed", "server restarted"),
        ("succeeded", None),
    ]


async def test_the_nudge_is_run_and_reaches_the_workers_topic(
    project: Project, clock: Clock
) -> None:
    project.fan_writes("ann")
    project.execute("update jobs_queue set run_at = now() where true")
    project.execute("truncate realtime.messages")
    runner = Cron(project.dsn, now=clock, tick_seconds=0.01)
    await runner.tick()
    clock.later(5)
    await runner.start()
    try:
        await until(lambda: bool(project.rows("select 1 from realtime.messages")))
    finally:
        await runner.stop()
    message = project.row("select * from realtime.messages")
    assert (message["topic"], message["event"], message["private"]) == ("jobs", "nudge", True)
    assert message["payload"]["due"] == 2


async def test_the_runner_outlives_a_lost_connection(
    project: Project, cron: Cron, clock: Clock, server: postgres.Server
) -> None:
    schedule(project, "1 second")
    quick = Cron(project.dsn, now=clock, tick_seconds=0.01)
    await quick.tick()
    await quick.start()
    try:
        with psycopg.connect(server.dsn(), autocommit=True) as admin:
            ended = admin.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = %s and pid <> %s and backend_type = 'client backend'",
                [project.dsn.rpartition("/")[2], project.connection.info.backend_pid],
            ).fetchall()
        assert ended
        clock.later(1)
        await until(lambda: ran(project) == 1)
    finally:
        await quick.stop()
