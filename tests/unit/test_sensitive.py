"""What is not kept about a fan: a labelled set in six languages, and the summaries' sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from worker.sensitive import kinds_of, without_sensitive
from worker.sensitive_patterns import PATTERNS

LABELLED = [
    (line.partition("\t")[0], line.partition("\t")[2])
    for line in (Path(__file__).parents[1] / "data" / "sensitive_texts.txt")
    .read_text()
    .splitlines()
    if line and not line.startswith("#")
]


def test_the_set_is_large_and_has_every_kind() -> None:
    kept = [text for kind, text in LABELLED if kind == "-"]
    assert len(LABELLED) - len(kept) >= 100
    assert len(kept) >= 70
    assert {kind for kind, _ in LABELLED} == {"-", *PATTERNS}


@pytest.mark.parametrize(("kind", "text"), [each for each in LABELLED if each[0] != "-"])
def test_it_is_not_kept(kind: str, text: str) -> None:
    assert kind in kinds_of(text)


@pytest.mark.parametrize("text", [text for kind, text in LABELLED if kind == "-"])
def test_a_near_miss_is_kept(text: str) -> None:
    assert kinds_of(text) == ()


@pytest.mark.parametrize("text", ["HAS_DEPRESSION", "has dépression", "hаs dеprеssion", "**ill**"])
def test_capitals_accents_and_lookalike_letters_hide_nothing(text: str) -> None:
    assert kinds_of(text) == ("health",)


def test_a_summary_loses_the_sentences_that_are_not_kept() -> None:
    text = (
        "They talked about boats. His wife Anna is ill! He plans a trip to Faro."
        " Call him on 555 123 4567. She likes his photos"
    )
    assert without_sensitive(text) == (
        "They talked about boats. He plans a trip to Faro. She likes his photos"
    )
