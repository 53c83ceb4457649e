"""What a fan tells is learned by real processes, and the next prompt knows it."""

from __future__ import annotations

import json
from typing import Any

from devstack.fanvue_records import Fan
from tests.e2e.support import World

TOLD = (
    "hi there",
    "I love hiking",
    "I live in Lisbon",
    "my doctor says I should rest",
    "my wife Anna is away",
    "what about you?",
)


async def write(up: World, fan: Fan, *texts: str) -> None:
    for text in texts:
        up.up.platform.fan_writes(fan, text)
    await up.answered(fan)


async def profiled(up: World, times: int) -> None:
    """Wait until so many profile jobs are done."""
    done = "select count(*) >= %s from jobs_queue where job_type = 'profile' and status = 'done'"
    await up.until(lambda: up.value(done, times))


def remembered(up: World) -> list[tuple[str, str, str]]:
    rows = up.rows(
        "select facts.kind, facts.text, messages.body from fan_facts as facts"
        " join messages on messages.id = facts.message_id order by facts.id"
    )
    return [(row["kind"], row["text"], row["body"]) for row in rows]


def questions(up: World) -> list[dict[str, Any]]:
    """What the model was asked about fans, in order."""
    return [
        json.loads(asked.turns[-1][1])
        for asked in up.up.model.asked
        if "response_format" in asked.body
    ]


async def test_what_a_fan_tells_stands_on_the_fan_and_in_the_next_prompt(up: World) -> None:
    await up.execute("update settings set profile_delay = '0.5 seconds'")
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    await write(up, ada, *TOLD)
    await profiled(up, 1)

    assert up.value("select tags from fans") == ["likes_hiking"]
    # The model noted a doctor and a wife, too.
    assert remembered(up) == [
        ("tag", "likes_hiking", "I love hiking"),
        ("fact", "Lives in Lisbon", "I live in Lisbon"),
    ]
    (question,) = questions(up)
    assert [message["text"] for message in question["messages"]] == list(TOLD)
    assert '"other_people": 1' in up.log_of()
    assert "Lisbon" not in up.log_of()

    await write(up, ada, "so what do you think?")
    assert '- "likes_hiking"' in up.up.model.asked[-1].system


async def test_a_model_that_answers_garbage_or_makes_things_up_changes_nothing(up: World) -> None:
    await up.execute("update settings set profile_delay = '0.2 seconds', profile_every = 1")
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    await write(up, ada, "I love hiking")
    await profiled(up, 1)
    before = remembered(up)
    assert before == [("tag", "likes_hiking", "I love hiking")]

    for number, fault in enumerate(("bad_notes", "foreign_notes", "made_up_notes", "refusal")):
        up.up.model.faults.add(fault, on="notes")
        await write(up, ada, f"I love sailing {number}")
        await profiled(up, number + 2)
        assert remembered(up) == before, fault
        assert up.up.model.faults.waiting() == 0
    assert up.value("select count(*) from jobs_queue where status = 'dead'") == 0
    # Control: the next one is read.
    await write(up, ada, "I love cooking")
    await profiled(up, 6)
    assert up.value("select tags from fans") == ["likes_hiking", "likes_cooking"]
    assert "profile not usable" in up.log_of()


async def test_a_model_that_is_away_costs_a_profile_nothing_but_time(up: World) -> None:
    await up.execute("update settings set profile_delay = '0.2 seconds', profile_every = 1")
    ada = up.up.platform.add_fan("ada")
    up.up.model.faults.add("server_error", on="notes")
    up.up.model.faults.add("rate_limited", on="notes", seconds=1)
    await up.start_worker()
    await write(up, ada, "I love hiking")
    await profiled(up, 1)
    assert len(questions(up)) == 3
    assert up.value("select tags from fans") == ["likes_hiking"]
