"""Two replies in a row do not open alike."""

from __future__ import annotations

import pytest

from tests.unit.test_reply import reply_job
from worker.openings import repeats_opening, replies_said, vary_opening


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("Haha, you did what?", "haha no way", True),
        ("Haha, you did what?", "no way haha", False),
        ("I love that song", "I love Berlin", True),
        ("I love that song", "I like Berlin", False),
        ("That's so you", "that’s so sweet", True),
        ("Yes, always", "Yes please", False),
        ("Sooo tired", "so happy for you", True),
        ("😍", "😍", False),
        ("Hey you", "", False),
    ],
)
def test_a_filler_alone_is_an_opening_and_otherwise_two_words(
    text: str, last: str, expected: bool
) -> None:
    assert repeats_opening(text, ["Haha, you did what?", "I love you", last]) is expected


def test_only_the_last_reply_counts() -> None:
    assert not repeats_opening("Haha, really?", ["Haha, no", "Sure"])
    assert not repeats_opening("Haha, really?", [])


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("Haha, you did what?", "haha no", "You did what?"),
        ("haha 😂 you did what?", "haha no", "you did what?"),
        ("Haha", "haha no", "Haha"),
        ("Oh no, poor you", "oh well", "Oh no, poor you"),
        ("I love that song", "I love Berlin", "I love that song"),
        ("Haha, you did what?", "Sure", "Haha, you did what?"),
    ],
)
def test_a_filler_that_opened_the_last_reply_goes(text: str, last: str, expected: str) -> None:
    assert vary_opening(text, [last]) == expected


def test_what_was_said_is_what_went_out_one_text_for_each_turn() -> None:
    context = reply_job("hi").context
    row = context["messages"][0]

    def ours(turn: int, body: str, **values: str) -> dict[str, object]:
        values = {"kind": "reply", "status": "sent", **values}
        return {**row, "direction": "outbound", "turn_id": turn, "body": body, **values}

    messages = [
        ours(1, "I'm an AI", kind="fixed"), ours(1, "hey"), ours(1, "you"),
        ours(2, "never sent", status="cancelled"), ours(3, "so"), row,
    ]  # fmt: skip
    assert replies_said(messages) == ["hey\nyou", "so"]
