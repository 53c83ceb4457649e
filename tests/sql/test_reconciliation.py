"""What happens to a bubble of which nobody knows whether it went out."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests.project import Project, Row


def uncertain(project: Project, *bubbles: str) -> tuple[Row, Row]:
    """A bubble in `sending` whose worker is gone, and the delivery claimed after the grace."""
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", *(bubbles or ("hey",)))
    assert project.fail(job, "no answer") == "queued"
    return project.claim_delivery(), message


def look(project: Project, job: Row) -> Row:
    """Begin to reconcile, as soon as it may be; return the claimed job."""
    if project.job(job["id"])["status"] == "queued":
        job = project.claim_delivery()
    assert project.begin_send(job)["outcome"] == "reconcile"
    return job


def test_within_the_grace_the_answer_may_still_come(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "hey")
    assert project.fail(job, "no answer") == "queued"
    project.later(59.9)
    assert project.claim() == []
    project.later(0.1)
    (job,) = project.claim()
    step = project.begin_send(job)
    assert (step["outcome"], step["message"]["id"]) == ("reconcile", message["id"])
    # Looking is not failing: of five attempts one is used.
    assert job["attempt"] == 2


def test_a_grace_that_was_made_longer_meanwhile_is_waited_out(project: Project) -> None:
    job, message = uncertain(project)
    project.execute("update settings set send_grace = '90 seconds'")
    assert project.begin_send(job)["outcome"] == "wait"
    due = project.queued("deliver")["run_at"]
    assert due == project.message(message["id"])["sending_at"] + timedelta(seconds=90)
    assert project.claim_delivery()["attempt"] == 2, "waiting cost an attempt"


def test_a_bubble_that_is_found_is_not_sent_again(project: Project) -> None:
    job, message = uncertain(project)
    job = look(project, job)
    project.finish_send(job, message["id"])
    assert project.bubbles() == [("hey", "sent")]
    assert project.turns()[0]["status"] == "answered"


def test_a_bubble_is_sent_again_when_it_was_looked_for_twice(project: Project) -> None:
    job, message = uncertain(project)
    job = look(project, job)
    assert project.call("record_reconciliation", job, message["id"], "absent") == {
        "outcome": "wait"
    }
    assert project.queued("deliver")["run_at"] == project.now + timedelta(seconds=10)
    job = look(project, job)
    step = project.call("record_reconciliation", job, message["id"], "absent")
    assert (step["outcome"], step["message"]["body"]) == ("send", "hey")
    assert project.message(message["id"])["sending_at"] == project.now
    project.finish_send(job, message["id"])
    assert project.bubbles() == [("hey", "sent")]


def test_an_undecidable_bubble_stops_the_conversation_for_a_person(project: Project) -> None:
    job, message = uncertain(project, "hey", "you")
    job = look(project, job)
    assert project.call("record_reconciliation", job, message["id"], "undecidable") == {
        "outcome": "held"
    }
    assert project.bubbles() == [("hey", "unknown"), ("you", "held")]
    assert project.turns()[0]["status"] == "held"
    project.fan_writes("ada", "two")
    project.inspect()
    project.wait_for(project.queued("reply"))
    assert project.claim() == [], "a reply was claimed while nobody knows what went out"
    project.platform_sent("ada", str(uuid.uuid4()))
    assert project.fan("ada")["automation"] == "auto", "it may be our own"


def test_the_known_messages_of_the_last_hour_are_no_candidates(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    project.answer("ada", "hey")
    sent = str(project.outbound()[0]["platform_uuid"])
    project.later(600)
    project.fan_writes("ada", "two")
    job, _ = project.start_sending("ada", "hey")
    project.fail(job)
    project.later(60)
    step = project.begin_send(project.claim_delivery())
    assert sent in step["known_uuids"]


def absent_twice(project: Project, job: Row, message: Row) -> Row:
    job = look(project, job)
    project.call("record_reconciliation", job, message["id"], "absent")
    return project.call("record_reconciliation", look(project, job), message["id"], "absent")


def test_a_lost_bubble_is_not_sent_to_somebody_who_opted_out_meanwhile(project: Project) -> None:
    job, message = uncertain(project)
    project.fan_writes("ada", "STOP")
    project.begin_send(job)
    project.inspect(signals=["opt_out"])
    step = absent_twice(project, job, message)
    assert step["outcome"] == "cancelled"
    assert project.bubbles() == [("hey", "cancelled")]
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


@pytest.mark.parametrize("mode", ["paused", "human"])
def test_a_bubble_on_its_way_is_followed_up_while_automation_is_off(
    project: Project, mode: str
) -> None:
    job, message = uncertain(project)
    project.begin_send(job)
    project.set_fan("ada", mode)
    project.platform_sent("ada", ours := str(uuid.uuid4()))
    job = look(project, job)
    project.finish_send(job, message["id"], ours)
    assert project.bubbles() == [("hey", "sent")]
    assert project.fan("ada")["automation"] == mode


def test_a_person_s_message_takes_over_when_ours_proves_to_be_lost(project: Project) -> None:
    job, message = uncertain(project)
    project.platform_sent("ada", str(uuid.uuid4()), text="it's me")
    step = absent_twice(project, job, message)
    assert step["outcome"] == "cancelled"
    assert project.fan("ada")["automation"] == "human"
    assert ("hey", "cancelled") in project.bubbles()


def test_a_person_s_message_takes_over_when_ours_was_certainly_not_sent(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, _ = project.start_sending("ada", "hey")
    project.platform_sent("ada", str(uuid.uuid4()), text="it's me")
    project.fail(job, "too many requests", unsent=True, delay=30)
    assert project.fan("ada")["automation"] == "human"
    assert ("hey", "cancelled") in project.bubbles()
    job = project.claim_delivery()
    assert project.begin_send(job)["outcome"] == "cancelled"


def test_a_lost_bubble_is_void_when_the_fan_wrote_again(project: Project) -> None:
    job, message = uncertain(project)
    project.fan_writes("ada", "two")
    project.begin_send(job)
    project.inspect()
    step = absent_twice(project, job, message)
    assert (step["outcome"], step["reason"]) == ("cancelled", "the fan wrote again")
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["one", "two"]


def test_a_lost_bubble_that_must_go_out_goes_out_although_the_fan_wrote_again(
    project: Project,
) -> None:
    job, message = uncertain(project)
    project.execute("update turns set must_send = true")
    project.fan_writes("ada", "two")
    project.begin_send(job)
    project.inspect()
    assert absent_twice(project, job, message)["outcome"] == "send"


def test_the_stop_switch_keeps_a_lost_bubble_back(project: Project) -> None:
    job, message = uncertain(project)
    job = look(project, job)
    project.call("record_reconciliation", job, message["id"], "absent")
    job = look(project, job)
    project.stop()
    step = project.call("record_reconciliation", job, message["id"], "absent")
    assert step["outcome"] == "wait"
    assert project.bubbles() == [("hey", "planned")]


def test_a_disclosure_that_is_found_late_answers_nothing(project: Project) -> None:
    project.fan_writes("ada", "one")
    job, disclosure = project.start_sending("ada", "hey")
    assert project.fail(job, "Fanvue refuses", permanent=True) == "dead"
    project.fan_writes("ada", "two")
    project.finish_send(job, disclosure["id"])
    project.inspect()
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["one", "two"]
