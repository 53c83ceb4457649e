-- Bringing a creator's past in at once: chats, subscribers and followers, what fans spent, what was
-- said. Where an import is stands in rows, so that one that was cut off goes on; a lease in the
-- creator's row keeps two from disturbing each other.
--
-- Nothing of it is answered. What counts as history and what follows from it for stage and tier is
-- the file before's: what was sent before the creator was added here.

create table public.imports (
  creator_id bigint primary key references public.creators (id) on delete cascade,
  phase text not null default 'chats',
  position text,
  step bigint not null default 0,
  list_newest timestamptz,
  look_back_to timestamptz,
  found_more boolean not null default false,
  left_out text [] not null default '{}',
  answer_unread boolean not null default false,
  newest_messages int,
  importer text,
  lease interval not null,
  lease_token uuid,
  lease_expires_at timestamptz,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  constraint phase_is_known check (
    phase in ('chats', 'subscribers', 'followers', 'spend', 'messages', 'done')
  ),
  constraint imports_end_when_all_is_in check ((phase = 'done') = (finished_at is not null)),
  constraint leases_end check ((lease_token is null) = (lease_expires_at is null)),
  constraint newest_messages_in_range check (newest_messages between 1 and 10000000)
);
comment on table public.imports is
'How far a creator''s past has been brought in from the platform: one row for each creator.';
comment on column public.imports.creator_id is 'Whose past it is.';
comment on column public.imports.phase is
'What is being read: the list of chats, subscribers, followers, then spend, then messages; done.';
comment on column public.imports.position is
'Where in the list the next page is, in the worker''s own words; null: at its beginning.';
comment on column public.imports.step is
'Goes up with every page of a list that was recorded: one that is told twice counts once.';
comment on column public.imports.list_newest is
'When the newest chat of this reading of the list last changed.';
comment on column public.imports.found_more is
'Whether this reading of the list found a chat that was not known.';
comment on column public.imports.look_back_to is
'Chats that wrote since then moved to the front while the list was read: it is read again to there.';
comment on column public.imports.left_out is
'What the platform did not show: subscribers, followers or spend, as where the token lacks a scope.';
comment on column public.imports.answer_unread is
'Whether unread messages are taken as if they came now; otherwise nothing is answered.';
comment on column public.imports.newest_messages is
'So many messages of each chat are read, the newest; null: all.';
comment on column public.imports.importer is 'Who imports, or did last.';
comment on column public.imports.lease is 'How long the lease lasts after each call.';
comment on column public.imports.lease_token is
'The key of whoever imports: who comes with another is refused; null: nobody is at it.';
comment on column public.imports.started_at is 'When it was begun, the last time with --again.';
comment on column public.imports.updated_at is 'When whoever imports was last heard of.';
comment on column public.imports.finished_at is 'When everything was in; null: it is not.';
comment on column public.imports.lease_expires_at is
'Until then the import is importer''s; whoever comes later takes it over and goes on.';

create table public.import_fans (
  fan_id bigint primary key references public.fans (id) on delete cascade,
  creator_id bigint not null references public.imports (creator_id) on delete cascade,
  has_chat boolean not null default false,
  is_subscriber boolean not null default false,
  is_follower boolean not null default false,
  chat_at timestamptz,
  unread_count int not null default 0,
  next_page int not null default 1,
  read_at timestamptz,
  spend_at timestamptz,
  message_count int not null default 0,
  waiting_count int not null default 0,
  waiting_since timestamptz,
  constraint pages_begin_with_1 check (next_page >= 1)
);
comment on table public.import_fans is
'How far the import of one fan is: the chat''s next page, whether all of it and the spending were read.';
comment on column public.import_fans.fan_id is 'The fan.';
comment on column public.import_fans.creator_id is 'The creator whose import it is.';
comment on column public.import_fans.has_chat is 'Whether the list of chats had the fan.';
comment on column public.import_fans.is_subscriber is 'Whether the list of subscribers had the fan.';
comment on column public.import_fans.is_follower is 'Whether the list of followers had the fan.';
comment on column public.import_fans.unread_count is 'Unread messages, as the list of chats had it.';
comment on column public.import_fans.next_page is 'The page of the chat that is read next, from 1.';
comment on column public.import_fans.spend_at is 'When the fan''s spending was read; null: not yet.';
comment on column public.import_fans.message_count is 'Messages that the import brought.';
comment on column public.import_fans.waiting_since is 'When the oldest of these was written.';
comment on column public.import_fans.chat_at is 'When the chat last changed, as the list had it.';
comment on column public.import_fans.read_at is
'When the last page of the chat was read; null: not yet.';
comment on column public.import_fans.waiting_count is
'Messages that were unread and unanswered when the chat was read: they wait for a person.';
create index import_fans_creator_idx on public.import_fans (creator_id);
create index import_fans_unread_idx on public.import_fans (creator_id, chat_at desc, fan_id)
where has_chat and read_at is null;
create index import_fans_unasked_idx on public.import_fans (creator_id, fan_id)
where (has_chat or is_subscriber) and spend_at is null;

