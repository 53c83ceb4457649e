"""Something dies, freezes or goes away in the middle, and the fan gets one reply all the same."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from functools import partial

import pytest

from devstack import postgres
from devstack.fanvue_records import Fan
from tests.e2e.support import World


async def answered_once(up: World, fan: Fan) -> list[str]:
    """Wait for the answer; what reached the fan is what the database has as sent, once each."""
    (sent,) = await up.answered(fan)
    recorded = up.rows("select platform_uuid::text as uuid from messages where status = 'sent'")
    assert Counter(row["uuid"] for row in recorded) == Counter(
        message.uuid for message in up.up.platform.sent(fan)
    )
    assert len(sent) == len(set(sent))
    return sent


async def test_a_worker_killed_between_the_post_and_its_answer_leaves_nothing_to_repeat(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.execute("update settings set send_grace = '1 second'")
    up.up.platform.faults.add("accept_then_hang", on="send")
    first = await up.start_worker(WORKER_LEASE="3")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.up.platform.sent(ada))

    first.kill()
    await first.wait()
    assert up.value("select count(*) from messages where status = 'sending'") == 1
    await up.start_worker(WORKER_LEASE="3", WORKER_POLL="1")

    await answered_once(up, ada)
    assert "looked for an unanswered send" in up.log_of(1)


async def test_a_worker_that_was_frozen_past_its_lease_writes_nothing_when_it_thaws(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.add("slow", on="complete", seconds=2)
    first = await up.start_worker(WORKER_LEASE="3")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.up.model.asked)
    first.send_signal(signal.SIGSTOP)
    await up.start_worker(WORKER_LEASE="3", WORKER_POLL="1")
    sent = await answered_once(up, ada)

    first.send_signal(signal.SIGCONT)
    await up.until(lambda: "work dropped" in up.log_of())

    assert await answered_once(up, ada) == sent


@pytest.mark.parametrize("crash", [False, True])
async def test_a_database_that_restarts_while_a_reply_is_written_loses_nothing(
    crash: bool, up: World
) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.add("slow", on="complete", seconds=3)
    await up.start_worker(WORKER_LEASE="3", WORKER_POLL="1")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.up.model.asked)

    await asyncio.to_thread(partial(postgres.restart, up.up.server, crash=crash))

    await answered_once(up, ada)


async def test_an_edge_function_that_was_down_gets_the_message_again(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    await asyncio.to_thread(partial(up.up.function.stop, kill=True))
    up.up.platform.fan_writes(ada, "hello?")
    await up.until(lambda: up.up.platform.webhooks.log)
    assert up.value("select count(*) from messages") == 0

    await asyncio.to_thread(up.up.function.start)

    await answered_once(up, ada)
    statuses = [attempt.status for attempt in up.up.platform.webhooks.log]
    assert statuses[0] != 200
    assert statuses.count(200) >= 1
