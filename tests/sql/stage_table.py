"""
The decision table of stages and tiers, as data: every row stands beside a control, the neighbour
that is answered otherwise.

What a fan's row may say here: `count` of messages, `bought`, `asked`, `wrote`, `returned` and
`scored` as how long ago, `since_return` messages, `engagement` with whether the fan `was_engaged`,
`has_bought`, why the `purse` is closed; anything else is a
threshold. test_stage_table.py asks the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

Facts = dict[str, Any]
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """A fan and the stage that follows; the control has `but` changed and gets `then` instead."""

    claim: str
    facts: Facts
    stage: str
    but: Facts
    then: str


STAGES = (
    # -- counts
    Row("nobody wrote", {"count": 0}, "new", {"count": 5}, "warmup"),
    Row("one message", {"count": 1}, "new", {"has_bought": True}, "warmup"),
    Row("four messages", {"count": 4}, "new", {"count": 5}, "warmup"),
    Row("five messages", {"count": 5}, "warmup", {"count": 4}, "new"),
    Row("twenty messages", {"count": 20}, "warmup", {"count": 21}, "flirty"),
    Row("twenty-one messages", {"count": 21}, "flirty", {"count": 20}, "warmup"),
    Row("five hundred messages", {"count": 500}, "flirty", {"count": 19}, "warmup"),
    Row("a later warm-up", {"count": 5, "warmup_from": 6}, "new", {"count": 6}, "warmup"),
    Row("an earlier warm-up", {"count": 2, "warmup_from": 2}, "warmup", {"count": 1}, "new"),
    Row("a later flirt", {"count": 39, "flirty_from": 40}, "warmup", {"count": 40}, "flirty"),
    Row("an earlier flirt", {"count": 6, "flirty_from": 6}, "flirty", {"count": 5}, "warmup"),
    Row("a count goes by no hysteresis", {"count": 20, "was_engaged": True}, "warmup",
        {"count": 21}, "flirty"),
    # -- money
    Row("bought an hour ago", {"count": 0, "bought": HOUR}, "post_purchase",
        {"bought": 25 * HOUR}, "warmup"),
    Row("a day less a second after buying", {"count": 30, "bought": DAY - SECOND}, "post_purchase",
        {"bought": DAY}, "flirty"),
    Row("a day after buying", {"count": 30, "bought": DAY}, "flirty",
        {"bought": DAY - SECOND}, "post_purchase"),
    Row("a longer thank-you", {"count": 30, "bought": DAY, "post_purchase_hours": 48},
        "post_purchase", {"bought": 2 * DAY}, "flirty"),
    Row("no thank-you", {"count": 30, "bought": SECOND, "post_purchase_hours": 0}, "flirty",
        {"post_purchase_hours": 1}, "post_purchase"),
    Row("bought a year ago and wrote little", {"count": 1, "bought": 365 * DAY}, "warmup",
        {"bought": None}, "new"),
    Row("an opening balance and no message", {"count": 0, "has_bought": True}, "warmup",
        {"has_bought": False}, "new"),
    Row("an opening balance and four messages", {"count": 4, "has_bought": True}, "warmup",
        {"has_bought": False}, "new"),
    Row("an opening balance and many messages", {"count": 21, "has_bought": True}, "flirty",
        {"count": 20}, "warmup"),
    Row("what was bought a year ago warms nobody up to flirt", {"count": 20, "bought": 365 * DAY},
        "warmup", {"count": 21}, "flirty"),
    # -- asking for content
    Row("asked an hour ago", {"count": 1, "asked": HOUR}, "sales", {"asked": None}, "new"),
    Row("asked two days ago, less a second", {"count": 1, "asked": 2 * DAY - SECOND}, "sales",
        {"asked": 2 * DAY}, "new"),
    Row("asked two days ago", {"count": 1, "asked": 2 * DAY}, "new",
        {"asked": 2 * DAY - SECOND}, "sales"),
    Row("asked long ago, chats on", {"count": 30, "asked": 49 * HOUR}, "flirty",
        {"asked": 47 * HOUR}, "sales"),
    Row("a longer memory", {"count": 5, "asked": 60 * HOUR, "sales_hours": 72}, "sales",
        {"asked": 72 * HOUR}, "warmup"),
    Row("no memory", {"count": 5, "asked": SECOND, "sales_hours": 0}, "warmup",
        {"sales_hours": 1}, "sales"),
    Row("bought and asked: first the thanks", {"count": 30, "bought": HOUR, "asked": HOUR},
        "post_purchase", {"bought": DAY}, "sales"),
    Row("asked again after the thanks", {"count": 30, "bought": 30 * HOUR, "asked": HOUR},
        "sales", {"asked": 3 * DAY}, "flirty"),
    # -- engagement, up
    Row("engagement of 70", {"count": 1, "engagement": 70}, "sales", {"engagement": 69.99}, "new"),
    Row("just not engaged", {"count": 21, "engagement": 69.99}, "flirty",
        {"engagement": 70}, "sales"),
    Row("as engaged as can be", {"count": 5, "engagement": 100}, "sales",
        {"engagement": 0}, "warmup"),
    Row("more is asked for", {"count": 21, "engagement": 79.99, "sales_engagement": 80}, "flirty",
        {"engagement": 80}, "sales"),
    Row("above the highest there is",
        {"count": 21, "engagement": 100, "sales_engagement": 101}, "flirty",
        {"sales_engagement": 100}, "sales"),
    Row("bought and engaged: first the thanks", {"count": 30, "bought": HOUR, "engagement": 100},
        "post_purchase", {"bought": DAY}, "sales"),
    # -- hysteresis, down
    Row("engaged, and fallen a little", {"count": 30, "engagement": 69, "was_engaged": True},
        "sales", {"was_engaged": False}, "flirty"),
    Row("engaged, and fallen to the edge", {"count": 30, "engagement": 55, "was_engaged": True},
        "sales", {"engagement": 54.99}, "flirty"),
    Row("engaged, and fallen below", {"count": 30, "engagement": 54.99, "was_engaged": True},
        "flirty", {"engagement": 55}, "sales"),
    Row("rising through the band", {"count": 30, "engagement": 60}, "flirty",
        {"was_engaged": True}, "sales"),
    Row("without hysteresis",
        {"count": 30, "engagement": 69.99, "was_engaged": True, "sales_hysteresis": 0}, "flirty",
        {"engagement": 70}, "sales"),
    Row("with more of it",
        {"count": 30, "engagement": 40, "was_engaged": True, "sales_hysteresis": 30}, "sales",
        {"engagement": 39.99}, "flirty"),
    Row("who asked stays in sales by no hysteresis",
        {"count": 30, "engagement": 60, "asked": 2 * DAY}, "flirty", {"asked": DAY}, "sales"),
    # -- decay
    Row("80 half an hour ago", {"count": 30, "engagement": 80, "scored": HOUR / 2}, "sales",
        {"scored": 7 * DAY}, "flirty"),
    Row("80 a week ago is 40", {"count": 30, "engagement": 80, "scored": 7 * DAY}, "flirty",
        {"scored": DAY}, "sales"),
    Row("80 a week ago, engaged until 55", {"count": 30, "engagement": 80, "was_engaged": True,
        "scored": 3 * DAY}, "sales", {"scored": 4 * DAY}, "flirty"),
    Row("100 is 70 after 3 days 14 hours",
        {"count": 30, "engagement": 100, "scored": timedelta(days=3, hours=14)}, "sales",
        {"scored": timedelta(days=3, hours=15)}, "flirty"),
    Row("a longer half-life", {"count": 30, "engagement": 80, "scored": 7 * DAY,
        "engagement_half_life_days": 60}, "sales", {"engagement_half_life_days": 30}, "flirty"),
    Row("a score of the future is no higher", {"count": 30, "engagement": 69, "scored": -DAY},
        "flirty", {"engagement": 70}, "sales"),
    # -- silence
    Row("silent for two weeks", {"count": 30, "wrote": 14 * DAY}, "warmup",
        {"wrote": 14 * DAY - SECOND}, "flirty"),
    Row("silent for not quite two weeks", {"count": 30, "wrote": 14 * DAY - SECOND}, "flirty",
        {"wrote": 14 * DAY}, "warmup"),
    Row("a shorter patience", {"count": 30, "wrote": 3 * DAY, "rewarm_after_days": 3}, "warmup",
        {"rewarm_after_days": 4}, "flirty"),
    Row("silent though engaged", {"count": 30, "engagement": 100, "wrote": 14 * DAY}, "warmup",
        {"wrote": 13 * DAY}, "sales"),
    Row("silent since asking", {"count": 30, "asked": 30 * HOUR, "wrote": 30 * HOUR,
        "rewarm_after_days": 1}, "warmup", {"rewarm_after_days": 2}, "sales"),
    Row("silent and new stays new", {"count": 4, "wrote": 20 * DAY}, "new",
        {"count": 5}, "warmup"),
    Row("silent, but bought just now", {"count": 30, "bought": HOUR, "wrote": 20 * DAY},
        "post_purchase", {"bought": 2 * DAY}, "warmup"),
    Row("silent, and what was bought keeps its effect",
        {"count": 1, "bought": 20 * DAY, "wrote": 20 * DAY}, "warmup", {"bought": None}, "new"),
    # -- a closed purse
    Row("asked, and the purse is closed", {"count": 1, "asked": HOUR, "purse": "x"}, "new",
        {"purse": None}, "sales"),
    Row("asked long ago to be sold to, and the purse is closed",
        {"count": 30, "asked": HOUR, "purse": "x"}, "flirty", {"purse": None}, "sales"),
    Row("engaged, and the purse is closed", {"count": 10, "engagement": 90, "purse": "x"},
        "warmup", {"purse": None}, "sales"),
    Row("engaged before, and the purse is closed",
        {"count": 30, "engagement": 60, "was_engaged": True, "purse": "x"}, "flirty",
        {"purse": None}, "sales"),
    Row("bought, and that closed the purse", {"count": 30, "bought": HOUR, "purse": "x"},
        "post_purchase", {"bought": DAY}, "flirty"),
    Row("talks, and the purse is closed", {"count": 30, "purse": "x"}, "flirty",
        {"count": 20}, "warmup"),
    Row("silent, asked and the purse is closed",
        {"count": 30, "asked": 15 * DAY, "wrote": 15 * DAY, "sales_hours": 8760, "purse": "x"},
        "warmup", {"wrote": 13 * DAY}, "flirty"),
    # -- re-warming
    Row("back with one message", {"count": 31, "returned": HOUR, "since_return": 1}, "warmup",
        {"returned": None}, "flirty"),
    Row("back with four messages", {"count": 34, "returned": HOUR, "since_return": 4}, "warmup",
        {"since_return": 5}, "flirty"),
    Row("back with five messages", {"count": 35, "returned": HOUR, "since_return": 5}, "flirty",
        {"since_return": 4}, "warmup"),
    Row("a longer re-warming", {"count": 35, "returned": HOUR, "since_return": 9,
        "rewarm_messages": 10}, "warmup", {"since_return": 10}, "flirty"),
    Row("no re-warming", {"count": 31, "returned": HOUR, "since_return": 1,
        "rewarm_messages": 0}, "flirty", {"rewarm_messages": 2}, "warmup"),
    Row("back, and engagement has to wait",
        {"count": 31, "returned": HOUR, "since_return": 4, "engagement": 90}, "warmup",
        {"since_return": 5}, "sales"),
    Row("back, and asks at once",
        {"count": 31, "returned": HOUR, "since_return": 1, "asked": HOUR / 2}, "sales",
        {"asked": None}, "warmup"),
    Row("asked before the silence", {"count": 31, "returned": HOUR, "since_return": 1,
        "asked": 2 * HOUR}, "warmup", {"asked": HOUR}, "sales"),
    Row("back, and still no talker", {"count": 4, "returned": HOUR, "since_return": 2}, "new",
        {"has_bought": True}, "warmup"),
    Row("back, and buys at once",
        {"count": 31, "returned": HOUR, "since_return": 1, "bought": SECOND}, "post_purchase",
        {"bought": DAY}, "warmup"),
)  # fmt: skip


@dataclass(frozen=True)
class TierRow:
    """A sum of money, the tier that follows, and the neighbouring sum that is another's."""

    spend: str
    tier: str
    but: str
    then: str
    vip_spend: float = 100


