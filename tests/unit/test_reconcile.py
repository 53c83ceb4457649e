"""The reconcile job: which chats are read how far, and what is made of their messages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.budget import BudgetedFanvue
from worker.errors import BudgetSpent, FanvueRejected, FanvueUnavailable, SettingsInvalid
from worker.fanvue import ChatMessage, ChatPage
from worker.fanvue_answers import Chat
from worker.fanvue_limits import Gate
from worker.reconcile import Reconciler, event_of
from worker.rows import Job

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SINCE = NOW - timedelta(minutes=10)


def job(page: str | None = None) -> Job:
    context = {"creator": {"id": 1, "platform_uuid": CREATOR}, "fan": None}
    payload = {"page": page} if page else {}
    return Job(1, "reconcile", "token", 1, 5, NOW, payload, context, "background")


def chat(fan: str = "ada") -> Chat:
    return Chat(fan, fan, fan.title(), NOW, "last")


def message(number: int, *, fan: str = "ada", by_fan: bool = True, **changes: Any) -> ChatMessage:
    sides = (fan, CREATOR) if by_fan else (CREATOR, fan)
    values = {
        "uuid": f"m{number}", "text": f"text {number}", "sent_at": NOW - timedelta(seconds=number),
        "sender_uuid": sides[0], "type": "SINGLE_RECIPIENT", "has_media": False,
        "price_cents": None, "recipient_uuid": sides[1], **changes,
    }  # fmt: skip
    return ChatMessage(**values)


class Database:
    """Finds every chat changed, and keeps what was recorded and how it ended."""

    def __init__(self, *, more: bool = True, tokens: int = 1000) -> None:
        self.more, self.tokens = more, tokens
        self.pages: list[str | None] = []
        self.recorded: list[tuple[str, list[str], str | None]] = []
        self.done: list[bool] = []

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> dict[str, Any]:
        assert lane == "background"
        self.tokens -= n
        return {"granted": self.tokens >= 0, "wait_seconds": 3, "remaining": self.tokens}

    async def find_changed_chats(
        self, job: Job, page: str | None, chats: list[Any]
    ) -> dict[str, Any]:
        self.pages.append(page)
        since = SINCE.isoformat()
        changed = [{"fan_uuid": chat["fan_uuid"], "since": since} for chat in chats]
        return {"changed": changed, "more": self.more}

    async def record_missed_events(
        self, job: Job, fan_uuid: str, events: list[Any], looked_to: str | None
    ) -> dict[str, Any]:
        self.recorded.append((fan_uuid, [each["event_id"] for each in events], looked_to))
        return {"outcome": "recorded", "accepted": len(events)}

    async def finish_reconcile(self, job: Job, done: bool) -> dict[str, Any]:
        self.done.append(done)
        return {"outcome": "done" if done else "queued"}


class Fanvue:
    """Lists `pages` of chats, and the messages of each, newest first, 50 on a page."""

    def __init__(
        self, *pages: list[Chat], messages: dict[str, list[ChatMessage] | Exception] | None = None
    ) -> None:
        self.pages = pages
        self.messages = messages or {}
        self.asked: list[tuple[str, int]] = []
        self.knows_pages = True

    def gated_by(self, gate: Gate) -> Fanvue:
        self.gate = gate
        return self

    async def list_chats(self, creator_uuid: str, *, page: str | None = None) -> ChatPage:
        await self.gate.before_request()
        number = int((page or "page=1").removeprefix("page="))
        if number > len(self.pages):
            raise FanvueRejected("no such page", status=400)
        following = f"page={number + 1}" if number < len(self.pages) else None
        return ChatPage(tuple(self.pages[number - 1]), following)

    async def list_messages(
        self, creator_uuid: str, fan_uuid: str, *, page: int = 1
    ) -> list[ChatMessage]:
        await self.gate.before_request()
        self.asked.append((fan_uuid, page))
        messages = self.messages.get(fan_uuid, [])
        if isinstance(messages, Exception):
            raise messages
        start = (page - 1) * 50 if self.knows_pages else 0
        return messages[start : start + 50]


async def reconcile(database: Database, fanvue: Fanvue, page: str | None = None) -> None:
    budgeted = BudgetedFanvue(database, fanvue)  # type: ignore[arg-type]
    await Reconciler(database, budgeted)(job(page))  # type: ignore[arg-type]


async def test_the_messages_since_the_last_look_are_recorded_oldest_first() -> None:
    database = Database()
    fanvue = Fanvue([chat()], messages={"ada": [message(1), message(2), message(700)]})
    await reconcile(database, fanvue)
    assert database.recorded == [
        ("ada", ["message.received:m2", "message.received:m1"], NOW.isoformat())
    ]
    assert database.done == [True]


async def test_a_chat_without_anything_new_still_moves_its_watermark() -> None:
    database = Database()
    await reconcile(database, Fanvue([chat()], messages={"ada": [message(700)]}))
    assert database.recorded == [("ada", [], NOW.isoformat())]


async def test_a_long_chat_is_read_back_to_the_last_look_and_marked_with_its_last_part() -> None:
    database = Database()
    fanvue = Fanvue([chat()], messages={"ada": [message(at) for at in range(1, 900, 5)]})
    await reconcile(database, fanvue)
    # 120 of them are no older than ten minutes: the third page reaches that far.
    assert fanvue.asked == [("ada", 1), ("ada", 2), ("ada", 3)]
    assert [(len(events), looked_to) for _, events, looked_to in database.recorded] == [
        (50, None), (50, None), (20, NOW.isoformat()),
    ]  # fmt: skip


async def test_where_pages_of_messages_are_unknown_the_same_one_is_not_read_for_ever() -> None:
    database = Database()
    fanvue = Fanvue([chat()], messages={"ada": [message(at) for at in range(1, 51)]})
    fanvue.knows_pages = False
    await reconcile(database, fanvue)
    assert len(fanvue.asked) == 2
    assert len(database.recorded[0][1]) == 50


async def test_the_list_of_chats_is_gone_through_to_its_end() -> None:
    database = Database()
    await reconcile(database, Fanvue([chat("ada")], [chat("bob")], [chat("cyd")]))
    assert database.pages == [None, "page=2", "page=3"]
    assert [fan for fan, _, _ in database.recorded] == ["ada", "bob", "cyd"]
    assert database.done == [True]


async def test_where_the_database_says_so_the_rest_of_the_list_is_old() -> None:
    database = Database(more=False)
    await reconcile(database, Fanvue([chat("ada")], [chat("bob")]))
    assert (database.pages, database.done) == ([None], [True])


async def test_a_look_that_was_cut_off_goes_on_at_its_page() -> None:
    database = Database()
    await reconcile(database, Fanvue([chat("ada")], [chat("bob")]), page="page=2")
    assert database.pages == ["page=2"]


async def test_a_place_in_the_list_that_is_not_there_any_more_means_the_beginning() -> None:
    database = Database()
    await reconcile(database, Fanvue([chat("ada")]), page="page=7")
    assert (database.pages, database.done) == ([None], [True])


async def test_after_twenty_pages_others_are_let_pass() -> None:
    database = Database()
    await reconcile(database, Fanvue(*[[] for _ in range(21)]))
    assert (len(database.pages), database.done) == (20, [False])


async def test_without_budget_it_stops_and_what_was_recorded_stays() -> None:
    database = Database(tokens=2)
    with pytest.raises(BudgetSpent):
        await reconcile(database, Fanvue([chat("ada"), chat("bob")]))
    assert [fan for fan, _, _ in database.recorded] == ["ada"]
    assert database.done == []


async def test_a_chat_that_is_gone_holds_up_no_other() -> None:
    database = Database()
    gone = FanvueRejected("no such chat", status=404)
    await reconcile(database, Fanvue([chat("ada"), chat("bob")], messages={"ada": gone}))
    assert [fan for fan, _, _ in database.recorded] == ["ada", "bob"]
    assert database.done == [True]


@pytest.mark.parametrize(
    "error", [FanvueRejected("forbidden", status=403), FanvueUnavailable("down")]
)
async def test_what_cannot_be_read_is_not_taken_for_read(error: Exception) -> None:
    database = Database()
    with pytest.raises(type(error)):
        await reconcile(database, Fanvue([chat("ada")], messages={"ada": error}))
    assert (database.recorded, database.done) == ([], [])


def test_an_event_is_that_of_the_webhook() -> None:
    event = event_of(message(1, has_media=True, price_cents=500), CREATOR, chat())
    assert event == {
        "event_id": "message.received:m1",
        "type": "message.received",
        "occurred_at": (NOW - timedelta(seconds=1)).isoformat(),
        "creator_uuid": CREATOR,
        "fan": {"uuid": "ada", "handle": "ada", "display_name": "Ada"},
        "message": {
            "uuid": "m1", "text": "text 1", "has_media": True, "price_cents": 500,
            "is_automated": False,
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "automated"), [("SINGLE_RECIPIENT", False), ("AUTOMATED_NEW_SUBSCRIBER", True)]
)
def test_what_the_creator_s_side_wrote_is_told_as_sent(type_: str, automated: bool) -> None:
    event = event_of(message(1, by_fan=False, type=type_), CREATOR, chat())
    assert (event["event_id"], event["message"]["is_automated"]) == ("message.sent:m1", automated)


@pytest.mark.parametrize(
    "strange",
    [
        message(1, recipient_uuid="another creator"),
        message(1, by_fan=False, sender_uuid="another creator"),
    ],
)
def test_another_creator_s_chat_is_not_taken_for_this_one_s(strange: ChatMessage) -> None:
    with pytest.raises(SettingsInvalid, match="FANVUE_TOKEN"):
        event_of(strange, CREATOR, chat())
    # Control: a recipient of whom nothing is said.
    assert event_of(message(1, recipient_uuid=None), CREATOR, chat())
