"""
Stand in for Supabase Auth: /auth/v1 with passwords, refresh tokens that work once, and sign-out.

Only what operators and their tests need. Users are rows in auth.users, tokens are HS256 under the
project's secret, so that PostgREST's stand-in takes them. Stricter than the real one in one thing:
a refresh token that is used twice ends its session at once, where Supabase Auth lets ten seconds
pass. Routes, fields and error codes are those that supabase_auth reads, and tests/contract holds it
to that client; the two forms of an error are those of supabase/auth, internal/api/errors.go.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt
import psycopg
from psycopg.rows import DictRow, dict_row
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from devstack.keys import mint

API_VERSION = "2024-01-01"
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}
_USER = "id, email, created_at, devstack_password_hash"
_WRONG = (400, "invalid_credentials", "Invalid login credentials")
Connection = psycopg.AsyncConnection[DictRow]


class Refused(HTTPException):
    """An answer of Supabase Auth that is no success."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(status, message)
        self.code = code


def auth_app(
    dsn: str,
    jwt_secret: str,
    *,
    lifetime: int = 3600,
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """Build the app. `dsn` has to own schema auth; access tokens last for `lifetime` seconds."""
    auth = _Auth(dsn, jwt_secret, lifetime, clock)
    return Starlette(
        routes=[
            Route("/token", auth.token, methods=["POST"]),
            Route("/user", auth.user, methods=["GET"]),
            Route("/logout", auth.logout, methods=["POST"]),
            Route("/admin/users", auth.create_user, methods=["POST"]),
        ],
        exception_handlers={Refused: _refused},
    )


def hash_password(password: str) -> str:
    salt = secrets.token_bytes(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, **_SCRYPT)
    return f"{salt.hex()}:{digest.hex()}"


def is_password(password: str, hashed: str | None) -> bool:
    """Whether this is the password; as slow where there is no such user."""
    salt, _, digest = (hashed or f"{'00' * 16}:{'00' * 64}").partition(":")
    found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **_SCRYPT)
    return hmac.compare_digest(found, bytes.fromhex(digest)) and hashed is not None


