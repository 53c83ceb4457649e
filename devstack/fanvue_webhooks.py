"""
Sign webhook events and deliver them at least once, in order unless told otherwise.

Knows signatures, retries and the ways in which deliveries go wrong. What an event says is
fanvue_events.py's.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

import httpx

from devstack.fanvue_events import Event
from devstack.faults import Faults

# What can happen to an event on its way. `omit_text` is read by whoever writes the event.
WEBHOOK_FAULTS = (
    "duplicate",  # delivered once more after it was taken
    "reorder",  # overtaken by the next event, or late if none comes
    "bad_signature",  # the first attempt is signed with another secret
    "stale_signature",  # the first attempt is signed ten minutes ago
    "lose",  # never delivered
    "omit_text",  # the message's text is left out
    "omit_writer",  # whether the message was automated is left out
)


@dataclass(frozen=True)
class Delivery:
    """An event on its way; `attempt` counts from 1."""

    topic: str
    raw: bytes
    faults: frozenset[str] = frozenset()
    attempt: int = 1


@dataclass(frozen=True)
class Attempt:
    """What came of one attempt; `status` is None if there was no answer."""

    at: datetime
    topic: str
    raw: bytes
    attempt: int
    status: int | None


def signature(secret: str, raw: bytes, t: int) -> str:
    """Return the value of X-Fanvue-Signature for a body signed at Unix time `t`."""
    digest = hmac.new(secret.encode(), f"{t}.".encode() + raw, hashlib.sha256).hexdigest()
    return f"t={t},v0={digest}"


class Webhooks:
    """
    Deliver events to `url`, in which `{topic}` stands for the event's name.

    An attempt that is not answered with 2xx is made again, `attempts` times in all, with waits
    that double from `backoff` seconds. Without a URL events go nowhere. `log` has every attempt.
    X-Fanvue-Topic is known from other people's programs only; `topic_header` says whether we send
    it, since without it a flat purchase looks like a flat subscription.
    """

    def __init__(
        self,
        *,
        url: str | None,
        secret: str,
        rng: Random,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        attempts: int = 6,
        backoff: float = 0.5,
        hold: float = 1.0,
        topic_header: bool = True,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.url = url
        self.secret = secret
        self.faults = Faults(WEBHOOK_FAULTS, rng)
        self.log: list[Attempt] = []
        self._now = now
        self._sleep = sleep
        self._attempts = attempts
        self._backoff = backoff
        self._hold = hold
        self._topic_header = topic_header
        self._transport = transport
        self._queue: asyncio.Queue[Delivery] = asyncio.Queue()
        self._held: list[Delivery] = []
        self._open = 0
        self._settled = asyncio.Event()
        self._settled.set()
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, event: Event, faults: frozenset[str]) -> None:
        """Put an event on its way."""
        if self.url is None or "lose" in faults:
            return
        body = event.body
        if "omit_writer" in faults and isinstance(data := body.get("data"), dict):
            body = {**body, "data": {k: v for k, v in data.items() if k != "is_automated"}}
        self._post(Delivery(event.topic, _encoded(body), faults))

    async def start(self) -> None:
        http = httpx.AsyncClient(transport=self._transport, timeout=10, trust_env=False)
        self._spawn(self._deliver_all(http))

    async def stop(self) -> None:
        """End the deliveries; what is still on its way is lost."""
        for task in list(self._tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def settled(self) -> None:
        """Wait until every event was taken, or given up."""
        await self._settled.wait()

    def _post(self, delivery: Delivery) -> None:
        self._open += 1
        self._settled.clear()
        self._queue.put_nowait(delivery)

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver_all(self, http: httpx.AsyncClient) -> None:
        async with http:
            while True:
                delivery = await self._next()
                if delivery is not None and "reorder" in delivery.faults:
                    self._held.append(replace(delivery, faults=delivery.faults - {"reorder"}))
                    continue
                if delivery is not None:
                    await self._deliver(http, delivery)
                held, self._held = self._held, []
                for late in held:
                    await self._deliver(http, late)

    async def _next(self) -> Delivery | None:
        """Return the next event, or None if one is held and no other comes in time."""
        try:
            async with asyncio.timeout(self._hold if self._held else None):
                return await self._queue.get()
        except TimeoutError:
            return None

    async def _deliver(self, http: httpx.AsyncClient, delivery: Delivery) -> None:
        taken = await self._attempt(http, delivery)
        if taken and "duplicate" in delivery.faults:
            self._post(replace(delivery, faults=frozenset()))
        if taken or delivery.attempt >= self._attempts:
            self._open -= 1
            if self._open == 0:
                self._settled.set()
            return
        # Beside the queue: one event that nobody takes must not hold up the others.
        self._spawn(self._again(replace(delivery, attempt=delivery.attempt + 1)))

    async def _again(self, delivery: Delivery) -> None:
        await self._sleep(self._backoff * 2 ** (delivery.attempt - 2))
        self._queue.put_nowait(delivery)

    async def _attempt(self, http: httpx.AsyncClient, delivery: Delivery) -> bool:
        assert self.url is not None
        first = delivery.attempt == 1
        secret = self.secret
        if first and "bad_signature" in delivery.faults:
            secret += " of somebody else"
        t = int(self._now().timestamp())
        if first and "stale_signature" in delivery.faults:
            t -= 600
        headers = {
            "Content-Type": "application/json",
            "X-Fanvue-Signature": signature(secret, delivery.raw, t),
        }
        if self._topic_header:
            headers["X-Fanvue-Topic"] = delivery.topic
        url = self.url.replace("{topic}", delivery.topic)
        status = None
        with suppress(httpx.HTTPError, httpx.InvalidURL):
            status = (await http.post(url, content=delivery.raw, headers=headers)).status_code
        self.log.append(
            Attempt(self._now(), delivery.topic, delivery.raw, delivery.attempt, status)
        )
        return status is not None and 200 <= status < 300


def _encoded(body: dict[str, object]) -> bytes:
    try:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # A lone surrogate: JavaScript's JSON.stringify writes it as an escape.
        return json.dumps(body, separators=(",", ":")).encode()