TIERS = (
    TierRow("-10.00", "standard", "100.01", "vip"),
    TierRow("0.00", "standard", "100.01", "vip"),
    TierRow("99.99", "standard", "100.01", "vip"),
    TierRow("100.00", "standard", "100.01", "vip"),
    TierRow("100.01", "vip", "100.00", "standard"),
    TierRow("25000.00", "vip", "99.99", "standard"),
    TierRow("0.01", "vip", "0.00", "standard", vip_spend=0),
    TierRow("500.00", "standard", "500.01", "vip", vip_spend=500),
)


@dataclass(frozen=True)
class MoneyRow:
    """
    What was paid and taken back, in order of arrival, to a fan of 30 messages.

    A step is "KIND EUROS", with "#NAME" where it is about a certain payment and "-HOURS" where it
    happened before it was told. `control` leaves out or changes one step.
    """

    claim: str
    steps: tuple[str, ...]
    outcome: tuple[str, str, str]
    control: tuple[str, ...]
    control_outcome: tuple[str, str, str]


_BOUGHT_20 = ("post_purchase", "standard", "20.00")
_NOTHING = ("flirty", "standard", "0.00")
MONEY = (
    MoneyRow("a purchase is thanked for", ("payment 20",), _BOUGHT_20, (), _NOTHING),
    MoneyRow("a tip is a purchase", ("tip 20",), _BOUGHT_20,
             ("subscription 20",), ("flirty", "standard", "20.00")),
    MoneyRow("a refund takes it all back", ("payment 20 #a", "refund 20 #a"), _NOTHING,
             ("payment 20 #a", "refund 19.99 #a"), ("post_purchase", "standard", "0.01")),
    MoneyRow("so does a dispute", ("payment 20 #a", "dispute 20 #a"), _NOTHING,
             ("payment 20 #a",), _BOUGHT_20),
    MoneyRow("a refund that names nothing means what it fits",
             ("payment 30 -30", "payment 20", "refund 20"), ("flirty", "standard", "30.00"),
             ("payment 30 -30", "payment 20", "refund 30"), _BOUGHT_20),
    MoneyRow("a partial refund leaves the purchase", ("payment 20 #a", "refund 5 #a"),
             ("post_purchase", "standard", "15.00"),
             ("payment 20 #a", "refund 5 #a", "refund 15 #a"), _NOTHING),
    MoneyRow("a refund of another purchase leaves this one",
             ("payment 30 -30 #a", "payment 20 #b", "refund 30 #a"), _BOUGHT_20,
             ("payment 30 -30 #a", "payment 20 #b", "refund 20 #b"),
             ("flirty", "standard", "30.00")),
    MoneyRow("a refund that overtakes its payment", ("refund 20 #a", "payment 20 #a"), _NOTHING,
             ("refund 20 #b", "payment 20 #b", "payment 20 #a"), _BOUGHT_20),
    MoneyRow("a payment is taken back once", ("payment 20 #a", "dispute 20 #a", "refund 20 #a"),
             _NOTHING, ("payment 20 #a", "payment 20 #b", "dispute 20 #a", "refund 5 #b"),
             ("post_purchase", "standard", "15.00")),
    MoneyRow("told of late, not thanked for", ("payment 20 -25",), ("flirty", "standard", "20.00"),
             ("payment 20 -23",), _BOUGHT_20),
    MoneyRow("told of in the wrong order", ("payment 20", "payment 20 -30"),
             ("post_purchase", "standard", "40.00"),
             ("payment 20 -30", "payment 20 -25"), ("flirty", "standard", "40.00")),
    MoneyRow("a hundred is not above a hundred", ("payment 100",),
             ("post_purchase", "standard", "100.00"),
             ("payment 100", "tip 0.01"), ("post_purchase", "vip", "100.01")),
    MoneyRow("a refund takes the tier back", ("payment 100 #a", "payment 50 #b", "refund 50 #b"),
             ("post_purchase", "standard", "100.00"),
             ("payment 100 #a", "payment 50 #b", "refund 49.99 #b"),
             ("post_purchase", "vip", "100.01")),
)  # fmt: skip


@dataclass(frozen=True)
class TextRow:
    """What a fan of one message says, and the near miss; the first moves the stage."""

    asks: str
    near_miss: str


TEXTS = (
    TextRow("can you send me a pic?", "nice pic!"),
    TextRow("can I see more of you", "can I see you tomorrow?"),
    TextRow("got any new videos?", "I saw your video yesterday"),
    TextRow("how much for a custom video?", "how much do you sleep?"),
    TextRow("I want more pics", "don't send me pics"),
)
