"""
A fanpace project seen from a test: fans write, workers claim, and the clock is moved.

Calls the functions in schema private, which take the moment as an argument; the public ones are
the same with now().
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12"
DISCLOSURE = "Hi! Replies here are written by an AI assistant for Luna."
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Row = dict[str, Any]


class Project:
    """One creator's project; `now` is the moment at which everything happens."""

    def __init__(self, connection: psycopg.Connection, dsn: str) -> None:
        self.connection = connection
        self.dsn = dsn
        self.now = START
        self.creator_id: int = self.value(
            "insert into creators (platform_uuid, display_name, automation, disclosure)"
            " values (%s, 'Luna', 'auto', %s) returning id",
            CREATOR,
            DISCLOSURE,
        )
        # Here nobody has a past, and a fan's first message enqueues no job but its own two.
        self.execute("update settings set insights_every = '0'")
        # What setting up changed is nobody's act. The log's trigger lets no row go: it sleeps.
        with self.connection.transaction():
            self.execute("set local session_replication_role = replica")
            self.execute("delete from audit_log")

    # -- plain SQL

    def rows(self, query: str, *arguments: Any) -> list[Row]:
        with self.connection.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(query, arguments).fetchall()

    def row(self, query: str, *arguments: Any) -> Row:
        rows = self.rows(query, *arguments)
        assert len(rows) == 1, f"{len(rows)} rows: {query}"
        return rows[0]

    def value(self, query: str, *arguments: Any) -> Any:
        return next(iter(self.row(query, *arguments).values()))

    def execute(self, query: str, *arguments: Any) -> None:
        self.connection.execute(query, arguments)

    # -- the clock

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def wait_for(self, job: Row) -> Row:
        """Move the clock to the moment at which a queued job is due; return the job as it is."""
        fresh = self.job(job["id"])
        self.now = max(self.now, fresh["run_at"])
        return fresh

    # -- events

    def event(self, fan: str, type_: str, **parts: Any) -> Row:
        return {
            "event_id": str(uuid.uuid4()),
            "type": type_,
            "family": "envelope",
            "occurred_at": self.now.isoformat(),
            "creator_uuid": CREATOR,
            "fan": {"uuid": fan_uuid(fan), "handle": fan, "display_name": fan.title()},
            **parts,
        }

    def ingest(self, event: Row) -> Row:
        return dict(self.value("select private.ingest_event(%s, %s)", json.dumps(event), self.now))

    def fan_writes(self, fan: str, text: str | None = "hello", **message: Any) -> Row:
        body = {"uuid": str(uuid.uuid4()), "text": text, **message}
        return self.ingest(self.event(fan, "message.received", message=body))

    def fan_pays(self, fan: str, cents: int, kind: str = "payment", **event: Any) -> Row:
        type_ = {"refund": "refund.created", "dispute": "dispute.created"}.get(
            kind, "payment.succeeded"
        )
        payment = {"id": str(uuid.uuid4()), "kind": kind, "amount_cents": cents}
        return self.ingest({**self.event(fan, type_, payment=payment), **event})

    def platform_sent(self, fan: str, message_uuid: str, **message: Any) -> Row:
        body = {"uuid": message_uuid, "text": "from the platform", "is_automated": False}
        return self.ingest(self.event(fan, "message.sent", message={**body, **message}))

    # -- a worker

    def claim(self, most: int = 50, lease: int = 60, worker: str = "w1") -> list[Row]:
        return list(self.claim_answer(most, lease, worker)["jobs"])

    def claim_answer(self, most: int = 50, lease: int = 60, worker: str = "w1") -> Row:
        query = "select private.claim_jobs(%s, %s, %s, %s)"
        return dict(self.value(query, worker, most, lease, self.now))

    def call(self, name: str, job: Row, *arguments: Any) -> Row:
        """Call private.NAME(job_id, lease_token, …, at)."""
        values = [json.dumps(a) if isinstance(a, dict | list) else a for a in arguments]
        marks = ", ".join(["%s"] * (len(values) + 3))
        query = f"select private.{name}({marks})"
        return dict(self.value(query, job["id"], job["lease_token"], *values, self.now))

    def inspect(self, *, signals: list[str] | None = None) -> None:
        """Do all inspections that are due; `signals` are in each message."""
        for job in self.claim():
            if job["job_type"] == "profile":
                self.call("record_profile", job, {"items": []})
                continue
            assert job["job_type"] == "inspect", job["job_type"]
            found = [
                {"message_id": message["id"], "signals": signals or []}
                for message in job["context"]["messages"]
            ]
            self.call("record_inspection", job, found)

    def claim_reply(self, fan: str) -> Row:
        """Inspect, move the clock to the reply's time, and claim it."""
        self.inspect()
        due = self.value(
            "select run_at from jobs_queue where fan_id = %s and job_type = 'reply'"
            " and status = 'queued'",
            self.fan_id(fan),
        )
        self.now = max(self.now, due)
        (job,) = [job for job in self.claim() if job["job_type"] == "reply"]
        return job

    def claim_reply_of(self, fan: str) -> Row:
        """Claim this fan's reply where other fans wait too."""
        self.inspect()
        self.execute(
            "update jobs_queue set run_at = %s where job_type = 'reply' and fan_id = %s",
            self.now,
            self.fan_id(fan),
        )
        (job,) = self.claim()
        return job

    def commit(self, job: Row, *bubbles: str, **reply: Any) -> Row:
        return self.call(
            "commit_reply", job, {"bubbles": list(bubbles) or ["hey"], "kind": "reply", **reply}
        )

    def claim_delivery(self) -> Row:
        """Move the clock to the next deliver job and claim it."""
        due = self.value(
            "select min(run_at) from jobs_queue where job_type = 'deliver' and status = 'queued'"
        )
        self.now = max(self.now, due)
        (job,) = [job for job in self.claim() if job["job_type"] == "deliver"]
        return job

    def begin_send(self, job: Row) -> Row:
        return self.call("begin_send", job)

    def finish_send(self, job: Row, message_id: int, message_uuid: str | None = None) -> Row:
        return self.call(
            "finish_send", job, message_id, message_uuid or str(uuid.uuid4()), self.now
        )

    def deliver_all(self) -> list[str]:
        """Send every planned bubble; return the texts in order."""
        sent: list[str] = []
        while self.rows("select 1 from jobs_queue where job_type='deliver' and status='queued'"):
            job = self.claim_delivery()
            step = self.begin_send(job)
            if step["outcome"] == "send":
                self.finish_send(job, step["message"]["id"])
                sent.append(step["message"]["body"])
        return sent

    def inspect_and_deliver(self) -> None:
        """Do every inspection that is due, beside the deliveries."""
        for job in self.claim():
            if job["job_type"] == "inspect":
                messages = job["context"]["messages"]
                found = [{"message_id": message["id"], "signals": []} for message in messages]
                self.call("record_inspection", job, found)
            elif job["job_type"] == "profile":
                self.call("record_profile", job, {"items": []})
            else:
                assert job["job_type"] == "deliver", job["job_type"]
                step = self.begin_send(job)
                self.finish_send(job, step["message"]["id"])
        self.deliver_all()

    def answer(self, fan: str, *bubbles: str) -> list[str]:
        """Go all the way: claim the fan's reply, commit it, deliver it."""
        outcome = self.commit(self.claim_reply(fan), *bubbles)
        assert outcome["outcome"] == "planned", outcome
        return self.deliver_all()

    def start_sending(self, fan: str, *bubbles: str) -> tuple[Row, Row]:
        """Take the fan's reply as far as its first bubble in `sending`; return job and message."""
        assert self.commit(self.claim_reply(fan), *bubbles)["outcome"] == "planned"
        job = self.claim_delivery()
        step = self.begin_send(job)
        assert step["outcome"] == "send", step
        return job, step["message"]

    def lose_lease(self, job: Row) -> None:
        """Move the clock past the end of a job's lease, and let a claim's first step see it."""
        self.now = max(self.now, self.job(job["id"])["lease_expires_at"])
        self.execute("select private.reclaim_expired_leases(100, %s)", self.now)

    def fail(
        self, job: Row, message: str = "it broke", *, delay: float | None = 0, **error: Any
    ) -> str:
        """Report a failed attempt; return what became of the job. Without `delay` it backs off."""
        told = None if delay is None else float(delay)
        return str(self.call("retry_job", job, {"message": message, **error}, told)["outcome"])

    def was_told(self, fan: str) -> None:
        """Let the fan know already what answers, so that replies consist of their bubbles only."""
        self.ingest(self.event(fan, "follow.created"))
        self.execute(
            "with told as (insert into messages (fan_id, direction, kind, status, body,"
            " platform_uuid, is_disclosure, sent_at, created_at)"
            " values (%s, 'outbound', 'fixed', 'sent', 'told', gen_random_uuid(), true, %s, %s)"
            " returning *)"
            " insert into disclosures (fan_id, message_id, body, at)"
            " select fan_id, id, %s, 'infinity' from told",
            self.fan_id(fan),
            self.now,
            self.now,
            DISCLOSURE,
        )

    def set_fan(self, fan: str, automation: str) -> None:
        self.execute(
            "update fans set automation = %s where platform_uuid = %s", automation, fan_uuid(fan)
        )

    def set_creator(self, automation: str) -> None:
        self.execute("update creators set automation = %s", automation)

    def stop(self, stopped: bool = True) -> None:
        self.execute("update settings set automation_stopped = %s", stopped)

    def until_waiting(self) -> None:
        """Return when another connection to this project waits for a lock."""
        deadline = time.monotonic() + 10
        waiting = (
            "select 1 from pg_stat_activity where datname = current_database()"
            " and wait_event_type = 'Lock'"
        )
        while not self.rows(waiting):
            assert time.monotonic() < deadline, "nobody waits for a lock"
            time.sleep(0.01)

    # -- looking

    def queued(self, job_type: str) -> Row:
        """The one queued job of this type."""
        return self.row(
            "select * from jobs_queue where job_type = %s and status = 'queued'", job_type
        )

    def turn(self, turn_id: int) -> Row:
        return self.row("select * from turns where id = %s", turn_id)

    def message(self, message_id: int) -> Row:
        return self.row("select * from messages where id = %s", message_id)

    def bubbles(self) -> list[tuple[str, str]]:
        """Text and status of everything that was written for fans, in order."""
        return [(row["body"], row["status"]) for row in self.outbound()]

    def unanswered(self, job: Row) -> list[str]:
        """The texts that a claimed reply is to answer, in the order of the context."""
        ids = job["context"]["unanswered_ids"]
        return [row["body"] for row in job["context"]["messages"] if row["id"] in ids]

    def fan(self, fan: str) -> Row:
        return self.row("select * from fans where platform_uuid = %s", fan_uuid(fan))

    def fan_id(self, fan: str) -> int:
        return int(self.fan(fan)["id"])

    def jobs(self, job_type: str | None = None) -> list[Row]:
        return self.rows(
            "select * from jobs_queue where job_type = coalesce(%s, job_type) order by id", job_type
        )

    def job(self, job_id: int) -> Row:
        return self.row("select * from jobs_queue where id = %s", job_id)

    def turns(self) -> list[Row]:
        return self.rows("select * from turns order by id")

    def outbound(self) -> list[Row]:
        return self.rows(
            "select * from messages where direction = 'outbound' and body <> 'told'"
            " order by turn_id, position, id"
        )


def tags_of(job: Row) -> list[Row]:
    """A tag for each of the last messages that a profile job brought."""
    return [
        {"kind": "tag", "text": f"wrote_{message['id'] % 5}", "message_id": message["id"]}
        for message in job["context"]["messages"][-3:]
    ]


def fan_uuid(name: str) -> str:
    """The platform uuid of the fan that a test calls `name`."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, name))


@contextmanager
def refused(sqlstate: str) -> Iterator[pytest.ExceptionInfo[psycopg.Error]]:
    """Expect the database to refuse with this sqlstate."""
    with pytest.raises(psycopg.Error) as caught:
        yield caught
    assert caught.value.sqlstate == sqlstate, f"{caught.value.sqlstate}: {caught.value}"
