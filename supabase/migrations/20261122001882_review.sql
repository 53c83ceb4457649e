-- What waits for a person, and what the person decides: release it, change and release it, or
-- reject it. Each decision names the revision that was looked at, so that nobody releases an
-- answer to something that is no longer the whole question.

-- Why the draft of a held turn cannot go out now; null: it can. The caller may be anybody who has
-- read both rows.
create function private.refuse_release(fan public.fans, turn public.turns, at timestamptz)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  mode public.automation_mode;
begin
  select private.mode_of(fan, creators.automation) into mode
  from public.creators where creators.id = fan.creator_id;
  return case
    -- A disclosure alone is none: the rest of it was cancelled by hand.
    when not private.has_answer_bubbles(turn.id, '{held}')
      then 'there is no draft: have one written, or answer on Fanvue'
    when mode not in ('auto', 'approve') then format('automation is %s for this fan', mode)
    when private.has_refused_offer(turn.id, refuse_release.at)
      then 'its offer may not be made any more: have it written anew'
    else private.refuse_sending(fan, turn)
  end;
end;
$$;

-- Lock the fan of a turn that waits, and return both rows. Raises PT404 and PT403 where it is none
-- of the caller's business, PT409 where it is not what the caller looked at any more.
create function private.lock_waiting_turn(
  turn_id bigint, revision int, out fan public.fans, out turn public.turns
)
language plpgsql
set search_path = ''
as $$
declare
  fault text;
begin
  select fans.* into fan
  from public.turns join public.fans on fans.id = turns.fan_id
  where turns.id = lock_waiting_turn.turn_id;
  if not found or not private.may(fan.creator_id, 'viewer') then
    raise sqlstate 'PT404' using
      message = 'no such turn', detail = format('turn %s is not known', lock_waiting_turn.turn_id);
  end if;
  perform private.require_member(fan.creator_id, 'operator');

  select * into fan from public.fans where fans.id = fan.id for no key update;
  select * into turn from public.turns where turns.id = lock_waiting_turn.turn_id for update;
  fault := case
    when turn.status = 'sending' then 'it was released already'
    when turn.status = 'answered' then 'it was answered already'
    when turn.status = 'cancelled' then format('it was closed: %s', turn.close_reason)
    when turn.status = 'open' then 'the fan wrote again, or it was rejected: a new draft is on its way'
    when turn.revision is distinct from lock_waiting_turn.revision
      then 'this is another draft than you looked at'
    when private.has_bubbles(turn.id, '{sending,unknown}')
      then 'nobody knows yet whether a message of it went out: fanpace jobs dead'
    when exists (
      select 1 from public.turns as later
      where later.fan_id = fan.id and later.status = 'open' and later.id > turn.id
    ) then 'the fan wrote again'
  end;
  if fault is not null then
    raise sqlstate 'PT409' using
      message = 'too late: ' || fault,
      detail = format('turn %s is %s at revision %s', turn.id, turn.status, turn.revision),
      hint = 'Look again: fanpace desk.';
  end if;
end;
$$;

-- held -> sending: the bubbles go out under a person's name, not before the moment that was drawn
-- for the first. The caller holds the fan's lock. Returns when the first one is due.
create function private.release_turn(fan public.fans, turn public.turns, at timestamptz)
returns timestamptz
language plpgsql
set search_path = ''
as $$
declare
  refusal text := private.refuse_release(fan, turn, release_turn.at);
  job public.jobs_queue;
  due timestamptz := release_turn.at;
begin
  if refusal is not null then
    raise sqlstate 'PT409' using message = 'it cannot go out: ' || refusal;
  end if;
  if not private.has_bubbles(turn.id, '{sent}') then
    select * into job from public.jobs_queue as jobs
    where jobs.fan_id = fan.id and jobs.job_type = 'reply'
      and (jobs.payload ->> 'context_turn_id')::bigint = turn.id
    order by jobs.id desc
    limit 1;
    due := greatest(due, private.first_bubble_at(job, turn, (
      select jsonb_build_object('bubbles', jsonb_agg(messages.body order by messages.position))
      from public.messages
      where messages.turn_id = turn.id and messages.status = 'held' and messages.position > 0
    )));
  end if;
  update public.turns set status = 'sending', hold_reason = null, draft_revision = turns.revision
  where turns.id = turn.id;
  update public.messages set status = 'planned', approved_at = release_turn.at
  where messages.turn_id = turn.id and messages.status = 'held';
  perform private.enqueue_job(fan.creator_id, fan.id, 'deliver', due, release_turn.at);
  perform private.send_nudge(1, due);
  return due;
end;
$$;

