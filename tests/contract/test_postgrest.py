"""Replay recorded transcripts of PostgREST 14.17 against the stand-in, one test a record."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any

import httpx
import psycopg
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from devstack import postgres
from tests.contract import circumstances, transcripts
from tests.contract.circumstances import Stage
from tests.contract.conftest import client_of, run_gateway
from tests.contract.transcripts import Record

RECORDS = transcripts.read()
FITTING = [record for record in RECORDS if record.why_out is None]
OUTSIDE = [record for record in RECORDS if record.why_out is not None]

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.skipif(transcripts.FILE != transcripts.OURS, reason="counts our own records")
async def test_all_records_but_one_fit_what_the_stand_in_serves() -> None:
    assert len(RECORDS) == 502
    assert len(FITTING) == 501
    assert [record.name for record in OUTSIDE] == ["setof_post_select=title,directors(name)"]


@pytest.mark.parametrize("record", FITTING, ids=lambda record: record.name)
async def test_the_stand_in_answers_as_postgrest_did(
    record: Record,
    gateways: dict[str, Starlette],
    reference: postgres.Server,
    owner: psycopg.Connection,
) -> None:
    owner.execute("select private.reset_data()")
    stage = Stage(
        record,
        gateways[record.server],
        lambda database: run_gateway(record.server, reference, database),
        reference,
        owner,
    )
    async with asyncio.timeout(20):
        response = await circumstances.replay(stage)
    assert record.differences(response) == {}
    if record.db_after is not None:
        rows = owner.execute(str(record.db_after["sql"]).encode()).fetchall()
        assert [list(row) for row in rows] == record.db_after["rows"]


Ask = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
def ask(gateways: dict[str, Starlette]) -> Ask:
    """Call gateway `a` as an authenticated user."""

    async def call(method: str, path: str, **arguments: Any) -> httpx.Response:
        async with client_of(gateways["a"]) as client:
            return await client.request(method, path, **arguments)

    return call


async def test_an_error_that_ends_the_real_process_leaves_this_one_answering(ask: Ask) -> None:
    error = await ask("POST", "/rpc/f_raise", json={"p_code": "42P05"})
    assert (error.status_code, error.json()["code"]) == (400, "42P05")
    assert (await ask("POST", "/rpc/f_int", json={})).json() == 42


async def test_a_session_that_ends_inside_a_call_leaves_the_next_call_whole(ask: Ask) -> None:
    killed = await ask("POST", "/rpc/f_kill_self", json={})
    assert (killed.status_code, killed.headers["retry-after"]) == (503, "0")
    assert (await ask("POST", "/rpc/f_int", json={})).json() == 42


async def test_get_and_head_call_functions_read_only(ask: Ask) -> None:
    assert (await ask("GET", "/rpc/f_add", params={"a": 1, "b": 2})).json() == 3
    head = await ask("HEAD", "/rpc/f_setof_int", params={"n": 3})
    assert (head.status_code, head.headers["content-range"], head.content) == (200, "0-2/*", b"")
    refused = await ask("GET", "/rpc/f_volatile_write", params={"p_name": "new"})
    assert (refused.status_code, refused.json()["code"]) == (405, "25006")


async def test_the_range_header_counts_on_get_and_not_on_post(ask: Ask) -> None:
    ranged = {"Range": "1-1", "Prefer": "count=exact"}
    got = await ask("GET", "/rpc/f_setof_int", params={"n": 3}, headers=ranged)
    assert (got.status_code, got.headers["content-range"], got.json()) == (206, "1-1/3", [2])
    posted = await ask("POST", "/rpc/f_setof_int", json={"n": 3}, headers=ranged)
    assert (posted.status_code, posted.json()) == (200, [1, 2, 3])


async def test_overloads_that_argument_names_cannot_tell_apart_are_refused(ask: Ask) -> None:
    response = await ask("POST", "/rpc/f_amb", json={"a": 1})
    assert (response.status_code, response.json()["code"]) == (300, "PGRST203")
    assert "f_amb(a => integer), public.f_amb(a => text)" in response.json()["message"]


async def test_tables_are_read_and_not_written(ask: Ask, owner: psycopg.Connection) -> None:
    owner.execute("create table if not exists public.seen_rows (id int, name text)")
    owner.execute("truncate public.seen_rows")
    owner.execute("insert into public.seen_rows values (1, 'ada'), (2, 'bob'), (3, 'cleo')")
    owner.execute("grant select on public.seen_rows to public")
    query = {"select": "name", "id": "gt.1", "order": "id.desc", "limit": 1}
    read = await ask("GET", "/seen_rows", params=query)
    assert (read.status_code, read.json()) == (200, [{"name": "cleo"}])
    owner.execute("revoke select on public.seen_rows from public")
    refused = await ask("GET", "/seen_rows")
    assert refused.json()["code"] == "42501"
    written = await ask("POST", "/seen_rows", json={"id": 4})
    assert (written.status_code, written.json()["code"]) == (501, "PGRST127")
    owner.execute("drop table public.seen_rows")


async def test_retries_end_at_their_bound_and_answer_500(
    reference: postgres.Server, owner: psycopg.Connection
) -> None:
    owner.execute("select private.reset_data()")
    async with run_gateway("a", reference, max_retries=3) as app, client_of(app) as client:
        body = {"p_code": "40001", "p_fail_times": 100}
        response = await client.post("/rpc/f_flaky", json=body)
    assert (response.status_code, response.json()["code"]) == (500, "40001")
    assert owner.execute("select last_value from private.attempts").fetchone() == (4,)


async def test_retries_end_when_the_client_has_gone(
    reference: postgres.Server, owner: psycopg.Connection
) -> None:
    owner.execute("select private.reset_data()")
    body = b'{"p_code": "40001", "p_fail_times": 100}'
    events: Iterator[dict[str, object]] = iter(
        [{"type": "http.request", "body": body}, {"type": "http.disconnect"}]
    )
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return next(events)

    async def keep(message: MutableMapping[str, object]) -> None:
        sent.append(dict(message))

    authorization = f"Bearer {transcripts.token('auth', None)}".encode()
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/rpc/f_flaky",
        "query_string": b"",
        "headers": [(b"authorization", authorization)],
    }
    async with run_gateway("a", reference) as app:
        await app(scope, receive, keep)
    assert sent[0]["status"] == 500
    assert owner.execute("select last_value from private.attempts").fetchone() == (1,)


async def test_a_mounted_gateway_shows_functions_the_path_without_the_mount(
    reference: postgres.Server,
) -> None:
    async with run_gateway("a", reference) as app:
        parent = Starlette(routes=[Mount("/rest/v1", app)])
        async with client_of(parent) as client:
            response = await client.post("/rest/v1/rpc/f_ctx", json={})
    assert response.json()["path"] == "/rpc/f_ctx"
