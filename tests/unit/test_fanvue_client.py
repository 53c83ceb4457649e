"""The Fanvue client: what it sends, how it reads answers, and what it makes of every failure."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from devstack.postgres import free_port
from worker.errors import (
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    RateLimited,
    SettingsInvalid,
    WorkerError,
)
from worker.fanvue import FanvueClient, static_token
from worker.fanvue_answers import chat_message, message_of_error
from worker.retry_after import retry_after

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
FAN = "5939ae62-3eb5-4433-954f-f78c7b4282f3"
MESSAGE = "0d6b7f0e-6c0a-4b52-9f6b-1f6f0a6b1c11"
TOKEN = "secret-token-1234"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

Handler = Callable[[httpx.Request], httpx.Response]


def client(handler: Handler, **settings: Any) -> FanvueClient:
    return FanvueClient(
        static_token(TOKEN), now=lambda: NOW, transport=httpx.MockTransport(handler), **settings
    )


def answering(status: int, body: object = None, headers: dict[str, str] | None = None) -> Handler:
    return lambda request: httpx.Response(status, json=body, headers=headers)


def row(**changes: object) -> dict[str, object]:
    return {
        "uuid": MESSAGE,
        "text": "hey",
        "sentAt": "2026-11-22T11:59:00.000Z",
        "sender": {"uuid": FAN, "handle": "fan"},
        "hasMedia": False,
        "type": "SINGLE_RECIPIENT",
        "pricing": None,
        **changes,
    }


class Recorder:
    """A transport's handler that keeps what it was asked."""

    def __init__(self, response: httpx.Response) -> None:
        self.requests: list[httpx.Request] = []
        self.response = response

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.response


# What is sent.


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        ({}, f"/chats/{FAN}/message"),
        ({"path_prefix": "v1"}, f"/v1/chats/{FAN}/message"),
        (
            {"path_prefix": "/v1/", "account": "agency"},
            f"/v1/creators/{CREATOR}/chats/{FAN}/message",
        ),
    ],
)
async def test_a_message_goes_to_the_account_s_own_path(
    settings: dict[str, Any], path: str
) -> None:
    asked = Recorder(httpx.Response(201, json={"messageUuid": MESSAGE.upper()}))
    uuid = await client(asked, **settings).send_message(CREATOR, FAN, "hi you")
    [request] = asked.requests
    assert uuid == MESSAGE
    assert request.url.path == path
    assert json.loads(request.content) == {"text": "hi you"}
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert request.headers["X-Fanvue-API-Version"] == "2025-06-26"


async def test_reading_a_chat_never_marks_it_as_read() -> None:
    asked = Recorder(httpx.Response(200, json={"data": [row()]}))
    fanvue = client(asked)
    await fanvue.list_messages(CREATOR, FAN, size=10)
    assert dict(asked.requests[0].url.params) == {"size": "10", "markAsRead": "false"}


async def test_typing_is_shown_and_hidden() -> None:
    asked = Recorder(httpx.Response(204))
    fanvue = client(asked)
    await fanvue.show_typing(CREATOR, FAN, True)
    await fanvue.show_typing(CREATOR, FAN, False)
    assert [json.loads(request.content) for request in asked.requests] == [
        {"isTyping": True},
        {"isTyping": False},
    ]


@pytest.mark.parametrize(
    ("account", "creator", "path"),
    [
        ("creator", None, "/chats"),
        ("agency", None, "/creators"),
        ("agency", CREATOR, f"/creators/{CREATOR}/chats"),
    ],
)
async def test_check_reads_one_row_of_what_the_token_is_for(
    account: Any, creator: str | None, path: str
) -> None:
    asked = Recorder(httpx.Response(200, json={"data": []}))
    await client(asked, account=account).check(creator)
    assert (asked.requests[0].url.path, asked.requests[0].url.query) == (path, b"size=1")


# How answers are read.


async def test_a_listed_message_has_all_that_reconciling_needs() -> None:
    rows = [row(pricing={"USD": {"price": 999.0}}, hasMedia=True), row(uuid=str(uuid4()))]
    first, second = await client(answering(200, {"data": rows})).list_messages(CREATOR, FAN)
    assert (first.uuid, first.text, first.sender_uuid) == (MESSAGE, "hey", FAN)
    assert first.sent_at == datetime(2026, 11, 22, 11, 59, tzinfo=UTC)
    assert (first.has_media, first.price_cents) == (True, 999)
    assert (second.has_media, second.price_cents) == (False, None)


