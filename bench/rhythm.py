"""
How near the waits are to people's: the database's own draws, and what fans get in the end.

`make rhythm` draws 20,000 waits for every preset, prints how far they are from people, and writes
docs/rhythm.svg. With ARGS=--week it lets 200 fans write for a week instead, on a clock that is
moved, and measures from a fan's message to the first bubble on the platform.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import psycopg
from rich.console import Console
from rich.table import Table

from bench import rhythm_plot, rhythm_week
from devstack import database, postgres
from worker.people import Shape, Wait, people, shape

PLOT = Path(__file__).parents[1] / "docs" / "rhythm.svg"
PRESETS = ("plan", "fitted", "relaxed", "attentive")


@dataclass(frozen=True, slots=True)
class PlanBounds:
    """Where the plan's formula put its waits: seconds, and the share of long pauses."""

    shortest: float
    longest_ordinary: float
    shortest_long: float
    longest: float
    long_share: float


def draw(connection: psycopg.Connection, preset: str, count: int, seed: float) -> list[Wait]:
    """Draw waits of simulated conversations with the database's function."""
    rows = connection.execute(
        "select seconds, reply_chars, conversation from private.simulate_waits("
        "private.effective_pacing(null, jsonb_build_object('preset', %s::text)), %s, %s)",
        (preset, count, seed),
    ).fetchall()
    return [Wait(*row) for row in rows]


def plan_bounds(waits: list[Wait]) -> PlanBounds:
    """Say where the plan's waits lie; 200 s parts ordinary ones from long pauses."""
    ordinary = [wait.seconds for wait in waits if wait.seconds < 200]
    long = [wait.seconds for wait in waits if wait.seconds >= 200]
    return PlanBounds(min(ordinary), max(ordinary), min(long), max(long), len(long) / len(waits))


@click.command()
@click.option("-n", "--count", default=20000, show_default=True, help="Draws for each preset.")
@click.option("--seed", default=0.42, show_default=True, help="Between -1 and 1.")
@click.option("--week", is_flag=True, help="Simulate a week of fans instead; some minutes.")
@click.option("--fans", default=200, show_default=True, help="With --week.")
@click.option("--preset", default="fitted", show_default=True, help="With --week.")
@click.option("--json", "as_json", is_flag=True)
def main(count: int, seed: float, week: bool, fans: int, preset: str, as_json: bool) -> None:
    """Compare waits with people's."""
    with postgres.running() as server:
        dsn = database.create(server, "rhythm")
        database.push(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            if week:
                found = rhythm_week.simulate(connection, dsn, preset, fans, seed)
                shapes = {name: shape(waits) for name, waits in found.waits.items() if waits}
                report(shapes, f"a week of {fans} fans, {preset}", as_json, asdict(found.counts))
                return
            drawn = {name: draw(connection, name, count, seed) for name in PRESETS}
    rhythm_plot.write(PLOT, drawn)
    bounds = asdict(plan_bounds(drawn["plan"]))
    shapes = {name: shape(waits) for name, waits in drawn.items()}
    report(shapes, f"{count} draws for each preset", as_json, bounds)


def report(shapes: dict[str, Shape], title: str, as_json: bool, notes: dict[str, float]) -> None:
    """Print the shapes beside people's."""
    if as_json:
        found = {name: asdict(each) for name, each in shapes.items()}
        click.echo(json.dumps({"shapes": found, "notes": notes}, indent=2))
        return
    table = Table(title=title)
    bands = [f"{low}-{high}" for low, high, _ in people().medians_by_chars]
    for column in ("", "n", "median s", "KS", "p90/p50", "lag-1", *bands):
        table.add_column(column, justify="left" if not column else "right")
    for name, each in shapes.items():
        table.add_row(
            name,
            str(each.count),
            f"{each.median:.1f}",
            f"{each.distance:.3f}",
            f"{each.p90_over_p50:.1f}",
            *("-" if value is None else f"{value:.2f}" for value in (each.lag1, *each.by_chars)),
        )
    table.add_row(
        "people",
        str(people().n),
        f"{people().median:.1f}",
        "0",
        f"{people().p90_over_p50:.1f}",
        f"{people().lag1:.2f}",
        *["1"] * len(bands),
    )
    console = Console(width=110)
    console.print(table)
    console.print("The last columns: the median by characters of the reply, over people's.")
    console.print(", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in notes.items()))


if __name__ == "__main__":
    main()
