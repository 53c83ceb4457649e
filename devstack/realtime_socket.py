"""
Serve one client's socket: joins, replies, heartbeats, tokens that run out.

Who may join is `realtime_access.py`'s, the frames' shapes are `realtime_frames.py`'s. Not
imitated: presence, database changes, and broadcasts that a client sends.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from devstack import realtime_frames as frames
from devstack.realtime_access import Claims, Gatekeeper, RefusedError
from devstack.realtime_frames import Frame, Message
from devstack.realtime_replication import Replication


@dataclass(frozen=True)
class Timings:
    """The real server's delays in seconds; tests shorten them."""

    join_error: float = 5.0
    handshake_error: float = 2.0
    token_check: float = 300.0
    replication_start: float = 0.3
    replication_deadline: float = 60.0


@dataclass
class Faults:
    """What goes wrong until it is set back; the faults of a moment are methods of `Realtime`."""

    refuse_handshakes: int | None = None
    """HTTP status that every new connection gets."""
    deny_joins: str | None = None
    """The reason ("Code: text") that every join gets."""
    drop_broadcasts: int = 0
    """How many more messages from the database are lost."""
    never_ready: bool = False
    """Ignore `replication_ready`, as servers before June 2026 do."""
    mute: bool = False
    """Take every frame and answer none, heartbeats included."""


@dataclass
class Channel:
    """One topic that a socket has joined."""

    topic: str
    private: bool
    join_ref: str | None
    claims: Claims
    presence: bool
    expiry: asyncio.Task[None] | None = None


