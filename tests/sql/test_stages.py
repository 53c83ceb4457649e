"""In which stage and tier a fan is, and how that follows from what happened."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.project import Project


def decide(project: Project, count: int, **known: Any) -> str:
    """Decide for a fan with `count` messages; times are given as hours ago."""
    config = project.value("select private.default_funnel_config()") | known.get("config", {})
    ago = {
        name: project.now - timedelta(hours=known[name]) if name in known else None
        for name in ("trigger", "purchase")
    }
    return str(
        project.value(
            "select stage from private.decide_stage(%s, %s::numeric, %s, %s, %s, %s)",
            count,
            known.get("engagement", 0),
            ago["trigger"],
            ago["purchase"],
            json.dumps(config),
            project.now,
        )
    )


def test_the_count_of_messages_decides_while_nothing_else_is_known(project: Project) -> None:
    decided = {count: decide(project, count) for count in (0, 4, 5, 20, 21, 500)}
    assert decided == {
        0: "new", 4: "new", 5: "warmup", 20: "warmup", 21: "flirty", 500: "flirty",
    }  # fmt: skip


def test_whoever_bought_before_is_not_new_again(project: Project) -> None:
    assert decide(project, 0, purchase=25) == "warmup"
    assert decide(project, 0) == "new"


def test_post_purchase_lasts_a_day(project: Project) -> None:
    assert decide(project, 30, purchase=23.99) == "post_purchase"
    assert decide(project, 30, purchase=24) == "flirty"
    assert decide(project, 30, purchase=24, config={"post_purchase_hours": 48}) == "post_purchase"


def test_asking_for_content_opens_the_sale_for_two_days(project: Project) -> None:
    assert decide(project, 1, trigger=47.99) == "sales"
    assert decide(project, 1, trigger=48) == "new"


def test_high_engagement_opens_the_sale(project: Project) -> None:
    assert decide(project, 1, engagement=70) == "sales"
    assert decide(project, 1, engagement=69.99) == "new"
    # Above the highest score that there is: engagement alone never does.
    assert decide(project, 30, engagement=100, config={"sales_engagement": 101}) == "flirty"


def test_a_purchase_stands_before_a_trigger_and_that_before_the_count(project: Project) -> None:
    assert decide(project, 30, purchase=1, trigger=1, engagement=100) == "post_purchase"
    assert decide(project, 30, purchase=30, trigger=1) == "sales"
    assert decide(project, 30, purchase=30, trigger=49) == "flirty"


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


def test_engagement_halves_in_a_week_and_stays_within_its_bounds(project: Project) -> None:
    config = project.value("select private.default_funnel_config()")

    def decayed(score: float, points: float, days: float) -> float:
        return float(
            project.value(
                "select private.decay_engagement(%s::numeric, %s, %s::numeric, %s, %s)",
                score,
                project.now,
                points,
                json.dumps(config),
                project.now + timedelta(days=days),
            )
        )

    assert decayed(80, 0, 7) == 40
    assert decayed(80, 0, 14) == 20
    assert decayed(80, 3, 7) == 43
    assert decayed(99, 25, 0) == 100
    # Events may carry times in the wrong order: nobody gains by that.
    assert decayed(80, 0, -7) == 80


def test_messages_questions_and_purchases_raise_engagement(project: Project) -> None:
    project.fan_writes("ada", "hello")
    assert project.fan("ada")["engagement_score"] == 3
    project.fan_writes("ada", "how are you?")
    assert project.fan("ada")["engagement_score"] == 7
    project.fan_pays("ada", 5_00)
    assert project.fan("ada")["engagement_score"] == 32
    project.fan_pays("ada", 5_00, kind="refund")
    assert project.fan("ada")["engagement_score"] == 32


def test_a_purchase_after_a_silent_week_does_not_let_the_week_count_twice(project: Project) -> None:
    for _ in range(10):
        project.fan_writes("ada", "hello")
    assert project.fan("ada")["engagement_score"] == 30
    project.later(7 * 86400)
    project.fan_pays("ada", 5_00)
    assert project.fan("ada")["engagement_score"] == 40

    project.fan_writes("ada", "hello")

    assert project.fan("ada")["engagement_score"] == 43


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
