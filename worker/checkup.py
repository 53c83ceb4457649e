"""
Try every outside connection once, and say what to do about the ones that fail.

Changes nothing anywhere and sends nothing to anybody.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable
from dataclasses import asdict, dataclass

from worker.app import Connections, connected
from worker.clients import check_fanvue
from worker.errors import (
    DatabaseUnavailable,
    FanvueRejected,
    ModelRejected,
    NotConnected,
    PatternsInvalid,
    RpcRejected,
    SchemaMismatch,
    WorkerError,
)
from worker.listener import Listener
from worker.own_triggers import own_triggers
from worker.prompts import PromptLibrary
from worker.settings import Settings

_JOIN_SECONDS = 30.0


@dataclass(frozen=True)
class Finding:
    """One thing that was tried."""

    name: str
    ok: bool
    detail: str
    advice: str = ""

    def as_json(self) -> dict[str, str | bool]:
        return asdict(self)


async def check_all(settings: Settings) -> list[Finding]:
    """Try prompts, database, Realtime, Fanvue and the models; one finding each."""
    async with connected(settings) as services:
        return [
            _prompts(settings),
            *await asyncio.gather(
                _tried("database", _database(services)),
                _tried("triggers", _triggers(services)),
                _tried("realtime", _realtime(settings)),
                _tried("fanvue", _fanvue(services, settings)),
                _tried("insights", _insights(services, settings)),
                _tried("model", _model(services, settings)),
                *(
                    [_tried("moderation", _moderation(services, settings))]
                    if services.moderation
                    else []
                ),
            ),
        ]


def _prompts(settings: Settings) -> Finding:
    try:
        library = PromptLibrary.load(settings.prompts_dir)
    except WorkerError as error:
        return Finding("prompts", False, str(error), "mend the files named above")
    return Finding("prompts", True, f"version {library.version}")


async def _tried(name: str, attempt: Awaitable[str]) -> Finding:
    try:
        return Finding(name, True, await attempt)
    except WorkerError as error:
        return Finding(name, False, str(error), advice_for(name, error))


def advice_for(name: str, error: WorkerError) -> str:
    """What a person can do about `error`."""
    match name, error:
        case _, SchemaMismatch():
            return "run supabase db push: migrations come before the worker (docs/upgrade.md)"
        case "database", DatabaseUnavailable():
            return "check SUPABASE_URL, and that the project is not paused"
        case "database", _:
            return "check SUPABASE_KEY"
        case "triggers", PatternsInvalid():
            return "mend creators.trigger_patterns; the other phrases are used meanwhile"
        case "triggers", _:
            return "see what is said about the database"
        case "realtime", _:
            return (
                "the worker runs without it, from its own clock; for quick starts see that "
                "Realtime is enabled and that the key may join private channels"
            )
        case "fanvue" | "insights", NotConnected():
            return "fanpace connect lets a creator sign in; FANVUE_TOKEN is the other way"
        case "fanvue", FanvueRejected():
            return "renew FANVUE_TOKEN; it needs read:self read:chat write:chat read:insights"
        case "insights", FanvueRejected():
            return (
                "the worker runs without them, but whoever spent before the connection counts as "
                "new; renew FANVUE_TOKEN with read:insights"
            )
        case "fanvue" | "insights", _:
            return "check FANVUE_BASE_URL and FANVUE_PATH_PREFIX, then try again"
        case "moderation", _:
            return (
                "the rules find stop signs without it; check OPENAI_MODERATION_MODEL, "
                "OPENAI_MODERATION_BASE_URL and OPENAI_MODERATION_API_KEY, or empty the first"
            )
        case "model", ModelRejected():
            return "check OPENAI_API_KEY and OPENAI_MODEL"
        case _:
            return "check OPENAI_BASE_URL, and that the model's server runs"


async def _database(services: Connections) -> str:
    status = await services.database.worker_status()
    if not status["creators"]:
        raise RpcRejected("reached, but there is no creator: insert one first", code="no_creator")
    stopped = "; THE STOP SWITCH IS ON" if status["stopped"] else ""
    return f"{status['creators']} creator(s), {status['due']} job(s) due{stopped}"


async def _triggers(services: Connections) -> str:
    rows = (await services.database.worker_status()).get("trigger_patterns", [])
    read = {row["creator"]: own_triggers(row["patterns"]) for row in rows}
    faults = [f"{creator}: {fault}" for creator, own in read.items() for fault in own.faults]
    if faults:
        raise PatternsInvalid("; ".join(faults))
    return f"{sum(len(own.patterns) for own in read.values())} phrase(s) of creators' own"


async def _realtime(settings: Settings) -> str:
    joined = asyncio.Event()
    listener = Listener(
        settings.supabase_url,
        settings.supabase_key.get_secret_value(),
        jwt=settings.supabase_jwt.get_secret_value() if settings.supabase_jwt else None,
        on_wake=lambda reason: joined.set(),
        rng=random.Random(),
    )
    listening = asyncio.create_task(listener.run())
    try:
        async with asyncio.timeout(_JOIN_SECONDS):
            # The listener tries for ever; one failure is an answer here.
            while not joined.is_set() and not listener.renewals:
                await asyncio.sleep(0.1)
    except TimeoutError:
        raise DatabaseUnavailable("no answer") from None
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    if not joined.is_set():
        raise DatabaseUnavailable(f"the channel 'jobs' could not be joined: {listener.reason}")
    return "joined the private channel 'jobs'"


async def _fanvue(services: Connections, settings: Settings) -> str:
    creator = await check_fanvue(settings, services.database, services.fanvue)
    return f"token of creator {creator} accepted" if creator else "token accepted"


async def _insights(services: Connections, settings: Settings) -> str:
    if settings.fanvue_account == "agency":
        # Whose fans are to be asked for is the database's to know.
        return "not tried with an agency's token"
    creator = ""
    if settings.fanvue_token is None:
        creator = await check_fanvue(settings, services.database, services.fanvue)
    chats = (await services.fanvue.list_chats(creator)).chats
    if not chats:
        return "not tried: there is no fan yet"
    try:
        await services.fanvue.get_fan_insights(creator, chats[0].fan_uuid)
    except FanvueRejected as error:
        # Only that nothing is known of this fan.
        if error.status != 404:
            raise
    return "what fans spent can be read"


async def _model(services: Connections, settings: Settings) -> str:
    await services.model.check()
    return f"{settings.openai_model} at {settings.openai_base_url}"


async def _moderation(services: Connections, settings: Settings) -> str:
    if services.moderation is not None:
        await services.moderation.check()
    where = settings.openai_moderation_base_url or settings.openai_base_url
    return f"{settings.openai_moderation_model} at {where}"
