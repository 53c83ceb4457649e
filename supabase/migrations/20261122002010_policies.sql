-- What signed-in people may see and edit: rows of the creators that they are members of.
-- Columns not granted here and verbs without a policy stay closed, whatever the membership.

-- Whom a row belongs to is asked for once in a query: membership gives a handful of creators, and
-- a fan's rows are found by the fan. Each table has one policy for each verb.

create policy members_see on public.creators for select to authenticated
using (id in (select private.creators_of_mine('viewer')));
create policy members_see on public.fans for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.offers for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.purchases for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.jobs_queue for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.audit_log for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.imports for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.import_fans for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see on public.creator_connections for select to authenticated
using (creator_id in (select private.creators_of_mine('viewer')));
create policy members_see_themselves on public.creator_members for select to authenticated
using (user_id = (select auth.uid()));

-- Whoever sees the fan: fans has a policy of its own, which holds inside this one.
create policy members_see on public.turns for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.messages for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.stage_transitions for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.disclosures for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.fan_insights for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.fan_offers for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));
create policy members_see on public.fan_facts for select to authenticated
using (exists (select from public.fans where fans.id = fan_id));

grant select on
  public.creators, public.fans, public.offers, public.purchases, public.jobs_queue,
  public.audit_log, public.creator_members, public.turns, public.messages,
  public.stage_transitions, public.disclosures, public.fan_insights, public.fan_offers,
  public.fan_facts, public.imports, public.import_fans, public.creator_connections
to authenticated;

-- Views that run with the rights of whoever asks: the policies above are theirs too.
grant select on
  public.desk_inbox, public.desk_queue, public.desk_fans, public.desk_funnel, public.desk_health
to authenticated;

-- Operators edit what docs and comments say may be edited by hand. Money, counts, stages, times and
-- who is who are facts or the system's; turns, messages and jobs move by functions alone.
create policy operators_configure on public.creators for update to authenticated
using (id in (select private.creators_of_mine('operator')))
with check (id in (select private.creators_of_mine('operator')));
grant update (
  display_name, persona, time_zone, active_hours, automation, disclosure, pacing_config,
  funnel_config, trigger_patterns, purse_config, approval_config, after_sincere_question
) on public.creators to authenticated;

create policy operators_edit on public.fans for update to authenticated
using (creator_id in (select private.creators_of_mine('operator')))
with check (creator_id in (select private.creators_of_mine('operator')));
grant update (tags, summary, pacing_config, purse_config, country, automation) on public.fans to authenticated;

-- New ones come by add_offer; one that was made is withdrawn, not deleted.
create policy operators_edit on public.offers for update to authenticated
using (creator_id in (select private.creators_of_mine('operator')))
with check (creator_id in (select private.creators_of_mine('operator')));
grant update (title, description, price_cents, currency, stages, active)
on public.offers to authenticated;

-- No function stands for these: what a person types counts as typed (source is left out), and what
-- a person deletes is marked as removed, so that it is not learned again.
create policy operators_type on public.fan_facts for insert to authenticated
with check (exists (
  select from public.fans
  where fans.id = fan_id and fans.creator_id in (select private.creators_of_mine('operator'))
));
create policy operators_edit on public.fan_facts for update to authenticated
using (exists (
  select from public.fans
  where fans.id = fan_id and fans.creator_id in (select private.creators_of_mine('operator'))
))
with check (exists (
  select from public.fans
  where fans.id = fan_id and fans.creator_id in (select private.creators_of_mine('operator'))
));
create policy operators_remove on public.fan_facts for delete to authenticated
using (exists (
  select from public.fans
  where fans.id = fan_id and fans.creator_id in (select private.creators_of_mine('operator'))
));
grant insert (fan_id, kind, text), update (text, removed_at), delete
on public.fan_facts to authenticated;

grant execute on function private.creators_of_mine to authenticated;

-- A table's checks run with the rights of whoever edits a row, all of them at each update: whichever
-- is added to an editable table, operators must be able to execute it.
do $$
declare
  called regprocedure;
begin
  for called in
    select distinct depends.refobjid::regprocedure
    from pg_catalog.pg_constraint as checks
    join pg_catalog.pg_depend as depends
      on depends.classid = 'pg_catalog.pg_constraint'::regclass and depends.objid = checks.oid
      and depends.refclassid = 'pg_catalog.pg_proc'::regclass
    where checks.contype = 'c'
      and checks.conrelid in (
        'public.creators'::regclass, 'public.fans'::regclass, 'public.offers'::regclass,
        'public.fan_facts'::regclass
      )
  loop
    execute format('grant execute on function %s to authenticated', called);
  end loop;
end;
$$;

-- A table of other files: what the system tells an operator.
do $$
begin
  if to_regclass('public.operator_notes') is not null then
    create policy members_see on public.operator_notes for select to authenticated
    using (creator_id in (select private.creators_of_mine('viewer')));
    grant select on public.operator_notes to authenticated;
  end if;
end;
$$;
