"""
What the prompts may know of a conversation, made safe to stand in them.

A fan's own words, name and handle never come here. What was learned from a fan, and the few names
that do, are data: see `as_data`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from worker.rows import Json
from worker.spoken_prices import spoken_price
from worker.vibes import Vibe

# In characters.
LONGEST_NAME = 60
LONGEST_FACT = 160
LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 400
LONGEST_SUMMARY = 2_000
LONGEST_PERSONA = 8_000
# The newest, of those that the database brings.
MOST_TAGS = 30
MOST_FACTS = 20


@dataclass(frozen=True)
class PromptView:
    """
    What the prompts may know about a conversation.

    The fan's name and handle are left out on purpose: a fan chooses them, and would be writing
    in the system prompt. `offer` is the one that may be made in this reply: title, description,
    price_cents, currency.
    """

    creator_name: str
    persona: str
    stage: str
    tier: str
    tags: tuple[str, ...] = ()
    vibe: Vibe | None = None
    offer: Json | None = None
    facts: tuple[str, ...] = ()
    summary: str = ""

    @classmethod
    def of(cls, context: Json, vibe: Vibe | None = None) -> PromptView:
        """Return the view of a reply job's `context`."""
        creator, fan = context["creator"], context["fan"]
        return cls(
            creator_name=creator["display_name"],
            persona=creator["persona"],
            stage=fan["stage"],
            tier=fan["tier"],
            tags=tuple(fan["tags"]),
            vibe=vibe,
            offer=context.get("offer"),
            facts=tuple(fact["text"] for fact in context.get("facts") or ()),
            summary=(context.get("summary") or {}).get("text", ""),
        )


def as_data(text: str, longest: int = LONGEST_NAME) -> str:
    """
    Return `text` as something that can stand in a prompt between double quotes.

    One line of at most `longest` characters, without control, invisible or private characters,
    without anything that closes a quotation or looks like mark-up.
    """
    seen = "".join(
        " " if unicodedata.category(char)[0] in "CZ" or char in "<>{}|`#" else char for char in text
    )
    plain = re.sub('["“”„‟«»]', "'", seen)
    return " ".join(plain.split())[:longest].strip()


def variables(view: PromptView) -> dict[str, object]:
    words_min, words_max = view.vibe.words if view.vibe else (1, 60)
    return {
        "creator_name": as_data(view.creator_name),
        "persona": _persona(view.persona),
        "stage": view.stage,
        "tier": view.tier,
        "tags": [tag for tag in map(as_data, view.tags[:MOST_TAGS]) if tag],
        "facts": [
            fact for each in view.facts[:MOST_FACTS] if (fact := as_data(each, LONGEST_FACT))
        ],
        "offer": _offer(view.offer),
        "vibe": view.vibe.name if view.vibe else "",
        "words_min": words_min,
        "words_max": words_max,
    }


def _offer(offer: Json | None) -> dict[str, str] | None:
    if not offer:
        return None
    return {
        "title": as_data(offer["title"], LONGEST_TITLE),
        "description": as_data(offer.get("description") or "", LONGEST_DESCRIPTION),
        "price": as_data(spoken_price(offer["price_cents"], offer["currency"])),
    }


def _persona(text: str) -> str:
    """The operator's own words: lines stay, invisible characters go."""
    kept = (char for char in text if char == "\n" or unicodedata.category(char)[0] != "C")
    return "".join(kept)[:LONGEST_PERSONA].strip()
