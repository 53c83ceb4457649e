"""The wait before a reply: the plan's formula, and what further messages do to it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.project import Project


def test_twenty_thousand_draws_of_the_plan_lie_within_its_bounds(project: Project) -> None:
    project.execute("select setseed(0.42)")
    drawn = [
        row["seconds"]
        for row in project.rows(
            "select (private.draw_delay(private.default_pacing_config(), random(), random())"
            " ->> 'seconds')::float8 as seconds from generate_series(1, 20000)"
        )
    ]

    long = [seconds for seconds in drawn if seconds > 60]

    assert all(30 <= seconds <= 60 or 330 <= seconds <= 360 for seconds in drawn)
    assert 0.09 <= len(long) / len(drawn) <= 0.11
    # Both ranges are used to their ends, not just touched in the middle.
    assert min(drawn) < 30.1
    assert max(seconds for seconds in drawn if seconds <= 60) > 59.9
    assert max(drawn) > 359


@pytest.mark.parametrize(
    ("spread", "pause", "seconds"),
    [
        (0.0, 0.5, 30),
        (0.5, 0.5, 45),
        (0.999999, 0.5, 60),
        (0.5, 0.099, 345),
        (0.5, 0.1, 45),  # the chance is a half-open interval
    ],
)
def test_the_draw_is_a_pure_function_of_its_random_numbers(
    project: Project, spread: float, pause: float, seconds: float
) -> None:
    delay = project.value(
        "select private.draw_delay(private.default_pacing_config(), %s::float8, %s::float8)",
        spread,
        pause,
    )
    assert delay["seconds"] == pytest.approx(seconds, abs=0.01)
    assert delay["base"] + delay["variance"] + delay["long_pause"] == pytest.approx(
        delay["seconds"], abs=0.01
    )


def test_a_variance_above_the_base_never_draws_a_negative_wait(project: Project) -> None:
    config = {"base_delay": 5, "variance": 50, "long_pause_chance": 0}
    delay = project.value("select private.draw_delay(%s, 0.0, 0.9)", json.dumps(config))
    assert delay["seconds"] == 0


def test_a_fan_s_own_pacing_stands_before_the_creator_s(project: Project) -> None:
    project.fan_writes("ada")
    project.execute("delete from jobs_queue")
    project.execute("""update fans set pacing_config = '{"base_delay": 500, "variance": 0,
        "long_pause_chance": 0}'""")
    answer = project.fan_writes("ada")
    job = project.job(answer["job_id"])
    assert job["run_at"] == project.now + timedelta(seconds=500)
    assert job["payload"]["delay"]["seconds"] == 500


def test_a_message_shortly_before_the_reply_pushes_it_back_a_little(project: Project) -> None:
    first = project.job(project.fan_writes("ada")["job_id"])
    project.now = first["run_at"] - timedelta(seconds=3)

    second = project.job(project.fan_writes("ada")["job_id"])

    assert second["id"] == first["id"]
    assert second["run_at"] == project.now + timedelta(seconds=10)


def test_a_message_long_before_the_reply_leaves_its_time_alone(project: Project) -> None:
    first = project.job(project.fan_writes("ada")["job_id"])
    project.later(2)
    second = project.job(project.fan_writes("ada")["job_id"])
    assert second["run_at"] == first["run_at"]
    assert second["payload"]["message_count"] == 2


def test_a_fan_who_never_stops_writing_cannot_push_past_the_deadline(project: Project) -> None:
    first = project.job(project.fan_writes("ada")["job_id"])
    deadline = first["run_at"] + timedelta(seconds=60)
    times = [first["run_at"]]
    while project.now < deadline - timedelta(seconds=1):
        project.later(1)
        times.append(project.job(project.fan_writes("ada")["job_id"])["run_at"])

    assert times == sorted(times), "a push-back made the reply come earlier"
    # A push of less than a second is not written, so it may stop that much short of it.
    assert timedelta(0) <= deadline - times[-1] < timedelta(seconds=1)
    assert first["debounce_deadline"] == deadline


def test_pushing_by_less_than_a_second_is_not_written(project: Project) -> None:
    run_at = project.value(
        "select private.push_back('2026-01-01 12:00:00Z', '2026-01-01 12:01:00Z', 10,"
        " '2026-01-01 11:59:50.9Z')"
    )
    assert run_at.isoformat() == "2026-01-01T12:00:00+00:00"
    control = project.value(
        "select private.push_back('2026-01-01 12:00:00Z', '2026-01-01 12:01:00Z', 10,"
        " '2026-01-01 11:59:51Z')"
    )
    assert control.isoformat() == "2026-01-01T12:00:01+00:00"
