"""Notes to operators: one of a kind until somebody has seen it, and only for one's own creators."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests.project import Project, refused

ANNA, EVE = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


def note(
    project: Project, text: str = "look", kind: str = "trial", fan: int | None = None,
    creator: int | None = None,
) -> None:  # fmt: skip
    project.execute(
        "select private.note_operator(%s, %s, %s, %s, %s)",
        creator or project.creator_id, fan, kind, text, project.now,
    )  # fmt: skip


def listed(project: Project, seen_too: bool = False) -> list[dict[str, Any]]:
    answer = project.value("select private.list_notes(%s, %s)", seen_too, project.now)
    return list(answer["notes"])


def see(project: Project, *ids: int) -> Any:
    return project.value("select private.see_notes(%s, %s)", list(ids), project.now)


@contextmanager
def signed_in(project: Project, user: str, role: str | None = None) -> Iterator[psycopg.Connection]:
    """A connection as PostgREST makes it for a person, member of Luna in this role."""
    project.execute("insert into auth.users (id) values (%s) on conflict do nothing", user)
    if role:
        project.execute(
            "insert into creator_members (creator_id, user_id, role) values (%s, %s, %s)",
            project.creator_id, user, role,
        )  # fmt: skip
    with psycopg.connect(
        make_conninfo(project.dsn, user="authenticator"), autocommit=True
    ) as connection:
        connection.execute("set role authenticated")
        connection.execute(
            "select set_config('request.jwt.claims', %s, false)", [json.dumps({"sub": user})]
        )
        yield connection


def ask(connection: psycopg.Connection, query: str, *values: Any) -> Any:
    row = connection.execute(query, values).fetchone()
    assert row
    return row[0]


def test_an_unseen_note_counts_up_and_takes_the_newer_words(project: Project) -> None:
    note(project, "first")
    first_at = project.now
    project.later(60)
    note(project, "second")
    (row,) = project.rows("select * from operator_notes")
    assert (row["text"], row["note_count"]) == ("second", 2)
    assert (row["at"], row["last_at"]) == (first_at, project.now)


def test_another_kind_another_fan_and_another_creator_are_notes_of_their_own(
    project: Project,
) -> None:
    for fan in ("ada", "bob"):
        project.ingest(project.event(fan, "follow.created"))
    mia = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    for times in range(2):
        note(project)
        note(project, kind="other")
        note(project, fan=project.fan_id("ada"))
        note(project, fan=project.fan_id("bob"))
        note(project, creator=mia)
        assert [row["count"] for row in listed(project)] == [times + 1] * 5


def test_once_seen_the_next_one_is_new(project: Project) -> None:
    note(project)
    (known,) = listed(project)
    assert see(project, known["id"]) == {"seen": 1}
    assert listed(project) == []
    note(project)
    (new,) = listed(project)
    assert (new["count"], new["id"] != known["id"]) == (1, True)
    assert [row["id"] for row in listed(project, seen_too=True)] == [new["id"], known["id"]]


def test_a_note_is_seen_once_and_all_or_none_are(project: Project) -> None:
    note(project)
    note(project, kind="other")
    other, first = (row["id"] for row in listed(project))
    assert see(project, first, first) == {"seen": 1}
    assert see(project, first) == {"seen": 0}
    with refused("PT404"):
        see(project, other, 404)
    assert [row["id"] for row in listed(project)] == [other]
    assert project.value("select count(*) from audit_log where action = 'note.see'") == 1


def test_notes_go_with_their_fan(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    note(project, fan=project.fan_id("ada"))
    note(project)
    project.execute("delete from fans")
    assert [row["fan_id"] for row in listed(project)] == [None]


def test_a_text_that_is_too_long_is_cut(project: Project) -> None:
    note(project, "x" * 2000)
    assert len(listed(project)[0]["text"]) == 500


@pytest.mark.parametrize(
    ("role", "sees", "error"), [("operator", 1, None), ("viewer", 1, "PT403"), (None, 0, "PT404")]
)
def test_a_person_sees_the_notes_of_their_creators_and_an_operator_marks_them(
    project: Project, role: str | None, sees: int, error: str | None
) -> None:
    note(project)
    (note_id,) = (row["id"] for row in listed(project))
    with signed_in(project, ANNA, role) as anna:
        assert len(ask(anna, "select public.list_notes()")["notes"]) == sees
        if error is None:
            assert ask(anna, "select public.see_notes(%s)", [note_id]) == {"seen": 1}
            row = project.row("select seen_by::text from operator_notes")
            assert row["seen_by"] == ANNA
        else:
            with refused(error):
                ask(anna, "select public.see_notes(%s)", [note_id])
            assert project.value("select seen_at from operator_notes") is None


def test_a_member_of_one_creator_is_not_told_that_another_s_note_exists(project: Project) -> None:
    mia = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    note(project, creator=mia)
    note_id = project.value("select id from operator_notes")
    with signed_in(project, EVE, "operator") as eve:
        assert ask(eve, "select public.list_notes(true)")["notes"] == []
        with refused("PT404"):
            ask(eve, "select public.see_notes(%s)", [note_id])


@pytest.mark.parametrize(
    ("role", "error"), [("operator", None), ("viewer", "PT403"), (None, "PT404")]
)
def test_only_an_operator_lifts_the_ban_on_selling(
    project: Project, role: str | None, error: str | None
) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.execute("update fans set no_selling_until = now() + interval '9 days'")
    fan = project.fan_id("ada")
    with signed_in(project, ANNA, role) as anna:
        if error is None:
            assert ask(anna, "select public.lift_no_selling(%s)", fan)["lifted"] is True
            actor = project.value("select actor::text from audit_log where action <> 'member.add'")
            assert actor == ANNA
        else:
            with refused(error):
                ask(anna, "select public.lift_no_selling(%s)", fan)
            assert project.fan("ada")["no_selling_until"] is not None
