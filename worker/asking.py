"""
Ask the project's database one question from a command, and end the command in words if it fails.

With the secret key in SUPABASE_KEY it is the project's owner who asks; with the publishable key it
is whoever signed in with `fanpace login`. The worker's own role may call no operator's function.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from worker.cli_exit import fail, project_settings_or_exit
from worker.database import Database
from worker.errors import (
    AuthUnavailable,
    DatabaseUnavailable,
    NotSignedIn,
    RpcRejected,
    SettingsInvalid,
    WorkerError,
)
from worker.log import configure_logging
from worker.session_file import session_path
from worker.settings import ProjectSettings, load_project_settings
from worker.signing_in import SignIn, is_publishable

Answer = TypeVar("Answer")

# "Permission denied", and what PostgREST says of a token that it does not take or that has ended.
_DENIED, _BAD_TOKEN = "42501", ("PGRST301", "PGRST302", "PGRST303")


def ask(question: Callable[[Database], Awaitable[Answer]]) -> Answer:
    """Connect, ask, close; fail with a line that says what to do."""
    settings = project_settings_or_exit()
    configure_logging("error", settings.log_format)
    try:
        return asyncio.run(_asked(settings, question))
    except WorkerError as error:
        fail(f"{error}{_hint(error, settings)}")


def ask_if_set_up(question: Callable[[Database], Awaitable[Answer]]) -> Answer | None:
    """Ask where settings name a database that can be reached; None where not."""
    try:
        settings = load_project_settings()
    except SettingsInvalid:
        return None
    configure_logging("error", settings.log_format)
    try:
        return asyncio.run(_asked(settings, question))
    except (DatabaseUnavailable, AuthUnavailable, NotSignedIn):
        return None
    except WorkerError as error:
        fail(f"{error}{_hint(error, settings)}")


async def connect(settings: ProjectSettings) -> Database:
    """Return the database as whoever runs the command may ask it; the caller closes it."""
    key = settings.supabase_key.get_secret_value()
    if not is_publishable(key):
        return await Database.connect(settings.supabase_url, key)
    auth = SignIn(settings.supabase_url, key, session_path(settings.fanpace_session))
    return await Database.connect(settings.supabase_url, key, token=auth.token)


def _hint(error: WorkerError, settings: ProjectSettings) -> str:
    is_signed_in = is_publishable(settings.supabase_key.get_secret_value())
    if isinstance(error, RpcRejected) and error.code in (_DENIED, *_BAD_TOKEN):
        if not is_signed_in:
            return "; this needs the secret key in SUPABASE_KEY"
        if error.code in _BAD_TOKEN:
            return "; run fanpace login"
        return "; this needs the secret key in SUPABASE_KEY, signed-in operators may not do it"
    if isinstance(error, RpcRejected) and error.code == "PT403":
        return "; ask whoever set fanpace up to make you a member of the creator"
    if isinstance(error, DatabaseUnavailable | AuthUnavailable):
        return "; is SUPABASE_URL right? fanpace check tries every connection"
    return ""


async def _asked(
    settings: ProjectSettings, question: Callable[[Database], Awaitable[Answer]]
) -> Answer:
    database = await connect(settings)
    try:
        return await question(database)
    finally:
        await database.close()
