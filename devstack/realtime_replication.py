"""
Follow realtime.messages and hand on what is committed there, in commit order.

A trigger's notifications (`platform.sql`) stand in for Supabase's temporary replication slot.
Like the slot, this starts with the first join and never replays: what is committed earlier, or
while the database is away, reaches nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import psycopg
from psycopg.rows import class_row

from devstack.realtime_frames import Message

READ = """
select id::text, topic, coalesce(event, '') as event, payload, private
from realtime.messages
where id = %s::uuid
"""


class Replication:
    """One follower of one database; `ready` is set while it hears every commit."""

    def __init__(
        self,
        dsn: str,
        deliver: Callable[[Message], Awaitable[None]],
        *,
        start_seconds: float,
    ) -> None:
        self._dsn = dsn
        self._deliver = deliver
        self._start_seconds = start_seconds
        self._task: asyncio.Task[None] | None = None
        self.ready = asyncio.Event()

    def begin(self) -> None:
        """Start following, unless that was done."""
        if self._task is None:
            self._task = asyncio.create_task(self._follow_for_ever())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._task = None
        self.ready.clear()

    async def _follow_for_ever(self) -> None:
        while True:
            # The real server answers a join before its slot streams.
            await asyncio.sleep(self._start_seconds)
            try:
                await self._follow()
            except psycopg.OperationalError:
                # Never a busy loop, however short the start is.
                await asyncio.sleep(0.2)
            finally:
                self.ready.clear()

    async def _follow(self) -> None:
        connect = psycopg.AsyncConnection.connect
        async with (
            await connect(self._dsn, autocommit=True) as listening,
            await connect(self._dsn, autocommit=True) as reading,
        ):
            await listening.execute("listen realtime_messages")
            self.ready.set()
            async for notification in listening.notifies():
                async with reading.cursor(row_factory=class_row(Message)) as cursor:
                    await cursor.execute(READ, [notification.payload])
                    message = await cursor.fetchone()
                if message is not None:
                    await self._deliver(message)
