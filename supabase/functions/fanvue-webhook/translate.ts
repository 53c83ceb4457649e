/**
 * Turn the body of a webhook into one event of our vocabulary.
 *
 * Decides which of Fanvue's two families a body belongs to, whether it holds what its type needs,
 * and by what id it is deduplicated. A body that lacks its essentials is not an error: it becomes
 * an `unrecognised` event, which the database keeps.
 */

import { createHash } from "node:crypto";
import { type Family, type FanpaceEvent, type Reading, UNRECOGNISED } from "./event.ts";
import * as fields from "./fields.ts";
import type { Json } from "./fields.ts";
import { readEnvelope } from "./translate_envelope.ts";
import { readFlat } from "./translate_flat.ts";

// Everything about a fan needs both sides; what else is essential, by type.
const ESSENTIALS: ReadonlyMap<string, readonly ("message" | "payment")[]> = new Map([
  ["message.received", ["message"]],
  ["message.sent", ["message"]],
  ["message.deleted", ["message"]],
  ["message.read", []],
  ["payment.succeeded", ["payment"]],
  ["refund.created", ["payment"]],
  ["dispute.created", ["payment"]],
  ["subscription.activated", []],
  ["subscription.ended", []],
  ["follow.created", []],
]);

/** Translate a parsed body. `raw` is its text as it came, `topic` the header that may name it. */
export function translate(body: Json, raw: string, topic: string | null): FanpaceEvent {
  const family = familyOf(body);
  const hint = fields.identifier(topic);
  const reading = family === "envelope" ? readEnvelope(body, hint) : readFlat(body, hint);
  const kept = { family, raw: fields.clean(raw) };
  if (reading === null || !isComplete(reading)) {
    return {
      event_id: `${UNRECOGNISED}:${sha256(raw)}`,
      type: UNRECOGNISED,
      occurred_at: reading?.occurred_at ?? null,
      creator_uuid: reading?.creator_uuid ?? null,
      fan: reading?.fan ?? null,
      ...kept,
    };
  }
  return { ...reading, event_id: reading.event_id ?? fallbackId(reading, raw), ...kept };
}

/** A flat body names its recipient at the top; an envelope has all but id and type in `data`. */
function familyOf(body: Json): Family {
  const wrapped = fields.record(body.data) !== null || typeof body.type === "string";
  return wrapped && !("recipientUuid" in body) ? "envelope" : "flat";
}

function isComplete(reading: Reading): boolean {
  const essentials = ESSENTIALS.get(reading.type);
  if (essentials === undefined) return true;
  return reading.creator_uuid !== null && reading.fan !== null &&
    essentials.every((field) => reading[field] !== undefined);
}

/** Name an event that brought no id by what is in it, so that a second delivery meets the first. */
function fallbackId(reading: Reading, raw: string): string {
  if (reading.message !== undefined) return `${reading.type}:${reading.message.uuid}`;
  return `${reading.type.slice(0, 100)}:${sha256(raw)}`;
}

function sha256(raw: string): string {
  return createHash("sha256").update(raw).digest("hex");
}
