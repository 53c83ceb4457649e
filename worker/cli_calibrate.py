"""
`fanpace calibrate`: fit the fitted model to how a person replies, and print the config to paste.

From the project's own takeovers, or from a CSV. The fit is calibration.py's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

import click
from rich.console import Console

from worker import calibration, calibration_csv, creators, waits
from worker.asking import ask, ask_if_set_up
from worker.calibration import Fit, Reply
from worker.cli_exit import fail
from worker.database import Database
from worker.progress import Steps, steps
from worker.rows import Json

DRAWS = 20000
SEED = 0.42
MOST = 20000
SHOWN_BAD_LINES = 10


@dataclass(frozen=True, slots=True)
class Distances:
    """How far draws of the database are from the replies; the level counts here."""

    before_config: Json
    before: float
    after: float


@click.command()
@click.option(
    "--csv", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Replies from a file: columns asked_at, answered_at, chars.",
)  # fmt: skip
@click.option("--creator", help="Only this creator's: id, uuid or name.")
@click.option("--days", type=click.IntRange(min=1), help="Only the last days' replies.")
@click.option(
    "--within", default=15.0, show_default=True, type=click.FloatRange(1, 1440),
    help="Minutes after which a reply counts as forgotten.",
)  # fmt: skip
@click.option("--preset", help="What to compare with; else what the creator has, or `plan`.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def calibrate(
    path: Path | None,
    creator: str | None,
    days: int | None,
    within: float,
    preset: str | None,
    as_json: bool,
) -> None:
    """Fit the waits to a person's replies: this project's takeovers, or a CSV's."""
    if path is not None and days is not None:
        raise click.UsageError("--days is for the project's replies; the CSV is read whole")
    bad_lines: tuple[tuple[int, str], ...] = ()
    if path is None:
        replies, not_counted = _from_project(creator, days)
    else:
        replies, bad_lines = _from_csv(path)
        not_counted = {"could not be read": len(bad_lines)} if bad_lines else {}
    kept = calibration.sample(replies, within * 60)
    left_out = {**not_counted, **kept.left_out}
    try:
        found = calibration.fit(kept.replies, within * 60)
    except calibration.TooFew as error:
        advice = (
            "take over more conversations, or raise --days"
            if path is None
            else "bring more replies"
        )
        fail(f"{error}; {advice}{_in_words(left_out)}{_lines(bad_lines)}")
    distances = _distances(found, kept.replies, creator, preset, optional=path is not None)
    if as_json:
        click.echo(json.dumps(_as_json(found, left_out, bad_lines, distances), indent=2))
    else:
        _print(found, kept.replies, left_out, bad_lines, distances)


