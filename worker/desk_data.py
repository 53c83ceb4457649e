"""
What the desk's inbox lists: drafts, held turns, stop signs, unknown sends and dead letters.

Pure: rows of list_review and of the view desk_inbox in, entries and lines of help out. An entry is
an item of list_review, or the same shape without a draft, with its `key`, `kind` and `row`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from worker.errors import AuthUnavailable, DatabaseUnavailable, RpcRejected, WorkerError
from worker.rows import Json

_URGENCY = {"stop_sign": 0, "unknown_send": 1, "dead_letter": 2}
_MARKS = {"stop_sign": "S", "unknown_send": "U", "dead_letter": "D"}


def entries(items: Sequence[Json], rows: Sequence[Json], at: datetime) -> list[Json]:
    """
    Merge both lists by turn: stop signs first, then what is stuck, then drafts as listed.

    A stop sign or a dead letter about a turn that is listed is told with that turn; what has no
    turn, or one that may not be decided about yet, is an entry of its own.
    """
    by_turn = {item["turn_id"]: {**item, "key": item["turn_id"]} for item in items}
    listed: dict[int | str, Json] = {}
    for entry in by_turn.values():
        kind = "draft" if entry["bubbles"] else "held"
        listed[entry["key"]] = {**entry, "kind": kind, "row": {}}
    for row in rows:
        turn_id = row["turn_id"]
        if row["kind"] in ("draft", "held"):
            # Without its item nobody saw what a decision would be about: it comes the next time.
            continue
        known = listed.get(turn_id)
        if known is not None and not known["row"]:
            listed[turn_id] = {**known, "kind": row["kind"], "row": row, "reason": row["reason"]}
        else:
            alone = _without_a_draft(row, at)
            listed[alone["key"]] = alone
    return sorted(listed.values(), key=lambda entry: _URGENCY.get(entry["kind"], len(_URGENCY)))


def _without_a_draft(row: Json, at: datetime) -> Json:
    number = row["message_id"] or row["job_id"] or row["fan_id"]
    waits = row["waiting_since"]
    since = datetime.fromisoformat(waits) if waits else at
    last = row["last_message"]
    return {
        "key": f"{row['kind']} {number}",
        "turn_id": None,
        "revision": None,
        "kind": row["kind"],
        "row": row,
        "reason": row["reason"],
        "refusal": None,
        "fixed_text": None,
        "age_seconds": max(0.0, (at - since).total_seconds()),
        "vibe": None,
        "offer": None,
        "creator": {"id": row["creator_id"], "display_name": row["creator"]},
        "fan": {
            "id": row["fan_id"],
            "handle": row["fan"] or row["creator"],
            "display_name": row["fan"],
            "stage": row["stage"] or "-",
            "tier": row["tier"] or "standard",
            "total_spend": "?",
            "tags": [],
        },
        "bubbles": [],
        "messages": [
            {"from": "fan", "kind": "fan", "body": last, "has_media": False, "signals": [],
             "at": since.astimezone(UTC).isoformat(), "asked": False}
        ] if last else [],
    }  # fmt: skip


def mark_of(entry: Json) -> str:
    """Return the letter of a list's line that says its kind; drafts and held turns have none."""
    return _MARKS.get(str(entry.get("kind")), "")


def what_to_do(entry: Json) -> str:
    """Say in one sentence which keys help with this entry."""
    row = entry.get("row") or {}
    match entry.get("kind"):
        case "stop_sign":
            return (
                "Read the chat and answer on Fanvue yourself (t). Nothing goes out until "
                f"fanpace release {row['fan_id']} (its --help says what that takes)."
            )
        case "unknown_send":
            return (
                "Look at the chat on Fanvue: y if the message is there, x if it is not. "
                "Until then nothing more goes to this fan."
            )
        case "dead_letter":
            return (
                f"Mend what the reason names, then b brings job {row['job_id']} back with fresh "
                "tries. Or answer on Fanvue yourself (t)."
            )
        case "held":
            return "Nothing is written: w has a draft written, t if you answer on Fanvue, r drops."
        case _:
            return "Read it: a sends it, e changes it, w asks for another, r drops it."


def line_of(error: WorkerError) -> str:
    """Return what went wrong and what to do, in one line."""
    if isinstance(error, DatabaseUnavailable | AuthUnavailable):
        return f"no connection to the project ({error}): it is tried again by itself"
    if isinstance(error, RpcRejected):
        if error.code in ("PGRST301", "PGRST302", "PGRST303"):
            return "the session has ended: run fanpace login in another terminal"
        if error.code == "PT403":
            return f"{error}: only an operator of this creator may do that"
    return " ".join(str(error).split())
