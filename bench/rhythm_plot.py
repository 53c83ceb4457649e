"""
Draw the presets' waits beside people's: one panel for each, the share answered within a time.

People's curve is moved to the preset's median, as the distances are measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import matplotlib as mpl
from matplotlib.figure import Figure

from worker.people import Wait, distance, people

TICKS = {1: "1 s", 10: "10 s", 60: "1 min", 600: "10 min", 3600: "1 h"}


def write(path: Path, drawn: Mapping[str, Sequence[Wait]]) -> None:
    """Write the figure as SVG, the same bytes for the same draws."""
    with mpl.rc_context({"svg.hashsalt": "fanpace", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(9, 5.6), layout="constrained")
        panels = figure.subplots(2, 2, sharex=True, sharey=True).flat
        for panel, (name, waits) in zip(panels, drawn.items(), strict=True):
            seconds = sorted(wait.seconds for wait in waits)
            middle = median(seconds)
            shares = [step / 200 for step in range(1, 200)]
            ours = [seconds[int(share * len(seconds))] for share in shares]
            theirs = [each * middle / people().median for each in people().percentiles]
            panel.plot(theirs, range(1, 100), color="#999999", linewidth=4, label="people")
            panel.plot(ours, [100 * each for each in shares], color="#c2185b", label=f"{name}")
            panel.axvline(middle, color="#c2185b", linewidth=0.6, linestyle=":")
            panel.set_title(f"{name}: median {middle:.0f} s, KS {distance(seconds):.3f}")
            panel.set_xscale("log")
            panel.set_xlim(1, 5000)
            panel.set_xticks(list(TICKS), list(TICKS.values()))
            panel.minorticks_off()
            panel.grid(alpha=0.25)
            panel.legend(loc="lower right", frameon=False)
        figure.supylabel("% answered within")
        figure.savefig(path, metadata={"Date": None})
