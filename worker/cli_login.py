"""
`fanpace login`, `logout` and `whoami`: operators sign in with Supabase Auth.

With the secret key in SUPABASE_KEY nobody signs in: it may do everything anyway.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import click

from worker.cli_exit import fail, project_settings_or_exit
from worker.errors import SignInRefused, WorkerError
from worker.log import configure_logging
from worker.session_file import session_path
from worker.settings import ProjectSettings
from worker.signing_in import SignIn, is_publishable

Answer = TypeVar("Answer")


@click.command()
@click.option("--email", help="Asked for if it is left out.")
def login(email: str | None) -> None:
    """
    Sign in with e-mail and password.

    The password is asked for without being shown; where the input is no terminal, it is its
    first line.
    """
    settings = _settings()
    _refuse_secret_key(settings)
    email = email or click.prompt("E-mail", err=True)
    password = _password()
    try:
        session = _run(settings, lambda auth: auth.sign_in(email, password))
    except SignInRefused as error:
        fail(f"{error}: nobody was signed in")
    click.echo(f"signed in as {session.email}")


@click.command()
def logout() -> None:
    """End the session."""
    session = _run(_settings(), lambda auth: auth.sign_out())
    click.echo(f"signed out {session.email}" if session else "nobody was signed in")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def whoami(as_json: bool) -> None:
    """Say as whom the commands act."""
    settings = _settings()
    if not is_publishable(settings.supabase_key.get_secret_value()):
        told = {"url": settings.supabase_url, "user_id": None, "email": None}
        words = f"the key in SUPABASE_KEY, at {settings.supabase_url}: no person is asked for"
    else:
        session = _run(settings, lambda auth: auth.who())
        until = datetime.fromtimestamp(session.expires_at, UTC).isoformat()
        told = {
            "url": session.url, "user_id": session.user_id, "email": session.email,
            "token_until": until,
        }  # fmt: skip
        words = f"{session.email} ({session.user_id}), signed in at {session.url}"
    click.echo(json.dumps(told, indent=2) if as_json else words)


def _settings() -> ProjectSettings:
    settings = project_settings_or_exit()
    # Below its errors the HTTP client logs addresses, and nothing that a person asked for.
    configure_logging("error", settings.log_format)
    return settings


def _refuse_secret_key(settings: ProjectSettings) -> None:
    if not is_publishable(settings.supabase_key.get_secret_value()):
        fail(
            "SUPABASE_KEY is no publishable key, and with any other nobody signs in: put the "
            "project's publishable key (sb_publishable_...) there",
            code=2,
        )


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, err=True))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        fail("there is no password: type it in a terminal, or give it as the input's first line")
    return password


def _run(settings: ProjectSettings, question: Callable[[SignIn], Awaitable[Answer]]) -> Answer:
    auth = SignIn(
        settings.supabase_url,
        settings.supabase_key.get_secret_value(),
        session_path(settings.fanpace_session),
    )

    async def asked() -> Answer:
        return await question(auth)

    try:
        return asyncio.run(asked())
    except SignInRefused:
        raise
    except WorkerError as error:
        fail(str(error))
