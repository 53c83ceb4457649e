-- Notes from the system to the people who answer for a creator: what happened that they should
-- know of, and need not have asked for.

create table public.operator_notes (
  id bigint generated always as identity primary key,
  creator_id bigint not null references public.creators (id) on delete cascade,
  fan_id bigint references public.fans (id) on delete cascade,
  kind text not null,
  text text not null,
  note_count int not null default 1,
  at timestamptz not null,
  last_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  constraint kind_is_one_word check (kind ~ '^[a-z][a-z_]{1,39}$'),
  constraint text_is_short check (length(text) between 1 and 500),
  constraint last_is_not_before_first check (last_at >= at),
  constraint only_seen_notes_say_by_whom check (seen_by is null or seen_at is not null)
);
comment on table public.operator_notes is
'What the system wants people to know. Without names and without texts of a conversation.';
comment on column public.operator_notes.id is 'Number of the note: fanpace notes seen 3.';
comment on column public.operator_notes.creator_id is 'Whom it is about.';
comment on column public.operator_notes.kind is 'What kind of note, in one word.';
comment on column public.operator_notes.text is 'What happened, in a sentence.';
comment on column public.operator_notes.at is 'When it was first noted.';
comment on column public.operator_notes.last_at is 'When it was last noted.';
comment on column public.operator_notes.seen_at is
'When somebody marked it as seen; empty: nobody has.';
comment on column public.operator_notes.fan_id is 'Null: about the creator as a whole.';
comment on column public.operator_notes.note_count is
'How often it was noted while nobody had seen it; last_at is the last time.';
comment on column public.operator_notes.seen_by is
'The signed-in operator who marked it; null: a key or the dashboard.';
create index operator_notes_creator_idx on public.operator_notes (creator_id, id desc);
create index operator_notes_fan_idx on public.operator_notes (fan_id);
create unique index one_unseen_note_of_a_kind on public.operator_notes (creator_id, fan_id, kind)
nulls not distinct where seen_at is null;

-- Leave a note. While one of the same kind about the same fan is unseen it counts up instead, with
-- the newer words. The caller holds the fan's lock, where there is a fan.
create function private.note_operator(
  creator_id bigint, fan_id bigint, kind text, text text, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  insert into public.operator_notes as known (creator_id, fan_id, kind, text, at, last_at)
  values (
    note_operator.creator_id, note_operator.fan_id, note_operator.kind,
    left(note_operator.text, 500), note_operator.at, note_operator.at
  )
  on conflict (creator_id, fan_id, kind) where (seen_at is null) do update
  set
    note_count = known.note_count + 1, text = excluded.text,
    last_at = greatest(known.last_at, excluded.last_at)
$$;

create function private.list_notes(seen_too boolean, at timestamptz)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object('notes', coalesce(jsonb_agg(
    jsonb_build_object(
      'id', noted.id, 'creator_id', noted.creator_id, 'creator', noted.display_name,
      'fan_id', noted.fan_id, 'fan', noted.handle, 'kind', noted.kind, 'text', noted.text,
      'count', noted.note_count, 'at', noted.at, 'last_at', noted.last_at,
      'seen_at', noted.seen_at
    ) order by noted.id desc), '[]'))
  from (
    select notes.*, creators.display_name, fans.handle
    from public.operator_notes as notes
    join public.creators on creators.id = notes.creator_id
    left join public.fans on fans.id = notes.fan_id
    where private.may(notes.creator_id, 'viewer')
      and (notes.seen_at is null or list_notes.seen_too)
    order by notes.id desc
    limit 500
  ) as noted
$$;

-- Mark notes as seen: all or none. Raises PT404 for one that does not exist or is not one's own.
create function private.see_notes(note_ids bigint [], at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  note public.operator_notes;
  note_id bigint;
  seen_count int := 0;
begin
  -- In one order, so that two people who mark the same notes wait and do not block each other.
  for note_id in select distinct wanted.id from unnest(note_ids) as wanted (id) order by 1 loop
    select * into note from public.operator_notes
    where operator_notes.id = note_id and private.may(operator_notes.creator_id, 'viewer')
    for update;
    if not found then
      raise sqlstate 'PT404' using
        message = 'no such note', detail = format('there is no note %s', note_id);
    end if;
    perform private.require_member(note.creator_id, 'operator');
    if note.seen_at is null then
      update public.operator_notes
      set seen_at = see_notes.at, seen_by = auth.uid()
      where operator_notes.id = note.id;
      seen_count := seen_count + 1;
      perform private.audit(
        'note.see', note.creator_id, note.fan_id,
        jsonb_build_object('note_id', note.id, 'kind', note.kind), see_notes.at
      );
    end if;
  end loop;
  return jsonb_build_object('seen', seen_count);
end;
$$;

create function public.list_notes(seen_too boolean default false)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_notes(seen_too, now())
$$;
comment on function public.list_notes is
'What the system noted for operators of one''s creators, the newest first; 500 at most.';

create function public.see_notes(note_ids bigint [])
returns jsonb
language sql
set search_path = ''
as $$
  select private.see_notes(note_ids, now())
$$;
comment on function public.see_notes is 'Mark notes as seen.';

revoke execute on function
  public.list_notes, private.list_notes, public.see_notes, private.see_notes
from public, anon, authenticated;
grant execute on function
  public.list_notes, private.list_notes, public.see_notes, private.see_notes
to service_role, authenticated;
