"""
`fanpace report rhythm`: one HTML page about how long fans waited, and whether that was meant.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from worker import creators
from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.rhythm_figures import figures
from worker.rhythm_page import page
from worker.rows import Json


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
    since = datetime.now(UTC) - timedelta(days=days)

    async def question(database: Database) -> Json:
        creator_id = None
        if creator is not None:
            creator_id = creators.find((await database.list_pacing())["creators"], creator)["id"]
        return await database.rhythm_report(since, creator_id)

    try:
        found = figures(ask(question))
    except creators.NoSuchCreator as error:
        fail(str(error))
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2))
        return
    try:
        output.write_text(page(found), encoding="utf-8")
    except OSError as error:
        fail(f"cannot write {output}: {error.strerror}; choose another place with --output")
    said = f"{found.turn_count} answers" if found.turn_count else "nobody was answered yet"
    click.echo(f"wrote {os.fspath(output)}: {said}, {days} days")
