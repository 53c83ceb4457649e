"""The model client: what it asks, which answers it takes, and what it makes of every failure."""

from __future__ import annotations

import json
import traceback
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from random import Random
from typing import Any

import httpx2
import openai
import pytest
from openai import _exceptions as openai_exceptions
from openai.types.chat import ChatCompletion

from devstack.chatter import answer_to, telling_word
from devstack.model import CLAIM, MODEL_FAULTS, ScriptedModel
from devstack.postgres import free_port
from devstack.serve import serving
from worker.errors import (
    ModelEmpty,
    ModelRefused,
    ModelRejected,
    ModelTruncated,
    ModelUnavailable,
    RateLimited,
    SettingsInvalid,
    WorkerError,
)
from worker.model import ChatTurn, ModelClient, ModelParams
from worker.model_answers import failure_of, without_reasoning

KEY = "sk-secret-1234"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HELLO = [ChatTurn("user", "hello")]
PLAIN = ModelParams()

Handler = Callable[[httpx2.Request], httpx2.Response]


def client(handler: Handler, base_url: str = "http://model.example/v1") -> ModelClient:
    inner = openai.AsyncOpenAI(
        base_url=base_url,
        api_key=KEY,
        max_retries=0,
        http_client=httpx2.AsyncClient(transport=httpx2.MockTransport(handler)),
    )
    return ModelClient(base_url=base_url, api_key=KEY, model="m", now=lambda: NOW, openai=inner)


def answering(body: object, status: int = 200, **headers: str) -> Handler:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: httpx2.Response(status, json=body, headers=fields)


def completion(finish_reason: str | None = "stop", **message: object) -> dict[str, Any]:
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "m-2026",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish_reason,
                "message": {"role": "assistant", "content": "hi you", **message},
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14},
    }


# What is asked.


@pytest.mark.parametrize(
    ("base_url", "limit"),
    [
        ("https://api.openai.com/v1", "max_completion_tokens"),
        ("https://openrouter.ai/api/v1", "max_tokens"),
        ("http://127.0.0.1:11434/v1", "max_tokens"),
    ],
)
async def test_the_request_holds_the_conversation_and_only_what_was_chosen(
    base_url: str, limit: str
) -> None:
    bodies: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(request.content))
        return httpx2.Response(200, json=completion())

    turns = [ChatTurn("user", "a"), ChatTurn("assistant", "b"), ChatTurn("user", "c")]
    params = ModelParams(temperature=0.9, max_tokens=200)
    await client(handler, base_url).complete("be kind", turns, params)
    assert bodies == [
        {
            "model": "m",
            "messages": [
                {"role": "system", "content": "be kind"},
                {"role": "user", "content": "a"},
                {"role": "assistant", "content": "b"},
                {"role": "user", "content": "c"},
            ],
            "temperature": 0.9,
            limit: 200,
        }
    ]


# Which answers are taken.


async def test_a_usable_answer_comes_with_its_model_and_its_cost() -> None:
    answer = await client(answering(completion())).complete("", HELLO, PLAIN)
    assert (answer.text, answer.model, answer.finish_reason) == ("hi you", "m-2026", "stop")
    assert (answer.prompt_tokens, answer.completion_tokens) == (11, 3)


async def test_an_answer_without_usage_or_model_is_usable() -> None:
    body = completion(finish_reason=None)
    del body["usage"], body["model"]
    answer = await client(answering(body)).complete("", HELLO, PLAIN)
    assert (answer.model, answer.finish_reason) == ("m", "stop")
    assert (answer.prompt_tokens, answer.completion_tokens) == (None, None)


