-- How long to wait by the plan's formula, and to type. Pure: random numbers come in as arguments.

-- Draw the wait before a reply, as the plan has it: base ± variance, and on a long pause
-- 300 seconds more. `spread` and `pause` are random numbers in [0, 1).
-- Returns the parts beside the sum, all in seconds, so that anyone can ask why.
create function private.draw_delay(
  config jsonb, spread double precision, pause double precision
)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  base constant double precision := config ->> 'base_delay';
  variance constant double precision :=
    (2 * spread - 1) * (config ->> 'variance')::double precision;
  long_pause constant double precision := case
    when pause < (config ->> 'long_pause_chance')::double precision
    then (config ->> 'long_pause')::double precision
    else 0
  end;
begin
  return jsonb_build_object(
    'model', 'plan',
    'base', base,
    'variance', round(variance::numeric, 3),
    'long_pause', long_pause,
    'seconds', round(greatest(base + variance + long_pause, 0)::numeric, 3)
  );
end;
$$;

-- Seconds that a person would take to type `body`. `variation`, in [0, 1), sets how quickly this
-- once; the plan's formula knows one speed only.
create function private.typing_seconds(
  config jsonb, body text, variation double precision default 0.5
)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select least(
    length(body) / (
      (config ->> 'typing_rate')::double precision
      * case config ->> 'model'
        when 'fitted'
          then 1 + (2 * variation - 1) * (config ->> 'typing_variation')::double precision
        else 1
      end
    ),
    (config ->> 'max_typing')::double precision
  )
$$;

create function private.seconds(amount double precision)
returns interval
language plpgsql
immutable
set search_path = ''
as $$
begin
  return make_interval(secs => amount);
end;
$$;
