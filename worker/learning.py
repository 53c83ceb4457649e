"""
Read what a model says that it learned from a fan's messages, and keep what may be kept.

Pure. A model may make things up, so each item must quote words that stand in the message that it
cites; it may note what is not kept, so worker/sensitive.py is asked. What is done with the rest
is the database's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from worker.plain_text import plain
from worker.rows import Json
from worker.sensitive import kinds_of, without_sensitive
from worker.sensitive_patterns import PATTERNS
from worker.storable import storable

# What a note is about, in the model's own judgement. It notes more than it was told to, and mostly
# knows that it does: of the second kind nothing is kept.
KEPT = ("taste", "habit", "work", "home", "plan", "name", "other")
NOT_KEPT = (*PATTERNS, "money")
MOST_ITEMS = 8
LONGEST_SUMMARY = 800
# A quote of one short word, "I" or "yes", would be found in any message.
_SHORTEST_QUOTE = 4
_TAG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
# Claims to something: what was offered and bought is known from elsewhere, and a fan may say so
# only to be believed later.
_BARGAINS = re.compile(
    r"\b(?:promis\w+|discounts?|for free|free (?:content|videos?|photos?|pics?|customs?)|owe[sd]?"
    r"|entitled|refunds?|price|\d+ ?(?:usd|eur|dollars?|euros?|bucks)\b|\d+ ?%)|[$€£]|\d ?%"
)
# Fans' words that would be orders in a prompt, and what closes a quotation there.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|reveal|obey|system prompt|instructions?|you are now"
    r"|you must|the assistant|language model|jailbreak)\b|[<>{}|`#\"]"
)

SCHEMA: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["items", "summary"],
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind", "about", "text", "message_id", "quote"],
                "properties": {
                    "kind": {"type": "string", "enum": ["tag", "fact"]},
                    "about": {"type": "string", "enum": [*KEPT, *NOT_KEPT]},
                    "text": {"type": "string"},
                    "message_id": {"type": "integer"},
                    "quote": {"type": "string"},
                },
            },
        },
        "summary": {"type": "string"},
    },
}


class _Item(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    kind: Literal["tag", "fact"]
    about: str = "other"
    text: str
    message_id: int
    quote: str


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)

    items: tuple[_Item, ...]
    summary: str | None = None


class NotAProfile(ValueError):
    """The answer is not what was asked for; the message says where, never what."""


@dataclass(frozen=True)
class Learned:
    """What may be kept, and how many items were dropped for which reason."""

    items: tuple[Json, ...]
    summary: str | None
    dropped: Mapping[str, int]


def learned_from(
    answer: str, messages: Mapping[int, str], removed: Collection[str] = ()
) -> Learned:
    """
    Return what may be kept of a model's `answer` about `messages`, the fan's texts by their id.

    `removed` is what an operator took out: it is not learned again, nor is what says the same.
    Raises NotAProfile if the answer is not the JSON that was asked for.
    """
    try:
        parsed = _Answer.model_validate_json(_json_in(storable(answer)))
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        # A field that we did not ask for has a name of the model's.
        known = {*_Answer.model_fields, *_Item.model_fields}
        where = ".".join(
            str(part) if isinstance(part, int) or part in known else "…"
            for part in faults[0]["loc"]
        ) or "the answer"  # fmt: skip
        raise NotAProfile(f"{where}: {faults[0]['type']}") from None
    kept: dict[tuple[str, str], Json] = {}
    dropped: Counter[str] = Counter()
    for item in parsed.items:
        text = _text_of(item)
        if reason := _fault(item, text, messages, removed):
            dropped[reason] += 1
        elif (item.kind, text.casefold()) in kept or len(kept) == MOST_ITEMS:
            dropped["too many"] += 1
        else:
            kept[item.kind, text.casefold()] = {
                "kind": item.kind, "text": text, "message_id": item.message_id,
            }  # fmt: skip
    return Learned(tuple(kept.values()), _summary_of(parsed.summary or ""), dropped)


def _json_in(answer: str) -> str:
    """Models that know no structured output put their JSON between fences, or talk before it."""
    begin, end = answer.find("{"), answer.rfind("}")
    return answer[begin : end + 1] if 0 <= begin < end else answer


def _text_of(item: _Item) -> str:
    if item.kind == "fact":
        return " ".join(item.text.split()).strip(" .")
    return re.sub(r"[^a-z0-9]+", "_", plain(item.text.replace("_", " "))).strip("_")


def _fault(
    item: _Item, text: str, messages: Mapping[int, str], removed: Collection[str]
) -> str | None:
    """Say in a word why an item is not kept."""
    if not (
        _TAG.fullmatch(text) and len(text) <= 60 if item.kind == "tag" else 3 <= len(text) <= 200
    ):
        return "form"
    if item.message_id not in messages:
        return "unknown message"
    if not _is_quoted(item.quote, messages[item.message_id]):
        return "made up"
    if found := kinds_of(text) or kinds_of(_context_of(item.quote, messages[item.message_id])):
        return found[0]
    if item.about not in KEPT:
        return item.about if item.about in NOT_KEPT else "form"
    if _ORDERS.search(text.casefold()):
        return "order"
    if _BARGAINS.search(plain(text.replace("_", " ")) + text):
        return "bargain"
    if any(_says_the_same(text, each) for each in removed):
        return "removed"
    return None


def _is_quoted(quote: str, message: str) -> bool:
    words = plain(quote)
    return len(words) >= _SHORTEST_QUOTE and words in plain(message)


def _context_of(quote: str, message: str) -> str:
    """Return the sentence that a quote stands in: its other words say whom and what it is about."""
    words = plain(quote)
    around = [part for part in re.split(r"(?<=[.!?…])\s+|\n+", message) if words in plain(part)]
    return around[0] if around else message


def _says_the_same(text: str, other: str) -> bool:
    """Tell whether most of the words are the same, endings and small words aside."""
    ours, theirs = _stems(text), _stems(other)
    return len(ours & theirs) >= 0.6 * max(1, len(ours | theirs))


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]{3,}", plain(text.replace("_", " ")))
    return {word[:3] for word in words if word not in ("the", "and")}


def _summary_of(text: str) -> str | None:
    """Return the sentences that may be kept, as many as fit; None for none."""
    fitting: list[str] = []
    for sentence in _sentences(" ".join(text.split())):
        if sum(map(len, fitting)) + len(fitting) + len(sentence) > LONGEST_SUMMARY:
            break
        fitting.append(sentence)
    return " ".join(fitting) or None


def _sentences(text: str) -> Iterable[str]:
    kept = without_sensitive(text)
    return (
        each for each in re.split(r"(?<=[.!?…])\s+", kept) if not _ORDERS.search(each.casefold())
    )
