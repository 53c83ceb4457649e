"""Modes of everybody, a creator and a fan, and the switch that stops everything."""

from __future__ import annotations

import itertools
from typing import Any

import psycopg
import pytest

from tests.project import Project, Row, refused
from tests.sql.people import does, new_member, new_user
from worker import explanation, fan_story

STRICTNESS = ["auto", "approve", "paused", "human", "opted_out"]


def set_mode(
    project: Project, scope: str, id_: int | None, mode: str, reason: str | None = None
) -> Row:
    query = "select private.set_mode(%s, %s, %s, %s, %s)"
    return dict(project.value(query, scope, id_, mode, reason, project.now))


def audited(project: Project) -> list[tuple[str, Row]]:
    rows = project.rows("select action, detail from audit_log order by id")
    return [(row["action"], row["detail"]) for row in rows]


def nudges(project: Project) -> list[Row]:
    rows = project.rows("select payload from realtime.messages order by inserted_at, id")
    return [row["payload"] for row in rows]


def test_the_strictest_of_the_three_modes_counts(project: Project) -> None:
    project.fan_writes("ada")
    query = """
        select private.mode_of(fans, creators.automation)
        from fans join creators on creators.id = fans.creator_id"""
    for everybody, creator, fan in itertools.product(STRICTNESS[:3], STRICTNESS[:3], STRICTNESS):
        project.execute("update settings set automation = %s", everybody)
        project.set_creator(creator)
        project.set_fan("ada", fan)
        strictest = max(everybody, creator, fan, key=STRICTNESS.index)
        assert project.value(query) == strictest, (everybody, creator, fan)


def test_everybodys_approve_mode_holds_the_reply_of_a_creator_in_auto(project: Project) -> None:
    set_mode(project, "global", None, "approve")
    project.fan_writes("ada")
    assert project.commit(project.claim_reply("ada"))["reason"] == "waits for approval"


def test_nothing_of_a_reply_goes_out_once_everybody_is_paused(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "one")
    set_mode(project, "global", None, "paused")
    answer = project.begin_send(project.claim_delivery())
    assert (answer["outcome"], answer["reason"]) == ("cancelled", "automation is off")
    assert project.claim() == []

    set_mode(project, "global", None, "auto")
    assert project.answer("ada", "one, again") == ["one, again"]


