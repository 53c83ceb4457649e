"""
`fanpace rhythm draw`: waits as the database draws them, for anybody to compare with their own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import asdict
from statistics import quantiles

import click
from rich.console import Console
from rich.table import Table

from worker import creators, waits
from worker.asking import ask
from worker.cli_exit import fail
from worker.database import Database
from worker.people import Shape, Wait, people, shape
from worker.progress import Steps, steps
from worker.rows import Json

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)


@click.group()
def rhythm() -> None:
    """Try how long replies wait."""


@rhythm.command()
@click.option("--preset", help="plan, fitted, relaxed or attentive.")
@click.option("--config", "config_text", metavar="JSON", help="Any pacing_config, as JSON.")
@click.option("--creator", help="A creator's own configuration: id, uuid or name.")
@click.option("-n", "--count", default=20000, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option(
    "--seed", type=click.FloatRange(-1, 1), help="Between -1 and 1; draws the same again."
)
@click.option("--json", "as_json", is_flag=True, help="Print every draw as JSON.")
def draw(
    preset: str | None,
    config_text: str | None,
    creator: str | None,
    count: int,
    seed: float | None,
    as_json: bool,
) -> None:
    """Draw waits with the database's function; without options, the preset `fitted`."""
    if sum(given is not None for given in (preset, config_text, creator)) > 1:
        raise click.UsageError("choose one of --preset, --config and --creator")
    config = (
        parse_config(config_text) if config_text is not None else {"preset": preset or "fitted"}
    )
    if seed is None:
        seed = round(random.uniform(-1, 1), 6)

    async def drawn(database: Database, progress: Steps) -> tuple[Json, list[Json]]:
        chosen = config
        if creator is not None:
            listed = await database.list_pacing()
            chosen = creators.find(listed["creators"], creator)["pacing_config"]
        return chosen, await waits.draw(database, chosen, count, seed, progress)

    with steps("drawing", count) as progress:
        try:
            config, draws = ask(lambda database: drawn(database, progress))
        except creators.NoSuchCreator as error:
            fail(str(error))
    if as_json:
        click.echo(json.dumps({"config": config, "seed": seed, "count": count, "draws": draws}))
        return
    found = [Wait(each["seconds"], each["reply_chars"], each["conversation"]) for each in draws]
    _print(config, seed, found)


def parse_config(text: str) -> Json:
    """Read a pacing_config from the command line; what may be in it is the database's to say."""
    try:
        config = json.loads(text)
    except json.JSONDecodeError as error:
        raise click.BadParameter(
            f'not JSON ({error}); for example {{"preset": "fitted", "base_delay": 90}}',
            param_hint="--config",
        ) from error
    if not isinstance(config, dict):
        raise click.BadParameter("must be a JSON object", param_hint="--config")
    return config


def percentiles(seconds: Sequence[float]) -> list[float]:
    """Return PERCENTILES of some waits."""
    if len(seconds) < 2:
        return [seconds[0]] * len(PERCENTILES)
    cuts = quantiles(seconds, n=100, method="inclusive")
    return [cuts[each - 1] for each in PERCENTILES]


def _print(config: Json, seed: float, drawn: list[Wait]) -> None:
    seconds = [wait.seconds for wait in drawn]
    table = Table(
        title=f"{len(drawn)} waits under {json.dumps(config)}, seed {seed:g}", title_justify="left"
    )
    table.add_column("percentile")
    for each in PERCENTILES:
        table.add_column(str(each), justify="right")
    table.add_row("seconds", *(f"{each:.1f}" for each in percentiles(seconds)))
    middle = percentiles(seconds)[PERCENTILES.index(50)]
    if middle > 0:
        scale = middle / people().median
        table.add_row(
            "people, to this median",
            *(f"{people().percentiles[each - 1] * scale:.1f}" for each in PERCENTILES),
        )
    console = Console()
    console.print(table)
    if middle > 0:
        console.print(describe(shape(drawn)))


def describe(found: Shape) -> str:
    """Say in one line how far waits are from people's."""
    figures = asdict(found)
    lag1 = "too few to tell" if found.lag1 is None else f"{found.lag1:.2f}"
    return (
        f"KS beside people {figures['distance']:.3f} · p90/p50 {figures['p90_over_p50']:.1f}"
        f" (people {people().p90_over_p50:.1f}) · lag-1 {lag1} (people {people().lag1:.2f})"
    )
