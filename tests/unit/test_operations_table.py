"""docs/operations.md names every fault that chaos can inject, and only tests that exist."""

from __future__ import annotations

import ast
import inspect
import re
from functools import partial
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, cast

from devstack.chaos_faults import Chaos
from devstack.chaos_outages import Outages
from devstack.chaos_taps import Arm
from devstack.faults import Faults

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text()
TABLES = PAGE.partition("\n## Every fault")[2]


def rows() -> list[list[str]]:
    """The cells of every row that is about a fault."""
    lines = [line for line in TABLES.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in ("fault", "---")]


def named_in(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def injectable() -> set[str]:
    """Every name that chaos's report can hold."""
    faults = SimpleNamespace(faults=cast("Faults", None))
    up = SimpleNamespace(platform=SimpleNamespace(faults=None, webhooks=faults), model=faults)
    chaos = Chaos(cast("Any", up), cast("Any", None), cast("Any", None), Random(1))
    names: set[str] = set()
    for happening in chaos._opening() + chaos._new_deck():
        if isinstance(happening, partial):
            match happening.args:
                case (Arm() as arm,):
                    names.add(arm.point)
                case (service, _, kind, *_):
                    names.add(f"{service} {kind}")
    # The others count themselves, by a name in their own text.
    source = inspect.getsource(Chaos) + inspect.getsource(Outages)
    return names | set(re.findall(r'(?:injected\[|_database\()"([^"]+)"', source))


def test_every_row_has_four_cells() -> None:
    assert {len(row) for row in rows()} == {4}
    assert len(rows()) >= 40


def test_every_fault_of_chaos_is_in_the_table_and_no_other() -> None:
    names = injectable()
    assert {"kill after fanvue send", "webhook reorder", "database crash"} <= names
    assert {name for row in rows() for name in named_in(row[3])} == names


def test_every_fault_has_a_test_and_every_test_that_is_named_exists() -> None:
    assert [row[0] for row in rows() if not named_in(row[2])] == []
    for reference in sorted({name for row in rows() for name in named_in(row[2])}):
        file, _, test = reference.partition("::")
        assert (ROOT / file).is_file(), reference
        functions = {
            node.name
            for node in ast.walk(ast.parse((ROOT / file).read_text()))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assert test in functions, reference
