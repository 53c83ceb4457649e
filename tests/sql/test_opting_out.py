"""STOP ends automation with one confirmation; START resumes what was there before, no more."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sql.holding import TEXTS, look, record, release, says, texts_sent

CONFIRMED = TEXTS["opted_out"]


def test_a_stop_is_confirmed_at_once_though_the_fan_is_opted_out(project: Project) -> None:
    says(project, "ada", "STOP", "opt_out")
    assert project.fan("ada")["automation"] == "opted_out"
    assert project.queued("deliver")["run_at"] == project.now
    assert texts_sent(project) == [CONFIRMED]


def test_three_stops_are_confirmed_once(project: Project) -> None:
    for _ in range(3):
        project.fan_writes("ada", "STOP")
    look(project, "opt_out")
    for _ in range(3):
        says(project, "ada", "STOP", "opt_out")
    assert texts_sent(project) == [CONFIRMED]


@pytest.mark.parametrize("mode", ["approve", "paused", "human"])
def test_a_stop_is_confirmed_in_every_mode(project: Project, mode: str) -> None:
    says(project, "ada", "hi")
    project.set_fan("ada", mode)
    says(project, "ada", "STOP", "opt_out")
    assert texts_sent(project) == [CONFIRMED]
    assert project.fan("ada")["opted_out_from"] == mode


def test_a_start_that_was_written_before_the_stop_was_read_is_answered(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "STOP")
    (job,) = project.claim()
    # In a turn already, since nobody knows of the STOP.
    project.fan_writes("ada", "START")
    (stop,) = job["context"]["messages"]
    record(project, job, [{"message_id": stop["id"], "signals": ["opt_out"]}])
    look(project, "opt_in")
    assert project.fan("ada")["automation"] == "auto"
    assert texts_sent(project) == [CONFIRMED]
    assert project.unanswered(project.claim_reply("ada")) == ["START"]


def test_who_opted_out_is_heard_and_gets_nothing_more(project: Project) -> None:
    says(project, "ada", "STOP", "opt_out")
    texts_sent(project)
    says(project, "ada", "are you a bot? got pics?", "sincere_question", "asks_for_content")
    assert texts_sent(project) == []
    assert project.fan("ada")["stage"] == "new"
    assert project.claim() == []


@pytest.mark.parametrize("mode", ["auto", "approve"])
def test_start_resumes_and_is_answered_with_what_came_after_it(project: Project, mode: str) -> None:
    project.was_told("ada")
    says(project, "ada", "hi")
    project.set_fan("ada", mode)
    says(project, "ada", "STOP", "opt_out")
    texts_sent(project)
    says(project, "ada", "never mind me")
    project.fan_writes("ada", "START")
    (job,) = project.claim()
    # Not looked at yet, and not lost either.
    project.fan_writes("ada", "I missed you")
    (start,) = job["context"]["messages"]
    record(project, job, [{"message_id": start["id"], "signals": ["opt_in"]}])
    assert project.fan("ada")["automation"] == mode
    reply = project.claim_reply("ada")
    assert project.unanswered(reply) == ["START", "I missed you"]


@pytest.mark.parametrize("mode", ["human", "paused"])
def test_start_lifts_neither_a_takeover_nor_a_pause(project: Project, mode: str) -> None:
    says(project, "ada", "hi")
    project.set_fan("ada", "approve")
    project.set_fan("ada", mode)
    says(project, "ada", "STOP", "opt_out")
    says(project, "ada", "START", "opt_in")
    fan = project.fan("ada")
    assert fan["automation"] == mode
    assert fan["automation_before"] == ("approve" if mode == "human" else None)


@pytest.mark.parametrize("first", ["the sign", "the stop"])
def test_start_lifts_no_stop_sign(project: Project, first: str) -> None:
    said = [("my mum died", "distress"), ("STOP", "opt_out")]
    for text, signal in said if first == "the sign" else reversed(said):
        says(project, "ada", text, signal)
        project.later(1)
    assert project.fan("ada")["automation"] == "opted_out"
    says(project, "ada", "START", "opt_in")
    fan = project.fan("ada")
    assert (fan["automation"], fan["stop_sign"]) == ("human", "distress")
    assert project.turns()[-1]["status"] == "held"
    assert release(project, "ada")["automation"] == "auto"


def test_a_release_does_not_opt_anybody_in(project: Project) -> None:
    says(project, "ada", "my mum died", "distress")
    says(project, "ada", "STOP", "opt_out")
    assert release(project, "ada")["automation"] == "opted_out"
    says(project, "ada", "START", "opt_in")
    assert project.fan("ada")["automation"] == "auto"


def test_start_of_who_did_not_opt_out_is_a_message_like_others(project: Project) -> None:
    says(project, "ada", "start", "opt_in")
    assert project.fan("ada")["automation"] == "auto"
    assert [turn["status"] for turn in project.turns()] == ["open"]
    assert project.outbound() == []


@pytest.mark.parametrize(
    ("texts", "mode"), [(("START", "STOP"), "opted_out"), (("STOP", "START"), "auto")]
)
def test_the_last_word_counts(project: Project, texts: tuple[str, str], mode: str) -> None:
    says(project, "ada", "STOP", "opt_out")
    texts_sent(project)
    for text in texts:
        project.fan_writes("ada", text)
        project.later(1)
    (job,) = project.claim()
    signal = {"START": "opt_in", "STOP": "opt_out"}
    found = [
        {"message_id": each["id"], "signals": [signal[each["body"]]]}
        for each in job["context"]["messages"]
    ]
    record(project, job, found)
    assert project.fan("ada")["automation"] == mode
    assert texts_sent(project) == []


def test_a_possible_minor_gets_no_confirmation(project: Project) -> None:
    says(project, "ada", "I'm 15", "minor")
    says(project, "ada", "STOP", "opt_out")
    assert project.fan("ada")["automation"] == "opted_out"
    assert texts_sent(project) == []


def test_who_opted_out_and_is_in_danger_is_told_where_to_turn(project: Project) -> None:
    says(project, "ada", "STOP, I want to die", "opt_out", "self_harm")
    assert texts_sent(project) == [TEXTS["crisis"], CONFIRMED]
    assert project.fan("ada")["automation"] == "opted_out"


def test_a_reply_under_way_is_not_followed_by_another_after_stop(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    job, message = project.start_sending("ada", "hey", "you")
    says(project, "ada", "STOP", "opt_out")
    project.finish_send(job, message["id"])
    assert texts_sent(project) == [CONFIRMED]
