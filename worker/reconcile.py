"""
The reconcile job: look through a creator's chats for messages that no webhook brought.

Which chats are to be looked through, what is known already and what follows from a message is
the database's; so is where a look that was cut off goes on. Money, follows and deletions are
not looked for.
"""

from __future__ import annotations

from datetime import datetime

import structlog

from worker.budget import BudgetedFanvue
from worker.database import Database
from worker.errors import FanvueRejected, SettingsInvalid
from worker.fanvue import LARGEST_PAGE, ChatMessage, ChatPage, FanvueClient
from worker.fanvue_answers import Chat
from worker.rows import Job, Json

log = structlog.get_logger()

# Of the list of chats, in one go; then the job lets others pass, and goes on.
_CHAT_PAGES = 20
# Of one chat. Nobody wrote that much since the last look; the older ones are let go.
_MESSAGE_PAGES = 10
# Messages in one transaction, which holds the fan's lock.
_BATCH = 50


class Reconciler:
    """Handles `reconcile` jobs."""

    def __init__(self, database: Database, fanvue: BudgetedFanvue) -> None:
        self._database = database
        self._fanvue = fanvue

    async def __call__(self, job: Job) -> None:
        calls = self._fanvue.for_job(job).calls
        page: str | None = job.payload.get("page")
        for _ in range(_CHAT_PAGES):
            page, listed = await self._list(calls, job, page)
            chats = {chat.fan_uuid: chat for chat in listed.chats}
            answer = await self._database.find_changed_chats(
                job, page, [_row(chat) for chat in chats.values()]
            )
            for changed in answer["changed"]:
                since = datetime.fromisoformat(changed["since"])
                await self._look_through(calls, job, chats[changed["fan_uuid"]], since)
            page = listed.following if answer["more"] else None
            if page is None:
                await self._database.finish_reconcile(job, True)
                return
        await self._database.finish_reconcile(job, False)

    async def _list(
        self, calls: FanvueClient, job: Job, page: str | None
    ) -> tuple[str | None, ChatPage]:
        creator_uuid = job.creator["platform_uuid"]
        try:
            return page, await calls.list_chats(creator_uuid, page=page)
        except FanvueRejected as error:
            if page is None or error.status not in (400, 404, 410, 422):
                raise
            # The place in the list at which an earlier attempt stopped is not there any more.
            log.info("looking from the beginning", reason=str(error))
            return None, await calls.list_chats(creator_uuid)

    async def _look_through(
        self, calls: FanvueClient, job: Job, chat: Chat, since: datetime
    ) -> None:
        creator_uuid = job.creator["platform_uuid"]
        try:
            messages = await _read(calls, creator_uuid, chat.fan_uuid, since)
        except FanvueRejected as error:
            if error.status not in (404, 410):
                raise
            log.warning("a chat is not there any more", fan=chat.fan_uuid)
            messages = []
        events = [event_of(message, creator_uuid, chat) for message in messages]
        # The chat's watermark moves with its last messages: cut off before, it is read again.
        batches = [events[at : at + _BATCH] for at in range(0, len(events), _BATCH)] or [[]]
        for batch in batches:
            looked_to = chat.last_message_at.isoformat() if batch is batches[-1] else None
            answer = await self._database.record_missed_events(job, chat.fan_uuid, batch, looked_to)
            if answer["accepted"]:
                log.warning(
                    "messages that no webhook brought",
                    fan=chat.fan_uuid, count=answer["accepted"],
                )  # fmt: skip


async def _read(
    calls: FanvueClient, creator_uuid: str, fan_uuid: str, since: datetime
) -> list[ChatMessage]:
    """Return a chat's messages since that moment, oldest first."""
    found: dict[str, ChatMessage] = {}
    for page in range(1, _MESSAGE_PAGES + 1):
        rows = await calls.list_messages(creator_uuid, fan_uuid, page=page)
        new = [row for row in rows if row.uuid not in found]
        found.update({row.uuid: row for row in new})
        reached = any(row.sent_at is not None and row.sent_at < since for row in rows)
        # Where pages are unknown, the same one comes again.
        if reached or not new or len(rows) < LARGEST_PAGE:
            break
    else:
        log.warning("more messages than one look reads", fan=fan_uuid, read=len(found))
    recent = [row for row in found.values() if row.sent_at is None or row.sent_at >= since]
    return recent[::-1]


def is_by_fan(message: ChatMessage, creator_uuid: str, fan_uuid: str) -> bool:
    """
    Tell whether the fan wrote a message of their chat, or the creator's side.

    Raises SettingsInvalid if the message is another creator's: what a token is shown is its own
    creator's chats, whichever creator was meant.
    """
    by_fan = message.sender_uuid == fan_uuid
    ours = (
        message.recipient_uuid in (None, creator_uuid)
        if by_fan
        else (message.sender_uuid == creator_uuid)
    )
    if not ours:
        raise SettingsInvalid(
            f"Fanvue shows the chats of another creator than {creator_uuid}:"
            " see FANVUE_TOKEN and FANVUE_ACCOUNT"
        )
    return by_fan


def event_of(message: ChatMessage, creator_uuid: str, chat: Chat) -> Json:
    """
    Write the event that the webhook would have brought, under the id that it derives.

    Raises SettingsInvalid if the message is another creator's.
    """
    by_fan = is_by_fan(message, creator_uuid, chat.fan_uuid)
    kind = "message.received" if by_fan else "message.sent"
    names = {"handle": chat.handle, "display_name": chat.display_name}
    return {
        "event_id": f"{kind}:{message.uuid}",
        "type": kind,
        "occurred_at": message.sent_at.isoformat() if message.sent_at else None,
        "creator_uuid": creator_uuid,
        "fan": {
            "uuid": chat.fan_uuid,
            **{key: name for key, name in names.items() if name is not None},
        },
        "message": {
            "uuid": message.uuid,
            "text": message.text,
            "has_media": message.has_media,
            "price_cents": message.price_cents,
            "is_automated": message.is_automated,
        },
    }


def _row(chat: Chat) -> Json:
    return {
        "fan_uuid": chat.fan_uuid,
        "last_message_at": chat.last_message_at.isoformat(),
        "last_message_uuid": chat.last_message_uuid,
    }
