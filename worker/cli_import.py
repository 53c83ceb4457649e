"""
`fanpace import`: bring a creator's chats, subscribers and spending in, without answering anything.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.cli_exit import fail, settings_or_exit
from worker.clients import database_of, fanvue_of, tokens_of
from worker.errors import RpcRejected, WorkerError
from worker.import_bar import import_bar
from worker.importing import import_creator
from worker.log import configure_logging
from worker.rows import Json
from worker.settings import Settings

_GO_ON = "run the same command again and it goes on where it was"


@click.command("import")
@click.argument("creator")
@click.option("--newest", type=click.IntRange(1, 10_000_000), metavar="N",
              help="Of each chat only the newest N messages (in pages of 50).")  # fmt: skip
@click.option("--answer-unread", is_flag=True,
              help="Answer unread messages as if they came now; else nothing is.")  # fmt: skip
@click.option("--again", is_flag=True, help="Read everything once more after it was all read.")
@click.option("--status", is_flag=True, help="Only say how far it is, and who is waiting.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def import_command(
    creator: str, newest: int | None, answer_unread: bool, again: bool, status: bool, as_json: bool
) -> None:
    """Bring the past of CREATOR (id, uuid or name) in: chats, subscribers, spending."""
    if status:
        _show_status(ask(lambda database: database.import_status(creator)), as_json)
        return
    options: dict[str, Any] = {"again": again}
    if newest is not None:
        options["newest_messages"] = newest
    if answer_unread:
        options["answer_unread"] = True
    settings = settings_or_exit()
    configure_logging("warning", settings.log_format)
    try:
        outcome = asyncio.run(run_import(settings, creator, options))
    except RpcRejected as error:
        fail(str(error))
    except WorkerError as error:
        fail(f"{error}; {_GO_ON}")
    except KeyboardInterrupt:
        fail(f"stopped; {_GO_ON}")
    if as_json:
        click.echo(json.dumps(outcome, indent=2))
    else:
        click.echo(in_words(outcome, creator))


async def run_import(settings: Settings, creator: str, options: Json) -> Json:
    """Import with a bar to look at; `fanpace connect` ends with it."""
    database = await database_of(settings)
    fanvue = fanvue_of(settings, tokens_of(settings, database))
    try:
        with import_bar() as bar:
            return await import_creator(
                database,
                fanvue,
                creator,
                importer=f"import on {settings.worker_id}",
                lease_seconds=settings.worker_lease,
                options=options,
                on_progress=bar.show,
                on_wait=bar.wait,
            )
    finally:
        await asyncio.gather(database.close(), fanvue.aclose())


def in_words(outcome: Json, creator: str) -> str:
    done = outcome["progress"]
    lines = [
        f"{done['messages']} messages of {done['chats_read']} chats,"
        f" {done['subscribers']} subscribers, {done['followers']} followers,"
        f" the spending of {done['spend_read']} fans"
    ]
    if outcome["outcome"] == "done":
        lines[0] = f"imported before, on {outcome['finished_at']}: {lines[0]}"
        lines.append("--again reads it all once more; what is here already does not come twice")
    for name in outcome["left_out"]:
        scope = "read:insights" if name == "spend" else "read:fan"
        lines.append(f"Fanvue does not show {name}: does the token have the scope {scope}?")
    if done["waiting"]:
        lines.append(
            f"{done['waiting']} fans have unread messages of before, which nothing answers by"
            f" itself: fanpace import {creator} --status lists them"
        )
    return "\n".join(lines)


def _show_status(status: Json, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(status, indent=2))
        return
    if status["phase"] is None:
        click.echo(f"{status['creator']}: nothing was imported yet")
        return
    done = status["progress"]
    state = {
        "done": f"imported, {status['finished_at']}",
        "messages": f"reading messages, {done['chats_read']} of {done['chats']} chats",
        "spend": f"reading what fans spent, {done['spend_read']} of {done['spenders']}",
    }.get(status["phase"], f"reading the list of {status['phase']}")
    running = f"by {status['importer']}" if status["importer"] else "nobody is at it"
    click.echo(
        f"{status['creator']}: {state}" + ("" if status["phase"] == "done" else f" ({running})")
    )
    if status["waiting"]:
        table = Table("fan", "id", "unread", "since", box=None, padding=(0, 2, 0, 0))
        for one in status["waiting"]:
            table.add_row(
                one["fan"] or "", str(one["fan_id"]), str(one["messages"]), one["since"][:16]
            )
        click.echo("unread since before, and nobody has answered:")
        Console().print(table)
