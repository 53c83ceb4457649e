"""
Every table as each role meets it: a row to try on, and what is expected of the trial.

A new table needs one line in TABLES, and one in EXPECTED if members may do something with it; the
trials are test_row_policies.py's.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.errors import GeneratedAlways, InsufficientPrivilege

from tests.project import Project

VERBS = ("select", "insert", "update", "delete")
# As a page calls them, and as the database does.
ROLES = {
    "anon": "anon",
    "stranger": "authenticated",
    "viewer": "authenticated",
    "operator": "authenticated",
    "jobs_worker": "jobs_worker",
    "webhook_ingest": "webhook_ingest",
}


@dataclass(frozen=True)
class Table:
    """A table, which of its rows are a creator's, and how such a row is made (as the owner)."""

    name: str
    owned_by: str = "true"
    fill: str | None = None
    insert: str | None = None


TABLES = (
    Table("settings"),
    Table("creators", "id = %(creator)s"),
    Table("fans", "creator_id = %(creator)s"),
    Table(
        "turns", "fan_id = %(fan)s",
        "insert into turns (fan_id, opened_at) values (%(fan)s, now())",
    ),
    Table(
        "messages", "fan_id = %(fan)s",
        "insert into messages (fan_id, turn_id, direction, kind, status, body, platform_uuid,"
        " sent_at, created_at) select fan_id, id, 'inbound', 'fan', 'received', 'hello',"
        " gen_random_uuid(), now(), now() from turns where fan_id = %(fan)s",
    ),
    Table(
        "purchases", "creator_id = %(creator)s",
        "insert into purchases (creator_id, fan_id, kind, platform_id, amount, occurred_at)"
        " values (%(creator)s, %(fan)s, 'tip', 'p1', 5, now())",
    ),
    Table(
        "stage_transitions", "fan_id = %(fan)s",
        "insert into stage_transitions (fan_id, from_stage, to_stage, reason, at)"
        " values (%(fan)s, 'new', 'warmup', 'messages', now())",
    ),
    Table(
        "disclosures", "fan_id = %(fan)s",
        "insert into disclosures (fan_id, message_id, body, at)"
        " select fan_id, id, 'an AI', now() from messages where fan_id = %(fan)s",
    ),
    Table(
        "webhook_events", "fan_id = %(fan)s",
        "insert into webhook_events (event_id, type, event, fan_id, received_at)"
        " values (gen_random_uuid(), 'x', '{}', %(fan)s, now())",
    ),
    Table(
        "jobs_queue", "creator_id = %(creator)s",
        "insert into jobs_queue (job_type, creator_id, fan_id)"
        " values ('profile', %(creator)s, %(fan)s)",
    ),
    Table(
        "rate_budgets", "creator_id = %(creator)s",
        "insert into rate_budgets values (%(creator)s, 1, now())",
    ),
    Table(
        "writing_times", "creator_id = %(creator)s",
        "insert into writing_times values (%(creator)s, 1)",
    ),
    Table(
        "fan_insights", "fan_id = %(fan)s",
        "insert into fan_insights (fan_id, gross, as_of) values (%(fan)s, 5, now())",
    ),
    Table(
        "offers", "creator_id = %(creator)s",
        "insert into offers (creator_id, title, price_cents)"
        " values (%(creator)s, 'Beach set', 2500)",
    ),
    Table(
        "fan_offers", "fan_id = %(fan)s",
        "insert into fan_offers (fan_id, offer_id, turn_id, title, price_cents, currency,"
        " created_at) select %(fan)s, offers.id, turns.id, 'Beach set', 2500, 'USD', now()"
        " from offers, turns where offers.creator_id = %(creator)s and turns.fan_id = %(fan)s",
    ),
    Table(
        "fan_facts", "fan_id = %(fan)s and removed_at is null",
        "insert into fan_facts (fan_id, text) values (%(fan)s, 'has a dog')",
        "insert into fan_facts (fan_id, kind, text) values (%(fan)s, 'fact', 'has a cat')",
    ),
    Table("creator_members", "creator_id = %(creator)s"),
    Table("audit_log", "creator_id = %(creator)s"),
    Table(
        "operator_notes", "creator_id = %(creator)s",
        "insert into operator_notes (creator_id, fan_id, kind, text, at, last_at)"
        " values (%(creator)s, %(fan)s, 'purse_closed', 'spent much today', now(), now())",
    ),
    Table(
        "imports", "creator_id = %(creator)s",
        "insert into imports (creator_id, lease, started_at, updated_at)"
        " values (%(creator)s, '1 minute', now(), now())",
    ),
    Table(
        "import_fans", "creator_id = %(creator)s",
        "insert into import_fans (fan_id, creator_id) values (%(fan)s, %(creator)s)",
    ),
    Table(
        "creator_connections", "creator_id = %(creator)s",
        "insert into creator_connections (creator_id, connected_at, refreshed_at,"
        " access_expires_at) values (%(creator)s, now(), now(), now())",
    ),
    Table("erased_fans"),
)  # fmt: skip

