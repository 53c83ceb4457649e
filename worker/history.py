"""
The history job: read what a fan said and spent before the connection.

Which messages count as history, what was told of already and what follows for stage and tier is
the database's. Nothing of it is answered. Reading changes nothing and everything is recorded in
one call, so an attempt that was cut off is simply made again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from worker.budget import BudgetedFanvue
from worker.database import Database
from worker.errors import FanvueRejected
from worker.fanvue import LARGEST_PAGE, ChatMessage, FanInsights, FanvueClient
from worker.reconcile import is_by_fan
from worker.rows import Job, Json
from worker.signals import recognise

log = structlog.get_logger()

# Of one chat: with as many messages, whoever wrote them, a fan is past every threshold.
_PAGES = 5


class Historian:
    """Handles `history` jobs."""

    def __init__(
        self,
        database: Database,
        fanvue: BudgetedFanvue,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._fanvue = fanvue
        self._now = now

    async def __call__(self, job: Job) -> None:
        calls = self._fanvue.for_job(job).calls
        wanted = int(job.payload["wanted"])
        messages = await _messages_before(calls, job, wanted) if wanted else []
        # Before the request: whatever is paid meanwhile is told of by its own event.
        as_of = self._now()
        insights = await _insights(calls, job, as_of)
        answer = await self._database.record_history(
            job, {"insights": insights, "messages": messages}
        )
        log.info("history recorded", imported=answer["imported"])


async def _insights(calls: FanvueClient, job: Job, as_of: datetime) -> Json | None:
    try:
        insights = await calls.get_fan_insights(
            job.creator["platform_uuid"], job.fan["platform_uuid"]
        )
    except FanvueRejected as error:
        # Without the scope, or without this address: the reply goes by what is known.
        if error.status not in (403, 404, 410):
            raise
        log.warning("what the fan spent before is not to be known", reason=str(error))
        return None
    return insights_row(insights, as_of)


async def _messages_before(calls: FanvueClient, job: Job, wanted: int) -> list[Json]:
    """
    Return the chat's messages of before the connection, newest first: page by page, until
    `wanted` of them are the fan's or there are no more.
    """
    creator_uuid, fan_uuid = job.creator["platform_uuid"], job.fan["platform_uuid"]
    before = datetime.fromisoformat(job.payload["before"])
    found: dict[str, Json] = {}
    seen: set[str] = set()
    for page in range(1, _PAGES + 1):
        try:
            rows = await calls.list_messages(creator_uuid, fan_uuid, page=page)
        except FanvueRejected as error:
            if error.status not in (404, 410):
                raise
            log.warning("a chat, or its next page, is not there", fan=fan_uuid, page=page)
            break
        new = [row for row in rows if row.uuid not in seen]
        seen.update(row.uuid for row in new)
        for row in new:
            by_fan = is_by_fan(row, creator_uuid, fan_uuid)
            if row.sent_at is not None and row.sent_at < before:
                found[row.uuid] = message_row(row, row.sent_at, by_fan)
        # Where pages are unknown, the same one comes again.
        if not new or len(rows) < LARGEST_PAGE:
            break
        if sum(1 for row in found.values() if row["by_fan"]) >= wanted:
            break
    return list(found.values())


def insights_row(insights: FanInsights, as_of: datetime) -> Json:
    """Write what a fan spent as record_history takes it."""
    last = insights.last_purchase_at
    return {
        "as_of": as_of.isoformat(),
        "gross_cents": insights.gross_cents,
        "last_purchase_at": last.isoformat() if last else None,
    }


def message_row(message: ChatMessage, sent_at: datetime, by_fan: bool) -> Json:
    """Write a message of before the connection as record_history takes it."""
    return {
        "uuid": message.uuid,
        "sent_at": sent_at.isoformat(),
        "text": message.text,
        "has_media": message.has_media,
        "price_cents": message.price_cents,
        "by_fan": by_fan,
        "is_automated": message.is_automated,
        "signals": _grave(message.text) if by_fan and message.text else [],
    }


def _grave(text: str) -> list[str]:
    """Of what was said long ago only one thing still counts: that the fan may be a minor."""
    return [signal for signal in recognise(text) if signal == "minor"]
