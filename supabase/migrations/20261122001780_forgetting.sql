-- What was learned about a fan is forgotten, removed or typed: by time, by the fan who takes a
-- message back, by a person in the dashboard.

-- Forget something without a trace: nobody removed it, it may be learned again. The callers hold
-- the fan's lock. Marked first, since what is deleted unmarked counts as removed by a person.
create function private.forget(fact_ids bigint[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  if fact_ids is null then
    return;
  end if;
  update public.fan_facts as facts set removed_at = '-infinity'
  where facts.id = any (fact_ids);
  delete from public.fan_facts as facts where facts.id = any (fact_ids);
end;
$$;

-- A fan took a message back or changed it: what was learned from it goes, and the summary that
-- knows of it is written anew.
create function private.forget_message()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.forget(array_agg(facts.id))
  from public.fan_facts as facts where facts.message_id = new.id;
  update public.fans set summary = null, summary_to = null, summary_at = null
  where fans.id = new.fan_id and fans.summary_to >= new.id;
  return null;
end;
$$;

create trigger forget_message after update of body, deleted_at on public.messages
for each row when (
  -- A text that grew too old was not taken back: what was learned from it has its own retention.
  (old.body is not null and old.body is distinct from new.body and new.expired_at is null)
  or (old.deleted_at is null and new.deleted_at is not null)
)
execute function private.forget_message();

-- fans.tags and fan_facts hold the same tags. First way: a person edits fans.tags.
create function private.note_tags()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- One statement: the trigger that goes the other way fires when all of it is done.
  with removed as (
    update public.fan_facts as facts set removed_at = now()
    where facts.fan_id = new.id and facts.kind = 'tag' and facts.removed_at is null
      and not exists (
        select 1 from jsonb_array_elements_text(new.tags) as tag where lower(tag) = lower(facts.text)
      )
  )
  insert into public.fan_facts as facts (fan_id, kind, text)
  select distinct on (lower(tag)) new.id, 'tag', tag
  from jsonb_array_elements_text(new.tags) as tag
  where not exists (
    select 1 from public.fan_facts as known
    where known.fan_id = new.id and known.kind = 'tag' and known.removed_at is null
      and lower(known.text) = lower(tag)
  )
  on conflict (fan_id, kind, lower(text)) do update
  set
    removed_at = null, source = 'operator', message_id = null, last_seen_at = now(),
    text = excluded.text;
  return null;
end;
$$;

create trigger note_new_tags after insert on public.fans
for each row when (new.tags <> '[]')
execute function private.note_tags();
create trigger note_tags after update of tags on public.fans
for each row when (old.tags is distinct from new.tags)
execute function private.note_tags();

-- The other way: a tag is learned, forgotten, or edited in fan_facts. Tags keep their order.
create function private.show_tags()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  of_fan bigint := case tg_op when 'DELETE' then old.fan_id else new.fan_id end;
  wanted jsonb;
begin
  -- Not in the order of locks, where a person edits a row here: so it does not wait.
  perform private.lock_fan_by_hand(of_fan);
  select coalesce(jsonb_agg(tags.text order by tags.place, tags.id), '[]') into wanted
  from (
    select tag.text, tag.place, 0 as id
    from public.fans
    cross join jsonb_array_elements_text(fans.tags) with ordinality as tag (text, place)
    where fans.id = of_fan and exists (
      select 1 from public.fan_facts as facts
      where facts.fan_id = of_fan and facts.kind = 'tag' and facts.removed_at is null
        and lower(facts.text) = lower(tag.text)
    )
    union all
    select facts.text, 1000, facts.id
    from public.fan_facts as facts
    join public.fans on fans.id = facts.fan_id
    where facts.fan_id = of_fan and facts.kind = 'tag' and facts.removed_at is null
      and not exists (
        select 1 from jsonb_array_elements_text(fans.tags) as tag
        where lower(tag) = lower(facts.text)
      )
  ) as tags;
  update public.fans set tags = wanted where fans.id = of_fan and fans.tags <> wanted;
  return null;
end;
$$;

create trigger show_new_tag after insert on public.fan_facts
for each row when (new.kind = 'tag') execute function private.show_tags();
create trigger show_changed_tag after update on public.fan_facts
for each row when (old.kind = 'tag' or new.kind = 'tag') execute function private.show_tags();
create trigger hide_deleted_tag after delete on public.fan_facts
for each row when (old.kind = 'tag') execute function private.show_tags();

-- A row that a person deletes is marked instead, or it would be learned again. Deleting a marked
-- one, or the fan, deletes.
create function private.mark_removed()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.fan_facts as facts set removed_at = now() where facts.id = old.id;
  return null;
end;
$$;

create trigger mark_removed before delete on public.fan_facts
for each row when (pg_trigger_depth() = 0 and old.removed_at is null)
execute function private.mark_removed();

-- Forget what has faded or is past its retention, a batch at a time. Returns how much that was.
create function private.purge_memory(batch int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  settings public.settings;
  faded bigint[];
  locked_fans bigint[];
  part int;
begin
  select * into settings from public.settings;
  select array_agg(old.id) into faded
  from (
    select facts.id from public.fan_facts as facts
    where facts.removed_at < purge_memory.at - settings.memory_retention
      or (
        facts.removed_at is null and facts.source = 'learned'
        -- What was said once is forgotten after two half-lives, nothing before.
        and facts.last_seen_at
          <= purge_memory.at - least(settings.memory_retention, 2 * settings.memory_half_life)
        and not private.is_remembered(facts, purge_memory.at)
      )
    limit batch
  ) as old;
  -- Fan before fact; who is busy is seen to the next time.
  select coalesce(array_agg(locked.id), '{}') into locked_fans
  from (
    select fans.id from public.fans
    where fans.id in (select facts.fan_id from public.fan_facts as facts where facts.id = any (faded))
    for no key update skip locked
  ) as locked;
  select array_agg(facts.id) into faded
  from public.fan_facts as facts
  where facts.id = any (faded) and facts.fan_id = any (locked_fans)
    and not private.is_remembered(facts, purge_memory.at);
  perform private.forget(faded);

  -- summary_to stays: what was in it is not summarised again.
  update public.fans set summary = null, summary_at = null
  where fans.id in (
    select old.id from public.fans as old
    where old.summary is not null
      and old.summary_at < purge_memory.at - settings.memory_retention
    limit batch
    for no key update skip locked
  );
  get diagnostics part = row_count;
  return part + coalesce(cardinality(faded), 0);
end;
$$;
