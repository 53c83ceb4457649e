"""
What each role can do when it really tries, in the way that PostgREST takes it on.

The catalogue's privileges are test_catalogue.py's; here the same is tried.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.errors import CheckViolation, InsufficientPrivilege

from tests.project import CREATOR, Project, fan_uuid

LEASE = str(uuid.uuid4())
# Each RPC of the worker with arguments of the right types, and the error that a stale lease or
# an unknown message earns. What matters: it is not "permission denied".
WORKER_CALLS: dict[str, tuple[tuple[Any, ...], str | None]] = {
    "claim_jobs(%s, %s, %s)": (("w1", 10, 60), None),
    "record_inspection(%s, %s, %s)": ((0, LEASE, "[]"), "PT409"),
    "extend_lease(%s, %s, %s)": ((0, LEASE, 60), "PT409"),
    "commit_reply(%s, %s, %s)": ((0, LEASE, '{"bubbles": ["hey"]}'), "PT409"),
    "begin_send(%s, %s)": ((0, LEASE), "PT409"),
    "record_reconciliation(%s, %s, %s, %s)": ((0, LEASE, 0, "absent"), "PT409"),
    "finish_send(%s, %s, %s, %s, now())": ((0, LEASE, 0, LEASE), "PT404"),
    "retry_job(%s, %s, %s, %s)": ((0, LEASE, "{}", 1), "PT409"),
    "release_job(%s, %s)": ((0, LEASE), "PT409"),
    "take_rate_tokens(%s, %s)": ((1, 1), None),
    "report_rate_limit(%s, %s, %s)": ((1, 5, None), None),
    "find_changed_chats(%s, %s, %s, %s)": ((0, LEASE, None, "[]"), "PT409"),
    "record_missed_events(%s, %s, %s, %s, now())": ((0, LEASE, LEASE, "[]"), "PT409"),
    "finish_reconcile(%s, %s, %s)": ((0, LEASE, True), "PT409"),
    "record_history(%s, %s, %s)": ((0, LEASE, '{"insights": null, "messages": []}'), "PT409"),
    "announce_worker(%s, %s, %s)": (("w1", "abc", "1.0"), None),
    "worker_status()": ((), None),
    "lease_token_refresh(%s, %s)": ((LEASE, "w1"), None),
    "store_tokens(%s, %s, %s)": (
        (LEASE, LEASE, '{"access_token": "a", "refresh_token": "r", "expires_in": 1}'),
        None,
    ),
    "fail_token_refresh(%s, %s, %s, %s)": ((LEASE, LEASE, "why", False), None),
    "due_token_refreshes()": ((), None),
    "queue_figures()": ((), None),
}
EVENT = '{"event_id": "e1", "type": "x"}'
OUTSIDERS = ("anon", "authenticated")
Become = Callable[[str], Any]


@pytest.fixture
def become(project: Project) -> Iterator[Become]:
    """Return a function that opens a connection in a role, through authenticator."""
    opened: list[psycopg.Connection] = []

    def connect(role: str) -> psycopg.Connection:
        connection = psycopg.connect(
            make_conninfo(project.dsn, user="authenticator"), autocommit=True
        )
        opened.append(connection)
        connection.execute(f"set role {role}")
        return connection

    yield connect
    for connection in opened:
        connection.close()


def test_the_worker_may_call_each_of_its_functions(become: Become) -> None:
    worker = become("jobs_worker")
    for call, (arguments, sqlstate) in WORKER_CALLS.items():
        if sqlstate is None:
            assert isinstance(worker.execute(f"select {call}", arguments).fetchone()[0], dict)
        else:
            with pytest.raises(psycopg.Error) as error:
                worker.execute(f"select {call}", arguments)
            assert error.value.sqlstate == sqlstate, str(error.value)


@pytest.mark.parametrize("role", ["webhook_ingest", *OUTSIDERS])
def test_nobody_else_may_call_the_workers_functions(become: Become, role: str) -> None:
    connection = become(role)
    for call, (arguments, _) in WORKER_CALLS.items():
        with pytest.raises(InsufficientPrivilege, match="permission denied for function"):
            connection.execute(f"select {call}", arguments)


@pytest.mark.parametrize("role", ["jobs_worker", *OUTSIDERS])
def test_only_the_webhook_may_bring_events(become: Become, role: str) -> None:
    with pytest.raises(InsufficientPrivilege, match="permission denied for function"):
        become(role).execute("select ingest_event(%s)", [EVENT])

    answer = become("webhook_ingest").execute("select ingest_event(%s)", [EVENT]).fetchone()[0]
    assert answer["status"] == "ignored"


# What a signed-in person may do with which rows is test_row_policies.py's.
@pytest.mark.parametrize("role", ["jobs_worker", "webhook_ingest", "anon"])
def test_no_key_but_the_secret_one_touches_a_table(
    project: Project, become: Become, role: str
) -> None:
    project.fan_writes("ann")
    tables = [row["name"] for row in project.rows(
        "select 'public.' || tablename as name from pg_tables where schemaname = 'public'"
    )]  # fmt: skip
    assert "public.jobs_queue" in tables
    connection = become(role)

    for table in tables:
        column = project.value(
            "select quote_ident(attname) from pg_attribute"
            " where attrelid = %s::regclass and attnum = 1",
            table,
        )
        for attempt in (
            f"select * from {table}",
            f"select {column} from {table}",
            f"insert into {table} default values",
            f"update {table} set {column} = default",
            f"delete from {table}",
            f"truncate {table}",
        ):
            with pytest.raises(
                InsufficientPrivilege, match=r"permission denied for (table|function)"
            ):
                connection.execute(attempt)


@pytest.mark.parametrize("role", ["jobs_worker", "webhook_ingest", "service_role", *OUTSIDERS])
def test_schema_private_is_closed(become: Become, role: str) -> None:
    with pytest.raises(InsufficientPrivilege, match=r"permission denied for (schema|function)"):
        become(role).execute("select private.seconds(1)")


@pytest.mark.parametrize("role", ["jobs_worker", "webhook_ingest"])
def test_the_schemas_of_the_platform_are_closed(become: Become, role: str) -> None:
    connection = become(role)
    for table in ("auth.users", "cron.job"):
        with pytest.raises(InsufficientPrivilege):
            connection.execute(f"table {table}")


def test_a_message_is_taken_in_and_looked_at_with_the_two_roles_alone(
    project: Project, become: Become
) -> None:
    webhook, worker = become("webhook_ingest"), become("jobs_worker")
    message = {"uuid": str(uuid.uuid4()), "text": "hello"}
    event = json.dumps(project.event("ann", "message.received", message=message))

    accepted = webhook.execute("select ingest_event(%s)", [event]).fetchone()[0]
    (job,) = worker.execute("select claim_jobs('w1', 10, 60)").fetchone()[0]["jobs"]
    recorded = worker.execute(
        "select record_inspection(%s, %s, %s)",
        [job["id"], job["lease_token"],
         json.dumps([{"message_id": job["context"]["messages"][0]["id"], "signals": []}])],
    ).fetchone()[0]  # fmt: skip

    assert accepted["status"] == "accepted"
    assert job["context"]["fan"]["platform_uuid"] == fan_uuid("ann")
    assert recorded == {"outcome": "recorded"}


def test_the_secret_key_changes_modes_and_the_triggers_follow(
    project: Project, become: Become
) -> None:
    project.fan_writes("ann")
    project.inspect()
    project.execute("update fans set automation = 'paused'")
    project.later(600)
    assert project.claim() == []
    assert [job["status"] for job in project.jobs("reply")] == ["parked"]

    become("service_role").execute("update public.fans set automation = 'auto' where true")

    assert [job["status"] for job in project.jobs("reply")] == ["queued"]


def test_the_secret_key_adds_a_creator_and_is_told_what_is_wrong(become: Become) -> None:
    secret = become("service_role")
    secret.execute(
        "insert into public.creators (platform_uuid, display_name) values (%s, 'Mia')",
        [str(uuid.uuid5(uuid.UUID(CREATOR), "another"))],
    )
    with pytest.raises(CheckViolation, match='pacing_config: "base_dealy" is not a known key'):
        secret.execute(
            """update public.creators set pacing_config = '{"base_dealy": 45}' where true"""
        )


# -- Realtime: whoever sees the probe row of a topic may join it


def _sees(connection: Any, topic: str) -> list[str]:
    with connection.transaction():
        connection.execute("select set_config('realtime.topic', %s, true)", [topic])
        rows = connection.execute("select extension from realtime.messages").fetchall()
    return [row[0] for row in rows]


def test_the_worker_may_listen_to_the_topic_of_the_nudges_only(
    project: Project, become: Become
) -> None:
    project.execute("truncate realtime.messages")
    for extension in ("broadcast", "presence"):
        project.execute(
            "insert into realtime.messages (topic, extension, private) values ('jobs', %s, true)",
            extension,
        )
    worker = become("jobs_worker")

    assert _sees(worker, "jobs") == ["broadcast"]
    assert _sees(worker, "jobs:other") == []
    assert worker.execute("select * from realtime.messages").fetchall() == []
    with pytest.raises(InsufficientPrivilege):
        worker.execute("insert into realtime.messages (topic, extension) values ('jobs', 'x')")


def test_nobody_else_may_listen_to_the_nudges(project: Project, become: Become) -> None:
    project.execute("truncate realtime.messages")
    project.execute("select realtime.send('{}', 'nudge', 'jobs', true)")

    assert _sees(become("service_role"), "jobs") == ["broadcast"]
    for role in OUTSIDERS:
        assert _sees(become(role), "jobs") == []
    with pytest.raises(InsufficientPrivilege):
        _sees(become("webhook_ingest"), "jobs")
