"""
Read the JSON that Fanvue answers with.

Pure functions from decoded JSON to our values; None where a body is not what it should be, since
what that means depends on the call. Field names: Fanvue's documentation, "working with messages".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from worker.storable import storable

_LONGEST_ERROR = 300
# In cents. What is more, or no number (JSON as Python reads it knows NaN), says nothing.
_LARGEST_AMOUNT = 100_000_000_000
# As the webhook has it.
_LONGEST_NAME = 200


@dataclass(frozen=True)
class ChatMessage:
    """One message of a chat; `price_cents` is set where it has to be bought to be seen."""

    uuid: str
    text: str | None
    sent_at: datetime | None
    sender_uuid: str
    type: str
    has_media: bool
    price_cents: int | None
    recipient_uuid: str | None = None

    @property
    def is_automated(self) -> bool:
        """Whether Fanvue sent it by rule: a welcome, a broadcast, a reply of its own."""
        return self.type.startswith("AUTOMATED_") or self.type in ("BROADCAST", "GHOST_PROMOTION")


@dataclass(frozen=True)
class Chat:
    """One row of the list of chats."""

    fan_uuid: str
    handle: str | None
    display_name: str | None
    last_message_at: datetime
    last_message_uuid: str | None
    unread: int = 0


@dataclass(frozen=True)
class ChatPage:
    """A part of the list of chats; `following` names the next part, None at the end."""

    chats: tuple[Chat, ...]
    following: str | None


@dataclass(frozen=True)
class Me:
    """Whose token it is."""

    uuid: str
    name: str
    is_creator: bool


def own_profile(body: object) -> Me | None:
    """Read who the token acts for; None if that cannot be told."""
    body = body.get("data", body) if isinstance(body, dict) else None
    if not isinstance(body, dict) or (uuid := _uuid(body.get("uuid"))) is None:
        return None
    name = _name(body.get("displayName")) or _name(body.get("handle")) or uuid
    return Me(uuid, name, body.get("isCreator") is not False)


def chat_page(body: object) -> ChatPage | None:
    """
    Read a page of chats; None if it is none.

    Both of Fanvue's ways of paging are understood: a cursor, and numbered pages. Chats without a
    message or without a partner, an account that was deleted, are left out.
    """
    if not isinstance(body, dict) or not isinstance(body.get("data"), list):
        return None
    chats = tuple(chat for row in body["data"] if (chat := _chat(row)) is not None)
    return ChatPage(chats, _following(body))


@dataclass(frozen=True)
class Person:
    """One row of the list of subscribers or followers."""

    fan_uuid: str
    handle: str | None
    display_name: str | None


@dataclass(frozen=True)
class PeoplePage:
    """A part of such a list; `following` names the next part, None at the end."""

    people: tuple[Person, ...]
    following: str | None


def people_page(body: object) -> PeoplePage | None:
    """Read a page of subscribers or followers, paged as chats are; None if it is none."""
    if not isinstance(body, dict) or not isinstance(body.get("data"), list):
        return None
    rows = [row for row in body["data"] if isinstance(row, dict)]
    # The person is the row, or as in the list of chats a part of it.
    users = [row["user"] if isinstance(row.get("user"), dict) else row for row in rows]
    people = tuple(
        Person(fan_uuid, _name(user.get("handle")), _name(user.get("displayName")))
        for user in users
        if (fan_uuid := _uuid(user.get("uuid"))) is not None
    )
    return PeoplePage(people, _following(body))


def _following(body: dict[str, Any]) -> str | None:
    pagination = body.get("pagination")
    if cursor := body.get("nextCursor"):
        return f"cursor={cursor}"
    if isinstance(pagination, dict) and pagination.get("hasMore"):
        return f"page={int(pagination.get('page') or 1) + 1}"
    return None


def _chat(row: object) -> Chat | None:
    if not isinstance(row, dict):
        return None
    user = row.get("user")
    user = user if isinstance(user, dict) else {}
    last = row.get("lastMessage")
    last = last if isinstance(last, dict) else {}
    fan_uuid = _uuid(user.get("uuid"))
    last_at = _moment(row.get("lastMessageAt")) or _moment(last.get("sentAt"))
    if fan_uuid is None or last_at is None:
        return None
    return Chat(
        fan_uuid=fan_uuid,
        handle=_name(user.get("handle")),
        display_name=_name(user.get("displayName")),
        last_message_at=last_at,
        last_message_uuid=_uuid(last.get("uuid")),
        unread=_count(row.get("unreadMessagesCount")),
    )


def chat_message(row: object) -> ChatMessage | None:
    """Read one message; None if it has no uuid or no sender."""
    if not isinstance(row, dict):
        return None
    sender, recipient = row.get("sender"), row.get("recipient")
    uuid = _uuid(row.get("uuid"))
    sender_uuid = _uuid(sender.get("uuid") if isinstance(sender, dict) else row.get("senderUuid"))
    if uuid is None or sender_uuid is None:
        return None
    text = row.get("text")
    return ChatMessage(
        uuid=uuid,
        text=storable(text) if isinstance(text, str) else None,
        sent_at=_moment(row.get("sentAt")),
        sender_uuid=sender_uuid,
        type=str(row.get("type") or ""),
        has_media=bool(row.get("hasMedia")),
        price_cents=_price(row.get("pricing")),
        recipient_uuid=_uuid(recipient.get("uuid")) if isinstance(recipient, dict) else None,
    )


@dataclass(frozen=True)
class FanInsights:
    """What Fanvue says of a fan's spending; None where it does not say."""

    gross_cents: int | None
    last_purchase_at: datetime | None