create function private.release_answer(due timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'outcome', 'approved', 'due_at', due, 'stopped', settings.automation_stopped
  )
  from public.settings
$$;

create function private.approve_turn(turn_id bigint, revision int, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  waiting record;
  fan public.fans;
  turn public.turns;
  due timestamptz;
begin
  select * into waiting from private.lock_waiting_turn(approve_turn.turn_id, approve_turn.revision);
  fan := waiting.fan;
  turn := waiting.turn;
  due := private.release_turn(fan, turn, approve_turn.at);
  perform private.audit(
    'turn.approve', fan.creator_id, fan.id,
    jsonb_build_object('turn_id', turn.id, 'revision', turn.revision), approve_turn.at
  );
  return private.release_answer(due);
end;
$$;

-- Change the bubbles of a draft and release it. `bubbles`: in their new order, [{"id", "body"}] of
-- the draft's and {"body"} of new ones; what is left out does not go out. Fixed texts and the
-- disclosure stay as they are and where they are.
create function private.edit_turn(turn_id bigint, revision int, bubbles jsonb, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  waiting record;
  fan public.fans;
  turn public.turns;
  due timestamptz;
  done jsonb;
begin
  perform private.check_bubbles(edit_turn.bubbles);
  select * into waiting from private.lock_waiting_turn(edit_turn.turn_id, edit_turn.revision);
  fan := waiting.fan;
  turn := waiting.turn;
  done := private.change_bubbles(fan, turn, edit_turn.bubbles);
  due := private.release_turn(fan, turn, edit_turn.at);
  perform private.audit(
    'turn.edit', fan.creator_id, fan.id,
    jsonb_build_object('turn_id', turn.id, 'revision', turn.revision) || done, edit_turn.at
  );
  return private.release_answer(due) || done;
end;
$$;

create function private.check_bubbles(bubbles jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(bubbles) is distinct from 'array'
    or jsonb_array_length(bubbles) not between 1 and 6
    or exists (
      select 1 from jsonb_array_elements(bubbles) as bubble
      where jsonb_typeof(bubble) <> 'object'
        or jsonb_typeof(bubble -> 'body') is distinct from 'string'
        or length(trim(bubble ->> 'body')) not between 1 and 5000
        or coalesce(jsonb_typeof(bubble -> 'id'), 'number') not in ('number', 'null')
    )
    or (
      select count(*) <> count(distinct bubble ->> 'id') from jsonb_array_elements(bubbles) as bubble
      where bubble ->> 'id' is not null
    ) then
    raise sqlstate 'PT422' using
      message = 'not bubbles',
      detail = 'an array of 1 to 6 objects {"id", "body"}, without id for a new one; a body has 1 to 5000 characters';
  end if;
end;
$$;

-- Returns what was done: {"edited": [ids], "removed": [ids], "added": count}.
create function private.change_bubbles(fan public.fans, turn public.turns, bubbles jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  edited jsonb;
  removed jsonb;
  added int;
  sent_to int;
begin
  if exists (
    select 1 from jsonb_array_elements(bubbles) as bubble
    where bubble ->> 'id' is not null and not exists (
      select 1 from public.messages
      where messages.id = (bubble ->> 'id')::numeric and messages.turn_id = turn.id
        and messages.status = 'held'
    )
  ) then
    raise sqlstate 'PT422' using
      message = 'a bubble is not of this draft', detail = format('turn %s', turn.id);
  end if;
  if exists (
    select 1 from jsonb_array_elements(bubbles) as bubble
    join public.messages on messages.id = (bubble ->> 'id')::numeric
    where messages.kind = 'fixed' and messages.body <> bubble ->> 'body'
  ) or (turn.fixed_text is not null and exists (
    select 1 from jsonb_array_elements(bubbles) as bubble where bubble ->> 'id' is null
  )) then
    raise sqlstate 'PT422' using
      message = 'the disclosure and fixed texts go out as they are',
      hint = 'Leave that bubble out of the edit. The disclosure''s text is creators.disclosure.';
  elsif turn.fixed_text is null and not exists (
    select 1 from jsonb_array_elements(bubbles) as bubble
    left join public.messages on messages.id = (bubble ->> 'id')::numeric
    where messages.kind is distinct from 'fixed'
  ) then
    raise sqlstate 'PT422' using
      message = 'no bubble is left that answers', hint = 'To send nothing, reject the draft.';
  end if;

  with gone as (
    update public.messages set status = 'cancelled'
    where messages.turn_id = turn.id and messages.status = 'held' and messages.kind <> 'fixed'
      and not exists (
        select 1 from jsonb_array_elements(bubbles) as bubble
        where (bubble ->> 'id')::numeric = messages.id
      )
    returning messages.id
  )
  select coalesce(jsonb_agg(gone.id order by gone.id), '[]') into removed from gone;

  select coalesce(max(messages.position), 0) into sent_to from public.messages
  where messages.turn_id = turn.id and messages.status = 'sent';
  with changed as (
    update public.messages
    set
      position = sent_to + bubble.position,
      drafted = case when messages.body <> bubble.value ->> 'body'
        then coalesce(messages.drafted, messages.body) else messages.drafted end,
      body = bubble.value ->> 'body'
    from jsonb_array_elements(bubbles) with ordinality as bubble (value, position)
    where messages.id = (bubble.value ->> 'id')::numeric and messages.kind <> 'fixed'
    returning messages.id, messages.drafted
  )
  select coalesce(jsonb_agg(changed.id order by changed.id), '[]') into edited
  from changed where changed.drafted is not null;

  insert into public.messages (
    fan_id, turn_id, direction, kind, status, position, body, drafted, created_at
  )
  select
    fan.id, turn.id, 'outbound', 'reply', 'held', sent_to + bubble.position, bubble.value ->> 'body',
    '', (
      -- The bubbles of one reply have one moment.
      select min(messages.created_at) from public.messages
      where messages.turn_id = turn.id and messages.direction = 'outbound'
        and messages.status in ('held', 'sent')
    )
  from jsonb_array_elements(bubbles) with ordinality as bubble (value, position)
  where bubble.value ->> 'id' is null;
  get diagnostics added = row_count;
  return jsonb_build_object('edited', edited, 'removed', removed, 'added', added);
end;
$$;

-- `action`: rewrite (the model writes another draft), drop (nothing is answered), take_over (a
-- person answers on the platform; what is unanswered waits for that, or for the resume by rule).
create function private.reject_turn(
  turn_id bigint, revision int, action text, note text, at timestamptz
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  waiting record;
  fan public.fans;
  turn public.turns;
begin
  if action is null or action not in ('rewrite', 'drop', 'take_over') or length(note) > 500 then
    raise sqlstate 'PT422' using
      message = 'not a decision',
      detail = 'action must be rewrite, drop or take_over; a note has at most 500 characters';
  end if;
  select * into waiting from private.lock_waiting_turn(reject_turn.turn_id, reject_turn.revision);
  fan := waiting.fan;
  turn := waiting.turn;
  if action = 'drop' then
    perform private.cancel_bubbles(turn.id);
    turn := private.close_turn(
      turn.id,
      case when private.has_answer_bubbles(turn.id, '{sent}')
        then 'answered' else 'cancelled' end::public.turn_status,
      reject_turn.at, 'a person dropped it'
    );
    perform private.end_delivery(turn, reject_turn.at);
  else
    turn := private.answer_anew(fan, turn, 'rejected', reject_turn.at);
  end if;
  update public.turns set review_note = nullif(trim(note), '') where turns.id = turn.id;
  if action = 'take_over' then
    perform private.set_automation(
      fan.id, 'human', coalesce(nullif(trim(note), ''), 'taken over in the review'), reject_turn.at
    );
  end if;
  perform private.ensure_delivery(fan.id, reject_turn.at);
  perform private.audit(
    'turn.reject', fan.creator_id, fan.id,
    jsonb_build_object(
      'turn_id', reject_turn.turn_id, 'revision', reject_turn.revision, 'action', action
    ),
    reject_turn.at
  );
  return jsonb_build_object('outcome', action, 'turn_status', turn.status);
end;
$$;

-- Everything that waits for a person, the longest unanswered first: at most 200, and how many there
-- are. What may be on its way is not among it: fanpace jobs dead.
create function private.list_review(creator_id bigint, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  mine bigint[];
  held bigint[];
begin
  select array_agg(creators.id) into mine from public.creators
  where (list_review.creator_id is null or creators.id = list_review.creator_id)
    and private.may(creators.id, 'viewer');
  if mine is null and list_review.creator_id is not null then
    raise sqlstate 'PT404' using
      message = 'no such creator', detail = format('creator %s is not known', list_review.creator_id);
  end if;
  select array_agg(turns.id order by turns.opened_at, turns.id) into held
  from public.turns
  join public.fans on fans.id = turns.fan_id
  where turns.status = 'held' and fans.creator_id = any (mine)
    and not private.has_bubbles(turns.id, '{sending,unknown}');
  return jsonb_build_object(
    'server_time', list_review.at,
    'stopped', (select settings.automation_stopped from public.settings),
    'waiting', coalesce(cardinality(held), 0),
    'items', (
      select coalesce(jsonb_agg(private.review_item(turns, fans, list_review.at)
        order by turns.opened_at, turns.id), '[]')
      from public.turns
      join public.fans on fans.id = turns.fan_id
      where turns.id = any (held[1:200])
    )
  );
end;
$$;

create function private.review_item(turn public.turns, fan public.fans, at timestamptz)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with shown as (
    select latest.id
    from (
      select messages.id from public.messages
      where messages.fan_id = fan.id and messages.status in ('received', 'sent')
        and messages.deleted_at is null
        and messages.turn_id is distinct from turn.id
      order by messages.id desc
      limit 8
    ) as latest
    union all
    select messages.id from public.messages
    where messages.turn_id = turn.id and messages.status in ('received', 'sent')
      and messages.deleted_at is null
  ),
  asked as (
    select min(messages.sent_at) as first_at, max(messages.sent_at) as last_at
    from public.messages
    where messages.turn_id = turn.id and messages.direction = 'inbound'
      and messages.deleted_at is null
  )
  select jsonb_build_object(
    'turn_id', turn.id, 'revision', turn.revision, 'reason', turn.hold_reason,
    'refusal', private.refuse_release(fan, turn, review_item.at),
    'fixed_text', turn.fixed_text,
    'creator', (
      select jsonb_build_object('id', creators.id, 'display_name', creators.display_name)
      from public.creators where creators.id = fan.creator_id
    ),
    'fan', jsonb_build_object(
      'id', fan.id, 'handle', fan.handle, 'display_name', fan.display_name, 'stage', fan.stage,
      'tier', fan.tier, 'total_spend', fan.total_spend, 'tags', fan.tags
    ),
    'asked_at', asked.last_at,
    'age_seconds', round(extract(epoch from review_item.at - coalesce(asked.first_at, turn.opened_at))),
    'vibe', (
      select messages.vibe from public.messages
      where messages.turn_id = turn.id and messages.status = 'held' and messages.vibe is not null
      limit 1
    ),
    'offer', (
      select jsonb_build_object(
        'title', made.title, 'price_cents', made.price_cents, 'currency', made.currency
      )
      from public.fan_offers as made
      where made.turn_id = turn.id and made.status = 'open'
      limit 1
    ),
    'bubbles', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', messages.id, 'body', messages.body, 'is_fixed', messages.kind = 'fixed',
        'is_disclosure', messages.is_disclosure
      ) order by messages.position, messages.id), '[]')
      from public.messages
      where messages.turn_id = turn.id and messages.status = 'held'
    ),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', messages.id, 'from', case messages.kind when 'fan' then 'fan' else 'creator' end,
        'kind', messages.kind, 'body', messages.body, 'has_media', messages.has_media,
        'at', coalesce(messages.sent_at, messages.created_at), 'signals', messages.signals,
        'asked', messages.turn_id is not distinct from turn.id and messages.direction = 'inbound'
      ) order by coalesce(messages.sent_at, messages.created_at), messages.id), '[]')
      from shown
      join public.messages on messages.id = shown.id
    )
  )
  from asked
