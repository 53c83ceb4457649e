"""
`fanpace offers`: what a creator has to offer, and what became of it.

Needs the secret key. To change or withdraw an offer, edit its row in the dashboard.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.spoken_prices import spoken_price
from worker.vibes import STAGES

# In the stage `new` nothing is offered, and the database would say so.
_STAGES = [stage for stage in STAGES if stage != "new"]


class Price(click.ParamType[int]):
    """An amount such as 25 or 12.50, in whole cents."""

    name = "price"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        try:
            cents = Decimal(str(value)) * 100
        except InvalidOperation:
            self.fail(f"{value} is no amount; write 25 or 12.50", param, ctx)
        if not cents.is_finite() or cents != cents.to_integral_value():
            self.fail(f"{value} is no amount; write 25 or 12.50", param, ctx)
        return int(cents)


@click.group()
def offers() -> None:
    """List what may be offered to fans, and add to it."""


@offers.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def list_all(as_json: bool) -> None:
    """List every offer, and how often it was made, bought and declined."""
    listed = ask(lambda database: database.list_offers())
    if as_json:
        click.echo(json.dumps(listed, indent=2))
        return
    if not listed["offers"]:
        click.echo("nothing is offered yet: fanpace offers add --title … --price …")
        return
    table = Table(
        "offer", "creator", "title", "price", "stages", "made", "open", "bought", "declined",
        box=None, padding=(0, 2, 0, 0),
    )  # fmt: skip
    for offer in listed["offers"]:
        table.add_row(
            str(offer["id"]),
            offer["creator"],
            offer["title"] if offer["active"] else f"{offer['title']} (withdrawn)",
            spoken_price(offer["price_cents"], offer["currency"]),
            ", ".join(offer["stages"]),
            *(str(offer[count]) for count in ("made", "open", "bought", "declined")),
        )
    Console().print(table)


@offers.command()
@click.option("--title", required=True, help="How a reply names it.")
@click.option("--price", "price_cents", type=Price(), required=True, help="25, or 12.50.")
@click.option("--currency", default="USD", show_default=True)
@click.option("--description", default="", help="A sentence or two for the prompt.")
@click.option(
    "--stage", "stages", multiple=True, type=click.Choice(_STAGES), default=("sales",),
    show_default=True, help="Where it may be offered; may be repeated.",
)  # fmt: skip
@click.option("--creator", "creator_id", type=int, help="The creator's id, if there are several.")
def add(
    title: str,
    price_cents: int,
    currency: str,
    description: str,
    stages: tuple[str, ...],
    creator_id: int | None,
) -> None:
    """Put an offer into a creator's catalogue."""
    added = ask(
        lambda database: database.add_offer(
            title, price_cents, creator_id, description, currency.upper(), stages
        )
    )
    click.echo(f"offer {added['id']}: {title}, {spoken_price(price_cents, currency)}")
