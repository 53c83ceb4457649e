"""States that a fan could not get out of, or that a person could bring about by hand."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from tests.project import Project, Row
from tests.sql.race_rules import ALWAYS, broken


def requeue(project: Project, job: Row) -> str:
    query = "select private.requeue_dead_job(%s, %s)"
    return str(project.value(query, job["id"], project.now)["outcome"])


def fan_deletes(project: Project, message_uuid: str) -> Row:
    return project.ingest(project.event("ada", "message.deleted", message={"uuid": message_uuid}))


# -- what was deleted


def test_what_was_deleted_while_its_answer_was_on_its_way_is_not_answered_again(
    project: Project,
) -> None:
    project.was_told("ada")
    ours = str(uuid.uuid4())
    project.fan_writes("ada", "hello", uuid=ours)
    job, _ = project.start_sending("ada", "hey")
    fan_deletes(project, ours)
    assert project.fail(job, "Fanvue refuses", unsent=True) == "queued"
    assert project.deliver_all() == []
    assert project.turns()[0]["status"] == "cancelled"


def test_a_deleted_turn_does_not_open_again_without_a_reply(project: Project) -> None:
    project.was_told("ada")
    ours = str(uuid.uuid4())
    project.fan_writes("ada", "hello", uuid=ours)
    job, _ = project.start_sending("ada", "hey")
    fan_deletes(project, ours)
    assert project.fail(job, "Fanvue refuses", unsent=True) == "queued"
    project.set_fan("ada", "paused")
    assert project.deliver_all() == []
    project.set_fan("ada", "auto")
    project.later(600)
    assert project.claim() == []
    assert broken(project.connection, ALWAYS) == []


# -- dead letters of long ago


def test_an_old_dead_reply_does_not_answer_twice_what_was_answered_in_part(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    old = project.claim_reply("ada")
    assert project.fail(old, "no such model", permanent=True) == "dead"
    project.fan_writes("ada", "anyone?")
    job, message = project.start_sending("ada", "hey", "you")
    project.finish_send(job, message["id"])
    assert project.fail(project.claim_delivery(), "refused", permanent=True) == "dead"
    assert project.turns()[0]["status"] == "held"

    assert requeue(project, old) == "cancelled"
    assert project.turns()[0]["status"] == "answered"
    assert project.bubbles() == [("hey", "sent"), ("you", "cancelled")]


def test_an_old_dead_delivery_leaves_a_turn_alone_that_has_nothing_to_deliver(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    assert project.commit(project.claim_reply("ada"), "hey")["outcome"] == "planned"
    old = project.claim_delivery()
    assert project.fail(old, "Fanvue refuses", permanent=True) == "dead"
    project.fan_writes("ada", "anyone?")
    assert project.fail(project.claim_reply("ada"), "no such model", permanent=True) == "dead"

    assert requeue(project, old) == "cancelled"
    assert project.turns()[0]["status"] == "held"
    assert broken(project.connection, ALWAYS) == []


def test_a_reply_that_dies_after_its_turn_was_closed_holds_no_other(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job = project.claim_reply("ada")
    project.platform_sent("ada", str(uuid.uuid4()))
    project.set_fan("ada", "auto")
    project.fan_writes("ada", "and now?")
    assert project.fail(job, "no such model", permanent=True) == "dead"
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert project.answer("ada", "hey") == ["hey"]


# -- by hand


def planned(project: Project, *bubbles: str) -> list[Row]:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    assert project.commit(project.claim_reply("ada"), *bubbles)["outcome"] == "planned"
    return project.outbound()


@pytest.mark.parametrize("status", ["cancelled", "held"])
def test_a_reply_that_was_stopped_by_hand_is_held(project: Project, status: str) -> None:
    planned(project, "hey")
    project.execute("update messages set status = %s where body = 'hey'", status)
    assert project.deliver_all() == []
    assert project.turns()[0]["status"] == "held"


@pytest.mark.parametrize(("status", "then"), [("cancelled", "answered"), ("held", "held")])
def test_the_rest_of_a_reply_is_stopped_by_hand(project: Project, status: str, then: str) -> None:
    planned(project, "hey", "you")
    job = project.claim_delivery()
    step = project.begin_send(job)
    project.execute("update messages set status = %s where body = 'you'", status)
    project.finish_send(job, step["message"]["id"])
    assert project.deliver_all() == []
    assert project.turns()[0]["status"] == then


def test_a_turn_that_is_held_by_hand_is_not_sent(project: Project) -> None:
    planned(project, "hey")
    project.execute("update turns set status = 'held', hold_reason = 'let me see' where true")
    assert project.deliver_all() == []
    assert project.bubbles() == [("hey", "held")]
    project.execute("update turns set status = 'sending' where true")
    assert project.deliver_all() == ["hey"]


def test_a_turn_that_is_opened_by_hand_is_written_anew(project: Project) -> None:
    planned(project, "hey")
    project.execute("update turns set status = 'open' where true")
    assert project.bubbles() == [("hey", "cancelled")]
    assert broken(project.connection, ALWAYS) == []
    assert project.answer("ada", "better") == ["better"]


def test_a_turn_whose_bubbles_were_cancelled_by_hand_is_opened_with_a_reply(
    project: Project,
) -> None:
    planned(project, "hey")
    project.execute("update messages set status = 'cancelled' where body = 'hey'")
    project.execute("update turns set status = 'open' where true")
    assert broken(project.connection, ALWAYS) == []
    assert project.answer("ada", "better") == ["better"]


def test_a_turn_of_which_something_is_out_is_not_opened_by_hand(project: Project) -> None:
    planned(project, "hey", "you")
    job = project.claim_delivery()
    project.finish_send(job, project.begin_send(job)["message"]["id"])
    with pytest.raises(psycopg.errors.CheckViolation, match="was answered in part"):
        project.execute("update turns set status = 'open' where true")


def test_one_bubble_of_a_held_turn_is_not_released_by_hand(project: Project) -> None:
    (bubble,) = planned(project, "hey")
    assert project.fail(project.claim_delivery(), "refused", permanent=True) == "dead"
    with pytest.raises(psycopg.errors.CheckViolation, match=r"turn \d+ is held"):
        project.execute("update messages set status = 'planned' where id = %s", bubble["id"])


# -- who is gone, and what comes late


def test_parked_events_go_with_their_fan(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    project.start_sending("ada", "hey")
    project.platform_sent("ada", str(uuid.uuid4()))
    project.execute("delete from fans where true")
    project.later(400 * 86400)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert project.rows("select * from webhook_events") == []


def test_our_own_message_that_was_taken_for_a_persons_is_known_in_the_end(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey")
    assert project.fail(job, "no answer", unsent=True) == "queued"
    ours = str(uuid.uuid4())
    project.platform_sent("ada", ours, text="hey")
    project.finish_send(job, message["id"], ours)
    rows = project.rows("select kind, status, body from messages where platform_uuid = %s", ours)
    assert [(row["kind"], row["status"]) for row in rows] == [("reply", "sent")]
