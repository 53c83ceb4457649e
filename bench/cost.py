"""
`python -m bench.cost`: what one message of a fan costs, from the webhook to the last bubble.

The whole local stack and one worker at its defaults. Fans write, all are answered, and they write
again; the first round, in which everybody is new, is not counted. Statements, their time and WAL
are PostgreSQL's own figures, requests are counted by the stand-ins. docs/scale.md quotes it.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import click
import psycopg

from bench import statements
from bench.machine import machine
from bench.run import SETTINGS
from devstack import postgres, stack
from devstack.fanvue_api import API_FAULTS
from devstack.fanvue_limits import TokenBuckets
from devstack.fanvue_records import Fan
from devstack.faults import Fault, Faults
from devstack.postgres import Server

# Replies are due at once: what a message costs does not depend on how long it waits.
PACING = {"base_delay": 2, "variance": 0, "long_pause_chance": 0, "push_back": 0.5,
          "max_push_back": 2, "typing_rate": 1000}  # fmt: skip
LINES = ("hey, how was your day?", "i went sailing with my brother", "do you like boats?",
         "mine was long, i had to work late again", "tell me what you did today")  # fmt: skip
# What English comes to; the stand-in for a model has no tokenizer of anybody's.
LETTERS_A_TOKEN = 4
TABLES = """select relname, n_live_tup, pg_total_relation_size(relid)
from pg_stat_user_tables where schemaname in ('public', 'realtime')"""
COUNTS = """select
  pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal,
  (select count(*) from realtime.messages) as nudges,
  (select count(*) from public.turns where status = 'answered') as replies,
  (select count(*) from public.messages
    where direction = 'outbound' and status = 'sent') as bubbles,
  (select coalesce(sum(length(body)), 0) from public.messages
    where direction = 'outbound') as letters
"""
# What is learned of a fan waits for a pause in the chat; nobody waits for it here.
HURRY = """update public.jobs_queue set run_at = now()
where job_type = 'profile' and status = 'queued'"""
# A reply that the checker refuses, since the stand-in said something odd, is held: settled too.
UNSETTLED = """select
  (select count(*) from public.jobs_queue
    where status in ('queued', 'running') and job_type <> 'reconcile')
  + (select count(*) from public.turns where status not in ('answered', 'held'))
  + abs(%s - (select count(*) from public.messages where direction = 'inbound'))"""


@dataclass(frozen=True)
class Cost:
    """What a kind of conversation costs: everything below `messages` is for one of them."""

    name: str
    messages: int
    replies: float
    bubbles: float
    events: float
    """Calls of the edge function: the fan's message, and each of ours as Fanvue tells of it."""
    rpcs: Mapping[str, float]
    """Requests to the database's API, by function; those of the edge function included."""
    statements: float
    """All that reach the database for them; a request has a handful around its function."""
    database_ms: float
    """Time within those statements, on cores that everything else here shares."""
    wal_bytes: float
    rows: Mapping[str, float]
    bytes: Mapping[str, float]
    """By table, its indexes included."""
    nudges: float
    """Realtime messages sent; each is received by every worker, and both count."""
    fanvue: Mapping[str, float]
    """Requests to Fanvue, by kind."""
    model_calls: float
    prompt_tokens: float
    completion_tokens: float
    worker_cpu_ms: float
    cron_statements_a_minute: float
    """Not for a message: pg_cron's own."""


class CountedCalls(Faults):
    """Fanvue's faults, of which there are none; counts the requests that ask for theirs."""

    def __init__(self) -> None:
        super().__init__(API_FAULTS, Random(0))
        self.calls: Counter[str] = Counter()

    def take(self, operation: str) -> tuple[Fault, ...]:
        self.calls[operation] += 1
        return super().take(operation)


