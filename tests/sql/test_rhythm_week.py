"""
The simulated week of `make rhythm ARGS=--week` still runs on the SQL as it stands.

How close its waits come to people's is bench/rhythm.py's to print.
"""

from __future__ import annotations

from bench.rhythm_week import World
from tests.project import Project


def test_two_fans_have_a_week_and_every_turn_of_theirs_is_answered(project: Project) -> None:
    World(project, fans=2, seed=0.5).run()

    statuses = project.rows("select status, count(*) as turns from turns group by status")
    assert [row["status"] for row in statuses] == ["answered"]
    assert statuses[0]["turns"] > 10
