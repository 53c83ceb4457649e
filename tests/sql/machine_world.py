"""
The world that the state machine moves: a platform, workers' memories, and a clock.

Knows what a webhook, a worker and a person do next, and what each believes; the transactions are
machine_seats.py's, the order of things test_state_machine.py's.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from tests.project import CREATOR, DISCLOSURE, fan_uuid
from tests.sql.machine_seats import Call, Row, Seat

FANS = ("ann", "bob")
SEATS = 3
# Ahead of the real clock, which the triggers on modes take.
START = datetime(2030, 1, 1, 12, tzinfo=UTC)
# settings.send_grace is 60 s: a request that has not left by then never will (httpx's time-out).
POST_TIMEOUT = 50
PACING = {
    "base_delay": 5, "variance": 0, "long_pause_chance": 0, "push_back": 3, "max_push_back": 6,
    "typing_rate": 1000, "max_typing": 2,
}  # fmt: skip

# The turn of a reply that was written just now, if another one is open beside it.
HALVED = """
    select distinct turns.id from public.messages as bubble
    join public.turns on turns.id = bubble.turn_id and not turns.must_send
    join public.turns as other on other.fan_id = turns.fan_id and other.status = 'open'
    where bubble.model = %s"""


@dataclass(frozen=True)
class Task:
    """A job in a worker's memory, and what the worker is about to do with it."""

    job: Row
    # begin: what the job is for; post: ask the platform; finish: record; report: it failed.
    stage: str = "begin"
    message_id: int = 0
    platform_uuid: str = ""
    begun_at: datetime = START
    unsent: bool = False


