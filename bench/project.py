"""
Databases for the bench: empty ones, and fanpace projects with the migrations as they stand, one
creator, and fans who wrote.

pg_cron's jobs do not run in them: what the figures cost is what they call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from devstack import database
from devstack.postgres import Server

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
TEMPLATE = "bench_template"

# An event as the edge function sends it, of fan number :fan.
EVENT = """jsonb_build_object(
  'event_id', gen_random_uuid(), 'type', 'message.received', 'family', 'envelope',
  'occurred_at', now(), 'creator_uuid', 'f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12',
  'fan', jsonb_build_object('uuid', md5('fan ' || {fan})::uuid, 'handle', 'fan' || {fan},
    'display_name', 'Fan ' || {fan}),
  'message', jsonb_build_object('uuid', gen_random_uuid(), 'text', 'hey you, how was your day?'))"""


@contextmanager
def empty(server: Server, name: str) -> Iterator[str]:
    """A database with nothing in it, for as long as the context lasts; yield its DSN."""
    database.drop(server, name)
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        admin.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield server.dsn(name)
    finally:
        database.drop(server, name)


@contextmanager
def project(server: Server, name: str, *, pacing: dict[str, object] | None = None) -> Iterator[str]:
    """A project with a creator and no fans, for as long as the context lasts; yield its DSN."""
    with psycopg.connect(server.dsn(), autocommit=True) as admin:
        known = admin.execute("select 1 from pg_database where datname = %s", (TEMPLATE,))
        if known.fetchone() is None:
            database.push(database.create(server, TEMPLATE))
    database.drop(server, name)
    dsn = database.copy(server, TEMPLATE, name)
    try:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(
                "insert into creators (platform_uuid, display_name, automation, disclosure,"
                " pacing_config) values (%s, 'Luna', 'auto', 'Replies are written by an AI.',"
                " coalesce(%s, private.default_pacing_config()))",
                (CREATOR, Jsonb(pacing) if pacing is not None else None),
            )
            # Nobody has a past on a platform that is not there.
            connection.execute("update settings set insights_every = '0'")
        yield dsn
    finally:
        database.drop(server, name)


# Fans who were told what answers, each with a message that waits for a job.
_LET_WAIT = """
with fan as (
  insert into fans (creator_id, platform_uuid, handle, display_name, created_at, last_inbound_at)
  select creators.id, each.uuid, 'fan' || each.n, 'Fan ' || each.n, now(), now()
  from unnest(%(uuids)s::uuid[]) with ordinality as each (uuid, n)
  join (
    select id, row_number() over (order by id) - 1 as place, count(*) over () as of from creators
  ) as creators on creators.place = mod(each.n - 1, creators.of)
  order by each.n
  returning id, creator_id
), turn as (
  insert into turns (fan_id, opened_at) select id, now() from fan returning id, fan_id
), wrote as (
  insert into messages (fan_id, turn_id, direction, kind, status, body, platform_uuid, sent_at,
    created_at, inspected_at)
  select fan_id, id, 'inbound', 'fan', 'received', 'hey you', gen_random_uuid(), now(), now(),
    case when %(job_type)s = 'reply' then now() end
  from turn returning fan_id
), told as (
  insert into messages (fan_id, direction, kind, status, body, platform_uuid, is_disclosure,
    sent_at, created_at)
  select fan.id, 'outbound', 'fixed', 'sent', creators.disclosure, gen_random_uuid(), true,
    now(), now()
  from fan join creators on creators.id = fan.creator_id returning id, fan_id, body
), disclosed as (
  insert into disclosures (fan_id, message_id, body, at)
  select fan_id, id, body, 'infinity' from told returning fan_id
)
insert into jobs_queue (job_type, creator_id, fan_id, run_at, payload)
select %(job_type)s, fan.creator_id, fan.id,
  clock_timestamp() + %(lead)s * interval '1 second'
    + (row_number() over (order by fan.id) - 1) * %(apart)s * interval '1 second',
  jsonb_build_object('turn_id', turn.id, 'message_count', 1)
from fan join turn on turn.fan_id = fan.id
"""


def let_wait(
    connection: psycopg.Connection,
    uuids: Sequence[str],
    *,
    lead: float,
    apart: float = 0,
    job_type: Literal["reply", "inspect"] = "reply",
) -> None:
    """Have one job wait for each of these new fans: due in `lead` seconds, `apart` each."""
    connection.execute(
        _LET_WAIT, {"uuids": list(uuids), "lead": lead, "apart": apart, "job_type": job_type}
    )


def let_write(connection: psycopg.Connection, fans: int) -> None:
    """Let fans 1 to `fans` write once; their messages were looked at, their replies wait."""
    connection.execute(
        f"select private.ingest_event({EVENT.format(fan='n')}, now())"
        f" from generate_series(1, {fans}) as n"
    )
    connection.execute("update messages set inspected_at = now() where direction = 'inbound'")
    connection.execute("delete from jobs_queue where job_type <> 'reply'")
    connection.execute("vacuum analyze")
