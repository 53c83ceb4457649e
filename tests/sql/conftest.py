"""
One database for all tests of the SQL, emptied for each: a third of the time that copies take.

A test here may write any row and must not change the schema.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from devstack import database, postgres
from tests.conftest import HOME, REAL_CRON


@pytest.fixture(scope="session")
def shared_dsn(server: postgres.Server, migrated: str) -> Iterator[str]:
    """The DSN of a copy that the tests in this folder share; pg_cron knows only the original."""
    if REAL_CRON:
        yield migrated
        return
    yield database.copy(server, HOME, "tests_sql")
    database.drop(server, "tests_sql")


@pytest.fixture
def project_dsn(shared_dsn: str) -> str:
    """The DSN of a project without rows, as its owner."""
    with psycopg.connect(shared_dsn) as owner:
        tables = owner.execute(
            "select string_agg(format('public.%I', tablename), ', ') from pg_tables"
            " where schemaname = 'public'"
        ).fetchone()
        assert tables is not None
        owner.execute(f"truncate {tables[0]}, realtime.messages restart identity cascade")
        owner.execute("delete from cron.job_run_details")
        owner.execute("insert into settings default values")
    return shared_dsn
