"""
An import's way to Fanvue: every request waits until it is paid for, and stays behind live replies.

How much an import may take is the database's (take_import_token); asking is what keeps its lease
alive, too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from worker.budget import FanvueShare
from worker.database import Database
from worker.fanvue import FanvueClient

Sleep = Callable[[float], Awaitable[None]]


class ImportShare(FanvueShare):
    """Waits for the budget where a job would be handed back. `longest` seconds between looks."""

    def __init__(
        self,
        database: Database,
        fanvue: FanvueClient,
        creator_id: int,
        lease_token: str,
        *,
        longest: float,
        sleep: Sleep,
    ) -> None:
        super().__init__(database, fanvue, creator_id, "background")
        self._lease_token = lease_token
        self._longest = longest
        self._sleep = sleep

    async def _take(self) -> None:
        while True:
            answer = await self._database.take_import_token(self._creator_id, self._lease_token)
            if answer["granted"]:
                self._believed = answer["remaining"]
                return
            await self._sleep(min(answer["wait_seconds"], self._longest))
