"""
What must hold in every committed state of the race, and when everything has come to rest.

Each rule is a query that names its offenders. `settle` plays a careful worker and a person who
clears up, until nothing is left to do.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

import psycopg

from tests.project import tags_of
from tests.sql.race_platform import OFFER, Platform, Row

LIVE = "('queued', 'running', 'parked')"
# What is true of every snapshot, in the middle of the race too.
ALWAYS = {
    "two jobs of one type queued for one fan": """
        select format('fan %s: %s', fan_id, job_type) from public.jobs_queue
        where status = 'queued' group by creator_id, fan_id, job_type having count(*) > 1""",
    "two running turn jobs for one fan": """
        select format('fan %s', fan_id) from public.jobs_queue
        where status = 'running' and lane = 'turn' group by fan_id having count(*) > 1""",
    "two open turns for one fan": """
        select format('fan %s', fan_id) from public.turns
        where status = 'open' group by fan_id having count(*) > 1""",
    "an open turn that no reply will answer": f"""
        select format('turn %s', id) from public.turns where status = 'open' and not exists (
          select 1 from public.jobs_queue as job where job.fan_id = turns.fan_id
            and job.job_type = 'reply' and job.status in {LIVE})""",
    "a turn in sending that nobody delivers": f"""
        select format('turn %s', id) from public.turns where status = 'sending' and not exists (
          select 1 from public.jobs_queue as job where job.fan_id = turns.fan_id
            and job.job_type = 'deliver' and job.status in {LIVE})
        -- Until a person has said of one message what became of it, no other goes out.
        and not exists (select 1 from public.messages as unknown
          where unknown.fan_id = turns.fan_id and unknown.status = 'unknown')""",
    "a bubble in sending that nobody asks about": f"""
        select format('message %s', id) from public.messages
        where status = 'sending' and not exists (
          select 1 from public.jobs_queue as job where job.fan_id = messages.fan_id
            and job.job_type = 'deliver' and job.status in {LIVE})""",
    "a planned bubble outside of a turn in sending": """
        select format('message %s: turn %s', messages.id, turns.status) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.status = 'planned' and turns.status <> 'sending'""",
    "a bubble in sending twice for one fan": """
        select format('fan %s', fan_id) from public.messages
        where status = 'sending' group by fan_id having count(*) > 1""",
    "two open offers for one fan": """
        select format('fan %s', fan_id) from public.fan_offers
        where status = 'open' group by fan_id having count(*) > 1""",
    "an open offer that was never made": """
        select format('offer %s', made.id) from public.fan_offers as made
        join public.messages on messages.id = made.message_id
        where made.status = 'open' and messages.status = 'cancelled'""",
    "an offer made and not on record": f"""
        select format('message %s', id) from public.messages
        where status = 'sent' and body = '{OFFER}' and not exists (
          select 1 from public.fan_offers as made where made.message_id = messages.id
            and made.status <> 'cancelled' and made.offered_at is not null)""",
    "a job parked though nobody stops it": """
        select format('job %s', job.id) from public.jobs_queue as job
        join public.fans on fans.id = job.fan_id
        join public.creators on creators.id = job.creator_id
        where job.status = 'parked'
          and private.mode_of(fans, creators.automation) in ('auto', 'approve')""",
    "a draft that waits for a person and answers only a part": """
        select format('turn %s', turns.id) from public.turns
        join public.messages as draft on draft.turn_id = turns.id and draft.status = 'held'
        join public.messages as later on later.fan_id = turns.fan_id
          and later.direction = 'inbound' and later.turn_id is not null
          and later.created_at > draft.created_at
        where turns.status = 'held' and turns.hold_reason like 'waits for approval%'""",
    "an open turn of which nothing is left to answer": """
        select format('turn %s', id) from public.turns where status = 'open' and not exists (
          select 1 from public.messages where turn_id = turns.id
            and direction = 'inbound' and deleted_at is null)""",
    "a message that was not looked at and never will be": """
        select format('message %s', id) from public.messages
        where direction = 'inbound' and inspected_at is null and turn_id is not null
          and not exists (
            select 1 from public.jobs_queue as job where job.fan_id = messages.fan_id
              and job.job_type = 'inspect' and job.status in ('queued', 'running'))""",
    "an unknown bubble that no person is asked about": """
        select format('message %s: turn %s', messages.id, turns.status) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.status = 'unknown' and turns.status in ('open', 'sending')""",
    "an event parked though nothing is on its way": """
        select format('event %s', id) from public.webhook_events where outcome = 'parked'
          and not exists (select 1 from public.messages
            where messages.fan_id = webhook_events.fan_id
              and messages.status in ('sending', 'unknown'))
          and not (private.is_writer_unknown(event) and exists (
            select 1 from public.jobs_queue as job where job.fan_id = webhook_events.fan_id
              and job.job_type = 'inspect' and job.status in ('queued', 'running')))""",
    "a reply of the model planned for a fan who is held": """
        select format('message %s', messages.id) from public.messages
        join public.fans on fans.id = messages.fan_id
        where fans.stop_sign is not null and messages.status = 'planned'
          and messages.kind = 'reply'""",
    "something planned for a possible minor besides the line for a crisis": """
        select format('message %s', messages.id) from public.messages
        join public.fans on fans.id = messages.fan_id
        join public.turns on turns.id = messages.turn_id
        where fans.stop_sign = 'minor' and messages.status in ('planned', 'held')
          and not (turns.is_notice and turns.fixed_text = 'crisis')""",
    "a reply that is written for a fan who is held": f"""
        select format('job %s: %s', job.id, job.status) from public.jobs_queue as job
        join public.fans on fans.id = job.fan_id
        where fans.stop_sign is not null and job.job_type = 'reply' and job.status in {LIVE}""",
    "an open turn of a fan who is held": """
        select format('turn %s', turns.id) from public.turns
        join public.fans on fans.id = turns.fan_id
        where fans.stop_sign is not null and turns.status = 'open'""",
    "two lines for a crisis planned for one fan": """
        select format('fan %s', turns.fan_id) from public.messages
        join public.turns on turns.id = messages.turn_id
        where turns.is_notice and turns.fixed_text = 'crisis'
          and messages.status in ('planned', 'sending')
        group by turns.fan_id having count(*) > 1""",
    # The bubbles of one reply are written in one transaction, at one moment. A disclosure that
    # went out before the rest was cancelled answers nothing, and is no reply.
    "two replies sent in one turn": """
        select format('turn %s', turn_id) from public.messages
        where kind in ('reply', 'fixed') and status = 'sent' and not is_disclosure
        group by turn_id having count(distinct created_at) > 1""",
}
# What is true besides once everything has come to rest.
AT_REST = {
    "a job that is still to be done": f"""
        select format('job %s: %s %s', id, job_type, status) from public.jobs_queue
        where status in {LIVE}""",
    "an inbound message whose turn came to no end": """
        select format('message %s: turn %s', messages.id, turns.status) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.direction = 'inbound'
          and turns.status not in ('answered', 'cancelled', 'held')""",
    "an inbound message that nobody looked at": """
        select format('message %s', id) from public.messages
        where direction = 'inbound' and inspected_at is null
          and turn_id is not null""",
    "a bubble in between": """
        select format('message %s: %s', id, status) from public.messages
        where status in ('planned', 'sending', 'unknown')""",
    "an event that waits for a send that is over": """
        select format('event %s', id) from public.webhook_events where outcome = 'parked'""",
}


def broken(connection: psycopg.Connection[Any], rules: dict[str, str]) -> list[str]:
    """Say which rules do not hold, and for whom."""
    return [
        f"{rule}: {row[0]}" for rule, query in rules.items() for row in connection.execute(query)
    ]


def unequal_books(connection: psycopg.Connection[Any], platform: Platform) -> list[str]:
    """Compare what the platform got with what the database believes was sent."""
    sent: dict[int, str] = {
        row[0]: str(row[1])
        for row in connection.execute(
            "select id, platform_uuid from public.messages where status = 'sent'"
            " and kind in ('reply', 'fixed')"
        )
    }
    # Whoever says that it was sent may not know as what.
    nameless = {message_id for message_id, uuid in sent.items() if uuid == "None"}
    posted = {message_id: uuids[0] for message_id, uuids in platform.posts.items()}
    return [
        *(f"posted {len(each)} times: message {i}" for i, each in platform.posts.items()
          if len(each) > 1),
        *(f"posted, but not recorded as sent: message {i}" for i in posted.keys() - sent.keys()),
        *(f"recorded as sent, but never posted: message {i}" for i in sent.keys() - posted.keys()),
        *(f"recorded under another uuid: message {i}" for i in posted.keys() & sent.keys()
          if i not in nameless and posted[i] != sent[i]),
    ]  # fmt: skip


def settle(connection: psycopg.Connection[Any], platform: Platform) -> None:
    """Resume everybody and do all that is left, moving the clock instead of waiting."""
    connection.execute("update public.settings set automation_stopped = false where only_row")
    connection.execute("update public.creators set automation = 'auto' where true")
    connection.execute(
        "update public.fans set automation = 'auto', stop_sign = null"
        " where automation <> 'opted_out'"
    )
    # A night and a day: some creator may be asleep.
    for minute in range(1, 3000, 10):
        _decide_unknown(connection, platform)
        jobs = _call(connection, "claim_jobs", minute, "settler", 1000, 3600)["jobs"]
        for job in jobs:
            _finish(connection, platform, job, minute)
        left = connection.execute(
            f"select count(*) from public.jobs_queue where status in {LIVE}"
        ).fetchone()
        if not jobs and left == (0,):
            return


def stuck_fans(connection: psycopg.Connection[Any], platform: Platform) -> list[str]:
    """Let everybody write once more when all is at rest: whoever may be answered must be."""
    written = {}
    for fan_id, creator, fan in connection.execute(
        "select fans.id, creators.platform_uuid, fans.platform_uuid from public.fans"
        " join public.creators on creators.id = fans.creator_id where fans.automation = 'auto'"
    ).fetchall():
        written[fan_id] = str(uuid.uuid4())
        event = {
            "event_id": str(uuid.uuid4()), "type": "message.received",
            "creator_uuid": str(creator), "fan": {"uuid": str(fan)},
            "message": {"uuid": written[fan_id], "text": "anybody there?"},
        }  # fmt: skip
        connection.execute("select private.ingest_event(%s, now())", [json.dumps(event)])
    settle(connection, platform)
    answered = {
        row[0]
        for row in connection.execute(
            "select messages.fan_id from public.messages join public.turns"
            " on turns.id = messages.turn_id where turns.status = 'answered'"
            " and messages.platform_uuid = any (%s::uuid[])",
            [list(written.values())],
        )
    }
    return [f"stuck: fan {fan_id}" for fan_id in written.keys() - answered]


def _decide_unknown(connection: psycopg.Connection[Any], platform: Platform) -> None:
    """As a person does: look whether the message is there, and say so."""
    for (message_id,) in connection.execute(
        "select id from public.messages where status = 'unknown'"
    ).fetchall():
        if found := platform.find(message_id):
            nobody = {"id": 0, "lease_token": str(uuid.uuid4())}
            _call(connection, "finish_send", 0, *nobody.values(), message_id, found, "now")
        else:
            connection.execute(
                "update public.messages set status = 'cancelled' where id = %s", [message_id]
            )


def _finish(connection: psycopg.Connection[Any], platform: Platform, job: Row, minute: int) -> None:
    held = (job["id"], job["lease_token"])
    if job["job_type"] == "inspect":
        findings = [
            {"message_id": each["id"], "signals": []} for each in job["context"]["messages"]
        ]
        _call(connection, "record_inspection", minute, *held, json.dumps(findings))
    elif job["job_type"] == "reconcile":
        _call(connection, "finish_reconcile", minute, *held, True)
    elif job["job_type"] == "reply":
        reply = json.dumps({"bubbles": ["at last"], "kind": "reply"})
        _call(connection, "commit_reply", minute, *held, reply)
    elif job["job_type"] == "profile":
        _call(connection, "record_profile", minute, *held, json.dumps({"items": tags_of(job)}))
    else:
        step = _call(connection, "begin_send", minute, *held)
        message_id = step.get("message", {}).get("id")
        found = platform.find(message_id) if step["outcome"] == "reconcile" else None
        if step["outcome"] == "reconcile" and found is None:
            step = _call(connection, "record_reconciliation", minute, *held, message_id, "absent")
        if step["outcome"] == "send":
            found = platform.post(message_id)
        if found:
            _call(connection, "finish_send", minute, *held, message_id, found, "now")


def _call(connection: psycopg.Connection[Any], name: str, minute: int, *values: Any) -> Row:
    """Call private.NAME(…, at), so many minutes from now."""
    marks = ", ".join(["%s"] * len(values))
    row = connection.execute(
        f"select private.{name}({marks}, now() + make_interval(mins => %s))", [*values, minute]
    ).fetchone()
    assert row is not None
    answer: Row = row[0]
    return answer
