"""
`fanpace stop`, `start` and `mode`: who is answered and how, and the switch that halts everything.

What a mode means and who may set it is the database's.
"""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.rows import Json

MODES = ("auto", "approve", "paused", "human", "opted_out")


@click.command()
@click.option("--reason", help="Why, for those who find it stopped.")
def stop(reason: str | None) -> None:
    """Halt everything, for all creators and on all workers, within a second."""
    told = ask(lambda database: database.stop_automation(reason))
    how = "stopped" if told["changed"] else "was stopped already"
    under_way = told["under_way"]
    tail = f"; {under_way} on the way already cannot be called back" if under_way else ""
    click.echo(f"{how}{tail}")


@click.command()
@click.option("--reason", help="Why it may go on.")
def start(reason: str | None) -> None:
    """Go on after a stop."""
    told = ask(lambda database: database.start_automation(reason))
    click.echo("started" if told["changed"] else "was not stopped")


@click.command()
@click.argument("scope", required=False, type=click.Choice(["global", "creator", "fan"]))
@click.argument("rest", nargs=-1, metavar="[ID] [MODE]")
@click.option("--reason", help="Why; whoever looks at the fan or the audit log reads it.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def mode(scope: str | None, rest: tuple[str, ...], reason: str | None, as_json: bool) -> None:
    """
    Show the modes, or set one: auto, approve or paused; for a fan also human or opted_out.

    \b
    fanpace mode
    fanpace mode global approve --reason "new prompts"
    fanpace mode creator 1 paused
    fanpace mode fan 17 auto --reason "she is fine"

    The strictest of the three counts.
    """
    if scope is None:
        listed = ask(lambda database: database.list_modes())
        click.echo(json.dumps(listed, indent=2)) if as_json else _show(listed)
        return
    id_, wanted = _parsed(scope, rest)
    told = ask(lambda database: database.set_mode(scope, id_, wanted, reason))
    if as_json:
        click.echo(json.dumps(told, indent=2))
        return
    who = "everybody" if id_ is None else f"{scope} {id_}"
    change = f"{told['before']} -> {told['mode']}" if told["changed"] else f"{told['mode']} already"
    strictest = "" if told["effective"] == told["mode"] else f"; {told['effective']} counts"
    click.echo(f"{who}: {change}{strictest}")


def _parsed(scope: str, rest: tuple[str, ...]) -> tuple[int | None, str]:
    """Return id and mode of `fanpace mode SCOPE …`; raises UsageError."""
    expected = ("mode",) if scope == "global" else ("id", "mode")
    if len(rest) != len(expected):
        raise click.UsageError(f"fanpace mode {scope} {' '.join(expected).upper()}")
    *ids, wanted = rest
    if wanted not in MODES:
        raise click.UsageError(f"{wanted} is no mode; there are {', '.join(MODES)}")
    if ids and not ids[0].isdecimal():
        raise click.UsageError(f"{ids[0]} is no id; fanpace mode and fanpace fan show them")
    return (int(ids[0]) if ids else None), wanted


def _show(listed: Json) -> None:
    if listed["stopped"]:
        why = f": {listed['stop_reason']}" if listed["stop_reason"] else ""
        click.echo(f"STOPPED since {listed['stopped_at']}{why}\n")
    table = Table("scope", "id", "name", "mode", "counts", "reason", box=None, padding=(0, 2, 0, 0))
    table.add_row("global", "", "", listed["mode"], listed["mode"], listed["reason"] or "")
    for creator in listed["creators"]:
        partly = " (some approved)" if creator["approval_config"] else ""
        table.add_row(
            "creator", str(creator["id"]), creator["display_name"], f"{creator['mode']}{partly}",
            creator["effective"], creator["reason"] or "",
        )  # fmt: skip
    for fan in listed["fans"]:
        table.add_row("fan", str(fan["id"]), fan["fan"] or "", fan["mode"], "", fan["reason"] or "")
    Console().print(table)
