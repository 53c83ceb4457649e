"""
Build the clients of the database and of Fanvue as the worker's settings name them.

Apart from app.py, since a command that needs only these two should not import all that a worker is.
"""

from __future__ import annotations

from worker.database import Database
from worker.errors import NotConnected
from worker.fanvue import FanvueClient, TokenSource, static_token
from worker.oauth import OAuthClient
from worker.settings import Settings
from worker.token_source import ConnectionTokens


async def database_of(settings: Settings) -> Database:
    """Return the database under the worker's key; does not touch the network yet."""
    jwt = settings.supabase_jwt.get_secret_value() if settings.supabase_jwt else None
    return await Database.connect(
        settings.supabase_url, settings.supabase_key.get_secret_value(), jwt
    )


def oauth_of(settings: Settings) -> OAuthClient:
    """Return Fanvue's sign-in for the application of the settings."""
    secret = settings.fanvue_client_secret
    return OAuthClient(
        settings.fanvue_client_id,
        secret.get_secret_value() if secret else "",
        auth_url=settings.fanvue_auth_url,
    )


def tokens_of(settings: Settings, database: Database) -> TokenSource:
    """Return where tokens come from: FANVUE_TOKEN, or the creators who signed in."""
    if settings.fanvue_token is not None:
        return static_token(settings.fanvue_token.get_secret_value())
    return ConnectionTokens(database, oauth_of(settings), settings.worker_id)


def fanvue_of(settings: Settings, tokens: TokenSource) -> FanvueClient:
    """Return Fanvue under these tokens; does not touch the network yet."""
    return FanvueClient(
        tokens,
        base_url=settings.fanvue_base_url,
        path_prefix=settings.fanvue_path_prefix,
        api_version=settings.fanvue_api_version,
        account=settings.fanvue_account,
        timeout=settings.fanvue_timeout,
    )


async def check_fanvue(settings: Settings, database: Database, fanvue: FanvueClient) -> str:
    """Make the cheapest call that needs a good token; return the creator that it was made for."""
    if settings.fanvue_token is not None:
        await fanvue.check()
        return ""
    connected: list[str] = (await database.due_token_refreshes())["connected"]
    if not connected:
        raise NotConnected("no creator is connected to Fanvue: run fanpace connect")
    await fanvue.check(connected[0])
    return connected[0]
