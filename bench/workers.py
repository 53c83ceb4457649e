"""
One, two and four workers at the same jobs: how late, how fast, and whether a job is taken twice.

The workers are the real processes behind the REST gateway; the jobs are whole replies that are due
at once, with a model that answers at once. They are made when every worker listens, so that no
process's start is measured.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from functools import partial

import psycopg

from bench.pgbench import rank
from bench.plan import Plan
from bench.project import let_wait
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn
from devstack import database, stack

# Nobody waits for a bubble to be typed: workers are measured, not the pace.
PACING = {"base_delay": 3, "variance": 1, "long_pause_chance": 0, "typing_rate": 1000}
# Seconds from the jobs' insert to the first that is due: every worker's clock is set by then.
LEAD = 3.0
METRICS = (
    Metric("throughput", "replies/s", "more"),
    Metric("p50", "ms", "less"),
    Metric("p99", "ms", "less"),
    Metric("taken twice", "", "less", "no job taken twice"),
)


async def measure(plan: Plan) -> list[Measured]:
    count = 20 if plan.smoke else 100 if plan.quick else 400
    note = f"{count} whole replies due at once; the model answers at once"
    sides = [
        Side(FANPACE, f"{workers} worker{'s' * (workers > 1)}", partial(once, plan, count, workers),
             note, runs=2, wanted=True)
        for workers in ((2,) if plan.smoke else (1, 2, 4))
    ]  # fmt: skip
    return await in_turn(plan, "workers", sides, METRICS)


async def once(plan: Plan, count: int, workers: int, number: int) -> Mapping[str, float]:
    """Run the stack and so many workers until every reply was sent."""
    database.drop(plan.server, stack.DATABASE)
    try:
        async with stack.running(
            pacing=PACING, model_latency=0.0, seed=plan.seed, server=plan.server
        ) as up:
            people = [up.platform.add_fan(f"fan{each}") for each in range(count)]
            processes = []
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                # Fanvue's budget would be measured otherwise.
                connection.execute("update settings set requests_per_minute = 10000")
                up.platform.limits.limit = 1_000_000
                try:
                    for each in range(workers):
                        processes.append(
                            await asyncio.create_subprocess_exec(
                                *up.worker_command, cwd=stack.ROOT,
                                env=up.worker_environment(
                                    LOG_LEVEL="error", WORKER_ID=f"bench{each}"
                                ),
                            )
                        )  # fmt: skip
                    # Four processes that begin on two cores would be late for what is due already.
                    async with asyncio.timeout(120):
                        while up.realtime.joined("jobs") < workers:
                            await asyncio.sleep(0.1)
                    let_wait(connection, [fan.uuid for fan in people], lead=LEAD)
                    due = time.monotonic() + LEAD
                    connection.execute(
                        "select private.send_nudge(0, min(run_at)) from jobs_queue"
                        " where job_type = 'reply'"
                    )
                    await _answered(connection, count)
                    seconds = time.monotonic() - due
                finally:
                    for process in processes:
                        process.terminate()
                    for process in processes:
                        await process.wait()
                late = sorted(
                    row[0]
                    for row in connection.execute(
                        "select extract(epoch from claimed_at - run_at)::float8 * 1000"
                        " from jobs_queue where job_type = 'reply' and claimed_at is not null"
                    ).fetchall()
                )
                written = connection.execute(
                    "select count(*) from messages where kind = 'reply' and status = 'sent'"
                ).fetchone()
                again = connection.execute(
                    "select count(*) from jobs_queue where attempt > 1"
                ).fetchone()
            assert written is not None
            assert again is not None
            # Taken twice, a job would be in its second attempt, or at the platform twice.
            twice = again[0] + sum(len(up.platform.sent(fan)) for fan in people) - written[0]
            return {
                "throughput": count / seconds, "p50": rank(late, 0.5), "p99": rank(late, 0.99),
                "taken twice": twice,
            }  # fmt: skip
    finally:
        database.drop(plan.server, stack.DATABASE)


async def _answered(connection: psycopg.Connection, count: int) -> None:
    async with asyncio.timeout(180):
        while True:
            row = connection.execute(
                "select count(*) from turns where status = 'answered'"
            ).fetchone()
            if row and row[0] >= count:
                return
            await asyncio.sleep(0.1)