-- The creator whom somebody means, by id, the platform's uuid or name; `of_mine`: among those whom
-- whoever asks may see.
create function private.find_creator(creator text, of_mine boolean)
returns public.creators
language plpgsql
stable
set search_path = ''
as $$
declare
  found_creators public.creators [];
begin
  select array_agg(creators order by creators.id) into found_creators
  from public.creators
  where (
      creators.id::text = trim(find_creator.creator)
      or creators.platform_uuid = private.to_uuid(trim(find_creator.creator))
      or lower(creators.display_name) = lower(trim(find_creator.creator))
    )
    and (not of_mine or private.may(creators.id, 'viewer'));
  if cardinality(found_creators) = 1 then
    return found_creators[1];
  end if;
  raise sqlstate 'PT404' using
    message = format(
      '%s creator has this id, uuid or name; there is %s',
      case when found_creators is null then 'no' else 'more than one' end,
      coalesce(
        (
          select string_agg(format('%s (%s)', known.id, known.display_name), ', ' order by known.id)
          from public.creators as known
          where not of_mine or private.may(known.id, 'viewer')
        ),
        'nobody: add a creator first'
      )
    );
end;
$$;

-- Where an import is, in numbers.
create function private.import_progress(creator_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'chats', count(*) filter (where fans.has_chat),
    'chats_read', count(*) filter (where fans.has_chat and fans.read_at is not null),
    'messages', coalesce(sum(fans.message_count), 0),
    'subscribers', count(*) filter (where fans.is_subscriber),
    'followers', count(*) filter (where fans.is_follower),
    'spenders', count(*) filter (where fans.has_chat or fans.is_subscriber),
    'spend_read', count(*) filter (
      where (fans.has_chat or fans.is_subscriber) and fans.spend_at is not null
    ),
    'waiting', count(*) filter (where fans.waiting_count > 0)
  )
  from public.import_fans as fans
  where fans.creator_id = import_progress.creator_id
$$;

