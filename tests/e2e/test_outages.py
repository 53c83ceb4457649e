"""A due job starts with every hint gone: the worker has its own clock and its poll."""

from __future__ import annotations

import pytest

from devstack.fanvue_records import Fan
from tests.e2e.support import World


@pytest.mark.parametrize("without", ["realtime", "cron", "both"])
async def test_a_due_job_still_starts_without(without: str, up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    if without in ("realtime", "both"):
        up.up.realtime.faults.refuse_handshakes = 503
    if without in ("cron", "both"):
        up.up.cron.pause()
    await up.start_worker(WORKER_POLL="1")
    up.up.platform.fan_writes(ada, "is anybody there?")

    await up.answered(ada)

    assert (up.up.realtime.joined("jobs") == 0) == (without != "cron")


async def test_an_idle_worker_without_realtime_starts_a_job_that_it_has_heard_of_by_its_clock(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.realtime.faults.refuse_handshakes = 503
    up.up.cron.pause()
    up.up.platform.fan_writes(ada, "hello")
    await up.until(
        lambda: up.value("select count(*) = 2 from jobs_queue where lane <> 'background'")
    )
    # The poll would come in an hour: the claim at the start tells of everything that is queued.
    await up.start_worker(WORKER_POLL="3600")

    await up.answered(ada)


@pytest.mark.parametrize(
    ("staleness", "becomes"), [("answer", "answered"), ("hold", "held"), ("skip", "cancelled")]
)
async def test_after_an_outage_of_a_day_old_messages_are_treated_as_the_setting_says(
    staleness: str, becomes: str, up: World
) -> None:
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    await up.execute("update settings set staleness = %s::staleness", staleness)
    up.up.platform.fan_writes(ada, "hello yesterday")
    await up.until(lambda: up.value("select count(*) = 1 from messages"))
    await age_by_a_day(up)
    up.up.platform.fan_writes(bob, "hello today")
    await up.until(lambda: up.value("select count(*) = 2 from messages"))

    await up.start_worker()

    await up.answered(bob)
    await up.until(lambda: status_of_turn(up, ada) == becomes)
    assert bool(up.up.platform.sent(ada)) == (staleness == "answer")
    if staleness == "answer":
        # Not at once: it waited anew, by its own pacing.
        assert up.value(
            "select payload ? 'caught_up_at' from jobs_queue join fans on fans.id = fan_id"
            " where job_type = 'reply' and fans.platform_uuid = %s", ada.uuid,
        )  # fmt: skip
    else:
        reason = up.value(
            "select coalesce(hold_reason, close_reason) from turns order by id limit 1"
        )
        assert "older than" in reason


async def age_by_a_day(up: World) -> None:
    """Move all that is there a day into the past."""
    for table, columns in (
        ("messages", ("sent_at", "created_at")),
        ("turns", ("opened_at",)),
        ("jobs_queue", ("run_at", "debounce_deadline", "created_at")),
    ):
        moved = ", ".join(f"{column} = {column} - interval '1 day'" for column in columns)
        await up.execute(f"update {table} set {moved}")


def status_of_turn(up: World, fan: Fan) -> str:
    return str(
        up.value(
            "select turns.status::text from turns join fans on fans.id = fan_id"
            " where fans.platform_uuid = %s",
            fan.uuid,
        )
    )
