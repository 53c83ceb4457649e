"""Which turn a message belongs to, and what a held turn is."""

from __future__ import annotations

import uuid
from datetime import timedelta

from tests.project import Project


def test_messages_join_the_open_turn(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.fan_writes("ada", "two")
    project.fan_writes("bob", "another fan")
    turns = project.turns()
    assert [turn["status"] for turn in turns] == ["open", "open"]
    joined = project.rows("select turn_id from messages where fan_id = %s", project.fan_id("ada"))
    assert {row["turn_id"] for row in joined} == {turns[0]["id"]}


def test_an_answered_turn_stays_answered_and_the_next_message_opens_another(
    project: Project,
) -> None:
    project.fan_writes("ada", "one")
    project.answer("ada", "hey")
    project.later(60)
    project.fan_writes("ada", "two")
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert project.unanswered(project.claim_reply("ada")) == ["two"]


def test_a_new_message_reopens_a_held_turn_and_the_next_reply_answers_all_of_it(
    project: Project,
) -> None:
    project.set_creator("approve")
    project.fan_writes("ada", "one")
    assert project.commit(project.claim_reply("ada"), "draft")["outcome"] == "held"
    assert project.turns()[0]["status"] == "held"

    project.fan_writes("ada", "two")

    (turn,) = project.turns()
    assert (turn["status"], turn["hold_reason"]) == ("open", None)
    assert {status for _, status in project.bubbles()} == {"cancelled"}
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two"]


def test_a_held_turn_of_which_something_went_out_is_not_answered_again(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "first", "second")
    project.finish_send(job, message["id"])
    second = project.claim_delivery()
    project.begin_send(second)
    assert project.fail(second, unsent=True, permanent=True) == "dead"
    assert project.bubbles() == [("first", "sent"), ("second", "held")]

    project.later(60)
    project.fan_writes("ada", "two")

    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert project.bubbles() == [("first", "sent"), ("second", "cancelled")]
    assert project.unanswered(project.claim_reply("ada")) == ["two"]


def test_a_held_turn_of_which_something_may_have_gone_out_stays_with_the_person(
    project: Project,
) -> None:
    project.fan_writes("ada", "one")
    job, message = project.start_sending("ada", "hey")
    project.later(120)
    project.call("record_reconciliation", job, message["id"], "undecidable")

    project.fan_writes("ada", "two")

    first, second = project.turns()
    assert (first["status"], second["status"]) == ("held", "open")
    assert first["hold_reason"] == "nobody can tell whether a message went out"


def test_a_person_s_message_answers_a_held_turn(project: Project) -> None:
    project.set_creator("approve")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "draft")
    project.platform_sent("ada", str(uuid.uuid4()))
    (turn,) = project.turns()
    assert (turn["status"], turn["closed_at"], turn["hold_reason"]) == (
        "answered", project.now, None,
    )  # fmt: skip


def test_a_turn_must_be_sent_after_three_void_drafts_or_twenty_minutes(project: Project) -> None:
    decided = {
        (superseded, minutes): project.value(
            "select private.must_send(%s, %s, %s)",
            superseded,
            project.now - timedelta(minutes=minutes),
            project.now,
        )
        for superseded, minutes in ((2, 0), (3, 0), (0, 20), (0, 20.1))
    }
    assert decided == {(2, 0): False, (3, 0): True, (0, 20): False, (0, 20.1): True}


def test_holding_one_turn_leaves_the_next_one_s_reply_alone(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    project.execute("update turns set must_send = true")
    job, _ = project.start_sending("ada", "hey")
    project.later(5)
    project.fan_writes("ada", "two")
    project.inspect()

    assert project.fail(job, unsent=True, permanent=True) == "dead"

    assert [turn["status"] for turn in project.turns()] == ["held", "open"]
    assert project.queued("reply")


def test_holding_the_next_turn_leaves_the_delivery_of_the_first_alone(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    project.execute("update turns set must_send = true")
    job, message = project.start_sending("ada", "first", "second")
    project.finish_send(job, message["id"])
    project.fan_writes("ada", "two")
    (inspection,) = [job for job in project.claim() if job["job_type"] == "inspect"]

    assert project.fail(inspection, permanent=True) == "dead"

    assert [turn["status"] for turn in project.turns()] == ["sending", "held"]
    assert project.deliver_all() == ["second"]
    assert project.turns()[0]["status"] == "answered"
