-- Sending the planned bubbles, one at a time.

-- A test fan is no person on the platform: what was planned for it has served its purpose.
create function private.withhold_from_test(job public.jobs_queue, turn public.turns, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform private.end_job(job.id, 'cancelled', withhold_from_test.at);
  perform private.cancel_bubbles(turn.id);
  perform private.close_turn(
    turn.id, 'cancelled', withhold_from_test.at, 'a test fan is sent nothing'
  );
  return jsonb_build_object('outcome', 'cancelled', 'reason', 'a test fan is sent nothing');
end;
$$;

-- Take the fan's next bubble to `sending`. Answers
--   send        post this text now
--   reconcile   an earlier attempt may have gone out: look at the chat's history first
--   wait        too early to look; the job was put back
--   held        a person decides: nobody can tell whether it went out, or it waits for approval
--   cancelled   nothing is to be sent any more
create function private.begin_send(job_id bigint, lease_token uuid, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(begin_send.job_id, begin_send.lease_token);
  bubble public.messages;
  turn public.turns;
  fan public.fans;
  creator_mode public.automation_mode;
  refusal text;
  void_reason text;
  approval text;
begin
  if (select settings.automation_stopped from public.settings) then
    perform private.requeue_job(job, begin_send.at, job.attempt - 1, null, begin_send.at);
    return jsonb_build_object('outcome', 'wait', 'reason', 'the stop switch is on');
  end if;

  select * into bubble from public.messages
  where messages.fan_id = job.fan_id and messages.status in ('planned', 'sending', 'unknown')
  order by
    case
      when messages.status = 'sending' then 0
      -- A notice waits for no person to say what became of another message.
      when messages.status = 'planned' and private.notice_of(messages.turn_id) = 'crisis' then 1
      when messages.status = 'planned' and private.notice_of(messages.turn_id) is not null then 2
      when messages.status = 'unknown' then 3
      else 4
    end,
    messages.turn_id, messages.position
  limit 1
  -- A person may be stopping this one by hand, without the fan's lock.
  for update;
  if not found then
    perform private.end_job(job.id, 'cancelled', begin_send.at);
    perform private.end_sending(job.fan_id, begin_send.at);
    perform private.ensure_delivery(job.fan_id, begin_send.at);
    return jsonb_build_object('outcome', 'cancelled', 'reason', 'nothing is planned any more');
  elsif bubble.status = 'unknown' then
    perform private.end_job(job.id, 'held', begin_send.at);
    return jsonb_build_object('outcome', 'held', 'reason', 'an earlier message may have gone out');
  end if;

  select * into fan from public.fans where fans.id = job.fan_id;
  select * into turn from public.turns where turns.id = bubble.turn_id;
  if fan.is_test then
    return private.withhold_from_test(job, turn, begin_send.at);
  end if;
  if bubble.status = 'sending' then
    return private.begin_reconciliation(job, fan, bubble, begin_send.at);
  end if;

  -- A person may have answered already: it is being looked up (bounded by the job's attempts).
  if not turn.is_notice and exists (select 1 from private.open_lookups(fan.id)) then
    perform private.requeue_job(
      job, begin_send.at + interval '5 seconds', greatest(job.attempt - 1, 0), null, begin_send.at
    );
    return jsonb_build_object('outcome', 'wait', 'reason', 'a person may have written meanwhile');
  end if;

  select creators.automation into creator_mode from public.creators where creators.id = job.creator_id;
  refusal := private.refuse_sending(fan, turn);
  if turn.is_notice and refusal is not null then
    perform private.end_job(job.id, 'cancelled', begin_send.at);
    perform private.cancel_bubbles(turn.id);
    perform private.close_turn(turn.id, 'cancelled', begin_send.at, refusal);
    perform private.ensure_delivery(fan.id, begin_send.at);
    return jsonb_build_object('outcome', 'cancelled', 'reason', refusal);
  end if;
  -- Much may have changed since it was written: nothing goes out that nobody approved, except for
  -- what a fan who sincerely asked is told.
  if turn.fixed_text is null and bubble.approved_at is null then
    approval := private.approval_reason(fan, turn, (
      select fan_offers.offer_id from public.fan_offers
      where fan_offers.turn_id = turn.id and fan_offers.status = 'open'
    ));
  end if;
  void_reason := case
    when turn.is_notice then null
    when refusal is not null then refusal
    -- By the turn and not by the bubble: a disclosure does not go out without its reply.
    when turn.fixed_text is null
      and private.mode_of(fan, creator_mode) not in ('auto', 'approve')
      then 'automation is off'
    -- Only after an attempt that did not arrive: a message on its way is not made void. But a
    -- person is to release what answers everything.
    when (not turn.must_send or approval is not null) and exists (
      select 1 from public.turns as later
      where later.fan_id = fan.id and later.status = 'open' and later.id > turn.id
    ) then 'the fan wrote again'
    -- Likewise: what is deleted or edited before takes its draft with it at once.
    when (turn.revision > turn.draft_revision or private.is_emptied(turn.id))
      and not private.has_answer_bubbles(turn.id, '{sent}')
      then 'the fan changed what was to be answered'
    when private.has_refused_offer(turn.id, begin_send.at)
      then 'its offer may not be made any more'
  end;
  if void_reason is not null then
    perform private.end_job(job.id, 'cancelled', begin_send.at);
    turn := private.void_draft(turn, begin_send.at);
    if turn.status = 'open' and fan.stop_sign is not null then
      turn := private.hold_for_stop_sign(turn, begin_send.at);
    elsif turn.status = 'open' then
      -- Where automation is off it is written once somebody resumes: until then the claim parks it.
      perform private.ensure_reply(
        job.creator_id, turn, begin_send.at, 'draft void', begin_send.at
      );
    end if;
    perform private.ensure_delivery(fan.id, begin_send.at);
    return jsonb_build_object('outcome', 'cancelled', 'reason', void_reason);
  end if;

  if approval is not null then
    perform private.end_job(job.id, 'held', begin_send.at);
    perform private.hold_turn(turn.id, approval, begin_send.at);
    perform private.ensure_delivery(fan.id, begin_send.at);
    return jsonb_build_object('outcome', 'held', 'reason', approval);
  end if;

  bubble := private.settle_disclosure(fan, turn, bubble, begin_send.at);
  update public.messages set status = 'sending', sending_at = begin_send.at
  where messages.id = bubble.id returning * into bubble;
  return private.send_answer('send', fan, bubble);
end;
$$;

-- Which notice a turn is; null: none.
create function private.notice_of(turn_id bigint)
returns text
language sql
stable
set search_path = ''
as $$
  select turns.fixed_text from public.turns where turns.id = notice_of.turn_id and turns.is_notice
$$;

-- Which bubble goes out first. A draft may have waited for hours, for a person or for a switch:
-- whether the fan has to be told what answers is decided now, not when it was written.
create function private.settle_disclosure(
  fan public.fans, turn public.turns, bubble public.messages, at timestamptz
)
returns public.messages
language plpgsql
set search_path = ''
as $$
declare
  is_due boolean := private.is_disclosure_due(fan.id, settle_disclosure.at);
  first_bubble public.messages;
begin
  if turn.fixed_text is not null or private.has_answer_bubbles(turn.id, '{sending,unknown,sent}') then
    return bubble;
  elsif bubble.position = 0 and not is_due then
    select * into first_bubble from public.messages
    where messages.turn_id = turn.id and messages.status = 'planned' and messages.position > 0
    order by messages.position
    limit 1;
    if not found then
      return bubble;
    end if;
    update public.messages set status = 'cancelled' where messages.id = bubble.id;
    return first_bubble;
  elsif bubble.position > 0 and is_due then
    insert into public.messages (
      fan_id, turn_id, direction, kind, status, position, body, is_disclosure, approved_at,
      created_at
    )
    select
      fan.id, turn.id, 'outbound', 'fixed', 'planned', 0, creators.disclosure, true,
      bubble.approved_at, bubble.created_at
    from public.creators
    where creators.id = fan.creator_id and length(trim(creators.disclosure)) > 0
    returning * into first_bubble;
    if found then
      return first_bubble;
    end if;
  end if;
  return bubble;
end;
$$;

create function private.send_answer(outcome text, fan public.fans, bubble public.messages)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'outcome', outcome,
    'message', jsonb_build_object(
      'id', bubble.id, 'body', bubble.body, 'kind', bubble.kind, 'sending_at', bubble.sending_at
    ),
    'fan_uuid', fan.platform_uuid,
    'creator_uuid', (
      select creators.platform_uuid from public.creators where creators.id = fan.creator_id
    ),
    'known_uuids', case when outcome = 'reconcile' then (
      select coalesce(jsonb_agg(messages.platform_uuid), '[]') from public.messages
      where messages.fan_id = fan.id and messages.direction = 'outbound'
        and messages.sent_at >= bubble.sending_at - interval '1 hour'
    ) else '[]' end
  )
$$;

-- A bubble is out. What is known to be sent is recorded even when the lease was lost meanwhile;
-- only the next bubble is fenced.
create function private.finish_send(
  job_id bigint, lease_token uuid, message_id bigint, platform_uuid uuid, sent_at timestamptz,
  at timestamptz, typing double precision default random()
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue;
  bubble public.messages;
  next_body text;
  creator_id bigint;
begin
  select messages.fan_id into bubble.fan_id from public.messages
  where messages.id = finish_send.message_id and messages.direction = 'outbound';
  if not found and private.was_erased(finish_send.message_id) then
    return jsonb_build_object('outcome', 'erased', 'more', false);
  elsif not found then
    raise sqlstate 'PT404' using
      message = 'no such message', detail = format('message %s is not ours', finish_send.message_id);
  end if;
  perform 1 from public.fans where fans.id = bubble.fan_id for no key update;
  select * into job from public.jobs_queue as jobs
  where jobs.id = finish_send.job_id and jobs.lease_token = finish_send.lease_token
    and jobs.status = 'running'
  for update;

  -- It was believed lost, and the platform told of it when nothing seemed to be on its way: what
  -- was taken for a person's message then was this one.
  delete from public.messages as mistaken
  where mistaken.platform_uuid = finish_send.platform_uuid and mistaken.fan_id = bubble.fan_id
    and mistaken.id <> finish_send.message_id and mistaken.kind in ('human', 'automated')
    and exists (
      select 1 from public.messages
      where messages.id = finish_send.message_id and messages.platform_uuid is null
    );
  update public.messages
  set
    status = 'sent', platform_uuid = finish_send.platform_uuid, sent_at = finish_send.sent_at,
    resolved_at = case when messages.status = 'unknown' then finish_send.at else messages.resolved_at end
  where messages.id = finish_send.message_id and messages.status <> 'sent'
  returning * into bubble;
  if not found then
    -- Told twice: the first time counted.
    perform private.record_second_send(
      finish_send.job_id, finish_send.message_id, finish_send.platform_uuid, finish_send.sent_at,
      finish_send.at
    );
    if job.id is not null then
      perform private.end_job(job.id, 'done', finish_send.at);
      perform private.ensure_delivery(job.fan_id, finish_send.at);
    end if;
    return jsonb_build_object('outcome', 'sent', 'more', false);
  end if;
  if bubble.is_disclosure then
    insert into public.disclosures (fan_id, message_id, body, at)
    values (bubble.fan_id, bubble.id, bubble.body, finish_send.at)
    on conflict on constraint disclosures_message_id_key do nothing;
  end if;

  if job.id is not null then
    perform private.end_job(job.id, 'done', finish_send.at);
  end if;
  select messages.body into next_body from public.messages
  where messages.turn_id = bubble.turn_id and messages.status = 'planned'
  order by messages.position
  limit 1;
  if next_body is null then
    -- What a person still has to release keeps the turn held.
    update public.turns set status = 'answered', closed_at = finish_send.at, hold_reason = null
    where turns.id = bubble.turn_id and turns.status in ('sending', 'held')
      and not private.has_bubbles(turns.id, '{held}');
    perform private.end_sending(bubble.fan_id, finish_send.at);
    perform private.answer_late(bubble, finish_send.at);
    perform private.ensure_delivery(bubble.fan_id, finish_send.at);
  else
    select fans.creator_id into creator_id from public.fans where fans.id = bubble.fan_id;
    perform private.enqueue_job(
      creator_id, bubble.fan_id, 'deliver',
      finish_send.at + private.seconds(private.typing_pause(bubble.fan_id, next_body, typing)),
      finish_send.at
    );
  end if;
  perform private.settle_parked_events(bubble.fan_id, finish_send.at);
  return jsonb_build_object('outcome', 'sent', 'more', next_body is not null);
end;
$$;

-- A bubble that was believed lost has arrived, and its turn is open again: what the fan had written
-- before it is answered by it, and what came since is answered by the next reply.
create function private.answer_late(bubble public.messages, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
  next_turn public.turns;
begin
  select * into turn from public.turns where turns.id = bubble.turn_id and turns.status = 'open';
  if not found or bubble.position = 0 then
    return;
  end if;
  turn := private.close_turn(turn.id, 'answered', answer_late.at);
  if not exists (
    select 1 from public.messages
    where messages.turn_id = turn.id and messages.direction = 'inbound'
      and messages.deleted_at is null and messages.created_at > bubble.created_at
  ) then
    perform private.end_job(
      jobs.id, 'cancelled', answer_late.at,
      '{"kind": "answered", "message": "the answer had arrived after all"}'
    )
    from public.jobs_queue as jobs
    where jobs.fan_id = bubble.fan_id and jobs.job_type = 'reply'
      and jobs.status in ('queued', 'parked');
    return;
  end if;
  insert into public.turns (fan_id, opened_at, supersede_count, must_send)
  values (bubble.fan_id, answer_late.at, turn.supersede_count, turn.must_send)
  returning * into next_turn;
  update public.messages set turn_id = next_turn.id
  where messages.turn_id = turn.id and messages.direction = 'inbound'
    and messages.created_at > bubble.created_at;
  perform private.mark_sincere_question(bubble.fan_id);
  -- The messages that came since have enqueued their reply; should it be under way, it is void.
  perform private.ensure_reply(fans.creator_id, next_turn, answer_late.at, 'superseded', answer_late.at)
  from public.fans
  where fans.id = bubble.fan_id and not exists (
    select 1 from public.jobs_queue as jobs
    where jobs.fan_id = fans.id and jobs.job_type = 'reply' and jobs.status in ('running', 'parked')
  );
end;
$$;

create function private.typing_pause(fan_id bigint, body text, variation double precision)
returns double precision
language sql
stable
set search_path = ''
as $$
  select private.typing_seconds(
    private.effective_pacing(fans.pacing_config, creators.pacing_config), body, variation
  )
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = typing_pause.fan_id
$$;

create function public.begin_send(job_id bigint, lease_token uuid)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.begin_send(job_id, lease_token, now())
$$;
comment on function public.begin_send is
'Take the fan''s next bubble to sending. Answers send, reconcile, wait, held or cancelled.';
revoke execute on function public.begin_send from public, anon, authenticated;
grant execute on function public.begin_send to service_role, jobs_worker;

create function public.finish_send(
  job_id bigint, lease_token uuid, message_id bigint, platform_uuid uuid, sent_at timestamptz
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.finish_send(job_id, lease_token, message_id, platform_uuid, sent_at, now())
$$;
comment on function public.finish_send is
'Record a bubble as sent, with or without the lease, and enqueue the next one.';
revoke execute on function public.finish_send from public, anon, authenticated;
grant execute on function public.finish_send to service_role, jobs_worker;
