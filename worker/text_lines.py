"""
Read the lines of `fanpace check-text`, `fanpace triggers` and `fanpace signals`.

A line is a JSON object with `text`, or a text as it stands. What is done with it is
worker/cli_texts.py's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from worker import languages, prices
from worker.checker import CheckContext, Offer


class BadLine(ValueError):
    """A line that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True)
class TextLine:
    """One text, what it is read against, and the names that it is labelled with, if it is."""

    text: str
    context: CheckContext = field(default_factory=CheckContext)
    labels: frozenset[str] | None = None


def read_line(raw: bytes) -> TextLine | None:
    """Return what stands in one line, None for a blank one; raise BadLine."""
    try:
        line = raw.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError as exc:
        raise BadLine("is not UTF-8") from exc
    if not line.strip():
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as exc:
        # "{name} hi" is a text with a gap in it, '{"text": "hi' is half an object.
        if line.lstrip().removeprefix("{").lstrip()[:1] == '"' and line.lstrip()[0] == "{":
            raise BadLine(f"is not JSON: {exc}") from exc
        return TextLine(line)
    match value:
        case str():
            return TextLine(value)
        case dict():
            return _of_object(value)
    return TextLine(line)


def _of_object(value: dict[str, Any]) -> TextLine:
    text = value.get("text")
    if not isinstance(text, str):
        raise BadLine('has no "text" that is a string')
    context = value.get("context")
    if context is None:
        context = {}
    if not isinstance(context, dict):
        raise BadLine('"context" must be an object')
    labels = value.get("rules", value.get("triggers", value.get("signals")))
    if labels is not None and not _are_strings(labels):
        raise BadLine('"rules", "triggers" and "signals" must be lists of names')
    return TextLine(text, _context(context), None if labels is None else frozenset(labels))


def _context(value: dict[str, Any]) -> CheckContext:
    offers = value.get("known_offers")
    if offers is None:
        offers = []
    if not isinstance(offers, list):
        raise BadLine('"known_offers" must be a list of {"title", "price"}')
    said = value.get("said") or []
    if not _are_strings(said):
        raise BadLine('"said" must be a list of texts')
    language = value.get("language")
    if language is not None and language not in languages.LANGUAGES:
        raise BadLine(f'"language" must be one of {", ".join(languages.LANGUAGES)}')
    return CheckContext(
        tuple(_offer(offer) for offer in offers), _name(value.get("creator")), tuple(said), language
    )


def _offer(value: object) -> Offer:
    if isinstance(value, str):
        return Offer(value, None)
    if not isinstance(value, dict) or not isinstance(value.get("title"), str):
        raise BadLine('each of "known_offers" needs a "title" that is a string')
    return Offer(value["title"], _price(value))


def _price(offer: dict[str, Any]) -> Decimal | None:
    price, cents = offer.get("price"), offer.get("price_cents")
    if price is None:
        if isinstance(cents, int) and not isinstance(cents, bool):
            return Decimal(cents) / 100
        return None
    value = prices.value_of(price) if isinstance(price, str | int | float) else None
    if value is None:
        raise BadLine(f'the price of "{offer["title"]}" is not an amount: {price!r}')
    return value


def _name(creator: object) -> str:
    match creator:
        case None:
            return ""
        case str():
            return creator
        case dict():
            name = creator.get("display_name") or creator.get("name") or ""
            if isinstance(name, str):
                return name
    raise BadLine('"creator" must be a name')


def _are_strings(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(isinstance(one, str) for one in value)
    )
