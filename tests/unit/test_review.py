"""A draft in lines, and an edited text in bubbles."""

from __future__ import annotations

import pytest

from tests.unit.review_items import item
from worker.review import (
    as_text,
    bubbles_in,
    conversation_of,
    draft_of,
    edit_of,
    faults_in,
    heading_of,
    row_of,
    spoken_age,
)

DISCLOSED = item(
    1, "ada",
    bubbles=[
        {"id": 9, "body": "an AI writes here", "is_fixed": True, "is_disclosure": True},
        {"id": 10, "body": "one", "is_fixed": False, "is_disclosure": False},
        {"id": 11, "body": "two", "is_fixed": False, "is_disclosure": False},
    ],
)  # fmt: skip


def test_what_the_draft_answers_is_marked_without_colour() -> None:
    assert conversation_of(item(1, "ada")) == [
        "  22 Nov 12:00 Luna: hey you",
        "> 22 Nov 12:05 ada: ada went hiking today  [billing]",
    ]


def test_what_has_no_text_is_said_to_have_none() -> None:
    message = {**item(1, "ada")["messages"][1], "body": None, "has_media": True, "signals": []}
    assert conversation_of(item(1, "ada", messages=[message])) == [
        "> 22 Nov 12:05 ada: (media)"
    ]  # fmt: skip


def test_the_heading_says_all_that_matters_at_a_glance() -> None:
    offer = {"title": "Beach set", "price_cents": 2500, "currency": "USD"}
    vip = {**item(1, "ada")["fan"], "tier": "vip"}
    assert heading_of(item(1, "ada", offer=offer, fan=vip)) == (
        "ada for Luna | sales | VIP | spent 120 | vibe playful | offers Beach set, $25"
    )
    assert row_of(item(1, "ada", offer=offer, fan=vip)) == "ada              1m *$ "


def test_a_fixed_bubble_is_shown_as_such_and_not_given_to_the_editor() -> None:
    assert draft_of(DISCLOSED) == ["1. (fixed) an AI writes here", "2. one", "3. two"]
    assert as_text(DISCLOSED) == "one\n\ntwo"


@pytest.mark.parametrize(
    ("seconds", "spoken"), [(0, "0s"), (59, "59s"), (60, "1m"), (7300, "2h"), (200_000, "2d")]
)
def test_an_age_is_two_letters_long(seconds: float, spoken: str) -> None:
    assert spoken_age(seconds) == spoken


@pytest.mark.parametrize(
    ("text", "bubbles"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("\n\none  \nmore\n \n\ntwo\n", ["one\nmore", "two"]),
        ("", []),
        (" \n", []),
    ],
)
def test_a_blank_line_ends_a_bubble(text: str, bubbles: list[str]) -> None:
    assert bubbles_in(text) == bubbles


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["one", "two"], [{"id": 10, "body": "one"}, {"id": 11, "body": "two"}]),
        (["two", "one"], [{"id": 11, "body": "two"}, {"id": 10, "body": "one"}]),
        (["two"], [{"id": 11, "body": "two"}]),
        (["uno", "two"], [{"id": 10, "body": "uno"}, {"id": 11, "body": "two"}]),
        (["one", "a", "b"], [{"id": 10, "body": "one"}, {"id": 11, "body": "a"}, {"body": "b"}]),
    ],
)
def test_an_edited_bubble_keeps_its_id(texts: list[str], told: list[object]) -> None:
    assert edit_of(DISCLOSED, texts) == told


def test_rules_that_bind_people_bind_an_edit() -> None:
    assert faults_in(["that is $50", "see you"]) == []  # a price is a person's to name
    (fault,) = faults_in(["hey", "I'm a real human, not a bot"])
    assert fault.startswith("bubble 2 breaks a rule: claims")
    assert faults_in([]) != []
    assert faults_in(["x"] * 6) != []
