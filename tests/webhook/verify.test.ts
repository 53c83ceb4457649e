/** Which signatures are good. */

import assert from "node:assert/strict";
import { verify } from "../../supabase/functions/fanvue-webhook/verify.ts";
import { digest, NOW_SECONDS, SECRET, signed } from "./signing.ts";

const BODY = new TextEncoder().encode('{"text":"héllo"}');

function judge(
  header: string | null,
  { secrets = [SECRET], now = NOW_SECONDS, body = BODY } = {},
): string {
  return verify(header, body, secrets, now);
}

Deno.test("a signature that another implementation computed is valid", () => {
  // Python: hmac.new(b"topsecret", b"1700000000." + body, hashlib.sha256).hexdigest()
  const v0 = "1e613d03bc86b8b878fcb81fc0ec71481a096e958478e758e1b167ae224f6584";
  const secrets = ["topsecret"];
  assert.equal(judge(`t=1700000000,v0=${v0}`, { secrets, now: 1_700_000_000 }), "valid");
  assert.equal(judge(`t=1700000001,v0=${v0}`, { secrets, now: 1_700_000_001 }), "mismatch");
});

Deno.test("one changed byte of the body is a mismatch", () => {
  const changed = BODY.slice();
  changed[3] = changed[3]! ^ 1;
  assert.equal(judge(signed(BODY)), "valid");
  assert.equal(judge(signed(BODY), { body: changed }), "mismatch");
});

Deno.test("during a rotation either secret is valid, and a third is not", () => {
  const secrets = ["whsec_next", SECRET];
  assert.equal(judge(signed(BODY, "whsec_next"), { secrets }), "valid");
  assert.equal(judge(signed(BODY, SECRET), { secrets }), "valid");
  assert.equal(judge(signed(BODY, "whsec_former"), { secrets }), "mismatch");
});

Deno.test("one right v0 among several is enough", () => {
  const wrong = "0".repeat(64);
  const right = digest(BODY);
  assert.equal(judge(`t=${NOW_SECONDS},v0=${wrong},v0=${right}`), "valid");
  assert.equal(judge(`t=${NOW_SECONDS},v0=${right},v0=${wrong}`), "valid");
  assert.equal(judge(`t=${NOW_SECONDS},v0=${wrong},v0=${wrong}`), "mismatch");
});

Deno.test("unknown schemes, spaces and capitals beside the signature do no harm", () => {
  const v0 = digest(BODY).toUpperCase();
  assert.equal(judge(` t = ${NOW_SECONDS} , v1=abc, v0=short, v0 = ${v0} `), "valid");
});

Deno.test("five minutes are fresh in both directions, a second more is stale", () => {
  const header = signed(BODY);
  assert.equal(judge(header, { now: NOW_SECONDS + 300 }), "valid");
  assert.equal(judge(header, { now: NOW_SECONDS - 300 }), "valid");
  assert.equal(judge(header, { now: NOW_SECONDS + 301 }), "stale");
  assert.equal(judge(header, { now: NOW_SECONDS - 301 }), "stale");
});

Deno.test("a wrong signature is a mismatch however old it is", () => {
  assert.equal(judge(signed(BODY, "wrong"), { now: NOW_SECONDS + 900 }), "mismatch");
});

Deno.test("the timestamp is signed as it stood in the header", () => {
  const t = `0${NOW_SECONDS}`;
  assert.equal(judge(signed(BODY, SECRET, t)), "valid");
  assert.equal(judge(`t=${t},v0=${digest(BODY)}`), "mismatch");
});

Deno.test("no header at all is missing", () => {
  assert.equal(judge(null), "missing");
  assert.equal(judge("  "), "missing");
});

Deno.test("without any secret nothing is valid", () => {
  assert.equal(judge(signed(BODY, ""), { secrets: [] }), "mismatch");
});

for (
  const [flaw, header] of [
    ["no timestamp", `v0=${digest(BODY)}`],
    ["no signature", `t=${NOW_SECONDS}`],
    ["two timestamps", `t=${NOW_SECONDS},t=${NOW_SECONDS + 1},v0=${digest(BODY)}`],
    ["a negative timestamp", signed(BODY, SECRET, "-5")],
    ["a timestamp that is no number", signed(BODY, SECRET, "Infinity")],
    ["an empty timestamp", signed(BODY, SECRET, "")],
    ["a signature that is too short", `t=${NOW_SECONDS},v0=${digest(BODY).slice(2)}`],
    ["a signature that is not hexadecimal", `t=${NOW_SECONDS},v0=${"z".repeat(64)}`],
    ["something else", "Bearer abc"],
  ] as const
) {
  Deno.test(`a header with ${flaw} is malformed`, () => {
    assert.equal(judge(header), "malformed");
  });
}
