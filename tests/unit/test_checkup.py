"""What `fanpace check` says of a fan's spending."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from worker.checkup import Finding, _insights, _tried
from worker.errors import FanvueRejected, FanvueUnavailable
from worker.fanvue import ChatPage, FanInsights
from worker.fanvue_answers import Chat

CHAT = Chat("ada", "ada", "Ada", datetime(2026, 11, 22, tzinfo=UTC), None)


class Fanvue:
    """Has the chats that it is given, and answers or fails when asked for insights."""

    def __init__(self, *chats: Chat, error: Exception | None = None) -> None:
        self.chats, self.error = chats, error
        self.asked: list[str] = []

    async def list_chats(self, creator_uuid: str) -> ChatPage:
        return ChatPage(self.chats, None)

    async def get_fan_insights(self, creator_uuid: str, fan_uuid: str) -> FanInsights:
        self.asked.append(fan_uuid)
        if self.error is not None:
            raise self.error
        return FanInsights(0, None)


async def checked(fanvue: Fanvue, account: str = "creator") -> Finding:
    services = cast("Any", SimpleNamespace(fanvue=fanvue))
    settings = cast("Any", SimpleNamespace(fanvue_account=account, fanvue_token="t"))
    return await _tried("insights", _insights(services, settings))


async def test_insights_that_can_be_read_are_well() -> None:
    fanvue = Fanvue(CHAT)
    finding = await checked(fanvue)
    assert (finding.ok, finding.detail) == (True, "what fans spent can be read")
    assert fanvue.asked == ["ada"]


async def test_a_missing_insights_scope_is_named() -> None:
    finding = await checked(Fanvue(CHAT, error=FanvueRejected("Forbidden", status=403)))
    assert not finding.ok
    assert "read:insights" in finding.advice
    assert "runs without" in finding.advice


async def test_a_fan_of_whom_nothing_is_known_says_nothing_about_the_scope() -> None:
    assert (await checked(Fanvue(CHAT, error=FanvueRejected("?", status=404)))).ok


@pytest.mark.parametrize(
    ("chats", "account", "said"),
    [((), "creator", "no fan yet"), ((CHAT,), "agency", "agency's token")],
)
async def test_what_cannot_be_tried_is_no_failure(
    chats: tuple[Chat, ...], account: str, said: str
) -> None:
    fanvue = Fanvue(*chats, error=FanvueRejected("Forbidden", status=403))
    finding = await checked(fanvue, account)
    assert finding.ok
    assert said in finding.detail
    assert fanvue.asked == []


async def test_a_fanvue_that_is_away_is_another_matter() -> None:
    finding = await checked(Fanvue(CHAT, error=FanvueUnavailable("away", retry_after=None)))
    assert not finding.ok
    assert "FANVUE_BASE_URL" in finding.advice