async def test_a_text_keeps_only_what_postgresql_can_hold() -> None:
    # As servers send it: NUL and half an emoji are escapes in the JSON.
    raw = json.dumps(completion(content="a\x00 \ud83d 😀")).encode()
    response = httpx2.Response(200, content=raw, headers={"content-type": "application/json"})
    answer = await client(lambda request: response).complete("", HELLO, PLAIN)
    assert answer.text == "a  😀"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<think>she likes cats</think>\n\nhey you", "hey you"),
        ("hey <THINKING>\nx\n</THINKING>you", "hey you"),
        ("no opening, as in some templates</think>hey", "hey"),
        ("hey<think>never closed", "hey"),
        ("<think>only thoughts</think>", ""),
        ("<think>a</think>one<think>b</think> two", "one two"),
        ("I think <3 you", "I think <3 you"),
    ],
)
def test_thoughts_never_reach_the_fan(written: str, kept: str) -> None:
    assert without_reasoning(written) == kept


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (completion(refusal="I can't", content=None), ModelRefused),
        (completion("content_filter"), ModelRefused),
        (completion("length"), ModelTruncated),
        (completion("length", content="<think>still thin"), ModelTruncated),
        (completion(content=""), ModelEmpty),
        (completion(content=" \n"), ModelEmpty),
        (completion(content=None), ModelEmpty),
        (completion(content="<think>hm</think>"), ModelEmpty),
        (completion("tool_calls", content=None), ModelEmpty),
        (completion("error"), ModelUnavailable),
        ({"error": {"code": 502, "message": "provider failed"}}, ModelUnavailable),
        ({"error": {"code": 429, "message": "provider is busy"}}, RateLimited),
        ({"error": "odd"}, ModelUnavailable),
        ({**completion(), "choices": []}, ModelUnavailable),
        ({**completion(), "choices": None}, ModelUnavailable),
        ({**completion(), "choices": [{"message": None}]}, ModelEmpty),
        ({}, ModelUnavailable),
        ([], ModelUnavailable),
        ("text", ModelUnavailable),
        (None, ModelUnavailable),
    ],
)
async def test_every_unusable_answer_has_its_own_outcome(
    body: object, outcome: type[WorkerError]
) -> None:
    with pytest.raises(WorkerError) as caught:
        await client(answering(body)).complete("", HELLO, PLAIN)
    assert type(caught.value) is outcome


@pytest.mark.parametrize("kind", ["text/html", "application/json"])
async def test_a_page_instead_of_json_is_not_an_answer(kind: str) -> None:
    page = httpx2.Response(200, content=b"<html>", headers={"content-type": kind})
    with pytest.raises(ModelUnavailable):
        await client(lambda request: page).complete("", HELLO, PLAIN)


# What is made of refusals.


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, ModelRejected),
        (401, ModelRejected),
        (402, ModelRejected),
        (403, ModelRejected),
        (404, ModelRejected),
        (422, ModelRejected),
        (408, ModelUnavailable),
        (409, ModelUnavailable),
        (429, RateLimited),
        (500, ModelUnavailable),
        (503, ModelUnavailable),
    ],
)
async def test_every_status_has_its_outcome(status: int, outcome: type[WorkerError]) -> None:
    body = {"error": {"message": "not allowed", "code": "x"}}
    with pytest.raises(WorkerError, match=f"{status}: not allowed") as caught:
        await client(answering(body, status)).complete("", HELLO, PLAIN)
    assert type(caught.value) is outcome


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry_after": "20"}, 20), ({"retry_after_ms": "1500"}, 1.5), ({}, None)],
)
async def test_too_many_calls_are_told_with_the_time_to_wait(
    headers: dict[str, str], seconds: float | None
) -> None:
    with pytest.raises(RateLimited) as caught:
        await client(answering({}, 429, **headers)).complete("", HELLO, PLAIN)
    assert caught.value.retry_after == seconds


async def test_an_empty_account_is_not_a_matter_of_waiting() -> None:
    body = {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}
    with pytest.raises(ModelRejected, match="quota"):
        await client(answering(body, 429)).complete("", HELLO, PLAIN)


# What is made of the package's own failures.

