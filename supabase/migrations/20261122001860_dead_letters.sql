-- Dead letters: what they are, and bringing them back.

create function private.list_dead_jobs()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'jobs', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', job.id, 'job_type', job.job_type, 'creator', creators.display_name,
          'fan_id', job.fan_id, 'fan', coalesce(fans.handle, fans.display_name),
          'attempt', job.attempt, 'finished_at', job.finished_at, 'error', job.last_error
        ) order by job.finished_at, job.id), '[]')
      from public.jobs_queue as job
      join public.creators on creators.id = job.creator_id
      left join public.fans on fans.id = job.fan_id
      where job.status = 'dead' and job.creator_id in (select private.creators_of_mine('viewer'))
    ),
    'unknown_messages', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', messages.id, 'fan_id', messages.fan_id,
          'fan', coalesce(fans.handle, fans.display_name),
          'body', messages.body, 'sending_at', messages.sending_at
        ) order by messages.id), '[]')
      from public.messages
      join public.fans on fans.id = messages.fan_id
      where messages.status = 'unknown'
        and fans.creator_id in (select private.creators_of_mine('viewer'))
    )
  )
$$;

create function public.list_dead_jobs()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_dead_jobs()
$$;
comment on function public.list_dead_jobs is
'Jobs that failed for good, with their errors, and messages of which nobody knows whether they went out.';
revoke execute on function private.list_dead_jobs, public.list_dead_jobs from public, anon, authenticated;
grant execute on function private.list_dead_jobs, public.list_dead_jobs to service_role, authenticated;

-- Bring a dead letter back with fresh attempts: dead -> queued, merged into a queued sibling, or
-- cancelled where the conversation went on without it. What may have gone out is looked for in
-- the chat's history before anything is sent again.
create function private.requeue_dead_job(job_id bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  job public.jobs_queue;
  fan public.fans;
  has_work boolean;
  outcome text;
begin
  -- Before any lock: whose job it is never changes.
  select * into job from public.jobs_queue as jobs
  where jobs.id = requeue_dead_job.job_id
    and jobs.creator_id in (select private.creators_of_mine('viewer'));
  if found then
    perform private.require_member(job.creator_id, 'operator');
    select * into fan from public.fans where fans.id = job.fan_id for no key update;
    select * into job from public.jobs_queue as jobs
    where jobs.id = requeue_dead_job.job_id and jobs.status = 'dead'
    for update;
  end if;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such dead job', detail = format('job %s is not dead', requeue_dead_job.job_id);
  end if;

  has_work := case job.job_type
    when 'reply' then private.revive_reply(fan, job, requeue_dead_job.at)
    when 'deliver' then private.revive_delivery(fan, job)
    when 'inspect' then private.revive_inspection(fan, job, requeue_dead_job.at)
    else true
  end;
  if not has_work then
    update public.jobs_queue set status = 'cancelled' where jobs_queue.id = job.id;
    perform private.audit(
      'job.requeue', job.creator_id, job.fan_id,
      jsonb_build_object('job_id', job.id, 'outcome', 'cancelled'), requeue_dead_job.at
    );
    return jsonb_build_object('outcome', 'cancelled', 'reason', 'the conversation went on without it');
  end if;
  -- Reviving may have enqueued a sibling already, and what waits in the queue keeps its own time.
  update public.jobs_queue as jobs
  set
    status = 'queued', finished_at = null, attempt = 0, failures = 0, locked_by = null,
    run_at = requeue_dead_job.at
  where jobs.id = job.id and not exists (
    select 1 from public.jobs_queue as sibling
    where sibling.job_type = job.job_type and sibling.status = 'queued'
      and sibling.creator_id = job.creator_id
      and (sibling.fan_id = job.fan_id or (job.fan_id is null and sibling.fan_id is null))
  );
  outcome := case when found then 'queued' else 'merged' end;
  if outcome = 'merged' then
    update public.jobs_queue set status = 'superseded' where jobs_queue.id = job.id;
  end if;
  perform private.audit(
    'job.requeue', job.creator_id, job.fan_id,
    jsonb_build_object('job_id', job.id, 'outcome', outcome), requeue_dead_job.at
  );
  perform private.send_nudge(1, requeue_dead_job.at);
  return jsonb_build_object('outcome', outcome);
end;
$$;

-- The turns that died with a job and that nobody has taken up since.
create function private.held_turns(job public.jobs_queue)
returns setof public.turns
language sql
stable
set search_path = ''
as $$
  select * from public.turns
  where turns.status = 'held' and turns.fan_id = job.fan_id
    and job.payload -> 'held_turn_ids' @> to_jsonb(turns.id)
$$;

create function private.revive_reply(fan public.fans, job public.jobs_queue, at timestamptz)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  for turn in select * from private.held_turns(job) loop
    perform private.answer_anew(fan, turn, 'requeued', revive_reply.at);
  end loop;
  return private.unanswered_message_ids(fan.id) <> '[]';
end;
$$;

-- What may be out is `sending` again, so that it is looked for first; the rest waits behind it.
create function private.revive_delivery(fan public.fans, job public.jobs_queue)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  -- Not what was voided since and died anew as a reply: of that nothing is left to deliver.
  revived bigint[] := array(
    select held.id from private.held_turns(job) as held
    where private.has_bubbles(held.id, '{held,unknown}')
  );
begin
  update public.turns set status = 'sending', hold_reason = null where turns.id = any (revived);
  update public.messages set status = 'planned'
  where messages.turn_id = any (revived) and messages.status = 'held';
  update public.messages set status = 'sending', absent_count = 0
  where messages.fan_id = fan.id and messages.status = 'unknown';
  return exists (
    select 1 from public.messages
    where messages.fan_id = fan.id and messages.status in ('planned', 'sending')
  );
end;
$$;

create function private.revive_inspection(
  fan public.fans, job public.jobs_queue, at timestamptz
)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  update public.messages set inspected_at = null
  where messages.fan_id = fan.id and messages.direction = 'inbound'
    and messages.deleted_at is null
    and job.payload -> 'context_message_ids' @> to_jsonb(messages.id);
  for turn in select * from private.held_turns(job) loop
    perform private.answer_anew(fan, turn, 'requeued', revive_inspection.at);
  end loop;
  return exists (
    select 1 from public.messages
    where messages.fan_id = fan.id and messages.direction = 'inbound'
      and messages.inspected_at is null
  );
end;
$$;

create function public.requeue_dead_job(job_id bigint)
returns jsonb
language sql
set search_path = ''
as $$
  select private.requeue_dead_job(job_id, now())
$$;
comment on function public.requeue_dead_job is
'Bring a dead letter back with fresh attempts. Answers queued, merged or cancelled.';
revoke execute on function private.requeue_dead_job, public.requeue_dead_job from public, anon, authenticated;
grant execute on function private.requeue_dead_job, public.requeue_dead_job to service_role, authenticated;
