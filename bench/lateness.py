"""
How late jobs start past their run_at: many of them, due evenly over some seconds.

fanpace runs as in production: one worker process, default settings, through the REST gateway and
Realtime. A job is one of one step, the look at a message, as near as it comes to the peers' jobs,
which do nothing; and then a whole reply, with a model that answers at once. Its lateness is that
of the claim by the database's clock, with every hint there and with hints gone; the peers' that of
the handler's first line by their own clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Literal

import psycopg

from bench import statements
from bench.peers.known import GRAPHILE, PEERS, PG_BOSS, PGQUEUER, PROCRASTINATE, Peer
from bench.pgbench import rank
from bench.plan import Plan
from bench.project import let_wait
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn
from devstack import database, stack

# Seconds from the jobs' enqueueing to the first one's time; workers start in them.
LEAD = 4.0
# Of one agency. Fanvue takes 200 requests a minute for a creator: 500 replies are many creators'.
CREATORS = 25
SETTLE = 8.0  # seconds until a worker that has just begun is idle


def metrics(p50: str, p99: str) -> tuple[Metric, ...]:
    return (
        Metric("p50", "ms", "less", p50),
        Metric("p99", "ms", "less", p99),
        Metric("most", "ms", "less"),
    )


HINTS = {
    "Realtime down": (False, True),
    "pg_cron down": (True, False),
    "Realtime and pg_cron down": (False, False),
}


async def measure(plan: Plan) -> list[Measured]:
    count, seconds = (20, 1.0) if plan.smoke else (100, 5.0) if plan.quick else (500, 20.0)
    note = f"{count} jobs over {seconds:g} s"
    one_step = Side(
        FANPACE, "default", partial(ours, plan, count, seconds, "inspect", True, True),
        f"{note}, each a look at a message", runs=2, wanted=True,
    )  # fmt: skip
    replies = Side(
        FANPACE, "default, whole replies", partial(ours, plan, count, seconds, "reply", True, True),
        note, runs=1, wanted=True,
    )  # fmt: skip
    # The one step is looked at once more below, where Realtime and pg_cron are down.
    sides = [replies] if plan.smoke else [one_step, replies]
    if plan.peers is not None:
        sides += [
            Side(PGQUEUER.system, PGQUEUER.setting(fast), partial(
                theirs, plan, count, seconds, PGQUEUER, fast), runs=1 if fast else 2)
            for fast in (False, True)
        ]  # fmt: skip
    found = await in_turn(
        plan, "lateness", sides, metrics("p50 at most 15 ms", "p99 at most 50 ms")
    )
    hints = list(HINTS.items())[-1:] if plan.quick else HINTS.items()
    found += await in_turn(
        plan,
        "lateness",
        [
            Side(
                FANPACE, name, partial(ours, plan, count, seconds, "inspect", realtime, cron),
                runs=1, wanted=True,
            )
            for name, (realtime, cron) in hints
        ],
        metrics("", "within 20 % of default while the worker's clock knows the job"),
    )  # fmt: skip
    if plan.peers is not None:
        found += await pollers(plan, count, seconds)
    return found + await idle(plan)


async def ours(
    plan: Plan, count: int, seconds: float, job_type: Literal["inspect", "reply"], realtime: bool,
    cron: bool, number: int,
) -> Mapping[str, float]:  # fmt: skip
    """Run the stack with one worker until it has claimed every job."""
    database.drop(plan.server, stack.DATABASE)
    try:
        async with stack.running(model_latency=0.0, seed=plan.seed, server=plan.server) as up:
            if not realtime:
                up.realtime.faults.refuse_handshakes = 503
            if not cron:
                up.cron.pause()
            creators = [up.creator, *(up.add_creator(f"c{each}") for each in range(1, CREATORS))]
            people = [
                up.platform.add_fan(f"fan{each}", creator=creators[each % CREATORS])
                for each in range(count)
            ]
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                let_wait(
                    connection, [fan.uuid for fan in people], lead=1 if plan.smoke else LEAD,
                    apart=seconds / count, job_type=job_type,
                )  # fmt: skip
                connection.execute("vacuum analyze")
                worker = await asyncio.create_subprocess_exec(
                    *up.worker_command,
                    env=up.worker_environment(
                        LOG_LEVEL="error",
                        FANVUE_ACCOUNT="agency",
                        FANVUE_TOKEN=up.platform.agency_token,
                    ),
                    cwd=stack.ROOT,
                )
                try:
                    return spread(await _lateness(connection, job_type, count, LEAD + seconds + 60))
                finally:
                    worker.terminate()
                    await worker.wait()
    finally:
        database.drop(plan.server, stack.DATABASE)


async def _lateness(
    connection: psycopg.Connection, job_type: str, count: int, patience: float
) -> list[float]:
    """Wait until every job was claimed; return how late each was, in milliseconds."""
    async with asyncio.timeout(patience):
        while True:
            await asyncio.sleep(1)
            late = connection.execute(
                "select extract(epoch from claimed_at - run_at)::float8 * 1000 from jobs_queue"
                " where job_type = %s and claimed_at is not null",
                (job_type,),
            ).fetchall()
            if len(late) >= count:
                return [row[0] for row in late]


async def theirs(
    plan: Plan, count: int, seconds: float, peer: Peer, fast: bool, number: int
) -> Mapping[str, float]:
    assert plan.peers is not None
    with peer.database(plan.server) as dsn:
        await peer.call(plan.peers, dsn, "setup")
        found = await peer.call(
            plan.peers, dsn, "lateness",
            # One job a poll would be 47 s late: its default poll, but all that is due.
            count=count, seconds=seconds, lead=LEAD, batch=100, **peer.options(fast),
        )  # fmt: skip
    if len(found["late_ms"]) < count:
        raise RuntimeError(f"{peer.name} ran {len(found['late_ms'])} of {count} jobs")
    return spread(found["late_ms"])


async def pollers(plan: Plan, count: int, seconds: float) -> list[Measured]:
    """
    The three that poll, all at once: what they wait for is their poll, and that costs little.
    """
    peers = (GRAPHILE, PG_BOSS, PROCRASTINATE)
    found: list[Measured] = []
    for fast in (False, True):
        plan.say(f"lateness: {', '.join(peer.name for peer in peers)}, fast: {fast}")
        values = await asyncio.gather(
            *(theirs(plan, count, seconds, peer, fast, 0) for peer in peers)
        )
        for peer, value in zip(peers, values, strict=True):
            found += [
                Measured(
                    "lateness", peer.system, peer.setting(fast), metric.name, metric.unit,
                    (value[metric.name],), metric.better, "",
                    "batches of 100" if peer is PG_BOSS and not fast else "",
                )
                for metric in metrics("", "")
            ]  # fmt: skip
    return found


async def idle(plan: Plan) -> list[Measured]:
    """Statements a second with nothing to do, at the settings whose lateness is shown."""
    statements.prepare(plan.server)
    # fanpace's worker asks every 30 s; who asks more often needs no such patience.
    ours, theirs = (1.0, 1.0) if plan.smoke else (10.0, 4.0) if plan.quick else (40.0, 10.0)
    plan.say(f"lateness: all idle, fanpace for {ours:g} s")
    settings = [(peer, fast) for fast in (False, True) for peer in PEERS]
    if plan.peers is None:
        settings = []
    # At the same time: how often they ask does not depend on who else does.
    own, rates = await asyncio.gather(
        idle_stack(plan, ours),
        asyncio.gather(*(idle_peer(plan, peer, fast, theirs) for peer, fast in settings)),
    )
    worker, cron = own
    return [
        _idle(FANPACE, "default", worker, "at most 0.1 a second from the idle worker"),
        _idle(FANPACE, "pg_cron's own jobs", cron),
        *(
            _idle(peer.system, peer.setting(fast), rate)
            for (peer, fast), rate in zip(settings, rates, strict=True)
        ),
    ]


def _idle(system: str, setting: str, rate: float, wanted: str = "") -> Measured:
    return Measured("lateness", system, setting, "idle statements", "1/s", (rate,), "less", wanted)


async def idle_stack(plan: Plan, seconds: float) -> tuple[float, float]:
    """Statements a second of one worker, which come through the API, and of pg_cron's jobs."""
    database.drop(plan.server, stack.DATABASE)
    try:
        async with stack.running(seed=plan.seed, server=plan.server) as up:
            worker = await asyncio.create_subprocess_exec(
                *up.worker_command, env=up.worker_environment(LOG_LEVEL="error"), cwd=stack.ROOT
            )
            try:
                while not up.realtime.joined("jobs"):
                    await asyncio.sleep(0.1)
                # What it asks because it has just begun is not idling.
                await asyncio.sleep(1 if plan.smoke else SETTLE)
                before = statements.counted(plan.server, stack.DATABASE)
                await asyncio.sleep(seconds)
                after = statements.counted(plan.server, stack.DATABASE)
            finally:
                worker.terminate()
                await worker.wait()
    finally:
        database.drop(plan.server, stack.DATABASE)
    rates = {role: (count - before.get(role, 0)) / seconds for role, count in after.items()}
    api = ("authenticator", "service_role", "jobs_worker")
    return sum(rates.get(role, 0) for role in api), rates.get("postgres", 0)


async def idle_peer(plan: Plan, peer: Peer, fast: bool, seconds: float) -> float:
    assert plan.peers is not None
    with peer.database(plan.server, "_fast" if fast else "") as dsn:
        await peer.call(plan.peers, dsn, "setup")
        settle = 2 if plan.smoke else SETTLE
        idling = asyncio.create_task(
            peer.call(
                plan.peers, dsn, "idle",
                settle=settle, seconds=seconds + 2, batch=100, **peer.options(fast),
            )
        )  # fmt: skip
        await asyncio.sleep(settle)
        name = dsn.rpartition("/")[2]
        before = sum(statements.counted(plan.server, name).values())
        await asyncio.sleep(seconds)
        after = sum(statements.counted(plan.server, name).values())
        await idling
    return (after - before) / seconds


def spread(late: list[float]) -> dict[str, float]:
    ordered = sorted(late)
    return {"p50": rank(ordered, 0.5), "p99": rank(ordered, 0.99), "most": ordered[-1]}
