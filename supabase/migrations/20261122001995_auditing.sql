-- What a person changes is written down by the tables themselves, whoever it is and by whatever way:
-- a function, the command line, an operator's login or the dashboard. Ids, modes and numbers; of a
-- text only that it changed.

-- What differs between two objects: {"key": [old, new]}, objects in them likewise. Strings that are
-- not among `spoken` may hold somebody's words: "changed". Null for `spoken`: there are no such.
create function private.changes_of(before jsonb, after jsonb, spoken text [])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, case
    when jsonb_typeof(before -> key) = 'object' and jsonb_typeof(after -> key) = 'object'
      then private.changes_of(before -> key, after -> key, spoken)
    when spoken is null or key = any (spoken) or not exists (
      select 1 from unnest(array[before -> key, after -> key]) as side (value)
      where jsonb_typeof(side.value) in ('string', 'array', 'object')
    ) then jsonb_build_array(before -> key, after -> key)
    else '"changed"'
  end), '{}')
  from (
    select jsonb_object_keys(before) as key union select jsonb_object_keys(after)
  ) as keys
  where before -> keys.key is distinct from after -> keys.key
$$;

create function private.audit_settings()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  changes jsonb := private.changes_of(to_jsonb(old), to_jsonb(new), null) - 'stopped_at';
begin
  perform private.audit(
    case
      when not changes ? 'automation_stopped' then 'settings.change'
      when new.automation_stopped then 'automation.stop'
      else 'automation.start'
    end,
    null, null, changes, now()
  );
  return null;
end;
$$;

create trigger audit_settings after update on public.settings
for each row when (old.* is distinct from new.*) execute function private.audit_settings();

-- What the system keeps in the same row is not of a person's doing.
create function private.audit_creator()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  changes jsonb;
begin
  if tg_op <> 'UPDATE' then
    perform private.audit(
      case tg_op when 'INSERT' then 'creator.add' else 'creator.remove' end,
      case tg_op when 'INSERT' then new.id else old.id end, null, '{}', now()
    );
    return null;
  end if;
  changes := private.changes_of(
    to_jsonb(old), to_jsonb(new),
    '{automation,automation_reason,time_zone,preset,model,weekday,weekend,after_sincere_question,stages,signals}'
  ) - '{reconciled_at,reconciled_to,money_family}'::text[];
  if changes <> '{}' then
    perform private.audit(
      case when changes ? 'automation' then 'creator.mode' else 'creator.configure' end,
      new.id, null, changes, now()
    );
  end if;
  return null;
end;
$$;

create trigger audit_creator after insert or update or delete on public.creators
for each row execute function private.audit_creator();

-- A mode set by hand: the rules of the system, and functions that write themselves down, set the
-- moment with it (private.set_automation). Before note_automation, which sets it for the others:
-- triggers run in the order of their names.
create function private.audit_mode()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.audit(
    'fan.mode', new.creator_id, new.id,
    jsonb_build_object('automation', jsonb_build_array(old.automation, new.automation)), now()
  );
  return new;
end;
$$;

create trigger audit_mode before update of automation on public.fans
for each row when (
  old.automation is distinct from new.automation
  and old.automation_changed_at is not distinct from new.automation_changed_at
)
execute function private.audit_mode();

create function private.audit_fan()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.audit(
    'fan.edit', new.creator_id, new.id,
    private.changes_of(
      jsonb_build_object(
        'pacing_config', old.pacing_config, 'purse_config', old.purse_config,
        'country', old.country, 'summary', old.summary
      ),
      jsonb_build_object(
        'pacing_config', new.pacing_config, 'purse_config', new.purse_config,
        'country', new.country, 'summary', new.summary
      ),
      '{preset,model}'
    ),
    now()
  );
  return null;
end;
$$;

-- A summary that was learned or forgotten changes its moment or its reach too.
create trigger audit_fan after update of pacing_config, purse_config, country, summary on public.fans
for each row when (
  old.pacing_config is distinct from new.pacing_config
  or old.purse_config is distinct from new.purse_config
  or old.country is distinct from new.country
  or (
    old.summary is distinct from new.summary
    and old.summary_at is not distinct from new.summary_at
    and old.summary_to is not distinct from new.summary_to
  )
)
execute function private.audit_fan();

create function private.audit_offer()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
begin
  perform private.audit(
    case tg_op when 'INSERT' then 'offer.add' when 'DELETE' then 'offer.remove' else 'offer.change' end,
    coalesce(after ->> 'creator_id', before ->> 'creator_id')::bigint, null,
    jsonb_build_object('offer_id', coalesce(after -> 'id', before -> 'id')) || case tg_op
      when 'DELETE' then '{}'
      else private.changes_of(before, after, '{currency,stages}') - '{id,creator_id,created_at}'::text[]
    end,
    now()
  );
  return null;
end;
$$;

create trigger audit_offer after insert or delete on public.offers
for each row execute function private.audit_offer();
create trigger audit_changed_offer after update on public.offers
for each row when (old.* is distinct from new.*) execute function private.audit_offer();

