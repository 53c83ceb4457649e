"""Which minutes a line of a crontab names."""

from __future__ import annotations

from datetime import datetime

import pytest

from devstack.cron_line import matches


@pytest.mark.parametrize(
    ("line", "minute", "due"),
    [
        ("* * * * *", "2026-11-22 12:34", True),
        ("*/5 * * * *", "2026-11-22 12:35", True),
        ("*/5 * * * *", "2026-11-22 12:34", False),
        ("1-10/3 * * * *", "2026-11-22 12:07", True),
        ("1-10/3 * * * *", "2026-11-22 12:08", False),
        ("5/15 * * * *", "2026-11-22 12:50", True),
        ("0,30 8,20 * * *", "2026-11-22 20:30", True),
        ("0,30 8,20 * * *", "2026-11-22 19:30", False),
        ("0 0 1 jan *", "2026-01-01 00:00", True),
        ("0 0 1 jan *", "2026-02-01 00:00", False),
        ("0 0 $ * *", "2028-02-29 00:00", True),
        ("0 0 $ * *", "2028-02-28 00:00", False),
        ("0 0 * * 0", "2026-11-22 00:00", True),
        ("0 0 * * 7", "2026-11-22 00:00", True),
        ("0 0 * * mon-fri", "2026-11-22 00:00", False),
        ("0 0 * * mon-fri", "2026-11-23 00:00", True),
        # Both kinds of day named: either is enough.
        ("0 0 13 * fri", "2026-11-13 00:00", True),
        ("0 0 13 * fri", "2026-11-20 00:00", True),
        ("0 0 13 * fri", "2026-10-13 00:00", True),
        ("0 0 13 * fri", "2026-10-14 00:00", False),
    ],
)
def test_a_crontab_line_matches_its_minutes(line: str, minute: str, due: bool) -> None:
    assert matches(line, datetime.fromisoformat(minute)) is due


@pytest.mark.parametrize(
    "line", ["* * * *", "60 * * * *", "5-1 * * * *", "*/0 * * * *", "x * * * *"]
)
def test_a_crontab_line_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"not five|out of range|invalid literal"):
        matches(line, datetime(2026, 11, 22))
