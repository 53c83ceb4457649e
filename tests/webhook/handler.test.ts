/** What the sender is told, in which order things are checked, and what is logged. */

import assert from "node:assert/strict";
import type { FanpaceEvent } from "../../supabase/functions/fanvue-webhook/event.ts";
import {
  type Dependencies,
  handler,
  type LogLine,
  MAX_BODY_BYTES,
} from "../../supabase/functions/fanvue-webhook/handler.ts";
import type { Answer, Ingest } from "../../supabase/functions/fanvue-webhook/ingest.ts";
import { NOW_SECONDS, SECRET, signed } from "./signing.ts";

const MESSAGE = await Deno.readTextFile(
  new URL("../data/fanvue_events/flat_message_received.json", import.meta.url),
);
const ACCEPTED: Answer = { kind: "answered", status: "accepted", reason: "reply enqueued" };

interface Exchange {
  response: Response;
  body: { status: string; reason: string };
  events: FanpaceEvent[];
  log: LogLine;
}

async function exchange(
  request: Request,
  ingest: Ingest = () => Promise.resolve(ACCEPTED),
  configuration?: Dependencies["configuration"],
): Promise<Exchange> {
  const events: FanpaceEvent[] = [];
  const lines: LogLine[] = [];
  const response = await handler(request, {
    configuration: configuration ?? {
      secrets: [SECRET],
      ingest: (event) => {
        events.push(event);
        return ingest(event);
      },
    },
    now: () => NOW_SECONDS * 1000,
    log: (line) => lines.push(line),
  });
  const [log] = lines;
  assert.ok(log !== undefined && lines.length === 1, "one request, one line");
  assert.equal(log.status, response.status);
  return { response, body: await response.json(), events, log };
}

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://function.test/fanvue-webhook", init);
}

function signedPost(body: string | Uint8Array<ArrayBuffer>, headers = {}): Request {
  return post(body, { "x-fanvue-signature": signed(body), ...headers });
}

/** A body of unknown length that counts how much of it was taken. */
function endless(): { stream: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller): void {
      taken += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
    // Nothing is made ready before it is asked for.
  }, { highWaterMark: 0 });
  return { stream, taken: () => taken };
}

Deno.test("a signed message reaches the database once and is accepted", async () => {
  const { response, body, events, log } = await exchange(signedPost(MESSAGE));
  assert.equal(response.status, 200);
  assert.deepEqual(body, { status: "accepted", reason: "reply enqueued" });
  assert.equal(events.length, 1);
  assert.equal(events[0]?.type, "message.received");
  assert.equal(events[0]?.raw, MESSAGE);
  assert.equal(log.type, "message.received");
  assert.equal(log.event_id, events[0]?.event_id);
});

for (const status of ["duplicate", "ignored"] as const) {
  Deno.test(`${status} is answered 200, so that it is not sent again`, async () => {
    const answer: Answer = { kind: "answered", status, reason: "known" };
    const { response, body } = await exchange(signedPost(MESSAGE), () => Promise.resolve(answer));
    assert.equal(response.status, 200);
    assert.deepEqual(body, { status, reason: "known" });
  });
}

Deno.test("what the database refuses is answered 200 ignored with the reason", async () => {
  const refuse: Ingest = () => Promise.resolve({ kind: "refused", reason: "not an event" });
  const { response, body } = await exchange(signedPost(MESSAGE), refuse);
  assert.equal(response.status, 200);
  assert.deepEqual(body, { status: "ignored", reason: "not an event" });
});

Deno.test("while the database is unavailable Fanvue is asked to send again", async () => {
  const down: Ingest = () => Promise.resolve({ kind: "unavailable", reason: "down" });
  const { response, body, log } = await exchange(signedPost(MESSAGE), down);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("retry-after"), "10");
  assert.deepEqual(body, { status: "unavailable", reason: "down" });
  assert.equal(log.type, "message.received");
});

Deno.test("an exception that nobody foresaw is a 503 that tells nothing", async () => {
  class SecretLeaked extends Error {
    override name = "SecretLeaked";
  }
  const fail: Ingest = () => Promise.reject(new SecretLeaked(`key ${SECRET} at line 3`));
  const { response, body, log } = await exchange(signedPost(MESSAGE), fail);
  assert.equal(response.status, 503);
  assert.deepEqual(body, { status: "unavailable", reason: "unexpected error" });
  assert.equal(log.error, "SecretLeaked");
  assert.ok(!JSON.stringify([body, log]).includes(SECRET));
});

for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
  Deno.test(`${method} is not allowed`, async () => {
    const { response, events } = await exchange(new Request("http://function.test", { method }));
    assert.equal(response.status, 405);
    assert.equal(response.headers.get("allow"), "POST");
    assert.equal(events.length, 0);
  });
}

