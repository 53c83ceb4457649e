"""
Questions to the whole catalogue of a project's database; each answer lists the offenders.

Only reads. What is right is said in test_catalogue.py, which also plants a fault for each
question, to see that it is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import psycopg

Connection = psycopg.Connection[Any]
# Everyone whom a token or a password can make a caller; "public" is everyone else.
CALLERS = (
    "public",
    "anon",
    "authenticated",
    "authenticator",
    "service_role",
    "jobs_worker",
    "webhook_ingest",
)
TABLE_PRIVILEGES = (*("select", "insert", "update", "delete", "truncate", "references", "trigger"),)


def tables_without_row_security(connection: Connection) -> list[str]:
    return _names(
        connection,
        "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace"
        " and relkind in ('r', 'p') and not relrowsecurity order by 1",
    )


def views_of_their_owner(connection: Connection) -> list[str]:
    """Views that row policies do not hold for: they read with their owner's rights."""
    return _names(
        connection,
        "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace"
        " and relkind in ('v', 'm')"
        " and not coalesce(reloptions, '{}') @> array['security_invoker=true'] order by 1",
    )


def functions_with_a_search_path(connection: Connection) -> list[str]:
    """Functions of ours that do not run with an empty search path."""
    return _names(
        connection,
        "select oid::regprocedure::text from pg_proc"
        " where pronamespace in ('public'::regnamespace, 'private'::regnamespace)"
        " and not coalesce(proconfig, '{}') @> array['search_path=\"\"'] order by 1",
    )


def security_definers(connection: Connection) -> set[str]:
    return set(
        _names(
            connection,
            "select nspname || '.' || proname from pg_proc join pg_namespace as schemas"
            " on schemas.oid = pronamespace where nspname in ('public', 'private') and prosecdef",
        )
    )


def executors(connection: Connection, schema: str) -> dict[str, set[str]]:
    """For each function of `schema`, the callers that may execute it, by whatever way."""
    found: dict[str, set[str]] = {}
    for name, caller, may in connection.execute(
        "select proname, caller, has_function_privilege(caller, pg_proc.oid, 'execute')"
        " from pg_proc cross join unnest(%s::text[]) as caller"
        " where pronamespace = to_regnamespace(%s)",
        [list(CALLERS), schema],
    ):
        found.setdefault(name, set()).update({caller} if may else set())
    return found


def relation_privileges(connection: Connection, schema: str) -> dict[str, dict[str, set[str]]]:
    """For each caller, the tables, views and sequences of `schema` and what it may do there."""
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for caller, name, privilege in connection.execute(
        "select caller, relname, privilege from pg_class"
        " cross join unnest(%s::text[]) as caller cross join unnest(%s::text[]) as privilege"
        " where relnamespace = to_regnamespace(%s) and relkind in ('r', 'p', 'v', 'm', 'f')"
        " and (has_table_privilege(caller, pg_class.oid, privilege)"
        # A grant on one column is one too.
        "  or (privilege in ('select', 'insert', 'update')"
        "   and has_any_column_privilege(caller, pg_class.oid, privilege)))"
        " union all select caller, relname, privilege from pg_class"
        " cross join unnest(%s::text[]) as caller"
        " cross join unnest(array['usage', 'select', 'update']) as privilege"
        " where relnamespace = to_regnamespace(%s) and relkind = 'S'"
        " and has_sequence_privilege(caller, pg_class.oid, privilege)",
        [list(CALLERS), list(TABLE_PRIVILEGES), schema, list(CALLERS), schema],
    ):
        found[caller].setdefault(name, set()).add(privilege)
    return dict(found)


def schema_users(connection: Connection, schema: str) -> set[str]:
    return set(
        _names(
            connection,
            "select caller from unnest(%s::text[]) as caller"
            " where has_schema_privilege(caller, %s, 'usage')"
            " or has_schema_privilege(caller, %s, 'create')",
            [list(CALLERS), schema, schema],
        )
    )


def foreign_keys_without_index(connection: Connection) -> list[str]:
    """Foreign keys for which no whole index begins with the key's columns."""
    return _names(
        connection,
        "select conrelid::regclass || ': ' || conname from pg_constraint as keys"
        " where contype = 'f' and connamespace = 'public'::regnamespace and not exists ("
        "  select 1 from pg_index where indrelid = keys.conrelid and indpred is null"
        "  and (indkey::int2[])[0:cardinality(keys.conkey) - 1] @> keys.conkey"
        ") order by 1",
    )


def without_comment(connection: Connection) -> list[str]:
    """Tables and functions of schema public that nobody has described."""
    return _names(
        connection,
        "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace"
        " and relkind in ('r', 'p', 'v', 'm') and obj_description(oid, 'pg_class') is null"
        " union all select oid::regprocedure::text from pg_proc"
        " where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') is null"
        " order by 1",
    )


def columns_without_comment(connection: Connection) -> list[str]:
    return _names(
        connection,
        "select attrelid::regclass || '.' || attname from pg_attribute"
        " join pg_class on pg_class.oid = attrelid"
        " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')"
        " and attnum > 0 and not attisdropped"
        " and length(coalesce(col_description(attrelid, attnum), '')) < 5 order by 1",
    )


def unchecked_json_columns(connection: Connection) -> set[str]:
    """Columns of type jsonb whose content no check function looks at."""
    return set(
        _names(
            connection,
            "select attrelid::regclass || '.' || attname from pg_attribute"
            " join pg_class on pg_class.oid = attrelid"
            " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
            " and attnum > 0 and not attisdropped and atttypid = 'jsonb'::regtype"
            " and not exists (select 1 from pg_constraint where contype = 'c'"
            "  and conrelid = attrelid and conkey = array[attnum]"
            "  and pg_get_constraintdef(oid) like '%private.check\\_%')",
        )
    )


def policies(connection: Connection) -> set[tuple[str, str, str]]:
    """Every row security policy: table, command, roles."""
    return {
        (table, command, ", ".join(roles))
        for table, command, roles in connection.execute(
            "select schemaname || '.' || tablename, cmd, roles::text[] from pg_policies"
        )
    }


def retried_errors(connection: Connection) -> list[str]:
    """Functions that raise what PostgREST up to 14 retries without limit."""
    return _names(
        connection,
        "select oid::regprocedure::text from pg_proc"
        " where pronamespace in ('public'::regnamespace, 'private'::regnamespace)"
        " and prosrc ~* '40001|40P01|serialization_failure|deadlock_detected' order by 1",
    )


def parameters(connection: Connection) -> Mapping[str, list[list[str]]]:
    """For each function of schema public, the parameter names of each of its overloads."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for name, names in connection.execute(
        "select proname, coalesce(proargnames, '{}') from pg_proc"
        " where pronamespace = 'public'::regnamespace order by proname"
    ):
        found[name].append(names)
    return dict(found)


def _names(connection: Connection, query: str, values: list[Any] | None = None) -> list[str]:
    return [row[0] for row in connection.execute(query, values)]
