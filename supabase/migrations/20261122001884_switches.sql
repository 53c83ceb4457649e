-- The switches: who is answered and how, for everybody, one creator or one fan; and the one that
-- stops everything.

-- Whoever acts for the whole project: the secret key, its owner, or an operator of every creator.
create function private.require_everywhere()
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if not private.may(null, 'operator') and (
    not exists (select 1 from public.creators)
    or exists (select 1 from public.creators where not private.may(creators.id, 'operator'))
  ) then
    raise sqlstate 'PT403' using
      message = 'not yours to do',
      detail = 'this switch is for all creators: it needs an operator of every one of them';
  end if;
end;
$$;

-- Set a mode. It is a person's decision: what a rule would undo (a takeover) or what the fan has
-- asked for (opting out) is not undone without a reason, a stop sign not at all.
create function private.set_mode(
  scope text, id bigint, mode text, reason text, at timestamptz
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  known jsonb := case scope when 'fan' then '["auto", "approve", "paused", "human", "opted_out"]'
    else '["auto", "approve", "paused"]' end;
  fan public.fans;
  owner_id bigint;
  before public.automation_mode;
  wanted public.automation_mode;
begin
  if scope is null or scope not in ('global', 'creator', 'fan') or (scope <> 'global' and id is null)
    or mode is null or not known ? mode or length(reason) > 500 then
    raise sqlstate 'PT422' using
      message = 'not a mode',
      detail = format(
        'scope must be global, creator or fan, the latter two with an id; mode one of %s; a reason has at most 500 characters',
        known
      );
  end if;
  wanted := mode::public.automation_mode;
  reason := nullif(trim(reason), '');

  if scope = 'global' then
    perform private.require_everywhere();
    select settings.automation into before from public.settings for update;
    update public.settings set automation = wanted, automation_reason = reason
    where settings.only_row and settings.automation <> wanted;
  else
    select creators.id into owner_id from public.creators
    where creators.id = case scope when 'creator' then set_mode.id
      else (select fans.creator_id from public.fans where fans.id = set_mode.id) end;
    if not found or not private.may(owner_id, 'viewer') then
      raise sqlstate 'PT404' using
        message = format('no such %s', scope), detail = format('%s %s is not known', scope, set_mode.id);
    end if;
    perform private.require_member(owner_id, 'operator');
  end if;

  if scope = 'creator' then
    select creators.automation into before from public.creators where creators.id = owner_id for update;
    update public.creators set automation = wanted, automation_reason = reason
    where creators.id = owner_id and creators.automation <> wanted;
  elsif scope = 'fan' then
    select * into fan from public.fans where fans.id = set_mode.id for no key update;
    before := fan.automation;
    if before <> wanted and wanted in ('auto', 'approve') then
      -- By name, since not every project has stop signs: release_fan says that they are over.
      if to_jsonb(fan) ->> 'stop_sign' is not null then
        raise sqlstate 'PT409' using
          message = format('the fan is held: %s', to_jsonb(fan) ->> 'stop_sign'),
          hint = 'Look at the chat, then release the fan: release_fan.';
      elsif before = 'opted_out' and reason is null then
        raise sqlstate 'PT422' using
          message = 'the fan asked not to be written to',
          hint = 'Give a reason, such as that it was no such wish.';
      end if;
    end if;
    perform private.set_automation(
      fan.id, wanted, coalesce(reason, 'set by an operator'), set_mode.at
    );
  end if;

  if before <> wanted then
    if scope = 'fan' then
      -- Creators and settings write themselves down. The reason goes with the fan.
      perform private.audit(
        'fan.mode', owner_id, fan.id,
        jsonb_build_object('automation', jsonb_build_array(before, wanted)), set_mode.at
      );
    end if;
    -- What was parked may be due.
    perform private.send_nudge(0, null);
  end if;
  return private.mode_answer(scope, coalesce(fan.id, owner_id), wanted)
    || jsonb_build_object('before', before, 'changed', before <> wanted);
end;
$$;

-- What is set, and what counts in the end.
create function private.mode_answer(
  scope text, id bigint, mode public.automation_mode
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'scope', scope, 'id', case when scope <> 'global' then mode_answer.id end, 'mode', mode,
    'effective', case scope
      when 'global' then mode
      when 'creator' then (select greatest(settings.automation, mode) from public.settings)
      else (
        select private.mode_of(fans, creators.automation)
        from public.fans join public.creators on creators.id = fans.creator_id
        where fans.id = mode_answer.id
      )
    end
  )
$$;

-- All modes at a glance: everybody's, each creator's, and each fan's that is not simply auto.
create function private.list_modes(at timestamptz)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with mine as materialized (
    select * from public.creators where private.may(creators.id, 'viewer')
  )
  select jsonb_build_object(
    'server_time', list_modes.at,
    'stopped', settings.automation_stopped, 'stopped_at', settings.stopped_at,
    'stop_reason', settings.stop_reason,
    'mode', settings.automation, 'reason', settings.automation_reason,
    'creators', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', mine.id, 'display_name', mine.display_name, 'mode', mine.automation,
        'effective', greatest(settings.automation, mine.automation), 'reason', mine.automation_reason,
        'approval_config', mine.approval_config
      ) order by mine.id), '[]')
      from mine
    ),
    'fans', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', other.id, 'creator_id', other.creator_id, 'fan', coalesce(other.handle, other.display_name),
        'mode', other.automation, 'reason', other.automation_reason,
        'changed_at', other.automation_changed_at
      ) order by other.automation_changed_at desc nulls last, other.id), '[]')
      from (
        select fans.* from public.fans
        where fans.creator_id in (select mine.id from mine) and fans.automation <> 'auto'
        order by fans.automation_changed_at desc nulls last, fans.id
        limit 500
      ) as other
    )
  )
  from public.settings
