"""
The deliver job: post the fan's next bubble, once.

A bubble is `sending` in the database before the request leaves and `sent` after the answer. When
the end of an attempt is not known, the chat's own history is asked before anything is posted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog

from worker.budget import BudgetedFanvue, FanvueShare
from worker.checker import check_at_delivery
from worker.database import Database
from worker.errors import (
    DatabaseUnavailable,
    FanvueUncertain,
    NotSent,
    ReplyRefused,
    WorkerError,
)
from worker.fanvue import ChatMessage
from worker.metrics import Metrics
from worker.rows import Job, Json
from worker.typing_indicator import show_typing

log = structlog.get_logger()

# Clocks differ: a message of ours may carry a time a little before we began to send it.
_CLOCK_SKEW = timedelta(seconds=5)


class Deliverer:
    """Handles `deliver` jobs."""

    def __init__(
        self,
        database: Database,
        fanvue: BudgetedFanvue,
        *,
        metrics: Metrics | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._fanvue = fanvue
        self._metrics = metrics or Metrics()
        self._sleep = sleep
        self._now = now

    async def __call__(self, job: Job) -> None:
        # Before begin_send: once a bubble is `sending`, only an answer may end it.
        share = self._fanvue.for_job(job)
        await share.prepay()
        step = await self._database.begin_send(job)
        if step["outcome"] == "reconcile":
            step = await self._reconcile(job, step, share)
        if step["outcome"] != "send":
            log.info("nothing sent", outcome=step["outcome"], reason=step.get("reason"))
            return
        await self._post(job, step, share)

    async def _post(self, job: Job, step: Json, share: FanvueShare) -> None:
        message = step["message"]
        broken = check_at_delivery(message["body"])
        if broken:
            # The last look before a fan sees it; edited and fixed texts are read too.
            self._metrics.send_ended("not_sent")
            raise NotSent(ReplyRefused(f"not sent, rules broken: {', '.join(broken)}"))
        try:
            uuid = await share.calls.send_message(
                step["creator_uuid"], step["fan_uuid"], message["body"]
            )
        except FanvueUncertain:
            self._metrics.send_ended("uncertain")
            raise  # it may be out: the next attempt looks before it posts
        except WorkerError as error:
            self._metrics.send_ended("not_sent")
            raise NotSent(error) from error
        self._metrics.send_ended("sent")
        await self._finish(job, message["id"], uuid, self._now())

    async def _finish(self, job: Job, message_id: int, uuid: str, sent_at: datetime) -> None:
        """Record what is known to be out. Worth some patience: only we know the uuid."""
        for pause in (0.2, 1.0, 3.0, None):
            try:
                answer = await self._database.finish_send(job, message_id, uuid, sent_at)
            except DatabaseUnavailable:
                if pause is None:
                    raise
                await self._sleep(pause)
            else:
                break
        log.info("sent", message_id=message_id, more=answer["more"])
        if answer["more"]:
            await show_typing(self._fanvue, job)

    async def _reconcile(self, job: Job, step: Json, share: FanvueShare) -> Json:
        """Find out whether an earlier attempt arrived; answer what to do now."""
        history = await share.calls.list_messages(step["creator_uuid"], step["fan_uuid"])
        found = ours_in(history, step)
        message_id = step["message"]["id"]
        log.info("looked for an unanswered send", message_id=message_id, found=len(found))
        if len(found) == 1:
            self._metrics.send_ended("found")
            sent_at = found[0].sent_at or self._now()
            await self._finish(job, message_id, found[0].uuid, sent_at)
            return {"outcome": "found", "reason": "it had arrived"}
        finding = "undecidable" if found else "absent"
        answer = await self._database.record_reconciliation(job, message_id, finding)
        return {**step, **answer}


def ours_in(history: list[ChatMessage], step: Json) -> list[ChatMessage]:
    """
    Return the messages in a chat's history that may be the bubble of `step`.

    The same text, not from the fan, at or after the moment at which sending began, and with a
    uuid that no other message of ours has.
    """
    began = datetime.fromisoformat(step["message"]["sending_at"]) - _CLOCK_SKEW
    known = set(step["known_uuids"])
    return [
        message
        for message in history
        if message.text == step["message"]["body"]
        and message.sender_uuid != step["fan_uuid"]
        and message.uuid not in known
        and (message.sent_at is None or message.sent_at >= began)
    ]
