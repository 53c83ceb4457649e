-- What happens to a turn when the fan writes, a person writes, or a reply fails.
-- The callers hold the fan's lock.

-- Find or open the turn that a new message of the fan belongs to.
create function private.join_turn(fan public.fans, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  if fan.stop_sign is not null then
    return private.join_held_turn(fan.id, join_turn.at);
  end if;
  select * into turn from public.turns
  where turns.fan_id = fan.id and turns.status in ('open', 'sending', 'held')
    and not turns.is_notice
  order by turns.id desc
  limit 1;
  if turn.status = 'open' then
    return turn;
  end if;

  if turn.status = 'sending' and not turn.must_send then
    turn := private.void_draft(turn, join_turn.at);
  elsif turn.status = 'held' then
    -- A held draft is void once the fan writes again: the next reply answers everything. What
    -- was answered in part is not answered again, and what may be out stays with the person.
    perform private.cancel_bubbles(turn.id);
    if private.has_bubbles(turn.id, '{sending,unknown}') then
      null;
    elsif private.has_answer_bubbles(turn.id, '{sent}') then
      turn := private.close_turn(turn.id, 'answered', join_turn.at);
    elsif private.has_bubbles(turn.id, '{sent}') or private.has_other_open_turn(turn) then
      turn := private.hand_over_turn(turn, join_turn.at);
    else
      update public.turns set status = 'open', hold_reason = null
      where turns.id = turn.id returning * into turn;
    end if;
  end if;

  if turn.status is distinct from 'open' then
    -- An older turn may be the open one: what became of its message was learnt late.
    select * into turn from public.turns
    where turns.fan_id = fan.id and turns.status = 'open';
    if not found then
      insert into public.turns (fan_id, opened_at) values (fan.id, join_turn.at)
      returning * into turn;
    end if;
  end if;
  return turn;
end;
$$;

-- Cancel the bubbles of a turn that nobody has begun to send.
create function private.cancel_bubbles(turn_id bigint)
returns void
language sql
set search_path = ''
as $$
  update public.messages
  set status = 'cancelled'
  where messages.turn_id = cancel_bubbles.turn_id and messages.status in ('planned', 'held')
$$;

create function private.has_bubbles(turn_id bigint, statuses public.message_status[])
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.messages
    where messages.turn_id = has_bubbles.turn_id and messages.direction = 'outbound'
      and messages.status = any (statuses)
  )
$$;

-- The disclosure stands before the answer, at position 0: by itself it answers nothing.
create function private.has_answer_bubbles(turn_id bigint, statuses public.message_status[])
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.messages
    where messages.turn_id = has_answer_bubbles.turn_id and messages.direction = 'outbound'
      and messages.position > 0 and messages.status = any (statuses)
  )
$$;

create function private.has_other_open_turn(turn public.turns)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.turns as other
    where other.fan_id = turn.fan_id and other.status = 'open' and other.id <> turn.id
  )
$$;

