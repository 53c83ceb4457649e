"""
The command line: `fanpace run` and `check` are here, every other command in a module of its own.

Says what went wrong in a line and exits with 2 for settings, 1 for everything else.
"""

from __future__ import annotations

import asyncio
import json
import sys

import click
from rich.console import Console
from rich.table import Table

from worker import app, checkup
from worker.cli_audit import audit
from worker.cli_calibrate import calibrate
from worker.cli_exit import fail, settings_or_exit
from worker.cli_explain import explain
from worker.cli_fan import fan
from worker.cli_jobs import jobs
from worker.cli_login import login, logout, whoami
from worker.cli_members import members
from worker.cli_notes import notes
from worker.cli_offers import offers
from worker.cli_prompts import prompts
from worker.cli_purse import purse
from worker.cli_release import release
from worker.cli_report import report
from worker.cli_review import review
from worker.cli_rhythm import rhythm
from worker.cli_switches import mode, start, stop
from worker.cli_texts import check_text, signals_command, triggers
from worker.errors import WorkerError
from worker.log import configure_logging, guard_the_last_words


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fanpace", prog_name="fanpace")
def main() -> None:
    """Answer a creator's fans at a human pace."""


@main.command()
def run() -> None:
    """Take due jobs and work on them until stopped (SIGTERM or Ctrl-C)."""
    settings = settings_or_exit()
    configure_logging(settings.log_level, settings.log_format, texts=settings.log_texts)
    if not settings.log_texts:
        guard_the_last_words()
    try:
        asyncio.run(app.run(settings))
    except WorkerError as error:
        fail(str(error))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(as_json: bool) -> None:
    """Try every outside connection; say which fails and what to do."""
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


for command in (review, mode, stop, start):
    main.add_command(command)
main.add_command(login)
main.add_command(logout)
main.add_command(whoami)
main.add_command(notes)
main.add_command(purse)
main.add_command(audit)
main.add_command(explain)
main.add_command(fan)
main.add_command(jobs)
main.add_command(members)
main.add_command(offers)
main.add_command(release)
main.add_command(rhythm)
main.add_command(calibrate)
main.add_command(report)
main.add_command(prompts)
main.add_command(check_text)
main.add_command(triggers)
main.add_command(signals_command)
