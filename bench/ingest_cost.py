"""
Where an event's time goes on its way in: rates by kind of event, and each function's and
statement's share.

Not a figure of `make bench`: counting slows the calls down, so rates are measured apart.

    python -m bench.ingest_cost --seconds 4
"""

from __future__ import annotations

import asyncio
from typing import Any

import click
import psycopg

from bench import pgbench, upsert
from bench.ingest import event
from bench.project import empty, project
from bench.run import SETTINGS
from devstack import postgres
from devstack.postgres import Server

KNOWN = 1000
MESSAGE = f"\\set fan random(1, {KNOWN})\nselect ingest_event({event(':fan')});"
SCRIPTS = {
    "queue part": f"\\set key random(1, {KNOWN})\n{upsert.OUR_UPSERT.format(key=':key')};",
    "message of a known fan": MESSAGE,
    "message of a new fan": MESSAGE.replace(f"random(1, {KNOWN})", "random(2000, 1000000000000)"),
    "duplicate": f'select ingest_event({event("1")} || \'{{"event_id": "the same"}}\');',
    "payment": f"\\set fan random(1, {KNOWN})\nselect ingest_event({event(':fan')} || "
    "jsonb_build_object('type', 'payment.succeeded', 'payment', jsonb_build_object("
    "'id', gen_random_uuid(), 'kind', 'payment', 'amount_cents', 500)));",
}

FUNCTIONS = """
select calls, self_time * 1000 / %(count)s, total_time * 1000 / %(count)s, funcname
from pg_stat_user_functions order by self_time desc limit %(most)s
"""
STATEMENTS = """
select calls, total_exec_time * 1000 / calls, total_exec_time * 1000 / %(count)s,
  left(regexp_replace(query, '\\s+', ' ', 'g'), 150)
from pg_stat_statements
where dbid = (select oid from pg_database where datname = current_database()) and not toplevel
order by total_exec_time desc limit %(most)s
"""


@click.command()
@click.option("--seconds", default=4.0, show_default=True, help="How long each is measured.")
@click.option("--runs", default=2, show_default=True, help="How often: A B, A B.")
@click.option("--most", default=30, show_default=True, help="Lines of each list; 0: none.")
@click.option("--only", "only", multiple=True, help="Names of what is measured; default: all.")
@click.option("--counted", default="message of a known fan", show_default=True)
def main(seconds: float, runs: int, most: int, only: tuple[str, ...], counted: str) -> None:
    """Rates with 4 connections; then microseconds for each event of one kind, on one."""
    with postgres.running(SETTINGS) as server:
        asyncio.run(_rates(server, seconds, runs, only or tuple(SCRIPTS)))
        if most:
            asyncio.run(_shares(server, counted, most))


async def _rates(server: Server, seconds: float, runs: int, names: tuple[str, ...]) -> None:
    for number in range(runs):
        with empty(server, "bench_bare") as dsn:
            upsert.run(dsn, upsert.BARE_TABLE)
            script = f"\\set key random(1, {KNOWN})\n{upsert.BARE_UPSERT.format(key=':key')};"
            bare = await pgbench.load(dsn, script, connections=4, seconds=seconds, seed=number)
        _say("bare upsert", bare, bare)
        for name in names:
            with project(server, "bench_ingest_cost") as dsn:
                upsert.fill(dsn, KNOWN)
                load = await pgbench.load(
                    dsn, SCRIPTS[name], connections=4, seconds=seconds, seed=number
                )
            _say(name, load, bare)


async def _shares(server: Server, name: str, most: int) -> None:
    with project(server, "bench_ingest_cost") as dsn:
        upsert.fill(dsn, KNOWN)
        with psycopg.connect(server.dsn("bench_ingest_cost"), autocommit=True) as counters:
            counters.execute("create extension if not exists pg_stat_statements")
            for setting in ("track_functions", "pg_stat_statements.track"):
                counters.execute(f"alter database bench_ingest_cost set {setting} = 'all'".encode())
            counters.execute("select pg_stat_reset(), pg_stat_statements_reset()")
            load = await pgbench.load(dsn, SCRIPTS[name], connections=1, seconds=3)
            click.echo(f"\n{name}, counted, on one connection: {load.per_second:.0f} events/s")
            await asyncio.sleep(1)  # the figures arrive with the connection's end
            given = {"count": load.count, "most": most}
            _show("calls, own us, us with what they call", counters, FUNCTIONS, given)
            _show("calls, us each, us an event", counters, STATEMENTS, given)


def _say(name: str, load: pgbench.Load, bare: pgbench.Load) -> None:
    click.echo(
        f"{name:24} {load.per_second:8.0f} events/s  {load.per_second / bare.per_second:5.2f} of"
        f" bare  p50 {load.p50:6.2f} ms  p99 {load.p99:6.2f} ms"
    )


def _show(title: str, connection: psycopg.Connection, query: str, given: dict[str, Any]) -> None:
    click.echo(f"\n{title}")
    for calls, first, second, what in connection.execute(query.encode(), given):
        click.echo(f"{calls:8} {first:9.1f} {second:9.1f}  {what}")


if __name__ == "__main__":
    main()
