"""ingest_event: every event is kept once, and what follows from it happens once."""

from __future__ import annotations

import json
import threading
import uuid
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.project import Project, Row, fan_uuid, refused


def test_an_event_is_accepted_once(project: Project) -> None:
    event = project.event("ada", "message.received", message={"uuid": str(uuid.uuid4())})
    first, second = project.ingest(event), project.ingest(event)
    assert (first["status"], second["status"]) == ("accepted", "duplicate")
    assert first["job_id"] == project.queued("reply")["id"]
    assert second["job_id"] is None
    assert project.fan("ada")["msg_count_inbound"] == 1


def test_one_message_in_both_payload_families_is_received_once(project: Project) -> None:
    message = {"uuid": str(uuid.uuid4()), "text": "hi"}
    flat = project.event("ada", "message.received", message=message, family="flat")
    envelope = project.event("ada", "message.received", message=message)
    other = project.event("ada", "message.received", message={**message, "uuid": fan_uuid("x")})
    answers = [project.ingest(event)["status"] for event in (flat, envelope, other)]
    assert answers == ["accepted", "duplicate", "accepted"]
    assert project.fan("ada")["msg_count_inbound"] == 2
    outcomes = project.rows("select outcome from webhook_events order by id")
    assert [row["outcome"] for row in outcomes] == ["accepted", "duplicate", "accepted"]


NOTHING_FOLLOWS: list[tuple[Row, str]] = [
    ({"creator_uuid": fan_uuid("stranger")}, "unknown creator"),
    ({"creator_uuid": "no uuid"}, "unknown creator"),
    ({"creator_uuid": None}, "unknown creator"),
    ({"fan": None}, "no fan in this event"),
    ({"fan": {"uuid": "ada"}}, "no fan in this event"),
    ({"message": None}, "no message in this event"),
    ({"message": {"uuid": 7}}, "no message in this event"),
    ({"type": "message.reaction"}, "nothing follows from message.reaction"),
    ({"type": "unrecognised"}, "nothing follows from unrecognised"),
]


def test_what_leads_to_nothing_is_kept_and_ignored(project: Project) -> None:
    event: Row = project.event("ada", "message.received", message={"uuid": str(uuid.uuid4())})
    for number, (change, reason) in enumerate(NOTHING_FOLLOWS):
        answer = project.ingest({**event, **change, "event_id": str(number)})
        assert (answer["status"], answer["reason"]) == ("ignored", reason), change
    kept = project.rows("select outcome, reason from webhook_events order by id")
    assert [(row["outcome"], row["reason"]) for row in kept] == [
        ("ignored", reason) for _, reason in NOTHING_FOLLOWS
    ]
    assert project.jobs() == []
    assert project.ingest(event)["status"] == "accepted"


def test_what_is_no_event_is_refused_as_such(project: Project) -> None:
    faulty: list[Any] = [[], "text", 1, None, {}, {"event_id": "1"}, {"event_id": "", "type": "x"}]
    for event in faulty:
        with refused("PT422"):
            project.value("select private.ingest_event(%s, %s)", json.dumps(event), project.now)
    assert project.rows("select 1 from webhook_events") == []


def test_the_raw_body_is_kept_beside_the_event(project: Project) -> None:
    event = project.event("ada", "follow.created")
    project.ingest({**event, "raw": '{"as it": "came"}'})
    kept = project.row("select * from webhook_events")
    assert kept["raw"] == '{"as it": "came"}'
    assert kept["event"] == event
    assert kept["fan_id"] == project.fan_id("ada")


def test_a_burst_of_three_messages_gets_one_reply_and_one_inspection(project: Project) -> None:
    written = project.now
    for order, text in ((2, "three"), (0, "one"), (1, "two")):
        message = {"uuid": str(uuid.uuid4()), "text": text}
        event = project.event("ada", "message.received", message=message)
        event["occurred_at"] = (written + timedelta(seconds=order)).isoformat()
        project.ingest(event)
        project.later(2)

    assert [job["job_type"] for job in project.jobs()] == ["reply", "inspect"]
    assert project.queued("reply")["payload"]["message_count"] == 3
    job = project.claim_reply("ada")
    # In the order in which the fan wrote, not in which the webhooks came.
    assert project.unanswered(job) == ["one", "two", "three"]
    assert len(project.turns()) == 1


def test_a_message_while_the_reply_is_written_gets_a_job_of_its_own(project: Project) -> None:
    project.fan_writes("ada", "one")
    running = project.claim_reply("ada")
    project.later(1)
    second = project.fan_writes("ada", "two")
    third = project.fan_writes("ada", "three")
    assert second["job_id"] == third["job_id"] != running["id"]
    # The wait was over already: only time to read is added.
    assert project.queued("reply")["payload"]["delay"]["model"] == "push_back"
    assert project.commit(running)["outcome"] == "superseded"
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two", "three"]


def test_a_message_without_text_waits_for_its_text(project: Project) -> None:
    project.fan_writes("ada", None, has_media=True, price_cents=500)
    (job,) = project.claim()
    (message,) = job["context"]["messages"]
    assert (job["job_type"], message["body"], message["has_media"]) == ("inspect", None, True)
    assert project.message(message["id"])["price_cents"] == 500
    assert project.fan("ada")["engagement_score"] == 3


def test_a_payment_is_booked_once(project: Project) -> None:
    event = project.event("ada", "payment.succeeded")
    event["payment"] = {"id": "p1", "kind": "payment", "amount_cents": 12_50}
    again = {**event, "event_id": "another"}
    other = {**event, "event_id": "third", "payment": {**event["payment"], "id": "p2"}}
    answers = [project.ingest(one)["status"] for one in (event, again, other)]
    assert answers == ["accepted", "duplicate", "accepted"]
    assert project.fan("ada")["total_spend"] == 25


