"""
Many connections at once, and the two races that were found that way, step by step.

FANPACE_RACE_SECONDS makes the race longer; `make race` runs it alone and prints its figures.
"""

from __future__ import annotations

import os
import threading
import time

import psycopg
import pytest

from tests.project import Project
from tests.sql.race import race, summary
from tests.sql.race_rules import ALWAYS, AT_REST, broken

SECONDS = float(os.environ.get("FANPACE_RACE_SECONDS", "6"))
# A race in which one of these did not happen proves nothing about it.
MUST_HAPPEN = {
    "by hand turns", "claims", "commit_reply planned", "edits", "events duplicate",
    "finish_send sent", "leases left to expire", "mode changes", "offers planned",
    "record_inspection recorded", "release_job queued", "retry_job queued", "rows purged",
    "takeovers",
}  # fmt: skip


def test_everything_at_once_ends_without_an_error_and_loses_nothing(project_dsn: str) -> None:
    result = race(project_dsn, SECONDS, seed=time.time_ns() % 1_000_000)
    print(summary(result))
    assert result.errors == []
    assert result.deadlocks == 0
    assert result.broken == []
    assert {what for what in MUST_HAPPEN if not result.counts.get(what)} == set()


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (
            "an open turn that no reply will answer",
            "delete from jobs_queue where job_type = 'reply'",
        ),
        (
            "a job parked though nobody stops it",
            "alter table jobs_queue disable trigger refuse_job_by_hand;"
            "update jobs_queue set status = 'parked' where job_type = 'reply';"
            "alter table jobs_queue enable trigger refuse_job_by_hand",
        ),
        (
            "a turn in sending that nobody delivers",
            "update turns set status = 'sending' where true",
        ),
        (
            "an inbound message that nobody looked at",
            "update messages set inspected_at = null where true",
        ),
        (
            "an open turn of which nothing is left to answer",
            "update messages set deleted_at = created_at, body = null where true",
        ),
        (
            "a message that was not looked at and never will be",
            "delete from jobs_queue where job_type = 'inspect'",
        ),
        ("a job that is still to be done", "select 1"),
    ],
)
def test_a_broken_rule_is_noticed(project: Project, rule: str, fault: str) -> None:
    project.fan_writes("ann")
    assert broken(project.connection, ALWAYS) == []
    project.execute(fault)
    assert any(each.startswith(rule) for each in broken(project.connection, ALWAYS | AT_REST))


def test_a_creator_who_resumes_while_a_claim_parks_gets_the_reply_back(project: Project) -> None:
    project.fan_writes("ann")
    project.inspect()
    project.execute("update creators set automation = 'paused' where true")
    project.later(600)
    with psycopg.connect(project.dsn) as claiming, psycopg.connect(project.dsn) as resuming:

        def resume() -> None:
            resuming.execute("update creators set automation = 'auto' where true")
            resuming.commit()

        claiming.execute("select private.claim_jobs('w1', 10, 60, %s)", [project.now])
        thread = threading.Thread(target=resume)
        thread.start()
        _wait_until_blocked(project, resuming)
        claiming.commit()
        thread.join()
    assert [job["status"] for job in project.jobs("reply")] == ["queued"]


def test_a_claim_beside_a_resume_in_progress_parks_nothing(project: Project) -> None:
    project.fan_writes("ann")
    project.inspect()
    project.execute("update creators set automation = 'paused' where true")
    project.later(600)
    with psycopg.connect(project.dsn) as resuming:
        resuming.execute("update creators set automation = 'auto' where true")
        project.execute("set lock_timeout = '5s'")  # a claim never waits
        project.claim()
        resuming.commit()
    assert [job["status"] for job in project.jobs("reply")] in (["queued"], ["running"])


def _wait_until_blocked(project: Project, other: psycopg.Connection) -> None:
    """Wait until `other`'s statement stands behind a lock of somebody else."""
    deadline = time.monotonic() + 15
    while not project.value("select cardinality(pg_blocking_pids(%s)) > 0", other.info.backend_pid):
        assert time.monotonic() < deadline, "the resume did not wait for the claim"
        time.sleep(0.01)
