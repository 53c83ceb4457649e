-- What grows too old goes by itself: first the texts of messages, in the end the fan. Raw events,
-- jobs and what was learned have their own retention (…1780_forgetting.sql, …1900_schedules.sql).

-- Take the text out of messages that are past settings.message_retention, a batch at a time. The
-- rows stay, and with them every count, payment and stage. Not what is unanswered, held for a
-- person, or not known to be sent. Returns how many lost their text.
create function private.expire_messages(batch int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  retention interval;
  old bigint[];
  locked_fans bigint[];
  expired int;
begin
  select settings.message_retention into retention from public.settings;
  if retention = interval '0' then
    return 0;
  end if;
  select array_agg(due.id) into old
  from (
    select messages.id from public.messages
    where messages.expired_at is null and messages.created_at < expire_messages.at - retention
      and messages.status in ('received', 'sent', 'cancelled')
      and not exists (
        select 1 from public.turns
        where turns.id = messages.turn_id and turns.status in ('open', 'sending', 'held')
      )
    order by messages.created_at
    limit batch
  ) as due;
  -- Fan before message; who is busy is seen to the next time.
  select coalesce(array_agg(locked.id), '{}') into locked_fans
  from (
    select fans.id from public.fans
    where fans.id in (select messages.fan_id from public.messages where messages.id = any (old))
    for no key update skip locked
  ) as locked;
  -- What it said is gone, and so are the signals, which tell of it; its length and time are not.
  update public.messages
  set
    body = null, signals = '[]', expired_at = expire_messages.at,
    inspected_at = coalesce(messages.inspected_at, expire_messages.at)
  where messages.id = any (old) and messages.fan_id = any (locked_fans)
    and messages.status in ('received', 'sent', 'cancelled')
    and not exists (
      select 1 from public.turns
      where turns.id = messages.turn_id and turns.status in ('open', 'sending', 'held')
    );
  get diagnostics expired = row_count;
  return expired;
end;
$$;

-- When something was last heard of a fan, or written to them by a person.
create function private.last_heard_of(fan public.fans)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select greatest(
    fan.created_at, fan.last_inbound_at, fan.last_human_at, fan.last_purchase_at,
    (select max(purchases.occurred_at) from public.purchases where purchases.fan_id = fan.id)
  )
$$;

-- Whether somebody still has to see to this fan: something is unanswered, held, or uncertain.
create function private.is_unfinished(fan public.fans)
returns boolean
language sql
stable
set search_path = ''
as $$
  select fan.automation = 'human' or to_jsonb(fan) ->> 'stop_sign' is not null
    or exists (
      select 1 from public.turns
      where turns.fan_id = fan.id and turns.status in ('open', 'sending', 'held')
    )
    or exists (
      select 1 from public.messages
      where messages.fan_id = fan.id and messages.status in ('planned', 'sending', 'unknown', 'held')
    )
$$;

-- Erase fans of whom nothing was heard for settings.fan_retention, a few at a time. Returns how
-- many were.
create function private.erase_silent_fans(batch int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  retention interval;
  fan public.fans;
  erased int := 0;
begin
  select settings.fan_retention into retention from public.settings;
  if retention = interval '0' then
    return 0;
  end if;
  for fan in
    select * from public.fans
    where coalesce(fans.last_inbound_at, fans.created_at) < erase_silent_fans.at - retention
      and private.last_heard_of(fans) < erase_silent_fans.at - retention
      and not private.is_unfinished(fans)
    limit batch
    for update skip locked
  loop
    perform private.erase_locked_fan(fan, 'silent', erase_silent_fans.at);
    erased := erased + 1;
  end loop;
  return erased;
end;
$$;