-- The draft of a turn in `sending` no longer fits: cancel what has not gone out.
-- If nothing of the answer has, the turn is open again, one supersede older; else it counts as
-- answered, as soon as nothing of it is on its way any more (finish_send sees to that).
create function private.void_draft(turn public.turns, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
declare
  voided public.turns := turn;
begin
  perform private.cancel_bubbles(turn.id);
  perform private.end_delivery(turn, void_draft.at);

  if private.has_answer_bubbles(turn.id, '{sending,unknown,sent}') then
    if not private.has_bubbles(turn.id, '{sending,unknown}') then
      voided := private.close_turn(turn.id, 'answered', void_draft.at);
    end if;
    return voided;
  end if;
  -- What it was to answer was deleted while nobody knew whether the answer had arrived.
  if private.is_emptied(turn.id) then
    return private.cancel_emptied(turn, void_draft.at);
  end if;

  if private.has_bubbles(turn.id, '{sending,unknown,sent}') or private.has_other_open_turn(turn) then
    voided := private.hand_over_turn(turn, void_draft.at);
  end if;
  update public.turns
  set
    status = 'open',
    supersede_count = turns.supersede_count + 1,
    must_send = turns.must_send
      or private.must_send(turns.supersede_count + 1, turns.opened_at, void_draft.at)
  where turns.id = voided.id
  returning * into voided;
  return voided;
end;
$$;

-- Another turn takes over what a turn has left unanswered: the open one, since only one may be,
-- or else a new one, since the disclosure of this one is out or on its way.
create function private.hand_over_turn(turn public.turns, at timestamptz)
returns public.turns
language plpgsql
set search_path = ''
as $$
declare
  heir public.turns;
begin
  select * into heir from public.turns
  where turns.fan_id = turn.fan_id and turns.status = 'open' and turns.id <> turn.id;
  if not found then
    insert into public.turns (fan_id, opened_at) values (turn.fan_id, turn.opened_at)
    returning * into heir;
  end if;
  update public.messages set turn_id = heir.id
  where messages.turn_id = turn.id and messages.direction = 'inbound';
  update public.turns
  set
    opened_at = least(turns.opened_at, turn.opened_at),
    supersede_count = greatest(turns.supersede_count, turn.supersede_count),
    must_send = turns.must_send or turn.must_send,
    fixed_text = coalesce(turns.fixed_text, turn.fixed_text),
    wait = coalesce(turns.wait, turn.wait)
  where turns.id = heir.id
  returning * into heir;
  -- While a bubble of it is on its way, finish_send closes it.
  if not private.has_bubbles(turn.id, '{sending,unknown}') then
    perform private.close_turn(
      turn.id,
      case when private.has_bubbles(turn.id, '{sent}') then 'answered' else 'cancelled' end::public.turn_status,
      hand_over_turn.at, format('turn %s answers it', heir.id)
    );
  end if;
  return heir;
end;
$$;

-- Whether the next reply to a turn goes out whatever comes meanwhile, so that a fan who never
-- stops writing is answered all the same.
create function private.must_send(supersede_count int, opened_at timestamptz, at timestamptz)
returns boolean
language sql
stable
set search_path = ''
as $$
  select supersede_count >= settings.max_supersedes or at - opened_at > settings.max_turn_wait
  from public.settings
$$;

create function private.close_turn(
  turn_id bigint, outcome public.turn_status, at timestamptz, why text default null
)
returns public.turns
language sql
set search_path = ''
as $$
  update public.turns
  set
    status = outcome, closed_at = close_turn.at, hold_reason = null,
    close_reason = coalesce(close_turn.why, turns.close_reason)
  where turns.id = close_turn.turn_id
  returning *
$$;

-- Hold a turn for a person: nothing of it goes out by itself any more.
create function private.hold_turn(turn_id bigint, reason text, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.messages set status = 'held'
  where messages.turn_id = hold_turn.turn_id and messages.status = 'planned';

  -- Only what works on this turn: the fan's other turn may be waiting for its own job, or for the
  -- same delivery.
  perform private.end_job(jobs.id, 'cancelled', hold_turn.at)
  from public.jobs_queue as jobs
  join public.turns on turns.fan_id = jobs.fan_id and turns.id = hold_turn.turn_id
  where jobs.status = 'queued' and jobs.job_type = 'reply' and turns.status = 'open';
  perform private.end_delivery(turns, hold_turn.at)
  from public.turns
  where turns.id = hold_turn.turn_id and turns.status = 'sending';

  update public.turns set status = 'held', hold_reason = hold_turn.reason
  where turns.id = hold_turn.turn_id and turns.status in ('open', 'sending', 'held');
end;
$$;

-- Nothing of a fan's turns in `sending` is to go out any more, though nothing ended them: a person
-- cancelled or held their bubbles one by one.
create function private.end_sending(fan_id bigint, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  for turn in
    select * from public.turns
    where turns.fan_id = end_sending.fan_id and turns.status = 'sending'
      and not private.has_bubbles(turns.id, '{planned,sending,unknown}')
  loop
    if private.has_bubbles(turn.id, '{held}') then
      perform private.hold_turn(turn.id, 'its bubbles were held by hand', end_sending.at);
    elsif private.has_bubbles(turn.id, '{sent}') then
      perform private.close_turn(turn.id, 'answered', end_sending.at);
    elsif private.is_emptied(turn.id) then
      perform private.cancel_emptied(turn, end_sending.at);
    else
      perform private.hold_turn(turn.id, 'its bubbles were cancelled by hand', end_sending.at);
    end if;
  end loop;
end;
$$;

-- A person answered the fan, or the fan wants no more: nothing that waits is sent.
create function private.stop_conversation(
  fan_id bigint, outcome public.turn_status, mode public.automation_mode, why text, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  for turn in
    select * from public.turns
    where turns.fan_id = stop_conversation.fan_id and turns.status in ('open', 'sending', 'held')
      -- Whoever is in danger is told where to turn, whatever else happens.
      and not (turns.is_notice and turns.fixed_text = 'crisis')
  loop
    perform private.cancel_bubbles(turn.id);
    perform private.close_turn(turn.id, outcome, stop_conversation.at, why);
  end loop;
  perform private.end_job(jobs.id, 'cancelled', stop_conversation.at)
  from public.jobs_queue as jobs
  where jobs.fan_id = stop_conversation.fan_id and jobs.status in ('queued', 'parked')
    and jobs.lane = 'turn'
    -- What may be on its way still has to be found out.
    and not (jobs.job_type = 'deliver' and exists (
      select 1 from public.messages
      where messages.fan_id = jobs.fan_id and messages.status = 'sending'
    ));
  perform private.ensure_delivery(stop_conversation.fan_id, stop_conversation.at);
  perform private.set_automation(stop_conversation.fan_id, mode, why, stop_conversation.at);
end;
$$;
