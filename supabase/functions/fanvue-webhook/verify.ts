/**
 * Tell whether a body comes from Fanvue, and is fresh.
 *
 * `X-Fanvue-Signature: t=<unix>,v0=<hex>`, where v0 is the HMAC-SHA256 of `{t}.` and the raw
 * bytes (Fanvue's docs, webhooks/signature-verification). Reads no clock and no environment.
 */

import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** How far Fanvue's clock and ours may be apart, either way, in seconds. */
export const TOLERANCE_SECONDS = 300;

export type Verdict = "valid" | "missing" | "malformed" | "stale" | "mismatch";

interface Signature {
  /** As it stood in the header: these characters were signed, not the number. */
  timestamp: string;
  candidates: Uint8Array[];
}

/** Check a body against every secret: during a rotation the old and the new one are both right. */
export function verify(
  header: string | null,
  body: Uint8Array,
  secrets: readonly string[],
  nowSeconds: number,
): Verdict {
  if (header === null || header.trim() === "") return "missing";
  const signature = parse(header);
  if (signature === null) return "malformed";

  let matches = 0;
  for (const secret of secrets) {
    const expected = createHmac("sha256", secret)
      .update(`${signature.timestamp}.`).update(body).digest();
    // No early exit, so that the time taken does not tell which secret or value came close.
    for (const candidate of signature.candidates) {
      matches += timingSafeEqual(expected, candidate) ? 1 : 0;
    }
  }
  if (matches === 0) return "mismatch";
  return Math.abs(nowSeconds - Number(signature.timestamp)) <= TOLERANCE_SECONDS
    ? "valid"
    : "stale";
}

function parse(header: string): Signature | null {
  const timestamps = new Set<string>();
  const candidates: Uint8Array[] = [];
  for (const part of header.split(",")) {
    const [, key, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    if (key === "t" && value !== undefined) timestamps.add(value);
    // Other schemes may stand beside v0, and so may values that are none.
    if (key === "v0" && value !== undefined && /^[0-9a-f]{64}$/i.test(value)) {
      candidates.push(Buffer.from(value, "hex"));
    }
  }
  const [timestamp] = timestamps;
  if (timestamps.size !== 1 || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) {
    return null;
  }
  return candidates.length > 0 ? { timestamp, candidates } : null;
}
