-- Who writes to whom, the project's switches, and what is known about each fan.

create type public.automation_mode as enum ('auto', 'approve', 'paused', 'human', 'opted_out');
create type public.fan_stage as enum ('new', 'warmup', 'flirty', 'sales', 'post_purchase');
create type public.fan_tier as enum ('standard', 'vip');

create type public.staleness as enum ('answer', 'hold', 'skip');

create table public.settings (
  only_row boolean primary key default true constraint settings_have_one_row check (only_row),
  automation_stopped boolean not null default false,
  stopped_at timestamptz,
  stop_reason text,
  automation public.automation_mode not null default 'auto' constraint everybody_is_auto_approve_or_paused
  check (automation in ('auto', 'approve', 'paused')),
  automation_reason text,
  max_supersedes int not null default 3 constraint max_supersedes_in_range
  check (max_supersedes between 0 and 20),
  max_turn_wait interval not null default '20 minutes' constraint max_turn_wait_in_range
  check (max_turn_wait between interval '1 second' and interval '1 day'),
  send_grace interval not null default '60 seconds' constraint send_grace_in_range
  check (send_grace between interval '0' and interval '1 hour'),
  disclosure_interval interval not null default '3 hours' constraint disclosure_at_least_3_hourly
  check (disclosure_interval between interval '1 minute' and interval '3 hours'),
  crisis_interval interval not null default '24 hours' constraint crisis_interval_in_range
  check (crisis_interval between interval '1 hour' and interval '30 days'),
  human_resume_after interval not null default '12 hours' constraint human_resume_after_in_range
  check (human_resume_after between interval '0' and interval '365 days'),
  staleness public.staleness not null default 'answer',
  stale_after interval not null default '12 hours' constraint stale_after_in_range
  check (stale_after between interval '1 minute' and interval '365 days'),
  catch_up_after interval not null default '10 minutes' constraint catch_up_after_in_range
  check (catch_up_after between interval '1 minute' and interval '1 day'),
  reconcile_every interval not null default '10 minutes' constraint reconcile_every_in_range
  check (reconcile_every between interval '1 minute' and interval '1 day'),
  insights_every interval not null default '1 day' constraint insights_every_in_range
  check (
    insights_every = interval '0'
    or insights_every between interval '1 minute' and interval '365 days'
  ),
  requests_per_minute int not null default 200 constraint requests_per_minute_in_range
  check (requests_per_minute between 20 and 10000),
  profile_every int not null default 6 constraint profile_every_in_range
  check (profile_every between 0 and 1000),
  profile_delay interval not null default '1 minute' constraint profile_delay_in_range
  check (profile_delay between interval '0' and interval '1 day'),
  memory_half_life interval not null default '60 days' constraint memory_half_life_in_range
  check (memory_half_life between interval '1 day' and interval '3650 days'),
  memory_retention interval not null default '365 days' constraint memory_retention_in_range
  check (memory_retention between interval '1 day' and interval '3650 days'),
  event_retention interval not null default '30 days',
  message_retention interval not null default '730 days' constraint message_retention_in_range
  check (
    message_retention = interval '0'
    or message_retention between interval '30 days' and interval '36500 days'
  ),
  fan_retention interval not null default '1095 days' constraint fan_retention_in_range
  check (
    fan_retention = interval '0'
    or fan_retention between interval '30 days' and interval '36500 days'
  ),
  erased_for interval not null default '30 days' constraint erased_for_in_range
  check (erased_for between interval '0' and interval '36500 days'),
  job_retention interval not null default '7 days'
);
comment on table public.settings is 'Project-wide switches and bounds: one row.';
comment on column public.settings.only_row is 'There is one row only; leave this alone.';
comment on column public.settings.stopped_at is 'When the stop switch was turned on.';
comment on column public.settings.stop_reason is 'Why, in the words of whoever turned it on.';
comment on column public.settings.max_turn_wait is
'A fan who keeps writing is answered after so long, whatever comes meanwhile.';
comment on column public.settings.disclosure_interval is
'How often a fan in a conversation is told that replies are written by an AI: at least every three hours.';
comment on column public.settings.stale_after is
'When a message that is not answered yet counts as old; see staleness.';
comment on column public.settings.event_retention is
'How long webhook_events keeps what Fanvue sent.';
comment on column public.settings.job_retention is 'How long finished jobs stay in jobs_queue.';
comment on column public.settings.automation_stopped is
'The stop switch: while true no job is claimed and no message is sent.';
comment on column public.settings.automation is
'For every creator and fan, as creators.automation for one: the strictest of the three counts.';
comment on column public.settings.automation_reason is
'Why automation is what it is, in the words of whoever changed it.';
comment on column public.settings.max_supersedes is
'After this many drafts made void by new messages, the next reply is sent whatever comes.';
comment on column public.settings.send_grace is
'How long after a send without an answer to wait before the chat history is asked.';
comment on column public.settings.crisis_interval is
'The fixed text for a fan whose life is at risk goes out once in so long.';
comment on column public.settings.human_resume_after is
'After a takeover automation resumes when the person has been silent for so long and the fan writes; 0: never.';
comment on column public.settings.staleness is
'What becomes of a turn whose newest message is older than stale_after when its reply is due: it is answered, held for a person, or skipped.';
comment on column public.settings.catch_up_after is
'A reply that has been due for longer, as after an outage, waits once more, by the fan''s own pacing.';
comment on column public.settings.reconcile_every is
'How often each creator''s chats are looked through for messages that no webhook brought.';
comment on column public.settings.insights_every is
'How often what a fan spent is read from the platform while the fan writes; 0: neither that nor the fan''s history is ever read.';
comment on column public.settings.requests_per_minute is
'What Fanvue allows for each creator; all workers together stay within it.';
comment on column public.settings.profile_every is
'After so many messages of a fan what they tell is learned; 0: nothing is learned.';
comment on column public.settings.profile_delay is
'How long a fan must be silent before that; ten times as long at most.';
comment on column public.settings.memory_half_life is
'What was learned and is not said again is half as strong after so long; at a quarter it is forgotten.';
comment on column public.settings.memory_retention is
'What was learned, and summaries, are deleted when they were not confirmed for so long.';
comment on column public.settings.message_retention is
'Messages that are older lose their text, and still count; 0: never.';
comment on column public.settings.fan_retention is
'Fans of whom nothing was heard for so long are erased; 0: never.';
comment on column public.settings.erased_for is
'How long a fan who asked to be erased is not taken as a new fan when they write again.';
insert into public.settings default values;

