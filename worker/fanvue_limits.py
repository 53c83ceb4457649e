"""
Read what Fanvue's answers say about its rate limit, and say where requests are counted.

Headers: Fanvue's documentation, authentication/rate-limits. What follows from them is
worker/budget.py's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from worker.retry_after import retry_after


@dataclass(frozen=True)
class RateReading:
    """
    What one answer says: how many requests are left, whether this one was one too many (429),
    and for how many seconds to stay away. None where it does not say.
    """

    remaining: int | None
    limited: bool
    wait_seconds: float | None


class Gate(Protocol):
    """Stands before every request; what it raises keeps the request from being made."""

    async def before_request(self) -> None: ...

    async def after_request(self, reading: RateReading) -> None: ...


def read_limits(status: int, headers: Mapping[str, str], now: datetime) -> RateReading:
    """Read one answer."""
    remaining = headers.get("X-RateLimit-Remaining", "")
    return RateReading(
        remaining=int(remaining) if remaining.isdecimal() else None,
        limited=status == 429,
        wait_seconds=retry_after(headers, now) if status == 429 else None,
    )
