"""/metrics: what is told, and that a scrape is answered whatever happens."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from worker.errors import (
    BudgetSpent,
    DatabaseUnavailable,
    LeaseLost,
    ModelEmpty,
    SettingsInvalid,
    WorkerError,
)
from worker.metrics import Metrics, Prices
from worker.metrics_server import Figures, serving_metrics
from worker.rows import Claim, Job, Json
from worker.work import Work

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
JOB = Job(1, "reply", "token", 1, 5, NOW, {}, {})
FIGURES: Json = {
    "server_time": NOW.isoformat(),
    "stopped": False,
    "counted_to": 10_000,
    "lanes": [
        {"lane": "inspect", "queued": 1, "running": 0, "parked": 0, "dead": 1, "due": 1,
         "oldest_due_seconds": 0.5},
        {"lane": "turn", "queued": 7, "running": 2, "parked": 3, "dead": 4, "due": 5,
         "oldest_due_seconds": 61.25},
    ],
    "held_turns": 6,
    "oldest_held_seconds": 90,
    "stop_signs": 2,
    "unknown_messages": 8,
    "oldest_snapshot_seconds": 3.5,
    "last_inbound_seconds": 12,
    "last_webhook_seconds": None,
    "connections": {"connected": 3},
    "budgets": [{"creator_id": 7, "left": 41, "blocked_seconds": 0}],
    "budget_most": 50,
}  # fmt: skip
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples(text: str) -> Samples:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def scrape(port: int, path: str = "/metrics") -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"http://127.0.0.1:{port}{path}")


async def told(metrics: Metrics, ask: Callable[[], Any]) -> Samples:
    async with serving_metrics(metrics, "127.0.0.1", 0, ask) as port:
        response = await scrape(port)
    assert response.status_code == 200
    return samples(response.text)


async def figures() -> Json:
    return FIGURES


async def test_the_queue_s_figures_are_told_by_state_and_lane() -> None:
    read = await told(Metrics(), figures)
    assert read["fanpace_database_up", ()] == 1
    assert read["fanpace_jobs", (("lane", "turn"), ("state", "queued"))] == 7
    assert read["fanpace_jobs", (("lane", "turn"), ("state", "parked"))] == 3
    assert read["fanpace_jobs", (("lane", "inspect"), ("state", "dead"))] == 1
    assert read["fanpace_due_jobs", (("lane", "turn"),)] == 5
    assert read["fanpace_oldest_due_seconds", (("lane", "turn"),)] == 61.25
    assert read["fanpace_dead_letters", ()] == 5
    assert read["fanpace_held_turns", ()] == 6
    assert read["fanpace_oldest_held_seconds", ()] == 90
    assert read["fanpace_stop_signs", ()] == 2
    assert read["fanpace_unknown_messages", ()] == 8
    assert read["fanpace_oldest_snapshot_seconds", ()] == 3.5
    assert read["fanpace_last_inbound_seconds", ()] == 12
    assert ("fanpace_last_webhook_seconds", ()) not in read, "none is on record"
    assert read["fanpace_connections", (("state", "connected"),)] == 3
    assert read["fanpace_connections", (("state", "needs_reconnect"),)] == 0
    assert read["fanpace_rate_left", (("creator", "7"),)] == 41
    assert read["fanpace_rate_most", ()] == 50
    assert read["fanpace_stopped", ()] == 0


async def test_a_database_that_is_away_fails_no_scrape() -> None:
    async def away() -> Json:
        raise DatabaseUnavailable("queue_figures: ConnectError")

    metrics = Metrics()
    metrics.send_ended("sent")
    read = await told(metrics, away)
    assert read["fanpace_database_up", ()] == 0
    assert ("fanpace_dead_letters", ()) not in read, "an old figure would look like a new one"
    assert read["fanpace_sends_total", (("outcome", "sent"),)] == 1


async def test_a_database_that_does_not_answer_holds_no_scrape_up() -> None:
    cancelled = asyncio.Event()

    async def silent() -> Json:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()
        return FIGURES

    reading = Figures(silent, asyncio.get_running_loop(), patience=0.01)
    assert await asyncio.to_thread(reading) is None
    async with asyncio.timeout(5):
        await cancelled.wait()


async def test_figures_are_asked_for_once_in_their_time() -> None:
    now, asked = [100.0], []

    async def ask() -> Json:
        asked.append(now[0])
        return FIGURES

    reading = Figures(ask, asyncio.get_running_loop(), max_age=5, clock=lambda: now[0])
    for moment in (100.0, 104.9, 105.0, 106.0):
        now[0] = moment
        assert await asyncio.to_thread(reading) is FIGURES
    assert asked == [100.0, 105.0]


async def test_nothing_but_metrics_is_served() -> None:
    async with serving_metrics(Metrics(), "127.0.0.1", 0, figures) as port:
        assert (await scrape(port, "/")).status_code == 404
        assert (await scrape(port, "/metrics?name[]=fanpace_stopped")).status_code == 200


async def test_a_port_that_is_taken_says_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsInvalid, match=rf"{port}.*WORKER_METRICS_PORT"):
            async with serving_metrics(Metrics(), "127.0.0.1", port, figures):
                pass


async def test_the_port_is_free_again_afterwards() -> None:
    async with serving_metrics(Metrics(), "127.0.0.1", 0, figures) as port:
        await scrape(port)
    assert "metrics" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(httpx.ConnectError):
        await scrape(port)


class Database:
    async def retry_job(self, job: Job, error: Any, delay_seconds: float) -> dict[str, str]:
        return {"outcome": "dead" if error["permanent"] else "queued"}

    async def release_job(
        self, job: Job, delay_seconds: float = 0, unsent: bool = False
    ) -> dict[str, str]:
        return {"outcome": "queued"}


@pytest.mark.parametrize(
    ("raised", "outcome", "kind"),
    [
        (None, "done", None),
        (ModelEmpty("nothing"), "retried", "ModelEmpty"),
        (SettingsInvalid("mend it"), "dead", "SettingsInvalid"),
        (BudgetSpent("later", retry_after=1), "handed_back", None),
        (LeaseLost("gone"), "lease_lost", None),
        (ZeroDivisionError(), "crashed", None),
    ],
)
async def test_every_job_is_counted_with_its_outcome_and_its_error(
    raised: Exception | None, outcome: str, kind: str | None
) -> None:
    async def handler(_: Job) -> None:
        if raised is not None:
            raise raised

    metrics = Metrics()
    handlers: dict[str, Callable[[Job], Awaitable[None]]] = {"reply": handler}
    work = Work(
        Database(),  # type: ignore[arg-type]
        handlers, lease=60, metrics=metrics,
    )  # fmt: skip
    if isinstance(raised, ZeroDivisionError):
        with pytest.raises(ZeroDivisionError):
            await work(JOB)
    else:
        await work(JOB)
    read = await told(metrics, figures)
    finished = {key: n for key, n in read.items() if key[0] == "fanpace_jobs_finished_total"}
    assert finished == {
        ("fanpace_jobs_finished_total", (("job_type", "reply"), ("outcome", outcome))): 1
    }
    errors = {dict(key[1])["kind"] for key in read if key[0] == "fanpace_job_errors_total"}
    assert errors == ({kind} if kind else set())


async def test_claims_are_counted_by_reason_and_yield() -> None:
    metrics = Metrics()
    metrics.claimed("nudge", Claim((JOB,), None, NOW, False))
    metrics.claimed("poll", Claim((), None, NOW, False))
    metrics.claimed("poll", None)
    read = await told(metrics, figures)
    claims = {key[1]: n for key, n in read.items() if key[0] == "fanpace_claims_total"}
    assert claims == {
        (("outcome", "jobs"), ("reason", "nudge")): 1,
        (("outcome", "empty"), ("reason", "poll")): 1,
        (("outcome", "failed"), ("reason", "poll")): 1,
    }


async def test_a_claim_tells_how_late_its_jobs_are_by_lane() -> None:
    metrics = Metrics()
    late = replace(JOB, run_at=NOW - timedelta(seconds=0.03))
    metrics.claimed("nudge", Claim((late, replace(JOB, lane="inspect")), None, NOW, False))
    read = await told(metrics, figures)
    buckets = {
        dict(key[1])["le"]: n
        for key, n in read.items()
        if key[0] == "fanpace_lateness_seconds_bucket" and ("lane", "turn") in key[1]
    }
    assert (buckets["0.025"], buckets["0.05"]) == (0, 1)
    assert read["fanpace_lateness_seconds_count", (("lane", "inspect"),)] == 1


async def test_a_reply_that_is_held_is_counted_and_is_no_wait_that_ended() -> None:
    metrics = Metrics()
    metrics.reply_committed("planned", 100)
    metrics.reply_committed("held", 5)
    read = await told(metrics, figures)
    assert read["fanpace_replies_total", (("outcome", "held"),)] == 1
    assert (read["fanpace_wait_seconds_count", ()], read["fanpace_wait_seconds_sum", ()]) == (
        1,
        100,
    )


async def test_tokens_cost_what_the_settings_say_of_a_million() -> None:
    metrics = Metrics(Prices(prompt=0.5, completion=2))
    metrics.tokens_used(1_000_000, 100_000)
    read = await told(metrics, figures)
    assert read["fanpace_model_tokens_total", (("kind", "prompt"),)] == 1_000_000
    assert read["fanpace_model_cost_total", ()] == pytest.approx(0.7)


async def test_what_is_watched_is_asked_for_at_the_scrape_and_not_before() -> None:
    metrics, asked = Metrics(), []
    metrics.watch("planted", "a figure", lambda: float(len(asked.append(1) or asked)))
    assert asked == []
    assert (await told(metrics, figures))["fanpace_planted", ()] == 1


def test_an_error_is_counted_by_its_class_and_never_by_its_words() -> None:
    metrics = Metrics()
    metrics.job_failed("reply", WorkerError("the fan said xylophone"))
    (family,) = [f for f in metrics.registry.collect() if f.name == "fanpace_job_errors"]
    assert {sample.labels["kind"] for sample in family.samples} == {"WorkerError"}
