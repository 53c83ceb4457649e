"""
Read a person's replies from a CSV with the columns asked_at, answered_at, chars.

A fourth column, `conversation`, is read if it is there. Nothing is dropped silently: what cannot
be read is named by its line. What is fitted to the replies is calibration.py's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from worker.calibration import Reply

REQUIRED = ("asked_at", "answered_at", "chars")


class CsvInvalid(ValueError):
    """The file as a whole is not what it should be."""


@dataclass(frozen=True, slots=True)
class Read:
    """The replies, and for each line that could not be read its number and why."""

    replies: tuple[Reply, ...]
    bad_lines: tuple[tuple[int, str], ...]


def read(lines: Iterable[str]) -> Read:
    """
    Read replies; times are ISO 8601 (UTC where they name no zone) or seconds since the epoch.

    An empty `chars` is a reply without text. Raises CsvInvalid for a missing header.
    """
    rows = csv.DictReader(lines, skipinitialspace=True, restkey="\0")
    names = [(name or "").strip().lower().lstrip("\ufeff") for name in rows.fieldnames or []]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise CsvInvalid(
            f"the first line must name the columns {', '.join(REQUIRED)}"
            f" (and may name conversation); missing: {', '.join(missing)}"
        )
    rows.fieldnames = names
    replies: list[Reply] = []
    bad: list[tuple[int, str]] = []
    try:
        for row in rows:
            try:
                replies.append(_reply(row))
            except ValueError as error:
                bad.append((rows.line_num, str(error)))
    except csv.Error as error:
        raise CsvInvalid(f"line {rows.line_num}: {error}") from error
    return Read(tuple(replies), tuple(bad))


def _reply(row: dict[str, str | None]) -> Reply:
    if "\0" in row:
        raise ValueError("has more fields than the first line")
    text = {name: (value or "").strip() for name, value in row.items()}
    return Reply(
        asked_at=_moment("asked_at", text["asked_at"]),
        answered_at=_moment("answered_at", text["answered_at"]),
        chars=_count(text["chars"]),
        conversation=text.get("conversation", ""),
    )


def _moment(column: str, text: str) -> float:
    try:
        return _finite(float(text))
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"{column} is {text!r}, neither ISO time nor seconds since the epoch"
        ) from None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _finite(seconds: float) -> float:
    if not abs(seconds) < 1e12:
        raise ValueError("out of range")
    return seconds


def _count(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"chars is {text!r}, not a whole number")
    return int(text)
