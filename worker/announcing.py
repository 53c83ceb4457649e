"""
Tell the database at the worker's start with which prompts it writes, so that a change is on record.

Never stands in the way of work: where the database cannot be reached it is told later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib.metadata import PackageNotFoundError, version

import structlog

from worker.database import Database
from worker.errors import DatabaseUnavailable, SchemaMismatch, WorkerError

_PAUSE_SECONDS = 30
log = structlog.get_logger()


async def announce(
    database: Database,
    worker_id: str,
    prompts_version: str,
    *,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Say it until it is heard, or refused."""
    while True:
        try:
            answer = await database.announce_worker(worker_id, prompts_version, own_version())
        except (DatabaseUnavailable, SchemaMismatch):
            await sleep(_PAUSE_SECONDS)
        except WorkerError as error:
            log.warning("not_announced", reason=str(error))
            return
        else:
            log.info("announced", prompts=prompts_version, outcome=answer["outcome"])
            return


def own_version() -> str:
    """Return the installed package's version, "unknown" where it runs from a folder."""
    try:
        return version("fanpace")
    except PackageNotFoundError:
        return "unknown"
