-- creators.approval_config: what waits for a person though automation is `auto`.

-- Check that `value` is a list of different strings out of `known`.
create function private.check_choices(label text, value jsonb, known jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  stranger text;
begin
  if jsonb_typeof(value) <> 'array' then
    raise check_violation using message = format('%s must be a JSON array of strings', label);
  end if;
  select entry #>> '{}' into stranger
  from jsonb_array_elements(value) as entry
  where jsonb_typeof(entry) <> 'string' or not known @> entry
  limit 1;
  if found then
    raise check_violation using
      message = format('%s: "%s" is not known', label, stranger),
      hint = format('Known are %s.', (
        select string_agg(name, ', ') from jsonb_array_elements_text(known) as name
      ));
  end if;
  return true;
end;
$$;

create function private.check_approval_config(config jsonb)
returns boolean
language sql
immutable
security definer
set search_path = ''
as $$
  select
    private.check_config('approval_config', config - 'stages' - 'signals', '{
      "price_from_cents": {"type": "integer", "min": 0, "max": 100000000},
      "first_replies": {"type": "integer", "min": 0, "max": 10000},
      "vip": {"type": "boolean"},
      "stages": {"type": "array"},
      "signals": {"type": "array"}
    }')
    and private.check_choices(
      'approval_config: "stages"', coalesce(config -> 'stages', '[]'),
      '["new", "warmup", "flirty", "sales", "post_purchase"]'
    )
    and private.check_choices(
      'approval_config: "signals"', coalesce(config -> 'signals', '[]'),
      '["asks_for_content", "asks_price", "asks_custom", "declines_offer", "minor", "self_harm",
        "distress", "threat", "refund_legal", "cannot_afford", "billing", "support"]'
    )
$$;

-- A table's checks run with the rights of whoever writes the row: the secret key, then.
grant execute on function private.check_approval_config to service_role;
