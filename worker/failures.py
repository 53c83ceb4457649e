"""
Put a failure into the words that are kept with its job.

Pure. Whether and when there is another attempt is the database's.
"""

from __future__ import annotations

from worker.errors import FanvueUncertain, Permanent, Retryable, WorkerError
from worker.rows import Json


def retry_after(error: WorkerError) -> float | None:
    """Return the seconds that the failing server asked for; None where it did not say."""
    return error.retry_after if isinstance(error, Retryable) else None


def describe(error: WorkerError, *, unsent: bool = False) -> Json:
    """
    Describe an error for those who look at its job: never a fan's text, never a key.

    `unsent`: the platform certainly did nothing with the bubble that was being sent.
    """
    return {
        "kind": type(error).__name__,
        "message": str(error)[:500],
        "permanent": isinstance(error, Permanent),
        "unsent": unsent and not isinstance(error, FanvueUncertain),
    }
