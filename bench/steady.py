"""
Churn at a steady rate: do tables and indexes level off, does p99 drift?

Events are taken in at twice the rate that issue 7 names, 400 a second, and jobs are claimed and
ended beside them, for five minutes: as many as in ten minutes at 200. The time is cut into six
parts; the first and the last third are compared.
"""

from __future__ import annotations

import asyncio

import psycopg

from bench import pgbench, upsert
from bench.ingest import event
from bench.plan import Plan
from bench.project import project
from bench.result import FANPACE, Measured

EVENTS_A_SECOND = 400
PARTS = 6
# Of every fan who wrote, the reply comes due, is taken and ends: ten at a time.
RUNNER = """
\\sleep 50 ms
update jobs_queue set run_at = now() where id in (
  select id from jobs_queue where status = 'queued' order by id limit 10);
select claim_jobs('bench', 50, 60);
select private.end_job(id, 'done', now()) from jobs_queue where status = 'running';
delete from jobs_queue where finished_at < now() - interval '10 seconds';
"""


async def measure(plan: Plan) -> list[Measured]:
    part = 1 if plan.smoke else 3 if plan.quick else 50
    p99: list[float] = []
    sizes: list[float] = []
    dead: list[float] = []
    with project(plan.server, "bench_steady") as dsn:
        upsert.fill(dsn, 1000)
        script = f"\\set fan random(1, 1000)\nselect ingest_event({event(':fan')});"
        for number in range(PARTS):
            plan.say(f"steady: part {number + 1} of {PARTS}, {part} s")
            churn, _ = await asyncio.gather(
                pgbench.load(
                    dsn, script, connections=4, seconds=part, rate=EVENTS_A_SECOND, threads=1
                ),
                pgbench.load(dsn, RUNNER, connections=1, seconds=part),
            )
            p99.append(churn.p99)
            with psycopg.connect(dsn, autocommit=True) as connection:
                row = connection.execute(
                    "select pg_total_relation_size('jobs_queue') / 1048576.0,"
                    " (select n_dead_tup from pg_stat_user_tables where relname = 'jobs_queue')"
                ).fetchone()
            assert row is not None
            sizes.append(float(row[0]))
            dead.append(float(row[1]))
    note = f"{EVENTS_A_SECOND} events/s for {part * PARTS} s"

    def rows(metric: str, unit: str, values: list[float], wanted: str = "") -> list[Measured]:
        return [
            Measured("steady", FANPACE, f"{name} third", metric, unit, tuple(chosen), "less",
                     wanted if name == "last" else "", note)
            for name, chosen in (
                ("first", values[:2]), ("middle", values[2:4]), ("last", values[4:])
            )
        ]  # fmt: skip

    return [
        *rows("p99", "ms", p99, "no drift of p99"),
        *rows("jobs_queue with indexes", "MB", sizes, "sizes level off"),
        *rows("dead rows", "", dead),
    ]
