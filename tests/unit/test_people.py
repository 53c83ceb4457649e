"""Distances between waits and people's: what the figures mean."""

from __future__ import annotations

from random import Random

import pytest

from worker.people import Wait, distance, lag1, people, shape


def from_people(count: int, level: float, seed: int) -> list[float]:
    """Draw from people's own percentiles, at another level."""
    random = Random(seed)
    return [level * random.choice(people().percentiles) for _ in range(count)]


def test_people_are_no_distance_from_people_at_any_level() -> None:
    assert distance(people().percentiles) <= 0.02  # whole seconds: some percentiles are the same
    assert distance(from_people(20000, 3.7, 1)) <= 0.025


def test_what_is_not_people_s_shape_is_far_away() -> None:
    random = Random(1)
    assert distance([random.uniform(30, 60) for _ in range(5000)]) > 0.25
    assert 0.1 < distance([random.expovariate(1 / 45) for _ in range(5000)]) < 0.2


def test_waits_without_a_level_have_no_distance() -> None:
    for waits in ([], [0.0, 0.0, 5.0]):
        with pytest.raises(ValueError, match="no distance"):
            distance(waits)


def test_the_correlation_is_within_conversations_only() -> None:
    rising = [Wait(2.0**step, None, conversation) for conversation in range(40) for step in (1, 2)]
    rising += [Wait(2.0**step, None, 100 + step) for step in range(40)]
    assert lag1(rising) is None, "every first is 2 and every second is 4: nothing varies"
    same = [
        Wait(seconds, None, conversation)
        for conversation, seconds in enumerate(from_people(500, 1, 2))
        for _ in range(2)
    ]
    assert lag1(same) == pytest.approx(1)
    apart = [Wait(wait.seconds, None, number) for number, wait in enumerate(same)]
    assert lag1(apart) is None


def test_lengths_are_compared_with_people_s_medians() -> None:
    ours = [
        Wait(2 * seconds, low) for low, _, seconds in people().medians_by_chars for _ in range(10)
    ]
    # The medians by length stand beside the median of all; here that is the middle band's.
    middle = 45 / people().median
    assert shape(ours).by_chars == pytest.approx([1 / middle] * 5)
    assert shape(ours[:9]).by_chars == (None,) * 5
