"""Fitting the waits to a person's replies: what is recovered, left out, refused."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log
from random import Random

import pytest

from worker.calibration import (
    Reply,
    TooFew,
    distance_between,
    fit,
    length_effect,
    sample,
    unbend,
)
from worker.people import people


def drawn(
    count: int, base: float, sigma: float, *, persistence: float = 0.0, cap: float = 900.0
) -> Iterator[Reply]:
    """Reply as the model has it: longer replies take longer, and nobody takes more than the cap."""
    random, farthest = Random(7), log(cap / base)
    for conversation in range(count // 8):
        z, at = random.gauss(0, 1), 1e9 + conversation * 1e5
        for _ in range(8):
            chars = max(1, round(random.lognormvariate(log(0.85 * 90), 1)))
            above = sigma * z + length_effect(chars, 90)
            if above > 0:
                above /= (1 + (above / farthest) ** 4) ** 0.25
            wait = base * exp(above)
            yield Reply(at, at + wait, chars, str(conversation))
            at += wait + 60
            memory = persistence * 0.5 ** ((wait + 60) / 3600)
            z = memory * z + (1 - memory**2) ** 0.5 * random.gauss(0, 1)


@pytest.mark.parametrize(("base", "sigma"), [(20, 1.5), (49, 1.2), (120, 0.6)])
def test_level_and_spread_are_recovered(base: float, sigma: float) -> None:
    found = fit(sample(drawn(4000, base, sigma)).replies)
    assert found.base_delay == pytest.approx(base, rel=0.08)
    assert found.sigma == pytest.approx(sigma, rel=0.06)
    assert found.cap_ratio == pytest.approx(900 / base, rel=0.1)
    assert found.typical_chars == pytest.approx(90, rel=0.05)
    assert found.level_range[0] < base < found.level_range[1]


@pytest.mark.parametrize("persistence", [0.0, 0.33, 0.7])
def test_persistence_is_recovered(persistence: float) -> None:
    found = fit(sample(drawn(4000, 40, 1.5, persistence=persistence)).replies)
    assert found.persistence == pytest.approx(persistence, abs=0.06)


def test_persistence_is_left_to_the_preset_where_conversations_are_not_known() -> None:
    replies = [Reply(each.asked_at, each.answered_at, each.chars) for each in drawn(800, 40, 1.5)]
    found = fit(replies)
    assert found.persistence is None
    assert "persistence" not in found.config()


def test_a_few_forgotten_replies_move_nothing() -> None:
    replies = list(drawn(800, 40, 1.0))
    plain = fit(replies)
    forgotten = [Reply(0, 890, 50, f"x{number}") for number in range(24)]
    found = fit([*replies, *forgotten])
    assert found.base_delay == pytest.approx(plain.base_delay, rel=0.08)
    assert found.sigma == pytest.approx(plain.sigma, rel=0.1)


def test_people_s_own_percentiles_are_recovered() -> None:
    replies = [Reply(0, seconds, 90) for seconds in people().percentiles for _ in range(20)]
    found = fit(replies)
    # All of one length: the effect of lengths on people's waits is in sigma too.
    assert found.base_delay == pytest.approx(people().median, rel=0.05)
    assert found.cap_ratio == pytest.approx(18, rel=0.1)
    assert found.sigma == pytest.approx((1.5**2 + 0.5**2) ** 0.5, rel=0.1)


def test_what_is_left_out_is_counted_with_its_reason() -> None:
    found = sample(
        [
            Reply(100, 160, 20), Reply(100, 90, 20), Reply(100, 100.2, 20), Reply(100, 1001, 20),
            Reply(100, 1000, 20), Reply(100, 150, None), Reply(100, 150, 0),
        ]
    )  # fmt: skip
    assert [reply.seconds for reply in found.replies] == [60, 900]
    assert found.left_out == {
        "answered before it was asked": 1,
        "answered within the same second: nobody reads so fast": 1,
        "answered after more than 15 minutes": 1,
        "without text, so of no known length": 2,
    }


def test_too_few_replies_are_refused() -> None:
    replies = list(drawn(32, 40, 1.5))
    with pytest.raises(TooFew, match="29 replies are too few"):
        fit(replies[:29])
    low, high = fit(replies).level_range
    assert high / low > 2, "thirty replies leave the level uncertain, and that is said"


def test_replies_that_are_all_the_same_still_give_a_valid_config() -> None:
    config = fit([Reply(0, 30, 40)] * 50).config()
    assert config["base_delay"] == pytest.approx(30, rel=0.01)
    assert config["sigma"] == 0.05


def test_the_bend_is_taken_back() -> None:
    for above in (-2.0, 0.0, 0.5, 2.0, 2.8):
        bent = above / (1 + (above / 2.9) ** 4) ** 0.25 if above > 0 else above
        assert unbend(bent, 2.9) == pytest.approx(above)
    assert unbend(3.0, 2.9) == float("inf")


def test_two_samples_are_compared_with_their_level() -> None:
    assert distance_between([1, 2, 3, 4], [1, 2, 3, 4]) == 0
    assert distance_between([1, 2, 3, 4], [3, 4, 5, 6]) == 0.5
    assert distance_between([1, 2], [10, 20]) == 1
    with pytest.raises(ValueError, match="empty"):
        distance_between([], [1])
