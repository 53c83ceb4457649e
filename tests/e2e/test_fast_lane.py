"""While the creator sleeps: what is urgent is answered at once, everything else in the morning."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from tests.e2e.support import World


async def test_who_was_charged_twice_is_answered_at_night_and_who_says_hello_is_not(
    up: World,
) -> None:
    now = datetime.now(UTC)
    window = {
        "days": ["weekday", "weekend"],
        "from": f"{now + timedelta(hours=6):%H:%M}",
        "to": f"{now + timedelta(hours=8):%H:%M}",
    }
    await up.execute(
        "update creators set time_zone = 'UTC', active_hours = %s", json.dumps({"shifts": [window]})
    )
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    up.up.platform.fan_writes(bob, "hello, how was your day?")
    up.up.platform.fan_writes(ada, "hey, my card was charged twice :(")
    await up.until(lambda: up.value("select count(*) from messages") == 2)
    await up.start_worker()

    (sent,) = await up.answered(ada)

    assert sent
    (waiting,) = up.rows(
        "select jobs_queue.*, fans.handle from jobs_queue join fans on fans.id = fan_id"
        " where job_type = 'reply' and jobs_queue.status = 'queued'"
    )
    assert waiting["handle"] == "bob"
    assert waiting["run_at"] > now + timedelta(hours=5, minutes=59)
