"""
Fans who write in bursts, and who among them is left to a person.

Whoever a person has written to is silent for a while and then writes on; where nobody can decide
what was sent, the fan writes no more, and a new one takes the place.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random

from devstack.fanvue import FanvuePlatform
from devstack.fanvue_records import Fan, Message

_OPENINGS = ("hey", "hi Luna", "good morning", "so", "guess what", "back again", "hello you")
_MIDDLES = (
    "I went sailing today", "work was long", "my sister got a puppy", "it rains all day here",
    "I cooked your pasta", "the concert was loud", "I moved to a new flat", "my car broke down",
    "I am learning to surf", "the train was late again", "I found that old camera",
)  # fmt: skip
_QUESTIONS = (
    "what did you do?", "how was your weekend?", "do you like boats?", "any tips?",
    "which film are you watching?", "where do you hike?", "what are you reading?",
)  # fmt: skip


@dataclass
class Fans:
    """The fans of one run; `active` write. `taken_over` are those to whom a person ever wrote."""

    platform: FanvuePlatform
    rng: Random
    count: int
    active: list[Fan] = field(default_factory=list)
    everybody: list[Fan] = field(default_factory=list)
    written: list[Message] = field(default_factory=list)
    taken_over: set[str] = field(default_factory=set)
    undecidable: set[str] = field(default_factory=set)
    bursts: int = 0
    _writing: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def start(self) -> None:
        for _ in range(self.count):
            self._add()

    async def stop(self) -> None:
        """Nobody writes any more."""
        for task in self._writing.values():
            task.cancel()
        await asyncio.gather(*self._writing.values(), return_exceptions=True)

    def leave_undecidable(self, fan: Fan) -> None:
        """Let a fan write no more, since nobody can decide what was sent; a new one begins."""
        self.undecidable.add(fan.uuid)
        self.active.remove(fan)
        self._writing.pop(fan.uuid).cancel()
        self._add()

    def listen_to_a_person(self, fan: Fan, seconds: float) -> None:
        """A person wrote to this fan, who is silent for so long."""
        self.taken_over.add(fan.uuid)
        self._writing.pop(fan.uuid).cancel()
        self._start_writing(fan, seconds)

    def ask_once_more(self) -> None:
        """Let everybody to whom a person wrote write a last line: it brings automation back."""
        for fan in self.everybody:
            if fan.uuid in self.taken_over:
                self.written.append(self.platform.fan_writes(fan, "are you still there?"))

    def _add(self) -> None:
        name = f"fan{len(self.everybody) + 1}"
        fan = self.platform.add_fan(name, name.title())
        self.everybody.append(fan)
        self.active.append(fan)
        self._start_writing(fan, self.rng.uniform(0, 6))

    def _start_writing(self, fan: Fan, silence: float) -> None:
        rng = Random(f"{fan.handle} {self.rng.random()}")
        self._writing[fan.uuid] = asyncio.create_task(self._write_for_ever(fan, rng, silence))

    async def _write_for_ever(self, fan: Fan, rng: Random, silence: float) -> None:
        await asyncio.sleep(silence)
        while True:
            self.bursts += 1
            for text in _burst(rng):
                self.written.append(self.platform.fan_writes(fan, text))
                if rng.random() < 0.05:
                    self.platform.fan_tips(fan, rng.choice((300, 500, 1500)))
                await asyncio.sleep(rng.uniform(0.1, 1.5))
            await asyncio.sleep(rng.uniform(4, 18))


def _burst(rng: Random) -> list[str]:
    lines = [*rng.sample(_OPENINGS, 1), *rng.sample(_MIDDLES, 2), *rng.sample(_QUESTIONS, 2)]
    # One text is the answer to another only by its number: no two bursts are the same.
    return [f"{line} {rng.randrange(1000)}" for line in rng.sample(lines, rng.randint(1, 5))]
