"""What models write and people do not, and what they type instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.prose_tells import without_dashes, without_tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I like it — a lot", "I like it, a lot"),
        ("I like it—a lot", "I like it, a lot"),
        ("Really? — Yes", "Really? Yes"),
        ("— hello", "hello"),
        ("I was going to—", "I was going to..."),
        ("one – two", "one, two"),
        ("one -- two--three", "one, two, three"),
        ("Berlin–Paris", "Berlin-Paris"),
        ("see https://example.com/a—now", "see https://example.com/a now"),
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


def test_a_dash_inside_of_a_protected_text_stays() -> None:
    assert without_dashes("a — b — c", ("a — b",)) == "a — b, c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I love it; really", "I love it, really"),
        ("nice ;) one", "nice ;) one"),
        ("I’m “fine”…", 'I\'m "fine"...'),
        ("**Hey** you, _really_ *so* good", "Hey you, really so good"),
        ("2 * 3 * 4 and a*b", "2 * 3 * 4 and a*b"),
        ("## Plans\n\n- swim\n- sleep", "Plans\nswim\nsleep"),
        ("too  many   spaces", "too many spaces"),
        ("Yay! So good!! Love it!", "Yay! So good. Love it."),
        ("¡Hola! ¿Y tú?", "Hola! Y tú?"),
        ("Merci ! Trop bien !", "Merci ! Trop bien."),
        ("Great question! I like both.", "I like both."),
        ("Certainly! I like both.", "Sure! I like both."),
        ("Great question!", "Great question!"),
        ("Sounds good. Let me know if you have any other questions!", "Sounds good."),
        ("I'm here to listen.", "I'm here to listen."),
        ("call it $20; or **$25**!", "call it $20, or $25!"),
        ("ask @_nova_ or https://example.com/a_b_c", "ask @_nova_ or https://example.com/a_b_c"),
        ("ask D’Arcy, she’s there", "ask D’Arcy, she's there"),
    ],
)
def test_tells_go_and_everything_else_stays(text: str, expected: str) -> None:
    assert without_tells(text) == expected


PIECES = (
    "Certainly! ", "so", " — ", "**", "*", "; ", "…", "!", "“", "# ", "- ", "\n", "_", "!!", ". ",
    "I'm here to help!", "5", "$3", "@mia", "Luna", "  ", "—",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=10).map("".join))
def test_of_generated_texts_no_dash_remains_and_nothing_protected_changes(text: str) -> None:
    found = without_tells(text, ("Luna",))
    assert "—" not in found
    assert found.count("Luna") == text.count("Luna")
