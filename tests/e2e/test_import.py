"""
A creator's past is imported by real processes that are killed in the middle: complete, once,
answered by nobody, within Fanvue's limit.

Here a fifth of a creator; FANPACE_IMPORT_CHATS=500 is the whole of one at Fanvue's real limit, in
four minutes (`make import-check`).
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from devstack.fanvue_limits import Budget, TokenBuckets
from devstack.fanvue_records import Fan, Message
from tests.e2e import nursery
from tests.e2e.nursery import Child
from tests.e2e.support import World
from worker.database import Database
from worker.errors import FanvueUnavailable, Overtaken, SettingsInvalid
from worker.fanvue import FanvueClient, static_token
from worker.importing import import_creator

FULL = int(os.environ.get("FANPACE_IMPORT_CHATS", "0"))
CHATS = FULL or 40
# 40 messages a chat on average; some take several pages, many a part of one.
MESSAGES_A_CHAT = 40
# Requests a minute: what Fanvue allows, or so many that a test does not wait for them.
ALLOWED = 200 if FULL else 1200
LIVE = 5
PATIENCE = 600 if FULL else 60


class CountingBuckets(TokenBuckets):
    """Fanvue's limit, and every request that it saw: when, and whether it was let through."""

    def __init__(self) -> None:
        super().__init__(ALLOWED, 60.0, lambda: datetime.now(UTC))
        self.seen: list[tuple[datetime, bool]] = []

    def take(self, key: str) -> Budget:
        budget = super().take(key)
        self.seen.append((datetime.now(UTC), budget.granted))
        return budget

    def most_in_a_minute(self) -> int:
        times = [at for at, _ in self.seen]
        return max(
            sum(1 for at in times if first <= at < first + timedelta(seconds=60)) for first in times
        )


@dataclass
class Past:
    """What was said and paid before the connection."""

    fans: list[Fan]
    messages: list[Message]
    cents: dict[str, int]
    unread: set[str]


def past_of(up: World, seed: int = 7) -> Past:
    """Make a creator with a past: chats of all lengths, subscribers, spending, unread messages."""
    rng, platform = Random(seed), up.up.platform
    began = datetime.now(UTC) - timedelta(days=300)
    past = Past([], [], {}, set())
    lengths = [rng.randint(1, 2 * MESSAGES_A_CHAT - 1) for _ in range(CHATS)]
    # A few long ones; all together as many as they should be.
    lengths[:3] = [150, 101, 100]
    lengths[-1] = max(1, lengths[-1] + CHATS * MESSAGES_A_CHAT - sum(lengths))
    for number, length in enumerate(lengths):
        fan = platform.add_fan(f"fan{number}")
        past.fans.append(fan)
        at = began + timedelta(minutes=rng.randint(0, 400_000))
        for _ in range(length):
            origin = rng.choice(["fan", "fan", "person", "automation"])
            type_ = "BROADCAST" if origin == "automation" else "SINGLE_RECIPIENT"
            words = "".join(rng.choices("abcdefgh ", k=rng.randint(5, 80)))
            past.messages.append(platform.was_said(fan, origin, words, at, type=type_))
            at += timedelta(seconds=rng.randint(5, 2000))
        if number % 10 == 0:
            past.messages.append(platform.was_said(fan, "fan", "you there?", at))
            platform.chat(fan).unread.add(past.messages[-1].uuid)
            past.unread.add(fan.uuid)
        if number % 3 == 0:
            cents = rng.randint(5, 200) * 100
            platform.was_paid(fan, rng.choice(["purchase", "tip", "subscription"]), cents, at)
            past.cents[fan.uuid] = cents
    # Somebody who subscribed and never said a word.
    silent = platform.add_fan("silent")
    platform.was_paid(silent, "subscription", 900, began)
    past.cents[silent.uuid] = 900
    return past


async def start_import(up: World, *options: str) -> Child:
    child = await nursery.command(
        ("import", "Luna", "--json", *options), up.up.worker_environment(WORKER_LEASE="3")
    )
    up.workers.append(child)
    return child


async def ended(process: Child) -> tuple[int, str, str]:
    async with asyncio.timeout(PATIENCE):
        return await process.communicate()


