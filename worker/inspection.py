"""
The inspect job: fetch what the webhooks did not bring, and recognise what messages say.

What follows from a signal is decided in the database.
"""

from __future__ import annotations

import asyncio

import structlog

from worker.budget import BudgetedFanvue
from worker.database import Database
from worker.errors import FanvueRejected
from worker.fanvue import ChatMessage
from worker.languages import language_of
from worker.moderation import ModerationClient
from worker.notices import notices
from worker.own_triggers import own_triggers
from worker.prompts import PromptLibrary
from worker.rows import Job, Json
from worker.signals import NAMES, recognise

log = structlog.get_logger()


class Inspector:
    """Handles `inspect` jobs."""

    def __init__(
        self,
        database: Database,
        fanvue: BudgetedFanvue,
        prompts: PromptLibrary,
        moderation: ModerationClient | None = None,
    ) -> None:
        self._database = database
        self._fanvue = fanvue
        self._prompts = prompts
        self._moderation = moderation

    async def __call__(self, job: Job) -> None:
        own = own_triggers(job.creator.get("trigger_patterns"))
        for fault in own.faults:
            log.warning("a trigger of the creator's own cannot be used", fault=fault)
        # "Is this really Luna?" asks what "is this really you?" asks.
        name = job.creator.get("display_name") or ""
        findings: list[Json] = []
        for message in job.context["messages"]:
            text = message["body"]
            if text is None:
                # Deleted meanwhile: there is nothing to look at.
                fetched = await self._fetch(job, message["platform_uuid"])
                text = fetched.text if fetched else None
            log.debug("message looked at", message_id=message["id"], text=text)
            findings.append(
                {
                    "message_id": message["id"],
                    "text": text,
                    "signals": recognise(text, own, creator=name) if text else (),
                }
            )
        findings = await self._moderated(findings)
        texts = self._notices(job, findings)
        for sent in job.context.get("sent", []):
            findings.append(await self._who_wrote(job, sent))
        await self._database.record_inspection(job, findings, texts)

    def _notices(self, job: Job, findings: list[Json]) -> Json:
        signals = {signal for finding in findings for signal in finding["signals"]}
        said = (finding["text"] or "" for finding in findings)
        return notices(self._prompts, job, signals, language_of(" ".join(said)))

    async def _moderated(self, findings: list[Json]) -> list[Json]:
        """Add what the moderation model sees; what the rules found stays."""
        texts = [finding["text"] for finding in findings]
        # All at once: a model that does not answer holds an inspection up once, not once for each.
        added = await asyncio.gather(*(self._signs_in(text) for text in texts))
        return [
            {
                **finding,
                "signals": [name for name in NAMES if name in {*finding["signals"], *signs}],
            }
            for finding, signs in zip(findings, added, strict=True)
        ]

    async def _signs_in(self, text: str | None) -> frozenset[str]:
        if self._moderation is None or not text:
            return frozenset()
        return await self._moderation.signs_in(text)

    async def _who_wrote(self, job: Job, sent: Json) -> Json:
        """Find out whether a message was automated; None where Fanvue does not know it."""
        message = await self._fetch(job, sent["platform_uuid"])
        if message is None:
            log.warning("a sent message is not to be found", message=sent["platform_uuid"])
            return {"event_id": sent["event_id"], "is_automated": None}
        return {
            "event_id": sent["event_id"],
            "is_automated": message.is_automated,
            "text": message.text,
        }

    async def _fetch(self, job: Job, message_uuid: str) -> ChatMessage | None:
        try:
            return await self._fanvue.for_job(job).calls.get_message(
                job.creator["platform_uuid"], job.fan["platform_uuid"], message_uuid
            )
        except FanvueRejected as error:
            if error.status in (404, 410):
                return None
            raise
