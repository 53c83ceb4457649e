-- The queue: what is due when, for whom, and who is at it.

-- In the order in which they are claimed.
create type public.job_lane as enum ('inspect', 'turn', 'background');
create type public.job_status as enum (
  'queued', 'running', 'done', 'superseded', 'held', 'parked', 'cancelled', 'dead'
);

create table public.jobs_queue (
  id bigint generated always as identity primary key,
  job_type text not null,
  lane public.job_lane not null generated always as (
    case job_type
      when 'inspect' then 'inspect'::public.job_lane
      when 'reply' then 'turn'::public.job_lane
      when 'deliver' then 'turn'::public.job_lane
      else 'background'::public.job_lane
    end
  ) stored,
  status public.job_status not null default 'queued',
  creator_id bigint not null references public.creators (id) on delete cascade,
  fan_id bigint references public.fans (id) on delete cascade,
  run_at timestamptz not null default now(),
  debounce_deadline timestamptz,
  payload jsonb not null default '{}',
  attempt int not null default 0,
  max_attempts int not null default 5,
  failures int not null default 0,
  locked_by text,
  lease_token uuid,
  lease_expires_at timestamptz,
  claimed_at timestamptz,
  last_error jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Nobody can be kept waiting for ever, and Postgres before 17 cannot count from there.
  constraint run_at_is_a_moment check (isfinite(run_at)),
  constraint job_type_is_known check (
    job_type in ('inspect', 'reply', 'deliver', 'profile', 'reconcile', 'history')
  ),
  constraint turn_jobs_have_a_fan check (lane = 'background' or fan_id is not null),
  constraint running_jobs_are_leased check (
    (status = 'running') = (lease_token is not null and lease_expires_at is not null)
  ),
  constraint finished_jobs_say_when check (
    (status in ('done', 'superseded', 'held', 'cancelled', 'dead')) = (finished_at is not null)
  )
)
-- Queued rows are rewritten often and finished ones deleted: keep room, and vacuum early.
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500,
  autovacuum_analyze_scale_factor = 0.05);
comment on table public.jobs_queue is
'What is due when. The worker takes only jobs that have matured (run_at <= now()).';
comment on column public.jobs_queue.id is 'Number of the job: fanpace explain 12.';
comment on column public.jobs_queue.job_type is
'inspect: read what the fan wrote; reply: write an answer; deliver: send its next bubble; profile: learn about the fan; reconcile: look for lost messages; history: read the fans past.';
comment on column public.jobs_queue.lane is
'inspect goes before turn (replies), turn before background.';
comment on column public.jobs_queue.status is
'queued: waits for its time; running: a worker is at it; parked: automation is off; done; superseded: a newer one does it; held: left to a person; cancelled; dead: failed for good.';
comment on column public.jobs_queue.creator_id is 'For whom.';
comment on column public.jobs_queue.fan_id is 'For which fan; empty: for the creator as a whole.';
comment on column public.jobs_queue.attempt is 'How often it was begun.';
comment on column public.jobs_queue.max_attempts is 'After so many it is dead.';
comment on column public.jobs_queue.locked_by is 'The worker that has it, or had it last.';
comment on column public.jobs_queue.lease_expires_at is
'Until when the worker has it; then another one may take it.';
comment on column public.jobs_queue.claimed_at is 'When the worker took it.';
comment on column public.jobs_queue.last_error is 'What went wrong the last time.';
comment on column public.jobs_queue.created_at is 'When it was put into the queue.';
comment on column public.jobs_queue.finished_at is 'When it ended.';
comment on column public.jobs_queue.run_at is 'Not before this moment.';
comment on column public.jobs_queue.debounce_deadline is
'New messages may push run_at back, but never past this.';
comment on column public.jobs_queue.payload is
'Ids and how run_at came about; never the messages, which are read when the job is claimed.';
comment on column public.jobs_queue.failures is
'Attempts that ended in an error which was reported: the exponent of the back-off.';
comment on column public.jobs_queue.lease_token is
'New with every claim: whoever comes with an older one has lost the job.';

-- Uniqueness over queued rows only: a message that comes while a reply is written is never lost.
create unique index one_queued_job_of_a_type_for_a_fan
on public.jobs_queue (fan_id, job_type) where status = 'queued';
create unique index one_queued_job_of_a_type_for_a_creator
on public.jobs_queue (creator_id, job_type) where status = 'queued' and fan_id is null;
create unique index one_running_turn_job_for_a_fan
on public.jobs_queue (fan_id) where status = 'running' and lane = 'turn';
-- The claim's index leads with due time: future jobs cost nothing.
create index jobs_due_idx on public.jobs_queue (lane, run_at) where status = 'queued';
create index jobs_lease_idx on public.jobs_queue (lease_expires_at) where status = 'running';
create index jobs_running_inspect_idx on public.jobs_queue (fan_id)
where status = 'running' and lane = 'inspect';
create index jobs_parked_idx on public.jobs_queue (fan_id) where status = 'parked';
create index jobs_dead_idx on public.jobs_queue (finished_at) where status = 'dead';
create index jobs_finished_idx on public.jobs_queue (finished_at) where finished_at is not null;
create index jobs_fan_idx on public.jobs_queue (fan_id);
create index jobs_creator_idx on public.jobs_queue (creator_id);
create index jobs_of_the_creator_idx on public.jobs_queue (creator_id, job_type) where fan_id is null;

-- Fanvue's request budget for each creator, shared by all workers: a token bucket in a row.
create table public.rate_budgets (
  creator_id bigint primary key references public.creators (id) on delete cascade,
  tokens double precision not null,
  refilled_at timestamptz not null,
  blocked_until timestamptz
);
comment on table public.rate_budgets is 'How many requests each creator may still make at Fanvue.';
comment on column public.rate_budgets.creator_id is 'The creator.';
comment on column public.rate_budgets.tokens is 'How many requests were left at refilled_at.';
comment on column public.rate_budgets.refilled_at is
'When that was counted; more are allowed as time goes on.';
comment on column public.rate_budgets.blocked_until is
'Fanvue said to come back at this moment; until then nothing is granted to anybody.';

create table public.writing_times (
  creator_id bigint primary key references public.creators (id) on delete cascade,
  seconds double precision not null
);
comment on table public.writing_times is
'How long a reply takes from claim to commit: a running mean. Fitted waits begin that much earlier.';
comment on column public.writing_times.creator_id is 'The creator.';
comment on column public.writing_times.seconds is 'The mean, in seconds.';
