"""What a fan said and spent before the connection: when it is read, and what is recorded."""

from __future__ import annotations

import threading
import uuid
from datetime import datetime, timedelta
from random import Random
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.project import START, Project, Row, refused


@pytest.fixture(autouse=True)
def _connected_at_the_start(project: Project) -> None:
    project.execute("update settings set insights_every = '1 day'")
    project.execute("update creators set created_at = %s", START)


def said(days: float, *, text: str = "from before", fan: bool = True, **more: Any) -> Row:
    """A message that was sent so many days before the connection."""
    return {
        "uuid": str(uuid.uuid4()), "sent_at": (START - timedelta(days=days)).isoformat(),
        "text": text, "by_fan": fan, "is_automated": False, "has_media": False,
        "price_cents": None, **more,
    }  # fmt: skip


def spent(
    cents: int | None, *, as_of: datetime = START, last: datetime | None = None
) -> dict[str, Any]:
    return {
        "gross_cents": cents, "as_of": as_of.isoformat(),
        "last_purchase_at": last.isoformat() if last else None,
    }  # fmt: skip


def claim(project: Project) -> Row:
    """Claim the history job, and do the inspection that was enqueued with it."""
    jobs = {job["job_type"]: job for job in project.claim(lease=3600)}
    if "inspect" in jobs:
        found = [
            {"message_id": message["id"], "signals": []}
            for message in jobs["inspect"]["context"]["messages"]
        ]
        project.call("record_inspection", jobs["inspect"], found)
    return jobs["history"]


def record(
    project: Project, job: Row, *messages: Row, insights: dict[str, Any] | None = None
) -> Row:
    return project.call("record_history", job, {"insights": insights, "messages": list(messages)})


def met(project: Project, *messages: Row, insights: dict[str, Any] | None = None) -> Row:
    """Let ada write for the first time, and her history be recorded; return her row."""
    project.fan_writes("ada")
    record(project, claim(project), *messages, insights=insights)
    return project.fan("ada")


def total(project: Project) -> float:
    return float(project.fan("ada")["total_spend"])


def opening(project: Project) -> list[float]:
    rows = project.rows("select amount from purchases where kind = 'opening_balance'")
    return [float(row["amount"]) for row in rows]


# -- when


def test_the_first_message_of_a_fan_has_the_history_read_in_the_background(
    project: Project,
) -> None:
    project.fan_writes("ada")
    project.fan_writes("ada")
    job = project.queued("history")
    assert (job["lane"], job["run_at"]) == ("background", project.now)
    assert job["payload"]["wanted"] == 21
    assert datetime.fromisoformat(job["payload"]["before"]) == START
    assert len(project.jobs("history")) == 1


