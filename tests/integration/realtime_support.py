"""Run the Realtime stand-in on loopback, and wait for conditions instead of sleeping."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import psycopg
import uvicorn
from psycopg.types.json import Jsonb
from starlette.applications import Starlette

from devstack.postgres import free_port
from devstack.realtime import Realtime, Timings

SECRET = "sb_secret_of_the_tests"
QUICK = Timings(join_error=0.01, handshake_error=0.0, replication_start=0.02)


class Keys:
    """The gateway's part: what a key or token stands for. Tests change it while it serves."""

    def __init__(self) -> None:
        self.known: dict[str, dict[str, Any]] = {SECRET: claims("service_role")}

    def __call__(self, token: str) -> Mapping[str, Any]:
        if token not in self.known:
            raise ValueError("JwtSignatureError: Failed to validate JWT signature")
        return self.known[token]


def claims(role: str, *, seconds: float = 3600.0) -> dict[str, Any]:
    return {"role": role, "exp": time.time() + seconds}


class Clock:
    """Whole epoch seconds that stand still until a test moves them; `reads` counts the looks."""

    def __init__(self) -> None:
        self.now = float(int(time.time()))
        self.reads = 0

    def __call__(self) -> float:
        self.reads += 1
        return self.now


class Site:
    """A place on loopback where a stand-in is served, stopped and served again."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.keys = Keys()
        self.port = free_port()
        self.realtime = self._make({})
        self._server: uvicorn.Server | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, **options: Any) -> None:
        self.realtime = self._make(options)
        app = Starlette(routes=[self.realtime.route])
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="critical")
        self._server = _Server(config)
        self._task = asyncio.create_task(self._server.serve())
        await until(lambda: self._server is not None and self._server.started)

    async def stop(self) -> None:
        """Refuse new connections and close the open ones, as a server that is shut down does."""
        if self._server and self._task:
            self._server.should_exit = True
            # A frozen connection never ends by itself.
            self._server.force_exit = True
            await self._task
            await self.realtime.stop()
        self._server = None

    def _make(self, options: Mapping[str, Any]) -> Realtime:
        defaults = {"resolve_token": self.keys, "timings": QUICK}
        return Realtime(self.dsn, **{**defaults, **options})

    async def send(self, payload: Mapping[str, Any], *, private: bool = True) -> None:
        """Send a nudge as the database does, in a transaction of its own."""
        async with await psycopg.AsyncConnection.connect(self.dsn) as connection:
            await connection.execute(
                "select realtime.send(%s, 'nudge', 'jobs', %s)", [Jsonb(dict(payload)), private]
            )


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # The test runner keeps its own handlers.
        yield


@asynccontextmanager
async def serving(dsn: str, **options: Any) -> AsyncIterator[Site]:
    site = Site(dsn)
    await site.start(**options)
    try:
        yield site
    finally:
        await site.stop()


async def until(condition: Callable[[], object], *, within: float = 15.0) -> None:
    """Wait for a condition; the bound is generous, since only a failing test reaches it."""
    try:
        async with asyncio.timeout(within):
            # Polled, since what is waited for lies in several programs' hands.
            while not condition():
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError("what the test waits for did not happen") from None


def prepare(superuser_dsn: str) -> None:
    """Make the role and the policy that fanpace's migrations make."""
    # As postgres, who owns the role then: roles are the server's, and the migrations of other
    # tests must be able to grant it.
    with psycopg.connect(superuser_dsn, user="postgres") as connection:
        connection.execute(
            "do $$ begin if to_regrole('jobs_worker') is null then"
            " create role jobs_worker nologin noinherit; end if; end $$"
        )
        connection.execute("grant usage on schema realtime to jobs_worker")
        connection.execute("grant select on realtime.messages to jobs_worker")
        connection.execute(
            "create policy jobs_worker_receives on realtime.messages for select to jobs_worker"
            " using ((select realtime.topic()) = 'jobs' and extension = 'broadcast')"
        )
