"""/healthz and /readyz of a real worker: the stop switch, and a database that goes away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx

from devstack import postgres
from tests.e2e.support import World


async def asked(port: int, path: str) -> tuple[int, Any]:
    """Status and body; 0 while nobody answers."""
    async with httpx.AsyncClient(trust_env=False) as client:
        try:
            response = await client.get(f"http://127.0.0.1:{port}{path}", timeout=10)
        except httpx.ConnectError:
            return 0, {}
    return response.status_code, response.json()


async def until(port: int, told: Callable[[int, Any], bool]) -> Any:
    async with asyncio.timeout(30):
        while not told(*(answer := await asked(port, "/readyz"))):
            await asyncio.sleep(0.1)
        return answer[1]


async def test_a_worker_says_which_part_keeps_it_from_working(up: World) -> None:
    port = postgres.free_port()
    await up.start_worker(
        WORKER_ID="ada-1",
        WORKER_METRICS_PORT=str(port),
        SUPABASE_KEY=up.up.keys.publishable,
        SUPABASE_JWT=up.up.token("jobs_worker"),
    )
    told = await until(
        port,
        lambda status, body: status == 200 and body["parts"]["hints"]["realtime"] == "joined",
    )
    assert told["worker"] == "ada-1"
    assert {name: part["ok"] for name, part in told["parts"].items()} == {
        "database": True, "hints": True, "automation": True, "model": True, "fanvue": True,
    }  # fmt: skip

    await up.execute("select stop_automation('let me see')")
    told = await until(port, lambda status, body: status == 503)
    assert {name for name, part in told["parts"].items() if not part["ok"]} == {"automation"}
    assert told["parts"]["automation"]["stopped"] is True
    assert (await asked(port, "/healthz"))[0] == 200
    await up.execute("select start_automation()")
    await until(port, lambda status, body: status == 200)

    await asyncio.to_thread(postgres.stop, up.up.server)
    await until(port, lambda status, body: status == 503 and not body["parts"]["database"]["ok"])
    status, body = await asked(port, "/healthz")
    assert (status, body["alive"]) == (200, True)
    await asyncio.to_thread(partial(postgres.restart, up.up.server))
    await until(port, lambda status, body: status == 200)


async def test_a_model_call_is_broken_off_when_the_switch_is_turned_and_made_again_afterwards(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.latency = 60
    await up.start_worker(WORKER_LEASE="3600")
    up.up.platform.fan_writes(ada, "hello")
    running = "select count(*) from jobs_queue where job_type = 'reply' and status = 'running'"
    await up.until(lambda: up.value(running) == 1)
    await asyncio.sleep(0.5)

    await up.execute("select stop_automation()")
    # The lease holds for an hour: nobody but the worker itself hands the job back.
    await up.until(lambda: up.value(running) == 0)
    up.up.model.latency = 0
    await up.execute("select start_automation()")
    assert len(await up.answered(ada)) == 1
