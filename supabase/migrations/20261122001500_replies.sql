-- commit_reply: a written reply becomes planned bubbles, or nothing at all.

create function private.commit_reply(
  job_id bigint, lease_token uuid, reply jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(commit_reply.job_id, commit_reply.lease_token);
  turn public.turns;
  mode public.automation_mode;
  creator public.creators;
  refusal text;
  offer_refusal text;
  approval text;
begin
  if jsonb_typeof(reply -> 'bubbles') is distinct from 'array'
    or jsonb_array_length(reply -> 'bubbles') not between 1 and 5
    or exists (
      select 1 from jsonb_array_elements(reply -> 'bubbles') as bubble
      where jsonb_typeof(bubble) <> 'string' or length(bubble #>> '{}') not between 1 and 5000
    ) then
    raise sqlstate 'PT422' using
      message = 'not a reply',
      detail = 'bubbles must be an array of 1 to 5 texts of 1 to 5000 characters';
  end if;
  if reply ->> 'offer_id' is not null and private.to_int(reply -> 'offer_id') is null then
    raise sqlstate 'PT422' using message = 'not a reply', detail = 'offer_id must be an id';
  end if;

  select * into turn from public.turns
  where turns.fan_id = job.fan_id and turns.status = 'open';
  if not found then
    perform private.end_job(job.id, 'held', commit_reply.at);
    return jsonb_build_object('outcome', 'held', 'reason', 'the turn is not open any more');
  end if;
  if private.is_superseded(job) then
    return private.supersede_reply(job, turn, commit_reply.at);
  end if;

  select private.refuse_sending(fans, turn) into refusal
  from public.fans where fans.id = job.fan_id and fans.stop_sign is not null;
  if refusal is not null then
    perform private.end_job(job.id, 'held', commit_reply.at);
    perform private.hold_for_stop_sign(turn, commit_reply.at);
    return jsonb_build_object('outcome', 'held', 'reason', refusal);
  end if;

  select * into creator from public.creators where creators.id = job.creator_id;
  select private.mode_of(fans, creator.automation) into mode
  from public.fans where fans.id = job.fan_id;
  if mode not in ('auto', 'approve') then
    -- Back to where it waits until somebody resumes; then it is written anew.
    perform private.requeue_job(job, commit_reply.at, job.attempt - 1, null, commit_reply.at);
    return jsonb_build_object('outcome', 'held', 'reason', format('automation is %s', mode));
  end if;

  if reply ->> 'offer_id' is not null then
    offer_refusal := private.refuse_offer(
      job, private.to_int(reply -> 'offer_id'), commit_reply.at
    );
  end if;
  if offer_refusal is not null then
    return private.write_without_offer(job, offer_refusal, commit_reply.at);
  end if;

  select private.approval_reason(fans, turn, private.to_int(reply -> 'offer_id')) into approval
  from public.fans where fans.id = job.fan_id;
  -- What a person is to release answers the whole question, even if it must be sent.
  if approval is not null and not (
    private.unanswered_message_ids(job.fan_id) <@ (job.payload -> 'context_message_ids')
  ) then
    return private.supersede_reply(job, turn, commit_reply.at);
  end if;

  perform private.leave_for_next_turn(job, turn, commit_reply.at);
  perform private.plan_bubbles(
    job, turn, creator.disclosure, reply,
    case when approval is null then mode else 'approve'::public.automation_mode end, commit_reply.at
  );
  perform private.record_offer(job.fan_id, turn.id, reply, commit_reply.at);
  -- One draft, one revision: whoever has seen another cannot release this one.
  update public.turns
  set
    status = case when approval is null then 'sending' else 'held' end::public.turn_status,
    hold_reason = approval, revision = turn.revision + 1, draft_revision = turn.revision + 1,
    review_note = null
  where turns.id = turn.id;
  if approval is not null then
    perform private.end_job(job.id, 'held', commit_reply.at);
    return jsonb_build_object('outcome', 'held', 'reason', approval);
  end if;
  perform private.end_job(job.id, 'done', commit_reply.at);
  if reply ->> 'kind' = 'reply' then
    perform private.note_writing_time(
      job.creator_id, extract(epoch from commit_reply.at - job.claimed_at)::float8
    );
  end if;
  perform private.enqueue_job(
    job.creator_id, job.fan_id, 'deliver',
    greatest(commit_reply.at, private.first_bubble_at(job, turn, reply)), commit_reply.at
  );
  return jsonb_build_object('outcome', 'planned');
end;
$$;

-- When the fan is to read the first bubble, where its wait was drawn whole; null: at once.
create function private.first_bubble_at(job public.jobs_queue, turn public.turns, reply jsonb)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select private.settle_target(
    private.effective_pacing(fans.pacing_config, creators.pacing_config),
    job.payload -> 'delay',
    (
      select sum(length(messages.body))::int from public.messages
      where messages.turn_id = turn.id and messages.direction = 'inbound'
        and messages.deleted_at is null
    ),
    (
      select sum(length(bubble))::int
      from jsonb_array_elements_text(reply -> 'bubbles') as bubble
    )
  )
  from public.fans
  join public.creators on creators.id = fans.creator_id
  where fans.id = job.fan_id and turn.fixed_text is null
$$;

-- The draft makes an offer that may not be made: it is written anew, and its context has no offer
-- then. It counts as an attempt, so that a worker which insists ends as a dead letter.
create function private.write_without_offer(job public.jobs_queue, why text, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  update public.jobs_queue as jobs
  set payload = jobs.payload || jsonb_build_object('offer_refused', why)
  where jobs.id = job.id;
  perform private.fail_job(
    job, jsonb_build_object('kind', 'offer_refused', 'message', why), write_without_offer.at,
    write_without_offer.at
  );
  return jsonb_build_object(
    'outcome', 'held', 'reason', format('the offer may not be made: %s', why)
  );
end;
$$;

-- A newer message came: this draft is void, and the queued job answers everything.
create function private.supersede_reply(
  job public.jobs_queue, turn public.turns, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  update public.turns
  set
    supersede_count = turns.supersede_count + 1,
    must_send = turns.must_send
      or private.must_send(turns.supersede_count + 1, turns.opened_at, supersede_reply.at)
  where turns.id = turn.id;
  perform private.end_job(job.id, 'superseded', supersede_reply.at);
  -- The message that superseded this draft enqueued its reply; should that be gone, make one.
  perform private.ensure_reply(
    job.creator_id, turn, supersede_reply.at, 'superseded', supersede_reply.at
  );
  return jsonb_build_object('outcome', 'superseded');
end;
$$;

-- A turn that must be sent leaves out what came after its claim: that opens the next turn,
-- which the queued reply answers.
create function private.leave_for_next_turn(
  job public.jobs_queue, turn public.turns, at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  next_turn_id bigint;
begin
  if private.unanswered_message_ids(job.fan_id) <@ (job.payload -> 'context_message_ids') then
    -- Everything is answered by this reply: what still waits has nothing to say.
    perform private.end_job(queued.id, 'cancelled', leave_for_next_turn.at)
    from public.jobs_queue as queued
    where queued.fan_id = job.fan_id and queued.job_type = 'reply' and queued.status = 'queued';
    return;
  end if;
  -- Only one turn may be open: this one is about to be sent.
  update public.turns set status = 'sending' where turns.id = turn.id;
  insert into public.turns (fan_id, opened_at) values (job.fan_id, leave_for_next_turn.at)
  returning turns.id into next_turn_id;
  update public.messages
  set turn_id = next_turn_id
  where messages.turn_id = turn.id and messages.direction = 'inbound'
    and not (job.payload -> 'context_message_ids') @> to_jsonb(messages.id);
  perform private.mark_sincere_question(job.fan_id);
end;
$$;

-- Due unless one was sent lately and no person has written since. What was sent in approve mode may
-- have told nothing, and counts only while it is the text that the creator has.
create function private.is_disclosure_due(fan_id bigint, at timestamptz)
returns boolean
language sql
stable
set search_path = ''
as $$
  select not exists (
    select 1 from public.disclosures
    where disclosures.fan_id = is_disclosure_due.fan_id
      and disclosures.at > is_disclosure_due.at - (select settings.disclosure_interval from public.settings)
      and not exists (
        select 1 from public.messages
        where messages.fan_id = disclosures.fan_id and messages.kind = 'human'
          and messages.sent_at > disclosures.at
      )
      -- Reading a text takes milliseconds: only what is not the creator's own is read.
      and case
        when exists (
          select 1 from public.fans
          join public.creators on creators.id = fans.creator_id
          where fans.id = disclosures.fan_id and creators.disclosure = disclosures.body
        ) then true
        else private.says_automated(disclosures.body)
      end
  )
$$;

-- The seed of a reply's style: a whole number that every reader of JSON keeps exact, or null.
create function private.style_seed(reply jsonb)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select case
    when jsonb_typeof(reply -> 'style_seed') = 'number'
      and (reply ->> 'style_seed')::numeric between 0 and 9007199254740991
    then (reply ->> 'style_seed')::numeric::bigint
  end
$$;

-- Write the bubbles, the disclosure first where it is due. The fixed answer about identity tells
-- the same truth: it needs no disclosure before it and counts as one.
create function private.plan_bubbles(
  job public.jobs_queue, turn public.turns, disclosure text, reply jsonb,
  mode public.automation_mode, at timestamptz
)
returns void
language sql
set search_path = ''
as $$
  with bubbles as (
    select 0 as position, disclosure as body, true as is_disclosure
    where length(trim(disclosure)) > 0 and private.is_disclosure_due(job.fan_id, plan_bubbles.at)
      and not (reply ->> 'kind' = 'fixed' and turn.fixed_text is not distinct from 'identity')
    union all
    select bubble.position, bubble.body, false
    from jsonb_array_elements_text(reply -> 'bubbles') with ordinality as bubble (body, position)
  )
  insert into public.messages (
    fan_id, turn_id, direction, kind, status, position, body, is_disclosure,
    vibe, imperfections, style_seed, prompt_version, model, prompt_tokens, completion_tokens,
    created_at
  )
  select
    job.fan_id, turn.id, 'outbound',
    case
      when bubbles.is_disclosure or reply ->> 'kind' = 'fixed' then 'fixed' else 'reply'
    end::public.message_kind,
    case mode when 'approve' then 'held' else 'planned' end::public.message_status,
    bubbles.position, bubbles.body,
    bubbles.is_disclosure
      or (reply ->> 'kind' = 'fixed' and turn.fixed_text is not distinct from 'identity'),
    reply ->> 'vibe', reply -> 'imperfections', private.style_seed(reply),
    reply ->> 'prompt_version', reply ->> 'model',
    private.to_int(reply -> 'prompt_tokens'), private.to_int(reply -> 'completion_tokens'),
    plan_bubbles.at
  from bubbles
  order by bubbles.position
$$;

create function public.commit_reply(job_id bigint, lease_token uuid, reply jsonb)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.commit_reply(job_id, lease_token, reply, now())
$$;
comment on function public.commit_reply is
'Plan the bubbles of a written reply. Answers planned, superseded or held.';
revoke execute on function public.commit_reply from public, anon, authenticated;
grant execute on function public.commit_reply to service_role, jobs_worker;
