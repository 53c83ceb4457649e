"""What typing on a phone does to a text, and what it never touches."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker import imperfections
from worker.imperfections import KINDS, apply, dropped_period, lowercase_start, without_dashes

LINK = re.compile(r"https?://\S+")
HANDLE = re.compile(r"@\w+")


class Always(Random):
    """Every imperfection that is allowed happens."""

    def random(self) -> float:
        return 0.0


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
        ("Schwimmen ist toll", "Schwimmen ist toll"),
        ("Ich auch", "ich auch"),
        ("¿Tú?", "¿Tú?"),
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
    assert without_dashes("a — b", ("a — b",)) == "a — b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I like it — a lot", "I like it, a lot"),
        ("I like it—a lot", "I like it, a lot"),
        ("Really? — Yes", "Really? Yes"),
        ("— hello", "hello"),
        ("I was going to—", "I was going to..."),
        ("one – two", "one, two"),
        ("5—10 of them", "5-10 of them"),
        ("@mia—hi", "@mia, hi"),
        ("ready—5 minutes", "ready, 5 minutes"),
        ("wait—, no", "wait, no"),
        ("a well-known face", "a well-known face"),
        ("line\n— next", "line\nnext"),
    ],
)
def test_dashes_give_way_to_what_people_type(text: str, expected: str) -> None:
    assert without_dashes(text) == expected


def test_apply_says_what_it_did() -> None:
    text, done = apply("That is so sweet of you.", KINDS - {"slip"}, Always(1))
    assert done == ["lowercase_start", "dropped_period", "stretched_letter"]
    assert re.fullmatch(r"that is sooo+ sweet of you", text)


def test_apply_does_only_what_is_allowed() -> None:
    assert apply("That is sweet — really.", frozenset(), Always(1)) == (
        "That is sweet, really.",
        [],
    )


def test_one_message_has_one_letter_out_of_place_at_most() -> None:
    assert apply("so happy", frozenset({"slip", "stretched_letter"}), Always(1))[1] == [
        "stretched_letter"
    ]


def test_imperfections_happen_as_often_as_they_should() -> None:
    rng = Random(6)
    runs = [apply("That made me laugh.", KINDS, rng)[1] for _ in range(4000)]
    for kind in ("lowercase_start", "dropped_period", "slip"):
        share = sum(kind in done for done in runs) / len(runs)
        assert share == pytest.approx(imperfections.CHANCES[kind], abs=0.03)


def test_an_unknown_imperfection_is_refused() -> None:
    with pytest.raises(ValueError, match="typos"):
        apply("Hi.", frozenset({"typos"}), Random(1))


FRAGMENTS = [
    "So", "I'm", "happy", "lovely", " ", " ", " — ", "—", ". ", ".", ", ", "\n", "Marisol",
    "https://example.com/a-b?c=d", "http://x.example/sooo", "@marisol", "@mari_99", "$12.50",
    "30", "12€", "5 dollars", "10—20", "so", "yes", "😘",
]  # fmt: skip
PIECES = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6))


@given(st.lists(PIECES, max_size=14).map("".join), st.integers())
def test_numbers_links_handles_and_protected_texts_are_never_changed(text: str, seed: int) -> None:
    rng = Always(seed) if seed % 2 else Random(seed)
    changed, _ = apply(text, KINDS, rng, ["Marisol"])
    assert re.findall(r"\d", changed) == re.findall(r"\d", text)
    assert LINK.findall(changed) == LINK.findall(text)
    assert HANDLE.findall(changed) == HANDLE.findall(text)
    assert changed.count("Marisol") == text.count("Marisol")
