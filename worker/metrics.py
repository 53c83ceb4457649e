"""
What Prometheus is told: the figures of the queue, and what this process has done.

Each instance has a registry of its own. How figures get here and who may ask is
worker/metrics_server.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Metric, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from worker.errors import WorkerError
from worker.rows import Claim, Json

_STATES = ("queued", "running", "parked", "dead")


class Metrics:
    """Counters of this process. They begin at zero with it, as Prometheus expects."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._finished = self._counter(
            "jobs_finished",
            "Jobs that left this worker's hands: done, superseded, lease_lost, handed_back,"
            " retried, merged, dead, unreported, crashed.",
            "job_type",
            "outcome",
        )
        self._errors = self._counter(
            "job_errors", "Failed attempts, by the error's class.", "job_type", "kind"
        )
        self._sends = self._counter(
            "sends",
            "Bubbles: sent, uncertain (no answer), not_sent (certainly), found (in the history).",
            "outcome",
        )
        self._moderations = self._counter(
            "moderations",
            "Messages put to the moderation model: added (a stop sign), nothing, failed.",
            "outcome",
        )
        self._claims = self._counter(
            "claims",
            "Calls of claim_jobs, by what they were made for: jobs, empty, failed.",
            "reason",
            "outcome",
        )

    def watch_queue(self, figures: Callable[[], Json | None]) -> None:
        """Read the queue's figures at each scrape; None stands for a database that is away."""
        self.registry.register(QueueCollector(figures))

    def job_finished(self, job_type: str, outcome: str) -> None:
        self._finished.labels(job_type, outcome).inc()

    def job_failed(self, job_type: str, error: WorkerError) -> None:
        self._errors.labels(job_type, type(error).__name__).inc()

    def send_ended(self, outcome: str) -> None:
        self._sends.labels(outcome).inc()

    def moderated(self, outcome: str) -> None:
        self._moderations.labels(outcome).inc()

    def claimed(self, reason: str, claim: Claim | None) -> None:
        """Count a claim; None: it failed."""
        outcome = "failed" if claim is None else "jobs" if claim.jobs else "empty"
        self._claims.labels(reason, outcome).inc()

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"fanpace_{name}", what, labels, registry=self.registry)


class QueueCollector(Collector):
    """
    The database's figures as gauges.

    They are the whole project's and the same from every worker: take their maximum, not their
    sum. Without a database only `fanpace_database_up 0` is left.
    """

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
        lanes: list[Json] = figures["lanes"]
        bound = f"counted to {figures['counted_to']}"
        jobs = GaugeMetricFamily(
            "fanpace_jobs", f"Jobs by state and lane, {bound}.", labels=("state", "lane")
        )
        due = GaugeMetricFamily("fanpace_due_jobs", f"Queued and due, {bound}.", labels=("lane",))
        oldest = GaugeMetricFamily(
            "fanpace_oldest_due_seconds",
            "How long the oldest due job has been due, in seconds.",
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
        yield _gauge("held_turns", f"Turns that wait for a person, {bound}.", figures["held_turns"])
        yield _gauge(
            "unknown_messages",
            f"Messages of which nobody knows whether they went out, {bound}.",
            figures["unknown_messages"],
        )
        yield _gauge("stopped", "Whether the stop switch is on.", figures["stopped"])


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(f"fanpace_{name}", what, value=float(value))
