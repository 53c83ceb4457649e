"""
Ask a language model for one answer.

Speaks OpenAI's chat completions, which OpenRouter, Ollama and vLLM serve too. Knows how such
servers fail. What is asked is the prompt's, what is done with the answer the reply's, and whether
and when to try again the database's: the package's own retries are off.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from openai import AsyncOpenAI
from openai.types.chat import ChatCompletionMessageParam

from worker.conversation import ChatTurn
from worker.errors import ModelRejected, ModelUnavailable, SettingsInvalid, WorkerError
from worker.metrics import Metrics
from worker.model_answers import Completion, completion_of, failure_of, usage_of
from worker.rows import Json

__all__ = ["ChatTurn", "Completion", "ModelClient", "ModelParams", "connect", "failure_of_call"]


@dataclass(frozen=True)
class ModelParams:
    """How to write; what is None is left to the server."""

    temperature: float | None = None
    max_tokens: int | None = None
    top_p: float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None


class ModelClient:
    """One model on one server."""

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        model: str,
        timeout: float = 60.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        openai: AsyncOpenAI | None = None,
        metrics: Metrics | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """
        No call takes longer than `timeout` seconds. An empty `api_key` suits local servers.

        With `openai` that client is used and `base_url` only tells what kind of server it is.
        """
        self._model = model
        self._timeout = timeout
        self._now = now
        self._metrics = metrics or Metrics()
        self._clock = clock
        # OpenAI's newer models refuse `max_tokens`; other servers know only that.
        newer = urlsplit(base_url).hostname == "api.openai.com"
        self._limit_name = "max_completion_tokens" if newer else "max_tokens"
        # Until a server has refused one and taken the same question without.
        self._takes_schemas = True
        self._openai = openai or connect(base_url, api_key, timeout)

    async def complete(
        self,
        system: str,
        messages: Sequence[ChatTurn],
        params: ModelParams,
        *,
        schema: Json | None = None,
    ) -> Completion:
        """
        Return the model's answer to `messages`, oldest first.

        With a JSON `schema` the answer is to be JSON that fits it. Servers that will not be told
        so are asked without it: the prompt has to say what is wanted, and the answer may be
        anything.

        Raises ModelRefused, ModelTruncated, ModelEmpty, ModelUnavailable, RateLimited or
        ModelRejected, each with what the server said.
        """
        conversation: list[ChatCompletionMessageParam] = [{"role": "system", "content": system}]
        for turn in messages:
            if turn.role == "user":
                conversation.append({"role": "user", "content": turn.content})
            else:
                conversation.append({"role": "assistant", "content": turn.content})
        options = self._options(params)
        if schema is not None and self._takes_schemas:
            try:
                answer = await self._ask(conversation, {**options, **_formatted(schema)})
                return completion_of(answer, asked_for=self._model)
            except ModelRejected:
                # Perhaps it was the schema. If it was not, it is rejected again.
                answer = await self._ask(conversation, options)
                self._takes_schemas = False
        else:
            answer = await self._ask(conversation, options)
        return completion_of(answer, asked_for=self._model)

    async def _ask(self, conversation: list[ChatCompletionMessageParam], options: Json) -> object:
        began = self._clock()
        try:
            # The package's time-out starts anew with every byte; this one bounds the whole call.
            async with asyncio.timeout(self._timeout):
                # Typed as object: servers that only imitate OpenAI's leave fields out, and the
                # package does not check what it decodes.
                answer: object = await self._openai.chat.completions.create(
                    model=self._model, messages=conversation, extra_body=dict(options)
                )
        # Everything, since everything that comes out of that one call is a stranger's: the
        # package's errors, its HTTP library's, and json's where a body is not JSON.
        except Exception as exc:
            failure = self._translated(exc)
            self._note(began, failure)
            raise failure from exc
        self._note(began, None)
        self._metrics.tokens_used(*usage_of(answer))
        return answer

    def _note(self, began: float, failure: WorkerError | None) -> None:
        outcome = "ok" if failure is None else type(failure).__name__
        self._metrics.model_called(self._clock() - began, outcome)

    async def check(self) -> None:
        """Make a call that needs a good key and costs nothing; raise what goes wrong."""
        try:
            async with asyncio.timeout(self._timeout):
                await self._openai.models.list()
        except Exception as exc:
            raise self._translated(exc) from exc

    async def aclose(self) -> None:
        """Close all connections."""
        await self._openai.close()

    def _translated(self, exc: Exception) -> WorkerError:
        failure = failure_of_call(exc, self._timeout, self._now())
        # What the server says of it is cut, and a wrong name is a common reason.
        if isinstance(failure, ModelRejected):
            return ModelRejected(f"{failure} (asked for {self._model})")
        return failure

    def _options(self, params: ModelParams) -> dict[str, float | int]:
        named = {
            "temperature": params.temperature,
            "top_p": params.top_p,
            "presence_penalty": params.presence_penalty,
            "frequency_penalty": params.frequency_penalty,
            self._limit_name: params.max_tokens,
        }
        return {name: value for name, value in named.items() if value is not None}


def _formatted(schema: Json) -> Json:
    structured = {"name": "answer", "strict": True, "schema": schema}
    return {"response_format": {"type": "json_schema", "json_schema": structured}}


def failure_of_call(exc: Exception, timeout: float, now: datetime | None = None) -> WorkerError:
    """Translate whatever came out of a call that was bounded by `timeout` seconds."""
    if isinstance(exc, TimeoutError):
        return ModelUnavailable(f"the model did not answer in {timeout:g} s")
    return failure_of(exc, now or datetime.now(UTC))


def connect(base_url: str, api_key: str, timeout: float) -> AsyncOpenAI:
    """Build the package's client without its retries; raise SettingsInvalid."""
    key = api_key.strip()
    # The HTTP library quotes a header value that it cannot send; so such a key stops here.
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SettingsInvalid("OPENAI_API_KEY has characters that no key has")
    try:
        return AsyncOpenAI(base_url=base_url, api_key=key or "none", max_retries=0, timeout=timeout)
    except Exception as exc:
        raise SettingsInvalid("OPENAI_BASE_URL is not a URL") from exc
