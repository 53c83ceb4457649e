"""
Decide when a failed attempt is tried again, and what is recorded of it.

Pure. Whether there is another attempt at all is the database's: it counts them.
"""

from __future__ import annotations

import random

from worker.errors import FanvueUncertain, Permanent, Retryable, WorkerError
from worker.rows import Json

_FIRST = 2.0
_MOST = 300.0


def delay_seconds(error: WorkerError, attempt: int, rng: random.Random) -> float:
    """
    Seconds until the next attempt: the server's word first, else back-off with full jitter.

    `attempt` counts from 1. Exponential from 2 s, at most 300 s, never under half of it.
    """
    if isinstance(error, Retryable) and error.retry_after is not None:
        # A little later than told: all that were told the same would come at once.
        return error.retry_after + rng.uniform(0, 1)
    ceiling = min(_MOST, _FIRST * 2 ** (attempt - 1))
    return rng.uniform(ceiling / 2, ceiling)


def describe(error: WorkerError, *, unsent: bool = False) -> Json:
    """
    Put an error into the words that are kept with the job: never a fan's text, never a key.

    `unsent`: the platform certainly did nothing with the bubble that was being sent.
    """
    return {
        "kind": type(error).__name__,
        "message": str(error)[:500],
        "permanent": isinstance(error, Permanent),
        "unsent": unsent and not isinstance(error, FanvueUncertain),
    }
