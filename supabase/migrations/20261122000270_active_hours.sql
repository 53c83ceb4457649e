-- A creator's day: when somebody is awake. Pure: the moment comes in as an argument.
-- docs/rhythm.md, "A day", explains the keys and what happens when the clocks change.

-- Check one window, `from` and `to` as "HH:MM". Answers the fault, or null.
create function private.window_fault(opens jsonb, closes jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when jsonb_typeof(opens) is distinct from 'string'
      or opens #>> '{}' !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      then format('must begin with a time like "09:00", not %s', coalesce(opens::text, 'nothing'))
    when jsonb_typeof(closes) is distinct from 'string'
      or closes #>> '{}' !~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
      then format('must end with a time like "23:30" or "24:00", not %s', coalesce(closes::text, 'nothing'))
    when opens = closes
      then format('begins and ends at %s; the whole day is "00:00" to "24:00"', opens #>> '{}')
  end
$$;

-- {"weekday": ["09:00", "23:30"], "weekend": ["10:00", "01:00"],
--  "shifts": [{"name", "days": ["mon", …, "weekday", "weekend"], "from", "to"}],
--  "morning_spread": seconds}. Null and {} mean always awake.
create function private.check_active_hours(config jsonb)
returns boolean
language plpgsql
immutable
security definer
set search_path = ''
as $$
declare
  days constant jsonb := '["mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekday", "weekend"]';
  place text;
  fault text;
  shift jsonb;
begin
  if config is null or config = '{}' then
    return true;
  end if;
  perform private.check_config('active_hours', config, '{
    "weekday": {"type": "array"},
    "weekend": {"type": "array"},
    "shifts": {"type": "array"},
    "morning_spread": {"type": "number", "min": 0, "max": 14400}
  }');
  if not config ?| '{weekday,weekend}' and coalesce(config -> 'shifts', '[]') = '[]' then
    raise check_violation using
      message = 'active_hours names no hours',
      hint = 'Say weekday, weekend or shifts, or leave it empty for always awake.';
  end if;
  foreach place in array '{weekday,weekend}'::text[] loop
    exit when fault is not null;
    if config ? place then
      fault := case
        when jsonb_array_length(config -> place) <> 2 then 'must be two times, like ["09:00", "23:30"]'
        else private.window_fault(config #> array[place, '0'], config #> array[place, '1'])
      end;
    end if;
    exit when fault is not null;
  end loop;
  if fault is null and jsonb_array_length(config -> 'shifts') > 50 then
    place := 'shifts';
    fault := 'must be at most 50';
  end if;
  for shift in select * from jsonb_array_elements(coalesce(config -> 'shifts', '[]')) loop
    exit when fault is not null;
    place := format('shifts: %s', coalesce(shift ->> 'name', shift::text));
    fault := case
      when jsonb_typeof(shift) <> 'object' then 'must be an object with days, from and to'
      when not '{"name": 0, "days": 0, "from": 0, "to": 0}' @> (
        select coalesce(jsonb_object_agg(key, 0), '{}') from jsonb_object_keys(shift) as key
      ) then 'knows only name, days, from and to'
      when coalesce(jsonb_typeof(shift -> 'name'), 'string') <> 'string' then 'name must be a string'
      when jsonb_typeof(shift -> 'days') is distinct from 'array' or shift -> 'days' = '[]'
        or not days @> (shift -> 'days')
        then format('days must be some of %s', days)
      else private.window_fault(shift -> 'from', shift -> 'to')
    end;
  end loop;
  if fault is not null then
    raise check_violation using
      message = format('active_hours: "%s" %s', place, fault),
      hint = 'docs/rhythm.md, "A day", has examples.';
  end if;
  return true;
end;
$$;
grant execute on function private.check_active_hours to service_role;

-- The moment at which a local clock shows `wall`. Where the clocks go forward over it: when they
-- do. Where they go back and it is shown twice: the first time, or the last.
create function private.local_moment(wall timestamp, zone text, latest boolean)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  utc constant timestamptz := wall at time zone 'UTC';
  -- What the local clock was ahead by, a day before and a day after.
  before constant interval := ((utc - interval '1 day') at time zone zone) - (wall - interval '1 day');
  after constant interval := ((utc + interval '1 day') at time zone zone) - (wall + interval '1 day');
  by_before constant timestamptz := utc - before;
  by_after constant timestamptz := utc - after;
  before_fits constant boolean := by_before at time zone zone = wall;
  after_fits constant boolean := by_after at time zone zone = wall;
begin
  if before_fits and after_fits then
    return case when latest then greatest(by_before, by_after) else least(by_before, by_after) end;
  elsif before_fits then
    return by_before;
  elsif after_fits then
    return by_after;
  end if;
  return (
    select min(minute) from generate_series(by_after, by_before, interval '1 minute') as minute
    where minute at time zone zone >= wall
  );
end;
$$;

-- All windows that begin on the days from `first` to `last`, joined where they touch.
create function private.active_spans(hours jsonb, zone text, first date, last date)
returns tstzmultirange
language sql
stable
set search_path = ''
as $$
  with windows as (
    select '["weekday"]'::jsonb as days, hours #>> '{weekday,0}' as opens, hours #>> '{weekday,1}' as closes
    union all
    select '["weekend"]', hours #>> '{weekend,0}', hours #>> '{weekend,1}'
    union all
    select shift -> 'days', shift ->> 'from', shift ->> 'to'
    from jsonb_array_elements(coalesce(hours -> 'shifts', '[]')) as shift
  ),
  edges as (
    select
      private.local_moment(day + windows.opens::interval, zone, false) as opens_at,
      private.local_moment(
        day + windows.closes::interval
        + case when windows.closes <= windows.opens then interval '1 day' else interval '0' end,
        zone, true
      ) as closes_at
    from windows
    cross join generate_series(first::timestamp, last::timestamp, interval '1 day') as day
    where windows.opens is not null and (
      windows.days ? lower(to_char(day, 'Dy'))
      or windows.days ? case when extract(isodow from day) < 6 then 'weekday' else 'weekend' end
    )
  )
  select coalesce(range_agg(tstzrange(opens_at, closes_at)), '{}')
  from edges
  -- Nothing is left of a window that lies in the hour that the clocks skip.
  where opens_at < closes_at
$$;

create function private.has_hours(hours jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(hours, '{}') <> '{}'
$$;

create function private.is_active(hours jsonb, zone text, at timestamptz)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case
    when private.has_hours(hours) then private.active_spans(
      -- Yesterday's window may reach into today.
      hours, zone, (at at time zone zone)::date - 1, (at at time zone zone)::date
    ) @> at
    else true
  end
$$;

-- The waking time that `at` lies in, or else the next one: when it begins and ends, and when the
-- one before it ended.
create function private.waking_time(
  hours jsonb, zone text, at timestamptz,
  out closed_at timestamptz, out opens_at timestamptz, out closes_at timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
declare
  today constant date := (at at time zone zone)::date;
  spans tstzmultirange;
  days int;
begin
  -- Two days tell nearly always; hours of one day in the week need nine; sixty, should the clocks
  -- skip the only window.
  foreach days in array '{2,9,60}'::int[] loop
    spans := private.active_spans(hours, zone, today - days, today + days);
    select min(lower(span)), min(upper(span)) into opens_at, closes_at
    from unnest(spans) as span where upper(span) > at;
    select max(upper(span)) into closed_at from unnest(spans) as span where upper(span) <= at;
    exit when opens_at is not null;
  end loop;
end;
$$;

-- The first moment from `at` on at which somebody is awake.
create function private.next_active(hours jsonb, zone text, at timestamptz)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case
    when private.has_hours(hours)
      then greatest(at, (select waking.opens_at from private.waking_time(hours, zone, at) as waking))
    else at
  end
$$;