def test_whoever_is_paused_twice_stays_parked_until_both_are_over(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    job = project.wait_for(project.queued("reply"))
    set_mode(project, "global", None, "paused")
    set_mode(project, "creator", project.creator_id, "paused")
    assert project.claim() == []
    set_mode(project, "global", None, "auto")
    project.wait_for(project.queued("reply"))
    assert project.claim() == []
    assert project.job(job["id"])["status"] == "parked"
    set_mode(project, "creator", project.creator_id, "auto")
    project.wait_for(project.queued("reply"))
    assert [each["id"] for each in project.claim()] == [job["id"]]


def test_nothing_is_learned_of_a_fan_while_everybody_is_paused(project: Project) -> None:
    project.execute("update settings set profile_every = 1, profile_delay = '0'")
    set_mode(project, "global", None, "paused")
    project.fan_writes("ada")
    project.inspect()
    assert project.jobs("profile") == []
    set_mode(project, "global", None, "auto")
    project.fan_writes("ada")
    project.inspect()
    assert len(project.jobs("profile")) == 1


def test_a_change_of_mode_is_on_record_with_its_reason(project: Project) -> None:
    project.fan_writes("ada")
    fan_id = project.fan_id("ada")
    answer = set_mode(project, "creator", project.creator_id, "approve", "a new persona")
    assert answer == {
        "scope": "creator", "id": project.creator_id, "mode": "approve", "effective": "approve",
        "before": "auto", "changed": True,
    }  # fmt: skip
    set_mode(project, "fan", fan_id, "human", "Ada wants to talk")
    assert project.fan("ada")["automation_reason"] == "Ada wants to talk"
    # Told again nothing is changed.
    assert set_mode(project, "fan", fan_id, "human", "again")["changed"] is False
    assert audited(project) == [
        ("creator.mode",
         {"automation": ["auto", "approve"], "automation_reason": [None, "a new persona"]}),
        # What is said of a fan is not kept where it outlives the fan.
        ("fan.mode", {"automation": ["auto", "human"]}),
    ]  # fmt: skip


def test_what_counts_in_the_end_is_answered_too(project: Project) -> None:
    project.fan_writes("ada")
    set_mode(project, "global", None, "paused")
    answer = set_mode(project, "fan", project.fan_id("ada"), "approve")
    assert (answer["mode"], answer["effective"]) == ("approve", "paused")


def test_a_fan_who_opted_out_is_not_written_to_again_for_no_reason(project: Project) -> None:
    project.fan_writes("ada", "STOP")
    project.inspect(signals=["opt_out"])
    fan_id = project.fan_id("ada")
    with refused("PT422"):
        set_mode(project, "fan", fan_id, "auto", " ")
    set_mode(project, "fan", fan_id, "auto", "meant the noise")
    assert project.fan("ada")["automation"] == "auto"


@pytest.mark.parametrize(
    ("scope", "id_", "mode"),
    [
        ("global", None, "human"), ("creator", 1, "opted_out"), ("fan", 1, "off"),
        ("fan", None, "auto"), ("everybody", None, "auto"),
    ],
)  # fmt: skip
def test_what_is_no_mode_is_refused(
    project: Project, scope: str, id_: int | None, mode: str
) -> None:
    with refused("PT422"):
        set_mode(project, scope, id_, mode)


def test_who_may_turn_which_switch(project: Project) -> None:
    project.fan_writes("ada")
    fan_id = project.fan_id("ada")
    viewer, operator = new_member(project, "viewer"), new_member(project, "operator")
    stranger = new_user(project)

    def sets(user: str, scope: str, id_: int | None) -> Any:
        return does(project, user, "set_mode(%s, %s, 'approve')", scope, id_)["mode"]

    for scope, id_ in (("creator", project.creator_id), ("fan", fan_id)):
        assert sets(operator, scope, id_) == "approve"
        with refused("PT403"):
            sets(viewer, scope, id_)
        # Not even that there is one.
        with refused("PT404"):
            sets(stranger, scope, id_)
    assert sets(operator, "global", None) == "approve"
    assert does(project, operator, "stop_automation()")["stopped"]
    for user in (viewer, stranger):
        with refused("PT403"):
            sets(user, "global", None)
        with refused("PT403"):
            does(project, user, "start_automation()")

    project.execute(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
    )
    with refused("PT403"):  # of one creator of two
        does(project, operator, "start_automation()")
    listed = does(project, operator, "list_modes()")["creators"]
    assert [each["display_name"] for each in listed] == ["Luna"]
    assert does(project, stranger, "list_modes()")["creators"] == []


def test_the_stop_switch_is_turned_once_however_often_it_is_told(project: Project) -> None:
    first = project.value("select stop_automation('too eager')")
    assert first == {"stopped": True, "changed": True, "under_way": 0}
    since = project.value("select stopped_at from settings")
    assert project.value("select stop_automation('again')")["changed"] is False
    modes = project.value("select list_modes()")
    assert (modes["stopped"], modes["stop_reason"]) == (True, "too eager")
    assert project.value("select stopped_at from settings") == since

    assert project.value("select start_automation()")["changed"] is True
    assert project.value("select start_automation()")["changed"] is False
    assert project.row("select stopped_at, stop_reason from settings") == {
        "stopped_at": None, "stop_reason": None,
    }  # fmt: skip
    assert audited(project) == [
        ("automation.stop",
         {"automation_stopped": [False, True], "stop_reason": [None, "too eager"]}),
        ("automation.start",
         {"automation_stopped": [True, False], "stop_reason": ["too eager", None]}),
    ]  # fmt: skip
    assert [nudge["stopped"] for nudge in nudges(project)] == [True, False]


def test_whoever_turns_the_switch_in_the_dashboard_is_heard_at_once_as_well(
    project: Project,
) -> None:
    project.stop()
    assert project.value("select stop_reason from settings") == "turned by hand"
    project.stop()  # as it is: nothing to tell
    project.stop(False)
    assert [nudge["stopped"] for nudge in nudges(project)] == [True, False]


def test_stopping_says_how_much_cannot_be_called_back(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.start_sending("ada", "one", "two")
    assert project.value("select stop_automation()")["under_way"] == 1


def test_a_stopped_project_goes_on_where_it_was(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "one")
    job = project.claim_delivery()
    project.value("select stop_automation()")
    assert project.begin_send(job)["outcome"] == "wait"
    assert project.claim() == []
    project.value("select start_automation()")
    assert project.deliver_all() == ["one"]


def test_a_job_being_parked_while_everybody_is_resumed_is_not_forgotten(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    job = project.wait_for(project.queued("reply"))
    set_mode(project, "global", None, "paused")
    with psycopg.connect(project.dsn) as resuming:
        resuming.execute("update settings set automation = 'auto'")
        # Not parked: whoever resumes at this moment would not see it.
        assert [each["id"] for each in project.claim()] == [job["id"]]
        resuming.commit()


def test_whoever_asks_why_a_fan_waits_is_told_that_everybody_is_paused(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    job = project.wait_for(project.queued("reply"))
    set_mode(project, "global", None, "paused")
    assert project.claim() == []
    facts = project.value("select private.explain_job(%s, null, %s)", job["id"], project.now)
    assert any("everybody is paused" in line for line in explanation.sentences(facts))
    story = project.value("select private.explain_fan('ada', %s)", project.now)
    assert fan_story.sentences(story)[-1].endswith("for Luna; for everybody it is paused.")
