"""
The reply job: from what the fan said to a text that may be planned.

Prompt by stage, a vibe, the model, checks, style. Whether the reply is still wanted, and when it
goes out, is the database's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from worker import vibes
from worker.budget import BudgetedFanvue
from worker.checker import CheckContext, check
from worker.database import Database
from worker.drafting import Draft, Drafter, check_context
from worker.languages import language_of
from worker.metrics import Metrics
from worker.model import ModelClient
from worker.model_request import DEFAULT_CONTEXT_TOKENS, model_request
from worker.offers import offer_made
from worker.openings import repeats_opening, replies_said, vary_opening
from worker.prompts import PromptLibrary, PromptView
from worker.rows import Job, Json
from worker.style import draw_seed, dress
from worker.typing_indicator import show_typing
from worker.vibes import Sitting, Vibe

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
        rng: random.Random,
        context_tokens: int = DEFAULT_CONTEXT_TOKENS,
        metrics: Metrics | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._drafter = Drafter(model)
        self._fanvue = fanvue
        self._prompts = prompts
        self._rng = rng
        self._context_tokens = context_tokens
        self._metrics = metrics or Metrics()
        self._now = now

    async def __call__(self, job: Job) -> None:
        if job.context["turn"]["fixed_text"]:
            reply = self._fixed(job)
        else:
            reply = await self._compose(job)
        answer = await self._database.commit_reply(job, reply)
        waited = self._now() - datetime.fromisoformat(job.context["turn"]["opened_at"])
        self._metrics.reply_committed(answer["outcome"], waited.total_seconds())
        log.info(
            "reply committed",
            outcome=answer["outcome"],
            reason=answer.get("reason"),
            bubbles=len(reply["bubbles"]),
            vibe=reply.get("vibe"),
            texts=list(reply["bubbles"]),
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

    async def _compose(self, job: Job) -> Json:
        """Ask the model until a text passes the checks."""
        await show_typing(self._fanvue, job)

        vibe = self._vibe(job)
        view = PromptView.of(job.context, vibe)
        asked = model_request(
            self._prompts,
            view,
            job.context["messages"],
            job.context["unanswered_ids"],
            self._context_tokens,
        )
        context = check_context(job)
        said = replies_said(job.context["messages"])
        draft = await self._drafter.draft(
            asked,
            lambda text: (*check(text, context), *self._prompts.quoted_in(text)),
            # Worth another draft, but no reason to trouble a person.
            wish=lambda text: ("repeats_opening",) if repeats_opening(text, said) else (),
            tidy=lambda text: vary_opening(text, said),
        )
        return self._reply(job, vibe, draft, context)

    def _vibe(self, job: Job) -> Vibe:
        """Return the sitting's vibe or a new one, bent towards how the fan writes."""
        sitting = Sitting(**job.context["sitting"])
        vibe = vibes.pick(self._prompts.vibes, job.fan["stage"], sitting, self._rng)
        fan_texts = [
            message["body"] or ""
            for message in job.context["messages"]
            if message["direction"] == "inbound"
        ]
        return vibes.mirrored(vibe, fan_texts)

    def _reply(self, job: Job, vibe: Vibe, draft: Draft, context: CheckContext) -> Json:
        names = [name for name in (job.fan["display_name"], job.creator["display_name"]) if name]
        # An offer is recognised by its title.
        names += [offer["title"] for offer in job.context.get("known_offers", ())]
        seed = draw_seed(self._rng)
        dressed = dress(draft.text, vibe, seed, names, lambda text: check(text, context))
        return {
            **offer_made(draft.text, dressed.bubbles, job.context.get("offer"), check),
            "bubbles": list(dressed.bubbles),
            "kind": "reply",
            "vibe": vibe.name,
            "imperfections": list(dressed.imperfections),
            "style_seed": seed,
            "prompt_version": self._prompts.version,
            "model": draft.completion.model,
            "prompt_tokens": draft.completion.prompt_tokens,
            "completion_tokens": draft.completion.completion_tokens,
        }
