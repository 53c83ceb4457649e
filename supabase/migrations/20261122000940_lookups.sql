-- Messages that were sent to a fan by nobody knows whom: a person, an automation, a broadcast.
-- The event stays parked, an inspect job has the worker look it up, and no reply goes out
-- meanwhile. What cannot be found out within the job's attempts counts as a person's.

create function private.is_writer_unknown(event jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select jsonb_typeof(event #> '{message,is_automated}') is distinct from 'boolean'
$$;

create function private.open_lookups(fan_id bigint)
returns setof public.webhook_events
language sql
stable
set search_path = ''
as $$
  select * from public.webhook_events
  where webhook_events.fan_id = open_lookups.fan_id and webhook_events.outcome = 'parked'
    and private.is_writer_unknown(webhook_events.event)
$$;

-- Write into the events what was found out about them, and let them follow. `findings` may hold
-- {"event_id", "is_automated": true|false|null, "text"?}: null where the platform knows no such
-- message, which pauses nobody. What this job was to look up and has no finding was a person's.
-- The caller holds the fan's lock.
create function private.settle_lookups(job public.jobs_queue, findings jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.webhook_events
  set event = jsonb_set(webhook_events.event, '{message}', (webhook_events.event -> 'message')
    || case
      when finding.value is null then '{"is_automated": false, "looked_up": "unanswered"}'
      when finding.value -> 'is_automated' = 'null' then '{"is_automated": true, "looked_up": "absent"}'
      else jsonb_build_object(
        'is_automated', finding.value -> 'is_automated', 'looked_up', 'found',
        'text', coalesce(webhook_events.event #>> '{message,text}', finding.value ->> 'text')
      )
    end)
  from private.open_lookups(job.fan_id) as lookup
  left join lateral (
    select each.value from jsonb_array_elements(findings) as each (value)
    where (each.value ->> 'event_id')::bigint = lookup.id
      and jsonb_typeof(each.value -> 'is_automated') in ('boolean', 'null')
    limit 1
  ) as finding on true
  where webhook_events.id = lookup.id
    and (finding.value is not null or job.payload -> 'context_event_ids' @> to_jsonb(lookup.id));
  if found then
    perform private.settle_parked_events(job.fan_id, settle_lookups.at);
  end if;
end;
$$;
