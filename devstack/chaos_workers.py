"""
Keep two workers running: whoever is killed or stopped is started again a moment later.

Only starts and ends processes; why one is killed is the faults' and the taps'.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import signal
import time
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from devstack import stack
from devstack.chaos_taps import Taps
from devstack.children import end_with_parent
from devstack.serve import serving

# Settings shortened so that recovery fits into a run of a minute.
ENVIRONMENT = {
    "WORKER_LEASE": "6",
    "WORKER_POLL": "2",
    "WORKER_GRACE": "1",
    "FANVUE_TIMEOUT": "2",
    "OPENAI_TIMEOUT": "8",
    "LOG_FORMAT": "json",
}

# Seconds of work, at least, before a worker may be killed.
SETTLED_AFTER = 3.0


class Workers:
    """`count` workers, numbered from 0, each with doors of its own."""

    def __init__(self, up: stack.Stack, log: Path, count: int, rng: Random) -> None:
        self._up, self._log, self.count, self._rng = up, log, count, rng
        self.taps = Taps(self.kill, self.terminate, self._hear)
        self.starts = 0
        self._started_at: dict[int, float] = {}
        self._settles_at: dict[int, float] = {}
        self._environments: list[dict[str, str]] = []
        self._processes: dict[int, asyncio.subprocess.Process] = {}
        self._keepers: list[asyncio.Task[None]] = []

    async def start(self, exits: AsyncExitStack) -> None:
        """Open the doors for as long as `exits` lasts, and start everybody."""
        for number in range(self.count):
            doors = []
            for app in (self._up.gateway, self._up.platform.app, self._up.model.app):
                door = serving(self.taps.tap(app, number))
                doors.append(await exits.enter_async_context(door))
            self._environments.append(
                self._up.signing_in_environment(
                    **ENVIRONMENT,
                    SUPABASE_URL=doors[0],
                    FANVUE_BASE_URL=doors[1],
                    FANVUE_AUTH_URL=doors[1],
                    OPENAI_BASE_URL=f"{doors[2]}/v1",
                )
            )
        exits.push_async_callback(self.stop)
        self._keepers = [asyncio.create_task(self._keep(n)) for n in range(self.count)]

    async def stop(self) -> None:
        """Stop everybody for good, in order where they can."""
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        for number, process in self._processes.items():
            self.thaw(number)
            self.terminate(number)
            try:
                async with asyncio.timeout(10):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()

    def is_settled(self, number: int) -> bool:
        """Whether the worker has been at work for a while, and for as long as its start took."""
        return time.monotonic() > self._settles_at.get(number, math.inf)

    def _hear(self, number: int) -> bool:
        """Take note of a call of a worker; a first one shows that it has started."""
        if number not in self._settles_at:
            now = time.monotonic()
            start_took = now - self._started_at.get(number, now)
            self._settles_at[number] = now + max(SETTLED_AFTER, start_took)
        return self.is_settled(number)

    def kill(self, number: int) -> None:
        self._signal(number, signal.SIGKILL)

    def terminate(self, number: int) -> None:
        self._signal(number, signal.SIGTERM)

    def freeze(self, number: int) -> None:
        """Stop the process in its tracks, as a paused container is, until `thaw`."""
        self._signal(number, signal.SIGSTOP)

    def thaw(self, number: int) -> None:
        self._signal(number, signal.SIGCONT)

    def _signal(self, number: int, what: signal.Signals) -> None:
        """Send a signal; nothing happens if it is dead already."""
        process = self._processes.get(number)
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(what)

    async def _keep(self, number: int) -> None:
        while True:
            self._settles_at.pop(number, None)
            self._started_at[number] = time.monotonic()
            with self._log.open("ab") as output:
                self._processes[number] = await asyncio.create_subprocess_exec(
                    *self._up.worker_command,
                    env={
                        **self._environments[number],
                        "WORKER_ID": f"worker-{number}-{self.starts}",
                    },
                    cwd=stack.ROOT,
                    stdout=output,
                    stderr=output,
                    preexec_fn=end_with_parent,
                )
            self.starts += 1
            await self._processes[number].wait()
            await asyncio.sleep(self._rng.uniform(0, 0.5))
