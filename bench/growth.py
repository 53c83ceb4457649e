"""
What a full database costs: a million waiting jobs, 200,000 fans, five million messages.

The same calls are measured in an empty project and in a full one: with the statistics of the empty
one, with fresh ones, and beside a snapshot that is held open. A fan has one waiting job of a type
at most, so a million of them need twice the fans that issue 7 names. The peers drain beside a
million future jobs of the same kind.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from statistics import median
from uuid import uuid4

import psycopg

from bench import drain, pgbench
from bench.ingest import event
from bench.peers.known import PEERS, Peer, PeerFailed
from bench.plan import Plan
from bench.project import let_wait, project
from bench.result import FANPACE, Measured
from bench.upsert import OUR_UPSERT, fill, hammer

FANS, MESSAGES_EACH = 200_000, 25
TYPES = "{reply,inspect,deliver,profile,history}"
# Fans who are in no other part of the measurement, with jobs that are due some day.
_GROW = (
    """insert into fans (creator_id, platform_uuid, handle, display_name, created_at,
      last_inbound_at)
    select creators.id, gen_random_uuid(), 'grown' || n, 'Grown ' || n, now(), now()
    from creators, generate_series(1, {fans}) as n""",
    """insert into turns (fan_id, status, opened_at)
    select id, 'open', now() from fans where handle like 'grown%'""",
    """insert into messages (fan_id, turn_id, direction, kind, status, body, platform_uuid,
      sent_at, created_at, inspected_at)
    select turns.fan_id, turns.id, 'inbound', 'fan', 'received',
      'hey you, how was your day?', gen_random_uuid(), now(), now(), now()
    from turns join fans on fans.id = turns.fan_id and fans.handle like 'grown%',
      generate_series(1, {messages}) as n""",
    """insert into jobs_queue (job_type, creator_id, fan_id, run_at, payload)
    select job_type, fans.creator_id, fans.id,
      now() + interval '1 hour' + random() * interval '30 days',
      jsonb_build_object('turn_id', turns.id, 'message_count', 1)
    from fans join turns on turns.fan_id = fans.id, unnest('{types}'::text[]) as job_type
    where fans.handle like 'grown%'""",
)
EMPTY, EMPTY_HELD = "empty", "empty, a snapshot held open"
TABLES = ("fans", "turns", "messages", "jobs_queue")

Values = Mapping[str, float]


async def measure(plan: Plan) -> list[Measured]:
    share = 1000 if plan.smoke else 10 if plan.quick else 1
    seconds = 1 if plan.smoke else 2 if plan.quick else 5
    fans = FANS // share
    found: dict[str, list[Values]] = {}
    with (
        project(plan.server, "bench_small") as small,
        project(plan.server, "bench_grown") as grown,
    ):
        for dsn in (small, grown):
            fill(dsn, 1000)
        plan.say(f"growth: filling {fans * 5:,} jobs, {fans * MESSAGES_EACH:,} messages")
        began = time.monotonic()
        grow(plan, fans)
        plan.say(f"growth: filled in {time.monotonic() - began:.0f} s")

        async def once(name: str, dsn: str) -> None:
            plan.say(f"growth: {name}")
            found.setdefault(name, []).append(await _all(plan, dsn, seconds))

        # A smoke test has seen all of it with the rest.
        for _ in range(0 if plan.smoke else min(2, plan.runs)):
            await once(EMPTY, small)
            await once("full, stale statistics", grown)
        _run(grown, "vacuum analyze")
        for _ in range(min(2, plan.runs)):
            await once(EMPTY, small)
            await once("full, fresh statistics", grown)
        if not plan.smoke:
            with _snapshot(small):
                await once(EMPTY_HELD, small)
            with _snapshot(grown):
                await once("full, a snapshot held open", grown)
    results = list(_rows(found))
    if plan.peers is not None:
        for peer in PEERS:
            results += await _peer(plan, peer, 1_000_000 // share)
    return results


def grow(plan: Plan, fans: int) -> None:
    """Fill the database without looking at the new rows: autovacuum is off, statistics are old."""
    with psycopg.connect(plan.server.dsn("bench_grown"), autocommit=True) as connection:
        for table in TABLES:
            connection.execute(f"alter table {table} set (autovacuum_enabled = false)".encode())
        # No triggers and no foreign keys, but every index.
        connection.execute("set session_replication_role = replica")
        connection.execute("set maintenance_work_mem = '512MB'")
        for statement in _GROW:
            connection.execute(
                statement.format(fans=fans, messages=MESSAGES_EACH, types=TYPES).encode()
            )


async def _all(plan: Plan, dsn: str, seconds: float) -> Values:
    upsert = await hammer(plan, dsn, OUR_UPSERT, seconds, 0)
    script = f"\\set fan random(1, 1000)\nselect ingest_event({event(':fan')});"
    ingest = await pgbench.load(dsn, script, connections=4, seconds=seconds, seed=plan.seed)
    return {
        "upsert": upsert.per_second, "upsert p99": upsert.p99,
        "ingest": ingest.per_second, "ingest p99": ingest.p99,
        "drain": await _drain(dsn, 100 if plan.smoke else 1000 if plan.quick else 4000),
    }  # fmt: skip


async def _drain(dsn: str, count: int) -> float:
    """Replies a second, as in the figure `drain`."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("drop procedure if exists bench_work")
        connection.execute(drain.WORKER.encode())
        # What ingest has made due meanwhile is not counted.
        connection.execute(
            "update jobs_queue set run_at = now() + interval '1 day'"
            " where status = 'queued' and run_at < now() + interval '10 minutes'"
        )
        let_wait(connection, [str(uuid4()) for _ in range(count)], lead=-1)
        before = _answered(connection)
        began = time.monotonic()
        until = datetime.now(UTC) + timedelta(seconds=20)
        await asyncio.gather(
            *(drain._worker(dsn, f"grow{each}", drain.inside, until) for each in range(4))
        )
        return (_answered(connection) - before) / (time.monotonic() - began)


