-- What runs by itself. Each schedule is a named function that can be called again.

do $$
begin
  -- Supabase offers pg_cron but does not enable it in a new project.
  if to_regnamespace('cron') is null then
    create extension pg_cron with schema pg_catalog;
  end if;
end;
$$;

-- Tell the workers that something is due within the next ten seconds; otherwise say nothing.
-- Only a hint: a worker also has its own clock and its own poll.
create function private.nudge_worker()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  due int;
  next_run_at timestamptz;
begin
  if (select settings.automation_stopped from public.settings) then
    return false;
  end if;
  select count(*), min(soon.run_at) into due, next_run_at
  from (
    select job.run_at
    from unnest(enum_range(null::public.job_lane)) as lanes (lane)
    cross join lateral (
      select queued.run_at from public.jobs_queue as queued
      where queued.status = 'queued' and queued.lane = lanes.lane
        and queued.run_at <= now() + interval '10 seconds'
      order by queued.run_at
      limit 100
    ) as job
  ) as soon;
  if due = 0 then
    return false;
  end if;
  perform private.send_nudge(due, next_run_at);
  return true;
end;
$$;

-- Take back what dead workers held, and wake the living.
create function private.reclaim_and_nudge()
returns int
language plpgsql
set search_path = ''
as $$
declare
  reclaimed int := private.reclaim_expired_leases(1000, now());
begin
  if reclaimed > 0 then
    perform private.nudge_worker();
  end if;
  return reclaimed;
end;
$$;

-- Delete what is past its retention, a batch of each kind at a time, so that no call holds
-- locks for long. Returns how many rows went.
create function private.purge_old_rows(batch int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  settings public.settings;
  part int;
  total int := private.purge_memory(batch, purge_old_rows.at);
begin
  select * into settings from public.settings;

  -- Not deleted but closed: that too is the passing of time seen late.
  perform private.expire_all_offers(batch, purge_old_rows.at);

  delete from public.jobs_queue as jobs
  where jobs.id in (
    select old.id from public.jobs_queue as old
    -- Dead letters stay until somebody has looked at them.
    where old.finished_at < purge_old_rows.at - settings.job_retention and old.status <> 'dead'
    order by old.finished_at
    limit batch
    for update skip locked
  );
  get diagnostics part = row_count;
  total := total + part;

  delete from public.webhook_events as events
  where events.id in (
    select old.id from public.webhook_events as old
    where old.received_at < purge_old_rows.at - settings.event_retention
      -- What waits for its fan's message waits for nothing once the fan is erased.
      and (old.outcome <> 'parked' or old.fan_id is null)
    order by old.received_at
    limit batch
    for update skip locked
  );
  get diagnostics part = row_count;
  total := total + part;

  -- pg_cron writes a row for every run (17,280 a day for the nudge) and never deletes one.
  -- Runs that were cut off have no end_time.
  delete from cron.job_run_details as runs
  where runs.runid in (
    select old.runid from cron.job_run_details as old
    where coalesce(old.end_time, old.start_time) < purge_old_rows.at - interval '1 day'
    limit batch
  );
  get diagnostics part = row_count;
  return total + part;
end;
$$;

-- Schedule by seconds, or by the minute where pg_cron is older than 1.5 and knows no seconds.
create function private.schedule_every(job_name text, seconds int, command text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  begin
    perform cron.schedule(job_name, format('%s seconds', seconds), command);
  exception when others then
    perform cron.schedule(job_name, '* * * * *', command);
  end;
end;
$$;

create function private.setup_nudge_schedule()
returns void
language sql
set search_path = ''
as $$
  select private.schedule_every('fanpace-nudge', 5, 'select private.nudge_worker()')
$$;

create function private.setup_lease_schedule()
returns void
language sql
set search_path = ''
as $$
  select private.schedule_every('fanpace-leases', 30, 'select private.reclaim_and_nudge()')
$$;

create function private.setup_purge_schedule()
returns void
language sql
set search_path = ''
as $$
  select cron.schedule(
    'fanpace-purge', '*/5 * * * *', 'select private.purge_old_rows(5000, now())'
  )
$$;

-- Far less is due than in a purge, and nothing of it urgent: what a year's backlog holds is gone
-- through in hours.
create function private.setup_retention_schedule()
returns void
language sql
set search_path = ''
as $$
  select cron.schedule(
    'fanpace-retention', '7,27,47 * * * *',
    'select private.expire_messages(5000, now()), private.erase_silent_fans(20, now())'
  )
$$;

-- Every minute it is asked which creator's turn it is: settings.reconcile_every says how often.
create function private.setup_reconcile_schedule()
returns void
language sql
set search_path = ''
as $$
  select cron.schedule(
    'fanpace-reconcile', '* * * * *', 'select private.enqueue_reconciliations(now())'
  )
$$;

select private.setup_nudge_schedule();
select private.setup_lease_schedule();
select private.setup_purge_schedule();
select private.setup_retention_schedule();
select private.setup_reconcile_schedule();

-- What a worker or a person wants to know first. Changes nothing.
create function public.worker_status()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'server_time', now(),
    'stopped', (select settings.automation_stopped from public.settings),
    'stopped_at', (select settings.stopped_at from public.settings),
    'creators', (select count(*) from public.creators),
    'running', (select count(*) from public.jobs_queue where jobs_queue.status = 'running'),
    'due', (
      select count(*) from public.jobs_queue
      where jobs_queue.status = 'queued' and jobs_queue.run_at <= now()
    ),
    -- What the worker alone can judge, so that `fanpace check` shows what it cannot use.
    'trigger_patterns', (
      select coalesce(jsonb_agg(
        jsonb_build_object('creator', creators.display_name, 'patterns', creators.trigger_patterns)
        order by creators.id), '[]')
      from public.creators where creators.trigger_patterns <> '[]'
    )
  )
$$;
comment on function public.worker_status is
'Stop switch, creators, their own triggers, running and due jobs.';
revoke execute on function public.worker_status from public, anon, authenticated;
grant execute on function public.worker_status to service_role, jobs_worker;
