"""
`fanpace review`: the screen on a terminal, the list elsewhere, and each decision as a command.

The screen is worker/cli_desk.py's. What is edited is read by the rules that bind people
before the database hears of it, and once more when it is sent.
"""

from __future__ import annotations

import json
import sys

import click

from worker.asking import ask
from worker.cli_desk import open_desk
from worker.cli_exit import fail
from worker.database import Database
from worker.review import (
    as_text,
    bubbles_in,
    conversation_of,
    draft_of,
    edit_of,
    faults_in,
    heading_of,
    spoken_age,
)
from worker.rows import Json


@click.group(invoke_without_command=True)
@click.option("--creator", "creator_id", type=int, help="Only this creator's, by id.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.option("--list", "as_list", is_flag=True, help="Print the list, on a terminal too.")
@click.option(
    "--grace", type=click.FloatRange(0, 60), default=4.0, show_default=True,
    help="Seconds in which a decision on the screen can be undone.",
)  # fmt: skip
@click.pass_context
def review(
    context: click.Context, creator_id: int | None, as_json: bool, as_list: bool, grace: float
) -> None:
    """Work through the drafts that wait for a person."""
    if context.invoked_subcommand is not None:
        return
    if as_json or as_list or not (sys.stdin.isatty() and sys.stdout.isatty()):
        listed = ask(lambda database: database.list_review(creator_id))
        click.echo(json.dumps(listed, indent=2) if as_json else listing(listed))
        return
    open_desk(creator_id, grace)


def listing(listed: Json) -> str:
    """Return the list for eyes and for `grep`: one paragraph for each draft."""
    parts = [f"{listed['waiting']} waiting{', stopped' if listed['stopped'] else ''}"]
    for item in listed["items"]:
        head = (
            f"turn {item['turn_id']} revision {item['revision']}, {spoken_age(item['age_seconds'])}"
        )
        refusal = [f"  cannot go out: {item['refusal']}"] if item["refusal"] else []
        lines = [
            f"{head}: {heading_of(item)}",
            f"  {item['reason']}",
            *(f"  {line}" for line in conversation_of(item)),
            *(f"    {line}" for line in draft_of(item)),
            *refusal,
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


_revision = click.option(
    "--revision", type=int, help="Decide only if it is still this one; without it: as it is now."
)


@review.command()
@click.argument("turn_id", type=int, metavar="TURN")
@_revision
def approve(turn_id: int, revision: int | None) -> None:
    """Release a draft as it is."""

    async def decide(database: Database) -> Json:
        return await database.approve_turn(turn_id, await _revision_of(database, turn_id, revision))

    _tell(turn_id, ask(decide))


@review.command()
@click.argument("turn_id", type=int, metavar="TURN")
@click.option("--bubble", "texts", multiple=True, help="A bubble's text; repeat in their order.")
@_revision
def edit(turn_id: int, texts: tuple[str, ...], revision: int | None) -> None:
    """Change a draft and release it: with --bubble, from a pipe, or in your editor."""

    async def decide(database: Database) -> Json:
        item = await _found(database, turn_id)
        if item["refusal"]:
            fail(f"turn {turn_id} cannot go out: {item['refusal']}")
        written = texts or tuple(bubbles_in(_written(item)))
        if faults := faults_in(written):
            fail("; ".join(faults))
        seen = item["revision"] if revision is None else revision
        return await database.edit_turn(turn_id, seen, edit_of(item, written))

    _tell(turn_id, ask(decide))


@review.command()
@click.argument("turn_id", type=int, metavar="TURN")
@click.option(
    "--action", type=click.Choice(["rewrite", "drop", "take_over"]), default="rewrite",
    show_default=True, help="Another draft, no answer, or a person answers on Fanvue.",
)  # fmt: skip
@click.option("--note", help="What was wrong; kept with the turn.")
@_revision
def reject(turn_id: int, action: str, note: str | None, revision: int | None) -> None:
    """Reject a draft."""

    async def decide(database: Database) -> Json:
        seen = await _revision_of(database, turn_id, revision)
        return await database.reject_turn(turn_id, seen, action, note)

    _tell(turn_id, ask(decide))


def _written(item: Json) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.read()
    written = click.edit(as_text(item), extension=".txt")
    if written is None:
        fail("nothing was changed; to release it as it is: fanpace review approve")
    return written


async def _revision_of(database: Database, turn_id: int, revision: int | None) -> int:
    if revision is not None:
        return revision
    return int((await _found(database, turn_id))["revision"])


async def _found(database: Database, turn_id: int) -> Json:
    items: list[Json] = (await database.list_review())["items"]
    found = [item for item in items if item["turn_id"] == turn_id]
    if not found:
        fail(f"turn {turn_id} does not wait for a person: fanpace review --list")
    return found[0]


def _tell(turn_id: int, answer: Json) -> None:
    if answer["outcome"] != "approved":
        click.echo(f"{turn_id}: {answer['outcome']}, the turn is {answer['turn_status']}")
    elif answer["stopped"]:
        click.echo(f"{turn_id}: approved; everything is stopped, it goes out after fanpace start")
    else:
        click.echo(f"{turn_id}: approved, goes out from {answer['due_at']}")
