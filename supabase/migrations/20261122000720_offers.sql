-- What a creator has to offer, and which offer was made to which fan. Whether one may be made is
-- decided here and asked three times: when a reply is claimed, when it is committed and right
-- before it is sent. No prompt is trusted with it.

create type public.fan_offer_status as enum ('open', 'bought', 'declined', 'expired', 'cancelled');

create table public.offers (
  id bigint generated always as identity primary key,
  creator_id bigint not null references public.creators (id) on delete cascade,
  title text not null,
  description text not null default '',
  price_cents int not null,
  currency text not null default 'USD',
  stages public.fan_stage [] not null default '{sales}',
  active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint title_is_one_line_of_3_to_60_characters check (
    length(title) between 3 and 60 and title = trim(title) and title !~ '[[:cntrl:]]'
  ),
  constraint title_has_letters check (title ~ '[[:alpha:]]{3}'),
  constraint description_has_at_most_400_characters check (length(description) <= 400),
  constraint price_is_between_1_and_10000 check (price_cents between 100 and 1000000),
  constraint currency_is_three_capitals check (currency ~ '^[A-Z]{3}$'),
  constraint stages_name_at_least_one check (cardinality(stages) > 0),
  constraint nothing_is_offered_to_who_is_new check (not stages @> '{new}')
);
comment on table public.offers is
'What may be offered to fans, with its price. A row here is edited in the dashboard; to withdraw one, set active to false.';
comment on column public.offers.title is 'How a reply names it: an offer is recognised by its title or its price.';
comment on column public.offers.description is 'What the prompt says of it, in a sentence or two.';
comment on column public.offers.price_cents is 'In hundredths of the currency: 2500 is 25.00.';
comment on column public.offers.stages is 'In which stages it may be offered; never in new.';
comment on column public.offers.active is 'False: offered to nobody any more. Offers that were made stay on record.';
create index offers_creator_idx on public.offers (creator_id);
-- Two of one name could not be told apart in a text.
create unique index one_active_offer_of_a_title
on public.offers (creator_id, lower(title)) where active;

create table public.fan_offers (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  offer_id bigint not null references public.offers (id),
  turn_id bigint not null references public.turns (id) on delete cascade,
  message_id bigint references public.messages (id) on delete set null,
  title text not null,
  price_cents int not null,
  currency text not null,
  status public.fan_offer_status not null default 'open',
  offered_at timestamptz,
  closed_at timestamptz,
  reason text,
  created_at timestamptz not null,
  constraint closed_offers_say_when check ((status = 'open') = (closed_at is null)),
  constraint closed_offers_say_why check (status = 'open' or reason is not null)
);
comment on table public.fan_offers is
'Which offer was made to which fan in which reply, at what price, and what became of it.';
comment on column public.fan_offers.message_id is 'The bubble that names the offer.';
comment on column public.fan_offers.offered_at is 'When that bubble was sent; null: not yet.';
comment on column public.fan_offers.closed_at is
'When it ceased to be open. After a refusal the cooling-off begins here.';
create unique index one_open_offer_for_a_fan on public.fan_offers (fan_id) where status = 'open';
create index fan_offers_fan_idx on public.fan_offers (fan_id, id desc);
create index fan_offers_offer_idx on public.fan_offers (offer_id);
create index fan_offers_turn_idx on public.fan_offers (turn_id);
create index fan_offers_message_idx on public.fan_offers (message_id);
create index fan_offers_open_idx on public.fan_offers (offered_at) where status = 'open';

-- Why no offer may be made now, in words; null: one may be.
create function private.decide_offer_gate(
  stage public.fan_stage,
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

-- What could be offered to the fan if the gate were open.
create function private.offers_for(fan_id bigint)
returns setof public.offers
language sql
stable
set search_path = ''
as $$
  select offers.*
  from public.fans
  join public.offers on offers.creator_id = fans.creator_id
  where fans.id = offers_for.fan_id and offers.active and fans.stage = any (offers.stages)
    and not exists (
      select 1 from public.fan_offers as made
      where made.fan_id = fans.id and made.offer_id = offers.id and made.status = 'bought'
    )
$$;

-- The offer whose turn it is: never offered first, then the one offered longest ago.
create function private.next_offer(fan_id bigint)
returns public.offers
language sql
stable
set search_path = ''
as $$
  select offers.*
  from private.offers_for(next_offer.fan_id) as offers
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
    offer := private.next_offer(job.fan_id);
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
      select 1 from private.offers_for(job.fan_id) as offers where offers.id = refuse_offer.offer_id
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
      and private.offer_gate(made.fan_id, has_refused_offer.at, made.id) is not null
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

-- The catalogue, and what became of each offer so far.
create function public.list_offers()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object('offers', coalesce(jsonb_agg(
    jsonb_build_object(
      'id', offers.id, 'creator_id', offers.creator_id, 'creator', creators.display_name,
      'title', offers.title, 'description', offers.description,
      'price_cents', offers.price_cents, 'currency', offers.currency,
      'stages', offers.stages, 'active', offers.active,
      'made', made.total, 'open', made.open, 'bought', made.bought, 'declined', made.declined
    ) order by offers.creator_id, offers.id), '[]'))
  from public.offers
  join public.creators on creators.id = offers.creator_id
  cross join lateral (
    select
      count(*) as total,
      count(*) filter (where fan_offers.status = 'open') as open,
      count(*) filter (where fan_offers.status = 'bought') as bought,
      count(*) filter (where fan_offers.status = 'declined') as declined
    from public.fan_offers
    where fan_offers.offer_id = offers.id and fan_offers.offered_at is not null
  ) as made
$$;
comment on function public.list_offers is
'Every offer with how often it was made, bought and declined.';
revoke execute on function public.list_offers from public, anon, authenticated;
grant execute on function public.list_offers to service_role;

-- Put an offer into a creator's catalogue; without `creator_id` into that of the only one.
create function public.add_offer(
  title text, price_cents int, creator_id bigint default null, description text default '',
  currency text default 'USD', stages public.fan_stage [] default '{sales}'
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owner_id bigint;
  offer_id bigint;
begin
  select creators.id into owner_id from public.creators
  where creators.id = coalesce(
    add_offer.creator_id,
    case when (select count(*) from public.creators) = 1 then creators.id end
  );
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such creator',
      detail = case
        when add_offer.creator_id is null then 'there is not just one: say which'
        else format('creator %s is not known', add_offer.creator_id)
      end;
  end if;
  insert into public.offers (creator_id, title, price_cents, description, currency, stages)
  values (
    owner_id, add_offer.title, add_offer.price_cents, add_offer.description,
    add_offer.currency, add_offer.stages
  )
  returning offers.id into offer_id;
  return jsonb_build_object('id', offer_id, 'creator_id', owner_id);
end;
$$;
comment on function public.add_offer is 'Put an offer into a creator''s catalogue.';
revoke execute on function public.add_offer from public, anon, authenticated;
grant execute on function public.add_offer to service_role;
