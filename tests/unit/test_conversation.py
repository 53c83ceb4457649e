"""What the model reads of a conversation: what was said, and last what is unanswered."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.conversation import ChatTurn, chat_turns


def row(number: int, body: str | None, **fields: Any) -> dict[str, Any]:
    """An inbound message, as claim_jobs returns it."""
    return {
        "id": number,
        "turn_id": 1,
        "direction": "inbound",
        "kind": "fan",
        "status": "received",
        "body": body,
        "has_media": False,
        "price_cents": None,
        "sent_at": "2026-11-20T10:00:00+00:00",
    } | fields


def ours(
    number: int, body: str | None, status: str = "sent", kind: str = "reply"
) -> dict[str, Any]:
    return row(number, body, direction="outbound", kind=kind, status=status)


def test_fan_and_creator_take_turns_and_the_unanswered_message_is_last() -> None:
    messages = [row(1, "hi"), ours(2, "hey you"), row(3, "how are you?")]
    assert chat_turns(messages, [3]) == [
        ChatTurn("user", "hi"),
        ChatTurn("assistant", "hey you"),
        ChatTurn("user", "how are you?"),
    ]


def test_bubbles_and_bursts_become_one_turn_each() -> None:
    messages = [row(1, "hi"), ours(2, "hey"), ours(3, "you ok?"), row(4, "yes"), row(5, "and you")]
    assert chat_turns(messages, [4, 5]) == [
        ChatTurn("user", "hi"),
        ChatTurn("assistant", "hey\nyou ok?"),
        ChatTurn("user", "yes\nand you"),
    ]


@pytest.mark.parametrize("status", ["planned", "sending", "unknown", "cancelled", "held"])
def test_what_was_written_and_not_sent_was_not_said(status: str) -> None:
    assert chat_turns([row(1, "hi"), ours(2, "hey", status), row(3, "?")], [1, 3]) == [
        ChatTurn("user", "hi\n?")
    ]


@pytest.mark.parametrize("kind", ["reply", "fixed", "human", "automated"])
def test_everything_that_was_sent_speaks_for_the_creator(kind: str) -> None:
    turns = chat_turns([ours(1, "hey", kind=kind), row(2, "hi")], [2])
    assert turns == [ChatTurn("assistant", "hey"), ChatTurn("user", "hi")]


def test_a_bubble_that_went_out_meanwhile_comes_before_what_is_unanswered() -> None:
    messages = [row(1, "hi"), row(2, "you there?"), ours(3, "hey")]
    assert chat_turns(messages, [2]) == [
        ChatTurn("user", "hi"),
        ChatTurn("assistant", "hey"),
        ChatTurn("user", "you there?"),
    ]


def test_media_are_named_and_never_shown() -> None:
    messages = [row(1, None, has_media=True), ours(2, "wow"), row(3, "like it?", has_media=True)]
    assert [turn.content for turn in chat_turns(messages, [3])] == [
        "[sent a photo]",
        "wow",
        "like it?\n[sent a photo]",
    ]


def test_a_message_without_text_counts_only_while_it_is_unanswered() -> None:
    assert chat_turns([row(1, None), ours(2, "hey"), row(3, "")], [3]) == [
        ChatTurn("assistant", "hey"),
        ChatTurn("user", "[sent something without text]"),
    ]


def test_there_is_nothing_to_say_when_nothing_is_unanswered() -> None:
    with pytest.raises(ValueError, match="unanswered"):
        chat_turns([row(1, "hi"), ours(2, "hey")], [])


def test_old_messages_make_way_whole() -> None:
    messages = [row(1, "a" * 10), ours(2, "b" * 10), row(3, "c" * 10)]
    assert chat_turns(messages, [3], max_chars=29) == [
        ChatTurn("assistant", "b" * 10),
        ChatTurn("user", "c" * 10),
    ]
    assert len(chat_turns(messages, [3], max_chars=30)) == 3


def test_the_newest_message_is_read_whole_whatever_its_length() -> None:
    assert chat_turns([row(1, "hi"), row(2, "c" * 50)], [1, 2], max_chars=20) == [
        ChatTurn("user", "c" * 50)
    ]


@given(
    st.lists(st.tuples(st.booleans(), st.text("ab ", min_size=0, max_size=8)), max_size=12),
    st.integers(1, 60),
)
def test_turns_alternate_and_end_with_the_fan(said: list[tuple[bool, str]], bound: int) -> None:
    messages = [
        (row if fans else ours)(number, body) for number, (fans, body) in enumerate(said)
    ] + [row(99, "well?")]
    turns = chat_turns(messages, [99], max_chars=bound)
    assert turns[-1].content.endswith("well?")
    assert turns[-1].role == "user"
    assert all(a.role != b.role for a, b in pairwise(turns))
    bodies = {body.strip() for _, body in said} | {"well?"}
    assert all(part in bodies for turn in turns for part in turn.content.split("\n"))
