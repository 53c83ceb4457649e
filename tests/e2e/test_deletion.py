"""A fan takes back what was not answered yet, in either of Fanvue's payload families."""

from __future__ import annotations

from pathlib import Path

import pytest

from devstack.fanvue import Families
from tests.e2e.support import world

SLOW = {"base_delay": 3600, "variance": 0, "long_pause_chance": 0, "typing_rate": 1000}


@pytest.mark.parametrize("family", ["flat", "envelope"])
async def test_a_message_that_was_deleted_is_neither_answered_nor_kept(
    family: Families, tmp_path: Path
) -> None:
    async with world(tmp_path, family=family, pacing=SLOW) as up:
        ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
        await up.start_worker()
        gone = up.up.platform.fan_writes(ada, "my address is 5 Elm Street")
        half = up.up.platform.fan_writes(bob, "forget what I said about Elm Street")
        up.up.platform.fan_writes(bob, "do you like boats?")
        await up.until(lambda: up.value("select count(*) from messages") == 3)

        up.up.platform.fan_deletes(gone)
        up.up.platform.fan_deletes(half)
        await up.until(lambda: up.value("select count(deleted_at) from messages") == 2)
        await up.execute("update jobs_queue set run_at = now() where job_type = 'reply'")
        await up.execute("update jobs_queue set run_at = now() where status = 'queued'")

        # Bob is answered, to what he left; of Ada's nothing is left.
        await up.until(lambda: up.value("select count(*) = 1 from turns where status = 'answered'"))
        assert up.value("select count(*) from turns where status = 'cancelled'") == 1
        assert up.up.platform.sent(ada) == []
        assert up.up.platform.sent(bob) != []
        assert len(up.up.model.asked) == 1
        assert "Elm Street" not in str(up.up.model.asked)
        assert up.rows("select 1 from messages where body like '%%Elm Street%%'") == []
        assert (
            up.rows("select 1 from webhook_events where webhook_events::text like '%%Elm%%'") == []
        )