create function private.audit_member()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.audit(
    case tg_op when 'INSERT' then 'member.add' when 'DELETE' then 'member.remove' else 'member.change' end,
    case tg_op when 'DELETE' then old.creator_id else new.creator_id end, null,
    case tg_op
      when 'DELETE' then jsonb_build_object('user_id', old.user_id, 'role', old.role)
      when 'INSERT' then jsonb_build_object('user_id', new.user_id, 'role', new.role)
      else private.changes_of(to_jsonb(old), to_jsonb(new), null)
        || jsonb_build_object('user_id', new.user_id)
    end,
    now()
  );
  return null;
end;
$$;

create trigger audit_member after insert or update or delete on public.creator_members
for each row execute function private.audit_member();

-- What a person typed, edited or took out of what is known of a fan. What is learned and what fades
-- is the system's.
create function private.audit_fact()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.audit(
    case
      when tg_op = 'INSERT' then 'fact.add'
      when old.removed_at is null and new.removed_at is not null then 'fact.remove'
      else 'fact.edit'
    end,
    null, new.fan_id, jsonb_build_object('fact_id', new.id, 'kind', new.kind), now()
  );
  return null;
end;
$$;

create trigger audit_typed_fact after insert on public.fan_facts
for each row when (new.source = 'operator') execute function private.audit_fact();
create trigger audit_edited_fact after update of text, removed_at on public.fan_facts
for each row when (
  old.removed_at is distinct from new.removed_at or old.text is distinct from new.text
)
execute function private.audit_fact();

-- A worker says at its start with which words it writes. A change is written down once, not at
-- each start.
create function private.announce_worker(
  worker_id text, prompts_version text, version text, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  known jsonb;
begin
  if (length(worker_id) between 1 and 200) is not true
    or (prompts_version ~ '^[[:alnum:]._-]{1,80}$') is not true
    or (announce_worker.version ~ '^[[:alnum:].+_-]{1,80}$') is not true then
    raise sqlstate 'PT422' using
      message = 'no such version', detail = 'a version is 1 to 80 letters, digits and . _ -';
  end if;
  -- Two that start at one moment write one line.
  perform pg_advisory_xact_lock(hashtext('fanpace.announce_worker'));
  select entries.detail into known from public.audit_log as entries
  where entries.action = 'prompts.change'
  order by entries.id desc limit 1;
  if known #>> '{prompts,1}' is distinct from prompts_version then
    perform private.audit(
      'prompts.change', null, null,
      jsonb_build_object(
        'prompts', jsonb_build_array(known #> '{prompts,1}', prompts_version),
        'worker', announce_worker.version
      ),
      announce_worker.at
    );
    return '{"outcome": "changed"}';
  end if;
  return '{"outcome": "known"}';
end;
$$;

create function public.announce_worker(worker_id text, prompts_version text, version text)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.announce_worker(worker_id, prompts_version, version, now())
$$;
comment on function public.announce_worker is
'A worker starts: a change of the prompts is written into audit_log.';
revoke execute on function public.announce_worker from public, anon, authenticated;
grant execute on function public.announce_worker to service_role, jobs_worker;

-- Who did what, the newest first. `fan` is an id, uuid, handle or, of who was erased, a pseudonym.
-- Who wrote it is shown by name while they have a login; the log itself holds no names.
create function private.list_audit(fan text, since timestamptz, max_rows int)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  wanted uuid;
begin
  if list_audit.fan is not null then
    wanted := coalesce(
      (
        select entries.fan from public.audit_log as entries
        where entries.fan = private.to_uuid(list_audit.fan)
          and entries.creator_id in (select private.creators_of_mine('viewer'))
        limit 1
      ),
      (private.find_fan(list_audit.fan)).pseudonym
    );
  end if;
  return (
    select jsonb_build_object('entries', coalesce(jsonb_agg(jsonb_build_object(
      'id', entry.id, 'at', entry.at, 'actor', entry.actor, 'actor_email', entry.email,
      'actor_role', entry.actor_role, 'creator_id', entry.creator_id, 'fan', entry.fan,
      'fan_id', entry.fan_id, 'action', entry.action, 'detail', entry.detail
    ) order by entry.id desc), '[]'))
    from (
      select entries.*, users.email, fans.id as fan_id
      from public.audit_log as entries
      left join auth.users as users on users.id = entries.actor
      left join public.fans
        on fans.pseudonym = entries.fan and fans.creator_id = entries.creator_id
      where (wanted is null or entries.fan = wanted)
        and (list_audit.since is null or entries.at >= list_audit.since)
        and (
          entries.creator_id in (select private.creators_of_mine('viewer'))
          -- What is nobody's or a creator's who is gone is for the secret key.
          or private.acting_role() <> 'authenticated'
        )
      order by entries.id desc
      limit least(greatest(max_rows, 1), 10000)
    ) as entry
  );
end;
$$;

create function public.list_audit(
  fan text default null, since timestamptz default null, max_rows int default 200
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_audit(fan, since, max_rows)
$$;
comment on function public.list_audit is
'Who changed, released or erased what, the newest first; of one fan, or since a moment.';
revoke execute on function private.list_audit, public.list_audit from public, anon, authenticated;
grant execute on function private.list_audit, public.list_audit to service_role, authenticated;
