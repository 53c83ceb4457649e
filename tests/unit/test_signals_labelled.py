"""
Precision and recall of the sincere question and of opting out and in, on lines in six languages.

`fanpace signals --score tests/data/signals/sincere.jsonl` prints the same table; docs/signals.md
says how the rules fared on lines when they first saw them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from worker.scoring import Labelled, Score, scores, table
from worker.signals import recognise

DATA = Path(__file__).parents[1] / "data" / "signals"
LANGUAGES = ("en", "es", "pt", "de", "fr", "it")
NAMES = ("sincere_question", "opt_out", "opt_in")


def labelled(file: str, language: str | None = None) -> list[Labelled]:
    rows = [json.loads(line) for line in (DATA / file).read_text("utf-8").splitlines()]
    return [
        Labelled(
            row["text"],
            frozenset(row["signals"]),
            frozenset(recognise(row["text"], creator=row.get("context", {}).get("creator", ""))),
        )
        for row in rows
        if language in (None, row["lang"])
    ]


def scored(file: str, language: str | None = None) -> dict[str, Score]:
    found = scores(labelled(file, language), NAMES)
    print(f"\n{language or 'all'}\n{table(found)}")
    return {score.name: score for score in found}


def test_a_sincere_question_is_recognised_and_play_is_not() -> None:
    (score,) = scored("sincere.jsonl").values()
    assert score.recall >= 0.98, score.missed
    assert score.precision >= 0.95, score.false


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sincere_question_is_recognised_in_each_language(language: str) -> None:
    (score,) = scored("sincere.jsonl", language).values()
    assert score.recall >= 0.96, score.missed
    assert score.precision >= 0.93, score.false


@pytest.mark.parametrize("name", ["opt_out", "opt_in"])
def test_who_wants_no_messages_or_wants_them_again_is_understood(name: str) -> None:
    score = scored("opt.jsonl")[name]
    assert score.recall >= 0.98, score.missed
    assert score.precision >= 0.98, score.false


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wants_no_messages_is_understood_in_each_language(language: str) -> None:
    score = scored("opt.jsonl", language)["opt_out"]
    assert score.recall >= 0.95, score.missed
    assert score.precision >= 0.95, score.false


def test_there_are_enough_lines_and_half_of_them_are_near_misses() -> None:
    rows = [json.loads(line) for line in (DATA / "sincere.jsonl").read_text("utf-8").splitlines()]
    languages = Counter(row["lang"] for row in rows)
    near_misses = sum(not row["signals"] for row in rows)
    assert len(rows) >= 500
    assert set(languages) == set(LANGUAGES)
    assert min(languages.values()) >= len(rows) / 7
    assert 0.45 <= near_misses / len(rows) <= 0.55


@pytest.mark.parametrize("text", ["START", "start", "Start!", "start 🙂", "unstop", "EMPEZAR"])
def test_a_bare_start_wants_messages_again(text: str) -> None:
    assert "opt_in" in recognise(text)


@pytest.mark.parametrize("text", ["let's start", "start with a kiss", "kick-start", "start what?"])
def test_start_inside_talk_does_not(text: str) -> None:
    assert "opt_in" not in recognise(text)


def test_the_creator_s_name_asks_for_her() -> None:
    assert "sincere_question" in recognise("is this really luna?", creator="Luna")
    assert "sincere_question" not in recognise("is this really luna?", creator="Mia")


@pytest.mark.parametrize(
    "text",
    [
        "which book are you reading?", "do you like boats?", "are you ready?", "are you waiting?",
        "what are you making?", "are you loving it?", "do you like candles?", "you like boots?",
        "is this your phone?", "which chapter are you on?",
    ],
)  # fmt: skip
def test_words_that_look_like_telling_ones_are_themselves(text: str) -> None:
    assert "sincere_question" not in recognise(text)
