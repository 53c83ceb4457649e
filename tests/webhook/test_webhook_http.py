"""
The edge function as it is deployed: the real code, in the real Deno, over HTTP.

The database behind it is a small server that notes what it is asked; what a real database makes
of an event is tested where that database is.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import re
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from devstack.functions import EdgeFunction
from tests.webhook.generated_bodies import Case, cases

SECRET = "whsec_over_http"
KEY = "sb_secret_over_http"
FIXTURES = Path(__file__).parent.parent / "data" / "fanvue_events"
MESSAGE = (FIXTURES / "flat_message_received.json").read_bytes()
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Event = dict[str, Any]


class Database:
    """Answers `ingest_event`, and keeps every request."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.headers: list[dict[str, str]] = []
        self.respond: Callable[[Event], Response] = self.accept
        app = Starlette(routes=[Route("/rest/v1/rpc/ingest_event", self._ingest, methods=["POST"])])
        config = uvicorn.Config(app, port=0, log_level="warning", access_log=False)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    @staticmethod
    def accept(_: Event) -> Response:
        return JSONResponse(
            {"status": "accepted", "job_id": 1, "run_at": None, "reason": "reply enqueued"}
        )

    def start(self) -> str:
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)

    def reset(self) -> None:
        self.events.clear()
        self.headers.clear()
        self.respond = self.accept

    async def _ingest(self, request: Request) -> Response:
        call = await request.json()
        assert list(call) == ["event"]
        self.headers.append(dict(request.headers))
        self.events.append(call["event"])
        return self.respond(call["event"])


@pytest.fixture(scope="module")
def _database() -> Iterator[tuple[Database, str]]:
    database = Database()
    url = database.start()
    yield database, url
    database.stop()


@pytest.fixture
def database(_database: tuple[Database, str]) -> Database:
    _database[0].reset()
    return _database[0]


@pytest.fixture(scope="module")
def environment(_database: tuple[Database, str]) -> dict[str, str]:
    return {
        "FANVUE_WEBHOOK_SECRETS": f"whsec_former,{SECRET}",
        "SUPABASE_URL": _database[1],
        "SUPABASE_SECRET_KEYS": json.dumps({"default": KEY}),
    }


@pytest.fixture(scope="module")
def log() -> list[str]:
    return []


@pytest.fixture(scope="module")
def function(environment: dict[str, str], log: list[str]) -> Iterator[EdgeFunction]:
    with EdgeFunction(environment, log=log.append) as running:
        yield running


@pytest.fixture
async def client(function: EdgeFunction) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=function.url, timeout=30) as opened:
        yield opened


