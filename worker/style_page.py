"""
The style report as one HTML page that needs nothing from outside of itself.

The words and the looks are in data/style_report.html, and the colours those of the rhythm report;
every text of the project's is escaped.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from worker import style_charts as charts
from worker.style_figures import Report, emoji_of_people, references
from worker.style_table import rows


def page(report: Report) -> str:
    """Return the whole page; of a project without a single reply it says so."""
    drawings: dict[str, str] = {}
    table: list[list[str]] = []
    if report.all:
        drawings = {
            "shares": charts.shares(report.all),
            "words": charts.words(report.all),
            "bubbles": charts.bubbles(report.all),
        }
        table = rows({"all": report.all, **report.by_vibe})
    return _template().render(
        report=report,
        looks=Markup(_looks()),  # noqa: S704 (our own file)
        charts={name: Markup(drawing) for name, drawing in drawings.items()},  # noqa: S704 (escaped where drawn)
        table=table,
        references=references(),
        emoji_source=emoji_of_people()[1],
    )


@cache
def _looks() -> str:
    found = re.search(r"<style>.*?</style>", _data("rhythm_report.html"), re.DOTALL)
    assert found, "the rhythm report has lost its style"  # noqa: S101
    return found[0]


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_data("style_report.html"))


def _data(name: str) -> str:
    return files("worker").joinpath(f"data/{name}").read_text(encoding="utf-8")
