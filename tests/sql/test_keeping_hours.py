"""Replies that would fall into the night wait for the morning, spread; what is urgent does not."""

from __future__ import annotations

import itertools
import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.project import Project, Row

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = {"weekday": ["09:00", "23:30"], "weekend": ["10:00", "01:00"]}
# A Thursday.
NIGHT = datetime(2026, 11, 19, 3, 0, tzinfo=BERLIN)
OPENS = datetime(2026, 11, 19, 9, 0, tzinfo=BERLIN)
CLOSES = datetime(2026, 11, 19, 23, 30, tzinfo=BERLIN)
MIDDLE = {"spread": 0.5, "pause": 0.5, "attention": 0.0, "resume": 0.5}


def keep(project: Project, hours: Any = HOURS, preset: str = "plan") -> None:
    project.execute(
        "update creators set active_hours = %s, time_zone = 'Europe/Berlin', pacing_config = %s",
        json.dumps(hours),
        json.dumps({"preset": preset}),
    )


@pytest.fixture(params=["plan", "fitted"])
def asleep(request: pytest.FixtureRequest, project: Project) -> Project:
    """A project at three in the morning; its creator keeps hours."""
    keep(project, preset=request.param)
    project.now = NIGHT
    return project


def writes(project: Project, fan: str = "ada", text: str = "hello", **draws: float) -> Row:
    event = project.event(
        fan,
        "message.received",
        message={"uuid": str(project.value("select gen_random_uuid()")), "text": text},
    )
    answer = project.value(
        "select private.ingest_event(%s, %s, %s)",
        json.dumps(event), project.now, json.dumps({**MIDDLE, **draws}),
    )  # fmt: skip
    return project.job(answer["job_id"])


def seen_at(job: Row) -> datetime:
    """When the fan is to read the reply, or with the plan's formula when its writing begins."""
    target = job["payload"]["delay"].get("target_at")
    return datetime.fromisoformat(target) if target else job["run_at"]


def test_who_writes_at_three_is_answered_in_the_morning(asleep: Project) -> None:
    job = writes(asleep)
    assert OPENS < job["run_at"] <= seen_at(job) < OPENS + timedelta(minutes=31)
    asleep.inspect()
    assert asleep.claim() == []
    asleep.now = OPENS
    assert asleep.claim() == []
    asleep.was_told("ada")
    assert asleep.answer("ada", "good morning") == ["good morning"]
    assert seen_at(job) <= asleep.now < seen_at(job) + timedelta(seconds=60)


def test_the_payload_says_what_the_hours_did(asleep: Project) -> None:
    delay = writes(asleep, spread=0.2)["payload"]["delay"]
    hours = delay["hours"]
    assert set(hours) == {"zone", "wanted_at", "opens_at", "closes_at", "spread"}
    assert hours["zone"] == "Europe/Berlin"
    assert datetime.fromisoformat(hours["opens_at"]) == OPENS
    assert datetime.fromisoformat(hours["closes_at"]) == CLOSES
    assert datetime.fromisoformat(hours["wanted_at"]) < NIGHT + timedelta(minutes=2)
    run_at = datetime.fromisoformat(delay["run_at"])
    assert (run_at - OPENS).total_seconds() == pytest.approx(hours["spread"], abs=0.001)


def test_a_night_of_fans_is_answered_one_after_the_other_and_roughly_in_turn(
    asleep: Project,
) -> None:
    asleep.now = datetime(2026, 11, 18, 23, 45, tzinfo=BERLIN)
    moments = []
    for number in range(24):
        job = writes(asleep, f"fan{number}", spread=number * 0.37 % 1)
        moments.append(seen_at(job))
        asleep.later(22 * 60)
    assert asleep.now < OPENS
    assert len(set(moments)) == 24
    assert moments != sorted(moments), "not like at a counter"
    early, late = sorted(moments[:8]), sorted(moments[16:])
    assert early[4] < late[4]
    gaps = [(moment - OPENS).total_seconds() for moment in sorted(moments)]
    assert gaps[0] > 0
    assert gaps[-1] <= 1800 + 60
    assert gaps[12] < 900, "most of it early"


def test_fans_who_write_in_the_same_second_are_not_answered_in_the_same_second(
    asleep: Project,
) -> None:
    jobs = [asleep.job(asleep.fan_writes(f"fan{number}", "hello")["job_id"]) for number in range(5)]
    moments = sorted(job["run_at"] for job in jobs)
    assert all(
        later - earlier > timedelta(milliseconds=1)
        for earlier, later in itertools.pairwise(moments)
    )
    assert moments[-1] - moments[0] > timedelta(seconds=5)


@pytest.mark.parametrize("spread", [0.0, 0.5, 0.999999])
def test_the_spread_stays_within_a_short_window(asleep: Project, spread: float) -> None:
    keep(asleep, {"weekday": ["09:00", "09:10"]}, preset="fitted")
    job = writes(asleep, spread=spread)
    assert job["run_at"] > OPENS
    assert seen_at(job) < OPENS + timedelta(minutes=5, seconds=1)


