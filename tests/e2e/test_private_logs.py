"""
What fans write, and who they are, stands in no log and beside no job, whatever goes wrong.
"""

from __future__ import annotations

import asyncio
from typing import Any

from devstack.fanvue_api import API_FAULTS
from devstack.model import MODEL_FAULTS
from tests.e2e.support import World

# In no word of ours, and in none that errors are made of.
SAID = "marmalade"
HANDLE = "quinnzebedee"
NAME = "Xaviera Quux"
QUICK = {"OPENAI_TIMEOUT": "1", "FANVUE_TIMEOUT": "1", "WORKER_POLL": "0.5"}


async def suffer_everything(up: World) -> None:
    """Let fans write, always new ones, until each fault of the model's and of Fanvue's was met."""
    model, fanvue = up.up.model.faults, up.up.platform.faults
    await up.execute("update settings set send_grace = '1 second'")
    for kind in MODEL_FAULTS:
        model.add(kind, on="complete", seconds=0.1)
    for kind in API_FAULTS:
        fanvue.add(kind, on="send", seconds=0.1)
    fanvue.add("quotes_request", on="typing")
    for number in range(240):
        # No more than the worker can see to: inspections of new messages come before sending.
        if up.value("select count(*) < 6 from jobs_queue where status in ('queued', 'running')"):
            fan = up.up.platform.add_fan(f"{HANDLE}{number}", f"{NAME} {number}")
            up.up.platform.fan_writes(fan, f"{SAID} {number}, do you like {SAID}?")
        # Back-offs are for the clock: here what failed is due again at once. Waiting for a row
        # would stop the gateway, which is in this process and holds it.
        await up.execute(
            "update jobs_queue set run_at = now() where id in (select id from jobs_queue"
            " where status = 'queued' and run_at > now() for update skip locked)"
        )
        await asyncio.sleep(0.5)
        if not model.left() + fanvue.left():
            return
    raise AssertionError(f"never met: {model.left()}, {fanvue.left()}")


def kept_beside_jobs(up: World) -> str:
    rows: list[dict[str, Any]] = up.rows(
        "select last_error::text as words from jobs_queue where last_error is not null"
        " union all select hold_reason from turns where hold_reason is not null"
        " union all select close_reason from turns where close_reason is not null"
        " union all select reason from webhook_events where reason is not null"
        " union all select detail::text from audit_log"
    )
    return "\n".join(row["words"] for row in rows)


def planted_in(text: str) -> set[str]:
    return {word for word in (SAID, HANDLE, NAME, "Quux") if word.lower() in text.lower()}


async def test_no_fault_brings_a_text_or_a_name_into_a_log_or_an_error(up: World) -> None:
    worker = await up.start_worker(LOG_LEVEL="debug", **QUICK)
    await suffer_everything(up)
    worker.terminate()
    await worker.wait()

    log = up.log_of()
    assert planted_in(log) == set()
    assert planted_in("\n".join(up.up.log_lines)) == set()
    assert planted_in(kept_beside_jobs(up)) == set()
    # Its controls: there was something to tell, and errors still say what they are about.
    assert '"fan_id"' in log
    assert "the model's server answered 400: Invalid prompt" in log + kept_beside_jobs(up)
    assert "Fanvue answered 400: Bad request" in log + kept_beside_jobs(up)
    assert len(up.up.log_lines) > 4


async def test_log_texts_writes_them_and_says_so_at_the_start(up: World) -> None:
    ada = up.up.platform.add_fan(HANDLE)
    await up.start_worker(LOG_TEXTS="1", LOG_LEVEL="debug")
    up.up.platform.fan_writes(ada, f"do you like {SAID}?")
    await up.answered(ada)
    lines = up.log_of().splitlines()
    assert "LOG_TEXTS is on" in lines[0]
    assert SAID in up.log_of()
