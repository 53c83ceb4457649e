"""
A thousand exchanges by ten workers at once, who are killed at every point: nobody ever shows a
refresh token too late, and no creator is lost.

The workers are the product's ConnectionTokens, on connections of their own to the real functions;
Fanvue is the stand-in that revokes on reuse. Time stands still while anybody works and jumps to the
next moment that somebody waits for, so thirty seconds of grace are thirty seconds on any machine.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any, Literal

import httpx
import psycopg
import pytest
from psycopg.types.json import Jsonb

from devstack.fanvue import CLIENT_ID, CLIENT_SECRET, FanvuePlatform
from tests.project import START, Project
from worker.errors import DatabaseUnavailable, FanvueUnavailable
from worker.oauth import OAuthClient, Tokens
from worker.token_source import ConnectionTokens

CREATORS, WORKERS, REFRESHES = 12, 10, 1000
# Chances at each exchange; and three deaths in a row are more than the grace has room for.
DIE_BEFORE, DIE_AFTER, DIE_STORED, LOST_ANSWER, LOST_STORE = 0.04, 0.1, 0.04, 0.05, 0.05
MOST_DEATHS, OF_SECONDS = 2, 30
REFUSED = 0.02


class Killed(BaseException):
    """A process is no more: nothing catches it, and nothing runs after it."""


class Clock:
    """Goes on when everybody sleeps, to the first moment at which somebody wakes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._busy = 0
        self._number = count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, next(self._number), woken))
        self.leave()
        await woken

    def enter(self) -> None:
        self._busy += 1

    def leave(self) -> None:
        self._busy -= 1
        if self._busy == 0 and self._sleepers:
            self.seconds, _, woken = heapq.heappop(self._sleepers)
            self._busy += 1
            woken.set_result(None)


class Rpc:
    """The three functions, called as the worker's Database does, at the clock's moment."""

    def __init__(
        self, connection: psycopg.AsyncConnection[Any], clock: Clock, harm: Callable[[str], None]
    ) -> None:
        self._connection, self._clock, self._harm = connection, clock, harm

    async def lease_token_refresh(self, *arguments: object) -> Any:
        return await self._call("lease_token_refresh", *arguments)

    async def store_tokens(self, creator: str, lease: str, tokens: dict[str, Any]) -> Any:
        self._harm("before the store")
        answer = await self._call("store_tokens", creator, lease, Jsonb(tokens))
        self._harm("after the store")
        return answer

    async def due_token_refreshes(self) -> Any:
        return await self._call("due_token_refreshes")

    async def fail_token_refresh(self, *arguments: object) -> Any:
        return await self._call("fail_token_refresh", *arguments)

    async def _call(self, name: str, *arguments: object) -> Any:
        places = ", ".join(["%s"] * (len(arguments) + 1))
        cursor = await self._connection.execute(
            f"select private.{name}({places})".encode(), (*arguments, self._clock.now())
        )
        row = await cursor.fetchone()
        assert row is not None
        return row[0]


class Mortal(OAuthClient):
    """Fanvue's sign-in, as a worker sees it who may die, or whose answer may be lost."""

    harm: Callable[[str], None]

    async def refresh(self, refresh_token: str) -> Tokens:
        self.harm("before the exchange")
        pair = await super().refresh(refresh_token)
        self.harm("after the exchange")
        return pair


class Enough(BaseException):
    """There were as many exchanges as there should be."""


