"""
Operators' functions under an operator's own login: their own creators' things, and nobody else's.

What a function does is tested beside the function; here is only who may. The secret key may all of
it, as ever.
"""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.project import Project
from tests.sql.row_policies import World
from tests.sql.test_catalogue import OPERATED

SINCE = "2020-01-01"


@pytest.fixture
def world(project: Project) -> World:
    world = World(project)
    for name, ids in (("own", world.own), ("others", world.others)):
        project.connection.execute(
            "insert into jobs_queue (job_type, creator_id, fan_id, status, finished_at, last_error)"
            " values ('history', %(creator)s, %(fan)s, 'dead', now(), '{}')",
            ids,
        )
        project.connection.execute(
            "insert into messages (fan_id, turn_id, direction, kind, status, body, sending_at,"
            " created_at) select fan_id, id, 'outbound', 'reply', 'unknown', 'hey', now(), now()"
            " from turns where fan_id = %(fan)s",
            ids,
        )
        project.execute("update fans set handle = %s where id = %s", name, ids["fan"])
        project.connection.execute(
            "insert into jobs_queue (job_type, creator_id, fan_id, status, finished_at)"
            " values ('reply', %(creator)s, %(fan)s, 'cancelled', now())",
            ids,
        )
    return world


def ask(world: World, role: str, call: str, *arguments: Any) -> Any:
    with world.as_role(role) as connection:
        row = connection.execute(f"select public.{call}", arguments).fetchone()
        assert row is not None
        return row[0]


def refused_with(world: World, role: str, call: str, *arguments: Any) -> str | None:
    """The sqlstate with which it is refused, or None."""
    try:
        with world.as_role(role) as connection, connection.transaction(force_rollback=True):
            connection.execute(f"select public.{call}", arguments)
    except psycopg.Error as error:
        return error.sqlstate
    return None


def _of(world: World, ids: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Calls about one creator's things, by the function's name with its arguments' marks."""
    value = world.project.value
    dead = value("select id from jobs_queue where status = 'dead' and fan_id = %s", ids["fan"])
    unknown = value("select id from messages where status = 'unknown' and fan_id = %s", ids["fan"])
    handle = value("select handle from fans where id = %s", ids["fan"])
    return {
        "explain_job(%s)": (dead,),
        "explain_job(null, %s)": (handle,),
        "explain_fan(%s)": (handle,),
        "list_audit(%s)": (handle,),
        "import_status(%s)": (str(ids["creator"]),),
        "requeue_dead_job(%s)": (dead,),
        "resolve_message(%s, 'sent')": (unknown,),
        "add_offer('Night set', 1200, %s)": (ids["creator"],),
    }


CHANGING = ("requeue_dead_job", "resolve_message", "add_offer")


def test_a_viewer_reads_and_an_operator_acts_on_their_own_creators_things(world: World) -> None:
    for call, arguments in _of(world, world.own).items():
        for role, expected in (("operator", None), ("viewer", "PT403")):
            if not call.startswith(CHANGING):
                expected = None
            assert refused_with(world, role, call, *arguments) == expected, (role, call)


def test_another_creators_things_do_not_exist_for_members(world: World) -> None:
    for call, arguments in _of(world, world.others).items():
        for role in ("viewer", "operator", "stranger"):
            assert refused_with(world, role, call, *arguments) == "PT404", (role, call)


def test_it_is_said_in_the_same_words_as_of_what_is_nowhere(world: World) -> None:
    said = []
    for handle in ("others", "nobody"):
        with pytest.raises(psycopg.Error) as caught:
            ask(world, "operator", "explain_fan(%s)", handle)
        said.append(str(caught.value).replace(handle, "…"))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "call",
    [
        "list_dead_jobs()", "list_offers()", "list_pacing()", "human_replies()",
        f"rhythm_report('{SINCE}')", f"style_report('{SINCE}')", "list_members()", "list_audit()",
    ],
)  # fmt: skip
def test_lists_hold_ones_own_creators_only(world: World, call: str) -> None:
    everything = world.project.value(f"select public.{call}")
    for role in ("operator", "stranger"):
        shown = str(ask(world, role, call))
        assert "Mia" not in shown
        assert "others" not in shown
        assert ("Luna" in shown) == (role == "operator" and "Luna" in str(everything))
    with world.as_role("operator") as connection:
        connection.execute("select set_config('role', 'service_role', false)")
        row = connection.execute(f"select public.{call}").fetchone()
    assert row is not None
    assert str(row[0]).count("Mia") == str(everything).count("Mia")