def signature(body: bytes, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    at = int(time.time()) - age
    v0 = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return {"x-fanvue-signature": f"t={at},v0={v0}", "content-type": "application/json"}


def answer(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["status"]


async def test_a_signed_message_reaches_the_database_with_its_key(
    client: httpx.AsyncClient, database: Database
) -> None:
    response = await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
    assert response.status_code == 200
    assert response.json() == {"status": "accepted", "reason": "reply enqueued"}
    [event] = database.events
    assert event["type"] == "message.received"
    assert event["message"]["text"] == "hey, how was your day? 🌙"
    assert event["raw"].encode() == MESSAGE
    assert database.headers[0]["apikey"] == KEY
    assert "authorization" not in database.headers[0]


async def test_the_former_secret_is_good_during_a_rotation_and_no_other_is(
    client: httpx.AsyncClient, database: Database
) -> None:
    former = await client.post("/", content=MESSAGE, headers=signature(MESSAGE, "whsec_former"))
    wrong = await client.post("/", content=MESSAGE, headers=signature(MESSAGE, "whsec_wrong"))
    assert answer(former) == (200, "accepted")
    assert answer(wrong) == (401, "rejected")
    assert len(database.events) == 1


async def test_an_unsigned_or_stale_body_goes_no_further(
    client: httpx.AsyncClient, database: Database
) -> None:
    unsigned = await client.post("/", content=MESSAGE)
    stale = await client.post("/", content=MESSAGE, headers=signature(MESSAGE, age=400))
    changed = await client.post("/", content=MESSAGE + b" ", headers=signature(MESSAGE))
    assert [answer(each) for each in (unsigned, stale, changed)] == [(401, "rejected")] * 3
    assert database.events == []


async def test_a_body_over_256_kb_is_refused_with_and_without_a_length(
    client: httpx.AsyncClient, database: Database
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(300):
            yield b"x" * 1024

    known = await client.post("/", content=b"x" * 300 * 1024)
    unknown = await client.post("/", content=chunks())
    assert (known.status_code, unknown.status_code) == (413, 413)
    assert database.events == []


async def test_only_post_is_allowed(client: httpx.AsyncClient) -> None:
    response = await client.get("/")
    assert answer(response) == (405, "rejected")
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502, 503])
async def test_a_database_that_fails_makes_fanvue_send_again(
    client: httpx.AsyncClient, database: Database, status: int
) -> None:
    database.respond = lambda _: JSONResponse({"code": "XX", "message": "detail"}, status)
    response = await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
    assert answer(response) == (503, "unavailable")
    assert response.headers["retry-after"] == "10"
    assert "detail" not in response.text


async def test_what_the_database_refuses_for_good_is_ignored_with_its_reason(
    client: httpx.AsyncClient, database: Database
) -> None:
    refusal = {"code": "PT422", "details": "d", "hint": None, "message": "not an event"}
    database.respond = lambda _: JSONResponse(refusal, 422)
    response = await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
    assert response.status_code == 200
    assert response.json() == {"status": "ignored", "reason": "not an event"}


async def test_a_redirect_does_not_carry_the_key_away(
    client: httpx.AsyncClient, database: Database
) -> None:
    database.respond = lambda _: Response(status_code=307, headers={"location": "/elsewhere"})
    response = await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
    assert answer(response) == (503, "unavailable")
    assert len(database.events) == 1


async def test_no_body_breaks_the_function_and_no_good_message_is_lost(
    client: httpx.AsyncClient, database: Database, log: list[str]
) -> None:
    sent = list(cases(seed=20261122, count=2_000))
    first_line = len(log)
    statuses = await send_all(client, sent)

    assert set(statuses) <= {200, 400}
    for event in database.events:
        assert_vocabulary(event)
    assert len(database.events) == Counter(statuses)[200]

    good = [(case, status) for case, status in zip(sent, statuses, strict=True) if case.message]
    assert len(good) > 900
    assert {status for _, status in good} == {200}
    received = {
        event["message"]["uuid"]: event["message"].get("text", None)
        for event in database.events
        if event["type"] == "message.received"
    }
    for case, _ in good:
        assert case.message is not None
        assert case.message.uuid in received
        assert received[case.message.uuid] == case.message.text

    # The bad ones are bad in every way that there is.
    kinds = Counter(event["type"] for event in database.events)
    assert kinds["unrecognised"] > 100
    assert Counter(statuses)[400] > 100
    lines = [json.loads(line) for line in log[first_line:]]
    assert {line["outcome"] for line in lines} <= {"accepted", "rejected"}


async def test_the_log_holds_no_text_no_secret_and_no_stack(
    environment: dict[str, str], database: Database
) -> None:
    lines: list[str] = []
    with EdgeFunction(environment, log=lines.append) as function:
        async with httpx.AsyncClient(base_url=function.url) as client:
            await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
            database.respond = lambda _: Response("broken", 500)
            await client.post("/", content=MESSAGE, headers=signature(MESSAGE))
            await client.post("/", content=MESSAGE, headers=signature(MESSAGE, "whsec_wrong"))
    _, accepted, unavailable, rejected = map(json.loads, lines)
    assert accepted["outcome"] == "accepted"
    assert accepted["event_id"] == unavailable["event_id"] == database.events[0]["event_id"]
    assert unavailable["reason"] == "the database answered 500"
    assert rejected["reason"] == "signature mismatch"
    for forbidden in (SECRET, KEY, "how was your day", "test-user", "broken", "    at "):
        assert forbidden not in "\n".join(lines)


async def test_the_proxy_changes_no_byte_on_the_way(
    function: EdgeFunction, database: Database
) -> None:
    app = Starlette(
        routes=[Route("/functions/v1/fanvue-webhook", function.proxy, methods=["GET", "POST"])]
    )
    odd = '{"text":"é 🌙",\r\n "n": 1e400 , "a":"\\ud800"}\n'.encode()

    async def halves() -> AsyncIterator[bytes]:
        yield odd[:7]
        yield odd[7:]

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as gateway:
        path = "/functions/v1/fanvue-webhook"
        whole = await gateway.post(path, content=odd, headers=signature(odd))
        parts = await gateway.post(path, content=halves(), headers=signature(odd))
        refused = await gateway.get(path)
    # The signature covers the bytes: had one changed, these were 401.
    assert (answer(whole), answer(parts)) == ((200, "accepted"), (200, "accepted"))
    assert [event["raw"].encode() for event in database.events] == [odd, odd]
    assert refused.status_code == 405
    assert refused.headers["allow"] == "POST"


async def test_without_configuration_the_log_names_what_is_missing() -> None:
    lines: list[str] = []
    with EdgeFunction({"FANVUE_WEBHOOK_SECRETS": SECRET}, log=lines.append) as function:
        async with httpx.AsyncClient() as client:
            response = await client.post(function.url, content=MESSAGE, headers=signature(MESSAGE))
    assert response.status_code == 503
    assert response.json() == {"status": "unavailable", "reason": "not configured"}
    assert json.loads(lines[-1])["error"] == "missing SUPABASE_URL, SUPABASE_SECRET_KEYS"


async def test_a_database_that_is_not_there_is_a_503_and_so_is_a_stopped_function() -> None:
    env = {
        "FANVUE_WEBHOOK_SECRETS": SECRET,
        # Port 9 is 'discard': nobody listens there.
        "SUPABASE_URL": "http://127.0.0.1:9",
        "SUPABASE_SERVICE_ROLE_KEY": "eyJ.a.b",
    }
    with EdgeFunction(env, log=lambda _: None) as function:
        app = Starlette(routes=[Route("/", function.proxy, methods=["POST"])])
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as gateway:
            down = await gateway.post("/", content=MESSAGE, headers=signature(MESSAGE))
            function.stop()
            stopped = await gateway.post("/", content=MESSAGE, headers=signature(MESSAGE))
            function.start()
            again = await gateway.post("/", content=MESSAGE, headers=signature(MESSAGE))
    assert answer(down) == (503, "unavailable")
    assert down.json()["reason"] == "the database could not be reached"
    assert stopped.json() == {"message": "the function is not running"}
    assert answer(again) == (503, "unavailable")


def test_a_variable_that_the_function_does_not_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"FANVUE_WEBHOOK_SECRET$"):
        EdgeFunction({"FANVUE_WEBHOOK_SECRET": SECRET})


