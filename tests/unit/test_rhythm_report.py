"""The rhythm report: its figures against rows made by hand, and the page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest

from worker.people import people
from worker.rhythm_charts import how_long
from worker.rhythm_figures import figures, lateness, people_shares, people_within, shares
from worker.rhythm_page import page

NOBODY: dict[str, Any] = {
    "since": "2026-11-01T00:00:00+00:00", "until": "2026-11-22T12:00:00.5+00:00",
    "creators": [
        {"id": 1, "display_name": "Luna", "time_zone": "Europe/Berlin", "preset": "fitted"}
    ],
    "turns": [], "turns_limit": 10000, "late_replies": [], "late_deliveries": [], "hours": [],
    "job_retention_days": 7,
}  # fmt: skip


def turn(kept: float, **values: Any) -> dict[str, Any]:
    return {
        "fan_id": 1, "messages": 1, "chars": 60, "model": "fitted", "drawn": kept, "kept": kept,
        "asked_at": "2026-11-22T11:00:00+00:00", "lane": "ordinary", **values,
    }  # fmt: skip


def busy(**values: Any) -> dict[str, Any]:
    random = Random(3)
    turns = [
        turn(
            random.choice(people().percentiles), fan_id=number // 8, chars=random.randrange(1, 400)
        )
        for number in range(400)
    ]
    return {
        **NOBODY, "turns": turns, "late_replies": [0.01, 0.02, 3.5], "late_deliveries": [0.04],
        "hours": [[1, 9, 5, 3], [7, 23, 0, 2]], **values,
    }  # fmt: skip


def test_what_is_in_another_lane_is_counted_and_not_compared() -> None:
    rows = [turn(10), turn(30, lane="fast"), turn(500, lane="slow"), turn(20, drawn=None)]
    rows += [turn(30000, lane="morning")]
    found = figures({**NOBODY, "turns": rows})
    assert found.turn_count == 5
    assert (found.fast_count, found.slow_count, found.slow_median) == (1, 1, 500)
    assert found.morning_count == 1
    assert [wait.seconds for wait in found.kept] == [10, 20]
    assert [wait.seconds for wait in found.drawn] == [10]
    assert found.kept_shape is None, "two are too few"


def test_a_conversation_ends_where_it_is_picked_up_after_hours() -> None:
    rows = [
        turn(1),
        turn(2, fan_id=2),
        turn(3),
        turn(4, lane="slow"),
        turn(5),
        turn(6, fan_id=2),
    ]
    conversations = [wait.conversation for wait in figures({**NOBODY, "turns": rows}).kept]
    first, of_two, same, after, still_two = conversations
    assert first == same != after
    assert of_two == still_two != first


def test_bursts_are_shares_and_six_stands_for_more() -> None:
    rows = [turn(1), turn(1), turn(1, messages=2), turn(1, messages=9)]
    assert figures({**NOBODY, "turns": rows}).bursts == (0.5, 0.25, 0, 0, 0, 0.25)


def test_lateness_is_read_off_what_was_begun() -> None:
    found = figures({**NOBODY, "late_replies": [3.0, *[0.01 * step for step in range(1, 100)]]})
    late = lateness(found.late_replies)
    assert late is not None
    assert (late.count, late.median, late.worst) == (100, 0.5, 3.0)
    assert (late.p90, late.p99) == pytest.approx((0.9, 0.99))
    assert lateness(()) is None


def test_hours_are_kept_apart_for_what_is_written_and_sent() -> None:
    found = figures({**NOBODY, "hours": [[1, 9, 5, 0], [7, 23, 0, 2]]})
    assert (found.written, found.sent) == ({(1, 9): 5}, {(7, 23): 2})
    assert found.as_json()["sent_by_hour"][6][23] == 2


def test_shares_count_everything_once() -> None:
    assert shares([0.5, 1, 2, 2.5, 4, 99], [1, 2, 4, 8]) == pytest.approx([2 / 6, 2 / 6, 2 / 6])
    assert sum(people_shares([1, 10, 100, 1000], 51)) == pytest.approx(1)


def test_people_s_curve_goes_through_their_percentiles_at_any_level() -> None:
    for percent in (10, 25, 50, 75, 90, 99):
        at = people().percentiles[percent - 1]
        assert people_within(at, people().median) == pytest.approx(percent / 100, abs=0.011)
        assert people_within(2 * at, 2 * people().median) == pytest.approx(percent / 100, abs=0.011)
    assert people_within(0.1, people().median) == 0
    assert people_within(5000, people().median) == 1


def test_people_s_own_waits_are_no_distance_from_people() -> None:
    found = figures(busy())
    assert found.kept_shape is not None
    assert found.kept_shape.distance < 0.08
    assert found.as_json()["kept"]["count"] == 400


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0 ms"), (0.0409, "41 ms"), (0.9999, "1.0 s"), (3.24, "3.2 s"), (48.2, "48 s"),
        (90, "1 min 30 s"), (120, "2 min"), (3599.9, "60 min"), (3600, "1 h"), (7500, "2 h 5 min"),
    ],
)  # fmt: skip
def test_times_are_said_as_people_would(seconds: float, words: str) -> None:
    assert how_long(seconds) == words


class _Outside(HTMLParser):
    """Gathers whatever a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "img", "iframe", "object"):
            self.found.append(tag)
        self.found += [str(value) for name, value in attrs if name in ("src", "href", "xlink:href")]


def test_the_page_needs_nothing_from_outside_and_its_charts_are_well_formed() -> None:
    html = page(figures(busy()))
    outside = _Outside()
    outside.feed(html)
    assert outside.found == []
    assert "url(" not in html
    assert "@import" not in html
    drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(drawings) == 7
    for drawing in drawings:
        ElementTree.fromstring(drawing)  # noqa: S314 (our own)


def test_the_page_says_what_the_figures_say() -> None:
    html = page(figures(busy()))
    found = figures(busy())
    assert found.kept_shape is not None
    for words in (
        "Luna (fitted)", "1 November 2026 to 22 November 2026, 12:00 UTC", "<b>400</b>",
        f"{found.kept_shape.distance:.3f}", "3.5 s", "Europe/Berlin; 5 messages",
        people().source.split(";")[0],
    ):  # fmt: skip
        assert words in html


def test_a_project_without_a_reply_has_a_page_that_says_so() -> None:
    for answer in (NOBODY, {**NOBODY, "creators": []}):
        html = page(figures(answer))
        assert "Nothing to show yet" in html
        assert "<svg" not in html


def test_few_replies_are_shown_without_a_distance() -> None:
    html = page(figures({**NOBODY, "turns": [turn(5), turn(9)]}))
    assert "too few to draw" in html
    assert "Messages before an answer" in html


def test_names_cannot_become_markup() -> None:
    creator = {**NOBODY["creators"][0], "display_name": "<script>alert(1)</script>"}
    html = page(figures(busy(creators=[creator])))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
