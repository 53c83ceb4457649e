"""begin_send and finish_send: bubbles go out in order, and stop when the fan or a person writes."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests.project import DISCLOSURE, Project, refused


def test_bubbles_go_out_in_order_with_a_typing_pause_before_each(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "first", "x" * 35, "y" * 1000)
    assert message["body"] == "first"
    assert project.finish_send(job, message["id"]) == {"outcome": "sent", "more": True}
    # 3.5 characters a second, and never more than 20 seconds.
    assert project.queued("deliver")["run_at"] - project.now == timedelta(seconds=10)
    job = project.claim_delivery()
    project.finish_send(job, project.begin_send(job)["message"]["id"])
    assert project.queued("deliver")["run_at"] - project.now == timedelta(seconds=20)
    assert project.turns()[0]["status"] == "sending"
    job = project.claim_delivery()
    last = project.begin_send(job)["message"]
    assert project.finish_send(job, last["id"]) == {"outcome": "sent", "more": False}
    assert {status for _, status in project.bubbles()} == {"sent"}
    assert project.turns()[0]["status"] == "answered"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_a_message_before_the_first_bubble_makes_the_draft_void(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.commit(project.claim_reply("ada"), "void", "void too")
    project.later(1)
    project.fan_writes("ada", "two")
    (turn,) = project.turns()
    assert (turn["status"], turn["supersede_count"]) == ("open", 1)
    assert {status for _, status in project.bubbles()} == {"cancelled"}
    assert [job["status"] for job in project.jobs("deliver")] == ["cancelled"]
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two"]


def test_a_claimed_delivery_whose_draft_became_void_sends_nothing(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.commit(project.claim_reply("ada"))
    job = project.claim_delivery()
    project.fan_writes("ada", "two")
    assert project.begin_send(job)["outcome"] == "cancelled"
    assert project.job(job["id"])["status"] == "cancelled"
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two"]


def test_a_message_between_bubbles_cancels_the_rest_and_the_turn_counts_as_answered(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "first", "second")
    project.finish_send(job, message["id"])
    project.fan_writes("ada", "two")
    assert project.bubbles() == [("first", "sent"), ("second", "cancelled")]
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["two"]
    known = {m["body"]: m["status"] for m in job["context"]["messages"] if m["body"] != "told"}
    assert known == {"one": "received", "first": "sent", "second": "cancelled", "two": "received"}


def test_a_message_while_a_bubble_is_on_its_way_lets_it_arrive_and_cancels_the_rest(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "first", "second")
    project.fan_writes("ada", "two")
    assert project.bubbles() == [("first", "sending"), ("second", "cancelled")]
    assert [turn["status"] for turn in project.turns()] == ["sending", "open"]
    assert project.finish_send(job, message["id"]) == {"outcome": "sent", "more": False}
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert project.unanswered(project.claim_reply("ada")) == ["two"]


@pytest.mark.parametrize("finished", [True, False])
def test_a_disclosure_alone_answers_nothing(project: Project, finished: bool) -> None:
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "hey")
    assert message["body"] == DISCLOSURE
    if finished:
        project.finish_send(job, message["id"])
    project.fan_writes("ada", "two")
    if not finished:
        project.finish_send(job, message["id"])
    assert project.bubbles() == [(DISCLOSURE, "sent"), ("hey", "cancelled")]
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["one", "two"]
    project.commit(job, "hello you two")
    assert project.deliver_all() == ["hello you two"]


def test_a_send_that_is_reported_twice_counts_once(project: Project) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    project.finish_send(job, message["id"], "0b39eec7-7ee8-4bd5-9d3b-0a4e4a4c4a11")
    again = project.finish_send(job, message["id"], "0b39eec7-7ee8-4bd5-9d3b-0a4e4a4c4a12")
    assert again == {"outcome": "sent", "more": False}
    sent = project.message(message["id"])
    assert str(sent["platform_uuid"]) == "0b39eec7-7ee8-4bd5-9d3b-0a4e4a4c4a11"
    assert len(project.rows("select 1 from disclosures")) == 1
    assert len(project.jobs("deliver")) == 2


def test_what_is_known_to_be_out_is_recorded_without_the_lease(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "first", "second")
    project.lose_lease(job)
    (other,) = project.claim(worker="w2")
    assert project.finish_send(job, message["id"])["outcome"] == "sent"
    assert project.message(message["id"])["status"] == "sent"
    # Only the next bubble is fenced: the late worker has no job any more.
    with refused("PT409"):
        project.begin_send(job)
    assert project.begin_send(other)["message"]["body"] == "second"


def test_nothing_but_our_own_message_can_be_finished(project: Project) -> None:
    project.fan_writes("ada")
    job, _ = project.start_sending("ada", "hey")
    inbound = project.value("select id from messages where direction = 'inbound'")
    for message_id in (inbound, 999_999):
        with refused("PT404"):
            project.finish_send(job, message_id)


def test_the_webhook_that_overtakes_our_answer_is_recognised_as_our_own(project: Project) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    ours = str(uuid.uuid4())
    answer = project.platform_sent("ada", ours)
    assert answer["status"] == "accepted", "the sender must not deliver it again"
    assert project.row("select * from webhook_events where outcome = 'parked'")
    assert project.fan("ada")["automation"] == "auto"

    project.finish_send(job, message["id"], ours)

    assert project.rows("select 1 from webhook_events where outcome = 'parked'") == []
    assert project.fan("ada")["automation"] == "auto"
    assert project.deliver_all() == ["hey"]


def test_a_person_s_message_while_ours_is_on_its_way_takes_over_afterwards(
    project: Project,
) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    project.platform_sent("ada", str(uuid.uuid4()), text="it's me")
    project.finish_send(job, message["id"])
    assert project.fan("ada")["automation"] == "human"
    assert ("hey", "cancelled") in project.bubbles()
    assert project.turns()[0]["status"] == "answered"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


@pytest.mark.parametrize("who", ["creator", "fan"])
def test_nothing_of_a_reply_goes_out_once_automation_is_off(project: Project, who: str) -> None:
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey")
    job = project.claim_delivery()
    if who == "creator":
        project.set_creator("paused")
    else:
        project.set_fan("ada", "paused")
    answer = project.begin_send(job)
    assert answer == {"outcome": "cancelled", "reason": "automation is off"}
    assert project.bubbles() == [(DISCLOSURE, "cancelled"), ("hey", "cancelled")]
    assert project.turns()[0]["status"] == "open"
    assert project.claim() == []

    project.set_creator("auto")
    project.set_fan("ada", "auto")
    project.wait_for(project.queued("reply"))
    assert [job["job_type"] for job in project.claim()] == ["reply"]


def test_automation_that_goes_off_with_a_next_turn_waiting_leaves_one_open_turn(
    project: Project,
) -> None:
    project.fan_writes("ada", "one")
    project.execute("update turns set must_send = true")
    project.commit(project.claim_reply("ada"), "hey")
    job = project.claim_delivery()
    project.fan_writes("ada", "two")
    project.inspect()
    project.set_fan("ada", "paused")
    assert project.begin_send(job)["outcome"] == "cancelled"
    assert [turn["status"] for turn in project.turns()] == ["cancelled", "open"]
    project.set_fan("ada", "auto")
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["one", "two"]


@pytest.mark.parametrize("who", ["creator", "fan"])
def test_what_was_planned_before_approval_was_wanted_waits_for_it(
    project: Project, who: str
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "first", "second", "third")
    if who == "creator":
        project.set_creator("approve")
    else:
        project.set_fan("ada", "approve")
    # What is on its way is on its way.
    assert project.finish_send(job, message["id"])["more"] is True

    answer = project.begin_send(project.claim_delivery())

    assert answer == {"outcome": "held", "reason": "waits for approval"}
    assert project.bubbles() == [("first", "sent"), ("second", "held"), ("third", "held")]
    (turn,) = project.turns()
    assert (turn["status"], turn["hold_reason"]) == ("held", "waits for approval")
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_what_a_person_approved_goes_out_in_approve_mode(project: Project) -> None:
    project.was_told("ada")
    project.set_creator("approve")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "one", "two")
    assert project.bubbles() == [("one", "held"), ("two", "held")]
    project.execute("update turns set status = 'sending', hold_reason = null")
    project.execute(
        "update messages set status = 'planned', approved_at = %s where status = 'held'",
        project.now,
    )
    project.execute(
        "select private.enqueue_job(%s, %s, 'deliver', %s, %s)",
        project.creator_id, project.fan_id("ada"), project.now, project.now,
    )  # fmt: skip
    assert project.deliver_all() == ["one", "two"]


@pytest.mark.parametrize("mode", ["approve", "paused", "human"])
def test_a_true_answer_that_is_planned_goes_out_whatever_the_mode_is_by_then(
    project: Project, mode: str
) -> None:
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (job,) = project.claim()
    project.commit(job, "I am an AI.", kind="fixed")
    project.set_fan("ada", mode)
    assert project.deliver_all() == ["I am an AI."]


@pytest.mark.parametrize("mode", ["paused", "human"])
def test_a_sincere_question_while_nobody_answers_is_answered_first_of_all_afterwards(
    project: Project, mode: str
) -> None:
    project.fan_writes("ada", "hi")
    project.set_fan("ada", mode)
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    assert project.claim() == []
    assert [job["status"] for job in project.jobs("reply")] == ["parked"]
    project.set_fan("ada", "auto")
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert job["context"]["turn"]["fixed_text"] == "identity"


def test_the_stop_switch_keeps_even_a_claimed_bubble_back(project: Project) -> None:
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey")
    job = project.claim_delivery()
    project.stop()
    assert project.begin_send(job)["outcome"] == "wait"
    assert {status for _, status in project.bubbles()} == {"planned"}
    project.stop(False)
    assert project.deliver_all() == [DISCLOSURE, "hey"]
