"""Notices: fixed texts that go out at once, whatever the mode, and exactly once."""

from __future__ import annotations

import pytest

from tests.project import DISCLOSURE, Project
from tests.sql.holding import TEXTS, claim_reply, held_turns, look, release, says, texts_sent

CRISIS, IDENTITY = TEXTS["crisis"], TEXTS["identity"]


def kinds(project: Project) -> list[str]:
    """The notices that were sent, in order."""
    return [
        row["fixed_text"]
        for row in project.rows(
            "select fixed_text from messages join turns on turns.id = turn_id"
            " where is_notice and messages.status = 'sent' order by messages.sent_at, messages.id"
        )
    ]


# -- the text for a fan in danger


def test_whoever_is_in_danger_is_told_where_to_turn_at_once_and_then_waits_for_a_person(
    project: Project,
) -> None:
    says(project, "ada", "I want to die", "self_harm")
    assert project.queued("deliver")["run_at"] == project.now
    assert texts_sent(project) == [CRISIS]
    assert held_turns(project) == [("held", "stop sign: self_harm")]
    assert project.claim() == []


@pytest.mark.parametrize("sign", ["threat", "refund_legal", "distress", "minor"])
def test_another_sign_brings_no_such_text(project: Project, sign: str) -> None:
    says(project, "ada", "something else", sign)
    assert texts_sent(project) == []


@pytest.mark.parametrize("mode", ["auto", "approve", "paused", "human", "opted_out"])
@pytest.mark.parametrize("creator", ["auto", "approve", "paused"])
def test_no_mode_keeps_it_back(project: Project, mode: str, creator: str) -> None:
    says(project, "ada", "hi")
    project.set_creator(creator)
    if mode != "auto":
        project.set_fan("ada", mode)
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == [CRISIS]


def test_a_possible_minor_gets_it_and_nothing_else(project: Project) -> None:
    says(project, "ada", "I'm 15 and I want to die. are you a bot?", *(
        "minor", "self_harm", "sincere_question", "opt_out",
    ))  # fmt: skip
    assert project.fan("ada")["stop_sign"] == "minor"
    assert texts_sent(project) == [CRISIS]
    says(project, "ada", "are you a bot?", "sincere_question")
    assert texts_sent(project) == []


def test_only_the_stop_switch_keeps_it_back(project: Project) -> None:
    says(project, "ada", "I want to die", "self_harm")
    (job,) = project.claim()
    project.stop()
    assert project.begin_send(job)["outcome"] == "wait"
    assert project.claim() == []
    project.stop(False)
    assert texts_sent(project) == [CRISIS]


def test_it_goes_out_at_night(project: Project) -> None:
    hours = '{"shifts": [{"days": ["weekday", "weekend"], "from": "03:00", "to": "04:00"}]}'
    project.execute("update creators set active_hours = %s", hours)
    says(project, "ada", "I want to die", "self_harm")
    began = project.now
    assert texts_sent(project) == [CRISIS]
    assert project.now == began


def test_it_is_said_once_and_again_only_after_a_day(project: Project) -> None:
    for _ in range(3):
        says(project, "ada", "I want to die", "self_harm")
        texts_sent(project)
    assert kinds(project) == ["crisis"]
    project.later(23 * 3600)
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == []
    project.later(2 * 3600)
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == [CRISIS]


def test_how_often_is_a_setting(project: Project) -> None:
    project.execute("update settings set crisis_interval = '2 hours'")
    says(project, "ada", "I want to die", "self_harm")
    texts_sent(project)
    project.later(2 * 3600 + 1)
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == [CRISIS]


def test_two_inspections_plan_it_once(project: Project) -> None:
    says(project, "ada", "I want to die", "self_harm")
    says(project, "ada", "I mean it", "self_harm")
    assert texts_sent(project) == [CRISIS]