@pytest.mark.parametrize(
    ("kind", "automated"),
    [("SINGLE_RECIPIENT", False), ("CHAT_TEXT_REPLY", False), ("AUTOMATED_NEW_FOLLOWER", True),
     ("BROADCAST", True)],
)  # fmt: skip
def test_automated_messages_are_told_by_their_type(kind: str, automated: bool) -> None:
    message = chat_message(row(type=kind))
    assert message is not None
    assert message.is_automated is automated


def test_a_text_keeps_only_what_postgresql_can_hold() -> None:
    message = chat_message(row(text="a\x00b \ud83d 😀"))
    assert message is not None
    assert message.text == "ab  😀"


def test_a_text_that_is_not_there_is_none() -> None:
    message = chat_message(row(text=None))
    assert message is not None
    assert message.text is None


@pytest.mark.parametrize("broken", [{"uuid": "x"}, {"sender": {}}, {"sender": None, "uuid": None}])
async def test_an_unreadable_message_is_never_skipped(broken: dict[str, object]) -> None:
    with pytest.raises(FanvueUnavailable, match="unknown form"):
        await client(answering(200, {"data": [row(**broken)]})).list_messages(CREATOR, FAN)


async def test_one_message_is_read_from_its_own_address() -> None:
    asked = Recorder(httpx.Response(200, json=row()))
    message = await client(asked).get_message(CREATOR, FAN, MESSAGE)
    assert message.text == "hey"
    assert [request.url.path for request in asked.requests] == [f"/chats/{FAN}/messages/{MESSAGE}"]


@pytest.mark.parametrize("status", [404, 405])
async def test_one_message_is_looked_for_in_the_list_where_it_has_no_address(status: int) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/messages"):
            return httpx.Response(200, json={"data": [row(uuid=str(uuid4())), row(text="found")]})
        return httpx.Response(status, json={"message": "no such route"})

    assert (await client(handler).get_message(CREATOR, FAN, MESSAGE)).text == "found"
    with pytest.raises(FanvueRejected) as caught:
        await client(handler).get_message(CREATOR, FAN, str(uuid4()))
    assert caught.value.status == status


CHAT = {
    "user": {"uuid": FAN.upper(), "handle": "max", "displayName": " Max\u0000 "},
    "lastMessageAt": "2026-11-22T11:59:00.000Z",
    "lastMessage": {"uuid": MESSAGE, "text": "hey", "sentAt": "2026-11-22T11:59:00.000Z"},
}


@pytest.mark.parametrize(
    ("rest", "following", "params"),
    [
        ({"pagination": {"page": 1, "size": 50, "hasMore": True}}, "page=2", {"page": "2"}),
        ({"nextCursor": "a=b/c"}, "cursor=a=b/c", {"cursor": "a=b/c"}),
        ({"pagination": {"page": 1, "size": 50, "hasMore": False}}, None, {}),
        ({"nextCursor": None}, None, {}),
        ({}, None, {}),
    ],
)
async def test_the_chats_are_listed_page_by_page_in_either_way_of_paging(
    rest: dict[str, Any], following: str | None, params: dict[str, str]
) -> None:
    asked = Recorder(httpx.Response(200, json={"data": [CHAT], **rest}))
    fanvue = client(asked)
    page = await fanvue.list_chats(CREATOR)
    assert page.following == following
    [chat] = page.chats
    assert (chat.fan_uuid, chat.handle, chat.display_name) == (FAN, "max", "Max")
    assert (chat.last_message_at, chat.last_message_uuid) == (NOW - timedelta(minutes=1), MESSAGE)
    await fanvue.list_chats(CREATOR, page=following)
    assert dict(asked.requests[1].url.params) == {"size": "50", **params}


async def test_chats_without_a_partner_or_a_message_are_left_out() -> None:
    rows = [{**CHAT, "user": None}, {"user": CHAT["user"], "lastMessage": None}, "?", CHAT]
    page = await client(answering(200, {"data": rows})).list_chats(CREATOR)
    assert len(page.chats) == 1


