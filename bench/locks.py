"""
`python -m bench.locks`: how long the statements of an upgrade keep fans and workers waiting.

A queue of a million jobs; beside each statement three connections take events in, and one claims
and ends jobs. What a statement costs them is the longest call that was under way while it ran.
Which statements those are is locks_statements.py's; `--page` puts the table into docs/upgrade.md.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import psycopg

from bench.growth import grow
from bench.locks_page import into_page, rules_against, table
from bench.locks_statements import PREPARE, QUICK_ALTER, STATEMENTS, Statement
from bench.machine import machine
from bench.plan import Plan
from bench.project import EVENT, let_write, project
from bench.run import SETTINGS
from devstack import postgres

PAGE = Path(__file__).parent.parent / "docs" / "upgrade.md"
DATABASE = "bench_grown"
FANS_WHO_WRITE = 1000
JOBS_A_FAN = 5
# Each caller waits for its answer and then a moment, as webhooks and workers do.
PAUSE = 0.01
INGEST = f"select public.ingest_event({EVENT.format(fan='%(fan)s::int')})"
CLAIM = "select public.claim_jobs('locks', 5, 60)"
FINISH = """select private.end_job(id, 'done', now()) from public.jobs_queue
where status = 'running'"""
CLAIM_AGAIN = "select pg_get_functiondef('private.claim_jobs'::regproc)"
READ_AND_STAY = "select count(*) from (select from public.jobs_queue limit 1) as jobs"


@dataclass(frozen=True)
class Call:
    """One call of the load, between two moments of this process's clock, in seconds."""

    kind: str
    began: float
    ended: float
    failed: str = ""


@dataclass(frozen=True)
class Cost:
    """What one statement cost: its own seconds, and the longest calls beside it in milliseconds."""

    name: str
    seconds: float
    ingest_ms: float
    claim_ms: float
    advised: bool
    lint: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def longest(calls: Sequence[Call], kind: str, began: float, ended: float) -> float:
    """Milliseconds of the longest call of `kind` that was under way between the two moments."""
    return 1000 * max(
        (
            call.ended - call.began
            for call in calls
            if call.kind == kind and call.began < ended and call.ended > began
        ),
        default=0.0,
    )


@contextmanager
def load(dsn: str) -> Iterator[list[Call]]:
    """Take events in and claim for as long as the context lasts; yield the calls as they end."""
    calls: list[Call] = []
    over = threading.Event()

    def again(kind: str, statement: str, seed: int, afterwards: str = "") -> None:
        rng = random.Random(seed)
        with psycopg.connect(dsn, autocommit=True) as connection:
            while not over.wait(PAUSE):
                began, failed = time.monotonic(), ""
                try:
                    connection.execute(
                        statement.encode(), {"fan": rng.randint(1, FANS_WHO_WRITE)}
                    ).fetchall()
                    if afterwards:
                        connection.execute(afterwards.encode())
                except psycopg.Error as error:
                    failed = str(error).splitlines()[0]
                calls.append(Call(kind, began, time.monotonic(), failed))

    threads = [
        *(threading.Thread(target=again, args=("ingest", INGEST, seed)) for seed in range(3)),
        threading.Thread(target=again, args=("claim", CLAIM, 3, FINISH)),
    ]
    for thread in threads:
        thread.start()
    try:
        yield calls
    finally:
        over.set()
        for thread in threads:
            thread.join()


def measure_one(dsn: str, statement: Statement, claim_again: str) -> Cost:
    with psycopg.connect(dsn, autocommit=True) as connection:
        return _measured(connection, statement, statement.sql.replace("{claim_jobs}", claim_again))


