"""
Bring a creator's past in from Fanvue: chats, subscribers and followers, spending, messages.

Only reads there, a page at a time, and records each page as it comes, so that neither the length
of a chat nor a crash costs anything. What comes next, how far it is and what follows from it is
the database's; nothing of it is answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Literal, TypeVar

import structlog

from worker.database import Database
from worker.errors import (
    FanvueRejected,
    Overtaken,
    RateLimited,
    Retryable,
    SettingsInvalid,
    WorkerError,
)
from worker.fanvue import LARGEST_PAGE, FanInsights, FanvueClient
from worker.fanvue_answers import Chat
from worker.history import insights_row, message_row
from worker.import_budget import ImportShare, Sleep
from worker.reconcile import is_by_fan
from worker.rows import Json

log = structlog.get_logger()

Answer = TypeVar("Answer")

# Requests under way at once: more than Fanvue allows in the time that one takes.
_AT_ONCE = 4
# Failures in a row of one request, before a person is asked to look.
_TRIES = 6
# What a list is not shown with: without the scope, or without this address.
_NOT_SHOWN = (403, 404, 405, 410)
# The place in a list at which an earlier attempt stopped is not there any more.
_NO_SUCH_PLACE = (400, 404, 410, 422)


async def import_creator(
    database: Database,
    fanvue: FanvueClient,
    creator: str,
    *,
    importer: str,
    lease_seconds: int = 60,
    options: Json | None = None,
    on_progress: Callable[[Json], None] = lambda step: None,
    on_wait: Callable[[Json], None] = lambda busy: None,
    sleep: Sleep = asyncio.sleep,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Json:
    """
    Import all of a creator's past, from where an earlier import stopped; return how it ended.

    `creator` is an id, Fanvue's uuid or a name; `options` are begin_import's. The answer has
    `outcome` ("imported", or "done" where it was done before), `progress` and `left_out`.
    Where it is called again after it was killed it waits for the dead one's lease to end. Raises
    Overtaken if another import of this creator is alive, and what goes wrong otherwise: it may
    then be called again.
    """
    begun = await _begin(database, creator, importer, lease_seconds, options or {}, on_wait, sleep)
    if begun["outcome"] == "done":
        return begun
    running = Import(database, fanvue, begun, longest_rest=lease_seconds / 3, sleep=sleep, now=now)
    try:
        last = await running.run(on_progress)
    except BaseException:
        await running.release()
        raise
    return {"outcome": "imported", "progress": last["progress"], "left_out": last["left_out"]}


async def _begin(
    database: Database,
    creator: str,
    importer: str,
    lease_seconds: int,
    options: Json,
    on_wait: Callable[[Json], None],
    sleep: Sleep,
) -> Json:
    seen: str | None = None
    while True:
        answer = await database.begin_import(creator, importer, lease_seconds, options)
        if answer["outcome"] != "busy":
            return answer
        # Whoever lives makes the lease longer; of the dead it ends.
        if seen is not None and answer["lease_expires_at"] != seen:
            raise Overtaken(f"this creator is being imported by {answer['importer']}")
        seen = answer["lease_expires_at"]
        on_wait(answer)
        await sleep(answer["wait_seconds"])


class Import:
    """One creator's import, under its lease."""

    def __init__(
        self,
        database: Database,
        fanvue: FanvueClient,
        begun: Json,
        *,
        longest_rest: float,
        sleep: Sleep,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._id: int = begun["creator_id"]
        self._uuid: str = begun["creator_uuid"]
        self._token: str = begun["lease_token"]
        self._newest: int | None = begun["newest_messages"]
        self._longest_rest = longest_rest
        self._sleep = sleep
        self._now = now
        self._share = ImportShare(
            database, fanvue, self._id, self._token, longest=longest_rest, sleep=sleep
        )
        self._calls = self._share.calls
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._refused: set[tuple[str, str]] = set()
        # What the last page of a chat held: where pages are unknown, the same one comes again.
        self._last_page: dict[str, frozenset[str]] = {}

    async def run(self, on_progress: Callable[[Json], None]) -> Json:
        """Take one step after another until nothing is left; return the last."""
        await self._patiently(self._check_whose_chats)
        while True:
            step = await self._patiently(
                lambda: self._database.next_import_step(self._id, self._token)
            )
            on_progress(step)
            match step["phase"]:
                case "done":
                    return step
                case "chats":
                    await self._read_chats(step)
                case "spend":
                    await self._read_spend(step["fans"])
                case "messages":
                    pages = [self._read_page(one["fan_uuid"], one["page"]) for one in step["chats"]]
                    await _all(pages)
                case "subscribers" | "followers" as which:
                    await self._read_people(which, step)
                case unknown:
                    raise SettingsInvalid(
                        f"the database wants {unknown} imported, which this version of fanpace"
                        " does not know: bring both to the same version"
                    )

    async def release(self) -> None:
        """Hand the import back; if that fails the lease ends by itself."""
        with suppress(WorkerError, TimeoutError):
            async with asyncio.timeout(5):
                await self._database.release_import(self._id, self._token)

    async def _check_whose_chats(self) -> None:
        """A token is shown its own creator's chats, whichever creator was meant: look first."""
        for chat in (await self._calls.list_chats(self._uuid)).chats[:1]:
            for message in await self._calls.list_messages(self._uuid, chat.fan_uuid):
                is_by_fan(message, self._uuid, chat.fan_uuid)

    async def _read_chats(self, step: Json) -> None:
        async def read(page: str | None) -> tuple[list[Json], str | None]:
            listed = await self._calls.list_chats(self._uuid, page=page)
            return [_chat_row(chat) for chat in listed.chats], listed.following

        rows, following = await self._page_of(read, step)
        await self._record_page("chats", step, following, rows)

    async def _read_people(self, which: Literal["subscribers", "followers"], step: Json) -> None:
        async def read(page: str | None) -> tuple[list[Json], str | None]:
            listed = await self._calls.list_people(self._uuid, which, page=page)
            rows: list[Json] = [
                {"fan_uuid": one.fan_uuid, "handle": one.handle, "display_name": one.display_name}
                for one in listed.people
            ]
            return rows, listed.following

        try:
            rows, following = await self._page_of(read, step)
        except FanvueRejected as error:
            if error.status not in _NOT_SHOWN:
                raise
            log.warning("a list is left out", list=which, reason=str(error))
            await self._record_page(which, step, None, None)
            return
        await self._record_page(which, step, following, rows)

    async def _page_of(
        self,
        read: Callable[[str | None], Awaitable[tuple[list[Json], str | None]]],
        step: Json,
    ) -> tuple[list[Json], str | None]:
        place = step["page"]
        try:
            rows, following = await self._patiently(lambda: read(place))
        except FanvueRejected as error:
            if place is None or error.status not in _NO_SUCH_PLACE:
                raise
            log.info("reading the list from its beginning", reason=str(error))
            rows, following = await self._patiently(lambda: read(None))
            # Refused once it was a place of long ago; twice, there is none behind the beginning.
            is_end = (step["phase"], place) in self._refused
            self._refused.add((step["phase"], place))
        else:
            # Where a place leads to itself the list would have no end.
            is_end = following == place
        return rows, None if is_end else following

    async def _record_page(
        self, which: str, step: Json, following: str | None, rows: Sequence[Json] | None
    ) -> None:
        await self._patiently(
            lambda: self._database.record_import_page(
                self._id, self._token, which, step["step"], following, rows
            )
        )

    async def _read_spend(self, fan_uuids: Sequence[str]) -> None:
        spend: list[Json] | None
        try:
            spend = await self._spend(fan_uuids)
        except FanvueRejected as error:
            if error.status not in _NOT_SHOWN:
                raise
            log.warning("what fans spent before is not to be known", reason=str(error))
            spend = None
        await self._patiently(
            lambda: self._database.record_import_spend(self._id, self._token, spend)
        )

    async def _spend(self, fan_uuids: Sequence[str]) -> list[Json]:
        async def ask() -> list[Json]:
            as_of = await self._paid_now()
            found = await self._calls.get_many_fan_insights(self._uuid, fan_uuids)
            return [_spend_row(uuid, found.get(uuid), as_of) for uuid in fan_uuids]

        try:
            return await self._patiently(ask)
        except FanvueRejected as error:
            # What is the scope's or the token's is so for each of them.
            if error.status in (401, 403):
                raise
            log.info("asking for one fan after another", reason=str(error))
        return [await self._patiently(partial(self._spend_of, uuid)) for uuid in fan_uuids]

    async def _spend_of(self, fan_uuid: str) -> Json:
        as_of = await self._paid_now()
        try:
            insights = await self._calls.get_fan_insights(self._uuid, fan_uuid)
        except FanvueRejected as error:
            if error.status not in (404, 410):
                raise
            return _spend_row(fan_uuid, None, as_of)
        return _spend_row(fan_uuid, insights, as_of)

    async def _paid_now(self) -> datetime:
        """
        Return the moment up to which the next request's answer knows what was paid. It has not to
        wait for the budget any more: what is paid meanwhile is told of by its own event.
        """
        await self._share.prepay()
        return self._now()

    async def _read_page(self, fan_uuid: str, page: int) -> None:
        try:
            async with self._slots:
                messages = await self._patiently(
                    lambda: self._calls.list_messages(self._uuid, fan_uuid, page=page)
                )
        except FanvueRejected as error:
            if error.status not in (404, 410):
                raise
            log.warning("a chat, or its next page, is not there", fan=fan_uuid, page=page)
            messages = []
        rows = [
            message_row(message, message.sent_at, is_by_fan(message, self._uuid, fan_uuid))
            for message in messages
            if message.sent_at is not None
        ]
        uuids = frozenset(message.uuid for message in messages)
        more = (
            len(messages) >= LARGEST_PAGE
            and uuids != self._last_page.get(fan_uuid)
            and (self._newest is None or page * LARGEST_PAGE < self._newest)
        )
        await self._patiently(
            lambda: self._database.record_import_messages(
                self._id, self._token, fan_uuid, page, rows, more
            )
        )
        if more:
            self._last_page[fan_uuid] = uuids
        else:
            self._last_page.pop(fan_uuid, None)

    async def _patiently(self, call: Callable[[], Awaitable[Answer]]) -> Answer:
        """Try again what may succeed later; what was recorded twice counts once."""
        for attempt in count(1):
            try:
                return await call()
            except RateLimited as error:
                # Told to all workers by now: the next request waits until it is over.
                await self._rest(error, 1)
            except Retryable as error:
                if attempt >= _TRIES:
                    raise
                log.info("trying again", reason=str(error), attempt=attempt)
                await self._rest(error, attempt)
        raise AssertionError("count() ends")

    async def _rest(self, error: Retryable, attempt: int) -> None:
        # Not longer than the lease can wait.
        wait = 2.0**attempt if error.retry_after is None else error.retry_after
        await self._sleep(min(wait, self._longest_rest))


async def _all(work: Sequence[Awaitable[None]]) -> None:
    """Do all of it, and only then raise the first failure: nothing goes on unwatched."""
    for ended in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(ended, BaseException):
            raise ended


def _spend_row(fan_uuid: str, insights: FanInsights | None, as_of: datetime) -> Json:
    told = None if insights is None else insights_row(insights, as_of)
    return {"fan_uuid": fan_uuid, "insights": told}


def _chat_row(chat: Chat) -> Json:
    return {
        "fan_uuid": chat.fan_uuid,
        "handle": chat.handle,
        "display_name": chat.display_name,
        "last_message_at": chat.last_message_at.isoformat(),
        "unread": chat.unread,
    }
