"""The plain form of a text, which patterns are written for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.plain_text import plain, readings, squeezed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I’m  Here", "i'm here"),
        ("Não, é você!", "nao, e voce!"),
        ("hu\u200bman\ufe0f", "human"),
        ("*really* _me_", "really me"),
        ("ok 😘😘 then", "ok then"),
        ("Ｈi 𝐲𝐨𝐮", "hi you"),
        ("Straße", "strasse"),
        ("well…", "well..."),
    ],
)
def test_a_text_becomes_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_every_way_to_read_a_text_is_offered() -> None:
    assert "i'm real . bye" in readings("I'm real 😘 bye")
    assert "i'm real . bye" in readings("I'm real\nbye")
    assert "i'm real bye" in readings("I'm\nreal 😘 bye")
    assert "a bot" in readings("a b0t")
    assert "i'm human" in readings("I'm h-u-m-a-n")


def test_only_a_text_that_spaces_its_letters_out_is_squeezed() -> None:
    assert squeezed("I a m human") == "iamhuman"
    assert squeezed("I am human") == ""


@given(st.text())
def test_the_plain_form_is_final(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(text) in readings(text)