class Socket:
    """One connection and its channels."""

    def __init__(
        self,
        websocket: WebSocket,
        claims: Claims,
        *,
        gatekeeper: Gatekeeper,
        replication: Replication,
        faults: Faults,
        timings: Timings,
        max_channels: int,
    ) -> None:
        self._websocket = websocket
        self._claims = claims
        self._gatekeeper = gatekeeper
        self._replication = replication
        self._faults = faults
        self._timings = timings
        self._max_channels = max_channels
        self._tasks: set[asyncio.Task[None]] = set()
        self.channels: dict[str, Channel] = {}
        self.heartbeats = 0
        """How many were answered."""
        self.deaf = False
        """Joined, and nothing from the database arrives: set by `Realtime.lose_replication`."""

    async def serve(self) -> None:
        """Answer frames until the socket is gone."""
        await self._websocket.accept()
        try:
            async for text in self._websocket.iter_text():
                if not self._faults.mute:
                    await self._answer(json.loads(text))
        finally:
            for task in self._tasks:
                task.cancel()
            self.channels.clear()

    async def deliver(self, message: Message) -> None:
        """Pass on a message if its channel is joined with the same private flag."""
        channel = self.channels.get(frames.PREFIX + message.topic)
        if channel and channel.private == message.private and not self.deaf:
            await self.send(frames.broadcast(message))

    async def send(self, frame: Frame) -> None:
        if not self._faults.mute:
            # The client may have gone between two frames.
            with suppress(RuntimeError, WebSocketDisconnect):
                await self._websocket.send_text(frames.encode(frame))

    async def close(self, code: int) -> None:
        with suppress(RuntimeError, WebSocketDisconnect):
            await self._websocket.close(code)

    def transport(self) -> asyncio.Transport:
        """Reach below ASGI for the connection itself, to break it."""
        # ASGI has no way to drop a connection: `receive` is a method of uvicorn's protocol.
        protocol = getattr(self._websocket._receive, "__self__", None)
        transport = getattr(protocol, "transport", None)
        assert isinstance(transport, asyncio.Transport), "breaking connections needs uvicorn"
        return transport

    async def crash(self, channel: Channel) -> None:
        """Lose one channel as if its process died."""
        self._forget(channel)
        await self.send(frames.crashed(channel.topic, channel.join_ref))

    async def shut(self, channel: Channel, message: str) -> None:
        """Say what is wrong with one channel, then close it for good."""
        self._forget(channel)
        await self.send(frames.system(channel.topic, "error", message))
        await self.send(frames.closed(channel.topic, channel.join_ref))

    async def _answer(self, frame: Mapping[str, Any]) -> None:
        topic, event, ref = frame["topic"], frame["event"], frame.get("ref")
        channel = self.channels.get(topic)
        if topic == "phoenix" and event == "heartbeat":
            self.heartbeats += 1
            await self.send(frames.ok(topic, ref))
        elif event == "phx_join":
            # Beside the socket's loop: a join that waits must not hold up heartbeats.
            self._start(self._join(frame))
        elif channel is None:
            await self.send(frames.refused(topic, ref, "unmatched topic"))
        elif event == "phx_leave":
            self._forget(channel)
            await self.send(frames.ok(topic, ref))
            await self.send(frames.closed(topic, channel.join_ref))
        elif event == "access_token":
            self._start(self._renew_token(channel, frame["payload"].get("access_token")))

    async def _join(self, frame: Mapping[str, Any]) -> None:
        topic, ref = frame["topic"], frame.get("ref")
        config = frame["payload"].get("config") or {}
        try:
            channel = await self._admitted(frame, config)
        except RefusedError as refusal:
            await asyncio.sleep(self._timings.join_error)
            await self.send(frames.refused(topic, ref, str(refusal)))
            return
        self._replication.begin()
        await self.send(frames.ok(topic, ref, {"postgres_changes": []}))
        if before := self.channels.get(topic):
            self._forget(before)
        self.channels[topic] = channel
        channel.expiry = self._start(self._watch_token(channel))
        wants_ready = (config.get("broadcast") or {}).get("replication_ready")
        if wants_ready and not self._faults.never_ready:
            await self._announce_replication(channel)

    async def _admitted(self, frame: Mapping[str, Any], config: Mapping[str, Any]) -> Channel:
        topic = str(frame["topic"])
        if not topic.removeprefix(frames.PREFIX) or not topic.startswith(frames.PREFIX):
            raise RefusedError("TopicNameRequired: You must provide a topic name")
        if self._faults.deny_joins:
            raise RefusedError(self._faults.deny_joins)
        self._gatekeeper.count_join()
        if topic not in self.channels and len(self.channels) >= self._max_channels:
            raise RefusedError("ChannelRateLimitReached: Too many channels")
        token = frame["payload"].get("access_token")
        claims = self._claims_for(token) if token else self._in_force(self._claims)
        presence = bool((config.get("presence") or {}).get("enabled"))
        private = bool(config.get("private"))
        if private:
            await self._gatekeeper.admit(topic, claims, presence=presence)
        # V1 clients may leave join_ref out; the join's own ref means the same.
        join_ref = frame.get("join_ref") or frame.get("ref")
        return Channel(topic, private, join_ref, claims, presence)

    def _claims_for(self, token: str) -> Claims:
        # Opaque keys count only in the handshake, where the gateway swaps them.
        if token.startswith("sb_"):
            return self._in_force(self._claims)
        return self._gatekeeper.claims(token)

    def _in_force(self, claims: Claims) -> Claims:
        if self._gatekeeper.seconds_left(claims) <= 0:
            raise RefusedError(f"InvalidJWTToken: {self._gatekeeper.expiry_message(claims)}")
        return claims

    async def _announce_replication(self, channel: Channel) -> None:
        try:
            async with asyncio.timeout(self._timings.replication_deadline):
                await self._replication.ready.wait()
        except TimeoutError:
            await self.shut(channel, "Replication connection was not established in time")
        else:
            await self.send(
                frames.system(channel.topic, "ok", "Replication connection established")
            )

    async def _watch_token(self, channel: Channel) -> None:
        left = self._gatekeeper.seconds_left(channel.claims)
        while left > 0:
            await asyncio.sleep(min(left, self._timings.token_check))
            left = self._gatekeeper.seconds_left(channel.claims)
        await self.shut(channel, self._gatekeeper.expiry_message(channel.claims))

    async def _renew_token(self, channel: Channel, token: str | None) -> None:
        """Take a new token, and the policies anew; success is not answered."""
        if not token or token.startswith("sb_"):
            return
        try:
            claims = self._gatekeeper.claims(token)
            if channel.private:
                await self._gatekeeper.admit(channel.topic, claims, presence=channel.presence)
        except RefusedError as refusal:
            await self.shut(channel, str(refusal))
            return
        channel.claims = claims
        if channel.expiry:
            channel.expiry.cancel()
        channel.expiry = self._start(self._watch_token(channel))

    def _forget(self, channel: Channel) -> None:
        if self.channels.get(channel.topic) is channel:
            del self.channels[channel.topic]
        # A token's watcher closes its own channel: it must not cancel itself.
        if channel.expiry and channel.expiry is not asyncio.current_task():
            channel.expiry.cancel()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
