-- What each kind of event about messages means: a fan's message, something sent to a fan.
-- ingest_event has logged the event and locked the fan.

create function private.ingest_answer(status text, reason text, job public.jobs_queue default null)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'status', status, 'job_id', job.id, 'run_at', job.run_at, 'reason', reason
  );
end;
$$;

-- Null instead of an error for text that is no uuid: a bad event is kept, not refused for ever.
create function private.to_uuid(value text)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then value::uuid
  end;
end;
$$;

create function private.to_int(value jsonb)
returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when jsonb_typeof(value) = 'number' and value::numeric between 0 and 100000000 then value::numeric::int
  end;
end;
$$;

create function private.to_timestamp(value text, fallback timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce(value::timestamptz, fallback);
exception when others then
  return fallback;
end;
$$;

-- Lock the fan's row, making it first where it is new.
create function private.lock_fan(creator_id bigint, identity jsonb, at timestamptz)
returns public.fans
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
begin
  select * into fan from public.fans
  where fans.creator_id = lock_fan.creator_id
    and fans.platform_uuid = (identity ->> 'uuid')::uuid
  for no key update;

  if not found then
    insert into public.fans (creator_id, platform_uuid, handle, display_name, created_at)
    values (
      lock_fan.creator_id, (identity ->> 'uuid')::uuid,
      identity ->> 'handle', identity ->> 'display_name', lock_fan.at
    )
    on conflict on constraint one_row_for_each_fan_of_a_creator do update
    set handle = coalesce(fans.handle, excluded.handle)
    returning * into fan;
  elsif fan.handle is distinct from coalesce(identity ->> 'handle', fan.handle)
    or fan.display_name is distinct from coalesce(identity ->> 'display_name', fan.display_name) then
    update public.fans
    set
      handle = coalesce(identity ->> 'handle', fans.handle),
      display_name = coalesce(identity ->> 'display_name', fans.display_name)
    where fans.id = fan.id
    returning * into fan;
  end if;
  return fan;
end;
$$;

-- A fan wrote: store it, join the turn, count it, and let the reply wait for it.
create function private.receive_message(
  creator public.creators, fan public.fans, event jsonb, at timestamptz,
  draws jsonb default null
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  uuid uuid := private.to_uuid(event #>> '{message,uuid}');
  body text := event #>> '{message,text}';
  config jsonb := private.default_funnel_config() || creator.funnel_config;
  sent_at timestamptz := private.to_timestamp(event ->> 'occurred_at', receive_message.at);
  was_silent boolean;
  heard public.fans;
  turn public.turns;
  message_id bigint;
  job public.jobs_queue;
begin
  if uuid is null then
    return private.ingest_answer('ignored', 'no message in this event');
  end if;
  -- The second line of deduplication: both payload families may bring the same message.
  if exists (select 1 from public.messages where messages.platform_uuid = uuid) then
    return private.ingest_answer('duplicate', 'this message was received before');
  end if;

  fan := private.resume_after_silence(fan, receive_message.at);
  fan := private.let_time_pass(fan, config, receive_message.at);
  if fan.automation <> 'opted_out' then
    turn := private.join_turn(fan, receive_message.at);
  end if;
  insert into public.messages (
    fan_id, turn_id, direction, kind, status, body, has_media, price_cents, platform_uuid,
    sent_at, created_at
  )
  values (
    fan.id, turn.id, 'inbound', 'fan', 'received', body,
    coalesce((event #> '{message,has_media}')::text = 'true', false),
    private.to_int(event #> '{message,price_cents}'), uuid, sent_at, receive_message.at
  )
  returning id into message_id;

  was_silent := private.is_silent(fan.last_inbound_at, config, receive_message.at);
  update public.fans
  set
    msg_count_inbound = fans.msg_count_inbound + 1,
    last_inbound_at = receive_message.at,
    returned_at = case when was_silent then receive_message.at else fans.returned_at end,
    returned_count = case when was_silent then 1 else fans.returned_count + 1 end,
    engagement_at = receive_message.at,
    engagement_bought = private.fade(
      fans.engagement_bought, fans.engagement_at, config, receive_message.at
    ),
    engagement_talk = private.raise_engagement(
      private.fade(fans.engagement_talk, fans.engagement_at, config, receive_message.at),
      private.message_points(body, config)
    )
  where fans.id = fan.id
  returning * into heard;
  -- Time has passed for this fan already.
  perform private.set_stage(heard, config, event ->> 'event_id', receive_message.at);

  if fan.automation = 'opted_out' or turn.status = 'held' then
    -- Heard all the same: it may be a START, or somebody in danger.
    perform private.enqueue_inspection(fan, receive_message.at);
    return private.ingest_answer('accepted', case
      when fan.automation = 'opted_out' then 'the fan has opted out: nobody answers'
      else 'the fan is held: a person answers'
    end);
  end if;
  job := private.enqueue_reply(
    fan, turn, message_id,
    private.effective_pacing(fan.pacing_config, creator.pacing_config), receive_message.at, draws
  );
  perform private.enqueue_inspection(fan, receive_message.at);
  perform private.ensure_history(creator, fan, sent_at, receive_message.at);
  return private.ingest_answer(
    'accepted',
    case when (job.payload ->> 'message_count')::int > 1 then 'joined the waiting reply'
      else 'reply enqueued' end,
    job
  );
end;
$$;

-- Something was sent to the fan on the platform: by us, by an automation there, or by a person.
create function private.receive_sent(fan public.fans, event jsonb, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  uuid uuid := private.to_uuid(event #>> '{message,uuid}');
  is_automated boolean := (event #>> '{message,is_automated}') = 'true';
begin
  if uuid is null then
    return private.ingest_answer('ignored', 'no message in this event');
  end if;
  if exists (select 1 from public.messages where messages.platform_uuid = uuid) then
    return private.ingest_answer('duplicate', 'sent by us, or known already');
  end if;
  -- It may be our own, overtaking the answer to our request: finish_send decides.
  if exists (
    select 1 from public.messages
    where messages.fan_id = fan.id and messages.status in ('sending', 'unknown')
  ) then
    return private.ingest_answer('parked', 'a message of ours is on its way: it may be this one');
  end if;
  -- Our own, which a person found before the platform told of it.
  update public.messages set platform_uuid = uuid
  where messages.id = (
    select found.id from public.messages as found
    where found.fan_id = fan.id and found.status = 'sent' and found.platform_uuid is null
      and found.body = event #>> '{message,text}'
    order by found.id
    limit 1
  );
  if found then
    return private.ingest_answer('duplicate', 'sent by us, as a person said');
  end if;
  -- A broadcast to all fans must pause nobody: who wrote this is looked up before anything follows.
  if private.is_writer_unknown(event) then
    perform private.enqueue_job(
      fan.creator_id, fan.id, 'inspect', receive_sent.at, receive_sent.at
    );
    perform private.send_nudge(1, receive_sent.at);
    return private.ingest_answer('parked', 'whether a person wrote it is being looked up');
  end if;

  insert into public.messages (
    fan_id, direction, kind, status, body, platform_uuid, sent_at, created_at
  )
  values (
    fan.id, 'outbound', case when is_automated then 'automated' else 'human' end::public.message_kind,
    'sent', event #>> '{message,text}', uuid,
    private.to_timestamp(event ->> 'occurred_at', receive_sent.at), receive_sent.at
  );
  if is_automated then
    return private.ingest_answer('accepted', case event #>> '{message,looked_up}'
      when 'absent' then 'not to be found on the platform: nobody took over'
      else 'an automated message of the platform'
    end);
  end if;
  update public.fans set last_human_at = receive_sent.at where fans.id = fan.id;
  perform private.stop_conversation(
    fan.id, 'answered',
    -- Who is paused or has opted out stays so: from there nothing resumes by itself.
    case when fan.automation in ('opted_out', 'paused') then fan.automation else 'human' end,
    'a person wrote to the fan', receive_sent.at
  );
  return private.ingest_answer('accepted', 'a person took over');
end;
$$;
