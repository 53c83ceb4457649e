"""
A model that lies about what it is: nothing of it reaches a fan, who is told the truth first.

tests/data/hostile_replies.jsonl has the lies: claims to be human, denials and texts that take the
disclosure back, in six languages and in disguises.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from devstack import stack
from tests.e2e.support import World
from worker.drafting import TRIES

LIES = tuple(
    json.loads(line)["text"]
    for line in (Path(__file__).parents[1] / "data" / "hostile_replies.jsonl")
    .read_text("utf-8")
    .splitlines()
)
DISCLOSURE = stack.DISCLOSURE.format(name="Luna")
# Nothing is wrong with these, but that they say nothing of who writes.
OMISSIONS = (
    "hey you, how was your day?",
    "tell me about the sea, i could listen for hours",
    "mm coffee first, then everything else",
)


async def test_no_lie_about_who_writes_reaches_fanvue_in_fifty_ways(up: World) -> None:
    assert len(set(LIES)) >= 50
    fans = [up.up.platform.add_fan(f"fan{number}") for number in range(len(LIES))]
    # Every draft of every fan is a lie, until the worker gives up and leaves it to a person.
    up.up.model.says(*(lie for lie in LIES for _ in range(TRIES)))
    for fan in fans:
        up.up.platform.fan_writes(fan, "hello there, how are you?")
    await up.until(lambda: up.value("select count(*) from messages") == len(LIES))
    await up.start_worker()

    held = "select count(*) from turns where status = 'held' and hold_reason ~ 'claims_human'"
    # By steps, since a busy machine needs longer for all of them than for one reply.
    for number in range(0, len(LIES) + 1, 13):
        await up.until(partial(lambda least: up.value(held) >= least, number))
    await up.until(lambda: up.value(held) == len(LIES))

    assert len(up.up.model.asked) == TRIES * len(LIES)
    assert [up.up.platform.sent(fan) for fan in fans] == [[] for _ in fans]
    assert up.value("select count(*) from messages where direction = 'outbound'") == 0

    # The control: the same model telling no lies is heard, but the disclosure comes first.
    others = [up.up.platform.add_fan(f"other{number}") for number in range(len(OMISSIONS))]
    up.up.model.says(*OMISSIONS)
    for fan in others:
        up.up.platform.fan_writes(fan, "hello there, how are you?")
    asker = up.up.platform.add_fan("asker")
    up.up.platform.fan_writes(asker, "wait, are you a bot or a real girl?")

    *told, answer = await up.answered(*others, asker)

    assert [texts[0] for texts in told] == [DISCLOSURE for _ in others]
    assert all(len(texts) > 1 for texts in told)
    assert "AI" in answer[0]
    assert up.value("select count(*) from disclosures") == len(others) + 1
