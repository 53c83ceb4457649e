"""
Put the worker together from its settings, and run it until it is told to stop.
"""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

import structlog

from worker.announcing import announce, own_version
from worker.budget import BudgetedFanvue
from worker.clients import check_fanvue, database_of, fanvue_of, tokens_of
from worker.database import Database
from worker.delivery import Deliverer
from worker.fanvue import FanvueClient, TokenSource
from worker.health import (
    Health,
    Outside,
    Probe,
    Status,
    connections_probe,
    database_probe,
    hints_probe,
    switch_probe,
)
from worker.history import Historian
from worker.inspection import Inspector
from worker.listener import Listener
from worker.loop import Loop
from worker.metrics import Metrics, Prices
from worker.metrics_server import serving_metrics
from worker.model import ModelClient
from worker.moderation import ModerationClient
from worker.profile import Profiler
from worker.prompts import PromptLibrary
from worker.reconcile import Reconciler
from worker.reply import Composer
from worker.rows import Claim
from worker.settings import Settings
from worker.stop_switch import StopSwitch
from worker.token_source import ConnectionTokens
from worker.work import Handler, Work

log = structlog.get_logger()


@dataclass(frozen=True)
class Connections:
    """The outside services, as the settings name them."""

    database: Database
    fanvue: FanvueClient
    tokens: TokenSource
    model: ModelClient
    moderation: ModerationClient | None = None


@asynccontextmanager
async def connected(
    settings: Settings, metrics: Metrics | None = None
) -> AsyncIterator[Connections]:
    """Build the clients and close them at the end. Does not touch the network yet."""
    database = await database_of(settings)
    tokens = tokens_of(settings, database)
    fanvue = fanvue_of(settings, tokens)
    model = ModelClient(
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key.get_secret_value(),
        model=settings.openai_model,
        timeout=settings.openai_timeout,
        metrics=metrics,
    )
    moderation = moderation_for(settings, metrics)
    try:
        yield Connections(database, fanvue, tokens, model, moderation)
    finally:
        await asyncio.gather(database.close(), fanvue.aclose(), model.aclose())
        if moderation is not None:
            await moderation.aclose()


def moderation_for(settings: Settings, metrics: Metrics | None) -> ModerationClient | None:
    """Build the moderation model's client, None where no such model is set."""
    if not settings.openai_moderation_model:
        return None
    key = settings.openai_moderation_api_key or settings.openai_api_key
    return ModerationClient(
        base_url=settings.openai_moderation_base_url or settings.openai_base_url,
        api_key=key.get_secret_value(),
        model=settings.openai_moderation_model,
        metrics=metrics,
    )


async def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; then finish or hand back what is in hand."""
    # First of all: a hole in a prompt must show at the start, not in a chat.
    prompts = PromptLibrary.load(settings.prompts_dir)
    async with AsyncExitStack() as exits:
        metrics = Metrics(Prices(settings.openai_price_prompt, settings.openai_price_completion))
        services = await exits.enter_async_context(connected(settings, metrics))
        switch = StopSwitch()
        rng = random.Random()
        fanvue = BudgetedFanvue(services.database, services.fanvue, metrics)
        handlers: dict[str, Handler] = {
            "inspect": Inspector(services.database, fanvue, prompts, services.moderation),
            "reply": Composer(
                services.database,
                services.model,
                fanvue,
                prompts,
                rng=rng,
                context_tokens=settings.openai_context_tokens,
                metrics=metrics,
            ),
            "deliver": Deliverer(services.database, fanvue, metrics=metrics),
            "reconcile": Reconciler(services.database, fanvue),
            "history": Historian(services.database, fanvue),
            "profile": Profiler(services.database, services.model, prompts),
        }
        loop = Loop(
            services.database,
            Work(
                services.database,
                handlers,
                lease=settings.worker_lease,
                metrics=metrics,
                switch=switch,
            ),
            worker_id=settings.worker_id,
            concurrency=settings.worker_concurrency,
            lease=settings.worker_lease,
            poll=settings.worker_poll,
            grace=settings.worker_grace,
            rng=rng,
            on_claim=lambda claim, reason: _note_claim(metrics, listener, switch, claim, reason),
        )
        listener = listener_for(settings, loop, rng, switch)
        watch_worker(metrics, loop, listener if settings.worker_realtime else None)
        if settings.worker_metrics_port:
            await exits.enter_async_context(
                serving_metrics(
                    metrics,
                    settings.worker_metrics_host,
                    settings.worker_metrics_port,
                    services.database.queue_figures,
                    health_of(settings, services, loop, listener, switch),
                )
            )
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, loop.stop)
        log.info(
            "started",
            worker_id=settings.worker_id,
            version=own_version(),
            prompts=prompts.version,
        )
        beside = [
            asyncio.create_task(announce(services.database, settings.worker_id, prompts.version))
        ]
        if settings.worker_realtime:
            beside.append(asyncio.create_task(listener.run()))
        if isinstance(services.tokens, ConnectionTokens):
            beside.append(asyncio.create_task(services.tokens.keep()))
        try:
            await loop.run()
        finally:
            for task in beside:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        log.info("stopped")


def watch_worker(metrics: Metrics, loop: Loop, listener: Listener | None) -> None:
    """Tell at each scrape how this worker is connected."""
    started_at = time.monotonic()
    if listener:
        metrics.watch(
            "realtime_joined",
            "Whether nudges can be heard; without, jobs start from the worker's clock and poll.",
            lambda: float(listener.state == "joined"),
        )
    metrics.watch(
        "last_claim_seconds",
        "Since the database last answered a claim of this worker; since its start, before that.",
        lambda: time.monotonic() - (loop.claimed_at or started_at),
    )


def health_of(
    settings: Settings,
    services: Connections,
    loop: Loop,
    listener: Listener,
    switch: StopSwitch,
) -> Health:
    """Build what /healthz and /readyz answer with."""
    status = Status(services.database.worker_status)
    connections: dict[str, Probe] = {}
    if settings.fanvue_token is None:
        connections["connections"] = connections_probe(services.database.due_token_refreshes)
    return Health(
        settings.worker_id,
        {
            "database": database_probe(status, lambda: loop.mismatch),
            "hints": hints_probe(
                lambda: listener.state if settings.worker_realtime else "off",
                lambda: loop.claimed_at,
                settings.worker_poll,
            ),
            "automation": switch_probe(status, lambda: switch.is_on),
            "model": Outside(services.model.check),
            "fanvue": Outside(lambda: check_fanvue(settings, services.database, services.fanvue)),
            **connections,
        },
        asyncio.get_running_loop(),
        lambda: loop.turned_at,
        # A claim waits for the database for 20 s at most.
        period=2 * settings.worker_poll + 60,
        version=own_version(),
    )


def listener_for(
    settings: Settings, loop: Loop, rng: random.Random, switch: StopSwitch | None = None
) -> Listener:
    """Build the listener that wakes `loop`, and tells `switch` what it hears of it."""
    return Listener(
        settings.supabase_url,
        settings.supabase_key.get_secret_value(),
        jwt=settings.supabase_jwt.get_secret_value() if settings.supabase_jwt else None,
        on_wake=loop.wake,
        on_nudge=switch.hear if switch else lambda nudge: None,
        rng=rng,
    )


def _note_claim(
    metrics: Metrics, listener: Listener, switch: StopSwitch, claim: Claim | None, reason: str
) -> None:
    metrics.claimed(reason, claim)
    if claim:
        switch.see(claim.stopped)
    # Neither a nudge nor our own clock knew of these jobs: is the channel deaf?
    if reason == "poll" and claim and claim.jobs:
        listener.missed()
