"""
What may happen next in the state machine's world, how often, and with what.

Hypothesis's own rules are drawn alike, and then webhooks crowd out the worker: a reply is hardly
ever begun. What is drawn never depends on what is possible.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.project import fan_uuid
from tests.sql import machine_people as people
from tests.sql.machine_seats import Call
from tests.sql.machine_worker import claim, look, next_call, post, rpc
from tests.sql.machine_world import FANS, World

PICK = st.integers(0, 9)
HOLD = st.sampled_from([False, True])
FAN = st.sampled_from([FANS[0], FANS[0], FANS[0], FANS[1]])
TEXT = st.sampled_from(
    ["hi"] * 5
    + [None, None, "are you a bot?", "are you a bot?", "show me", "no thanks"]
    + ["I am 15", "I want to die", "I will sue"]
)
NEXT_MOMENT = """
    select min(moment) from (
      select case status when 'running' then lease_expires_at else run_at end as moment
      from public.jobs_queue where status in ('queued', 'running')
    ) as moments
    where moment > %s"""


@dataclass(frozen=True)
class Step:
    """One kind of thing that may happen: its share of all steps, and when it can."""

    weight: int
    may: Callable[[World], bool]
    do: Callable[..., None]
    drawn: dict[str, st.SearchStrategy[Any]]


def always(world: World) -> bool:
    return True


def someone_is_free(world: World) -> bool:
    return any(seat.is_idle for seat in world.seats)


def someone_may_work(world: World) -> bool:
    return bool(world.tasks) and someone_is_free(world)


def something_is_open(world: World) -> bool:
    return any(seat.is_open for seat in world.seats)


# -- transactions end


def end(world: World, pick: int, how: str) -> None:
    seats = [seat for seat in world.seats if seat.is_open]
    world.end(seats[pick % len(seats)], how)


# -- webhooks


def fan_writes(world: World, fan: str, text: str | None, stop: int, late: int, hold: bool) -> None:
    event = world.fan_wrote(fan, "STOP" if stop == 0 else text)
    if late:
        world.start(world.ingest(event), hold=hold)


def fan_corrects(
    world: World, pick: int, text: str | None, deletes: bool, late: int, hold: bool
) -> None:
    """Delete or edit a message, whose own webhook may still be on its way."""
    messages = [event for event in world.events if event["type"] == "message.received"]
    if not messages:
        return
    message = messages[-1 - pick % min(len(messages), 3)]
    uuid, fan = message["message"]["uuid"], message["fan"]["uuid"]
    if deletes:
        event = world.event(fan, "message.deleted", message={"uuid": uuid})
    else:
        event = world.event(fan, "message.edited", message={"uuid": uuid, "text": text})
    if late:
        world.start(world.ingest(event), hold=hold)


def fan_pays(world: World, fan: str, kind: str, overtakes: bool, hold: bool) -> None:
    """A purchase, perhaps before the webhook of the message that goes with it."""
    uuid = world.fan_wrote(fan, "show me")["message"]["uuid"] if overtakes else None
    world.start(world.ingest(world.fan_paid(fan, uuid, kind)), hold=hold)


def somebody_else_writes(
    world: World, fan: str, automated: bool, says_who: bool, late: bool, hold: bool
) -> None:
    event = world.written_to(fan_uuid(fan), "by hand", automated, says_who)
    if not late:
        world.start(world.ingest(event), hold=hold)


def a_webhook_comes(world: World, pick: int, how: str, hold: bool) -> None:
    events = world.waiting_events if how == "first time" else world.events
    if not events:
        return
    event = events[-1 - pick % len(events)]
    if how == "other family" and "payment" not in event:
        event = event | {"event_id": "flat " + event["event_id"], "family": "flat"}
    world.start(world.ingest(event), hold=hold)


# -- workers


def somebody_claims(world: World, most: int, hold: bool) -> None:
    world.start(claim(world, most), hold=hold)


def go_on(
    world: World, pick: int, fate: str, bubbles: int, rare: int, says_who: bool, hold: bool
) -> None:
    """Do what a worker does next: claim what is due, or go on with a task."""
    if not world.tasks:
        until_something_is_due(world)
        world.start(claim(world, 5), hold=hold and rare > 2)
        return
    task = world.tasks.pop(pick % len(world.tasks))
    if task.stage == "post":
        post(world, task, fate, says_who)
    elif task.stage == "look":
        world.start(look(world, task, undecidable=rare == 5), hold=hold)
    else:
        call = next_call(world, task, bubbles, again=rare < 3, careless=rare == 4)
        world.start(call, hold=hold)


def work_otherwise(world: World, pick: int, how: str, hold: bool) -> None:
    # After the platform's answer a worker records it and does nothing else.
    tasks = [task for task in world.tasks if task.stage in ("begin", "look")]
    if not tasks:
        return
    task = tasks[pick % len(tasks)]
    world.tasks.remove(task)
    if how == "extend_lease":

        def keep(answer: Any) -> None:
            if answer["outcome"] == "held":
                world.tasks.append(task)

        call = rpc(world, "extend_lease", task, 60, then=keep)
    elif how == "release_job":
        call = rpc(world, "release_job", task, 0.0, again=False)
    else:
        error = {"kind": "broke", "message": "broke", "permanent": how.endswith("good")}
        call = rpc(world, "retry_job", task, error, 0.0, again=False)
    world.start(call, hold=hold)


def crash(world: World, pick: int, everything: bool) -> None:
    if everything:
        world.tasks.clear()
    else:
        world.tasks.pop(pick % len(world.tasks))
    world.note("crash")
    world.tally["crash"] += 1


# -- the clock, cron


def later(world: World, seconds: int) -> None:
    world.later(seconds)


def until_something_is_due(world: World) -> None:
    """Move the clock to the next moment at which a claim may find something."""
    ((moment,),) = world.rows(NEXT_MOMENT, world.claimed_until)
    if moment:
        world.now = max(world.now, moment)
    world.claimed_until = world.now


def leases_are_taken_back(world: World, hold: bool) -> None:
    query = "select private.reclaim_expired_leases(100, %s)"
    world.start(Call("reclaim", query, [world.now]), hold=hold)


STEPS: dict[str, Step] = {
    "go_on": Step(26, someone_is_free, go_on, {
        "pick": PICK, "hold": HOLD, "bubbles": st.integers(1, 3), "rare": st.integers(0, 5),
        "fate": st.sampled_from(["accepted"] * 3
            + ["accepted, then timed out", "never arrived", "refused"]),
        "says_who": st.booleans(),
    }),
    "end": Step(12, something_is_open, end, {
        "pick": PICK, "how": st.sampled_from(["commit"] * 4 + ["commit unheard", "roll back"]),
    }),
    "fan_writes": Step(6, someone_is_free, fan_writes, {
        "fan": FAN, "text": TEXT, "stop": st.integers(0, 30), "late": st.integers(0, 5),
        "hold": HOLD,
    }),
    "fan_corrects": Step(2, someone_is_free, fan_corrects, {
        "pick": PICK, "text": TEXT, "deletes": st.booleans(), "late": st.integers(0, 3),
        "hold": HOLD,
    }),
    "fan_pays": Step(1, someone_is_free, fan_pays, {
        "fan": FAN, "kind": st.sampled_from(["payment", "tip", "refund"]),
        "overtakes": st.booleans(), "hold": HOLD,
    }),
    "a_webhook_comes": Step(3, someone_is_free, a_webhook_comes, {
        "pick": PICK, "hold": HOLD,
        "how": st.sampled_from(["first time"] * 3 + ["again", "other family"]),
    }),
    "somebody_else_writes": Step(1, someone_is_free, somebody_else_writes, {
        "fan": FAN, "automated": st.booleans(), "says_who": st.booleans(), "late": st.booleans(),
        "hold": HOLD,
    }),
    "claim": Step(2, someone_is_free, somebody_claims, {
        "most": st.sampled_from([5, 1]), "hold": HOLD,
    }),
    "work_otherwise": Step(3, someone_may_work, work_otherwise, {
        "pick": PICK, "hold": HOLD,
        "how": st.sampled_from(
            ["release_job", "retry_job", "extend_lease", "retry_job for good"]),
    }),
    "crash": Step(1, lambda world: bool(world.tasks), crash, {"pick": PICK, "everything": HOLD}),
    "later": Step(2, always, later, {"seconds": st.sampled_from([1, 11, 61, 61, 400, 4000])}),
    "leases_are_taken_back": Step(1, someone_is_free, leases_are_taken_back, {"hold": HOLD}),
    "a_switch_is_turned": Step(2, someone_is_free, people.turn_switch, {
        "statement": st.sampled_from(people.SWITCHES), "hold": HOLD,
    }),
    "a_switch_is_called": Step(1, someone_is_free, people.call_switch, {
        "which": st.sampled_from(people.FUNCTIONS), "hold": HOLD,
    }),
    "a_person_reviews": Step(8, someone_is_free, people.decide_draft, {
        "pick": PICK, "hold": HOLD, "is_old": st.sampled_from([False] * 5 + [True]),
        "how": st.sampled_from(["approve", "approve", "edit", "rewrite", "drop", "take_over"]),
    }),
    "everybody_may_answer": Step(2, someone_is_free, people.let_everybody_answer, {}),
    "a_person_decides": Step(2, someone_is_free, people.decide_unknown, {
        "how": st.sampled_from(["resolved", "resolved", "by uuid"]), "hold": HOLD,
    }),
    "a_dead_letter_comes_back": Step(2, someone_is_free, people.requeue_dead, {
        "pick": PICK, "hold": HOLD,
    }),
}  # fmt: skip
