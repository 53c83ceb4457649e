"""
Stand in for Supabase's REST gateway: `/rest/v1/rpc/NAME`, as PostgREST 14 answers it.

Serves what supabase-py's `rpc()` can ask for, and tables and views to be read: no writing to them,
no embedding, no OpenAPI; a table that is not there is Postgres's error and not PGRST205.
tests/contract/test_postgrest.py holds it to transcripts of PostgREST 14.17. Known differences:
reason phrases are the HTTP server's own, an error with SQLSTATE 42P05 does not end the process,
and the retries of 40001 and 40P01 have a bound (see `Database.run`).
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

import psycopg
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from devstack.postgrest_answer import check, shape
from devstack.postgrest_database import Database
from devstack.postgrest_errors import Answer, ApiError, from_database
from devstack.postgrest_jwt import TokenRules
from devstack.postgrest_plan import Settings, plan
from devstack.postgrest_request import Incoming


def rest_app(
    dsn: str,
    *,
    jwt_secret: str,
    schemas: Sequence[str] = ("public",),
    anon_role: str | None = "anon",
    jwt_audience: str | None = None,
    extra_search_path: Sequence[str] = ("public",),
    max_rows: int | None = 1000,
    app_settings: Mapping[str, str] | None = None,
    pool_size: int = 10,
    pool_timeout: float = 10.0,
    max_retries: int = 1000,
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """
    Make the gateway; `dsn` logs in as `authenticator`, `pool_timeout` is in seconds.

    Mount it at /rest/v1. Starlette does not run the lifespan of a mounted application: the
    parent enters `app.router.lifespan_context(app)` in its own.
    """
    settings = Settings(
        tuple(schemas),
        tuple(extra_search_path),
        max_rows,
        tuple((app_settings or {}).items()),
        TokenRules(jwt_secret, jwt_audience, anon_role),
    )
    gateway = Gateway(settings, clock)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with Database(
            dsn, schemas=schemas, size=pool_size, timeout=pool_timeout, retries=max_retries
        ) as gateway.database:
            yield

    return Starlette(routes=[Route("/{path:path}", gateway)], lifespan=lifespan)


class Gateway:
    """The ASGI application behind the one route; errors in functions never get past it."""

    database: Database | None = None

    def __init__(self, settings: Settings, clock: Callable[[], float]) -> None:
        self._settings, self._clock = settings, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            answer = await self._answer(request)
        except ApiError as error:
            answer = error.answer()
        await _send(answer, request.method, send)

    async def _answer(self, request: Request) -> Answer:
        incoming = Incoming(
            request.method, _path(request.scope), request.url.query, _headers(request),
            await request.body(),
        )  # fmt: skip
        tokens = self._settings.tokens
        # PostgREST asks who calls before anything else, even with the database away.
        caller = tokens.identify(incoming.header("authorization"), self._clock())
        if self.database is None:
            raise RuntimeError("the gateway's lifespan is not running (see rest_app)")
        catalogue = self.database.catalogue
        if catalogue is None:
            message = "Could not query the database for the schema cache. Retrying."
            raise ApiError(503, "PGRST002", message)
        planned = plan(incoming, caller, catalogue, self._settings)
        try:
            result = await self.database.run(
                planned.transaction, lambda result: check(planned, result), request.is_disconnected
            )
        except psycopg.Error as error:
            raise from_database(error, anonymous=caller.role == tokens.anon_role) from error
        return shape(planned, result)


def _path(scope: Scope) -> str:
    """Return the path as it came, less what the application is mounted under."""
    raw = scope.get("raw_path") or scope["path"].encode()
    return str(raw.decode("latin-1")).removeprefix(scope.get("root_path", ""))


def _headers(request: Request) -> tuple[tuple[str, str], ...]:
    raw = request.headers.raw
    return tuple(
        (name.decode("latin-1").lower(), value.decode(errors="replace")) for name, value in raw
    )


async def _send(answer: Answer, method: str, send: Send) -> None:
    # A function may name any status; HTTP servers send none outside 200 to 999.
    status = answer.status if 200 <= answer.status <= 999 else 500
    headers = list(answer.headers)
    if status == 503:
        headers.append(("retry-after", "0"))
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(name.encode(), value.encode()) for name, value in headers],
        }
    )
    bodiless = method == "HEAD" or status in (204, 304)
    await send({"type": "http.response.body", "body": b"" if bodiless else answer.body})
