"""How moments and spans of time are said."""

from __future__ import annotations

import pytest

from worker.spoken_times import between, clock, span


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0.0 s"), (9.94, "9.9 s"), (9.97, "10 s"), (83.2, "83 s"), (119.4, "119 s"),
        (119.6, "2 min 0 s"), (345, "5 min 45 s"), (3599.7, "1 h 0 min"), (21899.4, "6 h 4 min"),
        (3 * 86400, "72 h 0 min"),
    ],
)  # fmt: skip
def test_a_span_is_said_as_exactly_as_it_matters(seconds: float, said: str) -> None:
    assert span(seconds) == said


def test_a_moment_is_said_with_its_day_when_that_is_not_today() -> None:
    facts = {"server_time": "2026-11-22T01:00:00+01:00"}
    assert clock(facts, "2026-11-22T14:03:10.4+01:00") == "14:03:10"
    assert clock(facts, "2026-11-21T23:59:59+01:00") == "Sat 21 Nov 23:59:59"


def test_between_counts_over_a_clock_change_and_takes_nothing_for_no_time() -> None:
    assert between("2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00") == 1
    assert between(None, "2026-03-29T03:00:00+02:00") == between("x", None) == 0
