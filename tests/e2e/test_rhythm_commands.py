"""`fanpace rhythm draw`, `calibrate` and `report rhythm`, against the running stack."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.support import AT_ONCE, World, world
from worker.people import Wait, shape


@pytest.fixture
async def up(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, pacing={"preset": "relaxed"}) as running:
        yield running


async def fanpace(up: World, *arguments: str, code: int = 0, **environment: str) -> str:
    """Run the command as an operator does; return what it printed, or its error."""
    ended, output, errors = await up.fanpace(*arguments, **environment)
    assert ended == code, errors
    return output if code == 0 else errors


async def test_twenty_thousand_draws_come_through_the_gateway(up: World) -> None:
    arguments = ("rhythm", "draw", "--preset", "fitted", "-n", "20000", "--seed", "0.42", "--json")
    answer = json.loads(await fanpace(up, *arguments))

    assert answer["config"] == {"preset": "fitted"}
    assert (answer["count"], answer["seed"]) == (20000, 0.42)
    draws: list[dict[str, Any]] = answer["draws"]
    assert len(draws) == 20000
    assert set(draws[0]) == {"conversation", "reply", "written_chars", "reply_chars", "seconds"}
    places = {(each["conversation"], each["reply"]) for each in draws}
    assert places == {(number // 8 + 1, number % 8 + 1) for number in range(20000)}
    found = shape(
        [Wait(each["seconds"], each["reply_chars"], each["conversation"]) for each in draws]
    )
    assert found.distance <= 0.05
    assert found.lag1 is not None
    assert 0.15 <= found.lag1 <= 0.35


def add_human_replies(up: World, count: int) -> list[tuple[str, str, int, int]]:
    """Let a person answer fans as the fitted model draws it, half of them within 40 s."""
    rows = up.rows(
        """
        with drawn as (
          select *, sum(seconds + 60) over (partition by conversation order by reply) as end_at
          from private.simulate_waits(
            private.effective_pacing(null, '{"preset": "fitted", "base_delay": 40}'), %s, 0.1
          )
        ),
        placed as (
          select *, now() - conversation * interval '1 day' as day from drawn
        ),
        known as (
          insert into fans (creator_id, platform_uuid, last_human_at)
          select creators.id, gen_random_uuid(), now()
          from creators, generate_series(1, (select max(conversation) from drawn))
          returning id
        ),
        numbered as (select id, row_number() over (order by id) as conversation from known),
        said as (
          insert into messages
            (fan_id, direction, kind, status, body, platform_uuid, sent_at, created_at)
          select numbered.id, side.direction::message_direction, side.kind::message_kind,
            side.status::message_status, repeat('x', placed.reply_chars), gen_random_uuid(),
            side.at, side.at
          from placed
          join numbered using (conversation)
          cross join lateral (values
            ('inbound', 'fan', 'received', day + make_interval(secs => end_at - seconds)),
            ('outbound', 'human', 'sent', day + make_interval(secs => end_at))
          ) as side (direction, kind, status, at)
        )
        select numbered.id, (day + make_interval(secs => end_at - seconds))::text as asked_at,
          (day + make_interval(secs => end_at))::text as answered_at, reply_chars
        from placed join numbered using (conversation)
        """,
        count,
    )
    return [(row["asked_at"], row["answered_at"], row["reply_chars"], row["id"]) for row in rows]


async def test_a_person_s_waits_are_recovered_from_the_project_and_from_a_csv(
    up: World, tmp_path: Path
) -> None:
    replies = add_human_replies(up, 1600)
    path = tmp_path / "replies.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerows([("asked_at", "answered_at", "chars", "conversation"), *replies])

    here = json.loads(await fanpace(up, "calibrate", "--within", "12", "--json"))
    there = json.loads(
        await fanpace(up, "calibrate", "--within", "12", "--csv", str(path), "--json")
    )

    assert here == there
    found = here["config"]
    assert found["base_delay"] == pytest.approx(40, rel=0.15)
    assert found["sigma"] == pytest.approx(1.5, rel=0.1)
    assert found["persistence"] == pytest.approx(0.33, abs=0.1)
    assert found["typical_chars"] == pytest.approx(90, rel=0.1)
    assert here["distance"]["before_config"] == {"preset": "relaxed"}
    assert here["distance"]["after"] <= 0.04
    assert here["distance"]["before"] > 0.3
    assert up.value("select private.check_pacing_config(%s::jsonb)", json.dumps(found))


async def test_the_report_of_a_running_project_is_one_page(up: World, tmp_path: Path) -> None:
    page = tmp_path / "rhythm.html"
    said = await fanpace(up, "report", "rhythm", "--output", str(page))
    assert "nobody was answered yet" in said
    assert "Nothing to show yet" in page.read_text()

    await up.execute("update creators set pacing_config = %s", json.dumps(AT_ONCE))
    fan = up.up.platform.add_fan("ada")
    await up.start_worker()
    up.up.platform.fan_writes(fan, "hello")
    await up.answered(fan)

    figures = json.loads(await fanpace(up, "report", "rhythm", "--json", "--creator", "luna"))
    assert figures["turns"] == 1
    assert figures["bursts"][0] == 1
    assert figures["late_replies"]["count"] == 1
    assert sum(map(sum, figures["written_by_hour"])) == 1
    assert "1 answers" in await fanpace(up, "report", "rhythm", "--output", str(page))
    assert "no creator has" in await fanpace(up, "report", "rhythm", "--creator", "x", code=1)


async def test_what_the_database_refuses_is_said(up: World) -> None:
    refused = await fanpace(up, "rhythm", "draw", "--config", '{"base_delay": -1}', code=1)
    assert "base_delay" in refused
    assert "JSON" in await fanpace(up, "rhythm", "draw", "--config", "{", code=2)
    key = up.up.keys.publishable
    assert "fanpace login" in await fanpace(up, "rhythm", "draw", code=1, SUPABASE_KEY=key)
