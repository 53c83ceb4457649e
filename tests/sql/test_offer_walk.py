"""Whatever comes in whatever order: the hard gates hold."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

import psycopg
import pytest

from tests.project import Project
from tests.sql.offer_shop import claim_with_offer, fan_offers, make_offer, open_shop
from tests.sql.offer_walk import Walk

SEEDS = range(6)
STEPS = 500
# What did not happen in any walk was not shown either.
MUST_HAPPEN = {
    "an offer reached a fan", "offer planned", "offer held though none may be", "declined",
    "bought", "crash", "lease lost", "post lost", "post unheard",
    "send cancelled: its offer may not be made any more",
}  # fmt: skip


def test_no_order_of_things_gets_an_offer_past_the_gate(project: Project) -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        project.execute("delete from fans")
        project.execute("delete from offers")
        project.execute("update creators set funnel_config = private.default_funnel_config()")
        project.set_creator("auto")
        walk = Walk(project, seed)
        for number in range(STEPS):
            walk.step()
            assert walk.faults == [], f"seed {seed}, step {number}"
        seen.update(walk.seen)
    print("\n".join(f"{what:60}{count:6}" for what, count in sorted(seen.items())))
    assert {what for what in MUST_HAPPEN if not seen[what]} == set()


def committing(dsn: str, query: str, values: list[Any], answers: list[Any]) -> threading.Thread:
    def call() -> None:
        with psycopg.connect(dsn) as connection:
            row = connection.execute(query, values).fetchone()
            answers.append(row and row[0])

    thread = threading.Thread(target=call)
    thread.start()
    return thread


COMMIT = "select private.commit_reply(%s, %s, %s::jsonb, %s)"
REPLY = '{"bubbles": ["my beach set"], "kind": "reply", "offer_id": %s}'


@pytest.mark.parametrize(
    ("meanwhile", "outcome"),
    [
        ("update fans set stage = 'new' where id = %s", "held"),
        ("update fans set stage = stage where id = %s", "planned"),
    ],
)
def test_what_another_transaction_does_to_the_fan_is_seen_by_the_commit_that_waited_for_it(
    project: Project, meanwhile: str, outcome: str
) -> None:
    offer = open_shop(project)
    job = claim_with_offer(project)
    answers: list[Any] = []
    with psycopg.connect(project.dsn) as other:
        other.execute(meanwhile, [project.fan_id("ada")])
        values = [job["id"], job["lease_token"], REPLY % offer, project.now]
        waiting = committing(project.dsn, COMMIT, values, answers)
        project.until_waiting()
    waiting.join()
    assert [answer["outcome"] for answer in answers] == [outcome]


def test_of_two_workers_with_one_draft_only_the_one_with_the_lease_makes_the_offer(
    project: Project,
) -> None:
    offer = open_shop(project)
    slow = claim_with_offer(project)
    project.lose_lease(slow)
    (quick,) = project.claim(worker="w2")
    assert quick["context"]["offer"]["id"] == offer
    with pytest.raises(psycopg.Error) as caught:
        project.commit(slow, "my beach set", offer_id=offer)
    assert caught.value.sqlstate == "PT409"
    project.commit(quick, "my beach set", offer_id=offer)
    assert len(fan_offers(project)) == 1


def test_two_fans_two_workers_one_catalogue(project: Project) -> None:
    offer = open_shop(project, "ada")
    project.was_told("bob")
    made = [make_offer(project, "ada"), make_offer(project, "bob")]
    assert [row["offer_id"] for row in made] == [offer, offer]
    assert {row["status"] for row in fan_offers(project)} == {"open"}
