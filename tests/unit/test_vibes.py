"""Which vibe a reply is written in, and how the fan's manner bends it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from worker.prompts import PromptLibrary
from worker.vibes import NO_SITTING, STAGES, Sitting, Vibe, chances, mirrored, pick


def vibe(name: str, **weights: float) -> Vibe:
    return Vibe(name, (1, 9), 0.9, 400, dict.fromkeys(STAGES, 0.0) | weights, {})


VIBES = (vibe("short", new=3, sales=1), vibe("long", new=1), vibe("never"))


def changes(replies: int, draws: int = 4000) -> float:
    """Return how often the vibe changes after so many replies in it."""
    rng = Random(5)
    sitting = Sitting("long", replies)
    return sum(pick(VIBES, "new", sitting, rng).name != "long" for _ in range(draws)) / draws


def test_vibes_are_drawn_by_the_weights_of_the_stage() -> None:
    rng = Random(7)
    drawn = Counter(pick(VIBES, "new", NO_SITTING, rng).name for _ in range(4000))
    assert set(drawn) == {"short", "long"}
    assert drawn["short"] / 4000 == pytest.approx(0.75, abs=0.03)
    assert {pick(VIBES, "sales", NO_SITTING, rng).name for _ in range(50)} == {"short"}


def test_within_a_sitting_the_vibe_stays_and_changes_the_likelier_the_longer_it_lasted() -> None:
    assert [changes(n) for n in (1, 3, 5, 50)] == pytest.approx([0.12, 0.36, 0.6, 0.6], abs=0.03)


@pytest.mark.parametrize("gone", ["never", "deleted"])
def test_a_vibe_that_the_stage_does_not_have_is_left_at_once(gone: str) -> None:
    rng = Random(2)
    drawn = {pick(VIBES, "new", Sitting(gone, 1), rng).name for _ in range(200)}
    assert drawn == {"short", "long"}


def test_a_stage_with_one_vibe_keeps_it() -> None:
    rng = Random(2)
    assert {pick(VIBES, "sales", Sitting("short", 9), rng).name for _ in range(50)} == {"short"}


def test_one_seed_draws_the_same_vibes_again() -> None:
    first, second = Random(3), Random(3)
    assert [pick(VIBES, "new", NO_SITTING, first) for _ in range(20)] == [
        pick(VIBES, "new", NO_SITTING, second) for _ in range(20)
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_every_vibe_of_ours_is_drawn_in_every_stage(stage: str) -> None:
    vibes = PromptLibrary.load().vibes
    rng = Random(1)
    assert {pick(vibes, stage, NO_SITTING, rng).name for _ in range(400)} == {
        "clean", "emoji_heavy", "long_and_deep", "short_and_snappy",
    }  # fmt: skip


def test_imperfections_have_the_chances_of_the_vibe_or_else_usual_ones() -> None:
    assert chances({"slip": 0.3}) == {"slip": 0.3}
    assert chances(["slip", "dropped_period"]) == {"slip": 0.05, "dropped_period": 0.65}


LONG = Vibe("long", (10, 40), 0.9, 400, {}, {}, emoji=4)


@pytest.mark.parametrize(
    ("words", "expected"), [(1, (10, 28)), (16, (12, 30)), (25, (20, 38)), (90, (22, 40))]
)
def test_length_follows_the_fan_within_the_vibe_s_bounds(
    words: int, expected: tuple[int, int]
) -> None:
    assert mirrored(LONG, ["word " * words] * 5).words == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["hi", "you", "there"], 1),
        (["hi 😍", "you", "there", "now"], 2),
        (["hi 😍", "you 😘", "there"], 4),
    ],
)
def test_emoji_follow_the_fan(texts: list[str], expected: int) -> None:
    assert mirrored(LONG, texts).emoji == expected


def test_a_vibe_without_emoji_stays_without_whatever_the_fan_does() -> None:
    clean = Vibe("clean", (10, 40), 0.9, 400, {}, {}, emoji=0)
    assert mirrored(clean, ["😍😍😍"] * 5).emoji == 0


def test_one_or_two_messages_tell_nothing_and_only_the_latest_six_count() -> None:
    assert mirrored(LONG, ["hi", " ", "you"]) is LONG
    assert mirrored(LONG, ["word " * 90] * 9 + ["hi 😍"] * 6).words == (10, 28)
