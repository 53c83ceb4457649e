/**
 * Read the `creator.*` family: `{"id", "type", "timestamp", "data": {...}}` in snake case.
 *
 * The shapes of `data` are known from other projects' parsers, not from samples of Fanvue's, so
 * whatever is in doubt is looked for in more than one place. Family and event id are
 * `translate.ts`'s.
 */

import type { Message, Payment, PaymentKind, Person, Reading } from "./event.ts";
import * as fields from "./fields.ts";
import type { Json } from "./fields.ts";

// Types that are not listed pass through under Fanvue's own name, renewals among them: their
// money comes as a payment of its own.
const TYPES: ReadonlyMap<string, string> = new Map([
  ["creator.message.received", "message.received"],
  ["creator.message.sent", "message.sent"],
  ["creator.message.deleted", "message.deleted"],
  ["creator.message.read", "message.read"],
  ["creator.payment.succeeded", "payment.succeeded"],
  ["creator.refund.created", "refund.created"],
  ["creator.dispute.created", "dispute.created"],
  ["creator.subscription.activated", "subscription.activated"],
  ["creator.subscription.deactivated", "subscription.ended"],
  ["creator.follow.created", "follow.created"],
]);

const BIRTHS: ReadonlySet<string> = new Set([
  "message.received",
  "message.sent",
  "payment.succeeded",
  "refund.created",
  "dispute.created",
]);

/** Read an envelope; `topic` is the header's hint for one without a type. */
export function readEnvelope(body: Json, topic: string | null): Reading | null {
  const original = fields.identifier(body.type) ?? topic;
  if (original === null) return null;
  const type = TYPES.get(original) ?? original;
  const data = fields.record(body.data) ?? {};

  const reading: Reading = {
    type,
    event_id: fields.identifier(body.id),
    occurred_at: occurredAt(type, body, data),
    creator_uuid: fields.uuid(fields.record(data.creator)?.uuid) ?? fields.uuid(data.creator_uuid),
    fan: findFan(data),
  };
  const message = type.startsWith("message.") ? readMessage(data) : null;
  const payment = readPayment(type, data, reading.event_id);
  return { ...reading, ...(message && { message }), ...(payment && { payment }) };
}

/** What is new happened when its resource came into being; what ends or changes, when it is told. */
function occurredAt(type: string, body: Json, data: Json): string | null {
  const toldAt = fields.timestamp(body.timestamp);
  if (!BIRTHS.has(type)) return toldAt;
  return fields.timestamp(data.paid_at) ?? fields.timestamp(data.created_at) ?? toldAt;
}

function findFan(data: Json): Person | null {
  const payment = fields.record(data.payment);
  const places = [
    data.fan,
    data.purchaser,
    data.follower,
    data.subscriber,
    payment?.purchaser,
    payment?.fan,
  ];
  for (const place of places) {
    const fan = fields.person(place);
    if (fan !== null) return fan;
  }
  return null;
}

function readMessage(data: Json): Message | null {
  const inner = fields.record(data.message) ?? {};
  const uuid = fields.uuid(data.uuid) ?? fields.uuid(data.message_uuid) ?? fields.uuid(inner.uuid);
  if (uuid === null) return null;

  const text = fields.text(data.text) ?? fields.text(inner.text);
  const carried = text !== null || data.text === null || inner.text === null;
  const hasMedia = fields.media(data.has_media, data.media_uuids);
  const price = fields.cents(data.price);
  const automated = isAutomated(data);
  return {
    uuid,
    ...(carried && { text }),
    ...(hasMedia !== null && { has_media: hasMedia }),
    ...(price !== null && { price_cents: price }),
    ...(automated !== null && { is_automated: automated }),
  };
}

/** Say whether a machine of Fanvue's wrote it, or null where neither flag nor type tells. */
function isAutomated(data: Json): boolean | null {
  const kind = fields.identifier(data.type) ?? fields.identifier(data.message_type);
  // Fanvue may well hold that a creator writes a broadcast by hand; no fan is written to by it.
  if (data.is_automated === true || (kind !== null && fields.automated(kind))) return true;
  return data.is_automated === false || kind !== null ? false : null;
}

function readPayment(type: string, data: Json, eventId: string | null): Payment | null {
  const kind = kindOf(type, data);
  const id = fields.identifier(data.id) ?? fields.identifier(data.uuid) ?? eventId;
  // Payments have `gross`; refunds and disputes an `amount`, which some report below zero.
  const amount = fields.magnitude(data.gross) ?? fields.magnitude(data.amount);
  if (kind === null || id === null || amount === null) return null;

  const currency = fields.currency(data.currency);
  const messageUuid = fields.uuid(data.message_uuid) ??
    fields.uuid(fields.record(data.payment)?.message_uuid);
  return {
    id,
    kind,
    amount_cents: amount,
    ...(currency !== null && { currency }),
    ...(messageUuid !== null && { message_uuid: messageUuid }),
  };
}

function kindOf(type: string, data: Json): PaymentKind | null {
  if (type === "refund.created") return "refund";
  if (type === "dispute.created") return "dispute";
  if (type !== "payment.succeeded") return null;
  const source = fields.identifier(data.source)?.toLowerCase() ?? "";
  if (source.includes("tip")) return "tip";
  const subscribes = source.includes("subscription") || source.includes("renewal") ||
    fields.record(data.subscription) !== null;
  return subscribes ? "subscription" : "payment";
}