class Conversations:
    """A running stack with one worker, fans who write in rounds, and all the counters."""

    def __init__(self, up: stack.Stack, worker: asyncio.subprocess.Process, fans: int) -> None:
        self._up, self._worker = up, worker
        # Whoever looks on is the superuser, whose statements are not counted.
        self._dsn = up.server.dsn(stack.DATABASE)
        self._rng = Random(7)
        self._calls = CountedCalls()
        self._written = 0
        up.platform.faults = self._calls
        # What Fanvue allows is not what is measured.
        up.platform.limits = TokenBuckets(10_000_000, 60, lambda: datetime.now(UTC))
        self._fans: list[Fan] = [up.platform.add_fan(f"fan{each}") for each in range(fans)]

    async def go(self, rounds: int, burst: int) -> int:
        """Let every fan write `burst` messages and be answered, so often; count the messages."""
        for _ in range(rounds):
            for fan in self._fans:
                for _ in range(burst):
                    self._up.platform.fan_writes(fan, self._rng.choice(LINES))
                    self._written += 1
            await self._settle()
        return rounds * burst * len(self._fans)

    async def _settle(self) -> None:
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            async with asyncio.timeout(120):
                while True:
                    connection.execute(HURRY)
                    left = connection.execute(UNSETTLED, (self._written,)).fetchone()
                    if left == (0,):
                        return
                    await asyncio.sleep(0.5)

    async def cost(self, name: str, rounds: int, burst: int) -> Cost:
        rows, size = self._tables()
        before, began = self._counts(), time.monotonic()
        messages = await self.go(rounds, burst)
        # Fanvue tells of the last bubbles, too.
        await asyncio.sleep(3)
        minutes = (time.monotonic() - began) / 60
        spent = self._counts()
        spent.subtract(before)
        more_rows, more_size = self._tables()
        more_rows.subtract(rows)
        more_size.subtract(size)

        def each(key: str) -> float:
            return round(spent[key] / messages, 3)

        def under(prefix: str) -> dict[str, float]:
            found = {key.removeprefix(prefix): each(key) for key in spent if key.startswith(prefix)}
            return {key: value for key, value in sorted(found.items()) if value}

        return Cost(
            name, messages, each("replies"), each("bubbles"), each("events"), under("rpc "),
            each("statements"), round(spent["µs"] / 1000 / messages, 2), each("wal"),
            {table: round(n / messages, 3) for table, n in sorted(more_rows.items()) if n},
            {table: round(n / messages) for table, n in sorted(more_size.items()) if n},
            each("nudges"), under("fanvue "), each("model"),
            round(spent["prompt letters"] / messages / LETTERS_A_TOKEN),
            round(spent["letters"] / messages / LETTERS_A_TOKEN),
            round(spent["cpu µs"] / 1000 / messages, 1),
            round(spent["cron statements"] / minutes, 1),
        )  # fmt: skip

    def _counts(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for role, calls, took, rpc in statements.seen(self._up.server, stack.DATABASE):
            if role == postgres.SUPERUSER:
                continue
            # pg_cron's jobs are the owner's.
            if role == "postgres":
                found["cron statements"] += calls
                continue
            found["statements"] += calls
            found["µs"] += round(took * 1000)
            if rpc:
                found[f"rpc {rpc}"] += calls
        with (
            psycopg.connect(self._dsn) as connection,
            connection.cursor(row_factory=psycopg.rows.dict_row) as cursor,
        ):
            row = cursor.execute(COUNTS).fetchone()
        found.update(row or {})
        found.update({f"fanvue {kind}": count for kind, count in self._calls.calls.items()})
        asked = self._up.model.asked
        found["model"] = len(asked)
        found["prompt letters"] = sum(
            len(each.system) + sum(len(text) for _, text in each.turns) for each in asked
        )
        found["events"] = len(self._up.platform.webhooks.log)
        found["cpu µs"] = cpu_micros(self._worker.pid)
        return found

    def _tables(self) -> tuple[Counter[str], Counter[str]]:
        """Rows and bytes by table, dead rows taken out first."""
        rows, size = Counter[str](), Counter[str]()
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            connection.execute("vacuum analyze")
            for name, count, total in connection.execute(TABLES):
                # Realtime's daily partitions are one table.
                table = "realtime.messages" if name.startswith("messages_") else name
                rows[table] += count
                size[table] += total
        return rows, size


def cpu_micros(pid: int) -> int:
    """CPU time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1_000_000 // os.sysconf("SC_CLK_TCK")


async def measure(server: Server, fans: int, rounds: int) -> list[Cost]:
    async with stack.running(pacing=PACING, model_latency=0.0, server=server) as up:
        with psycopg.connect(up.dsn, autocommit=True) as connection:
            connection.execute("update settings set requests_per_minute = 10000")
        worker = await asyncio.create_subprocess_exec(
            *up.worker_command, env=up.worker_environment(LOG_LEVEL="error"), cwd=stack.ROOT
        )
        try:
            chats = Conversations(up, worker, fans)
            await chats.go(1, 1)
            return [
                await chats.cost("a message, a reply", rounds, 1),
                await chats.cost("three messages, a reply", max(1, rounds // 3), 3),
            ]
        finally:
            worker.terminate()
            await worker.wait()


def shown(costs: list[Cost]) -> str:
    """One table; what is kept by table or by function is in the JSON."""
    lines = [f"| for each message of a fan | {' | '.join(each.name for each in costs)} |"]
    lines.append("| --- |" + " --- |" * len(costs))
    for key, value in asdict(costs[0]).items():
        if key in ("name", "cron_statements_a_minute"):
            continue
        found = [getattr(each, key) for each in costs]
        if isinstance(value, Mapping):
            found = [round(sum(each.values()), 2) for each in found]
        lines.append(f"| {key.replace('_', ' ')} | {' | '.join(f'{each:,}' for each in found)} |")
    return "\n".join(lines)


@click.command()
@click.option("--fans", default=40, show_default=True)
@click.option("--rounds", default=9, show_default=True, help="How often each of them writes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every table and function.")
def main(fans: int, rounds: int, as_json: bool) -> None:
    """Measure what one message costs the database, Realtime, the model, Fanvue and the worker."""
    with postgres.running(SETTINGS) as server:
        statements.prepare(server)
        described = machine(server)
        costs = asyncio.run(measure(server, fans, rounds))
    if as_json:
        document = {"machine": described, "costs": [asdict(each) for each in costs]}
        click.echo(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        click.echo(shown(costs))


if __name__ == "__main__":
    main()
