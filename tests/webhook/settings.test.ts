/** Which variables the function runs on, and which key it then calls the database with. */

import assert from "node:assert/strict";
import { readSettings, type Settings } from "../../supabase/functions/fanvue-webhook/settings.ts";

const COMPLETE = {
  FANVUE_WEBHOOK_SECRETS: "whsec_a",
  SUPABASE_URL: "https://project.supabase.co",
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_x"}',
};

function configure(env: Record<string, string>): ReturnType<typeof readSettings> {
  return readSettings((name) => env[name]);
}

function settings(env: Record<string, string>): Settings {
  const configuration = configure({ ...COMPLETE, ...env });
  assert.ok("settings" in configuration);
  return configuration.settings;
}

Deno.test("secrets are separated by commas, and blanks around them do not count", () => {
  const { secrets } = settings({ FANVUE_WEBHOOK_SECRETS: " whsec_a , whsec_b,," });
  assert.deepEqual(secrets, ["whsec_a", "whsec_b"]);
});

Deno.test("a secret key goes into apikey alone: it is no JWT", () => {
  assert.deepEqual(settings({}).credentials, { apikey: "sb_secret_x" });
});

Deno.test("a legacy service role key is a JWT and goes into both headers", () => {
  const { credentials } = settings({
    SUPABASE_SECRET_KEYS: "",
    SUPABASE_SERVICE_ROLE_KEY: "eyJ.a.b",
  });
  assert.deepEqual(credentials, { apikey: "eyJ.a.b", authorization: "Bearer eyJ.a.b" });
});

Deno.test("a webhook JWT goes before every secret key", () => {
  const { credentials } = settings({
    WEBHOOK_JWT: "eyJ.w.x",
    SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  });
  assert.deepEqual(credentials, { apikey: "sb_publishable_x", authorization: "Bearer eyJ.w.x" });
});

Deno.test("the publishable key is found where hosted Supabase puts it", () => {
  const hosted = settings({
    WEBHOOK_JWT: "eyJ.w.x",
    SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_y"}',
  });
  assert.equal(hosted.credentials.apikey, "sb_publishable_y");
  const legacy = settings({ WEBHOOK_JWT: "eyJ.w.x", SUPABASE_ANON_KEY: "eyJ.anon" });
  assert.equal(legacy.credentials.apikey, "eyJ.anon");
});

Deno.test("a webhook JWT without a publishable key does not fall back on the secret key", () => {
  const configuration = configure({ ...COMPLETE, WEBHOOK_JWT: "eyJ.w.x" });
  assert.deepEqual(configuration, { missing: ["SUPABASE_PUBLISHABLE_KEY"] });
});

Deno.test("everything that is missing is named at once", () => {
  assert.deepEqual(configure({}), {
    missing: ["FANVUE_WEBHOOK_SECRETS", "SUPABASE_URL", "SUPABASE_SECRET_KEYS"],
  });
});

for (const keys of ["not json", "null", "[]", '{"default":5}', '{"other":"sb_secret_x"}']) {
  Deno.test(`SUPABASE_SECRET_KEYS=${keys} holds no key`, () => {
    assert.deepEqual(configure({ ...COMPLETE, SUPABASE_SECRET_KEYS: keys }), {
      missing: ["SUPABASE_SECRET_KEYS"],
    });
  });
}

Deno.test("an address that is none is missing, and a trailing slash is dropped", () => {
  assert.deepEqual(configure({ ...COMPLETE, SUPABASE_URL: "project" }), {
    missing: ["SUPABASE_URL"],
  });
  const { supabaseUrl } = settings({ SUPABASE_URL: "http://127.0.0.1:54321/" });
  assert.equal(supabaseUrl, "http://127.0.0.1:54321");
});
