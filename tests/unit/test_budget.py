"""Every request of a job is paid for, and Fanvue's own word is passed on where it matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from worker.budget import BudgetedFanvue, FanvueShare
from worker.errors import BudgetSpent, DatabaseUnavailable, FanvueRateLimited, FanvueUncertain
from worker.fanvue import FanvueClient, static_token
from worker.rows import Job

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
FAN = "5939ae62-3eb5-4433-954f-f78c7b4282f3"
MESSAGE = "0d6b7f0e-6c0a-4b52-9f6b-1f6f0a6b1c11"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SENT = httpx.Response(201, json={"messageUuid": MESSAGE})


class Database:
    """Grants `tokens`, and keeps what was taken and reported; `down` fails every report."""

    def __init__(self, tokens: int = 40, *, down: bool = False) -> None:
        self.tokens, self.down = tokens, down
        self.taken: list[str] = []
        self.reports: list[tuple[int | None, float | None]] = []

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> dict[str, Any]:
        if self.tokens < n:
            return {"granted": False, "wait_seconds": 3, "remaining": self.tokens}
        self.tokens -= n
        self.taken.append(lane)
        return {"granted": True, "wait_seconds": 0, "remaining": self.tokens}

    async def report_rate_limit(
        self, creator_id: int, remaining: int | None, blocked_seconds: float | None
    ) -> dict[str, Any]:
        self.reports.append((remaining, blocked_seconds))
        if self.down:
            raise DatabaseUnavailable("down")
        return {}


class Fanvue:
    """Answers every request with `response`, and counts them."""

    def __init__(self, response: httpx.Response = SENT) -> None:
        self.response = response
        self.count = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        return self.response


def share(
    database: Database,
    handler: Callable[[httpx.Request], httpx.Response],
    *,
    lane: str = "turn",
    courtesy: bool = False,
) -> FanvueShare:
    client = FanvueClient(
        static_token("t"), now=lambda: NOW, transport=httpx.MockTransport(handler)
    )
    job = Job(5, "deliver", "token", 1, 5, NOW, {}, {"creator": {"id": 1}}, lane)
    budgeted = BudgetedFanvue(database, client)  # type: ignore[arg-type]
    return budgeted.for_job(job, courtesy=courtesy)


async def test_every_request_is_paid_for_before_it_is_made() -> None:
    database, fanvue = Database(tokens=1), Fanvue()
    calls = share(database, fanvue).calls
    await calls.send_message(CREATOR, FAN, "hi")
    with pytest.raises(BudgetSpent) as caught:
        await calls.send_message(CREATOR, FAN, "hi")
    assert caught.value.retry_after == 3
    assert fanvue.count == 1


async def test_a_call_that_takes_two_requests_is_paid_for_twice() -> None:
    def no_such_route(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/messages"):
            row = {"uuid": MESSAGE, "text": "hey", "sender": {"uuid": FAN}}
            return httpx.Response(200, json={"data": [row]})
        return httpx.Response(404)

    database = Database()
    await share(database, no_such_route).calls.get_message(CREATOR, FAN, MESSAGE)
    assert len(database.taken) == 2


async def test_what_is_prepaid_is_not_paid_for_again() -> None:
    database, fanvue = Database(), Fanvue()
    one = share(database, fanvue)
    await one.prepay()
    await one.calls.send_message(CREATOR, FAN, "hi")
    assert len(database.taken) == 1
    await one.calls.send_message(CREATOR, FAN, "hi")
    assert len(database.taken) == 2


async def test_the_database_hears_for_which_lane_it_is() -> None:
    database, fanvue = Database(), Fanvue()
    for lane, courtesy in (("inspect", False), ("background", False), ("turn", True)):
        calls = share(database, fanvue, lane=lane, courtesy=courtesy).calls
        await calls.show_typing(CREATOR, FAN, True)
    assert database.taken == ["inspect", "background", "background"]


@pytest.mark.parametrize(
    ("headers", "blocked"), [({"Retry-After": "17"}, 17), ({"Retry-After": "0"}, 0), ({}, 5)]
)
async def test_a_429_is_told_to_all_workers(headers: dict[str, str], blocked: float) -> None:
    database = Database()
    calls = share(database, Fanvue(httpx.Response(429, headers=headers))).calls
    with pytest.raises(FanvueRateLimited):
        await calls.send_message(CREATOR, FAN, "hi")
    assert database.reports == [(0, blocked)]


@pytest.mark.parametrize(
    ("remaining", "reports"),
    [("190", []), ("39", []), ("35", []), ("34", [(34, None)]), ("0", [(0, None)]), ("?", [])],
)
async def test_only_what_is_notably_less_than_believed_is_worth_a_report(
    remaining: str, reports: list[tuple[int, None]]
) -> None:
    database = Database(tokens=40)
    sent = httpx.Response(
        201, json={"messageUuid": MESSAGE}, headers={"X-RateLimit-Remaining": remaining}
    )
    # Paying for this request leaves 39.
    await share(database, Fanvue(sent)).calls.send_message(CREATOR, FAN, "hi")
    assert database.reports == reports


async def test_a_report_that_fails_makes_no_failure_of_a_message_that_went_out() -> None:
    database = Database(down=True)
    sent = httpx.Response(
        201, json={"messageUuid": MESSAGE}, headers={"X-RateLimit-Remaining": "0"}
    )
    assert await share(database, Fanvue(sent)).calls.send_message(CREATOR, FAN, "hi") == MESSAGE
    assert database.reports == [(0, None)]


async def test_an_answer_without_headers_is_an_answer_all_the_same() -> None:
    database = Database()
    with pytest.raises(FanvueUncertain):
        await share(database, Fanvue(httpx.Response(502))).calls.send_message(CREATOR, FAN, "hi")
    assert database.reports == []


async def test_the_client_that_is_gated_leaves_the_other_as_it_was() -> None:
    fanvue = Fanvue()
    client = FanvueClient(static_token("t"), transport=httpx.MockTransport(fanvue))
    database = Database(tokens=0)
    share_of_none = FanvueShare(database, client, 1, "turn")  # type: ignore[arg-type]
    with pytest.raises(BudgetSpent):
        await share_of_none.calls.show_typing(CREATOR, FAN, True)
    await client.show_typing(CREATOR, FAN, True)
    assert fanvue.count == 1
