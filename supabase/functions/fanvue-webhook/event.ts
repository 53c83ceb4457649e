/**
 * The vocabulary in which the database hears of events, whatever Fanvue calls them.
 *
 * Types only. Both of Fanvue's payload families are translated into this; what follows from an
 * event is decided by `public.ingest_event`.
 */

export type Family = "flat" | "envelope";

export interface Person {
  uuid: string;
  handle?: string;
  display_name?: string;
}

export interface Message {
  uuid: string;
  /** Absent: the webhook did not carry it. Null: it did, and there is none. */
  text?: string | null;
  has_media?: boolean;
  price_cents?: number | null;
  /** Absent: the webhook did not say. */
  is_automated?: boolean;
}

export type PaymentKind = "payment" | "tip" | "subscription" | "refund" | "dispute";

export interface Payment {
  id: string;
  kind: PaymentKind;
  /** Minor units, never negative: the kind says which way the money went. */
  amount_cents: number;
  currency?: string;
  message_uuid?: string;
}

/** What a translator could make of a body. The id may still have to be derived. */
export interface Reading {
  type: string;
  event_id: string | null;
  occurred_at: string | null;
  creator_uuid: string | null;
  fan: Person | null;
  message?: Message;
  payment?: Payment;
}

/** What `ingest_event` takes. */
export interface FanpaceEvent extends Reading {
  event_id: string;
  family: Family;
  raw: string;
}

/** Kept by the database and answered `ignored`, so that nothing is lost that we do not know. */
export const UNRECOGNISED = "unrecognised";
