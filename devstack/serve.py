"""
Serve an ASGI app on a loopback port for as long as a context lasts.

Runs uvicorn inside the caller's event loop and leaves signals and logging set-up alone: both
belong to whoever started the program. What is served is the caller's.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers, and with an event for 'connections are taken now'."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


@asynccontextmanager
async def serving(app: ASGIApp, port: int | None = None) -> AsyncIterator[str]:
    """
    Serve `app` on 127.0.0.1 and yield its base URL, without a slash at the end.

    Takes a free port unless `port` is given. At the end open requests get a second to finish.
    Raises RuntimeError if the app's own start-up fails, OSError if the port is taken.
    """
    # Bound here, not by uvicorn: the port is then known, and ours, before anything starts.
    # Named TCP, since asyncio sends small answers at once on such sockets only: on others each
    # waits 40 ms for the client's acknowledgement.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port or 0))
        server = _Server(_config(app))
        running = asyncio.create_task(_run(server, listener), name="serving")
        ready = asyncio.create_task(server.ready.wait())
        try:
            await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            ready.cancel()
            server.should_exit = True
            await running


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        # Longer than any client of ours keeps an idle connection: the client closes first, and no
        # request is lost on a connection that the server has just given up.
        timeout_keep_alive=60,
        timeout_graceful_shutdown=1,
    )


async def _run(server: _Server, listener: socket.socket) -> None:
    # uvicorn calls sys.exit when the app's lifespan fails; in a task that would end the program.
    try:
        await server.serve(sockets=[listener])
    except SystemExit as exc:
        raise RuntimeError("the app did not start: its lifespan start-up failed") from exc
