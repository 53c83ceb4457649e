-- Which status may follow which. docs/state_machines.md draws these, edge by edge.

-- Every transition there is, by table and status. What is not listed is refused, whoever tries:
-- a function of ours or a person in the dashboard.
create function private.transitions()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select '{
    "jobs_queue": {
      "queued": ["running", "parked", "held", "cancelled"],
      "running": ["queued", "done", "superseded", "held", "cancelled", "dead"],
      "parked": ["queued", "superseded", "cancelled"],
      "dead": ["queued", "superseded", "cancelled"]
    },
    "messages": {
      "planned": ["sending", "sent", "held", "cancelled"],
      "sending": ["sent", "planned", "unknown", "cancelled"],
      "unknown": ["sending", "sent", "cancelled"],
      "held": ["planned", "sent", "cancelled"],
      "cancelled": ["sent"]
    },
    "turns": {
      "open": ["sending", "held", "answered", "cancelled"],
      "sending": ["open", "held", "answered", "cancelled"],
      "held": ["open", "sending", "answered", "cancelled"]
    }
  }'::jsonb
$$;

create function private.check_transition()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  followers jsonb := coalesce(private.transitions() -> tg_table_name -> old.status::text, '[]');
begin
  if not followers ? new.status::text then
    raise check_violation using
      message = format(
        '%s %s cannot go from %s to %s', tg_argv[0], old.id, old.status, new.status
      ),
      hint = case followers
        when '[]' then format('%s is an end.', old.status)
        else format(
          'From %s it may go to %s.', old.status,
          (select string_agg(status, ', ') from jsonb_array_elements_text(followers) as status)
        )
      end;
  end if;
  return new;
end;
$$;

create trigger check_transition before update of status on public.jobs_queue
for each row when (old.status is distinct from new.status)
execute function private.check_transition('job');

create trigger check_transition before update of status on public.messages
for each row when (old.status is distinct from new.status)
execute function private.check_transition('message');

create trigger check_transition before update of status on public.turns
for each row when (old.status is distinct from new.status)
execute function private.check_transition('turn');
