-- Trials: `fanpace check --end-to-end` lets a test fan write, and follows the reply until it is
-- planned. The test fan is a row like any other, so everything on the way is the real thing; only
-- begin_send keeps what was written for it from the platform.

-- Make a test fan of a creator. What a trial that died left behind goes first.
create function private.begin_trial(creator text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  tried public.creators;
  leftover public.fans;
  fan public.fans;
begin
  select * into tried from public.creators
  where begin_trial.creator in (creators.id::text, creators.platform_uuid::text, creators.display_name)
    and private.may(creators.id, 'operator')
  order by creators.id
  limit 1;
  if tried.id is null then
    raise sqlstate 'PT404' using
      message = 'no such creator',
      hint = 'Give the id, the Fanvue uuid or the name, as `fanpace mode` lists them.';
  end if;
  for leftover in
    select * from public.fans
    where fans.creator_id = tried.id and fans.is_test
      and fans.created_at < begin_trial.at - interval '1 hour'
    for update
  loop
    perform private.erase_locked_fan(leftover, 'trial', begin_trial.at);
  end loop;

  insert into public.fans (
    creator_id, platform_uuid, display_name, is_test, history_at, created_at, pacing_config
  )
  values (
    tried.id, gen_random_uuid(), 'fanpace test', true, begin_trial.at, begin_trial.at,
    '{"base_delay": 1, "variance": 0, "long_pause_chance": 0, "push_back": 0, "typing_rate": 1000}'
  )
  returning * into fan;
  return jsonb_build_object(
    'fan_id', fan.id, 'fan_uuid', fan.platform_uuid, 'creator_uuid', tried.platform_uuid,
    'creator', tried.display_name, 'mode', private.mode_of(fan, tried.automation),
    'stopped', (select settings.automation_stopped from public.settings)
  );
end;
$$;

-- What has come of it so far: a moment for each step, null while it is still to come.
create function private.trial_progress(fan_id bigint, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  fan public.fans := private.test_fan(trial_progress.fan_id);
begin
  return (
    select jsonb_build_object(
      'received_at', (
        select min(messages.created_at) from public.messages
        where messages.fan_id = fan.id and messages.direction = 'inbound'
      ),
      'inspected_at', (
        select min(messages.inspected_at) from public.messages
        where messages.fan_id = fan.id and messages.direction = 'inbound'
      ),
      'run_at', min(jobs.run_at), 'claimed_at', max(jobs.claimed_at),
      'written_at', (
        select min(messages.created_at) from public.messages
        where messages.fan_id = fan.id and messages.direction = 'outbound'
      ),
      'bubbles', (
        select coalesce(jsonb_agg(messages.body order by messages.turn_id, messages.position), '[]')
        from public.messages
        where messages.fan_id = fan.id and messages.direction = 'outbound'
      ),
      'sent', (
        select count(*) from public.messages
        where messages.fan_id = fan.id and messages.status in ('sending', 'sent', 'unknown')
          and messages.direction = 'outbound'
      ),
      'turn', (
        select turns.status from public.turns where turns.fan_id = fan.id
        order by turns.id desc limit 1
      ),
      'reason', (
        select coalesce(turns.hold_reason, turns.close_reason)
        from public.turns where turns.fan_id = fan.id
        order by turns.id desc limit 1
      ),
      'last_error', (
        select failed.last_error from public.jobs_queue as failed
        where failed.fan_id = fan.id and failed.last_error is not null
        order by failed.id desc limit 1
      )
    )
    from public.jobs_queue as jobs
    where jobs.fan_id = fan.id and jobs.job_type = 'reply'
  );
end;
$$;

-- Take the test fan away again, with everything that was written for it.
create function private.end_trial(fan_id bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  fan public.fans := private.test_fan(end_trial.fan_id);
begin
  select * into fan from public.fans where fans.id = end_trial.fan_id for update;
  if found then
    perform private.erase_locked_fan(fan, 'trial', end_trial.at);
  end if;
  return jsonb_build_object('outcome', 'ended');
end;
$$;

-- The test fan with this id, of a creator whom the caller may operate. No other fan is one.
create function private.test_fan(fan_id bigint)
returns public.fans
language plpgsql
stable
set search_path = ''
as $$
declare
  fan public.fans;
begin
  select * into fan from public.fans
  where fans.id = test_fan.fan_id and fans.is_test and private.may(fans.creator_id, 'operator');
  if fan.id is null then
    raise sqlstate 'PT404' using message = format('there is no test fan %s', test_fan.fan_id);
  end if;
  return fan;
end;
$$;

create function public.begin_trial(creator text)
returns jsonb
language sql
set search_path = ''
as $$
  select private.begin_trial(creator, now())
$$;
comment on function public.begin_trial is
'Make a test fan of a creator, for `fanpace check --end-to-end`: its replies are written and never sent.';

create function public.trial_progress(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.trial_progress(fan_id, now())
$$;
comment on function public.trial_progress is
'What has come of a test fan''s message so far.';

create function public.end_trial(fan_id bigint)
returns jsonb
language sql
set search_path = ''
as $$
  select private.end_trial(fan_id, now())
$$;
comment on function public.end_trial is
'Take a test fan away again, with everything that was written for it.';

revoke execute on function
  private.begin_trial, private.trial_progress, private.end_trial,
  public.begin_trial, public.trial_progress, public.end_trial
from public, anon;
grant execute on function
  private.begin_trial, private.trial_progress, private.end_trial,
  public.begin_trial, public.trial_progress, public.end_trial
to service_role, authenticated;
