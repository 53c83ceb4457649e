-- Fanvue allows 200 requests a minute for each creator; all workers share that here.

-- Take `n` requests from the creator's budget, or say how long to wait.
create function private.take_rate_tokens(creator_id bigint, n int, at timestamptz)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  capacity constant double precision := 200;
  per_second constant double precision := capacity / 60;
  budget public.rate_budgets;
  available double precision;
begin
  if n not between 1 and 200 then
    raise sqlstate 'PT422' using message = 'tokens out of range', detail = 'n must lie between 1 and 200';
  end if;
  insert into public.rate_budgets (creator_id, tokens, refilled_at)
  values (take_rate_tokens.creator_id, capacity, take_rate_tokens.at)
  on conflict on constraint rate_budgets_pkey do nothing;
  select * into budget from public.rate_budgets
  where rate_budgets.creator_id = take_rate_tokens.creator_id
  for update;

  -- Clocks of two transactions may stand in the wrong order: no refill for negative time.
  available := least(
    capacity,
    budget.tokens
      + per_second * greatest(0, extract(epoch from take_rate_tokens.at - budget.refilled_at))
  );
  update public.rate_budgets
  set
    tokens = case when available >= n then available - n else available end,
    refilled_at = greatest(budget.refilled_at, take_rate_tokens.at)
  where rate_budgets.creator_id = take_rate_tokens.creator_id;
  return jsonb_build_object(
    'granted', available >= n,
    'wait_seconds', round((greatest(0, n - available) / per_second)::numeric, 3)
  );
end;
$$;

create function public.take_rate_tokens(creator_id bigint, n int)
returns jsonb
language sql
security definer
set search_path = ''
as $$
  select private.take_rate_tokens(creator_id, n, now())
$$;
comment on function public.take_rate_tokens is
'Take requests from a creator''s budget at Fanvue, shared by all workers.';
revoke execute on function public.take_rate_tokens from public, anon, authenticated;
grant execute on function public.take_rate_tokens to service_role, jobs_worker;
