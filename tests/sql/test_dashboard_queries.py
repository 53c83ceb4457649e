"""Every saved query of docs/dashboard.md runs, as a member, and shows what its title asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from tests.project import Project
from tests.sql.people import new_member, new_user, signed_in

PAGE = (Path(__file__).parents[2] / "docs" / "dashboard.md").read_text()
QUERIES: dict[str, str] = dict(re.findall(r"### ([^\n]+)\n\n```sql\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def lived_in(project: Project) -> Project:
    """A project with something for every query: a sale, a draft that waits, a fan who is held."""
    project.execute("update creators set reconciled_at = now()")
    offer = project.value(
        "insert into offers (creator_id, title, price_cents) values (%s, 'Beach set', 2500)"
        " returning id",
        project.creator_id,
    )
    project.fan_writes("ada", "hello you")
    project.answer("ada", "hey")
    project.fan_pays("ada", 12_000)
    project.execute("update purchases set occurred_at = now()")
    project.execute(
        "insert into fan_offers (fan_id, offer_id, turn_id, title, price_cents, currency, status,"
        " offered_at, closed_at, reason, created_at) select fan_id, %s, id, 'Beach set', 2500,"
        " 'USD', 'bought', now(), now(), 'bought', now() from turns",
        offer,
    )
    project.set_creator("approve")
    project.fan_writes("ada", "and what else?")
    project.commit(project.claim_reply("ada"), "a secret")
    project.set_creator("auto")
    project.fan_writes("bob")
    project.inspect(signals=["threat"])
    project.fan_writes("cleo")
    project.inspect()
    # The page's queries go by the real clock.
    project.execute("update jobs_queue set run_at = now() where status = 'queued'")
    return project


def asked(connection: psycopg.Connection[Any], title: str) -> list[dict[str, Any]]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(QUERIES[title]).fetchall()


@pytest.fixture
def member(lived_in: Project) -> Iterator[psycopg.Connection[Any]]:
    with signed_in(lived_in, new_member(lived_in, "viewer")) as connection:
        yield connection


def test_there_are_queries_on_the_page() -> None:
    assert len(QUERIES) == PAGE.count("```sql") > 10


def test_every_query_finds_something_for_a_member_and_nothing_for_a_stranger(
    lived_in: Project, member: psycopg.Connection[Any]
) -> None:
    with signed_in(lived_in, new_user(lived_in)) as stranger:
        for title in QUERIES:
            assert asked(member, title), title
            assert asked(stranger, title) == [], title


def test_what_has_to_be_done_is_listed_with_its_draft(member: psycopg.Connection[Any]) -> None:
    kinds = {row["fan"]: row for row in asked(member, "What do I have to do now?")}
    assert (kinds["ada"]["kind"], kinds["ada"]["draft"]) == ("draft", ["a secret"])
    assert kinds["bob"]["kind"] == "stop_sign"


def test_the_funnel_of_the_week_begins_and_ends_where_the_fans_stood(
    member: psycopg.Connection[Any],
) -> None:
    stages = {row["stage"]: row for row in asked(member, "How did the funnel move this week?")}
    assert sum(row["now"] for row in stages.values()) == 3


def test_why_a_fan_waits_is_told_where_no_job_is_left(member: psycopg.Connection[Any]) -> None:
    (row,) = asked(member, "Why has this fan no answer yet?")
    assert (row["job_type"], row["open_turn_status"]) == (None, "held")


def test_what_is_edited_by_hand_may_be_edited(project: Project) -> None:
    project.fan_writes("ada")
    with signed_in(project, new_member(project, "operator")) as connection:
        for table, column in re.findall(r"`(creators|fans|offers)\.(\w+)`", PAGE):
            connection.execute(f"update {table} set {column} = {column}")
