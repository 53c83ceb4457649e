"""What a person decides about a draft: once, about what was looked at, and nothing else."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.project import DISCLOSURE, Project, Row, fan_uuid, refused
from tests.sql.offer_shop import claim_with_offer, open_shop, set_funnel
from tests.sql.people import does, new_member, new_user


def draft(project: Project, *bubbles: str, fan: str = "ada", told: bool = True) -> Row:
    """A draft that waits for a person; its item in the list."""
    project.set_creator("approve")
    if told:
        project.was_told(fan)
    project.fan_writes(fan, "how are you?")
    assert project.commit(project.claim_reply(fan), *(bubbles or ("fine",)))["outcome"] == "held"
    return item(project, fan)


def review(project: Project) -> Row:
    return dict(project.value("select private.list_review(null, %s)", project.now))


def item(project: Project, fan: str = "ada") -> Row:
    (found,) = [each for each in review(project)["items"] if each["fan"]["handle"] == fan]
    return dict(found)


def approve(project: Project, seen: Row) -> Row:
    return dict(
        project.value(
            "select private.approve_turn(%s, %s, %s)",
            seen["turn_id"],
            seen["revision"],
            project.now,
        )
    )


def edit(project: Project, seen: Row, bubbles: list[Row]) -> Row:
    return dict(
        project.value(
            "select private.edit_turn(%s, %s, %s, %s)",
            seen["turn_id"], seen["revision"], json.dumps(bubbles), project.now,
        )
    )  # fmt: skip


def reject(project: Project, seen: Row, action: str, note: str | None = None) -> Row:
    return dict(
        project.value(
            "select private.reject_turn(%s, %s, %s, %s, %s)",
            seen["turn_id"], seen["revision"], action, note, project.now,
        )
    )  # fmt: skip


def audited(project: Project) -> list[tuple[str, Row]]:
    rows = project.rows(
        "select action, detail from audit_log where action like 'turn.%%' order by id"
    )
    return [(row["action"], row["detail"]) for row in rows]


DECISIONS: dict[str, Callable[[Project, Row], Row]] = {
    "approve": approve,
    "edit": lambda project, seen: edit(
        project, seen, [{"id": bubble["id"], "body": "mine"} for bubble in seen["bubbles"]]
    ),
    "rewrite": lambda project, seen: reject(project, seen, "rewrite"),
    "drop": lambda project, seen: reject(project, seen, "drop"),
    "take over": lambda project, seen: reject(project, seen, "take_over"),
}
decided = pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS.keys())


def test_the_list_says_what_waits_what_it_answers_and_why(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    project.answer("ada", "hello you")
    project.later(60)
    seen = draft(project, "fine", "and you?", told=False)

    assert review(project)["waiting"] == 1
    assert [bubble["body"] for bubble in seen["bubbles"]] == ["fine", "and you?"]
    assert [(each["from"], each["body"], each["asked"]) for each in seen["messages"]] == [
        ("creator", "told", False), ("fan", "hi", False), ("creator", "hello you", False),
        ("fan", "how are you?", True),
    ]  # fmt: skip
    assert (seen["reason"], seen["refusal"]) == ("waits for approval", None)
    assert (seen["fan"]["stage"], seen["fan"]["tier"]) == ("new", "standard")
    assert seen["age_seconds"] == round((project.now - project.fan("ada")["last_inbound_at"])
        .total_seconds())  # fmt: skip


def test_who_has_waited_longest_comes_first(project: Project) -> None:
    draft(project, fan="zoe")
    project.later(100)
    project.fan_writes("ada")
    project.inspect()
    project.commit(project.claim_reply("ada"))
    assert [each["fan"]["handle"] for each in review(project)["items"]] == ["zoe", "ada"]


def test_an_offer_is_listed_with_its_price(project: Project) -> None:
    open_shop(project)
    project.set_creator("approve")
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    assert item(project)["offer"] == {"title": "Beach set", "price_cents": 2500, "currency": "USD"}


def test_what_is_approved_goes_out_and_nothing_else(project: Project) -> None:
    seen = draft(project, "fine", "and you?")
    assert project.deliver_all() == []
    answer = approve(project, seen)
    assert (answer["outcome"], answer["stopped"]) == ("approved", False)
    assert project.deliver_all() == ["fine", "and you?"]
    assert project.turns()[0]["status"] == "answered"
    assert review(project)["waiting"] == 0
    detail = {"turn_id": seen["turn_id"], "revision": seen["revision"]}
    assert audited(project) == [("turn.approve", detail)]


def test_a_draft_approved_early_is_read_at_the_moment_that_was_drawn(project: Project) -> None:
    project.execute('update creators set pacing_config = \'{"model": "fitted"}\'')
    seen = draft(project, "fine")
    target = project.now + timedelta(minutes=5)
    project.execute(
        "update jobs_queue set payload = jsonb_set(payload, '{delay,not_before}',"
        " to_jsonb(%s::text)) where job_type = 'reply'",
        target.isoformat(),
    )
    approve(project, seen)
    assert project.queued("deliver")["run_at"] == target


def test_an_edit_goes_out_as_it_was_edited_and_the_models_text_is_kept(project: Project) -> None:
    seen = draft(project, "one", "two", "three")
    one, two, three = (bubble["id"] for bubble in seen["bubbles"])
    answer = edit(
        project, seen,
        [{"id": three, "body": "three"}, {"body": "new"}, {"id": one, "body": "one, but better"}],
    )  # fmt: skip
    assert (answer["edited"], answer["removed"], answer["added"]) == ([one], [two], 1)
    assert project.deliver_all() == ["three", "new", "one, but better"]
    assert project.message(one)["drafted"] == "one"
    assert project.message(three)["drafted"] is None
    assert audited(project) == [
        ("turn.edit", {"turn_id": seen["turn_id"], "revision": seen["revision"], "edited": [one],
                       "removed": [two], "added": 1}),
    ]  # fmt: skip
    # Style is the model's, so the figures are of what the model wrote.
    report = project.value("select private.style_report('-infinity', null, 100, %s)", project.now)[
        "messages"
    ]
    assert [each["body"] for each in report] == ["one", "three"]


def test_the_disclosure_is_not_edited_away(project: Project) -> None:
    seen = draft(project, "fine", told=False)
    told, fine = seen["bubbles"]
    assert (told["body"], told["is_disclosure"]) == (DISCLOSURE, True)
    for bubbles in (
        [{"id": told["id"], "body": "I am human"}, {"id": fine["id"], "body": "fine"}],
        [{"id": told["id"], "body": told["body"]}],
    ):
        with refused("PT422"):
            edit(project, seen, bubbles)
    edit(project, seen, [{"id": fine["id"], "body": "very well"}])
    assert project.deliver_all() == [DISCLOSURE, "very well"]


def test_the_fixed_answer_to_a_sincere_question_is_not_edited(project: Project) -> None:
    project.set_creator("approve")
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (job,) = project.claim()
    project.commit(job, "an AI writes here", kind="fixed")
    seen = item(project)
    (told,) = seen["bubbles"]
    for bubbles in ([{"id": told["id"], "body": "no"}], [{"body": "no, I am real"}]):
        with refused("PT422"):
            edit(project, seen, bubbles)
    approve(project, seen)
    assert project.deliver_all() == ["an AI writes here"]


@pytest.mark.parametrize(
    "bubbles",
    [
        {}, [], [{"body": ""}], [{"body": "  "}], [{"id": 1}], ["text"], [{"body": "x" * 5001}],
        [{"id": "one", "body": "x"}], [{"body": "x"}] * 7,
    ],
)  # fmt: skip
def test_what_are_no_bubbles_is_refused(project: Project, bubbles: Any) -> None:
    seen = draft(project)
    with refused("PT422"):
        edit(project, seen, bubbles)
    assert project.bubbles() == [("fine", "held")]


def test_a_bubble_of_another_draft_is_refused(project: Project) -> None:
    other = draft(project, "to bob", fan="bob")["bubbles"][0]["id"]
    project.fan_writes("ada")
    project.inspect()
    project.commit(project.claim_reply("ada"))
    with refused("PT422"):
        edit(project, item(project), [{"id": other, "body": "x"}])


def test_a_rejected_draft_is_written_anew_and_waits_again(project: Project) -> None:
    seen = draft(project, "too much")
    assert reject(project, seen, "rewrite", "shorter please") == {
        "outcome": "rewrite", "turn_status": "open",
    }  # fmt: skip
    assert project.bubbles() == [("too much", "cancelled")]
    assert project.turns()[0]["review_note"] == "shorter please"
    (job,) = project.claim()
    assert project.unanswered(job) == ["how are you?"]
    project.commit(job, "better")
    again = item(project)
    assert again["revision"] > seen["revision"]
    approve(project, again)
    assert project.deliver_all() == ["better"]


def test_a_dropped_draft_is_answered_by_nobody(project: Project) -> None:
    seen = draft(project)
    assert reject(project, seen, "drop")["turn_status"] == "cancelled"
    assert project.turns()[0]["close_reason"] == "a person dropped it"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []
    project.later(60)
    project.fan_writes("ada", "hello?")
    assert project.unanswered(project.claim_reply("ada")) == ["hello?"]


def test_who_is_taken_over_is_a_persons_and_waits_for_that_person(project: Project) -> None:
    seen = draft(project)
    reject(project, seen, "take_over", "I know her")
    fan = project.fan("ada")
    assert (fan["automation"], fan["automation_before"], fan["automation_reason"]) == (
        "human", "auto", "I know her",
    )  # fmt: skip
    assert project.claim() == []
    project.platform_sent("ada", str(uuid.uuid4()), text="me, in person")
    assert [turn["status"] for turn in project.turns()] == ["answered"]


@decided
def test_whoever_decides_second_is_told_that_it_is_too_late(
    project: Project, decide: Callable[[Project, Row], Row]
) -> None:
    seen = draft(project)
    decide(project, seen)
    for late in DECISIONS.values():
        with refused("PT409") as error:
            late(project, seen)
        assert str(error.value).startswith(("too late: ", "it cannot go out: "))
    assert len(audited(project)) == 1


@decided
def test_a_draft_is_void_once_the_fan_writes_and_so_is_a_decision_about_it(
    project: Project, decide: Callable[[Project, Row], Row]
) -> None:
    seen = draft(project)
    project.fan_writes("ada", "and where are you?")
    assert review(project)["items"] == []
    with refused("PT409"):
        decide(project, seen)
    # The new draft has the same turn: still it is not the one that was looked at.
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["how are you?", "and where are you?"]
    project.commit(job, "fine, at home")
    assert item(project)["turn_id"] == seen["turn_id"]
    with refused("PT409"):
        decide(project, seen)
    approve(project, item(project))
    assert project.deliver_all() == ["fine, at home"]


@pytest.mark.parametrize("change", ["message.edited", "message.deleted"])
def test_what_the_fan_edits_or_deletes_is_not_answered_as_it_was(
    project: Project, change: str
) -> None:
    seen = draft(project)
    uuid_ = project.value("select platform_uuid from messages where direction = 'inbound'")
    message = {"uuid": str(uuid_), "text": "never mind"}
    project.ingest(project.event("ada", change, message=message))
    with refused("PT409"):
        approve(project, seen)
    if change == "message.edited":
        project.commit(project.claim_reply("ada"), "ok")
        with refused("PT409"):
            approve(project, seen)
        assert item(project)["bubbles"][0]["body"] == "ok"


def test_a_second_edit_of_the_mode_in_between_makes_another_draft(project: Project) -> None:
    """Released, made void by the fan, and held again: the first revision releases it no more."""
    seen = draft(project)
    approve(project, seen)
    project.fan_writes("ada", "wait")
    project.commit(project.claim_reply("ada"), "waiting")
    assert item(project)["turn_id"] == seen["turn_id"]
    with refused("PT409"):
        approve(project, seen)


@pytest.mark.parametrize("mode", ["paused", "human"])
def test_nothing_is_released_where_automation_is_off(project: Project, mode: str) -> None:
    seen = draft(project)
    project.set_fan("ada", mode)
    assert item(project)["refusal"] == f"automation is {mode} for this fan"
    with refused("PT409"):
        approve(project, seen)
    reject(project, seen, "drop")


def test_an_offer_that_may_not_be_made_any_more_is_not_released(project: Project) -> None:
    open_shop(project)
    project.set_creator("approve")
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    project.execute("update fans set stage = 'new', msg_count_inbound = 1")
    set_funnel(project, warmup_from=20)
    seen = item(project)
    assert "have it written anew" in seen["refusal"]
    with refused("PT409"):
        approve(project, seen)
    reject(project, seen, "rewrite")
    (job,) = project.claim()
    assert job["context"]["offer"] is None


def test_what_is_approved_while_everything_is_stopped_waits_for_the_switch(
    project: Project,
) -> None:
    seen = draft(project)
    project.stop()
    assert approve(project, seen)["stopped"] is True
    assert project.claim() == []
    project.stop(False)
    assert project.deliver_all() == ["fine"]


def test_a_held_turn_without_a_draft_is_listed_and_can_be_written(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.fail(job, "the model is gone", permanent=True)
    seen = item(project)
    assert (seen["bubbles"], "the model is gone" in seen["reason"]) == ([], True)
    with refused("PT409"):
        approve(project, seen)
    reject(project, seen, "rewrite")
    (job,) = project.claim()
    project.commit(job, "here I am")
    assert project.deliver_all() == [DISCLOSURE, "here I am"]


def test_a_message_of_which_nobody_knows_is_not_for_the_review(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, _ = project.start_sending("ada", "one", "two")
    project.execute("update jobs_queue set attempt = max_attempts where id = %s", job["id"])
    project.fail(job, "no answer")
    (turn,) = project.turns()
    assert turn["status"] == "held"
    assert review(project)["items"] == []
    with refused("PT409"):
        approve(project, {"turn_id": turn["id"], "revision": turn["revision"]})


def test_two_people_at_once_are_two_decisions_of_which_one_counts(project: Project) -> None:
    seen = draft(project)
    refusals: list[str] = []

    def second() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as connection:
            try:
                connection.execute(
                    "select private.reject_turn(%s, %s, 'drop', null, %s)",
                    [seen["turn_id"], seen["revision"], project.now],
                )
            except psycopg.Error as error:
                refusals.append(str(error.sqlstate))

    with psycopg.connect(project.dsn) as first:
        first.execute(
            "select private.approve_turn(%s, %s, %s)",
            [seen["turn_id"], seen["revision"], project.now],
        )
        late = threading.Thread(target=second)
        late.start()
        project.until_waiting()
        first.commit()
        late.join()
    assert refusals == ["PT409"]
    assert project.deliver_all() == ["fine"]


def test_an_approval_and_the_fans_next_message_at_once_send_nothing_that_is_half_an_answer(
    project: Project,
) -> None:
    seen = draft(project)
    refusals: list[str] = []

    def late_approval() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as connection:
            try:
                connection.execute(
                    "select private.approve_turn(%s, %s, %s)",
                    [seen["turn_id"], seen["revision"], project.now],
                )
            except psycopg.Error as error:
                refusals.append(str(error.sqlstate))

    event = project.event(
        "ada", "message.received", message={"uuid": str(uuid.uuid4()), "text": "and?"}
    )
    with psycopg.connect(project.dsn) as webhook:
        webhook.execute("select private.ingest_event(%s, %s)", [json.dumps(event), project.now])
        late = threading.Thread(target=late_approval)
        late.start()
        project.until_waiting()
        webhook.commit()
        late.join()
    assert refusals == ["PT409"]
    assert project.bubbles() == [("fine", "cancelled")]


def test_who_may_look_and_who_may_decide(project: Project) -> None:
    seen = draft(project)
    viewer, operator = new_member(project, "viewer"), new_member(project, "operator")
    stranger = new_user(project)
    args = (seen["turn_id"], seen["revision"])

    assert does(project, viewer, "list_review()")["waiting"] == 1
    assert does(project, stranger, "list_review()")["waiting"] == 0
    with refused("PT404"):
        does(project, stranger, "list_review(%s)", project.creator_id)
    for call in ("approve_turn(%s, %s)", "reject_turn(%s, %s, 'drop')",
                 'edit_turn(%s, %s, \'[{"body": "x"}]\')'):  # fmt: skip
        with refused("PT403"):
            does(project, viewer, call, *args)
        with refused("PT404"):
            does(project, stranger, call, *args)
    assert does(project, operator, "approve_turn(%s, %s)", *args)["outcome"] == "approved"
    row = project.row(
        "select actor::text, actor_role, fan from audit_log where action like 'turn.%%'"
    )
    assert row == {
        "actor": operator, "actor_role": "authenticated", "fan": project.fan("ada")["pseudonym"],
    }  # fmt: skip
    assert fan_uuid("ada") not in str(row)


def test_a_disclosure_whose_answer_was_cancelled_by_hand_does_not_go_out_alone(
    project: Project,
) -> None:
    seen = draft(project, told=False)
    project.execute("update messages set status = 'cancelled' where position > 0")
    with refused("PT409"):
        approve(project, seen)
    assert {status for _, status in project.bubbles()} == {"held", "cancelled"}
