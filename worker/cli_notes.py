"""
`fanpace notes`: what the system wants its operators to know.

Who asks sees the notes of the creators that they belong to.
"""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.rows import Json
from worker.spoken_times import moment


@click.group(invoke_without_command=True)
@click.option("--all", "seen_too", is_flag=True, help="Also those that were seen.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_context
def notes(context: click.Context, seen_too: bool, as_json: bool) -> None:
    """List what nobody has seen yet, the newest first."""
    if context.invoked_subcommand is not None:
        return
    listed = ask(lambda database: database.list_notes(seen_too))
    if as_json:
        click.echo(json.dumps(listed, indent=2))
        return
    if not listed["notes"]:
        click.echo(
            "nothing to see" if seen_too else "nothing new: fanpace notes --all has the rest"
        )
        return
    table = Table("note", "last", "creator", "fan", "what", box=None, padding=(0, 2, 0, 0))
    for note in listed["notes"]:
        table.add_row(*_row(note))
    Console(highlight=False).print(table, markup=False)


@notes.command()
@click.argument("note_ids", metavar="ID...", type=int, nargs=-1, required=True)
def seen(note_ids: tuple[int, ...]) -> None:
    """Mark notes as seen: all of them, or none if one does not exist."""
    answer = ask(lambda database: database.see_notes(note_ids))
    click.echo(f"{answer['seen']} marked as seen")


def _row(note: Json) -> tuple[str, str, str, str, str]:
    text = note["text"] if note["count"] == 1 else f"{note['text']} ({note['count']} times)"
    fan = "" if note["fan_id"] is None else f"{note['fan_id']} {note['fan'] or ''}".rstrip()
    last = moment(note["last_at"]).strftime("%d %b %Y %H:%M")
    return str(note["id"]), last, note["creator"], fan, f"{note['kind']}: {text}"
