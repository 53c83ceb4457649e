"""
Read the body of a POST: JSON, a form, CSV, or one value for an unnamed parameter.

Looks at the keys only; PostgreSQL converts the values.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from devstack.postgrest_errors import ApiError
from devstack.postgrest_media import media_type
from devstack.postgrest_routine import WHOLE_BODY_TYPES


@dataclass(frozen=True)
class Payload:
    """A POST's body: JSON (or any text) as sent, or the fields of a form."""

    media_type: str
    text: str | bytes = ""
    fields: tuple[tuple[str, str], ...] | None = None
    keys: frozenset[str] = frozenset()


def read_payload(body: bytes, content_type: str | None, columns: frozenset[str] | None) -> Payload:
    """Read a POST's body; PGRST102 when it is not what its media type says."""
    kind = media_type(content_type or "application/json")
    if kind == "application/json":
        return _json_payload(body, columns)
    if kind == "application/x-www-form-urlencoded":
        fields = tuple(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
        return Payload(kind, fields=fields, keys=frozenset(key for key, _ in fields))
    if kind == "text/csv":
        return _csv_payload(body)
    if kind == "application/octet-stream":
        return Payload(kind, body)
    if kind in WHOLE_BODY_TYPES:
        return Payload(kind, body.decode(errors="replace"))
    raise _bad_body(f"Content-Type not acceptable: {kind}")


def _json_payload(body: bytes, columns: frozenset[str] | None) -> Payload:
    kind = "application/json"
    try:
        text = body.decode() or "{}"
        if columns is not None:
            return Payload(kind, text, keys=columns)
        value = json.loads(text, parse_constant=_refuse_constant)
        if "\\ud" in text.lower():
            json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise _bad_body("Empty or invalid json") from error
    if isinstance(value, dict):
        return Payload(kind, text, keys=frozenset(value))
    # A scalar, a null and an empty array all count as "no arguments".
    if not isinstance(value, list) or not value:
        return Payload(kind, "[]")
    if not all(isinstance(row, dict) and row.keys() == value[0].keys() for row in value):
        raise _bad_body("All object keys must match")
    return Payload(kind, text, keys=frozenset(value[0]))


def _csv_payload(body: bytes) -> Payload:
    if not body.strip():
        raise _bad_body('parse error (not enough input) at ""')
    names, *rows = csv.reader(io.StringIO(body.decode(errors="replace"), newline=""))
    if any(len(row) != len(names) for row in rows):
        raise _bad_body("All lines must have same number of fields")
    records = [
        {name: None if cell == "NULL" else cell for name, cell in zip(names, row, strict=True)}
        for row in rows
    ]
    return Payload("text/csv", json.dumps(records), keys=frozenset(names if rows else ()))


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _bad_body(message: str) -> ApiError:
    return ApiError(400, "PGRST102", message)
