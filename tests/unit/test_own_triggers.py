"""A creator's own triggers: phrases that work, faults that are named, and nothing that hangs."""

from __future__ import annotations

from typing import Any

import pytest

from worker.own_triggers import own_triggers
from worker.signals import recognise, triggers_in


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("spicy list", "is the SPICY list out yet", True),
        ("spicy list", "the spicy, list!", True),
        ("spicy list", "a spicy shopping list", False),
        ("spicy * list", "a spicy shopping list", True),
        ("spicy * list", "spicy list", True),
        ("spicy * list", "spicy and then one very long list", False),
        ("menü", "zeig mal das menu", True),
        ("list", "listen to me", False),
        ("a+b (x)", "a+b x please", True),
    ],
)
def test_a_phrase_is_found_as_it_is_typed(phrase: str, text: str, found: bool) -> None:
    own = own_triggers([phrase])
    assert own.faults == ()
    assert triggers_in(text, own) == (("asks_for_content",) if found else ())


def test_a_phrase_may_name_its_trigger_and_asks_for_content_all_the_same() -> None:
    own = own_triggers([{"phrase": "the damage", "trigger": "asks_price"}])
    assert triggers_in("so what's the damage", own) == ("asks_for_content", "asks_price")
    assert recognise("so what's the damage") == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("😏😏", "entry 2: has no word in it"),
        ("*", "entry 2: has no word in it"),
        (7, 'entry 2: needs a "phrase"'),
        (None, 'entry 2: needs a "phrase"'),
        ({"trigger": "asks_price"}, 'entry 2: needs a "phrase"'),
        ({"phrase": "menu", "trigger": "asks_me"}, "entry 2: names no trigger: 'asks_me'"),
        ("x" * 201, "entry 2: is longer than 200 characters"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_others_work(entry: Any, said: str) -> None:
    own = own_triggers(["spicy list", entry])
    (fault,) = own.faults
    assert said in fault
    assert triggers_in("spicy list?", own) == ("asks_for_content",)


@pytest.mark.parametrize("value", [None, [], {}, "menu", 5])
def test_a_column_that_holds_anything_else_stops_nothing(value: Any) -> None:
    assert triggers_in("hello", own_triggers(value)) == ()


def test_no_phrase_can_make_the_worker_hang() -> None:
    own = own_triggers(["(a+)+$", "* a * a * a * a * a * b", "a" * 200])
    # A catastrophe would not come back from here.
    assert triggers_in("a " * 2500 + "!", own) == ()
