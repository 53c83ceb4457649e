"""What people change is written down, whatever way they go; what the system does is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.project import Project, Row, refused
from tests.sql.row_policies import World

WORDS = "words of a fan or a name"


@pytest.fixture
def world(project: Project) -> World:
    return World(project)


@contextmanager
def written(project: Project) -> Iterator[list[Row]]:
    """The entries that come to be within the block, once it has ended."""
    last = project.value("select coalesce(max(id), 0) from audit_log")
    entries: list[Row] = []
    yield entries
    entries += project.rows("select * from audit_log where id > %s order by id", last)


@pytest.mark.parametrize(
    ("statement", "action", "detail"),
    [
        ("update creators set automation = 'paused'", "creator.mode",
         {"automation": ["auto", "paused"]}),
        (f"update creators set persona = '{WORDS}', time_zone = 'Europe/Berlin'",
         "creator.configure", {"persona": "changed", "time_zone": ["UTC", "Europe/Berlin"]}),
        ("""update creators set funnel_config = funnel_config || '{"vip_spend": 50}'""",
         "creator.configure", {"funnel_config": {"vip_spend": [100, 50]}}),
        (f"""update creators set trigger_patterns = '["{WORDS}"]'""", "creator.configure",
         {"trigger_patterns": "changed"}),
        ("update fans set automation = 'paused'", "fan.mode", {"automation": ["auto", "paused"]}),
        (f"update fans set summary = '{WORDS}'", "fan.edit", {"summary": "changed"}),
        ("""update fans set pacing_config = '{"base_delay": 10}'""", "fan.edit",
         {"pacing_config": "changed"}),
        ("update offers set price_cents = 1900", "offer.change", {"price_cents": [2500, 1900]}),
        (f"update offers set title = '{WORDS}', active = false", "offer.change",
         {"title": "changed", "active": [True, False]}),
        (f"""update fans set tags = '["{WORDS}"]'""", "fact.add", {"kind": "tag"}),
        ("update fan_facts set removed_at = now()", "fact.remove", {"kind": "fact"}),
        (f"update fan_facts set text = '{WORDS}'", "fact.edit", {"kind": "fact"}),
        ("delete from fan_facts", "fact.remove", {"kind": "fact"}),
    ],
)  # fmt: skip
def test_an_edit_with_an_operators_login_is_written_down(
    world: World, statement: str, action: str, detail: dict[str, Any]
) -> None:
    with written(world.project) as entries, world.as_role("operator") as connection:
        connection.execute(statement)
    (entry,) = entries
    assert (entry["action"], entry["actor"]) == (action, world.users["operator"])
    assert (entry["actor_role"], entry["creator_id"]) == ("authenticated", world.own["creator"])
    ids = {key: value for key, value in entry["detail"].items() if key.endswith("_id")}
    assert {key: value for key, value in entry["detail"].items() if key not in ids} == detail
    about_a_fan = action.startswith(("fan.", "fact."))
    assert (entry["fan"] == pseudonym(world)) is about_a_fan
    assert WORDS not in str(entry)


def pseudonym(world: World) -> Any:
    return world.project.value("select pseudonym from fans where id = %s", world.own["fan"])


def test_the_dashboard_and_the_secret_key_are_written_down_under_their_role(world: World) -> None:
    project = world.project
    with written(project) as entries:
        project.execute("update settings set automation_stopped = true, send_grace = '90 s'")
        project.execute("update settings set automation_stopped = true")
        with world.as_role("operator") as connection:
            connection.execute("select set_config('role', 'service_role', false)")
            connection.execute("update fans set automation = 'human' where handle = 'ada'")
    assert [(entry["action"], entry["actor"], entry["actor_role"]) for entry in entries[:1]] == [
        ("automation.stop", None, "postgres")
    ]
    assert entries[0]["detail"] == {
        "automation_stopped": [False, True], "stop_reason": [None, "turned by hand"],
        "send_grace": ["00:01:00", "00:01:30"],
    }  # fmt: skip
    assert {entry["actor_role"] for entry in entries[1:]} == {"service_role"}
    assert len(entries) == 3


def test_what_the_system_does_is_not_a_persons_act(project: Project) -> None:
    with written(project) as entries:
        project.fan_writes("ada", "hello")
        project.inspect()
        # A takeover, which holds the fan, and STOP, which ends automation.
        project.platform_sent("ada", "0a8c7a5e-54c4-4b4e-9d6f-5f5b8a4b0a01")
        project.fan_writes("bob", "stop")
        project.inspect(signals=["opt_out"])
    assert project.fan("ada")["automation"] == "human"
    assert entries == []


def test_operators_functions_are_written_down(world: World) -> None:
    project, ids = world.project, world.own
    project.connection.execute(
        "insert into jobs_queue (job_type, creator_id, fan_id, status, finished_at, last_error)"
        " values ('history', %(creator)s, %(fan)s, 'dead', now(), '{}')",
        ids,
    )
    dead = project.value("select id from jobs_queue where status = 'dead'")
    with written(project) as entries, world.as_role("operator") as connection:
        connection.execute("select public.requeue_dead_job(%s)", [dead])
        connection.execute("select public.add_offer('Night set', 1200)")
    assert [(entry["action"], entry["actor"]) for entry in entries] == [
        ("job.requeue", world.users["operator"]), ("offer.add", world.users["operator"]),
    ]  # fmt: skip
    assert entries[0]["detail"] == {"job_id": dead, "outcome": "queued"}
    assert entries[1]["detail"]["price_cents"] == [None, 1200]
    assert "Night set" not in str(entries)


def test_no_name_or_handle_is_in_any_entry(world: World) -> None:
    project = world.project
    with world.as_role("operator") as connection:
        connection.execute("update creators set display_name = 'Zelda Quux'")
        connection.execute("""update fans set tags = '["Zelda Quux"]', summary = 'Zelda Quux'""")
        connection.execute("update offers set title = 'Zelda Quux', description = 'Zelda Quux'")
        connection.execute("update fan_facts set text = 'Zelda Quux 2' where kind = 'fact'")
    rows = project.rows("select audit_log::text as row from audit_log")
    assert len(rows) > 5
    assert [row for row in rows if "Zelda" in row["row"] or "ada" in row["row"]] == []


@pytest.mark.parametrize(
    "statement", ["update audit_log set action = 'x'", "delete from audit_log"]
)
def test_nobody_changes_what_is_on_record_not_even_the_owner(world: World, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege, match="audit_log is only ever added to"):
        world.project.execute(statement)
    for role in ("service_role", "authenticated", "jobs_worker", "webhook_ingest", "anon"):
        with world.as_role("operator") as connection:
            connection.execute("select set_config('role', %s, false)", [role])
            with pytest.raises(InsufficientPrivilege, match="permission denied"):
                connection.execute(statement)


# -- prompts


def announce(project: Project, prompts: str, worker: str = "w1") -> str:
    query = "select private.announce_worker(%s, %s, '1.0', %s)"
    return str(project.value(query, worker, prompts, project.now)["outcome"])


def test_a_change_of_the_prompts_is_written_once_with_old_and_new(project: Project) -> None:
    with written(project) as entries:
        outcomes = [announce(project, "aaa"), announce(project, "aaa", "w2"),
                    announce(project, "bbb"), announce(project, "bbb", "w2")]  # fmt: skip
    assert outcomes == ["changed", "known", "changed", "known"]
    assert [entry["detail"]["prompts"] for entry in entries] == [[None, "aaa"], ["aaa", "bbb"]]
    assert {entry["action"] for entry in entries} == {"prompts.change"}


def test_a_version_that_is_none_is_refused(project: Project) -> None:
    for version in ("", "two words", "x" * 81):
        with refused("PT422"):
            announce(project, version)


# -- reading


def listed(project: Project, *arguments: Any) -> list[Row]:
    marks = ", ".join(["%s"] * len(arguments))
    return list(project.value(f"select public.list_audit({marks})", *arguments)["entries"])


def test_the_record_is_read_of_one_fan_since_a_moment_and_at_most_so_many(world: World) -> None:
    project = world.project
    project.execute("update fans set automation = 'paused' where id = %s", world.own["fan"])
    fan = str(world.own["fan"])
    (entry,) = [each for each in listed(project, fan) if each["action"] == "fan.mode"]
    assert entry["fan_id"] == world.own["fan"]
    assert [each["id"] for each in listed(project, None, None, 2)] == [
        row["id"] for row in project.rows("select id from audit_log order by id desc limit 2")
    ]
    assert listed(project, None, "2999-01-01") == []

    # Whoever is erased is still found by the pseudonym.
    name = pseudonym(world)
    project.execute("delete from fans where id = %s", world.own["fan"])
    assert entry["id"] in [each["id"] for each in listed(project, str(name))]
    with pytest.raises(psycopg.Error, match="no such fan"):
        listed(project, fan)


def test_who_acted_is_shown_by_their_login(world: World) -> None:
    with world.as_role("operator") as connection:
        connection.execute("update fans set automation = 'paused'")
        row = connection.execute("select public.list_audit()").fetchone()
    assert row is not None
    email = world.project.value(
        "select email from auth.users where id = %s", world.users["operator"]
    )
    assert row[0]["entries"][0]["actor_email"] == email
