"""
Watch everything that tests leave behind for secrets of the dev stack, and fail the test that let
one out: what is printed and logged, tracebacks, files, PostgreSQL's log, every row of every table.

The stack makes every secret with a mark, and signs tokens, which no output has any business with.
Hooked into every test by tests/conftest.py; that it can fail is shown by test_planted.py.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from devstack.keys import MARK

PATTERN = rf"{MARK}[\w-]+|eyJ[\w-]{{10,}}\.eyJ[\w-]{{10,}}\.[\w-]{{20,}}"
SECRET = re.compile(PATTERN)
# Schemas whose rows people and API see; auth is where passwords and sessions belong.
SCHEMAS = ["public", "private", "cron", "realtime", "extensions"]


class SecretLeaked(AssertionError):
    """A secret stands where it does not belong; the message says where, without it."""


def redacted(text: str) -> str:
    return SECRET.sub("[secret]", text)


def refuse(texts: Iterable[str]) -> None:
    """Raise for the first text that carries a secret."""
    for text in texts:
        if found := SECRET.search(text):
            around = redacted(text[max(0, found.start() - 200) : found.end() + 200])
            raise SecretLeaked(f"a secret is in: {redacted(text[:60])} … {around}")


def files_with_secrets(folder: Path) -> Iterator[str]:
    """Yield what is in files; a file that its owner alone may read is where secrets are kept."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            text = path.read_bytes().decode("utf-8", "replace")
            if SECRET.search(text):
                yield f"{path.name}: {text}"


def rows_with_secrets(dsn: str) -> Iterator[str]:
    """Yield every row that carries a secret in any column."""
    with psycopg.connect(dsn, autocommit=True) as owner:
        tables = owner.execute(
            "select n.nspname, c.relname from pg_class as c"
            " join pg_namespace as n on n.oid = c.relnamespace"
            " where c.relkind in ('r', 'p', 'm') and n.nspname = any (%s)",
            [SCHEMAS],
        ).fetchall()
        for schema, table in tables:
            query = sql.SQL("select t::text from {} as t where t::text ~ {}").format(
                sql.Identifier(schema, table), sql.Literal(PATTERN)
            )
            yield from (f"{schema}.{table}: {row[0]}" for row in owner.execute(query))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail the test whose output, traceback or files carry a secret, and show it without."""
    report = yield
    texts = [f"{name}: {text}" for name, text in report.sections]
    texts.append(f"traceback: {report.longreprtext}")
    folder: Any = (getattr(item, "funcargs", None) or {}).get("tmp_path")
    if call.when == "teardown" and folder is not None:
        texts.extend(files_with_secrets(folder))
    try:
        refuse(texts)
    except SecretLeaked as leak:
        report.outcome = "failed"
        report.longrepr = f"{leak}\n\n{redacted(report.longreprtext)}"
        report.sections = [(name, redacted(text)) for name, text in report.sections]
    return report
