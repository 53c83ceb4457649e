"""
`make container-check`: the deployed form of the worker answers fans, and stops when it is told to.

Builds the image (or, where that cannot be, installs the wheel alone, and says so), runs it against
the dev stack, and exits with 1 if a fan is left unanswered or answered twice, if the worker needs
longer than its grace to stop, or if something is in the image that does not belong there.
"""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import click
import psycopg
from rich.console import Console

from devstack import stack
from devstack.container import CannotBuild, Deployed, from_image, from_wheel
from devstack.fanvue_records import Fan
from devstack.tally import unanswered_count

FANS = 8
PATIENCE = 60.0
GRACE = 10
PACING = {
    "base_delay": 1, "variance": 0.5, "long_pause_chance": 0, "push_back": 0.5,
    "max_push_back": 2, "typing_rate": 1000,
}  # fmt: skip
LOG = stack.ROOT / ".cache" / "container" / "worker.log"


@dataclass(frozen=True)
class Findings:
    """What one check saw; times are in seconds."""

    how: str
    megabytes: float
    answered_before_stop: int
    healthy: bool
    stop_seconds: float
    exit_code: int | None
    unanswered: int
    duplicated: int
    foreign: list[str]
    """Modules that are importable and should not be."""

    @property
    def ok(self) -> bool:
        return (
            self.healthy
            and self.exit_code == 0
            and self.stop_seconds <= GRACE
            and not self.unanswered
            and not self.duplicated
            and not self.foreign
        )


class Check:
    """One deployed worker before one stack."""

    def __init__(self, up: stack.Stack, deployed: Deployed, log: IO[bytes]) -> None:
        self._up, self._deployed, self._log = up, deployed, log
        self._fans: list[Fan] = []
        self._variables = {
            **deployed.environment_with(up.worker_environment(WORKER_GRACE=str(GRACE))),
            "WORKER_METRICS_PORT": str(_free_port()),
        }

    async def perform(self) -> Findings:
        worker = await self._start("run")
        try:
            await self._write(FANS)
            await self._until_answered()
            answered = sum(bool(self._up.platform.sent(fan)) for fan in self._fans)
            healthy = await self._ends_well("healthcheck")
            # Some replies are being written or sent when the signal comes.
            await self._write(FANS)
            await asyncio.sleep(1.2)
            began = time.monotonic()
            self._deployed.tell(worker, signal.SIGTERM)
            code = await asyncio.wait_for(worker.wait(), GRACE * 3)
            stopped = time.monotonic() - began
        finally:
            if worker.returncode is None:
                worker.kill()
        worker = await self._start("run")
        try:
            unanswered = await self._until_answered()
        finally:
            self._deployed.tell(worker, signal.SIGTERM)
            await worker.wait()
        return Findings(
            how=self._deployed.how,
            megabytes=self._deployed.megabytes,
            answered_before_stop=answered,
            healthy=healthy,
            stop_seconds=round(stopped, 2),
            exit_code=code,
            unanswered=unanswered,
            duplicated=self._duplicated(),
            foreign=[name for name in ("tests", "devstack", "bench") if self._holds(name)],
        )

    async def _start(self, *arguments: str) -> asyncio.subprocess.Process:
        return await self._deployed.start(
            *arguments, environment=self._variables, output=self._log.fileno()
        )

    async def _ends_well(self, *arguments: str) -> bool:
        return await (await self._start(*arguments)).wait() == 0

    async def _write(self, count: int) -> None:
        for number in range(len(self._fans), len(self._fans) + count):
            fan = self._up.platform.add_fan(f"fan{number}")
            self._fans.append(fan)
            self._up.platform.fan_writes(fan, "hey, how was your day?")
        await self._up.platform.webhooks.settled()

    async def _until_answered(self) -> int:
        left = -1
        with psycopg.connect(self._up.dsn, autocommit=True) as connection:
            for _ in range(int(PATIENCE / 0.3)):
                left = unanswered_count(connection)
                if not left:
                    break
                await asyncio.sleep(0.3)
        return left

    def _duplicated(self) -> int:
        """Texts that reached one fan more than once."""
        return sum(
            times - 1
            for fan in self._fans
            for times in Counter(message.text for message in self._up.platform.sent(fan)).values()
        )

    def _holds(self, name: str) -> bool:
        root = self._deployed.command[-2] if self._deployed.enters else ""
        place = Path(root, *Path(self._variables["PATH"].split(":")[0]).parts[1:]).parent
        return any(place.glob(f"lib/python3*/site-packages/{name}"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


async def check(console: Console, wheel: bool) -> Findings:
    """Build, run and look, with what can be had here."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as exits:
        deployed = None
        if not wheel:
            console.print("building the image …")
            try:
                deployed = await exits.enter_async_context(from_image())
            except CannotBuild as why:
                console.print(f"no image: {why}")
        if deployed is None:
            console.print("the wheel alone stands in for the image, in a virtual environment …")
            deployed = await exits.enter_async_context(from_wheel())
        console.print(f"{deployed.how}, {deployed.megabytes} MB; starting the dev stack …")
        up = await exits.enter_async_context(stack.running(pacing=PACING))
        with LOG.open("wb") as log:
            return await Check(up, deployed, log).perform()


@click.command()
@click.option("--wheel", is_flag=True, help="Do not build the image; try the wheel alone.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def main(wheel: bool, as_json: bool) -> None:
    """Run the worker as it is deployed, against the dev stack."""
    console = Console(stderr=True)
    found = asyncio.run(check(console, wheel))
    if as_json:
        click.echo(json.dumps({**asdict(found), "ok": found.ok}, indent=2))
    else:
        for name, value in asdict(found).items():
            click.echo(f"{name.replace('_', ' '):<22}{value}")
    if not found.ok:
        console.print(f"[bold red]not as it should be; the worker's log is {LOG}")
        sys.exit(1)


if __name__ == "__main__":
    main()
