"""
Orders in what a fan writes, is called, or is remembered by change no rule and get nothing sent.

The attempts are in tests/data/injections.jsonl; the model obeys every one of them that it reads.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.library import PROMPTS
from tests.unit.obeying_model import ObeyingModel
from tests.unit.test_reply import Database, Fanvue, reply_job
from worker import checker
from worker.budget import BudgetedFanvue
from worker.errors import ReplyRefused
from worker.prompt_view import LONGEST_FACT, LONGEST_NAME, as_data
from worker.reply import Composer
from worker.rows import Job

ATTEMPTS: list[dict[str, str]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/injections.jsonl").read_text().splitlines()
]
# What the model never gets to read, what stands in the system prompt between quotation marks, and
# what it reads as the fan's words.
UNREAD = ("display_name", "handle")
QUOTED = {"tag": LONGEST_NAME, "fact": LONGEST_FACT}
RULES = {rule.name for rule in checker.RULES} | {"quoted_prompt"}


def job_with(via: str, text: str) -> Job:
    if via == "message":
        return reply_job(text)
    if via in UNREAD:
        return reply_job("hi there", **{via: text})
    if via == "tag":
        return reply_job("hi there", tags=[text])
    job = reply_job("hi there")
    ways: dict[str, dict[str, Any]] = {
        "fact": {"facts": [{"text": text, "kind": "likes"}]},
        "summary": {"summary": {"text": text, "to_message_id": 0}},
        "history": {
            "messages": [
                {**job.context["messages"][0], "id": 100, "body": text},
                {**job.context["messages"][0], "id": 101, "body": "sure", "direction": "outbound",
                 "kind": "reply", "status": "sent"},
                *job.context["messages"],
            ]
        },
    }  # fmt: skip
    return replace(job, context={**job.context, **ways[via]})


def harmless(text: str) -> str:
    """The same number of words and the same signs, and nothing said."""
    return re.sub(r"\w+", "sea", text)


async def answered(job: Job) -> tuple[ObeyingModel, Database, ReplyRefused | None]:
    database, model = Database(), ObeyingModel()
    compose = Composer(
        database,  # type: ignore[arg-type]
        model,  # type: ignore[arg-type]
        BudgetedFanvue(database, Fanvue()),  # type: ignore[arg-type]
        PROMPTS,
        rng=random.Random(3),
    )
    try:
        await compose(job)
    except ReplyRefused as refused:
        return model, database, refused
    return model, database, None


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt["id"])
async def test_an_order_does_not_change_the_system_prompt(attempt: dict[str, str]) -> None:
    via, text = attempt["via"], attempt["text"]
    tried, _, _ = await answered(job_with(via, text))
    plain, _, _ = await answered(job_with(via, harmless(text)))
    system, expected = tried.asked[0][0], plain.asked[0][0]
    if via in QUOTED:
        # Between its quotation marks, on its one line, and nowhere else.
        line = '- "{}"\n'
        quoted = line.format(as_data(text, QUOTED[via]))
        assert system.count(quoted) == 1
        calm = line.format(as_data(harmless(text), QUOTED[via]))
        system, expected = system.replace(quoted, ""), expected.replace(calm, "")
    assert system == expected


@pytest.mark.parametrize(
    "attempt",
    [attempt for attempt in ATTEMPTS if attempt["via"] in UNREAD],
    ids=lambda attempt: attempt["id"],
)
async def test_a_name_is_never_read_by_the_model(attempt: dict[str, str]) -> None:
    model, database, refused = await answered(job_with(attempt["via"], attempt["text"]))
    assert refused is None
    assert model.obeyed == []
    assert attempt["text"] not in str(model.asked)
    assert len(database.committed) == 1


@pytest.mark.parametrize(
    "attempt",
    [attempt for attempt in ATTEMPTS if attempt["via"] not in UNREAD],
    ids=lambda attempt: attempt["id"],
)
async def test_a_model_that_obeys_gets_nothing_past_the_checks(attempt: dict[str, str]) -> None:
    if attempt["rule"] not in RULES:
        pytest.skip(f"there is no rule {attempt['rule']} yet")
    model, database, refused = await answered(job_with(attempt["via"], attempt["text"]))
    assert model.obeyed, "the attempt is not one: the model found no order in it"
    assert database.committed == []
    assert refused is not None
    assert attempt["rule"] in str(refused)


async def test_the_same_model_is_heard_where_nobody_gives_orders() -> None:
    model, database, refused = await answered(reply_job("hi there"))
    assert (refused, model.obeyed, len(database.committed)) == (None, [], 1)


def test_there_are_attempts_by_every_way_in_and_enough_of_them() -> None:
    ways = Counter(attempt["via"] for attempt in ATTEMPTS)
    assert set(ways) == {"message", "history", "display_name", "handle", "tag", "fact", "summary"}
    assert ways["message"] + ways["display_name"] + ways["handle"] >= 40
    assert len({attempt["id"] for attempt in ATTEMPTS}) == len(ATTEMPTS)
