-- What a person looks at during the day: views for the dashboard.
--
-- Each shows whoever asks the rows that they may see anyway (security_invoker): row policies are
-- the tables'. Texts and sums of a row are asked for after sorting and cutting, so that a page of
-- fifty costs fifty of them, however many wait.

create view public.desk_inbox with (security_invoker = true) as
select
  item.turn_id,
  item.fan_id,
  item.creator_id,
  creators.display_name as creator,
  coalesce(fans.handle, fans.display_name, 'fan ' || fans.id) as fan,
  case
    when item.kind = 'held' and (
      select true from public.messages as bubble
      where bubble.turn_id = item.turn_id and bubble.status = 'held'
      limit 1
    ) then 'draft'
    else item.kind
  end as kind,
  item.reason,
  item.waiting_since,
  (
    select said.body from public.messages as said
    where said.fan_id = item.fan_id and said.direction = 'inbound' and said.deleted_at is null
    order by said.id desc
    limit 1
  ) as last_message,
  (
    select coalesce(jsonb_agg(bubble.body order by bubble.position, bubble.id), '[]')
    from public.messages as bubble
    where bubble.turn_id = item.turn_id and bubble.status = 'held'
  ) as draft,
  fans.stage,
  fans.tier,
  (select turns.revision from public.turns where turns.id = item.turn_id) as revision,
  item.job_id,
  item.message_id
from (
  select
    turns.id as turn_id, turns.fan_id, owner.creator_id,
    'held' as kind, turns.hold_reason as reason, turns.opened_at as waiting_since,
    null::bigint as job_id, null::bigint as message_id
  from public.turns
  join public.fans as owner on owner.id = turns.fan_id
  where turns.status = 'held'
    -- What has a line of its own below.
    and owner.stop_sign is null
    and not exists (
      select from public.messages as bubble
      where bubble.turn_id = turns.id and bubble.status in ('sending', 'unknown')
    )
    and not exists (
      select from public.jobs_queue as dead
      where dead.fan_id = turns.fan_id and dead.status = 'dead'
        and dead.payload -> 'held_turn_ids' @> to_jsonb(turns.id)
    )
  union all
  select
    (
      select turns.id from public.turns
      where turns.fan_id = held.id and turns.status = 'held'
      order by turns.id desc
      limit 1
    ),
    held.id, held.creator_id, 'stop_sign',
    case held.stop_sign
      when 'minor' then 'the fan may be a minor'
      when 'self_harm' then 'the fan may be in danger: self-harm'
      when 'threat' then 'the fan made a threat'
      when 'refund_legal' then 'the fan speaks of refunds or the law'
      else 'the fan is in distress'
    end,
    held.stop_sign_at, null, null
  from public.fans as held
  where held.stop_sign is not null
  union all
  select
    unsure.turn_id, unsure.fan_id, owner.creator_id, 'unknown_send',
    'nobody knows whether this went out: ' || coalesce(unsure.body, '(no text)'),
    unsure.sending_at, null, unsure.id
  from public.messages as unsure
  join public.fans as owner on owner.id = unsure.fan_id
  where unsure.status = 'unknown'
  union all
  select
    (
      select turns.id from public.turns
      where turns.fan_id = dead.fan_id and turns.status = 'held'
        and dead.payload -> 'held_turn_ids' @> to_jsonb(turns.id)
      order by turns.id desc
      limit 1
    ),
    dead.fan_id, dead.creator_id, 'dead_letter',
    format('%s failed for good: %s', dead.job_type, coalesce(dead.last_error ->> 'message', 'unknown error')),
    dead.finished_at, dead.id, null
  from public.jobs_queue as dead
  where dead.status = 'dead'
) as item
join public.creators on creators.id = item.creator_id
left join public.fans on fans.id = item.fan_id;

