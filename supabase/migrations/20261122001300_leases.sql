-- Leases: keeping a job, giving it back, and what happens when its holder is gone.

-- Take back jobs whose lease ran out; an expired lease counts as an attempt. Skips what others
-- have locked: they or the next call will see to it. Returns how many were taken back.
create function private.reclaim_expired_leases(most int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  expired bigint[];
  locked_fans bigint[];
  job public.jobs_queue;
  reclaimed int := 0;
begin
  select array_agg(due.id) into expired
  from (
    select jobs.id from public.jobs_queue as jobs
    where jobs.status = 'running' and jobs.lease_expires_at <= reclaim_expired_leases.at
    order by jobs.lease_expires_at
    limit most
    for update skip locked
  ) as due;
  if expired is null then
    return 0;
  end if;

  select coalesce(array_agg(locked.id), '{}') into locked_fans
  from (
    select fans.id from public.fans
    where fans.id in (select jobs.fan_id from public.jobs_queue as jobs where jobs.id = any (expired))
    for no key update skip locked
  ) as locked;

  for job in
    select * from public.jobs_queue as jobs
    where jobs.id = any (expired) and (jobs.fan_id is null or jobs.fan_id = any (locked_fans))
  loop
    perform private.fail_job(
      job, jsonb_build_object('kind', 'lease_expired', 'message', format('%s did not answer', job.locked_by)),
      reclaim_expired_leases.at, reclaim_expired_leases.at
    );
    reclaimed := reclaimed + 1;
  end loop;
  return reclaimed;
end;
$$;

-- How many seconds to wait before the next attempt: the server's word first, a little later than
-- told, since all that were told the same would come at once. Else twice as long after each
-- failure: from 2 s, at most 300 s, never under half of it. `jitter` is a random number in [0, 1).
create function private.retry_delay(
  retry_after double precision, failures int, jitter double precision
)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select case
    when retry_after > 0 then least(retry_after, 86400) + jitter
    when retry_after is not null then 0
    else least(300, 2 * power(2, least(greatest(failures, 1), 20) - 1)) * (1 + jitter) / 2
  end
$$;

-- An attempt failed: try again at `due`, or end as a dead letter, kept with its error.
-- The caller holds the fan's and the job's lock. Answers 'queued', 'merged', 'dead', or
-- 'cancelled' for a profile job, which nobody has to look at.
create function private.fail_job(
  job public.jobs_queue, error jsonb, due timestamptz, at timestamptz
)
returns text
language plpgsql
set search_path = ''
as $$
declare
  stuck_turn bigint;
begin
  error := error || jsonb_build_object('attempt', job.attempt, 'at', fail_job.at);
  -- The platform certainly did nothing: no need to look for the message before trying again.
  if job.job_type = 'deliver' and error ->> 'unsent' = 'true' then
    perform private.put_back_unsent(job.fan_id, fail_job.at);
  end if;
  if job.attempt < job.max_attempts and coalesce(error ->> 'permanent', 'false') <> 'true' then
    return private.requeue_job(
      job, private.look_before_retry(job, due, fail_job.at), job.attempt, error, fail_job.at
    );
  end if;

  if job.job_type = 'profile' then
    -- What it would have taught is no person's trouble.
    perform private.end_job(job.id, 'cancelled', fail_job.at, error);
    return 'cancelled';
  end if;
  perform private.end_job(job.id, 'dead', fail_job.at, error);
  -- A person has to look: an unlooked-at message, an unwritten reply or an unsent bubble.
  if job.fan_id is not null and job.job_type in ('inspect', 'reply', 'deliver') then
    update public.messages set status = 'unknown'
    where messages.fan_id = job.fan_id and messages.status = 'sending' and job.job_type = 'deliver';
    update public.messages set inspected_at = fail_job.at
    where messages.fan_id = job.fan_id and messages.direction = 'inbound'
      and messages.inspected_at is null and job.job_type = 'inspect'
      -- What came later is the next inspection's.
      and (job.payload -> 'context_message_ids') @> to_jsonb(messages.id);
    if job.job_type = 'inspect' then
      perform private.settle_lookups(job, '[]', fail_job.at);
    end if;
    for stuck_turn in
      select turns.id from public.turns
      where turns.fan_id = job.fan_id
        and turns.status = case job.job_type when 'deliver' then 'sending' else 'open' end::public.turn_status
        -- Another turn, opened since this one was claimed, has a reply of its own.
        and (job.job_type <> 'reply' or turns.id = (job.payload ->> 'context_turn_id')::bigint)
    loop
      -- Requeueing the dead letter brings these turns back.
      update public.jobs_queue as jobs
      set payload = jobs.payload || jsonb_build_object(
        'held_turn_ids', coalesce(jobs.payload -> 'held_turn_ids', '[]') || to_jsonb(stuck_turn)
      )
      where jobs.id = job.id;
      perform private.hold_turn(
        stuck_turn, format('%s failed for good: %s', job.job_type, coalesce(error ->> 'message', 'unknown error')),
        fail_job.at
      );
    end loop;
  end if;
  return 'dead';
end;
$$;

-- Where a bubble may be out, the next step is a look into the chat as soon as its grace is over:
-- no back-off, since nothing is asked again of whoever failed, and the fan's replies wait for it.
create function private.look_before_retry(job public.jobs_queue, due timestamptz, at timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select messages.sending_at + settings.send_grace
      from public.messages cross join public.settings
      where job.job_type = 'deliver' and messages.fan_id = job.fan_id
        and messages.status = 'sending'
        -- After the grace it was the look that failed: back off.
        and messages.sending_at + settings.send_grace > look_before_retry.at
      order by messages.sending_at desc
      limit 1
    ),
    due
  )
