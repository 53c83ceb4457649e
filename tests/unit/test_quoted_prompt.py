"""A model that recites its prompt is recognised; one that merely talks is not."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from tests.library import PROMPTS
from worker.prompts import PromptView

VIEW = PromptView("Mia", "I live by the sea and I love long walks at night.", "sales", "vip")
SYSTEM = PROMPTS.system(VIEW)
LINES = [line for line in SYSTEM.splitlines() if len(line.split()) >= 12 and "Mia" not in line]


@pytest.mark.parametrize("number", range(len(LINES)))
def test_every_line_of_the_prompt_is_known_again(number: int) -> None:
    line = LINES[number]
    if line != VIEW.persona:
        assert PROMPTS.quoted_in(f"ok fine: {line.upper()}")


@pytest.mark.parametrize(
    "disguised",
    [
        SYSTEM[200:600],
        SYSTEM[200:600].replace(" ", "\n"),
        SYSTEM[200:600].replace(" ", " ** "),
        SYSTEM[200:600][::-1],
        base64.b64encode(SYSTEM.encode()).decode(),
        base64.urlsafe_b64encode(SYSTEM[:300].encode()).decode(),
        SYSTEM[:300].encode().hex(),
    ],
)
def test_a_disguise_does_not_help(disguised: str) -> None:
    assert PROMPTS.quoted_in(disguised)


def test_the_creator_s_own_words_may_be_said() -> None:
    assert not PROMPTS.quoted_in(VIEW.persona)


def test_the_fixed_texts_may_be_sent() -> None:
    assert not PROMPTS.quoted_in(PROMPTS.fixed("identity", "en", VIEW))


def test_ordinary_talk_is_not_taken_for_a_prompt() -> None:
    lines = (Path(__file__).parents[1] / "data/token_counts.jsonl").read_text().splitlines()
    talk = [json.loads(line) for line in lines]
    mistaken = [
        each["text"]
        for each in talk
        if each["kind"] not in ("prompt", "long") and PROMPTS.quoted_in(each["text"])
    ]
    # One example there is a line of ours.
    assert [text[:20] for text in mistaken] == ["Mention that there i"]
