"""The Realtime stand-in speaks as the real server does: its frames, byte for byte as objects."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from devstack import database
from devstack.postgres import Server
from tests.integration.realtime_support import (
    QUICK,
    SECRET,
    Clock,
    Site,
    claims,
    prepare,
    serving,
    until,
)

WATCHFUL = replace(QUICK, token_check=0.01)
JOINED = {"status": "ok", "response": {"postgres_changes": []}}
READY = {
    "channel": "jobs",
    "extension": "system",
    "message": "Replication connection established",
    "status": "ok",
}


@pytest.fixture(scope="module")
def dsn(server: Server) -> Iterator[str]:
    database.create(server, "realtime_standin")
    prepare(server.dsn("realtime_standin"))
    yield server.dsn("realtime_standin")
    database.drop(server, "realtime_standin")


@pytest.fixture
async def site(dsn: str) -> AsyncIterator[Site]:
    async with serving(dsn) as site:
        yield site


class Client:
    """A bare socket that sends and receives frames."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, **frame: Any) -> None:
        await self.connection.send(json.dumps(frame))

    async def receive(self) -> dict[str, Any]:
        async with asyncio.timeout(15):
            frame = json.loads(await self.connection.recv())
        assert isinstance(frame, dict)
        return frame

    async def join(
        self,
        *,
        ref: str = "1",
        topic: str = "realtime:jobs",
        private: bool = True,
        token: str | None = None,
        ready: bool = True,
    ) -> dict[str, Any]:
        """Ask to join; return the answer."""
        config = {
            "broadcast": {"ack": False, "self": False, "replication_ready": ready},
            "presence": {"key": "", "enabled": False},
            "private": private,
            "postgres_changes": [],
        }
        payload: dict[str, Any] = {"config": config}
        if token:
            payload["access_token"] = token
        await self.send(event="phx_join", topic=topic, payload=payload, ref=ref, join_ref=ref)
        return await self.receive()

    async def join_and_hear(self, **options: Any) -> None:
        """Join, and wait until messages from the database arrive."""
        assert (await self.join(**options))["payload"]["status"] == "ok"
        assert (await self.receive())["event"] == "system"

    async def close_code(self) -> int:
        async with asyncio.timeout(15):
            await self.connection.wait_closed()
        return self.connection.close_code or 0


@asynccontextmanager
async def client(site: Site, key: str = SECRET) -> AsyncIterator[Client]:
    address = f"ws://127.0.0.1:{site.port}/realtime/v1/websocket?apikey={key}&vsn=1.0.0"
    async with connect(address, close_timeout=0.2) as connection:
        yield Client(connection)


def reason(answer: Mapping[str, Any]) -> str:
    assert answer["event"] == "phx_reply"
    assert answer["payload"]["status"] == "error"
    return str(answer["payload"]["response"]["reason"])


async def test_a_join_is_answered_and_then_told_that_replication_runs(site: Site) -> None:
    async with client(site) as socket:
        answer = await socket.join()
        told = await socket.receive()
    assert answer == {"ref": "1", "event": "phx_reply", "payload": JOINED, "topic": "realtime:jobs"}
    assert told == {"topic": "realtime:jobs", "event": "system", "payload": READY, "ref": None}


async def test_a_join_without_replication_ready_is_told_nothing_more(site: Site) -> None:
    async with client(site) as socket:
        assert (await socket.join(ready=False))["payload"] == JOINED
        await socket.send(event="heartbeat", topic="phoenix", payload={}, ref="h")
        assert (await socket.receive())["ref"] == "h"


async def test_a_heartbeat_is_answered_with_its_ref(site: Site) -> None:
    async with client(site) as socket:
        for ref in (None, "7"):
            await socket.send(event="heartbeat", topic="phoenix", payload={}, ref=ref)
            assert await socket.receive() == {
                "topic": "phoenix",
                "event": "phx_reply",
                "payload": {"status": "ok", "response": {}},
                "ref": ref,
            }


