"""
Run calls in the database: connections, transactions, retries, and a catalogue kept fresh.

A pool of its own, because psycopg_pool hides a failed connection behind its retries, where
PostgREST's pool opens on demand and says at once that the database is away.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import psycopg

from devstack.postgrest_catalog import Catalogue, load
from devstack.postgrest_errors import ApiError

log = logging.getLogger(__name__)

RETRIED = frozenset({"40001", "40P01"})
RECONNECT_SECONDS = 0.2

Values = Sequence[str | bytes]


@dataclass(frozen=True)
class Transaction:
    """What one request runs; settings come first, since the role is one of them."""

    isolation: str
    read_only: bool
    settings: Sequence[tuple[str, str]]
    sql: str
    values: Values


@dataclass(frozen=True)
class Result:
    total: int | None
    rows: int
    body: str
    headers: str | None
    status: str | None


class Database:
    """The gateway's side of one database; use as an async context manager."""

    def __init__(
        self, dsn: str, *, schemas: Sequence[str], size: int, timeout: float, retries: int
    ) -> None:
        self.catalogue: Catalogue | None = None
        self._dsn, self._schemas = dsn, schemas
        self._timeout, self._retries = timeout, retries
        self._places = asyncio.Semaphore(size)
        self._idle: list[psycopg.AsyncConnection] = []
        self._watcher: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Database:
        looked = asyncio.get_running_loop().create_future()
        self._watcher = asyncio.create_task(self._keep_catalogue(looked))
        # A database that is away is waited for; a catalogue that cannot be read is a defect.
        await asyncio.wait((looked, self._watcher), return_when=asyncio.FIRST_COMPLETED)
        if self._watcher.done():
            self._watcher.result()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._watcher is not None
        self._watcher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._watcher
        while self._idle:
            await self._idle.pop().close()

    async def run(
        self,
        transaction: Transaction,
        check: Callable[[Result], None],
        client_is_gone: Callable[[], Awaitable[bool]],
    ) -> Result:
        """
        Run a transaction; what `check` raises rolls it back.

        PostgREST 14 retries serialization failures and deadlocks at once and for ever, even for
        a client that has gone. Here the client's going ends it, and so does the number of
        retries: then the error comes through as a 500, which is what PostgREST 16 answers.
        """
        attempt = 0
        while True:
            try:
                return await self._attempt(transaction, check)
            except psycopg.Error as error:
                attempt += 1
                if error.sqlstate not in RETRIED or attempt > self._retries:
                    raise
                if await client_is_gone():
                    raise

    async def _attempt(self, transaction: Transaction, check: Callable[[Result], None]) -> Result:
        async with self._connection() as connection:
            mode = "read only" if transaction.read_only else "read write"
            begin = f"begin isolation level {transaction.isolation} {mode}"
            names = ", ".join("set_config(%s, %s, true)" for _ in transaction.settings)
            pairs = [part for setting in transaction.settings for part in setting]
            try:
                # One by one: in pipeline mode psycopg loses the server's last words (57P01).
                await connection.execute(begin.encode())
                await connection.execute(f"select {names}".encode(), pairs)
                cursor = await connection.execute(
                    transaction.sql.encode(), list(transaction.values)
                )
                row = await cursor.fetchone()
                assert row is not None
                result = Result(*row)
                check(result)
                await connection.execute("commit")
            except (psycopg.Error, ApiError):
                # A connection too far gone for this is not taken back.
                with contextlib.suppress(psycopg.Error):
                    await connection.rollback()
                raise
            return result

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[psycopg.AsyncConnection]:
        """Lend a connection, opening one if none is idle; one that broke is not taken back."""
        try:
            await asyncio.wait_for(self._places.acquire(), self._timeout)
        except TimeoutError as error:
            raise ApiError(
                504, "PGRST003", "Timed out acquiring connection from connection pool."
            ) from error
        connection: psycopg.AsyncConnection | None = None
        try:
            connection = self._idle.pop() if self._idle else await self._connect()
            yield connection
        finally:
            try:
                if connection is not None:
                    await self._take_back(connection)
            finally:
                self._places.release()

    async def _take_back(self, connection: psycopg.AsyncConnection) -> None:
        if connection.closed:
            return
        if connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE:
            self._idle.append(connection)
        else:  # the request was cancelled half way
            await connection.close()

    async def _connect(self, name: str = "postgrest") -> psycopg.AsyncConnection:
        try:
            return await psycopg.AsyncConnection.connect(
                self._dsn,
                autocommit=True,
                prepare_threshold=None,
                client_encoding="utf8",
                application_name=name,
            )
        except psycopg.OperationalError as error:
            raise ApiError(503, "PGRST000", "Database connection error.", str(error)) from error

    async def _keep_catalogue(self, looked: asyncio.Future[None]) -> None:
        """Load the catalogue now and on `notify pgrst`; have none while the database is away."""
        while True:
            try:
                async with await self._connect("postgrest listener") as listener:
                    await listener.execute("listen pgrst")
                    await self._load()
                    _finish(looked)
                    async for _ in listener.notifies():
                        await self._load()
            except psycopg.OperationalError as error:
                # A lost listener alone means little; only when none can be had is all lost.
                log.warning("the connection that listens for reloads was lost: %s", error)
            except ApiError:
                self.catalogue = None
                _finish(looked)
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _load(self) -> None:
        # The listener is busy listening, so the snapshot is taken over a connection of its own.
        async with await self._connect("postgrest catalogue") as connection:
            self.catalogue = await load(connection, self._schemas)


def _finish(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
