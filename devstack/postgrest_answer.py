"""
Shape the database's result into the HTTP response, and refuse results that the client forbade.
"""

from __future__ import annotations

import json
import re

from devstack.postgrest_database import Result
from devstack.postgrest_errors import JSON, Answer, ApiError
from devstack.postgrest_media import OBJECT
from devstack.postgrest_plan import Plan


def check(plan: Plan, result: Result) -> None:
    """Raise, before the commit, for a result that must not stand."""
    if plan.media_type.startswith(OBJECT) and result.rows != 1:
        raise ApiError(
            406,
            "PGRST116",
            "Cannot coerce the result to a single JSON object",
            f"The result contains {result.rows} rows",
        )
    most = plan.preferences.max_affected
    if plan.preferences.is_strict and most is not None and result.rows > most:
        raise ApiError(
            400,
            "PGRST124",
            "Query result exceeds max-affected preference constraint",
            f"The query affects {result.rows} rows",
        )


def shape(plan: Plan, result: Result) -> Answer:
    """Return the response of a committed call."""
    first, last = plan.window.offset, plan.window.offset + result.rows - 1
    rows = f"{first}-{last}" if result.total != 0 and first <= last else "*"
    total = "*" if result.total is None else result.total
    headers = {"content-range": f"{rows}/{total}"}
    if plan.preferences.applied:
        headers["preference-applied"] = plan.preferences.applied
    status, body = 200, result.body.encode()
    if result.total is not None:
        if first > result.total:
            status = 416
            body = _beyond(first, result.total).body()
        elif result.rows < result.total:
            status = 206
    if plan.routine.is_void:
        status, body = 204, b""
    else:
        if plan.wants_body:
            headers["content-length"] = str(len(body))
        headers["content-type"] = _content_type(plan.media_type)
        if plan.profile is not None:
            headers["content-profile"] = plan.profile
    chosen = _chosen_headers(result.headers)
    named = {name for name, _ in chosen}
    kept = [(name, value) for name, value in headers.items() if name not in named]
    return Answer(_chosen_status(result.status, status), (*kept, *chosen), body)


def _content_type(media_type: str) -> str:
    return JSON if media_type == "application/json" else f"{media_type}; charset=utf-8"


def _beyond(offset: int, total: int) -> ApiError:
    details = f"An offset of {offset} was requested, but there are only {total} rows."
    return ApiError(416, "PGRST103", "Requested range not satisfiable", details)


def _chosen_status(text: str | None, default: int) -> int:
    """Read what the function put into response.status."""
    if text is None:
        return default
    if not (digits := re.match(r"\d+", text)):
        raise ApiError(500, "PGRST112", "response.status guc must be a valid status code")
    return int(digits[0])


def _chosen_headers(text: str | None) -> list[tuple[str, str]]:
    """Read what the function put into response.headers."""
    try:
        entries = json.loads(text or "[]")
        pairs = [pair for entry in entries for pair in entry.items() if len(entry) == 1]
        valid = isinstance(entries, list) and len(pairs) == len(entries)
    except (ValueError, AttributeError, TypeError):
        valid, pairs = False, []
    if not valid or not all(isinstance(value, str) for _, value in pairs):
        raise ApiError(
            500,
            "PGRST111",
            "response.headers guc must be a JSON array composed of objects"
            " with a single key and a string value",
        )
    return [(name.lower(), value) for name, value in pairs]
