"""
A fan who pays, is paid back, talks, and says that they cannot afford it; and a referee who keeps
their own account of the purse, in Python, from what was done and not from the database.

The worker insists: it makes an offer in every reply, whatever the context says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.project import Project, Row
from tests.sql.offer_shop import add_offer, set_funnel

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CAPS = {"day": 200, "week": 500, "month": 1000, "purchases_per_hour": 5, "rest_hours": 24}
WINDOWS = {"day": DAY, "week": 7 * DAY, "month": 30 * DAY}
CANNOT_AFFORD = 30 * DAY
PRICE = 40
FAN = "ada"


@dataclass
class Payment:
    name: str
    at: datetime
    left: int
    in_haste: bool


class PurseWalk:
    """One fan and what happened to them; `faults` is what must never be."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        self.payments: list[Payment] = []
        self.no_selling_until: datetime | None = None
        project.execute("delete from fans")
        project.execute("delete from operator_notes")
        project.execute("delete from offers")
        set_funnel(
            project, warmup_from=1, offer_min_turns=0, offer_cooling_off_hours=0,
            offer_expires_hours=0.1, post_purchase_hours=0.1,
        )  # fmt: skip
        anywhere = "{warmup,flirty,sales,post_purchase}"
        self.offer = add_offer(project, price_cents=PRICE * 100, stages=anywhere)
        project.was_told(FAN)
        self.fan = project.fan_id(FAN)

    def take(self, step: str, value: int) -> None:
        getattr(self, step)(value)
        self.look()
        self.settle()

    def settle(self) -> None:
        """Answer what is still to be answered, without an offer."""
        queued = "select min(run_at) from jobs_queue where status = 'queued'"
        while (due := self.project.value(queued)) is not None:
            self.project.now = max(self.project.now, due)
            for job in self.project.claim():
                match job["job_type"]:
                    case "inspect":
                        found = [{"message_id": m["id"]} for m in job["context"]["messages"]]
                        self.project.call("record_inspection", job, found)
                    case "profile":
                        self.project.call("record_profile", job, {"items": []})
                    case "reply":
                        self.project.commit(job, "same here")
                    case "deliver":
                        step = self.project.begin_send(job)
                        if step["outcome"] == "send":
                            self.project.finish_send(job, step["message"]["id"])

    # -- what may happen

    def wait(self, minutes: int) -> None:
        self.project.later(60 * minutes + 1)

    def pay(self, amount: int, kind: str = "payment") -> None:
        name = f"p{len(self.payments)}"
        payment = {"id": name, "kind": kind, "amount_cents": amount * 100}
        event = self.project.event(FAN, "payment.succeeded", payment=payment)
        assert self.project.ingest(event)["status"] == "accepted"
        self.payments.append(Payment(name, self.project.now, amount, kind != "subscription"))

    def subscribe(self, amount: int) -> None:
        self.pay(amount, "subscription")

    def haste(self, amount: int) -> None:
        for _ in range(5):
            self.pay(1 + amount // 50, "tip")
            self.project.later(60)

    def refund(self, number: int) -> None:
        standing = [payment for payment in self.payments if payment.left]
        if not standing:
            return
        payment = standing[number % len(standing)]
        back = {"id": payment.name, "kind": "refund", "amount_cents": payment.left * 100}
        self.project.ingest(self.project.event(FAN, "refund.created", payment=back))
        payment.left = 0

    def broke(self, _: int) -> None:
        self.says("I am broke", ["cannot_afford"])
        end = self.project.now + CANNOT_AFFORD
        self.no_selling_until = max(end, self.no_selling_until or end)

    def ask(self, _: int) -> None:
        self.says("send me more", ["asks_for_content"])

    def lift(self, _: int) -> None:
        self.project.value("select private.lift_no_selling(%s, %s)", self.fan, self.project.now)
        self.no_selling_until = None

    def talk(self, meanwhile: int) -> None:
        """The fan writes, and the worker insists; money may come in before it is sent."""
        self.says("and you?", [])
        job = self.project.claim_reply(FAN)
        offered = job["context"]["offer"]
        self.expect("claimed with an offer", offered is not None)
        answer = self.project.commit(job, "my beach set, $40", offer_id=self.offer)
        self.expect("committed with an offer", answer["outcome"] == "planned")
        if answer["outcome"] != "planned":
            return
        if meanwhile % 3 == 0:
            self.pay(2 * meanwhile)
        elif meanwhile % 7 == 1:
            # Said in a message that this turn does not wait for, such as one read late.
            note = "select private.note_cannot_afford(%s, %s)"
            self.project.execute(note, self.fan, self.project.now)
            end = self.project.now + CANNOT_AFFORD
            self.no_selling_until = max(end, self.no_selling_until or end)
        delivery = self.project.claim_delivery()
        step = self.project.begin_send(delivery)
        self.expect("sent with an offer", step["outcome"] == "send")
        if step["outcome"] == "send":
            self.project.finish_send(delivery, step["message"]["id"])

    # -- the referee

    def says(self, text: str, signals: list[str]) -> None:
        self.project.later(1)
        self.project.fan_writes(FAN, text)
        self.project.inspect(signals=signals)

    def room(self) -> int:
        """What the tightest cap leaves."""
        now = self.project.now
        return min(
            CAPS[name] - sum(paid.left for paid in self.payments if paid.at > now - window)
            for name, window in WINDOWS.items()
        )

    def is_closed(self) -> bool:
        now = self.project.now
        if self.no_selling_until is not None and self.no_selling_until > now:
            return True
        return self.room() <= 0 or any(now < end for end in self.rests())

    def rests(self) -> list[datetime]:
        made = [paid for paid in self.payments if paid.left and paid.in_haste]
        return [
            last.at + CAPS["rest_hours"] * HOUR
            for number, last in enumerate(made)
            if sum(last.at - HOUR <= paid.at for paid in made[: number + 1])
            >= CAPS["purchases_per_hour"]
        ]

    def expect(self, what: str, happened: bool) -> None:
        """An offer that goes on its way needs an open purse with room for its price."""
        self.seen[what if happened else f"not {what}"] += 1
        if happened and (self.is_closed() or self.room() < PRICE):
            self.faults.append(f"{what}, and the purse is closed or has no room: {self.room()}")

    def look(self) -> None:
        reason = self.project.value(
            "select private.purse_reason(%s, %s)", self.fan, self.project.now
        )
        self.seen["open" if reason is None else str(reason).partition(" ")[0]] += 1
        if (reason is not None) != self.is_closed():
            self.faults.append(f"the database says {reason!r}, the referee {self.is_closed()}")
        self.project.execute(
            "select private.advance_stage(%s, null, %s)", self.fan, self.project.now
        )
        fan: Row = self.project.fan(FAN)
        self.seen[f"stage {fan['stage']}"] += 1
        if reason is not None and fan["stage"] == "sales":
            self.faults.append(f"sales, and nothing is to be sold: {reason}")
        standing: list[Any] = self.project.rows(
            "select made.* from private.standing_offers(%s, %s) as made", self.fan, self.project.now
        )
        if standing and self.no_selling_until and self.no_selling_until > self.project.now:
            self.faults.append("an offer stands before a fan who cannot afford it")
