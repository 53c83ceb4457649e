-- What is remembered of a fan: tags and short facts, each with the message that it came from, and
-- a summary of the chat before what a reply is shown. How they come is in learning.sql, how they
-- go in forgetting.sql.

create table public.fan_facts (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  kind text not null default 'fact',
  text text not null,
  source text not null default 'operator',
  message_id bigint references public.messages (id) on delete cascade,
  learned_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  times_seen int not null default 1,
  removed_at timestamptz,
  constraint kind_is_known check (kind in ('tag', 'fact')),
  constraint source_is_known check (source in ('learned', 'operator')),
  constraint text_fits_kind check (
    length(text) between 1 and case kind when 'tag' then 60 else 200 end
  ),
  constraint learned_text_is_plain check (
    source = 'operator' or case kind
      when 'tag' then text ~ '^[a-z0-9]+(_[a-z0-9]+)*$'
      else text = btrim(text) and text !~ '[[:cntrl:]]'
    end
  ),
  constraint learned_facts_cite_a_message check (source = 'operator' or message_id is not null)
);
comment on table public.fan_facts is
'What is known about a fan: learned from the message it cites, or typed by an operator.';
comment on column public.fan_facts.id is 'Number of the fact.';
comment on column public.fan_facts.fan_id is 'Whom it is about.';
comment on column public.fan_facts.kind is 'tag: a short label; fact: a sentence.';
comment on column public.fan_facts.text is 'What is known. May be edited.';
comment on column public.fan_facts.source is
'learned: from the message it names; operator: a person typed it.';
comment on column public.fan_facts.learned_at is 'When it was first known.';
comment on column public.fan_facts.last_seen_at is 'When it was last said again.';
comment on column public.fan_facts.times_seen is 'How often it was said.';
comment on column public.fan_facts.message_id is
'The newest message of the fan that says so. If the fan takes it back, this goes with it.';
comment on column public.fan_facts.removed_at is
'An operator took it out: it is not used, and not learned again. Null: in use.';
create unique index fan_facts_text_idx on public.fan_facts (fan_id, kind, lower(text));
create index fan_facts_message_idx on public.fan_facts (message_id);
create index fan_facts_seen_idx on public.fan_facts (last_seen_at)
where removed_at is null and source = 'learned';
create index fan_facts_removed_idx on public.fan_facts (removed_at) where removed_at is not null;

-- How strong the memory of something is: as often as it was said, at most eight times, and half
-- as strong after each half-life of silence about it.
create function private.memory_strength(
  times_seen int, last_seen_at timestamptz, half_life interval, at timestamptz
)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select least(times_seen, 8) * power(
    0.5, greatest(extract(epoch from at - last_seen_at), 0) / extract(epoch from half_life)
  )::float8
$$;

-- Whether something is in use: what a person typed always is, what was learned fades and expires.
create function private.is_remembered(fact public.fan_facts, at timestamptz)
returns boolean
language sql
stable
set search_path = ''
as $$
  select fact.removed_at is null and (
    fact.source = 'operator' or (
      fact.last_seen_at > at - settings.memory_retention
      and private.memory_strength(
        fact.times_seen, fact.last_seen_at, settings.memory_half_life, at
      ) >= 0.25
    )
  )
  from public.settings
$$;

