"""
Fixtures that every kind of test shares: a PostgreSQL server, and a project on it.

With FANPACE_PG_CRON=1 the server is Debian's with the real pg_cron, which lives in one database
only: then that database is emptied for each test instead of copied, and its jobs are switched off,
since they go by the real clock and the tests by their own (test_pg_cron.py switches them on).
"""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Iterator

import psycopg
import pytest
import structlog
from hypothesis import settings

from devstack import database, postgres
from tests.planted import pytest_runtest_makereport  # noqa: F401  # pytest finds it here
from tests.project import Project

HOME = "fanpace"

# The same examples on every run and every machine; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("seeded", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "seeded"))
REAL_CRON = os.environ.get("FANPACE_PG_CRON") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--first-cases", action="store_true", help="Of each test with parameters the first case."
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--first-cases"):
        return
    first = {item.nodeid.partition("[")[0]: item for item in reversed(items)}
    left_out = [item for item in items if first[item.nodeid.partition("[")[0]] is not item]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if first[item.nodeid.partition("[")[0]] is item]


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """Take back what a command configures for its whole process: here others go on in it."""
    levels = _levels()
    yield
    structlog.reset_defaults()
    for name, level in _levels().items():
        if level != levels.get(name, logging.NOTSET):
            logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def _levels() -> dict[str, int]:
    known = logging.root.manager.loggerDict.items()
    return {name: logger.level for name, logger in known if isinstance(logger, logging.Logger)}


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A throw-away PostgreSQL server on loopback."""
    settings = (
        {
            "shared_preload_libraries": "pg_cron",
            "cron.database_name": HOME,
            "cron.use_background_workers": "on",
        }
        if REAL_CRON
        else {}
    )
    with postgres.running(settings) as running:
        yield running


@pytest.fixture(scope="session")
def migrated(server: postgres.Server) -> str:
    """The DSN of a database with all migrations, from which others are copied."""
    dsn = database.create(server, HOME)
    database.push(dsn)
    if REAL_CRON:
        with psycopg.connect(server.dsn(HOME)) as admin:
            admin.execute("update cron.job set active = false")
    return dsn


@pytest.fixture
def project_dsn(server: postgres.Server, migrated: str) -> Iterator[str]:
    """The DSN of a fresh project, as its owner."""
    if REAL_CRON:
        with psycopg.connect(migrated) as owner:
            empty(owner)
        yield migrated
        return
    name = f"t{uuid.uuid4().hex[:12]}"
    yield database.copy(server, HOME, name)
    database.drop(server, name)


@pytest.fixture
def project(project_dsn: str) -> Iterator[Project]:
    """A fresh project with one creator in `auto` mode, and a clock to move."""
    with psycopg.connect(project_dsn, autocommit=True) as connection:
        yield Project(connection, project_dsn)


def empty(owner: psycopg.Connection) -> None:
    """
    Take every row out of a migrated database, as it is after the migrations.

    Deletes with triggers and references asleep: to truncate makes a file anew for each table and
    index, and takes ten times as long. But deleted rows leave their room behind, and statistics
    stay: where there is much of it or any of them, the tables are truncated after all.
    """
    with owner.transaction():
        row = owner.execute(
            "select array_agg(oid::regclass::text),"
            " sum(pg_relation_size(oid)) > 2000000 or bool_or(reltuples >= 0) from pg_class"
            " where relkind in ('r', 'p') and (relnamespace = 'public'::regnamespace"
            " or oid = 'realtime.messages'::regclass)"
        ).fetchone()
        assert row is not None
        tables, worn = row
        if worn:
            owner.execute(f"truncate {', '.join(tables)} cascade")
        else:
            owner.execute("set local session_replication_role = replica")
            owner.execute("; ".join(f"delete from {table}" for table in tables))
            owner.execute("set local session_replication_role = origin")
        owner.execute(
            "select setval(format('%I.%I', schemaname, sequencename), start_value, false)"
            " from pg_sequences where schemaname = 'public' and last_value is not null"
        )
        owner.execute("delete from cron.job_run_details")
        owner.execute("insert into public.settings default values")
