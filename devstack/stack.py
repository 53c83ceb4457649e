"""
Bring up everything that fanpace needs, on loopback, in one process and a few children.

PostgreSQL, the REST gateway, Realtime, pg_cron's stand-in, the edge function in the real Deno,
Fanvue and a model. The worker and the function meet them through ordinary environment variables
only.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
import psycopg
from psycopg.types.json import Jsonb
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from devstack import database, postgres
from devstack.auth import auth_app
from devstack.cron import Cron
from devstack.fanvue import Families, FanvuePlatform
from devstack.fanvue_records import Creator
from devstack.functions import EdgeFunction
from devstack.keys import Keys, SwapKeys, make_keys, mint, planted
from devstack.model import ScriptedModel
from devstack.postgrest import rest_app
from devstack.realtime import Realtime
from devstack.serve import serving

ROOT = Path(__file__).parent.parent
DATABASE = "fanpace"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
DISCLOSURE = (
    "Hey, so you know: messages here are written by an AI assistant on behalf of {name}, "
    "who reads along when it matters."
)


@dataclass
class Stack:
    """What is running, and how to reach it."""

    server: postgres.Server
    keys: Keys
    url: str
    """Supabase's base URL: /rest/v1, /auth/v1, /realtime/v1, /functions/v1."""
    fanvue_url: str
    model_url: str
    platform: FanvuePlatform
    model: ScriptedModel
    realtime: Realtime
    cron: Cron
    function: EdgeFunction
    creator: Creator
    gateway: ASGIApp
    """What `url` serves, without its lifespan, for whoever wants another door to it."""
    log_lines: list[str] = field(default_factory=list)
    model_key: str = field(default_factory=planted, repr=False)

    @property
    def dsn(self) -> str:
        """The database as its owner `postgres`."""
        return self.server.dsn(DATABASE, "postgres")

    def worker_environment(self, **more: str) -> dict[str, str]:
        """All that a worker needs to meet this stack; variables of the caller's are not passed."""
        return {
            **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
            "SUPABASE_URL": self.url,
            "SUPABASE_KEY": self.keys.secret,
            "FANVUE_BASE_URL": self.fanvue_url,
            "FANVUE_TOKEN": self.creator.token,
            "OPENAI_BASE_URL": f"{self.model_url}/v1",
            "OPENAI_API_KEY": self.model_key,
            "OPENAI_MODEL": "scripted",
            "WORKER_GRACE": "10",
            "PYTHONUNBUFFERED": "1",
            **more,
        }

    def token(self, role: str) -> str:
        """A token of `role`, signed with the project's key."""
        return _token(self.keys, role)

    def add_creator(self, handle: str, pacing: Mapping[str, float] | None = None) -> Creator:
        """Add another creator, in `auto` mode, to the platform and to the database."""
        creator = self.platform.add_creator(handle, handle.title(), token=planted())
        _add_creator(self.dsn, creator, pacing)
        return creator

    @property
    def worker_command(self) -> list[str]:
        return [sys.executable, "-m", "worker"]


@asynccontextmanager
async def running(
    *,
    pacing: Mapping[str, float] | None = None,
    family: Families = "envelope",
    model_latency: float = 0.4,
    seed: int = 0,
    port: int | None = None,
    database_settings: Mapping[str, str] | None = None,
    server: postgres.Server | None = None,
    begin_with: Path | None = None,
) -> AsyncIterator[Stack]:
    """
    Run the stack with one creator in `auto` mode, for as long as the context lasts.

    `pacing` is the creator's pacing_config (None: the plan's); `database_settings` are
    PostgreSQL's. A `server` that runs already is used as it is, and keeps the database.
    `begin_with` is the folder of a server that has the migrated database already.
    """
    async with AsyncExitStack() as exits:
        server = server or exits.enter_context(
            postgres.running(database_settings, begin_with=begin_with)
        )
        if begin_with is None:
            database.push(database.create(server, DATABASE))
        dsn = server.dsn(DATABASE, "postgres")

        keys = make_keys(issued_at=int(time.time()))
        realtime = Realtime(server.dsn(DATABASE), lambda key: _claims(keys, key))
        rest = rest_app(server.dsn(DATABASE, "authenticator"), jwt_secret=keys.jwt_secret)
        # The function needs the gateway's address and the gateway the function's.
        function: list[EdgeFunction] = []

        @asynccontextmanager
        async def lifespan(_: Starlette) -> AsyncIterator[None]:
            async with rest.router.lifespan_context(rest):
                yield

        async def webhook(request: Request) -> Response:
            return await function[0].proxy(request)

        gateway = SwapKeys(
            Starlette(
                routes=[
                    Mount("/rest/v1", rest),
                    Mount("/auth/v1", auth_app(server.dsn(DATABASE), keys.jwt_secret)),
                    realtime.route,
                    Route("/functions/v1/fanvue-webhook", webhook, methods=METHODS),
                ],
                lifespan=lifespan,
            ),
            keys,
        )
        url = await exits.enter_async_context(serving(gateway, port))
        exits.push_async_callback(realtime.stop)

        platform = FanvuePlatform(
            seed=seed,
            webhook_url=f"{url}/functions/v1/fanvue-webhook",
            webhook_secret=planted(),
            family=family,
        )
        log_lines: list[str] = []
        function.append(
            exits.enter_context(
                EdgeFunction(
                    {
                        "FANVUE_WEBHOOK_SECRETS": platform.webhooks.secret,
                        "SUPABASE_URL": url,
                        "SUPABASE_PUBLISHABLE_KEY": keys.publishable,
                        "WEBHOOK_JWT": _token(keys, "webhook_ingest"),
                    },
                    log=log_lines.append,
                )
            )
        )
        creator = platform.add_creator("luna", "Luna", token=planted())
        fanvue_url = await exits.enter_async_context(serving(platform.app))
        await platform.start()
        exits.push_async_callback(platform.stop)
        model = ScriptedModel(latency=model_latency, seed=seed)
        model_url = await exits.enter_async_context(serving(model.app))
        cron = Cron(dsn)
        await cron.start()
        exits.push_async_callback(cron.stop)

        _add_creator(dsn, creator, pacing)
        yield Stack(
            server, keys, url, fanvue_url, model_url, platform, model, realtime, cron,
            function[0], creator, gateway, log_lines,
        )  # fmt: skip


def _token(keys: Keys, role: str) -> str:
    return mint(keys.jwt_secret, role, issued_at=int(time.time()))


def _claims(keys: Keys, key: str) -> dict[str, Any]:
    """Verify an opaque key or a token, as Realtime does."""
    try:
        claims: dict[str, Any] = jwt.decode(
            keys.token(key) or key, keys.jwt_secret, algorithms=["HS256"]
        )
    except jwt.InvalidTokenError as error:
        raise ValueError(f"InvalidJWTToken: {error}") from error
    return claims


def _add_creator(dsn: str, creator: Creator, pacing: Mapping[str, float] | None) -> None:
    with psycopg.connect(dsn) as owner:
        owner.execute(
            "insert into public.creators"
            " (platform_uuid, display_name, persona, automation, disclosure, pacing_config)"
            " values (%s, %s, %s, 'auto', %s, coalesce(%s, private.default_pacing_config()))",
            (
                creator.uuid,
                creator.display_name,
                "Warm, curious, a little teasing. Loves hiking, film photography and bad puns.",
                DISCLOSURE.format(name=creator.display_name),
                Jsonb(dict(pacing)) if pacing is not None else None,
            ),
        )
