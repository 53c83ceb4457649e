"""The values that the stand-in for Fanvue keeps: creators, fans, messages, payments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Origin = Literal["fan", "api", "person", "automation"]
PaymentKind = Literal["purchase", "tip", "subscription", "refund"]
EventKind = Literal["fan_wrote", "fan_paid", "typing", "delivered", "creator_wrote"]


@dataclass(frozen=True)
class Creator:
    """A creator and the bearer token that acts for them."""

    uuid: str
    handle: str
    display_name: str
    token: str = field(repr=False)


@dataclass(frozen=True)
class Fan:
    """A fan as the chat partner of one creator."""

    uuid: str
    handle: str
    display_name: str
    creator: Creator


@dataclass(frozen=True)
class Message:
    """One message of a chat; `origin` says who wrote it, which Fanvue itself tells nobody."""

    uuid: str
    fan: Fan
    origin: Origin
    text: str | None
    sent_at: datetime
    type: str = "SINGLE_RECIPIENT"
    price_cents: int | None = None
    has_media: bool = False

    @property
    def creator(self) -> Creator:
        return self.fan.creator

    @property
    def sender(self) -> Fan | Creator:
        return self.fan if self.origin == "fan" else self.creator


@dataclass
class Chat:
    """What one creator and one fan wrote, oldest first, and what the creator has not read."""

    fan: Fan
    messages: list[Message] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    contactable: bool = True
    follows: bool = True


@dataclass(frozen=True)
class Payment:
    """Money from a fan, in cents; a refund's amount is positive, too."""

    id: str
    fan: Fan
    kind: PaymentKind
    cents: int
    paid_at: datetime
    message_uuid: str | None = None


@dataclass(frozen=True)
class TypingShown:
    """The fan saw 'is typing' begin or end."""

    at: datetime
    fan: Fan
    typing: bool


@dataclass(frozen=True)
class PlatformEvent:
    """Something that a viewer of the conversation would see."""

    at: datetime
    kind: EventKind
    fan: Fan
    text: str | None = None


def iso(moment: datetime) -> str:
    """Write a moment as Fanvue does: milliseconds and Z."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")
