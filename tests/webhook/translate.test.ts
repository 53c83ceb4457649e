/** What becomes of every body in tests/data/fanvue_events, and of those that are in doubt. */

import assert from "node:assert/strict";
import type { FanpaceEvent } from "../../supabase/functions/fanvue-webhook/event.ts";
import { translate } from "../../supabase/functions/fanvue-webhook/translate.ts";
import { type Body, body, names, raw } from "./fixtures.ts";

const CREATOR = "f4b2a184-2b4a-4a04-9b70-3c0e0a1caa12";
const FAN = "5939ae62-3eb5-4433-954f-f78c7b4282f3";
const MESSAGE = "0b9c7e9a-63e6-4f0e-9d0b-5f1a3c7d2e10";
const NAMED = { uuid: FAN, handle: "test-user", display_name: "Test User" };
const TEXT = "hey, how was your day? 🌙";

function read(body: Body, topic: string | null = null): FanpaceEvent {
  return translate(body, JSON.stringify(body), topic);
}

/** Translate a fixture after a change. */
function changed(
  name: string,
  change: (body: Body) => void,
  topic: string | null = null,
): FanpaceEvent {
  const altered = body(name);
  change(altered);
  return read(altered, topic);
}

const BOTH = { creator_uuid: CREATOR, fan: NAMED };
const SAID = { uuid: MESSAGE, text: TEXT };
const PAID = {
  id: "pay_1",
  kind: "payment",
  amount_cents: 1500,
  currency: "USD",
  message_uuid: MESSAGE,
};
const FLAT_AT = "2026-11-06T10:32:50.529Z";
// When Fanvue told of it, beside when it was written.
const TOLD_AT = "2026-11-06T10:32:50.600Z";
const ENVELOPE_AT = "2026-11-06T10:32:50.100Z";

