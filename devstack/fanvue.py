"""
Stand in for Fanvue: creators, fans and their chats, in memory.

Fans write and pay through methods; the worker reads and sends through `app`, which fanvue_api.py
serves; fanvue_webhooks.py tells the webhook. Imitates what facts are known about Fanvue, so a
test that passes here says nothing about what is not known.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from random import Random
from typing import Literal
from uuid import UUID

import httpx
from starlette.applications import Starlette

from devstack.fanvue_api import API_FAULTS, FanvueApi
from devstack.fanvue_events import (
    Event,
    Family,
    deleted_event,
    message_event,
    payment_event,
    read_event,
)
from devstack.fanvue_limits import TokenBuckets
from devstack.fanvue_oauth import FanvueSignIn
from devstack.fanvue_records import (
    Chat,
    Creator,
    EventKind,
    Fan,
    Message,
    Origin,
    Payment,
    PaymentKind,
    PlatformEvent,
    TypingShown,
)
from devstack.fanvue_webhooks import Webhooks
from devstack.faults import Faults

Families = Literal["flat", "envelope", "alternating", "both"]

WEBHOOK_SECRET = "webhook-secret"
AGENCY_TOKEN = "token-agency"
CLIENT_ID, CLIENT_SECRET = "fanpace-here", "client-secret"


class FanvuePlatform:
    """
    One Fanvue with its creators and fans.

    `faults` are those of API calls (API_FAULTS; operations: send, list, get, typing, chats,
    insights, subscribers, followers),
    `webhooks.faults` those of deliveries (WEBHOOK_FAULTS; operations: the events' topics).
    Functions in `listeners` hear of everything that a viewer of the conversations would see.
    Uuids and chances come from `seed`, so that the same calls give the same platform.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        webhook_url: str | None = None,
        webhook_secret: str = WEBHOOK_SECRET,
        family: Families = "alternating",
        agency_token: str = AGENCY_TOKEN,
        client_secret: str = CLIENT_SECRET,
        rate_limit: int = 200,
        rate_window: float = 60.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        webhook_backoff: float = 0.5,
        webhook_hold: float = 1.0,
        webhook_topic_header: bool = True,
        webhook_transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.agency_token = agency_token
        self.family = family
        self.creators: dict[str, Creator] = {}
        self.chats: dict[tuple[str, str], Chat] = {}
        self.payments: list[Payment] = []
        self.typing_log: list[TypingShown] = []
        self.listeners: list[Callable[[PlatformEvent], None]] = []
        self.now = now
        self.sleep = sleep
        self.limits = TokenBuckets(rate_limit, rate_window, now)
        # Uuids and chances are drawn apart: a fault more must not change every later uuid.
        self._uuids = Random(f"uuids {seed}")
        self.faults = Faults(API_FAULTS, Random(f"api {seed}"))
        self.webhooks = Webhooks(
            url=webhook_url,
            secret=webhook_secret,
            rng=Random(f"webhooks {seed}"),
            now=now,
            sleep=sleep,
            backoff=webhook_backoff,
            hold=webhook_hold,
            topic_header=webhook_topic_header,
            transport=webhook_transport,
        )
        self.sign_in = FanvueSignIn(
            client_id=CLIENT_ID,
            client_secret=client_secret,
            rng=Random(f"sign-in {seed}"),
            now=now,
            sleep=sleep,
        )
        self._announced = 0
        self._app = FanvueApi(self).app()

    @property
    def app(self) -> Starlette:
        """The API, with and without the prefix /v1."""
        return self._app

    async def start(self) -> None:
        """Begin to deliver webhooks, those of earlier events first."""
        await self.webhooks.start()

    async def stop(self) -> None:
        await self.webhooks.stop()

    def add_creator(
        self,
        handle: str = "creator",
        display_name: str | None = None,
        *,
        uuid: str | None = None,
        token: str | None = None,
    ) -> Creator:
        """Add a creator; their token is `token-<handle>` unless given."""
        name, token = display_name or handle, token or f"token-{handle}"
        creator = Creator(uuid or self.new_uuid(), handle, name, token)
        self.creators[creator.uuid] = creator
        return creator

    def add_fan(
        self,
        handle: str,
        display_name: str | None = None,
        *,
        creator: Creator | None = None,
        uuid: str | None = None,
    ) -> Fan:
        """Add a fan of `creator` (the first one unless given), with an empty chat."""
        owner = creator or next(iter(self.creators.values()))
        fan = Fan(uuid or self.new_uuid(), handle, display_name or handle, owner)
        self.chats[owner.uuid, fan.uuid] = Chat(fan)
        return fan

    def fan_writes(self, fan: Fan, text: str | None, *, has_media: bool = False) -> Message:
        """Let a fan write; the webhook is told soon after."""
        message = self.add_message(fan, "fan", text, has_media=has_media)
        self.chat(fan).unread.add(message.uuid)
        return message

    def fan_deletes(self, message: Message) -> None:
        """Let a fan take a message back: it is in the chat no more, and the webhook is told."""
        chat = self.chat(message.fan)
        chat.messages.remove(message)
        chat.unread.discard(message.uuid)
        at = self.now()
        self._announce(
            "message.deleted", lambda family, id_, _: deleted_event(message, at, family, id_)
        )

    def creator_writes(self, fan: Fan, text: str) -> Message:
        """Let the person behind the creator write by hand, on Fanvue's own pages."""
        return self.add_message(fan, "person", text)

    def automation_writes(
        self,
        fan: Fan,
        text: str,
        type: str = "AUTOMATED_NEW_SUBSCRIBER",  # noqa: A002
    ) -> Message:
        """Let one of Fanvue's own rules write: a welcome, a mass message."""
        return self.add_message(fan, "automation", text, type=type)

    def fan_buys(self, fan: Fan, cents: int, *, message_uuid: str | None = None) -> Payment:
        """Let a fan buy something, a paid message perhaps."""
        return self._pays(fan, "purchase", cents, message_uuid)

    def fan_tips(self, fan: Fan, cents: int) -> Payment:
        return self._pays(fan, "tip", cents)

    def fan_subscribes(self, fan: Fan, cents: int) -> Payment:
        return self._pays(fan, "subscription", cents)

    def refund(self, payment: Payment) -> Payment:
        """Give a payment back; only the envelope family tells of it."""
        return self._pays(payment.fan, "refund", payment.cents, payment.message_uuid)

    def was_said(
        self,
        fan: Fan,
        origin: Origin,
        text: str,
        at: datetime,
        *,
        type: str = "SINGLE_RECIPIENT",  # noqa: A002
    ) -> Message:
        """Put a message of before into a chat, oldest first; the webhook was not there yet."""
        message = Message(self.new_uuid(), fan, origin, text, at, type)
        self.chat(fan).messages.append(message)
        return message

    def was_paid(self, fan: Fan, kind: PaymentKind, cents: int, at: datetime) -> Payment:
        """Let a fan have paid before anybody was told of payments."""
        payment = Payment(self.new_uuid(), fan, kind, cents, at)
        self.payments.append(payment)
        return payment

    def chat(self, fan: Fan) -> Chat:
        return self.chats[fan.creator.uuid, fan.uuid]

    def sent(self, fan: Fan) -> list[Message]:
        """Return what reached the fan through the API, oldest first."""
        return [message for message in self.chat(fan).messages if message.origin == "api"]

    def new_uuid(self) -> str:
        return str(UUID(int=self._uuids.getrandbits(128), version=4))

    def add_message(
        self,
        fan: Fan,
        origin: Origin,
        text: str | None,
        *,
        type: str = "SINGLE_RECIPIENT",  # noqa: A002
        price_cents: int | None = None,
        has_media: bool = False,
    ) -> Message:
        """Store a message, tell the listeners and the webhook."""
        message = Message(
            self.new_uuid(), fan, origin, text, self.now(), type, price_cents, has_media
        )
        self.chat(fan).messages.append(message)
        kinds: dict[Origin, EventKind] = {"fan": "fan_wrote", "api": "delivered"}
        self._tell(kinds.get(origin, "creator_wrote"), fan, text)
        self._announce(
            f"message.{'received' if origin == 'fan' else 'sent'}",
            lambda family, event_id, text: message_event(message, family, event_id, text=text),
        )
        return message

    def show_typing(self, fan: Fan, typing: bool) -> None:
        self.typing_log.append(TypingShown(self.now(), fan, typing))
        self._tell("typing", fan, "begins" if typing else "ends")

    def mark_read(self, fan: Fan) -> None:
        """Let the creator's side have read the chat; the webhook hears of it if that is news."""
        chat = self.chat(fan)
        count = len(chat.unread)
        chat.unread.clear()
        if count:
            at = self.now()
            self._announce(
                "message.read", lambda family, id_, _: read_event(fan, count, at, family, id_)
            )

    def _pays(
        self, fan: Fan, kind: PaymentKind, cents: int, message_uuid: str | None = None
    ) -> Payment:
        payment = Payment(self.new_uuid(), fan, kind, cents, self.now(), message_uuid)
        self.payments.append(payment)
        self._tell("fan_paid", fan, f"{kind} ${cents / 100:.2f}")
        self._announce(
            f"{kind}.new", lambda family, event_id, _: payment_event(payment, family, event_id)
        )
        return payment

    def _tell(self, kind: EventKind, fan: Fan, text: str | None) -> None:
        event = PlatformEvent(self.now(), kind, fan, text)
        for listener in self.listeners:
            listener(event)

    def _announce(self, operation: str, write: Callable[[Family, str, bool], Event | None]) -> None:
        event_id = self.new_uuid()
        kinds = frozenset(fault.kind for fault in self.webhooks.faults.take(operation))
        events = [write(family, event_id, "omit_text" not in kinds) for family in self._families()]
        for event in events:
            if event is not None:
                self.webhooks.send(event, kinds)

    def _families(self) -> tuple[Family, ...]:
        if self.family == "both":
            return ("flat", "envelope")
        if self.family != "alternating":
            return (self.family,)
        self._announced += 1
        return ("flat",) if self._announced % 2 else ("envelope",)
