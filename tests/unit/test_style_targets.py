"""What `make style` measures: the corpus, the targets with twenty seeds, the generated cases."""

from __future__ import annotations

import re

import pytest

from bench import style
from bench.style import Target, corpus, dressed, lower_case_bounds, targets
from bench.style_cases import Case, complaint, found
from tests.library import PROMPTS
from worker.languages import LANGUAGES
from worker.style_figures import replies_figures
from worker.vibes import STAGES

VIBES = {vibe.name: vibe for vibe in PROMPTS.vibes}
CORPUS = corpus()


def test_the_corpus_has_at_least_300_distinct_texts_for_every_vibe_and_stage() -> None:
    assert len({each.text for each in CORPUS}) == len(CORPUS) >= 300
    assert {each.vibe for each in CORPUS} == set(VIBES)
    assert {(each.vibe, each.stage) for each in CORPUS} == {(v, s) for v in VIBES for s in STAGES}
    assert {each.language for each in CORPUS} == set(LANGUAGES)


def test_the_corpus_has_what_machines_write_and_what_may_not_change() -> None:
    text = "\n".join(each.text for each in CORPUS)
    for pattern in ("—", "…", ";", r"\*\*", "“", r"\$\d", "https://", "@luna", "- ", "¿"):
        assert re.search(pattern, text), pattern
    assert all(name in each.text for each in CORPUS for name in each.names)


def test_every_target_is_met_with_each_of_twenty_seeds() -> None:
    runs = [dressed(CORPUS, VIBES, seed) for seed in range(style.SEEDS)]
    figures = [figures for figures in map(replies_figures, runs) if figures]
    assert len(figures) == 20
    for target in targets(figures, lower_case_bounds(CORPUS, VIBES, runs[0])):
        assert target.is_met, target.as_json()


def test_without_style_the_same_texts_miss_the_targets() -> None:
    raw = replies_figures([(each.text,) for each in CORPUS])
    assert raw is not None
    bounds = lower_case_bounds(CORPUS, VIBES, [(each.text,) for each in CORPUS])
    missed = {target.name for target in targets([raw], bounds) if not target.is_met}
    assert missed >= {"ends with a full stop", "no final punctuation", "em dash"}
    assert "starts in lower case" in missed


def test_names_prices_and_links_of_the_corpus_stand_as_they_were() -> None:
    kept = re.compile(r"https://[\w./-]+\w|[$€]\d+(?:\.\d+)?|\d[\d,.]*\d? €|@[\w.]+\w|\d+")
    for each, bubbles in zip(CORPUS, dressed(CORPUS, VIBES, 5), strict=True):
        text = "\n".join(bubbles)
        assert kept.findall(each.text) == kept.findall(text)
        assert all(text.count(name) == each.text.count(name) for name in each.names)


def test_a_target_is_missed_by_one_bad_seed() -> None:
    assert Target("x", (0.2, 0.3), 0.2, 0.3).is_met
    assert not Target("x", (0.2, 0.31), 0.2, 0.3).is_met


def test_the_check_of_generated_cases_sees_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    each = Case(1, "It is $5 for Luna", ("Luna",), ("$5", "Luna"))
    assert found(each.text, each.kept) == ["$5"], "only what the generator knows is looked for"
    assert complaint(each, VIBES["clean"], 1) is None

    class Spoilt:
        bubbles = ("It is $6 for Luna",)

    monkeypatch.setattr("bench.style_cases.dress", lambda *_: Spoilt)
    assert complaint(each, VIBES["clean"], 1) is not None
