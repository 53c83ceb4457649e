-- Who may answer a fan: changing it with a reason on record, and resuming by rule.

-- What counts for a fan: the strictest of everybody's, the creator's and the fan's own mode, in
-- the order of the type: auto, approve, paused, human, opted_out.
create function private.mode_of(fan public.fans, creator_mode public.automation_mode)
returns public.automation_mode
language sql
stable
set search_path = ''
as $$
  select greatest(settings.automation, creator_mode, fan.automation) from public.settings
$$;

-- The caller holds the fan's lock. A mode that stays the same keeps its reason.
create function private.set_automation(
  fan_id bigint, mode public.automation_mode, why text, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  update public.fans
  set automation = mode, automation_reason = why, automation_changed_at = set_automation.at
  where fans.id = set_automation.fan_id and fans.automation <> mode
$$;

-- Whoever changes the mode, the dashboard too: when, why, and what it was before a person took over.
create function private.note_automation()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.automation_changed_at is not distinct from old.automation_changed_at then
    new.automation_changed_at := now();
    new.automation_reason := case
      when new.automation_reason is distinct from old.automation_reason then new.automation_reason
      else 'changed by hand'
    end;
  end if;
  new.automation_before := case
    when new.automation = 'human' and old.automation in ('auto', 'approve') then old.automation
    -- Out and back: a takeover goes on where it was.
    when 'opted_out' in (new.automation, old.automation)
      and 'human' in (new.automation, old.automation) then old.automation_before
  end;
  new.opted_out_from := case when new.automation = 'opted_out' then old.automation end;
  return new;
end;
$$;

-- A stop sign changes the mode too.
create trigger note_automation before update of automation, stop_sign on public.fans
for each row when (old.automation is distinct from new.automation)
execute function private.note_automation();

-- A fan writes: automation resumes where a person took over and has been silent for long enough.
-- What came meanwhile is answered by the reply that this message enqueues, after a wait of its
-- own: what was parked for it is done with.
create function private.resume_after_silence(fan public.fans, at timestamptz)
returns public.fans
language plpgsql
set search_path = ''
as $$
declare
  silence interval;
begin
  -- A stop sign is a person's to take away.
  if fan.automation <> 'human' or fan.stop_sign is not null then
    return fan;
  end if;
  select settings.human_resume_after into silence from public.settings;
  if silence = interval '0'
    or greatest(fan.last_human_at, fan.automation_changed_at) > resume_after_silence.at - silence then
    return fan;
  end if;
  perform private.end_job(
    jobs.id, 'cancelled', resume_after_silence.at,
    '{"kind": "resumed", "message": "the reply to a newer message answers everything"}'
  )
  from public.jobs_queue as jobs
  where jobs.fan_id = fan.id and jobs.job_type = 'reply' and jobs.status in ('parked', 'queued');
  perform private.set_automation(
    fan.id, coalesce(fan.automation_before, 'auto'),
    format('resumed: no person wrote for %s', silence), resume_after_silence.at
  );
  select * into fan from public.fans where fans.id = fan.id;
  return fan;
end;
$$;
