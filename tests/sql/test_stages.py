"""In which stage and tier a fan is, and how that follows from what happened."""

from __future__ import annotations

import json
import math
import threading
from datetime import timedelta

import psycopg
import pytest

from tests.project import Project, Row


def test_vip_begins_above_one_hundred_and_ends_with_the_refund(project: Project) -> None:
    project.fan_pays("ada", 100_00)
    assert project.fan("ada")["tier"] == "standard"
    project.fan_pays("ada", 1)
    assert project.fan("ada")["tier"] == "vip"
    assert project.fan("ada")["total_spend"] == project.value("select 100.01")

    project.fan_pays("ada", 1, kind="refund")

    assert project.fan("ada")["tier"] == "standard"
    assert project.fan("ada")["total_spend"] == 100


def test_every_change_of_stage_is_logged_with_its_reason(project: Project) -> None:
    for _ in range(4):
        project.fan_writes("ada", "hi")
    assert project.rows("select 1 from stage_transitions") == []
    event = project.event("ada", "message.received")
    event["message"] = {"uuid": "7d3d35f0-5b0c-4f9e-9a53-0d1f1e2d3c4b", "text": "fifth"}
    project.ingest(event)

    logged = project.row("select * from stage_transitions")
    assert (logged["from_stage"], logged["to_stage"]) == ("new", "warmup")
    assert (logged["reason"], logged["event_id"]) == ("5 messages", event["event_id"])
    assert logged["at"] == project.now


def test_a_buyer_is_thanked_for_a_day_and_then_courted_again(project: Project) -> None:
    project.fan_writes("ada", "hi")
    project.inspect(signals=["asks_for_content"])
    assert project.fan("ada")["stage"] == "sales"

    project.fan_pays("ada", 20_00)
    assert project.fan("ada")["stage"] == "post_purchase"

    project.later(25 * 3600)
    project.fan_writes("ada", "hi")
    # What was asked for is bought: the trigger, though only a day old, is spent.
    assert project.fan("ada")["stage"] == "warmup"
    reasons = [row["reason"] for row in project.rows("select * from stage_transitions order by id")]
    assert reasons == [
        "asked for content within 48 hours", "bought within 24 hours", "bought before",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "stage"),
    [("payment", "post_purchase"), ("tip", "post_purchase"), ("subscription", "new")],
)
def test_a_subscription_is_money_but_no_purchase(project: Project, kind: str, stage: str) -> None:
    project.fan_pays("ada", 9_99, kind=kind)
    assert project.fan("ada")["stage"] == stage
    assert project.fan("ada")["total_spend"] == project.value("select 9.99")


def test_engagement_halves_in_a_week(project: Project) -> None:
    config = project.value("select private.default_funnel_config()")

    def faded(score: float, days: float) -> float:
        return float(
            project.value(
                "select private.fade(%s::numeric, %s, %s, %s)",
                score,
                project.now,
                json.dumps(config),
                project.now + timedelta(days=days),
            )
        )

    assert [faded(80, days) for days in (0, 7, 14)] == [80, 40, 20]
    # Events may carry times in the wrong order: nobody gains by that.
    assert faded(80, -7) == 80


def test_messages_questions_length_and_purchases_raise_engagement(project: Project) -> None:
    def score() -> float:
        return float(project.fan("ada")["engagement_score"])

    project.fan_writes("ada", "hello")
    assert score() == 3
    project.fan_writes("ada", "how are you?")
    assert score() == 6.88, "4 hundredths of the 97 that were missing"
    project.fan_writes("ada", "x" * 120)
    assert score() == 10.60
    project.fan_writes("ada", "x" * 119)
    assert score() == 13.28
    project.fan_pays("ada", 5_00)
    assert score() == 38.28
    project.fan_pays("ada", 9_99, kind="subscription")
    assert score() == 38.28
    project.fan_pays("ada", 5_00, kind="refund")
    assert score() == 13.28, "what was given for the purchase is taken back"


def test_no_number_of_messages_or_purchases_passes_one_hundred(project: Project) -> None:
    for _ in range(5):
        project.fan_pays("ada", 5_00)
    assert project.fan("ada")["engagement_score"] == 50, "money alone opens no sale"
    project.execute("update fans set engagement_talk = 99.99")
    project.fan_writes("ada", "really?")
    fan = project.fan("ada")
    assert (fan["engagement_talk"], fan["engagement_score"]) == (
        project.value("select 99.99"),
        100,
    )


