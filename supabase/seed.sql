-- A creator to begin with: `supabase db reset`, or `supabase db push --include-seed`.
-- Replace the uuid by your creator's at Fanvue, and the texts by your own. In `approve` mode no
-- reply goes out before a person releases it; `auto` needs the disclosure, which is why it is here.
-- Run again it changes nothing, so that what was edited since stays.

insert into public.creators (platform_uuid, display_name, persona, time_zone, automation, disclosure)
values (
  '00000000-0000-4000-8000-000000000001',
  'Demo creator',
  'Warm and a little teasing. Writes short messages, remembers what fans tell, never pushes.',
  'Europe/Berlin',
  'approve',
  'Just so you know: replies here are written with the help of an AI assistant.'
)
on conflict (platform_uuid) do nothing;
