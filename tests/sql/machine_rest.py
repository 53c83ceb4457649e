"""
How the state machine's world comes to rest: everything arrives, everybody may answer, a careful
worker does what is left, and a person decides what nobody else can. Then the books must agree.
"""

from __future__ import annotations

from tests.sql.machine_people import decide_unknown, let_everybody_answer, requeue_dead
from tests.sql.machine_rules import check
from tests.sql.machine_worker import claim, work
from tests.sql.machine_world import World
from tests.sql.race_rules import AT_REST

ROUNDS = 90
LEFT = """
    select
      (select count(*) from public.jobs_queue
        where status in ('queued', 'running', 'parked', 'dead'))
      + (select count(*) from public.messages where status = 'unknown')"""
# Why a turn may still be held when everybody has done what is to be done: a person wanted to look.
HELD = """
    select id, hold_reason from public.turns
    where status = 'held' and hold_reason not like 'waits for approval%%'
      and hold_reason not like 'the newest message is older than %%'"""
# How the rarer things ended, for the tally.
ENDS = """
    select format('job %s: %s', status, last_error ->> 'kind')
    from public.jobs_queue where last_error ? 'kind'
    union all
    select 'turn cancelled: ' || regexp_replace(close_reason, '[0-9]+', 'N')
    from public.turns where status = 'cancelled'
    union all
    select 'fan ' || automation_reason from public.fans where automation_reason is not null
    union all
    select 'event: ' || reason from public.webhook_events where reason is not null"""


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
    for round_ in range(ROUNDS):
        world.later(61)
        decide_unknown(world, "resolved" if round_ % 2 else "by uuid", hold=False)
        requeue_dead(world, 0, hold=False)
        world.start(claim(world, 100), hold=False)
        while world.tasks:
            work(world)
        check(world)
        # What the platform reports of our own last messages.
        for event in list(world.waiting_events):
            world.start(world.ingest(event), hold=False)
        let_everybody_answer(world)
        if world.rows(LEFT) == [(0,)]:
            compare_books(world)
            return
    jobs = world.rows(
        "select id, job_type, status, run_at, last_error from jobs_queue"
        " where status in ('queued', 'running', 'parked', 'dead')"
    )
    raise AssertionError(f"never at rest: {jobs}")


def compare_books(world: World) -> None:
    """At rest: nothing is left over, every message came in, and all that was posted is recorded."""
    for rule, query in AT_REST.items():
        assert world.rows(query) == [], rule
    assert world.rows(HELD) == [], "held for no person"
    inbound = world.rows("select platform_uuid::text from messages where direction = 'inbound'")
    assert {row[0] for row in inbound} >= world.received, "a message was lost"
    sent = world.rows(
        "select id from messages where status = 'sent' and kind in ('reply', 'fixed')"
    )
    assert {row[0] for row in sent} == set(world.posts), "posted and not recorded"
    assert set(world.paid.values()) <= {1}, "booked twice"
    booked = world.rows("select platform_id from public.purchases")
    assert {row[0] for row in booked} == set(world.paid), "paid and not booked"
    for (what,) in world.rows(ENDS):
        world.tally[f"end: {what}"] += 1
