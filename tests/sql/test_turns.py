"""Which turn a message belongs to, and what a held turn is."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

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


def add_newer_turn(project: Project, status: str, *bubbles: str) -> int:
    """
    Put a turn beside the open one, as one that was written while the open one was held.

    What the open one said was on its way or unknown for long, and turned out not to have arrived.
    """
    fan_id = project.fan_id("ada")
    turn_id: int = project.value(
        "insert into turns (fan_id, status, must_send, hold_reason, opened_at)"
        " values (%s, %s, %s, %s, %s) returning id",
        fan_id, status, status == "sending", "by the test" if status == "held" else None,
        project.now,
    )  # fmt: skip
    for position, bubble in enumerate(bubbles, 1):
        project.execute(
            "insert into messages (fan_id, turn_id, direction, kind, status, body, position,"
            " platform_uuid, sending_at, sent_at, created_at)"
            " values (%s, %s, 'outbound', 'reply', %s, 'hey', %s, gen_random_uuid(), %s, %s, %s)",
            fan_id, turn_id, bubble, position, project.now, project.now, project.now,
        )  # fmt: skip
    project.execute(
        "insert into messages (fan_id, turn_id, direction, kind, status, body, platform_uuid,"
        " sent_at, inspected_at, created_at)"
        " values (%s, %s, 'inbound', 'fan', 'received', 'two', gen_random_uuid(), %s, %s, %s)",
        fan_id, turn_id, project.now, project.now, project.now,
    )  # fmt: skip
    return turn_id


@pytest.mark.parametrize(
    ("status", "bubbles", "two_moves"),
    [
        ("sending", ["planned"], False),
        ("held", ["unknown"], False),
        ("held", ["sent", "held"], False),
        ("held", ["held"], True),
        ("held", [], True),
    ],
    ids=["must be sent", "may be out", "answered in part", "a draft", "without a draft"],
)
def test_a_message_joins_the_older_turn_where_that_is_the_open_one(
    project: Project, status: str, bubbles: list[str], two_moves: bool
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    newer = add_newer_turn(project, status, *bubbles)

    project.fan_writes("ada", "three")

    rows = project.rows("select body, turn_id from messages where direction = 'inbound'")
    turn_of = {row["body"]: row["turn_id"] for row in rows}
    older = project.value("select id from turns where status = 'open'")
    assert turn_of == {"one": older, "two": older if two_moves else newer, "three": older}
