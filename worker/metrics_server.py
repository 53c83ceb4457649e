"""
Serve /metrics, /healthz and /readyz over HTTP, from threads of its own.

A scrape asks the database through the worker's loop, so it also shows that the loop turns; it
waits a few seconds at most and answers whatever happens. What is told is worker/metrics.py's and
worker/health.py's.
"""

from __future__ import annotations

import asyncio
import json
import socket
import socketserver
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import structlog
from prometheus_client import make_wsgi_app

from worker.errors import SettingsInvalid, WorkerError
from worker.health import Health
from worker.metrics import Metrics
from worker.rows import Json

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger()

# Seconds. Prometheus gives up after ten.
_MAX_AGE = 5.0
_PATIENCE = 3.0


class Figures:
    """
    The queue's newest figures, at most `max_age` seconds old; None while they cannot be read.

    Called from any thread but the loop's.
    """

    def __init__(
        self,
        ask: Callable[[], Coroutine[Any, Any, Json]],
        loop: asyncio.AbstractEventLoop,
        *,
        max_age: float = _MAX_AGE,
        patience: float = _PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._loop = loop
        self._max_age = max_age
        self._patience = patience
        self._clock = clock
        self._lock = threading.Lock()
        self._asked_at: float | None = None
        self._newest: Json | None = None

    def __call__(self) -> Json | None:
        # One scrape asks; others that come meanwhile take its answer.
        with self._lock:
            if self._asked_at is None or self._clock() - self._asked_at >= self._max_age:
                self._newest = self._read()
                self._asked_at = self._clock()
            return self._newest

    def _read(self) -> Json | None:
        asking = asyncio.run_coroutine_threadsafe(self._ask(), self._loop)
        try:
            return asking.result(self._patience)
        except WorkerError as error:
            log.warning("queue figures not read", reason=str(error))
        except TimeoutError:
            asking.cancel()
            log.warning("queue figures not read", reason=f"no answer within {self._patience} s")
        return None


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def server_bind(self) -> None:
        # Not HTTPServer's, which asks the DNS for the host's name and may wait for it.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]
        self.setup_environ()


class _Handler(WSGIRequestHandler):
    timeout = 5  # whoever connects and says nothing

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: scrapes are no news."""


@asynccontextmanager
async def serving_metrics(
    metrics: Metrics,
    host: str,
    port: int,
    ask: Callable[[], Coroutine[Any, Any, Json]],
    health: Health | None = None,
) -> AsyncIterator[int]:
    """
    Serve `metrics`, the figures that `ask` brings, and how the worker does; yields the port.

    Raises SettingsInvalid, before anything is claimed, where the port cannot be had.
    """
    metrics.watch_queue(Figures(ask, asyncio.get_running_loop()))
    try:
        server = _server(host, port)
    except OSError as exc:
        raise SettingsInvalid(
            f"/metrics cannot be served on {host}:{port} ({exc.strerror or exc}): set"
            " WORKER_METRICS_HOST and WORKER_METRICS_PORT to an address that is free here,"
            " or leave the port empty to serve no metrics"
        ) from exc
    server.set_app(_routes(metrics, health))
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), name="metrics", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        await asyncio.to_thread(server.shutdown)
        server.server_close()


def _server(host: str, port: int) -> _Server:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server_class = type("_Server", (_Server,), {"address_family": family})
    server: _Server = server_class((host, port), _Handler)
    return server


def _routes(metrics: Metrics, health: Health | None) -> WSGIApplication:
    scrape = make_wsgi_app(metrics.registry)
    questions = {"/healthz": health.alive, "/readyz": health.ready} if health else {}

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/metrics":
            return scrape(environ, start_response)  # type: ignore[no-any-return]
        if question := questions.get(environ["PATH_INFO"]):
            good, told = question()
            start_response(
                "200 OK" if good else "503 Service Unavailable",
                [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
            )
            return [json.dumps(told).encode() + b"\n"]
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"There are /metrics, /healthz and /readyz here.\n"]

    return answer
