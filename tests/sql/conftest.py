"""
One database for all tests of the SQL, emptied for each: a third of the time that copies take.

A test here may write any row and must not change the schema.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from devstack import database, postgres
from tests.conftest import HOME, REAL_CRON, empty


@pytest.fixture(scope="session")
def shared_dsn(server: postgres.Server, migrated: str) -> Iterator[str]:
    """The DSN of a copy that the tests in this folder share; pg_cron knows only the original."""
    if REAL_CRON:
        yield migrated
        return
    yield database.copy(server, HOME, "tests_sql")
    database.drop(server, "tests_sql")


@pytest.fixture(scope="session")
def shared_owner(shared_dsn: str) -> Iterator[psycopg.Connection]:
    """A connection that stays open from test to test: a new one has everything to learn anew."""
    with psycopg.connect(shared_dsn, autocommit=True) as owner:
        yield owner


@pytest.fixture
def project_dsn(shared_dsn: str, shared_owner: psycopg.Connection) -> str:
    """The DSN of a project without rows, as its owner."""
    empty(shared_owner)
    return shared_dsn
