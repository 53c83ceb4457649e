"""A person, an automation or a broadcast writes to the fan on the platform."""

from __future__ import annotations

from devstack import stack
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
    await up.execute('update creators set pacing_config = \'{"base_delay": 3600, "variance": 0}\'')
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.value("select count(*) = 1 from messages"))
    up.up.platform.webhooks.faults.add("omit_writer")
    up.up.platform.creator_writes(ada, "it's me")

    await up.until(lambda: mode_of(up, ada) == "human")

    assert up.value("select body from messages where kind = 'human'") == "it's me"
    assert up.value("select count(*) from turns where status = 'answered'") == 1
    assert up.up.platform.sent(ada) == []


async def test_automation_resumes_when_the_person_was_silent_for_long_enough_and_not_before(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    up.up.platform.creator_writes(ada, "it's me")
    await up.until(lambda: up.value("select count(*) = 1 from fans where automation = 'human'"))

    up.up.platform.fan_writes(ada, "so good to hear from you")
    await up.until(lambda: up.value("select count(*) = 1 from jobs_queue where status = 'parked'"))
    assert (mode_of(up, ada), up.up.platform.sent(ada), up.up.model.asked) == ("human", [], [])

    # Half a day later: settings.human_resume_after is 12 hours.
    await up.execute(
        "update fans set last_human_at = last_human_at - interval '12 hours',"
        " automation_changed_at = automation_changed_at - interval '12 hours'"
    )
    up.up.platform.fan_writes(ada, "are you coming back?")
    (sent,) = await up.answered(ada)

    assert mode_of(up, ada) == "auto"
    assert up.value("select automation_reason from fans").startswith("resumed")
    assert len(up.up.model.asked) == 1, "what came meanwhile is answered with it"
    assert "so good to hear from you\nare you coming back?" in up.up.model.asked[0].turns[-1][1]
    # A person has written since whatever the fan was told before: the disclosure goes first.
    assert sent[0] == stack.DISCLOSURE.format(name="Luna")
