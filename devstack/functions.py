"""
Run the edge function in the real Deno, and lead requests to it.

The function runs as it is deployed, with no more rights than it needs: its own port, the
database's host, the variables it reads. Signatures and events are the function's.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

import deno  # type: ignore[import-untyped]
import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from devstack.children import end_with_parent

FOLDER = Path(__file__).parent.parent / "supabase" / "functions" / "fanvue-webhook"

# What settings.ts and index.ts read. Deno refuses every other variable.
VARIABLES = (
    "PORT",
    "FANVUE_WEBHOOK_SECRETS",
    "SUPABASE_URL",
    "WEBHOOK_JWT",
    "SUPABASE_PUBLISHABLE_KEY",
    "SUPABASE_PUBLISHABLE_KEYS",
    "SUPABASE_ANON_KEY",
    "SUPABASE_SECRET_KEYS",
    "SUPABASE_SERVICE_ROLE_KEY",
)

# They belong to one connection and not to the message that is passed on.
HOP_HEADERS = frozenset({"host", "connection", "keep-alive", "te", "upgrade", "proxy-connection"})

logger = logging.getLogger(__name__)


class EdgeFunction:
    """
    The webhook function under Deno, on a free loopback port, for as long as the context lasts.

    `env` is all that the function sees of the environment. Each line that it prints goes to
    `log`, from a thread of its own; without `log`, to Python's logging.
    """

    def __init__(
        self,
        env: Mapping[str, str],
        *,
        log: Callable[[str], None] | None = None,
        start_timeout: float = 30,
    ) -> None:
        unknown = sorted(set(env) - set(VARIABLES))
        if unknown:
            raise ValueError(f"the function does not read {', '.join(unknown)}")
        self._env = dict(env)
        self._log = log or logger.info
        self._start_timeout = start_timeout
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._tail: deque[str] = deque(maxlen=50)
        self._port = 0

    @property
    def url(self) -> str:
        """Where the function answers; it looks at no path."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> EdgeFunction:
        """Start Deno and wait until it listens. A restart keeps the port."""
        assert self._process is None, "the function runs already"
        self._process = subprocess.Popen(
            self._command(),
            env={
                # Deno keeps its cache below HOME.
                **{name: os.environ[name] for name in ("HOME", "DENO_DIR") if name in os.environ},
                "DENO_NO_UPDATE_CHECK": "1",
                "NO_COLOR": "1",
                **self._env,
                "PORT": str(self._port),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            # A session of its own, so that Ctrl-C reaches us first and we stop it in order.
            start_new_session=True,
            preexec_fn=end_with_parent,
        )
        started: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=self._read_log, args=(self._process, started), daemon=True
        )
        self._reader.start()
        try:
            port = started.get(timeout=self._start_timeout)
        except queue.Empty:
            port = None
        if port is None:
            self.stop()
            raise RuntimeError("the edge function did not start:\n" + "\n".join(self._tail))
        self._port = port
        return self

    def stop(self, *, kill: bool = False) -> None:
        """End the process, by SIGKILL if told so, and wait until its last line was logged."""
        if self._process is None:
            return
        if kill:
            self._process.kill()
        else:
            self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        if self._reader is not None:
            self._reader.join(10)
        self._process = self._reader = None

    async def proxy(self, request: Request) -> Response:
        """Serve as a Starlette endpoint for `/functions/v1/fanvue-webhook`."""
        return await forward(request, self.url)

    def __enter__(self) -> EdgeFunction:
        return self.start()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _command(self) -> list[str]:
        database = urlsplit(self._env.get("SUPABASE_URL", ""))
        hosts = [f"127.0.0.1:{self._port}"]
        if database.hostname:
            port = database.port or {"http": 80}.get(database.scheme, 443)
            hosts.append(f"{database.hostname}:{port}")
        return [
            deno.find_deno_bin(),
            "run",
            "--quiet",
            "--no-prompt",
            "--no-remote",
            "--cached-only",
            f"--config={FOLDER / 'deno.json'}",
            f"--allow-net={','.join(hosts)}",
            f"--allow-env={','.join(VARIABLES)}",
            str(FOLDER / "index.ts"),
        ]

    def _read_log(
        self, process: subprocess.Popen[str], started: queue.SimpleQueue[int | None]
    ) -> None:
        assert process.stdout is not None
        with process.stdout as output:
            for line in output:
                self._tail.append(line.rstrip("\n"))
                if (port := _listening_port(line)) is not None:
                    started.put(port)
                self._log(line.rstrip("\n"))
        started.put(None)


def _listening_port(line: str) -> int | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    if isinstance(record, dict) and record.get("outcome") == "listening":
        return int(record["port"])
    return None


async def forward(request: Request, url: str) -> Response:
    """Pass a request on: method, headers and raw bytes as they came, streamed."""
    headers = [
        (name, value)
        for name, value in request.headers.raw
        if name.decode("latin-1") not in HOP_HEADERS
    ]
    has_body = any(name in (b"content-length", b"transfer-encoding") for name, _ in headers)
    # A client for each request: made in under a millisecond, and bound to no event loop.
    async with httpx.AsyncClient(verify=False, trust_env=False, timeout=60) as client:  # noqa: S501
        try:
            answer = await client.request(
                request.method,
                url,
                headers=headers,
                content=_chunks(request) if has_body else None,
            )
        except httpx.TransportError:
            return JSONResponse({"message": "the function is not running"}, status_code=503)
    kept = {
        name: value
        for name, value in answer.headers.items()
        if name not in HOP_HEADERS | {"transfer-encoding", "content-encoding", "content-length"}
    }
    return Response(answer.content, answer.status_code, kept)


async def _chunks(request: Request) -> AsyncIterator[bytes]:
    async for chunk in request.stream():
        if chunk:
            yield chunk
