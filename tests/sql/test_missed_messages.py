"""The look for messages that no webhook brought: when it is due, and what it records."""

from __future__ import annotations

import json
import threading
import uuid
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.project import CREATOR, START, Project, Row, fan_uuid, refused


@pytest.fixture(autouse=True)
def _by_the_tests_clock(project: Project) -> None:
    project.execute(
        "update creators set created_at = %s, reconciled_at = %s, reconciled_to = %s",
        START, START, START,
    )  # fmt: skip


def enqueue(project: Project) -> int:
    return int(project.value("select private.enqueue_reconciliations(%s)", project.now))


def look(project: Project) -> Row:
    """Let the look be due and claim it."""
    project.later(600)
    assert enqueue(project) == 1
    (job,) = [job for job in project.claim() if job["job_type"] == "reconcile"]
    return job


def missed(project: Project, fan: str, text: str = "hello", **event: Any) -> Row:
    """The event that the look makes of a message sent a minute ago; `sent`: by the creator."""
    kind = "message.sent" if event.pop("sent", False) else "message.received"
    message_uuid = event.pop("uuid", str(uuid.uuid4()))
    message = {"uuid": message_uuid, "text": text, "is_automated": False}
    return {
        **project.event(fan, kind, message=message),
        "event_id": f"{kind}:{message_uuid}",
        "occurred_at": (project.now - timedelta(minutes=1)).isoformat(),
        **event,
    }


def record(project: Project, job: Row, fan: str, *events: Row, looked_to: Any = None) -> int:
    answer = project.call("record_missed_events", job, fan_uuid(fan), list(events), looked_to)
    return int(answer["accepted"])


def listed(fan: str, at: datetime, last: str | None = None) -> Row:
    return {
        "fan_uuid": fan_uuid(fan), "last_message_at": at.isoformat(), "last_message_uuid": last,
    }  # fmt: skip


def changed(project: Project, job: Row, *chats: Row, page: str | None = None) -> list[str]:
    answer = project.call("find_changed_chats", job, page, list(chats))
    return [chat["fan_uuid"] for chat in answer["changed"]]


def webhook(project: Project, fan: str, message: Row, **event: Any) -> Row:
    """The same message by the envelope family, whose events have ids of their own."""
    return project.ingest(
        project.event(fan, "message.received", message=message["message"], **event)
    )


# -- when


def test_a_look_is_due_ten_minutes_after_the_last_one(project: Project) -> None:
    project.later(599)
    assert enqueue(project) == 0
    project.later(1)
    assert (enqueue(project), enqueue(project)) == (1, 0)
    job = project.queued("reconcile")
    assert (job["lane"], job["fan_id"]) == ("background", None)
    project.execute("update settings set reconcile_every = '1 hour'")
    (claimed,) = project.claim()
    project.call("finish_reconcile", claimed, True)
    project.later(3599)
    assert enqueue(project) == 0
    project.later(1)
    assert enqueue(project) == 1


def test_the_interval_is_checked(project: Project) -> None:
    for wrong in ("59 seconds", "25 hours"):
        with pytest.raises(psycopg.errors.CheckViolation, match="reconcile_every_in_range"):
            project.execute("update settings set reconcile_every = %s", wrong)


def test_while_a_look_waits_or_runs_none_is_added(project: Project) -> None:
    look(project)
    project.later(3600)
    assert enqueue(project) == 0
    project.execute("select private.reclaim_expired_leases(10, %s)", project.now)
    assert enqueue(project) == 0
    assert len(project.jobs("reconcile")) == 1


def test_a_look_that_died_comes_back_instead_of_a_second_dead_letter(project: Project) -> None:
    job = look(project)
    changed(project, job, listed("ada", project.now), page="page=7")
    assert project.fail(job, "the token has expired", permanent=True) == "dead"
    project.later(600)
    assert enqueue(project) == 1
    (again,) = project.jobs("reconcile")
    assert (again["id"], again["status"], again["attempt"]) == (job["id"], "queued", 0)
    assert again["payload"] == {}, "it begins at the beginning"


def test_a_paused_creator_s_chats_are_looked_through_too(project: Project) -> None:
    project.set_creator("paused")
    job = look(project)
    assert record(project, job, "ada", missed(project, "ada")) == 1
    assert project.value("select count(*) from messages") == 1
    project.inspect()
    project.later(600)
    project.claim()
    assert project.row("select status::text from jobs_queue where job_type = 'reply'") == {
        "status": "parked"
    }


# -- which chats


