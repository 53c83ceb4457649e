"""
Errors as PostgREST 14 words them: HTTP status, code, body and headers.

Maps SQLSTATEs to statuses. Which check finds which error is the other modules' affair.
Rules observed on PostgREST 14.17 (tests/data/postgrest_transcripts.jsonl).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import psycopg

JSON = "application/json; charset=utf-8"

# The first entry that the SQLSTATE starts with decides; what is not listed is 400.
STATUS_OF_SQLSTATE: tuple[tuple[str, int], ...] = (
    ("08", 503),
    ("09", 500),
    ("0L", 403),
    ("0P", 403),
    ("21000", 500),
    ("23503", 409),
    ("23505", 409),
    ("25006", 405),
    ("25", 500),
    ("28", 403),
    ("2D", 500),
    ("38", 500),
    ("39", 500),
    ("3B", 500),
    ("40", 500),
    ("42883", 404),
    ("42P01", 404),
    ("42P17", 500),
    ("53400", 500),
    ("53", 503),
    ("54", 500),
    ("55", 500),
    ("57P01", 503),
    ("57", 500),
    ("58", 500),
    ("F0", 500),
    ("HV", 500),
    ("P0001", 400),
    ("P0", 500),
    ("XX", 500),
)


@dataclass(frozen=True)
class Answer:
    """One HTTP response; header names are lower case."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(eq=False)
class ApiError(Exception):
    """An error that the client is told: one of PostgREST's own, or one of the database's."""

    status: int
    code: str
    message: str
    details: str | None = None
    hint: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> bytes:
        keys = {
            "code": self.code,
            "details": self.details,
            "hint": self.hint,
            "message": self.message,
        }
        return json.dumps(keys, ensure_ascii=False, separators=(",", ":")).encode()

    def answer(self) -> Answer:
        body = self.body()
        headers = {
            "content-type": JSON,
            "content-length": str(len(body)),
            "proxy-status": f"PostgREST; error={self.code}",
            **{name.lower(): value for name, value in self.headers.items()},
        }
        return Answer(self.status, tuple(headers.items()), body)


def from_database(error: psycopg.Error, *, anonymous: bool) -> ApiError:
    """Translate what the database or the connection to it said."""
    if error.sqlstate is None:
        return _from_client(error)
    code = error.sqlstate
    message = error.diag.message_primary or ""
    details, hint = error.diag.message_detail, error.diag.message_hint
    # SQLSTATE PGRST lets the function choose the whole answer.
    if code == "PGRST":
        return _raised_answer(message, details)
    status = _status(code, message, anonymous=anonymous)
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    return ApiError(status, code, message, details, hint, headers)


def _from_client(error: psycopg.Error) -> ApiError:
    # psycopg itself refuses a NUL in a text parameter; PostgreSQL would say this.
    if isinstance(error, psycopg.DataError):
        return ApiError(400, "22021", 'invalid byte sequence for encoding "UTF8": 0x00')
    return ApiError(
        503, "PGRST001", "Database client error. Retrying the connection.", str(error) or None
    )


def _status(code: str, message: str, *, anonymous: bool) -> int:
    if code.startswith("PT"):
        return int(code[2:]) if code[2:].isdecimal() else 500
    if code == "42501":
        # What counts is the role, not whether a token came: Supabase's anon key is a token too.
        return 401 if anonymous else 403
    if code == "22023" and message.startswith("role") and message.endswith("does not exist"):
        return 401
    # pg-safeupdate's refusal is the client's fault.
    if code == "21000" and message.endswith("requires a WHERE clause"):
        return 400
    return next((status for start, status in STATUS_OF_SQLSTATE if code.startswith(start)), 400)


def _raised_answer(message: str, details: str | None) -> ApiError:
    try:
        code, text, more, hint = _raised_message(message)
    except (ValueError, LookupError, TypeError):
        return _unreadable_raise(
            f"Invalid JSON value for MESSAGE: '{message}'",
            "MESSAGE must be a JSON object with obligatory keys: 'code', 'message'"
            " and optional keys: 'details', 'hint'.",
        )
    form = (
        "DETAIL must be a JSON object with obligatory keys: 'status', 'headers'"
        " and optional key: 'status_text'."
    )
    if details is None:
        return _unreadable_raise("DETAIL is missing in the RAISE statement", form)
    try:
        status, headers = _raised_control(details)
    except (ValueError, LookupError, TypeError):
        return _unreadable_raise(f"Invalid JSON value for DETAIL: '{details}'", form)
    return ApiError(status, code, text, more, hint, headers)


def _raised_message(message: str) -> tuple[str, str, str | None, str | None]:
    said = _object(json.loads(message))
    more, hint = said.get("details"), said.get("hint")
    return (
        _text(said["code"]),
        _text(said["message"]),
        None if more is None else _text(more),
        None if hint is None else _text(hint),
    )


def _raised_control(details: str) -> tuple[int, dict[str, str]]:
    control = _object(json.loads(details))
    status, phrase = control["status"], control.get("status_text")
    headers = {name: _text(value) for name, value in _object(control["headers"]).items()}
    if isinstance(status, bool) or not isinstance(status, int):
        raise TypeError("a status is a whole number")
    if phrase is not None:
        _text(phrase)
    return status, headers


def _unreadable_raise(details: str, hint: str) -> ApiError:
    message = "Could not parse JSON in the \"RAISE SQLSTATE 'PGRST'\" error"
    return ApiError(500, "PGRST121", message, details, hint)


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("not a JSON object")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