def test_how_far_the_morning_is_spread_can_be_said(asleep: Project) -> None:
    keep(asleep, {**HOURS, "morning_spread": 0})
    assert writes(asleep)["run_at"] == OPENS
    keep(asleep, {**HOURS, "morning_spread": 7200})
    assert writes(asleep, "bob", spread=0.9)["run_at"] > OPENS + timedelta(minutes=20)


def test_a_reply_by_day_waits_as_if_there_were_no_hours(asleep: Project) -> None:
    asleep.now = OPENS + timedelta(hours=3)
    awake = writes(asleep)
    asleep.execute("update creators set active_hours = null")
    without = writes(asleep, "bob")
    assert awake["run_at"] == without["run_at"]
    assert set(awake["payload"]["delay"]["hours"]) == {"zone", "closes_at"}
    assert "hours" not in without["payload"]["delay"]


def test_the_evening_s_last_reply_is_in_time_or_waits_for_the_morning(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(seconds=61)
    assert seen_at(writes(asleep)) < CLOSES
    asleep.now = CLOSES - timedelta(seconds=20)
    # The next day is a Friday.
    assert seen_at(writes(asleep, "bob")) > OPENS + timedelta(days=1)


def test_a_push_does_not_carry_a_reply_out_of_the_hours(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(seconds=62)
    job = writes(asleep)
    for _ in range(3):
        asleep.now = asleep.job(job["id"])["run_at"] - timedelta(seconds=0.5)
        pushed = writes(asleep)
        assert pushed["id"] == job["id"]
        assert seen_at(pushed) <= CLOSES
        assert seen_at(pushed) >= seen_at(job)


def test_a_reply_that_was_begun_is_finished_after_hours(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(seconds=62)
    asleep.was_told("ada")
    writes(asleep)
    job = asleep.claim_reply("ada")
    asleep.now = CLOSES + timedelta(seconds=5)
    writes(asleep, text="one more thing")
    asleep.inspect()
    assert asleep.commit(job, "hey")["outcome"] == "superseded"
    assert asleep.queued("reply")["run_at"] == CLOSES + timedelta(seconds=15)
    asleep.answer("ada", "hey", "and good night", "x" * 60)
    assert asleep.now < CLOSES + timedelta(minutes=2)
    # What comes then is the next day's.
    assert seen_at(writes(asleep)) > OPENS + timedelta(days=1)


def test_a_retry_is_not_kept_waiting(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(seconds=62)
    writes(asleep)
    job = asleep.claim_reply("ada")
    asleep.now = CLOSES + timedelta(seconds=5)
    assert asleep.fail(job, delay=3) == "queued"
    assert asleep.queued("reply")["run_at"] < CLOSES + timedelta(seconds=10)


@pytest.mark.parametrize("who", ["fan", "creator"])
def test_what_is_resumed_at_night_waits_for_the_morning(asleep: Project, who: str) -> None:
    asleep.now = OPENS
    job = writes(asleep)
    asleep.inspect()
    asleep.set_fan("ada", "paused")
    asleep.now = OPENS + timedelta(minutes=5)
    assert asleep.claim() == []
    assert asleep.job(job["id"])["status"] == "parked"
    payload = json.dumps(asleep.job(job["id"])["payload"])
    asleep.execute("update fans set automation = 'auto'")
    # The trigger goes by the real clock, by which it may be night: ask the function.
    asleep.execute("update jobs_queue set run_at = %s, payload = %s", OPENS, payload)
    asleep.execute("select private.wait_for_morning(fan_id, %s) from jobs_queue", asleep.now)
    assert asleep.queued("reply")["run_at"] == OPENS, "by day it goes out"
    late = CLOSES + timedelta(hours=2)
    asleep.execute("update jobs_queue set run_at = %s", late)
    asleep.execute("select private.wait_for_morning(fan_id, %s) from jobs_queue", late)
    moved = asleep.queued("reply")
    assert OPENS + timedelta(days=1) < moved["run_at"] <= seen_at(moved)
    assert moved["payload"]["delay"]["hours"]["spread"] > 0


def test_resuming_calls_it(asleep: Project) -> None:
    """The same through the trigger: now() itself is outside these hours."""
    today = asleep.value("select (now() at time zone 'UTC')::timestamp")
    opens = (today + timedelta(hours=6)).strftime("%H:%M")
    closes = (today + timedelta(hours=8)).strftime("%H:%M")
    asleep.now = asleep.value("select now()") - timedelta(minutes=20)
    asleep.execute("update creators set active_hours = null")
    job = writes(asleep)
    asleep.inspect()
    asleep.set_fan("ada", "paused")
    asleep.later(600)
    asleep.claim()
    assert asleep.job(job["id"])["status"] == "parked"
    asleep.execute(
        "update creators set time_zone = 'UTC', active_hours = %s",
        json.dumps({"shifts": [{
            "days": ["weekday", "weekend"], "from": opens, "to": closes,
        }]}),
    )  # fmt: skip
    asleep.set_fan("ada", "auto")
    assert asleep.queued("reply")["run_at"] > asleep.value("select now() + interval '5 hours'")


def test_after_an_outage_at_night_replies_wait_for_the_morning(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(minutes=30)
    writes(asleep)
    asleep.inspect()
    asleep.now = CLOSES + timedelta(hours=3)
    assert asleep.claim() == []
    assert seen_at(asleep.queued("reply")) > OPENS + timedelta(days=1)


def test_an_edit_at_night_does_not_bring_the_answer_forward(asleep: Project) -> None:
    asleep.now = CLOSES - timedelta(seconds=62)
    asleep.was_told("ada")
    writes(asleep)
    asleep.commit(asleep.claim_reply("ada"), "hey")
    (message,) = asleep.rows("select * from messages where direction = 'inbound'")
    asleep.now = CLOSES + timedelta(seconds=30)
    asleep.execute("update turns set status = 'held', hold_reason = 'x'")
    asleep.ingest(asleep.event(
        "ada", "message.edited",
        message={"uuid": str(message["platform_uuid"]), "text": "sorry, I meant ten"},
    ))  # fmt: skip
    assert seen_at(asleep.queued("reply")) > OPENS + timedelta(days=1)


def test_a_night_does_not_make_a_message_stale(asleep: Project) -> None:
    asleep.execute("update settings set staleness = 'skip', stale_after = '4 hours'")
    writes(asleep)
    job = asleep.claim_reply("ada")
    assert job["context"]["unanswered_ids"]
    # The control: without the night it is too old.
    asleep.execute("update creators set active_hours = null")
    writes(asleep, "bob")
    asleep.inspect()
    asleep.later(5 * 3600)
    assert asleep.claim() == []
    assert asleep.turns()[-1]["close_reason"] is not None


URGENT = ["sincere_question", "billing", "support"]


@pytest.mark.parametrize("signal", URGENT)
def test_what_is_urgent_is_answered_at_three_in_the_morning(asleep: Project, signal: str) -> None:
    asleep.was_told("ada")
    writes(asleep)
    writes(asleep, "bob")
    asleep.execute("update jobs_queue set run_at = %s where job_type = 'inspect'", asleep.now)
    for job in asleep.claim():
        (message,) = job["context"]["messages"]
        found = [signal] if job["context"]["fan"]["handle"] == "ada" else []
        asleep.call("record_inspection", job, [{"message_id": message["id"], "signals": found}])
    (job,) = asleep.claim()
    assert job["context"]["fan"]["handle"] == "ada"
    assert job["payload"]["delay"]["hastened"] == signal
    asleep.later(2)
    asleep.commit(job, "I am here", kind="fixed" if signal == "sincere_question" else "reply")
    assert asleep.queued("deliver")["run_at"] == asleep.now
    waiting = asleep.queued("reply")
    assert waiting["run_at"] > OPENS, "the control: bob waits"


def test_asking_for_content_is_not_urgent(asleep: Project) -> None:
    writes(asleep)
    asleep.inspect(signals=["asks_for_content"])
    assert asleep.queued("reply")["run_at"] > OPENS


def test_what_is_urgent_stays_so_when_the_fan_writes_on(asleep: Project) -> None:
    writes(asleep, text="I was charged twice")
    asleep.inspect(signals=["billing"])
    (job,) = asleep.claim()
    asleep.later(1)
    writes(asleep, text="hello?")
    asleep.inspect()
    assert asleep.commit(job, "hey")["outcome"] == "superseded"
    again = asleep.queued("reply")
    assert again["run_at"] <= asleep.now
    assert again["payload"]["delay"]["hastened"] == "billing"


def test_an_urgent_reply_is_not_spread_after_an_outage(asleep: Project) -> None:
    writes(asleep)
    asleep.inspect(signals=["billing"])
    asleep.later(3600)
    (job,) = asleep.claim()
    assert job["payload"]["delay"]["hastened"] == "billing"


def test_what_is_urgent_goes_at_once_when_it_is_resumed_at_night(asleep: Project) -> None:
    job = writes(asleep)
    asleep.inspect(signals=["support"])
    asleep.execute("select private.wait_for_morning(fan_id, %s) from jobs_queue", asleep.now)
    assert asleep.job(job["id"])["run_at"] == asleep.now


def test_the_last_of_several_urgent_things_does_not_hide_the_first(asleep: Project) -> None:
    writes(asleep)
    asleep.inspect(signals=["support", "billing"])
    assert asleep.queued("reply")["payload"]["delay"]["hastened"] == "billing"
