"""
The estimate of tokens, beside what four real vocabularies count.

tests/data/token_counts.jsonl was counted once, with the npm packages gpt-tokenizer 4 (cl100k_base,
o200k_base), llama3-tokenizer-js 1 and mistral-tokenizer-js 1, none of which is needed here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.tokens import estimate_tokens

COUNTED: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/token_counts.jsonl").read_text().splitlines()
]
LANGUAGES = ("en", "es", "pt", "de", "fr", "it")
# The languages that most is written in, and kinds of text that are long enough to judge.
KINDS = sorted({each["kind"] for each in COUNTED} - {"empty"})


def ratio(kind: str, vocabulary: str) -> float:
    texts = [each for each in COUNTED if each["kind"] == kind]
    counted: int = sum(each["counts"][vocabulary] for each in texts)
    return sum(estimate_tokens(each["text"]) for each in texts) / counted


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("vocabulary", ["cl100k", "o200k", "llama3"])
def test_no_kind_of_text_is_estimated_more_than_a_tenth_too_low(kind: str, vocabulary: str) -> None:
    assert ratio(kind, vocabulary) >= 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_nor_more_than_a_fifth_with_a_vocabulary_of_only_32k(kind: str) -> None:
    assert ratio(kind, "mistral") >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_is_talk_in_our_languages_estimated_at_twice_its_size(language: str) -> None:
    assert ratio(language, "cl100k") <= 1.5
    assert ratio(language, "o200k") <= 1.7


def test_no_single_text_of_some_length_is_far_too_low() -> None:
    low = {
        each["text"]: estimate_tokens(each["text"]) / max(each["counts"].values())
        for each in COUNTED
        if max(each["counts"].values()) >= 10
    }
    assert len(low) > 80
    assert min(low.values()) >= 0.7


def test_nothing_costs_nothing() -> None:
    assert estimate_tokens("") == 0


def test_the_data_cover_every_vocabulary_and_many_scripts() -> None:
    sizes: dict[str, int] = defaultdict(int)
    for each in COUNTED:
        assert set(each["counts"]) == {"cl100k", "o200k", "llama3", "mistral"}
        sizes[each["kind"]] += 1
    assert {"ru", "ar", "hi", "zh", "ja", "ko", "emoji", "base64", "markup"} <= set(sizes)


@given(st.text(), st.text())
def test_more_text_never_costs_less_and_no_byte_more_than_a_token(one: str, other: str) -> None:
    both = estimate_tokens(f"{one}\n{other}")
    assert both >= max(estimate_tokens(one), estimate_tokens(other))
    assert both <= len(f"{one}\n{other}".encode("utf-8", "replace")) + 1
