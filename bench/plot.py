"""
Draw the results: a panel for each figure, a bar for each system and setting, on a log scale.

A bar is the median of the figure's first metric, its whisker the least and the greatest run.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.result import FANPACE, Measured

HEADLINES = {"lateness": "p99"}
OURS, THEIRS, BARE = "#c2185b", "#90a4ae", "#cfd8dc"


def headline(figure: str, rows: Sequence[Measured]) -> list[Measured]:
    """The rows of the metric by which the figure is drawn."""
    metric = HEADLINES.get(figure, rows[0].metric)
    return [row for row in rows if row.metric == metric and row.median > 0]


def write(path: Path, results: Sequence[Measured]) -> None:
    """Write the picture as SVG, the same bytes for the same results."""
    panels = [
        (name, rows)
        for name, group in groupby(results, key=lambda row: row.figure)
        if (rows := headline(name, list(group)))
    ]
    if not panels:
        return
    heights = [len(rows) + 1.5 for _, rows in panels]
    with mpl.rc_context({"svg.hashsalt": "fanpace", "svg.fonttype": "none", "font.size": 8}):
        figure = Figure(figsize=(9, 0.2 * sum(heights) + 0.6), layout="constrained")
        axes = figure.subplots(
            len(panels), 1, squeeze=False, gridspec_kw={"height_ratios": heights}
        ).flat
        for panel, (name, rows) in zip(axes, panels, strict=True):
            medians = [row.median for row in rows]
            below = [row.median - row.spread[0] for row in rows]
            above = [row.spread[1] - row.median for row in rows]
            panel.barh(
                range(len(rows)), medians, xerr=[below, above], error_kw={"linewidth": 0.7},
                color=[_colour(row) for row in rows],
            )  # fmt: skip
            panel.set_yticks(range(len(rows)), [_label(row) for row in rows])
            panel.invert_yaxis()
            panel.set_xscale("log")
            unit = f", {rows[0].unit}" if rows[0].unit else ""
            panel.set_title(
                f"{name}: {rows[0].metric}{unit}; {rows[0].better} is better", loc="left"
            )
            panel.grid(axis="x", alpha=0.25)
        figure.savefig(path, metadata={"Date": None})


def _label(row: Measured) -> str:
    text = f"{row.system}: {row.setting}"
    return text if len(text) <= 70 else f"{text[:69]}…"


def _colour(row: Measured) -> str:
    if row.system == FANPACE:
        return OURS
    return BARE if row.system.startswith("bare") else THEIRS