REQUEST = httpx2.Request("POST", "http://model.example")
OUTCOMES: dict[str, type[WorkerError]] = {
    "OpenAIError": ModelRejected,
    "SubjectTokenProviderError": ModelRejected,
    "APIError": ModelUnavailable,
    "APIResponseValidationError": ModelUnavailable,
    "APIStatusError": ModelUnavailable,
    "APIConnectionError": ModelUnavailable,
    "APITimeoutError": ModelUnavailable,
    "BadRequestError": ModelRejected,
    "AuthenticationError": ModelRejected,
    "OAuthError": ModelRejected,
    "PermissionDeniedError": ModelRejected,
    "NotFoundError": ModelRejected,
    "ConflictError": ModelUnavailable,
    "UnprocessableEntityError": ModelRejected,
    "RateLimitError": RateLimited,
    "InternalServerError": ModelUnavailable,
    "LengthFinishReasonError": ModelTruncated,
    "ContentFilterFinishReasonError": ModelRefused,
    "InvalidWebhookSignatureError": ModelUnavailable,
    "WebSocketConnectionClosedError": ModelRejected,
    "WebSocketQueueFullError": ModelRejected,
}


def exceptions_of(*modules: object) -> dict[str, type[Exception]]:
    return {
        kind.__name__: kind
        for module in modules
        for kind in list(vars(module).values())
        # Not isinstance: the package's lazy modules would load themselves to answer it.
        if type(kind) is type and issubclass(kind, Exception) and kind.__name__[0] != "_"
    }


OPENAI = exceptions_of(openai, openai_exceptions)
HTTPX2 = exceptions_of(httpx2)


def raised(kind: type[Exception]) -> Exception:
    response = httpx2.Response(getattr(kind, "status_code", 500), request=REQUEST)
    ways: list[dict[str, Any]] = [
        {"response": response, "body": None},
        {"message": "x", "response": response, "body": None},
        {"message": "x", "request": REQUEST, "body": None},
        {"request": REQUEST},
        {"completion": ChatCompletion.construct()},
        {"message": "x", "unsent_messages": []},
        {"message": "x", "request": REQUEST, "response": response},
        {"message": "x"},
        {},
    ]
    for way in ways:
        try:
            return kind(**way)
        except TypeError:
            continue
    return kind("x")


def test_the_table_has_every_exception_of_the_openai_package() -> None:
    assert set(OPENAI) == set(OUTCOMES)


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_every_exception_of_the_openai_package_is_translated(name: str) -> None:
    assert type(failure_of(raised(OPENAI[name]), NOW)) is OUTCOMES[name]


@pytest.mark.parametrize("name", sorted(HTTPX2))
async def test_every_exception_of_its_http_library_is_translated(name: str) -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        raise raised(HTTPX2[name])

    with pytest.raises(ModelUnavailable):
        await client(handler).complete("", HELLO, PLAIN)


# The same on a real server.


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel(seed=7, models=("small",), api_key=KEY)


@pytest.fixture
async def asking(model: ScriptedModel) -> AsyncIterator[ModelClient]:
    async with serving(model.app) as url:
        asking = ModelClient(base_url=f"{url}/v1", api_key=KEY, model="small", timeout=5)
        yield asking
        await asking.aclose()


