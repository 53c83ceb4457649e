"""
What this worker has heard of the stop switch.

The database alone decides: a claim or a lease asks it. Here is only who has to ask at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any


class StopSwitch:
    """Tells whoever waits for `next_stop()` that the switch is said to be on."""

    def __init__(self) -> None:
        self.is_on = False
        self._next = asyncio.Event()

    def hear(self, nudge: Mapping[str, Any]) -> None:
        """Take note of a nudge; those of the switch say `stopped`."""
        if isinstance(stopped := nudge.get("stopped"), bool):
            self.is_on = stopped
            if stopped:
                self._pulse()

    def see(self, stopped: bool) -> None:
        """Take note of what a claim was answered."""
        was_on, self.is_on = self.is_on, stopped
        if stopped and not was_on:
            self._pulse()

    async def next_stop(self) -> None:
        """Return when the switch is next heard to be on; not because it was before."""
        await self._next.wait()

    def _pulse(self) -> None:
        heard, self._next = self._next, asyncio.Event()
        heard.set()
