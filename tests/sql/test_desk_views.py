"""The views for a day at the desk: what each shows, to whom, and that a page of it is cheap."""

from __future__ import annotations

import pytest

from tests.project import Project, Row
from tests.sql.people import new_member, new_user, signed_in

VIEWS = ("desk_inbox", "desk_queue", "desk_fans", "desk_funnel", "desk_health")


def inbox(project: Project) -> list[Row]:
    return project.rows("select * from desk_inbox order by waiting_since, kind")


def health(project: Project) -> dict[str, Row]:
    found = project.rows("select * from private.project_health(%s)", project.now)
    return {row["name"]: row for row in found}


# -- desk_inbox


def test_a_draft_that_waits_for_approval_shows_with_its_bubbles(project: Project) -> None:
    project.set_creator("approve")
    project.was_told("ada")
    project.fan_writes("ada", "what are you up to?")
    job = project.claim_reply("ada")
    assert project.commit(job, "not much", "you?")["outcome"] == "held"
    (item,) = inbox(project)
    assert (item["kind"], item["fan"], item["creator"]) == ("draft", "ada", "Luna")
    assert item["draft"] == ["not much", "you?"]
    assert item["last_message"] == "what are you up to?"
    assert "approval" in item["reason"]
    approved = "select private.approve_turn(%s, %s, %s)"
    project.execute(approved, item["turn_id"], item["revision"], project.now)
    assert inbox(project) == []


