"""
How much one worker holds: conversations that all wait for a model which takes three seconds.

The worker is the real process with WORKER_CONCURRENCY raised, as .env.example documents it; its
memory is the most it ever had resident (VmHWM), its CPU time is that from the first due job to the
last answer. What answers is devstack's, in this process, on the other core; with a model of three
seconds it is what limits how many wait at once, so a slower model shows the memory of all of them.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import psycopg

from bench.plan import Plan
from bench.project import let_wait
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn
from devstack import database, stack

MODEL_SECONDS = 3.0
# One that takes so long that all of them wait for it together, whatever claims them.
SLOW_SECONDS = 240.0
_RUNNING = "select count(*) from jobs_queue where status = 'running' and job_type = 'reply'"
METRICS = (
    Metric("jobs in flight", "", "more", "5,000"),
    Metric("most at once at the model", "", "more"),
    Metric("memory", "MB", "less", "under 400 MB"),
    Metric("CPU a reply", "ms", "less"),
    Metric("throughput", "replies/s", "more"),
    Metric("failed claims or calls", "", "less"),
)


async def measure(plan: Plan) -> list[Measured]:
    count = 50 if plan.smoke else 500 if plan.quick else 5000
    sides = [
        Side(
            FANPACE, f"WORKER_CONCURRENCY={count}, a model of {MODEL_SECONDS:g} s",
            partial(once, plan, count, min(count, 1500)),
            f"{min(count, 1500)} conversations due at once", runs=1,
        ),
        Side(
            FANPACE, f"WORKER_CONCURRENCY={count}, a model of {SLOW_SECONDS:g} s",
            partial(in_flight, plan, count), f"{count} conversations due at once", runs=1,
            wanted=True,
        ),
    ]  # fmt: skip
    return await in_turn(plan, "capacity", sides[:1] if plan.smoke else sides, METRICS)


async def in_flight(plan: Plan, count: int, number: int) -> Mapping[str, float]:
    """Memory with all of them waiting for the model; nobody waits for its answers."""
    database.drop(plan.server, stack.DATABASE)
    try:
        async with stack.running(
            model_latency=SLOW_SECONDS, seed=plan.seed, server=plan.server
        ) as up:
            people = [up.platform.add_fan(f"fan{each}") for each in range(count)]
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                let_wait(connection, [fan.uuid for fan in people], lead=1)
            worker = await asyncio.create_subprocess_exec(
                *up.worker_command, cwd=stack.ROOT,
                env=up.worker_environment(
                    LOG_LEVEL="error", WORKER_CONCURRENCY=str(count), WORKER_LEASE="600",
                    OPENAI_TIMEOUT="600",
                ),
            )  # fmt: skip
            try:
                until, running = time.monotonic() + 120, 0
                while running < count and time.monotonic() < until:
                    await asyncio.sleep(1)
                    with psycopg.connect(up.dsn) as connection:
                        running = connection.execute(_RUNNING).fetchall()[0][0]
                # The last of them still read their conversations.
                await asyncio.sleep(5)
                return {
                    "jobs in flight": running, "most at once at the model": len(up.model.asked),
                    "memory": _most_memory(worker.pid),
                }  # fmt: skip
            finally:
                worker.kill()
                await worker.wait()
    finally:
        database.drop(plan.server, stack.DATABASE)


async def once(plan: Plan, places: int, count: int, number: int) -> Mapping[str, float]:
    database.drop(plan.server, stack.DATABASE)
    lead = 3.0 if plan.smoke else 8.0
    try:
        async with stack.running(
            model_latency=MODEL_SECONDS, seed=plan.seed, server=plan.server
        ) as up:
            people = [up.platform.add_fan(f"fan{each}") for each in range(count)]
            with psycopg.connect(up.dsn, autocommit=True) as connection:
                connection.execute("update settings set requests_per_minute = 10000")
                up.platform.limits.limit = 1_000_000
                let_wait(connection, [fan.uuid for fan in people], lead=lead)
                due = time.monotonic() + lead
                worker = await asyncio.create_subprocess_exec(
                    *up.worker_command, cwd=stack.ROOT,
                    env=up.worker_environment(
                        LOG_LEVEL="error", WORKER_CONCURRENCY=str(places), WORKER_LEASE="120"
                    ),
                )  # fmt: skip
                try:
                    await asyncio.sleep(lead - 1)
                    before = _cpu_seconds(worker.pid)
                    most, answered = await _watch(up, connection, count, 30 if plan.quick else 150)
                    seconds = time.monotonic() - due
                    memory, cpu = _most_memory(worker.pid), _cpu_seconds(worker.pid) - before
                finally:
                    worker.terminate()
                    await worker.wait()
                failures = connection.execute(
                    "select coalesce(sum(failures), 0) from jobs_queue"
                ).fetchone()
        assert failures is not None
        return {
            "most at once at the model": most, "memory": memory,
            "CPU a reply": cpu * 1000 / max(1, answered), "throughput": answered / seconds,
            "failed claims or calls": float(failures[0]),
        }  # fmt: skip
    finally:
        database.drop(plan.server, stack.DATABASE)


async def _watch(
    up: stack.Stack, connection: psycopg.Connection, count: int, patience: float
) -> tuple[int, int]:
    """Until all have an answer or patience ends; return most at once at the model, and answered."""
    most = answered = 0
    asked: list[tuple[float, int]] = []
    until = time.monotonic() + patience
    while time.monotonic() < until and answered < count:
        await asyncio.sleep(0.25)
        now = time.monotonic()
        asked.append((now, len(up.model.asked)))
        # Each is held for as long as the model takes.
        earlier = [each for at, each in asked if at <= now - MODEL_SECONDS]
        most = max(most, asked[-1][1] - (earlier[-1] if earlier else 0))
        row = connection.execute(
            "select count(*) from turns where status in ('answered', 'sending')"
        ).fetchone()
        assert row is not None
        answered = row[0]
    return most, answered


def _most_memory(pid: int) -> float:
    """Megabytes, the most that were ever resident."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"/proc/{pid}/status has no VmHWM")


def _cpu_seconds(pid: int) -> float:
    """User and system time so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
