-- Where a fan stands and how that came: the facts. worker/fan_story.py puts them into sentences.

-- Whoever asks finds the fans that they may see, and is not told of any other.
create function private.find_fan(fan text)
returns public.fans
language plpgsql
stable
set search_path = ''
as $$
declare
  found_fan public.fans;
begin
  -- An id before a handle that looks like one.
  select fans.* into found_fan from public.fans
  where find_fan.fan in (fans.id::text, fans.platform_uuid::text, fans.handle)
    and fans.creator_id in (select private.creators_of_mine('viewer'))
  order by fans.id::text = find_fan.fan desc, fans.platform_uuid::text = find_fan.fan desc, fans.id desc
  limit 1;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such fan',
      detail = format('there is no fan with id, uuid or handle %s', find_fan.fan);
  end if;
  return found_fan;
end;
$$;

-- What time did to the stage since it was last brought up to date, and what the stage is now;
-- nothing is written.
create function private.stage_steps(
  fan public.fans, config jsonb, at timestamptz,
  out steps jsonb, out stage public.fan_stage, out reason text
)
language plpgsql
stable
set search_path = ''
as $$
declare
  decided record;
  lapsed_at timestamptz;
begin
  steps := '[]';
  for lapsed_at in
    select moments.lapsed_at
    from unnest(private.stage_lapses(fan, config, stage_steps.at)) as moments (lapsed_at)
    union
    select stage_steps.at
    order by 1
  loop
    select decision.* into decided
    from private.decide_stage(
      fan, private.has_bought(fan), private.purse_reason(fan.id, lapsed_at), config, lapsed_at
    ) as decision;
    if decided.stage <> fan.stage then
      steps := steps || jsonb_build_object(
        'at', lapsed_at, 'from', fan.stage, 'to', decided.stage, 'reason', decided.reason,
        'event_id', null, 'recorded', false
      );
    end if;
    fan.stage := decided.stage;
    fan.is_engaged := decided.is_engaged;
  end loop;
  stage := decided.stage;
  reason := decided.reason;
end;
$$;

create function private.explain_fan(fan text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
-- Whatever the creator's zone is set to below ends with this function.
set timezone = 'UTC'
as $$
declare
  found_fan public.fans := private.find_fan(explain_fan.fan);
  creator public.creators;
  config jsonb;
  passed record;
begin
  select * into creator from public.creators where creators.id = found_fan.creator_id;
  config := private.default_funnel_config() || creator.funnel_config;
  begin
    perform set_config('timezone', creator.time_zone, true);
  exception when invalid_parameter_value then
    -- An abbreviation such as PDT converts moments, but is no zone to be in.
    creator.time_zone := 'UTC';
  end;

  passed := private.stage_steps(found_fan, config, explain_fan.at);
  return jsonb_build_object(
    'server_time', explain_fan.at,
    'zone', creator.time_zone,
    'creator', creator.display_name,
    'fan', jsonb_build_object(
      'id', found_fan.id, 'platform_uuid', found_fan.platform_uuid,
      'name', coalesce(found_fan.handle, found_fan.display_name),
      'known_since', found_fan.created_at, 'tags', found_fan.tags
    ),
    'stage', passed.stage,
    'because', passed.reason,
    'path', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'at', moves.at, 'from', moves.from_stage, 'to', moves.to_stage, 'reason', moves.reason,
          'event_id', moves.event_id, 'recorded', true
        ) order by moves.at, moves.id), '[]')
      from public.stage_transitions as moves
      where moves.fan_id = found_fan.id
    ) || passed.steps,
    'tier', private.decide_tier(found_fan.total_spend, config),
    'total_spend', found_fan.total_spend,
    'purchases', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'at', booked.occurred_at, 'kind', booked.kind, 'amount', booked.amount,
          'currency', booked.currency,
          -- Null for money that went back.
          'stands', case when booked.amount > 0 then coalesce(standing.amount, 0) end
        ) order by booked.occurred_at, booked.id), '[]')
      from public.purchases as booked
      left join private.standing_purchases(found_fan.id) as standing on standing.id = booked.id
      where booked.fan_id = found_fan.id
    ),
    'engagement', jsonb_build_object(
      'score', round(private.fade(
        found_fan.engagement_score, found_fan.engagement_at, config, explain_fan.at
      ), 2),
      'talk', round(private.fade(
        found_fan.engagement_talk, found_fan.engagement_at, config, explain_fan.at
      ), 2),
      'bought', round(private.fade(
        found_fan.engagement_bought, found_fan.engagement_at, config, explain_fan.at
      ), 2),
      'sales_from', config -> 'sales_engagement',
      'half_life_days', config -> 'engagement_half_life_days'
    ),
    'counts', (
      select jsonb_build_object(
        'messages', found_fan.msg_count_inbound,
        'since_return', case when found_fan.returned_at is not null then found_fan.returned_count end,
        'sent', count(*) filter (where messages.direction = 'outbound' and messages.status = 'sent'),
        'waiting', count(*) filter (where messages.status in ('planned', 'sending', 'unknown', 'held')),
        'last_inbound_at', found_fan.last_inbound_at,
        'last_asked_at', found_fan.last_trigger_at,
        'last_purchase_at', found_fan.last_purchase_at
      )
      from public.messages where messages.fan_id = found_fan.id
    ),
    'purse', private.explain_purse(found_fan, explain_fan.at),
    'automation', jsonb_build_object(
      'fan', found_fan.automation, 'creator', creator.automation,
      'everybody', (select settings.automation from public.settings),
      'reason', found_fan.automation_reason, 'changed_at', found_fan.automation_changed_at
    )
  );
end;
$$;

create function public.explain_fan(fan text)
returns jsonb
language sql
set search_path = ''
as $$
  select private.explain_fan(fan, now())
$$;
comment on function public.explain_fan is
'Where a fan stands and how that came: stage path, tier, spending, engagement, automation. Times are in the creator''s zone.';
revoke execute on function private.explain_fan, public.explain_fan from public, anon, authenticated;
grant execute on function private.explain_fan, public.explain_fan to service_role, authenticated;
