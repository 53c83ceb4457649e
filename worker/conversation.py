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
from worker.tokens import MESSAGE_OVERHEAD, estimate_tokens

# Where nobody says: about a hundred messages of a lively chat.
MAX_TOKENS = 4_000

PHOTO = "[sent a photo]"
# A call, a GIF, a deleted text: something was sent, and its turn has to be answered.
SOMETHING = "[sent something without text]"


@dataclass(frozen=True)
class ChatTurn:
    """One turn of a conversation: the fan is the `user`, the creator the `assistant`."""

    role: Literal["user", "assistant"]
    content: str


def chat_turns(
    messages: Sequence[Json],
    unanswered_ids: Collection[int],
    max_tokens: int = MAX_TOKENS,
    note: str = "",
) -> list[ChatTurn]:
    """
    Return the conversation, oldest turn first, ending with the fan's unanswered messages.

    `messages` are the rows of a reply job's context, oldest first. What does not fit into
    `max_tokens` is left out from the beginning: a question always goes with its answer, a message
    whole, and the newest message never. `note` says what came before and stands first, in the
    user's role. Raises ValueError when no row is unanswered: there is nothing to reply to.
    """
    said = [message for message in messages if _was_said(message)]
    unanswered = [message for message in said if message["id"] in unanswered_ids]
    if not unanswered:
        raise ValueError("none of the messages is unanswered")
    # What went out while the fan was typing comes before what is to be answered now.
    history = [message for message in said if message["id"] not in unanswered_ids]
    left = max_tokens - (_cost(ChatTurn("user", note)) if note else 0)
    asked = [[ChatTurn("user", _content(message) or SOMETHING)] for message in unanswered]
    kept = _newest(asked, left)
    if len(kept) == len(asked):
        left -= sum(map(_cost, _flat(kept)))
        exchanges = _exchanges(
            _merged([_turn(message) for message in history if _content(message)])
        )
        kept = [*_newest(exchanges, left, at_least=0), *kept]
    turns = _merged(_flat(kept))
    return _headed(note, turns) if note else turns


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


def _exchanges(turns: Sequence[ChatTurn]) -> list[list[ChatTurn]]:
    """Put what the fan said and what was answered together; each begins with the fan."""
    exchanges: list[list[ChatTurn]] = []
    for turn in turns:
        if turn.role == "user" or not exchanges:
            exchanges.append([])
        exchanges[-1].append(turn)
    return exchanges


def _newest(
    groups: Sequence[Sequence[ChatTurn]], max_tokens: int, at_least: int = 1
) -> list[Sequence[ChatTurn]]:
    """Return the last of `groups` that fit together, no gaps between them."""
    taken: list[Sequence[ChatTurn]] = []
    left = max_tokens
    for group in reversed(groups):
        left -= sum(map(_cost, group))
        if len(taken) >= at_least and left < 0:
            break
        taken.append(group)
    return taken[::-1]


def _cost(turn: ChatTurn) -> int:
    return estimate_tokens(turn.content) + MESSAGE_OVERHEAD


def _flat(groups: Sequence[Sequence[ChatTurn]]) -> list[ChatTurn]:
    return [turn for group in groups for turn in group]


def _headed(note: str, turns: Sequence[ChatTurn]) -> list[ChatTurn]:
    """Put `note` first, into the turn of the fan if one comes first: roles have to alternate."""
    if turns[0].role == "user":
        return [ChatTurn("user", f"{note}\n\n{turns[0].content}"), *turns[1:]]
    return [ChatTurn("user", note), *turns]


def _merged(turns: Sequence[ChatTurn]) -> list[ChatTurn]:
    return [
        ChatTurn(role, "\n".join(turn.content for turn in group))
        for role, group in groupby(turns, key=attrgetter("role"))
    ]
