"""
What must hold in every committed state of the state machine's world.

The rules on rows are race_rules.py's, asked in one query; here are those that need the world's own
books: what each reply's context held, and what the platform got.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import psycopg
from psycopg.rows import dict_row

from tests.sql.race_rules import ALWAYS

MORE = {
    "a turn in sending that has nothing to send": """
        select format('turn %s', id) from public.turns where status = 'sending' and not exists (
          select 1 from public.messages where turn_id = turns.id
            and status in ('planned', 'sending'))""",
    "a message that was not looked at and never will be": """
        select format('message %s', id) from public.messages
        where direction = 'inbound' and inspected_at is null and turn_id is not null
          and not exists (
            select 1 from public.jobs_queue as job where job.fan_id = messages.fan_id
              and job.job_type = 'inspect' and job.status in ('queued', 'running'))""",
    "an unknown bubble that no person is asked about": """
        select format('message %s: turn %s', messages.id, turns.status) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.status = 'unknown' and turns.status in ('open', 'sending')""",
    "a message cancelled though the fan did not ask for it": """
        select format('message %s', messages.id) from public.messages
        join public.turns on turns.id = messages.turn_id
        where messages.direction = 'inbound' and turns.status = 'cancelled' and not exists (
          select 1 from public.messages as stop where stop.fan_id = messages.fan_id
            and stop.signals ? 'opt_out')""",
    "a message in no turn though the fan did not opt out": """
        select format('message %s', messages.id) from public.messages
        join public.fans on fans.id = messages.fan_id
        where messages.direction = 'inbound' and messages.turn_id is null
          and fans.automation <> 'opted_out'""",
    "an event parked though nothing is on its way": """
        select format('event %s', id) from public.webhook_events where outcome = 'parked'
          and not exists (select 1 from public.messages
            where messages.fan_id = webhook_events.fan_id
              and messages.status in ('sending', 'unknown'))""",
}
RULES = ALWAYS | MORE
ON_ROWS = " union all ".join(
    f"(select '{name}' as rule, format as offender from ({query}) as offenders (format))"
    for name, query in RULES.items()
)
# Bubbles of replies that are out; the disclosure stands at position 0 and answers nothing.
SENT = """
    select id, turn_id, position, model as reply, platform_uuid::text as uuid
    from public.messages where status = 'sent' and kind in ('reply', 'fixed')"""
# Messages that count as answered, and whether a person's message closed their turn.
ANSWERED = """
    select inbound.id, inbound.turn_id, exists (
      select 1 from public.messages as human
      where human.fan_id = inbound.fan_id and human.kind = 'human'
        and human.created_at = turns.closed_at) as by_person
    from public.turns
    join public.messages as inbound on inbound.turn_id = turns.id and inbound.direction = 'inbound'
    where turns.status = 'answered'"""


def check(
    observer: psycopg.Connection[Any], posts: dict[int, list[str]], contexts: dict[str, set[int]]
) -> None:
    """
    Compare the committed state with the rules and the books.

    `posts`: the platform's uuids for each message of ours; `contexts`: the unanswered messages
    that each reply knew of when it was written.
    """
    offenders = observer.execute(ON_ROWS, prepare=True).fetchall()
    assert offenders == [], offenders

    with observer.cursor(row_factory=dict_row) as cursor:
        sent = cursor.execute(SENT, prepare=True).fetchall()
        answered = cursor.execute(ANSWERED, prepare=True).fetchall()
    twice = {message_id: uuids for message_id, uuids in posts.items() if len(uuids) > 1}
    assert twice == {}, "posted more than once"
    for bubble in sent:
        assert posts.get(bubble["id"]) == [bubble["uuid"]], f"sent, but not there: {bubble}"

    replies = {(row["turn_id"], row["reply"]) for row in sent if row["position"] > 0}
    answers = Counter(each for _, reply in replies for each in contexts[reply])
    assert [each for each, count in answers.items() if count > 1] == [], "answered twice"
    for row in answered:
        knew = any(
            row["id"] in contexts[reply] for turn, reply in replies if turn == row["turn_id"]
        )
        assert knew or row["by_person"], f"answered by nothing that knew of it: {row}"
