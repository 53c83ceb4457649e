"""
`fanpace run` and `fanpace check`: the worker itself, and a try of everything that it needs.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable

import click
from rich.console import Console
from rich.table import Table

from worker import app, checkup, cli_trial
from worker.cli_exit import fail, settings_or_exit
from worker.errors import WorkerError
from worker.log import configure_logging, guard_the_last_words


@click.command()
def run() -> None:
    """Take due jobs and work on them until stopped (SIGTERM or Ctrl-C)."""
    settings = settings_or_exit()
    configure_logging(settings.log_level, settings.log_format, texts=settings.log_texts)
    if not settings.log_texts:
        guard_the_last_words()
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(app.run(settings))
    except WorkerError as error:
        fail(str(error))


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    """Return uvloop's, with which a tenth of the worker's time goes; there is none for Windows."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return asyncio.new_event_loop
    return new_event_loop


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option(
    "--end-to-end",
    is_flag=True,
    help="Let a test fan write, and follow the reply until it is planned; nothing is sent.",
)
@click.option("--creator", metavar="NAME", help="Whose test fan: id, uuid or name; the only one's.")
def check(as_json: bool, end_to_end: bool, creator: str | None) -> None:
    """Try every outside connection; say which fails and what to do."""
    if end_to_end:
        sys.exit(0 if cli_trial.run_trial(creator, as_json) else 1)
    settings = settings_or_exit()
    configure_logging("error", settings.log_format)
    findings = asyncio.run(checkup.check_all(settings))
    if as_json:
        click.echo(json.dumps([finding.as_json() for finding in findings], indent=2))
    else:
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
        for finding in findings:
            mark = "[green]ok[/]" if finding.ok else "[red]fails[/]"
            table.add_row(mark, finding.name, finding.detail)
            if finding.advice:
                table.add_row("", "", f"[yellow]→ {finding.advice}[/]")
        Console().print(table)
    if not all(finding.ok for finding in findings):
        sys.exit(1)
