"""What the model reads of a conversation: what was said, and last what is unanswered."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.conversation import ChatTurn, chat_turns
from worker.tokens import MESSAGE_OVERHEAD, estimate_tokens


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


LONG_CHAT = [row(1, "one"), ours(2, "two"), row(3, "three"), ours(4, "four"), row(5, "five")]


def cost(turns: list[ChatTurn]) -> int:
    return sum(estimate_tokens(turn.content) + MESSAGE_OVERHEAD for turn in turns)


def test_the_oldest_question_makes_way_together_with_its_answer() -> None:
    everything = chat_turns(LONG_CHAT, [5])
    assert [turn.content for turn in everything] == ["one", "two", "three", "four", "five"]
    assert chat_turns(LONG_CHAT, [5], max_tokens=cost(everything)) == everything
    assert chat_turns(LONG_CHAT, [5], max_tokens=cost(everything) - 1) == everything[2:]
    assert chat_turns(LONG_CHAT, [5], max_tokens=cost(everything[2:]) - 1) == everything[4:]


def test_a_burst_that_was_answered_makes_way_whole() -> None:
    messages = [row(1, "one"), row(2, "two"), ours(3, "three"), row(4, "four")]
    kept = chat_turns(messages, [4], max_tokens=cost(chat_turns(messages, [4])) - 1)
    assert kept == [ChatTurn("user", "four")]


def test_what_is_unanswered_comes_before_all_history() -> None:
    messages = [row(1, "a"), ours(2, "b"), row(3, "word " * 30), row(4, "five")]
    kept = chat_turns(messages, [3, 4], max_tokens=cost([ChatTurn("user", "five")]))
    assert kept == [ChatTurn("user", "five")]


def test_the_newest_message_is_read_whole_whatever_its_length() -> None:
    assert chat_turns([row(1, "hi"), row(2, "c" * 50)], [1, 2], max_tokens=2) == [
        ChatTurn("user", "c" * 50)
    ]


def test_a_note_stands_first_in_the_fan_s_role_and_takes_its_share() -> None:
    everything = chat_turns(LONG_CHAT, [5])
    noted = chat_turns(LONG_CHAT, [5], note="[before]")
    assert noted == [ChatTurn("user", "[before]\n\none"), *everything[1:]]
    less = chat_turns(LONG_CHAT, [5], max_tokens=cost(everything), note="[before]")
    assert less == [ChatTurn("user", "[before]\n\nthree"), *everything[3:]]


def test_a_note_before_our_own_words_is_a_turn_of_its_own() -> None:
    turns = chat_turns([ours(1, "hey"), row(2, "hi")], [2], note="[before]")
    assert [turn.role for turn in turns] == ["user", "assistant", "user"]
    assert turns[0].content == "[before]"


@given(
    st.lists(st.tuples(st.booleans(), st.text("ab ", min_size=0, max_size=8)), max_size=12),
    st.integers(1, 150),
)
def test_turns_alternate_and_end_with_the_fan(said: list[tuple[bool, str]], bound: int) -> None:
    messages = [
        (row if fans else ours)(number, body) for number, (fans, body) in enumerate(said)
    ] + [row(99, "well?")]
    turns = chat_turns(messages, [99], max_tokens=bound)
    assert turns[-1].content.endswith("well?")
    assert turns[-1].role == "user"
    assert all(a.role != b.role for a, b in pairwise(turns))
    bodies = {body.strip() for _, body in said} | {"well?"}
    assert all(part in bodies for turn in turns for part in turn.content.split("\n"))
