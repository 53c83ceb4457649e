"""
No command, figure, crash or row of a real system carries a secret of it.

world() looks through the database, PostgreSQL's log and the edge function's after every end to end
test, and tests/planted.py through every test's output and files.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import httpx
import psycopg
import pytest

from devstack import postgres
from tests import planted
from tests.e2e.support import World
from tests.e2e.test_metrics import until_it_says

FAULTY = (("check", "--json"), ("audit", "--json"))
COMMANDS = (
    *FAULTY, ("jobs", "dead", "--json"), ("members", "list", "--json"), ("fan", "ada", "--json"),
    ("explain", "--fan", "ada"), ("jobs", "requeue", "999"),
)  # fmt: skip


async def test_no_command_prints_one_whatever_fails(up: World) -> None:
    up.up.platform.fan_writes(up.up.platform.add_fan("ada"), "hello")
    await up.until(lambda: up.value("select count(*) from messages") == 1)
    nowhere = f"http://127.0.0.1:{postgres.free_port()}"
    tries: list[tuple[tuple[str, ...], dict[str, str]]] = [
        *((command, {}) for command in COMMANDS),
        *(
            (command, circumstances)
            for command in FAULTY
            for circumstances in (
                {"SUPABASE_URL": nowhere, "OPENAI_BASE_URL": nowhere, "FANVUE_BASE_URL": nowhere},
                {"SUPABASE_KEY": planted_key(), "FANVUE_TOKEN": planted_key()},
                {"SUPABASE_URL": up.up.keys.secret},
            )
        ),
    ]
    for some in range(0, len(tries), 4):
        ended = await asyncio.gather(
            *(up.fanpace(*command, **what) for command, what in tries[some : some + 4])
        )
        planted.refuse(f"{output} {errors}" for _, output, errors in ended)


async def test_metrics_and_a_worker_that_is_killed_leave_none(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    port = postgres.free_port()
    worker = await up.start_worker(WORKER_METRICS_PORT=str(port), LOG_LEVEL="debug")
    up.up.platform.fan_writes(ada, "hello")
    await up.answered(ada)
    await until_it_says(port, "fanpace_database_up", 1)
    # It has also said with which prompts it writes.
    prompts = "select detail #>> '{prompts,1}' from audit_log where action = 'prompts.change'"
    assert up.value(prompts) == up.value(
        "select prompt_version from messages where kind = 'reply' limit 1"
    )
    async with httpx.AsyncClient(trust_env=False) as client:
        planted.refuse([(await client.get(f"http://127.0.0.1:{port}/metrics")).text])

    # Its dump shows every thread's stack.
    worker.send_signal(6)
    await worker.wait()
    crashed = await up.start_worker(PROMPTS_DIR=str(Path(os.devnull).parent), LOG_LEVEL="debug")
    await asyncio.wait_for(crashed.wait(), 30)
    planted.refuse([up.log_of(0), up.log_of(1)])


async def test_a_secret_in_a_row_or_in_a_log_is_found(up: World) -> None:
    await up.execute("update creators set persona = %s", up.up.keys.secret)
    with pytest.raises(planted.SecretLeaked, match=r"public\.creators"):
        planted.refuse(planted.rows_with_secrets(up.up.dsn))
    await up.execute("update creators set persona = ''")
    assert list(planted.rows_with_secrets(up.up.dsn)) == []

    with psycopg.connect(up.up.dsn) as owner, pytest.raises(psycopg.Error):
        owner.execute(f"select '{'x' * 10}'::int")
    assert "xxxxxxxxxx" in up.up.server.log.read_text()


def planted_key() -> str:
    return f"sb_secret_{planted.MARK}not-the-one"
