"""`fanpace import`: what it says at its end, and how far its bar is."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner
from rich.progress import Progress

from worker import cli_import
from worker.import_bar import ImportBar

PROGRESS = {
    "chats": 10, "chats_read": 4, "messages": 123, "subscribers": 3, "followers": 5,
    "spenders": 12, "spend_read": 12, "waiting": 0,
}  # fmt: skip


def shown(phase: str, **more: Any) -> tuple[str, float, float | None]:
    progress = Progress(disable=True)
    bar = ImportBar(progress)
    bar.show({"phase": phase, "left_out": [], "progress": PROGRESS, **more})
    (task,) = progress.tasks
    return task.description, task.completed, task.total


def test_the_bar_counts_fans_asked_about_and_chats_read() -> None:
    assert shown("chats") == ("listing chats", 16, None)
    assert shown("messages") == ("reading chats", 16, 22)
    assert shown("messages", left_out=["spend"]) == ("reading chats", 4, 10)


def said(monkeypatch: pytest.MonkeyPatch, outcome: dict[str, Any]) -> str:
    async def run(*_: object) -> dict[str, Any]:
        return outcome

    monkeypatch.setattr(cli_import, "run_import", run)
    monkeypatch.setattr(cli_import, "settings_or_exit", lambda: _Settings())
    result = CliRunner().invoke(cli_import.import_command, ["Luna"])
    assert result.exit_code == 0, result.output
    return result.output


class _Settings:
    log_format = "console"


def test_at_its_end_it_says_what_came_in_what_was_left_out_and_who_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = {"outcome": "imported", "progress": {**PROGRESS, "waiting": 2}, "left_out": ["spend"]}
    text = said(monkeypatch, done)
    assert "123 messages of 4 chats, 3 subscribers" in text
    assert "does not show spend: does the token have the scope read:insights?" in text
    assert "fanpace import Luna --status lists them" in text


def test_an_import_that_was_done_before_says_how_to_do_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = {
        "outcome": "done", "progress": PROGRESS, "left_out": [], "finished_at": "2026-11-22T12:00",
    }  # fmt: skip
    text = said(monkeypatch, done)
    assert text.startswith("imported before, on 2026-11-22T12:00")
    assert "--again" in text
    assert "--status" not in text


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (None, "nothing was imported yet"),
        ("followers", "reading the list of followers (by a worker)"),
        ("messages", "4 of 10 chats (by a worker)"),
        ("done", "imported, 2026"),
    ],
)
def test_the_status_says_how_far_it_is_and_who_waits(
    monkeypatch: pytest.MonkeyPatch, phase: str | None, words: str
) -> None:
    waiting = {"fan": "ada", "fan_id": 7, "messages": 2, "since": "2026-11-22T12:00:00+00:00"}
    status = {
        "creator": "Luna", "phase": phase, "progress": PROGRESS, "importer": "a worker",
        "finished_at": "2026", "waiting": [waiting],
    }  # fmt: skip
    monkeypatch.setattr(cli_import, "ask", lambda _: status)
    result = CliRunner().invoke(cli_import.import_command, ["Luna", "--status"])
    assert words in result.output
    assert ("ada" in result.output) == (phase is not None)
