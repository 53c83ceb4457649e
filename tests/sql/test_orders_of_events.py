"""
Whatever the order of events: no reply twice, and nobody is forgotten.

One fan, and a worker that is late, dies, fails and comes back. After each step the rules are
looked up in the database; at the end everything is worked off and looked at once more. The
random walks are fixed by their seeds. Truly simultaneous connections are race.py's.
"""

from __future__ import annotations

import random
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from tests.project import Project, Row, tags_of

STEPS = 250
LIVE = "jobs.fan_id = fans.id and jobs.status in ('queued', 'running', 'parked')"

# Each query finds what must not be.
RULES = {
    "an open turn with messages has a reply job": f"""
        select turns.id from turns join fans on fans.id = turns.fan_id
        where turns.status = 'open'
          and exists (select 1 from messages where turn_id = turns.id and direction = 'inbound')
          and not exists (select 1 from jobs_queue as jobs where {LIVE} and job_type = 'reply')""",
    "what is to go out has a deliver job": f"""
        select messages.id from messages join fans on fans.id = messages.fan_id
        where messages.status in ('planned', 'sending')
          and not exists (
            select 1 from jobs_queue as jobs where {LIVE} and job_type = 'deliver')""",
    "planned bubbles belong to a turn that is being sent": """
        select messages.id from messages join turns on turns.id = messages.turn_id
        where messages.status = 'planned' and turns.status <> 'sending'""",
    "a turn that is being sent has something to send": """
        select id from turns where status = 'sending' and not exists (
          select 1 from messages where turn_id = turns.id and status in ('planned', 'sending'))""",
    "a turn with an unknown bubble is left to a person": """
        select messages.id from messages join turns on turns.id = messages.turn_id
        where messages.status = 'unknown' and turns.status in ('open', 'sending')""",
    "a message that was not looked at has an inspection": f"""
        select messages.id from messages join fans on fans.id = messages.fan_id
        where direction = 'inbound' and inspected_at is null and turn_id is not null
          and not exists (
            select 1 from jobs_queue as jobs where {LIVE} and job_type = 'inspect')""",
    "an event is parked only while something is on its way": """
        select id from webhook_events where outcome = 'parked' and not exists (
          select 1 from messages where fan_id = webhook_events.fan_id
            and status in ('sending', 'unknown'))""",
    "a sincere question is never answered by the model": """
        select inbound.id from messages as inbound
        join messages as answer on answer.turn_id = inbound.turn_id and answer.kind = 'reply'
        where inbound.signals ? 'sincere_question' and answer.status = 'sent'
          and answer.created_at > inbound.inspected_at""",
    "nothing is parked while everybody may answer": """
        select jobs.id from jobs_queue as jobs join fans on fans.id = jobs.fan_id
        join creators on creators.id = jobs.creator_id
        where jobs.status = 'parked' and fans.automation in ('auto', 'approve')
          and creators.automation <> 'paused'""",
}


