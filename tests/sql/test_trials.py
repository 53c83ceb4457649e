"""Trials: what is written for a test fan is never sent, and nothing of it stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.project import Project, Row, refused


def begin(project: Project, creator: str = "1") -> Row:
    started: Row = project.value("select private.begin_trial(%s, %s)", creator, project.now)
    return started


def progress(project: Project, fan_id: int) -> Row:
    found: Row = project.value("select private.trial_progress(%s, %s)", fan_id, project.now)
    return found


def write(project: Project, started: Row, text: str = "hello") -> None:
    event = project.event(
        "test", "message.received",
        message={"uuid": "00000000-0000-4000-8000-00000000aaaa", "text": text, "price_cents": 0},
    )  # fmt: skip
    event["fan"] = {"uuid": started["fan_uuid"], "handle": None, "display_name": "fanpace test"}
    assert project.ingest(event)["status"] == "accepted"


def test_a_reply_to_a_test_fan_is_planned_and_never_begun(project: Project) -> None:
    started = begin(project)
    write(project, started)
    fan_id = started["fan_id"]
    assert progress(project, fan_id)["inspected_at"] is None
    project.inspect()
    project.wait_for(project.queued("reply"))
    (job,) = [job for job in project.claim() if job["job_type"] == "reply"]
    assert project.commit(job, "one", "two")["outcome"] == "planned"
    assert progress(project, fan_id)["bubbles"][-1] == "two"

    delivery = project.claim_delivery()
    assert project.begin_send(delivery) == {
        "outcome": "cancelled", "reason": "a test fan is sent nothing",
    }  # fmt: skip
    found = progress(project, fan_id)
    assert (found["sent"], found["turn"]) == (0, "cancelled")
    assert found["reason"] == "a test fan is sent nothing"
    assert {status for _, status in project.bubbles()} == {"cancelled"}


def test_a_trial_takes_away_what_it_made(project: Project) -> None:
    started = begin(project)
    write(project, started)
    project.value("select private.end_trial(%s, %s)", started["fan_id"], project.now)
    assert project.value("select count(*) from public.fans") == 0
    assert project.value("select count(*) from public.jobs_queue where fan_id is not null") == 0


def test_what_a_dead_trial_left_goes_with_the_next_one(project: Project) -> None:
    first = begin(project)
    project.later(timedelta(hours=2).total_seconds())
    second = begin(project)
    assert project.rows("select id from public.fans") == [{"id": second["fan_id"]}]
    assert first["fan_id"] != second["fan_id"]


def test_no_other_fan_can_be_taken_for_a_test_fan(project: Project) -> None:
    project.fan_writes("ada")
    for function in ("trial_progress", "end_trial"):
        with refused("PT404"):
            project.value(f"select private.{function}(%s, %s)", project.fan_id("ada"), project.now)


@pytest.mark.parametrize("creator", ["nobody", "999"])
def test_an_unknown_creator_is_told(project: Project, creator: str) -> None:
    with refused("PT404"):
        begin(project, creator)
