-- Everything about one fan, for the fan who asks for it (GDPR art. 15 and 20).
--
-- Which tables that is, is read from the catalogue: whatever refers to a fan is part of the copy,
-- and is erased with the fan (…1787_erasure.sql).

-- The one fan that somebody means, by id, Fanvue's uuid or handle, among those whom whoever asks
-- may see. The same person may be a fan of several creators: then which is asked back.
create function private.find_one_fan(fan text, needed public.member_role)
returns public.fans
language plpgsql
stable
set search_path = ''
as $$
declare
  found_fans public.fans [];
begin
  -- An id before a handle that looks like one.
  select array_agg(ranked.each) filter (where ranked.place = 1) into found_fans
  from (
    select fans as each, rank() over (order by
      fans.id::text = find_one_fan.fan desc, fans.platform_uuid::text = lower(find_one_fan.fan) desc
    ) as place
    from public.fans
    where (
      fans.id = case when find_one_fan.fan ~ '^[0-9]{1,18}$' then find_one_fan.fan::bigint end
      or fans.platform_uuid = private.to_uuid(find_one_fan.fan)
      or fans.handle = find_one_fan.fan
    ) and private.may(fans.creator_id, 'viewer')
  ) as ranked;
  if found_fans is null then
    raise sqlstate 'PT404' using
      message = 'no such fan', detail = 'there is no fan with this id, uuid or handle';
  elsif cardinality(found_fans) > 1 then
    raise sqlstate 'PT422' using
      message = (
        select 'several fans are meant, say which by id: ' || string_agg(
          format('%s (of %s)', each.id, creators.display_name), ', ' order by each.id
        )
        from unnest(found_fans) as each
        join public.creators on creators.id = each.creator_id
      );
  end if;
  perform private.require_member(found_fans[1].creator_id, needed);
  return found_fans[1];
end;
$$;

-- Every table that refers to a fan, with the column that does, what deleting the fan does to its
-- rows, and the column by which they are read in order (null: one row for a fan).
create function private.tables_about_fans()
returns table (place bigint, section text, target regclass, fan_column name, key_column name, follows boolean)
language sql
stable
set search_path = ''
as $$
  select
    row_number() over (order by tables.relname), tables.relname, tables.oid::regclass, columns.attname,
    (
      select keys.attname from pg_catalog.pg_attribute as keys
      where keys.attrelid = tables.oid and keys.attname = 'id'
        and keys.atttypid = 'bigint'::regtype and not keys.attisdropped
    ),
    links.confdeltype = 'c'
  from pg_catalog.pg_constraint as links
  join pg_catalog.pg_class as tables on tables.oid = links.conrelid
  join pg_catalog.pg_attribute as columns
    on columns.attrelid = links.conrelid and columns.attnum = links.conkey[1]
  where links.confrelid = 'public.fans'::regclass and links.contype = 'f'
$$;

-- Raw events that name a fan without being known as theirs: of a type from which nothing follows,
-- malformed, or for an unknown creator. They may name the fan by any id of theirs, or by a name
-- that they have, or had in an event that is still here.
create function private.events_naming(fan public.fans)
returns setof bigint
language sql
stable
set search_path = ''
as $$
  with names as materialized (
    select to_json(name)::text as quoted
    from (
      select fan.handle as name
      union select fan.display_name
      union select theirs.event #>> '{fan,handle}'
      from public.webhook_events as theirs where theirs.fan_id = fan.id
      union select theirs.event #>> '{fan,display_name}'
      from public.webhook_events as theirs where theirs.fan_id = fan.id
    ) as called
    where name <> ''
  )
  select events.id
  from public.webhook_events as events
  cross join lateral (
    select concat_ws(' ', events.event_id, events.event::text, events.raw) as text
  ) as whole
  where events.fan_id is null and (
    strpos(lower(whole.text), fan.platform_uuid::text) > 0
    or exists (select 1 from names where strpos(whole.text, names.quoted) > 0)
    -- By a message of theirs alone: where another fan is named it is not theirs.
    or (
      private.to_uuid(events.event #>> '{fan,uuid}') is null and exists (
        select 1
        from regexp_matches(
          whole.text, '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', 'g'
        ) as found (part)
        join public.messages
          on messages.platform_uuid = found.part[1]::uuid and messages.fan_id = fan.id
      )
    )
  )
$$;

-- How many rows of each table are about a fan; `named` are those of events_naming.
create function private.count_rows_about(fan public.fans, named bigint [])
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  part record;
  row_count bigint;
  counts jsonb := '{}';
