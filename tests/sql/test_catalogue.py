"""
What must hold for every table and function, whichever is added next.

Everything is asked under both of Supabase's defaults for new objects: granted to the API's roles
(projects made before 30 May 2026) and granted to nobody.
"""

from __future__ import annotations

import re
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
OPERATED = {
    "list_review", "approve_turn", "edit_turn", "reject_turn",
    "set_mode", "list_modes", "stop_automation", "start_automation",
    "list_notes", "see_notes", "lift_no_selling", "export_fan", "erase_fan",
    "draw_waits", "list_pacing", "human_replies", "rhythm_report", "style_report",
    "list_dead_jobs", "requeue_dead_job", "resolve_message", "explain_job", "explain_fan",
    "list_offers", "add_offer", "list_members", "list_audit", "release_fan",
    "begin_trial", "trial_progress", "end_trial", "import_status", "list_connections",
}  # fmt: skip
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
    "begin_import": WORKER,
    "next_import_step": WORKER,
    "take_import_token": WORKER,
    "record_import_page": WORKER,
    "record_import_spend": WORKER,
    "record_import_messages": WORKER,
    "release_import": WORKER,
    "record_profile": WORKER,
    "worker_status": WORKER,
    "queue_figures": WORKER,
    "add_member": OPERATOR,
    "remove_member": OPERATOR,
    "announce_worker": WORKER,
    "connect_creator": OPERATOR,
    "disconnect_creator": OPERATOR,
    "lease_token_refresh": WORKER,
    "store_tokens": WORKER,
    "fail_token_refresh": WORKER,
    "due_token_refreshes": WORKER,
    **dict.fromkeys(OPERATED, MEMBER),
}
TABLES = {
    "settings", "creators", "fans", "purchases", "stage_transitions", "turns", "messages",
    "disclosures", "webhook_events", "jobs_queue", "rate_budgets", "writing_times", "fan_insights",
    "offers", "fan_offers", "fan_facts", "creator_members", "audit_log",
    "operator_notes", "erased_fans", "imports", "import_fans", "creator_connections",
}  # fmt: skip
# What one's membership lets one do with one's own login; each row and column of it is tried in
# test_row_policies.py.
MEMBERS_SEE = {
    "creators", "fans", "turns", "messages", "purchases", "stage_transitions", "disclosures",
    "fan_insights", "offers", "fan_offers", "fan_facts", "jobs_queue", "creator_members",
    "audit_log", "operator_notes", "imports", "import_fans", "creator_connections",
}  # fmt: skip
MEMBERS_TABLES = {
    **{table: {"select"} for table in MEMBERS_SEE},
    **{table: {"select", "update"} for table in ("creators", "fans", "offers")},
    "fan_facts": {"select", "insert", "update", "delete"},
}
# They run with the rights of whoever asks, and show what the tables' policies show.
VIEWS = {"desk_inbox", "desk_queue", "desk_fans", "desk_funnel", "desk_health"}
ROWS = {"select", "insert", "update", "delete"}
READ = {"select"}
REACHED = {
    "service_role": {
        **dict.fromkeys(TABLES, ROWS),
        **dict.fromkeys(VIEWS, READ),
        "audit_log": READ,
        "creator_connections": READ,
    },
    "authenticated": {**MEMBERS_TABLES, **dict.fromkeys(VIEWS, READ)},
}
# jsonb that records what happened. All other jsonb configures something, and is checked.
RECORDS = {
    "messages.signals", "messages.imperfections", "webhook_events.event", "jobs_queue.payload",
    "jobs_queue.last_error", "turns.wait", "fans.rhythm", "audit_log.detail",
}  # fmt: skip
# A table's checks run with the rights of whoever writes: the secret key and operators, then.
CHECKS = {
    "check_active_hours", "check_pacing_config", "check_funnel_config", "check_tags",
    "check_trigger_patterns", "is_time_zone", "check_approval_config", "check_purse_config",
    "check_disclosure",
}  # fmt: skip
# Defaults do so too, and only the secret key adds a creator.
INSERT_DEFAULTS = {"default_funnel_config", "default_purse_config"}
# Those of them that call others in schema private, which the secret key cannot see.
DEFINER_CHECKS = {
    "private.check_active_hours", "private.check_pacing_config", "private.check_funnel_config",
    "private.check_approval_config", "private.check_purse_config", "private.check_disclosure",
}  # fmt: skip
MEMBERSHIP = {"private.may", "private.creators_of_mine"}
# What a view tells of tables that members may not read, for the creators of whoever asks.
TOLD_BY_VIEWS = {"project_health"}
# Triggers run with the rights of whoever writes, and the dashboard has none in schema private.
TRIGGERS = {
    "private.check_transition", "private.resume_fan", "private.resume_creator",
    "private.follow_resolution", "private.resolve_by_hand", "private.close_turn_by_hand",
    "private.release_turn_by_hand", "private.refuse_job_by_hand", "private.follow_offer",
    "private.hold_turn_by_hand", "private.refuse_bubble_by_hand",
    "private.resume_everybody", "private.announce_stop",
    "private.audit_settings", "private.audit_creator", "private.audit_fan", "private.audit_mode",
    "private.audit_offer", "private.audit_member", "private.audit_fact",
    "private.forget_message", "private.note_tags", "private.show_tags", "private.mark_removed",
    "private.follow_stop_sign", "private.follow_release", "private.hand_over_asker",
    "private.forget_tokens",
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
        **dict.fromkeys(CHECKS, MEMBER),
        **dict.fromkeys(INSERT_DEFAULTS, OPERATOR),
        **dict.fromkeys(OPERATED, MEMBER),
        **dict.fromkeys(TOLD_BY_VIEWS, MEMBER),
        "creators_of_mine": {"authenticated"},
    }
    assert catalogue.schema_users(connection, "private") == MEMBER