comment on view public.desk_inbox is
'Who waits for a person, and why. Decide with fanpace desk. One line for each thing to decide.';
comment on column public.desk_inbox.turn_id is 'What the fan said that is not answered yet (turns); empty: nothing of it waits.';
comment on column public.desk_inbox.fan_id is 'The fan (fans); empty: it is about the creator as a whole.';
comment on column public.desk_inbox.creator_id is 'The creator (creators).';
comment on column public.desk_inbox.creator is 'The creator''s name.';
comment on column public.desk_inbox.fan is 'The fan''s name on Fanvue.';
comment on column public.desk_inbox.kind is
'draft: a reply is written and waits for approval; held: somebody has to answer; stop_sign: the fan is held for their own or somebody''s safety; unknown_send: look whether a message went out; dead_letter: something failed for good.';
comment on column public.desk_inbox.reason is 'Why it waits, in words.';
comment on column public.desk_inbox.waiting_since is 'Since when. The longest wait comes first: order by this column.';
comment on column public.desk_inbox.last_message is 'The last thing the fan wrote; empty: a picture, a deleted text, or nothing yet.';
comment on column public.desk_inbox.draft is 'The bubbles that would go out on approval, in their order.';
comment on column public.desk_inbox.stage is 'How far the conversation has come: new, warmup, flirty, sales, post_purchase.';
comment on column public.desk_inbox.tier is 'vip: the fan has spent more than the creator''s threshold.';
comment on column public.desk_inbox.revision is 'Which draft this is: approve_turn asks for it, so that nobody approves another one than they read.';
comment on column public.desk_inbox.job_id is 'Of a dead letter: fanpace jobs requeue takes it.';
comment on column public.desk_inbox.message_id is 'Of a message of which nobody knows: fanpace jobs resolve takes it.';

-- Names are asked for after sorting and cutting, and jobs read in one go: under row policies the
-- comparison of an enum finds nothing by an index, since Postgres does not count it as leakproof.
create view public.desk_queue with (security_invoker = true) as
select
  job.id as job_id,
  job.fan_id,
  job.creator_id,
  (select creators.display_name from public.creators where creators.id = job.creator_id) as creator,
  (
    select coalesce(fans.handle, fans.display_name, 'fan ' || fans.id)
    from public.fans where fans.id = job.fan_id
  ) as fan,
  job.job_type,
  job.status,
  job.lane,
  job.run_at,
  round(extract(epoch from job.run_at - now()))::bigint as due_in_seconds,
  (
    select jsonb_strip_nulls(jsonb_build_object(
      'says', concat_ws('; ',
        case
          when job.status = 'running' then 'a worker is at it'
          when job.status <> 'parked' then null
          when fans.automation not in ('auto', 'approve')
            then 'waits: automation is ' || fans.automation || ' for this fan'
          when creators.automation = 'paused' then 'waits: the creator is paused'
          else 'waits: automation was paused'
        end,
        case
          when job.job_type = 'inspect' then 'messages are looked at as they come'
          when job.job_type = 'deliver' then 'the next bubble of a reply, at typing pace'
          when job.job_type = 'profile' then 'learns what the fan told'
          when job.job_type = 'reconcile' then 'looks for messages that no webhook brought'
          when job.job_type = 'history' then 'reads what the fan said and spent before'
          when delay ? 'hastened' then 'the fast lane: ' || (delay ->> 'hastened')
          when delay ->> 'model' in ('plan', 'fitted')
            then 'a wait of ' || round((delay ->> 'seconds')::numeric) || ' s was drawn'
          when delay ->> 'model' in ('push_back', 'draft void', 'superseded')
            then 'a newer message made the draft void'
          when delay ->> 'model' is not null then 'brought back: ' || (delay ->> 'model')
        end,
        case when delay #>> '{hours,opens_at}' is not null then 'outside active hours' end,
        case when job.payload ? 'caught_up_at' then 'long overdue, so drawn anew' end,
        case when jsonb_array_length(pushes) > 0
          then 'pushed back by newer messages, ' || jsonb_array_length(pushes) || ' times' end,
        case when job.failures > 0 then 'tried before, failed ' || job.failures || ' times' end
      ),
      'delay', delay,
      'pushes', pushes,
      'caught_up_at', job.payload -> 'caught_up_at',
      'message_count', job.payload -> 'message_count'
    ))
    from (
      select job.payload -> 'delay' as delay, coalesce(job.payload -> 'pushes', '[]') as pushes
    ) as drawn
    left join public.creators on creators.id = job.creator_id
    left join public.fans on fans.id = job.fan_id
  ) as why,
  job.attempt,
  job.last_error ->> 'message' as last_error
from public.jobs_queue as job
where job.status in ('queued', 'running', 'parked');

