"""
The whole of ingest_event: dedupe, fan, message, stage, delay, the debounced upsert, a nudge.

Under pgbench, beside the bare upsert that the issue measures it by: one message of one of a
thousand fans who wrote before, and the first message of fans whom nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bench import pgbench, upsert
from bench.plan import Plan
from bench.project import EVENT, project
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn

METRICS = (
    Metric("throughput", "1/s", "more", "at least a third of the bare insert"),
    Metric("p50", "ms", "less"),
    Metric("p99", "ms", "less"),
)


async def measure(plan: Plan) -> list[Measured]:
    seconds = 1 if plan.smoke else 2 if plan.quick else 4
    known, unknown = f"{upsert.KEYS} fans who wrote before", "every fan's first message"
    return await in_turn(
        plan,
        "ingest",
        [
            Side(upsert.BARE, "pgbench", partial(upsert.bare, plan, seconds)),
            Side(FANPACE, known, partial(known_fans, plan, seconds), wanted=True),
            Side(FANPACE, unknown, partial(new_fans, plan, seconds)),
        ],
        METRICS,
    )


async def known_fans(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with project(plan.server, "bench_ingest") as dsn:
        upsert.fill(dsn, upsert.keys(plan))
        script = f"\\set fan random(1, {upsert.keys(plan)})\nselect ingest_event({event(':fan')});"
        return await _load(plan, dsn, script, seconds, number)


async def new_fans(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with project(plan.server, "bench_ingest") as dsn:
        upsert.fill(dsn, 1)
        # Far enough apart that none comes twice.
        script = f"\\set fan random(2, 1000000000000)\nselect ingest_event({event(':fan')});"
        return await _load(plan, dsn, script, seconds, number)


def event(fan: str) -> str:
    return EVENT.format(fan=f"{fan}::bigint")


async def _load(
    plan: Plan, dsn: str, script: str, seconds: float, number: int
) -> Mapping[str, float]:
    found = await pgbench.load(
        dsn, script, connections=upsert.CONNECTIONS, seconds=seconds, seed=plan.seed + number
    )
    return found.metrics()
