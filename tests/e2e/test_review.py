"""From a draft that waits to a message at Fanvue, through the gateway, as a signed-in operator."""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator

import pytest

from devstack.keys import mint
from tests.e2e.support import World, text_of
from worker.database import Database
from worker.errors import Overtaken, RpcRejected


class People:
    """Who signs in."""

    def __init__(self, up: World) -> None:
        self._up = up
        self._open: list[Database] = []

    async def sign_in(self, role: str | None) -> Database:
        """Somebody with this role for the creator, or a stranger."""
        user = str(uuid.uuid4())
        await self._up.execute("insert into auth.users (id) values (%s)", user)
        if role is not None:
            await self._up.execute(
                "insert into creator_members (creator_id, user_id, role)"
                " select id, %s, %s from creators",
                user,
                role,
            )
        keys = self._up.up.keys
        token = mint(keys.jwt_secret, "authenticated", issued_at=int(time.time()), sub=user)
        database = await Database.connect(self._up.up.url, keys.publishable, token)
        self._open.append(database)
        return database

    async def leave(self) -> None:
        for database in self._open:
            await database.close()


@pytest.fixture
async def people(up: World) -> AsyncIterator[People]:
    people = People(up)
    yield people
    await people.leave()


async def test_an_operator_releases_what_a_worker_wrote_and_nobody_else_may(
    up: World, people: People
) -> None:
    await up.execute("update creators set automation = 'approve'")
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello there")
    operator = await people.sign_in("operator")
    viewer, stranger = await people.sign_in("viewer"), await people.sign_in(None)

    await up.until(lambda: up.value("select count(*) from turns where status = 'held'"))
    listed = await operator.list_review()
    (item,) = listed["items"]
    assert [message["body"] for message in item["messages"] if message["asked"]] == ["hello there"]
    assert up.up.platform.sent(ada) == []
    assert (await viewer.list_review())["waiting"] == 1
    assert (await stranger.list_review())["waiting"] == 0
    for other, code in ((viewer, "PT403"), (stranger, "PT404")):
        with pytest.raises(RpcRejected) as refused:
            await other.approve_turn(item["turn_id"], item["revision"])
        assert refused.value.code == code

    told = next(bubble for bubble in item["bubbles"] if bubble["is_disclosure"])
    draft = [bubble for bubble in item["bubbles"] if not bubble["is_fixed"]]
    edited = [{"id": draft[0]["id"], "body": "hello, in a person's words"}]
    answer = await operator.edit_turn(item["turn_id"], item["revision"], edited)
    assert answer["outcome"] == "approved"
    with pytest.raises(Overtaken, match=r"too late: it was (released|answered) already"):
        await operator.reject_turn(item["turn_id"], item["revision"], "drop")
    await up.answered(ada)
    assert [text_of(message) for message in up.up.platform.sent(ada)] == [
        told["body"], "hello, in a person's words",
    ]  # fmt: skip
    assert up.value("select count(*) from audit_log where action = 'turn.edit'") == 1


async def test_an_approved_draft_that_the_fan_has_outrun_is_refused_and_written_anew(
    up: World, people: People
) -> None:
    await up.execute("update creators set automation = 'approve'")
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()
    operator = await people.sign_in("operator")
    up.up.platform.fan_writes(ada, "hello there")
    await up.until(lambda: up.value("select count(*) from turns where status = 'held'"))
    (seen,) = (await operator.list_review())["items"]

    up.up.platform.fan_writes(ada, "are you at the sea?")
    await up.until(lambda: up.value(
        "select count(*) = 2 from messages where direction = 'inbound'"))  # fmt: skip
    with pytest.raises(Overtaken):
        await operator.approve_turn(seen["turn_id"], seen["revision"])
    await up.until(lambda: up.value("select count(*) from turns where status = 'held'"))
    (item,) = (await operator.list_review())["items"]
    assert sum(message["asked"] for message in item["messages"]) == 2
    await operator.approve_turn(item["turn_id"], item["revision"])
    await up.answered(ada)
    assert len(up.up.platform.sent(ada)) >= 2


async def test_a_person_stops_and_starts_everything_from_the_command_line(up: World) -> None:
    ada = up.up.platform.add_fan("ada")
    await up.start_worker()

    async def fanpace(*arguments: str) -> str:
        code, output, errors = await up.fanpace(*arguments)
        assert code == 0, errors
        return output

    assert await fanpace("stop", "--reason", "let me see") == "stopped\n"
    up.up.platform.fan_writes(ada, "hello")
    await up.until(lambda: up.value("select count(*) from jobs_queue where run_at < now()"))
    assert "STOPPED" in await fanpace("mode")
    assert up.value("select count(*) from jobs_queue where attempt > 0") == 0
    assert await fanpace("start") == "started\n"
    assert len((await up.answered(ada))[0]) >= 1