create table public.creators (
  id bigint generated always as identity primary key,
  platform_uuid uuid not null unique,
  display_name text not null,
  persona text not null default '',
  time_zone text not null default 'UTC',
  active_hours jsonb,
  automation public.automation_mode not null default 'approve',
  disclosure text not null default '',
  after_sincere_question text not null default 'continue',
  pacing_config jsonb not null default '{"preset": "plan"}',
  funnel_config jsonb not null default private.default_funnel_config(),
  purse_config jsonb not null default private.default_purse_config(),
  trigger_patterns jsonb not null default '[]',
  approval_config jsonb not null default '{}',
  automation_reason text,
  money_family text,
  reconciled_at timestamptz not null default now(),
  reconciled_to timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint time_zone_is_known check (private.is_time_zone(time_zone)),
  constraint active_hours_is_valid check (private.check_active_hours(active_hours)),
  constraint pacing_config_is_valid check (private.check_pacing_config(pacing_config)),
  constraint funnel_config_is_valid check (private.check_funnel_config(funnel_config)),
  constraint purse_config_is_valid check (private.check_purse_config(purse_config)),
  constraint trigger_patterns_are_valid check (private.check_trigger_patterns(trigger_patterns)),
  constraint approval_config_is_valid check (private.check_approval_config(approval_config)),
  constraint creators_are_auto_approve_or_paused check (
    automation in ('auto', 'approve', 'paused')
  ),
  constraint auto_needs_a_disclosure_text check (private.check_disclosure(automation = 'auto', disclosure)),
  constraint after_sincere_question_is_known check (
    after_sincere_question in ('continue', 'hand_over')
  ),
  constraint money_family_is_known check (money_family in ('flat', 'envelope'))
);
comment on table public.creators is 'One row for each creator whose fans are answered.';
comment on column public.creators.id is
'Number of the creator, as commands take it: fanpace mode creator 1.';
comment on column public.creators.platform_uuid is 'The creators id on Fanvue.';
comment on column public.creators.display_name is
'The creators name, as prompts and lists use it. May be edited.';
comment on column public.creators.persona is
'Who the creator is and how they write, in plain words for the model. May be edited.';
comment on column public.creators.time_zone is
'Where the creators clock is: Europe/Berlin. May be edited.';
comment on column public.creators.pacing_config is
'How long replies wait: {"preset": "plan"}, and what differs from the preset. docs/rhythm.md explains every key. May be edited.';
comment on column public.creators.funnel_config is
'From when on a fan is in which stage, and when something is offered. docs/stages.md explains every key. May be edited.';
comment on column public.creators.created_at is
'When the creator was added here. What was said before is history and not answered.';
comment on column public.creators.purse_config is
'How much a fan may be sold: {"day": 200, "week": 500, "month": 1000, "purchases_per_hour": 5, "rest_hours": 24, "cannot_afford_days": 30}; 0 or null written down is no cap.';
comment on column public.creators.trigger_patterns is
'The creator''s own phrases by which a fan asks for something: ["your menu", {"phrase": "how much * spicy list", "trigger": "asks_price"}].';
comment on column public.creators.approval_config is
'What of automation auto waits for a person all the same: {"stages": ["sales"], "price_from_cents": 2000, "signals": ["billing"], "first_replies": 3, "vip": true}.';
comment on column public.creators.automation_reason is
'Why automation is what it is, in the words of whoever changed it.';
comment on column public.creators.active_hours is
'When somebody is awake, in time_zone: {"weekday": ["09:00", "23:30"], "weekend": ["10:00", "01:00"]}; null: always.';
comment on column public.creators.automation is
'auto: replies go out; approve: every reply waits for a person; paused: nothing is written.';
comment on column public.creators.disclosure is
'What tells a fan that replies are written by an AI; goes out with the first reply, and again after settings.disclosure_interval. May be missing in approve mode only.';
comment on column public.creators.after_sincere_question is
'What follows when a fan who asked was told what answers: continue, or hand_over to a person.';
comment on column public.creators.reconciled_at is
'When a look through the chats for messages that no webhook brought was last enqueued.';
comment on column public.creators.reconciled_to is
'Chats whose last message is older were looked through, by the platform''s clock.';
comment on column public.creators.money_family is
'The payload family that money is taken from; null: the one that brought the first payment.';

