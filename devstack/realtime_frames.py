"""
Build the frames that Supabase's Realtime server sends, protocol version 1.0.0.

Pure: who gets which frame, and when, is `realtime_socket.py`'s.
Source of the shapes: facts on supabase/realtime 833cf36 (August 2026); the join, its reply and
the broadcast were also seen on a hosted project.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = "1.0.0"
PREFIX = "realtime:"

Frame = Mapping[str, Any]


@dataclass(frozen=True)
class Message:
    """One row of realtime.messages; `id` is its uuid."""

    id: str
    topic: str
    event: str
    payload: Any
    private: bool


def encode(frame: Frame) -> str:
    """Return the frame as the server writes it: without spaces."""
    return json.dumps(frame, separators=(",", ":"), ensure_ascii=False)


def ok(topic: str, ref: str | None, response: Mapping[str, Any] | None = None) -> Frame:
    """Answer one request with success."""
    return _reply(topic, ref, "ok", response or {})


def refused(topic: str, ref: str | None, reason: str) -> Frame:
    """Answer one request with failure; `reason` is "Code: text"."""
    return _reply(topic, ref, "error", {"reason": reason})


def system(topic: str, status: str, message: str) -> Frame:
    """Tell a channel about its own health."""
    payload = {
        "channel": topic.removeprefix(PREFIX),
        "extension": "system",
        "message": message,
        "status": status,
    }
    return {"topic": topic, "event": "system", "payload": payload, "ref": None}


def disconnect_requested(topic: str) -> Frame:
    """Announce a server-wide disconnect; this one system frame names no channel."""
    payload = {"extension": "system", "status": "ok", "message": "Server requested disconnect"}
    return {"topic": topic, "event": "system", "payload": payload, "ref": None}


def broadcast(message: Message) -> Frame:
    """Deliver a message that was inserted into the database."""
    payload = {
        "event": message.event,
        "payload": message.payload,
        "type": "broadcast",
        "meta": {"id": message.id},
    }
    return {"topic": PREFIX + message.topic, "event": "broadcast", "payload": payload, "ref": None}


def closed(topic: str, join_ref: str | None) -> Frame:
    """End a channel in order: the client does not come back to it."""
    return {"topic": topic, "event": "phx_close", "payload": {}, "ref": join_ref}


def crashed(topic: str, join_ref: str | None) -> Frame:
    """Tell that the channel's process on the server died: the client may join again."""
    return {"topic": topic, "event": "phx_error", "payload": {}, "ref": join_ref}


def _reply(topic: str, ref: str | None, status: str, response: Mapping[str, Any]) -> Frame:
    payload = {"status": status, "response": response}
    return {"ref": ref, "event": "phx_reply", "payload": payload, "topic": topic}
