"""After a takeover automation resumes by rule: the person is silent, and the fan writes again."""

from __future__ import annotations

import uuid

import pytest

from tests.project import Project

HOUR = 3600


def take_over(project: Project, fan: str = "ada") -> None:
    project.platform_sent(fan, str(uuid.uuid4()), text="it's me")


def test_automation_resumes_when_the_person_was_silent_and_the_fan_writes(
    project: Project,
) -> None:
    project.fan_writes("ada", "one")
    take_over(project)
    taken = project.fan("ada")
    assert (taken["automation"], taken["automation_before"]) == ("human", "auto")
    assert taken["automation_reason"] == "a person wrote to the fan"
    assert taken["automation_changed_at"] == taken["last_human_at"] == project.now
    project.later(12 * HOUR + 1)
    assert project.fan("ada")["automation"] == "human", "silence alone resumes nothing"

    project.fan_writes("ada", "two")

    fan = project.fan("ada")
    assert (fan["automation"], fan["automation_before"]) == ("auto", None)
    assert fan["automation_reason"] == "resumed: no person wrote for 12:00:00"
    assert fan["automation_changed_at"] == project.now
    # What the person answered is not answered again.
    assert project.unanswered(project.claim_reply("ada")) == ["two"]


def test_automation_stays_with_the_person_who_still_writes(project: Project) -> None:
    project.fan_writes("ada")
    take_over(project)
    project.later(8 * HOUR)
    take_over(project)
    project.later(8 * HOUR)
    project.fan_writes("ada", "still there?")
    assert project.fan("ada")["automation"] == "human"
    project.later(5 * HOUR)
    project.fan_writes("ada", "hello?")
    assert project.fan("ada")["automation"] == "auto"


def test_what_came_meanwhile_is_answered_once_and_after_a_wait_of_its_own(
    project: Project,
) -> None:
    take_over(project)
    for text in ("one", "two"):
        project.later(5 * HOUR)
        project.fan_writes("ada", text)
        project.inspect()
        project.wait_for(project.queued("reply"))
        assert project.claim() == []
    assert {job["status"] for job in project.jobs("reply")} == {"parked"}
    project.later(3 * HOUR)

    answer = project.fan_writes("ada", "three")

    (queued,) = [job for job in project.jobs("reply") if job["status"] == "queued"]
    assert queued["id"] == answer["job_id"]
    assert queued["payload"]["delay"]["model"] == "plan"
    assert queued["run_at"] > project.now
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two", "three"]
    assert {job["status"] for job in project.jobs("reply")} == {"cancelled", "running"}


@pytest.mark.parametrize(
    ("silence", "resumes"), [("1 hour", True), ("3 hours", False), ("0", False)]
)
def test_the_silence_is_a_setting_and_zero_means_never(
    project: Project, silence: str, resumes: bool
) -> None:
    project.execute("update settings set human_resume_after = %s", silence)
    take_over(project)
    project.later(2 * HOUR)
    project.fan_writes("ada")
    assert (project.fan("ada")["automation"] == "auto") is resumes


def test_a_fan_whose_replies_wait_for_approval_resumes_to_that(project: Project) -> None:
    project.fan_writes("ada")
    project.set_fan("ada", "approve")
    take_over(project)
    project.later(13 * HOUR)
    project.fan_writes("ada")
    assert project.fan("ada")["automation"] == "approve"


@pytest.mark.parametrize("mode", ["paused", "opted_out"])
def test_nobody_else_is_resumed_by_it(project: Project, mode: str) -> None:
    project.fan_writes("ada")
    project.set_fan("ada", mode)
    take_over(project)
    assert project.fan("ada")["automation"] == mode
    project.later(1000 * HOUR)
    project.fan_writes("ada")
    assert project.fan("ada")["automation"] == mode


def test_a_change_by_hand_is_on_record_too(project: Project) -> None:
    project.fan_writes("ada")
    project.set_fan("ada", "paused")
    fan = project.fan("ada")
    assert fan["automation_reason"] == "changed by hand"
    assert fan["automation_changed_at"] is not None
    project.execute("update fans set automation = 'auto', automation_reason = 'the campaign ended'")
    assert project.fan("ada")["automation_reason"] == "the campaign ended"


def test_who_asked_to_be_left_alone_has_that_on_record(project: Project) -> None:
    project.fan_writes("ada", "STOP")
    project.inspect(signals=["opt_out"])
    assert project.fan("ada")["automation_reason"] == "the fan asked for it"
