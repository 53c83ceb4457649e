"""`fanpace fan`, against the running stack."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.support import World


async def test_an_operator_asks_where_a_fan_stands(up: World) -> None:
    await up.execute("update creators set time_zone = 'Asia/Kathmandu'")
    ada = up.up.platform.add_fan("ada")
    for _ in range(5):
        up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.rows("select 1 from fans where msg_count_inbound = 5"))
    (row,) = up.rows("select id, platform_uuid::text as uuid from fans")

    code, output, _ = await up.fanpace("fan", str(row["id"]))
    assert code == 0
    assert f"fan {row['id']}, {row['uuid']}; times in Asia/Kathmandu" in output
    assert "ada is in warmup since " in output
    assert "new → warmup: 5 messages" in output

    code, output, _ = await up.fanpace("fan", row["uuid"], "--json")
    facts = json.loads(output)
    assert (code, facts["stage"], facts["path"][0]["reason"]) == (0, "warmup", "5 messages")
    assert facts["sentences"][0].startswith("ada is in warmup")

    code, _, errors = await up.fanpace("fan", "nobody")
    assert (code, errors) == (1, "fanpace: there is no fan with id, uuid or handle 'nobody'\n")
    code, _, errors = await up.fanpace("fan", "ada", SUPABASE_KEY=up.up.token("jobs_worker")
    )  # fmt: skip
    assert code == 1
    assert "this needs the secret key in SUPABASE_KEY" in errors


async def test_an_operator_copies_a_fan_and_erases_them(up: World, tmp_path: Path) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.platform.fan_writes(ada, "I like marmalade")
    await up.until(lambda: up.rows("select 1 from fans where msg_count_inbound = 1"))

    code, output, _ = await up.fanpace("fan", "export", "ada")
    assert code == 0
    assert json.loads(output)["messages"][0]["body"] == "I like marmalade"
    file = tmp_path / "ada.json"
    code, output, errors = await up.fanpace("fan", "export", "ada", "--out", str(file))
    assert (code, output) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["fan"]["handle"] == "ada"
    code, _, errors = await up.fanpace("fan", "export", "ada", "--out", str(file))
    assert (code, "exists already" in errors) == (1, True)
    # Nobody to copy: no file is left behind.
    code, _, _ = await up.fanpace("fan", "export", "eve", "--out", str(tmp_path / "eve.json"))
    assert (code, (tmp_path / "eve.json").exists()) == (1, False)

    code, output, errors = await up.fanpace("fan", "erase", "ada", typed="bob\n")
    assert (code, "nothing was erased" in errors) == (1, True)
    assert "webhook_events" in output
    assert up.rows("select 1 from fans")
    code, _, errors = await up.fanpace("fan", "erase", "ada", "--json")
    assert (code, "--json needs --yes" in errors) == (2, True)
    code, output, _ = await up.fanpace("fan", "erase", "ada", typed="ada\n")
    assert code == 0
    assert "erased at " in output
    assert up.rows("select 1 from fans") == []

    code, _, errors = await up.fanpace("fan", "erase", "ada", "--yes", "--json")
    assert (code, errors) == (1, "fanpace: there is no fan with id, uuid or handle 'ada'\n")
    # A webhook of theirs that comes late is taken, and stored nowhere.
    up.up.platform.fan_writes(ada, "still there?")
    await up.until(lambda: '"reason":"erased"' in "".join(up.up.log_lines))
    assert up.rows("select 1 from webhook_events") == up.rows("select 1 from fans") == []


async def test_a_script_erases_without_being_asked(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.rows("select 1 from fans where msg_count_inbound = 1"))
    code, output, _ = await up.fanpace("fan", "erase", "ada", "--yes", "--json")
    receipt = json.loads(output)
    assert (code, receipt["outcome"], receipt["rows"]["messages"]) == (0, "erased", 1)
