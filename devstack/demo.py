"""
`make demo`: fans write and get answered, live, by the real worker over the real SQL.

Pacing is the plan's at a tenth, so that one can watch. Exits with 1 if a fan is left unanswered,
answered twice, or a burst is not answered in one go.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
import sys
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path

import click
import psycopg
from rich.console import Console
from rich.live import Live

from devstack import demo_report, small_model, stack
from devstack.fanvue_records import Fan
from devstack.feed import Feed
from devstack.script import FANS, PLAY, Line
from devstack.tally import Summary, tally, unanswered_count
from devstack.timeline import Plain, Screen, summary_table

# The plan's 45 ± 15 s, and 300 s on a long pause, at a tenth.
PACING = {
    "base_delay": 4.5,
    "variance": 1.5,
    "long_pause_chance": 0.1,
    "long_pause": 30,
    "push_back": 1.5,
    "max_push_back": 6,
    "typing_rate": 35,
    "max_typing": 2,
}
# A long pause for the last line, and some air.
PATIENCE = 75.0
# Seconds from the start.
PICTURE_AT = 36.5
LOGS = stack.ROOT / ".cache" / "demo"
REPORT = stack.ROOT / "demo.html"


class Demo:
    """One performance of the play."""

    def __init__(
        self, up: stack.Stack, feed: Feed, log: Path, model: Mapping[str, str] | None = None
    ) -> None:
        self._up, self._feed, self._log = up, feed, log
        self._model = model or {}
        self._fans: dict[str, Fan] = {}
        self._worker: asyncio.subprocess.Process | None = None
        self.restarts = 0
        self.bursts: list[list[str]] = []

    async def perform(self) -> Summary:
        """Play everything, wait for the answers, count."""
        up, feed = self._up, self._feed
        self._fans = {name: up.platform.add_fan(name, name.title()) for name in FANS}
        up.platform.listeners.append(feed.on_platform)
        await self._start_worker()
        watching = asyncio.create_task(feed.watch(up.dsn))
        try:
            began = time.monotonic()
            last_of: dict[str, float] = {}
            for line in PLAY:
                await asyncio.sleep(max(0.0, began + line.at - time.monotonic()))
                await self._act(line, last_of)
            await self._until_answered()
        finally:
            await self._stop_worker()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
        delivered = [message for fan in self._fans.values() for message in up.platform.sent(fan)]
        return tally(
            up.dsn,
            self.bursts,
            delivered,
            up.platform.webhooks.log,
            self.restarts,
        )

    async def _act(self, line: Line, last_of: dict[str, float]) -> None:
        if line.kind == "restart_worker":
            await self._restart_worker()
            return
        fan = self._fans[line.fan]
        if line.kind == "buys":
            self._up.platform.fan_buys(fan, line.cents)
            return
        if line.fault:
            self._up.platform.webhooks.faults.add(line.fault)
            self._feed.add("note", line.fan, f"webhook fault on the next message: {line.fault}")
        message = self._up.platform.fan_writes(fan, line.text)
        if line.at - last_of.get(line.fan, -99) < 2:
            self.bursts[-1].append(message.uuid)
        else:
            self.bursts.append([message.uuid])
        last_of[line.fan] = line.at

    async def _until_answered(self) -> None:
        with psycopg.connect(self._up.dsn, autocommit=True) as connection:
            await self._up.platform.webhooks.settled()
            for _ in range(int(PATIENCE / 0.3)):
                if not unanswered_count(connection, ("answered", "held")):
                    return
                await asyncio.sleep(0.3)

    async def _start_worker(self) -> None:
        with self._log.open("ab") as output:
            self._worker = await asyncio.create_subprocess_exec(
                *self._up.worker_command,
                env=self._up.worker_environment(LOG_FORMAT="json", **self._model),
                cwd=stack.ROOT,
                stdout=output,
                stderr=output,
            )

    async def _stop_worker(self) -> int | None:
        if self._worker is None or self._worker.returncode is not None:
            return None
        self._worker.terminate()
        return await self._worker.wait()

    async def _restart_worker(self) -> None:
        self._feed.add("note", "", "the worker gets SIGTERM")
        code = await self._stop_worker()
        self._feed.add("note", "", f"the worker has ended with {code}; a new one starts")
        await self._start_worker()
        self.restarts += 1


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print only the summary, as JSON.")
@click.option("--seed", type=int, default=0, help="Of the stand-ins' words and uuids.")
@click.option("--svg", type=click.Path(path_type=Path), help="Draw the live screen here.")
@click.option("--scripted", is_flag=True, help="The scripted model, even where a real one runs.")
def main(as_json: bool, seed: int, svg: Path | None, scripted: bool) -> None:
    """Let simulated fans write to a creator, and watch them being answered."""
    sys.exit(asyncio.run(_main(as_json, seed, svg, scripted)))


async def _main(as_json: bool, seed: int, svg: Path | None, scripted: bool) -> int:
    console = Console(stderr=as_json)
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / "worker.log"
    log.unlink(missing_ok=True)
    console.print("starting PostgreSQL, Supabase's stand-ins, Deno, Fanvue and a model …")
    async with AsyncExitStack() as exits:
        up = await exits.enter_async_context(stack.running(pacing=PACING, seed=seed))
        model = {} if scripted else await _real_model(exits, console)
        console.print(
            f"{len(FANS)} fans; pacing is the plan's at a tenth; "
            f"the model is {model.get('OPENAI_MODEL', 'scripted')}; "
            f"the worker logs to {log.relative_to(stack.ROOT)}\n"
        )
        start = datetime.now(UTC)
        live = console.is_terminal and not as_json
        feed = Feed(lambda moment: None if live else Plain(console, start)(moment))
        if live:
            screen = Screen(feed, start, height=console.height)
            exits.enter_context(Live(screen, console=console, refresh_per_second=8, screen=False))
        picture = asyncio.create_task(_picture(feed, start, svg)) if svg else None
        summary = await Demo(up, feed, log, model).perform()
        if picture is not None:
            await picture
    named = model.get("OPENAI_MODEL", "scripted")
    page = demo_report.page(summary, feed.moments, start, named)
    await asyncio.to_thread(REPORT.write_text, page, encoding="utf-8")
    if as_json:
        click.echo(json.dumps({**summary.as_json(), "model": named}, indent=2))
    else:
        console.print(summary_table(summary))
    console.print(f"the report: {REPORT}", soft_wrap=True)
    if not summary.ok:
        console.print(f"[bold red]not everything went well; see {log.relative_to(stack.ROOT)}")
        return 1
    return 0


async def _real_model(exits: AsyncExitStack, console: Console) -> dict[str, str]:
    """Start the small model; the worker's settings for it, or none where it cannot be had."""
    try:
        await asyncio.to_thread(small_model.install)
        url = await exits.enter_async_context(small_model.serving())
    except (small_model.NotInstalled, RuntimeError, TimeoutError) as error:
        console.print(f"no real model ({error}): a scripted one stands in")
        return {}
    return {
        "OPENAI_BASE_URL": f"{url}/v1",
        "OPENAI_MODEL": small_model.NAME,
        "OPENAI_CONTEXT_TOKENS": str(small_model.CONTEXT // 2),
    }


async def _picture(feed: Feed, start: datetime, svg: Path) -> None:
    """Draw the screen as it is in the thick of it."""
    await asyncio.sleep(PICTURE_AT)
    canvas = Console(record=True, width=112, file=io.StringIO(), force_terminal=True)
    canvas.print(Screen(feed, start, height=44))
    drawn = canvas.export_svg(title="make demo")
    # The picture must not call a font server.
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    await asyncio.to_thread(svg.write_text, drawn)


if __name__ == "__main__":
    main()
