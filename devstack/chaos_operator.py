"""
Play the operator after a chaos run: look at what nobody could decide, and say what became of it.

Uses the product's own commands, as a person would.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from devstack import stack


async def resolve_unknown(up: stack.Stack) -> int:
    """Tell fanpace that every unknown message was sent, as the chat shows; return how many."""
    listed = json.loads(await _fanpace(up, "jobs", "dead", "--json"))
    unknown: list[dict[str, Any]] = listed["unknown_messages"]
    for message in unknown:
        await _fanpace(up, "jobs", "resolve", str(message["id"]), "sent")
    return len(unknown)


async def _fanpace(up: stack.Stack, *arguments: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *up.worker_command, *arguments, env=up.worker_environment(), cwd=stack.ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, errors = await process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"fanpace {' '.join(arguments)}: {errors.decode().strip()}")
    return output.decode()
