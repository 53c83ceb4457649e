"""
Read PostgREST's little languages piece by piece, complaining in its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from devstack.postgrest_errors import ApiError

QUOTED = r'"(?:[^"\\]|\\.)*"'
NAME = re.compile(rf"{QUOTED}|[\w $]+(?:-(?!>)[\w $]+)*")
JSON_INDEX = re.compile(r"-?\d+(?=->|::|\.|,|$)")
JSON_KEY = re.compile(rf"{QUOTED}|[^(\-:.,>)]+(?:-(?!>)[^(\-:.,>)]+)*")


@dataclass(frozen=True)
class Column:
    """A column and the JSON steps into it: (arrow, key or index, whether it is an index)."""

    name: str
    steps: tuple[tuple[str, str, bool], ...] = ()


class Reader:
    """A place in a text; `what` names the text in error messages."""

    def __init__(self, text: str, what: str) -> None:
        self.text, self.what, self.at = text, f"failed to parse {what} ({text})", 0

    def take(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        compiled = re.compile(re.escape(pattern)) if isinstance(pattern, str) else pattern
        if match := compiled.match(self.text, self.at):
            self.at = match.end()
        return match

    def need(self, pattern: str | re.Pattern[str], expecting: str) -> re.Match[str]:
        if (match := self.take(pattern)) is None:
            raise self.error(expecting)
        return match

    @property
    def ended(self) -> bool:
        return self.at == len(self.text)

    def error(self, expecting: str, *, quote: str = '"', unexpected: int | None = None) -> ApiError:
        """Complain about this place; `unexpected` is where the surprise is, if further on."""
        place = self.at if unexpected is None else unexpected
        found = f"{quote}{self.text[place]}{quote}" if place < len(self.text) else "end of input"
        return ApiError(
            400,
            "PGRST100",
            f'"{self.what}" (line 1, column {self.at + 1})',
            f"unexpected {found} expecting {expecting}",
        )


def read_column(reader: Reader, expecting: str = "field name (* or [a..z0..9_$])") -> Column:
    name = unquoted(reader.need(NAME, expecting)[0])
    steps: list[tuple[str, str, bool]] = []
    while arrow := reader.take(re.compile("->>?")):
        if index := reader.take(JSON_INDEX):
            steps.append((arrow[0], index[0], True))
        else:
            key = reader.need(JSON_KEY, "any non reserved character different from: .,>()")
            steps.append((arrow[0], unquoted(key[0]), False))
    return Column(name, tuple(steps))


def unquoted(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name[1:-1]) if name.startswith('"') else name.strip()


def refuse_path(key: str, last: str) -> None:
    """A dotted key aims at an embedded table, and there is none."""
    if key != last:
        target = key.split(".", 1)[0]
        raise ApiError(
            400,
            "PGRST108",
            f"'{target}' is not an embedded resource in this request",
            hint=f"Verify that '{target}' is included in the 'select' query parameter.",
        )


def shared_length(word: str, text: str) -> int:
    """Return how many characters both begin with."""
    pairs = zip(word, text, strict=False)
    return next(
        (n for n, (left, right) in enumerate(pairs) if left != right), min(len(word), len(text))
    )
