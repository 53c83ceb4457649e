"""
How many due jobs a second go all the way: claimed, committed, sent, finished.

fanpace's job here is a reply of one bubble, and it takes every step that a real one takes, each in
a transaction of its own, with nothing written by a model and nothing sent to a platform: it is two
jobs in the queue, five transactions and a dozen rows. Beside it stand jobs of one step, which are
claimed and ended, as near as they come to the peers' jobs, which do nothing.
The steps are called by a procedure in the database, on several connections: no client is in the
way. The peers run in their own workers.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Literal, LiteralString
from uuid import uuid4

import psycopg

from bench.peers.known import PEERS, PG_BOSS, PROCRASTINATE, Peer
from bench.plan import Plan
from bench.project import let_wait, project
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn

CONNECTIONS = 4
# Seconds, for what takes less than one a thousand jobs and more.
PATIENCE = 300
METRICS = (Metric("throughput", "jobs/s", "more", "above every peer's default"),)

Connection = psycopg.AsyncConnection[tuple[Any, ...]]
JobType = Literal["reply", "inspect"]
Work = Callable[[Connection, str, datetime], Awaitable[None]]
REPLY = '{"bubbles": ["hey"], "kind": "reply"}'

# One worker, until nothing is due. What it calls is what the worker calls.
WORKER = f"""
create procedure bench_work(worker text, until timestamptz, batched boolean default false)
language plpgsql as $$
declare
  claim jsonb;
  job jsonb;
  step jsonb;
begin
  loop
    claim := public.claim_jobs(worker, 100, 60);
    commit;
    exit when claim -> 'jobs' = '[]' or clock_timestamp() > until;
    for job in select jsonb_array_elements(claim -> 'jobs') loop
      if job ->> 'job_type' = 'reply' then
        perform public.commit_reply(
          (job ->> 'id')::bigint, (job ->> 'lease_token')::uuid,
          '{REPLY}'
        );
      elsif job ->> 'job_type' = 'deliver' then
        step := public.begin_send((job ->> 'id')::bigint, (job ->> 'lease_token')::uuid);
        commit;
        perform public.finish_send(
          (job ->> 'id')::bigint, (job ->> 'lease_token')::uuid,
          (step #>> '{{message,id}}')::bigint, gen_random_uuid(), now()
        );
      else
        perform private.end_job((job ->> 'id')::bigint, 'done', now());
      end if;
      if not batched then
        commit;
      end if;
    end loop;
    commit;
  end loop;
end;
$$
"""


async def measure(plan: Plan) -> list[Measured]:
    count = 200 if plan.smoke else 2000 if plan.quick else 20_000
    step = "each claimed and ended"
    sides = [
        Side(
            FANPACE, f"whole replies, direct SQL, {CONNECTIONS} connections",
            partial(ours, plan, count, "reply", inside),
            f"{count} replies: claim, commit, send, finish", runs=1, wanted=True,
        ),
        Side(
            FANPACE, f"whole replies, psycopg, {CONNECTIONS} connections",
            partial(ours, plan, count // 5, "reply", outside),
            f"{count // 5} replies: claim, commit, send, finish", runs=1,
        ),
        Side(
            FANPACE, f"one step, direct SQL, {CONNECTIONS} connections",
            partial(ours, plan, count, "inspect", inside), f"{count} jobs, {step}", runs=2,
            wanted=True,
        ),
        Side(
            FANPACE, f"one step, committed by the hundred, {CONNECTIONS} connections",
            partial(ours, plan, count, "inspect", by_hundreds), f"{count} jobs, {step}", runs=2,
            wanted=True,
        ),
    ]  # fmt: skip
    for peer in PEERS if plan.peers is not None else ():
        for fast in (False, True):
            slow = peer is PROCRASTINATE or (peer is PG_BOSS and not fast)
            once = partial(theirs, plan, count, peer, fast)
            sides.append(Side(peer.system, peer.setting(fast), once, runs=1 if slow else 2))
    return await in_turn(plan, "drain", sides, METRICS)


async def ours(
    plan: Plan, count: int, job_type: JobType, work: Work, number: int
) -> Mapping[str, float]:
    with project(plan.server, "bench_drain") as dsn:
        with psycopg.connect(dsn, autocommit=True) as connection:
            let_wait(connection, [str(uuid4()) for _ in range(count)], lead=-1, job_type=job_type)
            connection.execute(WORKER.encode())
            connection.execute("vacuum analyze")
        began = time.monotonic()
        until = datetime.now(UTC) + timedelta(seconds=PATIENCE)
        await asyncio.gather(
            *(_worker(dsn, f"bench{which}", work, until) for which in range(CONNECTIONS))
        )
        seconds = time.monotonic() - began
        with psycopg.connect(dsn) as connection:
            row = connection.execute(
                "select (select count(*) from turns where status = 'answered'),"
                " (select count(*) from jobs_queue where status = 'done')"
            ).fetchone()
        assert row is not None
        done = row[0] if job_type == "reply" else row[1]
        assert done == count, f"{done} of {count} were done within {PATIENCE} s"
        return {"throughput": count / seconds}


async def _worker(dsn: str, name: str, work: Work, until: datetime) -> None:
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        # Another may hold the last jobs while this one finds nothing; a reply that is committed
        # then leaves a delivery behind.
        for _ in range(3):
            await work(connection, name, until)


async def inside(connection: Connection, worker: str, until: datetime) -> None:
    """One worker without a client: until nothing is due."""
    await connection.execute("call bench_work(%s, %s)", (worker, until))


async def by_hundreds(connection: Connection, worker: str, until: datetime) -> None:
    """The same, where a hundred jobs that were claimed together end together."""
    await connection.execute("call bench_work(%s, %s, true)", (worker, until))


async def outside(connection: Connection, worker: str, until: datetime) -> None:
    """The same with a round trip for each step, as the peers have them."""

    async def ask(call: LiteralString, *arguments: object) -> Any:
        row = await (await connection.execute(call, arguments, prepare=True)).fetchone()
        return row and row[0]

    while datetime.now(UTC) < until:
        jobs = (await ask("select claim_jobs(%s, 100, 60)", worker))["jobs"]
        if not jobs:
            return
        for job in jobs:
            lease = (job["id"], job["lease_token"])
            if job["job_type"] == "reply":
                await ask("select commit_reply(%s, %s, %s)", *lease, REPLY)
            elif job["job_type"] == "deliver":
                step = await ask("select begin_send(%s, %s)", *lease)
                message = step["message"]["id"]
                await ask(
                    "select finish_send(%s, %s, %s, gen_random_uuid(), now())", *lease, message
                )
            else:
                await ask("select private.end_job(%s, 'done', now())::text", job["id"])


async def theirs(
    plan: Plan, count: int, peer: Peer, fast: bool, number: int
) -> Mapping[str, float]:
    assert plan.peers is not None
    with peer.database(plan.server) as dsn:
        await peer.call(plan.peers, dsn, "setup")
        # Some would take an hour: how many they did in that time says how fast they are.
        found = await peer.call(
            plan.peers, dsn, "drain",
            count=count, patience=1 if plan.smoke else 3 if plan.quick else 6, **peer.options(fast),
        )  # fmt: skip
        return {"throughput": found["per_second"]}