FAULTS: dict[str, type[WorkerError]] = {
    "rate_limited": RateLimited,
    "server_error": ModelUnavailable,
    "unauthorised": ModelRejected,
    "quotes_request": ModelRejected,
    "not_json": ModelUnavailable,
    "error_inside": ModelUnavailable,
    "refusal": ModelRefused,
    "content_filter": ModelRefused,
    "truncated": ModelTruncated,
    "empty": ModelEmpty,
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
async def test_the_stand_in_fails_once_as_real_servers_do(
    model: ScriptedModel, asking: ModelClient, fault: str
) -> None:
    model.faults.add(fault, seconds=8)
    with pytest.raises(WorkerError) as caught:
        await asking.complete("", HELLO, PLAIN)
    assert type(caught.value) is FAULTS[fault]
    assert getattr(caught.value, "retry_after", None) == (8 if fault == "rate_limited" else None)
    assert (await asking.complete("", HELLO, PLAIN)).text


async def test_a_call_that_failed_is_not_made_again_by_the_package(
    model: ScriptedModel, asking: ModelClient
) -> None:
    model.faults.add("server_error")
    with pytest.raises(ModelUnavailable):
        await asking.complete("", HELLO, PLAIN)
    assert len(model.asked) == 1


async def test_a_model_that_never_answers_is_given_up(model: ScriptedModel) -> None:
    model.faults.add("hang")
    async with serving(model.app) as url:
        asking = ModelClient(base_url=f"{url}/v1", api_key=KEY, model="small", timeout=0.2)
        with pytest.raises(ModelUnavailable):
            await asking.complete("", HELLO, PLAIN)
        await asking.aclose()


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    asking = ModelClient(base_url=f"http://127.0.0.1:{free_port()}/v1", api_key=KEY, model="m")
    with pytest.raises(ModelUnavailable, match="ConnectError"):
        await asking.complete("", HELLO, PLAIN)


async def test_check_needs_the_right_key(model: ScriptedModel, asking: ModelClient) -> None:
    await asking.check()
    async with serving(model.app) as url:
        other = ModelClient(base_url=f"{url}/v1", api_key="wrong", model="small")
        with pytest.raises(ModelRejected):
            await other.check()
        await other.aclose()


async def test_a_model_that_the_server_does_not_have_is_rejected(model: ScriptedModel) -> None:
    async with serving(model.app) as url:
        asking = ModelClient(base_url=f"{url}/v1", api_key=KEY, model="large")
        with pytest.raises(ModelRejected, match="large"):
            await asking.complete("", HELLO, PLAIN)
        await asking.aclose()


@pytest.mark.parametrize("key", [f"{KEY}\nx", f"{KEY} x", f"{KEY}é"])
def test_a_key_that_no_header_can_carry_is_a_setting_to_mend(key: str) -> None:
    with pytest.raises(SettingsInvalid, match="OPENAI_API_KEY") as caught:
        ModelClient(base_url="http://model.example/v1", api_key=key, model="m")
    assert KEY not in "".join(traceback.format_exception(caught.value))


async def test_a_local_server_needs_no_key() -> None:
    async with serving(ScriptedModel().app) as url:
        asking = ModelClient(base_url=f"{url}/v1", api_key="", model="any")
        assert (await asking.complete("", HELLO, PLAIN)).model == "any"
        await asking.aclose()


# What the stand-in says.


async def test_the_stand_in_answers_the_whole_last_burst_and_nothing_before(
    model: ScriptedModel, asking: ModelClient
) -> None:
    turns = [
        ChatTurn("user", "do you like football?"),
        ChatTurn("assistant", "sure"),
        ChatTurn("user", "my puppy ate the carpet"),
        ChatTurn("user", "where did you go on saturday?"),
    ]
    text = (await asking.complete("be kind", turns, PLAIN)).text
    assert "carpet" in text
    assert "saturday" in text
    assert "football" not in text
    assert model.asked[-1].system == "be kind"


def test_the_same_burst_gets_the_same_answer_and_another_seed_another() -> None:
    burst = ["I love pizza", "and long walks!"]
    answers = {seed: answer_to(burst, Random(seed)) for seed in range(20)}
    assert answers == {seed: answer_to(burst, Random(seed)) for seed in range(20)}
    assert len(set(answers.values())) > 1


@pytest.mark.parametrize(
    ("message", "word"),
    [("my Puppy ate it", "puppy"), ("ok", "ok"), ("🔥", "that"), ("I want something", "want")],
)
def test_a_message_is_known_by_its_most_telling_word(message: str, word: str) -> None:
    assert telling_word(message) in (word, "something")


async def test_the_stand_in_says_what_it_was_told_to(
    model: ScriptedModel, asking: ModelClient
) -> None:
    model.says("first", "second")
    model.faults.add("thinking")
    answers = [(await asking.complete("", HELLO, PLAIN)).text for _ in range(2)]
    assert answers == ["first", "second"]


async def test_the_stand_in_claims_to_be_human_on_demand_only(
    model: ScriptedModel, asking: ModelClient
) -> None:
    model.faults.add("claims_human")
    answers = [(await asking.complete("", HELLO, PLAIN)).text for _ in range(2)]
    assert [answer == CLAIM for answer in answers] == [True, False]


async def test_the_stand_in_takes_its_time() -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    model = ScriptedModel(latency=1.5, sleep=sleep)
    model.faults.add("slow", seconds=30)
    async with serving(model.app) as url:
        asking = ModelClient(base_url=f"{url}/v1", api_key="", model="any")
        for _ in range(2):
            await asking.complete("", HELLO, PLAIN)
        await asking.aclose()
    assert waits == [31.5, 1.5]


async def test_the_stand_in_does_not_stream() -> None:
    transport = httpx2.ASGITransport(ScriptedModel().app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://model") as http:
        body = {"model": "m", "messages": [{"role": "user", "content": "hi"}], "stream": True}
        answer = await http.post("/v1/chat/completions", json=body)
    assert (answer.status_code, "streaming" in answer.text) == (400, True)


def test_an_unknown_fault_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(ValueError, match="content_filter"):
        ScriptedModel().faults.add("explode")


def test_every_fault_of_the_stand_in_is_tried_here() -> None:
    tried = {*FAULTS, "slow", "hang", "thinking", "claims_human"}
    assert set(MODEL_FAULTS) == tried


# Structured output.

SCHEMA = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def refusing_schemas(bodies: list[dict[str, Any]], status: int) -> Handler:
    def handler(request: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(request.content))
        if "response_format" in bodies[-1]:
            return httpx2.Response(status, json={"error": {"message": "no such format"}})
        return httpx2.Response(200, json=completion())

    return handler


async def test_a_schema_is_sent_as_openai_wants_it_and_only_where_it_is_asked_for() -> None:
    bodies: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(request.content))
        return httpx2.Response(200, json=completion(content="{}"))

    asking = client(handler)
    answer = await asking.complete("", HELLO, PLAIN, schema=SCHEMA)
    await asking.complete("", HELLO, PLAIN)
    assert answer.text == "{}"
    assert bodies[0]["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA},
    }
    assert "response_format" not in bodies[1]


@pytest.mark.parametrize("status", [400, 404, 422])
async def test_a_server_that_refuses_schemas_is_asked_without_and_not_told_again(
    status: int,
) -> None:
    bodies: list[dict[str, Any]] = []
    asking = client(refusing_schemas(bodies, status))
    for _ in range(2):
        assert (await asking.complete("", HELLO, PLAIN, schema=SCHEMA)).text == "hi you"
    assert ["response_format" in body for body in bodies] == [True, False, False]


async def test_a_request_that_is_refused_anyway_says_nothing_about_schemas() -> None:
    bodies: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(request.content))
        return httpx2.Response(401, json={"error": {"message": "wrong key"}})

    asking = client(handler)
    for _ in range(2):
        with pytest.raises(ModelRejected, match="wrong key"):
            await asking.complete("", HELLO, PLAIN, schema=SCHEMA)
    assert ["response_format" in body for body in bodies] == [True, False, True, False]


@pytest.mark.parametrize("status", [429, 500])
async def test_a_server_that_is_busy_is_not_asked_twice(status: int) -> None:
    bodies: list[dict[str, Any]] = []
    asking = client(refusing_schemas(bodies, status))
    with pytest.raises((RateLimited, ModelUnavailable)):
        await asking.complete("", HELLO, PLAIN, schema=SCHEMA)
    assert len(bodies) == 1
