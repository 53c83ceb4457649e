-- Putting jobs into the queue, and giving them back to it.
-- Every writer locks fan, then job, then message. The callers here hold the fan's lock.

create function private.send_nudge(due int, next_run_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object('due', due, 'next_run_at', next_run_at), 'nudge', 'jobs', true
  );
end;
$$;

-- The moment to which one more message pushes a waiting reply: a little after that message,
-- never earlier than before, never past the deadline. Less than a second is not worth a write
-- to the index on run_at.
create function private.push_back(
  run_at timestamptz, deadline timestamptz, push_seconds double precision, at timestamptz
)
returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
declare
  pushed timestamptz := least(at + private.seconds(push_seconds), coalesce(deadline, run_at));
begin
  return case when pushed - run_at >= interval '1 second' then pushed else run_at end;
end;
$$;

-- Until when further messages may push a reply back: for so long, and not out of the hours.
create function private.latest_push(due timestamptz, delay jsonb, config jsonb)
returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
begin
  return least(
    due + private.seconds((config ->> 'max_push_back')::float8),
    (delay #>> '{hours,closes_at}')::timestamptz
    - coalesce((delay ->> 'target_at')::timestamptz - due, interval '0')
  );
end;
$$;

-- Let the fan's queued reply wait for this message too; null where none is queued.
create function private.push_reply(
  fan_id bigint, turn_id bigint, message_id bigint, config jsonb, at timestamptz
)
returns public.jobs_queue
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue;
begin
  -- What is pushed by less than a second keeps its run_at, and its entries in the indexes.
  update public.jobs_queue as queued
  set
    run_at = private.push_back(
      queued.run_at, queued.debounce_deadline, (config ->> 'push_back')::float8, push_reply.at
    ),
    payload = private.push_payload(
      queued.payload, queued.run_at,
      private.push_back(
        queued.run_at, queued.debounce_deadline, (config ->> 'push_back')::float8, push_reply.at
      ),
      push_reply.at
    ) || jsonb_build_object(
      'turn_id', push_reply.turn_id,
      'last_message_id', push_reply.message_id,
      'message_count', coalesce((queued.payload ->> 'message_count')::int, 0) + 1
    )
  where queued.fan_id = push_reply.fan_id and queued.job_type = 'reply'
    and queued.status = 'queued'
  returning queued.* into job;
  return job;
end;
$$;

-- Enqueue the fan's reply, or let the queued one wait for this message too. Most join one.
create function private.enqueue_reply(
  fan public.fans, turn public.turns, message_id bigint, config jsonb, at timestamptz,
  draws jsonb default null
)
returns public.jobs_queue
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue;
  delay jsonb;
  due timestamptz;
begin
  job := private.push_reply(fan.id, turn.id, message_id, config, enqueue_reply.at);
  if job.id is not null then
    return job;
  end if;
  if turn.supersede_count > 0 or exists (
    select 1 from public.jobs_queue as running
    where running.fan_id = fan.id and running.status = 'running' and running.lane = 'turn'
      and running.job_type = 'reply'
  ) then
    -- The wait was over when this message came: read it, then go on.
    delay := private.keep_wait(turn.wait, config, enqueue_reply.at);
  else
    delay := private.draw_reply_wait(
      fan, config, message_id, enqueue_reply.at, coalesce(draws, private.random_draws())
    );
    update public.turns set wait = delay where turns.id = turn.id;
  end if;
  due := coalesce((delay ->> 'run_at')::timestamptz, enqueue_reply.at);

  -- Under the fan's lock nobody has enqueued one meanwhile. Whoever has not got it joins that one.
  loop
    insert into public.jobs_queue as queued (
      job_type, creator_id, fan_id, run_at, debounce_deadline, payload, created_at
    )
    values (
      'reply', fan.creator_id, fan.id, due,
      private.latest_push(due, delay, config),
      jsonb_build_object(
        'turn_id', turn.id, 'last_message_id', message_id, 'message_count', 1, 'delay', delay
      ),
      enqueue_reply.at
    )
    on conflict (fan_id, job_type) where status = 'queued' do nothing
    returning queued.* into job;
    exit when found;
    job := private.push_reply(fan.id, turn.id, message_id, config, enqueue_reply.at);
    exit when job.id is not null;
  end loop;
  return job;
end;
$$;

-- See to it that a reply to a turn waits in the queue. One that does keeps its own time.
create function private.ensure_reply(
  creator_id bigint, turn public.turns, due timestamptz, reason text, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  insert into public.jobs_queue (job_type, creator_id, fan_id, run_at, payload, created_at)
  values (
    'reply', ensure_reply.creator_id, turn.fan_id, due,
    jsonb_build_object('turn_id', turn.id, 'delay', jsonb_build_object('model', reason)),
    ensure_reply.at
  )
  on conflict (fan_id, job_type) where status = 'queued' do nothing
$$;

-- Enqueue a job of another kind for a fan, or bring the queued one forward to `due`.
create function private.enqueue_job(
  creator_id bigint, fan_id bigint, job_type text, due timestamptz, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  insert into public.jobs_queue as queued (job_type, creator_id, fan_id, run_at, created_at)
  values (
    enqueue_job.job_type, enqueue_job.creator_id, enqueue_job.fan_id, enqueue_job.due,
    enqueue_job.at
  )
  on conflict (fan_id, job_type) where status = 'queued' do update
  set run_at = excluded.run_at
  where queued.run_at > excluded.run_at
$$;

-- Let the fan's messages be looked at, at once. Whoever takes the job that waits already looks at
-- all of them, and was told of it.
create function private.enqueue_inspection(fan public.fans, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select 1 from public.jobs_queue as waiting
    where waiting.fan_id = fan.id and waiting.status = 'queued' and waiting.job_type = 'inspect'
      and waiting.run_at <= enqueue_inspection.at
  ) then
    return;
  end if;
  insert into public.jobs_queue as queued (job_type, creator_id, fan_id, run_at, created_at)
  values (
    'inspect', fan.creator_id, fan.id, enqueue_inspection.at, enqueue_inspection.at
  )
  on conflict (fan_id, job_type) where status = 'queued' do update
  set run_at = excluded.run_at
  where queued.run_at > excluded.run_at;
  if found then
    perform private.send_nudge(1, enqueue_inspection.at);
  end if;
end;
$$;

-- See to it that a fan's turns in `sending` are delivered: there may be two, and whoever ends with
-- one of them leaves the other's delivery to this.
create function private.ensure_delivery(fan_id bigint, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  insert into public.jobs_queue (job_type, creator_id, fan_id, run_at, created_at)
  select 'deliver', fans.creator_id, fans.id, ensure_delivery.at, ensure_delivery.at
  from public.fans
  where fans.id = ensure_delivery.fan_id
    and exists (
      select 1 from public.turns
      where turns.fan_id = fans.id and turns.status = 'sending'
    )
    and not exists (
      select 1 from public.jobs_queue as running
      where running.fan_id = fans.id and running.status = 'running' and running.lane = 'turn'
        and running.job_type = 'deliver'
    )
  on conflict (fan_id, job_type) where status = 'queued' do nothing
$$;

-- Cancel the waiting delivery of a turn, unless something is still to go out or to be found out, or
-- another turn needs it.
create function private.end_delivery(turn public.turns, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  update public.jobs_queue as jobs
  set status = 'cancelled', finished_at = end_delivery.at
  where jobs.fan_id = turn.fan_id and jobs.job_type = 'deliver' and jobs.status = 'queued'
    and not exists (
      select 1 from public.messages
      where messages.fan_id = turn.fan_id and messages.status in ('planned', 'sending')
    )
    and not exists (
      select 1 from public.turns as other
      where other.fan_id = turn.fan_id and other.status = 'sending' and other.id <> turn.id
    )
$$;

-- End a job that is running or waiting.
create function private.end_job(
  job_id bigint, outcome public.job_status, at timestamptz, why jsonb default null
)
returns void
language sql
set search_path = ''
as $$
  update public.jobs_queue as job
  set
    status = outcome, finished_at = end_job.at, lease_token = null, lease_expires_at = null,
    last_error = coalesce(why, job.last_error)
  where job.id = end_job.job_id and job.finished_at is null
$$;

-- Give a running job back: running -> queued, or merged into a queued sibling, which has
-- read everything that this one has. Answers 'queued' or 'merged'.
create function private.requeue_job(
  job public.jobs_queue, due timestamptz, attempt int, error jsonb, at timestamptz
)
returns text
language plpgsql
set search_path = ''
as $$
begin
  -- What waits in the queue keeps its own time: giving back never brings a reply forward.
  update public.jobs_queue as sibling
  set
    attempt = greatest(sibling.attempt, requeue_job.attempt),
    failures = greatest(sibling.failures, job.failures),
    last_error = coalesce(requeue_job.error, sibling.last_error)
  where sibling.job_type = job.job_type and sibling.status = 'queued'
    and sibling.creator_id = job.creator_id
    -- Not `is not distinct from`, which no index serves.
    and (sibling.fan_id = job.fan_id or (job.fan_id is null and sibling.fan_id is null));
  if found then
    perform private.end_job(job.id, 'superseded', requeue_job.at, requeue_job.error);
    return 'merged';
  end if;

  update public.jobs_queue as given_back
  set
    status = 'queued',
    run_at = greatest(given_back.run_at, requeue_job.due),
    attempt = requeue_job.attempt,
    failures = job.failures,
    locked_by = null, lease_token = null, lease_expires_at = null,
    last_error = coalesce(requeue_job.error, given_back.last_error)
  where given_back.id = job.id;
  return 'queued';
end;
$$;

-- Lock the fan, then the job, and return the job if the caller still holds its lease.
create function private.lock_leased_job(job_id bigint, lease_token uuid)
returns public.jobs_queue
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue;
  owner_id bigint;
begin
  select jobs.fan_id into owner_id from public.jobs_queue as jobs where jobs.id = lock_leased_job.job_id;
  perform 1 from public.fans where fans.id = owner_id for no key update;
  select * into job from public.jobs_queue as jobs
  where jobs.id = lock_leased_job.job_id
    and jobs.lease_token = lock_leased_job.lease_token
    and jobs.status = 'running'
  for update;
  -- The lease ran out and the job is someone else's now: the caller drops its result.
  if not found then
    raise sqlstate 'PT409' using
      message = 'job lease lost',
      detail = format('job %s is not held under this lease', lock_leased_job.job_id);
  end if;
  return job;
end;
$$;
