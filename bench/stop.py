"""
How long messages still arrive after the stop switch, with two workers under load.

`make stop-latency`: fans write all at once and again and again, replies are due at once, and in the
middle of it one transaction turns the switch. Measured is the time from its commit to the last
message that Fanvue took, and how many it took in that time; nothing may follow until the switch
is turned back, and then it must go on. Prints a table, or JSON with --json.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass

import click
import psycopg
from rich.console import Console
from rich.table import Table

from devstack import stack
from devstack.fanvue_records import Fan

# Replies are due at once and go out in several bubbles: there is always something on its way.
PACING = {
    "base_delay": 0.5, "variance": 0.4, "long_pause_chance": 0, "push_back": 0.2,
    "max_push_back": 1, "typing_rate": 1000,
}  # fmt: skip
QUIET = 3.0  # seconds after the switch in which nothing may arrive any more, beyond the last one
LOAD = 4.0  # seconds of sending before the switch


@dataclass(frozen=True)
class Stop:
    """One run; times in milliseconds after the switch's commit."""

    sent_before: int
    per_second: float
    begun_before: int
    """Bubbles in `sending` at the commit: on their way, nobody can call them back."""
    sent_after: int
    last_ms: float
    """When Fanvue took the last of them; 0 where none came."""
    broken_off_ms: float
    """When the last model call was broken off, as its job came back."""
    resumed_ms: float
    """From the switch back to the first message again."""


def arrivals(up: stack.Stack, people: list[Fan]) -> list[float]:
    """Return when Fanvue took each of our messages, as seconds since the epoch."""
    return sorted(
        message.sent_at.timestamp() for fan in people for message in up.platform.sent(fan)
    )


async def until(what: str, connection: psycopg.Connection[tuple[int]]) -> None:
    """Wait until a count is zero."""
    while True:
        row = connection.execute(what).fetchone()
        if row is None or not row[0]:
            return
        await asyncio.sleep(0.01)


@asynccontextmanager
async def workers(up: stack.Stack, count: int, concurrency: int) -> AsyncIterator[None]:
    started = [
        await asyncio.create_subprocess_exec(
            *up.worker_command,
            env=up.worker_environment(LOG_LEVEL="error", WORKER_CONCURRENCY=str(concurrency)),
            cwd=stack.ROOT,
        )
        for _ in range(count)
    ]
    try:
        yield
    finally:
        for worker in started:
            worker.terminate()
        for worker in started:
            await worker.wait()


async def chatter(up: stack.Stack, people: list[Fan], per_second: float) -> None:
    """Let everybody write, and again as long as nobody cancels this."""
    number = 0
    while True:
        for fan in people:
            up.platform.fan_writes(fan, f"and what about number {number}?")
            number += 1
            await asyncio.sleep(1 / per_second)


async def measure(
    fans: int, count: int, concurrency: int, latency: float, per_second: float
) -> Stop:
    async with (
        stack.running(
            pacing=PACING, model_latency=latency, database_settings={"max_connections": "200"}
        ) as up,
        workers(up, count, concurrency),
    ):
        people = [up.platform.add_fan(f"fan{number}") for number in range(fans)]
        writing = asyncio.create_task(chatter(up, people, per_second))
        try:
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                while not arrivals(up, people):
                    await asyncio.sleep(0.05)
                await asyncio.sleep(LOAD)
                return await turned(up, people, connection)
        finally:
            writing.cancel()
            await up.platform.webhooks.settled()


async def turned(
    up: stack.Stack, people: list[Fan], connection: psycopg.Connection[tuple[int]]
) -> Stop:
    """Turn the switch on and off again in the middle of everything."""
    loaded = arrivals(up, people)
    # Both in one transaction, so that what is counted is what was there when it ended.
    with connection.transaction():
        connection.execute("select public.stop_automation('how long does it take')")
        row = connection.execute(
            "select count(*) from public.messages where status = 'sending'"
        ).fetchone()
    at = time.time()
    begun = row[0] if row else 0
    await until(
        "select count(*) from public.jobs_queue where status = 'running' and job_type = 'reply'",
        connection,
    )
    broken_off = time.time()
    while time.time() - max(at, *arrivals(up, people)) < QUIET:
        await asyncio.sleep(0.1)
    after = [moment for moment in arrivals(up, people) if moment > at]

    connection.execute("select public.start_automation()")
    again = time.time()
    known = len(arrivals(up, people))
    while len(arrivals(up, people)) == known:
        await asyncio.sleep(0.01)
    resumed = arrivals(up, people)[known]
    span = max(loaded[-1] - loaded[0], 0.1)
    return Stop(
        sent_before=len(loaded),
        per_second=round(len(loaded) / span, 1),
        begun_before=begun,
        sent_after=len(after),
        last_ms=round(max((moment - at) * 1000 for moment in after), 1) if after else 0.0,
        broken_off_ms=round((broken_off - at) * 1000, 1),
        resumed_ms=round((resumed - again) * 1000, 1),
    )


@click.command()
@click.option("--fans", default=200, show_default=True)
@click.option("--workers", "count", default=2, show_default=True)
@click.option("--concurrency", default=32, show_default=True, help="Jobs at once, each worker.")
@click.option("--latency", default=1.0, show_default=True, help="Of the model, seconds.")
@click.option("--per-second", default=8.0, show_default=True, help="Messages that fans write.")
@click.option("--runs", default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def main(
    fans: int, count: int, concurrency: int, latency: float, per_second: float, runs: int,
    as_json: bool,
) -> None:  # fmt: skip
    """Measure how long messages go on arriving after the switch."""
    found = []
    for number in range(runs):
        found.append(asyncio.run(measure(fans, count, concurrency, latency, per_second)))
        click.echo(f"run {number + 1}: last after {found[-1].last_ms:g} ms", err=True)
    worst = max(stop.last_ms for stop in found)
    if as_json:
        click.echo(json.dumps({"runs": [asdict(stop) for stop in found], "worst_ms": worst}))
    else:
        table = Table(title=f"{count} workers, {fans} fans, model {latency:g} s")
        for column in (
            "sent before", "a second", "begun", "sent after", "last, ms", "model broken off, ms",
            "again, ms",
        ):  # fmt: skip
            table.add_column(column, justify="right")
        for stop in found:
            table.add_row(*(str(value) for value in asdict(stop).values()))
        Console().print(table)
        click.echo(f"worst: {worst:g} ms")
    if worst > 1000:
        raise SystemExit("a message arrived more than a second after the switch")


if __name__ == "__main__":
    main()
