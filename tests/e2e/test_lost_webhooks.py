"""A webhook that never comes: the look through the chats finds the message."""

from __future__ import annotations

import pytest

from devstack.fanvue_events import Family, message_event
from devstack.fanvue_records import Fan
from tests.e2e.support import World


async def look_now(up: World) -> None:
    """Let the next look be due, as if the last had been ten minutes ago."""
    await up.execute(
        "update creators set reconciled_at = now() - interval '10 minutes';"
        "select private.enqueue_reconciliations(now())"
    )


async def looked(up: World) -> None:
    await up.until(
        lambda: (
            up.value("select count(*) from jobs_queue where job_type = 'reconcile'")
            and not up.value(
                "select count(*) from jobs_queue where job_type = 'reconcile'"
                " and finished_at is null"
            )
        )
    )


def mode_of(up: World, fan: Fan) -> str:
    return str(up.value("select automation::text from fans where platform_uuid = %s", fan.uuid))


@pytest.mark.parametrize("family", ["envelope", "flat"])
async def test_a_fan_whose_webhook_is_lost_is_answered_exactly_once(
    up: World, family: Family
) -> None:
    platform = up.up.platform
    ada, bob = platform.add_fan("ada"), platform.add_fan("bob")
    platform.webhooks.faults.add("lose")
    lost = platform.fan_writes(ada, "did you get this?")
    platform.fan_writes(bob, "hello")
    await up.start_worker()
    await up.answered(bob)
    assert platform.sent(ada) == []

    await look_now(up)
    ((first, *_), _) = await up.answered(ada, bob)
    assert first
    await looked(up)

    # The webhook comes after all.
    late = message_event(lost, family, platform.new_uuid(), text=True)
    assert late is not None
    platform.webhooks.send(late, frozenset())
    await platform.webhooks.settled()
    assert platform.webhooks.log[-1].status == 200
    # Another look finds nothing new, our own messages included.
    await look_now(up)
    await looked(up)
    assert up.value("select count(*) from messages where direction = 'inbound'") == 2
    assert len(up.up.model.asked) == 2
    assert {mode_of(up, fan) for fan in (ada, bob)} == {"auto"}
    await up.until(
        lambda: not up.value("select count(*) from jobs_queue where finished_at is null")
    )


async def test_a_person_whose_webhook_is_lost_is_noticed(up: World) -> None:
    platform = up.up.platform
    ada, bob = platform.add_fan("ada"), platform.add_fan("bob")
    await up.execute('update creators set pacing_config = \'{"base_delay": 3600, "variance": 0}\'')
    platform.fan_writes(ada, "hello")
    platform.fan_writes(bob, "hello")
    await platform.webhooks.settled()
    platform.webhooks.faults.add("lose", times=2)
    platform.creator_writes(ada, "it's me")
    platform.automation_writes(bob, "new photos today!", type="BROADCAST")
    await up.start_worker()

    await look_now(up)
    await up.until(lambda: mode_of(up, ada) == "human")
    await looked(up)

    assert mode_of(up, bob) == "auto", "a broadcast is no takeover"
    assert platform.sent(ada) == []


async def test_a_worker_that_is_killed_in_the_middle_loses_and_doubles_nothing(up: World) -> None:
    platform = up.up.platform
    fans = [platform.add_fan(name) for name in ("ada", "bob", "cyd")]
    platform.webhooks.faults.add("lose", times=3)
    for fan in fans:
        platform.fan_writes(fan, "did you get this?")
    # Nobody but the look reads a chat.
    await up.execute("update settings set insights_every = '0'")
    # The first chat is recorded, the second is being asked for.
    platform.faults.add("slow", on="list")
    platform.faults.add("hang", on="list")
    first = await up.start_worker(WORKER_LEASE="3")
    await look_now(up)
    await up.until(lambda: platform.faults.waiting() == 0)
    first.kill()
    await first.wait()
    assert up.value("select count(*) from messages where direction = 'inbound'") == 1

    await up.start_worker(WORKER_LEASE="3", WORKER_POLL="1")
    await up.answered(*fans)
    await looked(up)

    assert up.value("select count(*) from messages where direction = 'inbound'") == 3
    assert len(up.up.model.asked) == 3
