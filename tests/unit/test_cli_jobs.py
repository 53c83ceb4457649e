"""`fanpace jobs`: what it prints, and how it ends when something is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from worker.cli import main
from worker.database import Database as RealDatabase
from worker.errors import DatabaseUnavailable, RpcRejected

DEAD = {
    "jobs": [
        {
            "id": 7, "job_type": "reply", "fan": "ada", "finished_at": "2026-11-22T12:00:00Z",
            "error": {"message": "no such model"},
        },
        {"id": 8, "job_type": "deliver", "fan": None, "finished_at": "x", "error": None},
    ],
    "unknown_messages": [{"id": 5, "fan": "ada", "sending_at": "y", "body": "hey there"}],
}  # fmt: skip


class Database:
    """Answers as told and keeps what it was asked to do."""

    def __init__(self) -> None:
        self.dead: Any = DEAD
        self.asked: list[Any] = []

    async def list_dead_jobs(self) -> Any:
        return self.dead

    async def requeue_dead_job(self, job_id: int) -> Any:
        if job_id == 404:
            raise RpcRejected("no such dead job", code="PT404")
        if job_id == 403:
            raise RpcRejected("permission denied", code="42501")
        self.asked.append(job_id)
        return {"outcome": "queued"}

    async def resolve_message(self, message_id: int, finding: str) -> Any:
        self.asked.append((message_id, finding))
        return {"outcome": finding, "turn_status": "answered"}

    async def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Database:
    database = Database()

    async def connect(url: str, key: str) -> Database:
        return database

    monkeypatch.setattr(RealDatabase, "connect", connect)
    for name, value in {
        "SUPABASE_URL": "http://127.0.0.1:1", "SUPABASE_KEY": "k", "FANVUE_TOKEN": "t",
        "OPENAI_BASE_URL": "http://127.0.0.1:1", "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return database


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["jobs", *arguments])


def test_the_dead_and_the_unknown_are_listed(database: Database) -> None:
    result = run("dead")
    assert result.exit_code == 0, result.output
    for word in ("7", "reply", "ada", "no such model", "hey there"):
        assert word in result.output
    assert json.loads(run("dead", "--json").output) == DEAD


def test_that_nothing_is_dead_is_said(database: Database) -> None:
    database.dead = {"jobs": [], "unknown_messages": []}
    assert run("dead").output == "nothing is dead and nothing is unknown\n"


def test_the_named_jobs_are_requeued(database: Database) -> None:
    assert run("requeue", "7", "9").output == "7: queued\n9: queued\n"
    assert database.asked == [7, 9, "closed"]


def test_all_means_every_dead_job(database: Database) -> None:
    assert run("requeue", "--all").exit_code == 0
    assert database.asked == [7, 8, "closed"]


@pytest.mark.parametrize("arguments", [(), ("7", "--all")])
def test_jobs_are_named_or_all_is_said(database: Database, arguments: tuple[str, ...]) -> None:
    assert run("requeue", *arguments).exit_code == 2
    assert database.asked == []


def test_a_job_that_is_not_dead_is_said_and_the_others_come_back(database: Database) -> None:
    result = run("requeue", "7", "404")
    assert result.exit_code == 1
    assert "7: queued" in result.output
    assert "404: is not dead" in result.output


def test_a_key_that_may_not_is_told_which_one_may(database: Database) -> None:
    result = run("requeue", "403")
    assert result.exit_code == 1
    assert "secret key" in result.output


def test_a_person_resolves_a_message(database: Database) -> None:
    assert run("resolve", "5", "sent").output == "5: sent, its turn is answered\n"
    assert database.asked == [(5, "sent"), "closed"]
    assert run("resolve", "5", "perhaps").exit_code == 2


def test_a_database_that_cannot_be_reached_is_named_with_what_to_look_at(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable() -> Any:
        raise DatabaseUnavailable("list_dead_jobs: ConnectError")

    monkeypatch.setattr(database, "list_dead_jobs", unreachable)
    result = run("dead")
    assert result.exit_code == 1
    assert "is SUPABASE_URL right?" in result.output
