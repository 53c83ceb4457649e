"""`fanpace check --end-to-end`: a test fan writes, a reply is planned, and nothing is sent."""

from __future__ import annotations

import json

from tests.e2e.support import World


async def test_a_test_fans_reply_is_planned_and_never_sent(up: World) -> None:
    secret = {"FANVUE_WEBHOOK_SECRETS": up.up.platform.webhooks.secret}
    await up.start_worker()
    code, output, errors = await up.fanpace("check", "--end-to-end", "--json", **secret)
    steps = json.loads(output)
    assert (code, [(step["name"], step["ok"]) for step in steps]) == (
        0,
        [
            ("webhook", True), ("stored", True), ("looked through", True),
            ("planned", True), ("not sent", True),
        ],
    ), errors  # fmt: skip
    assert up.value("select count(*) from fans") == 0
    assert up.value("select count(*) from messages") == 0

    await up.execute("update settings set automation = 'approve'")
    code, output, _ = await up.fanpace("check", "--end-to-end", **secret)
    assert code == 0
    assert "held for approval: " in output

    code, output, _ = await up.fanpace(
        "check", "--end-to-end", FANVUE_WEBHOOK_SECRETS="another one"
    )
    assert code == 1
    assert "differ" in output

    code, _, errors = await up.fanpace("check", "--end-to-end")
    assert code == 1
    assert "put FANVUE_WEBHOOK_SECRETS into .env" in errors
