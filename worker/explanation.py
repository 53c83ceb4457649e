"""
Say in plain sentences why a job is due when it is, and what became of it.

The facts are the database's (explain_job), in the creator's time zone; here are only words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from worker.rows import Json
from worker.spoken_times import between, clock, span


def sentences(facts: Json) -> list[str]:
    """Return what to tell, one sentence an item; the first says how it began."""
    job = facts["job"]
    begun = {"reply": _why_a_reply, "inspect": _why_an_inspection, "deliver": _why_a_delivery}
    told = begun.get(job["job_type"], _why_another)(facts)
    return [*told, *_failures(facts), *_ends(facts)]


DONE = {"reply": "committed", "inspect": "inspected", "deliver": "delivered"}
_ANEW = {
    "push_back": "An earlier draft was void: the new message is read first.",
    "draft void": "An earlier draft was void, so it is written anew.",
    "superseded": "A newer message made an earlier draft void, so it is written anew.",
    "requeued": "A person brought it back from the dead letters, so it goes at once.",
    "resolved": "A person said what became of an earlier message, so it is written anew, at once.",
}


def _why_a_reply(facts: Json) -> list[str]:
    delay, hours = facts["delay"] or {}, hours_of(facts)
    asked_at = (
        delay.get("asked_at")
        or (facts["messages"] or [{"at": facts["job"]["created_at"]}])[0]["at"]
    )
    told = [f"Asked at {clock(facts, asked_at)} by {fan_of(facts)}."]
    if facts["caught_up_at"]:
        told = [
            f"Long overdue when a worker came at {clock(facts, facts['caught_up_at'])}, "
            "so it was drawn anew."
        ]
    told.append(_the_draw(facts, delay))
    if "opens_at" in hours:
        told.append(
            f"{clock(facts, hours['wanted_at'])} is outside active hours until "
            f"{clock(facts, hours['opens_at'])} ({hours['zone']}); spread over the morning, "
            f"it waits {span(hours['spread'])} more."
        )
    if facts["pushes"]:
        count = len(facts["pushes"])
        by = between(delay.get("run_at"), facts["pushes"][-1]["to"])
        often = {1: "once", 2: "twice"}.get(count, f"{count} times")
        told.append(
            f"Further messages pushed it back {often}"
            + (f", by {span(by)} in all." if by > 0 else ".")
        )
    if "hastened" in delay:
        told.append(f"It took the fast lane ({delay['hastened']}): it ignores rhythm and hours.")
    return [one for one in told if one]


def _the_draw(facts: Json, delay: Json) -> str:
    parts, model = delay.get("parts", {}), delay.get("model")
    if model == "fitted":
        slow = parts.get("slow_lane", 0)
        return (
            f"A fitted wait (preset {delay.get('preset')}, median {span(parts.get('base', 0))}) "
            f"was drawn: {span(delay['seconds'])}"
            + (f", {span(slow)} of it since the conversation had been quiet" if slow else "")
            + "."
        )
    if model == "plan":
        pause = delay.get("long_pause", 0)
        return (
            f"The plan's formula drew {span(delay['seconds'])}: {delay['base']:g} s, "
            f"{delay['variance']:+.1f} s of variance"
            + (f" and a long pause of {pause:g} s." if pause else ".")
        )
    return _ANEW.get(str(model), "")


def _why_an_inspection(facts: Json) -> list[str]:
    at = clock(facts, facts["job"]["created_at"])
    if not facts["messages"]:
        return [f"Enqueued at {at} to find out who wrote a message to {fan_of(facts)}."]
    return [f"{fan_of(facts)} wrote at {at}; messages are looked at as they come."]


def _why_a_delivery(facts: Json) -> list[str]:
    job, bubbles = facts["job"], facts["bubbles"]
    if not bubbles:
        return [
            f"Enqueued at {clock(facts, job['created_at'])} to send a bubble to {fan_of(facts)}."
        ]
    bubble = bubbles[0]
    if bubble["status"] in ("sending", "unknown") and job["status"] == "queued":
        return [
            f"A bubble to {fan_of(facts)} may be out since {clock(facts, bubble['sending_at'])}: "
            "the chat is looked at before anything is sent again."
        ]
    if bubble["is_first"]:
        told = f"The reply to {fan_of(facts)} was committed at {clock(facts, bubble['planned_at'])}"
        if job["attempt"] > 1 or job["failures"]:
            # A retry has moved run_at: it says no more when the bubble was due.
            return [f"{told}, and this is its first bubble."]
        if job["run_at"] == job["created_at"]:
            return [f"{told}; its first bubble goes at once."]
        return [f"{told}; its first bubble is due at {clock(facts, job['run_at'])}, as drawn."]
    typing = between(job["created_at"], job["run_at"])
    if job["attempt"] > 1 or job["failures"]:
        return [f"The bubble before it went out at {clock(facts, job['created_at'])}."]
    return [
        f"The bubble before it went out at {clock(facts, job['created_at'])}; typing "
        f"{bubble['chars']} characters takes {span(typing)}."
    ]


def _why_another(facts: Json) -> list[str]:
    job = facts["job"]
    return [
        f"This {job['job_type']} job for {facts['creator']} was enqueued at "
        f"{clock(facts, job['created_at'])}."
    ]


def _failures(facts: Json) -> list[str]:
    job = facts["job"]
    if job["status"] not in ("queued", "running") or not job["last_error"]:
        return []
    message = job["last_error"].get("message", "unknown error")
    return [
        f"Attempt {job['last_error'].get('attempt', job['attempt'])} of {job['max_attempts']} "
        f"failed: {message}."
    ]


def _ends(facts: Json) -> list[str]:
    job = facts["job"]
    told: dict[str, Callable[[Json], list[str]]] = {
        "queued": _waits,
        "running": lambda facts: [
            f"Claimed at {clock(facts, job['claimed_at'])}{_late(facts)} and being worked on "
            f"by {job['locked_by']}."
        ],
        "done": _done,
        "parked": lambda facts: [
            "Parked until automation resumes: "
            + ("everybody is paused." if facts.get("everybody") == "paused"
               else "the creator is paused." if facts["automation"] == "paused"
               else f"for this fan it is {facts['fan']['automation']}.")
        ],
        "superseded": lambda facts: [
            f"Superseded at {clock(facts, job['finished_at'])}: a newer job answers everything."
        ],
        "held": lambda facts: [f"Held at {clock(facts, job['finished_at'])}: {_reason(facts)}."],
        "cancelled": lambda facts: [
            f"Cancelled at {clock(facts, job['finished_at'])}: {_reason(facts)}."
        ],
        "dead": lambda facts: [
            f"Failed for good at {clock(facts, job['finished_at'])}: {_reason(facts)}; "
            f"`fanpace jobs requeue {job['id']}` brings it back."
        ],
    }  # fmt: skip
    return told[job["status"]](facts)


def _waits(facts: Json) -> list[str]:
    job, delay = facts["job"], facts["delay"] or {}
    verb = {"reply": "Written", "deliver": "Sent", "inspect": "Looked at"}.get(
        job["job_type"], "Due"
    )
    ahead = between(facts["server_time"], job["run_at"])
    when = f"in {span(ahead)}" if ahead > 0.05 else f"due for {span(abs(ahead))}"
    target = delay.get("target_at") if "hastened" not in delay else None
    return [
        f"{verb} from {clock(facts, job['run_at'])} ({when})"
        + (f", first bubble about {clock(facts, target)}" if target else "")
        + "."
    ]


def _done(facts: Json) -> list[str]:
    job, delay = facts["job"], facts["delay"] or {}
    told = (
        f"Claimed at {clock(facts, job['claimed_at'])}{_late(facts)}, "
        f"{DONE.get(job['job_type'], 'done')} at {clock(facts, job['finished_at'])}"
    )
    sent = [bubble["sent_at"] for bubble in facts["bubbles"] if bubble["sent_at"]]
    if job["job_type"] != "reply" or not facts["bubbles"]:
        return [told + "."]
    if not sent:
        return [f"{told}; none of its {len(facts['bubbles'])} bubbles is out."]
    told += f"; first bubble sent at {clock(facts, sent[0])}"
    if delay.get("asked_at"):
        told += f", {span(between(delay['asked_at'], sent[0]))} after it was asked"
    if facts["first_due_at"]:
        after = between(facts["first_due_at"], sent[0])
        told += f" and {span(max(after, 0))} after its moment"
    if len(facts["bubbles"]) > 1:
        told += f", {len(sent)} of {len(facts['bubbles'])} in all"
    return [told + "."]


def _late(facts: Json) -> str:
    late = between(facts["job"]["run_at"], facts["job"]["claimed_at"])
    return f", {span(late)} late" if late >= 0.05 else ""


def _reason(facts: Json) -> str:
    job, turn = facts["job"], facts["turn"] or {}
    return str(
        (job["last_error"] or {}).get("message")
        or turn.get("hold_reason")
        or turn.get("close_reason")
        or {"cancelled": "nothing was left to do"}.get(job["status"], "a person decides")
    )


def hours_of(facts: Json) -> dict[str, Any]:
    """What the hours did, where they moved the reply."""
    hours: dict[str, Any] = (facts["delay"] or {}).get("hours", {})
    return hours if "opens_at" in hours else {}


def fan_of(facts: Json) -> str:
    return str((facts["fan"] or {}).get("name") or "the fan")
