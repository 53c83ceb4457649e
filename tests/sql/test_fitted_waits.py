"""The fitted wait: how near its draws are to people's, and what moves a single one."""

from __future__ import annotations

import json
from statistics import median
from typing import Any

import pytest

from tests.project import Project, Row, refused
from worker.people import Wait, shape

MIDDLE = {"spread": 0.5, "pause": 0.5, "attention": 0.0, "resume": 0.5}


def draw(project: Project, pacing: Row, draws: Row | None = None, **circumstances: Any) -> Row:
    """Draw one wait; what `draws` leaves out lies in the middle."""
    return dict(
        project.value(
            "select private.draw_wait(private.effective_pacing(null, %s), %s, %s)",
            json.dumps(pacing),
            json.dumps(circumstances),
            json.dumps({**MIDDLE, **(draws or {})}),
        )
    )


def seconds(project: Project, draws: Row | None = None, **circumstances: Any) -> float:
    return float(draw(project, {"preset": "fitted"}, draws, **circumstances)["seconds"])


def simulate(project: Project, pacing: Row, count: int, seed: float = 0.42) -> list[Wait]:
    rows = project.rows(
        "select seconds, reply_chars, conversation from private.simulate_waits("
        "private.effective_pacing(null, %s), %s, %s)",
        json.dumps(pacing),
        count,
        seed,
    )
    return [Wait(row["seconds"], row["reply_chars"], row["conversation"]) for row in rows]


@pytest.mark.parametrize("preset", ["fitted", "relaxed", "attentive"])
def test_the_draws_have_people_s_shape(project: Project, preset: str) -> None:
    found = shape(simulate(project, {"preset": preset}, 8000))

    assert found.distance <= 0.05
    assert 5 <= found.p90_over_p50 <= 9
    assert found.lag1 is not None
    assert 0.15 <= found.lag1 <= 0.35
    assert all(over is not None and 0.75 <= over <= 1.25 for over in found.by_chars)
    level = project.value("select (private.pacing_presets() -> %s ->> 'base_delay')::int", preset)
    assert found.median == pytest.approx(level, rel=0.1)


def test_without_memory_and_length_the_shape_is_not_people_s(project: Project) -> None:
    control = {"preset": "fitted", "persistence": 0, "length_exponent": 0, "sigma": 0.7}
    found = shape(simulate(project, control, 8000))
    assert found.distance > 0.1
    assert found.lag1 == pytest.approx(0, abs=0.05)
    assert found.by_chars[0] is not None
    assert found.by_chars[0] > 1.5


def test_the_level_is_one_number(project: Project) -> None:
    one, two = (
        simulate(project, {"preset": "fitted", "base_delay": level}, 2000) for level in (600, 1200)
    )
    assert median(wait.seconds for wait in two) == pytest.approx(
        2 * median(wait.seconds for wait in one), rel=0.05
    )


def test_the_same_seed_draws_the_same(project: Project) -> None:
    first, again, other = (simulate(project, {}, 50, seed) for seed in (0.1, 0.1, 0.2))
    assert first == again
    assert first != other


def test_the_middle_draw_is_base_delay(project: Project) -> None:
    assert seconds(project) == 60
    assert draw(project, {"model": "fitted", "base_delay": 90})["seconds"] == 90


def test_a_wait_grows_with_the_draw_and_with_the_reply_s_length(project: Project) -> None:
    by_draw = [seconds(project, {"attention": step / 2}) for step in range(-3, 9)]
    by_length = [seconds(project, reply_chars=chars) for chars in (1, 20, 90, 91, 300, 5000)]
    for waits in (by_draw, by_length):
        assert waits == sorted(waits)
        assert len(set(waits)) == len(waits)


def test_lengths_move_the_median_as_people_s_table_has_it(project: Project) -> None:
    short, long = seconds(project, reply_chars=35), seconds(project, reply_chars=280)
    assert long / short == pytest.approx(109 / 35, rel=0.25)


def test_no_wait_is_longer_than_the_cap(project: Project) -> None:
    assert seconds(project, {"attention": 8}, reply_chars=400) <= 18 * 60
    assert seconds(project, {"attention": 4}) > 0.9 * 18 * 60
    # What is ordinary is left as it is.
    parts = draw(project, {"preset": "fitted"}, {"attention": 0.5})["parts"]
    assert parts["cap"] > 0.99


def test_nobody_answers_before_having_read_and_written(project: Project) -> None:
    wait = draw(project, {"preset": "fitted"}, {"attention": -6}, written_chars=80, reply_chars=120)
    assert wait["seconds"] == wait["parts"]["floor"] == 2 + 3
    more = draw(
        project, {"preset": "fitted"}, {"attention": -6}, written_chars=800, reply_chars=120
    )
    assert more["seconds"] == 20 + 3
    # Far above the floor it does not count.
    assert seconds(project, written_chars=80) == seconds(project, written_chars=800)


