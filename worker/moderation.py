"""
Ask a moderation model what else a message may show.

Speaks OpenAI's moderations. It can add stop signs, never lift one: an answer that does not come,
comes too late or makes no sense adds nothing, and is counted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog
from openai import AsyncOpenAI

from worker.metrics import Metrics
from worker.model import connect, failure_of_call

log = structlog.get_logger()

# An inspection waits no longer than this: replies wait for it.
TIMEOUT = 5.0
# https://developers.openai.com/docs/guides/moderation; omni-moderation-latest has all of them.
SIGNS: Mapping[str, str] = {
    "self-harm": "self_harm",
    "self-harm/intent": "self_harm",
    "self-harm/instructions": "self_harm",
    "sexual/minors": "minor",
    "harassment/threatening": "threat",
    "hate/threatening": "threat",
    "illicit/violent": "threat",
    "violence": "threat",
    "violence/graphic": "threat",
}


class ModerationClient:
    """One moderation model on one server."""

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float = TIMEOUT,
        metrics: Metrics | None = None,
        openai: AsyncOpenAI | None = None,
    ) -> None:
        self._model = model
        self._timeout = timeout
        self._metrics = metrics or Metrics()
        self._openai = openai or connect(base_url, api_key, timeout)

    async def signs_in(self, text: str) -> frozenset[str]:
        """Return the stop signs that the model sees in `text`; none if it cannot be asked."""
        try:
            found = await self.ask(text)
        except Exception as exc:
            # Whatever it is: the rules' findings stand, and nobody waits for this any longer.
            error = failure_of_call(exc, self._timeout)
            self._metrics.moderated("failed")
            log.warning("not moderated: the rules' findings stand", reason=str(error))
            return frozenset()
        self._metrics.moderated("added" if found else "nothing")
        return found

    async def ask(self, text: str) -> frozenset[str]:
        """Make the call, and let through whatever goes wrong."""
        # The package's time-out starts anew with every byte; this one bounds the whole call.
        async with asyncio.timeout(self._timeout):
            # Typed as object: servers that only imitate OpenAI's answer as they like.
            answer: object = await self._openai.moderations.create(model=self._model, input=text)
        return signs_of(answer)

    async def check(self) -> None:
        """Moderate a harmless text; raise what goes wrong as a WorkerError."""
        try:
            await self.ask("hello")
        except Exception as exc:
            raise failure_of_call(exc, self._timeout) from exc

    async def aclose(self) -> None:
        """Close all connections."""
        await self._openai.close()


def signs_of(answer: object) -> frozenset[str]:
    """Return the stop signs in an answer of /v1/moderations; raise ValueError if it is none."""
    results = getattr(answer, "results", None)
    if not isinstance(results, list) or not results:
        raise ValueError("the answer holds no results")
    found: set[str] = set()
    for result in results:
        categories = _flags(getattr(result, "categories", None))
        if categories is None:
            raise ValueError("the answer holds no categories")
        found |= {SIGNS[name] for name, flagged in categories.items() if flagged and name in SIGNS}
    return frozenset(found)


def _flags(categories: object) -> Mapping[str, object] | None:
    dump = getattr(categories, "model_dump", None)
    named = dump(by_alias=True) if callable(dump) else categories
    return named if isinstance(named, Mapping) else None
