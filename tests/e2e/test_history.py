"""A fan who was there before the connection: neither new nor answered for what is long past."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from devstack.fanvue_records import Fan
from tests.e2e.support import World


def past(up: World, name: str, messages: int = 40, cents: int = 15000) -> Fan:
    """A fan who wrote every other of so many messages, and spent so much, weeks ago."""
    platform = up.up.platform
    fan = platform.add_fan(name)
    began = datetime.now(UTC) - timedelta(days=30)
    for number in range(messages):
        origin = "fan" if number % 2 == 0 else "person"
        platform.was_said(fan, origin, f"old {number}", began + timedelta(minutes=number))
    platform.was_paid(fan, "purchase", cents, began + timedelta(hours=1))
    return fan


async def imported(up: World, *fans: Fan) -> None:
    await up.until(
        lambda: (
            up.value("select count(*) from fans where history_at is not null") == len(fans)
            and not up.value(
                "select count(*) from jobs_queue where job_type = 'history' and finished_at is null"
            )
        )
    )


def row(up: World, fan: Fan) -> dict[str, object]:
    (found,) = up.rows(
        "select stage::text, tier::text, total_spend::float8, msg_count_inbound, automation::text"
        " from fans where platform_uuid = %s",
        fan.uuid,
    )
    return found


async def test_a_fan_with_a_past_is_vip_not_new_and_nothing_old_is_answered(up: World) -> None:
    platform = up.up.platform
    # The natural wait, in which the import is done; here it ends when the test says so.
    await up.execute('update creators set pacing_config = \'{"base_delay": 3600, "variance": 0}\'')
    ada, bob = past(up, "ada"), platform.add_fan("bob")
    platform.fan_writes(ada, "hey, it's me again")
    platform.fan_writes(bob, "hi, I'm new here")
    await up.start_worker(WORKER_POLL="1")
    await imported(up, ada, bob)

    found = row(up, ada)
    assert (found["tier"], found["total_spend"], found["msg_count_inbound"]) == ("vip", 150.0, 21)
    assert found["stage"] != "new"
    assert (row(up, bob)["stage"], row(up, bob)["tier"]) == ("new", "standard")
    platform.fan_tips(ada, 1000)
    await up.until(lambda: row(up, ada)["total_spend"] == 160.0)
    assert up.value("select count(*) from purchases where kind = 'opening_balance'") == 1

    await up.execute("update jobs_queue set run_at = now() where job_type = 'reply'")
    await up.until(
        lambda: (
            platform.sent(ada)
            and platform.sent(bob)
            and not up.value("select count(*) from jobs_queue where finished_at is null")
        )
    )
    assert up.value("select count(*) from turns") == 2, "one for each fan's new message"
    assert up.value("select count(*) from messages where id < 0 and turn_id is not null") == 0
    assert len(up.up.model.asked) == 2
    prompt = next(str(asked) for asked in up.up.model.asked if "me again" in str(asked))
    assert "old 39" in prompt, "the model knows what was said before"
    assert row(up, ada)["automation"] == "auto", "what a person wrote long ago is no takeover"


async def test_a_worker_that_is_killed_in_the_middle_imports_everything_once(up: World) -> None:
    platform = up.up.platform
    ada = past(up, "ada")
    platform.faults.add("hang", on="insights")
    platform.fan_writes(ada, "hey, it's me again")
    first = await up.start_worker(WORKER_LEASE="3")
    await up.until(lambda: platform.faults.waiting() == 0)
    first.kill()
    await first.wait()
    assert up.value("select count(*) from messages where id < 0") == 0

    await up.start_worker(WORKER_LEASE="3", WORKER_POLL="1")
    await imported(up, ada)
    found = row(up, ada)
    assert (found["msg_count_inbound"], found["total_spend"]) == (21, 150.0)
    assert up.value("select count(*) from messages where id < 0") == 40


async def test_without_the_insights_scope_the_chat_is_imported_and_the_reply_goes_out(
    up: World,
) -> None:
    platform = up.up.platform
    ada = past(up, "ada")
    platform.faults.add("forbidden", on="insights", times=20)
    platform.fan_writes(ada, "hey, it's me again")
    await up.start_worker()
    await imported(up, ada)
    found = row(up, ada)
    assert (found["msg_count_inbound"], found["total_spend"], found["tier"]) == (
        21, 0.0, "standard",
    )  # fmt: skip
    await up.until(lambda: platform.sent(ada))