comment on view public.desk_queue is
'What is due when, and why. Order by run_at. Finished work is in jobs_queue, what failed for good in desk_inbox.';
comment on column public.desk_queue.job_id is 'fanpace explain takes it and tells the whole story.';
comment on column public.desk_queue.fan_id is 'The fan (fans); empty: the work is for the creator as a whole.';
comment on column public.desk_queue.creator_id is 'The creator (creators).';
comment on column public.desk_queue.creator is 'The creator''s name.';
comment on column public.desk_queue.fan is 'The fan''s name on Fanvue.';
comment on column public.desk_queue.job_type is
'inspect: read what the fan wrote; reply: write an answer; deliver: send its next bubble; profile: learn about the fan; reconcile: look for lost messages; history: read the fan''s past.';
comment on column public.desk_queue.status is 'queued: waits for its time; running: a worker is at it; parked: automation is off for this fan or creator.';
comment on column public.desk_queue.lane is 'inspect goes before turn, turn before background.';
comment on column public.desk_queue.run_at is 'Not before this moment.';
comment on column public.desk_queue.due_in_seconds is 'Seconds until then; below zero: overdue by so much.';
comment on column public.desk_queue.why is 'Why then: "says" in words, the rest the numbers behind it.';
comment on column public.desk_queue.attempt is 'How often it was begun.';
comment on column public.desk_queue.last_error is 'What went wrong the last time, if something did.';

create view public.desk_fans with (security_invoker = true) as
select
  fans.id as fan_id,
  fans.creator_id,
  creators.display_name as creator,
  coalesce(fans.handle, fans.display_name, 'fan ' || fans.id) as fan,
  fans.stage,
  fans.tier,
  fans.automation,
  fans.engagement_score,
  fans.total_spend,
  (
    select turns.status from public.turns
    where turns.fan_id = fans.id and turns.status in ('open', 'sending', 'held')
    order by turns.id desc
    limit 1
  ) as open_turn_status,
  fans.last_inbound_at,
  (
    select said.sent_at from public.messages as said
    where said.fan_id = fans.id and said.direction = 'outbound' and said.status = 'sent'
      and said.kind <> 'automated'
    order by said.id desc
    limit 1
  ) as last_reply_at,
  fans.stop_sign,
  fans.no_selling_until
from public.fans
join public.creators on creators.id = fans.creator_id;

comment on view public.desk_fans is
'Every fan at a glance. Edit a fan in the table fans; fanpace fan show tells the whole story.';
comment on column public.desk_fans.fan_id is 'The fan (fans).';
comment on column public.desk_fans.creator_id is 'The creator (creators).';
comment on column public.desk_fans.creator is 'The creator''s name.';
comment on column public.desk_fans.fan is 'The fan''s name on Fanvue.';
comment on column public.desk_fans.stage is 'How far the conversation has come: new, warmup, flirty, sales, post_purchase.';
comment on column public.desk_fans.tier is 'vip: the fan has spent more than the creator''s threshold.';
comment on column public.desk_fans.automation is
'The fan''s own mode: auto, approve, paused, human (a person took over), opted_out (the fan said STOP). The creator''s and everybody''s may be stricter.';
comment on column public.desk_fans.engagement_score is '0 to 100: how much the fan wrote and bought, as of the last of either.';
comment on column public.desk_fans.total_spend is 'What the fan paid and did not get back.';
comment on column public.desk_fans.open_turn_status is
'open: an answer is being waited for or written; sending: it goes out; held: it waits for a person; empty: all is answered.';
comment on column public.desk_fans.last_inbound_at is 'When the fan last wrote.';
comment on column public.desk_fans.last_reply_at is 'When the fan was last answered, by the model or a person; broadcasts do not count.';
comment on column public.desk_fans.stop_sign is 'Why the fan is held for a person, if so; fanpace release ends it.';
comment on column public.desk_fans.no_selling_until is 'The fan said that they cannot afford it: nothing is sold to them before.';

