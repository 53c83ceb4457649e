"""
The database's figures as gauges, read when somebody scrapes and at no other time.

They are the whole project's and the same from every worker: take their maximum, not their sum.
What this process did is worker/metrics.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from worker.rows import Json

_STATES = ("queued", "running", "parked", "dead")


class QueueCollector(Collector):
    """Tells what `figures` brings. Without a database only `fanpace_database_up 0` is left."""

    def __init__(self, figures: Callable[[], Json | None]) -> None:
        self._figures = figures

    def describe(self) -> Iterable[Metric]:
        # Without it, registering would collect, and so ask the database.
        return ()

    def collect(self) -> Iterable[Metric]:
        figures = self._figures()
        yield _gauge(
            "database_up", "Whether the queue's figures could be read.", figures is not None
        )
        if figures is None:
            return
        yield from _queue(figures)
        yield from _people(figures)
        yield from _surroundings(figures)


def _queue(figures: Json) -> Iterator[Metric]:
    lanes: list[Json] = figures["lanes"]
    bound = f"counted to {figures['counted_to']}"
    jobs = GaugeMetricFamily(
        "fanpace_jobs", f"Jobs by state and lane, {bound}.", labels=("state", "lane")
    )
    due = GaugeMetricFamily("fanpace_due_jobs", f"Queued and due, {bound}.", labels=("lane",))
    oldest = GaugeMetricFamily(
        "fanpace_oldest_due_seconds",
        "How long the oldest due job has been due that waits for nothing but a worker, in seconds.",
        labels=("lane",),
    )
    for lane in lanes:
        for state in _STATES:
            jobs.add_metric((state, lane["lane"]), lane[state])
        due.add_metric((lane["lane"],), lane["due"])
        oldest.add_metric((lane["lane"],), lane["oldest_due_seconds"])
    yield from (jobs, due, oldest)
    dead = sum(lane["dead"] for lane in lanes)
    yield _gauge("dead_letters", f"Jobs that failed for good, {bound}.", dead)
    yield _gauge("stopped", "Whether the stop switch is on.", figures["stopped"])


def _people(figures: Json) -> Iterator[Metric]:
    bound = f"counted to {figures['counted_to']}"
    yield _gauge("held_turns", f"Turns that wait for a person, {bound}.", figures["held_turns"])
    yield _gauge(
        "oldest_held_seconds",
        "How long the fan has been waiting whose turn has waited longest for a person, in seconds.",
        figures["oldest_held_seconds"],
    )
    yield _gauge("stop_signs", f"Fans held by a stop sign, {bound}.", figures["stop_signs"])
    yield _gauge(
        "unknown_messages",
        f"Messages of which nobody knows whether they went out, {bound}.",
        figures["unknown_messages"],
    )


def _surroundings(figures: Json) -> Iterator[Metric]:
    """What is around the queue: Postgres, webhooks, Fanvue's allowance and sign-ins."""
    yield _gauge(
        "oldest_snapshot_seconds",
        "How long the oldest transaction has been open that keeps old rows from being cleared.",
        figures["oldest_snapshot_seconds"],
    )
    for name, what in (
        ("last_inbound_seconds", "Since a fan's message last came in, by whatever way."),
        ("last_webhook_seconds", "Since a webhook last came in."),
    ):
        if figures[name] is not None:
            yield _gauge(name, f"{what} Missing: none is on record.", figures[name])
    connections = GaugeMetricFamily(
        "fanpace_connections", "Creators by the state of their sign-in.", labels=("state",)
    )
    # Told even at zero: an alert on what is missing would never fire.
    for state, creators in {"needs_reconnect": 0, **figures["connections"]}.items():
        connections.add_metric((state,), creators)
    yield connections
    left = GaugeMetricFamily(
        "fanpace_rate_left", "Requests that a creator has left at this moment.", labels=("creator",)
    )
    blocked = GaugeMetricFamily(
        "fanpace_rate_blocked_seconds",
        "For how much longer Fanvue refuses a creator's requests.",
        labels=("creator",),
    )
    for budget in figures["budgets"]:
        left.add_metric((str(budget["creator_id"]),), budget["left"])
        blocked.add_metric((str(budget["creator_id"]),), budget["blocked_seconds"])
    yield from (left, blocked)
    yield _gauge("rate_most", "Requests that a creator may make at once.", figures["budget_most"])


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(f"fanpace_{name}", what, value=float(value))