class Walk:
    """A random walk; `held` are the jobs that workers believe to have."""

    def __init__(self, project: Project, seed: int) -> None:
        self.project = project
        self.random = random.Random(seed)
        self.held: list[Row] = []
        self.late: list[tuple[Row, int, str]] = []
        self.answered: dict[int, set[int]] = {}
        self.posted: Counter[int] = Counter()
        self.history: list[str] = []

    def step(self) -> None:
        name = self.random.choice(
            ["write"] * 3 + ["claim"] * 5 + ["work"] * 7 + ["time"] * 4 + ["finish_late"]
            + ["mode", "mode", "person", "automated"]
        )  # fmt: skip
        self.history.append(name)
        getattr(self, name)()
        self.check()

    def check(self) -> None:
        for rule, query in RULES.items():
            assert self.project.rows(query) == [], f"not so: {rule}\n{self.history}"

    def write(self) -> None:
        self.project.fan_writes("ada", self.random.choice(["hi", "and?", None]))

    def claim(self) -> None:
        self.held += self.project.claim(most=self.random.choice([1, 5]))

    def time(self) -> None:
        due = self.project.value(
            "select min(run_at) from jobs_queue where status = 'queued' and run_at > %s",
            self.project.now,
        )
        if due and self.random.random() < 0.7:
            self.project.now = max(self.project.now, due)
        else:
            self.project.later(self.random.choice([0.5, 5, 30, 70, 400]))

    def mode(self) -> None:
        if self.random.random() < 0.3:
            self.project.stop(self.random.random() < 0.3)
        if self.random.random() < 0.5:
            self.project.set_creator(self.random.choice(["paused", *["auto"] * 4]))
        else:
            self.project.set_fan("ada", self.random.choice(["paused", "human", *["auto"] * 6]))

    def person(self) -> None:
        if self.random.random() < 0.15:
            self.project.platform_sent("ada", str(uuid.uuid4()))

    def automated(self) -> None:
        self.project.platform_sent("ada", str(uuid.uuid4()), is_automated=True)

    def work(self) -> None:
        if not self.held:
            return
        job = self.held.pop(self.random.randrange(len(self.held)))
        self.history[-1] = f"work on {job['job_type']} {job['id']}"
        try:
            ending = self.random.random()
            if ending < 0.08:
                self.project.fail(job, permanent=ending < 0.02, delay=self.random.choice([0, 20]))
            elif ending < 0.14:
                self.project.call("release_job", job, 0.0)
            elif ending < 0.2:
                self.project.call("extend_lease", job, 60)
                self.held.append(job)
            elif ending < 0.95:
                getattr(self, job["job_type"])(job)
            # else the worker is gone, and the lease runs out
        except psycopg.Error as error:
            if error.sqlstate != "PT409":
                raise AssertionError(f"{error}\n{self.history}") from error

    def inspect(self, job: Row) -> None:
        found = [
            {"message_id": message["id"],
             "signals": self.random.choice([[]] * 60 + [["sincere_question"]] * 6 + [["opt_out"]])}
            for message in job["context"]["messages"]
        ]  # fmt: skip
        self.project.call("record_inspection", job, found)

    def profile(self, job: Row) -> None:
        self.project.call("record_profile", job, {"items": tags_of(job)})

    def reply(self, job: Row) -> None:
        turn = job["context"]["turn"]
        kind = "fixed" if turn["fixed_text"] else "reply"
        known = {row["id"] for row in self.project.outbound()}
        texts = [f"{kind} {job['id']}.{n}" for n in range(self.random.choice([1, 2, 3]))]
        if self.project.commit(job, *texts, kind=kind)["outcome"] == "planned":
            for row in self.project.outbound():
                if row["id"] not in known and row["position"] > 0:
                    self.answered[row["id"]] = set(job["context"]["unanswered_ids"])

    def deliver(self, job: Row) -> None:
        step = self.project.begin_send(job)
        self.history[-1] += f": {step['outcome']}"
        if step["outcome"] == "reconcile":
            step = self.reconcile(job, step)
        if step["outcome"] != "send":
            return
        self.may_send()
        message_id, message_uuid = step["message"]["id"], str(uuid.uuid4())
        ending = self.random.random()
        if ending < 0.1:
            self.project.fail(job, unsent=True, delay=self.random.choice([0, 20]))
        elif ending < 0.2:
            self.project.fail(job)
        elif ending < 0.25:
            return  # died before the request left
        else:
            self.posted[message_id] += 1
            if self.random.random() < 0.3:
                self.project.platform_sent("ada", message_uuid)
            if ending < 0.4:
                self.late.append((job, message_id, message_uuid))
            else:
                self.project.finish_send(job, message_id, message_uuid)

    def reconcile(self, job: Row, step: Row) -> Row:
        message_id = step["message"]["id"]
        if self.random.random() < 0.05:
            return self.project.call("record_reconciliation", job, message_id, "undecidable")
        if not self.posted[message_id]:
            return self.project.call("record_reconciliation", job, message_id, "absent")
        self.project.finish_send(job, message_id, self.uuid_of(message_id))
        return {"outcome": "found"}

    def uuid_of(self, message_id: int) -> str:
        return next(each for _, late_id, each in self.late if late_id == message_id)

    def finish_late(self) -> None:
        if self.late and self.random.random() < 0.5:
            job, message_id, message_uuid = self.random.choice(self.late)
            self.project.finish_send(job, message_id, message_uuid)

    def may_send(self) -> None:
        fan = self.project.fan("ada")
        assert fan["automation"] != "opted_out", self.history
        assert not self.project.value("select automation_stopped from settings"), self.history

    def rest(self) -> None:
        """Let everybody answer again, and work everything off."""
        self.project.stop(False)
        self.project.set_creator("auto")
        for _ in range(400):
            if self.project.fan("ada")["automation"] not in ("auto", "opted_out"):
                self.project.set_fan("ada", "auto")
            self.project.later(30)
            jobs = self.project.claim()
            for job in jobs:
                self.history.append(f"rest: {job['job_type']} {job['id']}")
                self.finish(job)
            self.check()
            if not self.project.rows("select 1 from jobs_queue where finished_at is null"):
                return
            if self.project.rows("select 1 from messages where status = 'unknown'"):
                # A person looked, and it had arrived or not.
                self.project.execute("update messages set status = 'cancelled'"
                                     " where status = 'unknown'")  # fmt: skip
                self.project.execute("select private.settle_parked_events(%s, %s)",
                                     self.project.fan_id("ada"), self.project.now)  # fmt: skip
        pytest.fail(f"never at rest: {self.project.rows(OPEN_JOBS)}\n{self.history}")

    def finish(self, job: Row) -> None:
        if job["job_type"] == "inspect":
            found = [{"message_id": m["id"], "signals": []} for m in job["context"]["messages"]]
            self.project.call("record_inspection", job, found)
        elif job["job_type"] == "reply":
            self.reply(job)
        elif job["job_type"] == "profile":
            self.profile(job)
        else:
            step = self.project.begin_send(job)
            if step["outcome"] == "reconcile" and self.posted[step["message"]["id"]]:
                message_id = step["message"]["id"]
                self.project.finish_send(job, message_id, self.uuid_of(message_id))
            elif step["outcome"] == "reconcile":
                step = self.project.call(
                    "record_reconciliation", job, step["message"]["id"], "absent"
                )
            if step["outcome"] == "send":
                self.may_send()
                self.posted[step["message"]["id"]] += 1
                self.project.finish_send(job, step["message"]["id"])


