"""
Build the clients of the database and of Fanvue as the worker's settings name them.

Apart from app.py, since a command that needs only these two should not import all that a worker is.
"""

from __future__ import annotations

from worker.database import Database
from worker.fanvue import FanvueClient, static_token
from worker.settings import Settings


async def database_of(settings: Settings) -> Database:
    """Return the database under the worker's key; does not touch the network yet."""
    jwt = settings.supabase_jwt.get_secret_value() if settings.supabase_jwt else None
    return await Database.connect(
        settings.supabase_url, settings.supabase_key.get_secret_value(), jwt
    )


def fanvue_of(settings: Settings) -> FanvueClient:
    """Return Fanvue under the worker's token; does not touch the network yet."""
    return FanvueClient(
        static_token(settings.fanvue_token.get_secret_value()),
        base_url=settings.fanvue_base_url,
        path_prefix=settings.fanvue_path_prefix,
        api_version=settings.fanvue_api_version,
        account=settings.fanvue_account,
        timeout=settings.fanvue_timeout,
    )
