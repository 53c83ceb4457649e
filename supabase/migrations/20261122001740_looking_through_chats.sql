-- Messages that no webhook brought: the worker looks through the chats for them now and then.
--
-- A creator's look goes through the list of chats, newest first, and through each chat that
-- changed since it was last looked through. Both watermarks are times of the platform's clock.
-- A chat's moves when its messages are recorded, so a look that is cut off goes on where it was;
-- the creator's moves when a look is finished.

-- Enqueue a look for every creator whose last one is settings.reconcile_every ago; whoever
-- answers the fans, what they write is recorded. A look that died comes back: it is the same
-- work, and one dead letter says as much as a hundred. Returns how many were enqueued.
create function private.enqueue_reconciliations(at timestamptz)
returns int
language plpgsql
set search_path = ''
as $$
declare
  due bigint;
  enqueued int := 0;
begin
  for due in
    select creators.id from public.creators
    where creators.reconciled_at
      <= enqueue_reconciliations.at - (select settings.reconcile_every from public.settings)
      and not exists (
        select 1 from public.jobs_queue as jobs
        where jobs.creator_id = creators.id and jobs.job_type = 'reconcile'
          and jobs.fan_id is null and jobs.status in ('queued', 'running')
      )
    order by creators.id
    for no key update skip locked
  loop
    update public.creators set reconciled_at = enqueue_reconciliations.at where creators.id = due;
    update public.jobs_queue as dead
    set
      status = 'queued', finished_at = null, attempt = 0, failures = 0, locked_by = null,
      payload = '{}', run_at = enqueue_reconciliations.at
    where dead.id = (
      select max(jobs.id) from public.jobs_queue as jobs
      where jobs.creator_id = due and jobs.job_type = 'reconcile' and jobs.fan_id is null
        and jobs.status = 'dead'
    ) and dead.status = 'dead';
    if not found then
      insert into public.jobs_queue (job_type, creator_id, run_at, created_at)
      values ('reconcile', due, enqueue_reconciliations.at, enqueue_reconciliations.at)
      on conflict (creator_id, job_type) where status = 'queued' and fan_id is null do nothing;
    end if;
    enqueued := enqueued + 1;
  end loop;
  return enqueued;
end;
$$;

-- A message may be listed a little later than one with a later time.
create function private.reconcile_overlap()
returns interval
language sql
immutable
set search_path = ''
as $$
  select interval '1 minute'
$$;

-- Which chats of one page of the list are to be looked through, and since when; `more` says
-- whether the next page may hold such chats too. `page` is where in the list this is, null for
-- its beginning: a look that is cut off goes on there.
create function private.find_changed_chats(
  job_id bigint, lease_token uuid, page text, chats jsonb, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    find_changed_chats.job_id, find_changed_chats.lease_token
  );
  creator public.creators;
  newest timestamptz;
  changed jsonb;
begin
  select * into creator from public.creators where creators.id = job.creator_id;
  select max(private.to_timestamp(chat ->> 'last_message_at', null)) into newest
  from jsonb_array_elements(chats) as chat;

  update public.jobs_queue as jobs
  set payload = jobs.payload || jsonb_build_object('page', page) || case
    -- A time in the future would hide what comes until then.
    when page is not null then '{}'
    when newest is null then '{"newest": null}'
    else jsonb_build_object('newest', least(newest, find_changed_chats.at))
  end
  where jobs.id = job.id;

  select coalesce(jsonb_agg(
    jsonb_build_object(
      'fan_uuid', listed.fan_uuid,
      -- What was written before the creator was added here is not answered.
      'since', greatest(listed.since - private.reconcile_overlap(), creator.created_at)
    ) order by listed.place), '[]') into changed
  from (
    select
      each.place, chat.fan_uuid, chat.last_at, chat.last_uuid,
      coalesce(fans.reconciled_to, creator.reconciled_to) as since
    from jsonb_array_elements(chats) with ordinality as each (value, place)
    cross join lateral (
      select
        private.to_uuid(each.value ->> 'fan_uuid') as fan_uuid,
        private.to_timestamp(each.value ->> 'last_message_at', null) as last_at,
        private.to_uuid(each.value ->> 'last_message_uuid') as last_uuid
    ) as chat
    left join public.fans
      on fans.creator_id = creator.id and fans.platform_uuid = chat.fan_uuid
  ) as listed
  where listed.fan_uuid is not null
    and not private.is_of_erased(
      creator.id,
      jsonb_build_object(
        'type', 'message.received', 'occurred_at', listed.last_at,
        'fan', jsonb_build_object('uuid', listed.fan_uuid)
      ),
      true, find_changed_chats.at
    ) and (
    listed.last_at > listed.since
    or (listed.last_at = listed.since and listed.last_uuid is not null and not exists (
      select 1 from public.messages where messages.platform_uuid = listed.last_uuid
    ))
  );
  return jsonb_build_object(
    'changed', changed,
    'more', coalesce(newest > creator.reconciled_to - private.reconcile_overlap(), false)
  );
end;
$$;

-- End a look: all chats were looked through, and the creator's watermark moves; or not all, and
-- the job goes on after what else is due.
create function private.finish_reconcile(
  job_id bigint, lease_token uuid, done boolean, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  job public.jobs_queue := private.lock_leased_job(
    finish_reconcile.job_id, finish_reconcile.lease_token
  );
begin
  if done is not true then
    perform private.requeue_job(
      job, finish_reconcile.at, greatest(job.attempt - 1, 0), null, finish_reconcile.at
    );
    return jsonb_build_object('outcome', 'queued');
  end if;
  update public.creators
  set reconciled_to = greatest(
    creators.reconciled_to, private.to_timestamp(job.payload ->> 'newest', null)
  )
  where creators.id = job.creator_id;
  perform private.end_job(job.id, 'done', finish_reconcile.at);
  return jsonb_build_object('outcome', 'done');
end;
$$;

create function public.find_changed_chats(
  job_id bigint, lease_token uuid, page text, chats jsonb
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.find_changed_chats(job_id, lease_token, page, chats, now())
$$;
comment on function public.find_changed_chats is
'Say which chats of a page of the list are to be looked through for missed messages, and since when.';
revoke execute on function public.find_changed_chats from public, anon, authenticated;
grant execute on function public.find_changed_chats to service_role, jobs_worker;

create function public.finish_reconcile(job_id bigint, lease_token uuid, done boolean)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.finish_reconcile(job_id, lease_token, done, now())
$$;
comment on function public.finish_reconcile is
'End a look for missed messages: done, or to be gone on with.';
revoke execute on function public.finish_reconcile from public, anon, authenticated;
grant execute on function public.finish_reconcile to service_role, jobs_worker;
