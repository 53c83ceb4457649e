"""
What the race's threads share: the platform that they post to, and how each keeps count.
"""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
# How the actors word an offer.
OFFER = "this is an offer"


class Platform:
    """Stands for Fanvue: remembers every message that was posted, and how often."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.posts: dict[int, list[str]] = {}
        self.events: list[Row] = []

    def post(self, message_id: int) -> str:
        message_uuid = str(uuid.uuid4())
        with self._lock:
            self.posts.setdefault(message_id, []).append(message_uuid)
        return message_uuid

    def find(self, message_id: int) -> str | None:
        with self._lock:
            return self.posts.get(message_id, [None])[0]

    def remember(self, event: Row) -> None:
        with self._lock:
            self.events.append(event)

    def some_event(self, dice: random.Random) -> Row | None:
        with self._lock:
            return dice.choice(self.events[-50:]) if self.events else None


@dataclass
class Tally:
    """What happened. `errors` holds everything that no caller should ever see."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