class World:
    """One creator and two fans; everything that anybody knows outside of the database."""

    def __init__(self, seats: list[Seat], observer: psycopg.Connection[Any], tally: Counter[str]):
        self.seats, self.observer, self.tally = seats, observer, tally
        self.now = START
        self.tasks: list[Task] = []
        self.events: list[Row] = []
        self.waiting_events: list[Row] = []
        self.posts: dict[int, list[str]] = {}
        self.contexts: dict[str, set[int]] = {}
        self.received: set[str] = set()
        self.history: list[str] = []
        self._uuids = 0

    def prepare(self, max_supersedes: int) -> None:
        """Empty the project, and give it its creator."""
        for table in ("creators", "webhook_events"):
            self.observer.execute(f"delete from public.{table} where true")
        self.observer.execute("delete from realtime.messages where true")
        self.observer.execute(
            "update public.settings set automation_stopped = false, max_supersedes = %s,"
            " max_turn_wait = '5 minutes' where only_row",
            [max_supersedes],
        )
        self.observer.execute(
            "insert into public.creators"
            " (platform_uuid, display_name, automation, disclosure, pacing_config)"
            " values (%s, 'Luna', 'auto', %s, %s)",
            [CREATOR, DISCLOSURE, Jsonb(PACING)],
        )

    # -- transactions

    def start(self, call: Call, *, hold: bool) -> None:
        """Make a call from the first idle seat; unless it is held or has to wait, commit."""
        seat = next(seat for seat in self.seats if seat.is_idle)
        self.note(f"{seat.name}: {call.name}{call.values[2:-1]}{' …' if hold else ''}")
        seat.start(call)
        seat.look(self.observer)
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
        for other in self.seats:
            other.look(self.observer)

    def note(self, what: str) -> None:
        self.history.append(f"{(self.now - START).total_seconds():g} {what}")

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def new_uuid(self) -> str:
        self._uuids += 1
        return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"world-{self._uuids}"))

    # -- the platform

    def event(self, fan: str, type_: str, **message: Any) -> Row:
        """Something happened on the platform: an event that will come, perhaps more than once."""
        event = {
            "event_id": self.new_uuid(), "type": type_, "family": "envelope",
            "occurred_at": self.now.isoformat(), "creator_uuid": CREATOR,
            "fan": {"uuid": fan_uuid(fan)}, "message": {"uuid": self.new_uuid(), **message},
        }  # fmt: skip
        self.events.append(event)
        self.waiting_events.append(event)
        return event

    def ingest(self, event: Row) -> Call:
        def committed(answer: Row) -> None:
            self.tally[f"{event['type']} {answer['status']}"] += 1
            if event["type"] == "message.received":
                self.received.add(event["message"]["uuid"])
            if event in self.waiting_events:
                self.waiting_events.remove(event)

        query = "select private.ingest_event(%s, %s)"
        name = f"{event['type']} {event['message']['text']}"
        return Call(name, query, [event, self.now], committed=committed)

    def post(self, task: Task, fate: str) -> None:
        """Ask the platform to send a bubble: it does or not, and says so or not."""
        late = (self.now - task.begun_at).total_seconds() >= POST_TIMEOUT
        if fate == "refused":
            self.tasks.append(replace(task, stage="report", unsent=True))
        elif late or fate == "never arrived":
            self.tasks.append(replace(task, stage="report"))
        else:
            fan = task.job["context"]["fan"]["platform_uuid"]
            event = self.event("", "message.sent", text="ours", is_automated=False)
            event["fan"]["uuid"] = fan
            posted = event["message"]["uuid"]
            self.posts.setdefault(task.message_id, []).append(posted)
            stage = "report" if fate == "accepted, then timed out" else "finish"
            self.tasks.append(replace(task, stage=stage, platform_uuid=posted))
        self.note(f"post {task.message_id}: {'too late' if late else fate}")
        self.tally[f"post {'too late' if late else fate}"] += 1

    # -- workers

    def claim(self, most: int) -> Call:
        def heard(answer: Row) -> None:
            self.tasks += [Task(job) for job in answer["jobs"]]
            self.note(f"claimed {[(job['job_type'], job['id']) for job in answer['jobs']]}")

        query = "select private.claim_jobs('w', %s, 60, %s)"
        return Call("claim", query, [most, self.now], heard=heard)

    def rpc(
        self, name: str, task: Task, *values: Any, then: Callable[[Row], None] | None = None,
        again: bool = True,
    ) -> Call:  # fmt: skip
        """Call private.NAME(job_id, lease_token, …, at); if nobody hears of it, `again`."""

        def heard(answer: Row) -> None:
            self.note(f"-> {name} {answer['outcome']}")
            if then:
                then(answer)

        def lost() -> None:
            if again:
                self.tasks.append(task)

        def committed(answer: Row) -> None:
            self.tally[f"{name} {answer['outcome']}"] += 1

        def refused() -> None:
            self.note("lease lost")
            self.tally["lease lost"] += 1

        marks = ", ".join(["%s"] * (len(values) + 3))
        held = [task.job["id"], task.job["lease_token"]]
        query = f"select private.{name}({marks})"
        return Call(name, query, [*held, *values, self.now], heard, refused, lost, committed)

    def next_call(self, task: Task, signals: list[str], bubbles: int, again: bool) -> Call:
        """What the worker does next with a task, if nothing goes wrong."""
        job = task.job
        if task.stage == "report":
            error = {"message": "failed", "unsent": task.unsent}
            return self.rpc("retry_job", task, error, 0.0, again=again)
        if task.stage == "finish":
            sent = [task.message_id, task.platform_uuid, self.now]
            return self.rpc("finish_send", task, *sent, again=again)
        if job["job_type"] == "inspect":
            ids = [message["id"] for message in job["context"]["messages"]]
            found = [{"message_id": each, "signals": signals} for each in ids]
            return self.rpc("record_inspection", task, found, again=again)
        if job["job_type"] == "reply":
            kind = "fixed" if job["context"]["turn"]["fixed_text"] else "reply"
            self.contexts[job["lease_token"]] = set(job["context"]["unanswered_ids"])
            texts = [f"{kind} {n}" for n in range(bubbles)]
            reply = {"bubbles": texts, "kind": kind, "model": job["lease_token"]}
            call = self.rpc("commit_reply", task, reply, again=again)
            return replace(call, committed=lambda answer: self._committed(call, answer))
        return self.rpc("begin_send", task, then=self._after_begin(task), again=again)

    def _committed(self, call: Call, answer: Row) -> None:
        """Only a turn that must be sent may leave a newer message to the next reply."""
        call.committed(answer)
        token = call.values[1]
        halved = self.observer.execute(HALVED, [token], prepare=True).fetchall()
        assert answer["outcome"] != "planned" or halved == [], f"a burst answered in part: {halved}"

    def _after_begin(self, task: Task) -> Callable[[Row], None]:
        begun_at = self.now

        def then(answer: Row) -> None:
            if answer["outcome"] not in ("send", "reconcile"):
                return
            stage = "post" if answer["outcome"] == "send" else "look"
            message_id = answer["message"]["id"]
            self.tasks.append(replace(task, stage=stage, message_id=message_id, begun_at=begun_at))

        return then

    def look(self, task: Task, undecidable: bool) -> Call:
        """Look into the chat's history for a bubble whose sending came to no known end."""
        found = self.posts.get(task.message_id)
        if found and not undecidable:
            return self.next_call(
                replace(task, stage="finish", platform_uuid=found[0]), [], 1, True
            )
        finding = "undecidable" if undecidable else "absent"
        return self.rpc(
            "record_reconciliation", task, task.message_id, finding, then=self._after_begin(task)
        )
