"""
A creator signs in with `fanpace connect`, a worker answers with the tokens of that, the creator
takes the permission back, and signs in again.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from devstack import stack
from devstack.fanvue_records import Creator
from devstack.postgres import free_port
from tests.e2e.support import World, world


@pytest.fixture
async def up(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as running:
        yield running


class Command:
    """A `fanpace` command that runs against the stack, and what it said."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, up: World, *arguments: str) -> Command:
        return cls(
            await asyncio.create_subprocess_exec(
                sys.executable, "-m", "worker", *arguments, cwd=stack.ROOT,
                env=up.up.signing_in_environment(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            )
        )  # fmt: skip

    async def address(self) -> str:
        """Wait for the address that a person is to open."""
        assert self._process.stderr is not None
        while line := (await self._process.stderr.readline()).decode():
            if line.startswith("http"):
                return line.strip()
        raise AssertionError("no address was shown")

    async def end(self) -> tuple[int, str, str]:
        out, err = await self._process.communicate()
        assert self._process.returncode is not None
        return self._process.returncode, out.decode(), err.decode()


async def sign_in(up: World, creator: Creator, *arguments: str) -> tuple[int, Any, str]:
    """Run `fanpace connect` and be the creator at the browser; return code, outcome and page."""
    up.up.platform.sign_in.signed_in = creator
    connecting = await Command.start(
        up, "connect", "--json", "--no-browser", "--port", str(free_port()), *arguments
    )
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        page = await browser.get(await connecting.address())
    code, out, err = await connecting.end()
    return code, json.loads(out) if code == 0 else err, page.text


async def status(up: World) -> tuple[int, list[dict[str, Any]]]:
    code, out, _ = await (await Command.start(up, "status", "--json")).end()
    return code, json.loads(out)


async def test_a_creator_signs_in_is_answered_for_and_comes_back(up: World) -> None:
    platform, luna = up.up.platform, up.up.creator
    old = platform.add_fan("before", creator=luna)
    platform.fan_writes(old, "hi from before")
    await up.until(lambda: up.rows("select 1 from messages"))

    # Signed in, and their past is here.
    code, outcome, page = await sign_in(up, luna)
    assert (code, outcome["outcome"], outcome["import"]["outcome"]) == (0, "connected", "imported")
    assert "fanpace is connected" in page
    assert "offline_access" in outcome["scopes"]
    assert (await status(up))[1][0]["state"] == "connected"

    # A new one waits for a person's yes to everything.
    mia = platform.add_creator("mia", "Mia")
    _, added, _ = await sign_in(up, mia, "--no-import", "--disclosure", "An AI writes here.")
    assert (added["outcome"], added["creator"], added["automation"]) == ("added", "Mia", "approve")

    # The worker has no token but theirs; one that ends early costs nothing but an exchange.
    environment = up.up.signing_in_environment()
    await up.start_worker(**environment)
    platform.sign_in.access_seconds = 900
    fan = platform.add_fan("ann", creator=luna)
    platform.fan_writes(fan, "hello you")
    await up.answered(fan)
    exchanged = platform.sign_in.refreshes
    platform.sign_in.forget_access_tokens()
    platform.fan_writes(fan, "and you?")
    await up.answered(fan)
    assert platform.sign_in.refreshes > exchanged
    assert platform.sign_in.reuses == 0

    # The creator takes it back: nothing fails, nothing is sent, people are told.
    platform.sign_in.revoke(luna)
    platform.fan_writes(fan, "are you there?")
    await up.until(lambda: up.rows("select 1 from operator_notes where kind = 'needs_reconnect'"))
    code, shown = await status(up)
    assert (code, [one["state"] for one in shown]) == (1, ["needs_reconnect", "connected"])
    platform.fan_writes(fan, "hello?")
    await asyncio.sleep(1)
    assert up.rows("select 1 from jobs_queue where status = 'dead'") == []

    # And signs in again.
    code, outcome, _ = await sign_in(up, luna, "--no-import")
    assert (code, outcome["outcome"]) == (0, "reconnected")
    await up.execute(
        "update jobs_queue set run_at = now() where status = 'queued' and run_at > now()"
    )
    await up.answered(fan)
    assert (await status(up))[0] == 0
    assert not re.search("access-[0-9a-f]{40}|refresh-[0-9a-f]{40}", up.log_of())


async def test_who_does_not_agree_is_not_connected(up: World) -> None:
    up.up.platform.sign_in.agrees = False
    code, said, page = await sign_in(up, up.up.creator)
    assert code == 1
    assert "Fanvue says: access_denied" in said
    assert "not connected" in page
    assert (await status(up))[1][0]["state"] == "not connected"
