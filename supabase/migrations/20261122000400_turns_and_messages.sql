-- What was said: turns, messages, the raw events behind them, and what was disclosed.

create type public.turn_status as enum ('open', 'sending', 'answered', 'held', 'cancelled');
create type public.message_direction as enum ('inbound', 'outbound');
create type public.message_kind as enum ('fan', 'reply', 'fixed', 'human', 'automated');
create type public.message_status as enum (
  'received', 'planned', 'sending', 'sent', 'unknown', 'cancelled', 'held'
);

create table public.turns (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  status public.turn_status not null default 'open',
  opened_at timestamptz not null,
  closed_at timestamptz,
  supersede_count int not null default 0,
  must_send boolean not null default false,
  fixed_text text,
  is_notice boolean not null default false,
  hold_reason text,
  close_reason text,
  revision int not null default 0,
  draft_revision int,
  wait jsonb,
  review_note text,
  constraint notices_have_a_fixed_text check (not is_notice or fixed_text is not null),
  constraint closed_turns_say_when check ((status in ('answered', 'cancelled')) = (closed_at is not null)),
  constraint held_turns_say_why check (status <> 'held' or hold_reason is not null),
  constraint cancelled_turns_say_why check (status <> 'cancelled' or close_reason is not null)
);
comment on table public.turns is
'What a fan said and what was answered. A message is unanswered while its turn is open.';
comment on column public.turns.must_send is
'Superseded often or long enough: the next reply goes out whatever comes meanwhile.';
comment on column public.turns.close_reason is 'Why a turn was closed without an answer, where it was.';
comment on column public.turns.revision is
'Goes up with every draft of it, and when a message of it is deleted or edited: what was written or seen before does not count any more.';
comment on column public.turns.draft_revision is 'The revision that its draft answers.';
comment on column public.turns.review_note is
'What the person who rejected its last draft said about it.';
comment on column public.turns.wait is
'How the wait before the answer was drawn; what is superseded keeps it.';
comment on column public.turns.fixed_text is
'Name of the fixed text that answers this turn instead of the model (prompts/fixed).';
comment on column public.turns.is_notice is
'A fixed text that answers no turn and goes out by itself, whatever the mode: a line for a fan in a crisis, the confirmation of a STOP, the truth for a fan who is held.';
create unique index one_open_turn_for_a_fan on public.turns (fan_id) where status = 'open';
create index turns_fan_idx on public.turns (fan_id, id desc);
create index turns_held_idx on public.turns (fan_id) where status = 'held';

create table public.messages (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  turn_id bigint references public.turns (id) on delete cascade,
  direction public.message_direction not null,
  kind public.message_kind not null,
  status public.message_status not null,
  position smallint not null default 0,
  body text,
  drafted text,
  has_media boolean not null default false,
  price_cents int,
  platform_uuid uuid unique,
  signals jsonb not null default '[]',
  inspected_at timestamptz,
  is_disclosure boolean not null default false,
  vibe text,
  imperfections jsonb,
  style_seed bigint,
  prompt_version text,
  model text,
  prompt_tokens int,
  completion_tokens int,
  absent_count smallint not null default 0,
  approved_at timestamptz,
  sending_at timestamptz,
  sent_at timestamptz,
  resolved_at timestamptz,
  deleted_at timestamptz,
  expired_at timestamptz,
  created_at timestamptz not null,
  constraint direction_fits_kind check ((direction = 'inbound') = (kind = 'fan')),
  constraint direction_fits_status check ((direction = 'inbound') = (status = 'received')),
  constraint sent_messages_have_a_uuid check (
    status not in ('received', 'sent')
    or (sent_at is not null and (platform_uuid is not null or resolved_at is not null))
  )
);
comment on table public.messages is
'Both directions. A reply is one to three bubbles; they are rows before they are sent.';
comment on column public.messages.body is
'Null where the webhook brought no text and it was not fetched yet.';
comment on column public.messages.drafted is
'What the model had written, where a person changed it before it went out; empty: a person added the bubble.';
comment on column public.messages.style_seed is
'Seed of what was done to the model''s text after it was written: the same text, vibe and seed give the same bubbles.';
comment on column public.messages.approved_at is
'When a person released it: in approve mode nothing else goes out.';
comment on column public.messages.resolved_at is
'When it became known after all what became of a message that nobody could tell of.';
comment on column public.messages.deleted_at is
'Deleted on the platform: a fan''s text is removed here too, and what was not answered never is.';
comment on column public.messages.expired_at is
'Past settings.message_retention: the text is gone, the message still counts.';
comment on column public.messages.sent_at is 'When the platform says that it was sent.';
create index messages_fan_idx on public.messages (fan_id, id desc);
create index messages_turn_idx on public.messages (turn_id, position);
create index messages_uninspected_idx on public.messages (fan_id)
where direction = 'inbound' and inspected_at is null;
create index messages_unsent_idx on public.messages (fan_id, turn_id, position)
where status in ('planned', 'sending', 'unknown');
-- What comes next to lose its text.
create index messages_age_idx on public.messages (created_at) where expired_at is null;

create table public.disclosures (
  id bigint generated always as identity primary key,
  fan_id bigint not null references public.fans (id) on delete cascade,
  message_id bigint not null unique references public.messages (id) on delete cascade,
  body text not null,
  at timestamptz not null
);
comment on table public.disclosures is 'When which fan was told that replies are written by an AI.';
create index disclosures_fan_idx on public.disclosures (fan_id, at desc);

create table public.webhook_events (
  id bigint generated always as identity primary key,
  event_id text not null unique,
  type text not null,
  event jsonb not null,
  raw text,
  fan_id bigint references public.fans (id) on delete set null,
  received_at timestamptz not null,
  outcome text not null default 'accepted',
  reason text,
  constraint outcome_is_known check (outcome in ('accepted', 'ignored', 'duplicate', 'parked'))
);
comment on table public.webhook_events is
'Every event as it came: the first line of deduplication, and the log to replay.';
create index webhook_events_received_idx on public.webhook_events (received_at);
create index webhook_events_fan_idx on public.webhook_events (fan_id);
-- Few: only what named nobody who is known. Some of it is read whole when a fan is erased.
create index webhook_events_nobody_idx on public.webhook_events (id) where fan_id is null;
create index webhook_events_parked_idx on public.webhook_events (fan_id) where outcome = 'parked';