@pytest.mark.parametrize(
    ("body", "cents"),
    [
        ({"spending": {"total": {"gross": 15000, "net": 12000}}}, 15000),
        ({"spending": {"total": {"total": 15000}}}, 15000),
        ({"spending": {"total": 15000.0}}, 15000),
        ({"data": {"status": "follower", "spending": {"total": {"gross": 0}}}}, 0),
        ({"spending": {"total": {"net": 12000}}}, None),
        ({"spending": {"total": {"gross": "150"}}}, None),
        ({"spending": {"total": {"gross": -1}}}, None),
        ({"spending": {"total": {"gross": True}}}, None),
        ({"spending": {}}, None),
        ({"spending": None}, None),
        ({"status": "follower"}, None),
    ],
)
async def test_what_a_fan_spent_is_read_under_either_name(body: object, cents: int | None) -> None:
    insights = await client(answering(200, body)).get_fan_insights(CREATOR, FAN)
    assert (insights.gross_cents, insights.last_purchase_at) == (cents, None)


async def test_the_last_purchase_is_read() -> None:
    body = {"spending": {"lastPurchaseAt": "2026-11-20T10:00:00.000Z", "total": {"gross": 1}}}
    insights = await client(answering(200, body)).get_fan_insights(CREATOR, FAN)
    assert insights.last_purchase_at == datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize("body", [None, [], "?", {"spending": []}])
async def test_insights_in_an_unknown_form_are_no_empty_purse(body: object) -> None:
    with pytest.raises(FanvueUnavailable):
        await client(answering(200, body)).get_fan_insights(CREATOR, FAN)


@pytest.mark.parametrize(
    ("account", "path"),
    [
        ("creator", f"/insights/fans/{FAN}"),
        ("agency", f"/creators/{CREATOR}/insights/fans/{FAN}"),
    ],
)
async def test_the_insights_are_asked_for_at_the_account_s_own_path(
    account: Any, path: str
) -> None:
    asked = Recorder(httpx.Response(200, json={}))
    await client(asked, account=account).get_fan_insights(CREATOR, FAN)
    assert asked.requests[0].url.path == path


@pytest.mark.parametrize("body", [None, [], {"data": None}, {"chats": []}])
async def test_a_list_of_chats_in_an_unknown_form_is_no_empty_list(body: object) -> None:
    with pytest.raises(FanvueUnavailable):
        await client(answering(200, body)).list_chats(CREATOR)


async def test_the_agency_lists_the_chats_of_the_creator_that_is_meant() -> None:
    asked = Recorder(httpx.Response(200, json={"data": []}))
    await client(asked, account="agency").list_chats(CREATOR)
    await client(asked, account="agency").list_messages(CREATOR, FAN, page=3)
    assert [request.url.path for request in asked.requests] == [
        f"/creators/{CREATOR}/chats", f"/creators/{CREATOR}/chats/{FAN}/messages",
    ]  # fmt: skip
    assert asked.requests[1].url.params["page"] == "3"


async def test_the_budget_that_is_left_is_known_for_each_creator() -> None:
    fanvue = client(answering(200, {"data": []}, {"X-RateLimit-Remaining": "41"}))
    await fanvue.list_messages(CREATOR, FAN)
    assert fanvue.rate_remaining == {CREATOR: 41}


# What is made of refusals.


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 410, 413, 422])
async def test_a_refusal_is_permanent_and_keeps_its_status(status: int) -> None:
    with pytest.raises(FanvueRejected, match="not allowed") as caught:
        await client(answering(status, {"message": "not allowed"})).send_message(CREATOR, FAN, "hi")
    assert caught.value.status == status


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"errors": [{"path": ["text"], "message": "too long"}, "odd"]}, "too long; odd"),
        ({"error": "Bad Request", "message": "price is low"}, "Bad Request: price is low"),
        ({"error": "Unauthorized"}, "Unauthorized"),
        ({"message": "Chat not\nfound"}, "Chat not found"),
        ({"error": {"message": "nested"}}, "nested"),
        ({"errors": {}}, ""),
        (["surprise"], ""),
        (None, ""),
    ],
)
def test_every_error_envelope_is_read(body: object, said: str) -> None:
    assert message_of_error(body) == said


