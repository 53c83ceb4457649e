-- ingest_event: what the webhook calls, once for every event.

-- Write one event into the log, and return its id there; null if it was delivered before.
-- About whom, where that is known already.
create function private.log_event(event jsonb, at timestamptz, fan_id bigint default null)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
  logged_id bigint;
begin
  if jsonb_typeof(event) is distinct from 'object'
    or coalesce(event ->> 'event_id', '') = '' or coalesce(event ->> 'type', '') = '' then
    raise sqlstate 'PT422' using
      message = 'not an event',
      detail = 'an event is an object with event_id and type';
  end if;

  -- Before any lock, so that of two deliveries at once the second waits here and then sees it.
  insert into public.webhook_events (event_id, type, event, raw, received_at, fan_id)
  values (
    event ->> 'event_id', event ->> 'type', event - 'raw', event ->> 'raw', log_event.at,
    log_event.fan_id
  )
  on conflict (event_id) do nothing
  returning id into logged_id;
  return logged_id;
end;
$$;

-- Do everything that follows from an event that was logged just now.
create function private.follow_event(
  logged_id bigint, event jsonb, at timestamptz, draws jsonb default null
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  creator public.creators;
begin
  select * into creator from public.creators
  where creators.platform_uuid = private.to_uuid(event ->> 'creator_uuid');
  return private.follow_event_of(
    creator, private.known_fan(creator.platform_uuid, private.to_uuid(event #>> '{fan,uuid}')),
    false, logged_id, event, follow_event.at, draws
  );
end;
$$;

-- The fan whom an event names, if there is one. Whoever erases them right now is waited for, and
-- nobody does before this transaction has ended.
create function private.known_fan(creator_uuid uuid, fan_uuid uuid)
returns bigint
language plpgsql
set search_path = ''
as $$
declare
  known_id bigint;
begin
  select fans.id into known_id
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where creators.platform_uuid = known_fan.creator_uuid and fans.platform_uuid = known_fan.fan_uuid
  for key share of fans;
  return known_id;
end;
$$;

-- The same, where it is known already of whom the event is. `is_logged_as_known`: the log says so.
create function private.follow_event_of(
  creator public.creators, known_id bigint, is_logged_as_known boolean,
  logged_id bigint, event jsonb, at timestamptz, draws jsonb
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
  result jsonb;
begin
  -- Of a fan who is known and whose row is kept it was asked before.
  if not (is_logged_as_known and known_id is not null)
    and private.is_of_erased(creator.id, event, known_id is not null, follow_event_of.at) then
    delete from public.webhook_events where webhook_events.id = follow_event_of.logged_id;
    return private.ingest_answer('ignored', 'erased');
  end if;
  if creator.id is null then
    result := private.ingest_answer('ignored', 'unknown creator');
  elsif known_id is null and private.to_uuid(event #>> '{fan,uuid}') is null then
    result := private.ingest_answer('ignored', 'no fan in this event');
  elsif event ->> 'type' = 'message.received' then
    fan := private.lock_fan(creator.id, event -> 'fan', follow_event_of.at);
    result := private.receive_message(creator, fan, event, follow_event_of.at, draws);
  elsif event ->> 'type' not in (
    'message.sent', 'message.deleted', 'message.edited', 'message.updated',
    'payment.succeeded', 'refund.created', 'dispute.created', 'subscription.activated',
    'follow.created'
  ) then
    result := private.ingest_answer('ignored', format('nothing follows from %s', event ->> 'type'));
  else
    fan := private.lock_fan(creator.id, event -> 'fan', follow_event_of.at);
    result := case event ->> 'type'
      when 'message.sent' then private.receive_sent(fan, event, follow_event_of.at)
      when 'message.deleted' then private.receive_deletion(fan, event, follow_event_of.at)
      when 'message.edited' then private.receive_edit(fan, event, follow_event_of.at)
      when 'message.updated' then private.receive_edit(fan, event, follow_event_of.at)
      when 'follow.created' then private.ingest_answer('accepted', 'fan known')
      else private.receive_payment(creator, fan, event, follow_event_of.at)
    end;
  end if;

  -- Most are accepted, and of somebody who was known when they were logged: nothing to write.
  if result ->> 'status' <> 'accepted' or not is_logged_as_known or known_id is null then
    update public.webhook_events
    set
      outcome = result ->> 'status',
      reason = case when result ->> 'status' <> 'accepted' then result ->> 'reason' end,
      fan_id = coalesce(fan.id, known_id)
    where webhook_events.id = follow_event_of.logged_id;
  end if;
  -- Parked is our own affair; for the sender it is accepted.
  if result ->> 'status' = 'parked' then
    result := result || '{"status": "accepted"}';
  end if;
  return result;
end;
$$;

-- Store one event and everything that follows from it, in one transaction.
create function private.ingest_event(event jsonb, at timestamptz, draws jsonb default null)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  creator_uuid constant uuid := private.to_uuid(event ->> 'creator_uuid');
  known_id constant bigint := private.known_fan(
    creator_uuid, private.to_uuid(event #>> '{fan,uuid}')
  );
  creator public.creators;
  logged_id bigint;
begin
  -- The log keeps every other event, whatever becomes of it: what names an erased fan never
  -- reaches it.
  if private.is_about_erased(event, ingest_event.at) then
    return private.ingest_answer('ignored', 'erased');
  end if;
  logged_id := private.log_event(event, ingest_event.at, known_id);
  if logged_id is null then
    return private.ingest_answer('duplicate', 'this event was delivered before');
  end if;
  select * into creator from public.creators where creators.platform_uuid = creator_uuid;
  return private.follow_event_of(
    creator, known_id, true, logged_id, event, ingest_event.at, draws
  );
end;
$$;

create function public.ingest_event(event jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return private.ingest_event(event, now());
end;
$$;
comment on function public.ingest_event is
'Take one event from the webhook: dedupe, store, decide what follows. Answers accepted, duplicate or ignored.';
revoke execute on function public.ingest_event from public, anon, authenticated;
grant execute on function public.ingest_event to service_role, webhook_ingest;
