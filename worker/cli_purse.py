"""
`fanpace purse`: let a fan be sold to again who said that they cannot afford it.

Caps are edited in the dashboard: creators.purse_config, and fans.purse_config for one fan.
"""

from __future__ import annotations

import click

from worker.asking import ask


@click.group()
def purse() -> None:
    """Decide about selling where the system would not sell."""


@purse.command()
@click.argument("fan_id", metavar="FAN", type=int)
def lift(fan_id: int) -> None:
    """Let a fan be sold to again. FAN: the fan's id, as fanpace fan and notes say it."""
    answer = ask(lambda database: database.lift_no_selling(fan_id))
    told = "lifted" if answer["lifted"] else "there was nothing to lift"
    if answer["closed_because"]:
        told += f"; nothing is sold all the same: {answer['closed_because']}"
    click.echo(told)
