-- queue_figures: what waits, runs and is stuck, for graphs and alarms; desk_health asks some of it.
--
-- Asked every few seconds, and quick however much waits: each figure comes from an index that
-- holds only what is counted, and nothing is counted further than `most`.

-- How long the oldest job has been due that nothing but a missing worker keeps waiting. A reply
-- that waits for an inspection, or for a person to say what became of a message, is not late.
create function private.overdue_seconds(this_lane public.job_lane, at timestamptz)
returns double precision
language sql
stable
set search_path = ''
as $$
  select greatest(coalesce(extract(epoch from overdue_seconds.at - min(due.run_at)), 0), 0)::float8
  from (
    select job.run_at, job.fan_id, job.job_type from public.jobs_queue as job
    where job.status = 'queued' and job.lane = this_lane and job.run_at <= overdue_seconds.at
    order by job.run_at
    limit 200
  ) as due
  where not (due.job_type = 'reply' and private.reply_must_wait(due.fan_id))
$$;

-- How long the oldest transaction has been open that keeps Postgres from clearing away old rows;
-- zero: none. Without pg_read_all_stats the owner sees its own alone (docs/monitoring.md).
create function private.oldest_snapshot_seconds()
returns double precision
language sql
stable
set search_path = ''
as $$
  select greatest(coalesce(extract(epoch from clock_timestamp() - least(
    (
      select min(activity.xact_start) from pg_catalog.pg_stat_activity as activity
      where activity.pid <> pg_catalog.pg_backend_pid()
        and (activity.backend_xmin is not null or activity.backend_xid is not null)
    ),
    (select min(prepared.prepared) from pg_catalog.pg_prepared_xacts as prepared)
  )), 0), 0)::float8
$$;

-- What is left of a creator's requests by now: the row says what was left when it was last used.
create function private.tokens_now(budget public.rate_budgets, at timestamptz)
returns double precision
language sql
stable
set search_path = ''
as $$
  select case when budget.creator_id is not null then least(
    bucket.capacity,
    budget.tokens
      + bucket.per_second * greatest(0, extract(epoch from tokens_now.at - budget.refilled_at))
  ) end
  from private.rate_bucket() as bucket
$$;

-- How each creator is connected to Fanvue. None, where the worker has one token of its own.
create function private.connection_states()
returns table (creator_id bigint, state text, ok boolean)
language sql
stable
set search_path = ''
as $$
  select connection.creator_id, connection.state::text, connection.state <> 'needs_reconnect'
  from public.creator_connections as connection
$$;

-- When something last came in, of the newest thousand events: from a fan, and by a webhook. Where
-- none of so many is one, the oldest of them is the least that can be said.
create function private.last_heard(out inbound_at timestamptz, out webhook_at timestamptz)
language sql
stable
set search_path = ''
as $$
  select
    coalesce(
      max(newest.received_at) filter (where newest.type = 'message.received'),
      case when count(*) = 1000 then min(newest.received_at) end
    ),
    coalesce(
      max(newest.received_at) filter (where newest.raw is not null),
      case when count(*) = 1000 then min(newest.received_at) end
    )
  from (
    select events.type, events.raw, events.received_at
    from public.webhook_events as events
    order by events.received_at desc
    limit 1000
  ) as newest
$$;

-- `order by` what the index is ordered by: without it stale statistics may choose the whole table.
create function private.queue_figures(most int, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with queued as (
    select
      lanes.lane, count(job.run_at) as waiting,
      count(job.run_at) filter (where job.run_at <= queue_figures.at) as due
    from unnest(enum_range(null::public.job_lane)) as lanes (lane)
    left join lateral (
      select next.run_at from public.jobs_queue as next
      where next.status = 'queued' and next.lane = lanes.lane
      order by next.run_at
      limit most
    ) as job on true
    group by lanes.lane
  ),
  others as (
    (
      select job.status, job.lane from public.jobs_queue as job
      where job.status = 'running' order by job.lease_expires_at limit most
    )
    union all
    (
      select job.status, job.lane from public.jobs_queue as job
      where job.status = 'parked' order by job.fan_id limit most
    )
    union all
    (
      select job.status, job.lane from public.jobs_queue as job
      where job.status = 'dead' order by job.finished_at limit most
    )
  ),
  held as (
    select count(*) as turns, min(waiting.opened_at) as oldest
    from (
      select turns.opened_at from public.turns
      where turns.status = 'held' order by turns.fan_id limit most
    ) as waiting
  )
  select jsonb_build_object(
    'server_time', queue_figures.at,
    'stopped', (select settings.automation_stopped from public.settings),
    'counted_to', most,
    'lanes', (
      select jsonb_agg(jsonb_build_object(
        'lane', queued.lane,
        'queued', queued.waiting,
        'running', (select count(*) from others where others.status = 'running' and others.lane = queued.lane),
        'parked', (select count(*) from others where others.status = 'parked' and others.lane = queued.lane),
        'dead', (select count(*) from others where others.status = 'dead' and others.lane = queued.lane),
        'due', queued.due,
        'oldest_due_seconds', private.overdue_seconds(queued.lane, queue_figures.at)
      ) order by queued.lane)
      from queued
    ),
    'held_turns', (select held.turns from held),
    'oldest_held_seconds', (
      select coalesce(greatest(extract(epoch from queue_figures.at - held.oldest), 0), 0) from held
    ),
    'stop_signs', (
      select count(*) from (
        select 1 from public.fans where fans.stop_sign is not null
        order by fans.stop_sign_at limit most
      ) as held_fans
    ),
    'unknown_messages', (
      select count(*) from (
        select 1 from public.messages where messages.status = 'unknown' order by messages.fan_id limit most
      ) as unknown
    ),
    'oldest_snapshot_seconds', private.oldest_snapshot_seconds(),
    'last_inbound_seconds', (
      select extract(epoch from queue_figures.at - heard.inbound_at) from private.last_heard() as heard
    ),
    'last_webhook_seconds', (
      select extract(epoch from queue_figures.at - heard.webhook_at) from private.last_heard() as heard
    ),
    'connections', (
      select coalesce(jsonb_object_agg(connected.state, connected.creators), '{}')
      from (
        select connection.state, count(*) as creators
        from private.connection_states() as connection
        group by connection.state
      ) as connected
    ),
    'budgets', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'creator_id', budget.creator_id,
        'left', floor(private.tokens_now(budget, queue_figures.at)),
        'blocked_seconds', coalesce(
          greatest(extract(epoch from budget.blocked_until - queue_figures.at), 0), 0
        )
      ) order by budget.creator_id), '[]')
      from (
        select rate_budgets.* from public.rate_budgets order by rate_budgets.creator_id limit 1000
      ) as budget
    ),
    'budget_most', (select bucket.capacity from private.rate_bucket() as bucket)
  )
$$;

create function public.queue_figures()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select private.queue_figures(10000, now())
$$;
comment on function public.queue_figures is
'Waiting, running, parked and dead jobs by lane, what waits for a person, Fanvue''s budgets, connections, the oldest snapshot, when something last came in; counted to 10,000.';
revoke execute on function public.queue_figures from public, anon, authenticated;
grant execute on function public.queue_figures to service_role, jobs_worker;
