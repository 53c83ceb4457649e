"""A fitted wait is what the fan sees: reading, the model's time and typing lie inside it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.project import Project, Row

MIDDLE = {"spread": 0.5, "pause": 0.5, "attention": 0.0, "resume": 0.5}


@pytest.fixture
def fitted(project: Project) -> Project:
    """A project whose fans are answered at the fitted preset, and who were told by whom."""
    project.execute("""update creators set pacing_config = '{"preset": "fitted"}'""")
    project.was_told("ada")
    return project


def writes(project: Project, text: str = "x" * 40, fan: str = "ada", **draws: float) -> Row:
    """Let a fan write, under given draws; return the waiting reply."""
    event = project.event(
        fan, "message.received", message={"uuid": project_uuid(project), "text": text}
    )
    answer = project.value(
        "select private.ingest_event(%s, %s, %s)",
        json.dumps(event),
        project.now,
        json.dumps({**MIDDLE, **draws}),
    )
    return project.job(answer["job_id"])


def project_uuid(project: Project) -> str:
    return str(project.value("select gen_random_uuid()"))


def moment(project: Project, text: Any) -> datetime:
    return datetime.fromisoformat(text).astimezone(project.now.tzinfo)


def write_reply(project: Project, takes: float, *bubbles: str) -> Row:
    """Claim ada's reply when it is due, take so long, and commit; return the delivery."""
    job = project.claim_reply("ada")
    project.later(takes)
    assert project.commit(job, *bubbles)["outcome"] == "planned"
    return project.queued("deliver")


def test_the_writing_begins_early_enough_for_the_model_and_the_typing(fitted: Project) -> None:
    job = writes(fitted)
    delay = job["payload"]["delay"]
    # Twice the 4 s that a model is taken to need, and 40 characters at 3.5 a second.
    assert delay["reserve"] == pytest.approx(8 + 40 / 3.5, abs=0.001)
    assert moment(fitted, delay["target_at"]) == fitted.now + timedelta(seconds=60)
    assert job["run_at"] == fitted.now + timedelta(seconds=60 - delay["reserve"])
    assert moment(fitted, delay["run_at"]) == job["run_at"]


@pytest.mark.parametrize("takes", [0, 3, 15])
def test_the_fan_sees_the_wait_that_was_drawn_however_long_the_model_takes(
    fitted: Project, takes: float
) -> None:
    asked_at = fitted.now
    writes(fitted)
    delivery = write_reply(fitted, takes, "y" * 90)
    assert delivery["run_at"] == asked_at + timedelta(seconds=60)


def test_a_reply_that_took_too_long_goes_out_at_once(fitted: Project) -> None:
    writes(fitted)
    delivery = write_reply(fitted, 40, "y" * 90)
    assert delivery["run_at"] == fitted.now


def test_the_draw_holds_for_the_length_that_the_reply_has_in_the_end(fitted: Project) -> None:
    asked_at = fitted.now
    writes(fitted)
    delivery = write_reply(fitted, 3, "y" * 100, "y" * 100, "y" * 50)
    drawn = fitted.value(
        "select private.draw_wait(private.effective_pacing(null, pacing_config),"
        """ '{"written_chars": 40, "reply_chars": 250}', %s) from creators""",
        json.dumps(MIDDLE),
    )["seconds"]
    assert drawn > 90
    assert delivery["run_at"] == asked_at + timedelta(seconds=drawn)


def test_nothing_is_written_before_the_message_was_read(fitted: Project) -> None:
    job = writes(fitted, "x" * 400, attention=-1.5)
    delay = job["payload"]["delay"]
    assert delay["seconds"] < delay["reserve"]
    assert job["run_at"] == fitted.now + timedelta(seconds=10)


