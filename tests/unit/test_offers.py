"""Whether a reply makes an offer, and with which bubble."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.offers import offer_made, offers_named
from worker.spoken_prices import spoken_price

BEACH = {"id": 7, "title": "Beach set", "price_cents": 2500, "currency": "USD"}
NIGHT = {"id": 8, "title": "Night in Málaga", "price_cents": 1999, "currency": "EUR"}


def nothing_broken(text: str) -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize(
    "text",
    [
        "want my beach set?", "my Beach Set, it's 25", "the set from the beach 😊", "BEACH  SET",
        "it's $25", "25$ and it's yours", "only 25 dollars", "25 bucks", "25.00 USD", "25,00 €",
        "for 25 you can have it", "𝐁𝐞𝐚𝐜𝐡 𝐬𝐞𝐭", "beach\nset", "25!",
    ],
)  # fmt: skip
def test_title_or_price_name_the_offer(text: str) -> None:
    assert offers_named(text, [BEACH, NIGHT]) == (BEACH,)


@pytest.mark.parametrize(
    "text",
    [
        "I love the beach", "the sunset was lovely", "all set for tonight?", "how are you?",
        "I'm 250 miles away", "it's 2.50", "in 25 minutes", "25% of me is tired", "at 25:00",
        "125", "25.5", "2500", "the beach resettled me", "",
    ],
)  # fmt: skip
def test_words_and_numbers_that_only_resemble_it_do_not(text: str) -> None:
    assert offers_named(text, [BEACH]) == ()


def test_each_offer_is_told_from_the_others_accents_and_small_words_aside() -> None:
    assert offers_named("a night at malaga, 19,99", [BEACH, NIGHT]) == (NIGHT,)
    assert offers_named("my beach set or the night in Málaga", [BEACH, NIGHT]) == (BEACH, NIGHT)
    assert offers_named("1,999", [NIGHT]) == ()
    assert offers_named("1,999 or 1.999", [{**NIGHT, "price_cents": 199900}]) != ()


def test_a_title_of_small_words_alone_is_still_a_title() -> None:
    assert offers_named("the one", [{"title": "The of", "price_cents": 500}]) == ()
    assert offers_named("the one", [{"title": "The", "price_cents": 500}]) != ()


@given(
    st.integers(100, 1_000_000),
    st.sampled_from(["USD", "EUR", "GBP", "CHF"]),
    st.sampled_from(["{}", "it's {} for you", "{}!", "({})", "so, {}, ok?"]),
)
def test_every_price_is_recognised_as_it_stands_in_the_prompt(
    cents: int, currency: str, around: str
) -> None:
    offer = {"title": "Zebra album", "price_cents": cents, "currency": currency}
    assert offers_named(around.format(spoken_price(cents, currency)), [offer]) == (offer,)


def test_the_first_bubble_that_names_it_makes_the_offer() -> None:
    made = offer_made("hm\nbeach set? $25", ["hm", "beach set?", "$25"], BEACH, nothing_broken)
    assert made == {"offer_id": 7, "offer_bubble": 2}


def test_an_offer_that_no_single_bubble_names_counts_from_the_first() -> None:
    made = offer_made("beach set", ["beach", "set"], BEACH, nothing_broken)
    assert made == {"offer_id": 7, "offer_bubble": 1}


def test_a_reply_that_names_nothing_makes_no_offer() -> None:
    assert offer_made("hey you", ["hey you"], BEACH, nothing_broken) == {}


def test_without_an_offer_that_may_be_made_none_is() -> None:
    assert offer_made("beach set, $25", ["beach set, $25"], None, nothing_broken) == {}


def test_what_would_be_an_invented_offer_is_this_offer_however_it_is_worded() -> None:
    def check(text: str) -> tuple[str, ...]:
        return ("invented_offer",) if "something special" in text else ()

    bubbles = ["hey", "I've got something special for you"]
    assert offer_made("\n".join(bubbles), bubbles, BEACH, check) == {
        "offer_id": 7,
        "offer_bubble": 2,
    }


@pytest.mark.parametrize(
    ("cents", "currency", "spoken"),
    [
        (2500, "USD", "$25"), (1250, "USD", "$12.50"), (1905, "EUR", "€19.05"),
        (700, "GBP", "£7"), (2500, "CHF", "25 CHF"),
    ],
)  # fmt: skip
def test_a_price_is_written_as_people_type_it(cents: int, currency: str, spoken: str) -> None:
    values: Any = (cents, currency)
    assert spoken_price(*values) == spoken
