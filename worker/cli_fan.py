"""
`fanpace fan`: where a fan stands, everything about them as a file, and erasing them.

Needs the secret key or an operator's login: the worker's own role may ask none of this. What is
about a fan, and what stays of one who is erased, is the database's to know.
"""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.errors import RpcRejected
from worker.fan_story import sentences, story
from worker.rows import Json

# Rows of one call: far from every time-out, also where each has a long text.
_PAGE = 5000
_REASONS = ("asked", "consent_withdrawn", "minor", "other")


class _ShowsByDefault(click.Group):
    """`fanpace fan ada` is `fanpace fan show ada`; a fan called export needs the long form."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            args = ["show", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=_ShowsByDefault)
def fan() -> None:
    """
    Say where a fan stands; copy or erase everything about them.

    A fan is named by id, Fanvue's uuid or handle. `fanpace fan ada` is `fanpace fan show ada`.
    """


@fan.command()
@click.argument("fan_id", metavar="FAN")
@click.option("--json", "as_json", is_flag=True, help="Print the facts and the sentences as JSON.")
def show(fan_id: str, as_json: bool) -> None:
    """Say where a fan stands and how that came."""
    facts = _ask_about(fan_id, lambda database: database.explain_fan(fan_id))
    told = sentences(facts)
    if as_json:
        click.echo(json.dumps({**facts, "sentences": told}, indent=2))
        return
    console = Console(highlight=False)
    known = facts["fan"]
    console.print(f"[bold]fan {known['id']}[/], {known['platform_uuid']}; times in {facts['zone']}")
    console.print(" ".join(told), markup=False)
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for at, what in story(facts):
        table.add_row(at, what)
    console.print(table, markup=False)


@fan.command()
@click.argument("fan_id", metavar="FAN")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to stdout."
)
def export(fan_id: str, out: Path | None) -> None:
    """Copy everything about a fan into one JSON document, for the fan who asks for it."""
    # Before anything is read: it must be this command that makes the file, with its rights.
    file = _new_private_file(out) if out else None
    try:
        copy = _ask_about(fan_id, lambda database: whole_copy(database, fan_id))
    except BaseException:
        if file is not None and out is not None:
            os.close(file)
            out.unlink()
        raise
    text = json.dumps(copy, indent=2, ensure_ascii=False)
    if file is None:
        click.echo(text)
        return
    with os.fdopen(file, "w", encoding="utf-8") as stream:
        stream.write(text + "\n")
    click.echo(f"written to {out}, which only you can read", err=True)


@fan.command()
@click.argument("fan_id", metavar="FAN")
@click.option("--reason", type=click.Choice(_REASONS), default="asked", show_default=True)
@click.option("--yes", is_flag=True, help="Do not ask: for scripts.")
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON; needs --yes.")
def erase(fan_id: str, reason: str, yes: bool, as_json: bool) -> None:
    """Erase everything about a fan, for good. Shows first what will go."""
    if as_json and not yes:
        raise click.UsageError("--json needs --yes: a script cannot be asked")
    plan = _ask_about(fan_id, lambda database: database.erase_fan(fan_id, reason, True))
    target = plan["fan"]
    name = target["handle"] or target["platform_uuid"]
    if not yes:
        click.echo(f"fan {target['id']} of {plan['creator']}, {name}. This goes, for good:")
        _print_rows(plan["rows"])
        if (
            click.prompt("Type the fan's handle to erase them", default="", show_default=False)
            != name
        ):
            fail("that is not the fan's handle: nothing was erased")
    # By id: nobody else may have taken on the handle meanwhile.
    id_text = str(target["id"])
    receipt = _ask_about(id_text, lambda database: erased(database, id_text, reason))
    if as_json:
        click.echo(json.dumps(receipt, indent=2))
        return
    click.echo(
        f"erased at {receipt['erased_at']}; audit_log knows the fan as {receipt['pseudonym']}"
    )
    _print_rows(receipt["rows"])
    click.echo(f"what this fan does is ignored until {receipt['ignored_until']}")
    if receipt["on_their_way"]:
        click.echo(
            f"{receipt['on_their_way']} message(s) were being sent: Fanvue may still deliver them"
        )
    click.echo("not reached: Fanvue, your backups, the model's provider, copies you made")


async def whole_copy(database: Database, fan_id: str) -> Json:
    """Put the pages of a fan's copy together."""
    copy: dict[str, Any] = {}
    after: Json | None = None
    while True:
        page = await database.export_fan(fan_id, after, _PAGE)
        for section, rows in page.items():
            known = copy.get(section)
            copy[section] = known + rows if isinstance(known, list) else rows
        after = copy.pop("next")
        if after is None:
            return copy
        # From here on by id, should the handle change.
        fan_id = str(copy["fan"]["id"])


async def erased(database: Database, fan_id: str, reason: str) -> Json:
    """Erase a fan, a long chat in several calls; return one receipt for all of them."""
    before = 0
    while (receipt := await database.erase_fan(fan_id, reason, False))["outcome"] == "going_on":
        before += receipt["rows"]["messages"]
    rows = receipt["rows"]
    return {**receipt, "rows": {**rows, "messages": rows["messages"] + before}}


def _ask_about(fan_id: str, question: Callable[[Database], Awaitable[Json]]) -> Json:
    async def asked(database: Database) -> Json:
        try:
            return await question(database)
        except RpcRejected as error:
            if error.code != "PT404":
                raise
            fail(f"there is no fan with id, uuid or handle {fan_id!r}")

    return ask(asked)


def _print_rows(rows: Json) -> None:
    table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
    for section, count in sorted(rows.items()):
        if count:
            table.add_row(section, str(count))
    Console().print(table)


def _new_private_file(path: Path) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        fail(f"{path} exists already: it is not overwritten, since others may read it")
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}")
