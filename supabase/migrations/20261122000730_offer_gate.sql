-- Whether an offer may be made to a fan, and which. It is asked three times: when a reply is
-- claimed, when it is committed and right before it is sent. No prompt is trusted with it.

-- Why no offer may be made now, in words; null: one may be.
create function private.decide_offer_gate(
  stage public.fan_stage,
  purse text,
  open_count int,
  last_declined_at timestamptz,
  turns_since_last_offer int,
  config jsonb,
  at timestamptz
)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when stage is null or stage = 'new' then 'nothing is offered to a fan who is new'
    when purse is not null then format('nothing is sold: %s', purse)
    when open_count > 0 then 'an offer is open'
    when last_declined_at > at - private.seconds(3600 * (config ->> 'offer_cooling_off_hours')::float8)
      then format('the fan declined an offer less than %s hours ago', config ->> 'offer_cooling_off_hours')
    when turns_since_last_offer < (config ->> 'offer_min_turns')::int
      then format(
        '%s answers since the last offer, of at least %s', turns_since_last_offer,
        config ->> 'offer_min_turns'
      )
  end
$$;

create function private.funnel_config_of(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.default_funnel_config() || creators.funnel_config
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = funnel_config_of.fan_id
$$;

-- When an offer that was made ceases to stand; null while it was not.
create function private.lapses_at(fan_offer public.fan_offers, config jsonb)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select fan_offer.offered_at + private.seconds(3600 * (config ->> 'offer_expires_hours')::float8)
$$;

-- Since when the fan may know of an offer; null: it is a draft, or was never sent.
create function private.out_since(fan_offer public.fan_offers)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select coalesce(fan_offer.offered_at, (
    select messages.sending_at from public.messages
    where messages.id = fan_offer.message_id and messages.status in ('sending', 'unknown', 'sent')
  ))
$$;

-- How many of the fan's turns were answered since the last offer, counted no further than
-- `most`; null where none was ever made.
create function private.turns_since_offer(fan_id bigint, most int, but_for bigint default null)
returns int
language sql
stable
set search_path = ''
as $$
  select (
    select count(*)::int from (
      select 1 from public.turns
      where turns.fan_id = turns_since_offer.fan_id and turns.id <> made.turn_id
        and turns.status = 'answered' and turns.closed_at > made.created_at
        -- A person's answer, or a disclosure with nothing after it, is no turn of ours.
        and exists (
          select 1 from public.messages
          where messages.turn_id = turns.id and messages.direction = 'outbound'
            and messages.position > 0 and messages.status = 'sent'
        )
      limit most
    ) as answered
  )
  from public.fan_offers as made
  where made.fan_id = turns_since_offer.fan_id and made.status <> 'cancelled'
    and made.id is distinct from but_for
  order by made.id desc
  limit 1
$$;

-- Why no offer may be made to this fan now, in words; null: one may be. `but_for` is the offer
-- about which it is asked, where it is on record already.
create function private.offer_gate(fan_id bigint, at timestamptz, but_for bigint default null)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  config jsonb := private.funnel_config_of(offer_gate.fan_id);
  fan public.fans;
begin
  select * into fan from public.fans where fans.id = offer_gate.fan_id;
  return coalesce(
    private.decide_offer_gate(
      fan.stage,
      private.purse_reason(fan.id, offer_gate.at),
      (
        select count(*)::int from public.fan_offers as made
        where made.fan_id = fan.id and made.status = 'open' and made.id is distinct from but_for
          and coalesce(private.lapses_at(made, config) > offer_gate.at, true)
      ),
      (
        select max(made.closed_at) from public.fan_offers as made
        where made.fan_id = fan.id and made.status = 'declined'
      ),
      private.turns_since_offer(fan.id, (config ->> 'offer_min_turns')::int, but_for),
      config, offer_gate.at
    ),
    -- Further gates stand here, each a reason in words or null: the first one counts.
    (
      select format('the fan needs an answer to something else: %s', urgent.signal)
      from private.urgent_signal(fan.id) as urgent (signal)
      where urgent.signal is not null
    )
  );
end;
$$;

-- What could be offered to the fan if the gate were open: nothing that takes them past a cap.
create function private.offers_for(fan_id bigint, at timestamptz)
returns setof public.offers
language sql
stable
set search_path = ''
as $$
  select offers.*
  from public.fans
  join public.offers on offers.creator_id = fans.creator_id
  cross join private.purse_room(offers_for.fan_id, offers_for.at) as purse (room)
  where fans.id = offers_for.fan_id and offers.active and fans.stage = any (offers.stages)
    and coalesce(offers.price_cents <= 100 * purse.room, true)
    and not exists (
      select 1 from public.fan_offers as made
      where made.fan_id = fans.id and made.offer_id = offers.id and made.status = 'bought'
    )
$$;

-- The offer whose turn it is: never offered first, then the one offered longest ago.
create function private.next_offer(fan_id bigint, at timestamptz)
returns public.offers
language sql
stable
set search_path = ''
as $$
  select offers.*
  from private.offers_for(next_offer.fan_id, next_offer.at) as offers
  order by (
    select max(made.created_at) from public.fan_offers as made
    where made.fan_id = next_offer.fan_id and made.offer_id = offers.id
      and made.status <> 'cancelled'
  ) nulls first, offers.id
  limit 1
$$;

-- The offers that stand before the fan: a reply may speak of them with their price.
create function private.standing_offers(fan_id bigint, at timestamptz)
returns setof public.fan_offers
language sql
stable
set search_path = ''
as $$
  select made.*
  from public.fan_offers as made
  where made.fan_id = standing_offers.fan_id and made.status = 'open'
    and private.out_since(made) <= standing_offers.at
    and coalesce(
      private.lapses_at(made, private.funnel_config_of(made.fan_id)) > standing_offers.at, true
    )
$$;

-- What a reply job's context says of offers: the one that may be made in this reply, why none
-- may be, and what the reply may mention with its price. A draft whose offer was refused is
-- written anew without one.
create function private.offer_context(job public.jobs_queue)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  gate text := coalesce(
    job.payload ->> 'offer_refused', private.offer_gate(job.fan_id, job.claimed_at)
  );
  offer public.offers;
begin
  if gate is null then
    offer := private.next_offer(job.fan_id, job.claimed_at);
  end if;
  return jsonb_build_object(
    'offer', case when offer.id is not null then jsonb_build_object(
      'id', offer.id, 'title', offer.title, 'description', offer.description,
      'price_cents', offer.price_cents, 'currency', offer.currency
    ) end,
    'offer_gate', gate,
    'known_offers', (
      select coalesce(jsonb_agg(to_jsonb(known)), '[]')
      from (
        select offer.title, offer.price_cents, offer.currency where offer.id is not null
        union all
        select standing.title, standing.price_cents, standing.currency
        from private.standing_offers(job.fan_id, job.claimed_at) as standing
      ) as known
    )
  );
end;
$$;
