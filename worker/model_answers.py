"""
Tell a model's usable answer from all the others.

Pure functions from what the openai package returns or raises to our values and errors. Servers
that imitate OpenAI's leave fields out and put errors into successful answers, so nothing is
taken for granted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

import openai
from openai.types.chat import ChatCompletion

from worker.errors import (
    ModelEmpty,
    ModelRefused,
    ModelRejected,
    ModelTruncated,
    ModelUnavailable,
    RateLimited,
    WorkerError,
)
from worker.retry_after import retry_after
from worker.server_words import harmless
from worker.storable import storable

_LONGEST_DETAIL = 300
_REASONING = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_OPENING = re.compile(r"<(?:think|thinking|reasoning)>", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:think|thinking|reasoning)>", re.IGNORECASE)


@dataclass(frozen=True)
class Completion:
    """A usable answer; token counts are None where the server does not count."""

    text: str
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None
    finish_reason: str


def completion_of(answer: object, *, asked_for: str) -> Completion:
    """Read a successful answer, or raise what makes it unusable."""
    if not isinstance(answer, ChatCompletion):
        raise ModelUnavailable("the model's server answered something that is not a completion")
    choices = getattr(answer, "choices", None)
    if not choices:
        raise _error_inside(answer)
    choice = choices[0]
    reason = harmless(str(getattr(choice, "finish_reason", None) or "stop"))
    message = getattr(choice, "message", None)
    if getattr(message, "refusal", None):
        # What it says of why is about the chat.
        raise ModelRefused("the model declined")
    if reason == "content_filter":
        raise ModelRefused("a content filter withheld the answer")
    if reason == "length":
        raise ModelTruncated("the answer ran into the token limit")
    # OpenRouter's word for 'the provider failed half-way'.
    if reason == "error":
        raise ModelUnavailable("the model's server broke off the answer")
    content = getattr(message, "content", None)
    text = without_reasoning(storable(content)) if isinstance(content, str) else ""
    if not text:
        raise ModelEmpty(f"the answer has no text (finish_reason {reason})")
    usage = getattr(answer, "usage", None)
    return Completion(
        text=text,
        model=getattr(answer, "model", None) or asked_for,
        prompt_tokens=getattr(usage, "prompt_tokens", None),
        completion_tokens=getattr(usage, "completion_tokens", None),
        finish_reason=reason,
    )


def usage_of(answer: object) -> tuple[int, int]:
    """Return the tokens that an answer says it read and wrote; zero where it does not say."""
    usage = getattr(answer, "usage", None)
    counts = (getattr(usage, name, None) for name in ("prompt_tokens", "completion_tokens"))
    read, wrote = (count if isinstance(count, int) and count > 0 else 0 for count in counts)
    return read, wrote


def without_reasoning(text: str) -> str:
    """
    Return `text` without the thoughts that local models write before their answer.

    An end without a beginning takes all before it (some chat templates open the thoughts in the
    prompt), a beginning without an end all after it: better no answer than thoughts sent to a fan.
    """
    rest = _REASONING.sub("", text)
    rest = _CLOSING.split(rest)[-1]
    return _OPENING.split(rest)[0].strip()


def failure_of(exc: Exception, now: datetime) -> WorkerError:
    """Translate whatever a call through the openai package may raise."""
    if isinstance(exc, openai.APIStatusError):
        return _failed_with_status(exc, now)
    if isinstance(exc, openai.APIConnectionError):
        return ModelUnavailable(f"no answer from the model's server: {_cause(exc)}")
    if isinstance(exc, openai.LengthFinishReasonError):
        return ModelTruncated("the answer ran into the token limit")
    if isinstance(exc, openai.ContentFilterFinishReasonError):
        return ModelRefused("a content filter withheld the answer")
    # What is left of the package's own: no credentials, contradictory set-up, a removed call.
    if isinstance(exc, openai.OpenAIError) and not isinstance(exc, openai.APIError):
        return ModelRejected(f"the openai package refused the call: {type(exc).__name__}")
    return ModelUnavailable(f"the model's server could not be understood: {type(exc).__name__}")


def _failed_with_status(exc: openai.APIStatusError, now: datetime) -> WorkerError:
    status = exc.status_code
    detail = _detail(exc.body) or harmless(exc.response.reason_phrase)
    message = f"the model's server answered {status}: {detail}"
    wait = retry_after(exc.response.headers, now)
    # OpenAI says 429 for an empty account too; waiting does not fill it, a person does.
    if status == 429 and exc.code != "insufficient_quota":
        return RateLimited(message, retry_after=wait)
    # 409 is a lock that was not free in time (openai's own retry rule has it, too).
    if status in (408, 409) or status >= 500:
        return ModelUnavailable(message, retry_after=wait)
    return ModelRejected(message)


def _error_inside(answer: ChatCompletion) -> WorkerError:
    """OpenRouter answers 200 with {"error": {"code", "message"}} when a provider fails later."""
    error = (answer.model_extra or {}).get("error")
    code = error.get("code") if isinstance(error, dict) else None
    message = f"the model's server answered no choices: {_detail(error) or 'nothing said'}"
    return RateLimited(message) if code == 429 else ModelUnavailable(message)


def _detail(body: object) -> str:
    """Find the message in an error body, without what it quotes, on one line; '' if none."""
    if isinstance(body, dict):
        return _detail(body.get("message") or body.get("error") or body.get("detail"))
    return _short(body) if isinstance(body, str) else ""


def _short(text: str) -> str:
    return storable(harmless(text))[:_LONGEST_DETAIL]


def _cause(exc: Exception) -> str:
    return type(exc.__cause__ or exc).__name__
