-- Messages that no webhook brought: the worker looks through the chats for them now and then.
--
-- A creator's look goes through the list of chats, newest first, and through each chat that
-- changed since it was last looked through. Both watermarks are times of the platform's clock.
-- A chat's moves when its messages are recorded, so a look that is cut off goes on where it was;
-- the creator's moves when a look is finished.

-- Enqueue a look for every creator whose last one is settings.reconcile_every ago; whoever
-- answers the fans, what they write is recorded. A look that died comes back: it is the same
-- work, and one dead letter says as much as a hundred. Returns how many were enqueued.
create function private.enqueue_reconciliations(at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  due bigint;
  enqueued int := 0;
begin
  for due in
    select creators.id from public.creators
    where creators.reconciled_at
      <= enqueue_reconciliations.at - (select settings.reconcile_every from public.settings)
      and not exists (
        select 1 from public.jobs_queue as jobs
        where jobs.creator_id = creators.id and jobs.job_type = 'reconcile'
          and jobs.fan_id is null and jobs.status in ('queued', 'running')
      )
    order by creators.id
    for no key update skip locked
  loop
    update public.creators set reconciled_at = enqueue_reconciliations.at where creators.id = due;
    update public.jobs_queue as dead
    set
      status = 'queued', finished_at = null, attempt = 0, failures = 0, locked_by = null,
      payload = '{}', run_at = enqueue_reconciliations.at
    where dead.id = (
      select max(jobs.id) from public.jobs_queue as jobs
      where jobs.creator_id = due and jobs.job_type = 'reconcile' and jobs.fan_id is null
        and jobs.status = 'dead'
    ) and dead.status = 'dead';
    if not found then
      insert into public.jobs_queue (job_type, creator_id, run_at, created_at)
      values ('reconcile', due, enqueue_reconciliations.at, enqueue_reconciliations.at)
      on conflict (creator_id, job_type) where status = 'queued' and fan_id is null do nothing;
    end if;
    enqueued := enqueued + 1;
  end loop;
  return enqueued;
end;
$$;

-- A message may be listed a little later than one with a later time.
create function private.reconcile_overlap()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '1 minute'
$$;

-- Which chats of one page of the list are to be looked through, and since when; `more` says
-- whether the next page may hold such chats too. `page` is where in the list this is, null for
-- its beginning: a look that is cut off goes on there.
create function private.find_changed_chats(
  job_id bigint, lease_token uuid, page text, chats jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    find_changed_chats.job_id, find_changed_chats.lease_token
  );
  creator public.creators;
  newest timestamptz;
  changed jsonb;
begin
  select * into creator from public.creators where creators.id = job.creator_id;
  select max(private.to_timestamp(chat ->> 'last_message_at', null)) into newest
  from jsonb_array_elements(chats) as chat;

  update public.jobs_queue as jobs
  set payload = jobs.payload || jsonb_build_object('page', page) || case
    -- A time in the future would hide what comes until then.
    when page is not null then '{}'
    when newest is null then '{"newest": null}'
    else jsonb_build_object('newest', least(newest, find_changed_chats.at))
  end
  where jobs.id = job.id;

  select coalesce(jsonb_agg(
    jsonb_build_object(
      'fan_uuid', listed.fan_uuid,
      -- What was written before the creator was added here is not answered.
      'since', greatest(listed.since - private.reconcile_overlap(), creator.created_at)
    ) order by listed.place), '[]') into changed
  from (
    select
      each.place, chat.fan_uuid, chat.last_at, chat.last_uuid,
      coalesce(fans.reconciled_to, creator.reconciled_to) as since
    from jsonb_array_elements(chats) with ordinality as each (value, place)
    cross join lateral (
      select
        private.to_uuid(each.value ->> 'fan_uuid') as fan_uuid,
        private.to_timestamp(each.value ->> 'last_message_at', null) as last_at,
        private.to_uuid(each.value ->> 'last_message_uuid') as last_uuid
    ) as chat
    left join public.fans
      on fans.creator_id = creator.id and fans.platform_uuid = chat.fan_uuid
  ) as listed
  where listed.fan_uuid is not null and (
    listed.last_at > listed.since
    or (listed.last_at = listed.since and listed.last_uuid is not null and not exists (
      select 1 from public.messages where messages.platform_uuid = listed.last_uuid
    ))
  );
  return jsonb_build_object(
    'changed', changed,
    'more', coalesce(newest > creator.reconciled_to - private.reconcile_overlap(), false)
  );
end;
$$;

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

  select coalesce(jsonb_agg(each.value order by each.place), '[]') into missed
  from jsonb_array_elements(events) with ordinality as each (value, place)
  where not private.is_message_known(each.value);

  -- All of them before the fan is locked, and in one order: a webhook that brings one of them at
  -- this moment has logged it and waits for the fan.
  for event in
    select each.value from jsonb_array_elements(missed) as each (value)
    order by each.value ->> 'event_id'
  loop
    logged_id := private.log_event(event, record_missed_events.at);
    logged := logged || jsonb_build_object(event ->> 'event_id', logged_id);
  end loop;

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

-- End a look: all chats were looked through, and the creator's watermark moves; or not all, and
-- the job goes on after what else is due.
create function private.finish_reconcile(
  job_id bigint, lease_token uuid, done boolean, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    finish_reconcile.job_id, finish_reconcile.lease_token
  );
begin
  if done is not true then
    perform private.requeue_job(
      job, finish_reconcile.at, greatest(job.attempt - 1, 0), null, finish_reconcile.at
    );
    return jsonb_build_object('outcome', 'queued');
  end if;
  update public.creators
  set reconciled_to = greatest(
    creators.reconciled_to, private.to_timestamp(job.payload ->> 'newest', null)
  )
  where creators.id = job.creator_id;
  perform private.end_job(job.id, 'done', finish_reconcile.at);
  return jsonb_build_object('outcome', 'done');
end;
$$;

create function public.find_changed_chats(
  job_id bigint, lease_token uuid, page text, chats jsonb
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.find_changed_chats(job_id, lease_token, page, chats, now())
$$;
comment on function public.find_changed_chats is
'Say which chats of a page of the list are to be looked through for missed messages, and since when.';
revoke execute on function public.find_changed_chats from public, anon, authenticated;
grant execute on function public.find_changed_chats to service_role, jobs_worker;

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

create function public.finish_reconcile(job_id bigint, lease_token uuid, done boolean)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.finish_reconcile(job_id, lease_token, done, now())
$$;
comment on function public.finish_reconcile is
'End a look for missed messages: done, or to be gone on with.';
revoke execute on function public.finish_reconcile from public, anon, authenticated;
grant execute on function public.finish_reconcile to service_role, jobs_worker;
