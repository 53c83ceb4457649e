"""A stop sign holds the fan for a person: what stops, what waits, and what lets it go on."""

from __future__ import annotations

import json

import pytest

from tests.project import Project, Row, refused
from tests.sql.holding import (
    TEXTS,
    claim_reply,
    held_turns,
    look,
    record,
    release,
    says,
    texts_sent,
)
from tests.sql.offer_shop import make_offer, open_shop

SIGNS = ["minor", "self_harm", "threat", "refund_legal", "distress"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_stop_sign_holds_the_fan_and_the_turn_for_a_person(project: Project, sign: str) -> None:
    says(project, "ada", "something grave", sign)
    fan = project.fan("ada")
    assert (fan["stop_sign"], fan["stop_sign_at"]) == (sign, project.now)
    assert (fan["automation"], fan["automation_reason"]) == ("human", f"stop sign: {sign}")
    assert held_turns(project) == [("held", f"stop sign: {sign}")]
    assert [job for job in project.jobs("reply") if job["finished_at"] is None] == []


def test_what_is_urgent_but_no_stop_sign_holds_nobody(project: Project) -> None:
    says(project, "ada", "I was charged twice", "billing", "cannot_afford", "support")
    assert project.fan("ada")["stop_sign"] is None
    assert project.fan("ada")["automation"] == "auto"
    assert held_turns(project) == [("open", None)]


def test_a_reply_that_is_being_written_is_void(project: Project) -> None:
    project.fan_writes("ada", "hi")
    job = project.claim_reply("ada")
    says(project, "ada", "my lawyer will write to you", "refund_legal")
    assert project.job(job["id"])["status"] == "held"
    with refused("PT409"):
        project.commit(job, "hey you")
    assert project.outbound() == []


def test_planned_bubbles_are_cancelled(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    assert project.commit(project.claim_reply("ada"), "hey", "you")["outcome"] == "planned"
    says(project, "ada", "i feel so broken", "distress")
    assert project.bubbles() == [("hey", "cancelled"), ("you", "cancelled")]
    assert texts_sent(project) == []


def test_a_bubble_under_way_is_recorded_and_the_next_is_not_sent(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    job, message = project.start_sending("ada", "hey", "you")
    says(project, "ada", "I'm 15", "minor")
    project.finish_send(job, message["id"])
    assert project.bubbles() == [("hey", "sent"), ("you", "cancelled")]
    assert held_turns(project) == [("answered", None), ("held", "stop sign: minor")]
    assert texts_sent(project) == []


def test_a_bubble_that_came_back_unsent_is_not_tried_again(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    job, message = project.start_sending("ada", "hey")
    says(project, "ada", "I'm 15", "minor")
    assert project.fail(job, unsent=True) == "queued"
    assert texts_sent(project) == []
    assert project.message(message["id"])["status"] == "cancelled"
    assert held_turns(project) == [("held", "stop sign: minor")] * 2


def test_a_draft_that_waits_for_approval_is_void(project: Project) -> None:
    project.set_creator("approve")
    project.fan_writes("ada", "hi")
    assert project.commit(project.claim_reply("ada"), "hey")["outcome"] == "held"
    says(project, "ada", "I will find you", "threat")
    assert {row["status"] for row in project.outbound()} == {"cancelled"}
    assert ("held", "stop sign: threat") in held_turns(project)


def test_an_open_offer_is_withdrawn(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    assert project.value("select status from fan_offers") == "open"
    says(project, "ada", "give me my money back", "refund_legal")
    made = project.row("select * from fan_offers")
    assert (made["status"], made["reason"]) == ("expired", "withdrawn: stop sign: refund_legal")


def test_whoever_is_held_is_not_sold_to_after_the_release_either(project: Project) -> None:
    says(project, "ada", "got pics?", "asks_for_content")
    assert project.fan("ada")["stage"] == "sales"
    says(project, "ada", "my mum died and I want pics", "distress", "asks_for_content")
    assert project.fan("ada")["last_trigger_at"] is None
    release(project, "ada")
    claim_reply(project)
    assert project.fan("ada")["stage"] == "new"


def test_new_messages_wait_in_the_turn_that_is_held(project: Project) -> None:
    says(project, "ada", "I will sue you", "refund_legal")
    says(project, "ada", "do you hear me?")
    assert held_turns(project) == [("held", "stop sign: refund_legal")]
    assert [row["turn_id"] for row in project.rows("select turn_id from messages")] == [
        project.turns()[0]["id"]
    ] * 2
    assert [job for job in project.jobs("reply") if job["finished_at"] is None] == []


def test_a_held_fan_does_not_resume_by_rule_and_a_takeover_does(project: Project) -> None:
    project.execute("update settings set human_resume_after = '1 hour'")
    says(project, "ada", "I will sue you", "refund_legal")
    project.fan_writes("bob", "hi")
    project.inspect()
    project.set_fan("bob", "human")
    project.execute("update fans set automation_changed_at = %s where handle = 'bob'", project.now)
    project.later(7200)
    for name in ("ada", "bob"):
        project.fan_writes(name, "still there?")
    assert [project.fan(name)["automation"] for name in ("ada", "bob")] == ["human", "auto"]


def test_a_graver_sign_takes_the_place_of_a_lesser_one_and_not_the_other_way(
    project: Project,
) -> None:
    says(project, "ada", "I'm so sad", "distress")
    says(project, "ada", "I'm 15", "minor")
    assert project.fan("ada")["stop_sign"] == "minor"
    assert ("held", "stop sign: minor") in held_turns(project)
    says(project, "ada", "I will sue you", "refund_legal", "self_harm")
    assert project.fan("ada")["stop_sign"] == "minor"
    assert project.fan("ada")["stop_sign_before"] == "auto"


# -- letting go


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign != "minor"])
def test_a_release_answers_what_waits(project: Project, sign: str) -> None:
    says(project, "ada", "one", sign)
    texts_sent(project)
    says(project, "ada", "two")
    assert release(project, "ada") == {
        "outcome": "released", "stop_sign": sign, "automation": "auto",
    }  # fmt: skip
    reply = claim_reply(project)
    assert project.unanswered(reply) == ["one", "two"]
    assert project.commit(reply, "I am here")["outcome"] == "planned"
    assert project.fan("ada")["stop_sign_before"] is None


def test_a_possible_minor_is_released_only_by_saying_that_they_are_an_adult(
    project: Project,
) -> None:
    says(project, "ada", "I'm 15", "minor")
    with refused("PT422") as error:
        release(project, "ada")
    assert "confirmed_adult" in str(error.value.diag.message_hint)
    assert project.fan("ada")["stop_sign"] == "minor"
    assert release(project, "ada", adult=True)["outcome"] == "released"
    assert project.fan("ada")["adult_confirmed_at"] == project.now
    says(project, "ada", "haha I'm really 15", "minor")
    assert project.fan("ada")["stop_sign"] == "minor"


def test_a_release_of_nobody_who_is_held_changes_nothing(project: Project) -> None:
    says(project, "ada", "hi")
    before = project.fan("ada")
    assert release(project, "ada") == {"outcome": "not_held", "automation": "auto"}
    assert project.fan("ada") == before
    with refused("PT404"):
        project.value("select private.release_fan(0, false, %s)", project.now)


@pytest.mark.parametrize("mode", ["approve", "paused", "human", "opted_out"])
def test_a_release_goes_back_to_the_mode_before(project: Project, mode: str) -> None:
    says(project, "ada", "hi")
    project.set_fan("ada", mode)
    says(project, "ada", "I will sue you", "refund_legal")
    held = "opted_out" if mode == "opted_out" else "human"
    assert project.fan("ada")["automation"] == held
    assert project.fan("ada")["stop_sign_before"] == mode
    assert release(project, "ada")["automation"] == mode
    assert project.fan("ada")["automation"] == mode


def test_a_release_is_on_record_without_a_word_of_the_fan(project: Project) -> None:
    says(project, "ada", "I'm 15", "minor")
    release(project, "ada", adult=True)
    logged = project.row("select * from audit_log")
    assert (logged["action"], logged["fan"]) == ("fan.release", project.fan("ada")["pseudonym"])
    assert logged["detail"] == {"stop_sign": "minor", "confirmed_adult": True, "automation": "auto"}


# -- by hand


def test_a_person_who_sets_auto_by_hand_lets_a_lesser_sign_go(project: Project) -> None:
    says(project, "ada", "I'm so sad", "distress")
    project.set_fan("ada", "auto")
    fan = project.fan("ada")
    assert (fan["automation"], fan["stop_sign"], fan["stop_sign_at"]) == ("auto", None, None)
    assert held_turns(project) == [("open", None)]
    assert project.queued("reply")


@pytest.mark.parametrize("mode", ["auto", "approve"])
def test_a_possible_minor_is_not_let_go_by_a_mode_alone(project: Project, mode: str) -> None:
    says(project, "ada", "I'm 15", "minor")
    with refused("23514") as error:
        project.set_fan("ada", mode)
    assert "--confirmed-adult" in str(error.value.diag.message_hint)
    project.execute("update fans set automation = %s, stop_sign = null", mode)
    assert project.fan("ada")["automation"] == mode
    assert project.fan("ada")["adult_confirmed_at"] is not None
    assert held_turns(project) == [("open", None)]


def test_a_pause_by_hand_leaves_the_stop_sign(project: Project) -> None:
    says(project, "ada", "I'm 15", "minor")
    project.set_fan("ada", "paused")
    assert project.fan("ada")["stop_sign"] == "minor"
    assert release(project, "ada", adult=True)["automation"] == "paused"


def test_a_stop_sign_that_a_person_sets_holds_the_fan_as_well(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    assert project.commit(project.claim_reply("ada"), "hey")["outcome"] == "planned"
    project.execute("update fans set stop_sign = 'minor'")
    fan = project.fan("ada")
    assert (fan["automation"], fan["stop_sign_before"]) == ("human", "auto")
    assert fan["stop_sign_at"] is not None
    assert project.bubbles() == [("hey", "cancelled")]
    project.execute("update fans set stop_sign = null")
    assert project.fan("ada")["automation"] == "auto"
    assert held_turns(project) == [("open", None)]


def test_a_stop_sign_that_does_not_exist_is_refused(project: Project) -> None:
    says(project, "ada", "hi")
    with refused("23514") as error:
        project.execute("update fans set stop_sign = 'sad'")
    assert "stop_sign_is_known" in str(error.value)


@pytest.mark.parametrize("status", ["open", "sending"])
def test_a_held_turn_is_not_let_go_without_its_fan(project: Project, status: str) -> None:
    says(project, "ada", "I'm 15", "minor")
    with refused("23514") as error:
        project.execute("update turns set status = %s", status)
    assert "fanpace release" in str(error.value.diag.message_hint)


# -- what the fan takes back, and what came before


@pytest.mark.parametrize("what", ["deleted", "edited"])
def test_taking_a_statement_back_releases_nobody(project: Project, what: str) -> None:
    project.fan_writes("ada", "one")
    says(project, "ada", "I'm 15", "minor")
    (_, statement) = project.rows("select * from messages order by id")
    message = {"uuid": str(statement["platform_uuid"]), "text": "I'm 51"}
    project.ingest(project.event("ada", f"message.{what}", message=message))
    if what == "edited":
        look(project)
    assert project.fan("ada")["stop_sign"] == "minor"
    assert held_turns(project) == [("held", "stop sign: minor")]
    assert [job for job in project.jobs("reply") if job["finished_at"] is None] == []


def test_a_message_that_is_edited_into_a_sign_holds_the_fan(project: Project) -> None:
    says(project, "ada", "I'm 51")
    message = {
        "uuid": str(project.value("select platform_uuid from messages")), "text": "I'm 15",
    }  # fmt: skip
    project.ingest(project.event("ada", "message.edited", message=message))
    look(project, "minor")
    assert held_turns(project) == [("held", "stop sign: minor")]


def claim_history(project: Project) -> Row:
    project.execute("update settings set insights_every = '1 day'")
    project.fan_writes("ada", "hi")
    jobs = {job["job_type"]: job for job in project.claim()}
    seen = [{"message_id": jobs["inspect"]["context"]["messages"][0]["id"], "signals": []}]
    record(project, jobs["inspect"], seen)
    return jobs["history"]


@pytest.mark.parametrize(
    ("signal", "sign"), [("minor", "minor"), ("refund_legal", None), ("self_harm", None)]
)
def test_of_what_was_said_before_the_connection_only_a_minor_is_held(
    project: Project, signal: str, sign: str | None
) -> None:
    project.execute("update creators set created_at = %s", project.now)
    job = claim_history(project)
    old = {
        "uuid": "6b0d3f4e-6d3c-4c43-8c53-1d9e0a3f3f10", "sent_at": "2026-01-01T00:00:00Z",
        "text": "something", "by_fan": True, "signals": [signal],
    }  # fmt: skip
    project.call("record_history", job, {"insights": None, "messages": [old]})
    assert project.fan("ada")["stop_sign"] == sign
    assert held_turns(project) == [("held", "stop sign: minor") if sign else ("open", None)]


def test_a_dead_reply_of_a_held_fan_does_not_come_back(project: Project) -> None:
    project.fan_writes("ada", "hi")
    job = project.claim_reply("ada")
    assert project.fail(job, "no such model", permanent=True) == "dead"
    says(project, "ada", "I'm 15", "minor")
    project.value("select private.requeue_dead_job(%s, %s)", job["id"], project.now)
    assert {status for status, _ in held_turns(project)} == {"held"}
    assert project.claim() == []


def test_nothing_but_the_line_for_a_crisis_goes_out_to_a_possible_minor(project: Project) -> None:
    asked = project.rows(
        "select fixed_text, is_notice, private.refuse_sending(jsonb_populate_record("
        "null::fans, %s), jsonb_populate_record(null::turns, jsonb_build_object("
        "'fixed_text', fixed_text, 'is_notice', is_notice))) as refusal"
        " from unnest(array[null, 'identity', 'crisis', 'opted_out']) as fixed_text,"
        " unnest(array[true, false]) as is_notice",
        json.dumps({"stop_sign": "minor", "automation": "human"}),
    )
    assert [row["fixed_text"] for row in asked if row["refusal"] is None] == ["crisis"]
    assert [row["is_notice"] for row in asked if row["refusal"] is None] == [True]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_worker_that_brings_no_words_holds_the_fan_all_the_same(
    project: Project, sign: str
) -> None:
    project.fan_writes("ada", "something grave")
    look(project, sign, texts={})
    assert project.fan("ada")["stop_sign"] == sign
    assert project.outbound() == []


def test_an_inspection_without_its_lease_holds_nobody(project: Project) -> None:
    project.fan_writes("ada", "I'm 15")
    (job,) = project.claim()
    found = [{"message_id": job["context"]["messages"][0]["id"], "signals": ["minor"]}]
    project.lose_lease(job)
    with refused("PT409"):
        record(project, job, found, TEXTS)
    assert project.fan("ada")["stop_sign"] is None
