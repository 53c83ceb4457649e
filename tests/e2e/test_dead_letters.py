"""`fanpace jobs` as an operator calls it, on a running system."""

from __future__ import annotations

import json
from functools import partial

from devstack.fanvue_records import Fan, PlatformEvent
from tests.e2e.support import World


async def test_a_reply_that_the_model_never_wrote_is_listed_requeued_and_answered_once(
    up: World,
) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.execute("alter table jobs_queue alter column max_attempts set default 2")
    up.up.model.faults.by_chance("empty", 1)
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.value("select count(*) = 1 from jobs_queue where status = 'dead'"))

    code, listed, _ = await up.fanpace("jobs", "dead", "--json")
    assert code == 0, listed
    (job,) = json.loads(listed)["jobs"]
    assert (job["job_type"], job["fan"], job["attempt"]) == ("reply", "ada", 2)
    assert job["error"]["kind"] == "ModelEmpty"
    assert up.value("select hold_reason like 'reply failed for good%%' from turns")
    assert up.up.platform.sent(ada) == []

    up.up.model.faults.clear()
    code, said, _ = await up.fanpace("jobs", "requeue", str(job["id"]))
    # The turn is open again, and the reply that this enqueued takes the dead one's place.
    assert (code, said.strip()) == (0, f"{job['id']}: merged")
    (sent,) = await up.answered(ada)

    assert len(sent) == len(set(sent)) >= 2
    assert (await up.fanpace("jobs", "dead"))[1].strip() == "nothing is dead and nothing is unknown"
    code, _, errors = await up.fanpace("jobs", "requeue", str(job["id"]))
    assert (code, errors.strip()) == (1, f"fanpace: {job['id']}: is not dead")


def say_again(up: World, fan: Fan, event: PlatformEvent) -> None:
    if event.kind == "delivered" and len(up.up.platform.sent(fan)) == 1:
        up.up.platform.automation_writes(fan, event.text or "")


async def test_a_message_of_which_nobody_can_tell_is_listed_and_resolved(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.execute("update settings set send_grace = '0'")
    # Taken without an answer, and then the same words once more: which of the two is ours?
    up.up.platform.faults.add("accept_then_drop", on="send")
    up.up.platform.listeners.append(partial(say_again, up, ada))
    await up.start_worker(FANVUE_TIMEOUT="1")
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.value("select count(*) = 1 from messages where status = 'unknown'"))

    code, listed, _ = await up.fanpace("jobs", "dead", "--json")
    assert code == 0, listed
    (message,) = json.loads(listed)["unknown_messages"]
    assert (message["fan"], message["body"]) == ("ada", up.up.platform.sent(ada)[0].text)

    code, said, _ = await up.fanpace("jobs", "resolve", str(message["id"]), "sent")
    # Only the disclosure went out: the answer itself is written and sent now.
    assert (code, said.strip()) == (0, f"{message['id']}: sent, its turn is open")
    (sent,) = await up.answered(ada)
    assert sent.count(str(message["body"])) == 1
    assert len(sent) >= 2
