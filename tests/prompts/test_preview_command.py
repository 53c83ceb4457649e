"""`fanpace prompts preview`: what would be sent, without settings, database or network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.prompts.damage import copy, remove
from worker.cli import main
from worker.languages import LANGUAGES, language_of
from worker.prompts import PromptLibrary

ROOT = Path(__file__).parents[2]


def preview(*arguments: str, **environment: str) -> Result:
    runner = CliRunner(env={"PROMPTS_DIR": "", "OPENAI_CONTEXT_TOKENS": "", **environment})
    return runner.invoke(main, ["prompts", "preview", *arguments])


def told(*arguments: str) -> dict[str, Any]:
    result = preview(*arguments, "--json")
    assert result.exit_code == 0, result.output
    shown: dict[str, Any] = json.loads(result.output)
    return shown


def test_the_command_runs_where_nothing_is_set_up(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "worker", "prompts", "preview", "--stage", "sales",
         "--vibe", "short"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    for piece in (
        "--- system ---", "You are an AI assistant", "The fan is interested in",
        "Short and snappy", "--- user ---", "--- assistant ---", "temperature=",
        "vibe short_and_snappy", "tokens, about:", PromptLibrary.load().version,
    ):  # fmt: skip
        assert piece in done.stdout


def test_a_program_is_told_the_request_itself() -> None:
    shown = told("--stage", "sales", "--tier", "vip", "--vibe", "short", "--fan-text", "hola guapa")
    assert (shown["stage"], shown["tier"], shown["vibe"]) == ("sales", "vip", "short_and_snappy")
    assert shown["messages"][-1] == {"role": "user", "content": "hola guapa"}
    assert set(shown["parameters"]) == {"temperature", "max_tokens"}
    assert shown["prompt_version"] == PromptLibrary.load().version
    tokens = shown["tokens"]
    assert tokens["answer"] == shown["parameters"]["max_tokens"]
    assert 500 < tokens["system"] < tokens["context"] == 8192
    assert "hola" not in shown["system"]


def test_what_is_known_of_a_fan_is_shown_where_it_would_stand(tmp_path: Path) -> None:
    persona = tmp_path / "persona.md"
    persona.write_text("Collects lighthouses.")
    shown = told(
        "--persona-file", str(persona), "--tag", "likes_hiking", "--fact", "has a dog",
        "--offer", "Ten photos", "--summary", "They spoke of boats.",
    )  # fmt: skip
    for piece in ("Collects lighthouses.", '"likes_hiking"', '"has a dog"', '"Ten photos"', "$25"):
        assert piece in shown["system"]
    assert "boats" not in shown["system"]
    assert "boats" in shown["messages"][0]["content"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_made_up_conversation_is_in_the_language_asked_for(language: str) -> None:
    shown = told("--language", language, "--stage", "warmup")
    said = " ".join(message["content"] for message in shown["messages"])
    assert language_of(said) == language
    assert language_of(shown["identity"]) == language


@pytest.mark.parametrize(("name", "says"), [("lon", "long_and_deep"), ("clean", "clean")])
def test_a_vibe_s_name_may_be_shortened(name: str, says: str) -> None:
    assert told("--vibe", name)["vibe"] == says


def test_a_vibe_that_is_none_or_several_is_refused(tmp_path: Path) -> None:
    result = preview("--vibe", "loud")
    assert result.exit_code == 2
    assert "there is no vibe loud: clean" in result.output
    folder = copy(tmp_path)
    (folder / "vibes/clearly.md").write_text((folder / "vibes/clean.md").read_text())
    result = preview("--vibe", "cle", "--folder", str(folder))
    assert result.exit_code == 2
    assert "cle is short for several: clean, clearly" in result.output


def test_prompts_dir_alone_is_enough_of_a_setting(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "stages/new.md").write_text("Sing to them.")
    assert "Sing to them." in preview(PROMPTS_DIR=str(folder)).output


def test_a_faulty_folder_is_not_shown(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    remove("stages/sales.md")(folder)
    result = preview("--folder", str(folder))
    assert result.exit_code == 1
    assert "stages/sales.md:1: is missing" in result.output