-- Begin a creator's import, or go on with one that was cut off. `options`: {"answer_unread",
-- "newest_messages", "again"}; what is absent stays as it was.
create function private.begin_import(
  creator text, importer text, lease_seconds int, options jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  owner public.creators := private.find_creator(creator, false);
  import public.imports;
  is_new boolean;
begin
  if (lease_seconds between 1 and 3600) is not true or coalesce(importer, '') = ''
    or jsonb_typeof(options) is distinct from 'object' then
    raise sqlstate 'PT422' using
      message = 'not the beginning of an import',
      detail = 'importer must say who imports, lease_seconds lie between 1 and 3600, options be an object';
  end if;
  insert into public.imports (creator_id, lease, started_at, updated_at)
  values (owner.id, private.seconds(lease_seconds), begin_import.at, begin_import.at)
  on conflict on constraint imports_pkey do nothing;
  is_new := found;
  select * into import from public.imports where imports.creator_id = owner.id for update;
  if import.lease_expires_at > begin_import.at then
    return jsonb_build_object(
      'outcome', 'busy', 'importer', import.importer, 'lease_expires_at', import.lease_expires_at,
      'wait_seconds', ceil(extract(epoch from import.lease_expires_at - begin_import.at) * 1000) / 1000
    );
  end if;

  if options -> 'again' = 'true' and not is_new then
    update public.import_fans
    set next_page = 1, read_at = null, spend_at = null, waiting_count = 0, waiting_since = null
    where import_fans.creator_id = owner.id;
    update public.imports
    set
      phase = 'chats', position = null, list_newest = null, look_back_to = null,
      found_more = false, left_out = '{}', started_at = begin_import.at, finished_at = null
    where imports.creator_id = owner.id
    returning * into import;
  elsif import.phase = 'done' then
    return jsonb_build_object(
      'outcome', 'done', 'finished_at', import.finished_at, 'left_out', import.left_out,
      'progress', private.import_progress(owner.id)
    );
  end if;
  update public.imports
  set
    importer = begin_import.importer, lease = private.seconds(lease_seconds),
    lease_token = gen_random_uuid(),
    lease_expires_at = begin_import.at + private.seconds(lease_seconds),
    answer_unread = coalesce((options -> 'answer_unread')::boolean, imports.answer_unread),
    newest_messages = coalesce((options -> 'newest_messages')::int, imports.newest_messages),
    step = imports.step + 1, updated_at = begin_import.at
  where imports.creator_id = owner.id
  returning * into import;
  return jsonb_build_object(
    'outcome', case when is_new then 'begun' else 'resumed' end,
    'creator_id', owner.id, 'creator_uuid', owner.platform_uuid, 'creator', owner.display_name,
    'lease_token', import.lease_token, 'started_at', import.started_at,
    'answer_unread', import.answer_unread, 'newest_messages', import.newest_messages
  );
end;
$$;

-- Lock an import under its lease, and make the lease last again. Raises PT409 once another has it.
create function private.lock_import(creator_id bigint, lease_token uuid, at timestamptz)
returns public.imports
language plpgsql
set search_path = ''
as $$
declare
  import public.imports;
begin
  update public.imports
  set lease_expires_at = lock_import.at + imports.lease, updated_at = lock_import.at
  where imports.creator_id = lock_import.creator_id
    and imports.lease_token = lock_import.lease_token
  returning * into import;
  if not found then
    raise sqlstate 'PT409' using
      message = 'another import of this creator has taken over',
      hint = 'Let it go on, or stop it and begin again: nothing is lost.';
  end if;
  return import;
end;
$$;

-- What is to be read next: a page of a list, what some fans spent, the next pages of some chats.
-- With nothing left the import is done.
create function private.next_import_step(creator_id bigint, lease_token uuid, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  import public.imports := private.lock_import(
    next_import_step.creator_id, next_import_step.lease_token, next_import_step.at
  );
  work jsonb;
  progress jsonb;
begin
  if import.phase = 'spend' then
    select jsonb_agg(asked.platform_uuid) into work
    from (
      select fans.platform_uuid
      from public.import_fans as asked
      join public.fans on fans.id = asked.fan_id
      where asked.creator_id = import.creator_id
        and (asked.has_chat or asked.is_subscriber) and asked.spend_at is null
      order by asked.fan_id
      limit 20
    ) as asked;
    if work is null then
      import.phase := 'messages';
    end if;
  end if;
  if import.phase = 'messages' then
    select jsonb_agg(jsonb_build_object('fan_uuid', chat.platform_uuid, 'page', chat.next_page))
    into work
    from (
      select fans.platform_uuid, unread.next_page
      from public.import_fans as unread
      join public.fans on fans.id = unread.fan_id
      where unread.creator_id = import.creator_id and unread.has_chat and unread.read_at is null
      order by unread.chat_at desc, unread.fan_id
      limit 20
    ) as chat;
    if work is null then
      import.phase := 'done';
    end if;
  end if;

  progress := private.import_progress(import.creator_id);
  update public.imports
  set
    phase = import.phase,
    finished_at = case when import.phase = 'done' then next_import_step.at end,
    lease_token = case when import.phase <> 'done' then imports.lease_token end,
    lease_expires_at = case when import.phase <> 'done' then imports.lease_expires_at end
  where imports.creator_id = import.creator_id and imports.phase <> import.phase;
  if import.phase = 'done' and (progress ->> 'waiting')::int > 0 then
    perform private.note_operator(
      import.creator_id, null, 'unread_before',
      format(
        '%s fans had unread messages when their chats were imported; nothing answers these by itself',
        progress ->> 'waiting'
      ),
      next_import_step.at
    );
  end if;
  return jsonb_build_object(
    'phase', import.phase, 'page', import.position, 'step', import.step,
    'fans', case when import.phase = 'spend' then work end,
    'chats', case when import.phase = 'messages' then work end,
    'progress', progress, 'left_out', import.left_out
  );
end;
$$;

-- The share of the bucket that an import leaves to everybody else: more than other background work
-- does, which would not come to its turn beside one that reads for hours.
create function private.import_reserve()
returns double precision
language sql
immutable
set search_path = ''
as $$
  select 0.5::double precision
$$;

-- Take one request from the creator's budget for an import, or say how long to wait.
create function private.take_import_token(creator_id bigint, lease_token uuid, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  import public.imports := private.lock_import(
    take_import_token.creator_id, take_import_token.lease_token, take_import_token.at
  );
  budget public.rate_budgets := private.lock_rate_budget(
    import.creator_id, take_import_token.at
  );
  bucket record;
  missing double precision;
begin
  select * into bucket from private.rate_bucket();
  missing := 1 + bucket.capacity * private.import_reserve() - budget.tokens;
  if missing > 0 then
    return jsonb_build_object(
      'granted', false, 'remaining', floor(budget.tokens),
      'wait_seconds', ceil((missing / bucket.per_second)::numeric * 1000) / 1000
    );
  end if;
  return private.take_rate_tokens(import.creator_id, 1, 'background', take_import_token.at);
end;
$$;

-- Make rows for the fans of one page of a list; who was erased does not come back. A list of chats
-- is read again, down to where it began, until nothing new is found: a chat that wrote meanwhile
-- moved from a page that was still to come to one that had been read.
create function private.record_import_page(
  creator_id bigint, lease_token uuid, list text, step bigint, following text, fans jsonb,
  at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  import public.imports := private.lock_import(
    record_import_page.creator_id, record_import_page.lease_token, record_import_page.at
  );
  newest timestamptz;
  oldest timestamptz;
  is_over boolean;
  added int;
begin
  if list is null or list not in ('chats', 'subscribers', 'followers')
    or coalesce(jsonb_typeof(fans), 'null') not in ('array', 'null')
    or (jsonb_typeof(fans) = 'array' and (
      jsonb_array_length(fans) > 100 or exists (
        select 1 from jsonb_array_elements(fans) as each (value)
        where private.to_uuid(each.value ->> 'fan_uuid') is null
      )
    )) then
    raise sqlstate 'PT422' using
      message = 'not a page of a list',
      detail = 'list must be chats, subscribers or followers; fans up to 100 with fan_uuid, or null';
  end if;
  if import.phase <> list or import.step is distinct from record_import_page.step then
    return jsonb_build_object('outcome', 'known', 'added', 0);
  end if;
  if coalesce(jsonb_typeof(fans), 'null') = 'null' then
    update public.imports
    set
      left_out = array_append(imports.left_out, list), position = null, step = imports.step + 1,
      phase = private.next_import_list(list)
    where imports.creator_id = import.creator_id;
    return jsonb_build_object('outcome', 'left_out', 'added', 0);
  end if;

  -- In one order and before what is about them: whoever erases one of them has locked it first.
  perform 1 from public.fans as there
  where there.creator_id = import.creator_id
    and there.platform_uuid in (
      select private.to_uuid(each.value ->> 'fan_uuid')
      from jsonb_array_elements(record_import_page.fans) as each (value)
    )
  order by there.id
  for key share;

  with listed as materialized (
    select distinct on (row.fan_uuid) row.*
    from (
      select
        private.to_uuid(each.value ->> 'fan_uuid') as fan_uuid, each.value as names,
        private.to_timestamp(each.value ->> 'last_message_at', null) as chat_at,
        coalesce(private.to_int(each.value -> 'unread'), 0) as unread_count
      from jsonb_array_elements(record_import_page.fans) as each (value)
    ) as row
    where not exists (
      select 1 from public.erased_fans as erased
      where erased.creator_id = import.creator_id
        and erased.fan_hash = private.fan_hash(row.fan_uuid)
    )
    order by row.fan_uuid
  ),
  made as (
    insert into public.fans (creator_id, platform_uuid, handle, display_name, created_at)
    select
      import.creator_id, listed.fan_uuid, listed.names ->> 'handle',
      listed.names ->> 'display_name', record_import_page.at
    from listed
    on conflict on constraint one_row_for_each_fan_of_a_creator do nothing
    returning fans.id, fans.platform_uuid
  ),
  known as (
    select made.id, made.platform_uuid from made
    union all
    select there.id, there.platform_uuid
    from public.fans as there
    join listed on listed.fan_uuid = there.platform_uuid
    where there.creator_id = import.creator_id
  ),
  noted as (
    insert into public.import_fans as noted (
      fan_id, creator_id, has_chat, is_subscriber, is_follower, chat_at, unread_count
    )
    select
      known.id, import.creator_id, list = 'chats', list = 'subscribers', list = 'followers',
      listed.chat_at, listed.unread_count
    from known
    join listed on listed.fan_uuid = known.platform_uuid
    order by known.id
    on conflict on constraint import_fans_pkey do update
    set
      has_chat = noted.has_chat or excluded.has_chat,
      is_subscriber = noted.is_subscriber or excluded.is_subscriber,
      is_follower = noted.is_follower or excluded.is_follower,
      chat_at = coalesce(excluded.chat_at, noted.chat_at),
      unread_count = case
        when excluded.has_chat then excluded.unread_count else noted.unread_count
      end
    -- A row that is new was written by this transaction alone.
    returning (noted.xmax = 0) as is_new
  )
  select count(*) filter (where noted.is_new) into added from noted;

  if list <> 'chats' then
    update public.imports
    set
      position = record_import_page.following, step = imports.step + 1,
      phase = case
        when record_import_page.following is null then private.next_import_list(list) else list
      end
    where imports.creator_id = import.creator_id;
    return jsonb_build_object('outcome', 'recorded', 'added', added);
  end if;

  select
    max(private.to_timestamp(each.value ->> 'last_message_at', null)),
    min(private.to_timestamp(each.value ->> 'last_message_at', null))
  into newest, oldest
  from jsonb_array_elements(record_import_page.fans) as each (value);
  import.list_newest := case
    when import.position is null then newest else coalesce(import.list_newest, newest)
  end;
  import.found_more := import.found_more or added > 0;
  is_over := record_import_page.following is null or coalesce(oldest < import.look_back_to, false);
  update public.imports
  set
    step = imports.step + 1,
    position = case when not is_over then record_import_page.following end,
    list_newest = case when not is_over then import.list_newest end,
    found_more = not is_over and import.found_more,
    look_back_to = case when is_over then import.list_newest else import.look_back_to end,
    phase = case
      when not is_over then 'chats'
      -- Read in one request, or nothing new in it.
      when import.position is null or not import.found_more then 'subscribers'
      else 'chats'
    end
  where imports.creator_id = import.creator_id;
  return jsonb_build_object('outcome', 'recorded', 'added', added);
end;
$$;

create function private.next_import_list(list text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case list when 'chats' then 'subscribers' when 'subscribers' then 'followers' else 'spend' end
$$;

-- Record what some fans spent; null where the platform does not tell it of anybody. A fan without
-- insights is one of whom it tells nothing.
create function private.record_import_spend(
  creator_id bigint, lease_token uuid, spend jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  import public.imports := private.lock_import(
    record_import_spend.creator_id, record_import_spend.lease_token, record_import_spend.at
  );
  asked record;
begin
  if coalesce(jsonb_typeof(spend), 'null') = 'null' then
    update public.imports
    set phase = 'messages', left_out = array_append(imports.left_out, 'spend')
    where imports.creator_id = import.creator_id and imports.phase = 'spend';
    return '{"outcome": "left_out"}';
  end if;
  if jsonb_typeof(spend) <> 'array' or jsonb_array_length(spend) > 50
    or exists (
      select 1 from jsonb_array_elements(spend) as each (value)
      where private.to_uuid(each.value ->> 'fan_uuid') is null
        or coalesce(jsonb_typeof(each.value -> 'insights'), 'null') not in ('object', 'null')
        or coalesce(nullif(each.value #> '{insights,gross_cents}', 'null'), '0')
          not between '0'::jsonb and '100000000000'::jsonb
    ) then
    raise sqlstate 'PT422' using
      message = 'not what fans spent',
      detail = 'spend must be null, or up to 50 with fan_uuid and insights or null';
  end if;
  -- In the order of their ids, the fans before what is about them.
  for asked in
    select fans.id, each.value -> 'insights' as insights
    from jsonb_array_elements(spend) as each (value)
    join public.fans
      on fans.creator_id = import.creator_id
      and fans.platform_uuid = private.to_uuid(each.value ->> 'fan_uuid')
    order by fans.id
    for no key update of fans
  loop
    if asked.insights <> 'null' then
      perform private.advance_stage(asked.id, null, record_import_spend.at);
      perform private.record_insights(asked.id, asked.insights, record_import_spend.at);
      perform private.advance_stage(asked.id, 'import', record_import_spend.at);
    end if;
    update public.import_fans set spend_at = record_import_spend.at
    where import_fans.fan_id = asked.id;
  end loop;
  return '{"outcome": "recorded"}';
end;
$$;

-- Which messages of a chat's first page, newest first, wait for an answer: what the fan wrote since
-- somebody of the creator's last did, as far as it was unread and came before the connection.
create function private.waiting_messages(
  messages jsonb, unread_count int, before timestamptz
)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  with listed as (
    select
      each.value as message, each.place,
      each.value -> 'by_fan' = 'true' as by_fan,
      private.to_timestamp(each.value ->> 'sent_at', null) as sent_at
    from jsonb_array_elements(waiting_messages.messages) with ordinality as each (value, place)
  ),
  answered as (
    select min(listed.place) as place from listed
    where not listed.by_fan and listed.message -> 'is_automated' is distinct from 'true'
  ),
  unanswered as (
    select listed.*, row_number() over (order by listed.place) as number
    from listed, answered
    where listed.by_fan and (answered.place is null or listed.place < answered.place)
  )
  select unanswered.message from unanswered
  where unanswered.number <= waiting_messages.unread_count
    and unanswered.sent_at < waiting_messages.before
  order by unanswered.place desc
$$;

-- The event that the webhook would have brought, under the id that it derives.
create function private.event_of_message(
  creator public.creators, fan public.fans, message jsonb
)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'event_id', 'message.received:' || (message ->> 'uuid'), 'type', 'message.received',
    'occurred_at', message -> 'sent_at', 'creator_uuid', creator.platform_uuid,
    'fan', jsonb_build_object('uuid', fan.platform_uuid),
    'message', jsonb_build_object(
      'uuid', message -> 'uuid', 'text', message -> 'text', 'has_media', message -> 'has_media',
      'price_cents', message -> 'price_cents', 'is_automated', false
    )
  )
$$;

-- Record one page of one chat, newest first; `more` says that there may be another.
create function private.record_import_messages(
  creator_id bigint, lease_token uuid, fan_uuid uuid, page int, messages jsonb, more boolean,
  at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  import public.imports := private.lock_import(
    record_import_messages.creator_id, record_import_messages.lease_token,
    record_import_messages.at
  );
  creator public.creators;
  fan public.fans;
  chat public.import_fans;
  stored record;
  waiting jsonb := '[]';
  logged jsonb := '{}';
  event jsonb;
begin
  if jsonb_typeof(messages) is distinct from 'array' or jsonb_array_length(messages) > 100
    or page is null or more is null
    or exists (
      select 1 from jsonb_array_elements(messages) as each (value)
      where private.to_uuid(each.value ->> 'uuid') is null
        or jsonb_typeof(each.value -> 'by_fan') is distinct from 'boolean'
    ) then
    raise sqlstate 'PT422' using
      message = 'not a page of a chat',
      detail = 'messages must be up to 100 with uuid and by_fan, page and more given';
  end if;
  select * into creator from public.creators where creators.id = import.creator_id;
  select fans.* into fan from public.fans
  where fans.creator_id = import.creator_id
    and fans.platform_uuid = record_import_messages.fan_uuid;
  select * into chat from public.import_fans
  where import_fans.fan_id = fan.id and import_fans.has_chat;
  -- Told twice, or erased meanwhile.
  if chat.fan_id is null or chat.read_at is not null
    or chat.next_page <> record_import_messages.page then
    return jsonb_build_object('outcome', 'known', 'imported', 0);
  end if;

  if record_import_messages.page = 1 then
    select coalesce(jsonb_agg(each.message), '[]') into waiting
    from private.waiting_messages(messages, chat.unread_count, creator.created_at) as each (message)
    where not private.is_message_known(private.event_of_message(creator, fan, each.message));
  end if;
  -- Logged before the fan is locked: a webhook that brings one of them has logged it and waits.
  for event in
    select private.event_of_message(creator, fan, each.value)
    from jsonb_array_elements(waiting) as each (value)
    where import.answer_unread
    order by each.value ->> 'uuid'
  loop
    logged := logged || jsonb_build_object(
      event ->> 'event_id', private.log_event(event, record_import_messages.at)
    );
  end loop;
  select * into fan from public.fans where fans.id = fan.id for no key update;
  if not found then
    delete from public.webhook_events
    where webhook_events.id in (select (value)::bigint from jsonb_each_text(logged));
    return jsonb_build_object('outcome', 'known', 'imported', 0);
  end if;

  -- What time alone did comes first.
  perform private.advance_stage(fan.id, null, record_import_messages.at);
  select * into stored
  from private.import_messages(
    fan.id, creator.created_at,
    (
      select coalesce(jsonb_agg(each.value order by each.place), '[]')
      from jsonb_array_elements(messages) with ordinality as each (value, place)
      where not logged ? ('message.received:' || (each.value ->> 'uuid'))
    ),
    record_import_messages.at
  );
  update public.fans
  set
    -- The fan's first message here has nothing more to look for.
    history_at = record_import_messages.at,
    msg_count_inbound = fans.msg_count_inbound + stored.inbound,
    last_inbound_at = greatest(fans.last_inbound_at, stored.last_inbound_at),
    last_human_at = greatest(fans.last_human_at, stored.last_human_at)
  where fans.id = fan.id;
  update public.import_fans
  set
    next_page = record_import_messages.page + 1,
    read_at = case when not more then record_import_messages.at end,
    message_count = import_fans.message_count + stored.total,
    waiting_count = case
      when import.answer_unread then 0
      when record_import_messages.page = 1 then jsonb_array_length(waiting)
      else import_fans.waiting_count
    end,
    waiting_since = case
      when import.answer_unread then null
      when record_import_messages.page = 1
        then private.to_timestamp(waiting #>> '{0,sent_at}', null)
      else import_fans.waiting_since
    end
  where import_fans.fan_id = fan.id;
  if jsonb_path_exists(messages, '$[*].signals[*] ? (@ == "minor")') then
    perform private.raise_stop_sign(fan.id, 'minor', record_import_messages.at)
    from public.fans
    where fans.id = fan.id and fans.adult_confirmed_at is null and exists (
      select 1 from public.messages
      where messages.fan_id = fans.id and messages.id < 0 and messages.signals ? 'minor'
    );
  end if;
  perform private.advance_stage(fan.id, 'import', record_import_messages.at);

  for event in
    select private.event_of_message(creator, fan, each.value)
    from jsonb_array_elements(waiting) with ordinality as each (value, place)
    where logged ->> ('message.received:' || (each.value ->> 'uuid')) is not null
    order by each.place
  loop
    perform private.follow_event(
      (logged ->> (event ->> 'event_id'))::bigint, event, record_import_messages.at
    );
  end loop;
  return jsonb_build_object('outcome', 'recorded', 'imported', stored.total);
end;
$$;

-- Hand an import back before it is done, so that the next one need not wait for the lease to end.
create function private.release_import(creator_id bigint, lease_token uuid, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  update public.imports
  set lease_token = null, lease_expires_at = null, updated_at = release_import.at
  where imports.creator_id = release_import.creator_id
    and imports.lease_token = release_import.lease_token;
  return jsonb_build_object('outcome', case when found then 'released' else 'known' end);
end;
$$;

-- How far a creator's import is, and who was waiting and has heard of nobody since.
create function private.import_status(creator text, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  owner public.creators := private.find_creator(creator, true);
  import public.imports;
begin
  select * into import from public.imports where imports.creator_id = owner.id;
  if not found then
    return jsonb_build_object('phase', null, 'creator', owner.display_name);
  end if;
  return jsonb_build_object(
    'creator', owner.display_name, 'phase', import.phase, 'started_at', import.started_at,
    'updated_at', import.updated_at, 'finished_at', import.finished_at,
    'importer', case when import.lease_expires_at > import_status.at then import.importer end,
    'left_out', import.left_out, 'progress', private.import_progress(owner.id),
    'waiting', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'fan_id', still.fan_id, 'fan', coalesce(still.handle, still.display_name),
        'messages', still.waiting_count, 'since', still.waiting_since
      ) order by still.waiting_since), '[]')
      from (
        select waiting.fan_id, fans.handle, fans.display_name, waiting.waiting_count, waiting.waiting_since
        from public.import_fans as waiting
        join public.fans on fans.id = waiting.fan_id
        where waiting.creator_id = owner.id and waiting.waiting_count > 0
          and not exists (
            select 1 from public.messages
            where messages.fan_id = waiting.fan_id and messages.kind in ('reply', 'fixed', 'human')
              and messages.status = 'sent' and messages.sent_at > waiting.waiting_since
          )
        order by waiting.waiting_since
        limit 500
      ) as still
    )
  );
end;
$$;

create function public.begin_import(
  creator text, importer text, lease_seconds int, options jsonb default '{}'
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.begin_import(creator, importer, lease_seconds, options, now())
$$;
comment on function public.begin_import is
'Begin to bring a creator''s past in from the platform, or go on with an import that was cut off.';

create function public.next_import_step(creator_id bigint, lease_token uuid)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.next_import_step(creator_id, lease_token, now())
$$;
comment on function public.next_import_step is 'What an import is to read next, and how far it is.';

create function public.take_import_token(creator_id bigint, lease_token uuid)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.take_import_token(creator_id, lease_token, now())
$$;
comment on function public.take_import_token is
'Take a request from a creator''s budget for an import, which leaves half of it to everybody else.';

create function public.record_import_page(
  creator_id bigint, lease_token uuid, list text, step bigint, following text, fans jsonb
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_import_page(creator_id, lease_token, list, step, following, fans, now())
$$;
comment on function public.record_import_page is
'Record a page of the list of chats, subscribers or followers; null: the platform does not show it.';

create function public.record_import_spend(creator_id bigint, lease_token uuid, spend jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_import_spend(creator_id, lease_token, spend, now())
$$;
comment on function public.record_import_spend is
'Record what some fans spent before the connection; null: the platform does not tell.';

create function public.record_import_messages(
  creator_id bigint, lease_token uuid, fan_uuid uuid, page int, messages jsonb, more boolean
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_import_messages(
    creator_id, lease_token, fan_uuid, page, messages, more, now()
  )
$$;
comment on function public.record_import_messages is
'Record a page of a chat of before the connection, without answering it.';

create function public.release_import(creator_id bigint, lease_token uuid)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.release_import(creator_id, lease_token, now())
$$;
comment on function public.release_import is
'Hand an import back before it is done: the next one goes on where it was.';

create function public.import_status(creator text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.import_status(creator, now())
$$;
comment on function public.import_status is
'How far a creator''s import is, and which fans'' unread messages of before still wait.';

revoke execute on function
  public.begin_import, public.next_import_step, public.take_import_token,
  public.record_import_page, public.record_import_spend, public.record_import_messages,
  public.release_import, public.import_status, private.import_status
from public, anon, authenticated;
grant execute on function
  public.begin_import, public.next_import_step, public.take_import_token,
  public.record_import_page, public.record_import_spend, public.record_import_messages,
  public.release_import
to service_role, jobs_worker;
grant execute on function public.import_status, private.import_status to service_role, authenticated;
