"""
Judge what came of a chaos run: counts, shares, and every violation with its messages.

The rules are chaos_rules.py's. What was injected is only repeated here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from devstack.chaos_fans import Fans
from devstack.chaos_rules import (
    Records,
    Row,
    answered_by_a_person,
    answered_twice,
    name,
    never_read,
    on_one_side_only,
    paused_by_nobody,
    talked_over_a_person,
    unfinished,
)
from devstack.chaos_taps import KILL_POINTS
from devstack.fanvue_oauth import FanvueSignIn
from devstack.fanvue_records import Message

LEAST_ANSWERED = 0.99


@dataclass(frozen=True)
class Report:
    """
    The figures of one run, over all messages that were written.

    `held` counts turns before an operator looked at them; what that operator resolved is answered.
    """

    seed: int
    seconds: float
    injected: dict[str, int]
    faults: int
    messages: int
    bursts: int
    fans: int
    fans_taken_over: int
    fans_undecidable: int
    answered: int
    answered_by_a_person: int
    answered_share: float
    lost: int
    duplicated: int
    held: int
    replies: int
    bubbles: int
    superseded: int
    worker_starts: int
    drained_in: float
    tokens_exchanged: int
    points_never_met: list[str]
    unfinished: list[str]
    violations: list[str]

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "ok": self.ok}

    @property
    def ok(self) -> bool:
        return not self.violations


def report(
    records: Records,
    fans: Fans,
    *,
    held: Sequence[Row],
    injected: dict[str, int],
    seed: int,
    seconds: float,
    worker_starts: int,
    drained_in: float,
    sign_in: FanvueSignIn,
) -> Report:
    """Compare, count, and say what is wrong."""
    known = {row["uuid"]: row for row in records.inbound}
    lost = [message for message in fans.written if message.uuid not in known]
    answered = {row["uuid"] for row in records.inbound if row["status"] == "answered"}
    unanswered = [message for message in fans.written if message.uuid not in answered]

    duplicated = [*on_one_side_only(records, fans), *answered_twice(records)]
    violations = [
        *(f"lost: {name(message)}" for message in lost),
        *duplicated,
        *never_read(records),
        *paused_by_nobody(records, fans),
        *talked_over_a_person(records),
        *(["a refresh token was used twice"] if sign_in.reuses else []),
        *(f"not connected any more: {state}" for state in records.cut_off),
    ]
    share = 1 - len(unanswered) / max(1, len(fans.written))
    if share < LEAST_ANSWERED:
        violations += [f"unanswered ({_why(known, one)}): {name(one)}" for one in unanswered]
    undecidable = injected.get("undecidable send", 0)
    if len(held) > undecidable:
        violations += [f"held: turn {turn['id']}: {turn['hold_reason']}" for turn in held]
    sent = [row for row in records.outbound if row["status"] == "sent" and row["turn_id"]]
    return Report(
        seed=seed,
        seconds=seconds,
        injected=injected,
        faults=sum(injected.values()),
        messages=len(fans.written),
        bursts=fans.bursts,
        fans=len(fans.everybody),
        fans_taken_over=len(fans.taken_over),
        fans_undecidable=len(fans.undecidable),
        answered=len(fans.written) - len(unanswered),
        answered_by_a_person=len(answered_by_a_person(records)),
        answered_share=round(share, 4),
        lost=len(lost),
        duplicated=len(duplicated),
        held=len(held),
        replies=len({(row["turn_id"], row["created_at"]) for row in sent}),
        bubbles=len(sent),
        superseded=sum(1 for reply in records.replies if reply["status"] == "superseded"),
        worker_starts=worker_starts,
        tokens_exchanged=sign_in.refreshes,
        drained_in=round(drained_in, 1),
        points_never_met=[point for point in KILL_POINTS if point not in injected],
        unfinished=unfinished(records),
        violations=violations,
    )


def _why(known: dict[str, Row], message: Message) -> str:
    row = known.get(message.uuid)
    return "never arrived" if row is None else f"turn {row['turn_id']} is {row['status']}"


def lines(done: Report) -> Sequence[str]:
    """The report for a terminal."""
    width = max(len(kind) for kind in [*done.injected, ""])
    return [
        "injected:",
        *(f"  {kind:<{width}}  {count:>4}" for kind, count in done.injected.items()),
        "",
        f"seed {done.seed}, {done.seconds:g} s, {done.faults} faults,"
        f" {done.worker_starts} worker starts, tokens exchanged {done.tokens_exchanged} times,"
        f" drained in {done.drained_in:g} s",
        f"{done.fans} fans; a person wrote to {done.fans_taken_over} of them;"
        f" {done.fans_undecidable} with a send that nobody could decide about",
        f"messages {done.messages} in {done.bursts} bursts, replies {done.replies} in"
        f" {done.bubbles} bubbles, drafts superseded {done.superseded}",
        f"answered {done.answered} ({done.answered_share:.1%}),"
        f" {done.answered_by_a_person} of them by a person; lost {done.lost},"
        f" duplicated {done.duplicated}, held {done.held}",
        f"kill points never met: {', '.join(done.points_never_met) or 'none'}",
        *(f"unfinished: {job}" for job in done.unfinished),
        *(f"VIOLATION {violation}" for violation in done.violations),
        "ok" if done.ok else f"{len(done.violations)} violations",
    ]
