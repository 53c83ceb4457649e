"""
Hold the faults that a stand-in shall have, in order or by chance.

Only says which fault is next; what it does is the stand-in's that asks.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Fault:
    """One fault; `on` names the operation that it waits for (None: any)."""

    kind: str
    on: str | None = None
    seconds: float = 0.0

    def meets(self, operation: str) -> bool:
        return self.on is None or self.on == operation


class Faults:
    """Faults to come: a queue for what a test wants, and chances for what a demo wants."""

    def __init__(self, kinds: Collection[str], rng: Random) -> None:
        self.kinds = frozenset(kinds)
        self._rng = rng
        self._queue: deque[Fault] = deque()
        self._chances: dict[Fault, float] = {}

    def add(
        self, kind: str, *, on: str | None = None, seconds: float = 0.0, times: int = 1
    ) -> None:
        """Let the next `times` operations (named `on`, or any) have this fault."""
        self._queue.extend([self._fault(kind, on, seconds)] * times)

    def by_chance(
        self, kind: str, chance: float, *, on: str | None = None, seconds: float = 0.0
    ) -> None:
        """Let every such operation have this fault with this chance; 0 takes it back, 1 always."""
        self._chances[self._fault(kind, on, seconds)] = chance

    def clear(self) -> None:
        self._queue.clear()
        self._chances.clear()

    def waiting(self) -> int:
        """Count the queued faults that nothing has met yet."""
        return len(self._queue)

    def left(self) -> Counter[str]:
        """Count, by kind, the queued faults that nothing has met yet."""
        return Counter(fault.kind for fault in self._queue)

    def take(self, operation: str) -> tuple[Fault, ...]:
        """Return what this operation shall suffer: at most one queued fault, then the drawn."""
        queued = next((fault for fault in self._queue if fault.meets(operation)), None)
        if queued is not None:
            self._queue.remove(queued)
        drawn = [
            fault
            for fault, chance in self._chances.items()
            if fault.meets(operation) and self._rng.random() < chance
        ]
        return (queued, *drawn) if queued is not None else tuple(drawn)

    def _fault(self, kind: str, on: str | None, seconds: float) -> Fault:
        if kind not in self.kinds:
            raise ValueError(f"no fault {kind!r}; there are {', '.join(sorted(self.kinds))}")
        return Fault(kind, on, seconds)
