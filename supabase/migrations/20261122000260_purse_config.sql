-- How much a fan may be sold: what creators.purse_config and fans.purse_config may hold.
-- docs/purse.md says why the defaults are what they are.

create function private.default_purse_config()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "day": 200,
    "week": 500,
    "month": 1000,
    "purchases_per_hour": 5,
    "rest_hours": 24,
    "cannot_afford_days": 30
  }'::jsonb
$$;

-- What stands for "no cap" as one thing: null and 0 both say so. Whatever is no cap is left alone.
create function private.purse_caps(config jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(config) = 'object' then (
    select coalesce(jsonb_object_agg(each.key, case
      when each.value = 'null' and each.key in ('day', 'week', 'month', 'purchases_per_hour')
        then '0'::jsonb
      else each.value
    end), '{}')
    from jsonb_each(config) as each
  ) else config end
$$;

-- A cap over more days than another must not be below it. What is not capped is not compared.
create function private.check_purse_order(config jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  lower_key text;
  upper_key text;
begin
  for lower_key, upper_key in
    values ('day', 'week'), ('week', 'month'), ('day', 'month')
  loop
    if (config ->> lower_key)::numeric > nullif((config ->> upper_key)::numeric, 0) then
      raise check_violation using
        message = format('purse_config: "%s" must not be above "%s"', lower_key, upper_key),
        detail = format('they are %s and %s', config ->> lower_key, config ->> upper_key),
        hint = 'Keys that are left out take their defaults; 0 is no cap.';
    end if;
  end loop;
  return true;
end;
$$;

-- A fan's own may name some caps only: the others are the creator's, whatever those are.
create function private.check_purse_config(config jsonb, is_whole boolean default true)
returns boolean
language sql
immutable
security definer
set search_path = ''
as $$
  select case when private.check_config('purse_config', private.purse_caps(config), '{
    "day": {"type": "number", "min": 0, "max": 1000000},
    "week": {"type": "number", "min": 0, "max": 1000000},
    "month": {"type": "number", "min": 0, "max": 1000000},
    "purchases_per_hour": {"type": "integer", "min": 0, "max": 1000},
    "rest_hours": {"type": "number", "min": 1, "max": 8760},
    "cannot_afford_days": {"type": "number", "min": 1, "max": 3650}
  }') then private.check_purse_order(
    case when is_whole then private.default_purse_config() else '{}' end || private.purse_caps(config)
  ) end
$$;

-- As with funnel_config: the checks run with the rights of whoever writes the row.
grant execute on function private.default_purse_config, private.check_purse_config to service_role;
