"""explain_fan: where a fan stands, and the sentences that are made of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.project import Project, Row, fan_uuid, refused
from worker.fan_story import sentences, story

DAY = 86_400


def explain(project: Project, fan: str) -> dict[str, Any]:
    return dict(project.value("select private.explain_fan(%s, %s)", fan, project.now))


def chat(project: Project, count: int) -> None:
    for _ in range(count):
        project.fan_writes("ada", "hi")


def test_a_fan_who_wrote_bought_and_was_refunded_is_told_whole(project: Project) -> None:
    chat(project, 6)
    project.later(60)
    paid = {"id": "a", "kind": "payment", "amount_cents": 150_00, "message_uuid": fan_uuid("a")}
    project.ingest(project.event("ada", "payment.succeeded", payment=paid))
    project.later(60)
    back = {**paid, "id": "b", "kind": "refund", "amount_cents": 20_00}
    project.ingest(project.event("ada", "refund.created", payment=back))
    project.execute("""update fans set tags = '["likes_hiking"]'""")

    facts = explain(project, "ada")

    assert sentences(facts) == [
        "ada is in post_purchase since 12:01:00: bought within 24 hours.",
        "Tier vip; 130.00 spent, once paid and once taken back.",
        "Engagement is 41.71 of 100 (16.71 from what was written, 25 from what was bought), "
        "halving every 7 days; 70 opens the sale.",
        "6 messages from the fan, the last at 12:00:00; 0 sent to the fan.",
        "Tags: likes_hiking.",
        "Automation is auto for this fan and auto for Luna.",
    ]
    assert story(facts) == [
        ("22 Nov 2026 12:00:00", "known from here on, as new"),
        ("22 Nov 2026 12:00:00", "new → warmup: 5 messages"),
        ("22 Nov 2026 12:01:00", "ada paid 150.00 USD; 130.00 of it stands"),
        ("22 Nov 2026 12:01:00", "warmup → post_purchase: bought within 24 hours"),
        ("22 Nov 2026 12:02:00", "ada was refunded 20.00 USD"),
    ]


def test_what_time_did_since_is_told_though_nothing_is_written(project: Project) -> None:
    chat(project, 21)
    project.later(3600)
    project.fan_pays("ada", 5_00)
    project.later(20 * DAY)
    before = project.rows("select * from fans"), project.rows("select * from stage_transitions")

    facts = explain(project, "ada")

    assert (facts["stage"], facts["because"]) == ("warmup", "silent for 14 days")
    assert [(step["to"], step["recorded"]) for step in facts["path"]] == [
        ("warmup", True), ("flirty", True), ("post_purchase", True), ("sales", False),
        ("flirty", False), ("warmup", False),
    ]  # fmt: skip
    assert "flirty → warmup: silent for 14 days (to be recorded with the next event)" in [
        what for _, what in story(facts)
    ]
    after = project.rows("select * from fans"), project.rows("select * from stage_transitions")
    assert after == before

    # The next event records just that.
    chat(project, 1)
    recorded = [(step["to"], step["at"]) for step in explain(project, "ada")["path"]]
    assert recorded == [(step["to"], step["at"]) for step in facts["path"]]


def test_a_fan_is_found_by_id_uuid_and_handle(project: Project) -> None:
    chat(project, 1)
    for name in ("ada", fan_uuid("ada"), str(project.fan_id("ada"))):
        assert explain(project, name)["fan"]["name"] == "ada"
    with refused("PT404"):
        explain(project, "nobody")


def test_an_id_stands_before_a_handle_that_looks_like_one(project: Project) -> None:
    chat(project, 1)
    project.ingest(project.event(str(project.fan_id("ada")), "follow.created"))
    assert explain(project, str(project.fan_id("ada")))["fan"]["name"] == "ada"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("tip", "ada tipped 5.00 USD"),
        ("subscription", "ada paid 5.00 USD for the subscription"),
        ("dispute", "ada disputed 5.00 USD"),
    ],
)
def test_every_kind_of_money_has_its_words(project: Project, kind: str, told: str) -> None:
    project.fan_pays("ada", 5_00, kind=kind)
    assert told in [what for _, what in story(explain(project, "ada"))]


def test_a_takeover_and_a_return_are_told(project: Project) -> None:
    chat(project, 25)
    project.later(20 * DAY)
    chat(project, 2)
    project.platform_sent("ada", fan_uuid("a message"))
    told = sentences(explain(project, "ada"))
    assert "2 since coming back after a long silence." in told[3]
    assert told[-1].startswith("Automation is human for this fan (a person wrote to the fan")


def test_times_are_told_in_the_creator_s_zone(project: Project) -> None:
    project.execute("update creators set time_zone = 'Asia/Kathmandu'")
    chat(project, 5)
    facts: Row = explain(project, "ada")
    assert facts["zone"] == "Asia/Kathmandu"
    assert facts["path"][0]["at"].endswith("T17:45:00+05:45")
    assert project.value("show timezone") != "Asia/Kathmandu", "left as it was"


def test_a_closed_purse_is_told_with_its_end_where_there_is_one(project: Project) -> None:
    chat(project, 1)
    assert not any("sold" in told for told in sentences(explain(project, "ada")))
    project.fan_pays("ada", 200_00)
    assert "Nothing is sold: spent 200.00 within a day, of at most 200." in sentences(
        explain(project, "ada")
    )
    project.execute("update fans set no_selling_until = %s", project.now + timedelta(days=2))
    assert (
        "Nothing is sold: the fan said that they cannot afford it, until Tue 24 Nov 12:00:00 at"
        " least." in sentences(explain(project, "ada"))
    )
