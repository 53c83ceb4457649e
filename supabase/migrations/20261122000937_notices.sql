-- Notices: fixed texts that go out by themselves, whatever the mode, in a turn of their own. The
-- words come with the inspection that finds the reason (prompts/fixed); whether one goes out is
-- decided here, in the transaction that records the signal: so it is planned exactly once.

-- Plan the notice `name`. The caller holds the fan's lock.
create function private.plan_notice(fan_id bigint, name text, texts jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn_id bigint;
begin
  -- A worker that brings no words, or none that fit: a person has the fan all the same.
  if (length(texts ->> name) between 1 and 5000) is not true then
    return;
  end if;
  insert into public.turns (fan_id, status, opened_at, fixed_text, is_notice, must_send)
  values (plan_notice.fan_id, 'sending', plan_notice.at, name, true, true)
  returning turns.id into turn_id;
  insert into public.messages (
    fan_id, turn_id, direction, kind, status, position, body, is_disclosure, prompt_version,
    created_at
  )
  values (
    plan_notice.fan_id, turn_id, 'outbound', 'fixed', 'planned', 1, texts ->> name,
    private.says_automated(texts ->> name), texts ->> 'prompt_version', plan_notice.at
  );
  perform private.enqueue_job(fans.creator_id, fans.id, 'deliver', plan_notice.at, plan_notice.at)
  from public.fans where fans.id = plan_notice.fan_id;
  perform private.send_nudge(1, plan_notice.at);
end;
$$;

-- The fan may be in danger: tell them where to turn, once in settings.crisis_interval.
create function private.send_crisis_text(fan_id bigint, texts jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  turn public.turns;
begin
  if exists (
    select 1 from public.turns
    join public.messages on messages.turn_id = turns.id
    where turns.fan_id = send_crisis_text.fan_id and turns.is_notice
      and turns.fixed_text = 'crisis' and (
        messages.status in ('planned', 'sending')
        or (
          messages.status in ('sent', 'unknown')
          and coalesce(messages.sent_at, messages.sending_at)
          > send_crisis_text.at - (select settings.crisis_interval from public.settings)
        )
      )
  ) then
    return;
  end if;
  -- One that failed for good waits for a person; this one goes out instead.
  for turn in
    select * from public.turns
    where turns.fan_id = send_crisis_text.fan_id and turns.is_notice
      and turns.fixed_text = 'crisis' and turns.status = 'held'
      and not private.has_bubbles(turns.id, '{sending,unknown}')
  loop
    perform private.cancel_bubbles(turn.id);
    perform private.close_turn(turn.id, 'cancelled', send_crisis_text.at, 'a newer one goes out');
  end loop;
  perform private.plan_notice(send_crisis_text.fan_id, 'crisis', texts, send_crisis_text.at);
end;
$$;

-- A fan who is held asked what answers: the truth goes out at once and they stay held. Where a
-- person releases every reply, or had the fan before, that person tells them; a possible minor gets
-- nothing. The caller holds the fan's lock.
create function private.tell_held_fan(fan_id bigint, texts jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
  creator_mode public.automation_mode;
begin
  select * into fan from public.fans where fans.id = tell_held_fan.fan_id;
  select creators.automation into creator_mode
  from public.creators where creators.id = fan.creator_id;
  if fan.stop_sign = 'minor' or fan.automation <> 'human' then
    return;
  end if;
  fan.automation := fan.stop_sign_before;
  if private.mode_of(fan, creator_mode) <> 'auto' or exists (
    select 1 from public.turns
    where turns.fan_id = fan.id and turns.fixed_text = 'identity' and turns.status = 'sending'
  ) then
    return;
  end if;
  perform private.plan_notice(fan.id, 'identity', texts, tell_held_fan.at);
  -- It is answered: a release does not answer it again.
  update public.turns set fixed_text = null
  where turns.fan_id = fan.id and turns.status = 'held' and turns.fixed_text = 'identity'
    and not turns.is_notice;
end;
$$;

-- The creator wants to talk to whoever asked what answers: once they were told, a person has them.
create function private.hand_over_asker()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform private.set_automation(
    fans.id, 'human', 'asked what answers: handed over', coalesce(new.sent_at, now())
  )
  from public.turns
  join public.fans on fans.id = turns.fan_id and fans.automation in ('auto', 'approve')
  join public.creators on creators.id = fans.creator_id
  where turns.id = new.turn_id and turns.fixed_text = 'identity' and new.position > 0
    and creators.after_sincere_question = 'hand_over';
  return null;
end;
$$;

create trigger hand_over_asker after update of status on public.messages
for each row when (
  old.status is distinct from new.status and new.status = 'sent' and new.kind = 'fixed'
)
execute function private.hand_over_asker();
