"""
Count the statements that reach a database, by the role that they run as (pg_stat_statements).
"""

from __future__ import annotations

import psycopg

from devstack.postgres import Server


def prepare(server: Server) -> None:
    """Make the counts visible. The server must have been started with the library."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        connection.execute("create extension if not exists pg_stat_statements")


def counted(server: Server, database: str) -> dict[str, int]:
    """Statements so far by role, transaction control included."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        rows = connection.execute(
            "select roles.rolname, sum(calls)::bigint from pg_stat_statements as seen"
            " join pg_roles as roles on roles.oid = seen.userid"
            " join pg_database as databases on databases.oid = seen.dbid"
            " where databases.datname = %s group by roles.rolname",
            (database,),
        ).fetchall()
    return dict(rows)


# Role, calls, milliseconds, and which function of the API the statement calls, if one.
_SEEN = r"""select roles.rolname, seen.calls, seen.total_exec_time,
  substring(seen.query from '\mpublic"?\."?(\w+)"?\(')
from pg_stat_statements as seen
join pg_roles as roles on roles.oid = seen.userid
join pg_database as databases on databases.oid = seen.dbid
where databases.datname = %s"""


def seen(server: Server, database: str) -> list[tuple[str, int, float, str | None]]:
    """Every statement so far: role, calls, milliseconds, and the API's function that it calls."""
    with psycopg.connect(server.dsn(), autocommit=True) as connection:
        rows = connection.execute(_SEEN, (database,)).fetchall()
    return [(str(role), int(calls), float(took), name) for role, calls, took, name in rows]