def test_a_purchase_that_overtakes_its_message_is_booked_and_the_message_joins_later(
    project: Project,
) -> None:
    offer = str(uuid.uuid4())
    payment = {"id": "p1", "kind": "payment", "amount_cents": 15_00, "message_uuid": offer}
    project.ingest(project.event("ada", "payment.succeeded", payment=payment))
    assert (project.fan("ada")["total_spend"], project.fan("ada")["stage"]) == (15, "post_purchase")
    assert project.platform_sent("ada", offer, is_automated=True)["status"] == "accepted"
    project.fan_writes("ada", "loved it")
    assert project.fan("ada")["total_spend"] == 15
    bought = project.row(
        "select messages.body from purchases join messages"
        " on messages.platform_uuid = purchases.message_uuid"
    )
    assert bought["body"] == "from the platform"
    assert project.claim_reply("ada")["context"]["fan"]["stage"] == "post_purchase"


def test_money_is_taken_from_the_family_that_brought_it_first(project: Project) -> None:
    assert project.fan_pays("ada", 100, family="flat")["status"] == "accepted"
    for fan in ("ada", "bob"):
        answer = project.fan_pays(fan, 100, family="envelope")
        assert answer["status"] == "ignored"
        assert answer["reason"] == "money is taken from the flat family"
    assert project.fan_pays("bob", 100, family="flat")["status"] == "accepted"


def test_the_creator_s_row_can_name_the_family_that_money_is_taken_from(project: Project) -> None:
    project.execute("update creators set money_family = 'envelope'")
    assert project.fan_pays("ada", 100, family="flat")["status"] == "ignored"
    assert project.fan_pays("ada", 100, family="envelope")["status"] == "accepted"


def test_money_back_is_negative_and_counts_once(project: Project) -> None:
    project.fan_pays("ada", 50_00)
    project.fan_pays("ada", 20_00, kind="refund")
    project.fan_pays("ada", 40_00, kind="dispute")
    amounts = [row["amount"] for row in project.rows("select * from purchases order by id")]
    assert amounts == [50, -20, -40]
    assert project.fan("ada")["total_spend"] == -10


def test_an_impossible_amount_is_ignored(project: Project) -> None:
    for cents in (0, -5, None, "12", 10**12):
        event = project.event("ada", "refund.created")
        event["payment"] = {"id": "p1", "kind": "refund", "amount_cents": cents}
        assert project.ingest(event)["status"] == "ignored", cents
    assert project.rows("select 1 from purchases") == []


def test_a_person_s_own_message_takes_the_conversation_over(project: Project) -> None:
    project.fan_writes("ada")
    answer = project.platform_sent("ada", str(uuid.uuid4()), text="it's me")
    assert answer["reason"] == "a person took over"
    assert project.fan("ada")["automation"] == "human"
    assert project.turns()[0]["status"] == "answered"
    assert [job["status"] for job in project.jobs("reply")] == ["cancelled"]
    assert project.outbound()[0]["kind"] == "human"


def test_an_automated_message_of_the_platform_takes_nothing_over(project: Project) -> None:
    project.fan_writes("ada")
    project.platform_sent("ada", str(uuid.uuid4()), is_automated=True)
    assert project.fan("ada")["automation"] == "auto"
    assert project.queued("reply")
    assert project.outbound()[0]["kind"] == "automated"


def test_our_own_message_takes_nothing_over(project: Project) -> None:
    project.fan_writes("ada")
    project.answer("ada", "hey")
    ours = str(project.outbound()[0]["platform_uuid"])
    assert project.platform_sent("ada", ours)["status"] == "duplicate"
    assert project.fan("ada")["automation"] == "auto"


def test_whoever_opted_out_is_heard_but_not_answered(project: Project) -> None:
    project.fan_writes("ada", "STOP")
    project.inspect(signals=["opt_out"])
    answer = project.fan_writes("ada", "hello again")
    assert (answer["status"], answer["job_id"]) == ("accepted", None)
    assert project.fan("ada")["msg_count_inbound"] == 2
    waiting = project.rows("select job_type from jobs_queue where finished_at is null")
    assert waiting == [{"job_type": "inspect"}]
    project.platform_sent("ada", str(uuid.uuid4()))
    assert project.fan("ada")["automation"] == "opted_out"


def test_names_are_brought_up_to_date_and_never_erased(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    renamed = {"uuid": fan_uuid("ada"), "display_name": "Countess"}
    project.ingest({**project.event("ada", "follow.created"), "fan": renamed})
    fan = project.fan("ada")
    assert (fan["handle"], fan["display_name"]) == ("ada", "Countess")


@pytest.mark.parametrize("same_event", [True, False])
def test_two_deliveries_at_once_leave_one_message(project: Project, same_event: bool) -> None:
    message = {"uuid": str(uuid.uuid4()), "text": "hi"}
    first = project.event("ada", "message.received", message=message)
    second = first if same_event else {**first, "event_id": "other family"}
    answers: list[str] = []
    query = "select private.ingest_event(%s, %s)"

    def deliver_second() -> None:
        with psycopg.connect(project.dsn) as late:
            row = late.execute(query, (json.dumps(second), project.now)).fetchone()
            assert row is not None
            answers.append(row[0]["status"])

    with psycopg.connect(project.dsn) as early:
        row = early.execute(query, (json.dumps(first), project.now)).fetchone()
        assert row is not None
        thread = threading.Thread(target=deliver_second)
        thread.start()
        project.until_waiting()
        assert answers == [], "the second delivery did not wait for the first"
        early.commit()
        thread.join(10)
    assert (row[0]["status"], answers) == ("accepted", ["duplicate"])
    assert project.fan("ada")["msg_count_inbound"] == 1