@pytest.mark.parametrize("status", [500, 502, 503, 408])
async def test_a_server_error_is_uncertain_for_a_send_alone(status: int) -> None:
    fanvue = client(answering(status, None, {"Retry-After": "9"}))
    with pytest.raises(FanvueUncertain) as caught:
        await fanvue.send_message(CREATOR, FAN, "hi")
    assert caught.value.retry_after == 9
    for harmless in (fanvue.list_messages(CREATOR, FAN), fanvue.show_typing(CREATOR, FAN, True)):
        with pytest.raises(FanvueUnavailable):
            await harmless


@pytest.mark.parametrize("body", [{}, {"messageUuid": None}, {"messageUuid": "7"}, [], "text"])
async def test_a_success_without_a_uuid_is_uncertain(body: object) -> None:
    with pytest.raises(FanvueUncertain, match="without a messageUuid"):
        await client(answering(201, body)).send_message(CREATOR, FAN, "hi")


@pytest.mark.parametrize("body", [[], {}, {"data": None}, "text"])
async def test_a_list_in_an_unknown_form_is_not_an_empty_list(body: object) -> None:
    with pytest.raises(FanvueUnavailable):
        await client(answering(200, body)).list_messages(CREATOR, FAN)


async def test_too_many_calls_are_told_with_the_time_to_wait() -> None:
    fanvue = client(answering(429, {"error": "slow down"}, {"Retry-After": "17"}))
    with pytest.raises(RateLimited, match="slow down") as caught:
        await fanvue.send_message(CREATOR, FAN, "hi")
    assert caught.value.retry_after == 17


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "Sun, 22 Nov 2026 12:00:30 GMT"}, 30),
        ({"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT"}, 0),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"x-ratelimit-reset": str(int(NOW.timestamp()) + 12)}, 12),
        ({"x-ratelimit-reset": str(int(NOW.timestamp() + 12) * 1000)}, 12),
        ({"x-ratelimit-reset": "12"}, 12),
        ({"x-ratelimit-reset": "2026-11-22T12:00:12.000Z"}, 12),
        ({"retry-after": "soon", "x-ratelimit-reset": "12"}, 12),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({}, None),
    ],
)
def test_the_time_to_wait_is_read_in_every_form(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(httpx.Headers(headers), NOW) == seconds


# What is made of httpx's own failures.

FOREIGN = sorted(
    (kind for kind in vars(httpx).values() if isinstance(kind, type)
     and issubclass(kind, Exception)),
    key=lambda kind: kind.__name__,
)  # fmt: skip
NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}
WRONG_URL = {"InvalidURL", "UnsupportedProtocol"}


def raised(kind: type[Exception], request: httpx.Request) -> Exception:
    if issubclass(kind, httpx.HTTPStatusError):
        return kind("x", request=request, response=httpx.Response(500))
    for arguments in (("x",), ()):
        try:
            return kind(*arguments)
        except TypeError:
            continue
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", FOREIGN, ids=lambda kind: kind.__name__)
async def test_every_exception_of_httpx_is_translated(kind: type[Exception]) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise raised(kind, request)

    sending: type[WorkerError] = FanvueUncertain
    reading: type[WorkerError] = FanvueUnavailable
    if kind.__name__ in NOT_SENT:
        sending = FanvueUnavailable
    if kind.__name__ in WRONG_URL:
        sending = reading = SettingsInvalid
    fanvue = client(handler)
    with pytest.raises(WorkerError) as sent:
        await fanvue.send_message(CREATOR, FAN, "hi")
    with pytest.raises(WorkerError) as read:
        await fanvue.list_messages(CREATOR, FAN)
    assert (type(sent.value), type(read.value)) == (sending, reading)
    assert isinstance(sent.value.__cause__, kind)


# The same on real sockets.

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(behave: Behaviour) -> AsyncIterator[FanvueClient]:
    """Serve raw connections, and end those that are left."""
    connections: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.add(asyncio.current_task())  # type: ignore[arg-type]
        try:
            await reader.readuntil(b"\r\n\r\n")
            await behave(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    fanvue = FanvueClient(static_token(TOKEN), base_url=f"http://127.0.0.1:{port}", timeout=0.8)
    try:
        yield fanvue
    finally:
        await fanvue.aclose()
        server.close()
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)


