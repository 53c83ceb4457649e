"""
Decide who may join which channel, as Supabase's Realtime server does.

The token says the role; the policies on realtime.messages, asked in the database under that
role, say the rest. Frames and delays are `realtime_socket.py`'s.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import psycopg

from devstack.realtime_frames import PREFIX

Claims = Mapping[str, Any]
ResolveToken = Callable[[str], Claims]
"""Take an opaque key or a JWT; return its claims, or raise with "Code: text" or a bare text."""

PROBE = "insert into realtime.messages (topic, extension) values (%s, %s) returning id"
BECOME = """
select
  set_config('role', %(role)s, true),
  set_config('realtime.topic', %(topic)s, true),
  set_config('request.jwt.claims', %(claims)s, true),
  set_config('request.jwt.claim.sub', %(sub)s, true),
  set_config('request.jwt.claim.role', %(role)s, true),
  set_config('request.headers', '{}', true)
"""


class RefusedError(Exception):
    """The server will not let this client join; the message is "Code: text"."""


class Gatekeeper:
    """
    Check tokens and joins.

    `dsn` is a superuser's, since the check takes on any role a token names. `clock` gives epoch
    seconds, as in a token's `exp`.
    """

    def __init__(
        self,
        dsn: str,
        resolve_token: ResolveToken,
        *,
        clock: Callable[[], float],
        joins_per_second: int,
    ) -> None:
        self._dsn = dsn
        self._resolve_token = resolve_token
        self._clock = clock
        self._joins_per_second = joins_per_second
        self._joins: deque[float] = deque()

    def claims(self, token: str) -> Claims:
        """Return a token's claims once they are known to be complete and in force."""
        try:
            claims = self._resolve_token(token)
        except Exception as exc:
            text = str(exc)
            coded = text.partition(": ")[0].isalnum() and ": " in text
            raise RefusedError(text if coded else f"InvalidJWTToken: {text}") from exc
        if not {"role", "exp"} <= claims.keys():
            raise RefusedError("InvalidJWTToken: Fields `role` and `exp` are required in JWT")
        if self.seconds_left(claims) <= 0:
            raise RefusedError(f"InvalidJWTToken: {self.expiry_message(claims)}")
        return claims

    def seconds_left(self, claims: Claims) -> float:
        return float(claims["exp"]) - self._clock()

    def expiry_message(self, claims: Claims) -> str:
        return f"Token has expired {max(0, int(-self.seconds_left(claims)))} seconds ago"

    def count_join(self) -> None:
        """Refuse a join above the project's joins a second."""
        now = self._clock()
        while self._joins and self._joins[0] <= now - 1:
            self._joins.popleft()
        if len(self._joins) >= self._joins_per_second:
            raise RefusedError("ClientJoinRateLimitReached: Too many joins per second")
        self._joins.append(now)

    async def admit(self, topic: str, claims: Claims, *, presence: bool) -> None:
        """Let the role join the private channel if a policy shows it a row of that topic."""
        name = topic.removeprefix(PREFIX)
        try:
            visible = await self._sees_a_probe(name, claims, presence=presence)
        except psycopg.errors.InsufficientPrivilege:
            visible = False
        except psycopg.Error as exc:
            raise RefusedError("UnknownErrorOnChannel: Unknown Error on Channel") from exc
        if not visible:
            raise RefusedError(
                "Unauthorized: You do not have permissions to read from this Channel topic: " + name
            )

    async def _sees_a_probe(self, name: str, claims: Claims, *, presence: bool) -> bool:
        extensions = ["broadcast", "presence"] if presence else ["broadcast"]
        settings = {
            "role": str(claims["role"]),
            "topic": name,
            "claims": json.dumps(dict(claims)),
            "sub": str(claims.get("sub", "")),
        }
        async with await psycopg.AsyncConnection.connect(self._dsn) as connection:
            ids = []
            for extension in extensions:
                cursor = await connection.execute(PROBE, [name, extension])
                ids += [row[0] for row in await cursor.fetchall()]
            await connection.execute(BECOME, settings)
            cursor = await connection.execute(
                "select id from realtime.messages where id = any(%s)", [ids]
            )
            visible = await cursor.fetchone() is not None
            # The probe rows were never meant to stay.
            await connection.rollback()
        return visible
