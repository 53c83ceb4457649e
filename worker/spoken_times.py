"""
Say moments and spans of time as a person would: "14:03:10", "83 s", "6 h 7 min".

Moments are ISO texts with an offset, as the database tells them.
"""

from __future__ import annotations

from datetime import datetime

from worker.rows import Json


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def between(earlier: str | None, later: str | None) -> float:
    if earlier is None or later is None:
        return 0
    return (moment(later) - moment(earlier)).total_seconds()


def clock(facts: Json, at: str) -> str:
    """The local time; with the day where that is not the day of the question."""
    told = moment(at)
    same_day = told.date() == moment(facts["server_time"]).date()
    return told.strftime("%H:%M:%S" if same_day else "%a %d %b %H:%M:%S")


def span(seconds: float) -> str:
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    if seconds < 119.5:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"