def fan_insights(body: object) -> FanInsights | None:
    """
    Read what a fan spent; None if this is no such answer.

    The sum is called `total.gross` by Fanvue's description of February 2026 and `total.total` by
    later programs; like all of this API's amounts it is taken for cents.
    """
    # Some answers of this API wrap the object in "data", some do not.
    if isinstance(body, dict) and isinstance(body.get("data"), dict):
        body = body["data"]
    if not isinstance(body, dict) or not isinstance(body.get("spending", {}), dict | None):
        return None
    spending = body.get("spending") or {}
    total = spending.get("total")
    if isinstance(total, dict):
        total = next((total[key] for key in ("gross", "total") if key in total), None)
    return FanInsights(
        gross_cents=_cents(total), last_purchase_at=_moment(spending.get("lastPurchaseAt"))
    )


def many_fan_insights(body: object) -> dict[str, FanInsights] | None:
    """
    Read what several fans spent, by their uuid; None if this is no such answer.

    How a row names its fan is not documented: the names that rows of this API have are tried.
    """
    rows = body.get("data") if isinstance(body, dict) else None
    if not isinstance(rows, list):
        return None
    found: dict[str, FanInsights] = {}
    for row in rows:
        named = row if isinstance(row, dict) else {}
        user = named.get("user")
        names = [named.get(key) for key in ("fanUuid", "userUuid", "uuid")]
        names.append(user.get("uuid") if isinstance(user, dict) else None)
        fan_uuid = next((uuid for name in names if (uuid := _uuid(name))), None)
        insights = fan_insights(row)
        if fan_uuid is None or insights is None:
            return None
        found[fan_uuid] = insights
    return found


def message_uuid(body: object) -> str | None:
    """Read the uuid of a message that was just sent."""
    return _uuid(body.get("messageUuid")) if isinstance(body, dict) else None


def message_of_error(body: object) -> str:
    """
    Read what an error says, on one line, '' if nothing.

    There is no single envelope: {"errors": […]}, {"error", "message"}, {"error"}, {"message"}.
    """
    if not isinstance(body, dict):
        return ""
    parts = [_text_of(body.get(key)) for key in ("error", "message", "errors")]
    line = " ".join(": ".join(part for part in parts if part).split())
    return storable(line)[:_LONGEST_ERROR]


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _text_of(value.get("message"))
    if isinstance(value, list):
        return "; ".join(text for text in map(_text_of, value) if text)
    return ""


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 <= value <= _LARGEST_AMOUNT else 0


def _name(value: object) -> str | None:
    return storable(value).strip()[:_LONGEST_NAME] or None if isinstance(value, str) else None


def _uuid(value: object) -> str | None:
    try:
        return str(UUID(value)) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _price(pricing: object) -> int | None:
    usd = pricing.get("USD") if isinstance(pricing, dict) else None
    return _cents(usd.get("price")) if isinstance(usd, dict) else None


def _cents(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(value) if 0 <= value <= _LARGEST_AMOUNT else None
