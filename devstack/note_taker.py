"""
Take notes about a fan, as a model with structured output would: tags, facts and a summary.

For the scripted model. Pure: notes what a few plain sentences say and quotes them, or does one of
the things that models do wrong.
"""

from __future__ import annotations

import json
import re
from typing import Any

# What the fan says, the kind of note, and the note.
_SENTENCES = (
    (r"\bi (?:really )?(?:love|like|enjoy) (\w+(?: \w+)?)", "tag", "likes_{}"),
    (r"\bi (?:really )?hate (\w+(?: \w+)?)", "tag", "hates_{}"),
    (r"\bi live in (\w+)", "fact", "Lives in {}"),
    (r"\bi work as an? (\w+)", "fact", "Works as a {}"),
    (r"\bmy (?:wife|husband) (\w+)", "fact", "Is married to {}"),
    (r"\bmy doctor\b.*?(\w+)$", "tag", "sees_a_doctor"),
)


def notes_on(question: str, fault: str | None = None) -> str:
    """Answer the question of a profile job, in which `fault` way soever."""
    asked = json.loads(question)
    if fault == "bad_notes":
        return "Sure! This fan likes a lot of things."
    items = [note for message in asked["messages"] for note in _notes_in(message)]
    if fault == "foreign_notes":
        items = [{**note, "message_id": note["message_id"] + 1_000_000} for note in items]
    if fault == "made_up_notes":
        items = [{**note, "quote": "nobody ever wrote this"} for note in items]
    older = asked.get("older", [])
    summary = f"They wrote {len(older)} messages, about {older[0]['text']}." if older else ""
    return json.dumps({"items": items[:8], "summary": summary})


def _notes_in(message: dict[str, Any]) -> list[dict[str, Any]]:
    notes = []
    for pattern, kind, note in _SENTENCES:
        if found := re.search(pattern, message["text"], re.IGNORECASE):
            said = found[1].lower().replace(" ", "_") if kind == "tag" else found[1]
            notes.append(
                {
                    "kind": kind,
                    "about": "taste" if kind == "tag" else "other",
                    "text": note.format(said),
                    "message_id": message["id"],
                    "quote": found[0],
                }
            )
    return notes