def test_only_the_secret_key_and_members_reach_tables(connection: psycopg.Connection) -> None:
    assert catalogue.relation_privileges(connection, "public") == REACHED
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
    operated = {f"private.{name}" for name in OPERATED | TOLD_BY_VIEWS}
    assert (
        catalogue.security_definers(connection)
        == rpcs | operated | TRIGGERS | DEFINER_CHECKS | MEMBERSHIP
    )


def test_views_run_with_the_rights_of_whoever_asks(connection: psycopg.Connection) -> None:
    assert set(_names(connection, "select viewname from pg_views where schemaname = 'public'")) == (
        VIEWS
    )
    assert catalogue.views_of_their_owner(connection) == []


def test_policies_are_the_members_and_the_workers_on_realtime(
    connection: psycopg.Connection,
) -> None:
    found = catalogue.policies(connection)
    assert found == {("realtime.messages", "SELECT", "jobs_worker")} | {
        (f"public.{table}", verb.upper(), "authenticated")
        for table, verbs in MEMBERS_TABLES.items()
        for verb in verbs
    }


def test_a_policy_asks_for_membership_once_and_not_for_each_row(
    connection: psycopg.Connection,
) -> None:
    conditions = connection.execute(
        "select tablename || ' ' || cmd, coalesce(qual, '') || coalesce(with_check, '')"
        " from pg_policies where schemaname = 'public'"
    ).fetchall()
    assert conditions
    for policy, condition in conditions:
        bare = condition.replace("( SELECT auth.uid() AS uid)", "")
        assert "auth." not in bare, policy
        assert bare.count("creators_of_mine(") == bare.count("SELECT private.creators_of_mine")


def test_every_foreign_key_has_an_index(connection: psycopg.Connection) -> None:
    assert catalogue.foreign_keys_without_index(connection) == []


def test_every_table_and_rpc_is_described(connection: psycopg.Connection) -> None:
    assert catalogue.without_comment(connection) == []


def test_every_column_that_the_dashboard_shows_is_described(
    connection: psycopg.Connection,
) -> None:
    assert catalogue.columns_without_comment(connection) == []


def test_a_description_stands_beside_what_it_describes() -> None:
    for path in sorted(database.MIGRATIONS.glob("*.sql")):
        text = path.read_text()
        made = set(re.findall(r"^create (?:table|view) public\.(\w+)", text, re.MULTILINE))
        described = re.findall(
            r"^comment on (?:table|view|column) public\.(\w+)", text, re.MULTILINE
        )
        assert set(described) <= made, path.name


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
        (catalogue.views_of_their_owner, "create view public.planted as select * from fans"),
        (catalogue.policies, "create policy planted on public.fans for select using (true)"),
        (
            catalogue.foreign_keys_without_index,
            "create table public.planted (fan_id bigint references public.fans)",
        ),
        (catalogue.without_comment, "create table public.planted ()"),
        (catalogue.columns_without_comment, "alter table public.fans add planted int"),
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
    assert catalogue.relation_privileges(connection, "public") == REACHED


def _names(connection: psycopg.Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]
