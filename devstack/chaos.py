"""
`make chaos`: real workers, fans who write in bursts, and a random fault every second or so.

At the end the faults stop, everything drains, and the platform's messages are compared with the
database's. Exits with 1 if a message was lost, answered twice, or left unanswered. Seeded as far
as real processes can be: the same faults in the same order, at about the same times.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from contextlib import AsyncExitStack, suppress
from random import Random, randrange

import click
import psycopg

from devstack import stack
from devstack.chaos_fans import Fans
from devstack.chaos_faults import Chaos
from devstack.chaos_operator import resolve_unknown
from devstack.chaos_report import Report, lines, report
from devstack.chaos_rules import HUMAN_SILENCE, held_turns, read
from devstack.chaos_workers import Workers

PACING = {
    "base_delay": 2,
    "variance": 1,
    "long_pause_chance": 0.05,
    "long_pause": 5,
    "push_back": 1,
    "max_push_back": 3,
    "typing_rate": 60,
    "max_typing": 1,
}
FANS = 8
# Of what is waited for when the faults have stopped: leases, graces, back-off.
PATIENCE = 120.0
LOGS = stack.ROOT / ".cache" / "chaos"

# A fault a second for minutes is far more than the five attempts of a job are meant for: with
# more of them a run is about losing and repeating, not about poison.
SETTINGS = (
    "update public.settings set send_grace = '3 seconds', max_turn_wait = '1 minute',"
    f" human_resume_after = '{HUMAN_SILENCE} seconds',"
    " profile_every = 3, profile_delay = '1 second'",
    # Looks for what no webhook brought every few seconds, where every minute is the least.
    "alter table public.settings drop constraint reconcile_every_in_range",
    "update public.settings set reconcile_every = '8 seconds'",
    # ... and what a fan spent nearly as often, where once a day is usual.
    "alter table public.settings drop constraint insights_every_in_range",
    "update public.settings set insights_every = '15 seconds'",
    "select cron.schedule('fanpace-reconcile', '5 seconds',"
    " 'select private.enqueue_reconciliations(now())')",
    "alter table public.jobs_queue alter column max_attempts set default 15",
)
# What was committed before a crash must be there after it.
DATABASE = {"synchronous_commit": "on"}


@click.command()
@click.option("--seconds", type=float, default=120, show_default=True, help="Of faults.")
@click.option("--seed", type=int, help="Of faults and fans; without it a random one.")
@click.option("--workers", type=int, default=2, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print only the report, as JSON.")
def main(seconds: float, seed: int | None, workers: int, as_json: bool) -> None:
    """Break everything there is, again and again, and see that every fan gets one good reply."""
    seed = randrange(1_000_000) if seed is None else seed
    # The stand-ins complain of what is done to them on purpose.
    logging.disable()
    click.echo(f"seed {seed}", err=as_json)
    done = asyncio.run(_run(seconds, seed, workers))
    if as_json:
        click.echo(json.dumps(done.as_json(), indent=2))
    else:
        click.echo("\n".join(lines(done)))
    sys.exit(0 if done.ok else 1)


async def _run(seconds: float, seed: int, worker_count: int) -> Report:
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / "workers.log"
    log.unlink(missing_ok=True)
    async with AsyncExitStack() as exits:
        up = await exits.enter_async_context(
            stack.running(pacing=PACING, seed=seed, database_settings=DATABASE)
        )
        with psycopg.connect(up.dsn) as owner:
            for statement in SETTINGS:
                owner.execute(statement)
        # Exchanged ten minutes before their end: every twenty seconds.
        up.platform.sign_in.access_seconds = 620
        up.connect(up.creator)
        workers = Workers(up, log, worker_count, Random(f"workers {seed}"))
        await workers.start(exits)
        fans = Fans(up.platform, Random(f"fans {seed}"), FANS)
        exits.push_async_callback(fans.stop)
        chaos = Chaos(up, workers, fans, Random(f"faults {seed}"))
        fans.start()
        await chaos.run(seconds)
        await fans.stop()
        drained_in = await _drain(up, fans, fans.undecidable)
        held = held_turns(read(up.dsn))
        await resolve_unknown(up)
        await asyncio.sleep(HUMAN_SILENCE)
        fans.ask_once_more()
        drained_in += await _drain(up, fans, set())
        await workers.stop()
        return report(
            read(up.dsn),
            fans,
            held=held,
            injected=chaos.counts(),
            seed=seed,
            seconds=seconds,
            worker_starts=workers.starts,
            drained_in=drained_in,
            sign_in=up.platform.sign_in,
        )


async def _drain(up: stack.Stack, fans: Fans, undecidable: set[str]) -> float:
    """Wait until nothing is to be done any more, or patience ends; return the seconds."""
    began = time.monotonic()
    await up.platform.webhooks.settled()
    quiet = 0
    # Twice: between two jobs of a turn there may be a moment with neither.
    while quiet < 2 and time.monotonic() - began < PATIENCE:
        _bring_forward(up.dsn)
        busy = _recorded(up.dsn) < len(fans.written) or _busy(up.dsn, sorted(undecidable))
        quiet = 0 if busy else quiet + 1
        await asyncio.sleep(0.5)
    return time.monotonic() - began


def _bring_forward(dsn: str) -> None:
    """Spare us the longest back-offs: nothing else here waits for more than 15 seconds."""
    with psycopg.connect(dsn) as owner, suppress(psycopg.errors.LockNotAvailable):
        # Who holds a job may be the gateway, whose transactions end in the loop that waits here.
        owner.execute("set local lock_timeout = '100ms'")
        owner.execute(
            "update public.jobs_queue set run_at = now()"
            " where status = 'queued' and attempt > 0 and run_at > now() + interval '15 seconds'"
        )


def _recorded(dsn: str) -> int:
    """Count the fans' messages that have arrived; what webhooks lost is being looked for."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select count(*) from public.messages where direction = 'inbound'"
        ).fetchone()
    assert row is not None
    return int(row[0])


def _busy(dsn: str, undecidable: list[str]) -> bool:
    """Whether any job is still to run; behind what nobody can decide, replies wait for a person."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select exists (select 1 from public.jobs_queue as jobs"
            " join public.fans on fans.id = jobs.fan_id"
            " where jobs.status in ('queued', 'running') and jobs.lane <> 'background' and not ("
            "  jobs.job_type = 'reply' and fans.platform_uuid = any (%s::uuid[])"
            "  and exists (select 1 from public.messages where messages.fan_id = fans.id"
            "   and messages.status = 'unknown')))",
            [undecidable],
        ).fetchone()
    assert row is not None
    return bool(row[0])


if __name__ == "__main__":
    main()
