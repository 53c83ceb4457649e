"""
`fanpace check --end-to-end`: show a trial's steps as they happen.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import click
import httpx

from worker.asking import ask
from worker.cli_exit import fail, project_settings_or_exit
from worker.database import Database
from worker.end_to_end import Step, Trial

# Seconds: a function that sleeps takes a while to wake.
WEBHOOK_PATIENCE = 30


def run_trial(creator: str | None, as_json: bool) -> bool:
    """Let a test fan of `creator` (None: the only one) write; whether its reply was planned."""
    settings = project_settings_or_exit()
    if settings.fanvue_webhook_secrets is None:
        fail(
            "the webhook's secret is needed to sign an event: put FANVUE_WEBHOOK_SECRETS into "
            ".env, with the value that the function has"
        )
    secret = settings.fanvue_webhook_secrets.get_secret_value().split(",")[0].strip()
    url = f"{settings.supabase_url.rstrip('/')}/functions/v1/fanvue-webhook"

    async def follow(database: Database) -> list[Step]:
        steps: list[Step] = []
        async with httpx.AsyncClient(timeout=WEBHOOK_PATIENCE) as http:
            trial = Trial(database, http, webhook_url=url, secret=secret)
            async for step in trial.follow(creator or await _only_creator(database)):
                steps.append(step)
                if not as_json:
                    _show(step)
        return steps

    steps = ask(follow)
    if as_json:
        click.echo(json.dumps([asdict(step) for step in steps], indent=2))
    return all(step.ok for step in steps)


def _show(step: Step) -> None:
    mark = click.style("ok   ", fg="green") if step.ok else click.style("fails", fg="red")
    click.echo(f"{mark} {step.seconds:6.1f} s  {step.name:<15} {step.detail}")
    if step.advice:
        click.secho(f"{'':16}→ {step.advice}", fg="yellow")


async def _only_creator(database: Database) -> str:
    known = (await database.list_modes())["creators"]
    if len(known) != 1:
        names = ", ".join(str(each["display_name"]) for each in known) or "nobody"
        fail(f"say whose test fan is to write, with --creator: there is {names}")
    return str(known[0]["id"])