$$;

-- An attempt ended in an error that is known: try again after what the server asked for, else
-- after a back-off. The caller holds the fan's and the job's lock. Answers as fail_job.
create function private.count_failure(
  job public.jobs_queue, error jsonb, retry_after double precision, at timestamptz
)
returns text
language plpgsql
set search_path = ''
as $$
begin
  job.failures := job.failures + 1;
  return private.fail_job(
    job, error,
    count_failure.at
      + private.seconds(private.retry_delay(count_failure.retry_after, job.failures, random())),
    count_failure.at
  );
end;
$$;

create function private.retry_job(
  job_id bigint, lease_token uuid, error jsonb, retry_after double precision, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  return jsonb_build_object('outcome', private.count_failure(
    private.lock_leased_job(retry_job.job_id, retry_job.lease_token),
    case when jsonb_typeof(error) = 'object' then error else jsonb_build_object('message', error) end,
    retry_job.retry_after, retry_job.at
  ));
end;
$$;

-- Hand a job back unworked, because the worker is being stopped, Fanvue's budget is used up or
-- Fanvue said to come back later: the attempt does not count. `unsent`: a bubble was begun, and
-- Fanvue certainly did nothing with it.
create function private.release_job(
  job_id bigint, lease_token uuid, delay_seconds double precision, at timestamptz,
  unsent boolean default false
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(release_job.job_id, release_job.lease_token);
  outcome text := private.requeue_job(
    job, release_job.at + private.seconds(least(greatest(delay_seconds, 0), 3600)),
    greatest(job.attempt - 1, 0), null, release_job.at
  );
begin
  if unsent and job.job_type = 'deliver' then
    perform private.put_back_unsent(job.fan_id, release_job.at);
  end if;
  -- Other workers may be idle; what is due later is announced when it is due.
  if coalesce(delay_seconds, 0) <= 0 then
    perform private.send_nudge(1, release_job.at);
  end if;
  return jsonb_build_object('outcome', outcome);
end;
$$;

-- Keep a job for longer, and learn whether the work is in vain: 'superseded' when a message lies
-- outside the set that the claim brought, or the turn is not open any more (that ends the job);
-- 'stopped' when nothing is to be sent at all.
create function private.extend_lease(
  job_id bigint, lease_token uuid, lease_seconds int, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(extend_lease.job_id, extend_lease.lease_token);
  turn public.turns;
begin
  if (select settings.automation_stopped from public.settings) then
    return jsonb_build_object('outcome', 'stopped');
  end if;
  if job.job_type = 'reply' then
    select * into turn from public.turns
    where turns.fan_id = job.fan_id and turns.status = 'open';
    if not found then
      perform private.end_job(job.id, 'held', extend_lease.at);
      return jsonb_build_object('outcome', 'superseded', 'reason', 'the turn is not open any more');
    elsif private.is_superseded(job) then
      return private.supersede_reply(job, turn, extend_lease.at);
    end if;
  end if;
  update public.jobs_queue as jobs
  set lease_expires_at = extend_lease.at + private.seconds(least(greatest(lease_seconds, 1), 3600))
  where jobs.id = job.id;
  return jsonb_build_object('outcome', 'held');
end;
$$;

-- Whether the fan wrote something that this reply does not know of, and may still wait for. A
-- sincere question that it does not know of stops even a reply that must be sent, and so does a
-- message that was deleted or edited; a reply to one turn never answers another.
create function private.is_superseded(job public.jobs_queue)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.turns
    where turns.fan_id = job.fan_id and turns.status = 'open' and (
      turns.id <> (job.payload ->> 'context_turn_id')::bigint
      or turns.revision is distinct from (job.payload ->> 'context_turn_revision')::int
      or turns.fixed_text is distinct from job.payload ->> 'context_fixed_text'
      or not (
        turns.must_send
        or private.unanswered_message_ids(job.fan_id) <@ (job.payload -> 'context_message_ids')
      )
    )
  )
$$;

create function public.retry_job(
  job_id bigint, lease_token uuid, error jsonb, retry_after double precision default null
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.retry_job(job_id, lease_token, error, retry_after, now())
$$;
comment on function public.retry_job is
'Report a failed attempt: queued again after the delay that the server asked for, else after a
back-off; merged into a queued sibling; or dead.';
revoke execute on function public.retry_job from public, anon, authenticated;
grant execute on function public.retry_job to service_role, jobs_worker;

create function public.release_job(
  job_id bigint, lease_token uuid, delay_seconds double precision default 0,
  unsent boolean default false
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.release_job(job_id, lease_token, delay_seconds, now(), unsent)
$$;
comment on function public.release_job is 'Hand a job back unworked; the attempt does not count.';
revoke execute on function public.release_job from public, anon, authenticated;
grant execute on function public.release_job to service_role, jobs_worker;

create function public.extend_lease(job_id bigint, lease_token uuid, lease_seconds int)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.extend_lease(job_id, lease_token, lease_seconds, now())
$$;
comment on function public.extend_lease is
'Keep a job for longer. Answers held, superseded or stopped.';
revoke execute on function public.extend_lease from public, anon, authenticated;
grant execute on function public.extend_lease to service_role, jobs_worker;
