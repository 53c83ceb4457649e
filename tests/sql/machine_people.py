"""
What people do in the state machine's world: an operator with the dashboard, the dead letters, the
drafts that wait and the switches.

They look at the platform before they say what became of a message, and say the truth.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.sql.machine_seats import Call
from tests.sql.machine_world import World

EVERYBODY_MAY_ANSWER = (
    "update public.settings set automation_stopped = false, automation = 'auto' where only_row",
    "update public.creators set automation = 'auto' where automation <> 'auto'",
    "update public.fans set automation = 'auto', stop_sign = null"
    " where automation not in ('auto', 'opted_out')",
)
SWITCHES = [
    "update public.fans set automation = 'auto', stop_sign = null where automation <> 'opted_out'",
    "update public.fans set automation = 'paused' where automation <> 'opted_out'",
    "update public.fans set automation = 'approve', stop_sign = null"
    " where automation <> 'opted_out'",
    "update public.creators set automation = 'auto' where true",
    "update public.creators set automation = 'paused' where true",
    "update public.settings set automation_stopped = false where only_row",
    "update public.settings set automation_stopped = true where only_row",
    "update public.creators set approval_config = '{\"first_replies\": 1000}' where true",
    "update public.creators set approval_config = '{}' where true",
]
# The functions that people call for the same: (name, arguments before the moment).
FUNCTIONS: list[tuple[str, list[Any]]] = [
    ("stop_automation", ["let me see"]),
    ("start_automation", [None]),
    ("set_mode", ["global", None, "paused", None]),
    ("set_mode", ["global", None, "approve", None]),
    ("set_mode", ["global", None, "auto", None]),
]
WAITING = "select id, revision from public.turns where status = 'held' order by id"
DRAFT = """
    select id from public.messages where turn_id = %s and status = 'held' and kind = 'reply'
    order by position"""
# Long after the send, when the platform shows for certain whether it is there.
UNKNOWN = """
    select id from public.messages where status = 'unknown'
      and sending_at < %s::timestamptz - interval '60 seconds' order by id"""


def let_everybody_answer(world: World) -> None:
    for statement in EVERYBODY_MAY_ANSWER:
        if any(seat.is_idle for seat in world.seats):
            turn_switch(world, statement, hold=False)


def turn_switch(world: World, statement: str, hold: bool) -> None:
    world.start(Call(statement, statement, []), hold=hold)


def call_switch(world: World, which: tuple[str, list[Any]], hold: bool) -> None:
    name, values = which
    marks = ", ".join(["%s"] * (len(values) + 1))
    made = Call(f"{name} {values} automation_stopped", f"select private.{name}({marks})",
                [*values, world.now])  # fmt: skip
    world.tally[name] += 1
    world.start(made, hold=hold)


def decide_draft(world: World, pick: int, how: str, is_old: bool, hold: bool) -> None:
    """Look at a draft that waits and decide; sometimes about one that is another by then."""
    waiting = world.rows(WAITING)
    if not waiting:
        return
    turn_id, revision = waiting[pick % len(waiting)]
    seen = revision - is_old
    if how == "approve":
        query, values = "select private.approve_turn(%s, %s, %s)", [turn_id, seen, world.now]
    elif how == "edit":
        drafted = world.rows(DRAFT, turn_id)
        bubbles = [{"id": row[0], "body": f"by hand {row[0]}"} for row in drafted]
        if not bubbles:
            return
        query = "select private.edit_turn(%s, %s, %s, %s)"
        # The first of several is taken out.
        values = [turn_id, seen, bubbles[-2:], world.now]
    else:
        query = "select private.reject_turn(%s, %s, %s, 'no', %s)"
        values = [turn_id, seen, how, world.now]
    made = call(world, how, query, values)
    if is_old:
        # Wherever it came in between, it may not count.
        made = replace(made, committed=lambda answer: _too_late(how))
    world.start(made, hold=hold)


def _too_late(how: str) -> None:
    raise AssertionError(f"{how} of a draft that was another by then")


def decide_unknown(world: World, how: str, hold: bool) -> None:
    """Look whether the first message that nobody knows of is on the platform, and say so."""
    for (message_id,) in world.rows(UNKNOWN, world.now)[:1]:
        posted = world.posts.get(message_id)
        finding = "sent" if posted else "unsent"
        if posted and how == "by uuid":
            query = "select private.finish_send(0, gen_random_uuid(), %s, %s, %s, %s)"
            values: list[Any] = [message_id, posted[0], world.now, world.now]
        else:
            query, values = (
                "select private.resolve_message(%s, %s, %s)",
                [message_id, finding, world.now],
            )
        world.start(call(world, f"resolve {finding}", query, values), hold=hold)


def requeue_dead(world: World, pick: int, hold: bool) -> None:
    dead = world.rows("select id from public.jobs_queue where status = 'dead' order by id")
    if dead:
        query = "select private.requeue_dead_job(%s, %s)"
        values = [dead[pick % len(dead)][0], world.now]
        world.start(call(world, "requeue_dead_job", query, values), hold=hold)


def call(world: World, name: str, query: str, values: list[Any]) -> Call:
    def committed(answer: Any) -> None:
        world.tally[f"{name} {answer['outcome']}"] += 1

    # Somebody else was quicker with the same letter.
    return Call(name, query, values, committed=committed, may_miss=True)
