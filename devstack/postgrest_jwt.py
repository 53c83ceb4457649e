"""
Who calls: check the bearer token as PostgREST 14 does and name the role.

Knows HS256 with one secret. Whether the role exists and may be taken is the database's to say.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from dataclasses import dataclass

from devstack.postgrest_errors import ApiError

# Algorithms that PostgREST's library knows: another key might serve them, so the key is at fault.
KNOWN_ALGORITHMS = frozenset(
    {"HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "EdDSA"}
)
LEEWAY_SECONDS = 30
LARGEST_INTEGER = 2**63 - 1


@dataclass(frozen=True)
class Caller:
    """A role and the claims that the database sees, `role` among them."""

    role: str
    claims: dict[str, object]


@dataclass(frozen=True)
class TokenRules:
    """What a token is checked against; `anon_role` None refuses callers without a role."""

    secret: str
    audience: str | None
    anon_role: str | None

    def identify(self, authorization: str | None, now: float) -> Caller:
        """Return the caller that the Authorization header names, or raise PGRST301 to 303."""
        token = _bearer_token(authorization)
        claims = {} if token is None else self._verified_claims(token)
        self._check(claims, int(now))
        if "role" in claims:
            role = claims["role"]
            name = role if isinstance(role, str) else json.dumps(role, separators=(",", ":"))
        elif self.anon_role is not None:
            name = self.anon_role
        else:
            raise ApiError(
                401,
                "PGRST302",
                "Anonymous access is disabled",
                headers={"www-authenticate": "Bearer"},
            )
        return Caller(name, {**claims, "role": name})

    def _verified_claims(self, token: str) -> dict[str, object]:
        if not token:
            raise _undecodable("Empty JWT is sent in Authorization header")
        parts = token.split(".")
        if len(parts) != 3:
            raise _undecodable(f"Expected 3 parts in JWT; got {len(parts)}")
        header = _object(_base64url(parts[0]))
        algorithm = None if header is None else header.get("alg")
        if header is None or algorithm not in KNOWN_ALGORITHMS | {"none"}:
            raise _undecodable("JWT cryptographic operation failed")
        if algorithm == "none":
            raise _undecodable(
                "Wrong or unsupported encoding algorithm",
                "JWT is unsecured but expected 'alg' was not 'none'",
            )
        # The secret is a key without an id, so a token that asks for an id finds none.
        if algorithm != "HS256" or header.get("kid") is not None:
            raise _undecodable(
                "No suitable key or wrong key type", "No suitable key was found to decode the JWT"
            )
        signed = f"{parts[0]}.{parts[1]}".encode()
        expected = hmac.digest(self.secret.encode(), signed, hashlib.sha256)
        payload = _base64url(parts[1])
        if payload is None or not hmac.compare_digest(expected, _base64url(parts[2]) or b""):
            raise _undecodable(
                "No suitable key or wrong key type", "None of the keys was able to decode the JWT"
            )
        claims = _object(payload)
        if claims is None:
            raise _unacceptable("Parsing claims failed")
        return claims

    def _check(self, claims: dict[str, object], now: int) -> None:
        if (expires := _moment(claims, "exp")) is not None and now - LEEWAY_SECONDS > expires:
            raise _unacceptable("JWT expired")
        if (begins := _moment(claims, "nbf")) is not None and now + LEEWAY_SECONDS < begins:
            raise _unacceptable("JWT not yet valid")
        if (issued := _moment(claims, "iat")) is not None and now + LEEWAY_SECONDS < issued:
            raise _unacceptable("JWT issued at future")
        audience = claims.get("aud")
        named = [audience] if isinstance(audience, str) else audience
        if named is None:
            return
        if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
            raise _unacceptable("The JWT 'aud' claim must be a string or an array of strings")
        if self.audience is not None and named and self.audience not in named:
            raise _unacceptable("JWT not in audience")


def _bearer_token(authorization: str | None) -> str | None:
    """Another scheme counts as no token at all."""
    scheme, _, rest = (authorization or "").partition(" ")
    return rest.strip() if scheme.lower() == "bearer" else None


def _moment(claims: dict[str, object], name: str) -> int | None:
    value = claims.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unacceptable(f"The JWT '{name}' claim must be a number")
    # PostgREST reads a fraction, or what no 64-bit integer holds, as 0.
    return int(value) if abs(value) <= LARGEST_INTEGER and value == int(value) else 0


def _base64url(text: str) -> bytes | None:
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        return None
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _object(text: bytes | None) -> dict[str, object] | None:
    try:
        value = json.loads(text or b"")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _undecodable(message: str, details: str | None = None) -> ApiError:
    return _refused("PGRST301", message, details)


def _unacceptable(message: str) -> ApiError:
    return _refused("PGRST303", message, None)


def _refused(code: str, message: str, details: str | None) -> ApiError:
    challenge = f'Bearer error="invalid_token", error_description="{message}"'
    return ApiError(401, code, message, details, headers={"www-authenticate": challenge})
