-- Erase a fan (GDPR art. 17): everything that refers to them goes, at once and for good. What stays
-- is a salted hash, so that nothing told of late brings them back (…0985_erased_fans.sql), and the
-- record of the erasure under a pseudonym that nothing resolves any more.

-- How long what a fan does next is ignored. Who fell silent did not ask for anything and may come
-- back as new at once; who opted out, or may be a minor, never does by itself.
create function private.ignored_until(fan public.fans, reason text, at timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when fan.automation = 'opted_out' or to_jsonb(fan) ->> 'stop_sign' = 'minor'
      or reason = 'minor' then 'infinity'
    when reason = 'silent' then ignored_until.at
    else ignored_until.at + (select settings.erased_for from public.settings)
  end
$$;

-- Erase a fan whose row the caller has locked; returns what went. A worker that is at one of their
-- jobs finds its lease lost; what it has handed to the platform already may still arrive there.
create function private.erase_locked_fan(fan public.fans, reason text, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  part record;
  receipt jsonb;
  named bigint[] := array(select private.events_naming(fan));
begin
  receipt := jsonb_build_object(
    'pseudonym', fan.pseudonym, 'erased_at', erase_locked_fan.at,
    'ignored_until', private.ignored_until(fan, reason, erase_locked_fan.at),
    'rows', private.count_rows_about(fan, named),
    'on_their_way', (
      select count(*) from public.messages
      where messages.fan_id = fan.id and messages.status in ('sending', 'unknown')
    )
  );
  perform private.audit(
    'fan.erase', fan.creator_id, fan.id,
    jsonb_build_object(
      'reason', reason, 'rows', receipt -> 'rows', 'ignored_until', receipt -> 'ignored_until'
    ),
    erase_locked_fan.at
  );
  insert into public.erased_fans as erased (creator_id, fan_hash, erased_at, ignored_until)
  values (
    fan.creator_id, private.fan_hash(fan.platform_uuid), erase_locked_fan.at,
    (receipt ->> 'ignored_until')::timestamptz
  )
  on conflict on constraint erased_fans_pkey do update
  set
    erased_at = excluded.erased_at,
    ignored_until = greatest(erased.ignored_until, excluded.ignored_until);

  -- Jobs before messages, as everywhere.
  delete from public.jobs_queue as jobs where jobs.fan_id = fan.id;
  -- A look through the creator's chats may have failed at this one, and says so.
  update public.jobs_queue as jobs
  set payload = jobs.payload - 'page', last_error = null
  where jobs.creator_id = fan.creator_id and jobs.fan_id is null
    and strpos(
      lower(concat_ws(' ', jobs.payload::text, jobs.last_error::text)), fan.platform_uuid::text
    ) > 0;
  delete from public.webhook_events as events
  where events.id = any (named);
  -- What only forgets whom it was about when the fan goes: it goes too.
  for part in select * from private.tables_about_fans() as parts where not parts.follows loop
    execute format('delete from %s where %I = $1', part.target, part.fan_column) using fan.id;
  end loop;
  delete from public.fans where fans.id = fan.id;
  return receipt;
end;
$$;

-- With `dry_run` only say what would go. A request may take 8 seconds, and so a chat of more than
-- `part` messages goes in several: `going_on` asks to be called again.
create function private.erase_fan(
  fan text, reason text, dry_run boolean, at timestamptz, part int default 20000
)
returns jsonb
language plpgsql
set search_path = ''
security definer
as $$
declare
  found_fan public.fans := private.find_one_fan(erase_fan.fan, 'operator');
  gone int;
begin
  -- Not free text: it is kept for good, and people write names into reasons.
  if reason is null or reason not in ('asked', 'consent_withdrawn', 'minor', 'other') then
    raise sqlstate 'PT422' using
      message = 'unknown reason',
      detail = 'reason must be asked, consent_withdrawn, minor or other';
  end if;
  if dry_run then
    return jsonb_build_object(
      'outcome', 'would_erase',
      'fan', jsonb_build_object(
        'id', found_fan.id, 'platform_uuid', found_fan.platform_uuid,
        'handle', found_fan.handle, 'display_name', found_fan.display_name
      ),
      'creator', (
        select creators.display_name from public.creators
        where creators.id = found_fan.creator_id
      ),
      'rows', private.count_rows_about(
        found_fan, array(select private.events_naming(found_fan))
      ),
      'on_their_way', (
        select count(*) from public.messages
        where messages.fan_id = found_fan.id and messages.status in ('sending', 'unknown')
      ),
      'ignored_until', private.ignored_until(found_fan, reason, erase_fan.at)
    );
  end if;
  select * into found_fan from public.fans where fans.id = found_fan.id for update;
  if not found then
    raise sqlstate 'PT409' using message = 'somebody else erased this fan just now';
  end if;
  if (
    select count(*) > part from (
      select 1 from public.messages where messages.fan_id = found_fan.id limit part + 1
    ) as counted
  ) then
    -- By what goes now some of these are known.
    delete from public.webhook_events as events
    where events.id = any (array(select private.events_naming(found_fan)));
    -- What is on its way or waits is the last part's, with everything else.
    delete from public.messages
    where messages.id in (
      select old.id from public.messages as old
      where old.fan_id = found_fan.id and old.status in ('received', 'sent', 'cancelled')
        and old.turn_id is distinct from (
          select turns.id from public.turns
          where turns.fan_id = found_fan.id and turns.status = 'open'
        )
      order by old.id
      limit part
    );
    get diagnostics gone = row_count;
    if gone > 0 then
      perform private.audit(
        'fan.erase', found_fan.creator_id, found_fan.id,
        jsonb_build_object('reason', reason, 'part_of', 'messages', 'rows', gone), erase_fan.at
      );
      return jsonb_build_object(
        'outcome', 'going_on', 'rows', jsonb_build_object('messages', gone)
      );
    end if;
  end if;
  return private.erase_locked_fan(found_fan, reason, erase_fan.at)
    || jsonb_build_object('outcome', 'erased');
end;
$$;

create function public.erase_fan(fan text, reason text default 'asked', dry_run boolean default false)
returns jsonb
language sql
set search_path = ''
as $$
  select private.erase_fan(fan, reason, dry_run, now())
$$;
comment on function public.erase_fan is
'Erase everything about a fan, for good. Answers what went, or with dry_run what would go.';
revoke execute on function private.erase_fan, public.erase_fan from public, anon, authenticated;
grant execute on function private.erase_fan, public.erase_fan to service_role, authenticated;
