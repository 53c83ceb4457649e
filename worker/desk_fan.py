"""
A fan's page at the desk: where they stand, what is known and from where, why the last reply waited.

The sentences are worker/fan_story.py's and worker/explanation.py's; here they are asked for and put
in order. What an operator may not read is left out by the database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from worker import explanation, fan_story
from worker.errors import RpcRejected
from worker.rows import Json
from worker.timeline import timeline

MOST = 20


class Asked(Protocol):
    """What of worker/database.py is used."""

    async def explain_fan(self, fan: str) -> Json: ...
    async def explain_job(self, job_id: int | None, fan: str | None = None) -> Json: ...
    async def read_rows(
        self, table: str, *, order: str, most: int, **equal: Any
    ) -> Sequence[Json]: ...


@dataclass(frozen=True)
class FanPage:
    """Everything that the page shows; `reply` is None where none is in the queue or behind it."""

    facts: Json
    reply: Json | None
    known: Sequence[Json]
    disclosures: Sequence[Json]
    notes: Sequence[Json]


async def load(asked: Asked, fan_id: int) -> FanPage:
    """Ask for a fan's page; raise RpcRejected PT404 where there is no such fan."""
    fan = str(fan_id)
    facts = await asked.explain_fan(fan)
    try:
        reply: Json | None = await asked.explain_job(None, fan)
    except RpcRejected as error:
        if error.code != "PT404":
            raise
        reply = None
    of_fan = {"most": MOST, "fan_id": fan_id}
    known = await asked.read_rows("fan_facts", order="learned_at.desc", **of_fan)
    disclosures = await asked.read_rows("disclosures", order="at.desc", **of_fan)
    notes = await asked.read_rows("operator_notes", order="last_at.desc", **of_fan)
    return FanPage(facts, reply, known, disclosures, notes)


def sections(page: FanPage) -> list[tuple[str, list[str]]]:
    """Return (heading, lines) in the order of the page."""
    facts = page.facts
    name = facts["fan"]["name"] or f"fan {facts['fan']['id']}"
    at = _clock_of(facts["zone"])
    return [
        (f"{name} for {facts['creator']}, fan {facts['fan']['id']}; times in {facts['zone']}",
         fan_story.sentences(facts)),
        ("Why the last reply waited as long as it did", _why(page.reply)),
        ("Tags and facts, and where each is from", _known(page, at)),
        ("Path and money", [f"{when}  {what}" for when, what in fan_story.story(facts)]),
        ("Told that an AI answers", [f"{at(row['at'])}  {row['body']}" for row in page.disclosures]
         or ["never yet: the next reply says so if a disclosure is set"]),
        ("Notes", [f"{at(row['last_at'])}  {row['text']}" for row in page.notes] or ["none"]),
    ]  # fmt: skip


def _why(reply: Json | None) -> list[str]:
    if reply is None:
        return ["No reply is in the queue or behind it."]
    events = timeline(reply)
    return [
        " ".join(explanation.sentences(reply)),
        *(f"{event.at.strftime('%d %b %H:%M:%S')}  {event.what}" for event in events),
    ]


def _known(page: FanPage, at: Callable[[str], str]) -> list[str]:
    lines = []
    for fact in page.known:
        if fact["removed_at"]:
            continue
        source = (
            f"learned from message {fact['message_id']}, {at(fact['learned_at'])}"
            if fact["source"] == "learned"
            else f"typed by an operator, {at(fact['learned_at'])}"
        )
        often = f", said {fact['times_seen']} times" if fact["times_seen"] > 1 else ""
        lines.append(f"{'#' if fact['kind'] == 'tag' else ''}{fact['text']}  ({source}{often})")
    told = {fact["text"].lower() for fact in page.known}
    lines += [
        f"#{tag}  (entered by hand, fans.tags)"
        for tag in page.facts["fan"]["tags"]
        if str(tag).lower() not in told
    ]
    return lines or ["nothing is known yet"]


def _clock_of(zone: str) -> Callable[[str], str]:
    def clock(at: str) -> str:
        return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).strftime("%d %b %H:%M")

    return clock
