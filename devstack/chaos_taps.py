"""
Stand between one worker and the services that it calls, and break what comes by.

Each worker has doors of its own to the gateway, Fanvue and the model, so a tap knows who calls.
Armed for a call, it kills that worker before the call is handled, or after it was handled and
before the answer leaves; or it loses the answer, or delays it. The product has no hook for any
of this.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Harm = Literal[
    "kill before", "kill after", "terminate during", "lose answer", "delay answer", "echo"
]
HARMS_BY_KILLING: tuple[Harm, Harm] = ("kill before", "kill after")
_ENDING: tuple[Harm, ...] = (*HARMS_BY_KILLING, "terminate during")

echoing: ContextVar[bool] = ContextVar("echoing", default=False)
"""True in whatever a call armed with `echo` does; its answer is lost, too."""

RPCS = (
    "claim_jobs",
    "record_inspection",
    "extend_lease",
    "commit_reply",
    "begin_send",
    "record_reconciliation",
    "finish_send",
    "retry_job",
    "release_job",
    "take_rate_tokens",
    "report_rate_limit",
    "find_changed_chats",
    "record_missed_events",
    "finish_reconcile",
    "record_history",
    "record_profile",
    "lease_token_refresh",
    "store_tokens",
)
HTTP_CALLS = (
    "fanvue send", "fanvue list", "fanvue get", "fanvue typing", "fanvue chats",
    "fanvue insights", "fanvue tokens", "model complete",
)  # fmt: skip
CALLS = RPCS + HTTP_CALLS
# Made so seldom that waiting for a worker that has been there for a while would spare them all.
_SELDOM = (
    "record_reconciliation", "report_rate_limit", "find_changed_chats", "record_missed_events",
    "finish_reconcile", "record_history", "record_profile", "release_job", "fanvue get",
    "fanvue chats", "fanvue insights", "lease_token_refresh", "store_tokens", "fanvue tokens",
)  # fmt: skip

_PATHS = (
    (re.compile(r"/rest/v1/rpc/(\w+)$"), "{}"),
    (re.compile(r"/chats/[^/]+/message$"), "fanvue send"),
    (re.compile(r"/chats/[^/]+/messages$"), "fanvue list"),
    (re.compile(r"/chats/[^/]+/messages/[^/]+$"), "fanvue get"),
    (re.compile(r"/chats/[^/]+/typing$"), "fanvue typing"),
    (re.compile(r"/chats$"), "fanvue chats"),
    (re.compile(r"/insights/fans/[^/]+$"), "fanvue insights"),
    (re.compile(r"/oauth2/token$"), "fanvue tokens"),
    (re.compile(r"/chat/completions$"), "model complete"),
)


def call_of(path: str) -> str | None:
    """Name the call behind a path; None for what is not armed for."""
    for pattern, name in _PATHS:
        if found := pattern.search(path):
            return name.format(*found.groups())
    return None


@dataclass(frozen=True)
class Arm:
    """What shall happen to the next such call, whoever makes it."""

    call: str
    harm: Harm
    seconds: float = 0.0

    @property
    def point(self) -> str:
        return f"{self.harm} {self.call}"


KILL_POINTS = tuple(Arm(call, harm).point for call in CALLS for harm in HARMS_BY_KILLING)


@dataclass
class Taps:
    """The arms of all taps; `met` counts by point what has really happened."""

    kill: Callable[[int], None]
    terminate: Callable[[int], None] = lambda worker: None
    heard: Callable[[int], bool] = lambda worker: True
    """
    Told of each call; answers whether the caller may be killed. Whoever has just started may
    not, but for what is seldom called: else a slow machine would do nothing but start.
    """
    met: Counter[str] = field(default_factory=Counter)
    _arms: list[Arm] = field(default_factory=list)

    def arm(self, arm: Arm) -> None:
        self._arms.append(arm)

    def disarm(self) -> None:
        self._arms.clear()

    def armed(self, arm: Arm) -> bool:
        """Tell whether such an arm waits already."""
        return arm in self._arms

    def take(self, call: str, worker: int) -> Arm | None:
        killable = self.heard(worker) or call in _SELDOM
        arm = next(
            (
                arm
                for arm in self._arms
                if arm.call == call and (killable or arm.harm not in _ENDING)
            ),
            None,
        )
        if arm is not None:
            self._arms.remove(arm)
            self.met[arm.point] += 1
        return arm

    def tap(self, app: ASGIApp, worker: int) -> ASGIApp:
        """Wrap `app` as the door of one worker. The lifespan stays with the app's own server."""

        async def tapped(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "lifespan":
                await _idle_lifespan(receive, send)
                return
            call = call_of(scope["path"]) if scope["type"] == "http" else None
            arm = self.take(call, worker) if call is not None else None
            if arm is None:
                await app(scope, receive, send)
                return
            await self._suffer(arm, worker, app, scope, receive, send)

        return tapped

    async def _suffer(
        self, arm: Arm, worker: int, app: ASGIApp, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if arm.harm == "kill before":
            self.kill(worker)
            return
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        if arm.harm == "terminate during":
            # The answer comes later than the worker's grace: the job is handed back.
            self.terminate(worker)
        echoing.set(arm.harm == "echo")
        await app(scope, receive, keep)
        if arm.harm == "kill after":
            self.kill(worker)
        elif arm.harm in ("lose answer", "echo"):
            await _break_off(send)
        else:
            await asyncio.sleep(arm.seconds)
            for message in answer:
                await send(message)


async def _break_off(send: Send) -> None:
    """Begin an answer and close the connection: the body is shorter than announced."""
    headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _idle_lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
