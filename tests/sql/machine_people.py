"""
What people do in the state machine's world: an operator with the dashboard and the dead letters.

They look at the platform before they say what became of a message, and say the truth.
"""

from __future__ import annotations

from typing import Any

from tests.sql.machine_seats import Call
from tests.sql.machine_world import World

EVERYBODY_MAY_ANSWER = (
    "update public.settings set automation_stopped = false where only_row",
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
]
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
