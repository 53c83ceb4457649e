"""
What the two Python peers share: a command and options in, one JSON line out.

Runs in a virtual environment of the peers' own: nothing of fanpace is there.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import psycopg

COMMAND = sys.argv[1]
OPTIONS: dict[str, Any] = json.loads(sys.argv[2])


def say(result: dict[str, Any]) -> None:
    print(json.dumps(result), flush=True)


async def hammer(
    connections: int, seconds: float, once: Callable[[int], Awaitable[object]]
) -> dict[str, float]:
    """Call `once` from so many loops for so long."""
    calls = empty = 0
    began = time.perf_counter()

    async def loop(number: int) -> None:
        nonlocal calls, empty
        while time.perf_counter() - began < seconds:
            empty += await once(number) is None
            calls += 1

    await asyncio.gather(*(loop(number) for number in range(connections)))
    return {"per_second": calls / (time.perf_counter() - began), "calls": calls, "empty": empty}


async def analyze(dsn: str) -> None:
    """What autovacuum would do within a minute: plans after a bulk insert are not measured."""
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        await connection.execute("vacuum analyze")


async def until(count: Callable[[], int], wanted: int, patience: float) -> float:
    """Wait until `count()` is `wanted`, or no longer than `patience`; return the seconds."""
    began = time.perf_counter()
    while count() < wanted and time.perf_counter() - began < patience:
        await asyncio.sleep(0.005)
    return time.perf_counter() - began
