-- In which stage a conversation is, and how engaged its fan. Deciding is pure: it takes the fan's
-- row, the thresholds and the moment. docs/stages.md draws it and has every threshold.

-- What is left of `score` by now: halved every engagement_half_life_days. Events may carry times
-- in the wrong order; nobody gains by that.
create function private.fade(
  score numeric, since timestamptz, config jsonb, at timestamptz
)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
begin
  if score = 0 or since >= at then
    return score;
  end if;
  return score * power(
    0.5,
    extract(epoch from at - coalesce(since, at))::float8
      / (86400 * (config ->> 'engagement_half_life_days')::float8)
  )::numeric;
end;
$$;

-- What a message is worth: for having come, for asking something, for being long.
create function private.message_points(body text, config jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (config ->> 'engagement_message')::numeric
    + case when body like '%?%' then (config ->> 'engagement_question')::numeric else 0 end
    + case
      when length(body) >= (config ->> 'engagement_long_from')::int
        then (config ->> 'engagement_long')::numeric
      else 0
    end;
end;
$$;

-- Points are hundredths of what is missing to 100: the more has been said lately, the less one
-- more message tells.
create function private.raise_engagement(talk numeric, points numeric)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
begin
  return round(least(100, talk + (100 - talk) * least(points, 100) / 100), 2);
end;
$$;

-- High enough for sales; whoever was stays so until engagement has fallen by the hysteresis.
create function private.is_engaged(was_engaged boolean, engagement numeric, config jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return engagement >= (config ->> 'sales_engagement')::numeric - case
    when was_engaged then (config ->> 'sales_hysteresis')::numeric else 0
  end;
end;
$$;

create function private.is_silent(last_inbound_at timestamptz, config jsonb, at timestamptz)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(
    last_inbound_at + private.seconds(86400 * (config ->> 'rewarm_after_days')::float8) <= at, false
  );
end;
$$;

-- The stage of a fan as the row stands, at this moment, with the reason in words. `purse` is why
-- nothing may be sold to the fan, or null.
create function private.decide_stage(
  fan public.fans,
  has_bought boolean,
  purse text,
  config jsonb,
  at timestamptz,
  out stage public.fan_stage,
  out reason text,
  out is_engaged boolean
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  msg_count int := fan.msg_count_inbound;
  engagement numeric := private.fade(fan.engagement_score, fan.engagement_at, config, at);
  is_silent boolean := private.is_silent(fan.last_inbound_at, config, at);
  is_rewarming boolean := is_silent or (
    fan.returned_at is not null and fan.returned_count < (config ->> 'rewarm_messages')::int
  );
  -- What was asked for before a long silence is asked for no more.
  has_asked boolean;
begin
  is_engaged := private.is_engaged(fan.is_engaged, engagement, config);
  has_asked := not is_silent
    and fan.last_trigger_at > at - private.seconds(3600 * (config ->> 'sales_hours')::float8)
    and fan.last_trigger_at >= coalesce(fan.returned_at, '-infinity');

  if fan.last_purchase_at
    > at - private.seconds(3600 * (config ->> 'post_purchase_hours')::float8) then
    stage := 'post_purchase';
    reason := format('bought within %s hours', config ->> 'post_purchase_hours');
  elsif has_asked and purse is null then
    stage := 'sales';
    reason := format('asked for content within %s hours', config ->> 'sales_hours');
  elsif is_engaged and not is_rewarming and purse is null then
    stage := 'sales';
    reason := case
      when private.is_engaged(false, engagement, config)
        then format('engagement is %s', round(engagement, 2))
      else format(
        'engagement is %s: it was %s, and has not fallen by %s', round(engagement, 2),
        config ->> 'sales_engagement', config ->> 'sales_hysteresis'
      )
    end;
  elsif msg_count >= (config ->> 'flirty_from')::int and is_silent then
    stage := 'warmup';
    reason := format('silent for %s days', config ->> 'rewarm_after_days');
  elsif msg_count >= (config ->> 'flirty_from')::int and is_rewarming then
    stage := 'warmup';
    reason := format(
      'back after %s days of silence, %s of %s messages', config ->> 'rewarm_after_days',
      fan.returned_count, config ->> 'rewarm_messages'
    );
  elsif msg_count >= (config ->> 'flirty_from')::int then
    stage := 'flirty';
    reason := format('%s messages', msg_count);
  elsif msg_count >= (config ->> 'warmup_from')::int then
    stage := 'warmup';
    reason := format('%s messages', msg_count);
  elsif has_bought then
    stage := 'warmup';
    reason := 'bought before';
  else
    stage := 'new';
    reason := format('%s messages and no purchase', msg_count);
  end if;
  if purse is not null and stage <> 'post_purchase'
    and (has_asked or (is_engaged and not is_rewarming)) then
    reason := format('%s; no sales: %s', reason, purse);
  end if;
end;
$$;

create function private.decide_tier(total_spend numeric, config jsonb)
returns public.fan_tier
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when total_spend > (config ->> 'vip_spend')::numeric then 'vip'::public.fan_tier
    else 'standard'::public.fan_tier
  end;
end;
$$;

-- Below this engagement nobody stays in sales for being engaged.
create function private.leave_sales_at(config jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (config ->> 'sales_engagement')::numeric - (config ->> 'sales_hysteresis')::numeric;
end;
$$;

-- The moments after the fan's last change, up to now, at which the stage may have changed by
-- itself, in order: a purchase or a request grown old, a silence grown long, engagement faded, the
-- purse open again.
create function private.stage_lapses(fan public.fans, config jsonb, at timestamptz)
returns timestamptz[]
language plpgsql
stable
set search_path = ''
as $$
declare
  changed_at constant timestamptz := greatest(
    fan.stage_at, fan.engagement_at, fan.last_trigger_at, fan.created_at
  );
  moment timestamptz;
  lapses timestamptz[] := '{}';
begin
  if changed_at >= stage_lapses.at then
    return lapses;
  end if;
  foreach moment in array array[
    fan.no_selling_until,
    fan.last_purchase_at + private.seconds(3600 * (config ->> 'post_purchase_hours')::float8),
    fan.last_trigger_at + private.seconds(3600 * (config ->> 'sales_hours')::float8),
    fan.last_inbound_at + private.seconds(86400 * (config ->> 'rewarm_after_days')::float8),
    case
      when fan.is_engaged and fan.engagement_score >= private.leave_sales_at(config)
        -- A thousandth of a second on: there it certainly lies below.
        then fan.engagement_at + private.seconds(0.001 + (
          86400 * (config ->> 'engagement_half_life_days')::float8
          * ln(fan.engagement_score / private.leave_sales_at(config))::float8 / ln(2.0)::float8
        ))
    end
  ] loop
    if moment > changed_at and moment <= stage_lapses.at then
      lapses := lapses || moment;
    end if;
  end loop;
  -- A purse that opens changes nothing for whom nothing would be sold anyway.
  if fan.is_engaged or fan.last_trigger_at is not null
    or fan.engagement_score >= (config ->> 'sales_engagement')::numeric then
    lapses := lapses || array(
      select opening.at
      from private.purse_lapses(fan.id, changed_at, stage_lapses.at) as opening (at)
    );
  end if;
  return case
    when cardinality(lapses) < 2 then lapses
    else array(select distinct lapse.at from unnest(lapses) as lapse (at) order by lapse.at)
  end;
end;
$$;

-- A subscription is money, but no purchase; what was paid before the connection is one.
create function private.has_bought(fan public.fans)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return case
    when fan.last_purchase_at is not null then true
    when fan.total_spend <= 0 then false
    else exists (
      select 1 from public.purchases
      where purchases.fan_id = fan.id and purchases.kind = 'opening_balance'
    )
  end;
end;
$$;

-- Put the fan where decide_stage says; log a change. The caller holds the fan's lock.
create function private.set_stage(
  fan public.fans, config jsonb, event_id text, at timestamptz, because text default null
)
returns public.fans
language plpgsql
set search_path = ''
as $$
declare
  from_stage public.fan_stage := fan.stage;
  decided record;
  new_tier public.fan_tier := private.decide_tier(fan.total_spend, config);
  purse text;
begin
  decided := private.decide_stage(fan, private.has_bought(fan), null, config, set_stage.at);
  -- The purse matters only to whom something may be sold, which is few of many.
  if decided.stage = 'sales' then
    purse := private.purse_reason(fan.id, set_stage.at);
    if purse is not null then
      decided := private.decide_stage(fan, private.has_bought(fan), purse, config, set_stage.at);
    end if;
  end if;
  if decided.stage = fan.stage and new_tier = fan.tier and decided.is_engaged = fan.is_engaged then
    return fan;
  end if;

  update public.fans
  set
    stage = decided.stage, tier = new_tier, is_engaged = decided.is_engaged,
    stage_at = case when decided.stage <> fans.stage then set_stage.at else fans.stage_at end
  where fans.id = fan.id
  returning * into fan;
  if decided.stage <> from_stage then
    insert into public.stage_transitions (fan_id, from_stage, to_stage, reason, event_id, at)
    values (
      fan.id, from_stage, decided.stage, concat_ws(': ', because, decided.reason),
      set_stage.event_id, set_stage.at
    );
  end if;
  return fan;
end;
$$;

-- Let the stage follow what time alone did since the fan's last change, each step at its own
-- moment: the log says when it happened, not when somebody looked. To be called before the row
-- takes anything new. The caller holds the fan's lock.
create function private.let_time_pass(fan public.fans, config jsonb, at timestamptz)
returns public.fans
language plpgsql
set search_path = ''
as $$
declare
  lapsed_at timestamptz;
begin
  foreach lapsed_at in array private.stage_lapses(fan, config, let_time_pass.at) loop
    fan := private.set_stage(fan, config, null, lapsed_at);
  end loop;
  return fan;
end;
$$;

-- Bring a fan's stage and tier up to date, `because` of what just happened. The caller holds the
-- fan's lock.
create function private.advance_stage(
  fan_id bigint, event_id text, at timestamptz, because text default null
)
returns public.fan_stage
language plpgsql
set search_path = ''
as $$
declare
  known record;
  fan public.fans;
begin
  select fans as fan, private.default_funnel_config() || creators.funnel_config as config
  into known
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = advance_stage.fan_id;

  fan := private.let_time_pass(known.fan, known.config, advance_stage.at);
  fan := private.set_stage(
    fan, known.config, advance_stage.event_id, advance_stage.at, because
  );
  return fan.stage;
end;
$$;

-- The fan asked for content.
create function private.receive_trigger(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.advance_stage(receive_trigger.fan_id, null, receive_trigger.at);
  update public.fans set last_trigger_at = receive_trigger.at
  where fans.id = receive_trigger.fan_id;
  perform private.advance_stage(receive_trigger.fan_id, null, receive_trigger.at);
end;
$$;
