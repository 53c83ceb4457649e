-- A reply that would fall outside the creator's hours waits for the morning (docs/rhythm.md).

-- How long after opening: early more often than late (exponential, cut at `room`), the first to
-- ask first, more or less. `night_share` is how far into the night it would have been due, 0 to 1;
-- `random` lies in [0, 1).
create function private.morning_offset(
  room double precision, night_share double precision, random double precision
)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select round(
    (room * -ln(1 - (2 * night_share + random) / 3 * (1 - exp(-3.0))) / 3)::numeric, 3
  )::double precision
$$;

-- Keep a placed wait within the hours: what falls into the night is moved to the morning after.
-- What counts is when the fan reads the first bubble; with the plan's formula, which does not say,
-- when the writing begins. Not one reply goes by 09:00:00 sharp: they are spread over
-- `morning_spread`, or half of a window that is shorter than that twice over.
create function private.keep_hours(
  delay jsonb, hours jsonb, zone text, random double precision
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  wanted_at constant timestamptz := coalesce(delay ->> 'target_at', delay ->> 'run_at');
  -- From the beginning of the writing to the first bubble.
  lead constant interval := coalesce(
    private.seconds((delay ->> 'reserve')::double precision), interval '0'
  );
  waking record;
  room double precision;
  moved interval;
  due timestamptz;
begin
  if not private.has_hours(hours) then
    return delay;
  end if;
  select * into waking from private.waking_time(hours, zone, wanted_at);
  if waking.opens_at <= wanted_at then
    return delay || jsonb_build_object(
      'hours', jsonb_build_object('zone', zone, 'closes_at', waking.closes_at)
    );
  end if;
  room := greatest(0, least(
    coalesce((hours ->> 'morning_spread')::double precision, 1800),
    extract(epoch from waking.closes_at - waking.opens_at) / 2 - extract(epoch from lead)
  ));
  moved := private.seconds(private.morning_offset(
    room,
    coalesce(
      extract(epoch from wanted_at - waking.closed_at)
      / extract(epoch from waking.opens_at - waking.closed_at), 0
    )::double precision,
    random
  ));
  due := waking.opens_at + moved;
  return delay
    || jsonb_build_object('run_at', due)
    || case
      when delay ? 'target_at'
        then jsonb_build_object('target_at', due + lead, 'not_before', due + lead)
      else '{}'
    end
    || jsonb_build_object('hours', jsonb_build_object(
      'zone', zone, 'wanted_at', wanted_at, 'opens_at', waking.opens_at,
      'closes_at', waking.closes_at, 'spread', extract(epoch from moved)
    ));
end;
$$;

-- How long the hours alone made a reply wait.
create function private.slept(delay jsonb)
returns interval
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    (delay #>> '{hours,opens_at}')::timestamptz
    + private.seconds((delay #>> '{hours,spread}')::double precision)
    - (delay #>> '{hours,wanted_at}')::timestamptz,
    interval '0'
  )
$$;