$$;

-- The one switch. Told twice it is as it was.
create function private.turn_automation(stopped boolean, reason text, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  was_stopped boolean;
begin
  perform private.require_everywhere();
  if length(turn_automation.reason) > 500 then
    raise sqlstate 'PT422' using message = 'a reason has at most 500 characters';
  end if;
  select settings.automation_stopped into was_stopped from public.settings for update;
  if was_stopped <> turn_automation.stopped then
    update public.settings
    set
      automation_stopped = turn_automation.stopped, stopped_at = turn_automation.at,
      stop_reason = nullif(trim(turn_automation.reason), '')
    where settings.only_row;
  end if;
  return jsonb_build_object(
    'stopped', turn_automation.stopped, 'changed', was_stopped <> turn_automation.stopped,
    -- Posted already, or about to be: nobody can call these back.
    'under_way', (select count(*) from public.messages where messages.status = 'sending')
  );
end;
$$;

create function private.stop_automation(reason text, at timestamptz)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.turn_automation(true, stop_automation.reason, stop_automation.at)
$$;

create function private.start_automation(reason text, at timestamptz)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.turn_automation(false, start_automation.reason, start_automation.at)
$$;

-- Whoever turns the switch, the dashboard too: since when and why, and every worker hears of it.
create function private.announce_stop()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.stopped_at is not distinct from old.stopped_at then
    new.stopped_at := now();
    new.stop_reason := 'turned by hand';
  end if;
  if not new.automation_stopped then
    new.stopped_at := null;
    new.stop_reason := null;
  end if;
  perform realtime.send(
    jsonb_build_object('due', 0, 'next_run_at', null, 'stopped', new.automation_stopped),
    'nudge', 'jobs', true
  );
  return new;
end;
$$;

create trigger announce_stop before update of automation_stopped on public.settings
for each row when (old.automation_stopped is distinct from new.automation_stopped)
execute function private.announce_stop();

create function public.set_mode(scope text, id bigint, mode text, reason text default null)
returns jsonb
language sql
set search_path = ''
as $$
  select private.set_mode(scope, id, mode, reason, now())
$$;
comment on function public.set_mode is
'Set the mode of everybody (global), a creator or a fan, with a reason.';

create function public.list_modes()
returns jsonb
language sql
set search_path = ''
as $$
  select private.list_modes(now())
$$;
comment on function public.list_modes is
'The stop switch and every mode that is set; of fans those that are not auto.';

create function public.stop_automation(reason text default null)
returns jsonb
language sql
set search_path = ''
as $$
  select private.stop_automation(reason, now())
$$;
comment on function public.stop_automation is 'Stop everything: no job is claimed, no message begun.';

create function public.start_automation(reason text default null)
returns jsonb
language sql
set search_path = ''
as $$
  select private.start_automation(reason, now())
$$;
comment on function public.start_automation is 'Go on after stop_automation.';

revoke execute on function
  public.set_mode, public.list_modes, public.stop_automation, public.start_automation
from public, anon;
grant execute on function
  public.set_mode, public.list_modes, public.stop_automation, public.start_automation,
  private.set_mode, private.list_modes, private.stop_automation, private.start_automation
to service_role, authenticated;
