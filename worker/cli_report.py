"""
`fanpace report`: how long fans waited, and whether that was meant; how what was sent is written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from rich.console import Console

from worker import creators
from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.rhythm_figures import figures
from worker.rhythm_page import page
from worker.rows import Json
from worker.style_figures import report as style_figures
from worker.style_page import page as style_page
from worker.style_table import style_table


@click.group()
def report() -> None:
    """Write reports about this project."""


@report.command()
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 3650))
@click.option("--creator", help="Only this creator: id, uuid or name.")
@click.option(
    "--output", default="rhythm.html", show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON; write no page.")
def rhythm(days: int, creator: str | None, output: Path, as_json: bool) -> None:
    """Write a page about waits: asked for, kept, beside people's."""
    found = figures(_asked(days, creator, lambda database, *about: database.rhythm_report(*about)))
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2))
        return
    _write(output, page(found))
    said = f"{found.turn_count} answers" if found.turn_count else "nobody was answered yet"
    click.echo(f"wrote {os.fspath(output)}: {said}, {days} days")


@report.command()
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 3650))
@click.option("--creator", help="Only this creator: id, uuid or name.")
@click.option(
    "--out", "--output", "output", help="Write an HTML page instead of a table.",
    type=click.Path(dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def style(days: int, creator: str | None, output: Path | None, as_json: bool) -> None:
    """Set how what was sent is written beside how people write."""
    found = style_figures(
        _asked(days, creator, lambda database, *about: database.style_report(*about))
    )
    if output is not None:
        _write(output, style_page(found))
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2))
        return
    said = f"{found.all.replies} replies" if found.all else "nothing was sent yet"
    if output is not None:
        click.echo(f"wrote {os.fspath(output)}: {said}, {days} days")
    elif found.all is None:
        click.echo(f"{said}, {days} days")
    else:
        title = f"{said}, {days} days{', the newest' if found.is_cut else ''}"
        Console().print(style_table(title, {"sent": found.all, **found.by_vibe}))


def _asked(
    days: int, creator: str | None, rpc: Callable[[Database, datetime, int | None], Awaitable[Json]]
) -> Json:
    """Ask the database about the last days, of one creator or of all."""
    since = datetime.now(UTC) - timedelta(days=days)

    async def question(database: Database) -> Json:
        creator_id = None
        if creator is not None:
            creator_id = creators.find((await database.list_pacing())["creators"], creator)["id"]
        return await rpc(database, since, creator_id)

    try:
        return ask(question)
    except creators.NoSuchCreator as error:
        fail(str(error))


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"cannot write {output}: {error.strerror}; choose another place with --output")
