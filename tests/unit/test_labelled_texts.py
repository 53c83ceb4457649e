"""
Precision and recall of every rule and every trigger, on labelled texts in six languages.

labelled.jsonl is what the patterns were tuned on, held_out.jsonl was written before any of them
and is only measured. `fanpace check-text --score FILE` prints the same table.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from worker import checker, signals
from worker.scoring import Labelled, Score, scores, table
from worker.text_lines import read_line

DATA = Path(__file__).parents[1] / "data"
RULES = [rule.name for rule in checker.RULES]
# Their texts are made below: nobody wants to read three thousand characters in a table.
MADE = {"empty", "too_long"}


def rules_scored(path: Path) -> tuple[Score, ...]:
    lines = [line for raw in path.read_bytes().splitlines() if (line := read_line(raw))]
    rows = [
        Labelled(
            line.text, line.labels or frozenset(), frozenset(checker.check(line.text, line.context))
        )
        for line in lines
    ]
    return scores(rows, RULES)


def triggers_scored(path: Path) -> tuple[Score, ...]:
    lines = [line for raw in path.read_bytes().splitlines() if (line := read_line(raw))]
    rows = [
        Labelled(line.text, line.labels or frozenset(), frozenset(signals.triggers_in(line.text)))
        for line in lines
    ]
    return scores(rows, signals.TRIGGERS)


def assert_good(found: tuple[Score, ...], least: float) -> None:
    print(f"\n{table(found)}")
    weak = [score for score in found if min(score.precision, score.recall) < least]
    assert not weak


def test_every_rule_is_precise_and_complete_on_the_labelled_texts() -> None:
    found = rules_scored(DATA / "checker" / "labelled.jsonl")
    assert {score.name for score in found} == set(RULES) - MADE
    assert all(score.hits + len(score.missed) >= 20 for score in found)
    assert_good(found, 0.95)


def test_every_trigger_is_precise_and_complete_on_the_labelled_texts() -> None:
    found = triggers_scored(DATA / "triggers" / "labelled.jsonl")
    assert {score.name for score in found} == set(signals.TRIGGERS)
    assert all(score.hits + len(score.missed) >= 20 for score in found)
    assert_good(found, 0.95)


@pytest.mark.parametrize("name", ["held_out"])
def test_the_rules_hold_on_texts_that_they_were_not_tuned_on(name: str) -> None:
    found = rules_scored(DATA / "checker" / f"{name}.jsonl")
    print(f"\n{table(found)}")
    main = {"claims_human", "invented_offer", "off_platform", "guilt_scarcity"}
    assert main | {"leaked_instructions"} <= {score.name for score in found}
    assert all(score.precision >= 0.8 for score in found)


def test_there_is_a_harmless_near_miss_for_every_text_that_is_refused() -> None:
    for name in RULES:
        if name in MADE:
            continue
        about = [
            line
            for line in (DATA / "checker" / "labelled.jsonl").read_text("utf-8").splitlines()
            if f'"about": "{name}"' in line
        ]
        harmless = [line for line in about if '"rules": []' in line]
        assert len(harmless) >= 20, name


INVISIBLE = ["", " ", "\n", "\t", "\u200b", "\u2060", "\u00ad", "\ufeff", "\u00a0", "\u2003"]


@pytest.mark.parametrize("one", INVISIBLE)
@pytest.mark.parametrize("times", [1, 7])
def test_nothing_to_be_seen_is_empty(one: str, times: int) -> None:
    assert "empty" in checker.check(one * times)
    assert "empty" not in checker.check(one * times + "?")


@pytest.mark.parametrize("more", range(1, 21))
def test_what_does_not_fit_into_a_reply_is_too_long(more: int) -> None:
    assert "too_long" in checker.check("so " * (checker.LONGEST // 3) + "x" * (2 + more))
    assert "too_long" not in checker.check("x" * (checker.LONGEST + 1 - more))
