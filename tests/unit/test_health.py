"""Whether a worker lives and can work, part by part."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from typing import Any

import pytest

from worker.errors import DatabaseUnavailable, ModelUnavailable
from worker.health import (
    Health,
    Outside,
    Part,
    Probe,
    Status,
    database_probe,
    hints_probe,
    switch_probe,
)


def answering(part: Part) -> Probe:
    async def probe() -> Part:
        return part

    return probe


async def asked(health: Health, question: str) -> tuple[bool, Any]:
    """Ask from another thread, as the server does."""
    return await asyncio.to_thread(getattr(health, question))  # type: ignore[no-any-return]


def health_of(probes: Mapping[str, Probe], **more: Any) -> Health:
    options: dict[str, Any] = {
        "turned_at": lambda: 0.0,
        "period": 90,
        "clock": lambda: 5.0,
        "version": "1.0",
        **more,
    }
    return Health("w1", probes, asyncio.get_running_loop(), **options)


async def test_a_worker_is_ready_when_every_part_is() -> None:
    good, bad = Part(True, {"a": 1}), Part(False, {"why": "x"})
    health = health_of({"one": answering(good), "two": answering(good)})
    assert await asked(health, "ready") == (
        True,
        {"ready": True, "worker": "w1", "version": "1.0",
         "parts": {"one": {"ok": True, "a": 1}, "two": {"ok": True, "a": 1}}},
    )  # fmt: skip
    ready, told = await asked(health_of({"one": answering(good), "two": answering(bad)}), "ready")
    assert not ready
    assert told["parts"]["two"] == {"ok": False, "why": "x"}


async def test_a_probe_that_fails_or_hangs_is_a_part_that_is_not_ready() -> None:
    async def fails() -> Part:
        raise DatabaseUnavailable("worker_status: ConnectError")

    async def hangs() -> Part:
        await asyncio.Event().wait()
        raise AssertionError

    health = health_of({"fails": fails, "hangs": hangs}, patience=0.01)
    _, told = await asked(health, "ready")
    assert told["parts"] == {
        "fails": {"ok": False, "reason": "worker_status: ConnectError"},
        "hangs": {"ok": False, "reason": "no answer within 0.01 s"},
    }


async def test_a_worker_is_alive_for_as_long_as_its_loop_goes_round() -> None:
    alive, told = await asked(health_of({}), "alive")
    assert (alive, told) == (
        True,
        {"alive": True, "worker": "w1", "version": "1.0", "turned_seconds": 5.0},
    )
    assert not (await asked(health_of({}, clock=lambda: 91.0), "alive"))[0]


def test_a_loop_that_is_stuck_is_neither_alive_nor_ready() -> None:
    loop = asyncio.new_event_loop()
    stuck, thread = threading.Event(), threading.Thread(target=loop.run_forever)
    thread.start()
    loop.call_soon_threadsafe(stuck.wait)
    health = Health("w1", {}, loop, lambda: 0.0, 90, clock=lambda: 1.0, loop_patience=0.05)
    try:
        assert health.alive()[0] is False
        ready, told = health.ready()
        assert (ready, list(told["parts"])) == (False, ["loop"])
    finally:
        stuck.set()
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.mark.parametrize(
    ("realtime", "claimed_at", "ok"),
    [
        ("joined", None, True), ("down", 0.0, True), ("down", None, False), ("off", -100.0, False),
    ],
)  # fmt: skip
async def test_due_jobs_are_heard_of_by_a_nudge_or_by_the_poll(
    realtime: str, claimed_at: float | None, ok: bool
) -> None:
    probe = hints_probe(lambda: realtime, lambda: claimed_at, 30, lambda: 20.0)
    assert (await probe()).ok is ok


@pytest.mark.parametrize(
    ("stopped", "heard", "ok"), [(False, False, True), (True, False, False), (False, True, False)]
)
async def test_a_stopped_worker_is_not_ready(stopped: bool, heard: bool, ok: bool) -> None:
    async def ask() -> dict[str, Any]:
        return {"stopped": stopped, "stopped_at": None}

    assert (await switch_probe(Status(ask), lambda: heard)()).ok is ok


async def test_the_database_is_asked_once_for_all_parts_and_soon_again() -> None:
    now, asked_times = [0.0], 0

    async def ask() -> dict[str, Any]:
        nonlocal asked_times
        asked_times += 1
        return {"stopped": False}

    status = Status(ask, clock=lambda: now[0])
    await asyncio.gather(database_probe(status)(), switch_probe(status, lambda: False)())
    assert asked_times == 1
    now[0] = 1.0
    await database_probe(status)()
    assert asked_times == 2


async def test_a_database_that_answers_but_cannot_be_claimed_from_is_not_ready() -> None:
    async def ask() -> dict[str, Any]:
        return {"stopped": False}

    mismatch: list[str | None] = ["claim_jobs: run `supabase db push`", None]
    probe = database_probe(Status(ask), lambda: mismatch.pop(0))
    assert await probe() == Part(False, {"reason": "claim_jobs: run `supabase db push`"})
    assert await probe() == Part(True)


async def test_an_outside_service_is_asked_once_in_its_time_and_sooner_after_a_failure() -> None:
    now, asked, down = [0.0], [], [False]

    async def check() -> None:
        asked.append(now[0])
        if down[0]:
            raise ModelUnavailable("no answer")

    probe = Outside(check, max_age=100, retry=10, clock=lambda: now[0])
    for moment in (0.0, 99.0, 100.0):
        now[0] = moment
        assert (await probe()).ok
    down[0] = True
    now[0] = 205.0
    assert (await probe()).detail == {"reason": "no answer", "asked_seconds": 0.0}
    now[0] = 214.0
    assert not (await probe()).ok
    down[0] = False
    now[0] = 215.0
    assert (await probe()).ok
    assert asked == [0.0, 100.0, 205.0, 215.0]


async def test_a_slow_check_goes_on_when_nobody_waits_for_it_any_more() -> None:
    release, asked = asyncio.Event(), []

    async def check() -> None:
        asked.append(1)
        await release.wait()

    probe = Outside(check)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await probe()
    release.set()
    assert (await probe()).ok
    assert asked == [1]
