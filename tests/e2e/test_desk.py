"""`fanpace desk` without a terminal, with an operator's own login, over everything that is real."""

from __future__ import annotations

import time
from pathlib import Path

from devstack import stack
from tests.e2e.support import World
from tests.e2e.test_login import PASSWORD, add_person
from worker.database import Database
from worker.desk_app import DeskApp
from worker.desk_inbox import Inbox
from worker.desk_queue import Queue
from worker.signing_in import SignIn


async def signed_in(up: stack.Stack, session: Path, email: str) -> Database:
    auth = SignIn(up.url, up.keys.publishable, session)
    await auth.sign_in(email, PASSWORD)
    return await Database.connect(up.url, up.keys.publishable, token=auth.token)


async def test_an_operator_approves_a_draft_looks_at_the_queue_and_at_the_fan(
    up: World, tmp_path: Path
) -> None:
    anna = await add_person(up.up, "anna@example.com")
    await up.execute(
        "insert into creator_members (creator_id, user_id) select id, %s from creators", anna
    )
    await up.execute("update creators set automation = 'approve'")
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    await up.start_worker()
    up.up.platform.fan_writes(ada, "hello there")
    await up.until(lambda: up.value("select count(*) from turns where status = 'held'"))

    database = await signed_in(up.up, tmp_path / "session.json", "anna@example.com")
    try:
        inbox = Inbox(database, None, 0.0, time.monotonic)
        queue = Queue(database, None, time.monotonic)
        app = DeskApp(inbox, queue, database, every=3600)
        async with app.run_test(size=(100, 30)) as pilot:
            await app.workers.wait_for_complete()
            assert [(item["kind"], item["fan"]["handle"]) for item in inbox.items] == [
                ("draft", "ada")
            ], inbox.said
            await pilot.press("a")
            await up.until(lambda: up.up.platform.sent(ada))
            assert up.value("select status::text from turns") in ("sending", "answered")

            await up.execute("update creators set automation = 'paused'")
            up.up.platform.fan_writes(bob, "and me?")
            await up.until(lambda: up.value("select count(*) from desk_queue where fan = 'bob'"))
            await pilot.press("2")
            await app.workers.wait_for_complete()
            assert "bob" in "\n".join(queue.lines()), queue.said

            await pilot.press("1", "2")
            await app.workers.wait_for_complete()
            queue.choose([row["fan"] for row in queue.rows].index("bob"))
            await pilot.press("f")
            await app.workers.wait_for_complete()
            picture = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            assert "bob for Luna" in picture, picture
            assert "Why the last reply waited" in picture, picture
    finally:
        await database.close()