YES, NO = "yes", "no"
# Table, role, verb: on rows of one's own creator. Whatever is not here must be "no", and on rows of
# another creator's everything must. Of an update it is the columns that may be set.
EXPECTED: dict[tuple[str, str, str], str] = {
    **{
        (table, role, "select"): YES
        for table in (
            "creators", "fans", "turns", "messages", "purchases", "stage_transitions",
            "disclosures", "jobs_queue", "fan_insights", "offers", "fan_offers", "fan_facts",
            "creator_members", "audit_log", "operator_notes", "imports", "import_fans",
            "creator_connections",
        )
        for role in ("viewer", "operator")
    },
    ("creators", "operator", "update"): (
        "active_hours, after_sincere_question, approval_config, automation, disclosure,"
        " display_name, funnel_config, pacing_config, persona, purse_config, time_zone,"
        " trigger_patterns"
    ),
    ("fans", "operator", "update"): (
        "automation, country, pacing_config, purse_config, summary, tags"
    ),
    ("offers", "operator", "update"): "active, currency, description, price_cents, stages, title",
    ("fan_facts", "operator", "insert"): YES,
    ("fan_facts", "operator", "update"): "removed_at, text",
    ("fan_facts", "operator", "delete"): YES,
}  # fmt: skip


class World:
    """Two creators with a row in every table, and a login for each role."""

    def __init__(self, project: Project) -> None:
        self.project = project
        other = project.value(
            "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
            " returning id"
        )
        self.users = {role: self._add_user() for role in ("stranger", "viewer", "operator")}
        for role in ("viewer", "operator"):
            self._add_member(project.creator_id, self.users[role], role)
        # The other creator has members too; and who is a stranger here is nobody's.
        self._add_member(other, self._add_user(), "operator")
        self.own = self._fill(project.creator_id)
        self.others = self._fill(other)

    @property
    def tables(self) -> list[Table]:
        there = {row["tablename"] for row in self.project.rows(
            "select tablename from pg_tables where schemaname = 'public'"
        )}  # fmt: skip
        unknown = there - {table.name for table in TABLES}
        assert not unknown, f"tests/sql/row_policies.py, TABLES: a line is missing for {unknown}"
        return [table for table in TABLES if table.name in there]

    @contextmanager
    def as_role(self, role: str) -> Iterator[psycopg.Connection[Any]]:
        """A connection that acts as PostgREST would for this role's token."""
        claims = {"role": ROLES[role], "sub": str(self.users.get(role, "")) or None}
        with psycopg.connect(
            make_conninfo(self.project.dsn, user="authenticator"), autocommit=True
        ) as connection:
            connection.execute("select set_config('role', %s, false)", [ROLES[role]])
            connection.execute(
                "select set_config('request.jwt.claims', %s, false)", [json.dumps(claims)]
            )
            yield connection

    def columns(self, table: Table) -> list[str]:
        return [row["attname"] for row in self.project.rows(
            "select attname from pg_attribute where attrelid = ('public.' || %s)::regclass"
            " and attnum > 0 and not attisdropped order by attname", table.name
        )]  # fmt: skip

    def _add_user(self) -> uuid.UUID:
        query = "insert into auth.users (email) values (gen_random_uuid() || '@example.com')"
        return uuid.UUID(str(self.project.value(f"{query} returning id")))

    def _add_member(self, creator_id: int, user: uuid.UUID, role: str) -> None:
        self.project.execute(
            "insert into creator_members (creator_id, user_id, role) values (%s, %s, %s)",
            creator_id, user, role,
        )  # fmt: skip

    def _fill(self, creator_id: int) -> dict[str, Any]:
        fan_id = self.project.value(
            "insert into fans (creator_id, platform_uuid, handle)"
            " values (%s, gen_random_uuid(), 'ada') returning id",
            creator_id,
        )
        ids = {"creator": creator_id, "fan": fan_id}
        for table in self.tables:
            if table.fill:
                self.project.connection.execute(table.fill, ids)
        return ids


def attempt(
    connection: psycopg.Connection[Any],
    world: World,
    table: Table,
    verb: str,
    ids: dict[str, Any],
) -> str:
    """Really try it and take it back; say what came of it."""
    if verb == "update":
        columns = [
            column
            for column in world.columns(table)
            if _touches(connection, table, ids, f"update {table.name} set {column} = {column}")
        ]
        return ", ".join(columns) or NO
    statement = {
        "select": f"select from {table.name}",
        "insert": table.insert or f"insert into {table.name} default values",
        "delete": f"delete from {table.name}",
    }[verb]
    return YES if _touches(connection, table, ids, statement) else NO


def _touches(
    connection: psycopg.Connection[Any], table: Table, ids: dict[str, Any], statement: str
) -> bool:
    if not statement.startswith("insert"):
        statement = f"{statement} where {table.owned_by}"
    with connection.transaction(force_rollback=True):
        try:
            touched = connection.execute(statement, ids).rowcount
        except (InsufficientPrivilege, GeneratedAlways):
            return False
        except psycopg.errors.IntegrityError:
            # Rights were no obstacle.
            return True
        # A trigger may have marked the row instead of letting it go.
        return touched > 0 or (statement.startswith("delete") and _is_marked(connection, ids))


def _is_marked(connection: psycopg.Connection[Any], ids: dict[str, Any]) -> bool:
    marked = "select from fan_facts where fan_id = %(fan)s and removed_at is not null"
    return connection.execute(marked, ids).rowcount > 0
