-- Who may see and do what. Execution is granted beside each function; here are the tables.

alter table public.settings enable row level security;
alter table public.creators enable row level security;
alter table public.fans enable row level security;
alter table public.purchases enable row level security;
alter table public.stage_transitions enable row level security;
alter table public.fan_insights enable row level security;
alter table public.turns enable row level security;
alter table public.messages enable row level security;
alter table public.disclosures enable row level security;
alter table public.webhook_events enable row level security;
alter table public.jobs_queue enable row level security;
alter table public.rate_budgets enable row level security;
alter table public.writing_times enable row level security;
alter table public.offers enable row level security;
alter table public.fan_offers enable row level security;
alter table public.fan_facts enable row level security;
alter table public.creator_members enable row level security;
alter table public.audit_log enable row level security;
alter table public.operator_notes enable row level security;
alter table public.erased_fans enable row level security;
alter table public.imports enable row level security;
alter table public.import_fans enable row level security;
alter table public.creator_connections enable row level security;
alter table private.connection_secrets enable row level security;

-- Nobody but the secret key and the dashboard reads or writes tables; it bypasses row security.
-- No policies yet: anon and authenticated have neither grants nor rows.
revoke all on all tables in schema public from public, anon, authenticated, jobs_worker, webhook_ingest;
grant select, insert, update, delete on
  public.settings, public.creators, public.fans, public.purchases, public.stage_transitions,
  public.fan_insights, public.fan_facts, public.turns, public.messages, public.disclosures,
  public.webhook_events, public.jobs_queue, public.rate_budgets, public.writing_times,
  public.offers, public.fan_offers, public.creator_members, public.operator_notes,
  public.erased_fans, public.imports, public.import_fans
to service_role;

-- Written by functions alone: what it says belongs to what is in Vault.
grant select on public.creator_connections to service_role;

grant select on
  public.desk_inbox, public.desk_queue, public.desk_fans, public.desk_funnel, public.desk_health
to service_role;

-- What was done is written by functions, and never changed.
grant select on public.audit_log to service_role;

-- Types and their use are public in Postgres unless taken away; harmless, so left.

-- The worker may listen to the private topic that carries the nudges, and to nothing else.
grant usage on schema realtime to jobs_worker;
grant select on realtime.messages to jobs_worker;
drop policy if exists jobs_worker_receives_nudges on realtime.messages;
create policy jobs_worker_receives_nudges on realtime.messages
for select to jobs_worker
using ((select realtime.topic()) = 'jobs' and realtime.messages.extension = 'broadcast');
