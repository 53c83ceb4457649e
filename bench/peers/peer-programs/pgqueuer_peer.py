# mypy: ignore-errors
# Runs in the peers' own environment, of which nothing is installed here.
"""
pgqueuer in the bench.

Settings: https://pgqueuer.readthedocs.io; "fast" takes batches of 100, and its internal floor of
the poll is set to `floor_ms` where that is given.
"""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import asyncpg
from peer import COMMAND, OPTIONS, analyze, hammer, say, until
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries


async def connect() -> asyncpg.Connection:
    return await asyncpg.connect(OPTIONS["dsn"])


async def queries() -> Queries:
    return Queries(AsyncpgDriver(await connect()))


async def setup() -> dict[str, object]:
    await (await queries()).install()
    return {}


async def upsert() -> dict[str, float]:
    """Its key cannot push a job back: what is there already is skipped."""
    each = [await queries() for _ in range(OPTIONS["connections"])]
    numbers = iter(range(10**12))

    async def once(number: int) -> object:
        key = hash(next(numbers)) * 7919 % OPTIONS["keys"]
        await each[number].enqueue(
            ["noop"], [b"{}"], [0], execute_after=[timedelta(hours=1)], dedupe_key=[f"k{key}"],
            on_conflict="skip",
        )  # fmt: skip
        return True

    return await hammer(OPTIONS["connections"], OPTIONS["seconds"], once)


def start(pgq: PgQueuer) -> asyncio.Task[None]:
    if OPTIONS.get("floor_ms"):
        pgq.qm.min_dequeue_poll_interval = timedelta(milliseconds=OPTIONS["floor_ms"])
    return asyncio.create_task(pgq.run(batch_size=100 if OPTIONS.get("fast") else 10))


async def stop(pgq: PgQueuer, running: asyncio.Task[None]) -> None:
    pgq.shutdown.set()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def lateness() -> dict[str, object]:
    late: list[float] = []
    pgq = PgQueuer(AsyncpgDriver(await connect()))

    @pgq.entrypoint("late")
    async def _(job: object) -> None:
        late.append((time.time() - float(job.payload)) * 1000)  # type: ignore[attr-defined]

    count, first = OPTIONS["count"], time.time() + OPTIONS["lead"]
    due = [first + number * OPTIONS["seconds"] / count for number in range(count)]
    them = await queries()
    now = time.time()
    await them.enqueue(
        ["late"] * count, [str(at).encode() for at in due], [0] * count,
        execute_after=[timedelta(seconds=at - now) for at in due],
    )  # fmt: skip
    running = start(pgq)
    await until(lambda: len(late), count, 240)
    await stop(pgq, running)
    return {"late_ms": late}


async def fill() -> dict[str, object]:
    them, count = await queries(), OPTIONS["count"]
    for begin in range(0, count, 10_000):
        part = range(begin, min(begin + 10_000, count))
        await them.enqueue(
            ["noop"] * len(part), [b"{}"] * len(part), [0] * len(part),
            execute_after=[timedelta(days=1, seconds=number) for number in part],
        )  # fmt: skip
    return {}


async def drain() -> dict[str, float]:
    done = 0
    pgq = PgQueuer(AsyncpgDriver(await connect()))

    @pgq.entrypoint("noop")
    async def _(job: object) -> None:
        nonlocal done
        done += 1

    count = OPTIONS["count"]
    await (await queries()).enqueue(["noop"] * count, [b"{}"] * count, [0] * count)
    await analyze(OPTIONS["dsn"])
    running = start(pgq)
    seconds = await until(lambda: done, count, OPTIONS.get("patience", 60))
    await stop(pgq, running)
    return {"done": done, "seconds": seconds, "per_second": done / seconds}


async def idle() -> dict[str, object]:
    pgq = PgQueuer(AsyncpgDriver(await connect()))

    @pgq.entrypoint("noop")
    async def _(job: object) -> None: ...

    running = start(pgq)
    await asyncio.sleep(OPTIONS["settle"])
    say({"ready": True})
    await asyncio.sleep(OPTIONS["seconds"])
    await stop(pgq, running)
    return {}


COMMANDS = {
    "setup": setup, "upsert": upsert, "lateness": lateness, "fill": fill, "drain": drain,
    "idle": idle,
}  # fmt: skip
say(asyncio.run(COMMANDS[COMMAND]()))
