/**
 * Read single fields out of JSON that someone else wrote.
 *
 * Every reader answers null for a field that is absent, of the wrong type or out of range, and
 * returns nothing that Postgres would refuse. Which fields there are is the translators'.
 */

import type { Person } from "./event.ts";

export type Json = Record<string, unknown>;

// Fanvue's limit for a message is 5,000; the rest is room for that to change.
const MAX_TEXT = 20_000;
const MAX_NAME = 200;
// An event id is the key of a btree index, whose rows end at 2,704 bytes.
const MAX_ID = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Narrow to a JSON object; arrays are none. */
export function record(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as Json
    : null;
}

/** Make a string that a text column can hold: no NUL, no lone surrogate. */
export function clean(value: string): string {
  return value.replaceAll("\0", "").toWellFormed();
}

/** Read a text of any kind, cut to what a message can be. */
export function text(value: unknown): string | null {
  return typeof value === "string" ? cut(clean(value), MAX_TEXT) : null;
}

/** Read a name that is shown: cut where it is over-long, null where it is empty. */
export function name(value: unknown): string | null {
  return typeof value === "string" ? cut(clean(value), MAX_NAME).trim() || null : null;
}

/** Read an identifier of unknown form. An over-long one is refused: cut, it might meet another. */
export function identifier(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const cleaned = clean(value).trim();
  return cleaned !== "" && cleaned.length <= MAX_ID ? cleaned : null;
}

export function uuid(value: unknown): string | null {
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : null;
}

/** Read an amount in minor units. */
export function cents(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? value as number : null;
}

/** Read an amount whose sign does not matter, since the kind of event says which way it went. */
export function magnitude(value: unknown): number | null {
  return cents(typeof value === "number" ? Math.abs(value) : value);
}

export function currency(value: unknown): string | null {
  return typeof value === "string" && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : null;
}

/** Read an ISO timestamp with a zone, in UTC. Postgres knows no year 0 and ISO none above 9999. */
export function timestamp(value: unknown): string | null {
  if (typeof value !== "string" || !TIMESTAMP.test(value)) return null;
  const moment = new Date(value);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment.toISOString() : null;
}

/** Read a person of either family: their names are spelt in camel case or in snake case. */
export function person(value: unknown): Person | null {
  const fields = record(value);
  const id = uuid(fields?.uuid);
  if (fields === null || id === null) return null;
  const handle = name(fields.handle);
  const displayName = name(fields.display_name) ?? name(fields.displayName);
  return {
    uuid: id,
    ...(handle !== null && { handle }),
    ...(displayName !== null && { display_name: displayName }),
  };
}

/** Say whether a message carries media, or null where the body does not tell. */
export function media(flag: unknown, uuids: unknown): boolean | null {
  if (Array.isArray(uuids) && uuids.length > 0) return true;
  if (typeof flag === "boolean") return flag;
  return Array.isArray(uuids) ? false : null;
}

/** Say whether a message of this type goes out by rule or to many at once, not to one fan. */
export function automated(type: string): boolean {
  return type.startsWith("AUTOMATED_") || type === "BROADCAST" || type === "GHOST_PROMOTION";
}

function cut(value: string, length: number): string {
  // A cut through a surrogate pair leaves half of it, which no text column takes.
  const half = /[\uD800-\uDBFF]$/;
  return value.length > length ? value.slice(0, length).replace(half, "") : value;
}
