"""
The listener survives each silent death of realtime-py 2.34, on real sockets.

One test for each row of the table in the facts on realtime-py. Each shows first that the fault
happened, and then that a nudge from the database arrives again.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from realtime import AsyncRealtimeClient
from structlog.testing import capture_logs

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
from worker.channel import OPTIONS, Subscription
from worker.listener import Listener, Timings, backoff, misses_allowed

# The heartbeat and the age are out of the way; tests that need them bring them near.
SHORT = Timings(
    grace=0.05,
    heartbeat=3600.0,
    answer=0.3,
    max_age=3600.0,
    close=0.1,
    backoff_first=0.02,
    backoff_most=0.1,
    backoff_rate_limited=0.2,
)
BEATING = replace(SHORT, heartbeat=0.05)
# What realtime-py could not mend itself is not left to it, however long its grace.
PATIENT = replace(SHORT, grace=3600.0)
# A frame that realtime-py takes for valid, and whose handling raises KeyError.
POISON: dict[str, Any] = {
    "topic": "realtime:jobs",
    "event": "presence_diff",
    "payload": {"joins": {"someone": {"metas": [{}]}}, "leaves": {}},
    "ref": None,
}


@pytest.fixture(scope="module")
def dsn(server: Server) -> Iterator[str]:
    database.create(server, "realtime_listener")
    prepare(server.dsn("realtime_listener"))
    yield server.dsn("realtime_listener")
    database.drop(server, "realtime_listener")


@pytest.fixture
async def site(dsn: str) -> AsyncIterator[Site]:
    async with serving(dsn) as site:
        yield site


class Worker:
    """A worker that only notes what wakes it."""

    def __init__(
        self,
        site: Site,
        timings: Timings = SHORT,
        *,
        key: str = SECRET,
        url: str | None = None,
        **options: Any,
    ) -> None:
        self._site = site
        self.wakes: list[str] = []
        self.payloads: list[Mapping[str, Any]] = []
        self.failing = False
        self.listener = Listener(
            url or site.url,
            key,
            on_wake=self._on_wake,
            on_nudge=self._on_nudge,
            timings=timings,
            rng=random.Random(1),
            **options,
        )

    @property
    def joined(self) -> bool:
        return self.listener.state == "joined"

    async def nudged(self) -> None:
        """Send a nudge from the database and wait until it arrives."""
        number = 0
        arrived = False
        while not arrived:
            number += 1
            arrived = await self._nudged_with(f"{len(self.payloads)}-{number}")

    async def _nudged_with(self, number: str) -> bool:
        renewals = self.listener.renewals
        await self._site.send({"number": number})
        # On a slow machine the connection may be renewed once more in between; what was sent
        # before that is lost.
        await until(lambda: self._has(number) or self.listener.renewals > renewals)
        await until(lambda: self.joined)
        return self._has(number)

    def _has(self, number: str) -> bool:
        return any(payload.get("number") == number for payload in self.payloads)

    async def renewed(self, times: int = 1) -> None:
        await until(lambda: self.listener.renewals >= times and self.joined)

    def _on_wake(self, reason: str) -> None:
        self.wakes.append(reason)
        if self.failing:
            raise RuntimeError("on_wake failed")

    def _on_nudge(self, payload: Mapping[str, Any]) -> None:
        self.payloads.append(payload)
        if self.failing:
            raise RuntimeError("on_nudge failed")


@asynccontextmanager
async def running(worker: Worker) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(worker.listener.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled(), "run() goes on until it is cancelled"


@asynccontextmanager
async def listening(worker: Worker) -> AsyncIterator[asyncio.Task[None]]:
    async with running(worker) as task:
        await until(lambda: worker.joined)
        yield task


def library_tasks() -> list[asyncio.Task[Any]]:
    """Return the tasks that realtime-py runs; its classes all begin alike."""
    return [task for task in asyncio.all_tasks() if " Async" in repr(task.get_coro())]


def listen_tasks() -> list[asyncio.Task[Any]]:
    """Return the tasks in which realtime-py listens."""
    return [task for task in library_tasks() if "RealtimeClient._listen" in repr(task.get_coro())]


async def test_it_wakes_on_the_join_then_when_messages_flow_then_on_every_nudge(
    site: Site,
) -> None:
    worker = Worker(site)
    async with listening(worker):
        assert worker.wakes == ["subscribed", "replicating"]
        await worker.nudged()
        await worker.nudged()
    assert worker.wakes == ["subscribed", "replicating", "nudge", "nudge"]
    assert worker.payloads[0].keys() == {"number", "id"}
    assert worker.listener.renewals == 0


async def test_a_worker_with_a_jwt_of_its_own_joins_under_that_role(site: Site) -> None:
    site.keys.known["sb_publishable_x"] = claims("anon")
    site.keys.known["worker-jwt"] = claims("jobs_worker")
    stranger = Worker(site, key="sb_publishable_x")
    async with running(stranger):
        # Control: the publishable key alone may not join.
        await until(lambda: stranger.listener.renewals >= 2)
        assert stranger.wakes == []
    worker = Worker(site, key="sb_publishable_x", jwt="worker-jwt")
    async with listening(worker):
        await worker.nudged()


async def test_an_exception_in_a_callback_ends_nothing(site: Site) -> None:
    # Control: given to realtime-py as its callback, the same kind of function ends its
    # listening task, and the client still calls itself connected and joined.
    client = AsyncRealtimeClient(f"{site.url}/realtime/v1", token=SECRET)
    channel = client.channel("jobs", OPTIONS)
    ready = asyncio.Event()
    channel.on_system(lambda _: ready.set())

    def failing_callback(message: object) -> None:
        raise RuntimeError("callback failed")

    channel.on_broadcast("nudge", failing_callback)
    await channel.subscribe()
    async with asyncio.timeout(15):
        await ready.wait()
    (task,) = listen_tasks()
    await site.send({})
    await until(task.done)
    assert isinstance(task.exception(), RuntimeError)
    assert client.is_connected
    assert channel.is_joined
    await client.close()

    worker = Worker(site)
    async with listening(worker):
        worker.failing = True
        await worker.nudged()
        await worker.nudged()
        assert worker.listener.renewals == 0


async def test_a_dead_listening_task_is_found_by_an_unanswered_heartbeat(site: Site) -> None:
    worker = Worker(site, BEATING)
    async with listening(worker):
        (task,) = listen_tasks()
        await site.realtime.send_all(POISON)
        await until(task.done)
        assert isinstance(task.exception(), KeyError)
        await worker.renewed()
        await worker.nudged()


async def test_answered_heartbeats_leave_the_connection_alone(site: Site) -> None:
    worker = Worker(site, replace(BEATING, heartbeat=0.01, answer=10.0))
    async with listening(worker):
        (socket,) = site.realtime.sockets
        await until(lambda: socket.heartbeats > 5)
        assert worker.listener.renewals == 0
        await worker.nudged()


@pytest.mark.parametrize("code", [1000, 1001, 1012])
async def test_a_closed_connection_is_made_anew(site: Site, code: int) -> None:
    worker = Worker(site, PATIENT)
    async with listening(worker):
        await site.realtime.close_all(code)
        with capture_logs() as logs:
            await worker.renewed()
        assert f"connection closed with {code}" in [line.get("reason") for line in logs]
        await worker.nudged()


async def test_a_connection_that_drops_without_a_word_is_made_anew(site: Site) -> None:
    worker = Worker(site, PATIENT)
    async with listening(worker):
        site.realtime.drop_all()
        with capture_logs() as logs:
            await worker.renewed()
        assert "connection closed with 1006" in [line.get("reason") for line in logs]
        await worker.nudged()


async def test_an_announced_restart_is_survived(site: Site) -> None:
    worker = Worker(site)
    async with listening(worker):
        await site.realtime.restart()
        await worker.renewed()
        await worker.nudged()


async def test_a_server_that_is_away_for_long_is_found_again(site: Site) -> None:
    # Control: realtime-py tries so often and never again.
    client = AsyncRealtimeClient(
        f"{site.url}/realtime/v1", token=SECRET, max_retries=2, initial_backoff=0.01
    )
    await client.channel("jobs", OPTIONS).subscribe()
    (task,) = listen_tasks()
    worker = Worker(site)
    async with listening(worker):
        await site.stop()
        await until(task.done)
        assert isinstance(task.exception(), OSError)
        # Away for longer than the library's own five tries.
        await until(lambda: worker.listener.renewals >= 7)
        assert worker.listener.state != "joined"
        await site.start()
        await until(lambda: worker.joined)
        await worker.nudged()
    await client.close()


async def test_a_server_that_refuses_handshakes_is_tried_again(site: Site) -> None:
    worker = Worker(site)
    site.realtime.faults.refuse_handshakes = 503
    with capture_logs() as logs:
        async with running(worker):
            await until(lambda: worker.listener.renewals >= 3)
            assert "handshake refused with HTTP 503" in [line.get("reason") for line in logs]
            site.realtime.faults.refuse_handshakes = None
            await until(lambda: worker.joined)
            await worker.nudged()


async def test_a_channel_error_is_left_to_the_library_within_the_grace(site: Site) -> None:
    worker = Worker(site, replace(SHORT, grace=15.0))
    async with listening(worker):
        await site.realtime.crash_channels()
        await until(lambda: worker.listener.state == "connecting")
        await until(lambda: worker.joined)
        assert worker.listener.renewals == 0
        assert site.realtime.handshakes == 1
        assert worker.wakes.count("subscribed") == 2
        await worker.nudged()


async def test_a_channel_error_that_outlasts_the_grace_renews_the_connection(site: Site) -> None:
    worker = Worker(site)
    async with listening(worker):
        site.realtime.faults.deny_joins = "InitializingProjectConnection: Connecting"
        await site.realtime.crash_channels()
        await until(lambda: worker.listener.renewals >= 1)
        site.realtime.faults.deny_joins = None
        await until(lambda: worker.joined)
        assert site.realtime.handshakes >= 2
        await worker.nudged()


async def test_a_denied_join_is_tried_again_on_new_connections(site: Site) -> None:
    site.realtime.faults.deny_joins = "Unauthorized: You do not have permissions"
    worker = Worker(site, PATIENT)
    with capture_logs() as logs:
        async with running(worker):
            await until(lambda: worker.listener.renewals >= 3)
            assert "subscribed" not in worker.wakes
            reasons = [line.get("reason") for line in logs]
            assert "Unauthorized: You do not have permissions" in reasons
            site.realtime.faults.deny_joins = None
            await until(lambda: worker.joined)
            await worker.nudged()


async def test_a_rate_limited_join_waits_longer_than_another(site: Site) -> None:
    pauses: dict[str, float] = {}

    async def sleep(seconds: float) -> None:
        pauses.setdefault(site.realtime.faults.deny_joins or "", seconds)
        await asyncio.sleep(0.01)

    worker = Worker(site, Timings(), sleep=sleep)
    other, limit = "MissingPartition: none", "ClientJoinRateLimitReached: Too many joins per second"
    site.realtime.faults.deny_joins = other
    async with running(worker):
        await until(lambda: other in pauses)
        site.realtime.faults.deny_joins = limit
        await until(lambda: limit in pauses)
        assert pauses[other] <= 1.0
        assert pauses[limit] >= 30.0
        site.realtime.faults.deny_joins = None
        await until(lambda: worker.joined)
        await worker.nudged()


async def test_a_channel_that_the_server_shuts_is_opened_on_a_new_connection(site: Site) -> None:
    # Control: realtime-py takes the channel off its list and never comes back to it.
    client = AsyncRealtimeClient(f"{site.url}/realtime/v1", token=SECRET)
    channel = client.channel("jobs", OPTIONS)
    await channel.subscribe()
    worker = Worker(site)
    async with listening(worker):
        await site.realtime.shut_channels("Too many messages per second")
        await until(lambda: not client.channels)
        assert client.is_connected
        await worker.renewed()
        await worker.nudged()
    assert channel.is_closed
    await client.close()


async def test_a_token_that_runs_out_is_followed_by_a_new_handshake(dsn: str) -> None:
    clock = Clock()
    async with serving(dsn, clock=clock, timings=replace(QUICK, token_check=0.01)) as site:
        site.keys.known[SECRET] = {"role": "service_role", "exp": clock.now + 60}
        worker = Worker(site)
        async with listening(worker):
            # What the gateway gives the next handshake.
            site.keys.known[SECRET] = {"role": "service_role", "exp": clock.now + 600}
            clock.now += 63
            with capture_logs() as logs:
                await worker.renewed()
            assert "Token has expired 3 seconds ago" in [line.get("reason") for line in logs]
            await worker.nudged()


async def test_a_jwt_that_has_run_out_for_good_is_told_and_tried_again(site: Site) -> None:
    site.keys.known["old-jwt"] = claims("jobs_worker", seconds=-10)
    worker = Worker(site, jwt="old-jwt")
    with capture_logs() as logs:
        async with running(worker):
            await until(lambda: worker.listener.renewals >= 2)
            assert worker.listener.reason.startswith("InvalidJWTToken: ")
    reasons = [str(line.get("reason")) for line in logs]
    assert any(reason.startswith("InvalidJWTToken: Token has expired") for reason in reasons)


async def test_an_unexpected_fault_is_logged_and_survived(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(subscription: Subscription) -> None:
        raise RuntimeError("not foreseen")

    worker = Worker(site)
    with monkeypatch.context() as patched:
        patched.setattr(Subscription, "open", fail)
        with capture_logs() as logs:
            async with running(worker):
                await until(lambda: worker.listener.renewals >= 2)
    assert "RuntimeError" in [line.get("reason") for line in logs]


async def test_replication_that_never_comes_up_renews_the_connection(dsn: str) -> None:
    timings = replace(QUICK, replication_start=0.4, replication_deadline=0.05)
    async with serving(dsn, timings=timings) as site:
        worker = Worker(site)
        async with running(worker):
            # The stand-in's replication goes on starting while the first channels are shut.
            await until(lambda: worker.joined)
            assert worker.listener.renewals >= 1
            await worker.nudged()


async def test_a_server_that_never_tells_of_replication_is_used_all_the_same(site: Site) -> None:
    site.realtime.faults.never_ready = True
    worker = Worker(site, replace(SHORT, ready=0.1))
    async with listening(worker):
        assert worker.wakes == ["subscribed", "replicating"]
        await worker.nudged()
        assert worker.listener.renewals == 0


async def test_a_nudge_proves_that_messages_flow(site: Site) -> None:
    site.realtime.faults.never_ready = True
    worker = Worker(site, replace(SHORT, ready=3600.0))
    async with running(worker):
        await until(lambda: site.realtime.following and "subscribed" in worker.wakes)
        assert worker.listener.state == "connecting"
        await worker.nudged()
        assert worker.joined


async def test_a_server_that_answers_nothing_is_left(site: Site) -> None:
    worker = Worker(site, BEATING)
    async with listening(worker):
        site.realtime.faults.mute = True
        await until(lambda: worker.listener.renewals >= 1)
        site.realtime.faults.mute = False
        await until(lambda: worker.joined)
        await worker.nudged()


async def test_a_join_that_is_not_answered_is_tried_again(site: Site) -> None:
    site.realtime.faults.mute = True
    worker = Worker(site, replace(SHORT, join=0.1))
    with capture_logs() as logs:
        async with running(worker):
            await until(lambda: worker.listener.renewals >= 2)
            assert "the join was not answered" in [line.get("reason") for line in logs]
            site.realtime.faults.mute = False
    # A slow machine may need longer than that for a join that is answered.
    worker = Worker(site)
    async with listening(worker):
        await worker.nudged()


async def test_a_dead_peer_holds_up_neither_the_next_connection_nor_the_end(site: Site) -> None:
    worker = Worker(site, BEATING)
    async with listening(worker) as task:
        site.realtime.freeze_all()
        # The closing handshake of the old connection is not answered for 10 s.
        await worker.renewed()
        assert worker.listener._closing
        await worker.nudged()
        task.cancel()
        async with asyncio.timeout(5):
            await asyncio.wait({task})
        assert task.cancelled()
        assert not worker.listener._closing


async def test_lost_replication_is_found_by_jobs_that_no_nudge_announced(site: Site) -> None:
    worker = Worker(site)
    async with listening(worker):
        site.realtime.lose_replication()
        await site.send({"number": "lost"})
        worker.listener.missed()
        worker.listener.missed()
        assert worker.joined
        assert worker.listener.renewals == 0
        worker.listener.missed()
        await worker.renewed()
        await worker.nudged()
    assert "lost" not in [payload["number"] for payload in worker.payloads]


async def test_a_nudge_between_two_misses_forgives_the_first(site: Site) -> None:
    worker = Worker(site, replace(SHORT, misses=2))
    async with listening(worker):
        worker.listener.missed()
        await worker.nudged()
        worker.listener.missed()
        await worker.nudged()
        assert worker.listener.renewals == 0
        worker.listener.missed()
        worker.listener.missed()
        await worker.renewed()


async def test_misses_while_there_is_no_channel_count_for_nothing(site: Site) -> None:
    site.realtime.faults.never_ready = True
    worker = Worker(site, replace(SHORT, misses=1, ready=3600.0))
    async with running(worker):
        await until(lambda: site.realtime.following and "subscribed" in worker.wakes)
        worker.listener.missed()
        await worker.nudged()
        assert worker.listener.renewals == 0
        # Control: the same miss on a joined channel.
        worker.listener.missed()
        await until(lambda: worker.listener.renewals == 1)


async def test_lost_broadcasts_cost_only_themselves(site: Site) -> None:
    worker = Worker(site)
    async with listening(worker):
        site.realtime.faults.drop_broadcasts = 2
        await site.send({"number": "lost"})
        await site.send({"number": "lost too"})
        await until(lambda: site.realtime.faults.drop_broadcasts == 0)
        await worker.nudged()
    assert not {"lost", "lost too"} & {payload["number"] for payload in worker.payloads}
    assert worker.listener.renewals == 0


async def test_a_connection_is_renewed_when_it_is_old_enough(site: Site) -> None:
    worker = Worker(site, replace(SHORT, max_age=0.3))
    async with running(worker):
        await until(lambda: site.realtime.handshakes >= 3)
        assert worker.wakes.count("subscribed") >= 2


@pytest.mark.parametrize("amid", ["quiet", "a channel error", "an unanswered join"])
async def test_cancelling_closes_the_connection_and_leaves_no_task(site: Site, amid: str) -> None:
    site.realtime.faults.mute = amid == "an unanswered join"
    worker = Worker(site, PATIENT)
    async with running(worker) as task:
        if site.realtime.faults.mute:
            await until(lambda: "AsyncPush.start_timeout" in repr(library_tasks()))
        else:
            await until(lambda: worker.joined)
        if amid == "a channel error":
            await site.realtime.crash_channels()
            await until(lambda: "AsyncTimer._run_timer" in repr(library_tasks()))
        assert library_tasks()
        task.cancel()
        await asyncio.wait({task})
        assert worker.listener.state == "down"
        # Left alone, the library's timers would go on for seconds.
        assert all(left.cancelling() for left in library_tasks())
        await until(lambda: not site.realtime.sockets)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "not an address", "http://[half", ""])
async def test_no_address_ends_it(site: Site, url: str) -> None:
    worker = Worker(site, url=url)
    if not url:
        worker.listener = Listener("", SECRET, on_wake=worker._on_wake, timings=SHORT)
    async with running(worker):
        await until(lambda: worker.listener.renewals >= 3)
        assert worker.wakes == []


async def test_neither_key_nor_jwt_reaches_a_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    site.keys.known["worker-jwt"] = claims("jobs_worker")
    site.realtime.faults.deny_joins = f"MalformedJWT: {SECRET} worker-jwt"
    with capture_logs() as logs:
        worker = Worker(site, jwt="worker-jwt")
        async with running(worker):
            await until(lambda: worker.listener.renewals >= 1)
            site.realtime.faults.deny_joins = None
            await until(lambda: worker.joined)
            await worker.nudged()
        # An address that websockets quotes in its error, key and all.
        odd = Worker(site, url="ws://user@:0:0")
        async with running(odd):
            await until(lambda: odd.listener.renewals >= 1)
    told = repr(logs) + caplog.text
    assert "MalformedJWT: [secret] [secret]" in told
    assert SECRET not in told
    assert "worker-jwt" not in told


def test_the_back_off_doubles_up_to_its_most_and_is_spread() -> None:
    timings = Timings(backoff_first=1.0, backoff_most=60.0)
    most = [backoff(failures, "gone", timings, 1.0) for failures in (0, 1, 2, 5, 6, 5000)]
    assert most == [1.0, 2.0, 4.0, 32.0, 60.0, 60.0]
    assert backoff(2, "gone", timings, 0.0) == 2.0


async def test_the_back_off_starts_anew_after_a_steady_connection(site: Site) -> None:
    now = 0.0
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    worker = Worker(site, replace(SHORT, steady=60.0), clock=lambda: now, sleep=sleep)
    async with listening(worker):
        await site.realtime.close_all(1012)
        await worker.renewed(1)
        await site.realtime.close_all(1012)
        await worker.renewed(2)
        now += 61
        await site.realtime.close_all(1012)
        await worker.renewed(3)
    first, second, third = pauses
    assert second > 0.02 >= first
    assert third <= 0.02


def test_fruitless_renewals_allow_ever_more_misses() -> None:
    timings = Timings(misses=3)
    assert [misses_allowed(fruitless, timings) for fruitless in (0, 1, 2, 10, 99)] == [
        3,
        6,
        12,
        3072,
        3072,
    ]
