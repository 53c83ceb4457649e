"""`fanpace fan`, against the running stack."""

from __future__ import annotations

import json

from tests.e2e.support import World
from tests.e2e.test_explain_command import fanpace


async def test_an_operator_asks_where_a_fan_stands(up: World) -> None:
    up.execute("update creators set time_zone = 'Asia/Kathmandu'")
    ada = up.up.platform.add_fan("ada")
    for _ in range(5):
        up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.rows("select 1 from fans where msg_count_inbound = 5"))
    (row,) = up.rows("select id, platform_uuid::text as uuid from fans")

    code, output, _ = await fanpace(up, "fan", str(row["id"]))
    assert code == 0
    assert f"fan {row['id']}, {row['uuid']}; times in Asia/Kathmandu" in output
    assert "ada is in warmup since " in output
    assert "new → warmup: 5 messages" in output

    code, output, _ = await fanpace(up, "fan", row["uuid"], "--json")
    facts = json.loads(output)
    assert (code, facts["stage"], facts["path"][0]["reason"]) == (0, "warmup", "5 messages")
    assert facts["sentences"][0].startswith("ada is in warmup")

    code, _, errors = await fanpace(up, "fan", "nobody")
    assert (code, errors) == (1, "fanpace: there is no fan with id, uuid or handle 'nobody'\n")
    code, _, errors = await fanpace(
        up, "fan", "ada", SUPABASE_KEY=up.up.token("jobs_worker")
    )  # fmt: skip
    assert code == 1
    assert "this needs the secret key in SUPABASE_KEY" in errors