def test_with_the_plan_s_formula_the_model_s_time_comes_on_top(project: Project) -> None:
    project.was_told("ada")
    job = writes(project, spread=0.5, pause=0.5)
    assert job["run_at"] == project.now + timedelta(seconds=45)
    assert "target_at" not in job["payload"]["delay"]
    delivery = write_reply(project, 7, "y" * 300)
    assert delivery["run_at"] == job["run_at"] + timedelta(seconds=7)


def test_the_payload_says_how_the_moment_came_about(fitted: Project) -> None:
    delay = writes(fitted, "hello", attention=0.4)["payload"]["delay"]
    assert set(delay) == {
        "model", "preset", "seconds", "z", "parts", "draws", "circumstances", "asked_at",
        "target_at", "run_at", "model_seconds", "reserve",
    }  # fmt: skip
    parts = delay["parts"]
    factors = parts["base"] * parts["attention"] * parts["length"] * parts["cap"]
    assert delay["seconds"] == pytest.approx(factors, rel=1e-3)
    assert delay["circumstances"]["written_chars"] == 5
    assert (delay["model"], delay["preset"], delay["z"]) == ("fitted", "fitted", 0.4)
    assert delay["draws"]["attention"] == 0.4


def test_the_conversation_remembers_its_last_draw(fitted: Project) -> None:
    writes(fitted, attention=1.0)
    assert fitted.fan("ada")["rhythm"]["z"] == 1
    fitted.answer("ada", "y" * 90)
    fitted.later(60)
    delay = writes(fitted)["payload"]["delay"]
    assert delay["circumstances"]["previous_z"] == 1
    assert 0.2 < delay["z"] < 0.33
    assert delay["circumstances"]["quiet_seconds"] == 60
    # Another fan has a rhythm of their own.
    fitted.was_told("bob")
    assert writes(fitted, fan="bob")["payload"]["delay"]["z"] == 0


def test_who_comes_back_after_hours_waits_longer(fitted: Project) -> None:
    writes(fitted)
    fitted.answer("ada", "y" * 90)
    fitted.later(5 * 3600)
    job = writes(fitted, attention=-3)
    assert job["payload"]["delay"]["parts"]["slow_lane"] == 180
    assert job["run_at"] > fitted.now + timedelta(minutes=2)


def test_a_push_moves_what_the_fan_sees_by_as_much(fitted: Project) -> None:
    asked_at = fitted.now
    job = writes(fitted)
    fitted.now = job["run_at"] - timedelta(seconds=4)
    pushed = writes(fitted, attention=5)
    assert pushed["id"] == job["id"]
    assert pushed["run_at"] == job["run_at"] + timedelta(seconds=6)
    assert pushed["payload"]["delay"]["draws"] == job["payload"]["delay"]["draws"]
    (push,) = pushed["payload"]["pushes"]
    assert moment(fitted, push["at"]) == fitted.now
    assert moment(fitted, push["to"]) == pushed["run_at"]
    assert fitted.fan("ada")["rhythm"]["z"] == 0, "nothing was drawn again"

    delivery = write_reply(fitted, 3, "y" * 90)
    assert delivery["run_at"] == asked_at + timedelta(seconds=66)


def test_a_message_long_before_the_reply_moves_nothing(fitted: Project) -> None:
    job = writes(fitted)
    fitted.later(5)
    second = writes(fitted)
    assert second["run_at"] == job["run_at"]
    assert second["payload"]["delay"] == job["payload"]["delay"]
    assert "pushes" not in second["payload"]


def test_a_payload_keeps_the_newest_twenty_pushes(project: Project) -> None:
    payload: Row = {}
    for second in range(25):
        payload = project.value(
            "select private.push_payload(%s, '2026-01-01Z'::timestamptz + %s * interval '1 s',"
            " '2026-01-01Z'::timestamptz + (%s + 1) * interval '1 s', '2026-01-01Z')",
            json.dumps(payload),
            second,
            second,
        )
    assert [push["to"][17:19] for push in payload["pushes"]] == [f"{n:02}" for n in range(6, 26)]
    assert "delay" not in payload


