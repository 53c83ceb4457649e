"""
How well names are found in labelled texts: precision and recall, one name at a time.

A label says which names a text is about; the same sums serve the checker's rules and the triggers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Labelled:
    """One text with the names that it should be given, and those that it was given."""

    text: str
    expected: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True)
class Score:
    """
    What became of the texts of one name.

    `false` are texts given the name that are not labelled with it; the texts of another name count
    there too, so that a rule that fires everywhere shows.
    """

    name: str
    hits: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.hits / ((self.hits + len(self.false)) or 1)

    @property
    def recall(self) -> float:
        return self.hits / ((self.hits + len(self.missed)) or 1)


def scores(rows: Sequence[Labelled], names: Iterable[str]) -> tuple[Score, ...]:
    """Return one Score for each of `names` that is expected somewhere in `rows`."""
    return tuple(
        Score(
            name,
            sum(name in row.expected and name in row.found for row in rows),
            tuple(row.text for row in rows if name in row.expected and name not in row.found),
            tuple(row.text for row in rows if name in row.found and name not in row.expected),
        )
        for name in names
        if any(name in row.expected for row in rows)
    )


def table(found: Sequence[Score]) -> str:
    """Return the scores as a table of plain text."""
    width = max((len(score.name) for score in found), default=4)
    lines = [f"{'':{width}}  texts  missed  false  precision  recall"]
    lines += [
        f"{score.name:{width}}  {score.hits + len(score.missed):5}  {len(score.missed):6}"
        f"  {len(score.false):5}  {score.precision:9.3f}  {score.recall:6.3f}"
        for score in found
    ]
    return "\n".join(lines)
