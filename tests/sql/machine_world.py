"""
The world that the state machine moves: a platform, a clock, and connections to one project.

Keeps the books that the rules compare with the rows. What workers and people do in it is
machine_worker.py's and machine_people.py's, the transactions are machine_seats.py's.
"""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.types.json import Jsonb

from tests.project import CREATOR, DISCLOSURE, fan_uuid
from tests.sql.machine_seats import Call, Row, Seat

if TYPE_CHECKING:
    from tests.sql.machine_worker import Task

FANS = ("ann", "bob")
SEATS = 3
# Ahead of the real clock, which the triggers on modes take.
START = datetime(2030, 1, 1, 12, tzinfo=UTC)
PACING = {
    "base_delay": 5, "variance": 0, "long_pause_chance": 0, "push_back": 3, "max_push_back": 6,
    "typing_rate": 1000, "max_typing": 2, "sigma": 0, "typing_variation": 0,
}  # fmt: skip

# Whoever says "show me" may be offered something, and again soon.
FUNNEL = {
    "offer_min_turns": 0, "offer_cooling_off_hours": 0.1, "offer_expires_hours": 0.1,
    "post_purchase_hours": 0,
}  # fmt: skip

# The turn of a reply that was written just now, if another one is open beside it.
HALVED = """
    select distinct turns.id from public.messages as bubble
    join public.turns on turns.id = bubble.turn_id and not turns.must_send
    join public.turns as other on other.fan_id = turns.fan_id and other.status = 'open'
    where bubble.model = %s"""
# What it is to answer, as it stands; what a notice has told a held fan is not asked any more.
TO_ANSWER = """
    select inbound.id, inbound.body, case when exists (
      select 1 from public.turns as told where told.fan_id = inbound.fan_id and told.is_notice
        and told.fixed_text = 'identity' and told.status in ('sending', 'answered')
        and told.opened_at >= inbound.inspected_at
    ) then '[]' else inbound.signals end as signals
    from public.messages as inbound
    where inbound.direction = 'inbound' and inbound.deleted_at is null and inbound.turn_id in (
      select bubble.turn_id from public.messages as bubble where bubble.model = %s)"""


