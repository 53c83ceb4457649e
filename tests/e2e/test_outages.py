"""A due job starts with every hint gone: the worker has its own clock and its poll."""

from __future__ import annotations

import pytest

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
    await up.until(lambda: up.value("select count(*) from jobs_queue") == 2)
    # The poll would come in an hour: the claim at the start tells of everything that is queued.
    await up.start_worker(WORKER_POLL="3600")

    await up.answered(ada)
