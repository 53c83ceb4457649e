"""How a reply is split into the messages that it is sent as."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.bubbles import LONGEST, MOST, split

SENTENCES = "That made me laugh so much. I had to read it twice! What did your sister say to that?"


def splits(text: str, draws: int = 300) -> set[tuple[str, ...]]:
    rng = Random(5)
    return {split(text, rng) for _ in range(draws)}


def test_a_reply_breaks_at_sentence_ends_and_nowhere_else() -> None:
    first, second, third = (
        "That made me laugh so much.",
        "I had to read it twice!",
        "What did your sister say to that?",
    )
    assert splits(SENTENCES) == {
        (SENTENCES,),
        (first, f"{second} {third}"),
        (f"{first} {second}", third),
        (first, second, third),
    }


def test_a_reply_of_three_sentences_is_split_by_the_shares() -> None:
    rng = Random(2)
    sizes = Counter(len(split(SENTENCES, rng)) for _ in range(4000))
    assert [sizes[n] / 4000 for n in (1, 2, 3)] == pytest.approx([0.4, 0.36, 0.24], abs=0.03)


def test_a_line_break_is_the_likelier_place() -> None:
    rng = Random(4)
    text = "I had the longest day. Truly.\nHow was yours? Tell me all about it."
    firsts = Counter(split(text, rng)[0] for _ in range(2000))
    del firsts[text]
    assert firsts.most_common(1)[0][0] == "I had the longest day. Truly."


def test_a_short_reply_stays_whole_unless_its_writer_broke_the_line() -> None:
    assert splits("Hey. You ok? Tell me.") == {("Hey. You ok? Tell me.",)}
    assert ("hey", "you ok?") in splits("hey\nyou ok?")


def test_an_emoji_stays_with_its_sentence() -> None:
    text = "I love that so much! 😍😍 Tell me the whole story from the start."
    assert splits(text) == {
        (text,),
        ("I love that so much! 😍😍", "Tell me the whole story from the start."),
    }


@pytest.mark.parametrize(
    "text",
    [
        "It was about 3. 5 hours or so by train to the coast",
        "I met Dr. Jones at the market today and we talked",
        "look at example.com, it has the funniest pictures",
    ],
)
def test_a_full_stop_that_ends_no_sentence_is_no_break(text: str) -> None:
    assert splits(text) == {(text,)}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("I would have loved to see that with you, oh and did you eat?", None),
        ("Haha, I would have loved to see that with you", "Haha,"),
        ("Oh wow, I would have loved to see that with you", "Oh wow,"),
        ("I would have loved to see that with you 😍", "I would have loved to see that with you"),
    ],
)
def test_an_interjection_an_afterthought_and_an_emoji_are_sent_by_themselves(
    text: str, first: str | None
) -> None:
    first = first or "I would have loved to see that with you,"
    assert splits(text) == {(text,), (first, text[len(first) :].strip())}


@pytest.mark.parametrize(
    "text", ["Hey you had me at the very first word", "Hola USD 20 is what it was back then"]
)
def test_a_greeting_without_a_mark_and_an_amount_stay_together(text: str) -> None:
    assert splits(text) == {(text,)}


def test_a_few_words_are_sent_by_themselves_rather_than_two_halves() -> None:
    rng = Random(9)
    text = "No way. It was the longest day of my whole life. And then nothing came of it at all."
    firsts = Counter(split(text, rng)[0] for _ in range(3000))
    del firsts[text]
    assert firsts["No way."] > 2 * sum(n for first, n in firsts.items() if first != "No way.")


def test_a_break_never_falls_into_a_link_or_a_protected_text() -> None:
    rng = Random(3)
    text = "Here is the thing itself. I am an AI. I write for Luna. So now you know it all."
    kept = "I am an AI. I write for Luna."
    drawn = {split(text, rng, (kept,)) for _ in range(300)}
    assert all(any(kept in bubble for bubble in bubbles) for bubbles in drawn)
    assert len(drawn) > 1


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        split(" \n ", Random(1))


def test_a_text_that_cannot_fit_is_refused() -> None:
    assert len(split("x" * MOST * LONGEST, Random(1))) == MOST
    with pytest.raises(ValueError, match="3001"):
        split("x" * (MOST * LONGEST + 1), Random(1))


@given(
    st.one_of(
        st.text(min_size=1, max_size=200),
        st.text("ab.!? \n😘", min_size=1, max_size=MOST * LONGEST),
        st.lists(st.sampled_from(["x" * 990, ". ", "\n", " " * 1500, "ab "]), min_size=1).map(
            lambda parts: "".join(parts)[: MOST * LONGEST]
        ),
    ).filter(str.strip),
    st.integers(),
)
def test_bubbles_hold_the_whole_text_within_their_bounds(text: str, seed: int) -> None:
    bubbles = split(text, Random(seed))
    assert 1 <= len(bubbles) <= MOST
    assert all(bubble.strip() == bubble and 0 < len(bubble) <= LONGEST for bubble in bubbles)
    assert "".join("".join(bubbles).split()) == "".join(text.split())
    assert split(text, Random(seed)) == bubbles
