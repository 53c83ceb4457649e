"""
The four other queues, the settings at which they are measured, and how to run their programs.

A program is called with a command and options, and prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.peers import install
from bench.project import empty
from devstack.postgres import Server


class PeerFailed(RuntimeError):
    """A peer's program ended without a result."""


@dataclass(frozen=True)
class Peer:
    """One queue. `fast` is its fastest documented setting, in words."""

    name: str
    program: str
    default: str
    fast: str
    fast_options: dict[str, Any] = field(default_factory=dict)
    pushes_back: bool = False
    """Whether a keyed job that waits can be moved to a later time."""

    @cached_property
    def system(self) -> str:
        """Name and pinned version."""
        return f"{self.name} {_versions()[self.name]}"

    def options(self, fast: bool) -> dict[str, Any]:
        return {"fast": True, **self.fast_options} if fast else {}

    def setting(self, fast: bool) -> str:
        return f"fastest documented: {self.fast}" if fast else f"default: {self.default}"

    async def call(
        self, folder: Path, dsn: str, command: str, *, allowed: float = 300, **options: Any
    ) -> dict[str, Any]:
        """Run one command of the peer's program; return what it printed last."""
        interpreter = "node" if self.program.endswith(".mjs") else str(install.python(folder))
        process = await asyncio.create_subprocess_exec(
            interpreter, self.program, command, json.dumps({"dsn": dsn, **options}),
            cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            async with asyncio.timeout(allowed):
                out, err = await process.communicate()
        except TimeoutError as exc:
            raise PeerFailed(f"{self.name} {command} took more than {allowed:g} s") from exc
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        lines = out.decode().strip().splitlines()
        if process.returncode != 0 or not lines:
            raise PeerFailed(f"{self.name} {command} failed:\n{err.decode()[-1500:]}")
        found: dict[str, Any] = json.loads(lines[-1])
        return found

    def database(self, server: Server, suffix: str = "") -> AbstractContextManager[str]:
        """An empty database of its own; yields its DSN."""
        return empty(server, f"bench_{self.program.split('.')[0]}{suffix}")


def _versions() -> dict[str, str]:
    node, pypi = install.PINS
    found: dict[str, str] = json.loads(node.read_text())["dependencies"]
    for line in pypi.read_text().split():
        package, _, version = line.partition("==")
        found[package] = version
    return found


GRAPHILE = Peer(
    "graphile-worker", "graphile.mjs",
    "poll 2 s, 10 jobs at once",
    "local queue of 500, batched completion, 24 at once, poll 100 ms",
    pushes_back=True,
)  # fmt: skip
PG_BOSS = Peer(
    "pg-boss", "pgboss.mjs",
    "poll 2 s, 10 workers, one job a poll",
    "poll 0.5 s, 10 workers, batches of 100",
    pushes_back=True,
)  # fmt: skip
PROCRASTINATE = Peer(
    "procrastinate", "procrastinate_peer.py", "poll 5 s, 10 jobs at once", "poll 0.1 s"
)
PGQUEUER = Peer(
    "pgqueuer", "pgqueuer_peer.py",
    "sleeps to the next job, floor 0.1 s, batches of 10",
    "batches of 100, floor set to 10 ms",
    {"floor_ms": 10},
)  # fmt: skip

PEERS = (GRAPHILE, PG_BOSS, PROCRASTINATE, PGQUEUER)
