"""explain_job: the facts of real jobs, and the sentences that are made of them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.project import Project, Row, refused
from worker.explanation import sentences
from worker.timeline import timeline

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 19, 12, 0, tzinfo=BERLIN)
MIDDLE = {"spread": 0.5, "pause": 0.5, "attention": 0.0, "resume": 0.5}
HOURS = {"weekday": ["09:00", "23:30"]}


@pytest.fixture
def luna(project: Project) -> Project:
    """A creator in Berlin at noon; ada knows already what answers."""
    project.execute("update creators set time_zone = 'Europe/Berlin', active_hours = null")
    project.now = NOON
    project.was_told("ada")
    return project


def pace(project: Project, config: Any, hours: Any = None) -> None:
    project.execute(
        "update creators set pacing_config = %s, active_hours = %s",
        json.dumps(config),
        None if hours is None else json.dumps(hours),
    )


def writes(project: Project, text: str = "hello", **draws: float) -> Row:
    event = project.event(
        "ada",
        "message.received",
        message={"uuid": str(project.value("select gen_random_uuid()")), "text": text},
    )
    answer = project.value(
        "select private.ingest_event(%s, %s, %s)",
        json.dumps(event), project.now, json.dumps({**MIDDLE, **draws}),
    )  # fmt: skip
    return project.job(answer["job_id"])


def explain(project: Project, job: Row | None, fan: str | None = None) -> Row:
    query = "select private.explain_job(%s, %s, %s)"
    return dict(project.value(query, job["id"] if job else None, fan, project.now))


def told(project: Project, job: Row) -> str:
    return " ".join(sentences(explain(project, job)))


def happened(project: Project, job: Row) -> list[str]:
    return [f"{event.at:%H:%M:%S} {event.what}" for event in timeline(explain(project, job))]


def test_the_plan_s_wait_is_told_with_its_parts(luna: Project) -> None:
    assert told(luna, writes(luna, spread=0.75)) == (
        "Asked at 12:00:00 by ada. "
        "The plan's formula drew 52 s: 45 s, +7.5 s of variance. "
        "Written from 12:00:52 (in 52 s)."
    )


def test_a_long_pause_is_told(luna: Project) -> None:
    sentence = told(luna, writes(luna, pause=0.01))
    assert "5 min 45 s: 45 s, +0.0 s of variance and a long pause of 300 s." in sentence


def test_a_fitted_wait_is_told_with_its_target_and_pushes(luna: Project) -> None:
    pace(luna, {"preset": "fitted"})
    job = writes(luna)
    for _ in range(2):
        luna.now = luna.job(job["id"])["run_at"] - timedelta(seconds=4)
        writes(luna)
    luna.now = luna.now.astimezone(BERLIN)
    assert told(luna, job) == (
        "Asked at 12:00:00 by ada. "
        "A fitted wait (preset fitted, median 60 s) was drawn: 60 s. "
        "Further messages pushed it back twice, by 12 s in all. "
        "Written from 12:00:52 (in 10 s), first bubble about 12:01:12."
    )
    assert happened(luna, job) == [
        "12:00:00 ada wrote", "12:00:36 ada wrote", "12:00:36 pushed back to 12:00:46",
        "12:00:42 ada wrote", "12:00:42 pushed back to 12:00:52", "12:00:52 due",
        "12:01:12 the fan is to read the first bubble",
    ]  # fmt: skip


def test_the_slow_lane_is_told(luna: Project) -> None:
    pace(luna, {"preset": "fitted"})
    writes(luna)
    luna.answer("ada", "hey")
    luna.later(5 * 3600)
    assert "3 min 0 s of it since the conversation had been quiet" in told(luna, writes(luna))


def test_the_night_is_told_in_the_creator_s_time(luna: Project) -> None:
    pace(luna, {}, HOURS)
    luna.now = NOON.replace(hour=3)
    job = writes(luna)
    assert told(luna, job).startswith(
        "Asked at 03:00:00 by ada. The plan's formula drew 45 s: 45 s, +0.0 s of variance. "
        "03:00:45 is outside active hours until 09:00:00 (Europe/Berlin); "
        "spread over the morning, it waits "
    )
    assert "09:00:00 active hours open" in happened(luna, job)


def test_another_day_is_named(luna: Project) -> None:
    pace(luna, {}, HOURS)
    luna.now = datetime(2026, 11, 20, 23, 45, tzinfo=BERLIN)
    assert "until Mon 23 Nov 09:00:00" in told(luna, writes(luna))


def test_times_are_right_on_both_sides_of_a_clock_change(luna: Project) -> None:
    pace(luna, {}, {"weekend": ["10:00", "22:00"]})
    luna.now = datetime(2026, 3, 29, 1, 0, tzinfo=BERLIN)
    facts = explain(luna, writes(luna))
    assert facts["delay"]["asked_at"].endswith("T01:00:00+01:00")
    assert facts["delay"]["hours"]["opens_at"] == "2026-03-29T10:00:00+02:00"
    assert luna.value("show timezone") != "Europe/Berlin", "left as it was"


def test_a_zone_that_is_only_an_abbreviation_is_told_in_utc(luna: Project) -> None:
    luna.execute("update creators set time_zone = 'PDT'")
    facts = explain(luna, writes(luna))
    assert (facts["zone"], facts["delay"]["asked_at"]) == ("UTC", "2026-11-19T11:00:00+00:00")


def test_a_finished_reply_tells_what_really_happened(luna: Project) -> None:
    pace(luna, {"preset": "fitted", "typing_variation": 0})
    writes(luna)
    luna.inspect()
    job = luna.queued("reply")
    luna.now = job["run_at"] + timedelta(seconds=0.4)
    (claimed,) = luna.claim()
    luna.later(3)
    luna.commit(claimed, "x" * 70, "y" * 20)
    assert "none of its 2 bubbles is out" in told(luna, job)
    luna.later(30)
    luna.deliver_all()
    luna.now = luna.now.astimezone(BERLIN)
    sentence = told(luna, job)
    assert "Claimed at 12:00:40, 0.4 s late, committed at 12:00:43; " in sentence
    assert "first bubble sent at 12:01:13, 74 s after it was asked and " in sentence
    assert sentence.endswith(" after its moment, 2 of 2 in all.")
    assert happened(luna, job)[-2:] == ["12:01:13 bubble sent", "12:01:19 bubble sent"]


def test_each_delivery_tells_why_it_is_due(luna: Project) -> None:
    pace(luna, {"preset": "fitted"})
    writes(luna)
    luna.commit(luna.claim_reply("ada"), "x" * 90, "y" * 42)
    first = luna.queued("deliver")
    assert told(luna, first).startswith(
        "The reply to ada was committed at 12:00:40; its first bubble is due at 12:01:"
    )
    claimed = luna.claim_delivery()
    luna.finish_send(claimed, luna.begin_send(claimed)["message"]["id"])
    second = luna.queued("deliver")
    assert "typing 42 characters takes 1" in told(luna, second)
    luna.deliver_all()
    assert "delivered at" in told(luna, second)


def test_a_delivery_that_failed_tells_what_comes_before_the_next_attempt(luna: Project) -> None:
    writes(luna)
    job, _ = luna.start_sending("ada", "hey")
    luna.fail(job, "timed out", delay=5)
    looks = told(luna, luna.queued("deliver"))
    assert looks.startswith("A bubble to ada may be out since 12:00:45: the chat is looked at ")
    assert "Attempt 1 of 5 failed: timed out." in looks


def test_a_delivery_that_certainly_did_not_arrive_says_which_bubble_it_is(luna: Project) -> None:
    writes(luna)
    job, _ = luna.start_sending("ada", "hey")
    luna.fail(job, "refused", delay=5, unsent=True)
    luna.now = luna.queued("deliver")["run_at"]
    luna.claim()
    assert told(luna, job).startswith(
        "The reply to ada was committed at 12:00:45, and this is its first bubble."
    )


def test_a_lookup_of_who_wrote_is_told(luna: Project) -> None:
    luna.platform_sent(
        "ada", str(luna.value("select gen_random_uuid()")), is_automated=None, text=None
    )
    job = luna.queued("inspect")
    assert "to find out who wrote a message to ada." in told(luna, job)


def test_an_inspection_tells_that_it_is_due_at_once(luna: Project) -> None:
    writes(luna)
    job = luna.queued("inspect")
    assert told(luna, job) == (
        "ada wrote at 12:00:00; messages are looked at as they come. "
        "Looked at from 12:00:00 (due for 0.0 s)."
    )
    luna.inspect()
    assert told(luna, job).endswith("Claimed at 12:00:00, inspected at 12:00:00.")


def test_a_job_of_the_creator_s_own_is_told_too(luna: Project) -> None:
    job = luna.row(
        "insert into jobs_queue (job_type, creator_id, run_at, created_at)"
        " values ('reconcile', %s, %s, %s) returning *",
        luna.creator_id, luna.now + timedelta(minutes=5), luna.now,
    )  # fmt: skip
    assert told(luna, job) == (
        "This reconcile job for Luna was enqueued at 12:00:00. Due from 12:05:00 (in 5 min 0 s)."
    )


def test_the_fast_lane_is_told(luna: Project) -> None:
    job = writes(luna)
    luna.inspect(signals=["billing"])
    assert "It took the fast lane (billing): it ignores rhythm and hours." in told(luna, job)
    assert "first bubble about" not in told(luna, job)


def test_failures_and_the_end_of_all_attempts_are_told(luna: Project) -> None:
    writes(luna)
    job = luna.claim_reply("ada")
    luna.fail(job, "no such model", delay=30)
    assert "Attempt 1 of 5 failed: no such model. Written from" in told(luna, job)
    luna.now = luna.queued("reply")["run_at"]
    (again,) = luna.claim()
    luna.fail(again, "no such model", permanent=True)
    assert told(luna, job).endswith(
        f": no such model; `fanpace jobs requeue {job['id']}` brings it back."
    )


def test_what_waits_for_a_person_says_so(luna: Project) -> None:
    job = writes(luna)
    luna.inspect()
    luna.set_fan("ada", "paused")
    luna.later(60)
    luna.claim()
    assert "Parked until automation resumes: for this fan it is paused." in told(luna, job)


def test_what_was_held_cancelled_or_superseded_says_why(luna: Project) -> None:
    luna.set_creator("approve")
    writes(luna)
    held = luna.claim_reply("ada")
    luna.commit(held, "hey")
    assert ": waits for approval." in told(luna, held)

    luna.set_creator("auto")
    luna.later(5)
    writes(luna)
    running = luna.claim_reply("ada")
    again = writes(luna)
    luna.inspect()
    luna.commit(running, "hey")
    assert told(luna, running).endswith("a newer job answers everything.")
    assert "An earlier draft was void: the new message is read first." in told(luna, again)

    luna.platform_sent("ada", str(luna.value("select gen_random_uuid()")))
    assert "Cancelled at" in told(luna, again)


def test_a_reply_that_was_long_overdue_says_that_it_was_drawn_anew(luna: Project) -> None:
    job = writes(luna)
    luna.inspect()
    luna.later(3600)
    assert luna.claim() == []
    assert told(luna, job).startswith("Long overdue when a worker came at 13:00:00, so it was ")


def test_the_newest_reply_to_a_fan_is_found_by_handle_id_and_uuid(luna: Project) -> None:
    writes(luna)
    luna.answer("ada", "hey")
    newest = writes(luna)
    fan = luna.fan("ada")
    for name in ("ada", str(fan["id"]), str(fan["platform_uuid"])):
        assert explain(luna, None, name)["job"]["id"] == newest["id"]


def test_no_text_of_the_conversation_is_told(luna: Project) -> None:
    writes(luna, "my secret is blue")
    luna.commit(luna.claim_reply("ada"), "a blue secret")
    for job in luna.jobs():
        assert "blue" not in json.dumps(explain(luna, job))
        assert "lease_token" not in explain(luna, job)["job"]


def test_an_unknown_job_is_a_clear_error(luna: Project) -> None:
    with refused("PT404") as error:
        explain(luna, {"id": 404})
    assert "there is no job 404; finished ones are purged" in str(error.value)
    for nobody in ("nobody", None):
        with refused("PT404"):
            explain(luna, None, nobody)
