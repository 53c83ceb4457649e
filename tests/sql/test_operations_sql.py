"""The SQL that docs/operations.md tells an operator to run does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import Project

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
BLOCKS: list[str] = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0][:50])
def test_every_statement_on_the_page_runs(project: Project, block: str) -> None:
    project.fan_writes("ada")
    project.connection.execute(block)


def held_draft(project: Project) -> int:
    project.was_told("ada")
    project.set_creator("approve")
    project.fan_writes("ada", "hi there")
    project.commit(project.claim_reply("ada"), "one", "two")
    (turn,) = project.turns()
    assert turn["hold_reason"] == "waits for approval"
    return int(turn["id"])


def block_with(text: str) -> str:
    (block,) = [block for block in BLOCKS if text in block]
    return block


def test_held_turns_are_listed_with_what_was_said_and_drafted(project: Project) -> None:
    turn_id = held_draft(project)
    (row,) = project.rows(block_with("turns.hold_reason, turns.opened_at"))
    assert (row["id"], row["handle"]) == (turn_id, "ada")
    assert (row["said"], row["drafted"]) == (["hi there"], ["one", "two"])


def test_a_draft_that_is_released_goes_out_once(project: Project) -> None:
    turn_id = held_draft(project)
    release = block_with("approved_at = now()").replace("123", str(turn_id))
    project.execute(release)
    project.execute(release)
    assert project.deliver_all() == ["one", "two"]
    assert project.turns()[0]["status"] == "answered"


def test_why_a_fan_waits_is_one_row_for_each_open_job(project: Project) -> None:
    project.fan_writes("ada")
    found = project.rows(block_with("payload -> 'delay' as delay"))
    assert {row["job_type"] for row in found} == {"inspect", "reply"}
    (reply,) = [row for row in found if row["job_type"] == "reply"]
    assert reply["delay"]["seconds"] > 0
