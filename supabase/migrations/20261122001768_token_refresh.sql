-- Fanvue's tokens: an access token lasts an hour, and a refresh token may be used once. Who uses it
-- twice loses the whole connection, but for half a minute of grace after the first time.
--
-- So workers take turns by a lease in a row, since no lock spans an HTTP call. It is short: whoever
-- dies between Fanvue's answer and store_tokens leaves time for several others within the grace.

-- For how long one worker may be at it, and the pause between two looks of a worker that keeps
-- tokens fresh. Both together, and once more the lease, stay below the grace of 30 seconds.
create function private.refresh_lease()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '6 seconds'
$$;

-- So long before its end a token is exchanged, so that no reply ever waits for that.
create function private.refresh_ahead()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '10 minutes'
$$;

-- {"access_token", "refresh_token", "expires_in", "scope"} as a token endpoint answers.
create function private.check_tokens(tokens jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if (
    coalesce(tokens ->> 'access_token', '') <> ''
    and coalesce(tokens ->> 'refresh_token', '') <> ''
    and jsonb_typeof(tokens -> 'expires_in') = 'number'
    and (tokens ->> 'expires_in')::numeric between 0 and 31536000
  ) is not true then
    raise sqlstate 'PT422' using
      message = 'not a pair of tokens',
      detail = 'access_token and refresh_token must be texts, expires_in a number of seconds';
  end if;
end;
$$;

create function private.scopes_of(tokens jsonb)
returns text []
language sql
immutable
set search_path = ''
as $$
  select case
    when coalesce(tokens ->> 'scope', '') = '' then '{}'
    else string_to_array(trim(tokens ->> 'scope'), ' ')
  end
$$;

create function private.secret_of(tokens jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'access_token', tokens ->> 'access_token', 'refresh_token', tokens ->> 'refresh_token'
  )::text
$$;

-- Register a creator, where they are new, and keep the tokens of their first sign-in or of one more.
create function private.connect_creator(
  creator_uuid uuid, display_name text, disclosure text, tokens jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  creator public.creators;
  known private.connection_secrets;
  is_new boolean := false;
begin
  perform private.check_tokens(tokens);
  if creator_uuid is null or coalesce(trim(display_name), '') = '' then
    raise sqlstate 'PT422' using
      message = 'not a creator', detail = 'creator_uuid and display_name are needed';
  end if;
  insert into public.creators (platform_uuid, display_name, disclosure)
  values (creator_uuid, trim(connect_creator.display_name), coalesce(connect_creator.disclosure, ''))
  on conflict (platform_uuid) do nothing;
  is_new := found;
  -- Two sign-ins at once take turns here.
  select * into creator from public.creators
  where creators.platform_uuid = creator_uuid for no key update;

  insert into public.creator_connections as known_connection (
    creator_id, scopes, connected_at, refreshed_at, access_expires_at
  )
  values (
    creator.id, private.scopes_of(tokens), connect_creator.at, connect_creator.at,
    connect_creator.at + private.seconds((tokens ->> 'expires_in')::float8)
  )
  on conflict on constraint creator_connections_pkey do update
  set
    state = 'connected', scopes = excluded.scopes, connected_at = excluded.connected_at,
    refreshed_at = excluded.refreshed_at, access_expires_at = excluded.access_expires_at,
    last_error = null, last_error_at = null;
  select * into known from private.connection_secrets
  where connection_secrets.creator_id = creator.id for update;
  if found then
    perform vault.update_secret(known.secret_id, private.secret_of(tokens));
    -- Whoever is exchanging the old pair at this moment stores nothing over the new one.
    update private.connection_secrets
    set generation = known.generation + 1, lease_token = null, lease_expires_at = null
    where connection_secrets.creator_id = creator.id;
  else
    insert into private.connection_secrets (creator_id, secret_id)
    values (
      creator.id,
      vault.create_secret(
        -- Names are unique in Vault, and one may be there still from a restored backup.
        private.secret_of(tokens),
        format('fanpace, creator %s, %s', creator.id, left(gen_random_uuid()::text, 8)),
        'Written by fanpace connect and exchanged by the workers. Leave it alone.'
      )
    );
  end if;
  perform private.audit(
    'creator.connect', creator.id, null,
    jsonb_build_object('scopes', private.scopes_of(tokens), 'is_new', is_new), connect_creator.at
  );
  -- What could not be sent meanwhile is due.
  perform private.send_nudge(1, connect_creator.at);
  return jsonb_build_object(
    'outcome', case
      when is_new then 'added'
      when known.creator_id is null then 'connected'
      else 'reconnected'
    end,
    'creator_id', creator.id, 'creator_uuid', creator.platform_uuid,
    'creator', creator.display_name, 'automation', creator.automation,
    'disclosure', creator.disclosure, 'scopes', to_jsonb(private.scopes_of(tokens))
  );
end;
$$;

-- The creator's access token, or the turn to exchange it. Outcomes: `token`; `refresh`, with the
-- refresh token and a lease; `wait`, for whoever is at it; `needs_reconnect`; `unknown`, where the
-- creator is not connected. `refused_generation`: this one Fanvue did not take.
create function private.lease_token_refresh(
  creator_uuid uuid, worker_id text, refused_generation int, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  connection public.creator_connections;
  held private.connection_secrets;
  pair jsonb;
  is_good boolean;
  answer jsonb;
begin
  -- In this order everywhere: the connection, then what guards it.
  select creator_connections.* into connection
  from public.creator_connections
  join public.creators on creators.id = creator_connections.creator_id
  where creators.platform_uuid = lease_token_refresh.creator_uuid
  for update of creator_connections;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into held from private.connection_secrets
  where connection_secrets.creator_id = connection.creator_id for update;
  if connection.state = 'needs_reconnect' then
    return jsonb_build_object('outcome', 'needs_reconnect', 'reason', connection.last_error);
  end if;
  select secrets.decrypted_secret::jsonb into pair
  from vault.decrypted_secrets as secrets where secrets.id = held.secret_id;
  if pair is null then
    -- Deleted by hand in the dashboard.
    perform private.cut_off(
      connection, 'the tokens are not in Vault any more', lease_token_refresh.at
    );
    return jsonb_build_object(
      'outcome', 'needs_reconnect', 'reason', 'the tokens are not in Vault any more'
    );
  end if;

  is_good := held.generation is distinct from lease_token_refresh.refused_generation
    and connection.access_expires_at > lease_token_refresh.at + interval '5 seconds';
  answer := jsonb_build_object(
    'generation', held.generation,
    'access_token', case when is_good then pair ->> 'access_token' end,
    'expires_in', extract(epoch from connection.access_expires_at - lease_token_refresh.at)
  );
  -- Who has a lease that ran out may have died after Fanvue's answer: then the token at hand is
  -- still good, and the new refresh token is lost unless the exchange is done again in the grace.
  if is_good and held.lease_token is null
    and connection.access_expires_at > lease_token_refresh.at + private.refresh_ahead() then
    return answer || jsonb_build_object('outcome', 'token');
  end if;
  if held.lease_expires_at > lease_token_refresh.at
    and held.refresher <> lease_token_refresh.worker_id then
    return answer || jsonb_build_object(
      'outcome', case when is_good then 'token' else 'wait' end,
      'wait_seconds', extract(epoch from held.lease_expires_at - lease_token_refresh.at)
    );
  end if;
  update private.connection_secrets
  set
    refresher = lease_token_refresh.worker_id, lease_token = gen_random_uuid(),
    lease_expires_at = lease_token_refresh.at + private.refresh_lease()
  where connection_secrets.creator_id = connection.creator_id
  returning * into held;
  return answer || jsonb_build_object(
    'outcome', 'refresh', 'lease_token', held.lease_token,
    'lease_seconds', extract(epoch from private.refresh_lease()),
    'refresh_token', pair ->> 'refresh_token'
  );
end;
$$;

-- Keep a new pair. By the lease's token and not by its end: a pair that comes late is still the only
-- one there is, unless somebody else has taken over meanwhile.
create function private.store_tokens(
  creator_uuid uuid, lease_token uuid, tokens jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  connection public.creator_connections;
  held private.connection_secrets;
begin
  perform private.check_tokens(tokens);
  select creator_connections.* into connection
  from public.creator_connections
  join public.creators on creators.id = creator_connections.creator_id
  where creators.platform_uuid = store_tokens.creator_uuid
  for update of creator_connections;
  select * into held from private.connection_secrets
  where connection_secrets.creator_id = connection.creator_id for update;
  if held.lease_token is distinct from store_tokens.lease_token
    or connection.state is distinct from 'connected' then
    return jsonb_build_object('outcome', 'superseded');
  end if;
  perform vault.update_secret(held.secret_id, private.secret_of(tokens));
  update private.connection_secrets
  set generation = held.generation + 1, lease_token = null, lease_expires_at = null
  where connection_secrets.creator_id = connection.creator_id;
  update public.creator_connections
  set
    refreshed_at = store_tokens.at,
    access_expires_at = store_tokens.at + private.seconds((tokens ->> 'expires_in')::float8),
    scopes = case
      when private.scopes_of(tokens) = '{}' then creator_connections.scopes
      else private.scopes_of(tokens)
    end,
    last_error = null, last_error_at = null
  where creator_connections.creator_id = connection.creator_id;
  return jsonb_build_object('outcome', 'stored', 'generation', held.generation + 1);
end;
$$;

-- The exchange came to nothing. `is_final`: Fanvue will never take this refresh token again. Else
-- the next who needs a token tries again at once.
create function private.fail_token_refresh(
  creator_uuid uuid, lease_token uuid, reason text, is_final boolean, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  connection public.creator_connections;
  held private.connection_secrets;
begin
  select creator_connections.* into connection
  from public.creator_connections
  join public.creators on creators.id = creator_connections.creator_id
  where creators.platform_uuid = fail_token_refresh.creator_uuid
  for update of creator_connections;
  select * into held from private.connection_secrets
  where connection_secrets.creator_id = connection.creator_id for update;
  if held.lease_token is distinct from fail_token_refresh.lease_token then
    return jsonb_build_object('outcome', 'superseded');
  end if;
  if fail_token_refresh.is_final then
    perform private.cut_off(connection, fail_token_refresh.reason, fail_token_refresh.at);
    return jsonb_build_object('outcome', 'needs_reconnect');
  end if;
  -- The lease's token stays, and with it the sign that the exchange was begun.
  update private.connection_secrets
  set lease_expires_at = fail_token_refresh.at
  where connection_secrets.creator_id = connection.creator_id;
  update public.creator_connections
  set last_error = left(fail_token_refresh.reason, 500), last_error_at = fail_token_refresh.at
  where creator_connections.creator_id = connection.creator_id;
  return jsonb_build_object('outcome', 'released');
end;
$$;

-- Nothing can be done for this creator until a person signs in again, and people are told.
create function private.cut_off(
  connection public.creator_connections, reason text, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update private.connection_secrets
  set lease_token = null, lease_expires_at = null
  where connection_secrets.creator_id = connection.creator_id;
  update public.creator_connections
  set
    state = 'needs_reconnect', last_error = left(cut_off.reason, 500), last_error_at = cut_off.at
  where creator_connections.creator_id = connection.creator_id;
  perform private.note_operator(
    connection.creator_id, null, 'needs_reconnect',
    format('Fanvue does not take our tokens any more (%s). Nothing is sent until somebody runs fanpace connect.', left(cut_off.reason, 200)),
    cut_off.at
  );
end;
$$;

-- Whose tokens are to be exchanged now, by whoever has time: soon over, or begun and not ended.
create function private.due_token_refreshes(at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'connected', coalesce(
      jsonb_agg(creators.platform_uuid order by creators.id)
        filter (where connection.state = 'connected'),
      '[]'
    ),
    'needs_reconnect', coalesce(
      jsonb_agg(creators.platform_uuid order by creators.id)
        filter (where connection.state = 'needs_reconnect'),
      '[]'
    ),
    'due', coalesce(
      jsonb_agg(creators.platform_uuid order by connection.access_expires_at) filter (
        where connection.state = 'connected'
          and (
            connection.access_expires_at <= due_token_refreshes.at + private.refresh_ahead()
            or held.lease_expires_at <= due_token_refreshes.at
          )
          and (held.lease_expires_at > due_token_refreshes.at) is not true
      ),
      '[]'
    )
  )
  from public.creator_connections as connection
  join public.creators on creators.id = connection.creator_id
  join private.connection_secrets as held on held.creator_id = connection.creator_id
$$;

-- End a connection: the tokens are deleted here. At Fanvue the creator revokes it.
create function private.disconnect_creator(creator text, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  owner public.creators := private.find_creator(creator, false);
  was_connected boolean;
begin
  delete from public.creator_connections where creator_connections.creator_id = owner.id;
  was_connected := found;
  if was_connected then
    perform private.audit(
      'creator.disconnect', owner.id, null, '{}', disconnect_creator.at
    );
  end if;
  return jsonb_build_object(
    'outcome', case when was_connected then 'disconnected' else 'not connected' end,
    'creator_id', owner.id, 'creator', owner.display_name
  );
end;
$$;

-- Each creator of whoever asks: how they are connected, what their past and their automation are at.
create function private.list_connections(at timestamptz)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object('creators', coalesce(jsonb_agg(jsonb_build_object(
    'creator_id', creators.id, 'creator', creators.display_name,
    'creator_uuid', creators.platform_uuid, 'automation', creators.automation,
    'state', coalesce(connection.state::text, 'not connected'),
    'connected_at', connection.connected_at, 'refreshed_at', connection.refreshed_at,
    'access_expires_in', extract(epoch from connection.access_expires_at - list_connections.at),
    'scopes', to_jsonb(connection.scopes), 'last_error', connection.last_error,
    'last_error_at', connection.last_error_at, 'import', imports.phase
  ) order by creators.id), '[]'))
  from public.creators
  left join public.creator_connections as connection on connection.creator_id = creators.id
  left join public.imports on imports.creator_id = creators.id
  where private.may(creators.id, 'viewer')
$$;

create function public.connect_creator(
  creator_uuid uuid, display_name text, disclosure text, tokens jsonb
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.connect_creator(creator_uuid, display_name, disclosure, tokens, now())
$$;
comment on function public.connect_creator is
'Register a creator, where they are new, and keep the tokens of their sign-in in Vault.';

create function public.disconnect_creator(creator text)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.disconnect_creator(creator, now())
$$;
comment on function public.disconnect_creator is
'End a creator''s connection and delete their tokens; nothing else changes.';

create function public.lease_token_refresh(
  creator_uuid uuid, worker_id text, refused_generation int default null
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.lease_token_refresh(creator_uuid, worker_id, refused_generation, now())
$$;
comment on function public.lease_token_refresh is
'A creator''s access token, or the turn to exchange it for a new one.';

create function public.store_tokens(creator_uuid uuid, lease_token uuid, tokens jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.store_tokens(creator_uuid, lease_token, tokens, now())
$$;
comment on function public.store_tokens is 'Keep the new pair of tokens, and end the turn.';

create function public.fail_token_refresh(
  creator_uuid uuid, lease_token uuid, reason text, is_final boolean
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.fail_token_refresh(creator_uuid, lease_token, reason, is_final, now())
$$;
comment on function public.fail_token_refresh is
'The exchange of tokens failed: for now, or until the creator signs in again.';

create function public.due_token_refreshes()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select private.due_token_refreshes(now())
$$;
comment on function public.due_token_refreshes is
'Whose tokens are soon over, or were being exchanged by a worker that died.';

create function public.list_connections()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_connections(now())
$$;
comment on function public.list_connections is
'Each creator: how they are connected to Fanvue, and what is wrong.';

revoke execute on function
  public.connect_creator, public.disconnect_creator, public.lease_token_refresh,
  public.store_tokens, public.fail_token_refresh, public.due_token_refreshes,
  public.list_connections, private.list_connections
from public, anon, authenticated;
grant execute on function public.connect_creator, public.disconnect_creator to service_role;
grant execute on function
  public.lease_token_refresh, public.store_tokens, public.fail_token_refresh,
  public.due_token_refreshes
to service_role, jobs_worker;
grant execute on function public.list_connections, private.list_connections
to service_role, authenticated;
