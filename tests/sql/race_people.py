"""
Who takes part in the race besides: people in the dashboard, and looks for missed messages.

What a person is refused in words is an answer, not an error.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from tests.sql.race_actors import CREATORS, FANS, Actor
from tests.sql.race_platform import Row

# A check's refusal, a fan that somebody is busy with, and a row that is gone meanwhile.
REFUSALS = ("23514", "55P03", "PT404", "PT422")
BY_HAND = [
    ("turns", "held", "sending"), ("turns", "held", "sending"), ("turns", "held", "open"),
    ("turns", "held", "cancelled"), ("turns", "open", "cancelled"), ("turns", "sending", "held"),
    ("turns", "sending", "open"), ("turns", "sending", "answered"),
    ("messages", "planned", "cancelled"), ("messages", "planned", "held"),
    ("messages", "held", "cancelled"), ("messages", "held", "planned"),
]  # fmt: skip


class Everybody(Actor):
    """An actor that is now and then a person in the dashboard."""

    def _actions(self) -> dict[Callable[[], None], float]:
        return super()._actions() | {
            self._edit: 1,
            self._lookup: 0.5,
            self._by_hand: 3,
            self._resolve: 4,
            self._review: 4,
            self._everybodys_mode: 0.3,
            self._requeue: 3,
            self._look_for_missed: 1,
            self._night: 0.3,
        }

    def _pick(self, query: str, *values: object) -> int | None:
        rows = self._connection.execute(query, values).fetchall()
        return int(self._dice.choice(rows)[0]) if rows else None

    # -- the platform

    def _edit(self) -> None:
        event = self._platform.some_event(self._dice)
        if event and event["type"] == "message.received":
            self._count("edits")
            message = {**event["message"], "text": self._dice.choice(["I mean hi", "never mind"])}
            edited = {"event_id": str(uuid.uuid4()), "type": "message.edited", "message": message}
            self._deliver_event({**event, **edited})

    def _lookup(self) -> None:
        self._ingest("message.sent", message={"uuid": str(uuid.uuid4()), "text": "who?"})

    def _look_for_missed(self) -> None:
        self._call(
            "update public.creators set reconciled_at = now() - interval '1 day'"
            " where platform_uuid = %s",
            self._dice.choice(CREATORS),
        )
        self._call("select private.enqueue_reconciliations(now())")

    def _reconcile(self, job: Row) -> None:
        """Record a message that no webhook brought, and one that a webhook brings right now."""
        owner = job["context"]["creator"]["platform_uuid"]
        fan = self._dice.choice([i for i in range(len(FANS)) if CREATORS[i % 2] == owner])
        known = self._platform.some_event(self._dice)
        missed = [{"uuid": str(uuid.uuid4()), "text": "did you see this?"}]
        if known and known["type"] == "message.received" and known["fan"]["uuid"] == FANS[fan]:
            missed.append(known["message"])
        events = [
            {
                "event_id": f"missed:{message['uuid']}", "type": "message.received",
                "creator_uuid": owner, "fan": {"uuid": FANS[fan]}, "message": message,
            }
            for message in missed
        ]  # fmt: skip
        now = datetime.now(UTC).isoformat()
        chats = [{"fan_uuid": FANS[fan], "last_message_at": now}]
        if self._rpc("find_changed_chats", job, None, chats) is None:
            return
        answer = self._rpc("record_missed_events", job, FANS[fan], events, now)
        if answer is None:
            return
        self._count("messages in", answer["accepted"])
        self._count("missed messages", answer["accepted"])
        self._rpc("finish_reconcile", job, self._dice.random() < 0.8)

    # -- the dashboard

    def _night(self) -> None:
        """Let a creator sleep, and be awake again."""
        creator = self._dice.choice(CREATORS)
        for hours in ('{"weekday": ["03:00", "03:30"], "weekend": ["03:00", "03:30"]}', None):
            self._call(
                "update public.creators set active_hours = %s where platform_uuid = %s",
                hours, creator,
            )  # fmt: skip
        self._count("nights")

    def _by_hand(self) -> None:
        table, before, after = self._dice.choice(BY_HAND)
        row = self._pick(f"select id from public.{table} where status = %s limit 20", before)
        if row is None:
            return
        reason = ", hold_reason = 'let me see'" if after == "held" and table == "turns" else ""
        self._call(
            f"update public.{table} set status = %s{reason} where id = %s and status = %s",
            after, row, before, expected=REFUSALS,
        )  # fmt: skip
        self._count(f"by hand {table}")

    def _review(self) -> None:
        """Decide about a draft that waits: what was looked at a moment ago."""
        rows = self._connection.execute(
            "select id, revision from public.turns where status = 'held' limit 20"
        ).fetchall()
        if not rows:
            return
        turn_id, revision = self._dice.choice(rows)
        decision = self._dice.choice(["approve", "approve", "edit", "rewrite", "drop", "take_over"])
        if decision == "approve":
            self._call("select public.approve_turn(%s, %s)", turn_id, revision, expected=REFUSALS)
        elif decision == "edit":
            # The draft of which this is a bubble may be gone.
            bubble = self._pick(
                "select id from public.messages where turn_id = %s and status = 'held'"
                " and kind = 'reply' limit 1",
                turn_id,
            )
            if bubble is not None:
                bubbles = json.dumps([{"id": bubble, "body": f"by hand {bubble}"}])
                self._call(
                    "select public.edit_turn(%s, %s, %s)", turn_id, revision, bubbles,
                    expected=REFUSALS,
                )  # fmt: skip
        else:
            self._call(
                "select public.reject_turn(%s, %s, %s)", turn_id, revision, decision,
                expected=REFUSALS,
            )  # fmt: skip
        self._count("reviews")

    def _everybodys_mode(self) -> None:
        for mode in ("paused", "auto"):
            self._call("select public.set_mode('global', null, %s)", mode)
        self._count("mode changes")

    def _resolve(self) -> None:
        # Long enough after the send for the platform to know for certain.
        message_id = self._pick(
            "select id from public.messages where status = 'unknown'"
            " and sending_at < now() - interval '1 second'"
        )
        if message_id is None:
            return
        finding = "sent" if self._platform.find(message_id) else "unsent"
        if self._call(
            "select public.resolve_message(%s, %s)", message_id, finding, expected=REFUSALS
        ):
            self._count(f"resolved {finding}")

    def _requeue(self) -> None:
        job_id = self._pick("select id from public.jobs_queue where status = 'dead' limit 20")
        if job_id is not None and (
            answer := self._call("select public.requeue_dead_job(%s)", job_id, expected=REFUSALS)
        ):
            self._count(f"requeued {answer['outcome']}")
