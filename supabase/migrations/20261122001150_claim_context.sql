-- What a claim asks about a fan, and what the holder of a job knows of.

-- No reply is written while the fan's messages are being looked at, while something of an
-- earlier reply is still to go out, or while nobody knows whether it did.
create function private.reply_must_wait(fan_id bigint)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.jobs_queue as inspection
    where inspection.fan_id = reply_must_wait.fan_id and inspection.job_type = 'inspect'
      and inspection.status = 'queued'
  ) or exists (
    select 1 from public.jobs_queue as inspection
    where inspection.fan_id = reply_must_wait.fan_id and inspection.lane = 'inspect'
      and inspection.status = 'running'
  ) or exists (
    select 1 from public.messages
    where messages.fan_id = reply_must_wait.fan_id
      and messages.status in ('planned', 'sending', 'unknown')
  )
$$;

create function private.unanswered_message_ids(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(messages.id order by messages.id), '[]')
  from public.turns
  join public.messages on messages.turn_id = turns.id and messages.direction = 'inbound'
  where turns.fan_id = unanswered_message_ids.fan_id and turns.status = 'open'
    and messages.deleted_at is null
$$;

-- What the holder of this claim knows: whatever comes later is recognised by it.
create function private.claimed_context(job public.jobs_queue)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case job.job_type
    when 'reply' then (
      select jsonb_build_object(
        'context_message_ids', private.unanswered_message_ids(job.fan_id),
        'context_turn_id', turns.id, 'context_turn_revision', turns.revision,
        'context_fixed_text', turns.fixed_text
      )
      from public.turns where turns.fan_id = job.fan_id and turns.status = 'open'
    )
    when 'inspect' then (
      select jsonb_build_object(
        'context_message_ids', coalesce(jsonb_agg(messages.id order by messages.id), '[]'),
        'context_event_ids', (
          select coalesce(jsonb_agg(lookup.id order by lookup.id), '[]')
          from private.open_lookups(job.fan_id) as lookup
        )
      )
      from public.messages
      where messages.fan_id = job.fan_id and messages.direction = 'inbound'
        and messages.inspected_at is null
    )
    when 'profile' then private.profile_claim(job.fan_id)
    else '{}'
  end
$$;
