"""
`make pictures`: the desk's pages as SVG and the demo's report as PNG, in docs/.

Brings the dev stack up, plays a short day with a real worker and the scripted model, and takes
pictures of `fanpace desk` over it. Moments are moved to one fixed evening, so that a picture
changes when the screen does and not with the day on which it was taken.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import psycopg

from bench.rhythm_report import photograph
from devstack import stack
from devstack.demo import REPORT
from devstack.fanvue_records import Fan
from worker.database import Database
from worker.desk_app import DeskApp
from worker.desk_inbox import Inbox
from worker.desk_queue import Queue
from worker.rows import Json

DOCS = stack.ROOT / "docs"
SIZE = (104, 30)
EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
LATER = timedelta(minutes=14, seconds=30)
PATIENCE = 30
AT_ONCE = {
    "base_delay": 1, "variance": 0, "long_pause_chance": 0, "push_back": 0.2, "max_push_back": 1,
    "typing_rate": 1000,
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
# Who waits in the queue, and what their reply's wait is, in seconds.
QUEUED = (("fred", "you up?", 45), ("gwen", "what are you doing tonight", 180),
          ("hugo", "sent you a little something", 600))  # fmt: skip


class Day:
    """A short day of one creator, up to the moment of the pictures."""

    def __init__(self, up: stack.Stack) -> None:
        self.up = up
        self.fans: dict[str, Fan] = {}

    def sql(self, query: str, *values: object) -> Any:
        with psycopg.connect(self.up.dsn, autocommit=True) as connection:
            cursor = connection.execute(query, values)
            row = cursor.fetchone() if cursor.description else None
            return row and row[0]

    async def until(self, what: Callable[[], Any]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not what():
                await asyncio.sleep(0.1)

    async def writes(self, name: str, text: str, ends: str) -> None:
        """Let a fan write, new or known, and wait for their turns to be all in this state."""
        if name not in self.fans:
            self.fans[name] = self.up.platform.add_fan(name)
        self.up.platform.fan_writes(self.fans[name], text)
        query = (
            "select count(*) > 0 and bool_and(turns.status::text = any (%s)) from turns"
            " join fans on fans.id = turns.fan_id where fans.handle = %s"
        )
        await self.until(lambda: self.sql(query, ["answered", ends], name))

    async def passes(self) -> None:
        """A talk that was answered, drafts that wait, what is stuck, and what is due."""
        for line in ("hey luna, i am ada", "back from a hike in the rain, soaked and happy"):
            await self.writes("ada", line, "answered")
        self.sql("update creators set automation = 'approve'")
        await self.writes("ada", "so what are you up to tonight?", "held")
        await self.writes("bob", "hi! saw your new pictures", "held")
        await self.writes("dora", "i don't want to live anymore", "held")
        self.sql(
            "insert into jobs_queue (job_type, creator_id, status, finished_at, last_error)"
            " select 'reconcile', id, 'dead', now(), %s from creators",
            '{"message": "Fanvue refused the token"}',
        )
        self.sql("update creators set automation = 'auto'")
        for name, line, wait in QUEUED:
            self.sql(
                "update creators set pacing_config = pacing_config || jsonb_build_object("
                "'base_delay', %s::int, 'variance', 0)", wait,
            )  # fmt: skip
            self.up.platform.fan_writes(self.up.platform.add_fan(name), line)
            await self.until(
                lambda name=name: self.sql(  # type: ignore[misc]
                    "select count(*) from desk_queue where fan = %s and job_type = 'reply'", name
                )
            )


class Evening:
    """The database as the pictures show it: the same rows, on one fixed evening."""

    def __init__(self, database: Database, begun: datetime) -> None:
        self._database, self._by = database, EVENING - begun

    async def list_review(self, creator_id: int | None = None) -> Json:
        listed = self._moved(await self._database.list_review(creator_id))
        items = listed["items"]
        # As of some minutes later, the first having waited longest.
        aged = [
            {**item, "age_seconds": 60 * 4 * (len(items) - place)}
            for place, item in enumerate(items)
        ]
        return {**listed, "items": aged, "server_time": (EVENING + LATER).isoformat()}

    async def explain_fan(self, fan: str) -> Json:
        return dict(self._moved(await self._database.explain_fan(fan)))

    async def explain_job(self, job_id: int | None, fan: str | None = None) -> Json:
        return dict(self._moved(await self._database.explain_job(job_id, fan)))

    async def read_rows(self, table: str, *, order: str, most: int, **equal: Any) -> Sequence[Json]:
        rows = await self._database.read_rows(table, order=order, most=most, **equal)
        if table == "desk_queue":
            # A second more or less at the worker is no other picture.
            rows = [{**row, "due_in_seconds": 5 * round(row["due_in_seconds"] / 5)} for row in rows]
        return list(self._moved(list(rows)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    def _moved(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._moved(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._moved(each) for each in value]
        if isinstance(value, str) and MOMENT.fullmatch(value):
            return (datetime.fromisoformat(value) + self._by).isoformat()
        return value


def kept(svg: str, name: str) -> str:
    """A picture must not call a font server, and its names must not change with each run."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", name, svg) + "\n"


async def draw(up: stack.Stack, begun: datetime) -> None:
    """Photograph the three pages."""
    database = await Database.connect(up.url, up.keys.secret)
    asked = Evening(database, begun)
    queue = Queue(asked, None, lambda: 0.0)
    app = DeskApp(Inbox(asked, None, 4.0, lambda: 0.0), queue, asked, every=3600)
    try:
        async with app.run_test(size=SIZE) as pilot:

            async def photographed(name: str) -> None:
                await app.workers.wait_for_complete()
                await pilot.pause()
                drawn = kept(app.export_screenshot(title="fanpace desk"), name)
                picture = DOCS / f"{name}.svg"
                await asyncio.to_thread(picture.write_text, drawn, encoding="utf-8")

            await app.workers.wait_for_complete()
            while app.chosen_name not in ("ada", None):
                await pilot.press("j")
            await photographed("desk-inbox")
            await pilot.press("2")
            await photographed("desk-queue")
            await pilot.press("1")
            await app.workers.wait_for_complete()
            await pilot.press("f")
            await photographed("desk-fan")
    finally:
        await database.close()


async def desk() -> None:
    """Play the day with a worker of its own, and photograph the desk at its end."""
    async with stack.running(pacing=AT_ONCE, model_latency=0.0) as up:
        day, begun = Day(up), datetime.now(UTC)
        worker = await asyncio.create_subprocess_exec(
            *up.worker_command, env=up.worker_environment(WORKER_ID="worker-1"), cwd=stack.ROOT,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            await day.passes()
        finally:
            worker.terminate()
            await worker.wait()
        await draw(up, begun)


@click.command()
@click.option("--demo/--no-demo", default=True, help="Run the demo too, for its report's picture.")
def main(demo: bool) -> None:
    """Draw docs/desk-*.svg, and docs/demo-report.png where there is a Chromium."""
    asyncio.run(desk())
    click.echo(f"wrote {DOCS}/desk-inbox.svg, desk-queue.svg and desk-fan.svg")
    if not demo:
        return
    command = [sys.executable, "-m", "devstack.demo", "--json", "--scripted"]
    subprocess.run(command, check=True, cwd=stack.ROOT, stdout=subprocess.DEVNULL)
    picture: Path = DOCS / "demo-report.png"
    done = photograph(REPORT, picture)
    click.echo(f"wrote {picture}" if done else "no picture of the report: there is no Chromium")


if __name__ == "__main__":
    main()