def _answered(connection: psycopg.Connection) -> int:
    row = connection.execute("select count(*) from turns where status = 'answered'").fetchone()
    assert row is not None
    return int(row[0])


@contextmanager
def _snapshot(dsn: str) -> Iterator[None]:
    with psycopg.connect(dsn) as connection:
        connection.execute("set transaction isolation level repeatable read")
        connection.execute("select count(*) from creators")
        yield


def _run(dsn: str, statement: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement.encode())


def _rows(found: Mapping[str, list[Values]]) -> Iterator[Measured]:
    """Rows of fanpace's; those of the full project say what they come to beside the empty one."""
    for name, values in found.items():
        beside = found[EMPTY_HELD if "snapshot" in name else EMPTY]
        full = name not in (EMPTY, EMPTY_HELD)
        for metric in values[0]:
            late = metric.endswith("p99")
            here = median(each[metric] for each in values)
            there = median(each[metric] for each in beside)
            wanted = "at most 5 ms more than empty" if late else "at least 0.8 of empty"
            ratio = here / max(there, 1e-9)
            beyond = f"{here - there:+.1f} ms" if late else f"{ratio:.2f} of empty"
            yield Measured(
                "growth", FANPACE, name, metric, "ms" if late else "1/s",
                tuple(each[metric] for each in values), "less" if late else "more",
                wanted if full else "", f"{metric} {beyond}" if full else "",
            )  # fmt: skip


async def _peer(plan: Plan, peer: Peer, future: int) -> list[Measured]:
    assert plan.peers is not None
    count = 200 if plan.smoke else 2000
    rows = []
    with peer.database(plan.server) as dsn:
        await peer.call(plan.peers, dsn, "setup")
        for name in ("empty", "full"):
            plan.say(f"growth: {peer.system}, {name}")
            try:
                if name == "full":
                    await peer.call(plan.peers, dsn, "fill", count=future, allowed=120)
                drained = await peer.call(
                    plan.peers, dsn, "drain", count=count, patience=3 if plan.quick else 8
                )
            except PeerFailed as failed:
                plan.say(f"growth: {failed}")
                continue
            rows.append(Measured(
                "growth", peer.system, name, "drain", "1/s", (drained["per_second"],), "more",
                note=f"beside {future:,} future jobs" if name == "full" else "",
            ))  # fmt: skip
    return rows
