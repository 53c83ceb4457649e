"""
`make dev`: bring the stack up, print how to reach it, and keep it up until Ctrl-C.

In a terminal every line that is typed is written to the creator by a fan, "you".
"""

from __future__ import annotations

import asyncio
import shlex
import signal
import sys

import click
from rich.console import Console

from devstack import stack
from devstack.fanvue_records import Fan, PlatformEvent

# What a worker and the commands need to meet the stack, for as long as it runs.
SETTINGS = stack.ROOT / ".env.dev"


@click.command()
@click.option("--port", type=int, default=54321, show_default=True, help="Supabase's port.")
@click.option("--worker/--no-worker", default=False, help="Also run a worker.")
def main(port: int, worker: bool) -> None:
    """Run Supabase, Fanvue and a model on this machine."""
    try:
        asyncio.run(_run(port, worker))
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; try --port 0") from error


async def _run(port: int, worker: bool) -> None:
    console = Console()
    console.print("starting …")
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, done.set)
    async with stack.running(port=port) as up:
        _introduce(console, up)
        _write_settings(up)
        process = None
        if worker:
            process = await asyncio.create_subprocess_exec(
                *up.worker_command, env=up.worker_environment(), cwd=stack.ROOT
            )
        if sys.stdin.isatty():
            _let_write(console, up, loop)
        console.print("Ctrl-C ends everything.")
        await done.wait()
        console.print("stopping …")
        if process is not None:
            process.terminate()
            await process.wait()
    SETTINGS.unlink(missing_ok=True)


def _introduce(console: Console, up: stack.Stack) -> None:
    for label, value in {
        "Supabase": up.url,
        "database": up.dsn,
        "webhook": f"{up.url}/functions/v1/fanvue-webhook",
        "signing secret": up.platform.webhooks.secret,
        "Fanvue": up.fanvue_url,
        "model": f"{up.model_url}/v1",
        "publishable key": up.keys.publishable,
        "secret key": up.keys.secret,
        "creator": f"{up.creator.uuid} ({up.creator.display_name})",
    }.items():
        console.print(f"[bold]{label:<16}[/] {value}", soft_wrap=True, highlight=False)
    console.print(
        f"\nAll of it is in {SETTINGS.name} while this runs; in another terminal:\n"
        f"  make worker ENV={SETTINGS.name}\n"
        f"  FANPACE_ENV={SETTINGS.name} .venv/bin/fanpace COMMAND\n",
        soft_wrap=True,
        highlight=False,
    )


def _write_settings(up: stack.Stack) -> None:
    """Write them where only their owner reads them, as a worker's own .env should be."""
    settings = up.worker_environment(FANVUE_WEBHOOK_SECRETS=up.platform.webhooks.secret)
    lines = [
        f"{name}={shlex.quote(value)}\n"
        for name, value in settings.items()
        if name not in ("PATH", "HOME", "LANG")
    ]
    SETTINGS.unlink(missing_ok=True)
    SETTINGS.touch(mode=0o600)
    SETTINGS.write_text("".join(["# Written by `make dev`, and gone with it.\n", *lines]))


def _let_write(console: Console, up: stack.Stack, loop: asyncio.AbstractEventLoop) -> None:
    """Take lines from the terminal as a fan's messages, and show what the fan sees."""
    you: Fan = up.platform.add_fan("you", "You")

    def show(event: PlatformEvent) -> None:
        if event.fan is you and event.kind == "delivered":
            console.print(f"[green]{up.creator.display_name}:[/] {event.text}", highlight=False)

    def read() -> None:
        line = sys.stdin.readline()
        if not line:
            loop.remove_reader(sys.stdin)
        elif line.strip():
            up.platform.fan_writes(you, line.strip())

    up.platform.listeners.append(show)
    loop.add_reader(sys.stdin, read)
    console.print("Type a line and a fan has written it; the answer takes its time (45 ± 15 s).")


main()
