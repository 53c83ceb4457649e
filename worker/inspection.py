"""
The inspect job: fetch texts that the webhook did not bring, and recognise what messages say.

What follows from a signal is decided in the database.
"""

from __future__ import annotations

from worker.budget import take_budget
from worker.database import Database
from worker.errors import FanvueRejected
from worker.fanvue import FanvueClient
from worker.rows import Job, Json
from worker.signals import recognise


class Inspector:
    """Handles `inspect` jobs."""

    def __init__(self, database: Database, fanvue: FanvueClient) -> None:
        self._database = database
        self._fanvue = fanvue

    async def __call__(self, job: Job) -> None:
        findings: list[Json] = []
        for message in job.context["messages"]:
            text = message["body"]
            if text is None:
                text = await self._fetch(job, message["platform_uuid"])
            findings.append(
                {
                    "message_id": message["id"],
                    "text": text,
                    "signals": list(recognise(text)) if text else [],
                }
            )
        await self._database.record_inspection(job, findings)

    async def _fetch(self, job: Job, message_uuid: str) -> str | None:
        await take_budget(self._database, job, 1)
        try:
            message = await self._fanvue.get_message(
                job.creator["platform_uuid"], job.fan["platform_uuid"], message_uuid
            )
        except FanvueRejected as error:
            if error.status in (404, 410):
                return None  # deleted meanwhile: there is nothing to look at
            raise
        return message.text
