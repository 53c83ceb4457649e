-- Why a job is due when it is, and what became of it: the facts. worker/explanation.py puts them
-- into sentences.

-- The same value with every moment in it as a clock in the session's time zone shows it.
create function private.local_times(value jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case jsonb_typeof(value)
    when 'object' then (
      select coalesce(jsonb_object_agg(each.key, private.local_times(each.value)), '{}')
      from jsonb_each(value) as each
    )
    when 'array' then (
      select coalesce(jsonb_agg(private.local_times(element.value) order by element.position), '[]')
      from jsonb_array_elements(value) with ordinality as element (value, position)
    )
    when 'string' then case
      when value #>> '{}' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d' then to_jsonb((value #>> '{}')::timestamptz)
      else value
    end
    else value
  end
$$;

-- The bubbles that this job wrote or was to send, without their texts.
create function private.job_bubbles(job public.jobs_queue)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'id', bubble.id, 'status', bubble.status, 'is_disclosure', bubble.is_disclosure,
      'chars', length(bubble.body), 'planned_at', bubble.created_at,
      'sending_at', bubble.sending_at, 'sent_at', bubble.sent_at,
      'is_first', not exists (
        select 1 from public.messages as before
        where before.turn_id = bubble.turn_id and before.direction = 'outbound'
          and before.created_at = bubble.created_at and before.position < bubble.position
      )
    ) order by bubble.position, bubble.id), '[]')
  from public.messages as bubble
  where bubble.fan_id = job.fan_id and bubble.direction = 'outbound' and case job.job_type
    -- commit_reply plans them and ends the job at one moment.
    when 'reply' then bubble.created_at = job.finished_at and bubble.kind in ('reply', 'fixed')
    when 'deliver' then
      (job.finished_at is null and bubble.status in ('planned', 'sending', 'unknown'))
      or (bubble.sending_at between job.claimed_at and coalesce(job.finished_at, 'infinity'))
    else false
  end
$$;

create function private.explain_job(job_id bigint, fan text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
-- Whatever the creator's zone is set to below ends with this function.
set timezone = 'UTC'
as $$
declare
  job public.jobs_queue;
  owner public.fans;
  creator public.creators;
  turn public.turns;
begin
  if explain_job.job_id is not null then
    select * into job from public.jobs_queue as jobs
    where jobs.id = explain_job.job_id
      and jobs.creator_id in (select private.creators_of_mine('viewer'));
    if not found then
      raise sqlstate 'PT404' using
        message = 'no such job',
        detail = format(
          'there is no job %s; finished ones are purged after settings.job_retention',
          explain_job.job_id
        );
    end if;
  else
    select jobs.* into job
    from public.fans
    join public.jobs_queue as jobs on jobs.fan_id = fans.id and jobs.job_type = 'reply'
    where explain_job.fan in (fans.handle, fans.id::text, fans.platform_uuid::text)
      and fans.creator_id in (select private.creators_of_mine('viewer'))
    order by jobs.id desc
    limit 1;
    if not found then
      raise sqlstate 'PT404' using
        message = 'no such job',
        detail = format('no fan with handle or id %s has a reply in the queue or behind it', explain_job.fan);
    end if;
  end if;
  select * into owner from public.fans where fans.id = job.fan_id;
  select * into creator from public.creators where creators.id = job.creator_id;
  select * into turn from public.turns where turns.id = (job.payload ->> 'turn_id')::bigint;
  begin
    perform set_config('timezone', creator.time_zone, true);
  exception when invalid_parameter_value then
    -- An abbreviation such as PDT converts moments, but is no zone to be in.
    creator.time_zone := 'UTC';
  end;

  return jsonb_build_object(
    'server_time', explain_job.at,
    'zone', creator.time_zone,
    'creator', creator.display_name,
    'job', to_jsonb(job) - '{payload,lease_token,creator_id,lane}'::text[]
      || jsonb_build_object('last_error', private.local_times(job.last_error)),
    'fan', case when owner.id is not null then jsonb_build_object(
      'id', owner.id, 'name', coalesce(owner.handle, owner.display_name), 'automation', owner.automation
    ) end,
    'automation', creator.automation,
    'everybody', (select settings.automation from public.settings),
    'turn', case when turn.id is not null then jsonb_build_object(
      'status', turn.status, 'opened_at', turn.opened_at, 'supersede_count', turn.supersede_count,
      'fixed_text', turn.fixed_text, 'hold_reason', turn.hold_reason, 'close_reason', turn.close_reason
    ) end,
    'delay', private.local_times(job.payload -> 'delay'),
    'pushes', private.local_times(coalesce(job.payload -> 'pushes', '[]')),
    'caught_up_at', private.local_times(job.payload -> 'caught_up_at'),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object('at', messages.created_at, 'signals', messages.signals)
        order by messages.id), '[]')
      from public.messages
      where messages.fan_id = job.fan_id and messages.direction = 'inbound' and case job.job_type
        when 'reply' then case
          when job.payload ? 'context_message_ids'
            then job.payload -> 'context_message_ids' @> to_jsonb(messages.id)
          else messages.turn_id = turn.id
        end
        when 'inspect' then case
          when job.payload ? 'context_message_ids'
            then job.payload -> 'context_message_ids' @> to_jsonb(messages.id)
          else messages.inspected_at is null
        end
        else false
      end
    ),
    'bubbles', private.local_times(private.job_bubbles(job)),
    'first_due_at', (
      -- A retry has moved it.
      select deliver.run_at from public.jobs_queue as deliver
      where job.job_type = 'reply' and deliver.fan_id = job.fan_id
        and deliver.job_type = 'deliver' and deliver.created_at = job.finished_at
        and deliver.attempt <= 1
    )
  );
end;
$$;

create function public.explain_job(job_id bigint default null, fan text default null)
returns jsonb
language sql
set search_path = ''
as $$
  select private.explain_job(job_id, fan, now())
$$;
comment on function public.explain_job is
'Why a job, or the newest reply to a fan, is due when it is, and what became of it. Times are in the creator''s zone.';
revoke execute on function private.explain_job, public.explain_job from public, anon, authenticated;
grant execute on function private.explain_job, public.explain_job to service_role, authenticated;