def test_reports_about_another_creator_are_empty(world: World) -> None:
    other = world.others["creator"]
    for call in (f"rhythm_report('{SINCE}', %s)", f"style_report('{SINCE}', %s)"):
        assert ask(world, "operator", call, other)["creators"] == []
        assert len(world.project.value(f"select public.{call}", other)["creators"]) == 1


def test_waits_are_drawn_for_members_only(world: World) -> None:
    assert refused_with(world, "viewer", "draw_waits('{}', 2)") is None
    assert refused_with(world, "stranger", "draw_waits('{}', 2)") == "PT403"


@pytest.mark.parametrize("role", ["anon", "jobs_worker", "webhook_ingest"])
def test_no_other_key_calls_an_operators_function(world: World, role: str) -> None:
    signatures = world.project.rows(
        "select oid::regprocedure::text as name, proname from pg_proc"
        " where pronamespace = 'public'::regnamespace and proname = any (%s)",
        [*OPERATED, "add_member", "remove_member"],
    )
    assert {row["proname"] for row in signatures} >= OPERATED
    with world.as_role(role) as connection:
        for row in signatures:
            name, types = row["name"].rstrip(")").split("(")
            nulls = ", ".join(f"null::{each}" for each in types.split(",") if each)
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="denied for function"):
                connection.execute(f"select {name}({nulls})")


def test_a_stolen_operators_login_cannot_bring_in_others(world: World) -> None:
    for call in ("add_member(%s, 'x@example.com')", "remove_member(%s, 'x@example.com')"):
        assert refused_with(world, "operator", call, world.own["creator"]) == "42501"


def test_members_are_added_changed_listed_and_removed_with_the_secret_key(world: World) -> None:
    project, creator = world.project, world.own["creator"]
    email = project.value("select email from auth.users where id = %s", world.users["stranger"])
    project.value("select public.add_member(%s, %s)", creator, f" {email.upper()} ")
    assert ask(world, "stranger", "list_offers()")["offers"] != []
    assert ask(world, "stranger", "list_members()") == {"members": []}

    project.value("select public.add_member(%s, %s, 'operator')", creator, email)
    listed = {
        row["email"]: row["role"] for row in ask(world, "stranger", "list_members()")["members"]
    }
    assert listed[email] == "operator"

    project.value("select public.remove_member(%s, %s)", creator, email)
    assert ask(world, "stranger", "list_offers()") == {"offers": []}
    assert refused_with_owner(project, "remove_member(%s, %s)", creator, email) == "PT404"
    assert refused_with_owner(project, "add_member(%s, 'nobody@example.com')", creator) == "PT404"
    assert refused_with_owner(project, "add_member(0, %s)", email) == "PT404"
    recorded = project.rows(
        "select action, detail from audit_log"
        " where action ~ '^member' and detail ->> 'user_id' = %s order by id",
        str(world.users["stranger"]),
    )
    assert [row["action"] for row in recorded] == ["member.add", "member.change", "member.remove"]
    assert recorded[1]["detail"]["role"] == ["viewer", "operator"]


def refused_with_owner(project: Project, call: str, *arguments: Any) -> str | None:
    try:
        project.execute(f"select public.{call}", *arguments)
    except psycopg.Error as error:
        return error.sqlstate
    return None
