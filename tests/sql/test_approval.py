"""What waits for a person though automation is on: by stage, tier, price, signal, first replies."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.project import Project, Row, refused
from tests.sql.offer_shop import add_offer, claim_with_offer, open_shop


def ask_for(project: Project, **config: Any) -> None:
    project.execute("update creators set approval_config = %s", json.dumps(config))


def written(project: Project, fan: str = "ada", *, signals: list[str] | None = None) -> Row:
    """What becomes of a reply to the next message of a fan."""
    project.fan_writes(fan)
    project.inspect(signals=signals)
    project.now = max(project.now, project.queued("reply")["run_at"])
    (job,) = project.claim()
    return project.commit(job, "a draft")


def waits(why: str) -> Row:
    return {"outcome": "held", "reason": f"waits for approval: {why}"}


def test_a_reply_in_a_named_stage_waits_and_others_go_out(project: Project) -> None:
    ask_for(project, stages=["sales", "post_purchase"])
    assert written(project) == {"outcome": "planned"}
    project.execute("update fans set stage = 'post_purchase', last_purchase_at = %s", project.now)
    project.deliver_all()
    assert written(project) == waits("stage post_purchase")
    assert written(project, "bob") == {"outcome": "planned"}


def test_a_reply_to_a_vip_waits(project: Project) -> None:
    ask_for(project, vip=True)
    assert written(project) == {"outcome": "planned"}
    project.deliver_all()
    project.fan_pays("ada", 50_000)
    assert project.fan("ada")["tier"] == "vip"
    assert written(project) == waits("a VIP fan")


@pytest.mark.parametrize(("from_cents", "is_held"), [(2500, True), (2501, False)])
def test_a_reply_with_an_offer_of_so_much_waits(
    project: Project, from_cents: int, is_held: bool
) -> None:
    open_shop(project)
    ask_for(project, price_from_cents=from_cents)
    job = claim_with_offer(project)
    answer = project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    assert answer == (waits("an offer of 25.00 USD") if is_held else {"outcome": "planned"})


def test_a_reply_that_offers_nothing_does_not_wait_for_its_price(project: Project) -> None:
    project.was_told("ada")
    add_offer(project)
    ask_for(project, price_from_cents=1)
    assert written(project) == {"outcome": "planned"}


def test_a_reply_to_a_named_signal_waits(project: Project) -> None:
    ask_for(project, signals=["billing", "support"])
    assert written(project, signals=["asks_price"]) == {"outcome": "planned"}
    project.deliver_all()
    assert written(project, signals=["support", "asks_price"]) == waits("signal support")


def test_the_first_replies_to_a_fan_wait(project: Project) -> None:
    ask_for(project, first_replies=2)
    for _ in range(2):
        assert written(project) == waits("one of the first 2 replies")
        (held,) = project.rows("select id, revision from turns where status = 'held'")
        project.value(
            "select private.approve_turn(%s, %s, %s)", held["id"], held["revision"], project.now
        )
        project.deliver_all()
        project.later(60)
    assert written(project) == {"outcome": "planned"}


def test_a_sincere_question_is_answered_at_once_where_only_some_replies_wait(
    project: Project,
) -> None:
    ask_for(project, stages=["new", "warmup"], first_replies=5)
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (job,) = project.claim()
    assert project.commit(job, "yes, an AI writes here", kind="fixed") == {"outcome": "planned"}


def test_what_was_planned_before_it_was_to_be_approved_waits_all_the_same(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "one", "two")
    ask_for(project, stages=["new", "warmup"])
    answer = project.begin_send(project.claim_delivery())
    assert answer == waits(f"stage {project.fan('ada')['stage']}")
    assert project.bubbles() == [("one", "held"), ("two", "held")]


def test_an_offer_that_became_dearer_than_a_person_wants_to_leave_to_automation_waits(
    project: Project,
) -> None:
    open_shop(project)
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    ask_for(project, price_from_cents=1000)
    assert project.begin_send(project.claim_delivery()) == waits("an offer of 25.00 USD")


def test_what_is_to_be_approved_answers_everything_even_if_it_must_be_sent(
    project: Project,
) -> None:
    """A reply that must be sent leaves later messages to the next one, but not before a person."""
    ask_for(project, stages=["new", "warmup"])
    project.execute("update settings set max_supersedes = 0")
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.execute("update turns set must_send = true")
    project.later(1)
    project.fan_writes("ada", "two")
    assert project.commit(job, "to one")["outcome"] == "superseded"

    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["one", "two"]
    assert project.commit(job, "to both")["outcome"] == "held"
    assert len(project.turns()) == 1


def test_a_planned_reply_that_is_to_be_approved_now_is_void_where_it_answers_only_a_part(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.execute("update turns set must_send = true")
    project.later(1)
    project.fan_writes("ada", "two")
    project.inspect()
    assert project.commit(job, "to one")["outcome"] == "planned"
    ask_for(project, stages=["new", "warmup"])
    answer = project.begin_send(project.claim_delivery())
    assert (answer["outcome"], answer["reason"]) == ("cancelled", "the fan wrote again")
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["one", "two"]


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"stage": ["sales"]}, '"stage" is not a known key'),
        ({"stages": "sales"}, '"stages" must be a JSON array'),
        ({"stages": ["selling"]}, '"selling" is not known'),
        ({"signals": ["sincere_question"]}, '"sincere_question" is not known'),
        ({"price_from_cents": -1}, '"price_from_cents" must lie between'),
        ({"price_from_cents": "20"}, '"price_from_cents" must be of type integer'),
        ({"first_replies": 1.5}, '"first_replies" must be a whole number'),
        ({"vip": 1}, '"vip" must be of type boolean'),
        (["sales"], "must be a JSON object"),
    ],
)
def test_a_wrong_configuration_is_refused_in_words(
    project: Project, config: Any, words: str
) -> None:
    with refused("23514") as error:
        project.execute("update creators set approval_config = %s", json.dumps(config))
    assert words in str(error.value)
