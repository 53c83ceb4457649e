"""
The profile job: learn from what a fan wrote lately, and keep the summary of a long chat.

Asks the model once. An answer that cannot be used costs nothing: the job is done, and nothing
was learned. When there is such a job, and what becomes of a finding, is the database's; what may
be kept of an answer is worker/learning.py's.
"""

from __future__ import annotations

import json

import structlog

from worker.database import Database
from worker.errors import ModelEmpty, ModelRefused, ModelTruncated
from worker.learning import SCHEMA, Learned, NotAProfile, learned_from
from worker.model import ChatTurn, ModelClient
from worker.prompts import PromptLibrary
from worker.rows import Job, Json

log = structlog.get_logger()

_NOTHING = Learned((), None, {})


class Profiler:
    """Handles `profile` jobs."""

    def __init__(self, database: Database, model: ModelClient, prompts: PromptLibrary) -> None:
        self._database = database
        self._model = model
        self._prompts = prompts

    async def __call__(self, job: Job) -> None:
        # None where nobody answers the fan any more.
        learned = await self._learn(job) if job.context["messages"] else _NOTHING
        answer = await self._database.record_profile(
            job, {"items": list(learned.items), "summary": learned.summary}
        )
        log.info(
            "profile recorded",
            learned=answer["learned"],
            dropped=dict(learned.dropped),
            summarised=learned.summary is not None,
        )

    async def _learn(self, job: Job) -> Learned:
        system, params = self._prompts.job("profile")
        question = json.dumps(question_of(job.context), ensure_ascii=False)
        try:
            completion = await self._model.complete(
                system, [ChatTurn("user", question)], params, schema=SCHEMA
            )
            messages = {message["id"]: message["text"] for message in job.context["messages"]}
            learned = learned_from(completion.text, messages, job.context["removed"])
        except (NotAProfile, ModelRefused, ModelTruncated, ModelEmpty) as error:
            # Asked again it would hardly do better, and the next profile comes anyway.
            log.warning("profile not usable", kind=type(error).__name__, reason=str(error))
            return _NOTHING
        # Nobody asked for a summary: there is no telling what it is one of.
        return learned if job.context["older"] else Learned(learned.items, None, learned.dropped)


def question_of(context: Json) -> Json:
    """Return what the model is given: data of the chat, never a part of the system prompt."""
    asked = {"messages": context["messages"], "known": context["known"]}
    if not context["older"]:
        return asked
    so_far = context["summary"]["text"] if context["summary"] else ""
    return {**asked, "summary": so_far, "older": context["older"]}
