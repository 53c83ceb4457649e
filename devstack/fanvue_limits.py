"""Count calls against a token bucket for each creator, as Fanvue's rate limit does."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Budget:
    """What a call found: whether it may pass, and what its answer's headers say."""

    granted: bool
    headers: dict[str, str]


class TokenBuckets:
    """`limit` calls in `window` seconds for each key, refilled evenly."""

    def __init__(self, limit: int, window: float, now: Callable[[], datetime]) -> None:
        self.limit = limit
        self.window = window
        self._now = now
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> Budget:
        """Take one token, if there is one."""
        now = self._now().timestamp()
        rate = self.limit / self.window
        tokens, since = self._buckets.get(key, (float(self.limit), now))
        tokens = min(float(self.limit), tokens + (now - since) * rate)
        granted = tokens >= 1
        if granted:
            tokens -= 1
        self._buckets[key] = (tokens, now)
        headers = {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(int(tokens)),
            "X-RateLimit-Reset": str(math.ceil(now + (self.limit - tokens) / rate)),
        }
        if not granted:
            headers["Retry-After"] = str(max(1, math.ceil((1 - tokens) / rate)))
        return Budget(granted, headers)
