-- What `fanpace report style` reads: the texts of replies that went out. Only reads; what the
-- figures mean is worker/style_figures.py's.

-- The newest bubbles of a period that a model wrote, at most `max_rows`; of the oldest reply
-- perhaps not all. Disclosures and fixed texts are an operator's own words and left out.
create function private.style_report(
  since timestamptz, creator_id bigint, max_rows int, at timestamptz
)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with sent as (
    -- What a person changed was the model's before; what a person added never was.
    select
      messages.id, messages.fan_id, messages.turn_id, messages.vibe,
      coalesce(messages.drafted, messages.body) as body
    from public.messages
    join public.fans on fans.id = messages.fan_id
    where messages.kind = 'reply' and messages.status = 'sent' and messages.deleted_at is null
      and messages.sent_at between since and style_report.at
      and length(coalesce(messages.drafted, messages.body)) > 0
      and fans.creator_id in (select private.creators_asked_for(style_report.creator_id))
    order by messages.id desc
    limit max_rows
  )
  select jsonb_build_object(
    'since', since,
    'until', style_report.at,
    'creators', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', creators.id, 'display_name', creators.display_name
      ) order by creators.id), '[]')
      from public.creators
      where creators.id in (select private.creators_asked_for(style_report.creator_id))
    ),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'turn_id', sent.turn_id, 'body', sent.body, 'vibe', sent.vibe
      ) order by sent.id), '[]')
      from sent
    ),
    'messages_limit', max_rows
  )
$$;

create function public.style_report(since timestamptz, creator_id bigint default null)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.style_report(since, creator_id, 10000, now())
$$;
comment on function public.style_report is
'What `fanpace report style` shows: the texts of replies that went out. Changes nothing.';
revoke execute on function private.style_report, public.style_report from public, anon, authenticated;
grant execute on function private.style_report, public.style_report to service_role, authenticated;