begin
  for part in select * from private.tables_about_fans() loop
    execute format('select count(*) from %s where %I = $1', part.target, part.fan_column)
    into row_count using fan.id;
    if part.section = 'webhook_events' then
      row_count := row_count + cardinality(named);
    end if;
    counts := counts || jsonb_build_object(
      part.section, row_count + coalesce((counts ->> part.section)::bigint, 0)
    );
  end loop;
  return counts;
end;
$$;

-- One page of a fan's copy: up to `most` rows, from where the page before said to go on. `after`
-- is that page's `next`, null for the first, which alone brings what there is once.
create function private.export_fan(fan text, after jsonb, most int, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
security definer
as $$
declare
  found_fan public.fans := private.find_one_fan(export_fan.fan, 'operator');
  part record;
  page record;
  named bigint[];
  room int := least(greatest(coalesce(most, 5000), 1), 20000);
  from_place bigint := coalesce((after ->> 'place')::bigint, 0);
  copy jsonb := '{}';
begin
  if after is null then
    named := array(select private.events_naming(found_fan));
    perform private.audit(
      'fan.export', found_fan.creator_id, found_fan.id,
      jsonb_build_object('rows', private.count_rows_about(found_fan, named)), export_fan.at
    );
    copy := jsonb_build_object(
      'exported_at', export_fan.at,
      'creator', (
        select jsonb_build_object('display_name', creators.display_name, 'platform_uuid', creators.platform_uuid)
        from public.creators where creators.id = found_fan.creator_id
      ),
      'about', (
        select jsonb_object_agg(parts.section, obj_description(parts.target, 'pg_class'))
        from private.tables_about_fans() as parts
      ) || jsonb_build_object(
        'fan', obj_description('public.fans'::regclass, 'pg_class'),
        'audit_log', obj_description('public.audit_log'::regclass, 'pg_class')
      ),
      'fan', to_jsonb(found_fan),
      -- Who of the creator's people it was is those people's data.
      'audit_log', (
        select coalesce(jsonb_agg(
          jsonb_build_object(
            'at', log.at, 'actor_role', log.actor_role, 'action', log.action, 'detail', log.detail
          ) order by log.id), '[]')
        from public.audit_log as log where log.fan = found_fan.pseudonym
      )
    );
  end if;

  for part in
    select * from private.tables_about_fans() as parts where parts.place >= from_place
    order by parts.place
  loop
    -- Looked for only where it is needed: it reads all that names nobody.
    if part.section = 'webhook_events' and named is null then
      named := array(select private.events_naming(found_fan));
    end if;
    execute format(
      'select jsonb_agg(to_jsonb(rows) - $5 order by rows.paging_key) as rows,'
      ' count(*)::int as row_count, max(rows.paging_key) as last_key'
      ' from (select whole.*, %1$s as paging_key from %2$s as whole'
      ' where (whole.%3$I = $1%4$s) and %1$s > $2 order by paging_key limit $3) as rows',
      case when part.key_column is null then '0::bigint' else format('whole.%I', part.key_column) end,
      part.target, part.fan_column,
      case when part.section = 'webhook_events' then ' or whole.id = any ($4)' end
    )
    into page
    using
      found_fan.id,
      case when part.place = from_place then (after ->> 'key')::bigint else '-9223372036854775808' end,
      -- What has no key to go on after comes whole.
      case when part.key_column is not null then room end, named,
      -- A running job's lease is a key, and who holds it is our own affair.
      array['paging_key', 'lease_token', 'locked_by'];
    copy := copy || jsonb_build_object(
      part.section, coalesce(copy -> part.section, '[]') || coalesce(page.rows, '[]')
    );
    if page.row_count >= room and part.key_column is not null then
      return copy || jsonb_build_object(
        'next', jsonb_build_object('place', part.place, 'key', page.last_key)
      );
    end if;
    room := greatest(room - page.row_count, 1);
  end loop;
  return copy || '{"next": null}';
end;
$$;

create function public.export_fan(fan text, after jsonb default null, most int default 5000)
returns jsonb
language sql
set search_path = ''
as $$
  select private.export_fan(fan, after, most, now())
$$;
comment on function public.export_fan is
'Everything about a fan, a page at a time: rows by table, and next, to be handed in as after.';
revoke execute on function private.export_fan, public.export_fan from public, anon, authenticated;
grant execute on function private.export_fan, public.export_fan to service_role, authenticated;
