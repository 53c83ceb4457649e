"""The stand-in for Fanvue: webhooks, limits and faults, seen through the real client."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from devstack.fanvue import FanvuePlatform
from devstack.fanvue_api import API_FAULTS
from devstack.fanvue_records import Fan, PlatformEvent
from devstack.serve import serving
from worker.errors import (
    FanvueRateLimited,
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    WorkerError,
)
from worker.fanvue import FanvueClient, static_token

SECRET = "webhook-secret"
LUNA = "token-luna"
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = START
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class Receiver:
    """A webhook that checks signatures as Fanvue's documentation says, and keeps what it took."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.taken: list[dict[str, Any]] = []
        self.failures = 0
        self.app = Starlette(routes=[Route("/hook", self._hook, methods=["POST"])])

    async def _hook(self, request: Request) -> Response:
        raw = await request.body()
        self.requests.append((dict(request.headers), raw))
        if self.failures:
            self.failures -= 1
            return Response(status_code=503)
        t, v0 = (part.split("=")[1] for part in request.headers["x-fanvue-signature"].split(","))
        expected = hmac.new(SECRET.encode(), f"{t}.".encode() + raw, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(v0, expected) or abs(int(t) - START.timestamp()) > 300:
            return Response(status_code=401)
        self.taken.append(json.loads(raw))
        return Response(status_code=200)

    def texts(self) -> list[str | None]:
        return [event["data"].get("text") for event in self.taken]


@asynccontextmanager
async def telling(
    receiver: Receiver, clock: Clock | None = None, **settings: Any
) -> AsyncIterator[tuple[FanvuePlatform, Fan]]:
    """Run a platform with one fan that tells `receiver` of everything."""
    clock = clock or Clock()
    platform = FanvuePlatform(
        webhook_url="http://receiver/hook",
        webhook_secret=SECRET,
        now=clock,
        sleep=clock.sleep,
        **{
            "family": "envelope",
            "webhook_transport": httpx.ASGITransport(receiver.app),
            **settings,
        },
    )
    platform.add_creator("luna", "Luna")
    fan = platform.add_fan("max", "Max")
    await platform.start()
    try:
        yield platform, fan
    finally:
        await platform.stop()


# Webhooks.


async def test_an_event_is_signed_over_its_exact_bytes() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        platform.fan_writes(fan, "hé 😀")
        await platform.webhooks.settled()
    assert receiver.texts() == ["hé 😀"]
    assert [attempt.status for attempt in platform.webhooks.log] == [200]
    assert receiver.requests[0][1] == platform.webhooks.log[0].raw


async def test_the_envelope_family_names_its_events_and_both_sides() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        message = platform.fan_writes(fan, "hey")
        platform.creator_writes(fan, "by hand")
        platform.automation_writes(fan, "welcome!")
        platform.refund(platform.fan_buys(fan, 1500))
        await platform.webhooks.settled()
    received, by_hand, welcome, paid, refunded = receiver.taken
    assert received["type"] == "creator.message.received"
    assert received["data"]["uuid"] == message.uuid
    assert received["data"]["fan"]["uuid"] == fan.uuid
    assert received["data"]["creator"] == {"uuid": fan.creator.uuid}
    assert by_hand["type"] == welcome["type"] == "creator.message.sent"
    assert [by_hand["data"]["is_automated"], welcome["data"]["is_automated"]] == [False, True]
    assert paid["type"] == "creator.payment.succeeded"
    assert (paid["data"]["gross"], paid["data"]["purchaser"]) == (1500, {"uuid": fan.uuid})
    assert refunded["type"] == "creator.refund.created"
    assert len({event["id"] for event in receiver.taken}) == 5


async def test_the_flat_family_has_no_ids_and_says_nothing_of_what_the_creator_sends() -> None:
    receiver = Receiver()
    async with telling(receiver, family="flat") as (platform, fan):
        message = platform.fan_writes(fan, "hey")
        platform.creator_writes(fan, "by hand")
        platform.fan_subscribes(fan, 1299)
        platform.fan_buys(fan, 500)
        platform.fan_tips(fan, 200)
        await platform.webhooks.settled()
    written, subscribed, bought, tipped = receiver.taken
    assert (written["messageUuid"], written["message"]["text"]) == (message.uuid, "hey")
    assert set(subscribed) == {"price", "recipientUuid", "sender", "timestamp"}
    assert [event["price"] for event in (subscribed, bought, tipped)] == [1299, 500, 200]
    assert not any("id" in event or "type" in event for event in receiver.taken)
    topics = [headers["x-fanvue-topic"] for headers, _ in receiver.requests]
    assert topics == ["message.received", "subscription.new", "purchase.new", "tip.new"]


@pytest.mark.parametrize(
    ("family", "enveloped"),
    [("alternating", [False, True, False, True]), ("both", [False, True, False, True] * 2)],
)
async def test_both_families_can_come_from_one_platform(family: str, enveloped: list[bool]) -> None:
    receiver = Receiver()
    async with telling(receiver, family=family, webhook_topic_header=False) as (platform, fan):
        for text in "abcd":
            platform.fan_writes(fan, text)
        await platform.webhooks.settled()
    assert ["type" in event for event in receiver.taken] == enveloped
    assert not any("x-fanvue-topic" in headers for headers, _ in receiver.requests)


async def test_an_event_is_told_again_until_it_is_taken_under_the_same_id() -> None:
    receiver, clock = Receiver(), Clock()
    receiver.failures = 3
    async with telling(receiver, clock) as (platform, fan):
        platform.fan_writes(fan, "hey")
        await platform.webhooks.settled()
    assert [attempt.status for attempt in platform.webhooks.log] == [503, 503, 503, 200]
    assert clock.slept == [0.5, 1.0, 2.0]
    assert len({raw for _, raw in receiver.requests}) == 1


async def test_an_event_that_nobody_takes_is_given_up() -> None:
    receiver = Receiver()
    receiver.failures = 1000
    async with telling(receiver) as (platform, fan):
        platform.fan_writes(fan, "hey")
        await platform.webhooks.settled()
    assert [attempt.attempt for attempt in platform.webhooks.log] == [1, 2, 3, 4, 5, 6]


async def test_events_come_in_order_and_once_where_nothing_else_is_asked_for() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        for text in "abc":
            platform.fan_writes(fan, text)
        await platform.webhooks.settled()
    assert receiver.texts() == ["a", "b", "c"]


async def test_an_event_comes_twice_on_demand() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        platform.webhooks.faults.add("duplicate")
        platform.fan_writes(fan, "a")
        platform.fan_writes(fan, "b")
        await platform.webhooks.settled()
    assert sorted(filter(None, receiver.texts())) == ["a", "a", "b"]
    assert len({event["id"] for event in receiver.taken}) == 2


async def test_an_event_is_overtaken_on_demand() -> None:
    receiver = Receiver()
    async with telling(receiver, webhook_hold=60) as (platform, fan):
        platform.webhooks.faults.add("reorder")
        platform.fan_writes(fan, "a")
        platform.fan_writes(fan, "b")
        await platform.webhooks.settled()
    assert receiver.texts() == ["b", "a"]


async def test_an_event_that_nothing_overtakes_comes_in_the_end() -> None:
    receiver = Receiver()
    async with telling(receiver, webhook_hold=0.01) as (platform, fan):
        platform.webhooks.faults.add("reorder")
        platform.fan_writes(fan, "a")
        await platform.webhooks.settled()
    assert receiver.texts() == ["a"]


@pytest.mark.parametrize("fault", ["bad_signature", "stale_signature"])
async def test_a_bad_signature_is_followed_by_a_good_one(fault: str) -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        platform.webhooks.faults.add(fault)
        platform.fan_writes(fan, "a")
        await platform.webhooks.settled()
    assert [attempt.status for attempt in platform.webhooks.log] == [401, 200]
    assert receiver.texts() == ["a"]


@pytest.mark.parametrize("family", ["envelope", "flat"])
async def test_the_text_is_left_out_on_demand(family: str) -> None:
    receiver = Receiver()
    async with telling(receiver, family=family) as (platform, fan):
        platform.webhooks.faults.add("omit_text")
        platform.fan_writes(fan, "a")
        platform.fan_writes(fan, "b")
        await platform.webhooks.settled()
    bodies = [event["data"] if "data" in event else event["message"] for event in receiver.taken]
    assert ["text" in body for body in bodies] == [False, True]


async def test_an_event_is_lost_on_demand() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        platform.webhooks.faults.add("lose", on="message.received")
        platform.fan_buys(fan, 500)
        platform.fan_writes(fan, "a")
        platform.fan_writes(fan, "b")
        await platform.webhooks.settled()
    assert receiver.texts() == [None, "b"]


async def test_chances_come_from_the_seed() -> None:
    async def run(seed: int) -> list[str | None]:
        receiver = Receiver()
        async with telling(receiver, seed=seed) as (platform, fan):
            platform.webhooks.faults.by_chance("duplicate", 0.5)
            for text in "abcdefgh":
                platform.fan_writes(fan, text)
            await platform.webhooks.settled()
        return receiver.texts()

    first, again, other = await run(1), await run(1), await run(2)
    assert first == again
    assert len(first) > 8
    assert first != other


async def test_an_event_outlives_a_receiver_that_cannot_be_reached_at_first() -> None:
    failures = iter([httpx.ConnectError("refused"), httpx.ReadTimeout("slow")])

    def handler(request: httpx.Request) -> httpx.Response:
        if failure := next(failures, None):
            raise failure
        return httpx.Response(200)

    async with telling(Receiver(), webhook_transport=httpx.MockTransport(handler)) as (
        platform,
        fan,
    ):
        platform.fan_writes(fan, "a")
        await platform.webhooks.settled()
    assert [attempt.status for attempt in platform.webhooks.log] == [None, None, 200]


# The API.


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def platform(clock: Clock) -> FanvuePlatform:
    platform = FanvuePlatform(rate_limit=20, rate_window=60, now=clock, sleep=clock.sleep)
    platform.add_creator("luna", "Luna")
    return platform


@pytest.fixture
def fan(platform: FanvuePlatform) -> Fan:
    return platform.add_fan("max", "Max")


@asynccontextmanager
async def connected(
    platform: FanvuePlatform, token: str = LUNA, **settings: Any
) -> AsyncIterator[FanvueClient]:
    async with serving(platform.app) as url:
        fanvue = FanvueClient(
            static_token(token), base_url=url, now=platform.now, **{"timeout": 5, **settings}
        )
        try:
            yield fanvue
        finally:
            await fanvue.aclose()


@pytest.mark.parametrize(
    ("token", "settings"),
    [
        ("token-luna", {}),
        ("token-luna", {"path_prefix": "v1"}),
        ("token-agency", {"account": "agency"}),
        ("token-agency", {"account": "agency", "path_prefix": "/v1"}),
    ],
)
async def test_a_conversation_goes_both_ways(
    platform: FanvuePlatform, fan: Fan, clock: Clock, token: str, settings: dict[str, Any]
) -> None:
    asked = platform.fan_writes(fan, "hey")
    clock.forward(30)
    async with connected(platform, token, **settings) as fanvue:
        await fanvue.check()
        await fanvue.show_typing(fan.creator.uuid, fan.uuid, True)
        uuid = await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi you")
        history = await fanvue.list_messages(fan.creator.uuid, fan.uuid)
        single = await fanvue.get_message(fan.creator.uuid, fan.uuid, asked.uuid)
    assert [(one.text, one.sender_uuid) for one in history] == [
        ("hi you", fan.creator.uuid),
        ("hey", fan.uuid),
    ]
    assert history[0].sent_at == START + timedelta(seconds=30)
    assert [message.uuid for message in platform.sent(fan)] == [uuid]
    assert single.text == "hey"
    assert [(shown.fan, shown.typing) for shown in platform.typing_log] == [(fan, True)]
    assert platform.chat(fan).unread == {asked.uuid}


async def test_reading_without_care_marks_as_read(platform: FanvuePlatform, fan: Fan) -> None:
    platform.fan_writes(fan, "hey")
    headers = {"Authorization": "Bearer token-luna", "X-Fanvue-API-Version": "2025-06-26"}
    transport = httpx.ASGITransport(platform.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://fanvue") as http:
        await http.get(f"/chats/{fan.uuid}/messages", headers=headers)
    assert platform.chat(fan).unread == set()


async def test_a_viewer_hears_of_everything_in_order(platform: FanvuePlatform, fan: Fan) -> None:
    heard: list[PlatformEvent] = []
    platform.listeners.append(heard.append)
    platform.fan_writes(fan, "hey")
    async with connected(platform) as fanvue:
        await fanvue.show_typing(fan.creator.uuid, fan.uuid, True)
        await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi")
    platform.fan_buys(fan, 900)
    assert [(event.kind, event.text) for event in heard] == [
        ("fan_wrote", "hey"),
        ("typing", "begins"),
        ("delivered", "hi"),
        ("fan_paid", "purchase $9.00"),
    ]


async def test_chats_and_messages_are_listed_page_by_page(
    platform: FanvuePlatform, clock: Clock
) -> None:
    fans = [platform.add_fan(f"fan{number}") for number in range(52)]
    for fan in fans:
        clock.forward(1)
        platform.fan_writes(fan, "hey")
    for number in range(60):
        platform.fan_writes(fans[-1], f"{number}")
    async with connected(platform) as fanvue:
        creator = fans[0].creator.uuid
        first = await fanvue.list_chats(creator)
        second = await fanvue.list_chats(creator, page=first.following)
        assert second.following is None
        listed = [chat.fan_uuid for chat in (*first.chats, *second.chats)]
        assert listed == [fan.uuid for fan in reversed(fans)], "those that changed last come first"
        assert first.chats[0].last_message_at == clock.now
        newest = await fanvue.list_messages(creator, fans[-1].uuid)
        older = await fanvue.list_messages(creator, fans[-1].uuid, page=2)
        assert len({message.uuid for message in (*newest, *older)}) == 61
        assert {message.recipient_uuid for message in newest} == {creator}


@pytest.mark.parametrize(
    ("token", "settings"),
    [("token-luna", {}), ("token-agency", {"account": "agency", "path_prefix": "v1"})],
)
async def test_what_a_fan_ever_paid_is_told(
    platform: FanvuePlatform, fan: Fan, token: str, settings: dict[str, Any]
) -> None:
    async with connected(platform, token, **settings) as fanvue:
        nothing = await fanvue.get_fan_insights(fan.creator.uuid, fan.uuid)
        assert (nothing.gross_cents, nothing.last_purchase_at) == (0, None)
        platform.was_paid(fan, "purchase", 15000, START - timedelta(days=3))
        platform.refund(platform.fan_tips(fan, 1000))
        platform.fan_tips(platform.add_fan("ben"), 700)
        insights = await fanvue.get_fan_insights(fan.creator.uuid, fan.uuid)
        assert (insights.gross_cents, insights.last_purchase_at) == (16000, START)
        with pytest.raises(FanvueRejected) as caught:
            await fanvue.get_fan_insights(fan.creator.uuid, platform.new_uuid())
        assert caught.value.status == 404


@pytest.mark.parametrize(
    ("token", "settings"),
    [("token-luna", {}), ("token-agency", {"account": "agency", "path_prefix": "v1"})],
)
async def test_fans_are_listed_and_what_many_of_them_paid_is_told_at_once(
    platform: FanvuePlatform, fan: Fan, token: str, settings: dict[str, Any]
) -> None:
    others = [platform.add_fan(f"fan{number}") for number in range(60)]
    platform.fan_subscribes(others[0], 900)
    platform.fan_tips(fan, 700)
    platform.chat(fan).follows = False
    creator = fan.creator.uuid
    async with connected(platform, token, **settings) as fanvue:
        first = await fanvue.list_people(creator, "followers")
        assert first.following == "page=2"
        second = await fanvue.list_people(creator, "followers", page=first.following)
        assert second.following is None
        listed = [one.fan_uuid for one in (*first.people, *second.people)]
        assert listed == [one.uuid for one in others]
        (paid,) = (await fanvue.list_people(creator, "subscribers")).people
        assert (paid.fan_uuid, paid.handle, paid.display_name) == (others[0].uuid, "fan0", "fan0")
        told = await fanvue.get_many_fan_insights(
            creator, [fan.uuid, others[0].uuid, platform.new_uuid()]
        )
        assert {uuid: one.gross_cents for uuid, one in told.items()} == {
            fan.uuid: 700, others[0].uuid: 900,
        }  # fmt: skip
        platform.faults.add("forbidden", on="subscribers")
        with pytest.raises(FanvueRejected, match="read:fan") as caught:
            await fanvue.list_people(creator, "subscribers")
        assert caught.value.status == 403


async def test_the_insights_of_many_fans_are_told_at_once(
    platform: FanvuePlatform, fan: Fan
) -> None:
    platform.fan_tips(fan, 700)
    headers = {"Authorization": f"Bearer {LUNA}", "X-Fanvue-API-Version": "2025-06-26"}
    async with serving(platform.app) as url, httpx.AsyncClient(headers=headers) as http:
        answers = [
            await http.get(f"{url}/insights/fans", params={"fanUuids": uuids})
            for uuids in (f"{fan.uuid},{platform.new_uuid()}", [fan.uuid] * 21, "")
        ]
    assert [answer.status_code for answer in answers] == [200, 400, 400]
    [row] = answers[0].json()["data"]
    assert (row["fanUuid"], row["spending"]["total"]) == (fan.uuid, {"gross": 700})


async def test_what_was_said_and_paid_before_is_told_to_no_webhook() -> None:
    receiver = Receiver()
    async with telling(receiver) as (platform, fan):
        platform.was_said(fan, "fan", "long ago", START - timedelta(days=3))
        platform.was_paid(fan, "tip", 500, START - timedelta(days=3))
        platform.fan_writes(fan, "now")
        await platform.webhooks.settled()
    assert receiver.texts() == ["now"]


async def test_a_creator_s_budget_is_used_up_and_comes_back(
    platform: FanvuePlatform, fan: Fan, clock: Clock
) -> None:
    other = platform.add_fan("ben", creator=platform.add_creator("mia"))
    async with connected(platform, "token-agency", account="agency") as fanvue:
        for _ in range(20):
            await fanvue.show_typing(fan.creator.uuid, fan.uuid, True)
        assert fanvue.rate_remaining[fan.creator.uuid] == 0
        with pytest.raises(FanvueRateLimited) as caught:
            await fanvue.send_message(fan.creator.uuid, fan.uuid, "one too many")
        assert caught.value.retry_after == 3
        await fanvue.send_message(other.creator.uuid, other.uuid, "another creator's budget")
        clock.forward(3)
        await fanvue.send_message(fan.creator.uuid, fan.uuid, "in time")
    assert [message.text for message in platform.sent(fan)] == ["in time"]
    assert len(platform.sent(other)) == 1


FAULTS: dict[str, tuple[type[WorkerError], bool]] = {
    "hang": (FanvueUncertain, False),
    "accept_then_hang": (FanvueUncertain, True),
    "accept_then_drop": (FanvueUncertain, True),
    "accept_then_error": (FanvueUncertain, True),
    "accept_without_uuid": (FanvueUncertain, True),
    "server_error": (FanvueUncertain, False),
    "rate_limited": (FanvueRateLimited, False),
    "unauthorised": (FanvueRejected, False),
    "forbidden": (FanvueRejected, False),
    "not_contactable": (FanvueRejected, False),
    "quotes_request": (FanvueRejected, False),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
async def test_a_send_fails_in_every_way_and_only_the_platform_knows_what_arrived(
    platform: FanvuePlatform, fan: Fan, fault: str
) -> None:
    outcome, arrived = FAULTS[fault]
    platform.faults.add(fault, on="send", seconds=9)
    async with connected(platform, timeout=1 if "hang" in fault else 5) as fanvue:
        with pytest.raises(WorkerError) as caught:
            await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi")
    async with connected(platform) as patient:
        history = await patient.list_messages(fan.creator.uuid, fan.uuid)
    assert type(caught.value) is outcome
    assert [message.text for message in history] == (["hi"] if arrived else [])
    assert platform.faults.waiting() == 0


async def test_the_stand_in_is_slow_on_demand(
    platform: FanvuePlatform, fan: Fan, clock: Clock
) -> None:
    platform.faults.add("slow", seconds=7)
    async with connected(platform) as fanvue:
        await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi")
    assert clock.slept == [7]


async def test_a_read_that_fails_is_not_uncertain(platform: FanvuePlatform, fan: Fan) -> None:
    platform.faults.add("server_error")
    async with connected(platform) as fanvue:
        with pytest.raises(FanvueUnavailable):
            await fanvue.list_messages(fan.creator.uuid, fan.uuid)


@pytest.mark.parametrize(
    ("token", "settings", "status"),
    [
        ("token-wrong", {}, 401),
        ("token-luna", {"account": "agency"}, 403),
        ("token-agency", {}, 403),
        ("token-luna", {"api_version": "2024-01-01"}, 410),
        ("token-luna", {"path_prefix": "v2"}, 404),
    ],
)
async def test_a_wrong_set_up_is_rejected(
    platform: FanvuePlatform, fan: Fan, token: str, settings: dict[str, Any], status: int
) -> None:
    async with connected(platform, token, **settings) as fanvue:
        with pytest.raises(FanvueRejected) as caught:
            await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi")
    assert caught.value.status == status
    assert platform.sent(fan) == []


@pytest.mark.parametrize("length", [0, 5001])
async def test_a_text_of_another_length_than_1_to_5000_is_rejected(
    platform: FanvuePlatform, fan: Fan, length: int
) -> None:
    async with connected(platform) as fanvue:
        await fanvue.send_message(fan.creator.uuid, fan.uuid, "x" * 5000)
        with pytest.raises(FanvueRejected, match="text must have"):
            await fanvue.send_message(fan.creator.uuid, fan.uuid, "x" * length)
    assert [len(message.text or "") for message in platform.sent(fan)] == [5000]


async def test_a_fan_who_cannot_be_contacted_gets_nothing(
    platform: FanvuePlatform, fan: Fan
) -> None:
    platform.chat(fan).contactable = False
    async with connected(platform) as fanvue:
        with pytest.raises(FanvueRejected, match="cannot be contacted"):
            await fanvue.send_message(fan.creator.uuid, fan.uuid, "hi")
    assert platform.sent(fan) == []


def test_the_same_seed_gives_the_same_uuids() -> None:
    def uuids(seed: int) -> list[str]:
        platform = FanvuePlatform(seed=seed)
        creator = platform.add_creator()
        fan = platform.add_fan("max")
        return [creator.uuid, fan.uuid, platform.fan_writes(fan, "hey").uuid]

    assert uuids(1) == uuids(1)
    assert not set(uuids(1)) & set(uuids(2))


def test_every_fault_of_the_api_is_tried_here() -> None:
    assert set(API_FAULTS) == {*FAULTS, "slow"}
