"""
Row security: what each role can do with the rows of its own creator and of another, really tried.

docs/security.md shows the outcome; this test fails where the page is not true.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege

from tests.project import Project
from tests.sql.row_policies import EXPECTED, NO, ROLES, VERBS, World, attempt

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
BEGIN, END = "<!-- the matrix: begin -->\n", "<!-- the matrix: end -->"
Matrix = dict[tuple[str, str, str], str]


@pytest.fixture
def world(project: Project) -> World:
    return World(project)


def tried(world: World, ids: dict[str, Any]) -> Matrix:
    found: Matrix = {}
    for role in ROLES:
        with world.as_role(role) as connection:
            for table in world.tables:
                for verb in VERBS:
                    found[table.name, role, verb] = attempt(connection, world, table, verb, ids)
    return found


def expected(world: World) -> Matrix:
    return {
        (table.name, role, verb): EXPECTED.get((table.name, role, verb), NO)
        for role in ROLES
        for table in world.tables
        for verb in VERBS
    }


def test_each_role_does_with_its_own_creators_rows_what_it_may_and_the_page_says_so(
    world: World,
) -> None:
    wanted, found = expected(world), tried(world, world.own)
    written = rendered(wanted, found)
    if os.environ.get("FANPACE_WRITE_PAGES"):
        page = PAGE.read_text()
        PAGE.write_text(page.split(BEGIN)[0] + BEGIN + written + END + page.split(END)[1])

    assert found == wanted
    assert PAGE.read_text().split(BEGIN)[1].split(END)[0] == written, (
        "docs/security.md does not show what is so: have it written anew by"
        " FANPACE_WRITE_PAGES=1 .venv/bin/python -m pytest tests/sql/test_row_policies.py"
    )


def test_nobody_sees_or_changes_a_row_of_a_creator_that_they_do_not_belong_to(
    world: World,
) -> None:
    assert {cell: came for cell, came in tried(world, world.others).items() if came != NO} == {}


def rendered(wanted: Matrix, found: Matrix) -> str:
    """The matrix in Markdown: expected / found."""
    lines = [
        f"| table | verb | {' | '.join(ROLES)} |",
        "| --- | --- |" + " --- |" * len(ROLES),
    ]
    for table, role, verb in wanted:
        if role != "anon":
            continue
        cells = [f"{wanted[table, each, verb]} / {found[table, each, verb]}" for each in ROLES]
        lines.append(f"| `{table}` | {verb} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


# -- that the trial can see a fault


@pytest.mark.parametrize(
    ("fault", "cell", "own"),
    [
        ("grant select on webhook_events to anon; alter table webhook_events disable row level"
         " security", ("webhook_events", "anon", "select"), True),
        ("grant update (total_spend) on fans to authenticated",
         ("fans", "operator", "update"), True),
        ("create policy planted on messages for select to authenticated using (true)",
         ("messages", "stranger", "select"), False),
        ("grant delete on offers to authenticated; create policy planted on offers for delete"
         " to authenticated using (true)", ("offers", "viewer", "delete"), True),
    ],
)  # fmt: skip
def test_a_planted_hole_is_seen(
    world: World, fault: str, cell: tuple[str, str, str], own: bool
) -> None:
    table = next(each for each in world.tables if each.name == cell[0])
    ids = world.own if own else world.others
    undo = {
        "webhook_events": "revoke select on webhook_events from anon;"
        " alter table webhook_events enable row level security",
        "fans": "revoke update (total_spend) on fans from authenticated",
        "messages": "drop policy planted on messages",
        "offers": "revoke delete on offers from authenticated; drop policy planted on offers",
    }[cell[0]]
    with world.as_role(cell[1]) as connection:
        before = attempt(connection, world, table, cell[2], ids)
        world.project.execute(fault)
        try:
            assert attempt(connection, world, table, cell[2], ids) != before
        finally:
            world.project.execute(undo)


# -- beyond the cells


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("update creators set persona = ''", 1),
        ("update fans set tags = '[]'", 1),
        ("update offers set active = false", 1),
        ("update fan_facts set removed_at = now()", 1),
    ],
)
def test_an_edit_without_a_condition_reaches_ones_own_rows_only(
    world: World, statement: str, touched: int
) -> None:
    # Without a condition nothing is read, and the policy for reading does not help.
    with world.as_role("operator") as connection:
        assert connection.execute(statement).rowcount == touched
    with world.as_role("viewer") as connection:
        assert connection.execute(statement).rowcount == 0


def test_deleting_without_a_condition_removes_ones_own_facts_only(world: World) -> None:
    for role in ("viewer", "operator"):
        with world.as_role(role) as connection:
            connection.execute("delete from fan_facts")
        left = world.project.rows("select fan_id from fan_facts where removed_at is null")
        assert (world.own["fan"] in [row["fan_id"] for row in left]) == (role == "viewer")
        assert world.others["fan"] in [row["fan_id"] for row in left]


@pytest.mark.parametrize("role", list(ROLES))
def test_nobody_truncates_a_table(world: World, role: str) -> None:
    with world.as_role(role) as connection:
        for table in world.tables:
            with pytest.raises(InsufficientPrivilege):
                connection.execute(f"truncate {table.name}")


def test_a_member_sees_their_own_membership_only(world: World) -> None:
    with world.as_role("operator") as connection:
        seen = connection.execute("select user_id from creator_members").fetchall()
    assert seen == [(world.users["operator"],)]


def test_a_membership_that_is_taken_away_is_gone_with_the_next_request(world: World) -> None:
    with world.as_role("viewer") as connection:
        assert connection.execute("select from fans").rowcount == 1
        world.project.execute(
            "delete from creator_members where user_id = %s", world.users["viewer"]
        )
        assert connection.execute("select from fans").rowcount == 0


def test_what_an_operator_types_is_typed_and_not_learned(world: World) -> None:
    with (
        world.as_role("operator") as connection,
        pytest.raises(InsufficientPrivilege, match="permission denied for table fan_facts"),
    ):
        connection.execute(
            "insert into fan_facts (fan_id, text, source) values (%s, 'rich', 'learned')",
            [world.own["fan"]],
        )


def test_a_fan_cannot_be_moved_to_another_creator(world: World) -> None:
    with world.as_role("operator") as connection, pytest.raises(InsufficientPrivilege):
        connection.execute("update fans set creator_id = %s", [world.others["creator"]])


def test_an_operators_edit_is_checked_as_anybodys(world: World) -> None:
    with world.as_role("operator") as connection:
        with pytest.raises(CheckViolation, match='pacing_config: "base_dealy"'):
            connection.execute("""update creators set pacing_config = '{"base_dealy": 1}'""")
        with pytest.raises(CheckViolation, match="auto_needs_a_disclosure_text"):
            connection.execute("update creators set disclosure = ''")


def test_an_edit_of_tags_is_learned_from_and_the_triggers_follow(world: World) -> None:
    with world.as_role("operator") as connection:
        connection.execute("""update fans set tags = '["likes_tea"]', automation = 'paused'""")
    project = world.project
    assert project.value(
        "select text from fan_facts where fan_id = %s and kind = 'tag'", world.own["fan"]
    ) == "likes_tea"  # fmt: skip
    assert project.rows("select from fans where automation = 'paused'") == [{}]


def test_policies_hold_for_who_claims_to_be_nobody(world: World) -> None:
    with psycopg.connect(
        f"{world.project.dsn}", autocommit=True
    ) as connection:  # a token of authenticated without a subject
        connection.execute("select set_config('role', 'authenticated', false)")
        assert connection.execute("select from fans").rowcount == 0
