"""
The edge function in front of the database, beside the least that a webhook can do.

Both run in the real Deno and reach the database through the REST gateway. The bare handler
verifies the signature and inserts one row. Load is made by a third Deno; the gateway is devstack's,
in Python, and slower than Supabase's: the ratio says more than the figures.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import deno  # type: ignore[import-untyped]
import psycopg

from bench.plan import Plan
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn
from devstack import database, stack

PROGRAMS = Path(__file__).parent / "webhook_programs"
CONNECTIONS = 8
METRICS = (
    Metric("throughput", "requests/s", "more"),
    Metric("p50", "ms", "less"),
    Metric("p99", "ms", "less"),
)


async def measure(plan: Plan) -> list[Measured]:
    seconds = 1 if plan.smoke else 3 if plan.quick else 8
    note = f"{CONNECTIONS} connections"
    sides = [
        Side(
            "bare Deno handler", "signature, one insert", partial(once, plan, seconds, True), note
        ),
        Side(FANPACE, "edge function", partial(once, plan, seconds, False), note),
    ]
    return await in_turn(plan, "webhook", sides, METRICS)


async def once(plan: Plan, seconds: float, bare: bool, number: int) -> Mapping[str, float]:
    database.drop(plan.server, stack.DATABASE)
    try:
        async with stack.running(seed=plan.seed, server=plan.server) as up:
            if not bare:
                return await _load(up, up.function.url, seconds)
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                connection.execute(
                    "create table public.bench_events (id bigint generated always as identity"
                    " primary key, event_id text not null unique, event jsonb not null)"
                )
                connection.execute(
                    "create function public.bench_insert(event jsonb) returns void language sql"
                    " security definer set search_path = '' as $$ insert into public.bench_events"
                    " (event_id, event) values (event ->> 'id', event) $$"
                )
                connection.execute("grant execute on function bench_insert to service_role")
                connection.execute("notify pgrst, 'reload schema'")
            async with _bare(up) as url:
                return await _load(up, url, seconds)
    finally:
        database.drop(plan.server, stack.DATABASE)


@asynccontextmanager
async def _bare(up: stack.Stack) -> AsyncIterator[str]:
    """Run the bare handler; yield where it answers."""
    process = await asyncio.create_subprocess_exec(
        deno.find_deno_bin(), "run", "--quiet", "--allow-net", "--allow-env",
        str(PROGRAMS / "bare.js"),
        env={
            **_environment(), "SUPABASE_URL": up.url, "KEY": up.keys.secret,
            "TOKEN": up.token("service_role"), "SECRET": up.platform.webhooks.secret,
        },
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), 30)
        yield f"http://127.0.0.1:{json.loads(line)['port']}"
    finally:
        process.terminate()
        await process.wait()


async def _load(up: stack.Stack, url: str, seconds: float) -> Mapping[str, float]:
    asked = {
        "url": url, "secret": up.platform.webhooks.secret, "creator": up.creator.uuid,
        "connections": CONNECTIONS, "seconds": seconds, "fans": 1000,
    }  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        deno.find_deno_bin(), "run", "--quiet", "--allow-net", str(PROGRAMS / "load.js"),
        json.dumps(asked), env=_environment(), stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"the load ended with {process.returncode}:\n{err.decode()[-1500:]}")
    found = json.loads(out)
    if found["refused"]:
        raise RuntimeError(f"refused: {found['refused']}; see the function's log")
    return {
        "throughput": found["per_second"], "p50": found["p50"], "p99": found["p99"],
    }  # fmt: skip


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("HOME", "DENO_DIR") if name in os.environ}
    return {**kept, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
