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
