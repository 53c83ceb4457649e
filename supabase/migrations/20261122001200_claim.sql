-- claim_jobs: what is due, lane by lane, with all that the work needs, in one round trip.
--
-- Three statements for each lane, each with its own snapshot: lock candidate jobs, lock their
-- fans, take at most one job for each fan. Both locks skip what is taken, so a claim never waits
-- while it holds candidates, and deadlocks have no chance.

create function private.claim_jobs(worker_id text, max_jobs int, lease_seconds int, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  claimed_ids bigint[] := '{}';
  lane_ids bigint[];
  set_aside int;
  this_lane public.job_lane;
begin
  if (max_jobs between 1 and 1000 and lease_seconds between 1 and 3600) is not true then
    raise sqlstate 'PT422' using
      message = 'claim out of range',
      detail = 'max_jobs must lie between 1 and 1000, lease_seconds between 1 and 3600';
  end if;
  if (select settings.automation_stopped from public.settings) then
    return private.claim_answer('{}', true, claim_jobs.at);
  end if;

  -- Before any candidate is locked: giving back may wait for a job's lock, claiming never does.
  perform private.reclaim_expired_leases(100, claim_jobs.at);

  foreach this_lane in array enum_range(null::public.job_lane) loop
    -- Jobs that step aside make room: look again, but not for ever within one transaction.
    for round in 1..50 loop
      exit when cardinality(claimed_ids) >= max_jobs;
      select lane.claimed, lane.set_aside into lane_ids, set_aside
      from private.claim_lane(
        this_lane, worker_id,
        private.places_for(this_lane, worker_id, max_jobs - cardinality(claimed_ids)),
        private.seconds(lease_seconds), claim_jobs.at
      ) as lane;
      claimed_ids := claimed_ids || lane_ids;
      exit when set_aside = 0;
    end loop;
  end loop;
  return private.claim_answer(claimed_ids, false, claim_jobs.at);
end;
$$;

-- How many of a worker's free places a lane may take. Background work gets a quarter of all that
-- the worker has, at least one: else slow models would have no place left for a reply.
create function private.places_for(this_lane public.job_lane, worker_id text, free int)
returns int
language sql
stable
set search_path = ''
as $$
  select case
    when this_lane <> 'background' then free
    else (
      select least(free, greatest(
        greatest(1, (free + count(*)) / 4) - count(*) filter (where job.lane = 'background'), 0
      ))::int
      from public.jobs_queue as job
      where job.status = 'running' and job.locked_by = worker_id
    )
  end
$$;

-- Take up to `places` due jobs of one lane. Jobs that cannot run are set aside and counted.
create function private.claim_lane(
  this_lane public.job_lane, worker_id text, places int, lease interval, at timestamptz,
  out claimed bigint[], out set_aside int
)
language plpgsql
set search_path = ''
as $$
declare
  candidates bigint[];
  locked_fans bigint[];
begin
  claimed := '{}';
  set_aside := 0;
  -- 1. Candidate jobs. Those that could not run anyway are left out here, so that they do not
  -- stand in the way of others; the third statement looks again, under the fans' locks.
  -- `left join lateral … limit 1` and not `not exists`: with stale statistics the planner turns
  -- the latter into a join over everything that runs.
  select coalesce(array_agg(due.id), '{}') into candidates
  from (
    select job.id
    from public.jobs_queue as job
    left join lateral (
      select true as found from public.jobs_queue as running
      where this_lane = 'turn' and running.fan_id = job.fan_id
        and running.status = 'running' and running.lane = 'turn'
      limit 1
    ) as busy on true
    left join lateral (
      select true as found where job.job_type = 'reply' and private.reply_must_wait(job.fan_id)
    ) as waiting on true
    -- Nothing can be sent for this creator, nor read, until somebody signs in: all but the look at
    -- what came in waits.
    left join lateral (
      select true as found from public.creator_connections as connection
      where this_lane <> 'inspect' and connection.creator_id = job.creator_id
        and connection.state = 'needs_reconnect'
      limit 1
    ) as cut_off on true
    where job.status = 'queued' and job.lane = this_lane and job.run_at <= claim_lane.at
      and busy.found is null and waiting.found is null and cut_off.found is null
    order by job.run_at
    limit places
    for update of job skip locked
  ) as due;
  if cardinality(candidates) = 0 then
    return;
  end if;

  -- 2. Their fans.
  select coalesce(array_agg(locked.id), '{}') into locked_fans
  from (
    select fans.id from public.fans
    where fans.id in (
      select job.fan_id from public.jobs_queue as job where job.id = any (candidates)
    )
    for no key update skip locked
  ) as locked;

  -- A reply that has nothing left to answer: a person was quicker, or the fan said STOP.
  perform private.end_job(job.id, 'cancelled', claim_lane.at)
  from public.jobs_queue as job
  where job.id = any (candidates) and job.fan_id = any (locked_fans)
    and job.status = 'queued' and job.job_type = 'reply'
    and private.unanswered_message_ids(job.fan_id) = '[]';

  -- Where nobody may answer now, the reply steps aside instead of standing at the head for ever.
  -- A delivery does not: begin_send decides what of it still goes out, or what has become of it.
  -- The row that says paused, a creator's or everybody's, is held meanwhile, or a resume at this
  -- moment would not see the job that is being parked; where somebody is changing that row, the
  -- reply is left as it is.
  with paused as materialized (
    select creators.id from public.creators
    where creators.automation = 'paused'
      and creators.id in (
        select job.creator_id from public.jobs_queue as job where job.id = any (candidates)
      )
    order by creators.id
    for share skip locked
  ),
  all_paused as materialized (
    select true as found from public.settings
    where settings.automation = 'paused'
    for share skip locked
  )
  update public.jobs_queue as job
  set status = 'parked'
  from public.fans
  where job.id = any (candidates) and fans.id = any (locked_fans) and fans.id = job.fan_id
    and job.status = 'queued' and job.job_type = 'reply'
    and (
      fans.automation not in ('auto', 'approve')
      or job.creator_id in (select paused.id from paused)
      or exists (select 1 from all_paused)
    );

  if this_lane = 'turn' then
    perform private.catch_up(job, claim_lane.at)
    from public.jobs_queue as job
    where job.id = any (candidates) and job.fan_id = any (locked_fans)
      and job.status = 'queued' and job.job_type = 'reply';
  end if;
  select count(*) into set_aside
  from public.jobs_queue as job
  where job.id = any (candidates)
    and (job.status in ('parked', 'cancelled', 'held') or job.run_at > claim_lane.at);

  -- 3. At most one for each fan, seen with a new snapshot, now that nobody else can change them.
  with takeable as (
    select distinct on (coalesce(job.fan_id, -job.id)) job.id
    from public.jobs_queue as job
    left join lateral (
      select true as found from public.jobs_queue as running
      where this_lane = 'turn' and running.fan_id = job.fan_id
        and running.status = 'running' and running.lane = 'turn'
      limit 1
    ) as busy on true
    where job.id = any (candidates) and job.status = 'queued' and job.run_at <= claim_lane.at
      and (job.fan_id is null or job.fan_id = any (locked_fans))
      and busy.found is null
      and (job.job_type <> 'reply' or not private.reply_must_wait(job.fan_id))
    order by coalesce(job.fan_id, -job.id), job.run_at
  ),
  taken as (
    update public.jobs_queue as job
    set
      status = 'running', attempt = job.attempt + 1, locked_by = claim_lane.worker_id,
      lease_token = gen_random_uuid(), lease_expires_at = claim_lane.at + lease,
      claimed_at = claim_lane.at,
      payload = job.payload || private.claimed_context(job)
    from takeable
    where job.id = takeable.id
    returning job.id
  )
  select coalesce(array_agg(taken.id), '{}') into claimed from taken;

  -- A reply may have waited for days: it is written for the stage of now.
  perform private.advance_stage(job.fan_id, null, claim_lane.at)
  from public.jobs_queue as job
  where job.id = any (claimed) and job.job_type = 'reply';
end;
$$;

create function private.claim_answer(job_ids bigint[], stopped boolean, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'server_time', at,
    'stopped', stopped,
    'next_run_at', (
      select min(next.run_at)
      from unnest(enum_range(null::public.job_lane)) as lanes (lane)
      cross join lateral (
        select job.run_at from public.jobs_queue as job
        where job.status = 'queued' and job.lane = lanes.lane and job.run_at > at
        order by job.run_at
        limit 1
      ) as next
      where not stopped
    ),
    'jobs', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', job.id, 'job_type', job.job_type, 'lane', job.lane,
          'lease_token', job.lease_token, 'lease_expires_at', job.lease_expires_at,
          'attempt', job.attempt, 'max_attempts', job.max_attempts,
          'run_at', job.run_at, 'payload', job.payload,
          'context', private.job_context(job)
        ) order by job.lane, job.run_at), '[]')
      from public.jobs_queue as job
      where job.id = any (job_ids)
    )
  )
$$;

create function public.claim_jobs(worker_id text, max_jobs int, lease_seconds int)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.claim_jobs(worker_id, max_jobs, lease_seconds, now())
$$;
comment on function public.claim_jobs is
'Take due jobs under a lease, with all that the work needs, and say when the next one is due.';
revoke execute on function public.claim_jobs from public, anon, authenticated;
grant execute on function public.claim_jobs to service_role, jobs_worker;
