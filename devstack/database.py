"""
Make databases that look like a Supabase project, and apply the migrations to them.

`push` is for the tests' speed; `make supabase-check` pushes with the real CLI.
"""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

from devstack.postgres import Server

HERE = Path(__file__).parent
MIGRATIONS = HERE.parent / "supabase" / "migrations"


def create(server: Server, name: str, *, legacy_exposure: bool = False) -> str:
    """Create database `name` with what Supabase supplies; return the DSN of its `postgres` role."""
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        # The role must exist before it can own the database.
        admin.execute(
            "do $$ begin if to_regrole('postgres') is null then create role postgres"
            " login createrole createdb replication bypassrls; end if; end $$"
        )
        # Supabase's supautils lets it, too.
        admin.execute("grant set on parameter session_replication_role to postgres")
        admin.execute(sql.SQL("create database {} owner postgres").format(sql.Identifier(name)))
    with psycopg.connect(server.dsn(name)) as admin:
        admin.execute((HERE / "platform.sql").read_bytes())
        if _has_pg_cron(admin):
            admin.execute("create extension pg_cron with schema pg_catalog")
            admin.execute("grant usage on schema cron to postgres")
            admin.execute("grant select on cron.job to postgres")
            admin.execute("grant all on cron.job_run_details to postgres")
        else:
            admin.execute((HERE / "cron.sql").read_bytes())
        if legacy_exposure:
            admin.execute((HERE / "exposure_legacy.sql").read_bytes())
    return server.dsn(name, "postgres")


def push(dsn: str) -> None:
    """Apply every migration as `supabase db push` does: in order, one transaction a file."""
    with psycopg.connect(dsn, autocommit=True) as owner:
        for file in sorted(MIGRATIONS.glob("*.sql")):
            try:
                # One simple-protocol query string is one implicit transaction.
                owner.execute(file.read_bytes())
            except psycopg.Error as error:
                raise RuntimeError(f"{file.name}: {error}") from error


def copy(server: Server, template: str, name: str) -> str:
    """Create database `name` as a copy of `template`; return the DSN of its `postgres` role."""
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        admin.execute(
            sql.SQL("create database {} template {} owner postgres strategy file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    return server.dsn(name, "postgres")


def drop(server: Server, name: str) -> None:
    """Drop database `name`, ending its connections."""
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        admin.execute(
            sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
        )


def _has_pg_cron(connection: psycopg.Connection) -> bool:
    """Tell whether the server has loaded pg_cron and runs it in this database."""
    row = connection.execute(
        "select current_setting('cron.database_name', true) = current_database()"
    ).fetchone()
    return bool(row and row[0])