create table public.fans (
  id bigint generated always as identity primary key,
  creator_id bigint not null references public.creators (id) on delete cascade,
  platform_uuid uuid not null,
  handle text,
  display_name text,
  stage public.fan_stage not null default 'new',
  tier public.fan_tier not null default 'standard',
  tags jsonb not null default '[]',
  summary text,
  summary_to bigint,
  summary_at timestamptz,
  profiled_to bigint,
  pacing_config jsonb,
  automation public.automation_mode not null default 'auto',
  rhythm jsonb,
  automation_before public.automation_mode,
  automation_reason text,
  automation_changed_at timestamptz,
  opted_out_from public.automation_mode,
  stop_sign text,
  stop_sign_at timestamptz,
  stop_sign_before public.automation_mode,
  adult_confirmed_at timestamptz,
  country text,
  last_human_at timestamptz,
  msg_count_inbound int not null default 0,
  total_spend numeric(12, 2) not null default 0,
  engagement_talk numeric(5, 2) not null default 0,
  engagement_bought numeric(5, 2) not null default 0,
  engagement_score numeric(5, 2) not null
  generated always as (least(100, engagement_talk + engagement_bought)) stored,
  engagement_at timestamptz,
  is_engaged boolean not null default false,
  stage_at timestamptz,
  last_inbound_at timestamptz,
  last_purchase_at timestamptz,
  last_trigger_at timestamptz,
  returned_at timestamptz,
  returned_count int not null default 0,
  reconciled_to timestamptz,
  history_at timestamptz,
  purse_config jsonb,
  no_selling_until timestamptz,
  pseudonym uuid not null default gen_random_uuid(),
  -- Of `fanpace check --end-to-end`: its replies are written, and never sent.
  is_test boolean not null default false,
  created_at timestamptz not null default now(),
  constraint one_row_for_each_fan_of_a_creator unique (creator_id, platform_uuid),
  -- Checked at every update, as all constraints are: what is not there costs nothing.
  constraint pacing_config_is_valid check (
    pacing_config is null or private.check_pacing_config(pacing_config)
  ),
  constraint purse_config_is_valid check (
    purse_config is null or private.check_purse_config(purse_config, false)
  ),
  constraint tags_are_valid check (tags = '[]' or private.check_tags(tags)),
  constraint summary_is_short check (length(summary) <= 800),
  constraint automation_before_answers check (automation_before in ('auto', 'approve')),
  constraint stop_sign_is_known check (
    stop_sign in ('minor', 'self_harm', 'threat', 'refund_legal', 'distress')
  ),
  constraint stop_signs_say_when check (
    (stop_sign is null) = (stop_sign_at is null) and (stop_sign is null) = (stop_sign_before is null)
  ),
  -- Only a person answers, whoever changes the row.
  constraint nobody_is_answered_past_a_stop_sign check (
    stop_sign is null or automation in ('human', 'paused', 'opted_out')
  ),
  constraint country_is_two_capitals check (country ~ '^[A-Z]{2}$'),
  constraint engagement_in_range check (
    engagement_talk between 0 and 100 and engagement_bought between 0 and 100
  )
)
-- Every message updates its fan's row in place: leave room for it on the page.
with (fillfactor = 80);
comment on table public.fans is
'One fan of one creator: how far the conversation has come, what is known, and who answers. Whatever happens to the fan locks this row first.';
comment on column public.fans.id is 'Number of the fan, as commands take it: fanpace fan show 17.';
comment on column public.fans.creator_id is 'The creator whom the fan writes to.';
comment on column public.fans.platform_uuid is 'The fans id on Fanvue.';
comment on column public.fans.handle is 'The fans name on Fanvue, as in the address of their page.';
comment on column public.fans.display_name is 'The name that the fan shows.';
comment on column public.fans.stage is
'How far the conversation has come: new, warmup, flirty, sales, post_purchase. Decided by rule (docs/stages.md); fanpace fan show says why.';
comment on column public.fans.tier is
'vip: has spent more than funnel_config.vip_spend; falls back after refunds.';
comment on column public.fans.summary_at is 'When the summary was last written or confirmed.';
comment on column public.fans.automation_changed_at is 'When automation last changed.';
comment on column public.fans.msg_count_inbound is 'How many messages the fan has written.';
comment on column public.fans.engagement_talk is 'What writing counts in engagement_score.';
comment on column public.fans.engagement_bought is 'What buying counts in engagement_score.';
comment on column public.fans.last_inbound_at is 'When the fan last wrote.';
comment on column public.fans.last_trigger_at is 'When the fan last asked for content or a price.';
comment on column public.fans.created_at is 'When the fan was first heard of here.';
create index fans_summary_idx on public.fans (summary_at) where summary is not null;
-- Who is held for a person: few of many.
create index fans_stop_sign_idx on public.fans (stop_sign_at) where stop_sign is not null;
comment on column public.fans.tags is
'What is known about the fan, learned or typed. May be edited: what is taken out stays out.';
comment on column public.fans.summary is 'What happened in the chat up to summary_to. May be edited.';
comment on column public.fans.summary_to is 'The last message that the summary knows of.';
comment on column public.fans.profiled_to is 'Up to this message it was learned what the fan tells.';
comment on column public.fans.pacing_config is 'Instead of the creator''s; null: the creator''s.';
comment on column public.fans.rhythm is
'The last wait that was drawn in this conversation (z) and when: the next one remembers it.';
comment on column public.fans.automation is
'auto, approve (a person releases each reply), paused, human (a person took over), opted_out.';
comment on column public.fans.automation_before is
'The mode before a person took over, to which automation resumes by rule.';
comment on column public.fans.automation_reason is 'Why automation is what it is.';
comment on column public.fans.opted_out_from is
'The mode before the fan said STOP, to which START resumes.';
comment on column public.fans.stop_sign is
'Why the fan is held for a person: the gravest open of minor, self_harm, threat, refund_legal, distress; null: not held. fanpace release takes it away.';
comment on column public.fans.stop_sign_at is 'When that was seen.';
comment on column public.fans.stop_sign_before is
'The mode before the first stop sign, to which a release resumes.';
comment on column public.fans.adult_confirmed_at is
'When an operator last said that a fan taken for a possible minor is an adult.';
comment on column public.fans.country is
'Where the fan lives (ISO 3166, two capitals), if it is known: chooses the line that a fan in a crisis is told of.';
comment on column public.fans.last_human_at is 'When a person last wrote to the fan on the platform.';
comment on column public.fans.engagement_score is
'0 to 100, of what the fan wrote (engagement_talk) and bought (engagement_bought); docs/stages.md has the formula.';
comment on column public.fans.is_engaged is
'Engagement was high enough for sales, and has not fallen far enough since.';
comment on column public.fans.stage_at is 'When the stage last changed; null: never.';
comment on column public.fans.last_purchase_at is
'The newest purchase that stands: what was refunded is none.';
comment on column public.fans.returned_at is
'When the fan last wrote again after funnel_config.rewarm_after_days of silence; null: never.';
comment on column public.fans.returned_count is 'Messages since then, that one included.';
comment on column public.fans.engagement_at is 'The moment of engagement_score: it fades from then on.';
comment on column public.fans.reconciled_to is
'Up to here the chat was looked through for messages that no webhook brought.';
comment on column public.fans.history_at is
'When the fan''s history and spending were last read from the platform; null: never.';
comment on column public.fans.purse_config is
'Goes before the creator''s, key by key; null: the creator''s.';
comment on column public.fans.no_selling_until is
'The fan said that they cannot afford it: nothing is sold to them before. lift_no_selling ends it.';
comment on column public.fans.pseudonym is
'Stands for the fan where a record outlives them: audit_log.';
comment on column public.fans.total_spend is 'The sum of purchases; never typed by hand.';
comment on column public.fans.is_test is 'Made by `fanpace check --end-to-end`: replies are written for it, and nothing is ever sent. It goes away by itself.';

