-- What fans take back: messages that are deleted or edited on the platform. What was answered
-- stays answered; what was not is answered as it stands now, or not at all.
-- ingest_event has logged the event and locked the fan.

create function private.receive_deletion(fan public.fans, event jsonb, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  uuid uuid := private.to_uuid(event #>> '{message,uuid}');
  message public.messages;
begin
  if uuid is null then
    return private.ingest_answer('ignored', 'no message in this event');
  end if;
  select * into message from public.messages
  where messages.platform_uuid = uuid and messages.fan_id = fan.id;
  if not found then
    return private.remember_deletion(fan, uuid, receive_deletion.at);
  elsif message.deleted_at is not null then
    return private.ingest_answer('duplicate', 'this message was deleted before');
  elsif message.direction = 'outbound' then
    -- What was said stays on record; the next prompt does not show it any more.
    update public.messages set deleted_at = receive_deletion.at where messages.id = message.id;
    return private.ingest_answer('accepted', 'a sent message was deleted');
  end if;

  update public.messages
  set
    body = null, signals = '[]', deleted_at = receive_deletion.at,
    inspected_at = coalesce(messages.inspected_at, receive_deletion.at)
  where messages.id = message.id;
  -- The log holds the text as well.
  update public.webhook_events
  set event = webhook_events.event #- '{message,text}', raw = null
  where webhook_events.fan_id = fan.id and webhook_events.event #>> '{message,uuid}' = uuid::text;
  return private.ingest_answer(
    'accepted', private.revise_turn(fan, message.turn_id, 'deleted', receive_deletion.at)
  );
end;
$$;

-- The deletion overtook its message: leave a row without a text, which the message meets when it
-- comes. Not while one of ours is on its way: it might be that one, and need its uuid.
create function private.remember_deletion(fan public.fans, uuid uuid, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select 1 from public.messages
    where messages.platform_uuid = uuid
      or (messages.fan_id = fan.id and messages.status in ('sending', 'unknown'))
  ) then
    return private.ingest_answer('ignored', 'not a message of this fan that is known');
  end if;
  insert into public.messages (
    fan_id, direction, kind, status, platform_uuid, sent_at, deleted_at, inspected_at, created_at
  )
  values (
    fan.id, 'inbound', 'fan', 'received', uuid,
    remember_deletion.at, remember_deletion.at, remember_deletion.at, remember_deletion.at
  );
  return private.ingest_answer('accepted', 'deleted before it was received');
end;
$$;

-- Fanvue's documentation knows no edits; should it send some, they are respected.
create function private.receive_edit(fan public.fans, event jsonb, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  message public.messages;
begin
  select * into message from public.messages
  where messages.platform_uuid = private.to_uuid(event #>> '{message,uuid}')
    and messages.fan_id = fan.id and messages.direction = 'inbound' and messages.deleted_at is null;
  if not found then
    return private.ingest_answer('ignored', 'not a message of this fan that is known');
  elsif message.body is not distinct from event #>> '{message,text}' then
    return private.ingest_answer('duplicate', 'the text is as it was');
  end if;
  -- Without a text in the event it is fetched; whatever it says now is looked at anew.
  update public.messages
  set body = event #>> '{message,text}', signals = '[]', inspected_at = null
  where messages.id = message.id;
  -- Whoever looks at it right now looks at the old text.
  update public.jobs_queue as jobs
  set payload = jsonb_set(jobs.payload, '{context_message_ids}', (
    select coalesce(jsonb_agg(known.value), '[]')
    from jsonb_array_elements(jobs.payload -> 'context_message_ids') as known
    where known.value <> to_jsonb(message.id)
  ))
  where jobs.fan_id = fan.id and jobs.job_type = 'inspect' and jobs.status = 'running';
  perform private.enqueue_job(
    fan.creator_id, fan.id, 'inspect', receive_edit.at, receive_edit.at
  );
  perform private.send_nudge(1, receive_edit.at);
  return private.ingest_answer(
    'accepted', private.revise_turn(fan, message.turn_id, 'edited', receive_edit.at)
  );
end;
$$;

-- A message of this turn was deleted or edited: a draft that answers it is void, and a turn that
-- nothing is left of is cancelled with its reply. Says what followed.
create function private.revise_turn(
  fan public.fans, turn_id bigint, change text, at timestamptz
)
returns text
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  update public.turns set revision = turns.revision + 1
  where turns.id = revise_turn.turn_id and turns.status in ('open', 'sending', 'held')
  returning * into turn;
  if not found or private.has_answer_bubbles(turn.id, '{sending,unknown,sent}') then
    return change || ' after it was answered';
  end if;
  if turn.status <> 'open' then
    turn := private.answer_anew(fan, turn, 'draft void', revise_turn.at);
  elsif private.is_emptied(turn.id) then
    turn := private.cancel_emptied(turn, revise_turn.at);
  end if;
  return change || case turn.status
    when 'cancelled' then ': nothing is left to answer'
    when 'held' then ': a person still has to look at the turn'
    else ' before it was answered'
  end;
end;
$$;

-- Void the draft of a turn that was written or held, of whose answer nothing is out: it is open
-- again with a reply in the queue, or it is cancelled when nothing is left to answer. A turn of
-- which something may be out stays with whoever finds that out.
create function private.answer_anew(
  fan public.fans, turn public.turns, why text, at timestamptz
)
returns public.turns
language plpgsql
set search_path = ''
as $$
begin
  perform private.cancel_bubbles(turn.id);
  if private.has_answer_bubbles(turn.id, '{sending,unknown}') then
    return turn;
  end if;
  perform private.end_delivery(turn, answer_anew.at);
  -- A dead letter of long ago comes back: the turn was answered in part since.
  if private.has_answer_bubbles(turn.id, '{sent}') then
    return private.close_turn(turn.id, 'answered', answer_anew.at);
  end if;
  if turn.is_notice then
    return private.close_turn(turn.id, 'cancelled', answer_anew.at, answer_anew.why);
  end if;
  if private.is_emptied(turn.id) then
    return private.cancel_emptied(turn, answer_anew.at);
  end if;
  if private.is_held(fan.id) then
    return private.hold_for_stop_sign(turn, answer_anew.at);
  end if;
  -- A disclosure that is out or on its way stays with this turn.
  if private.has_bubbles(turn.id, '{sending,unknown,sent}') or private.has_other_open_turn(turn) then
    turn := private.hand_over_turn(turn, answer_anew.at);
  else
    update public.turns
    set status = 'open', hold_reason = null, revision = turns.revision + 1
    where turns.id = turn.id returning * into turn;
  end if;
  perform private.ensure_reply(fan.creator_id, turn, answer_anew.at, why, answer_anew.at);
  -- What a person brings back is not kept waiting.
  if why = 'draft void' then
    perform private.wait_for_morning(fan.id, answer_anew.at);
  end if;
  perform private.send_nudge(1, answer_anew.at);
  return turn;
end;
$$;

create function private.is_emptied(turn_id bigint)
returns boolean
language sql
stable
set search_path = ''
as $$
  select not exists (
    select 1 from public.messages
    where messages.turn_id = is_emptied.turn_id and messages.direction = 'inbound'
      and messages.deleted_at is null
  )
$$;

-- Nothing is left of a turn: neither it nor its waiting reply has anything to say. The fan's
-- other turn, where there is one, keeps its reply.
create function private.cancel_emptied(turn public.turns, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
begin
  if turn.status = 'open' then
    perform private.end_job(
      jobs.id, 'cancelled', cancel_emptied.at,
      '{"kind": "deleted", "message": "the fan deleted what was to be answered"}'
    )
    from public.jobs_queue as jobs
    where jobs.fan_id = turn.fan_id and jobs.job_type = 'reply'
      and jobs.status in ('queued', 'parked');
  end if;
  update public.turns set close_reason = 'the fan deleted what was to be answered'
  where turns.id = turn.id;
  return private.close_turn(turn.id, 'cancelled', cancel_emptied.at);
end;
$$;
