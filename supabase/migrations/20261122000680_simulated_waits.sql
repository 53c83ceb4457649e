-- Draws of the wait in simulated conversations, so that anyone can compare them with people's.

-- Ordinary conversations of eight replies, without a pause of hours. Lengths are log-normal, as
-- people's are: what fans write by the lengths of text messages (median 36 characters, a tenth
-- below 9 and a tenth above 116: NUS SMS corpus), replies with the median at which typical_chars
-- is neutral. Between answer and next message the fan takes a minute, more or less.
create function private.simulate_waits(config jsonb, draw_count int, seed double precision)
returns table (
  conversation int, reply int, written_chars int, reply_chars int, seconds double precision,
  z double precision, wait jsonb
)
language plpgsql
volatile
set search_path = ''
as $$
declare
  age double precision;
begin
  perform setseed(seed);
  for draw in 0..draw_count - 1 loop
    conversation := draw / 8 + 1;
    reply := draw % 8 + 1;
    if reply = 1 then
      z := null;
      age := null;
    end if;
    written_chars := private.draw_chars(36, 1.0);
    reply_chars := private.draw_chars(0.85 * (config ->> 'typical_chars')::float8, 1.0);
    wait := private.draw_wait(
      config,
      jsonb_build_object(
        'written_chars', written_chars, 'reply_chars', reply_chars,
        'previous_z', z, 'previous_age', age
      ),
      private.random_draws()
    );
    seconds := wait ->> 'seconds';
    z := wait ->> 'z';
    -- From one draw to the next: this wait, and the fan's time to read and write.
    age := seconds + 60 * exp((private.random_draws() ->> 'attention')::float8);
    return next;
  end loop;
end;
$$;

-- A log-normal length in characters.
create function private.draw_chars(median double precision, sigma double precision)
returns int
language sql
volatile
set search_path = ''
as $$
  select least(greatest(round(
    median * exp(sigma * (private.random_draws() ->> 'attention')::double precision)
  ), 1), 1000)::int
$$;

-- What `fanpace rhythm draw` prints.
create function private.draw_waits(config jsonb, draw_count int, seed double precision)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  -- It tells of nobody; but it takes time, and whoever signs up is not yet a member.
  if private.acting_role() = 'authenticated' and not exists (
    select 1 from private.creators_of_mine('viewer')
  ) then
    perform private.require_member(null, 'viewer');
  end if;
  if (draw_count between 1 and 100000) is not true
    or (coalesce(seed, 0) between -1 and 1) is not true then
    raise sqlstate 'PT422' using
      message = 'draws out of range',
      detail = 'draw_count must lie between 1 and 100000, seed between -1 and 1';
  end if;
  perform private.check_pacing_config(config);
  return (
    select jsonb_build_object('draws', jsonb_agg(jsonb_build_object(
      'conversation', drawn.conversation, 'reply', drawn.reply,
      'written_chars', drawn.written_chars, 'reply_chars', drawn.reply_chars,
      'seconds', drawn.seconds
    )))
    from private.simulate_waits(
      private.effective_pacing(config, null), draw_count, coalesce(seed, random() * 2 - 1)
    ) as drawn
  );
end;
$$;

create function public.draw_waits(
  config jsonb, draw_count int, seed double precision default null
)
returns jsonb
language sql
volatile
set search_path = ''
as $$
  select private.draw_waits(config, draw_count, seed)
$$;
comment on function public.draw_waits is
'Draw waits in simulated conversations under a pacing_config. Changes nothing.';
revoke execute on function private.draw_waits, public.draw_waits from public, anon, authenticated;
grant execute on function private.draw_waits, public.draw_waits to service_role, authenticated;
