"""
The debounced upsert alone: a message pushes the waiting reply back.

fanpace's is `private.enqueue_reply`, the part of ingest_event that touches the queue; beside it a
bare `insert … on conflict do update` into a table with the same keys. Those two and graphile's
SQL function run under pgbench. The others have no SQL of their own to call: they run in their own
client, and the bare statement and fanpace run in such a client too, to be compared with them.

A second table has ten hot keys and eight connections, while jobs are claimed and end beside it:
there an answer may be null, or a message may be in no job at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import psycopg

from bench import pgbench
from bench.peers.known import GRAPHILE, PEERS, Peer
from bench.plan import Plan
from bench.project import empty, let_write, project
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn

KEYS, CONNECTIONS = 1000, 4
HOT_KEYS, HOT_CONNECTIONS = 10, 8

NODE = "its own client: pg of Node"
BARE = "bare insert … on conflict"
BARE_TABLE = """
create table bare_jobs (
  id bigint generated always as identity primary key,
  fan_id bigint not null, job_type text not null, status text not null default 'queued',
  run_at timestamptz not null, payload jsonb not null default '{}'
) with (fillfactor = 70);
create unique index on bare_jobs (fan_id, job_type) where status = 'queued';
create index on bare_jobs (run_at) where status = 'queued';
"""
BARE_UPSERT = """insert into bare_jobs (fan_id, job_type, run_at, payload)
values ({key}, 'reply', now() + interval '1 hour', jsonb_build_object('key', {key}::int))
on conflict (fan_id, job_type) where status = 'queued'
do update set run_at = excluded.run_at, payload = excluded.payload returning id"""
# Fan, turn and pacing are at hand where ingest_event calls it; here looking them up is part of it.
OUR_UPSERT = """select (private.enqueue_reply(
  fans, turns, {key}::bigint, bench_pacing.config, now()
)).id
from fans join turns on turns.fan_id = fans.id and turns.status = 'open', bench_pacing
where fans.id = {key}"""
GRAPHILE_UPSERT = """select (graphile_worker.add_job('noop', json_build_object('key', {key}::int),
  run_at => now() + interval '1 hour', job_key => 'k' || {key})).id"""

RATES = (
    Metric("throughput", "1/s", "more", "at least half of the bare insert; above graphile-worker"),
    Metric("p99", "ms", "less"),
)
HOT = (
    Metric("throughput", "1/s", "more"),
    Metric("null answers", "", "less", "no null answer"),
    Metric("lost messages", "", "less", "none lost"),
)


async def measure(plan: Plan) -> list[Measured]:
    seconds = 1 if plan.smoke else 2 if plan.quick else 4
    rates = [
        Side(BARE, "pgbench", partial(bare, plan, seconds)),
        Side(FANPACE, "pgbench", partial(ours, plan, seconds), wanted=True),
    ]
    hot = [
        Side(BARE, "hot keys, pgbench", partial(bare_hot, plan, seconds)),
        Side(FANPACE, "hot keys, pgbench", partial(ours_hot, plan, seconds), wanted=True),
    ]
    if plan.peers is not None:
        rates.append(Side(GRAPHILE.system, "pgbench", partial(graphile, plan, seconds)))
        rates += [
            Side(BARE, NODE, partial(in_node, plan, seconds, "bare"), runs=2),
            Side(
                FANPACE,
                NODE,
                partial(in_node, plan, seconds, "ours"),
                runs=2,
            ),
        ]
        for peer in PEERS:
            note = "" if peer.pushes_back else "keeps the first job, pushes nothing back"
            once = partial(own_client, plan, seconds, peer)
            rates.append(Side(peer.system, "its own client", once, note, runs=2))
        hot.append(Side(GRAPHILE.system, "hot keys, pgbench", partial(graphile_hot, plan, seconds)))
    return [
        *await in_turn(plan, "upsert", rates, RATES),
        *await in_turn(plan, "upsert", hot, HOT),
    ]


def keys(plan: Plan) -> int:
    return 50 if plan.smoke else KEYS


async def bare(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with empty(plan.server, "bench_bare") as dsn:
        run(dsn, BARE_TABLE)
        return (await hammer(plan, dsn, BARE_UPSERT, seconds, number)).metrics()


async def ours(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with project(plan.server, "bench_upsert") as dsn:
        fill(dsn, keys(plan))
        return (await hammer(plan, dsn, OUR_UPSERT, seconds, number)).metrics()


async def graphile(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with GRAPHILE.database(plan.server) as dsn:
        await GRAPHILE.call(folder(plan), dsn, "setup")
        return (await hammer(plan, dsn, GRAPHILE_UPSERT, seconds, number)).metrics()


async def own_client(plan: Plan, seconds: float, peer: Peer, number: int) -> Mapping[str, float]:
    with peer.database(plan.server) as dsn:
        await peer.call(folder(plan), dsn, "setup")
        found = await peer.call(
            folder(plan), dsn, "upsert", connections=CONNECTIONS, keys=keys(plan), seconds=seconds
        )
        return {"throughput": found["per_second"]}


async def in_node(plan: Plan, seconds: float, which: str, number: int) -> Mapping[str, float]:
    """The same statements as under pgbench, sent by the client that graphile-worker uses."""
    with project(plan.server, "bench_upsert") as dsn:
        fill(dsn, keys(plan))
        run(dsn, BARE_TABLE)
        statement = (BARE_UPSERT if which == "bare" else OUR_UPSERT).format(key="$1::int")
        found = await SQL.call(
            folder(plan), dsn, "upsert",
            connections=CONNECTIONS, keys=keys(plan), seconds=seconds, statement=statement,
        )  # fmt: skip
        return {"throughput": found["per_second"]}


# Not a peer: plain statements from Node.
SQL = Peer("pg", "sql.mjs", "", "")


async def ours_hot(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with project(plan.server, "bench_upsert") as dsn:
        fill(dsn, HOT_KEYS)
        count = await beside(plan, dsn, OUR_UPSERT, OUR_RUNNER, seconds, number)
        # Every call is counted in the job that it made or joined; filling was one for each.
        counted = value(dsn, "select sum((payload ->> 'message_count')::int) from jobs_queue")
        return {
            "throughput": count.per_second,
            "null answers": nulls(dsn),
            "lost messages": count.count + HOT_KEYS - counted,
        }


async def bare_hot(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with empty(plan.server, "bench_bare") as dsn:
        run(dsn, BARE_TABLE)
        count = await beside(plan, dsn, BARE_UPSERT, BARE_RUNNER, seconds, number)
        return {"throughput": count.per_second, "null answers": nulls(dsn)}


async def graphile_hot(plan: Plan, seconds: float, number: int) -> Mapping[str, float]:
    with GRAPHILE.database(plan.server) as dsn:
        await GRAPHILE.call(folder(plan), dsn, "setup")
        count = await beside(plan, dsn, GRAPHILE_UPSERT, GRAPHILE_RUNNER, seconds, number)
        return {"throughput": count.per_second, "null answers": nulls(dsn)}


# One job at a time is made due, taken, held for some milliseconds and ended.
OUR_RUNNER = f"""
\\set key random(1, {HOT_KEYS})
update jobs_queue set run_at = now() where fan_id = :key and status = 'queued';
select claim_jobs('bench', 1, 60);
\\sleep 5 ms
select private.end_job(id, 'done', now()) from jobs_queue where status = 'running';
"""
BARE_RUNNER = f"""
\\set key random(1, {HOT_KEYS})
update bare_jobs set status = 'running' where fan_id = :key and status = 'queued';
\\sleep 5 ms
delete from bare_jobs where status = 'running';
"""
# As its workers do it: a job that is locked is running.
GRAPHILE_RUNNER = f"""
\\set key random(1, {HOT_KEYS})
update graphile_worker._private_jobs set locked_at = now(), locked_by = 'bench',
  attempts = attempts + 1 where key = 'k' || :key and locked_at is null;