def test_a_chat_that_changed_since_it_was_looked_through_is_looked_through(
    project: Project,
) -> None:
    job = look(project)
    new, old = listed("ada", project.now), listed("bob", START)
    assert changed(project, job, new, old) == [fan_uuid("ada")]
    record(project, job, "ada", missed(project, "ada"), looked_to=project.now.isoformat())
    assert changed(project, job, new, old) == []
    assert changed(project, job, listed("ada", project.now + timedelta(seconds=1))) == [
        fan_uuid("ada")
    ]


def test_a_second_message_of_the_same_moment_is_looked_for(project: Project) -> None:
    job = look(project)
    first = missed(project, "ada")
    record(project, job, "ada", first, looked_to=project.now.isoformat())
    assert changed(project, job, listed("ada", project.now, first["message"]["uuid"])) == []
    assert changed(project, job, listed("ada", project.now, str(uuid.uuid4()))) != []


def test_what_was_written_before_the_creator_was_added_is_not_looked_for(
    project: Project,
) -> None:
    job = look(project)
    answer = project.call("find_changed_chats", job, None, [listed("ada", project.now)])
    assert datetime.fromisoformat(answer["changed"][0]["since"]) == START


def test_the_list_is_gone_through_until_it_is_older_than_the_last_finished_look(
    project: Project,
) -> None:
    job = look(project)
    for at, more in ((project.now, True), (START - timedelta(minutes=2), False)):
        answer = project.call("find_changed_chats", job, None, [listed("ada", at)])
        assert answer["more"] is more
    assert not project.call("find_changed_chats", job, None, [])["more"]


# -- what is recorded


def test_a_missed_message_is_answered_like_one_whose_webhook_comes_late(project: Project) -> None:
    job = look(project)
    event = missed(project, "ada", "are you there?")
    assert record(project, job, "ada", event) == 1
    message = project.row("select * from messages")
    assert (message["body"], message["sent_at"]) == (
        "are you there?", project.now - timedelta(minutes=1),
    )  # fmt: skip
    assert project.answer("ada")


def test_a_missed_message_that_is_too_old_is_not_answered(project: Project) -> None:
    project.execute("update settings set staleness = 'skip', stale_after = '1 hour'")
    job = look(project)
    long_ago = (project.now - timedelta(hours=2)).isoformat()
    record(project, job, "ada", missed(project, "ada", occurred_at=long_ago))
    project.inspect()
    project.later(600)
    project.claim()
    assert project.turns()[0]["status"] == "cancelled"


def test_what_is_known_is_passed_over_and_leaves_no_second_event(project: Project) -> None:
    known = missed(project, "ada")
    webhook(project, "ada", known)
    job = look(project)
    assert record(project, job, "ada", known, missed(project, "ada", "new")) == 1
    assert project.value("select count(*) from webhook_events") == 2
    assert project.value("select count(*) from messages") == 2


@pytest.mark.parametrize("family", ["envelope", "flat"])
def test_the_webhook_that_comes_later_is_a_duplicate(project: Project, family: str) -> None:
    job = look(project)
    event = missed(project, "ada")
    record(project, job, "ada", event)
    id_ = {"event_id": event["event_id"]} if family == "flat" else {}
    assert webhook(project, "ada", event, family=family, **id_)["status"] == "duplicate"
    assert project.value("select count(*) from messages") == 1
    assert project.fan("ada")["msg_count_inbound"] == 1


def test_a_person_who_wrote_unnoticed_has_taken_over(project: Project) -> None:
    project.fan_writes("ada")
    job = look(project)
    record(project, job, "ada", missed(project, "ada", "it's me", sent=True))
    assert project.fan("ada")["automation"] == "human"
    assert project.jobs("reply")[0]["status"] == "cancelled"
    # Control: an automated message of the platform pauses nobody.
    project.fan_writes("bob")
    welcome = missed(project, "bob", "welcome", sent=True)
    welcome["message"]["is_automated"] = True
    record(project, job, "bob", welcome)
    assert project.fan("bob")["automation"] == "auto"


