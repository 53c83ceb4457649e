-- The schema of pg_cron 1.6, where the extension cannot be installed. devstack/cron.py runs it.
create schema cron;

create sequence cron.jobid_seq;
create table cron.job (
  jobid bigint primary key default nextval('cron.jobid_seq'),
  schedule text not null,
  command text not null,
  nodename text not null default 'localhost',
  nodeport int not null default inet_server_port(),
  database text not null default current_database(),
  username text not null default current_user,
  active boolean not null default true,
  jobname text,
  constraint jobname_username_uniq unique (jobname, username)
);

create sequence cron.runid_seq;
create table cron.job_run_details (
  jobid bigint,
  runid bigint primary key default nextval('cron.runid_seq'),
  job_pid int,
  database text,
  username text,
  command text,
  status text,
  return_message text,
  start_time timestamptz,
  end_time timestamptz
);

create function cron.schedule(job_name text, schedule text, command text) returns bigint
language plpgsql security definer
as $$
declare
  new_id bigint;
begin
  -- Fields of a crontab line, or "N seconds" with N from 1 to 59 and nothing beside it.
  if schedule !~ '^\s*([1-9]|[1-5][0-9]) seconds?\s*$'
    and array_length(regexp_split_to_array(trim(schedule), '\s+'), 1) is distinct from 5 then
    raise exception 'invalid schedule: %', schedule
      using hint = 'Use cron format (e.g. 5 4 * * *), or interval format ''[1-59] seconds''';
  end if;
  insert into cron.job as job (schedule, command, jobname, username)
  values (schedule, command, job_name, session_user)
  on conflict on constraint jobname_username_uniq do update
  set schedule = excluded.schedule, command = excluded.command
  returning job.jobid into new_id;
  return new_id;
end;
$$;

create function cron.unschedule(job_name text) returns boolean
language plpgsql security definer
as $$
begin
  delete from cron.job where jobname = job_name and username = session_user;
  if not found then
    raise exception 'could not find valid entry for job ''%''', job_name;
  end if;
  return true;
end;
$$;

grant usage on schema cron to postgres;
-- Like hosted Supabase: cron.job can be read, its rows are changed by the functions alone.
grant select on cron.job to postgres;
grant all on cron.job_run_details to postgres;
-- For the stand-in runner, which records its runs as the owner of the jobs.
grant usage on sequence cron.runid_seq to postgres;
