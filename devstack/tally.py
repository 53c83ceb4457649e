"""
Count what came of a demo: from the database's rows and from what reached the fans.

The two are compared with each other, so that neither can hide a message sent twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg.rows import dict_row

from devstack.fanvue_records import Message
from devstack.fanvue_webhooks import Attempt


@dataclass(frozen=True)
class Spread:
    """Order statistics of a sample; None where it is empty."""

    n: int
    p50: float | None
    p90: float | None
    p99: float | None
    most: float | None


@dataclass(frozen=True)
class Summary:
    """The figures of one run; waits are in seconds, lateness in milliseconds."""

    fans: int
    messages_in: int
    replies_out: int
    bubbles_out: int
    bursts: int
    bursts_merged: int
    waits_drawn: Spread
    waits_kept: Spread
    lateness_ms: Spread
    stages_reached: dict[str, int]
    purchases: int
    duplicates_recognised: int
    bad_signatures_refused: int
    identity_answers: int
    disclosures: int
    worker_restarts: int
    duplicated: int
    unanswered: int
    handed_over: int
    """Turns that wait for a person, because no draft passed the checks or the fan needs one."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def ok(self) -> bool:
        """Everybody answered or handed to a person, nobody twice, every burst in one go."""
        return self.duplicated == 0 and self.unanswered == 0 and self.bursts == self.bursts_merged


def spread(sample: Sequence[float]) -> Spread:
    """Describe `sample`; percentiles by nearest rank."""
    if not sample:
        return Spread(0, None, None, None, None)
    ordered = sorted(sample)

    def rank(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)

    return Spread(len(ordered), rank(0.5), rank(0.9), rank(0.99), round(ordered[-1], 3))


def unanswered_count(
    connection: psycopg.Connection[Any], settled: Sequence[str] = ("answered",)
) -> int:
    """Messages of fans whose turn is in none of the `settled` states yet."""
    row = connection.execute(
        "select count(*) from public.messages join public.turns on turns.id = messages.turn_id"
        " where messages.direction = 'inbound' and turns.status::text <> all (%s)",
        (list(settled),),
    ).fetchone()
    assert row is not None
    return int(row[0])


def tally(
    dsn: str,
    bursts: Sequence[Sequence[str]],
    delivered: Sequence[Message],
    attempts: Sequence[Attempt],
    worker_restarts: int,
) -> Summary:
    """
    Count. `bursts` are lists of the uuids of messages that fans wrote, one list for what was
    written in one go; `delivered` is everything that reached fans through the API.
    """
    with psycopg.connect(dsn, row_factory=dict_row) as connection:

        def rows(query: str) -> list[dict[str, Any]]:
            return connection.execute(query).fetchall()

        inbound = rows(
            "select messages.platform_uuid::text as uuid, messages.turn_id, turns.status::text,"
            " messages.created_at from public.messages join public.turns"
            " on turns.id = messages.turn_id where messages.direction = 'inbound'"
        )
        outbound = rows(
            "select platform_uuid::text as uuid, turn_id, kind::text, is_disclosure, sent_at,"
            " created_at from public.messages where direction = 'outbound' and status = 'sent'"
        )
        jobs = rows(
            "select (payload ->> 'turn_id')::bigint as turn_id, run_at, claimed_at, created_at,"
            " status::text, (payload #>> '{delay,seconds}')::float8 as drawn"
            " from public.jobs_queue where job_type = 'reply'"
        )
        transitions = rows("select to_stage::text from public.stage_transitions")
        counts = rows(
            "select (select count(*) from public.fans) as fans,"
            " (select count(*) from public.purchases) as purchases,"
            " (select count(*) from public.disclosures) as disclosures"
        )[0]

    turn_of = {row["uuid"]: row["turn_id"] for row in inbound}
    done = {job["turn_id"]: job for job in jobs if job["status"] == "done"}
    first_sent: dict[int, Any] = {}
    for row in sorted(outbound, key=lambda row: row["sent_at"]):
        first_sent.setdefault(row["turn_id"], row["sent_at"])
    # All bubbles of one reply are planned in one transaction.
    replies = {(row["turn_id"], row["created_at"]) for row in outbound}
    per_turn = Counter(turn for turn, _ in replies)
    on_platform = Counter(message.uuid for message in delivered)
    recorded = {row["uuid"] for row in outbound}
    settled = {row["uuid"] for row in inbound if row["status"] in ("answered", "held")}
    merged = [
        uuids
        for uuids in bursts
        if len(uuids) > 1
        and len({turn_of.get(uuid) for uuid in uuids}) == 1
        and per_turn[turn_of.get(uuids[0], 0)] <= 1
    ]
    return Summary(
        fans=counts["fans"],
        messages_in=len(inbound),
        replies_out=len(replies),
        bubbles_out=len(delivered),
        bursts=sum(1 for burst in bursts if len(burst) > 1),
        bursts_merged=len(merged),
        waits_drawn=spread([job["drawn"] for job in done.values() if job["drawn"] is not None]),
        waits_kept=spread(
            [
                (first_sent[turn] - job["created_at"]).total_seconds()
                for turn, job in done.items()
                if turn in first_sent
            ]
        ),
        lateness_ms=spread(
            [(job["claimed_at"] - job["run_at"]).total_seconds() * 1000 for job in done.values()]
        ),
        stages_reached=dict(Counter(row["to_stage"] for row in transitions)),
        purchases=counts["purchases"],
        duplicates_recognised=sum(
            1 for uuid, n in Counter(_taken(attempts)).items() if n > 1 and uuid
        ),
        bad_signatures_refused=sum(1 for attempt in attempts if attempt.status == 401),
        identity_answers=sum(
            1 for row in outbound if row["is_disclosure"] and row["turn_id"] in _fixed(outbound)
        ),
        disclosures=counts["disclosures"],
        worker_restarts=worker_restarts,
        duplicated=sum(n - 1 for n in per_turn.values())
        + len(on_platform.keys() - recorded)
        + len(recorded - on_platform.keys()),
        # From what the fans wrote: a message that never arrived is unanswered, too.
        unanswered=len({uuid for burst in bursts for uuid in burst} - settled),
        handed_over=len({row["turn_id"] for row in inbound if row["status"] == "held"}),
    )


def _taken(attempts: Sequence[Attempt]) -> list[bytes]:
    """The bodies that the webhook took; one that is there twice was a redelivery."""
    return [attempt.raw for attempt in attempts if attempt.status == 200]


def _fixed(outbound: Sequence[dict[str, Any]]) -> set[int]:
    """Turns answered by nothing but fixed texts."""
    kinds: dict[int, set[str]] = {}
    for row in outbound:
        kinds.setdefault(row["turn_id"], set()).add(row["kind"])
    return {turn for turn, found in kinds.items() if found == {"fixed"}}
