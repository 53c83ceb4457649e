"""
The worker as it is deployed: from the image, or from the wheel alone where none can be built.

The image is built by deploy/build-image.sh and run as a host would run it: its own user, entry
point and environment, a root that cannot be written, process number 1 of its own namespace. The
network is this machine's, since the dev stack listens on loopback.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from devstack import stack

IMAGE = "localhost/fanpace"
BUILDAH = {**os.environ, "STORAGE_DRIVER": "vfs", "BUILDAH_ISOLATION": "chroot"}
# What deploy/build-image.sh exits with when this machine cannot build images at all.
CANNOT = 3
# Given: root's directory, user, then the command. What is mounted here ends with the namespace.
ENTER = """
root=$1; user=$2; shift 2
mount --bind "$root" "$root" && mount -o remount,ro,bind "$root" && mount -t proc proc "$root/proc"
exec chroot --userspec="$user" "$root" "$@"
"""


class CannotBuild(Exception):
    """This machine builds no images; the message says what is missing."""


@dataclass(frozen=True)
class Deployed:
    """A worker that is ready to be started, with the environment that its image gives it."""

    how: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    enters: bool
    """Whether the process that is started is the namespace's keeper, and not the worker."""
    megabytes: float

    def environment_with(self, given: Mapping[str, str]) -> dict[str, str]:
        """The image's variables under `given`, of which the way to programs stays the image's."""
        return {**given, **self.environment}

    async def start(
        self, *arguments: str, environment: Mapping[str, str], output: int | Any
    ) -> asyncio.subprocess.Process:
        """Start `fanpace` with `arguments`."""
        variables = [f"{name}={value}" for name, value in environment.items()]
        # A shell looks for the program, since `env` would on the PATH that it was given itself.
        inside = ("env", "-i", *variables, "sh", "-c", 'exec fanpace "$@"', "sh", *arguments)
        return await asyncio.create_subprocess_exec(
            *self.command, *inside, stdout=output, stderr=output
        )

    def tell(self, process: asyncio.subprocess.Process, number: signal.Signals) -> None:
        """Send a signal to the worker itself, as a host does."""
        if not self.enters:
            process.send_signal(number)
            return
        parent = ["ps", "--ppid", str(process.pid), "-o", "pid="]
        children = subprocess.run(parent, capture_output=True, text=True, check=False)
        for child in children.stdout.split():
            os.kill(int(child), number)


@asynccontextmanager
async def from_image() -> AsyncIterator[Deployed]:
    """Build the image, and lay its files out. Raises CannotBuild."""
    if not shutil.which("unshare"):
        raise CannotBuild("unshare is missing")
    built = await _run("bash", "deploy/build-image.sh", IMAGE, cwd=stack.ROOT)
    if built.returncode == CANNOT:
        raise CannotBuild(built.stderr.strip().splitlines()[-1])
    if built.returncode:
        raise RuntimeError(f"deploy/build-image.sh failed:\n{built.stderr}")
    container = (await _buildah("from", "--pull-never", IMAGE)).strip()
    try:
        root = (await _buildah("mount", container)).strip()
        # An empty answer would make this machine's own root the image's.
        if not root.startswith("/") or root == "/":
            raise RuntimeError(f"buildah mounted the image at {root!r}")
        image = json.loads(await _buildah("inspect", "--type", "image", IMAGE))
        config = image["Docker"]["config"]
        yield Deployed(
            how="image built by buildah, run as its own user on a read-only root",
            command=(
                "unshare", "--mount", "--pid", "--fork", "--kill-child",
                "sh", "-c", ENTER, "enter", root, config["User"],
            ),
            environment=dict(entry.split("=", 1) for entry in config["Env"]),
            enters=True,
            megabytes=_megabytes(Path(root)),
        )  # fmt: skip
    finally:
        await _buildah("rm", container)


@asynccontextmanager
async def from_wheel() -> AsyncIterator[Deployed]:
    """Install the wheel, and nothing else, into a fresh virtual environment."""
    with TemporaryDirectory(prefix="fanpace-wheel-") as folder:
        place = Path(folder) / "venv"
        environment = {**os.environ, "PIP_CONSTRAINT": str(stack.ROOT / "constraints.txt")}
        for command in (
            [sys.executable, "-m", "venv", str(place)],
            [str(place / "bin/pip"), "install", "--quiet", "pip"],
            [str(place / "bin/pip"), "install", "--quiet", str(stack.ROOT)],
        ):
            done = await _run(*command, env=environment)
            if done.returncode:
                raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
        yield Deployed(
            how="virtual environment with only the wheel: no image could be built here",
            command=(),
            environment={
                "PATH": f"{place / 'bin'}:/usr/local/bin:/usr/bin:/bin",
                "PYTHONUNBUFFERED": "1",
                "PYTHONDONTWRITEBYTECODE": "1",
                "LOG_FORMAT": "json",
                "WORKER_METRICS_PORT": "9464",
            },
            enters=False,
            megabytes=_megabytes(place),
        )


async def _buildah(*arguments: str) -> str:
    done = await _run("buildah", *arguments, env=BUILDAH)
    if done.returncode:
        raise RuntimeError(f"buildah {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout


async def _run(*command: str, **more: Any) -> subprocess.CompletedProcess[str]:
    def call() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, capture_output=True, text=True, check=False, **more)

    return await asyncio.to_thread(call)


def _megabytes(place: Path) -> float:
    size = sum(each.lstat().st_size for each in place.rglob("*") if not each.is_symlink())
    return round(size / 1e6, 1)
