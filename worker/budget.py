"""
Ask for a share of Fanvue's request budget, which all workers have in common.

The budget is counted in the database: Fanvue's limit is per creator, not per worker.
"""

from __future__ import annotations

from worker.database import Database
from worker.errors import BudgetSpent
from worker.rows import Job


async def take_budget(database: Database, job: Job, requests: int) -> None:
    """Take `requests` from the creator's budget, or raise BudgetSpent with the time to wait."""
    budget = await database.take_rate_tokens(job.creator["id"], requests)
    if not budget["granted"]:
        raise BudgetSpent("Fanvue's budget is used up", retry_after=budget["wait_seconds"])
