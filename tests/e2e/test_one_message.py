"""One message, all the way: signed webhook, database, worker process, Fanvue."""

from __future__ import annotations

import asyncio
import json
import signal

import httpx

from devstack import stack
from tests.e2e.support import World


async def test_a_burst_gets_one_reply_that_has_read_all_of_it(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    for text in ("hi", "i went sailing today", "do you like boats?"):
        up.up.platform.fan_writes(ada, text)
    await up.until(lambda: up.value("select count(*) from messages") == 3)
    await up.start_worker()

    (sent,) = await up.answered(ada)

    assert len(up.up.model.asked) == 1
    assert "i went sailing today\ndo you like boats?" in up.up.model.asked[0].turns[-1][1]
    assert up.value("select count(*) from jobs_queue where job_type = 'reply'") == 1
    assert up.value("select count(*) from turns") == 1
    disclosure = stack.DISCLOSURE.format(name="Luna")
    assert sent[0] == disclosure
    assert 2 <= len(sent) <= 4


async def test_the_whole_worker_runs_under_a_role_that_may_do_nothing_else(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.platform.webhooks.faults.add("omit_text")
    up.up.platform.fan_writes(ada, "a text that the webhook does not carry")
    await up.start_worker(
        SUPABASE_KEY=up.up.keys.publishable, SUPABASE_JWT=up.up.token("jobs_worker")
    )

    await up.answered(ada)

    assert "does not carry" in up.up.model.asked[0].turns[-1][1], "the text was not fetched"
    # Under that role the private topic was joined as well.
    await up.until(lambda: up.up.realtime.joined("jobs"))


async def test_whoever_sincerely_asks_is_told_the_truth_without_the_model(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.execute('update creators set pacing_config = \'{"base_delay": 3600, "variance": 0}\'')
    await up.start_worker()
    up.up.platform.fan_writes(ada, "wait, are you a bot or is this really you?")

    (sent,) = await up.answered(ada)

    assert up.up.model.asked == []
    assert len(sent) == 1
    assert "AI" in sent[0]
    assert up.value("select count(*) from disclosures") == 1


async def test_a_text_that_claims_to_be_human_never_reaches_the_fan(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.by_chance("claims_human", 1)
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello there")

    await up.until(lambda: up.value("select count(*) from turns where status = 'held'"))

    assert len(up.up.model.asked) == 3
    assert up.up.platform.sent(ada) == []
    assert "claims_human" in up.value("select hold_reason from turns")


async def test_a_redelivered_and_a_badly_signed_event_change_nothing(up: World) -> None:
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    await up.start_worker()
    up.up.platform.webhooks.faults.add("duplicate")
    up.up.platform.fan_writes(ada, "once")
    up.up.platform.webhooks.faults.add("bad_signature")
    up.up.platform.fan_writes(bob, "twice signed")

    await up.answered(ada, bob)

    statuses = [attempt.status for attempt in up.up.platform.webhooks.log]
    assert statuses.count(401) == 1
    assert up.value("select count(*) from messages where direction = 'inbound'") == 2
    assert len(up.up.model.asked) == 2


async def test_sigterm_hands_back_what_cannot_be_finished_and_the_next_worker_answers(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.add("hang")
    first = await up.start_worker(WORKER_GRACE="0.2")
    up.up.platform.fan_writes(ada, "are you there?")
    await up.until(lambda: up.up.model.asked)

    first.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        code = await first.wait()

    assert code == 0
    job = up.rows("select status::text, attempt from jobs_queue where job_type = 'reply'")[0]
    assert job == {"status": "queued", "attempt": 0}
    await up.start_worker()
    await up.answered(ada)


async def test_a_send_that_fanvue_took_and_never_answered_is_not_repeated(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.execute("update settings set send_grace = '1 second'")
    await up.execute("update creators set disclosure = '', automation = 'approve'")
    await up.execute(
        "update creators set disclosure = 'Written by an AI assistant.', automation = 'auto'"
    )
    up.up.platform.faults.add("accept_then_drop", on="send")
    await up.start_worker(FANVUE_TIMEOUT="1")
    up.up.platform.fan_writes(ada, "hello")

    (sent,) = await up.answered(ada)

    assert len(sent) == len(set(sent))
    assert up.value("select count(*) from messages where status = 'sent'") == len(sent)
    assert "looked for an unanswered send" in up.log_of()


async def test_the_webhook_answers_what_it_should_in_front_of_the_real_database(up: World) -> None:
    url = f"{up.up.url}/functions/v1/fanvue-webhook"
    async with httpx.AsyncClient() as client:
        assert (await client.get(url)).status_code == 405
        assert (await client.post(url, content=b"{}")).status_code == 401
        assert (await client.post(url, content=b"x" * 300_000)).status_code == 413


async def test_no_key_and_no_text_of_a_fan_is_in_any_log(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.add("server_error")
    up.up.platform.faults.add("unauthorised", on="typing")
    await up.start_worker(LOG_LEVEL="debug")
    up.up.platform.fan_writes(ada, "my secret is xylophone")
    await up.answered(ada)

    lines = up.log_of() + "\n".join(up.up.log_lines)

    assert '"event": "sent"' in lines, "the log is not what it should be"
    for secret in (
        "xylophone",
        up.up.keys.secret,
        up.up.keys.jwt_secret,
        up.up.creator.token,
        up.up.platform.webhooks.secret,
    ):
        assert secret not in lines


async def test_fanpace_check_tries_everything_and_says_what_fails(up: World) -> None:
    async def check(**environment: str) -> tuple[int, list[dict[str, object]]]:
        code, output, _ = await up.fanpace("check", "--json", **environment)
        return code, json.loads(output)

    code, findings = await check()
    assert code == 0, findings
    assert [finding["name"] for finding in findings] == [
        "prompts", "database", "triggers", "realtime", "fanvue", "insights", "model",
    ]  # fmt: skip

    code, findings = await check(FANVUE_TOKEN="wrong", SUPABASE_KEY="sb_secret_wrong")
    assert code == 1
    failing = {finding["name"]: finding["advice"] for finding in findings if not finding["ok"]}
    assert failing.keys() == {"database", "triggers", "realtime", "fanvue", "insights"}
    assert "FANVUE_TOKEN" in str(failing["fanvue"])
    assert "SUPABASE_KEY" in str(failing["database"])
