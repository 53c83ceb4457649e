"""
How late replies start past their run_at, with every hint there and with hints gone.

`make lateness`: fans write all at once, their replies mature over some seconds, one worker
process claims them through the REST gateway. Prints a table, or JSON with --json.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict

import click
import psycopg
from rich.console import Console
from rich.table import Table

from devstack import stack
from devstack.tally import Spread, spread, unanswered_count

CASES = {
    "all there": (True, True),
    "Realtime down": (False, True),
    "pg_cron down": (True, False),
    "both down": (False, False),
}


async def measure(realtime: bool, cron: bool, fans: int, seconds: float) -> Spread:
    """Lateness of one reply for each of `fans`, maturing over `seconds`; milliseconds."""
    pacing = {
        "base_delay": 3 + seconds / 2,
        "variance": seconds / 2,
        "long_pause_chance": 0,
        "typing_rate": 1000,
    }
    async with stack.running(pacing=pacing, model_latency=0.0) as up:
        if not realtime:
            up.realtime.faults.refuse_handshakes = 503
        if not cron:
            up.cron.pause()
        worker = await asyncio.create_subprocess_exec(
            *up.worker_command,
            env=up.worker_environment(LOG_LEVEL="error"),
            cwd=stack.ROOT,
        )
        try:
            people = [up.platform.add_fan(f"fan{number}") for number in range(fans)]
            for fan in people:
                up.platform.fan_writes(fan, "hello there")
            await up.platform.webhooks.settled()
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                while unanswered_count(connection):
                    await asyncio.sleep(0.5)
                late = connection.execute(
                    "select extract(epoch from claimed_at - run_at) * 1000 from jobs_queue"
                    " where job_type = 'reply'"
                ).fetchall()
        finally:
            worker.terminate()
            await worker.wait()
        return spread([float(row[0]) for row in late])


@click.command()
@click.option("--fans", default=60, show_default=True)
@click.option("--seconds", default=15.0, show_default=True, help="Over which replies mature.")
@click.option("--json", "as_json", is_flag=True)
def main(fans: int, seconds: float, as_json: bool) -> None:
    """Measure lateness with hints there and gone."""
    results = {
        name: asyncio.run(measure(realtime, cron, fans, seconds))
        for name, (realtime, cron) in CASES.items()
    }
    if as_json:
        click.echo(json.dumps({name: asdict(found) for name, found in results.items()}, indent=2))
        return
    table = Table(title=f"lateness past run_at, ms ({fans} replies over {seconds:g} s)")
    for column in ("", "p50", "p90", "p99", "most"):
        table.add_column(column, justify="left" if not column else "right")
    for name, found in results.items():
        table.add_row(name, str(found.p50), str(found.p90), str(found.p99), str(found.most))
    Console().print(table)


if __name__ == "__main__":
    main()
