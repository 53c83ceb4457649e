"""
The reply job: from what the fan said to a text that may be planned.

Prompt by stage, a vibe, the model, imperfections, checks, bubbles. Whether the reply is still
wanted, and when it goes out, is the database's.
"""

from __future__ import annotations

import random

import structlog

from worker import bubbles, imperfections, vibes
from worker.budget import BudgetedFanvue
from worker.checker import CheckContext, check
from worker.conversation import chat_turns
from worker.database import Database
from worker.drafting import Drafter, check_context
from worker.languages import language_of
from worker.model import Completion, ModelClient
from worker.prompts import PromptLibrary, PromptView
from worker.rows import Job, Json
from worker.typing_indicator import show_typing
from worker.vibes import Vibe

log = structlog.get_logger()


class Composer:
    """Handles `reply` jobs."""

    def __init__(
        self,
        database: Database,
        model: ModelClient,
        fanvue: BudgetedFanvue,
        prompts: PromptLibrary,
        *,
        lease: int,
        rng: random.Random,
    ) -> None:
        self._database = database
        self._drafter = Drafter(model)
        self._fanvue = fanvue
        self._prompts = prompts
        self._lease = lease
        self._rng = rng

    async def __call__(self, job: Job) -> None:
        if job.context["turn"]["fixed_text"]:
            reply = self._fixed(job)
        else:
            composed = await self._compose(job)
            if composed is None:
                return
            reply = composed
        answer = await self._database.commit_reply(job, reply)
        log.info(
            "reply committed",
            outcome=answer["outcome"],
            reason=answer.get("reason"),
            bubbles=len(reply["bubbles"]),
            vibe=reply.get("vibe"),
        )

    def _fixed(self, job: Job) -> Json:
        """Answer with a fixed text, in the fan's language where known, without the model."""
        unanswered = job.context["unanswered_ids"]
        asked = [
            message["body"] or ""
            for message in job.context["messages"]
            if message["id"] in unanswered
        ]
        text = self._prompts.fixed(
            job.context["turn"]["fixed_text"],
            language_of(" ".join(asked)),
            PromptView.of(job.context),
        )
        return {"bubbles": [text], "kind": "fixed", "prompt_version": self._prompts.version}

    async def _compose(self, job: Job) -> Json | None:
        """Ask the model until a text passes the checks; None if the reply is not wanted."""
        # Asked before the model is paid for; and a fresh lease for a slow one.
        lease = await self._database.extend_lease(job, self._lease)
        if lease["outcome"] != "held":
            log.info("not written", outcome=lease["outcome"])
            if lease["outcome"] == "stopped":
                await self._database.release_job(job)
            return None
        await show_typing(self._fanvue, job)

        vibe = vibes.pick(
            self._prompts.vibes, job.fan["stage"], job.context["last_vibe"], self._rng
        )
        view = PromptView.of(job.context, vibe)
        system = self._prompts.system(view)
        history = chat_turns(job.context["messages"], job.context["unanswered_ids"])
        context = check_context(job)
        completion = await self._drafter.draft(
            system,
            history,
            self._prompts.parameters(view),
            lambda text: check(text, context),
        )
        return self._reply(job, vibe, completion, context)

    def _reply(self, job: Job, vibe: Vibe, completion: Completion, context: CheckContext) -> Json:
        names = [name for name in (job.fan["display_name"], job.creator["display_name"]) if name]
        texts: list[str] = []
        done: set[str] = set()
        for bubble in bubbles.split(completion.text, self._rng):
            rough, imperfect = imperfections.apply(bubble, vibe.imperfections, self._rng, names)
            # A slip must not make a refused text out of a good one.
            if check(rough, context):
                rough, imperfect = bubble, []
            texts.append(rough)
            done.update(imperfect)
        return {
            "bubbles": texts,
            "kind": "reply",
            "vibe": vibe.name,
            "imperfections": sorted(done),
            "prompt_version": self._prompts.version,
            "model": completion.model,
            "prompt_tokens": completion.prompt_tokens,
            "completion_tokens": completion.completion_tokens,
        }
