"""The draft loop: how often, with which words, and against what a reply is read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.test_reply import Model, reply_job
from worker.checker import RULES, Offer, check
from worker.conversation import ChatTurn
from worker.drafting import Drafter, check_context, note_on
from worker.errors import ReplyRefused
from worker.model import ModelParams
from worker.model_request import ModelRequest

TURNS = (ChatTurn("user", "hi"),)
REQUEST = ModelRequest("SYSTEM", TURNS, ModelParams(), 1, 1, 8192)


async def draft(model: Model) -> str:
    return (await Drafter(model).draft(REQUEST, check)).text  # type: ignore[arg-type]


async def test_a_good_text_is_taken_at_once_and_the_prompt_is_as_it_was() -> None:
    model = Model("hey you")
    assert await draft(model) == "hey you"
    assert [system for system, _ in model.asked] == ["SYSTEM"]


async def test_the_reason_is_fed_back_in_words_and_the_refused_text_is_not() -> None:
    model = Model("only today for you zebra", "add me on snapchat zebra", "hey you")
    assert await draft(model) == "hey you"
    first, second, third = (system for system, _ in model.asked)
    assert first == "SYSTEM"
    assert second.startswith("SYSTEM\n\n")
    assert "nothing that runs out" in second
    assert "no other app" in third
    assert "nothing that runs out" not in third
    assert "zebra" not in second + third
    assert all(turns == TURNS for _, turns in model.asked)


async def test_after_two_regenerations_a_person_has_to_write() -> None:
    model = Model(*["I'm human"] * 4)
    with pytest.raises(ReplyRefused, match="claims_human"):
        await draft(model)
    assert len(model.asked) == 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_can_be_put_to_the_model_in_words(rule: Any) -> None:
    note = note_on([rule.name])
    assert rule.instead in note
    # A note that broke a rule itself would teach what it forbids.
    assert "claims_human" not in check(rule.instead)


def test_a_reply_is_read_against_what_was_sent_and_what_may_be_offered() -> None:
    job = reply_job("hola guapa, ¿qué haces hoy?", "yo estoy en casa y no tengo nada que hacer")
    job.context["messages"][:0] = [
        {**job.context["messages"][0], "id": 0, "direction": "outbound", "body": "sent line"},
        {**job.context["messages"][0], "id": 0, "direction": "outbound", "body": "never sent"},
    ]
    for message, status in zip(job.context["messages"], ("sent", "cancelled"), strict=False):
        message["status"] = status
    job.context["known_offers"] = [{"title": "Beach", "price_cents": 1250, "currency": "USD"}]
    context = check_context(job)
    assert context.known_offers == (Offer("Beach", Decimal("12.50")),)
    assert context.said == ("sent line",)
    assert (context.creator, context.language) == ("Luna", "es")


def test_without_offers_or_a_clear_language_nothing_is_assumed() -> None:
    context = check_context(reply_job("ok"))
    assert (context.known_offers, context.language) == ((), None)
