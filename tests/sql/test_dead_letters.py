"""Dead letters come back when a person says so, and never send anything twice."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.project import Project, Row, refused


def requeue(project: Project, job: Row) -> str:
    query = "select private.requeue_dead_job(%s, %s)"
    return str(project.value(query, job["id"], project.now)["outcome"])


def resolve(project: Project, message_id: int, finding: str | None) -> Row:
    query = "select private.resolve_message(%s, %s, %s)"
    return dict(project.value(query, message_id, finding, project.now))


def dead_reply(project: Project, fan: str = "ada") -> Row:
    project.fan_writes(fan, "hello")
    project.was_told(fan)
    job = project.claim_reply(fan)
    assert project.fail(job, "no such model", permanent=True) == "dead"
    return job


def unknown_bubble(project: Project, *bubbles: str) -> tuple[Row, Row]:
    """A first bubble of which nobody knows whether it went out; its job died over it."""
    project.fan_writes("ada", "hello")
    project.was_told("ada")
    job, message = project.start_sending("ada", *(bubbles or ("hey",)))
    assert project.fail(job, "Fanvue refuses", permanent=True) == "dead"
    assert project.message(message["id"])["status"] == "unknown"
    return job, message


def look_after(project: Project) -> tuple[Row, Row]:
    project.later(120)
    job = project.claim_delivery()
    return job, project.begin_send(job)


def test_the_dead_are_listed_with_their_errors(project: Project) -> None:
    job = dead_reply(project)
    listed: dict[str, Any] = project.value("select public.list_dead_jobs()")
    (dead,) = listed["jobs"]
    assert (dead["id"], dead["job_type"], dead["fan"]) == (job["id"], "reply", "ada")
    assert dead["error"]["message"] == "no such model"
    assert listed["unknown_messages"] == []


def test_a_dead_reply_comes_back_with_its_turn_and_fresh_attempts(project: Project) -> None:
    job = dead_reply(project)
    assert project.turns()[0]["status"] == "held"
    assert requeue(project, job) in ("queued", "merged")
    assert project.turns()[0]["status"] == "open"
    (again,) = project.claim()
    assert (again["attempt"], project.unanswered(again)) == (1, ["hello"])
    project.commit(again, "hey")
    assert project.deliver_all() == ["hey"]
    assert project.value("select public.list_dead_jobs()")["jobs"] == []


def test_only_what_is_dead_is_requeued(project: Project) -> None:
    project.fan_writes("ada")
    for job in ({"id": 0}, project.queued("reply")):
        with refused("PT404"):
            requeue(project, job)


def test_a_dead_reply_joins_the_one_that_came_since(project: Project) -> None:
    job = dead_reply(project)
    project.fan_writes("ada", "anyone?")
    waiting = project.queued("reply")
    assert requeue(project, job) == "merged"
    assert project.job(job["id"])["status"] == "superseded"
    assert project.queued("reply")["run_at"] == waiting["run_at"]
    assert project.unanswered(project.claim_reply("ada")) == ["hello", "anyone?"]


def test_a_dead_reply_that_a_person_answered_meanwhile_is_done_with(project: Project) -> None:
    job = dead_reply(project)
    project.platform_sent("ada", str(uuid.uuid4()))
    assert requeue(project, job) == "cancelled"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_a_dead_delivery_is_looked_for_before_anything_is_sent(project: Project) -> None:
    job, message = unknown_bubble(project, "one", "two")
    assert requeue(project, job) == "queued"
    delivery, step = look_after(project)
    assert (step["outcome"], step["message"]["id"]) == ("reconcile", message["id"])
    project.finish_send(delivery, message["id"])
    assert project.deliver_all() == ["two"]
    assert project.turns()[0]["status"] == "answered"


def test_a_dead_delivery_that_never_arrived_is_sent_once(project: Project) -> None:
    job, message = unknown_bubble(project)
    requeue(project, job)
    for outcome in ("wait", "send"):
        delivery, step = look_after(project)
        assert step["outcome"] == "reconcile"
        found = project.call("record_reconciliation", delivery, message["id"], "absent")
        assert found["outcome"] == outcome
    project.finish_send(delivery, message["id"])
    assert project.bubbles() == [("hey", "sent")]


def test_after_newer_words_of_the_fan_what_never_arrived_is_answered_anew(
    project: Project,
) -> None:
    job, message = unknown_bubble(project)
    project.fan_writes("ada", "anyone?")
    project.inspect()
    requeue(project, job)
    project.execute("update jobs_queue set run_at = run_at + '1 hour' where job_type = 'reply'")
    for outcome in ("wait", "cancelled"):
        delivery, _ = look_after(project)
        found = project.call("record_reconciliation", delivery, message["id"], "absent")
        assert found["outcome"] == outcome
    assert project.bubbles() == [("hey", "cancelled")]
    assert project.unanswered(project.claim_reply("ada")) == ["hello", "anyone?"]


def test_a_dead_inspection_looks_again_and_its_turn_is_answered(project: Project) -> None:
    project.fan_writes("ada", None)
    (job,) = project.claim()
    project.fail(job, "Fanvue refuses", permanent=True)
    assert project.turns()[0]["status"] == "held"
    assert requeue(project, job) == "queued"
    (again,) = project.claim()
    (message,) = again["context"]["messages"]
    found = [{"message_id": message["id"], "text": "hello", "signals": []}]
    project.call("record_inspection", again, found)
    (reply,) = project.claim()
    assert project.unanswered(reply) == ["hello"]


def test_a_person_says_that_a_message_went_out(project: Project) -> None:
    _, message = unknown_bubble(project, "one", "two")
    assert resolve(project, message["id"], "sent")["turn_status"] == "answered"
    assert project.bubbles() == [("one", "sent"), ("two", "cancelled")]
    row = project.message(message["id"])
    assert (row["sent_at"], row["resolved_at"]) == (row["sending_at"], project.now)
    project.fan_writes("ada", "and?")
    assert project.unanswered(project.claim_reply("ada")) == ["and?"]


def test_a_person_says_that_a_message_never_went_out(project: Project) -> None:
    _, message = unknown_bubble(project, "one", "two")
    assert resolve(project, message["id"], "unsent")["turn_status"] == "open"
    assert project.bubbles() == [("one", "cancelled"), ("two", "cancelled")]
    (reply,) = project.claim()
    assert project.unanswered(reply) == ["hello"]


def test_the_event_that_was_parked_for_it_is_its_own(project: Project) -> None:
    _, message = unknown_bubble(project)
    ours = str(uuid.uuid4())
    project.platform_sent("ada", ours, text="hey")
    resolve(project, message["id"], "sent")
    assert str(project.message(message["id"])["platform_uuid"]) == ours
    assert project.fan("ada")["automation"] == "auto"


@pytest.mark.parametrize("ours_first", [True, False])
def test_a_broadcast_with_the_same_words_is_not_taken_for_ours(
    project: Project, ours_first: bool
) -> None:
    _, message = unknown_bubble(project)
    ours, broadcast = str(uuid.uuid4()), str(uuid.uuid4())
    for sent in (ours, broadcast) if ours_first else (broadcast, ours):
        project.platform_sent("ada", sent, text="hey", is_automated=sent == broadcast)
    resolve(project, message["id"], "sent")
    assert str(project.message(message["id"])["platform_uuid"]) == ours
    assert project.fan("ada")["automation"] == "auto"


def test_the_event_that_comes_only_afterwards_is_its_own_as_well(project: Project) -> None:
    _, message = unknown_bubble(project)
    resolve(project, message["id"], "sent")
    ours = str(uuid.uuid4())
    project.platform_sent("ada", ours, text="hey")
    assert str(project.message(message["id"])["platform_uuid"]) == ours
    assert project.fan("ada")["automation"] == "auto"
    project.platform_sent("ada", str(uuid.uuid4()), text="hey")
    assert project.fan("ada")["automation"] == "human", "one event is ours, the next is not"


def test_a_parked_event_with_other_words_is_a_person_s(project: Project) -> None:
    _, message = unknown_bubble(project)
    project.platform_sent("ada", str(uuid.uuid4()), text="I'll take it from here")
    assert project.fan("ada")["automation"] == "auto"
    resolve(project, message["id"], "sent")
    assert project.fan("ada")["automation"] == "human"


def test_only_what_is_unknown_is_resolved_and_only_so_or_so(project: Project) -> None:
    _, message = unknown_bubble(project)
    for finding in ("perhaps", None):
        with refused("PT422"):
            resolve(project, message["id"], finding)
    assert resolve(project, message["id"], "sent")["outcome"] == "sent"
    for message_id in (message["id"], 0):
        with refused("PT404"):
            resolve(project, message_id, "sent")