def test_a_purchase_after_a_silent_week_does_not_let_the_week_count_twice(project: Project) -> None:
    for _ in range(10):
        project.fan_writes("ada", "hello")
    talk = project.fan("ada")["engagement_score"]
    project.later(7 * 86400)
    project.fan_pays("ada", 5_00)
    assert project.fan("ada")["engagement_score"] == talk / 2 + 25

    project.fan_writes("ada", "hello")

    assert project.fan("ada")["engagement_talk"] == round(talk / 2 * 97 / 100 + 3, 2)


def path(project: Project, fan: str = "ada") -> list[tuple[str, str]]:
    """Where the fan went, and why."""
    return [
        (row["to_stage"], row["reason"])
        for row in project.rows(
            "select * from stage_transitions where fan_id = %s order by id", project.fan_id(fan)
        )
    ]


def test_what_time_alone_did_is_logged_at_its_own_moment(project: Project) -> None:
    for _ in range(21):
        project.fan_writes("ada", "hi")
    project.inspect(signals=["asks_for_content"])
    asked_at = project.now
    project.later(86400)
    project.fan_pays("ada", 5_00)
    project.later(30 * 86400)
    project.fan_writes("ada", "hi again")

    assert path(project) == [
        ("warmup", "5 messages"),
        ("flirty", "21 messages"),
        ("sales", "asked for content within 48 hours"),
        ("post_purchase", "bought within 24 hours"),
        ("flirty", "21 messages"),
        ("warmup", "silent for 14 days"),
    ]
    moments = [
        row["at"] - asked_at
        for row in project.rows("select at from stage_transitions order by id offset 3")
    ]
    assert moments == [timedelta(days=1), timedelta(days=2), timedelta(days=14)]


@pytest.mark.parametrize("looks", [(), (1,), (0.5, 1.2, 3, 4, 15)])
def test_when_somebody_looked_makes_no_difference(project: Project, looks: tuple[float]) -> None:
    for _ in range(45):
        project.fan_writes("ada", "hi?")
    start = project.now
    for days in looks:
        project.execute(
            "select private.advance_stage(%s, null, %s)",
            project.fan_id("ada"),
            start + timedelta(days=days),
        )
    project.now = start + timedelta(days=40)
    project.fan_writes("ada", "hi")

    told = project.rows("select to_stage, reason, at from stage_transitions order by id offset 2")
    assert [row["to_stage"] for row in told] == ["sales", "flirty", "warmup"]
    assert told[1]["reason"] == "45 messages"
    fell = (told[1]["at"] - start) / timedelta(days=1)
    score = project.value("select 100 * (1 - power(0.96, 45))")
    assert fell == pytest.approx(7 * math.log2(float(score) / 55), abs=0.001)
    assert told[2]["at"] - start == timedelta(days=14)


def test_a_fan_does_not_flicker_at_the_edge_of_engagement(project: Project) -> None:
    for _ in range(30):
        project.fan_writes("ada", "hi?")
    assert project.fan("ada")["stage"] == "sales"
    for _ in range(20):
        # It falls below 70 each time, rises above it again, and never falls as far as 55.
        project.later(4.3 * 3600)
        project.fan_writes("ada", "hi?")
    assert 70 < project.fan("ada")["engagement_score"] < 70.5
    assert [stage for stage, _ in path(project)] == ["warmup", "flirty", "sales"]


def test_whoever_comes_back_is_warmed_up_before_anything_else(project: Project) -> None:
    for _ in range(25):
        project.fan_writes("ada", "hi")
    project.later(20 * 86400)
    stages = []
    for _ in range(6):
        project.fan_writes("ada", "hi")
        stages.append(project.fan("ada")["stage"])
    assert stages == ["warmup"] * 4 + ["flirty"] * 2
    # The count goes on; its fifth message since coming back is the thirtieth in all.
    assert path(project)[-2:] == [("warmup", "silent for 14 days"), ("flirty", "30 messages")]


def test_a_refund_says_what_it_changed(project: Project) -> None:
    project.fan_pays("ada", 150_00)
    project.later(3600)
    project.fan_pays("ada", 150_00, kind="refund")

    fan = project.fan("ada")
    assert (fan["stage"], fan["tier"], fan["total_spend"]) == ("new", "standard", 0)
    assert fan["last_purchase_at"] is None
    assert path(project)[-1] == ("new", "money was refunded: 0 messages and no purchase")


