"""
The schedules on the real pg_cron: `make test-pg-cron`.

Waits for one tick of the scheduler, up to a minute with a pg_cron that knows no seconds. What the
scheduled functions do is tests/sql/test_schedules.py's.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from devstack import postgres
from tests.conftest import HOME, REAL_CRON
from tests.project import Project

pytestmark = [
    pytest.mark.pg_cron,
    pytest.mark.skipif(not REAL_CRON, reason="needs pg_cron: make test-pg-cron"),
]


@pytest.fixture
def scheduler(server: postgres.Server, project: Project) -> Iterator[None]:
    """The migrations' own jobs, switched on."""
    with psycopg.connect(server.dsn(HOME), autocommit=True) as admin:
        admin.execute("update cron.job set active = true")
        yield
        admin.execute("update cron.job set active = false")
        # What has begun comes to its end before the next test empties the tables.
        wait_for(lambda: not project.rows(
            "select 1 from cron.job_run_details where status not in ('succeeded', 'failed')"
        ))  # fmt: skip


def wait_for(condition: Callable[[], object]) -> None:
    """Wait for pg_cron, which may have just begun a minute; only a failing test waits longer."""
    deadline = time.monotonic() + 130
    while not condition():
        assert time.monotonic() < deadline, "pg_cron did not do what the test waits for"
        time.sleep(0.2)


def test_the_schedules_are_as_fine_as_this_pg_cron_can(project: Project) -> None:
    version = project.value("select extversion from pg_extension where extname = 'pg_cron'")
    # Debian's says "1.4-1".
    major, minor = re.findall(r"\d+", version)[:2]
    knows_seconds = (int(major), int(minor)) >= (1, 5)
    jobs = project.rows("select jobname, schedule, username from cron.job order by jobname")
    assert {job["username"] for job in jobs} == {"postgres"}
    assert {job["jobname"]: job["schedule"] for job in jobs} == {
        "fanpace-leases": "30 seconds" if knows_seconds else "* * * * *",
        "fanpace-nudge": "5 seconds" if knows_seconds else "* * * * *",
        "fanpace-purge": "*/5 * * * *",
        "fanpace-reconcile": "* * * * *",
        "fanpace-retention": "7,27,47 * * * *",
    }


def test_setting_the_schedules_up_again_adds_nothing(project: Project) -> None:
    before = project.rows("select jobid, jobname, schedule from cron.job order by jobid")
    for name in ("nudge", "lease", "purge", "retention", "reconcile"):
        project.execute(f"select private.setup_{name}_schedule()")
    after = project.rows("select jobid, jobname, schedule from cron.job order by jobid")
    assert after == before
    assert len(after) == 5


def test_pg_cron_nudges_the_workers_and_takes_lost_jobs_back(
    project: Project, scheduler: None
) -> None:
    project.fan_writes("ann")
    # Leased by the test's clock, which is behind: by pg_cron's, the lease has run out.
    project.execute("update jobs_queue set run_at = now() - interval '1 hour' where true")
    project.execute("select private.claim_jobs('lost', 1, 1, now() - interval '1 minute')")
    project.execute("truncate realtime.messages")

    def runs(command: str) -> set[str]:
        rows = project.rows(
            "select status from cron.job_run_details where command like %s", f"%{command}%"
        )
        return {row["status"] for row in rows}

    wait_for(lambda: project.rows("select 1 from realtime.messages where topic = 'jobs'"))
    wait_for(lambda: "succeeded" in runs("nudge_worker") and "succeeded" in runs("reclaim_and"))

    (inspection,) = project.jobs("inspect")
    assert (inspection["status"], inspection["last_error"]["kind"]) == ("queued", "lease_expired")
    message = project.rows("select * from realtime.messages")[0]
    assert (message["event"], message["private"], message["extension"]) == (
        "nudge", True, "broadcast",
    )  # fmt: skip
    assert "failed" not in runs("")


def test_the_purge_takes_old_runs_along(project: Project) -> None:
    project.execute("delete from cron.job_run_details where true")
    project.execute(
        "insert into cron.job_run_details (jobid, runid, status, start_time, end_time) values"
        " (1, -1, 'succeeded', now() - interval '2 days', now() - interval '2 days'),"
        " (1, -2, 'starting', now() - interval '2 days', null),"
        " (1, -3, 'succeeded', now(), now())"
    )
    assert project.value("select private.purge_old_rows(10, now())") == 2
    assert [row["runid"] for row in project.rows("select runid from cron.job_run_details")] == [-3]