-- What a reply may know: facts, the strongest first, within 1,500 characters, and the summary.
-- Tags come with the fan.
create function private.memory_context(fan_id bigint, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with remembered as (
    select
      facts.id, facts.text, facts.kind,
      case facts.source
        when 'operator' then 8
        else private.memory_strength(
          facts.times_seen, facts.last_seen_at, settings.memory_half_life, at
        )
      end as strength,
      facts.last_seen_at
    from public.fan_facts as facts
    cross join public.settings
    where facts.fan_id = memory_context.fan_id and facts.kind = 'fact'
      and private.is_remembered(facts, at)
  ),
  ranked as (
    select
      remembered.text, remembered.kind,
      row_number() over strongest_first as rank,
      sum(length(remembered.text)) over strongest_first as characters
    from remembered
    window strongest_first as (
      order by remembered.strength desc, remembered.last_seen_at desc, remembered.id desc
    )
  )
  select jsonb_build_object(
    'facts', (
      select coalesce(
        jsonb_agg(jsonb_build_object('text', ranked.text, 'kind', ranked.kind) order by ranked.rank),
        '[]')
      from ranked
      where ranked.characters <= 1500
    ),
    'summary', (
      select jsonb_build_object('text', fans.summary, 'to_message_id', fans.summary_to)
      from public.fans
      where fans.id = memory_context.fan_id and fans.summary is not null
    )
  )
$$;

-- Up to which message a summary is due, or null: where the chat is longer than what a reply is
-- shown (60 messages, 24,000 characters), and the summary does not reach up to there. It then
-- goes further, to half of that, so that it is not written anew for every message.
create function private.summary_due(fan_id bigint)
returns bigint
language sql
stable
set search_path = ''
as $$
  with recent as (
    select
      newest.id,
      row_number() over (order by newest.id desc) as place,
      sum(coalesce(length(newest.body), 0)) over (order by newest.id desc) as characters
    from (
      select messages.id, messages.body from public.messages
      where messages.fan_id = summary_due.fan_id and messages.deleted_at is null
      order by messages.id desc
      limit 61
    ) as newest
  )
  select (select max(id) from recent where place > 30 or characters > 12000)
  from public.fans
  where fans.id = summary_due.fan_id and exists (
    select 1 from recent
    where (recent.place > 60 or recent.characters > 24000)
      and recent.id > coalesce(fans.summary_to, 0)
  )
$$;

-- What a claimed profile job is to look at: the newest of what the fan wrote since the last one,
-- and how far the summary is to go. Nothing where nobody may answer the fan by now.
create function private.profile_claim(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with allowed as (
    select fans.id, coalesce(fans.profiled_to, 0) as profiled_to
    from public.fans
    join public.creators on creators.id = fans.creator_id
    where fans.id = profile_claim.fan_id
      and private.mode_of(fans, creators.automation) in ('auto', 'approve')
  )
  select jsonb_build_object(
    'context_message_ids', (
      select coalesce(jsonb_agg(newest.id order by newest.id), '[]')
      from (
        select messages.id
        from allowed
        join public.messages on messages.fan_id = allowed.id and messages.id > allowed.profiled_to
        where messages.direction = 'inbound' and messages.deleted_at is null
          and messages.body is not null and messages.inspected_at is not null
        order by messages.id desc
        limit 40
      ) as newest
    ),
    'context_summary_to', (select private.summary_due(allowed.id) from allowed)
  )
$$;

create function private.profile_context(job public.jobs_queue)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with facts as (
    select * from public.fan_facts where fan_facts.fan_id = job.fan_id
  )
  select jsonb_build_object(
    'messages', (
      select coalesce(jsonb_agg(
        jsonb_build_object('id', messages.id, 'text', left(messages.body, 2000))
        order by messages.id), '[]')
      from public.messages
      where messages.fan_id = job.fan_id
        and messages.id in (
          select given.value::bigint
          from jsonb_array_elements_text(job.payload -> 'context_message_ids') as given (value)
        )
    ),
    'known', (
      select coalesce(jsonb_agg(facts.text order by facts.last_seen_at desc, facts.id), '[]')
      from facts where private.is_remembered(facts, job.claimed_at)
    ),
    'removed', (
      select coalesce(jsonb_agg(facts.text order by facts.id), '[]')
      from facts where facts.removed_at is not null
    ),
    'summary', (
      select jsonb_build_object('text', fans.summary, 'to_message_id', fans.summary_to)
      from public.fans where fans.id = job.fan_id and fans.summary is not null
    ),
    'summary_to', job.payload -> 'context_summary_to',
    -- Of both sides, and only what was really said.
    'older', (
      select coalesce(jsonb_agg(
        jsonb_build_object('from', older.author, 'text', older.text) order by older.id), '[]')
      from (
        select
          messages.id, left(messages.body, 2000) as text,
          case messages.direction when 'inbound' then 'fan' else 'creator' end as author,
          sum(least(length(messages.body), 2000)) over (order by messages.id desc) as characters
        from public.fans
        join public.messages on messages.fan_id = fans.id
          and messages.id > coalesce(fans.summary_to, 0)
          and messages.id <= (job.payload ->> 'context_summary_to')::bigint
        where fans.id = job.fan_id and messages.status in ('received', 'sent')
          and messages.deleted_at is null and messages.body is not null
        order by messages.id desc
        limit 200
      ) as older
      where older.characters <= 16000
    )
  )
$$;
