"""
The whole system for one test: the stack in this process, workers as real processes.
"""

from __future__ import annotations

import asyncio
import atexit
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from devstack import database, postgres, stack
from devstack.fanvue_records import Fan, Message
from tests import planted
from tests.e2e import nursery
from tests.e2e.nursery import Child

# Replies are due at once, so that a test waits for work and not for the clock.
AT_ONCE = {
    "base_delay": 0.2,
    "variance": 0,
    "long_pause_chance": 0,
    "push_back": 0.2,
    "max_push_back": 1,
    "typing_rate": 1000,
}
PATIENCE = 30


@dataclass
class World:
    """A running stack and its workers."""

    up: stack.Stack
    logs: Path
    workers: list[Child] = field(default_factory=list)

    async def start_worker(self, **environment: str) -> Child:
        log = self.logs / f"worker-{len(self.workers)}.log"
        with log.open("wb") as output, tempfile.TemporaryFile() as nothing:
            worker = await nursery.start(
                (),
                self.up.worker_environment(LOG_FORMAT="json", **environment),
                [nothing.fileno(), output.fileno(), output.fileno()],
            )
        self.workers.append(worker)
        return worker

    async def fanpace(
        self, *arguments: str, typed: str = "", **environment: str
    ) -> tuple[int, str, str]:
        """Run a command; return its exit code, what it printed and what it complained about."""
        child = await nursery.command(
            arguments, {**self.up.worker_environment(), "COLUMNS": "200", **environment}, typed
        )
        return await child.communicate()

    def log_of(self, number: int = 0) -> str:
        return (self.logs / f"worker-{number}.log").read_text()

    def rows(self, query: str, *arguments: Any) -> list[dict[str, Any]]:
        with psycopg.connect(self.up.dsn, row_factory=dict_row, autocommit=True) as connection:
            return connection.execute(query, arguments).fetchall()

    def value(self, query: str, *arguments: Any) -> Any:
        return next(iter(self.rows(query, *arguments)[0].values()))

    async def execute(self, query: str, *arguments: Any) -> None:
        """
        Change rows. In a thread, since whoever holds one of them may be the gateway, whose
        transactions end in this loop: waiting for them here would be waiting for ever.
        """

        def change() -> None:
            with psycopg.connect(self.up.dsn, autocommit=True) as connection:
                connection.execute(query, arguments)

        await asyncio.to_thread(change)

    async def until(self, what: Callable[[], Any]) -> Any:
        """Wait until `what()` is true and return it."""
        async with asyncio.timeout(PATIENCE):
            while not (result := what()):
                await asyncio.sleep(0.05)
            return result

    async def answered(self, *fans: Fan) -> list[list[str]]:
        """Wait until nothing of these fans is unanswered; return what each was sent."""

        def all_answered() -> bool:
            return all(
                self.value(
                    "select count(*) filter (where turns.status = 'answered') = count(*)"
                    " and count(*) = %s from messages join turns on turns.id = messages.turn_id"
                    " join fans on fans.id = messages.fan_id"
                    " where messages.direction = 'inbound' and fans.platform_uuid = %s",
                    sum(1 for m in self.up.platform.chat(fan).messages if m.origin == "fan"),
                    fan.uuid,
                )
                for fan in fans
            )

        await self.until(all_answered)
        return [[text_of(message) for message in self.up.platform.sent(fan)] for fan in fans]


def text_of(message: Message) -> str:
    assert message.text is not None
    return message.text


@cache
def migrated() -> Path:
    """The folder of a server with the migrated database, with whose data others begin."""
    exits = ExitStack()
    atexit.register(exits.close)
    folder = exits.enter_context(postgres.passing_folder())
    with postgres.running(folder=folder) as server:
        database.push(database.create(server, stack.DATABASE))
    return folder


@asynccontextmanager
async def world(logs: Path, **options: Any) -> AsyncIterator[World]:
    """Bring everything up; at the end no worker is left running."""
    usual = {"pacing": AT_ONCE, "model_latency": 0.0, "begin_with": migrated()}
    async with stack.running(**{**usual, **options}) as up:
        running = World(up, logs)
        try:
            yield running
            planted.refuse(f"the edge function: {line}" for line in up.log_lines)
            planted.refuse([f"PostgreSQL's log: {up.server.log.read_text(errors='replace')}"])
            if up.server.process.poll() is None:
                planted.refuse(planted.rows_with_secrets(up.dsn))
        finally:
            for worker in running.workers:
                if worker.returncode is None:
                    worker.kill()
                await worker.wait()
