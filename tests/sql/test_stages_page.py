"""docs/stages.md tells the thresholds that the database has."""

from __future__ import annotations

import re
from pathlib import Path

from tests.project import Project

PAGE = (Path(__file__).parents[2] / "docs" / "stages.md").read_text()


def test_the_page_names_every_threshold_with_its_default(project: Project) -> None:
    section = PAGE.split("## Thresholds")[1].split("\n## ")[0]
    told = {
        key: float(default)
        for key, default in re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", section, re.MULTILINE)
    }
    defaults = project.value("select private.default_funnel_config()")
    # What concerns offers has a page of its own.
    assert told == {key: at for key, at in defaults.items() if not key.startswith("offer_")}


def test_the_diagram_names_every_stage(project: Project) -> None:
    diagram = PAGE.split("```mermaid")[1].split("```")[0]
    named = set(re.findall(r"^  (\w+) --> (\w+):", diagram, re.MULTILINE))
    stages = set(project.value("select enum_range(null::fan_stage)::text[]"))
    assert {side for edge in named for side in edge} == stages