async def test_a_message_from_the_database_carries_its_id_twice(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.send({"due": 3})
        frame = await socket.receive()
    identity = frame["payload"]["meta"]["id"]
    assert frame == {
        "topic": "realtime:jobs",
        "event": "broadcast",
        "payload": {
            "event": "nudge",
            "payload": {"due": 3, "id": identity},
            "type": "broadcast",
            "meta": {"id": identity},
        },
        "ref": None,
    }


async def test_a_message_with_an_id_of_its_own_keeps_it(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.send({"id": "mine"})
        payload = (await socket.receive())["payload"]
    assert payload["payload"]["id"] == "mine"
    assert payload["meta"]["id"] != "mine"


async def test_private_messages_reach_private_channels_only_and_public_ones_public(
    site: Site,
) -> None:
    async with client(site) as private, client(site) as public:
        await private.join_and_hear(private=True)
        await public.join_and_hear(private=False)
        await site.send({"to": "private"}, private=True)
        await site.send({"to": "public"}, private=False)
        # Messages keep their order, so the first to arrive shows that the other did not.
        assert (await private.receive())["payload"]["payload"]["to"] == "private"
        assert (await public.receive())["payload"]["payload"]["to"] == "public"


async def test_messages_before_the_first_join_are_not_replayed(site: Site) -> None:
    await site.send({"n": 1})
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.send({"n": 2})
        assert (await socket.receive())["payload"]["payload"]["n"] == 2


async def test_a_role_without_a_policy_may_not_join(site: Site) -> None:
    site.keys.known["user"] = claims("authenticated")
    async with client(site) as socket:
        assert reason(await socket.join(token="user")) == (
            "Unauthorized: You do not have permissions to read from this Channel topic: jobs"
        )


async def test_a_role_joins_the_topic_that_its_policy_names_and_no_other(site: Site) -> None:
    site.keys.known["worker"] = claims("jobs_worker")
    async with client(site) as socket:
        answer = await socket.join(token="worker", topic="realtime:other")
        assert reason(answer).startswith("Unauthorized:")
        await socket.join_and_hear(token="worker")
        await site.send({})
        assert (await socket.receive())["event"] == "broadcast"


async def test_the_probe_of_a_join_leaves_no_row_and_is_not_broadcast(site: Site) -> None:
    async with client(site) as first, client(site) as second:
        await first.join_and_hear()
        await second.join_and_hear()
        await site.send({"n": 1})
        assert (await first.receive())["payload"]["payload"]["n"] == 1
    with psycopg.connect(site.dsn) as connection:
        counted = connection.execute("select count(*) from realtime.messages where event is null")
        assert counted.fetchone() == (0,)


async def test_an_unknown_role_may_not_join(site: Site) -> None:
    site.keys.known["odd"] = claims("no_such_role")
    async with client(site) as socket:
        assert reason(await socket.join(token="odd")).startswith("UnknownErrorOnChannel:")


async def test_a_token_with_a_bad_signature_may_not_join(site: Site) -> None:
    async with client(site) as socket:
        assert reason(await socket.join(token="forged")).startswith("JwtSignatureError:")


async def test_a_bare_text_from_the_resolver_gets_a_code(dsn: str) -> None:
    def resolve(token: str) -> Mapping[str, Any]:
        if token == SECRET:
            return claims("service_role")
        raise ValueError("Signature has expired")

    async with serving(dsn, resolve_token=resolve) as site, client(site) as socket:
        answer = await socket.join(token="any")
        assert reason(answer) == "InvalidJWTToken: Signature has expired"


async def test_a_server_that_was_stopped_takes_nobody(site: Site) -> None:
    await site.realtime.stop()
    with pytest.raises(InvalidStatus):
        async with client(site):
            pass


async def test_an_opaque_key_in_the_join_counts_as_the_one_of_the_handshake(site: Site) -> None:
    async with client(site) as socket:
        assert (await socket.join(token="sb_secret_another"))["payload"] == JOINED


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("", "API key is missing"),
        ("sb_secret_unknown", "Failed to validate JWT signature"),
        ("expired", "Token has expired N seconds ago"),
    ],
)
async def test_a_handshake_without_a_good_key_is_refused_with_401(
    site: Site, key: str, text: str
) -> None:
    site.keys.known["expired"] = claims("service_role", seconds=-3)
    with pytest.raises(InvalidStatus) as refusal:
        async with client(site, key):
            pass
    assert refusal.value.response.status_code == 401
    error = json.loads(refusal.value.response.body or b"")["error"]
    assert re.sub(r"\d+", "N", error) == text


async def test_a_token_that_runs_out_closes_its_channel_and_leaves_the_socket(dsn: str) -> None:
    clock = Clock()
    async with serving(dsn, clock=clock, timings=WATCHFUL) as site, client(site) as socket:
        site.keys.known["brief"] = {"role": "jobs_worker", "exp": clock.now + 60}
        await socket.join_and_hear(token="brief")
        clock.now += 63
        told, closing = await socket.receive(), await socket.receive()
        assert told["event"] == "system"
        assert told["payload"] == {
            "channel": "jobs",
            "extension": "system",
            "message": "Token has expired 3 seconds ago",
            "status": "error",
        }
        assert closing == {
            "topic": "realtime:jobs",
            "event": "phx_close",
            "payload": {},
            "ref": "1",
        }
        await socket.join_and_hear(ref="2")


async def test_a_new_token_in_time_keeps_the_channel_open(dsn: str) -> None:
    clock = Clock()
    async with serving(dsn, clock=clock, timings=WATCHFUL) as site, client(site) as socket:
        site.keys.known["brief"] = {"role": "jobs_worker", "exp": clock.now + 60}
        site.keys.known["long"] = long = claims("jobs_worker")
        await socket.join_and_hear(token="brief")
        (channel,) = next(iter(site.realtime.sockets)).channels.values()
        await socket.send(
            event="access_token", topic="realtime:jobs", payload={"access_token": "long"}, ref="2"
        )
        await until(lambda: channel.claims is long)
        clock.now += 63
        looks = clock.reads
        await until(lambda: clock.reads > looks + 2)
        await site.send({"n": 1})
        assert (await socket.receive())["event"] == "broadcast"


