"""
Who takes part in the race: webhooks, workers, cron and operators, on one connection each.

Every call stands in a transaction that is held open for a random while before it commits, so that
transactions really overlap. What must hold meanwhile is race_rules.py's.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from collections.abc import Callable, Collection
from typing import Any

import psycopg

from tests.project import tags_of
from tests.sql.holding import TEXTS
from tests.sql.race_platform import OFFER, Platform, Row, Tally

CREATORS = [str(uuid.uuid5(uuid.NAMESPACE_DNS, f"creator-{n}")) for n in range(2)]
FANS = [str(uuid.uuid5(uuid.NAMESPACE_DNS, f"fan-{n}")) for n in range(20)]
# Shorter than settings.send_grace in the race: what is not posted by then is never posted.
POST_TIMEOUT = 0.6


class Actor:
    """One connection that does one random thing after the other."""

    def __init__(self, number: int, dsn: str, platform: Platform, seed: int) -> None:
        self.name = f"racer-{number}"
        self.tally = Tally()
        self._dice = random.Random(f"{seed}/{number}")
        self._platform = platform
        self._held: list[Row] = []
        self._connection = psycopg.connect(dsn, autocommit=True)
        self._connection.execute("set lock_timeout = '30s'")

    def run(self, until: float) -> None:
        """Race until the monotonic clock shows `until`; what is held then is left behind."""
        try:
            with self._connection:
                while time.monotonic() < until and not self._connection.broken:
                    self._step()
        except Exception as error:
            # A thread's own exception would go unseen.
            self.tally.errors.append(f"{self.name} broke down: {error!r}")
            raise

    # -- one thing

    def _step(self) -> None:
        if self._held and self._dice.random() < 0.6:
            self._work(self._held.pop(0))
            return
        actions = self._actions()
        (action,) = self._dice.choices(list(actions), list(actions.values()))
        action()

    def _actions(self) -> dict[Callable[[], None], float]:
        return {
            self._message: 12,
            self._again: 2,
            self._sent_elsewhere: 0.5,
            self._money: 2,
            self._deletion: 1,
            self._claim: 40,
            self._reclaim: 4,
            self._fan_mode: 6,
            self._creator_mode: 2,
            self._stop_switch: 0.1,
            self._purge: 3,
            self._nudge: 2,
            self._tokens: 3,
        }

    def _call(self, query: str, *values: Any, expected: Collection[str] = ()) -> Any:
        """
        Run a query in a transaction of its own, held open for a while; None if it failed.

        `expected` are the SQL states of errors that are an answer.
        """
        arguments = [json.dumps(v) if isinstance(v, dict | list) else v for v in values]
        try:
            with self._connection.transaction():
                cursor = self._connection.execute(query, arguments)
                row = cursor.fetchone() if cursor.description else None
                time.sleep(min(self._dice.expovariate(1 / 0.006), 0.08))
        except psycopg.Error as error:
            if error.sqlstate == "PT409":
                self.tally.counts["leases lost"] += 1
            elif error.sqlstate in expected:
                self.tally.counts["refused with a hint"] += 1
            else:
                self.tally.errors.append(f"{query}: {error.sqlstate} {error}")
            return None
        return row[0] if row else None

    def _count(self, what: str, amount: int = 1) -> None:
        self.tally.counts[what] += amount

    # -- the webhook

    def _ingest(self, type_: str, fan: int | None = None, **parts: Any) -> Row | None:
        fan = self._dice.randrange(len(FANS)) if fan is None else fan
        event = {
            "event_id": str(uuid.uuid4()), "type": type_, "family": "envelope",
            "creator_uuid": CREATORS[fan % len(CREATORS)], "fan": {"uuid": FANS[fan]}, **parts,
        }  # fmt: skip
        self._platform.remember(event)
        return self._deliver_event(event)

    def _deliver_event(self, event: Row) -> Row | None:
        answer: Row | None = self._call("select public.ingest_event(%s)", event)
        if answer:
            self._count("events")
            self._count(f"events {answer['status']}")
            if event["type"] == "message.received" and answer["status"] == "accepted":
                self._count("messages in")
                self._count("messages to nobody", answer["job_id"] is None)
        return answer

    def _message(self) -> None:
        text = self._dice.choice(["hey", "what are you doing?", "lol", None])
        self._ingest("message.received", message={"uuid": str(uuid.uuid4()), "text": text})

    def _again(self) -> None:
        if event := self._platform.some_event(self._dice):
            self._deliver_event(event)

    def _sent_elsewhere(self) -> None:
        is_automated = self._dice.random() < 0.3
        message = {"uuid": str(uuid.uuid4()), "text": "by hand", "is_automated": is_automated}
        answer = self._ingest("message.sent", message=message)
        self._count("takeovers", bool(answer) and not is_automated)

    def _deletion(self) -> None:
        event = self._platform.some_event(self._dice)
        if event and event["type"] == "message.received":
            self._count("deletions", True)
            self._deliver_event({**event, "event_id": str(uuid.uuid4()), "type": "message.deleted"})

    def _money(self) -> None:
        kind = self._dice.choice(["payment", "tip", "refund"])
        payment = {"id": str(uuid.uuid4()), "kind": kind, "amount_cents": 3000}
        type_ = "refund.created" if kind == "refund" else "payment.succeeded"
        self._ingest(type_, payment=payment)

    # -- cron and the operator

    def _reclaim(self) -> None:
        self._count(
            "leases taken back by cron", self._call("select private.reclaim_and_nudge()") or 0
        )

    def _purge(self) -> None:
        self._count("rows purged", self._call("select private.purge_old_rows(50, now())") or 0)

    def _nudge(self) -> None:
        self._count("nudges", bool(self._call("select private.nudge_worker()")))

    def _tokens(self) -> None:
        self._call("select public.take_rate_tokens((select min(id) from public.creators), 1)")

    def _fan_mode(self) -> None:
        (mode,) = self._dice.choices(["auto", "approve", "paused", "human"], [12, 1, 2, 1])
        self._call(
            "update public.fans set automation = %s, stop_sign = case when %s then null"
            " else stop_sign end where platform_uuid = %s",
            mode, mode in ("auto", "approve"), self._dice.choice(FANS),
        )  # fmt: skip
        self._count("mode changes")

    def _creator_mode(self) -> None:
        self._call(
            "update public.creators set automation = %s where platform_uuid = %s",
            *(self._dice.choice(["auto", "auto", "paused"]), self._dice.choice(CREATORS)),
        )
        self._count("mode changes")

    def _stop_switch(self) -> None:
        for stopped in (True, False):
            self._call("update public.settings set automation_stopped = %s where only_row", stopped)
        self._count("stops")

    # -- the worker

    def _claim(self) -> None:
        answer = self._call(
            "select public.claim_jobs(%s, %s, 1)", self.name, self._dice.choice([1, 2, 5, 20])
        )
        if answer:
            self._count("claims")
            self._count("jobs claimed", len(answer["jobs"]))
            self._held += answer["jobs"]

    def _rpc(self, name: str, job: Row, *values: Any) -> Row | None:
        marks = ", ".join(["%s"] * (len(values) + 2))
        answer: Row | None = self._call(
            f"select public.{name}({marks})", job["id"], job["lease_token"], *values
        )
        if answer:
            self._count(f"{name} {answer.get('outcome', 'answered')}")
        return answer

    def _work(self, job: Row) -> None:
        fate = self._dice.random()
        if fate < 0.06:
            self._count("leases left to expire")
        elif fate < 0.11:
            error = {"message": "planted", "permanent": self._dice.random() < 0.3}
            self._rpc("retry_job", job, error, self._dice.uniform(0, 0.3))
        elif job["job_type"] == "reconcile":
            self._reconcile(job)
        elif fate < 0.15:
            self._rpc("release_job", job)
        elif fate > 0.9 and (self._rpc("extend_lease", job, 1) or {}).get("outcome") != "held":
            return
        elif job["job_type"] == "inspect":
            self._inspect(job)
        elif job["job_type"] == "reply":
            self._reply(job)
        elif job["job_type"] == "profile":
            self._rpc("record_profile", job, {"items": tags_of(job)})
        else:
            self._send(job)

    def _reconcile(self, job: Row) -> None:
        raise NotImplementedError  # race_people.py

    def _inspect(self, job: Row) -> None:
        chances = {
            "asks_for_content": 0.05,
            "declines_offer": 0.2,
            "sincere_question": 0.05,
            "opt_out": 0.003,
            "opt_in": 0.02,
            "minor": 0.003,
            "self_harm": 0.01,
            "distress": 0.01,
        }
        findings = [
            {"message_id": message["id"], "text": "fetched",
             "signals": [each for each, p in chances.items() if self._dice.random() < p]}
            for message in job["context"]["messages"]
        ]  # fmt: skip
        self._rpc("record_inspection", job, findings, TEXTS)

    def _reply(self, job: Row) -> None:
        kind = "fixed" if job["context"]["turn"]["fixed_text"] else "reply"
        bubbles = [f"bubble {n}" for n in range(self._dice.randint(1, 3))]
        reply: Row = {"bubbles": bubbles, "kind": kind}
        offer = job["context"]["offer"]
        if offer and kind == "reply" and self._dice.random() < 0.8:
            place = self._dice.randint(1, len(bubbles))
            bubbles[place - 1] = OFFER
            reply |= {"offer_id": offer["id"], "offer_bubble": place}
        answer = self._rpc("commit_reply", job, reply)
        planned = answer is not None and answer["outcome"] == "planned"
        self._count("offers planned", planned and "offer_id" in reply)

    def _send(self, job: Row) -> None:
        started = time.monotonic()
        step = self._rpc("begin_send", job) or {}
        if step.get("outcome") == "reconcile":
            message_id = step["message"]["id"]
            if found := self._platform.find(message_id):
                self._rpc("finish_send", job, message_id, found, "now")
                return
            started = time.monotonic()
            finding = "undecidable" if self._dice.random() < 0.1 else "absent"
            step |= self._rpc("record_reconciliation", job, message_id, finding) or {"outcome": ""}
        if step.get("outcome") == "send":
            self._post(job, step["message"]["id"], time.monotonic() - started < POST_TIMEOUT)

    def _post(self, job: Row, message_id: int, in_time: bool) -> None:
        fate = self._dice.random()
        if not in_time or fate < 0.07:
            # Fanvue refused, for certain; or the worker died before it posted.
            if fate < 0.035:
                self._rpc("retry_job", job, {"message": "refused", "unsent": True}, 0.1)
            return
        posted = self._platform.post(message_id)
        self._count("posts")
        if fate < 0.12:
            return  # dead between the post and the answer
        if fate < 0.15:
            self._rpc("retry_job", job, {"message": "no answer"}, 0.1)
            return
        if fate < 0.25:
            # The platform's own report of our message is sometimes faster than its answer.
            fan = FANS.index(job["context"]["fan"]["platform_uuid"])
            self._ingest("message.sent", fan, message={"uuid": posted, "is_automated": False})
        self._rpc("finish_send", job, message_id, posted, "now")
