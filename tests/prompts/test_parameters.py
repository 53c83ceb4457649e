"""Model parameters in front matter: the vibe before the stage, the stage before the tier."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.prompts.damage import copy
from tests.unit.test_reply import Database, Fanvue, reply_job
from worker.budget import BudgetedFanvue
from worker.model import ModelParams
from worker.model_answers import Completion
from worker.prompts import PromptLibrary, PromptView
from worker.reply import Composer

VIEW = PromptView("Mia", "", "sales", "vip")


def library(tmp_path: Path, **settings: str) -> PromptLibrary:
    """The real prompts, each file of `settings` with that front matter in place of its own."""
    folder = copy(tmp_path)
    for name, front in settings.items():
        path = folder / f"{name.replace('__', '/')}.md"
        body = path.read_text().split("---\n")[-1]
        path.write_text(f"---\n{front}\n---\n{body}")
    return PromptLibrary.load(folder)


SYSTEM = (
    "temperature: 0.1\nmax_tokens: 100\ntop_p: 0.1\npresence_penalty: 0.1\nfrequency_penalty: 1"
)
TIER = "temperature: 0.2\nmax_tokens: 200\ntop_p: 0.2\npresence_penalty: 0.2"
STAGE = "temperature: 0.3\nmax_tokens: 300\ntop_p: 0.3"
VIBE = (
    "temperature: 0.4\nmax_tokens: 400\nwords: [1, 9]\nimperfections: []\n"
    "weights: {new: 1, warmup: 1, flirty: 1, sales: 1, post_purchase: 1}"
)


def test_what_is_nearest_to_the_reply_counts(tmp_path: Path) -> None:
    prompts = library(
        tmp_path, system=SYSTEM, tiers__vip=TIER, stages__sales=STAGE, vibes__clean=VIBE
    )
    clean = next(vibe for vibe in prompts.vibes if vibe.name == "clean")
    assert prompts.parameters(replace(VIEW, vibe=clean)) == ModelParams(0.4, 400, 0.3, 0.2, 1)
    assert prompts.parameters(VIEW) == ModelParams(0.3, 300, 0.3, 0.2, 1)
    assert prompts.parameters(replace(VIEW, stage="new")) == ModelParams(0.2, 200, 0.2, 0.2, 1)
    lone = replace(VIEW, stage="new", tier="standard")
    assert prompts.parameters(lone) == ModelParams(0.1, 100, 0.1, 0.1, 1)


def test_what_no_file_says_is_left_to_the_server() -> None:
    params = PromptLibrary.load().parameters(VIEW)
    assert (params.top_p, params.presence_penalty, params.frequency_penalty) == (None, None, None)


async def test_a_reply_is_asked_for_with_its_stage_s_parameters(tmp_path: Path) -> None:
    class Model:
        async def complete(self, system: str, messages: Any, params: ModelParams) -> Completion:
            self.params = params
            return Completion("hey you", "m", 10, 5, "stop")

    database, model = Database(), Model()
    prompts = library(tmp_path, stages__new="top_p: 0.77")
    compose = Composer(
        database,  # type: ignore[arg-type]
        model,  # type: ignore[arg-type]
        BudgetedFanvue(database, Fanvue()),  # type: ignore[arg-type]
        prompts,
        rng=random.Random(3),
    )
    await compose(reply_job("hi"))
    assert model.params.top_p == 0.77
    (reply,) = database.committed
    assert (reply["prompt_version"], reply["model"]) == (prompts.version, "m")


def test_other_parameters_are_another_version(tmp_path: Path) -> None:
    assert library(tmp_path, stages__new="top_p: 0.77").version != PromptLibrary.load().version
