-- Fanvue allows so many requests a minute for each creator (settings.requests_per_minute); all
-- workers share that here.

-- The share of the bucket that background work leaves to replies and inspections.
create function private.background_reserve()
returns double precision
language sql
immutable
set search_path = ''
as $$
  select 0.25::double precision
$$;

-- The bucket: what may be taken at once, and how fast it fills again. Fanvue speaks of a token
-- bucket of 200 and of 200 in 60 seconds, and does not say whether it fills steadily or once a
-- minute. A quarter at once and three quarters spread over the minute are within both: no 60
-- seconds see more than the allowance.
create function private.rate_bucket(
  out capacity double precision, out per_second double precision
)
language sql
stable
set search_path = ''
as $$
  select settings.requests_per_minute / 4.0, settings.requests_per_minute * 0.75 / 60
  from public.settings
$$;

-- Lock the creator's budget, making it first where it is new, and fill it up to this moment.
create function private.lock_rate_budget(creator_id bigint, at timestamptz)
returns public.rate_budgets
language plpgsql
set search_path = ''
as $$
declare
  bucket record;
  budget public.rate_budgets;
begin
  select * into bucket from private.rate_bucket();
  insert into public.rate_budgets (creator_id, tokens, refilled_at)
  values (lock_rate_budget.creator_id, bucket.capacity, lock_rate_budget.at)
  on conflict on constraint rate_budgets_pkey do nothing;
  select * into budget from public.rate_budgets
  where rate_budgets.creator_id = lock_rate_budget.creator_id
  for update;

  -- Clocks of two transactions may stand in the wrong order: no refill for negative time.
  budget.tokens := least(
    bucket.capacity,
    budget.tokens + bucket.per_second
      * greatest(0, extract(epoch from lock_rate_budget.at - budget.refilled_at))
  );
  budget.refilled_at := greatest(budget.refilled_at, lock_rate_budget.at);
  return budget;
end;
$$;

-- Take `n` requests from the creator's budget, or say how long to wait. Background work waits
-- until its reserve is left to the others.
create function private.take_rate_tokens(
  creator_id bigint, n int, lane public.job_lane, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  bucket record;
  budget public.rate_budgets;
  needed double precision := n;
  granted boolean;
  wait double precision;
begin
  select * into bucket from private.rate_bucket();
  if (n >= 1 and n <= bucket.capacity * (1 - private.background_reserve())) is not true then
    raise sqlstate 'PT422' using
      message = 'tokens out of range',
      detail = format(
        'n must lie between 1 and %s',
        floor(bucket.capacity * (1 - private.background_reserve()))
      );
  end if;
  if lane = 'background' then
    needed := n + bucket.capacity * private.background_reserve();
  end if;

  budget := private.lock_rate_budget(take_rate_tokens.creator_id, take_rate_tokens.at);
  wait := greatest(
    0,
    (needed - budget.tokens) / bucket.per_second,
    extract(epoch from budget.blocked_until - take_rate_tokens.at)
  );
  granted := wait = 0;
  if granted then
    budget.tokens := budget.tokens - n;
  end if;
  update public.rate_budgets
  set tokens = budget.tokens, refilled_at = budget.refilled_at
  where rate_budgets.creator_id = take_rate_tokens.creator_id;
  return jsonb_build_object(
    'granted', granted,
    -- Rounded up: who comes back when told must not come a moment early.
    'wait_seconds', ceil(wait::numeric * 1000) / 1000,
    'remaining', floor(budget.tokens)
  );
end;
$$;

-- Fanvue's own word: so many requests are left, and nothing before so many seconds are over.
-- Either may be null. What it says only ever lowers what we believe: it knows of other programs
-- that use this creator's budget, and not of what we have taken and not yet asked.
create function private.report_rate_limit(
  creator_id bigint, remaining int, blocked_seconds double precision, at timestamptz
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  budget public.rate_budgets := private.lock_rate_budget(
    report_rate_limit.creator_id, report_rate_limit.at
  );
begin
  update public.rate_budgets
  set
    tokens = least(budget.tokens, greatest(report_rate_limit.remaining, 0)),
    refilled_at = budget.refilled_at,
    -- `greatest` passes over nulls. An hour at most: a slip of theirs must not end the day.
    blocked_until = greatest(
      budget.blocked_until,
      report_rate_limit.at
        + private.seconds(least(greatest(report_rate_limit.blocked_seconds, 0), 3600))
    )
  where rate_budgets.creator_id = report_rate_limit.creator_id
  returning * into budget;
  return jsonb_build_object(
    'remaining', floor(budget.tokens), 'blocked_until', budget.blocked_until
  );
end;
$$;

create function public.take_rate_tokens(
  creator_id bigint, n int, lane public.job_lane default 'turn'
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.take_rate_tokens(creator_id, n, lane, now())
$$;
comment on function public.take_rate_tokens is
'Take requests from a creator''s budget at Fanvue, shared by all workers.';
revoke execute on function public.take_rate_tokens from public, anon, authenticated;
grant execute on function public.take_rate_tokens to service_role, jobs_worker;

create function public.report_rate_limit(
  creator_id bigint, remaining int, blocked_seconds double precision
)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.report_rate_limit(creator_id, remaining, blocked_seconds, now())
$$;
comment on function public.report_rate_limit is
'Tell what Fanvue itself says of a creator''s budget: it lowers ours, for all workers.';
revoke execute on function public.report_rate_limit from public, anon, authenticated;
grant execute on function public.report_rate_limit to service_role, jobs_worker;
