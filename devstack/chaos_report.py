"""
Judge what came of a chaos run: the platform's messages against the database's, one to one.

Every violation names its messages. What was injected is only repeated here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from devstack.chaos_fans import Fans
from devstack.fanvue_records import Message

LEAST_ANSWERED = 0.99

Row = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """The figures of one run. `answered_share` is over fans that were not left to a person."""

    seed: int
    seconds: float
    injected: dict[str, int]
    faults: int
    messages: int
    bursts: int
    fans: int
    fans_taken_over: int
    fans_undecidable: int
    answered: int
    answered_share: float
    lost: int
    duplicated: int
    held: int
    replies: int
    bubbles: int
    superseded: int
    worker_starts: int
    drained_in: float
    violations: list[str]

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ok": self.ok}

    @property
    def ok(self) -> bool:
        return not self.violations


@dataclass(frozen=True)
class Records:
    """What the database has."""

    inbound: list[Row]
    outbound: list[Row]
    replies: list[Row]
    turns: list[Row]
    paused: list[str]


def read(dsn: str) -> Records:
    with psycopg.connect(dsn, row_factory=dict_row) as connection:

        def rows(query: str) -> list[Row]:
            return connection.execute(query).fetchall()

        return Records(
            inbound=rows(
                "select messages.id, messages.platform_uuid::text as uuid, messages.turn_id,"
                " turns.status::text, fans.platform_uuid::text as fan"
                " from public.messages join public.fans on fans.id = messages.fan_id"
                " left join public.turns on turns.id = messages.turn_id"
                " where messages.direction = 'inbound'"
            ),
            outbound=rows(
                "select messages.id, messages.platform_uuid::text as uuid, messages.turn_id,"
                " messages.status::text, messages.position, messages.created_at, messages.body,"
                " messages.kind::text, fans.platform_uuid::text as fan"
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
            paused=[
                row["fan"]
                for row in rows(
                    "select platform_uuid::text as fan from public.fans where automation <> 'auto'"
                )
            ],
        )


def report(
    records: Records,
    fans: Fans,
    *,
    injected: dict[str, int],
    seed: int,
    seconds: float,
    worker_starts: int,
    drained_in: float,
) -> Report:
    """Compare, count, and say what is wrong."""
    left_to_a_person = fans.taken_over | fans.undecidable
    known = {row["uuid"]: row for row in records.inbound}
    lost = [message for message in fans.written if message.uuid not in known]
    judged = [message for message in fans.written if message.fan.uuid not in left_to_a_person]
    answered = {row["uuid"] for row in records.inbound if row["status"] == "answered"}
    unanswered = [message for message in judged if message.uuid not in answered]
    held = [turn for turn in records.turns if turn["status"] == "held"]

    duplicated = [*_on_one_side_only(records, fans), *_answered_twice(records)]
    violations = [
        *(f"lost: {_name(message)}" for message in lost),
        *duplicated,
        *_never_read(records, left_to_a_person),
        *_paused_by_nobody(records, fans),
    ]
    share = 1 - len(unanswered) / max(1, len(judged))
    if share < LEAST_ANSWERED:
        violations += [f"unanswered ({_why(known, one)}): {_name(one)}" for one in unanswered]
    undecidable = injected.get("undecidable send", 0)
    if len([turn for turn in held if turn["fan"] not in fans.taken_over]) > undecidable:
        violations += [f"held: turn {turn['id']}: {turn['hold_reason']}" for turn in held]
    sent = [row for row in records.outbound if row["status"] == "sent" and row["turn_id"]]
    return Report(
        seed=seed,
        seconds=seconds,
        injected=injected,
        faults=sum(injected.values()),
        messages=len(fans.written),
        bursts=fans.bursts,
        fans=len(fans.everybody),
        fans_taken_over=len(fans.taken_over),
        fans_undecidable=len(fans.undecidable),
        answered=len(judged) - len(unanswered),
        answered_share=round(share, 4),
        lost=len(lost),
        duplicated=len(duplicated),
        held=len(held),
        replies=len({(row["turn_id"], row["created_at"]) for row in sent}),
        bubbles=len(sent),
        superseded=sum(1 for reply in records.replies if reply["status"] == "superseded"),
        worker_starts=worker_starts,
        drained_in=round(drained_in, 1),
        violations=violations,
    )


def _on_one_side_only(records: Records, fans: Fans) -> list[str]:
    """Compare our sent rows with what reached the fans, by uuid; both ways."""
    reached = [message for fan in fans.everybody for message in fans.platform.sent(fan)]
    ours = {row["uuid"] for row in records.outbound if row["uuid"] and row["kind"] != "automated"}
    # What nobody can decide about is there once, under a text that we know.
    unknown = Counter(
        (row["fan"], row["body"]) for row in records.outbound if row["status"] == "unknown"
    )
    faults = []
    for message in reached:
        if message.uuid in ours:
            continue
        if unknown[message.fan.uuid, message.text] > 0:
            unknown[message.fan.uuid, message.text] -= 1
            continue
        faults.append(f"reached the fan, not recorded: {_name(message)}")
    there = {message.uuid for message in reached}
    faults += [
        f"recorded as sent, not there: message {row['id']}"
        for row in records.outbound
        if row["status"] == "sent" and row["turn_id"] and row["uuid"] not in there
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


def _answered_twice(records: Records) -> list[str]:
    times = Counter(id_ for read_ids, _ in _answers(records) for id_ in read_ids)
    return [
        f"answered by {times[row['id']]} replies: message {row['id']} ({row['uuid']})"
        for row in records.inbound
        if times[row["id"]] > 1
    ]


def _never_read(records: Records, left_to_a_person: set[str]) -> list[str]:
    """Messages of answered turns that no sent reply had read."""
    read_ids = {id_ for ids, _ in _answers(records) for id_ in ids}
    return [
        f"counted as answered, but no reply had read it: message {row['id']} ({row['uuid']})"
        for row in records.inbound
        if row["status"] == "answered"
        and row["id"] not in read_ids
        and row["fan"] not in left_to_a_person
    ]


def _paused_by_nobody(records: Records, fans: Fans) -> list[str]:
    return [
        f"automation is off though no person wrote: fan {fan}"
        for fan in records.paused
        if fan not in fans.taken_over
    ]


def _why(known: dict[str, Row], message: Message) -> str:
    row = known.get(message.uuid)
    return "never arrived" if row is None else f"turn {row['turn_id']} is {row['status']}"


def _name(message: Message) -> str:
    return f"{message.fan.handle} {message.uuid} {message.text!r}"


def lines(done: Report) -> Sequence[str]:
    """The report for a terminal."""
    width = max(len(kind) for kind in [*done.injected, ""])
    return [
        "injected:",
        *(f"  {kind:<{width}}  {count:>4}" for kind, count in done.injected.items()),
        "",
        f"seed {done.seed}, {done.seconds:g} s, {done.faults} faults,"
        f" {done.worker_starts} worker starts, drained in {done.drained_in:g} s",
        f"{done.fans} fans, {done.fans_taken_over} of them taken over by a person,"
        f" {done.fans_undecidable} undecidable",
        f"messages {done.messages} in {done.bursts} bursts, replies {done.replies} in"
        f" {done.bubbles} bubbles, drafts superseded {done.superseded}",
        f"answered {done.answered} ({done.answered_share:.1%}), lost {done.lost},"
        f" duplicated {done.duplicated}, held {done.held}",
        *(f"VIOLATION {violation}" for violation in done.violations),
        "ok" if done.ok else f"{len(done.violations)} violations",
    ]
