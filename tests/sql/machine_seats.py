"""
Connections whose transactions stay open from one step to the next, for the state machine.

A call is sent and then looked at until it has ended or stands behind another's lock; which of the
two is certain, since nobody else moves meanwhile. So nothing hangs and every run repeats itself.
What is called, and when a transaction ends, is test_state_machine.py's.
"""

from __future__ import annotations

import json
import select
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.pq import ExecStatus

Row = dict[str, Any]
# Far beyond what any call takes: only a deadlock that Postgres does not see would need it.
PATIENCE = 30.0


@dataclass(frozen=True)
class Call:
    """One function call in a transaction of its own, and who is told what became of it."""

    name: str
    query: str
    values: list[Any]
    # Committed, and the caller heard the answer: a jsonb, or None for plain statements.
    heard: Callable[[Any], None] = lambda answer: None
    # Refused, for good: the lease was lost.
    refused: Callable[[], None] = lambda: None
    # The transaction or its answer was lost: the caller knows nothing.
    lost: Callable[[], None] = lambda: None
    # Committed, whether anybody heard of it or not: for the referee.
    committed: Callable[[Any], None] = lambda answer: None
    # What it is about may be gone meanwhile.
    may_miss: bool = False


class Seat:
    """One connection: idle, or with a call that waits for a lock, or that is open (uncommitted)."""

    def __init__(self, name: str, dsn: str) -> None:
        self.name = name
        self.connection = psycopg.connect(dsn, autocommit=True)
        self.connection.execute("set lock_timeout = '60s'")
        self.pid = self.connection.info.backend_pid
        self.call: Call | None = None
        self.waits = False
        self._answer: Any = None

    @property
    def is_idle(self) -> bool:
        return self.call is None

    @property
    def is_open(self) -> bool:
        return self.call is not None and not self.waits

    def start(self, call: Call) -> None:
        """Begin a transaction and send the call; `look` says how it goes."""
        assert self.is_idle
        self._plain(b"begin")
        self.call, self.waits = call, True
        self.connection.pgconn.send_query_params(
            _numbered(call.query), [_encoded(value) for value in call.values]
        )

    def look(self, observer: psycopg.Connection[Any], seats: list[int]) -> None:
        """
        Return when the call has ended or stands behind the lock of one of `seats`, by their pids.

        An autovacuum may hold a lock too, but that goes away by itself.
        """
        pgconn = self.connection.pgconn
        deadline = time.monotonic() + PATIENCE
        while self.waits:
            select.select([pgconn.socket], [], [], 0.004)
            pgconn.consume_input()
            if not pgconn.is_busy():
                self._collect()
                return
            query = "select pg_blocking_pids(%s) && %s::int[]"
            blocked = observer.execute(query, [self.pid, seats]).fetchone()
            if blocked == (True,):
                return
            assert time.monotonic() < deadline, f"{self.name} hangs: {self.call}"

    def commit(self, *, heard: bool) -> Call:
        """Commit; the answer may get lost on its way to the caller."""
        call, answer = self._end(b"commit")
        call.committed(answer)
        if heard:
            call.heard(answer)
        else:
            call.lost()
        return call

    def roll_back(self) -> Call:
        """End the open transaction as a dying connection does."""
        call, _ = self._end(b"rollback")
        call.lost()
        return call

    def abandon(self) -> None:
        """Be idle again, whatever was going on."""
        if self.waits:
            self.connection.cancel_safe()
            while self.connection.pgconn.get_result() is not None:
                pass
        if self.call is not None:
            self._plain(b"rollback")
        self.call, self.waits, self._answer = None, False, None

    # -- the wire

    def _end(self, how: bytes) -> tuple[Call, Any]:
        assert self.is_open
        assert self.call is not None
        self._plain(how)
        call, answer = self.call, self._answer
        self.call, self._answer = None, None
        return call, answer

    def _collect(self) -> None:
        pgconn, call = self.connection.pgconn, self.call
        assert call is not None
        result = pgconn.get_result()
        assert result is not None
        while pgconn.get_result() is not None:
            pass
        self.waits = False
        if result.status == ExecStatus.FATAL_ERROR:
            state = (result.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b"").decode()
            message = result.error_message.decode()
            self._plain(b"rollback")
            self.call = None
            # 40P01 among them: deadlocks have no chance.
            expected = {"PT409", "PT404"} if call.may_miss else {"PT409"}
            assert state in expected, f"{call.name}{call.values}: {state} {message}"
            call.refused()
            return
        text = result.get_value(0, 0) if result.ntuples else None
        self._answer = json.loads(text) if text and text[:1] in b"{[" else None

    def _plain(self, statement: bytes) -> None:
        result = self.connection.pgconn.exec_(statement)
        assert result.status == ExecStatus.COMMAND_OK, result.error_message


def _numbered(query: str) -> bytes:
    for number in range(1, query.count("%s") + 1):
        query = query.replace("%s", f"${number}", 1)
    return query.encode()


def _encoded(value: Any) -> bytes | None:
    if value is None:
        return None
    return (json.dumps(value) if isinstance(value, dict | list) else str(value)).encode()
