"""
`fanpace audit`: who changed, released or erased what.

The database writes it down by itself; here it is only shown.
"""

from __future__ import annotations

import json
from datetime import datetime

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.rows import Json


@click.command()
@click.option("--fan", help="An id, Fanvue's uuid, a handle or, of who was erased, a pseudonym.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help="A day or a moment, by this machine's clock.",
)  # fmt: skip
@click.option("--most", type=click.IntRange(1, 10_000), default=200, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the entries as JSON.")
def audit(fan: str | None, since: datetime | None, most: int, as_json: bool) -> None:
    """Say who changed a mode, a configuration, an offer, a member or the prompts, and when."""
    moment = since.astimezone() if since else None
    listed = ask(lambda database: database.list_audit(fan, moment, most))
    if as_json:
        click.echo(json.dumps(listed, indent=2))
        return
    if not listed["entries"]:
        click.echo("nothing is on record")
        return
    table = Table("at", "who", "what", "creator", "fan", "detail", box=None, padding=(0, 2, 0, 0))
    for entry in listed["entries"]:
        table.add_row(
            entry["at"][:19].replace("T", " "),
            entry["actor_email"] or entry["actor"] or entry["actor_role"],
            entry["action"],
            str(entry["creator_id"] or ""),
            str(entry["fan_id"] or entry["fan"] or ""),
            in_words(entry["detail"]),
        )
    Console(highlight=False).print(table, markup=False)


def in_words(detail: Json) -> str:
    """Return a detail as `name old → new, name value`."""
    return ", ".join(f"{name} {_value(value)}" for name, value in detail.items())


def _value(value: object) -> str:
    if isinstance(value, list) and len(value) == 2:
        return " → ".join("none" if each is None else str(each) for each in value)
    return f"({in_words(value)})" if isinstance(value, dict) else str(value)
