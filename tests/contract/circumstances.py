"""
Bring about what a transcript's name says was so when it was recorded.

Most records need nothing. The others were made under a lock, between DDL and a reload, with
another request under way, or with the database away.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace

import httpx
import psycopg
from starlette.applications import Starlette

from devstack import postgres
from tests.contract.transcripts import Record

AWAY = "away"


@dataclass(frozen=True)
class Stage:
    """What a circumstance can be made with."""

    record: Record
    app: Starlette
    """The running gateway that the record names."""
    start: Callable[[str], AbstractAsyncContextManager[Starlette]]
    """Run one more gateway like it, on the database named."""
    server: postgres.Server
    owner: psycopg.Connection


async def send(app: Starlette, record: Record) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        return await client.send(record.to_request())


async def replay(stage: Stage) -> httpx.Response:
    """Send the record's request under its circumstances."""
    name = stage.record.name
    for start, circumstance in CIRCUMSTANCES.items():
        if name.startswith(start):
            return await circumstance(stage)
    return await send(stage.app, stage.record)


async def _under_a_lock(stage: Stage) -> httpx.Response:
    with _locked(stage, "select 1 from films where id = 1 for update"):
        return await send(stage.app, stage.record)


async def _around_a_reload(stage: Stage) -> httpx.Response:
    async def reload(*, known: bool) -> None:
        stage.owner.execute("notify pgrst, 'reload schema'")
        await _until(stage, stage.app, "f_late", lambda code: (code != "PGRST202") == known)

    is_after = stage.record.name.endswith("after_reload")
    try:
        stage.owner.execute("create function f_late() returns int language sql as 'select 1'")
        if is_after or "dropped" in stage.record.name:
            await reload(known=True)
        if "dropped" in stage.record.name:
            stage.owner.execute("drop function f_late")
            if is_after:
                await reload(known=False)
        return await send(stage.app, stage.record)
    finally:
        stage.owner.execute("drop function if exists f_late")
        await reload(known=False)


async def _with_the_pool_busy(stage: Stage) -> httpx.Response:
    stage.owner.execute("update counters set n = 0")
    with _locked(stage, "select 1 from counters for update"):
        other = asyncio.create_task(
            send(stage.app, _calling(stage, "f_lockpair", first=1, second=2))
        )
        await _until_waiting(stage, "wait_event_type = 'Lock'")
        response = await send(stage.app, stage.record)
    assert (await other).status_code == 200
    return response


async def _after_its_backend_was_terminated(stage: Stage) -> httpx.Response:
    """The number at the end says which request after the termination the record is."""
    async with stage.start(stage.owner.info.dbname) as app:
        before = _backends(stage)
        await send(app, stage.record)
        for backend in _backends(stage) - before:
            stage.owner.execute("select pg_terminate_backend(%s)", [backend])
        responses = [await send(app, stage.record) for _ in range(int(stage.record.name[-1]))]
    return responses[-1]


async def _with_a_rival(stage: Stage) -> httpx.Response:
    """Two requests change the same rows; the name says which of them the record is."""
    stage.owner.execute("update counters set n = 0")
    body = json.loads(str(stage.record.request["body"]))
    rival = replace(
        stage.record, request={**stage.record.request, "body": json.dumps(_swapped(body))}
    )
    is_second = stage.record.name.endswith("second")
    first, second = (rival, stage.record) if is_second else (stage.record, rival)
    task = asyncio.create_task(send(stage.app, first))
    await _until_waiting(stage, "wait_event = 'PgSleep'")
    responses = [await send(stage.app, second), await task]
    return responses[0] if is_second else responses[1]


async def _with_the_database_away(stage: Stage) -> httpx.Response:
    name = stage.record.name
    async with _small_database(stage) as allow:
        if name.startswith("no_schema_cache"):
            allow(False)
            async with stage.start(AWAY) as app:
                return await send(app, stage.record)
        async with stage.start(AWAY) as app:
            if name.startswith("db_down_") and not name.endswith("before"):
                allow(False)
                await _until(stage, app, "f_int", lambda code: code == "PGRST002")
            if name.startswith("db_up"):
                allow(False)
                await _until(stage, app, "f_int", lambda code: code == "PGRST002")
                allow(True)
                await _until(stage, app, "f_int", lambda code: code is None)
            return await send(app, stage.record)


CIRCUMSTANCES: dict[str, Callable[[Stage], Awaitable[httpx.Response]]] = {
    "lock_timeout": _under_a_lock,
    "cache_": _around_a_reload,
    "pool_timeout_after": lambda stage: send(stage.app, stage.record),
    "pool_timeout": _with_the_pool_busy,
    "after_backends_terminated": _after_its_backend_was_terminated,
    "deadlock_real": _with_a_rival,
    "serialization_real": _with_a_rival,
    "readcommitted_lost_update": _with_a_rival,
    "db_down": _with_the_database_away,
    "db_up": _with_the_database_away,
    "no_schema_cache": _with_the_database_away,
}


@contextmanager
def _locked(stage: Stage, sql: str) -> Iterator[None]:
    with psycopg.connect(stage.server.dsn(stage.owner.info.dbname, "postgres")) as connection:
        connection.execute(sql.encode())
        yield


@asynccontextmanager
async def _small_database(stage: Stage) -> AsyncIterator[Callable[[bool], None]]:
    """A database that can be taken away: with connections refused it might as well be down."""

    def allow(allowed: bool) -> None:
        stage.owner.execute(
            f"alter database {AWAY} allow_connections {str(allowed).lower()}".encode()
        )
        if not allowed:
            stage.owner.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [AWAY]
            )

    stage.owner.execute(f"create database {AWAY}".encode())
    try:
        with psycopg.connect(stage.server.dsn(AWAY, "postgres")) as connection:
            connection.execute("create function f_int() returns int language sql as 'select 42'")
        yield allow
    finally:
        stage.owner.execute(f"drop database {AWAY} with (force)".encode())


def _calling(stage: Stage, function: str, **arguments: object) -> Record:
    request = {
        "method": "POST",
        "path": f"/rpc/{function}",
        "headers": {"Content-Type": "application/json", "Authorization": "Bearer <jwt:auth>"},
        "body": json.dumps(arguments),
    }
    return replace(stage.record, request=request)


def _swapped(body: dict[str, object]) -> dict[str, object]:
    return dict(zip(body, reversed(body.values()), strict=True))


def _backends(stage: Stage) -> set[int]:
    rows = stage.owner.execute(
        "select pid from pg_stat_activity where application_name = 'postgrest'"
    )
    return {int(row[0]) for row in rows}


async def _until(
    stage: Stage, app: Starlette, function: str, seen: Callable[[str | None], bool]
) -> None:
    """Ask until the answer's error code is as wanted; None means that there is no error."""
    probe = _calling(stage, function)
    while True:
        response = await send(app, probe)
        if seen(None if response.is_success else response.json()["code"]):
            return
        await asyncio.sleep(0.01)


async def _until_waiting(stage: Stage, condition: str) -> None:
    sql = f"select from pg_stat_activity where application_name = 'postgrest' and {condition}"
    while stage.owner.execute(sql.encode()).fetchone() is None:
        await asyncio.sleep(0.01)
