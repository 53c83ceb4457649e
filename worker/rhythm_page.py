"""
The rhythm report as one HTML page that needs nothing from outside of itself.

The words and the looks are in data/rhythm_report.html; every text of the project's is escaped.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from worker import rhythm_charts as charts
from worker.people import people
from worker.rhythm_figures import Figures, lateness
from worker.svg_chart import heat_map


def page(figures: Figures) -> str:
    """Return the whole page; of a project without a single reply it says so."""
    drawings: dict[str, str] = {}
    if figures.kept_shape:
        drawings["histogram"] = charts.waits_histogram(figures)
        drawings["curve"] = charts.waits_curve(figures)
        drawings["lengths"] = charts.medians_by_length(figures)
    if any(figures.bursts):
        drawings["bursts"] = charts.bursts(figures)
    if figures.late_replies:
        drawings["lateness"] = charts.lateness_histogram(figures.late_replies)
    if figures.written or figures.sent:
        drawings["written"] = heat_map("When fans write", figures.written, "written")
        drawings["sent"] = heat_map("When replies go out", figures.sent, "sent")
    return _template().render(
        figures=figures,
        charts={name: Markup(drawing) for name, drawing in drawings.items()},  # noqa: S704 (escaped where drawn)
        people=people(),
        late_replies=lateness(figures.late_replies),
        late_deliveries=lateness(figures.late_deliveries),
        how_long=charts.how_long,
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(
        files("worker").joinpath("data/rhythm_report.html").read_text(encoding="utf-8")
    )
