"""`fanpace review`, `stop`, `start` and `mode` as commands: what they ask, and what they print."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.unit.review_items import Waiting, item
from worker.cli import main
from worker.database import Database as RealDatabase

MODES = {
    "stopped": True, "stopped_at": "2026-11-22T12:00:00Z", "stop_reason": "too eager",
    "mode": "auto", "reason": None,
    "creators": [{"id": 1, "display_name": "Luna", "mode": "auto", "effective": "approve",
                  "reason": "new prompts", "approval_config": {"vip": True}}],
    "fans": [{"id": 17, "fan": "ada", "mode": "human", "reason": "she asked"}],
}  # fmt: skip


class Database(Waiting):
    """Waiting drafts and switches."""

    changed = True

    async def stop_automation(self, reason: str | None = None) -> dict[str, Any]:
        self.asked.append(("stop", reason))
        return {"stopped": True, "changed": self.changed, "under_way": 2}

    async def start_automation(self, reason: str | None = None) -> dict[str, Any]:
        self.asked.append(("start", reason))
        return {"stopped": False, "changed": self.changed, "under_way": 0}

    async def set_mode(self, *what: Any) -> dict[str, Any]:
        self.asked.append(what)
        return {"before": "auto", "mode": what[2], "effective": "paused", "changed": True}

    async def list_modes(self) -> dict[str, Any]:
        return MODES


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Database:
    database = Database(item(1, "ada"), item(2, "bob", refusal="automation is paused"))

    async def connect(url: str, key: str) -> Database:
        return database

    monkeypatch.setattr(RealDatabase, "connect", connect)
    for name, value in {
        "SUPABASE_URL": "http://127.0.0.1:1", "SUPABASE_KEY": "k", "FANVUE_TOKEN": "t",
        "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return database


def run(*arguments: str, input: str | None = None) -> Result:  # noqa: A002
    return CliRunner().invoke(main, arguments, input=input)


def test_without_a_terminal_the_list_is_printed(database: Database) -> None:
    text = run("review").output
    assert text.startswith("2 waiting\n\nturn 1 revision 1, 1m: ada for Luna | sales")
    assert "  > 22 Nov 12:05 ada: ada went hiking today  [billing]" in text
    assert "    1. sounds lovely" in text
    assert "  cannot go out: automation is paused" in text
    assert json.loads(run("review", "--json").output)["waiting"] == 2


def test_each_decision_is_a_command(database: Database) -> None:
    assert run("review", "approve", "1").output.startswith("1: approved, goes out from 2026")
    assert (
        run("review", "reject", "2", "--revision", "7").output == "2: rewrite, the turn is open\n"
    )
    assert [each for each in database.asked if each != ("closed",)] == [
        ("approve", 1, 1), ("rewrite", 2, 7),
    ]  # fmt: skip


def test_what_does_not_wait_is_no_draft(database: Database) -> None:
    result = run("review", "approve", "9")
    assert result.exit_code == 1
    assert "turn 9 does not wait for a person" in result.output


def test_whoever_was_quicker_is_told_in_a_line(database: Database) -> None:
    database.too_late.add(1)
    result = run("review", "approve", "1")
    assert (result.exit_code, result.output) == (
        1, "fanpace: too late: the fan wrote again, or it was rejected\n",
    )  # fmt: skip


def test_an_edit_comes_from_options_or_a_pipe(database: Database) -> None:
    edited = ("edit", 1, 1, [{"id": 10, "body": "uno"}, {"id": 11, "body": "tell me more?"}])
    run("review", "edit", "1", "--bubble", "uno", "--bubble", "tell me more?")
    database.items.insert(0, item(1, "ada"))
    run("review", "edit", "1", input="uno\n\ntell me more?\n")
    assert [each for each in database.asked if each != ("closed",)] == [edited, edited]


def test_an_edit_that_breaks_a_rule_is_not_asked_for(database: Database) -> None:
    result = run("review", "edit", "1", "--bubble", "I'm a real human")
    assert (result.exit_code, "bubble 1 breaks a rule" in result.output) == (1, True)
    result = run("review", "edit", "2", "--bubble", "hi")
    assert (result.exit_code, "automation is paused" in result.output) == (1, True)
    assert {each for each in map(tuple, database.asked) if each != ("closed",)} == set()


def test_stop_and_start_say_what_they_changed(database: Database) -> None:
    result = run("stop", "--reason", "too eager")
    assert result.output == "stopped; 2 on the way already cannot be called back\n"
    assert run("start").output == "started\n"
    database.changed = False
    assert run("stop").output.startswith("was stopped already")
    assert run("start").output == "was not stopped\n"
    assert database.asked[0] == ("stop", "too eager")


def test_modes_are_shown_and_set(database: Database) -> None:
    shown = run("mode").output
    since = "STOPPED since 2026-11-22T12:00:00Z: too eager"
    for part in (since, "Luna", "new prompts", "she asked", "some approved"):
        assert part in shown
    assert run("mode", "global", "approve").output == "everybody: auto -> approve; paused counts\n"
    assert run("mode", "fan", "17", "paused", "--reason", "x").output == "fan 17: auto -> paused\n"
    assert [each for each in database.asked if each != ("closed",)] == [
        ("global", None, "approve", None), ("fan", 17, "paused", "x"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [["global"], ["global", "1", "auto"], ["creator", "auto"], ["fan", "ada", "auto"],
     ["fan", "17", "off"]],
)  # fmt: skip
def test_what_is_no_mode_is_said_before_anything_is_asked(
    database: Database, arguments: list[str]
) -> None:
    assert run("mode", *arguments).exit_code == 2
    assert database.asked == []
