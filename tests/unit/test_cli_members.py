"""`fanpace members` and `fanpace audit`: what they print, and what they send to the database."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from click.testing import CliRunner, Result

from worker.cli import main
from worker.cli_audit import in_words
from worker.database import Database as RealDatabase
from worker.errors import RpcRejected

MIA = {
    "creator_id": 1, "creator": "Luna", "email": "mia@example.com", "role": "operator",
    "since": "2026-11-22T12:00:00+00:00",
}  # fmt: skip
PAUSED = {
    "id": 3, "at": "2026-11-22T12:00:00+00:00", "actor": "u", "actor_email": "mia@example.com",
    "actor_role": "authenticated", "creator_id": 1, "fan": "p", "fan_id": 7, "action": "fan.mode",
    "detail": {"automation": ["auto", "paused"]},
}  # fmt: skip


class Database:
    """Answers as told and keeps what it was asked."""

    def __init__(self) -> None:
        self.members: list[Any] = [MIA]
        self.entries: list[Any] = [PAUSED]
        self.asked: list[Any] = []

    async def list_members(self) -> Any:
        return {"members": self.members}

    async def add_member(self, *asked: Any) -> Any:
        if asked[1] == "nobody@example.com":
            raise RpcRejected("add_member: no such person (PT404)", code="PT404")
        self.asked.append(asked)
        return {}

    async def remove_member(self, *asked: Any) -> Any:
        self.asked.append(asked)
        return {}

    async def list_audit(self, *asked: Any) -> Any:
        self.asked.append(asked)
        return {"entries": self.entries}

    async def close(self) -> None:
        pass


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Database:
    database = Database()

    async def connect(url: str, key: str) -> Database:
        return database

    monkeypatch.setattr(RealDatabase, "connect", connect)
    for name, value in {
        "SUPABASE_URL": "http://127.0.0.1:1", "SUPABASE_KEY": "k", "FANVUE_TOKEN": "t",
        "OPENAI_BASE_URL": "http://127.0.0.1:1", "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m",
        "COLUMNS": "200",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return database


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_members_are_listed_for_people_and_for_programs(database: Database) -> None:
    assert "mia@example.com  operator  2026-11-22" in run("members", "list").output
    assert json.loads(run("members", "list", "--json").output) == {"members": [MIA]}
    database.members = []
    assert "fanpace members add" in run("members", "list").output


def test_who_is_added_is_a_viewer_unless_it_is_said(database: Database) -> None:
    run("members", "add", "a@example.com", "--creator", "1")
    run("members", "add", "a@example.com", "--creator", "1", "--role", "operator")
    run("members", "remove", "a@example.com", "--creator", "1")
    assert database.asked == [
        (1, "a@example.com", "viewer"), (1, "a@example.com", "operator"), (1, "a@example.com"),
    ]  # fmt: skip


def test_a_person_without_a_login_is_said_in_a_line(database: Database) -> None:
    ended = run("members", "add", "nobody@example.com", "--creator", "1")
    assert (ended.exit_code, database.asked) == (1, [])
    assert "no such person" in ended.output


def test_the_record_is_printed_with_old_and_new(database: Database) -> None:
    told = run("audit").output
    assert "2026-11-22 12:00:00" in told
    assert "mia@example.com" in told
    assert "automation auto → paused" in told
    assert json.loads(run("audit", "--json").output) == {"entries": [PAUSED]}


def test_a_key_is_named_by_its_role(database: Database) -> None:
    database.entries = [{**PAUSED, "actor": None, "actor_email": None, "actor_role": "postgres"}]
    assert "postgres" in run("audit").output


def test_a_fan_and_a_moment_are_passed_on(database: Database) -> None:
    run("audit", "--fan", "ada", "--since", "2026-11-01", "--most", "5")
    ((fan, since, most),) = database.asked
    assert (fan, most) == ("ada", 5)
    assert since == datetime(2026, 11, 1).astimezone()


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({"prompts": [None, "abc"], "worker": "1.0"}, "prompts none → abc, worker 1.0"),
        ({"funnel_config": {"vip_spend": [100, 50]}}, "funnel_config (vip_spend 100 → 50)"),
        ({"persona": "changed"}, "persona changed"),
        ({}, ""),
    ],
)
def test_details_in_words(detail: dict[str, Any], words: str) -> None:
    assert in_words(detail) == words
