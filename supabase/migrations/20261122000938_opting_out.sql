-- STOP and START. The callers hold the fan's lock.

-- The fan wants no more: everything that waits is void, and that is confirmed once. A possible
-- minor gets no confirmation either.
create function private.opt_out(fan public.fans, texts jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if fan.automation = 'opted_out' then
    return;
  end if;
  perform private.stop_conversation(
    fan.id, 'cancelled', 'opted_out', 'the fan asked for it', opt_out.at
  );
  if fan.stop_sign is distinct from 'minor' then
    perform private.plan_notice(fan.id, 'opted_out', texts, opt_out.at);
  end if;
end;
$$;

-- The fan wants to be answered again: as it was before STOP, no more. A takeover, a pause and a
-- stop sign stay what they were. What they wrote with it is answered as usual.
create function private.opt_in(fan public.fans, message_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
  message_ids bigint[];
  mode public.automation_mode := coalesce(fan.opted_out_from, 'auto');
begin
  if fan.automation <> 'opted_out' then
    return;
  end if;
  if fan.stop_sign_before = 'opted_out' then
    update public.fans set stop_sign_before = mode where fans.id = fan.id;
  end if;
  perform private.set_automation(
    fan.id, case when fan.stop_sign is null then mode else 'human' end,
    'the fan asked for it', opt_in.at
  );
  select * into fan from public.fans where fans.id = fan.id;
  -- Written before the STOP was read, it stands in a turn that the STOP has closed.
  message_ids := array(
    select messages.id
    from public.messages
    left join public.turns on turns.id = messages.turn_id
    where messages.fan_id = fan.id and messages.direction = 'inbound'
      and messages.deleted_at is null and messages.id >= opt_in.message_id
      and (turns.id is null or turns.status = 'cancelled')
  );
  -- A turn without a message would stay open for ever.
  if cardinality(message_ids) = 0 then
    return;
  end if;
  turn := private.join_turn(fan, opt_in.at);
  update public.messages set turn_id = turn.id where messages.id = any (message_ids);
  if turn.status = 'open' then
    perform private.enqueue_reply(
      fan, turn, opt_in.message_id,
      private.effective_pacing(fan.pacing_config, creators.pacing_config), opt_in.at
    )
    from public.creators where creators.id = fan.creator_id;
  end if;
end;
$$;

-- What the fan said last of the two in these messages decides.
create function private.follow_opting(
  fan public.fans, message_ids jsonb, texts jsonb, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  last_word public.messages;
begin
  select * into last_word from public.messages
  where messages.fan_id = fan.id and messages.direction = 'inbound'
    and messages.deleted_at is null and message_ids @> to_jsonb(messages.id)
    and messages.signals ?| '{opt_out,opt_in}'
  order by coalesce(messages.sent_at, messages.created_at) desc, messages.id desc
  limit 1;
  if last_word.signals ? 'opt_out' then
    perform private.opt_out(fan, texts, follow_opting.at);
  elsif found then
    perform private.opt_in(fan, last_word.id, follow_opting.at);
  end if;
end;
$$;
