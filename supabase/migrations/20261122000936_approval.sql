-- What waits for a person before it goes out: everything where the mode is `approve`, and what a
-- creator's approval_config names where it is `auto`.

-- Why a reply to this turn waits for a person, or null. Asked when it is written, and again before
-- each bubble that nobody has released: stage, price and configuration may be others by then.
-- The fixed answer to a sincere question waits in mode `approve` only: the truth is told at once.
create function private.approval_reason(fan public.fans, turn public.turns, offer_id bigint)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  creator public.creators;
  config jsonb;
  reason text;
begin
  select * into creator from public.creators where creators.id = fan.creator_id;
  config := creator.approval_config;
  if private.mode_of(fan, creator.automation) = 'approve' then
    return 'waits for approval';
  elsif turn.fixed_text is not null or config = '{}' then
    return null;
  end if;

  reason := case
    when config -> 'stages' ? fan.stage::text then format('stage %s', fan.stage)
    when config -> 'vip' = 'true' and fan.tier = 'vip' then 'a VIP fan'
  end;
  reason := coalesce(reason, (
    select format('an offer of %s %s', round(offers.price_cents / 100.0, 2), offers.currency)
    from public.offers
    where offers.id = approval_reason.offer_id
      and offers.price_cents >= (config ->> 'price_from_cents')::int
  ), (
    select format('signal %s', string_agg(distinct signal, ', '))
    from public.messages
    cross join jsonb_array_elements_text(messages.signals) as signal
    where messages.turn_id = turn.id and messages.direction = 'inbound'
      and config -> 'signals' ? signal
    having count(*) > 0
  ), (
    select format('one of the first %s replies', config ->> 'first_replies')
    from public.messages
    where messages.fan_id = fan.id and messages.kind = 'reply' and messages.status = 'sent'
      and messages.turn_id <> turn.id
    having count(distinct messages.turn_id) < (config ->> 'first_replies')::int
  ));
  return 'waits for approval: ' || reason;
end;
$$;
