"""
`fanpace jobs`: list what failed for good, bring it back, say what became of a message.

Needs the secret key: the worker's own role may do none of this.
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
from worker.rows import Json


@click.group()
def jobs() -> None:
    """List dead letters, requeue them, resolve messages that nobody knows of."""


@jobs.command()
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def dead(as_json: bool) -> None:
    """List jobs that failed for good, and messages that may or may not have gone out."""
    listed = ask(lambda database: database.list_dead_jobs())
    if as_json:
        click.echo(json.dumps(listed, indent=2))
        return
    if not listed["jobs"] and not listed["unknown_messages"]:
        click.echo("nothing is dead and nothing is unknown")
        return
    console = Console()
    if listed["jobs"]:
        table = Table("job", "type", "fan", "since", "error", box=None, padding=(0, 2, 0, 0))
        for job in listed["jobs"]:
            error = (job["error"] or {}).get("message", "")
            table.add_row(
                str(job["id"]), job["job_type"], job["fan"] or "", job["finished_at"], str(error)
            )
        console.print(table)
    if listed["unknown_messages"]:
        table = Table("message", "fan", "begun", "text", box=None, padding=(0, 2, 0, 0))
        for message in listed["unknown_messages"]:
            table.add_row(
                str(message["id"]), message["fan"] or "", message["sending_at"], message["body"]
            )
        console.print(table)


@jobs.command()
@click.argument("job_ids", nargs=-1, type=int, metavar="JOB_ID...")
@click.option("--all", "every", is_flag=True, help="Requeue every dead job.")
def requeue(job_ids: tuple[int, ...], every: bool) -> None:
    """Bring dead jobs back; what may have gone out is looked for before it is sent again."""
    if every == bool(job_ids):
        raise click.UsageError("name the jobs, or say --all")

    async def bring_back(database: Database) -> list[str]:
        ids = job_ids
        if every:
            ids = tuple(job["id"] for job in (await database.list_dead_jobs())["jobs"])
        lines, refused = [], 0
        for job_id in ids:
            try:
                answer = await database.requeue_dead_job(job_id)
            except RpcRejected as error:
                if error.code != "PT404":
                    raise
                refused += 1
                lines.append(f"{job_id}: is not dead")
            else:
                lines.append(f"{job_id}: {answer['outcome']}")
        if refused and not every:
            fail("\n".join(lines))
        return lines

    for line in ask(bring_back):
        click.echo(line)


@jobs.command()
@click.argument("message_id", type=int)
@click.argument("finding", type=click.Choice(["sent", "unsent"]))
def resolve(message_id: int, finding: str) -> None:
    """Say that a message of which nobody could tell was sent, or was not."""
    answer: Json = ask(lambda database: database.resolve_message(message_id, finding))
    click.echo(f"{message_id}: {answer['outcome']}, its turn is {answer['turn_status']}")
