/** What the database's answers mean to the sender. */

import assert from "node:assert/strict";
import type { FanpaceEvent } from "../../supabase/functions/fanvue-webhook/event.ts";
import { type Answer, createIngest } from "../../supabase/functions/fanvue-webhook/ingest.ts";

const EVENT: FanpaceEvent = {
  event_id: "evt_1",
  type: "message.read",
  family: "flat",
  occurred_at: null,
  creator_uuid: null,
  fan: null,
  raw: "{}",
};
const DATABASE = { supabaseUrl: "http://db.test", credentials: { apikey: "sb_secret_x" } };

function ask(send: typeof fetch, timeoutMs = 60_000): Promise<Answer> {
  return createIngest(DATABASE, timeoutMs, send)(EVENT);
}

function answering(status: number, body: unknown): typeof fetch {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status }));
}

Deno.test("the one call is a POST of the event with the credentials", async () => {
  const requests: Request[] = [];
  await ask((input, init) => {
    requests.push(new Request(input, init));
    return Promise.resolve(Response.json({ status: "accepted" }));
  });
  const [request] = requests;
  assert.ok(request !== undefined && requests.length === 1);
  assert.equal(request.method, "POST");
  assert.equal(request.url, "http://db.test/rest/v1/rpc/ingest_event");
  assert.equal(request.headers.get("apikey"), "sb_secret_x");
  assert.equal(request.redirect, "error");
  assert.deepEqual(await request.json(), { event: EVENT });
});

for (const status of ["accepted", "duplicate", "ignored"] as const) {
  Deno.test(`${status} is passed on with its reason`, async () => {
    const body = { status, job_id: 7, run_at: null, reason: "because" };
    assert.deepEqual(await ask(answering(200, body)), {
      kind: "answered",
      status,
      reason: "because",
    });
  });
}

Deno.test("422 is a refusal for good, with the database's message", async () => {
  const body = { code: "PT422", details: "x", hint: null, message: "not an event" };
  assert.deepEqual(await ask(answering(422, body)), { kind: "refused", reason: "not an event" });
});

for (const status of [301, 400, 401, 403, 404, 409, 429, 500, 502, 503, 504]) {
  Deno.test(`${status} may pass, so the event is not given up`, async () => {
    const answer = await ask(answering(status, { code: "PGRST000", message: "internal detail" }));
    assert.deepEqual(answer, {
      kind: "unavailable",
      reason: `the database answered ${status} (PGRST000)`,
    });
  });
}

for (
  const [what, body] of [
    ["no JSON", "<html>welcome</html>"],
    ["null", "null"],
    ["a list", "[]"],
    ["an unknown status", '{"status":"parked"}'],
  ] as const
) {
  Deno.test(`200 with ${what} is not taken for an answer`, async () => {
    const answer = await ask(() => Promise.resolve(new Response(body)));
    assert.deepEqual(answer, { kind: "unavailable", reason: "the database answered 200" });
  });
}

Deno.test("a database that cannot be reached is unavailable, and its address is not told", async () => {
  const answer = await ask(() => Promise.reject(new TypeError("connect to db.test refused")));
  assert.deepEqual(answer, {
    kind: "unavailable",
    reason: "the database could not be reached",
  });
});

Deno.test("a database that does not answer is given up on", async () => {
  const answer = await ask((_input, init) =>
    new Promise((_resolve, reject) => {
      init!.signal!.addEventListener("abort", () => reject(init!.signal!.reason));
    }), 1);
  assert.deepEqual(answer, { kind: "unavailable", reason: "the database took too long" });
});
