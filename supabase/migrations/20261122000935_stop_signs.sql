-- Fans who are held for a person: a sign of a minor, of self-harm, a threat, refunds and law,
-- distress. Whoever sets fans.stop_sign, a function or a person in the dashboard, the triggers
-- here do what follows; docs/trust.md has the rules as a table.

create function private.gravity(sign text)
returns int
language sql
immutable
set search_path = ''
as $$
  select array_position('{distress,refund_legal,threat,self_harm,minor}'::text[], sign)
$$;

-- The gravest of the signs among signals; null: there is none.
create function private.gravest_sign(signals jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select found.signal
  from jsonb_array_elements_text(signals) as found (signal)
  where private.gravity(found.signal) is not null
  order by private.gravity(found.signal) desc
  limit 1
$$;

create function private.is_held(fan_id bigint)
returns boolean
language sql
stable
set search_path = ''
as $$
  select fans.stop_sign is not null from public.fans where fans.id = is_held.fan_id
$$;

-- Who may be sent what: null, or in words why this turn's text may not go out. Asked wherever a
-- text is planned, released or sent. Modes and approval are asked besides; what stands here holds
-- for what a person released as well.
create function private.refuse_sending(fan public.fans, turn public.turns)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    -- Before every other rule: it may be about a life.
    when turn.is_notice and turn.fixed_text = 'crisis' then null
    when fan.stop_sign = 'minor' then 'the fan may be a minor'
    -- Whoever sincerely asks what answers is told the truth, held or not.
    when fan.stop_sign is not null and not turn.is_notice
      and turn.fixed_text is distinct from 'identity'
      then format('the fan is held for a person: %s', fan.stop_sign)
    when fan.automation = 'opted_out' and not turn.is_notice then 'the fan has opted out'
  end
$$;

-- A sign was seen in what a fan wrote. One that is less grave than the open one changes nothing.
-- The caller holds the fan's lock.
create function private.raise_stop_sign(fan_id bigint, sign text, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  update public.fans
  set
    stop_sign = sign, stop_sign_at = raise_stop_sign.at,
    automation = case
      when fans.automation in ('auto', 'approve', 'paused') then 'human' else fans.automation
    end,
    automation_reason = case
      when fans.automation = 'opted_out' then fans.automation_reason
      else format('stop sign: %s', sign)
    end,
    automation_changed_at = raise_stop_sign.at
  where fans.id = raise_stop_sign.fan_id
    and coalesce(private.gravity(fans.stop_sign), 0) < private.gravity(sign)
$$;

-- Completes what is written about a stop sign, by hand too, and refuses to let a possible minor
-- back to automation by a mode alone. Named so that it runs before note_automation.
create function private.keep_stop_sign()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.stop_sign is not null and new.stop_sign is not null
    and new.automation in ('auto', 'approve') then
    if new.stop_sign = 'minor' then
      raise check_violation using
        message = format('fan %s is held: they may be a minor', old.id),
        hint = format('Once you know that they are an adult: fanpace release %s --confirmed-adult, or set stop_sign to null in the same update.', old.id);
    end if;
    -- A person who lets automation go on has seen to the rest.
    new.stop_sign := null;
  end if;

  if new.stop_sign is null then
    if old.stop_sign is not null then
      if new.automation = old.automation and new.automation = 'human' then
        new.automation := old.stop_sign_before;
      elsif new.automation = 'opted_out' and old.stop_sign_before <> 'opted_out' then
        new.opted_out_from := old.stop_sign_before;
      end if;
      if old.stop_sign = 'minor' and new.adult_confirmed_at is not distinct from old.adult_confirmed_at then
        new.adult_confirmed_at := now();
      end if;
    end if;
    new.stop_sign_at := null;
    new.stop_sign_before := null;
    return new;
  end if;

  if new.stop_sign is distinct from old.stop_sign
    and new.stop_sign_at is not distinct from old.stop_sign_at then
    new.stop_sign_at := now();
  end if;
  if old.stop_sign is null then
    new.stop_sign_before := old.automation;
    if new.automation in ('auto', 'approve', 'paused') then
      new.automation := 'human';
      new.automation_reason := format('stop sign: %s', new.stop_sign);
    end if;
  end if;
  return new;
end;
$$;

-- Named columns: every message updates the row, and looks at none of this.
create trigger keep_stop_sign before update of stop_sign, automation on public.fans
for each row when (
  (old.stop_sign is not null or new.stop_sign is not null)
  and (old.stop_sign is distinct from new.stop_sign or old.automation is distinct from new.automation)
)
execute function private.keep_stop_sign();

-- A fan is held: nothing that was written goes out, nothing more is written, no offer stands.
create function private.follow_stop_sign()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  turn public.turns;
  was_asked boolean := false;
begin
  -- What is being written is void, and must not keep the crisis text waiting.
  perform private.end_job(jobs.id, 'held', new.stop_sign_at, '{"kind": "stop_sign", "message": "the fan is held for a person"}')
  from public.jobs_queue as jobs
  where jobs.fan_id = new.id and jobs.job_type = 'reply' and jobs.status = 'running';
  for turn in
    select * from public.turns
    where turns.fan_id = new.id and turns.status in ('open', 'sending', 'held')
    order by turns.id
  loop
    if private.refuse_sending(new, turn) is not null
      or (turn.status <> 'sending' and not turn.is_notice) then
      perform private.withdraw_turn(turn, private.refuse_sending(new, turn), new.stop_sign_at);
    end if;
  end loop;
  perform private.end_job(jobs.id, 'cancelled', new.stop_sign_at)
  from public.jobs_queue as jobs
  where jobs.fan_id = new.id and jobs.job_type = 'reply' and jobs.status in ('queued', 'parked');
  perform private.end_job(jobs.id, 'cancelled', new.stop_sign_at)
  from public.jobs_queue as jobs
  where jobs.fan_id = new.id and jobs.job_type = 'deliver' and jobs.status = 'queued'
    and not exists (
      select 1 from public.turns where turns.fan_id = new.id and turns.status = 'sending'
    )
    -- Of a turn that somebody has held by hand, too: what may be out still has to be found out.
    and not exists (
      select 1 from public.messages
      where messages.fan_id = new.id and messages.status = 'sending'
    );
  update public.fan_offers as made
  set
    status = 'expired', closed_at = new.stop_sign_at,
    reason = format('withdrawn: stop sign: %s', new.stop_sign)
  where made.fan_id = new.id and made.status = 'open';
  -- What was asked for before is asked for no more.
  update public.fans set last_trigger_at = null
  where fans.id = new.id and fans.last_trigger_at is not null;
  return null;
end;
$$;

create trigger follow_stop_sign after update of stop_sign, automation on public.fans
for each row when (new.stop_sign is not null and new.stop_sign is distinct from old.stop_sign)
execute function private.follow_stop_sign();

-- Hold one turn of a fan who is held. Its draft is void; what is on its way is found out first, and
-- what was answered in part counts as answered. The caller holds the fan's lock.
create function private.hold_for_stop_sign(turn public.turns, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
begin
  perform private.cancel_bubbles(turn.id);
  if private.has_bubbles(turn.id, '{sending,unknown}') then
    return turn;
  end if;
  perform private.end_delivery(turn, hold_for_stop_sign.at);
  if private.has_answer_bubbles(turn.id, '{sent}') then
    return private.close_turn(turn.id, 'answered', hold_for_stop_sign.at);
  elsif private.is_emptied(turn.id) then
    return private.cancel_emptied(turn, hold_for_stop_sign.at);
  end if;
  perform private.hold_turn(turn.id, format('stop sign: %s', fans.stop_sign), hold_for_stop_sign.at)
  from public.fans where fans.id = turn.fan_id;
  select * into turn from public.turns where turns.id = turn.id;
  return turn;
end;
$$;

-- Nothing more of a turn may go out: it waits for a person, and a notice is done with.
create function private.withdraw_turn(turn public.turns, why text, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if not turn.is_notice then
    perform private.hold_for_stop_sign(turn, withdraw_turn.at);
    return;
  end if;
  perform private.cancel_bubbles(turn.id);
  if not private.has_bubbles(turn.id, '{sending,unknown}') then
    perform private.close_turn(turn.id, 'cancelled', withdraw_turn.at, why);
  end if;
end;
$$;

-- What came back unsent may not be sent any more. The caller holds the fan's lock.
create function private.withdraw_refused(fan_id bigint, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  select private.withdraw_turn(turns, private.refuse_sending(fans, turns), withdraw_refused.at)
  from public.fans
  join public.turns on turns.fan_id = fans.id and turns.status = 'sending'
  where fans.id = withdraw_refused.fan_id and fans.stop_sign is not null
    and private.refuse_sending(fans, turns) is not null
$$;

-- The turn that waits for a person, where there is none a new one: what a held fan writes.
create function private.join_held_turn(fan_id bigint, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  select * into turn from public.turns
  where turns.fan_id = join_held_turn.fan_id and turns.status = 'held' and not turns.is_notice
    and turns.hold_reason like 'stop sign: %'
    and not private.has_bubbles(turns.id, '{sending,unknown,sent}')
  order by turns.id desc
  limit 1;
  if not found then
    insert into public.turns (fan_id, opened_at, status, hold_reason)
    select fans.id, join_held_turn.at, 'held', format('stop sign: %s', fans.stop_sign)
    from public.fans where fans.id = join_held_turn.fan_id
    returning * into turn;
  end if;
  return turn;
end;
$$;

-- The stop sign is gone: what waited for a person is answered by whoever the mode says. Nobody is
-- asked about it again, so it does not wait for the morning.
create function private.follow_release()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  turn public.turns;
  released_at constant timestamptz := case
    when new.automation_changed_at is distinct from old.automation_changed_at
      then new.automation_changed_at
    else now()
  end;
begin
  for turn in
    select * from public.turns
    where turns.fan_id = new.id and turns.status = 'held' and turns.hold_reason like 'stop sign: %'
    order by turns.id
  loop
    if new.automation = 'opted_out' then
      perform private.close_turn(turn.id, 'cancelled', released_at, 'the fan has opted out');
    else
      perform private.answer_anew(new, turn, 'released', released_at);
    end if;
  end loop;
  -- Asked meanwhile and not answered, as in approve mode.
  perform private.mark_sincere_question(new.id);
  return null;
end;
$$;

create trigger follow_release after update of stop_sign, automation on public.fans
for each row when (old.stop_sign is not null and new.stop_sign is null)
execute function private.follow_release();

-- An operator has looked: the fan goes back to the mode from before, and what waits is answered.
create function private.release_fan(fan_id bigint, confirmed_adult boolean, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  fan public.fans;
  released public.fans;
begin
  select * into fan from public.fans where fans.id = release_fan.fan_id;
  if not found or not private.may(fan.creator_id, 'viewer') then
    raise sqlstate 'PT404' using
      message = 'no such fan', detail = format('there is no fan %s', release_fan.fan_id);
  end if;
  perform private.require_member(fan.creator_id, 'operator');
  select * into fan from public.fans where fans.id = release_fan.fan_id for no key update;
  if fan.stop_sign is null then
    return jsonb_build_object('outcome', 'not_held', 'automation', fan.automation);
  elsif fan.stop_sign = 'minor' and confirmed_adult is not true then
    raise sqlstate 'PT422' using
      message = 'the fan may be a minor',
      detail = 'whoever lets them be written to says that they are an adult',
      hint = 'Once you know it: confirmed_adult, or fanpace release FAN --confirmed-adult.';
  end if;

  update public.fans
  set
    stop_sign = null, automation_reason = 'released by a person',
    automation_changed_at = release_fan.at,
    adult_confirmed_at = case
      when fan.stop_sign = 'minor' then release_fan.at else fans.adult_confirmed_at
    end
  where fans.id = fan.id
  returning * into released;
  perform private.audit(
    'fan.release', fan.creator_id, fan.id,
    jsonb_build_object(
      'stop_sign', fan.stop_sign, 'confirmed_adult', coalesce(confirmed_adult, false),
      'automation', released.automation
    ),
    release_fan.at
  );
  return jsonb_build_object(
    'outcome', 'released', 'stop_sign', fan.stop_sign, 'automation', released.automation
  );
end;
$$;

create function public.release_fan(fan_id bigint, confirmed_adult boolean default false)
returns jsonb
language sql
set search_path = ''
as $$
  select private.release_fan(fan_id, confirmed_adult, now())
$$;
comment on function public.release_fan is
'Let a fan who is held by a stop sign be answered again; a possible minor needs confirmed_adult. Answers released or not_held.';
revoke execute on function public.release_fan, private.release_fan from public, anon, authenticated;
grant execute on function public.release_fan, private.release_fan to service_role, authenticated;
