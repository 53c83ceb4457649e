-- What becomes of an offer: drafted, made, declined, bought, lapsed, or never sent.

-- Close what has lapsed. The caller holds the fan's lock.
create function private.expire_offers(fan_id bigint, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  update public.fan_offers as made
  set
    status = 'expired', closed_at = private.lapses_at(made, funnel.config),
    reason = format('not bought within %s hours', funnel.config ->> 'offer_expires_hours')
  from (select private.funnel_config_of(expire_offers.fan_id) as config) as funnel
  where made.fan_id = expire_offers.fan_id and made.status = 'open'
    and private.lapses_at(made, funnel.config) <= expire_offers.at
$$;

-- The same for everybody, so that the dashboard shows what is so; every decision looks at the time
-- itself. Waits for nobody, and so cannot be part of a deadlock. Returns how many were closed.
create function private.expire_all_offers(most int, at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  closed int;
begin
  update public.fan_offers as made
  set
    status = 'expired', closed_at = lapsed.lapsed_at,
    reason = format('not bought within %s hours', lapsed.hours)
  from (
    select
      due.id, private.lapses_at(due, funnel.config) as lapsed_at,
      funnel.config ->> 'offer_expires_hours' as hours
    from public.fan_offers as due
    join public.fans on fans.id = due.fan_id
    join public.creators on creators.id = fans.creator_id
    cross join lateral (
      select private.default_funnel_config() || creators.funnel_config as config
    ) as funnel
    where due.status = 'open' and private.lapses_at(due, funnel.config) <= expire_all_offers.at
    order by due.offered_at
    limit most
    for update of due skip locked
  ) as lapsed
  where made.id = lapsed.id;
  get diagnostics closed = row_count;
  return closed;
end;
$$;

-- Why the offer that a draft makes may not be made, in words, or null. The caller holds the fan's
-- lock: what is found here still holds when the offer is recorded.
create function private.refuse_offer(job public.jobs_queue, offer_id int, at timestamptz)
returns text
language plpgsql
set search_path = ''
as $$
begin
  perform private.expire_offers(job.fan_id, refuse_offer.at);
  return coalesce(
    job.payload ->> 'offer_refused',
    private.offer_gate(job.fan_id, refuse_offer.at),
    case when not exists (
      select 1 from private.offers_for(job.fan_id, refuse_offer.at) as offers
      where offers.id = refuse_offer.offer_id
    ) then format('offer %s is not one for this fan', refuse_offer.offer_id) end
  );
end;
$$;

-- A draft with an offer was planned. `offer_bubble` is the bubble that names it, counted from one;
-- where nobody says, the first: an offer counts as made rather too early than too late.
create function private.record_offer(
  fan_id bigint, turn_id bigint, reply jsonb, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.fan_offers (
    fan_id, offer_id, turn_id, message_id, title, price_cents, currency, created_at
  )
  select
    record_offer.fan_id, offers.id, record_offer.turn_id, (
      select messages.id from public.messages
      where messages.turn_id = record_offer.turn_id and messages.status in ('planned', 'held')
        and messages.position > 0
      order by
        messages.position <> coalesce(private.to_int(reply -> 'offer_bubble'), 1),
        messages.position
      limit 1
    ),
    offers.title, offers.price_cents, offers.currency, record_offer.at
  from public.offers
  where offers.id = private.to_int(reply -> 'offer_id');
end;
$$;

-- Whether a turn's draft makes an offer that may not be made any more: much can happen between
-- the draft and its sending.
create function private.has_refused_offer(turn_id bigint, at timestamptz)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.fan_offers as made
    where made.turn_id = has_refused_offer.turn_id and made.status = 'open'
      and private.out_since(made) is null
      and (
        private.offer_gate(made.fan_id, has_refused_offer.at, made.id) is not null
        or made.price_cents > 100 * private.purse_room(made.fan_id, has_refused_offer.at)
      )
  )
$$;

-- The bubble that names an offer is out, or never goes out: so it was made, or never was.
create function private.follow_offer()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if new.status = 'cancelled' then
    update public.fan_offers as made
    set status = 'cancelled', closed_at = now(), reason = 'the message was not sent'
    where made.message_id = new.id and made.status = 'open' and made.offered_at is null;
    return null;
  end if;
  update public.fan_offers as made
  set offered_at = new.sent_at
  where made.message_id = new.id and made.status <> 'cancelled';
  -- Taken for unsent, and out all the same. Only one can be open: then this one has lapsed.
  update public.fan_offers as made
  set
    offered_at = new.sent_at,
    status = case when other.is_open then 'expired' else 'open' end::public.fan_offer_status,
    closed_at = case when other.is_open then now() end,
    reason = case when other.is_open then 'found to be sent when another offer was open' end
  from (
    select exists (
      select 1 from public.fan_offers as open_offer
      where open_offer.fan_id = new.fan_id and open_offer.status = 'open'
    ) as is_open
  ) as other
  where made.message_id = new.id and made.status = 'cancelled';
  return null;
end;
$$;

create trigger follow_offer after update of status on public.messages
for each row when (
  old.status is distinct from new.status and new.direction = 'outbound'
  and new.status in ('sent', 'cancelled')
)
execute function private.follow_offer();

-- A person closes an offer in the dashboard: when and why are filled in.
create function private.close_offer_by_hand()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.closed_at := coalesce(new.closed_at, now());
  new.reason := coalesce(new.reason, 'closed by hand');
  return new;
end;
$$;

create trigger close_offer_by_hand before update of status on public.fan_offers
for each row when (old.status = 'open' and new.status <> 'open')
execute function private.close_offer_by_hand();

-- The fan said no. It is an answer to an offer only where one stood before them when they wrote.
create function private.decline_offer(fan_id bigint, message_ids jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.expire_offers(decline_offer.fan_id, decline_offer.at);
  update public.fan_offers as made
  set status = 'declined', closed_at = decline_offer.at, reason = 'the fan declined'
  where made.fan_id = decline_offer.fan_id and made.status = 'open' and exists (
    select 1 from public.messages
    where messages.fan_id = made.fan_id and messages.direction = 'inbound'
      and decline_offer.message_ids @> to_jsonb(messages.id)
      and messages.signals ? 'declines_offer' and messages.sent_at >= private.out_since(made)
  );
end;
$$;

-- Money came in: the offer that stood at that moment is bought. A payment for the very message
-- counts later too; a tip has to cover the price. The caller holds the fan's lock.
create function private.close_bought_offer(
  fan_id bigint, kind text, cents numeric, message_uuid uuid, occurred_at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  config jsonb := private.funnel_config_of(close_bought_offer.fan_id);
begin
  if kind not in ('payment', 'tip') then
    return;
  end if;
  update public.fan_offers as made
  set status = 'bought', closed_at = close_bought_offer.occurred_at, reason = 'its message was paid for'
  where made.fan_id = close_bought_offer.fan_id
    and made.status in ('open', 'declined', 'expired') and made.message_id = (
      select messages.id from public.messages
      where messages.platform_uuid = close_bought_offer.message_uuid
    );
  if found then
    return;
  end if;
  update public.fan_offers as made
  set
    status = 'bought', closed_at = close_bought_offer.occurred_at,
    reason = case when made.price_cents = cents then 'its price was paid' else 'something was bought while it was open' end
  where made.fan_id = close_bought_offer.fan_id and made.status = 'open'
    and (kind = 'payment' or cents >= made.price_cents)
    and private.out_since(made) <= close_bought_offer.occurred_at
    and coalesce(private.lapses_at(made, config) > close_bought_offer.occurred_at, true);
end;
$$;
