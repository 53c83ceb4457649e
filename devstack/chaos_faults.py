"""
Draw faults from a shuffled deck and let them happen.

The deck holds every kind and every named point, so that a long run meets all of them; what is
armed and never met is not counted. Whether the system bore it is chaos_report.py's.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from devstack import stack
from devstack.chaos_fans import Fans
from devstack.chaos_outages import Outages
from devstack.chaos_rules import HUMAN_SILENCE
from devstack.chaos_taps import CALLS, HARMS_BY_KILLING, RPCS, Arm, echoing
from devstack.chaos_workers import Workers
from devstack.fanvue_records import PlatformEvent
from devstack.faults import Faults

# kind of fault, operation, seconds
_FANVUE = (
    ("accept_then_drop", "send", 0.0),
    ("accept_then_drop", "send", 0.0),
    ("accept_then_hang", "send", 0.0),
    ("accept_then_error", "send", 0.0),
    ("accept_without_uuid", "send", 0.0),
    ("hang", "send", 0.0),
    ("rate_limited", "send", 2.0),
    ("server_error", "send", 0.0),
    ("server_error", "list", 0.0),
    ("hang", "list", 0.0),
    ("forbidden", "insights", 0.0),
)
_MODEL = (
    ("slow", 5.0),
    ("slow", 7.0),
    ("hang", 0.0),
    ("rate_limited", 2.0),
    ("server_error", 0.0),
    ("refusal", 0.0),
    ("empty", 0.0),
    ("truncated", 0.0),
    ("not_json", 0.0),
    ("claims_human", 0.0),
)
# Of notes about a fan, which nothing waits for.
_NOTES = ("bad_notes", "foreign_notes", "made_up_notes")
Happening = Callable[[], Awaitable[None] | None]
_WEBHOOKS = (
    "duplicate",
    "duplicate",
    "reorder",
    "reorder",
    "reorder",
    "bad_signature",
    "omit_text",
    "lose",
    "lose",
    "lose",
)


@dataclass
class Chaos:
    """One run's faults; `injected` counts, by kind, those that did not have to be met by a call."""

    up: stack.Stack
    workers: Workers
    fans: Fans
    rng: Random
    injected: Counter[str] = field(default_factory=Counter)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _deck: list[Happening] = field(default_factory=list)
    _opened: bool = False

    def __post_init__(self) -> None:
        self._outages = Outages(self.up, self.workers, self.rng, self.injected)

    async def run(self, seconds: float) -> None:
        """Let a fault happen every second or so, for `seconds`, and then no more."""
        self.up.platform.listeners.append(self._echo)
        ends = asyncio.get_running_loop().time() + seconds
        while (left := ends - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, self.rng.uniform(0.4, 1.6)))
            lasting = self._draw()()
            if lasting is not None:
                self._spawn(lasting)
        await self._calm()

    def counts(self) -> dict[str, int]:
        """How often each fault has really happened."""
        return dict(sorted((self.injected + self.workers.taps.met).items()))

    async def _calm(self) -> None:
        """End what lasts, take back what nothing has met."""
        await asyncio.gather(*self._tasks)
        self.workers.taps.disarm()
        up = self.up
        for name, faults in (
            ("fanvue", up.platform.faults), ("model", up.model.faults),
            ("webhook", up.platform.webhooks.faults),
        ):  # fmt: skip
            for kind, count in faults.left().items():
                self.injected[f"{name} {kind}"] -= count
            faults.clear()

    def _draw(self) -> Happening:
        if not self._deck:
            self._deck = self._new_deck()
            self.rng.shuffle(self._deck)
            if not self._opened:
                # Drawn first, so that even a run of a minute has met what is hardest.
                self._opened = True
                opening = self._opening()
                self.rng.shuffle(opening)
                self._deck += opening
        return self._deck.pop()

    def _opening(self) -> list[Happening]:
        """What happens around a send: where a message is lost or doubled, if ever."""
        arms = [
            Arm(call, harm)
            for call in ("begin_send", "fanvue send", "finish_send", "commit_reply")
            for harm in HARMS_BY_KILLING
        ]
        arms += [Arm("finish_send", "lose answer"), Arm("fanvue send", "echo")]
        outages = self._outages
        drops = [(kind, on) for kind, on, _ in _FANVUE if kind.startswith("accept")]
        api = self.up.platform.faults
        return [
            *[partial(self._arm, arm) for arm in arms],
            *[partial(self._add, "fanvue", api, kind, on, 0.0) for kind, on in drops],
            self._person_writes, self._broadcast, outages.freeze_worker, outages.crash_database,
        ]  # fmt: skip

    def _new_deck(self) -> list[Happening]:
        deck: list[Happening] = []
        deck += [partial(self._arm, Arm(call, harm)) for call in CALLS for harm in HARMS_BY_KILLING]
        deck += [partial(self._arm, Arm(call, "lose answer")) for call in RPCS]
        deck += [
            partial(self._arm, Arm(call, "delay answer", 7.0))
            for call in ("claim_jobs", "commit_reply", "begin_send", "finish_send", "fanvue list")
        ]
        deck.append(partial(self._arm, Arm("fanvue send", "echo")))
        # A worker that is stopped in the middle of its work hands the job back.
        deck += [partial(self._arm, Arm("model complete", "terminate during", 4.0))] * 3
        api = self.up.platform.faults
        model = self.up.model.faults
        deck += [partial(self._add, "fanvue", api, k, on, s) for k, on, s in _FANVUE]
        deck += [partial(self._add, "model", model, k, "complete", s) for k, s in _MODEL]
        deck += [partial(self._add, "model", model, kind, "notes", 0.0) for kind in _NOTES]
        hooks = self.up.platform.webhooks.faults
        deck += [partial(self._add, "webhook", hooks, k, None, 0.0) for k in _WEBHOOKS]
        outages = self._outages
        lasting: list[Happening] = [
            *[outages.kill] * 4, *[outages.restart_worker] * 3, *[outages.freeze_worker] * 2,
            outages.restart_database, outages.crash_database, outages.kill_function,
            outages.kill_function, outages.refuse_realtime, outages.drop_realtime,
            outages.deafen_realtime, outages.mute_realtime, outages.lose_broadcasts,
            outages.pause_cron, self._broadcast, self._person_writes, self._person_writes,
        ]  # fmt: skip
        return deck + lasting

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _arm(self, arm: Arm) -> None:
        if not self.workers.taps.armed(arm):
            self.workers.taps.arm(arm)

    def _add(self, name: str, faults: Faults, kind: str, on: str | None, seconds: float) -> None:
        self.injected[f"{name} {kind}"] += 1
        faults.add(kind, on=on, seconds=seconds)

    def _broadcast(self) -> None:
        self.injected["broadcast to all fans"] += 1
        for fan in self.fans.active:
            self.up.platform.automation_writes(fan, "new set is up, take a look!")

    def _person_writes(self) -> None:
        self.injected["a person writes"] += 1
        fan = self.rng.choice(self.fans.active)
        self.up.platform.creator_writes(fan, "hey, it's really me now, one moment")
        # Longer than automation waits for the person, so that it resumes when the fan goes on.
        self.fans.listen_to_a_person(fan, HUMAN_SILENCE + self.rng.uniform(2, 10))

    def _echo(self, event: PlatformEvent) -> None:
        """Put a text that was taken without an answer into the chat once more: who can tell?"""
        if echoing.get() and event.kind == "delivered" and event.fan in self.fans.active:
            self.injected["undecidable send"] += 1
            self.up.platform.automation_writes(event.fan, event.text or "")
            self.fans.leave_undecidable(event.fan)