-- How many stand where now is counted; how many stood there on an earlier day follows from what
-- changed since.
create view public.desk_funnel with (security_invoker = true) as
with days as (
  select
    creators.id as creator_id, creators.display_name as creator, creators.time_zone,
    (now() at time zone creators.time_zone)::date - back as day
  from public.creators
  cross join generate_series(0, 29) as back
),
recent as materialized (
  select moved.fan_id, moved.at, moved.from_stage, moved.to_stage
  from public.stage_transitions as moved
  where moved.at > now() - interval '31 days'
),
moves as materialized (
  select
    fans.creator_id, (recent.at at time zone creators.time_zone)::date as day,
    recent.from_stage, recent.to_stage, count(*) as moved
  from recent
  join public.fans on fans.id = recent.fan_id
  join public.creators on creators.id = fans.creator_id
  group by 1, 2, 3, 4
),
changes as (
  select moves.creator_id, moves.day, moves.to_stage as stage, moves.moved as entered, 0::bigint as gone
  from moves
  union all
  select moves.creator_id, moves.day, moves.from_stage, 0, moves.moved
  from moves
  union all
  -- Whoever is new was in no stage before.
  select fans.creator_id, (fans.created_at at time zone creators.time_zone)::date, 'new', count(*), 0
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.created_at > now() - interval '31 days'
  group by 1, 2
),
standing as (
  select fans.creator_id, fans.stage, count(*) as fans
  from public.fans
  group by 1, 2
),
counted as (
  select
    days.creator_id, days.creator, days.day, stages.stage,
    coalesce(sum(changes.entered), 0)::bigint as entered,
    coalesce(sum(changes.gone), 0)::bigint as gone
  from days
  cross join unnest(enum_range(null::public.fan_stage)) as stages (stage)
  left join changes
    on changes.creator_id = days.creator_id and changes.day = days.day and changes.stage = stages.stage
  group by 1, 2, 3, 4
)
select
  counted.creator_id,
  counted.creator,
  counted.day,
  counted.stage,
  coalesce(standing.fans, 0) - coalesce(
    sum(counted.entered - counted.gone) over (
      partition by counted.creator_id, counted.stage
      order by counted.day desc
      rows between unbounded preceding and 1 preceding
    ), 0
  )::bigint as fans,
  counted.entered,
  (
    select coalesce(jsonb_object_agg(moves.to_stage, moves.moved), '{}')
    from moves
    where moves.creator_id = counted.creator_id and moves.day = counted.day
      and moves.from_stage = counted.stage
  ) as left_to
from counted
left join standing on standing.creator_id = counted.creator_id and standing.stage = counted.stage;

comment on view public.desk_funnel is
'How many fans stood in which stage at the end of each of the last 30 days, and where they went; today so far. Erased fans are in none of it.';
comment on column public.desk_funnel.creator_id is 'The creator (creators).';
comment on column public.desk_funnel.creator is 'The creator''s name.';
comment on column public.desk_funnel.day is 'The day in the creator''s time zone.';
comment on column public.desk_funnel.stage is 'The stage: new, warmup, flirty, sales, post_purchase. docs/stages.md says who is in which.';
comment on column public.desk_funnel.fans is 'How many fans were in it when the day ended; today: are in it.';
comment on column public.desk_funnel.entered is 'How many came into it on that day; into new: how many wrote for the first time.';
comment on column public.desk_funnel.left_to is 'How many left it on that day, and to which stage: {"flirty": 3}.';

