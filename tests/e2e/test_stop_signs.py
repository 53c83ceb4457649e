"""Somebody in danger is told where to turn though all is paused; a possible minor gets nothing."""

from __future__ import annotations

import pytest

from tests.e2e.support import World, text_of
from worker import signals

# What STOPSIGNS recognises is tested with worker/stop_signs.py; these are plain enough for any.
DANGER = "I want to kill myself tonight"
MINOR = "I'm 15"

needs_stop_signs = pytest.mark.skipif(
    "self_harm" not in signals.NAMES, reason="this worker recognises no stop signs yet"
)


@needs_stop_signs
async def test_the_line_for_a_crisis_reaches_fanvue_while_everything_is_paused(up: World) -> None:
    await up.execute("update creators set automation = 'paused'")
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    up.up.platform.fan_writes(bob, "hello you")
    up.up.platform.fan_writes(ada, DANGER)
    await up.start_worker()

    await up.until(lambda: up.up.platform.sent(ada))

    (sent,) = [text_of(message) for message in up.up.platform.sent(ada)]
    assert "findahelpline.com" in sent
    assert "AI assistant" in sent
    assert up.up.platform.sent(bob) == []
    held = up.rows("select * from fans where stop_sign is not null")
    assert [(fan["handle"], fan["stop_sign"], fan["automation"]) for fan in held] == [
        ("ada", "self_harm", "human")
    ]


@needs_stop_signs
async def test_a_possible_minor_gets_nothing_and_another_fan_a_reply(up: World) -> None:
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    up.up.platform.fan_writes(ada, MINOR)
    await up.start_worker()
    await up.until(lambda: up.rows("select 1 from fans where stop_sign = 'minor'"))
    up.up.platform.fan_writes(ada, "are you a bot?")
    up.up.platform.fan_writes(bob, "hello you")

    await up.answered(bob)
    await up.until(
        lambda: up.value("select count(*) from messages where inspected_at is null"
                         " and direction = 'inbound'") == 0
    )  # fmt: skip

    assert up.up.platform.sent(ada) == []
    assert up.rows("select 1 from messages where direction = 'outbound' and fan_id ="
                   " (select id from fans where handle = 'ada')") == []  # fmt: skip
