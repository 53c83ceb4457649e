"""Which vibe a reply is written in."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from worker.prompts import PromptLibrary
from worker.vibes import STAGES, Vibe, pick


def vibe(name: str, **weights: float) -> Vibe:
    return Vibe(name, (1, 9), 0.9, 400, dict.fromkeys(STAGES, 0.0) | weights, frozenset())


VIBES = (vibe("short", new=3, sales=1), vibe("long", new=1), vibe("never"))


def test_vibes_are_drawn_by_the_weights_of_the_stage() -> None:
    rng = Random(7)
    drawn = Counter(pick(VIBES, "new", None, rng).name for _ in range(4000))
    assert set(drawn) == {"short", "long"}
    assert drawn["short"] / 4000 == pytest.approx(0.75, abs=0.03)
    assert {pick(VIBES, "sales", None, rng).name for _ in range(50)} == {"short"}


def test_one_seed_draws_the_same_vibes_again() -> None:
    first, second = Random(3), Random(3)
    assert [pick(VIBES, "new", None, first) for _ in range(20)] == [
        pick(VIBES, "new", None, second) for _ in range(20)
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_every_vibe_of_ours_is_drawn_in_every_stage(stage: str) -> None:
    vibes = PromptLibrary.load().vibes
    rng = Random(1)
    assert {pick(vibes, stage, None, rng).name for _ in range(400)} == {
        "clean", "emoji_heavy", "long_and_deep", "short_and_snappy",
    }  # fmt: skip
