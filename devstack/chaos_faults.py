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

from devstack import postgres, stack
from devstack.chaos_fans import Fans
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
Happening = Callable[[], Awaitable[None] | None]
_WEBHOOKS = (
    "duplicate",
    "duplicate",
    "reorder",
    "reorder",
    "reorder",
    "bad_signature",
    "omit_text",
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
    _away: set[str] = field(default_factory=set)
    _opened: bool = False

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
        self.injected = +self.injected

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
        drops = [(kind, on) for kind, on, _ in _FANVUE if kind.startswith("accept")]
        api = self.up.platform.faults
        return [
            *[partial(self._arm, arm) for arm in arms],
            *[partial(self._add, "fanvue", api, kind, on, 0.0) for kind, on in drops],
            self._person_writes, self._broadcast, self._freeze_worker, self._crash_database,
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
        api = self.up.platform.faults
        model = self.up.model.faults
        deck += [partial(self._add, "fanvue", api, k, on, s) for k, on, s in _FANVUE]
        deck += [partial(self._add, "model", model, k, "complete", s) for k, s in _MODEL]
        hooks = self.up.platform.webhooks.faults
        deck += [partial(self._add, "webhook", hooks, k, None, 0.0) for k in _WEBHOOKS]
        lasting: list[Happening] = [
            *[self._kill] * 4, *[self._restart_worker] * 3, *[self._freeze_worker] * 2,
            self._restart_database, self._crash_database, self._kill_function,
            self._kill_function, self._refuse_realtime, self._drop_realtime,
            self._deafen_realtime, self._mute_realtime, self._lose_broadcasts, self._pause_cron,
            self._broadcast, self._person_writes, self._person_writes,
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

    def _any_worker(self) -> int:
        return self.rng.randrange(self.workers.count)

    def _kill(self) -> None:
        number = self._any_worker()
        if self.workers.is_settled(number):
            self.injected["kill at a random time"] += 1
            self.workers.kill(number)

    def _restart_worker(self) -> None:
        number = self._any_worker()
        if self.workers.is_settled(number):
            self.injected["SIGTERM to a worker"] += 1
            self.workers.terminate(number)

    async def _freeze_worker(self) -> None:
        number = self._any_worker()
        if not self.workers.is_settled(number):
            return
        self.injected["worker frozen past its leases"] += 1
        self.workers.freeze(number)
        await asyncio.sleep(8)
        self.workers.thaw(number)

    async def _restart_database(self) -> None:
        await self._database("database restart", crash=False)

    async def _crash_database(self) -> None:
        await self._database("database crash", crash=True)

    async def _database(self, kind: str, *, crash: bool) -> None:
        # One at a time: what is away already cannot be taken away.
        if "database" in self._away:
            return
        self._away.add("database")
        self.injected[kind] += 1
        await asyncio.to_thread(partial(postgres.restart, self.up.server, crash=crash))
        self._away.remove("database")

    async def _kill_function(self) -> None:
        if "function" in self._away:
            return
        self._away.add("function")
        self.injected["edge function killed"] += 1
        function = self.up.function
        await asyncio.to_thread(partial(function.stop, kill=True))
        await asyncio.sleep(self.rng.uniform(0, 2))
        await asyncio.to_thread(function.start)
        self._away.remove("function")

    async def _refuse_realtime(self) -> None:
        self.injected["Realtime refuses and drops"] += 1
        self.up.realtime.faults.refuse_handshakes = 503
        self.up.realtime.drop_all()
        await asyncio.sleep(6)
        self.up.realtime.faults.refuse_handshakes = None

    def _drop_realtime(self) -> None:
        self.injected["Realtime drops"] += 1
        self.up.realtime.drop_all()

    def _deafen_realtime(self) -> None:
        self.injected["Realtime deaf"] += 1
        self.up.realtime.lose_replication()

    async def _mute_realtime(self) -> None:
        self.injected["Realtime mute"] += 1
        self.up.realtime.faults.mute = True
        await asyncio.sleep(5)
        self.up.realtime.faults.mute = False

    def _lose_broadcasts(self) -> None:
        self.injected["Realtime loses five nudges"] += 1
        self.up.realtime.faults.drop_broadcasts += 5

    async def _pause_cron(self) -> None:
        self.injected["cron paused"] += 1
        self.up.cron.pause()
        await asyncio.sleep(8)
        self.up.cron.resume()

    def _broadcast(self) -> None:
        self.injected["broadcast to all fans"] += 1
        for fan in self.fans.active:
            self.up.platform.automation_writes(fan, "new set is up, take a look!")

    def _person_writes(self) -> None:
        self.injected["a person writes"] += 1
        fan = self.rng.choice(self.fans.active)
        self.up.platform.creator_writes(fan, "hey, it's really me now, one moment")
        self.fans.take_out(fan, self.fans.taken_over)

    def _echo(self, event: PlatformEvent) -> None:
        """Put a text that was taken without an answer into the chat once more: who can tell?"""
        if echoing.get() and event.kind == "delivered" and event.fan in self.fans.active:
            self.injected["undecidable send"] += 1
            self.up.platform.automation_writes(event.fan, event.text or "")
            self.fans.take_out(event.fan, self.fans.undecidable)
