"""
Speak to Fanvue's sign-in: where a creator is sent, and tokens for what comes back.

OAuth 2.0, authorization code with PKCE (S256); client id and secret go in HTTP Basic, which is the
only way that Fanvue takes. When tokens are exchanged, and by whom, is the database's.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx

from worker.errors import FanvueUnavailable, SettingsInvalid, SignInAtFanvueRefused
from worker.rows import Json

# What fanpace does with them: docs/connect.md. Without offline_access there is no refresh token.
SCOPES = (
    "openid", "offline_access", "read:self", "read:chat", "write:chat", "read:insights", "read:fan",
)  # fmt: skip

# Well within the turn that a worker has (private.refresh_lease).
_TIMEOUT = 4.0


@dataclass(frozen=True)
class Tokens:
    """A pair of tokens as the token endpoint gave it; `expires_in` is the access token's."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: float
    scope: str

    def as_json(self) -> Json:
        return {
            "access_token": self.access_token,
            "refresh_token": self.refresh_token,
            "expires_in": self.expires_in,
            "scope": self.scope,
        }


@dataclass(frozen=True)
class Proof:
    """A PKCE verifier, which stays here, and the `challenge` that goes along (RFC 7636, S256)."""

    verifier: str = field(repr=False)

    @classmethod
    def new(cls) -> Proof:
        return cls(secrets.token_urlsafe(48))

    @property
    def challenge(self) -> str:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


class OAuthClient:
    """Fanvue's sign-in, for one application."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        auth_url: str = "https://auth.fanvue.com",
        timeout: float = _TIMEOUT,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._client_id = client_id
        self._auth_url = auth_url
        self._timeout = timeout
        self._http = httpx.AsyncClient(
            auth=httpx.BasicAuth(client_id, client_secret),
            headers={"Accept": "application/json"},
            timeout=timeout,
            transport=transport,
        )

    def authorization_url(
        self, redirect_uri: str, state: str, challenge: str, scopes: tuple[str, ...] = SCOPES
    ) -> str:
        """Return the page on which the creator signs in and agrees."""
        query = {
            "client_id": self._client_id,
            "response_type": "code",
            "redirect_uri": redirect_uri,
            "scope": " ".join(scopes),
            "state": state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return f"{self._auth_url}/oauth2/auth?{urlencode(query)}"

    async def exchange(self, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Return the first pair for the `code` that the creator brought back."""
        return await self._tokens(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
            }
        )

    async def refresh(self, refresh_token: str) -> Tokens:
        """
        Return a new pair. The old refresh token is used up by that: only in half a minute's grace
        may it be shown once more. Raises SignInAtFanvueRefused where it is good no more, and
        FanvueUnavailable where there was no answer, in which case it may be used up all the same.
        """
        return await self._tokens(
            {"grant_type": "refresh_token", "refresh_token": refresh_token}, refresh_token
        )

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _tokens(self, form: Mapping[str, str], refresh_token: str = "") -> Tokens:
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._http.post(f"{self._auth_url}/oauth2/token", data=form)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as exc:
            raise SettingsInvalid("FANVUE_AUTH_URL is not an http or https URL") from exc
        except (httpx.HTTPError, TimeoutError) as exc:
            raise FanvueUnavailable(
                f"no answer from Fanvue's sign-in: {type(exc).__name__}"
            ) from exc
        try:
            body = response.json()
        except ValueError:
            body = None
        if response.is_success:
            return _pair(body, refresh_token)
        raise _failure(response.status_code, body)


def _pair(body: Any, refresh_token: str) -> Tokens:
    """Read a pair. Where nothing rotates the refresh token is left out, and the old one stays."""
    body = body if isinstance(body, dict) else {}
    access, refresh = body.get("access_token"), body.get("refresh_token", refresh_token)
    expires_in = body.get("expires_in", 3600)
    if not (isinstance(access, str) and access and isinstance(refresh, str)):
        raise FanvueUnavailable("Fanvue's sign-in answered in an unknown form")
    if not refresh:
        raise SignInAtFanvueRefused(
            "Fanvue gave no refresh token: may the application ask for the scope offline_access?"
        )
    if isinstance(expires_in, bool) or not isinstance(expires_in, int | float):
        expires_in = 3600
    scope = body.get("scope")
    return Tokens(access, refresh, max(0, expires_in), scope if isinstance(scope, str) else "")


def _failure(status: int, body: Any) -> FanvueUnavailable | SettingsInvalid | SignInAtFanvueRefused:
    """Sort an answer of the token endpoint (RFC 6749, 5.2) by what is to be done about it."""
    body = body if isinstance(body, dict) else {}
    # The description may quote what was sent; a code is one of a few words.
    code = str(body.get("error", ""))
    told = f"Fanvue's sign-in answered {status}"
    if re.fullmatch(r"[a-z_]{1,40}", code):
        told += f" {code}"
    if code == "invalid_grant":
        return SignInAtFanvueRefused(told)
    if code in ("invalid_client", "unauthorized_client") or status == 401:
        return SettingsInvalid(f"{told}: FANVUE_CLIENT_ID and FANVUE_CLIENT_SECRET do not fit")
    return FanvueUnavailable(told)
