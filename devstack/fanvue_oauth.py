"""
Stand in for Fanvue's sign-in: an authorization page that agrees at once, and a token endpoint with
refresh tokens that rotate.

A refresh token may be used once. Who shows it again within `grace` seconds is answered once more,
with the same pair or a new one (`repeats`: which of both Fanvue does is not documented); later that
is a sign of theft, and the whole family is revoked.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from devstack.fanvue_records import Creator
from devstack.faults import Faults

SIGN_IN_FAULTS = (
    "server_error",  # 503, nothing done
    "accept_then_error",  # does it, and its answer is lost
    "slow",  # answers after `seconds`
)


@dataclass
class _Family:
    """All tokens that came from one sign-in."""

    creator: Creator
    scope: str
    revoked: bool = False


@dataclass
class _Refresh:
    """One refresh token: of whom, and what was given for it when it was used first."""

    family: _Family
    used_at: datetime | None = None
    pair: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class _Code:
    creator: Creator
    challenge: str
    redirect_uri: str
    scope: str


class FanvueSignIn:
    """The sign-in of one platform. `refreshes` and `reuses` count what came to the endpoint."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        rng: Random,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        access_seconds: float = 3600,
        grace: float = 30,
        repeats: Literal["same", "new"] = "new",
    ) -> None:
        self.client_id, self.client_secret = client_id, client_secret
        self.access_seconds, self.grace, self.repeats = access_seconds, grace, repeats
        self.signed_in: Creator | None = None
        """Who sits at the browser."""
        self.agrees = True
        self.refreshes = 0
        self.reuses = 0
        self.faults = Faults(SIGN_IN_FAULTS, rng)
        self._rng, self._now, self._sleep = rng, now, sleep
        self._codes: dict[str, _Code] = {}
        self._refresh: dict[str, _Refresh] = {}
        self._access: dict[str, tuple[_Family, datetime]] = {}

    @property
    def routes(self) -> list[Route]:
        return [
            Route("/oauth2/auth", self._authorize, methods=["GET"]),
            Route("/oauth2/token", self._token, methods=["POST"]),
        ]

    def owner_of(self, token: str) -> Creator | None:
        """Return whose access token this is; None for one that ended or was revoked."""
        family, ends_at = self._access.get(token, (None, None))
        if family is None or family.revoked or ends_at is None or self._now() >= ends_at:
            return None
        return family.creator

    def revoke(self, creator: Creator) -> None:
        """Let the creator take the permission back, as in Fanvue's settings."""
        for known in self._refresh.values():
            if known.family.creator == creator:
                known.family.revoked = True

    def forget_access_tokens(self) -> None:
        """Let all access tokens end before their time; refresh tokens stay good."""
        self._access.clear()

    def pair_for(self, creator: Creator) -> dict[str, object]:
        """Return tokens as after a sign-in."""
        return self._pair(_Family(creator, "offline_access read:self read:chat write:chat"))

    async def _authorize(self, request: Request) -> Response:
        asked = request.query_params
        redirect_uri = asked.get("redirect_uri", "")
        if asked.get("client_id") != self.client_id or not _is_loopback(redirect_uri):
            return JSONResponse({"error": "invalid_client"}, 400)
        if asked.get("response_type") != "code" or asked.get("code_challenge_method") != "S256":
            answer = {"error": "invalid_request"}
        elif not self.agrees or self.signed_in is None:
            answer = {"error": "access_denied"}
        else:
            code = self._new("code")
            self._codes[code] = _Code(
                self.signed_in, asked["code_challenge"], redirect_uri, asked.get("scope", "")
            )
            answer = {"code": code}
        query = urlencode({**answer, "state": asked.get("state", "")})
        return RedirectResponse(f"{redirect_uri}?{query}", 302)

    async def _token(self, request: Request) -> Response:
        form = {
            name: values[0] for name, values in parse_qs((await request.body()).decode()).items()
        }
        if not self._is_client(request) or "client_secret" in form:
            return JSONResponse({"error": "invalid_client"}, 401)
        fault = next(iter(self.faults.take(form.get("grant_type", ""))), None)
        if fault is not None and fault.kind == "slow":
            await self._sleep(fault.seconds)
        if fault is not None and fault.kind == "server_error":
            return JSONResponse({"error": "temporarily_unavailable"}, 503)
        if form.get("grant_type") == "refresh_token":
            answer = self._refreshed(form.get("refresh_token", ""))
        else:
            answer = self._exchanged(form)
        if fault is not None and fault.kind == "accept_then_error":
            return JSONResponse({"error": "the answer was lost"}, 502)
        return JSONResponse(answer, 400 if "error" in answer else 200)

    def _exchanged(self, form: dict[str, str]) -> dict[str, object]:
        code = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            form.get("grant_type") != "authorization_code"
            or code is None
            or code.challenge != challenge
            or code.redirect_uri != form.get("redirect_uri")
        ):
            return {"error": "invalid_grant"}
        return self._pair(_Family(code.creator, code.scope))

    def _refreshed(self, token: str) -> dict[str, object]:
        known = self._refresh.get(token)
        if known is None or known.family.revoked:
            return {"error": "invalid_grant"}
        if known.used_at is None:
            self.refreshes += 1
            known.used_at = self._now()
            known.pair = self._pair(known.family)
            return known.pair
        if (self._now() - known.used_at).total_seconds() > self.grace:
            self.reuses += 1
            known.family.revoked = True
            return {"error": "invalid_grant"}
        return known.pair if self.repeats == "same" else self._pair(known.family)

    def _pair(self, family: _Family) -> dict[str, object]:
        access, refresh = self._new("access"), self._new("refresh")
        ends_at = self._now().timestamp() + self.access_seconds
        self._access[access] = (family, datetime.fromtimestamp(ends_at, self._now().tzinfo))
        self._refresh[refresh] = _Refresh(family)
        return {
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "bearer",
            "expires_in": int(self.access_seconds),
            "scope": family.scope,
        }

    def _is_client(self, request: Request) -> bool:
        scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
        try:
            given = b64decode(encoded, validate=True).decode()
        except (NotBase64, UnicodeDecodeError):
            return False
        return scheme == "Basic" and given == f"{self.client_id}:{self.client_secret}"

    def _new(self, kind: str) -> str:
        return f"{kind}-{self._rng.getrandbits(160):040x}"


def _is_loopback(uri: str) -> bool:
    """The application's redirect URIs that Fanvue knows are of this form here."""
    return urlsplit(uri).scheme == "http" and urlsplit(uri).hostname == "127.0.0.1"
