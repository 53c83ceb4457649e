"""Whatever a fan pays and says, and when: nothing is offered or sold while the purse is closed."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.project import Project
from tests.sql.purse_walk import PurseWalk

AMOUNTS = st.integers(1, 120)
MINUTES = st.one_of(st.integers(0, 120), st.sampled_from([1439, 1440, 10_079, 10_080, 43_200]))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("pay"), AMOUNTS),
        st.tuples(st.just("talk"), AMOUNTS),
        st.tuples(st.just("talk"), AMOUNTS),
        st.tuples(st.just("wait"), MINUTES),
        st.tuples(st.sampled_from(["haste", "subscribe", "refund", "ask"]), AMOUNTS),
        st.tuples(st.sampled_from(["broke", "lift"]), st.just(0)),
    ),
    min_size=4,
    max_size=20,
)
# What did not happen in any example was not shown either.
MUST_HAPPEN = {
    "claimed with an offer", "not claimed with an offer", "committed with an offer",
    "not committed with an offer", "sent with an offer", "not sent with an offer",
    "open", "spent", "5", "the", "stage sales", "stage post_purchase", "stage warmup",
}  # fmt: skip


def test_no_offer_is_made_or_planned_and_no_sale_opens_while_the_purse_is_closed(
    project: Project,
) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=100, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def walk(steps: list[tuple[str, int]]) -> None:
        walk = PurseWalk(project)
        for step, value in steps:
            walk.take(step, value)
            assert walk.faults == []
        seen.update(walk.seen)

    walk()
    print("\n".join(f"{what:40}{count:6}" for what, count in sorted(seen.items())))
    assert {what for what in MUST_HAPPEN if not seen[what]} == set()
