"""Decide who may make a call on the stand-in for Fanvue: version header, token, creator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse

from devstack.fanvue_records import Creator

if TYPE_CHECKING:
    from devstack.fanvue import FanvuePlatform

API_VERSION = "2025-06-26"


class Refused(Exception):
    """The call ends with this answer."""

    def __init__(self, status: int, body: dict[str, object], **headers: str) -> None:
        super().__init__(status, body)
        self.response = JSONResponse(
            body, status, {name.replace("_", "-"): value for name, value in headers.items()}
        )


def authorised(platform: FanvuePlatform, request: Request) -> Creator | None:
    """Return the creator that a call is about; None for a call about the agency itself."""
    version = request.headers.get("x-fanvue-api-version")
    if version is None:
        raise Refused(400, {"error": "Bad Request", "message": "X-Fanvue-API-Version is missing"})
    if version != API_VERSION:
        message = "This version has ended"
        raise Refused(410, {"error": "Gone", "message": message, "nextVersion": API_VERSION})
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    owner = next((one for one in platform.creators.values() if one.token == token), None)
    owner = owner or platform.sign_in.owner_of(token)
    agency = token == platform.agency_token
    if scheme != "Bearer" or not (owner or agency):
        raise Refused(401, {"error": "Unauthorized"})
    if "creator" in request.path_params:
        if not agency:
            raise Refused(403, {"error": "Forbidden", "message": "Missing scope read:creator"})
        named = platform.creators.get(request.path_params["creator"])
        if named is None:
            raise Refused(404, {"message": "Creator not found"})
        return named
    if owner is None and not request.url.path.endswith("/creators"):
        raise Refused(403, {"error": "Forbidden", "message": "This token is not a creator's"})
    return owner
