"""
Make the dev stack's keys, and swap opaque keys for tokens as Supabase's gateway does.

Everything is made at random for a run; nothing here is a key of any real project.
Rule of the swap: Supabase CLI 3.1.0, its gateway template.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import jwt
from starlette.types import ASGIApp, Receive, Scope, Send

ROLES = ("anon", "authenticated", "service_role", "jobs_worker", "webhook_ingest")
# Begins every secret that the stack makes up, so that one that turns up where it does not belong is
# recognised.
MARK = "planted-secret-"
TEN_YEARS_SECONDS = 10 * 365 * 24 * 3600


def mint(
    secret: str,
    role: str,
    *,
    issued_at: int,
    lifetime: int = TEN_YEARS_SECONDS,
    **claims: object,
) -> str:
    """Sign an HS256 token for `role`; times in seconds, `issued_at` since 1970."""
    if role not in ROLES:
        raise ValueError(f"no such role: {role} (one of {', '.join(ROLES)})")
    times = {"iat": issued_at, "exp": issued_at + lifetime}
    return jwt.encode(
        {"iss": "supabase-demo", "role": role, **times, **claims}, secret, algorithm="HS256"
    )


def planted() -> str:
    """Make up a secret."""
    return MARK + secrets.token_urlsafe()


@dataclass(frozen=True)
class Keys:
    """One project's keys: two opaque ones, and the tokens that they stand for."""

    jwt_secret: str = field(repr=False)
    publishable: str
    secret: str = field(repr=False)
    anon: str = field(repr=False)
    service_role: str = field(repr=False)

    def authorization(self, authorization: str | None, apikey: str | None) -> str | None:
        """Return the Authorization header that PostgREST gets to see, None for none."""
        if authorization and not authorization.startswith("Bearer sb_"):
            return authorization
        token = self.token(apikey)
        # Any other key is passed on as it came, without a scheme: PostgREST takes it for none.
        return apikey if token is None else f"Bearer {token}"

    def token(self, apikey: str | None) -> str | None:
        """Return the token that an opaque key stands for (Realtime's `apikey` as well)."""
        return {self.secret: self.service_role, self.publishable: self.anon}.get(apikey or "")


def make_keys(issued_at: int, random: Callable[[], str] = planted) -> Keys:
    """Make a project's keys; `random` returns at least 32 characters that cannot be guessed."""
    jwt_secret = random()
    return Keys(
        jwt_secret=jwt_secret,
        # No secret: it stands in every web page that uses it.
        publishable=f"sb_publishable_{random().removeprefix(MARK)}",
        secret=f"sb_secret_{random()}",
        anon=mint(jwt_secret, "anon", issued_at=issued_at),
        service_role=mint(jwt_secret, "service_role", issued_at=issued_at),
    )


class SwapKeys:
    """ASGI wrapper that puts the Authorization header in place before `app` sees a request."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = [(name.lower(), value) for name, value in scope["headers"]]
            given = {name: value.decode("latin-1") for name, value in headers}
            swapped = self._keys.authorization(given.get(b"authorization"), given.get(b"apikey"))
            kept = [pair for pair in headers if pair[0] != b"authorization"]
            added = [] if swapped is None else [(b"authorization", swapped.encode("latin-1"))]
            scope = {**scope, "headers": kept + added}
        await self._app(scope, receive, send)
