"""What the model is told in each stage and tier is what somebody read and agreed to."""

from __future__ import annotations

import pytest

from tests.prompts.golden import FOLDER, rendered
from worker.prompt_files import TIERS
from worker.prompts import PromptLibrary
from worker.vibes import STAGES

NAMES = [f"{stage}.{tier}.md" for stage in STAGES for tier in TIERS]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return rendered(PromptLibrary.load())


def test_every_stage_and_tier_has_its_golden_file_and_there_is_no_other() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_system_prompt_is_the_one_on_file(texts: dict[str, str], name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert texts[name].splitlines() == written.splitlines(), "if meant: make prompts-golden"


def test_no_two_of_them_are_alike(texts: dict[str, str]) -> None:
    assert len(set(texts.values())) == len(NAMES)
