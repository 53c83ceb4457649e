"""
How the state machine's world comes to rest: everything arrives, everybody may answer, a careful
worker does what is left, and a person decides what nobody else can. Then the books must agree.
"""

from __future__ import annotations

from typing import Any

from tests.sql.machine_rules import check
from tests.sql.machine_seats import Call
from tests.sql.machine_world import World
from tests.sql.race_rules import AT_REST

ROUNDS = 60
LEFT = """
    select (select count(*) from public.jobs_queue where status in ('queued', 'running', 'parked'))
      + (select count(*) from public.messages where status = 'unknown')"""


def come_to_rest(world: World) -> None:
    """End what is open, do what is left to do, and compare the books."""
    while any(not seat.is_idle for seat in world.seats):
        world.end(next(seat for seat in world.seats if seat.is_open), "commit")
    world.note("-- rest")
    # Whoever held something is gone, and the leases run out.
    world.tasks.clear()
    for event in list(world.waiting_events):
        world.start(world.ingest(event), hold=False)
    let_everybody_answer(world)
    for _ in range(ROUNDS):
        world.later(61)
        decide_unknown(world)
        world.start(world.claim(100), hold=False)
        while world.tasks:
            work(world)
        check(world.observer, world.posts, world.contexts)
        # What the platform reports of our own last messages.
        for event in list(world.waiting_events):
            world.start(world.ingest(event), hold=False)
            let_everybody_answer(world)
        if rows(world, LEFT) == [(0,)]:
            compare_books(world)
            return
    jobs = rows(
        world, "select id, job_type, status, run_at from jobs_queue where finished_at is null"
    )
    raise AssertionError(f"never at rest: {jobs}")


def let_everybody_answer(world: World) -> None:
    for statement in (
        "update public.settings set automation_stopped = false where only_row",
        "update public.creators set automation = 'auto' where automation <> 'auto'",
        "update public.fans set automation = 'auto' where automation not in ('auto', 'opted_out')",
    ):
        if any(seat.is_idle for seat in world.seats):
            world.start(Call(statement, statement, []), hold=False)


def work(world: World) -> None:
    task = world.tasks.pop(0)
    if task.stage == "post":
        world.post(task, "accepted")
    elif task.stage == "look":
        world.start(world.look(task, undecidable=False), hold=False)
    else:
        world.start(world.next_call(task, [], 1, again=False), hold=False)


def decide_unknown(world: World) -> None:
    """As a person does, long after the send: look whether the message is there, and say so."""
    unknown = "select id from public.messages where status = 'unknown' and sending_at < %s"
    for (message_id,) in rows(world, f"{unknown} - interval '60 seconds'", world.now):
        if found := world.posts.get(message_id):
            query = "select private.finish_send(0, gen_random_uuid(), %s, %s, %s, %s)"
            values: list[Any] = [message_id, found[0], world.now, world.now]
            world.start(Call("a person found it", query, values), hold=False)
        else:
            cancel = (
                "update public.messages set status = 'cancelled' where id = %s returning fan_id"
            )
            ((fan_id,),) = rows(world, cancel, message_id)
            rows(world, "select private.settle_parked_events(%s, %s)::text", fan_id, world.now)
            world.note(f"a person did not find {message_id}")


def compare_books(world: World) -> None:
    """At rest: nothing is left over, every message came in, and all that was posted is recorded."""
    for rule, query in AT_REST.items():
        assert rows(world, query) == [], rule
    inbound = rows(world, "select platform_uuid::text from messages where direction = 'inbound'")
    assert {row[0] for row in inbound} == world.received, "a message was lost"
    sent = rows(
        world, "select id from messages where status = 'sent' and kind in ('reply', 'fixed')"
    )
    assert {row[0] for row in sent} == set(world.posts), "posted and not recorded"


def rows(world: World, query: str, *values: Any) -> list[Any]:
    return world.observer.execute(query, values or None).fetchall()
