-- Parked jobs come back when somebody resumes, wherever the mode is changed: the dashboard too.

-- parked -> queued, or merged into what is queued already.
create function private.unpark_jobs(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue;
begin
  for job in
    select * from public.jobs_queue as jobs
    where jobs.fan_id = unpark_jobs.fan_id and jobs.status = 'parked'
    order by jobs.id
    for update
  loop
    perform private.requeue_job(job, unpark_jobs.at, job.attempt, null, unpark_jobs.at);
  end loop;
  perform private.wait_for_morning(unpark_jobs.fan_id, unpark_jobs.at);
end;
$$;

create function private.resume_fan()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.unpark_jobs(new.id, now());
  return null;
end;
$$;

create trigger resume_fan after update of automation on public.fans
for each row when (old.automation is distinct from new.automation and new.automation in ('auto', 'approve'))
execute function private.resume_fan();

-- Everybody's parked jobs; whose creator or fan is paused still is parked again when it is due. To
-- ask for that here would miss a job where two switches are turned at the same moment.
create function private.resume_parked(creator_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  fan record;
begin
  -- Fan before job, as everywhere.
  for fan in
    select fans.id from public.fans
    where (resume_parked.creator_id is null or fans.creator_id = resume_parked.creator_id)
      and fans.automation in ('auto', 'approve')
      and exists (
        select 1 from public.jobs_queue as jobs
        where jobs.fan_id = fans.id and jobs.status = 'parked'
      )
    order by fans.id
    for no key update
  loop
    perform private.unpark_jobs(fan.id, resume_parked.at);
  end loop;
end;
$$;

create function private.resume_creator()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.resume_parked(new.id, now());
  return null;
end;
$$;

create trigger resume_creator after update of automation on public.creators
for each row when (old.automation = 'paused' and new.automation <> 'paused')
execute function private.resume_creator();

create function private.resume_everybody()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.resume_parked(null, now());
  return null;
end;
$$;

create trigger resume_everybody after update of automation on public.settings
for each row when (old.automation = 'paused' and new.automation <> 'paused')
execute function private.resume_everybody();