def test_it_is_sent_once_though_workers_die(project: Project) -> None:
    project.fan_writes("ada", "I want to die")
    (job,) = project.claim()
    project.lose_lease(job)
    project.later(10)
    look(project, "self_harm")
    (job,) = project.claim()
    step = project.begin_send(job)
    assert step["message"]["body"] == CRISIS
    project.lose_lease(job)
    project.later(120)
    (again,) = project.claim()
    looked = project.begin_send(again)
    assert (looked["outcome"], looked["message"]["id"]) == ("reconcile", step["message"]["id"])
    project.finish_send(again, step["message"]["id"])
    project.later(60)
    assert project.claim() == []
    assert project.bubbles() == [(CRISIS, "sent")]


def test_it_goes_before_what_is_unknown_of_an_earlier_message(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    job, message = project.start_sending("ada", "hey")
    project.call("record_reconciliation", job, message["id"], "undecidable")
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == [CRISIS]
    assert project.message(message["id"])["status"] == "unknown"


def test_it_does_not_wait_until_it_is_known_who_else_wrote(project: Project) -> None:
    says(project, "ada", "hi")
    uuid = "8f0d3f4e-6d3c-4c43-8c53-1d9e0a3f3f10"
    project.fan_writes("ada", "I want to die")
    look(project, "self_harm")
    project.platform_sent("ada", uuid, is_automated=None)
    (deliver,) = [job for job in project.claim() if job["job_type"] == "deliver"]
    assert project.begin_send(deliver)["outcome"] == "send"


@pytest.mark.parametrize("then", ["a person writes", "the fan says stop"])
def test_it_goes_out_whatever_comes_before_it_is_sent(project: Project, then: str) -> None:
    says(project, "ada", "I want to die", "self_harm")
    if then == "a person writes":
        project.platform_sent("ada", "8f0d3f4e-6d3c-4c43-8c53-1d9e0a3f3f10")
    else:
        says(project, "ada", "STOP", "opt_out")
    assert texts_sent(project)[0] == CRISIS


def test_one_that_failed_for_good_makes_room_for_the_next(project: Project) -> None:
    says(project, "ada", "I want to die", "self_harm")
    (job,) = project.claim()
    assert project.fail(job, "no such chat", permanent=True) == "dead"
    says(project, "ada", "I want to die", "self_harm")
    assert texts_sent(project) == [CRISIS]
    assert sorted(status for _, status in project.bubbles()) == ["cancelled", "sent"]


@pytest.mark.parametrize(
    ("text", "told"), [(CRISIS, [CRISIS]), ("Please call 988 now, you are not alone.", [])]
)
def test_it_counts_as_a_disclosure_only_if_it_tells(
    project: Project, text: str, told: list[str]
) -> None:
    project.fan_writes("ada", "I want to die")
    look(project, "self_harm", texts={"crisis": text})
    texts_sent(project)
    assert [row["body"] for row in project.rows("select body from disclosures")] == told


# -- the truth for a fan who is held


@pytest.mark.parametrize("sign", ["self_harm", "threat", "refund_legal", "distress"])
def test_a_held_fan_who_asks_is_told_the_truth_at_once_and_stays_held(
    project: Project, sign: str
) -> None:
    says(project, "ada", "something grave", sign)
    texts_sent(project)
    says(project, "ada", "are you a bot?", "sincere_question")
    assert texts_sent(project) == [IDENTITY]
    assert project.fan("ada")["stop_sign"] == sign
    assert project.value("select count(*) from disclosures where body = %s", IDENTITY) == 1


def test_who_asks_with_the_sign_itself_is_told_after_the_line(project: Project) -> None:
    says(project, "ada", "are you a bot? I want to die", "sincere_question", "self_harm")
    assert texts_sent(project) == [CRISIS, IDENTITY]
    assert held_turns(project) == [("held", "stop sign: self_harm")]


def test_who_asked_before_the_sign_is_told_and_not_told_again_by_the_release(
    project: Project,
) -> None:
    says(project, "ada", "are you a bot?", "sincere_question")
    says(project, "ada", "my mum died", "distress")
    assert texts_sent(project) == [IDENTITY]
    release(project, "ada")
    reply = claim_reply(project)
    assert reply["context"]["turn"]["fixed_text"] is None


@pytest.mark.parametrize("who", ["creator approve", "creator paused", "fan human", "fan paused"])
def test_where_a_person_has_the_fan_that_person_tells_them(project: Project, who: str) -> None:
    says(project, "ada", "hi")
    whose, mode = who.split()
    (project.set_creator(mode) if whose == "creator" else project.set_fan("ada", mode))
    says(project, "ada", "my mum died", "distress")
    says(project, "ada", "are you a bot?", "sincere_question")
    assert texts_sent(project) == []
    release(project, "ada")
    assert [turn["fixed_text"] for turn in project.turns() if turn["status"] == "open"] == [
        "identity"
    ]


def test_the_truth_on_its_way_does_not_reach_who_turns_out_to_be_a_minor(project: Project) -> None:
    says(project, "ada", "my mum died", "distress")
    says(project, "ada", "are you a bot?", "sincere_question")
    says(project, "ada", "I'm 15", "minor")
    assert texts_sent(project) == []
    assert project.bubbles() == [(IDENTITY, "cancelled")]


def test_an_identity_text_that_is_planned_reaches_who_is_held_and_no_minor(
    project: Project,
) -> None:
    project.fan_writes("ada", "are you a bot?")
    look(project, "sincere_question")
    (reply,) = project.claim()
    assert project.commit(reply, "I am an AI.", kind="fixed")["outcome"] == "planned"
    says(project, "ada", "my mum died", "distress")
    assert texts_sent(project) == ["I am an AI."]
    project.fan_writes("bob", "are you a bot?")
    look(project, "sincere_question")
    (reply,) = project.claim()
    assert project.commit(reply, "I am an AI.", kind="fixed")["outcome"] == "planned"
    says(project, "bob", "I'm 15", "minor")
    assert texts_sent(project) == []


# -- what follows a sincere question


@pytest.mark.parametrize(("then", "mode"), [("continue", "auto"), ("hand_over", "human")])
def test_after_the_truth_the_chat_goes_on_or_goes_to_a_person(
    project: Project, then: str, mode: str
) -> None:
    project.execute("update creators set after_sincere_question = %s", then)
    project.fan_writes("ada", "are you a bot?")
    look(project, "sincere_question")
    (reply,) = project.claim()
    assert project.commit(reply, "I am an AI.", kind="fixed")["outcome"] == "planned"
    assert project.fan("ada")["automation"] == "auto"
    assert texts_sent(project) == ["I am an AI."]
    assert project.fan("ada")["automation"] == mode


def test_an_ordinary_reply_hands_nobody_over(project: Project) -> None:
    project.execute("update creators set after_sincere_question = 'hand_over'")
    project.fan_writes("ada", "hi")
    assert project.answer("ada", "hey") == [DISCLOSURE, "hey"]
    assert project.fan("ada")["automation"] == "auto"


def test_a_sincere_question_waits_for_whoever_approves(project: Project) -> None:
    project.set_creator("approve")
    project.execute("update creators set after_sincere_question = 'hand_over'")
    project.fan_writes("ada", "are you a bot?")
    look(project, "sincere_question")
    (reply,) = project.claim()
    assert project.commit(reply, "I am an AI.", kind="fixed")["outcome"] == "held"
    assert texts_sent(project) == []
    assert project.fan("ada")["automation"] == "auto"


def test_notices_are_no_answers(project: Project) -> None:
    says(project, "ada", "I want to die", "self_harm")
    texts_sent(project)
    release(project, "ada")
    assert project.commit(claim_reply(project), "I am so sorry")["outcome"] == "planned"
    # The line for a crisis has told them what answers.
    assert texts_sent(project) == ["I am so sorry"]
    assert [row["is_notice"] for row in project.turns()] == [False, True]
