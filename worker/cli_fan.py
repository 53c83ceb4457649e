"""
`fanpace fan`: where a fan stands, and how that came.

Needs the secret key: the worker's own role may not ask.
"""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.errors import RpcRejected
from worker.fan_story import sentences, story
from worker.rows import Json


@click.command()
@click.argument("fan_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print the facts and the sentences as JSON.")
def fan(fan_id: str, as_json: bool) -> None:
    """Say where a fan stands and how that came. ID: an id, Fanvue's uuid or a handle."""

    async def look(database: Database) -> Json:
        try:
            return await database.explain_fan(fan_id)
        except RpcRejected as error:
            if error.code != "PT404":
                raise
            fail(f"there is no fan with id, uuid or handle {fan_id!r}")

    facts = ask(look)
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
