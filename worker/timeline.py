"""
What happened to a job and what is planned for it, in order of time.

The facts are explain_job's, in the creator's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from worker.explanation import DONE, fan_of, hours_of
from worker.rows import Json
from worker.spoken_times import clock, moment


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    at: datetime
    what: str


def timeline(facts: Json) -> list[Event]:
    """Return what happened and what is planned, in order of time."""
    job, delay, hours = facts["job"], facts["delay"] or {}, hours_of(facts)
    who = fan_of(facts)
    events = [(job["created_at"], "enqueued")] if not facts["messages"] else []
    events += [(message["at"], f"{who} wrote") for message in facts["messages"]]
    events += [
        (push["at"], f"pushed back to {clock(facts, push['to'])}") for push in facts["pushes"]
    ]
    events += [
        (facts["caught_up_at"], "long overdue: drawn anew"),
        (hours.get("wanted_at"), "wanted by the draw, outside active hours"),
        (hours.get("opens_at"), "active hours open"),
        (job["run_at"], "due"),
        (delay.get("target_at"), "the fan is to read the first bubble")
        if "hastened" not in delay
        else (None, ""),
        (job["claimed_at"], f"claimed by {job['locked_by'] or 'a worker'}"),
        (
            job["finished_at"],
            {"done": DONE.get(job["job_type"], "done")}.get(job["status"], job["status"]),
        ),
    ]
    events += [
        (bubble["sent_at"], "disclosure sent" if bubble["is_disclosure"] else "bubble sent")
        for bubble in facts["bubbles"]
    ]
    dated = [Event(moment(at), what) for at, what in events if at is not None]
    return sorted(dated, key=lambda event: event.at)
