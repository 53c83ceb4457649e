"""
Let fans write for a week on the real SQL, with the clock moved and not waited for.

Fans come for a conversation now and then, write one to three messages, and go on when they are
answered. A worker takes every job when it is due; the model, and Fanvue's answer, take their time.
What is measured is what a fan sees: from the first message that is not answered yet to the first
bubble. Which decisions are made when is the database's; nothing here knows a delay.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from math import log
from random import Random

import psycopg

from tests.project import START, Project, Row
from worker.people import Wait

DAYS = 7
SESSIONS_A_DAY = 0.5  # of each fan
TURNS = 6  # of a conversation, on average
# People's: one message, two, three (worker/data).
BURSTS = (0.65, 0.87, 1.0)
MODEL_MEDIAN, MODEL_SIGMA = 3.0, 0.5  # seconds from claim to commit
INSPECT_SECONDS, SEND_SECONDS = 0.2, 0.3


@dataclass(frozen=True, slots=True)
class Counts:
    """What went on in the week."""

    messages: int
    turns_answered: int
    drafts_void: int
    pushes: int
    model_seconds_learnt: float


@dataclass(frozen=True, slots=True)
class Week:
    """Waits under the name of what they were measured on."""

    waits: dict[str, list[Wait]]
    counts: Counts


# A conversation ends where hours pass: the next turn is in the slow lane. A turn that handed its
# messages over to a later one (its disclosure was out already) is counted there.
WAITS = """
with answered as (
  select
    turns.id, turns.fan_id, bubbles.chars, asked.count as asked,
    (turns.wait ->> 'seconds')::float8 as drawn,
    coalesce((turns.wait #>> '{parts,slow_lane}')::float8, 0) > 0 as resumed,
    extract(epoch from bubbles.first_at - asked.first_at)::float8 as seconds
  from turns
  join lateral (
    select min(created_at) as first_at, count(*) from messages
    where turn_id = turns.id and direction = 'inbound'
  ) as asked on asked.first_at is not null
  join lateral (
    select min(sent_at) as first_at,
      sum(length(body)) filter (where not is_disclosure)::int as chars
    from messages
    where turn_id = turns.id and direction = 'outbound' and status = 'sent'
  ) as bubbles on bubbles.first_at is not null
  where turns.wait is not null
)
select *, fan_id * 10000 + sum(resumed::int) over (partition by fan_id order by id) as conversation
from answered
order by id
"""


class World:
    """Fans and a worker around one project; everything happens at `project.now`."""

    def __init__(self, project: Project, fans: int, seed: float) -> None:
        self.project = project
        # What fans tell is not learned here: these have nothing to say.
        project.execute("update settings set profile_every = 0")
        self.random = Random(seed)
        self.end = START + timedelta(days=DAYS)
        self._agenda: list[tuple[float, int, Callable[[], object]]] = []
        self._order = itertools.count()
        self._turns_left: dict[str, int] = {}
        self._names = [f"fan{number}" for number in range(fans)]
        for name in self._names:
            self._next_session(name)

    def run(self) -> None:
        """Go from one thing that happens to the next, until nothing is left to happen."""
        due = None
        while self._agenda or due is not None:
            moments = [self._agenda[0][0]] if self._agenda else []
            now = min([*moments, *([due] if due is not None else [])])
            self.project.now = START + timedelta(seconds=now)
            while self._agenda and self._agenda[0][0] <= now:
                heapq.heappop(self._agenda)[2]()
            due = self._work()

    # -- fans

    def _next_session(self, name: str) -> None:
        gap = self.random.expovariate(SESSIONS_A_DAY / 86400)
        if self.project.now + timedelta(seconds=gap) < self.end:
            self._in(gap, partial(self._begin_session, name))

    def _begin_session(self, name: str) -> None:
        self._turns_left[name] = 1 + int(self.random.expovariate(1 / (TURNS - 1)))
        self._write(name)

    def _write(self, name: str) -> None:
        chance = self.random.random()
        count = 1 + sum(chance >= share for share in BURSTS)
        after = 0.0
        for _ in range(count):
            text = "x" * max(1, min(1000, round(self.random.lognormvariate(log(36), 1))))
            self._in(after, partial(self.project.fan_writes, name, text))
            after += self.random.lognormvariate(log(19), 0.9)

    def _answered(self, name: str) -> None:
        self._turns_left[name] -= 1
        if self._turns_left[name] > 0:
            self._in(60 * self.random.lognormvariate(0, 1), partial(self._write, name))
        else:
            self._next_session(name)

    # -- the worker

    def _work(self) -> float | None:
        """Begin all that is due; return when the next job will be."""
        answer = self.project.claim_answer(most=200)
        for job in answer["jobs"]:
            {"inspect": self._inspect, "reply": self._reply, "deliver": self._deliver}[
                job["job_type"]
            ](job)
        if answer["next_run_at"] is None:
            return None
        due = self.project.value("select %s::timestamptz", answer["next_run_at"])
        return float((due - START).total_seconds())

    def _inspect(self, job: Row) -> None:
        found = [{"message_id": each["id"], "signals": []} for each in job["context"]["messages"]]
        self._in(INSPECT_SECONDS, partial(self.project.call, "record_inspection", job, found))

    def _reply(self, job: Row) -> None:
        chars = max(1, min(1000, round(self.random.lognormvariate(log(0.85 * 90), 1))))
        size = max(60, -(-chars // 3))
        bubbles = ["x" * min(size, chars - start) for start in range(0, chars, size)]
        took = self.random.lognormvariate(log(MODEL_MEDIAN), MODEL_SIGMA)
        self._in(took, partial(self.project.commit, job, *bubbles))

    def _deliver(self, job: Row) -> None:
        step = self.project.begin_send(job)
        if step["outcome"] != "send":
            return

        def finish() -> None:
            if not self.project.finish_send(job, step["message"]["id"])["more"]:
                self._answered(job["context"]["fan"]["handle"])

        self._in(SEND_SECONDS, finish)

    def _in(self, seconds: float, what: Callable[[], object]) -> None:
        at = (self.project.now - START).total_seconds() + seconds
        heapq.heappush(self._agenda, (at, next(self._order), what))


def simulate(connection: psycopg.Connection, dsn: str, preset: str, fans: int, seed: float) -> Week:
    """Simulate the week under a preset; return waits as drawn and as fans got them."""
    connection.execute("select setseed(%s)", (seed,))
    project = Project(connection, dsn)
    project.execute(
        "update creators set pacing_config = jsonb_build_object('preset', %s::text)", preset
    )
    World(project, fans, seed).run()
    rows = project.rows(WAITS)
    ordinary = [row for row in rows if not row["resumed"]]
    single = [row for row in ordinary if row["asked"] == 1]
    return Week(
        waits={
            "drawn": [Wait(row["drawn"], None, row["conversation"]) for row in ordinary],
            "at the fan's": _as_seen(ordinary),
            "of these, one message asked": _as_seen(single),
            "after a pause of hours": _as_seen([row for row in rows if row["resumed"]]),
        },
        counts=Counts(
            messages=project.value("select count(*) from messages where direction = 'inbound'"),
            turns_answered=len(rows),
            drafts_void=project.value("select sum(supersede_count)::int from turns"),
            pushes=project.value(
                "select count(*) from jobs_queue, jsonb_array_elements(payload -> 'pushes')"
            ),
            model_seconds_learnt=round(project.value("select avg(seconds) from writing_times"), 2),
        ),
    )


def _as_seen(rows: list[Row]) -> list[Wait]:
    return [Wait(row["seconds"], row["chars"], row["conversation"]) for row in rows]
