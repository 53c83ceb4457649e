"""
Stand in for a model behind OpenAI's chat completions, without a network or a GPU.

Answers in short sentences that take up every message of the fan's last burst, so that a viewer
sees that all of it was read; what it says is chatter.py's. Asked for JSON, it takes notes
(note_taker.py). Moderates too, and flags what it was told to. Fails on demand in the ways of real
servers.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from devstack.chatter import answer_to, brief_answer_to
from devstack.faults import Fault, Faults
from devstack.note_taker import notes_on
from worker.drafting import REFUSED
from worker.repetition import repeats

MODEL_FAULTS = (
    "slow",  # answers as usual after `seconds`
    "hang",  # never answers
    "rate_limited",  # 429 with Retry-After: `seconds`
    "server_error",  # 500
    "unauthorised",  # 401
    "quotes_request",  # 400 whose message repeats all that was asked
    "not_json",  # 200 with a page of HTML
    "error_inside",  # 200 with {"error"} and no choices, as OpenRouter does
    "refusal",  # message.refusal is set
    "content_filter",  # finish_reason content_filter
    "truncated",  # finish_reason length, half a sentence
    "empty",  # no text
    "thinking",  # <think>…</think> before the answer
    "claims_human",  # says what nobody may say
)

# Of requests for notes about a fan, which come with a JSON schema.
NOTE_FAULTS = (
    "bad_notes",  # not the JSON that was asked for
    "foreign_notes",  # cites messages that were not given
    "made_up_notes",  # quotes what nobody wrote
)

# Every category of omni-moderation-latest.
CATEGORIES = (
    "harassment", "harassment/threatening", "hate", "hate/threatening", "illicit",
    "illicit/violent", "self-harm", "self-harm/instructions", "self-harm/intent", "sexual",
    "sexual/minors", "violence", "violence/graphic",
)  # fmt: skip

CLAIM = "haha no bot here, I'm a real person, promise"


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    model: str
    system: str
    turns: tuple[tuple[str, str], ...]
    body: dict[str, object]


class ScriptedModel:
    """
    One model server; it serves any model name under `models`, or any at all if that is empty.

    `asked` has every request. `says()` queues answers that come before any of its own, but for
    notes. Answers
    depend on `seed` and the conversation alone, not on the order in which requests arrive.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        models: tuple[str, ...] = (),
        api_key: str | None = None,
        latency: float = 0.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.latency = latency
        self.asked: list[Asked] = []
        self.faults = Faults(MODEL_FAULTS + NOTE_FAULTS, Random(f"model {seed}"))
        self._seed = seed
        self._models = models
        self._api_key = api_key
        self._sleep = sleep
        self._script: deque[str] = deque()
        self._flagged: dict[str, tuple[str, ...]] = {}
        self.moderated: list[str] = []
        self._app = Starlette(
            routes=[
                Route("/v1/chat/completions", self._complete, methods=["POST"]),
                Route("/v1/moderations", self._moderate, methods=["POST"]),
                Route("/v1/models", self._list_models, methods=["GET"]),
            ]
        )

    @property
    def app(self) -> Starlette:
        return self._app

    def says(self, *texts: str) -> None:
        """Answer the next requests with exactly these texts."""
        self._script.extend(texts)

    def flags(self, text: str, *categories: str) -> None:
        """Flag these categories in every moderated text that holds `text`."""
        if unknown := set(categories) - set(CATEGORIES):
            raise ValueError(f"no such category: {', '.join(sorted(unknown))}")
        self._flagged[text] = categories

    async def _moderate(self, request: Request) -> Response:
        raw = await request.body()
        if refusal := self._unauthorised(request):
            return refusal
        try:
            body = json.loads(raw)
            model, text = str(body["model"]), str(body["input"])
        except (ValueError, KeyError, TypeError):
            return _error(400, "the request needs a model and an input", "invalid_request_error")
        self.moderated.append(text)
        asked = Asked(model, "", (("user", text),), body)
        fault = next(iter(self.faults.take("moderate")), None)
        await self._sleep(self.latency + (fault.seconds if fault and fault.kind == "slow" else 0))
        return await self._faulty(fault, request, asked) or self._moderation_of(model, text)

    def _moderation_of(self, model: str, text: str) -> Response:
        flagged = {name for part, names in self._flagged.items() if part in text for name in names}
        categories = {name: name in flagged for name in CATEGORIES}
        scores = {name: 0.9 if name in flagged else 0.0001 for name in CATEGORIES}
        result = {
            "flagged": bool(flagged),
            "categories": categories,
            "category_scores": scores,
            "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
        }
        return JSONResponse({"id": "modr-scripted", "model": model, "results": [result]})

    async def _list_models(self, request: Request) -> Response:
        if refusal := self._unauthorised(request):
            return refusal
        names = self._models or ("scripted",)
        rows = [
            {"id": name, "object": "model", "created": 0, "owned_by": "devstack"} for name in names
        ]
        return JSONResponse({"object": "list", "data": rows})

    async def _complete(self, request: Request) -> Response:
        raw = await request.body()
        if refusal := self._unauthorised(request):
            return refusal
        try:
            asked = _asked(json.loads(raw))
        except (ValueError, KeyError, TypeError):
            return _error(400, "the request needs a model and messages", "invalid_request_error")
        if asked.body.get("stream"):
            return _error(400, "streaming is not served here", "invalid_request_error")
        if self._models and asked.model not in self._models:
            return _error(404, f"The model `{asked.model}` does not exist", "model_not_found")
        self.asked.append(asked)
        operation = "notes" if "response_format" in asked.body else "complete"
        fault = next(iter(self.faults.take(operation)), None)
        await self._sleep(self.latency + (fault.seconds if fault and fault.kind == "slow" else 0))
        return await self._faulty(fault, request, asked) or self._answer(asked, fault)

    async def _faulty(self, fault: Fault | None, request: Request, asked: Asked) -> Response | None:
        match fault.kind if fault else None:
            case "hang":
                while (await request.receive())["type"] != "http.disconnect":
                    pass
                return _error(500, "the client went away", "server_error")
            case "rate_limited":
                wait = {"Retry-After": f"{fault.seconds:g}"} if fault else {}
                return _error(429, "Rate limit reached", "rate_limit_exceeded", wait)
            case "server_error":
                return _error(500, "The server had an error", "server_error")
            case "unauthorised":
                return _error(401, "Incorrect API key provided", "invalid_api_key")
            case "quotes_request":
                quoted = " ".join(content for _, content in asked.turns)
                return _error(400, f"Invalid prompt: {quoted}", "invalid_prompt")
            case "not_json":
                return Response("<html>Bad gateway</html>", 200, media_type="text/html")
            case "error_inside":
                return JSONResponse({"error": {"code": 502, "message": "Provider failed"}})
            case "refusal":
                return _completion(asked, None, refusal="I'm sorry, I can't help with that.")
            case "content_filter":
                return _completion(asked, "", finish_reason="content_filter")
            case "empty":
                return _completion(asked, "")
        return None

    def _answer(self, asked: Asked, fault: Fault | None) -> Response:
        kind = fault.kind if fault else None
        if "response_format" in asked.body:
            return _completion(asked, notes_on(asked.turns[-1][1], kind))
        text = self._script.popleft() if self._script else self._own_words(asked)
        if kind == "claims_human":
            return _completion(asked, CLAIM)
        if kind == "truncated":
            return _completion(asked, text[: max(1, len(text) // 2)], finish_reason="length")
        if kind == "thinking":
            text = f"<think>The fan wrote {len(asked.turns)} turns. Keep it short.</think>\n{text}"
        return _completion(asked, text)

    def _own_words(self, asked: Asked) -> str:
        burst: list[str] = []
        for role, content in reversed(asked.turns):
            if role != "user":
                break
            burst[:0] = [line for line in content.splitlines() if line.strip()]
        said = [content for role, content in asked.turns if role == "assistant"]
        for attempt in ("", *range(1, 20)):
            text = answer_to(burst, Random(f"{self._seed} {burst}{attempt}"))
            if REFUSED not in asked.system and not repeats(text, said):
                return text
        return brief_answer_to(burst)

    def _unauthorised(self, request: Request) -> Response | None:
        if self._api_key is None:
            return None
        if request.headers.get("authorization") == f"Bearer {self._api_key}":
            return None
        return _error(401, "Incorrect API key provided", "invalid_api_key")


def _asked(body: dict[str, object]) -> Asked:
    messages = body["messages"]
    if not isinstance(messages, list) or not messages:
        raise ValueError("no messages")
    turns = tuple((str(one["role"]), str(one["content"])) for one in messages)
    system = "\n".join(content for role, content in turns if role == "system")
    rest = tuple(turn for turn in turns if turn[0] != "system")
    return Asked(str(body["model"]), system, rest, body)


def _completion(
    asked: Asked, text: str | None, *, finish_reason: str = "stop", refusal: str | None = None
) -> Response:
    # About four characters a token, as English has with most tokenisers.
    prompt = sum(len(content) for _, content in asked.turns) // 4 + len(asked.system) // 4
    written = len(text or refusal or "") // 4 + 1
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return JSONResponse(
        {
            "id": "chatcmpl-scripted",
            "object": "chat.completion",
            "created": 0,
            "model": asked.model,
            "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
            "usage": {
                "prompt_tokens": prompt,
                "completion_tokens": written,
                "total_tokens": prompt + written,
            },
        }
    )


def _error(status: int, message: str, code: str, headers: dict[str, str] | None = None) -> Response:
    error = {"message": message, "type": code, "param": None, "code": code}
    return JSONResponse({"error": error}, status, headers)
