"""
Show results as one table, in the terminal and in bench/README.md.

One line for each system and setting of a figure; its metrics stand beside each other, each as the
median of its runs with the least and the greatest of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.result import FANPACE, Measured

BEGIN, END = "<!-- results: written by make bench -->", "<!-- end of results -->"
COLUMNS = ("figure", "system", "setting", "median (least–most of the runs)", "wanted")


def lines(results: Sequence[Measured]) -> list[tuple[str, str, str, str, str]]:
    """One tuple for each system and setting, in the order in which they were first measured."""
    found = []
    groups: dict[tuple[str, str, str], list[Measured]] = {}
    for row in results:
        groups.setdefault((row.figure, row.system, row.setting), []).append(row)
    for (figure, system, setting), rows in groups.items():
        wanted = "; ".join(dict.fromkeys(row.wanted for row in rows if row.wanted))
        note = "; ".join(dict.fromkeys(row.note for row in rows if row.note))
        if note:
            setting = f"{setting} ({note})"
        found.append((figure, system, setting, ", ".join(map(in_words, rows)), wanted))
    return found


def in_words(row: Measured) -> str:
    """`p99 3.5 ms (3.1–4.0)`; without the spread where there was one run."""
    unit = f" {row.unit}" if row.unit else ""
    least, most = row.spread
    spread = f" ({number(least)}–{number(most)})" if len(row.values) > 1 else ""
    return f"{row.metric} {number(row.median)}{unit}{spread}"


def number(value: float) -> str:
    """Three figures are as many as a measurement has."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def show(console: Console, results: Sequence[Measured]) -> None:
    """Print the table."""
    shown = Table(show_lines=False)
    for column in COLUMNS:
        shown.add_column(column, overflow="fold")
    before = ""
    for figure, system, setting, values, wanted in lines(results):
        if before and figure != before:
            shown.add_section()
        style = "bold" if system == FANPACE else ""
        shown.add_row(
            figure if figure != before else "", system, setting, values, wanted, style=style
        )
        before = figure
    console.print(shown)


def markdown(document: dict[str, Any], results: Sequence[Measured]) -> str:
    """The same as Markdown, with the machine above it."""
    machine = ", ".join(f"{name} {value}" for name, value in document["machine"].items())
    took = sum(document["seconds"].values()) / 60
    quick = ", with --quick" if document["quick"] else ""
    head = f"Measured at {document['measured_at']} in {took:.0f} minutes{quick} on: {machine}."
    return "\n".join([head, "", *_rows(results), ""])


def _rows(results: Sequence[Measured]) -> Iterable[str]:
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "| " + " | ".join("---" for _ in COLUMNS) + " |"
    before = ""
    for figure, system, setting, values, wanted in lines(results):
        bold = f"**{system}**" if system == FANPACE else system
        yield f"| {figure if figure != before else ''} | {bold} | {setting} | {values} | {wanted} |"
        before = figure


def into_readme(readme: Path, document: dict[str, Any], results: Sequence[Measured]) -> None:
    """Put the table between the README's marks."""
    text = readme.read_text()
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{readme.name} needs both marks: {BEGIN} and {END}")
    readme.write_text(f"{before}{BEGIN}\n\n{markdown(document, results)}\n{END}{after}")