create table public.purchases (
  id bigint generated always as identity primary key,
  creator_id bigint not null references public.creators (id) on delete cascade,
  fan_id bigint not null references public.fans (id) on delete cascade,
  kind text not null,
  platform_id text not null,
  family text,
  amount numeric(12, 2) not null,
  currency text not null default 'USD',
  message_uuid uuid,
  occurred_at timestamptz not null,
  constraint kind_is_known check (
    kind in ('payment', 'tip', 'subscription', 'refund', 'dispute', 'opening_balance')
  ),
  constraint money_back_is_negative check ((kind in ('refund', 'dispute')) = (amount < 0)),
  constraint one_row_for_each_payment unique (fan_id, kind, platform_id)
);
comment on table public.purchases is 'Money in and, negative, money back; amounts in the currency.';
comment on column public.purchases.id is 'Number of the entry.';
comment on column public.purchases.creator_id is 'Whom it was paid to.';
comment on column public.purchases.fan_id is 'Who paid.';
comment on column public.purchases.kind is
'payment, tip, subscription; refund and dispute: money back; opening_balance: what was paid before fanpace was connected.';
comment on column public.purchases.platform_id is 'Fanvues id of the payment.';
comment on column public.purchases.family is 'Which of Fanvues two kinds of webhook told of it.';
comment on column public.purchases.amount is 'How much, in currency; money back is below zero.';
comment on column public.purchases.currency is 'In which currency: USD.';
comment on column public.purchases.message_uuid is
'Fanvues id of the message that was paid for, if it was one.';
comment on column public.purchases.occurred_at is 'When it was paid, by Fanvues clock.';
create index purchases_creator_idx on public.purchases (creator_id, id);

create table public.stage_transitions (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  from_stage public.fan_stage not null,
  to_stage public.fan_stage not null,
  reason text not null,
  event_id text,
  at timestamptz not null
);
comment on table public.stage_transitions is 'Every change of a fan''s stage, with its reason.';
comment on column public.stage_transitions.id is 'Number of the entry.';
comment on column public.stage_transitions.fan_id is 'The fan.';
comment on column public.stage_transitions.from_stage is 'The stage before.';
comment on column public.stage_transitions.to_stage is 'The stage after.';
comment on column public.stage_transitions.reason is 'Why it changed, in a word or two.';
comment on column public.stage_transitions.event_id is
'The event that brought it about (webhook_events); empty: time did.';
comment on column public.stage_transitions.at is 'When it changed.';
create index stage_transitions_fan_idx on public.stage_transitions (fan_id, at);
-- The newest of all, for the funnel over time.
create index stage_transitions_at_idx on public.stage_transitions (at);
