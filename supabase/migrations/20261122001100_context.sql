-- What a claimed job brings along: everything that the worker may know about the fan.

-- All of the fan's messages that were not looked at, and what was sent by nobody knows whom.
create function private.inspect_context(fan_id bigint)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'messages', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', messages.id, 'platform_uuid', messages.platform_uuid, 'body', messages.body,
          'has_media', messages.has_media, 'sent_at', messages.sent_at
        ) order by messages.id), '[]')
      from public.messages
      where messages.fan_id = inspect_context.fan_id
        and messages.direction = 'inbound' and messages.inspected_at is null
    ),
    'sent', (
      select coalesce(jsonb_agg(
        jsonb_build_object('event_id', lookup.id, 'platform_uuid', lookup.event #>> '{message,uuid}')
        order by lookup.id), '[]')
      from private.open_lookups(inspect_context.fan_id) as lookup
    )
  )
$$;

-- The open turn and the chat before it: the newest 60 messages, and of those no more than
-- 24,000 characters, but always all that is unanswered.
create function private.reply_context(fan_id bigint, unanswered_ids jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with recent as (
    select
      messages.id, messages.turn_id, messages.direction, messages.kind, messages.status,
      messages.body, messages.has_media, messages.price_cents, messages.sent_at,
      messages.created_at,
      sum(coalesce(length(messages.body), 0)) over (order by messages.id desc) as characters
    from (
      select * from public.messages
      where messages.fan_id = reply_context.fan_id and messages.deleted_at is null
        and messages.expired_at is null
      order by messages.id desc
      limit 60
    ) as messages
  ),
  shown as (
    select
      recent.id, recent.turn_id, recent.direction, recent.kind, recent.status, recent.body,
      recent.has_media, recent.price_cents, recent.sent_at, recent.created_at
    from recent
    where recent.characters <= 24000 or unanswered_ids @> to_jsonb(recent.id)
    -- A burst of more than 60 messages still shows whole. None of these stands above already, and
    -- an array is looked up by key whatever the statistics say.
    union all
    select
      messages.id, messages.turn_id, messages.direction, messages.kind, messages.status,
      messages.body, messages.has_media, messages.price_cents, messages.sent_at,
      messages.created_at
    from public.messages
    where messages.id = any (array(
      select unanswered.id::bigint from jsonb_array_elements_text(unanswered_ids) as unanswered (id)
      except
      select recent.id from recent
    ))
  )
  select jsonb_build_object(
    'turn', (
      select jsonb_build_object(
        'id', turns.id, 'opened_at', turns.opened_at, 'supersede_count', turns.supersede_count,
        'must_send', turns.must_send, 'fixed_text', turns.fixed_text
      )
      from public.turns where turns.fan_id = reply_context.fan_id and turns.status = 'open'
    ),
    'unanswered_ids', unanswered_ids,
    'last_vibe', (
      select messages.vibe from public.messages
      where messages.fan_id = reply_context.fan_id and messages.kind = 'reply'
        and messages.status = 'sent'
      order by messages.id desc
      limit 1
    ),
    -- In the order in which they were written, which is not always the order of arrival.
    'messages', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', shown.id, 'turn_id', shown.turn_id, 'direction', shown.direction,
          'kind', shown.kind, 'status', shown.status, 'body', shown.body,
          'has_media', shown.has_media, 'price_cents', shown.price_cents,
          'sent_at', shown.sent_at
        ) order by coalesce(shown.sent_at, shown.created_at), shown.id), '[]')
      from shown
    )
  )
$$;

-- The vibe of the conversation since the last pause, and how many replies in a row had it. A pause
-- is half an hour in which nothing went out; what is claimed after one begins afresh.
create function private.sitting(fan_id bigint, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with bubbles as (
    select messages.id, messages.turn_id, messages.vibe, messages.sent_at
    from public.messages
    where messages.fan_id = sitting.fan_id and messages.kind = 'reply'
      and messages.status = 'sent'
    order by messages.id desc
    limit 60
  ),
  replies as (
    select
      bubbles.turn_id, min(bubbles.vibe) as vibe, max(bubbles.id) as last_id,
      min(bubbles.sent_at) as first_at, max(bubbles.sent_at) as last_at
    from bubbles
    group by bubbles.turn_id
  ),
  compared as (
    select
      replies.last_id, replies.vibe,
      replies.vibe is distinct from first_value(replies.vibe) over newest_first
        or coalesce(lag(replies.first_at) over newest_first, sitting.at) - replies.last_at
          >= interval '30 minutes' as is_over
    from replies
    window newest_first as (order by replies.last_id desc)
  ),
  going_on as (
    select
      compared.vibe, bool_or(compared.is_over) over (order by compared.last_id desc) as is_over
    from compared
  )
  select jsonb_build_object('vibe', min(going_on.vibe), 'replies', count(*))
  from going_on where not going_on.is_over
$$;

create function private.job_context(job public.jobs_queue)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'creator', (
      select jsonb_build_object(
        'id', creators.id, 'platform_uuid', creators.platform_uuid,
        'display_name', creators.display_name, 'persona', creators.persona,
        'time_zone', creators.time_zone, 'disclosure', creators.disclosure,
        'trigger_patterns', creators.trigger_patterns
      )
      from public.creators where creators.id = job.creator_id
    ),
    'fan', (
      select jsonb_build_object(
        'id', fans.id, 'platform_uuid', fans.platform_uuid, 'handle', fans.handle,
        'display_name', fans.display_name, 'stage', fans.stage, 'tier', fans.tier,
        'tags', fans.tags, 'msg_count_inbound', fans.msg_count_inbound,
        'total_spend', fans.total_spend, 'country', fans.country
      )
      from public.fans where fans.id = job.fan_id
    )
  ) || case job.job_type
    when 'inspect' then private.inspect_context(job.fan_id)
    when 'reply' then private.reply_context(job.fan_id, job.payload -> 'context_message_ids')
      || private.offer_context(job) || private.memory_context(job.fan_id, job.claimed_at)
      || jsonb_build_object('sitting', private.sitting(job.fan_id, job.claimed_at))
    when 'profile' then private.profile_context(job)
    else '{}'
  end
$$;
