/**
 * Read the older family: flat bodies in camel case that name neither their id nor their topic.
 *
 * The topic comes from the `x-fanvue-topic` header where Fanvue sends it, else from the body's
 * shape. Message, read and subscription bodies are documented; purchases, tips and followers are
 * not. Whether what was read is enough is `translate.ts`'s to say.
 */

import type { Message, Payment, PaymentKind, Person, Reading } from "./event.ts";
import * as fields from "./fields.ts";
import type { Json } from "./fields.ts";

type Reader = (body: Json) => Reading;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ["message.received", readReceived],
  ["message.sent", readSent],
  ["message.deleted", readDeleted],
  ["message.read", readRead],
  ["follow.new", readFollow],
  ["follow.created", readFollow],
  ["subscription.new", readSubscription],
  ["subscription.created", readSubscription],
  ["subscription.activated", readSubscription],
  // Flat renewals bring their own price, and no other event reports it.
  ["subscription.renewed", (body) => readMoney(body, "subscription")],
  ["subscription.cancelled", readSubscriptionEnd],
  ["subscription.canceled", readSubscriptionEnd],
  ["subscription.expired", readSubscriptionEnd],
  ["subscription.ended", readSubscriptionEnd],
  ["purchase.new", (body) => readMoney(body, "payment")],
  ["purchase.created", (body) => readMoney(body, "payment")],
  ["tip.new", (body) => readMoney(body, "tip")],
  ["tip.created", (body) => readMoney(body, "tip")],
]);

/** Read a flat body, or answer null where neither header nor shape says what it is. */
export function readFlat(body: Json, topic: string | null): Reading | null {
  const named = topic !== null && fits(topic, body) ? topic : null;
  const reader = READERS.get(named?.replace(/^creator\./, "") ?? topicByShape(body));
  if (reader !== undefined) return reader(body);
  return named === null ? null : { type: named, event_id: null, ...parties(body) };
}

/** The header is not signed, the body is: what a body plainly says, no header can unsay. */
function fits(topic: string, body: Json): boolean {
  if ("readMessagesCount" in body) return topic.endsWith("message.read");
  if (fields.record(body.message) === null) return true;
  // A message may also be what was bought or tipped for, but then there is a price beside it.
  const sold = fields.cents(body.price) !== null && /^(creator\.)?(purchase|tip)\./.test(topic);
  return sold || (/^(creator\.)?message\./.test(topic) && !topic.endsWith(".read"));
}

/** Guess the topic from the fields that only this topic has. */
function topicByShape(body: Json): string {
  if ("readMessagesCount" in body) return "message.read";
  if (fields.record(body.message) !== null) return "message.received";
  if ("follower" in body) return "follow.new";
  if ("tip" in body || "tipUuid" in body) return "tip.new";
  if (fields.magnitude(body.price) !== null) {
    const bought = ["messageUuid", "postUuid", "mediaUuids", "purchaseUuid", "orderUuid"];
    // Alone with sender and recipient, a price is the documented New Subscriber.
    return bought.some((field) => field in body) ? "purchase.new" : "subscription.new";
  }
  return fields.uuid(body.messageUuid) !== null ? "message.received" : "";
}

/** Find the two sides where the fan is the one who acted. */
function parties(body: Json): Pick<Reading, "occurred_at" | "creator_uuid" | "fan"> {
  return {
    occurred_at: fields.timestamp(body.timestamp),
    creator_uuid: fields.uuid(body.recipientUuid),
    fan: fields.person(body.sender) ?? fields.person(body.follower) ?? bare(body.counterpartUuid),
  };
}

function bare(value: unknown): Person | null {
  const uuid = fields.uuid(value);
  return uuid === null ? null : { uuid };
}

function readReceived(body: Json): Reading {
  const message = readMessage(body);
  const sentAt = fields.timestamp(fields.record(body.message)?.createdAt);
  const sides = parties(body);
  return {
    type: "message.received",
    event_id: message && `message.received:${message.uuid}`,
    ...sides,
    occurred_at: sentAt ?? sides.occurred_at,
    ...(message && { message }),
  };
}

function readSent(body: Json): Reading {
  const sender = fields.person(body.sender);
  const reading = readReceived(body);
  return {
    ...reading,
    type: "message.sent",
    event_id: reading.message ? `message.sent:${reading.message.uuid}` : null,
    // Here the creator is the sender. A counterpart, where there is one, is always the fan.
    creator_uuid: sender?.uuid ?? reading.creator_uuid,
    fan: bare(body.counterpartUuid) ?? bare(body.recipientUuid),
  };
}

function readDeleted(body: Json): Reading {
  const reading = readReceived(body);
  const eventId = reading.message ? `message.deleted:${reading.message.uuid}` : null;
  return { ...reading, type: "message.deleted", event_id: eventId };
}

function readRead(body: Json): Reading {
  const sides = parties(body);
  return { type: "message.read", event_id: derivedId("message.read", sides), ...sides };
}

function readFollow(body: Json): Reading {
  const sides = parties(body);
  return { type: "follow.created", event_id: derivedId("follow", sides), ...sides };
}

function readSubscription(body: Json): Reading {
  const reading = readMoney(body, "subscription");
  return { ...reading, type: "subscription.activated" };
}

function readSubscriptionEnd(body: Json): Reading {
  const sides = parties(body);
  return { type: "subscription.ended", event_id: derivedId("subscription.ended", sides), ...sides };
}

function readMoney(body: Json, kind: PaymentKind): Reading {
  const sides = parties(body);
  const id = derivedId(kind === "payment" ? "purchase" : kind, sides);
  const payment = readPayment(body, kind, id);
  return { type: "payment.succeeded", event_id: id, ...sides, ...(payment && { payment }) };
}

function readPayment(body: Json, kind: PaymentKind, id: string | null): Payment | null {
  const tip = fields.record(body.tip);
  const amount = fields.cents(body.price) ?? fields.cents(body.amount) ??
    fields.cents(tip?.price) ??
    fields.cents(tip?.amount);
  if (amount === null || id === null) return null;
  const currency = fields.currency(body.currency);
  const messageUuid = fields.uuid(body.messageUuid);
  return {
    id,
    kind,
    amount_cents: amount,
    ...(currency !== null && { currency }),
    ...(messageUuid !== null && { message_uuid: messageUuid }),
  };
}

function readMessage(body: Json): Message | null {
  const inner = fields.record(body.message) ?? {};
  const uuid = fields.uuid(body.messageUuid) ?? fields.uuid(inner.uuid);
  if (uuid === null) return null;
  const text = fields.text(inner.text);
  const hasMedia = fields.media(inner.hasMedia, inner.mediaUuids);
  const price = fields.cents(inner.price);
  const kind = fields.identifier(inner.type);
  return {
    uuid,
    ...((text !== null || inner.text === null) && { text }),
    ...(hasMedia !== null && { has_media: hasMedia }),
    ...(price !== null && { price_cents: price }),
    ...(kind !== null && { is_automated: fields.automated(kind) }),
  };
}

/** Two deliveries of one event carry the same moment; without one there is nothing to go by. */
function derivedId(
  topic: string,
  { creator_uuid, fan, occurred_at }: Pick<Reading, "occurred_at" | "creator_uuid" | "fan">,
): string | null {
  if (creator_uuid === null || fan === null || occurred_at === null) return null;
  return `${topic}:${creator_uuid}:${fan.uuid}:${occurred_at}`;
}
