"""
Whatever overlaps with whatever: no reply twice, and nobody is forgotten.

Hypothesis draws the order of things. Three connections hold their transactions open across steps,
so that a webhook, workers, cron and a person truly overlap: a call that meets another's lock waits
until that one ends. After each step the committed state is looked at from a fourth.

FANPACE_EXAMPLES draws so many examples of up to 60 steps instead (`make state-machine`), each run
other ones; `--hypothesis-seed` repeats them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import psycopg
import pytest
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.sql.machine_rest import come_to_rest, decide_unknown, let_everybody_answer, work
from tests.sql.machine_rules import check
from tests.sql.machine_seats import Call, Seat
from tests.sql.machine_world import FANS, SEATS, START, World

EXAMPLES = int(os.environ.get("FANPACE_EXAMPLES", "0"))
SETTINGS = settings(
    max_examples=EXAMPLES or 60,
    stateful_step_count=60 if EXAMPLES else 40,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
# A run in which one of these did not happen proves nothing about it.
MUST_HAPPEN = {
    "calls that waited for another", "commit unheard", "roll back", "crash",
    "message.received accepted", "message.received duplicate", "message.sent accepted",
    "commit_reply planned", "begin_send send", "begin_send reconcile",
    "record_reconciliation wait", "retry_job queued", "finish_send sent",
}  # fmt: skip
# Too rare for the short run to rely on.
MUST_HAPPEN_IN_THE_LONG_RUN = {
    "lease lost", "commit_reply superseded", "commit_reply held", "begin_send wait",
    "begin_send cancelled", "record_reconciliation held", "record_reconciliation send",
    "release_job queued", "post accepted, then timed out",
}  # fmt: skip
NEXT_MOMENT = """
    select min(moment) from (
      select case status when 'running' then lease_expires_at else run_at end as moment
      from public.jobs_queue where status in ('queued', 'running')
    ) as moments
    where moment > %s"""

SWITCHES = [
    "update public.fans set automation = 'auto' where automation <> 'opted_out'",
    "update public.fans set automation = 'paused' where automation <> 'opted_out'",
    "update public.fans set automation = 'approve' where automation <> 'opted_out'",
    "update public.creators set automation = 'auto' where true",
    "update public.creators set automation = 'paused' where true",
    "update public.settings set automation_stopped = false where only_row",
    "update public.settings set automation_stopped = true where only_row",
]
PICK = st.integers(0, 9)
HOLD = st.sampled_from([False, True])
FAN = st.sampled_from([FANS[0], FANS[0], FANS[0], FANS[1]])


def always(machine: StateMachine) -> bool:
    return True


def someone_is_free(machine: StateMachine) -> bool:
    return any(seat.is_idle for seat in machine.world.seats)


def someone_may_work(machine: StateMachine) -> bool:
    return bool(machine.world.tasks) and someone_is_free(machine)


def something_is_open(machine: StateMachine) -> bool:
    return any(seat.is_open for seat in machine.world.seats)


# How often, when, and with what. Hypothesis's own rules are drawn alike, and then webhooks crowd
# out the worker: a reply is hardly ever begun.
STEPS: dict[str, tuple[int, Callable[[StateMachine], bool], dict[str, st.SearchStrategy[Any]]]] = {
    "go_on": (24, someone_is_free, {
        "pick": PICK, "hold": HOLD, "bubbles": st.integers(1, 3), "rare": st.integers(0, 5),
        "fate": st.sampled_from(["accepted"] * 3
            + ["accepted, then timed out", "never arrived", "refused"]),
        "signal": st.sampled_from(
            [None] * 16 + ["sincere_question"] * 2 + ["asks_for_content", "opt_out"]),
    }),
    "end": (12, something_is_open, {
        "pick": PICK, "how": st.sampled_from(["commit"] * 4 + ["commit unheard", "roll back"]),
    }),
    "fan_writes": (5, someone_is_free, {
        "fan": FAN, "text": st.sampled_from(["hi", None]), "hold": HOLD,
    }),
    "fan_writes_and_the_webhook_is_late": (1, always, {"fan": FAN}),
    "a_webhook_comes": (3, lambda self: bool(self.world.events) and someone_is_free(self), {
        "pick": PICK, "hold": HOLD,
        "how": st.sampled_from(["first time"] * 3 + ["again", "other family"]),
    }),
    "somebody_else_writes": (1, someone_is_free, {
        "fan": FAN, "automated": st.booleans(), "late": st.booleans(), "hold": HOLD,
    }),
    "claim": (2, someone_is_free, {"most": st.sampled_from([5, 1]), "hold": HOLD}),
    "work_otherwise": (2, someone_may_work, {
        "pick": PICK, "hold": HOLD,
        "how": st.sampled_from(["release_job", "retry_job", "extend_lease", "retry_job for good"]),
    }),
    "crash": (1, lambda self: bool(self.world.tasks), {"pick": PICK, "everything": HOLD}),
    "later": (2, always, {"seconds": st.sampled_from([1, 11, 61, 61, 400])}),
    "leases_are_taken_back": (1, someone_is_free, {"hold": HOLD}),
    "a_switch_is_turned": (2, someone_is_free, {
        "statement": st.sampled_from(SWITCHES), "hold": HOLD,
    }),
    "everybody_may_answer": (2, someone_is_free, {}),
    "a_person_decides": (1, lambda self: all(seat.is_idle for seat in self.world.seats), {}),
}  # fmt: skip
NAMES = [name for name, (weight, _, _) in STEPS.items() for _ in range(weight)]


class StateMachine(RuleBasedStateMachine):
    """The rules are what may happen next; `invariant` is what must be so after each."""

    # Connections outlive an example: each would plan every function anew.
    seats: ClassVar[list[Seat]]
    observer: ClassVar[psycopg.Connection]
    tally: ClassVar[Counter[str]]
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.seats, self.observer, self.tally)
        self.claimed_until = START

    @initialize(supersedes=st.integers(0, 2), depth=st.integers(0, 9))
    def some_way_into_a_conversation(self, supersedes: int, depth: int) -> None:
        self.world.prepare(supersedes)
        for step in range(depth):
            if step == 0:
                event = self.world.event(FANS[0], "message.received", text="hello")
                self.world.start(self.world.ingest(event), hold=False)
            elif self.world.tasks:
                work(self.world)
            else:
                self.world.later(6)
                self.world.start(self.world.claim(5), hold=False)

    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        # What is drawn never depends on what is possible: of jobs that are due at one moment
        # either may come first.
        name = data.draw(st.sampled_from(NAMES))
        _, may, strategies = STEPS[name]
        drawn = {key: data.draw(strategy) for key, strategy in strategies.items()}
        if may(self):
            getattr(self, name)(**drawn)
        elif something_is_open(self):
            self.end(pick=0, how="commit")

    # -- transactions end

    def end(self, pick: int, how: str) -> None:
        seats = [seat for seat in self.world.seats if seat.is_open]
        self.world.end(seats[pick % len(seats)], how)

    # -- webhooks

    def fan_writes(self, fan: str, text: str | None, hold: bool) -> None:
        self.world.start(
            self.world.ingest(self.world.event(fan, "message.received", text=text)), hold=hold
        )

    def somebody_else_writes(self, fan: str, automated: bool, late: bool, hold: bool) -> None:
        event = self.world.event(fan, "message.sent", text="by hand", is_automated=automated)
        if not late:
            self.world.start(self.world.ingest(event), hold=hold)

    def fan_writes_and_the_webhook_is_late(self, fan: str) -> None:
        self.world.event(fan, "message.received", text="late")

    def a_webhook_comes(self, pick: int, how: str, hold: bool) -> None:
        events = self.world.waiting_events if how == "first time" else self.world.events
        if not events:
            return
        event = events[-1 - pick % len(events)]
        if how == "other family":
            event = event | {"event_id": "flat " + event["event_id"], "family": "flat"}
        self.world.start(self.world.ingest(event), hold=hold)

    # -- workers

    def claim(self, most: int, hold: bool) -> None:
        self.world.start(self.world.claim(most), hold=hold)

    def go_on(
        self, pick: int, fate: str, signal: str | None, bubbles: int, rare: int, hold: bool
    ) -> None:
        """Do what a worker does next: claim what is due, or go on with a task."""
        world = self.world
        if not world.tasks:
            self.until_something_is_due()
            world.start(world.claim(5), hold=hold and rare > 2)
            return
        task = world.tasks.pop(pick % len(world.tasks))
        if task.stage == "post":
            world.post(task, fate)
        elif task.stage == "look":
            world.start(world.look(task, undecidable=rare == 5), hold=hold)
        else:
            signals = [signal] if signal else []
            world.start(world.next_call(task, signals, bubbles, again=rare < 3), hold=hold)

    def work_otherwise(self, pick: int, how: str, hold: bool) -> None:
        world = self.world
        # After the platform's answer a worker records it and does nothing else.
        tasks = [task for task in world.tasks if task.stage in ("begin", "look")]
        if not tasks:
            return
        task = tasks[pick % len(tasks)]
        world.tasks.remove(task)
        if how == "extend_lease":
            keep = lambda answer: world.tasks.append(task) if answer["outcome"] == "held" else None  # noqa: E731
            call = world.rpc("extend_lease", task, 60, then=keep)
        elif how == "release_job":
            call = world.rpc("release_job", task, 0.0, again=False)
        else:
            error = {"message": "broke", "permanent": how.endswith("good")}
            call = world.rpc("retry_job", task, error, 0.0, again=False)
        world.start(call, hold=hold)

    def crash(self, pick: int, everything: bool) -> None:
        if everything:
            self.world.tasks.clear()
        else:
            self.world.tasks.pop(pick % len(self.world.tasks))
        self.world.note("crash")
        self.tally["crash"] += 1

    # -- the clock, cron, people

    def later(self, seconds: int) -> None:
        self.world.later(seconds)

    def until_something_is_due(self) -> None:
        """Move the clock to the next moment at which a claim may find something."""
        (moment,) = self.observer.execute(NEXT_MOMENT, [self.claimed_until]).fetchone() or (None,)
        if moment:
            self.world.now = max(self.world.now, moment)
        self.claimed_until = self.world.now

    def leases_are_taken_back(self, hold: bool) -> None:
        query = "select private.reclaim_expired_leases(100, %s)"
        self.world.start(Call("reclaim", query, [self.world.now]), hold=hold)

    def a_switch_is_turned(self, statement: str, hold: bool) -> None:
        self.world.start(Call(statement, statement, []), hold=hold)

    def everybody_may_answer(self) -> None:
        let_everybody_answer(self.world)

    def a_person_decides(self) -> None:
        decide_unknown(self.world)

    # -- what must be so

    @invariant()
    def the_rules_hold(self) -> None:
        check(self.observer, self.world.posts, self.world.contexts)

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
