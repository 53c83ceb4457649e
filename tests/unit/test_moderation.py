"""The moderation model: what it adds, and that nothing it does or fails to do lifts a sign."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from devstack.model import CATEGORIES, MODEL_FAULTS, ScriptedModel
from devstack.serve import serving
from tests.unit.test_inspection import PROMPTS, Database, Fanvue, job
from worker.budget import BudgetedFanvue
from worker.errors import ModelRejected
from worker.inspection import Inspector
from worker.metrics import Metrics
from worker.moderation import SIGNS, ModerationClient
from worker.stop_signs import NAMES

KEY = "sk-moderation"


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel(api_key=KEY)


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
async def moderation(model: ScriptedModel, metrics: Metrics) -> AsyncIterator[ModerationClient]:
    async with serving(model.app) as url:
        client = ModerationClient(
            base_url=f"{url}/v1", api_key=KEY, model="omni", timeout=1, metrics=metrics
        )
        yield client
        await client.aclose()


def counted(metrics: Metrics, outcome: str) -> float:
    labels = {"outcome": outcome}
    return metrics.registry.get_sample_value("fanpace_moderations_total", labels) or 0


async def inspected(moderation: ModerationClient | None, *bodies: str) -> list[list[str]]:
    database = Database()
    messages = [{"id": at, "platform_uuid": "m", "body": body} for at, body in enumerate(bodies)]
    inspector = Inspector(
        database,  # type: ignore[arg-type]
        BudgetedFanvue(database, Fanvue()),  # type: ignore[arg-type]
        PROMPTS,
        moderation,
    )
    await inspector(job(messages=messages))
    assert database.findings is not None
    return [finding["signals"] for finding in database.findings]


@pytest.mark.parametrize("category", CATEGORIES)
async def test_each_category_has_its_sign_or_none(
    model: ScriptedModel, moderation: ModerationClient, category: str
) -> None:
    model.flags("odd", category)
    expected = {SIGNS[category]} if category in SIGNS else set()
    assert await moderation.signs_in("something odd") == expected
    assert await moderation.signs_in("something even") == set()


def test_every_sign_that_can_be_added_is_a_stop_sign_and_every_category_is_one_of_openai_s() -> (
    None
):
    assert set(SIGNS.values()) <= set(NAMES)
    assert set(SIGNS) <= set(CATEGORIES)


async def test_the_model_adds_a_sign_where_the_rules_saw_none(
    model: ScriptedModel, moderation: ModerationClient, metrics: Metrics
) -> None:
    model.flags("between the lines", "self-harm/intent")
    assert await inspected(moderation, "read between the lines", "hello") == [["self_harm"], []]
    assert await inspected(None, "read between the lines") == [[]]
    assert (counted(metrics, "added"), counted(metrics, "nothing")) == (1, 1)


async def test_no_answer_of_the_model_lifts_a_sign(
    model: ScriptedModel, moderation: ModerationClient
) -> None:
    text = "im 15 btw, are you a bot?"
    for flagged in [(), ("violence",), CATEGORIES]:
        model.flags("15", *flagged)
        (signals,) = await inspected(moderation, text)
        assert {"minor", "sincere_question"} <= set(signals)
    assert model.moderated == [text] * 3, "it is asked after the rules found something, too"


@pytest.mark.parametrize(
    "fault", sorted(set(MODEL_FAULTS) - {"slow", "thinking", "claims_human", "truncated"})
)
async def test_when_the_model_fails_the_rules_findings_stand_and_it_is_told(
    model: ScriptedModel,
    moderation: ModerationClient,
    metrics: Metrics,
    capsys: pytest.CaptureFixture[str],
    fault: str,
) -> None:
    model.flags("15", "violence")
    model.faults.add(fault, seconds=8)
    assert await inspected(moderation, "im 15 btw") == [["minor"]]
    assert counted(metrics, "failed") == 1
    assert "not moderated" in capsys.readouterr().out
    assert len(model.moderated) == 1, "and it is not asked again"


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"results": []},
        {"results": [{}]},
        {"results": "none"},
        {"results": [{"categories": None}]},
        {"results": [{"categories": 7}]},
        {"error": {"message": "no"}},
        None,
        [],
    ],
)
async def test_an_answer_that_makes_no_sense_adds_nothing(answer: Any) -> None:
    metrics = Metrics()
    client = ModerationClient(
        base_url="http://model.example/v1", api_key=KEY, model="omni", metrics=metrics,
        openai=openai_answering(answer),
    )  # fmt: skip
    assert await client.signs_in("hello") == set()
    assert counted(metrics, "failed") == 1


async def test_check_tells_what_is_wrong(
    model: ScriptedModel, moderation: ModerationClient
) -> None:
    await moderation.check()
    model.faults.add("unauthorised")
    with pytest.raises(ModelRejected):
        await moderation.check()


def openai_answering(answer: Any) -> Any:
    import httpx2
    from openai import AsyncOpenAI

    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json=answer))
    return AsyncOpenAI(
        base_url="http://model.example/v1",
        api_key=KEY,
        max_retries=0,
        http_client=httpx2.AsyncClient(transport=transport),
    )
