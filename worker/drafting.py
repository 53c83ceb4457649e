"""
Ask the model until a text passes the checks; give up and let a person write after three.

What is told to the model about a refused text is what to do instead, in the checker's own words:
the text itself would only be an example to follow. Prompts and bubbles are others'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import structlog

from worker import languages
from worker.checker import RULES, CheckContext, Offer
from worker.errors import ReplyRefused
from worker.model import ChatTurn, Completion, ModelClient, ModelParams
from worker.rows import Job, Json

log = structlog.get_logger()

# What is refused three times needs a person.
TRIES = 3
# As many of the fan's messages tell which language they write in now.
_RECENT = 8
_INSTEAD = {rule.name: rule.instead for rule in RULES}


class Drafter:
    """Asks one model for texts, and again where a text is refused."""

    def __init__(self, model: ModelClient) -> None:
        self._model = model

    async def draft(
        self,
        system: str,
        turns: Sequence[ChatTurn],
        params: ModelParams,
        check: Callable[[str], tuple[str, ...]],
    ) -> Completion:
        """
        Return the first answer in which `check` finds nothing.

        Raises ReplyRefused after three, and what the model itself raises.
        """
        broken: tuple[str, ...] = ()
        for _ in range(TRIES):
            asked = f"{system}\n\n{note_on(broken)}" if broken else system
            completion = await self._model.complete(asked, turns, params)
            broken = check(completion.text)
            if not broken:
                return completion
            log.warning("text refused", rules=broken)
        raise ReplyRefused(f"no text passed the checks: {', '.join(broken)}")


def note_on(broken: Sequence[str]) -> str:
    """Return what the model is told after a text that broke the rules named in `broken`."""
    instead = "\n".join(f"- {_INSTEAD[name]}" for name in broken)
    return f"Your last draft was not sent. Write a new one, and this time:\n{instead}"


def check_context(job: Job) -> CheckContext:
    """Return what the reply of `job` is read against."""
    said = [message for message in _with_text(job) if message["direction"] == "outbound"]
    heard = [message for message in _with_text(job) if message["direction"] == "inbound"]
    return CheckContext(
        known_offers=tuple(_offer(row) for row in job.context.get("known_offers") or ()),
        creator=job.creator.get("display_name") or "",
        said=tuple(message["body"] for message in said if message["status"] == "sent"),
        language=languages.clear_language_of(
            "\n".join(message["body"] for message in heard[-_RECENT:])
        ),
    )


def _with_text(job: Job) -> list[Json]:
    return [message for message in job.context["messages"] if message["body"]]


def _offer(row: Json) -> Offer:
    return Offer(row["title"], Decimal(row["price_cents"]) / 100)
