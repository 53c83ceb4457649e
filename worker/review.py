"""
A draft that waits for a person, as `fanpace review` shows it, and what an edit does to it.

Pure: rows of list_review in, lines and bubbles out. Deciding is the database's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from worker.checker import check_at_delivery
from worker.rows import Json
from worker.spoken_prices import spoken_price


def spoken_age(seconds: float) -> str:
    """Return 40s, 12m, 3h or 2d."""
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds >= size:
            return f"{int(seconds // size)}{unit}"
    return f"{max(0, int(seconds))}s"


def name_of(item: Json) -> str:
    fan = item["fan"]
    return str(fan["handle"] or fan["display_name"] or f"fan {fan['id']}")


def row_of(item: Json) -> str:
    """Return the line of a list: who, since when, and by letters what is special."""
    marks = "".join(
        mark
        for mark, is_so in (
            ("*", item["fan"]["tier"] == "vip"),
            ("$", item["offer"] is not None),
            ("?", item["fixed_text"] is not None),
            ("!", item["refusal"] is not None),
        )
        if is_so
    )
    return f"{name_of(item)[:14]:<14} {spoken_age(item['age_seconds']):>4} {marks:<3}"


def heading_of(item: Json) -> str:
    """Return what matters about the fan and the draft, in one line."""
    fan, offer = item["fan"], item["offer"]
    parts = [f"{name_of(item)} for {item['creator']['display_name']}", fan["stage"]]
    if fan["tier"] != "standard":
        parts.append(str(fan["tier"]).upper())
    parts.append(f"spent {fan['total_spend']}")
    if item["vibe"]:
        parts.append(f"vibe {item['vibe']}")
    if offer:
        price = spoken_price(offer["price_cents"], offer["currency"])
        parts.append(f"offers {offer['title']}, {price}")
    return " | ".join(parts)


def conversation_of(item: Json) -> list[str]:
    """Return the lines of the chat; `>` marks what the draft answers."""
    lines = []
    for message in item["messages"]:
        who = name_of(item) if message["from"] == "fan" else item["creator"]["display_name"]
        by_hand = " (by hand)" if message["kind"] == "human" else ""
        at = datetime.fromisoformat(message["at"]).strftime("%d %b %H:%M")
        body = message["body"] or ("(media)" if message["has_media"] else "(no text)")
        signals = f"  [{', '.join(message['signals'])}]" if message["signals"] else ""
        mark = ">" if message["asked"] else " "
        lines.append(f"{mark} {at} {who}{by_hand}: {body}{signals}")
    return lines


def draft_of(item: Json) -> list[str]:
    """Return the bubbles of the draft, numbered; fixed ones are marked."""
    if not item["bubbles"]:
        return ["(nothing is written)"]
    return [
        f"{number}. {'(fixed) ' if bubble['is_fixed'] else ''}{bubble['body']}"
        for number, bubble in enumerate(item["bubbles"], 1)
    ]


def editable(item: Json) -> list[Json]:
    """Return the bubbles that a person may change."""
    return [bubble for bubble in item["bubbles"] if not bubble["is_fixed"]]


def as_text(item: Json) -> str:
    """Return the draft for an editor: a blank line between bubbles."""
    return "\n\n".join(str(bubble["body"]) for bubble in editable(item))


def bubbles_in(text: str) -> list[str]:
    """Return the bubbles of an edited text: what stands between blank lines."""
    bubbles, lines = [], []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            bubbles.append("\n".join(lines))
            lines = []
    return bubbles


def edit_of(item: Json, texts: Sequence[str]) -> list[Json]:
    """
    Return what edit_turn is told: each text, with the id of the bubble that it was before.

    A text that stands in the draft keeps its id, the others take what is left, in order.
    """
    left = editable(item)
    kept: dict[int, Json] = {}
    for place, text in enumerate(texts):
        same = next((bubble for bubble in left if bubble["body"] == text), None)
        if same is not None:
            left.remove(same)
            kept[place] = same
    told: list[Json] = []
    for place, text in enumerate(texts):
        bubble = kept.get(place) or (left.pop(0) if left else None)
        told.append({"id": bubble["id"], "body": text} if bubble else {"body": text})
    return told


def faults_in(texts: Sequence[str]) -> list[str]:
    """Say what keeps edited texts from being sent: rules bind people too."""
    if not texts:
        return ["nothing is left to send; to send nothing, reject the draft"]
    if len(texts) > 5:
        return [f"{len(texts)} bubbles are too many: 5 at most"]
    return [
        f"bubble {number} breaks a rule: {', '.join(broken)}"
        for number, text in enumerate(texts, 1)
        if (broken := check_at_delivery(text))
    ]