@dataclass(frozen=True)
class _Auth:
    dsn: str
    jwt_secret: str
    lifetime: int
    clock: Callable[[], float]

    async def token(self, request: Request) -> Response:
        self._claims(request)
        body = await _body(request)
        async with await self._connect() as connection:
            match request.query_params.get("grant_type"):
                case "password":
                    session, user = await self._by_password(connection, body)
                case "refresh_token":
                    session, user = await self._by_refresh_token(connection, body)
                case other:
                    raise Refused(400, "validation_failed", f"unsupported grant_type: {other}")
            refresh_token = secrets.token_urlsafe(12)
            await connection.execute(
                "insert into auth.refresh_tokens (token, session_id) values (%s, %s)",
                [refresh_token, session],
            )
        issued_at = int(self.clock())
        access_token = mint(
            self.jwt_secret, "authenticated", issued_at=issued_at, lifetime=self.lifetime,
            iss=str(request.base_url).rstrip("/"), sub=str(user["id"]), aud="authenticated",
            email=user["email"], session_id=str(session), aal="aal1", is_anonymous=False,
        )  # fmt: skip
        return _answer(
            {
                "access_token": access_token,
                "token_type": "bearer",
                "expires_in": self.lifetime,
                "expires_at": issued_at + self.lifetime,
                "refresh_token": refresh_token,
                "user": _shown(user),
            }
        )

    async def user(self, request: Request) -> Response:
        claims = self._claims(request, role="authenticated")
        async with await self._connect() as connection:
            return _answer(_shown(await _user_of(connection, claims)))

    async def logout(self, request: Request) -> Response:
        claims = self._claims(request, role="authenticated")
        async with await self._connect() as connection:
            user = await _user_of(connection, claims)
            if request.query_params.get("scope", "global") == "local":
                await connection.execute(
                    "delete from auth.sessions where id = %s", [claims["session_id"]]
                )
            else:
                await connection.execute(
                    "delete from auth.sessions where user_id = %s", [user["id"]]
                )
        return Response(status_code=204, headers={"X-Supabase-Api-Version": API_VERSION})

    async def create_user(self, request: Request) -> Response:
        self._claims(request, role="service_role")
        body = await _body(request)
        email, password = str(body.get("email", "")).lower(), str(body.get("password", ""))
        if "@" not in email or len(password) < 6:
            raise Refused(422, "validation_failed", "an e-mail and a password of 6 are needed")
        async with await self._connect() as connection:
            found = await connection.execute(
                "insert into auth.users (email, devstack_password_hash) values (%s, %s)"
                f" on conflict (email) do nothing returning {_USER}",
                [email, hash_password(password)],
            )
            user = await found.fetchone()
        if user is None:
            raise Refused(
                422, "email_exists",
                "A user with this email address has already been registered",
            )  # fmt: skip
        return _answer(_shown(user))

    async def _by_password(
        self, connection: Connection, body: dict[str, Any]
    ) -> tuple[uuid.UUID, DictRow]:
        found = await connection.execute(
            f"select {_USER} from auth.users where email = lower(%s)", [str(body.get("email"))]
        )
        user = await found.fetchone()
        hashed = user["devstack_password_hash"] if user else None
        if not is_password(str(body.get("password")), hashed) or user is None:
            raise Refused(*_WRONG)
        begun = await connection.execute(
            "insert into auth.sessions (user_id) values (%s) returning id", [user["id"]]
        )
        row = await begun.fetchone()
        assert row is not None
        return row["id"], user

    async def _by_refresh_token(
        self, connection: Connection, body: dict[str, Any]
    ) -> tuple[uuid.UUID, DictRow]:
        token = str(body.get("refresh_token"))
        used = await connection.execute(
            "update auth.refresh_tokens set revoked = true where token = %s and not revoked"
            " returning session_id",
            [token],
        )
        row = await used.fetchone()
        if row is not None:
            found = await connection.execute(
                f"select {_USER} from auth.users where id ="
                " (select user_id from auth.sessions where id = %s)",
                [row["session_id"]],
            )
            user = await found.fetchone()
            assert user is not None
            return row["session_id"], user
        stolen = await connection.execute(
            "delete from auth.sessions where id ="
            " (select session_id from auth.refresh_tokens where token = %s)",
            [token],
        )
        await connection.commit()
        if stolen.rowcount:
            raise Refused(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used")
        raise Refused(
            400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found"
        )

    def _claims(self, request: Request, role: str | None = None) -> dict[str, Any]:
        """Return the claims of the request's token: the user's, or that of the project's key."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer":
            raise Refused(401, "no_authorization", "This endpoint requires a valid API key")
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self.jwt_secret, algorithms=["HS256"], options={"verify_aud": False}
            )
        except jwt.InvalidTokenError as error:
            raise Refused(403, "bad_jwt", f"invalid JWT: {error}") from error
        if role is not None and claims.get("role") != role:
            raise Refused(403, "not_admin" if role == "service_role" else "bad_jwt", "not allowed")
        return claims

    async def _connect(self) -> Connection:
        return await psycopg.AsyncConnection.connect(self.dsn, row_factory=dict_row)


async def _user_of(connection: Connection, claims: dict[str, Any]) -> DictRow:
    found = await connection.execute(
        f"select {_USER} from auth.users where id ="
        " (select user_id from auth.sessions where id = %s)",
        [claims.get("session_id")],
    )
    user = await found.fetchone()
    if user is None:
        raise Refused(
            403, "session_not_found", "Session from session_id claim in JWT does not exist"
        )
    return user


async def _body(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise Refused(400, "bad_json", "Could not parse request body as JSON") from error
    return body if isinstance(body, dict) else {}


def _shown(user: DictRow) -> dict[str, Any]:
    at = user["created_at"].astimezone(UTC).isoformat()
    return {
        "id": str(user["id"]),
        "aud": "authenticated",
        "role": "authenticated",
        "email": user["email"],
        "email_confirmed_at": at,
        "app_metadata": {"provider": "email", "providers": ["email"]},
        "user_metadata": {},
        "identities": [],
        "created_at": at,
        "updated_at": datetime.now(UTC).isoformat(),
        "is_anonymous": False,
    }


def _answer(body: dict[str, Any]) -> Response:
    return JSONResponse(body, headers={"X-Supabase-Api-Version": API_VERSION})


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    # What a client gets depends on the version that it asked for.
    if request.headers.get("x-supabase-api-version") == API_VERSION:
        body: dict[str, Any] = {"code": error.code, "message": error.detail}
    else:
        body = {"code": error.status_code, "error_code": error.code, "msg": error.detail}
    return JSONResponse(body, error.status_code, headers={"X-Supabase-Api-Version": API_VERSION})