def test_a_dead_letter_and_its_held_turn_are_one_line(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.fail(job, "the model refuses", permanent=True)
    (item,) = inbox(project)
    assert (item["kind"], item["job_id"]) == ("dead_letter", job["id"])
    assert item["turn_id"] == job["context"]["turn"]["id"]
    assert item["reason"] == "reply failed for good: the model refuses"


def test_a_fan_with_a_stop_sign_is_one_line_however_many_turns_are_held(project: Project) -> None:
    project.fan_writes("ada", "i want to hurt myself")
    project.inspect(signals=["self_harm"])
    project.fan_writes("ada", "please")
    project.inspect()
    (item,) = [row for row in inbox(project) if row["kind"] != "draft"]
    assert (item["kind"], item["fan"]) == ("stop_sign", "ada")
    assert "self-harm" in item["reason"]


def test_a_message_of_which_nobody_knows_names_its_text_and_its_id(project: Project) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    assert inbox(project) == []
    project.call("record_reconciliation", job, message["id"], "undecidable")
    (item,) = inbox(project)
    assert (item["kind"], item["message_id"]) == ("unknown_send", message["id"])
    assert message["body"] in item["reason"]


def test_what_failed_for_a_creator_as_a_whole_has_no_fan(project: Project) -> None:
    project.execute(
        "insert into jobs_queue (job_type, creator_id, status, finished_at)"
        " values ('reconcile', %s, 'dead', now())",
        project.creator_id,
    )
    (item,) = inbox(project)
    assert (item["fan"], item["draft"], item["turn_id"]) == (None, [], None)


# -- desk_queue


def test_what_is_due_is_shown_with_why_in_words(project: Project) -> None:
    project.fan_writes("ada")
    queue = project.rows("select * from desk_queue order by run_at")
    assert [row["job_type"] for row in queue] == ["inspect", "reply"]
    reply = queue[1]
    drawn = reply["why"]["delay"]["seconds"]
    assert reply["why"]["says"] == f"a wait of {round(drawn)} s was drawn"
    assert reply["lane"] == "turn"
    assert reply["status"] == "queued"
    wanted = (reply["run_at"] - project.value("select now()")).total_seconds()
    assert abs(reply["due_in_seconds"] - wanted) <= 2


def test_what_is_parked_says_for_whom_automation_is_off(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.set_fan("ada", "paused")
    project.wait_for(project.queued("reply"))
    project.claim()
    parked = project.row("select * from desk_queue where status = 'parked'")
    assert "automation is paused for this fan" in parked["why"]["says"]


def test_what_failed_before_says_so_and_how(project: Project) -> None:
    project.fan_writes("ada")
    project.fail(project.claim_reply("ada"), "no answer")
    reply = project.row("select * from desk_queue where job_type = 'reply'")
    assert (reply["last_error"], reply["attempt"]) == ("no answer", 1)
    assert "failed 1 times" in reply["why"]["says"]


def test_what_is_over_is_not_in_the_queue(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.answer("ada", "hey")
    assert project.rows("select from desk_queue") == []


# -- desk_fans


def test_a_fans_line_tells_where_the_conversation_stands(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    line = project.row("select * from desk_fans")
    assert (line["fan"], line["stage"], line["tier"]) == ("ada", "new", "standard")
    assert (line["open_turn_status"], line["last_inbound_at"]) == ("open", project.now)
    project.answer("ada", "hey")
    line = project.row("select * from desk_fans")
    assert (line["open_turn_status"], line["last_reply_at"]) == (None, project.now)


# -- desk_funnel


def test_the_funnel_counts_who_stood_where_on_each_day(project: Project) -> None:
    for fan in ("ada", "bob", "cleo"):
        project.fan_writes(fan)
    ada, bob, cleo = (project.fan_id(fan) for fan in ("ada", "bob", "cleo"))
    # Three came three days ago; two went on to warmup yesterday, one of them to sales today.
    project.execute("update fans set created_at = now() - interval '3 days'")
    for fan, before, after, days in (
        (ada, "new", "warmup", 1), (bob, "new", "warmup", 1), (ada, "warmup", "sales", 0),
    ):  # fmt: skip
        project.execute(
            "insert into stage_transitions (fan_id, from_stage, to_stage, reason, at)"
            " values (%s, %s, %s, 'x', now() - %s * interval '1 day')",
            fan, before, after, days,
        )  # fmt: skip
        project.execute("update fans set stage = %s where id = %s", after, fan)
    assert project.value("select stage from fans where id = %s", cleo) == "new"
    lines = {
        (row["ago"], row["stage"]): (row["fans"], row["entered"], row["left_to"])
        for row in project.rows(
            "select *, (now() at time zone 'UTC')::date - day as ago from desk_funnel"
        )
    }
    assert len(lines) == 30 * 5
    assert lines[4, "new"] == (0, 0, {})
    assert lines[3, "new"] == (3, 3, {})
    assert lines[2, "new"] == (3, 0, {})
    assert lines[1, "new"] == (1, 0, {"warmup": 2})
    assert lines[1, "warmup"] == (2, 2, {})
    assert lines[0, "warmup"] == (1, 0, {"sales": 1})
    assert lines[0, "sales"] == (1, 1, {})


# -- desk_health


def test_a_project_where_all_is_well_has_nothing_to_do(project: Project) -> None:
    project.execute("update creators set reconciled_at = %s", project.now)
    lines = health(project)
    assert {row["ok"] for row in lines.values()} == {True}
    assert {row["what_to_do"] for row in lines.values()} == {None}
    assert project.rows("select from desk_health where name = 'worker'") == [{}]


@pytest.mark.parametrize(
    ("name", "break_it"),
    [
        ("stop switch", "update settings set automation_stopped = true"),
        ("everybody's mode", "update settings set automation = 'paused'"),
        ("mode", "update creators set automation = 'paused'"),
        ("look through chats", "update creators set reconciled_at = '2026-01-01'"),
        ("worker", "insert into jobs_queue (job_type, creator_id, run_at)"
         " select 'reconcile', id, '2026-11-22' from creators"),
        ("dead letters", "insert into jobs_queue (job_type, creator_id, status, finished_at)"
         " select 'reconcile', id, 'dead', now() from creators"),
        ("Fanvue's budget", "insert into rate_budgets select id, 5, now(), 'infinity'"
         " from creators"),
        ("last inbound", "insert into fans (creator_id, platform_uuid, last_inbound_at)"
         " select id, gen_random_uuid(), '2026-11-01' from creators"),
    ],
)  # fmt: skip
def test_what_is_not_well_says_what_to_do(project: Project, name: str, break_it: str) -> None:
    project.execute("update creators set reconciled_at = %s", project.now)
    project.execute(break_it)
    lines = health(project)
    assert [each for each, row in lines.items() if not row["ok"]] == [name]
    assert lines[name]["what_to_do"]


def test_a_reply_that_waits_for_a_person_is_no_sign_of_a_missing_worker(project: Project) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    project.call("record_reconciliation", job, message["id"], "undecidable")
    project.fan_writes("ada", "hello?")
    project.inspect()
    project.later(86400)
    assert project.queued("reply")["run_at"] < project.now
    assert health(project)["worker"]["ok"] is True


def test_turns_that_wait_are_well_for_an_hour(project: Project) -> None:
    project.set_creator("approve")
    project.was_told("ada")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey")
    waits = health(project)["waits for a person"]
    assert (waits["ok"], waits["value"]) == (True, 1)
    project.later(3700)
    assert health(project)["waits for a person"]["ok"] is False


# -- who sees what


def test_members_see_their_own_creators_lines_and_others_none(project: Project) -> None:
    project.set_creator("approve")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey")
    project.fan_writes("bob")
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    for user, own in (
        (new_member(project, "viewer"), {"Luna"}),
        (new_member(project, "operator", other), {"Mia"}),
        (new_user(project), set()),
    ):
        with signed_in(project, user) as connection:
            for view in VIEWS[:-1]:
                shown = connection.execute(f"select distinct creator from {view}").fetchall()
                # The second creator has no fans yet, and is in the funnel all the same.
                assert {name for (name,) in shown} == (
                    own if own == {"Luna"} or view == "desk_funnel" else set()
                ), view
            ids = connection.execute("select distinct creator_id from desk_health").fetchall()
            assert len({id_ for (id_,) in ids} - {None}) == len(own)
            assert bool(ids) == bool(own)
