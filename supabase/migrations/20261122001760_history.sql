-- A fan who was there before the connection: what was said and spent on the platform before is
-- read once and recorded without being answered; what was spent is read again now and then.
--
-- History is what was sent before the creator was added here. What was sent since is for webhooks
-- and, where these are lost, for the look through the chats (…1750_missed_messages.sql).

-- What the platform last said of a fan's spending.
create table public.fan_insights (
  fan_id bigint primary key references public.fans (id) on delete cascade,
  gross numeric(12, 2) not null constraint gross_is_not_negative check (gross >= 0),
  last_purchase_at timestamptz,
  as_of timestamptz not null
);
comment on table public.fan_insights is
'What the platform last said of a fan''s spending; the opening balance is what no event told of.';
comment on column public.fan_insights.fan_id is 'The fan.';
comment on column public.fan_insights.last_purchase_at is 'When the fan last paid, as Fanvue says.';
comment on column public.fan_insights.as_of is 'When Fanvue was asked.';
comment on column public.fan_insights.gross is 'All that the fan ever paid, up to as_of.';

-- Imported messages have ids below zero, the newest the highest: whatever goes by id finds them
-- where they belong, before all that was said here.
create sequence private.imported_message_ids as bigint increment -1 start -1 maxvalue -1;

-- A fan wrote: see to it that history and spending are read where they never were, or so long ago
-- as settings.insights_every says. A job that died comes back: it is the same work, and one dead
-- letter says as much as a hundred. The caller holds the fan's lock.
create function private.ensure_history(
  creator public.creators, fan public.fans, sent_at timestamptz, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  every interval;
  config jsonb;
begin
  select settings.insights_every into every from public.settings;
  if every = interval '0' or fan.history_at > ensure_history.at - every then
    return;
  end if;
  if exists (
    select 1 from public.jobs_queue as jobs
    where jobs.fan_id = fan.id and jobs.job_type = 'history' and jobs.status in ('queued', 'running')
  ) then
    return;
  end if;
  -- What was said and spent before an erasure stays erased.
  if exists (
    select 1 from public.erased_fans as erased
    where erased.creator_id = creator.id
      and erased.fan_hash = private.fan_hash(fan.platform_uuid)
  ) then
    return;
  end if;

  update public.jobs_queue as dead
  set
    status = 'queued', finished_at = null, attempt = 0, failures = 0, locked_by = null,
    run_at = ensure_history.at
  where dead.id = (
    select max(jobs.id) from public.jobs_queue as jobs
    where jobs.fan_id = fan.id and jobs.job_type = 'history' and jobs.status = 'dead'
  );
  if found then
    return;
  end if;

  config := private.default_funnel_config() || creator.funnel_config;
  insert into public.jobs_queue (job_type, creator_id, fan_id, run_at, payload, created_at)
  values (
    'history', creator.id, fan.id, ensure_history.at,
    jsonb_build_object(
      'before', least(creator.created_at, ensure_history.sent_at),
      -- How many messages of the fan tell all that counts tell; none, once they were imported.
      'wanted', case
        when fan.history_at is null
          then greatest((config ->> 'warmup_from')::int, (config ->> 'flirty_from')::int)
        else 0
      end
    ),
    ensure_history.at
  )
  on conflict (fan_id, job_type) where status = 'queued' do nothing;
end;
$$;

-- An event's time may be a little after that of the payment which it tells of.
create function private.is_same_moment(one timestamptz, other timestamptz)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select abs(extract(epoch from one - other)) <= 60
$$;

-- Book what the platform says that a fan paid and no event told of, as the opening balance. A
-- payment of before `as_of` that is told of late is in `gross` already: the balance goes down by
-- it, so that it counts once. Called with its moment, or without one after a new reading. The
-- caller holds the fan's lock and sums up total_spend afterwards.
create function private.settle_opening_balance(fan_id bigint, occurred_at timestamptz default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  insights public.fan_insights;
  balance numeric;
begin
  select * into insights from public.fan_insights
  where fan_insights.fan_id = settle_opening_balance.fan_id;
  if not found or settle_opening_balance.occurred_at > insights.as_of then
    return;
  end if;
  select insights.gross - coalesce(sum(purchases.amount), 0) into balance
  from public.purchases
  where purchases.fan_id = settle_opening_balance.fan_id and purchases.amount > 0
    and purchases.kind <> 'opening_balance' and purchases.occurred_at <= insights.as_of;

  if balance <= 0 then
    delete from public.purchases
    where purchases.fan_id = settle_opening_balance.fan_id and purchases.kind = 'opening_balance';
    return;
  end if;
  insert into public.purchases (creator_id, fan_id, kind, platform_id, amount, occurred_at)
  select
    fans.creator_id, fans.id, 'opening_balance', 'opening_balance', balance,
    -- When it was paid: at the last purchase, unless that was told of by an event of its own.
    coalesce(
      (
        select insights.last_purchase_at
        where not exists (
          select 1 from public.purchases
          where purchases.fan_id = fans.id and purchases.amount > 0
            and purchases.kind <> 'opening_balance'
            and private.is_same_moment(purchases.occurred_at, insights.last_purchase_at)
        )
      ),
      least(creators.created_at, insights.as_of)
    )
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = settle_opening_balance.fan_id
  on conflict on constraint one_row_for_each_payment do update
  set amount = excluded.amount, occurred_at = excluded.occurred_at;
end;
$$;

-- Take what the platform says of a fan's spending. `gross` holds what was paid up to `as_of`, the
-- moment before it was asked for; a purchase that came in between is named by last_purchase_at.
-- A reading that is older than what we have, from an attempt that was cut off, changes nothing.
create function private.record_insights(fan_id bigint, insights jsonb, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  bought_at timestamptz := private.to_timestamp(insights ->> 'last_purchase_at', null);
  told_at timestamptz := least(
    private.to_timestamp(insights ->> 'as_of', record_insights.at), record_insights.at
  );
begin
  -- The platform's clock may be a little ahead of ours; what lies in the future is an error.
  if bought_at > record_insights.at + interval '1 hour' then
    bought_at := null;
  end if;
  if jsonb_typeof(insights -> 'gross_cents') = 'number' then
    insert into public.fan_insights as known (fan_id, gross, last_purchase_at, as_of)
    values (
      record_insights.fan_id, (insights ->> 'gross_cents')::numeric / 100, bought_at,
      greatest(told_at, bought_at)
    )
    on conflict on constraint fan_insights_pkey do update
    set
      gross = excluded.gross, as_of = excluded.as_of,
      last_purchase_at = greatest(known.last_purchase_at, excluded.last_purchase_at)
    where known.as_of <= excluded.as_of;
    perform private.settle_opening_balance(record_insights.fan_id);
  end if;

  update public.fans
  set
    total_spend = coalesce(
      (select sum(purchases.amount) from public.purchases where purchases.fan_id = fans.id), 0
    ),
    last_purchase_at = case
      -- A subscription is not a purchase from the chat.
      when exists (
        select 1 from public.purchases
        where purchases.fan_id = fans.id and purchases.kind = 'subscription'
          and private.is_same_moment(purchases.occurred_at, bought_at)
      ) then fans.last_purchase_at
      else greatest(fans.last_purchase_at, bought_at)
    end
  where fans.id = record_insights.fan_id;
end;
$$;

-- Store messages that were sent before the connection, so that the model knows of them: looked at
-- already, in no turn, answered by nobody. What is here already, whoever brought it, stays as it
-- is, what was deleted meanwhile too; what is past settings.message_retention comes without its
-- text. Returns what is new: how many, how many of them the fan's, and the newest of either side.
create function private.import_messages(
  fan_id bigint, before timestamptz, messages jsonb, at timestamptz,
  out total int, out inbound int, out last_inbound_at timestamptz, out last_human_at timestamptz
)
language sql
set search_path = ''
as $$
  with listed as (
    select
      each.value as message, each.place,
      private.to_timestamp(each.value ->> 'sent_at', null) as sent_at,
      each.value -> 'by_fan' = 'true' as by_fan
    from jsonb_array_elements(import_messages.messages) with ordinality as each (value, place)
  ),
  kept as (
    select case
      when settings.message_retention > interval '0'
        then import_messages.at - settings.message_retention
      else '-infinity'
    end as since
    from public.settings
  ),
  imported as (
    insert into public.messages (
      id, fan_id, direction, kind, status, body, has_media, price_cents, platform_uuid,
      signals, inspected_at, sent_at, created_at, expired_at
    )
    overriding system value
    select
      nextval('private.imported_message_ids'), import_messages.fan_id,
      case when old.by_fan then 'inbound' else 'outbound' end::public.message_direction,
      case
        when old.by_fan then 'fan'
        when old.message -> 'is_automated' = 'true' then 'automated'
        else 'human'
      end::public.message_kind,
      case when old.by_fan then 'received' else 'sent' end::public.message_status,
      case when old.sent_at >= kept.since then old.message ->> 'text' end,
      coalesce(old.message -> 'has_media' = 'true', false),
      private.to_int(old.message -> 'price_cents'), (old.message ->> 'uuid')::uuid,
      -- Of what was said long ago only this still counts.
      case when old.message -> 'signals' @> '["minor"]' then '["minor"]' else '[]' end::jsonb,
      import_messages.at, old.sent_at, old.sent_at,
      case when old.sent_at < kept.since then import_messages.at end
    from (
      select * from listed
      where listed.sent_at < import_messages.before
      order by listed.sent_at desc, listed.place
    ) as old
    cross join kept
    on conflict on constraint messages_platform_uuid_key do nothing
    returning messages.direction, messages.kind, messages.sent_at
  )
  select
    count(*)::int,
    (count(*) filter (where imported.direction = 'inbound'))::int,
    max(imported.sent_at) filter (where imported.direction = 'inbound'),
    max(imported.sent_at) filter (where imported.kind = 'human')
  from imported
$$;

-- Record what was read of a fan's history, and see what follows for stage and tier. `history`:
-- {"insights": {"as_of", "gross_cents", "last_purchase_at"} or null,
--  "messages": [{"uuid", "sent_at", "text", "has_media", "price_cents", "by_fan", "is_automated"}]}
create function private.record_history(
  job_id bigint, lease_token uuid, history jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    record_history.job_id, record_history.lease_token
  );
  imported int;
begin
  if job.job_type <> 'history'
    or jsonb_typeof(history -> 'messages') is distinct from 'array'
    or jsonb_array_length(history -> 'messages') > 500
    or coalesce(jsonb_typeof(history -> 'insights'), 'null') not in ('object', 'null')
    or coalesce(nullif(history #> '{insights,gross_cents}', 'null'), '0')
      not between '0'::jsonb and '100000000000'::jsonb
    or exists (
      select 1 from jsonb_array_elements(history -> 'messages') as each (value)
      where private.to_uuid(each.value ->> 'uuid') is null
        or jsonb_typeof(each.value -> 'by_fan') is distinct from 'boolean'
    ) then
    raise sqlstate 'PT422' using
      message = 'not a fan''s history',
      detail = 'history must hold insights or null, and up to 500 messages with uuid and by_fan, for a history job';
  end if;

  -- What time alone did comes first.
  perform private.advance_stage(job.fan_id, null, record_history.at);
  select stored.inbound into imported
  from private.import_messages(
    job.fan_id, (job.payload ->> 'before')::timestamptz, history -> 'messages', record_history.at
  ) as stored;
  update public.fans
  set history_at = record_history.at, msg_count_inbound = fans.msg_count_inbound + imported
  where fans.id = job.fan_id;
  if history -> 'insights' <> 'null' then
    perform private.record_insights(job.fan_id, history -> 'insights', record_history.at);
  end if;
  perform private.raise_stop_sign(job.fan_id, 'minor', record_history.at)
  from public.fans
  where fans.id = job.fan_id and fans.adult_confirmed_at is null and exists (
    select 1 from public.messages
    where messages.fan_id = fans.id and messages.id < 0 and messages.signals ? 'minor'
  );
  perform private.advance_stage(job.fan_id, format('history:%s', job.id), record_history.at);
  perform private.end_job(job.id, 'done', record_history.at);
  return jsonb_build_object('outcome', 'recorded', 'imported', imported);
end;
$$;

create function public.record_history(job_id bigint, lease_token uuid, history jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_history(job_id, lease_token, history, now())
$$;
comment on function public.record_history is
'Record what a fan said and spent before the connection, without answering it; end the history job.';
revoke execute on function public.record_history from public, anon, authenticated;
grant execute on function public.record_history to service_role, jobs_worker;
