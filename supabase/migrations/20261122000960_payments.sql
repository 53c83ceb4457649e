-- What an event about money means. ingest_event has logged the event and locked the fan.

-- What of a fan's purchases still stands. Money that went back is set against the payment it
-- names, by id or by message; where it names none, against one of the same amount, else against
-- the newest. Whatever the order in which events came, the rows give one answer.
create function private.standing_purchases(fan_id bigint)
returns table (id bigint, kind text, platform_id text, occurred_at timestamptz, amount numeric)
language plpgsql
stable
set search_path = ''
as $$
declare
  back record;
  hit record;
  taken numeric;
  left_over jsonb;
begin
  -- What is left of each, by its id.
  select coalesce(jsonb_object_agg(purchases.id, purchases.amount), '{}') into left_over
  from public.purchases
  where purchases.fan_id = standing_purchases.fan_id and purchases.amount > 0;

  for back in
    select
      went.platform_id, went.message_uuid, went.occurred_at, -went.amount as amount,
      exists (select 1 from private.named_purchases(went)) as is_named, went as whole
    from public.purchases as went
    where went.fan_id = standing_purchases.fan_id and went.amount < 0
    order by is_named desc, went.occurred_at, went.kind, went.platform_id
  loop
    for hit in
      select purchases.id, (left_over ->> purchases.id::text)::numeric as amount
      from public.purchases
      where purchases.fan_id = standing_purchases.fan_id and purchases.amount > 0
        and (
          not back.is_named
          or purchases.id in (select named.id from private.named_purchases(back.whole) as named)
        )
      order by
        (left_over ->> purchases.id::text)::numeric = back.amount desc,
        purchases.occurred_at <= back.occurred_at desc,
        purchases.occurred_at desc, purchases.platform_id
    loop
      exit when back.amount <= 0;
      taken := least(back.amount, hit.amount);
      left_over := left_over || jsonb_build_object(hit.id::text, hit.amount - taken);
      back.amount := back.amount - taken;
    end loop;
  end loop;

  return query
  select
    purchases.id, purchases.kind, purchases.platform_id, purchases.occurred_at,
    (left_over ->> purchases.id::text)::numeric
  from public.purchases
  where purchases.fan_id = standing_purchases.fan_id and purchases.amount > 0
    and (left_over ->> purchases.id::text)::numeric > 0;
end;
$$;

-- The payments that a refund or dispute speaks of.
create function private.named_purchases(back public.purchases)
returns setof public.purchases
language sql
stable
set search_path = ''
as $$
  select * from public.purchases
  where purchases.fan_id = back.fan_id and purchases.amount > 0
    and purchases.kind <> 'opening_balance'
    and (purchases.platform_id = back.platform_id or purchases.message_uuid = back.message_uuid)
$$;

-- How much of a refund or dispute to book: a payment is not taken back twice, as where it is
-- refunded after a dispute. One that names no payment that is known is booked whole.
create function private.still_to_take(back public.purchases)
returns numeric
language sql
stable
set search_path = ''
as $$
  select least(-back.amount, coalesce(
    (select sum(named.amount) from private.named_purchases(back) as named) + coalesce((
      select sum(went.amount) from public.purchases as went
      where went.fan_id = back.fan_id and went.amount < 0
        and exists (
          select 1 from private.named_purchases(went) as theirs
          where theirs.id in (select ours.id from private.named_purchases(back) as ours)
        )
    ), 0),
    -back.amount
  ))
$$;

-- The one family that money is taken from. Both may report one payment under different ids; the
-- first to bring money is the one, unless the creator's row names it. Money that went back is told
-- of by the envelope family alone, whichever brought the payment.
create function private.money_family(creator public.creators)
returns text
language plpgsql
set search_path = ''
as $$
declare
  family text := coalesce(creator.money_family, private.first_money_family(creator.id));
begin
  if family is null then
    -- Of two first payments at once the second waits here, and then sees the first.
    perform pg_advisory_xact_lock(hashtextextended('money_family', creator.id));
    family := private.first_money_family(creator.id);
  end if;
  return family;
end;
$$;

create function private.first_money_family(creator_id bigint)
returns text
language sql
volatile
set search_path = ''
as $$
  select purchases.family from public.purchases
  where purchases.creator_id = first_money_family.creator_id and purchases.family is not null
    and purchases.amount > 0
  order by purchases.id
  limit 1
$$;

