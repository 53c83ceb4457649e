"""
Sign an operator in and out with Supabase Auth, and keep their session fresh.

Passwords and tokens go to Supabase's server and nowhere else: no error here quotes one. Where the
session is kept is worker/session_file.py's.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from pydantic import ValidationError
from supabase_auth import AsyncGoTrueClient
from supabase_auth.errors import AuthApiError, AuthError, AuthRetryableError
from supabase_auth.types import AuthResponse

from worker.errors import AuthUnavailable, NotSignedIn, SignInRefused
from worker.session_file import Session, load_session, locked, remove_session, save_session

# A token that ends sooner is renewed first: the call that it is for must not outlive it.
MARGIN_SECONDS = 60


def is_publishable(key: str) -> bool:
    """Whether this key only opens the door, so that a person has to sign in."""
    if key.startswith("sb_"):
        return key.startswith("sb_publishable_")
    # A project's older keys are tokens; nothing depends on it but which words are shown.
    try:
        body = key.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return bool(claims["role"] == "anon")
    except (IndexError, ValueError, KeyError, TypeError):
        return False


class SignIn:
    """One project's Supabase Auth, and the session in a file."""

    def __init__(
        self, url: str, key: str, path: Path, clock: Callable[[], float] = time.time
    ) -> None:
        self._url, self._key, self._path, self._clock = url, key, path, clock

    async def sign_in(self, email: str, password: str) -> Session:
        """Begin a session; raise SignInRefused for a wrong password."""
        async with self._auth() as auth:
            answer = await auth.sign_in_with_password({"email": email, "password": password})
        session = self._session(answer)
        with locked(self._path):
            save_session(self._path, session)
        return session

    async def sign_out(self) -> Session | None:
        """End the session here and, if the server can be reached, there; return what it was."""
        session = load_session(self._path)
        if session is None:
            return None
        try:
            if session.url == self._url:
                async with self._auth() as auth:
                    await auth.admin.sign_out(session.access_token, "local")
        except SignInRefused:
            # It had ended there before.
            pass
        finally:
            remove_session(self._path)
        return session

    async def who(self) -> Session:
        """Ask the server who is signed in; raise NotSignedIn."""
        await self.token()
        session = self._present()
        try:
            async with self._auth() as auth:
                await auth.get_user(session.access_token)
        except SignInRefused as exc:
            raise NotSignedIn(f"the session has ended ({exc}): run fanpace login") from exc
        return session

    async def token(self) -> str:
        """Return an access token that is good for a call now; raise NotSignedIn."""
        session = self._present()
        if not self._is_ending(session):
            return session.access_token
        # Waiting for the lock must not stop this process's other work.
        return await asyncio.to_thread(self._renewed)

    def _renewed(self) -> str:
        with locked(self._path):
            session = self._present()
            if self._is_ending(session):
                session = asyncio.run(self._renew(session))
                save_session(self._path, session)
        return session.access_token

    async def _renew(self, session: Session) -> Session:
        try:
            async with self._auth() as auth:
                answer = await auth.refresh_session(session.refresh_token)
        except SignInRefused as exc:
            raise NotSignedIn(f"the session has ended ({exc}): run fanpace login") from exc
        return self._session(answer)

    def _present(self) -> Session:
        session = load_session(self._path)
        if session is None:
            raise NotSignedIn(
                "nobody is signed in, and SUPABASE_KEY is a publishable key: run fanpace login"
            )
        if session.url != self._url:
            raise NotSignedIn(
                f"the session is for {session.url}, and SUPABASE_URL is {self._url}: "
                "run fanpace login"
            )
        return session

    def _is_ending(self, session: Session) -> bool:
        return session.expires_at - MARGIN_SECONDS <= self._clock()

    def _session(self, answer: AuthResponse) -> Session:
        given = answer.session
        if given is None:
            raise SignInRefused("Supabase Auth began no session")
        return Session(
            self._url, given.user.id, given.user.email or "", given.access_token,
            given.refresh_token, given.expires_at or int(self._clock()) + given.expires_in,
        )  # fmt: skip

    @asynccontextmanager
    async def _auth(self) -> AsyncIterator[AsyncGoTrueClient]:
        """Open a client that keeps nothing, and translate what goes wrong with it."""
        client = AsyncGoTrueClient(
            url=f"{self._url}/auth/v1", headers={"apikey": self._key},
            auto_refresh_token=False, persist_session=False,
            http_client=httpx.AsyncClient(timeout=20),
        )  # fmt: skip
        try:
            async with client:
                yield client
        except AuthRetryableError as exc:
            raise AuthUnavailable("Supabase Auth cannot be reached or is too busy") from exc
        except AuthApiError as exc:
            if exc.status >= 500 or exc.status == 429:
                raise AuthUnavailable(f"Supabase Auth: {exc.message}") from exc
            raise SignInRefused(exc.message) from exc
        except AuthError as exc:
            raise AuthUnavailable(f"Supabase Auth answered with {type(exc).__name__}") from exc
        except ValidationError:
            # Not chained: it would quote the answer, and that may hold tokens.
            raise AuthUnavailable(
                "Supabase Auth answered with something else than a session"
            ) from None