// For each fixture: the header that came with it, and the event without family and raw.
const EXPECTED: Record<string, { topic?: string; event: Body }> = {
  flat_message_received: {
    event: {
      type: "message.received",
      event_id: `message.received:${MESSAGE}`,
      occurred_at: "2026-11-06T10:32:50.100Z",
      ...BOTH,
      message: { ...SAID, has_media: false },
    },
  },
  flat_message_received_media: {
    event: {
      type: "message.received",
      event_id: `message.received:${MESSAGE}`,
      occurred_at: "2026-11-06T10:32:50.100Z",
      ...BOTH,
      message: { uuid: MESSAGE, text: null, has_media: true },
    },
  },
  flat_message_read: {
    event: {
      type: "message.read",
      event_id: `message.read:${CREATOR}:${FAN}:2025-11-06T10:32:52.000Z`,
      occurred_at: "2025-11-06T10:32:52.000Z",
      creator_uuid: CREATOR,
      fan: { uuid: FAN },
    },
  },
  flat_subscription_new: {
    event: {
      type: "subscription.activated",
      event_id: `subscription:${CREATOR}:${FAN}:2025-11-06T10:32:50.529Z`,
      occurred_at: "2025-11-06T10:32:50.529Z",
      ...BOTH,
      payment: {
        id: `subscription:${CREATOR}:${FAN}:2025-11-06T10:32:50.529Z`,
        kind: "subscription",
        amount_cents: 1299,
      },
    },
  },
  flat_purchase_new: {
    event: {
      type: "payment.succeeded",
      event_id: `purchase:${CREATOR}:${FAN}:${FLAT_AT}`,
      occurred_at: FLAT_AT,
      ...BOTH,
      payment: {
        id: `purchase:${CREATOR}:${FAN}:${FLAT_AT}`,
        kind: "payment",
        amount_cents: 1500,
        message_uuid: MESSAGE,
      },
    },
  },
  flat_tip_new: {
    topic: "tip.new",
    event: {
      type: "payment.succeeded",
      event_id: `tip:${CREATOR}:${FAN}:${FLAT_AT}`,
      occurred_at: FLAT_AT,
      ...BOTH,
      payment: { id: `tip:${CREATOR}:${FAN}:${FLAT_AT}`, kind: "tip", amount_cents: 2000 },
    },
  },
  flat_follow_new: {
    topic: "follow.new",
    event: {
      type: "follow.created",
      event_id: `follow:${CREATOR}:${FAN}:${FLAT_AT}`,
      occurred_at: FLAT_AT,
      ...BOTH,
    },
  },
  envelope_message_received: {
    event: {
      type: "message.received",
      event_id: "evt_message_1",
      occurred_at: ENVELOPE_AT,
      ...BOTH,
      message: { ...SAID, is_automated: false },
    },
  },
  envelope_message_received_metadata_only: {
    event: {
      type: "message.received",
      event_id: "evt_message_2",
      occurred_at: ENVELOPE_AT,
      ...BOTH,
      message: { uuid: MESSAGE, is_automated: false },
    },
  },
  envelope_message_sent: {
    event: {
      type: "message.sent",
      event_id: "evt_message_3",
      occurred_at: ENVELOPE_AT,
      ...BOTH,
      message: { uuid: MESSAGE, text: "it's me, really", is_automated: false },
    },
  },
  envelope_message_sent_automated: {
    event: {
      type: "message.sent",
      event_id: "evt_message_4",
      occurred_at: ENVELOPE_AT,
      ...BOTH,
      message: { uuid: MESSAGE, text: "welcome!", is_automated: true },
    },
  },
  envelope_message_deleted: {
    event: {
      type: "message.deleted",
      event_id: "evt_message_5",
      occurred_at: TOLD_AT,
      ...BOTH,
      message: { uuid: MESSAGE, is_automated: false },
    },
  },
  envelope_message_read: {
    event: {
      type: "message.read",
      event_id: "evt_message_6",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_message_reaction: {
    event: {
      type: "creator.message.reaction",
      event_id: "evt_message_7",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_follow_created: {
    event: {
      type: "follow.created",
      event_id: "evt_follow_1",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_subscription_activated: {
    event: {
      type: "subscription.activated",
      event_id: "evt_subscription_1",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_subscription_renewed: {
    event: {
      type: "creator.subscription.renewed",
      event_id: "evt_subscription_2",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_subscription_deactivated: {
    event: {
      type: "subscription.ended",
      event_id: "evt_subscription_3",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  envelope_payment_succeeded: {
    event: {
      type: "payment.succeeded",
      event_id: "evt_payment_1",
      occurred_at: "2026-11-06T10:32:49.000Z",
      ...BOTH,
      payment: PAID,
    },
  },
  envelope_payment_succeeded_by_fan: {
    event: {
      type: "payment.succeeded",
      event_id: "evt_payment_2",
      occurred_at: "2026-11-06T10:32:49.000Z",
      ...BOTH,
      payment: PAID,
    },
  },
  envelope_payment_succeeded_tip: {
    event: {
      type: "payment.succeeded",
      event_id: "evt_payment_3",
      occurred_at: "2026-11-06T10:32:49.000Z",
      ...BOTH,
      payment: { id: "pay_3", kind: "tip", amount_cents: 2000, currency: "USD" },
    },
  },
  envelope_payment_succeeded_subscription: {
    event: {
      type: "payment.succeeded",
      event_id: "evt_payment_4",
      occurred_at: "2026-11-06T10:32:49.000Z",
      ...BOTH,
      payment: { id: "pay_4", kind: "subscription", amount_cents: 1299, currency: "USD" },
    },
  },
  envelope_refund_created: {
    event: {
      type: "refund.created",
      event_id: "evt_refund_1",
      occurred_at: "2026-11-07T09:00:00.000Z",
      ...BOTH,
      payment: { id: "ref_1", kind: "refund", amount_cents: 1500, currency: "USD" },
    },
  },
  envelope_dispute_created: {
    event: {
      type: "dispute.created",
      event_id: "evt_dispute_1",
      occurred_at: "2026-11-08T09:00:00.000Z",
      ...BOTH,
      payment: { id: "dis_1", kind: "dispute", amount_cents: 1500, currency: "USD" },
    },
  },
  envelope_fan_presence_changed: {
    event: {
      type: "creator.fan.presence_changed",
      event_id: "evt_presence_1",
      occurred_at: TOLD_AT,
      ...BOTH,
    },
  },
  // Not a creator's payment: it keeps its own name and books nothing.
  envelope_app_payment: {
    event: {
      type: "app.payment.succeeded",
      event_id: "<event id>",
      occurred_at: "2026-06-17T13:12:45.123Z",
      creator_uuid: null,
      fan: null,
    },
  },
};

Deno.test("every body in tests/data/fanvue_events has its translation here", () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), names());
});

for (const [name, { topic, event }] of Object.entries(EXPECTED)) {
  Deno.test(`${name} is translated`, () => {
    const family = name.split("_")[0];
    const text = raw(name);
    assert.deepEqual(translate(JSON.parse(text), text, topic ?? null), {
      ...event,
      family,
      raw: text,
    });
  });
}

Deno.test("uuids are lower case, whatever Fanvue writes", () => {
  const event = changed("flat_message_received", (body) => {
    body.messageUuid = body.messageUuid.toUpperCase();
    body.recipientUuid = body.recipientUuid.toUpperCase();
    body.sender.uuid = body.sender.uuid.toUpperCase();
  });
  assert.equal(event.event_id, `message.received:${MESSAGE}`);
  assert.equal(event.creator_uuid, CREATOR);
  assert.equal(event.fan?.uuid, FAN);
});

Deno.test("both families name one message by the same uuid", () => {
  const flat = read(body("flat_message_received"));
  const envelope = read(body("envelope_message_received"));
  assert.equal(flat.message?.uuid, envelope.message?.uuid);
});

Deno.test("the type decides, whoever the message says sent it", () => {
  const event = changed("envelope_message_received", (body) => body.data.sender = "creator");
  assert.equal(event.type, "message.received");
});

for (const type of ["BROADCAST", "GHOST_PROMOTION"]) {
  Deno.test(`a message of type ${type} is nobody's own, whatever the flag says`, () => {
    const event = changed("envelope_message_sent", (body) => body.data.type = type);
    assert.equal(event.message?.is_automated, true);
  });
}

Deno.test("a message of type AUTOMATED_* is automated without the flag", () => {
  const event = changed("envelope_message_sent", (body) => {
    delete body.data.is_automated;
    body.data.type = "AUTOMATED_WELCOME_MESSAGE";
  });
  assert.equal(event.message?.is_automated, true);
});

Deno.test("where neither flag nor type tells, the event does not say who wrote it", () => {
  const event = changed("envelope_message_sent", (body) => delete body.data.is_automated);
  assert.ok(event.message !== undefined && !("is_automated" in event.message));
});

Deno.test("a text of the wrong type was not carried, so that it is fetched", () => {
  const event = changed("flat_message_received", (body) => body.message.text = 42);
  assert.equal(event.type, "message.received");
  assert.ok(event.message !== undefined && !("text" in event.message));
});

Deno.test("a message that is nothing but its uuid is received all the same", () => {
  const event = changed("flat_message_received", (body) => delete body.message);
  assert.equal(event.type, "message.received");
  assert.deepEqual(event.message, { uuid: MESSAGE });
});

Deno.test("an envelope that lost its id is known by its message", () => {
  const event = changed("envelope_message_received", (body) => delete body.id);
  assert.equal(event.event_id, `message.received:${MESSAGE}`);
});

Deno.test("an envelope id too long for an index is replaced, not cut", () => {
  const event = changed("envelope_message_read", (body) => body.id = "x".repeat(201));
  assert.match(event.event_id, /^message\.read:[0-9a-f]{64}$/);
  const kept = changed("envelope_message_read", (body) => body.id = "x".repeat(200));
  assert.equal(kept.event_id, "x".repeat(200));
});

// deno-fmt-ignore -- one case a line
const INCOMPLETE: [string, string, (body: Body) => void][] = [
  ["envelope_message_received", "creator", (body) => delete body.data.creator],
  ["envelope_message_received", "fan", (body) => delete body.data.fan],
  ["envelope_message_received", "message uuid", (body) => delete body.data.uuid],
  ["envelope_message_received", "data", (body) => delete body.data],
  ["envelope_message_received", "well-formed fan uuid", (body) => body.data.fan.uuid = "sim:f"],
  ["envelope_payment_succeeded", "amount", (body) => delete body.data.gross],
  ["envelope_payment_succeeded", "whole amount", (body) => body.data.gross = 15.5],
  ["envelope_payment_succeeded", "numeric amount", (body) => body.data.gross = "1500"],
  ["envelope_payment_succeeded", "exact amount", (body) => body.data.gross = 2 ** 53],
  ["envelope_payment_succeeded", "purchaser", (body) => delete body.data.purchaser],
  ["envelope_refund_created", "purchaser of the payment", (body) => delete body.data.payment],
  ["flat_message_received", "sender", (body) => delete body.sender],
  ["flat_message_received", "recipient", (body) => delete body.recipientUuid],
  ["flat_subscription_new", "price or topic", (body) => delete body.price],
  ["flat_purchase_new", "moment to know it by", (body) => delete body.timestamp],
  ["flat_follow_new", "topic", () => {}],
];

for (const [name, part, remove] of INCOMPLETE) {
  Deno.test(`${name} without its ${part} is kept as unrecognised`, () => {
    const altered = body(name);
    remove(altered);
    const event = read(altered);
    assert.equal(event.type, "unrecognised");
    assert.match(event.event_id, /^unrecognised:[0-9a-f]{64}$/);
    assert.equal(event.raw, JSON.stringify(altered));
    assert.equal(event.message, undefined);
    assert.equal(event.payment, undefined);
  });
}

Deno.test("an unrecognised body has the same id each time, and another body another", () => {
  assert.equal(read({ a: 1 }).event_id, read({ a: 1 }).event_id);
  assert.notEqual(read({ a: 1 }).event_id, read({ a: 2 }).event_id);
});

Deno.test("a type that is a property of every object is just an unknown type", () => {
  for (const type of ["constructor", "__proto__", "toString"]) {
    assert.equal(read({ id: "evt", type, data: {} }).type, type);
    assert.equal(changed("flat_follow_new", () => {}, type).type, type);
  }
});

Deno.test("an unknown topic passes under its own name and is known by its body", () => {
  const event = changed("flat_follow_new", () => {}, "fan.birthday");
  assert.equal(event.type, "fan.birthday");
  assert.match(event.event_id, /^fan\.birthday:[0-9a-f]{64}$/);
  assert.deepEqual(event.fan, NAMED);
});

Deno.test("a header cannot unsay what the signed body plainly says", () => {
  for (const topic of ["message.read", "follow.new", "tip.new", "nonsense", ""]) {
    assert.equal(changed("flat_message_received", () => {}, topic).type, "message.received");
  }
  assert.equal(changed("flat_message_read", () => {}, "message.received").type, "message.read");
  const envelope = changed("envelope_message_received", () => {}, "tip.new");
  assert.equal(envelope.type, "message.received");
});

Deno.test("a message with a price beside it may be what was bought", () => {
  const price = (body: Body): number => body.price = 1500;
  const bought = changed("flat_message_received", price, "purchase.new");
  assert.equal(bought.type, "payment.succeeded");
  assert.equal(bought.payment?.message_uuid, MESSAGE);
  assert.equal(changed("flat_message_received", price).type, "message.received");
});

Deno.test("the header names an envelope that has no type", () => {
  const event = changed(
    "envelope_message_received",
    (body) => delete body.type,
    "creator.message.received",
  );
  assert.equal(event.type, "message.received");
  assert.equal(
    changed("envelope_message_received", (body) => delete body.type).type,
    "unrecognised",
  );
});

Deno.test("in a flat message.sent the creator is the sender", () => {
  const event = changed("flat_message_received", (body) => {
    body.sender.uuid = CREATOR;
    body.recipientUuid = FAN;
  }, "message.sent");
  assert.equal(event.type, "message.sent");
  assert.equal(event.creator_uuid, CREATOR);
  assert.deepEqual(event.fan, { uuid: FAN });
});

Deno.test("a flat renewal is money, and an end is not", () => {
  const renewal = changed("flat_subscription_new", () => {}, "subscription.renewed");
  assert.equal(renewal.type, "payment.succeeded");
  assert.equal(renewal.payment?.kind, "subscription");
  const end = changed("flat_subscription_new", () => {}, "subscription.cancelled");
  assert.equal(end.type, "subscription.ended");
  assert.equal(end.payment, undefined);
});

Deno.test("NUL and lone surrogates leave the text, everything else stays", () => {
  const text = "a\0b\ud800c 👩‍👩‍👧 e\u0301 \u202eabc \u0007 \ufeff\n";
  const event = changed("flat_message_received", (body) => body.message.text = text);
  assert.equal(event.message?.text, "ab\ufffdc 👩‍👩‍👧 e\u0301 \u202eabc \u0007 \ufeff\n");
  assert.equal(translate({}, "a\0\ud800", null).raw, "a\ufffd");
});

Deno.test("an over-long text is cut at 20,000 and never through an emoji", () => {
  const whole = changed("flat_message_received", (body) => body.message.text = "x".repeat(20_000));
  assert.equal(whole.message?.text, "x".repeat(20_000));
  const cut = changed(
    "flat_message_received",
    (body) => body.message.text = `${"x".repeat(19_999)}🌙🌙`,
  );
  assert.equal(cut.message?.text, "x".repeat(19_999));
});

Deno.test("a name is cut where it is over-long and left out where it is none", () => {
  const event = changed("envelope_message_received", (body) => {
    body.data.fan.handle = "h".repeat(500);
    body.data.fan.display_name = " \0 ";
  });
  assert.deepEqual(event.fan, { uuid: FAN, handle: "h".repeat(200) });
});

for (
  const [given, expected] of [
    ["2026-11-06T10:32:50+01:00", "2026-11-06T09:32:50.000Z"],
    ["2026-11-06T10:32:50.123456Z", "2026-11-06T10:32:50.123Z"],
    ["2026-11-06T10:32Z", "2026-11-06T10:32:00.000Z"],
    ["2026-11-06T10:32:50", null],
    ["2026-13-06T10:32:50Z", null],
    ["0000-01-01T00:00:00Z", null],
    ["0001-01-01T00:00:00+14:00", null],
    ["9999-12-31T23:59:59-14:00", null],
    ["+275760-09-13T00:00:00Z", null],
    ["yesterday", null],
    [1_800_000_000, null],
    [null, null],
    [{}, null],
  ] as const
) {
  Deno.test(`the timestamp ${JSON.stringify(given)} is read as ${expected}`, () => {
    const event = changed("envelope_message_read", (body) => body.timestamp = given);
    assert.equal(event.occurred_at, expected);
  });
}

for (const amount of [-1, 0.5, 1e21, 2 ** 53, "300", true, null, [300], { cents: 300 }]) {
  Deno.test(`a message's price of ${JSON.stringify(amount)} is no price`, () => {
    const event = changed("flat_message_received", (body) => body.message.price = amount);
    assert.equal(event.type, "message.received");
    assert.ok(event.message !== undefined && !("price_cents" in event.message));
  });
}

Deno.test("a number too big for a double is no amount", () => {
  const text = raw("envelope_payment_succeeded").replace("1500", "1e400");
  assert.equal(translate(JSON.parse(text), text, null).type, "unrecognised");
});

Deno.test("a currency that is none is left out, and one in small letters is not", () => {
  const none = changed("envelope_payment_succeeded", (body) => body.data.currency = "dollars");
  assert.ok(none.payment !== undefined && !("currency" in none.payment));
  const small = changed("envelope_payment_succeeded", (body) => body.data.currency = "eur");
  assert.equal(small.payment?.currency, "EUR");
});