OPEN_JOBS = "select id, job_type, status, run_at, attempt from jobs_queue where finished_at is null"


@pytest.mark.parametrize("seed", [4, 7, 12, 36])
def test_nobody_is_forgotten_and_nobody_is_answered_twice(project: Project, seed: int) -> None:
    project.execute("select setseed(%s)", seed / 1000)
    # Resuming takes the database's own clock: let ours be ahead of it.
    project.now = datetime.now(UTC) + timedelta(days=1)
    project.fan_writes("ada")
    walk = Walk(project, seed)
    for _ in range(STEPS):
        walk.step()
    walk.rest()

    left = project.rows(
        "select messages.id, turns.status from messages join turns on turns.id = messages.turn_id"
        " where direction = 'inbound' and turns.status not in ('answered', 'held', 'cancelled')"
    )
    assert left == [], walk.history
    assert [message_id for message_id, times in walk.posted.items() if times > 1] == []
    sent = {row["id"] for row in project.outbound() if row["status"] == "sent"}
    replies: dict[int, set[str]] = {}
    for bubble, answered_ids in walk.answered.items():
        if bubble in sent:
            reply = project.message(bubble)["body"].split(".")[0]
            for message_id in answered_ids:
                replies.setdefault(message_id, set()).add(reply)
    twice = {message_id: names for message_id, names in replies.items() if len(names) > 1}
    assert twice == {}, walk.history
