"""
Write the JSON of Fanvue's answers: messages, chats and pages of them, and what a fan spent.

Field names are those of Fanvue's documentation and its published API description.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from devstack.fanvue_records import Chat, Creator, Fan, Message, Payment, iso

Row = dict[str, object]
One = TypeVar("One")

LARGEST_PAGE = 50
_NEVER = datetime.min.replace(tzinfo=UTC)


def message_row(message: Message, chat: Chat) -> Row:
    """Write one message as the list of messages has it."""
    recipient = message.creator if message.origin == "fan" else message.fan
    price = message.price_cents
    return {
        "uuid": message.uuid,
        "text": message.text,
        "sentAt": iso(message.sent_at),
        "sender": _person(message.sender),
        "recipient": _person(recipient),
        "hasMedia": message.has_media,
        "mediaType": "image" if message.has_media else None,
        "mediaUuids": [],
        "type": message.type,
        "pricing": None if price is None else {"USD": {"price": price}},
        "purchasedAt": None,
        "isRead": message.uuid not in chat.unread,
        "sentByUserId": None if message.origin == "fan" else message.creator.uuid,
    }


def chat_row(chat: Chat) -> Row:
    """Write one chat as the list of chats has it."""
    last = chat.messages[-1] if chat.messages else None
    return {
        "createdAt": iso(chat.messages[0].sent_at) if chat.messages else None,
        "isRead": not chat.unread,
        "isMuted": False,
        "unreadMessagesCount": len(chat.unread),
        "lastMessageAt": iso(last.sent_at) if last else None,
        "user": user_row(chat.fan),
        "lastMessage": None
        if last is None
        else {
            "uuid": last.uuid,
            "text": last.text,
            "type": last.type,
            "senderUuid": last.sender.uuid,
            "sentAt": iso(last.sent_at),
            "hasMedia": last.has_media,
        },
    }


def user_row(fan: Fan) -> Row:
    """Write a fan as lists of chats, subscribers and followers have them."""
    return {
        **_person(fan),
        "displayName": fan.display_name,
        "nickname": None,
        "avatarUrl": None,
        "isTopSpender": False,
    }


def insights_row(payments: Sequence[Payment]) -> Row:
    """
    Write what a fan spent. Whether a refund lowers the sum is not known: here it does not, since
    the sum is called gross.
    """
    paid = [payment for payment in payments if payment.kind != "refund"]
    sources: Counter[str] = Counter()
    for payment in paid:
        sources[payment.kind] += payment.cents
    last = max((payment.paid_at for payment in paid), default=None)
    subscribed = [payment for payment in paid if payment.kind == "subscription"]
    return {
        "status": "subscriber" if subscribed else "follower",
        "spending": {
            "lastPurchaseAt": iso(last) if last else None,
            "total": {"gross": sum(payment.cents for payment in paid)},
            "maxSinglePayment": {"gross": max((payment.cents for payment in paid), default=0)},
            "sources": {kind: {"gross": cents} for kind, cents in sorted(sources.items())},
        },
        "subscription": {
            "createdAt": iso(subscribed[0].paid_at),
            "renewsAt": None,
            "autoRenewalEnabled": False,
        }
        if subscribed
        else None,
    }


def newest_first(chats: list[Chat]) -> list[Chat]:
    """Sort chats by their last message."""
    return sorted(
        chats,
        key=lambda chat: chat.messages[-1].sent_at if chat.messages else _NEVER,
        reverse=True,
    )


def page_of(all_: Sequence[One], page: int, size: int, write: Callable[[One], Row]) -> Row:
    """Cut page number `page` (from 1) out of all there are, and write its rows."""
    start = (page - 1) * size
    return {
        "data": [write(one) for one in all_[start : start + size]],
        "pagination": {"page": page, "size": size, "hasMore": len(all_) > start + size},
    }


def _person(person: Fan | Creator) -> Row:
    return {"uuid": person.uuid, "handle": person.handle}
