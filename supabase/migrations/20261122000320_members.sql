-- Who may see and do what for which creator, and the record of who did it.

create type public.member_role as enum ('viewer', 'operator');

create table public.creator_members (
  creator_id bigint not null references public.creators (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.member_role not null default 'operator',
  created_at timestamptz not null default now(),
  primary key (creator_id, user_id)
);
comment on table public.creator_members is
'Who may see a creator''s fans (viewer) and decide what they are sent (operator).';
comment on column public.creator_members.creator_id is 'The creator.';
comment on column public.creator_members.user_id is 'The login (dashboard, Authentication, Users).';
comment on column public.creator_members.role is 'viewer: sees; operator: sees, decides and edits.';
comment on column public.creator_members.created_at is 'Since when.';
create index creator_members_user_idx on public.creator_members (user_id);

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid,
  actor_role text not null,
  creator_id bigint,
  fan uuid,
  action text not null,
  detail jsonb not null default '{}'
);
comment on table public.audit_log is
'Who changed a mode, released, erased or configured what. Rows are only ever added.';
comment on column public.audit_log.id is 'Number of the entry.';
comment on column public.audit_log.at is 'When it was done.';
comment on column public.audit_log.action is
'What was done: fan.mode, turn.approve, settings.change and so on.';
comment on column public.audit_log.actor is 'The signed-in operator; null: a key or the dashboard.';
comment on column public.audit_log.actor_role is 'The database role that acted.';
comment on column public.audit_log.creator_id is 'No reference: the record outlives the creator.';
comment on column public.audit_log.fan is
'fans.pseudonym, which names nobody once the fan is erased.';
comment on column public.audit_log.detail is 'Ids, modes and settings; never texts or names.';
create index audit_log_creator_idx on public.audit_log (creator_id, id desc);
create index audit_log_fan_idx on public.audit_log (fan) where fan is not null;
create index audit_log_prompts_idx on public.audit_log (id desc) where action = 'prompts.change';

-- The role that acts, in a security definer function too: what PostgREST or `set role` chose.
create function private.acting_role()
returns text
language sql
stable
set search_path = ''
as $$
  select case current_setting('role', true) when 'none' then session_user::text
    else current_setting('role', true) end
$$;

-- Whether whoever acts may do what `needed` allows for a creator. Signed-in people may what their
-- membership says, keys of the API nothing; what remains is the secret key and the project's owner.
create function private.may(creator_id bigint, needed public.member_role)
returns boolean
language sql
stable
security definer
set search_path = ''
as $$
  select case private.acting_role()
    when 'authenticated' then exists (
      select 1 from public.creator_members as members
      where members.creator_id = may.creator_id and members.user_id = (select auth.uid())
        and members.role >= may.needed
    )
    else private.acting_role() not in ('anon', 'jobs_worker', 'webhook_ingest', 'authenticator')
  end
$$;

-- The creators for whom whoever acts may do what `needed` allows, for lists and for policies:
-- asked once for each query, not for each row.
create function private.creators_of_mine(needed public.member_role)
returns setof bigint
language sql
stable
security definer
set search_path = ''
as $$
  select members.creator_id from public.creator_members as members
  where private.acting_role() = 'authenticated'
    and members.user_id = (select auth.uid()) and members.role >= creators_of_mine.needed
  union all
  select creators.id from public.creators
  where private.acting_role() not in (
    'authenticated', 'anon', 'jobs_worker', 'webhook_ingest', 'authenticator'
  )
$$;

-- What a report is about: one of the creators whom one may see, or, where none is named, all.
create function private.creators_asked_for(creator_id bigint)
returns setof bigint
language sql
stable
set search_path = ''
as $$
  select mine.id from private.creators_of_mine('viewer') as mine (id)
  where creators_asked_for.creator_id is null or mine.id = creators_asked_for.creator_id
$$;

-- An operator's function begins with this. Raises PT403.
create function private.require_member(creator_id bigint, needed public.member_role)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if creator_id is null or not private.may(require_member.creator_id, needed) then
    raise sqlstate 'PT403' using
      message = 'not yours to see or to do',
      detail = format('it needs the role %s for this creator', needed),
      hint = 'Ask whoever set fanpace up to add you to creator_members.';
  end if;
end;
$$;

-- Write down what was just done. `fan_id` may be null, and so may `creator_id`.
create function private.audit(
  action text, creator_id bigint, fan_id bigint, detail jsonb, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  insert into public.audit_log (at, actor, actor_role, creator_id, fan, action, detail)
  select
    audit.at, auth.uid(), private.acting_role(),
    coalesce(audit.creator_id, (select fans.creator_id from public.fans where fans.id = audit.fan_id)),
    (select fans.pseudonym from public.fans where fans.id = audit.fan_id),
    audit.action, coalesce(audit.detail, '{}')
$$;

create function private.keep_audit_log()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise insufficient_privilege using
    message = 'audit_log is only ever added to', hint = 'Write down what was wrong as a new row.';
end;
$$;

create trigger keep_audit_log before update or delete on public.audit_log
for each row execute function private.keep_audit_log();
-- Operators' functions in public run with their callers' rights and call these: only what is
-- granted by name may be executed.
grant usage on schema private to authenticated, service_role;
