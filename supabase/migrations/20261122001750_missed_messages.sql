-- A message that no webhook brought is taken as if its webhook came now. Which chats are looked
-- through for such is the file before's.

-- Whether a message is here already, or an event about it that waits to be decided.
create function private.is_message_known(event jsonb)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.messages
    where messages.platform_uuid = private.to_uuid(is_message_known.event #>> '{message,uuid}')
  ) or exists (
    select 1 from public.webhook_events as logged
    where logged.event_id = is_message_known.event ->> 'event_id'
  ) or exists (
    select 1 from public.webhook_events as parked
    where parked.outcome = 'parked'
      and parked.event #>> '{message,uuid}' = is_message_known.event #>> '{message,uuid}'
  )
$$;

-- A message of ours of which a person said that it was sent has no uuid: now it gets it.
-- The caller holds the fan's lock.
create function private.adopt_uuid(fan_id bigint, event jsonb)
returns boolean
language plpgsql
set search_path = ''
as $$
begin
  update public.messages
  set platform_uuid = private.to_uuid(event #>> '{message,uuid}')
  where event ->> 'type' = 'message.sent' and messages.id = (
    select resolved.id from public.messages as resolved
    where resolved.fan_id = adopt_uuid.fan_id and resolved.direction = 'outbound'
      and resolved.status = 'sent' and resolved.platform_uuid is null
      and resolved.body = event #>> '{message,text}'
    order by resolved.id
    limit 1
  );
  return found;
end;
$$;

-- Take messages of one chat, oldest first, as if their webhooks came now; what is known already
-- is passed over. `looked_to` moves the chat's watermark, with the last of its messages.
create function private.record_missed_events(
  job_id bigint, lease_token uuid, fan_uuid uuid, events jsonb, looked_to timestamptz,
  at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  of_creator bigint;
  missed jsonb;
  event jsonb;
  logged_id bigint;
  logged jsonb := '{}';
  fan public.fans;
  has_fan boolean;
  accepted int := 0;
begin
  select creators.id into of_creator
  from public.jobs_queue as jobs
  join public.creators on creators.id = jobs.creator_id
  where jobs.id = record_missed_events.job_id and jobs.job_type = 'reconcile';
  if jsonb_typeof(events) is distinct from 'array' or jsonb_array_length(events) > 100
    or exists (
      select 1 from jsonb_array_elements(events) as each (value)
      where coalesce(each.value ->> 'type', '') not in ('message.received', 'message.sent')
        or private.to_uuid(each.value #>> '{message,uuid}') is null
        or private.to_uuid(each.value #>> '{fan,uuid}') is distinct from fan_uuid
        or private.to_uuid(each.value ->> 'creator_uuid') is distinct from (
          select creators.platform_uuid from public.creators where creators.id = of_creator
        )
    ) then
    raise sqlstate 'PT422' using
      message = 'not the messages of a chat',
      detail = 'events must be up to 100 of message.received and message.sent, of one fan of the job''s creator';
  end if;

  -- Who was erased is back as soon as one of these is a message of theirs that counts.
  has_fan := exists (
    select 1 from public.fans
    where fans.creator_id = of_creator and fans.platform_uuid = record_missed_events.fan_uuid
  ) or exists (
    select 1 from jsonb_array_elements(events) as each (value)
    where each.value ->> 'type' = 'message.received'
      and not private.is_of_erased(of_creator, each.value, false, record_missed_events.at)
  );
  select coalesce(jsonb_agg(each.value order by each.place), '[]') into missed
  from jsonb_array_elements(events) with ordinality as each (value, place)
  where not private.is_message_known(each.value)
    and not private.is_of_erased(of_creator, each.value, has_fan, record_missed_events.at);

  -- All of them before the fan is locked, and in one order: a webhook that brings one of them at
  -- this moment has logged it and waits for the fan.
  for event in
    select each.value from jsonb_array_elements(missed) as each (value)
    order by each.value ->> 'event_id'
  loop
    logged_id := private.log_event(event, record_missed_events.at);
    logged := logged || jsonb_build_object(event ->> 'event_id', logged_id);
  end loop;

  -- Whoever erased the fan meanwhile has it erased.
  perform 1 from public.fans
  where fans.creator_id = of_creator and fans.platform_uuid = record_missed_events.fan_uuid
  for no key update;
  if not found and exists (
    select 1 from jsonb_array_elements(missed) as each (value)
    where private.is_of_erased(of_creator, each.value, true, record_missed_events.at)
  ) then
    delete from public.webhook_events
    where webhook_events.id in (select (value)::bigint from jsonb_each_text(logged));
    missed := '[]';
  end if;

  if missed <> '[]' then
    fan := private.lock_fan(of_creator, missed -> 0 -> 'fan', record_missed_events.at);
  else
    select * into fan from public.fans
    where fans.creator_id = of_creator and fans.platform_uuid = record_missed_events.fan_uuid
    for no key update;
  end if;
  perform private.lock_leased_job(record_missed_events.job_id, record_missed_events.lease_token);

  for event in select each.value from jsonb_array_elements(missed) as each (value) loop
    logged_id := (logged ->> (event ->> 'event_id'))::bigint;
    continue when logged_id is null;
    if private.adopt_uuid(fan.id, event) then
      update public.webhook_events
      set outcome = 'duplicate', reason = 'sent by us, as a person said', fan_id = fan.id
      where webhook_events.id = logged_id;
    elsif private.follow_event(logged_id, event, record_missed_events.at) ->> 'status' = 'accepted' then
      accepted := accepted + 1;
    end if;
  end loop;

  update public.fans
  set reconciled_to = greatest(
    fans.reconciled_to, least(record_missed_events.looked_to, record_missed_events.at)
  )
  where fans.id = fan.id and record_missed_events.looked_to is not null;
  return jsonb_build_object('outcome', 'recorded', 'accepted', accepted);
end;
$$;

create function public.record_missed_events(
  job_id bigint, lease_token uuid, fan_uuid uuid, events jsonb, looked_to timestamptz
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_missed_events(job_id, lease_token, fan_uuid, events, looked_to, now())
$$;
comment on function public.record_missed_events is
'Take messages of one chat that no webhook brought, as if their webhooks came now.';
revoke execute on function public.record_missed_events from public, anon, authenticated;
grant execute on function public.record_missed_events to service_role, jobs_worker;
