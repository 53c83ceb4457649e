"""
Read the recorded transcripts of PostgREST 14.17 and rebuild their requests.

Where they come from: tests/data/postgrest_transcripts.jsonl was recorded on 22 November 2026
from a real PostgREST 14.17 on PostgreSQL 17.11 (its first line has the configuration), over the
database that tests/data/postgrest_setup.sql makes. Both are kept whole. Tokens are recorded by
name; here they are signed anew.

FANPACE_TRANSCRIPTS names another file of the same kind to replay instead.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

OURS = Path(__file__).parent.parent / "data" / "postgrest_transcripts.jsonl"
FILE = Path(os.environ.get("FANPACE_TRANSCRIPTS", OURS))
SECRET = "super-secret-jwt-token-with-at-least-32-characters-long"
USER = {
    "role": "authenticated",
    "aud": "authenticated",
    "sub": "11111111-1111-1111-1111-111111111111",
    "exp": 4102444800,
    "email": "a@example.com",
    "app_metadata": {"k": [1, 2]},
}
# The server's own, or how it frames a response without a length.
UNCOMPARED_HEADERS = frozenset({"date", "server", "transfer-encoding"})


@dataclass(frozen=True)
class Record:
    """One request and its recorded response."""

    name: str
    server: str
    request: dict[str, Any]
    response: dict[str, Any]
    db_after: dict[str, Any] | None

    @property
    def why_out(self) -> str | None:
        """Say by rule why a record is outside the stand-in's surface, or None."""
        parts = urlsplit(self.request["path"])
        if not parts.path.startswith("/rpc/"):
            return "a table or the root: the stand-in serves functions only"
        select = parse_qs(parts.query).get("select", [""])[0]
        if re.search(r"[\w\"](!\w+)?\(.", select):
            return "embeds a table in the result"
        return None

    def to_request(self) -> httpx.Request:
        """Build the request with the recorded headers and no others but Host and the length."""
        body = str(self.request["body"] or "")
        content = (
            base64.b64decode(body.removeprefix("base64:"))
            if body.startswith("base64:")
            else body.encode()
        )
        headers = dict(self.request["headers"])
        if named := re.fullmatch(r"(\w+ )<jwt:(\w+)>", headers.get("Authorization", "")):
            headers["Authorization"] = named[1] + token(named[2], self.request.get("jwt_claims"))
        return httpx.Request(
            self.request["method"],
            f"http://gateway{self.request['path']}",
            headers=headers,
            content=content,
        )

    def differences(self, response: httpx.Response) -> dict[str, tuple[object, object]]:
        """Return what differs, as (recorded, got); reason phrases are the server's own."""
        recorded: dict[str, object] = {
            "status": self.response["status"],
            "headers": _compared(self.response["headers"]),
            "body": self.response["body"],
        }
        got: dict[str, object] = {
            "status": response.status_code,
            "headers": _compared(response.headers),
            "body": response.content.decode(),
        }
        # PostgreSQL 18 spells the setting's name in the 22008 hint otherwise than 17 does.
        got["body"] = str(got["body"]).replace('\\"DateStyle\\"', '\\"datestyle\\"')
        if "NOW" in json.dumps(self.request.get("jwt_claims")):
            for side in (recorded, got):
                side["body"] = re.sub(r"\d{10}", "NOW", str(side["body"]))
        return {key: (recorded[key], got[key]) for key in recorded if recorded[key] != got[key]}


def read() -> list[Record]:
    lines = FILE.read_text().splitlines()[1:]
    return [
        Record(each["name"], each["server"], each["request"], each["response"],
               each.get("db_after"))
        for each in map(json.loads, lines)
    ]  # fmt: skip


def token(name: str, claims: object) -> str:
    """Sign the token that a transcript calls `name`."""
    body = dict(claims) if isinstance(claims, dict) else dict(USER)
    for key, value in body.items():
        if isinstance(value, str) and value.startswith("NOW"):
            body[key] = int(time.time()) + int(value.removeprefix("NOW"))
    header: dict[str, object] = {"alg": "HS256", "typ": "JWT"}
    payload = json.dumps(body, separators=(",", ":"))
    secret, digest = SECRET, hashlib.sha256
    match name:
        case "badsig" | "badsig_expired":
            secret = "another-secret-that-is-also-32-characters-long"
        case "algnone":
            header["alg"] = "none"
            return f"{_encode(json.dumps(header))}.{_encode(payload)}."
        case "hs512":
            header["alg"], digest = "HS512", hashlib.sha512
        case "rs256hdr":
            header["alg"] = "RS256"
        case "algunknown":
            header["alg"] = "XX999"
        case "kid":
            header["kid"] = "some-key"
        case "noalg":
            del header["alg"]
        case "payload_array":
            payload = "[1]"
        case "payload_notjson":
            payload = "not json"
        case "expired" if claims is None:
            payload = json.dumps({**USER, "exp": 1700000000})
    signed = f"{_encode(json.dumps(header))}.{_encode(payload)}"
    signature = _encode(hmac.digest(secret.encode(), signed.encode(), digest))
    if name == "tampered":
        other = _encode(json.dumps({**USER, "role": "service_role"}))
        signed = f"{signed.split('.')[0]}.{other}"
    return f"{signed}.{signature}"


def _encode(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _compared(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in UNCOMPARED_HEADERS}