-- What a person should look at, for the creators of whoever asks: settings and budgets are closed
-- to members, so their state is told and not their rows.
create function private.project_health(at timestamptz)
returns table (
  creator_id bigint, name text, ok boolean, value numeric, unit text, what_to_do text
)
language sql
stable
security definer
set search_path = ''
as $$
  with mine as materialized (
    select creators.* from public.creators
    where creators.id in (select private.creators_of_mine('viewer'))
  ),
  switches as (
    select
      settings.*,
      (
        select max(private.overdue_seconds(lanes.lane, project_health.at))
        from unnest(enum_range(null::public.job_lane)) as lanes (lane)
      ) as overdue,
      private.oldest_snapshot_seconds() as snapshot
    from public.settings
    where exists (select from mine)
  ),
  held as (
    select fans.creator_id, count(*) as waiting, min(turns.opened_at) as oldest
    from public.turns join public.fans on fans.id = turns.fan_id
    where turns.status = 'held'
    group by fans.creator_id
  ),
  dead as (
    select jobs.creator_id, count(*) as jobs
    from public.jobs_queue as jobs where jobs.status = 'dead'
    group by jobs.creator_id
  ),
  unsure as (
    select fans.creator_id, count(*) as messages
    from public.messages join public.fans on fans.id = messages.fan_id
    where messages.status = 'unknown'
    group by fans.creator_id
  ),
  heard as (
    select fans.creator_id, max(fans.last_inbound_at) as at
    from public.fans
    group by fans.creator_id
  ),
  facts as (
    select
      null::bigint as creator_id, 'stop switch' as name, not automation_stopped as ok,
      automation_stopped::int::numeric as value, 'on' as unit,
      'Everything is stopped' || coalesce(' (' || stop_reason || ')', '')
      || '. When you are done: fanpace start.' as what_to_do
    from switches
    union all
    select
      null, 'everybody''s mode', automation <> 'paused', null, automation::text,
      'Nobody is answered: fanpace mode global auto, or approve.'
    from switches
    union all
    select
      null, 'worker', automation_stopped or overdue <= 120, round(overdue), 'seconds overdue',
      'What is due is not taken: is a worker running, and are there enough of them? fanpace check.'
    from switches
    union all
    select
      null, 'oldest snapshot', snapshot <= 600, round(snapshot), 'seconds',
      'A transaction has been open for long and keeps old rows from being cleared away: find it in pg_stat_activity and end it (docs/monitoring.md).'
    from switches
    union all
    select
      mine.id, 'mode', mine.automation <> 'paused', null, mine.automation::text,
      format('Nobody is answered for %s: fanpace mode creator %s auto, or approve.', mine.display_name, mine.id)
    from mine
    union all
    select
      mine.id, 'waits for a person',
      coalesce(held.oldest > project_health.at - interval '1 hour', true), coalesce(held.waiting, 0), 'turns',
      'Somebody has been waiting for you for more than an hour: fanpace desk.'
    from mine left join held on held.creator_id = mine.id
    union all
    select
      mine.id, 'dead letters', dead.jobs is null, coalesce(dead.jobs, 0), 'jobs',
      'Something failed for good: fanpace jobs dead shows what, fanpace jobs requeue tries again.'
    from mine left join dead on dead.creator_id = mine.id
    union all
    select
      mine.id, 'unknown sends', unsure.messages is null, coalesce(unsure.messages, 0), 'messages',
      'Look on Fanvue whether they went out, and say so: fanpace jobs dead, then fanpace jobs resolve.'
    from mine left join unsure on unsure.creator_id = mine.id
    union all
    select
      mine.id, 'last inbound', coalesce(heard.at > project_health.at - interval '1 day', true),
      round(extract(epoch from project_health.at - heard.at)), 'seconds',
      'No fan has written for a day. If that is unusual, look whether webhooks arrive: fanpace check.'
    from mine left join heard on heard.creator_id = mine.id
    union all
    select
      mine.id, 'look through chats',
      mine.reconciled_at > project_health.at - 3 * switches.reconcile_every - interval '2 minutes',
      round(extract(epoch from project_health.at - mine.reconciled_at)), 'seconds',
      'Nobody looks for messages that no webhook brought: is pg_cron running? select * from cron.job_run_details order by start_time desc.'
    from mine cross join switches
    union all
    select
      mine.id, 'Fanvue''s budget',
      coalesce(budget.blocked_until <= project_health.at, true)
      and coalesce(left_now.tokens >= 1, true),
      floor(left_now.tokens)::numeric, 'requests',
      'As many requests as Fanvue allows were made: it goes on by itself. If this lasts, other programs use this creator''s budget.'
    from mine
    left join public.rate_budgets as budget on budget.creator_id = mine.id
    cross join lateral private.tokens_now(budget, project_health.at) as left_now (tokens)
    union all
    select connection.creator_id, 'connection', connection.ok, null, connection.state,
      'Fanvue does not take this creator''s sign-in any more: sign in anew.'
    from private.connection_states() as connection
    join mine on mine.id = connection.creator_id
  )
  select
    facts.creator_id, facts.name, facts.ok, facts.value, facts.unit,
    case when not facts.ok then facts.what_to_do end
  from facts
$$;
revoke execute on function private.project_health from public, anon;
grant execute on function private.project_health to service_role, authenticated;

create view public.desk_health with (security_invoker = true) as
select
  health.creator_id, health.name, health.ok, health.value, health.unit, health.what_to_do
from private.project_health(now()) as health;

comment on view public.desk_health is 'What is well and what is not, with what to do about it. First what is not: order by ok.';
comment on column public.desk_health.creator_id is 'The creator (creators); empty: the whole project.';
comment on column public.desk_health.name is 'What was looked at.';
comment on column public.desk_health.ok is 'Whether it is well.';
comment on column public.desk_health.value is 'The number behind it; empty: it has none.';
comment on column public.desk_health.unit is 'What the number counts, or the state in a word.';
comment on column public.desk_health.what_to_do is 'What to do; empty while it is well.';
