"""After an outage: old messages, and replies that all became due long ago."""

from __future__ import annotations

import pytest

from tests.project import Project, Row

HOUR = 3600


def set_staleness(project: Project, staleness: str, after: str = "12 hours") -> None:
    project.execute("update settings set staleness = %s, stale_after = %s", staleness, after)


def overdue(project: Project, fan: str = "ada", hours: float = 13) -> Row:
    """A reply that has been due for hours, since nobody worked."""
    project.fan_writes(fan, "hello")
    project.inspect()
    job = project.queued("reply")
    project.later(hours * HOUR)
    return job


def claim_after_the_spread(project: Project) -> Row:
    assert project.claim() == []
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    return job


def test_by_default_what_is_old_is_answered(project: Project) -> None:
    overdue(project, hours=1000)
    assert project.unanswered(claim_after_the_spread(project)) == ["hello"]


def test_what_is_old_can_be_held_for_a_person(project: Project) -> None:
    set_staleness(project, "hold")
    job = overdue(project)
    assert project.claim() == []
    (turn,) = project.turns()
    assert (turn["status"], turn["hold_reason"]) == (
        "held", "the newest message is older than 12:00:00",
    )  # fmt: skip
    assert project.job(job["id"])["status"] == "held"
    assert project.job(job["id"])["last_error"]["kind"] == "stale"


def test_what_is_old_can_be_skipped_with_the_reason_on_record(project: Project) -> None:
    set_staleness(project, "skip")
    job = overdue(project)
    assert project.claim() == []
    (turn,) = project.turns()
    assert (turn["status"], turn["close_reason"]) == (
        "cancelled", "the newest message is older than 12:00:00",
    )  # fmt: skip
    assert project.job(job["id"])["status"] == "cancelled"


@pytest.mark.parametrize("staleness", ["hold", "skip"])
def test_the_newest_message_counts(project: Project, staleness: str) -> None:
    set_staleness(project, staleness)
    overdue(project, hours=12)
    project.fan_writes("ada", "anyone?")
    project.inspect()
    project.later(2 * HOUR)
    assert project.unanswered(claim_after_the_spread(project)) == ["hello", "anyone?"]


def test_the_age_is_a_setting(project: Project) -> None:
    set_staleness(project, "skip", after="2 hours")
    overdue(project, hours=1)
    claim_after_the_spread(project)
    overdue(project, "bob", hours=3)
    assert project.claim() == []
    assert project.turns()[-1]["status"] == "cancelled"


def test_a_sincere_question_is_answered_however_old_it_is(project: Project) -> None:
    set_staleness(project, "skip")
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    project.later(1000 * HOUR)
    (job,) = project.claim()
    assert job["context"]["turn"]["fixed_text"] == "identity"


@pytest.mark.parametrize("staleness", ["hold", "skip"])
def test_the_fan_who_writes_again_is_answered(project: Project, staleness: str) -> None:
    set_staleness(project, staleness)
    overdue(project)
    project.claim()
    project.fan_writes("ada", "hello again")
    job = project.claim_reply("ada")
    assert "hello again" in project.unanswered(job)


def test_what_a_person_requeued_is_not_stale(project: Project) -> None:
    project.fan_writes("ada", "hello")
    dead = project.claim_reply("ada")
    project.fail(dead, "no such model", permanent=True)
    set_staleness(project, "skip")
    project.later(13 * HOUR)
    project.value("select private.requeue_dead_job(%s, %s)", dead["id"], project.now)
    (job,) = project.claim()
    assert project.unanswered(job) == ["hello"]


def test_replies_that_all_became_due_long_ago_are_spread(project: Project) -> None:
    fans = [f"fan{number}" for number in range(20)]
    for fan in fans:
        project.fan_writes(fan)
    project.inspect()
    project.later(3 * HOUR)

    assert project.claim() == []

    waits = [(job["run_at"] - project.now).total_seconds() for job in project.jobs("reply")]
    assert len(set(waits)) == len(fans)
    assert all(30 <= wait <= 360 for wait in waits), waits
    plans = {job["payload"]["delay"]["model"] for job in project.jobs("reply")}
    assert plans == {"plan"}


def test_a_reply_that_is_a_little_late_is_not_put_off(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.wait_for(project.queued("reply"))
    project.later(540)
    (job,) = project.claim()
    assert "caught_up_at" not in job["payload"]


def test_a_reply_is_put_off_once(project: Project) -> None:
    job = overdue(project, hours=1)
    assert project.claim() == []
    assert project.job(job["id"])["payload"]["caught_up_at"]
    project.later(HOUR)
    (again,) = project.claim()
    assert again["id"] == job["id"]


def test_what_is_set_aside_makes_room_for_what_is_not(project: Project) -> None:
    for number in range(5):
        project.fan_writes(f"fan{number}")
    project.inspect()
    project.later(HOUR)
    project.fan_writes("ada", "fresh")
    project.inspect()
    project.execute(
        "update jobs_queue set run_at = %s where job_type = 'reply' and fan_id = %s",
        project.now, project.fan_id("ada"),
    )  # fmt: skip
    (job,) = project.claim(most=1)
    assert project.unanswered(job) == ["fresh"]


def test_more_messages_still_push_a_reply_back_that_was_put_off(project: Project) -> None:
    overdue(project, hours=1)
    project.claim()
    due = project.queued("reply")["run_at"]
    project.now = due
    project.fan_writes("ada", "and another thing")
    assert project.queued("reply")["run_at"] > due
