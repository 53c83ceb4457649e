"""`fanpace explain`, against the running stack: what an operator reads, and what a typo brings."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.support import World


async def test_an_operator_asks_why_before_and_after(up: World) -> None:
    await up.execute("update creators set time_zone = 'Asia/Kathmandu'")
    ada = up.up.platform.add_fan("ada")
    up.up.platform.fan_writes(ada, "hello")
    (job,) = await up.until(lambda: up.rows("select id from jobs_queue where job_type = 'reply'"))

    code, output, _ = await up.fanpace("explain", str(job["id"]))
    assert code == 0
    assert f"reply job {job['id']}, queued; times in Asia/Kathmandu" in output
    assert "The plan's formula drew 0.2 s: 0.2 s, +0.0 s of variance." in output
    assert "ada wrote" in output

    await up.start_worker()
    await up.answered(ada)
    code, output, _ = await up.fanpace("explain", "--fan", "ada", "--json")
    facts: dict[str, Any] = json.loads(output)
    assert code == 0
    assert (facts["job"]["id"], facts["job"]["status"]) == (job["id"], "done")
    assert "first bubble sent at" in facts["sentences"][-1]
    assert facts["delay"]["asked_at"].endswith("+05:45")
    whats = [event["what"] for event in facts["timeline"]]
    assert whats.index("ada wrote") < whats.index("committed") < whats.index("bubble sent")
    assert [event["at"] for event in facts["timeline"]] == sorted(
        event["at"] for event in facts["timeline"]
    )

    for delivery in up.rows("select id from jobs_queue where job_type in ('inspect', 'deliver')"):
        code, output, _ = await up.fanpace("explain", str(delivery["id"]))
        assert (code, "done; times in" in output) == (0, True)


async def test_what_does_not_exist_is_said_in_a_line(up: World) -> None:
    code, _, errors = await up.fanpace("explain", "404")
    assert (code, errors) == (
        1, "fanpace: there is no job 404; finished ones are purged after settings.job_retention\n",
    )  # fmt: skip
    code, _, errors = await up.fanpace("explain", "--fan", "nobody")
    assert (code, errors) == (
        1, "fanpace: no fan 'nobody' has a reply in the queue or behind it\n",
    )  # fmt: skip
    for arguments in ((), ("7", "--fan", "ada"), ("seven",)):
        assert (await up.fanpace("explain", *arguments))[0] == 2


async def test_the_worker_s_own_role_may_not_ask(up: World) -> None:
    code, _, errors = await up.fanpace("explain", "1", SUPABASE_KEY=up.up.token("jobs_worker")
    )  # fmt: skip
    assert code == 1
    assert "this needs the secret key in SUPABASE_KEY" in errors
