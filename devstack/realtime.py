"""
Stand in for Supabase's Realtime server: private channels fed from realtime.messages.

Serves `/realtime/v1/websocket` to the official clients and breaks on demand in each of the ways
that the real server is known to. Imitated: protocol 1.0.0, broadcasts from the database. Keys
are the caller's: `resolve_token` knows them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from devstack import realtime_frames as frames
from devstack.realtime_access import Gatekeeper, RefusedError, ResolveToken
from devstack.realtime_frames import Frame, Message
from devstack.realtime_replication import Replication
from devstack.realtime_socket import Faults, Socket, Timings

__all__ = ["Faults", "Realtime", "Timings"]


class Realtime:
    """
    One project's Realtime server.

    Put `route` into a Starlette application (it names its full path) and call `stop` when that
    ends; there is nothing to start, since replication begins with the first join. `dsn` is a
    superuser's. `clock` gives epoch seconds.
    """

    def __init__(
        self,
        dsn: str,
        resolve_token: ResolveToken,
        *,
        timings: Timings | None = None,
        clock: Callable[[], float] = time.time,
        joins_per_second: int = 100,
        max_channels: int = 100,
    ) -> None:
        self._timings = timings or Timings()
        self._gatekeeper = Gatekeeper(
            dsn, resolve_token, clock=clock, joins_per_second=joins_per_second
        )
        self._replication = Replication(
            dsn, self._deliver, start_seconds=self._timings.replication_start
        )
        self._max_channels = max_channels
        self.route = WebSocketRoute("/realtime/v1/websocket", self._endpoint)
        self.faults = Faults()
        self.sockets: set[Socket] = set()
        self._stopped = False
        self.handshakes = 0
        """How many connections were accepted so far."""

    async def stop(self) -> None:
        """Close every socket as a restart does, take no more, and let the database go."""
        self._stopped = True
        await self.restart()
        await self._replication.stop()

    def joined(self, name: str) -> int:
        """Count the sockets that have joined channel `name`."""
        return sum(frames.PREFIX + name in socket.channels for socket in self.sockets)

    @property
    def following(self) -> bool:
        """Tell whether what is committed now will be broadcast."""
        return self._replication.ready.is_set()

    # Faults of a moment. Those that last until they are set back are in `faults`.

    async def restart(self) -> None:
        """Announce a disconnect and close every socket with 1012."""
        for socket, topic in self._channels():
            await socket.send(frames.disconnect_requested(topic))
        await self.close_all(1012)

    async def close_all(self, code: int) -> None:
        """Close every socket: 1000 in order, 1001 going away, 1012 restart."""
        await asyncio.gather(*(socket.close(code) for socket in list(self.sockets)))

    def drop_all(self) -> None:
        """Break every connection without a closing handshake; clients see 1006."""
        for socket in self.sockets:
            socket.transport().abort()

    def freeze_all(self) -> None:
        """Stop reading from every connection, as a peer does that died without a word."""
        for socket in self.sockets:
            socket.transport().pause_reading()

    def lose_replication(self) -> None:
        """Deliver nothing to today's sockets, though their channels stay joined."""
        for socket in self.sockets:
            socket.deaf = True

    async def crash_channels(self) -> None:
        """Send phx_error to every channel."""
        for socket, topic in self._channels():
            await socket.crash(socket.channels[topic])

    async def shut_channels(self, message: str) -> None:
        """Send every channel a system error and then phx_close."""
        for socket, topic in self._channels():
            await socket.shut(socket.channels[topic], message)

    async def expire_tokens(self) -> None:
        """Treat every token as run out."""
        await self.shut_channels("Token has expired 0 seconds ago")

    async def send_all(self, frame: Frame) -> None:
        """Send any frame to every socket."""
        for socket in list(self.sockets):
            await socket.send(frame)

    def _channels(self) -> list[tuple[Socket, str]]:
        return [(socket, topic) for socket in self.sockets for topic in socket.channels]

    async def _deliver(self, message: Message) -> None:
        if self.faults.drop_broadcasts > 0:
            self.faults.drop_broadcasts -= 1
            return
        for socket in list(self.sockets):
            await socket.deliver(message)

    async def _endpoint(self, websocket: WebSocket) -> None:
        if self._stopped:
            await websocket.close()
            return
        if self.faults.refuse_handshakes:
            await self._deny(websocket, self.faults.refuse_handshakes, "Service unavailable")
            return
        key = websocket.query_params.get("apikey") or websocket.headers.get("x-api-key")
        if not key:
            await self._deny(websocket, 401, "API key is missing")
            return
        try:
            claims = self._gatekeeper.claims(key)
        except RefusedError as refusal:
            # The handshake answers with the text alone, without its code.
            await self._deny(websocket, 401, str(refusal).partition(": ")[2] or str(refusal))
            return
        if websocket.query_params.get("vsn", frames.VERSION) != frames.VERSION:
            await self._deny(websocket, 400, "This stand-in speaks protocol 1.0.0 only")
            return
        socket = Socket(
            websocket,
            claims,
            gatekeeper=self._gatekeeper,
            replication=self._replication,
            faults=self.faults,
            timings=self._timings,
            max_channels=self._max_channels,
        )
        self.handshakes += 1
        self.sockets.add(socket)
        try:
            await socket.serve()
        finally:
            self.sockets.discard(socket)

    async def _deny(self, websocket: WebSocket, status: int, error: str) -> None:
        await asyncio.sleep(self._timings.handshake_error)
        await websocket.send_denial_response(JSONResponse({"error": error}, status))