async def test_a_new_token_that_is_refused_closes_the_channel(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await socket.send(
            event="access_token", topic="realtime:jobs", payload={"access_token": "bad"}, ref="2"
        )
        assert (await socket.receive())["payload"]["status"] == "error"
        assert (await socket.receive())["event"] == "phx_close"


async def test_leaving_is_answered_and_ends_delivery(site: Site) -> None:
    async with client(site) as leaver, client(site) as stayer:
        await leaver.join_and_hear()
        await stayer.join_and_hear()
        await leaver.send(
            event="phx_leave", topic="realtime:jobs", payload={}, ref="9", join_ref="1"
        )
        assert await leaver.receive() == {
            "ref": "9",
            "event": "phx_reply",
            "payload": {"status": "ok", "response": {}},
            "topic": "realtime:jobs",
        }
        assert await leaver.receive() == {
            "topic": "realtime:jobs",
            "event": "phx_close",
            "payload": {},
            "ref": "1",
        }
        await site.send({})
        assert (await stayer.receive())["event"] == "broadcast"
        await leaver.send(event="heartbeat", topic="phoenix", payload={}, ref="h")
        assert (await leaver.receive())["ref"] == "h"


async def test_joins_above_the_rate_are_refused(dsn: str) -> None:
    clock = Clock()
    async with serving(dsn, joins_per_second=2, clock=clock) as site, client(site) as socket:
        for ref in ("1", "2"):
            await socket.join_and_hear(ref=ref, topic=f"realtime:t{ref}")
        answer = await socket.join(ref="3")
        assert reason(answer) == "ClientJoinRateLimitReached: Too many joins per second"
        clock.now += 1
        await socket.join_and_hear(ref="4")


async def test_channels_above_the_limit_of_one_socket_are_refused(dsn: str) -> None:
    async with serving(dsn, max_channels=1) as site, client(site) as socket:
        await socket.join_and_hear(topic="realtime:one")
        assert reason(await socket.join(ref="2")) == "ChannelRateLimitReached: Too many channels"


async def test_a_topic_without_a_name_is_refused(site: Site) -> None:
    async with client(site) as socket:
        assert reason(await socket.join(topic="realtime:")).startswith("TopicNameRequired:")


async def test_replication_that_does_not_come_up_closes_the_channel(dsn: str) -> None:
    timings = replace(QUICK, replication_start=3600.0, replication_deadline=0.05)
    async with serving(dsn, timings=timings) as site, client(site) as socket:
        assert (await socket.join())["payload"] == JOINED
        told, closing = await socket.receive(), await socket.receive()
    assert told["payload"]["message"] == "Replication connection was not established in time"
    assert told["payload"]["status"] == "error"
    assert closing["event"] == "phx_close"


async def test_a_restart_announces_itself_and_closes_with_1012(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.realtime.restart()
        assert (await socket.receive())["payload"] == {
            "extension": "system",
            "status": "ok",
            "message": "Server requested disconnect",
        }
        assert await socket.close_code() == 1012


@pytest.mark.parametrize("code", [1000, 1001])
async def test_a_socket_is_closed_with_the_code_asked_for(site: Site, code: int) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.realtime.close_all(code)
        assert await socket.close_code() == code


async def test_a_dropped_connection_ends_without_a_closing_frame(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        site.realtime.drop_all()
        assert await socket.close_code() == 1006
        await until(lambda: not site.realtime.sockets)


async def test_a_server_that_refuses_answers_the_handshake_with_its_status(site: Site) -> None:
    site.realtime.faults.refuse_handshakes = 503
    with pytest.raises(InvalidStatus) as refusal:
        async with client(site):
            pass
    assert refusal.value.response.status_code == 503


async def test_a_crashed_channel_is_told_and_can_be_joined_again(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        await site.realtime.crash_channels()
        assert await socket.receive() == {
            "topic": "realtime:jobs",
            "event": "phx_error",
            "payload": {},
            "ref": "1",
        }
        await socket.join_and_hear(ref="2")


async def test_lost_replication_delivers_to_new_sockets_only(site: Site) -> None:
    async with client(site) as deaf, client(site) as fresh:
        await deaf.join_and_hear()
        await until(lambda: len(site.realtime.sockets) == 2)
        (deaf_socket,) = [s for s in site.realtime.sockets if s.channels]
        deaf_socket.deaf = True
        await fresh.join_and_hear()
        await site.send({"n": 1})
        assert (await fresh.receive())["event"] == "broadcast"
        assert site.realtime.joined("jobs") == 2
        await deaf.send(event="heartbeat", topic="phoenix", payload={}, ref="h")
        assert (await deaf.receive())["ref"] == "h"


async def test_dropped_broadcasts_are_lost_and_the_next_arrives(site: Site) -> None:
    async with client(site) as socket:
        await socket.join_and_hear()
        site.realtime.faults.drop_broadcasts = 2
        for n in (1, 2, 3):
            await site.send({"n": n})
        assert (await socket.receive())["payload"]["payload"]["n"] == 3
