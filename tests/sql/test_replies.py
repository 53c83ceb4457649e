"""commit_reply: a written reply becomes planned bubbles, or nothing at all."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.project import DISCLOSURE, Project, Row, refused


def test_a_reply_becomes_planned_bubbles_and_a_delivery_due_now(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    answer = project.commit(
        job, "hey", "you", vibe="short", prompt_version="p1", model="m1",
        prompt_tokens=900, completion_tokens=12, imperfections=["lowercase"],
    )  # fmt: skip
    assert answer == {"outcome": "planned"}
    assert project.bubbles() == [("hey", "planned"), ("you", "planned")]
    assert project.turns()[0]["status"] == "sending"
    assert project.job(job["id"])["status"] == "done"
    assert project.queued("deliver")["run_at"] == project.now
    written = project.outbound()[0]
    assert (written["kind"], written["vibe"], written["prompt_version"]) == ("reply", "short", "p1")
    assert (written["prompt_tokens"], written["completion_tokens"]) == (900, 12)
    assert (written["model"], written["imperfections"]) == ("m1", ["lowercase"])


def test_a_newer_message_makes_the_draft_void_and_the_queued_job_sees_all(
    project: Project,
) -> None:
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.later(1)
    project.fan_writes("ada", "two")
    assert project.commit(job, "void")["outcome"] == "superseded"
    assert project.outbound() == []
    assert project.job(job["id"])["status"] == "superseded"
    assert project.turns()[0]["supersede_count"] == 1
    again = project.claim_reply("ada")
    assert project.unanswered(again) == ["one", "two"]
    assert project.commit(again)["outcome"] == "planned"


def test_after_three_void_drafts_the_reply_goes_out_and_the_rest_gets_the_next_turn(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "0")
    for number in range(1, 4):
        job = project.claim_reply("ada")
        project.later(1)
        project.fan_writes("ada", str(number))
        assert project.commit(job)["outcome"] == "superseded"
    job = project.claim_reply("ada")
    assert job["context"]["turn"]["must_send"] is True
    project.later(1)
    project.fan_writes("ada", "4")
    assert project.commit(job, "finally")["outcome"] == "planned"
    # Not even a message before the first bubble stops it now.
    project.fan_writes("ada", "5")

    project.inspect_and_deliver()

    assert project.bubbles() == [("finally", "sent")]
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert project.unanswered(project.claim_reply("ada")) == ["4", "5"]


def test_after_twenty_minutes_of_void_drafts_the_reply_goes_out(project: Project) -> None:
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.later(20 * 60)
    project.fan_writes("ada", "two")
    assert project.commit(job)["outcome"] == "superseded"
    assert project.turns()[0]["must_send"] is True


def test_a_reply_to_everything_leaves_no_other_reply_waiting(project: Project) -> None:
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.later(1)
    project.fan_writes("ada", "two")
    # Handed back, it is the queued job that goes on: one job, all messages.
    assert project.call("release_job", job, 0.0)["outcome"] == "merged"
    assert project.commit(project.claim_reply("ada"))["outcome"] == "planned"
    assert project.rows("select 1 from jobs_queue where job_type='reply' and status='queued'") == []


@pytest.mark.parametrize("who", ["creator", "fan"])
def test_approve_mode_holds_every_reply_for_a_person(project: Project, who: str) -> None:
    project.fan_writes("ada")
    if who == "creator":
        project.set_creator("approve")
    else:
        project.set_fan("ada", "approve")
    job = project.claim_reply("ada")
    answer = project.commit(job, "draft")
    assert answer == {"outcome": "held", "reason": "waits for approval"}
    assert {status for _, status in project.bubbles()} == {"held"}
    assert project.turns()[0]["hold_reason"] == "waits for approval"
    assert project.jobs("deliver") == []


@pytest.mark.parametrize("who", ["creator", "fan"])
def test_a_reply_that_comes_while_paused_is_written_anew_after_the_pause(
    project: Project, who: str
) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    if who == "creator":
        project.set_creator("paused")
    else:
        project.set_fan("ada", "paused")
    assert project.commit(job) == {"outcome": "held", "reason": "automation is paused"}
    assert project.outbound() == []
    assert project.claim() == []
    assert [job["status"] for job in project.jobs("reply")] == ["parked"]

    project.set_creator("auto")
    project.set_fan("ada", "auto")
    project.wait_for(project.queued("reply"))
    (again,) = project.claim()
    # The draft in vain was nobody's fault: it does not count as an attempt.
    assert (again["id"], again["attempt"]) == (job["id"], 1)


def test_the_disclosure_goes_out_first_and_not_again_within_three_hours(project: Project) -> None:
    project.fan_writes("ada")
    assert project.answer("ada", "hey") == [DISCLOSURE, "hey"]
    told_at = project.row("select * from disclosures")["at"]

    project.later(60)
    project.fan_writes("ada")
    assert project.answer("ada", "again") == ["again"]

    project.now = max(project.now, told_at + project.value("select interval '3 hours'"))
    project.fan_writes("ada")
    assert project.answer("ada", "good morning") == [DISCLOSURE, "good morning"]


def test_the_disclosure_goes_out_again_after_a_person_wrote(project: Project) -> None:
    project.fan_writes("ada")
    project.answer("ada", "hey")
    project.later(60)
    project.platform_sent("ada", str(uuid.uuid4()), text="it's really me")
    project.set_fan("ada", "auto")
    project.later(60)
    project.fan_writes("ada")
    assert project.answer("ada", "back") == [DISCLOSURE, "back"]


def test_a_disclosure_that_was_planned_but_not_sent_is_still_due(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.commit(project.claim_reply("ada"), "void")
    project.fan_writes("ada", "two")
    assert project.answer("ada", "hey") == [DISCLOSURE, "hey"]


def test_the_true_answer_about_identity_is_itself_the_disclosure(project: Project) -> None:
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (job,) = project.claim()
    project.commit(job, "I am an AI assistant.", kind="fixed")
    assert project.deliver_all() == ["I am an AI assistant."]
    assert project.row("select * from disclosures")["body"] == "I am an AI assistant."
    project.later(60)
    project.fan_writes("ada")
    assert project.answer("ada", "so") == ["so"]


def test_what_is_no_reply_is_refused(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    faulty: list[Any] = [[], ["x"] * 6, [""], [7], "hey", ["x" * 5001], None]
    for reply in [*({"bubbles": bubbles} for bubbles in faulty), {}, []]:
        with refused("PT422"):
            project.call("commit_reply", job, reply)
    assert project.outbound() == []
    # The job is still held: the worker reports the fault with retry_job.
    assert project.commit(job, "x" * 5000)["outcome"] == "planned"


def test_a_reply_whose_lease_is_lost_is_dropped(project: Project) -> None:
    project.fan_writes("ada")
    first = project.claim_reply("ada")
    project.lose_lease(first)
    (second,) = project.claim(worker="w2")
    with refused("PT409"):
        project.commit(first, "late")
    assert project.commit(second, "in time")["outcome"] == "planned"
    with refused("PT409"):
        project.commit(second, "twice")
    assert [body for body, _ in project.bubbles()] == [DISCLOSURE, "in time"]


def taken_over(project: Project) -> Row:
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.platform_sent("ada", str(uuid.uuid4()))
    return job


def test_a_reply_to_a_turn_that_a_person_answered_is_dropped(project: Project) -> None:
    job = taken_over(project)
    answer = project.commit(job, "me too")
    assert answer == {"outcome": "held", "reason": "the turn is not open any more"}
    assert [body for body, _ in project.bubbles()] == ["from the platform"]


def test_a_draft_for_one_turn_never_answers_another(project: Project) -> None:
    job = taken_over(project)
    project.set_fan("ada", "auto")
    project.later(1)
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    assert project.commit(job, "about one")["outcome"] == "superseded"
    (again,) = project.claim()
    assert project.unanswered(again) == ["are you a bot?"]
