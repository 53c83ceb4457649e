-- After an outage: what is too old to be answered as if nothing had happened, and replies that
-- all became due long ago.

-- Look at one due reply before it is claimed. The caller holds the fan's and the job's lock. A
-- sincere question is answered with the truth at once, however old it is, and what a person
-- brought back is not asked about again.
create function private.catch_up(job public.jobs_queue, at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  settings public.settings;
  turn public.turns;
  newest timestamptz;
  reason text;
begin
  select * into settings from public.settings;
  select * into turn from public.turns
  where turns.fan_id = job.fan_id and turns.status = 'open' and turns.fixed_text is null;
  if not found or job.payload #>> '{delay,model}' in ('requeued', 'resolved', 'released') then
    return;
  end if;

  if settings.staleness <> 'answer' then
    select max(coalesce(messages.sent_at, messages.created_at)) into newest
    from public.messages
    where messages.turn_id = turn.id and messages.direction = 'inbound'
      and messages.deleted_at is null;
    -- The night is not what made it old.
    if newest < catch_up.at - settings.stale_after - private.slept(job.payload -> 'delay') then
      reason := format('the newest message is older than %s', settings.stale_after);
      perform private.end_job(
        job.id,
        case settings.staleness when 'hold' then 'held' else 'cancelled' end::public.job_status,
        catch_up.at, jsonb_build_object('kind', 'stale', 'message', reason)
      );
      if settings.staleness = 'hold' then
        perform private.hold_turn(turn.id, reason, catch_up.at);
      else
        update public.turns set close_reason = reason where turns.id = turn.id;
        perform private.close_turn(turn.id, 'cancelled', catch_up.at);
      end if;
      return;
    end if;
  end if;

  -- Once only, or a queue that is always late would never be worked off. What was hastened is late
  -- enough.
  if job.run_at < catch_up.at - settings.catch_up_after and not job.payload ? 'caught_up_at'
    and not coalesce(job.payload -> 'delay' ? 'hastened', false) then
    perform private.spread_reply(job, catch_up.at);
  end if;
end;
$$;

-- Everybody's reply became due while nobody worked: each waits anew, by the fan's own pacing.
create function private.spread_reply(
  job public.jobs_queue, at timestamptz, draws jsonb default private.random_draws()
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  fan public.fans;
  config jsonb;
  delay jsonb;
  due timestamptz;
begin
  select * into fan from public.fans where fans.id = job.fan_id;
  select private.effective_pacing(fan.pacing_config, creators.pacing_config) into config
  from public.creators where creators.id = fan.creator_id;
  delay := private.draw_reply_wait(
    fan, config, (job.payload ->> 'last_message_id')::bigint, spread_reply.at, draws
  );
  due := (delay ->> 'run_at')::timestamptz;
  update public.jobs_queue as jobs
  set
    run_at = due,
    debounce_deadline = private.latest_push(due, delay, config),
    payload = jobs.payload || jsonb_build_object(
      'delay', delay, 'caught_up_at', spread_reply.at
    )
  where jobs.id = job.id;
end;
$$;