class World:
    """One creator and two fans; everything that anybody knows outside of the database."""

    def __init__(self, seats: list[Seat], observer: psycopg.Connection[Any], tally: Counter[str]):
        self.seats, self.observer, self.tally = seats, observer, tally
        self._pids = [seat.pid for seat in seats]
        self.now = self.claimed_until = START
        self.tasks: list[Task] = []
        self.events: list[Row] = []
        self.waiting_events: list[Row] = []
        # For each of our messages the platform's uuids; for each reply the messages it knew of.
        self.posts: dict[int, list[str]] = {}
        self.contexts: dict[str, set[int]] = {}
        # The platform's own view of what it was asked to send: uuid, fan, text, time.
        self.history_of_chats: list[tuple[str, str, str, datetime]] = []
        # What was sent to fans, by whom it may be: (is it automated, text).
        self.written: dict[str, tuple[bool, str]] = {}
        self.received: set[str] = set()
        self.paid: Counter[str] = Counter()
        self.history: list[str] = []
        self._uuids = 0

    def prepare(self, max_supersedes: int, staleness: str, model: str, approval: Row) -> None:
        """Empty the project, and give it its creator."""
        for table in ("creators", "webhook_events"):
            self.observer.execute(f"delete from public.{table} where true")
        self.observer.execute("delete from realtime.messages where true")
        self.observer.execute(
            "update public.settings set automation_stopped = false, automation = 'auto',"
            " max_supersedes = %s,"
            " max_turn_wait = '5 minutes', human_resume_after = '1 hour', staleness = %s,"
            " stale_after = '30 minutes' where only_row",
            [max_supersedes, staleness],
        )
        self.observer.execute(
            "insert into public.creators"
            " (platform_uuid, display_name, automation, disclosure, pacing_config, funnel_config,"
            " approval_config) values (%s, 'Luna', 'auto', %s, %s, %s, %s)",
            [
                CREATOR,
                DISCLOSURE,
                Jsonb({**PACING, "model": model}),
                Jsonb(FUNNEL),
                Jsonb(approval),
            ],
        )
        self.observer.execute(
            "insert into public.offers (creator_id, title, price_cents)"
            " select id, 'Beach set', 2500 from public.creators"
        )

    # -- transactions

    def start(self, call: Call, *, hold: bool) -> None:
        """Make a call from the first idle seat; unless it is held or has to wait, commit."""
        seat = next(seat for seat in self.seats if seat.is_idle)
        self.note(f"{seat.name}: {call.name}{call.values[2:-1]}{' …' if hold else ''}")
        seat.start(call)
        self._look_around()
        if seat.waits:
            self.note(f"{seat.name} waits")
            self.tally["calls that waited for another"] += 1
        elif seat.is_open and not hold:
            self.end(seat, "commit")

    def end(self, seat: Seat, how: str) -> None:
        """End an open transaction, and see who was waiting for it."""
        call = seat.roll_back() if how == "roll back" else seat.commit(heard=how == "commit")
        self.note(f"{seat.name}: {how} {call.name}")
        self.tally[how] += 1
        self._look_around()

    def _look_around(self) -> None:
        """See how everybody gets on; who was refused has let go of its locks, so then once more."""
        seen: list[str] | None = None
        while seen != (waiting := [seat.name for seat in self.seats if seat.waits]):
            seen = waiting
            for seat in self.seats:
                seat.look(self.observer, self._pids)

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Ask for committed rows."""
        return self.observer.execute(query, values or None).fetchall()

    def is_stopped(self) -> bool:
        """Whether the stop switch is on for good: nobody is about to turn it."""
        turning = any(seat.call and "automation_stopped" in seat.call.name for seat in self.seats)
        return not turning and self.rows("select automation_stopped from public.settings") == [
            (True,)
        ]

    def note(self, what: str) -> None:
        self.history.append(f"{(self.now - START).total_seconds():g} {what}")

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def new_uuid(self) -> str:
        self._uuids += 1
        return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"world-{self._uuids}"))

    # -- the platform

    def event(self, fan: str, type_: str, **parts: Any) -> Row:
        """Something happened on the platform: an event that will come, perhaps more than once."""
        event = {
            "event_id": self.new_uuid(), "type": type_, "family": "envelope",
            "occurred_at": self.now.isoformat(), "creator_uuid": CREATOR,
            "fan": {"uuid": fan}, **parts,
        }  # fmt: skip
        self.events.append(event)
        self.waiting_events.append(event)
        return event

    def fan_wrote(self, fan: str, text: str | None) -> Row:
        message = {"uuid": self.new_uuid(), "text": text}
        return self.event(fan_uuid(fan), "message.received", message=message)

    def fan_paid(self, fan: str, message: str | None, kind: str) -> Row:
        type_ = "refund.created" if kind == "refund" else "payment.succeeded"
        payment = {
            "id": self.new_uuid(), "kind": kind, "amount_cents": 1500, "message_uuid": message,
        }  # fmt: skip
        return self.event(fan_uuid(fan), type_, payment=payment)

    def written_to(self, fan: str, text: str, is_automated: bool, says_who: bool) -> Row:
        """Something was sent to a fan; the event may leave out who wrote it."""
        message = {"uuid": self.new_uuid(), "text": text}
        self.written[message["uuid"]] = (is_automated, text)
        self.history_of_chats.append((message["uuid"], fan, text, self.now))
        said = {"is_automated": is_automated} if says_who else {}
        return self.event(fan, "message.sent", message=message | said)

    def ingest(self, event: Row) -> Call:
        def committed(answer: Row) -> None:
            self.tally[f"{event['type']} {answer['status']}"] += 1
            if event["type"] == "message.received":
                self.received.add(event["message"]["uuid"])
            elif "payment" in event and answer["status"] == "accepted":
                self.paid[event["payment"]["id"]] += 1
            if event in self.waiting_events:
                self.waiting_events.remove(event)

        query = "select private.ingest_event(%s, %s)"
        name = f"{event['type']} {event.get('message', {}).get('text')}"
        return Call(name, query, [event, self.now], committed=committed)

    # -- the referee

    def judge_draft(self, reply: str, read: dict[int, str | None], kind: str) -> None:
        """A draft was planned just now: it answers the whole turn as it stands."""
        assert self.rows(HALVED, reply) == [], "a burst answered in part"
        left = self.rows(TO_ANSWER, reply)
        unlike = [(each, body) for each, body, _ in left if each not in read or read[each] != body]
        assert unlike == [], f"the draft knows other texts: {unlike}"
        gone = read.keys() - {each for each, _, _ in left}
        assert gone == set(), f"the draft answers what is gone: {gone}"
        asked = any("sincere_question" in signals for _, _, signals in left)
        assert kind == "fixed" or not asked, "a sincere question answered by the model"
