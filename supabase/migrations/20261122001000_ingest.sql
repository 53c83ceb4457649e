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
  logged_id bigint, event jsonb, at timestamptz, draws jsonb default private.random_draws()
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  creator public.creators;
  fan public.fans;
  known_id bigint;
  result jsonb;
begin
  select * into creator from public.creators
  where creators.platform_uuid = private.to_uuid(event ->> 'creator_uuid');
  -- Whoever erases this fan right now has to be waited for, also where nothing follows below.
  select fans.id into known_id from public.fans
  where fans.creator_id = creator.id and fans.platform_uuid = private.to_uuid(event #>> '{fan,uuid}')
  for key share;
  if private.is_of_erased(creator.id, event, known_id is not null, follow_event.at) then
    delete from public.webhook_events where webhook_events.id = follow_event.logged_id;
    return private.ingest_answer('ignored', 'erased');
  end if;
  if creator.id is null then
    result := private.ingest_answer('ignored', 'unknown creator');
  elsif private.to_uuid(event #>> '{fan,uuid}') is null then
    result := private.ingest_answer('ignored', 'no fan in this event');
  elsif event ->> 'type' not in (
    'message.received', 'message.sent', 'message.deleted', 'message.edited', 'message.updated',
    'payment.succeeded', 'refund.created', 'dispute.created', 'subscription.activated',
    'follow.created'
  ) then
    result := private.ingest_answer('ignored', format('nothing follows from %s', event ->> 'type'));
  else
    fan := private.lock_fan(creator.id, event -> 'fan', follow_event.at);
    result := case event ->> 'type'
      when 'message.received' then private.receive_message(
        creator, fan, event, follow_event.at, draws
      )
      when 'message.sent' then private.receive_sent(fan, event, follow_event.at)
      when 'message.deleted' then private.receive_deletion(fan, event, follow_event.at)
      when 'message.edited' then private.receive_edit(fan, event, follow_event.at)
      when 'message.updated' then private.receive_edit(fan, event, follow_event.at)
      when 'follow.created' then private.ingest_answer('accepted', 'fan known')
      else private.receive_payment(creator, fan, event, follow_event.at)
    end;
  end if;

  -- Most are accepted, and of somebody who was known when they were logged: nothing to write.
  update public.webhook_events
  set
    outcome = result ->> 'status',
    reason = case when result ->> 'status' <> 'accepted' then result ->> 'reason' end,
    fan_id = coalesce(fan.id, known_id)
  where webhook_events.id = follow_event.logged_id
    and (
      webhook_events.outcome <> result ->> 'status'
      or webhook_events.fan_id is distinct from coalesce(fan.id, known_id)
    );
  -- Parked is our own affair; for the sender it is accepted.
  if result ->> 'status' = 'parked' then
    result := result || '{"status": "accepted"}';
  end if;
  return result;
end;
$$;

-- Store one event and everything that follows from it, in one transaction.
create function private.ingest_event(
  event jsonb, at timestamptz, draws jsonb default private.random_draws()
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  known_id bigint;
  logged_id bigint;
begin
  -- The log keeps every other event, whatever becomes of it: what names an erased fan never
  -- reaches it.
  if private.is_about_erased(event, ingest_event.at) then
    return private.ingest_answer('ignored', 'erased');
  end if;
  -- Whoever erases this fan right now is waited for.
  select fans.id into known_id
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where creators.platform_uuid = private.to_uuid(event ->> 'creator_uuid')
    and fans.platform_uuid = private.to_uuid(event #>> '{fan,uuid}')
  for key share of fans;
  logged_id := private.log_event(event, ingest_event.at, known_id);
  if logged_id is null then
    return private.ingest_answer('duplicate', 'this event was delivered before');
  end if;
  return private.follow_event(logged_id, event, ingest_event.at, draws);
end;
$$;

create function public.ingest_event(event jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.ingest_event(event, now())
$$;
comment on function public.ingest_event is
'Take one event from the webhook: dedupe, store, decide what follows. Answers accepted, duplicate or ignored.';
revoke execute on function public.ingest_event from public, anon, authenticated;
grant execute on function public.ingest_event to service_role, webhook_ingest;
