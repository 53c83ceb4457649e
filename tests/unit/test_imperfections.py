"""What typing on a phone does to a text, and what it never touches."""

from __future__ import annotations

import re
from random import Random

import pytest

from worker import imperfections
from worker.imperfections import correction, dropped_period, lowercase_start, uppercase_start


def outcomes(text: str, kind: str, protected: tuple[str, ...] = ()) -> set[str]:
    function = getattr(imperfections, kind)
    rng = Random(8)
    return {function(text, rng, protected) for _ in range(300)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That's so sweet", "that's so sweet"),
        ("I'm glad", "i'm glad"),
        ("I’m glad", "i’m glad"),
        ("Anna is so sweet", "Anna is so sweet"),
        ("Berlin was great", "Berlin was great"),
        ("OH wow", "OH wow"),
        ("Yes. That's it. Anna too. I know", "yes. that's it. Anna too. i know"),
        ("Hope is here, Will too", "Hope is here, Will too"),
        ("Schwimmen ist toll", "Schwimmen ist toll"),
        ("Ich auch", "ich auch"),
        ("¿Tú?", "¿tú?"),
        ("", ""),
    ],
)
def test_a_text_starts_in_lower_case_where_no_name_can_stand(text: str, expected: str) -> None:
    assert lowercase_start(text, Random(1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good night.", "Good night"),
        ("Good. Night.", "Good. Night"),
        ("Good night...", "Good night..."),
        ("Good night!", "Good night!"),
        ("see you at 5.", "see you at 5."),
        ("around 10 a.m.", "around 10 a.m."),
        ("look at https://example.com/a.", "look at https://example.com/a."),
        (".", "."),
        ("Good night. 😘", "Good night 😘"),
        ('I said "good night."', 'I said "good night"'),
    ],
)
def test_only_a_plain_full_stop_at_the_end_is_dropped(text: str, expected: str) -> None:
    assert dropped_period(text, Random(1)) == expected


def test_a_slip_doubles_a_letter_or_hits_the_key_beside_it_inside_a_long_word() -> None:
    found = outcomes("so happy", "slip")
    assert {"so happpy", "so haappy", "so hsppy", "so hapoy"} <= found
    assert all(re.fullmatch(r"so h\w{3,4}y", text) for text in found)


def test_a_stretched_letter_is_one_that_people_stretch() -> None:
    assert outcomes("so tired", "stretched_letter") == {"sooo tired", "soooo tired"}
    assert outcomes("tired", "stretched_letter") == {"tired"}


@pytest.mark.parametrize(
    "text",
    [
        "@marisol",
        "https://example.com/lovely/words",
        "lovelywords.example",
        "marisol@example.com",
        "€30 or 45dollars, 30 dollars",
        "twenty",
        "ask Marisol",
        "#lovely",
        "never human",
        "hi 2night",
    ],
)
def test_a_slip_leaves_links_handles_prices_and_names_alone(text: str) -> None:
    assert outcomes(text, "slip") == {text}


def test_a_protected_text_is_left_alone_wherever_it_occurs() -> None:
    assert outcomes("sweet marisol", "slip", ("Marisol", "sweet")) == {"sweet marisol"}
    assert lowercase_start("So far", Random(1), ("So far",)) == "So far"
    assert dropped_period("Yes, Mia.", Random(1), ("Mia.",)) == "Yes, Mia."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that's sweet. is it", "That's sweet. is it"),
        ("anna says hi", "anna says hi"),
        ("iPhone or not", "iPhone or not"),
        ("@so sweet", "@so sweet"),
    ],
)
def test_a_phone_writes_the_first_capital_by_itself(text: str, expected: str) -> None:
    assert uppercase_start(text) == expected
    assert uppercase_start(text, ("that", "anna")) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Long day. How was yours?", "Long day. How was yours"),
        ("Et toi, comment ça va ?", "Et toi, comment ça va ?"),
        ("Comment ça va ?", "Comment ça va"),
        ("You ok?", "You ok?"),
        ("What?? Why?", "What?? Why"),
        ("What did you think of example.com/a?", "What did you think of example.com/a?"),
    ],
)
def test_a_question_loses_its_mark_only_where_it_stays_one(text: str, expected: str) -> None:
    assert imperfections.dropped_question_mark(text, Random(1)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("So happy today", "so hsppy today", "*happy"),
        ("that was lovely, no", "that was lovelly, no", "*lovely"),
    ],
)
def test_a_correction_is_the_right_word_with_a_star(before: str, after: str, expected: str) -> None:
    assert correction(before, after) == expected
