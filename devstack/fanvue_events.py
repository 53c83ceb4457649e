"""
Write webhook events in Fanvue's two families, as far as these are known.

The flat one has no id and no type: a receiver tells its events apart by their fields, or by the
endpoint that they were subscribed for. The other has an envelope around snake_case data. There is
no flat event for a message that the creator sent. How events are delivered is
fanvue_webhooks.py's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from devstack.fanvue_records import Creator, Fan, Message, Payment, iso

Family = Literal["flat", "envelope"]
Json = dict[str, object]


@dataclass(frozen=True)
class Event:
    """One event before it is signed; `topic` is its name in the app's list of events."""

    topic: str
    body: Json


def message_event(message: Message, family: Family, event_id: str, *, text: bool) -> Event | None:
    """Announce a message, with or without its text; None if the family has no such event."""
    if family == "envelope":
        verb = "received" if message.origin == "fan" else "sent"
        return _enveloped(
            f"creator.message.{verb}",
            event_id,
            message.sent_at,
            {
                "object": "message",
                "uuid": message.uuid,
                "sender": "fan" if message.origin == "fan" else "creator",
                "is_automated": message.origin == "automation",
                "created_at": iso(message.sent_at),
                "deleted_at": None,
                **({"text": message.text} if text and message.text is not None else {}),
                "unread_messages_count": 1 if message.origin == "fan" else 0,
                "is_muted": False,
                "creator": {"uuid": message.creator.uuid},
                "fan": _fan_snake(message.fan),
            },
        )
    if message.origin != "fan":
        return None
    content: Json = {
        "uuid": message.uuid,
        "hasMedia": message.has_media,
        "mediaUuids": [],
        "price": message.price_cents,
        "createdAt": iso(message.sent_at),
    }
    if text:
        content["text"] = message.text
    return Event(
        "message.received",
        {
            "message": content,
            "messageUuid": message.uuid,
            "sender": _sender_camel(message.fan),
            "recipientUuid": message.creator.uuid,
            "isMuted": False,
            "timestamp": iso(message.sent_at),
        },
    )


def deleted_event(message: Message, at: datetime, family: Family, event_id: str) -> Event:
    """Announce that a message is gone. The flat form is a guess: only its name is known."""
    if family == "envelope":
        data: Json = {
            "object": "message",
            "uuid": message.uuid,
            "sender": "fan" if message.origin == "fan" else "creator",
            "is_automated": message.origin == "automation",
            "created_at": iso(message.sent_at),
            "deleted_at": iso(at),
            "unread_messages_count": 0,
            "is_muted": False,
            "creator": {"uuid": message.creator.uuid},
            "fan": _fan_snake(message.fan),
        }
        return _enveloped("creator.message.deleted", event_id, at, data)
    body: Json = {
        "messageUuid": message.uuid,
        "sender": _sender_camel(message.fan),
        "recipientUuid": message.creator.uuid,
        "timestamp": iso(at),
    }
    return Event("message.deleted", body)


def payment_event(payment: Payment, family: Family, event_id: str) -> Event | None:
    """Announce a payment; None if the family has no such event (a refund has no flat one)."""
    if family == "envelope":
        refund = payment.kind == "refund"
        return _enveloped(
            "creator.refund.created" if refund else "creator.payment.succeeded",
            event_id,
            payment.paid_at,
            {
                "object": "refund" if refund else "payment",
                "id": payment.id,
                "source": {"purchase": "message"}.get(payment.kind, payment.kind),
                "gross": payment.cents,
                "currency": "USD",
                **({"message_uuid": payment.message_uuid} if payment.message_uuid else {}),
                "paid_at": iso(payment.paid_at),
                "purchaser": {"uuid": payment.fan.uuid},
                "creator": {"uuid": payment.fan.creator.uuid},
            },
        )
    topics = {"purchase": "purchase.new", "tip": "tip.new", "subscription": "subscription.new"}
    if payment.kind not in topics:
        return None
    body: Json = {
        "price": payment.cents,
        "recipientUuid": payment.fan.creator.uuid,
        "sender": _sender_camel(payment.fan),
        "timestamp": iso(payment.paid_at),
    }
    return Event(topics[payment.kind], body)


def read_event(fan: Fan, count: int, at: datetime, family: Family, event_id: str) -> Event:
    """Announce that the creator marked `count` messages of a chat as read."""
    if family == "envelope":
        data: Json = {
            "object": "message",
            "read_messages_count": count,
            "creator": {"uuid": fan.creator.uuid},
            "fan": _fan_snake(fan),
        }
        return _enveloped("creator.message.read", event_id, at, data)
    body: Json = {
        "counterpartUuid": fan.uuid,
        "readMessagesCount": count,
        "recipientUuid": fan.creator.uuid,
        "timestamp": iso(at),
    }
    return Event("message.read", body)


def _enveloped(name: str, event_id: str, at: datetime, data: Json) -> Event:
    return Event(name, {"id": event_id, "type": name, "timestamp": iso(at), "data": data})


def _sender_camel(person: Fan | Creator) -> Json:
    return {
        "uuid": person.uuid,
        "handle": person.handle,
        "displayName": person.display_name,
        "avatarUrl": None,
    }


def _fan_snake(fan: Fan) -> Json:
    return {
        "uuid": fan.uuid,
        "handle": fan.handle,
        "display_name": fan.display_name,
        "avatar_url": None,
    }
