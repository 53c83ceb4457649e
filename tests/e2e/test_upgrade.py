"""
Two versions of the worker at one database, an upgrade, a roll-back, and code before migrations.

The other version is a copy of this tree's worker whose package says that it is 0.0.1: what is
shown is that two releases share a queue, not what an old release did.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from devstack import stack
from devstack.fanvue_records import Fan
from tests.e2e.support import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

OLD = "0.0.1"
# One hand each: while one of them waits for the model, only the other can take the next job.
FEW = {"WORKER_CONCURRENCY": "1"}

# By the rules of docs/upgrade.md: a column and a parameter with a default, one key more.
MIGRATION = """
begin;
set local lock_timeout = '500ms';
alter table public.jobs_queue add column weight int not null default 0;
drop function public.claim_jobs(text, int, int);
create function public.claim_jobs(
  worker_id text, max_jobs int, lease_seconds int, job_types text[] default null
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.claim_jobs(worker_id, max_jobs, lease_seconds, now())
    || jsonb_build_object('told_to_newer_workers', job_types)
$$;
revoke execute on function public.claim_jobs from public, anon, authenticated;
grant execute on function public.claim_jobs to service_role, jobs_worker;
commit;
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def up(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with world(tmp_path_factory.mktemp("logs"), model_latency=0.2) as running:
        yield running


@pytest.fixture(scope="module")
def old_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the worker and its prompts as another release had them."""
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(stack.ROOT / "worker", folder / "worker")
    shutil.copytree(stack.ROOT / "prompts", folder / "prompts")
    described = folder / f"fanpace-{OLD}.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: fanpace\nVersion: {OLD}\n")
    return folder


@pytest_asyncio.fixture(loop_scope="module")
async def workers(up: World) -> AsyncIterator[None]:
    """Let no worker of one test serve the fans of the next."""
    yield
    for process in up.workers:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def start_old(up: World, folder: Path) -> Process:
    # The folder that Python is started in comes before what is installed.
    environment = up.up.worker_environment(LOG_FORMAT="json", PYTHONPATH=str(folder), **FEW)
    with (up.logs / f"worker-{len(up.workers)}.log").open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "worker", env=environment, cwd=folder,
            stdout=output, stderr=output,
        )  # fmt: skip
    up.workers.append(process)
    return process


def write_all(up: World, name: str, count: int) -> list[Fan]:
    fans = [up.up.platform.add_fan(f"{name}{number}") for number in range(count)]
    for fan in fans:
        up.up.platform.fan_writes(fan, f"hello from {fan.handle}")
    return fans


async def end(process: Process) -> None:
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(15):
        assert await process.wait() == 0


def events(up: World, number: int) -> list[dict[str, str]]:
    lines = up.log_of(number).splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def jobs_of(up: World, number: int) -> set[str]:
    return {event["job_id"] for event in events(up, number) if "job_id" in event}


async def test_old_and_new_workers_share_the_fans_and_either_goes_on_alone(
    up: World, old_release: Path, workers: None
) -> None:
    first = len(up.workers)
    old = await start_old(up, old_release)
    new = await up.start_worker(**FEW)
    await up.until(lambda: "started" in up.log_of(first) and "started" in up.log_of(first + 1))
    both = write_all(up, "both", 3)
    await up.answered(*both)
    assert jobs_of(up, first), "the old one did nothing"
    assert jobs_of(up, first + 1), "the new one did nothing"

    # Migrated under both, then upgraded: the old one is told to stop with replies in its hands.
    await up.execute(MIGRATION)
    upgraded = write_all(up, "upgraded", 2)
    await up.until(lambda: len(up.up.model.asked) > len(both))
    await end(old)
    await up.answered(*upgraded)

    # Rolled back: the old one comes again, and the new one goes.
    again = len(up.workers)
    await start_old(up, old_release)
    back = write_all(up, "back", 2)
    await up.until(lambda: len(up.up.model.asked) > len(both) + len(upgraded))
    await end(new)
    await up.until(lambda: "started" in up.log_of(again))
    alone = write_all(up, "alone", 1)
    await up.answered(*back, *alone)
    assert jobs_of(up, again)

    versions = [
        event["version"]
        for number in (first, first + 1, again)
        for event in events(up, number)
        if event["event"] == "started"
    ]
    assert versions[0] == versions[2] == OLD != versions[1]
    fans = [*both, *upgraded, *back, *alone]
    assert up.value("select count(*) from turns where status = 'answered'") == len(fans)
    for fan in fans:
        texts = [message.text for message in up.up.platform.sent(fan)]
        assert len(texts) == len(set(texts)), f"{fan.handle} was sent a bubble twice"
        assert up.value(
            "select count(*) from messages join fans on fans.id = fan_id"
            " where direction = 'outbound' and status = 'sent' and fans.platform_uuid = %s",
            fan.uuid,
        ) == len(texts), "what the platform has and what the database has differ"


async def test_a_worker_before_its_migrations_says_what_to_run_and_waits(
    up: World, workers: None
) -> None:
    number = len(up.workers)
    await up.execute("alter function public.claim_jobs rename to claim_jobs_to_come")
    worker = await up.start_worker(WORKER_POLL="0.5")
    (ada,) = write_all(up, "early", 1)

    await up.until(lambda: "supabase db push" in up.log_of(number))
    assert worker.returncode is None, "a host would start it again and again"
    await up.execute("alter function public.claim_jobs_to_come rename to claim_jobs")

    await up.answered(ada)
    assert "Traceback" not in up.log_of(number)


async def test_a_job_whose_function_is_missing_waits_and_loses_no_attempt(
    up: World, workers: None
) -> None:
    number = len(up.workers)
    await up.execute("alter function public.commit_reply rename to commit_reply_to_come")
    await up.start_worker()
    (ada,) = write_all(up, "missing", 1)

    (job,) = await up.until(
        lambda: up.rows(
            "select jobs.id, attempt from jobs_queue as jobs join fans on fans.id = fan_id"
            " where job_type = 'reply' and jobs.status = 'queued' and fans.platform_uuid = %s"
            " and run_at > now() + interval '30 seconds'",
            ada.uuid,
        )
    )
    assert job["attempt"] == 0
    assert "supabase db push" in up.log_of(number)
    await up.execute("alter function public.commit_reply_to_come rename to commit_reply")
    await up.execute("update jobs_queue set run_at = now() where id = %s", job["id"])
    await up.answered(ada)
