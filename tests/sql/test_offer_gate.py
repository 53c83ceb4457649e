"""When an offer may be made: the decision, each row with its control, and what it reads."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.project import Project
from tests.sql.offer_shop import add_offer, fan_offers, gate, make_offer, open_shop, says_no, talk

# What each row changes in a case where nothing stands in the way; None: an offer may be made.
MAY: dict[str, Any] = {
    "stage": "sales", "purse": None, "open": 0, "declined": None, "turns": None, "config": {},
}  # fmt: skip
NEW = "nothing is offered to a fan who is new"
CLOSED = "nothing is sold: spent"
OPEN = "an offer is open"
COOLING = "the fan declined an offer less than 72 hours ago"
ROWS: list[tuple[dict[str, Any], str | None]] = [
    ({}, None),
    ({"stage": "new"}, NEW),
    ({"stage": None}, NEW),
    ({"stage": "warmup"}, None),
    ({"stage": "flirty"}, None),
    ({"stage": "post_purchase"}, None),
    ({"purse": "spent"}, CLOSED),
    ({"purse": "spent", "stage": "post_purchase"}, CLOSED),
    ({"open": 1}, OPEN),
    ({"open": 2}, OPEN),
    ({"declined": 0}, COOLING),
    ({"declined": 71.99}, COOLING),
    ({"declined": 72}, None),
    ({"declined": 500}, None),
    ({"declined": 1, "config": {"offer_cooling_off_hours": 0}}, None),
    ({"declined": 0, "config": {"offer_cooling_off_hours": 0}}, None),
    (
        {"declined": 72, "config": {"offer_cooling_off_hours": 72.5}},
        "the fan declined an offer less than 72.5 hours ago",
    ),
    ({"turns": 0}, "0 answers since the last offer, of at least 6"),
    ({"turns": 5}, "5 answers since the last offer, of at least 6"),
    ({"turns": 6}, None),
    ({"turns": 0, "config": {"offer_min_turns": 0}}, None),
    ({"turns": 1, "config": {"offer_min_turns": 1}}, None),
    # The first reason counts; each is still there when the one before it is gone.
    ({"stage": "new", "purse": "spent", "open": 1, "declined": 1, "turns": 0}, NEW),
    ({"purse": "spent", "open": 1, "declined": 1, "turns": 0}, CLOSED),
    ({"open": 1, "declined": 1, "turns": 0}, OPEN),
    ({"declined": 1, "turns": 0}, COOLING),
]


@pytest.mark.parametrize(("case", "reason"), ROWS, ids=[str(case) for case, _ in ROWS])
def test_an_offer_may_be_made_or_the_reason_is_told(
    project: Project, case: dict[str, Any], reason: str | None
) -> None:
    known = MAY | case
    config = project.value("select private.default_funnel_config()") | known["config"]
    ago = known["declined"]
    decided = project.value(
        "select private.decide_offer_gate(%s, %s, %s, %s, %s, %s, %s)",
        known["stage"],
        known["purse"],
        known["open"],
        None if ago is None else project.now - timedelta(hours=ago),
        known["turns"],
        json.dumps(config),
        project.now,
    )
    assert decided == reason


def test_a_new_fan_is_offered_nothing_and_one_who_is_not_may_be(project: Project) -> None:
    project.fan_writes("bob")
    assert gate(project, "bob") == NEW
    open_shop(project)
    project.fan_writes("ada")
    assert gate(project) is None


def test_an_open_offer_closes_the_gate_until_it_expires(project: Project) -> None:
    open_shop(project, offer_min_turns=0)
    made = make_offer(project)
    assert gate(project) == OPEN
    project.now = made["offered_at"] + timedelta(hours=47.99)
    assert gate(project) == OPEN
    project.now = made["offered_at"] + timedelta(hours=48)
    assert gate(project) is None


def test_a_refusal_closes_the_gate_for_three_days(project: Project) -> None:
    open_shop(project, offer_min_turns=0)
    make_offer(project)
    says_no(project)
    declined_at = fan_offers(project)[0]["closed_at"]
    project.now = declined_at + timedelta(hours=71.99)
    assert gate(project) == COOLING
    project.now = declined_at + timedelta(hours=72)
    assert gate(project) is None


def test_six_answers_lie_between_two_offers(project: Project) -> None:
    open_shop(project, offer_expires_hours=0.1)
    make_offer(project)
    project.later(3600)
    talk(project, 5)
    assert gate(project) == "5 answers since the last offer, of at least 6"
    talk(project, 1)
    assert gate(project) is None


def test_a_reply_that_was_never_sent_is_no_answer_between_offers(project: Project) -> None:
    open_shop(project, offer_expires_hours=0.1, offer_min_turns=1)
    make_offer(project)
    project.later(3600)
    project.fan_writes("ada", "one")
    project.commit(project.claim_reply("ada"), "void")
    project.platform_sent("ada", "11111111-1111-4111-8111-111111111111")
    assert gate(project) == "0 answers since the last offer, of at least 1"
    project.set_fan("ada", "auto")
    talk(project, 1)
    assert gate(project) is None


@pytest.mark.parametrize("signal", ["billing", "support", "sincere_question"])
def test_nothing_is_sold_to_a_fan_who_needs_something_else(project: Project, signal: str) -> None:
    open_shop(project)
    project.fan_writes("ada", "hm")
    assert gate(project) is None
    project.inspect(signals=[signal])
    assert gate(project) == f"the fan needs an answer to something else: {signal}"


def test_the_offer_made_longest_ago_comes_first_and_a_bought_one_never_again(
    project: Project,
) -> None:
    beach = open_shop(project, offer_min_turns=0, offer_expires_hours=0.1)
    garden = add_offer(project, "Garden set")
    night = add_offer(project, "Night set")
    picked = []
    for _ in range(4):
        picked.append(make_offer(project)["offer_id"])
        project.later(3600)
    assert picked == [beach, garden, night, beach]

    made = make_offer(project)
    assert made["offer_id"] == garden
    project.later(60)
    project.fan_pays("ada", 2500)
    picked = []
    for _ in range(3):
        project.later(3600)
        picked.append(make_offer(project)["offer_id"])
    assert picked == [night, beach, night]


@pytest.mark.parametrize(
    "change",
    ["active = false", "stages = '{flirty}'", "creator_id = creator_id"],
)
def test_only_what_is_active_and_meant_for_the_stage_is_offered(
    project: Project, change: str
) -> None:
    open_shop(project)
    project.execute(f"update offers set {change}")
    project.fan_writes("ada")
    context = project.claim_reply("ada")["context"]
    assert context["offer_gate"] is None
    offered = context["offer"] and context["offer"]["title"]
    assert offered == ("Beach set" if change == "creator_id = creator_id" else None)


def test_a_fan_is_offered_nothing_of_another_creator(project: Project) -> None:
    open_shop(project)
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    project.execute("update offers set creator_id = %s", other)
    project.fan_writes("ada")
    assert project.claim_reply("ada")["context"]["offer"] is None


FAULTY = {
    "nothing_is_offered_to_who_is_new": {"stages": "{sales,new}"},
    "stages_name_at_least_one": {"stages": "{}"},
    "title_is_one_line_of_3_to_60_characters": {"title": "a\nset"},
    "title_has_letters": {"title": "12345"},
    "description_has_at_most_400_characters": {"description": "x" * 401},
    "price_is_between_1_and_10000": {"price_cents": 25},
    "currency_is_three_capitals": {"currency": "usd"},
    "one_active_offer_of_a_title": {"title": "beach SET"},
}


@pytest.mark.parametrize("constraint", FAULTY)
def test_a_faulty_offer_is_refused_in_words(project: Project, constraint: str) -> None:
    add_offer(project)
    columns: dict[str, Any] = {"title": "Garden set"} | FAULTY[constraint]
    with pytest.raises(psycopg.errors.IntegrityError, match=constraint):
        add_offer(project, **columns)


def test_a_title_may_be_used_again_once_the_first_is_withdrawn(project: Project) -> None:
    add_offer(project)
    project.execute("update offers set active = false")
    assert add_offer(project)


@pytest.mark.parametrize(
    ("key", "value"),
    [("offer_cooling_off_hours", -1), ("offer_min_turns", 1.5), ("offer_expires_hours", 0)],
)
def test_a_threshold_out_of_range_is_refused_by_name(
    project: Project, key: str, value: float
) -> None:
    with pytest.raises(psycopg.errors.CheckViolation, match=key):
        project.execute(
            "update creators set funnel_config = jsonb_build_object(%s::text, %s::numeric)",
            key,
            value,
        )
