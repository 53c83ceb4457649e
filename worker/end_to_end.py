"""
Send ourselves a signed event for a test fan, and follow it until its reply is planned.

The event goes the way of every other: through the edge function, the database, a running worker,
the model and the checks. The fan is a test fan, to whom the database lets nothing be sent; it is
taken away again at the end, whatever came of it.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx

from worker.database import Database
from worker.rows import Json

FANVUE_SIGNATURE = "X-Fanvue-Signature"
POLL = 0.5
# Seconds that a step may take before it is told what is wrong.
RECEIVED_WITHIN, INSPECTED_WITHIN, WRITTEN_WITHIN = 10.0, 40.0, 120.0
TEXT = "hey, how was your day?"


@dataclass(frozen=True)
class Step:
    """One thing that had to happen; `seconds` since the event was sent."""

    name: str
    ok: bool
    seconds: float
    detail: str
    advice: str = ""


class Trial:
    """One event on its way."""

    def __init__(
        self,
        database: Database,
        http: httpx.AsyncClient,
        *,
        webhook_url: str,
        secret: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._http = database, http
        self._webhook_url, self._secret = webhook_url, secret
        self._clock = clock
        self._began = clock()

    async def follow(self, creator: str) -> AsyncIterator[Step]:
        """Yield each step as it is done; the first that is not ok is the last."""
        started = await self._database.begin_trial(creator)
        self._began = self._clock()
        try:
            async for step in self._steps(started):
                yield step
                if not step.ok:
                    return
        finally:
            await self._database.end_trial(started["fan_id"])

    async def _steps(self, started: Json) -> AsyncIterator[Step]:
        if started["stopped"]:
            advice = "fanpace start, then this again"
            yield self._step("stop switch", "everything is stopped", advice)
            return
        yield await self._send(started)
        fan_id = started["fan_id"]
        progress = await self._until(fan_id, "received_at", RECEIVED_WITHIN)
        if not progress["received_at"]:
            yield self._step(
                "stored",
                "the function took the event, and this project has no message of it",
                "does the function write into the project of SUPABASE_URL?",
            )
            return
        yield self._step("stored", f"in the database; mode {started['mode']}")
        progress = await self._until(fan_id, "inspected_at", INSPECTED_WITHIN)
        if not progress["inspected_at"]:
            yield self._step(
                "looked through", _error(progress, "no worker took it"),
                "is a worker running? fanpace run",
            )  # fmt: skip
            return
        yield self._step("looked through", f"the reply is due at {progress['run_at']}")
        progress = await self._until(fan_id, "written_at", WRITTEN_WITHIN)
        if not progress["written_at"]:
            yield self._step(
                "planned",
                _error(progress, progress["reason"] or "no reply was written"),
                "fanpace check tries the model; the worker's log says more",
            )
            return
        words = " / ".join(progress["bubbles"])
        where = "held for approval" if progress["turn"] == "held" else "planned"
        yield self._step("planned", f"{where}: {words}")
        # The worker may be about to send: by now the database has refused it, or will.
        progress = await self._database.trial_progress(fan_id)
        if progress["sent"]:
            yield self._step("not sent", f"{progress['sent']} message(s) went out", "report this")
            return
        yield self._step("not sent", "nothing was posted; the test fan is taken away again")

    async def _send(self, started: Json) -> Step:
        body = json.dumps(event_for(started, datetime.now(UTC))).encode()
        headers = {
            "Content-Type": "application/json",
            FANVUE_SIGNATURE: signature(self._secret, body, int(time.time())),
        }
        try:
            answer = await self._http.post(self._webhook_url, content=body, headers=headers)
        except httpx.HTTPError as error:
            advice = "check the URL; supabase functions deploy fanvue-webhook"
            return self._step("webhook", f"{self._webhook_url}: {error!r}", advice)
        if answer.status_code != 200:
            return self._step(
                "webhook",
                f"{self._webhook_url} answered {answer.status_code}: {answer.text[:200]}",
                _advice(answer.status_code),
            )
        return self._step("webhook", "signature taken, event accepted")

    async def _until(self, fan_id: int, moment: str, patience: float) -> Json:
        deadline = self._clock() + patience
        while True:
            progress = await self._database.trial_progress(fan_id)
            if progress[moment] or progress["turn"] == "held" or self._clock() > deadline:
                return progress
            await asyncio.sleep(POLL)

    def _step(self, name: str, detail: str, advice: str = "") -> Step:
        return Step(name, not advice, round(self._clock() - self._began, 1), detail, advice)


def signature(secret: str, body: bytes, at: int) -> str:
    """Sign as Fanvue does: `t=<unix>,v0=<hex of HMAC-SHA256 over "{t}." and the body>`."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v0={digest}"


def event_for(started: Json, at: datetime) -> Json:
    """The test fan's message as Fanvue's envelope (documentation, webhooks)."""
    moment = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "id": str(uuid.uuid4()),
        "type": "creator.message.received",
        "timestamp": moment,
        "data": {
            "object": "message",
            "uuid": str(uuid.uuid4()),
            "sender": "fan",
            "is_automated": False,
            "created_at": moment,
            "deleted_at": None,
            "text": TEXT,
            "unread_messages_count": 1,
            "is_muted": False,
            "creator": {"uuid": started["creator_uuid"]},
            "fan": {
                "uuid": started["fan_uuid"],
                "handle": None,
                "display_name": "fanpace test",
                "avatar_url": None,
            },
        },
    }


def _advice(status: int) -> str:
    match status:
        case 401:
            return (
                "FANVUE_WEBHOOK_SECRETS here and in `supabase secrets list` differ,"
                " or this machine's clock is off"
            )
        case 404:
            return "supabase functions deploy fanvue-webhook"
        case _:
            return "supabase functions logs fanvue-webhook"


def _error(progress: Json, otherwise: str) -> str:
    return json.dumps(progress["last_error"]) if progress["last_error"] else otherwise