async def send_all(client: httpx.AsyncClient, sent: list[Case]) -> list[int]:
    """Send the cases over a few connections that stay open; answer their statuses in order."""
    statuses = [0] * len(sent)
    waiting = iter(enumerate(sent))

    async def send_next() -> None:
        for index, case in waiting:
            headers = signature(case.body)
            if case.topic is not None:
                # Header values are bytes; whatever cannot stand in one is replaced.
                headers["x-fanvue-topic"] = re.sub(r"[^ -~]", "?", case.topic).strip()
            response = await client.post("/", content=case.body, headers=headers)
            statuses[index] = response.status_code

    await asyncio.gather(*(send_next() for _ in range(8)))
    return statuses


def assert_vocabulary(event: Event) -> None:
    """Hold an event against what `ingest_event` is promised."""
    assert 0 < len(event["event_id"]) <= 200
    assert 0 < len(event["type"]) <= 200
    assert event["family"] in ("flat", "envelope")
    assert isinstance(event["raw"], str)
    for text in strings(event):
        assert "\x00" not in text
        text.encode()
    if event["occurred_at"] is not None:
        datetime.fromisoformat(event["occurred_at"])
    message, payment = event.get("message"), event.get("payment")
    uuids = [
        event["creator_uuid"],
        (event["fan"] or {}).get("uuid"),
        (message or {}).get("uuid"),
        (payment or {}).get("message_uuid"),
    ]
    assert all(UUID.fullmatch(uuid) for uuid in uuids if uuid is not None)
    if message is not None:
        assert isinstance(message.get("text"), str | None)
        assert len(message.get("text") or "") <= 20_000
        assert type(message.get("price_cents", 0)) is int
        assert type(message.get("has_media", True)) is bool
        assert type(message.get("is_automated", True)) is bool
    if payment is not None:
        assert type(payment["amount_cents"]) is int
        assert payment["kind"] in ("payment", "tip", "subscription", "refund", "dispute")
    if event["type"] == "message.received":
        assert message is not None
        assert event["creator_uuid"] is not None
        assert event["fan"] is not None


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
