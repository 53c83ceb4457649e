"""
Say whether a reply makes an offer, and with which of its bubbles.

Too often rather than too seldom: what counts as an offer by mistake only lets the next one wait,
what is overlooked goes out beside every gate. Whether an offer may be made is the database's, how a
price is written worker/spoken_prices.py's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from worker import plain_text
from worker.rows import Json

# Returns the names of the rules that a text breaks; asked without any known offer.
Check = Callable[[str], Sequence[str]]
INVENTED = "invented_offer"

_NUMBER = re.compile(
    r"(?<![\d.,:/])(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{2}))?(?![\d%:/]|[.,]\d)"
    # A number of something else.
    r"(?! ?(?:min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|km|am|pm|uhr|anos|ans|anni"
    r"|jahre|horas|stunden|heures|ore)\b)"
)
# Too common to tell one title from another.
_SMALL = plain_text.words(
    "a an the my your of and for with in on at to el la los las un una de del mi y con o os as um "
    "uma do da meu minha e com der die das ein eine mein meine und mit le les une des du mon ma et "
    "il lo gli i mio mia di"
)


def offers_named(text: str, known_offers: Iterable[Json]) -> tuple[Json, ...]:
    """
    Return those of `known_offers` that `text` names by their title or their price.

    All words of the title, in whatever order, or the amount, with or without a currency. An offer
    is {"title", "price_cents", …}.
    """
    form = plain_text.plain(text)
    said = _words(form)
    amounts = {_cents(match[1], match[2]) for match in _NUMBER.finditer(form)}
    return tuple(
        offer
        for offer in known_offers
        if offer["price_cents"] in amounts or _title_words(offer["title"]) <= said
    )


def offer_made(
    text: str, bubbles: Sequence[str], offer: Json | None, check: Check
) -> dict[str, int]:
    """
    Return what a reply says of the offer that it makes; empty where it makes none.

    {"offer_id": its id, "offer_bubble": the first bubble that names it, from 1}. What would be an
    invented offer if nothing could be offered is this offer, however it is worded.
    """
    if offer is None or not _makes(text, offer, check):
        return {}
    naming = (place for place, bubble in enumerate(bubbles, 1) if _makes(bubble, offer, check))
    return {"offer_id": offer["id"], "offer_bubble": next(naming, 1)}


def _makes(text: str, offer: Json, check: Check) -> bool:
    return bool(offers_named(text, (offer,))) or INVENTED in check(text)


def _words(form: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", form))


def _title_words(title: str) -> frozenset[str]:
    words = _words(plain_text.plain(title))
    return words - _SMALL or words


def _cents(whole: str, rest: str | None) -> int:
    return int(re.sub(r"[.,]", "", whole)) * 100 + int(rest or 0)
