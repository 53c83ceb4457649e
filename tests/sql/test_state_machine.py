"""
Whatever overlaps with whatever: no reply twice, and nobody is forgotten.

Hypothesis draws the order of things. Three connections hold their transactions open across steps,
so that webhooks, workers, cron and people truly overlap: a call that meets another's lock waits
until that one ends. After each step the committed state is looked at from a fourth. What may
happen is machine_steps.py's, what must be so machine_rules.py's.

FANPACE_EXAMPLES draws so many examples of up to 60 steps instead (`make state-machine`), each run
other ones; `--hypothesis-seed` repeats them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.sql.machine_rest import come_to_rest
from tests.sql.machine_rules import check
from tests.sql.machine_seats import Seat
from tests.sql.machine_steps import STEPS, end, something_is_open
from tests.sql.machine_worker import claim, work
from tests.sql.machine_world import FANS, SEATS, World

EXAMPLES = int(os.environ.get("FANPACE_EXAMPLES", "0"))
SETTINGS = settings(
    max_examples=EXAMPLES or 60,
    stateful_step_count=60 if EXAMPLES else 40,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    print_blob=True,
    # Shrinking takes minutes and the history of the failing run is short enough to read.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# A run in which one of these did not happen proves nothing about it.
MUST_HAPPEN = {
    "calls that waited for another", "commit unheard", "roll back", "crash",
    "message.received accepted", "message.received duplicate", "message.sent accepted",
    "message.edited accepted", "message.deleted accepted", "payment.succeeded accepted",
    "drafts held", "approve approved",
    "commit_reply planned", "begin_send send", "begin_send reconcile",
    "record_reconciliation wait", "retry_job queued", "finish_send sent", "offers planned",
}  # fmt: skip
# Too rare for the short run to rely on.
MUST_HAPPEN_IN_THE_LONG_RUN = {
    "lease lost", "commit_reply superseded", "commit_reply held", "begin_send wait",
    "begin_send cancelled", "record_reconciliation held", "record_reconciliation send",
    "release_job queued", "retry_job dead", "post accepted, then timed out",
    "requeue_dead_job queued", "requeue_dead_job cancelled", "resolve sent sent",
    "resolve unsent unsent", "edit approved", "rewrite rewrite", "drop drop",
    "take_over take_over", "stop_automation", "start_automation", "set_mode",
    "end: turn cancelled: a person dropped it",
    "end: job held: stale", "end: job cancelled: stale", "end: fan the fan asked for it",
    "end: fan resumed: no person wrote for 01:00:00",
    "end: turn cancelled: the fan deleted what was to be answered",
    "end: event: deleted before it was received",
    "end: event: sent by us, or known already",
}  # fmt: skip
NAMES = [name for name, step in STEPS.items() for _ in range(step.weight)]


class StateMachine(RuleBasedStateMachine):
    """The rules are what may happen next; `invariant` is what must be so after each."""

    # Connections outlive an example: each would plan every function anew.
    seats: ClassVar[list[Seat]]
    observer: ClassVar[psycopg.Connection[Any]]
    tally: ClassVar[Counter[str]]
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.seats, self.observer, self.tally)

    @initialize(
        supersedes=st.integers(0, 2), depth=st.integers(0, 9),
        staleness=st.sampled_from(["answer", "answer", "hold", "skip"]),
        model=st.sampled_from(["plan", "fitted"]),
        approval=st.sampled_from([{}, {"first_replies": 1000}]),
    )  # fmt: skip
    def some_way_into_a_conversation(
        self, supersedes: int, depth: int, staleness: str, model: str, approval: dict[str, int]
    ) -> None:
        self.world.prepare(supersedes, staleness, model, approval)
        for step in range(depth):
            if step == 0:
                self.world.start(
                    self.world.ingest(self.world.fan_wrote(FANS[0], "hello")), hold=False
                )
            elif self.world.tasks:
                work(self.world)
            else:
                self.world.later(6)
                self.world.start(claim(self.world, 5), hold=False)

    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        # What is drawn never depends on what is possible: of jobs that are due at one moment
        # either may come first.
        step = STEPS[data.draw(st.sampled_from(NAMES))]
        drawn = {key: data.draw(strategy) for key, strategy in step.drawn.items()}
        if step.may(self.world):
            step.do(self.world, **drawn)
        elif something_is_open(self.world):
            end(self.world, pick=0, how="commit")

    @invariant()
    def the_rules_hold(self) -> None:
        check(self.world)

    def teardown(self) -> None:
        try:
            come_to_rest(self.world)
        finally:
            note("\n".join(self.world.history))
            for seat in self.world.seats:
                seat.abandon()


@pytest.fixture
def machine(project_dsn: str) -> Iterator[type[StateMachine]]:
    """The machine with its connections to an empty project."""
    StateMachine.tally = Counter()
    StateMachine.seats = [Seat(f"seat {number}", project_dsn) for number in range(SEATS)]
    with psycopg.connect(project_dsn, autocommit=True) as observer:
        StateMachine.observer = observer
        yield StateMachine
    for seat in StateMachine.seats:
        seat.connection.close()


def test_however_transactions_overlap_each_message_gets_one_reply(
    machine: type[StateMachine],
) -> None:
    run_state_machine_as_test(machine, settings=SETTINGS)
    print("\n".join(f"{what:40}{count:8}" for what, count in sorted(machine.tally.items())))
    expected = MUST_HAPPEN | (MUST_HAPPEN_IN_THE_LONG_RUN if EXAMPLES >= 500 else set())
    assert {what for what in expected if not machine.tally[what]} == set()
