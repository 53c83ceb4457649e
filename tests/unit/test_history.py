"""The history job: what is read of Fanvue, how far, and what is recorded of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.budget import BudgetedFanvue
from worker.errors import BudgetSpent, FanvueRejected, FanvueUnavailable, SettingsInvalid
from worker.fanvue import ChatMessage, FanInsights
from worker.fanvue_limits import Gate
from worker.history import Historian
from worker.rows import Job

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
FAN = "5939ae62-3eb5-4433-954f-f78c7b4282f3"
BEFORE = datetime(2026, 11, 22, 12, tzinfo=UTC)
NOW = BEFORE + timedelta(hours=1)
LAST = BEFORE - timedelta(days=3)


def job(wanted: int = 21) -> Job:
    context = {
        "creator": {"id": 1, "platform_uuid": CREATOR}, "fan": {"id": 7, "platform_uuid": FAN},
    }  # fmt: skip
    payload = {"before": BEFORE.isoformat(), "wanted": wanted}
    return Job(1, "history", "token", 1, 5, NOW, payload, context, "background")


def message(number: int, *, by_fan: bool = True, **changes: Any) -> ChatMessage:
    """The message sent `number` minutes before the connection."""
    sides = (FAN, CREATOR) if by_fan else (CREATOR, FAN)
    values = {
        "uuid": f"m{number}", "text": f"text {number}",
        "sent_at": BEFORE - timedelta(minutes=number), "sender_uuid": sides[0],
        "type": "SINGLE_RECIPIENT", "has_media": False, "price_cents": None,
        "recipient_uuid": sides[1], **changes,
    }  # fmt: skip
    return ChatMessage(**values)


class Database:
    """Keeps what was recorded."""

    def __init__(self, tokens: int = 1000) -> None:
        self.tokens = tokens
        self.recorded: list[dict[str, Any]] = []

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> dict[str, Any]:
        assert lane == "background"
        self.tokens -= n
        return {"granted": self.tokens >= 0, "wait_seconds": 3, "remaining": self.tokens}

    async def record_history(self, job: Job, history: dict[str, Any]) -> dict[str, Any]:
        self.recorded.append(history)
        return {"outcome": "recorded", "imported": len(history["messages"])}


class Fanvue:
    """One chat, newest first, 50 messages on a page, and what its fan spent."""

    def __init__(self, *chat: ChatMessage, insights: FanInsights | Exception | None = None) -> None:
        self.chat = list(chat)
        self.insights = insights or FanInsights(15000, LAST)
        self.pages: list[int] = []
        self.knows_pages = True
        self.fails: dict[int, Exception] = {}

    def gated_by(self, gate: Gate) -> Fanvue:
        self.gate = gate
        return self

    async def list_messages(
        self, creator_uuid: str, fan_uuid: str, *, page: int = 1
    ) -> list[ChatMessage]:
        assert (creator_uuid, fan_uuid) == (CREATOR, FAN)
        await self.gate.before_request()
        self.pages.append(page)
        if page in self.fails:
            raise self.fails[page]
        start = (page - 1) * 50 if self.knows_pages else 0
        return self.chat[start : start + 50]

    async def get_fan_insights(self, creator_uuid: str, fan_uuid: str) -> FanInsights:
        assert (creator_uuid, fan_uuid) == (CREATOR, FAN)
        await self.gate.before_request()
        if isinstance(self.insights, Exception):
            raise self.insights
        return self.insights


async def read(fanvue: Fanvue, wanted: int = 21, tokens: int = 1000) -> list[dict[str, Any]]:
    database = Database(tokens)
    budgeted = BudgetedFanvue(database, fanvue)  # type: ignore[arg-type]
    await Historian(database, budgeted, now=lambda: NOW)(job(wanted))  # type: ignore[arg-type]
    return database.recorded


async def test_messages_and_spending_of_before_are_recorded_in_one_call() -> None:
    welcome = message(3, by_fan=False, type="AUTOMATED_NEW_FOLLOWER")
    [history] = await read(Fanvue(message(1, has_media=True), message(2, by_fan=False), welcome))
    assert history["insights"] == {
        "as_of": NOW.isoformat(), "gross_cents": 15000, "last_purchase_at": LAST.isoformat(),
    }  # fmt: skip
    assert history["messages"][0] == {
        "uuid": "m1", "sent_at": (BEFORE - timedelta(minutes=1)).isoformat(), "text": "text 1",
        "has_media": True, "price_cents": None, "by_fan": True, "is_automated": False,
        "signals": [],
    }  # fmt: skip
    kinds = [(row["by_fan"], row["is_automated"]) for row in history["messages"]]
    assert kinds == [(True, False), (False, False), (False, True)]


async def test_what_was_said_since_the_connection_is_left_out() -> None:
    fanvue = Fanvue(message(-5), message(0), message(1), message(2, sent_at=None))
    [history] = await read(fanvue)
    assert [row["uuid"] for row in history["messages"]] == ["m1"]


@pytest.mark.parametrize(
    ("fan_writes_every", "length", "pages"),
    [(1, 300, 1), (2, 300, 1), (3, 300, 2), (1, 30, 1), (20, 100, 3), (300, 300, 5)],
)
async def test_pages_are_read_until_the_fan_is_past_every_threshold(
    fan_writes_every: int, length: int, pages: int
) -> None:
    chat = [message(n, by_fan=n % fan_writes_every == 0) for n in range(1, length + 1)]
    fanvue = Fanvue(*chat)
    [history] = await read(fanvue)
    assert fanvue.pages == list(range(1, pages + 1))
    assert len(history["messages"]) == min(length, pages * 50)


async def test_a_chat_that_is_all_of_since_then_is_paged_through_to_what_was_before() -> None:
    fanvue = Fanvue(*[message(-n) for n in range(60, 0, -1)], *[message(n) for n in range(1, 31)])
    [history] = await read(fanvue)
    assert (fanvue.pages, len(history["messages"])) == ([1, 2], 30)


async def test_an_api_that_knows_no_pages_is_read_once() -> None:
    fanvue = Fanvue(*[message(n, by_fan=False) for n in range(1, 80)])
    fanvue.knows_pages = False
    [history] = await read(fanvue)
    assert (fanvue.pages, len(history["messages"])) == ([1, 2], 50)


async def test_where_the_messages_are_here_already_only_spending_is_read() -> None:
    fanvue = Fanvue(message(1))
    [history] = await read(fanvue, wanted=0)
    assert (fanvue.pages, history["messages"]) == ([], [])
    assert history["insights"]["gross_cents"] == 15000


@pytest.mark.parametrize("status", [403, 404, 410])
async def test_without_the_scope_the_messages_are_recorded_all_the_same(status: int) -> None:
    fanvue = Fanvue(message(1), insights=FanvueRejected("no", status=status))
    [history] = await read(fanvue)
    assert history["insights"] is None
    assert len(history["messages"]) == 1


@pytest.mark.parametrize(
    "error", [FanvueRejected("token", status=401), FanvueUnavailable("down", retry_after=None)]
)
async def test_any_other_failure_is_one_of_the_job(error: Exception) -> None:
    with pytest.raises(type(error)):
        await read(Fanvue(insights=error))
    fanvue = Fanvue(message(1))
    fanvue.fails[1] = error
    with pytest.raises(type(error)):
        await read(fanvue)


async def test_a_page_that_is_not_there_is_the_end() -> None:
    fanvue = Fanvue(*[message(n, by_fan=False) for n in range(1, 51)])
    fanvue.fails[2] = FanvueRejected("no such page", status=404)
    [history] = await read(fanvue)
    assert len(history["messages"]) == 50


async def test_nothing_is_recorded_while_the_budget_is_used_up() -> None:
    fanvue = Fanvue(message(1))
    with pytest.raises(BudgetSpent):
        await read(fanvue, tokens=1)


async def test_another_creator_s_chat_is_never_recorded() -> None:
    with pytest.raises(SettingsInvalid, match="FANVUE_ACCOUNT"):
        await read(Fanvue(message(1, by_fan=False, sender_uuid="somebody")))
