"""When nothing may be sold to a fan: the decision, what it reads, and what follows from it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.project import Project, fan_uuid, refused
from tests.sql.offer_shop import (
    add_offer,
    claim_with_offer,
    fan_offers,
    gate,
    make_offer,
    open_shop,
    set_funnel,
    statuses,
)

# What each row changes in a case where nothing stands in the way; hours from now, None: never.
OPEN: dict[str, Any] = {
    "day": 199.99, "week": 499.99, "month": 999.99, "rests": None, "no_selling": None, "config": {},
}  # fmt: skip
ROWS: list[tuple[dict[str, Any], str | None]] = [
    ({}, None),
    ({"day": 200}, "spent 200 within a day, of at most 200"),
    ({"day": 350.5}, "spent 350.5 within a day, of at most 200"),
    ({"week": 500}, "spent 500 within 7 days, of at most 500"),
    ({"month": 1000}, "spent 1000 within 30 days, of at most 1000"),
    ({"day": 200, "config": {"day": 201}}, None),
    ({"day": 200, "config": {"day": 0}}, None),
    ({"week": 5000, "config": {"week": 0}}, None),
    ({"month": 50000, "config": {"month": 0}}, None),
    ({"day": 0, "week": 0, "month": 0}, None),
    ({"day": -5}, None),
    ({"rests": 0.01}, "5 purchases within an hour, less than 24 hours ago"),
    ({"rests": 0}, None),
    ({"rests": -1}, None),
    ({"no_selling": 0.01}, "the fan said that they cannot afford it"),
    ({"no_selling": 0}, None),
    # The first reason counts; each is still there when the one before it is gone.
    ({"no_selling": 1, "day": 200}, "the fan said that they cannot afford it"),
    ({"day": 200, "week": 500}, "spent 200 within a day, of at most 200"),
    ({"week": 500, "month": 1000}, "spent 500 within 7 days, of at most 500"),
    ({"month": 1000, "rests": 1}, "spent 1000 within 30 days, of at most 1000"),
]


@pytest.mark.parametrize(("case", "reason"), ROWS, ids=[str(case) for case, _ in ROWS])
def test_the_purse_is_open_or_the_reason_is_told(
    project: Project, case: dict[str, Any], reason: str | None
) -> None:
    known = OPEN | case
    moments = [
        None if known[name] is None else project.now + timedelta(hours=known[name])
        for name in ("rests", "no_selling")
    ]
    decided = project.value(
        "select private.decide_purse(%s::numeric, %s::numeric, %s::numeric, %s, %s, %s, %s)",
        *(str(known[name]) for name in ("day", "week", "month")),
        *moments,
        json.dumps(project.value("select private.default_purse_config()") | known["config"]),
        project.now,
    )
    assert decided == reason


def purse(project: Project, fan: str = "ada", at: datetime | None = None) -> str | None:
    value = project.value(
        "select private.purse_reason(%s, %s)", project.fan_id(fan), at or project.now
    )
    return None if value is None else str(value)


def set_purse(project: Project, table: str = "creators", **keys: float | None) -> None:
    project.execute(f"update {table} set purse_config = %s", json.dumps(keys))


def notes(project: Project) -> list[tuple[str, int]]:
    return [
        (row["kind"], row["note_count"])
        for row in project.rows("select * from operator_notes order by id")
    ]


# -- what is read


def test_the_caps_are_on_where_nobody_says_anything(project: Project) -> None:
    project.fan_pays("ada", 19999)
    assert purse(project) is None
    project.fan_pays("ada", 1, "tip")
    assert purse(project) == "spent 200.00 within a day, of at most 200"


def test_it_opens_by_itself_at_the_moment_at_which_the_window_has_moved(project: Project) -> None:
    project.fan_pays("ada", 20000)
    paid_at = project.now
    project.now = paid_at + timedelta(days=1, microseconds=-1)
    assert purse(project)
    project.now = paid_at + timedelta(days=1)
    assert purse(project) is None


@pytest.mark.parametrize(
    ("amounts", "apart", "reason", "opens_after"),
    [
        ([15000] * 4, 25, "spent 600.00 within 7 days, of at most 500", 7 * 24),
        ([15000] * 7, 4 * 24, "spent 1050.00 within 30 days, of at most 1000", 30 * 24),
    ],
)
def test_many_days_together_have_caps_of_their_own(
    project: Project, amounts: list[int], apart: float, reason: str, opens_after: float
) -> None:
    first = project.now
    for cents in amounts:
        project.fan_pays("ada", cents)
        project.later(apart * 3600)
    assert purse(project) == reason
    project.now = first + timedelta(hours=opens_after)
    assert purse(project) is None


def test_money_that_went_back_is_given_back(project: Project) -> None:
    paid = project.event("ada", "payment.succeeded")
    paid["payment"] = {"id": "p1", "kind": "payment", "amount_cents": 25000}
    project.ingest(paid)
    assert purse(project)
    project.later(3600)
    back = project.event("ada", "refund.created")
    back["payment"] = {"id": "p1", "kind": "refund", "amount_cents": 6000}
    project.ingest(back)
    assert purse(project) is None
    assert (
        project.value("select private.purse_room(%s, %s)", project.fan_id("ada"), project.now) == 10
    )


def test_what_was_paid_before_the_connection_is_left_out(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.execute(
        "insert into purchases (creator_id, fan_id, kind, platform_id, amount, occurred_at)"
        " select creator_id, id, 'opening_balance', 'x', 5000, %s from fans",
        project.now,
    )
    assert purse(project) is None
    project.execute("update purchases set kind = 'payment'")
    assert purse(project)


def test_a_subscription_is_money_but_not_bought_in_haste(project: Project) -> None:
    for _ in range(5):
        project.fan_pays("ada", 100, "subscription")
    assert purse(project) is None
    project.fan_pays("ada", 19500, "subscription")
    assert purse(project) == "spent 200.00 within a day, of at most 200"


def test_what_another_fan_spends_closes_nobody_elses_purse(project: Project) -> None:
    project.fan_pays("bob", 50000)
    project.fan_pays("ada", 100)
    assert purse(project, "bob")
    assert purse(project) is None


def test_five_purchases_within_an_hour_rest_for_a_day(project: Project) -> None:
    for _ in range(4):
        project.fan_pays("ada", 100)
        project.later(600)
    assert purse(project) is None
    project.fan_pays("ada", 100, "tip")
    last = project.now
    assert purse(project) == "5 purchases within an hour, less than 24 hours ago"
    project.now = last + timedelta(hours=24, microseconds=-1)
    assert purse(project)
    project.now = last + timedelta(hours=24)
    assert purse(project) is None


def test_five_purchases_over_more_than_an_hour_are_no_haste(project: Project) -> None:
    for _ in range(8):
        project.fan_pays("ada", 100)
        project.later(901)
    assert purse(project) is None


def test_a_fans_own_purse_goes_before_the_creators_key_by_key(project: Project) -> None:
    set_purse(project, day=100)
    project.fan_pays("ada", 15000)
    project.fan_pays("bob", 15000)
    assert purse(project)
    project.execute(
        "update fans set purse_config = '{\"day\": 150.01}' where platform_uuid = %s",
        fan_uuid("ada"),
    )
    assert purse(project) is None
    assert purse(project, "bob")
    project.later(3600)
    project.fan_pays("ada", 2)
    assert purse(project) == "spent 150.02 within a day, of at most 150.01"


@pytest.mark.parametrize("none", [0, None])
def test_there_is_no_cap_only_where_somebody_wrote_so(project: Project, none: float | None) -> None:
    project.fan_pays("ada", 500000)
    set_purse(project)
    assert purse(project)
    set_purse(project, day=none, week=none)
    assert purse(project) == "spent 5000.00 within 30 days, of at most 1000"
    set_purse(project, day=none, week=none, month=none)
    assert purse(project) is None


# -- what may be written


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"day": 600}, '"day" must not be above "week"'),
        ({"day": 100, "week": 2000}, '"week" must not be above "month"'),
        ({"day": 1200, "week": 0}, '"day" must not be above "month"'),
        ({"days": 5}, '"days" is not a known key'),
        ({"day": "much"}, "must be of type number"),
        ({"day": -1}, "must lie between 0 and"),
        ({"purchases_per_hour": 1.5}, "must be a whole number"),
        ({"cannot_afford_days": 0}, "must lie between 1 and 3650"),
        ({"cannot_afford_days": None}, "must be of type number"),
        ({"unknown": None}, '"unknown" is not a known key'),
        ([1], "must be a JSON object"),
    ],
)
@pytest.mark.parametrize("table", ["creators", "fans"])
def test_a_faulty_purse_is_refused_in_words(
    project: Project, table: str, config: Any, words: str
) -> None:
    project.ingest(project.event("ada", "follow.created"))
    if table == "fans" and config == {"day": 600}:
        # A fan's own is whole only together with the creator's, which may be anything.
        project.execute("update fans set purse_config = %s", json.dumps(config))
        return
    if table == "fans" and isinstance(config, dict) and "above" in words:
        config = {"day": 30, "week": 20}
        words = '"day" must not be above "week"'
    with pytest.raises(psycopg.errors.CheckViolation, match=words):
        project.execute(f"update {table} set purse_config = %s", json.dumps(config))


@pytest.mark.parametrize(
    "config",
    [{}, {"day": 0}, {"day": 500}, {"week": None, "day": 900}, {"month": 0, "week": 90000},
     {"purchases_per_hour": None}, {"day": 1, "week": 1, "month": 1}],
)  # fmt: skip
def test_a_purse_that_makes_sense_is_taken(project: Project, config: Any) -> None:
    project.execute("update creators set purse_config = %s", json.dumps(config))


# -- what follows


def test_past_the_cap_there_is_no_sales_stage_and_it_comes_back_by_itself(
    project: Project,
) -> None:
    set_funnel(project, post_purchase_hours=0, sales_hours=72)
    project.fan_writes("ada")
    project.fan_pays("ada", 20000)
    closed_at = project.now
    project.later(60)
    project.fan_writes("ada", "more pics please")
    project.inspect(signals=["asks_for_content"])
    assert project.fan("ada")["stage"] == "warmup"
    project.later(3600)
    project.fan_writes("ada", "pics?")
    assert project.fan("ada")["stage"] == "warmup"

    project.now = closed_at + timedelta(days=1, hours=5)
    project.fan_writes("ada", "hello?")
    assert project.fan("ada")["stage"] == "sales"
    move = project.rows("select * from stage_transitions order by id")[-1]
    assert (move["to_stage"], move["at"]) == ("sales", closed_at + timedelta(days=1))


def test_a_purchase_that_closes_the_purse_ends_the_sale_and_says_why(project: Project) -> None:
    set_funnel(project, post_purchase_hours=0)
    for _ in range(6):
        project.fan_writes("ada")
    project.execute("update fans set engagement_talk = 100, engagement_at = %s", project.now)
    project.fan_writes("ada")
    assert project.fan("ada")["stage"] == "sales"
    project.later(60)
    project.fan_pays("ada", 20000)
    assert project.fan("ada")["stage"] == "warmup"
    move = project.rows("select * from stage_transitions order by id")[-1]
    assert move["reason"] == ("7 messages; no sales: spent 200.00 within a day, of at most 200")


def test_nothing_is_offered_when_the_reply_is_claimed(project: Project) -> None:
    open_shop(project)
    project.fan_pays("ada", 20000)
    project.later(60)
    project.fan_writes("ada")
    context = project.claim_reply("ada")["context"]
    assert context["offer"] is None
    assert context["offer_gate"] == ("nothing is sold: spent 200.00 within a day, of at most 200")


def test_nor_when_it_is_committed(project: Project) -> None:
    open_shop(project)
    job = claim_with_offer(project)
    project.fan_pays("ada", 20000)
    answer = project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    assert answer["outcome"] == "held"
    assert "nothing is sold" in answer["reason"]


def test_nor_when_it_would_be_sent(project: Project) -> None:
    open_shop(project)
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    project.fan_pays("ada", 20000)
    step = project.begin_send(project.claim_delivery())
    assert step["outcome"] == "cancelled"
    assert statuses(project) == ["cancelled"]


def test_nothing_is_offered_that_would_go_past_the_cap(project: Project) -> None:
    open_shop(project, post_purchase_hours=0)
    add_offer(project, "Small set", price_cents=2000)
    project.fan_pays("ada", 17500)
    project.later(60)
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    # The beach set at 25 was on offer longer, and is what is left to the cent.
    assert job["context"]["offer"]["title"] == "Beach set"
    project.fan_pays("ada", 1)
    answer = project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    assert answer["outcome"] == "held"
    project.later(60)
    project.fan_writes("ada")
    assert project.claim_reply("ada")["context"]["offer"] is None, "its offer was refused"

    project.fan_writes("ada", "so?")
    assert project.value(
        "select title from private.next_offer(%s, %s)", project.fan_id("ada"), project.now
    ) == "Small set"  # fmt: skip


def test_a_draft_that_would_go_past_the_cap_by_now_is_not_sent(project: Project) -> None:
    open_shop(project, post_purchase_hours=0)
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    project.fan_pays("ada", 17501, "tip")
    assert project.begin_send(project.claim_delivery())["outcome"] == "cancelled"


def test_a_draft_that_stays_within_the_cap_is_sent(project: Project) -> None:
    open_shop(project, post_purchase_hours=0)
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    project.fan_pays("ada", 17500, "subscription")
    assert project.begin_send(project.claim_delivery())["outcome"] == "send"


def test_an_operator_gets_one_note_when_it_closes(project: Project) -> None:
    project.fan_pays("ada", 15000)
    assert notes(project) == []
    project.fan_pays("ada", 5000)
    assert notes(project) == [("purse_closed", 1)]
    for _ in range(5):
        project.later(60)
        project.fan_pays("ada", 100)
        project.fan_writes("ada", "more?")
    assert notes(project) == [("purse_closed", 1)]
    # The next time is news again: seen or not, it is one note.
    project.later(2 * 86_400)
    project.fan_pays("ada", 20000)
    assert notes(project) == [("purse_closed", 2)]


def test_the_note_names_nobody_and_quotes_nothing(project: Project) -> None:
    project.fan_writes("ada", "secret words")
    project.fan_pays("ada", 20000)
    assert project.value("select text from operator_notes") == (
        "Nothing is sold to this fan for now: spent 200.00 within a day, of at most 200."
    )


# -- a fan who cannot afford it


def cannot_afford(project: Project, fan: str = "ada") -> None:
    project.later(60)
    project.fan_writes(fan, "I'm broke")
    project.inspect(signals=["cannot_afford"])


def test_who_cannot_afford_it_is_sold_nothing_for_a_month_whatever_they_ask_for(
    project: Project,
) -> None:
    open_shop(project)
    cannot_afford(project)
    until = project.fan("ada")["no_selling_until"]
    assert until == project.now + timedelta(days=30)
    assert gate(project) == "nothing is sold: the fan said that they cannot afford it"
    project.later(60)
    project.fan_writes("ada", "send me pics")
    project.inspect(signals=["asks_for_content"])
    assert project.fan("ada")["stage"] == "warmup"
    assert project.claim_reply("ada")["context"]["offer"] is None
    project.now = until - timedelta(microseconds=1)
    assert gate(project)
    project.now = until
    assert gate(project) is None


def test_the_sale_ends_at_once_and_is_open_again_afterwards(project: Project) -> None:
    project.execute("""update creators set purse_config = '{"cannot_afford_days": 1}'""")
    project.fan_writes("ada")
    project.inspect(signals=["asks_for_content"])
    assert project.fan("ada")["stage"] == "sales"
    cannot_afford(project)
    assert project.fan("ada")["stage"] == "new"
    until = project.fan("ada")["no_selling_until"]
    project.now = until + timedelta(hours=2)
    project.fan_writes("ada")
    moves = project.rows("select * from stage_transitions order by id")
    assert [move["to_stage"] for move in moves] == ["sales", "new", "sales"]
    assert moves[1]["reason"].startswith("the fan cannot afford it: ")
    assert moves[2]["at"] == until


def test_the_offer_that_stands_before_them_is_withdrawn(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    cannot_afford(project)
    (made,) = fan_offers(project)
    assert (made["status"], made["reason"]) == ("declined", "the fan cannot afford it")
    assert project.claim_reply("ada")["context"]["known_offers"] == []
    # Money for that very message is theirs to give all the same.
    project.fan_pays("ada", 2500, "payment", payment={
        "id": "p", "kind": "payment", "amount_cents": 2500,
        "message_uuid": str(project.message(made["message_id"])["platform_uuid"]),
    })  # fmt: skip
    assert statuses(project) == ["bought"]


def test_a_draft_with_an_offer_is_not_sent_to_who_cannot_afford_it(project: Project) -> None:
    open_shop(project)
    job = claim_with_offer(project)
    project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    delivery = project.claim_delivery()
    project.execute("select private.note_cannot_afford(%s, %s)", project.fan_id("ada"), project.now)
    assert project.begin_send(delivery)["outcome"] == "cancelled"
    assert statuses(project) == ["cancelled"]


def test_saying_it_again_moves_the_end_and_is_one_note(project: Project) -> None:
    project.fan_writes("ada")
    cannot_afford(project)
    first = project.fan("ada")["no_selling_until"]
    project.later(86_400)
    cannot_afford(project)
    assert project.fan("ada")["no_selling_until"] > first + timedelta(days=1)
    assert notes(project) == [("cannot_afford", 1)]


def test_an_operator_lifts_it_once_and_it_is_on_record(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect(signals=["asks_for_content"])
    cannot_afford(project)
    fan = project.fan("ada")

    def lift() -> Any:
        return project.value("select private.lift_no_selling(%s, %s)", fan["id"], project.now)

    assert lift() == {"lifted": True, "closed_because": None}
    assert project.fan("ada")["stage"] == "sales"
    assert lift() == {"lifted": False, "closed_because": None}
    (row,) = project.rows("select * from audit_log")
    assert (row["action"], row["fan"]) == ("fan.lift_no_selling", fan["pseudonym"])
    with refused("PT404"):
        project.value("select private.lift_no_selling(%s, %s)", -1, project.now)


def test_what_is_closed_is_told_with_the_fan(project: Project) -> None:
    project.fan_writes("ada")
    project.fan_pays("ada", 20000)
    told = project.value("select private.explain_fan('ada', %s)", project.now)["purse"]
    assert told["closed_because"] == "spent 200.00 within a day, of at most 200"
    assert told["spent"] == {"day": 200.0, "week": 200.0, "month": 200.0}
    assert told["config"]["day"] == 200
