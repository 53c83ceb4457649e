-- How long to wait as people do (docs/rhythm.md). Pure, but for random_draws.

-- All the random numbers that one wait may need: "attention" is standard normal (Box and Muller;
-- random_normal() came with PostgreSQL 16), the others lie in [0, 1).
create function private.random_draws()
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'spread', random(),
    'pause', random(),
    'attention', sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()),
    'resume', random()
  );
end;
$$;

-- Draw the whole wait from a message to its answer. `circumstances`, of which each may be missing:
--   written_chars  length of what the fan wrote
--   reply_chars    length of the reply; not known before it is written
--   previous_z     the conversation's draw before this one
--   previous_age   how many seconds ago that was
--   quiet_seconds  how long nobody had written
create function private.draw_wait(config jsonb, circumstances jsonb, draws jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  plan jsonb;
begin
  if config ->> 'model' = 'fitted' then
    return private.draw_fitted_wait(config, circumstances, draws);
  end if;
  plan := private.draw_delay(
    config, (draws ->> 'spread')::double precision, (draws ->> 'pause')::double precision
  );
  return plan || jsonb_build_object('parts', plan - 'model' - 'seconds');
end;
$$;

-- base · exp(sigma z) · (length / typical length) ^ exponent, bent towards the cap; z is normal and
-- remembers the conversation's last one. bench/rhythm.py measures how near that is to people.
create function private.draw_fitted_wait(config jsonb, circumstances jsonb, draws jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  base constant double precision := config ->> 'base_delay';
  typical constant double precision := config ->> 'typical_chars';
  written constant double precision := coalesce(circumstances ->> 'written_chars', '36');
  chars constant double precision := coalesce(circumstances ->> 'reply_chars', typical::text);
  space constant double precision := config ->> 'length_offset';
  -- Whoever answered quickly goes on answering quickly, for a while.
  memory constant double precision := case
    when circumstances ->> 'previous_z' is null then 0
    else (config ->> 'persistence')::double precision * 0.5 ^ least(
      greatest(coalesce((circumstances ->> 'previous_age')::double precision, 0), 0)
      / (config ->> 'persistence_half_life')::double precision, 100)
  end;
  z constant double precision := round((
    memory * coalesce((circumstances ->> 'previous_z')::double precision, 0)
    + sqrt(1 - memory ^ 2) * (draws ->> 'attention')::double precision
  )::numeric, 4);
  attention constant double precision := (config ->> 'sigma')::double precision * z;
  length constant double precision :=
    (config ->> 'length_exponent')::double precision * ln((chars + space) / (typical + space));
  -- How far above the median, and how far that may go. The fourth power leaves what is ordinary
  -- as it is and bends only what comes near the cap.
  above constant double precision := attention + length;
  farthest constant double precision := ln((config ->> 'cap_ratio')::double precision);
  bent constant double precision := case
    when above > 0 then above / (1 + (above / farthest) ^ 4) ^ 0.25
    else above
  end;
  reading constant double precision := written / (config ->> 'reading_rate')::double precision;
  typing constant double precision := chars / (config ->> 'fastest_typing')::double precision;
  slow_lane constant double precision := case
    when (circumstances ->> 'quiet_seconds')::double precision
      >= (config ->> 'quiet_after')::double precision
    then (config ->> 'resume_delay')::double precision
      * (0.5 + (draws ->> 'resume')::double precision)
    else 0
  end;
begin
  return jsonb_build_object(
    'model', 'fitted',
    'seconds', round((greatest(base * exp(bent), reading + typing) + slow_lane)::numeric, 3),
    'z', z,
    'parts', jsonb_build_object(
      'base', base,
      'attention', round(exp(attention)::numeric, 4),
      'length', round(exp(length)::numeric, 4),
      'cap', round(exp(bent - above)::numeric, 4),
      'floor', round((reading + typing)::numeric, 3),
      'reading', round(reading::numeric, 3),
      'typing', round(typing::numeric, 3),
      'slow_lane', round(slow_lane::numeric, 3)
    )
  );
end;
$$;

-- Place a drawn wait in time. With the plan's formula it ends when the writing begins, as ever.
-- A fitted wait ends when the fan reads the first bubble (`target_at`): the writing begins so much
-- earlier as the model takes, twice over since it varies, and typing a bubble of 40 characters;
-- but not before the message was read.
create function private.place_wait(
  config jsonb, wait jsonb, asked_at timestamptz, model_seconds double precision
)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  target_at constant timestamptz :=
    asked_at + private.seconds((wait ->> 'seconds')::double precision);
  reserve double precision;
begin
  wait := wait || jsonb_build_object('preset', config -> 'preset', 'asked_at', asked_at);
  if wait ->> 'model' is distinct from 'fitted' then
    return wait || jsonb_build_object('run_at', target_at);
  end if;
  reserve := round((
    2 * model_seconds + private.typing_seconds(config, repeat('x', 40))
  )::numeric, 3);
  return wait || jsonb_build_object(
    'target_at', target_at,
    'model_seconds', round(model_seconds::numeric, 3),
    'reserve', reserve,
    'run_at', greatest(
      target_at - private.seconds(reserve),
      asked_at + private.seconds((wait #>> '{parts,reading}')::double precision)
    )
  );
end;
$$;

-- The moment at which the fan is to read the first bubble, now that the reply is written: the same
-- draw, for its real length. Whatever moved the target later (pushes) still holds.
-- Null: at once.
create function private.settle_target(
  config jsonb, delay jsonb, written_chars int, reply_chars int
)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select case
    when delay ? 'hastened' or not delay ? 'target_at' then null
    else greatest(
      (delay ->> 'asked_at')::timestamptz + private.seconds((
        private.draw_wait(
          config || '{"model": "fitted"}',
          delay -> 'circumstances' || jsonb_build_object(
            'written_chars', coalesce(written_chars, (delay #>> '{circumstances,written_chars}')::int),
            'reply_chars', reply_chars
          ),
          delay -> 'draws'
        ) ->> 'seconds')::double precision),
      (delay ->> 'not_before')::timestamptz
    )
  end
$$;
