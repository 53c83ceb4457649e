"""
Read what a request asks for beside its arguments: function, schema, preferences, rows.

Knows nothing of the database: which function is meant is found out later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from devstack.postgrest_errors import ApiError

PREFERENCES: Mapping[str, tuple[str, ...]] = {
    "resolution": ("merge-duplicates", "ignore-duplicates"),
    "missing": ("default", "null"),
    "return": ("representation", "minimal", "headers-only"),
    "count": ("exact", "planned", "estimated"),
    "tx": ("commit", "rollback"),
    "handling": ("strict", "lenient"),
}


@dataclass(frozen=True)
class Preferences:
    count: str | None
    handling: str | None
    time_zone: str | None
    max_affected: int | None
    unknown: tuple[str, ...]

    @property
    def is_strict(self) -> bool:
        return self.handling == "strict"

    @property
    def applied(self) -> str:
        """Return the Preference-Applied header; an RPC knows no other preferences."""
        shown = {"count": self.count, "handling": self.handling, "timezone": self.time_zone}
        if self.is_strict and self.max_affected is not None:
            shown["max-affected"] = str(self.max_affected)
        return ", ".join(f"{name}={value}" for name, value in shown.items() if value is not None)


@dataclass(frozen=True)
class Incoming:
    """One HTTP request; header names are lower case, in the order of arrival."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)

    def every(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]


@dataclass(frozen=True)
class Window:
    """The rows that are wanted: `limit` None means all."""

    offset: int
    limit: int | None

    @property
    def is_everything(self) -> bool:
        return self.offset == 0 and self.limit is None

    def at_most(self, rows: int | None) -> Window:
        limits = [limit for limit in (self.limit, rows) if limit is not None]
        return Window(self.offset, min(limits, default=None))


def target(path: str) -> tuple[str, bool]:
    """Return the NAME of /rpc/NAME, or of /NAME and that it is a table or view."""
    parts = [unquote(part) for part in path.strip("/").split("/")] if path.strip("/") else []
    if path.endswith("/") and parts:
        parts.append("")
    if len(parts) == 2 and parts[0] == "rpc":
        return parts[1], False
    if len(parts) == 1:
        return parts[0], True
    if not parts:
        raise ApiError(
            501,
            "PGRST127",
            "Feature not implemented",
            "This stand-in serves functions under /rpc/, and tables to be read; not the root.",
        )
    raise ApiError(404, "PGRST125", "Invalid path specified in request URL")


def schema_of(profile: str | None, exposed: Sequence[str]) -> str:
    """Return the schema that a profile header names; without one, the first."""
    if profile is None:
        return exposed[0]
    if profile not in exposed:
        raise ApiError(
            406,
            "PGRST106",
            f"Invalid schema: {profile}",
            hint=f"Only the following schemas are exposed: {', '.join(exposed)}",
        )
    return profile


def preferences(headers: Sequence[str], time_zones: frozenset[str]) -> Preferences:
    """Read Prefer headers; the first mention of a preference counts."""
    given = [part.strip() for header in headers for part in header.split(",")]
    first: dict[str, str] = {}
    unknown: list[str] = []
    for preference in given:
        name, _, value = preference.partition("=")
        known = time_zones if name == "timezone" else PREFERENCES.get(name, ())
        if value in known or name == "max-affected":
            first.setdefault(name, value)
        else:
            unknown.append(preference)
    most = first.get("max-affected", "")
    return Preferences(
        first.get("count"),
        first.get("handling"),
        first.get("timezone"),
        int(most) if re.fullmatch(r"-?\d{1,18}", most) else None,
        tuple(unknown),
    )


def window(limit: int | None, offset: int, range_header: str | None) -> Window:
    """Intersect limit and offset with a Range header (which PostgREST reads on GET alone)."""
    first, last = max(0, offset), None if limit is None else offset + limit - 1
    if last == -1:  # limit=0 is allowed, and wins
        return Window(0, 0)
    named = re.fullmatch(r"(\d+)-(\d*)", range_header or "")
    if named:
        if named[2] and int(named[2]) < int(named[1]):
            raise _bad_range(
                "The lower boundary must be lower than or equal to the upper boundary"
                " in the Range header."
            )
        first = max(first, int(named[1]))
        ends = [end for end in (last, int(named[2]) if named[2] else None) if end is not None]
        last = min(ends, default=None)
    if last is not None and last < first:
        raise _bad_range("Limit should be greater than or equal to zero.")
    return Window(first, None if last is None else last - first + 1)


def _bad_range(details: str) -> ApiError:
    return ApiError(416, "PGRST103", "Requested range not satisfiable", details)
