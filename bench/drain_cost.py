"""
Where a reply's time goes on its way through the database: each function's and statement's share.

Not a figure of `make bench`: counting slows the drain down, so its rate is measured apart.

    python -m bench.drain_cost --count 2000
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import click
import psycopg

from bench.drain import WORKER, inside
from bench.project import let_wait, project
from bench.run import SETTINGS
from devstack import postgres

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
@click.option("--count", default=2000, show_default=True, help="Replies that are due.")
@click.option("--most", default=25, show_default=True, help="Lines of each list.")
@click.option("--connections", default=4, show_default=True, help="For the uncounted drain.")
def main(count: int, most: int, connections: int) -> None:
    """Drain, then drain again with everything counted; microseconds for each reply."""
    with postgres.running(SETTINGS) as server, project(server, "bench_drain_cost") as dsn:
        counters = psycopg.connect(server.dsn("bench_drain_cost"), autocommit=True)
        with counters, psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(WORKER.encode())
            counters.execute("create extension if not exists pg_stat_statements")
            _fill(connection, count)
            click.echo(f"{asyncio.run(_drain(dsn, count, connections)):.0f} jobs/s uncounted")
            _fill(connection, count)
            for setting in ("track_functions", "pg_stat_statements.track"):
                counters.execute(f"alter database bench_drain_cost set {setting} = 'all'".encode())
            counters.execute("select pg_stat_reset(), pg_stat_statements_reset()")
            click.echo(f"{asyncio.run(_drain(dsn, count, 1)):.0f} jobs/s on one, counted")
            counters.execute("select pg_stat_force_next_flush()")
            time.sleep(1)  # the workers' figures arrive with their ends
            given = {"count": count, "most": most}
            _show("calls, own us, us with what they call", counters, FUNCTIONS, given)
            _show("calls, us each, us a reply", counters, STATEMENTS, given)


def _fill(connection: psycopg.Connection, count: int) -> None:
    let_wait(connection, [str(uuid4()) for _ in range(count)], lead=-1)
    connection.execute("vacuum analyze")


async def _drain(dsn: str, count: int, connections: int) -> float:
    until = datetime.now(UTC) + timedelta(seconds=60)
    began = time.monotonic()
    await asyncio.gather(*(_work(dsn, f"bench{which}", until) for which in range(connections)))
    return count / (time.monotonic() - began)


async def _work(dsn: str, name: str, until: datetime) -> None:
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        for _ in range(3):
            await inside(connection, name, until)


def _show(title: str, connection: psycopg.Connection, query: str, given: dict[str, Any]) -> None:
    click.echo(f"\n{title}")
    for calls, first, second, what in connection.execute(query.encode(), given):
        click.echo(f"{calls:8} {first:9.1f} {second:9.1f}  {what}")


if __name__ == "__main__":
    main()
