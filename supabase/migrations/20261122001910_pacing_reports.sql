-- What the operator's commands on rhythm read: configurations, a person's replies, waits kept.
-- Only reads; what the figures mean is worker/calibration.py's and worker/rhythm_figures.py's.

-- Every creator's configuration, as written and as it is in force.
create function private.list_pacing()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'creators', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', creators.id, 'platform_uuid', creators.platform_uuid,
        'display_name', creators.display_name, 'pacing_config', creators.pacing_config,
        'effective', private.effective_pacing(null, creators.pacing_config)
      ) order by creators.id), '[]')
      from public.creators
      where creators.id in (select private.creators_of_mine('viewer'))
    ),
    'presets', (
      select jsonb_object_agg(name, private.effective_pacing(null, jsonb_build_object('preset', name)))
      from jsonb_object_keys(private.pacing_presets()) as name
    )
  )
$$;

create function public.list_pacing()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_pacing()
$$;
comment on function public.list_pacing is
'Every creator''s pacing_config, as written and as it is in force, and the presets.';
revoke execute on function private.list_pacing, public.list_pacing from public, anon, authenticated;
grant execute on function private.list_pacing, public.list_pacing to service_role, authenticated;

-- What a person wrote to fans, and when they were asked. A message answers the fan's message right
-- before it, the last of a burst, as people's figures count a reply; by the platform's clock on
-- both sides. What follows another message to the fan answers nothing and is only counted.
-- Automated messages stand outside of the conversation.
create function private.human_replies(
  creator_id bigint, since timestamptz, max_count int, at timestamptz
)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with said as (
    select
      messages.fan_id, messages.kind, messages.sent_at, messages.id, length(messages.body) as chars,
      lag(messages.direction) over conversation as before,
      lag(messages.sent_at) over conversation as before_at
    from public.messages
    join public.fans on fans.id = messages.fan_id
    where fans.creator_id in (select private.creators_asked_for(human_replies.creator_id))
      and fans.last_human_at is not null
      and messages.kind <> 'automated' and messages.status in ('received', 'sent')
      and messages.sent_at <= human_replies.at
    window conversation as (partition by messages.fan_id order by messages.sent_at, messages.id)
  ),
  human as (
    select * from said
    where said.kind = 'human' and (since is null or said.sent_at >= since)
  ),
  answers as (
    select * from human where human.before = 'inbound' order by human.sent_at desc, human.id desc
    limit least(greatest(max_count, 0), 20000)
  )
  select jsonb_build_object(
    'replies', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'conversation', answers.fan_id, 'asked_at', answers.before_at,
        'answered_at', answers.sent_at, 'chars', answers.chars
      ) order by answers.fan_id, answers.sent_at, answers.id), '[]')
      from answers
    ),
    'not_answers', (select count(*) from human where human.before is distinct from 'inbound'),
    'older', (
      select count(*) from human where human.before = 'inbound'
    ) - (select count(*) from answers)
  )
$$;

