"""
Replaying the log of events from empty gives the same stages, tiers, spending and engagement.

A signal is not in the log: what the worker recognised is taken from messages.signals, at the
moment at which it was recorded.
"""

from __future__ import annotations

import json
import random
import uuid
from typing import Any

import pytest

from tests.conftest import empty
from tests.project import CREATOR, DISCLOSURE, Project, Row

FANS = ("ada", "bob", "cleo", "dora")
TEXTS = ("hi", "how are you?", "tell me more " * 12, None, "can you send me a pic?")


@pytest.mark.parametrize("seed", range(4))
def test_the_same_events_give_the_same_fans_and_transitions(project: Project, seed: int) -> None:
    live(project, random.Random(seed))
    # Claims and looks of the live run are not in the log: time has to pass by itself.
    bring_up_to_date(project)
    before = state(project)
    assert len({row["to_stage"] for row in before["transitions"]}) >= 4, "a stream without a story"
    events, inspected = log(project)

    empty(project.connection)
    project.execute(
        "insert into creators (platform_uuid, display_name, automation, disclosure)"
        " values (%s, 'Luna', 'auto', %s)",
        CREATOR,
        DISCLOSURE,
    )
    replay(project, events, inspected)
    bring_up_to_date(project)

    assert state(project) == before


def test_a_replay_without_one_payment_shows(project: Project) -> None:
    """The control: the comparison sees a payment of one cent."""
    live(project, random.Random(1))
    before = state(project)
    project.fan_pays("ada", 1)
    assert state(project) != before


def live(project: Project, chance: random.Random) -> None:
    """Let four fans write, pay, take back and be silent for months, with all that webhooks do."""
    sent: list[Row] = []
    payments: list[tuple[str, Row]] = []
    for _ in range(130):
        project.later(chance.choice([5, 60, 900, 7200, 43_200]))
        if chance.random() < 0.03:
            project.later(chance.choice([3, 15, 20]) * 86_400)
        fan = chance.choices(FANS, weights=(8, 4, 2, 1))[0]
        what = chance.random()
        if what < 0.7:
            body = {"uuid": uid(chance), "text": chance.choice(TEXTS)}
            event = project.event(fan, "message.received", message=body)
        elif what < 0.8:
            kind = chance.choice(["payment", "payment", "tip", "subscription"])
            payment = {
                "id": uid(chance), "kind": kind, "message_uuid": uid(chance),
                "amount_cents": chance.choice([500, 9_999, 10_001]),
            }  # fmt: skip
            event = project.event(fan, "payment.succeeded", payment=payment)
            payments.append((fan, payment))
        elif what < 0.88 and payments:
            fan, paid = chance.choice(payments)
            kind = chance.choice(["refund", "dispute"])
            cents = chance.choice([paid["amount_cents"], 100])
            back = {**paid, "id": uid(chance), "kind": kind, "amount_cents": cents}
            event = project.event(fan, f"{kind}.created", payment=back)
        elif sent:
            # Told of again: the very event, or the same fact by the other family.
            event = dict(chance.choice(sent))
            if chance.random() < 0.5:
                event |= {"event_id": uid(chance), "family": "flat"}
        else:
            continue
        event["event_id"] = event.get("event_id") or uid(chance)
        if event not in sent and chance.random() < 0.15:
            sent.append(event)  # comes later, out of order, or never
            continue
        sent.append(event)
        project.ingest(event)
        if chance.random() < 0.5:
            inspect(project)
        if chance.random() < 0.3:
            project.execute(
                "select private.advance_stage(id, null, %s) from fans where platform_uuid = %s",
                project.now,
                event["fan"]["uuid"],
            )


def inspect(project: Project) -> None:
    """Do the inspections that are due, as a worker would; replies are handed back."""
    for job in project.claim():
        if job["job_type"] != "inspect":
            project.call("release_job", job, 86_400.0)
            continue
        found = [
            {
                "message_id": message["id"],
                "signals": ["asks_for_content"] if "pic" in (message["body"] or "") else [],
            }
            for message in job["context"]["messages"]
        ]
        project.call("record_inspection", job, found)


def log(project: Project) -> tuple[list[Row], list[Row]]:
    """What a replay has to go by: the events in order, and the signals that were recorded."""
    events = project.rows("select event, received_at as at from webhook_events order by id")
    inspected = project.rows(
        "select fans.platform_uuid::text as fan, inspected_at as at from messages"
        " join fans on fans.id = messages.fan_id"
        " where signals ? 'asks_for_content' group by 1, 2 order by 2, 1"
    )
    return events, inspected


def replay(project: Project, events: list[Row], inspected: list[Row]) -> None:
    """Follow every event at its moment, and every trigger at its own, after the events of it."""
    steps = [(row["at"], 0, place, row) for place, row in enumerate(events)]
    steps += [(row["at"], 1, place, row) for place, row in enumerate(inspected)]
    for at, _, _, row in sorted(steps, key=lambda step: step[:3]):
        if "event" in row:
            project.value("select private.ingest_event(%s, %s)", json.dumps(row["event"]), at)
        else:
            project.execute(
                "select private.receive_trigger(id, %s) from fans where platform_uuid = %s",
                at,
                row["fan"],
            )


def bring_up_to_date(project: Project) -> None:
    project.execute("select private.advance_stage(id, null, %s) from fans", project.now)


def state(project: Project) -> dict[str, list[Row]]:
    """All that stages are about, without the ids of this database."""
    return {
        "fans": project.rows(
            "select platform_uuid, stage, tier, total_spend, engagement_talk, engagement_bought,"
            " engagement_at, is_engaged, stage_at, msg_count_inbound, last_inbound_at,"
            " last_purchase_at, last_trigger_at, returned_at, returned_count"
            " from fans order by platform_uuid"
        ),
        "transitions": project.rows(
            "select fans.platform_uuid, from_stage, to_stage, reason, event_id, at"
            " from stage_transitions join fans on fans.id = fan_id"
            " order by platform_uuid, at, stage_transitions.id"
        ),
        "purchases": project.rows(
            "select fan_id is not null, kind, platform_id, family, amount, occurred_at"
            " from purchases order by platform_id, kind, fan_id"
        ),
    }


def uid(chance: random.Random) -> Any:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))
