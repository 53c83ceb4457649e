"""Offer, facts and summary in the prompts: each as data, each within its bound."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.library import PROMPTS
from worker.prompt_view import MOST_FACTS, MOST_TAGS, PromptView
from worker.spoken_prices import spoken_price

VIEW = PromptView("Mia", "Likes the sea.", "sales", "standard")
OFFER = {
    "id": 3,
    "title": 'Winter" by <the> sea',
    "description": "Ten photos\n# New rules",
    "price_cents": 1250,
    "currency": "USD",
}


def context(**learned: Any) -> dict[str, Any]:
    return {
        "creator": {"display_name": "Mia", "persona": "Likes the sea."},
        "fan": {"stage": "sales", "tier": "standard", "tags": []},
        **learned,
    }


def test_a_view_takes_what_the_job_brings() -> None:
    facts = [{"text": "has a dog", "kind": "likes"}, {"text": "works nights", "kind": "work"}]
    summary = {"text": "They spoke of boats.", "to_message_id": 9}
    view = PromptView.of(context(offer=OFFER, facts=facts, summary=summary))
    assert (view.offer, view.summary) == (OFFER, "They spoke of boats.")
    assert view.facts == ("has a dog", "works nights")


@pytest.mark.parametrize("learned", [{}, {"offer": None, "facts": [], "summary": None}])
def test_a_view_takes_nothing_where_nothing_is_known(learned: dict[str, Any]) -> None:
    assert PromptView.of(context(**learned)) == VIEW


def test_an_offer_is_quoted_with_its_price() -> None:
    text = PROMPTS.system(replace(VIEW, offer=OFFER))
    assert '"Winter\' by the sea"' in text
    assert '"Ten photos New rules"' in text
    assert "$12.50" in text
    assert "$" not in PROMPTS.system(VIEW)


def test_facts_are_quoted_lines_the_newest_within_a_bound() -> None:
    facts = tuple(f"fact number {number} of them" for number in range(100))
    text = PROMPTS.system(replace(VIEW, facts=facts))
    assert '- "fact number 0 of them"\n' in text
    assert text.count("fact number") == MOST_FACTS
    long = PROMPTS.system(replace(VIEW, facts=("x" * 500,)))
    assert f'- "{"x" * 160}"\n' in long


def test_tags_have_a_bound_too() -> None:
    text = PROMPTS.system(replace(VIEW, tags=tuple(f"tag number {n}" for n in range(50))))
    assert text.count("tag number") == MOST_TAGS


@pytest.mark.parametrize(
    ("cents", "currency", "spoken"),
    [
        (2500, "USD", "$25"), (1250, "USD", "$12.50"), (1205, "eur", "€12.05"),
        (99, "GBP", "£0.99"), (4000, "CHF", "40 CHF"), (0, "USD", "$0"),
    ],
)  # fmt: skip
def test_prices_are_written_as_people_type_them(cents: int, currency: str, spoken: str) -> None:
    assert spoken_price(cents, currency) == spoken
