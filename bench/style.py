"""
How near the replies are to how people write: a corpus of model outputs through the style functions.

`make style` dresses every text of bench/data/model_outputs.jsonl with twenty seeds, prints the
figures beside people's, and fails if a target is missed by one seed. It generates 10,000 texts
full of prices, links and names as well, and fails if one of those is changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click
from rich.console import Console

from bench.rhythm_report import photograph
from bench.style_cases import case, complaint
from worker.imperfections import lowercase_start, uppercase_start
from worker.prompts import PromptLibrary
from worker.style import dress
from worker.style_figures import Replies, replies_figures, report
from worker.style_page import page
from worker.style_table import style_table
from worker.vibes import Vibe

CORPUS = Path(__file__).parent / "data" / "model_outputs.jsonl"
PICTURE = Path(__file__).parents[1] / "docs" / "style-report.png"
CASES = 10_000
SEEDS = 20
# So far may chance lead away from what the vibes' chances ask for.
DEVIATIONS = 3


@dataclass(frozen=True)
class Output:
    """One text as a model wrote it, and the names that were protected."""

    text: str
    vibe: str
    stage: str
    language: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """A figure and the bounds that it has to keep with every seed."""

    name: str
    values: tuple[float, ...]
    least: float
    most: float

    @property
    def is_met(self) -> bool:
        return all(self.least <= value <= self.most for value in self.values)

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name, "least": self.least, "most": self.most,
            "lowest": min(self.values), "highest": max(self.values), "met": self.is_met,
        }  # fmt: skip


def corpus() -> list[Output]:
    """Return the model outputs that come with the repository."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return [Output(**{**row, "names": tuple(row["names"])}) for row in rows]


def dressed(outputs: Sequence[Output], vibes: dict[str, Vibe], seed: int) -> list[tuple[str, ...]]:
    """Return the bubbles of every output, each with a seed drawn from `seed`."""
    rng = Random(seed)
    return [
        dress(each.text, vibes[each.vibe], rng.getrandbits(52), each.names).bubbles
        for each in outputs
    ]


def lower_case_bounds(
    outputs: Sequence[Output], vibes: dict[str, Vibe], replies: Sequence[Sequence[str]]
) -> tuple[float, float]:
    """
    Return the share of lower-case starts that the vibes ask for, at least and at most.

    Asked for is the chance of the vibe for each bubble that begins with a word that may lose its
    capital; the bounds lie three standard deviations around it. One draw decides a whole reply.
    """
    asked, variance, count = 0.0, 0.0, 0
    for output, bubbles in zip(outputs, replies, strict=True):
        chance = vibes[output.vibe].imperfections.get("lowercase_start", 0)
        fit = sum(_may_start_lower(bubble, output.names) for bubble in bubbles)
        asked += chance * fit
        variance += chance * (1 - chance) * fit**2
        count += len(bubbles)
    width = DEVIATIONS * variance**0.5
    return (asked - width) / count, (asked + width) / count


def _may_start_lower(bubble: str, names: Sequence[str]) -> bool:
    capital = uppercase_start(bubble, names)
    return capital[:1].isupper() and lowercase_start(capital, Random(0), names)[:1].islower()


def targets(runs: Sequence[Replies], lower_case: tuple[float, float]) -> list[Target]:
    """Return what every run has to keep."""
    found = [run.bubbles for run in runs]
    return [
        Target("words, coefficient of variation", tuple(f.words_cv for f in found), 0.8, 2.0),
        Target("ends with a full stop", tuple(f.full_stop for f in found), 0.1, 0.3),
        Target("no final punctuation", tuple(f.no_final_punctuation for f in found), 0.3, 0.6),
        Target("starts in lower case", tuple(f.lower_case_start for f in found), *lower_case),
        Target("em dash", tuple(f.em_dash for f in found), 0.0, 0.0),
    ]


def changed_cases(count: int, vibes: Sequence[Vibe]) -> list[str]:
    """Return what is said of the generated cases that were changed; the aim is none."""
    found = (complaint(case(n), vibes[n % len(vibes)], n) for n in range(count))
    return [each for each in found if each]


@click.command()
@click.option("--cases", default=CASES, show_default=True, help="Generated texts.")
@click.option("--picture", is_flag=True, help="Write docs/style-report.png; needs a Chromium.")
@click.option("--json", "as_json", is_flag=True)
def main(cases: int, picture: bool, as_json: bool) -> None:
    """Dress the corpus and compare."""
    vibes = {vibe.name: vibe for vibe in PromptLibrary.load().vibes}
    outputs = corpus()
    runs = [dressed(outputs, vibes, seed) for seed in range(SEEDS)]
    kept = [found for found in map(replies_figures, runs) if found is not None]
    if picture:
        _photograph(outputs, runs[0])
    asked = targets(kept, lower_case_bounds(outputs, vibes, runs[0]))
    changed = changed_cases(cases, tuple(vibes.values()))
    raw = replies_figures([(each.text,) for each in outputs])
    if as_json:
        click.echo(
            json.dumps(
                {
                    "texts": len(outputs), "seeds": SEEDS,
                    "targets": [target.as_json() for target in asked],
                    "generated_cases": cases, "changed_cases": changed,
                    "before": raw.as_json() if raw else None, "after": kept[0].as_json(),
                },
                indent=2,
            )
        )  # fmt: skip
    else:
        _print(outputs, {"model": raw, "dressed": kept[0]}, asked, cases, changed)
    if changed or not all(target.is_met for target in asked):
        sys.exit(1)


def _photograph(outputs: Sequence[Output], replies: Sequence[Sequence[str]]) -> None:
    """Show the dressed corpus as `fanpace report style` would, had it been sent."""
    messages = [
        {"turn_id": number, "vibe": output.vibe, "body": bubble}
        for number, (output, bubbles) in enumerate(zip(outputs, replies, strict=True))
        for bubble in bubbles
    ]
    sent = {
        "since": "2026-11-01T00:00:00+00:00", "until": "2026-11-22T12:00:00+00:00",
        "creators": [{"id": 1, "display_name": "Luna"}], "messages": messages,
        "messages_limit": len(messages) + 1,
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        html = Path(folder) / "style.html"
        html.write_text(page(report(sent)), encoding="utf-8")
        if not photograph(html, PICTURE):
            raise click.ClickException("there is no Chromium on the PATH to take the picture with")


def _print(
    outputs: Sequence[Output],
    columns: dict[str, Replies | None],
    asked: Sequence[Target],
    cases: int,
    changed: Sequence[str],
) -> None:
    console = Console(width=110)
    shown = {name: replies for name, replies in columns.items() if replies is not None}
    console.print(style_table(f"{len(outputs)} model outputs, before and after (seed 0)", shown))
    for target in asked:
        mark = "[green]met[/]" if target.is_met else "[red]missed[/]"
        console.print(
            f"{mark} {target.name}: {min(target.values):.3f} to {max(target.values):.3f} with"
            f" {SEEDS} seeds, asked for {target.least:.3g} to {target.most:.3g}"
        )
    mark = "[red]missed[/]" if changed else "[green]met[/]"
    console.print(f"{mark} prices, links, names unchanged: {cases - len(changed)} of {cases} cases")
    for each in changed[:10]:
        console.print(each, markup=False)


if __name__ == "__main__":
    main()
