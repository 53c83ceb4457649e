-- Who belongs to which creator. Given and taken with the secret key alone: an operator's login that
-- is stolen must not be able to bring in others. The triggers of auditing.sql write it down.

create function private.find_user(email text)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  found_id uuid;
begin
  select users.id into found_id from auth.users as users
  where lower(users.email) = lower(btrim(find_user.email));
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such person',
      detail = 'nobody with this e-mail address has a login in this project',
      hint = 'Invite them first: dashboard, Authentication, Users.';
  end if;
  return found_id;
end;
$$;

create function private.add_member(creator_id bigint, email text, role public.member_role)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  person uuid := private.find_user(add_member.email);
begin
  if not exists (select 1 from public.creators where creators.id = add_member.creator_id) then
    raise sqlstate 'PT404' using
      message = 'no such creator', detail = format('creator %s is not known', add_member.creator_id);
  end if;
  insert into public.creator_members as members (creator_id, user_id, role)
  values (add_member.creator_id, person, add_member.role)
  on conflict on constraint creator_members_pkey do update set role = excluded.role
  where members.role <> excluded.role;
  return jsonb_build_object(
    'creator_id', add_member.creator_id, 'user_id', person, 'role', add_member.role
  );
end;
$$;

create function public.add_member(
  creator_id bigint, email text, role public.member_role default 'viewer'
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.add_member(creator_id, email, role)
$$;
comment on function public.add_member is
'Let a person who has a login see a creator''s fans (viewer), or decide for them too (operator).';
revoke execute on function public.add_member from public, anon, authenticated;
grant execute on function public.add_member to service_role;

create function private.remove_member(creator_id bigint, email text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  person uuid := private.find_user(remove_member.email);
begin
  delete from public.creator_members as members
  where members.creator_id = remove_member.creator_id and members.user_id = person;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such member', detail = format('not a member of creator %s', remove_member.creator_id);
  end if;
  return jsonb_build_object('creator_id', remove_member.creator_id, 'user_id', person);
end;
$$;

create function public.remove_member(creator_id bigint, email text)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.remove_member(creator_id, email)
$$;
comment on function public.remove_member is
'End a person''s membership of a creator. It holds from their next request on.';
revoke execute on function public.remove_member from public, anon, authenticated;
grant execute on function public.remove_member to service_role;

create function private.list_members()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object('members', coalesce(jsonb_agg(jsonb_build_object(
    'creator_id', members.creator_id, 'creator', creators.display_name,
    'email', users.email, 'role', members.role, 'since', members.created_at
  ) order by members.creator_id, users.email), '[]'))
  from public.creator_members as members
  join public.creators on creators.id = members.creator_id
  join auth.users as users on users.id = members.user_id
  where members.creator_id in (select private.creators_of_mine('operator'))
$$;

create function public.list_members()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_members()
$$;
comment on function public.list_members is
'Who belongs to the creators that one is an operator of, and as what.';
revoke execute on function private.list_members, public.list_members from public, anon, authenticated;
grant execute on function private.list_members, public.list_members to service_role, authenticated;