-- Money came in or went back: book it once, then see what follows for stage and tier.
create function private.receive_payment(
  creator public.creators, fan public.fans, event jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  config jsonb := private.default_funnel_config() || creator.funnel_config;
  kind text := event #>> '{payment,kind}';
  cents numeric := private.to_int(event #> '{payment,amount_cents}');
  family text;
  -- A platform's clock that is ahead makes nothing happen in the future.
  occurred_at timestamptz := least(
    private.to_timestamp(event ->> 'occurred_at', receive_payment.at), receive_payment.at
  );
  purchase public.purchases;
  was_closed boolean := private.purse_reason(fan.id, receive_payment.at) is not null;
begin
  if kind is null or kind not in ('payment', 'tip', 'subscription', 'refund', 'dispute')
    or coalesce(event #>> '{payment,id}', '') = '' or coalesce(cents, 0) <= 0 then
    return private.ingest_answer('ignored', 'no payment in this event');
  end if;
  if kind not in ('refund', 'dispute') then
    family := private.money_family(creator);
    if family <> event ->> 'family' then
      return private.ingest_answer('ignored', format('money is taken from the %s family', family));
    end if;
  end if;
  fan := private.let_time_pass(fan, config, receive_payment.at);

  purchase.fan_id := fan.id;
  purchase.kind := kind;
  purchase.amount := case when kind in ('refund', 'dispute') then -cents else cents end / 100;
  purchase.platform_id := event #>> '{payment,id}';
  purchase.message_uuid := private.to_uuid(event #>> '{payment,message_uuid}');
  if purchase.amount < 0 and not exists (
    select 1 from public.purchases
    where purchases.fan_id = fan.id and purchases.kind = purchase.kind
      and purchases.platform_id = purchase.platform_id
  ) then
    purchase.amount := -private.still_to_take(purchase);
    if purchase.amount >= 0 then
      return private.ingest_answer('duplicate', 'this payment was taken back before');
    end if;
  end if;

  insert into public.purchases (
    creator_id, fan_id, kind, platform_id, family, amount, currency, message_uuid, occurred_at
  )
  values (
    creator.id, fan.id, kind, purchase.platform_id, event ->> 'family', purchase.amount,
    coalesce(event #>> '{payment,currency}', 'USD'), purchase.message_uuid, occurred_at
  )
  on conflict on constraint one_row_for_each_payment do nothing;
  if not found then
    return private.ingest_answer('duplicate', 'this payment was booked before');
  end if;

  perform private.close_bought_offer(
    fan.id, kind, cents, private.to_uuid(event #>> '{payment,message_uuid}'), occurred_at
  );
  perform private.settle_opening_balance(fan.id, occurred_at);
  perform private.recount_purchases(fan, kind, occurred_at, config, receive_payment.at);
  perform private.advance_stage(
    fan.id, event ->> 'event_id', receive_payment.at,
    case kind
      when 'refund' then 'money was refunded'
      when 'dispute' then 'a payment was disputed'
    end
  );
  perform private.note_closed_purse(fan, was_closed, receive_payment.at);
  return private.ingest_answer('accepted', format('%s booked', kind));
end;
$$;

-- Bring up to date what a fan's row says of purchases, after one of `kind` was booked.
create function private.recount_purchases(
  fan public.fans, kind text, occurred_at timestamptz, config jsonb, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  -- A subscription is money, but not bought in the chat.
  is_purchase boolean := kind in ('payment', 'tip');
  newest_at timestamptz;
  bought numeric;
begin
  select
    max(standing.occurred_at),
    least((config ->> 'engagement_purchases_most')::numeric, coalesce(sum(
      (config ->> 'engagement_purchase')::numeric
      * private.fade(1, standing.occurred_at, config, recount_purchases.at)
    ) filter (where standing.kind in ('payment', 'tip')), 0))
  into newest_at, bought
  from private.standing_purchases(fan.id) as standing
  where standing.kind in ('payment', 'tip', 'opening_balance');

  update public.fans
  set
    total_spend = (select sum(purchases.amount) from public.purchases where purchases.fan_id = fans.id),
    last_purchase_at = case
      when recount_purchases.kind in ('refund', 'dispute') then newest_at
      -- The platform may have told of a purchase that no event told of.
      else greatest(fans.last_purchase_at, newest_at)
    end,
    -- What a fan asked for is bought now; a payment told of late buys nothing that was asked since.
    last_trigger_at = case
      when is_purchase and fans.last_trigger_at <= recount_purchases.at
        and recount_purchases.occurred_at >= fans.last_trigger_at then null
      else fans.last_trigger_at
    end,
    engagement_at = recount_purchases.at,
    engagement_talk = private.fade(
      fans.engagement_talk, fans.engagement_at, config, recount_purchases.at
    ),
    engagement_bought = bought
  where fans.id = fan.id;
end;
$$;
