-- A reply's wait in the queue: drawing it once, keeping it, moving it.
-- The callers hold the fan's lock.

-- How long a reply of this creator takes to be written, as far as is known.
create function private.model_seconds(creator_id bigint)
returns double precision
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce(
    (select times.seconds from public.writing_times as times
    where times.creator_id = model_seconds.creator_id),
    4
  );
end;
$$;

-- Learn from one more reply. The row is skipped where another reply holds it: one sample more or
-- less does not matter, and so nobody waits here.
create function private.note_writing_time(creator_id bigint, took double precision)
returns void
language plpgsql
set search_path = ''
as $$
declare
  sample constant double precision := least(greatest(took, 0), 60);
begin
  -- `on conflict do nothing` would wait for whoever is updating the row.
  if not exists (
    select 1 from public.writing_times as known
    where known.creator_id = note_writing_time.creator_id
  ) then
    insert into public.writing_times (creator_id, seconds)
    values (note_writing_time.creator_id, private.model_seconds(note_writing_time.creator_id))
    on conflict on constraint writing_times_pkey do nothing;
  end if;
  update public.writing_times as times
  set seconds = times.seconds + 0.1 * (sample - times.seconds)
  from (
    select found.creator_id from public.writing_times as found
    where found.creator_id = note_writing_time.creator_id
    for update skip locked
  ) as free
  where times.creator_id = free.creator_id;
end;
$$;

-- What the draw of a fan's next wait goes by.
create function private.reply_circumstances(fan public.fans, message_id bigint, at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'written_chars', (
      select length(messages.body) from public.messages
      where messages.id = reply_circumstances.message_id
    ),
    'reply_chars', null,
    'previous_z', fan.rhythm -> 'z',
    'previous_age', round(extract(epoch from at - (fan.rhythm ->> 'at')::timestamptz)::numeric, 1),
    'quiet_seconds', round(extract(epoch from at - greatest(
      -- The fan's row is from before this message.
      fan.last_inbound_at,
      (
        select messages.sent_at from public.messages
        where messages.fan_id = fan.id and messages.direction = 'outbound'
          and messages.status = 'sent'
        order by messages.id desc
        limit 1
      )
    ))::numeric, 1)
  );
end;
$$;

-- Draw the wait before the reply to a message and place it; the conversation remembers the draw.
create function private.draw_reply_wait(
  fan public.fans, config jsonb, message_id bigint, at timestamptz, draws jsonb
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  circumstances constant jsonb := private.reply_circumstances(fan, message_id, draw_reply_wait.at);
  wait constant jsonb := private.draw_wait(config, circumstances, draws);
begin
  if wait ? 'z' then
    update public.fans
    set rhythm = jsonb_build_object('z', wait -> 'z', 'at', draw_reply_wait.at)
    where fans.id = fan.id;
  end if;
  return (
    select private.keep_hours(
      private.place_wait(
        config,
        wait || jsonb_build_object('draws', draws, 'circumstances', circumstances),
        draw_reply_wait.at, private.model_seconds(fan.creator_id)
      ),
      creators.active_hours, creators.time_zone,
      -- Used up by the plan's formula only, where its few seconds say nothing about the morning.
      (draws ->> 'spread')::double precision
    )
    from public.creators
    where creators.id = fan.creator_id
  );
end;
$$;

-- The wait of a turn whose reply is begun anew: nothing is drawn again. The new message is read
-- first, and a target that still lies ahead stays.
create function private.keep_wait(wait jsonb, config jsonb, at timestamptz)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when wait ? 'target_at' then wait || jsonb_build_object(
      'run_at', greatest(
        (wait ->> 'target_at')::timestamptz
        - private.seconds((wait ->> 'reserve')::double precision),
        read_at
      ),
      'target_at', greatest((wait ->> 'target_at')::timestamptz, read_at),
      'not_before', greatest((wait ->> 'not_before')::timestamptz, read_at)
    )
    else jsonb_build_object(
      'model', 'push_back', 'seconds', (config ->> 'push_back')::double precision,
      'run_at', read_at
    )
  end
  from (
    select at + private.seconds((config ->> 'push_back')::double precision) as read_at
  ) as reading
$$;

-- Note in a payload that a message pushed the reply back. A target moves by as much.
create function private.push_payload(
  payload jsonb, from_at timestamptz, to_at timestamptz, at timestamptz
)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  moved_at timestamptz;
begin
  if to_at <= from_at then
    return payload;
  end if;
  moved_at := (payload #>> '{delay,target_at}')::timestamptz + (to_at - from_at);
  return payload
    || jsonb_build_object('pushes', (
      select jsonb_agg(push order by position)
      from (
        select push, position from jsonb_array_elements(
          coalesce(payload -> 'pushes', '[]') || jsonb_build_object('at', at, 'to', to_at)
        ) with ordinality as pushes (push, position)
        order by position desc
        limit 20
      ) as newest
    ))
    || case
      when moved_at is null then '{}'
      else jsonb_build_object('delay', payload -> 'delay' || jsonb_build_object(
        'target_at', moved_at, 'not_before', moved_at
      ))
    end;
end;
$$;

-- A reply is enqueued anew long after its wait was drawn: at night it waits for the morning, unless
-- it is to ignore rhythm.
create function private.wait_for_morning(
  fan_id bigint, at timestamptz, random double precision default random()
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  reply public.jobs_queue;
  delay jsonb;
begin
  select * into reply from public.jobs_queue as jobs
  where jobs.fan_id = wait_for_morning.fan_id and jobs.job_type = 'reply'
    and jobs.status = 'queued';
  if not found or reply.payload -> 'delay' ? 'hastened' then
    return;
  end if;
  delay := coalesce(reply.payload -> 'delay', '{}');
  select private.keep_hours(
    (delay - 'hours') || jsonb_build_object('run_at', reply.run_at) || case
      when delay ? 'target_at' then jsonb_build_object('target_at', greatest(
        (delay ->> 'target_at')::timestamptz,
        reply.run_at + private.seconds((delay ->> 'reserve')::double precision)
      ))
      else '{}'
    end,
    creators.active_hours, creators.time_zone, wait_for_morning.random
  ) into delay
  from public.creators
  where creators.id = reply.creator_id;
  if delay #> '{hours,opens_at}' is not null then
    update public.jobs_queue as jobs
    set
      run_at = (delay ->> 'run_at')::timestamptz,
      debounce_deadline =
      jobs.debounce_deadline + ((delay ->> 'run_at')::timestamptz - jobs.run_at),
      payload = jobs.payload || jsonb_build_object('delay', delay)
    where jobs.id = reply.id;
  end if;
end;
$$;

-- Let the fan's waiting reply ignore rhythm; why stands in its payload.
create function private.hasten_reply(fan_id bigint, why text, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  update public.jobs_queue as reply
  set
    run_at = least(reply.run_at, hasten_reply.at),
    payload = jsonb_set(
      reply.payload, '{delay}',
      coalesce(reply.payload -> 'delay', '{}') || jsonb_build_object('hastened', why)
    )
  where reply.fan_id = hasten_reply.fan_id and reply.job_type = 'reply'
    and reply.status = 'queued'
$$;
