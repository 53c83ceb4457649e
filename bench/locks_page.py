"""
Show what upgrade statements cost: a table for people, and what squawk says of each statement.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

BEGIN = "<!-- locks: written by python -m bench.locks --page -->"
END = "<!-- end of locks -->"
SQUAWK = str(Path(sys.executable).parent / "squawk")
CONFIG = Path(__file__).parent.parent / ".squawk.toml"
# That a statement can be repeated is no matter of locks.
NOT_OF_LOCKS = {"prefer-robust-stmts"}


class Shown(Protocol):
    """A `bench.locks.Cost`."""

    @property
    def name(self) -> str: ...
    @property
    def seconds(self) -> float: ...
    @property
    def ingest_ms(self) -> float: ...
    @property
    def claim_ms(self) -> float: ...
    @property
    def advised(self) -> bool: ...
    @property
    def lint(self) -> tuple[str, ...]: ...


def rules_against(sql: str) -> tuple[str, ...]:
    """Name squawk's rules, as this repository sets them, that a migration of `sql` breaks."""
    with tempfile.TemporaryDirectory() as folder:
        # A table made in the same file may be altered as one likes; this one is not.
        file = Path(folder, "20270101000000_upgrade.sql")
        file.write_text(sql.rstrip().rstrip(";") + ";\n")
        told = subprocess.run(
            [SQUAWK, f"--config={CONFIG}", "--reporter=Json", str(file)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    rules = {str(each["rule_name"]) for each in json.loads(told.stdout or "[]")}
    return tuple(sorted(rules - NOT_OF_LOCKS))


def table(costs: Sequence[Shown]) -> str:
    lines = [
        "| statement | takes | longest `ingest_event` | longest claim and finish | squawk |",
        "| --- | --- | --- | --- | --- |",
    ]
    for cost in costs:
        name = cost.name if cost.advised else f"**not so:** {cost.name}"
        rules = ", ".join(f"`{rule}`" for rule in cost.lint)
        lines.append(
            f"| {name} | {_time(cost.seconds * 1000)} | {_time(cost.ingest_ms)}"
            f" | {_time(cost.claim_ms)} | {rules} |"
        )
    return "\n".join(lines)


def into_page(
    page: Path, machine: Mapping[str, str], jobs: int, costs: Sequence[Shown]
) -> None:  # fmt: skip
    """Put the table between the two marks of the page."""
    before, _, rest = page.read_text().partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"{page} lacks the line {BEGIN} or {END}")
    described = f"{machine['processor']}, {machine['memory']}, PostgreSQL {machine['PostgreSQL']}"
    page.write_text(
        f"{before}{BEGIN}\n\n{jobs:,} jobs; {described}; load before {machine['load before']}.\n\n"
        f"{table(costs)}\n\n{END}{after}"
    )


def _time(milliseconds: float) -> str:
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:.1f} s"
    return f"{milliseconds:.0f} ms"
