"""
The access tokens of creators who signed in at Fanvue with `fanpace connect`.

Whose turn it is to exchange a refresh token, and what becomes of one that is lost, is the
database's (docs/connect.md); here a token is remembered while it is good, and the exchange made.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from worker.database import Database
from worker.errors import (
    DatabaseUnavailable,
    FanvueUnavailable,
    NotConnected,
    SettingsInvalid,
    SignInAtFanvueRefused,
    WorkerError,
)
from worker.oauth import OAuthClient
from worker.rows import Json

log = structlog.get_logger()

# Seconds. A token is taken for good until shortly before its end; whoever waits for another
# worker's exchange asks again so often, and for so long; what has to wait for a person is tried
# again after a while.
_SPARE = 30.0
_PAUSE = 0.5
_PATIENCE = 20.0
_NOT_CONNECTED = 60.0
# Between two looks whose tokens are to be exchanged. With the turn that a worker has (6 s) and once
# more the same it stays below the grace of 30 seconds; idle, it is 0.1 statements a second.
KEEP_EVERY = 10.0


@dataclass(frozen=True)
class _Known:
    """A token of generation `generation`, good until `ends_at` by our own clock."""

    token: str = field(repr=False)
    generation: int
    ends_at: float


class ConnectionTokens:
    """The tokens of creators who signed in with `fanpace connect`."""

    def __init__(
        self,
        database: Database,
        oauth: OAuthClient,
        worker_id: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """`jitter` draws from [0, 1)."""
        self._database = database
        self._oauth = oauth
        self._worker_id = worker_id
        self._clock = clock
        self._sleep = sleep
        self._jitter = jitter
        self._known: dict[str, _Known] = {}
        self._asking: dict[str, asyncio.Task[_Known]] = {}

    async def token(self, creator_uuid: str) -> str:
        """Return one that should be good. Raises NotConnected where a person has to sign in."""
        known = self._known.get(creator_uuid)
        if known is None or known.ends_at - self._clock() < _SPARE:
            known = await self._found(creator_uuid, None)
        return known.token

    async def renewed(self, creator_uuid: str, refused: str) -> str | None:
        """Return another one than `refused`, which Fanvue did not take; None: there is none."""
        known = self._known.get(creator_uuid)
        # Where another call was refused too there may be a new one already, or soon.
        if known is None or known.token == refused:
            known = await self._found(creator_uuid, known.generation if known else None)
            if known.token == refused:
                known = await self._found(creator_uuid, known.generation)
        return known.token if known.token != refused else None

    async def keep(self) -> None:
        """Exchange ahead of time, and end what a worker that died has begun; until cancelled."""
        while True:
            try:
                due = (await self._database.due_token_refreshes())["due"]
            except WorkerError as error:
                log.warning("tokens not kept fresh", reason=str(error))
                due = []
            for creator_uuid in due:
                # One who has to sign in again, or waits long, costs the others nothing.
                with suppress(WorkerError):
                    await self._found(creator_uuid, None)
            # Not in step with the other workers: together they then look much more often.
            await self._sleep(KEEP_EVERY * (0.5 + self._jitter()))

    async def _found(self, creator_uuid: str, refused: int | None) -> _Known:
        """
        Ask once for all who want to know. Whoever is called away meanwhile, as a job that a newer
        message overtakes, does not take the exchange along: its refresh token would be lost.
        """
        asking = self._asking.get(creator_uuid)
        if asking is None:
            asking = asyncio.create_task(self._ask(creator_uuid, refused))
            self._asking[creator_uuid] = asking
            asking.add_done_callback(lambda ended: self._ended(creator_uuid, ended))
        return await asyncio.shield(asking)

    def _ended(self, creator_uuid: str, ended: asyncio.Task[_Known]) -> None:
        del self._asking[creator_uuid]
        if not ended.cancelled():
            ended.exception()  # looked at, even where nobody waits for it any more

    async def _ask(self, creator_uuid: str, refused: int | None) -> _Known:
        """Get a token from the database, and exchange the old one for it where it is our turn."""
        give_up_at = self._clock() + _PATIENCE
        while True:
            step = await self._database.lease_token_refresh(creator_uuid, self._worker_id, refused)
            match step["outcome"]:
                case "token":
                    return self._remember(creator_uuid, step)
                case "refresh":
                    known = await self._exchange(creator_uuid, step, self._clock() < give_up_at)
                    if known is not None:
                        return known
                case "wait":
                    if self._clock() >= give_up_at:
                        raise FanvueUnavailable("another worker is still exchanging the token")
                    await self._sleep(min(_PAUSE, max(0.05, step["wait_seconds"])))
                case "unknown":
                    self._known.pop(creator_uuid, None)
                    raise NotConnected(
                        "this creator is not connected to Fanvue: run fanpace connect",
                        retry_after=_NOT_CONNECTED,
                    )
                case _:
                    self._known.pop(creator_uuid, None)
                    raise NotConnected(
                        f"the creator has to sign in at Fanvue again ({step['reason']}):"
                        " run fanpace connect",
                        retry_after=_NOT_CONNECTED,
                    )

    async def _exchange(self, creator_uuid: str, step: Json, may_repeat: bool) -> _Known | None:
        """Take our turn; None: ask again, since somebody was quicker or no answer came."""
        lease = step["lease_token"]
        try:
            pair = await self._oauth.refresh(step["refresh_token"])
        except SignInAtFanvueRefused as error:
            await self._database.fail_token_refresh(creator_uuid, lease, str(error), True)
            log.warning("creator has to sign in again", creator=creator_uuid, reason=str(error))
            return None  # the next question tells it
        except (FanvueUnavailable, SettingsInvalid) as error:
            await self._database.fail_token_refresh(creator_uuid, lease, str(error), False)
            log.warning("token not exchanged", creator=creator_uuid, reason=str(error))
            if step["access_token"] is not None:
                return self._remember(creator_uuid, step)
            # It may have been used up by a request whose answer was lost: again, within the grace.
            if may_repeat and isinstance(error, FanvueUnavailable):
                await self._sleep(_PAUSE)
                return None
            raise
        stored = await self._store(creator_uuid, lease, pair.as_json())
        if stored["outcome"] != "stored":
            return None
        log.info("token exchanged", creator=creator_uuid)
        return self._remember(creator_uuid, {**pair.as_json(), **stored})

    async def _store(self, creator_uuid: str, lease: str, pair: Json) -> Json:
        """Worth some patience: only we know the new refresh token."""
        for pause in (0.2, 1.0, 3.0):
            try:
                return await self._database.store_tokens(creator_uuid, lease, pair)
            except DatabaseUnavailable:
                await self._sleep(pause)
        return await self._database.store_tokens(creator_uuid, lease, pair)

    def _remember(self, creator_uuid: str, step: Json) -> _Known:
        known = _Known(step["access_token"], step["generation"], self._clock() + step["expires_in"])
        self._known[creator_uuid] = known
        return known
