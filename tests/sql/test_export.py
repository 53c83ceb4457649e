"""A fan's copy holds everything about them, nothing about anybody else, and comes in pages."""

from __future__ import annotations

import json

import pytest

from tests.project import Project, Row, fan_uuid, refused
from tests.sql.personal_data import HANDLE, NAME, everything_about_quinn


def page_of(project: Project, fan: str, after: Row | None = None, most: int | None = None) -> Row:
    return dict(
        project.value(
            "select private.export_fan(%s, %s, %s, %s)",
            fan,
            None if after is None else json.dumps(after),
            most,
            project.now,
        )
    )


def whole(project: Project, fan: str, most: int) -> tuple[Row, int]:
    """Put all pages together; return how many they were, too."""
    copy = page_of(project, fan, None, most)
    pages = 1
    while (after := copy.pop("next")) is not None:
        page = page_of(project, fan, after, most)
        for section, rows in page.items():
            copy[section] = copy.get(section, []) + rows if section != "next" else rows
        pages += 1
    return copy, pages


def test_everything_that_would_tell_of_them_is_in_it(project: Project) -> None:
    traces = everything_about_quinn(project)
    project.fan_writes("bob", "hi, bob here")
    copy = page_of(project, HANDLE)
    assert copy["next"] is None
    # The creator's own failed look is no row of theirs, and says nothing that is not here too.
    assert traces.missing_in(json.dumps(copy)) == set()
    assert copy["fan"]["display_name"] in (NAME, HANDLE.title())
    assert "bob" not in json.dumps(copy)
    expected = {
        "fan_facts", "fan_insights", "fan_offers", "disclosures", "jobs_queue", "messages",
        "purchases", "stage_transitions", "turns", "webhook_events", "import_fans",
    }  # fmt: skip
    assert {section for section in copy if copy["about"].get(section)} >= expected
    assert all(copy[section] for section in expected)
    # Each section says in a sentence what it is.
    assert all(copy["about"][section] for section in expected | {"fan", "audit_log"})


def test_pages_put_together_are_the_whole_and_each_row_comes_once(project: Project) -> None:
    everything_about_quinn(project)
    at_once = page_of(project, HANDLE)
    del at_once["next"]
    for most in (1, 3, 7):
        copy, pages = whole(project, HANDLE, most)
        for section, rows in at_once.items():
            if section != "audit_log":
                assert copy[section] == rows, section
        assert pages > 5


def test_messages_from_before_the_connection_come_first(project: Project) -> None:
    project.fan_writes("ada", "hello")
    project.execute(
        "insert into messages (id, fan_id, direction, kind, status, body, platform_uuid, sent_at,"
        " created_at) overriding system value"
        " select -n, %s, 'inbound', 'fan', 'received', 'old ' || n, gen_random_uuid(), %s, %s"
        " from generate_series(1, 3) as n",
        project.fan_id("ada"), project.now, project.now,
    )  # fmt: skip
    copy, _ = whole(project, "ada", 2)
    assert [row["body"] for row in copy["messages"]] == ["old 3", "old 2", "old 1", "hello"]


def test_no_page_of_a_chat_of_100_000_messages_is_too_slow(project: Project) -> None:
    project.fan_writes("ada", "hello")
    project.execute(
        "insert into messages (fan_id, direction, kind, status, body, platform_uuid, sent_at,"
        " created_at)"
        " select %s, 'inbound', 'fan', 'received', repeat('word ', 40), gen_random_uuid(), %s, %s"
        " from generate_series(1, 100000)",
        project.fan_id("ada"), project.now, project.now,
    )  # fmt: skip
    # What Supabase grants a request; beyond it the database itself cuts the call off.
    project.execute("set statement_timeout = '8s'")
    after, rows, pages = None, 0, 0
    while True:
        page = page_of(project, "ada", after)
        rows += len(page.get("messages", []))
        pages += 1
        if (after := page["next"]) is None:
            break
    assert (rows, pages) == (100_001, 21)
    calls = 1
    erase = "select private.erase_fan('ada', 'asked', false, %s)"
    while project.value(erase, project.now)["outcome"] == "going_on":
        calls += 1
    assert calls == 6
    assert project.value("select count(*) from messages") == 0


def test_it_holds_no_key_to_a_job_and_nobody_elses_id(project: Project) -> None:
    project.fan_writes("ada", "hello")
    (job,) = project.claim()
    copy = page_of(project, "ada")
    assert job["lease_token"] not in json.dumps(copy)
    assert [row["action"] for row in copy["audit_log"]] == ["fan.export"]
    assert not [row for row in copy["audit_log"] if "actor" in row]


def test_each_copy_is_on_record_and_a_later_page_is_not(project: Project) -> None:
    project.fan_writes("ada", "hello")
    whole(project, fan_uuid("ada"), 1)
    row = project.row("select * from audit_log")
    assert (row["action"], row["fan"]) == ("fan.export", project.fan("ada")["pseudonym"])


def test_nobody_is_found_under_a_name_that_nobody_has(project: Project) -> None:
    project.fan_writes("ada", "hello")
    for name in ("nobody", "0", "", "99999999999999999999999", fan_uuid("bob")):
        with refused("PT404"):
            page_of(project, name)


@pytest.mark.parametrize(
    ("role", "copy", "erase"),
    [
        ("operator", None, None),
        ("viewer", "PT403", "PT403"),
        # Somebody of another creator does not learn that the fan exists.
        (None, "PT404", "PT404"),
    ],
)
def test_operators_of_the_creator_may_and_nobody_else(
    project: Project, role: str | None, copy: str | None, erase: str | None
) -> None:
    project.fan_writes("ada", "hello")
    user = project.value("insert into auth.users (id) values (gen_random_uuid()) returning id")
    if role:
        project.execute(
            "insert into creator_members (creator_id, user_id, role) values (%s, %s, %s)",
            project.creator_id, user, role,
        )  # fmt: skip
    calls = (("public.export_fan('ada')", copy), ("public.erase_fan('ada')", erase))
    for call, refusal in calls:
        with project.connection.transaction():
            project.execute(
                "select set_config('request.jwt.claims', %s, true)", json.dumps({"sub": str(user)})
            )
            project.execute("set local role authenticated")
            if refusal is None:
                project.execute(f"select {call}")
            else:
                with refused(refusal), project.connection.transaction():
                    project.execute(f"select {call}")
    gone = project.rows("select 1 from fans") == []
    assert gone is (role == "operator")
    if gone:
        actors = {
            row["actor"]
            for row in project.rows("select actor from audit_log where action = 'fan.erase'")
        }
        assert actors == {user}
