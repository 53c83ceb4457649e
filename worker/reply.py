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
from worker.checker import check
from worker.database import Database
from worker.errors import ReplyRefused
from worker.languages import language_of
from worker.model import Completion, ModelClient
from worker.model_request import DEFAULT_CONTEXT_TOKENS, model_request
from worker.offers import offer_made
from worker.prompts import PromptLibrary, PromptView
from worker.rows import Job, Json
from worker.typing_indicator import show_typing
from worker.vibes import Vibe

log = structlog.get_logger()

# What is refused three times needs a person.
_TRIES = 3


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
        context_tokens: int = DEFAULT_CONTEXT_TOKENS,
    ) -> None:
        self._database = database
        self._model = model
        self._fanvue = fanvue
        self._prompts = prompts
        self._lease = lease
        self._rng = rng
        self._context_tokens = context_tokens

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
        asked = model_request(
            self._prompts,
            view,
            job.context["messages"],
            job.context["unanswered_ids"],
            self._context_tokens,
        )
        broken: tuple[str, ...] = ()
        for _ in range(_TRIES):
            completion = await self._model.complete(asked.system, asked.turns, asked.params)
            broken = check(completion.text)
            if self._prompts.is_quoted_in(completion.text):
                broken = (*broken, "quoted_prompt")
            if not broken:
                return self._reply(job, vibe, completion)
            log.warning("text refused", rules=broken)
        raise ReplyRefused(f"no text passed the checks: {', '.join(broken)}")

    def _reply(self, job: Job, vibe: Vibe, completion: Completion) -> Json:
        names = [name for name in (job.fan["display_name"], job.creator["display_name"]) if name]
        # An offer is recognised by its title.
        names += [offer["title"] for offer in job.context.get("known_offers", ())]
        texts: list[str] = []
        done: set[str] = set()
        for bubble in bubbles.split(completion.text, self._rng):
            rough, imperfect = imperfections.apply(bubble, vibe.imperfections, self._rng, names)
            # A slip must not make a refused text out of a good one.
            if check(rough):
                rough, imperfect = bubble, []
            texts.append(rough)
            done.update(imperfect)
        made = offer_made(completion.text, texts, job.context.get("offer"), check)
        return {
            **made,
            "bubbles": texts,
            "kind": "reply",
            "vibe": vibe.name,
            "imperfections": sorted(done),
            "prompt_version": self._prompts.version,
            "model": completion.model,
            "prompt_tokens": completion.prompt_tokens,
            "completion_tokens": completion.completion_tokens,
        }
