-- A person says what became of a message of which nobody could tell whether it went out.

-- `finding` is 'sent' or 'unsent'. The rest of that reply is not sent so much later: where
-- nothing of the answer is out, the turn is answered anew.
create function private.resolve_message(message_id bigint, finding text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  fan public.fans;
  bubble public.messages;
  asked bigint;
begin
  if finding is null or finding not in ('sent', 'unsent') then
    raise sqlstate 'PT422' using message = 'unknown finding', detail = 'finding must be sent or unsent';
  end if;
  -- Before any lock: whose message it is never changes.
  select fans.* into fan from public.messages
  join public.fans on fans.id = messages.fan_id
  where messages.id = resolve_message.message_id
    and fans.creator_id in (select private.creators_of_mine('viewer'));
  if found then
    perform private.require_member(fan.creator_id, 'operator');
  end if;
  select * into fan from public.fans where fans.id = fan.id for no key update;
  -- Fan, job, message: what is delivered at this moment is waited for.
  perform 1 from public.jobs_queue as jobs
  where jobs.fan_id = fan.id and jobs.status = 'running' and jobs.job_type = 'deliver'
  for update;
  select * into bubble from public.messages
  where messages.id = resolve_message.message_id and messages.status = 'unknown'
    and messages.fan_id = fan.id
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such message',
      detail = format('message %s is not one that nobody knows of', resolve_message.message_id);
  end if;

  -- What was asked may be in another turn afterwards, where it is answered anew.
  select min(messages.id) into asked from public.messages
  where messages.turn_id = bubble.turn_id and messages.direction = 'inbound';
  update public.messages
  set
    status = case finding when 'sent' then 'sent' else 'cancelled' end::public.message_status,
    sent_at = case finding when 'sent' then messages.sending_at end,
    platform_uuid = case finding when 'sent' then private.parked_uuid_of(bubble) end,
    resolved_at = resolve_message.at
  where messages.id = bubble.id;
  perform private.audit(
    'message.resolve', fan.creator_id, fan.id,
    jsonb_build_object('message_id', bubble.id, 'finding', finding), resolve_message.at
  );
  return jsonb_build_object('outcome', finding, 'turn_status', (
    select turns.status from public.turns
    where turns.id = coalesce(
      (select messages.turn_id from public.messages where messages.id = asked), bubble.turn_id
    )
  ));
end;
$$;

-- What follows when it is known of an `unknown` message, whoever said so: resolve_message, a late
-- finish_send, or a person in the dashboard.
create function private.follow_resolution()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  fan public.fans;
  turn public.turns;
begin
  if new.is_disclosure and new.status = 'sent' then
    insert into public.disclosures (fan_id, message_id, body, at)
    values (new.fan_id, new.id, new.body, coalesce(new.sending_at, new.sent_at))
    on conflict on constraint disclosures_message_id_key do nothing;
  end if;
  select * into fan from public.fans where fans.id = new.fan_id;
  select * into turn from public.turns where turns.id = new.turn_id;
  if turn.status in ('sending', 'held') then
    if private.has_answer_bubbles(turn.id, '{sent}') then
      perform private.cancel_bubbles(turn.id);
      if not private.has_bubbles(turn.id, '{sending,unknown}') then
        perform private.close_turn(turn.id, 'answered', new.resolved_at);
      end if;
    else
      perform private.answer_anew(fan, turn, 'resolved', new.resolved_at);
    end if;
  end if;
  -- Events that were parked because they might have been this message.
  perform private.settle_parked_events(new.fan_id, new.resolved_at);
  -- Another turn's bubbles could not go out as long as nobody knew of this one.
  perform private.ensure_delivery(new.fan_id, new.resolved_at);
  perform private.send_nudge(1, new.resolved_at);
  return null;
end;
$$;

create trigger follow_resolution after update of status on public.messages
for each row when (old.status = 'unknown' and new.status in ('sent', 'cancelled'))
execute function private.follow_resolution();

-- The platform's own word about a message, if it came: an event with the same text, or with none.
create function private.parked_uuid_of(bubble public.messages)
returns uuid
language sql
stable
set search_path = ''
as $$
  select private.to_uuid(parked.event #>> '{message,uuid}')
  from public.webhook_events as parked
  where parked.fan_id = bubble.fan_id and parked.outcome = 'parked'
    and parked.received_at >= bubble.sending_at
    and coalesce(parked.event #>> '{message,text}', bubble.body) = bubble.body
    and not exists (
      select 1 from public.messages
      where messages.platform_uuid = private.to_uuid(parked.event #>> '{message,uuid}')
    )
  order by
    -- Ours are never automated in Fanvue's sense: a broadcast with the same words is not ours.
    (parked.event #>> '{message,is_automated}') is not distinct from 'true',
    (parked.event #>> '{message,text}') is null,
    parked.id
  limit 1
$$;

create function public.resolve_message(message_id bigint, finding text)
returns jsonb
language sql
set search_path = ''
as $$
  select private.resolve_message(message_id, finding, now())
$$;
comment on function public.resolve_message is
'Say that an unknown message was sent, or unsent; then its turn is closed or answered anew.';
revoke execute on function private.resolve_message, public.resolve_message from public, anon, authenticated;
grant execute on function private.resolve_message, public.resolve_message to service_role, authenticated;
