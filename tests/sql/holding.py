"""
Steps that the tests about held fans, notices and opting out share.
"""

from __future__ import annotations

import json

from tests.project import Project, Row

# As worker/notices.py brings them.
TEXTS = {
    "crisis": "This is an automated message from an AI assistant. Please call 988.",
    "identity": "I'm an AI assistant, I answer here for Luna.",
    "opted_out": "This AI assistant stops writing to you. Write START to come back.",
    "prompt_version": "v1",
}


def look(project: Project, *signals: str, texts: Row = TEXTS) -> None:
    """Do the inspection that is due; every message of it shows `signals`."""
    job = claim_inspection(project)
    found = [{"message_id": each["id"], "signals": signals} for each in job["context"]["messages"]]
    record(project, job, found, texts)


def claim_inspection(project: Project) -> Row:
    """Claim the one inspection that is due and give back what else was."""
    jobs = project.claim()
    for other in jobs:
        if other["job_type"] != "inspect":
            project.call("release_job", other, 0.0)
    (job,) = [job for job in jobs if job["job_type"] == "inspect"]
    return job


def claim_reply(project: Project) -> Row:
    """Claim the one reply that is due."""
    (job,) = [job for job in project.claim() if job["job_type"] == "reply"]
    return job


def record(project: Project, job: Row, found: list[Row], texts: Row = TEXTS) -> None:
    answer = project.value(
        "select private.record_inspection(%s, %s, %s, %s, %s)",
        job["id"], job["lease_token"], json.dumps(found), project.now, json.dumps(texts),
    )  # fmt: skip
    assert answer == {"outcome": "recorded"}, answer


def says(project: Project, fan: str, text: str, *signals: str) -> None:
    """The fan writes, and it is looked at."""
    project.fan_writes(fan, text)
    look(project, *signals)


def release(project: Project, fan: str, *, adult: bool = False) -> Row:
    # Moments tell our own changes from a person's in the dashboard.
    project.later(1)
    return dict(
        project.value(
            "select private.release_fan(%s, %s, %s)", project.fan_id(fan), adult, project.now
        )
    )


def texts_sent(project: Project) -> list[str]:
    """Deliver what is planned and return it."""
    return project.deliver_all()


def held_turns(project: Project) -> list[tuple[str, str | None]]:
    return [
        (turn["status"], turn["hold_reason"]) for turn in project.turns() if not turn["is_notice"]
    ]
