-- queue_figures: what waits, runs and is stuck, for graphs and alarms.
--
-- Asked every few seconds, and quick however much waits: each figure comes from an index that
-- holds only what is counted, and nothing is counted further than `most`.

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
      count(job.run_at) filter (where job.run_at <= queue_figures.at) as due,
      greatest(extract(epoch from queue_figures.at - min(job.run_at)), 0) as oldest_due_seconds
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
        'oldest_due_seconds', coalesce(queued.oldest_due_seconds, 0)
      ) order by queued.lane)
      from queued
    ),
    'held_turns', (
      select count(*) from (
        select 1 from public.turns where turns.status = 'held' order by turns.fan_id limit most
      ) as held
    ),
    'unknown_messages', (
      select count(*) from (
        select 1 from public.messages where messages.status = 'unknown' order by messages.fan_id limit most
      ) as unknown
    )
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
'Waiting, running, parked and dead jobs by lane, held turns, unknown messages; counted to 10,000.';
revoke execute on function public.queue_figures from public, anon, authenticated;
grant execute on function public.queue_figures to service_role, jobs_worker;
