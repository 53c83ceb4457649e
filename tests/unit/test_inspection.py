"""The inspect job: what is fetched, what is recognised, and what is reported."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.library import PROMPTS
from worker.budget import BudgetedFanvue
from worker.errors import BudgetSpent, FanvueRejected
from worker.fanvue import ChatMessage
from worker.fanvue_limits import Gate
from worker.inspection import Inspector
from worker.rows import Job


def job(**context: Any) -> Job:
    return Job(1, "inspect", "token", 1, 5, datetime(2026, 1, 1, tzinfo=UTC), {}, {
        "creator": {"id": 1, "platform_uuid": "c", "display_name": "Luna", "persona": ""},
        "fan": {
            "id": 7, "platform_uuid": "f", "country": None, "stage": "new", "tier": "standard",
            "tags": [],
        },
        "messages": [], "sent": [], **context,
    })  # fmt: skip


class Database:
    """Keeps the findings; `granted` is the answer about Fanvue's budget."""

    def __init__(self, *, granted: bool = True) -> None:
        self.granted = granted
        self.findings: list[Any] | None = None

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> dict[str, Any]:
        return {"granted": self.granted, "wait_seconds": 3, "remaining": 40}

    async def record_inspection(self, job: Job, findings: list[Any], texts: Any) -> dict[str, str]:
        self.findings, self.texts = findings, texts
        return {"outcome": "recorded"}


class Fanvue:
    """Knows some messages by uuid; the others it answers with `status`."""

    def __init__(self, *messages: ChatMessage, status: int = 404) -> None:
        self.messages = {message.uuid: message for message in messages}
        self.status = status
        self.asked: list[str] = []

    def gated_by(self, gate: Gate) -> Any:
        self.gate = gate
        return self

    async def get_message(self, creator_uuid: str, fan_uuid: str, uuid: str) -> ChatMessage:
        await self.gate.before_request()
        self.asked.append(uuid)
        if uuid not in self.messages:
            raise FanvueRejected("no", status=self.status)
        return self.messages[uuid]


def message(uuid: str, type_: str = "SINGLE_RECIPIENT", text: str = "hi") -> ChatMessage:
    return ChatMessage(uuid, text, None, "c", type_, False, None)


def inspector(database: Database, fanvue: Fanvue) -> Inspector:
    return Inspector(database, BudgetedFanvue(database, fanvue), PROMPTS)  # type: ignore[arg-type]


async def findings(fanvue: Fanvue, **context: Any) -> list[Any]:
    database = Database()
    await inspector(database, fanvue)(job(**context))
    assert database.findings is not None
    return database.findings


async def test_only_a_missing_text_is_fetched() -> None:
    fanvue = Fanvue(message("m1", text="send pics"))
    found = await findings(
        fanvue,
        messages=[
            {"id": 1, "platform_uuid": "m1", "body": None},
            {"id": 2, "platform_uuid": "m2", "body": "hello"},
        ],
    )
    assert fanvue.asked == ["m1"]
    assert [(each["message_id"], each["text"]) for each in found] == [
        (1, "send pics"),
        (2, "hello"),
    ]


@pytest.mark.parametrize("status", [404, 410])
async def test_a_message_that_is_gone_has_no_text_and_no_signals(status: int) -> None:
    found = await findings(
        Fanvue(status=status), messages=[{"id": 1, "platform_uuid": "m1", "body": None}]
    )
    assert found == [{"message_id": 1, "text": None, "signals": []}]


@pytest.mark.parametrize(
    ("type_", "is_automated"),
    [
        ("SINGLE_RECIPIENT", False),
        ("CHAT_TEXT_REPLY", False),
        ("", False),
        ("AUTOMATED_NEW_SUBSCRIBER", True),
        ("BROADCAST", True),
    ],
)
async def test_who_wrote_a_sent_message_is_told_by_its_type(type_: str, is_automated: bool) -> None:
    found = await findings(
        Fanvue(message("s1", type_)), sent=[{"event_id": 5, "platform_uuid": "s1"}]
    )
    assert found == [{"event_id": 5, "is_automated": is_automated, "text": "hi"}]


async def test_a_sent_message_that_is_not_to_be_found_is_reported_as_such() -> None:
    found = await findings(Fanvue(), sent=[{"event_id": 5, "platform_uuid": "s1"}])
    assert found == [{"event_id": 5, "is_automated": None}]


async def test_a_refusal_for_another_reason_decides_nothing() -> None:
    database = Database()
    with pytest.raises(FanvueRejected):
        await inspector(database, Fanvue(status=403))(
            job(sent=[{"event_id": 5, "platform_uuid": "s1"}])
        )
    assert database.findings is None


async def test_without_a_share_of_the_budget_nothing_is_asked() -> None:
    fanvue = Fanvue(message("s1"))
    with pytest.raises(BudgetSpent):
        await inspector(Database(granted=False), fanvue)(
            job(sent=[{"event_id": 5, "platform_uuid": "s1"}])
        )
    assert fanvue.asked == []


async def test_a_context_of_an_older_database_is_worked_on() -> None:
    database = Database()
    older = job()
    context = {key: value for key, value in older.context.items() if key != "sent"}
    await inspector(database, Fanvue())(Job(1, "inspect", "token", 1, 5, older.run_at, {}, context))
    assert database.findings == []