for (
  const [flaw, headers] of [
    ["missing", {}],
    ["malformed", { "x-fanvue-signature": "nonsense" }],
    ["mismatch", { "x-fanvue-signature": signed(MESSAGE, "wrong") }],
    ["stale", { "x-fanvue-signature": signed(MESSAGE, SECRET, NOW_SECONDS - 301) }],
  ] as const
) {
  Deno.test(`a signature that is ${flaw} is answered 401 and goes no further`, async () => {
    const { response, body, events } = await exchange(post(MESSAGE, headers));
    assert.equal(response.status, 401);
    assert.deepEqual(body, { status: "rejected", reason: `signature ${flaw}` });
    assert.equal(events.length, 0);
  });
}

Deno.test("256 KB are taken, a byte more is not", async () => {
  const most = `{"a":"${"x".repeat(MAX_BODY_BYTES - 8)}"}`;
  assert.equal((await exchange(signedPost(most))).response.status, 200);
  const more = most.replace("x", "xx");
  assert.equal((await exchange(signedPost(more))).response.status, 413);
});

Deno.test("a length that is too big is believed before anything is read", async () => {
  const { stream, taken } = endless();
  const headers = { "content-length": String(MAX_BODY_BYTES + 1) };
  const { response } = await exchange(post(stream, headers));
  assert.equal(response.status, 413);
  assert.equal(taken(), 0);
});

Deno.test("a body without a length, or with a false one, is read no further than the limit", async () => {
  const claims: Record<string, string>[] = [
    {},
    { "content-length": "10" },
    { "content-length": "many" },
  ];
  for (const headers of claims) {
    const { stream, taken } = endless();
    const { response, body } = await exchange(post(stream, headers));
    assert.equal(response.status, 413);
    assert.equal(body.reason, "body over 262144 bytes");
    assert.equal(taken(), MAX_BODY_BYTES + 65_536, "one chunk over the limit");
  }
});

Deno.test("size is checked before the signature, and the signature before the JSON", async () => {
  const big = "x".repeat(MAX_BODY_BYTES + 1);
  assert.equal((await exchange(post(big))).response.status, 413);
  assert.equal((await exchange(post("no json"))).response.status, 401);
  assert.equal((await exchange(signedPost("no json"))).response.status, 400);
});

for (const body of ["", "{", "null", "5", '"text"', "[]", "[{}]", '{"a":1}}', "\0"]) {
  Deno.test(`${JSON.stringify(body)} is no JSON object`, async () => {
    const { response, events } = await exchange(signedPost(body));
    assert.equal(response.status, 400);
    assert.equal(events.length, 0);
  });
}

Deno.test("100,000 brackets are answered, not crashed on", async () => {
  const deep = 100_000;
  const brackets = "[".repeat(deep);
  assert.equal((await exchange(signedPost(brackets))).response.status, 400);
  const closed = `{"data":${brackets}${"]".repeat(deep)}}`;
  const { response, events } = await exchange(signedPost(closed));
  assert.equal(response.status, 200);
  assert.equal(events[0]?.type, "unrecognised");
  assert.equal(events[0]?.raw, closed);
});

Deno.test("a byte order mark and bytes that are no UTF-8 do not lose a message", async () => {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...encoder.encode(MESSAGE)]);
  const where = 3 + encoder.encode(MESSAGE.slice(0, MESSAGE.indexOf("hey"))).length;
  bytes[where] = 0xff;
  const { events } = await exchange(signedPost(bytes));
  assert.equal(events[0]?.message?.text, "\ufffdey, how was your day? 🌙");
});

Deno.test("without configuration the log names the variables and the answer does not", async () => {
  const missing = ["FANVUE_WEBHOOK_SECRETS", "SUPABASE_URL"];
  const { response, body, log } = await exchange(signedPost(MESSAGE), undefined, { missing });
  assert.equal(response.status, 503);
  assert.deepEqual(body, { status: "unavailable", reason: "not configured" });
  assert.equal(log.error, "missing FANVUE_WEBHOOK_SECRETS, SUPABASE_URL");
});

Deno.test("log lines hold neither texts nor secrets", async () => {
  const { log } = await exchange(signedPost(MESSAGE));
  assert.deepEqual(Object.keys(log).sort(), [
    "duration_ms",
    "event_id",
    "outcome",
    "reason",
    "status",
    "type",
  ]);
  const line = JSON.stringify(log);
  assert.ok(!line.includes("how was your day") && !line.includes("test-user"));
  assert.ok(!line.includes(SECRET));
});

Deno.test("the topic header decides where the body leaves it open", async () => {
  const tip = await Deno.readTextFile(
    new URL("../data/fanvue_events/flat_tip_new.json", import.meta.url),
  );
  const named = await exchange(signedPost(tip, { "x-fanvue-topic": "tip.new" }));
  assert.equal(named.events[0]?.payment?.kind, "tip");
  const unnamed = await exchange(signedPost(tip));
  assert.equal(unnamed.events[0]?.payment?.kind, "subscription");
});
