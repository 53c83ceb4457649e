"""
What must hold in every committed state of the state machine's world.

The rules on rows are race_rules.py's, asked in one query; here are those that need the world's own
books: what each reply's context held, and what the platform got.
"""

from __future__ import annotations

from collections import Counter

from psycopg.rows import dict_row

from tests.sql.machine_world import World
from tests.sql.race_rules import ALWAYS

MORE = {
    "a turn in sending that has nothing to send": """
        select format('turn %s', id) from public.turns where status = 'sending' and not exists (
          select 1 from public.messages where turn_id = turns.id
            and status in ('planned', 'sending'))""",
    "a message cancelled for no reason on record": """
        select format('message %s', messages.id) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.direction = 'inbound' and turns.status = 'cancelled'
          and turns.close_reason is null""",
    "a message in no turn though the fan did not opt out": """
        select format('message %s', messages.id) from public.messages
        join public.fans on fans.id = messages.fan_id
        where messages.direction = 'inbound' and messages.turn_id is null
          and messages.deleted_at is null and fans.automation <> 'opted_out'""",
    "a text that the fan deleted": """
        select format('message %s', id) from public.messages
        where direction = 'inbound' and deleted_at is not null and body is not null""",
    "other signals than the text shows": """
        select format('message %s', id) from public.messages
        where direction = 'inbound' and inspected_at is not null and body is not null
          and signals <> '[]' and signals <> case body
            when 'are you a bot?' then '["sincere_question"]'
            when 'show me' then '["asks_for_content"]'
            when 'no thanks' then '["declines_offer"]'
            when 'STOP' then '["opt_out"]'
            when 'I am 15' then '["minor"]'
            when 'I want to die' then '["self_harm"]'
            when 'I will sue' then '["refund_legal"]' else '[]' end::jsonb""",
    "spent otherwise than bought": """
        select format('fan %s', id) from public.fans where total_spend <> (
          select coalesce(sum(amount), 0) from public.purchases where fan_id = fans.id)""",
}
RULES = ALWAYS | MORE
ON_ROWS = " union all ".join(
    f"(select '{name}' as rule, format as offender from ({query}) as offenders (format))"
    for name, query in RULES.items()
)
# Bubbles of replies that are out; the disclosure stands at position 0 and answers nothing.
SENT = """
    select id, turn_id, position, model as reply, platform_uuid::text as uuid,
      resolved_at is not null as resolved
    from public.messages where status = 'sent' and kind in ('reply', 'fixed')"""
# Messages that count as answered, and whether a person's message closed their turn.
ANSWERED = """
    select inbound.id, inbound.turn_id, exists (
      select 1 from public.messages as human
      where human.fan_id = inbound.fan_id and human.kind = 'human'
        and human.created_at = turns.closed_at) as by_person
    from public.turns
    join public.messages as inbound on inbound.turn_id = turns.id and inbound.direction = 'inbound'
    where turns.status = 'answered' and inbound.deleted_at is null"""
MISTAKEN = """
    select id, kind from public.messages
    where kind in ('human', 'automated') and platform_uuid = any (%s::uuid[])"""


def check(world: World) -> None:
    """Compare the committed state with the rules and the world's books."""
    observer, posts, contexts = world.observer, world.posts, world.contexts
    offenders = observer.execute(ON_ROWS, prepare=True).fetchall()
    assert offenders == [], offenders

    with observer.cursor(row_factory=dict_row) as cursor:
        sent = cursor.execute(SENT, prepare=True).fetchall()
        answered = cursor.execute(ANSWERED, prepare=True).fetchall()
    twice = {message_id: uuids for message_id, uuids in posts.items() if len(uuids) > 1}
    assert twice == {}, "posted more than once"
    for bubble in sent:
        there = posts.get(bubble["id"])
        # A person's word came before the platform's.
        known = bubble["uuid"] is None and bubble["resolved"]
        there_by_name = there == [bubble["uuid"]] or (known and there is not None)
        assert there_by_name, f"sent, but not there: {bubble}"
    ours = [uuid for uuids in posts.values() for uuid in uuids]
    mistaken = observer.execute(MISTAKEN, [ours], prepare=True).fetchall()
    assert mistaken == [], "our own message taken for another's"

    replies = {
        (row["turn_id"], row["reply"]) for row in sent if row["position"] > 0 and row["reply"]
    }
    answers = Counter(each for _, reply in replies for each in contexts[reply])
    assert [each for each, count in answers.items() if count > 1] == [], "answered twice"
    for row in answered:
        knew = any(
            row["id"] in contexts[reply] for turn, reply in replies if turn == row["turn_id"]
        )
        assert knew or row["by_person"], f"answered by nothing that knew of it: {row}"
