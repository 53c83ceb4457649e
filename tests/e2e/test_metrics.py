"""/metrics of a real worker on the real gateway: counted work, and a database that goes away."""

from __future__ import annotations

import asyncio
import socket
from functools import partial

import httpx
from prometheus_client.parser import text_string_to_metric_families

from devstack import postgres
from tests import monitoring
from tests.e2e.support import World


async def scrape(port: int) -> dict[str, float]:
    """Every sample by its name and the values of its labels; empty while nobody answers."""
    async with httpx.AsyncClient(trust_env=False) as client:
        try:
            response = await client.get(f"http://127.0.0.1:{port}/metrics")
        except httpx.ConnectError:
            return {}
    assert response.status_code == 200, response.text
    return {
        " ".join(
            [sample.name, *(value for _, value in sorted(sample.labels.items()))]
        ): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


async def families(port: int) -> set[str]:
    """The names that samples of each metric have, or would have."""
    async with httpx.AsyncClient(trust_env=False) as client:
        text = (await client.get(f"http://127.0.0.1:{port}/metrics")).text
    endings = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}
    return {
        family.name + ending
        for family in text_string_to_metric_families(text)
        for ending in endings.get(family.type, ("",))
    }


async def until_it_says(port: int, name: str, value: float) -> dict[str, float]:
    async with asyncio.timeout(30):
        while (read := await scrape(port)).get(name) != value:
            await asyncio.sleep(0.2)
    return read


async def test_a_worker_tells_what_it_did_and_that_the_database_is_away(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    port = postgres.free_port()
    # Under the worker's own role: the figures need no more than that.
    await up.start_worker(
        WORKER_METRICS_PORT=str(port),
        WORKER_POLL="0.5",
        SUPABASE_KEY=up.up.keys.publishable,
        SUPABASE_JWT=up.up.token("jobs_worker"),
    )
    up.up.platform.fan_writes(ada, "hello")
    (sent,) = await up.answered(ada)

    read = await until_it_says(port, "fanpace_sends_total sent", len(sent))
    assert read["fanpace_database_up"] == 1
    assert read["fanpace_jobs_finished_total reply done"] == 1
    assert read["fanpace_jobs_finished_total inspect done"] == 1
    assert read["fanpace_dead_letters"] == 0
    assert "ada" not in str(read)
    assert read["fanpace_lateness_seconds_count turn"] >= 1
    assert read["fanpace_wait_seconds_count"] == 1
    assert read["fanpace_model_seconds_count ok"] >= 1
    assert read["fanpace_model_tokens_total prompt"] > 0
    assert read["fanpace_requests_total paid"] >= len(sent)
    assert "fanpace_last_webhook_seconds" in read
    # Counters without a sample are told by their names all the same.
    assert monitoring.names() <= {name.split(" ")[0] for name in read} | await families(port)

    postgres.stop(up.up.server)
    read = await until_it_says(port, "fanpace_database_up", 0)
    assert read["fanpace_sends_total sent"] == len(sent)
    await asyncio.to_thread(partial(postgres.restart, up.up.server))
    await until_it_says(port, "fanpace_database_up", 1)


async def test_a_worker_whose_port_is_taken_says_so_and_claims_nothing(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(
        lambda: up.value("select count(*) = 2 from jobs_queue where lane <> 'background'")
    )
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        worker = await up.start_worker(WORKER_METRICS_PORT=str(taken.getsockname()[1]))
        async with asyncio.timeout(30):
            assert await worker.wait() == 1
    assert "WORKER_METRICS_PORT" in up.log_of()
    assert up.value("select count(*) from jobs_queue where attempt > 0") == 0
