-- Finding out what became of a send that nobody answered, and of events that came meanwhile.

-- An attempt was begun and its end is not known. Within the grace it may still arrive.
create function private.begin_reconciliation(
  job public.jobs_queue, fan public.fans, bubble public.messages, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  looks_at timestamptz := bubble.sending_at + (select settings.send_grace from public.settings);
begin
  if begin_reconciliation.at < looks_at then
    perform private.requeue_job(
      job, looks_at, greatest(job.attempt - 1, 0), null, begin_reconciliation.at
    );
    return jsonb_build_object('outcome', 'wait', 'reason', 'an answer may still come');
  end if;
  return private.send_answer('reconcile', fan, bubble);
end;
$$;

-- The chat's history was asked and the bubble was not plainly there. `finding` is 'absent' or
-- 'undecidable'. Absent twice, some seconds apart, means that it never arrived: then the answers
-- are those of begin_send.
create function private.record_reconciliation(
  job_id bigint, lease_token uuid, message_id bigint, finding text, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    record_reconciliation.job_id, record_reconciliation.lease_token
  );
  bubble public.messages;
begin
  if finding not in ('absent', 'undecidable') then
    raise sqlstate 'PT422' using
      message = 'unknown finding', detail = 'finding must be absent or undecidable';
  end if;
  select * into bubble from public.messages
  where messages.id = record_reconciliation.message_id and messages.fan_id = job.fan_id
    and messages.status = 'sending';
  if not found then
    perform private.end_job(job.id, 'cancelled', record_reconciliation.at);
    perform private.ensure_delivery(job.fan_id, record_reconciliation.at);
    return jsonb_build_object('outcome', 'held', 'reason', 'this message is not being sent');
  end if;

  if finding = 'undecidable' then
    update public.messages set status = 'unknown' where messages.id = bubble.id;
    perform private.end_job(job.id, 'held', record_reconciliation.at);
    perform private.hold_turn(
      bubble.turn_id, 'nobody can tell whether a message went out', record_reconciliation.at
    );
    return jsonb_build_object('outcome', 'held');
  elsif bubble.absent_count = 0 then
    update public.messages set absent_count = 1 where messages.id = bubble.id;
    perform private.requeue_job(
      job, record_reconciliation.at + interval '10 seconds', greatest(job.attempt - 1, 0), null,
      record_reconciliation.at
    );
    return jsonb_build_object('outcome', 'wait');
  end if;
  -- It never arrived. Much may have happened since it was written, so it is begun like any other.
  perform private.put_back_unsent(job.fan_id, record_reconciliation.at);
  return private.begin_send(
    record_reconciliation.job_id, record_reconciliation.lease_token, record_reconciliation.at
  );
end;
$$;

-- What was on its way certainly did not arrive: it waits again, unless the conversation went on
-- without it. Nothing being on its way any more, the events parked for its sake follow now.
create function private.put_back_unsent(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.messages
  set
    status = case
      when turns.status = 'sending' then 'planned' else 'cancelled'
    end::public.message_status,
    sending_at = null, absent_count = 0
  from public.turns
  where turns.id = messages.turn_id
    and messages.fan_id = put_back_unsent.fan_id and messages.status = 'sending';
  perform private.withdraw_refused(put_back_unsent.fan_id, put_back_unsent.at);
  perform private.settle_parked_events(put_back_unsent.fan_id, put_back_unsent.at);
end;
$$;

-- Events that came while a message was on its way: our own are recognised now, others follow.
create function private.settle_parked_events(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  parked public.webhook_events;
  fan public.fans;
  result jsonb;
begin
  for parked in
    select * from public.webhook_events
    where webhook_events.fan_id = settle_parked_events.fan_id and webhook_events.outcome = 'parked'
    order by webhook_events.id
  loop
    select * into fan from public.fans where fans.id = settle_parked_events.fan_id;
    result := private.receive_sent(fan, parked.event, settle_parked_events.at);
    update public.webhook_events
    set outcome = result ->> 'status', reason = result ->> 'reason'
    where webhook_events.id = parked.id;
  end loop;
end;
$$;

-- A bubble that is sent already was sent under another uuid: the fan has it twice. The second is
-- kept beside the first, so that nobody takes it for a person's, and the job says so. The caller
-- holds the fan's lock.
create function private.record_second_send(
  job_id bigint, message_id bigint, uuid uuid, sent_at timestamptz, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- A person knew that it was sent, and not under which uuid.
  update public.messages set platform_uuid = uuid
  where messages.id = message_id and messages.platform_uuid is null;
  insert into public.messages (
    fan_id, direction, kind, status, body, platform_uuid, sent_at, created_at
  )
  select
    first.fan_id, 'outbound', 'automated', 'sent', first.body, uuid, record_second_send.sent_at,
    record_second_send.at
  from public.messages as first
  where first.id = message_id and first.platform_uuid <> uuid
  on conflict on constraint messages_platform_uuid_key do nothing;
  if found then
    update public.jobs_queue as jobs
    set last_error = jsonb_build_object(
      'kind', 'sent_twice', 'at', record_second_send.at,
      'message', format('message %s went out a second time, as %s', message_id, uuid)
    )
    where jobs.id = record_second_send.job_id;
    perform private.settle_parked_events(
      (select messages.fan_id from public.messages where messages.id = message_id),
      record_second_send.at
    );
  end if;
end;
$$;

create function public.record_reconciliation(
  job_id bigint, lease_token uuid, message_id bigint, finding text
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_reconciliation(job_id, lease_token, message_id, finding, now())
$$;
comment on function public.record_reconciliation is
'Tell what the chat''s history shows of a bubble in sending. Answers wait, send, held or cancelled.';
revoke execute on function public.record_reconciliation from public, anon, authenticated;
grant execute on function public.record_reconciliation to service_role, jobs_worker;
