"""
What must hold for every table and function, whichever is added next.

Everything is asked under both of Supabase's defaults for new objects: granted to the API's roles
(projects made before 30 May 2026) and granted to nobody.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from devstack import database, postgres
from tests.sql import catalogue

WORKER = {"service_role", "jobs_worker"}
OPERATOR = {"service_role"}
# Operators' functions: in public with the rights of the caller, in private with the owner's, where
# membership is asked for.
MEMBER = {"service_role", "authenticated"}
OPERATED = {"release_fan"}
EXECUTORS = {
    "ingest_event": {"service_role", "webhook_ingest"},
    "claim_jobs": WORKER,
    "record_inspection": WORKER,
    "extend_lease": WORKER,
    "commit_reply": WORKER,
    "begin_send": WORKER,
    "record_reconciliation": WORKER,
    "finish_send": WORKER,
    "retry_job": WORKER,
    "release_job": WORKER,
    "take_rate_tokens": WORKER,
    "report_rate_limit": WORKER,
    "find_changed_chats": WORKER,
    "record_missed_events": WORKER,
    "finish_reconcile": WORKER,
    "record_history": WORKER,
    "record_profile": WORKER,
    "worker_status": WORKER,
    "queue_figures": WORKER,
    "draw_waits": OPERATOR,
    "list_pacing": OPERATOR,
    "human_replies": OPERATOR,
    "rhythm_report": OPERATOR,
    "style_report": OPERATOR,
    "list_dead_jobs": OPERATOR,
    "requeue_dead_job": OPERATOR,
    "resolve_message": OPERATOR,
    "explain_job": OPERATOR,
    "list_offers": OPERATOR,
    "add_offer": OPERATOR,
    "explain_fan": OPERATOR,
    **dict.fromkeys(OPERATED, MEMBER),
}
TABLES = {
    "settings", "creators", "fans", "purchases", "stage_transitions", "turns", "messages",
    "disclosures", "webhook_events", "jobs_queue", "rate_budgets", "writing_times", "fan_insights",
    "offers", "fan_offers", "fan_facts", "creator_members", "audit_log",
}  # fmt: skip
ROWS = {"select", "insert", "update", "delete"}
# jsonb that records what happened. All other jsonb configures something, and is checked.
RECORDS = {
    "messages.signals", "messages.imperfections", "webhook_events.event", "jobs_queue.payload",
    "jobs_queue.last_error", "turns.wait", "fans.rhythm", "audit_log.detail",
}  # fmt: skip
# A table's defaults and checks run with the rights of whoever writes: the secret key, then.
CHECKS = {
    "check_active_hours", "check_pacing_config", "default_funnel_config", "check_funnel_config",
    "check_tags", "check_trigger_patterns", "is_time_zone", "check_disclosure",
}  # fmt: skip
# Those of them that call others in schema private, which the secret key cannot see.
DEFINER_CHECKS = {
    "private.check_active_hours", "private.check_pacing_config", "private.check_funnel_config",
    "private.check_disclosure",
}  # fmt: skip
# Triggers run with the rights of whoever writes, and the dashboard has none in schema private.
TRIGGERS = {
    "private.check_transition", "private.resume_fan", "private.resume_creator",
    "private.follow_resolution", "private.resolve_by_hand", "private.close_turn_by_hand",
    "private.release_turn_by_hand", "private.refuse_job_by_hand", "private.follow_offer",
    "private.hold_turn_by_hand", "private.refuse_bubble_by_hand",
    "private.forget_message", "private.note_tags", "private.show_tags", "private.mark_removed",
    "private.follow_stop_sign", "private.follow_release", "private.hand_over_asker",
}  # fmt: skip


@pytest.fixture(scope="module", params=[False, True], ids=["closed", "legacy"])
def exposed(request: pytest.FixtureRequest, server: postgres.Server) -> Iterator[str]:
    """The DSN of a migrated project under one of the two defaults, as its owner."""
    name = f"catalogue_{uuid.uuid4().hex[:8]}"
    dsn = database.create(server, name, legacy_exposure=request.param)
    database.push(dsn)
    yield dsn
    database.drop(server, name)


@pytest.fixture
def connection(exposed: str) -> Iterator[psycopg.Connection]:
    """A connection whose changes are rolled back."""
    with psycopg.connect(exposed) as connection:
        yield connection
        connection.rollback()


def test_row_security_is_on_for_every_table(connection: psycopg.Connection) -> None:
    assert catalogue.tables_without_row_security(connection) == []


def test_every_function_runs_with_an_empty_search_path(connection: psycopg.Connection) -> None:
    assert catalogue.functions_with_a_search_path(connection) == []


def test_each_rpc_is_executed_by_those_it_is_meant_for(connection: psycopg.Connection) -> None:
    assert catalogue.executors(connection, "public") == EXECUTORS


def test_nothing_private_is_called_from_outside(connection: psycopg.Connection) -> None:
    found = {name: who for name, who in catalogue.executors(connection, "private").items() if who}
    assert found == {
        **{name: {"service_role"} for name in CHECKS},
        **dict.fromkeys(OPERATED, MEMBER),
    }
    assert catalogue.schema_users(connection, "private") == MEMBER


def test_only_the_secret_key_reaches_tables(connection: psycopg.Connection) -> None:
    assert catalogue.relation_privileges(connection, "public") == {
        "service_role": {**dict.fromkeys(TABLES, ROWS), "audit_log": {"select"}}
    }
    assert catalogue.relation_privileges(connection, "private") == {}


def test_the_worker_sees_realtime_messages_and_the_webhook_nothing_elsewhere(
    connection: psycopg.Connection,
) -> None:
    found = {
        (role, schema, table, privilege)
        for schema in _names(connection, "select nspname from pg_namespace where nspname !~ '^pg_'")
        if schema != "information_schema"
        for role, tables in catalogue.relation_privileges(connection, schema).items()
        for table, privileges in tables.items()
        for privilege in privileges
        if role in ("jobs_worker", "webhook_ingest")
    }
    assert found == {("jobs_worker", "realtime", "messages", "select")}


def test_the_roles_of_worker_and_webhook_cannot_log_in_or_pass_for_others(
    connection: psycopg.Connection,
) -> None:
    rows = connection.execute(
        "select rolname, rolcanlogin, rolsuper, rolcreaterole, rolbypassrls,"
        " exists (select 1 from pg_auth_members where member = pg_roles.oid)"
        " from pg_roles where rolname in ('jobs_worker', 'webhook_ingest') order by 1"
    ).fetchall()
    assert rows == [(name, *[False] * 5) for name in ("jobs_worker", "webhook_ingest")]


def test_only_rpcs_triggers_and_checks_run_with_the_owners_rights(
    connection: psycopg.Connection,
) -> None:
    rpcs = {f"public.{name}" for name in EXECUTORS.keys() - OPERATED}
    operated = {f"private.{name}" for name in OPERATED}
    assert catalogue.security_definers(
        connection
    ) == rpcs | operated | TRIGGERS | DEFINER_CHECKS | {"private.may"}


def test_the_only_policy_is_the_workers_on_realtime(connection: psycopg.Connection) -> None:
    assert catalogue.policies(connection) == {("realtime.messages", "SELECT", "jobs_worker")}


def test_every_foreign_key_has_an_index(connection: psycopg.Connection) -> None:
    assert catalogue.foreign_keys_without_index(connection) == []


def test_every_table_and_rpc_is_described(connection: psycopg.Connection) -> None:
    assert catalogue.without_comment(connection) == []


def test_every_configuration_in_json_is_checked(connection: psycopg.Connection) -> None:
    assert catalogue.unchecked_json_columns(connection) == RECORDS


def test_no_function_raises_what_postgrest_retries(connection: psycopg.Connection) -> None:
    assert catalogue.retried_errors(connection) == []


def test_no_rpc_is_overloaded(connection: psycopg.Connection) -> None:
    overloads = {
        name: len(each) for name, each in catalogue.parameters(connection).items() if len(each) > 1
    }
    assert overloads == {}


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        (catalogue.tables_without_row_security, "create table public.planted ()"),
        (
            catalogue.functions_with_a_search_path,
            "create function private.planted() returns int language sql as 'select 1'",
        ),
        (catalogue.security_definers, "alter function private.seconds security definer"),
        (
            lambda connection: catalogue.executors(connection, "public"),
            "create function public.planted() returns int language sql as 'select 1';"
            "grant execute on function public.planted to jobs_worker",
        ),
        (
            lambda connection: catalogue.executors(connection, "private"),
            "grant execute on function private.seconds to public",
        ),
        (
            lambda connection: catalogue.relation_privileges(connection, "public"),
            "grant select (persona) on public.creators to anon",
        ),
        (
            lambda connection: catalogue.relation_privileges(connection, "public"),
            "grant usage on sequence public.fans_id_seq to authenticated",
        ),
        (
            lambda connection: catalogue.schema_users(connection, "private"),
            "grant usage on schema private to jobs_worker",
        ),
        (catalogue.policies, "create policy planted on public.fans for select using (true)"),
        (
            catalogue.foreign_keys_without_index,
            "create table public.planted (fan_id bigint references public.fans)",
        ),
        (catalogue.without_comment, "create table public.planted ()"),
        (catalogue.unchecked_json_columns, "alter table public.fans add planted_config jsonb"),
        (
            catalogue.retried_errors,
            "create function private.planted() returns void language plpgsql"
            " as $$ begin raise sqlstate '40001'; end $$",
        ),
    ],
)
def test_a_planted_fault_is_found(
    connection: psycopg.Connection, ask: Callable[[psycopg.Connection], Any], fault: str
) -> None:
    before = ask(connection)
    connection.execute(fault)
    assert ask(connection) != before


def test_a_new_function_and_table_are_granted_to_nobody(connection: psycopg.Connection) -> None:
    connection.execute("create table public.planted (id bigint generated always as identity)")
    connection.execute("create function public.planted() returns int language sql as 'select 1'")
    assert catalogue.executors(connection, "public") == {**EXECUTORS, "planted": set()}
    assert catalogue.relation_privileges(connection, "public") == {
        "service_role": {**dict.fromkeys(TABLES, ROWS), "audit_log": {"select"}}
    }


def _names(connection: psycopg.Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]
