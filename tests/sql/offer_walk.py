"""
A walk in which anything may happen to fans and offers, and a referee who reads only what was sent.

Workers hold jobs across steps, crash, come back too late, and sometimes make an offer though none
may be made. The referee knows an offer by the text of a sent bubble, never by the table fan_offers.
"""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg

from tests.project import Project, Row, tags_of
from tests.sql.offer_shop import add_offer, set_funnel

FANS = ("ada", "bob")
MIN_TURNS = 2
COOLING_OFF = timedelta(hours=5)
EXPIRES = timedelta(hours=3)
OFFER_TEXT = "offer: my beach set"
LEASE = 120
# In seconds: between bubbles, past a lease, past an expiry, past the cooling-off.
PAUSES = (5, 20, 20, 40, 600, 3600, 4 * 3600, 6 * 3600)


@dataclass
class Made:
    """An offer that a fan has seen: since when, in which stage it was begun, and how it stands."""

    at: datetime
    stage: str
    turns_before: int | None
    is_open: bool = True


@dataclass
class Book:
    """What the referee knows of one fan."""

    made: list[Made] = field(default_factory=list)
    declined_at: datetime | None = None
    turns_since: set[int] = field(default_factory=set)


class Walk:
    def __init__(self, project: Project, seed: int) -> None:
        self.project = project
        self.rng = random.Random(seed)
        self.books = {fan: Book() for fan in FANS}
        self.held: list[Row] = []
        self.sending: dict[int, tuple[Row, str, datetime]] = {}
        self.seen: dict[str, int] = {}
        self.faults: list[str] = []
        set_funnel(
            project,
            flirty_from=1000,
            warmup_from=2,
            post_purchase_hours=1,
            offer_min_turns=MIN_TURNS,
            offer_cooling_off_hours=COOLING_OFF.total_seconds() / 3600,
            offer_expires_hours=EXPIRES.total_seconds() / 3600,
        )
        for number in range(20):
            add_offer(project, f"Set number {number}")
        project.execute(
            "update creators set pacing_config ="
            ' \'{"base_delay": 1, "variance": 0, "long_pause_chance": 0}\''
        )
        for fan in FANS:
            project.was_told(fan)
        self.fans = {project.fan_id(fan): fan for fan in FANS}

    def step(self) -> None:
        steps: dict[Any, int] = {
            self.write: 15, self.claim: 40, self.work: 250, self.crash: 5, self.wait: 20,
            self.pay: 10, self.purge: 3, self.unsettle: 14, self.take_over: 4, self.approve: 8,
        }  # fmt: skip
        (step,) = self.rng.choices(list(steps), list(steps.values()))
        step()
        self.look()

    def count(self, what: str) -> None:
        self.seen[what] = self.seen.get(what, 0) + 1

    # -- what may happen

    def write(self) -> None:
        text = self.rng.choice(["hi", "so?", "you there", "no thanks"])
        self.project.fan_writes(self.rng.choice(FANS), text)

    def claim(self) -> None:
        if not self.held:
            # Nobody waits for nothing: on to the next thing that is due.
            due = self.project.value("select min(run_at) from jobs_queue where status = 'queued'")
            self.project.now = max(self.project.now, due or self.project.now)
        worker = self.rng.choice(["w1", "w2"])
        self.held += self.project.claim(most=3, lease=LEASE, worker=worker)

    def crash(self) -> None:
        """A worker dies with its job, or is so slow that its lease runs out first."""
        if self.held:
            job = self.held[self.rng.randrange(len(self.held))]
            if self.rng.random() < 0.5:
                self.held.remove(job)
            self.project.later(LEASE + 10)
            self.count("crash")

    def wait(self) -> None:
        self.project.later(self.rng.choice(PAUSES))

    def pay(self) -> None:
        # Who has bought is never new again; the other one can be.
        fan = FANS[0]
        kind = self.rng.choice(["payment", "payment", "tip", "refund", "dispute"])
        self.project.fan_pays(fan, 2500, kind)
        if kind in ("payment", "tip"):
            self.close(fan, "bought")

    def purge(self) -> None:
        self.project.execute("select private.purge_old_rows(100, %s)", self.project.now)

    def unsettle(self) -> None:
        """An operator moves a threshold, and who has not bought anything may be new again."""
        set_funnel(self.project, warmup_from=self.rng.choice([2, 500]))
        for fan in self.fans:
            self.project.execute(
                "select private.advance_stage(%s, null, %s)", fan, self.project.now
            )

    def take_over(self) -> None:
        fan = self.rng.choice(FANS)
        if self.rng.random() < 0.3:
            self.project.platform_sent(fan, str(uuid.uuid4()))
        self.project.set_fan(fan, "auto")

    def approve(self) -> None:
        """A person releases what waits for approval, or approval is wanted from now on."""
        self.project.set_creator(self.rng.choice(["auto", "auto", "auto", "approve"]))
        for turn in self.project.rows("select id from turns where hold_reason like 'waits for%%'"):
            self.project.execute("update turns set status = 'sending' where id = %s", turn["id"])

    def work(self) -> None:
        if not self.held:
            self.claim()
        if not self.held:
            # The conversations go on, or there is nothing to be careful with.
            self.write()
            return
        job = self.held.pop(self.rng.randrange(len(self.held)))
        try:
            {
                "inspect": self.inspect,
                "reply": self.reply,
                "deliver": self.deliver,
                "profile": self.profile,
            }[job["job_type"]](job)
        except psycopg.Error as error:
            if error.sqlstate != "PT409":
                raise
            self.count("lease lost")

    # -- a worker

    def profile(self, job: Row) -> None:
        self.project.call("record_profile", job, {"items": tags_of(job)})

    def inspect(self, job: Row) -> None:
        found, no = [], False
        for message in job["context"]["messages"]:
            declines = message["body"] == "no thanks"
            no = no or declines
            signals = ["declines_offer"] if declines else []
            found.append({"message_id": message["id"], "signals": signals})
        written = [
            datetime.fromisoformat(message["sent_at"])
            for message in job["context"]["messages"]
            if message["body"] == "no thanks"
        ]
        self.project.call("record_inspection", job, found)
        fan = self.fans[job["context"]["fan"]["id"]]
        if no and self.close(fan, "declined", max(written)):
            self.books[fan].declined_at = self.project.now

    def reply(self, job: Row) -> None:
        offer = job["context"]["offer"]
        insists = offer is None and self.rng.random() < 0.3
        if insists:
            offers = self.project.rows("select id from offers order by id")
            offer = self.rng.choice(offers)
        if offer is None or (not insists and self.rng.random() < 0.2):
            self.count(f"commit {self.project.commit(job, 'hey', 'you')['outcome']}")
            return
        place = self.rng.choice([1, 2])
        texts = ["hey", "you"]
        texts[place - 1] = OFFER_TEXT
        answer = self.project.commit(job, *texts, offer_id=offer["id"], offer_bubble=place)
        self.count(f"offer {answer['outcome']}{' though none may be' if insists else ''}")
        if self.rng.random() < 0.3:
            self.unsettle()

    def deliver(self, job: Row) -> None:
        step = self.project.begin_send(job)
        if step["outcome"] == "reconcile":
            step = self.reconcile(job, step)
        if step["outcome"] != "send":
            self.count(f"send {step['outcome']}: {step.get('reason')}")
            return
        message = step["message"]
        stage = self.project.value(
            "select stage from fans where id = %s", job["context"]["fan"]["id"]
        )
        fate = self.rng.random()
        if fate < 0.1:
            # It never arrived, and nobody knows.
            self.count("post lost")
        elif fate < 0.2:
            # It arrived, and the worker died before it could say so.
            self.sending[message["id"]] = (job, stage, self.project.now)
            self.count("post unheard")
        else:
            self.saw(message["id"], stage, self.project.now)
            self.project.finish_send(job, message["id"])

    def reconcile(self, job: Row, step: Row) -> Row:
        message = step["message"]
        if message["id"] in self.sending:
            _, stage, at = self.sending.pop(message["id"])
            self.saw(message["id"], stage, at)
            self.project.call("finish_send", job, message["id"], str(uuid.uuid4()), at)
            return {"outcome": "found"}
        return self.project.call("record_reconciliation", job, message["id"], "absent")

    # -- the referee

    def saw(self, message_id: int, stage: str, at: datetime) -> None:
        """A bubble has reached the fan."""
        row = self.project.message(message_id)
        if row["kind"] != "reply":
            return
        fan = self.fans[row["fan_id"]]
        book = self.books[fan]
        if row["body"] != OFFER_TEXT:
            book.turns_since.add(row["turn_id"])
            return
        turns = len(book.turns_since - {row["turn_id"]}) if book.made else None
        self.judge(fan, Made(at, stage, turns))
        book.made.append(Made(at, stage, turns))
        book.turns_since = set()
        self.count("an offer reached a fan")

    def judge(self, fan: str, made: Made) -> None:
        book = self.books[fan]
        if made.stage == "new":
            self.faults.append(f"{fan} is new and was offered something")
        if any(other.is_open and made.at - other.at < EXPIRES for other in book.made):
            self.faults.append(f"{fan} has two open offers")
        if book.declined_at and made.at < book.declined_at + COOLING_OFF:
            self.faults.append(f"{fan} said no {made.at - book.declined_at} before")
        if made.turns_before is not None and made.turns_before < MIN_TURNS:
            self.faults.append(f"{fan} was offered something {made.turns_before} answers before")

    def close(self, fan: str, how: str, written_at: datetime | None = None) -> bool:
        closed = False
        for made in self.books[fan].made:
            lapsed = self.project.now - made.at >= EXPIRES
            if made.is_open and not lapsed and (written_at is None or written_at >= made.at):
                made.is_open, closed = False, True
                self.count(how)
        return closed

    def look(self) -> None:
        for row in self.project.rows(
            "select fan_id from fan_offers where status = 'open' group by fan_id"
            " having count(*) > 1"
        ):
            self.faults.append(f"two rows are open for fan {row['fan_id']}")
        for row in self.project.rows(
            "select id, body from messages where body = %s and status = 'sent' and not exists"
            " (select 1 from fan_offers where message_id = messages.id"
            " and status <> 'cancelled' and offered_at = messages.sent_at)",
            OFFER_TEXT,
        ):
            self.faults.append(f"message {row['id']} makes an offer of which nothing is on record")
        for row in self.project.rows(
            "select messages.id from fan_offers join messages on messages.id = message_id"
            " where fan_offers.status = 'open' and messages.status = 'cancelled'"
        ):
            self.faults.append(f"message {row['id']} was not sent and its offer is open")