async def never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    return


async def hang_up_in_the_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{")
    await writer.drain()


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    # Every byte comes long before any time-out for a single read.
    writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def speak_another_protocol(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    writer.write(b"220 mail.example ESMTP\r\n")
    await writer.drain()


@pytest.mark.parametrize(
    "behave", [never_answer, hang_up, hang_up_in_the_answer, drip, speak_another_protocol]
)
async def test_a_send_without_an_answer_is_uncertain_and_a_read_is_not(behave: Behaviour) -> None:
    async with listening(behave) as fanvue:
        with pytest.raises(FanvueUncertain):
            await fanvue.send_message(CREATOR, FAN, "hi")
        with pytest.raises(FanvueUnavailable):
            await fanvue.list_messages(CREATOR, FAN)


async def test_a_refused_connection_sent_nothing() -> None:
    fanvue = FanvueClient(static_token(TOKEN), base_url=f"http://127.0.0.1:{free_port()}")
    with pytest.raises(FanvueUnavailable):
        await fanvue.send_message(CREATOR, FAN, "hi")


@pytest.mark.parametrize(
    "url", ["http://fanvue.example:port", "ftp://fanvue.example", "fanvue.example"]
)
async def test_a_wrong_base_url_is_a_setting_to_mend(url: str) -> None:
    with pytest.raises(SettingsInvalid, match="FANVUE_BASE_URL"):
        await FanvueClient(static_token(TOKEN), base_url=url).check()


# The token.


async def test_a_token_source_is_asked_for_every_call() -> None:
    source = Tokens("first", "second")
    asked = Recorder(httpx.Response(204))
    fanvue = FanvueClient(source, transport=httpx.MockTransport(asked))
    await fanvue.show_typing(CREATOR, FAN, True)
    await fanvue.show_typing(CREATOR, FAN, True)
    assert [request.headers["Authorization"] for request in asked.requests] == [
        "Bearer first",
        "Bearer second",
    ]
    assert source.asked_for == [CREATOR, CREATOR]


async def test_a_call_whose_token_is_refused_is_made_once_more_with_another() -> None:
    source = Tokens("old", renewed="new")
    answers = {"Bearer old": 401, "Bearer new": 201}

    def fanvue(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            answers[request.headers["Authorization"]], json={"messageUuid": MESSAGE}
        )

    client = FanvueClient(source, transport=httpx.MockTransport(fanvue))
    assert await client.send_message(CREATOR, FAN, "hi") == MESSAGE
    assert source.refused == ["old"]


async def test_a_call_that_no_token_helps_is_refused() -> None:
    client = FanvueClient(
        Tokens("old", renewed="new"), transport=httpx.MockTransport(answering(401))
    )
    with pytest.raises(FanvueRejected) as caught:
        await client.send_message(CREATOR, FAN, "hi")
    assert caught.value.status == 401


class Tokens:
    """Gives these tokens one after the other, and another one where one is refused."""

    def __init__(self, *tokens: str, renewed: str | None = None) -> None:
        self._tokens, self._renewed = iter(tokens), renewed
        self.asked_for: list[str] = []
        self.refused: list[str] = []

    async def token(self, creator_uuid: str) -> str:
        self.asked_for.append(creator_uuid)
        return next(self._tokens)

    async def renewed(self, creator_uuid: str, refused: str) -> str | None:
        self.refused.append(refused)
        return self._renewed


@pytest.mark.parametrize("token", [f"{TOKEN}\nx", f"{TOKEN} x", f"{TOKEN}é", "", "\x7f"])
async def test_a_token_that_no_header_can_carry_is_a_setting_to_mend(token: str) -> None:
    fanvue = FanvueClient(static_token(token), transport=httpx.MockTransport(answering(204)))
    with pytest.raises(SettingsInvalid, match="FANVUE_TOKEN") as caught:
        await fanvue.show_typing(CREATOR, FAN, True)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))


async def test_the_token_is_in_no_error_even_if_fanvue_quotes_it() -> None:
    fanvue = client(answering(401, {"error": f"token {TOKEN} has expired"}))
    with pytest.raises(FanvueRejected, match="token has expired") as caught:
        await fanvue.check()
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
