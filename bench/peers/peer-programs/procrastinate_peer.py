# mypy: ignore-errors
# Runs in the peers' own environment, of which nothing is installed here.
"""
procrastinate in the bench.

Settings: https://procrastinate.readthedocs.io; "fast" polls ten times a second.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import procrastinate
from peer import COMMAND, OPTIONS, analyze, hammer, say, until
from procrastinate.exceptions import AlreadyEnqueued

connections = OPTIONS.get("connections", 10)
app = procrastinate.App(
    connector=procrastinate.PsycopgConnector(
        conninfo=OPTIONS["dsn"], min_size=connections, max_size=max(connections, 12)
    )
)
late: list[float] = []
done = 0


@app.task(name="noop")
async def noop() -> None:
    global done
    done += 1


@app.task(name="late", pass_context=False)
async def note_late(due: float) -> None:
    late.append((time.time() - due) * 1000)


def start(concurrency: int) -> asyncio.Task[None]:
    fast = {"fetch_job_polling_interval": 0.1} if OPTIONS.get("fast") else {}
    return asyncio.create_task(
        app.run_worker_async(
            concurrency=concurrency, install_signal_handlers=False, delete_jobs="always", **fast
        )
    )


async def stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def setup() -> dict[str, object]:
    await app.schema_manager.apply_schema_async()
    return {}


async def upsert() -> dict[str, float]:
    """Its lock cannot push a job back: a second job is refused."""
    numbers = iter(range(10**12))

    async def once(number: int) -> object:
        key = next(numbers) * 7919 % OPTIONS["keys"]
        try:
            return await noop.configure(
                queueing_lock=f"k{key}", schedule_at=datetime.now(UTC) + timedelta(hours=1)
            ).defer_async()
        except AlreadyEnqueued:
            return True

    return await hammer(OPTIONS["connections"], OPTIONS["seconds"], once)


async def lateness() -> dict[str, object]:
    count, first = OPTIONS["count"], time.time() + OPTIONS["lead"]
    for number in range(count):
        due = first + number * OPTIONS["seconds"] / count
        await note_late.configure(schedule_at=datetime.fromtimestamp(due, UTC)).defer_async(due=due)
    running = start(10)
    await until(lambda: len(late), count, 240)
    await stop(running)
    return {"late_ms": late}


async def fill() -> dict[str, object]:
    day = datetime.now(UTC) + timedelta(days=1)
    for begin in range(0, OPTIONS["count"], 10_000):
        await noop.configure(schedule_at=day).batch_defer_async(
            *({} for _ in range(min(10_000, OPTIONS["count"] - begin)))
        )
    return {}


async def drain() -> dict[str, float]:
    for begin in range(0, OPTIONS["count"], 5000):
        await noop.batch_defer_async(*({} for _ in range(min(5000, OPTIONS["count"] - begin))))
    await analyze(OPTIONS["dsn"])
    running = start(10)
    seconds = await until(lambda: done, OPTIONS["count"], OPTIONS.get("patience", 60))
    await stop(running)
    return {"done": done, "seconds": seconds, "per_second": done / seconds}


async def idle() -> dict[str, object]:
    running = start(10)
    await asyncio.sleep(OPTIONS["settle"])
    say({"ready": True})
    await asyncio.sleep(OPTIONS["seconds"])
    await stop(running)
    return {}


COMMANDS = {
    "setup": setup, "upsert": upsert, "lateness": lateness, "fill": fill, "drain": drain,
    "idle": idle,
}  # fmt: skip


async def main() -> None:
    async with app.open_async():
        say(await COMMANDS[COMMAND]())


asyncio.run(main())
