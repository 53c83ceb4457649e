"""
How texts are written, as figures beside people's.

Pure functions over texts; where these come from (what was sent, a corpus) is the caller's, how they
are shown worker/style_page.py's and worker/cli_report.py's. People's figures are in
worker/data/text_style.json with their sources.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from importlib.resources import files
from statistics import fmean, pstdev
from typing import Any

from worker import emoji
from worker.rows import Json

_LAUGHTER = re.compile(
    r"\b(?:l+o+l+|lmf?ao+|rofl|a*(?:ha){2,}h?|a*(?:he){2,}h?|(?:ja){2,}j?|(?:ah){2,}a?|k{3,}|mdr+|"
    r"rs(?:rs)+)\b|😂|🤣",
    re.IGNORECASE,
)
# Three of a letter stand in no word of the six languages.
_STRETCHED = re.compile(r"([^\W\d_])\1\1", re.IGNORECASE)
_CLOSING = "\"'”’»)]}"


@dataclass(frozen=True, slots=True)
class StyleFigures:
    """
    What messages look like; shares are of messages.

    `characters` are the 10th, 50th and 90th percentile. `words_cv` is the standard deviation of
    the number of words over its mean. What ends in an emoji has no final punctuation.
    """

    n: int
    characters: tuple[float, float, float]
    words_mean: float
    words_cv: float
    lower_case_start: float
    full_stop: float
    no_final_punctuation: float
    question_mark: float
    exclamation_mark: float
    laughter: float
    stretched_letters: float
    em_dash: float
    semicolon: float

    def as_json(self) -> dict[str, object]:
        return {each.name: getattr(self, each.name) for each in fields(self)}


_PLAIN_FIELDS = tuple(each.name for each in fields(StyleFigures) if each.name != "characters")


@dataclass(frozen=True, slots=True)
class Reference:
    """People's figures of one kind of messages, and where they are from."""

    name: str
    source: str
    figures: StyleFigures


@dataclass(frozen=True, slots=True)
class Replies:
    """What replies look like: their bubbles, and what only a whole reply has."""

    bubbles: StyleFigures
    replies: int
    bubbles_a_reply: float
    bubble_shares: tuple[float, float, float]
    emoji_a_message: float
    words: tuple[int, ...]

    def as_json(self) -> dict[str, object]:
        return {
            "replies": self.replies,
            "messages": self.bubbles.as_json(),
            "bubbles_a_reply": self.bubbles_a_reply,
            "bubble_shares": list(self.bubble_shares),
            "emoji_a_message": self.emoji_a_message,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of what was sent in a time: of all of it, and of each vibe."""

    since: datetime
    until: datetime
    creators: tuple[str, ...]
    is_cut: bool
    all: Replies | None
    by_vibe: Mapping[str, Replies]

    def as_json(self) -> dict[str, object]:
        people = {each.name: each for each in references()}
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "creators": list(self.creators),
            "is_cut": self.is_cut,
            "sent": self.all.as_json() if self.all else None,
            "by_vibe": {name: each.as_json() for name, each in self.by_vibe.items()},
            "people": {
                name: {"source": each.source, **each.figures.as_json()}
                for name, each in people.items()
            },
            "people_emoji_a_message": emoji_of_people()[0],
            "people_bubble_shares": list(bubbles_of_people()),
        }


def report(answer: Json) -> Report:
    """Return the figures of the database's style_report."""
    replies: dict[tuple[str, int], list[str]] = {}
    for message in answer["messages"]:
        key = (message["vibe"] or "none", message["turn_id"])
        replies.setdefault(key, []).append(message["body"])
    vibes = sorted({vibe for vibe, _ in replies})
    found = {
        vibe: replies_figures([texts for (name, _), texts in replies.items() if name == vibe])
        for vibe in vibes
    }
    return Report(
        since=datetime.fromisoformat(answer["since"]),
        until=datetime.fromisoformat(answer["until"]),
        creators=tuple(creator["display_name"] for creator in answer["creators"]),
        is_cut=len(answer["messages"]) >= answer["messages_limit"],
        all=replies_figures(list(replies.values())),
        by_vibe={vibe: figures for vibe, figures in found.items() if figures},
    )


def replies_figures(replies: Sequence[Sequence[str]]) -> Replies | None:
    """Return the figures of replies, each a list of its bubbles; None if there is none."""
    replies = [reply for reply in replies if reply]
    bubbles = [bubble for reply in replies for bubble in reply]
    if not bubbles:
        return None
    sizes = Counter(min(len(reply), 3) for reply in replies)
    return Replies(
        bubbles=figures(bubbles),
        replies=len(replies),
        bubbles_a_reply=len(bubbles) / len(replies),
        bubble_shares=(
            sizes[1] / len(replies), sizes[2] / len(replies), sizes[3] / len(replies),
        ),
        emoji_a_message=fmean(emoji.count(bubble) for bubble in bubbles),
        words=tuple(len(bubble.split()) for bubble in bubbles),
    )  # fmt: skip


def figures(texts: Sequence[str]) -> StyleFigures:
    """Return the figures of at least one message."""
    words = [len(text.split()) for text in texts]
    ends = Counter(final_mark(text) for text in texts)

    def share(count: float) -> float:
        return count / len(texts)

    return StyleFigures(
        n=len(texts),
        characters=percentiles([len(text) for text in texts]),
        words_mean=fmean(words),
        words_cv=pstdev(words) / fmean(words) if any(words) else 0.0,
        lower_case_start=share(sum(text.lstrip("\"'“¿¡(")[:1].islower() for text in texts)),
        full_stop=share(ends["."]),
        no_final_punctuation=share(ends[""]),
        question_mark=share(ends["?"]),
        exclamation_mark=share(ends["!"]),
        laughter=share(sum(_LAUGHTER.search(text) is not None for text in texts)),
        stretched_letters=share(sum(_STRETCHED.search(text) is not None for text in texts)),
        em_dash=share(sum("—" in text for text in texts)),
        semicolon=share(sum(";" in text for text in texts)),
    )


def final_mark(text: str) -> str:
    """Return ".", "?", "!" or another mark that ends `text`, behind quotes; "" for none."""
    last = text.rstrip().rstrip(_CLOSING)[-1:]
    return last if last in tuple(".?!…,;:") else ""


def percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the 10th, 50th and 90th percentile, each one of the values."""
    ordered = sorted(values)
    low, middle, high = (ordered[round(share * (len(ordered) - 1))] for share in (0.1, 0.5, 0.9))
    return low, middle, high


@cache
def references() -> tuple[Reference, ...]:
    """Return people's figures."""
    return tuple(
        Reference(
            name=each["name"],
            source=each["source"],
            figures=StyleFigures(
                characters=tuple(each["characters"]),
                **{each_field: each[each_field] for each_field in _PLAIN_FIELDS},
            ),
        )
        for each in _data()["sets"]
    )


@cache
def emoji_of_people() -> tuple[float, str]:
    """Return how many emoji people send a message, and the source."""
    found = _data()["emoji_a_message"]
    return found["value"], found["source"]


@cache
def bubbles_of_people() -> tuple[float, ...]:
    """Return people's shares of turns of one, two, three and more messages."""
    return tuple(_data()["bubbles"]["shares"])


def _data() -> dict[str, Any]:
    text = files("worker").joinpath("data/text_style.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
