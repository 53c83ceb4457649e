"""
What every figure is given: how long to take, where the server is, where the peers are.

Each figure is a module with `async def measure(plan: Plan) -> list[Measured]`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from devstack.postgres import Server


@dataclass(frozen=True)
class Plan:
    """One run of the bench."""

    quick: bool
    """Some minutes for everything instead of half an hour."""
    seed: int
    runs: int
    """How often each system is measured: A B, A B."""
    say: Callable[[str], None]
    """Tell the person who waits what is being done."""
    server: Server
    """Shared by all; each figure makes databases of its own in it and drops them."""
    peers: Path | None
    """Where `bench.peers.install` has put the other queues; None with --without-peers."""
    smoke: bool = False
    """Seconds for everything: does it run? Its figures say nothing. Implies `quick`."""
