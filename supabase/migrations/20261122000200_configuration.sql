-- Configuration in jsonb: what each column may hold, and the defaults.
-- A wrong key, type or range is refused with the key's name in the message.

-- Check `config` against `keys`, one object for each key that may occur:
-- {"type": "number"|"integer"|"boolean"|"string", "min": n, "max": n, "one_of": [...]}.
create function private.check_config(label text, config jsonb, keys jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  entry record;
  rule jsonb;
  fault text;
begin
  if jsonb_typeof(config) <> 'object' then
    raise check_violation using message = format('%s must be a JSON object', label);
  end if;
  for entry in select each.key, each.value from jsonb_each(config) as each loop
    rule := keys -> entry.key;
    fault := case
      when rule is null then format(
        'is not a known key; known are %s',
        (select string_agg(known, ', ' order by known) from jsonb_object_keys(keys) as known))
      when jsonb_typeof(entry.value) <> case rule ->> 'type'
        when 'integer' then 'number' else rule ->> 'type' end
        then format('must be of type %s, not %s', rule ->> 'type', jsonb_typeof(entry.value))
      when jsonb_typeof(entry.value) = 'number' then case
        when rule ->> 'type' = 'integer' and entry.value::numeric % 1 <> 0
          then 'must be a whole number'
        when entry.value::numeric < (rule ->> 'min')::numeric
          or entry.value::numeric > (rule ->> 'max')::numeric
          then format('must lie between %s and %s', rule ->> 'min', rule ->> 'max')
        end
      when rule ? 'one_of' and not (rule -> 'one_of') @> entry.value
        then format('must be one of %s', rule ->> 'one_of')
    end;
    if fault is not null then
      raise check_violation using
        message = format('%s: "%s" %s', label, entry.key, fault),
        hint = 'Keys that are left out take their defaults.';
    end if;
  end loop;
  return true;
end;
$$;

create function private.default_funnel_config()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "warmup_from": 5,
    "flirty_from": 21,
    "sales_engagement": 70,
    "sales_hysteresis": 15,
    "sales_hours": 48,
    "post_purchase_hours": 24,
    "rewarm_after_days": 14,
    "rewarm_messages": 5,
    "engagement_message": 3,
    "engagement_question": 1,
    "engagement_long": 1,
    "engagement_long_from": 120,
    "engagement_purchase": 25,
    "engagement_purchases_most": 50,
    "vip_spend": 100,
    "engagement_half_life_days": 7,
    "offer_cooling_off_hours": 72,
    "offer_min_turns": 6,
    "offer_expires_hours": 48
  }'::jsonb
$$;

-- Thresholds that only make sense one above the other, with the defaults for what is left out.
create function private.check_funnel_order(config jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  known jsonb := private.default_funnel_config() || config;
begin
  if (known ->> 'flirty_from')::numeric <= (known ->> 'warmup_from')::numeric then
    raise check_violation using
      message = 'funnel_config: "flirty_from" must be above "warmup_from"',
      detail = format('they are %s and %s', known ->> 'flirty_from', known ->> 'warmup_from');
  elsif (known ->> 'sales_hysteresis')::numeric >= (known ->> 'sales_engagement')::numeric then
    raise check_violation using
      message = 'funnel_config: "sales_hysteresis" must be below "sales_engagement"',
      detail = 'otherwise nobody whose engagement was once high would ever leave sales';
  end if;
  return true;
end;
$$;

create function private.check_funnel_config(config jsonb)
returns boolean
language sql
immutable
security definer
set search_path = ''
as $$
  select case when private.check_config('funnel_config', config, '{
    "warmup_from": {"type": "integer", "min": 1, "max": 1000},
    "flirty_from": {"type": "integer", "min": 1, "max": 10000},
    "sales_engagement": {"type": "number", "min": 1, "max": 101},
    "sales_hysteresis": {"type": "number", "min": 0, "max": 100},
    "sales_hours": {"type": "number", "min": 0, "max": 8760},
    "post_purchase_hours": {"type": "number", "min": 0, "max": 8760},
    "rewarm_after_days": {"type": "number", "min": 0.1, "max": 3650},
    "rewarm_messages": {"type": "integer", "min": 0, "max": 1000},
    "engagement_message": {"type": "number", "min": 0, "max": 100},
    "engagement_question": {"type": "number", "min": 0, "max": 100},
    "engagement_long": {"type": "number", "min": 0, "max": 100},
    "engagement_long_from": {"type": "integer", "min": 1, "max": 10000},
    "engagement_purchase": {"type": "number", "min": 0, "max": 100},
    "engagement_purchases_most": {"type": "number", "min": 0, "max": 100},
    "vip_spend": {"type": "number", "min": 0, "max": 1000000},
    "engagement_half_life_days": {"type": "number", "min": 0.1, "max": 365},
    "offer_cooling_off_hours": {"type": "number", "min": 0, "max": 8760},
    "offer_min_turns": {"type": "integer", "min": 0, "max": 1000},
    "offer_expires_hours": {"type": "number", "min": 0.1, "max": 8760}
  }') then private.check_funnel_order(config) end
$$;

create function private.check_tags(tags jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(tags) <> 'array' or jsonb_array_length(tags) > 50 then
    raise check_violation using message = 'tags must be a JSON array of at most 50 strings';
  end if;
  if exists (
    select 1 from jsonb_array_elements(tags) as tag
    where jsonb_typeof(tag) <> 'string' or length(tag #>> '{}') not between 1 and 60
  ) then
    raise check_violation using message = 'tags: each must be a string of 1 to 60 characters';
  end if;
  return true;
end;
$$;

-- Phrases, not patterns: "*" stands for up to three words. What has no word in it is the worker's
-- to find, as only it knows how a text is read.
create function private.check_trigger_patterns(patterns jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(patterns) <> 'array' or jsonb_array_length(patterns) > 200 then
    raise check_violation using
      message = 'trigger_patterns must be a JSON array of at most 200 entries';
  end if;
  if exists (
    select 1 from jsonb_array_elements(patterns) as entry
    where case jsonb_typeof(entry)
      when 'string' then length(entry #>> '{}') not between 2 and 200
      when 'object' then
        jsonb_typeof(entry -> 'phrase') is distinct from 'string'
        or length(entry ->> 'phrase') not between 2 and 200
        or coalesce(entry ->> 'trigger', 'asks_for_content')
        not in ('asks_for_content', 'asks_price', 'asks_custom')
        or entry - 'phrase' - 'trigger' <> '{}'
      else true
    end
  ) then
    raise check_violation using
      message = 'trigger_patterns: each must be a phrase of 2 to 200 characters',
      hint = 'Write "phrase", or {"phrase": "...", "trigger": "asks_price"}; * is up to three words.';
  end if;
  return true;
end;
$$;

create function private.is_time_zone(name text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  perform now() at time zone name;
  return true;
exception when invalid_parameter_value then
  raise check_violation using
    message = format('time_zone "%s" is not known', name),
    hint = 'Use a name like Europe/Berlin.';
end;
$$;

-- A table's defaults and checks run with the rights of whoever writes the row: of the secret key,
-- then. It may execute these without seeing the schema; the two that go on from here are definers.
grant execute on function
  private.default_funnel_config, private.check_funnel_config,
  private.check_tags, private.check_trigger_patterns, private.is_time_zone
to service_role;