def test_who_was_answered_quickly_goes_on_being_answered_quickly(project: Project) -> None:
    quick, slow = (
        seconds(project, previous_z=previous, previous_age=60) for previous in (-1.5, 1.5)
    )
    assert quick < 0.75 * 60 < 60 < 1.33 * slow
    assert quick < slow
    later = [
        seconds(project, previous_z=-1.5, previous_age=hours * 3600) for hours in (0, 1, 5, 99)
    ]
    assert later == sorted(later), "the memory fades"
    assert later[-1] == 60


def test_the_spread_is_the_same_with_and_without_a_past(project: Project) -> None:
    """Persistence moves what is next towards the last, and does not widen it."""
    z = [
        draw(project, {"preset": "fitted"}, {"attention": 1.0}, previous_z=past, previous_age=0)[
            "z"
        ]
        for past in (None, 0.0)
    ]
    assert z[0] == 1
    assert z[1] == pytest.approx((1 - 0.33**2) ** 0.5, abs=1e-3)


@pytest.mark.parametrize("attention", [-6, -1, 0, 2])
@pytest.mark.parametrize("resume", [0.0, 0.999])
def test_a_conversation_that_went_quiet_does_not_resume_in_seconds(
    project: Project, attention: float, resume: float
) -> None:
    draws = {"attention": attention, "resume": resume}
    busy = seconds(project, draws, quiet_seconds=4 * 3600 - 1)
    quiet = seconds(project, draws, quiet_seconds=4 * 3600)
    assert busy == seconds(project, draws)
    assert quiet - busy == pytest.approx(180 * (0.5 + resume), abs=0.01)
    assert quiet >= 90


def test_the_plan_s_formula_is_left_as_it_is(project: Project) -> None:
    draws = {"spread": 0.9, "pause": 0.05}
    wait = draw(project, {}, draws, reply_chars=900, quiet_seconds=1e6, previous_z=3)
    assert wait["seconds"] == 45 + 12 + 300
    assert wait["parts"] == {"base": 45, "variance": 12, "long_pause": 300}
    assert "z" not in wait


def test_typing_goes_at_three_to_four_characters_a_second(project: Project) -> None:
    def rate(pacing: Row, variation: float) -> float:
        took = project.value(
            "select private.typing_seconds("
            "private.effective_pacing(null, %s), repeat('x', 42), %s)",
            json.dumps(pacing),
            variation,
        )
        return 42 / float(took)

    fitted = {"preset": "fitted"}
    assert rate(fitted, 0) == pytest.approx(3.01)
    assert rate(fitted, 0.999999) == pytest.approx(3.99)
    assert rate(fitted, 0.5) == rate({}, 0) == rate({}, 0.9) == pytest.approx(3.5)


def test_presets_lie_between_defaults_and_own_keys(project: Project) -> None:
    def effective(own: Row) -> Row:
        return dict(project.value("select private.effective_pacing(null, %s)", json.dumps(own)))

    defaults = effective({})
    assert (defaults["preset"], defaults["model"], defaults["base_delay"]) == ("plan", "plan", 45)
    relaxed = effective({"preset": "relaxed"})
    assert relaxed == {
        **defaults, "preset": "relaxed", "model": "fitted", "base_delay": 240, "resume_delay": 600,
    }  # fmt: skip
    assert effective({"preset": "relaxed", "base_delay": 7})["base_delay"] == 7
    assert effective({"model": "fitted"}) == effective({"preset": "fitted"})
    assert effective({"preset": "relaxed", "model": "plan"})["model"] == "plan"


def test_every_preset_is_one_that_may_be_named(project: Project) -> None:
    presets = project.value("select private.pacing_presets()")
    for name, keys in presets.items():
        project.execute(
            "update creators set pacing_config = %s", json.dumps({"preset": name, **keys})
        )
    with refused("23514") as error:
        project.execute("""update creators set pacing_config = '{"preset": "brisk"}'""")
    assert 'pacing_config: "preset" must be one of' in str(error.value)
    assert all(name in str(error.value) for name in presets)


def test_draws_for_anyone_to_check_have_length_and_conversation(project: Project) -> None:
    answer = project.value("""select public.draw_waits('{"preset": "fitted"}', 20, 0.5)""")
    assert [each["conversation"] for each in answer["draws"]] == [1] * 8 + [2] * 8 + [3] * 4
    assert set(answer["draws"][0]) == {
        "conversation", "reply", "written_chars", "reply_chars", "seconds",
    }  # fmt: skip
    for config, count in (("{}", 0), ("{}", 100001)):
        with refused("PT422"):
            project.execute("select public.draw_waits(%s, %s)", config, count)
    with refused("23514"):
        project.execute("""select public.draw_waits('{"sigmoid": 1}', 1)""")