create function public.human_replies(
  creator_id bigint default null, since timestamptz default null, max_count int default 10000
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.human_replies(creator_id, since, max_count, now())
$$;
comment on function public.human_replies is
'Replies that a person wrote: when they were asked for, when they came, how long they are.';
revoke execute on function private.human_replies, public.human_replies from public, anon, authenticated;
grant execute on function private.human_replies, public.human_replies to service_role, authenticated;

-- The newest answered turns of a period, at most `max_turns`: the wait that was drawn, and the one
-- that the fan saw, from the first message to the first bubble. `lane`: fast (it ignored rhythm),
-- morning (the hours moved it), slow (after a pause of hours), else ordinary.
create function private.answered_turns(
  creator_id bigint, since timestamptz, max_turns int, at timestamptz
)
returns table (
  turn_id bigint, fan_id bigint, message_count int, chars int, model text,
  drawn double precision, kept double precision, lane text, asked_at timestamptz
)
language sql
stable
set search_path = ''
as $$
  with moved as (
    select
      (jobs.payload ->> 'turn_id')::bigint as turn_id,
      bool_or(jobs.payload -> 'delay' ? 'hastened') as is_hastened,
      bool_or(jobs.payload #> '{delay,hours,opens_at}' is not null) as is_morning
    from public.jobs_queue as jobs
    where jobs.job_type = 'reply'
    group by 1
  )
  select
    turns.id, turns.fan_id, asked.message_count, bubbles.chars, turns.wait ->> 'model',
    (turns.wait ->> 'seconds')::double precision,
    round(extract(epoch from bubbles.first_at - asked.first_at), 3)::double precision,
    case
      when turns.fixed_text is not null or moved.is_hastened then 'fast'
      when turns.wait #> '{hours,opens_at}' is not null or moved.is_morning then 'morning'
      when (turns.wait #>> '{parts,slow_lane}')::double precision > 0 then 'slow'
      else 'ordinary'
    end,
    asked.first_at
  from public.turns
  join public.fans on fans.id = turns.fan_id
  left join moved on moved.turn_id = turns.id
  cross join lateral (
    select min(messages.created_at) as first_at, count(*)::int as message_count
    from public.messages
    where messages.turn_id = turns.id and messages.direction = 'inbound'
  ) as asked
  cross join lateral (
    select
      min(messages.sent_at) as first_at,
      sum(length(messages.body)) filter (where not messages.is_disclosure)::int as chars
    from public.messages
    where messages.turn_id = turns.id and messages.direction = 'outbound'
      and messages.status = 'sent'
  ) as bubbles
  where asked.first_at >= since and bubbles.first_at <= answered_turns.at
    and fans.creator_id in (select private.creators_asked_for(answered_turns.creator_id))
  order by turns.id desc
  limit max_turns
$$;

-- How late jobs of a type started, in seconds, the newest first.
create function private.start_lateness(
  creator_id bigint, job_type text, since timestamptz, max_jobs int, at timestamptz
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(late.seconds), '[]')
  from (
    select round(extract(epoch from jobs.claimed_at - jobs.run_at), 3) as seconds
    from public.jobs_queue as jobs
    where jobs.job_type = start_lateness.job_type and jobs.status = 'done'
      and jobs.claimed_at >= jobs.run_at
      and jobs.claimed_at between since and start_lateness.at
      and jobs.creator_id in (select private.creators_asked_for(start_lateness.creator_id))
    order by jobs.id desc
    limit max_jobs
  ) as late
$$;

-- What fans wrote and what went out to them, by weekday (1 is Monday) and hour of the creator's
-- own clock: [weekday, hour, written, sent].
create function private.hours_of_the_week(creator_id bigint, since timestamptz, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with happened as (
    select
      messages.direction,
      case messages.direction when 'inbound' then messages.created_at else messages.sent_at end
        at time zone creators.time_zone as local_at
    from public.messages
    join public.fans on fans.id = messages.fan_id
    join public.creators on creators.id = fans.creator_id
    where messages.kind in ('fan', 'reply', 'fixed') and messages.status in ('received', 'sent')
      and creators.id in (select private.creators_asked_for(hours_of_the_week.creator_id))
      and case messages.direction when 'inbound' then messages.created_at else messages.sent_at end
        between since and hours_of_the_week.at
  ),
  counted as (
    select
      extract(isodow from happened.local_at)::int as weekday,
      extract(hour from happened.local_at)::int as hour,
      count(*) filter (where happened.direction = 'inbound') as written,
      count(*) filter (where happened.direction = 'outbound') as sent
    from happened
    group by 1, 2
  )
  select coalesce(
    jsonb_agg(jsonb_build_array(weekday, hour, written, sent) order by weekday, hour), '[]'
  )
  from counted
$$;

create function private.rhythm_report(
  since timestamptz, creator_id bigint, max_rows int, at timestamptz
)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'since', since,
    'until', rhythm_report.at,
    'creators', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', creators.id, 'display_name', creators.display_name,
        'time_zone', creators.time_zone,
        'preset', private.effective_pacing(null, creators.pacing_config) ->> 'preset'
      ) order by creators.id), '[]')
      from public.creators
      where creators.id in (select private.creators_asked_for(rhythm_report.creator_id))
    ),
    'turns', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'fan_id', turns.fan_id, 'asked_at', turns.asked_at, 'messages', turns.message_count,
        'chars', turns.chars, 'model', turns.model, 'drawn', turns.drawn, 'kept', turns.kept,
        'lane', turns.lane
      ) order by turns.turn_id), '[]')
      from private.answered_turns(
        rhythm_report.creator_id, since, max_rows, rhythm_report.at
      ) as turns
    ),
    'turns_limit', max_rows,
    'late_replies', private.start_lateness(
      rhythm_report.creator_id, 'reply', since, max_rows, rhythm_report.at
    ),
    'late_deliveries', private.start_lateness(
      rhythm_report.creator_id, 'deliver', since, max_rows, rhythm_report.at
    ),
    'hours', private.hours_of_the_week(rhythm_report.creator_id, since, rhythm_report.at),
    'job_retention_days', (
      select extract(epoch from settings.job_retention) / 86400 from public.settings
    )
  )
$$;

create function public.rhythm_report(since timestamptz, creator_id bigint default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.rhythm_report(since, creator_id, 10000, now())
$$;
comment on function public.rhythm_report is
'What `fanpace report rhythm` shows: waits drawn and kept, lateness, hours. Changes nothing.';
revoke execute on function private.rhythm_report, public.rhythm_report from public, anon, authenticated;
grant execute on function private.rhythm_report, public.rhythm_report to service_role, authenticated;
