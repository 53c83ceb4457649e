"""
Read what a chaos run left in the database, and say which promises were broken.

Each rule compares the database with the platform, or the database with itself, and names the
messages. How many violations a run may have, and what else is counted, is chaos_report.py's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import psycopg
from psycopg.rows import dict_row

from devstack.chaos_fans import Fans
from devstack.fanvue_records import Message

Row = dict[str, Any]

HUMAN_SILENCE = 6.0
"""Seconds of a person's silence after which automation may resume: the run's setting."""


@dataclass(frozen=True)
class Records:
    """What the database has."""

    inbound: list[Row]
    outbound: list[Row]
    replies: list[Row]
    turns: list[Row]
    paused: list[str]
    unfinished: list[Row] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)


def read(dsn: str) -> Records:
    with psycopg.connect(dsn, row_factory=dict_row) as connection:

        def rows(query: str) -> list[Row]:
            return connection.execute(query).fetchall()

        return Records(
            inbound=rows(
                "select messages.id, messages.platform_uuid::text as uuid, messages.turn_id,"
                " messages.created_at, turns.status::text, fans.platform_uuid::text as fan"
                " from public.messages join public.fans on fans.id = messages.fan_id"
                " left join public.turns on turns.id = messages.turn_id"
                " where messages.direction = 'inbound'"
            ),
            outbound=rows(
                "select messages.id, messages.platform_uuid::text as uuid, messages.turn_id,"
                " messages.status::text, messages.position, messages.created_at, messages.body,"
                " messages.kind::text, messages.sending_at, messages.resolved_at,"
                " fans.platform_uuid::text as fan"
                " from public.messages join public.fans on fans.id = messages.fan_id"
                " where messages.direction = 'outbound'"
            ),
            # All bubbles of a reply are planned in the transaction that ends its job.
            replies=rows(
                "select (payload ->> 'context_turn_id')::bigint as turn_id, finished_at,"
                " payload -> 'context_message_ids' as read_ids, status::text"
                " from public.jobs_queue where job_type = 'reply' and status in"
                " ('done', 'superseded')"
            ),
            turns=rows(
                "select turns.id, turns.status::text, turns.hold_reason,"
                " fans.platform_uuid::text as fan"
                " from public.turns join public.fans on fans.id = turns.fan_id"
            ),
            unfinished=rows(
                "select jobs.id, jobs.job_type, jobs.status::text, jobs.attempt,"
                " extract(epoch from jobs.run_at - now())::int as due_in,"
                " jobs.last_error ->> 'message' as error, fans.handle"
                " from public.jobs_queue as jobs join public.fans on fans.id = jobs.fan_id"
                " where jobs.finished_at is null and jobs.lane <> 'background' order by jobs.id"
            ),
            cut_off=[
                row["last_error"]
                for row in rows(
                    "select last_error from public.creator_connections"
                    " where state = 'needs_reconnect'"
                )
            ],
            paused=[
                row["fan"]
                for row in rows(
                    "select platform_uuid::text as fan from public.fans where automation <> 'auto'"
                )
            ],
        )


def held_turns(records: Records) -> list[Row]:
    return [turn for turn in records.turns if turn["status"] == "held"]


def on_one_side_only(records: Records, fans: Fans) -> list[str]:
    """Compare our sent rows with what reached the fans, by uuid; both ways."""
    reached = [message for fan in fans.everybody for message in fans.platform.sent(fan)]
    # What nobody could decide about is there once, under a text that we know.
    unsure = [row for row in records.outbound if row["status"] == "unknown" or row["resolved_at"]]
    unknown = Counter((row["fan"], row["body"]) for row in unsure)
    sure = [row for row in records.outbound if row["turn_id"] and row not in unsure]
    ours = {row["uuid"] for row in sure if row["uuid"]}
    faults = []
    for message in reached:
        if message.uuid in ours:
            continue
        if unknown[message.fan.uuid, message.text] > 0:
            unknown[message.fan.uuid, message.text] -= 1
            continue
        faults.append(f"reached the fan, not recorded: {name(message)}")
    there = {message.uuid for message in reached}
    faults += [
        f"recorded as sent, not there: message {row['id']}"
        for row in sure
        if row["status"] == "sent" and row["uuid"] not in there
    ]
    return faults


def _answers(records: Records) -> list[tuple[list[int], list[Row]]]:
    """For each reply of which anything but its disclosure was sent: what it read, what went out."""
    sent: dict[tuple[int, Any], list[Row]] = defaultdict(list)
    for row in records.outbound:
        if row["status"] in ("sent", "unknown") and row["turn_id"] and row["position"] > 0:
            sent[row["turn_id"], row["created_at"]].append(row)
    found = []
    for reply in records.replies:
        bubbles = sent.get((reply["turn_id"], reply["finished_at"]))
        if bubbles and reply["status"] == "done":
            found.append((list(reply["read_ids"]), bubbles))
    return found


def answered_twice(records: Records) -> list[str]:
    times = Counter(id_ for read_ids, _ in _answers(records) for id_ in read_ids)
    return [
        f"answered by {times[row['id']]} replies: message {row['id']} ({row['uuid']})"
        for row in records.inbound
        if times[row["id"]] > 1
    ]


def answered_by_a_person(records: Records) -> set[int]:
    """Ids of messages after which a person wrote to the fan, and that no reply had read."""
    last_word = {
        row["fan"]: row["created_at"]
        for row in sorted(records.outbound, key=lambda row: row["created_at"])
        if row["kind"] == "human"
    }
    read_ids = {id_ for ids, _ in _answers(records) for id_ in ids}
    return {
        row["id"]
        for row in records.inbound
        if row["status"] == "answered"
        and row["id"] not in read_ids
        and row["fan"] in last_word
        and row["created_at"] <= last_word[row["fan"]]
    }


def never_read(records: Records) -> list[str]:
    """Messages of answered turns that no sent reply had read, and no person either."""
    read_ids = {id_ for ids, _ in _answers(records) for id_ in ids} | answered_by_a_person(records)
    return [
        f"counted as answered, but no reply had read it: message {row['id']} ({row['uuid']})"
        for row in records.inbound
        if row["status"] == "answered" and row["id"] not in read_ids
    ]


def paused_by_nobody(records: Records, fans: Fans) -> list[str]:
    return [
        f"automation is off though no person wrote: fan {fan}"
        for fan in records.paused
        if fan not in fans.taken_over
    ]


def talked_over_a_person(records: Records) -> list[str]:
    """Bubbles begun after we had heard that a person writes to this fan, and before a silence."""
    heard = defaultdict(list)
    for row in records.outbound:
        if row["kind"] == "human":
            heard[row["fan"]].append(row["created_at"])
    silence = timedelta(seconds=HUMAN_SILENCE)
    return [
        f"sent after a person had written: message {row['id']}"
        for row in records.outbound
        if row["sending_at"]
        and any(at < row["sending_at"] < at + silence for at in heard[row["fan"]])
    ]


def unfinished(records: Records) -> list[str]:
    """Describe what is still in the queue, for whoever looks for the reason."""
    return [
        f"{row['handle']}: {row['job_type']} job {row['id']} is {row['status']}, due in"
        f" {row['due_in']} s, attempt {row['attempt']}, last error {row['error']}"
        for row in records.unfinished
    ]


def name(message: Message) -> str:
    return f"{message.fan.handle} {message.uuid} {message.text!r}"
