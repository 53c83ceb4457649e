-- How each creator is connected to Fanvue. The tokens are in Vault; here is what people may see of
-- them, and in schema private what finds and guards them.

create type public.connection_state as enum ('connected', 'needs_reconnect');

create table public.creator_connections (
  creator_id bigint primary key references public.creators (id) on delete cascade,
  state public.connection_state not null default 'connected',
  scopes text [] not null default '{}',
  connected_at timestamptz not null,
  refreshed_at timestamptz not null,
  access_expires_at timestamptz not null,
  last_error text,
  last_error_at timestamptz,
  constraint errors_have_a_time check ((last_error is null) = (last_error_at is null)),
  constraint last_error_is_short check (length(last_error) <= 500)
);
comment on table public.creator_connections is
'Creators who let fanpace act for them on Fanvue (fanpace connect). No row: the worker has a token of its own, FANVUE_TOKEN.';
comment on column public.creator_connections.creator_id is 'Who let it.';
comment on column public.creator_connections.state is
'connected; needs_reconnect: Fanvue takes the tokens no more, nothing is sent until somebody runs fanpace connect.';
comment on column public.creator_connections.scopes is 'What the creator allowed.';
comment on column public.creator_connections.connected_at is
'When the creator signed in, the last time.';
comment on column public.creator_connections.refreshed_at is
'When the tokens were last exchanged for new ones, which happens by itself.';
comment on column public.creator_connections.access_expires_at is
'Until when the access token is good; it is exchanged ten minutes earlier.';
comment on column public.creator_connections.last_error is
'Why the last exchange of tokens failed; empty: it did not.';
comment on column public.creator_connections.last_error_at is 'When that was.';
create index creator_connections_cut_off_idx on public.creator_connections (creator_id)
where state = 'needs_reconnect';

-- One secret holds both tokens, so that they change together. `generation` goes up with each pair:
-- who was refused with an older one need not ask for another.
create table private.connection_secrets (
  creator_id bigint primary key references public.creator_connections (creator_id)
  on delete cascade,
  secret_id uuid not null,
  generation int not null default 1,
  refresher text,
  lease_token uuid,
  lease_expires_at timestamptz,
  constraint leases_end check ((lease_token is null) = (lease_expires_at is null))
);

-- However a connection ends, with its creator or without: no token stays behind.
create function private.forget_tokens()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from vault.secrets where secrets.id = old.secret_id;
  return null;
end;
$$;
create trigger forget_tokens after delete on private.connection_secrets
for each row execute function private.forget_tokens();
