-- What a person changes in the dashboard instead of calling a function: completed where it is
-- plain what is meant, refused with a hint where it is not. Our own functions fill in what these
-- triggers look for, so that they pass.

-- Whoever edits a row has locked that row, and every function locks the fan before it: so this
-- does not wait for a fan that somebody is busy with.
create function private.lock_fan_by_hand(fan_id bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform 1 from public.fans where fans.id = lock_fan_by_hand.fan_id for no key update nowait;
exception when lock_not_available then
  raise lock_not_available using
    message = format('fan %s is being worked on at this moment', lock_fan_by_hand.fan_id),
    hint = 'Try again.';
end;
$$;

-- unknown -> sent or cancelled: as resolve_message does it; follow_resolution does the rest.
create function private.resolve_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_fan_by_hand(new.fan_id);
  new.resolved_at := now();
  if new.status = 'sent' then
    new.sent_at := coalesce(new.sent_at, old.sending_at, now());
    new.platform_uuid := coalesce(new.platform_uuid, private.parked_uuid_of(old));
  end if;
  return new;
end;
$$;

create trigger resolve_by_hand before update of status on public.messages
for each row when (
  old.status = 'unknown' and new.status in ('sent', 'cancelled') and new.resolved_at is null
)
execute function private.resolve_by_hand();

-- A turn is closed: nothing of it goes out any more. What may be on its way is still found out.
create function private.close_turn_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_fan_by_hand(new.fan_id);
  perform private.cancel_bubbles(new.id);
  if old.status = 'open' then
    perform private.end_job(jobs.id, 'cancelled', now())
    from public.jobs_queue as jobs
    where jobs.fan_id = new.fan_id and jobs.status in ('queued', 'parked')
      and jobs.job_type = 'reply';
  else
    perform private.end_delivery(new, now());
  end if;
  new.closed_at := now();
  new.hold_reason := null;
  new.close_reason := coalesce(new.close_reason, 'closed by hand');
  return new;
end;
$$;

create trigger close_turn_by_hand before update of status on public.turns
for each row when (
  old.status is distinct from new.status
  and new.status in ('answered', 'cancelled') and new.closed_at is null
)
execute function private.close_turn_by_hand();

-- sending -> held: nothing more of it goes out. hold_turn has seen to that already.
create function private.hold_turn_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.lock_fan_by_hand(new.fan_id);
  update public.messages set status = 'held'
  where messages.turn_id = new.id and messages.status = 'planned';
  perform private.end_delivery(new, now());
  return new;
end;
$$;

create trigger hold_turn_by_hand before update of status on public.turns
for each row when (old.status = 'sending' and new.status = 'held')
execute function private.hold_turn_by_hand();

-- held -> sending: what waits for approval goes out. To open: it is written anew.
create function private.release_turn_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  creator_id bigint;
begin
  perform private.lock_fan_by_hand(new.fan_id);
  select fans.creator_id into creator_id from public.fans where fans.id = new.fan_id;
  if not new.is_notice and private.is_held(new.fan_id) then
    raise check_violation using
      message = format('turn %s: its fan is held for a person by a stop sign', new.id),
      hint = format('Let the fan be answered again: fanpace release %s', new.fan_id);
  end if;
  -- Nobody wrote anything in it that a reply could answer.
  if new.is_notice and new.status = 'open' then
    raise check_violation using
      message = format('turn %s is a notice and answers nothing', new.id),
      hint = 'Set it to sending to send it, or to cancelled.';
  end if;
  if private.has_bubbles(new.id, '{sending,unknown}') then
    raise check_violation using
      message = format('turn %s: a message of it may have gone out', new.id),
      hint = 'Say first what became of it: messages.status = sent or cancelled, or fanpace jobs resolve.';
  end if;
  if new.status = 'sending' then
    update public.messages set status = 'planned', approved_at = now()
    where messages.turn_id = new.id and messages.status = 'held';
    if not found then
      raise check_violation using
        message = format('turn %s has no bubbles to send', new.id),
        hint = 'With status open it is answered anew.';
    end if;
    perform private.enqueue_job(creator_id, new.fan_id, 'deliver', now(), now());
  else
    if private.has_bubbles(new.id, '{sent}') then
      raise check_violation using
        message = format('turn %s was answered in part', new.id),
        hint = 'Set it to sending to send the rest, or to answered.';
    end if;
    if private.has_other_open_turn(new) then
      raise check_violation using
        message = format('turn %s: another turn of this fan is open and will be answered', new.id),
        hint = 'Set it to cancelled, or try again once the other is answered.';
    end if;
    perform private.cancel_bubbles(new.id);
    perform private.end_delivery(new, now());
    perform private.ensure_reply(creator_id, new, now(), 'requeued', now());
  end if;
  new.hold_reason := null;
  perform private.send_nudge(1, now());
  return new;
end;
$$;

create trigger release_turn_by_hand before update of status on public.turns
for each row when (
  old.status = 'held' and new.status in ('open', 'sending') and new.hold_reason is not null
)
execute function private.release_turn_by_hand();

create trigger reopen_turn_by_hand before update of status on public.turns
for each row when (
  old.status = 'sending' and new.status = 'open'
  and new.supersede_count = old.supersede_count and new.revision = old.revision
)
execute function private.release_turn_by_hand();

-- held -> planned: nobody delivers one bubble of a turn that stays held, and no reply is written
-- while it waits.
create function private.refuse_bubble_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  turn_status public.turn_status;
begin
  -- Somebody may be about to hold the turn.
  perform private.lock_fan_by_hand(new.fan_id);
  select turns.status into turn_status from public.turns where turns.id = new.turn_id;
  if turn_status <> 'sending' then
    raise check_violation using
      message = format('message %s: turn %s is %s', new.id, new.turn_id, turn_status),
      hint = 'Set the status of its turn to sending: what it holds goes out.';
  end if;
  return new;
end;
$$;

create trigger refuse_bubble_by_hand before update of status on public.messages
for each row when (
  old.status = 'held' and new.status = 'planned'
  and new.approved_at is not distinct from old.approved_at
)
execute function private.refuse_bubble_by_hand();

-- A job's status alone says too little: its turn, its lease and its siblings go with it.
create function private.refuse_job_by_hand()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.status = 'parked' and exists (
    select 1 from public.fans
    join public.creators on creators.id = fans.creator_id
    where fans.id = new.fan_id
      and private.mode_of(fans, creators.automation) not in ('auto', 'approve')
  ) then
    return new;
  end if;
  raise check_violation using
    message = format('job %s is not moved from %s to %s by hand', old.id, old.status, new.status),
    hint = case
      when old.status = 'dead' then format('Run: fanpace jobs requeue %s', old.id)
      when new.status = 'cancelled' then 'Set the status of its turn to cancelled: the job goes with it.'
      when new.status in ('parked', 'held') then 'Set fans.automation to paused: the job is parked when it is due.'
      else 'Set run_at to now() to have it done at once.'
    end;
end;
$$;

create trigger refuse_job_by_hand before update of status on public.jobs_queue
for each row when (
  old.status is distinct from new.status and (
    new.status = 'parked'
    or (new.status in ('done', 'superseded', 'held', 'cancelled', 'dead')) <> (new.finished_at is not null)
    or (new.status = 'running') <> (new.lease_token is not null)
  )
)
execute function private.refuse_job_by_hand();