$$;

create function public.list_review(creator_id bigint default null)
returns jsonb
language sql
set search_path = ''
as $$
  select private.list_review(creator_id, now())
$$;
comment on function public.list_review is
'What waits for a person: the draft, what it answers, and why it waits.';

create function public.approve_turn(turn_id bigint, revision int)
returns jsonb
language sql
set search_path = ''
as $$
  select private.approve_turn(turn_id, revision, now())
$$;
comment on function public.approve_turn is
'Release the draft of a held turn, if it is still the one that was looked at.';

create function public.edit_turn(turn_id bigint, revision int, bubbles jsonb)
returns jsonb
language sql
set search_path = ''
as $$
  select private.edit_turn(turn_id, revision, bubbles, now())
$$;
comment on function public.edit_turn is
'Change the bubbles of a held turn''s draft and release it; the disclosure stays.';

create function public.reject_turn(
  turn_id bigint, revision int, action text, note text default null
)
returns jsonb
language sql
set search_path = ''
as $$
  select private.reject_turn(turn_id, revision, action, note, now())
$$;
comment on function public.reject_turn is
'Reject the draft of a held turn: rewrite, drop or take_over.';

revoke execute on function
  public.list_review, public.approve_turn, public.edit_turn, public.reject_turn
from public, anon;
grant execute on function
  public.list_review, public.approve_turn, public.edit_turn, public.reject_turn,
  private.list_review, private.approve_turn, private.edit_turn, private.reject_turn
to service_role, authenticated;
