"""
Whether this worker lives, and whether it can work: /healthz and /readyz.

Each part of readiness is a probe under a name; another part is another probe. They are asked in
the worker's own loop, so an answer also shows that it turns. Serving is worker/metrics_server.py's.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from worker.errors import WorkerError
from worker.rows import Json

# Seconds. Kubernetes gives up after one unless told otherwise; five are usual.
PROBE_PATIENCE = 2.5
LOOP_PATIENCE = 4.0
STATUS_MAX_AGE = 0.5
# An outside service is asked this often at most, however often we are; sooner where it failed.
OUTSIDE_MAX_AGE = 120.0
OUTSIDE_RETRY = 15.0


@dataclass(frozen=True)
class Part:
    """What one probe found; `detail` is shown as it is, so it holds no secrets."""

    ok: bool
    detail: Json = field(default_factory=dict)


Probe = Callable[[], Awaitable[Part]]


class Status:
    """The database's word on itself and on the switch, at most half a second old."""

    def __init__(
        self,
        ask: Callable[[], Awaitable[Json]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._clock = clock
        self._lock = asyncio.Lock()
        self._newest: Json = {}
        self._asked_at = float("-inf")

    async def __call__(self) -> Json:
        async with self._lock:
            if self._clock() - self._asked_at > STATUS_MAX_AGE:
                self._newest = await self._ask()
                self._asked_at = self._clock()
            return self._newest


def database_probe(status: Status, mismatch: Callable[[], str | None] = lambda: None) -> Probe:
    """Whether the database answers; `mismatch` says why this worker cannot claim from it."""

    async def probe() -> Part:
        await status()
        reason = mismatch()
        return Part(False, {"reason": reason}) if reason else Part(True)

    return probe


def switch_probe(status: Status, heard: Callable[[], bool]) -> Probe:
    """Whether the stop switch is off; `heard` knows a nudge that the status may not show yet."""

    async def probe() -> Part:
        told = await status()
        stopped = bool(told["stopped"]) or heard()
        return Part(not stopped, {"stopped": stopped, "since": told.get("stopped_at")})

    return probe


def hints_probe(
    realtime: Callable[[], str],
    claimed_at: Callable[[], float | None],
    poll: float,
    clock: Callable[[], float] = time.monotonic,
) -> Probe:
    """Whether due jobs are heard of: by a nudge, or at the latest by the poll."""

    async def probe() -> Part:
        last = claimed_at()
        age = None if last is None else clock() - last
        polls = age is not None and age <= 2 * poll + 10
        detail: dict[str, Any] = {"realtime": realtime(), "poll_seconds": poll}
        detail["last_claim_seconds"] = None if age is None else round(age, 1)
        return Part(polls or detail["realtime"] == "joined", detail)

    return probe


def connections_probe(due: Callable[[], Awaitable[Json]]) -> Probe:
    """
    Whether creators are connected to Fanvue. One who has to sign in again does not stop the work
    for the others, and is told of in the detail.
    """

    async def probe() -> Part:
        found = await due()
        connected = len(found["connected"])
        return Part(
            connected > 0, {"connected": connected, "needs_reconnect": found["needs_reconnect"]}
        )

    return probe


class Outside:
    """
    A probe of a service that is not ours, the model or Fanvue: what `check` last found.

    Asking costs somebody something, so it is remembered for `max_age` seconds; a failure, for
    `retry`. A check that takes long goes on when the question has gone away.
    """

    def __init__(
        self,
        check: Callable[[], Awaitable[object]],
        *,
        max_age: float = OUTSIDE_MAX_AGE,
        retry: float = OUTSIDE_RETRY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._check = check
        self._max_age = max_age
        self._retry = retry
        self._clock = clock
        self._asking: asyncio.Task[Part] | None = None
        self._ended_at = float("-inf")

    async def __call__(self) -> Part:
        asking = self._asking
        if asking is None or (asking.done() and self._is_old(asking.result())):
            asking = self._asking = asyncio.create_task(self._ask())
        part = await asyncio.shield(asking)
        return Part(part.ok, {**part.detail, "asked_seconds": round(self._age(), 1)})

    def _is_old(self, part: Part) -> bool:
        return self._age() >= (self._max_age if part.ok else self._retry)

    def _age(self) -> float:
        return self._clock() - self._ended_at

    async def _ask(self) -> Part:
        try:
            await self._check()
            part = Part(True)
        except WorkerError as error:
            part = Part(False, {"reason": str(error)})
        self._ended_at = self._clock()
        return part


class Health:
    """
    Answers both questions; called from any thread but the loop's.

    `turned_at` is when the worker's loop last went round (by `clock`), at least once in `period`
    seconds when all is well.
    """

    def __init__(
        self,
        worker_id: str,
        probes: Mapping[str, Probe],
        loop: asyncio.AbstractEventLoop,
        turned_at: Callable[[], float],
        period: float,
        *,
        version: str = "unknown",
        clock: Callable[[], float] = time.monotonic,
        patience: float = PROBE_PATIENCE,
        loop_patience: float = LOOP_PATIENCE,
    ) -> None:
        self._worker_id = worker_id
        self._probes = probes
        self._loop = loop
        self._turned_at = turned_at
        self._period = period
        self._version = version
        self._clock = clock
        self._patience = patience
        self._loop_patience = loop_patience

    def alive(self) -> tuple[bool, Json]:
        """Say whether the loop turns; nothing outside of this process is asked."""
        answers = self._in_loop(_nothing()) is not None
        age = self._clock() - self._turned_at()
        alive = answers and age <= self._period
        return alive, {
            "alive": alive,
            "worker": self._worker_id,
            "version": self._version,
            "turned_seconds": round(age, 1),
        }

    def ready(self) -> tuple[bool, Json]:
        """Ask every probe, each for a short while."""
        parts = self._in_loop(self._ask_all())
        if parts is None:
            parts = {"loop": Part(False, {"reason": "the worker's loop does not answer"})}
        ready = all(part.ok for part in parts.values())
        shown = {name: {"ok": part.ok, **part.detail} for name, part in parts.items()}
        return ready, {
            "ready": ready,
            "worker": self._worker_id,
            "version": self._version,
            "parts": shown,
        }

    def _in_loop(self, asked: Any) -> Any:
        try:
            asking = asyncio.run_coroutine_threadsafe(asked, self._loop)
        except RuntimeError:  # closed
            asked.close()
            return None
        try:
            return asking.result(self._loop_patience)
        except TimeoutError:
            asking.cancel()
            return None

    async def _ask_all(self) -> dict[str, Part]:
        asked = [self._one(probe) for probe in self._probes.values()]
        return dict(zip(self._probes, await asyncio.gather(*asked), strict=True))

    async def _one(self, probe: Probe) -> Part:
        try:
            async with asyncio.timeout(self._patience):
                return await probe()
        except TimeoutError:
            return Part(False, {"reason": f"no answer within {self._patience} s"})
        except WorkerError as error:
            return Part(False, {"reason": str(error)})


async def _nothing() -> bool:
    return True