def test_a_fan_who_never_wrote_costs_nothing(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.fan_pays("ada", 500)
    project.platform_sent("ada", str(uuid.uuid4()))
    assert project.jobs("history") == []


def test_history_ends_where_the_fan_s_first_message_begins(project: Project) -> None:
    """The webhook of a message may come just after the creator was added."""
    moment = START - timedelta(seconds=5)
    first = project.event("ada", "message.received", message={"uuid": str(uuid.uuid4())})
    project.ingest({**first, "occurred_at": moment.isoformat()})
    assert datetime.fromisoformat(project.queued("history")["payload"]["before"]) == moment


def test_spending_is_read_again_a_day_later_when_the_fan_writes(project: Project) -> None:
    met(project)
    project.later(86399)
    project.fan_writes("ada")
    assert [job["status"] for job in project.jobs("history")] == ["done"]
    project.later(2)
    assert len(project.jobs("history")) == 1, "nobody reads anything of fans who are silent"
    project.fan_writes("ada")
    again = project.queued("history")
    assert again["payload"]["wanted"] == 0, "the messages are here already"


def test_the_interval_is_a_setting_and_zero_means_never(project: Project) -> None:
    project.execute("update settings set insights_every = '0'")
    project.fan_writes("ada")
    assert project.jobs("history") == []
    project.execute("update settings set insights_every = '1 hour'")
    met(project)
    project.later(3601)
    project.fan_writes("ada")
    assert project.queued("history")
    for wrong in ("59 seconds", "366 days"):
        with pytest.raises(psycopg.errors.CheckViolation, match="insights_every_in_range"):
            project.execute("update settings set insights_every = %s", wrong)


def test_an_import_that_died_comes_back_with_the_next_message(project: Project) -> None:
    project.fan_writes("ada")
    job = claim(project)
    assert project.fail(job, "the token has expired", permanent=True) == "dead"
    assert project.turns()[0]["status"] == "open", "the reply goes by what is known"
    project.fan_writes("ada")
    (again,) = project.jobs("history")
    assert (again["id"], again["status"], again["attempt"]) == (job["id"], "queued", 0)
    record(project, claim(project), said(1))
    assert project.fan("ada")["msg_count_inbound"] == 3


def test_who_has_opted_out_is_not_read(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.set_fan("ada", "opted_out")
    project.fan_writes("ada")
    assert project.jobs("history") == []


# -- messages


def test_a_fan_who_wrote_before_is_not_new(project: Project) -> None:
    fan = met(project, *[said(number) for number in range(1, 31)])
    assert (fan["stage"], fan["msg_count_inbound"]) == ("flirty", 31)
    change = project.row("select * from stage_transitions")
    assert (change["from_stage"], change["to_stage"]) == ("new", "flirty")
    assert "31 messages" in change["reason"]
    assert change["event_id"] == f"history:{project.jobs('history')[0]['id']}"


def test_a_fan_without_a_past_is_new(project: Project) -> None:
    fan = met(project, insights=spent(0))
    assert (fan["stage"], fan["tier"], fan["msg_count_inbound"]) == ("new", "standard", 1)
    assert (opening(project), total(project)) == ([], 0)
    assert fan["history_at"] == project.now


def test_nothing_of_the_past_is_answered_inspected_or_taken_for_a_takeover(
    project: Project,
) -> None:
    project.fan_writes("ada")
    before = project.fan("ada")
    # One claim for both: the message that was just written is looked at, too.
    jobs = {job["job_type"]: job for job in project.claim()}
    record(
        project, jobs["history"], said(2, text="STOP"), said(1, text="are you a bot?"),
        said(1, fan=False), said(1, fan=False, is_automated=True),
    )  # fmt: skip
    after = project.fan("ada")
    for same in ("automation", "engagement_score", "last_inbound_at", "last_human_at"):
        assert after[same] == before[same]
    assert [job["job_type"] for job in project.jobs() if job["finished_at"] is None] == [
        "reply", "inspect",
    ]  # fmt: skip
    old = project.rows("select * from messages where id < 0")
    assert {row["kind"] for row in old} == {"fan", "human", "automated"}
    assert {row["turn_id"] for row in old} == {None}
    assert all(row["inspected_at"] and row["signals"] == [] for row in old)
    (new,) = jobs["inspect"]["context"]["messages"]
    project.call("record_inspection", jobs["inspect"], [{"message_id": new["id"], "signals": []}])
    job = project.claim_reply("ada")
    assert len(job["context"]["unanswered_ids"]) == 1


def test_the_model_reads_the_past_before_the_present(project: Project) -> None:
    met(project, said(1, text="newer"), said(2, text="older"))
    job = project.claim_reply("ada")
    assert [row["body"] for row in job["context"]["messages"]] == ["older", "newer", "hello"]


def test_what_was_said_here_is_not_pushed_out_by_the_past(project: Project) -> None:
    met(project, *[said(number, text=f"old {number}") for number in range(1, 71)])
    texts = [row["body"] for row in project.claim_reply("ada")["context"]["messages"]]
    assert len(texts) == 60
    assert texts[-2:] == ["old 1", "hello"]


def test_what_was_sent_since_the_connection_is_left_to_webhooks(project: Project) -> None:
    """Whose webhook was lost is looked for, and answered: it is no history."""
    lost = said(-1 / 86400, text="did you get this?")
    nobody_knows_when = said(1, sent_at=None)
    fan = met(project, lost, nobody_knows_when, said(1))
    assert fan["msg_count_inbound"] == 2


@pytest.mark.parametrize("webhook_first", [True, False])
def test_a_message_that_a_webhook_brings_too_counts_once(
    project: Project, webhook_first: bool
) -> None:
    old = said(1)
    project.fan_writes("ada")
    job = claim(project)
    event = project.event("ada", "message.received", message={"uuid": old["uuid"], "text": "x"})
    if webhook_first:
        assert project.ingest(event)["status"] == "accepted"
        record(project, job, old)
    else:
        record(project, job, old)
        assert project.ingest(event)["status"] == "duplicate"
    assert project.fan("ada")["msg_count_inbound"] == 2
    count = project.value("select count(*) from messages where platform_uuid = %s", old["uuid"])
    assert count == 1


def test_a_webhook_at_the_same_moment_waits_for_the_fan_and_counts_once(project: Project) -> None:
    old = said(1)
    project.fan_writes("ada")
    job = claim(project)
    event = project.event("ada", "message.received", message={"uuid": old["uuid"], "text": "x"})
    answers: list[str] = []

    def deliver() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as other:
            query = "select private.ingest_event(%s, %s)"
            row = other.execute(query, (Jsonb(event), project.now)).fetchone()
            assert row is not None
            answers.append(row[0]["status"])

    with project.connection.transaction():
        record(project, job, old)
        webhook = threading.Thread(target=deliver)
        webhook.start()
        with psycopg.connect(project.dsn, autocommit=True) as watch:
            Project.until_waiting(_Watching(watch))  # type: ignore[arg-type]
    webhook.join(10)
    assert answers == ["duplicate"]
    assert project.fan("ada")["msg_count_inbound"] == 2


class _Watching:
    """As much of a Project as it takes to see who waits, on a connection of its own."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def rows(self, query: str) -> list[Any]:
        return self._connection.execute(query).fetchall()


def test_a_message_that_was_deleted_meanwhile_does_not_come_back(project: Project) -> None:
    old = said(1, text="I should not have said that")
    project.fan_writes("ada")
    job = claim(project)
    project.ingest(project.event("ada", "message.deleted", message={"uuid": old["uuid"]}))
    record(project, job, old)
    row = project.row("select * from messages where platform_uuid = %s", old["uuid"])
    assert row["body"] is None
    assert project.fan("ada")["msg_count_inbound"] == 1


def test_an_imported_message_can_be_deleted(project: Project) -> None:
    old = said(1)
    met(project, old)
    deletion = project.event("ada", "message.deleted", message={"uuid": old["uuid"]})
    assert project.ingest(deletion)["status"] == "accepted"
    row = project.row("select * from messages where platform_uuid = %s", old["uuid"])
    assert row["body"] is None
    assert project.turns()[0]["status"] == "open"


def test_what_we_sent_ourselves_stays_ours(project: Project) -> None:
    """As where the creator was added a second time: our own messages are in the chat."""
    project.fan_writes("ada")
    job = claim(project)
    project.answer("ada", "hey you")
    ours = project.outbound()[-1]
    project.execute("update jobs_queue set payload = payload || %s where id = %s",
                    Jsonb({"before": project.now.isoformat()}), job["id"])  # fmt: skip
    record(
        project, job,
        said(1, fan=False, uuid=str(ours["platform_uuid"]), text=ours["body"]),
        said(1, fan=False, uuid=str(ours["platform_uuid"]), text=ours["body"]),
    )  # fmt: skip
    assert project.message(ours["id"]) == ours
    assert project.fan("ada")["automation"] == "auto"


def test_the_job_run_twice_records_once(project: Project) -> None:
    project.fan_writes("ada")
    job = claim(project)
    past = [said(1), said(2), said(2, fan=False)]
    # Fetched, and cut off before it was recorded: the next attempt reads it all again.
    project.lose_lease(job)
    with refused("PT409"):
        record(project, job, *past, insights=spent(5000))
    assert project.fan("ada")["msg_count_inbound"] == 1
    project.later(10)
    again = claim(project)
    record(project, again, *past, *past, insights=spent(5000))
    with refused("PT409"):
        record(project, again, *past, insights=spent(5000))
    assert (project.fan("ada")["msg_count_inbound"], total(project)) == (3, 50)


def test_what_is_no_history_is_refused(project: Project) -> None:
    project.fan_writes("ada")
    jobs = {job["job_type"]: job for job in project.claim()}
    for wrong in (
        {"insights": None},
        {"insights": [], "messages": []},
        {"insights": {"gross_cents": -1}, "messages": []},
        {"insights": {"gross_cents": "15000"}, "messages": []},
        {"insights": None, "messages": [{**said(1), "uuid": "x"}]},
        {"insights": None, "messages": [{**said(1), "by_fan": None}]},
        {"insights": None, "messages": [said(1)] * 501},
    ):
        with refused("PT422"):
            project.call("record_history", jobs["history"], wrong)
    with refused("PT422"):
        record(project, jobs["inspect"])
    record(project, jobs["history"])


# -- spending


def test_what_was_spent_before_makes_a_vip(project: Project) -> None:
    long_ago = START - timedelta(days=20)
    fan = met(project, insights=spent(15000, last=long_ago))
    assert (fan["tier"], fan["stage"], fan["last_purchase_at"]) == ("vip", "warmup", long_ago)
    assert (total(project), opening(project)) == (150, [150])


def test_the_balance_has_the_time_of_the_last_purchase_unless_an_event_told_of_that(
    project: Project,
) -> None:
    query = "select occurred_at from purchases where kind = 'opening_balance'"
    bought = START - timedelta(days=3)
    met(project, insights=spent(15000, last=bought))
    assert project.value(query) == bought
    project.later(90000)
    project.fan_pays("ada", 1000)
    last = project.now + timedelta(seconds=-1)
    project.later(10)
    project.fan_writes("ada")
    record(project, claim(project), insights=spent(16000, as_of=project.now, last=last))
    assert (opening(project), project.value(query)) == ([150], START)


def test_a_purchase_of_an_hour_ago_is_a_purchase(project: Project) -> None:
    fan = met(project, insights=spent(15000, last=START - timedelta(hours=1)))
    assert fan["stage"] == "post_purchase"


def test_a_subscription_is_no_purchase_from_the_chat(project: Project) -> None:
    project.fan_pays("ada", 999, kind="subscription")
    fan = met(project, insights=spent(999, last=START))
    assert (fan["last_purchase_at"], fan["stage"], total(project)) == (None, "new", 9.99)


def test_unknown_spending_is_not_zero(project: Project) -> None:
    met(project, insights=spent(5000))
    project.later(90000)
    project.fan_writes("ada")
    record(project, claim(project), insights=spent(None, last=project.now))
    assert total(project) == 50
    project.later(90000)
    project.fan_writes("ada")
    record(project, claim(project), insights=None)
    assert total(project) == 50


def test_a_payment_counts_once_whether_it_was_told_of_before_or_after(project: Project) -> None:
    project.fan_pays("ada", 1000)
    project.later(60)
    met(project, insights=spent(16000, as_of=project.now))
    assert (total(project), opening(project)) == (160, [150])
    # Its webhook is late: it is in the total already.
    project.fan_pays("ada", 2000, occurred_at=(project.now - timedelta(seconds=30)).isoformat())
    assert (total(project), opening(project)) == (160, [130])
    project.later(1)
    project.fan_pays("ada", 500)
    assert (total(project), opening(project)) == (165, [130])


def test_a_purchase_while_the_insights_were_read_counts_once(project: Project) -> None:
    bought = START + timedelta(seconds=1)
    project.fan_writes("ada")
    job = claim(project)
    project.later(2)
    record(project, job, insights=spent(1000, as_of=START, last=bought))
    project.fan_pays("ada", 1000, occurred_at=bought.isoformat())
    assert (total(project), opening(project)) == (10, [])


def test_a_refund_is_subtracted_from_what_was_spent_before(project: Project) -> None:
    met(project, insights=spent(15000))
    project.later(60)
    project.fan_pays("ada", 6000, kind="refund")
    assert (total(project), project.fan("ada")["tier"]) == (90, "standard")


def test_a_later_reading_heals_a_payment_whose_webhook_was_lost(project: Project) -> None:
    met(project, insights=spent(5000))
    project.later(90000)
    project.fan_writes("ada")
    record(project, claim(project), insights=spent(12000, as_of=project.now))
    assert (total(project), opening(project), project.fan("ada")["tier"]) == (120, [120], "vip")


def test_a_reading_that_comes_late_changes_nothing(project: Project) -> None:
    met(project, insights=spent(12000, as_of=START))
    project.later(90000)
    project.fan_writes("ada")
    record(project, claim(project), insights=spent(5000, as_of=START - timedelta(hours=1)))
    assert total(project) == 120


def test_a_balance_is_never_negative(project: Project) -> None:
    project.fan_pays("ada", 5000)
    project.later(1)
    met(project, insights=spent(1000, as_of=project.now))
    assert (total(project), opening(project)) == (50, [])


@pytest.mark.parametrize("seed", range(40))
def test_total_spend_is_what_was_paid_whatever_came_when(project: Project, seed: int) -> None:
    """
    Payments of before and after the connection, webhooks late, lost or in any order, readings at
    any moment and recorded in any order: nothing counts twice, and nothing is missing that a
    webhook or a reading has told of.
    """
    rng = Random(seed)
    moments = sorted(rng.sample(range(-5000, 50000), 14))
    paid = [(at, rng.randrange(100, 5000), rng.choice(["payment", "tip"])) for at in moments]
    reads = rng.sample(range(50000), 3)
    project.fan_writes("ada")
    # When each webhook comes: none for what was paid before, some never, others late.
    told = [
        (at + rng.choice([1, 30, 20000]), "payment", (at, cents, kind))
        for at, cents, kind in paid
        if at >= 0 and rng.random() < 0.8
    ]
    back = [(at + 60000, "refund", (at, cents, kind)) for at, cents, kind in rng.sample(paid, 2)]
    steps: list[tuple[int, str, Any]] = [
        *told, *back, *[(at + rng.choice([1, 4000]), "read", at) for at in reads],
    ]  # fmt: skip
    known: list[tuple[int, int]] = []
    refunded, as_of = 0, -(10**9)

    for at, what, subject in sorted(steps, key=lambda step: step[0]):
        project.now = START + timedelta(seconds=at)
        if what == "read":
            gross = sum(cents for moment, cents, _ in paid if moment <= subject)
            reading = spent(gross, as_of=START + timedelta(seconds=subject))
            query = "select private.record_insights(%s, %s, %s)"
            project.execute(query, project.fan_id("ada"), Jsonb(reading), project.now)
            as_of = max(as_of, subject)
        elif what == "refund":
            project.fan_pays("ada", subject[1], kind="refund")
            refunded += subject[1]
        else:
            moment, cents, kind = subject
            occurred_at = (START + timedelta(seconds=moment)).isoformat()
            project.fan_pays("ada", cents, kind=kind, occurred_at=occurred_at)
            known.append((moment, cents))
        read = sum(cents for moment, cents, _ in paid if moment <= as_of)
        since = sum(cents for moment, cents in known if moment > as_of)
        assert round(total(project) * 100) == read + since - refunded, (at, what)
