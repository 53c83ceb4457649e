"""
`fanpace explain`: why a job is due when it is, and what became of it.

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
from worker.explanation import sentences
from worker.rows import Json
from worker.spoken_times import span
from worker.timeline import timeline


@click.command()
@click.argument("job_id", type=int, required=False)
@click.option("--fan", help="The newest reply to this fan: a handle, an id or Fanvue's uuid.")
@click.option("--json", "as_json", is_flag=True, help="Print the facts and the sentences as JSON.")
def explain(job_id: int | None, fan: str | None, as_json: bool) -> None:
    """Say why a job is due when it is, and what became of it."""
    if (job_id is None) == (fan is None):
        raise click.UsageError("name a job, or say --fan")

    async def look(database: Database) -> Json:
        try:
            return await database.explain_job(job_id, fan)
        except RpcRejected as error:
            if error.code != "PT404":
                raise
            fail(
                f"no fan {fan!r} has a reply in the queue or behind it"
                if job_id is None
                else f"there is no job {job_id}; finished ones are purged after "
                "settings.job_retention"
            )

    facts = ask(look)
    told, events = sentences(facts), timeline(facts)
    if as_json:
        listed = [{"at": event.at.isoformat(), "what": event.what} for event in events]
        click.echo(json.dumps({**facts, "sentences": told, "timeline": listed}, indent=2))
        return
    console = Console(highlight=False)
    job = facts["job"]
    console.print(
        f"[bold]{job['job_type']} job {job['id']}[/], {job['status']}; times in {facts['zone']}",
    )
    console.print(" ".join(told), markup=False)
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for event in events:
        after = (event.at - events[0].at).total_seconds()
        table.add_row(event.at.strftime("%d %b %H:%M:%S"), f"+{span(after)}", event.what)
    console.print(table, markup=False)