def test_a_payment_told_of_late_does_not_use_up_what_was_asked_since(project: Project) -> None:
    paid_at = (project.now - timedelta(hours=30)).isoformat()
    project.fan_writes("ada", "hi")
    project.inspect(signals=["asks_for_content"])

    project.fan_pays("ada", 5_00, occurred_at=paid_at)

    assert project.fan("ada")["stage"] == "sales"
    project.fan_pays("ada", 5_00)
    assert project.fan("ada")["last_trigger_at"] is None


def test_an_opening_balance_is_a_purchase_of_before(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.execute(
        "insert into purchases (creator_id, fan_id, kind, platform_id, amount, occurred_at)"
        " values (%s, %s, 'opening_balance', 'opening_balance', 250, %s)",
        project.creator_id, project.fan_id("ada"), project.now - timedelta(days=90),
    )  # fmt: skip
    project.execute("update fans set total_spend = 250")
    project.execute(
        "select private.advance_stage(%s, 'history:1', %s)", project.fan_id("ada"), project.now
    )
    fan = project.fan("ada")
    assert (fan["stage"], fan["tier"]) == ("warmup", "vip")
    assert path(project) == [("warmup", "bought before")]


# -- money from one family


@pytest.mark.parametrize("late", [0, 6 * 3600, 3 * 86400])
@pytest.mark.parametrize("first", ["flat", "envelope"])
def test_two_families_that_report_the_same_payments_count_once(
    project: Project, first: str, late: int
) -> None:
    other = {"flat": "envelope", "envelope": "flat"}[first]
    payments = [("ada", 20_00), ("bob", 50_00), ("ada", 90_00)]
    for fan, cents in payments:
        project.fan_pays(fan, cents, family=first)
    project.later(late)
    for fan, cents in payments:
        answer = project.fan_pays(fan, cents, family=other)
        assert answer["reason"] == f"money is taken from the {first} family"

    assert (project.fan("ada")["total_spend"], project.fan("bob")["total_spend"]) == (110, 50)
    assert project.value("select count(*) from purchases") == 3
    # Control: the family that counts goes on counting.
    assert project.fan_pays("bob", 1_00, family=first)["status"] == "accepted"
    assert project.fan("bob")["total_spend"] == 51


def test_families_that_take_turns_count_once_too(project: Project) -> None:
    for cents in (20_00, 50_00):
        for family in ("envelope", "flat"):
            project.fan_pays("ada", cents, family=family)
            project.later(60)
    assert project.fan("ada")["total_spend"] == 70


def test_a_refund_is_heard_whichever_family_brought_the_payment(project: Project) -> None:
    # The flat family knows no refunds: only the envelope family tells of them.
    project.fan_pays("ada", 20_00, family="flat")
    assert project.fan_pays("ada", 20_00, kind="refund", family="envelope")["status"] == "accepted"
    assert project.fan("ada")["total_spend"] == 0
    assert project.fan_pays("ada", 20_00, family="envelope")["status"] == "ignored"


def test_of_two_first_payments_at_once_only_one_family_counts(project: Project) -> None:
    second = project.event(
        "bob", "payment.succeeded",
        payment={"id": "b", "kind": "payment", "amount_cents": 500},
    ) | {"family": "flat"}  # fmt: skip
    answers: list[Row] = []

    def pay() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as connection:
            row = connection.execute(
                "select private.ingest_event(%s, %s)", (json.dumps(second), project.now)
            ).fetchone()
            assert row is not None
            answers.append(row[0])

    first = project.event(
        "ada", "payment.succeeded", payment={"id": "a", "kind": "payment", "amount_cents": 500}
    )
    other = threading.Thread(target=pay)
    with psycopg.connect(project.dsn) as early:
        early.execute("select private.ingest_event(%s, %s)", (json.dumps(first), project.now))
        other.start()
        project.until_waiting()
    other.join(10)
    assert answers[0]["reason"] == "money is taken from the envelope family"


def test_a_reply_that_waited_for_days_is_written_for_the_stage_of_today(project: Project) -> None:
    project.fan_writes("ada", "hello")
    project.inspect()
    project.fan_pays("ada", 5_00)
    project.wait_for(project.queued("reply"))
    (at_once,) = project.claim()
    assert at_once["context"]["fan"]["stage"] == "post_purchase"
    project.call("release_job", at_once, 0.0)

    project.later(25 * 3600)

    assert project.claim() == [], "so long overdue it waits once more"
    project.wait_for(project.queued("reply"))
    (late,) = project.claim()
    assert late["context"]["fan"]["stage"] == "warmup"
