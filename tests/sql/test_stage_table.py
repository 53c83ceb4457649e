"""Ask the database about every row of the decision table, and about its control."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.project import Project, fan_uuid
from tests.sql.stage_table import (
    MONEY,
    STAGES,
    TEXTS,
    TIERS,
    Facts,
    MoneyRow,
    Row,
    TextRow,
    TierRow,
)
from worker import signals

COLUMNS = {
    "count": "msg_count_inbound",
    "bought": "last_purchase_at",
    "asked": "last_trigger_at",
    "wrote": "last_inbound_at",
    "returned": "returned_at",
    "since_return": "returned_count",
    "engagement": "engagement_score",
    "was_engaged": "is_engaged",
    "scored": "engagement_at",
}


def decide(project: Project, facts: Facts) -> str:
    fan: dict[str, Any] = {"engagement_score": 0, "is_engaged": False, "returned_count": 0}
    config = project.value("select private.default_funnel_config()")
    for name, value in facts.items():
        if isinstance(value, timedelta):
            fan[COLUMNS[name]] = (project.now - value).isoformat()
        elif name in COLUMNS:
            fan[COLUMNS[name]] = value
        elif name not in ("has_bought", "purse"):
            assert name in config, name
            config[name] = value
    return str(
        project.value(
            "select stage from private.decide_stage("
            " jsonb_populate_record(null::fans, %s), %s, %s, %s, %s)",
            json.dumps(fan),
            facts.get("has_bought", facts.get("bought") is not None),
            facts.get("purse"),
            json.dumps(config),
            project.now,
        )
    )


def test_the_table_has_sixty_rows_and_no_row_twice() -> None:
    assert len(STAGES) + len(TIERS) + len(MONEY) + len(TEXTS) >= 60
    claims = [row.claim for row in STAGES]
    assert len(set(claims)) == len(claims) >= 60
    assert all(row.stage != row.then for row in STAGES)
    assert all(row.tier != row.then for row in TIERS)
    assert all(row.outcome != row.control_outcome for row in MONEY)
    # Every stage and, of the thresholds that decide one, every one is asked about.
    assert {row.stage for row in STAGES} == {"new", "warmup", "flirty", "sales", "post_purchase"}


@pytest.mark.parametrize("row", STAGES, ids=lambda row: row.claim)
def test_the_stage_is_as_the_table_says_and_the_control_s_another(
    project: Project, row: Row
) -> None:
    found = decide(project, row.facts), decide(project, row.facts | row.but)
    assert found == (row.stage, row.then)


@pytest.mark.parametrize("row", TIERS, ids=lambda row: f"{row.spend} of {row.vip_spend}")
def test_the_tier_is_as_the_table_says(project: Project, row: TierRow) -> None:
    def tier(spend: str) -> str:
        config = json.dumps({"vip_spend": row.vip_spend})
        return str(project.value("select private.decide_tier(%s::numeric, %s)", spend, config))

    assert (tier(row.spend), tier(row.but)) == (row.tier, row.then)


@pytest.mark.parametrize("row", MONEY, ids=lambda row: row.claim)
def test_money_leaves_the_fan_where_the_table_says(project: Project, row: MoneyRow) -> None:
    assert outcome(project, "ada", row.steps) == row.outcome
    assert outcome(project, "bob", row.control) == row.control_outcome


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row.asks)
def test_a_text_that_asks_moves_the_stage_and_its_near_miss_does_not(
    project: Project, row: TextRow
) -> None:
    for fan, text, stage in (("ada", row.asks, "sales"), ("bob", row.near_miss, "new")):
        project.fan_writes(fan, text)
        project.inspect(signals=list(signals.recognise(text)))
        assert project.fan(fan)["stage"] == stage, text


def outcome(project: Project, fan: str, steps: tuple[str, ...]) -> tuple[str, str, str]:
    """Let a fan of 30 messages pay and be paid back; return stage, tier and spend."""
    project.ingest(project.event(fan, "follow.created"))
    project.execute(
        "update fans set msg_count_inbound = 30, stage = 'flirty', last_inbound_at = %s"
        " where platform_uuid = %s",
        project.now,
        fan_uuid(fan),
    )
    for step in steps:
        pay(project, fan, step)
    row = project.fan(fan)
    return row["stage"], row["tier"], str(row["total_spend"])


def pay(project: Project, fan: str, step: str) -> None:
    kind, amount, *details = step.split()
    named = [part[1:] for part in details if part.startswith("#")]
    ago = [float(part[1:]) for part in details if part.startswith("-")]
    type_ = {"refund": "refund.created", "dispute": "dispute.created"}.get(
        kind, "payment.succeeded"
    )
    payment = {
        "id": str(project.value("select gen_random_uuid()")),
        "kind": kind,
        "amount_cents": round(float(amount) * 100),
        # As Fanvue tells it: a refund has an id of its own, and names the message that was paid.
        "message_uuid": fan_uuid(f"{fan} {named[0]}") if named else None,
    }
    event = project.event(fan, type_, payment=payment)
    event["occurred_at"] = (project.now - timedelta(hours=ago[0] if ago else 0)).isoformat()
    assert project.ingest(event)["status"] in ("accepted", "duplicate")
    project.later(60)
