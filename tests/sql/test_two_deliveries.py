"""
Two turns of one fan that are both to be sent.

A reply that must be sent died, the next one was written, and a person brought the first back.
"""

from __future__ import annotations

import uuid

import pytest

from tests.project import Project, Row
from tests.sql.race_rules import ALWAYS, broken


def requeue(project: Project, job: Row) -> str:
    query = "select private.requeue_dead_job(%s, %s)"
    return str(project.value(query, job["id"], project.now)["outcome"])


def two_in_sending(project: Project, *, second_must_send: bool = False) -> tuple[int, int]:
    """Return the turns: 'first' waits in the older one, 'second' in the newer one."""
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.execute("update turns set must_send = true where true")
    project.fan_writes("ada", "two")
    assert project.commit(job, "first")["outcome"] == "planned"
    for job in project.claim():
        if job["job_type"] == "inspect":
            found = [{"message_id": each["id"]} for each in job["context"]["messages"]]
            project.call("record_inspection", job, found)
        else:
            dead = job
    assert project.fail(dead, "Fanvue refuses", permanent=True) == "dead"
    project.execute("update turns set must_send = %s where status = 'open'", second_must_send)
    assert project.commit(project.claim_reply("ada"), "second")["outcome"] == "planned"
    assert requeue(project, dead) == "merged"
    older, newer = project.turns()
    assert (older["status"], newer["status"]) == ("sending", "sending")
    return older["id"], newer["id"]


def test_both_are_delivered(project: Project) -> None:
    two_in_sending(project)
    assert project.deliver_all() == ["first", "second"]
    assert [turn["status"] for turn in project.turns()] == ["answered", "answered"]


def test_voiding_the_newer_leaves_the_older_its_delivery(project: Project) -> None:
    two_in_sending(project)
    project.fan_writes("ada", "three")
    assert broken(project.connection, ALWAYS) == []
    project.inspect_and_deliver()
    assert ("first", "sent") in project.bubbles()


def test_holding_the_older_leaves_the_newer_its_delivery(project: Project) -> None:
    older, _ = two_in_sending(project)
    project.execute("select private.hold_turn(%s, 'by the test', %s)", older, project.now)
    assert broken(project.connection, ALWAYS) == []
    assert project.deliver_all() == ["second"]


def test_closing_the_older_by_hand_leaves_the_newer_its_delivery(project: Project) -> None:
    older, _ = two_in_sending(project)
    project.execute("update turns set status = 'cancelled' where id = %s", older)
    assert broken(project.connection, ALWAYS) == []
    project.execute("update jobs_queue set run_at = %s where status = 'queued'", project.now)
    assert project.deliver_all() == ["second"]


def test_what_is_void_when_it_is_due_leaves_the_other_its_delivery(project: Project) -> None:
    older, newer = two_in_sending(project, second_must_send=True)
    project.execute("update turns set must_send = false where id = %s", older)
    project.fan_writes("ada", "three")
    (job,) = [job for job in project.claim() if job["job_type"] == "deliver"]
    assert project.begin_send(job)["outcome"] == "cancelled"
    assert project.deliver_all() == ["second"]
    assert project.bubbles() == [("first", "cancelled"), ("second", "sent")]
    assert project.turn(newer)["status"] == "answered"
    assert broken(project.connection, ALWAYS) == []


@pytest.mark.parametrize("approved", [True, False])
def test_what_waits_for_approval_leaves_the_other_its_delivery(
    project: Project, approved: bool
) -> None:
    _, newer = two_in_sending(project)
    project.set_fan("ada", "approve")
    if approved:
        project.execute(
            "update messages set approved_at = %s where turn_id = %s and status = 'planned'",
            project.now, newer,
        )  # fmt: skip
    assert project.deliver_all() == (["second"] if approved else [])
    assert broken(project.connection, ALWAYS) == []


@pytest.mark.parametrize("finding", ["sent", "unsent"])
def test_what_nobody_can_tell_of_stops_the_other_until_somebody_does(
    project: Project, finding: str
) -> None:
    two_in_sending(project)
    step = project.begin_send(project.claim_delivery())
    assert step["message"]["body"] == "first"
    project.later(3600)
    project.execute("select private.reclaim_expired_leases(9, %s)", project.now)
    job = project.claim_delivery()
    assert project.begin_send(job)["outcome"] == "reconcile"
    project.call("record_reconciliation", job, step["message"]["id"], "undecidable")
    assert project.deliver_all() == []

    project.execute(
        "select private.resolve_message(%s, %s, %s)", step["message"]["id"], finding, project.now
    )
    assert project.deliver_all() == ["second"]
    assert broken(project.connection, ALWAYS) == []


@pytest.mark.parametrize("told", ["absent", "sent"])
def test_whoever_comes_late_with_the_older_leaves_the_newer_its_delivery(
    project: Project, told: str
) -> None:
    two_in_sending(project)
    first = project.claim_delivery()
    message = project.begin_send(first)["message"]
    project.later(3600)
    project.execute("select private.reclaim_expired_leases(9, %s)", project.now)
    looking = project.claim_delivery()
    assert project.begin_send(looking)["outcome"] == "reconcile"
    ours = str(uuid.uuid4())
    project.finish_send(first, message["id"], ours)
    if told == "absent":
        project.call("record_reconciliation", looking, message["id"], "absent")
    else:
        project.finish_send(looking, message["id"], ours)
    assert broken(project.connection, ALWAYS) == []
    assert project.deliver_all() == ["second"]


def test_a_newer_turn_that_was_stopped_by_hand_ends_beside_the_older(project: Project) -> None:
    older, newer = two_in_sending(project)
    project.execute(
        "update messages set status = 'cancelled' where turn_id = %s and direction = 'outbound'",
        newer,
    )
    project.execute("update turns set status = 'cancelled' where id = %s", older)
    assert broken(project.connection, ALWAYS) == []
    assert project.deliver_all() == []
    assert project.turn(newer)["status"] == "held"
