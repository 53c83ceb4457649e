"""Replies from a CSV: what is read, and that nothing is dropped silently."""

from __future__ import annotations

import pytest

from worker.calibration import Reply
from worker.calibration_csv import CsvInvalid, read


def test_iso_times_and_seconds_are_the_same_moment() -> None:
    found = read(
        [
            "asked_at,answered_at,chars\n",
            "2026-11-01T12:00:00Z,2026-11-01 13:00:45+01:00,20\n",
            "1793534400,1793534445.5,21\n",
            "2026-11-01T12:00:00,2026-11-01T12:00:45,\n",
        ]
    )
    assert found.bad_lines == ()
    assert found.replies == (
        Reply(1793534400, 1793534445, 20),
        Reply(1793534400, 1793534445.5, 21),
        Reply(1793534400, 1793534445, None),
    )


def test_columns_stand_in_any_order_and_a_conversation_is_read() -> None:
    found = read(["\ufeffChars, conversation ,Answered_at,asked_at,note\n", "5,a,20,10,x\n"])
    assert found.replies == (Reply(10, 20, 5, "a"),)


def test_lines_that_cannot_be_read_are_named() -> None:
    found = read(
        [
            "asked_at,answered_at,chars\n", "10,20,5\n", "soon,20,5\n", "10,,5\n", "10,20,-5\n",
            "10,20,5,6\n", "10\n", "nan,20,5\n", "10,30,6\n",
        ]
    )  # fmt: skip
    assert len(found.replies) == 2
    assert [line for line, _ in found.bad_lines] == [3, 4, 5, 6, 7, 8]
    whys = [why for _, why in found.bad_lines]
    assert whys[0] == "asked_at is 'soon', neither ISO time nor seconds since the epoch"
    assert "answered_at is ''" in whys[1]
    assert whys[2] == "chars is '-5', not a whole number"
    assert "more fields" in whys[3]


def test_a_line_number_is_the_file_s_own_also_after_a_quoted_line_break() -> None:
    lines = ["asked_at,answered_at,chars,note\n", '10,20,5,"two\n', 'lines"\n', "x,20,5,\n"]
    assert [line for line, _ in read(lines).bad_lines] == [4]


@pytest.mark.parametrize("header", ["", "asked_at,answered_at\n", "10,20,5\n"])
def test_a_header_is_needed(header: str) -> None:
    with pytest.raises(CsvInvalid, match=r"missing: .*chars"):
        read([header, "10,20,5\n"])
