-- record_inspection: what the worker recognised in a fan's messages, and what follows from it.
-- Recognising is Python, deciding is here.

create function private.record_inspection(
  job_id bigint, lease_token uuid, findings jsonb, at timestamptz, texts jsonb default '{}'
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    record_inspection.job_id, record_inspection.lease_token
  );
  signals jsonb;
begin
  -- A text that the webhook brought stays; a fetched one fills the gap.
  with inspected as (
    update public.messages
    set
      body = coalesce(messages.body, finding.value ->> 'text'),
      signals = coalesce(finding.value -> 'signals', '[]'),
      inspected_at = record_inspection.at
    from jsonb_array_elements(findings) as finding
    where messages.id = (finding.value ->> 'message_id')::bigint
      -- Not what was edited since the claim: that is looked at anew.
      and job.payload -> 'context_message_ids' @> to_jsonb(messages.id)
      and messages.fan_id = job.fan_id and messages.direction = 'inbound'
      -- A text that was deleted meanwhile does not come back.
      and messages.deleted_at is null
    returning messages.signals
  )
  select coalesce(jsonb_agg(distinct signal), '[]') into signals
  from inspected
  cross join jsonb_array_elements(inspected.signals) as signal;

  perform private.settle_lookups(job, findings, record_inspection.at);
  perform private.apply_signals(job, signals, texts, record_inspection.at);
  if exists (
    select 1 from public.messages
    where messages.fan_id = job.fan_id and messages.direction = 'inbound'
      and messages.inspected_at is null
      and job.payload -> 'context_message_ids' @> to_jsonb(messages.id)
  ) then
    -- Nobody else would ever look, and the reply waits for it.
    perform private.count_failure(
      job, '{"kind": "incomplete", "message": "the findings leave a message out"}', null,
      record_inspection.at
    );
    return jsonb_build_object('outcome', 'incomplete');
  end if;
  perform private.enqueue_profile(job, record_inspection.at);
  perform private.end_job(job.id, 'done', record_inspection.at);
  return jsonb_build_object('outcome', 'recorded');
end;
$$;

-- `texts` are the fixed texts that may have to go out at once, in the fan's language.
create function private.apply_signals(
  job public.jobs_queue, signals jsonb, texts jsonb, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
begin
  if signals ? 'self_harm' then
    perform private.send_crisis_text(job.fan_id, texts, apply_signals.at);
  end if;
  perform private.raise_stop_sign(job.fan_id, private.gravest_sign(signals), apply_signals.at);

  select * into fan from public.fans where fans.id = job.fan_id;
  perform private.follow_opting(
    fan, job.payload -> 'context_message_ids', texts, apply_signals.at
  );
  if signals ? 'cannot_afford' then
    -- PURSE: perform private.note_cannot_afford(job.fan_id, apply_signals.at);
    null;
  end if;

  select * into fan from public.fans where fans.id = job.fan_id;
  if fan.stop_sign is not null then
    if signals ? 'sincere_question' or exists (
      select 1 from public.turns
      where turns.fan_id = fan.id and turns.status = 'held' and turns.fixed_text = 'identity'
        and not turns.is_notice
    ) then
      perform private.tell_held_fan(fan.id, texts, apply_signals.at);
    end if;
    return;
  elsif fan.automation = 'opted_out' then
    return;
  end if;

  if signals ? 'asks_for_content' then
    perform private.receive_trigger(job.fan_id, apply_signals.at);
  end if;

  if signals ? 'cannot_afford' then
    perform private.note_cannot_afford(job.fan_id, apply_signals.at);
  end if;

  if signals ? 'declines_offer' then
    perform private.decline_offer(
      job.fan_id, job.payload -> 'context_message_ids', apply_signals.at
    );
  end if;

  -- Whoever sincerely asks what answers is told the truth: at once, with a fixed text.
  perform private.mark_sincere_question(job.fan_id);
  perform private.hasten_reply(job.fan_id, urgent.signal, apply_signals.at)
  from private.urgent_signal(job.fan_id) as urgent (signal)
  where urgent.signal is not null;
end;
$$;

-- The fast lane: why the fan's open turn cannot wait for rhythm or morning, or null. All of its
-- messages count, not only those just looked at: a reply to them that is begun anew is urgent still.
create function private.urgent_signal(fan_id bigint)
returns text
language sql
stable
set search_path = ''
as $$
  select fast.signal
  from unnest('{sincere_question,billing,support}'::text[])
  with ordinality as fast (signal, position)
  where exists (
    select 1 from public.turns
    join public.messages on messages.turn_id = turns.id
    where turns.fan_id = urgent_signal.fan_id and turns.status = 'open'
      and messages.direction = 'inbound' and messages.signals ? fast.signal
  )
  order by fast.position
  limit 1
$$;

-- Let the fixed text about identity answer the open turn if the fan asks in it. What was asked
-- in another turn is answered there, and what a notice has answered is answered.
create function private.mark_sincere_question(fan_id bigint)
returns void
language sql
set search_path = ''
as $$
  update public.turns
  set fixed_text = 'identity', must_send = true
  where turns.fan_id = mark_sincere_question.fan_id and turns.status = 'open' and exists (
    select 1 from public.messages
    where messages.turn_id = turns.id and messages.signals ? 'sincere_question'
      and not exists (
        select 1 from public.turns as told
        where told.fan_id = turns.fan_id and told.is_notice and told.fixed_text = 'identity'
          and told.status in ('sending', 'answered') and told.opened_at >= messages.inspected_at
      )
  )
$$;

create function public.record_inspection(
  job_id bigint, lease_token uuid, findings jsonb, texts jsonb default '{}'
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_inspection(job_id, lease_token, findings, now(), texts)
$$;
comment on function public.record_inspection is
'Record texts and signals of a fan''s messages, decide what follows, end the inspect job.';
revoke execute on function public.record_inspection from public, anon, authenticated;
grant execute on function public.record_inspection to service_role, jobs_worker;
