"""
What Prometheus is told of this process: what it has done, and how long that took.

Each instance has a registry of its own. The queue's figures are worker/queue_collector.py's; how
all of it is served and who may ask is worker/metrics_server.py's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from worker.errors import WorkerError
from worker.queue_collector import QueueCollector
from worker.rows import Claim, Json

# Seconds. A job may be milliseconds late, a model takes seconds, a fan waits minutes or a night.
_LATE = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1800)
_WRITING = (0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120)
_WAITS = (15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 57600)


@dataclass(frozen=True)
class Prices:
    """What a million tokens cost, read and written, in whatever currency the bill comes in."""

    prompt: float = 0
    completion: float = 0


class Metrics:
    """Counters of this process. They begin at zero with it, as Prometheus expects."""

    def __init__(self, prices: Prices | None = None) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._prices = prices or Prices()
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
        self._replies = self._counter(
            "replies",
            "Replies that were written: planned, held (for a person), superseded (by a message).",
            "outcome",
        )
        self._requests = self._counter(
            "requests",
            "Requests to Fanvue: paid for, waiting (the budget was used up), limited (429).",
            "outcome",
        )
        self._tokens = self._counter("model_tokens", "Tokens: prompt, completion.", "kind")
        self._cost = self._counter(
            "model_cost", "What they cost by OPENAI_PRICE_PROMPT and OPENAI_PRICE_COMPLETION."
        )
        self._lateness = self._histogram(
            "lateness_seconds", "From a job's time to its claim.", _LATE, "lane"
        )
        self._waits = self._histogram(
            "wait_seconds", "From a fan's first unanswered message to the written reply.", _WAITS
        )
        self._model = self._histogram(
            "model_seconds", "Calls of the model, by how they ended: ok, or the error.", _WRITING,
            "outcome",
        )  # fmt: skip

    def watch_queue(self, figures: Callable[[], Json | None]) -> None:
        """Read the queue's figures at each scrape; None stands for a database that is away."""
        self.registry.register(QueueCollector(figures))

    def watch(self, name: str, what: str, value: Callable[[], float]) -> None:
        """Tell `value` of this process at each scrape; called from the server's threads."""
        Gauge(f"fanpace_{name}", what, registry=self.registry).set_function(value)

    def job_finished(self, job_type: str, outcome: str) -> None:
        self._finished.labels(job_type, outcome).inc()

    def job_failed(self, job_type: str, error: WorkerError) -> None:
        self._errors.labels(job_type, type(error).__name__).inc()

    def send_ended(self, outcome: str) -> None:
        self._sends.labels(outcome).inc()

    def moderated(self, outcome: str) -> None:
        self._moderations.labels(outcome).inc()

    def claimed(self, reason: str, claim: Claim | None) -> None:
        """Count a claim and how late its jobs are; None: it failed."""
        if claim is None:
            self._claims.labels(reason, "failed").inc()
            return
        self._claims.labels(reason, "jobs" if claim.jobs else "empty").inc()
        for job in claim.jobs:
            late = (claim.server_time - job.run_at).total_seconds()
            self._lateness.labels(job.lane).observe(max(late, 0.0))

    def reply_committed(self, outcome: str, waited: float) -> None:
        """Count a written reply; `waited` is the fan's wait so far, in seconds."""
        self._replies.labels(outcome).inc()
        if outcome == "planned":
            self._waits.observe(max(waited, 0.0))

    def requested(self, outcome: str) -> None:
        self._requests.labels(outcome).inc()

    def model_called(self, seconds: float, outcome: str) -> None:
        self._model.labels(outcome).observe(seconds)

    def tokens_used(self, prompt: int, completion: int) -> None:
        """Count what the model's server says that a call used, whether or not it was of use."""
        self._tokens.labels("prompt").inc(prompt)
        self._tokens.labels("completion").inc(completion)
        self._cost.inc(
            (prompt * self._prices.prompt + completion * self._prices.completion) / 1_000_000
        )

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"fanpace_{name}", what, labels, registry=self.registry)

    def _histogram(
        self, name: str, what: str, buckets: tuple[float, ...], *labels: str
    ) -> Histogram:
        return Histogram(f"fanpace_{name}", what, labels, buckets=buckets, registry=self.registry)