def _from_csv(path: Path) -> tuple[list[Reply], tuple[tuple[int, str], ...]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            read = calibration_csv.read(lines)
    except (calibration_csv.CsvInvalid, UnicodeDecodeError, OSError) as error:
        fail(f"{path}: {error}")
    return list(read.replies), read.bad_lines


def _from_project(creator: str | None, days: int | None) -> tuple[list[Reply], dict[str, int]]:
    since = datetime.now(UTC) - timedelta(days=days) if days else None

    async def replies(database: Database) -> Json:
        creator_id = None
        if creator is not None:
            creator_id = creators.find((await database.list_pacing())["creators"], creator)["id"]
        return await database.human_replies(creator_id, since, MOST)

    try:
        answer = ask(replies)
    except creators.NoSuchCreator as error:
        fail(str(error))
    left_out = {
        "follow another message to the fan, so answer nothing": answer["not_answers"],
        f"older than the newest {MOST}": answer["older"],
    }
    found = [
        Reply(
            datetime.fromisoformat(each["asked_at"]).timestamp(),
            datetime.fromisoformat(each["answered_at"]).timestamp(),
            each["chars"],
            str(each["conversation"]),
        )
        for each in answer["replies"]
    ]
    return found, {why: count for why, count in left_out.items() if count}


def _distances(
    found: Fit, replies: tuple[Reply, ...], creator: str | None, preset: str | None, optional: bool
) -> Distances | None:
    """Measure both configurations on the database's draws; None where there is no database."""

    async def measured(database: Database, progress: Steps) -> Distances:
        before: Json = {"preset": preset or "plan"}
        listed = (await database.list_pacing())["creators"]
        if preset is None and creator is not None:
            before = creators.find(listed, creator)["pacing_config"]
        elif preset is None and len(listed) == 1:
            before = listed[0]["pacing_config"]
        theirs = [each.seconds for each in replies]

        async def distance(config: Json, from_step: int) -> float:
            drawn = await waits.draw(
                database, config, DRAWS, SEED, lambda done: progress(from_step + done)
            )
            return calibration.distance_between(theirs, [each["seconds"] for each in drawn])

        after = await distance(dict(found.config()), 0)
        return Distances(before, await distance(before, DRAWS), after)

    with steps("measuring", 2 * DRAWS) as progress:
        try:
            asking = ask_if_set_up if optional else ask
            return asking(lambda database: measured(database, progress))
        except creators.NoSuchCreator as error:
            fail(str(error))


def _as_json(
    found: Fit,
    left_out: dict[str, int],
    bad_lines: tuple[tuple[int, str], ...],
    distances: Distances | None,
) -> Json:
    return {
        "config": found.config(),
        "replies": found.count,
        "enough": found.count >= calibration.ENOUGH,
        "level_range": [round(each, 1) for each in found.level_range],
        "persistence_pairs": found.pairs,
        "left_out": left_out,
        "bad_lines": [{"line": line, "why": why} for line, why in bad_lines],
        "distance": None
        if distances is None
        else {
            "before_config": distances.before_config,
            "before": round(distances.before, 4),
            "after": round(distances.after, 4),
        },
    }


def _print(
    found: Fit,
    replies: tuple[Reply, ...],
    left_out: dict[str, int],
    bad_lines: tuple[tuple[int, str], ...],
    distances: Distances | None,
) -> None:
    console = Console(highlight=False, soft_wrap=True)
    q1, q2, q3 = quantiles([each.seconds for each in replies], n=4)
    console.print(
        f"{found.count} replies; half of them within {q2:.0f} s,"
        f" a quarter within {q1:.0f} s, three quarters within {q3:.0f} s"
    )
    for why, count in left_out.items():
        console.print(f"  left out: {count} {why}")
    for line in _lines(bad_lines).split("\n")[1:]:
        console.print(line, markup=False)
    low, high = found.level_range
    console.print(f"the level lies between {low:.0f} and {high:.0f} s, with 95 % certainty")
    if found.count < calibration.ENOUGH:
        console.print(
            f"[yellow]few replies: from {calibration.ENOUGH} on the level is certain to"
            " about a fifth[/]"
        )
    if found.persistence is None:
        console.print(
            f"persistence stays the preset's: {found.pairs} replies follow another of their"
            f" conversation, {calibration.ENOUGH_PAIRS} are needed"
        )
    if distances is None:
        console.print("no database to draw from, so the distance was not measured")
    else:
        console.print(
            f"KS {distances.before:.3f} under {json.dumps(distances.before_config)},"
            f" {distances.after:.3f} under this:",
            markup=False,
        )
    console.print()
    console.print(json.dumps(found.config()), markup=False)
    console.print("\npaste it into creators.pacing_config, or fans.pacing_config for one fan")


def _in_words(left_out: dict[str, int]) -> str:
    parts = [f"\n  left out: {count} {why}" for why, count in left_out.items()]
    return "".join(parts)


def _lines(bad_lines: tuple[tuple[int, str], ...]) -> str:
    shown = "".join(f"\n  line {line}: {why}" for line, why in bad_lines[:SHOWN_BAD_LINES])
    more = len(bad_lines) - SHOWN_BAD_LINES
    return shown + (f"\n  and {more} more lines (--json has all)" if more > 0 else "")
