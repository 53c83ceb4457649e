"""Offers in replies: what a job's context says, what is recorded, and how an offer ends."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.project import Project, Row, refused
from tests.sql.offer_shop import (
    add_offer,
    claim_with_offer,
    fan_offers,
    gate,
    make_offer,
    open_shop,
    says_no,
    set_funnel,
    statuses,
    talk,
)


def plan(project: Project, *bubbles: str, **reply: Any) -> Row:
    job = claim_with_offer(project)
    offer = job["context"]["offer"]["id"]
    return project.commit(job, *(bubbles or ("my beach set, $25",)), offer_id=offer, **reply)


# -- the context


def test_the_context_brings_the_one_offer_that_may_be_made(project: Project) -> None:
    offer = open_shop(project)
    project.execute("update offers set description = 'ten photos'")
    context = claim_with_offer(project)["context"]
    assert context["offer"] == {
        "id": offer, "title": "Beach set", "description": "ten photos", "price_cents": 2500,
        "currency": "USD",
    }  # fmt: skip
    assert context["offer_gate"] is None
    assert context["known_offers"] == [
        {"title": "Beach set", "price_cents": 2500, "currency": "USD"}
    ]


def test_a_closed_gate_leaves_no_offer_in_the_context_but_says_why(project: Project) -> None:
    add_offer(project)
    project.fan_writes("ada")
    context = project.claim_reply("ada")["context"]
    assert (context["offer"], context["known_offers"]) == (None, [])
    assert context["offer_gate"] == "nothing is offered to a fan who is new"


def test_an_open_offer_may_be_spoken_of_at_the_price_at_which_it_was_made(
    project: Project,
) -> None:
    open_shop(project)
    make_offer(project)
    project.execute("update offers set price_cents = 9900")
    project.later(60)
    project.fan_writes("ada", "how much was it?")
    context = project.claim_reply("ada")["context"]
    assert (context["offer"], context["offer_gate"]) == (None, "an offer is open")
    assert [known["price_cents"] for known in context["known_offers"]] == [2500]


def test_what_is_only_a_draft_is_not_spoken_of(project: Project) -> None:
    open_shop(project)
    project.fan_writes("ada")
    project.set_creator("approve")
    job = project.claim_reply("ada")
    project.commit(job, "my beach set", offer_id=job["context"]["offer"]["id"])
    known = project.rows(
        "select * from private.standing_offers(%s, %s)", project.fan_id("ada"), project.now
    )
    assert known == []
    assert gate(project) == "an offer is open"


# -- the reply


def test_a_reply_with_its_offer_is_recorded_and_open_once_it_is_sent(project: Project) -> None:
    offer = open_shop(project)
    assert plan(project, "hm", "my beach set, $25", offer_bubble=2)["outcome"] == "planned"
    (planned,) = fan_offers(project)
    assert (planned["offer_id"], planned["status"], planned["offered_at"]) == (offer, "open", None)
    assert project.message(planned["message_id"])["body"] == "my beach set, $25"

    project.deliver_all()

    (made,) = fan_offers(project)
    assert made["status"] == "open"
    assert made["offered_at"] == project.message(made["message_id"])["sent_at"]


def test_where_nobody_says_which_bubble_names_it_the_first_counts(project: Project) -> None:
    open_shop(project)
    plan(project, "one", "two")
    assert project.message(fan_offers(project)[0]["message_id"])["body"] == "one"


def test_a_reply_without_an_offer_records_none(project: Project) -> None:
    open_shop(project)
    assert project.commit(claim_with_offer(project), "hey")["outcome"] == "planned"
    assert fan_offers(project) == []


@pytest.mark.parametrize("offer_id", ["seven", -1, 1.5, True])
def test_an_offer_id_that_is_no_id_is_refused(project: Project, offer_id: Any) -> None:
    open_shop(project)
    job = claim_with_offer(project)
    if offer_id == 1.5:
        offer_id = {"id": 1}
    with refused("PT422"):
        project.commit(job, offer_id=offer_id)


def gone(project: Project) -> None:
    project.execute("update offers set active = false")


def new_again(project: Project) -> None:
    project.execute("update fans set stage = 'new'")


def other_stage(project: Project) -> None:
    project.execute("update offers set stages = '{flirty}'")


@pytest.mark.parametrize("change", [gone, new_again, other_stage])
def test_a_draft_whose_offer_may_not_be_made_is_written_anew_without_it(
    project: Project, change: Any
) -> None:
    offer = open_shop(project)
    job = claim_with_offer(project)
    change(project)
    answer = project.commit(job, "my beach set, $25", offer_id=offer)
    assert answer["outcome"] == "held"
    assert answer["reason"].startswith("the offer may not be made: ")
    assert (project.outbound(), fan_offers(project)) == ([], [])

    # Even where the gate is open again by then.
    project.execute("update offers set active = true, stages = '{sales}'")
    (again,) = project.claim()
    assert again["id"] == job["id"]
    assert again["context"]["offer"] is None
    assert again["context"]["offer_gate"] == answer["reason"].split(": ", 1)[1]
    assert project.commit(again, "so, how are you")["outcome"] == "planned"
    assert project.deliver_all() == ["so, how are you"]


def test_a_worker_that_insists_on_its_offer_ends_as_a_dead_letter(project: Project) -> None:
    offer = open_shop(project)
    job = claim_with_offer(project)
    gone(project)
    for _ in range(job["max_attempts"]):
        assert project.commit(job, "my beach set", offer_id=offer)["outcome"] == "held"
        claimed = project.claim()
        if not claimed:
            break
        (job,) = claimed
    assert project.job(job["id"])["status"] == "dead"
    assert project.job(job["id"])["last_error"]["kind"] == "offer_refused"
    assert project.turns()[0]["status"] == "held"
    assert project.outbound() == []


def test_an_offer_that_was_never_sent_was_never_made(project: Project) -> None:
    open_shop(project)
    plan(project)
    project.fan_writes("ada", "wait")
    (void,) = fan_offers(project)
    assert (void["status"], void["reason"]) == ("cancelled", "the message was not sent")
    job = project.claim_reply("ada")
    assert job["context"]["offer"], job["context"]["offer_gate"]


def test_a_reply_cut_short_before_the_bubble_that_names_it_made_no_offer(project: Project) -> None:
    open_shop(project)
    plan(project, "hm", "my beach set, $25", offer_bubble=2)
    job = project.claim_delivery()
    project.finish_send(job, project.begin_send(job)["message"]["id"])
    project.fan_writes("ada", "wait")
    assert statuses(project) == ["cancelled"]


def test_a_reply_cut_short_after_the_bubble_that_names_it_made_the_offer(project: Project) -> None:
    open_shop(project)
    plan(project, "my beach set, $25", "no rush", offer_bubble=1)
    job = project.claim_delivery()
    project.finish_send(job, project.begin_send(job)["message"]["id"])
    project.fan_writes("ada", "wait")
    assert statuses(project) == ["open"]
    assert gate(project) == "an offer is open"


def test_what_is_found_sent_after_all_was_made_after_all(project: Project) -> None:
    open_shop(project)
    plan(project)
    job = project.claim_delivery()
    message_id = project.begin_send(job)["message"]["id"]
    project.platform_sent("ada", str(uuid.uuid4()))
    project.fail(job, unsent=True)
    assert statuses(project) == ["cancelled"]
    project.finish_send(job, message_id)
    assert statuses(project) == ["open"]


def test_an_offer_found_sent_beside_a_newer_one_has_lapsed(project: Project) -> None:
    open_shop(project, offer_min_turns=0)
    plan(project)
    job = project.claim_delivery()
    message_id = project.begin_send(job)["message"]["id"]
    project.platform_sent("ada", str(uuid.uuid4()))
    project.fail(job, unsent=True)
    project.set_fan("ada", "auto")
    (nothing_left,) = project.claim()
    assert project.begin_send(nothing_left)["outcome"] == "cancelled"
    project.later(60)
    make_offer(project)
    project.finish_send(job, message_id)
    assert statuses(project) == ["expired", "open"]


def test_a_planned_offer_does_not_go_out_to_a_fan_who_is_new_by_then(project: Project) -> None:
    open_shop(project)
    plan(project)
    job = project.claim_delivery()
    new_again(project)
    set_funnel(project, warmup_from=20)
    step = project.begin_send(job)
    assert step == {"outcome": "cancelled", "reason": "its offer may not be made any more"}
    assert statuses(project) == ["cancelled"]
    (again,) = project.claim()
    assert (again["job_type"], again["context"]["offer"]) == ("reply", None)
    assert project.commit(again, "so")["outcome"] == "planned"
    assert project.deliver_all() == ["so"]


# -- how it ends


def test_no_is_a_refusal_where_an_offer_is_open(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    says_no(project)
    (made,) = fan_offers(project)
    assert (made["status"], made["reason"]) == ("declined", "the fan declined")
    assert gate(project) == "the fan declined an offer less than 72 hours ago"


def test_no_refuses_nothing_where_no_offer_is_open(project: Project) -> None:
    open_shop(project)
    says_no(project)
    assert fan_offers(project) == []
    assert gate(project) is None


def test_no_that_was_said_before_the_offer_does_not_refuse_it(project: Project) -> None:
    open_shop(project)
    made = make_offer(project)
    event = project.event("ada", "message.received")
    event["message"] = {"uuid": str(uuid.uuid4()), "text": "no thanks"}
    event["occurred_at"] = (made["offered_at"] - timedelta(seconds=1)).isoformat()
    project.ingest(event)
    project.inspect(signals=["declines_offer"])
    assert statuses(project) == ["open"]


def test_no_to_an_offer_of_which_nobody_knows_yet_that_it_is_out_counts(project: Project) -> None:
    open_shop(project)
    plan(project)
    job = project.claim_delivery()
    message_id = project.begin_send(job)["message"]["id"]
    project.later(20)
    project.fan_writes("ada", "no thanks")
    project.inspect(signals=["declines_offer"])
    assert statuses(project) == ["declined"]
    project.finish_send(job, message_id)
    (made,) = fan_offers(project)
    assert made["status"] == "declined"
    assert made["offered_at"] is not None


def test_no_to_an_offer_that_has_lapsed_begins_no_cooling_off(project: Project) -> None:
    open_shop(project, offer_min_turns=0)
    make_offer(project)
    project.later(48 * 3600 + 60)
    says_no(project)
    assert statuses(project) == ["expired"]
    assert gate(project) is None


def test_a_payment_for_the_message_buys_it_even_late(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    says_no(project)
    paid_for = project.message(fan_offers(project)[0]["message_id"])["platform_uuid"]
    project.later(60)
    pay(project, 100, message_uuid=str(paid_for))
    (made,) = fan_offers(project)
    assert (made["status"], made["reason"]) == ("bought", "its message was paid for")


def pay(project: Project, cents: int, kind: str = "payment", **payment: Any) -> None:
    body = {"id": str(uuid.uuid4()), "kind": kind, "amount_cents": cents, **payment}
    project.ingest(project.event("ada", "payment.succeeded", payment=body))


@pytest.mark.parametrize(
    ("kind", "cents", "ends"),
    [
        ("payment", 2500, "its price was paid"),
        ("payment", 900, "something was bought while it was open"),
        ("tip", 2500, "its price was paid"),
        ("tip", 3000, "something was bought while it was open"),
        ("tip", 2499, None),
        ("subscription", 2500, None),
    ],
)
def test_a_payment_while_it_is_open_closes_it_as_bought(
    project: Project, kind: str, cents: int, ends: str | None
) -> None:
    open_shop(project)
    make_offer(project)
    project.later(60)
    pay(project, cents, kind)
    (made,) = fan_offers(project)
    assert made["reason"] == ends
    assert made["status"] == ("bought" if ends else "open")


@pytest.mark.parametrize("when", ["before it was made", "after it lapsed"])
def test_a_payment_at_another_time_does_not_buy_it(project: Project, when: str) -> None:
    open_shop(project)
    made = make_offer(project)
    paid_at = made["offered_at"] + timedelta(hours=48 if when == "after it lapsed" else -1)
    project.now = max(project.now, paid_at)
    event = project.event(
        "ada", "payment.succeeded",
        payment={"id": "p1", "kind": "payment", "amount_cents": 2500},
    )  # fmt: skip
    project.ingest({**event, "occurred_at": paid_at.isoformat()})
    assert statuses(project) == ["open"]


def test_a_draft_cannot_be_bought(project: Project) -> None:
    open_shop(project)
    plan(project)
    pay(project, 2500)
    assert statuses(project) == ["open"]


def test_money_back_opens_no_gate(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    project.later(60)
    pay(project, 2500)
    project.fan_pays("ada", 2500, kind="refund")
    assert statuses(project) == ["bought"]
    talk(project, 6)
    project.fan_writes("ada", "so?")
    context = project.claim_reply("ada")["context"]
    assert (context["offer"], context["offer_gate"]) == (None, None)


def test_what_lapses_is_closed_by_the_purge_at_the_moment_at_which_it_lapsed(
    project: Project,
) -> None:
    open_shop(project)
    made = make_offer(project)
    project.now = made["offered_at"] + timedelta(hours=47.99)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert statuses(project) == ["open"]
    project.later(3600)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    (row,) = fan_offers(project)
    assert (row["status"], row["reason"]) == ("expired", "not bought within 48 hours")
    assert row["closed_at"] == made["offered_at"] + timedelta(hours=48)


def test_what_lapsed_makes_room_for_the_next_without_any_purge(project: Project) -> None:
    open_shop(project, offer_min_turns=0)
    make_offer(project)
    project.later(49 * 3600)
    make_offer(project)
    assert statuses(project) == ["expired", "open"]


def test_the_table_itself_refuses_a_second_open_offer(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    with pytest.raises(psycopg.errors.UniqueViolation, match="one_open_offer_for_a_fan"):
        project.execute(
            "insert into fan_offers (fan_id, offer_id, turn_id, title, price_cents, currency,"
            " created_at) select fan_id, offer_id, turn_id, title, price_cents, currency,"
            " created_at from fan_offers"
        )


def test_an_offer_closed_by_hand_says_so(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    project.execute("update fan_offers set status = 'cancelled'")
    (made,) = fan_offers(project)
    assert made["reason"] == "closed by hand"
    assert made["closed_at"] is not None


def test_offers_go_with_their_fan_and_with_their_creator(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        project.execute("delete from offers")
    project.execute("delete from fans")
    assert fan_offers(project) == []
    project.execute("delete from creators")
    assert project.rows("select 1 from offers") == []


def test_a_creator_goes_with_fans_and_offers_at_once(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    project.execute("delete from creators")
    assert fan_offers(project) == []


def add(project: Project, *arguments: Any) -> Any:
    marks = ", ".join(["%s"] * len(arguments))
    return project.value(f"select public.add_offer({marks})", *arguments)


def test_an_offer_is_added_to_the_only_creator_or_to_the_one_named(project: Project) -> None:
    assert add(project, "Beach set", 2500)["creator_id"] == project.creator_id
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    assert add(project, "Beach set", 2500, other)["creator_id"] == other
    with refused("PT404") as caught:
        add(project, "Garden set", 2500)
    assert "say which" in str(caught.value.diag.message_detail)
    with refused("PT404"):
        add(project, "Garden set", 2500, 0)
    with refused("23514"):
        add(project, "12345", 2500, other)


def test_the_list_counts_what_reached_fans(project: Project) -> None:
    open_shop(project)
    make_offer(project)
    says_no(project)
    add_offer(project, "Garden set", active=False)
    first, second = project.value("select public.list_offers()")["offers"]
    counts = [first[count] for count in ("made", "open", "bought", "declined")]
    assert counts == [1, 0, 0, 1]
    assert (second["made"], second["active"], len(first["stages"])) == (0, False, 4)
