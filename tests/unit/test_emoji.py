"""How many emoji there are, and what is left when some go."""

from __future__ import annotations

import pytest

from worker.emoji import at_most, count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("none at 5:30 #1 (c)", 0),
        ("😍😘", 2),
        ("👋🏽 ❤️ 🇩🇪", 3),
        ("a family 👨‍👩‍👧 is one picture", 1),
    ],
)
def test_emoji_are_counted_as_readers_see_them(text: str, expected: int) -> None:
    assert count(text) == expected


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("so cute 😍😘🔥", 1, "so cute 😍"),
        ("so cute 😍😘", 0, "so cute"),
        ("so cute 😍, really", 0, "so cute, really"),
        ("👋🏽 you 👨‍👩‍👧 there", 0, "you there"),
        ("I love that 😍 Tell me more", 0, "I love that\nTell me more"),
        ("I ❤️ that 😍", 0, "I ❤️ that"),
        ("😍😘", 0, "😍"),
    ],
)
def test_what_is_left_reads_as_before(text: str, most: int, expected: str) -> None:
    assert at_most(text, most) == expected


def test_an_emoji_of_a_name_is_part_of_the_name() -> None:
    assert at_most("hey Luna 🌙 you 😍", 0, ("Luna 🌙",)) == "hey Luna 🌙 you"
