"""
Read the functions of the exposed schemas, and what else holds for every request.

The catalogue is a snapshot, as PostgREST's schema cache is: DDL shows after a reload.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psycopg

from devstack.postgrest_routine import Parameter, Routine, Routines

# PostgREST sets these function settings before the call; inside it they would come too late.
HOISTED_SETTINGS = (
    "statement_timeout",
    "plan_filter.statement_cost_limit",
    "default_transaction_isolation",
)
ROUTINES = """
with recursive types as (
  select oid, oid as base from pg_catalog.pg_type where typtype <> 'd'
  union all
  select domain.oid, types.base
  from pg_catalog.pg_type as domain
  join types on types.oid = domain.typbasetype
  where domain.typtype = 'd'
)
select
  namespace.nspname,
  proc.proname,
  coalesce(pg_catalog.obj_description(proc.oid, 'pg_proc'), ''),
  coalesce(inputs.parameters, '[]'::json),
  result_namespace.nspname,
  result.typname,
  proc.proretset,
  result.typtype = 'c' or coalesce(proc.proargmodes::text[] && '{t,b,o}', false),
  proc.provolatile = 'v',
  coalesce(proc.proconfig, '{}')
from pg_catalog.pg_proc as proc
join pg_catalog.pg_namespace as namespace on namespace.oid = proc.pronamespace
join types on types.oid = proc.prorettype
join pg_catalog.pg_type as result on result.oid = types.base
join pg_catalog.pg_namespace as result_namespace on result_namespace.oid = result.typnamespace
cross join lateral (
  select
    json_agg(
      json_build_array(name, type::regtype::text, place <= proc.pronargs - proc.pronargdefaults,
        mode = 'v')
      order by place
    ) as parameters,
    count(*) filter (where name = '') as unnamed,
    bool_or(place = 1 and type in
      ('json'::regtype, 'jsonb'::regtype, 'text'::regtype, 'xml'::regtype, 'bytea'::regtype)
    ) as takes_body
  from (
    select
      coalesce(name, '') as name, type, coalesce(mode, 'i') as mode,
      row_number() over (order by ordinal) as place
    from unnest(
      proc.proargnames,
      coalesce(proc.proallargtypes, proc.proargtypes::oid[]),
      proc.proargmodes
    ) with ordinality as argument (name, type, mode, ordinal)
    where coalesce(mode, 'i') in ('i', 'b', 'v') and type is not null
  ) as input
) as inputs
where namespace.nspname = any (%s)
  and proc.prokind = 'f'
  and result.oid <> 'trigger'::regtype
  and (inputs.unnamed = 0 or (inputs.unnamed = 1 and inputs.takes_body))
"""

# Settings of the roles that the gateway may take, as far as it may set them.
ROLE_SETTINGS = """
select role.rolname, known.name, substr(entry, strpos(entry, '=') + 1)
from pg_catalog.pg_auth_members as membership
join pg_catalog.pg_roles as role on role.oid = membership.roleid
cross join lateral unnest(role.rolconfig) as entry
join pg_catalog.pg_settings as known on known.name = split_part(entry, '=', 1)
where membership.member = current_user::regrole and known.context = 'user'
"""

TIME_ZONES = "select name from pg_catalog.pg_timezone_names"


@dataclass(frozen=True)
class Catalogue:
    routines: Routines
    role_settings: Mapping[str, Mapping[str, str]]
    time_zones: frozenset[str]


async def load(connection: psycopg.AsyncConnection, schemas: Sequence[str]) -> Catalogue:
    """Take a new snapshot; `connection` is the authenticator's."""
    async with connection.transaction():
        # With an empty path, types print with their schema, so that they can be cast to anywhere.
        await connection.execute("set local search_path to ''")
        rows = await (await connection.execute(ROUTINES.encode(), [list(schemas)])).fetchall()
        settings = await (await connection.execute(ROLE_SETTINGS.encode())).fetchall()
        zones = await (await connection.execute(TIME_ZONES.encode())).fetchall()
    by_role: dict[str, dict[str, str]] = {}
    for role, key, value in settings:
        by_role.setdefault(role, {})[key] = value
    return Catalogue(
        Routines(tuple(sorted(map(_routine, rows), key=_sort_key))),
        by_role,
        frozenset(zone for (zone,) in zones),
    )


def _routine(row: tuple[object, ...]) -> Routine:
    schema, name, description, parameters, of_schema, of, is_set, composite, volatile, config = row
    pairs = dict(entry.split("=", 1) for entry in config)  # type: ignore[attr-defined]
    return Routine(
        str(schema),
        str(name),
        str(description),
        tuple(Parameter(*each) for each in parameters),  # type: ignore[attr-defined]
        (str(of_schema), str(of)),
        bool(is_set),
        bool(composite),
        bool(volatile),
        {key: pairs[key] for key in HOISTED_SETTINGS if key in pairs},
    )


def _sort_key(routine: Routine) -> tuple[object, ...]:
    count = len(routine.parameters)
    return (routine.schema, routine.name, count, routine.description, routine.parameters)