def _measured(connection: psycopg.Connection, statement: Statement, sql: str) -> Cost:
    with load(connection.info.dsn) as calls:
        time.sleep(1)
        began = time.monotonic()
        if sql:
            connection.execute(sql.encode())
        else:
            time.sleep(3)  # nothing: what the load comes to by itself
        ended = time.monotonic()
        time.sleep(0.5)
    if statement.afterwards:
        connection.execute(statement.afterwards.encode())
    return _cost(statement, calls, began, ended, rules_against(sql) if statement.lint else ())


def _cost(
    statement: Statement, calls: Sequence[Call], began: float, ended: float, lint: tuple[str, ...]
) -> Cost:
    return Cost(
        statement.name, ended - began,
        longest(calls, "ingest", began, ended), longest(calls, "claim", began, ended),
        statement.advised, lint, tuple(sorted({call.failed for call in calls} - {""})),
    )  # fmt: skip


def behind_a_reader(dsn: str, lock_timeout: str, seconds: float) -> Cost:
    """A quick statement while a report has read the table and not ended its transaction."""
    limit = f"lock_timeout {lock_timeout}" if lock_timeout != "0" else "no lock_timeout"
    statement = Statement(
        f"the first of these beside a report of {seconds:g} s, {limit}", QUICK_ALTER,
        advised=lock_timeout != "0",
    )  # fmt: skip

    def report(reading: threading.Event) -> None:
        with psycopg.connect(dsn) as connection:
            connection.execute(READ_AND_STAY)
            reading.set()
            time.sleep(seconds)

    reading = threading.Event()
    reader = threading.Thread(target=report, args=(reading,))
    with psycopg.connect(dsn, autocommit=True) as connection, load(dsn) as calls:
        connection.execute(f"set lock_timeout = '{lock_timeout}'".encode())
        time.sleep(1)
        reader.start()
        reading.wait()
        began = time.monotonic()
        while True:
            try:
                connection.execute(QUICK_ALTER.encode())
                break
            except psycopg.errors.LockNotAvailable:
                # As `db push` is called again: the queue behind us drains meanwhile.
                time.sleep(1)
        ended = time.monotonic()
        time.sleep(0.5)
        connection.execute("alter table public.jobs_queue drop column hurried")
        reader.join()
    return _cost(statement, calls, began, ended, ())


@click.command()
@click.option("--jobs", default=1_000_000, show_default=True, help="Rows of jobs_queue.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--page", is_flag=True, help="Write the table into docs/upgrade.md.")
def main(jobs: int, as_json: bool, page: bool) -> None:
    """Measure what the statements of an upgrade cost beside a busy queue."""
    with postgres.running(SETTINGS) as server, project(server, DATABASE) as dsn:
        plan = Plan(quick=True, seed=7, runs=1, say=_say, server=server, peers=None)
        described = machine(server)
        with psycopg.connect(dsn, autocommit=True) as connection:
            let_write(connection, FANS_WHO_WRITE)
            _say(f"filling {jobs:,} jobs")
            grow(plan, jobs // JOBS_A_FAN, messages=1)
            connection.execute("vacuum analyze")
            connection.execute(PREPARE.encode())
            (claim_again,) = connection.execute(CLAIM_AGAIN).fetchone() or ("",)
            counted = connection.execute("select count(*) from public.jobs_queue").fetchone()
        costs = []
        for statement in (Statement("nothing", "", lint=False), *STATEMENTS):
            _say(statement.name)
            costs.append(measure_one(dsn, statement, claim_again))
        for lock_timeout in ("0", "500ms"):
            _say(f"beside a report, lock_timeout {lock_timeout}")
            costs.append(behind_a_reader(dsn, lock_timeout, 5))
    assert counted is not None
    if as_json:
        click.echo(json.dumps({
            "machine": described, "jobs": counted[0], "costs": [asdict(each) for each in costs]
        }, indent=2))  # fmt: skip
    else:
        click.echo(table(costs))
    if page:
        into_page(PAGE, described, counted[0], costs)


def _say(what: str) -> None:
    click.echo(what, err=True)


if __name__ == "__main__":
    main()