def test_our_own_messages_are_nobody_s_takeover(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    delivery, message = project.start_sending("ada", "hey you")
    job = look(project)
    ours = missed(project, "ada", "hey you", sent=True)
    # On its way, and shown in the chat already.
    assert record(project, job, "ada", ours) == 1
    assert record(project, job, "ada", ours) == 0
    project.finish_send(delivery, message["id"], ours["message"]["uuid"])
    assert project.fan("ada")["automation"] == "auto"
    assert record(project, job, "ada", ours) == 0
    assert project.bubbles() == [("hey you", "sent")]


def test_a_message_that_a_person_said_was_sent_is_recognised_by_its_text(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    delivery, message = project.start_sending("ada", "hey you")
    project.fail(delivery, permanent=True)
    project.value("select private.resolve_message(%s, 'sent', %s)", message["id"], project.now)
    job = look(project)
    ours = missed(project, "ada", "hey you", sent=True)
    assert record(project, job, "ada", ours) == 0
    assert project.fan("ada")["automation"] == "auto"
    assert str(project.message(message["id"])["platform_uuid"]) == ours["message"]["uuid"]
    # Control: another text of the creator's is a person's.
    record(project, job, "ada", missed(project, "ada", "it's me", sent=True))
    assert project.fan("ada")["automation"] == "human"


def test_nothing_is_recorded_without_the_lease(project: Project) -> None:
    job = look(project)
    event = missed(project, "ada")
    project.lose_lease(job)
    for call, arguments in (
        ("record_missed_events", [fan_uuid("ada"), [event], None]),
        ("find_changed_chats", [None, []]),
        ("finish_reconcile", [True]),
    ):
        with refused("PT409"):
            project.call(call, job, *arguments)
    assert project.rows("select 1 from webhook_events union all select 1 from fans") == []


def test_only_messages_of_that_chat_are_taken(project: Project) -> None:
    job = look(project)
    wrong = [
        {**missed(project, "ada"), "type": "payment.succeeded"},
        missed(project, "bob"),
        {**missed(project, "ada"), "creator_uuid": CREATOR.replace("f4", "f5")},
        {**missed(project, "ada"), "message": {}},
    ]
    for event in wrong:
        with refused("PT422"):
            record(project, job, "ada", event)
    assert record(project, job, "ada", missed(project, "ada")) == 1


def test_a_webhook_that_brings_one_of_them_at_this_moment_is_no_deadlock(
    project: Project,
) -> None:
    job = look(project)
    project.ingest(project.event("ada", "follow.created"))
    first, second = missed(project, "ada", "one"), missed(project, "ada", "two")
    answers: list[int] = []
    with psycopg.connect(project.dsn) as other:
        # The webhook has logged its event and will want the fan next.
        (logged,) = other.execute(
            "select private.log_event(%s, %s)", [json.dumps(second), project.now]
        ).fetchone() or (None,)

        def look_through() -> None:
            with psycopg.connect(project.dsn, autocommit=True) as mine:
                row = mine.execute(
                    "select private.record_missed_events(%s, %s, %s, %s, null, %s)",
                    [job["id"], job["lease_token"], fan_uuid("ada"),
                     json.dumps([first, second]), project.now],
                ).fetchone()  # fmt: skip
                assert row is not None
                answers.append(row[0]["accepted"])

        thread = threading.Thread(target=look_through)
        thread.start()
        project.until_waiting()
        other.execute("set local lock_timeout = '2s'")
        other.execute(
            "select private.follow_event(%s, %s, %s)", [logged, json.dumps(second), project.now]
        )
        other.commit()
        thread.join(30)
    assert answers == [1]
    assert project.value("select count(*) from messages") == 2


# -- where it goes on


def test_a_look_that_is_cut_off_goes_on_where_it_was(project: Project) -> None:
    job = look(project)
    began = project.now
    changed(project, job, listed("ada", began))
    project.later(1)
    changed(project, job, listed("bob", START + timedelta(minutes=1)), page="page=2")
    record(project, job, "bob", looked_to=began.isoformat())
    project.lose_lease(job)
    project.later(600)
    (again,) = project.claim()
    assert again["payload"]["page"] == "page=2"
    assert project.value("select reconciled_to from creators") == START, "it is not finished"
    project.call("finish_reconcile", again, True)
    # Up to where the list began when the look did, not when it ended.
    assert project.value("select reconciled_to from creators") == began


def test_a_long_list_is_gone_through_in_several_goes_that_cost_no_attempt(
    project: Project,
) -> None:
    job = look(project)
    changed(project, job, listed("ada", project.now), page="page=20")
    assert project.call("finish_reconcile", job, False) == {"outcome": "queued"}
    (again,) = project.claim()
    assert (again["id"], again["attempt"]) == (job["id"], 1)
    assert again["payload"]["page"] == "page=20"
    assert project.value("select reconciled_to from creators") == START


def test_a_time_in_the_future_hides_nothing_that_comes_until_then(project: Project) -> None:
    job = look(project)
    future = project.now + timedelta(days=400)
    changed(project, job, listed("ada", future))
    record(project, job, "ada", missed(project, "ada"), looked_to=future.isoformat())
    project.call("finish_reconcile", job, True)
    assert project.value("select reconciled_to from creators") == project.now
    assert project.fan("ada")["reconciled_to"] == project.now


def test_an_empty_list_moves_nothing(project: Project) -> None:
    job = look(project)
    changed(project, job)
    project.call("finish_reconcile", job, True)
    assert project.value("select reconciled_to from creators") == START
