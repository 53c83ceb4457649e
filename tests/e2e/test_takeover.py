"""A person, an automation or a broadcast writes to the fan on the platform."""

from __future__ import annotations

from devstack.fanvue_records import Fan
from tests.e2e.support import World


def mode_of(up: World, fan: Fan) -> str:
    return str(up.value("select automation::text from fans where platform_uuid = %s", fan.uuid))


async def test_a_broadcast_of_which_nobody_says_who_wrote_it_pauses_no_fan(up: World) -> None:
    fans = [up.up.platform.add_fan(name) for name in ("ada", "bob", "cleo")]
    await up.start_worker()
    for fan in fans:
        up.up.platform.webhooks.faults.add("omit_writer")
        up.up.platform.automation_writes(fan, "new photos today!", type="BROADCAST")
    await up.until(lambda: up.value("select count(*) = 3 from messages where kind = 'automated'"))
    assert {mode_of(up, fan) for fan in fans} == {"auto"}

    for fan in fans:
        up.up.platform.fan_writes(fan, "hello")
    await up.answered(*fans)


async def test_a_person_of_whom_nobody_says_so_takes_over(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.execute('update creators set pacing_config = \'{"base_delay": 3600, "variance": 0}\'')
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.value("select count(*) = 1 from messages"))
    up.up.platform.webhooks.faults.add("omit_writer")
    up.up.platform.creator_writes(ada, "it's me")

    await up.until(lambda: mode_of(up, ada) == "human")

    assert up.value("select body from messages where kind = 'human'") == "it's me"
    assert up.value("select count(*) from turns where status = 'answered'") == 1
    assert up.up.platform.sent(ada) == []
