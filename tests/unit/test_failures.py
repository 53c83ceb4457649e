"""What is recorded of a failed attempt."""

from __future__ import annotations

from worker.errors import (
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    ModelUnavailable,
    RateLimited,
)
from worker.failures import describe, retry_after


def test_the_server_s_word_is_passed_on_and_none_is_made_up() -> None:
    assert retry_after(RateLimited("slow down", retry_after=42)) == 42
    assert retry_after(ModelUnavailable("x")) is None
    assert retry_after(FanvueRejected("no", status=403)) is None


def test_only_what_certainly_did_not_go_out_is_called_unsent() -> None:
    assert describe(FanvueUnavailable("down"), unsent=True)["unsent"] is True
    assert describe(FanvueUncertain("time-out"), unsent=True)["unsent"] is False
    assert describe(FanvueUnavailable("down"))["unsent"] is False


def test_what_only_a_person_can_mend_is_permanent() -> None:
    assert describe(FanvueRejected("no", status=403))["permanent"] is True
    assert describe(ModelUnavailable("later"))["permanent"] is False
