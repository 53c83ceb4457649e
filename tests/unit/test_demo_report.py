"""The demo's report: a lane for each fan, waits from the first message to the first bubble."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from devstack.demo_report import LEFT, RIGHT, WIDTH, lanes, page, ticks
from devstack.feed import Moment
from devstack.tally import Spread, Summary

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
NONE = Spread(0, None, None, None, None)
SUMMARY = Summary(
    fans=1, messages_in=2, replies_out=1, bubbles_out=1, bursts=1, bursts_merged=1,
    waits_drawn=NONE, waits_kept=NONE, lateness_ms=NONE, stages_reached={}, purchases=0,
    duplicates_recognised=0, bad_signatures_refused=0, identity_answers=0, disclosures=1,
    worker_restarts=0, duplicated=0, unanswered=0, handed_over=0,
)  # fmt: skip


def at(seconds: float, kind: str, fan: str = "ada", text: str = "hi") -> Moment:
    return Moment(START + timedelta(seconds=seconds), kind, fan, text)


def test_a_wait_begins_with_a_burst_and_ends_with_its_answer() -> None:
    moments = [at(0, "writes"), at(2, "writes"), at(5, "sent"), at(6, "sent"), at(10, "writes")]
    (lane,) = lanes(moments, START)
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    assert lane.waits == ((LEFT, middle),)
    assert [moment.kind for moment in lane.said] == ["writes", "writes", "sent", "sent", "writes"]


def test_fans_stand_in_the_order_in_which_they_first_wrote_and_notes_are_nobodys() -> None:
    moments = [at(0, "note", fan=""), at(1, "writes", "zoe"), at(2, "writes", "ada")]
    assert [lane.fan for lane in lanes(moments, START)] == ["zoe", "ada"]


def test_the_time_axis_stays_in_the_picture() -> None:
    moments = [at(0, "writes"), at(61, "sent")]
    assert [label for _, label in ticks(moments, START)] == [f"{n} s" for n in range(0, 61, 10)]
    assert max(x for x, _ in ticks(moments, START)) <= WIDTH - RIGHT


def test_what_a_fan_wrote_is_escaped_and_the_model_is_named() -> None:
    drawn = page(SUMMARY, [at(0, "writes", text="<script>x</script>")], START, "SmolLM2")
    assert "<script>" not in drawn
    assert "&lt;script&gt;x&lt;/script&gt;" in drawn
    assert "Model: SmolLM2" in drawn
    assert "http" not in drawn.replace("http-equiv", ""), "the page asks the network for something"
