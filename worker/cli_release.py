"""
`fanpace release`: let a fan who is held by a stop sign be answered again.
"""

from __future__ import annotations

import click

from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.errors import RpcRejected
from worker.rows import Json


@click.command()
@click.argument("fan", metavar="FAN")
@click.option(
    "--confirmed-adult",
    is_flag=True,
    help="You know that the fan, who seemed to be a minor, is an adult.",
)
def release(fan: str, confirmed_adult: bool) -> None:
    """Let a fan who is held be answered again. FAN: an id, Fanvue's uuid or a handle."""

    async def let_go(database: Database) -> Json:
        try:
            known = await database.explain_fan(fan)
            return await database.release_fan(known["fan"]["id"], confirmed_adult)
        except RpcRejected as error:
            if error.code == "PT404":
                fail(f"there is no fan with id, uuid or handle {fan!r}")
            if error.code == "PT422":
                fail(
                    f"fan {fan} may be a minor: once you know that they are an adult, "
                    "run it again with --confirmed-adult"
                )
            raise

    answer = ask(let_go)
    if answer["outcome"] == "not_held":
        click.echo(f"fan {fan} is not held; automation is {answer['automation']}")
        return
    click.echo(
        f"fan {fan} was held ({answer['stop_sign']}) and is released; "
        f"automation is {answer['automation']}"
    )
