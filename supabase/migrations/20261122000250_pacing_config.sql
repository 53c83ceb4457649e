-- What pacing_config may hold, the defaults, and the presets. docs/rhythm.md explains every key.

-- The plan: base ± variance seconds, and now and then a long pause on top. What only the fitted
-- model reads has its default here too, so that a preset says no more than what is its own.
create function private.default_pacing_config()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "preset": "plan",
    "model": "plan",
    "base_delay": 45,
    "variance": 15,
    "long_pause_chance": 0.1,
    "long_pause": 300,
    "push_back": 10,
    "max_push_back": 60,
    "typing_rate": 3.5,
    "typing_variation": 0.14,
    "max_typing": 20,
    "sigma": 1.5,
    "cap_ratio": 18,
    "persistence": 0.33,
    "persistence_half_life": 3600,
    "length_exponent": 0.9,
    "length_offset": 50,
    "typical_chars": 90,
    "reading_rate": 40,
    "fastest_typing": 40,
    "quiet_after": 14400,
    "resume_delay": 180
  }'::jsonb
$$;

-- The one place that has the presets. Their shape is the same; the level is base_delay.
create function private.pacing_presets()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "plan": {"model": "plan"},
    "fitted": {"model": "fitted", "base_delay": 60},
    "relaxed": {"model": "fitted", "base_delay": 240, "resume_delay": 600},
    "attentive": {"model": "fitted", "base_delay": 30, "resume_delay": 60}
  }'::jsonb
$$;

-- The configuration in force for a fan: the fan's own, else the creator's, over its preset, over
-- the defaults. A model without a preset means the preset of that name.
create function private.effective_pacing(fan_config jsonb, creator_config jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  own constant jsonb := coalesce(fan_config, creator_config, '{}');
  preset constant text := coalesce(own ->> 'preset', own ->> 'model', 'plan');
begin
  return private.default_pacing_config()
    || coalesce(private.pacing_presets() -> preset, '{}')
    || own
    || jsonb_build_object('preset', preset);
end;
$$;

-- Seconds, except the chances and shares (0 to 1), the rates (characters a second), what is counted
-- in characters, and the exponents and ratios, which have no unit.
create function private.check_pacing_config(config jsonb)
returns boolean
language sql
immutable
security definer
set search_path = ''
as $$
  select private.check_config('pacing_config', config, '{
    "preset": {"type": "string", "one_of": ["plan", "fitted", "relaxed", "attentive"]},
    "model": {"type": "string", "one_of": ["plan", "fitted"]},
    "base_delay": {"type": "number", "min": 0, "max": 86400},
    "variance": {"type": "number", "min": 0, "max": 86400},
    "long_pause_chance": {"type": "number", "min": 0, "max": 1},
    "long_pause": {"type": "number", "min": 0, "max": 86400},
    "push_back": {"type": "number", "min": 0, "max": 600},
    "max_push_back": {"type": "number", "min": 0, "max": 3600},
    "typing_rate": {"type": "number", "min": 0.5, "max": 1000},
    "typing_variation": {"type": "number", "min": 0, "max": 0.9},
    "max_typing": {"type": "number", "min": 0, "max": 120},
    "sigma": {"type": "number", "min": 0, "max": 3},
    "cap_ratio": {"type": "number", "min": 1.5, "max": 1000},
    "persistence": {"type": "number", "min": 0, "max": 0.95},
    "persistence_half_life": {"type": "number", "min": 1, "max": 604800},
    "length_exponent": {"type": "number", "min": 0, "max": 2},
    "length_offset": {"type": "number", "min": 0, "max": 1000},
    "typical_chars": {"type": "number", "min": 1, "max": 5000},
    "reading_rate": {"type": "number", "min": 1, "max": 1000},
    "fastest_typing": {"type": "number", "min": 1, "max": 1000},
    "quiet_after": {"type": "number", "min": 60, "max": 604800},
    "resume_delay": {"type": "number", "min": 0, "max": 86400}
  }')
$$;

-- A table's defaults and checks run with the rights of whoever writes the row.
grant execute on function private.check_pacing_config to service_role;
