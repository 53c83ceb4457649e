"""
Turn the messages of a job's context into the turns that a chat model reads.

Only what was really said: bubbles that were written and never sent are left out, so that the
model neither repeats nor builds on them. The system prompt is worker/prompts.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Literal

from worker.rows import Json

# A few thousand tokens: about a hundred messages of a lively chat.
MAX_CHARS = 12_000

PHOTO = "[sent a photo]"
# A call, a GIF, a deleted text: something was sent, and its turn has to be answered.
SOMETHING = "[sent something without text]"


@dataclass(frozen=True)
class ChatTurn:
    """One turn of a conversation: the fan is the `user`, the creator the `assistant`."""

    role: Literal["user", "assistant"]
    content: str


def chat_turns(
    messages: Sequence[Json], unanswered_ids: Collection[int], max_chars: int = MAX_CHARS
) -> list[ChatTurn]:
    """
    Return the conversation, oldest turn first, ending with the fan's unanswered messages.

    `messages` are the rows of a reply job's context, oldest first. From the end backwards, whole
    messages are taken while they fit into `max_chars`; the newest one always is. Raises
    ValueError when no row is unanswered: there is nothing to reply to.
    """
    said = [message for message in messages if _was_said(message)]
    unanswered = [message for message in said if message["id"] in unanswered_ids]
    if not unanswered:
        raise ValueError("none of the messages is unanswered")
    # What went out while the fan was typing comes before what is to be answered now.
    history = [message for message in said if message["id"] not in unanswered_ids]
    turns = [_turn(message) for message in history if _content(message)]
    turns += [ChatTurn("user", _content(message) or SOMETHING) for message in unanswered]
    return _merged(_newest(turns, max_chars))


def _was_said(message: Json) -> bool:
    return bool(message["direction"] == "inbound" or message["status"] == "sent")


def _turn(message: Json) -> ChatTurn:
    role: Literal["user", "assistant"] = (
        "user" if message["direction"] == "inbound" else "assistant"
    )
    return ChatTurn(role, _content(message))


def _content(message: Json) -> str:
    parts = [(message["body"] or "").strip(), PHOTO if message["has_media"] else ""]
    return "\n".join(part for part in parts if part)


def _newest(turns: Sequence[ChatTurn], max_chars: int) -> list[ChatTurn]:
    taken: list[ChatTurn] = []
    left = max_chars
    for turn in reversed(turns):
        left -= len(turn.content)
        if taken and left < 0:
            break
        taken.append(turn)
    return taken[::-1]


def _merged(turns: Sequence[ChatTurn]) -> list[ChatTurn]:
    return [
        ChatTurn(role, "\n".join(turn.content for turn in group))
        for role, group in groupby(turns, key=attrgetter("role"))
    ]
