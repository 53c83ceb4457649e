"""The functions that Python and the webhook call are those that the database has."""

from __future__ import annotations

import dataclasses
import inspect
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn, cast

import psycopg
import pytest

from supabase import AsyncClient
from tests.sql import catalogue
from worker.database import Database
from worker.rows import Job

FUNCTIONS = Path(__file__).parents[2] / "supabase" / "functions" / "fanvue-webhook"


class _Recorded(Exception):
    """What a client was asked to call."""


class _Recorder:
    """Stands where supabase-py's client stands, and takes down the first call."""

    def rpc(self, name: str, parameters: dict[str, Any]) -> NoReturn:
        raise _Recorded(name, sorted(parameters))


async def test_every_rpc_called_in_python_exists_with_those_parameters(migrated: str) -> None:
    with psycopg.connect(migrated) as connection:
        existing = catalogue.parameters(connection)
    calls = {}
    for method, function in inspect.getmembers(Database, inspect.iscoroutinefunction):
        if method.startswith("_") or method in ("connect", "close", "read_rows"):
            continue
        values = [
            _value(each) for each in list(inspect.signature(function).parameters.values())[1:]
        ]
        with pytest.raises(_Recorded) as recorded:
            await getattr(Database(cast("AsyncClient", _Recorder())), method)(*values)
        name, parameters = recorded.value.args
        assert method == name
        calls[name] = [parameters]
    assert calls == {
        name: [sorted(each) for each in overloads]
        for name, overloads in existing.items()
        if name != "ingest_event"
    }
    assert any("/rpc/ingest_event`" in file.read_text() for file in FUNCTIONS.glob("*.ts"))


def _value(parameter: inspect.Parameter) -> Any:
    """Something of the parameter's type."""
    if parameter.annotation == "Job":
        empty = {field.name: None for field in dataclasses.fields(Job)}
        return Job(**cast("dict[str, Any]", empty))
    return datetime.now(UTC) if parameter.annotation == "datetime" else []
