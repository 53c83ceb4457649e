-- What an event about money means. ingest_event has logged the event and locked the fan.

-- Money came in or went back: book it once, then see what follows for stage and tier.
create function private.receive_payment(
  creator public.creators, fan public.fans, event jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  kind text := event #>> '{payment,kind}';
  cents numeric := private.to_int(event #> '{payment,amount_cents}');
  family text;
  occurred_at timestamptz := private.to_timestamp(event ->> 'occurred_at', receive_payment.at);
begin
  if kind is null or kind not in ('payment', 'tip', 'subscription', 'refund', 'dispute')
    or coalesce(event #>> '{payment,id}', '') = '' or coalesce(cents, 0) <= 0 then
    return private.ingest_answer('ignored', 'no payment in this event');
  end if;
  -- Both families may report one payment under different ids: only one family counts.
  -- Reports of one payment are about one fan, whose lock is held, so the second sees the first.
  family := coalesce(creator.money_family, (
    select purchases.family from public.purchases
    where purchases.creator_id = creator.id and purchases.family is not null
    order by purchases.id
    limit 1
  ));
  if family <> event ->> 'family' then
    return private.ingest_answer('ignored', format('money is taken from the %s family', family));
  end if;

  insert into public.purchases (
    creator_id, fan_id, kind, platform_id, family, amount, currency, message_uuid, occurred_at
  )
  values (
    creator.id, fan.id, kind, event #>> '{payment,id}', event ->> 'family',
    case when kind in ('refund', 'dispute') then -cents else cents end / 100,
    coalesce(event #>> '{payment,currency}', 'USD'),
    private.to_uuid(event #>> '{payment,message_uuid}'), occurred_at
  )
  on conflict on constraint one_row_for_each_payment do nothing;
  if not found then
    return private.ingest_answer('duplicate', 'this payment was booked before');
  end if;

  perform private.close_bought_offer(
    fan.id, kind, cents, private.to_uuid(event #>> '{payment,message_uuid}'), occurred_at
  );
  perform private.settle_opening_balance(fan.id, occurred_at);
  update public.fans
  set
    total_spend = (select sum(purchases.amount) from public.purchases where purchases.fan_id = fans.id),
    -- What a fan asked for is bought now; a subscription is not a purchase from the chat.
    last_purchase_at = case
      when kind in ('payment', 'tip') then greatest(fans.last_purchase_at, occurred_at)
      else fans.last_purchase_at
    end,
    last_trigger_at = case when kind in ('payment', 'tip') then null else fans.last_trigger_at end,
    engagement_at = receive_payment.at,
    engagement_score = private.decay_engagement(
      fans.engagement_score, fans.engagement_at, case when kind in ('payment', 'tip') then 25 else 0 end,
      private.default_funnel_config() || creator.funnel_config, receive_payment.at
    )
  where fans.id = fan.id;
  perform private.advance_stage(fan.id, event ->> 'event_id', receive_payment.at);
  return private.ingest_answer('accepted', format('%s booked', kind));
end;
$$;
