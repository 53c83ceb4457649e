"""
`fanpace members`: who may see a creator's fans, and who may decide what they are sent.

Adding and removing need the secret key; listing also works with an operator's own login.
"""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask

ROLES = ("viewer", "operator")


@click.group()
def members() -> None:
    """List, add and remove the people of a creator."""


@members.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def list_all(as_json: bool) -> None:
    """List who belongs to which creator, and as what."""
    listed = ask(lambda database: database.list_members())
    if as_json:
        click.echo(json.dumps(listed, indent=2))
        return
    if not listed["members"]:
        click.echo("nobody yet: fanpace members add EMAIL --creator ID")
        return
    table = Table("creator", "name", "e-mail", "role", "since", box=None, padding=(0, 2, 0, 0))
    for member in listed["members"]:
        table.add_row(
            str(member["creator_id"]), member["creator"], member["email"], member["role"],
            member["since"][:10],
        )  # fmt: skip
    Console(highlight=False).print(table, markup=False)


@members.command()
@click.argument("email")
@click.option("--creator", "creator_id", type=int, required=True, help="The creator's id.")
@click.option(
    "--role", type=click.Choice(ROLES), default="viewer", show_default=True,
    help="viewer: sees; operator: decides what fans are sent, too.",
)  # fmt: skip
def add(email: str, creator_id: int, role: str) -> None:
    """Add a person who has a login, or change their role."""
    ask(lambda database: database.add_member(creator_id, email, role))
    click.echo(f"{email} is {role} for creator {creator_id}")


@members.command()
@click.argument("email")
@click.option("--creator", "creator_id", type=int, required=True, help="The creator's id.")
def remove(email: str, creator_id: int) -> None:
    """End a person's membership; it holds from their next request on."""
    ask(lambda database: database.remove_member(creator_id, email))
    click.echo(f"{email} is no member of creator {creator_id} any more")
