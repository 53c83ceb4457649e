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
comment on column public.turns.id is 'Number of the turn: fanpace review approve 12.';
comment on column public.turns.fan_id is 'Who said it.';
comment on column public.turns.status is
'open: waits for its answer; sending: the answer goes out; answered; held: waits for a person (hold_reason says why); cancelled: nothing is answered.';
comment on column public.turns.opened_at is 'When the first message of it came.';
comment on column public.turns.closed_at is 'When it was answered or cancelled.';
comment on column public.turns.supersede_count is 'How many drafts new messages made void.';
comment on column public.turns.hold_reason is 'Why it waits for a person.';
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
comment on column public.messages.id is
'Number of the message: fanpace jobs resolve takes it. Below zero: from before fanpace was connected.';
comment on column public.messages.fan_id is 'Whose chat it is in.';
comment on column public.messages.turn_id is
'What it was said in, or answers (turns); empty: neither, as a broadcast.';
comment on column public.messages.direction is
'inbound: the fan wrote it; outbound: the creators side did.';
comment on column public.messages.kind is
'fan; reply: the models; fixed: a text that is always the same; human: a person wrote it on Fanvue; automated: a broadcast or welcome message of Fanvues.';
comment on column public.messages.status is
'received; planned: will go out; sending: on its way; sent; held: waits for a person; unknown: nobody knows whether it went out; cancelled: will not go out.';
comment on column public.messages.position is 'Which bubble of its reply it is, from 0 on.';
comment on column public.messages.has_media is 'Whether a picture or video came with it.';
comment on column public.messages.price_cents is
'What it costs to open, in hundredths; empty: nothing.';
comment on column public.messages.platform_uuid is
'Fanvues id of the message; empty: Fanvue does not have it yet.';
comment on column public.messages.signals is
'What the text was recognised to say: ["asks_price"]. docs/signals.md has the list.';
comment on column public.messages.inspected_at is
'When the text was looked at for signals; empty: not yet.';
comment on column public.messages.is_disclosure is
'Whether this bubble tells the fan that replies are written by an AI.';
comment on column public.messages.vibe is
'In which mood the reply was written: short and snappy, long and deep.';
comment on column public.messages.imperfections is 'The small slips that were made on purpose.';
comment on column public.messages.prompt_version is 'Which version of the prompts wrote it.';
comment on column public.messages.model is 'Which model wrote it.';
comment on column public.messages.prompt_tokens is 'How much the model read, in tokens.';
comment on column public.messages.completion_tokens is 'How much the model wrote, in tokens.';
comment on column public.messages.absent_count is
'How often it was looked for in the chat and not found, after a send without an answer.';
comment on column public.messages.sending_at is 'When sending it began.';
comment on column public.messages.created_at is 'When it was stored here.';
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
comment on column public.disclosures.id is 'Number of the entry.';
comment on column public.disclosures.fan_id is 'Who was told.';
comment on column public.disclosures.message_id is 'The message that told it.';
comment on column public.disclosures.body is 'The words that it was told in.';
comment on column public.disclosures.at is 'When.';
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
'Everything that Fanvue told, as it came: nothing is taken in twice, and all of it can be replayed.';
comment on column public.webhook_events.id is 'Number of the event.';
comment on column public.webhook_events.event_id is
'Fanvues id of it: the same one twice is stored once.';
comment on column public.webhook_events.type is
'What happened: message.received, payment.succeeded and so on.';
comment on column public.webhook_events.event is 'The event in fanpace''s words.';
comment on column public.webhook_events.raw is 'The event as Fanvue sent it.';
comment on column public.webhook_events.fan_id is 'Whom it is about, if that is known.';
comment on column public.webhook_events.received_at is 'When it came.';
comment on column public.webhook_events.outcome is
'accepted: something followed; ignored: nothing did, see reason; duplicate: it had come before; parked: waits until it is known who wrote a message.';
comment on column public.webhook_events.reason is 'Why it was ignored or parked.';
create index webhook_events_received_idx on public.webhook_events (received_at);
create index webhook_events_fan_idx on public.webhook_events (fan_id);
-- Few: only what named nobody who is known. Some of it is read whole when a fan is erased.
create index webhook_events_nobody_idx on public.webhook_events (id) where fan_id is null;
create index webhook_events_parked_idx on public.webhook_events (fan_id) where outcome = 'parked';
