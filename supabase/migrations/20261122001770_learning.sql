-- Learning what fans tell: the profile job. Never in a reply's way: lane `background`, and what
-- fails costs nothing but what it would have taught.

-- A fan's messages were looked at: enqueue the profile job if enough of them wait, or put off the
-- one that is queued, since the fan is still writing. The caller holds the fan's lock.
create function private.enqueue_profile(inspection public.jobs_queue, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
  settings public.settings;
  mode public.automation_mode;
  unread int;
begin
  select * into settings from public.settings;
  select * into fan from public.fans where fans.id = inspection.fan_id;
  select private.mode_of(fan, creators.automation) into mode
  from public.creators where creators.id = fan.creator_id;
  if settings.profile_every = 0 or mode not in ('auto', 'approve') or exists (
    select 1 from public.jobs_queue as running
    where running.fan_id = fan.id and running.status = 'running' and running.job_type = 'profile'
  ) then
    return;
  end if;
  select count(*) into unread
  from (
    select 1 from public.messages
    where messages.fan_id = fan.id and messages.id > coalesce(fan.profiled_to, 0)
      and messages.direction = 'inbound' and messages.deleted_at is null
      and messages.body is not null and messages.inspected_at is not null
    limit settings.profile_every
  ) as messages;
  if unread < settings.profile_every then
    return;
  end if;

  insert into public.jobs_queue as queued (
    job_type, creator_id, fan_id, run_at, debounce_deadline, created_at
  )
  values (
    'profile', fan.creator_id, fan.id, enqueue_profile.at + settings.profile_delay,
    enqueue_profile.at + 10 * settings.profile_delay, enqueue_profile.at
  )
  on conflict (fan_id, job_type) where status = 'queued' do update
  set run_at = private.push_back(
    queued.run_at, queued.debounce_deadline,
    extract(epoch from settings.profile_delay)::float8, enqueue_profile.at
  );
end;
$$;

-- Keep what a profile job learned, and end it. `profile`: {"items": [{"kind", "text",
-- "message_id"}], "summary": text or null}. An item cites a message that the job was given; what
-- the fan has taken back or changed meanwhile is passed over.
create function private.record_profile(
  job_id bigint, lease_token uuid, profile jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    record_profile.job_id, record_profile.lease_token
  );
  items jsonb := coalesce(profile -> 'items', '[]');
  item jsonb;
  learned int := 0;
begin
  if job.job_type <> 'profile' or jsonb_typeof(items) <> 'array' or jsonb_array_length(items) > 12
    or exists (
      select 1 from jsonb_array_elements(items) as each (value)
      where (
        each.value ->> 'kind' in ('tag', 'fact')
        and length(each.value ->> 'text') between 1 and
          case each.value ->> 'kind' when 'tag' then 60 else 200 end
        and jsonb_typeof(each.value -> 'message_id') = 'number'
        and job.payload -> 'context_message_ids' @> (each.value -> 'message_id')
      ) is not true
    )
    or length(profile ->> 'summary') > 800 then
    raise sqlstate 'PT422' using
      message = 'not a profile',
      detail = 'items must be up to 12 tags and facts, each citing a message of the claim; summary up to 800 characters';
  end if;

  -- A person took over, or the fan wants no more: nothing is learned.
  if private.profile_claim(job.fan_id) -> 'context_message_ids' <> '[]' then
    for item in select each.value from jsonb_array_elements(items) as each (value) loop
      learned := learned + private.learn(job, item, record_profile.at)::int;
    end loop;
    update public.fans
    set
      profiled_to = greatest(fans.profiled_to, (
        select max(given.value::bigint)
        from jsonb_array_elements_text(job.payload -> 'context_message_ids') as given (value)
      ))
    where fans.id = job.fan_id;
    perform private.summarise(job, profile ->> 'summary', record_profile.at);
  end if;
  perform private.end_job(job.id, 'done', record_profile.at);
  return jsonb_build_object('outcome', 'recorded', 'learned', learned);
end;
$$;

-- Keep one tag or fact, or remember that it was said again. Answers whether it is known now.
create function private.learn(job public.jobs_queue, item jsonb, at timestamptz)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  known public.fan_facts;
  cited bigint := (item ->> 'message_id')::bigint;
  most int;
begin
  -- As it was when the job was claimed: not deleted, and not edited and looked at anew.
  if not exists (
    select 1 from public.messages
    where messages.id = cited and messages.fan_id = job.fan_id
      and messages.direction = 'inbound' and messages.deleted_at is null
      and messages.body is not null and messages.inspected_at <= job.claimed_at
  ) then
    return false;
  end if;

  select * into known from public.fan_facts as facts
  where facts.fan_id = job.fan_id and facts.kind = item ->> 'kind'
    and lower(facts.text) = lower(item ->> 'text');
  if found then
    update public.fan_facts as facts
    set
      times_seen = facts.times_seen + 1, last_seen_at = learn.at,
      message_id = case facts.source when 'learned' then cited end
    where facts.id = known.id and facts.removed_at is null;
    return found;
  end if;

  -- At most 50 tags fit into fans.tags, and a person's own go first.
  select case item ->> 'kind'
    when 'fact' then 40
    else least(30, 50 - count(*) filter (where facts.source = 'operator')::int)
  end into most
  from public.fan_facts as facts
  where facts.fan_id = job.fan_id and facts.kind = 'tag' and facts.removed_at is null;
  perform private.forget(array_agg(weakest.id))
  from (
    select facts.id
    from public.fan_facts as facts
    cross join public.settings
    where facts.fan_id = job.fan_id and facts.kind = item ->> 'kind'
      and facts.source = 'learned' and facts.removed_at is null
    order by private.memory_strength(
      facts.times_seen, facts.last_seen_at, settings.memory_half_life, learn.at
    ) desc, facts.id
    offset greatest(most - 1, 0)
  ) as weakest;
  if most <= 0 then
    return false;
  end if;
  insert into public.fan_facts (
    fan_id, kind, text, source, message_id, learned_at, last_seen_at
  )
  values (
    job.fan_id, item ->> 'kind', item ->> 'text', 'learned', cited, learn.at, learn.at
  );
  return true;
end;
$$;

-- Take a new summary, unless something that it was written from was taken back meanwhile.
create function private.summarise(job public.jobs_queue, summary text, at timestamptz)
returns void
language sql
set search_path = ''
as $$
  update public.fans
  set
    summary = summarise.summary, summary_at = summarise.at,
    summary_to = (job.payload ->> 'context_summary_to')::bigint
  where fans.id = job.fan_id and length(btrim(summarise.summary)) > 0
    and (job.payload ->> 'context_summary_to')::bigint > coalesce(fans.summary_to, 0)
    and not exists (
      select 1 from public.messages
      where messages.fan_id = job.fan_id
        and messages.id <= (job.payload ->> 'context_summary_to')::bigint
        and (messages.deleted_at > job.claimed_at or messages.inspected_at > job.claimed_at)
    )
$$;

create function public.record_profile(job_id bigint, lease_token uuid, profile jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.record_profile(job_id, lease_token, profile, now())
$$;
comment on function public.record_profile is
'Keep what was learned from a fan''s messages, and a new summary; end the profile job.';
revoke execute on function public.record_profile from public, anon, authenticated;
grant execute on function public.record_profile to service_role, jobs_worker;
