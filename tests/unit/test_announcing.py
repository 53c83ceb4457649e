"""A worker announces its prompts once, as soon as it is heard, and never fails of it."""

from __future__ import annotations

from typing import Any, cast

from worker.announcing import announce
from worker.database import Database
from worker.errors import DatabaseUnavailable, RpcRejected, SchemaMismatch, WorkerError


class Answers:
    """A database that fails with these errors in turn, and then answers."""

    def __init__(self, *errors: WorkerError) -> None:
        self.errors = list(errors)
        self.heard: list[tuple[str, str]] = []

    async def announce_worker(self, worker_id: str, prompts_version: str, version: str) -> Any:
        if self.errors:
            raise self.errors.pop(0)
        assert version
        self.heard.append((worker_id, prompts_version))
        return {"outcome": "changed"}


async def announced(answers: Answers) -> list[float]:
    """Announce; return the pauses."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    await announce(cast("Database", answers), "w1", "abc", sleep=sleep)
    return pauses


async def test_it_is_said_once() -> None:
    answers = Answers()
    assert await announced(answers) == []
    assert answers.heard == [("w1", "abc")]


async def test_a_database_that_is_away_is_told_later() -> None:
    answers = Answers(DatabaseUnavailable("away"), DatabaseUnavailable("away"))
    assert len(await announced(answers)) == 2
    assert answers.heard == [("w1", "abc")]


async def test_a_database_that_waits_for_its_migrations_is_told_once_it_has_them() -> None:
    answers = Answers(SchemaMismatch("announce_worker: run `supabase db push`"))
    assert len(await announced(answers)) == 1
    assert answers.heard == [("w1", "abc")]


async def test_a_database_that_refuses_is_left_in_peace() -> None:
    answers = Answers(RpcRejected("announce_worker: no such version", code="PT422"))
    assert await announced(answers) == []
    assert answers.heard == []
