"""The SQL that docs/privacy.md tells an operator to run does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import Project
from tests.sql.test_memory import learn

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text()
BLOCKS: list[str] = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


def block_with(text: str) -> str:
    (block,) = [block for block in BLOCKS if text in block]
    return block


@pytest.fixture
def known(project: Project) -> Project:
    """A project in which something is known of ada, and something of bob."""
    learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    project.fan_writes("bob", "hi, bob here")
    project.execute("update fans set tags = '[\"from bob\"]' where handle = 'bob'")
    return project


def test_what_is_kept_is_listed_with_what_it_was_learned_from(known: Project) -> None:
    rows = known.rows(block_with("learned_from"))
    assert {(row["handle"], row["text"], row["learned_from"]) for row in rows} == {
        ("ada", "likes_hiking", "f"),
        ("ada", "Lives in Lisbon", "f"),
        ("bob", "from bob", None),
    }


def test_learning_is_switched_off(known: Project) -> None:
    known.connection.execute(block_with("profile_every"))
    assert known.value("select profile_every from settings") == 0


def test_edits_are_taken_as_a_person_s(known: Project) -> None:
    known.connection.execute(block_with("tags - 'likes_hiking'"))
    assert known.fan("ada")["tags"] == []
    rows = known.rows("select text, removed_at is null as live from fan_facts")
    assert {row["text"]: row["live"] for row in rows} == {
        "from bob": True,
        "likes_hiking": False,
        "Lives in Lisbon": False,
        "Prefers to be called Addie": False,
    }


def test_retention_is_shortened(known: Project) -> None:
    known.connection.execute(block_with("fan_retention"))
    row = known.row("select message_retention, fan_retention from settings")
    assert [value.days for value in row.values()] == [365, 730]


def test_the_defaults_that_the_page_tells_of_are_those_of_the_table(project: Project) -> None:
    row = project.row("select message_retention, fan_retention, erased_for from settings")
    for name, value in row.items():
        assert f"`settings.{name}` ({value.days} days)" in PAGE
