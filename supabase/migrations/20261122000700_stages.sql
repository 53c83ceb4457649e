-- In which stage a conversation is. The decision is pure; one function applies it.

create function private.decide_stage(
  msg_count int,
  engagement numeric,
  last_trigger_at timestamptz,
  last_purchase_at timestamptz,
  config jsonb,
  at timestamptz,
  out stage public.fan_stage,
  out reason text
)
language plpgsql
immutable
set search_path = ''
as $$
begin
  if last_purchase_at > at - make_interval(hours => 1) * (config ->> 'post_purchase_hours')::float8 then
    stage := 'post_purchase';
    reason := format('bought within %s hours', config ->> 'post_purchase_hours');
  elsif last_trigger_at > at - make_interval(hours => 1) * (config ->> 'sales_hours')::float8 then
    stage := 'sales';
    reason := format('asked for content within %s hours', config ->> 'sales_hours');
  elsif engagement >= (config ->> 'sales_engagement')::numeric then
    stage := 'sales';
    reason := format('engagement is %s', engagement);
  elsif msg_count >= (config ->> 'flirty_from')::int then
    stage := 'flirty';
    reason := format('%s messages', msg_count);
  elsif msg_count >= (config ->> 'warmup_from')::int then
    stage := 'warmup';
    reason := format('%s messages', msg_count);
  elsif last_purchase_at is not null then
    stage := 'warmup';
    reason := 'bought before';
  else
    stage := 'new';
    reason := format('%s messages and no purchase', msg_count);
  end if;
end;
$$;

create function private.decide_tier(total_spend numeric, config jsonb)
returns public.fan_tier
language sql
immutable
set search_path = ''
as $$
  select case
    when total_spend > (config ->> 'vip_spend')::numeric then 'vip'::public.fan_tier
    else 'standard'::public.fan_tier
  end
$$;

-- Engagement from 0 to 100: what it was at `last_at`, halved every `engagement_half_life_days`,
-- plus points for what happened now (ingest_event: 3 a message, 1 more for a question, 25 a
-- purchase).
create function private.decay_engagement(
  score numeric, last_at timestamptz, points numeric, config jsonb, at timestamptz
)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select round(least(100, points + score * power(
    0.5,
    greatest(0, extract(epoch from at - coalesce(last_at, at)))::numeric
      / (86400 * (config ->> 'engagement_half_life_days')::numeric)
  )), 2)
$$;

-- Bring a fan's stage and tier up to date; log a change. The caller holds the fan's lock.
create function private.advance_stage(fan_id bigint, event_id text, at timestamptz)
returns public.fan_stage
language plpgsql
set search_path = ''
as $$
declare
  fan record;
  decided record;
  new_tier public.fan_tier;
begin
  select
    fans.stage, fans.tier, fans.msg_count_inbound, fans.engagement_score, fans.engagement_at,
    fans.total_spend, fans.last_trigger_at, fans.last_purchase_at,
    private.default_funnel_config() || creators.funnel_config as config
  into fan
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = advance_stage.fan_id;

  select decision.stage, decision.reason into decided
  from private.decide_stage(
    fan.msg_count_inbound,
    private.decay_engagement(
      fan.engagement_score, fan.engagement_at, 0, fan.config, advance_stage.at
    ),
    fan.last_trigger_at, fan.last_purchase_at, fan.config, advance_stage.at
  ) as decision;
  new_tier := private.decide_tier(fan.total_spend, fan.config);

  if decided.stage <> fan.stage or new_tier <> fan.tier then
    update public.fans
    set stage = decided.stage, tier = new_tier
    where fans.id = advance_stage.fan_id;
  end if;
  if decided.stage <> fan.stage then
    insert into public.stage_transitions (fan_id, from_stage, to_stage, reason, event_id, at)
    values (
      advance_stage.fan_id, fan.stage, decided.stage, decided.reason,
      advance_stage.event_id, advance_stage.at
    );
  end if;
  return decided.stage;
end;
$$;
