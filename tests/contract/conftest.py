"""
Fixtures for the contract of the REST stand-in: the database of the transcripts, two gateways.

Gateways `a` and `b` are configured as the transcripts' first line says.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.types import ASGIApp

from devstack import postgres
from devstack.postgrest import rest_app
from tests.contract.transcripts import SECRET, token

DATA = Path(__file__).parent.parent / "data"
OWNER = "postgres"
DATABASE = "pgrst"


@pytest.fixture(scope="session")
def reference() -> Iterator[postgres.Server]:
    """A server of its own: the set-up makes roles, and a role that owns it called `postgres`."""
    with postgres.running() as server:
        with psycopg.connect(server.dsn(), autocommit=True) as admin:
            admin.execute(f"create role {OWNER} superuser login")
            admin.execute(f"create database {DATABASE} owner {OWNER}")
        lines = (DATA / "postgrest_setup.sql").read_text().splitlines(keepends=True)
        with psycopg.connect(server.dsn(DATABASE, OWNER)) as owner:
            owner.execute("".join(line for line in lines if not line.startswith("\\")).encode())
        yield server


@pytest.fixture(scope="session")
def owner(reference: postgres.Server) -> Iterator[psycopg.Connection]:
    """A connection that looks past the gateway."""
    with psycopg.connect(reference.dsn(DATABASE, OWNER), autocommit=True) as connection:
        yield connection


@asynccontextmanager
async def run_gateway(
    name: str, server: postgres.Server, database: str = DATABASE, **settings: Any
) -> AsyncIterator[Starlette]:
    """Run gateway `a` or `b`, with settings that differ from the recorded ones if any are given."""
    recorded: dict[str, dict[str, Any]] = {
        "a": {"schemas": ("public", "api")},
        # The real one waited for 1 s; nothing here depends on how long it is.
        "b": {"anon_role": None, "jwt_audience": "authenticated", "pool_size": 1,
              "pool_timeout": 0.2},
    }  # fmt: skip
    app = rest_app(
        server.dsn(database, "authenticator"),
        jwt_secret=SECRET,
        app_settings={"app.settings.foo": "bar"},
        **{**recorded[name], **settings},
    )
    async with app.router.lifespan_context(app):
        yield app


@asynccontextmanager
async def client_of(app: ASGIApp) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an application in this process, signed in as the transcripts' user."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://gateway",
        headers={"Authorization": f"Bearer {token('auth', None)}"},
    ) as client:
        yield client


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def gateways(reference: postgres.Server) -> AsyncIterator[dict[str, Starlette]]:
    """Both gateways, running."""
    async with run_gateway("a", reference) as a, run_gateway("b", reference) as b:
        yield {"a": a, "b": b}
