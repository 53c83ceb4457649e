"""
`fanpace desk`: an operator's day at a terminal, with the operator's own login.

Connects and opens the screen; the screen is worker/desk_app.py's.
"""

from __future__ import annotations

import sys
import time

import click

from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database


@click.command()
@click.option("--creator", "creator_id", type=int, help="Only this creator's, by id.")
@click.option(
    "--grace", type=click.FloatRange(0, 60), default=4.0, show_default=True,
    help="Seconds in which a decision can be undone.",
)  # fmt: skip
def desk(creator_id: int | None, grace: float) -> None:
    """Open the desk: what waits for you, what is due when, and each fan's page."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        fail("the desk needs a terminal; for scripts: fanpace review --list or --json")
    open_desk(creator_id, grace)


def open_desk(creator_id: int | None, grace: float) -> None:
    """Show the desk at its inbox until it is left; say what could not be told."""
    try:
        from worker.desk_app import DeskApp
        from worker.desk_inbox import Inbox
        from worker.desk_queue import Queue
    except ModuleNotFoundError as error:
        fail(f"the desk needs {error.name}: pip install 'fanpace[desk]', or fanpace review --list")

    async def work_through(database: Database) -> None:
        # Before the screen: a missing login is a line here and no screen at all.
        await database.list_review(creator_id)
        inbox = Inbox(database, creator_id, grace, time.monotonic)
        await DeskApp(inbox, Queue(database, creator_id, time.monotonic), database).run_async()
        # Whoever leaves by Ctrl-C has decided all the same.
        await inbox.tell(everything=True)
        if inbox.decisions:
            lost = ", ".join(decision.words for decision in inbox.decisions.values())
            fail(f"not told, decide again later: {lost}; {inbox.said}")
        if inbox.said:
            click.echo(inbox.said)

    ask(work_through)
