"""
Subscribe to one private Realtime topic with realtime-py 2.

All that is known about that library is in this file, so that its version 3 replaces this file
alone. A subscription is used once: whatever ends it, `listener.py` makes a new one.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from realtime import (
    AsyncRealtimeChannel,
    AsyncRealtimeClient,
    BroadcastPayload,
    ChannelEvents,
    RealtimeAcknowledgementStatus,
    RealtimeChannelOptions,
    RealtimeSubscribeStates,
    SuccessSystemPayload,
)
from websockets.exceptions import ConnectionClosed, InvalidStatus

OPTIONS: RealtimeChannelOptions = {
    "config": {
        "private": True,
        # Without replication_ready SUBSCRIBED comes before messages from the database flow.
        "broadcast": {"ack": False, "self": False, "replication_ready": True},
        "presence": {"key": "", "enabled": False},
    }
}


@dataclass(frozen=True)
class Subscribed:
    """The server let us in; messages from the database may not flow yet."""


@dataclass(frozen=True)
class Replicating:
    """From here on every committed message is sent to us (at most once)."""


@dataclass(frozen=True)
class Nudged:
    """A message of our event came."""

    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Troubled:
    """The channel failed; realtime-py joins it again on the same connection, or tries to."""

    reason: str


@dataclass(frozen=True)
class Gone:
    """Nothing will come any more."""

    reason: str


Event = Subscribed | Replicating | Nudged | Troubled | Gone


class Subscription:
    """
    One connection with one channel.

    `report` gets every event; it is called from the library's own tasks and must not raise.
    """

    def __init__(
        self,
        url: str,
        key: str,
        jwt: str | None,
        topic: str,
        event: str,
        report: Callable[[Event], None],
    ) -> None:
        _silence_libraries()
        self._secrets = [secret for secret in (key, jwt) if secret]
        self._jwt = jwt
        self._report = report
        # No reconnecting by the library: it gives up for ever after some tries, and says so to
        # nobody. One party decides when to try again, and that is the listener.
        self._client = AsyncRealtimeClient(
            f"{url.rstrip('/')}/realtime/v1", token=key, auto_reconnect=False, max_retries=1
        )
        self._channel = self._client.channel(topic, OPTIONS)
        self._channel.on_broadcast(event, self._on_broadcast)
        self._channel.on_system(self._on_system)
        # Answers to heartbeats come on the topic "phoenix", where the library listens to
        # nobody. A channel under that name, never joined, receives them.
        self._phoenix = AsyncRealtimeChannel(self._client, "phoenix")
        self._client.channels["phoenix"] = self._phoenix

    async def open(self) -> None:
        """Connect and join; the result, good or bad, is reported."""
        try:
            # The token of the join wins over the one of the handshake.
            if self._jwt:
                await self._client.set_auth(self._jwt)
            await self._channel.subscribe(self._on_state)
        except Exception as exc:
            self._report(Gone(self._clean(_describe(exc))))

    async def ping(self) -> None:
        """
        Send a heartbeat and return once it is answered; waits for ever where it is not.

        An answer proves the whole way: socket, server and the library's listening task, which
        dies silently of any exception.
        """
        answered = asyncio.Event()
        # The class of a request is not exported, but every channel has one for its join.
        push = type(self._phoenix.join_push)(self._phoenix, ChannelEvents.heartbeat)
        push.receive(RealtimeAcknowledgementStatus.Ok, lambda _response: answered.set())
        try:
            await push.send()
            await answered.wait()
        finally:
            push.destroy()
            self._phoenix.messages_waiting_for_ack.pop(push.ref or "", None)

    async def close(self) -> None:
        """Let everything go. A dead peer is waited for by websockets, up to its 10 s."""
        # Closing the client leaves a channel's timers running.
        self._channel.rejoin_timer.reset()
        self._channel.join_push.destroy()
        with suppress(Exception):
            await self._client.close()

    def _on_state(self, state: RealtimeSubscribeStates, error: Exception | None) -> None:
        reason = self._clean(_describe(error)) if error else state.value
        if state is RealtimeSubscribeStates.SUBSCRIBED:
            self._report(Subscribed())
        elif state is RealtimeSubscribeStates.CLOSED or not self._client.is_connected:
            self._report(Gone(reason))
        else:
            self._report(Troubled(reason))

    def _on_system(self, payload: SuccessSystemPayload) -> None:
        if payload.extension == "system":
            self._report(Replicating())

    def _on_broadcast(self, message: BroadcastPayload) -> None:
        self._report(Nudged(message["payload"]))

    def _clean(self, reason: str) -> str:
        for secret in self._secrets:
            reason = reason.replace(secret, "[secret]")
        return reason[:200]


def _describe(error: Exception) -> str:
    """Say what went wrong without quoting addresses, which carry the key."""
    if isinstance(error, ConnectionClosed):
        return f"connection closed with {error.rcvd.code if error.rcvd else 1006}"
    if isinstance(error, InvalidStatus):
        return f"handshake refused with HTTP {error.response.status_code}"
    # The library wraps the server's words in a bare Exception, as JSON.
    if type(error) is Exception:
        with suppress(ValueError):
            payload = json.loads(str(error))
            if isinstance(payload, dict):
                return str(payload.get("reason") or payload.get("message") or "no reason given")
    return type(error).__name__


def _silence_libraries() -> None:
    """
    Keep the libraries' own words out of the logs.

    At DEBUG websockets writes the request line and realtime-py every frame, and at ERROR an
    invalid address in full: all of them carry the key. What matters reaches the listener.
    """
    for name in ("realtime", "websockets"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