class World:
    def __init__(self, project: Project, repeats: Literal["same", "new"], seed: int) -> None:
        self.rng, self.clock, self.dsn = Random(seed), Clock(), project.dsn
        self.platform = FanvuePlatform(seed=seed, now=self.clock.now)
        self.platform.sign_in.repeats = repeats
        # Exchanged ten minutes before its end: once a minute.
        self.platform.sign_in.access_seconds = 660
        self.deaths: Counter[str] = Counter()
        self.died_at: list[float] = []
        self.creators = [self.platform.add_creator(f"c{each}") for each in range(CREATORS)]
        for creator in self.creators:
            project.value(
                "select private.connect_creator(%s, %s, '', %s, %s)", creator.uuid,
                creator.handle, Jsonb(self.platform.sign_in.pair_for(creator)), START,
            )  # fmt: skip

    def harm(self, point: str) -> None:
        chances = {
            "before the exchange": DIE_BEFORE,
            "after the exchange": DIE_AFTER,
            "after the store": DIE_STORED,
        }
        lately = [at for at in self.died_at[-MOST_DEATHS:] if at > self.clock.seconds - OF_SECONDS]
        if len(lately) < MOST_DEATHS and self.rng.random() < chances.get(point, 0):
            self.deaths[point] += 1
            self.died_at.append(self.clock.seconds)
            raise Killed
        if point == "after the exchange" and self.rng.random() < LOST_ANSWER:
            raise FanvueUnavailable("the answer was lost")
        if point in ("before the store", "after the store") and self.rng.random() < LOST_STORE:
            raise DatabaseUnavailable("store_tokens")

    async def worker(self, number: int) -> None:
        """Live, die, and come back as another."""
        self.clock.enter()
        async with AsyncExitStack() as exits:
            connection = await exits.enter_async_context(
                await psycopg.AsyncConnection.connect(self.dsn, autocommit=True)
            )
            oauth = Mortal(
                CLIENT_ID, CLIENT_SECRET, auth_url="http://fanvue", timeout=60,
                transport=httpx.ASGITransport(self.platform.app),
            )  # fmt: skip
            oauth.harm = self.harm
            exits.push_async_callback(oauth.aclose)
            for life in count():
                rpc: Any = Rpc(connection, self.clock, self.harm)
                tokens = ConnectionTokens(
                    rpc, oauth, f"worker {number}, life {life}",
                    clock=self.clock.monotonic, sleep=self.sleep,
                    jitter=self.rng.random,
                )  # fmt: skip
                try:
                    await (tokens.keep() if number % 2 else self.send(tokens))
                except Killed:
                    await self.clock.sleep(self.rng.uniform(0, 5))
                except Enough:
                    break
        self.clock.leave()

    async def send(self, tokens: ConnectionTokens) -> None:
        """Need a token now and then, and be refused with it now and then."""
        while True:
            await self.sleep(self.rng.uniform(0, 20))
            creator = self.rng.choice(self.creators)
            token = await tokens.token(creator.uuid)
            assert self.platform.sign_in.owner_of(token) == creator
            if self.rng.random() < REFUSED:
                other = await tokens.renewed(creator.uuid, token)
                assert other != token
                assert self.platform.sign_in.owner_of(str(other)) == creator

    async def sleep(self, seconds: float) -> None:
        if self.platform.sign_in.refreshes >= REFRESHES:
            raise Enough
        await self.clock.sleep(seconds)


@pytest.mark.parametrize(("repeats", "seed"), [("new", 1), ("same", 2)])
async def test_a_thousand_exchanges_by_ten_workers_lose_nobody(
    project: Project, repeats: Literal["same", "new"], seed: int
) -> None:
    world = World(project, repeats, seed)
    try:
        await asyncio.gather(*(world.worker(number) for number in range(WORKERS)))
        states = project.rows("select distinct state from creator_connections")
    finally:
        project.execute("delete from creator_connections")
    sign_in = world.platform.sign_in
    assert (sign_in.refreshes >= REFRESHES, sign_in.reuses) == (True, 0)
    assert states == [{"state": "connected"}]
    # Else the test would be about nothing.
    assert min(world.deaths.values()) > 10
    assert len(world.deaths) == 3


async def test_a_worker_that_kept_no_turn_would_be_found_out(project: Project) -> None:
    """The same with leases that nobody has: the stand-in does notice."""
    world = World(project, "new", 3)
    creator = world.creators[0]
    pair = world.platform.sign_in.pair_for(creator)
    oauth = OAuthClient(
        CLIENT_ID, CLIENT_SECRET, auth_url="http://fanvue",
        transport=httpx.ASGITransport(world.platform.app),
    )  # fmt: skip
    first = await oauth.refresh(str(pair["refresh_token"]))
    world.clock.seconds += 31
    with pytest.raises(Exception, match="invalid_grant"):
        await oauth.refresh(str(pair["refresh_token"]))
    assert world.platform.sign_in.reuses == 1
    assert world.platform.sign_in.owner_of(first.access_token) is None
    project.execute("delete from creator_connections")
