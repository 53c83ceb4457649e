"""The deliver job: posting once, and finding our own message in a chat's history."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.budget import BudgetedFanvue
from worker.delivery import Deliverer, ours_in
from worker.errors import (
    BudgetSpent,
    DatabaseUnavailable,
    FanvueUnavailable,
    FanvueUncertain,
    NotSent,
)
from worker.fanvue import ChatMessage
from worker.fanvue_limits import Gate
from worker.metrics import Metrics
from worker.rows import Job

FAN, CREATOR, UUID = "fan-uuid", "creator-uuid", "11111111-1111-4111-8111-111111111111"
BEGAN = datetime(2026, 11, 22, 12, tzinfo=UTC)
JOB = Job(
    5, "deliver", "token", 1, 5, BEGAN, {},
    {"creator": {"id": 1, "platform_uuid": CREATOR}, "fan": {"id": 2, "platform_uuid": FAN}},
)  # fmt: skip


def step(outcome: str = "send", body: str = "hey you") -> dict[str, Any]:
    return {
        "outcome": outcome,
        "message": {"id": 3, "body": body, "sending_at": BEGAN.isoformat()},
        "fan_uuid": FAN,
        "creator_uuid": CREATOR,
        "known_uuids": ["known"],
    }


def message(**changes: Any) -> ChatMessage:
    values = {
        "uuid": UUID, "text": "hey you", "sent_at": BEGAN, "sender_uuid": CREATOR,
        "type": "SINGLE_RECIPIENT", "has_media": False, "price_cents": None, **changes,
    }  # fmt: skip
    return ChatMessage(**values)


class Database:
    def __init__(self, begin: dict[str, Any], *, finish_fails: int = 0, granted: bool = True):
        self.begin, self.finish_fails, self.granted = begin, finish_fails, granted
        self.finished: list[tuple[int, str]] = []
        self.findings: list[str] = []

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> dict[str, Any]:
        return {"granted": self.granted, "wait_seconds": 3, "remaining": 40}

    async def begin_send(self, job: Job) -> dict[str, Any]:
        return self.begin

    async def finish_send(
        self, job: Job, message_id: int, uuid: str, sent_at: datetime
    ) -> dict[str, Any]:
        if self.finish_fails:
            self.finish_fails -= 1
            raise DatabaseUnavailable("down")
        self.finished.append((message_id, uuid))
        return {"outcome": "sent", "more": False}

    async def record_reconciliation(
        self, job: Job, message_id: int, finding: str
    ) -> dict[str, Any]:
        self.findings.append(finding)
        return {"outcome": "wait"}


class Fanvue:
    def __init__(self, *history: ChatMessage, fails: Exception | None = None) -> None:
        self.history, self.fails = list(history), fails
        self.posted: list[str] = []

    def gated_by(self, gate: Gate) -> Any:
        self.gate = gate
        return self

    async def send_message(self, creator: str, fan: str, text: str) -> str:
        await self.gate.before_request()
        if self.fails is not None:
            raise self.fails
        self.posted.append(text)
        return UUID

    async def list_messages(self, creator: str, fan: str) -> list[ChatMessage]:
        await self.gate.before_request()
        return self.history


async def deliver(database: Database, fanvue: Fanvue, metrics: Metrics | None = None) -> None:
    async def no_wait(_: float) -> None:
        return None

    budgeted = BudgetedFanvue(database, fanvue)  # type: ignore[arg-type]
    deliverer = Deliverer(
        database,
        budgeted,
        metrics=metrics,
        sleep=no_wait,  # type: ignore[arg-type]
    )
    await deliverer(JOB)


async def test_a_bubble_is_posted_once_and_recorded_under_the_platform_s_uuid() -> None:
    database, fanvue = Database(step()), Fanvue()
    await deliver(database, fanvue)
    assert fanvue.posted == ["hey you"]
    assert database.finished == [(3, UUID)]


async def test_a_short_outage_of_the_database_does_not_lose_what_was_sent() -> None:
    database, fanvue = Database(step(), finish_fails=3), Fanvue()
    await deliver(database, fanvue)
    assert fanvue.posted == ["hey you"]
    assert database.finished == [(3, UUID)]


async def test_what_certainly_did_not_go_out_is_said_to_be_unsent() -> None:
    with pytest.raises(NotSent):
        await deliver(Database(step()), Fanvue(fails=FanvueUnavailable("refused")))
    with pytest.raises(FanvueUncertain):
        await deliver(Database(step()), Fanvue(fails=FanvueUncertain("time-out")))


async def test_a_text_that_breaks_a_rule_is_not_posted_even_when_a_person_edited_it() -> None:
    fanvue = Fanvue()
    with pytest.raises(NotSent, match="claims_human"):
        await deliver(Database(step(body="I'm a real person")), fanvue)
    assert fanvue.posted == []


async def test_without_budget_nothing_is_begun() -> None:
    fanvue = Fanvue()
    with pytest.raises(BudgetSpent):
        await deliver(Database(step(), granted=False), fanvue)
    assert fanvue.posted == []


@pytest.mark.parametrize("outcome", ["wait", "held", "cancelled"])
async def test_nothing_is_posted_unless_the_database_says_send(outcome: str) -> None:
    fanvue = Fanvue()
    await deliver(Database({"outcome": outcome}), fanvue)
    assert fanvue.posted == []


async def test_an_unanswered_send_that_arrived_is_recorded_and_not_repeated() -> None:
    database, fanvue = Database(step("reconcile")), Fanvue(message())
    await deliver(database, fanvue)
    assert fanvue.posted == []
    assert database.finished == [(3, UUID)]


@pytest.mark.parametrize(
    ("history", "finding"),
    [
        ([], "absent"),
        ([message(), message(uuid="22222222-2222-4222-8222-222222222222")], "undecidable"),
    ],
)
async def test_what_the_history_does_not_plainly_show_is_the_database_s_to_decide(
    history: list[ChatMessage], finding: str
) -> None:
    database, fanvue = Database(step("reconcile")), Fanvue(*history)
    await deliver(database, fanvue)
    assert database.findings == [finding]
    assert fanvue.posted == []


@pytest.mark.parametrize(
    ("changes", "ours"),
    [
        ({}, True),
        ({"sent_at": BEGAN + timedelta(seconds=40)}, True),
        ({"sent_at": BEGAN - timedelta(seconds=3)}, True),  # clocks differ
        ({"sent_at": BEGAN - timedelta(minutes=2)}, False),
        ({"sent_at": None}, True),
        ({"text": "hey you!"}, False),
        ({"text": None}, False),
        ({"sender_uuid": FAN}, False),
        ({"uuid": "known"}, False),
    ],
)
def test_only_a_message_that_can_be_ours_is_taken_for_ours(
    changes: dict[str, Any], ours: bool
) -> None:
    assert bool(ours_in([message(**changes)], step("reconcile"))) is ours


@pytest.mark.parametrize(
    ("begin", "fanvue", "outcome"),
    [
        (step(), Fanvue(), "sent"),
        (step(), Fanvue(fails=FanvueUncertain("time-out")), "uncertain"),
        (step(), Fanvue(fails=FanvueUnavailable("refused")), "not_sent"),
        (step(body="I'm a real person"), Fanvue(), "not_sent"),
        (step("reconcile"), Fanvue(message()), "found"),
        ({"outcome": "held"}, Fanvue(), None),
    ],
)
async def test_every_send_is_counted_by_its_end(
    begin: dict[str, Any], fanvue: Fanvue, outcome: str | None
) -> None:
    metrics = Metrics()
    with suppress(NotSent, FanvueUncertain):
        await deliver(Database(begin), fanvue, metrics)
    counted = {
        sample.labels["outcome"]: sample.value
        for family in metrics.registry.collect()
        for sample in family.samples
        if sample.name == "fanpace_sends_total"
    }
    assert counted == ({outcome: 1} if outcome else {})
