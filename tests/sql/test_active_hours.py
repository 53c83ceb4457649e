"""When somebody is awake: windows, weekdays, midnight, and clocks that change. Pure functions."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.project import Project

WEEK = {"weekday": ["09:00", "23:30"], "weekend": ["10:00", "01:00"]}
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def daily(opens: str, closes: str) -> dict[str, Any]:
    return {"shifts": [{"days": EVERY_DAY, "from": opens, "to": closes}]}


def local(zone: str, *parts: int, fold: int = 0) -> datetime:
    """A moment as a local clock shows it; `fold` 1 is the second time that it does."""
    return datetime(*parts, tzinfo=ZoneInfo(zone), fold=fold)  # type: ignore[misc, arg-type]


def is_active(project: Project, hours: Any, zone: str, at: datetime) -> bool:
    query = "select private.is_active(%s, %s, %s)"
    return bool(project.value(query, json.dumps(hours) if hours is not None else None, zone, at))


def next_active(project: Project, hours: Any, zone: str, at: datetime) -> datetime:
    query = "select private.next_active(%s, %s, %s)"
    found = project.value(query, json.dumps(hours) if hours is not None else None, zone, at)
    assert isinstance(found, datetime)
    return found.astimezone(UTC)


@pytest.mark.parametrize("hours", [None, {}])
def test_without_hours_somebody_is_always_awake(project: Project, hours: Any) -> None:
    at = local("Europe/Berlin", 2026, 11, 23, 3)
    assert is_active(project, hours, "Europe/Berlin", at)
    assert next_active(project, hours, "Europe/Berlin", at) == at


@pytest.mark.parametrize(
    ("at", "awake"),
    [
        # 20 November 2026 is a Friday.
        ((2026, 11, 20, 8, 59, 59), False),
        ((2026, 11, 20, 9, 0), True),
        ((2026, 11, 20, 23, 29, 59), True),
        ((2026, 11, 20, 23, 30), False),
        ((2026, 11, 21, 0, 30), False),  # Friday's night is a weekday's
        ((2026, 11, 21, 9, 30), False),
        ((2026, 11, 21, 10, 0), True),
        ((2026, 11, 22, 0, 59, 59), True),  # Saturday's window
        ((2026, 11, 22, 1, 0), False),
        ((2026, 11, 23, 0, 30), True),  # Sunday's window reaches into Monday
        ((2026, 11, 23, 1, 0), False),
        ((2026, 11, 23, 9, 0), True),
    ],
)
def test_weekdays_and_weekends_have_their_own_edges(
    project: Project, at: tuple[int, ...], awake: bool
) -> None:
    zone = "America/New_York"
    assert is_active(project, WEEK, zone, local(zone, *at)) is awake


def test_days_without_a_window_are_slept_through(project: Project) -> None:
    zone = "Europe/Berlin"
    hours = {"weekday": ["09:00", "18:00"]}
    friday_evening = local(zone, 2026, 11, 20, 18, 30)
    assert next_active(project, hours, zone, friday_evening) == local(zone, 2026, 11, 23, 9)
    only_wednesdays = {"shifts": [{"days": ["wed"], "from": "10:00", "to": "11:00"}]}
    thursday = local(zone, 2026, 11, 19, 12)
    assert next_active(project, only_wednesdays, zone, thursday) == local(zone, 2026, 11, 25, 10)


def test_shifts_of_several_people_join_with_each_other_and_with_the_hours(
    project: Project,
) -> None:
    zone = "Europe/Berlin"
    hours = {
        "weekday": ["09:00", "14:00"],
        "shifts": [
            {"name": "Ana", "days": ["weekday"], "from": "14:00", "to": "22:00"},
            {"name": "Bo", "days": ["fri", "sat"], "from": "21:00", "to": "04:00"},
        ],
    }
    row = project.row(
        "select * from private.waking_time(%s, %s, %s)",
        json.dumps(hours), zone, local(zone, 2026, 11, 20, 12),
    )  # fmt: skip
    assert row["opens_at"] == local(zone, 2026, 11, 20, 9)
    assert row["closes_at"] == local(zone, 2026, 11, 21, 4)
    assert row["closed_at"] == local(zone, 2026, 11, 19, 22)


def test_a_whole_day_may_be_said(project: Project) -> None:
    hours = {"weekday": ["00:00", "24:00"], "weekend": ["00:00", "24:00"]}
    at = local("UTC", 2026, 11, 21, 23, 59, 59)
    assert next_active(project, hours, "UTC", at) == at
    assert is_active(project, hours, "UTC", local("UTC", 2026, 11, 22, 0))


CHANGES = [
    # zone, spring day, the skipped time's begin and end, autumn day, a time shown twice
    ("Europe/Berlin", (2026, 3, 29), "02:00", "03:00", (2026, 10, 25), "02:30"),
    ("America/New_York", (2026, 3, 8), "02:00", "03:00", (2026, 11, 1), "01:30"),
    ("Australia/Lord_Howe", (2026, 10, 4), "02:00", "02:30", (2026, 4, 5), "01:45"),
]


def clock(text: str) -> tuple[int, int]:
    hour, minute = text.split(":")
    return int(hour), int(minute)


@pytest.mark.parametrize(("zone", "day", "skipped", "jump", "_", "__"), CHANGES)
def test_a_window_that_begins_in_the_skipped_hour_begins_when_the_clocks_jump(
    project: Project, zone: str, day: tuple[int, ...], skipped: str, jump: str, _: Any, __: Any
) -> None:
    inside = skipped[:3] + "15"
    jumps_at = local(zone, *day, *clock(jump))
    for opens in (skipped, inside):
        midnight = local(zone, *day, 0)
        assert next_active(project, daily(opens, "09:00"), zone, midnight) == jumps_at
        before = jumps_at.astimezone(UTC) - timedelta(seconds=1)
        assert not is_active(project, daily(opens, "09:00"), zone, before)
    # The control: the day before it begins as written.
    usual = local(zone, *day) - timedelta(days=1)
    assert next_active(project, daily(inside, "09:00"), zone, usual) == usual.replace(
        hour=2, minute=15
    )


@pytest.mark.parametrize(("zone", "day", "skipped", "jump", "_", "__"), CHANGES)
def test_a_window_that_ends_in_the_skipped_hour_ends_when_the_clocks_jump(
    project: Project, zone: str, day: tuple[int, ...], skipped: str, jump: str, _: Any, __: Any
) -> None:
    hours = daily("20:00", skipped[:3] + "15")
    jumps_at = local(zone, *day, *clock(jump)).astimezone(UTC)
    assert is_active(project, hours, zone, jumps_at - timedelta(seconds=1))
    assert not is_active(project, hours, zone, jumps_at)


@pytest.mark.parametrize(("zone", "day", "skipped", "jump", "_", "__"), CHANGES)
def test_a_window_inside_the_skipped_hour_does_not_take_place(
    project: Project, zone: str, day: tuple[int, ...], skipped: str, jump: str, _: Any, __: Any
) -> None:
    hours = daily(skipped[:3] + "05", skipped[:3] + "20")
    after = local(zone, *day) + timedelta(days=1)
    assert next_active(project, hours, zone, local(zone, *day)) == after.replace(hour=2, minute=5)


@pytest.mark.parametrize(("zone", "_", "__", "___", "day", "twice"), CHANGES)
def test_a_window_opens_at_the_first_and_closes_at_the_second_of_two_same_times(
    project: Project, zone: str, _: Any, __: Any, ___: Any, day: tuple[int, ...], twice: str
) -> None:
    first = local(zone, *day, *clock(twice)).astimezone(UTC)
    second = local(zone, *day, *clock(twice), fold=1).astimezone(UTC)
    assert second > first
    hours = daily(twice, "09:00")
    assert next_active(project, hours, zone, local(zone, *day)) == first
    assert is_active(project, hours, zone, second - timedelta(minutes=1))
    closing = daily("20:00", twice)
    assert is_active(project, closing, zone, second - timedelta(seconds=1))
    assert not is_active(project, closing, zone, second)


@pytest.mark.parametrize(("zone", "spring", "_", "__", "autumn", "___"), CHANGES)
def test_nine_o_clock_is_nine_o_clock_on_the_day_of_the_change_too(
    project: Project, zone: str, spring: tuple[int, ...], _: Any, __: Any,
    autumn: tuple[int, ...], ___: Any,
) -> None:  # fmt: skip
    for day in (spring, autumn):
        found = next_active(project, WEEK, zone, local(zone, *day, 4))
        assert found == local(zone, *day, 10), "the clocks change on Sundays"


times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@st.composite
def any_hours(draw: st.DrawFn) -> dict[str, Any]:
    window = st.tuples(times, times).filter(lambda pair: pair[0] != pair[1]).map(list)
    hours: dict[str, Any] = draw(
        st.fixed_dictionaries({}, optional={"weekday": window, "weekend": window})
    )
    days = st.lists(st.sampled_from([*EVERY_DAY, "weekday", "weekend"]), min_size=1, max_size=3)
    shifts = draw(st.lists(st.tuples(days, window), max_size=2, min_size=0 if hours else 1))
    if shifts:
        hours["shifts"] = [
            {"days": days, "from": window[0], "to": window[1]} for days, window in shifts
        ]
    return hours


around_changes = st.one_of(
    st.sampled_from([
        (zone, local(zone, *day)) for zone, spring, _, _, autumn, _ in CHANGES
        for day in (spring, autumn)
    ]),
    st.tuples(
        st.sampled_from([zone for zone, *_ in CHANGES] + ["Asia/Kathmandu", "Pacific/Apia"]),
        st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    ),
)  # fmt: skip


@given(hours=any_hours(), place=around_changes, offset=st.integers(-36 * 3600, 36 * 3600))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_next_waking_moment_is_the_first_one(
    project: Project, hours: dict[str, Any], place: tuple[str, datetime], offset: int
) -> None:
    zone, day = place
    at = day.astimezone(UTC) + timedelta(seconds=offset)
    assert project.value("select private.check_active_hours(%s)", json.dumps(hours))
    found = next_active(project, hours, zone, at)
    assert found >= at
    assert is_active(project, hours, zone, found)
    assert (found == at) == is_active(project, hours, zone, at)
    if found > at:
        between = project.rows(
            "select moment from generate_series(%s::timestamptz, %s::timestamptz - interval '1 s',"
            " greatest(%s::timestamptz - %s, interval '1 s') / 40) as moment"
            " where private.is_active(%s, %s, moment)",
            at, found, found, at, json.dumps(hours), zone,
        )  # fmt: skip
        assert between == []
        assert not is_active(project, hours, zone, found - timedelta(milliseconds=1))
