-- Who was erased, so that a late webhook does not bring them back. How one is erased is in
-- …1787_erasure.sql.
--
-- Only a salted hash of the platform's id is kept: to know a fan again one has to be told who they
-- are. The salt lies in schema private, which the API does not show and a dump of the public
-- tables does not hold.

create table private.erasure_salt (
  only_row boolean primary key default true constraint there_is_one_salt check (only_row),
  salt bytea not null
);
comment on table private.erasure_salt is
'Made at random with the project. Without it nobody can tell who the rows of erased_fans are.';
-- Two random uuids hold 244 random bits, from the server's strong source.
insert into private.erasure_salt (salt)
values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table public.erased_fans (
  creator_id bigint not null references public.creators (id) on delete cascade,
  fan_hash bytea not null,
  erased_at timestamptz not null,
  ignored_until timestamptz not null,
  primary key (creator_id, fan_hash),
  constraint ignored_from_the_erasure_on check (ignored_until >= erased_at)
);
comment on table public.erased_fans is
'Whose data was erased, as a salted hash that names nobody: what is told of them late is not stored.';
comment on column public.erased_fans.creator_id is 'Whose fan it was.';
comment on column public.erased_fans.fan_hash is 'Stands for the fan and names nobody.';
comment on column public.erased_fans.erased_at is 'When the fans data was erased.';
comment on column public.erased_fans.ignored_until is
'What happened on the platform up to here is never stored. Whoever writes after it is a new fan.';
create index erased_fans_hash_idx on public.erased_fans (fan_hash);

create function private.fan_hash(fan_uuid uuid)
returns bytea
language sql
stable
set search_path = ''
as $$
  select sha256(erasure_salt.salt || uuid_send(fan_uuid)) from private.erasure_salt
$$;

-- Whether an event tells of somebody who was erased: of what they did up to then, or of anything
-- but a message of theirs since. A broadcast or a renewed subscription makes nobody a fan again.
-- Of an unknown creator's fans it is enough that anybody had them erased.
create function private.is_of_erased(
  creator_id bigint, event jsonb, has_fan boolean, at timestamptz
)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.erased_fans as erased
    where erased.fan_hash = private.fan_hash(private.to_uuid(event #>> '{fan,uuid}'))
      and erased.creator_id = coalesce(is_of_erased.creator_id, erased.creator_id)
      and (
        -- A platform's clock that is ahead does not end it.
        least(private.to_timestamp(event ->> 'occurred_at', is_of_erased.at), is_of_erased.at)
          <= erased.ignored_until
        or not (has_fan or event ->> 'type' is not distinct from 'message.received')
      )
  )
$$;

-- The same before anything is known of creator and fan. In an event that nobody could read, any
-- id may be the fan's.
create function private.is_about_erased(event jsonb, at timestamptz)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  of_creator bigint;
  fan_uuid uuid := private.to_uuid(event #>> '{fan,uuid}');
begin
  if not exists (select 1 from public.erased_fans) then
    return false;
  end if;
  if fan_uuid is null then
    return exists (
      select 1
      from regexp_matches(
        event::text, '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', 'g'
      ) as found (part)
      join public.erased_fans as erased on erased.fan_hash = private.fan_hash(found.part[1]::uuid)
    );
  end if;
  select creators.id into of_creator from public.creators
  where creators.platform_uuid = private.to_uuid(event ->> 'creator_uuid');
  return private.is_of_erased(
    of_creator, event,
    exists (
      select 1 from public.fans
      where fans.creator_id = of_creator and fans.platform_uuid = fan_uuid
    ),
    is_about_erased.at
  );
end;
$$;

-- Whether a message was here once. Ids are given out in one order, and nothing but an erasure
-- takes a message of ours away.
create function private.was_erased(message_id bigint)
returns boolean
language sql
volatile
set search_path = ''
as $$
  select message_id between 1 and (select last_value from public.messages_id_seq)
    and not exists (select 1 from public.messages where messages.id = was_erased.message_id)
$$;
