"""An import's reading of Fanvue, where Fanvue is not as it should be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from worker.database import Database
from worker.errors import FanvueRejected
from worker.fanvue import ChatMessage, ChatPage, FanvueClient
from worker.fanvue_answers import Chat
from worker.importing import Import

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
FAN = "5939ae62-3eb5-4433-954f-f78c7b4282f3"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Recorded:
    """A database that hands out these steps, and keeps what each brought."""

    def __init__(self, *steps: dict[str, Any]) -> None:
        self.steps = [{"progress": {}, "left_out": [], **step} for step in steps]
        self.pages: list[tuple[str | None, int]] = []
        self.chats: list[tuple[int, int, bool]] = []

    async def next_import_step(self, *_: Any) -> dict[str, Any]:
        return self.steps.pop(0)

    async def record_import_page(
        self, _: int, __: str, which: str, step: int, following: str | None, fans: list[Any]
    ) -> dict[str, Any]:
        self.pages.append((following, len(fans)))
        return {}

    async def record_import_messages(
        self, _: int, __: str, fan_uuid: str, page: int, messages: list[Any], more: bool
    ) -> dict[str, Any]:
        self.chats.append((page, len(messages), more))
        return {}


class Fanvue:
    """One chat of many messages, which knows only the first page of anything."""

    def gated_by(self, _: object) -> Fanvue:
        return self

    async def list_chats(self, _: str, *, page: str | None = None) -> ChatPage:
        if page == "page=2":
            raise FanvueRejected("there is no page 2", status=400)
        following = page if page == "cursor=round" else "page=2"
        return ChatPage((Chat(FAN, "ada", None, NOW, None),), following)

    async def list_messages(self, *_: Any, page: int = 1) -> list[ChatMessage]:
        return [
            ChatMessage(f"m{number}", "hi", NOW, FAN, "", False, None, CREATOR)
            for number in range(50)
        ]


async def read(*steps: dict[str, Any], newest: int | None = None) -> Recorded:
    database = Recorded(*steps, {"phase": "done"})
    begun = {
        "creator_id": 1, "creator_uuid": CREATOR, "lease_token": "t", "newest_messages": newest,
    }  # fmt: skip

    async def sleep(_: float) -> None:
        raise AssertionError("nothing to wait for")

    await Import(
        cast("Database", database), cast("FanvueClient", Fanvue()), begun,
        longest_rest=20, sleep=sleep, now=lambda: NOW,
    ).run(lambda _: None)  # fmt: skip
    return database


def chats(page: str | None, step: int) -> dict[str, Any]:
    return {"phase": "chats", "page": page, "step": step}


async def test_a_place_that_is_gone_is_read_from_the_beginning_and_once_only() -> None:
    database = await read(chats("page=2", 1), chats("page=2", 2))
    assert database.pages == [("page=2", 1), (None, 1)]


async def test_a_list_whose_place_leads_to_itself_ends() -> None:
    assert (await read(chats("cursor=round", 1))).pages == [(None, 1)]


def pages(page: int) -> dict[str, Any]:
    return {"phase": "messages", "chats": [{"fan_uuid": FAN, "page": page}]}


async def test_where_pages_are_unknown_the_same_one_ends_the_chat() -> None:
    assert (await read(pages(1), pages(2))).chats == [(1, 50, True), (2, 50, False)]


async def test_no_more_is_read_of_a_chat_than_was_asked_for() -> None:
    assert (await read(pages(1), pages(2), newest=60)).chats == [(1, 50, True), (2, 50, False)]
    assert (await read(pages(1), newest=50)).chats == [(1, 50, False)]
