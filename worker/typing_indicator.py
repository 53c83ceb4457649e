"""
Show the fan that somebody is typing, while something really is on its way.

A courtesy: it is left out when the budget is short, and a failure costs nothing.
"""

from __future__ import annotations

import structlog

from worker.budget import BudgetedFanvue
from worker.errors import WorkerError
from worker.rows import Job

log = structlog.get_logger()


async def show_typing(fanvue: BudgetedFanvue, job: Job) -> None:
    """Ask Fanvue to show 'is typing' in the job's chat."""
    try:
        await fanvue.for_job(job, courtesy=True).calls.show_typing(
            job.creator["platform_uuid"], job.fan["platform_uuid"], True
        )
    except WorkerError as error:
        log.debug("typing not shown", reason=str(error))
