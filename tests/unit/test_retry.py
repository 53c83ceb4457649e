"""When a failed attempt is tried again."""

from __future__ import annotations

import random

import pytest

from worker import retry
from worker.errors import (
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    ModelUnavailable,
    RateLimited,
)


def test_the_server_s_word_comes_before_any_rule_of_ours() -> None:
    error = RateLimited("slow down", retry_after=42)
    assert 42 <= retry.delay_seconds(error, attempt=1, rng=random.Random(1)) <= 43
    assert 42 <= retry.delay_seconds(error, attempt=9, rng=random.Random(1)) <= 43


@pytest.mark.parametrize(
    ("attempt", "least", "most"), [(1, 1, 2), (2, 2, 4), (3, 4, 8), (20, 150, 300)]
)
def test_without_one_the_delay_doubles_with_jitter_up_to_five_minutes(
    attempt: int, least: float, most: float
) -> None:
    rng = random.Random(7)
    delays = [retry.delay_seconds(ModelUnavailable("x"), attempt, rng) for _ in range(200)]
    assert least <= min(delays)
    assert max(delays) <= most
    assert max(delays) - min(delays) > (most - least) / 2, "no jitter"


def test_only_what_certainly_did_not_go_out_is_called_unsent() -> None:
    assert retry.describe(FanvueUnavailable("down"), unsent=True)["unsent"] is True
    assert retry.describe(FanvueUncertain("time-out"), unsent=True)["unsent"] is False
    assert retry.describe(FanvueUnavailable("down"))["unsent"] is False


def test_what_only_a_person_can_mend_is_permanent() -> None:
    assert retry.describe(FanvueRejected("no", status=403))["permanent"] is True
    assert retry.describe(ModelUnavailable("later"))["permanent"] is False
