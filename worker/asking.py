"""
Ask the project's database one question from a command, and end the command in words if it fails.

The operator's functions need the secret key: the worker's own role may call none of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from worker.cli_exit import fail, settings_or_exit
from worker.database import Database
from worker.errors import DatabaseUnavailable, RpcRejected, SettingsInvalid, WorkerError
from worker.log import configure_logging
from worker.settings import Settings, load_settings

Answer = TypeVar("Answer")


def ask(question: Callable[[Database], Awaitable[Answer]]) -> Answer:
    """Connect, ask, close; fail with a line that says what to do."""
    settings = settings_or_exit()
    configure_logging("error", settings.log_format)
    try:
        return asyncio.run(_asked(settings, question))
    except WorkerError as error:
        fail(f"{error}{_hint(error)}")


def ask_if_set_up(question: Callable[[Database], Awaitable[Answer]]) -> Answer | None:
    """Ask where settings name a database that can be reached; None where not."""
    try:
        settings = load_settings()
    except SettingsInvalid:
        return None
    configure_logging("error", settings.log_format)
    try:
        return asyncio.run(_asked(settings, question))
    except DatabaseUnavailable:
        return None
    except WorkerError as error:
        fail(f"{error}{_hint(error)}")


def _hint(error: WorkerError) -> str:
    if isinstance(error, RpcRejected) and error.code in ("42501", "PGRST301"):
        return "; this needs the secret key in SUPABASE_KEY"
    if isinstance(error, DatabaseUnavailable):
        return "; is SUPABASE_URL right? fanpace check tries every connection"
    return ""


async def _asked(settings: Settings, question: Callable[[Database], Awaitable[Answer]]) -> Answer:
    database = await Database.connect(
        settings.supabase_url, settings.supabase_key.get_secret_value()
    )
    try:
        return await question(database)
    finally:
        await database.close()
