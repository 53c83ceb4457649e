"""
Read from response headers how long a server asks us to wait.

Answers in seconds from now. Whether and how long to wait in fact is the caller's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A number above this is a moment (Unix time), a smaller one a span: no server asks for years.
_SMALLEST_MOMENT = 1_000_000_000
_SMALLEST_MOMENT_MS = 1_000_000_000_000


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """
    Return the seconds to wait, never negative, or None where the server does not say.

    Reads `retry-after-ms`, `retry-after` (seconds or an HTTP date) and `x-ratelimit-reset`, the
    most exact first. Fanvue does not document the unit of the last one, so seconds, Unix time in
    seconds or milliseconds, and dates are all understood.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return max(0.0, milliseconds / 1000)
    for name in ("retry-after", "x-ratelimit-reset"):
        value = headers.get(name)
        seconds = _seconds(value, now) if value else None
        if seconds is not None:
            return max(0.0, seconds)
    return None


def _seconds(value: str, now: datetime) -> float | None:
    number = _number(value)
    if number is not None:
        if number >= _SMALLEST_MOMENT_MS:
            return number / 1000 - now.timestamp()
        if number >= _SMALLEST_MOMENT:
            return number - now.timestamp()
        return number
    moment = _moment(value)
    return None if moment is None else (moment - now).total_seconds()


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _moment(value: str) -> datetime | None:
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = parse(value.strip())
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
