"""Parked replies: they step aside while nobody may answer, and come back when somebody resumes."""

from __future__ import annotations

import threading

import psycopg
import pytest

from tests.project import Project


def pause(project: Project, who: str) -> None:
    if who == "creator":
        project.set_creator("paused")
    else:
        project.set_fan("ada", who)


def resume(project: Project, who: str) -> None:
    if who == "creator":
        project.set_creator("auto")
    else:
        project.set_fan("ada", "auto")


@pytest.mark.parametrize("who", ["creator", "paused", "human"])
def test_a_reply_is_parked_while_nobody_may_answer_and_comes_back_afterwards(
    project: Project, who: str
) -> None:
    project.fan_writes("ada", "one")
    pause(project, who)
    project.inspect()
    job = project.wait_for(project.queued("reply"))
    assert project.claim() == []
    assert project.job(job["id"])["status"] == "parked"
    assert project.claim_answer()["next_run_at"] is None

    resume(project, who)

    project.wait_for(project.queued("reply"))
    (again,) = project.claim()
    assert (again["id"], project.unanswered(again)) == (job["id"], ["one"])


def test_messages_are_still_looked_at_while_nobody_may_answer(project: Project) -> None:
    project.fan_writes("ada")
    project.set_fan("ada", "human")
    (job,) = project.claim()
    assert job["job_type"] == "inspect"


def test_messages_that_come_during_the_pause_are_answered_with_one_reply(
    project: Project,
) -> None:
    project.set_creator("paused")
    for text in ("one", "two", "three"):
        project.fan_writes("ada", text)
        project.inspect()
        project.wait_for(project.queued("reply"))
        assert project.claim() == []
        project.later(600)
    assert len(project.jobs("reply")) == 3
    project.set_creator("auto")
    assert [job["status"] for job in project.jobs("reply")] == [
        "queued", "superseded", "superseded",
    ]  # fmt: skip
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["one", "two", "three"]


def test_a_parked_reply_merges_into_one_that_came_later(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.set_fan("ada", "paused")
    project.inspect()
    project.wait_for(project.queued("reply"))
    project.claim()
    waiting = project.job(project.fan_writes("ada", "two")["job_id"])
    project.set_fan("ada", "auto")
    assert project.queued("reply")["id"] == waiting["id"]
    assert project.queued("reply")["run_at"] == waiting["run_at"]


def test_resuming_the_creator_resumes_nobody_who_is_paused_himself(project: Project) -> None:
    for fan in ("ada", "bob"):
        project.fan_writes(fan)
    project.set_fan("bob", "human")
    project.set_creator("paused")
    project.inspect()
    project.later(600)
    assert project.claim() == []
    project.set_creator("approve")
    assert project.queued("reply")["fan_id"] == project.fan_id("ada")
    states = [job["status"] for job in project.jobs("reply")]
    assert states == ["queued", "parked"]


def test_editing_a_paused_creator_brings_nothing_back(project: Project) -> None:
    project.fan_writes("ada")
    project.set_creator("paused")
    project.inspect()
    project.later(600)
    project.claim()
    project.execute("update creators set persona = 'kind'")
    assert [job["status"] for job in project.jobs("reply")] == ["parked"]


def test_a_reply_parked_while_somebody_resumes_is_not_left_behind(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.set_creator("paused")
    project.later(600)

    def resume_creator() -> None:
        with psycopg.connect(project.dsn) as operator:
            operator.execute("update creators set automation = 'auto'")

    with psycopg.connect(project.dsn) as worker:
        worker.execute("select private.claim_jobs('w1', 10, 60, %s)", (project.now,))
        thread = threading.Thread(target=resume_creator)
        thread.start()
        project.until_waiting()
        worker.commit()
        thread.join(10)
    assert project.queued("reply")


def test_a_claim_while_the_creator_is_being_resumed_parks_nothing(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.set_creator("paused")
    project.later(600)
    with psycopg.connect(project.dsn) as operator:
        operator.execute("update creators set automation = 'auto'")
        project.claim()
    assert "parked" not in [job["status"] for job in project.jobs()]


def test_a_reply_that_was_being_written_when_the_fan_said_stop_is_not_kept_for_later(
    project: Project,
) -> None:
    project.fan_writes("ada", "hello")
    job = project.claim_reply("ada")
    project.fan_writes("ada", "STOP")
    project.inspect(signals=["opt_out"])
    # Nobody hears of it: the worker is gone.
    project.lose_lease(job)
    project.later(60)
    assert project.claim() == []
    assert project.job(job["id"])["status"] == "cancelled"
