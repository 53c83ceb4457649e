"""The judge of a chaos run finds what is wrong: each fault beside a run without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from devstack.chaos_fans import Fans
from devstack.chaos_report import Report, report
from devstack.chaos_rules import HUMAN_SILENCE, Records, held_turns
from devstack.fanvue import FanvuePlatform

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = AT.replace(minute=1)


def a_good_run() -> tuple[Fans, Records]:
    """One fan wrote twice and got one reply of two bubbles after a disclosure."""
    platform = FanvuePlatform()
    platform.add_creator()
    fan = platform.add_fan("ada")
    fans = Fans(platform, Random(0), 1, everybody=[fan])
    fans.written = [platform.fan_writes(fan, text) for text in ("hi", "how are you?")]
    sent = [platform.add_message(fan, "api", text) for text in ("written by an AI", "hey", "good")]
    inbound: list[dict[str, Any]] = [
        {
            "id": n,
            "uuid": one.uuid,
            "turn_id": 1,
            "status": "answered",
            "fan": fan.uuid,
            "created_at": AT,
        }
        for n, one in enumerate(fans.written)
    ]
    outbound: list[dict[str, Any]] = [
        {
            "id": 10 + n, "uuid": one.uuid, "turn_id": 1, "status": "sent", "position": n,
            "created_at": AT, "body": one.text, "kind": "reply", "fan": fan.uuid, "sending_at": AT,
            "resolved_at": None,
        }
        for n, one in enumerate(sent)
    ]  # fmt: skip
    replies = [{"turn_id": 1, "finished_at": AT, "read_ids": [0, 1], "status": "done"}]
    turns = [{"id": 1, "status": "answered", "hold_reason": None, "fan": fan.uuid}]
    return fans, Records(inbound, outbound, replies, turns, [])


def judged(fans: Fans, records: Records, **injected: int) -> Report:
    return report(
        records,
        fans,
        held=held_turns(records),
        injected=injected,
        seed=0,
        seconds=0,
        worker_starts=0,
        drained_in=0,
        sign_in=fans.platform.sign_in,
    )


def test_a_good_run_has_no_violations() -> None:
    done = judged(*a_good_run())
    assert done.violations == []
    assert (done.answered, done.lost, done.duplicated, done.held) == (2, 0, 0, 0)


def test_a_refresh_token_that_was_used_twice_is_a_violation() -> None:
    fans, records = a_good_run()
    fans.platform.sign_in.reuses = 1
    done = judged(fans, replace(records, cut_off=["invalid_grant"]))
    assert done.violations == [
        "a refresh token was used twice", "not connected any more: invalid_grant",
    ]  # fmt: skip


def _lose(fans: Fans, records: Records) -> None:
    fans.written.append(fans.platform.fan_writes(fans.everybody[0], "are you there?"))


def _send_unrecorded(fans: Fans, records: Records) -> None:
    fans.platform.add_message(fans.everybody[0], "api", "good")


def _record_unsent(fans: Fans, records: Records) -> None:
    records.outbound.append({**records.outbound[-1], "id": 99, "uuid": "nowhere"})


def _answer_twice(fans: Fans, records: Records) -> None:
    again = fans.platform.add_message(fans.everybody[0], "api", "hey again")
    row = {**records.outbound[-1], "id": 99, "uuid": again.uuid, "created_at": LATER}
    records.outbound.append({**row, "turn_id": 2})
    records.replies.append({**records.replies[0], "turn_id": 2, "finished_at": LATER})


def _leave_unread(fans: Fans, records: Records) -> None:
    records.replies[0]["read_ids"] = [0]


def _leave_open(fans: Fans, records: Records) -> None:
    records.inbound[0]["status"] = "open"


def _hold(fans: Fans, records: Records) -> None:
    records.turns[0].update(status="held", hold_reason="nobody can tell")


def _pause(fans: Fans, records: Records) -> None:
    records.paused.append(fans.everybody[0].uuid)


def _talk_over_a_person(fans: Fans, records: Records) -> None:
    person = {**records.outbound[0], "id": 99, "kind": "human", "turn_id": None}
    records.outbound.append({**person, "created_at": AT, "sending_at": None})
    records.outbound[-2]["sending_at"] = AT + timedelta(seconds=HUMAN_SILENCE / 2)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (_lose, "lost: ada"),
        (_send_unrecorded, "reached the fan, not recorded: ada"),
        (_record_unsent, "recorded as sent, not there: message 99"),
        (_answer_twice, "answered by 2 replies: message 0"),
        (_leave_unread, "counted as answered, but no reply had read it: message 1"),
        (_leave_open, "unanswered (turn 1 is open): ada"),
        (_hold, "held: turn 1: nobody can tell"),
        (_talk_over_a_person, "sent after a person had written: message 12"),
        (_pause, "automation is off though no person wrote"),
    ],
)
def test_a_spoilt_run_is_found_out(spoil: Callable[[Fans, Records], None], found: str) -> None:
    fans, records = a_good_run()
    spoil(fans, records)
    assert any(violation.startswith(found) for violation in judged(fans, records).violations)


def test_what_a_person_answered_counts_as_answered_and_is_named() -> None:
    fans, records = a_good_run()
    _leave_unread(fans, records)
    person = {**records.outbound[0], "id": 99, "kind": "human", "turn_id": None}
    records.outbound.append({**person, "created_at": LATER, "sending_at": None})
    done = judged(fans, records)
    assert (done.violations, done.answered, done.answered_by_a_person) == ([], 2, 1)


def test_what_was_resolved_is_compared_by_its_text() -> None:
    fans, records = a_good_run()
    records.outbound[-1].update(uuid=None, resolved_at=LATER)
    assert judged(fans, records).ok


def test_one_turn_may_be_held_for_each_send_that_nobody_could_decide_about() -> None:
    fans, records = a_good_run()
    _hold(fans, records)
    assert judged(fans, records, **{"undecidable send": 1}).ok
