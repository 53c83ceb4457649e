"""
Take processes and connections away for a while: workers, the database, the function, Realtime.

When each happens is chaos_faults.py's. Nothing is taken away twice at once.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from random import Random

from devstack import postgres, stack
from devstack.chaos_workers import Workers


@dataclass
class Outages:
    """One run's outages; each is counted in `injected` when it happens."""

    up: stack.Stack
    workers: Workers
    rng: Random
    injected: Counter[str] = field(default_factory=Counter)
    _away: set[str] = field(default_factory=set)

    def _any_worker(self) -> int:
        return self.rng.randrange(self.workers.count)

    def kill(self) -> None:
        number = self._any_worker()
        if self.workers.is_settled(number):
            self.injected["kill at a random time"] += 1
            self.workers.kill(number)

    def restart_worker(self) -> None:
        number = self._any_worker()
        if self.workers.is_settled(number):
            self.injected["SIGTERM to a worker"] += 1
            self.workers.terminate(number)

    async def freeze_worker(self) -> None:
        number = self._any_worker()
        if not self.workers.is_settled(number):
            return
        self.injected["worker frozen past its leases"] += 1
        self.workers.freeze(number)
        await asyncio.sleep(8)
        self.workers.thaw(number)

    async def restart_database(self) -> None:
        await self._database("database restart", crash=False)

    async def crash_database(self) -> None:
        await self._database("database crash", crash=True)

    async def _database(self, kind: str, *, crash: bool) -> None:
        # One at a time: what is away already cannot be taken away.
        if "database" in self._away:
            return
        self._away.add("database")
        self.injected[kind] += 1
        await asyncio.to_thread(partial(postgres.restart, self.up.server, crash=crash))
        self._away.remove("database")

    async def kill_function(self) -> None:
        if "function" in self._away:
            return
        self._away.add("function")
        self.injected["edge function killed"] += 1
        function = self.up.function
        await asyncio.to_thread(partial(function.stop, kill=True))
        await asyncio.sleep(self.rng.uniform(0, 2))
        await asyncio.to_thread(function.start)
        self._away.remove("function")

    async def refuse_realtime(self) -> None:
        self.injected["Realtime refuses and drops"] += 1
        self.up.realtime.faults.refuse_handshakes = 503
        self.up.realtime.drop_all()
        await asyncio.sleep(6)
        self.up.realtime.faults.refuse_handshakes = None

    def drop_realtime(self) -> None:
        self.injected["Realtime drops"] += 1
        self.up.realtime.drop_all()

    def deafen_realtime(self) -> None:
        self.injected["Realtime deaf"] += 1
        self.up.realtime.lose_replication()

    async def mute_realtime(self) -> None:
        self.injected["Realtime mute"] += 1
        self.up.realtime.faults.mute = True
        await asyncio.sleep(5)
        self.up.realtime.faults.mute = False

    def lose_broadcasts(self) -> None:
        self.injected["Realtime loses five nudges"] += 1
        self.up.realtime.faults.drop_broadcasts += 5

    async def pause_cron(self) -> None:
        self.injected["cron paused"] += 1
        self.up.cron.pause()
        await asyncio.sleep(8)
        self.up.cron.resume()
