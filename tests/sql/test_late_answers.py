"""What is learnt of a bubble after the conversation went on, or changed, without it."""

from __future__ import annotations

import uuid

import pytest

from tests.project import Project, Row
from tests.sql.race_rules import ALWAYS, broken


def believed_lost(project: Project) -> tuple[Row, Row]:
    """A turn that is open again, since its only bubble seems not to have arrived."""
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey")
    project.set_fan("ada", "paused")
    assert project.fail(job, "no answer", unsent=True) == "queued"
    assert project.deliver_all() == []
    assert project.message(message["id"])["status"] == "cancelled"
    assert project.turns()[0]["status"] == "open"
    project.set_fan("ada", "auto")
    return job, message


def test_what_was_answered_after_all_is_not_answered_again(project: Project) -> None:
    job, message = believed_lost(project)
    project.finish_send(job, message["id"])
    assert project.turns()[0]["status"] == "answered"
    project.later(3600)
    assert project.claim() == []
    assert broken(project.connection, ALWAYS) == []


def test_what_came_since_is_answered_all_the_same(project: Project) -> None:
    job, message = believed_lost(project)
    project.later(5)
    project.fan_writes("ada", "hello?")
    project.finish_send(job, message["id"])
    assert [turn["status"] for turn in project.turns()] == ["answered", "open"]
    assert broken(project.connection, ALWAYS) == []
    project.inspect()
    project.later(300)
    (reply,) = project.claim()
    assert project.unanswered(reply) == ["hello?"]
    project.commit(reply, "yes")
    assert project.deliver_all() == ["yes"]


def test_a_reply_in_the_making_learns_of_it(project: Project) -> None:
    job, message = believed_lost(project)
    project.later(600)
    (reply,) = project.claim()
    project.finish_send(job, message["id"])
    assert project.commit(reply, "again")["outcome"] == "held"
    assert broken(project.connection, ALWAYS) == []


@pytest.mark.parametrize("text", ["never mind", None])
def test_what_was_edited_while_its_answer_was_on_its_way_is_answered_as_it_stands(
    project: Project, text: str | None
) -> None:
    project.was_told("ada")
    ours = str(uuid.uuid4())
    project.fan_writes("ada", "hello", uuid=ours)
    job, _ = project.start_sending("ada", "hey", "you")
    edited = {"uuid": ours, **({"text": text} if text else {})}
    project.ingest(project.event("ada", "message.edited", message=edited))
    assert project.fail(job, "Fanvue refuses", unsent=True) == "queued"
    look, delivery = project.claim()
    assert project.begin_send(delivery)["outcome"] == "cancelled"
    found = [{"message_id": each["id"], "text": "hi"} for each in look["context"]["messages"]]
    project.call("record_inspection", look, found)
    (reply,) = project.claim()
    assert project.commit(reply, "as you like")["outcome"] == "planned"
    assert project.deliver_all() == ["as you like"]


def test_what_is_edited_after_the_first_bubble_was_answered(project: Project) -> None:
    project.was_told("ada")
    ours = str(uuid.uuid4())
    project.fan_writes("ada", "hello", uuid=ours)
    job, message = project.start_sending("ada", "hey", "you")
    project.finish_send(job, message["id"])
    project.ingest(project.event("ada", "message.edited", message={"uuid": ours, "text": "hi"}))
    assert project.deliver_all() == ["you"]