async def killed_in_the_middle(up: World, after: int) -> None:
    """Start an import, and kill it once it has recorded so many messages and waits for Fanvue."""
    process = await start_import(up)
    async with asyncio.timeout(PATIENCE):
        while imported(up) < after:
            assert process.returncode is None, "it ended before it was to be killed"
            await asyncio.sleep(0.02)
    process.kill()
    assert (await ended(process))[0] == -9


def imported(up: World) -> int:
    return int(up.value("select count(*) from messages where id < 0"))


async def test_an_import_that_is_killed_twice_is_complete_once_and_within_the_budget(
    up: World,
) -> None:
    platform = up.up.platform
    past = past_of(up)
    limits = platform.limits = CountingBuckets()
    await up.execute("update settings set requests_per_minute = %s", ALLOWED)
    assert FULL == 0 or len(past.messages) >= 20_000

    await killed_in_the_middle(up, len(past.messages) // 3)
    # Fans go on writing: their webhooks come at the same time as the import reads their chats.
    live = [platform.fan_writes(fan, "hey, are you there?") for fan in past.fans[-LIVE:]]
    await killed_in_the_middle(up, len(past.messages) * 2 // 3)
    between = imported(up)
    # The first time the dead one's lease was waited for; once is enough.
    await up.execute("update imports set lease_expires_at = now()")
    live += [platform.fan_writes(fan, "well?") for fan in past.fans[:LIVE]]
    code, out, err = await ended(await start_import(up))
    assert code == 0, err
    done = json.loads(out)

    # Complete, and once: by uuid, with its text, on the side of whoever wrote it.
    assert 0 < between < len(past.messages)
    found = up.rows(
        "select messages.platform_uuid::text as uuid, body, kind::text, fans.platform_uuid::text"
        " as fan from messages join fans on fans.id = fan_id where messages.id < 0"
    )
    kinds = {"fan": "fan", "person": "human", "automation": "automated"}
    assert sorted((row["uuid"], row["body"], row["kind"], row["fan"]) for row in found) == sorted(
        (one.uuid, one.text, kinds[one.origin], one.fan.uuid) for one in past.messages
    )
    await up.until(lambda: up.value("select count(*) from messages where id > 0") == len(live))
    assert done["outcome"] == "imported"
    assert done["left_out"] == []
    assert done["progress"] | {"waiting": 0} == {
        "chats": CHATS, "chats_read": CHATS, "messages": len(past.messages),
        "subscribers": len([one for one in platform.payments if one.kind == "subscription"]),
        "followers": CHATS + 1, "spenders": CHATS + 1, "spend_read": CHATS + 1, "waiting": 0,
    }  # fmt: skip
    spent = up.rows(
        "select platform_uuid::text as fan, total_spend from fans where total_spend > 0"
    )
    assert {row["fan"]: int(row["total_spend"] * 100) for row in spent} == past.cents
    counted = up.rows("select platform_uuid::text as fan, msg_count_inbound as count from fans")
    written = {
        fan.uuid: sum(1 for one in platform.chat(fan).messages if one.origin == "fan")
        for fan in past.fans
    }
    assert {row["fan"]: row["count"] for row in counted if row["count"]} == {
        fan: count for fan, count in written.items() if count
    }

    # Nothing answered: all that waits is what fans wrote meanwhile.
    assert up.value("select count(*) from turns") == len({one.fan.uuid for one in live})
    assert up.value("select count(*) from messages where id < 0 and turn_id is not null") == 0
    assert not any(platform.sent(fan) for fan in past.fans)
    assert up.value("select count(*) from jobs_queue where job_type not in ('reply', 'inspect',"
                    " 'history')") == 0  # fmt: skip
    assert up.value("select count(distinct fan_id) from jobs_queue") == len(
        {one.fan.uuid for one in live}
    )
    assert platform.typing_log == []
    assert all(platform.chat(fan).unread for fan in past.fans if fan.uuid in past.unread)

    # Within the limit: never refused, and more left than taken whenever it was measured.
    assert all(granted for _, granted in limits.seen)
    assert limits.most_in_a_minute() <= ALLOWED
    say(up, past, limits)


def say(up: World, past: Past, limits: CountingBuckets) -> None:
    took = limits.seen[-1][0] - limits.seen[0][0]
    print(
        f"\n{CHATS} chats, {len(past.messages)} messages: {len(limits.seen)} requests in"
        f" {took.total_seconds():.0f} s, {limits.most_in_a_minute()} of {ALLOWED} in the busiest"
        f" minute, refused {sum(1 for _, granted in limits.seen if not granted)};"
        f" waiting: {up.value('select count(*) from import_fans where waiting_count > 0')}"
    )


@asynccontextmanager
async def clients(up: World, token: str | None = None) -> AsyncIterator[tuple[Database, Any]]:
    """The two that an import needs, in this process; the worker's reduced role is enough."""
    database = await Database.connect(up.up.url, up.up.keys.publishable, up.up.token("jobs_worker"))
    fanvue = FanvueClient(
        static_token(token or up.up.creator.token), base_url=up.up.fanvue_url, timeout=5
    )
    try:
        yield database, fanvue
    finally:
        await asyncio.gather(database.close(), fanvue.aclose())


async def test_one_import_at_a_time_and_the_later_one_says_so(up: World) -> None:
    fan = up.up.platform.add_fan("ada")
    up.up.platform.was_said(fan, "fan", "hi", datetime.now(UTC) - timedelta(days=1))
    async with clients(up) as (database, fanvue):
        begun = await database.begin_import("Luna", "the first", 60, {})

        async def meanwhile(seconds: float) -> None:
            assert 50 < seconds <= 60
            await database.next_import_step(begun["creator_id"], begun["lease_token"])

        with pytest.raises(Overtaken, match="imported by the first"):
            await import_creator(database, fanvue, "Luna", importer="the second", sleep=meanwhile)

        async def it_dies(seconds: float) -> None:
            await up.execute("update imports set lease_expires_at = now()")

        done = await import_creator(database, fanvue, "Luna", importer="2", sleep=it_dies)
        assert (done["outcome"], done["progress"]["messages"]) == ("imported", 1)
        assert (await import_creator(database, fanvue, "1", importer="3"))["outcome"] == "done"


async def test_what_fanvue_refuses_is_left_out_asked_for_otherwise_or_waited_for(
    up: World,
) -> None:
    platform = up.up.platform
    fan = platform.add_fan("ada")
    platform.was_said(fan, "fan", "hi", datetime.now(UTC) - timedelta(days=1))
    platform.was_paid(fan, "tip", 500, datetime.now(UTC) - timedelta(days=1))
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await up.execute("update rate_budgets set blocked_until = null, tokens = 40")

    async with clients(up) as (database, fanvue):
        platform.faults.add("forbidden", on="followers")
        # The address for many is none: each is asked for, and one answer is late.
        platform.faults.add("not_contactable", on="insights")
        platform.faults.add("rate_limited", on="insights", seconds=7)
        platform.faults.add("server_error", on="list", times=2)
        done = await import_creator(
            database, fanvue, "Luna", importer="w1", lease_seconds=60, sleep=sleep
        )
        assert done["left_out"] == ["followers"]
        assert up.value("select total_spend from fans") == 5
        assert 7 in slept
        assert platform.faults.waiting() == 0

        platform.faults.add("server_error", on="chats", times=6)
        with pytest.raises(FanvueUnavailable):
            await import_creator(
                database, fanvue, "Luna", importer="w1", options={"again": True}, sleep=sleep
            )
        assert up.value("select lease_token from imports") is None, "nobody has to wait"


async def test_another_creator_s_token_imports_nothing(up: World) -> None:
    platform = up.up.platform
    other = platform.add_creator("mia", "Mia")
    fan = platform.add_fan("ada", creator=other)
    platform.was_said(fan, "fan", "hi", datetime.now(UTC) - timedelta(days=1))
    async with clients(up, other.token) as (database, fanvue):
        with pytest.raises(SettingsInvalid, match="another creator"):
            await import_creator(database, fanvue, "Luna", importer="w1")
    assert up.value("select count(*) from fans") == 0
