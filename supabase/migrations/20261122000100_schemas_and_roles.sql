-- Schemas and roles. Everything is closed first, so that every later grant is a visible decision.

create schema if not exists private;
comment on schema private is
'How fanpace decides. Not exposed by the API: the functions in public are the way in.';
revoke all on schema private from public;

-- New projects no longer grant new objects in public to the API's roles, old ones still do.
-- With both defaults taken away, the grants in these files are the whole truth.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public
revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public
revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public
revoke all on functions from anon, authenticated, service_role;

-- Roles belong to the server, not to the database, so they may be there already.
do $$
begin
  if to_regrole('jobs_worker') is null then
    create role jobs_worker nologin noinherit;
  end if;
  if to_regrole('webhook_ingest') is null then
    create role webhook_ingest nologin noinherit;
  end if;
end;
$$;

-- PostgREST takes on the role that the token names, as authenticator.
grant jobs_worker, webhook_ingest to authenticator;
grant usage on schema public to service_role, jobs_worker, webhook_ingest;
alter role jobs_worker set statement_timeout = '8s';
alter role webhook_ingest set statement_timeout = '8s';
