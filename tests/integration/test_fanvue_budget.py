"""Ten workers with one budget in the database, against the stand-in for Fanvue and its limiter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

import pytest

from devstack.fanvue import FanvuePlatform
from devstack.fanvue_records import Fan
from devstack.serve import serving
from tests.project import CREATOR, Project
from worker.budget import BudgetedFanvue
from worker.errors import BudgetSpent, FanvueRateLimited
from worker.fanvue import FanvueClient, static_token
from worker.rows import Job


class Database:
    """The worker's two RPCs, at the project's own time."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.reports = 0

    async def take_rate_tokens(self, *arguments: Any) -> Any:
        return self._call("take_rate_tokens", *arguments)

    async def report_rate_limit(self, *arguments: Any) -> Any:
        self.reports += 1
        return self._call("report_rate_limit", *arguments)

    def _call(self, name: str, *arguments: Any) -> Any:
        return self.project.value(
            f"select private.{name}(%s, %s, %s, %s)", *arguments, self.project.now
        )


class Scene:
    """Ten clients of one creator; `asked` has the moment of every request that was let through."""

    def __init__(self, project: Project, fan: Fan, clients: list[FanvueClient]) -> None:
        self.project, self.fan, self.clients = project, fan, clients
        self.databases = [Database(project) for _ in clients]
        self.asked: list[datetime] = []
        self.limited = 0

    def job(self) -> Job:
        context = {"creator": {"id": self.project.creator_id}}
        return Job(1, "inspect", "t", 1, 5, self.project.now, {}, context, "inspect")

    async def ask(self, number: int) -> bool:
        """Let worker `number` make a request; false if it may not."""
        budgeted = BudgetedFanvue(self.databases[number], self.clients[number])  # type: ignore[arg-type]
        try:
            await budgeted.for_job(self.job()).calls.list_messages(CREATOR, self.fan.uuid)
        except BudgetSpent:
            return False
        except FanvueRateLimited:
            self.limited += 1
            return False
        self.asked.append(self.project.now)
        return True


@pytest.fixture
async def scene(project: Project) -> AsyncIterator[Scene]:
    platform = FanvuePlatform(now=lambda: project.now)
    creator = platform.add_creator("luna", "Luna", uuid=CREATOR)
    fan = platform.add_fan("ada")
    async with AsyncExitStack() as exits:
        url = await exits.enter_async_context(serving(platform.app))
        clients = [
            FanvueClient(static_token(creator.token), base_url=url, now=lambda: project.now)
            for _ in range(10)
        ]
        for client in clients:
            exits.push_async_callback(client.aclose)
        yield Scene(project, fan, clients)


async def test_ten_workers_together_are_never_told_429(scene: Scene) -> None:
    for _ in range(60):
        for number in range(10):
            while await scene.ask(number):
                pass
        scene.project.later(2)
    assert scene.limited == 0
    # However Fanvue counts: no 60 seconds see more than 200. And what there is is used.
    busiest = max(
        sum(1 for at in scene.asked if 0 <= (at - start).total_seconds() < 60)
        for start in set(scene.asked)
    )
    assert 190 <= busiest <= 200
    assert sum(database.reports for database in scene.databases) == 0, "a report cost a call"


async def test_what_another_program_uses_up_is_heard_of_by_all_workers_at_the_first_answer(
    scene: Scene,
) -> None:
    for _ in range(190):
        await scene.clients[0].list_messages(CREATOR, scene.fan.uuid)
    assert await scene.ask(1)
    assert scene.databases[1].reports == 1
    granted = 0
    for number in range(10):
        while await scene.ask(number):
            granted += 1
    assert (granted, scene.limited) == (9, 0)


async def test_a_429_of_one_worker_keeps_all_others_away_for_as_long_as_fanvue_says(
    scene: Scene,
) -> None:
    for _ in range(200):
        await scene.clients[0].list_messages(CREATOR, scene.fan.uuid)
    assert not await scene.ask(1)
    for number in range(10):
        assert not await scene.ask(number)
    assert scene.limited == 1, "only the first went there"
    scene.project.later(1)
    assert await scene.ask(2)
