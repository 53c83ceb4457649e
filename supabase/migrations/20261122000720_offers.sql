-- What a creator has to offer, and which offer was made to which fan.

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
comment on column public.offers.id is 'Number of the offer.';
comment on column public.offers.creator_id is 'Whose offer it is.';
comment on column public.offers.currency is 'In which currency: USD.';
comment on column public.offers.created_at is 'When it was added.';
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
comment on column public.fan_offers.id is 'Number of the entry.';
comment on column public.fan_offers.fan_id is 'Whom it was made to.';
comment on column public.fan_offers.offer_id is 'What was offered (offers).';
comment on column public.fan_offers.turn_id is 'In which conversation turn.';
comment on column public.fan_offers.title is 'What it was called then.';
comment on column public.fan_offers.price_cents is 'What it cost then, in hundredths.';
comment on column public.fan_offers.currency is 'In which currency.';
comment on column public.fan_offers.status is
'open; bought; declined: the fan said no; expired; cancelled: its reply did not go out.';
comment on column public.fan_offers.reason is 'Why it is not open any more.';
comment on column public.fan_offers.created_at is 'When the reply that makes it was written.';
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

-- The catalogue, and what became of each offer so far.
create function private.list_offers()
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
  where offers.creator_id in (select private.creators_of_mine('viewer'))
$$;

create function public.list_offers()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.list_offers()
$$;
comment on function public.list_offers is
'Every offer with how often it was made, bought and declined.';
revoke execute on function private.list_offers, public.list_offers from public, anon, authenticated;
grant execute on function private.list_offers, public.list_offers to service_role, authenticated;

-- Put an offer into a creator's catalogue; without `creator_id` into that of the only one.
create function private.add_offer(
  title text, price_cents int, creator_id bigint, description text, currency text,
  stages public.fan_stage []
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
  select min(mine.id) into owner_id
  from private.creators_asked_for(add_offer.creator_id) as mine (id)
  having count(*) = 1;
  if not found then
    raise sqlstate 'PT404' using
      message = 'no such creator',
      detail = case
        when add_offer.creator_id is null then 'there is not just one: say which'
        else format('creator %s is not known', add_offer.creator_id)
      end;
  end if;
  perform private.require_member(owner_id, 'operator');
  insert into public.offers (creator_id, title, price_cents, description, currency, stages)
  values (
    owner_id, add_offer.title, add_offer.price_cents, add_offer.description,
    add_offer.currency, add_offer.stages
  )
  returning offers.id into offer_id;
  return jsonb_build_object('id', offer_id, 'creator_id', owner_id);
end;
$$;

create function public.add_offer(
  title text, price_cents int, creator_id bigint default null, description text default '',
  currency text default 'USD', stages public.fan_stage [] default '{sales}'
)
returns jsonb
language sql
set search_path = ''
as $$
  select private.add_offer(title, price_cents, creator_id, description, currency, stages)
$$;
comment on function public.add_offer is 'Put an offer into a creator''s catalogue.';
revoke execute on function private.add_offer, public.add_offer from public, anon, authenticated;
grant execute on function private.add_offer, public.add_offer to service_role, authenticated;