@pytest.mark.parametrize("written", [False, True])
def test_a_superseded_reply_keeps_its_draw_and_its_target(fitted: Project, written: bool) -> None:
    asked_at = fitted.now
    first = writes(fitted)
    job = fitted.claim_reply("ada")
    fitted.later(2)
    if written:
        fitted.commit(job, "y" * 90)
    second = writes(fitted, attention=5)
    assert second["id"] != first["id"]
    assert second["payload"]["delay"]["draws"] == first["payload"]["delay"]["draws"]
    # The new message is read first.
    assert second["run_at"] == fitted.now + timedelta(seconds=10)
    if not written:
        fitted.inspect()
        assert fitted.commit(job, "y" * 90)["outcome"] == "superseded"
    delivery = write_reply(fitted, 1, "y" * 90)
    assert delivery["run_at"] == asked_at + timedelta(seconds=60)
    assert fitted.fan("ada")["rhythm"]["z"] == 0


def test_a_reply_that_is_hastened_ignores_its_target(fitted: Project) -> None:
    asked_at = fitted.now
    writes(fitted)
    fitted.inspect(signals=["sincere_question"])
    waiting = fitted.queued("reply")
    assert waiting["run_at"] == asked_at
    assert waiting["payload"]["delay"]["hastened"] == "sincere_question"
    (job,) = fitted.claim()
    fitted.later(1)
    fitted.commit(job, "I am an AI.", kind="fixed")
    assert fitted.queued("deliver")["run_at"] == fitted.now


def test_what_the_model_takes_is_learnt(fitted: Project) -> None:
    for takes in [10.0] * 30:
        writes(fitted)
        write_reply(fitted, takes, "y" * 90)
        fitted.deliver_all()
        fitted.later(60)
    learnt = writes(fitted)["payload"]["delay"]["model_seconds"]
    assert 9 < learnt < 10


def test_one_very_slow_reply_teaches_little(fitted: Project) -> None:
    writes(fitted)
    write_reply(fitted, 55, "y" * 90)
    fitted.deliver_all()
    assert fitted.value("select seconds from writing_times") < 10


def test_further_bubbles_are_typed_at_three_to_four_characters_a_second(fitted: Project) -> None:
    writes(fitted)
    write_reply(fitted, 3, "first", "y" * 42, "z" * 42)
    for typing, rate in ((0.0, 3.01), (0.999999, 3.99)):
        job = fitted.claim_delivery()
        message = fitted.begin_send(job)["message"]
        fitted.value(
            "select private.finish_send(%s, %s, %s, gen_random_uuid(), %s, %s, %s)",
            job["id"], job["lease_token"], message["id"], fitted.now, fitted.now, typing,
        )  # fmt: skip
        pause = (fitted.queued("deliver")["run_at"] - fitted.now).total_seconds()
        assert 42 / pause == pytest.approx(rate, rel=1e-3)


def test_an_overdue_reply_is_drawn_once_more(fitted: Project) -> None:
    writes(fitted)
    fitted.inspect()
    fitted.later(3600)
    back_at = fitted.now
    assert fitted.claim() == []
    delay = fitted.queued("reply")["payload"]["delay"]
    assert moment(fitted, delay["asked_at"]) == back_at
    assert moment(fitted, delay["target_at"]) > back_at


def test_what_is_hastened_for_any_reason_goes_out_as_soon_as_it_is_written(fitted: Project) -> None:
    writes(fitted)
    fitted.inspect()
    fitted.later(2)
    fitted.value(
        "select private.hasten_reply(%s, 'billing', %s)::text", fitted.fan_id("ada"), fitted.now
    )
    (job,) = fitted.claim()
    assert job["payload"]["delay"]["hastened"] == "billing"
    fitted.later(3)
    fitted.commit(job, "y" * 90)
    assert fitted.queued("deliver")["run_at"] == fitted.now
