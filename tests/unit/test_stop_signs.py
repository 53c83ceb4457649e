"""
Precision and recall of every stop sign, on labelled texts in six languages.

stop_signs.jsonl was written in three parts, each before the rules had seen it; what they found then
is in docs/stop-signs.md.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from worker import misspellings
from worker.scoring import Labelled, scores, table
from worker.signals import NAMES as SIGNALS
from worker.signals import recognise
from worker.stop_signs import NAMES, stop_signs_in

TODAY = date(2026, 11, 23)
LINES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "signals" / "stop_signs.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.fixture(scope="module")
def labelled() -> list[Labelled]:
    """Each line with what was found in it."""
    return [
        Labelled(
            line["text"],
            frozenset(line["signals"]),
            frozenset(stop_signs_in(line["text"], today=TODAY)),
        )
        for line in LINES
    ]


def test_every_sign_is_found_and_near_misses_are_not(labelled: list[Labelled]) -> None:
    found = scores(labelled, NAMES)
    print(f"\n{table(found)}")
    assert [score.name for score in found] == list(NAMES)
    for score in found:
        assert score.recall >= 0.98, score
        assert score.precision >= 0.95, score


def test_all_signs_together_are_as_good_in_every_language(labelled: list[Labelled]) -> None:
    for language in ("en", "es", "pt", "de", "fr", "it"):
        rows = [row for line, row in zip(LINES, labelled, strict=True) if line["lang"] == language]
        hits = sum(len(row.expected & row.found) for row in rows)
        assert len(rows) >= 90
        assert hits >= 0.98 * sum(len(row.expected) for row in rows), language
        assert hits >= 0.95 * sum(len(row.found) for row in rows), language


def test_the_texts_are_many_and_nearly_half_of_them_near_misses() -> None:
    assert len({line["text"] for line in LINES}) == len(LINES) >= 400
    near = [line for line in LINES if not line["signals"]]
    assert 0.4 <= len(near) / len(LINES) <= 0.6
    assert {name for line in LINES for name in line["signals"]} == set(NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("born in 2011", True),
        ("born in 2008", True),
        ("born in 2007", False),
        ("born in 1990", False),
        ("nací en 2010", True),
        ("jahrgang 2012", True),
        ("my kid was born in 2011", False),
    ],
)
def test_a_year_of_birth_is_an_age(text: str, found: bool) -> None:
    assert stop_signs_in(text, today=TODAY) == (("minor",) if found else ())


def test_who_was_a_minor_by_the_year_is_none_later() -> None:
    assert stop_signs_in("born in 2011", today=date(2031, 1, 1)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "k1ll myself", "k i l l  m y s e l f", "k.i.l.l myself", "KILL MYSELF", "kiiiill myself",
        "kill my self", "𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟", "ｋｉｌｌ ｍｙｓｅｌｆ", "ki\u200bll myself", "kіll mysеlf",
        "*kill* myself", "i want to 💀 myself", "$uicide", "sucide", "suicdal", "I'm suicidal!!!",
    ],
)  # fmt: skip
def test_disguises_and_slips_do_not_hide_it(text: str) -> None:
    assert stop_signs_in(text) == ("self_harm",)


@pytest.mark.parametrize(
    "text",
    ["", " ", "😂", "!!!", "a" * 5000, "i am " * 1000, "my " * 1500, "15 " * 1500, "in der " * 800],
    ids=["none", "space", "emoji", "marks", "letters", "i am", "my", "numbers", "in der"],
)
def test_no_text_makes_it_hang_or_fail(text: str) -> None:
    # A catastrophe would not come back from here.
    assert set(stop_signs_in(text)) <= set(NAMES)


def test_distress_is_what_falls_short_of_self_harm() -> None:
    assert stop_signs_in("my dad died") == ("distress",)
    assert stop_signs_in("my dad died and i want to die too") == ("self_harm",)


def test_one_text_may_show_several_signs_in_one_order() -> None:
    text = "im 15, give me a refund or i will kill you, i'm broke"
    assert stop_signs_in(text) == ("minor", "threat", "refund_legal", "cannot_afford")


def test_stop_signs_are_among_a_message_s_signals() -> None:
    assert set(NAMES) <= set(SIGNALS)
    assert recognise("my card was charged twice, I want a refund") == ("refund_legal", "billing")
    assert recognise("my card was declined") == ("billing",)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("sucide", "suicide"),
        ("suicdie", "suicide"),
        ("suiciide", "suicide"),
        ("suivide", "suicide"),
        ("suicide", "suicide"),
        ("sulcude", "sulcude"),
        ("colleague", "colleague"),
        ("avocado", "avocado"),
    ],
)
def test_one_slip_in_a_telling_word_is_put_right_and_other_words_are_left(
    typed: str, read: str
) -> None:
    assert misspellings.corrected(f"a {typed} b") == f"a {read} b"
