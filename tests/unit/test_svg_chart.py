"""Charts as SVG: well-formed, inside of their frame, and escaped."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from worker import svg_chart as svg
from worker.svg_chart import Frame

FRAME = Frame(width=200, height=100, left=20, right=10, top=10, bottom=20)


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)  # noqa: S314 (our own)


def test_a_frame_puts_shares_into_its_plot() -> None:
    assert (FRAME.x(0), FRAME.x(1)) == (20, 190)
    assert (FRAME.y(0), FRAME.y(1)) == (80, 10)


def test_logarithms_make_equal_steps_of_equal_factors_and_stay_inside() -> None:
    place = svg.log_share(1, 1000)
    assert [place(value) for value in (1, 10, 100, 1000)] == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert (place(0), place(0.1), place(5000)) == (0, 0, 1)


@pytest.mark.parametrize(("highest", "top"), [(0.0, 0.02), (0.02, 0.02), (0.13, 0.16), (0.95, 1)])
def test_the_axis_ends_on_a_round_number_above_the_highest_bar(highest: float, top: float) -> None:
    assert svg.nice_top(highest) == top


def test_bars_stand_on_the_floor_and_are_as_high_as_their_share() -> None:
    drawing = svg.drawing(
        FRAME, "bars", svg.bars_over_bins(FRAME, [0, 0.5, 0.8, 1], [0.1, 0, 0.2], 0.2, "abc")
    )
    first, last = parsed(drawing).iter("rect")
    assert (first.get("x"), first.get("width")) == ("21.0", "83.0")
    assert (first.get("y"), first.get("height")) == ("45.0", "35.0")
    assert (last.get("y"), last.get("height")) == ("10.0", "70.0")
    assert [title.text for title in parsed(drawing).iter("title")] == ["a", "c"]


def test_an_outline_begins_and_ends_on_the_floor() -> None:
    points = svg.steps_over_bins(FRAME, [0, 0.5, 1], [0.1, 0.2], 0.2, "drawn").split('"')[3]
    assert points == "20.0,80.0 20.0,45.0 105.0,45.0 105.0,10.0 190.0,10.0 190.0,80.0"


def test_pairs_are_drawn_to_one_scale_and_a_missing_one_is_a_dash() -> None:
    drawing = parsed(
        svg.paired_bars(FRAME, "pairs", ["a", "b"], [(4, 2), (None, 1)], lambda value: f"{value}")
    )
    heights = [float(rect.get("height", 0)) for rect in drawing.iter("rect")]
    assert heights == pytest.approx([64.4, 32.2, 16.1])
    values = [text.text for text in drawing.iter("text") if text.get("class") == "value"]
    assert values == ["4", "2", "–", "1"]


def test_a_heat_map_has_every_hour_and_the_fullest_is_full() -> None:
    drawing = parsed(svg.heat_map("hours", {(1, 0): 8, (7, 23): 2}, "written"))
    rects = list(drawing.iter("rect"))
    assert sum(rect.get("class") == "cell" for rect in rects) == 168
    heat = [rect for rect in rects if rect.get("class") == "heat"]
    assert [rect.get("fill-opacity") for rect in heat] == ["1.00", "0.38"]
    assert [title.text for title in drawing.iter("title")] == [
        "Mon 00:00 to 01:00: 8 written", "Sun 23:00 to 00:00: 2 written",
    ]  # fmt: skip
    width = float((drawing.get("viewBox") or "").split()[2])
    assert all(float(rect.get("x", 0)) + 15 <= width for rect in rects)


def test_text_cannot_become_markup() -> None:
    drawing = svg.drawing(FRAME, '"><script>', [svg.text(0, 0, "<b>&", "tick")])
    assert parsed(drawing).get("aria-label") == '"><script>'
    assert [text.text for text in parsed(drawing).iter("text")] == ["<b>&"]
