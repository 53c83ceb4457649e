"""When a failed attempt is tried again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.project import Project, Row


def delay(
    project: Project, *, told: float | None = None, failures: int = 1, jitter: float = 0.0
) -> float:
    return float(
        project.value(
            "select private.retry_delay(%s::float8, %s, %s::float8)", told, failures, jitter
        )
    )


@pytest.mark.parametrize("failures", [1, 9])
def test_the_server_s_word_comes_before_any_rule_of_ours(project: Project, failures: int) -> None:
    assert delay(project, told=42, failures=failures) == 42
    assert 42 < delay(project, told=42, failures=failures, jitter=0.9) <= 43
    assert delay(project, told=0, failures=failures, jitter=0.9) == 0
    assert delay(project, told=1e9) == 86400


@pytest.mark.parametrize(
    ("failures", "least", "most"),
    [(0, 1, 2), (1, 1, 2), (2, 2, 4), (3, 4, 8), (20, 150, 300), (10_000, 150, 300)],
)
def test_without_one_the_delay_doubles_with_jitter_up_to_five_minutes(
    project: Project, failures: int, least: float, most: float
) -> None:
    assert delay(project, failures=failures, jitter=0.0) == least
    assert delay(project, failures=failures, jitter=1.0) == most


def wait_after_failing(project: Project, job: Row) -> timedelta:
    assert project.fail(job, "no model", delay=None) == "queued"
    due: timedelta = project.job(job["id"])["run_at"] - project.now
    return due


def test_lost_leases_count_as_attempts_but_do_not_lengthen_the_back_off(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    for _ in range(3):
        project.lose_lease(job)
        (job,) = project.claim()
    assert job["attempt"] == 4
    assert timedelta(seconds=1) <= wait_after_failing(project, job) <= timedelta(seconds=2)
    # Control: a reported failure does.
    project.execute("update jobs_queue set max_attempts = 9")
    job = project.claim_reply("ada")
    assert timedelta(seconds=2) <= wait_after_failing(project, job) <= timedelta(seconds=4)


def test_a_merged_failure_is_remembered_by_the_job_that_stays(project: Project) -> None:
    project.fan_writes("ada", "one")
    running = project.claim_reply("ada")
    project.fan_writes("ada", "two")
    assert project.fail(running, delay=None) == "merged"
    later = project.claim_reply("ada")
    assert timedelta(seconds=2) <= wait_after_failing(project, later) <= timedelta(seconds=4)


def test_an_unanswered_send_is_looked_for_when_its_grace_is_over_whatever_failed_before(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    project.execute("update jobs_queue set failures = 9, max_attempts = 20")
    assert project.fail(job, "time-out", delay=None) == "queued"
    grace_ends = project.message(message["id"])["sending_at"] + timedelta(seconds=60)
    assert project.job(job["id"])["run_at"] == grace_ends
    # The look itself fails: that backs off, as anything else does.
    job = project.claim_delivery()
    assert project.begin_send(job)["outcome"] == "reconcile"
    assert project.fail(job, "Fanvue is down", delay=None) == "queued"
    assert project.job(job["id"])["run_at"] - project.now >= timedelta(seconds=100)


def test_a_worker_lost_in_the_middle_of_a_send_is_followed_by_a_look_after_the_grace(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    project.execute("update settings set send_grace = '5 minutes'")
    project.lose_lease(job)
    grace_ends = project.message(message["id"])["sending_at"] + timedelta(minutes=5)
    assert project.job(job["id"])["run_at"] == grace_ends
