"""
Say whether a line of a crontab matches a minute.

Five fields of numbers, ranges, steps, lists and English names, `$` for a month's last day. The
seconds that pg_cron also knows are `cron.py`'s.
"""

from __future__ import annotations

from datetime import datetime, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
MINUTE, HOUR, DAY, MONTH, WEEKDAY = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def matches(line: str, minute: datetime) -> bool:
    """Tell whether `line` is due in `minute`. Raises ValueError for a line that is none."""
    fields = line.lower().split()
    if len(fields) != 5:
        raise ValueError(f"not five fields: {line!r}")
    days = _numbers(fields[2].replace("$", str(_last_day(minute))), DAY)
    # Sunday is 0 and 7.
    weekdays = {
        day % 7 for day in _numbers(fields[4], WEEKDAY, dict(zip(DAYS, range(7), strict=True)))
    }
    on_day = minute.day in days
    on_weekday = minute.isoweekday() % 7 in weekdays
    # When both name days, either is enough; `*` names none. So it is with every cron.
    both = not fields[2].startswith("*") and not fields[4].startswith("*")
    return (
        minute.minute in _numbers(fields[0], MINUTE)
        and minute.hour in _numbers(fields[1], HOUR)
        and minute.month in _numbers(fields[3], MONTH, dict(zip(MONTHS, range(1, 13), strict=True)))
        and ((on_day or on_weekday) if both else (on_day and on_weekday))
    )


def _numbers(field: str, bounds: tuple[int, int], names: dict[str, int] | None = None) -> set[int]:
    found: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        if span == "*":
            low, high = bounds
        else:
            low = _number(first, names)
            # `5/15` is every fifteen from five on, as pg_cron reads it too.
            high = _number(last, names) if last else bounds[1] if step else low
        if not bounds[0] <= low <= high <= bounds[1] or (step and int(step) < 1):
            raise ValueError(f"out of range: {part!r}")
        found.update(range(low, high + 1, int(step or 1)))
    return found


def _number(text: str, names: dict[str, int] | None) -> int:
    return names[text] if names and text in names else int(text)


def _last_day(minute: datetime) -> int:
    next_month = minute.replace(day=28) + timedelta(days=4)
    return (next_month - timedelta(days=next_month.day)).day
