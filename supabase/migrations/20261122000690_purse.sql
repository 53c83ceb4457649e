-- The purse: whether a fan may be sold anything at all now. Spending that is too much or too fast
-- closes it, and so does a fan who says that they cannot afford it; it opens by itself when the
-- window has moved. No stage, prompt or person's wish to buy goes before it.

create function private.purse_config_of(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  -- Asked several times for each reply: only what says "no cap" as null has to be read.
  select private.default_purse_config()
    || case creators.purse_config
      when jsonb_strip_nulls(creators.purse_config) then creators.purse_config
      else private.purse_caps(creators.purse_config)
    end
    || case coalesce(fans.purse_config, '{}')
      when jsonb_strip_nulls(coalesce(fans.purse_config, '{}')) then coalesce(fans.purse_config, '{}')
      else private.purse_caps(fans.purse_config)
    end
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = purse_config_of.fan_id
$$;

-- What the fan spent up to a moment and did not get back, within each rolling window, and until
-- when buying fast keeps the purse closed. What was paid before the connection has no time and
-- counts in none; a subscription is money, but not bought in haste.
create function private.purse_spending(
  fan_id bigint, config jsonb, at timestamptz,
  out day numeric, out week numeric, out month numeric, out rests_until timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
declare
  since timestamptz := purse_spending.at - greatest(
    interval '30 days', private.seconds(3600 * (config ->> 'rest_hours')::float8 + 3600)
  );
begin
  -- Most fans bought nothing lately: what went back need not be set against anything then.
  if not exists (
    select 1 from public.purchases
    where purchases.fan_id = purse_spending.fan_id and purchases.amount > 0
      and purchases.occurred_at > since
  ) then
    day := 0;
    week := 0;
    month := 0;
    return;
  end if;
  with standing as materialized (
    select found.kind, found.occurred_at, found.amount
    from private.standing_purchases(purse_spending.fan_id) as found
    where found.kind <> 'opening_balance' and found.occurred_at <= purse_spending.at
      and found.occurred_at > since
  ), paced as (
    select
      standing.occurred_at,
      count(*) over (
        order by standing.occurred_at range between interval '1 hour' preceding and current row
      ) as within_the_hour
    from standing
    where standing.kind in ('payment', 'tip')
  )
  select
    coalesce(sum(standing.amount) filter (
      where standing.occurred_at > purse_spending.at - interval '1 day'), 0),
    coalesce(sum(standing.amount) filter (
      where standing.occurred_at > purse_spending.at - interval '7 days'), 0),
    coalesce(sum(standing.amount) filter (
      where standing.occurred_at > purse_spending.at - interval '30 days'), 0),
    (
      select max(paced.occurred_at) + private.seconds(3600 * (config ->> 'rest_hours')::float8)
      from paced
      where paced.within_the_hour >= nullif((config ->> 'purchases_per_hour')::int, 0)
    )
  into day, week, month, rests_until
  from standing;
end;
$$;

-- Why nothing may be sold, in words; null: the purse is open. A cap that is reached is closed: the
-- next sale would be past it.
create function private.decide_purse(
  day numeric, week numeric, month numeric, rests_until timestamptz,
  no_selling_until timestamptz, config jsonb, at timestamptz
)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when no_selling_until > at
      then 'the fan said that they cannot afford it'
    when day >= nullif((config ->> 'day')::numeric, 0)
      then format('spent %s within a day, of at most %s', day, config ->> 'day')
    when week >= nullif((config ->> 'week')::numeric, 0)
      then format('spent %s within 7 days, of at most %s', week, config ->> 'week')
    when month >= nullif((config ->> 'month')::numeric, 0)
      then format('spent %s within 30 days, of at most %s', month, config ->> 'month')
    when rests_until > at
      then format(
        '%s purchases within an hour, less than %s hours ago', config ->> 'purchases_per_hour',
        config ->> 'rest_hours'
      )
  end;
end;
$$;

-- Why nothing may be sold to this fan at this moment, in words; null: something may be.
create function private.purse_reason(fan_id bigint, at timestamptz)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  -- Asked about every message, and most fans have no purse to look into.
  if private.is_purse_untouched(purse_reason.fan_id) then
    return null;
  end if;
  return (
    select private.decide_purse(
      spent.day, spent.week, spent.month, spent.rests_until, fans.no_selling_until, known.config,
      purse_reason.at
    )
    from public.fans
    cross join lateral (select private.purse_config_of(fans.id) as config) as known
    cross join lateral private.purse_spending(fans.id, known.config, purse_reason.at) as spent
    where fans.id = purse_reason.fan_id
  );
end;
$$;

-- The fan never paid anything, and never said that they cannot: nothing has ever closed the purse.
create function private.is_purse_untouched(fan_id bigint)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return not exists (
    select 1 from public.purchases
    where purchases.fan_id = is_purse_untouched.fan_id and purchases.amount > 0
  ) and (
    select fans.no_selling_until is null from public.fans
    where fans.id = is_purse_untouched.fan_id
  );
end;
$$;

-- The most that one more sale may cost: what the tightest cap leaves; null: there is no cap.
create function private.purse_room(fan_id bigint, at timestamptz)
returns numeric
language sql
stable
set search_path = ''
as $$
  select least(
    nullif((known.config ->> 'day')::numeric, 0) - spent.day,
    nullif((known.config ->> 'week')::numeric, 0) - spent.week,
    nullif((known.config ->> 'month')::numeric, 0) - spent.month
  )
  from private.purse_config_of(purse_room.fan_id) as known (config)
  cross join lateral private.purse_spending(purse_room.fan_id, known.config, purse_room.at) as spent
$$;

-- The moments after `since`, up to now, at which the purse may have opened by itself. Time alone
-- never closes it, so one that was open has none.
create function private.purse_lapses(fan_id bigint, since timestamptz, at timestamptz)
returns setof timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  config jsonb;
begin
  if since >= purse_lapses.at or private.purse_reason(purse_lapses.fan_id, since) is null then
    return;
  end if;
  config := private.purse_config_of(purse_lapses.fan_id);
  return query
  select distinct lapse.at
  from public.purchases
  cross join lateral unnest(array[
    purchases.occurred_at + interval '1 day',
    purchases.occurred_at + interval '7 days',
    purchases.occurred_at + interval '30 days',
    purchases.occurred_at + private.seconds(3600 * (config ->> 'rest_hours')::float8)
  ]) as lapse (at)
  where purchases.fan_id = purse_lapses.fan_id and purchases.amount > 0
    and purchases.kind <> 'opening_balance'
    and lapse.at > purse_lapses.since and lapse.at <= purse_lapses.at;
end;
$$;

-- Tell an operator, once, that a purchase has closed the purse. The caller holds the fan's lock.
create function private.note_closed_purse(fan public.fans, was_closed boolean, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  reason text := private.purse_reason(fan.id, note_closed_purse.at);
begin
  if reason is not null and not was_closed then
    perform private.note_operator(
      fan.creator_id, fan.id, 'purse_closed',
      format('Nothing is sold to this fan for now: %s.', reason), note_closed_purse.at
    );
  end if;
end;
$$;

-- The fan said that they cannot afford it: nothing is sold to them for a time, whatever they ask
-- for, and an offer that stands before them is withdrawn. A draft that makes one is refused where
-- it would be sent. The caller holds the fan's lock.
create function private.note_cannot_afford(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  days numeric := (private.purse_config_of(note_cannot_afford.fan_id) ->> 'cannot_afford_days')::numeric;
  fan public.fans;
begin
  perform private.advance_stage(note_cannot_afford.fan_id, null, note_cannot_afford.at);
  select * into fan from public.fans where fans.id = note_cannot_afford.fan_id for update;
  update public.fans
  set no_selling_until = greatest(
    fans.no_selling_until,
    note_cannot_afford.at + private.seconds(86400 * days::float8)
  )
  where fans.id = fan.id;
  perform private.expire_offers(fan.id, note_cannot_afford.at);
  -- Declined, not cancelled: it was made, and money for that very message still buys it.
  update public.fan_offers as made
  set status = 'declined', closed_at = note_cannot_afford.at, reason = 'the fan cannot afford it'
  where made.fan_id = fan.id and made.status = 'open' and private.out_since(made) is not null;
  perform private.advance_stage(fan.id, null, note_cannot_afford.at, 'the fan cannot afford it');
  if coalesce(fan.no_selling_until <= note_cannot_afford.at, true) then
    perform private.note_operator(
      fan.creator_id, fan.id, 'cannot_afford',
      format('The fan says that they cannot afford it: nothing is sold to them for %s days.', days),
      note_cannot_afford.at
    );
  end if;
end;
$$;

-- What explain_fan tells of the purse.
create function private.explain_purse(fan public.fans, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'closed_because', private.decide_purse(
      spent.day, spent.week, spent.month, spent.rests_until, fan.no_selling_until, known.config,
      explain_purse.at
    ),
    'spent', jsonb_build_object('day', spent.day, 'week', spent.week, 'month', spent.month),
    'config', known.config,
    'rests_until', spent.rests_until,
    'no_selling_until', fan.no_selling_until
  )
  from private.purse_config_of(fan.id) as known (config)
  cross join lateral private.purse_spending(fan.id, known.config, explain_purse.at) as spent
$$;

-- A person knows better: the fan may be sold to again, if the caps allow it.
create function private.lift_no_selling(fan_id bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  fan public.fans;
begin
  select * into fan from public.fans
  where fans.id = lift_no_selling.fan_id and private.may(fans.creator_id, 'viewer')
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such fan', detail = format('there is no fan %s', lift_no_selling.fan_id);
  end if;
  perform private.require_member(fan.creator_id, 'operator');
  if coalesce(fan.no_selling_until <= lift_no_selling.at, true) then
    return jsonb_build_object(
      'lifted', false, 'closed_because', private.purse_reason(fan.id, lift_no_selling.at)
    );
  end if;
  perform private.advance_stage(fan.id, null, lift_no_selling.at);
  update public.fans set no_selling_until = null where fans.id = fan.id;
  perform private.advance_stage(
    fan.id, null, lift_no_selling.at, 'an operator lifted the ban on selling'
  );
  perform private.audit(
    'fan.lift_no_selling', fan.creator_id, fan.id,
    jsonb_build_object('no_selling_until', fan.no_selling_until), lift_no_selling.at
  );
  return jsonb_build_object(
    'lifted', true, 'closed_because', private.purse_reason(fan.id, lift_no_selling.at)
  );
end;
$$;

create function public.lift_no_selling(fan_id bigint)
returns jsonb
language sql
set search_path = ''
as $$
  select private.lift_no_selling(fan_id, now())
$$;
comment on function public.lift_no_selling is
'Let a fan be sold to again who said that they cannot afford it.';
revoke execute on function public.lift_no_selling, private.lift_no_selling
from public, anon, authenticated;
grant execute on function public.lift_no_selling, private.lift_no_selling
to service_role, authenticated;
