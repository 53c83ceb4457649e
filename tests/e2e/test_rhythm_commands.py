"""`fanpace rhythm draw`, `calibrate` and `report rhythm`, against the running stack."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from devstack import stack
from tests.e2e.support import World, world
from worker.people import Wait, shape


@pytest.fixture
async def up(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, pacing={"preset": "attentive"}) as running:
        yield running


async def fanpace(up: World, *arguments: str, code: int = 0, **environment: str) -> str:
    """Run the command as an operator does; return what it printed, or its error."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "worker", *arguments,
        env={**up.up.worker_environment(), **environment}, cwd=stack.ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, errors = await process.communicate()
    assert process.returncode == code, errors.decode()
    return (output if code == 0 else errors).decode()


async def test_twenty_thousand_draws_come_through_the_gateway(up: World) -> None:
    arguments = ("rhythm", "draw", "--preset", "fitted", "-n", "20000", "--seed", "0.42", "--json")
    answer = json.loads(await fanpace(up, *arguments))

    assert answer["config"] == {"preset": "fitted"}
    assert (answer["count"], answer["seed"]) == (20000, 0.42)
    draws: list[dict[str, Any]] = answer["draws"]
    assert len(draws) == 20000
    assert set(draws[0]) == {"conversation", "reply", "written_chars", "reply_chars", "seconds"}
    places = {(each["conversation"], each["reply"]) for each in draws}
    assert places == {(number // 8 + 1, number % 8 + 1) for number in range(20000)}
    found = shape(
        [Wait(each["seconds"], each["reply_chars"], each["conversation"]) for each in draws]
    )
    assert found.distance <= 0.05
    assert found.lag1 is not None
    assert 0.15 <= found.lag1 <= 0.35
