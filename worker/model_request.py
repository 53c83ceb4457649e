"""
Put together what the model is asked: system prompt, conversation, parameters.

Keeps it within the model's context: what the system prompt and the answer leave of it is the
conversation's. Asking is worker/model.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from worker.conversation import ChatTurn, chat_turns
from worker.model import ModelParams
from worker.prompts import PromptLibrary, PromptView
from worker.rows import Json
from worker.tokens import MESSAGE_OVERHEAD, estimate_tokens

# Small enough for the models that people run at home.
DEFAULT_CONTEXT_TOKENS = 8_192


@dataclass(frozen=True)
class ModelRequest:
    """
    One request to the model.

    `system_tokens` and `conversation_tokens` are estimates; `context_tokens` is what the model can
    hold, its answer included.
    """

    system: str
    turns: tuple[ChatTurn, ...]
    params: ModelParams
    system_tokens: int
    conversation_tokens: int
    context_tokens: int


def model_request(
    prompts: PromptLibrary,
    view: PromptView,
    messages: Sequence[Json],
    unanswered_ids: Collection[int],
    context_tokens: int = DEFAULT_CONTEXT_TOKENS,
) -> ModelRequest:
    """Return what to ask the model about the messages of a reply job's context."""
    system = prompts.system(view)
    params = prompts.parameters(view)
    system_tokens = estimate_tokens(system) + MESSAGE_OVERHEAD
    left = context_tokens - system_tokens - (params.max_tokens or 0)
    turns = chat_turns(messages, unanswered_ids, max_tokens=left, note=prompts.note(view))
    spent = sum(estimate_tokens(turn.content) + MESSAGE_OVERHEAD for turn in turns)
    return ModelRequest(system, tuple(turns), params, system_tokens, spent, context_tokens)
