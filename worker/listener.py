"""
Keep the worker's channel alive, and wake the worker on every nudge.

A nudge is a hint: Realtime promises no delivery, so the worker has its own clock beside this.
What is owed here is to recover from everything in bounded time, to block nothing and to raise
nothing. How realtime-py is used is `channel.py`'s.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import structlog

from worker.channel import Event, Gone, Nudged, Replicating, Subscribed, Subscription, Troubled

log = structlog.get_logger()

State = Literal["connecting", "joined", "down"]


@dataclass(frozen=True)
class Timings:
    """How long to wait for what; seconds."""

    join: float = 20.0  # connecting and joining; the server delays a refusal by 5 s
    ready: float = 65.0  # word of replication; it gives up after 60 s, older ones never tell
    grace: float = 5.0  # a channel error, for realtime-py to join again
    heartbeat: float = 20.0
    answer: float = 10.0
    max_age: float = 12 * 3600.0  # Supabase ends a connection after 24 h; a new one, a new token
    close: float = 3.0
    steady: float = 60.0  # joined for this long, the back-off starts anew
    backoff_first: float = 1.0
    backoff_most: float = 60.0
    backoff_rate_limited: float = 30.0
    misses: int = 3  # jobs in a row without a nudge, before the connection is taken for deaf


class Listener:
    """
    Supervise one subscription after another.

    `on_wake(reason)` is called on every "subscribed", "replicating" and "nudge", `on_nudge`
    first with the nudge's payload; both must return at once. `clock` gives seconds and only
    measures; `sleep` waits between two connections.
    """

    def __init__(
        self,
        url: str,
        key: str,
        *,
        jwt: str | None = None,
        topic: str = "jobs",
        event: str = "nudge",
        on_wake: Callable[[str], None],
        on_nudge: Callable[[Mapping[str, Any]], None] = lambda payload: None,
        timings: Timings | None = None,
        rng: random.Random | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._subscription = partial(Subscription, url, key, jwt, topic, event)
        self._on_wake = on_wake
        self._on_nudge = on_nudge
        self._timings = timings or Timings()
        self._rng = rng or random.Random()
        self._clock = clock
        self._sleep = sleep
        self._closing: set[asyncio.Task[None]] = set()
        self._failures = self._misses = self._fruitless = 0
        self._deaf = asyncio.Event()
        self.state: State = "down"
        self.since = clock()  # when `state` began
        self.reason = ""  # why the last connection ended
        self.renewals = 0  # how many connections were given up so far

    async def run(self) -> None:
        """Listen until cancelled."""
        try:
            while True:
                self._become("connecting")
                self.reason = reason = await self._listen_once()
                self._become("down")
                self.renewals += 1
                pause = backoff(self._failures, reason, self._timings, self._rng.random())
                self._failures += 1
                log.warning("realtime connection renewed", reason=reason, retry_in=round(pause, 2))
                await self._sleep(pause)
        finally:
            self._become("down")
            for closing in self._closing:
                closing.cancel()
            await asyncio.gather(*self._closing, return_exceptions=True)

    def missed(self) -> None:
        """
        Take note that a claim found work that no nudge had announced.

        A connection may look joined while the server's replication is dead: nothing on it can
        tell, but the worker can.
        """
        if self.state != "joined":
            return
        self._misses += 1
        if self._misses >= misses_allowed(self._fruitless, self._timings):
            self._deaf.set()

    async def _listen_once(self) -> str:
        """Hold one subscription for as long as it lives; return why it ended."""
        self._misses = 0
        self._deaf.clear()
        events: asyncio.Queue[Event] = asyncio.Queue()
        try:
            subscription = self._subscription(events.put_nowait)
        except Exception as exc:
            return f"cannot subscribe: {type(exc).__name__}"
        try:
            async with asyncio.timeout(self._timings.join):
                await subscription.open()
            return await _first_of(
                self._follow(events), self._beat(subscription), self._age(), self._go_deaf()
            )
        except TimeoutError:
            return "the join was not answered"
        except Exception as exc:
            # Not expected; the next connection may do better, and run() must not end.
            log.exception("realtime listener failed")
            return type(exc).__name__
        finally:
            await self._close(subscription)

    async def _follow(self, events: asyncio.Queue[Event]) -> str:
        """Act on events; return when the channel is past hope."""
        clock = asyncio.get_running_loop().time
        subscribed = False
        trouble = ""
        deadline: float | None = None
        while True:
            try:
                async with asyncio.timeout_at(deadline):
                    event = await events.get()
            except TimeoutError:
                if trouble:
                    return trouble
                event = Replicating()  # assumed, since nobody will tell
            match event:
                case Subscribed():
                    subscribed, trouble = True, ""
                    deadline = clock() + self._timings.ready
                    self._call(self._on_wake, "subscribed")
                case Replicating() if not trouble:
                    deadline = None
                    self._become("joined")
                    # What was sent between the join and now is lost: look once more.
                    self._call(self._on_wake, "replicating")
                case Nudged(payload):
                    # A nudge proves that messages flow, whatever was or was not said of it.
                    self._become("joined")
                    self._misses = self._fruitless = 0
                    self._call(self._on_nudge, payload)
                    self._call(self._on_wake, "nudge")
                case Troubled(reason) if subscribed:
                    # Later errors do not prolong the grace of the first.
                    if not trouble:
                        deadline = clock() + self._timings.grace
                    trouble = reason
                    self._become("connecting")
                case Troubled(reason) | Gone(reason):
                    # A system error says more than the closing that follows it.
                    return trouble or reason

    async def _beat(self, subscription: Subscription) -> str:
        """Return when a heartbeat stays unanswered: nobody is there, or nobody listens here."""
        while True:
            await asyncio.sleep(self._timings.heartbeat)
            try:
                async with asyncio.timeout(self._timings.answer):
                    await subscription.ping()
            except TimeoutError:
                return "a heartbeat was not answered"
            except Exception as exc:
                return f"a heartbeat was not sent: {type(exc).__name__}"

    async def _age(self) -> str:
        # Spread, so that many workers do not come back together.
        await asyncio.sleep(self._timings.max_age * (0.8 + 0.2 * self._rng.random()))
        return "old enough"

    async def _go_deaf(self) -> str:
        await self._deaf.wait()
        self._fruitless += 1
        return "jobs came without a nudge"

    async def _close(self, subscription: Subscription) -> None:
        """Close without waiting long: a dead peer's closing goes on beside the next connection."""
        closing = asyncio.create_task(subscription.close())
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)
        await asyncio.wait({closing}, timeout=self._timings.close)

    def _become(self, state: State) -> None:
        if state == self.state:
            return
        now = self._clock()
        if self.state == "joined" and now - self.since >= self._timings.steady:
            self._failures = 0
        self.state, self.since = state, now
        log.info("realtime listener", state=state)

    def _call(self, callback: Callable[[Any], None], argument: object) -> None:
        try:
            callback(argument)
        except Exception:
            log.exception("listener callback failed")


def backoff(failures: int, reason: str, timings: Timings, draw: float) -> float:
    """Return the seconds to wait before the next connection; `draw` is from [0, 1)."""
    ceiling = min(timings.backoff_first * 2.0 ** min(failures, 30), timings.backoff_most)
    if "RateLimitReached" in reason.partition(":")[0]:
        ceiling = max(ceiling, 2 * timings.backoff_rate_limited)
    return ceiling * (0.5 + 0.5 * draw)


def misses_allowed(fruitless: int, timings: Timings) -> int:
    """Return how many unannounced jobs in a row renew the connection."""
    # Twice as many after every renewal that brought no nudge: where nothing sends any (no
    # pg_cron, say), new connections are no cure.
    return timings.misses << min(fruitless, 10)


async def _first_of(*ways: Coroutine[Any, Any, str]) -> str:
    """Run all, return the result of the first to end, and end the rest."""
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task in done).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