\\sleep 5 ms
delete from graphile_worker._private_jobs where locked_by = 'bench';
"""


async def beside(
    plan: Plan, dsn: str, upsert: str, runner: str, seconds: float, number: int
) -> pgbench.Load:
    """Upsert under hot keys while `runner` takes and ends jobs."""
    run(dsn, "create sequence bench_nulls")
    # An answer of null draws a number.
    counting = "select case when id is null then nextval('bench_nulls') end from ({}) as a (id)"
    if upsert is BARE_UPSERT:
        counting = f"with a (id) as ({{}}) {counting.partition(' from ')[0]} from a"
    script = f"\\set key random(1, {HOT_KEYS})\n" + counting.format(upsert.format(key=":key"))
    upserts, _ = await asyncio.gather(
        pgbench.load(
            dsn, f"{script};", connections=HOT_CONNECTIONS, seconds=seconds,
            seed=plan.seed + number,
        ),
        pgbench.load(dsn, runner, connections=1, seconds=seconds, seed=plan.seed),
    )  # fmt: skip
    return upserts


async def hammer(plan: Plan, dsn: str, upsert: str, seconds: float, number: int) -> pgbench.Load:
    script = f"\\set key random(1, {keys(plan)})\n{upsert.format(key=':key')};"
    return await pgbench.load(
        dsn, script, connections=CONNECTIONS, seconds=seconds, seed=plan.seed + number
    )


def fill(dsn: str, fans: int) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        let_write(connection, fans)
        connection.execute(
            "create table bench_pacing as"
            " select private.effective_pacing(null, pacing_config) as config from creators"
        )


def run(dsn: str, statements: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statements.encode())


def value(dsn: str, query: str) -> float:
    with psycopg.connect(dsn) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return float(row[0])


def nulls(dsn: str) -> float:
    return value(dsn, "select case when is_called then last_value else 0 end from bench_nulls")


def folder(plan: Plan) -> Path:
    assert plan.peers is not None
    return plan.peers
